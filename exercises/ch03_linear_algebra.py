"""Linear algebra: sums along axes, products and norms, all from elementwise operations.

Source: notes 2.3 (Linear algebra).
"""

import torch
from torch import Tensor


def sum_along(A: Tensor, axis: int, keepdims: bool = False) -> Tensor:
    """Add up the elements of A along one axis.

    Args:
        A: one axis or more, float32. Not modified.
        axis: 0 or more, less than the number of axes of A.
        keepdims: False removes the axis from the shape, True keeps it with size 1.

    Returns:
        Tensor of the sums, float32, on the device of A.

    >>> A = torch.arange(6.0).reshape(2, 3)
    >>> sum_along(A, axis=0)
    tensor([3., 5., 7.])
    >>> sum_along(A, axis=1, keepdims=True)
    tensor([[ 3.],
            [12.]])
    """
    raise NotImplementedError("TODO sum_along")


def mean_of(A: Tensor) -> Tensor:
    """Mean of all elements of A.

    Args:
        A: any shape, one element or more, float32 or int64. Not modified.

    Returns:
        Tensor without axes (shape ()), float32 also for integers, on the device of A.

    >>> mean_of(torch.arange(6).reshape(2, 3))
    tensor(2.5000)
    """
    raise NotImplementedError("TODO mean_of")


def dot(x: Tensor, y: Tensor) -> Tensor:
    """Dot product of two vectors, from an elementwise product and a sum.

    Args:
        x: shape (n,), float32. Not modified.
        y: shape (n,), float32. Not modified.

    Returns:
        Tensor without axes (shape ()), float32, on the device of x.

    Raises:
        ValueError: x and y are not of the same length.

    >>> dot(torch.tensor([0.0, 1.0, 2.0, 3.0]), torch.tensor([1.0, 1.0, 1.0, 2.0]))
    tensor(9.)
    """
    raise NotImplementedError("TODO dot")


def mv(A: Tensor, x: Tensor) -> Tensor:
    """Product of a matrix and a vector, from elementwise products and sums.

    Args:
        A: shape (m, n), float32. Not modified.
        x: shape (n,), float32. Not modified.

    Returns:
        Tensor of shape (m,), float32, on the device of A: the dot product of each row with x.

    Raises:
        ValueError: the length of x is not n.

    >>> mv(torch.arange(6.0).reshape(2, 3), torch.tensor([1.0, 0.0, 2.0]))
    tensor([ 4., 13.])
    """
    raise NotImplementedError("TODO mv")


def mm(A: Tensor, B: Tensor) -> Tensor:
    """Product of two matrices, from elementwise products and sums.

    Args:
        A: shape (m, n), float32. Not modified.
        B: shape (n, p), float32. Not modified.

    Returns:
        Tensor of shape (m, p), float32, on the device of A: element [i, j] is the dot product of
        row i of A with column j of B.

    Raises:
        ValueError: A has not as many columns as B has rows.

    >>> mm(torch.arange(6.0).reshape(2, 3), torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))
    tensor([[2., 3.],
            [8., 9.]])
    """
    raise NotImplementedError("TODO mm")


def l1_norm(x: Tensor) -> Tensor:
    """L1 norm: the sum of the absolute values of all elements.

    Args:
        x: any shape, one element or more, float32. Not modified.

    Returns:
        Tensor without axes (shape ()), float32, on the device of x.

    >>> l1_norm(torch.tensor([3.0, -4.0]))
    tensor(7.)
    """
    raise NotImplementedError("TODO l1_norm")


def l2_norm(x: Tensor) -> Tensor:
    """L2 norm: the length of x, taken as one long vector; of a matrix it is the Frobenius norm.

    Args:
        x: any shape, one element or more, float32. Not modified.

    Returns:
        Tensor without axes (shape ()), float32, on the device of x.

    >>> l2_norm(torch.tensor([3.0, -4.0]))
    tensor(5.)
    """
    raise NotImplementedError("TODO l2_norm")


def normalize_rows(A: Tensor) -> Tensor:
    """Divide each row of A by its own sum, so that the rows sum to 1.

    Args:
        A: shape (m, n), float32 or int64; m and n can be equal. Elements can be negative, but no
            row sums to 0. Not modified.

    Returns:
        Tensor of shape (m, n), float32 also for integers, on the device of A.

    >>> normalize_rows(torch.tensor([[1.0, 1.0, 2.0], [3.0, 0.0, 9.0]]))
    tensor([[0.2500, 0.2500, 0.5000],
            [0.2500, 0.0000, 0.7500]])
    """
    raise NotImplementedError("TODO normalize_rows")


def sum_shapes(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Shapes that the sums of a tensor along each of its axes have.

    Args:
        shape: shape of a tensor X with one axis or more; sizes can repeat.

    Returns:
        List with one shape for every axis i of X, in order: that of X.sum(axis=i). Each shape is
        a tuple; a torch.Size counts as one.

    >>> [tuple(one) for one in sum_shapes((2, 3, 4))]
    [(3, 4), (2, 4), (2, 3)]
    """
    raise NotImplementedError("TODO sum_shapes")
