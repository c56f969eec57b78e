"""Data preprocessing: from a CSV file with gaps to tensors."""

from pathlib import Path

import pandas as pd
import torch
from pandas import DataFrame, Series
from torch import Tensor


def write_house_tiny(path: Path) -> Path:
    """Write the table below as a CSV file that `pandas.read_csv` reads back."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["NumRooms,Alley,Price", "NA,Pave,127500", "2,NA,106000", "4,NA,178100", "NA,NA,140000"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def split_inputs_outputs(data: DataFrame) -> tuple[DataFrame, Series]:
    """Split a table into what a model sees and what it has to predict."""
    return data.iloc[:, :-1], data.iloc[:, -1]


def fill_missing_with_mean(inputs: DataFrame) -> DataFrame:
    """Replace the missing values of each numeric column by the mean of that column."""
    return inputs.fillna(inputs.mean(numeric_only=True))  # text has no mean: it is left alone


def one_hot_categories(inputs: DataFrame) -> DataFrame:
    """Replace each column of text by one column of zeros and ones for each of its categories."""
    return pd.get_dummies(inputs, dummy_na=True, dtype=float)  # the default dtype is bool


def to_tensors(inputs: DataFrame, outputs: Series) -> tuple[Tensor, Tensor]:
    """Turn a numeric table and its outputs into tensors."""
    X = torch.tensor(inputs.to_numpy(), dtype=torch.float64)
    y = torch.tensor(outputs.to_numpy(), dtype=torch.float64)
    return X, y


def dropMaxNullCol(data: DataFrame) -> DataFrame:
    """Drop the column that has most missing values."""
    missing = data.isna().sum()
    return data.drop(columns=missing.idxmax())  # idxmax is the label of the first maximum
