"""`make bench`: how fast a verdict comes, as ratios to importing torch in the same run."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from tests.grader.catalogue import ROOT, select
from tests.grader.table import Terminal

ROUNDS = 5
KATA = "dropout_layer"
GROUPS = {  # chapters, and the limit of `make check IMPL=solutions` with them
    "1-15": (range(1, 16), 12.0),
    "16-29": (range(16, 30), 14.0),
    "30-41": (range(30, 42), 16.0),
    "all": ((), 40.0),
}
LIMITS = {
    f"cold: make check E={KATA}, a right answer": 1.6,
    f"warm: {KATA}, from fork to verdict": 0.12,
    "memory of the parent, to import torch, numpy, pytest": 1.2,
    "memory of the largest process, in GB": 3.0,
    **{f"solutions, chapters {name}": limit for name, (_, limit) in GROUPS.items()},
}


def bench(terminal: Terminal) -> int:
    """Measure and print the table; 1 when a limit is exceeded."""
    python = sys.executable
    make = ["make", "--no-print-directory", "check", f"PY={python}", "READY=", "IMPL=solutions"]
    base, cold, full = [], [], {name: [] for name in GROUPS}
    for _ in range(ROUNDS):  # side by side, so that a noisy moment meets all of them
        base.append(_seconds([python, "-c", "import torch"]))
        cold.append(_seconds([*make, f"E={KATA}"]))
        for name, seconds in full.items():
            chapters = ",".join(map(str, GROUPS[name][0]))
            seconds.append(_seconds([*make, f"E={chapters}"]))
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e9
    warm = json.loads(_output([python, "-m", "tests.grader.bench"]))
    memory = int(_output([python, "-c", _PEAK]))
    unit = statistics.median(base)
    ratios = (
        statistics.median(cold) / unit,
        statistics.median(warm["seconds"]) / unit,
        warm["memory"] / memory,
        largest,
        *(statistics.median(seconds) / unit for seconds in full.values()),
    )
    terminal.say(f'`python -c "import torch"` takes {unit:.2f} s here, {os.cpu_count()} cores;')
    terminal.say(f"medians of {ROUNDS}, as ratios to that.\n")
    terminal.say(f"{'what':<56} {'ratio':>6} {'limit':>6}")
    for (what, limit), ratio in zip(LIMITS.items(), ratios, strict=True):
        over = "  over" if ratio > limit else ""
        terminal.say(f"{what:<56} {ratio:>6.2f} {limit:>6.2f}{over}")
    return int(any(ratio > limit for ratio, limit in zip(ratios, LIMITS.values(), strict=True)))


def warm() -> int:
    """In a warm parent: seconds from fork to verdict, and the parent's peak memory."""
    from tests.grader.pool import Limits
    from tests.grader.session import collect

    stubs = select(KATA)

    def then(session) -> int:
        seconds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            results = session.run(stubs, ROOT / "solutions", 0, Limits())
            seconds.append(time.perf_counter() - start)
            assert all(r["outcome"] in ("passed", "skipped") for r in results.values())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps({"seconds": seconds, "memory": peak}))
        return 0

    return collect([ROOT / "tests" / f"test_{stubs[0].chapter}.py"], then)


_PEAK = (
    "import torch, numpy, pytest, resource;"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


def _seconds(command: list[str]) -> float:
    return _timed(lambda: _output(command))


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _output(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(warm())
