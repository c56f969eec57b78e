"""The rules that every chapter keeps: five files, matching names, complete specifications."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grader.catalogue import ROOT, Chapter, chapters
from tests.grader.progress import hints
from tests.grader.text import to_do

CHAPTERS = [pytest.param(chapter, id=chapter.stem) for chapter in chapters()]
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)
LEARNERS = {"torch", "torchvision", "numpy", "pandas", "data"}
STANDARD = {"__future__", "collections", "copy", "hashlib", "io", "json", "math", "os", "pathlib"}
STANDARD |= {"pickle", "random", "re", "shutil", "tarfile", "tempfile", "time", "typing"}
STANDARD |= {"urllib", "zipfile"}
# Stubs that build on an earlier chapter import it in their bodies, from the learner's own file.
BUILT_ON = {"load_data_time_machine": "ch31_text_preprocessing"}
BUILT_ON |= {"load_data_nmt": "ch31_text_preprocessing"}
KINDS = {"shapes", "numerics", "convergence", "cuda"}
# Lines that are not blank, where up to eight functions are to be written; in proportion for more.
SIZES = {"exercises/{}.py": 150, "solutions/{}.py": 200, "tests/test_{}.py": 250}
GRADER_LINES = 200


def tree(folder: str, stem: str) -> ast.Module:
    return ast.parse((ROOT / folder / f"{stem}.py").read_text(encoding="utf-8"))


def definitions(folder: str, stem: str) -> dict[str, ast.AST]:
    """Top-level functions and classes of a file, by name."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {node.name: node for node in tree(folder, stem).body if isinstance(node, kinds)}


def functions_of(node: ast.AST) -> dict[str, ast.FunctionDef]:
    """The function itself, or the methods of a class."""
    if isinstance(node, ast.FunctionDef):
        return {node.name: node}
    return {inner.name: inner for inner in node.body if isinstance(inner, ast.FunctionDef)}


def lines(path: Path) -> int:
    return sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())


def imported(module: ast.Module) -> set[str]:
    """Names of the modules that a file imports."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def raised(function: ast.FunctionDef) -> str:
    """The text after TODO that a stub raises, when that is all it does."""
    last = function.body[-1]
    if isinstance(last, ast.Raise) and isinstance(last.exc, ast.Call) and last.exc.args:
        text = getattr(last.exc.args[0], "value", "")
        if isinstance(text, str) and text.startswith("TODO "):
            return text.removeprefix("TODO ")
    return ""


def test_there_are_chapters() -> None:
    assert chapters()


def test_no_file_stands_alone() -> None:
    stems = {chapter.stem for chapter in chapters()}
    for folder, ending in (("exercises", "py"), ("exercises/hints", "md"), ("solutions", "py"),
                           ("tests/answers", "py")):  # fmt: skip
        found = {path.stem for path in (ROOT / folder).glob(f"*.{ending}")} - {"__init__"}
        assert found == stems, f"{folder}: {found ^ stems}"


@every_chapter
def test_every_stub_has_a_class_and_every_class_a_stub(chapter: Chapter) -> None:
    text = (ROOT / "exercises" / f"{chapter.stem}.py").read_text(encoding="utf-8")
    in_order = [name for name in definitions("exercises", chapter.stem) if name in to_do(text)]
    assert in_order == [stub.name for stub in chapter.stubs]
    assert 1 <= len(in_order) <= 12


@every_chapter
def test_stubs_do_nothing_but_say_what_is_to_do(chapter: Chapter) -> None:
    nodes = definitions("exercises", chapter.stem)
    for stub in chapter.stubs:
        for name, function in functions_of(nodes[stub.name]).items():
            expected = stub.name if name == stub.name else f"{stub.name}.{name}"
            assert raised(function) in ("", expected)
        assert any(map(raised, functions_of(nodes[stub.name]).values()))


@every_chapter
def test_signatures_of_stub_and_solution_agree(chapter: Chapter) -> None:
    stubs, solutions = (definitions(f, chapter.stem) for f in ("exercises", "solutions"))
    for stub in chapter.stubs:
        mine, theirs = functions_of(stubs[stub.name]), functions_of(solutions[stub.name])
        for name, function in mine.items():
            assert name in theirs, f"the solution of {stub.name} lacks {name}"
            for part in ("args", "returns"):
                asked, given = (getattr(f, part) for f in (function, theirs[name]))
                assert ast.dump(asked) == ast.dump(given) if asked else not given, name
        bases = [
            [ast.dump(base) for base in getattr(n[stub.name], "bases", [])]
            for n in (stubs, solutions)
        ]
        assert bases[0] == bases[1]


@every_chapter
def test_everything_has_type_hints(chapter: Chapter) -> None:
    nodes = definitions("exercises", chapter.stem)
    for stub in chapter.stubs:
        for function in functions_of(nodes[stub.name]).values():
            arguments = function.args
            named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            bare = [a.arg for a in named if a.annotation is None and a.arg != "self"]
            assert not bare, f"{stub.name}.{function.name}: {bare}"
            assert function.returns is not None, f"{stub.name}.{function.name} -> ?"


@every_chapter
def test_specifications_are_complete(chapter: Chapter) -> None:
    head = ast.get_docstring(tree("exercises", chapter.stem)) or ""
    assert re.match(r"[^\n]+: [^\n]+\.\n\nSource: notes [^\n]+\.$", head), head
    for name, node in definitions("exercises", chapter.stem).items():
        told = ast.get_docstring(node) or ""
        assert told, f"{name} has no docstring"
        if name in {stub.name for stub in chapter.stubs}:
            assert ">>>" in told, f"{name} has no example"


@pytest.fixture
def solutions_on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An import of an earlier chapter finds the solution, as it finds the learner's own file."""
    monkeypatch.syspath_prepend(ROOT / "solutions")
    yield
    for stem in set(BUILT_ON.values()):
        sys.modules.pop(stem, None)


@every_chapter
@pytest.mark.usefixtures("solutions_on_the_path")
def test_examples_are_true_of_the_solutions(chapter: Chapter, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = dict(vars(importlib.import_module(f"exercises.{chapter.stem}")))  # its imports
    names |= vars(importlib.import_module(f"solutions.{chapter.stem}"))
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(verbose=False)
    for stub in chapter.stubs:
        told = ast.get_docstring(definitions("exercises", chapter.stem)[stub.name])
        examples = parser.get_doctest(told, dict(names), stub.name, chapter.stem, 0)
        said: list[str] = []
        runner.run(examples, out=said.append)
        assert not said, "".join(said)


@every_chapter
def test_every_stub_has_three_hints(chapter: Chapter) -> None:
    found = hints(chapter.stem)
    assert list(found) == [stub.name for stub in chapter.stubs]
    for name, points in found.items():
        assert len(points) == 3, f"{name} has {len(points)} hints"
        assert all(len(point) > 30 for point in points)


@every_chapter
def test_hidden_tests_call_nothing_by_name_alone(chapter: Chapter) -> None:
    """No bare assert, which would say nothing; no test outside the class of a stub."""
    module = tree("tests", f"test_{chapter.stem}")
    asserts = [node.lineno for node in ast.walk(module) if isinstance(node, ast.Assert)]
    assert not asserts, f"bare assert in line {asserts}"
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            assert not node.name.startswith("test"), f"{node.name} grades no stub"
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and method.name.startswith("test"):
                    names = {a.arg for a in method.args.args}
                    assert "kata" in names, f"{node.name}.{method.name} does not use kata"
                    marks = {m for m in KINDS if f"attr='{m}'" in ast.dump(method)}
                    assert len(marks) <= 1, f"{node.name}.{method.name} is of two kinds"


@every_chapter
def test_files_are_of_reviewable_size(chapter: Chapter) -> None:
    exercise = (ROOT / "exercises" / f"{chapter.stem}.py").read_text(encoding="utf-8")
    share = max(1.0, exercise.count('NotImplementedError("TODO ') / 8)
    for pattern, limit in SIZES.items():
        path = ROOT / pattern.format(chapter.stem)
        assert lines(path) <= limit * share, f"{path.name}: {lines(path)} lines"


def test_tools_are_of_reviewable_size() -> None:
    for path in (ROOT / "tests" / "grader").glob("*.py"):
        assert lines(path) <= GRADER_LINES, f"{path.name}: {lines(path)} lines"
    assert lines(ROOT / "conftest.py") <= 120


@every_chapter
def test_imports_point_downwards(chapter: Chapter) -> None:
    for folder in ("exercises", "solutions"):
        module = tree(folder, chapter.stem)
        for stub in [node for node in module.body if getattr(node, "name", "") in BUILT_ON]:
            for line in [inner for inner in stub.body if isinstance(inner, ast.ImportFrom)]:
                assert line.module == BUILT_ON[stub.name] < chapter.stem, f"{folder}: {stub.name}"
                stub.body.remove(line)
        for name in imported(module):
            assert name.partition(".")[0] in LEARNERS | STANDARD, f"{folder}/{chapter.stem}: {name}"
    for folder, stem in (("tests", f"test_{chapter.stem}"), ("tests/answers", chapter.stem)):
        used = imported(tree(folder, stem))
        assert not [name for name in used if name.startswith(("solutions", "exercises"))]


def test_tools_do_not_import_what_they_judge() -> None:
    for path in [*(ROOT / "tests").glob("*.py"), *(ROOT / "tests" / "grader").glob("*.py")]:
        used = imported(ast.parse(path.read_text(encoding="utf-8")))
        assert not [name for name in used if name.startswith(("solutions", "exercises"))], path.name
        in_tests = path.parent.name == "tests"
        assert not in_tests or not [n for n in used if n.startswith("tests.grader")], path.name


@every_chapter
def test_solutions_are_quiet_and_clean(chapter: Chapter) -> None:
    text = (ROOT / "solutions" / f"{chapter.stem}.py").read_text(encoding="utf-8")
    for word in ("print(", "torch.manual_seed", "sys.path", "TODO", "NotImplementedError"):
        abstract = word == "NotImplementedError" and chapter.stem == "ch38_encoder_decoder"
        assert word not in text or abstract, f"{word} in the solution"
    for name, node in definitions("solutions", chapter.stem).items():
        told = ast.get_docstring(node) or ""
        assert told and "\n" not in told, f"the docstring of {name} is not one line"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readme_maps_every_chapter(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for chapter in chapters():
        names = ", ".join(f"`{stub.name}`" for stub in chapter.stubs)
        row = f"| [{chapter.stem}](exercises/{chapter.stem}.py) | {chapter.source} | {names} |"
        assert row in text, f"{name} lacks this row:\n{row}"
    rows = re.findall(r"^\| \[(ch\d\d_\w+)\]", text, flags=re.M)
    assert rows == [chapter.stem for chapter in chapters()]


def test_readme_names_only_commands_that_exist() -> None:
    targets = re.findall(r"^([\w ]+):", (ROOT / "Makefile").read_text(), flags=re.M)
    known = set(" ".join(targets).split())
    for name in ("README.md", "README.zh-CN.md"):
        told = re.findall(r"`?make (\w+)", (ROOT / name).read_text(encoding="utf-8"))
        assert set(told) - {"itself"} <= known, name
