"""Weight decay: a penalty on large weights, against overfitting.

Source: notes 4.5 (Weight decay).
"""

import random

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils import data


def l2_penalty(w: Tensor) -> Tensor:
    """Half the sum of the squares of all elements.

    Args:
        w: any shape, float32. Not modified.

    Returns:
        0-d float32 tensor on the device of w, differentiable in w.

    >>> l2_penalty(torch.tensor([[3.0], [-4.0]]))
    tensor(12.5000)
    """
    raise NotImplementedError("TODO l2_penalty")


def train_weight_decay(
    train_data: tuple[Tensor, Tensor],
    test_data: tuple[Tensor, Tensor],
    lambd: float,
    num_epochs: int = 100,
    lr: float = 0.003,
    batch_size: int = 5,
) -> tuple[Tensor, Tensor, float, float]:
    """Train a linear model X w + b with a penalty on w, from scratch.

    An epoch goes through all training rows once, in batches. Each batch is one step of plain
    gradient descent on half the mean squared error of the batch plus lambd times `l2_penalty` of
    w: the penalty counts once a step, however many rows the batch has. b has no penalty. (A last
    batch with fewer rows may be divided by its own number of rows or by batch_size.) w and b
    start anew in each call, at zeros or at random numbers no larger than standard normal ones.

    Args:
        train_data: (X, y), shapes (n, d) and (n, 1), float32. Not modified.
        test_data: (X, y), shapes (m, d) and (m, 1), float32; never trained on. Not modified.
        lambd: weight of the penalty, 0 or more.
        num_epochs: number of passes over the training rows.
        lr: learning rate.
        batch_size: rows of a batch.

    Returns:
        (w, b, train_loss, test_loss): w of shape (d, 1) and b of shape (1,), float32, on the
        device of the data; then two numbers, the mean squared errors of the final w and b over
        all training rows and over all test rows, not halved and without the penalty.

    >>> X = torch.tensor([[1.0], [-1.0]])
    >>> w, b, train_loss, test_loss = train_weight_decay((X, 4 * X), (X, 2 * X), 1.0, 99, 0.5, 2)
    >>> round(float(w), 3), round(float(train_loss), 3), round(float(test_loss), 3)
    (2.0, 4.0, 0.0)
    """
    raise NotImplementedError("TODO train_weight_decay")


def train_weight_decay_concise(
    train_data: tuple[Tensor, Tensor],
    test_data: tuple[Tensor, Tensor],
    wd: float,
    num_epochs: int = 100,
    lr: float = 0.003,
    batch_size: int = 5,
) -> tuple[Tensor, Tensor, float, float]:
    """Do what `train_weight_decay` does with nn.Linear, nn.MSELoss and torch.optim.SGD.

    The weight has weight_decay=wd in the optimizer, the bias has none: wd plays the part of
    lambd. nn.MSELoss is not halved. Take half of it for the very model of `train_weight_decay`, or
    take it as it is, which makes the penalty weigh half as much beside the error: both are right.

    Args and returns: those of `train_weight_decay`; w has shape (d, 1) here too.

    >>> X = torch.tensor([[1.0], [-1.0]])
    >>> w, b, *losses = train_weight_decay_concise((X, 4 * X), (X, 2 * X), 0.0, 99, 0.25, 2)
    >>> w.shape, b.shape, [round(float(loss), 3) for loss in losses]
    (torch.Size([1, 1]), torch.Size([1]), [0.0, 4.0])
    """
    raise NotImplementedError("TODO train_weight_decay_concise")
