"""Keep a submission from grading itself.

Two nets, both in the worker process. The seal notices when a function or class of the test tools,
or one of the libraries that the tests compare with, has been replaced. The audit hook refuses what
no kata needs: reading the hidden tests or the solutions, looking into the frames of the caller,
starting programs, killing other processes. This stops the known tricks, not a determined attacker
with ctypes: who grades code that may be hostile runs the grader in a container.
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import torch

from tests.grader.catalogue import ROOT

TOOLS = re.compile(
    r"(tests|data|conftest|_pytest|pytest|pluggy|pytest_timeout|builtins|io|json|math|os|re|signal|time)"
    r"(\.|$)"
)
LIBRARIES = re.compile(
    r"torch(\._tensor|\.functional|\.linalg|\.nn|\.nn\.functional|\.nn\.init|\.nn\.modules(\..+)?"
    r"|\.testing|\.autograd)?$|numpy(\.testing)?$|pandas(\.testing)?$"
)
DATA = str(ROOT / "data") + os.sep  # may be read, not written
PRIVATE = tuple(str(ROOT / name) + os.sep for name in ("tests", "solutions", ".kata", ".git"))
REFUSED = re.compile(
    r"sys\.(settrace|setprofile|addaudithook|_current_\w+)|gc\.get_\w+"
    r"|subprocess\.Popen|os\.(system|exec|posix_spawn|spawn|startfile)|pty\.spawn"
)
FRAMES = ("tb_frame", "gi_frame", "cr_frame", "ag_frame", "f_locals", "f_globals")
STDLIB = os.path.dirname(os.__file__) + os.sep


@dataclass
class Kept:
    """What a module or class held before any learner's code was loaded."""

    name: str
    space: Mapping[str, object]
    tool: bool  # a part of the test tools: nothing may change
    values: dict[str, object]
    size: int
    keys: frozenset[str]


class Seal:
    """Remembers the functions and classes of those modules; `broken()` names a replaced one."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []
        self._code: list[tuple[str, FunctionType, CodeType]] = []
        for name, module in list(sys.modules.items()):
            tool = TOOLS.match(name) is not None
            if type(module) is ModuleType and (tool or LIBRARIES.match(name)):
                self._keep(name, vars(module), tool)
                for value in list(vars(module).values()):
                    if isinstance(value, type) and value.__module__ == name:
                        self._keep(f"{name}.{value.__name__}", value.__dict__, tool)

    def _keep(self, name: str, space: Mapping[str, object], tool: bool) -> None:
        kinds = (staticmethod, classmethod, property)
        ours = name.startswith(("tests.", "conftest"))  # of these the constants count too
        values = {k: v for k, v in space.items() if ours or callable(v) or isinstance(v, kinds)}
        self._kept.append(Kept(name, space, tool, values, len(space), frozenset(space)))
        for key, value in values.items():
            if tool and type(value) is FunctionType:
                self._code.append((f"{name}.{key}", value, value.__code__))

    def broken(self) -> str:
        """The dotted name of something that is not what it was, or an empty text.

        torch rebinds some of its own functions when parts of it are first used; only what comes
        from elsewhere counts there.
        """
        for kept in self._kept:
            for key, value in kept.values.items():
                now = kept.space.get(key)
                if now is not value and (kept.tool or not _from_library(now, kept.name)):
                    return f"{kept.name}.{key}"
            if len(kept.space) != kept.size:
                added = self._shadows(kept)
                if added:
                    return f"{kept.name}.{added}"
        return next((name for name, f, code in self._code if f.__code__ is not code), "")

    def _shadows(self, kept: Kept) -> str:
        """A name that was added and hides an inherited or built-in one of the same name."""
        for key in kept.space.keys() - kept.keys:
            value = kept.space[key]
            known = hasattr(builtins, key) or hasattr(object, key) or hasattr(torch.Tensor, key)
            if known and callable(value) and not _from_library(value, kept.name):
                return key
        return ""


def _from_library(value: object, name: str) -> bool:
    root = name.partition(".")[0]
    if type(value) is FunctionType:
        return f"{os.sep}{root}{os.sep}" in value.__code__.co_filename
    return str(getattr(value, "__module__", "")).partition(".")[0] == root


def watch(folder: Path) -> None:
    """Refuse, from now on and in this process, what no code in `folder` needs to do."""
    home = str(folder) + os.sep
    private = tuple(path for path in PRIVATE if not home.startswith(path))
    stems = [path.stem for path in folder.glob("*.py")]
    busy = False

    def involved() -> bool:
        """The code in `folder` is somewhere on the stack."""
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename.startswith(home):
                return True
            frame = frame.f_back
        return False

    def asking(through: Callable[[str], bool]) -> bool:
        """The code in `folder` did it, directly or through modules that `through` names."""
        frame: FrameType | None = sys._getframe(2)
        while frame is not None and through(frame.f_code.co_filename):
            frame = frame.f_back
        if frame is None or not frame.f_code.co_filename.startswith("<"):
            return frame is not None and frame.f_code.co_filename.startswith(home)
        return frame.f_globals.get("__name__") in (None, *stems)  # from exec(), or a library's

    def hook(event: str, args: tuple) -> None:
        nonlocal busy
        if busy:
            return
        busy = True
        try:
            if _private(event, args, private) and involved():
                raise PermissionError(f"a kata may not do this: {event} {args[0]!r}"[:300])
            refused = REFUSED.fullmatch(event) and asking(_is_stdlib)
            if refused or (_peeks(event, args) and asking(_is_inspect)):
                raise PermissionError(f"a kata may not do this: {event}")
        finally:
            busy = False

    sys.addaudithook(hook)


def _is_stdlib(filename: str) -> bool:
    return filename.startswith((STDLIB, "<frozen ")) and "-packages" + os.sep not in filename


def _is_inspect(filename: str) -> bool:
    return filename == STDLIB + "inspect.py"


def _peeks(event: str, args: tuple) -> bool:
    if event == "object.__getattr__":
        return args[1] in FRAMES
    if event == "sys._getframe":
        return True
    return event == "object.__setattr__" and args[1] == "__code__"


def _private(event: str, args: tuple, private: tuple[str, ...]) -> bool:
    if event in ("os.kill", "os.killpg"):
        return args[0] != os.getpid()
    if event == "import":
        closed = {Path(path).name for path in private} | {"conftest"}
        return args[0].partition(".")[0] in closed
    if event == "open" or event.startswith(("os.", "shutil.")):
        closed = (*private, DATA) if _writes(event, args) else private
        return any(_inside(arg, closed) for arg in args[:2])
    return False


def _writes(event: str, args: tuple) -> bool:
    if event != "open":
        return event not in ("os.listdir", "os.scandir", "os.walk", "os.fwalk")
    mode, flags = args[1], args[2]
    return bool(set(mode) & set("wax+")) if mode else bool(flags & (os.O_WRONLY | os.O_RDWR))


def _inside(path: object, private: tuple[str, ...]) -> bool:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return False
    return (os.path.realpath(os.fsdecode(path)) + os.sep).startswith(private)
