"""Answers whose verdict is known: they keep the hidden tests honest.

A chapter's file lists WRONG answers, each with the test that must refuse it first and words that
the message must hold, and RIGHT ones, unusual but correct. Both are made from the solution.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from tests.grader.text import span


@dataclass(frozen=True)
class Edit:
    """The solution with one replacement in the source of `stub`, where `old` occurs once.

    `of` is the code of a Rewrite that is edited in the place of the solution.
    """

    stub: str
    old: str
    new: str
    refused_by: str = ""
    says: str = ""
    why: str = ""
    of: str = ""

    def apply(self, source: str) -> str:
        """The source of the chapter file that holds this answer."""
        if self.of:
            source = Rewrite(self.stub, self.of).apply(source)
        first, last = _span(source, self.stub)
        lines = source.splitlines(keepends=True)
        own = "".join(lines[first:last])
        if own.count(self.old) != 1:
            raise ValueError(
                f"{self.stub}: {self.old!r} occurs {own.count(self.old)} times, not once"
            )
        return "".join([*lines[:first], own.replace(self.old, self.new), *lines[last:]])


@dataclass(frozen=True)
class Rewrite:
    """The solution with `stub` written anew; `code` may bring imports and helpers along."""

    stub: str
    code: str
    refused_by: str = ""
    says: str = ""
    why: str = ""

    def apply(self, source: str) -> str:
        """The source of the chapter file that holds this answer."""
        first, last = _span(source, self.stub)
        lines = source.splitlines(keepends=True)
        code = textwrap.dedent(self.code).strip("\n") + "\n"
        if span(code, self.stub) is None:
            raise ValueError(f"the rewrite of {self.stub} does not define it")
        return "".join([*lines[:first], code, *lines[last:]])


Answer = Edit | Rewrite


def _span(source: str, stub: str) -> tuple[int, int]:
    found = span(source, stub)
    if found is None:
        raise ValueError(f"the solution has no {stub}")
    return found
