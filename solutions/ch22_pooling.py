"""Pooling: one value, the largest or the mean, for every window of an image."""

import torch
from torch import Tensor, nn


def pool2d(X: Tensor, pool_size: tuple[int, int], mode: str = "max") -> Tensor:
    """Pool one image with a window that moves by one step."""
    if mode not in ("max", "avg"):
        raise ValueError(f"mode must be 'max' or 'avg', not {mode!r}")
    p_h, p_w = pool_size
    Y = torch.zeros(X.shape[0] - p_h + 1, X.shape[1] - p_w + 1, device=X.device)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + p_h, j : j + p_w]  # (p_h, p_w)
            Y[i, j] = window.max() if mode == "max" else window.mean()
    return Y


def pool2d_multi(
    X: Tensor,
    pool_size: tuple[int, int],
    padding: int | tuple[int, int] = 0,
    stride: int | tuple[int, int] | None = None,
    mode: str = "max",
) -> Tensor:
    """Pool a batch of images with several channels, with padding and stride."""
    if mode not in ("max", "avg"):
        raise ValueError(f"mode must be 'max' or 'avg', not {mode!r}")
    p_h, p_w = pool_size
    pad_h, pad_w = (padding, padding) if isinstance(padding, int) else padding
    if stride is None:
        stride = pool_size
    s_h, s_w = (stride, stride) if isinstance(stride, int) else stride
    filling = float("-inf") if mode == "max" else 0.0  # -inf never wins a maximum
    X = nn.functional.pad(X, (pad_w, pad_w, pad_h, pad_h), value=filling)
    rows, columns = (X.shape[2] - p_h) // s_h + 1, (X.shape[3] - p_w) // s_w + 1
    Y = torch.zeros(X.shape[0], X.shape[1], rows, columns, device=X.device)
    for i in range(rows):
        for j in range(columns):
            top, left = i * s_h, j * s_w
            window = X[:, :, top : top + p_h, left : left + p_w]  # (n, c, p_h, p_w)
            Y[:, :, i, j] = window.amax(dim=(2, 3)) if mode == "max" else window.mean(dim=(2, 3))
    return Y
