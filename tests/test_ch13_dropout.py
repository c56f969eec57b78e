"""Hidden tests of ch13_dropout."""

import math

import torch
from pytest import mark
from torch import Tensor, nn

from data import real
from tests.calls import call
from tests.checks import (
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_raises,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    assert_trained,
)
from tests.convergence import fit, learns_garments, toy_classes


def positive(rng: torch.Generator, *shape: int) -> Tensor:
    """Values in [1, 2): no element is zero before dropout."""
    return 1 + torch.rand(*shape, generator=rng)


def usual_mistake(share: float, p: float) -> str:
    """What a share of survivors says about how the mask was drawn."""
    if abs(share - p) < 0.01:
        return "They are kept with probability `dropout`; that is the probability of dropping."
    if abs(share - math.erfc(p / math.sqrt(2)) / 2) < 0.01:
        return f"So much of a normal distribution lies above {p}: draw uniform numbers, torch.rand."
    return "Compare uniform random numbers (torch.rand) with dropout."


class TestDropoutLayer:
    @mark.shapes
    @mark.parametrize("shape", [(3, 5), (1,), (2, 0, 4), (2, 3, 4, 5)])
    @mark.parametrize("dtype", [torch.float32, torch.float64])
    @mark.parametrize("p", [0.5, 1.0])
    def test_shape_and_dtype_are_those_of_X(self, kata, rng, shape, dtype, p):
        X = positive(rng, *shape).to(dtype)
        assert_shape(call(kata.dropout_layer, X, p), shape, dtype=dtype, device="cpu")

    def test_X_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.dropout_layer, positive(rng, 6, 7), 0.5)

    def test_fresh_mask_on_every_call(self, kata, rng):
        X = positive(rng, 20, 30)
        first, second = (call(kata.dropout_layer, X=X, dropout=0.5) for _ in range(2))
        assert_shape(first, (20, 30))
        differ = not torch.equal(first.value != 0, second.value != 0)
        hint = "Do not set a seed inside, and do not keep the mask."
        if bool((second.value != 0).all()):
            hint = "No element became 0, in either call."
        assert_that(differ, second, "the same mask as in the call before", "a new mask", hint)

    def test_elements_are_dropped_one_by_one(self, kata, rng):
        got = call(kata.dropout_layer, positive(rng, 60, 50), 0.5)
        assert_shape(got, (60, 50))
        for axis, name in ((1, "rows"), (0, "columns")):
            shares = (got.value != 0).double().mean(axis)
            alike = int(((shares == 0) | (shares == 1)).sum())  # odds of one: 110 * 2^-49
            returned = f"{alike} {name} dropped or kept as a whole"
            assert_that(alike == 0, got, returned, "a draw for every element, a mask of X's shape")
        counts = {int((kata.dropout_layer(torch.ones(4, 25), 0.5) != 0).sum()) for _ in range(10)}
        returned = f"the same number of survivors in 10 calls: {counts}"
        assert_that(len(counts) > 1, got, returned, "numbers that vary: chance decides for each")

    @mark.parametrize("p", [0.1, 0.3, 0.5, 0.8])
    def test_share_of_survivors(self, kata, rng, p):
        got = call(kata.dropout_layer, positive(rng, 200, 500), p)
        assert_shape(got, (200, 500))
        kept = int((got.value != 0).sum())
        assert_share(got, kept, 100_000, 1 - p, "survivors", usual_mistake(kept / 100_000, p))

    @mark.parametrize("p", [0.2, 0.75])
    def test_survivors_are_scaled_by_one_over_keep(self, kata, rng, p):
        X = positive(rng, 30, 40)
        got = call(kata.dropout_layer, X.clone(), p)
        assert_shape(got, (30, 40))
        kept = got.value != 0  # 1200 draws: the odds that none survives or none drops are nil
        survivors = got.part(got.value[kept], "the survivors")
        assert_tensor(survivors, X[kept] / (1 - p), f"They must be X / (1 - {p}): the mean stays.")

    def test_zero_keeps_everything(self, kata):
        X = torch.arange(16, dtype=torch.float32).reshape(2, 8)
        hint = "With probability 0 nothing is dropped and nothing is scaled."
        assert_tensor(call(kata.dropout_layer, X.clone(), 0), X, hint)

    def test_one_drops_everything(self, kata):
        X = torch.arange(16, dtype=torch.float32).reshape(2, 8)
        hint = "1 - dropout is 0 here, and dividing by it gives NaN or inf."
        assert_tensor(call(kata.dropout_layer, X, 1), torch.zeros(2, 8), hint)

    def test_gradient_passes_through_the_survivors(self, kata, rng):
        masks = []

        def dropout_layer(X: Tensor) -> Tensor:
            got = call(kata.dropout_layer, X, 0.4)
            assert_shape(got, (5, 8))
            masks.append((got.value != 0).float())
            return got.value

        assert_gradients(dropout_layer, lambda X: X * masks[0] / 0.6, positive(rng, 5, 8))

    @mark.parametrize("p", [-0.1, 1.5])
    def test_probability_out_of_range_raises(self, kata, p):
        assert_raises((ValueError, AssertionError), kata.dropout_layer, torch.ones(2, 3), p)

    @mark.parametrize("p", [0.5, 1.0])
    def test_works_on_the_device_of_X(self, kata, p):
        assert_device_of_input(kata.dropout_layer, torch.ones(4, 3), p)

    @mark.cuda
    def test_cuda(self, kata, rng):
        X = positive(rng, 200, 500).cuda()
        got = call(kata.dropout_layer, X, 0.3)
        assert_shape(got, (200, 500), device="cuda")
        kept = got.value != 0
        assert_share(got, int(kept.sum()), 100_000, 0.7, "survivors")
        assert_tensor(got.part(got.value[kept], "the survivors"), X[kept] / 0.7)

    @mark.convergence
    def test_a_network_learns_with_it(self, kata, rng, run):
        class Net(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.lin1, self.lin2 = nn.Linear(784, 64), nn.Linear(64, 64)
                self.lin3 = nn.Linear(64, 10)

            def forward(self, X: Tensor) -> Tensor:
                H1 = kata.dropout_layer(torch.relu(self.lin1(X.flatten(1))), 0.2)
                return self.lin3(kata.dropout_layer(torch.relu(self.lin2(H1)), 0.5))

        X, y = toy_classes(rng, 1000, (784,))
        losses = fit(Net(), X, y, lr=0.1, epochs=4, batch_size=50)
        # 20 seeds: right answers end below 0.066, the nearest wrong one above 0.64.
        hint = "With a wrong mask too little survives to learn from."
        run.below(losses[-1], 0.5, "a 784-64-64-10 network with dropout_layer", hint, losses)
        if real():
            learns_garments(Net(), run, "a 784-64-64-10 network with dropout_layer", hint, lr=0.3)


SIZES = (4, 7, 5, 3)


def parameters(net: nn.Module, sizes: tuple[int, ...] = SIZES) -> dict[str, Tensor]:
    """The parameters of a net by role, told by their shapes; weights may be stored transposed."""
    a, b, c, d = sizes
    names = {(b, a): "W1", (b,): "b1", (c, b): "W2", (c,): "b2", (d, c): "W3", (d,): "b3"}
    found = {}
    for parameter in net.parameters():
        shape = tuple(parameter.shape)
        if shape in names:
            found[names[shape]] = parameter.detach()
        elif shape[::-1] in names:
            found[names[shape[::-1]]] = parameter.detach().T
    return found


def without_dropout(net: nn.Module, X: Tensor, sizes: tuple[int, ...] = SIZES) -> Tensor:
    """The output of a net none of whose activations is dropped."""
    p = parameters(net, sizes)
    return behind_first_layer(torch.relu(X @ p["W1"].T + p["b1"]), p)


def behind_first_layer(H1: Tensor, p: dict[str, Tensor]) -> Tensor:
    return torch.relu(H1 @ p["W2"].T + p["b2"]) @ p["W3"].T + p["b3"]


class TestDropoutMLP:
    LAYERS = "Linear, ReLU, linear, ReLU, linear; dropout only while self.training."

    @mark.shapes
    @mark.parametrize("shape", [(6, 4), (1, 2, 2), (6, 1, 2, 2)])
    def test_output_is_one_row_an_example(self, kata, rng, shape):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.2, 0.5)
        got = call(net, torch.randn(shape, generator=rng))
        assert_shape(got, (shape[0], 3), "Reshape X to (n, num_inputs) first.")

    @mark.shapes
    def test_three_layers_of_weights_and_biases(self, kata):
        sizes = {"num_inputs": 4, "num_outputs": 3, "num_hiddens1": 7, "num_hiddens2": 5}
        got = call(kata.DropoutMLP, **sizes, dropout1=0.2, dropout2=0.5)
        shapes = [tuple(parameter.shape) for parameter in got.value.parameters()]
        expected = "weights 4 to 7, 7 to 5, 5 to 3, and a bias with each"
        ok = len(parameters(got.value)) == len(shapes) == 6
        assert_that(ok, got, f"parameters of the shapes {shapes}", expected)

    @mark.parametrize(("rates", "training"), [((0.4, 0.6), False), ((0.0, 0.0), True)])
    def test_nothing_is_dropped_in_eval_mode_or_with_probability_zero(
        self, kata, rng, rates, training
    ):
        net = kata.DropoutMLP(4, 3, 7, 5, *rates).train(training)
        X = torch.randn(6, 4, generator=rng)
        name = f"DropoutMLP(4, 3, 7, 5, {rates[0]}, {rates[1]}).train({training})"
        assert_tensor(call(net, X, name=name), without_dropout(net, X), self.LAYERS)

    def test_dropout1_acts_on_the_first_hidden_layer(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 1.0, 0.0).train()
        expected = behind_first_layer(torch.zeros(6, 7), parameters(net))
        name = "DropoutMLP(4, 3, 7, 5, dropout1=1.0, dropout2=0.0)"
        hint = (
            "Without the first hidden layer, the biases behind it decide. Is dropout1 used there?"
        )
        assert_tensor(call(net, torch.randn(6, 4, generator=rng), name=name), expected, hint)

    def test_dropout2_acts_on_the_second_hidden_layer(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.0, 1.0).train()
        expected = parameters(net)["b3"].expand(6, 3)
        name = "DropoutMLP(4, 3, 7, 5, dropout1=0.0, dropout2=1.0)"
        hint = "Only the last bias is left: no dropout and no activation after the last layer."
        assert_tensor(call(net, torch.randn(6, 4, generator=rng), name=name), expected, hint)

    @mark.parametrize("rates", [(0.5, 0.0), (0.0, 0.5)])
    def test_training_mode_drops_other_units_in_every_call(self, kata, rng, rates):
        net = kata.DropoutMLP(4, 3, 50, 40, *rates).train()
        X = torch.randn(6, 4, generator=rng)
        name = f"DropoutMLP(4, 3, 50, 40, {rates[0]}, {rates[1]})"
        first, second = (call(net, X, name=name) for _ in range(2))
        assert_shape(first, (6, 3))
        differ = not torch.equal(first.value, second.value)
        expected = "outputs that differ, because other units are dropped"
        hint = "Dropout draws a new mask in every call of forward."
        assert_that(differ, second, "the same output twice in training mode", expected, hint)

    def test_X_is_not_modified(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.2, 0.5).train()
        assert_keeps_arguments(net, torch.randn(6, 4, generator=rng))

    @mark.parametrize("layer", [1, 2])
    def test_survivors_are_scaled(self, kata, rng, layer):
        # One unit in the layer and positive weights: a row is as if the unit were 0 or doubled.
        sizes = (4, 1, 5, 3) if layer == 1 else (4, 7, 1, 3)
        rates = (0.5, 0.0) if layer == 1 else (0.0, 0.5)
        net = kata.DropoutMLP(4, 3, *sizes[1:3], *rates).train()
        p = parameters(net, sizes)
        for parameter in p.values():
            parameter.copy_(positive(rng, *parameter.shape))
        X = positive(rng, 60, 4)
        got = call(net, X, name=f"DropoutMLP(4, 3, {sizes[1]}, {sizes[2]}, {rates[0]}, {rates[1]})")
        assert_shape(got, (60, 3))
        H1 = X @ p["W1"].T + p["b1"]
        off = behind_first_layer(0 * H1, p) if layer == 1 else p["b3"].expand(60, 3)
        doubled = (
            behind_first_layer(2 * H1, p)
            if layer == 1
            else 2 * without_dropout(net, X, sizes) - off
        )
        kept = (got.value - off).abs().sum(1, keepdim=True) > 1e-3
        hint = "A survivor must be divided by 1 - dropout, here doubled."
        assert_tensor(got, torch.where(kept, doubled, off), hint)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.2, 0.3).train()
        for _ in range(20):  # the odds that a layer is dropped in every one of them are nil
            net(torch.randn(6, 4, generator=rng)).square().sum().backward()
        assert_trained(net.named_parameters(), "DropoutMLP(4, 3, 7, 5, 0.2, 0.3)(X)...backward()")

    def test_works_on_the_device_of_X(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.2, 0.5).train()
        assert_device_of_input(net, torch.randn(6, 4, generator=rng))

    @mark.cuda
    def test_cuda(self, kata, rng):
        net = kata.DropoutMLP(4, 3, 7, 5, 0.4, 0.6).cuda()
        X = torch.randn(6, 4, generator=rng).cuda()
        assert_shape(call(net.train(), X), (6, 3), device="cuda")
        assert_tensor(call(net.eval(), X), without_dropout(net, X), self.LAYERS)

    @mark.convergence
    def test_it_learns(self, kata, rng, run):
        X, y = toy_classes(rng, 1000, (784,))
        net = kata.DropoutMLP(784, 10, 64, 64, 0.2, 0.5).train()
        losses = fit(net, X, y, lr=0.1, epochs=4, batch_size=50)
        # 20 seeds: right answers end below 0.09, the nearest wrong one above 0.85.
        hint = "Are all three layers trained, and the survivors scaled?"
        run.below(losses[-1], 0.5, "training DropoutMLP(784, 10, 64, 64, 0.2, 0.5)", hint, losses)
        if real():
            net = kata.DropoutMLP(784, 10, 64, 64, 0.2, 0.5)
            learns_garments(net, run, "DropoutMLP(784, 10, 64, 64, 0.2, 0.5)", hint, lr=0.3)
