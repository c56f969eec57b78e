"""Residual networks: blocks that add their input to what they compute.

Source: notes 17 (ResNet).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Residual(nn.Module):
    """Two 3x3 convolutions whose result is added to the input of the block.

    Each convolution is followed by its batch normalisation; ReLU acts after the first
    normalisation and after the addition. What is added is X itself, or conv3(X) if there is a
    conv3. A block works in training mode and after `.eval()`.

    Attributes, which are the only ones with parameters:
        conv1: nn.Conv2d, 3x3, padding 1, input_channels to num_channels, with the strides.
        conv2: nn.Conv2d, 3x3, padding 1, num_channels to num_channels, stride 1.
        conv3: None, or with `use_1x1conv` an nn.Conv2d, 1x1, input_channels to num_channels, with
            the strides.
        bn1, bn2: nn.BatchNorm2d with the default settings, one behind conv1, one behind conv2.

    All convolutions have a bias.

    Args:
        input_channels: channels of X.
        num_channels: channels of the output; without `use_1x1conv` equal to input_channels.
        use_1x1conv: whether a 1x1 convolution brings X to the shape of the output.
        strides: stride in height and width; without `use_1x1conv` it is 1.

    >>> X = torch.rand(4, 3, 6, 6)
    >>> Residual(3, 3)(X).shape
    torch.Size([4, 3, 6, 6])
    >>> Residual(3, 6, use_1x1conv=True, strides=2)(X).shape
    torch.Size([4, 6, 3, 3])
    """

    def __init__(
        self, input_channels: int, num_channels: int, use_1x1conv: bool = False, strides: int = 1
    ) -> None:
        super().__init__()
        raise NotImplementedError("TODO Residual.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X of shape (n, input_channels, h, w) to (n, num_channels, h', w').

        h' is h / strides, rounded up, and so is w'. X is not modified; the output is
        differentiable in X and in every parameter.
        """
        raise NotImplementedError("TODO Residual.forward")


def resnet_block(
    input_channels: int, num_channels: int, num_residuals: int, first_block: bool = False
) -> list[Residual]:
    """Make the residual blocks of one stage of a ResNet.

    The first one halves height and width (stride 2, a 1x1 convolution for its input) and brings
    input_channels to num_channels. All others keep the shape and have no 1x1 convolution.

    Args:
        input_channels: channels of the input of the stage.
        num_channels: channels of every output.
        num_residuals: how many blocks, at least 1.
        first_block: True for the stage behind the pooling layer, where also the first block keeps
            the shape and has no 1x1 convolution; then input_channels equals num_channels.

    Returns:
        List of num_residuals different blocks, new ones on every call.

    >>> stage = nn.Sequential(*resnet_block(64, 128, 2))
    >>> stage(torch.rand(1, 64, 56, 56)).shape
    torch.Size([1, 128, 28, 28])
    """
    raise NotImplementedError("TODO resnet_block")


def resnet18(in_channels: int = 1, num_classes: int = 10) -> nn.Module:
    """Make an untrained ResNet-18.

    In this order: a 7x7 convolution to 64 channels with stride 2 and padding 3, batch
    normalisation, ReLU, 3x3 max pooling with stride 2 and padding 1; four stages of two residual
    blocks with 64, 128, 256 and 512 channels, of which all but the first stage halve height and
    width; the average of each channel over all positions; a linear layer. For images of 224 x 224
    the sizes are 112, then 56 after pooling, and 56, 28, 14, 7 after the stages.

    Args:
        in_channels: channels of the images.
        num_classes: scores an image gets.

    Returns:
        New module that maps images (n, in_channels, h, w) of any size from 32 x 32 on to scores
        (n, num_classes), without softmax; with the defaults it has 11,178,378 parameters.

    >>> resnet18()(torch.rand(2, 1, 96, 96)).shape
    torch.Size([2, 10])
    """
    raise NotImplementedError("TODO resnet18")
