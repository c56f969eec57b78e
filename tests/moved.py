"""Models on another device, for the tests of checkpoints: "meta" stands for a GPU."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from tests.calls import Call
from tests.scripted import Scale, batch, call_fit, copied, make_net


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


def places_after_loading(load_params: Callable, path: Path) -> Call:
    """Where a net that lies on "meta" is after it was filled with tensors on the CPU."""
    net = make_net().to("meta")
    torch.save(copied(make_net()), path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that nothing can be copied to "meta"
            load_params(net, path)
    except NotImplementedError as error:
        if "meta tensor" not in str(error):
            raise
        # Something was copied to the CPU, which "meta" cannot do: nothing is known.
    places = {value.device.type for value in net.state_dict().values()}
    places |= {net.place} - {"where it was"}
    return Call("load_params(net, path), the net on the device meta: where it lies", places)
