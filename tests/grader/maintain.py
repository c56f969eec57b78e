"""For maintainers: are the hidden tests right? `answers` and `stress` run the known answers."""

from __future__ import annotations

import argparse
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.grader.answers import Case, cases, function_of, idle_tests, run
from tests.grader.catalogue import chapters, select
from tests.grader.files import write_json
from tests.grader.pool import Limits
from tests.grader.session import Session, collect
from tests.grader.table import Progress, Terminal


def answers(args: argparse.Namespace, terminal: Terminal) -> int:
    """Run the known answers; name who is misjudged, and tests that no wrong answer fails."""

    def judge(todo: list[Case], idle: list[str]) -> int:
        faults = [(case.name, case.seed, case.fault()) for case in todo]
        faults = [fault for fault in faults if fault[2]]
        for name, seed, told in faults:
            terminal.say(f"{name}, seed {seed}: {told}\n")
        for name in idle:
            terminal.say(f"{name}: no wrong answer fails it\n")
        wrong = sum(case.wrong for case in todo)
        terminal.say(
            f"{wrong} wrong and {len(todo) - wrong} right answers: {len(faults)} misjudged. "
            f"{len(idle)} tests that no wrong answer fails."
        )
        if args.json:
            cases = [{"name": c.name, "seed": c.seed, "fault": c.fault()} for c in todo]
            write_json(Path(args.json), {"cases": cases, "idle": idle})
        return 1 if faults or idle else 0

    return _run(args, range(args.seed, args.seed + 1), judge, terminal)


def stress(args: argparse.Namespace, terminal: Terminal) -> int:
    """Run the known answers over many seeds; print false alarms, misses and margins."""

    def judge(todo: list[Case], idle: list[str]) -> int:
        refused = [case for case in todo if not case.wrong and case.first]
        missed = [case for case in todo if case.wrong and not case.first]
        for case in (*refused, *missed):
            terminal.say(f"{case.name}, seed {case.seed}: {case.fault()}\n")
        wrong = sum(case.wrong for case in todo)
        terminal.say(
            f"{args.seeds} seeds. {len(todo) - wrong} runs of right answers: {len(refused)} false "
            f"alarms. {wrong} runs of wrong ones: {len(missed)} missed.\n"
        )
        terminal.say(f"{'convergence run':<56}{'right':>9}{'wrong':>9}{'gap':>7}")
        for name, (right, nearest) in sorted(margins(todo).items()):
            near = "-" if nearest is None else f"{nearest:.3g}"
            gap = f"{right / nearest:.0f}x" if nearest else "-"
            terminal.say(f"{name:<56}{right:>9.3g}{near:>9}{gap:>7}")
        terminal.say("Margins to the threshold, above 1 passes: the worst of the right answers,")
        terminal.say("the nearest of the wrong ones that the run refuses, and their ratio.")
        return 1 if refused or missed else 0

    return _run(args, range(args.seeds), judge, terminal, trainings=True)


def margins(todo: Iterable[Case]) -> dict[str, tuple[float, float | None]]:
    """For every convergence run: the worst margin of right answers, the best of wrong ones.

    Of the wrong answers those count that the run refuses with at least half of the seeds; the
    others are for other tests to refuse.
    """
    right: dict[str, list[float]] = defaultdict(list)
    wrong: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for case in todo:
        for nodeid, result in case.results.items():
            if result.get("margin") is not None:
                name = f"{case.stub.test_class}::{function_of(nodeid)}"
                mine = wrong[name][case.name] if case.wrong else right[name]
                mine.append(result["margin"])
    found = {}
    for name, values in right.items():
        refused = [max(m) for m in wrong[name].values() if sorted(m)[len(m) // 2] < 1]
        found[name] = min(values), max(refused, default=None)
    return found


def _run(
    args: argparse.Namespace,
    seeds: Iterable[int],
    judge: Callable[[list[Case], list[str]], int],
    terminal: Terminal,
    trainings: bool = False,
) -> int:
    stubs = select(" ".join(args.names))
    wanted = [c for c in chapters() if any(stub.chapter == c.stem for stub in stubs)]

    def then(session: Session) -> int:
        todo = [case for c in wanted for case in cases(c, seeds) if case.stub in stubs]
        bar = Progress(terminal, len(todo))
        limits = Limits(jobs=args.jobs)
        run(session, todo, limits, lambda: bar.step("answers"), trainings)
        idle = [] if trainings else idle_tests(todo, session, limits)
        bar.clear()
        return judge(todo, idle)

    with contextlib.suppress(ImportError):
        import torchvision  # noqa: F401  (here once, not in hundreds of workers)
    return collect([chapter.test_path for chapter in wanted], then)
