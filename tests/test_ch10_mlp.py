"""Hidden tests of ch10_mlp."""

import math

import numpy as np
import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_trained,
    several,
)
from tests.convergence import learns_garments

CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
GATES = {"and": (-1, -1, -1, 1), "or": (-1, 1, 1, 1), "nand": (1, 1, 1, -1)}


def gate(labels: tuple[int, ...]) -> tuple[Tensor, Tensor]:
    """The corners of a square and their labels."""
    return torch.tensor(CORNERS), torch.tensor(labels, dtype=torch.float32)


def separable(rng: torch.Generator, n: int, d: int) -> tuple[Tensor, Tensor]:
    """n points, none nearer than 0.3 to the boundary of their classes; X is not contiguous."""
    w = F.normalize(torch.randn(d, generator=rng), dim=0)
    X = torch.randn(d, 4 * n + 20, generator=rng).t()
    scores = X @ w + 0.5
    far = (scores.abs() > 0.3).nonzero()[:n, 0]  # 3 of 4 points are
    return X.t()[:, far].t(), scores[far].sign()


def parts(got: Call, d: int) -> tuple[Tensor, float, bool]:
    """w, b and converged, of the promised types."""
    __tracebackhide__ = True
    w, b, converged = (part.value for part in several(got, "w", "b", "converged"))
    assert_shape(got.part(w, "w"), (d,), "One weight for each column of X.")
    for name, value, what in (("b", b, "a number"), ("converged", converged, "True or False")):
        one = isinstance(value, Tensor) and value.numel() == 1
        ok = one or isinstance(value, (bool, int, float, np.generic))
        assert_that(ok, got.part(value, name), "", what)
    return w.detach(), float(b), bool(converged)


def assert_separates(got: Call, X: Tensor, y: Tensor) -> None:
    """It says that it converged, and every example is on its own side."""
    __tracebackhide__ = True
    w, b, converged = parts(got, X.shape[1])
    margins = y.double() * (X.double() @ w.double() + b)
    wrong, on_it = int((margins < 0).sum()), int((margins == 0).sum())
    hint = "Does each correction of w and of b follow the sign of the label?"
    if converged and on_it:
        hint = "An example on the boundary, where w = 0 puts all of them, is a mistake, too."
    elif not wrong + on_it:
        hint = "All are on their own sides: after a pass without a mistake it has converged."
    elif converged:
        hint = "It has converged when a whole pass, from first to last, was without a mistake."
    end = f"{wrong} of {len(y)} examples on the wrong side, {on_it} on the boundary"
    expected = "converged=True, and every y * (X @ w + b) above 0"
    ok = converged and not wrong + on_it
    assert_that(ok, got, f"converged={converged} with {end}", expected, hint)


class TestPerceptronFit:
    @mark.shapes
    def test_weights_bias_and_flag(self, kata, rng):
        X, y = separable(rng, 6, 3)
        parts(call(kata.perceptron_fit, X=X, y=y, max_passes=3), 3)

    def test_arguments_are_not_modified(self, kata):
        assert_keeps_arguments(kata.perceptron_fit, *gate(GATES["nand"]), 1)

    @mark.parametrize("name", GATES)
    def test_gates_are_learned(self, kata, name):
        X, y = gate(GATES[name])
        assert_separates(call(kata.perceptron_fit, X.clone(), y.clone(), 100), X, y)

    @mark.timeout(3)
    @mark.parametrize("max_passes", [1, 7, 50])
    def test_xor_does_not_converge(self, kata, max_passes):
        got = call(kata.perceptron_fit, *gate((-1, 1, 1, -1)), max_passes)
        hint = "No straight line separates XOR: each pass makes at least one mistake."
        assert_that(not parts(got, 2)[2], got, "converged=True", "converged=False", hint)

    @mark.parametrize("d", [1, 2, 5])
    def test_separable_classes_are_separated(self, kata, rng, d):
        for n in (1, 2, 40):
            X, y = separable(rng, n, d)
            assert_separates(call(kata.perceptron_fit, X.clone(), y.clone(), 1000), X, y)
            assert_separates(call(kata.perceptron_fit, X.clone(), -y, 1000), X, -y)

    def test_it_gives_up_after_max_passes(self, kata):
        X, y = torch.tensor([[10.0], [11.0]]), torch.tensor([-1.0, 1.0])
        # A mistake adds at most 11 to w and 1 to b; the boundary -b/w between 10 and 11 is far.
        got = call(kata.perceptron_fit, X, y, 3)
        hint = "These two need more than a hundred passes, and 3 were allowed."
        assert_that(not parts(got, 1)[2], got, "converged=True", "converged=False", hint)

    def test_one_example_takes_a_pass_to_learn_it_and_one_to_see_that(self, kata):
        X, y = torch.tensor([[2.0, -1.0]]), torch.tensor([-1.0])
        got = call(kata.perceptron_fit, X, y, 1)
        w, b, _ = parts(got, 2)  # whether that is convergence already does not matter here
        hint = "Return w and b as they are after the last pass."
        on_its_side = float(y * (X @ w + b)) > 0
        assert_that(on_its_side, got, "", "w and b that have the example on its side", hint)
        assert_separates(call(kata.perceptron_fit, X, y, 2), X, y)

    @mark.timeout(3)
    def test_it_ends_after_a_pass_without_a_mistake(self, kata):
        X, y = gate(GATES["or"])
        assert_separates(call(kata.perceptron_fit, X, y, 10**9), X, y)

    def test_works_on_the_device_of_X(self, kata):
        def perceptron_fit(X: Tensor, y: Tensor) -> Tensor:
            return kata.perceptron_fit(X, y, 5)[0]

        assert_device_of_input(perceptron_fit, *gate(GATES["or"]))

    @mark.cuda
    def test_cuda(self, kata, rng):
        X, y = separable(rng, 10, 3)
        got = call(kata.perceptron_fit, X.cuda(), y.cuda(), 1000)
        assert_shape(got.part(got.value[0], "w"), (3,), device="cuda")
        assert_separates(Call(got.text, (got.value[0].cpu(), *got.value[1:])), X, y)


class TestXor:
    HINT = "1 where exactly one of the two is 1: (0, 0) and (1, 1) give 0."

    @mark.shapes
    @mark.parametrize("shape", [(7,), (1,), (3, 5), (2, 0), (2, 1, 4)])
    def test_one_result_for_each_pair(self, kata, rng, shape):
        x1, x2 = (torch.randint(0, 2, shape, generator=rng).float() for _ in range(2))
        hint = "Zeros and ones, an answer for each pair: no bool, and not one for all."
        assert_shape(call(kata.xor, x1, x2), shape, hint, device="cpu")

    def test_truth_table(self, kata, device):
        x1, x2 = torch.tensor(CORNERS).to(device).t()  # views that are not contiguous
        for _ in range(2):
            got = call(kata.xor, x1=x1.clone(), x2=x2.clone())
            assert_tensor(got, torch.tensor([0.0, 1, 1, 0]).to(device), self.HINT)

    def test_arguments_are_not_modified(self, kata):
        assert_keeps_arguments(kata.xor, torch.tensor([0.0, 0, 1, 1]), torch.tensor([0.0, 1, 0, 1]))

    def test_works_on_the_device_of_x1(self, kata):
        assert_device_of_input(kata.xor, torch.ones(5), torch.zeros(5))


class TestRelu:
    HINT = "Each element by itself: below 0 it becomes 0, above it does not change."

    @mark.shapes
    @mark.parametrize("shape", [(3, 5), (1,), (1, 4), (2, 0, 4), (2, 3, 4, 5)])
    def test_shape_is_that_of_X(self, kata, rng, shape):
        got = call(kata.relu, torch.randn(shape, generator=rng))
        assert_shape(got, shape, "An element for each element.", device="cpu")

    def test_values_are_those_of_the_library(self, kata, rng, device):
        notes = torch.tensor([1.0, 2.0, 3.0, -1.0])
        assert_tensor(call(kata.relu, notes), torch.tensor([1.0, 2.0, 3.0, 0.0]), self.HINT)
        X = 10 * torch.randn(5, 3, 4, generator=rng).to(device).transpose(0, 2)
        assert_tensor(call(kata.relu, X=X.clone()), torch.relu(X), self.HINT, rtol=0, atol=0)

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.relu, torch.randn(6, 7, generator=rng))

    def test_gradient(self, kata, rng):
        X = torch.randn(6, 7, generator=rng)  # none is 0
        assert_gradients(kata.relu, torch.relu, X, hint="The slope is 1 above 0, and 0 below.")

    def test_works_on_the_device_of_X(self, kata):
        assert_device_of_input(kata.relu, torch.linspace(-1, 1, 6).reshape(2, 3))


def case(rng: torch.Generator, n: int, h: int, scale: float = 1.0) -> tuple[Tensor, list[Tensor]]:
    """Images and parameters, whole numbers times scale; no hidden unit is at 0 before ReLU."""

    def whole(*shape: int) -> Tensor:
        return scale * torch.randint(-2, 3, shape, generator=rng).float()

    params = [whole(784, h), whole(h) + scale * scale / 2, whole(h, 10), whole(10)]
    return whole(n, 1, 28, 28), params


def layers(X: Tensor, W1: Tensor, b1: Tensor, W2: Tensor, b2: Tensor) -> Tensor:
    """The library's layers with these parameters; the weights are (in, out)."""
    return F.linear(F.relu(F.linear(X.flatten(1), W1.t(), b1)), W2.t(), b2)


class TestMlp:
    HINT = "Flatten the images; linear, ReLU, linear: nothing follows the output layer."

    @mark.shapes
    @mark.parametrize("shape", [(5, 1, 28, 28), (1, 784), (3, 28, 28), (2, 4, 14, 14)])
    def test_one_row_of_scores_an_example(self, kata, rng, shape):
        got = call(kata.mlp, torch.ones(shape), case(rng, 1, 6)[1])
        assert_shape(got, (shape[0], 10), "Ten scores for each example.", device="cpu")

    @mark.parametrize(("n", "h"), [(4, 7), (1, 3), (10, 10), (3, 256)])
    def test_values_are_those_of_the_library(self, kata, rng, device, n, h):
        X, params = case(rng, n, h)
        X = X.transpose(2, 3)  # not contiguous
        # Small whole and half numbers: exact, on a GPU too.
        expected = layers(X, *params).to(device)
        got = call(kata.mlp, X=X.to(device), params=[nn.Parameter(p.to(device)) for p in params])
        square = " Where n = h = 10, nothing raises if * stands for the matrix product."
        assert_tensor(got, expected, self.HINT + square * (n == h))

    def flat(self, kata):
        def mlp(X: Tensor, *params: Tensor) -> Tensor:
            return kata.mlp(X, list(params))

        return mlp

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.mlp, *case(rng, 3, 5))

    def test_gradients(self, kata, rng):
        X, params = case(rng, 4, 5, scale=0.125)
        assert_gradients(self.flat(kata), layers, X, *params)

    @mark.convergence
    def test_it_learns_garments(self, kata, run):
        net, shapes = nn.Module(), ((784, 64), (64,), (64, 10), (10,))
        net.params = nn.ParameterList(0.01 * torch.randn(shape) for shape in shapes)
        net.forward = lambda X: kata.mlp(X, list(net.params))
        # 120 seeds: right answers end above accuracies of 0.83 and below a loss of 0.30.
        learns_garments(net, run, "mlp with 64 hidden units", self.HINT)


class TestMlpConcise:
    HINT = "Flatten, Linear(784, h), ReLU, Linear(h, 10), and nothing after it."

    @mark.shapes
    @mark.parametrize("shape", [(5, 1, 28, 28), (1, 784), (3, 28, 28)])
    def test_one_row_of_scores_an_example(self, kata, shape):
        got = call(kata.mlp_concise, 7)
        assert_that(isinstance(got.value, nn.Sequential), got, "", "an nn.Sequential")
        assert_shape(call(got.value, torch.ones(shape), name="mlp_concise(7)"), (shape[0], 10))

    def test_values_are_those_of_its_layers(self, kata, rng):
        for n, h in ((4, 7), (1, 1)):
            got = call(kata.mlp_concise, num_hiddens=h)
            X = 20 * torch.randn(n, 1, 28, 28, generator=rng)
            expected = layers(X, *roles(got, h))
            assert_tensor(call(got.value, X.clone(), name=got.text), expected, self.HINT)

    def test_weights_are_normal_with_standard_deviation_one_hundredth(self, kata):
        got = call(kata.mlp_concise)
        for name, w in zip(("hidden", "output"), roles(got, 256)[::2], strict=True):
            told, n = got.part(w, f"the weights of the {name} layer"), w.numel()
            sigma = 0.01 / math.sqrt(n)  # of the mean; a standard deviation varies by 1/sqrt(2)
            hint = "0.01 is the standard deviation, not the variance, and for both Linear layers."
            ok = abs(float(w.std()) - 0.01) < 6 * sigma / math.sqrt(2)
            assert_that(ok, told, f"a standard deviation of {w.std():.4f}", "0.01", hint)
            assert_that(abs(w.mean()) < 6 * sigma, told, f"a mean of {w.mean():.4f}", "0")
            far, hint = int((w.abs() > 0.02).sum()), "Draw normal numbers, not uniform ones."
            assert_share(told, far, n, math.erfc(math.sqrt(2)), "weights beyond 0.02", hint)

    def test_every_call_makes_new_weights(self, kata):
        first, second = call(kata.mlp_concise, 5), call(kata.mlp_concise, 5)
        differ = not torch.equal(roles(first, 5)[0], roles(second, 5)[0])
        hint = "Do not set a seed inside, and make the layers inside the function."
        assert_that(differ, second, "the weights of the call before", "new weights", hint)

    def test_X_is_not_modified_and_every_parameter_is_trained(self, kata, rng):
        net = call(kata.mlp_concise, 30).value
        X = torch.randn(6, 1, 28, 28, generator=rng)
        assert_keeps_arguments(net, X)
        F.cross_entropy(net(X), torch.arange(6)).backward()
        assert_trained(net.named_parameters(), "F.cross_entropy(mlp_concise(30)(X), y).backward()")

    @mark.cuda
    def test_cuda(self, kata, rng):
        X, got = torch.randn(4, 1, 28, 28, generator=rng), call(kata.mlp_concise, 7)
        expected = layers(X, *roles(got, 7)).cuda()
        # Scores are about 0.05 wide; TF32 rounds to 1e-3 of them.
        assert_tensor(call(got.value.cuda(), X.cuda()), expected, self.HINT, rtol=0, atol=1e-3)

    @mark.convergence
    def test_it_learns_garments(self, kata, run):
        learns_garments(kata.mlp_concise(64), run, "mlp_concise(64)", self.HINT)


def roles(got: Call, h: int) -> list[Tensor]:
    """W1 (784, h), b1, W2 (h, 10), b2 of a net."""
    __tracebackhide__ = True
    parameters = [parameter.detach() for parameter in got.value.parameters()]
    shapes = [tuple(parameter.shape) for parameter in parameters]
    returned = f"parameters of the shapes {shapes}"
    expected = f"weights 784 to {h}, {h} to 10, and a bias with each"
    assert_that(shapes == [(h, 784), (h,), (10, h), (10,)], got, returned, expected)
    return [p.t() if p.dim() == 2 else p for p in parameters]
