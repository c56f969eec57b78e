"""What nets and layers hold: their parameters, the first values of these, their gradients."""

from __future__ import annotations

from torch import Tensor, nn

from tests.calls import Call
from tests.checks import assert_share, assert_tensor, assert_that, gradients


def parameters(net: nn.Module) -> dict[str, Tensor]:
    """The parameters that are trained, by name."""
    return {name: p for name, p in net.named_parameters() if p.requires_grad}


def linears(module: nn.Module) -> dict[tuple, tuple[Tensor, Tensor]]:
    """Weight and bias of the linear layers inside, by the shape of the weight."""
    found = [layer for layer in module.modules() if isinstance(layer, nn.Linear)]
    return {tuple(layer.weight.shape): (layer.weight, layer.bias) for layer in found}


def assert_small(net: nn.Module) -> None:
    """The weights that a net begins with are small; its biases are not looked at."""
    __tracebackhide__ = True
    for what, W in net.named_parameters():
        size = float(W.detach().square().mean().sqrt()) if W.dim() > 1 else 0.0
        got = Call(f"{type(net).__name__}(...): first values of {what}", W)
        hint = "Those of nn.Linear are small; multiply those of torch.randn, say by 0.01."
        # For layers of 16 units and more: Kaiming's up to 0.36, torch.rand's 0.58, randn's 1.
        assert_that(size < 0.7, got, f"values of about {size:.2g}", "below 0.7", hint)


def assert_uniform(got: Call, values: Tensor, low: float, high: float, hint: str) -> None:
    """Absolute values uniform in [low, high], signs at random."""
    n, size, step = values.numel(), values.abs(), 0.01 * (high - low)
    returned = f"absolute values from {float(size.min()):.4g} to {float(size.max()):.4g}"
    # The odds that n >= 9000 values all miss the outermost 1% are 0.99^9000.
    ends = low <= size.min() <= low + step and high - step <= size.max() <= high + 1e-6
    expected = f"values on both sides of 0, absolute values from {low:.4g} to {high:.4g}"
    assert_that(bool(ends), got, returned, expected, hint)
    assert_share(got, int((values < 0).sum()), n, 0.5, "values below 0 among those not 0", hint)
    for part in (0.25, 0.5, 0.75):
        told = f"absolute values in the lower {part:.0%} of their range"
        assert_share(got, int((size < low + part * (high - low)).sum()), n, part, told, hint)


def assert_same_gradients(got: Call, expected: Tensor, inputs: dict[str, Tensor]) -> None:
    """The result has the gradients of the expected one in each of the named inputs."""
    __tracebackhide__ = True
    right = gradients(Call("", expected), inputs)
    for name, one, other in zip(inputs, gradients(got, inputs), right, strict=True):
        if one.shape == (20, 20):  # a symmetric weight may be stored transposed
            one, other = one + one.T, other + other.T
        hint = f"Is a part of the way from {name} to the result cut, by .data or detach()?"
        # 60 seeds: right answers are off by less than 2e-7 of the value plus 0.1.
        assert_tensor(got.part(one, f"the gradient in {name}"), other, hint, rtol=1e-4, atol=1e-4)
