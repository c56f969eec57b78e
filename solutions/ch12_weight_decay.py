"""Weight decay: a penalty on large weights, against overfitting."""

import torch
from torch import Tensor, nn
from torch.utils import data


def l2_penalty(w: Tensor) -> Tensor:
    """Half the sum of the squares of all elements."""
    return (w**2).sum() / 2


def train_weight_decay(
    train_data: tuple[Tensor, Tensor],
    test_data: tuple[Tensor, Tensor],
    lambd: float,
    num_epochs: int = 100,
    lr: float = 0.003,
    batch_size: int = 5,
) -> tuple[Tensor, Tensor, float, float]:
    """Train a linear model X w + b with a penalty on w, from scratch."""
    (features, labels), (test_features, test_labels) = train_data, test_data
    device = features.device
    w = torch.normal(0, 1, (features.shape[1], 1), device=device, requires_grad=True)
    b = torch.zeros(1, device=device, requires_grad=True)
    for _ in range(num_epochs):
        for rows in torch.randperm(len(features)).split(batch_size):
            error = features[rows] @ w + b - labels[rows]
            loss = (error**2).mean() / 2 + lambd * l2_penalty(w)  # the penalty once a batch
            loss.backward()
            with torch.no_grad():
                for param in (w, b):
                    param -= lr * param.grad
                    param.grad.zero_()
    w, b = w.detach(), b.detach()
    train_loss = ((features @ w + b - labels) ** 2).mean()
    test_loss = ((test_features @ w + b - test_labels) ** 2).mean()
    return w, b, float(train_loss), float(test_loss)


def train_weight_decay_concise(
    train_data: tuple[Tensor, Tensor],
    test_data: tuple[Tensor, Tensor],
    wd: float,
    num_epochs: int = 100,
    lr: float = 0.003,
    batch_size: int = 5,
) -> tuple[Tensor, Tensor, float, float]:
    """Do what `train_weight_decay` does with nn.Linear, nn.MSELoss and torch.optim.SGD."""
    (features, labels), (test_features, test_labels) = train_data, test_data
    net = nn.Linear(features.shape[1], 1).to(features.device)
    loss = nn.MSELoss()
    decayed = {"params": [net.weight], "weight_decay": wd}
    optimizer = torch.optim.SGD([decayed, {"params": [net.bias]}], lr=lr)
    train_iter = data.DataLoader(data.TensorDataset(*train_data), batch_size, shuffle=True)
    for _ in range(num_epochs):
        for X, y in train_iter:
            error = loss(net(X), y) / 2  # halved, as in train_weight_decay
            optimizer.zero_grad()
            error.backward()
            optimizer.step()
    with torch.no_grad():
        train_loss = float(loss(net(features), labels))
        test_loss = float(loss(net(test_features), test_labels))
    w = net.weight.detach().reshape(-1, 1)  # (1, d) -> (d, 1)
    return w, net.bias.detach(), train_loss, test_loss
