"""Hidden tests of ch02_data_preprocessing."""

import csv
from collections.abc import Callable
from datetime import datetime
from math import inf, nan
from pathlib import Path

import pandas as pd
import torch
from pandas import DataFrame, Series
from pandas.api.types import is_bool_dtype, is_numeric_dtype
from pytest import mark

from tests.calls import Call, call
from tests.checks import assert_keeps_arguments, assert_shape, assert_tensor, assert_that, listed
from tests.frames import assert_frame, assert_labels, assert_series, call_with_frames


def house_tiny() -> DataFrame:
    """The table of the notes."""
    columns = {"NumRooms": [nan, 2, 4, nan], "Alley": ["Pave", None, None, None]}
    return DataFrame(columns).assign(Price=[127500, 106000, 178100, 140000])


def wide() -> DataFrame:
    """Five columns, the last one not called Price; rows not called 0, 1, 2."""
    numbers = {"Area": [31.5, nan, 60.25], "Rooms": [3, 2, 5], "Cost": [120.5, nan, 99.0]}
    text = {"Alley": ["Grvl", None, "Pave"], "Street": [None, "Dirt", None]}
    table = DataFrame(numbers | text, index=["r7", "r3", "r5"])
    return table[["Area", "Alley", "Rooms", "Street", "Cost"]]


class TestWriteHouseTiny:
    @staticmethod
    def lines(function: Callable, path: Path) -> list[str]:
        """The lines of the written file, without empty ones."""
        function(path)
        return [line for line in path.read_text().splitlines() if line]

    @mark.shapes
    def test_file_is_written_and_its_path_returned(self, kata, tmp_path):
        path = tmp_path / "tiny.csv"
        got = call(kata.write_house_tiny, path)
        hint = "Write to the path that is handed in, not to a fixed one."
        assert_that(path.is_file(), got, "and wrote no such file", "a file there", hint)
        hint = "Did you forget `return`?" if got.value is None else "Return the path of the file."
        there = isinstance(got.value, (str, Path)) and Path(got.value).is_file()
        assert_that(there and path.samefile(got.value), got, "", f"the path {path}", hint)

    def test_folders_on_the_way_are_created(self, kata, tmp_path):
        path = tmp_path / "data" / "houses" / "house_tiny.csv"
        got = call(kata.write_house_tiny, path=path)
        assert_that(path.is_file(), got, "and wrote no such file", "folders and file created")

    def test_pandas_reads_the_table_back(self, kata, tmp_path):
        path = tmp_path / "house_tiny.csv"
        kata.write_house_tiny(path)
        got = Call("write_house_tiny(path), then pandas.read_csv(path)", pd.read_csv(path))
        hint = "Column names in the first line, then 4 lines of 3 values between commas."
        assert_frame(got, house_tiny(), hint)

    def test_missing_values_are_written_as_NA(self, kata, tmp_path):
        rows = list(csv.reader(self.lines(kata.write_house_tiny, tmp_path / "tiny.csv")))
        gaps = [rows[row][column] for row, column in ((1, 0), (2, 1), (3, 1), (4, 0), (4, 1))]
        got = Call("write_house_tiny(path), the file", rows)
        hint = "pandas reads an empty cell as missing too, but this file says NA."
        assert_that(gaps == ["NA"] * 5, got, f"missing values as {gaps}", "NA for each", hint)

    def test_an_old_file_is_replaced(self, kata, tmp_path):
        path = tmp_path / "tiny.csv"
        path.write_text("an old text\n" * 20)  # longer than the new one
        lines = [self.lines(kata.write_house_tiny, path) for _ in range(2)][1]
        got = Call("write_house_tiny(path), twice and on an old file", lines)
        hint = 'Open the file with mode "w": it replaces, "a" appends.'
        assert_that(len(lines) == 5, got, f"a file of {len(lines)} lines: {lines}", "5 lines", hint)


class TestSplitInputsOutputs:
    @mark.shapes
    @mark.parametrize(("make", "last"), [(house_tiny, "Price"), (wide, "Cost")])
    def test_outputs_are_the_last_column(self, kata, make, last):
        got = call_with_frames(kata.split_inputs_outputs, make())
        hint = "A single column, of all rows, is a Series: iloc[rows, columns] with one column."
        assert_series(listed(got, "inputs", "outputs")[1], make()[last], hint)

    @mark.parametrize(("make", "last"), [(house_tiny, "Price"), (wide, "Cost")])
    def test_inputs_are_all_columns_but_the_last(self, kata, make, last):
        got = call_with_frames(kata.split_inputs_outputs, data=make())
        hint = "However many columns there are, only the last one is left out."
        assert_frame(listed(got, "inputs", "outputs")[0], make().drop(columns=last), hint)

    def test_two_columns_and_one_row(self, kata):
        data = DataFrame({3: [7], 0: ["x"]})
        got = listed(call_with_frames(kata.split_inputs_outputs, data), "inputs", "outputs")
        hint = "Inputs stay a DataFrame when they have one column; labels can be numbers."
        assert_frame(got[0], DataFrame({3: [7]}), hint)
        assert_series(got[1], Series(["x"], name=0), hint)

    def test_data_is_not_modified(self, kata):
        assert_keeps_arguments(kata.split_inputs_outputs, house_tiny())


def gaps() -> DataFrame:
    """Numbers whose means, medians and neighbours all differ."""
    # NumRooms: (2 + 4 + 9) / 3 = 5, median 4. Area: (30.5 + 50 + 60.25 + 10) / 4 = 37.6875.
    rooms, area = [nan, 2, 4, nan, 9], [30.5, nan, 50, 60.25, 10]
    return DataFrame({"NumRooms": rooms, "Area": area}, index=["e", "a", "d", "b", "c"])


FILLED = {"NumRooms": [5.0, 2.0, 4.0, 5.0, 9.0], "Area": [30.5, 37.6875, 50.0, 60.25, 10.0]}
MISTAKES = {
    "nan": "Values are still missing.",
    "0.0": "Zeros stand where the mean belongs.",
    "4.0": "That is the median of the column, not its mean.",
    "3.0": "That divides by the number of all rows; the mean is over the values that are there.",
    "23.678": "That is the mean of the whole table; every column has its own mean.",
    "30.5": "That is the mean of the row; take the mean of the column.",
    "6.5": "That is the mean of the rows without any gap; all values of the column count.",
}


class TestFillMissingWithMean:
    @mark.shapes
    def test_columns_and_rows_stay(self, kata):
        hint = "No row and no column goes: only missing numbers are replaced."
        assert_labels(call_with_frames(kata.fill_missing_with_mean, wide()), wide(), hint)

    def test_missing_numbers_become_the_mean_of_their_column(self, kata):
        got = call_with_frames(kata.fill_missing_with_mean, inputs=gaps())
        assert_labels(got, gaps())
        first = str(got.value["NumRooms"].iloc[0])[:6]
        hint = MISTAKES.get(first, "Each gap gets the mean of the values that its own column has.")
        assert_frame(got, DataFrame(FILLED, index=gaps().index), hint, same_dtypes=False)

    @mark.parametrize("dtype", [None, object])
    def test_text_stays_as_it_is(self, kata, dtype):
        def table() -> DataFrame:
            columns = {"Alley": ["Pave", None, "Grvl"], "Zone": ["20", "160", None]}
            return DataFrame(columns, dtype=dtype).assign(Rooms=[2.0, nan, 3.0])

        got = call_with_frames(kata.fill_missing_with_mean, table())
        hint = "Columns of text are left alone, their gaps and their digits too."
        assert_frame(got, table().assign(Rooms=[2.0, 2.5, 3.0]), hint)

    def test_nothing_to_fill(self, kata):
        hint = "Without a gap in a column of numbers nothing changes."
        for columns in ({"Rooms": [3, 1], "Price": [5, 8]}, {"Alley": [None, "Pave"]}):
            got = call_with_frames(kata.fill_missing_with_mean, DataFrame(columns))
            assert_frame(got, DataFrame(columns), hint, same_dtypes=False)

    def test_inputs_is_not_modified(self, kata):
        assert_keeps_arguments(kata.fill_missing_with_mean, gaps())


def categories() -> DataFrame:
    """Three categories in one column, and the same category in two."""
    alley, street = ["Pave", None, "Grvl", None], ["Pave", "Dirt", None, "Sand"]
    columns = {"Alley": alley, "Rooms": [3.5, 2, nan, 8], "Street": street, "Floors": [4, 0, 1, 2]}
    return DataFrame(columns, index=[10, 40, 20, 30])


def encoded() -> DataFrame:
    names = ["Alley_Grvl", "Alley_Pave", "Alley_nan"]
    names += ["Street_Dirt", "Street_Pave", "Street_Sand", "Street_nan"]
    rows = [[int(one) for one in row] for row in ("0100100", "0011000", "1000001", "0010010")]
    ones = DataFrame(rows, index=[10, 40, 20, 30], columns=names)
    return ones.assign(Rooms=[3.5, 2, nan, 8], Floors=[4, 0, 1, 2])


def assert_one_hot(got: Call, expected: DataFrame, hint: str) -> None:
    """Columns in any order, numbers int or float: the docstring leaves both open."""
    assert_frame(got, expected, hint, any_order=True, same_dtypes=False)


class TestOneHotCategories:
    @mark.shapes
    def test_a_column_for_every_category_and_for_missing(self, kata):
        got = call_with_frames(kata.one_hot_categories, categories())
        hint = "Column_category for each category of text, also Column_nan; numbers as they were."
        assert_labels(got, encoded(), hint, any_order=True)

    def test_numbers_are_kept(self, kata):
        got = call_with_frames(kata.one_hot_categories, inputs=categories())
        assert_labels(got, encoded(), any_order=True)
        numbers = got.part(got.value[["Rooms", "Floors"]], "the columns of numbers")
        hint = "Columns of numbers stay as they are, their gaps too."
        assert_one_hot(numbers, categories()[["Rooms", "Floors"]], hint)

    def test_all_columns_are_numeric(self, kata):
        got = call_with_frames(kata.one_hot_categories, house_tiny())
        kinds = got.value.dtypes.astype(str).to_dict()
        hint = "Ask for 0 and 1 as int or float: the values of a table with bools are objects."
        ok = all(is_numeric_dtype(t) and not is_bool_dtype(t) for t in got.value.dtypes)
        assert_that(ok, got, f"columns of dtype {kinds}", "int or float in all columns", hint)

    @mark.parametrize("dtype", [None, object])
    def test_one_where_the_category_is_zero_elsewhere(self, kata, dtype):
        data = categories()
        for name in ("Alley", "Street") if dtype else ():
            text = data[name].astype(dtype)
            data[name] = text.where(text.notna(), None)
        hint = "Each row has a single 1 among the columns that come from one column of text."
        assert_one_hot(call_with_frames(kata.one_hot_categories, data), encoded(), hint)

    def test_text_without_gaps_is_encoded_too(self, kata):
        got = call_with_frames(kata.one_hot_categories, DataFrame({"Alley": ["b", "a", "b"]}))
        expected = DataFrame({"Alley_a": [0, 1, 0], "Alley_b": [1, 0, 1]})
        if "Alley_nan" in getattr(got.value, "columns", ()):
            expected["Alley_nan"] = 0  # pandas gives one always; without gaps it may be left out
        hint = "A column of text becomes columns of 0 and 1 also when nothing is missing."
        assert_one_hot(got, expected, hint)

    def test_inputs_is_not_modified(self, kata):
        assert_keeps_arguments(kata.one_hot_categories, categories())


class TestToTensors:
    NAMES = ("NumRooms", "Alley_Pave", "Alley_nan")
    ROWS = ((3, 1, 0), (2, 0, 1), (4, 0, 1), (3, 0, 1))
    PRICES = (127500, 106000, 178100, 140000)

    @mark.shapes
    @mark.parametrize(("n", "d"), [(4, 3), (4, 1), (1, 3)])
    def test_shapes_and_dtypes(self, kata, n, d):
        inputs = DataFrame(self.ROWS[:n], columns=self.NAMES).iloc[:, :d]
        X, y = listed(call_with_frames(kata.to_tensors, inputs, Series(self.PRICES[:n])), "X", "y")
        hint = "float64 for both, also where the table holds whole numbers."
        assert_shape(X, (n, d), hint, dtype=torch.float64)
        assert_shape(y, (n,), hint, dtype=torch.float64)

    def test_values_are_those_of_the_table_row_by_row(self, kata):
        inputs = DataFrame(self.ROWS, index=[2, 0, 3, 1], columns=self.NAMES)
        outputs = Series(self.PRICES, index=[1, 3, 0, 5], name="Price")  # by place, not by label
        X, y = listed(call_with_frames(kata.to_tensors, inputs=inputs, outputs=outputs), "X", "y")
        hint = "Rows stay in their order, whatever their labels; labels are no values."
        assert_tensor(X, torch.tensor(self.ROWS, dtype=torch.float64), hint)
        assert_tensor(y, torch.tensor(self.PRICES, dtype=torch.float64), hint)

    def test_no_digit_is_lost(self, kata):
        rows = [[0.1, 1 / 3, 2.0**40 + 1], [-2.7, 1e-9, 3.0]]
        inputs, outputs = DataFrame(rows, columns=list("abc")), Series([127500.01, -0.3])
        X, y = listed(call_with_frames(kata.to_tensors, inputs, outputs), "X", "y")
        hint = "Go to float64 at once: the way over float32 or int loses digits."
        for got, values in ((X, rows), (y, [127500.01, -0.3])):  # exact: nothing is computed
            assert_tensor(got, torch.tensor(values, dtype=torch.float64), hint, rtol=0, atol=0)

    def test_inputs_and_outputs_are_not_modified(self, kata):
        assert_keeps_arguments(kata.to_tensors, DataFrame(self.ROWS), Series(self.PRICES))


def counted(*missing: int, labels: list | None = None) -> DataFrame:
    """Four rows; column i misses its last missing[i] values and holds 10 * i + row else."""
    rows = [[nan if r + k > 3 else 10.0 * i + r for i, k in enumerate(missing)] for r in range(4)]
    names = labels or list("cdab"[: len(missing)])
    return DataFrame(rows, columns=pd.Index(names, tupleize_cols=False))


def assert_goes(function: Callable, place: int, table: DataFrame, hint: str) -> None:
    """The column at this place goes, and no other."""
    rest = table.iloc[:, [i for i in range(table.shape[1]) if i != place]]
    assert_labels(call_with_frames(function, data=table.copy()), rest, hint)


class TestDropMaxNullCol:
    @mark.shapes
    @mark.parametrize(("missing", "place"), [((1, 3, 0, 2), 1), ((3, 1, 0), 0), ((0, 1, 4), 2)])
    def test_the_column_with_most_missing_values_goes(self, kata, missing, place):
        hint = "Count the missing values of every column; the largest count goes, and only that."
        assert_goes(kata.dropMaxNullCol, place, counted(*missing), hint)

    @mark.parametrize(("missing", "place"), [((0, 2, 1, 2), 1), ((3, 3, 3), 0), ((1, 4, 4), 1)])
    def test_a_tie_goes_to_the_leftmost(self, kata, missing, place):
        hint = "Several columns miss as many values: exactly one goes, the leftmost of them."
        assert_goes(kata.dropMaxNullCol, place, counted(*missing), hint)

    def test_without_missing_values_the_leftmost_goes(self, kata):
        hint = "All columns miss 0 values, a tie: still exactly one goes, the leftmost."
        assert_goes(kata.dropMaxNullCol, 0, counted(0, 0, 0), hint)

    @mark.parametrize("labels", [[5, 1, 0], [2, 0, 1], ["b", "c", "a"], [2, ("a", 2), "x"]])
    def test_labels_of_any_kind(self, kata, labels):
        hint = "A position is not a label: with integer labels the two are easily confused."
        for place, missing in ((1, (0, 2, 1)), (2, (1, 0, 3)), (0, (3, 2, 0))):
            assert_goes(kata.dropMaxNullCol, place, counted(*missing, labels=labels), hint)

    def test_every_kind_of_missing_counts(self, kata):
        text, day = ["Pave", None, None, "Grvl"], datetime(2024, 5, 17)
        values = {"zeros": [0.0, 0.0, 0.0, nan], "empty": ["", "", "", "0"]}
        table = DataFrame(values | {"days": [None, day, None, None], "text": text})
        table = table.assign(infinite=[inf] * 4, numbers=[nan, nan, 1.0, 2.0], words=["NA"] * 4)
        hint = "NaN, None and NaT are missing, in columns of every type; 0, '' and inf are values."
        assert_goes(kata.dropMaxNullCol, 2, table, hint)

    def test_other_columns_are_unchanged(self, kata):
        got = call_with_frames(kata.dropMaxNullCol, wide())
        hint = "Rows, values and types of the other columns stay."
        assert_frame(got, wide()[["Area", "Alley", "Rooms", "Cost"]], hint)

    def test_a_single_column_goes_too(self, kata):
        got = call_with_frames(kata.dropMaxNullCol, DataFrame({"a": [1.0, nan]}))
        ok = isinstance(got.value, DataFrame) and got.value.shape[1] == 0
        assert_that(ok, got, "", "a DataFrame without a column", "A single column goes.")

    def test_data_is_not_modified(self, kata):
        assert_keeps_arguments(kata.dropMaxNullCol, house_tiny())
