"""Assertions on pandas tables, which read like those of tests/checks.py.

They are a file of their own because pandas costs 0.25 s of imports and few chapters need it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import pandas as pd
from pandas import DataFrame, Series
from pandas.api import types

from tests.calls import Call, call, describe
from tests.checks import fail

TABLES = (DataFrame, Series)
NUMBERS = ("whole numbers", "floating point numbers")


def call_with_frames(function: Callable, *args: Any, **kwargs: Any) -> Call:
    """Call `function` and tell, before the call, which tables it was given."""
    tables = [value for value in (*args, *kwargs.values()) if isinstance(value, TABLES)]
    given = [f"Given\n{textwrap.indent(shown(table), ' ' * 4)}\n" for table in tables]
    got = call(function, *args, **kwargs)
    return Call("".join(given) + got.text, got.value)


def assert_frame(
    got: Call,
    expected: DataFrame,
    hint: str = "",
    *,
    any_order: bool = False,
    same_dtypes: bool = True,
    rtol: float = 1e-7,
    atol: float = 1e-9,
) -> None:
    """A plain DataFrame with the columns, row labels, kinds of columns and values of `expected`.

    Args:
        any_order: the columns may stand in another order.
        same_dtypes: False lets whole and floating point numbers stand for each other.
        rtol, atol: of floating point numbers; whole numbers are compared exactly.

    Text may be of dtype object or str, and a missing value NaN or None: pandas 2 and 3 differ.
    """
    __tracebackhide__ = True
    assert_labels(got, expected, hint, any_order=any_order)
    actual = got.value[expected.columns.tolist()] if any_order else got.value
    pairs = [
        (f"column {label!r}", actual.iloc[:, i], expected.iloc[:, i])
        for i, label in enumerate(expected.columns)
    ]
    _compare_columns(got, (actual, expected), pairs, hint, same_dtypes, rtol, atol)


def assert_labels(
    got: Call, expected: DataFrame, hint: str = "", *, any_order: bool = False
) -> None:
    """A plain DataFrame with the columns and the row labels of `expected`, whatever its values."""
    __tracebackhide__ = True
    if type(got.value) is not DataFrame:
        _wrong_type(got, f"a DataFrame with the columns {expected.columns.tolist()}", hint)
    labels, wanted = got.value.columns.tolist(), expected.columns.tolist()
    same = sorted(map(repr, labels)) == sorted(map(repr, wanted)) if any_order else labels == wanted
    if not same:
        fail(got, f"columns {labels}", f"columns {wanted}", hint)
    _compare_rows(got, got.value.index, expected.index, hint)


def assert_series(
    got: Call,
    expected: Series,
    hint: str = "",
    *,
    same_dtypes: bool = True,
    rtol: float = 1e-7,
    atol: float = 1e-9,
) -> None:
    """A plain Series with the name, row labels, kind and values of `expected`."""
    __tracebackhide__ = True
    actual = got.value
    if type(actual) is not Series:
        _wrong_type(got, f"a Series with the name {expected.name!r}", hint)
    _compare_rows(got, actual.index, expected.index, hint)
    if actual.name != expected.name:
        fail(got, f"a Series with the name {actual.name!r}", f"the name {expected.name!r}", hint)
    pairs = [("the Series", actual, expected)]
    _compare_columns(got, (actual, expected), pairs, hint, same_dtypes, rtol, atol)


def shown(table: DataFrame | Series) -> str:
    """A small table in full, a large one by its shape and first values."""
    if len(table) <= 12 and table.size <= 120:
        return table.to_string()
    part = table.iloc[:3, :8] if table.ndim == 2 else table.iloc[:3]
    return f"a table of shape {table.shape}, its first values\n{part.to_string()}"


def _wrong_type(got: Call, expected: str, hint: str) -> NoReturn:
    __tracebackhide__ = True
    if got.value is None:
        fail(got, "None", expected, "Nothing came back: did you forget `return`?")
    returned = shown(got.value) if isinstance(got.value, TABLES) else describe(got.value)
    fail(got, f"a {type(got.value).__name__}:\n{returned}", expected, hint)


def _compare_rows(got: Call, actual: pd.Index, expected: pd.Index, hint: str) -> None:
    __tracebackhide__ = True
    if len(actual) != len(expected):
        fail(got, f"{len(actual)} rows", f"{len(expected)} rows", hint)
    if actual.tolist() != expected.tolist():
        returned = f"rows with the labels {actual.tolist()[:20]}"
        fail(got, returned, f"the labels {expected.tolist()[:20]}", hint)


def _compare_columns(
    got: Call,
    tables: tuple[DataFrame | Series, DataFrame | Series],
    pairs: list[tuple[str, Series, Series]],
    hint: str,
    same_dtypes: bool,
    rtol: float,
    atol: float,
) -> None:
    """Kinds of all columns first, then the values."""
    __tracebackhide__ = True
    for name, actual, expected in pairs:
        mine, right = _kind(actual), _kind(expected)
        if mine != right and (same_dtypes or not {mine, right} <= set(NUMBERS)):
            allowed = right if same_dtypes or right not in NUMBERS else "numbers, int or float"
            fail(got, f"{name}: {mine}, dtype {actual.dtype}", f"{name}: {allowed}", hint)
    for name, actual, expected in pairs:
        same = _alike(actual, expected, rtol, atol)
        if not same.all():
            row = int(np.flatnonzero(~same)[0])
            place = f"{int((~same).sum())} values of {name} differ. The first is in row "
            place += f"{expected.index.tolist()[row]!r}: "
            place += f"{actual.iloc[row]} instead of {expected.iloc[row]}."
            returned, wanted = (f"the values\n{shown(table)}" for table in tables)
            fail(got, returned, wanted, f"{place}\n{hint}" if hint else place)


def _kind(column: Series) -> str:
    """What a column holds, in words that are the same for the dtypes of pandas 2 and 3."""
    dtype = column.dtype
    for fits, kind in (
        (types.is_bool_dtype, "True and False"),
        (types.is_integer_dtype, NUMBERS[0]),
        (types.is_float_dtype, NUMBERS[1]),
        (types.is_datetime64_any_dtype, "dates"),
    ):
        if fits(dtype):
            return kind
    if types.is_object_dtype(dtype) or isinstance(dtype, pd.StringDtype):
        text = types.infer_dtype(column, skipna=True) in ("string", "empty")
        return "text" if text else "Python objects"
    return f"values of dtype {dtype}"


def _alike(actual: Series, expected: Series, rtol: float, atol: float) -> np.ndarray:
    """Which values are the same; missing equals missing."""
    gone, missing = actual.isna().to_numpy(), expected.isna().to_numpy()
    if types.is_float_dtype(actual.dtype) or types.is_float_dtype(expected.dtype):
        a, e = (s.to_numpy(dtype=np.float64, na_value=np.nan) for s in (actual, expected))
        return np.isclose(a, e, rtol=rtol, atol=atol, equal_nan=True)
    cells = zip(actual, expected, gone, missing, strict=True)
    return np.array([g == m and (g or bool(a == e)) for a, e, g, m in cells], dtype=bool)
