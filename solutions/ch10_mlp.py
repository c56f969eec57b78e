"""Multilayer perceptron: from one threshold unit to a network with a hidden layer."""

import torch
from torch import Tensor, nn


def perceptron_fit(X: Tensor, y: Tensor, max_passes: int) -> tuple[Tensor, float, bool]:
    """Train a perceptron, a single threshold unit, to tell two classes apart."""
    w, b = X.new_zeros(X.shape[1]), 0.0  # dtype and device of X
    for _ in range(max_passes):
        mistakes = 0
        for features, label in zip(X, y, strict=True):
            if label * (features @ w + b) <= 0:  # on the boundary is a mistake, too
                w += label * features
                b += float(label)
                mistakes += 1
        if mistakes == 0:
            return w, b, True
    return w, b, False


def xor(x1: Tensor, x2: Tensor) -> Tensor:
    """Exclusive or, element by element."""

    def threshold(score: Tensor) -> Tensor:
        return (score > 0).to(x1.dtype)

    at_least_one = threshold(x1 + x2 - 0.5)
    both = threshold(x1 + x2 - 1.5)
    return threshold(at_least_one - both - 0.5)


def relu(X: Tensor) -> Tensor:
    """Rectified linear unit: negative elements become 0, the others stay as they are."""
    return torch.max(X, torch.zeros_like(X))


def mlp(X: Tensor, params: list[Tensor]) -> Tensor:
    """Scores of a perceptron with one hidden layer, computed from its parameters."""
    W1, b1, W2, b2 = params
    X = X.reshape(-1, W1.shape[0])  # (n, 784)
    H = relu(X @ W1 + b1)  # (n, h)
    return H @ W2 + b2


def mlp_concise(num_hiddens: int = 256) -> nn.Sequential:
    """Make a perceptron with one hidden layer and ReLU out of the library's layers."""
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, 10)
    )
    for layer in net:
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, std=0.01)
    return net
