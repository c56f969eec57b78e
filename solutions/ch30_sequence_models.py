"""Sequence models: predict the next value of a series from the last ones, then further ahead."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def sine_series(T: int, noise: float) -> tuple[Tensor, Tensor]:
    """Make a noisy sine curve."""
    time = torch.arange(1, T + 1, dtype=torch.float32)
    return time, torch.sin(0.01 * time) + noise * torch.randn(T)


def windows(x: Tensor, tau: int) -> tuple[Tensor, Tensor]:
    """Pair every value of a series that has tau values before it with these values."""
    n = len(x) - tau
    columns = [x[i : i + n] for i in range(tau)]  # the oldest values first
    features = torch.stack(columns, dim=1)  # (n, tau)
    labels = x[tau:].reshape(-1, 1)  # (n, 1)
    return features, labels


def train_series(
    net: nn.Module,
    train_iter: Iterable[tuple[Tensor, Tensor]],
    loss: Callable[[Tensor, Tensor], Tensor],
    epochs: int,
    lr: float,
) -> list[float]:
    """Train a net with Adam: one step for each batch, on the gradients of this batch alone."""
    trainer = torch.optim.Adam(net.parameters(), lr=lr)
    means = []
    for _ in range(epochs):
        total, examples = 0.0, 0
        for X, y in train_iter:
            trainer.zero_grad()
            batch_loss = loss(net(X), y)
            batch_loss.backward()
            trainer.step()
            total += batch_loss.item() * len(y)  # a mean counts as often as it has examples
            examples += len(y)
        means.append(total / examples)
    return means


def one_step(net: nn.Module, x: Tensor, tau: int) -> Tensor:
    """Predict each value of a series from the tau true values before it."""
    features, _ = windows(x, tau)
    with torch.no_grad():
        return net(features).reshape(-1)  # (T - tau,)


def multi_step(net: nn.Module, x: Tensor, n_known: int, tau: int) -> Tensor:
    """Continue a series from its first n_known values, without looking at the later ones."""
    series = torch.zeros_like(x)
    series[:n_known] = x[:n_known]
    with torch.no_grad():
        for i in range(n_known, len(x)):
            window = series[i - tau : i].reshape(1, -1)  # (1, tau)
            series[i] = net(window).reshape(())
    return series


def k_step(net: nn.Module, x: Tensor, tau: int, k: int) -> Tensor:
    """Predict each value of a series k steps ahead."""
    features, _ = windows(x, tau)
    features = features[: len(x) - tau - k + 1]  # the other windows lead beyond the series
    with torch.no_grad():
        for _ in range(k):
            predictions = net(features)  # (n, 1)
            # The oldest value goes, the prediction comes.
            features = torch.cat([features[:, 1:], predictions], dim=1)  # (n, tau)
    return predictions.reshape(-1)
