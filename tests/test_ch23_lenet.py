"""Hidden tests of ch23_lenet."""

import math

import torch
from pytest import mark
from torch import Generator, Tensor, nn
from torch.nn import functional as F

from data import real
from tests import nets
from tests.calls import Call, call
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_value,
)
from tests.convergence import fit, pictures, toy_classes
from tests.layers import Layer, Plan, Step, conv, linear, watch
from tests.trainers import HERE, THERE, TwoDevices, Watched, assert_stayed, batches, trained


class TestReshape:
    ORDER = "The values of an example stay together, row by row; n is the number of examples."

    @mark.shapes
    @mark.parametrize("shape", [(3, 784), (1, 28, 28), (2, 1, 28, 28), (5, 4, 14, 14), (0, 784)])
    def test_n_images_of_28_by_28(self, kata, rng, shape):
        got = call(kata.Reshape(), torch.randn(shape, generator=rng), name="Reshape()")
        assert_shape(got, (shape[0], 1, 28, 28), "One channel of 28 x 28 for each of n examples.")

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.Reshape(), torch.randn(2, 784, generator=rng))

    @mark.parametrize("shape", [(784,), (28, 28), (1, 28, 28), (4, 14, 14), (2, 392)])
    def test_values_keep_their_order(self, kata, rng, device, shape):
        layer, images = kata.Reshape(), torch.randn(3, 1, 28, 28, generator=rng).to(device)
        columns = images.flatten(1).T.contiguous().T  # (3, 784), not contiguous
        for X in (images.reshape(3, *shape), columns, columns[:2].double() / 3):
            right = X.reshape(len(X), 1, 28, 28)
            assert_tensor(call(layer, X, name="Reshape()"), right, self.ORDER)

    def test_it_stands_in_a_net_and_lets_the_gradient_through(self, kata, rng):
        net = nn.Sequential(kata.Reshape(), nn.AvgPool2d(7))
        assert_value(Call("Reshape(): number of its parameters", len([*net.parameters()])), 0)
        library = nn.Sequential(nn.Unflatten(1, (1, 28, 28)), nn.AvgPool2d(7))
        assert_gradients(net, library, torch.randn(2, 784, generator=rng))


INSTEAD = {"without the sigmoid": lambda X: X, "with ReLU in place of sigmoid": F.relu}
SIGMOID = Step("sigmoid", torch.sigmoid, INSTEAD)
INSTEAD = {"without the pooling": lambda X: X, "with max pooling": lambda X: F.max_pool2d(X, 2)}
MEANS = Step("2x2 average pooling with stride 2", lambda X: F.avg_pool2d(X, 2), INSTEAD)
PLANS = [Plan((), padding=2), *2 * [Plan((SIGMOID, MEANS))], *2 * [Plan((SIGMOID,))]]
OUTPUTS = [conv(1, 6, 5, 28), conv(6, 16, 5, 10), linear(400, 120), linear(120, 84), linear(84, 10)]
SIDES = (1, 28, 28)
# Parameters of a k x k convolution from a to b channels: k*k*a*b + b, of a linear layer: a*b + b.
# 150 + 6; 2,400 + 16; 48,000 + 120; 10,080 + 84; 840 + 10. Sum: 61,706.
WEIGHTS = (6, 1, 5, 5), (16, 6, 5, 5), (120, 400), (84, 120), (10, 84)
SIZES = sorted(n for shape in WEIGHTS for n in (math.prod(shape), shape[0]))


def parameters_of(net: nn.Module) -> list[tuple[Tensor, Tensor]]:
    """Weight and bias of each layer, in order. No two of the ten have the same size."""
    __tracebackhide__ = True
    sizes = sorted(p.numel() for p in nets.ready(net, (1, *SIDES)).parameters())
    got = Call("lenet(): number of parameters, and their sizes", (sum(sizes), sizes))
    hint = "Five weights and five biases. Print the shape of X in front of each layer."
    assert_value(got, (61_706, SIZES), hint)
    by_size, layers = {p.numel(): p.detach() for p in net.parameters()}, []
    for shape in WEIGHTS:
        W, b = by_size[math.prod(shape)], by_size[shape[0]].flatten()
        turned = W.dim() == 2 and W.shape == shape[::-1]  # a matrix may be stored transposed
        layers.append((W.T if turned else W.view(shape), b))
    return layers


def start(kata, rng: Generator) -> nn.Module:
    """A new net, whose weights are large enough for sigmoids to bend and to learn."""
    net = nets.ready(call(kata.lenet), (1, *SIDES))
    for W, b in parameters_of(net):
        W.normal_(0, 6 / W[0].numel() ** 0.5, generator=rng)
        W -= W.flatten(1).mean(1).reshape(-1, *[1] * (W.dim() - 1))
        b.uniform_(-0.5, 0.5, generator=rng)
    return net


class TestLenet:
    LAST = "In order: sigmoid before each pooling, nothing after the last layer."

    @mark.shapes
    def test_every_layer_has_its_shape(self, kata, rng):
        net, X = nets.ready(call(kata.lenet), (1, *SIDES)), torch.randn(2, *SIDES, generator=rng)
        try:
            seen = len(watch(net, X, "lenet()")[1])
        except Exception:  # the shapes do not fit, and the layers tell where
            seen = 5
        if seen == 5:  # plain matrix products are not seen
            nets.assert_sizes(net, X, "lenet()", OUTPUTS)

    @mark.shapes
    @mark.parametrize(("n", "training"), [(1, False), (3, True)])
    def test_every_image_gets_ten_scores(self, kata, rng, n, training):
        net, X = kata.lenet().train(training), torch.randn(n, *SIDES, generator=rng)
        got = call(net, X, name="lenet()")
        assert_shape(got, (n, 10), "The last linear layer gives a score for each of ten classes.")

    @mark.shapes
    def test_there_are_61_706_parameters(self, kata):
        parameters_of(kata.lenet())

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(start(kata, rng), torch.randn(2, *SIDES, generator=rng))

    @mark.parametrize("training", [False, True])
    def test_layers_stand_in_order(self, kata, rng, training):
        net = start(kata, rng).train(training)
        Y = X = torch.randn(3, *SIDES, generator=rng).transpose(2, 3)  # not contiguous
        got, layers = watch(net, X, f"lenet().train({training})")
        if len(layers) == 5:
            nets.assert_layers(got, layers, PLANS, X)
        for (W, b), plan in zip(parameters_of(net), PLANS, strict=True):
            Y = Layer(Y, W, b, Y).apply(plan.input(Y), plan.stride, plan.padding)
        assert_tensor(got, Y, self.LAST)

    def test_eval_mode_gives_the_same_again(self, kata, rng):
        net, X = start(kata, rng).eval(), torch.randn(2, *SIDES, generator=rng)
        nets.assert_repeats(net, X, "lenet().eval()")

    def test_gradient_reaches_every_parameter(self, kata, rng):
        nets.assert_reached(start(kata, rng), torch.randn(4, *SIDES, generator=rng), "lenet()")

    def test_a_new_net_at_every_call(self, kata):
        nets.assert_new(kata.lenet)

    @mark.cuda
    def test_cuda(self, kata, rng):
        net, X = start(kata, rng), torch.randn(3, *SIDES, generator=rng)
        nets.assert_same_on_cuda(net, X, "lenet()")

    @mark.convergence
    def test_it_learns(self, kata, rng, run):
        data = toy_classes(rng, 200, SIDES, noise=0.3)
        losses = fit(start(kata, rng), *data, lr=0.2, epochs=6, batch_size=20)
        # 20 seeds: right answers end below 0.05, with softmax or sigmoid at the end above 1.5.
        run.below(losses[-1], 0.3, "lenet(), from large weights", self.LAST, losses)


BOTH = mark.parametrize("lists", [False, True], ids=["tensors", "lists"])
LISTS = "When X is a list, the net gets the whole list; y tells how many examples there are."
MOVE = "Move to the device: the net, and of every batch X (or each tensor in the list X) and y."


class TestEvaluateAccuracyGpu:
    def test_every_example_counts_the_same(self, kata, device):
        net, data = nn.Linear(3, 3, bias=False), []
        nn.init.eye_(net.weight)  # X are the scores
        for g, y in (([0, 1, 2, 0], [0, 1, 2, 1]), ([0, 1, 0, 0], [2, 0, 1, 0]), ([1], [1])):
            data.append((torch.eye(3)[g], torch.tensor(y)))  # right: 3 of 4, 1 of 4, 1 of 1
        hint = "Divide all hits by all examples; a mean over batches overrates a short one."
        assert_number(call(kata.evaluate_accuracy_gpu, net.to(device), data), 5 / 9, hint)
        args = {"data_iter": (d for d in data[2:]), "device": torch.device(device)}
        got = call(kata.evaluate_accuracy_gpu, net=net, **args)
        assert_number(got, 1.0, "A single batch of one example, and no more passes over it.")

    def test_X_may_be_a_list(self, kata, rng, device):
        net = Watched()
        data = [(X, net(X).argmax(1)) for X, _ in batches(rng, lists=True)]
        assert_number(call(kata.evaluate_accuracy_gpu, net.to(device), data), 1.0, LISTS)

    def test_net_works_in_evaluation_mode(self, kata, rng):
        net = Watched().train()
        got = call(kata.evaluate_accuracy_gpu, net, batches(rng))
        hint = "In training mode dropout and batch normalisation change the scores."
        assert_value(got.part(net.modes, "modes of net"), 3 * ["evaluation"], hint)

    @mark.parametrize("on", [True, False])
    def test_net_works_without_gradients(self, kata, rng, on):
        net = Watched()
        with torch.set_grad_enabled(on):
            got = call(kata.evaluate_accuracy_gpu, net, batches(rng))
            after = torch.is_grad_enabled()
        hint = "Run the net under torch.no_grad(). With gradients on, the moving statistics of the "
        hint += "notes' BatchNorm drift here, too."
        assert_tensor(got.part(net.mean, "a moving mean of net"), torch.zeros(3), hint)
        hint = "Gradients are on or off as before: `with torch.no_grad():` sees to that."
        assert_value(got.part(after, "torch.is_grad_enabled() afterwards"), on, hint)

    def test_net_and_batches_are_not_modified(self, kata, rng):
        net, data = Watched(), batches(rng)

        def evaluate_accuracy_gpu(X: Tensor, y: Tensor) -> float:
            return kata.evaluate_accuracy_gpu(net, [(X, y)])

        assert_keeps_arguments(evaluate_accuracy_gpu, *data[0])
        got = Call("evaluate_accuracy_gpu(net, data_iter): weight of net", net.layer.weight)
        assert_tensor(got, net.first[0], "Nothing is trained here.")
        frozen, hint = not net.layer.weight.requires_grad, "torch.no_grad() leaves the net alone."
        assert_that(not frozen, got, "requires_grad is False now", "it can be trained", hint)

    @BOTH
    @mark.parametrize("given", ["=meta", " not given"])
    def test_batches_are_moved_to_the_net(self, kata, rng, given, lists):
        net, data = Watched(), batches(rng, lists)
        told = f"evaluate_accuracy_gpu, net on meta, batches on cpu, device{given}"
        with TwoDevices(told, data, [*net.parameters(), *net.buffers()], MOVE) as mode:
            kata.evaluate_accuracy_gpu(net, data, *[THERE] * (given == "=meta"))
        assert_stayed(mode, net)


class TestTrainCh6:
    ROWS = "Each row after one more epoch: train loss, train accuracy, test accuracy after it. "
    ROWS += "Each epoch runs through train_iter anew, and its sums begin at 0. "

    def test_weights_start_as_xavier_draws_them(self, kata, rng):
        fans, first = {"nn.Conv2d(2, 16, 3)": (18, 144), "nn.Linear(96, 40)": (96, 40)}, []
        inner = nn.Sequential(nn.Conv2d(2, 16, 3, bias=False), nn.Flatten())
        norm = nn.BatchNorm1d(40)
        net = nn.Sequential(nn.Sequential(inner), nn.Linear(96, 40), norm, nn.Linear(40, 4))
        for parameter in net.parameters():
            nn.init.constant_(parameter, 5.0 if parameter.dim() > 1 else 1.0)

        noted = inner[0], net[1], norm
        net.register_forward_pre_hook(lambda *_: first.extend(m.weight.clone() for m in noted))
        data = 2 * [(torch.randn(4, 2, 5, 4, generator=rng), torch.arange(4))]
        for _ in range(2):
            got = call(kata.train_ch6, net, data, data, 1, 0.1, HERE)
        hint = "Xavier's uniform draw for every nn.Linear and nn.Conv2d, however deep."
        for (name, (a, b)), W in zip(fans.items(), first, strict=False):
            told, found = got.part(W, f"weights of {name} at first"), float(W.abs().max())
            bound, n = (6 / (a + b)) ** 0.5, W.numel()
            expected = f"at most {bound:.4f}, for fan_in {a} and fan_out {b}"
            assert_that(found <= 1.0001 * bound, told, f"sizes up to {found:.4f}", expected, hint)
            far = int((W.abs() > bound / 2).sum())
            assert_share(told, far, n, 0.5, f"weights beyond {bound / 2:.4f} in size", hint)
            assert_share(told, int((W > 0).sum()), n, 0.5, "weights above 0", hint)
        assert_tensor(got.part(first[2], "weight of nn.BatchNorm1d(40)"), torch.ones(40), hint)
        new, hint = not first[0].equal(first[len(first) // 2]), "Set no seed."  # at the second call
        assert_that(new, got, "and first weights are those of the call before", "a new draw", hint)

    def test_every_batch_makes_one_step(self, kata, rng, device):
        got, layer, _, W, b = trained(kata.train_ch6, rng, 1, device)
        hint = "Each of 3 batches makes one step of plain SGD, on the gradients of its own mean "
        hint += "cross-entropy (of the raw scores) alone: are earlier ones cleared?"
        assert_tensor(got.part(layer.weight, "the weight afterwards"), W, hint)
        assert_tensor(got.part(layer.bias, "the bias afterwards"), b, hint)

    def test_loss_and_accuracy_are_those_of_all_examples_before_the_steps(self, kata, rng):
        got, _, rows, *_ = trained(kata.train_ch6, rng, 1)
        hint = "Batches of 4, 4 and 2 examples: how much does each count, before its step?"
        assert_number(got.part(got.value[0][0], "train loss"), float(rows[0, 0]), hint, rel=1e-5)
        assert_number(got.part(got.value[0][1], "train accuracy"), float(rows[0, 1]), hint)

    @mark.parametrize(("epochs", "lists"), [(1, False), (3, False), (2, True)])
    def test_each_epoch_goes_on_from_the_one_before(self, kata, rng, device, epochs, lists):
        got, layer, rows, W, _ = trained(kata.train_ch6, rng, epochs, device, lists)
        matrix = got.part(torch.tensor(got.value, dtype=torch.float32), "as a matrix")
        assert_tensor(matrix, rows, self.ROWS + LISTS * lists)
        assert_tensor(got.part(layer.weight, "the weight afterwards"), W, self.ROWS)

    def test_modes_alternate(self, kata, rng):
        net, data = Watched().eval(), batches(rng)
        got = call(kata.train_ch6, net, data, data[:2], 2, 0.1, HERE)
        right, hint = 2 * (3 * ["training"] + 2 * ["evaluation"]), "Evaluation changes the mode."
        assert_value(got.part(net.modes, "modes of net, batch by batch"), right, hint)

    @BOTH
    def test_net_and_batches_are_moved_to_the_device(self, kata, rng, lists):
        net, data = Watched(), batches(rng, lists)
        here, told = [data, *net.parameters(), *net.buffers()], "all on cpu, device=meta"
        with TwoDevices(f"train_ch6, {told}", here, hint=MOVE) as mode:
            kata.train_ch6(net, data, data, 2, 0.1, THERE)
        assert_stayed(mode, net)

    def test_every_epoch_counts_also_when_all_is_right(self, kata):
        batch = torch.eye(2), torch.tensor([0, 1])
        got = call(kata.train_ch6, nn.Linear(2, 2), [batch], [batch], 30, 2.0, HERE)
        hint = "Training ends after num_epochs, not when the accuracy is 1."
        assert_value(got.part(len(got.value), "number of its epochs"), 30, hint)

    @mark.convergence
    def test_it_learns_garments(self, kata, run):
        hidden = [nn.Conv2d(1, 6, 5, stride=2), nn.ReLU(), nn.MaxPool2d(2)]
        net, size = nn.Sequential(*hidden, nn.Flatten(), nn.Linear(216, 10)), 64 if real() else 32
        parts = [[t[:12000].split(size) for t in pictures(train)] for train in (True, False)]
        train, test = (list(zip(*part, strict=True)) for part in parts)
        history = kata.train_ch6(net, train, test, 3, 0.2, HERE)
        curve, (mean, share, hits) = [float(row[0]) for row in history], map(float, history[-1])
        # 20 seeds: right answers reach 0.86, 0.86, below 0.42; a shrinking rate 0.25, 0.25, 2.1.
        text, hint = "train_ch6 with a small net on garments", "Three epochs at lr 0.2."
        run.above(share, 0.6, f"{text}: train accuracy", hint, curve)
        run.above(hits, 0.6, f"{text}: test accuracy", hint, curve)
        run.below(mean, 0.9, f"{text}: train loss", hint, curve)
