"""Modules: build a net from layers, blocks and code of your own."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class MLP(nn.Module):
    """Perceptron with one hidden layer: linear, ReLU, linear."""

    def __init__(self, num_inputs: int = 20, num_hiddens: int = 256, num_outputs: int = 10) -> None:
        super().__init__()
        self.hidden = nn.Linear(num_inputs, num_hiddens)
        self.out = nn.Linear(num_hiddens, num_outputs)

    def forward(self, X: Tensor) -> Tensor:
        return self.out(F.relu(self.hidden(X)))


class MySequential(nn.Module):
    """Blocks in a row, each fed with the output of the one before: your own nn.Sequential."""

    def __init__(self, *blocks: nn.Module) -> None:
        super().__init__()
        for i, block in enumerate(blocks):
            self.add_module(str(i), block)  # a name for every place, also of a repeated block

    def forward(self, X: Tensor) -> Tensor:
        for block in self._modules.values():
            X = block(X)
        return X


class FixedHiddenMLP(nn.Module):
    """Net with a constant weight, one linear layer that acts twice, and a loop."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(20, 20)
        # A buffer is not trained, but follows .to(device) and is saved with the parameters.
        self.register_buffer("rand_weight", torch.rand(20, 20))

    def forward(self, X: Tensor) -> Tensor:
        H = self.linear(X)
        H = F.relu(H @ self.rand_weight + 1)
        H = self.linear(H)  # (n, 20)
        while H.abs().sum() > 1:
            H = H / 2
        return H.sum()


class NestMLP(nn.Module):
    """Net of nested parts: three linear layers to 64, 32 and 16 values."""

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU())
        self.linear = nn.Linear(32, 16)

    def forward(self, X: Tensor) -> Tensor:
        return self.linear(self.net(X))
