"""Tensors: pick, move, replace and join values without writing loops."""

import numpy as np
import torch
from torch import Tensor


def one_hot(labels: Tensor, num_classes: int) -> Tensor:
    """Turn each label into a row of zeros with a single one, in the column of the label."""
    if ((labels < 0) | (labels >= num_classes)).any():
        raise ValueError(f"labels must be in [0, {num_classes}), not {labels}")
    rows = torch.zeros(len(labels), num_classes, device=labels.device)
    columns = labels.unsqueeze(1)  # (n, 1): one place in each row
    return rows.scatter_(1, columns, 1.0)


def pick_per_row(X: Tensor, index: Tensor) -> Tensor:
    """Take one value out of each row of X: value i is X[i, index[i]]."""
    rows = torch.arange(len(X), device=X.device)
    return X[rows, index]  # two indices side by side: pairs of row and column


def to_channels_first(images: Tensor) -> Tensor:
    """Move the channels of images from the last axis to where convolutions expect them."""
    moved = images.permute(0, 3, 1, 2)  # (n, c, h, w)
    return moved.contiguous()  # permute alone changes the strides and no place in memory


def tensor_sharing(array: np.ndarray) -> Tensor:
    """Make a tensor that lives in the memory of a numpy array."""
    return torch.from_numpy(array)


def tensor_copy(array: np.ndarray) -> Tensor:
    """Make a tensor with the values of a numpy array, but in memory of its own."""
    return torch.tensor(array)


def seeded_normal(seed: int, shape: tuple[int, ...]) -> Tensor:
    """Draw random numbers that repeat, without disturbing those of the rest of the program."""
    generator = torch.Generator()  # a random state of its own, beside the global one
    generator.manual_seed(seed)
    return torch.randn(shape, generator=generator)


def replace_where(X: Tensor, condition: Tensor, value: float | Tensor) -> Tensor:
    """Replace the elements of X where the condition holds, and keep the others."""
    return torch.where(condition, value, X)


def stack_and_cat(tensors: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Join tensors in the two ways there are: along a new axis, and along one they have."""
    stacked = torch.stack(tensors)  # (k, a, b)
    joined = torch.cat(tensors)  # (k * a, b)
    return stacked, joined
