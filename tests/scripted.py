"""Models for the tests of checkpoints: one to save, and some whose training is known beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

from tests import disk
from tests.calls import Call, call
from tests.checks import assert_that, assert_value

OBJECTS = {
    "a tensor": torch.arange(4),
    "a list": [torch.arange(4), torch.zeros(4), torch.tensor([[1.5, -2.0, 0.25]]).T],
    "a dict": {"x": torch.tensor([[True, False]]), "": torch.tensor(2.5), "y": torch.ones(2, 0, 3)},
    "other dtypes": [torch.tensor([0.1], dtype=torch.float64), torch.tensor([3], dtype=torch.int8)],
}


class Movable(nn.Module):
    """Tells by its `place` whether it was moved to the CPU, where it lies in the tests anyway."""

    place = "where it was"

    def cpu(self) -> Movable:
        self.place = "on the CPU"
        return super().cpu()

    def to(self, *args: Any, **kwargs: Any) -> Movable:
        self.place = "where it was"  # put back
        return super().to(*args, **kwargs)


class Layers(Movable, nn.Sequential):
    pass


def make_net() -> nn.Module:
    """Layers with parameters, and one with buffers that differ from their first values."""
    net = Layers(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Linear(3, 2))
    net(torch.randn(5, 4))
    return net


def tuned_net() -> nn.Module:
    """A net with a frozen layer that stands in two places, and a buffer that is not saved."""
    net = make_net()
    net(torch.randn(5, 4)).sum().backward()
    net.append(net[0].requires_grad_(False))
    net.register_buffer("mask", torch.ones(2), persistent=False)
    return net


def state(net: nn.Module) -> list:
    """What save_params must leave: the mode, the place, what is trained, and the gradients."""
    place = getattr(net, "place", "")
    return [net.training, place, *((p.requires_grad, id(p.grad)) for p in net.parameters())]


def copied(net: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in net.state_dict().items()}


# State dicts that do not fit make_net().
UNFIT: dict[str, Callable[[dict[str, Tensor]], Any]] = {
    "another shape": lambda state: state | {"2.weight": torch.ones(2, 4)},
    "transposed": lambda state: state | {"2.weight": state["2.weight"].T},
    "a shape that broadcasts": lambda state: state | {"2.bias": torch.ones(1)},
    "a name is missing": lambda state: {k: v for k, v in state.items() if k != "2.bias"},
    "a buffer is missing": lambda state: {k: v for k, v in state.items() if k != "1.running_var"},
    "a name more": lambda state: state | {"3.weight": torch.ones(2, 2)},
    "other names": lambda state: {f"net.{k}": v for k, v in state.items()},
    "a list": lambda state: list(state.values()),
}


class Notes(list):
    """A list that copies of the model share."""

    def __deepcopy__(self, memo: dict) -> Notes:
        return self


class Scale(Movable):
    """w * x, with a record of the modes it worked in."""

    def __init__(self, w: float = 1.0) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.tensor(w))
        self.register_buffer("steps", torch.tensor(0))
        self.notes = Notes()

    @property
    def modes(self) -> list[str]:
        return list(self.notes)

    def forward(self, x: Tensor) -> Tensor:
        self.notes.append("training" if self.training else "evaluation")
        self.steps += self.training
        return self.w * x


class Scripted(Scale):
    """In evaluation it errs as the script says, epoch by epoch, whatever w is; labels are 0."""

    def __init__(self, *losses: float, w: float = 1.0) -> None:
        super().__init__(w)
        self.losses, self.states = iter(losses), []

    def forward(self, x: Tensor) -> Tensor:
        if self.training:
            return super().forward(x)
        self.states.append(copied(self))
        return torch.full_like(x, math.sqrt(next(self.losses, math.nan)))

    def slip(self) -> str:
        """What may be wrong with two steps from w = 1000 on w^2, at the rate 1/4."""
        w = float(self.states[0]["w"]) / 1000 if self.states else math.nan
        slips = {0.25: "That is SGD without momentum.", -0.7: "Are gradients zeroed each step?"}
        told = [slip for value, slip in slips.items() if abs(w - value) < 1e-3]
        return told[0] if told else "SGD with momentum 0.9, one optimizer for all epochs."

    def mistake(self) -> str:
        """What may be wrong with the weights that the model holds at the end."""
        if torch.equal(self.w, self.states[-1]["w"]):
            return "The last weights: put the best back, a copy (state_dict() alone is no copy)."
        return "The best epoch has the lowest validation loss; all of its state_dict() comes back."


def batch(*x: float, y: float = 0.0) -> tuple[Tensor, Tensor]:
    """Examples of two equal values each, and labels that are all y."""
    values = torch.tensor([[value, value] for value in x], dtype=torch.float32)
    return values, torch.full_like(values, y)


class Batches(list):
    """Batches as a DataLoader gives them, but of sizes that a test chooses; counts the passes."""

    passes = 0

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        self.passes += 1
        return super().__iter__()

    @property
    def dataset(self) -> list[Tensor]:
        return [example for x, _ in self for example in x]


# Script of validation losses, early_stop, epochs that are run, index of the best.
SCRIPTS = [
    ((5, 4, 3, 3.5, 3.4, 3.3, 2.9), 3, 6, 2),
    ((5, 4, 3, 3.5, 3.4, 3.3, 2.9), 4, 7, 6),
    ((3, 4, 2, 4, 4, 1), 2, 5, 2),  # the count begins anew at the 2
    ((5, 4, 4, 4, 4), 2, 4, 1),  # an equal loss is not better
    ((1, 2, 3), 1, 2, 0),
    ((3, 2.9, 2.8, 2.7), 2, 4, 3),
    ((2, 3, 4), 5, 3, 0),  # n_epochs are over before it is stopped
    ((math.nan, 3, 2, 4), 2, 4, 2),
    ((4, math.nan, math.nan, 1), 2, 3, 0),
    ((4e12, 1e12, 9e12), 2, 3, 1),  # no first value is above all losses but infinity
    ((1, 0.99999, 0.99998, 2), 2, 4, 2),  # a little below is below
]


def call_fit(
    fit: Callable,
    model: nn.Module,
    train: Iterable,
    valid: Iterable,
    path: Path,
    *on_epoch: Callable,
    n: int = 2,
    rate: float = 0.25,
    early_stop: int = 9,
) -> Call:
    """Call the trainer, and check the form of the history and that config is as before."""
    __tracebackhide__ = True
    config = {"n_epochs": n, "learning_rate": rate, "early_stop": early_stop}
    config |= {"save_path": str(path), "seed": 5201314}
    before = dict(config)
    train, valid = (Batches(data) if type(data) is list else data for data in (train, valid))
    value = call(fit, model, train, valid, config, *on_epoch).value
    told = f"n_epochs {n}, learning_rate {rate}, early_stop {early_stop}"
    got = Call(f"fit(model, train_loader, valid_loader, config), {told}", value)
    assert_value(got.part(config, "config"), before, "config is not to be modified.")
    form = 'a dict of two lists of floats, "train_loss" and "valid_loss"'
    hint = "Did you forget `return`?" if value is None else "loss.item() gives a float."
    named = value if isinstance(value, dict) else {}
    losses = [named.get("train_loss"), named.get("valid_loss")]
    lists = all(isinstance(of_epochs, list) for of_epochs in losses)
    floats = lists and all(isinstance(x, float) for of_epochs in losses for x in of_epochs)
    assert_that(floats, got, "", form, hint)
    hint = "Under torch.no_grad() gradients are off for a block; the caller still needs them."
    assert_value(got.part(torch.is_grad_enabled(), "torch.is_grad_enabled()"), True, hint)
    for name, data in (("train_loader", train), ("valid_loader", valid)):
        count, epochs = getattr(data, "passes", n), len(losses[0])
        returned, expected = f"{count} passes over {name}", f"one for each of {epochs} epochs"
        hint = "A DataLoader shuffles anew at every pass: do not keep its batches in a list."
        assert_that(count >= min(n, epochs), got, returned, expected, hint)
    return got


class Epochs(list):
    """Calls of on_epoch, noted; the best weights are in the file by then."""

    def __init__(self, model: Scripted, path: Path, best: list[int]) -> None:
        self.model, self.path, self.best = model, path, best

    def note(self, *args: Any) -> None:
        __tracebackhide__ = True
        self.append(args)
        if len(self) == len(self.model.states) <= len(self.best):
            best = self.model.states[self.best[len(self) - 1]]
            told = disk.in_file(self.path, "fit(...), when on_epoch is called")
            disk.assert_same(told, best, "They are saved before on_epoch is called.")


def saver(save_params: Callable) -> Callable:
    """save_params as a function of tensors: they are the buffers of a net."""

    def save(tensors: dict[str, Tensor], path: Path) -> None:
        net = nn.Module()
        for name, tensor in tensors.items():
            net.register_buffer(name, tensor)
        save_params(net, path)

    save.__name__ = "save_params"
    return save


def run_script(
    fit: Callable, path: Path, script: tuple[float, ...], early_stop: int, *on_epoch: Callable
) -> tuple[Call, Scripted]:
    """Train a scripted model for as many epochs as the script is long, or fewer."""
    __tracebackhide__ = True
    model, one = Scripted(*script), [batch(1.0)]
    got = call_fit(fit, model, one, one, path, *on_epoch, n=len(script), early_stop=early_stop)
    got = Call(f"{got.text}, validation losses {script}", got.value)
    told = got.part((model.w.requires_grad, model.place), "w.requires_grad, place of the model")
    assert_value(told, (True, "where it was"), "The model can be trained further.")
    return got, model


def line(rng: torch.Generator) -> tuple[DataLoader, DataLoader]:
    """Noisy points of y = 2 a - 3.4 b + c + 4.2: batches to train and to validate with."""
    X = torch.randn(120, 3, generator=rng)
    y = X @ torch.tensor([[2.0], [-3.4], [1.0]]) + 4.2 + 0.05 * torch.randn(120, 1, generator=rng)
    train = DataLoader(TensorDataset(X[:80], y[:80]), batch_size=16, shuffle=True)
    return train, DataLoader(TensorDataset(X[80:], y[80:]), batch_size=16)
