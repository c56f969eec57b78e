"""Model selection: too few features underfit, too many overfit, and how to tell by test losses.

Source: notes 4.4 (Model selection, underfitting and overfitting).
"""

import math
from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils import data


def poly_features(x: Tensor, max_degree: int) -> Tensor:
    """Powers of x, each divided by the factorial of its exponent so that it stays small.

    Args:
        x: shape (n, 1), float32. Not modified.
        max_degree: number of columns, from 1 to 20.

    Returns:
        Tensor of shape (n, max_degree), float32, on the device of x: column i is x^i / i!, for i
        from 0 to max_degree - 1. Column 0 is 1 everywhere.

    >>> poly_features(torch.tensor([[2.0], [-1.0]]), 3)
    tensor([[ 1.0000,  2.0000,  2.0000],
            [ 1.0000, -1.0000,  0.5000]])
    """
    raise NotImplementedError("TODO poly_features")


def evaluate_loss(
    net: Callable[[Tensor], Tensor],
    data_iter: Iterable[tuple[Tensor, Tensor]],
    loss: Callable[[Tensor, Tensor], Tensor],
) -> float:
    """Mean loss of a net over all examples; batches may differ in size.

    Args:
        net: a module or a function; maps X to predictions of shape (m, 1). Not changed.
        data_iter: gives batches (X, y), m rows each, at least one batch; it is gone through once.
            y has shape (m, 1) or (m,).
        loss: takes predictions and labels, both (m, 1), in this order; gives a loss for each row,
            (m, 1), as nn.MSELoss(reduction="none") does.

    Returns:
        The mean over the rows of all batches, a number.

    >>> batches = [(torch.ones(3, 2), torch.zeros(3)), (torch.ones(1, 2), torch.ones(1))]
    >>> loss = nn.MSELoss(reduction="none")
    >>> round(float(evaluate_loss(lambda X: X.sum(1, keepdim=True), batches, loss)), 4)
    3.25
    """
    raise NotImplementedError("TODO evaluate_loss")


def fit_polynomial(
    train_x: Tensor,
    train_y: Tensor,
    test_x: Tensor,
    test_y: Tensor,
    num_epochs: int,
    lr: float = 0.01,
) -> tuple[Tensor, list[float], list[float]]:
    """Train a linear layer without bias on given features, and watch both losses.

    An epoch goes through all training rows once, in batches of 10, the last of which may be
    smaller. Each batch is one step of plain gradient descent on the mean squared error (not
    halved) of the batch; where the batch is smaller, dividing by 10 is right too. The test rows
    are never trained on. The weights start anew in each call, at values of your choice between -1
    and 1.

    Args:
        train_x, test_x: features, shapes (n, d) and (m, d), float32. Not modified.
        train_y, test_y: labels, shapes (n,) and (m,), or (n, 1) and (m, 1), float32. Not modified.
        num_epochs: number of passes over the training rows.
        lr: learning rate.

    Returns:
        (weights, train_losses, test_losses): weights of shape (d,), float32, on the device of
        train_x; two lists with a number for each epoch, the mean squared error over all training
        rows and over all test rows with the weights at the end of that epoch.

    >>> x = torch.linspace(-1, 1, 30).reshape(-1, 1)
    >>> X, y = poly_features(x, 2), 5 + 1.2 * x
    >>> w, train_losses, test_losses = fit_polynomial(X[::2], y[::2], X[1::2], y[1::2], 3)
    >>> w.shape, len(train_losses), len(test_losses)
    (torch.Size([2]), 3, 3)
    """
    raise NotImplementedError("TODO fit_polynomial")


def k_fold_indices(n: int, k: int) -> list[tuple[Tensor, Tensor]]:
    """Split the rows 0 to n - 1 for k-fold cross-validation, also when k does not divide n.

    Args:
        n: number of rows.
        k: number of folds, from 2 to n.

    Returns:
        A list of k pairs (train, valid) of row numbers, each a 1-D int64 tensor (or a list of
        ints). No fold is empty, every row is in exactly one `valid`, and each `train` holds all
        the other rows, each once. The order of the rows is up to you.

    >>> folds = k_fold_indices(5, 2)
    >>> [len(train) + len(valid) for train, valid in folds]
    [5, 5]
    """
    raise NotImplementedError("TODO k_fold_indices")
