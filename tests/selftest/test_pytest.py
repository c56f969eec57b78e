"""Plain pytest works too: from the root, by keyword, with another implementation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.grader.catalogue import ROOT


def pytest_run(*args: str, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def test_solutions_pass_by_keyword() -> None:
    done = pytest_run("--impl", "solutions", "-k", "dropout", "-q")
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_plain_pytest_runs_the_hidden_tests_of_the_exercises() -> None:
    done = pytest_run("-q", "-x", "--maxfail=3")
    assert done.returncode == 1
    assert "is still to do." in done.stdout
    assert "selftest" not in done.stdout


def test_an_editor_finds_the_hidden_tests_and_no_others() -> None:
    for where in ([], ["."], ["tests"]):
        done = pytest_run("--collect-only", "-q", *where)
        assert done.returncode == 0, done.stdout
        assert "tests/test_ch13_dropout.py::TestDropoutLayer::" in done.stdout
        assert "selftest" not in done.stdout


def test_failures_show_no_source_of_the_tests(tmp_path: Path) -> None:
    text = (ROOT / "solutions" / "ch13_dropout.py").read_text(encoding="utf-8")
    (tmp_path / "ch13_dropout.py").write_text(text.replace("rand_like", "randn_like"))
    done = pytest_run(f"--impl={tmp_path}", "-k", "test_share_of_survivors", "-q")
    assert "draw uniform numbers, torch.rand" in done.stdout
    assert "assert_share" not in done.stdout


def test_the_order_of_tests_does_not_matter() -> None:
    names = ["test_it_learns", "test_share_of_survivors", "test_shape_and_dtype_are_those_of_X"]
    path = "tests/test_ch13_dropout.py::Test"
    classes = ["DropoutMLP", "DropoutLayer", "DropoutLayer"]
    ids = [f"{path}{c}::{name}" for c, name in zip(classes, names, strict=True)]
    done = pytest_run("--impl", "solutions", "-q", *ids)
    assert done.returncode == 0, done.stdout
