"""Hidden tests of ch14_initialization."""

import math

import torch
from pytest import mark
from torch import Tensor

from tests.calls import Call, call
from tests.checks import (
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_share,
    assert_that,
)


class TestXavierBound:
    HINT = "Numbers that are uniform on (-a, a) have the variance a**2 / 3: that of Xavier."

    # fan_in, fan_out, the root of 6 / (fan_in + fan_out).
    @mark.parametrize(
        ("fan_in", "fan_out", "bound"),
        [(2, 4, 1.0), (5, 1, 1.0), (1, 23, 0.5), (92, 4, 0.25), (600, 1800, 0.05)],
    )
    def test_bound_of_the_uniform_distribution(self, kata, fan_in, fan_out, bound):
        got = call(kata.xavier_bound, fan_in=fan_in, fan_out=fan_out)
        assert_number(got, bound, self.HINT)

    def test_arguments_by_position(self, kata):
        assert_number(call(kata.xavier_bound, 784, 256), 0.0759554525095962, self.HINT)


class TestXavierStd:
    HINT = "The variance times (fan_in + fan_out) / 2 is 1; return its root."

    # fan_in, fan_out, the root of 2 / (fan_in + fan_out).
    @mark.parametrize(
        ("fan_in", "fan_out", "std"),
        [(3, 5, 0.5), (1, 1, 1.0), (30, 2, 0.25), (2, 30, 0.25), (784, 16, 0.05)],
    )
    def test_variance_fits_the_mean_of_the_fans(self, kata, fan_in, fan_out, std):
        got = call(kata.xavier_std, fan_in=fan_in, fan_out=fan_out)
        assert_number(got, std, self.HINT)

    def test_arguments_by_position(self, kata):
        assert_number(call(kata.xavier_std, 784, 256), 0.0438529009653515, self.HINT)


class TestXavierUniform:
    SHAPE = (700, 300)
    N, BOUND = 700 * 300, math.sqrt(6 / 1000)

    @mark.shapes
    @mark.parametrize("shape", [(4, 3), (3, 4), (1, 5), (6, 1), (1, 1)])
    def test_shape_is_inputs_times_outputs(self, kata, shape):
        assert_shape(call(kata.xavier_uniform, shape=shape), shape, "(inputs, outputs)")

    def test_no_weight_is_beyond_the_bound(self, kata):
        for shape in (self.SHAPE, self.SHAPE[::-1], (2, 4)):
            got = call(kata.xavier_uniform, shape)
            assert_shape(got, shape)
            bound = math.sqrt(6 / sum(shape))
            largest = float(got.value.detach().abs().max())
            expected = f"at most {bound:.4g}, the bound of {shape[0]} inputs, {shape[1]} outputs"
            ok, hint = largest <= bound * (1 + 1e-6), "Normal numbers, for one, have no bound."
            assert_that(ok, got, f"{largest:.4g} in it", expected, hint)

    def test_each_weight_is_a_draw_of_its_own(self, kata):
        got = call(kata.xavier_uniform, self.SHAPE)
        assert_shape(got, self.SHAPE)
        W = got.value.detach()
        for axis, name in ((0, "columns"), (1, "rows")):
            # The mean of n draws has the sigma bound / sqrt(3 n); the odds that one of 1000 rows
            # and columns is 7 sigma off are 3 in 10^9.
            sigma = self.BOUND / math.sqrt(3 * W.shape[axis])
            off = float((W.mean(axis) - W.mean()).abs().max()) / sigma
            returned = f"{name} whose means are up to {off:.3g} sigma away from the mean of all"
            assert_that(off < 7, got, returned, "less than 7 sigma: independent weights")
        repeats = len(W.flatten()) - len(W.flatten().unique())  # of about 2^24 values: some 1300
        returned = f"{repeats} of {self.N} weights that repeat another"
        assert_that(repeats < 21_000, got, returned, "a new number for each weight")

    def test_both_signs_are_equally_likely(self, kata):
        got = call(kata.xavier_uniform, self.SHAPE)
        assert_shape(got, self.SHAPE)
        hint = "Between -a and a: torch.rand alone draws from 0 on."
        assert_share(got, int((got.value > 0).sum()), self.N, 0.5, "weights above 0", hint)

    def test_weights_are_uniform_up_to_the_bound(self, kata):
        got = call(kata.xavier_uniform, self.SHAPE)
        assert_shape(got, self.SHAPE)
        for share in (0.25, 0.5, 0.9):
            hits = int((got.value.abs() < share * self.BOUND).sum())
            what = f"weights closer to 0 than {share} times the bound"
            hint = "Uniform up to the bound of this shape, which depends on both numbers in it."
            assert_share(got, hits, self.N, share, what, hint)

    def test_new_weights_in_every_call(self, kata):
        first, second = (call(kata.xavier_uniform, (4, 3)) for _ in range(2))
        assert_shape(second, (4, 3))
        differ = not torch.equal(first.value, second.value)
        hint = "Do not set a seed inside."
        assert_that(differ, second, "the same weights as in the call before", "new ones", hint)


class TestActivationScale:
    HINT = "A linear layer alone multiplies the standard deviation by about std * sqrt(width)."

    def inputs(self, rng: torch.Generator, n: int = 64, width: int = 400) -> Tensor:
        return torch.randn(n, width, generator=rng)

    def one(self, got: Call) -> None:
        """Not a tensor of several values; anything else is for assert_number to judge."""
        __tracebackhide__ = True
        many = isinstance(got.value, Tensor) and got.value.numel() > 1
        hint = "The standard deviation of ALL values together is one number."
        assert_that(not many, got, "", "one number", hint)

    def check(self, got: Call, expected: float, hint: str = HINT) -> None:
        """Near the expected scale."""
        __tracebackhide__ = True
        self.one(got)
        # Measured over 60 seeds: one sigma is 0.018 at width 100 and 0.012 at width 400, depth 5.
        assert_number(got, expected, hint, rel=0.15)

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.activation_scale, 2, 5, 0.1, self.inputs(rng, 7, 5))

    def test_zeros_stay_zeros(self, kata):
        got = call(kata.activation_scale, depth=3, width=6, std=0.5, X=torch.zeros(4, 6))
        self.one(got)
        hint = "Without a bias and an activation function, the output of zeros is zero."
        assert_number(got, 0.0, hint, abs=0)

    @mark.parametrize("depth", [1, 2, 5])
    def test_scale_is_kept_by_a_std_of_one_over_sqrt_width(self, kata, rng, depth):
        self.check(call(kata.activation_scale, depth, 400, 0.05, self.inputs(rng)), 1.0)

    @mark.parametrize(("depth", "std"), [(1, 0.5), (3, 0.5), (1, 0.01), (4, 0.01), (4, 1.0)])
    def test_scale_explodes_or_vanishes_with_depth(self, kata, rng, depth, std):
        got = call(kata.activation_scale, depth, 400, std, self.inputs(rng))
        self.check(got, (20 * std) ** depth)

    @mark.parametrize("scale", [1e-4, 1.0, 1e4])
    def test_layers_are_linear(self, kata, rng, scale):
        got = call(kata.activation_scale, 3, 400, 0.05, scale * self.inputs(rng))
        self.check(got, scale)

    def test_width_counts(self, kata, rng):
        for width in (100, 900):
            got = call(kata.activation_scale, 2, width, 0.1, self.inputs(rng, 64, width))
            self.check(got, width / 100)

    def test_every_layer_has_weights_of_its_own(self, kata, rng):
        X = self.inputs(rng, 9, 1)
        logs = [math.log(float(kata.activation_scale(10, 1, 1.0, X))) for _ in range(300)]
        variance = float(torch.tensor(logs).var())
        # The log of one normal weight has the variance pi^2 / 8 = 1.23 (uniform: 1), that of a
        # product of ten 12.3 (10), and of the tenth power of one 123 (100).
        told = Call("300 times activation_scale(10, 1, 1.0, X): variance of the logarithm", None)
        expected = "about 12: ten independent weights, drawn anew in every call"
        hint = "Draw a new weight matrix for every layer; set no seed."
        if math.isnan(variance):
            hint = "X has 9 rows of one value: take all values together, not row by row."
        assert_that(3 < variance < 30, told, f"{variance:.3g}", expected, hint)

    def test_it_is_the_standard_deviation_of_all_values_together(self, kata):
        got = call(kata.activation_scale, 1, 1, 1.0, torch.ones(5, 1))
        hint = "Five equal values: their standard deviation is 0, however far they are from 0."
        assert_number(got, 0.0, hint, abs=1e-5)  # 8 of 10^6 weights are nearer to 0
        # Five equal rows: only along a row do values vary. 900 of them: one sigma is 0.024.
        got = call(kata.activation_scale, 1, 900, 1 / 30, torch.ones(5, 900))
        self.check(got, 1.0, "Take all values of the output at once, not column by column.")

    @mark.cuda
    def test_cuda(self, kata, rng):
        self.check(call(kata.activation_scale, 3, 400, 0.05, self.inputs(rng).cuda()), 1.0)


class TestSigmoidGradientProduct:
    HINT = "s * (1 - s) at its highest, times itself, once for each layer."

    @mark.parametrize(
        ("depth", "product"),
        [(1, 0.25), (2, 0.0625), (3, 0.015625), (5, 1 / 1024), (10, 2**-20), (20, 2**-40)],
    )
    def test_product_of_the_steepest_slopes(self, kata, depth, product):
        got = call(kata.sigmoid_gradient_product, depth=depth)
        assert_number(got, product, self.HINT, abs=0)

    def test_without_layers_the_product_is_one(self, kata):
        assert_number(call(kata.sigmoid_gradient_product, 0), 1.0, "An empty product is 1.")

    def test_it_is_the_gradient_through_sigmoids_at_their_steepest(self, kata):
        x = torch.zeros((), dtype=torch.float64, requires_grad=True)
        y = x
        for _ in range(4):
            y = torch.sigmoid(y) - 0.5  # back to 0, where the sigmoid is steepest
        y.backward()
        assert_number(call(kata.sigmoid_gradient_product, 4), float(x.grad), self.HINT)
