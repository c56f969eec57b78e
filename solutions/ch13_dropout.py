"""Dropout: zero activations at random without moving their mean."""

import torch
from torch import Tensor, nn


def dropout_layer(X: Tensor, dropout: float) -> Tensor:
    """Zero each element of X with probability `dropout` and rescale the survivors."""
    if not 0 <= dropout <= 1:
        raise ValueError(f"dropout must be in [0, 1], not {dropout}")
    if dropout == 1:
        return torch.zeros_like(X)  # the division below would be by zero
    mask = torch.rand_like(X) >= dropout
    return mask * X / (1 - dropout)


class DropoutMLP(nn.Module):
    """Perceptron with two hidden layers, ReLU, and dropout after each hidden activation."""

    def __init__(
        self,
        num_inputs: int,
        num_outputs: int,
        num_hiddens1: int,
        num_hiddens2: int,
        dropout1: float,
        dropout2: float,
    ) -> None:
        super().__init__()
        self.num_inputs = num_inputs
        self.dropout1, self.dropout2 = dropout1, dropout2
        self.lin1 = nn.Linear(num_inputs, num_hiddens1)
        self.lin2 = nn.Linear(num_hiddens1, num_hiddens2)
        self.lin3 = nn.Linear(num_hiddens2, num_outputs)
        self.relu = nn.ReLU()

    def forward(self, X: Tensor) -> Tensor:
        H1 = self.relu(self.lin1(X.reshape(-1, self.num_inputs)))  # (n, num_hiddens1)
        if self.training:  # nn.Module keeps this flag for train() and eval()
            H1 = dropout_layer(H1, self.dropout1)
        H2 = self.relu(self.lin2(H1))  # (n, num_hiddens2)
        if self.training:
            H2 = dropout_layer(H2, self.dropout2)
        return self.lin3(H2)
