"""Convolution: one small kernel slides over an image, then over many channels."""

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation of an image with a kernel."""
    kh, kw = K.shape
    Y = X.new_zeros(X.shape[0] - kh + 1, X.shape[1] - kw + 1)  # dtype and device of X
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + kh, j : j + kw] * K).sum()
    return Y


class Conv2D(nn.Module):
    """Convolutional layer with one input and one output channel."""

    def __init__(self, kernel_size: tuple[int, int]) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X: Tensor) -> Tensor:
        return corr2d(X, self.weight) + self.bias


def learn_kernel(
    X: Tensor, Y: Tensor, kernel_size: tuple[int, int], lr: float, num_steps: int
) -> Tensor:
    """Kernel that maps X to Y, by gradient descent on the summed squared error."""
    conv2d = nn.Conv2d(1, 1, kernel_size, bias=False, device=X.device)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)  # (1, 1, height, width)
    for _ in range(num_steps):
        conv2d.zero_grad()
        loss = ((conv2d(X) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            conv2d.weight -= lr * conv2d.weight.grad
    return conv2d.weight.detach().reshape(kernel_size)


def comp_conv2d(conv2d: nn.Conv2d, X: Tensor) -> Tensor:
    """Apply a layer for batches of images to a single image of one channel."""
    Y = conv2d(X.reshape(1, 1, *X.shape))  # (1, 1, height, width)
    return Y.reshape(Y.shape[2:])  # not squeeze(): a map may be one pixel high or wide


def conv_output_shape(n: int, k: int, p: int, s: int) -> int:
    """Size of the output along one axis."""
    return (n + 2 * p - k) // s + 1


def conv_as_matrix(K: Tensor, in_shape: tuple[int, int]) -> Tensor:
    """Matrix of the dense layer that computes the same as the kernel."""
    (h, w), (kh, kw) = in_shape, K.shape
    rows = []
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            weights = K.new_zeros(h, w)  # of output (i, j): 0 outside its window
            weights[i : i + kh, j : j + kw] = K
            rows.append(weights.flatten())
    return torch.stack(rows)


def corr2d_padded(
    X: Tensor,
    K: Tensor,
    padding: tuple[int, int] = (0, 0),
    stride: tuple[int, int] = (1, 1),
) -> Tensor:
    """Cross-correlation with zero padding and stride."""
    ph, pw = padding
    sh, sw = stride
    X = nn.functional.pad(X, (pw, pw, ph, ph))  # the last axis comes first
    return corr2d(X, K)[::sh, ::sw]


def corr2d_multi_in(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation of all channels, added up."""
    return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))


def corr2d_multi_in_out(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation with one kernel over all input channels for each output channel."""
    return torch.stack([corr2d_multi_in(X, k) for k in K])


def corr2d_multi_in_out_1x1(X: Tensor, K: Tensor) -> Tensor:
    """Convolution with 1x1 kernels: a dense layer over the channels of every pixel."""
    c_in, h, w = X.shape
    c_out = K.shape[0]
    pixels = X.reshape(c_in, h * w)  # one column a pixel
    return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)
