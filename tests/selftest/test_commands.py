"""The commands, as a learner types them: in a copy of the project, with and without git."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.grader.catalogue import ROOT, chapters
from tests.selftest.conftest import run_grader

STEM = "ch13_dropout"
EVERY = sum(len(chapter.stubs) for chapter in chapters())


def solve(project: Path, old: str = "", new: str = "") -> Path:
    """Put the solution of a chapter, edited, where the exercise is."""
    text = (ROOT / "solutions" / f"{STEM}.py").read_text(encoding="utf-8")
    path = project / "exercises" / f"{STEM}.py"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def git(project: Path, *args: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *args], cwd=project, check=True, capture_output=True)


def test_first_check_is_a_welcome(project: Path) -> None:
    done = run_grader("check", cwd=project)
    first = chapters()[0]
    assert done.returncode == 1
    assert done.stderr == ""
    assert f"{EVERY} katas in {len(chapters())} chapters" in done.stdout
    assert f"Next: {first.stubs[0].name} in exercises/{first.stem}.py:" in done.stdout
    assert len(done.stdout.splitlines()) < 15 + len(chapters())


def test_check_of_one_right_answer(project: Path) -> None:
    solve(project)
    done = run_grader("check", "dropout_layer", cwd=project)
    assert done.returncode == 0, done.stdout
    assert "1 of 1 kata passed" in done.stdout
    assert "make check E=" in done.stdout, "the next step is not named"


def test_failure_is_told_in_words(project: Path) -> None:
    solve(project, "torch.rand_like(X)", "torch.randn_like(X)")
    done = run_grader("check", "dropout_layer", cwd=project)
    text = " ".join(done.stdout.split())
    assert done.returncode == 1
    assert "dropout_layer failed" in text
    assert re.search(r"shapes (\d+)/\1 +numerics \d+/\d+ +convergence \d/1 +cuda", text)
    assert "survivors: 46.0% of 100000" in text or "survivors: 4" in text
    assert "draw uniform numbers" in text
    assert "Traceback" not in text


@pytest.mark.parametrize("name", ["13", "ch13", STEM, "dropout", f"exercises/{STEM}.py"])
def test_a_chapter_has_many_names(name: str) -> None:
    from tests.grader.catalogue import select

    assert [stub.name for stub in select(name)] == ["dropout_layer", "DropoutMLP"]


def test_several_names_at_once() -> None:
    from tests.grader.catalogue import select

    assert [s.name for s in select("DropoutMLP,dropout_layer")] == ["dropout_layer", "DropoutMLP"]
    assert len(select("")) == EVERY


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check", "dropuot_layer"), "E=dropout_layer"),
        (("check", "99"), "make list"),
        (("check", "--impl", "nowhere"), "is not a folder"),
        (("check", "--impl", "data"), "holds no chapter file"),
        (("hint", "dropuot_layer"), "E=dropout_layer"),
        (("reset",), "make reset E="),
        (("check", "--jobs", "0"), "at least 1"),
        (("nonsense",), "invalid choice"),
    ],
)
def test_wrong_calls_are_told_what_to_do(args: tuple[str, ...], said: str) -> None:
    done = run_grader(*args)
    assert done.returncode == 2
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_output_fits_a_plain_file(project: Path, encoding: str) -> None:
    solve(project, "torch.rand_like(X)", "torch.randn_like(X)")
    done = run_grader("check", STEM, cwd=project, PYTHONIOENCODING=encoding, COLUMNS="80")
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert (encoding == "utf-8") != done.stdout.isascii()


def on_terminal(project: Path, **env: str) -> str:
    """What a check prints on a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tests.grader", "check", "dropout_layer"]
    environment = {**os.environ, **env}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=theirs, stderr=theirs
    ) as run:
        os.close(theirs)
        chunks = []
        with contextlib.suppress(OSError):  # Linux tells the end of a terminal by an error
            while chunk := os.read(ours, 65536):
                chunks.append(chunk)
        os.close(ours)
        assert run.wait() == 0
    return b"".join(chunks).decode("utf-8", "replace")


def test_terminals_get_colours_unless_they_refuse(project: Path) -> None:
    solve(project)
    colour = re.compile(r"\x1b\[[\d;]+m")
    rich = on_terminal(project, TERM="xterm", NO_COLOR="")
    plain = on_terminal(project, TERM="xterm", NO_COLOR="1")
    dumb = on_terminal(project, TERM="dumb", NO_COLOR="")
    assert colour.search(rich)
    assert re.search(r"\r.*\d+/\d+", rich), "no progress bar"
    assert not colour.search(plain)
    assert "\x1b" not in dumb
    assert "1 of 1 kata passed" in dumb


def test_other_chapters_survive_a_broken_file(project: Path) -> None:
    path = solve(project)
    path.write_text("def dropout_layer(X, dropout:\n")
    out = project / "report.json"
    done = run_grader("check", "--json", str(out), cwd=project)
    assert done.returncode == 1
    verdicts = {s["stub"]: s["verdict"] for s in json.loads(out.read_text())["stubs"]}
    assert verdicts.pop("dropout_layer") == verdicts.pop("DropoutMLP") == "error"
    assert set(verdicts.values()) == {"todo"}
    assert f"exercises/{STEM}.py:1" in done.stdout


def test_list_and_next_and_check_stay_with_what_was_named(project: Path) -> None:
    listed = run_grader("list", "39", cwd=project).stdout
    assert "bleu" in listed and "dropout_layer" not in listed
    assert (
        "Next: numerical_gradient " in run_grader("next", "numerical_gradient", cwd=project).stdout
    )
    checked = run_grader("check", "dropout_layer", cwd=project).stdout
    assert "Next: dropout_layer " in checked
    shutil.copy(ROOT / "solutions" / "ch13_dropout.py", project / "exercises")
    checked = run_grader("check", "dropout_layer", cwd=project).stdout
    assert "Next: one_hot " in checked


def test_list_and_next_follow_the_learner(project: Path) -> None:
    before = run_grader("list", cwd=project).stdout
    assert len(re.findall("to do$", before, flags=re.M)) == EVERY
    path = solve(project)
    assert "dropout_layer" in run_grader("list", cwd=project).stdout
    run_grader("check", STEM, cwd=project)
    after = run_grader("list", cwd=project).stdout
    assert re.search(r"dropout_layer +passed$", after, flags=re.M)
    path.write_text(path.read_text() + "\n# a remark\n")
    edited = run_grader("list", cwd=project).stdout
    assert re.search(r"dropout_layer +passed, edited since$", edited, flags=re.M)
    assert chapters()[0].stubs[0].name in run_grader("next", cwd=project).stdout


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    names = "save_tensors", "write_house_tiny"  # their tests write files
    done = run_grader("check", *names, "--impl", "solutions", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stdout
    assert list(tmp_path.iterdir()) == []


def test_hints_come_one_at_a_time(project: Path) -> None:
    counts = []
    for _ in range(4):
        done = run_grader("hint", "dropout_layer", cwd=project)
        assert done.returncode == 0
        counts.append(len(re.findall(r"^\d\. ", done.stdout, flags=re.M)))
    assert counts == [1, 2, 3, 3]
    *points, _ = done.stdout.splitlines()
    full = [line for line, after in pairwise(points) if after.startswith("   ")]
    assert full and all(len(line) > 60 for line in full), "a hint is broken before its line is full"


@pytest.mark.parametrize("with_git", [True, False])
def test_reset_brings_a_stub_back_and_loses_nothing(project: Path, with_git: bool) -> None:
    path = project / "exercises" / f"{STEM}.py"
    original = path.read_text()
    if with_git:
        if shutil.which("git") is None:
            pytest.skip("needs git")
        git(project, "init", "-q")
        git(project, "add", ".")
        git(project, "commit", "-qm", "start")
    else:
        run_grader("check", "dropout_layer", cwd=project)  # remembers the originals
    solved = solve(project).read_text()
    if with_git:
        git(project, "commit", "-qam", "solved")  # a learner may commit the own work
    done = run_grader("reset", "dropout_layer", cwd=project)
    assert done.returncode == 0, done.stdout
    assert (project / "exercises" / f"{STEM}.py.1.bak").read_text() == solved
    now = path.read_text()
    assert 'raise NotImplementedError("TODO dropout_layer")' in now
    assert "self.lin1 = nn.Linear" in now, "the other stub of the file must stay"
    assert run_grader("reset", STEM, cwd=project).returncode == 0
    assert "TODO DropoutMLP.forward" in path.read_text()
    assert (project / "exercises" / f"{STEM}.py.2.bak").read_text() == now
    assert ">>> dropout_layer(torch.ones(3), 1.0)" in path.read_text()
    path.write_text("def broken(:\n")
    assert run_grader("reset", STEM, cwd=project).returncode == 0
    assert path.read_text() == original
    assert "already holds" in run_grader("reset", STEM, cwd=project).stdout


def test_reset_without_any_original_says_so(project: Path) -> None:
    path = solve(project)
    solved = path.read_text()
    done = run_grader("reset", STEM, cwd=project)
    assert done.returncode == 2
    assert "fresh copy" in done.stdout
    assert path.read_text() == solved


def test_a_fault_of_the_grader_is_not_the_learners(project: Path) -> None:
    path = project / "tests" / f"test_{STEM}.py"
    text = path.read_text()
    missing = text.replace("import math\n", "import no_such_module\n", 1)
    for broken in (f"{text}def broken(:\n", missing):
        path.write_text(broken)
        done = run_grader("check", STEM, cwd=project)
        assert done.returncode == 3
        assert "not the fault of your code" in done.stdout
        assert "Traceback" not in done.stdout + done.stderr
        assert "Error" in (project / ".kata" / "fault.txt").read_text()


def test_a_python_without_torch_is_told_what_to_do(project: Path) -> None:
    (project / "torch.py").write_text("raise ModuleNotFoundError(name='torch')\n")
    done = run_grader("check", STEM, cwd=project)
    assert done.returncode == 2
    assert "make setup" in done.stdout


def test_a_damaged_state_file_does_no_harm(project: Path) -> None:
    (project / ".kata").mkdir()
    (project / ".kata" / "progress.json").write_text("{broken")
    assert run_grader("list", cwd=project).returncode == 0
    assert run_grader("hint", "dropout_layer", cwd=project).returncode == 0


def test_every_target_of_the_makefile_is_explained() -> None:
    text = (ROOT / "Makefile").read_text()
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True)
    targets = set(re.search(r"^\.PHONY: (.+)$", text, flags=re.M)[1].split()) - {"help"}
    assert told.returncode == 0
    assert all(f"make {target}" in told.stdout for target in targets)


def test_make_passes_the_words_on(project: Path) -> None:
    solve(project)
    base = ["make", f"PY={sys.executable}", "READY="]
    right = subprocess.run([*base, "check", "E=dropout_layer", "SEED=3", "JOBS=1"], cwd=project,
                           capture_output=True, text=True)  # fmt: skip
    assert right.returncode == 0, right.stdout + right.stderr
    assert "seed 3" in right.stdout
    unknown = subprocess.run([*base, "check", "E=dropuot_layer"], cwd=project,
                             capture_output=True, text=True)  # fmt: skip
    assert unknown.returncode == 2
    assert "E=dropout_layer" in unknown.stdout
