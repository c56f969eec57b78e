"""Assertions of the hidden tests.

Every failure reads the same way: what was called, what came back, what was expected, and the
usual mistake. Values are compared only after type, shape, dtype and device, so that nothing is
broadcast or converted into being right.
"""

from __future__ import annotations

import copy
import functools
import math
from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Any, NoReturn

import numpy as np
import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from tests.calls import Call, call, describe, short, tell
from tests.relations import relation, worst

# rtol, atol: the defaults of torch.testing.assert_close, which costs 0.4 s at its first call.
TOLERANCES = MappingProxyType(
    {
        torch.float16: (1e-3, 1e-5),
        torch.bfloat16: (1.6e-2, 1e-5),
        torch.float32: (1.3e-6, 1e-5),
        torch.float64: (1e-7, 1e-7),
    }
)
CUT = (
    "Something on the way cuts the gradient: .data, .detach(), .item(), .numpy(), "
    "torch.no_grad() or a new torch.tensor(...) made from computed values."
)
DEVICE = "Make new tensors where X is: rand_like(X), zeros(..., device=X.device)."
Type = type | tuple[type, ...]


class CheckFailed(AssertionError):
    """A hidden test refused an answer; the text is meant for the learner."""


def fail(got: Call, returned: str, expected: str, hint: str = "") -> NoReturn:
    """Refuse an answer in the standard form."""
    __tracebackhide__ = True
    lines = [got.text, _labelled("returned", returned), _labelled("expected", expected)]
    raise CheckFailed("\n".join([*lines, hint] if hint else lines))


def assert_that(ok: bool, got: Call, returned: str, expected: str, hint: str = "") -> None:
    """Refuse the answer unless `ok`; without a text for `returned` the value itself is shown."""
    __tracebackhide__ = True
    if not ok:
        fail(got, returned or describe(got.value), expected, hint)


def several(got: Call, *names: str, hint: str = "", kinds: type | tuple = tuple) -> list[Call]:
    """The parts of a result that has to be a tuple of so many, or something else of `kinds`."""
    __tracebackhide__ = True
    ok = isinstance(got.value, kinds) and len(got.value) == len(names)
    hint = "Nothing came back: did you forget `return`?" if got.value is None else hint
    sized = isinstance(got.value, (tuple, list, dict))
    size = f"a {type(got.value).__name__} of {len(got.value)}: " if sized else ""
    assert_that(ok, got, size + describe(got.value), f"a tuple ({', '.join(names)})", hint)
    return list(map(got.part, got.value, names))


listed = functools.partial(several, kinds=(tuple, list))  # where the docstring names no type


def assert_tensor(
    got: Call,
    expected: Tensor,
    hint: str = "",
    *,
    rtol: float | None = None,
    atol: float | None = None,
) -> None:
    """A plain tensor with the shape, dtype, device and values of `expected`."""
    __tracebackhide__ = True
    assert_shape(got, expected.shape, hint, dtype=expected.dtype, device=expected.device)
    actual, expected = got.value.detach(), expected.detach()
    if expected.is_floating_point():
        if bool(actual.isnan().any()) and not bool(expected.isnan().any()):
            count = f"NaN in {int(actual.isnan().sum())} of {actual.numel()} values"
            fail(got, f"{count}: {describe(actual)}", describe(expected), hint)
        default = TOLERANCES[expected.dtype]
        rtol, atol = (default[0] if rtol is None else rtol), (default[1] if atol is None else atol)
        same = torch.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True)
    else:
        same = actual == expected
    if not bool(same.all()):
        told = (worst(actual, expected, same), relation(actual, expected), hint)
        fail(got, describe(actual), describe(expected), "\n".join(text for text in told if text))


def assert_shape(
    got: Call,
    shape: Iterable[int],
    hint: str = "",
    *,
    dtype: torch.dtype | None = torch.float32,
    device: torch.device | str | None = None,
) -> None:
    """A plain tensor of this shape and, where given, dtype and device."""
    __tracebackhide__ = True
    actual, shape = got.value, tuple(shape)
    if type(actual) not in (Tensor, nn.Parameter):
        fail(got, describe(actual), f"a torch.Tensor of shape {shape}", _type_hint(actual) or hint)
    if tuple(actual.shape) != shape:
        fail(got, f"shape {tuple(actual.shape)}", f"shape {shape}", hint)
    if dtype is not None and actual.dtype != dtype:
        fail(got, f"dtype {short(actual.dtype)}", f"dtype {short(dtype)}", hint)
    if device is not None and actual.device.type != torch.device(device).type:
        fail(got, f"a tensor on {actual.device}", f"a tensor on {device}", hint or DEVICE)


def assert_array(got: Call, expected: np.ndarray, hint: str = "", **tolerance: float) -> None:
    """A plain numpy array with the shape, dtype and values of `expected`."""
    __tracebackhide__ = True
    actual = got.value
    if type(actual) is not np.ndarray:
        fail(got, describe(actual), f"a numpy array of shape {expected.shape}", _type_hint(actual))
    if actual.dtype != expected.dtype:
        fail(got, f"dtype {actual.dtype}: {actual}", f"dtype {expected.dtype}: {expected}", hint)
    as_tensor = Call(got.text, torch.from_numpy(actual.copy()))
    assert_tensor(as_tensor, torch.from_numpy(expected.copy()), hint, **tolerance)


def assert_value(got: Call, expected: Any, hint: str = "") -> None:
    """The same value as `expected`, made of the same plain types all the way down."""
    __tracebackhide__ = True
    if not _same(got.value, expected):
        wrong_type = _type_hint(got.value) if type(got.value) is not type(expected) else ""
        fail(got, describe(got.value), describe(expected), wrong_type or hint)


def assert_number(
    got: Call, expected: float, hint: str = "", *, rel: float = 1e-6, abs: float = 1e-9
) -> None:
    """A number (Python, numpy, or a tensor of one value) close to `expected`."""
    __tracebackhide__ = True
    actual = got.value
    plain = type(actual) in (int, float) or isinstance(actual, np.number)
    one = type(actual) in (Tensor, nn.Parameter) and actual.numel() == 1
    if not (plain or one):
        several = isinstance(actual, Tensor) and actual.numel() != 1
        told = "One number is asked for: is a sum or a mean missing?" if several else ""
        fail(got, describe(actual), f"the number {expected:.7g}", told or _type_hint(actual))
    if not math.isclose(float(actual), expected, rel_tol=rel, abs_tol=abs):
        fail(got, f"{float(actual):.7g}", f"{expected:.7g}", hint)


def assert_raises(
    errors: Type, function: Callable, *args: Any, hint: str = "", **kwargs: Any
) -> None:
    """The call raises one of `errors`. What is still to do stays to do."""
    __tracebackhide__ = True
    expected = " or ".join(e.__name__ for e in (errors if type(errors) is tuple else (errors,)))
    told = Call(tell(function, args, kwargs), None)
    try:
        returned = function(*args, **kwargs)
    except Exception as error:
        if isinstance(error, CheckFailed) or _to_do(error):
            raise
        if isinstance(error, errors):
            return
        fail(told, f"raised {type(error).__name__}: {error}", f"{expected} is raised", hint)
    fail(told, f"{describe(returned)}, and raised nothing", f"{expected} is raised", hint)


def assert_keeps_arguments(function: Callable, *args: Any, **kwargs: Any) -> None:
    """The call leaves its tensors, arrays, lists and frames as they were."""
    __tracebackhide__ = True
    given = [*args, *kwargs.values()]
    before = copy.deepcopy(given)
    got = call(function, *args, **kwargs)
    for number, (now, was) in enumerate(zip(given, before, strict=True), 1):
        returned = f"and argument {number} is now {describe(now)}"
        hint = "An argument was modified in place; work on a copy or on new values."
        assert_that(_unchanged(now, was), got, returned, f"it stays {describe(was)}", hint)


def assert_share(got: Call, hits: int, n: int, p: float, what: str, hint: str = "") -> None:
    """`hits` of `n` independent draws of probability p, within 6 sigma (2 false alarms in 10^9)."""
    __tracebackhide__ = True
    slack = 6 * math.sqrt(p * (1 - p) / n)
    returned, expected = (
        f"{what}: {hits / n:.1%} of {n}",
        f"{what}: {p:.1%}, give or take {slack:.1%}",
    )
    assert_that(abs(hits / n - p) <= slack, got, returned, expected, hint)


def gradients(got: Call, inputs: dict[str, Tensor], hint: str = "") -> list[Tensor]:
    """Gradients of the result, weighted unevenly and summed, in the named inputs."""
    __tracebackhide__ = True
    output = got.value
    assert_shape(got, getattr(output, "shape", ()), hint, dtype=None)
    cut = f"{CUT}\n{hint}" if hint else CUT
    if not output.requires_grad:
        fail(got, "a tensor without a gradient function", "a differentiable result", cut)
    weights = torch.linspace(0.5, 1.5, output.numel(), dtype=output.dtype, device=output.device)
    total = (weights * output.reshape(-1)).sum()  # handing weights to grad() costs 0.3 s of imports
    found = torch.autograd.grad(total, list(inputs.values()), allow_unused=True)
    for name, grad in zip(inputs, found, strict=True):
        if grad is None:
            fail(got, f"no gradient for {name}", f"a result differentiable in {name}", cut)
    return list(found)


def assert_gradients(
    function: Callable, oracle: Callable, *inputs: Tensor, hint: str = "", **tolerance: float
) -> None:
    """The learner's function and the oracle have the same gradients in each of the inputs."""
    __tracebackhide__ = True
    mine = [value.detach().clone().requires_grad_() for value in inputs]
    right = [value.detach().clone().requires_grad_() for value in inputs]
    named, others = ({f"input {i + 1}": x for i, x in enumerate(xs)} for xs in (mine, right))
    got = call(function, *mine)
    assert_same_gradients(got, oracle(*right), named, others, hint, **tolerance)


def assert_same_gradients(
    got: Call,
    right: Tensor,
    mine: dict[str, Tensor],
    others: dict[str, Tensor] | None = None,
    hint: str = "",
    **tolerance: float,
) -> None:
    """The result and the right one have the same gradients in the named tensors.

    `others` are those that the right one was made from, where they are not the same ones.
    """
    __tracebackhide__ = True
    found, wanted = gradients(got, mine, hint), gradients(Call("", right), others or mine)
    for name, one, other in zip(mine, found, wanted, strict=True):
        assert_tensor(got.part(one, f"the gradient in {name}"), other, hint or CUT, **tolerance)


def assert_trained(named: Iterable[tuple[str, Tensor]], text: str, hint: str = "") -> None:
    """After backward(), every named parameter holds a gradient that is finite and not all zero."""
    __tracebackhide__ = True
    for name, parameter in named:
        grad = parameter.grad
        ok = grad is not None and bool(grad.isfinite().all()) and bool((grad != 0).any())
        state = "no gradient" if grad is None else f"the gradient {describe(grad)}"
        cause = CUT if parameter.requires_grad else "Its requires_grad is False: nothing trains it."
        told, expected = Call(text, None), f"a gradient that reaches {name}"
        assert_that(ok, told, f"{state} for {name}", expected, hint or cause)


class _OtherDefaultDevice(TorchFunctionMode):
    """New tensors land on "meta" unless told otherwise, as they would on a GPU by default.

    Two kinds are let off: torch.as_tensor(X) does not move what is a tensor already, and a tensor
    without axes, such as torch.tensor(0.5), may meet those of any device.
    """

    CONVERSIONS = torch.tensor, torch.as_tensor, torch.asarray

    def __torch_function__(
        self, func: Callable, types: Any, args: tuple = (), kwargs: dict | None = None
    ) -> Any:
        if func in self.CONVERSIONS and args and isinstance(args[0], Tensor):
            return func(*args, **(kwargs or {}))
        with torch.device("meta"):
            value = func(*args, **(kwargs or {}))
        if type(value) is Tensor and value.dim() == 0 and value.device.type == "meta":
            with torch.device("cpu"):
                return func(*args, **(kwargs or {}))
        return value


def assert_device_of_input(
    function: Callable, *args: Any, hint: str = DEVICE, name: str = "", result: bool = True
) -> None:
    """The call, on CPU inputs, makes no tensor that stays on the default device.

    It runs while the default device is "meta": a mask made by torch.rand(X.shape) lands there and
    cannot meet X, one made by rand_like(X) or moved to X.device is right. That shows without a GPU
    what would fail on one, and costs a right answer nothing (tensors on "meta" import for 1 s).
    With `result` False only what happens inside counts, not where the result is.
    """
    __tracebackhide__ = True
    expected = "a result on the device of X, also where that is not the default device"
    told = Call(tell(function, args, {}, name), None)
    try:
        with _OtherDefaultDevice():
            value = function(*args)
    except RuntimeError as error:
        if "meta tensor" in str(error):
            return  # values of the default device were read, or moved to another: to that of X
        if "device" not in str(error) or _to_do(error):
            raise
        fail(told, f"raised: {str(error).splitlines()[0][:200]}", expected, hint)
    if result and isinstance(value, Tensor) and value.device.type == "meta":
        fail(told, "a tensor that stays on the default device", expected, hint)


def assert_works_on_meta(
    function: Callable, *args: Any, hint: str = DEVICE, name: str = ""
) -> None:
    """The call, on inputs and a module on the device "meta", returns a tensor there."""
    __tracebackhide__ = True
    told = Call(tell(function, args, {}, name), None)
    expected = "a result on the device that the module and X were moved to"
    try:
        result = function(*args)
    except RuntimeError as error:
        if _to_do(error):
            raise
        fail(told, f"raised: {str(error).splitlines()[0][:200]}", expected, hint)
    shape = getattr(result, "shape", ())
    assert_shape(Call(told.text, result), shape, hint, dtype=None, device="meta")


def _to_do(error: Exception) -> bool:
    return isinstance(error, NotImplementedError) and str(error).startswith("TODO ")


def _unchanged(now: Any, was: Any) -> bool:
    if isinstance(now, Tensor):
        return now.shape == was.shape and bool(torch.equal(now, was))
    if isinstance(now, np.ndarray):
        return now.dtype == was.dtype and np.array_equal(now, was, equal_nan=now.dtype.kind == "f")
    if hasattr(now, "equals"):  # a DataFrame or a Series
        return bool(now.equals(was)) and list(now.axes[-1]) == list(was.axes[-1])
    if isinstance(now, (list, tuple)):
        return type(now) is type(was) and len(now) == len(was) and all(map(_unchanged, now, was))
    if isinstance(now, dict):
        return list(now) == list(was) and all(_unchanged(now[key], was[key]) for key in was)
    return now == was if isinstance(now, (bool, int, str, set)) else True


def _same(actual: Any, expected: Any) -> bool:
    if type(actual) is not type(expected):
        return False
    if type(expected) in (list, tuple):
        return len(actual) == len(expected) and all(map(_same, actual, expected))
    if isinstance(expected, dict):
        return actual.keys() == expected.keys() and all(
            _same(actual[k], expected[k]) for k in expected
        )
    return bool(actual == expected)


def _type_hint(actual: Any) -> str:
    if actual is None:
        return "Nothing came back: did you forget `return`?"
    if isinstance(actual, Tensor) and type(actual) is not Tensor:
        return f"A subclass of Tensor ({type(actual).__name__}) is not accepted."
    return f"Its type is {type(actual).__name__}."


def _labelled(label: str, text: str) -> str:
    return f"  {label}  " + text.replace("\n", "\n" + " " * 12)
