"""Fixtures of the self-tests: the grader as a command, and a copy of the project to try it on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.grader.catalogue import ROOT

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.bak")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The ten seconds of a hidden test are not enough for a test that runs many of them.

    Tests of the known answers come last, because these are judged while the other tests run.
    """
    for item in items:
        item.add_marker(pytest.mark.timeout(900))
    items.sort(key=_asks_for_answers)


def _asks_for_answers(item: pytest.Item) -> bool:
    return "judged" in getattr(item, "fixturenames", ())


def grader(*args: str, **env: str) -> tuple[list[str], dict[str, str]]:
    """The command `python -m tests.grader ...`, as the Makefile calls it, and its environment."""
    environment = {**os.environ, "PYTHONPATH": "", **env}
    environment.pop("PYTEST_CURRENT_TEST", None)
    return [sys.executable, "-m", "tests.grader", *map(str, args)], environment


def run_grader(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess:
    command, environment = grader(*args, **env)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="session", autouse=True)
def answers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], dict[str, Any]] | None]:
    """The JSON of `answers`, which takes minutes: it is started before the first test."""
    if not any(map(_asks_for_answers, request.session.items)):
        yield None
        return
    folder = tmp_path_factory.mktemp("answers")
    report, out = folder / "answers.json", folder / "out.txt"
    command, environment = grader("answers", "--json", str(report))
    with out.open("w") as file:
        started = {"env": environment, "cwd": ROOT, "stdout": file, "stderr": subprocess.STDOUT}
        process = subprocess.Popen(command, **started)

    def result() -> dict[str, Any]:
        process.wait()
        assert report.exists(), out.read_text()
        return json.loads(report.read_text())

    yield result
    process.kill()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    """The JSON report of a check."""

    def check(*args: str, cwd: Path = ROOT) -> dict[str, Any]:
        path = tmp_path_factory.mktemp("report") / "report.json"
        done = run_grader("check", *args, "--json", str(path), cwd=cwd)
        assert path.exists(), done.stdout + done.stderr
        return json.loads(path.read_text())

    return check


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, without git and without the state of earlier checks."""
    return shutil.copytree(ROOT, tmp_path / "project", ignore=LEFT_OUT)
