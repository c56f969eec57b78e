"""Collect the hidden tests once, in this process, before any learner's code is loaded."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")  # count GPUs without starting CUDA

import pytest  # noqa: E402
import torch  # noqa: E402

from tests.grader.catalogue import ROOT, Stub  # noqa: E402
from tests.grader.guard import Seal  # noqa: E402
from tests.grader.pool import Limits, Pool  # noqa: E402
from tests.grader.worker import Job  # noqa: E402

KINDS = ("cuda", "convergence", "numerics", "shapes")
QUIET = ["-q", "-s", "--no-header", "--no-summary", "--tb=native"]
UNUSED = "cacheprovider faulthandler logging warnings unraisableexception threadexception doctest "
UNUSED += "junitxml pastebin setuponly setupplan stepwise subtests"


class Session:
    """The collected tests: the manifest that counts, and the means to run it."""

    def __init__(self, items: list[pytest.Item], seal: Seal) -> None:
        self.items = items
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self._seal = seal

    def manifest(self, stubs: Iterable[Stub]) -> dict[Stub, list[pytest.Item]]:
        """The tests of each stub, in the order in which they run."""
        wanted = {(stub.chapter, stub.test_class): stub for stub in stubs}
        found: dict[Stub, list[pytest.Item]] = {stub: [] for stub in wanted.values()}
        for item in self.items:
            stub = wanted.get((chapter_of(item), item.cls.__name__ if item.cls else ""))
            if stub:
                found[stub].append(item)
        return found

    def run(
        self,
        stubs: Iterable[Stub],
        impl: Path,
        seed: int,
        limits: Limits,
        on_result: Callable[[str, dict], None] = lambda key, result: None,
    ) -> dict[str, dict]:
        """Results by test id. Tests that need a GPU where there is none are skipped here."""
        results: dict[str, dict] = {}
        jobs: dict[str, Job] = {}
        for stub, items in self.manifest(stubs).items():
            job = jobs.setdefault(stub.chapter, Job([], impl, seed))
            for item in items:
                if item.get_closest_marker("skip"):
                    results[item.nodeid] = {"outcome": "skipped", "message": "needs a GPU"}
                else:
                    job.items.append(item)

        def keep(key: str, result: dict) -> None:
            results[result["id"]] = result
            on_result(key, result)

        Pool(limits, keep).run(jobs.values(), self._seal)
        return results

    def run_jobs(
        self, jobs: Iterable[Job], limits: Limits, on_result: Callable[[str, dict], None]
    ) -> None:
        """Run jobs made elsewhere, such as one for each of many answers."""
        Pool(limits, on_result).run(jobs, self._seal)


def collect(paths: Iterable[Path], then: Callable[[Session], int], timeout: float = 10.0) -> int:
    """Collect the test files and call `then` with the session; its result is returned."""
    out, reports = sys.stdout, io.StringIO()
    plugin = _Collector(then, out)
    args = [
        *QUIET,
        *(f"-pno:{name}" for name in UNUSED.split()),
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(ROOT),
    ]
    args += ["-p", "pytest_timeout", f"--timeout={timeout:g}", *map(str, paths)]
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(reports):
        patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # those of other projects, too
        patch.delenv("PYTEST_ADDOPTS", raising=False)
        pytest.main(args, plugins=[plugin])
    if plugin.error is not None:
        raise plugin.error
    if plugin.result is None:
        told = "\n".join(plugin.refused) or reports.getvalue()
        raise RuntimeError(f"the hidden tests cannot be collected:\n{told[-3000:]}")
    return plugin.result


def warm_up() -> None:
    """Import what torch imports at its first step of an optimizer: 1.3 s and 900 modules, once."""
    parameter = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.Adam([parameter])
    parameter.sum().backward()
    optimizer.step()


def kind_of(item: pytest.Item) -> str:
    return next((kind for kind in KINDS if item.get_closest_marker(kind)), "")


def chapter_of(item: pytest.Item) -> str:
    return item.path.stem.removeprefix("test_")


class _Collector:
    """pytest plugin: takes over in place of pytest's own run loop."""

    def __init__(self, then: Callable[[Session], int], out: io.TextIOBase) -> None:
        self._then, self._out = then, out
        self.result: int | None = None
        self.error: BaseException | None = None
        self.refused: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.refused.append(str(report.longrepr))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            return False  # pytest has told why in its report
        with contextlib.redirect_stdout(self._out):
            gc.freeze()  # no collection may touch, and so copy, the memory that workers share
            try:
                self.result = self._then(Session(session.items, Seal()))
            except BaseException as error:
                self.error = error
            gc.unfreeze()
        return True
