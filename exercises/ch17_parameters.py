"""Parameters: read them, initialise them, and share them between layers.

Source: notes 5 (Deep learning computation: parameter management).
"""

import torch
from torch import nn


def parameter_shapes(net: nn.Module) -> dict[str, tuple[int, ...]]:
    """Name and shape of every parameter of a net.

    Args:
        net: any module. Not modified.

    Returns:
        A dict from name to shape, with the names that `net.named_parameters()` gives: a parameter
        that is used in several places stands in it once. Buffers, such as the moving statistics of
        a batch normalisation, are no parameters.

    >>> parameter_shapes(nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)))
    {'0.weight': (8, 4), '0.bias': (8,), '2.weight': (1, 8), '2.bias': (1,)}
    """
    raise NotImplementedError("TODO parameter_shapes")


def init_normal(m: nn.Module) -> None:
    """Draw the weight of a linear layer from a normal distribution with mean 0 and std 0.01.

    Made for `net.apply(init_normal)`, which calls it with every module inside net and with net
    itself. If m is an nn.Linear, its weight is changed in place, every value drawn on its own, and
    its bias, where it has one, becomes 0. Any other module stays as it is. The layer keeps its
    parameter objects, which an optimizer may already hold; they stay trainable and on
    their device.

    Args:
        m: any module, on any device.

    >>> net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)).apply(init_normal)
    >>> net[0].bias.data[0]
    tensor(0.)
    """
    raise NotImplementedError("TODO init_normal")


def init_constant(m: nn.Module, value: float = 1) -> None:
    """Set the weight of a linear layer to one value; all else as in `init_normal`.

    The bias becomes 0 where there is one, other modules stay, parameter objects are kept.

    Args:
        m: any module, on any device.
        value: the new value of every weight.

    >>> net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)).apply(init_constant)
    >>> net[0].weight.data[0], net[0].bias.data[0]
    (tensor([1., 1., 1., 1.]), tensor(0.))
    >>> init_constant(net[2], 42)
    >>> net[2].weight.data
    tensor([[42., 42., 42., 42., 42., 42., 42., 42.]])
    """
    raise NotImplementedError("TODO init_constant")


def init_xavier(m: nn.Module) -> None:
    """Draw the weight of a linear layer from Xavier's uniform distribution; else as `init_normal`.

    It is uniform between -a and a, where a is the root of 6 / (inputs + outputs of the layer). The
    bias becomes 0 where there is one, other modules stay, parameter objects are kept.

    Args:
        m: any module, on any device.

    >>> layer = nn.Linear(4, 2)
    >>> init_xavier(layer)
    >>> bool(layer.weight.abs().max() <= 1)
    True
    """
    raise NotImplementedError("TODO init_xavier")


def init_sparse_uniform(m: nn.Module) -> None:
    """Draw the weight of a linear layer from U(-10, 10) without its middle; else as `init_normal`.

    A value whose absolute value is below 5 becomes 0, the others stay as drawn. The bias becomes 0
    where there is one, other modules stay, parameter objects are kept.

    Args:
        m: any module, on any device.

    >>> layer = nn.Linear(4, 8)
    >>> init_sparse_uniform(layer)
    >>> bool(((layer.weight == 0) | (layer.weight.abs() >= 5)).all())
    True
    """
    raise NotImplementedError("TODO init_sparse_uniform")


def nested_net() -> nn.Module:
    """The nested net of the notes: four equal blocks, then a linear layer from 4 values to 1.

    A block has a linear layer from 4 values to 8, ReLU, a linear layer back to 4, and ReLU. Its
    layers, which all have a bias, belong to that block alone. The blocks act in order and are
    modules of the names 'block 0', 'block 1', 'block 2' and 'block 3', as `named_modules()` tells
    after the last dot. Other names and the nesting are free.

    Returns:
        A new net at every call, its first values drawn anew, for X of shape (n, 4), with output
        (n, 1).

    >>> net = nested_net()
    >>> net(torch.rand(2, 4)).shape
    torch.Size([2, 1])
    >>> len(list(net.parameters()))
    18
    """
    raise NotImplementedError("TODO nested_net")


def tied_net() -> nn.Module:
    """The net of the notes in which two layers share their parameters.

    Linear from 4 values to 8, ReLU, the shared layer from 8 to 8, ReLU, the shared layer again,
    ReLU, linear from 8 to 1. All are nn.Linear with a bias. Both places of the shared layer use
    the same object, so that the net has one weight of shape (8, 8), whose gradient is the sum of
    what both places contribute; and so with its bias.

    Returns:
        A new net at every call, its first values drawn anew, for X of shape (n, 4), with output
        (n, 1).

    >>> net = tied_net()
    >>> net(torch.rand(2, 4)).shape
    torch.Size([2, 1])
    >>> len(list(net.parameters()))
    6
    """
    raise NotImplementedError("TODO tied_net")
