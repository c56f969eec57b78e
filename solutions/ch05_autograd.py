"""Automatic differentiation: gradients from backward, and where they go."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn


def gradient(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Gradient of a scalar-valued function at x."""
    x = x.detach().clone().requires_grad_()  # a leaf of our own: the caller's x stays as it is
    f(x).backward()
    return x.grad


def gradient_of_sum(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Gradient of f(x).sum() for an elementwise f: the slope of f at every element of x."""
    x = x.detach().clone().requires_grad_()
    f(x).sum().backward()  # f(x) is no scalar; the slopes of its elements do not mix in the sum
    return x.grad


def gradient_detached(x: Tensor) -> Tensor:
    """Gradient in x of (u * x).sum(), where u has the values of x * x but counts as a constant."""
    x = x.detach().clone().requires_grad_()
    y = x * x
    u = y.detach()  # the values of y, without the way back to x
    z = u * x
    z.sum().backward()
    return x.grad


def accumulated_gradients(
    f: Callable[[Tensor], Tensor], x: Tensor, times: int
) -> tuple[Tensor, Tensor]:
    """What x.grad holds after several backward passes of f(x), without and with zeroing."""
    x = x.detach().clone().requires_grad_()
    y = f(x)
    for _ in range(times):
        y.backward(retain_graph=True)  # adds to x.grad; the graph is needed again
    summed = x.grad.clone()  # x.grad itself is about to change
    for _ in range(times):
        x.grad.zero_()
        y.backward(retain_graph=True)
    return summed, x.grad


def vector_jacobian(f: Callable[[Tensor], Tensor], x: Tensor, v: Tensor) -> Tensor:
    """Product v J of a vector with the Jacobian of f at x: the gradient of (v * f(x)).sum()."""
    x = x.detach().clone().requires_grad_()
    f(x).backward(gradient=v)
    return x.grad


def second_derivative(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Second derivative of an elementwise f at every element of x."""
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)  # itself differentiable
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def branchy(a: Tensor) -> Tensor:
    """A function with a loop and a branch, which autograd follows as they were run."""
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    if b.sum() > 0:
        return b
    return 100 * b


class Cube(torch.autograd.Function):
    """x cubed, with a derivative written by hand: `Cube.apply(x)`."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        ctx.save_for_backward(x)
        return x**3

    @staticmethod
    def backward(ctx: Any, grad_output: Tensor) -> Tensor:
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2  # chain rule: the gradient so far, times the own slope


def freeze_features(features: nn.Module, head: nn.Module, X: Tensor) -> Tensor:
    """Output of head on features(X), of which backward() trains the head alone."""
    with torch.no_grad():  # no graph is built here, so backward ends at Z
        Z = features(X)
    return head(Z)


def fit_slope(
    x_data: list[float], y_data: list[float], w: float, lr: float, epochs: int
) -> tuple[float, list[float]]:
    """Fit y = w * x by gradient descent on one example after the other."""
    weight = torch.tensor(w, requires_grad=True)
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            loss = (weight * x - y) ** 2
            loss.backward()
            with torch.no_grad():  # a leaf may change in place only outside the graph
                weight -= lr * weight.grad
            weight.grad.zero_()
        losses.append(loss.item())  # a number, without the graph
    return weight.item(), losses
