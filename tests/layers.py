"""The layers of a net at work: what goes into each of them, what comes out, and with what weights.

A net may be nested in any way: what counts is what its convolutions and linear layers compute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from tests.calls import Call, call, short


@dataclass(frozen=True, eq=False)
class Layer:
    """A convolution or a linear layer at work: its input, its parameters, its output.

    Y is None when the weights do not fit the input.
    """

    X: Tensor
    weight: Tensor
    bias: Tensor | None
    Y: Tensor | None

    @property
    def text(self) -> str:
        """`96 x 54 x 54 by weights (96, 1, 11, 11)`"""
        size, weight = "nothing" if self.Y is None else sizes(self.Y), self.weight
        if size.endswith(" x 1 x 1"):  # a linear layer written as a convolution
            size, weight = size.removesuffix(" x 1 x 1"), weight.flatten(1)
        bias = "" if self.bias is not None else " without a bias"
        return f"{size} by weights {tuple(weight.shape)}{bias}"

    @property
    def told(self) -> str:
        """What it does, with the size of its input."""
        if self.Y is None:
            return f"its weights {tuple(self.weight.shape)} do not fit its input, {sizes(self.X)}"
        return f"gives {self.text}, from {sizes(self.X)}"

    @property
    def advice(self) -> str:
        """What to look at when its size is wrong."""
        if self.X.dim() == 1:
            return "The images were flattened into one row: nn.Flatten() keeps the batch."
        if self.Y is None and self.weight.dtype != self.X.dtype:
            return f"Its weights are {short(self.weight.dtype)}, not {short(self.X.dtype)}."
        if self.Y is None and self.weight.dim() == 2:
            return "Its input is every value of an image: channels x height x width, flattened."
        if self.Y is None:
            return "A convolution's in_channels are the channels of what goes in."
        return "Print the shape after each layer: which size, stride or padding is wrong?"

    def apply(self, X: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
        """What the layer makes of X with this stride and padding."""
        if self.weight.dim() == 2:
            return F.linear(X.flatten(1), self.weight, self.bias)
        return F.conv2d(X, self.weight, self.bias, stride, padding)


class Probe(TorchFunctionMode):
    """Notes every convolution and linear layer that is called."""

    def __init__(self) -> None:
        super().__init__()
        self.layers: list[Layer] = []

    def __torch_function__(self, func, types, args=(), kwargs=None):
        if func is not torch.conv2d and func is not F.linear:
            return func(*args, **(kwargs or {}))
        given = dict(zip(("input", "weight", "bias"), args, strict=False)) | (kwargs or {})
        X, weight, bias = given["input"].clone(), given["weight"], given.get("bias")
        Y = None
        try:
            Y = func(*args, **(kwargs or {}))
        finally:
            self.layers.append(Layer(X, weight, bias, None if Y is None else Y.clone()))
        return Y


def sizes(T: Tensor) -> str:
    """`96 x 54 x 54` for images, `4096` for rows of values; the batch is left out."""
    return " x ".join(map(str, T.shape[1:])) or f"{T.numel()} values without a batch"


def conv(inputs: int, outputs: int, kernel: int, height: int, width: int = 0) -> str:
    """A convolution, with the size of its output, as `Layer.text` tells it."""
    size = f"{outputs} x {height} x {width or height}"
    return f"{size} by weights {(outputs, inputs, kernel, kernel)}"


def linear(inputs: int, outputs: int) -> str:
    """A linear layer, as `Layer.text` tells it."""
    return f"{outputs} by weights {(outputs, inputs)}"


def watch(net: nn.Module, X: Tensor, name: str) -> tuple[Call, list[Layer]]:
    """The call of the net and its layers, in the order in which they were used."""
    with torch.no_grad(), Probe() as probe:
        got = call(net, X.clone(), name=name)
    return got, probe.layers


@dataclass(frozen=True)
class Step:
    """An operation without weights, and what is often found in its place."""

    text: str
    does: Callable[[Tensor], Tensor]
    slips: dict[str, Callable[[Tensor], Tensor]] = field(default_factory=dict)


RELU = Step(
    "ReLU",
    F.relu,
    {"without the ReLU": lambda X: X, "with sigmoid in place of ReLU": torch.sigmoid},
)


def max_pool(size: int, stride: int, padding: int = 0) -> Step:
    text = f"{size}x{size} max pooling with stride {stride}"
    return Step(
        f"{text} and padding {padding}" if padding else text,
        lambda X: F.max_pool2d(X, size, stride, padding),
        {
            "without the pooling": lambda X: X,
            "with average pooling": lambda X: F.avg_pool2d(X, size, stride, padding),
        },
    )


@dataclass(frozen=True)
class Plan:
    """What stands before a layer, its stride and padding; `dropout` acts last on its input."""

    before: tuple[Step, ...] = (RELU,)
    stride: int = 1
    padding: int = 0
    dropout: bool = False

    @property
    def text(self) -> str:
        steps = ", ".join(step.text for step in self.before) or "nothing"
        return f"Before this layer: {steps}. Its stride is {self.stride}, padding {self.padding}."

    def input(self, Y: Tensor) -> Tensor:
        for step in self.before:
            Y = step.does(Y)
        return Y

    def slip(self, layer: Layer, Y: Tensor) -> str:
        """A sentence, when the output is what a common mistake gives."""
        for text, plan in self._slips():
            wrong = plan.input(Y)
            if wrong.numel() and min(wrong.shape[1:]) > 0:
                try:
                    right = layer.apply(wrong, plan.stride, plan.padding)
                except RuntimeError:  # the shapes do not fit
                    continue
                if right.shape == layer.Y.shape and torch.allclose(right, layer.Y, atol=1e-5):
                    return f"This is what comes {text}. "
        return ""

    def _slips(self) -> Iterator[tuple[str, Plan]]:
        for i, step in enumerate(self.before):
            for text, does in step.slips.items():
                before = (*self.before[:i], Step(text, does), *self.before[i + 1 :])
                yield text, Plan(before, self.stride, self.padding)
        for padding in range(4):
            if padding != self.padding:
                yield f"with padding {padding}", Plan(self.before, self.stride, padding)
