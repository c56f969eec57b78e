"""Calculus: slopes and gradients from differences."""

from collections.abc import Callable

import numpy as np


def diff(f: Callable[[float], float], x: float) -> float:
    """Derivative of f at x by a central difference: from values of f on both sides of x."""
    h = 1e-4  # the error of a central difference is of the order h**2
    return (f(x + h) - f(x - h)) / (2 * h)


def tangent_line(f: Callable[[float], float], x: float) -> tuple[float, float]:
    """Slope and intercept of the straight line that touches f at x."""
    k = diff(f, x)
    b = f(x) - k * x  # the line passes through (x, f(x))
    return k, b


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray) -> np.ndarray:
    """Gradient of f at x by central differences, one element of x after the other."""
    h = 1e-4
    point = x.astype(np.float64)  # a copy; in an integer array x + h would be cut to x
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value - h
        below = f(point)
        gradient[index] = (above - below) / (2 * h)
        point[index] = value  # the next element is moved alone
    return gradient
