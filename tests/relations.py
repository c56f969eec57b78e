"""Recognise what a wrong tensor has to do with the right one: "transposed", "2x too large"."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


def worst(actual: Tensor, expected: Tensor, same: Tensor) -> str:
    """How many values differ, and which one most."""
    wrong = int((~same).sum())
    if expected.dtype == torch.bool:
        return f"{wrong} of {same.numel()} values differ."
    gap = (actual.double() - expected.double()).abs().masked_fill(same, -1.0)
    index = tuple(int(i) for i in np.unravel_index(int(gap.nan_to_num(np.inf).argmax()), gap.shape))
    place = f" The worst is at {list(index)}: {actual[index]:.6g} instead of {expected[index]:.6g}."
    return f"{wrong} of {same.numel()} values differ." + (place if index else "")


def relation(actual: Tensor, expected: Tensor) -> str:
    """One sentence when `actual` stands in a simple relation to `expected`, else an empty text."""
    if actual.numel() < 2 or actual.dtype == torch.bool:
        return ""
    a, e = actual.detach().double().cpu(), expected.detach().double().cpu()
    if not (a.isfinite().all() and e.isfinite().all()):
        return ""
    if _close(a, e):
        return "The values are nearly right: they miss by more than rounding explains."
    if not a.any():
        return "Every value is zero."
    for test in (_factor, _offset, _turned, _shifted, _permuted, _truncated):
        sentence = test(a, e)
        if sentence:
            return sentence
    return ""


def _close(a: Tensor, b: Tensor) -> bool:
    return a.shape == b.shape and torch.allclose(a, b, rtol=1e-4, atol=1e-6)


def _factor(a: Tensor, e: Tensor) -> str:
    used = e.abs() > 1e-9
    if int(used.sum()) < 2:
        return ""
    ratio = float((a[used] / e[used]).median())
    if ratio == 0 or not _close(a, ratio * e):
        return ""
    if abs(ratio + 1) < 1e-4:
        return "The sign is flipped everywhere."
    if ratio < 0:
        return f"Every value is {ratio:.4g} times the expected one."
    return f"Every value is exactly {ratio:.4g} times the expected one."


def _offset(a: Tensor, e: Tensor) -> str:
    gap = float((a - e).median())
    if _close(a, e + gap):
        return f"Every value is off by the same {gap:+.4g}."
    return ""


def _turned(a: Tensor, e: Tensor) -> str:
    if a.dim() == 2 and a.shape[0] == a.shape[1] and _close(a, e.T):
        return "This is the transpose of the expected result."
    for axis in range(a.dim()):
        if a.shape[axis] > 1 and _close(a, e.flip(axis)):
            return f"Axis {axis} runs backwards."
    if a.dim() >= 2 and _close(a, e.transpose(-1, -2).reshape(e.shape)):
        return "The values are those of the transpose, read in the wrong order."
    return ""


def _permuted(a: Tensor, e: Tensor) -> str:
    if a.numel() <= 10_000 and _close(a.flatten().sort().values, e.flatten().sort().values):
        return "The values are right, but they stand in another order."
    return ""


def _shifted(a: Tensor, e: Tensor) -> str:
    for axis in range(a.dim()):
        if a.shape[axis] < 3:
            continue
        head, tail = slice(0, a.shape[axis] - 1), slice(1, a.shape[axis])
        cut = [slice(None)] * axis
        for mine, right in ((head, tail), (tail, head)):
            if _close(a[(*cut, mine)], e[(*cut, right)]):
                return f"The values are shifted by one along axis {axis}."
    return ""


def _truncated(a: Tensor, e: Tensor) -> str:
    if _close(a, e.trunc()) and not _close(e, e.trunc()):
        return "The values are cut to whole numbers."
    return ""
