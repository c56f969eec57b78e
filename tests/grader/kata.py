"""Load a learner's chapter file for the hidden tests, and say in words why it cannot be loaded."""

from __future__ import annotations

import difflib
import importlib.util
import sys
import traceback
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.checks import CheckFailed

OUTCOMES = (
    pytest.fail.Exception,
    pytest.skip.Exception,
    pytest.exit.Exception,
    pytest.xfail.Exception,
)
PACKAGES = "torch, torchvision, numpy, pandas and Python's own modules"


class KataError(CheckFailed):
    """The chapter file, or a name in it, is not there to be tested; the text is for the learner."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.where = where


class Kata:
    """The module under test: `kata.dropout_layer` is the learner's function.

    A missing name is an error in words rather than an AttributeError in a test.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._module = load(path)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return getattr(self._module, name)
        except AttributeError:
            pass
        own = [n for n, v in vars(self._module).items() if not n.startswith("_") and callable(v)]
        close = difflib.get_close_matches(name, own, n=1)
        found = f" It has {close[0]}: was it renamed?" if close else ""
        raise KataError(
            f"{self._path.name} defines no {name}.{found} Names must stay as they were; "
            f"`make reset E={name}` brings the stub back."
        )


def load(path: Path) -> ModuleType:
    """Import a chapter file by its path. Raises KataError, never anything else of the learner's."""
    if not path.is_file():
        raise KataError(f"{shown(path)} is not there. `make reset E={path.stem}` brings it back.")
    folder = str(path.parent)
    if folder not in sys.path:
        sys.path.append(folder)  # at the end: a helper file is found, a planted torch.py is not
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    try:
        # Not exec_module, which may take a stale .pyc when a file is saved twice in a second.
        exec(compile(path.read_bytes(), str(path), "exec"), vars(module))
    except SyntaxError as error:
        raise KataError(*unreadable(error, path)) from None
    except BaseException as error:
        stub = isinstance(error, NotImplementedError) and str(error).startswith("TODO ")
        late = isinstance(error, OUTCOMES) and str(error).startswith("Timeout")
        if stub or late or isinstance(error, MemoryError):
            raise  # these have verdicts of their own
        raise KataError(*_failed(error, path)) from None
    return module


def shown(path: Path) -> str:
    """A path as the learner would type it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def unreadable(error: SyntaxError, path: Path) -> tuple[str, str]:
    """What is wrong with a file that Python cannot read, and file:line."""
    if "codec can't decode" in str(error) or "null bytes" in str(error):
        return f"{shown(path)} is not a UTF-8 text file: save it with the encoding UTF-8.", ""
    line = (error.text or "").rstrip()
    where = f"{shown(Path(error.filename or path))}:{error.lineno}"
    caret = " " * max((error.offset or 1) - 1, 0) + "^"
    shift = len(line) - len(line.lstrip())
    code = f"\n    {line.strip()}\n    {caret[shift:] or '^'}" if line else ""
    return f"Python cannot read the file, {type(error).__name__}: {error.msg}{code}", where


def _failed(error: BaseException, path: Path) -> tuple[str, str]:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
    where = f"{shown(path)}:{frames[-1].lineno}" if frames else shown(path)
    code = f"\n    {frames[-1].line}" if frames and frames[-1].line else ""
    kind = type(error).__name__
    if isinstance(error, ModuleNotFoundError):
        ours = str(error.name).partition(".")[0] in PACKAGES
        advice = "`make setup` installs it." if ours else f"The katas need only {PACKAGES}."
        said = f"Loading the file fails: {error}. {advice}"
    elif isinstance(error, SystemExit):
        said = "The file calls sys.exit() while it is being loaded: remove that line."
    elif isinstance(error, OUTCOMES):
        said = f"The file ends the test run ({kind}) while it is being loaded: remove that line."
    else:
        said = f"Loading the file fails with {kind}: {str(error)[:300]}"
    return said + code, where
