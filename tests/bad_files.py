"""Files that a reader of tensors must refuse: broken ones, and hostile ones that run code."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn

from tests.calls import Call, tell
from tests.checks import assert_raises, assert_that

BAD = ("a pickle that runs code", "code in torch.save's format", "code in the old format")
BAD += ("code among tensors", "a whole module", "cut in half", "last bytes lost", "empty", "text")
BAD += ("missing",)


class Trap:
    """Its pickle makes a folder when it is read, instead of something worse."""

    def __init__(self, folder: Path, builtin: bool = False) -> None:
        self.folder, self.builtin = str(folder), builtin

    def __reduce__(self) -> tuple:
        if self.builtin:
            return eval, (f"__import__('os').mkdir({self.folder!r})",)
        return os.mkdir, (self.folder,)


def bad_file(kind: str, path: Path, folder: Path) -> None:
    """Write a file that torch.load should refuse; `kind` is one of BAD, traps make `folder`."""
    buffer = io.BytesIO()
    torch.save({"weight": torch.ones(3, 2), "bias": torch.zeros(3)}, buffer)
    whole = buffer.getvalue()
    parts = {"cut in half": whole[: len(whole) // 2], "last bytes lost": whole[:-30], "empty": b""}
    parts |= {"text": b"weight,bias", "a pickle that runs code": pickle.dumps(Trap(folder), 2)}
    if kind in parts:
        path.write_bytes(parts[kind])
    elif kind == "a whole module":
        torch.save(nn.Linear(2, 3), path)
    elif kind == "code among tensors":
        torch.save({"weight": torch.ones(3, 2), "bias": Trap(folder, builtin=True)}, path)
    elif kind != "missing":
        old = kind == "code in the old format"
        torch.save(Trap(folder), path, _use_new_zipfile_serialization=not old)


def assert_refused(kind: str, folder: Path, function: Callable, *args: Any) -> None:
    """function(*args, path) raises on such a file, and code in the file is not run."""
    __tracebackhide__ = True
    path, made = folder / "x-file", folder / "made by the file"
    bad_file(kind, path, made)
    with contextlib.suppress(Exception):
        function(*args, path)
    text = tell(function, (*args, "path"), {}).replace("'path'", "path")
    told = Call(f"{text}, the file is {kind}", None)
    safe = "torch.load has an option that refuses everything but tensors and plain containers."
    assert_that(not made.exists(), told, "the code in the file was run", "it is not run", safe)
    hint = f"The file is no whole file of tensors ({kind}); the caller has to know."
    hint = safe if kind == "a whole module" else hint
    assert_raises(Exception, function, *args, path, hint=hint)
