"""Linear regression: data, loss, gradient descent, first by hand and then with the library.

Source: notes 3.2, 3.3 (Linear regression), posts 000 and 003.
"""

import random
import time
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils import data


class Timer:
    """Stopwatch that keeps its laps, in seconds of wall time: time spent asleep counts too.

    Making a Timer starts it. The attribute `times` is the list of its laps, empty at first.

    >>> timer = Timer()
    >>> lap = timer.stop()
    >>> timer.times == [lap], timer.avg() == lap, timer.cumsum() == [lap]
    (True, True, True)
    """

    def __init__(self) -> None:
        raise NotImplementedError("TODO Timer.__init__")

    def start(self) -> None:
        """Set the start of the next lap to now."""
        raise NotImplementedError("TODO Timer.start")

    def stop(self) -> float:
        """Append a lap, the seconds since the last start, to `times` and return it.

        The start stays where it is: without a new start() the next lap begins there too.
        """
        raise NotImplementedError("TODO Timer.stop")

    def avg(self) -> float:
        """Mean of the laps, of which there is at least one."""
        raise NotImplementedError("TODO Timer.avg")

    def sum(self) -> float:
        """Sum of the laps."""
        raise NotImplementedError("TODO Timer.sum")

    def cumsum(self) -> list[float]:
        """List of running sums: the first lap, the first two together, and so on."""
        raise NotImplementedError("TODO Timer.cumsum")


def synthetic_data(w: Tensor, b: float, num_examples: int) -> tuple[Tensor, Tensor]:
    """Make data for a linear model: the labels are X w + b plus a little noise.

    Args:
        w: the true weights, shape (d,) or (d, 1), float32, on the CPU. Not modified.
        b: the true bias, a number.
        num_examples: number of rows, n.

    Returns:
        (X, y), two float32 tensors. X has shape (n, d), each value drawn on its own from the
        standard normal distribution. y has shape (n, 1); the noise of each row is drawn on its
        own from the normal distribution with mean 0 and standard deviation 0.01. Each call draws
        anew.

    >>> X, y = synthetic_data(torch.tensor([2, -3.4]), 4.2, 1000)
    >>> X.shape, y.shape
    (torch.Size([1000, 2]), torch.Size([1000, 1]))
    """
    raise NotImplementedError("TODO synthetic_data")


def data_iter(batch_size: int, features: Tensor, labels: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Hand out the rows in batches, every row once, in random order.

    Each call draws a new order, and every order of the rows can occur.

    Args:
        batch_size: rows of a batch, at least 1, possibly more than n.
        features: shape (n, d), float32, n at least 1. Not modified.
        labels: shape (n, 1) or (n,), float32. Not modified.

    Yields:
        (X, y): rows of features, shape (batch_size, d), and their labels, shape (batch_size, 1) or
        (batch_size,) as in `labels`. Only the last batch may hold fewer rows, the rest.

    >>> [len(X) for X, y in data_iter(10, torch.zeros(25, 2), torch.zeros(25, 1))]
    [10, 10, 5]
    """
    raise NotImplementedError("TODO data_iter")


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Predictions of the linear model.

    Args:
        X: shape (n, d), float32. Not modified.
        w: shape (d, 1), float32. Not modified.
        b: shape (1,), float32. Not modified.

    Returns:
        X w + b: shape (n, 1), float32, on the device of X, differentiable in X, w and b.

    >>> linreg(torch.tensor([[1.0, 2.0]]), torch.tensor([[2.0], [-3.0]]), torch.tensor([5.0]))
    tensor([[1.]])
    """
    raise NotImplementedError("TODO linreg")


def squared_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Half the squared error of every row.

    Args:
        y_hat: predictions, shape (n, 1), float32. Not modified.
        y: labels, shape (n,) or (n, 1), float32. Not modified.

    Returns:
        Losses of the shape (n, 1), float32, on the device of y_hat, differentiable in y_hat and y.

    >>> squared_loss(torch.tensor([[1.0], [3.0]]), torch.tensor([1.0, 7.0]))
    tensor([[0.],
            [8.]])
    """
    raise NotImplementedError("TODO squared_loss")


def sgd(params: list[Tensor], lr: float, batch_size: int) -> None:
    """Make one step of minibatch gradient descent, in place.

    Each parameter moves down its gradient by lr / batch_size times it. Afterwards the gradients
    are zero (or None), and the parameters are the same objects, ready for the next backward().

    Args:
        params: tensors with requires_grad and with a gradient, which is a sum over the batch.
        lr: learning rate.
        batch_size: number of rows that the gradients are sums over.

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (3 * w).sum().backward()
    >>> sgd([w], lr=0.5, batch_size=3)
    >>> w
    tensor([0.5000, 1.5000], requires_grad=True)
    """
    raise NotImplementedError("TODO sgd")


def train_linreg(
    features: Tensor, labels: Tensor, lr: float, num_epochs: int, batch_size: int
) -> tuple[Tensor, Tensor]:
    """Train a linear model from scratch, with the functions above.

    An epoch is one pass over all rows in batches. Each batch is one step down the gradient of the
    mean of `squared_loss` over the batch. (A last batch with fewer rows may be divided by its own
    number of rows or by batch_size.) Weights and bias start anew in each call, at values of your
    choice between -1 and 1.

    Args:
        features: shape (n, d), float32. Not modified.
        labels: shape (n, 1), float32. Not modified.
        lr: learning rate.
        num_epochs: number of passes over the data.
        batch_size: rows of a batch.

    Returns:
        (w, b) after the last step: shapes (d, 1) and (1,), float32, on the device of features.

    >>> features, labels = synthetic_data(torch.tensor([2, -3.4]), 4.2, 1000)
    >>> w, b = train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10)
    >>> w.shape, b.shape, abs(float(b) - 4.2) < 0.1
    (torch.Size([2, 1]), torch.Size([1]), True)
    """
    raise NotImplementedError("TODO train_linreg")


def load_array(
    data_arrays: tuple[Tensor, ...], batch_size: int, is_train: bool = True
) -> data.DataLoader:
    """Make a DataLoader over the rows of some tensors.

    Args:
        data_arrays: any number of tensors with n rows each, such as (features, labels).
        batch_size: rows of a batch; the last one holds the rest.
        is_train: True draws a new random order for each pass, False keeps the order.

    Returns:
        A torch.utils.data.DataLoader. A pass gives every row once, in batches of one tensor for
        each of data_arrays, whose rows stay together.

    >>> loader = load_array((torch.zeros(25, 2), torch.zeros(25, 1)), batch_size=10)
    >>> [(tuple(X.shape), tuple(y.shape)) for X, y in loader]
    [((10, 2), (10, 1)), ((10, 2), (10, 1)), ((5, 2), (5, 1))]
    """
    raise NotImplementedError("TODO load_array")


def train_linreg_concise(
    features: Tensor, labels: Tensor, lr: float, num_epochs: int, batch_size: int
) -> tuple[Tensor, Tensor]:
    """Do what `train_linreg` does with nn.Linear, nn.MSELoss and torch.optim.SGD.

    The gradient of nn.MSELoss is twice that of the mean of `squared_loss`. Take nn.MSELoss as it
    is, or half of it for the very steps of `train_linreg`: both are right.

    Args and returns: those of `train_linreg`; w has shape (d, 1) here too.

    >>> features, labels = synthetic_data(torch.tensor([2, -3.4]), 4.2, 1000)
    >>> w, b = train_linreg_concise(features, labels, lr=0.03, num_epochs=3, batch_size=10)
    >>> w.shape, b.shape, abs(float(b) - 4.2) < 0.1
    (torch.Size([2, 1]), torch.Size([1]), True)
    """
    raise NotImplementedError("TODO train_linreg_concise")
