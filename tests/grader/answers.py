"""Run the known answers of tests/answers against the hidden tests, and tell who is misjudged."""

from __future__ import annotations

import importlib
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.answers import Answer
from tests.grader.catalogue import ROOT, Chapter, Stub
from tests.grader.pool import Limits
from tests.grader.session import Session, kind_of
from tests.grader.worker import Job

IMPORTED = re.compile(r"^ +from (ch\d\d_\w+) import ", re.MULTILINE)
FEW = 8  # cases of a stub that are run in one go to find a failure of an idle test


@dataclass
class Case:
    """One answer, run with one seed; the unchanged solution has no answer."""

    stub: Stub
    answer: Answer | None
    wrong: bool
    number: int
    seed: int
    results: dict[str, dict] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        kind = "wrong" if self.wrong else "right"
        return f"{self.stub.chapter}-{self.stub.name}-{kind}{self.number}"

    @property
    def first(self) -> dict | None:
        """The first result that is not a pass, in the order of the tests."""
        ran = (
            self.results.get(i, {"id": i, "outcome": "crashed", "message": ""}) for i in self.order
        )
        return next((result for result in ran if result["outcome"] != "passed"), None)

    def fault(self) -> str:
        """Why the hidden tests misjudge this answer, or an empty text."""
        first = self.first
        told = f" ({self.answer.why})" if self.answer and self.answer.why else ""
        if not self.wrong:
            if first is None:
                return ""
            return f"right answer refused{told} by {first['id']}:\n{first['message']}"
        if first is None:
            return f"wrong answer passes{told}; {self.answer.refused_by} should refuse it"
        by = function_of(first["id"])
        if by != self.answer.refused_by:
            return f"refused by {by}{told}, not by {self.answer.refused_by}:\n{first['message']}"
        if self.answer.says.lower() not in " ".join(first["message"].lower().split()):
            return f"{by} does not say {self.answer.says!r}{told}:\n{first['message']}"
        return ""


def function_of(nodeid: str) -> str:
    return nodeid.rpartition("::")[2].partition("[")[0]


def cases(chapter: Chapter, seeds: Iterable[int], wrong: bool = True) -> list[Case]:
    """The solution, the right and (if asked for) the wrong answers of a chapter, for every seed."""
    module = importlib.import_module(f"tests.answers.{chapter.stem}")
    stubs = {stub.name: stub for stub in chapter.stubs}
    found = []
    for seed in seeds:
        found += [Case(stub, None, False, 0, seed) for stub in chapter.stubs]
        for answers, is_wrong in ((module.RIGHT, False), (module.WRONG, True)):
            counts: dict[str, int] = defaultdict(int)
            for answer in answers if wrong or not is_wrong else ():
                counts[answer.stub] += 1
                number = counts[answer.stub]
                found.append(Case(stubs[answer.stub], answer, is_wrong, number, seed))
    return found


def run(
    session: Session,
    todo: list[Case],
    limits: Limits,
    on_case: Callable[[], None] = lambda: None,
    trainings: bool = False,
) -> None:
    """Run the cases and fill in their results.

    Wrong answers run to their first failure; with `trainings` also all convergence runs.
    """
    manifest = session.manifest({case.stub for case in todo})
    chosen, longer = [], []
    for case in todo:
        items = [i for i in manifest[case.stub] if not i.get_closest_marker("skip")]
        case.order = [item.nodeid for item in items]
        chosen.append((case, items))
        if case.wrong and trainings:
            longer.append((case, [i for i in items if kind_of(i) == "convergence"]))
    _run(session, longer, limits)
    _run(session, chosen, limits, True, on_case)


def _run(
    session: Session,
    chosen: list[tuple[Case, list[pytest.Item]]],
    limits: Limits,
    to_first: bool = False,
    on_case: Callable[[], None] = lambda: None,
) -> None:
    with tempfile.TemporaryDirectory(prefix="katas-") as folder:
        jobs = []
        for i, (case, items) in enumerate(chosen):
            impl = Path(folder, str(i))
            impl.mkdir()
            write(case, impl)
            jobs.append(Job(items, impl, case.seed, str(i), to_first and case.wrong))

        def keep(key: str, result: dict) -> None:
            case, items = chosen[int(key)]
            case.results[result["id"]] = result
            stops = to_first and case.wrong and result["outcome"] != "passed"
            if stops or result["id"] == items[-1].nodeid:
                on_case()

        session.run_jobs(jobs, limits, keep)


def write(case: Case, folder: Path) -> None:
    """Write the chapter file of a case, and beside it the solutions of chapters that it imports."""
    source = _solution(case.stub.chapter)
    text = case.answer.apply(source) if case.answer else source
    (folder / f"{case.stub.chapter}.py").write_text(text, encoding="utf-8")
    for stem in IMPORTED.findall(source):
        (folder / f"{stem}.py").write_text(_solution(stem), encoding="utf-8")


def _solution(stem: str) -> str:
    return (ROOT / "solutions" / f"{stem}.py").read_text(encoding="utf-8")


def idle_tests(done: list[Case], session: Session, limits: Limits) -> list[str]:
    """Tests that no wrong answer fails: they may be unable to fail.

    The cases were run to their first failure. Those of stubs with tests that were not reached so
    far run these tests, too, a few cases at a time until every test has failed once.
    """
    manifest = session.manifest({case.stub for case in done})
    every = {
        (stub, function_of(item.nodeid))
        for stub, items in manifest.items()
        for item in items
        if kind_of(item) != "cuda"
    }
    left: dict[Stub, list[Case]] = defaultdict(list)
    for case in done:
        if case.wrong:
            left[case.stub].append(case)
    while True:
        idle = every - _failed(done)
        stubs = sorted({stub for stub, _ in idle if left[stub]}, key=lambda stub: stub.name)
        if not stubs:
            return sorted(f"{stub.test_class}::{name}" for stub, name in idle)
        chosen = []
        for stub in stubs:
            items = [i for i in manifest[stub] if (stub, function_of(i.nodeid)) in idle]
            chosen += [(case, items) for case in left[stub][:FEW]]
            del left[stub][:FEW]
        _run(session, chosen, limits)


def _failed(done: list[Case]) -> set[tuple[Stub, str]]:
    return {
        (case.stub, function_of(nodeid))
        for case in done
        if case.wrong
        for nodeid, result in case.results.items()
        if result["outcome"] != "passed"
    }
