"""Hidden tests of ch11_model_selection."""

import math

import numpy as np
import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from tests import checks
from tests.calls import Call, call, describe
from tests.checks import assert_number, assert_shape, assert_tensor, assert_that, assert_value


class TestPolyFeatures:
    @mark.shapes
    @mark.parametrize(("n", "max_degree"), [(5, 3), (1, 4), (3, 1), (200, 20)])
    def test_one_column_a_degree(self, kata, rng, n, max_degree):
        x = torch.randn(n, 1, generator=rng)
        got = call(kata.poly_features, x=x, max_degree=max_degree)
        hint = "max_degree columns: the exponents 0 to max_degree - 1."
        assert_shape(got, (n, max_degree), hint, device="cpu")

    def test_x_is_not_modified(self, kata, rng):
        checks.assert_keeps_arguments(kata.poly_features, torch.randn(4, 1, generator=rng), 4)

    def test_by_hand(self, kata, device):
        x = torch.tensor([[2.0], [-1.0], [0.0], [0.5]], device=device)
        # 2: 1, 2, 4/2, 8/6, 16/24; -1: 1, -1, 1/2, -1/6, 1/24; 0: only 0^0 = 1;
        # 1/2: 1, 1/2, 1/4/2, 1/8/6, 1/16/24
        expected = [
            [1, 2, 2, 4 / 3, 2 / 3],
            [1, -1, 1 / 2, -1 / 6, 1 / 24],
            [1, 0, 0, 0, 0],
            [1, 1 / 2, 1 / 8, 1 / 48, 1 / 384],
        ]
        hint = "Column i is x^i / i!, beginning with x^0 / 0! = 1."
        expected = torch.tensor(expected, device=device)
        assert_tensor(call(kata.poly_features, x, 5), expected, hint)

    def test_each_column_follows_from_the_one_before(self, kata, rng):
        x = (2 + torch.rand(6, 2, generator=rng))[:, 1:]  # not contiguous
        got = call(kata.poly_features, x, 20)
        assert_shape(got, (6, 20))
        columns = got.value.double()
        ratio = got.part(columns[:, 1:] / columns[:, :-1], "each column over the one before")
        hint = "x^(i+1)/(i+1)! over x^i/i! is x/(i+1), up to the last column."
        # 20 seeds: right answers are off by 2e-7 of the value, the nearest wrong one by 1.
        assert_tensor(ratio, x.double() / torch.arange(1, 20), hint, rtol=1e-5, atol=0)


def batched(X: Tensor, y: Tensor, sizes: list[int]) -> list[tuple[Tensor, Tensor]]:
    return list(zip(X.split(sizes), y.split(sizes), strict=True))


def first_column(X: Tensor) -> Tensor:
    return X[:, :1]


class TestEvaluateLoss:
    LOSS = nn.MSELoss(reduction="none")

    def test_one_batch(self, kata, device):
        X = torch.tensor([[1.0, 9.0], [2.0, 9.0], [-3.0, 9.0]], device=device)
        y = torch.tensor([[1.0], [4.0], [0.0]], device=device)
        got = call(kata.evaluate_loss, net=first_column, data_iter=[(X, y)], loss=self.LOSS)
        # (1 - 1)^2 = 0, (2 - 4)^2 = 4, (-3)^2 = 9
        assert_number(got, 13 / 3, "The mean of the losses of the rows.", rel=1e-5)

    def test_net_is_not_changed(self, kata, rng):
        net = nn.Linear(2, 1)
        before = net.weight.detach().clone()
        X, y = torch.randn(6, 2, generator=rng), torch.randn(6, 1, generator=rng)
        got = call(kata.evaluate_loss, net, batched(X, y, [4, 2]), self.LOSS)
        assert_tensor(got.part(net.weight, "weight of the net after it"), before, "No training.")
        assert_that(net.weight.grad is None, got, "a gradient left in the net", "no backward()")

    @mark.parametrize("sizes", [[10, 10, 5], [1, 6], [4, 4]])
    def test_every_row_counts_the_same(self, kata, rng, sizes):
        n = sum(sizes)
        X = torch.randn(n, 2, generator=rng)
        y = X[:, :1] + torch.linspace(0, 4, n).reshape(n, 1)  # the last rows have larger losses
        net = nn.Linear(2, 1)
        got = call(kata.evaluate_loss, net, batched(X, y, sizes), self.LOSS)
        told = got.part(got.value, f"batches of {sizes} rows")
        hint = "Sum over all rows, then divide once: a mean of batch means favours small batches."
        assert_number(told, float(F.mse_loss(net(X), y).detach()), hint, rel=1e-5)

    def test_labels_may_have_one_axis(self, kata, rng):
        X, y = torch.randn(25, 2, generator=rng), torch.randn(25, generator=rng)
        batches = batched(X, y, [10, 10, 5])
        got = call(kata.evaluate_loss, first_column, batches, lambda a, b: (a - b) ** 2)
        hint = "Give y the shape of the output first: (m, 1) - (m,) broadcasts to (m, m)."
        assert_number(got, float(F.mse_loss(X[:, 0], y)), hint, rel=1e-5)

    def test_loss_is_called_with_predictions_then_labels(self, kata, rng):
        X, y = torch.randn(7, 2, generator=rng), torch.randn(7, 1, generator=rng)
        got = call(kata.evaluate_loss, first_column, batched(X, y, [4, 3]), lambda a, b: a - 2 * b)
        expected = float((X[:, :1] - 2 * y).mean())
        assert_number(got, expected, "It is loss(predictions, labels).", rel=1e-4, abs=1e-5)

    def test_any_iterable_is_gone_through_once(self, kata, rng):
        X, y = torch.randn(25, 2, generator=rng), torch.randn(25, 1, generator=rng)
        expected = float(F.mse_loss(X[:, :1], y))
        loader = DataLoader(TensorDataset(X, y), 10)
        for batches in (loader, loader, iter(batched(X, y, [10, 15]))):
            got = call(kata.evaluate_loss, first_column, batches, self.LOSS)
            assert_number(got, expected, "One loop over data_iter, each call from 0.", rel=1e-5)


def orthogonal(device: str = "cpu") -> Tensor:
    """(10, 2), of mean 0: X.T @ X / 10 is the identity."""
    halves = torch.tensor([1.0] * 5 + [-1.0] * 5, device=device)
    other = torch.tensor([1.0, -1, 1, -1, 0] * 2, device=device)
    return torch.stack([halves, 1.25**0.5 * other], 1)


def cosines(rng: torch.Generator, t: Tensor) -> tuple[Tensor, Tensor]:
    """Polynomials of cos(t) up to degree 19, all of one size; y needs those up to degree 3."""
    features = torch.cos(torch.arange(20) * math.pi * t.reshape(-1, 1))
    noise = 0.1 * torch.randn(len(t), generator=rng)
    return features, features[:, :4] @ torch.tensor([5, 1.2, -3.4, 5.6]) + noise


class TestFitPolynomial:
    GOAL = (1e6, -3e6)  # so large that a start below 1 does not count
    STEP = "lr times the gradient of the mean squared error of the batch, not halved, not summed."

    def fit(self, kata, *args: object, **options: object) -> list[Call]:
        """Weights, train losses and test losses, these as tensors of float64."""
        got = call(kata.fit_polynomial, *args, **options)
        three = type(got.value) in (tuple, list) and len(got.value) == 3
        assert_that(three, got, "", "(weights, train losses, test losses)")
        found = [got.part(got.value[0], "weights")]
        for name, losses in zip(("train losses", "test losses"), got.value[1:], strict=True):
            told = got.part(losses, name)
            assert_that(type(losses) is list, told, "", "a list with a number for each epoch")
            found.append(got.part(torch.tensor([float(x) for x in losses]).double(), name))
        return found

    def near(self, got: Call, goal: Tensor, shares: list[float], hint: str) -> None:
        """One of these shares of the way to the goal is done."""
        assert_shape(got, goal.shape, "A vector: a weight for each feature.", device=goal.device)
        gaps = [float((got.value.detach() - share * goal).abs().max()) for share in shares]
        # 20 seeds: right answers are off by 0.7 or less, the nearest wrong one by 5000.
        assert_tensor(got, shares[gaps.index(min(gaps))] * goal, hint, rtol=0, atol=100)

    def steps(self, kata, epochs: int, hint: str, axes: int = 1, device: str = "cpu") -> None:
        """Each step, with lr 1/8, leaves 3/4 of the error of the weights."""
        X, goal = orthogonal(device), torch.tensor(self.GOAL, device=device)
        y = (X @ goal).reshape((10, 1)[:axes])
        test_y = torch.zeros((4, 1)[:axes], device=device)
        test = torch.full((4, 2), 30.0, device=device), test_y
        weights, *_ = self.fit(kata, X, y, *test, epochs, 0.125)
        self.near(weights, goal, [1 - 0.75**epochs], hint)

    @mark.shapes
    @mark.parametrize(("n", "m", "d"), [(30, 7, 4), (25, 40, 2), (7, 3, 20), (1, 1, 1)])
    def test_weights_and_an_entry_an_epoch(self, kata, rng, n, m, d):
        data = [torch.randn(s, generator=rng) for s in ((n, d), (n,), (m, d), (m,))]
        weights, train, test = self.fit(kata, *data, num_epochs=3)
        assert_shape(weights, (d,), "A vector: a weight for each feature.", device="cpu")
        for losses in (train, test):
            assert_value(losses.part(len(losses.value), "their number"), 3, "One an epoch.")

    def test_arguments_are_not_modified(self, kata, rng):
        data = [torch.randn(s, generator=rng) for s in ((12, 2), (12,), (5, 2), (5,))]
        checks.assert_keeps_arguments(kata.fit_polynomial, *data, 2)

    @mark.parametrize("axes", [2, 1])
    def test_first_step(self, kata, device, axes):
        hint = self.STEP if axes == 2 else "(10, 1) - (10,) broadcasts to (10, 10): reshape y."
        self.steps(kata, 1, hint, axes, device)
        self.steps(kata, 1, "The call before must leave nothing: make a new net.", axes, device)

    def test_later_steps(self, kata):
        self.steps(kata, 3, "Each step takes its own gradient only: zero it between steps.")

    def test_there_is_no_bias(self, kata):
        x, ones = torch.tensor([[1.0]] * 5 + [[2.0]] * 5), torch.ones(10)
        weights, *_ = self.fit(kata, x, 1e6 * (x[:, 0] + 3 * ones), x, ones, 40, 0.1)
        # Least squares of y = x + 3 without a bias: sum of x * y over sum of x * x = 70 / 25.
        hint = "A bias explains a part of this y and leaves less to the weight; have none."
        self.near(weights, torch.tensor([2.8e6]), [1.0], hint)

    @mark.parametrize("n", [30, 25, 7])
    def test_each_batch_is_a_step(self, kata, n):
        # All rows are x = (1, 2), y = 5e6: with lr 1/20 a step leaves half of the error.
        X, y = torch.tensor([[1.0, 2.0]]).repeat(n, 1), torch.full((n,), 5e6)
        lengths = [len(part) for part in torch.arange(n).split(10)] * 2
        options = {"train_x": X, "train_y": y, "test_x": X[:3], "test_y": y[:3], "lr": 0.05}
        weights, *_ = self.fit(kata, **options, num_epochs=2)
        # A short batch may be divided by its own length or by 10.
        shares = [1 - 0.5 ** len(lengths), 1 - math.prod(1 - 0.5 * k / 10 for k in lengths)]
        hint = f"{len(lengths)} steps: each epoch one for each batch of 10, also for a short one."
        self.near(weights, torch.tensor([1e6, 2e6]), shares, hint)

    def test_default_learning_rate(self, kata):
        X, goal = orthogonal(), torch.tensor(self.GOAL)
        weights, *_ = self.fit(kata, X, X @ goal, X, X @ goal, 3)
        self.near(weights, goal, [1 - 0.98**3], "lr is 0.01 by default.")

    def test_every_row_is_learned_from(self, kata):
        X, y = torch.eye(30), torch.full((30,), 1e6)
        weights, *_ = self.fit(kata, X, y, X[:2], y[:2], 1, 0.5)
        assert_shape(weights, (30,))
        told = "no weight near 0: an epoch goes through every row, and row i moves weight i"
        assert_that(float(weights.value.min()) > 1e4, weights, "", told)

    def test_losses_after_each_epoch(self, kata):
        X, goal = orthogonal(), torch.tensor(self.GOAL)
        _, train, test = self.fit(kata, X, X @ goal, 2 * X, 2 * X @ goal, 4, 0.125)
        # The error of the weights, 1e6 and 3e6 at first, is 3/4 of itself after each epoch.
        expected = 1e13 * torch.tensor([0.75 ** (2 * k) for k in (1, 2, 3, 4)]).double()
        hint = "Mean squared errors with the weights at the end of each epoch, not halved."
        assert_tensor(train, expected, hint, rtol=1e-4)
        assert_tensor(test, 4 * expected, hint, rtol=1e-4)

    def test_losses_are_means_over_all_rows(self, kata, rng):
        X, Z = torch.randn(25, 3, generator=rng), torch.randn(37, 3, generator=rng)
        y = X[:, :1] + torch.linspace(0, 9, 25)[:, None]  # the rows at the end have larger losses
        z = Z[:, :1] + torch.linspace(0, 9, 37)[:, None]
        weights, train, test = self.fit(kata, X, y, Z, z, 3)
        assert_shape(weights, (3,))
        for rows, labels, losses in ((X, y, train), (Z, z, test)):
            expected = F.mse_loss(rows @ weights.value.detach(), labels[:, 0])
            last = losses.part(losses.value[-1], "the last one")
            hint = "The mean squared error of the returned weights over all rows, without a bias."
            assert_number(last, float(expected), hint, rel=1e-4)

    @mark.convergence
    @mark.parametrize("d", [2, 20])
    def test_two_features_underfit_and_twenty_overfit(self, kata, rng, run, d):
        # At these 10 points the degrees i and 20 - i look alike: 20 features have too much choice.
        X, y = cosines(rng, (torch.arange(10) + 0.5).repeat(2) / 10)
        Z, z = cosines(rng, torch.rand(50, generator=rng))
        _, _, right = self.fit(kata, X[:, :4], y, Z[:, :4], z, 60, 0.1)
        _, train, test = self.fit(kata, X[:, :d], y, Z[:, :d], z, 60, 0.1)
        below = right.value[-1] if d == 2 else max(right.value[-1], train.value[-1])
        text = f"{test.text} with {d} features, over that with 4 (and, of 20, over the train loss)"
        hint = "Two features cannot fit this; 20 fit the training rows and miss the test rows."
        # 20 seeds: right answers end above 530, the nearest wrong one refused below 13.
        run.above(float(test.value[-1] / below), 80, text, hint, test.value.tolist())


SPLITS = [(10, 5), (11, 4), (6, 4), (9, 8), (5, 5), (7, 2), (2, 2)]


def folds(got: Call, k: int) -> list[tuple[list[int], list[int]]]:
    """The k pairs as lists of ints."""
    assert_that(type(got.value) in (list, tuple), got, "", f"a list of {k} pairs (train, valid)")
    assert_that(len(got.value) == k, got, f"{len(got.value)} pairs", f"a list of {k} pairs")
    found = []
    for pair in got.value:
        two = type(pair) in (list, tuple) and len(pair) == 2
        assert_that(two, got, f"among them {describe(pair)}", "pairs (train, valid)")
        found.append(tuple(row_numbers(got, part) for part in pair))
    hint = "Folds of n / k rows, rounded up, may use up all rows before the last fold."
    sizes = [len(valid) for _, valid in found]
    assert_that(min(sizes) > 0, got, f"folds of {sizes} rows", f"{k} folds with rows", hint)
    return found


def row_numbers(got: Call, part: object) -> list[int]:
    """Row numbers, whether they stand in a tensor, an array, a list or a range."""
    values = part.tolist() if isinstance(part, (Tensor, np.ndarray)) else part
    ok = isinstance(values, (list, tuple, range))
    ok = ok and all(isinstance(i, (int, np.integer)) and not isinstance(i, bool) for i in values)
    expected = "row numbers: whole ones, along one axis, no mask of bools"
    assert_that(ok, got, f"rows given as {describe(part)}", expected)
    return [int(i) for i in values]


class TestKFoldIndices:
    @mark.shapes
    @mark.parametrize(("n", "k"), SPLITS)
    def test_k_pairs_and_no_empty_fold(self, kata, n, k):
        folds(call(kata.k_fold_indices, n=n, k=k), k)

    @mark.parametrize(("n", "k"), SPLITS)
    def test_every_row_validates_exactly_once(self, kata, n, k):
        got = call(kata.k_fold_indices, n, k)
        rows = sorted(i for _, valid in folds(got, k) for i in valid)
        hint = "Every row in one fold, the n % k left over too; a pair is (train, valid)."
        assert_value(got.part(rows, "rows that validate, sorted"), list(range(n)), hint)

    @mark.parametrize(("n", "k"), SPLITS)
    def test_all_other_rows_train(self, kata, n, k):
        got = call(kata.k_fold_indices, n, k)
        for train, valid in folds(got, k):
            others = got.part(sorted(train), f"rows that train where {sorted(valid)} validate")
            expected = sorted(set(range(n)) - set(valid))
            assert_value(others, expected, "All rows but those of the fold, each once.")
