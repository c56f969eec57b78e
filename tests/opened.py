"""For hidden tests of files: which ones Python opens for writing, by whatever library."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_written: list[set[Path]] = []  # of the blocks below that have not ended


@contextmanager
def opened_for_writing() -> Iterator[set[Path]]:
    """The paths of all files that are opened for writing inside the block."""
    _listen()
    _written.append(set())
    try:
        yield _written[-1]
    finally:
        _written.pop()


@cache
def _listen() -> None:
    """Python tells of every open(), by whatever library; once told to, it does so for ever."""

    def hear(event: str, args: tuple) -> None:
        named = event == "open" and isinstance(args[0], (str, os.PathLike))
        if named and _written and args[2] & (os.O_WRONLY | os.O_RDWR):
            _written[-1].add(Path(os.path.abspath(args[0])))

    sys.addaudithook(hear)
