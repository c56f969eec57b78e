"""Hidden tests of ch18_custom_layers."""

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call, describe
from tests.checks import (
    assert_device_of_input,
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_value,
    assert_works_on_meta,
    gradients,
)
from tests.convergence import sgd_step

SHAPES = [(5,), (2, 3), (1, 4), (1,), (2, 3, 2, 5)]


def centred(rng: torch.Generator, *shape: int) -> Tensor:
    """Different whole numbers that sum to 0, in random order."""
    n = torch.Size(shape).numel()
    half = torch.arange(1.0, n // 2 + 1)
    numbers = torch.cat([half, -half, torch.zeros(n % 2)])
    return numbers[torch.randperm(n, generator=rng)].reshape(shape)


class TestCenteredLayer:
    ONE = "One mean, that of all elements: X.mean() without an axis."

    @mark.shapes
    @mark.parametrize("shape", SHAPES)
    def test_output_is_shaped_as_X(self, kata, rng, shape):
        layer = call(kata.CenteredLayer).value
        assert_shape(call(layer, torch.randn(shape, generator=rng)), shape, self.ONE, device="cpu")

    @mark.shapes
    def test_there_are_no_parameters(self, kata):
        layer = call(kata.CenteredLayer)
        names = [name for name, _ in layer.value.named_parameters()]
        assert_value(layer.part(names, "names of the parameters"), [], "Nothing is trained here.")
        layer.value(torch.ones(2, 3))
        kept = [name for name, value in vars(layer.value).items() if isinstance(value, Tensor)]
        kept = layer.part([*layer.value.state_dict(), *kept], "its tensors after a call")
        assert_value(kept, [], "Nothing is kept: the mean of one X is of no use for the next.")

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.CenteredLayer(), torch.randn(2, 3, generator=rng))

    def test_case_of_the_notes(self, kata):
        got = call(kata.CenteredLayer(), torch.FloatTensor([1, 2, 3, 4, 5]))
        assert_tensor(got, torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0]), self.ONE)  # mean 15 / 5

    def test_matrix_by_hand(self, kata, device):
        # Sum 24, mean 4; rows have the means 1 and 7, columns 3.5, 2, 6.5, the median is 2.5.
        X = torch.tensor([[1.0, 0.0, 2.0], [6.0, 4.0, 11.0]], device=device)
        expected = torch.tensor([[-3.0, -4.0, -2.0], [2.0, 0.0, 7.0]], device=device)
        assert_tensor(call(kata.CenteredLayer(), X), expected, self.ONE)
        assert_tensor(call(kata.CenteredLayer(), X.t()), expected.t(), self.ONE)  # not contiguous

    @mark.parametrize("shape", [*SHAPES, ()])
    def test_the_mean_of_all_elements_is_subtracted(self, kata, rng, shape, device):
        Z = centred(rng, *shape).to(device)
        for mean in (3, -20):
            assert_tensor(call(kata.CenteredLayer(), Z + mean), Z, self.ONE)

    @mark.parametrize("training", [True, False])
    def test_nothing_is_kept_between_calls(self, kata, training):
        layer = kata.CenteredLayer().train(training)
        layer(torch.full((3, 2), 100.0))
        hint = "The call before had another mean. In evaluation, too, the mean is that of this X."
        X = torch.tensor([[1.0, 2.0, 6.0]])
        name = f"CenteredLayer().train({training})"
        assert_tensor(call(layer, X, name=name), torch.tensor([[-2.0, -1.0, 3.0]]), hint)

    def test_gradient(self, kata, rng):
        X = torch.randn(3, 4, generator=rng).requires_grad_()
        got = call(kata.CenteredLayer(), X)
        # The weights w of gradients() are 0.5 to 1.5 with mean 1, so d(sum of w * out)/dX = w - 1.
        expected = torch.linspace(-0.5, 0.5, 12).reshape(3, 4)
        hint = "The mean depends on X, too: its part is missing if it is a number or detached."
        assert_tensor(got.part(*gradients(got, {"X": X}), "the gradient in X"), expected, hint)

    def test_works_on_the_device_of_X(self, kata, rng):
        assert_device_of_input(kata.CenteredLayer(), torch.randn(2, 3, generator=rng))

    def test_output_of_a_net_has_mean_zero(self, kata, rng):
        net = nn.Sequential(nn.Linear(8, 128), kata.CenteredLayer())
        got = call(net, torch.rand(4, 8, generator=rng), name="net of Linear, CenteredLayer")
        assert_shape(got, (4, 128), self.ONE)
        # Right answers are off by 1e-8.
        mean = got.part(got.value.mean(), "mean of the output")
        assert_tensor(mean, torch.tensor(0.0), self.ONE, rtol=0, atol=1e-6)


class TestMyLinear:
    WAY = "relu(X @ weight + bias): no transpose, and the bias before ReLU."

    def layer(self, kata, in_units: int = 5, units: int = 3, device: str = "cpu") -> nn.Module:
        """A layer whose parameters are checked."""
        got = call(kata.MyLinear, in_units=in_units, units=units)
        for name, shape in (("weight", (in_units, units)), ("bias", (units,))):
            value = getattr(got.value, name, None)
            returned = f"{name} is {describe(value)}" if value is not None else f"no {name}"
            hint = f"self.{name} = nn.Parameter(...) makes it a parameter; a plain tensor stays."
            ok = isinstance(value, nn.Parameter) and value.requires_grad
            assert_that(ok, got, returned, f"{name} is a trainable nn.Parameter", hint)
            assert_shape(
                got.part(value, name), shape, "weight is (in_units, units), bias (units,)."
            )
        return got.value.to(device)

    @mark.shapes
    @mark.parametrize(("in_units", "units"), [(5, 3), (1, 4), (6, 1)])
    def test_weight_and_bias_are_the_parameters(self, kata, in_units, units):
        layer = self.layer(kata, in_units, units)
        names = sorted(name for name, _ in layer.named_parameters())
        assert_value(Call(f"MyLinear({in_units}, {units}): parameters", names), ["bias", "weight"])

    def test_first_values_are_random(self, kata):
        first, second = self.layer(kata, 50, 40), self.layer(kata, 50, 40)
        got = Call("MyLinear(50, 40).weight, made twice", first.weight)
        hint = "Draw them, for instance with torch.randn, and set no seed."
        same = torch.equal(first.weight, second.weight)
        assert_that(not same, got, "the same values in both", "a new draw for each layer", hint)
        W = first.weight
        alike = torch.equal(W[0], W[1]) or torch.equal(W[:, 0], W[:, 1])
        assert_that(not alike, got, "rows or columns alike", "a draw for every value", hint)

    @mark.shapes
    @mark.parametrize("n", [4, 1])
    def test_output_has_units_columns(self, kata, rng, n):
        layer = call(kata.MyLinear, 5, 3).value
        assert_shape(call(layer, torch.rand(n, 5, generator=rng)), (n, 3), self.WAY, device="cpu")

    def test_case_by_hand(self, kata):
        layer = self.layer(kata, 2, 3)
        layer.weight.data = torch.tensor([[1.0, 2.0, -3.0], [0.0, -1.0, 1.0]])
        layer.bias.data = torch.tensor([0.5, -1.0, 2.0])
        # (1, 2): 1, 2 - 2, -3 + 2, plus the bias 1.5, -1, 1; (3, -1): 3, 7, -10: 3.5, 6, -8
        got = call(layer, torch.tensor([[1.0, 2.0], [3.0, -1.0]]))
        assert_tensor(got, torch.tensor([[1.5, 0.0, 1.0], [3.5, 6.0, 0.0]]), self.WAY)

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(self.layer(kata), torch.randn(4, 5, generator=rng))

    def test_output_is_relu_of_the_linear_map(self, kata, rng, device):
        loose = {"rtol": 1e-4, "atol": 1e-4} if device == "cuda" else {}  # sums in another order
        for in_units, units in ((5, 3), (1, 4), (6, 1), (4, 4)):
            layer = self.layer(kata, in_units, units, device)
            X = torch.randn(in_units, 7, generator=rng).t().to(device)  # not contiguous
            expected = F.linear(X, layer.weight.T, layer.bias).relu()
            assert_tensor(call(layer, X), expected, self.WAY, **loose)
            self.layer(kata, in_units, units)
            hint = "Another layer was made and changed this one: parameters belong to self."
            assert_tensor(call(layer, X), expected, hint, **loose)

    def test_gradients(self, kata, rng):
        layer, X = self.layer(kata), torch.randn(4, 5, generator=rng).requires_grad_()
        inputs = {"weight": layer.weight, "bias": layer.bias, "X": X}
        right = gradients(Call("", F.linear(X, layer.weight.T, layer.bias).relu()), inputs)
        got = call(layer, X)
        hint = ".data cuts it: use self.weight and self.bias themselves."
        for name, one, other in zip(inputs, gradients(got, inputs, hint), right, strict=True):
            assert_tensor(got.part(one, f"the gradient in {name}"), other, hint)

    def test_works_on_the_device_of_X(self, kata, rng):
        assert_device_of_input(self.layer(kata), torch.randn(4, 5, generator=rng))

    def test_works_where_it_is_moved(self, kata):
        assert_works_on_meta(self.layer(kata, device="meta"), torch.ones(4, 5, device="meta"))

    @mark.convergence
    def test_it_learns(self, kata, rng, run):
        net = self.layer(kata, 5, 3)
        X, weight = torch.randn(100, 5, generator=rng), torch.randn(5, 3, generator=rng)
        Y, losses = F.linear(X, weight.T, torch.ones(3)).relu(), []
        net.weight.data = weight + 0.5 * torch.randn(5, 3, generator=rng)
        net.bias.data = torch.zeros(3)
        for _ in range(90):
            loss = F.mse_loss(net(X), Y)
            loss.backward()
            sgd_step([*net.parameters()], 0.6)
            losses.append(float(loss.detach()))
        # 200 seeds: right answers end below 2e-4; 20 seeds: with a weight cut off above 0.5.
        hint = "Its weight and bias must follow the gradient."
        text = "MyLinear(5, 3) fitted to another one: last loss over the first"
        run.below(losses[-1] / losses[0], 0.01, text, hint, losses)
