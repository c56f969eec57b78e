"""Pooling: one value, the largest or the mean, for every window of an image.

Source: notes 10 (Pooling layers).
"""

import torch
from torch import Tensor, nn


def pool2d(X: Tensor, pool_size: tuple[int, int], mode: str = "max") -> Tensor:
    """Pool one image with a window that moves by one step.

    The window starts in the upper left corner and visits every place where it lies wholly inside
    the image. An element of the result is the maximum or the mean of one window.

    Args:
        X: shape (h, w), float32. Not modified.
        pool_size: (height, width) of the window, not larger than X.
        mode: "max" or "avg".

    Returns:
        Tensor of shape (h - height + 1, w - width + 1), on the device of X, differentiable in X.

    Raises:
        ValueError: mode is neither "max" nor "avg".

    >>> X = torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]])
    >>> pool2d(X, (2, 2))
    tensor([[4., 5.],
            [7., 8.]])
    >>> pool2d(X, (2, 2), "avg")
    tensor([[2., 3.],
            [5., 6.]])
    """
    raise NotImplementedError("TODO pool2d")


def pool2d_multi(
    X: Tensor,
    pool_size: tuple[int, int],
    padding: int | tuple[int, int] = 0,
    stride: int | tuple[int, int] | None = None,
    mode: str = "max",
) -> Tensor:
    """Pool a batch of images with several channels, with padding and stride.

    Every channel of every image is pooled on its own. The padding lies on both sides: `padding`
    rows above and as many below, `padding` columns left and as many right. Padding never wins a
    maximum; in a mean it counts as zeros. Windows that would reach beyond the padded image are
    left out.

    Args:
        X: shape (n, c, h, w), float32. Not modified.
        pool_size: (height, width) of the window.
        padding: rows and columns on each side, one number for both or a pair (rows, columns); at
            most half of the window.
        stride: steps down and to the right, one number for both or a pair (down, right); None
            stands for the size of the window.
        mode: "max" or "avg".

    Returns:
        Tensor of shape (n, c, rows, columns), on the device of X, differentiable in X; as many
        rows and columns as there are windows.

    Raises:
        ValueError: mode is neither "max" nor "avg".

    >>> X = torch.arange(16, dtype=torch.float32).reshape(1, 1, 4, 4)
    >>> pool2d_multi(X, (3, 3))
    tensor([[[[10.]]]])
    >>> pool2d_multi(torch.cat((X, X + 1), 1), (3, 3), padding=1, stride=2)
    tensor([[[[ 5.,  7.],
              [13., 15.]],
    <BLANKLINE>
             [[ 6.,  8.],
              [14., 16.]]]])
    """
    raise NotImplementedError("TODO pool2d_multi")
