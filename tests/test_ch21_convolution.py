"""Hidden tests of ch21_convolution."""

from itertools import product
from typing import Any

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call, describe
from tests.checks import (
    assert_keeps_arguments,
    assert_same_gradients,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_value,
)

PLACES = "Count the places of the kernel: rows with its height, columns with its width."
WINDOW = "Each value is the sum of K times the window of X under it, element by element."
FLIPPED = "The kernel is flipped, as in mathematics; a layer lays it on the image as it is."
CHANNELS = "Channel i of X meets channel i of K; the maps of the channels are added."


def distinct(rng: torch.Generator, *shape: int) -> Tensor:
    """Different multiples of 1/2, none zero: sums of products are exact, also in TF32 on a GPU."""
    numbers = torch.randperm(torch.Size(shape).numel(), generator=rng).reshape(shape) + 1
    return numbers * (torch.randint(0, 2, shape, generator=rng) - 0.5)


def strided(T: Tensor) -> Tensor:
    """The same values, not contiguous."""
    axes = tuple(range(T.dim()))[::-1]
    return T.permute(axes).contiguous().permute(axes)


def conv(X: Tensor, K: Tensor, **options: Any) -> Tensor:
    """F.conv2d of one image, with or without axes for the channels."""
    images = X.reshape(1, -1, *X.shape[-2:])
    maps = F.conv2d(images, K.reshape(-1, images.shape[1], *K.shape[-2:]), **options)[0]
    return maps if K.dim() == 4 else maps[0]


def edges() -> tuple[Tensor, Tensor, Tensor]:
    """The image of the notes, the kernel that finds its edges, and what it finds."""
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    Y = torch.tensor([0.0, 1, 0, 0, 0, -1, 0]).repeat(6, 1)  # each pixel minus the next
    return X, torch.tensor([[1.0, -1.0]]), Y


def assert_conv(got: Call, X: Tensor, K: Tensor, hint: str, **options: Any) -> None:
    """The values of F.conv2d; a flipped kernel is told by its name."""
    __tracebackhide__ = True
    expected = conv(X, K, **options)
    assert_shape(got, expected.shape, hint, device="cpu")
    flipped = torch.allclose(got.value, conv(X, K.flip(-2, -1), **options))
    assert_tensor(got, expected, FLIPPED if flipped else hint)


def plain(hint: str, *shapes: tuple) -> list[tuple]:
    """Cases without options."""
    return [(image, kernel, {}, hint) for image, kernel in shapes]


class Correlation:
    """What every cross-correlation promises; apply() of a class below calls its stub."""

    CASES: list[tuple]  # shape of X, shape of K, options, hint

    def case(self, rng: torch.Generator, number: int = -1) -> tuple:
        image, kernel, options, hint = self.CASES[number]
        return distinct(rng, *image), distinct(rng, *kernel), options, hint

    @mark.shapes
    def test_shape_is_that_of_the_library(self, kata, rng):
        for number in range(len(self.CASES)):
            X, K, options, hint = self.case(rng, number)
            shape = conv(X, K, **options).shape
            assert_shape(self.apply(kata, X, K, **options), shape, hint, device="cpu")

    def test_values_are_those_of_the_library(self, kata, rng):
        for number in range(len(self.CASES)):
            X, K, options, hint = self.case(rng, number)
            assert_conv(self.apply(kata, X.clone(), K.clone(), **options), X, K, hint, **options)

    def test_calls_do_not_disturb_each_other(self, kata, rng):
        X, K, options, _ = self.case(rng)
        first, second = (self.apply(kata, x, K.clone(), **options) for x in (X.clone(), 2 * X))
        assert_conv(second, 2 * X, K, "The second call: what is kept of the first?", **options)
        assert_conv(first, X, K, "A later call changed this result: what is shared?", **options)

    def test_arguments_need_not_be_contiguous(self, kata, rng):
        X, K, options, hint = self.case(rng)
        assert_conv(self.apply(kata, strided(X), strided(K), **options), X, K, hint, **options)

    def test_arguments_are_not_modified(self, kata, rng):
        X, K, options, _ = self.case(rng)
        given = X.clone(), K.clone()
        got = self.apply(kata, X, K, **options)
        for name, now, was in zip("XK", (X, K), given, strict=True):
            returned, expected = f"and {name} is now {describe(now)}", f"it stays {describe(was)}"
            assert_that(torch.equal(now, was), got, returned, expected, "Work on a copy.")

    def test_gradients(self, kata, rng):
        X, K, options, _ = self.case(rng)
        X, K = (X / 16).requires_grad_(), (K / 16).requires_grad_()
        got = self.apply(kata, X, K, **options)
        assert_same_gradients(got, conv(X, K, **options), {"X": X, "K": K})

    @mark.cuda
    def test_cuda(self, kata, rng):
        X, K, options, hint = self.case(rng)
        expected = conv(X, K, **options)
        got = self.apply(kata, X.cuda(), K.cuda(), **options)
        assert_shape(got, expected.shape, hint, device="cuda")
        # Multiples of 1/4, exact also in TF32: a wrong one is off by 0.25 or more.
        assert_tensor(got, expected.cuda(), hint, rtol=0, atol=0.1)


class TestCorr2d(Correlation):
    PAIRS = (((7, 9), (3, 2)), ((4, 6), (4, 6)), ((1, 5), (1, 1)), ((5, 6), (2, 3)))
    CASES = plain(f"{PLACES} {WINDOW}", *PAIRS)

    def apply(self, kata, X, K):
        return call(kata.corr2d, X=X, K=K)

    def test_case_of_the_notes(self, kata):
        X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
        expected = torch.tensor([[19.0, 25.0], [37.0, 43.0]])  # 0*0 + 1*1 + 3*2 + 4*3 = 19
        assert_tensor(call(kata.corr2d, X, K), expected, WINDOW)

    def test_edges_are_found(self, kata):
        X, K, Y = edges()
        assert_tensor(call(kata.corr2d, X, K), Y, WINDOW)
        assert_tensor(call(kata.corr2d, X.t(), K), torch.zeros(8, 5), WINDOW)


class TestConv2D(Correlation):
    BIAS = {"bias": torch.tensor([1.5])}
    HINT = f"The output is corr2d with self.weight, plus self.bias. {WINDOW}"
    CASES = [
        ((5, 4), (4, 1), BIAS, HINT),
        ((4, 5), (4, 3), BIAS, HINT),
        ((4, 5), (2, 3), BIAS, HINT),
    ]

    def layer(self, kata, size: tuple[int, int], X: Tensor) -> nn.Module:
        """A layer on the device of X, its parameters checked."""
        got = call(kata.Conv2D, kernel_size=size)
        for name, shapes in (("weight", [size]), ("bias", [(1,), (), (1, 1)])):
            value = getattr(got.value, name, None)
            ok = isinstance(value, nn.Parameter) and value.requires_grad
            ok = ok and tuple(value.shape) in shapes and name in dict(got.value.named_parameters())
            returned = f"{name} is a {type(value).__name__}: {describe(value)}"
            expected = f"{name} is an nn.Parameter of shape {shapes[0]} that requires a gradient"
            assert_that(ok, got, returned, expected)
        return got.value.to(X.device)

    def apply(self, kata, X, K, bias):
        net = self.layer(kata, tuple(K.shape), X)
        with torch.no_grad():
            net.weight.copy_(K)
            net.bias.copy_(bias[0])
        told = f"net(X) with net = Conv2D({tuple(K.shape)}), its weight and bias set to new values"
        return Call(told, net(X))

    def test_layers_have_their_own_parameters(self, kata, rng):
        X = distinct(rng, 4, 5) / 16
        net = self.layer(kata, (2, 3), X)
        expected = conv(X, net.weight, bias=net.bias.reshape(1)).detach()
        self.apply(kata, X, distinct(rng, 2, 3), **self.BIAS)
        hint = "Another layer was made and changed this one: parameters belong to self."
        assert_tensor(call(net, X), expected, hint)

    def test_gradients(self, kata, rng):
        X = (distinct(rng, 4, 5) / 16).requires_grad_()
        net = self.layer(kata, (2, 3), X)
        expected = conv(X, net.weight, bias=net.bias.reshape(1))
        given = {"weight": net.weight, "bias": net.bias, "X": X}
        assert_same_gradients(call(net, X), expected, given)


class TestLearnKernel:
    def spot(self) -> Tensor:
        """Each value of a kernel meets the bright pixel once: an error e adds e * e to the loss."""
        X = torch.zeros(7, 5).t()  # not contiguous
        X[2, 3] = 1
        return X

    @mark.shapes
    @mark.parametrize("size", [(1, 2), (2, 3), (3, 1), (1, 1)])
    def test_result_is_a_kernel(self, kata, rng, size):
        Y = conv(self.spot(), distinct(rng, *size))
        got = call(kata.learn_kernel, self.spot(), strided(Y), size, 0.1, 2)
        assert_shape(got, size, "The kernel itself, without axes for channels.", device="cpu")

    def test_first_step_is_lr_times_the_gradient(self, kata, rng):
        X, Y = distinct(rng, 4, 6), 1e8 * distinct(rng, 3, 4)
        expected = 2e-3 * conv(X, Y)  # so large a Y hides the start, whatever it is
        got = call(kata.learn_kernel, X=X, Y=Y, kernel_size=(2, 3), lr=1e-3, num_steps=1)
        hint = "One step: lr times the gradient of the summed (not mean) squared error, downhill."
        # 20 seeds: right answers are off by 1e-4 of the value plus 2, the nearest wrong one by 4e6.
        assert_tensor(got, expected, hint, rtol=1e-4, atol=1e3)

    @mark.parametrize("num_steps", [1, 2, 3])
    def test_every_step_halves_the_error(self, kata, rng, num_steps):
        K = 1e8 * distinct(rng, 2, 3)
        K -= K.mean()  # a bias, refused below, would not move
        got = call(kata.learn_kernel, self.spot(), conv(self.spot(), K), (2, 3), 0.25, num_steps)
        hint = "Here each step halves the error. Are there num_steps, and old gradients dropped?"
        # 20 seeds: right answers are off by 32 or less, the nearest wrong one by 3e7.
        assert_tensor(got, K * (1 - 0.5**num_steps), hint, rtol=1e-4, atol=1e5)

    def test_there_is_no_bias(self, kata):
        X, Y = torch.tensor([[1.0, 2.0, 2.0]]), torch.tensor([[4.0, 5.0, 5.0]])
        got = call(kata.learn_kernel, X, Y, (1, 1), 1 / 18, 30)
        # Least squares of Y = X + 3 without a bias: (1*4 + 2*5 + 2*5) / (1*1 + 2*2 + 2*2).
        hint = "A bias explains a part of this Y and leaves less to the kernel; have none."
        assert_tensor(got, torch.tensor([[24 / 9]]), hint)

    def test_arguments_are_not_modified(self, kata, rng):
        X, K = distinct(rng, 4, 5), distinct(rng, 2, 3)
        assert_keeps_arguments(kata.learn_kernel, X, conv(X, K), (2, 3), 1e-3, 2)

    @mark.cuda
    def test_cuda(self, kata, rng):
        X, K = self.spot(), distinct(rng, 2, 3)
        got = call(kata.learn_kernel, X.cuda(), conv(X, K).cuda(), (2, 3), 0.25, 12)
        # 1/4096 of the start's error is left; TF32 rounds a kernel value of 3 by 0.0015.
        assert_tensor(got, K.cuda(), rtol=0, atol=0.02)

    @mark.convergence
    def test_it_finds_the_edge_kernel(self, kata, run):
        X, K, Y = edges()
        got = call(kata.learn_kernel, X, Y, (1, 2), 3e-2, 50)
        assert_shape(got, (1, 2))
        error = float((got.value.detach() - K).abs().max())
        hint = "The kernel must come near [[1, -1]]: check loss, step and the zeroing of gradients."
        # 20 seeds: right answers end below 4e-5, the nearest wrong one refused above 0.0023.
        run.below(error, 1e-3, f"{got.text}: largest error of the kernel", hint)


class TestCompConv2d(Correlation):
    AXES = "The layer takes (batch, channel, height, width). Only these two extra axes go after it."
    OWN = "Let the layer compute: it has its own weight, bias, padding, stride and dilation."
    CASES = [
        ((8, 8), (5, 3), {"padding": (2, 1)}, AXES),
        ((8, 8), (3, 5), {"padding": (0, 1), "stride": (3, 4)}, AXES),
        ((5, 7), (5, 3), {}, f"{AXES} squeeze() takes every axis of size 1."),
        ((5, 7), (5, 7), {}, f"{AXES} squeeze() takes every axis of size 1."),
        ((6, 7), (3, 2), {"stride": (2, 1), "dilation": (1, 2), "bias": torch.ones(1)}, OWN),
    ]

    def apply(self, kata, X, K, bias=None, **options):
        layer = nn.Conv2d(1, 1, tuple(K.shape), bias=bias is not None, **options).to(X.device)
        with torch.no_grad():
            layer.weight.copy_(K)
            if bias is not None:
                layer.bias.copy_(bias)
        return call(kata.comp_conv2d, conv2d=layer, X=X)

    def test_gradients(self, kata, rng):
        layer = nn.Conv2d(1, 1, (2, 3), padding=1, padding_mode="circular")
        X = (distinct(rng, 4, 6) / 16).requires_grad_()
        around = F.pad(X[None, None], (1, 1, 1, 1), mode="circular")[0, 0]
        got = call(kata.comp_conv2d, layer, X)
        assert_conv(got, around, layer.weight[0, 0], self.OWN, bias=layer.bias)
        expected = conv(around, layer.weight[0, 0], bias=layer.bias)
        given = {"weight": layer.weight, "bias": layer.bias, "X": X}
        assert_same_gradients(got, expected, given)


class TestConvOutputShape:
    @mark.shapes
    def test_result_is_an_int(self, kata):
        got = call(kata.conv_output_shape, n=224, k=5, p=0, s=1)
        assert_value(got, 220, "How many places does the kernel take? The first one counts too.")

    def test_padding_is_per_side(self, kata):
        for args, size in (((8, 3, 1, 1), 8), ((8, 5, 2, 1), 8), ((1, 3, 1, 1), 1)):
            got = call(kata.conv_output_shape, *args)
            assert_value(got, size, "p is added on each of the two sides.")

    def test_a_last_step_that_does_not_fit_is_dropped(self, kata):
        # Pixels between the first place of the kernel and the last with stride 1: 7, 5, 6.
        for args, size in (((8, 3, 1, 2), 4), ((8, 3, 0, 3), 2), ((6, 2, 1, 4), 2)):
            hint = "How many whole steps of s fit between the first and the last place?"
            assert_value(call(kata.conv_output_shape, *args), size, hint)

    def test_all_small_sizes(self, kata):
        for n, k, p, s in product(range(5, 12), (1, 2, 3, 5), (0, 1, 2), (1, 2, 3, 4)):
            size = len(torch.zeros(n + 2 * p).unfold(0, k, s))  # a window for every place
            hint = "One step counts from one place to the next, of the padded input."
            assert_value(call(kata.conv_output_shape, n, k, p, s), size, hint)


class TestConvAsMatrix(Correlation):
    HINT = "A row holds the weights of one output, a column belongs to a pixel, row by row of X."
    CASES = plain(HINT, *TestCorr2d.PAIRS)

    def apply(self, kata, X, K):
        got = call(kata.conv_as_matrix, K=K, in_shape=tuple(X.shape))
        shape = conv(X, K).shape
        assert_shape(got, (shape.numel(), X.numel()), self.HINT)
        return got.part((got.value @ X.flatten()).reshape(shape), "M @ X.flatten(), as an image")

    def test_small_case(self, kata):
        got = call(kata.conv_as_matrix, torch.tensor([[1.0, 2.0]]), torch.Size((2, 3)))
        rows = [[1, 2, 0, 0, 0, 0], [0, 1, 2, 0, 0, 0], [0, 0, 0, 1, 2, 0], [0, 0, 0, 0, 1, 2]]
        assert_tensor(got, torch.tensor(rows).float(), self.HINT)


class TestCorr2dPadded(Correlation):
    AXES = "padding and stride are pairs: height (rows) first, then width (columns)."
    ZEROS = f"{AXES} Rows of zeros go above and also below, columns left and also right."
    STEPS = f"{AXES} The first place of the kernel is top left; a step that leaves X is dropped."
    CASES = [
        ((5, 7), (2, 3), {}, "By default there is no padding, and the stride is 1."),
        ((4, 6), (3, 2), {"padding": (1, 0)}, ZEROS),
        ((4, 6), (3, 2), {"padding": (0, 2)}, ZEROS),
        ((2, 3), (4, 1), {"padding": (1, 0)}, "The kernel fits into the padded image."),
        ((7, 8), (2, 3), {"stride": (2, 1)}, STEPS),
        ((7, 8), (2, 3), {"stride": (1, 3)}, STEPS),
        ((7, 8), (2, 3), {"stride": (9, 9)}, STEPS),
        ((8, 8), (3, 5), {"padding": (0, 1), "stride": (3, 4)}, STEPS),  # of the notes
        ((4, 5), (2, 3), {"padding": (1, 2), "stride": (2, 1)}, f"{STEPS} First pad, then step."),
    ]

    def apply(self, kata, X, K, **options):
        return call(kata.corr2d_padded, X=X, K=K, **options)

    def test_arguments_by_position(self, kata, rng):
        X, K = distinct(rng, 5, 7), distinct(rng, 2, 3)
        got = call(kata.corr2d_padded, X, K, (2, 1), (1, 2))
        assert_conv(got, X, K, self.AXES, padding=(2, 1), stride=(1, 2))


class TestCorr2dMultiIn(Correlation):
    CASES = plain(CHANNELS, ((5, 2, 3), (5, 2, 2)), ((1, 5, 4), (1, 2, 3)), ((3, 5, 6), (3, 3, 2)))

    def apply(self, kata, X, K):
        return call(kata.corr2d_multi_in, X=X, K=K)

    def test_case_of_the_notes(self, kata):
        X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
        got = call(kata.corr2d_multi_in, torch.stack((X, X + 1)), torch.stack((K, K + 1)))
        # Top left: 19 of the first channel, 1*1 + 2*2 + 4*3 + 5*4 = 37 of the second.
        assert_tensor(got, torch.tensor([[56.0, 72.0], [104.0, 120.0]]), CHANNELS)


class TestCorr2dMultiInOut(Correlation):
    HINT = "Output channel i comes from all channels of X and the kernels K[i]; they are stacked."
    PAIRS = (((1, 4, 5), (3, 1, 2, 2)), ((3, 4, 5), (3, 3, 3, 2)), ((2, 5, 4), (4, 2, 2, 3)))
    CASES = plain(HINT, ((3, 4, 5), (1, 3, 1, 2)), *PAIRS)

    def apply(self, kata, X, K):
        return call(kata.corr2d_multi_in_out, X=X, K=K)

    def test_case_of_the_notes(self, kata):
        X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
        X, K = torch.stack((X, X + 1)), torch.stack((K, K + 1))
        got = call(kata.corr2d_multi_in_out, X, torch.stack((K, K + 1, K + 2), 0))
        # 1 more in all of K adds the sum of both windows, top left 0+1+3+4 + 1+2+4+5 = 20.
        first, sums = torch.tensor([[56.0, 72], [104, 120]]), torch.tensor([[20.0, 28], [44, 52]])
        assert_tensor(got, torch.stack((first, first + sums, first + 2 * sums)), self.HINT)


class TestCorr2dMultiInOut1x1(Correlation):
    HINT = "Each output pixel mixes the channels of the pixel at its own place, weighted by K[i]."
    PAIRS = (((4, 3, 1), (1, 4, 1, 1)), ((3, 5, 2), (3, 3, 1, 1)), ((3, 2, 5), (2, 3, 1, 1)))
    CASES = plain(HINT, ((1, 2, 4), (4, 1, 1, 1)), *PAIRS)

    def apply(self, kata, X, K):
        return call(kata.corr2d_multi_in_out_1x1, X=X, K=K)

    def test_small_case(self, kata):
        X = torch.tensor([[[1.0, 2.0, 3.0]], [[10.0, 20.0, 30.0]]])  # 2 channels of 1 row
        K = torch.tensor([[1.0, 2.0], [0.0, -1.0]]).reshape(2, 2, 1, 1)
        expected = torch.tensor([[[21.0, 42.0, 63.0]], [[-10.0, -20.0, -30.0]]])
        assert_tensor(call(kata.corr2d_multi_in_out_1x1, X, K), expected, self.HINT)
