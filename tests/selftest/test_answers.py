"""The known answers are judged rightly, and every hidden test is failed by one of them."""

from __future__ import annotations

import importlib
from collections import Counter

import pytest

from tests.grader.catalogue import chapters


def names() -> list[str]:
    """The cases that `answers` runs: the solution and every known answer of each stub."""
    found = []
    for chapter in chapters():
        module = importlib.import_module(f"tests.answers.{chapter.stem}")
        found += [f"{chapter.stem}-{stub.name}-right0" for stub in chapter.stubs]
        for kind, answers in (("right", module.RIGHT), ("wrong", module.WRONG)):
            count: Counter[str] = Counter()
            for answer in answers:
                count[answer.stub] += 1
                found.append(f"{chapter.stem}-{answer.stub}-{kind}{count[answer.stub]}")
    return found


@pytest.fixture(scope="module")
def judged(answers) -> dict:
    return answers()


@pytest.fixture(scope="module")
def faults(judged: dict) -> dict[str, str]:
    return {case["name"]: case["fault"] for case in judged["cases"]}


@pytest.mark.parametrize("name", names())
def test_answer_is_judged_rightly(faults: dict[str, str], name: str) -> None:
    assert faults[name] == ""


def test_every_case_was_run(judged: dict) -> None:
    assert sorted(case["name"] for case in judged["cases"]) == sorted(names())


def test_every_hidden_test_can_fail(judged: dict) -> None:
    assert judged["idle"] == []


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.stem)
def test_there_are_enough_answers(chapter) -> None:
    module = importlib.import_module(f"tests.answers.{chapter.stem}")
    for stub in chapter.stubs:
        wrong = sum(answer.stub == stub.name for answer in module.WRONG)
        right = sum(answer.stub == stub.name for answer in module.RIGHT)
        assert wrong >= 4, f"{stub.name}: {wrong} wrong answers"
        assert right >= 2, f"{stub.name}: {right} right answers"
    assert all(answer.says and answer.why for answer in module.WRONG)
    assert all(answer.why for answer in module.RIGHT)
