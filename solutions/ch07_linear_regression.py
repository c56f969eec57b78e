"""Linear regression: data, loss, gradient descent, first by hand and then with the library."""

import random
import time
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils import data


class Timer:
    """Stopwatch that keeps its laps, in seconds of wall time."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.start()

    def start(self) -> None:
        self.begin = time.perf_counter()  # unlike time.time() never set back

    def stop(self) -> float:
        self.times.append(time.perf_counter() - self.begin)
        return self.times[-1]

    def avg(self) -> float:
        return self.sum() / len(self.times)

    def sum(self) -> float:
        return sum(self.times)

    def cumsum(self) -> list[float]:
        return np.cumsum(self.times).tolist()


def synthetic_data(w: Tensor, b: float, num_examples: int) -> tuple[Tensor, Tensor]:
    """Make data for a linear model: the labels are X w + b plus a little noise."""
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w.reshape(-1, 1) + b  # (n, 1)
    y += torch.normal(0, 0.01, y.shape)
    return X, y


def data_iter(batch_size: int, features: Tensor, labels: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Hand out the rows in batches, every row once, in random order."""
    indices = list(range(len(features)))
    random.shuffle(indices)
    for start in range(0, len(indices), batch_size):
        rows = torch.tensor(indices[start : start + batch_size])  # a slice stops at the end
        yield features[rows], labels[rows]


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Predictions of the linear model."""
    return X @ w + b


def squared_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Half the squared error of every row."""
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2  # (n, 1) - (n,) would be (n, n)


def sgd(params: list[Tensor], lr: float, batch_size: int) -> None:
    """Make one step of minibatch gradient descent, in place."""
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()


def train_linreg(
    features: Tensor, labels: Tensor, lr: float, num_epochs: int, batch_size: int
) -> tuple[Tensor, Tensor]:
    """Train a linear model from scratch."""
    device = features.device
    w = torch.normal(0, 0.01, (features.shape[1], 1), device=device, requires_grad=True)
    b = torch.zeros(1, device=device, requires_grad=True)
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            losses = squared_loss(linreg(X, w, b), y)
            losses.sum().backward()
            sgd([w, b], lr, len(X))
    return w.detach(), b.detach()


def load_array(
    data_arrays: tuple[Tensor, ...], batch_size: int, is_train: bool = True
) -> data.DataLoader:
    """Make a DataLoader over the rows of some tensors."""
    dataset = data.TensorDataset(*data_arrays)
    return data.DataLoader(dataset, batch_size, shuffle=is_train)


def train_linreg_concise(
    features: Tensor, labels: Tensor, lr: float, num_epochs: int, batch_size: int
) -> tuple[Tensor, Tensor]:
    """Do what `train_linreg` does with nn.Linear, nn.MSELoss and torch.optim.SGD."""
    net = nn.Linear(features.shape[1], 1).to(features.device)
    loss = nn.MSELoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in load_array((features, labels), batch_size):
            error = loss(net(X), y) / 2
            optimizer.zero_grad()
            error.backward()
            optimizer.step()
    w = net.weight.detach().reshape(-1, 1)  # (1, d) -> (d, 1)
    return w, net.bias.detach()
