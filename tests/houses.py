"""For the hidden tests of the house prices: a table worked by hand, and checks of its own.

They are a file of their own because that chapter has many parts, and its tests are long without.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log, sqrt
from typing import Any

import pandas as pd
import torch
from pandas import DataFrame, Series
from torch import Tensor, nn
from torch.nn import functional as F

from data import house
from tests.calls import Call, call
from tests.checks import assert_number, assert_shape, assert_tensor, assert_that, listed
from tests.frames import assert_frame, call_with_frames

# By column: 4 rows of train and 3 of test, and what they become, a column behind each "|". The
# standard deviation of the numbers is 2: Rooms 5 + (-4, 0, 2, 0, 0, 2, 0), Area 10 + (-3, ...).
COLUMNS = {
    "Rooms": ("1 5 7 5 5 7 5", "-2 0 1 0 0 1 0"),
    "Area": ("7 - 11 12 9 11 -", "-1.5 0 .5 1 -.5 .5 0"),
    "Sold": ("2010 2010 2010 2010 2010 2010 2010", "0 0 0 0 0 0 0"),
    "Zone": ("20 - RL 20 C RL -", "1 0 0 1 0 0 0|0 0 0 0 1 0 0|0 0 1 0 0 1 0|0 1 0 0 0 0 1"),
    "Lot": ("Reg IR Reg Reg Reg Reg Reg", "0 1 0 0 0 0 0|1 0 1 1 1 1 1|0 0 0 0 0 0 0"),
}
PRICES = (90.0, 250.0, 130.0, 170.0)
FEATURES = ("train_features", "test_features", "train_labels")


def worked(*names: str, dtype: Any = None) -> tuple[DataFrame, DataFrame, Tensor]:
    """These columns, all if none is named, as train and test; the features of both, by hand."""
    names = names or tuple(COLUMNS)
    cells = {n: [None if c == "-" else c for c in COLUMNS[n][0].split()] for n in names}
    table = DataFrame({n: Series(column, dtype=dtype) for n, column in cells.items()})
    numeric = table.columns.intersection(["Rooms", "Area", "Sold"])
    table = table.assign(**table[numeric].apply(pd.to_numeric))
    table.insert(0, "Id", range(41, 48))
    columns = [column.split() for name in names for column in COLUMNS[name][1].split("|")]
    expected = torch.tensor([[float(c) for c in column] for column in columns]).T
    return table[:4].assign(SalePrice=[int(price) for price in PRICES]), table[4:], expected


def assert_house_tensors(got: Call, train: DataFrame, test: DataFrame) -> None:
    """Shapes, dtypes and no gaps, for the house data."""
    __tracebackhide__ = True
    both = pd.concat([train.iloc[:, 1:-1], test.iloc[:, 1:]])
    d = pd.get_dummies(both, dummy_na=True).shape[1]
    shapes = [(len(train), d), (len(test), d), (len(train), 1)]
    for part, shape in zip(listed(got, *FEATURES), shapes, strict=True):
        assert_shape(part, shape, _usual_mistake(tuple(getattr(part.value, "shape", ())), shape))
        whole = bool(part.value.isfinite().all())
        assert_that(whole, part, "NaN or inf among the values", "numbers", "No gap may be left.")


def _usual_mistake(actual: tuple[int, ...], shape: tuple[int, int]) -> str:
    """What a wrong shape of features or labels comes from."""
    if actual == shape:
        return "float32 for all three."
    if len(actual) != 2:
        return "Features and labels are matrices; labels have one column."
    if actual[0] != shape[0]:
        return "A row for each row of the table: take rows by their position, and drop none."
    if actual[1] == shape[1] + 1:
        return "Neither Id nor SalePrice is a feature."
    return (
        "A column for each column of numbers; for each column of text one a category, of either "
        "table, and always one for missing."
    )


def _side_by_side(X: Tensor, expected: Tensor) -> Tensor:
    """The columns of X, in any order, so that equal ones stand where they do in `expected`."""
    free, places = list(range(X.shape[1])), []
    for column in expected.T:
        same = [i for i in free if torch.allclose(X[:, i], column, atol=1e-5)][:1]
        places.append(same[0] if same else None)
        free = [i for i in free if i not in same]
    return X[:, [free.pop(0) if place is None else place for place in places]]


def assert_features(
    function: Callable, train: DataFrame, test: DataFrame, expected: Tensor, hint: str
) -> None:
    """The features of train and test, whose columns may come in any order."""
    __tracebackhide__ = True
    got = call_with_frames(function, train, test)
    features = listed(got, *FEATURES)[:2]
    for part, table in zip(features, (train, test), strict=True):
        assert_shape(part, (len(table), expected.shape[1]), hint)
    both = torch.cat([part.value.detach() for part in features])
    told = got.part(_side_by_side(both, expected), "train_features above test_features")
    assert_tensor(told, expected, hint)


def powers(*logs: float) -> Tensor:
    """Numbers (n, 1) with these logarithms."""
    return torch.tensor(logs).reshape(-1, 1).exp()


def rows(n: int) -> tuple[Tensor, Tensor]:
    """X (n, 3), not contiguous, where row i begins with i, and y (n, 1), 100 times that."""
    X = torch.arange(3.0 * n).reshape(3, n).T
    return X, 100 * X[:, :1]


def assert_training_rows(X_train: Call, n: int, k: int, i: int) -> None:
    """Every row of the folds but fold i, once; rows beyond the folds all or none."""
    __tracebackhide__ = True
    assert_shape(X_train, (len(X_train.value), 3))
    used = sorted(X_train.value[:, 0].int().tolist())
    size = n // k
    others = [row for row in range(k * size) if row // size != i]
    ok = used in (others, [*others, *range(k * size, n)])
    hint = "Every row of the other folds once, and none of the validation rows."
    assert_that(ok, X_train, f"the rows {used}", f"the rows {others}", hint)


def assert_epochs(got: Call, seen: list[list[int]], n: int, epochs: int, batch_size: int) -> None:
    """The batches that a net has seen take each of n rows once an epoch, in random order."""
    __tracebackhide__ = True
    batches = [rows for rows in seen if len(rows) < n]  # calls with n rows judge the net
    sizes = [len(rows) for rows in batches]
    order = [row for rows in batches for row in rows]
    orders = [order[n * i : n * (i + 1)] for i in range(epochs)]
    every = list(range(n))
    ok = len(order) == n * epochs and all(sorted(rows) == every for rows in orders)
    expected = f"each of the {n} rows once an epoch, in batches of at most {batch_size}"
    ok = ok and max(sizes) <= batch_size
    returned = f"trained on batches of {sizes} rows: {batches}"
    hint = f"Take {batch_size} rows at a time; the last batch of an epoch may be short."
    assert_that(ok, got, returned, expected, hint)
    random = len({tuple(rows) for rows in [every, *orders]}) == epochs + 1
    hint = "Shuffle, and anew for every epoch."
    assert_that(random, got, f"took the rows {order}", "a new random order in every epoch", hint)


# Epochs of one batch each and weight decay: what a wrong result then comes from.
STEPS = {
    (1, 0.0): "The first step of Adam moves every parameter by the learning rate.",
    (
        6,
        0.0,
    ): "One optimizer for all epochs? Gradients zeroed? Squared errors, rows with their labels?",
    (6, 0.9): "Hand weight_decay to Adam; the loss is the mean of the squared errors.",
}


def adam(net: nn.Module, X: Tensor, y: Tensor, epochs: int, lr: float, decay: float) -> nn.Module:
    """The net after some steps of the library's Adam on all rows at once."""
    optimizer = torch.optim.Adam(net.parameters(), lr=lr, weight_decay=decay)
    for _ in range(epochs):
        optimizer.zero_grad()
        F.mse_loss(net(X), y).backward()
        optimizer.step()
    return net


def numbers(rows: int) -> tuple[Tensor, Tensor]:
    """The columns of numbers of the house data, centred and scaled, and the prices (rows, 1)."""
    train = house.tables()[0].head(rows)
    X = train.iloc[:, 1:-1].select_dtypes("number").fillna(0).to_numpy("float32")
    y = torch.tensor(train["SalePrice"].to_numpy("float32")).reshape(-1, 1)
    return F.batch_norm(torch.tensor(X), None, None, training=True), y


def fold_scores(*biases: float) -> tuple[list[float], list[float]]:
    """The log rmse in training and validation, fold by fold, of nets that predict these numbers.

    The labels are e^13, e^14 and e^17 in the three folds.
    """
    train, valid = [], []
    for i, bias in enumerate(biases):
        squares = [(end - log(bias)) ** 2 for end in (13, 14, 17)]
        valid.append(sqrt(squares.pop(i)))
        train.append(sqrt(sum(squares) / 2))
    return train, valid


def assert_means(got: Call) -> None:
    """The means over three folds whose nets predict 1000 after ten steps of Adam."""
    __tracebackhide__ = True
    right, first = fold_scores(1000, 1000, 1000), fold_scores(100, 100, 100)
    one_net = fold_scores(1000, 2000, 3000)
    new = "One net trains on from fold to fold; make a new one. Train on the other folds only."
    for i, part in enumerate(listed(got, "train", "valid")):
        scores = right[i]
        known = {
            new: sum(one_net[i]) / 3,
            "That is the sum over the folds.": sum(scores),
            "That is the sum over the folds, divided by k - 1.": sum(scores) / 2,
            "That is the score of the last fold alone.": scores[-1],
            "That is the score of the first fold alone.": scores[0],
            "That leaves the last fold out.": (scores[0] + scores[1]) / 3,
            "That is the score after the first of 10 epochs.": sum(first[i]) / 3,
            "Training and validation are confused.": sum(right[1 - i]) / 3,
        }
        value = float(part.value)
        hint = next((told for told, score in known.items() if abs(value - score) < 0.02), "")
        hint = (
            hint
            or "Train on the other folds with these settings; average the last log rmse over folds."
        )
        # The first bias, below 1, is 0.001 of 1000, and steps of Adam fall 0.001 short.
        assert_number(part, sum(scores) / 3, hint, rel=1e-3)


def assert_last_epoch(k_fold: Callable) -> None:
    """Adam steps from near 0 to the label 100; in the second epoch its momentum goes on, to 167."""
    __tracebackhide__ = True
    got = call(k_fold, 3, torch.zeros(12, 2), torch.full((12, 1), 100.0), 2, 100.0, 0, 8)
    hint = "Average what train_house tells of the last epoch, not of the best, nor of all."
    for part in listed(got, "train", "valid"):
        assert_number(part, log(1.67), hint, rel=0.05)  # 60 seeds: right to 0.002


def assert_submission(got: Call, ids: list[int], prices: list[float], hint: str) -> None:
    """A table of Id and SalePrice, whatever its row labels."""
    __tracebackhide__ = True
    frame = got.value.reset_index(drop=True) if isinstance(got.value, DataFrame) else got.value
    expected = DataFrame({"Id": ids, "SalePrice": prices})
    assert_frame(Call(got.text, frame), expected, hint, rtol=1e-6)
