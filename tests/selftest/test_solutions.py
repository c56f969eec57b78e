"""The solutions pass whatever the seed, the stubs are to do, and results repeat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.grader.catalogue import chapters

Report = Callable[..., dict[str, Any]]


def told(report: dict[str, Any]) -> dict[str, tuple]:
    """What must repeat of a report: outcomes, messages, losses; not the time it took."""
    return {
        test["id"]: (test["outcome"], test["message"], test["curve"], test["margin"])
        for stub in report["stubs"]
        for test in stub["tests"]
    }


@pytest.fixture(scope="module")
def solutions(report: Report) -> dict[str, Any]:
    return report("--impl", "solutions", "--jobs", "2")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_solutions_pass_with_other_seeds(report: Report, seed: str) -> None:
    other = report("--impl", "solutions", "--seed", seed)
    assert {s["stub"]: s["message"] for s in other["stubs"] if s["verdict"] != "passed"} == {}


def test_solutions_pass(solutions: dict[str, Any]) -> None:
    failed = {s["stub"]: s["message"] for s in solutions["stubs"] if s["verdict"] != "passed"}
    assert failed == {}
    assert solutions["passed"] == solutions["total"] == sum(len(c.stubs) for c in chapters())


def test_stubs_are_to_do(report: Report) -> None:
    stubs = report()["stubs"]
    assert {s["stub"]: s["verdict"] for s in stubs if s["verdict"] != "todo"} == {}


def test_results_do_not_depend_on_jobs(report: Report, solutions: dict[str, Any]) -> None:
    assert told(report("--impl", "solutions", "--jobs", "1")) == told(solutions)


def test_results_do_not_depend_on_what_else_is_selected(
    report: Report, solutions: dict[str, Any]
) -> None:
    alone = told(report("--impl", "solutions", "DropoutMLP"))
    assert alone == {nodeid: told(solutions)[nodeid] for nodeid in alone}


def test_seeds_change_the_random_inputs(report: Report, solutions: dict[str, Any]) -> None:
    other = told(report("--impl", "solutions", "--seed", "9", "DropoutMLP"))
    curves = {nodeid: curve for nodeid, (_, _, curve, _) in other.items() if curve}
    assert curves
    assert all(curve != told(solutions)[nodeid][2] for nodeid, curve in curves.items())


def test_report_has_the_promised_form(solutions: dict[str, Any]) -> None:
    assert solutions["schema"] == 1
    assert list(solutions) == [
        "schema", "impl", "seed", "device", "torch", "passed", "total", "seconds", "stubs",
    ]  # fmt: skip
    for stub in solutions["stubs"]:
        assert {"stub", "chapter", "verdict", "message", "tests"} <= set(stub)
        for test in stub["tests"]:
            assert {"id", "kind", "outcome", "seconds", "message", "curve"} <= set(test)
            assert test["kind"] in ("shapes", "numerics", "convergence", "cuda")


def test_gpu_tests_are_skipped_only_without_a_gpu(solutions: dict[str, Any]) -> None:
    tests = [test for stub in solutions["stubs"] for test in stub["tests"]]
    skipped = {test["kind"] for test in tests if test["outcome"] == "skipped"}
    assert skipped <= {"cuda"}
    assert bool(skipped) == (solutions["device"] == "cpu")
