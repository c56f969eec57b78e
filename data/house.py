"""House prices: a made-up table with the quirks of the Kaggle one, or the real one.

The columns, their kinds and their gaps are those of the real table, the values are not: a few
hundred houses whose log price is a sum of effects and noise.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.random import Generator
from pandas import DataFrame

from data import REAL, real

TRAIN, TEST = "kaggle_house_pred_train.csv", "kaggle_house_pred_test.csv"
ROWS = (360, 340)  # of train and test

# Name, percent missing in train and in test, then what it holds:
#   lo..hi        whole numbers, most of them low; "*" after them: zero in three houses of four
#   lo..hi.       floating point numbers
#   #20 #30 #45   a category in whole numbers
#   Gd TA Fa      a category in words, the first ones most common; "C>" in train only, "C<" in test
COLUMNS = """
MSSubClass    0 0   #20 #60 #50 #120 #30 #160 #70 #80 #90 #190 #85 #75 #45 #180 #150<
MSZoning      0 1   RL RM FV RH C_(all)
LotFrontage   18 16 21..200.
LotArea       0 0   1300..40000
Street        0 0   Pave Grvl
Alley         94 92 Grvl Pave
LotShape      0 0   Reg IR1 IR2 IR3
LandContour   0 0   Lvl HLS Bnk Low
Utilities     0 1   AllPub NoSeWa>
LotConfig     0 0   Inside Corner CulDSac FR2 FR3
LandSlope     0 0   Gtl Mod Sev
Neighborhood  0 0   NAmes CollgCr OldTown Edwards Somerst Gilbert NridgHt Sawyer NWAmes Timber
Condition1    0 0   Norm Feedr Artery RRAn PosN RRAe
Condition2    0 0   Norm Feedr RRNn> PosA
BldgType      0 0   1Fam TwnhsE Duplex Twnhs 2fmCon
HouseStyle    0 0   1Story 2Story 1.5Fin SLvl SFoyer 2.5Fin> 1.5Unf
OverallQual   0 0   1..10
OverallCond   0 0   1..9
YearBuilt     0 0   1872..2010
YearRemodAdd  0 0   1950..2010
RoofStyle     0 0   Gable Hip Flat Gambrel
RoofMatl      0 0   CompShg Tar&Grv WdShngl Metal> WdShake<
Exterior1st   0 1   VinylSd HdBoard MetalSd Wd_Sdng Plywood CemntBd BrkFace AsphShn<
Exterior2nd   0 1   VinylSd MetalSd HdBoard Wd_Sdng Plywood CmentBd Other>
MasVnrType    60 61 BrkFace Stone BrkCmn
MasVnrArea    1 2   0..900.*
ExterQual     0 0   TA Gd Ex Fa
ExterCond     0 0   TA Gd Fa Ex Po
Foundation    0 0   PConc CBlock BrkTil Slab Stone Wood
BsmtQual      3 3   TA Gd Ex Fa
BsmtCond      3 4   TA Gd Fa Po
BsmtExposure  3 4   No Av Gd Mn
BsmtFinType1  3 3   Unf GLQ ALQ BLQ Rec LwQ
BsmtFinSF1    0 1   0..1800
BsmtFinType2  3 3   Unf Rec LwQ BLQ ALQ GLQ
BsmtFinSF2    0 1   0..900*
BsmtUnfSF     0 1   0..1800
TotalBsmtSF   0 1   300..2600
Heating       0 0   GasA GasW Grav Floor> Wall
HeatingQC     0 0   Ex TA Gd Fa Po
CentralAir    0 0   Y N
Electrical    1 0   SBrkr FuseA FuseF FuseP Mix>
1stFlrSF      0 0   400..2600
2ndFlrSF      0 0   0..1400*
LowQualFinSF  0 0   0..400*
GrLivArea     0 0   500..3800
BsmtFullBath  0 1   0..3
BsmtHalfBath  0 1   0..1
FullBath      0 0   1..3
HalfBath      0 0   0..2
BedroomAbvGr  0 0   0..6
KitchenAbvGr  0 0   1..2
KitchenQual   0 1   TA Gd Ex Fa
TotRmsAbvGrd  0 0   3..12
Functional    0 1   Typ Min2 Min1 Mod Maj1 Sev
Fireplaces    0 0   0..3
FireplaceQu   47 50 Gd TA Fa Ex Po
GarageType    6 5   Attchd Detchd BuiltIn Basment CarPort 2Types
GarageYrBlt   6 5   1900..2010.
GarageFinish  6 5   Unf RFn Fin
GarageCars    0 1   0..4
GarageArea    0 1   0..1300
GarageQual    6 5   TA Fa Gd Po Ex>
GarageCond    6 5   TA Fa Gd Po Ex
PavedDrive    0 0   Y N P
WoodDeckSF    0 0   0..800*
OpenPorchSF   0 0   0..500*
EnclosedPorch 0 0   0..500*
3SsnPorch     0 0   0..400*
ScreenPorch   0 0   0..400*
PoolArea      0 0   0..700*
PoolQC        99 99 Gd Ex Fa>
Fence         81 80 MnPrv GdPrv GdWo MnWw
MiscFeature   96 97 Shed Gar2 Othr TenC>
MiscVal       0 0   0..15000*
MoSold        0 0   1..12
YrSold        0 0   2006..2010
SaleType      0 1   WD New COD ConLD CWD
SaleCondition 0 0   Normal Partial Abnorml Family Alloca AdjLand
"""
# What a column adds to the log price: from its lowest to its highest number, or by category.
NUMBERS = MappingProxyType(
    {"OverallQual": 1.2, "GrLivArea": 1.0, "TotalBsmtSF": 0.5, "YearBuilt": 0.4, "LotArea": 0.4}
)
WORDS = MappingProxyType(
    {
        "Neighborhood": dict(NridgHt=0.2, Somerst=0.1, Timber=0.2, OldTown=-0.1, Edwards=-0.1),
        "KitchenQual": dict(Ex=0.1, Gd=0.05, Fa=-0.1),
        "MSZoning": dict(RM=-0.05, FV=0.1),
        "CentralAir": dict(N=-0.1),
    }
)


def tables() -> tuple[DataFrame, DataFrame]:
    """The tables (train, test): Id, 79 features and, in train only, SalePrice as the last column.

    They are the project's own, always the same; with KATA_DATA=real in the environment the real
    ones. Raises FileNotFoundError when those have not been downloaded yet.
    """
    if not real():
        return _made()
    paths = [REAL / name for name in (TRAIN, TEST)]
    for path in paths:
        if not path.is_file():
            raise FileNotFoundError(f"{path} is not there; run: make data")
    return pd.read_csv(paths[0]), pd.read_csv(paths[1])


def write(folder: str | Path) -> list[Path]:
    """Write the project's own tables as the two CSV files, under the names of the real ones."""
    paths = []
    for name, table in zip((TRAIN, TEST), _made(), strict=True):
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{name}.{os.getpid()}")
        table.to_csv(unfinished, index=False, na_rep="NA")
        os.replace(unfinished, path)
        paths.append(path)
    return paths


def _made() -> tuple[DataFrame, DataFrame]:
    rng = np.random.default_rng(410)
    train, test = (_table(rng, part, rows) for part, rows in enumerate(ROWS))
    return train, test.drop(columns="SalePrice")


def _table(rng: Generator, part: int, rows: int) -> DataFrame:
    """The table of train (part 0) or of test (part 1), both with the price."""
    columns: dict[str, np.ndarray] = {"Id": np.arange(rows) + 1 + sum(ROWS[:part])}
    log_price = 11 + 0.1 * rng.standard_normal(rows)
    for line in COLUMNS.strip().splitlines():
        name, *missing, holds = line.split(maxsplit=3)
        gaps = rng.random(rows) < int(missing[part]) / 100
        if ".." in holds:
            values, share = _numbers(rng, rows, holds)
            log_price += NUMBERS.get(name, 0.0) * share
            nothing = np.nan
        else:
            values = _words(rng, rows, holds.split(), unused="<>"[part])
            log_price += [WORDS.get(name, {}).get(word, 0.0) for word in values]
            nothing = None
        columns[name] = np.where(gaps, nothing, values) if gaps.any() else values
    return DataFrame(columns | {"SalePrice": np.exp(log_price).round(-2).astype(np.int64)})


def _numbers(rng: Generator, rows: int, holds: str) -> tuple[np.ndarray, np.ndarray]:
    """Numbers without gaps, and how far up their range they stand."""
    low, high = (int(end) for end in holds.rstrip(".*").split(".."))
    share = rng.beta(2, 4, rows)
    if holds.endswith("*"):
        share *= rng.random(rows) < 0.25
    values = np.round(low + share * (high - low))
    return values if "." in holds.split("..")[1] else values.astype(np.int64), share


def _words(rng: Generator, rows: int, words: Sequence[str], unused: str) -> np.ndarray:
    """Words without gaps; the ones that end in `unused` belong to the other table only."""
    known = [w.strip("<>#").replace("_", " ") for w in words if not w.endswith(unused)]
    odds = 1 / np.arange(1, len(known) + 1)
    values = rng.choice(np.array(known, dtype=object), rows, p=odds / odds.sum())
    return values.astype(np.int64) if words[0].startswith("#") else values
