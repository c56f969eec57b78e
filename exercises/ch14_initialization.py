"""Initialization: weights that neither blow activations and gradients up nor let them vanish.

Source: notes 4.8 (Numerical stability and initialization).
"""

import math

import torch
from torch import Tensor


def xavier_bound(fan_in: int, fan_out: int) -> float:
    """Limit a of the uniform distribution on (-a, a) from which Xavier draws weights.

    The variance of a weight, times the mean of fan_in and fan_out, is 1: a compromise between a
    constant variance of the outputs and a constant variance of the gradients.

    Args:
        fan_in, fan_out: number of inputs and of outputs of the layer.

    Returns:
        a, a number above 0.

    >>> xavier_bound(2, 4)
    1.0
    """
    raise NotImplementedError("TODO xavier_bound")


def xavier_std(fan_in: int, fan_out: int) -> float:
    """Standard deviation that Xavier gives to the weights of a linear layer.

    It is the same for weights from a uniform and from a normal distribution; see `xavier_bound`.

    Args:
        fan_in, fan_out: number of inputs and of outputs of the layer.

    Returns:
        The standard deviation, a number.

    >>> xavier_std(3, 5)
    0.5
    """
    raise NotImplementedError("TODO xavier_std")


def xavier_uniform(shape: tuple[int, int]) -> Tensor:
    """Weights of a linear layer, drawn from the uniform distribution of Xavier.

    Args:
        shape: (inputs, outputs) of the layer, 1 or more each.

    Returns:
        Tensor of that shape, float32: each weight is a draw of its own, uniform between minus and
        plus `xavier_bound` of the layer; new weights in every call.

    >>> W = xavier_uniform((2, 4))
    >>> W.shape, bool((W.abs() <= 1).all())
    (torch.Size([2, 4]), True)
    """
    raise NotImplementedError("TODO xavier_uniform")


def activation_scale(depth: int, width: int, std: float, X: Tensor) -> float:
    """How large activations are behind a deep stack of linear layers.

    X passes `depth` linear layers of `width` inputs and `width` outputs, without bias and without
    activation function. Every layer has weights of its own, new in every call, with mean 0 and
    standard deviation std.

    Args:
        depth: number of layers, 1 or more.
        width: inputs and outputs of each layer.
        std: standard deviation of the weights.
        X: shape (n, width), float32. Not modified.

    Returns:
        The standard deviation of all values of the output together, a number. It does not matter
        whether it is taken with n or with n - 1.

    >>> activation_scale(3, 4, 0.1, torch.zeros(5, 4))
    0.0
    """
    raise NotImplementedError("TODO activation_scale")


def sigmoid_gradient_product(depth: int) -> float:
    """Largest possible product of the derivatives of `depth` sigmoid functions.

    It is what sigmoids leave at most of a gradient that passes through `depth` layers of them,
    when the weights do not change its size.

    Args:
        depth: number of layers, 0 or more; without layers the product is 1.

    Returns:
        The product, a number.

    >>> sigmoid_gradient_product(1)
    0.25
    """
    raise NotImplementedError("TODO sigmoid_gradient_product")
