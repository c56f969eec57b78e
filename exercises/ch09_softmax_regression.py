"""Softmax regression: classify images with one linear layer, and train it from scratch.

Source: notes 3.4 (Losses), 3.6 (Softmax regression from scratch), 3.7 (Concisely), post 000.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

# The ten classes of Fashion-MNIST, in the order of their labels; given, for predict_ch3.
TEXT_LABELS = ["t-shirt", "trouser", "pullover", "dress", "coat"]
TEXT_LABELS += ["sandal", "shirt", "sneaker", "bag", "ankle boot"]

Net = Callable[[Tensor], Tensor]  # a module, or a function
Batches = Iterable[tuple[Tensor, Tensor]]  # of pairs (X, y), also a generator


def l1_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Absolute error of every prediction.

    Args:
        y_hat: predictions, shape (n, 1), float32. Not modified.
        y: true values, shape (n, 1) or (n,), float32. Not modified.

    Returns:
        Tensor of the shape of y_hat, float32, on its device, differentiable in y_hat and y.

    >>> l1_loss(torch.tensor([[1.0], [2.0]]), torch.tensor([3.0, 1.5]))
    tensor([[2.0000],
            [0.5000]])
    """
    raise NotImplementedError("TODO l1_loss")


def huber_loss(y_hat: Tensor, y: Tensor, delta: float = 1.0) -> Tensor:
    """Huber's loss of every prediction: squared for small errors, straight for large ones.

    It is half the square of the error where that is at most `delta` in size. Beyond, it goes on
    as a straight line with the value and the slope that it has there.

    Args:
        y_hat: predictions, shape (n, 1), float32. Not modified.
        y: true values, shape (n, 1) or (n,), float32. Not modified.
        delta: size of the error at which the line begins, above 0.

    Returns:
        Tensor of the shape of y_hat, float32, on its device, differentiable in y_hat and y.

    >>> huber_loss(torch.tensor([[1.0], [2.0]]), torch.tensor([3.0, 1.5]))
    tensor([[1.5000],
            [0.1250]])
    """
    raise NotImplementedError("TODO huber_loss")


def softmax(X: Tensor) -> Tensor:
    """Turn every row of scores into probabilities.

    Args:
        X: shape (n, k), float32, of moderate size. Not modified.

    Returns:
        Tensor of the shape and device of X, float32, differentiable in X: each row sums to 1.

    >>> softmax(torch.tensor([[0.0, 0.0], [1.0, 0.0]]))
    tensor([[0.5000, 0.5000],
            [0.7311, 0.2689]])
    """
    raise NotImplementedError("TODO softmax")


def softmax_net(X: Tensor, W: Tensor, b: Tensor) -> Tensor:
    """Probabilities of the classes, from the scores of one linear layer.

    Args:
        X: shape (n, ...), d values an example, such as images (n, 1, 28, 28). Not modified.
        W: weights, shape (d, k); d is 784 for those images. Not modified.
        b: biases, shape (k,). Not modified. All three are float32.

    Returns:
        Tensor of shape (n, k), float32, on the device of X, differentiable in X, W and b.

    >>> softmax_net(torch.ones(1, 2, 2), torch.zeros(4, 2), torch.tensor([1.0, 0.0]))
    tensor([[0.7311, 0.2689]])
    """
    raise NotImplementedError("TODO softmax_net")


def cross_entropy(y_hat: Tensor, y: Tensor) -> Tensor:
    """Cross-entropy of every example: minus the natural logarithm of its true class's probability.

    Args:
        y_hat: probabilities, shape (n, k), float32, all above 0. Not modified.
        y: true classes, shape (n,), int64, from 0 to k - 1. Not modified.

    Returns:
        Tensor of shape (n,), float32, on the device of y_hat, differentiable in y_hat.

    >>> cross_entropy(torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), torch.tensor([0, 2]))
    tensor([2.3026, 0.6931])
    """
    raise NotImplementedError("TODO cross_entropy")


def accuracy(y_hat: Tensor, y: Tensor) -> float:
    """Count the right predictions.

    Args:
        y_hat: scores or probabilities, shape (n, k) with k above 1, float32, the highest of a row
            being the prediction; or predicted classes, shape (n,), int64. Not modified.
        y: true classes, shape (n,), int64. n may be 1. Not modified.

    Returns:
        The number of right predictions, a Python float.

    >>> accuracy(torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), torch.tensor([0, 2]))
    1.0
    """
    raise NotImplementedError("TODO accuracy")


class Accumulator:
    """n running sums, which begin at 0. One Accumulator shares nothing with another.

    >>> metric = Accumulator(2)
    >>> metric.add(3, torch.tensor(4.0))
    >>> metric.add(1.5, 4)
    >>> metric[0], metric[1]
    (4.5, 8.0)
    """

    def __init__(self, n: int) -> None:
        raise NotImplementedError("TODO Accumulator.__init__")

    def add(self, *args: float | Tensor) -> None:
        """Add to each of the sums: n numbers, or tensors of one value."""
        raise NotImplementedError("TODO Accumulator.add")

    def reset(self) -> None:
        """Begin again with all n sums at 0."""
        raise NotImplementedError("TODO Accumulator.reset")

    def __getitem__(self, idx: int) -> float:
        """Give the sum number idx, a Python float."""
        raise NotImplementedError("TODO Accumulator.__getitem__")


def evaluate_accuracy(net: Net, data_iter: Batches) -> float:
    """Share of right predictions among all examples of data_iter.

    Args:
        net: maps X of a batch to scores (b, k). A module works in evaluation mode; which mode it
            is left in is free.
        data_iter: batches (X, y) with y of shape (b,), at least one; the last may be shorter.

    Returns:
        A number from 0 to 1, in which every example counts the same.

    >>> scores = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
    >>> evaluate_accuracy(lambda X: X, [(scores, torch.tensor([0, 2]))])
    0.5
    """
    raise NotImplementedError("TODO evaluate_accuracy")


def train_epoch_ch3(
    net: Net,
    train_iter: Batches,
    loss: Callable[[Tensor, Tensor], Tensor],
    updater: torch.optim.Optimizer | Callable[[int], None],
) -> tuple[float, float]:
    """Train for one pass over the data, with one step for each batch, on its own gradients alone.

    Args:
        net: maps X of a batch to y_hat (b, k). A module works in training mode.
        train_iter: batches (X, y) with y of shape (b,), at least one; the last may be shorter.
        loss: maps (y_hat, y) to a loss for each example, shape (b,). For an optimizer it may also
            give their mean; both lead to the same step, on the gradients of the mean.
        updater: a torch optimizer; or a function that does everything after backward: called as
            updater(b) when the parameters hold the gradients of the sum of the losses of a batch,
            it changes the parameters and clears the gradients.

    Returns:
        Tuple (mean loss, accuracy) of numbers, over all examples of the pass. Each batch counts as
        it was before its step.

    >>> W = torch.eye(2).requires_grad_()
    >>> batch = torch.tensor([[1.0, 0.0], [0.0, 1.0]]), torch.tensor([0, 0])
    >>> sgd = torch.optim.SGD([W], lr=0.1)
    >>> mean, share = train_epoch_ch3(lambda X: X @ W, [batch], nn.CrossEntropyLoss(), sgd)
    >>> round(mean, 4), share
    (0.8133, 0.5)
    """
    raise NotImplementedError("TODO train_epoch_ch3")


def train_ch3(
    net: Net,
    train_iter: Batches,
    test_iter: Batches,
    loss: Callable[[Tensor, Tensor], Tensor],
    num_epochs: int,
    updater: torch.optim.Optimizer | Callable[[int], None],
) -> list[tuple[float, float, float]]:
    """Train for num_epochs passes with train_epoch_ch3, and evaluate after each of them.

    Args:
        net, train_iter, loss, updater: as for train_epoch_ch3. The iterables can be run through
            any number of times.
        test_iter: as data_iter for evaluate_accuracy.
        num_epochs: 1 or more.

    Returns:
        List with a tuple of numbers for each epoch, good or bad as they may be:
        (train loss, train accuracy, test accuracy).

    >>> batch = torch.tensor([[1.0, 0.0], [0.0, 1.0]]), torch.tensor([0, 0])
    >>> net, loss = nn.Linear(2, 2), nn.CrossEntropyLoss()
    >>> sgd = torch.optim.SGD(net.parameters(), lr=0.5)
    >>> epochs = train_ch3(net, [batch], [batch], loss, 20, sgd)
    >>> len(epochs), epochs[-1][2]
    (20, 1.0)
    """
    raise NotImplementedError("TODO train_ch3")


def predict_ch3(net: Net, test_iter: Batches, n: int = 6) -> list[tuple[str, str]]:
    """Name the true and the predicted class of the first n images of the first batch.

    Args:
        net: maps X of a batch to scores (b, 10).
        test_iter: batches (X, y) with y of shape (b,), labels from 0 to 9; at least one.
        n: how many images, 1 or more.

    Returns:
        List of n tuples (true name, predicted name), names as in TEXT_LABELS; fewer when the
        first batch has fewer images.

    >>> predict_ch3(lambda X: X, [(torch.eye(10), torch.arange(10))], n=2)
    [('t-shirt', 't-shirt'), ('trouser', 'trouser')]
    """
    raise NotImplementedError("TODO predict_ch3")


def softmax_regression() -> nn.Sequential:
    """Make softmax regression out of the library's layers, for a loss that takes scores.

    Every call makes new parameters, those of one linear layer: weights drawn from a normal
    distribution with mean 0 and standard deviation 0.01, and biases, whose first values are free.

    Returns:
        nn.Sequential that maps images (n, 1, 28, 28), or any X with 784 values an example, to
        scores (n, 10), which nn.CrossEntropyLoss takes as they are. X is not modified.

    >>> softmax_regression()(torch.ones(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    """
    raise NotImplementedError("TODO softmax_regression")
