"""Watch a training function at work: batches, nets that take notes, what right training gives.

And a second device, which needs no GPU.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Generator, Tensor, nn
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from tests.calls import Call, call
from tests.checks import assert_that, fail
from tests.convergence import Adam

Batch = tuple[Tensor | list[Tensor], Tensor]


def batches(rng: Generator, lists: bool = False) -> list[Batch]:
    """Three batches of 4, 4 and 2 examples of 4 classes; X has 3 values, or is a list of two."""
    X, y = torch.randn(2, 10, 3, generator=rng), torch.randint(4, (10,), generator=rng)
    parts = [(X[:, i], y[i]) for i in torch.arange(10).split(4)]
    return [(list(X) if lists else X[0], y) for X, y in parts]


def merged(X: Tensor | list[Tensor]) -> Tensor:
    __tracebackhide__ = True
    kind, got = type(X).__name__, Call("net(X), where X of the batch is a list of tensors", X)
    hint = "X = [x.to(device) for x in X] moves a list and is a list."
    assert_that(isinstance(X, (Tensor, list)), got, f"the net was given a {kind}", "a list", hint)
    return X if isinstance(X, Tensor) else X[0] - 2 * X[1]


class Watched(nn.Module):
    """A linear layer that notes its weights at the first batch, and its mode at every batch. Its
    mean moves while gradients are on, as in the notes' BatchNorm."""

    def __init__(self) -> None:
        super().__init__()
        self.layer, self.modes, self.first = nn.Linear(3, 4), [], []
        self.register_buffer("mean", torch.zeros(3))

    def forward(self, X: Tensor | list[Tensor]) -> Tensor:
        X = merged(X)
        self.first = self.first or [p.detach().clone() for p in self.parameters()]
        modes = [m.training for m in self.modules()]  # of the net and of its layer
        self.modes.append("training" if all(modes) else "mixed" if any(modes) else "evaluation")
        if torch.is_grad_enabled():
            self.mean += X.detach().mean(0)
        return self.layer(X)


def descend(first: list[Tensor], data: list[Batch], lr: float) -> tuple[list[Tensor], float, float]:
    """Weight and bias of a linear layer after an epoch, by autograd; its mean loss and accuracy."""
    total, hits = 0.0, 0
    for X, y in data:
        W, b = (p.clone().requires_grad_() for p in first)
        y_hat = F.linear(merged(X), W, b)
        loss = F.cross_entropy(y_hat, y)
        gradients = torch.autograd.grad(loss, (W, b))
        first = [p.detach() - lr * g for p, g in zip((W, b), gradients, strict=True)]
        total += float(loss.detach()) * len(y)
        hits += int((y_hat.argmax(1) == y).sum())
    return first, total / 10, hits / 10


class Passes:
    """Other batches at each pass, as a DataLoader that shuffles has them."""

    def __init__(self, passes: list[list[Batch]]) -> None:
        self.passes, self.length = itertools.cycle(passes), len(passes[0])

    def __repr__(self) -> str:
        return "..."

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Batch]:
        return iter(next(self.passes))


def trained(
    train_ch6: Callable, rng: Generator, epochs: int, device: str = "cpu", lists: bool = False
) -> tuple:
    """The call and the layer after it; rows and parameters as they should be."""
    __tracebackhide__ = True
    passes, tests = ([batches(rng, lists) for _ in range(epochs)] for _ in range(2))
    net, right, args = Watched(), [], {"num_epochs": epochs, "lr": 0.5}
    args |= {"train_iter": Passes(copy.deepcopy(passes)), "test_iter": Passes(copy.deepcopy(tests))}
    got = call(train_ch6, net=net, **args, device=torch.device(device))
    rows = got.value if isinstance(got.value, list) else ()
    ok = [isinstance(row, tuple) and len(row) for row in rows] == [3] * epochs
    assert_that(ok, got, "", f"a list of tuples of 3 numbers, one for each epoch ({epochs})")
    assert_that(net.first, got, "and net was never called", "net itself is trained, not a copy")
    parameters = [p.cpu() for p in net.first]
    for data, test in zip(passes, tests, strict=True):
        parameters, *train = descend(parameters, data, 0.5)
        right.append((*train, descend(parameters, test, 0.0)[2]))
    return got, net.layer, torch.tensor(right), *(p.to(device) for p in parameters)


class Predictor(nn.Module):
    """A linear layer whose parameters have names of their own, the bias last in `start`."""

    def __init__(self, start: Tensor) -> None:
        super().__init__()
        self.slope, self.level = nn.Parameter(start[:-1].clone()), nn.Parameter(start[-1:].clone())

    def forward(self, X: Tensor) -> Tensor:
        return X @ self.slope + self.level


def cubes(y_hat: Tensor, y: Tensor) -> Tensor:
    """An odd loss, in which predictions and labels cannot change places."""
    return (2 * y_hat - y).abs() ** 3 / 100


def cubic(y_hat: Tensor, y: Tensor) -> Tensor:
    return cubes(y_hat, y).mean()


def adam(W: Tensor, data: list, lr: float, epochs: int) -> tuple[Tensor, Tensor, Tensor]:
    """A Predictor of these parameters with the loss cubic, trained with Adam.

    The parameters; the mean loss of each epoch, taken before each step and after the epoch.
    """
    W = W.clone().requires_grad_()
    optimizer, before, after = Adam([W], lr), [], []

    def losses(X, y):
        return cubes(X @ W[:-1] + W[-1:], y)

    for _ in range(epochs):
        seen = []
        for X, y in data:
            seen.append(losses(X, y))
            optimizer.step(torch.autograd.grad(seen[-1].mean(), [W]))
        before.append(torch.cat(seen).detach().mean())
        after.append(torch.cat([losses(*batch) for batch in data]).detach().mean())
    return W.detach(), torch.stack(before), torch.stack(after)


HERE, THERE = torch.device("cpu"), torch.device("meta")
# What may see tensors of both devices, and what makes no tensors out of a device. The last one of
# each is a part of net.to(device).
MOVES = (Tensor.to, Tensor.cpu, Tensor.type_as, torch._has_compatible_shallow_copy_type)
ASKS = (torch.device, torch._C._nn._parse_to)


class TwoDevices(TorchFunctionMode):
    """While it is on, "meta" is a second device.

    All tensors stay on the CPU, with their values, but it is noted where they would be: one that
    is here (cpu) cannot meet one that is there (meta). Tensors that are neither `here` nor `there`
    at first, nor made from such ones, may meet any; so may single numbers.
    """

    def __init__(self, told: str, here: Any = (), there: Any = (), hint: str = "") -> None:
        super().__init__()
        self.told, self.hint = told, hint
        self.lists = [(given, [*given]) for given in lists(here)]
        self.places = {}  # id of a tensor: the tensor, so that its id stays its own, and its place
        self._put(here, HERE)
        self._put(there, THERE)

    def __torch_function__(
        self, func: Callable, types: Any, args: tuple = (), kwargs: dict | None = None
    ) -> Any:
        __tracebackhide__ = True
        kwargs, owner = kwargs or {}, getattr(func, "__self__", None)
        if func in ASKS:
            return func(*args, **kwargs)
        given = [*args, *kwargs.values()]
        found = [self.places[id(t)][1] for t in flat(given) if id(t) in self.places]
        if owner is Tensor.device and found:
            return found[0]
        moves = func in MOVES or owner is Tensor.data
        if len({*found}) == 2 and not moves:
            name = getattr(func, "__name__", "an operation")
            returned = f"{name}: one tensor is on cpu, another on meta"
            fail(Call(self.told, None), returned, "tensors that meet are on one device", self.hint)
        asked = [HERE] if func is Tensor.cpu else [d for d in map(_device, given) if d]
        result = func(*map(_here, args), **{key: _here(value) for key, value in kwargs.items()})
        if asked and any(result is tensor for tensor in flat(given)):
            result = result.clone()  # already on the CPU: it came back as it is
        for place in (asked or found[-1:])[:1]:
            self._put([result, args[0]] if owner is Tensor.data else [result], place)
        return result

    def __exit__(self, kind: type | None, *rest: Any) -> None:
        """Lists are not modified: also one whose tensors were moved keeps those that it had."""
        __tracebackhide__ = True
        super().__exit__(kind, *rest)
        same = all([*map(id, now)] == [*map(id, then)] for now, then in self.lists)
        returned, expected = "and a list of a batch holds other tensors now", "it is not modified"
        hint = "Make a new list: X = [x.to(device) for x in X]."
        assert_that(same or kind, Call(self.told, None), returned, expected, hint)

    def _put(self, value: Any, place: torch.device) -> None:
        self.places.update({id(t): (t, place) for t in flat(value) if t.dim()})


def assert_stayed(mode: TwoDevices, net: nn.Module) -> None:
    """No parameter of the net is known to be on the cpu."""
    __tracebackhide__ = True
    back = [name for name, p in net.named_parameters() if mode.places.get(id(p)) == (p, HERE)]
    told, expected = f"parameters on cpu afterwards: {', '.join(back)}", "the net stays on meta"
    assert_that(not back, Call(mode.told, net), told, expected, "The net is not moved back.")


def flat(value: Any) -> Iterator[Tensor]:
    """The tensors in value, also those in lists and tuples."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from flat(part)


def lists(value: Any) -> list[list]:
    """The lists in value, itself and those in lists and tuples."""
    if not isinstance(value, (list, tuple)):
        return []
    return [value] * isinstance(value, list) + [found for part in value for found in lists(part)]


def _device(value: Any) -> torch.device | None:
    named = type(value) is str and value in ("cpu", "meta")
    return torch.device(value) if named or type(value) is torch.device else None


def _here(value: Any) -> Any:
    return HERE if _device(value) == THERE else value
