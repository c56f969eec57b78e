"""VGG: a deep network built from blocks of 3x3 convolutions.

Source: notes 13 (VGG).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def vgg_block(num_convs: int, in_channels: int, out_channels: int) -> nn.Module:
    """Make a VGG block: 3x3 convolutions with padding 1, a ReLU after each, then pooling.

    The convolutions keep height and width; the first one brings in_channels to out_channels. All
    have a bias and are PyTorch's (nn.Conv2d or F.conv2d). Pooling is 2x2 max pooling with stride 2.

    Args:
        num_convs: number of convolutions, at least 1.
        in_channels: channels of the input.
        out_channels: channels of the output.

    Returns:
        New module that maps (n, in_channels, h, w) to (n, out_channels, h', w') and does not modify
        its input; h' is h / 2, rounded down, and so is w'.

    >>> vgg_block(2, 128, 256)(torch.rand(1, 128, 56, 56)).shape
    torch.Size([1, 256, 28, 28])
    """
    raise NotImplementedError("TODO vgg_block")


def vgg(conv_arch: Sequence[tuple[int, int]]) -> nn.Module:
    """Make an untrained VGG for images of 224 x 224 with one channel and ten classes.

    The VGG blocks of conv_arch, one after the other; their output, flattened; a linear layer to
    4096 values, ReLU, dropout; a linear layer to 4096 values, ReLU, dropout; a linear layer to 10
    values. Dropout has the probability 0.5 and is off after `.eval()`. The linear layers have a
    bias and are PyTorch's (nn.Linear or F.linear).

    Args:
        conv_arch: five pairs (num_convs, out_channels), one a block; a list or a tuple. Not
            modified.

    Returns:
        New module that maps images (n, 1, 224, 224) to scores (n, 10), without softmax, and does
        not modify them; all parameters are trainable. For VGG-11, with conv_arch
        ((1, 64), (1, 128), (2, 256), (2, 512), (2, 512)), there are 128,806,154 of them.

    >>> narrow = vgg([(1, 4), (1, 8), (2, 16), (2, 32), (2, 32)])
    >>> narrow(torch.rand(1, 1, 224, 224)).shape
    torch.Size([1, 10])
    """
    raise NotImplementedError("TODO vgg")


def shrink(conv_arch: Sequence[tuple[int, int]], ratio: int) -> list[tuple[int, int]]:
    """Make the architecture of a narrower VGG.

    Args:
        conv_arch: pairs (num_convs, out_channels); a list or a tuple of any length. Not modified.
        ratio: by how much the channels are divided, at least 1; what is left over is cut off.

    Returns:
        List of the same pairs with fewer channels; all numbers are ints.

    >>> shrink(((1, 64), (1, 128), (2, 256), (2, 512), (2, 512)), 4)
    [(1, 16), (1, 32), (2, 64), (2, 128), (2, 128)]
    """
    raise NotImplementedError("TODO shrink")
