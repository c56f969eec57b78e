"""pytest setup of the hidden tests: options, fixtures, seeds, and failures a learner can read."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.convergence import Run
from tests.grader.catalogue import graded
from tests.grader.feedback import explain, numbered
from tests.grader.kata import Kata

ROOT = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("katas")
    group.addoption("--impl", default="exercises", metavar="DIR", help="folder of chapter files")
    group.addoption("--seed", type=int, default=0, help="seed of every random input (default 0)")


def pytest_configure(config: pytest.Config) -> None:
    torch.set_num_threads(1)  # results repeat, and workers can run side by side


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test without a kind is of the kind numerics; one of the kind cuda needs a GPU."""
    for item in items:
        if not any(item.get_closest_marker(kind) for kind in ("shapes", "convergence", "cuda")):
            item.add_marker("numerics")
        if item.get_closest_marker("cuda") and not torch.cuda.is_available():
            item.add_marker(pytest.mark.skip(reason="needs a GPU, and there is none"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Every test starts from the same global state, whatever ran before it."""
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    seed = derived_seed(item, "global")
    random.seed(seed)
    np.random.seed(seed)
    torch.default_generator.manual_seed(seed)  # torch.manual_seed asks every backend: 1 ms more
    if torch.cuda.is_initialized():
        torch.cuda.manual_seed_all(seed)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """Failures of a kata are told in words, without the source of the hidden test."""
    judged = call.excinfo is not None and "kata" in getattr(item, "fixturenames", ())
    if judged:
        call.excinfo = pytest.ExceptionInfo.from_exception(numbered(call.excinfo.value))
    report = yield
    if judged and not item.get_closest_marker("skip"):
        stub = graded(item.path)[item.cls.__name__].name
        feedback = explain(call.excinfo.value, chapter_file(item), stub)
        if call.when == "call" or feedback.of_loading:
            report.feedback = feedback
            report.outcome, report.longrepr = "failed", feedback.text()
    return report


@pytest.fixture(scope="module")
def kata(request: pytest.FixtureRequest) -> Kata:
    """The chapter under test: <impl>/<stem>.py for tests/test_<stem>.py."""
    return Kata(chapter_file(request))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> torch.Generator:
    """A private generator for the inputs of a test, which the code under test cannot shift."""
    return torch.Generator().manual_seed(derived_seed(request.node, "rng"))


@pytest.fixture(params=["cpu", pytest.param("cuda", marks=pytest.mark.cuda)])
def device(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Run:
    """Judge of a convergence run."""
    return Run(request.node.user_properties)


def derived_seed(item: pytest.Item, purpose: str) -> int:
    """Inputs and weights never share a seed: equal seeds would correlate them."""
    return zlib.crc32(f"{item.config.getoption('seed')}:{purpose}:{item.nodeid}".encode())


def chapter_file(of: pytest.Item | pytest.FixtureRequest) -> Path:
    """The learner's file that a hidden test is about."""
    folder = (ROOT / of.config.getoption("impl")).resolve()
    return folder / f"{of.path.stem.removeprefix('test_')}.py"
