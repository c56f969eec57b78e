"""Broken, hanging, cheating and odd submissions get the verdict they deserve, and a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grader.catalogue import ROOT
from tests.selftest.submissions import SUBMISSIONS


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """All submissions, run in one grader process."""
    path = tmp_path_factory.mktemp("verdicts") / "reports.json"
    command = [sys.executable, "-m", "tests.selftest.submissions", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert path.exists(), f"the grader did not survive: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return {**json.loads(path.read_text()), "printed": done.stdout + done.stderr, "path": path}


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_submission_gets_its_verdict(outcome: dict, name: str) -> None:
    submission, stubs = SUBMISSIONS[name], outcome["reports"][name]
    verdicts = {stub: told["verdict"] for stub, told in stubs.items()}
    told = stubs["dropout_layer"]
    said = f"{told['message']} {told['note']} {stubs['DropoutMLP']['message']}"
    assert verdicts == {"dropout_layer": submission.first, "DropoutMLP": submission.second}, said
    assert submission.says.lower() in said.lower()


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_no_source_of_ours_is_shown(outcome: dict, name: str) -> None:
    for told in outcome["reports"][name].values():
        for test in told["tests"]:
            for ours in ("Traceback", "tests/test_ch13", "site-packages", "assert_shape("):
                assert ours not in test["message"], test["message"]


def test_where_the_learner_should_look(outcome: dict) -> None:
    told = outcome["reports"]["exception"]["dropout_layer"]
    assert "return X.view(-1, 7)" in told["message"]
    assert told["where"].endswith("ch13_dropout.py:8")


def test_a_crash_does_not_hide_the_tests_before_it(outcome: dict) -> None:
    tests = outcome["reports"]["renamed_parameter"]["dropout_layer"]["tests"]
    assert [test["outcome"] for test in tests[:3]] == ["passed"] * 3


def test_the_grader_prints_nothing_of_its_own(outcome: dict) -> None:
    assert outcome["printed"] == ""


def test_no_process_is_left(outcome: dict) -> None:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("needs /proc")
    mark, left = str(outcome["path"]).encode(), []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                command = Path(entry.path, "cmdline").read_bytes()
            except OSError:
                continue
            if mark in command:
                left.append(entry.name)
    assert left == []
