"""Hidden tests of ch09_softmax_regression."""

import math
from functools import partial

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F

from data import real
from tests.calls import Call, call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_trained,
    assert_value,
    gradients,
    several,
)
from tests.convergence import learns_garments, pictures, sgd_step

NAMES = "t-shirt,trouser,pullover,dress,coat,sandal,shirt,sneaker,bag,ankle boot"
Batches = list[tuple[Tensor, Tensor]]


class Losses:
    """What both losses promise: stub() of a class below names its stub, right is the library's."""

    PAIRED = "Each prediction meets its own y, no mean: (n, 1) with (n,) would give n * n errors."

    @mark.shapes
    @mark.parametrize("shape", [(4, 1), (4,), (1, 1), (1,)])
    def test_shape_is_that_of_y_hat(self, kata, shape):
        got = call(self.stub(kata), torch.ones(shape[0], 1), torch.zeros(shape))
        assert_shape(got, (shape[0], 1), self.PAIRED, device="cpu")

    def test_arguments_are_not_modified(self, kata):
        assert_keeps_arguments(self.stub(kata), torch.ones(2, 1), torch.tensor([3.0, 2.0]))

    @mark.parametrize("shape", [(7, 1), (7,)])
    def test_values_are_those_of_the_library(self, kata, device, shape):
        y_hat = torch.tensor([-3.0, -1, -0.5, 0, 0.25, 1.5, 8], device=device)[:, None]
        for y, hint in ((torch.full((7,), 0.5), self.HINT), (torch.arange(7.0), self.PAIRED)):
            expected = self.right(y_hat, y.to(device)[:, None])
            y = y.to(device).reshape(shape)
            assert_tensor(call(self.stub(kata), y_hat=y_hat, y=y), expected, hint)

    def test_gradients(self, kata, rng):
        hint = "The slope has the sign of the error, and its size where the loss is squared."
        errors = 2 * torch.randn(2, 9, 1, generator=rng)  # none is 0
        assert_gradients(self.stub(kata), self.right, *errors, hint=hint)


class TestL1Loss(Losses):
    HINT = "The size of each error, without its sign; no mean, no square."
    right = staticmethod(partial(F.l1_loss, reduction="none"))

    def stub(self, kata):
        return kata.l1_loss


class TestHuberLoss(Losses):
    HINT = "Half the square for errors up to delta, which is 1 if it is not given."
    right = staticmethod(partial(F.huber_loss, reduction="none"))

    def stub(self, kata):
        return kata.huber_loss

    @mark.parametrize("delta", [0.5, 2.0, 3.0])
    def test_delta_is_where_the_line_begins(self, kata, delta):
        y_hat, y = torch.tensor([-4.0, -2, -0.25, 0.5, 2.5, 3.5])[:, None], torch.zeros(6, 1)
        expected = self.right(y_hat, y, delta=delta)
        hint = "At delta the line goes on with the value and the slope of the square."
        assert_tensor(call(kata.huber_loss, y_hat, y, delta), expected, hint)


def scores(rng: torch.Generator, *shape: int, scale: float = 4) -> Tensor:
    """Scores between -scale and scale, not contiguous."""
    X = torch.rand(shape[::-1], generator=rng) * 2 * scale - scale
    return X.permute(*range(len(shape))[::-1])


class TestSoftmax:
    HINT = "exp of each score, divided by the sum over its own row."

    @mark.shapes
    @mark.parametrize("shape", [(2, 5), (1, 3), (4, 1), (1, 1)])
    def test_shape_is_that_of_X(self, kata, rng, shape):
        assert_shape(call(kata.softmax, scores(rng, *shape)), shape, self.HINT, device="cpu")

    @mark.parametrize("shape", [(3, 3), (2, 5), (6, 2), (1, 4), (3, 1)])
    def test_values_are_those_of_the_library(self, kata, rng, device, shape):
        X = scores(rng, *shape).to(device)
        expected = torch.softmax(X, dim=1)
        assert_tensor(call(kata.softmax, X=X.clone()), expected, self.HINT)
        assert_tensor(call(kata.softmax, X - 2), expected, "The same number less in all scores.")

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.softmax, scores(rng, 3, 4))

    def test_gradient(self, kata, rng):
        assert_gradients(kata.softmax, lambda X: torch.softmax(X, dim=1), scores(rng, 3, 4))


class TestSoftmaxNet:
    HINT = "Each example as a row of X, times W, plus b; then softmax over the classes."

    def right(self, X: Tensor, W: Tensor, b: Tensor) -> Tensor:
        return torch.softmax(F.linear(X.flatten(1), W.t(), b), dim=1)

    @mark.shapes
    @mark.parametrize("shape", [(2, 1, 28, 28), (1, 28, 28), (3, 784)])
    def test_images_become_rows_of_probabilities(self, kata, shape):
        got = call(kata.softmax_net, torch.ones(shape), torch.zeros(784, 10), torch.zeros(10))
        assert_shape(got, (shape[0], 10), "One row for each image.")
        hint = "With W = 0 and b = 0 all ten classes are equally likely."
        assert_tensor(got, torch.full((shape[0], 10), 0.1), hint)

    @mark.parametrize(("n", "d", "k"), [(4, 6, 3), (1, 6, 2), (6, 6, 6)])
    def test_values_are_those_of_the_library(self, kata, rng, device, n, d, k):
        X, W, b = (scores(rng, *s, scale=1).to(device) for s in ((n, d // 2, 2), (d, k), (k,)))
        assert_tensor(call(kata.softmax_net, X=X, W=W, b=b), self.right(X, W, b), self.HINT)

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.softmax_net, *(scores(rng, *s) for s in ((4, 6), (6, 3), (3,))))

    def test_gradients(self, kata, rng):
        inputs = (scores(rng, *shape, scale=1) for shape in ((4, 6), (6, 3), (3,)))
        assert_gradients(kata.softmax_net, self.right, *inputs)


class TestCrossEntropy:
    HINT = "Row i counts with the probability of its class y[i]; the natural logarithm, then minus."

    def case(self, rng: torch.Generator, n: int, k: int) -> tuple[Tensor, Tensor]:
        """Rows of probabilities, not contiguous, and labels."""
        P = scores(rng, n, k, scale=1) + 2  # no probability is near 0
        return P / P.sum(1, keepdim=True), torch.randint(0, k, (n,), generator=rng)

    @mark.shapes
    @mark.parametrize("shape", [(2, 5), (1, 3), (4, 4)])
    def test_one_loss_an_example(self, kata, rng, shape):
        got = call(kata.cross_entropy, *self.case(rng, *shape))
        assert_shape(got, shape[:1], "One loss for each example: no sum, no mean.", device="cpu")

    @mark.parametrize("shape", [(6, 3), (1, 4), (4, 4), (3, 6)])
    def test_values_are_those_of_the_library(self, kata, rng, device, shape):
        y_hat, y = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), torch.tensor([0, 2])
        expected = -torch.tensor([math.log(0.1), math.log(0.5)])
        assert_tensor(call(kata.cross_entropy, y_hat, y), expected, self.HINT)
        y_hat, y = (value.to(device) for value in self.case(rng, *shape))
        expected = F.nll_loss(y_hat.log(), y, reduction="none")
        assert_tensor(call(kata.cross_entropy, y_hat=y_hat, y=y), expected, self.HINT)

    def test_a_small_probability_costs_much(self, kata):
        y_hat, y = torch.tensor([[1e-4, 0.9999], [0.75, 0.25]]), torch.tensor([0, 1])
        expected = -torch.tensor([math.log(1e-4), math.log(0.25)])
        hint = "A logarithm needs no lower limit where all probabilities are above 0."
        # A right answer that adds 1e-6 for safety is off by 1.1e-3 of the value, a limit of 0.001
        # for the probability by 0.25.
        assert_tensor(call(kata.cross_entropy, y_hat, y), expected, hint, rtol=1e-2, atol=0)

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.cross_entropy, *self.case(rng, 5, 3))

    def test_gradient_in_y_hat(self, kata, rng):
        y_hat, y = self.case(rng, 5, 3)
        got = call(kata.cross_entropy, y_hat.requires_grad_(), y)
        right = Call("", F.nll_loss(y_hat.log(), y, reduction="none"))
        found, expected = (gradients(c, {"y_hat": y_hat})[0] for c in (got, right))
        assert_tensor(got.part(found, "the gradient in y_hat"), expected, self.HINT)


class TestAccuracy:
    COUNT = "Count the rows whose highest score stands at their true class."

    def test_example_of_the_notes(self, kata):
        y_hat, y = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), torch.tensor([0, 2])
        got = call(kata.accuracy, y_hat, y)
        hint = "Class 2 is predicted for both rows, and right for one of them: a count, no share."
        assert_number(got, 1.0, hint)
        assert_that(isinstance(got.value, float), got, "", "a Python float, no tensor")

    @mark.parametrize(("n", "k"), [(50, 7), (4, 4), (400, 2)])
    def test_right_rows_are_counted(self, kata, rng, device, n, k):
        y, right = torch.randint(0, k, (n,), generator=rng), torch.arange(n) % 4 != 1
        y_hat = scores(rng, n, k) - 8  # negative
        y_hat[torch.arange(n), torch.where(right, y, (y + 1) % k)] = -2.0
        got = call(kata.accuracy, y_hat.to(device), y.to(device))
        assert_number(got, float(right.sum()), self.COUNT)

    @mark.parametrize(("y", "hits"), [(2, 1.0), (0, 0.0)])
    def test_a_batch_of_one(self, kata, y, hits):
        got = call(kata.accuracy, y_hat=torch.tensor([[0.1, -0.3, 0.6]]), y=torch.tensor([y]))
        assert_number(got, hits, "A single row of scores is still a row of scores.")

    @mark.parametrize(("y_hat", "hits"), [([2, 0, 1, 1], 3.0), ([0, 1, 2, 0], 0.0), ([2], 1.0)])
    def test_predicted_labels_are_compared_as_they_are(self, kata, y_hat, hits):
        got = call(kata.accuracy, torch.tensor(y_hat), torch.tensor([2, 0, 1, 2][: len(y_hat)]))
        assert_number(got, hits, "y_hat of shape (n,) holds classes: there is no row to search.")

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.accuracy, scores(rng, 3, 4), torch.tensor([1, 3, 0]))


class TestAccumulator:
    def run(self, kata, n: int, *steps: tuple) -> Call:
        """All sums after these steps: the arguments of add, or () for reset."""
        metric, told = kata.Accumulator(n=n), f"metric = Accumulator({n})"
        for args in steps:
            metric.add(*args) if args else metric.reset()
            told += f"; metric.add{args}" if args else "; metric.reset()"
        return Call(f"{told}; [metric[i] for i in range({n})]", [metric[i] for i in range(n)])

    @mark.shapes
    @mark.parametrize("n", [1, 2, 4])
    def test_n_sums_begin_at_zero(self, kata, n):
        assert_value(self.run(kata, n), [0.0] * n, "Floats, n of them.")

    def test_each_sum_takes_its_own_number(self, kata):
        hint = "The numbers of every call are added, each to its own sum."
        got = self.run(kata, 3, (1, 2.5, -3), (10, 0.25, 4))
        assert_value(got, [11.0, 2.75, 1.0], hint)

    def test_two_of_them_share_nothing(self, kata):
        first, second = kata.Accumulator(2), kata.Accumulator(2)
        first.add(1, 2)
        second.add(10, 20)
        told = "first, second = Accumulator(2), Accumulator(2)"
        told = f"{told}; first.add(1, 2); second.add(10, 20); [first[i] for i in range(2)]"
        hint = "Another Accumulator begins anew: the sums belong to self."
        assert_value(Call(told, [first[0], first[1]]), [1.0, 2.0], hint)

    def test_sums_are_floats(self, kata):
        got = self.run(kata, 2, (torch.tensor(2.5), torch.tensor([3])), (2**24, 0.5), (1, 1))
        hint = "Python floats: a tensor would keep its graph, and rounds above 2 ** 24."
        assert_value(got, [2.0**24 + 3.5, 4.5], hint)

    def test_reset_begins_again(self, kata):
        assert_value(self.run(kata, 3, (1, 2, 3), ()), [0.0] * 3, "All sums are 0 again.")
        got = self.run(kata, 2, (1, 2), (), (5, 7))
        assert_value(got, [5.0, 7.0], "After reset there are n sums again, which can be added to.")


def batches(rng: torch.Generator, device: str = "cpu") -> Batches:
    """Three batches of 4, 4 and 2 examples, 3 values each, of 4 classes."""
    X, y = torch.randn(10, 3, generator=rng).to(device), torch.arange(10, device=device) % 4
    return list(zip(X.split(4), y.split(4), strict=True))


class Probe(nn.Module):
    """A linear layer that remembers in which mode it was for every batch."""

    def __init__(self, W: Tensor) -> None:
        super().__init__()
        self.W, self.modes = nn.Parameter(W.clone()), []

    def forward(self, X: Tensor) -> Tensor:
        self.modes.append("training" if self.training else "evaluation")
        return X @ self.W


class TestEvaluateAccuracy:
    def test_every_example_counts_the_same(self, kata, device):
        eye, data = torch.eye(3, device=device), []
        for g, y in (([0, 1, 2, 0], [0, 1, 2, 1]), ([0, 1, 0, 0], [2, 0, 1, 0]), ([1], [1])):
            data.append((eye[g], torch.tensor(y, device=device)))  # right: 3 of 4, 1 of 4, 1 of 1
        hint = "Divide all hits by all examples; a mean over batches overrates a short one."
        assert_number(call(kata.evaluate_accuracy, lambda X: X, data), 5 / 9, hint)
        got = call(kata.evaluate_accuracy, net=lambda X: X, data_iter=(d for d in data[2:]))
        assert_number(got, 1.0, "A single batch of one example, and no more passes over it.")

    def test_dropout_is_off(self, kata):
        X, y = torch.eye(4), torch.arange(4)
        net = nn.Sequential(nn.Dropout(1.0), nn.Flatten()).train()  # in training all scores are 0
        got = call(kata.evaluate_accuracy, net, [(X, y), (X[1:2], y[1:2])])
        assert_number(got, 1.0, "In training mode dropout changes the scores: use evaluation mode.")

    def test_a_module_works_in_evaluation_mode_and_keeps_its_weights(self, kata, rng):
        net, data, W = Probe(torch.ones(3, 4)).train(), batches(rng), torch.ones(3, 4)
        got = call(kata.evaluate_accuracy, net, data)
        assert_value(got.part(net.modes, "modes of net"), 3 * ["evaluation"], "Three batches.")
        assert_tensor(got.part(net.W, "the weights afterwards"), W, "Nothing is trained here.")
        on, hint = torch.is_grad_enabled(), "Use torch.no_grad() as a block, which ends."
        assert_that(on, got, "and gradients are off afterwards", "they are on again", hint)


class Descent(torch.optim.Optimizer):
    """Plain SGD. Making the library's own costs 0.5 s of imports; one run of train_ch3 has it."""

    def __init__(self, W: Tensor, lr: float) -> None:
        self.param_groups = [{"params": [W], "lr": lr}]
        self.W, self.lr = W, lr

    def zero_grad(self, set_to_none: bool = True) -> None:
        self.W.grad = None

    def step(self, closure: None = None) -> None:
        if self.W.grad is not None:
            self.W.data -= self.lr * self.W.grad

    def __repr__(self) -> str:
        return "optimizer"


def loss_of_each_example(y_hat: Tensor, y: Tensor) -> Tensor:
    return F.cross_entropy(y_hat, y, reduction="none")


def ways(kind: str, net: Probe, lr: float, sizes: list[int]) -> tuple:
    """net, loss and updater: a module with a loss of one reduction, or functions."""

    def updater(batch_size: int) -> None:
        sizes.append(batch_size)
        sgd_step([net.W], lr / batch_size)

    optimizer = Descent(net.W, lr)
    if kind == "mean":
        return net, nn.CrossEntropyLoss(), optimizer
    return lambda X: net(X), loss_of_each_example, optimizer if kind == "none" else updater


def descend(W: Tensor, data: Batches, lr: float) -> tuple[Tensor, float, float]:
    """The weights of a linear layer after an epoch, by autograd; its mean loss and accuracy."""
    total, hits, n = 0.0, 0, sum(len(y) for _, y in data)
    for X, y in data:
        W = W.clone().requires_grad_()
        losses = loss_of_each_example(X @ W, y)
        total += float(losses.detach().sum())
        hits += int(((X @ W).argmax(1) == y).sum())
        W = (W - lr * torch.autograd.grad(losses.mean(), W)[0]).detach()
    return W, total / n, hits / n


every_kind = mark.parametrize("kind", ["mean", "none", "function"])


class TestTrainEpochCh3:
    STEP = {
        "mean": "Each batch makes one step, on its own gradients: are earlier ones cleared?",
        "none": "From losses of single examples, an optimizer wants the gradients of their mean.",
        "function": "The function wants the gradients of the sum of the losses, and their number.",
    }

    def epoch(self, kata, rng, kind: str, device: str = "cpu") -> tuple:
        data, W, sizes = batches(rng, device), torch.randn(3, 4, generator=rng).to(device), []
        net = Probe(W)
        net_, loss, updater = ways(kind, net, 2.0, sizes)
        got = call(kata.train_epoch_ch3, net_, (d for d in data), loss, updater)
        several(got, "mean loss", "accuracy")
        return got, net, sizes, descend(W, data, 2.0)

    @every_kind
    def test_every_batch_makes_one_step(self, kata, rng, device, kind):
        got, net, _, (W, _, _) = self.epoch(kata, rng, kind, device)
        assert_tensor(got.part(net.W, "the weights afterwards"), W, self.STEP[kind])

    @every_kind
    def test_loss_and_accuracy_are_those_of_all_examples_before_the_steps(self, kata, rng, kind):
        got, _, _, (_, mean, share) = self.epoch(kata, rng, kind)
        hint = "Batches of 4, 4 and 2 examples: how much does each count, before its step?"
        assert_number(got.part(got.value[0], "mean loss"), mean, hint)
        assert_number(got.part(got.value[1], "accuracy"), share, hint)

    def test_the_function_gets_the_size_of_each_batch(self, kata, rng):
        got, _, sizes, _ = self.epoch(kata, rng, "function")
        assert_value(got.part(sizes, "what updater was called with"), [4, 4, 2])

    def test_a_module_works_in_training_mode(self, kata, rng):
        net, data = Probe(torch.ones(3, 4)).eval(), batches(rng)
        args = {"loss": nn.CrossEntropyLoss(), "updater": Descent(net.W, 0.1)}
        got = call(kata.train_epoch_ch3, net=net, train_iter=data, **args)
        assert_value(got.part(net.modes, "modes of net"), 3 * ["training"], "Three batches.")


class TestTrainCh3:
    ROWS = "Each row after one more epoch: train loss, train accuracy, test accuracy after it."

    @every_kind
    @mark.parametrize("epochs", [1, 3])
    def test_each_epoch_goes_on_from_the_one_before(self, kata, rng, device, kind, epochs):
        data, test = batches(rng, device), batches(rng, device)[:2]
        W, expected = torch.randn(3, 4, generator=rng).to(device), []
        net = Probe(W)
        for _ in range(epochs):
            W, *train = descend(W, data, 0.5)
            expected.append((*train, descend(W, test, 0.0)[2]))
        net_, loss, updater = ways(kind, net, 0.5, [])
        got = call(kata.train_ch3, net_, data, test, loss, epochs, updater)
        rows = isinstance(got.value, list) and len(got.value) == epochs
        rows = rows and all(isinstance(row, tuple) and len(row) == 3 for row in got.value)
        assert_that(rows, got, "", f"a list of tuples of three, one for each epoch ({epochs})")
        told = got.part(torch.tensor(got.value), "as a matrix")
        assert_tensor(told, torch.tensor(expected), self.ROWS)
        assert_tensor(got.part(net.W, "the weights afterwards"), W, "As many epochs as asked for.")

    def test_modes_alternate(self, kata):
        net, data = Probe(20 * torch.eye(3)).eval(), [(torch.eye(3), torch.arange(3))] * 3
        args = {"loss": nn.CrossEntropyLoss(), "updater": Descent(net.W, 0.1), "num_epochs": 2}
        got = call(kata.train_ch3, net=net, train_iter=data, test_iter=data, **args)
        hint = "Two epochs of three batches, also where all predictions are right from the start."
        modes = 2 * (3 * ["training"] + 3 * ["evaluation"])
        assert_value(got.part(net.modes, "its modes"), modes, hint)

    @mark.convergence
    def test_it_learns_garments(self, kata, run):
        net, loss = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)), nn.CrossEntropyLoss()
        sgd = torch.optim.SGD(net.parameters(), lr=0.1)
        size = 64 if real() else 32
        parts = ([part.split(size) for part in pictures(train)] for train in (True, False))
        train, test = (list(zip(*part, strict=True)) for part in parts)
        history = kata.train_ch3(net, train, test, loss, 5, sgd)
        curve, (mean, share, hits) = [float(row[0]) for row in history], map(float, history[-1])
        # 60 seeds: right answers end above 0.86, 0.81 and below 0.34; wrong ones 0.86 times as far.
        text, hint = "train_ch3 with a linear layer on garments", "Five epochs at lr 0.1."
        run.above(share, 0.7, f"{text}: train accuracy", hint, curve)
        run.above(hits, 0.7, f"{text}: test accuracy", hint, curve)
        run.below(mean, 0.5, f"{text}: train loss", hint, curve)


class TestPredictCh3:
    PAIR = "The name of y first, then that of the highest score of the same row."

    def batch(self, guesses: list[int], labels: list[int], device: str = "cpu") -> tuple:
        """Images (b, 1, 2, 5) that are scores themselves: negative, the guess highest."""
        X = torch.eye(10)[guesses] - 2
        return X.reshape(-1, 1, 2, 5).to(device), torch.tensor(labels).to(device)

    def pairs(self, guesses: list[int], labels: list[int]) -> list[tuple[str, str]]:
        names = NAMES.split(",")
        return [(names[y], names[g]) for g, y in zip(guesses, labels, strict=True)]

    def test_six_images_by_default(self, kata, device):
        guesses, labels = [3, 1, 4, 1, 5, 9, 2, 6], [3, 2, 4, 8, 0, 7, 9, 6]
        got = call(kata.predict_ch3, nn.Flatten(), [self.batch(guesses, labels, device)])
        assert_value(got, self.pairs(guesses[:6], labels[:6]), f"Six images. {self.PAIR}")

    @mark.parametrize("n", [1, 4, 10])
    def test_the_first_n_images_of_the_first_batch(self, kata, rng, n):
        guesses, labels = (torch.randperm(10, generator=rng).tolist() for _ in range(2))
        data = (self.batch(row, labels) for row in (guesses, labels))
        got = call(kata.predict_ch3, net=lambda X: X.flatten(1), test_iter=data, n=n)
        hint = f"The first n images of the first batch. {self.PAIR}"
        assert_value(got, self.pairs(guesses[:n], labels[:n]), hint)

    @mark.parametrize("size", [1, 3])
    def test_a_batch_with_fewer_images(self, kata, size):
        guesses, labels = [9, 0, 5][:size], [9, 3, 6][:size]
        got = call(kata.predict_ch3, nn.Flatten(), [self.batch(guesses, labels)] * 2, 6)
        hint = "Only the first batch, and all of its images when it has fewer than n."
        assert_value(got, self.pairs(guesses, labels), hint)


class TestSoftmaxRegression:
    HINT = "Flatten and Linear(784, 10), with nothing after it: CrossEntropyLoss has its softmax."

    def layer(self, kata) -> tuple[Call, Tensor, Tensor]:
        """A net, its weight (10, 784) and its bias (10,)."""
        got = call(kata.softmax_regression)
        assert_that(isinstance(got.value, nn.Sequential), got, "", "an nn.Sequential")
        shapes = [tuple(parameter.shape) for parameter in got.value.parameters()]
        assert_value(got.part(shapes, "shapes of its parameters"), [(10, 784), (10,)])
        return got, *(parameter.detach() for parameter in got.value.parameters())

    @mark.parametrize("shape", [(5, 1, 28, 28), (1, 784), (3, 28, 28)])
    def test_scores_are_those_of_its_layer(self, kata, rng, device, shape):
        got, weight, bias = self.layer(kata)
        X = torch.randn(shape, generator=rng).to(device)
        expected = F.linear(X.flatten(1), weight.to(device), bias.to(device))
        assert_tensor(call(got.value.to(device), X, name=got.text), expected, self.HINT)

    def test_weights_are_normal_with_standard_deviation_one_hundredth(self, kata):
        got, w, _ = self.layer(kata)
        told, n, sigma = got.part(w, "the weights"), 7840, 0.01 / math.sqrt(7840)  # of their mean
        hint = "0.01 is the standard deviation, not the variance."
        ok = abs(float(w.std()) - 0.01) < 6 * sigma / math.sqrt(2)  # 2 false alarms in 10^9
        assert_that(ok, told, f"a standard deviation of {w.std():.4f}", "0.01", hint)
        assert_that(abs(w.mean()) < 6 * sigma, told, f"a mean of {w.mean():.4f}", "0")
        far, hint = int((w.abs() > 0.02).sum()), "Draw normal numbers, not uniform ones."
        assert_share(told, far, n, math.erfc(math.sqrt(2)), "weights beyond 0.02", hint)

    def test_every_call_makes_new_weights(self, kata):
        (_, first, _), (got, second, _) = self.layer(kata), self.layer(kata)
        hint = "Do not set a seed inside, and make the layer inside the function."
        assert_that(not torch.equal(first, second), got, "the old weights", "new weights", hint)

    def test_X_is_not_modified_and_every_parameter_is_trained(self, kata, rng):
        net, X = kata.softmax_regression(), torch.randn(6, 1, 28, 28, generator=rng)
        assert_keeps_arguments(net, X)
        F.cross_entropy(net(X), torch.arange(6)).backward()
        assert_trained(net.named_parameters(), "F.cross_entropy(net(X), y).backward()")

    @mark.convergence
    def test_it_learns_garments(self, kata, run):
        net = kata.softmax_regression()
        # 30 seeds: right answers end above 0.91 and 0.85, and below 0.30.
        learns_garments(net, run, "softmax_regression()", self.HINT)
