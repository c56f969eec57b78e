"""Hidden tests of ch03_linear_algebra."""

from collections.abc import Callable
from typing import Any

import torch
from pytest import mark
from torch import Tensor

from tests.calls import Call, call, describe
from tests.checks import (
    assert_keeps_arguments,
    assert_raises,
    assert_shape,
    assert_tensor,
    assert_that,
)
from tests.inputs import distinct, strided


class TestSumAlong:
    SHAPES = ((2, 3), (4, 5), (2, 3, 4), (3, 1, 2), (5,), (3, 3))
    CASES = tuple((shape, axis) for shape in SHAPES for axis in range(len(shape)))

    @mark.shapes
    @mark.parametrize(("shape", "axis"), CASES)
    def test_the_axis_goes_unless_it_is_kept_with_size_one(self, kata, rng, shape, axis):
        A = distinct(rng, *shape)
        before, behind = shape[:axis], shape[axis + 1 :]
        hint = f"Axis {axis} is removed, the others stay; keepdims is False by default."
        assert_shape(
            call(kata.sum_along, A=A.clone(), axis=axis), before + behind, hint, device="cpu"
        )
        got = call(kata.sum_along, A=A, axis=axis, keepdims=True)
        hint = f"With keepdims the shape stays as it was, but for axis {axis}, which has size 1."
        assert_shape(got, (*before, 1, *behind), hint, device="cpu")

    def test_A_is_not_modified(self, kata, rng):
        for keepdims in (False, True):
            assert_keeps_arguments(kata.sum_along, distinct(rng, 2, 3, 4), 1, keepdims)

    def test_case_of_the_notes(self, kata):
        A, b = torch.arange(6.0).reshape(2, 3), torch.arange(20.0).reshape(1, 4, 5)
        c = torch.arange(20.0).reshape(4, 5)
        hint = "Elements are added up whose other indices are the same."
        assert_tensor(call(kata.sum_along, A, axis=0), torch.tensor([3.0, 5, 7]), hint)
        assert_tensor(call(kata.sum_along, A, axis=1), torch.tensor([3.0, 12]), hint)
        assert_tensor(call(kata.sum_along, b, axis=0), c, hint)
        columns = torch.tensor([[30.0, 34, 38, 42, 46]])
        assert_tensor(call(kata.sum_along, b, axis=1), columns, hint)
        assert_tensor(call(kata.sum_along, b, axis=2), torch.tensor([[10.0, 35, 60, 85]]), hint)
        assert_tensor(call(kata.sum_along, c, axis=0, keepdims=True), columns, hint)

    @mark.parametrize(("shape", "axis"), CASES)
    def test_values_are_those_of_the_library(self, kata, rng, device, shape, axis):
        A = strided(distinct(rng, *shape).to(device) / 4)
        hint = f"Each sum runs over the index of axis {axis}, while the other indices stay."
        assert_tensor(call(kata.sum_along, A, axis), torch.sum(A, axis), hint)
        expected = torch.sum(A, axis, keepdim=True)
        assert_tensor(call(kata.sum_along, A, axis, True), expected, hint)


class Total:
    """What stubs promise that make one number of a tensor; the classes below say which."""

    SHAPES = ((3, 4), (5,), (2, 3, 4), (1,), (1, 1), (3, 1), (3, 3))
    hint: str

    @mark.shapes
    @mark.parametrize("shape", SHAPES)
    def test_result_is_one_number(self, kata, rng, shape):
        stub, (name, *_) = self.stub(kata), self.names
        hint = "One number of all elements, as a tensor of shape (), without axes."
        assert_shape(call(stub, **{name: distinct(rng, *shape)}), (), hint, device="cpu")

    def test_argument_is_not_modified(self, kata, rng):
        assert_keeps_arguments(self.stub(kata), distinct(rng, 2, 3))

    @mark.parametrize("shape", SHAPES)
    def test_value_is_that_of_the_library(self, kata, rng, device, shape):
        T = strided(distinct(rng, *shape).to(device) / 4)
        assert_tensor(call(self.stub(kata), T), self.library(T), self.hint)


class TestMeanOf(Total):
    names = ("A",)
    hint = "The sum of all elements over their number, which is not len(A)."

    def stub(self, kata: Any) -> Callable:
        return kata.mean_of

    def library(self, A: Tensor) -> Tensor:
        return A.mean()

    def test_mean_of_integers_is_a_float(self, kata):
        # The first case is that of the notes: 15 / 6. The others: 5 / 3 and -10 / 4.
        for A, mean in (
            (torch.arange(6).reshape(2, 3), 2.5),
            (torch.tensor([1, 0, 4]), 5 / 3),
            (torch.tensor([[-7, 2], [1, -6]]), -2.5),
        ):
            hint = "The mean of integers need not be whole: float32."
            assert_tensor(call(kata.mean_of, A), torch.tensor(mean), hint)
            assert_keeps_arguments(kata.mean_of, A)


class Product:
    """What the products promise; the classes below say of what."""

    FITS: tuple  # pairs of shapes that fit
    MISFITS: tuple  # pairs that do not
    hint: str

    @mark.shapes
    def test_shape_is_that_of_the_library(self, kata, rng):
        for pair in self.FITS:
            one, other = (distinct(rng, *shape) for shape in pair)
            got = call(self.stub(kata), **dict(zip(self.names, (one, other), strict=True)))
            assert_shape(got, self.library(one, other).shape, self.shapes, device="cpu")

    def test_arguments_are_not_modified(self, kata, rng):
        for pair in self.FITS:
            assert_keeps_arguments(self.stub(kata), *(distinct(rng, *shape) for shape in pair))

    def test_values_are_those_of_the_library(self, kata, rng, device):
        for pair in self.FITS:
            one, other = (strided(distinct(rng, *shape).to(device) / 4) for shape in pair)
            assert_tensor(call(self.stub(kata), one, other), self.library(one, other), self.hint)

    def test_calls_do_not_disturb_each_other(self, kata, rng):
        one, other = (distinct(rng, *shape) for shape in self.FITS[0])
        first, second = call(self.stub(kata), one, other), call(self.stub(kata), 2 * one, other)
        assert_tensor(second, 2 * self.library(one, other), "What is kept of the call before?")
        assert_tensor(first, self.library(one, other), "A later call changed this result.")

    def test_shapes_that_do_not_fit_raise(self, kata, rng):
        hint = "Compare the sizes before you multiply: size 1 is broadcast without an error."
        for pair in self.MISFITS:
            assert_raises(
                ValueError, self.stub(kata), *(distinct(rng, *shape) for shape in pair), hint=hint
            )


class TestDot(Product):
    FITS = (((4,), (4,)), ((1,), (1,)), ((7,), (7,)))
    MISFITS = (((4,), (3,)), ((3,), (4,)), ((1,), (4,)), ((3,), (1,)))
    names = ("x", "y")
    shapes = "One number, as a tensor of shape (), without axes."
    hint = "Multiply element by element, then add up all the products."

    def stub(self, kata: Any) -> Callable:
        return kata.dot

    def library(self, x: Tensor, y: Tensor) -> Tensor:
        return torch.dot(x, y)


class TestMv(Product):
    FITS = (((3, 4), (4,)), ((4, 3), (3,)), ((1, 5), (5,)), ((5, 1), (1,)), ((3, 3), (3,)))
    MISFITS = (((3, 4), (3,)), ((3, 4), (5,)), ((3, 4), (1,)), ((3, 1), (4,)), ((1, 3), (1,)))
    names = ("A", "x")
    shapes = "One number for each row of A."
    hint = "Number i is the dot product of row i of A with x."

    def stub(self, kata: Any) -> Callable:
        return kata.mv

    def library(self, A: Tensor, x: Tensor) -> Tensor:
        return torch.mv(A, x)


class TestMm(Product):
    FITS = tuple(((m, n), (n, p)) for m, n, p in ((2, 3, 4), (4, 3, 2), (1, 5, 1), (3, 1, 2)))
    FITS += (((3, 3), (3, 3)), ((2, 4), (4, 1)))
    MISFITS = tuple(((3, n), (k, 2)) for n, k in ((4, 3), (4, 5), (4, 1), (1, 4), (2, 3)))
    names = ("A", "B")
    shapes = "As many rows as A and as many columns as B."
    hint = "Element [i, j] is the dot product of row i of A with column j of B."

    def stub(self, kata: Any) -> Callable:
        return kata.mm

    def library(self, A: Tensor, B: Tensor) -> Tensor:
        return torch.mm(A, B)


class TestL1Norm(Total):
    names = ("x",)
    hint = "Absolute values of all elements, added up, whatever the shape."

    def stub(self, kata: Any) -> Callable:
        return kata.l1_norm

    def library(self, x: Tensor) -> Tensor:
        return torch.linalg.vector_norm(x, 1)

    def test_worked_case(self, kata):
        # |3| + |-4| = 7, and the zero vector has no length.
        assert_tensor(call(kata.l1_norm, torch.tensor([3.0, -4.0])), torch.tensor(7.0), self.hint)
        assert_tensor(call(kata.l1_norm, torch.zeros(3)), torch.tensor(0.0), self.hint)


class TestL2Norm(Total):
    names = ("x",)
    hint = "The root of the sum of all squares, whatever the shape."

    def stub(self, kata: Any) -> Callable:
        return kata.l2_norm

    def library(self, x: Tensor) -> Tensor:
        return torch.linalg.vector_norm(x)

    def test_worked_case(self, kata):
        # 9 + 16 = 25; 36 ones: the root of 36; the zero vector has no length.
        for x, norm in ((torch.tensor([3.0, -4.0]), 5.0), (torch.ones(4, 9), 6.0)):
            assert_tensor(call(kata.l2_norm, x), torch.tensor(norm), self.hint)
        assert_tensor(call(kata.l2_norm, torch.zeros(3)), torch.tensor(0.0), self.hint)


def shares(rng: torch.Generator, m: int, n: int) -> tuple[Tensor, Tensor]:
    """Rows of eighths that sum to 1, and the same rows times -2, 3, 8, ... in whole eighths."""
    free = distinct(rng, m, n)[:, 1:] / 8
    P = torch.cat([1 - free.sum(1, keepdim=True), free], 1)
    return P, P * torch.tensor([-2.0, 3.0, 8.0, 1.0, -5.0])[:m, None]


class TestNormalizeRows:
    SHAPES = ((5, 4), (3, 3), (2, 5), (1, 4), (4, 1))
    hint = "Each row is divided by its own sum: how must the sums stand to be laid on the rows?"

    @mark.shapes
    @mark.parametrize("shape", SHAPES)
    def test_shape_is_that_of_A(self, kata, rng, shape):
        _, A = shares(rng, *shape)
        assert_shape(call(kata.normalize_rows, A=A), shape, self.hint, device="cpu")

    def test_A_is_not_modified(self, kata, rng):
        for shape in self.SHAPES:
            assert_keeps_arguments(kata.normalize_rows, shares(rng, *shape)[1])

    @mark.parametrize("shape", SHAPES)
    def test_rows_are_divided_by_their_sums(self, kata, rng, device, shape):
        P, A = (T.to(device) for T in shares(rng, *shape))
        assert_tensor(call(kata.normalize_rows, strided(A)), P, self.hint)

    def test_case_of_the_notes(self, kata):
        A = torch.arange(20).reshape(5, 4)
        got = call(kata.normalize_rows, A)
        assert_shape(got, (5, 4), "Shares of integers are float32.")
        sums = torch.tensor([6, 22, 38, 54, 70])  # as the notes print them
        back = got.part(got.value.T * sums, "its columns times the sums of the rows of A")
        assert_tensor(back, A.T.float(), self.hint)


class TestSumShapes:
    # The first case is that of the notes.
    CASES = (
        ((2, 3, 4), [(3, 4), (2, 4), (2, 3)]),
        ((5, 4), [(4,), (5,)]),
        ((6,), [()]),
        ((2, 3, 2), [(3, 2), (2, 2), (2, 3)]),
        ((1, 4, 5), [(4, 5), (1, 5), (1, 4)]),
        ((3, 3), [(3,), (3,)]),
        ((2, 1, 5, 3), [(1, 5, 3), (2, 5, 3), (2, 1, 3), (2, 1, 5)]),
    )

    def shapes(self, kata: Any, shape: tuple) -> Call:
        got = call(kata.sum_shapes, shape=shape)
        ok = isinstance(got.value, list) and all(isinstance(one, tuple) for one in got.value)
        hint = "" if got.value is not None else "Nothing came back: did you forget `return`?"
        assert_that(ok, got, describe(got.value), "a list of tuples, one for each axis", hint)
        return got

    @mark.shapes
    @mark.parametrize(("shape", "expected"), CASES)
    def test_one_shape_for_every_axis(self, kata, shape, expected):
        got = self.shapes(kata, shape)
        counts = [len(one) for one in got.value]
        right = [len(one) for one in expected]
        hint = "Every axis has a turn, and a sum along an axis leaves one axis less."
        assert_that(counts == right, got, describe(got.value), describe(expected), hint)

    @mark.parametrize(("shape", "expected"), CASES)
    def test_the_axis_of_the_sum_is_gone(self, kata, shape, expected):
        got = self.shapes(kata, shape)
        hint = "Shape i lacks the size of axis i, and the other sizes stay in order."
        same = [tuple(one) for one in got.value] == expected
        assert_that(same, got, describe(got.value), describe(expected), hint)
