"""Hidden tests of ch29_resnet."""

import copy
import functools
from collections import Counter

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call, describe
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_trained,
)
from tests.convergence import fit, toy_classes
from tests.layers import watch
from tests.nets import assert_count, assert_new, assert_same_on_cuda, ready

PLAIN, ONE_TO_ONE, WIDER = (3, 3), (4, 4, True), (3, 6, True, 2)


def shuffled(net: nn.Module, rng: torch.Generator, *shape: int) -> nn.Module:
    """The net, which takes inputs of the shape, with normalisations that are not all alike."""
    for name, value in ready(net, shape).state_dict().items():
        if value.dim() == 1:
            low = 0.5 if name.endswith(("weight", "var")) else -0.5
            value.copy_(low + torch.rand(value.shape, generator=rng))
    return net


def block_of(kata, rng: torch.Generator, *args) -> nn.Module:
    """A block in eval mode whose normalisations differ from each other."""
    block = kata.Residual(*args).eval()
    block.__name__ = f"Residual({', '.join(map(str, args))})"
    return shuffled(block, rng, 1, args[0], 6, 6)


def expected(block: nn.Module, X: Tensor, strides: int = 1) -> Tensor:
    """The output of a block by the library's operations on its parameters and statistics."""

    def norm(bn: nn.Module, X: Tensor) -> Tensor:
        return F.batch_norm(X, bn.running_mean, bn.running_var, bn.weight, bn.bias, block.training)

    first, second, third = block.conv1, block.conv2, block.conv3
    Y = norm(block.bn1, F.conv2d(X, first.weight, first.bias, strides, 1))
    Y = norm(block.bn2, F.conv2d(F.relu(Y), second.weight, second.bias, 1, 1))
    return F.relu(Y + (X if third is None else F.conv2d(X, third.weight, third.bias, strides)))


class TestResidual:
    ORDER = "conv1, bn1, ReLU, conv2, bn2, sum, ReLU; the strides are in conv1 and conv3 alone."

    @mark.shapes
    @mark.parametrize("shape", [(4, 3, 6, 6), (1, 3, 5, 8), (2, 3, 1, 1)])
    def test_output_keeps_the_shape_of_X(self, kata, rng, shape):
        hint = "A 3x3 convolution keeps height and width with padding 1 and stride 1."
        X = torch.randn(shape, generator=rng)
        assert_shape(call(kata.Residual(3, 3), X, name="Residual(3, 3)"), shape, hint)

    @mark.parametrize("args", [PLAIN, ONE_TO_ONE])
    def test_gradient_reaches_every_parameter(self, kata, rng, args):
        block = block_of(kata, rng, *args)
        X = torch.randn(4, args[0], 6, 6, generator=rng).requires_grad_()
        block(X).square().sum().backward()
        hint = "forward must use conv1, bn1, conv2, bn2, and conv3 (if any) on the X that is added."
        assert_trained(block.named_parameters(), f"{block.__name__}(X)...backward()", hint)

    @mark.shapes
    @mark.parametrize("shape", [(4, 3, 6, 6), (1, 3, 7, 4)])
    def test_strides_shrink_and_1x1_widens(self, kata, rng, shape):
        sizes = {"input_channels": 3, "num_channels": 6, "use_1x1conv": True, "strides": 2}
        block = call(kata.Residual, **sizes).value
        got = call(block, torch.randn(shape, generator=rng), name="Residual(3, 6, True, 2)")
        hint = "Only conv1 and conv3 have the strides; conv3 brings X to the shape of the result."
        assert_shape(got, (shape[0], 6, (shape[2] + 1) // 2, (shape[3] + 1) // 2), hint)

    @mark.shapes
    def test_conv3_is_None_without_1x1(self, kata):
        got = call(kata.Residual, 3, 3)
        conv3 = getattr(got.value, "conv3", "no such attribute")
        assert_that(conv3 is None, got, f"conv3 is {describe(conv3)}", "conv3 is None: X is added")

    @mark.shapes
    @mark.parametrize("args", [PLAIN, ONE_TO_ONE, WIDER])
    def test_layers_are_those_of_the_docstring(self, kata, rng, args):
        block = block_of(kata, rng, *args)
        a, b, *projected = args
        shapes = {"conv1": (b, a, 3, 3), "conv2": (b, b, 3, 3), "bn1": (b,), "bn2": (b,)}
        shapes |= {"conv3": (b, a, 1, 1)} if projected else {}
        found = {name: tuple(value.shape) for name, value in block.state_dict().items()}
        hint = "Every convolution is an nn.Conv2d with a bias; bn1 and bn2 are nn.BatchNorm2d."
        for layer, shape in shapes.items():
            right = {f"{layer}.weight": shape, f"{layer}.bias": (b,)}
            right |= {f"{layer}.running_mean": (b,)} if layer[0] == "b" else {}
            mine = {name: found.get(name) for name in right}
            assert_that(mine == right, Call(block.__name__, None), str(mine), str(right), hint)
        names = [name for name, _ in block.named_parameters()]
        told, wanted = f"parameters: {names}", f"a weight and a bias in each of {[*shapes]}"
        assert_that(len(names) == 2 * len(shapes), Call(block.__name__, None), told, wanted)

    @mark.parametrize("args", [PLAIN, WIDER])
    def test_X_is_not_modified(self, kata, rng, args):
        block = block_of(kata, rng, *args)
        assert_keeps_arguments(block, torch.randn(4, 3, 6, 5, generator=rng))

    def test_without_the_branch_relu_of_X_is_left(self, kata, rng):
        block = block_of(kata, rng, *PLAIN)
        nn.init.zeros_(block.bn2.weight)
        nn.init.zeros_(block.bn2.bias)
        X = torch.randn(4, 3, 6, 5, generator=rng)
        got = call(block, X.clone(), name=f"{block.__name__} with bn2 at zero")
        hint = "bn2, last in the branch, gives 0. X must be added as it is, and ReLU must act last."
        assert_tensor(got, X.clamp(min=0), hint)

    @mark.parametrize("training", [False, True])
    @mark.parametrize("args", [PLAIN, ONE_TO_ONE, WIDER, (2, 5, True, 3)])
    def test_output_is_that_of_the_layers_in_order(self, kata, rng, args, training):
        block = block_of(kata, rng, *args).train(training)
        X = torch.randn(4, args[0], 5, 7, generator=rng).transpose(2, 3)  # not contiguous
        twin = copy.deepcopy(block)
        right = expected(twin, X, *args[3:])
        got = call(block, X, name=f"{block.__name__}.train({training})")
        assert_tensor(got, right, self.ORDER)
        hint = "bn1 and bn2 have the default settings and act once, bn1 first."
        for bn, name in ((1, "running_var"), (2, "running_mean")):
            mine, right = (getattr(getattr(b, f"bn{bn}"), name) for b in (block, twin))
            assert_tensor(got.part(mine, f"bn{bn}.{name}"), right, hint)

    @mark.parametrize("args", [PLAIN, WIDER])
    def test_gradient_in_X_is_that_of_the_layers_in_order(self, kata, rng, args):
        block = block_of(kata, rng, *args)
        X = torch.randn(4, 3, 6, 5, generator=rng)
        assert_gradients(block, lambda X: expected(block, X, *args[3:]), X)

    @mark.cuda
    def test_cuda(self, kata, rng):
        block = block_of(kata, rng, *WIDER)
        assert_same_on_cuda(block, torch.randn(4, 3, 7, 6, generator=rng), block.__name__)

    @mark.convergence
    def test_a_deep_stack_learns(self, kata, rng, run):
        X, y = toy_classes(rng, 240, (1, 12, 12), noise=0.3)
        stack = [block_of(kata, rng, 8, 8) for _ in range(10)]
        layers = [*stack, nn.AdaptiveAvgPool2d(2), nn.Flatten()]
        net = nn.Sequential(nn.Conv2d(1, 8, 3, 3, 1), *layers, nn.Linear(32, 10))
        losses = fit(net.train(), X, y, lr=0.05, epochs=4, batch_size=30)
        # 20 seeds: right answers end below 0.22, the nearest wrong ones that it refuses at 0.94.
        hint = "20 convolutions in a row: without the sum of X and the branch they hardly learn."
        run.below(losses[-1], 0.6, "a stack of 10 blocks Residual(8, 8)", hint, losses)


class TestResnetBlock:
    @mark.shapes
    @mark.parametrize(("num", "first_block"), [(1, False), (3, False), (2, True)])
    def test_list_of_num_residuals_blocks(self, kata, num, first_block):
        got = call(kata.resnet_block, 4, 4, num, first_block=first_block)
        assert_that(type(got.value) is list, got, f"a {type(got.value).__name__}", "a list")
        kinds = [type(block).__name__ for block in got.value]
        ok = len(kinds) == num and all(isinstance(block, kata.Residual) for block in got.value)
        assert_that(ok, got, f"{len(kinds)} blocks: {kinds}", f"{num} of the class Residual")

    @mark.shapes
    @mark.parametrize(("a", "b", "first_block"), [(4, 4, False), (3, 5, False), (4, 4, True)])
    def test_only_the_first_block_of_a_later_stage_halves(self, kata, rng, a, b, first_block):
        sizes = {"input_channels": a, "num_channels": b, "num_residuals": 3}
        # False is the default.
        got = call(kata.resnet_block, **sizes, **({"first_block": True} if first_block else {}))
        X = torch.randn(2, a, 10, 6, generator=rng)
        hint = "Stride 2 is for the first block alone, and for none where first_block is True."
        for i, block in enumerate(got.value):
            X = call(block, X, name=f"{got.text}, block {i}").value
            shape = (2, b, 10, 6) if first_block else (2, b, 5, 3)
            assert_shape(got.part(X, f"after block {i}"), shape, hint)

    @mark.parametrize(("first_block", "pattern"), [(False, [1, 0, 0]), (True, [0, 0, 0])])
    def test_only_a_halving_block_has_a_1x1_convolution(self, kata, first_block, pattern):
        got = call(kata.resnet_block, 4, 4, 3, first_block)
        found = [int(block.conv3 is not None) for block in got.value]
        assert_that(found == pattern, got, f"blocks with conv3: {found}", f"{pattern}")

    def test_all_blocks_are_new(self, kata):
        got, again = (call(kata.resnet_block, 4, 4, 3) for _ in range(2))
        count = len({id(block) for block in [*got.value, *again.value]})
        hint = "A block that stands in a list twice is one block with one set of weights."
        assert_that(count == 6, again, f"{count} different blocks in two calls", "6", hint)

    @mark.convergence
    def test_a_narrow_net_learns(self, kata, rng, run):
        X, y = toy_classes(rng, 240, (1, 12, 12), noise=0.3)
        stages = kata.resnet_block(8, 8, 5, first_block=True) + kata.resnet_block(8, 12, 5)
        layers = [*stages, nn.AdaptiveAvgPool2d(2), nn.Flatten()]
        net = nn.Sequential(nn.Conv2d(1, 8, 3, 2, 1), *layers, nn.Linear(48, 10))
        losses = fit(shuffled(net, rng, 2, 1, 12, 12), X, y, lr=0.05, epochs=5, batch_size=30)
        # 20 seeds: right answers end below 0.08, the nearest wrong ones that it refuses at 0.55.
        hint = "Blocks that add X as it is let a deep net learn; too many 1x1 or strides do not."
        run.below(losses[-1], 0.4, "a net of 5 + 5 blocks of resnet_block", hint, losses)


def tell(shapes: dict[tuple[int, ...], int]) -> str:
    ordered = sorted(shapes.items(), key=lambda item: (-item[0][1], item[0]))
    return "outputs " + ", ".join(f"{n} times {c} x {h} x {w}" for (c, h, w), n in ordered)


@functools.cache
def default_net(kata) -> nn.Module:
    """resnet18(), made once: 11 million parameters need time."""
    return kata.resnet18()


class TestResnet18:
    @mark.shapes
    @mark.parametrize(("shape", "training"), [((1, 1, 32, 48), False), ((2, 1, 64, 96), True)])
    @torch.no_grad()
    def test_every_image_gets_one_score_a_class(self, kata, rng, shape, training):
        net = default_net(kata).train(training)
        got = call(net, torch.randn(shape, generator=rng), name="resnet18()")
        hint = "A score for each of ten classes: the average of each channel, then a linear layer."
        assert_shape(got, (shape[0], 10), hint)

    @mark.shapes
    @torch.no_grad()
    def test_in_channels_and_num_classes_are_used(self, kata, rng):
        net = call(kata.resnet18, in_channels=3, num_classes=5).value.eval()
        got = call(net, torch.randn(2, 3, 32, 32, generator=rng), name="resnet18(3, 5)")
        assert_shape(got, (2, 5), "num_classes is the number of outputs of the linear layer.")

    @mark.shapes
    def test_every_stage_has_its_convolutions(self, kata, rng):
        X = torch.randn(1, 1, 224, 64, generator=rng)
        got, layers = watch(default_net(kata).eval(), X, "resnet18()")
        # The stem; four 3x3 a stage; one 1x1 in each stage that halves.
        right = {(64, 112, 32): 1, (64, 56, 16): 4}
        right |= {(128, 28, 8): 5, (256, 14, 4): 5, (512, 7, 2): 5}
        found = Counter(tuple(layer.Y.shape[1:]) for layer in layers[:-1] if layer.Y.dim() == 4)
        hint = "These are the convolutions. Where are height and width halved? Count the blocks."
        assert_that(found == right, got, tell(found), tell(right), hint)

    def test_there_are_11_178_378_parameters(self, kata):
        # 3x3 from a to b channels: 9ab + b, 1x1: ab + b, normalisation: 2b.
        # Stem: 49 * 64 + 64 + 128 = 3,328. Stage 1: 4 * 36,928 + 4 * 128 = 148,224.
        # Stage 2: 73,856 + 3 * 147,584 + 8,320 + 4 * 256 = 525,952.
        # Stage 3: 295,168 + 3 * 590,080 + 33,024 + 4 * 512 = 2,100,480.
        # Stage 4: 1,180,160 + 3 * 2,359,808 + 131,584 + 4 * 1,024 = 8,395,264.
        # Linear: 512 * 10 + 10 = 5,130. Sum: 11,178,378.
        net = ready(default_net(kata), (2, 1, 32, 32))
        hint = "Every convolution has a bias; each but the 1x1 ones has a normalisation."
        assert_count(net, 11_178_378, "resnet18()", hint)

    @torch.no_grad()
    def test_stem_skips_and_head_are_right(self, kata, rng):
        net, X = copy.deepcopy(default_net(kata)).train(), torch.randn(2, 1, 64, 96, generator=rng)
        for layer in watch(net, X, "resnet18()")[1]:
            if layer.weight.shape[2:] == (3, 3):
                layer.weight.zero_(), layer.bias.zero_()
        got, layers = watch(net, X, "resnet18() with all 3x3 convolutions at zero")
        stem, *skips, head = (layer for layer in layers if layer.weight.shape[2:] != (3, 3))
        Y = F.relu(F.batch_norm(stem.apply(X, 2, 3), None, None, training=True))
        Y = F.max_pool2d(Y, 3, 2, 1)
        hint = "Convolution, normalisation, ReLU, 3x3 max pooling with stride 2 and padding 1."
        assert_tensor(got.part(layers[1].X, "what comes out of the stem"), Y, hint)
        for skip in skips:
            Y = F.relu(skip.apply(Y, 2))
        hint = "Left are the stem, the skips with ReLU, the average of a channel, a linear layer."
        assert_tensor(got, head.apply(Y.mean((2, 3), keepdim=True)).flatten(1), hint)

    @torch.no_grad()
    def test_in_evaluation_the_other_images_do_not_count(self, kata, rng):
        net, X = default_net(kata).eval(), torch.randn(3, 1, 32, 48, generator=rng)
        X[1:] += 5
        scores, got = net(X)[:1], call(net, X[:1], name="resnet18().eval()")
        hint = "After .eval() every normalisation uses its moving statistics, not the batch's."
        assert_tensor(got, scores, hint)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net = shuffled(kata.resnet18().eval(), rng, 2, 1, 32, 32)
        net(torch.randn(1, 1, 32, 32, generator=rng)).square().sum().backward()
        assert_trained(net.named_parameters(), "resnet18().eval()(X)...backward()")

    def test_a_new_net_at_every_call(self, kata):
        assert_new(kata.resnet18)

    @mark.cuda
    def test_cuda(self, kata, rng):
        net = shuffled(kata.resnet18(), rng, 2, 1, 64, 96)
        assert_same_on_cuda(net, torch.randn(2, 1, 64, 96, generator=rng), "resnet18()")
