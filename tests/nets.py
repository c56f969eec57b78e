"""Deep nets made small and cheap, and checks of what their layers do.

For the hidden tests of the convolutional networks. How the layers are seen stands in tests/layers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from tests.calls import Call, call, tell
from tests.checks import assert_shape, assert_share, assert_tensor, assert_that, assert_trained
from tests.layers import Layer, Plan, Probe


class NoInitialValues(TorchFunctionMode):
    """Nets made inside get no random numbers: VGG has its 129 million parameters at once."""

    def __torch_function__(self, func, types, args=(), kwargs=None):
        if getattr(func, "__module__", "") == "torch.nn.init" and func.__name__.endswith("_"):
            return args[0] if args else kwargs["tensor"]
        return func(*args, **(kwargs or {}))


def ready(net: nn.Module | Call, shape: tuple[int, ...]) -> nn.Module:
    """The net with all its parameters: lazy layers get theirs at the first call.

    `net` may be the call that made it, which a message then tells.
    """
    __tracebackhide__ = True
    got = net if isinstance(net, Call) else Call("the function that makes the net", net)
    hint = "Nothing came back: did you forget `return`?" if got.value is None else ""
    assert_that(isinstance(got.value, nn.Module), got, "", "an nn.Module", hint)
    if any(nn.parameter.is_lazy(parameter) for parameter in got.value.parameters()):
        with torch.no_grad():
            got.value(torch.zeros(shape))
    return got.value


@torch.no_grad()
def fill(net: nn.Module, rng: torch.Generator) -> nn.Module:
    """The net with random weights that keep the size of what passes through many ReLUs."""
    for parameter in net.parameters():
        bound = (6 / parameter[0].numel()) ** 0.5 if parameter.dim() > 1 else 0.1
        parameter.uniform_(-bound, bound, generator=rng)
    return net


@torch.no_grad()
def enliven(net: nn.Module, rng: torch.Generator) -> nn.Module:
    """The net with positive weights: on positive inputs no ReLU of it stops a gradient."""
    for parameter in net.parameters():
        bound = 2 / parameter[0].numel() if parameter.dim() > 1 else 0.1
        parameter.uniform_(0, bound, generator=rng)
    return net


def assert_sizes(net: nn.Module, X: Tensor, name: str, outputs: Sequence[str]) -> None:
    """As assert_outputs, for a net that may raise: the layer that is wrong is told, not the error.

    Most nets with a wrong size raise far behind it, where the first linear layer does not fit.
    """
    __tracebackhide__ = True
    got, error = Call(tell(net, (X,), {}, name), None), None
    with torch.no_grad(), Probe() as probe:
        try:
            got = call(net, X.clone(), name=name)
        except Exception as raised:
            error = raised
    assert_outputs(got, probe.layers, outputs, error)


def assert_outputs(
    got: Call, layers: Sequence[Layer], outputs: Sequence[str], error: Exception | None = None
) -> None:
    """The layers, in order, have these outputs and weights (as `Layer.text` tells them).

    An error that ended the call is raised when the layers before it are right.
    """
    __tracebackhide__ = True
    for number, (mine, right) in enumerate(zip(layers, outputs, strict=False), 1):
        told = got.part(None, f"convolution or linear layer {number}")
        assert_that(mine.text == right, told, mine.told, f"gives {right}", mine.advice)
    if error is not None:
        raise error
    found = "; ".join(layer.text for layer in layers)
    told, expected = f"{len(layers)} layers with weights", f"{len(outputs)}: {'; '.join(outputs)}"
    assert_that(len(layers) == len(outputs), got, f"{told}: {found}", expected)


def assert_layers(
    got: Call, layers: Sequence[Layer], plans: Sequence[Plan], X: Tensor, training: bool = False
) -> None:
    """Each layer gives what the plan makes of the output of the layer before it."""
    __tracebackhide__ = True
    expected = f"{len(plans)} convolutions and linear layers"
    assert_that(len(layers) == len(plans), got, f"{len(layers)} of them were used", expected)
    Y = X
    for number, (layer, plan) in enumerate(zip(layers, plans, strict=True), 1):
        told = got.part(layer.Y, f"what comes out of layer {number}")
        assert_layer(told, layer, plan, Y, training)
        Y = layer.Y


def assert_layer(got: Call, layer: Layer, plan: Plan, Y: Tensor, training: bool = False) -> None:
    """The layer gives what the plan makes of Y, the output of the layer before it."""
    __tracebackhide__ = True
    X = plan.input(Y)
    if training and plan.dropout:
        X = assert_dropped(got.part(layer.X, "its input"), X)
    right = layer.apply(X, plan.stride, plan.padding)
    same = right.shape == layer.Y.shape and torch.allclose(right, layer.Y)
    text = plan.text if plan.dropout or not training else f"{plan.text} No dropout acts on it."
    # Sums in another order, as of images in channels_last, are 2e-6 of the largest value off.
    slack = 1e-5 * max(1.0, float(right.abs().max()))
    assert_tensor(got, right, text if same else plan.slip(layer, Y) + text, atol=slack)


def assert_dropped(got: Call, right: Tensor) -> Tensor:
    """Half of the values of `right` were dropped, one by one, and the others doubled."""
    __tracebackhide__ = True
    found = got.value
    if found.dim() == right.dim() == 4:  # zeros may have been put around it already
        (h, w), (H, W) = right.shape[2:], found.shape[2:]
        top, left = max(H - h, 0) // 2, max(W - w, 0) // 2
        found = found[:, :, top : top + h, left : left + w]
    found = found.reshape(right.shape) if found.numel() == right.numel() else found
    assert_shape(got.part(found, ""), right.shape)
    live, kept = right != 0, (right != 0) & (found != 0)
    if right.dim() == 4:
        counts = kept.sum((2, 3))[live.sum((2, 3)) > 9]  # odds that all of ten are dropped: 2^-10
        told = f"{int((counts == 0).sum())} of {len(counts)} channels dropped as a whole"
        expected = "a draw for every value: nn.Dropout, not nn.Dropout2d"
        assert_that(int((counts == 0).sum()) <= 6 + len(counts) // 9, got, told, expected)
    hint = (
        "In training mode, dropout with probability 0.5 acts there, and nn.Dropout knows the mode."
    )
    n = max(int(live.sum()), 1)
    assert_share(got, int(kept.sum()), n, 0.5, "values that are not dropped", hint)
    doubled = torch.where(found != 0, 2 * right, 0.0)
    assert_tensor(got.part(found, "the survivors"), doubled, "They are divided by 1 - 0.5.")
    return found


def assert_count(net: nn.Module, count: int, text: str, hint: str) -> None:
    """The net has this many parameters."""
    __tracebackhide__ = True
    found = sum(parameter.numel() for parameter in net.parameters())
    returned = f"{found:,} parameters, {found - count:+,}"
    assert_that(found == count, Call(text, net), returned, f"{count:,}", hint)


def assert_reached(net: nn.Module, X: Tensor, name: str, hint: str = "") -> None:
    """The gradient of the summed squares of the scores reaches every parameter of the net."""
    __tracebackhide__ = True
    call(net, X, name=name).value.square().sum().backward()
    for what, parameter in net.named_parameters():
        grad = parameter.grad
        # The norm is 20 times faster than a look at every value.
        if grad is None or not 0 < float(grad.norm()) < math.inf:
            assert_trained([(what, parameter)], f"{name}(X).square().sum().backward()", hint)
    net.zero_grad()


def assert_drawn(first: nn.Module, second: nn.Module) -> None:
    """The weights of two nets that were made alike are random; biases may begin at 0."""
    __tracebackhide__ = True
    for (what, W), other in zip(first.named_parameters(), second.parameters(), strict=True):
        if W.dim() < 2 or min(W.shape) < 2:
            continue
        alike = W[0].equal(W[1]) or W[:, 0].equal(W[:, 1])
        returned = "rows or columns that are alike" if alike else "the same values in two nets"
        hint = "Units that begin alike stay alike. Draw each value, for each net; set no seed."
        got = Call(f"{type(first).__name__}(...): first values of {what}", W)
        assert_that(not (alike or W.equal(other)), got, returned, "a draw for each value", hint)


def assert_repeats(net: nn.Module, X: Tensor, name: str) -> None:
    """A net in evaluation mode gives the same for the same X again."""
    __tracebackhide__ = True
    first, again = (call(net, X.clone(), name=name) for _ in range(2))
    hint = (
        "Dropout must stop in eval mode: nn.Dropout does, as a part of the net, made in __init__."
    )
    assert_tensor(again, first.value, hint)


def assert_draws(net: nn.Module, X: Tensor, name: str) -> None:
    """In training mode one image gets other scores in each place of a batch, and at each call."""
    __tracebackhide__ = True
    name = f"{name}.train()"
    two, again = (call(net.train(), torch.cat([X, X]), name=name) for _ in range(2))
    ok, hint = not two.value[0].equal(two.value[1]), "Each value of each image is drawn on its own."
    returned = "the same scores for one image in two places of a batch"
    assert_that(ok, two, returned, "other scores, by another draw", hint)
    hint = "In training mode dropout draws anew at each call."
    ok = not again.value.equal(two.value)
    assert_that(ok, again, "the scores of the call before", "other scores, by another draw", hint)


def assert_new(make: Callable[..., nn.Module], *args: object) -> None:
    """Two calls give two nets that have no parameter in common."""
    __tracebackhide__ = True
    with NoInitialValues():
        first, second = call(make, *args), call(make, *args)
    common = {id(parameter) for parameter in first.value.parameters()}
    common &= {id(parameter) for parameter in second.value.parameters()}
    returned = f"{len(common)} parameters that the result of the call before has, too"
    hint = "Make the layers inside the function, at every call."
    assert_that(not common, second, returned, "a module with parameters of its own", hint)


def assert_same_on_cuda(net: nn.Module, X: Tensor, name: str) -> None:
    """Moved to the GPU, parameters and buffers and all, the net computes the same."""
    __tracebackhide__ = True
    with torch.no_grad(), torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
        expected = net.eval()(X).cuda()
        net.cuda()
        for what, value in (*net.named_parameters(), *net.named_buffers()):
            told = Call(f"{name}.cuda(): {what}", value)
            assert_that(value.is_cuda, told, f"a tensor on {value.device}", "a tensor on cuda")
        got = call(net, X.cuda(), name=f"{name}.cuda()")
    # Without TF32 sums of 25,000 products are off by about 1e-5 of the largest value.
    slack = 1e-3 * float(expected.abs().max())
    assert_tensor(got, expected, "It should be what the CPU computes.", rtol=1e-3, atol=slack)
