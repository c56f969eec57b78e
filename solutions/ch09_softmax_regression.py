"""Softmax regression: classify images with one linear layer, and train it from scratch."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

# The ten classes of Fashion-MNIST, in the order of their labels; given, for predict_ch3.
TEXT_LABELS = ["t-shirt", "trouser", "pullover", "dress", "coat"]
TEXT_LABELS += ["sandal", "shirt", "sneaker", "bag", "ankle boot"]

Net = Callable[[Tensor], Tensor]  # a module, or a function
Batches = Iterable[tuple[Tensor, Tensor]]  # of pairs (X, y), also a generator


def l1_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Absolute error of every prediction."""
    return (y_hat - y.reshape(y_hat.shape)).abs()  # (n, 1) - (n,) would be (n, n)


def huber_loss(y_hat: Tensor, y: Tensor, delta: float = 1.0) -> Tensor:
    """Huber's loss of every prediction: squared for small errors, straight for large ones."""
    error = l1_loss(y_hat, y)
    return torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))


def softmax(X: Tensor) -> Tensor:
    """Turn every row of scores into probabilities."""
    X = X - X.max(dim=1, keepdim=True).values  # changes no result, and exp cannot overflow
    X_exp = torch.exp(X)
    return X_exp / X_exp.sum(dim=1, keepdim=True)


def softmax_net(X: Tensor, W: Tensor, b: Tensor) -> Tensor:
    """Probabilities of the classes, from the scores of one linear layer."""
    X = X.reshape(-1, W.shape[0])  # (n, d)
    return softmax(X @ W + b)


def cross_entropy(y_hat: Tensor, y: Tensor) -> Tensor:
    """Cross-entropy of every example."""
    rows = torch.arange(len(y), device=y.device)
    return -torch.log(y_hat[rows, y])  # (n,)


def accuracy(y_hat: Tensor, y: Tensor) -> float:
    """Count the right predictions."""
    if y_hat.dim() > 1:
        y_hat = y_hat.argmax(dim=1)  # (n,)
    return float((y_hat == y).sum())


class Accumulator:
    """n running sums, which begin at 0."""

    def __init__(self, n: int) -> None:
        self.data = [0.0] * n

    def add(self, *args: float | Tensor) -> None:
        self.data = [a + float(b) for a, b in zip(self.data, args, strict=True)]

    def reset(self) -> None:
        self.data = [0.0] * len(self.data)

    def __getitem__(self, idx: int) -> float:
        return self.data[idx]


def evaluate_accuracy(net: Net, data_iter: Batches) -> float:
    """Share of right predictions among all examples of data_iter."""
    if isinstance(net, nn.Module):
        net.eval()
    metric = Accumulator(2)  # right predictions, examples
    with torch.no_grad():
        for X, y in data_iter:
            metric.add(accuracy(net(X), y), len(y))
    return metric[0] / metric[1]


def train_epoch_ch3(
    net: Net,
    train_iter: Batches,
    loss: Callable[[Tensor, Tensor], Tensor],
    updater: torch.optim.Optimizer | Callable[[int], None],
) -> tuple[float, float]:
    """Train for one pass over the data, with one step for each batch."""
    if isinstance(net, nn.Module):
        net.train()
    metric = Accumulator(3)  # sum of the losses, right predictions, examples
    for X, y in train_iter:
        y_hat = net(X)
        losses = loss(y_hat, y)
        if isinstance(updater, torch.optim.Optimizer):
            updater.zero_grad()
            losses.mean().backward()
            updater.step()
        else:
            losses.sum().backward()
            updater(len(y))  # divides by the number of examples
        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))
    return metric[0] / metric[2], metric[1] / metric[2]


def train_ch3(
    net: Net,
    train_iter: Batches,
    test_iter: Batches,
    loss: Callable[[Tensor, Tensor], Tensor],
    num_epochs: int,
    updater: torch.optim.Optimizer | Callable[[int], None],
) -> list[tuple[float, float, float]]:
    """Train for num_epochs passes with train_epoch_ch3, and evaluate after each of them."""
    history = []
    for _ in range(num_epochs):
        train_loss, train_accuracy = train_epoch_ch3(net, train_iter, loss, updater)
        history.append((train_loss, train_accuracy, evaluate_accuracy(net, test_iter)))
    return history


def predict_ch3(net: Net, test_iter: Batches, n: int = 6) -> list[tuple[str, str]]:
    """Name the true and the predicted class of the first n images of the first batch."""
    X, y = next(iter(test_iter))
    predicted = net(X).argmax(dim=1)
    return [
        (TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)])
        for true, guess in zip(y[:n], predicted[:n], strict=True)
    ]


def softmax_regression() -> nn.Sequential:
    """Make softmax regression out of the library's layers, for a loss that takes scores."""
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    nn.init.normal_(net[1].weight, std=0.01)
    return net
