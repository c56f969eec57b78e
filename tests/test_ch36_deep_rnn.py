"""Hidden tests of ch36_deep_rnn."""

import numpy as np
import torch
from pytest import mark
from torch import Tensor

from tests.calls import Call, call
from tests.checks import (
    assert_shape,
    assert_tensor,
    assert_that,
    gradients,
)
from tests.deep_rnn import (
    Library,
    Params,
    assert_run,
    assert_run_gradients,
    assert_untouched,
    by_library,
    layer,
    learn,
    moved,
    network,
    parts,
    tensors,
)
from tests.inputs import strided

INTS = (int, np.integer)


class TestDeepRnnForward:
    RNN = "H is the tanh of X W_xh + H W_hh + b_h; the next layer reads H at the same step."
    sizes = mark.parametrize(
        "sizes", [(4, 2, 3, 5, 1), (3, 2, 5, 4, 2), (2, 3, 4, 4, 3), (1, 1, 1, 1, 2)]
    )

    @mark.shapes
    @sizes
    def test_one_output_a_step_and_one_state_a_layer(self, kata, rng, sizes):
        t, b, _, h, layers = sizes
        outputs, states = parts(call(kata.deep_rnn_forward, *network(rng, *sizes)), layers)
        assert_shape(outputs, (t, b, h), "The hidden states of the last layer, step by step.")
        for state in states:
            assert_shape(state, (b, h), "A hidden state for each of the b sequences.")

    def test_one_step_worked_by_hand(self, kata):
        X, H, W = torch.tensor([[[1.0, 0.5]]]), torch.tensor([[0.5]]), torch.tensor([[2.0], [-1.0]])
        params = [(W, torch.tensor([[3.0]]), torch.tensor([0.25]))]
        got = call(kata.deep_rnn_forward, inputs=X, states=[H], params=params)
        # 1 * 2 + 0.5 * (-1) + 0.5 * 3 + 0.25 = 3.25
        right = torch.tensor([[3.25]]).tanh()
        assert_run(got, (right[None], [right]), self.RNN)

    @sizes
    def test_it_agrees_with_the_library(self, kata, rng, sizes, device):
        inputs, states, params = network(rng, *sizes)
        right = by_library(inputs, states, params)
        given = moved((strided(inputs), states, params), device)
        assert_run(call(kata.deep_rnn_forward, *given), moved(right, device), self.RNN)

    def test_arguments_are_not_modified(self, kata, rng):
        given = dict(zip(("inputs", "states", "params"), network(rng, 4, 2, 3, 5, 2), strict=True))
        assert_untouched(kata.deep_rnn_forward, given)

    def test_a_sequence_can_be_read_in_pieces(self, kata, rng):
        inputs, states, params = network(rng, 5, 2, 3, 4, 2)
        right = by_library(inputs, states, params)
        first = call(kata.deep_rnn_forward, inputs[:2], states, params)
        middle = [state.value for state in parts(first, 2)[1]]
        got = call(kata.deep_rnn_forward, inputs[2:], middle, params)
        hint = "The final states of the first steps, handed in again, go on where they ended."
        assert_run(got, (right[0][2:], right[1]), hint)

    def test_later_steps_make_no_difference(self, kata, rng):
        inputs, states, params = network(rng, 5, 2, 3, 4, 2)
        before = call(kata.deep_rnn_forward, inputs, states, params)
        inputs[3:] += 1
        after = call(kata.deep_rnn_forward, inputs, states, params)
        hint = "Only the steps behind the third one changed; earlier outputs have not read them."
        early = parts(after, 2)[0].value[:3]
        assert_tensor(after.part(early, "the first outputs"), parts(before, 2)[0].value[:3], hint)

    def test_gradients_in_inputs_states_and_params(self, kata, rng):
        inputs, states, params = network(rng, 4, 2, 3, 5, 2)
        named = tensors({"inputs": inputs, "states": states, "params": params})
        for value in named.values():
            value.requires_grad_()
        got = call(kata.deep_rnn_forward, inputs, states, params)
        assert_run_gradients(got, by_library(inputs, states, params), named)

    @mark.convergence
    def test_it_learns_to_remember(self, kata, rng, run):
        def model(X: Tensor, H: Tensor, params: list[Params]) -> Tensor:
            return kata.deep_rnn_forward(X, [H, H], params)[0]

        losses = learn(model, rng, [layer(rng, 1, 16), layer(rng, 16, 16)], 16, -1)
        # 120 seeds: right answers end below 0.063, one without memory at 1.0.
        text, hint = "two layers that recall the step before", "Is the state carried on?"
        run.below(sum(losses[-10:]) / 10, 0.25, text, hint, losses)


class TestBidirectionalForward:
    NAMES = ("inputs", "state_f", "state_b", "params_f", "params_b")
    BOTH = "The forward half comes first; both halves of a step have read this step, with tanh."

    def given(self, rng: torch.Generator, t: int, b: int, d: int, h: int) -> tuple:
        """Arguments of a call."""
        inputs, states, params = network(rng, t, b, d, h, 2)
        return inputs, *states, params[0], layer(rng, d, h)

    def right(self, X: Tensor, H_f: Tensor, H_b: Tensor, f: Params, b: Params) -> tuple:
        return by_library(X, [H_f, H_b], [f, b], both=True)

    sizes = mark.parametrize("sizes", [(4, 2, 3, 5), (3, 2, 4, 4), (1, 3, 2, 1), (3, 1, 1, 2)])

    @mark.shapes
    @sizes
    def test_two_halves_a_step_and_two_states(self, kata, rng, sizes):
        t, b, _, h = sizes
        outputs, states = parts(call(kata.bidirectional_forward, *self.given(rng, *sizes)), 2)
        assert_shape(outputs, (t, b, 2 * h), "Both hidden states of a step, side by side.")
        for state in states:
            assert_shape(state, (b, h), "A hidden state for each of the b sequences.")

    def test_halves_worked_by_hand(self, kata):
        X, one, zero = (
            torch.tensor([1.0, 2, 0]).reshape(3, 1, 1),
            torch.ones(1, 1),
            torch.zeros(1, 1),
        )
        f, b = (one, zero, zero[0]), (one, one, zero[0])
        given = {"state_f": 0 * one, "state_b": 0 * one, "params_f": f, "params_b": b}
        got = call(kata.bidirectional_forward, inputs=X, **given)
        # Forward tanh of 1, 2, 0, without memory; backward 0 at first, tanh(2 + 0), tanh(1 + that).
        middle = torch.tensor(2.0).tanh()
        first = (1 + middle).tanh()
        backward = torch.stack([first, middle, torch.tensor(0.0)]).reshape(3, 1, 1)
        right = torch.cat([X.tanh(), backward], 2)
        assert_run(got, (right, [zero, first.reshape(1, 1)]), self.BOTH)

    @sizes
    def test_it_agrees_with_the_library(self, kata, rng, sizes, device):
        X, *rest = self.given(rng, *sizes)
        right = self.right(X, *rest)
        got = call(kata.bidirectional_forward, *moved((strided(X), *rest), device))
        assert_run(got, moved(right, device), self.BOTH)

    def test_arguments_are_not_modified(self, kata, rng):
        given = dict(zip(self.NAMES, self.given(rng, 4, 2, 3, 5), strict=True))
        assert_untouched(kata.bidirectional_forward, given)

    def test_each_half_sees_one_side_of_time(self, kata, rng):
        X, *rest = self.given(rng, 5, 2, 3, 4)
        X.requires_grad_()
        halves = ("forward", slice(4), [0, 1, 2]), ("backward", slice(4, 8), [2, 3, 4])
        for name, half, right in halves:
            got = call(kata.bidirectional_forward, X, *rest)
            part = got.part(parts(got, 2)[0].value[2, :, half], f"the {name} half of step 2")
            seen = gradients(part, {"inputs": X})[0].abs().sum((1, 2)).nonzero().flatten().tolist()
            told = f"it depends on the steps {seen}", f"on {right}"
            assert_that(seen == right, part, *told, self.BOTH)

    def test_gradients_in_inputs_states_and_params(self, kata, rng):
        args = self.given(rng, 4, 2, 3, 5)
        named = tensors(dict(zip(self.NAMES, args, strict=True)))
        for value in named.values():
            value.requires_grad_()
        got = call(kata.bidirectional_forward, *args)
        assert_run_gradients(got, self.right(*args), named)

    @mark.convergence
    def test_it_tells_the_future(self, kata, rng, run):
        def model(X: Tensor, H: Tensor, params: list[Params]) -> Tensor:
            return kata.bidirectional_forward(X, H[:, :16], H[:, :16], *params)[0]

        losses = learn(model, rng, [layer(rng, 1, 16), layer(rng, 1, 16)], 32, 1)
        # 120 seeds: right answers end below 0.048, two forward halves at 1.0.
        text, hint = "two directions that give the next step", "The backward half has read it."
        run.below(sum(losses[-10:]) / 10, 0.25, text, hint, losses)


def assert_steps(got: Call, right: list[int], hint: str) -> None:
    """A list of these steps."""
    __tracebackhide__ = True
    steps = got.value
    forgot = "did you forget `return`?" if steps is None else f"Its type is {type(steps).__name__}."
    ok = type(steps) is list and all(isinstance(s, INTS) and type(s) is not bool for s in steps)
    assert_that(ok, got, "", "a list of ints", forgot if type(steps) is not list else "")
    assert_that(steps == right, got, "", f"{right}", hint)


class TestVisibleSteps:
    @mark.shapes
    def test_a_list_of_ints_comes_back(self, kata):
        got = call(kata.visible_steps, model=lambda X: X * 2, t=1, length=3)
        assert_steps(got, [1], "The output of step 1 is twice the input of step 1.")

    @mark.parametrize("t", [0, 2, 5])
    @mark.parametrize("layers", [1, 2])
    def test_a_recurrent_net_sees_the_past(self, kata, rng, t, layers):
        got = call(kata.visible_steps, Library(rng, num_layers=layers), t, 6)
        assert_steps(
            got,
            list(range(t + 1)),
            "A step has read itself and those before it; small gradients count.",
        )

    @mark.parametrize("t", [0, 2, 5])
    def test_a_bidirectional_net_sees_the_future(self, kata, rng, t):
        got = call(kata.visible_steps, Library(rng, bidirectional=True), t, 6)
        assert_steps(got, list(range(6)), "The backward half of a step has read all later ones.")

    @mark.parametrize(
        ("model", "steps", "what"),
        [
            (lambda X: X.flip(0).cumsum(0).flip(0), [2, 3, 4], "this step and all later ones"),
            (lambda X: X.cumsum(0) - X, [0, 1], "the sum of the steps before"),
            (lambda X: X + X.roll(2, 0), [0, 2], "this step and the one two before"),
            (lambda X: X - 3 * X.roll(-1, 0), [2, 3], "this step less three times the next"),
            (lambda X: torch.cat([X**2, X.roll(1, 0).sin()], 2), [1, 2], "two numbers a step"),
            (lambda X: X * X[-1], [2, 4], "this step times the last one"),
            (lambda X: 1e-7 * X.cumsum(0), [0, 1, 2], "a small share of this step and all before"),
        ],
    )
    def test_steps_are_told_one_by_one(self, kata, model, steps, what):
        hint = f"The model gives {what}. Draw the inputs; a gradient counts if it is not 0."
        assert_steps(call(kata.visible_steps, model, 2, 5), steps, hint)

    def test_an_output_may_depend_on_no_step(self, kata):
        got = call(kata.visible_steps, lambda X: X.cumsum(0) - X, 0, 4)
        assert_steps(got, [], "The model gives the sum of the steps before; step 0 has none.")

    def test_a_second_call_begins_anew(self, kata):
        for t, length, right in ((0, 4, [0]), (3, 4, [3]), (1, 2, [1]), (0, 1, [0])):
            got = call(kata.visible_steps, lambda X: X.exp(), t, length)
            assert_steps(got, right, "The model gives the exp of this step.")
