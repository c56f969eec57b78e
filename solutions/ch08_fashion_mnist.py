"""Images of clothes: load Fashion-MNIST in batches, name its classes, lay images out in a grid."""

from collections.abc import Sequence
from pathlib import Path

import torchvision
from torch import Tensor
from torch.utils.data import DataLoader
from torchvision import transforms

from data import garments

FOLDER = garments.folder()  # of the project's own images, or of the real ones


def get_fashion_mnist_labels(labels: Sequence[int] | Tensor) -> list[str]:
    """Name the classes of Fashion-MNIST."""
    names = ["t-shirt", "trouser", "pullover", "dress", "coat"]
    names += ["sandal", "shirt", "sneaker", "bag", "ankle boot"]
    return [names[int(label)] for label in labels]


def load_data_fashion_mnist(
    batch_size: int,
    resize: int | None = None,
    root: str | Path = FOLDER,
    num_workers: int = 0,
) -> tuple[DataLoader, DataLoader]:
    """Open the training set and the test set of Fashion-MNIST as batches of tensors."""
    steps = [transforms.ToTensor()]  # from 0..255 to 0..1
    if resize is not None:
        steps.insert(0, transforms.Resize((resize, resize)))
    transform = transforms.Compose(steps)
    loaders = []
    for train in (True, False):
        images = torchvision.datasets.FashionMNIST(root=root, train=train, transform=transform)
        loaders.append(DataLoader(images, batch_size, shuffle=train, num_workers=num_workers))
    return loaders[0], loaders[1]


def image_grid(imgs: Tensor, num_rows: int, num_cols: int) -> Tensor:
    """Lay images out in a grid, row by row, to look at them all at once."""
    n, h, w = imgs.shape
    cells = imgs.new_zeros(num_rows * num_cols, h, w)
    cells[:n] = imgs
    cells = cells.reshape(num_rows, num_cols, h, w).transpose(1, 2)  # (rows, h, columns, w)
    return cells.reshape(num_rows * h, num_cols * w)
