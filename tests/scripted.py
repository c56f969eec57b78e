"""Models for the tests of checkpoints: one to save, and some whose training is known beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

from tests.calls import Call, call
from tests.checks import assert_that, assert_value

OBJECTS = {
    "a tensor": torch.arange(4),
    "a list": [torch.arange(4), torch.zeros(4), torch.tensor([[1.5, -2.0, 0.25]]).T],
    "a dict": {"x": torch.tensor([[True, False]]), "": torch.tensor(2.5), "y": torch.ones(2, 0, 3)},
    "other dtypes": [torch.tensor([0.1], dtype=torch.float64), torch.tensor([3], dtype=torch.int8)],
}


def make_net() -> nn.Module:
    """Layers with parameters, and one with buffers that differ from their first values."""
    net = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Linear(3, 2))
    net(torch.randn(5, 4))
    return net


def tuned_net() -> nn.Module:
    """A net with a frozen layer that stands in two places, and a buffer that is not saved."""
    net = make_net()
    net.append(net[0].requires_grad_(False))
    net.register_buffer("mask", torch.ones(2), persistent=False)
    return net


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


class Scale(nn.Module):
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

    def __init__(self, *losses: float) -> None:
        super().__init__()
        self.losses, self.states = iter(losses), []

    def forward(self, x: Tensor) -> Tensor:
        if self.training:
            return super().forward(x)
        self.states.append(copied(self))
        return torch.full_like(x, math.sqrt(next(self.losses, math.nan)))

    def slip(self) -> str:
        """What may be wrong with two steps from w = 1 on w^2, at the rate 1/4."""
        w = float(self.states[0]["w"]) if self.states else math.nan
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


class Elsewhere(nn.Module):
    """Lies on "meta", which stands for a GPU; notes where it and its batches are to be."""

    def __init__(self) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.ones(1, device="meta"))
        self.places = {"model": "meta"}

    def to(self, *args: Any, **kwargs: Any) -> Elsewhere:
        self.places["model"] = torch.empty(0).to(*args, **kwargs).device.type
        return self

    def forward(self, x: Tensor) -> Tensor:
        self.places["x"] = x.device.type
        return torch.zeros(x.shape).as_subclass(Prediction)


class Prediction(Tensor):
    """Ends the training as soon as it meets the labels, and tells where they are."""

    @classmethod
    def __torch_function__(
        cls, func: Callable, types: Any, args: tuple = (), kwargs: dict | None = None
    ) -> Any:
        for value in [*args, *(kwargs or {}).values()]:
            if type(value) is Tensor:
                raise LabelsMet(value.device.type)
        return super().__torch_function__(func, types, args, kwargs or {})


class LabelsMet(Exception):
    """Nothing can be computed on "meta": the training is over."""


ON_META = {"model": "meta", "x": "meta", "y": "meta"}


def places_of_batches(fit: Callable, path: Path) -> Call:
    """Where x and y are when a model that lies on "meta" is trained with batches on the CPU."""
    __tracebackhide__ = True
    model, one = Elsewhere(), [batch(1.0)]
    try:
        call_fit(fit, model, one, one, path)
    except LabelsMet as met:
        model.places["y"] = str(met)
    except NotImplementedError as error:
        if "meta tensor" not in str(error):
            raise
        model.places |= ON_META  # weights were copied to the CPU first: nothing more is known
    text = "fit(...), the model on the device meta, batches on the CPU: where they meet"
    model.places |= dict.fromkeys(_left_behind(fit, path), "not moved")
    return Call(text, model.places)


def _left_behind(fit: Callable, path: Path) -> list[str]:
    """What of the validation batches stays on "meta" when the model lies on the CPU."""
    left, (x, y) = [], batch(1.0)
    for name, pair in (("x", (x.to("meta"), y)), ("y", (x, y.to("meta")))):
        try:
            call_fit(fit, Scale(), [batch(1.0)], [pair], path)
        except RuntimeError as error:
            # "meta" gives nothing away: there is an error when a batch is moved from it, too.
            if "Cannot copy out of meta tensor" in str(error):
                continue
        left.append(f"{name} of valid_loader")
    return left


def places_in_predict(predict: Callable) -> Call:
    """Where predict(model, loader, device) puts batches and result; the device is "meta"."""
    model, places = nn.Module(), {"batches": "not used", "result": "cpu"}

    def forward(X: Tensor) -> Tensor:
        places["batches"] = X.device.type
        return X

    model.forward = forward
    got = Call("predict(model, [X, X], device), the device is meta", places)
    try:
        result = predict(model, [torch.ones(2), torch.ones(1)], torch.device("meta"))
        places["result"] = str(getattr(result, "device", None))
    except NotImplementedError as error:
        if "meta tensor" not in str(error):
            raise
        # Something was copied to the CPU, which "meta" cannot do: that is where the result goes.
    return got


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


def run_script(
    fit: Callable, path: Path, script: tuple[float, ...], early_stop: int, *on_epoch: Callable
) -> tuple[Call, Scripted]:
    """Train a scripted model for as many epochs as the script is long, or fewer."""
    __tracebackhide__ = True
    model, one = Scripted(*script), [batch(1.0)]
    got = call_fit(fit, model, one, one, path, *on_epoch, n=len(script), early_stop=early_stop)
    return Call(f"{got.text}, validation losses {script}", got.value), model


def line(rng: torch.Generator) -> tuple[DataLoader, DataLoader]:
    """Noisy points of y = 2 a - 3.4 b + c + 4.2: batches to train and to validate with."""
    X = torch.randn(120, 3, generator=rng)
    y = X @ torch.tensor([[2.0], [-3.4], [1.0]]) + 4.2 + 0.05 * torch.randn(120, 1, generator=rng)
    train = DataLoader(TensorDataset(X[:80], y[:80]), batch_size=16, shuffle=True)
    return train, DataLoader(TensorDataset(X[80:], y[80:]), batch_size=16)
