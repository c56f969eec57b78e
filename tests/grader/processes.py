"""Small services around worker processes: their memory, their death, what they leave behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

LINUX = sys.platform == "linux"
PR_SET_CHILD_SUBREAPER = 36
_looked: dict[int, tuple[float, int]] = {}


def adopt_orphans() -> None:
    """Have processes that outlive their parent become our children, so that we can end them."""
    if LINUX:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def kill_group(pid: int, reaped: bool = False) -> None:
    """Kill a worker and the process group it leads; only the group when it is reaped already."""
    for kill in (os.killpg,) if reaped else (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def reap(pid: int) -> None:
    """Wait for a child that has been killed."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def kill_orphans(keep: set[int]) -> None:
    """Kill what workers left behind, also when it left their process group. Linux only."""
    for _ in range(50):
        orphans = [pid for pid in _children() if pid not in keep]
        if not orphans:
            return
        for pid in orphans:
            kill_group(pid)
            reap(pid)


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 when it is gone."""
    if LINUX:
        try:
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        except (OSError, IndexError):
            return 0
        return pages * os.sysconf("SC_PAGE_SIZE")
    when, size = _looked.get(pid, (0.0, 0))
    if time.monotonic() - when > 1.0:  # ps is slow: once a second will do
        found = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True)
        size = int(found.stdout.strip() or 0) * 1024
        _looked[pid] = (time.monotonic(), size)
    return size


def death(status: int) -> tuple[str, str]:
    """Outcome and sentence for a worker that is gone without having finished."""
    code = os.waitstatus_to_exitcode(status)
    if code >= 0:
        return "crashed", (
            f"The code ended the Python process (exit status {code}), as os._exit() does. "
            "A kata returns its result and leaves the process alone."
        )
    number = signal.Signals(-code)
    causes = {
        signal.SIGSEGV: "a segmentation fault: memory was accessed that is not there",
        signal.SIGABRT: "an abort in a library",
        signal.SIGKILL: "a kill from outside, most often because memory ran out",
        signal.SIGFPE: "an arithmetic fault in a library",
    }
    return "crashed", f"The Python process died of {causes.get(number, number.name)}."


def _children() -> list[int]:
    if not LINUX:
        return []
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
        return [int(pid) for pid in listed.split()]
    except OSError:
        return [pid for pid in _processes() if _parent(pid) == os.getpid()]


def _processes() -> list[int]:
    return [int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit()]


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0
