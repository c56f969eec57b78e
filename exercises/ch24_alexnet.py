"""AlexNet: a deep convolutional network for large images.

Source: notes 12 (AlexNet).
"""

import torch
from torch import Tensor, nn


def alexnet() -> nn.Module:
    """Make an untrained AlexNet for images with one channel and ten classes.

    In this order, with ReLU after each convolution and after each linear layer but the last:
    1. a convolution from 1 to 96 channels: 11x11, stride 4, padding 1; then pooling;
    2. a convolution to 256 channels: 5x5, padding 2; then pooling;
    3. a convolution to 384 channels: 3x3, padding 1;
    4. a convolution to 384 channels: 3x3, padding 1;
    5. a convolution to 256 channels: 3x3, padding 1; then pooling;
    6. a linear layer from 6400 to 4096 values, then dropout;
    7. a linear layer from 4096 to 4096 values, then dropout;
    8. a linear layer from 4096 to 10 values.
    Pooling is 3x3 max pooling with stride 2. Dropout has the probability 0.5 and is off after
    `.eval()`. Convolutions and linear layers have a bias and are PyTorch's (nn.Conv2d, nn.Linear or
    their functions). The sizes are 54, 26, 26, 12, 12, 12, 12, 5 after the convolutions and
    poolings, in order.

    Returns:
        New module that maps images (n, 1, 224, 224) to scores (n, 10), without softmax, and does
        not modify them; it has 46,764,746 parameters, all trainable.

    >>> alexnet()(torch.rand(1, 1, 224, 224)).shape
    torch.Size([1, 10])
    """
    raise NotImplementedError("TODO alexnet")
