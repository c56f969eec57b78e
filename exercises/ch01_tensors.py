"""Tensors: pick, move, replace and join values without writing loops.

Source: notes 3.6 and post 002, sections 3 and 4 (Tensors, fancy indexing).
"""

import numpy as np
import torch
from torch import Tensor


def one_hot(labels: Tensor, num_classes: int) -> Tensor:
    """Turn each label into a row of zeros with a single one, in the column of the label.

    Args:
        labels: shape (n,), int64, each in [0, num_classes); labels can repeat, and some classes
            may not occur. Not modified.
        num_classes: number of columns.

    Returns:
        Tensor of shape (n, num_classes), float32, on the device of labels.

    Raises:
        ValueError: a label is negative, or num_classes or larger.

    >>> one_hot(torch.tensor([0, 2]), 3)
    tensor([[1., 0., 0.],
            [0., 0., 1.]])
    """
    raise NotImplementedError("TODO one_hot")


def pick_per_row(X: Tensor, index: Tensor) -> Tensor:
    """Take one value out of each row of X: value i is X[i, index[i]].

    Cross entropy uses this to find the probability that was given to the right class.

    Args:
        X: shape (n, m), float32. Not modified.
        index: shape (n,), int64, each in [0, m). Not modified.

    Returns:
        Tensor of shape (n,), float32, on the device of X, differentiable in X.

    >>> y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
    >>> pick_per_row(y_hat, torch.tensor([0, 2]))
    tensor([0.1000, 0.5000])
    """
    raise NotImplementedError("TODO pick_per_row")


def to_channels_first(images: Tensor) -> Tensor:
    """Move the channels of images from the last axis to where convolutions expect them.

    Pixel (y, x) of channel c of image i, images[i, y, x, c], becomes result[i, c, y, x].

    Args:
        images: shape (n, h, w, c), float32, contiguous or not. Not modified.

    Returns:
        Tensor of shape (n, c, h, w), float32, on the device of images; it is contiguous, which
        means that its values lie in memory in the order of its own axes.

    >>> to_channels_first(torch.zeros(2, 28, 20, 3)).shape
    torch.Size([2, 3, 28, 20])
    """
    raise NotImplementedError("TODO to_channels_first")


def tensor_sharing(array: np.ndarray) -> Tensor:
    """Make a tensor that lives in the memory of a numpy array.

    A later change of the array shows in the tensor, and a change of the tensor in the array.

    Args:
        array: numbers of dtype float32, float64 or int64, any shape. It may be a view of another
            array, such as a transpose or every second column. The call does not change it.

    Returns:
        Tensor on the CPU with the shape, dtype and values of the array.

    >>> array = np.array([1.0, 2.0, 3.0])
    >>> tensor = tensor_sharing(array)
    >>> array[0] = 7.0
    >>> tensor
    tensor([7., 2., 3.], dtype=torch.float64)
    """
    raise NotImplementedError("TODO tensor_sharing")


def tensor_copy(array: np.ndarray) -> Tensor:
    """Make a tensor with the values of a numpy array, but in memory of its own.

    Later changes of the array do not show in the tensor, nor those of the tensor in the array.

    Args:
        array: as for `tensor_sharing`. Not modified.

    Returns:
        Tensor on the CPU with the shape, dtype and values of the array.

    >>> array = np.array([1.0, 2.0, 3.0])
    >>> tensor = tensor_copy(array)
    >>> array[0] = 7.0
    >>> tensor
    tensor([1., 2., 3.], dtype=torch.float64)
    """
    raise NotImplementedError("TODO tensor_copy")


def seeded_normal(seed: int, shape: tuple[int, ...]) -> Tensor:
    """Draw random numbers that repeat, without disturbing those of the rest of the program.

    The values depend on the seed and the shape alone: the same seed gives the same values, another
    seed others. torch's global random state (`torch.get_rng_state()`) is left as it was, so that
    the next `torch.rand` gives what it would have given without the call.

    Args:
        seed: 0 or a positive integer.
        shape: sizes of the axes, one or more.

    Returns:
        Tensor of this shape, float32, on the CPU: independent draws from the normal distribution
        with mean 0 and standard deviation 1.

    >>> torch.equal(seeded_normal(42, (2, 3)), seeded_normal(42, (2, 3)))
    True
    """
    raise NotImplementedError("TODO seeded_normal")


def replace_where(X: Tensor, condition: Tensor, value: float | Tensor) -> Tensor:
    """Replace the elements of X where the condition holds, and keep the others.

    Args:
        X: any shape, float32; it may hold NaN, and inf. Not modified.
        condition: bool, the shape of X. Not modified.
        value: a number (inf too), or a float32 tensor that broadcasts to the shape of X: a
            replaced element takes what stands at its own place in the broadcast tensor. Not
            modified.

    Returns:
        Tensor with the shape of X, float32, on the device of X.

    >>> X = torch.tensor([[1.0, -2.0], [-3.0, 4.0]])
    >>> replace_where(X, X < 0, 0.0)
    tensor([[1., 0.],
            [0., 4.]])
    """
    raise NotImplementedError("TODO replace_where")


def stack_and_cat(tensors: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Join tensors in the two ways there are: along a new axis, and along one they have.

    Args:
        tensors: k tensors of the same shape (a, b), float32; k is 1 or more. Neither the list nor
            the tensors are modified.

    Returns:
        (stacked, joined), a tuple of float32 tensors on the device of the given ones: `stacked`
        of shape (k, a, b), where the new first axis counts the tensors, and `joined` of shape
        (k * a, b), where the rows of each tensor follow those of the one before.

    >>> stacked, joined = stack_and_cat([torch.zeros(2, 3), torch.ones(2, 3)])
    >>> stacked.shape, joined.shape
    (torch.Size([2, 2, 3]), torch.Size([4, 3]))
    """
    raise NotImplementedError("TODO stack_and_cat")
