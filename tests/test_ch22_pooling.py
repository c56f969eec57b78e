"""Hidden tests of ch22_pooling."""

import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests.calls import call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_raises,
    assert_shape,
    assert_tensor,
)

LIBRARY = {"max": F.max_pool2d, "avg": F.avg_pool2d}
MODES = mark.parametrize("mode", ["max", "avg"])
OTHER_MODES = mark.parametrize("mode", ["min", "mean", "a"])
MODE = "There are two modes only; what is neither is a mistake of the caller."
CONTIGUOUS = "The input may be a view with other strides: do not rely on the order in memory."


def negative(rng: torch.Generator, *shape: int) -> Tensor:
    """Whole numbers below zero, no two alike: no maximum is tied, and none is at the border."""
    n = torch.Size(shape).numel()
    return (torch.randperm(n, generator=rng) - n).float().reshape(shape)


class TestPool2d:
    NOTES = torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]])

    @mark.shapes
    @mark.parametrize(
        ("shape", "size", "expected"),
        [
            ((5, 7), (2, 3), (4, 5)),
            ((4, 3), (4, 3), (1, 1)),
            ((1, 6), (1, 2), (1, 5)),
            ((3, 5), (1, 1), (3, 5)),
        ],
    )
    @MODES
    def test_one_value_a_place_of_the_window(self, kata, rng, shape, size, expected, mode):
        hint = "The window moves by one step, not by its own size; pool_size is (height, width)."
        assert_shape(call(kata.pool2d, negative(rng, *shape), size, mode), expected, hint)

    @MODES
    def test_X_is_not_modified(self, kata, rng, mode):
        assert_keeps_arguments(kata.pool2d, negative(rng, 5, 4), (2, 3), mode)

    def test_maximum_of_every_window(self, kata):
        expected = torch.tensor([[4.0, 5.0], [7.0, 8.0]])
        hint = "Without a mode it is the largest value of the whole window."
        assert_tensor(call(kata.pool2d, self.NOTES.clone(), (2, 2)), expected, hint)

    def test_mean_of_every_window(self, kata):
        expected = torch.tensor([[2.0, 3.0], [5.0, 6.0]])  # (0 + 1 + 3 + 4) / 4 = 2, and so on
        got = call(kata.pool2d, X=self.NOTES.clone(), pool_size=(2, 2), mode="avg")
        assert_tensor(got, expected, "It is the mean of the whole window.")

    def test_maximum_of_negative_values(self, kata):
        X = torch.tensor([[-9.0, -7.0, -8.0], [-4.0, -6.0, -5.0]])
        hint = "Compare the values of the window with each other, not with 0, nor without sign."
        assert_tensor(call(kata.pool2d, X, (2, 2)), torch.tensor([[-4.0, -5.0]]), hint)

    @mark.parametrize("size", [(2, 3), (3, 1), (1, 4), (6, 8)])
    @MODES
    def test_window_is_height_by_width(self, kata, rng, size, mode):
        X = negative(rng, 6, 8)
        expected = LIBRARY[mode](X[None, None], size, stride=1)[0, 0]
        hint = "The window spans pool_size[0] rows and pool_size[1] columns, all of them."
        assert_tensor(call(kata.pool2d, X, size, mode), expected, hint)

    def test_second_call_starts_anew(self, kata, rng):
        X1, X2 = negative(rng, 4, 6), negative(rng, 4, 6)
        got = [call(kata.pool2d, X, (3, 2)) for X in (X1, X2)]
        for one, X in zip(got, (X1, X2), strict=True):
            hint = "Two calls share something: make a new result in every call."
            assert_tensor(one, F.max_pool2d(X[None, None], (3, 2), stride=1)[0, 0], hint)

    @MODES
    def test_X_need_not_be_contiguous(self, kata, rng, mode):
        X = negative(rng, 7, 5).T
        expected = LIBRARY[mode](X[None, None], (2, 3), stride=1)[0, 0]
        assert_tensor(call(kata.pool2d, X, (2, 3), mode), expected, CONTIGUOUS)

    @MODES
    def test_gradient(self, kata, rng, mode):
        def pool2d(X: Tensor) -> Tensor:
            return kata.pool2d(X, (2, 3), mode)

        def library(X: Tensor) -> Tensor:
            return LIBRARY[mode](X[None, None], (2, 3), stride=1)[0, 0]

        assert_gradients(pool2d, library, negative(rng, 5, 6))

    @OTHER_MODES
    def test_another_mode_raises(self, kata, mode):
        assert_raises(ValueError, kata.pool2d, self.NOTES.clone(), (2, 2), mode, hint=MODE)

    @mark.cuda
    @MODES
    def test_cuda(self, kata, rng, mode):
        X = negative(rng, 6, 8).cuda()
        expected = LIBRARY[mode](X[None, None], (2, 3), stride=1)[0, 0]
        assert_tensor(call(kata.pool2d, X, (2, 3), mode), expected)


def table(*rows: tuple[float, ...]) -> Tensor:
    """Rows of one image with one channel, (1, 1, h, w)."""
    return torch.tensor([[rows]], dtype=torch.float32)


class TestPool2dMulti:
    NOTES = torch.arange(16, dtype=torch.float32).reshape(1, 1, 4, 4)

    @mark.shapes
    @mark.parametrize(
        ("shape", "size", "options", "expected"),
        [
            # rows: (h + 2 * padding - height) / stride, rounded down, + 1; columns alike
            ((1, 4, 1, 1), (1, 1), {}, (1, 4, 1, 1)),
            ((2, 3, 7, 8), (2, 3), {}, (2, 3, 3, 2)),
            ((1, 1, 5, 4), (2, 3), {"stride": 1}, (1, 1, 4, 2)),
            ((2, 1, 7, 5), (3, 2), {"padding": 1, "stride": 2}, (2, 1, 4, 3)),
            ((3, 2, 6, 9), (2, 4), {"padding": (1, 2), "stride": (3, 1)}, (3, 2, 3, 10)),
        ],
    )
    @MODES
    def test_one_value_a_window(self, kata, rng, shape, size, options, expected, mode):
        hint = (
            "Padding lies on both sides, without a stride the windows stand side by side, pairs "
            "are (rows, columns), and a window that would reach beyond is left out."
        )
        got = call(kata.pool2d_multi, negative(rng, *shape), size, **options, mode=mode)
        assert_shape(got, expected, hint)

    @mark.parametrize("padding", [0, 1])
    @MODES
    def test_X_is_not_modified(self, kata, rng, padding, mode):
        X, options = negative(rng, 2, 1, 5, 4), {"padding": padding, "stride": 1, "mode": mode}
        assert_keeps_arguments(kata.pool2d_multi, X, (2, 3), **options)

    def test_without_options_it_is_the_maximum_side_by_side(self, kata):
        hint = "Without a mode it is the maximum of every window; a step is as long as the window."
        assert_tensor(call(kata.pool2d_multi, self.NOTES.clone(), (3, 3)), table((10.0,)), hint)
        X = table((1, 5, 2, 0), (3, 4, 8, 6))  # windows (1 5 3 4) and (2 0 8 6)
        assert_tensor(call(kata.pool2d_multi, X, (2, 2)), table((5.0, 8.0)), hint)

    def test_padding_and_stride_as_in_the_notes(self, kata):
        X = torch.cat((self.NOTES, self.NOTES + 1), 1)
        one = table((5.0, 7.0), (13.0, 15.0))
        hint = (
            "Padding lies around the image, on all sides. The second channel is the first plus 1, "
            "and so is its result."
        )
        got = call(kata.pool2d_multi, X=X, pool_size=(3, 3), padding=1, stride=2)
        assert_tensor(got, torch.cat((one, one + 1), 1), hint)

    @MODES
    def test_each_channel_of_each_image_on_its_own(self, kata, rng, mode):
        X = negative(rng, 3, 2, 4, 6)
        hint = "Only height and width are pooled: no value of another channel or image counts."
        assert_tensor(call(kata.pool2d_multi, X, (2, 2), mode=mode), LIBRARY[mode](X, (2, 2)), hint)

    def test_padding_never_wins_a_maximum(self, kata, rng):
        X = 1000 * negative(rng, 2, 1, 4, 5)
        hint = "Where all values are negative, zeros or other padding must not be the maximum."
        got = call(kata.pool2d_multi, X, (2, 3), padding=1, stride=1)
        assert_tensor(got, F.max_pool2d(X, (2, 3), stride=1, padding=1), hint)

    def test_padding_counts_as_zeros_in_a_mean(self, kata):
        # Every window holds one value and three zeros: its mean is a quarter of the value.
        got = call(kata.pool2d_multi, table((4, 8), (12, 16)), (2, 2), padding=1, mode="avg")
        hint = "Padding is zeros here, and they count: the mean is over the whole window."
        assert_tensor(got, table((1.0, 2.0), (3.0, 4.0)), hint)

    @mark.parametrize(
        ("padding", "stride"), [(1, 3), ((0, 1), (3, 1)), (0, 1), ((2, 0), 1), ((2, 1), (1, 2))]
    )
    @MODES
    def test_padding_and_stride_as_in_the_library(self, kata, rng, padding, stride, mode):
        X = negative(rng, 2, 3, 8, 7)
        expected = LIBRARY[mode](X, (4, 5), stride=stride, padding=padding)
        hint = "Pairs are (rows, columns); the order of the arguments is padding, stride, mode."
        got = call(kata.pool2d_multi, X, (4, 5), padding, stride, mode)
        assert_tensor(got, expected, hint)

    def test_second_call_starts_anew(self, kata, rng):
        X1, X2 = negative(rng, 2, 2, 4, 6), negative(rng, 2, 2, 4, 6)
        got = [call(kata.pool2d_multi, X, (3, 2), 1) for X in (X1, X2)]
        for one, X in zip(got, (X1, X2), strict=True):
            hint = "Two calls share something: make a new result in every call."
            assert_tensor(one, F.max_pool2d(X, (3, 2), padding=1), hint)

    @mark.parametrize("padding", [0, 1])
    @MODES
    def test_X_need_not_be_contiguous(self, kata, rng, padding, mode):
        X = negative(rng, 5, 2, 7, 3).permute(3, 1, 0, 2)  # (3, 2, 5, 7)
        expected = LIBRARY[mode](X, (2, 3), padding=padding)
        got = call(kata.pool2d_multi, X, (2, 3), padding, mode=mode)
        assert_tensor(got, expected, CONTIGUOUS)

    @MODES
    def test_gradient(self, kata, rng, mode):
        def pool2d_multi(X: Tensor) -> Tensor:
            return kata.pool2d_multi(X, (2, 3), (0, 1), (1, 2), mode)

        def library(X: Tensor) -> Tensor:
            return LIBRARY[mode](X, (2, 3), stride=(1, 2), padding=(0, 1))

        assert_gradients(pool2d_multi, library, negative(rng, 2, 3, 5, 6))

    @OTHER_MODES
    def test_another_mode_raises(self, kata, mode):
        X = self.NOTES.clone()
        assert_raises(ValueError, kata.pool2d_multi, X, (2, 2), mode=mode, hint=MODE)

    @mark.cuda
    @MODES
    def test_cuda(self, kata, rng, mode):
        X = negative(rng, 2, 3, 8, 7).cuda()
        expected = LIBRARY[mode](X, (4, 3), stride=(1, 2), padding=(2, 1))
        assert_tensor(call(kata.pool2d_multi, X, (4, 3), (2, 1), (1, 2), mode), expected)
