"""Deep and bidirectional recurrent nets: oracles, checks of what they give, a training run."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from tests.calls import Call, call
from tests.checks import (
    assert_same_gradients,
    assert_tensor,
    assert_that,
    assert_value,
    several,
)
from tests.convergence import sgd_step

Params = tuple[Tensor, Tensor, Tensor]
STATE = "It is the hidden state after all steps have been read, in the order of the params."


def layer(rng: torch.Generator, d: int, h: int) -> Params:
    """W_xh (d, h), W_hh (h, h), b_h (h,)."""
    return tuple(0.7 * torch.randn(shape, generator=rng) for shape in ((d, h), (h, h), (h,)))


def network(rng: torch.Generator, t: int, b: int, d: int, h: int, layers: int = 1) -> tuple:
    """Inputs (t, b, d), a state (b, h) for each layer, and the params of each layer."""
    states = [torch.randn(b, h, generator=rng) for _ in range(layers)]
    params = [layer(rng, h if i else d, h) for i in range(layers)]
    return torch.randn(t, b, d, generator=rng), states, params


def by_library(
    inputs: Tensor, states: list[Tensor], params: list[Params], both: bool = False
) -> tuple[Tensor, list[Tensor]]:
    """What nn.RNN makes of the same weights."""
    flat = [w for x, h, b in params for w in (x.T, h.T, b, torch.zeros_like(b))]
    layers = len(params) // (1 + both)
    Y, H = torch.rnn_tanh(inputs, torch.stack(states), flat, True, layers, 0.0, True, both, False)
    return Y, list(H)


def parts(got: Call, n: int) -> tuple[Call, list[Call]]:
    """The outputs and the n final states."""
    __tracebackhide__ = True
    outputs, part = several(got, "outputs", "final states")
    states = part.value
    ok = type(states) in (list, tuple) and len(states) == n
    expected = f"a list or a tuple of {n} (b, h), not one tensor"
    assert_that(ok, part, "", expected, "Each layer has a state of its own.")
    named = [got.part(state, f"final state {i + 1} of {n}") for i, state in enumerate(states)]
    return outputs, named


def assert_run(got: Call, right: tuple[Tensor, list[Tensor]], hint: str) -> None:
    """The outputs and the final states are the right ones."""
    __tracebackhide__ = True
    outputs, states = parts(got, len(right[1]))
    assert_tensor(outputs, right[0], hint)
    for state, expected in zip(states, right[1], strict=True):
        assert_tensor(state, expected, STATE)


def assert_run_gradients(got: Call, right: tuple, named: dict[str, Tensor]) -> None:
    """Outputs and final states together have the right gradients in what was handed in."""
    __tracebackhide__ = True
    outputs, states = parts(got, len(right[1]))
    total = got.part(outputs.value.sum(0) + 2 * sum(s.value.sum(1, True) for s in states), "sum")
    wanted = right[0].sum(0) + 2 * sum(s.sum(1, True) for s in right[1])
    # 300 seeds: right answers use up to 0.3 of it; a detached state is off by 9 or more.
    assert_same_gradients(total, wanted, named, rtol=1e-4, atol=1e-4)


def moved(value: object, device: str) -> object:
    """Tensors in lists and tuples on a device."""
    if isinstance(value, Tensor):
        return value.to(device)
    return type(value)(moved(one, device) for one in value)


def tensors(given: dict) -> dict[str, Tensor]:
    """All tensors in nested lists and tuples, by name: states[0], params[1][2], ..."""
    found = {}
    for name, value in given.items():
        inner = {f"{name}[{i}]": one for i, one in enumerate(value)}
        found |= {name: value} if isinstance(value, Tensor) else tensors(inner)
    return found


def assert_untouched(function: Callable, given: dict) -> None:
    """The call leaves the tensors and the lists as they were."""
    __tracebackhide__ = True
    hint = "An argument was modified in place; work on new values and lists."
    before = {name: value.clone() for name, value in tensors(given).items()}
    got = call(function, **given)
    after = tensors(given)
    left = got.part(list(after), "the tensors in the arguments after the call")
    assert_value(left, list(before), hint)
    for name, value in after.items():
        assert_tensor(got.part(value, f"{name} after the call"), before[name], hint)


def learn(model: Callable, rng: torch.Generator, params: list[Params], h: int, shift: int) -> list:
    """Train params and a linear layer of h units to give, at each step, another step's number.

    shift is -1 for the step before and 1 for the one behind; the errors of all rounds.
    """
    params = [tuple((0.3 * w).requires_grad_() for w in weights) for weights in params]
    head = torch.zeros(h, 1, requires_grad=True)
    learned, losses = [head, *(w for weights in params for w in weights)], []
    for _ in range(120):
        X = torch.rand(6, 16, 1, generator=rng) - 0.5
        out = model(X, torch.zeros(16, 16), params) @ head
        loss = (out - X.roll(-shift, 0))[1:-1].square().mean() * 12  # 1 for an output of 0
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        sgd_step(learned, lr=0.05)
        losses.append(float(loss.detach()))
    return losses


class Library(nn.Module):
    """A model of a recurrent layer of the library, with weights that let far steps be seen."""

    def __init__(self, rng: torch.Generator, **kind: bool | int) -> None:
        super().__init__()
        self.rnn = nn.RNN(1, 3, **kind)
        with torch.no_grad():
            for weight in self.rnn.parameters():
                weight.copy_(torch.rand(weight.shape, generator=rng) * 0.4 + 0.1)

    def forward(self, X: Tensor) -> Tensor:
        return self.rnn(X)[0]
