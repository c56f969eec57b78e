"""Tests that the chapters on rnn, gru and lstm share: of parameters, first states and steps."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from pytest import mark
from torch import Tensor

from tests.calls import Call, call, tell
from tests.checks import (
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    several,
)
from tests.recurrent import TEXT, cell_params, learn, one_hot, reading
from tests.trainers import THERE, TwoDevices

CPU = torch.device("cpu")
DEVICE = "Make it on `device`, the argument, or move it there."
ON, OFF = 60.0, -60.0  # a bias that opens or shuts a gate: its sigmoid is 1, or next to 0
NEW = "Return a tuple: the outputs of all steps, and a tuple with the state after the last one."
ROWS = "A row for each step and sequence: the b rows of the first step, then those of the next."


def is_state(value: object, count: int) -> bool:
    return isinstance(value, tuple) and [type(part) for part in value] == [Tensor] * count


def on_device(function: Callable, names: list[str]) -> None:
    """Tensors are made where the argument `device` says; none stays on the default device."""
    __tracebackhide__ = True
    for i, name in enumerate(names):

        def one(device: torch.device, i: int = i) -> Tensor:
            return function(3, 4, device)[i]

        assert_device_of_input(one, CPU, hint=DEVICE, name=f"{name} of {function.__name__}")
    told = tell(function, (3, 4, THERE), {})
    with TwoDevices(told) as mode:
        function(3, 4, THERE)
    used = any(place == THERE for _, place in mode.places.values())
    assert_that(used, Call(told, None), "no tensor made on `device`", "all of them", DEVICE)


class ParamsTests:
    """What get_params and its like promise. A subclass has `stub` and `names`."""

    names: str  # with blanks between

    def params(self, kata, v: int, h: int, device: str = "cpu") -> tuple[Call, dict[str, Tensor]]:
        """The call, and the tensors by their names; types, number and shapes are right."""
        got = call(self.stub(kata), v, h, torch.device(device))
        names = self.names.split()
        listed = type(got.value) is list and len(got.value) == len(names)
        assert_that(listed, got, "", f"a list of {len(names)} tensors: {self.names}")
        for name, param in zip(names, got.value, strict=True):
            shape = {"x": (v, h), "h": (h, h), "b": (h,)}["b" if name[0] == "b" else name[2]]
            shape = {"W_hq": (h, v), "b_q": (v,)}.get(name, shape)
            hint = f"In this order: {self.names}. Each row of a W belongs to one of its inputs."
            assert_shape(got.part(param, name), shape, hint, device=device)
        return got, dict(zip(names, got.value, strict=True))

    @mark.shapes
    @mark.parametrize(("v", "h"), [(28, 16), (3, 7), (1, 2), (4, 1)])
    def test_shapes_and_order_are_right(self, kata, device, v, h):
        self.params(kata, v, h, device)
        got = call(self.stub(kata), vocab_size=v, num_hiddens=h, device=device)
        assert_that(type(got.value) is list, got, "", "a list")

    def test_backward_leaves_a_gradient_in_each(self, kata):
        got, params = self.params(kata, 3, 5)
        for name, p in params.items():
            ok, hint = p.requires_grad and p.is_leaf, "Ask for gradients last, after the scaling."
            assert_that(ok, got, f"{name} gets no gradient", "a gradient in each of them", hint)

    def test_biases_are_zero(self, kata):
        got, params = self.params(kata, 4, 6)
        for name, param in params.items():
            if name[0] == "b":
                zeros = torch.zeros(param.shape)
                assert_tensor(got.part(param, name), zeros, "Biases begin at 0.")

    def test_weights_are_normal_with_standard_deviation_one_hundredth(self, kata):
        got, params = self.params(kata, 60, 70)
        for name, W in params.items():
            if name[0] == "W":
                told, n, W = got.part(W, name), W.numel(), W.detach()
                hint = "Normal numbers; 0.01 is their standard deviation, not the variance."
                sigma = 0.01 / math.sqrt(n)  # of the mean; 6 of them: 2 false alarms in 10^9
                ok = abs(float(W.std()) - 0.01) < 6 * sigma / math.sqrt(2)
                assert_that(ok, told, f"a standard deviation of {W.std():.4f}", "0.01", hint)
                assert_that(abs(W.mean()) < 6 * sigma, told, f"a mean of {W.mean():.4f}", "0")
                far, hint = int((W.abs() > 0.02).sum()), "Draw normal numbers, not uniform ones."
                assert_share(told, far, n, math.erfc(math.sqrt(2)), "beyond 0.02", hint)

    def test_no_two_weights_are_the_same(self, kata):
        (_, first), (got, second) = self.params(kata, 5, 5), self.params(kata, 5, 5)
        weights = [W for name, W in (*first.items(), *second.items()) if name[0] == "W"]
        fresh = all(not torch.equal(a, b) for i, a in enumerate(weights) for b in weights[:i])
        hint = "Draw each weight on its own, anew at every call, and set no seed inside."
        assert_that(fresh, got, "two weights with the same values", "all different", hint)
        biases = [b.data_ptr() for name, b in second.items() if name[0] == "b"]
        alone = len(set(biases)) == len(biases)
        assert_that(alone, got, "one tensor under two names", "a tensor for each bias")

    def test_each_is_made_on_the_device_of_the_call(self, kata):
        on_device(self.stub(kata), self.names.split())


class StateTests:
    """What the functions for the first state promise. A subclass has `stub` and `count`."""

    count: int

    @mark.shapes
    @mark.parametrize(("b", "h"), [(2, 5), (1, 3), (4, 1), (1, 1)])
    def test_state_is_a_tuple_of_zeros(self, kata, device, b, h):
        calls = [call(self.stub(kata), b, h, torch.device(device))]
        calls += [call(self.stub(kata), batch_size=b, num_hiddens=h, device=device)]
        for got in calls:
            expected = f"a tuple of {self.count}: (b, h) each"
            hint = "A tuple even for one tensor: its comma makes it one, (H,)."
            assert_that(is_state(got.value, self.count), got, "", expected, hint)
            for i, part in enumerate(got.value):
                told, zeros = got.part(part, f"tensor {i} of the tuple"), torch.zeros(b, h)
                assert_tensor(told, zeros.to(device), "Zeros: a row for each sequence.")

    def test_each_is_made_on_the_device_of_the_call(self, kata):
        on_device(self.stub(kata), [f"tensor {i}" for i in range(self.count)])


class CellTests:
    """What rnn, gru and lstm promise. A subclass has these, `stub` and hints on its steps."""

    gates: int
    count: int  # tensors of the state
    oracle: Callable
    rate: tuple[float, int]  # lr and epochs of the training run
    ONE: str
    STEPS: str

    def case(self, rng: torch.Generator, t: int, b: int, v: int, h: int) -> tuple:
        """inputs (t, b, v), not contiguous; state; params."""
        inputs = torch.randn(t, v, b, generator=rng).transpose(1, 2)
        state = tuple(torch.randn(b, h, generator=rng).tanh() for _ in range(self.count))
        return inputs, state, cell_params(rng, self.gates, v, h)

    def check(
        self,
        function: Callable,
        args: tuple,
        hint: str,
        oracle: Callable | None = None,
        named: bool = False,
    ) -> None:
        """Outputs and state are those of the oracle, in float64, for the same arguments."""
        __tracebackhide__ = True
        inputs, state, params = args
        device, b, h = inputs.device, inputs.shape[1], state[0].shape[1]
        mine = inputs.clone(), tuple(part.clone() for part in state), [p.clone() for p in params]
        names = dict(zip(("inputs", "state", "params"), mine, strict=True))
        got = call(function, **names) if named else call(function, *mine)
        outputs, new = several(got, "outputs", "new state", hint=NEW)
        state, params = (tuple(part.double().cpu() for part in some) for some in (state, params))
        Y, final = (oracle or self.oracle)(inputs.double().cpu(), state, list(params))
        assert_shape(outputs, Y.shape, ROWS)
        assert_tensor(outputs, Y.float().to(device), hint)
        tensors = f"a tuple of {self.count} of shape {(b, h)}"
        assert_that(is_state(new.value, self.count), new, "", tensors, NEW)
        for i, (part, right) in enumerate(zip(new.value, final, strict=True)):
            told = got.part(part, f"tensor {i} of the new state")
            assert_shape(told, (b, h), "The state after the last step: a row for each sequence.")
            assert_tensor(told, right.float().to(device), "The state after the last step. " + hint)

    def packed(self, function: Callable, like: list[Tensor]) -> Callable:
        """The cell as a function of three tensors; outputs and state in one vector."""

        def run(inputs: Tensor, state: Tensor, params: Tensor) -> Tensor:
            parts = params.split([param.numel() for param in like])
            parts = [part.view(param.shape) for part, param in zip(parts, like, strict=True)]
            Y, new = function(inputs, tuple(state), parts)
            return torch.cat([Y.flatten(), *(part.flatten() for part in new)])

        run.__name__ = getattr(function, "__name__", "run")
        return run

    def test_one_step_from_zeros_is_right(self, kata, rng):
        inputs, state, params = self.case(rng, 1, 3, 4, 5)
        args = inputs, tuple(torch.zeros_like(part) for part in state), params
        self.check(self.stub(kata), args, self.ONE)

    @mark.parametrize(
        ("t", "b", "v", "h"), [(1, 2, 4, 3), (5, 2, 7, 4), (4, 1, 3, 6), (3, 3, 3, 3)]
    )
    def test_steps_from_any_state_are_right(self, kata, rng, device, t, b, v, h):
        inputs, state, params = self.case(rng, t, b, v, h)
        inputs, state = inputs.to(device), tuple(part.to(device) for part in state)
        args = inputs, state, [param.to(device) for param in params]
        self.check(self.stub(kata), args, self.STEPS, named=True)

    @mark.shapes
    @mark.parametrize(("t", "b", "v", "h"), [(5, 2, 28, 16), (1, 1, 1, 1), (2, 5, 1, 3)])
    def test_outputs_and_state_have_their_shapes(self, kata, rng, t, b, v, h):
        self.check(self.stub(kata), self.case(rng, t, b, v, h), self.STEPS)

    def test_a_second_call_begins_with_its_own_state(self, kata, rng):
        self.stub(kata)(*self.case(rng, 2, 2, 3, 4))
        args = self.case(rng, 2, 2, 3, 4)
        self.check(self.stub(kata), args, "Nothing is kept from an earlier call.")

    def test_arguments_are_not_modified(self, kata, rng):
        inputs, state, params = self.case(rng, 3, 2, 4, 5)
        run = self.packed(self.stub(kata), params)
        flat = torch.cat([param.flatten() for param in params])
        assert_keeps_arguments(run, inputs, torch.stack(state), flat)

    def test_gradients(self, kata, rng):
        inputs, state, params = self.case(rng, 3, 2, 3, 4)
        both = [self.packed(f, params) for f in (self.stub(kata), self.oracle)]
        flat = torch.cat([param.flatten() for param in params])
        hint = "inputs, state and params (inputs 1, 2 and 3) have a part in outputs and new state."
        # 300 seeds: right answers are up to 6e-6 off.
        assert_gradients(*both, inputs, torch.stack(state), flat, hint=hint, atol=5e-5)

    @mark.convergence
    def test_it_learns_a_text(self, kata, rng, run):
        v = len(reading(TEXT, 1, 1)[1])
        params = [p.requires_grad_() for p in cell_params(rng, self.gates, v, 32, std=0.1)]
        begin = tuple(torch.zeros(2, 32) for _ in range(self.count))
        cell = self.stub(kata)
        curve = learn(
            lambda X, state: cell(one_hot(X, v), state, params), begin, params, *self.rate
        )
        # 20 seeds: rnn ends at 1.010 to 1.013, gru at 1.008 to 1.046, lstm at 1.007 to 1.020; a net
        # that remembers nothing at 2.39. All begin near 10, of 13 characters.
        text = "perplexity of a net with this cell on a short text"
        run.below(curve[-1], 1.2, text, self.STEPS, curve)


class Gated:
    """For tests of gates that stand beside CellTests: `biases` tells where params has them."""

    biases: dict[str, int]

    def gated(self, kata, rng, oracle: Callable, hint: str, **values: float) -> None:
        """Compare with the oracle for these values of the gates' biases."""
        __tracebackhide__ = True
        for t in (1, 4):
            inputs, state, params = self.case(rng, t, 3, 4, 5)
            for name, value in values.items():
                params[self.biases[name]] = torch.full((5,), value)
            self.check(self.stub(kata), (inputs, state, params), hint, oracle)
