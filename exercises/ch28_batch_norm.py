"""Batch normalisation: keep the scale of every feature steady while a deep net learns.

Source: notes 16 (Batch normalization).
"""

import torch
from torch import Tensor, nn


def batch_norm(
    X: Tensor,
    gamma: Tensor,
    beta: Tensor,
    moving_mean: Tensor,
    moving_var: Tensor,
    eps: float,
    momentum: float,
) -> tuple[Tensor, Tensor, Tensor]:
    """Normalise every feature of a batch, then scale it by gamma and shift it by beta.

    The features of a matrix are its columns. The features of images are their channels: the mean
    and the variance of a channel are taken over all images and pixels. Every variance divides by
    the count, not by the count minus one.

    With gradients on (`torch.is_grad_enabled()`) this is training: the mean and the variance of
    the batch normalise it, and the moving statistics move towards them, `momentum` being the
    weight of the old value. With gradients off it is evaluation: the moving statistics normalise,
    and they come back as they are.

    Args:
        X: shape (n, d) or (n, c, h, w), float32. Not modified.
        gamma, beta: scale and shift, shape (1, d) or (1, c, 1, 1).
        moving_mean, moving_var: the statistics so far, shaped as gamma. Not modified.
        eps: small number that is added to the variance.
        momentum: weight of the old moving statistics, in [0, 1].

    Returns:
        Tuple (Y, new moving mean, new moving variance). Y is shaped as X, differentiable in X,
        gamma and beta, also through the statistics of the batch. The other two are shaped as
        moving_mean.

    >>> X = torch.tensor([[4.0], [0.0], [0.0], [0.0]])
    >>> zero, one = torch.zeros(1, 1), torch.ones(1, 1)
    >>> Y, mean, var = batch_norm(X, one, zero, zero, one, eps=1.0, momentum=0.75)
    >>> Y.flatten(), mean, var
    (tensor([ 1.5000, -0.5000, -0.5000, -0.5000]), tensor([[0.2500]]), tensor([[1.5000]]))
    """
    raise NotImplementedError("TODO batch_norm")


class BatchNorm(nn.Module):
    """Batch normalisation as a layer, with eps 1e-5 and momentum 0.9.

    In training, which is training mode with gradients on, it does what `batch_norm` does in
    training and remembers the new moving statistics. In evaluation, which is after `.eval()` and
    under `torch.no_grad()`, it does what `batch_norm` does in evaluation and changes nothing. (The
    two mixed cases are yours to decide.)

    The trainable parameters are gamma, ones at first, and beta, zeros at first; each has
    num_features values. The moving mean starts at 0, the moving variance at 1. After the layer was
    moved with `.to(device)` it works on inputs there.

    Args:
        num_features: columns or channels of the input.
        num_dims: 2 for inputs (n, num_features), 4 for images (n, num_features, h, w).

    >>> BatchNorm(6, num_dims=4)(torch.ones(2, 6, 3, 5)).shape
    torch.Size([2, 6, 3, 5])
    """

    def __init__(self, num_features: int, num_dims: int) -> None:
        super().__init__()
        raise NotImplementedError("TODO BatchNorm.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Normalise X of shape (n, num_features) or (n, num_features, h, w), which is not modified.

        Returns a tensor of the shape of X, differentiable in X, gamma and beta.
        """
        raise NotImplementedError("TODO BatchNorm.forward")


def lenet_bn() -> nn.Module:
    """The LeNet of the notes with batch normalisation after each hidden layer.

    Two convolutions with a 5 x 5 kernel and no padding, to 6 and to 16 channels, then three linear
    layers, to 120, to 84 and to 10 values; all five have a bias. After each of the first four come
    batch normalisation and then the sigmoid; after each convolution's sigmoid a 2 x 2 maximum
    pooling with stride 2. The last layer stands alone. `BatchNorm` and the layers of torch.nn that
    do the same are equally right, and so is any way of nesting the net.

    Returns:
        A new net at every call, for images (n, 1, 28, 28), with scores (n, 10). In evaluation
        (`.eval()` and `torch.no_grad()`) the scores of an image do not depend on the other images.

    >>> lenet_bn()(torch.ones(4, 1, 28, 28)).shape
    torch.Size([4, 10])
    """
    raise NotImplementedError("TODO lenet_bn")
