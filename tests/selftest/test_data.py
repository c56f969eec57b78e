"""The data sets: drawn by rules or written by hand; the real ones downloaded whole or not."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch
from torch import nn

import data
import data.__main__ as download
from data import FILES, IMAGES, garments, house, text
from tests.convergence import fit
from tests.downloads import pack
from tests.grader.catalogue import ROOT
from tests.selftest.conftest import run_grader


class Server(BaseHTTPRequestHandler):
    """Gives `files`; those in `cut` end in the middle."""

    files: dict[str, bytes] = {}
    cut: set[str] = set()
    asked: list[str] = []

    def do_GET(self) -> None:
        name = self.path.strip("/")
        self.asked.append(name)
        body = self.files.get(name)
        if body is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if name in self.cut else body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.files, Server.cut, Server.asked = {}, set(), []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("KATA_DATA", raising=False)
    monkeypatch.setattr(garments, "ROOT", tmp_path)
    garments.load.cache_clear()
    yield garments.folder()
    garments.load.cache_clear()


def test_garments_are_drawn_once_and_alike(drawn: Path, monkeypatch) -> None:
    files = sorted(path for path in drawn.rglob("*") if path.is_file())
    first = {path: path.read_bytes() for path in files}
    assert [path.name for path in drawn.parent.iterdir()] == [drawn.name], "a draft is left"
    monkeypatch.setattr(garments, "ROOT", drawn.parent / "again")
    again = garments.folder()
    assert len(files) == 4
    assert all((again / path.relative_to(drawn)).read_bytes() == first[path] for path in files)
    monkeypatch.setattr(garments, "draw", None)
    assert garments.folder() == again


def test_processes_that_draw_at_once_agree(tmp_path: Path) -> None:
    code = f"from data import garments; garments.ROOT = garments.Path({str(tmp_path)!r}); "
    code += "print(garments.load(True)[0].sum(), garments.load(False)[1].sum())"
    at_once = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    told = {process.communicate()[0] for process in at_once}
    assert len(told) == 1
    assert all(process.returncode == 0 for process in at_once)
    assert len(list(tmp_path.iterdir())) == 1, "a draft is left"


def test_a_drawing_that_fails_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    def full(array: np.ndarray) -> bytes:
        raise OSError("no space left on device")

    monkeypatch.setattr(garments, "ROOT", tmp_path)
    monkeypatch.setattr(garments, "idx", full)
    with pytest.raises(OSError, match="no space"):
        garments.folder()
    assert list(tmp_path.iterdir()) == []


def test_torchvision_reads_what_is_drawn(drawn: Path) -> None:
    datasets = pytest.importorskip("torchvision.datasets")
    for train, n in ((True, 2400), (False, 600)):
        images, labels = garments.load(train)
        read = datasets.FashionMNIST(root=drawn, train=train, download=True)
        assert read.data.shape == (n, 28, 28)
        assert (read.data.numpy() == images).all()
        assert (read.targets.numpy() == labels).all()
        assert (np.bincount(labels) == n // 10).all()


def test_a_linear_model_separates_them_in_part_and_a_conv_net_better(drawn: Path) -> None:
    (X, y), (X_test, y_test) = (
        (torch.tensor(images)[:, None] / 255, torch.tensor(labels).long())
        for images, labels in map(garments.load, (True, False))
    )
    linear = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    conv = nn.Sequential(
        *(nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 10)),
    )
    shares = []
    for net, epochs in ((linear, 10), (conv, 10)):
        fit(net, X, y, lr=0.1, epochs=epochs, batch_size=32)
        with torch.no_grad():
            shares.append(float((net(X_test).argmax(1) == y_test).float().mean()))
    assert 0.75 < shares[0] < 0.95
    assert shares[1] > shares[0] + 0.03


def test_a_download_is_whole_or_not_there(server: str, tmp_path: Path) -> None:
    body = os.urandom(50_000)
    sha1, path = hashlib.sha1(body).hexdigest(), tmp_path / "a.csv"
    Server.files = {"a.csv": body, "cut.csv": body, "other.csv": b"<html>"}
    Server.cut = {"cut.csv"}
    for name in ("cut.csv", "other.csv", "none.csv"):
        with pytest.raises((OSError, ValueError)):
            download.fetch(f"{server}/{name}", path, sha1)
        assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")  # a wrong file is replaced
    for _ in range(2):
        download.fetch(f"{server}/a.csv", path, sha1)
        assert path.read_bytes() == body
    assert Server.asked.count("a.csv") == 1, "what is there is not asked for again"


def test_images_come_whole_or_not_at_all(server: str, drawn: Path, tmp_path, monkeypatch) -> None:
    datasets = pytest.importorskip("torchvision.datasets")
    monkeypatch.setattr(download, "REAL", tmp_path / "real")
    monkeypatch.setattr(garments, "REAL", tmp_path / "real")
    (tmp_path / "real").mkdir()
    packed = {f"{p.name}.gz": gzip.compress(p.read_bytes()) for p in drawn.rglob("*-ubyte")}
    resources = [
        (name, hashlib.md5(packed[name]).hexdigest()) for name, _ in datasets.FashionMNIST.resources
    ]
    monkeypatch.setattr(datasets.FashionMNIST, "resources", resources)
    monkeypatch.setattr(datasets.FashionMNIST, "mirrors", [])
    Server.files = {**packed, resources[-1][0]: b"<html>"}
    with pytest.raises((OSError, RuntimeError)):
        download.fashion_mnist(server)
    assert list((tmp_path / "real").iterdir()) == []
    Server.files = packed
    download.fashion_mnist(server)
    own = garments.load(True)[0]
    monkeypatch.setenv("KATA_DATA", "real")
    garments.load.cache_clear()
    assert garments.folder() == tmp_path / "real"
    assert (garments.load(True)[0] == own).all()


def test_the_pairs_come_out_of_their_archive(server: str, tmp_path: Path, monkeypatch) -> None:
    real, pairs = tmp_path / "real", "Go.\tVa\u202f!\n".encode()
    names = {"fra-eng/fra.txt": pairs, "../out.txt": b"", "fra-eng/_about.txt": b""}
    archive = pack(tmp_path / "packed" / "fra-eng.zip", names).read_bytes()
    for module in (data, download, text):
        monkeypatch.setattr(module, "REAL", real)
    monkeypatch.setattr(download, "fashion_mnist", lambda mirror: None)
    monkeypatch.setitem(FILES, "fra-eng.zip", hashlib.sha1(archive).hexdigest())
    monkeypatch.setenv("KATA_DATA", "real")
    for Server.files in ({"fra-eng.zip": b"<html>"}, {"fra-eng.zip": archive[:-9]}):
        assert download.main(["--mirror", server]) == 1
        assert list(real.iterdir()) == []
        assert "fra-eng.zip" in data.missing()
        with pytest.raises(FileNotFoundError, match="make data"):
            text.pairs()
    Server.files = {"fra-eng.zip": archive}
    download.main(["--mirror", server])
    assert text.pairs().read_bytes() == pairs
    assert {path.name for path in real.rglob("*")} == {"fra-eng.zip", "fra-eng", "fra.txt"}
    assert not (tmp_path / "out.txt").exists()
    text.pairs().unlink()
    assert "fra-eng.zip" in data.missing()
    download.main(["--mirror", server])
    assert text.pairs().exists(), "unpacked again"
    assert Server.asked.count("fra-eng.zip") == 3, "but not downloaded again"
    assert "fra-eng.zip" not in data.missing()


def test_unpacking_that_fails_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError("no space left on device")

    archive = pack(tmp_path / "real" / "a.zip", {"a/b.txt": b"text"})
    monkeypatch.setattr(download.os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        download.unpack(archive, "a/b.txt")
    assert list((archive.parent / "a").iterdir()) == []


def test_make_data_says_what_it_could_not_get(server: str, project: Path) -> None:
    command = [sys.executable, "-m", "data", "--mirror", server]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert done.returncode == 1
    assert "kaggle_house_pred_train.csv: not there. " in done.stdout
    assert "404" in done.stdout
    assert "the same command tries again" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_real_data_must_be_there_to_be_graded_on(project: Path) -> None:
    done = run_grader("check", "--data", "real", "--impl", "solutions", cwd=project)
    assert done.returncode == 2
    assert IMAGES in done.stdout
    assert "`make data` downloads them" in " ".join(done.stdout.split())


def real_set(project: Path, images: np.ndarray | None = None) -> None:
    """Files in the place of the real data: the drawn garments, or other training images."""
    real = project / "data" / "real"
    shutil.copytree(garments.folder(), real)
    house.write(real)
    shutil.copy(text.story(), real / "timemachine.txt")
    (real / "fra-eng").mkdir()
    shutil.copy(text.pairs(), real / "fra-eng" / "fra.txt")
    if images is not None:
        raw = real / IMAGES / "raw" / "train-images-idx3-ubyte"
        raw.write_bytes(garments.idx(images))


@pytest.mark.parametrize("stub", ["train_ch3", "mlp_concise", "dropout_layer"])
def test_runs_train_on_the_real_data(drawn: Path, project: Path, stub: str) -> None:
    real_set(project)
    done = run_grader("check", stub, "--data", "real", "--impl", "solutions", cwd=project)
    assert done.returncode == 0, done.stdout
    shutil.rmtree(project / "data" / "real")
    real_set(project, np.zeros_like(garments.load(True)[0]))
    done = run_grader("check", stub, "--data", "real", "--impl", "solutions", cwd=project)
    assert done.returncode == 1, done.stdout
    assert "convergence 0/" in done.stdout


def test_texts_of_the_real_set_are_read(drawn: Path, project: Path) -> None:
    real_set(project)
    stubs = ["load_data_time_machine", "load_data_nmt"]
    done = run_grader("check", *stubs, "--data", "real", "--impl", "solutions", cwd=project)
    assert done.returncode == 0, done.stdout
    (project / "data" / "story.txt").unlink()  # not needed then
    done = run_grader("check", *stubs, "--data", "real", "--impl", "solutions", cwd=project)
    assert done.returncode == 0, done.stdout


def test_houses_are_like_the_real_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KATA_DATA", raising=False)
    train, test = house.tables()
    assert train.shape[1] == 81
    assert [*train.columns[:-1]] == [*test.columns]
    assert (train.columns[0], train.columns[-1]) == ("Id", "SalePrice")
    assert set(train["Id"]).isdisjoint(test["Id"])
    assert train["SalePrice"].notna().all()
    both = pd.concat([train, test])
    kinds = [both.select_dtypes("number"), both.select_dtypes(exclude="number")]
    for kind in kinds:
        assert kind.shape[1] > 30
        assert kind.isna().any().any(), "gaps in numbers and in text"
    gaps = [set(table.columns[table.isna().any()]) for table in (train, test)]
    assert gaps[0] != gaps[1] | {"SalePrice"}
    words = kinds[1].columns
    assert any(set(train[c].dropna()) - set(test[c].dropna()) for c in words)
    assert any(set(test[c].dropna()) - set(train[c].dropna()) for c in words)
    assert {house.TRAIN, house.TEST} <= FILES.keys()
    house.write(tmp_path)
    monkeypatch.setenv("KATA_DATA", "real")
    monkeypatch.setattr(house, "REAL", tmp_path)
    for own, read in zip((train, test), house.tables(), strict=True):
        pd.testing.assert_frame_equal(own, read, check_dtype=False)
    (tmp_path / house.TEST).unlink()
    with pytest.raises(FileNotFoundError, match="make data"):
        house.tables()


def test_the_story_is_long_and_reads_like_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KATA_DATA", raising=False)
    book = text.story().read_bytes().decode("ascii")
    lines = book.splitlines()
    words = re.findall("[A-Za-z]+", book)
    assert len(words) > 5000
    assert Counter(map(str.lower, words))["time"] > 20
    assert max(map(len, lines)) <= 70
    assert 50 < lines.count("") < len(lines) / 2
    assert not any(line != line.rstrip() for line in lines)
    assert all(sign in book for sign in ".,;:?!\"'-") and re.search("[0-9]", book)
    paragraphs = book.split("\n\n")
    assert not [p for p, n in Counter(paragraphs).items() if n > 1 and len(p) > 100]


def test_pairs_are_clean_lines_from_short_to_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KATA_DATA", raising=False)
    book = text.pairs().read_bytes().decode()
    assert book.endswith("\n") and "\r" not in book
    assert unicodedata.is_normalized("NFC", book)
    lines = book[:-1].split("\n")
    assert len(set(lines)) == len(lines) > 850
    rows = [line.split("\t") for line in lines]
    assert all(len(row) == 2 and row == [cell.strip() for cell in row] for row in rows)
    counts = Counter(english for english, _ in rows)
    assert sum(n for n in counts.values() if n > 1) > 120
    assert set(counts.values()) >= {1, 2, 3}
    sizes = [len(english.split()) for english, _ in rows]
    assert sizes == sorted(sizes) and (sizes[0], sizes[-1]) == (1, 9)
    for english, french in rows:
        assert english.isascii(), english
        assert not re.search("[^\u202f][!?;]|[^\xa0][:»]|«[^\xa0]|  ", french), french
        assert english[-1] == french[-1] or french.endswith("»") or french[-1] in ".!", french
    odd = [char for char in set(book) if ord(char) > 127 and not char.isalpha()]
    assert set(odd) == {"\u202f", "\xa0", "«", "»"}
