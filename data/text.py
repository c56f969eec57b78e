"""Text: an English story for language models, English-French pairs for machine translation.

Both files were written for this project, as stand-ins for those of the notes, in their formats.
"""

from __future__ import annotations

from pathlib import Path

from data import REAL, ROOT, UNPACKED, real


def story() -> Path:
    """A story in English, in lines as a book has them, some of them empty (UTF-8).

    It is the project's own; with KATA_DATA=real in the environment The Time Machine. Raises
    FileNotFoundError when that has not been downloaded yet.
    """
    return _file("story.txt", "timemachine.txt")


def pairs() -> Path:
    """Lines of an English sentence, a tab and its French translation, from short to long (UTF-8).

    They are the project's own; with KATA_DATA=real in the environment those of the notes. Raises
    FileNotFoundError when those have not been downloaded yet.
    """
    return _file("pairs.txt", UNPACKED["fra-eng.zip"])


def _file(own: str, name: str) -> Path:
    path = REAL / name if real() else ROOT / own
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not there; run: make data")
    return path
