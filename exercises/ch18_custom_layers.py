"""Custom layers: one without parameters, one with a weight and a bias of its own.

Source: notes 5 (Deep learning computation: custom layers).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class CenteredLayer(nn.Module):
    """Layer that subtracts from X the mean of all its elements.

    It has no parameters, keeps nothing between two calls, and does the same in training and in
    evaluation.

    >>> CenteredLayer()(torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0]))
    tensor([-2., -1.,  0.,  1.,  2.])
    >>> net = nn.Sequential(nn.Linear(8, 128), CenteredLayer())
    >>> net(torch.rand(4, 8)).shape
    torch.Size([4, 128])
    """

    def forward(self, X: Tensor) -> Tensor:
        """Centre X, of any shape with one element or more, float32.

        Returns a tensor of the shape and on the device of X, differentiable in X, whose elements
        have the mean 0. X is not modified.
        """
        raise NotImplementedError("TODO CenteredLayer.forward")


class MyLinear(nn.Module):
    """Linear layer with ReLU: relu(X @ weight + bias).

    Parameters, which are the only ones, and which training changes: `weight` of shape
    (in_units, units) and `bias` of shape (units,). The weight starts with random numbers, drawn for
    each layer. After `.to(device)` the layer takes inputs of that device and answers there.

    Args:
        in_units: values an example has.
        units: values of the output.

    >>> dense = MyLinear(in_units=5, units=3)
    >>> dense.weight.shape, dense.bias.shape
    (torch.Size([5, 3]), torch.Size([3]))
    >>> net = nn.Sequential(MyLinear(64, 8), MyLinear(8, 1))
    >>> net(torch.rand(2, 64)).shape
    torch.Size([2, 1])
    """

    def __init__(self, in_units: int, units: int) -> None:
        super().__init__()
        raise NotImplementedError("TODO MyLinear.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X of shape (n, in_units) to (n, units).

        The result is differentiable in X, weight and bias. X is not modified.
        """
        raise NotImplementedError("TODO MyLinear.forward")
