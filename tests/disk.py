"""Files of tensors: compare them, and watch one being saved."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from tests.calls import Call
from tests.checks import assert_tensor, assert_that, fail

OLD = b"an old file"


def assert_same(got: Call, expected: Any, hint: str = "") -> None:
    """Tensors, in a list or a dict or alone, that are alike; they may lie on another device."""
    __tracebackhide__ = True
    if isinstance(expected, Tensor):
        moved = got.value.detach().cpu() if isinstance(got.value, Tensor) else got.value
        assert_tensor(got.part(moved, "the tensor"), expected.detach().cpu(), hint)
        return
    kind = dict if isinstance(expected, dict) else type(expected)
    hint = hint or ("Did you forget `return`?" if got.value is None else "")
    assert_that(isinstance(got.value, kind), got, "", f"a {kind.__name__} of tensors", hint)
    if kind is dict:
        names = sorted(got.value, key=str)
        assert_that(names == sorted(expected), got, f"names {names}", f"{sorted(expected)}", hint)
    else:
        count = f"{len(got.value)} tensors"
        assert_that(len(got.value) == len(expected), got, count, f"{len(expected)} of them", hint)
    for key in expected if kind is dict else range(len(expected)):
        assert_same(got.part(got.value[key], repr(key)), expected[key], hint)


def in_file(path: Path, text: str) -> Call:
    """What `torch.load` finds in a file that the call told in `text` has written."""
    assert_that(path.is_file(), Call(text, None), "and wrote no such file", f"a file {path.name}")
    try:
        return Call(f"{text}, then torch.load(path)", torch.load(path, weights_only=True))
    except Exception as error:
        said = f"a file that torch.load cannot read: {type(error).__name__}"
        hint = "Write it with torch.save, tensors only: no module, no pickle of your own."
        if path.read_bytes().startswith(OLD):
            said, hint = (
                "the old file, still",
                "The new one is to take its place, at `path` itself.",
            )
        fail(Call(text, None), said, "a file in its format", hint)


class Killed(BaseException):
    """Stands for the end of the process; `except Exception` in the code under test misses it."""


class Watch:
    """What happens to a file, step by step, while it is saved; with `kill` up to the rename."""

    def __init__(self, path: Path, kill: bool = False) -> None:
        self.path, self.kill, self.killed = path, kill, False
        self.states: list[bytes] = []  # the file before each step
        self.drafts: list[tuple[Path, bytes]] = []  # the files that were renamed to it
        self.far = ""  # a folder elsewhere, from which one of them came

    def run(self, save: Callable[[], object]) -> None:
        """Run save(); the errors that are raised by this class are not the learner's."""
        _listen()
        WATCHES.append(self)
        try:
            save()
        except BaseException:
            if not self.killed and not self.far:
                raise
        finally:
            WATCHES.clear()

    def look(self, event: str, args: tuple) -> None:
        """Before each step on disk; args are those of the function that is called."""
        self.states.append(self.path.read_bytes() if self.path.exists() else b"")
        if event != "os.rename":  # os.replace is one, too
            return
        old, new = (Path(os.fsdecode(arg)).resolve() for arg in args[:2])
        if old == self.path:
            self.states.append(b"")  # it is moved away
        elif new == self.path and old.is_file():
            self.drafts.append((old, old.read_bytes()))
        if self.kill and self.path in (old, new):
            self.killed = True
            raise Killed
        if new == self.path and self.path.parent not in old.parents:
            self.far = str(old.parent)  # as on a machine where it lies on another disk
            raise OSError(errno.EXDEV, "Invalid cross-device link", args[0], None, args[1])


WATCHES: list[Watch] = []


@cache
def _listen() -> None:
    """Have the interpreter report every open, rename and removal, however it is spelled."""

    def hook(event: str, args: tuple) -> None:
        if WATCHES and event.startswith(("open", "os.", "shutil.")):
            watch = WATCHES.pop()  # what the watch does itself is not reported
            try:
                watch.look(event, args)
            finally:
                WATCHES.append(watch)

    sys.addaudithook(hook)


def assert_atomic(text: str, save: Callable[[], object], path: Path) -> None:
    """While save() replaces the file, path holds the whole old file or the whole new one."""
    __tracebackhide__ = True
    told = Call(f"{text} on an old file", None)
    before, watch = OLD, Watch(path.resolve())
    path.write_bytes(before)
    with path.open("rb") as reader:
        watch.run(save)
        hint = f"{watch.far} may lie on another disk, and a rename does not cross disks."
        assert_that(not watch.far, told, "a rename from another folder", "one within it", hint)
        hint = "Killed in between, it leaves half a file. Write under another name, then rename."
        kept = "the old file intact until the new one, whole, takes its place"
        assert_that(reader.read() == before, told, "bytes of the old file overwritten", kept, hint)
    after = path.read_bytes()
    hint = "Close the new file before the rename: some of it may still be in a buffer."
    whole = all(draft == after for _, draft in watch.drafts[-1:])
    assert_that(whole, told, "a rename before the new file was whole", kept, hint)
    hint = "No removal first: os.replace puts one file in the place of another in a single step."
    whole = all(state in (before, after) for state in watch.states)
    assert_that(whole, told, "for a moment no whole file at path", kept, hint)
    _assert_survives_kill(told, save, path)


def _assert_survives_kill(told: Call, save: Callable[[], object], path: Path) -> None:
    """Killed before the rename, save() leaves the old file, and the next save() works."""
    __tracebackhide__ = True
    before, watch = path.read_bytes() + b" of old", Watch(path.resolve(), kill=True)
    path.write_bytes(before)
    watch.run(save)
    killed = Call(f"{told.text}, killed before the rename", None)
    state = f"a file of {path.stat().st_size} bytes" if path.exists() else "no file"
    kept = path.exists() and path.read_bytes() == before
    assert_that(kept or not watch.killed, killed, state, "the old file")
    for draft, _ in watch.drafts:  # a program that is killed cannot tidy up
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(b"half of a file " * 9999)
    again = Call(f"{killed.text}, then saved again", None)
    hint = "What a killed save left behind must not stop the next one."
    try:
        save()
    except Exception as error:
        fail(again, f"raised {type(error).__name__}: {error}", "the new file", hint)
    assert_that(path.read_bytes() != before, again, "still the old file", "the new file", hint)
    in_file(path, again.text)


def assert_survives_failure(save: Callable, path: Path) -> None:
    """When save(obj, path) fails half-way, it raises, and the old file was there all the time."""
    __tracebackhide__ = True
    torch.save(torch.arange(4), path)
    before, seen, raised = path.read_bytes(), [], []

    class Unsavable(Tensor):
        def __reduce_ex__(self, protocol: int) -> Any:
            seen.append(path.exists() and path.read_bytes() == before)
            raise OSError(errno.ENOSPC, "No space left on device")

    try:
        save({"x": torch.zeros(500), "y": torch.ones(3).as_subclass(Unsavable)}, path)
    except Exception as error:
        if str(error).startswith("TODO "):
            raise
        raised.append(error)
    told = Call(f"{save.__name__}(obj, path) on an old file, an error is raised half-way", None)
    state = f"{path.stat().st_size} bytes" if path.exists() else "gone"
    returned = f"the old file of {len(before)} bytes is now {state}"
    hint = "Opening a file for writing empties it. Write under another name, then rename."
    kept = path.exists() and path.read_bytes() == before
    assert_that(kept, told, returned, "the old file, whole", hint)
    hint = "Killed now, the program leaves no whole file. Rename the new file, not the old one."
    assert_that(all(seen), told, "no whole file at path meanwhile", "the old file, whole", hint)
    hint = "The caller has to know that nothing was saved: let the error through."
    assert_that(raised, told, "it raised nothing", "an error is raised", hint)
