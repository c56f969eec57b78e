"""Initialization: weights that neither blow activations and gradients up nor let them vanish."""

import math

import torch
from torch import Tensor


def xavier_bound(fan_in: int, fan_out: int) -> float:
    """Limit a of the uniform distribution on (-a, a) from which Xavier draws weights."""
    variance = 2 / (fan_in + fan_out)  # times the mean of both fans it is 1
    return math.sqrt(3 * variance)  # numbers uniform on (-a, a) have the variance a**2 / 3


def xavier_std(fan_in: int, fan_out: int) -> float:
    """Standard deviation that Xavier gives to the weights of a linear layer."""
    return math.sqrt(2 / (fan_in + fan_out))


def xavier_uniform(shape: tuple[int, int]) -> Tensor:
    """Weights of a linear layer, drawn from the uniform distribution of Xavier."""
    fan_in, fan_out = shape
    bound = xavier_bound(fan_in, fan_out)
    return (2 * torch.rand(shape) - 1) * bound  # from (0, 1) to (-1, 1) to (-bound, bound)


def activation_scale(depth: int, width: int, std: float, X: Tensor) -> float:
    """How large activations are behind a deep stack of linear layers."""
    H = X
    for _ in range(depth):
        W = torch.randn(width, width, device=X.device) * std
        H = H @ W  # (n, width)
    return H.std().item()


def sigmoid_gradient_product(depth: int) -> float:
    """Largest possible product of the derivatives of `depth` sigmoid functions."""
    return 0.25**depth  # s * (1 - s) is largest at s = 1/2
