"""Model selection: too few features underfit, too many overfit, and how to tell by test losses."""

import math
from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn
from torch.utils import data


def poly_features(x: Tensor, max_degree: int) -> Tensor:
    """Powers of x, each divided by the factorial of its exponent."""
    columns = [x**i / math.factorial(i) for i in range(max_degree)]
    return torch.cat(columns, dim=1)  # (n, max_degree)


def evaluate_loss(
    net: Callable[[Tensor], Tensor],
    data_iter: Iterable[tuple[Tensor, Tensor]],
    loss: Callable[[Tensor, Tensor], Tensor],
) -> float:
    """Mean loss of a net over all examples; batches may differ in size."""
    total, count = 0.0, 0
    with torch.no_grad():
        for X, y in data_iter:
            out = net(X)
            losses = loss(out, y.reshape(out.shape))  # (m, 1) - (m,) would be (m, m)
            total += float(losses.sum())
            count += losses.numel()
    return total / count


def fit_polynomial(
    train_x: Tensor,
    train_y: Tensor,
    test_x: Tensor,
    test_y: Tensor,
    num_epochs: int,
    lr: float = 0.01,
) -> tuple[Tensor, list[float], list[float]]:
    """Train a linear layer without bias on given features, and watch both losses."""
    # No bias: the first feature is 1 everywhere.
    net = nn.Linear(train_x.shape[1], 1, bias=False).to(train_x.device)
    loss = nn.MSELoss(reduction="none")
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    train_data = data.TensorDataset(train_x, train_y.reshape(-1, 1))
    train_iter = data.DataLoader(train_data, batch_size=10, shuffle=True)
    train_losses, test_losses = [], []
    for _ in range(num_epochs):
        for X, y in train_iter:
            optimizer.zero_grad()
            loss(net(X), y).mean().backward()
            optimizer.step()
        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))
        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))
    weights = net.weight.detach().reshape(-1)  # (1, d) -> (d,)
    return weights, train_losses, test_losses


def k_fold_indices(n: int, k: int) -> list[tuple[Tensor, Tensor]]:
    """Split the rows 0 to n - 1 for k-fold cross-validation, also when k does not divide n."""
    fold = torch.arange(n) % k  # the fold in which a row validates: 0, 1, ..., k - 1, 0, 1, ...
    rows = torch.arange(n)
    return [(rows[fold != i], rows[fold == i]) for i in range(k)]
