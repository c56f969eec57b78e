"""Hidden tests of ch33_rnn."""

import math

import torch
from pytest import mark
from torch import Tensor, nn

from tests.calls import Call, call
from tests.checks import assert_number, assert_tensor, assert_that
from tests.convergence import sgd_step


class Scratch:
    """A net that is no module: it has a list of parameters."""

    def __init__(self, params: list[Tensor]) -> None:
        self.params = params


def counted(shape: tuple[int, ...]) -> Tensor:
    return torch.arange(math.prod(shape)).reshape(shape) + 7.0


def net_of(kind: str, *grads: Tensor | None) -> tuple[nn.Module | Scratch, list[Tensor]]:
    """A net, and its parameters, which have these gradients."""
    params = [nn.Parameter(counted((2, 3) if g is None else g.shape)) for g in grads]
    for parameter, grad in zip(params, grads, strict=True):
        parameter.grad = None if grad is None else grad.clone()
    parts = [nn.ParameterList([parameter]) for parameter in params]
    return Scratch(params) if kind == "params" else nn.Sequential(*parts), params


class TestGradClipping:
    FIVE = (torch.tensor([1.0, -2.0, 2.0]), torch.tensor([-4.0]))  # together of length 5
    ZERO = (torch.zeros(2, 3), torch.zeros(1))

    def check(self, got: Call, params: list[Tensor], expected: list[Tensor], hint: str) -> None:
        for i, (parameter, right) in enumerate(zip(params, expected, strict=True)):
            was = counted(right.shape).to(right.device)
            assert_tensor(got.part(parameter, f"parameter {i}"), was, "Only gradients may change.")
            assert_tensor(got.part(parameter.grad, f"gradient {i}"), right, hint)

    @mark.parametrize("kind", ["module", "params"])
    def test_gradients_shrink_together_to_length_theta(self, kata, kind):
        net, params = net_of(kind, *self.FIVE)
        got = call(kata.grad_clipping, net, 1)
        hint = "They were (1, -2, 2) and (-4): one vector of length 5. Change p.grad itself."
        self.check(got, params, [grad / 5 for grad in self.FIVE], hint)

    def test_length_is_the_root_of_the_sum_of_squares(self, kata):
        # 1 + 9 + 25 = 35 and 16 + 49 = 65: the length is 10. The first one is not contiguous.
        grads = torch.tensor([[1.0, -3.0, 5.0], [0.0, 0.0, 0.0]]).T, torch.tensor([4.0, -7.0])
        net, params = net_of("module", *grads)
        got = call(kata.grad_clipping, net=net, theta=2.5)
        hint = "All values shrink by the same factor: the length was 10 and is to be 2.5."
        self.check(got, params, [grad / 4 for grad in grads], hint)

    @mark.parametrize(("grads", "theta"), [(FIVE, 5), (FIVE, 5.5), (FIVE, 100), (ZERO, 0.5)])
    def test_gradients_not_longer_than_theta_stay(self, kata, grads, theta):
        net, params = net_of("module", *grads)
        got = call(kata.grad_clipping, net, theta)
        hint = f"The length is {5 if grads is self.FIVE else 0}, not more than theta."
        self.check(got, params, grads, hint)

    @mark.parametrize("kind", ["module", "params"])
    @mark.parametrize("frozen", [True, False])
    def test_parameters_without_a_gradient_are_ignored(self, kata, kind, frozen):
        net, params = net_of(kind, None, *self.FIVE)
        params[0].requires_grad_(not frozen)
        got = call(kata.grad_clipping, net, 1)
        without = params[0].grad is None
        assert_that(without, got, f"a new gradient {params[0].grad}", "None stays None")
        hint = "The length of the gradients that are there is 5."
        self.check(got, params[1:], [grad / 5 for grad in self.FIVE], hint)

    def test_a_second_call_goes_by_the_new_gradients(self, kata):
        net, params = net_of("params", *self.FIVE)
        call(kata.grad_clipping, net, 2.5)
        for parameter, grad in zip(params, self.FIVE, strict=True):
            parameter.grad = 2 * grad
        got = call(kata.grad_clipping, net, 2)
        self.check(got, params, [grad * 0.4 for grad in self.FIVE], "The length was 10.")

    @mark.cuda
    def test_cuda(self, kata):
        net, params = net_of("module", *self.FIVE)
        net.cuda()
        got = call(kata.grad_clipping, net, 1)
        self.check(got, params, [grad.cuda() / 5 for grad in self.FIVE], "The length was 5.")

    @mark.convergence
    def test_training_survives_a_spike(self, kata, rng, run):
        X, w = torch.randn(100, 6, generator=rng), torch.randn(6, 1, generator=rng)
        y = 6 * X @ w / w.norm() + 3
        net, losses = nn.Linear(6, 1), []
        for step in range(60):
            batch = torch.arange(20) + step % 5 * 20
            spoilt = 1e4 if step == 40 else 1.0  # labels that are wrong by far
            (net(X[batch]) - spoilt * y[batch]).square().mean().backward()
            kata.grad_clipping(net, 2.0)
            sgd_step([*net.parameters()], lr=0.2)
            losses.append(float((net(X) - y).square().mean().detach()))
        # 20 seeds: right answers end below 1.2e-6, the nearest wrong ones that it refuses at 0.017.
        hint = "One batch of 60 has a huge gradient; clipped, it does no harm."
        run.below(losses[-1], 1e-3, "a linear regression with grad_clipping", hint, losses)


class TestPerplexity:
    # 28 tokens equally likely; a sure model; probabilities 1/2 and 1/8; the root of e.
    CASES = mark.parametrize(
        ("loss", "right"), [(math.log(28), 28), (0.0, 1), (math.log(2 * 8) / 2, 4), (0.5, 1.648721)]
    )
    HINT = "The loss is in natural logarithms: ln(28) belongs to 28 equally likely tokens."

    @CASES
    def test_perplexity_of_a_float_is_right(self, kata, loss, right):
        # Right answers in float32 are up to 2e-7 off, the nearest wrong one (2.718) 5e-5.
        assert_number(call(kata.perplexity, loss), right, self.HINT, rel=1e-5)

    @CASES
    def test_perplexity_of_a_tensor_is_right(self, kata, loss, right):
        got = call(kata.perplexity, mean_loss=torch.tensor(loss))
        assert_number(got, right, self.HINT, rel=1e-5)

    @mark.cuda
    def test_cuda(self, kata):
        got = call(kata.perplexity, torch.tensor(math.log(28)).cuda())
        assert_number(got, 28, self.HINT, rel=1e-5)
