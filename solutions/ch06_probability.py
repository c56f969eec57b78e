"""Probability: rolling dice, counting, and the normal distribution."""

import math

import numpy as np
import torch
from torch import Tensor


def roll(num_rolls: int, probs: Tensor) -> Tensor:
    """Roll a die with k faces num_rolls times and count how often each face comes up."""
    faces = torch.multinomial(probs, num_rolls, replacement=True)  # (num_rolls,), in 0..k-1
    counts = torch.bincount(faces, minlength=len(probs))  # (k,); also faces that never came up
    return counts.float()


def relative_frequencies(counts: Tensor) -> Tensor:
    """Share of each face among all rolls, an estimate of its probability."""
    return counts / counts.sum()


def running_estimates(counts: Tensor) -> Tensor:
    """Relative frequencies after each group of rolls, of all rolls made until then."""
    so_far = counts.cumsum(dim=0)  # (g, k)
    rolls = so_far.sum(dim=1, keepdim=True)  # (g, 1): a column, which divides row by row
    return so_far / rolls


def normal(x: np.ndarray | Tensor, mu: float, sigma: float) -> np.ndarray | Tensor:
    """Density of the normal distribution at every element of x."""
    if sigma <= 0:
        raise ValueError(f"sigma must be above 0, not {sigma}")
    exp = torch.exp if isinstance(x, Tensor) else np.exp
    z = (x - mu) / sigma
    return exp(-(z**2) / 2) / (sigma * math.sqrt(2 * math.pi))
