"""Hidden tests of ch27_googlenet."""

import functools
import itertools
from collections import Counter

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
from tests.layers import RELU, Layer, Plan, conv, linear, max_pool, watch
from tests.nets import (
    assert_count,
    assert_layer,
    assert_layers,
    assert_new,
    assert_outputs,
    assert_same_on_cuda,
    enliven,
    fill,
    ready,
)

SIZES = (3, 2, (4, 5), (6, 7), 8)  # all differ, so that a parameter is known by its shape
NAME = f"Inception{SIZES}"
SHAPES = {"1": (2, 3, 1, 1), "2a": (4, 3, 1, 1), "2b": (5, 4, 3, 3)}
SHAPES |= {"3a": (6, 3, 1, 1), "3b": (7, 6, 5, 5), "4": (8, 3, 1, 1)}
USED = "Is every layer called, and none of them frozen, detached or under torch.no_grad()?"


def block_of(kata, rng: torch.Generator) -> nn.Module:
    """An Inception block with random weights."""
    block = fill(ready(kata.Inception(*SIZES), (1, 3, 6, 6)), rng)
    block.__name__ = NAME
    return block


def paths(block: nn.Module, X: Tensor, inner=F.relu, last=F.relu, pool=None) -> list[Tensor]:
    """The output of each path by the library's operations on the parameters of the block."""
    p = {tuple(parameter.shape): parameter for parameter in block.parameters()}

    def layer(name: str, X: Tensor) -> Tensor:
        shape = SHAPES[name]
        return F.conv2d(X, p[shape], p[shape[:1]], padding=shape[2] // 2)

    pooled = (pool or max_pool(3, 1, 1).does)(X)
    found = [layer("1", X), layer("2b", inner(layer("2a", X)))]
    return [last(Y) for Y in (*found, layer("3b", inner(layer("3a", X))), layer("4", pooled))]


SLIPS = {
    "without the ReLU at its end": {"last": lambda Y: Y},
    "without the ReLU between its convolutions": {"inner": lambda Y: Y},
    "without any ReLU": {"last": lambda Y: Y, "inner": lambda Y: Y},
    "with sigmoid at its end": {"last": torch.sigmoid},
    "with sigmoid in place of ReLU": {"last": torch.sigmoid, "inner": torch.sigmoid},
    "without the pooling": {"pool": lambda Y: Y},
    "with average pooling": {"pool": lambda Y: F.avg_pool2d(Y, 3, 1, 1)},
}


class TestInception:
    @mark.shapes
    @mark.parametrize("shape", [(2, 3, 6, 8), (1, 3, 1, 5), (3, 3, 4, 4)])
    @torch.no_grad()
    def test_channels_of_all_paths_and_the_size_of_x(self, kata, rng, shape):
        got = call(block_of(kata, rng), torch.randn(shape, generator=rng))
        hint = "2 + 5 + 7 + 8 channels; every path keeps height and width."
        assert_shape(got, (shape[0], 22, *shape[2:]), hint)

    @mark.shapes
    @torch.no_grad()
    def test_first_block_of_the_net_gives_256_channels(self, kata, rng):
        sizes = {"in_channels": 192, "c1": 64, "c2": (96, 128), "c3": (16, 32), "c4": 32}
        got = call(call(kata.Inception, **sizes).value, torch.randn(1, 192, 12, 12, generator=rng))
        assert_shape(got, (1, 256, 12, 12), "64 + 128 + 32 + 32 channels")

    @mark.shapes
    def test_six_convolutions_with_biases(self, kata, rng):
        found = sorted(tuple(parameter.shape) for parameter in block_of(kata, rng).parameters())
        right = sorted([*SHAPES.values(), *[shape[:1] for shape in SHAPES.values()]])
        told = f"parameters of the shapes {found}"
        hint = "Six convolutions with a weight and a bias each, none of them in a plain list, and "
        hint += "nothing else; c2[0] and c3[0] are the channels between two convolutions."
        assert_that(found == right, Call(NAME, None), told, f"{right}", hint)

    def test_x_is_not_modified(self, kata, rng):
        assert_keeps_arguments(block_of(kata, rng), torch.randn(2, 3, 6, 5, generator=rng))

    def test_paths_are_stacked_in_order(self, kata, rng):
        block, X = block_of(kata, rng), torch.randn(2, 3, 6, 5, generator=rng)
        got, right = call(block, X), paths(block, X)
        assert_shape(got, (2, 22, 6, 5))
        hint = "torch.cat stacks the paths in the order of its list."
        for order in itertools.permutations(range(4)):
            same = torch.allclose(got.value, torch.cat([right[i] for i in order], 1), atol=1e-5)
            told = f"the paths in the order {', '.join(str(i + 1) for i in order)}"
            assert_that(not same or order == (0, 1, 2, 3), got, told, "1, 2, 3, 4", hint)

    @mark.parametrize("training", [False, True])
    @mark.parametrize("path", [1, 2, 3, 4])
    def test_path_is_that_of_its_layers(self, kata, rng, path, training):
        block = block_of(kata, rng).train(training)
        X = 3 * torch.randn(2, 3, 6, 5, generator=rng).transpose(2, 3)  # not contiguous
        first = (0, 2, 7, 14)[path - 1]
        got, right = call(block, X, name=f"{NAME}.train({training})"), paths(block, X)[path - 1]
        assert_shape(got, (2, 22, 5, 6))
        part = got.value[:, first : first + right.shape[1]]
        hint = "A ReLU follows each convolution; in path 4 the pooling comes first."
        if training:
            hint = "In training mode the block does the same: no dropout, no normalisation."
        for text, slip in SLIPS.items():
            wrong = paths(block, X, **slip)[path - 1]
            if torch.allclose(part, wrong, atol=1e-5) and not torch.allclose(part, right):
                hint = f"This is the path {text}."
                break
        assert_tensor(got.part(part, f"path {path}"), right, hint)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        block = enliven(block_of(kata, rng), rng)
        block(torch.rand(2, 3, 6, 5, generator=rng)).square().sum().backward()
        assert_trained(block.named_parameters(), f"{NAME}(X)...backward()", USED)

    def test_gradient_in_x_is_that_of_the_paths(self, kata, rng):
        block, X = block_of(kata, rng), torch.randn(2, 3, 6, 5, generator=rng)
        assert_gradients(block, lambda X: torch.cat(paths(block, X), 1), X)

    @mark.cuda
    def test_cuda(self, kata, rng):
        assert_same_on_cuda(block_of(kata, rng), torch.randn(2, 3, 6, 5, generator=rng), NAME)

    @mark.convergence
    def test_a_block_between_two_convolutions_learns(self, kata, rng, run):
        X, y = toy_classes(rng, 200, (1, 12, 12), noise=0.3)
        layers = [kata.Inception(8, 6, (6, 8), (4, 6), 4), nn.MaxPool2d(2), nn.Conv2d(24, 10, 3)]
        net = nn.Sequential(nn.Conv2d(1, 8, 3, 2, 1), nn.ReLU(), *layers, nn.Flatten())
        losses = fit(fill(ready(net, X[:1].shape), rng), X, y, lr=0.05, epochs=6, batch_size=20)
        # 20 seeds: right answers end below 0.071, sigmoid for every ReLU at 1.36.
        hint = "Are all four paths used, with ReLUs, and stacked along the channels?"
        run.below(losses[-1], 0.4, "a block between two convolutions", hint, losses)


# Height and width, channels of the input, c1, c2, c3, c4.
BLOCKS = [
    (12, 192, 64, (96, 128), (16, 32), 32),
    (12, 256, 128, (128, 192), (32, 96), 64),
    (6, 480, 192, (96, 208), (16, 48), 64),
    (6, 512, 160, (112, 224), (24, 64), 64),
    (6, 512, 128, (128, 256), (24, 64), 64),
    (6, 512, 112, (144, 288), (32, 64), 64),
    (6, 528, 256, (160, 320), (32, 128), 128),
    (3, 832, 256, (160, 320), (32, 128), 128),
    (3, 832, 384, (192, 384), (48, 128), 128),
]
POOL = max_pool(3, 2, 1)
POOL.slips["with 2x2 pooling"] = lambda X: F.max_pool2d(X, 2)
POOL.slips["with ceil_mode in place of padding"] = lambda X: F.max_pool2d(X, 3, 2, ceil_mode=True)
STEM = [conv(1, 64, 7, 48), conv(64, 64, 1, 24), conv(64, 192, 3, 24)]
STEM_PLANS = [Plan((), stride=2, padding=3), Plan((RELU, POOL)), Plan(padding=1)]


def outputs(size: int, a: int, c1: int, c2: tuple, c3: tuple, c4: int) -> Counter[str]:
    """The six convolutions of a block, in any order."""
    ones = [conv(a, c, 1, size) for c in (c1, c2[0], c3[0], c4)]
    return Counter([*ones, conv(*c2, 3, size), conv(*c3, 5, size)])


def assert_stages(got: Call, layers: list[Layer]) -> None:
    """The layers with weights are those of the docstring, whatever the order in a block."""
    __tracebackhide__ = True
    assert_outputs(got, layers[:3], STEM)
    for i, block in enumerate(BLOCKS):
        found = Counter(layer.text for layer in layers[3 + 6 * i : 9 + 6 * i])
        right, told = outputs(*block), got.part(None, f"Inception block {i + 1}")
        more, less = ("; ".join(sorted(c.elements())) for c in (found - right, right - found))
        hint = "Compare c1, c2, c3, c4 and the poolings before this block with the docstring."
        assert_that(found == right, told, f"among its layers {more}", less, hint)
    assert_outputs(got.part(None, "behind the blocks"), layers[57:], [linear(1024, 10)])


def by_role(layers: list[Layer], c1: int, c2: tuple, c3: tuple, c4: int) -> dict[str, Layer]:
    """The convolutions of a block by path, told by their shapes."""
    ones = [layer for layer in layers if layer.weight.shape[2] == 1]
    found = {f"{layer.weight.shape[2] // 2 + 1}b": layer for layer in layers if layer not in ones}
    for name, channels in {"1": c1, "2a": c2[0], "3a": c3[0], "4": c4}.items():
        found[name] = next(layer for layer in ones if len(layer.weight) == channels)
        ones.remove(found[name])
    if c1 == c2[0]:  # which of the two does the 3x3 convolution follow?
        Y = found["2b"].apply(F.relu(found["1"].Y), padding=1)
        if torch.allclose(Y, found["2b"].Y, atol=1e-4):
            found["1"], found["2a"] = found["2a"], found["1"]
    return found


@functools.cache
def default_net(kata) -> nn.Module:
    """googlenet() with random weights, made once, in eval mode."""
    net = fill(ready(call(kata.googlenet), (1, 1, 96, 96)), torch.Generator().manual_seed(27))
    net.__name__ = "googlenet()"
    return net.eval()


def images(rng: torch.Generator, n: int = 1) -> Tensor:
    """Images of strong noise, which shows what an activation does far from 0."""
    return 3 * torch.randn(n, 1, 96, 96, generator=rng)


class TestGooglenet:
    @mark.shapes
    @mark.parametrize("n", [1, 2])
    @torch.no_grad()
    def test_every_image_gets_ten_scores(self, kata, rng, n):
        got = call(default_net(kata), images(rng, n), name="googlenet()")
        assert_shape(got, (n, 10), "The average of each channel, flattened, is what Linear gets.")

    @mark.shapes
    def test_every_stage_has_its_layers(self, kata, rng):
        assert_stages(*watch(default_net(kata), images(rng), "googlenet()"))

    @mark.shapes
    def test_there_are_5_977_530_parameters(self, kata):
        # Convolution from a to b channels with a k x k kernel: k*k*a*b + b.
        # 49 * 64 + 64 = 3,200; 64 * 64 + 64 = 4,160; 9 * 64 * 192 + 192 = 110,784: 118,144.
        # Block 1: 12,352 + 18,528 + 110,720 + 3,088 + 12,832 + 6,176 = 163,696.
        # In the same way the others: 388,736; 376,176; 449,160; 510,104; 605,376; 868,352;
        # 1,043,456; 1,444,080. All nine: 5,849,136.
        # Linear: 1024 * 10 + 10 = 10,250. Sum: 5,977,530.
        hint = "Each convolution has a bias, nothing else has parameters; none is in a plain list."
        assert_count(default_net(kata), 5_977_530, "googlenet()", hint)

    def test_X_is_not_modified(self, kata, rng):
        with torch.no_grad():
            assert_keeps_arguments(default_net(kata), images(rng))

    @torch.no_grad()
    def test_nothing_is_random(self, kata, rng):
        net, X = default_net(kata), images(rng, 2)
        first = call(net, X, name="googlenet().eval()").value
        again = call(net, X, name="googlenet().eval()")
        assert_tensor(again, first, "The same images must get the same scores.")
        trained = call(net.train(), X, name="googlenet().train()")
        net.eval()
        assert_tensor(trained, first, "There is no dropout and no normalisation.")

    def test_layers_stand_in_order(self, kata, rng):
        X = images(rng)
        got, layers = watch(default_net(kata), X, "googlenet()")
        assert_stages(got, layers)
        assert_layers(got, layers[:3], STEM_PLANS, X)
        Y = layers[2].Y
        for i, (_, _, *sizes) in enumerate(BLOCKS):
            role = by_role(layers[3 + 6 * i : 9 + 6 * i], *sizes)
            before = (RELU, POOL) if i in (0, 2, 7) else (RELU,)
            first, pooled = Plan(before), Plan((*before, max_pool(3, 1, 1)))
            plans = [("1", first, Y), ("2a", first, Y), ("3a", first, Y), ("4", pooled, Y)]
            plans += [("2b", Plan(padding=1), role["2a"].Y), ("3b", Plan(padding=2), role["3a"].Y)]
            for name, plan, given in plans:
                what = f"a convolution of path {name[0]} of Inception block {i + 1}"
                assert_layer(got.part(role[name].Y, what), role[name], plan, given)
            Y = torch.cat([role[name].Y for name in ("1", "2b", "3b", "4")], 1)
        scores = layers[57].apply(F.relu(Y).mean((2, 3), keepdim=True)).flatten(1)
        hint = "Last come the average of each channel and the linear layer, nothing else."
        assert_tensor(got, scores, hint)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net = enliven(ready(kata.googlenet(), (1, 1, 96, 96)), rng)
        net(torch.rand(1, 1, 96, 96, generator=rng)).square().sum().backward()
        assert_trained(net.named_parameters(), "googlenet()(X)...backward()", USED)

    def test_a_new_net_at_every_call(self, kata):
        assert_new(kata.googlenet)

    @mark.cuda
    def test_cuda(self, kata, rng):
        net = ready(kata.googlenet(), (1, 1, 96, 96))
        assert_same_on_cuda(net, images(rng, 2), "googlenet()")
