"""`make data`: download the real data sets into data/real, each file checked by its hash.

`make data MIRROR=http://...` asks another server for the same files, by the same names.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import os
import shutil
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path

from data import FILES, IMAGES, REAL, SERVER, UNPACKED


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    parser.add_argument(
        "--mirror", default="", metavar="URL", help="address of a folder that has the files"
    )
    mirror = parser.parse_args(argv).mirror.rstrip("/")
    REAL.mkdir(parents=True, exist_ok=True)
    missing = 0
    for name in (IMAGES, *FILES):
        print(f"{name}: ", end="", flush=True)
        try:
            if name == IMAGES:
                fashion_mnist(mirror)
            else:
                fetch(f"{mirror or SERVER}/{name}", REAL / name, FILES[name])
            if name in UNPACKED:
                unpack(REAL / name, UNPACKED[name])
            print("there")
        except (OSError, RuntimeError, ValueError, http.client.HTTPException) as error:
            missing += 1
            print(f"not there. {' '.join(str(error).split())}"[:500])
    if missing:
        print("What is there stays; the same command tries again. `make data MIRROR=http://...`")
        print("asks another server for the same files.")
    return 1 if missing else 0


def fetch(url: str, path: Path, sha1: str) -> None:
    """Download one file unless it is there. It gets its name only once its SHA-1 is right.

    Raises:
        OSError: the server does not answer or has no such file.
        ValueError: what came is not the file.
    """
    if path.exists() and _sha1(path) == sha1:
        return
    number, draft = tempfile.mkstemp(prefix=".download-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file, urllib.request.urlopen(url, timeout=60) as answer:
            shutil.copyfileobj(answer, file)
        if _sha1(Path(draft)) != sha1:
            raise ValueError(f"{url} gave another file: its SHA-1 is not {sha1}.")
        os.chmod(draft, 0o644)
        os.replace(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)


def unpack(archive: Path, member: str) -> None:
    """Write one member of a zip file beside it, whole or not at all; no other one is looked at."""
    with zipfile.ZipFile(archive) as packed:
        content = packed.read(member)
    path = archive.parent / member
    path.parent.mkdir(exist_ok=True)
    draft = path.with_name(f".download-{path.name}-{os.getpid()}")
    try:
        draft.write_bytes(content)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _sha1(path: Path) -> str:
    return hashlib.sha1(path.read_bytes()).hexdigest()


def fashion_mnist(mirror: str) -> None:
    """Download the four files of Fashion-MNIST with torchvision, which checks their hashes."""
    from torchvision.datasets import FashionMNIST  # as slow to import as torch

    if (REAL / IMAGES).exists():
        return
    if mirror:
        FashionMNIST.mirrors = [f"{mirror}/"]
    draft = Path(tempfile.mkdtemp(prefix=".download-", dir=REAL))
    try:
        for train in (True, False):
            FashionMNIST(root=draft, train=train, download=True)
        os.replace(draft / IMAGES, REAL / IMAGES)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
