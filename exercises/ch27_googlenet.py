"""GoogLeNet: blocks that look at an image with kernels of several sizes at once.

Source: notes 15 (GoogLeNet).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Inception(nn.Module):
    """Four paths through the same input; their outputs are stacked along the channels.

    Path 1: a 1x1 convolution to c1 channels.
    Path 2: a 1x1 convolution to c2[0] channels, then a 3x3 one with padding 1 to c2[1] channels.
    Path 3: a 1x1 convolution to c3[0] channels, then a 5x5 one with padding 2 to c3[1] channels.
    Path 4: 3x3 max pooling with stride 1 and padding 1, then a 1x1 convolution to c4 channels.
    Each of the six convolutions is followed by ReLU; all have stride 1 and a bias and are PyTorch's
    own. There are no other parameters, and nothing is random.

    Args:
        in_channels: channels of the input.
        c1: channels of path 1.
        c2, c3: pairs of channels, after the first and after the second convolution of the path.
        c4: channels of path 4.

    >>> Inception(192, 64, (96, 128), (16, 32), 32)(torch.rand(1, 192, 12, 12)).shape
    torch.Size([1, 256, 12, 12])
    """

    def __init__(
        self, in_channels: int, c1: int, c2: tuple[int, int], c3: tuple[int, int], c4: int
    ) -> None:
        super().__init__()
        raise NotImplementedError("TODO Inception.__init__")

    def forward(self, x: Tensor) -> Tensor:
        """Map x of shape (n, in_channels, h, w) to (n, c1 + c2[1] + c3[1] + c4, h, w).

        The channels of path 1 come first, those of path 4 last. x is not modified; the output is
        differentiable in x and in every parameter.
        """
        raise NotImplementedError("TODO Inception.forward")


def googlenet() -> nn.Module:
    """Make an untrained GoogLeNet for images with one channel and ten classes.

    In this order, with ReLU after each convolution:
    1. a 7x7 convolution to 64 channels with stride 2 and padding 3; pooling;
    2. a 1x1 convolution to 64 channels; a 3x3 one with padding 1 to 192 channels; pooling;
    3. the Inception blocks, c1, c2, c3, c4: 64, (96, 128), (16, 32), 32;
       128, (128, 192), (32, 96), 64; pooling;
    4. 192, (96, 208), (16, 48), 64; 160, (112, 224), (24, 64), 64; 128, (128, 256), (24, 64), 64;
       112, (144, 288), (32, 64), 64; 256, (160, 320), (32, 128), 128; pooling;
    5. 256, (160, 320), (32, 128), 128; 384, (192, 384), (48, 128), 128;
       the average of each channel over all positions;
    6. a linear layer, PyTorch's own with a bias, from 1024 to 10 values.
    Pooling is 3x3 max pooling with stride 2 and padding 1. For images of 96 x 96 the sizes are 24,
    12, 6 and 3 after the first four poolings. Nothing is random: there is no dropout.

    Returns:
        New module that maps images (n, 1, 96, 96) to scores (n, 10), without softmax, and does not
        modify them; it has 5,977,530 parameters, all trainable.

    >>> googlenet()(torch.rand(1, 1, 96, 96)).shape
    torch.Size([1, 10])
    """
    raise NotImplementedError("TODO googlenet")
