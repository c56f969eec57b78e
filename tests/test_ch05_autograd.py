"""Hidden tests of ch05_autograd."""

import torch
from pytest import mark
from torch import Tensor, nn

from tests.calls import Call, call, describe
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_trained,
)
from tests.inputs import distinct

ANEW = "Gradients pile up in x.grad; what stood there before, or was left by a call, comes along."


def places(x: Tensor) -> Tensor:
    """1, 2, 3, ... in the shape of x: every element counts differently."""
    return torch.arange(1.0, x.numel() + 1, device=x.device).reshape(x.shape)


def weighted_cubes(x: Tensor) -> Tensor:
    """1 x_0^3 + 2 x_1^3 + ...; the gradient is 3 (i + 1) x_i^2."""
    return (places(x) * x**3).sum()


def twice_dot(x: Tensor) -> Tensor:
    """The function of the notes; its gradient is 4x."""
    return 2 * torch.dot(x, x)


def two(got: Call, what: str) -> tuple:
    """Both parts of a pair that came back."""
    __tracebackhide__ = True
    ok = isinstance(got.value, (tuple, list)) and len(got.value) == 2
    hint = "Nothing came back: did you forget `return`?" if got.value is None else ""
    assert_that(ok, got, describe(got.value), f"a tuple {what}", hint)
    return tuple(got.value)


class Derivative:
    """What all of them promise; parts() calls a stub: [(what came back, what is right, hint)]."""

    SHAPES = ((4,), (2, 3), (1,), (), (2, 1, 3), (0, 2))

    @mark.shapes
    def test_shape_is_that_of_x(self, kata, rng):
        for shape in self.SHAPES:
            for got, _, _ in self.parts(kata, distinct(rng, *shape)):
                empty = "Nothing came back: did you forget `return`? Or is it a .grad never filled?"
                assert_that(got.value is not None, got, "", "a tensor", empty)
                assert_shape(got, shape, "One value for each element of x.")

    def test_values_of_x_stay(self, kata, rng):
        x = distinct(rng, 2, 3)
        was = x.clone()
        for got, _, _ in self.parts(kata, x):
            returned, same = f"and x is now {describe(x)}", f"it stays {describe(was)}"
            assert_that(torch.equal(x, was), got, returned, same, "x was modified in place.")

    def test_values(self, kata, rng):
        inputs = [distinct(rng, *shape) for shape in self.SHAPES]
        for x in (*inputs, distinct(rng, 4, 3, 2).permute(2, 0, 1)):
            for case in self.parts(kata, x):
                assert_tensor(*case)

    def test_gradients_of_before_do_not_count(self, kata, rng):
        plain, seven = (distinct(rng, 2, 3).requires_grad_() for _ in range(2))
        seven.grad = torch.full((2, 3), 7.0)
        for x in (plain, plain, seven, seven):
            for got, right, _ in self.parts(kata, x):
                leaf = "Here x requires a gradient: its clone is no leaf, whose .grad stays None."
                assert_that(got.value is not None, got, "", "a gradient", leaf)
                assert_tensor(got, right, ANEW)

    @mark.cuda
    def test_cuda(self, kata, rng):
        for case in self.parts(kata, distinct(rng, 2, 3).cuda()):
            assert_tensor(*case)


class TestGradient(Derivative):
    def parts(self, kata, x):
        right = 3 * places(x) * x.detach() ** 2
        hint = "Here f(x) is (w * x**3).sum() with the weights w = 1, 2, 3, ..."
        return [(call(kata.gradient, f=weighted_cubes, x=x), right, hint)]

    def test_functions_of_the_notes(self, kata):
        got = call(kata.gradient, twice_dot, torch.arange(4.0))
        assert_tensor(got, torch.tensor([0.0, 4.0, 8.0, 12.0]), "Here f(x) is 2 times x dot x.")
        # mean of 3 (x + 2)^2 over 4 elements: 6 (x + 2) / 4 = 4.5 at 1.
        got = call(kata.gradient, lambda x: (3 * (x + 2) ** 2).mean(), torch.ones(2, 2))
        assert_tensor(got, torch.full((2, 2), 4.5), "Here f(x) is (3 * (x + 2)**2).mean().")

    @mark.parametrize("grad", ["no", "a"])
    @mark.parametrize("requires_grad", [False, True])
    def test_x_is_as_before(self, kata, rng, requires_grad, grad):
        x = distinct(rng, 2, 3).requires_grad_(requires_grad)
        x.grad = torch.full((2, 3), 7.0) if grad == "a" else None
        was = describe(x.grad)
        [(got, _, _)] = self.parts(kata, x)
        returned, same = f"and x.requires_grad is {x.requires_grad}", f"it stays {requires_grad}"
        hint = "The caller's x was switched; work with a leaf of your own."
        assert_that(x.requires_grad == requires_grad, got, returned, same, hint)
        returned, same = f"and x.grad is now {describe(x.grad)}", f"it stays {was}"
        assert_that(describe(x.grad) == was, got, returned, same, "The caller may still need it.")


class TestGradientOfSum(Derivative):
    def parts(self, kata, x):
        right = 3 * x.detach() ** 2 - 5
        hint = "Here f(x) is x**3 - 5 * x. Its values are added, then differentiated."
        return [(call(kata.gradient_of_sum, f=lambda x: x**3 - 5 * x, x=x), right, hint)]

    def test_functions_of_the_notes(self, kata):
        got = call(kata.gradient_of_sum, lambda x: x * x, torch.arange(4.0))
        assert_tensor(got, torch.tensor([0.0, 2.0, 4.0, 6.0]), "Here f(x) is x * x.")
        x = torch.arange(0, 10, 0.1)
        assert_tensor(call(kata.gradient_of_sum, torch.sin, x), x.cos(), "The slope of sin is cos.")


class TestGradientDetached(Derivative):
    HINT = "u is a constant, so the gradient of u * x is u. Which tensor must be detached?"

    def parts(self, kata, x):
        right = x.detach() ** 2
        return [(call(kata.gradient_detached, x=x), right, self.HINT)]

    def test_case_of_the_notes(self, kata):
        got = call(kata.gradient_detached, torch.arange(4.0).requires_grad_(True))
        assert_tensor(got, torch.tensor([0.0, 1.0, 4.0, 9.0]), self.HINT)


class TestAccumulatedGradients(Derivative):
    def parts(self, kata, x):
        one = 3 * places(x) * x.detach() ** 2
        got = call(kata.accumulated_gradients, f=weighted_cubes, x=x, times=3)
        return self.split(got, one, 3)

    def split(self, got: Call, one: Tensor, times: int) -> list:
        first, second = two(got, "of two tensors")
        added = "Without zeroing, the gradients of all passes add up."
        zeroed = "With zeroing before each new pass, the gradient of one pass is left."
        return [
            (got.part(first, "the first, without zeroing"), times * one, added),
            (got.part(second, "the second, with zeroing"), one, zeroed),
        ]

    @mark.parametrize("times", [1, 2, 5])
    def test_function_of_the_notes(self, kata, times):
        got = call(kata.accumulated_gradients, twice_dot, torch.arange(4.0), times)
        for case in self.split(got, torch.tensor([0.0, 4.0, 8.0, 12.0]), times):
            assert_tensor(*case)


class TestVectorJacobian(Derivative):
    SHAPES = Derivative.SHAPES[:-1]  # torch.autograd.functional.jacobian takes no empty x
    ROW = "Here f(x) is A @ x, with the Jacobian A: v picks and mixes the ROWS of A."

    def parts(self, kata, x):
        right, v = 20 * places(x) * x.detach(), 10 * places(x)
        hint = "Here f(x) is x**2 and v is not constant: each element of f(x) has its own weight."
        got = call(kata.vector_jacobian, f=lambda x: x**2, x=x, v=v)
        return [(got, right, hint), (got.part(v, "v"), 10 * places(x), "v was modified.")]

    def test_case_of_the_notes(self, kata):
        got = call(kata.vector_jacobian, lambda x: x * x, torch.arange(4.0), torch.ones(4))
        assert_tensor(got, torch.tensor([0.0, 2.0, 4.0, 6.0]), "Ones weigh all alike.")

    @mark.parametrize("shape", [(3, 3), (3, 4), (4, 2), (1, 3)])
    def test_v_mixes_the_rows_of_the_jacobian(self, kata, rng, shape):
        A, x, v = distinct(rng, *shape), distinct(rng, shape[1]), distinct(rng, shape[0])
        for i, pick in enumerate(torch.eye(shape[0])):
            assert_tensor(call(kata.vector_jacobian, lambda x: A @ x, x, pick), A[i], self.ROW)
        got = call(kata.vector_jacobian, lambda x: A @ x, x, v)
        assert_tensor(got, (v[:, None] * A).sum(0), self.ROW)

    def test_f_may_have_another_number_of_axes(self, kata, rng):
        x, v = distinct(rng, 2, 3), distinct(rng, 2)
        got = call(kata.vector_jacobian, lambda x: x.sum(1), x, v)
        assert_tensor(got, v[:, None].expand(2, 3), "Here f(x) is x.sum(1), and v weighs its rows.")


class TestSecondDerivative(Derivative):
    SHAPES = Derivative.SHAPES[:-1]  # torch.autograd.functional.hessian takes no empty x

    def parts(self, kata, x):
        right = 6 * x.detach() + 8
        hint = "Here f(x) is x**3 + 4 * x**2: the slope of its slope is 6 * x + 8."
        return [(call(kata.second_derivative, f=lambda x: x**3 + 4 * x**2, x=x), right, hint)]

    def test_other_functions(self, kata, rng):
        x = torch.randn(7, generator=rng)
        for f, right in ((torch.sin, -x.sin()), (torch.exp, x.exp()), (torch.square, 2 + 0 * x)):
            hint = f"The slope of the slope of torch.{f.__name__}; autograd knows it exactly."
            assert_tensor(call(kata.second_derivative, f, x.clone()), right, hint)


# a, and the factor by which it comes back. 2a is doubled until its norm is 1000 or more.
BRANCHES = (
    (1.0, 1024),
    (1500.0, 2),
    (500.0, 2),  # the norm of 2a is 1000, not below
    (-0.7, 102400 * 2),  # 1.4, 2.8, ..., 1433.6; the sum is negative
    ([0.0, 1.0, 2.0, 3.0], 512),  # 2a has the norm 7.48; 128 times that is 958, 256 times 1916
    ([3.0, 4.0] * 8, 128),  # 28.3; 64 times that is 1810; by the largest element alone: 256
    ([[3.0, 0, 0, 0], [0, 3.0, 0, 0], [0, 0, 3.0, 0]], 256),  # 10.39; 128 times that is 1330
    ([[-3.0, 4.0, 0.0], [0.0, 0.0, 12.0]], 128),  # 26; 64 times that is 1664
    ([[3.0], [4.0], [-12.0]], 12800),  # the same norm, the sum is negative
    ([3.0, -3.0], 25600),  # 8.49; 128 times that is 1086; the sum is 0, not above 0
)


class TestBranchy:
    HINT = "2a, doubled while its whole norm is below 1000; then times 100, unless its sum is > 0."

    @mark.parametrize(("a", "factor"), BRANCHES)
    def test_doubled_until_the_norm_is_1000(self, kata, a, factor):
        a = torch.tensor(a)
        assert_tensor(call(kata.branchy, a=a.clone()), factor * a, self.HINT)

    @mark.parametrize(("a", "factor"), BRANCHES)
    def test_gradient_is_the_factor(self, kata, a, factor):
        hint = "A new tensor or a number on the way, .item() or .detach(), cuts the gradient."
        assert_gradients(kata.branchy, lambda a: factor * a, torch.tensor(a), hint=hint)

    def test_a_is_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.branchy, distinct(rng, 3, 2).T)

    @mark.cuda
    def test_cuda(self, kata, rng):
        a = torch.tensor([[3.0], [4.0], [-12.0]]).cuda()
        assert_tensor(call(kata.branchy, a), 12800 * a, self.HINT)


class TestCube(Derivative):
    CHAIN = "The incoming gradient, element by element, times the slope of x**3, which is 3 * x**2."

    def parts(self, kata, x):
        cube, slope = x.detach() ** 3, 3 * places(x) * x.detach() ** 2
        leaf = x.detach().clone().requires_grad_()
        got = call(lambda x: kata.Cube.apply(x), x, name="Cube.apply")
        assert_shape(got, x.shape, device=x.device)
        (places(x) * kata.Cube.apply(leaf)).sum().backward()
        grad = got.part(leaf.grad, "gradient in x of (w * Cube.apply(x)).sum(), w = 1, 2, 3, ...")
        return [(got, cube, "x times x times x."), (grad, slope, self.CHAIN)]

    def test_backward_is_the_one_written_here(self, kata, rng):
        got = call(
            lambda x: kata.Cube.apply(x), distinct(rng, 2).requires_grad_(), name="Cube.apply"
        )
        node = type(getattr(got.value, "grad_fn", None)).__name__
        hint = "Cube.apply comes from torch.autograd.Function and calls forward; leave it alone."
        assert_that(node == "CubeBackward", got, f"a result of {node}", "CubeBackward", hint)

    def test_calls_do_not_share_what_they_keep(self, kata, rng):
        inputs = [distinct(rng, 4).requires_grad_(), (distinct(rng, 4) + 10).requires_grad_()]
        for x, y in [(x, kata.Cube.apply(x)) for x in inputs]:
            (grad,) = torch.autograd.grad(y.sum(), x)
            got = Call("Cube.apply on one x, then on another, then both backwards", grad)
            assert_tensor(got, 3 * x.detach() ** 2, "Each call keeps its own x, in its own ctx.")

    def test_gradcheck_in_float64(self, kata):
        x = torch.arange(-2.0, 3.0, dtype=torch.float64).requires_grad_()
        got = call(lambda x: kata.Cube.apply(x), x, name="Cube.apply")
        assert_tensor(got, x.detach() ** 3, "The dtype of the result is that of x.")
        ok = torch.autograd.gradcheck(lambda x: kata.Cube.apply(x), (x,), raise_exception=False)
        got = Call("torch.autograd.gradcheck(Cube.apply, (x,)), x of float64", ok)
        assert_that(ok, got, "False", "True: the gradient of small differences", self.CHAIN)


def settings(nets: nn.Module) -> dict[str, object]:
    """Mode of every module; requires_grad and gradient of every parameter."""
    found = {f"{name}.training": net.training for name, net in nets.named_modules() if name}
    for name, value in nets.named_parameters():
        found[f"{name}.requires_grad"] = value.requires_grad
        found[f"{name}.grad"] = None if value.grad is None else value.grad.tolist()
    return found


class TestFreezeFeatures:
    def nets(self, training: bool = True) -> nn.ModuleDict:
        """Features of which one parameter is frozen and one has a gradient, and a head."""
        features = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 5)).train(training)
        features[0].bias.requires_grad_(False)
        features[2].bias.grad = torch.ones(5)
        head = nn.Sequential(nn.Linear(5, 3), nn.Tanh())
        return nn.ModuleDict({"features": features, "head": head})

    @mark.shapes
    def test_output_is_that_of_the_head(self, kata, rng):
        nets = self.nets()
        for X in (torch.randn(7, 4, generator=rng), torch.randn(1, 2, 4, generator=rng)):
            got = call(kata.freeze_features, **nets, X=X)
            expected = nets["head"](nets["features"](X))
            assert_tensor(got, expected, "First features, then head on what comes out of it.")

    def test_backward_reaches_the_head_alone(self, kata, rng):
        features, head = self.nets().values()
        features.zero_grad()
        got = call(kata.freeze_features, features, head, torch.randn(7, 4, generator=rng))
        assert_shape(got, (7, 3))
        hint = "The graph must be cut between features(X) and head, and nowhere else."
        assert_that(got.value.requires_grad, got, "an output without a graph", "one with", hint)
        got.value.sum().backward()
        told = Call(f"{got.text}: backward() from its sum", None)
        assert_trained(head.named_parameters("head"), told.text, hint)
        for name, value in features.named_parameters("features"):
            assert_that(value.grad is None, told, f"a gradient for {name}", "none for it", hint)

    @mark.parametrize("training", [True, False])
    def test_everything_handed_in_stays_as_it_was(self, kata, rng, training):
        nets, X = self.nets(training), torch.randn(7, 4, generator=rng)
        nets["head"][0].bias.grad = torch.ones(3)
        was = settings(nets) | {"X": X.tolist()}
        got = call(kata.freeze_features, **nets, X=X)
        hint = "Neither modes nor flags nor gradients need a change; or put each back as it was."
        for name, value in (settings(nets) | {"X": X.tolist()}).items():
            returned = f"and {name} is now {describe(value)}"
            assert_that(value == was[name], got, returned, f"it stays {describe(was[name])}", hint)

    @mark.cuda
    def test_cuda(self, kata, rng):
        features, head = self.nets().cuda().values()
        got = call(kata.freeze_features, features, head, torch.ones(7, 4).cuda())
        assert_shape(got, (7, 3), device="cuda")
        got.value.sum().backward()
        assert_trained(head.named_parameters(), f"{got.text}.sum().backward()")


class TestFitSlope:
    ORDER = "After EACH example, in the order of the lists, w loses lr times its own gradient."
    LAST = "One for each epoch: the squared error of its LAST example, BEFORE the step of that."

    def pair(self, got: Call) -> tuple[float, list[float]]:
        """w and the losses, their types checked."""
        __tracebackhide__ = True
        w, losses = two(got, "(w, losses)")
        hint = f"w is a {type(w).__name__}; .item() makes a number of a tensor."
        assert_that(isinstance(w, float), got, describe(w), "w as a float", hint)
        plain = isinstance(losses, list) and all(isinstance(loss, float) for loss in losses)
        hint = "Append numbers, by .item(): a tensor would keep its whole graph."
        assert_that(plain, got, describe(losses), "losses as a list of floats", hint)
        return w, losses

    def check(self, got: Call, w: float, losses: list[float], hint: str) -> None:
        __tracebackhide__ = True
        slope, errors = self.pair(got)
        assert_number(got.part(slope, "w"), w, hint)
        counts = f"{len(errors)} losses", f"{len(losses)} losses"
        assert_that(len(errors) == len(losses), got, *counts, self.LAST)
        for i, right in enumerate(losses):
            assert_number(got.part(errors[i], f"losses[{i}]"), right, self.LAST)

    def test_first_step(self, kata):
        for _ in range(2):  # The gradient of (w - 2)^2 at -1 is -6; the squared error there is 9.
            got = call(kata.fit_slope, x_data=[1.0], y_data=[2.0], w=-1.0, lr=0.25, epochs=1)
            hint = "The gradient of (w * x - y)**2 is -6 at the w handed in; w goes against it."
            self.check(got, 0.5, [9.0], hint)

    @mark.parametrize("epochs", [1, 2, 0])
    def test_every_step_has_its_own_gradient(self, kata, epochs):
        # x 1, y 0: each step with lr 1/4 halves w. Before steps 3 and 6 it is 1/4 and 1/32.
        got = call(kata.fit_slope, [1.0, 1.0, 1.0], [0.0, 0.0, 0.0], 1.0, 0.25, epochs)
        hint = "Here every step halves w. Is the gradient cleared after each of the steps?"
        self.check(got, 0.125**epochs, [1 / 16, 1 / 1024][:epochs], hint)

    def test_examples_come_one_by_one_in_their_order(self, kata):
        # lr 1/8. (2, 0): gradient 8w, w becomes 0. (1, 4): -8, w becomes 1. (1, 8): -14, 2.75.
        got = call(kata.fit_slope, [2.0, 1.0, 1.0], [0.0, 4.0, 8.0], 3.0, 0.125, 5)
        self.check(got, 2.75, [49.0] * 5, self.ORDER)

    def test_an_exact_fit_stays(self, kata):
        hint = "The error is 0 from the start: w stays."
        got = call(kata.fit_slope, [1.0, 2.0], [2.0, 4.0], 2.0, 0.25, 3)
        self.check(got, 2.0, [0.0] * 3, hint)

    def test_lists_are_not_modified(self, kata):
        assert_keeps_arguments(kata.fit_slope, [1.0, 2.0], [2.0, 4.0], 1.0, 0.25, 2)

    @mark.convergence
    def test_it_finds_the_slope(self, kata, rng, run):
        slope = float(3 + torch.rand((), generator=rng))
        xs = [1.0, 2.0, 3.0]  # of the notes, as lr and epochs
        got = call(kata.fit_slope, xs, [slope * x for x in xs], 1.0, 0.01, 100)
        w, losses = self.pair(got)
        # 20 seeds: right answers end within 1e-6, the nearest wrong one (2 seeds) 0.019 off.
        hint = "Are the gradients zeroed, and is every step lr times the gradient, downhill?"
        run.below(abs(w - slope), 1e-3, f"{got.text}: error of the slope", hint, losses)
