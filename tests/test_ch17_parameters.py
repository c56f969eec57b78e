"""Hidden tests of ch17_parameters."""

import copy
import math
from typing import Any

import torch
from pytest import mark
from torch import Generator, Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_value,
    gradients,
)
from tests.modules import assert_uniform, linears, parameters
from tests.nets import ready


class TestParameterShapes:
    def check(self, kata: Any, net: nn.Module, expected: dict, hint: str) -> None:
        before = [net.training, *parameters(net)]
        got = call(kata.parameter_shapes, net=net)
        same = [net.training, *parameters(net)] == before
        assert_that(same, got, "and net is in another mode or frozen", "net as it was")
        ok = isinstance(got.value, dict) and all(isinstance(v, tuple) for v in got.value.values())
        assert_that(ok, got, "", f"a dict from names to tuples: {expected}")
        plain = {k: tuple(v) for k, v in got.value.items()}  # torch.Size is a tuple
        assert_value(Call(got.text, plain), expected, hint)

    @mark.shapes
    def test_net_of_the_notes(self, kata):
        net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
        shapes = {"0.weight": (8, 4), "0.bias": (8,), "2.weight": (1, 8), "2.bias": (1,)}
        self.check(kata, net, shapes, "Names and shapes as net.named_parameters() gives them.")
        net = nn.Sequential(nn.Sequential(nn.Linear(1, 1), nn.Conv2d(2, 3, (4, 5), bias=False)))
        shapes = {"0.0.weight": (1, 1), "0.0.bias": (1,), "0.1.weight": (3, 2, 4, 5)}
        self.check(kata, net, shapes, "An inner layer's name begins with the names around it.")

    def test_all_parameters_and_no_buffers(self, kata):
        net = nn.Linear(2, 3, bias=False)
        net.shift, net.frozen = nn.Parameter(torch.ones(())), nn.Parameter(torch.ones(5), False)
        net.register_buffer("seen", torch.ones(7))
        net.inner = nn.Conv1d(2, 3, 4, bias=False)
        shapes = {"weight": (3, 2), "shift": (), "frozen": (5,), "inner.weight": (3, 2, 4)}
        hint = "state_dict() holds buffers, too; a frozen parameter is one, and a net may own some."
        self.check(kata, net, shapes, hint)

    def test_a_shared_parameter_stands_once(self, kata):
        shared, shapes = nn.Linear(2, 2), {"0.weight": (2, 2), "0.bias": (2,)}
        hint = "One layer in two places: state_dict() lists it twice, named_parameters() once."
        self.check(kata, nn.Sequential(shared, nn.ReLU(), shared), shapes, hint)
        shapes = {"0.weight": (2,), "0.bias": (2,), "1.weight": (2,), "1.bias": (2,)}
        hint = "Equal values are not one parameter: only the same object is."
        self.check(kata, nn.Sequential(nn.LayerNorm(2), nn.LayerNorm(2)), shapes, hint)


class Initialiser:
    """What every initialiser promises; `net.apply` of a class below applies its stub."""

    DEVICES = "cpu", "meta"  # "meta" stands for a GPU: a device without memory

    def apply(self, kata: Any, net: nn.Module, name: str = "net.apply") -> Call:
        return call(net.apply, self.stub(kata), name=name).part(net, "net")

    def weight(self, kata: Any, inputs: int, outputs: int, device: str = "cpu") -> Call:
        """The weight of a layer after it was initialised."""
        layer = nn.Linear(inputs, outputs, bias=False, device=device)
        got = call(self.stub(kata), layer)
        return got.part(layer.weight.data, f"the weight of nn.Linear({inputs}, {outputs})")

    @mark.shapes
    def test_the_layer_keeps_its_parameters(self, kata):
        hint = "Change values in place: an optimizer may hold the old parameter."
        for device in self.DEVICES:
            net = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2)).to(device)
            before = [(p, p.shape) for p in net.parameters()]
            got = self.apply(kata, net, f"net.to({device!r}).apply")
            same = [id(p) for p, _ in before] == [id(p) for p in net.parameters()]
            assert_that(same, got, "other parameter objects", "the objects from before", hint)
            for p, shape in before:
                assert_shape(got.part(p, "a parameter"), shape, hint, device=device)
                assert_that(p.requires_grad, got, "a frozen parameter", "trainable ones", hint)

    def test_other_modules_stay(self, kata, rng):
        some = [nn.Conv2d(2, 3, 5), nn.BatchNorm1d(4), nn.Embedding(9, 3), nn.LayerNorm(4)]
        others = [*some, nn.Bilinear(2, 3, 5), nn.PReLU(), nn.Conv1d(5, 2, 3), nn.GRU(5, 4)]
        net = nn.Sequential(nn.Linear(4, 3), nn.Sequential(*others).requires_grad_(False))
        for p in net.parameters():
            p.data.normal_(generator=rng)
        before = {name: value.clone() for name, value in net[1].state_dict().items()}
        got = self.apply(kata, net)
        same = all(m.training for m in net.modules()) and not parameters(net[1])
        assert_that(same, got, "modules in another mode, or frozen ones no more", "as they were")
        for name, value in net[1].state_dict().items():
            part = got.part(value, f"{name[2:]} of a {type(others[int(name[0])]).__name__}")
            assert_tensor(part, before[name], "Change m only if it is an nn.Linear.")
        before = (inner := nn.Linear(4, 3)).weight.clone()
        part = call(self.stub(kata), nn.Sequential(inner)).part(inner.weight, "the weight inside")
        assert_tensor(part, before, "Change m itself: net.apply calls it for what is inside.")

    def test_bias_becomes_zero(self, kata):
        net = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Sequential(nn.Linear(5, 2)))
        net[0].bias.data.fill_(3)
        got = self.apply(kata, net)
        for bias in (net[0].bias, net[2][0].bias):
            assert_tensor(got.part(bias, "a bias"), torch.zeros(len(bias)), "It becomes 0.")

    def test_a_layer_without_a_bias_is_initialised_too(self, kata):
        net = nn.Sequential(nn.Linear(30, 20, bias=False), nn.Flatten())
        net[0].weight.data.fill_(77)
        told = Call("net.apply(...), net with nn.Linear(30, 20, bias=False)", None)
        try:
            self.apply(kata, net)
            returned = "the old weight" if bool((net[0].weight == 77).all()) else ""
        except (AttributeError, TypeError) as error:
            returned = f"raised {type(error).__name__}: {error}"
        hint = "Without a bias, layer.bias is None; the weight is initialised all the same."
        assert_that(not returned, told, returned, "a new weight", hint)

    @mark.cuda
    def test_cuda(self, kata):
        net = nn.Sequential(nn.Linear(3, 5), nn.ReLU()).cuda()
        got = self.apply(kata, net)
        assert_shape(got.part(net[0].weight, "a weight"), (5, 3), device="cuda")
        assert_tensor(got.part(net[0].bias, "a bias"), torch.zeros(5).cuda())
        got = self.weight(kata, 200, 100, "cuda")
        self.check_values(got.part(got.value.cpu(), "moved to the CPU"))


class Random(Initialiser):
    """An initialiser that draws."""

    def test_every_value_is_drawn_on_its_own(self, kata):
        first, second = (self.weight(kata, 40, 50) for _ in range(2))
        W, hint = first.value, "Do not set a seed inside, and draw each value of the weight."
        alike = [torch.equal(W, second.value), W[0].equal(W[1]), W[:, 0].equal(W[:, 1])]
        told = "values that come again: in another layer, in rows or in columns"
        assert_that(not (any(alike) and W.any()), first, told, "a draw for each value", hint)

    def test_values_have_the_distribution(self, kata):
        for inputs, outputs in ((200, 100), (40, 500)):
            self.check_values(self.weight(kata, inputs, outputs))


class TestInitNormal(Random):
    def stub(self, kata):
        return kata.init_normal

    def check_values(self, got: Call) -> None:
        n, W = 20_000, got.value.double()
        # 6 sigma: the mean of n values has a std of 0.01 / sqrt(n), the std one of 0.01 / sqrt(2n)
        mean, std, slack = float(W.mean()), float(W.std()), 0.06 / math.sqrt(n)
        told = f"values with mean {mean:.2g} and standard deviation {std:.3g}"
        ok = abs(mean) <= slack and abs(std - 0.01) <= slack / math.sqrt(2)
        hint = "std=0.01 is the standard deviation, not the variance, and not a limit."
        assert_that(ok, got, told, "mean 0 and standard deviation 0.01", hint)
        for sigmas in (0.5, 1.0, 2.0):
            share, hits = math.erf(sigmas / math.sqrt(2)), int((W.abs() < 0.01 * sigmas).sum())
            assert_share(got, hits, n, share, f"values within {sigmas} std", "Is the draw normal?")


class TestInitConstant(Initialiser):
    def stub(self, kata):
        return kata.init_constant

    def check_values(self, got: Call) -> None:
        assert_tensor(got, torch.ones_like(got.value), "Without a value given it is 1.")

    @mark.parametrize("value", [42, 0, -2.5])
    def test_weight_is_the_value(self, kata, value):
        self.check_values(self.weight(kata, 4, 8))
        net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 1))
        call(kata.init_constant, m=net[0], value=value)
        net[2].apply(lambda m: kata.init_constant(m, value))
        for layer in (net[0], net[2]):
            got = Call(f"init_constant(layer, {value})", None)
            weight = torch.full(layer.weight.shape, float(value))
            assert_tensor(got.part(layer.weight, "the weight"), weight, "It becomes `value`.")
            bias = got.part(layer.bias, "the bias")
            assert_tensor(bias, torch.zeros(len(layer.bias)), "It becomes 0, not the value.")


class TestInitXavier(Random):
    def stub(self, kata):
        return kata.init_xavier

    def check_values(self, got: Call) -> None:
        hint = "The limit is the root of 6 / (inputs + outputs), and the draw is uniform."
        assert_uniform(got, got.value.double(), 0, math.sqrt(6 / sum(got.value.shape)), hint)


class TestInitSparseUniform(Random):
    DEVICES = ("cpu",)  # values can only be compared where there are some

    def stub(self, kata):
        return kata.init_sparse_uniform

    def check_values(self, got: Call) -> None:
        W, hint = got.value.double(), "Keep the values of U(-10, 10) of absolute value 5 or more."
        assert_share(got, int((W == 0).sum()), W.numel(), 0.5, "zeros", hint)
        assert_uniform(got, W[W != 0], 5, 10, hint)


class Net:
    """What the two nets promise."""

    def net(self, kata: Any, rng: Generator | None = None) -> nn.Module:
        """A net, with `rng` of parameters that let much through the ReLUs and end below 0."""
        net = self.make(kata)
        for p in net.parameters() if rng else ():
            p.data.normal_(-0.2 if len(p) == 1 else 0.2, 0.5, generator=rng)
        return net

    def by_library(self, net: nn.Module, X: Tensor) -> Tensor:
        for place, (weight, bias) in enumerate(self.layers(net)):
            X = F.linear(X.relu() if place else X, weight, bias)
        return X

    @mark.shapes
    def test_output_has_one_column(self, kata, rng):
        for n in (2, 1):
            X = torch.rand(n, 4, generator=rng)
            assert_shape(call(self.make(kata), X, name=f"{self.NAME}()"), (n, 1), self.ORDER)

    @mark.shapes
    def test_parameters(self, kata):
        sizes = sorted(p.numel() for p in parameters(self.net(kata)).values())
        got = Call(f"{self.NAME}(): trained parameters, number and sizes", (len(sizes), sizes))
        assert_value(got, (len(self.SIZES), self.SIZES), self.OBJECTS)

    @mark.shapes
    def test_every_call_makes_a_new_net(self, kata):
        nets = [self.net(kata) for _ in range(2)]
        first, second = (set(map(id, net.parameters())) for net in nets)
        told = Call(f"{self.NAME}() twice: number of parameters in both", len(first & second))
        assert_value(told, 0, "Make the layers inside the function, new ones at every call.")
        alike = all(map(torch.equal, *(net.parameters() for net in nets)))
        told, hint = Call(f"{self.NAME}() twice", None), "Set no seed and copy no net."
        assert_that(not alike, told, "the same first values", "new ones at every call", hint)

    def test_output_is_that_of_the_layers_in_order(self, kata, rng, device):
        loose = {"rtol": 1e-4, "atol": 1e-4} if device == "cuda" else {}  # sums in another order
        for _ in range(5):
            net, X = self.net(kata, rng), torch.randn(4, 30, generator=rng).t()
            expected = self.by_library(net, X).to(device)
            got = call(net.to(device), X.to(device), name=f"{self.NAME}()")
            assert_tensor(got, expected, self.ORDER, **loose)

    def test_gradients(self, kata, rng):
        net, X = self.net(kata, rng), torch.randn(30, 4, generator=rng).requires_grad_()
        twin, got = copy.deepcopy(net), call(net, X, name=f"{self.NAME}()")
        inputs = [{**dict(one.named_parameters()), "X": X} for one in (net, twin)]
        right = gradients(Call("", self.by_library(twin, X)), inputs[1])
        for name, one, other in zip(inputs[0], gradients(got, inputs[0]), right, strict=True):
            assert_tensor(got.part(one, f"the gradient in {name}"), other, self.GRADIENT)


class Named:
    """What the names promise: told before the tests of Net."""

    @mark.shapes
    def test_blocks_have_the_names_of_the_notes(self, kata):
        found = sorted(name.rpartition(".")[2] for name, _ in self.make(kata).named_modules())
        got = Call("nested_net(): names", [name for name in found if name.startswith("block ")])
        hint = "add_module(f'block {i}', ...), a new block for each i: one object has one name."
        assert_value(got, [f"block {i}" for i in range(4)], hint)


class TestNestedNet(Net, Named):
    NAME, SIZES = "nested_net", sorted([*4 * [32, 8, 32, 4], 4, 1])
    ORDER = "Blocks 0 to 3, each linear, ReLU, linear, ReLU; then the last linear layer alone."
    OBJECTS = "Two linear layers with a bias in each of four different blocks, and one at the end."
    GRADIENT = "Is a part of the way cut off, by .data or detach()?"

    def make(self, kata):
        return ready(call(kata.nested_net), (2, 4))

    def layers(self, net: nn.Module) -> list[tuple[Tensor, Tensor]]:
        named = {name.rpartition(".")[2]: module for name, module in net.named_modules()}
        blocks = [linears(named[f"block {i}"]) for i in range(4)]
        told = Call("nested_net(): weights in its blocks", [sorted(block) for block in blocks])
        assert_value(told, [[(4, 8), (8, 4)]] * 4, "'block 0' to 'block 3' hold two layers each.")
        return [*(b[shape] for b in blocks for shape in ((8, 4), (4, 8))), linears(net)[1, 4]]


class TestTiedNet(Net):
    NAME, SIZES = "tied_net", [1, 8, 8, 8, 32, 64]
    ORDER = "Linear, ReLU, shared, ReLU, the same shared, ReLU, and the last linear layer alone."
    OBJECTS = "The shared nn.Linear(8, 8) is one object in two places; equal copies are not tied."
    GRADIENT = "Both places of the shared layer add to its gradient; neither may be cut off."

    def make(self, kata):
        return ready(call(kata.tied_net), (2, 4))

    def layers(self, net: nn.Module) -> list[tuple[Tensor, Tensor]]:
        found = linears(net)
        return [found[shape] for shape in ((8, 4), (8, 8), (8, 8), (1, 8))]
