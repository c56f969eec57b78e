"""`make check`: grade the selected stubs and tell the verdicts."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from tests.grader import progress, text
from tests.grader.catalogue import ROOT, Stub, UsageError, chapters, select
from tests.grader.files import write_json
from tests.grader.table import Progress, Terminal, show

EXERCISES = ROOT / "exercises"


def check(args: argparse.Namespace, terminal: Terminal) -> int:
    """Grade the selected stubs and print the verdicts. Exit status 0 when all passed."""
    stubs = select(" ".join(args.names))
    impl = folder(args.impl)
    if args.data == "real":
        _choose_real_data()
    if terminal.live:
        terminal.draw("  starting torch ...")
    else:
        terminal.say(f"Checking {len(stubs)} {'kata' if len(stubs) == 1 else 'katas'} ...")
        terminal.out.flush()
    text.remember_originals(chapters())
    from tests.grader.session import Session, collect, warm_up  # imports torch

    def grade(session: Session) -> int:
        return _grade(session, stubs, impl, args, terminal)

    paths = dict.fromkeys(ROOT / "tests" / f"test_{stub.chapter}.py" for stub in stubs)
    if len(paths) > 3:  # some of their workers will use an optimizer
        warm_up()
    return collect(paths, grade, args.timeout)


def _choose_real_data() -> None:
    import data

    if data.missing():
        raise UsageError(f"Not there: {', '.join(data.missing())}. `make data` downloads them.")
    os.environ["KATA_DATA"] = "real"


def _grade(session, stubs: list[Stub], impl: Path, args, terminal: Terminal) -> int:
    from tests.grader.pool import Limits
    from tests.grader.score import report

    start = time.monotonic()
    manifest = session.manifest(stubs)
    bar = Progress(terminal, sum(map(len, manifest.values())))
    limits = Limits(args.jobs, int(args.memory * 2**30), args.timeout)
    results = session.run(
        stubs, impl, args.seed, limits, lambda key, result: bar.step(result["id"])
    )
    bar.clear()
    seconds = time.monotonic() - start
    told = report(session, manifest, results, impl=shown(impl), seed=args.seed, seconds=seconds)
    if args.json:
        write_json(Path(args.json), told)
    if impl != EXERCISES:
        show(told, chapters(), terminal)
        return _status(told)
    write_json(ROOT / ".kata" / "last.json", told)
    progress.record(told)
    everything = sum(len(chapter.stubs) for chapter in chapters())
    untouched = all(stub["verdict"] == "todo" for stub in told["stubs"])
    if untouched and len(stubs) == everything:
        _welcome(told, terminal)
    else:
        show(told, chapters(), terminal)
    following = progress.following(stubs) or progress.following(select(""))
    if following is not None:
        terminal.say()
        progress.say_next(following, terminal)
    return _status(told)


def _status(told: dict) -> int:
    return int(any(stub["verdict"] not in ("passed", "skipped") for stub in told["stubs"]))


def _welcome(told: dict, terminal: Terminal) -> None:
    terminal.say(f"Welcome! {told['total']} katas in {len(chapters())} chapters wait for you.")
    terminal.say("None is done yet: that is how everyone starts.\n")
    for chapter in chapters():
        bar = f"{terminal.bar(0, 1)} 0/{len(chapter.stubs)}"
        terminal.say(f"  {chapter.stem:<26} {bar:<18} {chapter.title}"[: terminal.width])


def folder(name: str) -> Path:
    """The folder of the chapter files. Raises UsageError when there is none."""
    path = Path(name).expanduser().resolve()
    if not path.is_dir():
        raise UsageError(
            f"IMPL={name} is not a folder. It takes exercises, solutions, or the path of any "
            "folder that holds chapter files."
        )
    if not any((path / f"{chapter.stem}.py").exists() for chapter in chapters()):
        raise UsageError(f"IMPL={name} holds no chapter file such as {chapters()[0].stem}.py.")
    return path


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if ROOT in path.parents else str(path)
