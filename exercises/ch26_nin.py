"""Network in network: 1x1 convolutions in place of large linear layers.

Source: notes 14 (NiN).
"""

import torch
from torch import Tensor, nn


def nin_block(
    in_channels: int, out_channels: int, kernel_size: int, strides: int, padding: int
) -> nn.Module:
    """Make a NiN block: a convolution and two 1x1 convolutions, a ReLU after each of the three.

    The first convolution has the given kernel size, strides and padding. The 1x1 convolutions act
    at every position on its own; they keep the number of channels, the height and the width. All
    three have a bias and are PyTorch's own.

    Args:
        in_channels: channels of the input.
        out_channels: channels of the output.
        kernel_size: height and width of the first kernel.
        strides: stride of the first convolution in height and width.
        padding: rows and columns of zeros on each side of the input of the first convolution.

    Returns:
        New module that maps (n, in_channels, h, w) to (n, out_channels, h', w') and does not modify
        its input; h' and w' are those of the first convolution.

    >>> nin_block(1, 96, kernel_size=11, strides=4, padding=0)(torch.rand(1, 1, 224, 224)).shape
    torch.Size([1, 96, 54, 54])
    """
    raise NotImplementedError("TODO nin_block")


def nin() -> nn.Module:
    """Make an untrained NiN for ten classes; it has no linear layer.

    In this order:
    1. a NiN block from 1 to 96 channels: 11x11, strides 4, no padding; then pooling;
    2. a NiN block to 256 channels: 5x5, strides 1, padding 2; then pooling;
    3. a NiN block to 384 channels: 3x3, strides 1, padding 1; then pooling;
    4. dropout of single values with probability 0.5, off after `.eval()`;
    5. a NiN block to 10 channels: 3x3, strides 1, padding 1;
    6. the average of each channel over all positions.
    Pooling is 3x3 max pooling with stride 2. For images of 224 x 224 the sizes are 54, 26, 12, 5
    after the blocks, and 26, 12, 5 after the poolings.

    Returns:
        New module that maps images (n, 1, 224, 224) to scores (n, 10), without softmax, and does
        not modify them; it has 1,992,166 parameters, all trainable.

    >>> nin()(torch.rand(1, 1, 224, 224)).shape
    torch.Size([1, 10])
    """
    raise NotImplementedError("TODO nin")
