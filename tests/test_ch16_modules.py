"""Hidden tests of ch16_modules."""

from collections.abc import Callable
from typing import Any

import torch
from pytest import mark
from torch import Generator, Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_device_of_input,
    assert_keeps_arguments,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_value,
    fail,
)
from tests.convergence import clouds, fit
from tests.modules import assert_same_gradients, assert_small, parameters
from tests.nets import assert_drawn, ready

REGISTER = "self.name = module or self.add_module(name, module) registers it; a list does not."
ONCE = "Make layers and constants once, in __init__."


class Net:
    """What each of the nets promises."""

    NUM_INPUTS, LINEAR = 20, "A weight and a bias in each linear layer."

    def net(self, kata: Any, rng: Generator | None = None) -> nn.Module:
        """A net, with `rng` of parameters that are all different, whatever they began with."""
        net = self.make(kata)
        net(torch.zeros(2, self.NUM_INPUTS))  # lazy layers get their parameters here
        for p in parameters(net).values() if rng else ():
            p.data.normal_(0, 0.2, generator=rng)
            if p.shape == (20, 20):  # symmetric: a weight may be stored transposed
                p.data.copy_((p.data + p.data.T) / 2)
        return net

    def X(self, rng: Generator, n: int = 6) -> Tensor:
        return torch.randn(self.NUM_INPUTS, n, generator=rng).t()  # not contiguous

    @mark.shapes
    @mark.parametrize("n", [6, 1])
    def test_shape_of_the_output(self, kata, rng, n):
        shape = (n, *self.OUTPUT) if self.OUTPUT else ()
        assert_shape(call(self.make(kata), self.X(rng, n)), shape, self.LAYERS)

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(self.net(kata, rng), self.X(rng))

    def test_nothing_is_drawn_anew_between_calls(self, kata, rng):
        net, X = self.net(kata), self.X(rng)
        assert_tensor(call(net, X), net(X), f"The second call on the same X. {ONCE}")

    def test_output_is_that_of_the_layers_in_order(self, kata, rng, device):
        loose = {"rtol": 1e-4, "atol": 1e-4} if device == "cuda" else {}  # sums in another order
        for n in (6, 1):
            net, X = self.net(kata, rng), self.X(rng, n)
            expected = self.by_library(net, X).to(device)
            net, X = net.to(device), X.to(device)
            if "rand_weight" in vars(net):  # it need not be a buffer, which moves by itself
                net.rand_weight = net.rand_weight.to(device)
            assert_tensor(call(net, X), expected, self.LAYERS, **loose)
            self.net(kata, rng)
            hint = "A second net was made and changed this one: layers belong to self."
            assert_tensor(call(net, X), expected, hint, **loose)

    def test_gradients(self, kata, rng):
        net, X = self.net(kata, rng), self.X(rng).requires_grad_()
        expected = self.by_library(net, X)
        assert_same_gradients(call(net, X), expected, {**parameters(net), "X": X})

    def test_works_on_the_device_of_X(self, kata, rng):
        assert_device_of_input(self.net(kata), self.X(rng))


class Registered:
    """Told before all else: without its parameters a net gives strange results."""

    @mark.shapes
    def test_parameters_are_those_of_the_linear_layers(self, kata):
        early, net = len(parameters(self.make(kata))), self.net(kata)
        found = sorted(p.numel() for p in parameters(net).values())
        got = Call(f"{type(net).__name__}: sizes of its trained parameters", found)
        assert_value(got, self.SIZES, f"{self.LINEAR} {REGISTER}")
        assert_value(got.part(early, "their number before the first call"), len(self.SIZES), ONCE)


class Dense(Net, Registered):
    """Linear layers with ReLU between them."""

    def test_first_weights_are_random(self, kata):
        assert_drawn(self.net(kata), self.net(kata))

    def test_first_weights_are_small(self, kata):
        assert_small(self.large(kata))

    def by_library(self, net: nn.Module, X: Tensor) -> Tensor:
        by_size = {p.numel(): p for p in parameters(net).values()}
        for place, (a, b) in enumerate(zip(self.WIDTHS, self.WIDTHS[1:], strict=False)):
            weight = by_size[a * b] if len(by_size[a * b]) == b else by_size[a * b].T
            X = F.linear(X.relu() if place else X, weight, by_size[b].flatten())
        return X


class TestMLP(Dense):
    WIDTHS, NUM_INPUTS, OUTPUT, SIZES = (5, 7, 3), 5, (3,), [3, 7, 21, 35]
    LAYERS = "Linear to num_hiddens, ReLU, linear to num_outputs; no activation at the end."

    def make(self, kata):
        return call(kata.MLP, 5, 7, 3).value

    def large(self, kata):
        return ready(call(kata.MLP, num_inputs=100, num_hiddens=200, num_outputs=50), (2, 100))

    @mark.shapes
    def test_default_sizes(self, kata, rng):
        net = call(kata.MLP).value
        assert_shape(call(net, torch.rand(2, 20, generator=rng)), (2, 10))
        got = Call("MLP(): sizes", sorted(p.numel() for p in parameters(net).values()))
        assert_value(got, [10, 256, 2560, 5120], "By default 20 values, 256 hidden, 10 outputs.")

    @mark.convergence
    def test_it_learns_xor(self, kata, rng, run):
        losses = fit(kata.MLP(2, 32, 2), *clouds(rng), lr=0.2, epochs=8, batch_size=20)
        # 20 seeds: right answers end below 0.016 (odd starts: 0.08), wrong ones above 0.34.
        hint = "Four clouds, the opposite ones alike: no linear net can tell them apart."
        run.below(losses[-1], 0.16, "MLP(2, 32, 2) on XOR", hint, losses)


def layers(width: int = 4) -> list[nn.Module]:
    """Layers to 3 values with parameters, with buffers and with neither."""
    return [nn.Linear(width, 6), nn.Tanh(), nn.BatchNorm1d(6), nn.Linear(6, 3)]


def sequential(kata: Any, *blocks: nn.Module) -> Call:
    """A net of the blocks, which are told by their kinds."""
    kinds = ", ".join(type(block).__name__ for block in blocks)
    return Call(f"net = MySequential({kinds})", kata.MySequential(*blocks))


def works(got: Call, what: str, function: Callable) -> Any:
    """The result of something that PyTorch does with a module, or the failure in words."""
    __tracebackhide__ = True
    try:
        return function()
    except Exception as error:
        returned = f"{what} raised {type(error).__name__}: {error}"
        fail(got, returned, f"{what} works, as for every module", TestMySequential.NAMES)


class TestMySequential:
    CHAIN = "Each block gets what the block before it gave; the last one's output comes back."
    NAMES = f"Every place needs a name of its own, a string made from its number. {REGISTER}"

    @mark.shapes
    def test_parameters_are_those_of_the_blocks(self, kata):
        for blocks in ([nn.Linear(20, 256), nn.ReLU(), nn.Linear(256, 10)], [], [nn.Linear(2, 3)]):
            got, right = sequential(kata, *blocks), [*nn.Sequential(*blocks).parameters()]
            found = works(got, "net.parameters()", lambda net=got.value: [*net.parameters()])
            same = sorted(map(id, found)) == sorted(map(id, right))
            returned = f"parameters of the shapes {[tuple(p.shape) for p in found]}"
            expected = f"{len(right)} parameters: those of the blocks themselves, each once"
            assert_that(same, got, returned, expected, f"{self.NAMES} Do not copy the blocks.")

    @mark.parametrize("count", [0, 1, 2, 4, 12])
    def test_blocks_act_in_order(self, kata, rng, count, device):
        blocks = [nn.Linear(4, 4) if i % 2 == 0 else nn.Tanh() for i in range(count)]
        X, right = torch.randn(2, 4, 5, generator=rng).mT.to(device), nn.Sequential(*blocks)
        got = sequential(kata, *blocks)
        got.value.to(device)
        assert_tensor(got.part(got.value(X), "net(X)"), right(X), self.CHAIN)
        sequential(kata, nn.Linear(4, 4))
        hint = "Another net was made and changed this one: keep blocks in self, not in the class."
        assert_tensor(got.part(got.value(X), "net(X) once more"), right(X), hint)

    def test_a_repeated_block_acts_in_each_of_its_places(self, kata, rng):
        X, twice, relu = torch.randn(5, 4, generator=rng), nn.Linear(4, 4), nn.ReLU()
        hint = "One block stands in two places: a dict or a set keeps only one of them."
        for blocks in ([nn.Linear(4, 4), relu, nn.Linear(4, 4), relu], [twice, relu, twice]):
            got, right = sequential(kata, *blocks), nn.Sequential(*blocks)
            which = f"net(X), the same {'ReLU' if relu is blocks[-1] else 'Linear'} twice"
            assert_tensor(got.part(got.value(X), which), right(X), hint)
            count = len(works(got, "net.parameters()", lambda net=got.value: [*net.parameters()]))
            number = got.part(count, f"number of parameters, {which}")
            assert_value(number, len([*right.parameters()]), "Give each parameter once: no copies.")

    def test_blocks_may_be_nets_of_the_same_class(self, kata, rng):
        X, parts = torch.randn(5, 4, generator=rng), [layers(), layers(3), layers(3)]
        inner = [kata.MySequential(*part) for part in parts]
        got = sequential(kata, inner[0], kata.MySequential(*inner[1:]))
        right = nn.Sequential(*sum(parts, []))
        assert_tensor(got.part(got.value(X), "net(X)"), right(X), self.CHAIN)
        found, own = ({*map(id, n.parameters())} for n in (got.value, right))
        assert_that(found == own, got, f"{len(found)} parameters", f"all {len(own)}", REGISTER)

    @mark.parametrize("repeated", [False, True])
    def test_state_dict_carries_over(self, kata, rng, repeated):
        X, nets = torch.randn(5, 4, generator=rng), []
        for _ in range(2):
            nets.append(sequential(kata, *[nn.Linear(4, 4)] * (2 * repeated), *layers()))
        nets[0].value(3 * X)  # moves the statistics of BatchNorm
        state = works(nets[0], "net.state_dict()", nets[0].value.state_dict)
        load = nets[1].value.load_state_dict
        works(nets[1], "net.load_state_dict(that of another such net)", lambda: load(state))
        first, second = (net.value.eval()(X) for net in nets)
        told = nets[0].part(second, "another such net after load_state_dict(net.state_dict())")
        assert_tensor(told, first, f"The state of all blocks, with buffers, belongs. {REGISTER}")

    def test_to_reaches_parameters_and_buffers(self, kata, device):
        blocks = layers()
        got = sequential(kata, *blocks)
        got.value.to(device, torch.float64)
        for block in (blocks[0], *blocks[2:]):
            for name in ("weight", "bias", "running_var")[: 2 + (block is blocks[2])]:
                value, told = getattr(block, name), f"net.to({device!r}, torch.float64): {name}"
                part = got.part(value, f"{told} of {type(block).__name__}")
                assert_shape(part, value.shape, REGISTER, dtype=torch.float64, device=device)

    def test_eval_and_repr_reach_the_blocks(self, kata):
        got = sequential(kata, *(blocks := [nn.Linear(4, 4), nn.Dropout(0.5), nn.Tanh()]))
        text = works(got, "repr(net)", lambda: repr(got.value))
        named, expected = "Linear" in text and "Tanh" in text, "a repr that shows the blocks"
        assert_that(named, got, f"repr(net) is {text}", expected, REGISTER)
        for mode in (True, False):
            got.value.train(mode)(torch.ones(2, 4))
            told = got.part(blocks[1].training, f"net.train({mode}), net(X), dropout.training")
            assert_value(told, mode, f"Calls leave the mode alone. {REGISTER}")

    def test_gradients(self, kata, rng):
        blocks, X = layers(), torch.randn(5, 4, generator=rng).requires_grad_()
        right = nn.Sequential(*blocks)
        inputs = {**dict(right.named_parameters()), "X": X}
        assert_same_gradients(call(kata.MySequential(*blocks), X), right(X), inputs)

    @mark.convergence
    def test_it_can_be_trained(self, kata, rng, run):
        net = kata.MySequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 2))
        losses = fit(net, *clouds(rng), lr=0.2, epochs=8, batch_size=20)
        # 20 seeds: right answers end below 0.01, a net that is not trained above 0.69.
        hint = f"Does net.parameters() give the parameters of all blocks? {REGISTER}"
        run.below(losses[-1], 0.1, "MySequential(linear, ReLU, linear) on XOR", hint, losses)


class Constant:
    """What the constant weight and the loop promise: told before the other tests of Net."""

    def test_rand_weight_is_uniform(self, kata):
        value, other = (getattr(self.make(kata), "rand_weight", None) for _ in range(2))
        got, hint = Call("FixedHiddenMLP().rand_weight", value), "Keep it in self.rand_weight."
        assert_that(value is not None, got, "no such attribute", "a tensor of constants", hint)
        assert_shape(got, (20, 20), hint)
        values, hint = got.value.detach(), "torch.rand draws from [0, 1), every value on its own."
        assert_that(bool((values.floor() == 0).all()), got, "", "values in [0, 1)", hint)
        distinct = len(values.unique())  # of 2^24 values: 5 pairs of 400 alike in 1 of 10^13 runs
        assert_that(distinct > 395, got, f"{distinct} distinct values", "400 draws", hint)
        assert_share(got, int((values < 0.5).sum()), 400, 0.5, "values below 0.5", hint)
        same, hint = torch.equal(got.value, other), "Draw it in __init__, and set no seed."
        assert_that(not same, got, "the same values in two nets", "a draw for each net", hint)

    # Where the weight is 0, only the bias comes out of the layer, n rows of it.
    BY_HAND = (
        (0.25, -0.125, 2, 0.25, "The layer is last; absolute sum 0.75 is not above 1: all stays."),
        (2.0, 1.0, 1, 0.75, "The sum of absolute values 3 becomes 1.5, becomes 0.75: a loop."),
        (3.0, -1.0, 2, 0.5, "Absolute values: 8 becomes 4, 2, 1, and 1 is not above 1."),
        (-96.0, 32.0, 4, -0.5, "Absolute values: 512 becomes 1 after 9 steps, the sum -256 too."),
    )

    def test_halved_while_absolute_values_sum_to_more_than_1(self, kata):
        for one, other, n, expected, hint in self.BY_HAND:
            net = self.net(kata)
            for p in parameters(net).values():
                p.data.zero_()
                if p.numel() == 20:
                    p.data.view(-1)[[4, 11]] = torch.tensor([one, other])
            told = f"FixedHiddenMLP()(torch.ones({n}, 20)), weight 0, bias {one}, {other} and zeros"
            assert_tensor(Call(told, net(torch.ones(n, 20))), torch.tensor(expected), hint)


class TestFixedHiddenMLP(Net, Constant, Registered):
    LAYERS = "linear; times rand_weight, plus 1, ReLU; the same linear; halving; the sum of all."
    LINEAR = "One linear layer acts twice; rand_weight is a constant, not a parameter."
    OUTPUT, SIZES = (), [20, 400]

    def make(self, kata):
        return call(kata.FixedHiddenMLP).value

    def by_library(self, net: nn.Module, X: Tensor) -> Tensor:
        bias, weight = sorted(parameters(net).values(), key=Tensor.numel)
        H = F.linear(F.linear(X, weight, bias.flatten()), net.rand_weight.T, torch.ones(20))
        H = F.linear(F.relu(H), weight, bias.flatten())
        exponent = torch.frexp(H.detach().abs().sum()).exponent  # the sum is in [2^(e-1), 2^e)
        return (H * 0.5 ** exponent.clamp(min=0)).sum()


class TestNestMLP(Dense):
    WIDTHS, OUTPUT, SIZES = (20, 64, 32, 16), (16,), [16, 32, 64, 512, 1280, 2048]
    LAYERS = "Linear to 64, ReLU, linear to 32, ReLU, linear to 16; no activation at the end."

    def make(self, kata):
        return call(kata.NestMLP).value

    large = Dense.net
