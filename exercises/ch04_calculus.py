"""Calculus: slopes and gradients from differences.

Source: notes 2.4 (Calculus).
"""

import math
from collections.abc import Callable

import numpy as np


def diff(f: Callable[[float], float], x: float) -> float:
    """Derivative of f at x by a central difference: from values of f on both sides of x.

    Args:
        f: function of one number. It is smooth, and its values are of moderate size.
        x: where, float or int.

    Returns:
        The derivative as a number, right to 1e-6 relative; exactly 0 at the lowest point of x**2.

    >>> round(diff(lambda x: x**3 - 1 / x, 1), 5)
    4.0
    """
    raise NotImplementedError("TODO diff")


def tangent_line(f: Callable[[float], float], x: float) -> tuple[float, float]:
    """Slope and intercept of the straight line that touches f at x.

    Args:
        f: function of one number, as for `diff`.
        x: where the line touches, float or int.

    Returns:
        (k, b), two numbers: the tangent is y = k * t + b.

    >>> k, b = tangent_line(lambda x: x**3 - 1 / x, 1)
    >>> round(k, 5), round(b, 5)
    (4.0, -4.0)
    """
    raise NotImplementedError("TODO tangent_line")


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray) -> np.ndarray:
    """Gradient of f at x by central differences, one element of x after the other.

    Args:
        f: takes an array of x's shape and returns one number. It is smooth, and its values are of
            moderate size.
        x: numpy array of any shape, float or integer, contiguous or not. It is unchanged after
            the call, to the last bit.

    Returns:
        float64 array of x's shape, also for an integer x: element i is the derivative of f in
        x[i] at x, right to 1e-5 relative; exactly 0 at the lowest point of a sum of squares.

    >>> def f3(x):
    ...     return 3 * x[0] ** 2 + 5 * math.exp(x[1] ** 2)
    >>> numerical_gradient(f3, np.array([1, 1])).round(4)
    array([ 6.    , 27.1828])
    """
    raise NotImplementedError("TODO numerical_gradient")
