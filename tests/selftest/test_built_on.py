"""A stub that builds on an earlier chapter says what is wrong when that chapter is not in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.grader.catalogue import ROOT

STEM = "ch31_text_preprocessing"
RIGHT = (ROOT / "solutions" / f"{STEM}.py").read_text(encoding="utf-8")
TO_DO = (ROOT / "exercises" / f"{STEM}.py").read_text(encoding="utf-8")
CASES = {
    "in order": (RIGHT, "passed", "", ""),
    "to do": (TO_DO, "blocked", "It needs load_corpus_time_machine, which is still to do.", ""),
    "unreadable": (f"{RIGHT}x = (\n", "error", "'(' was never closed", f"{STEM}.py:"),
    "renamed": (
        RIGHT.replace("def load_corpus_time_machine", "def load_corpus"),
        "error",
        "Names in that earlier chapter must stay as they were",
        "ch32_language_models.py:",
    ),
    "broken": (f"{RIGHT}1 / 0\n", "error", "ZeroDivisionError", f"{STEM}.py:"),
    "missing": (
        None,
        "error",
        "The file of that earlier chapter must stand beside this one",
        "ch32_language_models.py:",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_state_of_an_earlier_chapter_is_told(
    tmp_path: Path, report: Callable[..., dict[str, Any]], name: str
) -> None:
    text, verdict, says, where = CASES[name]
    mine = ROOT / "solutions" / "ch32_language_models.py"
    (tmp_path / mine.name).write_text(mine.read_text(encoding="utf-8"), encoding="utf-8")
    if text is not None:
        (tmp_path / f"{STEM}.py").write_text(text, encoding="utf-8")
    found = report("load_data_time_machine", "--impl", str(tmp_path))["stubs"][0]
    assert found["verdict"] == verdict, found["message"]
    assert says in found["message"].replace("\n", " ")
    assert where in (found["where"] or "")
