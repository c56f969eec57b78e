"""Find chapters and stubs by reading files as text; nothing is imported, so this costs no torch.

A chapter is a file tests/test_<stem>.py. A stub is what a test class there is named after:
TestDropoutLayer calls `kata.dropout_layer`.
"""

from __future__ import annotations

import ast
import difflib
import functools
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODO = re.compile(r"""raise NotImplementedError\(\s*["']TODO (\w+)""")


class UsageError(Exception):
    """The call itself was wrong; the text says what to do. Exit status 2."""


@dataclass(frozen=True)
class Stub:
    """One kata: a function or class to write, and the class of hidden tests that grades it."""

    name: str
    chapter: str
    test_class: str

    @property
    def path(self) -> Path:
        return ROOT / "exercises" / f"{self.chapter}.py"


@dataclass(frozen=True)
class Chapter:
    """One file of stubs, in the order in which the hidden tests grade them."""

    stem: str
    title: str
    source: str
    stubs: tuple[Stub, ...]

    @property
    def number(self) -> int:
        return int(self.stem[2:4])

    @property
    def test_path(self) -> Path:
        return ROOT / "tests" / f"test_{self.stem}.py"


def test_classes(stub: str) -> tuple[str, str]:
    """The names a test class may have: TestDropoutLayer for dropout_layer.

    Where a class of the same chapter takes that name, as BatchNorm does, the tests of the function
    batch_norm are TestBatchNormFunction.
    """
    name = "Test" + "".join(part[:1].upper() + part[1:] for part in stub.split("_"))
    return name, f"{name}Function"


@functools.cache
def graded(path: Path) -> dict[str, Stub]:
    """The stubs that a file of hidden tests grades, by test class and in order."""
    stem = path.stem.removeprefix("test_")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name.startswith("Test")]
    return {node.name: Stub(_graded(node), stem, node.name) for node in classes}


@functools.cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, in order."""
    return tuple(_chapter(path) for path in sorted((ROOT / "tests").glob("test_ch[0-9][0-9]_*.py")))


def select(text: str) -> list[Stub]:
    """The stubs that E=text names: chapter numbers, stems or parts of them, stub names.

    Raises UsageError for a name that fits nothing, naming the nearest one.
    """
    everything = [stub for chapter in chapters() for stub in chapter.stubs]
    names = [name for name in re.split(r"[,\s]+", text.strip()) if name]
    chosen = [stub for name in names for stub in _named(name, everything)]
    return [stub for stub in everything if stub in chosen] if names else everything


def _named(name: str, everything: list[Stub]) -> list[Stub]:
    wanted = Path(name).name.removesuffix(".py").lower()
    for fits in (
        lambda stub: stub.name == name,
        lambda stub: stub.name.lower() == wanted,
        lambda stub: wanted.isdigit() and int(wanted) == int(stub.chapter[2:4]),
        lambda stub: stub.chapter == wanted,
        lambda stub: not wanted.isdigit() and wanted in stub.chapter,
    ):
        found = [stub for stub in everything if fits(stub)]
        if found:
            return found
    known = {}
    for stub in everything:
        known[stub.name.lower()] = stub.name
        known[stub.chapter] = known[stub.chapter[5:]] = stub.chapter
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = f"The nearest is {known[near[0]]}: E={known[near[0]]}" if near else ""
    raise UsageError(
        f"No chapter or stub is called {name!r}. {hint or '`make list` shows them all.'}"
    )


def _chapter(path: Path) -> Chapter:
    stem = path.stem.removeprefix("test_")
    title, source = _heading(ROOT / "exercises" / f"{stem}.py")
    title = title or stem[5:].replace("_", " ")
    return Chapter(stem, title, source, tuple(graded(path).values()))


def _graded(node: ast.ClassDef) -> str:
    """The stub that a test class is named after: a name it takes from `kata`."""
    used = {
        inner.attr
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute)
        and isinstance(inner.value, ast.Name)
        and inner.value.id == "kata"
    }
    if node.name[4:] in used:
        return node.name[4:]
    fitting = sorted(name for name in used if node.name in test_classes(name))
    if len(fitting) != 1:
        raise ValueError(f"{node.name} is named after none of the stubs it calls: {sorted(used)}")
    return fitting[0]


def _heading(path: Path) -> tuple[str, str]:
    """Title and source of a chapter from the first lines of its file, which may be broken."""
    try:
        head = path.read_text(encoding="utf-8", errors="replace")[:600]
    except OSError:
        return "", ""
    title = re.match(r'\s*"""(.+)', head)
    source = re.search(r"Source: (.+)", head)
    return (
        title[1].split(":")[0].strip(' ."') if title else "",
        source[1].partition(" (")[0].strip(' ."') if source else "",
    )
