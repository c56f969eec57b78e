"""Automatic differentiation: gradients from backward, and where they go.

Source: notes 2.5 (Automatic differentiation), posts 000, 002 section 6 and 004.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn


def gradient(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Gradient of a scalar-valued function at x.

    Args:
        f: takes a tensor of x's shape and returns a tensor of one number, shape ().
        x: any shape, with or without requires_grad, contiguous or not. After the call its values,
            x.grad and x.requires_grad are as before.

    Returns:
        Tensor of x's shape: element i is the derivative of f in x[i]. An x.grad from before does
        not count.

    >>> gradient(lambda x: 2 * torch.dot(x, x), torch.arange(4.0))
    tensor([ 0.,  4.,  8., 12.])
    """
    raise NotImplementedError("TODO gradient")


def gradient_of_sum(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Gradient of f(x).sum() for an elementwise f: the slope of f at every element of x.

    Args:
        f: takes a tensor and returns one of the same shape, element by element.
        x: any shape, with or without requires_grad. Its values are not modified.

    Returns:
        Tensor of x's shape, the same in every call. An x.grad from before does not count.

    >>> gradient_of_sum(lambda x: x * x, torch.arange(4.0))
    tensor([0., 2., 4., 6.])
    """
    raise NotImplementedError("TODO gradient_of_sum")


def gradient_detached(x: Tensor) -> Tensor:
    """Gradient in x of (u * x).sum(), where u has the values of x * x but counts as a constant.

    Args:
        x: any shape, with or without requires_grad. Its values are not modified.

    Returns:
        Tensor of x's shape, the same in every call: the values of u. An x.grad from before does
        not count.

    >>> gradient_detached(torch.arange(4.0))
    tensor([0., 1., 4., 9.])
    """
    raise NotImplementedError("TODO gradient_detached")


def accumulated_gradients(
    f: Callable[[Tensor], Tensor], x: Tensor, times: int
) -> tuple[Tensor, Tensor]:
    """What x.grad holds after several backward passes of f(x), without and with zeroing.

    Args:
        f: takes a tensor of x's shape and returns a tensor of one number, shape ().
        x: any shape, with or without requires_grad. Its values are not modified.
        times: number of backward passes, 1 or more.

    Returns:
        (summed, last), two tensors of x's shape: the gradient that has piled up after `times`
        passes, and the gradient after `times` passes with zeroing between them. Both start from
        no gradient: an x.grad from before does not count.

    >>> accumulated_gradients(lambda x: 2 * torch.dot(x, x), torch.arange(4.0), 3)
    (tensor([ 0., 12., 24., 36.]), tensor([ 0.,  4.,  8., 12.]))
    """
    raise NotImplementedError("TODO accumulated_gradients")


def vector_jacobian(f: Callable[[Tensor], Tensor], x: Tensor, v: Tensor) -> Tensor:
    """Product v J of a vector with the Jacobian of f at x: the gradient of (v * f(x)).sum().

    Args:
        f: takes a tensor of x's shape and returns one of any shape.
        x: any shape, with or without requires_grad. Its values are not modified.
        v: a weight for each element of f(x), of the shape of f(x). Not modified.

    Returns:
        Tensor of x's shape, the same in every call. An x.grad from before does not count.

    >>> vector_jacobian(lambda x: x * x, torch.arange(4.0), torch.tensor([1.0, 1.0, 10.0, 100.0]))
    tensor([  0.,   2.,  40., 600.])
    """
    raise NotImplementedError("TODO vector_jacobian")


def second_derivative(f: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Second derivative of an elementwise f at every element of x.

    Args:
        f: takes a tensor and returns one of the same shape, element by element; smooth, and not a
            straight line.
        x: any shape, with or without requires_grad. Its values are not modified.

    Returns:
        Tensor of x's shape, the same in every call. An x.grad from before does not count.

    >>> second_derivative(lambda x: x**3, torch.arange(4.0))
    tensor([ 0.,  6., 12., 18.])
    """
    raise NotImplementedError("TODO second_derivative")


def branchy(a: Tensor) -> Tensor:
    """A function with a loop and a branch, which autograd follows as they were run.

    b is 2a, and is doubled again and again while its norm (the root of the sum of all squares) is
    below 1000. The result is b when the sum of b is above 0, else 100 times b.

    Args:
        a: any shape, not all zero. Not modified.

    Returns:
        Tensor of a's shape, differentiable in a.

    >>> branchy(torch.arange(4.0))
    tensor([   0.,  512., 1024., 1536.])
    """
    raise NotImplementedError("TODO branchy")


class Cube(torch.autograd.Function):
    """x cubed, with a derivative written by hand: `Cube.apply(x)`.

    x is float32 or float64, of any shape, and is not modified; the result has its shape and dtype.
    A second derivative is not asked for.

    >>> Cube.apply(torch.arange(4.0))
    tensor([ 0.,  1.,  8., 27.])
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        """The cube of every element of x; ctx keeps what backward will need."""
        raise NotImplementedError("TODO Cube.forward")

    @staticmethod
    def backward(ctx: Any, grad_output: Tensor) -> Tensor:
        """The gradient in x, given the gradient in the result of forward (of the same shape)."""
        raise NotImplementedError("TODO Cube.backward")


def freeze_features(features: nn.Module, head: nn.Module, X: Tensor) -> Tensor:
    """Output of head on features(X), of which backward() trains the head alone.

    Args:
        features: its parameters get no gradient from this output. Their requires_grad, their
            .grad, and its mode (training or not) are as before.
        head: takes what features returns; backward() reaches its parameters.
        X: input of features, without requires_grad. Not modified.

    Returns:
        head(features(X)), differentiable in the parameters of head.

    >>> features, head = nn.Linear(3, 2), nn.Linear(2, 1)
    >>> freeze_features(features, head, torch.ones(4, 3)).sum().backward()
    >>> head.bias.grad, features.bias.grad
    (tensor([4.]), None)
    """
    raise NotImplementedError("TODO freeze_features")


def fit_slope(
    x_data: list[float], y_data: list[float], w: float, lr: float, epochs: int
) -> tuple[float, list[float]]:
    """Fit y = w * x by gradient descent on one example after the other.

    In every epoch each example (x, y), in the order of the lists, makes one step: w loses lr times
    the gradient of its squared error (w * x - y)**2.

    Args:
        x_data, y_data: the examples, two lists of the same length, 1 or more. Not modified.
        w: where the slope starts.
        lr: learning rate.
        epochs: passes over the examples, 0 or more.

    Returns:
        (w, losses): the slope at the end, a float, and a list of floats, one for each epoch: the
        squared error of its last example, taken before the step of that example.

    >>> w, losses = fit_slope([1.0, 2.0, 3.0], [2.0, 4.0, 6.0], w=1.0, lr=0.01, epochs=100)
    >>> round(w, 4), len(losses)
    (2.0, 100)
    """
    raise NotImplementedError("TODO fit_slope")
