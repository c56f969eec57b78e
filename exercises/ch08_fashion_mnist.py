"""Images of clothes: load Fashion-MNIST in batches, name its classes, lay images out in a grid.

Source: notes 3.5 (Fashion-MNIST).
"""

from collections.abc import Sequence
from pathlib import Path

import torch
import torchvision
from torch import Tensor
from torch.utils.data import DataLoader
from torchvision import transforms

from data import garments

FOLDER = garments.folder()  # of the project's own images, or of the real ones


def get_fashion_mnist_labels(labels: Sequence[int] | Tensor) -> list[str]:
    """Name the classes of Fashion-MNIST.

    The names of classes 0 to 9 are t-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker,
    bag, ankle boot.

    Args:
        labels: n class numbers from 0 to 9: a list, a tuple or a tensor of shape (n,).

    Returns:
        List of n names, in the order of the labels.

    >>> get_fashion_mnist_labels([0, 2, 3])
    ['t-shirt', 'pullover', 'dress']
    """
    raise NotImplementedError("TODO get_fashion_mnist_labels")


def load_data_fashion_mnist(
    batch_size: int,
    resize: int | None = None,
    root: str | Path = FOLDER,
    num_workers: int = 0,
) -> tuple[DataLoader, DataLoader]:
    """Open the training set and the test set of Fashion-MNIST as batches of tensors.

    `torchvision.datasets.FashionMNIST` reads the files under `root`; they are there already. (The
    project's own garments lie there in the same format. `make data` downloads the real set.)

    Args:
        batch_size: images in a batch; only the last batch of a pass may have fewer.
        resize: height and width to which the images are scaled; None leaves them at 28 x 28.
        root: folder that holds the data set.
        num_workers: number of processes that load batches, for both loaders.

    Returns:
        Tuple (training loader, test loader) of DataLoaders. A batch is images (b, 1, 28, 28) or
        (b, 1, resize, resize), float32 from 0 (black) to 1, and labels (b,), int64. A pass gives
        every image once with its label. The training images come in another random order at each
        pass; the test images always in the order of the file.

    >>> train_iter, test_iter = load_data_fashion_mnist(32, resize=64)
    >>> X, y = next(iter(test_iter))
    >>> X.shape, X.dtype, y.shape, y.dtype
    (torch.Size([32, 1, 64, 64]), torch.float32, torch.Size([32]), torch.int64)
    """
    raise NotImplementedError("TODO load_data_fashion_mnist")


def image_grid(imgs: Tensor, num_rows: int, num_cols: int) -> Tensor:
    """Lay images out in a grid, row by row, to look at them all at once.

    Args:
        imgs: shape (n, h, w), with n at most num_rows * num_cols. Not modified.
        num_rows: images one below the other.
        num_cols: images side by side.

    Returns:
        Tensor (num_rows * h, num_cols * w) of the dtype of imgs: the first num_cols images from
        left to right at the top, the next ones below, and 0 where the images run out.

    >>> image_grid(torch.tensor([[[1, 2]], [[3, 4]], [[5, 6]]]), 2, 2)
    tensor([[1, 2, 3, 4],
            [5, 6, 0, 0]])
    """
    raise NotImplementedError("TODO image_grid")
