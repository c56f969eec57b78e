"""Convolution: one small kernel slides over an image, then over many channels.

Source: notes 7 (Convolution), 8 (Padding and stride), 9 (Multiple channels).
"""

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation of an image with a kernel, as in nn.Conv2d: the kernel is not flipped.

    Each output is the sum of the products of K and the window of X under it. The kernel takes
    every place where it lies wholly inside X, one pixel apart.

    Args:
        X: shape (h, w), float32. Not modified.
        K: shape (kh, kw), float32, no larger than X. Not modified.

    Returns:
        Tensor of shape (h - kh + 1, w - kw + 1), float32, on the device of X, differentiable in X
        and K.

    >>> corr2d(torch.arange(9.0).reshape(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[19., 25.],
            [37., 43.]])
    """
    raise NotImplementedError("TODO corr2d")


class Conv2D(nn.Module):
    """Convolutional layer for one image: corr2d with a trainable kernel, plus a bias.

    Parameters: `weight` of shape kernel_size, and `bias`, one value. Their first values are free.
    On a GPU, after `.to(device)`, the layer takes images of that device and answers there.

    Args:
        kernel_size: (height, width) of the kernel.

    >>> Conv2D(kernel_size=(1, 2))(torch.ones(6, 8)).shape
    torch.Size([6, 7])
    """

    def __init__(self, kernel_size: tuple[int, int]) -> None:
        super().__init__()
        raise NotImplementedError("TODO Conv2D.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X (h, w) to (h - kh + 1, w - kw + 1); differentiable. X is not modified."""
        raise NotImplementedError("TODO Conv2D.forward")


def learn_kernel(
    X: Tensor, Y: Tensor, kernel_size: tuple[int, int], lr: float, num_steps: int
) -> Tensor:
    """Learn the kernel that maps X to Y; there is no bias.

    Makes `num_steps` steps of plain gradient descent on the summed squared error of the output
    of corr2d. The kernel starts anew in each call, at values of your choice between -3 and 3.

    Args:
        X: shape (h, w), float32. Not modified.
        Y: shape (h - kh + 1, w - kw + 1), float32. Not modified.
        kernel_size: (kh, kw).
        lr: learning rate, used as it is.
        num_steps: number of steps, each on the whole of X.

    Returns:
        The kernel after the last step: tensor of shape (kh, kw), float32, on the device of X.

    >>> X, Y = torch.tensor([[1.0, 0.0, 0.0, 1.0]]), torch.tensor([[1.0, 0.0, -1.0]])
    >>> learn_kernel(X, Y, (1, 2), lr=0.5, num_steps=50).round()
    tensor([[ 1., -1.]])
    """
    raise NotImplementedError("TODO learn_kernel")


def comp_conv2d(conv2d: nn.Conv2d, X: Tensor) -> Tensor:
    """Apply an nn.Conv2d, which is made for batches of images, to one image without channels.

    Args:
        conv2d: any nn.Conv2d with one input and one output channel.
        X: shape (h, w). Not modified.

    Returns:
        The output map as a matrix, also where it is one pixel high or wide; on the device of X,
        differentiable in X and in the parameters of conv2d.

    >>> conv2d = nn.Conv2d(1, 1, kernel_size=(3, 5), padding=(0, 1), stride=(3, 4))
    >>> comp_conv2d(conv2d, torch.rand(8, 8)).shape
    torch.Size([2, 2])
    """
    raise NotImplementedError("TODO comp_conv2d")


def conv_output_shape(n: int, k: int, p: int, s: int) -> int:
    """Size of the output of a convolution along one axis.

    Args:
        n: size of the input.
        k: size of the kernel, at most n + 2 p.
        p: padding on each of the two sides.
        s: stride, at least 1.

    Returns:
        The size, an int: how many places the kernel takes inside the padded input.

    >>> conv_output_shape(8, 3, 1, 2)
    4
    """
    raise NotImplementedError("TODO conv_output_shape")


def conv_as_matrix(K: Tensor, in_shape: tuple[int, int]) -> Tensor:
    """The matrix M of the dense layer that does the same as the kernel K.

    For every X of shape in_shape, M @ X.flatten() equals corr2d(X, K).flatten().

    Args:
        K: shape (kh, kw), float32, no larger than the image. Not modified.
        in_shape: (h, w) of the image.

    Returns:
        Tensor of shape ((h - kh + 1) * (w - kw + 1), h * w), float32, on the device of K,
        differentiable in K.

    >>> conv_as_matrix(torch.tensor([[1.0, -1.0]]), (1, 4))
    tensor([[ 1., -1.,  0.,  0.],
            [ 0.,  1., -1.,  0.],
            [ 0.,  0.,  1., -1.]])
    """
    raise NotImplementedError("TODO conv_as_matrix")


def corr2d_padded(
    X: Tensor,
    K: Tensor,
    padding: tuple[int, int] = (0, 0),
    stride: tuple[int, int] = (1, 1),
) -> Tensor:
    """Cross-correlation with zero padding and stride, as in nn.Conv2d.

    Args:
        X: shape (h, w), float32. Not modified.
        K: shape (kh, kw), float32, no larger than the padded X. Not modified.
        padding: (rows of zeros above and also below, columns of zeros left and also right).
        stride: (rows, columns) from one place of the kernel to the next; the first is top left.

    Returns:
        Matrix with conv_output_shape rows and columns, float32, on the device of X, differentiable
        in X and K.

    >>> corr2d_padded(torch.rand(8, 8), torch.rand(3, 5), padding=(0, 1), stride=(3, 4)).shape
    torch.Size([2, 2])
    """
    raise NotImplementedError("TODO corr2d_padded")


def corr2d_multi_in(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation with several input channels: corr2d of each channel, added up.

    Args:
        X: shape (c_in, h, w), float32. Not modified.
        K: shape (c_in, kh, kw), float32: a matrix for each channel of X. Not modified.

    Returns:
        Tensor of shape (h - kh + 1, w - kw + 1), float32, on the device of X, differentiable in X
        and K.

    >>> X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
    >>> corr2d_multi_in(torch.stack((X, X + 1)), torch.stack((K, K + 1)))
    tensor([[ 56.,  72.],
            [104., 120.]])
    """
    raise NotImplementedError("TODO corr2d_multi_in")


def corr2d_multi_in_out(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlation with several input and output channels.

    Output channel i is what corr2d_multi_in makes of X and K[i].

    Args:
        X: shape (c_in, h, w), float32. Not modified.
        K: shape (c_out, c_in, kh, kw), float32. Not modified.

    Returns:
        Tensor of shape (c_out, h - kh + 1, w - kw + 1), float32, on the device of X,
        differentiable in X and K.

    >>> K = torch.stack([torch.full((1, 1, 2), value) for value in (1.0, 2.0, 3.0)])
    >>> corr2d_multi_in_out(torch.ones(1, 1, 3), K).flatten(1)
    tensor([[2., 2.],
            [4., 4.],
            [6., 6.]])
    """
    raise NotImplementedError("TODO corr2d_multi_in_out")


def corr2d_multi_in_out_1x1(X: Tensor, K: Tensor) -> Tensor:
    """Convolution with 1x1 kernels: the channels of each pixel are mixed, no pixel sees another.

    Args:
        X: shape (c_in, h, w), float32. Not modified.
        K: shape (c_out, c_in, 1, 1), float32. Not modified.

    Returns:
        What corr2d_multi_in_out returns: shape (c_out, h, w), float32, on the device of X,
        differentiable in X and K.

    >>> corr2d_multi_in_out_1x1(torch.rand(3, 4, 5), torch.rand(2, 3, 1, 1)).shape
    torch.Size([2, 4, 5])
    """
    raise NotImplementedError("TODO corr2d_multi_in_out_1x1")
