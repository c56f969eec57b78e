"""Run workers side by side and collect what they prove: the parent's half of a check.

Whatever a worker does to itself, the parent keeps the books: a test counts as passed only when a
live worker with an unbroken seal said so. After a crash or a hang a fresh worker takes over the
stubs that are left.
"""

from __future__ import annotations

import json
import os
import secrets
import selectors
import shutil
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.grader import guard, processes, worker
from tests.grader.worker import Job

GRACE = 3.0  # seconds beyond a test's own timeout until its worker is killed
FLOOD = 1 << 20  # bytes without a line end that no event has


@dataclass
class Limits:
    """What a worker may use."""

    jobs: int = 2
    memory: int = 4 << 30  # bytes beyond what the parent holds
    timeout: float = 10.0  # seconds a test may take


@dataclass
class Live:
    """The parent's view of a worker."""

    job: Job
    pid: int
    pipe: int
    token: bytes
    deadline: float
    held: int
    scratch: Path  # its temporary files, which go when it goes
    rest: bytes = b""
    heard: bool = False
    loading: bool = False
    ended: bool = False
    running: str = ""
    last: str = ""
    stopped: tuple[str, str] | None = None  # outcome and message after which it stopped by itself
    ousted: tuple[str, str] | None = None  # outcome and message that the parent decided on
    tampered: str = ""
    done: set[str] = field(default_factory=set)


class Pool:
    """Forks workers for jobs and calls `on_result(key, result)` for every test, as it ends.

    A result that comes later for the same test replaces the earlier one.
    """

    def __init__(self, limits: Limits, on_result: Callable[[str, dict], None]) -> None:
        self.limits, self.on_result = limits, on_result
        self._live: dict[int, Live] = {}
        self._selector = selectors.DefaultSelector()

    def run(self, jobs: Iterable[Job], seal: guard.Seal) -> None:
        """Run all jobs; returns when every one of their tests has a result."""
        processes.adopt_orphans()
        waiting = deque(job for job in jobs if job.items)
        self._scratch = Path(tempfile.mkdtemp(prefix="katas-"))
        try:
            while waiting or self._live:
                while waiting and len(self._live) < self.limits.jobs:
                    self._start(waiting.popleft(), seal)
                for ready, _ in self._selector.select(timeout=0.05):
                    self._read(self._live[ready.data])
                for live in list(self._live.values()):
                    waiting.extendleft(self._look_after(live))
        finally:
            for live in list(self._live.values()):
                self._bury(live)
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _start(self, job: Job, seal: guard.Seal) -> None:
        outlet, inlet = os.pipe()
        token = secrets.token_hex(16)
        scratch = Path(tempfile.mkdtemp(dir=self._scratch))
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            for live in self._live.values():
                os.close(live.pipe)
            os.close(outlet)
            try:
                option = job.items[0].config.option
                option.impl, option.seed = str(job.impl), job.seed
                worker.work(job, seal, inlet, token, self.limits.memory, scratch)
            finally:
                os._exit(1)  # whatever happens, a worker never returns into the parent's code
        os.close(inlet)
        os.set_blocking(outlet, False)
        held = processes.resident(pid)
        self._live[pid] = Live(job, pid, outlet, token.encode(), self._deadline(), held, scratch)
        self._selector.register(outlet, selectors.EVENT_READ, pid)

    def _deadline(self) -> float:
        return time.monotonic() + self.limits.timeout + GRACE

    def _read(self, live: Live) -> bool:
        """Take in what the worker wrote; False when there is nothing more."""
        try:
            data = os.read(live.pipe, 1 << 16)
        except BlockingIOError:
            return False
        *lines, rest = (live.rest + data).split(b"\n")
        live.rest = rest if len(rest) < FLOOD else b""
        for line in lines:
            token, _, text = line.partition(b" ")
            if token == live.token:
                self._note(live, json.loads(text))
        return bool(data)

    def _note(self, live: Live, event: dict) -> None:
        live.heard, live.deadline = True, self._deadline()
        kind = event.pop("event")
        if kind == "start":
            live.running = event["id"]
        elif kind in ("loading", "loaded"):
            live.loading = kind == "loading"
        elif kind == "end":
            live.ended = True
        elif kind == "quit":
            live.ousted = ("error", f"The code raised {event['what']}, which ends a test run.")
        elif kind == "tampered":
            live.tampered = event["what"]
        elif event["id"] not in live.done and not live.tampered:
            live.running, live.last = "", event["id"]
            live.done.add(event["id"])
            if event["outcome"] in worker.STOPPING:
                live.stopped = event["outcome"], event["message"]
            self.on_result(live.job.key, event)

    def _look_after(self, live: Live) -> list[Job]:
        """Bury a worker that has ended or must end; jobs for what it left undone."""
        pid, status = 0, 0
        if not live.ended:
            pid, status = os.waitpid(live.pid, os.WNOHANG)
            if pid == 0:
                limit = self._over_limit(live)
                if limit is None:
                    return []
                live.ousted = limit
        while self._read(live):
            pass
        self._bury(live, reaped=bool(pid))
        return [] if live.ended and not live.tampered else self._settle(live, status)

    def _over_limit(self, live: Live) -> tuple[str, str] | None:
        if time.monotonic() > live.deadline:
            return "timeout", (
                "It did not come to an end, and did not react when it was asked to: is there an "
                f"endless loop? Stopped after {self.limits.timeout + GRACE:g} s."
            )
        if processes.resident(live.pid) - live.held > 1.1 * self.limits.memory:
            return "crashed", "Out of memory: it went on taking more."
        return None

    def _bury(self, live: Live, reaped: bool = False) -> None:
        processes.kill_group(live.pid, reaped)
        if not reaped:
            processes.reap(live.pid)
        self._selector.unregister(live.pipe)
        os.close(live.pipe)
        del self._live[live.pid]
        processes.kill_orphans(keep=set(self._live))
        shutil.rmtree(live.scratch, ignore_errors=True)

    def _settle(self, live: Live, status: int) -> list[Job]:
        """Give the tests that a gone worker did not report a result; the rest is a new job."""
        items = live.job.items
        if live.tampered:
            told = f"The code replaces {live.tampered}, a part of the test tools. Remove that."
            self._report(live, "error", told, [item.nodeid for item in items])
            return []
        left = [item for item in items if item.nodeid not in live.done]
        if not left:
            return []
        outcome, told = live.stopped or live.ousted or processes.death(status)
        if not live.heard:
            outcome, told = "fault", f"The worker process could not start: {told}"
        if live.loading or not live.heard:
            where = "" if live.stopped else "While the file was being loaded: "
            self._report(live, outcome, where + told, [item.nodeid for item in left])
            return []
        first = live.running or (live.last if live.stopped else left[0].nodeid)
        same = [item.nodeid for item in left if _stub(item.nodeid) == _stub(first)]
        self._report(live, outcome, told, same)
        others = [item for item in left if item.nodeid not in same]
        return [Job(others, live.job.impl, live.job.seed, live.job.key)] if others else []

    def _report(self, live: Live, outcome: str, message: str, ids: list[str]) -> None:
        told_for = set()
        for nodeid in ids:
            told = "Not run, because of a test before." if _stub(nodeid) in told_for else message
            told_for.add(_stub(nodeid))
            result = {"id": nodeid, "outcome": outcome, "message": told, "seconds": 0.0}
            self.on_result(live.job.key, result)


def _stub(nodeid: str) -> str:
    return nodeid.split("::")[1]
