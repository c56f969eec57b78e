"""Hidden tests of ch24_alexnet."""

import functools

import torch
from pytest import mark
from torch import nn

from tests.calls import call
from tests.checks import assert_keeps_arguments, assert_shape, assert_tensor
from tests.layers import RELU, Plan, conv, linear, max_pool, watch
from tests.nets import (
    NoInitialValues,
    assert_count,
    assert_draws,
    assert_layers,
    assert_new,
    assert_reached,
    assert_repeats,
    assert_same_on_cuda,
    assert_sizes,
    fill,
    ready,
)

OUTPUTS = [conv(1, 96, 11, 54), conv(96, 256, 5, 26), conv(256, 384, 3, 12)]
OUTPUTS += [conv(384, 384, 3, 12), conv(384, 256, 3, 12)]
OUTPUTS += [linear(6400, 4096), linear(4096, 4096), linear(4096, 10)]

POOLED = (RELU, max_pool(3, 2))
PLANS = [Plan((), stride=4, padding=1), Plan(POOLED, padding=2), Plan(POOLED, padding=1)]
PLANS += [Plan(padding=1), Plan(padding=1)]
PLANS += [Plan(POOLED), Plan(dropout=True), Plan(dropout=True)]


@functools.cache
def default_net(kata) -> nn.Module:
    """alexnet() with random weights, made once: 46 million of them need time and memory."""
    with NoInitialValues():
        net = ready(call(kata.alexnet), (1, 1, 224, 224))
    return fill(net, torch.Generator().manual_seed(24))


class TestAlexnet:
    @mark.shapes
    def test_every_layer_has_its_shape(self, kata, rng):
        X = torch.randn(1, 1, 224, 224, generator=rng)
        assert_sizes(default_net(kata).eval(), X, "alexnet()", OUTPUTS)

    @mark.shapes
    @mark.parametrize(("n", "training"), [(1, False), (2, True)])
    @torch.no_grad()
    def test_every_image_gets_ten_scores(self, kata, rng, n, training):
        net = default_net(kata).train(training)
        got = call(net, torch.randn(n, 1, 224, 224, generator=rng), name="alexnet()")
        assert_shape(got, (n, 10), "The last linear layer gives a score for each of ten classes.")

    @mark.shapes
    def test_there_are_46_764_746_parameters(self, kata):
        # Convolution from a to b channels with a k x k kernel: k*k*a*b + b. Linear: a*b + b.
        # 121 * 96 + 96 = 11,712; 25 * 96 * 256 + 256 = 614,656;
        # 9 * 256 * 384 + 384 = 885,120; 9 * 384 * 384 + 384 = 1,327,488;
        # 9 * 384 * 256 + 256 = 884,992: convolutions 3,723,968.
        # 6400 * 4096 + 4096 = 26,218,496; 4096 * 4096 + 4096 = 16,781,312;
        # 4096 * 10 + 10 = 40,970: linear layers 43,040,778. Sum: 46,764,746.
        hint = "Eight layers, each with a bias. Layers in a plain list are not found (ModuleList)."
        assert_count(default_net(kata), 46_764_746, "alexnet()", hint)

    def test_X_is_not_modified(self, kata, rng):
        net = default_net(kata).eval()
        with torch.no_grad():
            assert_keeps_arguments(net, torch.randn(1, 1, 224, 224, generator=rng))

    @torch.no_grad()
    def test_eval_mode_gives_the_same_again(self, kata, rng):
        net, X = default_net(kata).train().eval(), torch.randn(1, 1, 224, 224, generator=rng)
        assert_repeats(net, X, "alexnet().eval()")

    def test_layers_stand_in_order(self, kata, rng):
        X = torch.randn(1, 1, 224, 224, generator=rng)
        got, layers = watch(default_net(kata).eval(), X, "alexnet().eval()")
        assert_layers(got, layers, PLANS, X)

    @mark.parametrize("training", [False, True])
    def test_scores_are_what_the_last_layer_gives(self, kata, rng, training):
        X, net = torch.randn(2, 1, 224, 224, generator=rng), default_net(kata).train(training)
        got, layers = watch(net, X, f"alexnet().train({training})")
        hint = "No ReLU, dropout or softmax comes after the last linear layer."
        assert_tensor(got, layers[-1].Y.flatten(1), hint)

    def test_dropout_acts_on_the_inputs_of_the_last_two_layers(self, kata, rng):
        X = torch.randn(1, 1, 224, 224, generator=rng)
        got, layers = watch(default_net(kata).train(), X, "alexnet().train()")
        assert_layers(got, layers, PLANS, X, training=True)
        assert_draws(default_net(kata), X, "alexnet()")

    def test_gradient_reaches_every_parameter(self, kata, rng):
        X = torch.rand(1, 1, 224, 224, generator=rng)
        assert_reached(default_net(kata).eval(), X, "alexnet().eval()")

    def test_a_new_net_at_every_call(self, kata):
        assert_new(kata.alexnet)

    @mark.cuda
    def test_cuda(self, kata, rng):
        X = torch.randn(2, 1, 224, 224, generator=rng)
        assert_same_on_cuda(ready(kata.alexnet(), (1, 1, 224, 224)), X, "alexnet()")
