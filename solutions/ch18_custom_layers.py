"""Custom layers: one without parameters, one with a weight and a bias of its own."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class CenteredLayer(nn.Module):
    """Layer that subtracts from X the mean of all its elements."""

    def forward(self, X: Tensor) -> Tensor:
        return X - X.mean()


class MyLinear(nn.Module):
    """Linear layer with ReLU: relu(X @ weight + bias)."""

    def __init__(self, in_units: int, units: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_units, units))
        self.bias = nn.Parameter(torch.randn(units))

    def forward(self, X: Tensor) -> Tensor:
        # The parameters themselves: their .data would be cut off from the gradient.
        return F.relu(X @ self.weight + self.bias)
