"""House prices: from a download to a submission, with a linear model and k-fold validation.

Source: notes 4.10 (Kaggle house prices).
"""

import hashlib
import os
import shutil
import tarfile
import tempfile
import urllib.request
import zipfile
from pathlib import Path

import pandas as pd
import torch
from pandas import DataFrame, Series
from torch import Tensor, nn


def download(url: str, cache_dir: str | Path, sha1_hash: str) -> str | Path:
    """Fetch a file over HTTP, unless the cache holds it already.

    The file stands in cache_dir under the last part of the URL: `.../data/train.csv` becomes
    `train.csv`. If it is there and its SHA-1 is right, no server is asked; if not, it is fetched.
    Several processes may ask for the same file at once: each gets it, and at no time, also not
    while a transfer runs, does an unfinished file stand under that name.

    Args:
        url: address of the file.
        cache_dir: folder, created with its parents if it is not there.
        sha1_hash: SHA-1 of the whole file, hexadecimal in lower case.

    Returns:
        The path of the file.

    Raises:
        ValueError: what arrived has another SHA-1, or the server closed the connection before
            sending all. Then no file stands under the name, not even an older one.
        Any error: the server answers with an HTTP error, such as 404, or the connection breaks.
            Nothing of that stands under the name, and a later call works.

    >>> with tempfile.TemporaryDirectory() as folder:  # the file is there, no server is asked
    ...     _ = Path(folder, "abc.txt").write_text("abc")
    ...     sha1 = "a9993e364706816aba3e25717850c26c9cd0d89d"
    ...     Path(download("http://127.0.0.1/files/abc.txt", folder, sha1)).read_text()
    'abc'
    """
    raise NotImplementedError("TODO download")


def extract(archive: str | Path) -> str | Path:
    """Unpack a .zip, .tar or .tar.gz file into the folder in which it stands; return that folder.

    Nothing is ever written outside the folder, whatever the archive holds.

    Raises:
        ValueError: a member would land outside, because its name climbs out with `..` or because
            it leads through a symbolic link of the archive.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with zipfile.ZipFile(Path(folder, "fra-eng.zip"), "w") as file:
    ...         file.writestr("fra-eng/fra.txt", "Go. Va !")
    ...     Path(extract(Path(folder, "fra-eng.zip")), "fra-eng", "fra.txt").read_text()
    'Go. Va !'
    """
    raise NotImplementedError("TODO extract")


def preprocess(train: DataFrame, test: DataFrame) -> tuple[Tensor, Tensor, Tensor]:
    """Turn the tables of the competition into tensors.

    The first column, Id, is left out. Numbers are standardised column by column: minus the mean,
    over the standard deviation (that of pandas), both of the values present in train and test
    together. A missing number is 0 after that, and so is a column whose values are all the same.
    A column of text becomes what `pandas.get_dummies(..., dummy_na=True)` gives for train and test
    together: a column of 0 and 1 for every category of either table and one, always, for missing.

    Args:
        train: n rows; Id, then features, then SalePrice. Features are numbers, or text of dtype
            str or object. `data.house.tables()` gives a train and a test.
        test: m rows; the columns of train without SalePrice. The row labels of the tables are
            arbitrary and may repeat. Neither is modified.

    Returns:
        (train_features (n, d), test_features (m, d), train_labels (n, 1)), float32, rows in their
        order. The order of the d columns is up to you, but the same for train and test.

    >>> train = DataFrame({"Id": [1, 2], "Rooms": [2, 4], "SalePrice": [100, 150]})
    >>> preprocess(train, DataFrame({"Id": [3], "Rooms": [6]}))[0].tolist()
    [[-1.0], [0.0]]
    """
    raise NotImplementedError("TODO preprocess")


def log_rmse(net: nn.Module, features: Tensor, labels: Tensor) -> float:
    """The root of the mean squared difference between log(prediction) and log(label).

    `net(features)` gives predictions (n, 1); one below 1 counts as 1. Labels (n, 1) are positive.
    Returns a Python float, and changes neither gradients of the net nor the gradient mode.

    >>> log_rmse(nn.Identity(), torch.tensor([[1.0], [-5.0]]), torch.ones(2, 1))
    0.0
    """
    raise NotImplementedError("TODO log_rmse")


def get_k_fold_data(k: int, i: int, X: Tensor, y: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The i-th of k ways to split the rows of X (n, d) and y (n, 1) into training and validation.

    Fold i, counted from 0, is the n // k rows from i * (n // k) on. They are for validation, the
    rows of the other folds for training. The last n % k rows are in no fold: train on them or
    leave them out, but never validate on them. X and y are not modified.

    Returns:
        (X_train, y_train, X_valid, y_valid). Validation rows keep their order; the order of the
        training rows is up to you, but y_train has that of X_train.

    >>> X = torch.arange(6.0).reshape(6, 1)
    >>> get_k_fold_data(3, 1, X, X * 10)[3].tolist()
    [[20.0], [30.0]]
    """
    raise NotImplementedError("TODO get_k_fold_data")


def train_house(
    net: nn.Module,
    train_features: Tensor,
    train_labels: Tensor,
    test_features: Tensor | None,
    test_labels: Tensor | None,
    num_epochs: int,
    learning_rate: float,
    weight_decay: float,
    batch_size: int,
) -> tuple[list[float], list[float]]:
    """Train a net, in place, with torch.optim.Adam on the mean squared error of each batch.

    An epoch takes every training row once, in a new random order; its last batch may be short.
    Features are (n, d), labels (n, 1). learning_rate and weight_decay are those of Adam.

    Returns:
        (train, test): the `log_rmse` on all rows of train and of test, a float after each epoch.
        The second list is empty when test_labels is None.

    >>> net, X, y = nn.Linear(2, 1), torch.ones(3, 2), torch.full((3, 1), 9.0)
    >>> len(train_house(net, X, y, None, None, 4, 0.1, 0, 2)[0])
    4
    """
    raise NotImplementedError("TODO train_house")


def k_fold(
    k: int,
    X_train: Tensor,
    y_train: Tensor,
    num_epochs: int,
    learning_rate: float,
    weight_decay: float,
    batch_size: int,
) -> tuple[float, float]:
    """Judge hyperparameters by k-fold cross-validation: train k times, each fold validating once.

    For each fold of `get_k_fold_data`, a fresh linear net (an nn.Linear with bias) is trained on
    the other folds as `train_house` does. Returns (mean training, mean validation): the log rmse
    after the last epoch, averaged over the k folds.

    >>> train, valid = k_fold(2, torch.zeros(4, 1), torch.full((4, 1), 9.0), 3, 0.5, 0, 2)
    >>> train == valid  # all rows are alike
    True
    """
    raise NotImplementedError("TODO k_fold")


def submission(net: nn.Module, test_features: Tensor, test_ids: Series) -> DataFrame:
    """The table to hand in, with the columns Id and SalePrice: the price that net predicts.

    `net(test_features)` gives predictions (m, 1). test_ids holds the m values of Id in the order
    of the features; its row labels are arbitrary. It is not modified. The rows of the result
    keep that order; their labels are up to you.

    >>> submission(nn.Identity(), torch.tensor([[2.5], [4.0]]), Series([7, 9])).values.tolist()
    [[7.0, 2.5], [9.0, 4.0]]
    """
    raise NotImplementedError("TODO submission")
