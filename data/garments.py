"""A small stand-in for Fashion-MNIST: ten classes of garments, drawn by rules, 28 x 28 pixels.

The classes have the numbers and names of Fashion-MNIST. The images are written in its file format
(IDX), so `torchvision.datasets.FashionMNIST(root=folder())` reads them.
"""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np

from data import REAL, ROOT, real

SIZES = {"train": 2400, "t10k": 600}
SIDE = 28
VERSION = 1  # a new drawing gets a new folder


def folder() -> Path:
    """What torchvision's FashionMNIST takes as `root`; the images are drawn at the first call."""
    if real():
        return REAL
    root = ROOT / f"drawn{VERSION}"
    if not root.exists():
        _write(root)
    return root


@functools.cache
def load(train: bool) -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 28, 28) and labels (n,), both uint8 and read-only, as the files hold them."""
    raw = folder() / "FashionMNIST" / "raw"
    part = "train" if train else "t10k"
    images = np.frombuffer((raw / f"{part}-images-idx3-ubyte").read_bytes(), np.uint8, offset=16)
    labels = np.frombuffer((raw / f"{part}-labels-idx1-ubyte").read_bytes(), np.uint8, offset=8)
    return images.reshape(-1, SIDE, SIDE), labels


def _write(root: Path) -> None:
    """Write all four files into a folder of another name, then give it its name."""
    root.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".drawing-", dir=root.parent))
    try:
        raw = draft / "FashionMNIST" / "raw"
        raw.mkdir(parents=True)
        for seed, (part, n) in enumerate(SIZES.items()):
            images, labels = draw(n, np.random.default_rng(seed))
            (raw / f"{part}-images-idx3-ubyte").write_bytes(idx(images))
            (raw / f"{part}-labels-idx1-ubyte").write_bytes(idx(labels))
        draft.chmod(0o755)
        os.replace(draft, root)
    except OSError:
        if not root.exists():  # otherwise another process was faster
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def idx(array: np.ndarray) -> bytes:
    """A uint8 array in the IDX format: 0, 0, type 8, number of axes, their lengths, the values."""
    head = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, dtype=">i4").tobytes()
    return head + array.astype(np.uint8).tobytes()


def draw(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """n images (n, 28, 28) and labels (n,), the classes equally often and in random order."""
    labels = rng.permutation(np.arange(n) % len(GARMENTS)).astype(np.uint8)
    images = np.empty((n, SIDE, SIDE), dtype=np.uint8)
    for label, garment in enumerate(GARMENTS):
        at = np.flatnonzero(labels == label)
        images[at] = _photograph(garment, len(at), rng)
    return images, labels


def _photograph(garment, n: int, rng: np.random.Generator) -> np.ndarray:
    """n pictures of one garment: its place, size, cut, brightness and pattern vary."""

    def vary(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (n, 1, 1))

    axis = (np.arange(SIDE) - (SIDE - 1) / 2) / (SIDE / 2)
    x = (axis[None, None, :] - vary(-0.12, 0.12)) / vary(0.8, 1.05)
    y = (axis[None, :, None] - vary(-0.12, 0.12)) / vary(0.8, 1.05)
    x = x + vary(-0.12, 0.12) * y  # hangs a little askew
    light = garment(x, y, vary) * vary(0.45, 1.0)
    stripes = 1 - vary(0.0, 0.35) * (np.sin(vary(4, 14) * (y + vary(-1, 1) * x)) > 0)
    noise = rng.normal(0, 0.06, (n, SIDE, SIDE))
    return np.clip(255 * (light * stripes + noise * (light > 0)), 0, 255).astype(np.uint8)


def _torso(x, y, vary, bottom):
    return (np.abs(x) < vary(0.34, 0.46)) & (y > -0.78) & (y < bottom)


def _sleeves(x, y, vary, end):
    """Both sleeves, sloping outwards from the shoulder down to y = end."""
    lean = np.abs(x) - 0.4 - 0.22 * (y + 0.78)
    return (lean > -0.16) & (lean < vary(0.08, 0.18)) & (y > -0.72) & (y < end)


def _neck(x, y, vary):
    return (np.abs(x) < vary(0.1, 0.2)) & (y < vary(-0.72, -0.6))


def _t_shirt(x, y, vary):
    shape = _torso(x, y, vary, vary(0.55, 0.8)) | _sleeves(x, y, vary, vary(-0.4, -0.15))
    return (shape & ~_neck(x, y, vary)) * 1.0


def _trouser(x, y, vary):
    legs = (np.abs(x) < vary(0.26, 0.4)) & (np.abs(y) < vary(0.78, 0.9))
    return (legs & ~((np.abs(x) < 0.05 + 0.06 * (y + 1)) & (y > vary(-0.5, -0.3)))) * 1.0


def _pullover(x, y, vary):
    shape = _torso(x, y, vary, vary(0.5, 0.75)) | _sleeves(x, y, vary, vary(0.3, 0.65))
    return (shape & ~_neck(x, y, vary)) * (1 - 0.3 * (y > 0.42))


def _dress(x, y, vary):
    width = vary(0.14, 0.22) + vary(0.08, 0.26) * (y + 0.85)
    shape = (np.abs(x) < width) & (np.abs(y) < 0.85)
    return (shape & ~_neck(x, y, vary)) * 1.0


def _coat(x, y, vary):
    shape = _torso(x, y, vary, vary(0.75, 0.95)) | _sleeves(x, y, vary, vary(0.4, 0.7))
    return (shape & ~_neck(x, y, vary)) * (1 - vary(0.4, 0.8) * (np.abs(x) < 0.06))


def _sandal(x, y, vary):
    slope = vary(-0.1, 0.35) * x  # the sole rises towards the heel
    sole = (np.abs(y - 0.4 - slope) < 0.09) & (np.abs(x) < 0.85)
    arch = y - 0.4 - slope + vary(0.4, 0.8) * (1 - (x / 0.8) ** 2)
    ankle = (np.abs(x - vary(0.3, 0.6)) < 0.08) & (y > vary(-0.4, -0.1)) & (y < 0.4)
    return (sole | ((np.abs(arch) < 0.07) & (y < 0.4)) | ankle) * 1.0


def _shirt(x, y, vary):
    end = np.where(vary(0, 1) < 0.5, vary(-0.4, -0.1), vary(0.3, 0.65))
    shape = _torso(x, y, vary, vary(0.55, 0.85)) | _sleeves(x, y, vary, end)
    buttons = (np.abs(x) < 0.07) & (np.sin(14 * y) > 0)
    collar = (np.abs(np.abs(x) - 0.16) < 0.08) & (y < -0.5)
    return (shape & ~_neck(x, y, vary)) * (1 - 0.5 * buttons) * (1 - 0.4 * collar)


def _sneaker(x, y, vary):
    top = 0.25 - vary(0.25, 0.45) * (x > vary(-0.1, 0.2)) - 0.25 * (x + 0.85)
    shape = (np.abs(x) < 0.88) & (y > top) & (y < 0.5)
    return shape * (1 - vary(0.0, 0.5) * (y > 0.38))


def _bag(x, y, vary):
    box = (np.abs(x) < vary(0.55, 0.85)) & (y > vary(-0.35, -0.1)) & (y < vary(0.5, 0.75))
    radius = np.hypot(x / vary(0.35, 0.55), (y + 0.2) / vary(0.4, 0.6))
    return (box | ((np.abs(radius - 1) < 0.17) & (y < -0.1))) * 1.0


def _ankle_boot(x, y, vary):
    shaft = (np.abs(x - 0.35) < vary(0.28, 0.42)) & (y > vary(-0.85, -0.6)) & (y < 0.6)
    foot = (np.abs(x) < 0.8) & (y > vary(0.0, 0.2) - 0.1 * x) & (y < 0.6)
    return (shaft | foot) * (1 - vary(0.0, 0.5) * (y > 0.5))


GARMENTS = (
    _t_shirt,
    _trouser,
    _pullover,
    _dress,
    _coat,
    _sandal,
    _shirt,
    _sneaker,
    _bag,
    _ankle_boot,
)
