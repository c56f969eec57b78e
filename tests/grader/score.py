"""From results to verdicts: the report that the table, the JSON and the exports are made from."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from tests.grader.catalogue import Stub
from tests.grader.session import Session, kind_of

SCHEMA = 1
NOT_RUN = "It did not run: the worker ended before."
CHATTY = 1_000_000  # characters printed by one stub that are worth a remark


def report(
    session: Session,
    manifest: dict[Stub, list[pytest.Item]],
    results: dict[str, dict],
    *,
    impl: str,
    seed: int,
    seconds: float,
) -> dict[str, Any]:
    """The report of a check, as a dictionary of plain values."""
    stubs = [_stub(stub, items, results) for stub, items in manifest.items()]
    return {
        "schema": SCHEMA,
        "impl": impl,
        "seed": seed,
        "device": session.device,
        "torch": torch.__version__,
        "passed": sum(stub["verdict"] == "passed" for stub in stubs),
        "total": len(stubs),
        "seconds": round(seconds, 2),
        "stubs": stubs,
    }


def _stub(stub: Stub, items: list[pytest.Item], results: dict[str, dict]) -> dict[str, Any]:
    tests = [_test(item, results.get(item.nodeid)) for item in items]
    verdict, first = _verdict(tests)
    printed = sum(results.get(item.nodeid, {}).get("printed", 0) for item in items)
    return {
        "stub": stub.name,
        "chapter": stub.chapter,
        "verdict": verdict,
        "message": first["message"] if first else "",
        "where": first["where"] if first else "",
        "note": f"It prints {printed:,} characters: drop the print calls."
        if printed > CHATTY
        else "",
        "tests": tests,
    }


def _test(item: pytest.Item, result: dict | None) -> dict[str, Any]:
    result = result or {"outcome": "crashed", "message": NOT_RUN}
    return {
        "id": item.nodeid,
        "kind": kind_of(item),
        "outcome": result["outcome"],
        "seconds": round(result.get("seconds", 0.0), 4),
        "message": result.get("message", ""),
        "where": result.get("where", ""),
        "curve": _finite(result.get("curve")),
        "margin": result.get("margin"),
    }


def _verdict(tests: list[dict]) -> tuple[str, dict | None]:
    """The verdict of a stub, and the test whose message the learner should read first.

    A stub passes when nothing did not: every test in the manifest passed, or needs a GPU that is
    not there. A fault of the grader costs no mark, so it is passed over as a GPU test is.
    """
    counted = [test for test in tests if test["outcome"] not in ("skipped", "fault")]
    fault = next((test for test in tests if test["outcome"] == "fault"), None)
    for test in counted:
        if test["outcome"] == "todo":
            return "todo", test
    for test in counted:
        if test["outcome"] != "passed":
            return test["outcome"], test
    if fault is not None or not counted:
        return "skipped", fault
    return "passed", None


def _finite(curve: list[float] | None) -> list[float | None] | None:
    return curve and [value if math.isfinite(value) else None for value in curve]
