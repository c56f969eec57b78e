"""The text of chapter files: where a stub stands, whether it is still to do, how to put it back."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

from tests.grader.catalogue import ROOT, TODO, Chapter, Stub, UsageError
from tests.grader.files import write_text

ORIGINALS = ROOT / ".kata" / "originals"


def read(path: Path) -> str:
    """The text of a file, or nothing where there is none; broken bytes do not matter here."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def span(text: str, name: str) -> tuple[int, int] | None:
    """First and last line (from 0, end excluded) of a top-level function or class.

    None when there is no such name. SyntaxError when the text cannot be read.
    """
    for node in ast.parse(text).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == name:
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            return first - 1, node.end_lineno
    return None


def parameters(text: str, name: str) -> list[str]:
    """Names of the parameters of a top-level function, or of a class's __init__, in order.

    Empty when there is no such name, or where *args or **kwargs leave it open.
    """
    found = _defined(ast.parse(text), name)
    if isinstance(found, ast.ClassDef):
        found = _defined(found, "__init__")
    if not isinstance(found, ast.FunctionDef) or found.args.vararg or found.args.kwarg:
        return []
    groups = (found.args.posonlyargs, found.args.args, found.args.kwonlyargs)
    return [arg.arg for group in groups for arg in group]


def _defined(node: ast.Module | ast.ClassDef, name: str) -> ast.AST | None:
    """What the name stands for in the end: the last one of several."""
    found = [one for one in node.body if getattr(one, "name", "") == name]
    return found[-1] if found else None


def line_of(stub: Stub) -> int:
    """The line on which a stub begins in the learner's file, 1 when it cannot be found."""
    try:
        found = span(read(stub.path), stub.name)
    except (SyntaxError, ValueError):
        return 1
    return found[0] + 1 if found else 1


def to_do(text: str) -> set[str]:
    """The stubs of which something is still to do."""
    return set(TODO.findall(text))


def remember_originals(chapters: tuple[Chapter, ...]) -> None:
    """Keep a copy of every chapter file none of whose stubs has been touched yet.

    `make reset` asks git first; this copy serves who has the files without git.
    """
    for chapter in chapters:
        text, kept = read(chapter.stubs[0].path), ORIGINALS / f"{chapter.stem}.py"
        if {stub.name for stub in chapter.stubs} <= to_do(text) and read(kept) != text:
            write_text(kept, text)


def original(stub: Stub) -> str:
    """The chapter file as it was when `stub` was still to do. Raises UsageError without one."""
    path = f"exercises/{stub.chapter}.py"
    for revision in _git("log", "--format=%H", "--", path).split():
        text = _git("show", f"{revision}:{path}")
        if stub.name in to_do(text):
            return text
    kept = read(ORIGINALS / f"{stub.chapter}.py")
    if stub.name in to_do(kept):
        return kept
    raise UsageError(
        f"The original of {path} is not known here: this copy has no git history. "
        "Take the file from a fresh copy of the repository."
    )


def reset(stubs: list[Stub]) -> list[Path]:
    """Put stubs of one chapter back; the old text is kept beside it. The paths of what was kept.

    A file that Python cannot read, or that has lost the stub, is put back as a whole.
    """
    path = stubs[0].path
    old = text = read(path)
    for stub in stubs:
        text = _with_original(text, stub)
    if text == old:
        return []
    kept = _beside(path)
    if old:
        write_text(kept, old)
    write_text(path, text)
    return [kept] if old else []


def _with_original(text: str, stub: Stub) -> str:
    source = original(stub)
    try:
        mine, theirs = span(text, stub.name), span(source, stub.name)
    except (SyntaxError, ValueError):
        return source
    if mine is None or theirs is None:
        return source
    lines, new = text.splitlines(keepends=True), source.splitlines(keepends=True)
    return "".join([*lines[: mine[0]], *new[theirs[0] : theirs[1]], *lines[mine[1] :]])


def _beside(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    return kept


def _git(*args: str) -> str:
    """What git says, or nothing: without git, without a repository, without such a file."""
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *args], capture_output=True, text=True, encoding="utf-8"
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
