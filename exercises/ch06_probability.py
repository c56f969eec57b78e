"""Probability: rolling dice, counting, and the normal distribution.

Source: notes 2.6 (Probability), 3.1.3 (The normal distribution).
"""

import math

import numpy as np
import torch
from torch import Tensor


def roll(num_rolls: int, probs: Tensor) -> Tensor:
    """Roll a die with k faces num_rolls times and count how often each face comes up.

    The rolls do not depend on each other.

    Args:
        num_rolls: number of rolls, 1 or more.
        probs: shape (k,), the probability of each face; they sum to 1. Not modified.

    Returns:
        Tensor of shape (k,), float32, on the device of probs: the counts, whole numbers that sum to
        num_rolls. New rolls in every call.

    >>> roll(10, torch.tensor([0.0, 1.0, 0.0]))
    tensor([ 0., 10.,  0.])
    """
    raise NotImplementedError("TODO roll")


def relative_frequencies(counts: Tensor) -> Tensor:
    """Share of each face among all rolls, an estimate of its probability.

    Args:
        counts: shape (k,), float32, not all zero. Not modified.

    Returns:
        Tensor of shape (k,); the shares sum to 1.

    >>> relative_frequencies(torch.tensor([2.0, 1.0, 3.0, 1.0, 1.0, 2.0]))
    tensor([0.2000, 0.1000, 0.3000, 0.1000, 0.1000, 0.2000])
    """
    raise NotImplementedError("TODO relative_frequencies")


def running_estimates(counts: Tensor) -> Tensor:
    """Relative frequencies after each group of rolls, of all rolls made until then.

    Args:
        counts: shape (g, k), float32: a row for each of g groups, in the order in which they were
            rolled. The groups may be of different sizes; none is empty. Not modified.

    Returns:
        Tensor of shape (g, k): row i holds the share of each face among the rolls of the groups 0
        to i, and sums to 1.

    >>> running_estimates(torch.tensor([[1.0, 1.0, 0.0], [5.0, 0.0, 1.0]]))
    tensor([[0.5000, 0.5000, 0.0000],
            [0.7500, 0.1250, 0.1250]])
    """
    raise NotImplementedError("TODO running_estimates")


def normal(x: np.ndarray | Tensor, mu: float, sigma: float) -> np.ndarray | Tensor:
    """Density of the normal distribution at every element of x.

    The curve has the shape of exp(-z**2 / 2), where z is the distance from mu in units of sigma; it
    is scaled so that the area under it is 1.

    Args:
        x: numpy array (float64) or tensor (float32), with one axis or more. Not modified.
        mu: mean.
        sigma: standard deviation (not the variance), above 0.

    Returns:
        The densities, with the shape and dtype of x: an array for an array, a tensor for a tensor,
        on the same device.

    Raises:
        ValueError: sigma is 0 or below.

    >>> normal(np.array([-1.0, 0.0, 2.0]), 0, 1).round(4)
    array([0.242 , 0.3989, 0.054 ])
    """
    raise NotImplementedError("TODO normal")
