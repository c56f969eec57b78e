"""Hidden tests of ch30_sequence_models."""

import copy
import math

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    several,
)
from tests.inputs import distinct, strided
from tests.trainers import Predictor, adam, cubic


def pair(got: Call, names: str, hint: str, *shapes: tuple[int, ...]) -> list[Call]:
    """The two tensors of a result, float32 and of these shapes."""
    both = several(got, *names.split(", "))
    for part, shape in zip(both, shapes, strict=True):
        assert_shape(part, shape, hint)
    return both


class TestSineSeries:
    def series(self, kata, T: int, noise: float) -> list[Call]:
        got = call(kata.sine_series, T, noise)
        return pair(got, "time, x", "One value for each of the T time steps.", (T,), (T,))

    @mark.shapes
    @mark.parametrize("T", [6, 1])
    def test_time_counts_from_1_to_T(self, kata, T):
        time, _ = self.series(kata, T, 0.2)
        assert_tensor(time, torch.arange(T) + 1.0, "The steps are 1, 2, ..., T: T counts.")

    def test_without_noise_x_is_the_sine(self, kata):
        got = call(kata.sine_series, T=1000, noise=0.0)
        x = pair(got, "time, x", "T is the number of steps.", (1000,), (1000,))[1]
        assert_tensor(x, torch.sin((torch.arange(1000) + 1) / 100), "sin(0.01 * time), no noise.")

    @mark.parametrize("noise", [0.2, 3.0])
    def test_noise_has_this_standard_deviation_and_mean_0(self, kata, noise):
        n, x = 100_000, self.series(kata, 100_000, noise)[1]
        added = x.value.double() - torch.sin((torch.arange(n) + 1.0).double() / 100)
        deviation = x.part(float(added.std()), "standard deviation of the noise")
        hint = "noise is the standard deviation, not the variance, not the largest value."
        assert_number(deviation, noise, hint, rel=6 / math.sqrt(2 * n))  # 6 sigma
        mean = x.part(float(added.mean()), "mean of the noise")
        assert_number(mean, 0.0, "Noise of mean 0.", abs=6 * noise / math.sqrt(n))
        within, share = int((added.abs() < noise).sum()), math.erf(math.sqrt(0.5))  # 0.683
        assert_share(x, within, n, share, "values within one sigma", "Normal, not uniform noise.")

    def test_noise_is_new_for_every_step_and_every_call(self, kata):
        first, second = (self.series(kata, 500, 1.0)[1] for _ in range(2))
        differ = not torch.equal(first.value, second.value)
        assert_that(differ, second, "the noise of the call before", "new noise", "No seed inside.")
        added = first.value - torch.sin((torch.arange(500) + 1) / 100)
        numbers = len(added.mul(1e3).round().unique())  # about 450 of 500 for normal noise
        returned = f"{numbers} different values of noise in 500 steps"
        assert_that(numbers > 250, first, returned, "a draw for every step: noise of shape (T,)")


class TestWindows:
    ROWS = "Row i holds x[i], ..., x[i + tau - 1], the oldest first; its label is x[i + tau]."

    def pair(self, kata, x: Tensor, tau: int) -> list[Call]:
        n = len(x) - tau
        hint = f"A row for each of the {n} values with {tau} before them; labels are a column."
        return pair(call(kata.windows, x, tau), "features, labels", hint, (n, tau), (n, 1))

    @mark.shapes
    @mark.parametrize(("T", "tau"), [(9, 4), (9, 7), (5, 1), (6, 5), (2, 1)])
    def test_a_row_for_every_value_with_tau_before_it(self, kata, T, tau):
        self.pair(kata, torch.arange(float(T)), tau)

    def test_values_by_hand(self, kata):
        features, labels = self.pair(kata, torch.tensor([3.0, -1, 4, 1, -5, 9]), 2)
        assert_tensor(features, torch.tensor([[3.0, -1], [-1, 4], [4, 1], [1, -5]]), self.ROWS)
        assert_tensor(labels, torch.tensor([[4.0], [1], [-5], [9]]), self.ROWS)

    @mark.parametrize(("T", "tau"), [(12, 4), (9, 1), (7, 6), (40, 3)])
    def test_rows_are_neighbours_and_labels_follow(self, kata, rng, device, T, tau):
        x = strided(distinct(rng, T)).to(device)
        both = x.clone().unfold(0, tau + 1, 1)
        got = call(kata.windows, x=x, tau=tau)
        features, labels = pair(got, "features, labels", self.ROWS, (T - tau, tau), (T - tau, 1))
        assert_tensor(features, both[:, :tau], self.ROWS)
        assert_tensor(labels, both[:, tau:], self.ROWS)

    def test_x_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.windows, distinct(rng, 8), 3)


class TestTrainSeries:
    STEP = "A step of Adam for each batch, on its gradients alone: are earlier ones cleared?"
    LAST = "The last batch may be short, and makes a step of its own."
    MEMORY = "As many epochs as asked for, and one optimizer for all: it has a memory."

    def trained(self, kata, rng, epochs: int, sizes: tuple[int, ...], device: str = "cpu") -> tuple:
        n = sum(sizes)
        X, y = torch.randn(n, 3, generator=rng), 4 + 2 * torch.randn(n, 1, generator=rng)
        W, X, y = (T.to(device) for T in (torch.randn(4, 1, generator=rng), X, y))
        data, net = list(zip(X.split(sizes), y.split(sizes), strict=True)), Predictor(W)
        got = call(kata.train_series, net, data, cubic, epochs, 0.1)
        values = torch.cat([net.slope, net.level]).detach()
        return got, got.part(values, "the parameters of net"), adam(W, data, 0.1, epochs)

    @mark.shapes
    @mark.parametrize("epochs", [1, 3])
    def test_a_number_for_each_epoch(self, kata, rng, epochs):
        got = self.trained(kata, rng, epochs, (4, 2))[0]
        ok = isinstance(got.value, list) and len(got.value) == epochs
        assert_that(ok, got, "", f"a list of {epochs} mean losses, one for each epoch")

    @mark.parametrize(
        ("sizes", "epochs", "hint"),
        [((5,), 1, STEP), ((4, 4), 1, STEP), ((4, 4, 2), 1, LAST), ((4, 2), 3, MEMORY)],
    )
    def test_every_batch_makes_one_step_of_adam(self, kata, rng, device, sizes, epochs, hint):
        _, parameters, (expected, _, _) = self.trained(kata, rng, epochs, sizes, device)
        assert_tensor(parameters, expected, hint)  # a weight decay of 0.01 changes them by 2e-3

    @mark.parametrize("sizes", [(5, 5), (4, 4, 2)])
    def test_losses_are_means_over_all_examples(self, kata, rng, sizes):
        got, _, (_, *right) = self.trained(kata, rng, 2, sizes)
        told = got.part(torch.tensor([float(value) for value in got.value]), "as a tensor")
        # Taken before each step or after the epoch: both are right. Compare with the nearer one.
        nearer = min(right, key=lambda one: float((told.value - one).abs().sum()))
        assert_tensor(told, nearer, "Each example counts the same, in every epoch anew.")

    def test_all_parameters_of_any_module_move_by_lr(self, kata, rng):
        net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Sequential(nn.Linear(3, 1)))
        data, was = [(torch.randn(6, 2, generator=rng), torch.ones(6, 1))], copy.deepcopy(net)
        options = {"train_iter": data, "loss": nn.MSELoss(), "epochs": 1, "lr": 0.01}
        got = call(kata.train_series, net=net, **options)
        for old, (name, new) in zip(was.parameters(), net.named_parameters(), strict=True):
            moved = got.part((new - old).detach().abs(), f"how far the numbers of {name} moved")
            hint = "Adam's first step moves every number by lr, whatever its gradient."
            # Not quite by lr where a gradient is near Adam's eps of 1e-8.
            assert_tensor(moved, torch.full_like(old, 0.01), hint, rtol=0, atol=1e-4)

    @mark.convergence
    def test_it_learns_the_sine(self, kata, rng, run):
        x = torch.sin((torch.arange(1000) + 1) / 100) + 0.2 * torch.randn(1000, generator=rng)
        X, y = x.unfold(0, 5, 1).split([4, 1], dim=1)
        net = nn.Sequential(nn.Linear(4, 10), nn.ReLU(), nn.Linear(10, 1))
        data = [(X[rows], y[rows]) for rows in torch.randperm(600, generator=rng).split(16)]
        curve = [float(mean) for mean in kata.train_series(net, data, nn.MSELoss(), 5, 0.01)]
        with torch.no_grad():
            error = float((net(X) - y)[600:].square().mean())
        hint = "Five epochs of Adam at lr 0.01, from batches of 16."
        # 20 seeds: right answers end below 0.059 and 0.057, of which the noise alone is 0.04.
        # Without cleared gradients the loss of the last epoch is above 0.74, untrained above 0.22.
        run.below(error, 0.1, "train_series: mean square error on later windows", hint, curve)
        run.below(curve[-1], 0.1, "train_series: loss of the last epoch", hint, curve)


def linear(weights: list[float], bias: float = 0.0, device: str = "cpu") -> nn.Linear:
    """The net that predicts a weighted sum of the window, oldest first, plus the bias."""
    net = nn.Linear(len(weights), 1)
    with torch.no_grad():
        net.weight.copy_(torch.tensor([weights]))
        net.bias.fill_(bias)
    return net.to(device)


def ahead(weights: list[float], k: int) -> Tensor:
    """The weights of the k-th prediction: the last row of a power of the companion matrix."""
    companion = torch.eye(len(weights)).roll(1, 1)
    companion[-1] = torch.tensor(weights)
    return torch.linalg.matrix_power(companion, k)[-1]


def slide(x: Tensor, weights: Tensor) -> Tensor:
    """The weighted sum at every place where the weights fit."""
    return F.conv1d(x[None, None], weights[None, None].to(x.device))[0, 0]


class Predictions:
    """What the three functions that predict promise.

    stub() of a class below names its stub, right() gives what a net without a bias predicts.
    """

    OFF = "Gradients are off for the predictions alone: `with torch.no_grad():`."

    @mark.shapes
    def test_length(self, kata):
        for T, length, options in self.LENGTHS:
            net = linear([1.0] * options["tau"])
            got = call(self.stub(kata), net, torch.arange(float(T)), *options.values())
            assert_shape(got, (length,), self.COUNT, device="cpu")

    def test_values_by_hand(self, kata):
        for options, expected in self.BY_HAND:
            x = torch.tensor([1.0, 1, 4, -2, 5, 0])
            got = call(self.stub(kata), linear([1.0, 2.0]), x, *options)
            assert_tensor(got, torch.tensor(expected), self.HINT)

    def test_no_graph_is_kept(self, kata):
        net = linear([1.0, 2.0])
        got = call(self.stub(kata), net, torch.arange(6.0), *self.BY_HAND[0][0])
        assert_shape(got, (len(self.BY_HAND[0][1]),), self.COUNT)
        hint = "Nothing is trained here, but the graph of every step would stay in memory."
        alone, returned = not got.value.requires_grad, "a tensor with requires_grad=True"
        assert_that(alone, got, returned, "a tensor without a graph", hint)
        trainable = net.weight.requires_grad and torch.is_grad_enabled()
        assert_that(trainable, got, "and gradients stay off", "net can be trained on", self.OFF)

    def test_x_is_not_modified(self, kata, rng):
        x = distinct(rng, 6)
        assert_keeps_arguments(self.stub(kata), linear([1.0, 2.0]), x, *self.BY_HAND[0][0])

    @mark.parametrize("weights", [[1.0, 2], [2.0, -1, 1], [-2.0], [1.0, 0, 0, 2]])
    def test_values_for_other_nets(self, kata, rng, device, weights):
        x, tau = strided(distinct(rng, 14)), len(weights)
        for options in self.OPTIONS:
            options = {"tau": tau, **options}
            net = nn.Sequential(nn.Flatten(), linear(weights, device=device))  # (n, tau) alone
            expected = self.right(x, weights, **options).to(device)
            got = call(self.stub(kata), net=net, x=x.to(device), **options)
            assert_tensor(got, expected, self.HINT)


class TestOneStep(Predictions):
    HINT = "x[i] is predicted from the true x[i - tau], ..., x[i - 1], the oldest first."
    COUNT = "One number, in a row, for every value with tau values before it."
    LENGTHS = [(7, 5, {"tau": 2}), (5, 4, {"tau": 1}), (4, 1, {"tau": 3})]
    # 1 + 2 * 1, 1 + 2 * 4, 4 - 2 * 2, -2 + 2 * 5
    BY_HAND = [((2,), [3.0, 9, 0, 8])]
    OPTIONS = [{}]

    def stub(self, kata):
        return kata.one_step

    def right(self, x: Tensor, weights: list[float], tau: int) -> Tensor:
        return slide(x, torch.tensor(weights))[:-1]


class TestMultiStep(Predictions):
    HINT = "Each prediction is made from the tau entries before it, predictions among them."
    COUNT = "As long as x: the known values and the predictions."
    LENGTHS = [(T, T, {"n_known": T - 1, "tau": tau}) for T, tau in ((8, 2), (4, 3), (2, 1))]
    # The older value once, the newer one twice: 1 + 2 * 1, 1 + 2 * 3, 3 + 2 * 7, ...
    BY_HAND = [((2, 2), [1.0, 1, 3, 7, 17, 41]), ((4, 2), [1.0, 1, 4, -2, 0, -2])]
    OPTIONS = [{"n_known": n} for n in (9, 4, 13, 14)]

    def stub(self, kata):
        return kata.multi_step

    def right(self, x: Tensor, weights: list[float], tau: int, n_known: int) -> Tensor:
        last, steps = x[n_known - tau : n_known], range(1, len(x) - n_known + 1)
        return torch.stack([*x[:n_known], *(ahead(weights, k) @ last for k in steps)])


class TestKStep(Predictions):
    HINT = "k predictions in a row, each one joining the window while its oldest value leaves."
    COUNT = "The k-th predictions alone, of all windows that have a value of x there."
    LENGTHS = [(9, 5, {"tau": 2, "k": 3}), (5, 4, {"tau": 1, "k": 1}), (6, 1, {"tau": 2, "k": 4})]
    # From 1, 1: 3, 7, 17, 41. From 1, 4: 9, 22. From 4, -2: 0, -2. From -2, 5: 8.
    BY_HAND = [((2, 2), [7.0, 22, -2]), ((2, 1), [3.0, 9, 0, 8]), ((2, 4), [41.0])]
    OPTIONS = [{"k": k} for k in (1, 2, 4, 6)]

    def stub(self, kata):
        return kata.k_step

    def right(self, x: Tensor, weights: list[float], tau: int, k: int) -> Tensor:
        return slide(x, ahead(weights, k))[: len(x) - tau - k + 1]

    def test_a_net_with_a_bias(self, kata):
        got = call(kata.k_step, linear([2.0], 1.0), torch.tensor([1.0, 2, -5, 4]), 1, 2)
        assert_tensor(got, torch.tensor([7.0, 11]), self.HINT)  # 2 (2 x + 1) + 1 = 4 x + 3
