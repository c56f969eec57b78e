"""Multilayer perceptron: from one threshold unit to a network with a hidden layer.

Source: notes 4.1 (Perceptron), 4.2 (Multilayer perceptron from scratch), 4.3 (The same, concisely).
"""

import torch
from torch import Tensor, nn


def perceptron_fit(X: Tensor, y: Tensor, max_passes: int) -> tuple[Tensor, float, bool]:
    """Train a perceptron, a single threshold unit, to tell two classes apart.

    The weights and the bias start at 0. A pass visits every example once; where one lies on the
    wrong side, or on the boundary, the weights and the bias are corrected. Training ends after the
    first pass without a mistake, at the latest after `max_passes` passes.

    Args:
        X: shape (n, d), float32. Not modified.
        y: shape (n,), float32, the labels, each -1 or 1. Not modified.
        max_passes: 1 or more.

    Returns:
        Tuple (w, b, converged). w: the weights, shape (d,), float32, on the device of X. b: the
        bias, a number or a tensor of one value. converged: True if training ended with a pass
        without a mistake, so that every y[i] * (X[i] @ w + b) is above 0; else False. If many
        boundaries separate the classes, any of them is right.

    >>> X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    >>> w, b, converged = perceptron_fit(X, torch.tensor([-1.0, -1.0, -1.0, 1.0]), max_passes=20)
    >>> converged, (X @ w + b > 0).tolist()
    (True, [False, False, False, True])
    """
    raise NotImplementedError("TODO perceptron_fit")


def xor(x1: Tensor, x2: Tensor) -> Tensor:
    """Exclusive or, element by element: 1 where exactly one of the two inputs is 1.

    No single threshold unit can do this; a few of them, one behind the other, can.

    Args:
        x1, x2: two tensors of the same shape (...), float32, of zeros and ones. Not modified.

    Returns:
        Tensor of the shape, dtype and device of x1, of zeros and ones.

    >>> xor(torch.tensor([0.0, 0.0, 1.0, 1.0]), torch.tensor([0.0, 1.0, 0.0, 1.0]))
    tensor([0., 1., 1., 0.])
    """
    raise NotImplementedError("TODO xor")


def relu(X: Tensor) -> Tensor:
    """Rectified linear unit: negative elements become 0, the others stay as they are.

    Args:
        X: shape (...), float32. Not modified.

    Returns:
        Tensor of the shape, dtype and device of X, differentiable in X; at exactly 0 any slope
        will do.

    >>> relu(torch.tensor([1.0, 2.0, 3.0, -1.0]))
    tensor([1., 2., 3., 0.])
    """
    raise NotImplementedError("TODO relu")


def mlp(X: Tensor, params: list[Tensor]) -> Tensor:
    """Scores of a perceptron with one hidden layer, computed from its parameters.

    ReLU follows the hidden layer; the output layer has no activation.

    Args:
        X: shape (n, 1, 28, 28), or any other with 784 values an example; float32. Not modified.
        params: [W1, b1, W2, b2] of the shapes (784, h), (h,), (h, 10), (10,). Not modified.

    Returns:
        Tensor of shape (n, 10), float32, on the device of X, differentiable in X and in each of
        the parameters.

    >>> params = [torch.full((784, 3), 0.5), torch.zeros(3), torch.ones(3, 10), torch.ones(10)]
    >>> mlp(torch.ones(2, 1, 28, 28), params)[:, 0]
    tensor([1177., 1177.])
    """
    raise NotImplementedError("TODO mlp")


def mlp_concise(num_hiddens: int = 256) -> nn.Sequential:
    """Make a perceptron with one hidden layer and ReLU out of the library's layers.

    Its parameters are the weights and biases of the hidden layer and of the output layer, which
    has no activation. Every call makes new ones: the weights are drawn from a normal distribution
    with mean 0 and standard deviation 0.01; the first values of the biases are free.

    Args:
        num_hiddens: units of the hidden layer.

    Returns:
        nn.Sequential that maps images (n, 1, 28, 28), or any X with 784 values an example, to
        scores (n, 10). X is not modified.

    >>> net = mlp_concise()
    >>> net(torch.ones(2, 1, 28, 28)).shape, sum(p.numel() for p in net.parameters())
    (torch.Size([2, 10]), 203530)
    """
    raise NotImplementedError("TODO mlp_concise")
