"""The project's own small data sets, and the real ones once `make data` has fetched them.

`KATA_DATA=real` in the environment, which `make check DATA=real` sets, switches to the real ones.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
REAL = ROOT / "real"
SERVER = "http://d2l-data.s3-accelerate.amazonaws.com"  # that of the notes
FILES = {  # the SHA-1 of each real file
    "kaggle_house_pred_train.csv": "585e9cc93e70b39160e7921475f9bcd7d31219ce",
    "kaggle_house_pred_test.csv": "fa19780a7b011d9b009e8bff8e99922a8ee2eb90",
    "timemachine.txt": "090b5e7e70c295757f55df93cb0a180b9691891a",
    "fra-eng.zip": "94646ad1522d915e7b0f9296181140edcf86a4f5",
}
UNPACKED = {"fra-eng.zip": "fra-eng/fra.txt"}  # what is wanted of an archive
IMAGES = "FashionMNIST"  # a folder that torchvision fills


def real() -> bool:
    """Whether the real data sets are asked for."""
    return os.environ.get("KATA_DATA", "") == "real"


def missing() -> list[str]:
    """The real data that `make data` has still to download."""
    return [n for n in (IMAGES, *FILES) if not (REAL / UNPACKED.get(n, n)).exists()]
