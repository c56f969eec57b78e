"""Call the code under test and remember the call in words, for the messages of the checks."""

from __future__ import annotations

import contextlib
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Call:
    """What was called, in words, and what came back."""

    text: str
    value: Any

    def part(self, value: Any, what: str) -> Call:
        """Something taken from the result: `got.part(got.value[0], "the first row")`."""
        return Call(f"{self.text}: {what}", value)


def call(function: Callable, *args: Any, name: str = "", **kwargs: Any) -> Call:
    """Call `function` and tell it as a learner would write it.

    `name` stands in for the name of the function; a module is told by its class.
    """
    text = tell(function, args, kwargs, name)  # before the call, which may change the arguments
    try:
        return Call(text, function(*args, **kwargs))
    except Exception as error:
        with contextlib.suppress(AttributeError):
            error.called = text  # the feedback begins with it
        raise


def tell(function: Callable, args: tuple, kwargs: dict[str, Any], name: str = "") -> str:
    """`corr2d(X, K), X of shape (3, 4), K of shape (2, 1)`"""
    name = name or getattr(function, "__name__", "") or f"{type(function).__name__}(...)"
    names = _parameters(function)
    names += [f"argument {i + 1}" for i in range(len(names), len(args))]
    said, shapes = [], []
    for key, value in [*zip(names, args), *kwargs.items()]:  # noqa: B905
        brief, shape = _argument(key, value)
        said.append(f"{key}={brief}" if key in kwargs and brief != key else brief)
        shapes += [f"{key} of shape {shape}"] if shape else []
    return ", ".join([f"{name}({', '.join(said)})", *shapes])


def describe(value: Any) -> str:
    """A value in a line or a few: small ones in full, large ones by shape and first values."""
    if value is None:
        return "None"
    if type(value) in (Tensor, nn.Parameter):
        value = value.detach()
        if value.device.type == "meta" or value.numel() > 24:
            return f"a tensor of shape {tuple(value.shape)}, {short(value.dtype)}{_first(value)}"
        return repr(value)
    if type(value) is np.ndarray and value.size > 24:
        return f"a numpy array of shape {value.shape}, {value.dtype}, first {value.flat[0]!r}"
    try:
        text = _repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}, whose repr raises {type(error).__name__}>"
    return text if len(text) <= 300 else f"{text[:300]}... ({len(text)} characters)"


def _repr(value: Any) -> str:
    """Its repr without addresses in memory, which differ from run to run."""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", repr(value))


def _first(value: Tensor) -> str:
    if value.device.type == "meta":
        return ""
    return f", first {', '.join(f'{x:.5g}' for x in value.flatten()[:4].tolist())}, ..."


def short(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _argument(key: str, value: Any) -> tuple[str, str]:
    """How an argument is told inside the parentheses, and its shape when that is told behind."""
    if isinstance(value, (Tensor, np.ndarray)):
        size = value.numel() if isinstance(value, Tensor) else value.size
        if size > 4 or size == 0 or value.ndim > 1:
            return key, str(tuple(value.shape))
        return str(value.tolist()), ""
    if isinstance(value, nn.Module):  # a net made for a test has a name that tells nothing
        ours = type(value).__module__.startswith("test")
        return key if ours else type(value).__name__, ""
    if callable(value):
        return getattr(value, "__name__", key).replace("<lambda>", key), ""
    text = _repr(value)
    return (text, "") if len(text) <= 60 and "\n" not in text else (key, "")


def _parameters(function: Callable) -> list[str]:
    target = function.forward if isinstance(function, nn.Module) else function
    try:
        return list(inspect.signature(target).parameters)
    except (TypeError, ValueError):
        return []
