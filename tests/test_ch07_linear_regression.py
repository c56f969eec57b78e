"""Hidden tests of ch07_linear_regression."""

import functools
import math
import time
from itertools import accumulate, islice

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from tests import checks
from tests.calls import Call, call, describe
from tests.checks import assert_shape, assert_tensor, assert_that, assert_value, listed

W, B = torch.tensor([[2.0], [-3.4]]), 4.2  # the notes' numbers


def whole(rng: torch.Generator, *shape: int) -> Tensor:
    """Whole numbers from -9 to 9; a matrix is not contiguous."""
    return torch.randint(-9, 10, shape[::-1], generator=rng).float().mT


class TestTimer:
    @mark.shapes
    def test_it_begins_without_laps_and_shares_none(self, kata):
        kata.Timer().stop()
        got = call(kata.Timer)
        hint = "Each Timer has a list of its own, empty at first: make it in __init__."
        assert_value(got.part(got.value.times, "times of a second Timer"), [], hint)

    def test_a_lap_is_the_wall_time_since_the_start(self, kata):
        timer = None
        for start in ("Timer()", "Timer(), 20 ms, start()"):
            before = time.perf_counter()
            if timer:
                timer.start()
            else:
                timer = kata.Timer()
            after = time.perf_counter()
            time.sleep(0.02)
            for stop in ("stop()", "stop(), stop()"):
                # Measured here, this holds on the busiest machine; 5 ms are for a coarse clock.
                least = time.perf_counter() - after - 0.005
                got = Call(f"{start}, 20 ms of sleep, {stop}", float(timer.stop()))
                most = time.perf_counter() - before + 0.005
                hint = "Wall time since the last start(); a new Timer starts, stop() does not."
                ok = least < got.value < most
                assert_that(ok, got, "", f"{least:.4f} to {most:.4f} seconds", hint)

    def test_times_sum_avg_and_cumsum(self, kata):
        timer, laps = kata.Timer(), []
        for pause in (0.001, 0.003, 0.002):
            timer.start()
            time.sleep(pause)
            laps.append(float(timer.stop()))
        for what, found, expected in (
            ("times", timer.times, laps),
            ("sum()", [timer.sum()], [sum(laps)]),
            ("avg()", [timer.avg()], [sum(laps) / 3]),
            ("cumsum()", timer.cumsum(), list(accumulate(laps))),
        ):
            got = Call(f"{what} after the laps {laps}", found)
            assert_that(type(found) is list, got, "", "a list of numbers")
            numbers = got.part(torch.tensor(found).double(), "as a tensor")
            assert_tensor(numbers, torch.tensor(expected).double(), "Which laps count, and how?")
        sums = Call("sum() and cumsum() without a lap", [kata.Timer().sum(), kata.Timer().cumsum()])
        assert_that(sums.value == [0, []], sums, "", "[0, []]", "Nothing adds up to 0.")


class TestSyntheticData:
    def make(self, kata, w: Tensor, n: int) -> list[Call]:
        X, y = listed(call(kata.synthetic_data, w=w, b=B, num_examples=n), "X", "y")
        assert_shape(X, (n, len(w)), "A row for each example, a column for each weight.")
        assert_shape(y, (n, 1), "One column, whatever the shape of w.")
        return [X, y]

    @mark.shapes
    @mark.parametrize(("shape", "n"), [((2,), 5), ((2,), 1), ((1,), 4), ((3, 1), 6), ((1, 1), 1)])
    def test_shapes(self, kata, rng, shape, n):
        self.make(kata, torch.randn(shape, generator=rng), n)

    def test_w_is_not_modified(self, kata):
        checks.assert_keeps_arguments(kata.synthetic_data, W.flatten(), B, 6)

    def test_X_is_standard_normal(self, kata):
        X, _ = self.make(kata, W.flatten(), 4000)
        hint = "Draw each of the n * d values on its own from N(0, 1): torch.normal or torch.randn."
        columns = torch.cat([torch.ones(4000, 1), X.value], 1)  # means and (co)variances at once
        got = X.part(columns.T @ columns / 4000, "averages of 1, X[:, 0], X[:, 1] times each other")
        assert_tensor(got, torch.eye(3), hint, rtol=0, atol=6 * math.sqrt(2 / 4000))  # 6 sigma
        inside = int((X.value.abs() < 1).sum())
        checks.assert_share(X, inside, 8000, 0.6827, "values between -1 and 1", hint)

    @mark.parametrize("shape", [(2,), (2, 1)])
    def test_labels_are_Xw_plus_b(self, kata, shape):
        X, y = self.make(kata, W.reshape(shape), 500)
        # 0.8 is far beyond the noise: how large that is the next test tells.
        assert_tensor(y, X.value @ W + B, "Each label is x w + b of its row.", rtol=0, atol=0.8)

    def test_each_label_has_noise_of_its_own(self, kata):
        X, y = self.make(kata, W.flatten(), 4000)
        noise = y.value.double() - X.value.double() @ W.double() - B
        stats = torch.stack([noise.mean(), noise.std()])
        got = Call(f"{y.text} - (X w + b): mean and standard deviation", stats)
        hint = "Add a draw to each label. 0.01 is the standard deviation, not the variance."
        expected, slack = torch.tensor([0, 0.01]).double(), 6 * 0.01 / math.sqrt(4000)  # 6 sigma
        assert_tensor(got, expected, hint, rtol=0, atol=slack)
        inside = int((noise.abs() < 0.01).sum())
        checks.assert_share(got, inside, 4000, 0.6827, "noise below 0.01", "The noise is normal.")

    def test_each_call_draws_anew(self, kata):
        (first, _), (second, _) = (self.make(kata, W.flatten(), 9) for _ in range(2))
        differ = not torch.equal(first.value, second.value)
        assert_that(differ, second, "the values of the call before", "new ones", "Set no seed.")


def numbered(n: int, device: str = "cpu") -> tuple[Tensor, Tensor]:
    """Features that tell the number i of their row, [i, i + 0.5], and labels 10 i."""
    column = torch.arange(n, dtype=torch.float32, device=device)
    return torch.stack([column, column + 0.5]).T, 10 * column.reshape(n, 1)


def batches(got: Call) -> list[list[Tensor]]:
    """The batches of one pass, 99 at most, each of them a pair of tensors."""
    hint = "Yield (X, y) for one batch after the other; `return` would give the first one alone."
    found = list(islice(got.value, 99)) if hasattr(got.value, "__iter__") else [got.value]
    for batch in found:
        pair = type(batch) in (tuple, list) and [type(part) for part in batch] == [Tensor, Tensor]
        assert_that(pair, got, f"a batch that is {describe(batch)}", "pairs of tensors", hint)
    return found


def order(got: Call) -> Call:
    """The numbers of the rows of `numbered` data, in the order of one pass."""
    return got.part([int(x) for X, _ in batches(got) for x in X[:, 0]], "its rows, in order")


class Batches:
    """What both ways to read data promise; apply() of a class below calls its stub."""

    @mark.shapes
    @mark.parametrize(("n", "size"), [(23, 5), (20, 5), (6, 6), (4, 10), (1, 3), (3, 1)])
    @mark.parametrize("axes", [2, 1])
    def test_sizes_of_the_batches(self, kata, n, size, axes):
        X, y = numbered(n)
        got = self.apply(kata, size, X, y.reshape((n, 1)[:axes]))
        found = [(tuple(X.shape), tuple(y.shape)) for X, y in batches(got)]
        expected = [((len(p), 2), (len(p), 1)[:axes]) for p in torch.arange(n).split(size)]
        hint = "batch_size rows each, then one batch with the rest, if there is a rest."
        assert_value(got.part(found, "shapes of the batches"), expected, hint)

    def test_features_and_labels_stay_together(self, kata, device):
        for X, y in batches(self.apply(kata, 5, *numbered(23, device))):
            got = Call(f"a batch with the features {X.tolist()}: labels", y)
            assert_tensor(got, 20 * X[:, 1:] - 10 * X[:, :1] - 10, "Use the same indices for both.")

    @mark.parametrize(("n", "size"), [(23, 5), (20, 5), (6, 6), (4, 10)])
    def test_every_row_comes_once(self, kata, n, size):
        X, y = numbered(n)
        for _ in self.apply(kata, size, X, y).value:
            break  # as in the notes; a pass left early leaves no trace
        got = order(self.apply(kata, size, X, y))
        assert_value(got.part(sorted(got.value), "sorted"), list(range(n)), "All rows, each once.")
        for name, now, was in zip(("features", "labels"), (X, y), numbered(n), strict=True):
            assert_tensor(got.part(now, f"{name} after it"), was, "They must not be modified.")

    @mark.parametrize("size", [1, 3])
    def test_every_order_can_occur(self, kata, size):
        got = self.apply(kata, size, *numbered(3))
        found = {tuple(order(self.apply(kata, size, *numbered(3))).value) for _ in range(100)}
        hint = "Shuffle all rows, before you cut into batches, anew each time, and set no seed."
        told = f"in 100 passes only the orders {sorted(found)}"  # odds to miss one: 10^-7
        assert_that(len(found) == 6, got, told, "all 6 orders of 3 rows", hint)


class TestDataIter(Batches):
    def apply(self, kata, size: int, X: Tensor, y: Tensor) -> Call:
        named = {"batch_size": size, "features": X, "labels": y}
        return call(kata.data_iter, **named) if y.dim() == 1 else call(kata.data_iter, size, X, y)


class Formula:
    """What linreg and squared_loss promise: the values and gradients of the library."""

    def test_arguments_are_not_modified(self, kata, rng):
        for inputs in self.inputs(rng):
            checks.assert_keeps_arguments(self.stub(kata), *inputs)

    def test_values_are_those_of_the_library(self, kata, rng, device):
        for inputs in self.inputs(rng):
            inputs = [value.to(device) for value in inputs]
            got = call(self.stub(kata), **dict(zip(self.NAMES, inputs, strict=True)))
            assert_tensor(got, self.oracle(*inputs), self.HINT)

    def test_gradients(self, kata, rng):
        for inputs in self.inputs(rng):
            checks.assert_gradients(self.stub(kata), self.oracle, *inputs)


class TestLinreg(Formula):
    NAMES, HINT = ("X", "w", "b"), "The matrix product of X and w, plus b in every row."
    stub = staticmethod(lambda kata: kata.linreg)
    oracle = staticmethod(lambda X, w, b: F.linear(X, w.T, b))

    def inputs(self, rng: torch.Generator) -> list[list[Tensor]]:
        sizes = [(5, 3), (3, 5), (1, 4), (4, 1), (1, 1)]
        return [[whole(rng, n, d), whole(rng, d, 1), whole(rng, 1, 1)[0]] for n, d in sizes]


class TestSquaredLoss(Formula):
    NAMES = ("y_hat", "y")
    HINT = "Half the square of y_hat - y, row by row. (n, 1) - (n,) would broadcast to (n, n)."

    stub = staticmethod(lambda kata: kata.squared_loss)

    def inputs(self, rng: torch.Generator) -> list[list[Tensor]]:
        shapes = [(5,), (5, 1), (1, 1), (1,)]
        return [[whole(rng, s[0], 1), whole(rng, s[0], 1).reshape(s)] for s in shapes]

    def oracle(self, y_hat: Tensor, y: Tensor) -> Tensor:
        return F.mse_loss(y_hat, y.reshape(y_hat.shape), reduction="none") / 2


class TestSgd:
    def step(self, kata, device: str, by_name: bool = False) -> tuple[Call, Tensor, Tensor]:
        """A step of two parameters whose gradients are 6 and -15."""
        w = torch.tensor([1.0, 2.0, -4.0], device=device, requires_grad=True)
        b = torch.tensor([[3.0]], device=device, requires_grad=True)
        (6 * w.sum() - 15 * b.sum()).backward()
        given = {"params": [w, b], "lr": 0.5, "batch_size": 4}
        got = call(kata.sgd, **given) if by_name else call(kata.sgd, *given.values())
        return got, w, b

    def test_every_parameter_moves(self, kata, device):
        got, w, b = self.step(kata, device)
        hint = "Down the gradient, lr / batch_size times it. `param = param - ...` is not in place."
        # 1 - 0.5 * 6 / 4 = 0.25 and so on; 3 + 0.5 * 15 / 4 = 4.875
        moved = torch.tensor([0.25, 1.25, -4.75], device=device)
        assert_tensor(got.part(w, "params[0]"), moved, hint)
        assert_tensor(got.part(b, "params[1]"), torch.tensor([[4.875]], device=device), hint)

    def test_the_next_backward_finds_no_old_gradient(self, kata):
        got, *params = self.step(kata, "cpu", by_name=True)
        on = torch.is_grad_enabled() and all(p.requires_grad and p.is_leaf for p in params)
        assert_that(on, got, "autograd is off", "it stays on", "Use `with torch.no_grad()`.")
        left = [p.grad for p in params if p.grad is not None and bool(p.grad.any())]
        assert_that(not left, got, f"gradients {left}", "zeros: the next backward() adds to them")


class Training:
    """What both ways of training promise; stub() of a class below gives it.

    Parameters are of the order of 10^6, so that a start below 1 does not count. SCALES are the
    gradients a step may take, in those of half the mean squared error.
    """

    def near(self, got: Call, w: Tensor, b: Tensor, shares: list[float], hint: str) -> None:
        """One of these shares of the way to w and b is done."""
        for part, goal in zip(listed(got, "w", "b"), (w, b), strict=True):
            assert_shape(part, goal.shape, "w is a column (d, 1), b is (1,).", device=goal.device)
            gaps = [float((part.value.detach() - share * goal).abs().max()) for share in shares]
            shares = [shares[gaps.index(min(gaps))]]  # b must go as far as w
            # 20 seeds: right answers are off by 0.9 or less, the nearest wrong one by 1000.
            assert_tensor(part, shares[0] * goal, hint, rtol=0, atol=100)

    def steps(self, kata, num_steps: int, hint: str, device: str = "cpu") -> None:
        """Full batches of orthogonal columns: a step leaves 1 - scale / 4 of the error."""
        X = torch.cartesian_prod(*[torch.tensor([-1.0, 1.0], device=device)] * 3)  # (8, 3)
        w, b = torch.tensor([[1e6], [-2e6], [3e6]], device=device), torch.tensor([5e6]).to(device)
        got = call(self.stub(kata), X, X @ w + b, 0.25, num_steps, 8)
        self.near(got, w, b, [1 - (1 - scale / 4) ** num_steps for scale in self.SCALES], hint)

    def test_first_step(self, kata, device):
        hint = "lr times the gradient of the mean over the batch: divide by its size once."
        self.steps(kata, 1, hint, device)
        self.steps(kata, 1, "The call before must leave nothing: make w and b inside.", device)

    def test_later_steps(self, kata):
        self.steps(kata, 3, "Each step takes its own gradient only: zero it between steps.")

    def test_start_is_small(self, kata, rng):
        got = call(self.stub(kata), whole(rng, 6, 20), whole(rng, 6, 1), 0.0, 1, 4)
        hint = "With lr 0 nothing moves: this is the start."
        for part in listed(got, "w", "b"):
            # No draw from the standard normal distribution is as large as 6, odds 2 in 10^9.
            ok = float(part.value.abs().max()) < 6
            assert_that(ok, part, "", "numbers between -1 and 1", hint)

    def test_arguments_are_not_modified(self, kata, rng):
        data = whole(rng, 6, 2), whole(rng, 6, 1)
        checks.assert_keeps_arguments(self.stub(kata), *data, 1e-3, 2, 4)

    @mark.parametrize(("n", "size"), [(12, 4), (7, 3), (4, 10)])
    def test_each_batch_is_a_step(self, kata, n, size):
        # All rows are x = (1, 2), y = 6e6: a step leaves 1 - scale / 4 of the error.
        X, y = torch.tensor([[1.0, 2.0]]).repeat(n, 1), torch.full((n, 1), 6e6)
        lengths = [len(part) for part in torch.arange(n).split(size)] * 2
        cases = [(scale, by) for scale in self.SCALES for by in (0, 1)]
        # A short batch may be divided by its own length or, as by 1, by size.
        shares = [1 - math.prod(1 - s / 4 * (k / size) ** by for k in lengths) for s, by in cases]
        options = {"features": X, "labels": y, "lr": 1 / 24, "num_epochs": 2, "batch_size": size}
        hint = f"{len(lengths)} steps: one for each batch of each epoch, also for a short one."
        goal = torch.tensor([[1e6], [2e6]]), torch.tensor([1e6])
        self.near(call(self.stub(kata), **options), *goal, shares, hint)

    def test_every_row_is_learned_from(self, kata):
        # Batches drawn anew each time hold all 12 rows in 1 of 10,000 runs.
        got = call(self.stub(kata), torch.eye(12), torch.full((12, 1), 1e6), 0.1, 1, 2)
        w, _ = listed(got, "w", "b")
        told = "no w[i] near 0: an epoch goes through every row, and row i moves it"
        assert_that(float(w.value.min()) > 1e4, w, "", told)

    @mark.convergence
    def test_it_finds_the_true_parameters(self, kata, rng, run):
        X = torch.randn(1000, 2, generator=rng)
        y = X @ W + B + 0.01 * torch.randn(1000, 1, generator=rng)
        got = call(self.stub(kata), X, y, 0.03, 3, 10)
        w, b = listed(got, "w", "b")
        error = max(float((w.value - W).abs().max()), abs(float(b.value) - B))
        # 20 seeds: right answers end below 0.0015; the nearest wrong one (2 seeds) at 0.0195.
        run.below(error, 0.01, f"{got.text}: largest error", "Check loss, step and zeroing.")


class TestTrainLinreg(Training):
    SCALES = (1,)

    stub = staticmethod(lambda kata: kata.train_linreg)


class TestLoadArray(Batches):
    def apply(self, kata, size: int, X: Tensor, y: Tensor) -> Call:
        got = call(kata.load_array, (X, y), size)
        assert_that(isinstance(got.value, DataLoader), got, "", "a torch.utils.data.DataLoader")
        return got

    def test_each_pass_of_one_loader_is_shuffled_anew(self, kata):
        got = self.apply(kata, 7, *numbered(60))
        differ, hint = order(got).value != order(got).value, "Let the DataLoader shuffle."
        assert_that(differ, got, "the same order in two passes", "two orders", hint)

    def test_without_is_train_the_order_stays(self, kata):
        X, y = numbered(23)
        got = call(kata.load_array, data_arrays=(X, y), batch_size=5, is_train=False)
        assert_value(order(got), list(range(23)), "Only data for training is shuffled.")

    def test_any_number_of_tensors(self, kata):
        X, y = numbered(7)
        got = call(kata.load_array, (X, y, -y), 7, False)
        batch = listed(got.part(next(iter(got.value)), "its batch"), "X", "y", "z")
        for part, array in zip(batch, (X, y, -y), strict=True):
            assert_tensor(part, array, "A batch holds rows of each of the tensors.")


class TestTrainLinregConcise(Training):
    SCALES = (1, 2)  # nn.MSELoss, halved or as it is

    stub = staticmethod(lambda kata: kata.train_linreg_concise)

    @mark.parametrize(("kind", "method"), [(nn.Linear, "forward"), (torch.optim.SGD, "step")])
    def test_the_library_does_the_work(self, kata, rng, monkeypatch, kind, method):
        real, used = getattr(kind, method), []

        @functools.wraps(real)
        def noted(self, *args, **kwargs):
            used.append(method)
            return real(self, *args, **kwargs)

        monkeypatch.setattr(kind, method, noted)
        got = call(self.stub(kata), whole(rng, 6, 2), whole(rng, 6, 1), 1e-3, 1, 4)
        hint = "Here nn.Linear predicts and torch.optim.SGD steps, not the functions above."
        told = f"{method}() of {kind.__name__}"
        assert_that(bool(used), got, f"and never called {told}", f"a use of {told}", hint)
