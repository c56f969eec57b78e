"""Sequence models: predict the next value of a series from the last ones, then further ahead.

Source: notes 19 (Sequence models).
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def sine_series(T: int, noise: float) -> tuple[Tensor, Tensor]:
    """Make a noisy sine curve.

    Args:
        T: number of time steps, 1 or more.
        noise: standard deviation of the normal noise, 0 or more; 0 is no noise.

    Returns:
        Tuple (time, x) of float32 tensors of shape (T,): time is 1, 2, ..., T, and x is
        sin(0.01 * time) plus noise with mean 0, drawn for each step on its own, anew at every call.

    >>> time, x = sine_series(4, 0.0)
    >>> time, x
    (tensor([1., 2., 3., 4.]), tensor([0.0100, 0.0200, 0.0300, 0.0400]))
    """
    raise NotImplementedError("TODO sine_series")


def windows(x: Tensor, tau: int) -> tuple[Tensor, Tensor]:
    """Pair every value of a series that has tau values before it with these values.

    Args:
        x: the series, shape (T,), float32. Not modified.
        tau: values in a window, from 1 to T - 1.

    Returns:
        Tuple (features, labels) of float32 tensors on the device of x: row i of features, shape
        (T - tau, tau), holds tau neighbours of the series, the oldest first; row i of labels, shape
        (T - tau, 1), holds the value that follows them. Rows stand in the order of time, the first
        begins with the first value, the last label is the last value.

    >>> features, labels = windows(torch.arange(1.0, 1001.0), tau=4)
    >>> features.shape, labels.shape
    (torch.Size([996, 4]), torch.Size([996, 1]))
    >>> features[0], labels[0]
    (tensor([1., 2., 3., 4.]), tensor([5.]))
    """
    raise NotImplementedError("TODO windows")


def train_series(
    net: nn.Module,
    train_iter: Iterable[tuple[Tensor, Tensor]],
    loss: Callable[[Tensor, Tensor], Tensor],
    epochs: int,
    lr: float,
) -> list[float]:
    """Train a net with Adam: one step for each batch, on the gradients of this batch alone.

    Args:
        net: any module that maps X (b, tau) to predictions (b, 1). Its parameters are trained in
            place, all by one Adam with torch's defaults and the learning rate lr.
        train_iter: batches (X, y) with y of shape (b, 1), at least one; the last may be shorter.
            It can be run through any number of times.
        loss: maps (predictions, y) to the mean loss of the batch, one number, as nn.MSELoss() does.
        epochs: passes over train_iter, 1 or more.
        lr: learning rate.

    Returns:
        List with a number for each epoch: the mean loss over all examples, in which every example
        counts the same. Each batch is measured before its own step, or all of them at the end
        of the epoch as in the notes: you choose.

    >>> net = nn.Linear(1, 1)
    >>> batch = torch.tensor([[1.0], [2.0]]), torch.tensor([[2.0], [4.0]])
    >>> losses = train_series(net, [batch], nn.MSELoss(), epochs=50, lr=0.1)
    >>> len(losses), losses[-1] < losses[0]
    (50, True)
    """
    raise NotImplementedError("TODO train_series")


def one_step(net: nn.Module, x: Tensor, tau: int) -> Tensor:
    """Predict each value of a series from the tau true values before it.

    Args:
        net: module that maps (n, tau), the oldest value first, to predictions (n, 1); afterwards it
            can be trained as before.
        x: the series, shape (T,), float32. Not modified.
        tau: values that a prediction is made from, from 1 to T - 1.

    Returns:
        Predictions of x[tau], ..., x[T - 1]: shape (T - tau,), float32, on the device of x,
        requires_grad False.

    >>> net = nn.Linear(2, 1, bias=False)
    >>> net.weight.data = torch.tensor([[1.0, 2.0]])  # the older value once, the newer one twice
    >>> one_step(net, torch.tensor([1.0, 1.0, 4.0, -2.0]), tau=2)
    tensor([3., 9.])
    """
    raise NotImplementedError("TODO one_step")


def multi_step(net: nn.Module, x: Tensor, n_known: int, tau: int) -> Tensor:
    """Continue a series from its first n_known values, without looking at the later ones.

    Args:
        net: module that maps (n, tau), the oldest value first, to predictions (n, 1); afterwards it
            can be trained as before.
        x: the series, shape (T,), float32. Not modified.
        n_known: how many values are known, from tau to T.
        tau: values that a prediction is made from, 1 or more.

    Returns:
        Tensor of shape (T,), float32, on the device of x, requires_grad False: the first n_known
        values of x, then predictions. Each is made from the tau entries before it in the result.

    >>> net = nn.Linear(2, 1, bias=False)
    >>> net.weight.data = torch.tensor([[1.0, 2.0]])
    >>> multi_step(net, torch.tensor([1.0, 1.0, 4.0, -2.0, 5.0, 0.0]), n_known=2, tau=2)
    tensor([ 1.,  1.,  3.,  7., 17., 41.])
    """
    raise NotImplementedError("TODO multi_step")


def k_step(net: nn.Module, x: Tensor, tau: int, k: int) -> Tensor:
    """Predict each value of a series k steps ahead.

    From tau true values in a row the net predicts the value after them, then the one after that,
    and so on: predictions take the place of values that are not known. After k predictions it
    starts anew, one true value later.

    Args:
        net: module that maps (n, tau), the oldest value first, to predictions (n, 1); afterwards it
            can be trained as before.
        x: the series, shape (T,), float32. Not modified.
        tau: values that a prediction is made from, 1 or more.
        k: how many steps ahead, from 1 to T - tau; 1 is what one_step does.

    Returns:
        Tensor of shape (T - tau - k + 1,), float32, on the device of x, requires_grad False: entry
        i is the k-th prediction made from x[i], ..., x[i + tau - 1].

    >>> net = nn.Linear(2, 1, bias=False)
    >>> net.weight.data = torch.tensor([[1.0, 2.0]])
    >>> k_step(net, torch.tensor([1.0, 1.0, 4.0, -2.0]), tau=2, k=2)
    tensor([7.])
    """
    raise NotImplementedError("TODO k_step")
