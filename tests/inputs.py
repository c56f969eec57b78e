"""Inputs that hide no mistake: numbers all different, of both signs, in an odd memory layout."""

from __future__ import annotations

import torch
from torch import Tensor


def distinct(rng: torch.Generator, *shape: int) -> Tensor:
    """Different whole numbers, none of them zero, some negative: small sums of them are exact."""
    numbers = torch.randperm(torch.Size(shape).numel(), generator=rng).reshape(shape) + 1.0
    return numbers * (2 * torch.randint(0, 2, shape, generator=rng) - 1)


def strided(T: Tensor) -> Tensor:
    """The same values, not contiguous."""
    return torch.stack([T, T.roll(1)], -1)[..., 0]
