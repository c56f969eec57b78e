"""Linear algebra: sums along axes, products and norms, all from elementwise operations."""

import torch
from torch import Tensor


def sum_along(A: Tensor, axis: int, keepdims: bool = False) -> Tensor:
    """Add up the elements of A along one axis."""
    return A.sum(dim=axis, keepdim=keepdims)


def mean_of(A: Tensor) -> Tensor:
    """Mean of all elements of A."""
    return A.sum() / A.numel()  # of integers too: / gives a float, where A.mean() raises


def dot(x: Tensor, y: Tensor) -> Tensor:
    """Dot product of two vectors, from an elementwise product and a sum."""
    if len(x) != len(y):  # a vector of length 1 would be broadcast
        raise ValueError(f"lengths {len(x)} and {len(y)} differ")
    return (x * y).sum()


def mv(A: Tensor, x: Tensor) -> Tensor:
    """Product of a matrix and a vector, from elementwise products and sums."""
    if A.shape[1] != len(x):
        raise ValueError(f"{A.shape[1]} columns do not fit a vector of length {len(x)}")
    products = A * x  # (m, n): x is laid on every row
    return products.sum(dim=1)


def mm(A: Tensor, B: Tensor) -> Tensor:
    """Product of two matrices, from elementwise products and sums."""
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"{A.shape[1]} columns do not fit {B.shape[0]} rows")
    columns = [mv(A, column) for column in B.T]  # column j of the result is A times column j of B
    return torch.stack(columns, dim=1)  # (m, p)


def l1_norm(x: Tensor) -> Tensor:
    """L1 norm: the sum of the absolute values of all elements."""
    return x.abs().sum()


def l2_norm(x: Tensor) -> Tensor:
    """L2 norm: the length of x, taken as one long vector; of a matrix it is the Frobenius norm."""
    return (x * x).sum().sqrt()


def normalize_rows(A: Tensor) -> Tensor:
    """Divide each row of A by its own sum, so that the rows sum to 1."""
    sums = A.sum(dim=1, keepdim=True)  # (m, 1): broadcast along the columns, also of a square A
    return A / sums


def sum_shapes(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Shapes that the sums of a tensor along each of its axes have."""
    return [shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]
