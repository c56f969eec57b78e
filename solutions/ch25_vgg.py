"""VGG: a deep network built from blocks of 3x3 convolutions."""

from collections.abc import Sequence

from torch import nn


def vgg_block(num_convs: int, in_channels: int, out_channels: int) -> nn.Module:
    """Make a VGG block: 3x3 convolutions with padding 1, a ReLU after each, then pooling."""
    layers = []
    for _ in range(num_convs):
        layers.append(nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1))
        layers.append(nn.ReLU())
        in_channels = out_channels  # what this convolution gives is what the next one gets
    layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    return nn.Sequential(*layers)


def vgg(conv_arch: Sequence[tuple[int, int]]) -> nn.Module:
    """Make an untrained VGG for images of 224 x 224 with one channel and ten classes."""
    blocks = []
    in_channels = 1
    for num_convs, out_channels in conv_arch:
        blocks.append(vgg_block(num_convs, in_channels, out_channels))
        in_channels = out_channels
    return nn.Sequential(
        *blocks,  # (n, channels, 7, 7): five blocks halve 224 five times
        nn.Flatten(),
        nn.Linear(in_channels * 7 * 7, 4096),
        nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(4096, 4096),
        nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(4096, 10),
    )


def shrink(conv_arch: Sequence[tuple[int, int]], ratio: int) -> list[tuple[int, int]]:
    """Make the architecture of a narrower VGG."""
    return [(num_convs, channels // ratio) for num_convs, channels in conv_arch]
