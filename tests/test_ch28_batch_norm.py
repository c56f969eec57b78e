"""Hidden tests of ch28_batch_norm."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from pytest import mark
from torch import Generator, Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_value,
    assert_works_on_meta,
    gradients,
    several,
)
from tests.convergence import fit, toy_classes
from tests.nets import assert_new

# Two features, eps 1. Column 1: mean 1, squared distances 9 1 1 1, variance 12 / 4 = 3, root of
# 3 + 1 is 2. Column 2: mean 4, squared distances 16 144 16 16, variance 48, root of 49 is 7.
COLUMNS = torch.tensor([[4.0, 0.0], [0.0, 16.0], [0.0, 0.0], [0.0, 0.0]])
SHAPES = mark.parametrize("shape", [(5, 3), (4, 1), (2, 3, 4, 6), (1, 2, 5, 1)])
KINDS = mark.parametrize("shape", [(5, 3), (2, 3, 4, 6)], ids=["matrix", "images"])
BY_HAND = mark.parametrize("dims", [2, 4], ids=["matrix", "images"])
BATCH = "With gradients on, in training, only the batch decides, whatever the moving statistics."
MOVING = "With gradients off, in evaluation, moving statistics take the place of the batch's."
# Gradients of right answers are off by up to 5e-6, those past the statistics by 7e-3 (400 seeds).
CLOSE = {"rtol": 0.0, "atol": 1e-4}
THROUGH = "The mean and the variance depend on X too: the gradient passes through them."


def shaped(X: Tensor, dims: int) -> Tensor:
    """A matrix of 4 rows as it is, or its rows as the 2 x 2 pixels of an image, not contiguous."""
    return X if dims == 2 else X.reshape(1, 2, 2, -1).permute(0, 3, 2, 1)


def feature(values: Sequence[float] | Tensor, dims: int) -> Tensor:
    """One value a feature in the shape (1, d) or (1, d, 1, 1)."""
    return torch.as_tensor(values, dtype=torch.float32).reshape(1, -1, *[1] * (dims - 2))


def example(rng: Generator, shape: Any, device: str = "cpu") -> tuple[Tensor, list[Tensor]]:
    """X, and [gamma, beta, moving mean, moving variance] to go with it."""
    X, values = 2 * torch.randn(shape, generator=rng), torch.randn(4, shape[1], generator=rng)
    values[[0, 3]] = 0.5 + values[[0, 3]].abs()
    return X.to(device), [feature(value, len(shape)).to(device) for value in values]


def library(X: Tensor, gamma: Tensor, beta: Tensor, *moving: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalised by the batch, or by the moving mean and variance where these are given."""
    mean, var = [value.flatten() for value in moving] or (None, None)
    return F.batch_norm(X, mean, var, gamma.flatten(), beta.flatten(), not moving, eps=eps)


def parts(function: Callable, *args: Any, **kwargs: Any) -> list[Call]:
    got = call(function, *args, **kwargs)
    return several(got, "Y", "the new moving mean", "the new moving variance")


class TestBatchNormFunction:
    @mark.shapes
    @SHAPES
    @mark.parametrize("training", [True, False])
    def test_shapes(self, kata, rng, shape, training):
        X, given = example(rng, shape)
        with torch.set_grad_enabled(training):
            got = parts(kata.batch_norm, X, *given, 1e-5, 0.9)
        for one, like in zip(got, (X, *given[2:]), strict=True):
            assert_shape(one, like.shape, "Y is shaped as X, the statistics as they were before.")

    @KINDS
    @mark.parametrize("training", [True, False])
    def test_arguments_are_not_modified(self, kata, rng, shape, training):
        X, given = example(rng, shape)
        with torch.set_grad_enabled(training):
            assert_keeps_arguments(kata.batch_norm, X, *given, 1e-5, 0.9)

    @KINDS
    def test_with_gradients_on_the_moving_statistics_do_not_count(self, kata, rng, shape):
        X, (gamma, beta, mean, var) = example(rng, shape)
        Y = parts(kata.batch_norm, X, gamma, beta, mean, var, 1e-5, 0.9)[0].value
        got = parts(kata.batch_norm, X, gamma, beta, mean + 5, 3 * var, 1e-5, 0.9)[0]
        assert_tensor(got, Y, f"{BATCH} torch.is_grad_enabled() tells, not X.requires_grad.")

    @KINDS
    def test_with_gradients_off_the_batch_does_not_count(self, kata, rng, shape, device):
        X, given = example(rng, shape, device)
        given[:2] = map(nn.Parameter, given[:2])
        for rows in (X, X[:1]):
            with torch.no_grad():
                Y, mean, var = parts(kata.batch_norm, rows, *given, 0.5, 0.9)
            assert_tensor(Y, library(rows, *given, eps=0.5), f"{MOVING} Then come gamma and beta.")
            assert_tensor(mean, given[2], "In evaluation the moving statistics stay.")
            assert_tensor(var, given[3], "In evaluation the moving statistics stay.")

    @KINDS
    def test_every_feature_gets_mean_0_and_variance_1(self, kata, rng, shape, device):
        X, (_, _, *moving) = example(rng, shape, device)
        one, what = torch.ones_like(moving[0]), "column" if len(shape) == 2 else "channel"
        got = parts(kata.batch_norm, 10 * X, one, 0 * one, *moving, 1e-5, 0.9)[0]
        hint = f"Subtract the mean of each {what} (a channel's: over images and pixels), divide by "
        hint += "the root of its variance; the variance divides by the count."
        assert_tensor(got, library(10 * X, one, 0 * one), hint)

    @BY_HAND
    def test_training_worked_by_hand(self, kata, dims):
        # Column 1: 2 * (3, -1, -1, -1) / 2 + 10, column 2: 14 * (-4, 12, -4, -4) / 7 - 1
        rows = torch.tensor([[13.0, -9.0], [9.0, 23.0], [9.0, -9.0], [9.0, -9.0]])
        gamma, beta = feature([2, 14], dims), feature([10, -1], dims)
        moving = {"moving_mean": feature([0, 8], dims), "moving_var": feature([1, 16], dims)}
        X, rest = shaped(COLUMNS.clone(), dims), {**moving, "eps": 1.0, "momentum": 0.75}
        Y, mean, var = parts(kata.batch_norm, X=X, gamma=gamma, beta=beta, **rest)
        hint = "Add eps to the variance before the root; then multiply by gamma, then add beta."
        assert_tensor(Y, shaped(rows, dims), hint)
        # 3/4 * 0 + 1/4 * 1, 3/4 * 8 + 1/4 * 4; variances 3/4 * 1 + 1/4 * 3, 3/4 * 16 + 1/4 * 48
        hint = "momentum weighs the old value, the rest the new (variance over the count, no eps)."
        assert_tensor(mean, feature([0.25, 7], dims), hint)
        assert_tensor(var, feature([1.5, 24], dims), hint)

    @KINDS
    def test_gradient(self, kata, rng, shape):
        X, (gamma, beta, *moving) = example(rng, shape)

        def batch_norm(X: Tensor, gamma: Tensor, beta: Tensor) -> Tensor:
            return kata.batch_norm(X, gamma, beta, *moving, 1e-5, 0.9)[0]

        assert_gradients(batch_norm, library, X, gamma, beta, **CLOSE, hint=THROUGH)


def trained(net: nn.Module, X: Tensor) -> Call:
    return call(net.train(), X, name=f"{type(net).__name__}(...).train()")


def evaluated(net: nn.Module, X: Tensor) -> Call:
    with torch.no_grad():
        return call(net.eval(), X, name=f"with torch.no_grad(): {type(net).__name__}(...).eval()")


def trainable(net: nn.Module) -> dict[str, Tensor]:
    return {name: p for name, p in net.named_parameters() if p.requires_grad}


class TestBatchNorm:
    @mark.shapes
    @SHAPES
    def test_output_is_shaped_as_X(self, kata, rng, shape):
        net, X = kata.BatchNorm(shape[1], num_dims=len(shape)), torch.randn(shape, generator=rng)
        assert_shape(trained(net, X), shape)
        assert_shape(evaluated(net, X), shape)

    @KINDS
    def test_trainable_are_gamma_and_beta(self, kata, shape):
        net = call(kata.BatchNorm, num_features=3, num_dims=len(shape))
        values = sorted(p.flatten().tolist() for p in trainable(net.value).values())
        got = net.part(values, "the values of its trainable parameters")
        assert_value(got, [[0.0] * 3, [1.0] * 3], "gamma starts at 1, beta at 0; no other trained.")

    @KINDS
    def test_training_normalises_by_the_batch(self, kata, rng, shape, device):
        net, one = kata.BatchNorm(3, len(shape)).to(device), torch.ones(3, device=device)
        hint = f"{BATCH} eps is 1e-5, added before the root."
        for scale in (1, 3e-3):  # the second batch has variances of about eps
            X = scale * torch.randn(shape, generator=rng).to(device)
            assert_tensor(trained(net, X), library(X, one, 0 * one), hint)

    @KINDS
    def test_gamma_scales_and_beta_shifts(self, kata, rng, shape):
        net, (X, (gamma, beta, *_)) = kata.BatchNorm(3, len(shape)), example(rng, shape)
        for p in trainable(net).values():
            p.data.copy_((gamma if bool((p == 1).all()) else beta).reshape(p.shape))
        assert_tensor(trained(net, X), library(X, gamma, beta), "Then multiply by gamma, add beta.")

    @KINDS
    @mark.parametrize("act", [evaluated, trained], ids=["this evaluated", "another trained"])
    def test_nothing_else_moves_the_moving_statistics(self, kata, rng, shape, act):
        net, (X, _) = kata.BatchNorm(3, len(shape)), example(rng, shape)
        before = evaluated(net, X).value
        act(net if act is evaluated else kata.BatchNorm(3, len(shape)), 4 * X)
        told = "it was evaluated" if act is evaluated else "another layer was trained"
        hint = f"Since the same call before, {told} on another batch; only its training counts."
        assert_tensor(evaluated(net, X), before, hint)

    # Start 0 and 1; mean 0.9 * 0 + 0.1 * 1, variance 0.9 * 1 + 0.1 * 3, and so on; column 2 alike
    STEPS = ([0.0, 0.0], [1.0, 1.0]), ([0.1, 0.4], [1.2, 5.7]), ([0.19, 0.76], [1.38, 9.93])

    @BY_HAND
    @mark.parametrize("steps", [0, 1, 2])
    def test_training_moves_what_evaluation_uses(self, kata, dims, steps, device):
        net, X = kata.BatchNorm(2, dims).to(device), shaped(COLUMNS.to(device), dims)
        for _ in range(steps):
            trained(net, X.clone())
        hint = f"{MOVING} They start at 0 and 1; each of {steps} training passes before kept 0.9 "
        hint += "of them and added 0.1 of the batch's (the variance divided by the count)."
        mean, var, one = (torch.tensor(v, device=device) for v in (*self.STEPS[steps], [1.0, 1.0]))
        for rows in (X, X[:1]):
            expected = library(rows, one, 0 * one, mean, var)
            assert_tensor(evaluated(net, rows.clone()), expected, hint)

    @KINDS
    def test_gradient(self, kata, rng, shape):
        net, (X, _), one = kata.BatchNorm(3, len(shape)).train(), example(rng, shape), torch.ones(3)
        gradients(call(net, X), trainable(net))
        assert_gradients(net, lambda X: library(X, one, 0 * one), X, **CLOSE, hint=THROUGH)

    @KINDS
    @mark.parametrize("training", [True, False])
    def test_works_where_it_was_moved(self, kata, shape, training):
        net, X = kata.BatchNorm(3, len(shape)).to("meta"), torch.empty(shape, device="meta")
        hint = "Buffers follow .to(device); other tensors must be moved to X.device in forward."
        with torch.set_grad_enabled(training):
            name = f'BatchNorm(...).to("meta").train({training})'
            assert_works_on_meta(net.train(training), X, hint=hint, name=name)

    @mark.convergence
    def test_a_deep_net_learns_at_a_rate_too_high_without_it(self, kata, rng, run):
        X, y = toy_classes(rng, 1000, (20,), noise=0.5)
        losses = []
        for norm in (nn.Identity, lambda: kata.BatchNorm(64, num_dims=2)):
            hidden = ((nn.Linear(d, 64), norm(), nn.Sigmoid()) for d in (20, 64, 64, 64, 64))
            net = nn.Sequential(*(layer for three in hidden for layer in three), nn.Linear(64, 10))
            losses.append(fit(net, X, y, lr=1.0, epochs=6, batch_size=50))
        text = "loss of a net of 5 sigmoid layers at lr 1, without BatchNorm over with BatchNorm"
        hint = "Normalised layers keep the sigmoids out of their flat ends."
        # 20 seeds: right answers reach 43 and more, the nearest wrong ones that it refuses 1.2.
        run.above(losses[0][-1] / losses[1][-1], 10, text, hint, losses[1])


# Kernels, weights and the last bias. A bias, a gamma and a beta of each of the first four layers
# have 6, 16, 120 and 84 values: 150 + 2400 + 30720 + 10080 + 840 + 10 + 3 * 226 = 44878.
MAIN = (6, 1, 5, 5), (16, 6, 5, 5), (120, 256), (84, 120), (10, 84), (10,)
HIDDEN = (6, 16, 120, 84)
SIZES = sorted([*(torch.Size(shape).numel() for shape in MAIN), *3 * HIDDEN])
ORDER = "Hidden: batch normalisation, sigmoid, after a convolution 2 x 2 maximum. The last alone."


def start(make: Callable, rng: Generator, device: str = "cpu") -> tuple[nn.Module, Tensor]:
    """A new net that has seen two black images, and 40 other images."""
    net = make()
    trained(net, torch.zeros(2, 1, 28, 28))  # lazy layers get their parameters here
    return net.to(device), 2 * torch.randn(40, 1, 28, 28, generator=rng).to(device)


def by_library(net: nn.Module, X: Tensor, moving: Any = 4 * [()], training: bool = True) -> Tensor:
    """Scores of a net with gammas 1 and betas 0; training moves the (mean, variance) in moving."""
    by_size, main = {p.numel(): p for p in net.parameters()}, []
    for shape in MAIN:  # a matrix may be stored transposed
        p = by_size[torch.Size(shape).numel()]
        main.append(p.t() if p.shape == shape[::-1] and p.dim() == 2 else p.reshape(shape))
    for d, layer, statistics in zip(HIDDEN, main, moving, strict=False):
        b = sum(p.flatten() for p in net.parameters() if p.numel() == d) - 1  # less gamma and beta
        H = F.conv2d(X, layer, b) if d < 20 else X.flatten(1) @ layer.T + b
        H = F.batch_norm(H, *(statistics or (None, None)), training=training).sigmoid()
        X = F.max_pool2d(H, 2) if d < 20 else H
    return X @ main[4].T + main[5]


class TestLenetBn:
    @mark.shapes
    def test_one_row_of_scores_an_image(self, kata, rng):
        net, X = start(kata.lenet_bn, rng)
        assert_shape(trained(net, X), (40, 10))
        assert_shape(evaluated(net, X), (40, 10))

    @mark.shapes
    def test_parameters(self, kata, rng):
        sizes = sorted(p.numel() for p in trainable(start(kata.lenet_bn, rng)[0]).values())
        got = Call("lenet_bn(): number of parameters, and their sizes", (sum(sizes), sizes))
        hint = "Five weights, five biases, and gamma and beta after each of the first four layers."
        assert_value(got, (sum(SIZES), SIZES), hint)

    def test_every_call_makes_a_new_net(self, kata):
        assert_new(kata.lenet_bn)

    def test_scores_in_training(self, kata, rng, device):
        net, X = start(kata.lenet_bn, rng, device)
        loose = {"rtol": 1e-2, "atol": 1e-2} if device == "cuda" else {}  # TF32 rounds to 1e-3
        assert_tensor(trained(net, X), by_library(net, X), ORDER, **loose)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net, X = start(kata.lenet_bn, rng)
        gradients(trained(net, X), trainable(net))

    def test_evaluation_uses_the_moving_statistics(self, kata, rng):
        net, X = start(kata.lenet_bn, rng)
        moving = [(torch.zeros(d), torch.ones(d)) for d in HIDDEN]
        by_library(net, torch.zeros(2, 1, 28, 28), moving)
        for p in (p for p in trainable(net).values() if p.numel() > 120):
            p.data.normal_(0, 0.25, generator=rng)  # small ones would hide the moving statistics
        by_library(net, X, moving)
        trained(net, X)
        hint = f"{MOVING} A training pass keeps 0.9 of them and adds 0.1 of the batch's."
        for images in (X, X[:1]):
            expected = by_library(net, images, moving, training=False)
            # 20 seeds: right nets are off by up to 7e-4, one layer that does not move by 1.4e-2.
            assert_tensor(evaluated(net, images), expected, hint, rtol=0, atol=3e-3)
