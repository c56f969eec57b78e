"""House prices: from a download to a submission, with a linear model and k-fold validation."""

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
from torch.utils.data import DataLoader, TensorDataset


def download(url: str, cache_dir: str | Path, sha1_hash: str) -> str | Path:
    """Fetch a file over HTTP, unless the cache holds it already."""
    folder = Path(cache_dir)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / url.split("/")[-1]
    if path.exists() and sha1_of(path) == sha1_hash:
        return path
    path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as own:  # no other process writes in there
        unfinished = Path(own, path.name)
        with urllib.request.urlopen(url) as response, unfinished.open("wb") as file:
            shutil.copyfileobj(response, file)
        if sha1_of(unfinished) != sha1_hash:  # so it is too when the end of the file is missing
            raise ValueError(f"{url} did not give the file with the SHA-1 {sha1_hash}")
        os.replace(unfinished, path)
    return path


def sha1_of(path: Path) -> str:
    """SHA-1 of the contents of a file."""
    return hashlib.sha1(path.read_bytes()).hexdigest()


def extract(archive: str | Path) -> str | Path:
    """Unpack a .zip, .tar or .tar.gz file into the folder in which it stands."""
    archive = Path(archive)
    folder = archive.parent
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as file:
            for name in file.namelist():  # extractall would only bend the path, and say nothing
                if not Path(folder, name).resolve().is_relative_to(folder.resolve()):
                    raise ValueError(f"{name} lies outside {folder}")
            file.extractall(folder)
    else:
        with tarfile.open(archive) as file:
            try:
                file.extractall(folder, filter="data")
            except tarfile.FilterError as error:
                raise ValueError(str(error)) from error
    return folder


def preprocess(train: DataFrame, test: DataFrame) -> tuple[Tensor, Tensor, Tensor]:
    """Turn the tables of the competition into tensors."""
    features = pd.concat([train.iloc[:, 1:-1], test.iloc[:, 1:]], ignore_index=True)
    numeric = features.select_dtypes("number").columns  # in pandas 3 text is not of dtype object
    numbers = features[numeric]
    features[numeric] = ((numbers - numbers.mean()) / numbers.std()).fillna(0)
    features = pd.get_dummies(features, dummy_na=True, dtype=float)  # the default dtype is bool
    both = torch.tensor(features.to_numpy(), dtype=torch.float32)  # (n + m, d)
    labels = torch.tensor(train.iloc[:, -1].to_numpy(), dtype=torch.float32)
    return both[: len(train)], both[len(train) :], labels.reshape(-1, 1)  # labels: (n, 1)


def log_rmse(net: nn.Module, features: Tensor, labels: Tensor) -> float:
    """The root of the mean squared difference between log(prediction) and log(label)."""
    with torch.no_grad():
        predictions = net(features).clamp(min=1)  # (n, 1)
        return torch.sqrt(nn.functional.mse_loss(predictions.log(), labels.log())).item()


def get_k_fold_data(k: int, i: int, X: Tensor, y: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The i-th of k ways to split the rows into training and validation."""
    fold_size = len(X) // k
    start, stop = i * fold_size, (i + 1) * fold_size
    X_train = torch.cat([X[:start], X[stop:]])
    y_train = torch.cat([y[:start], y[stop:]])
    return X_train, y_train, X[start:stop], y[start:stop]


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
    """Train a net, in place, with torch.optim.Adam on the mean squared error of each batch."""
    train_ls, test_ls = [], []
    loss = nn.MSELoss()
    dataset = TensorDataset(train_features, train_labels)
    train_iter = DataLoader(dataset, batch_size, shuffle=True)
    optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate, weight_decay=weight_decay)
    for _ in range(num_epochs):
        for X, y in train_iter:
            optimizer.zero_grad()
            loss(net(X), y).backward()
            optimizer.step()
        train_ls.append(log_rmse(net, train_features, train_labels))
        if test_labels is not None:
            test_ls.append(log_rmse(net, test_features, test_labels))
    return train_ls, test_ls


def k_fold(
    k: int,
    X_train: Tensor,
    y_train: Tensor,
    num_epochs: int,
    learning_rate: float,
    weight_decay: float,
    batch_size: int,
) -> tuple[float, float]:
    """Judge hyperparameters by k-fold cross-validation."""
    train_sum = valid_sum = 0.0
    for i in range(k):
        net = nn.Linear(X_train.shape[1], 1, device=X_train.device)  # a fresh one for each fold
        data = get_k_fold_data(k, i, X_train, y_train)
        train_ls, valid_ls = train_house(
            net, *data, num_epochs, learning_rate, weight_decay, batch_size
        )
        train_sum += train_ls[-1]
        valid_sum += valid_ls[-1]
    return train_sum / k, valid_sum / k


def submission(net: nn.Module, test_features: Tensor, test_ids: Series) -> DataFrame:
    """The table to hand in, with the columns Id and SalePrice: the price that net predicts."""
    with torch.no_grad():
        prices = net(test_features).reshape(-1)  # (m, 1) -> (m,)
    return DataFrame({"Id": test_ids.to_numpy(), "SalePrice": prices.cpu().numpy()})
