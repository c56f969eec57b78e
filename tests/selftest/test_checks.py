"""The checks refuse what they must, and say what the matter is."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tests.calls import Call, call, describe, tell
from tests.checks import (
    CheckFailed,
    assert_array,
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_raises,
    assert_share,
    assert_tensor,
    assert_trained,
    assert_value,
)

X = torch.tensor([[1.0, 2.0, 5.0], [3.0, 4.0, 9.0]])


def refusal(function, *args, **kwargs) -> str:
    """The message of the CheckFailed that the call raises."""
    with pytest.raises(CheckFailed) as caught:
        function(*args, **kwargs)
    return " ".join(str(caught.value).split())


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (None, "did you forget `return`"),
        (X.numpy(), "Its type is ndarray"),
        (X.tolist(), "Its type is list"),
        (X[:1], "shape (1, 3)"),
        (X[0], "shape (3,)"),
        (X.double(), "dtype float64"),
        (X.to("meta"), "on meta"),
        (X * float("nan"), "NaN in 6 of 6"),
        (2 * X, "exactly 2 times the expected one"),
        (-X, "sign is flipped"),
        (X + 1, "off by the same +1"),
        (X.flip(1), "Axis 1 runs backwards"),
        (X.T.reshape(2, 3), "transpose, read in the wrong order"),
        (X * 0, "Every value is zero"),
        (X + torch.eye(2, 3), "2 of 6 values differ"),
    ],
)
def test_a_tensor_is_compared_in_a_fixed_order(actual: object, said: str) -> None:
    assert said in refusal(assert_tensor, Call("f(X)", actual), X, "the hint")


def test_the_message_has_a_fixed_form() -> None:
    with pytest.raises(CheckFailed) as caught:
        assert_tensor(Call("f(X)", X[0] * 2), X[0], "The usual mistake.")
    lines = str(caught.value).splitlines()
    assert lines[0] == "f(X)"
    assert lines[1].startswith("  returned  tensor")
    assert lines[2].startswith("  expected  tensor")
    assert lines[-1] == "The usual mistake."


def test_more_relations_are_recognised() -> None:
    long = torch.arange(6.0) ** 2
    assert "shifted by one" in refusal(assert_tensor, Call("f", long.roll(1)), long)
    square = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    assert "the transpose" in refusal(assert_tensor, Call("f", square.T), square)
    halves = torch.tensor([1.5, 2.25, -0.5])
    assert "cut to whole numbers" in refusal(assert_tensor, Call("f", halves.trunc()), halves)
    mixed = X.flatten()[torch.tensor([2, 0, 1, 4, 3, 5])].reshape(2, 3)
    assert "another order" in refusal(assert_tensor, Call("f", mixed), X)


def test_right_values_pass() -> None:
    assert_tensor(Call("f", nn.Parameter(X.clone())), X)
    assert_tensor(Call("f", X * (1 + 1e-7)), X)
    assert_tensor(Call("f", torch.tensor([float("nan"), 1.0])), torch.tensor([float("nan"), 1.0]))
    assert_tensor(Call("f", torch.zeros(0, 3)), torch.zeros(0, 3))
    assert_tensor(Call("f", torch.tensor(2)), torch.tensor(2))
    assert_value(Call("f", [1, ("a", 2)]), [1, ("a", 2)])
    assert_number(Call("f", np.float64(2.0)), 2.0)


def test_a_subclass_is_no_tensor() -> None:
    class Sly(Tensor):
        pass

    assert "subclass of Tensor (Sly)" in refusal(assert_tensor, Call("f", X.as_subclass(Sly)), X)


@pytest.mark.parametrize("actual", [1.0, True, (1,), [1.0], "1", np.int64(1), None])
def test_plain_values_keep_their_type(actual: object) -> None:
    assert refusal(assert_value, Call("f()", actual), 1)


def test_arrays_are_compared_with_their_dtype() -> None:
    assert "dtype float32" in refusal(assert_array, Call("f", np.ones(2, "f4")), np.ones(2))
    assert "Its type is list" in refusal(assert_array, Call("f", [1.0]), np.ones(1))


def test_numbers_must_be_numbers() -> None:
    for actual in ("1", [1.0], torch.ones(2), None, True):
        assert refusal(assert_number, Call("f", actual), 1.0)
    assert "1.5" in refusal(assert_number, Call("f", 1.5), 1.0)
    assert "is a sum or a mean missing" in refusal(assert_number, Call("f", X), 1.0)


def test_an_expected_error() -> None:
    def good(x: int) -> None:
        raise ValueError(x)

    assert_raises(ValueError, good, 3)
    assert "raised nothing" in refusal(assert_raises, ValueError, abs, 3)
    assert "raised TypeError" in refusal(assert_raises, ValueError, abs, "x")


def test_a_stub_to_do_is_not_taken_for_the_expected_error() -> None:
    def stub(x: int) -> None:
        raise NotImplementedError("TODO stub")

    with pytest.raises(NotImplementedError):
        assert_raises(RuntimeError, stub, 3)
    with pytest.raises(NotImplementedError):
        assert_device_of_input(stub, X)


def test_changed_arguments_are_noticed() -> None:
    assert "argument 1 is now" in refusal(assert_keeps_arguments, lambda x: x.add_(1), X.clone())
    assert "argument 1 is now" in refusal(assert_keeps_arguments, lambda x: x.append(1), [1])
    for given in ([X.clone(), X.clone()], (X.clone(), X.clone()), {0: X.clone(), 1: [X.clone()]}):
        assert_keeps_arguments(lambda x: x[0] + 1, given)
        assert "argument 1 is now" in refusal(assert_keeps_arguments, lambda x: x[0].add_(1), given)
    assert_keeps_arguments(lambda x, y: x + y, X.clone(), 2)


def test_shares_allow_six_sigma() -> None:
    assert_share(Call("f", None), 5100, 10_000, 0.5, "hits")
    assert "60.0%" in refusal(assert_share, Call("f", None), 6000, 10_000, 0.5, "hits")


def test_gradients_are_compared_and_cuts_explained() -> None:
    assert_gradients(lambda x: x**2, torch.square, X)
    assert "cuts the gradient" in refusal(
        assert_gradients, lambda x: x.detach() ** 2, torch.square, X
    )
    assert "the gradient in input 1" in refusal(assert_gradients, lambda x: x**3, torch.square, X)
    ignored = refusal(assert_gradients, lambda x, y: x * 2, torch.mul, X, X)
    assert "no gradient for input 2" in ignored


def test_untrained_parameters_are_named() -> None:
    net = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1))
    net[1](net[0](X).detach()).sum().backward()
    assert "0.weight" in refusal(assert_trained, net.named_parameters(), "net(X)")


def test_tensors_made_on_the_default_device_are_noticed() -> None:
    assert_device_of_input(lambda x: x * torch.rand_like(x), X)
    assert_device_of_input(lambda x: x * torch.rand(x.shape).to(x.device), X)
    assert "raised" in refusal(assert_device_of_input, lambda x: x * torch.rand(x.shape), X)
    assert "stays on the default" in refusal(assert_device_of_input, lambda x: torch.ones(2), X)


def test_no_address_in_memory_is_told() -> None:
    assert " at 0x" not in describe(zip([1], [2], strict=True)) + tell(print, (object(),), {})


def test_calls_are_told_as_they_are_written() -> None:
    def corr2d(X: Tensor, K: Tensor, mode: str = "a") -> None: ...

    def train(net: nn.Module) -> None: ...

    class Scale(nn.Module): ...

    assert (
        tell(corr2d, (X, torch.ones(1)), {"mode": "b"})
        == "corr2d(X, [1.0], mode='b'), X of shape (2, 3)"
    )
    assert tell(nn.Linear(3, 1), (X,), {}) == "Linear(...)(input), input of shape (2, 3)"
    assert tell(nn.Linear(3, 1), (X,), {}, "net") == "net(input), input of shape (2, 3)"
    assert tell(train, (nn.Linear(3, 1),), {}) == "train(Linear)"
    assert tell(train, (Scale(),), {}) == "train(net)"
    assert call(max, 1, 2).value == 2


def test_large_values_are_told_shortly() -> None:
    assert (
        describe(torch.zeros(100, 100))
        == "a tensor of shape (100, 100), float32, first 0, 0, 0, 0, ..."
    )
    assert len(describe("x" * 10_000)) < 400

    class Bad:
        def __repr__(self) -> str:
            raise ValueError

    assert "whose repr raises" in describe(Bad())
