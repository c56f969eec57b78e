"""Data preprocessing: from a CSV file with gaps to tensors.

Source: notes 2.2 (Data preprocessing).
"""

from pathlib import Path

import pandas as pd
import torch
from pandas import DataFrame, Series
from torch import Tensor


def write_house_tiny(path: Path) -> Path:
    """Write the table below as a CSV file that `pandas.read_csv` reads back.

        NumRooms  Alley  Price
         missing   Pave  127500
               2 missing 106000
               4 missing 178100
         missing missing 140000

    The first line of the file holds the column names. A missing value is written as `NA`; there
    is no column of row numbers.

    Args:
        path: file to write. Folders on the way that do not exist yet are created. A file that is
            there already is replaced.

    Returns:
        The path of the file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = write_house_tiny(Path(folder) / "data" / "house_tiny.csv")
    ...     data = pd.read_csv(path)
    >>> data["Price"].tolist()
    [127500, 106000, 178100, 140000]
    """
    raise NotImplementedError("TODO write_house_tiny")


def split_inputs_outputs(data: DataFrame) -> tuple[DataFrame, Series]:
    """Split a table into what a model sees and what it has to predict.

    Args:
        data: table with at least two columns; their names can be any. Not modified.

    Returns:
        (inputs, outputs): a DataFrame with all columns but the last, and the last column as a
        Series with its name. Both keep the rows, their labels and the types of the columns.

    >>> inputs, outputs = split_inputs_outputs(DataFrame({"NumRooms": [2, 4], "Price": [106, 178]}))
    >>> outputs.tolist()
    [106, 178]
    """
    raise NotImplementedError("TODO split_inputs_outputs")


def fill_missing_with_mean(inputs: DataFrame) -> DataFrame:
    """Replace the missing values of each numeric column by the mean of that column.

    The mean is that of the values that are there.

    Args:
        inputs: columns of numbers (missing: NaN) and columns of text, of dtype str or object
            (missing: None or NaN); there may be none of one kind. Not modified.

    Returns:
        DataFrame with the same columns and rows. Columns of text are as they were, gaps included,
        also where the text consists of digits. A numeric column stays numeric; whether one
        without gaps turns from int to float is up to you.

    >>> fill_missing_with_mean(DataFrame({"NumRooms": [None, 2.0, 4.0, None]}))["NumRooms"].tolist()
    [3.0, 2.0, 4.0, 3.0]
    """
    raise NotImplementedError("TODO fill_missing_with_mean")


def one_hot_categories(inputs: DataFrame) -> DataFrame:
    """Replace each column of text by one column of zeros and ones for each of its categories.

    The column `Alley` with the category `Pave` gives `Alley_Pave`: 1 in the rows where Alley is
    Pave, 0 in the others. Missing is a category too: `Alley_nan` is 1 where Alley is missing.

    Args:
        inputs: columns of text, of dtype str or object, and perhaps columns of numbers. Not
            modified.

    Returns:
        DataFrame with the same rows. Columns of numbers are kept as they are, gaps included. All
        columns are numeric: the ones and zeros are int or float, not bool, which would turn
        `.values` of the table into objects. The order of the columns is up to you, and so is
        whether a column of text without gaps gets a `_nan` column, of zeros.

    >>> table = one_hot_categories(DataFrame({"NumRooms": [3.0, 2.0], "Alley": ["Pave", None]}))
    >>> table["Alley_Pave"].tolist() == [1, 0] and table["Alley_nan"].tolist() == [0, 1]
    True
    """
    raise NotImplementedError("TODO one_hot_categories")


def to_tensors(inputs: DataFrame, outputs: Series) -> tuple[Tensor, Tensor]:
    """Turn a numeric table and its outputs into tensors.

    Args:
        inputs: n rows and d columns of numbers, int or float. Not modified.
        outputs: n numbers, int or float. Not modified.

    Returns:
        (X, y) of shapes (n, d) and (n,), both float64, with exactly the values of the table:
        row i of X and y[i] come from the i-th row.

    >>> X, y = to_tensors(DataFrame({"NumRooms": [3.0, 2.0], "Alley_nan": [0, 1]}), Series([5, 7]))
    >>> X
    tensor([[3., 0.],
            [2., 1.]], dtype=torch.float64)
    """
    raise NotImplementedError("TODO to_tensors")


def dropMaxNullCol(data: DataFrame) -> DataFrame:
    """Drop the column that has most missing values.

    Exactly one column goes. Where several have most, also where nothing is missing at all, it is
    the leftmost of them.

    Args:
        data: table whose column labels are unique; they can be text, integers, tuples or a mix.
            Missing is what pandas takes for it: NaN, None, NaT. Not modified.

    Returns:
        New DataFrame with the other columns, unchanged and in their order, and the same rows.

    >>> data = DataFrame({"NumRooms": [None, 2.0], "Alley": [None, None], "Price": [127, 106]})
    >>> dropMaxNullCol(data).columns.tolist()
    ['NumRooms', 'Price']
    """
    raise NotImplementedError("TODO dropMaxNullCol")
