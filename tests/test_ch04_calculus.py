"""Hidden tests of ch04_calculus."""

import math

import numpy as np
import torch
from pytest import mark

from tests.calls import Call, call, describe
from tests.checks import assert_array, assert_keeps_arguments, assert_number, assert_that


def f1(x: float) -> float:
    """The function of the notes."""
    return x**3 - 1 / x


def cube(x: float) -> float:
    return x**3 - 4 * x + 2


def line(x: float) -> float:
    return 7 - 3 * x


def square(x: float) -> float:
    return 5 * x**2 + 1


FORGOT = "Nothing came back: did you forget `return`?"
BOTH_SIDES = "Take f at x + h and at x - h, which lie 2h apart; h neither large nor tiny."
TINY = "Nearly: h is so small that little more than rounding errors is left. Take a larger one."
# f, x, slope: 3x^2 + 1/x^2, 3x^2 - 4, 10x, cos x, e^x, 1/(2 sqrt x) by hand. Measured: central
# steps from 1e-3 to 1e-8 are right to 5e-7; of 1e-2, or to one side by 1e-4, wrong by 5e-5 at
# the worst point, of 1e-10 by 1e-5 at the last.
SLOPES = (
    (f1, 1, 4.0),
    (f1, -2.0, 12.25),
    (cube, 3, 23.0),
    (cube, -0.5, -3.25),
    (square, 1.5, 15.0),
    (math.sin, 2.0, math.cos(2.0)),
    (math.exp, -1.0, math.exp(-1.0)),
    (math.sqrt, 10.0, 0.5 / math.sqrt(10)),
)


def assert_is_number(got: Call, expected: str) -> None:
    hint = FORGOT if got.value is None else f"Its type is {type(got.value).__name__}."
    assert_that(isinstance(got.value, (int, float, np.number)), got, "", expected, hint)


class TestDiff:
    @mark.shapes
    def test_result_is_a_number(self, kata):
        assert_is_number(call(kata.diff, line, 2.0), "a number, the slope -3 of a line")

    def test_slope_of_a_line(self, kata):
        for x in (2.0, 0, -1.5):
            got = call(kata.diff, f=line, x=x)
            close = abs(got.value + 3) < 0.5
            hint = (
                TINY
                if close
                else "What is the distance between the two points, and which comes first?"
            )
            assert_number(got, -3.0, hint)

    @mark.parametrize(("f", "x", "slope"), SLOPES)
    def test_right_to_six_digits(self, kata, f, x, slope):
        assert_number(call(kata.diff, f, x), slope, BOTH_SIDES, rel=1e-6)

    @mark.parametrize("f", [square, math.cos])
    def test_zero_where_both_sides_are_alike(self, kata, f):
        # f(h) and f(-h) are the same number; a step to one side gives 1e-8 at the very best.
        assert_number(call(kata.diff, f, 0.0), 0.0, BOTH_SIDES, abs=1e-9)


class TestTangentLine:
    # f, x, k, b with b = f(x) - k x by hand.
    LINES = (
        (f1, 1, 4.0, -4.0),
        (line, 2.0, -3.0, 7.0),
        (cube, 0, -4.0, 2.0),
        (cube, 3, 23.0, -52.0),
        (f1, -2.0, 12.25, 17.0),
        (square, 1.5, 15.0, -10.25),
        (math.sin, 2.0, math.cos(2.0), math.sin(2.0) - 2 * math.cos(2.0)),
    )

    @mark.shapes
    def test_two_numbers_come_back(self, kata):
        got = call(kata.tangent_line, line, 2.0)
        two = isinstance(got.value, (tuple, list)) and len(got.value) == 2
        hint = FORGOT if got.value is None else "Return slope and intercept: k, b."
        assert_that(two, got, describe(got.value), "a tuple of two numbers, (k, b)", hint)
        for name, value in zip("kb", got.value, strict=True):
            assert_is_number(got.part(value, name), "a number")

    @mark.parametrize(("f", "x", "k", "b"), LINES)
    def test_slope_is_that_of_f(self, kata, f, x, k, b):
        got = call(kata.tangent_line, f=f, x=x)
        hint = (
            "k, which comes first, is the slope of the f that is handed in, from both sides of x."
        )
        assert_number(got.part(got.value[0], "k"), k, hint)

    @mark.parametrize(("f", "x", "k", "b"), LINES)
    def test_line_passes_through_the_point_on_the_curve(self, kata, f, x, k, b):
        got = call(kata.tangent_line, f, x)
        hint = "The line touches at x: k * x + b must be f(x)."
        # An error of 1e-6 in k makes one of up to 2e-6 relative in b; wrong ones are off by 0.1.
        assert_number(got.part(got.value[1], "b"), b, hint, rel=1e-5)


def f3(x: np.ndarray) -> float:
    """The function of the notes."""
    return 3 * x[0] ** 2 + 5 * math.exp(x[1] ** 2)


def squares(x: np.ndarray) -> float:
    return float((x**2).sum())


def product(x: np.ndarray) -> float:
    return float(np.prod(x))


def weighted(x: np.ndarray) -> float:
    """Every element counts differently: 1 sin x_0 + 2 sin x_1 + ..., in row order."""
    weights = np.arange(1.0, x.size + 1).reshape(x.shape)
    return (weights * np.sin(x)).sum()


def slope_hint(value: np.ndarray, expected: np.ndarray) -> str:
    """Tell elements that were moved together from points that lie wrong."""
    for axes in (None, tuple(range(1, expected.ndim))):
        total = expected.sum(axis=axes, keepdims=True)
        if total.size < expected.size and np.allclose(value, total, rtol=1e-3):
            return "Elements were moved together: the sum of several slopes came back."
    return BOTH_SIDES


# Measured: central steps from 1e-3 to 1e-8 need at most 0.2 of this; one of 1e-2 needs 17 times
# as much in the function of the notes, one to one side by 1e-4 15 times.
CLOSE = {"rtol": 1e-5, "atol": 2e-6}


class TestNumericalGradient:
    @mark.shapes
    @mark.parametrize("dtype", [np.int64, np.float64, np.float32, np.int32])
    @mark.parametrize("shape", [(1,), (5,), (2, 3), (2, 1, 3)])
    def test_float64_array_of_the_shape_of_x(self, kata, shape, dtype):
        x = np.arange(1, 1 + math.prod(shape)).reshape(shape).astype(dtype)
        got = call(kata.numerical_gradient, squares, x)
        expected = f"a float64 array of shape {shape}"
        plain = type(got.value) is np.ndarray
        returned = f"dtype {got.value.dtype}, shape {got.value.shape}" if plain else ""
        hint = "zeros_like(x) takes over the dtype of x, but slopes of an integer x are not whole."
        if not plain or got.value.dtype == np.float64:
            hint = FORGOT if got.value is None else "One slope for each element of x."
        ok = plain and got.value.dtype == np.float64 and got.value.shape == shape
        assert_that(ok, got, returned, expected, hint)

    def test_x_is_unchanged(self, kata, rng):
        x = torch.randn(10, 20, generator=rng, dtype=torch.float64).numpy()  # many roundings
        assert_keeps_arguments(kata.numerical_gradient, weighted, x)

    @mark.parametrize("shape", [(4,), (2, 3)])
    def test_f_gets_arrays_of_the_shape_of_x(self, kata, rng, shape):
        seen = set()

        def f(x: np.ndarray) -> float:
            seen.add(f"a {type(x).__name__} of shape {np.shape(x)}")
            return float((np.asarray(x) ** 2).sum())

        x = torch.randn(shape, generator=rng, dtype=torch.float64).numpy()
        got = call(kata.numerical_gradient, f, x)
        right = f"a ndarray of shape {shape}"
        hint = "f takes the whole of x, in its shape, with one element moved."
        assert_that(seen == {right}, got, f"and f was given {sorted(seen)}", right, hint)

    @mark.parametrize("shape", [(6,), (2, 3), (3, 1, 2), (1,)])
    def test_slopes_are_right_to_five_digits(self, kata, rng, shape):
        x = torch.randn(shape, generator=rng, dtype=torch.float64).numpy()
        expected = np.arange(1.0, x.size + 1).reshape(shape) * np.cos(x)
        got = call(kata.numerical_gradient, weighted, x)
        assert_array(got, expected, slope_hint(got.value, expected), **CLOSE)

    def test_every_element_moves_alone(self, kata):
        # The slope of a product in one factor is the product of the others: 120 / x.
        x = np.array([[2.0, -3.0, 5.0], [1.0, -1.0, 4.0]])
        got = call(kata.numerical_gradient, f=product, x=x)
        expected = np.array([[60.0, -40.0, 24.0], [120.0, -120.0, 30.0]])
        hint = "While one element is moved, the others must stand where they were: put it back."
        assert_array(got, expected, hint, **CLOSE)

    def test_integers_can_move_by_a_small_step(self, kata):
        x = np.array([[1, -2, 0], [3, 5, 4]])
        expected = 2.0 * x
        got = call(kata.numerical_gradient, squares, x)
        hint = "In an array of integers x + h is cut to a whole number: work on a float copy."
        assert_array(got, expected, hint, **CLOSE)

    @mark.parametrize("x", [[1, 1], [1.0, 1.0]])
    def test_function_of_the_notes(self, kata, x):
        # (6 x_0, 10 x_1 exp(x_1^2)) at (1, 1).
        got = call(kata.numerical_gradient, f3, np.array(x))
        assert_array(got, np.array([6.0, 10 * math.e]), BOTH_SIDES, **CLOSE)

    def test_calls_do_not_disturb_each_other(self, kata):
        points = np.array([1.0, -2.0]), np.array([3.0, 0.5])
        for x, got in [(x, call(kata.numerical_gradient, squares, x)) for x in points]:
            assert_array(got, 2 * x, "A later call changed this result.", **CLOSE)

    def test_zero_where_both_sides_are_alike(self, kata):
        got = call(kata.numerical_gradient, squares, np.zeros((2, 3)))
        assert_array(got, np.zeros((2, 3)), BOTH_SIDES, rtol=0, atol=1e-9)

    @mark.parametrize("kind", ["transposed", "every second column"])
    def test_x_may_be_a_view(self, kata, rng, kind):
        base = torch.randn(3, 4, generator=rng, dtype=torch.float64).numpy()
        x = base.T if kind == "transposed" else base[:, ::2]
        expected = np.arange(1.0, x.size + 1).reshape(x.shape) * np.cos(x)
        got = call(kata.numerical_gradient, weighted, x)
        hint = f"x is a view ({kind}): reshape and ravel may copy it, so that x is never moved."
        assert_array(got, expected, hint, **CLOSE)
