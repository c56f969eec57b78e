"""LeNet: a small convolutional network, and its training on a CPU or a GPU."""

from collections.abc import Iterable

import torch
from torch import Tensor, nn

# Pairs (X, y). X is a tensor, or a list of tensors for a net that takes such a list.
Batches = Iterable[tuple[Tensor | list[Tensor], Tensor]]


class Reshape(nn.Module):
    """A layer without parameters that makes images of 28 x 28 pixels out of any X."""

    def forward(self, X: Tensor) -> Tensor:
        return X.reshape(-1, 1, 28, 28)  # (n, 1, 28, 28)


def lenet() -> nn.Module:
    """Make an untrained LeNet for images with one channel and ten classes."""
    return nn.Sequential(
        Reshape(),
        nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)
        nn.Sigmoid(),
        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)
        nn.Conv2d(6, 16, kernel_size=5),  # (n, 16, 10, 10)
        nn.Sigmoid(),
        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 16, 5, 5)
        nn.Flatten(),  # (n, 400)
        nn.Linear(16 * 5 * 5, 120),
        nn.Sigmoid(),
        nn.Linear(120, 84),
        nn.Sigmoid(),
        nn.Linear(84, 10),
    )


def _moved(X: Tensor | list[Tensor], device: torch.device) -> Tensor | list[Tensor]:
    """X on the device: a tensor, or each tensor of a list."""
    return [x.to(device) for x in X] if isinstance(X, list) else X.to(device)


def evaluate_accuracy_gpu(
    net: nn.Module, data_iter: Batches, device: torch.device | None = None
) -> float:
    """Share of right predictions among all examples of data_iter, on the device of the net."""
    if device is None:
        device = next(net.parameters()).device
    net.eval()
    hits = n = 0
    with torch.no_grad():
        for X, y in data_iter:
            X, y = _moved(X, device), y.to(device)
            hits += int((net(X).argmax(dim=1) == y).sum())
            n += len(y)
    return hits / n


def _init_weights(module: nn.Module) -> None:
    """Draw the weight of a linear or a convolutional layer anew."""
    if isinstance(module, (nn.Linear, nn.Conv2d)):
        nn.init.xavier_uniform_(module.weight)


def train_ch6(
    net: nn.Module,
    train_iter: Batches,
    test_iter: Batches,
    num_epochs: int,
    lr: float,
    device: torch.device,
) -> list[tuple[float, float, float]]:
    """Train a classifier on a device, and evaluate it after every epoch."""
    net.apply(_init_weights)
    net.to(device)
    loss, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=lr)
    history = []
    for _ in range(num_epochs):
        net.train()  # the evaluation of the last epoch has changed the mode
        total, hits, n = 0.0, 0, 0
        for X, y in train_iter:
            X, y = _moved(X, device), y.to(device)
            optimizer.zero_grad()
            y_hat = net(X)
            mean = loss(y_hat, y)
            mean.backward()
            optimizer.step()
            total += mean.item() * len(y)
            hits += int((y_hat.argmax(dim=1) == y).sum())
            n += len(y)
        test_accuracy = evaluate_accuracy_gpu(net, test_iter, device)
        history.append((total / n, hits / n, test_accuracy))
    return history
