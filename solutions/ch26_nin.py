"""Network in network: 1x1 convolutions in place of large linear layers."""

from torch import nn


def nin_block(
    in_channels: int, out_channels: int, kernel_size: int, strides: int, padding: int
) -> nn.Module:
    """Make a NiN block: a convolution and two 1x1 convolutions, a ReLU after each of the three."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, stride=strides, padding=padding),
        nn.ReLU(),
        nn.Conv2d(out_channels, out_channels, kernel_size=1),
        nn.ReLU(),
        nn.Conv2d(out_channels, out_channels, kernel_size=1),
        nn.ReLU(),
    )


def nin() -> nn.Module:
    """Make an untrained NiN for ten classes; it has no linear layer."""
    return nn.Sequential(
        nin_block(1, 96, kernel_size=11, strides=4, padding=0),  # (n, 96, 54, 54)
        nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)
        nin_block(96, 256, kernel_size=5, strides=1, padding=2),
        nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 12, 12)
        nin_block(256, 384, kernel_size=3, strides=1, padding=1),
        nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 384, 5, 5)
        nn.Dropout(0.5),
        nin_block(384, 10, kernel_size=3, strides=1, padding=1),  # one channel a class
        nn.AdaptiveAvgPool2d((1, 1)),  # (n, 10, 1, 1)
        nn.Flatten(),
    )
