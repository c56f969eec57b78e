"""The process that runs a learner's code: pytest items of one chapter, one event a test.

It is forked from a parent that has imported torch and collected the tests, so a verdict costs a
fork and the tests themselves. What it reports is believed only line by line: each line carries a
token that the learner's code does not see, and a worker that stops early has proved nothing more.
"""

from __future__ import annotations

import ctypes
import io
import json
import os
import signal
import sys
import tempfile
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from tests.grader import guard

SHOWN = 200  # characters of printed text kept from the start and from the end
MESSAGE = 6000  # characters of a message
STOPPING = ("timeout", "crashed")  # after these the state of the process is anybody's guess


class Printed(io.TextIOBase):
    """Stands in for stdout and stderr: counts, and keeps only the start and the end."""

    def __init__(self) -> None:
        self.reset()
        self.buffer = self

    def reset(self) -> None:
        self.size, self._head, self._tail = 0, "", deque(maxlen=8)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1  # /dev/null in a worker

    def write(self, text: str | bytes) -> int:
        if isinstance(text, (bytes, bytearray, memoryview)):
            text = bytes(text).decode("utf-8", "replace")
        self.size += len(text)
        room = SHOWN - len(self._head)
        self._head += text[:room]
        if text[room:]:
            self._tail.append(text[room:][-SHOWN:])
        return len(text)

    def text(self) -> str:
        tail = "".join(self._tail)
        if self.size <= SHOWN + len(tail):
            return self._head + tail
        return f"{self._head}\n... ({self.size:,} characters in all) ...\n{tail[-SHOWN:]}"


@dataclass
class Job:
    """Tests of one chapter, to be run against one implementation."""

    items: list[pytest.Item]
    impl: Path
    seed: int = 0
    key: str = ""  # tells jobs of several implementations apart
    to_first: bool = False  # stop at the first test that does not pass


class Reporter:
    """pytest plugin of the worker: sends what happens.

    The seal is checked before the result of the last test of a stub is sent, without which the
    stub has not passed.
    """

    def __init__(self, send, seal: guard.Seal, printed: Printed, lasts: set[str]) -> None:
        self._send, self._seal, self._printed, self._lasts = send, seal, printed, lasts
        self._result: dict = {}

    @property
    def outcome(self) -> str:
        return self._result["outcome"]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef, request):
        if fixturedef.argname != "kata":
            return (yield)
        self._send({"event": "loading"})
        result = yield
        self._send({"event": "loaded"})
        return result

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._printed.reset()
        self._result = {"event": "test", "id": nodeid, "outcome": "passed", "message": ""}
        self._result |= {"seconds": 0.0, "where": "", "needs": "", "curve": None, "margin": None}
        self._send({"event": "start", "id": nodeid})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        result = self._result
        result["seconds"] += report.duration
        for name, value in report.user_properties:
            result[name] = value
        if report.passed or result["outcome"] != "passed":
            return
        feedback = getattr(report, "feedback", None)
        if feedback is None:  # not the learner's doing: a fixture or a hook of ours broke
            result |= {"outcome": "fault", "message": str(report.longrepr)[-MESSAGE:]}
            return
        result |= {"outcome": feedback.outcome, "message": feedback.message[:MESSAGE]}
        result |= {"where": feedback.where, "needs": feedback.needs}
        if feedback.outcome not in ("todo", "blocked") and self._printed.size:
            result["message"] += f"\nIt printed:\n{self._printed.text().rstrip()}"

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._result["printed"] = self._printed.size
        replaced = self._seal.broken() if nodeid in self._lasts else ""
        if replaced:
            self._send({"event": "tampered", "what": replaced})
        self._send(self._result)
        if replaced or self._result["outcome"] in STOPPING:
            os._exit(0)


def work(job: Job, seal: guard.Seal, pipe: int, token: str, memory: int, scratch: Path) -> NoReturn:
    """Run the job in this freshly forked process, report through `pipe`, and exit.

    Temporary files, pytest's and the learner's, go to `scratch`.
    """
    items = job.items
    os.setsid()
    _die_with_parent()
    os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
    limit_memory(memory)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    write, encode, leave = os.write, json.dumps, os._exit

    def send(event: dict) -> None:
        line = f"{token} {encode(event)}\n".encode()
        while line:
            line = line[write(pipe, line) :]

    config = items[0].config
    printed = sys.stdout = Printed()
    sys.stderr = Printed()  # warnings and log lines: counted by nobody, shown to nobody
    lasts = set({item.cls: item.nodeid for item in items}.values())
    reporter = Reporter(send, seal, printed, lasts)
    config.pluginmanager.register(reporter, "kata-reporter")
    guard.watch(job.impl)
    try:
        for item, following in zip(items, [*items[1:], None], strict=True):
            config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if job.to_first and reporter.outcome != "passed":
                break
        send({"event": "end"})
    except BaseException as error:  # pytest.exit() or KeyboardInterrupt, raised by the code
        send({"event": "quit", "what": type(error).__name__})
    leave(0)


def limit_memory(allowance: int) -> None:
    """At most `allowance` bytes more than the process has now. Linux only; elsewhere the parent
    watches."""
    try:
        import resource

        held = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (held + allowance, held + allowance))
        resource.setrlimit(resource.RLIMIT_FSIZE, (allowance, allowance))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
