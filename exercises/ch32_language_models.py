"""Language models: count n-grams, and cut a long text into batches to learn from.

Source: notes 21 (Language models).
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor


def ngrams(corpus: list, n: int) -> list[tuple]:
    """List every run of n tokens that follow one another.

    Args:
        corpus: list of tokens (strings or ints). Not modified.
        n: tokens in a run, 1 or more.

    Returns:
        List of n-tuples in the order of the corpus, one for each place where a run begins; also for
        n = 1. Empty when the corpus has fewer than n tokens.

    >>> ngrams(["the", "time", "machine", "by"], 2)
    [('the', 'time'), ('time', 'machine'), ('machine', 'by')]
    """
    raise NotImplementedError("TODO ngrams")


def ngram_probability(corpus: list, context: tuple, token: Any, alpha: float = 0.0) -> float:
    """Estimate how probable it is that `token` follows `context`.

    It is n(context, token) / n(context), where n(context, token) counts the places at which token
    stands right behind context, and n(context) those of the context (whether one at the very end of
    the corpus, with no token behind it, counts is free). Smoothing adds alpha to the count of every
    distinct token of the corpus; the probabilities of all of them still sum to 1.

    Args:
        corpus: list of tokens (strings or ints), at least one. Not modified.
        context: tuple of tokens; the empty tuple stands before every token of the corpus.
        token: the token that follows; one of the corpus if alpha is not 0.
        alpha: what smoothing adds, 0 or more.

    Returns:
        The probability, a number from 0 to 1.

    Raises:
        ValueError: alpha is 0 and context never occurs.

    >>> corpus = "a b b a b c a b".split()
    >>> round(ngram_probability(corpus, ("a",), "b"), 4), ngram_probability(corpus, (), "a")
    (1.0, 0.375)
    >>> round(ngram_probability(corpus, ("a",), "c", alpha=1.0), 4)
    0.1667
    """
    raise NotImplementedError("TODO ngram_probability")


def seq_data_iter_random(
    corpus: list[int], batch_size: int, num_steps: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut a corpus into windows of num_steps tokens and hand them out in random order.

    At every call an offset is drawn, each of 0, 1, ..., num_steps - 1 equally likely. From this
    place on the corpus is cut into windows, one right behind the other. They are handed out in
    random order, each at most once, batch_size of them at a time.

    Args:
        corpus: indices of tokens. Not modified.
        batch_size: windows in a batch, 1 or more.
        num_steps: tokens in a window, 1 or more.

    Returns:
        Generator of tuples (X, Y) of int64 tensors of shape (batch_size, num_steps): each row of X
        is a window, and the same row of Y holds the next token of the corpus for each of them.
        There are (len(corpus) - 1 - offset) // (batch_size * num_steps) of them: every full batch
        that fits, and no short one. Some windows may be left over.

    Raises:
        ValueError: the corpus has no more than num_steps tokens: a window and the token behind it
            never fit. Raised at the call, or when the first batch is asked for.

    >>> for X, Y in seq_data_iter_random(list(range(35)), batch_size=2, num_steps=5):
    ...     print(X.shape, torch.equal(Y, X + 1))
    torch.Size([2, 5]) True
    torch.Size([2, 5]) True
    torch.Size([2, 5]) True
    """
    raise NotImplementedError("TODO seq_data_iter_random")


def seq_data_iter_sequential(
    corpus: list[int], batch_size: int, num_steps: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut a corpus into batches, each of which goes on where the one before has ended.

    At every call an offset is drawn, each of 0, 1, ..., num_steps - 1 equally likely. The corpus is
    used from this place on. Row i of a batch of X is continued by row i of the next batch, without
    a gap, so that a state can be carried over. No token stands in X twice.

    Args, Returns and Raises are those of seq_data_iter_random, the number of batches too; the rows
    of one batch are windows from different parts of the corpus.

    >>> before = None
    >>> for X, Y in seq_data_iter_sequential(list(range(35)), batch_size=2, num_steps=5):
    ...     print(torch.equal(Y, X + 1), before is None or torch.equal(X, before + 5))
    ...     before = X
    True True
    True True
    True True
    """
    raise NotImplementedError("TODO seq_data_iter_sequential")


class SeqDataLoader:
    """Batches of a corpus for as many epochs as wanted.

    Every `for X, Y in loader` runs through new batches, with an offset of its own: those of
    seq_data_iter_random or of seq_data_iter_sequential.

    Args:
        corpus: indices of tokens. Not modified.
        batch_size, num_steps: as for seq_data_iter_random.
        use_random_iter: True for seq_data_iter_random, False for seq_data_iter_sequential.

    >>> loader = SeqDataLoader(list(range(35)), batch_size=2, num_steps=5, use_random_iter=False)
    >>> [sum(1 for batch in loader) for epoch in range(4)]
    [3, 3, 3, 3]
    """

    def __init__(
        self, corpus: list[int], batch_size: int, num_steps: int, use_random_iter: bool
    ) -> None:
        raise NotImplementedError("TODO SeqDataLoader.__init__")

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Begin a new pass over the batches."""
        raise NotImplementedError("TODO SeqDataLoader.__iter__")


def load_data_time_machine(
    path: str | Path,
    batch_size: int,
    num_steps: int,
    use_random_iter: bool = False,
    max_tokens: int = 10000,
) -> tuple[SeqDataLoader, Any]:
    """Load the characters of a text file as batches, and give their vocabulary with them.

    It needs load_corpus_time_machine and Vocab of your own chapter 31, imported below.

    Args:
        path: a text file in UTF-8.
        batch_size, num_steps, use_random_iter: as for SeqDataLoader.
        max_tokens: how many characters to use at most; -1 for all.

    Returns:
        Tuple (loader, vocab): the SeqDataLoader of the first max_tokens characters of the cleaned
        text, and the Vocab of all of its characters.

    >>> size = Path("example.txt").write_text("The Time Machine, by H. G. Wells")
    >>> loader, vocab = load_data_time_machine("example.txt", batch_size=2, num_steps=5)
    >>> X, Y = next(iter(loader))
    >>> X.shape, len(vocab)
    (torch.Size([2, 5]), 16)
    """
    from ch31_text_preprocessing import load_corpus_time_machine

    raise NotImplementedError("TODO load_data_time_machine")
