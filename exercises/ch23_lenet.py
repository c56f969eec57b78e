"""LeNet: a small convolutional network, and its training on a CPU or a GPU.

Source: notes 11 (LeNet).
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# Pairs (X, y). X is a tensor, or a list of tensors for a net that takes such a list.
Batches = Iterable[tuple[Tensor | list[Tensor], Tensor]]


class Reshape(nn.Module):
    """A layer without parameters that makes images of 28 x 28 pixels out of any X.

    >>> Reshape()(torch.ones(2, 784)).shape
    torch.Size([2, 1, 28, 28])
    """

    def forward(self, X: Tensor) -> Tensor:
        """Give the values of X, in their order and dtype, the shape (n, 1, 28, 28).

        X has the shape (n, ...), with 784 values an example, such as (n, 784) or (n, 28, 28); n
        may be 0. It is not modified, but the result may share its memory. The result is
        differentiable in X.
        """
        raise NotImplementedError("TODO Reshape.forward")


def lenet() -> nn.Module:
    """Make an untrained LeNet for images with one channel and ten classes.

    In this order, each layer with a bias:
    1. a convolution from 1 to 6 channels, 5 x 5, padding 2; sigmoid; pooling;
    2. a convolution from 6 to 16 channels, 5 x 5, no padding; sigmoid; pooling;
    3. a linear layer from 400 to 120 values; sigmoid;
    4. a linear layer from 120 to 84 values; sigmoid;
    5. a linear layer from 84 to 10 values, with nothing after it.
    Both convolutions have stride 1. Pooling takes the mean of 2 x 2 values, with stride 2. The
    sizes are 28 and 10 after the convolutions, 14 and 5 after the poolings.

    Any way of nesting the net is right, and so are any first values of the parameters. `Reshape`
    may stand in front.

    Returns:
        A new net at every call, which maps images (n, 1, 28, 28) to scores (n, 10), without
        softmax, and does not modify them. It has 61,706 parameters, all trainable, and gives the
        same scores in training mode and after `.eval()`.

    >>> lenet()(torch.rand(1, 1, 28, 28)).shape
    torch.Size([1, 10])
    """
    raise NotImplementedError("TODO lenet")


def evaluate_accuracy_gpu(
    net: nn.Module, data_iter: Batches, device: torch.device | None = None
) -> float:
    """Share of right predictions among all examples of data_iter, on the device of the net.

    It works without gradients: while the net runs, `torch.is_grad_enabled()` is False. Afterwards
    gradients are on or off as they were before.

    Args:
        net: module with parameters, which maps X of a batch to scores (b, k); the highest score
            is the prediction. It works in evaluation mode; which mode it is left in is free. Its
            parameters and buffers are not modified.
        data_iter: batches (X, y) with y of shape (b,), int64, at least one; the last may be
            shorter. X may be a list of tensors, which the net then takes as a list. The batches
            may be on another device than the net: all tensors of X, and y, are moved for it. They
            are not modified.
        device: where the net is; None stands for the device of its first parameter.

    Returns:
        A number from 0 to 1, in which every example counts the same.

    >>> net = nn.Linear(2, 2, bias=False)
    >>> _ = nn.init.eye_(net.weight)
    >>> X, y = torch.tensor([[3.0, 1.0], [0.0, 2.0]]), torch.tensor([0, 0])
    >>> evaluate_accuracy_gpu(net, [(X, y)])
    0.5
    """
    raise NotImplementedError("TODO evaluate_accuracy_gpu")


def train_ch6(
    net: nn.Module,
    train_iter: Batches,
    test_iter: Batches,
    num_epochs: int,
    lr: float,
    device: torch.device,
) -> list[tuple[float, float, float]]:
    """Train a classifier on a device, and evaluate it after every epoch.

    Before anything else, the weight of every nn.Linear and nn.Conv2d in the net, however deep, is
    drawn anew: uniformly, with Xavier's bound. What happens to the biases is free; a layer may have
    none. Weights of other layers stay. The net is moved to `device`, and stays there.

    Each epoch is one pass over train_iter in training mode. Every batch makes one step of plain
    gradient descent (no momentum, no weight decay) with the learning rate lr, on the gradients of
    the mean cross-entropy of this batch alone. Then the net is evaluated on test_iter, as
    `evaluate_accuracy_gpu` does it.

    Args:
        net: as for evaluate_accuracy_gpu. It is trained in place.
        train_iter, test_iter: as data_iter for evaluate_accuracy_gpu, from one batch on. They
            have a length and can be run through again and again; a pass may bring other batches
            than the pass before.
        num_epochs: 1 or more.
        lr: learning rate.
        device: where the net is trained. The batches may be on another device.

    Returns:
        List with a tuple of numbers for each epoch, good or bad as they may be:
        (train loss, train accuracy, test accuracy). The first two are those of all examples of the
        epoch, each batch as it was before its own step; every example counts the same.

    >>> batch = torch.eye(2), torch.tensor([0, 1])
    >>> epochs = train_ch6(nn.Linear(2, 2), [batch], [batch], 50, 2.0, torch.device("cpu"))
    >>> len(epochs), epochs[-1][1:]
    (50, (1.0, 1.0))
    """
    raise NotImplementedError("TODO train_ch6")
