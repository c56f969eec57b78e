"""Hidden tests of ch26_nin."""

import functools

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_trained,
)
from tests.convergence import fit, toy_classes
from tests.layers import RELU, Plan, conv, max_pool, watch
from tests.nets import (
    assert_count,
    assert_draws,
    assert_layers,
    assert_new,
    assert_repeats,
    assert_same_on_cuda,
    assert_sizes,
    enliven,
    fill,
    ready,
)

WIDE, STRIDED = (3, 5, 3, 1, 1), (2, 4, 5, 2, 1)
# What STRIDED makes of 11 x 8, if not 5 x 3, and by which mistake.
SIZES = {
    (11, 8): "This is what comes with strides and padding swapped.",
    (9, 6): "This is what comes when strides is not used.",
    (4, 2): "This is what comes when padding is not used.",
    (6, 4): "This is what comes with half of kernel_size as padding.",
    (3, 2): "This is what comes when strides acts in a 1x1 convolution, too.",
    (7, 5): "This is what comes when padding acts in a 1x1 convolution, too.",
    (3, 1): "This is what comes with a 3x3 kernel in place of a 1x1 one.",
}
USED = "Is every layer called, and none of them frozen, detached or under torch.no_grad()?"


def block_of(kata, rng: torch.Generator, *args: int) -> nn.Module:
    """A block with random weights."""
    block = fill(ready(call(kata.nin_block, *args), (1, args[0], 12, 12)), rng)
    block.__name__ = f"nin_block{args}"
    return block


def narrow_net(kata, rng: torch.Generator) -> nn.Module:
    """Two narrow blocks and a linear layer, for images of 24 x 24 of four classes."""
    blocks = [kata.nin_block(1, 16, 5, 2, 2), nn.MaxPool2d(3, 2), kata.nin_block(16, 16, 3, 1, 1)]
    net = nn.Sequential(*blocks, nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 4))
    return fill(ready(net, (1, 1, 24, 24)), rng)


class TestNinBlock:
    @mark.shapes
    @mark.parametrize(
        ("args", "shape", "expected"),
        [
            (STRIDED, (1, 2, 11, 8), (1, 4, 5, 3)),
            (WIDE, (2, 3, 6, 8), (2, 5, 6, 8)),
            ((1, 96, 11, 4, 0), (1, 1, 224, 224), (1, 96, 54, 54)),
            ((4, 3, 1, 1, 0), (2, 4, 1, 1), (2, 3, 1, 1)),
        ],
    )
    @torch.no_grad()
    def test_size_is_that_of_the_first_convolution(self, kata, rng, args, shape, expected):
        names = ("in_channels", "out_channels", "kernel_size", "strides", "padding")
        made = call(kata.nin_block, **dict(zip(names, args, strict=True)))
        got = call(ready(made, shape), torch.randn(shape, generator=rng), name=f"nin_block{args}")
        hint = "The first convolution has kernel_size, strides and padding; 1x1 keeps the size."
        size = tuple(getattr(got.value, "shape", ()))[2:]
        assert_shape(got, expected, SIZES.get(size, hint) if args == STRIDED else hint)

    @mark.shapes
    def test_three_convolutions_with_biases(self, kata, rng):
        block = block_of(kata, rng, *STRIDED)
        found = sorted(tuple(parameter.shape) for parameter in block.parameters())
        right = [(4,), (4,), (4,), (4, 2, 5, 5), (4, 4, 1, 1), (4, 4, 1, 1)]
        told = f"parameters of the shapes {found}"
        hint = "A weight and a bias in one 5x5 and two different 1x1 convolutions, and no others."
        assert_that(found == right, Call(block.__name__, block), told, f"{right}", hint)

    def test_X_is_not_modified(self, kata, rng):
        block = block_of(kata, rng, *WIDE)
        assert_keeps_arguments(block, torch.randn(2, 3, 6, 5, generator=rng))

    @mark.parametrize(("args", "stride", "padding"), [(WIDE, 1, 1), (STRIDED, 2, 1)])
    def test_layers_stand_in_order(self, kata, rng, args, stride, padding):
        block = block_of(kata, rng, *args)
        X = 3 * torch.randn(3, args[0], 12, 9, generator=rng).transpose(2, 3)  # not contiguous
        got, layers = watch(block, X, block.__name__)
        assert_layers(got, layers, [Plan((), stride, padding), Plan(), Plan()], X)

    @mark.parametrize("training", [False, True])
    def test_last_layer_is_followed_by_relu(self, kata, rng, training):
        block = block_of(kata, rng, *WIDE).train(training)
        X = 3 * torch.randn(2, 3, 6, 5, generator=rng)
        got, layers = watch(block, X, f"{block.__name__}.train({training})")
        hint = "ReLU, and nothing else, follows the third convolution; nothing is dropped."
        assert_tensor(got, F.relu(layers[-1].Y), hint)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        block = enliven(block_of(kata, rng, *STRIDED), rng)
        block(torch.rand(2, 2, 9, 8, generator=rng)).square().sum().backward()
        assert_trained(block.named_parameters(), f"{block.__name__}(X)...backward()", USED)

    def test_gradient_in_X_is_that_of_the_layers(self, kata, rng):
        block = block_of(kata, rng, *STRIDED)
        X = torch.randn(2, 2, 9, 8, generator=rng)
        _, layers = watch(block, X, block.__name__)

        def layers_in_order(X: Tensor) -> Tensor:
            for i, layer in enumerate(layers):
                X = F.relu(F.conv2d(X, layer.weight, layer.bias, *((2, 1) if i == 0 else ())))
            return X

        assert_gradients(block, layers_in_order, X)

    def test_a_new_block_at_every_call(self, kata):
        assert_new(kata.nin_block, *WIDE)

    @mark.cuda
    def test_cuda(self, kata, rng):
        block = block_of(kata, rng, *STRIDED)
        assert_same_on_cuda(block, torch.randn(3, 2, 9, 8, generator=rng), block.__name__)

    @mark.convergence
    def test_a_narrow_net_learns(self, kata, rng, run):
        X, y = toy_classes(rng, 120, (1, 24, 24), classes=4, noise=0.3)
        losses = fit(narrow_net(kata, rng), X, y, lr=0.02, epochs=12, batch_size=20)
        # 20 seeds: right answers end below 0.022, a normalisation at 0.22, sigmoid at 0.91.
        hint = "ReLU, not sigmoid or softmax, after each convolution lets the gradient through."
        run.below(losses[-1], 0.2, "a net of two narrow blocks of nin_block", hint, losses)


# A block: the convolution of the given kernel, then two of 1x1.
OUTPUTS = [conv(1, 96, 11, 54), *[conv(96, 96, 1, 54)] * 2]
OUTPUTS += [conv(96, 256, 5, 26), *[conv(256, 256, 1, 26)] * 2]
OUTPUTS += [conv(256, 384, 3, 12), *[conv(384, 384, 1, 12)] * 2]
OUTPUTS += [conv(384, 10, 3, 5), *[conv(10, 10, 1, 5)] * 2]

POOLED = (RELU, max_pool(3, 2))
PLANS = [Plan((), stride=4), Plan(), Plan()]
PLANS += [Plan(POOLED, padding=2), Plan(), Plan()]
PLANS += [Plan(POOLED, padding=1), Plan(), Plan()]
PLANS += [Plan(POOLED, padding=1, dropout=True), Plan(), Plan()]


@functools.cache
def default_net(kata) -> nn.Module:
    """nin() with random weights, made once."""
    net = fill(ready(call(kata.nin), (1, 1, 224, 224)), torch.Generator().manual_seed(26))
    net.__name__ = "nin()"
    return net


def images(rng: torch.Generator, n: int = 1) -> Tensor:
    """Images of strong noise, which shows what an activation does far from 0."""
    return 3 * torch.randn(n, 1, 224, 224, generator=rng)


class TestNin:
    @mark.shapes
    def test_every_layer_has_its_shape(self, kata, rng):
        assert_sizes(default_net(kata).eval(), images(rng), "nin()", OUTPUTS)

    @mark.shapes
    @mark.parametrize(("n", "training"), [(1, False), (2, True)])
    @torch.no_grad()
    def test_every_image_gets_ten_scores(self, kata, rng, n, training):
        net = default_net(kata).train(training)
        got = call(net, images(rng, n), name="nin()")
        hint = "Ten averages an image; nn.Flatten leaves the axis of the images, also of one image."
        assert_shape(got, (n, 10), hint)

    @mark.shapes
    def test_there_are_1_992_166_parameters(self, kata):
        # A convolution from a to b channels with a k x k kernel: k*k*a*b + b.
        # Block 1: 121 * 96 + 96 = 11,712, and 2 * (96 * 96 + 96) = 18,624: 30,336.
        # Block 2: 25 * 96 * 256 + 256 = 614,656, and 2 * 65,792 = 131,584: 746,240.
        # Block 3: 9 * 256 * 384 + 384 = 885,120, and 2 * 147,840 = 295,680: 1,180,800.
        # Block 4: 9 * 384 * 10 + 10 = 34,570, and 2 * 110 = 220: 34,790.
        # Sum: 1,992,166.
        hint = "Four blocks; each convolution has a bias; no layer hides in a plain list."
        assert_count(default_net(kata), 1_992_166, "nin()", hint)

    def test_X_is_not_modified(self, kata, rng):
        net = default_net(kata).eval()
        with torch.no_grad():
            assert_keeps_arguments(net, images(rng))

    @torch.no_grad()
    def test_eval_mode_gives_the_same_again(self, kata, rng):
        assert_repeats(default_net(kata).train().eval(), images(rng), "nin().eval()")

    def test_layers_stand_in_order(self, kata, rng):
        X = images(rng)
        got, layers = watch(default_net(kata).eval(), X, "nin().eval()")
        assert_layers(got, layers, PLANS, X)

    def test_scores_are_the_averages_of_the_channels(self, kata, rng):
        got, layers = watch(default_net(kata).eval(), images(rng, 2), "nin().eval()")
        hint = "After the ReLU of the last block comes the average of a channel, nothing else."
        assert_tensor(got, F.relu(layers[-1].Y).mean((2, 3)), hint)

    def test_dropout_acts_on_the_input_of_the_last_block(self, kata, rng):
        X = images(rng)
        got, layers = watch(default_net(kata).train(), X, "nin().train()")
        assert_layers(got, layers, PLANS, X, training=True)
        assert_tensor(got, F.relu(layers[-1].Y).mean((2, 3)), "Nothing is dropped at the end.")
        assert_draws(default_net(kata), X, "nin()")

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net = enliven(ready(kata.nin(), (1, 1, 224, 224)), rng).eval()
        net(torch.rand(1, 1, 224, 224, generator=rng)).square().sum().backward()
        assert_trained(net.named_parameters(), "nin().eval()(X)...backward()", USED)

    def test_a_new_net_at_every_call(self, kata):
        assert_new(kata.nin)

    @mark.cuda
    def test_cuda(self, kata, rng):
        assert_same_on_cuda(ready(kata.nin(), (1, 1, 224, 224)), images(rng, 2), "nin()")
