"""Parameters: read them, initialise them, and share them between layers."""

import torch
from torch import nn


def parameter_shapes(net: nn.Module) -> dict[str, tuple[int, ...]]:
    """Name and shape of every parameter of a net."""
    return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}


def init_normal(m: nn.Module) -> None:
    """Draw the weight of a linear layer from a normal distribution with mean 0 and std 0.01."""
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, mean=0, std=0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)


def init_constant(m: nn.Module, value: float = 1) -> None:
    """Set the weight of a linear layer to one value."""
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, value)
        if m.bias is not None:
            nn.init.zeros_(m.bias)


def init_xavier(m: nn.Module) -> None:
    """Draw the weight of a linear layer from Xavier's uniform distribution."""
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight)
        if m.bias is not None:
            nn.init.zeros_(m.bias)


def init_sparse_uniform(m: nn.Module) -> None:
    """Draw the weight of a linear layer from U(-10, 10) without its middle."""
    if isinstance(m, nn.Linear):
        nn.init.uniform_(m.weight, -10, 10)
        with torch.no_grad():  # a change in place that is no part of any graph
            m.weight *= m.weight.abs() >= 5
        if m.bias is not None:
            nn.init.zeros_(m.bias)


def nested_net() -> nn.Module:
    """The nested net of the notes: four equal blocks, then a linear layer from 4 values to 1."""

    def block1() -> nn.Module:
        return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())

    block2 = nn.Sequential()
    for i in range(4):
        block2.add_module(f"block {i}", block1())  # a new block each time
    return nn.Sequential(block2, nn.Linear(4, 1))


def tied_net() -> nn.Module:
    """The net of the notes in which two layers share their parameters."""
    shared = nn.Linear(8, 8)  # one object in two places
    return nn.Sequential(
        nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1)
    )
