"""Hidden tests of ch12_weight_decay."""

import math

import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_tensor,
    assert_that,
)


def whole(rng: torch.Generator, *shape: int) -> Tensor:
    """Whole numbers from -9 to 9; a matrix is not contiguous."""
    values = torch.randint(-9, 10, shape[::-1], generator=rng).float()
    return values.permute(tuple(reversed(range(len(shape)))))


def half_square(w: Tensor) -> Tensor:
    return F.mse_loss(w, torch.zeros_like(w), reduction="sum") / 2


class TestL2Penalty:
    @mark.shapes
    @mark.parametrize("shape", [(4,), (3, 1), (1, 1), (), (0,)])
    def test_one_number_of_no_axes(self, kata, rng, shape):
        got = call(kata.l2_penalty, w=whole(rng, *shape))
        assert_shape(got, (), "One number for all weights together.", device="cpu")

    def test_half_the_sum_of_squares(self, kata, device):
        got = call(kata.l2_penalty, torch.tensor([[3.0], [-4.0], [0.0], [2.0]], device=device))
        # (9 + 16 + 0 + 4) / 2
        hint = "Square, sum, halve; no root, no mean, no absolute value."
        assert_tensor(got, torch.tensor(14.5, device=device), hint)

    @mark.parametrize("shape", [(5,), (2, 3), (4, 2, 3), (1, 1), (), (0,)])
    def test_any_shape(self, kata, rng, shape):
        w = whole(rng, *shape)
        assert_tensor(call(kata.l2_penalty, w.clone()), half_square(w), "All elements count alike.")

    def test_w_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.l2_penalty, whole(rng, 3, 2))

    @mark.parametrize("shape", [(4, 1), (2, 3)])
    def test_gradient_is_w_itself(self, kata, rng, shape):
        assert_gradients(kata.l2_penalty, half_square, whole(rng, *shape))


W, B = torch.tensor([[1e6], [-2e6], [3e6]]), torch.tensor([5e6])


Pair = tuple[Tensor, Tensor]


def ridge(X: Tensor, y: Tensor, penalty: float) -> Pair:
    """The best w and b for the mean of (X w + b - y)^2 plus penalty * |w|^2, by least squares.

    Without its mean the data needs no b; every penalised weight is a row of data more.
    """
    X, y = X.double(), y.double()
    rows = math.sqrt(len(X) * penalty) * torch.eye(X.shape[1]).double()
    left = torch.cat([X - X.mean(0), rows])
    right = torch.cat([y - y.mean(0), torch.zeros(X.shape[1], 1).double()])
    w = torch.linalg.lstsq(left, right).solution
    return w.float(), (y - X @ w).mean(0).float()


class Training:
    """What both ways of training promise; stub() of a class below gives it.

    Parameters are of the order of 10^6, so that a start of the order of 1 does not count. SCALES
    are the gradients of the error that a step may take, in those of half the mean squared error.
    """

    SCALES: tuple[int, ...]
    PENALTY_NAME: str
    MEAN = "lr times the gradient of the mean over the batch: divide by its size once."
    OWN = "Each step takes its own gradient only: zero it between steps."
    PENALTY = "Each step pulls w by lr * lambda * w: the whole penalty once a batch, not divided."
    BIAS = "Only w is in the penalty: b must not be decayed."

    def train(self, kata, *args: object, **options: object) -> list[Call]:
        got = call(self.stub(kata), *args, **options)
        four = type(got.value) in (tuple, list) and len(got.value) == 4
        assert_that(four, got, "", "(w, b, train loss, test loss)")
        names = ("w", "b", "train loss", "test loss")
        return [got.part(value, name) for name, value in zip(names, got.value, strict=True)]

    def near(self, got: list[Call], candidates: list[Pair], *hints: str) -> None:
        """w and b are those of one of the candidates; a hint for w, and one for b."""
        gaps = []
        for part, right in zip(got[:2], candidates[0], strict=True):
            hint = "w is a column (d, 1), b has shape (1,)."
            assert_shape(part, right.shape, hint, device=right.device)
            mine = part.value.detach()
            gaps.append([float((mine - pair[len(gaps)]).abs().max()) for pair in candidates])

        def fit(i: int) -> tuple[int, float]:  # where only w or only b is right, tell of the other
            return sum(gap[i] <= 100 for gap in gaps), -gaps[0][i] - gaps[1][i]

        nearest = max(range(len(candidates)), key=fit)
        for part, right, hint in zip(got[:2], candidates[nearest], hints, strict=True):
            # 20 seeds: right answers are off by 2.5 or less, the nearest wrong one by 7000.
            assert_tensor(part, right, hint, rtol=0, atol=100)

    def steps(
        self, kata, penalty: float, epochs: int, hints: list[str], device: str = "cpu"
    ) -> None:
        """Full batches of orthogonal columns, lr 1/4: every parameter goes its own way."""
        X = torch.cartesian_prod(*[torch.tensor([-1.0, 1.0], device=device)] * 3)  # (8, 3)
        w, b = W.to(device), B.to(device)
        data, test = (X, X @ w + b), (30 * X[:5], 0 * X[:5, :1])
        got = self.train(kata, data, test, penalty, epochs, 0.25, 8)

        def way(s: int, pull: float) -> float:
            """To s / (s + pull) of the goal; a step leaves 1 - (s + pull) / 4 of what is left."""
            return s / (s + pull) * (1 - (1 - (s + pull) / 4) ** epochs)

        self.near(got, [(way(s, penalty) * w, way(s, 0) * b) for s in self.SCALES], *hints)

    @mark.shapes
    @mark.parametrize(("n", "d", "size"), [(10, 3, 5), (7, 2, 3), (4, 6, 4), (1, 1, 1)])
    def test_shapes_of_w_and_b(self, kata, rng, n, d, size):
        train, test = [(whole(rng, k, d), whole(rng, k, 1)) for k in (n, 9)]
        w, b, *_ = self.train(kata, train, test, 0.1, num_epochs=2, batch_size=size)
        assert_shape(w, (d, 1), "w is a column.", device="cpu")
        assert_shape(b, (1,), device="cpu")

    def test_arguments_are_not_modified(self, kata, rng):
        def train(X: Tensor, y: Tensor, test_X: Tensor, test_y: Tensor) -> object:
            return self.stub(kata)((X, y), (test_X, test_y), 0.1, 2)

        data = whole(rng, 7, 2), whole(rng, 7, 1), whole(rng, 4, 2), whole(rng, 4, 1)
        assert_keeps_arguments(train, *data)

    def test_first_step(self, kata, device):
        self.steps(kata, 0, 1, [self.MEAN, "b is trained as w is."], device)
        leftover = "The call before must leave nothing: make w and b inside."
        self.steps(kata, 0, 1, [leftover] * 2, device)

    def test_later_steps(self, kata):
        self.steps(kata, 0, 3, [self.OWN] * 2)

    @mark.parametrize("penalty", [1, 0.5])
    def test_penalty_on_w_and_not_on_b(self, kata, penalty):
        self.steps(kata, penalty, 3, [self.PENALTY, self.BIAS])

    def test_penalty_counts_in_every_batch(self, kata):
        X, y = torch.tensor([[0.6, 0.8]]).repeat(8, 1), torch.full((8, 1), 1e6)
        got = self.train(kata, (X, y), (X[:3], y[:3]), 2, 1, 0.25, 2)
        # With x.x = 1, w = a x and e = a + b - y: a step takes s e / 4 from b and (s e + 2 a) / 4
        # from a. In 4 steps s = 1 gives a = 1/4, 1/4, 7/32, 3/16 and b = 1/4, 3/8, 15/32, 35/64;
        # s = 2 gives a = 1/2, 1/4, 1/4, 3/16 and b = 1/2, 1/2, 5/8, 11/16, in units of y.
        b = {1: torch.tensor([1e6 * 35 / 64]), 2: torch.tensor([1e6 * 11 / 16])}
        candidates = [(1e6 * 3 / 16 * X[:1].T, b[s]) for s in self.SCALES]
        self.near(got, candidates, self.PENALTY, self.BIAS)

    @mark.parametrize(("n", "size"), [(12, 4), (7, 3)])
    def test_each_batch_is_a_step(self, kata, n, size):
        # All rows are x = (1, 2), y = 6e6: with lr 1/24 a step leaves 1 - s / 4 of the error.
        X, y = torch.tensor([[1.0, 2.0]]).repeat(n, 1), torch.full((n, 1), 6e6)
        lengths = [len(part) for part in torch.arange(n).split(size)] * 2
        # A short batch may be divided by its own length or, as by 1, by size.
        cases = [(s, by) for s in self.SCALES for by in (0, 1)]
        ways = [1 - math.prod(1 - s / 4 * (k / size) ** by for k in lengths) for s, by in cases]
        options = {"train_data": (X, y), "test_data": (X, y), self.PENALTY_NAME: 0}
        got = self.train(kata, **options, num_epochs=2, lr=1 / 24, batch_size=size)
        hint = f"{len(lengths)} steps: one for each batch of each epoch, also for a short one."
        goal = 1e6 * X[:1].T, torch.tensor([1e6])
        self.near(got, [(way * goal[0], way * goal[1]) for way in ways], hint, hint)

    def test_defaults(self, kata):
        X, y = torch.ones(10, 1), torch.full((10, 1), 1e6)
        got = self.train(kata, (X, y), (X, y), 0.0)
        # 200 steps, each leaves 1 - 2 * 0.003 s of the error; w and b share what is done.
        goals = [1e6 * (1 - (1 - 0.006 * s) ** 200) / 2 for s in self.SCALES]
        candidates = [(torch.tensor([[goal]]), torch.tensor([goal])) for goal in goals]
        self.near(got, candidates, *["By default 100 epochs, lr 0.003, batches of 5."] * 2)

    def test_every_row_is_learned_from(self, kata):
        X, y = torch.eye(6), torch.full((6, 1), 1e6)
        w, *_ = self.train(kata, (X, y), (X, y), 0, 1, 0.1, 2)
        told = "no w[i] near 0: an epoch goes through every row, and row i moves it"
        assert_that(float(w.value.min()) > 1e4, w, "", told)

    @mark.parametrize("penalty", [0, 0.5])
    def test_it_ends_at_the_best_parameters(self, kata, rng, penalty):
        X = torch.randn(60, 3, generator=rng)
        y = X @ W + B + 1e6 * torch.randn(60, 1, generator=rng)
        got = self.train(kata, (X, y), (X, y), penalty, 150, 0.2, 60)
        hint = "With lambda 0 this is least squares; with more, w is smaller, b makes up for it."
        self.near(got, [ridge(X, y, penalty / s) for s in self.SCALES], hint, hint)

    def test_losses_are_mean_squared_errors(self, kata, rng):
        X, Z = torch.randn(23, 3, generator=rng), torch.randn(37, 3, generator=rng)
        y, z = 4 + torch.arange(23.0).reshape(23, 1), 9 - torch.arange(37.0).reshape(37, 1)
        w, b, *losses = self.train(kata, (X, y), (Z, z), 3.0, 2)
        assert_shape(w, (3, 1))
        for rows, labels, got in zip((X, Z), (y, z), losses, strict=True):
            expected = F.mse_loss(rows @ w.value.detach() + b.value.detach(), labels)
            hint = "The mean squared error over all rows: not halved, without the penalty."
            assert_number(got, float(expected), hint, rel=1e-4)

    @mark.convergence
    def test_the_penalty_lowers_the_test_loss(self, kata, rng, run):
        w, losses = torch.full((40, 1), 0.01), []
        noise = 3 * torch.randn(20, 1, generator=rng)  # much to overfit: 20 rows, 40 features
        X, Z = torch.randn(20, 40, generator=rng), torch.randn(100, 40, generator=rng)
        train, test = (X, X @ w + 0.05 + noise - noise.mean()), (Z, Z @ w + 0.05)
        for penalty in (0, 30):
            *_, loss = self.train(kata, train, test, penalty)
            losses.append(float(loss.value))
        text = f"{loss.text}: that with lambda 0 over that with lambda 30"
        hint = "Without a penalty w fits the noise; with one the test loss is far lower."
        # 20 seeds: right answers end above 52, the nearest wrong one refused below 4.
        run.above(losses[0] / losses[1], 12, text, hint, losses)


class TestTrainWeightDecay(Training):
    SCALES, PENALTY_NAME = (1,), "lambd"

    def stub(self, kata):
        return kata.train_weight_decay


class TestTrainWeightDecayConcise(Training):
    SCALES, PENALTY_NAME = (1, 2), "wd"  # nn.MSELoss, halved or as it is

    def stub(self, kata):
        return kata.train_weight_decay_concise
