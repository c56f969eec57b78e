"""Tests of tensors that are made from numpy arrays, and share their memory or not."""

from __future__ import annotations

import numpy as np
import torch
from pytest import mark

from tests.calls import Call
from tests.checks import assert_array, assert_shape, assert_tensor


class FromNumpy:
    """What both have in common; a class of each says what convert() calls and whether it shares."""

    KINDS = ("whole", "transposed", "every second column", "rows from the second on")

    def array(self, dtype: type = np.float32, kind: str = "whole") -> np.ndarray:
        base = np.array([[1, -2, 3, 7], [4, 5, -6, 8], [9, 0, 2, -5]], dtype=dtype)
        views = (base, base.T, base[:, ::2], base[1:])
        return dict(zip(self.KINDS, views, strict=True))[kind]

    @mark.shapes
    @mark.parametrize("dtype", [np.float32, np.float64, np.int64])
    def test_shape_and_dtype_are_those_of_the_array(self, kata, dtype):
        for array in (self.array(dtype), self.array(dtype)[0], self.array(dtype)[:1, :1, None]):
            hint, kind = f"Keep shape and dtype, here {array.dtype}.", torch.tensor(array).dtype
            assert_shape(self.convert(kata, array), array.shape, hint, dtype=kind)

    @mark.parametrize("kind", KINDS)
    def test_values_are_those_of_the_array(self, kata, kind):
        array = self.array(kind=kind)
        values = array.copy()
        got = self.convert(kata, array)
        assert_tensor(got, torch.tensor(values), f"Each at its place; the array: {kind}.")
        assert_array(Call("The array after the call", array), values, "Do not change it.")

    @mark.parametrize("kind", KINDS)
    @mark.parametrize("dtype", [np.float32, np.float64, np.int64])
    def test_later_changes_show_only_if_memory_is_shared(self, kata, dtype, kind):
        array = self.array(dtype, kind)
        values = array.copy()
        got = self.convert(kata, array)
        array += 100
        later = got.part(got.value, f"the tensor after array += 100 (array: {kind})")
        assert_tensor(later, torch.tensor(array if self.shares else values), self.hint)
        got.value.mul_(2)
        later = Call(f"{got.text}: the array after tensor *= 2 (array: {kind})", array)
        assert_array(later, 2 * (values + 100) if self.shares else values + 100, self.hint)
