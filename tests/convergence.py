"""Small training runs for the hidden tests: toy data, plain SGD, and a verdict with its margin.

SGD is written out because torch.optim costs 0.4 s of imports at its first use.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

from data import garments, real
from tests.calls import Call
from tests.checks import assert_that


class Run:
    """Judges one training run and records how far from its threshold it ended.

    `margin` is above 1 on the right side of the threshold; `make stress` reports the worst one.
    """

    def __init__(self, properties: list[tuple[str, object]]) -> None:
        self._properties = properties
        self._margin = math.inf

    def below(
        self, value: float, limit: float, text: str, hint: str, curve: Sequence[float] = ()
    ) -> None:
        """A loss or an error that must end below `limit`; `text` says what was run."""
        __tracebackhide__ = True
        value = float(value)
        self._record(limit / value if value > 0 else math.inf, value, curve)
        ended, wanted = f"ended at {value:.4g}", f"below {limit:.4g}"
        assert_that(value < limit, Call(text, value), ended, wanted, hint)

    def above(
        self, value: float, limit: float, text: str, hint: str, curve: Sequence[float] = ()
    ) -> None:
        """A number, such as a baseline's loss over the learner's, that must exceed `limit`."""
        __tracebackhide__ = True
        value = float(value)
        self._record(value / limit, value, curve)
        ended, wanted = f"ended at {value:.4g}", f"above {limit:.4g}"
        assert_that(value > limit, Call(text, value), ended, wanted, hint)

    def _record(self, margin: float, value: float, curve: Sequence[float]) -> None:
        self._margin = min(self._margin, margin if math.isfinite(value) else 0.0)
        self._properties.append(("margin", self._margin))
        self._properties.append(("curve", [float(loss) for loss in curve]))


def toy_classes(
    rng: torch.Generator, n: int, shape: tuple[int, ...], classes: int = 10, noise: float = 1.0
) -> tuple[Tensor, Tensor]:
    """n noisy copies of one random prototype a class: X (n, *shape), labels (n,).

    Images (3-dimensional shapes) get coarse prototypes, 4 pixels a patch, which pooling keeps.
    """
    coarse = shape if len(shape) < 3 else (shape[0], -(-shape[1] // 4), -(-shape[2] // 4))
    prototypes = torch.randn(classes, *coarse, generator=rng)
    if len(shape) == 3:
        prototypes = prototypes.repeat_interleave(4, 2).repeat_interleave(4, 3)
        prototypes = prototypes[:, :, : shape[1], : shape[2]]
    y = torch.arange(n) % classes
    y = y[torch.randperm(n, generator=rng)]
    return prototypes[y] + noise * torch.randn(n, *shape, generator=rng), y


def pictures(train: bool) -> tuple[Tensor, Tensor]:
    """Images of garments (n, 1, 28, 28) from 0 to 1 and labels (n,): drawn, or Fashion-MNIST."""
    images, labels = garments.load(train)
    return torch.tensor(images)[:, None] / 255, torch.tensor(labels).long()


def learns_garments(net: nn.Module, run: Run, text: str, hint: str, *, lr: float = 0.1) -> None:
    """Train on garments and hold the net to the notes' own thresholds (notes 3.6).

    A slow epoch follows, so that the last batches do not decide where it ends.
    """
    __tracebackhide__ = True
    X, y = pictures(True)
    size = 64 if real() else 32
    curve = fit(net.train(), X, y, lr=lr, epochs=5, batch_size=size)
    curve += fit(net, X, y, lr=lr / 10, epochs=1, batch_size=size)
    net.eval()
    for images, labels, what in ((X, y, "training"), (*pictures(False), "test")):
        with torch.no_grad():
            scores = net(images)
        hits = float((scores.argmax(1) == labels).float().mean())
        run.above(hits, 0.7, f"{text}, trained: accuracy on the {what} images", hint, curve)
        if what == "training":
            loss = float(nn.functional.cross_entropy(scores, labels))
            run.below(loss, 0.5, f"{text}, trained: loss on the training images", hint, curve)


def clouds(rng: torch.Generator) -> tuple[Tensor, Tensor]:
    """Four clouds of points, of two classes as in XOR."""
    corners = torch.randint(0, 2, (400, 2), generator=rng)
    return 4 * corners - 2 + 0.5 * torch.randn(400, 2, generator=rng), corners.sum(1) % 2


def sgd_step(parameters: Sequence[Tensor], lr: float) -> None:
    """One step of gradient descent; the gradients are gone afterwards."""
    with torch.no_grad():
        for parameter in parameters:
            if parameter.grad is not None:
                parameter -= lr * parameter.grad
                parameter.grad = None


class Adam:
    """Adam as in its paper (Kingma and Ba, 2015); torch.optim costs 1.3 s of imports."""

    def __init__(self, weights: Iterable[Tensor], lr: float) -> None:
        self.weights, self.lr, self.steps = list(weights), lr, 0
        self.m, self.s = ([torch.zeros_like(p) for p in self.weights] for _ in range(2))

    def step(self, gradients: Iterable[Tensor]) -> None:
        self.steps += 1
        for p, g, m, s in zip(self.weights, gradients, self.m, self.s, strict=True):
            m.mul_(0.9).add_(g, alpha=0.1)
            s.mul_(0.999).addcmul_(g, g, value=0.001)
            root = (s / (1 - 0.999**self.steps)).sqrt() + 1e-8
            p.data -= self.lr * m / (1 - 0.9**self.steps) / root


def fit(
    net: nn.Module, X: Tensor, y: Tensor, *, lr: float, epochs: int, batch_size: int
) -> list[float]:
    """Train a classifier with SGD on shuffled batches; the mean loss of every epoch."""
    losses, parameters = [], list(net.parameters())
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(X)).split(batch_size):
            loss = nn.functional.cross_entropy(net(X[batch]), y[batch])
            loss.backward()
            sgd_step(parameters, lr)
            total += float(loss.detach()) * len(batch)
        losses.append(total / len(X))
    return losses
