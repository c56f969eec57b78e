"""For hidden tests of batches of text: corpora whose tokens tell where they stand, and checks.

They are a file of their own because one chapter needs them, and its tests are long without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from string import ascii_lowercase as letters
from typing import Any

import torch
from torch import Tensor

from tests.calls import Call
from tests.checks import assert_shape, assert_share, assert_that, assert_value

SIGNS = {*letters, " "}
ENOUGH = 500  # batches that are taken from an iterator, which might never end


def tokens(n: int) -> list[int]:
    """A corpus of up to 1009 different tokens in an odd order: a token tells its place."""
    return [(577 * i + 31) % 1009 for i in range(n)]


def words(n: int) -> list[str]:
    """n lines of 399 characters: 100 words of three letters each, no word stands twice."""
    every = [a + b + c for a in letters for b in letters for c in letters]
    return [" ".join(every[i : i + 100]) for i in range(0, 100 * n, 100)]


def write_words(path: Path, n: int) -> Path:
    """Write words(n) into a file, with capitals and a sign that cleaning takes away."""
    path.write_text("\n".join(words(n)).title() + "!\n", encoding="utf-8")
    return path


def places(got: Call, n: int, batch_size: int, num_steps: int) -> tuple[Call, Tensor, Tensor]:
    """The places in tokens(n) of all X and all Y, shape (batches, batch_size, num_steps).

    The call must have given an iterable of tuples of int64 tensors of shape (batch_size,
    num_steps).
    """
    __tracebackhide__ = True
    try:
        got, found = got.part(list(islice(got.value, ENOUGH)), "all batches"), ([], [])
    except Exception as error:  # a generator works only now
        error.called = f"{got.text}: all batches"
        raise
    where = {token: i for i, token in enumerate(tokens(n))}
    for number, batch in enumerate(got.value):
        pair = isinstance(batch, (tuple, list)) and len(batch) == 2
        assert_that(pair, got.part(batch, f"batch {number}"), "", "a tuple (X, Y)")
        for values, name, rows in zip(batch, "XY", found, strict=True):
            told = got.part(values, f"{name} of batch {number}")
            hint = f"Every batch is full: {batch_size} windows of {num_steps} tokens."
            assert_shape(told, (batch_size, num_steps), hint, dtype=torch.int64)
            rows.append([[where.get(token, -99) for token in row] for row in values.tolist()])
    shape = (len(got.value), batch_size, num_steps)
    X, Y = (torch.tensor(rows, dtype=torch.int64).reshape(shape) for rows in found)
    return got, X, Y


def all_batches(batches: Callable, *args: Any) -> list:
    """What an iterator function or a loader gives for these arguments."""
    return list(islice(batches(*args), ENOUGH))


def assert_windows(got: Call, X: Tensor) -> None:
    """Each row of X, given as places, is a piece of the corpus."""
    __tracebackhide__ = True
    ok = len(X) > 0 and bool((X.diff() == 1).all()) and bool((X >= 0).all())
    returned = f"X with tokens from the places {X[0].tolist()}, ..." if len(X) else "no batches"
    hint = "Each row is num_steps tokens that follow one another in the corpus."
    assert_that(ok, got, returned, "places that follow one another in each row", hint)


def assert_shifted(got: Call, X: Tensor, Y: Tensor) -> None:
    """Y, given as places, holds what follows each token of X."""
    __tracebackhide__ = True
    returned = f"Y with tokens from the places {Y[-1:].tolist()}, X {X[-1:].tolist()}"
    hint = "Y holds the token behind each token of X, across the end of the window too."
    assert_that(torch.equal(Y, X + 1), got, returned, "Y one place further on", hint)


def assert_offsets(batches: Callable, offset_of: Callable[[int], int]) -> None:
    """Over many calls each offset from 0 to 4 is equally likely; offset_of maps a place to it."""
    __tracebackhide__ = True
    firsts = (next(iter(batches(tokens(35), 2, 5))) for _ in range(1000))
    seen = Counter(offset_of(tokens(35).index(int(X[0, 0]))) for X, _ in firsts)
    got = Call(f"{batches.__name__}(corpus, 2, 5), called 1000 times", seen)
    hint = "Draw it anew at every call; randint of random includes its upper end."
    assert_value(got.part(sorted(seen), "the offsets"), [0, 1, 2, 3, 4], hint)
    for offset, times in seen.items():
        assert_share(got, times, 1000, 0.2, f"offset {offset}", "All are equally likely.")


def goes_on(X: Tensor) -> bool:
    """Each row of a batch is continued by the same row of the next; X as places."""
    return torch.equal(X[1:, :, 0], X[:-1, :, -1] + 1)


def read(got: Call, n: int, part: int = 0) -> Tensor:
    """Where in words(n) each row begins, shape (batches, batch_size), after (loader, vocab).

    part: 0 for X, 1 for Y. Every row must be a piece of the text.
    """
    __tracebackhide__ = True
    (loader, vocab), text = got.value, "".join(words(n))
    batches = [batch[part].tolist() for batch in islice(loader, ENOUGH)]
    first = [vocab.to_tokens(row) for batch in batches[:1] for row in batch[:1]]
    told, hint = (
        got.part(first, "vocab.to_tokens(X[0])"),
        "The Vocab of the characters of the text.",
    )
    ok = all(isinstance(token, str) for row in first for token in row)
    assert_that(ok, told, "", "tokens that are text", hint)
    rows = [["".join(vocab.to_tokens(row)) for row in batch] for batch in batches]
    found = torch.tensor([[text.find(row) for row in batch] for batch in rows])
    returned = f"rows that read {rows[0]} and so on" if rows else "no batches"
    hint = "The characters of the cleaned text, line behind line, as their indices in vocab."
    ok = bool(rows) and bool((found >= 0).all())
    assert_that(ok, got, returned, "rows that stand in the text", hint)
    return found


def assert_of_book(got: Call, path: Path) -> None:
    """Every row of the batches is a piece of the book, as far as its letters tell."""
    __tracebackhide__ = True
    loader, vocab = got.value
    book = "".join(sign for sign in path.read_text(encoding="utf-8").lower() if sign in letters)
    rows = [row for X, _ in islice(loader, ENOUGH) for row in X.tolist()]
    read_out = ["".join(vocab.to_tokens(row)) for row in rows]
    odd = [row for row in read_out if row.replace(" ", "") not in book or not set(row) <= SIGNS]
    returned = f"{len(rows)} rows, {len(odd)} of them not from the book: {odd[:1]}"
    assert_that(len(rows) > 9 and not odd, got, returned, "rows that stand in the book")


def assert_uses(got: Call, n: int, num_steps: int, characters: int, hint: str) -> None:
    """Batches of one row reach up to this character, but for what is no window any more."""
    __tracebackhide__ = True
    end = int(read(got, n).max()) + num_steps + 1
    least, returned = characters - num_steps + 1, f"batches up to character {end}"
    ok = least <= end <= characters
    assert_that(ok, got, returned, f"batches up to one from {least} to {characters}", hint)
