"""What a check prints: a progress bar while it runs, then the verdicts in words."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import Any, TextIO

from tests.grader.catalogue import Chapter

KINDS = ("shapes", "numerics", "convergence", "cuda")
SENTENCES = {
    "passed": "every test passed",
    "failed": "what it does is not right yet",
    "error": "an exception ended it",
    "timeout": "it does not come to an end",
    "crashed": "it brought its process down",
    "blocked": "it needs another stub first",
    "todo": "still to do",
    "skipped": "not graded here",
}
COLOURS = {"passed": "32", "todo": "2", "skipped": "2", "blocked": "33"}
LINES = 30  # of a message


class Terminal:
    """Width, colours and characters of the terminal, or of the file that stands in for it."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stdout
        self.live = self.out.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self.coloured = self.live and not os.environ.get("NO_COLOR")
        self.width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))
        fancy = "utf" in (self.out.encoding or "").lower() and os.environ.get("TERM") != "dumb"
        self.full, self.empty, self.cross, self.tick = "█░✗✓" if fancy else "#.x+"

    def colour(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.coloured and code else text

    def bar(self, done: int, total: int, size: int = 12) -> str:
        filled = size * done // total if total else 0
        return self.full * filled + self.empty * (size - filled)

    def say(self, text: str = "") -> None:
        print(text, file=self.out)

    def draw(self, line: str) -> None:
        """Replace the line that the cursor is on. For live terminals only."""
        self.out.write("\r\x1b[K" + line[: self.width - 1])
        self.out.flush()

    def wrap(self, text: str, indent: int) -> None:
        """Print a text, prose wrapped to the width, code and values kept in their columns."""
        for line in text.splitlines():
            own = len(line) - len(line.lstrip())
            label = re.match(r" +(returned|expected)  |\d+\. ", line)
            hang = indent + (len(label[0]) if label else own)
            first, rest = " " * (indent + own), " " * hang
            wrapper = textwrap.TextWrapper(self.width, first, rest)
            self.say(wrapper.fill(line.strip()))


class Progress:
    """One line that is drawn over and over; nothing where lines cannot be drawn over."""

    def __init__(self, terminal: Terminal, total: int) -> None:
        self._terminal, self._total, self._done = terminal, total, 0

    def step(self, label: str) -> None:
        self._done += 1
        if self._terminal.live:
            bar = self._terminal.bar(min(self._done, self._total), self._total, 24)
            self._terminal.draw(f"  {bar} {self._done}/{self._total}  {label.rpartition('::')[2]}")

    def clear(self) -> None:
        if self._terminal.live:
            self._terminal.draw("")


def show(report: dict[str, Any], chapters: Iterable[Chapter], terminal: Terminal) -> None:
    """Print the verdicts of a report: a line a chapter, and what matters about each stub."""
    for chapter in chapters:
        stubs = [stub for stub in report["stubs"] if stub["chapter"] == chapter.stem]
        if stubs:
            _chapter(chapter, stubs, terminal)
    if not any(_is_shown(stub) for stub in report["stubs"]):
        terminal.say()  # what was shown ended with an empty line
    passed, total = report["passed"], report["total"]
    line = f"{passed} of {total} {'kata' if total == 1 else 'katas'} passed"
    line = terminal.colour(line, "1;32" if passed == total else "1")
    where = f"{report['impl']}, seed {report['seed']}, {report['device']}"
    terminal.say(f"{line} in {report['seconds']:.1f} s ({where}).")


def _chapter(chapter: Chapter, stubs: list[dict], terminal: Terminal) -> None:
    passed = sum(stub["verdict"] == "passed" for stub in stubs)
    count = f"{terminal.bar(passed, len(stubs))} {passed}/{len(stubs)}"
    room = terminal.width - len(count) - 1
    head = f"{chapter.stem}  {chapter.title}"[:room].ljust(room)
    terminal.say(terminal.colour(head, "1") + " " + terminal.colour(count, "32" if passed else ""))
    for stub in stubs:
        if _is_shown(stub):
            _stub(stub, terminal)
        elif stub["note"]:
            terminal.say(f"  {terminal.tick} {stub['stub']}  {stub['note']}")
    if passed < len(stubs):
        _names("passed", "passed", stubs, terminal)
        _names("todo", "to do", stubs, terminal)


def _is_shown(stub: dict) -> bool:
    return stub["verdict"] not in ("passed", "todo")


def _names(verdict: str, told: str, stubs: list[dict], terminal: Terminal) -> None:
    names = [stub["stub"] for stub in stubs if stub["verdict"] == verdict]
    if names:
        text = f"  {told}: {', '.join(names)}"
        filled = textwrap.fill(text, terminal.width, subsequent_indent="    ")
        terminal.say(terminal.colour(filled, COLOURS[verdict]))


def _stub(stub: dict, terminal: Terminal) -> None:
    verdict = stub["verdict"]
    colour = COLOURS.get(verdict, "31")
    name = terminal.colour(f"{terminal.cross} {stub['stub']}  {verdict}", colour)
    terminal.say(f"  {name}: {SENTENCES[verdict]}")
    terminal.say("      " + _columns(stub["tests"]))
    lines = stub["message"].splitlines()
    if len(lines) > LINES:
        lines = [*lines[:LINES], f"... ({len(lines) - LINES} more lines)"]
    terminal.wrap("\n".join(lines), 6)
    for extra in (stub["where"], stub["note"]):
        if extra:
            terminal.say("      " + terminal.colour(extra, "36"))
    terminal.say()


def _columns(tests: list[dict]) -> str:
    parts = []
    for kind in KINDS:
        mine = [test for test in tests if test["kind"] == kind]
        ran = [test for test in mine if test["outcome"] != "skipped"]
        if ran:
            passed = sum(test["outcome"] == "passed" for test in ran)
            parts.append(f"{kind} {passed}/{len(ran)}")
        elif mine:
            parts.append(f"{kind} skipped")
    return "   ".join(parts)
