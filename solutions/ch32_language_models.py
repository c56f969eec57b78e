"""Language models: count n-grams, and cut a long text into batches to learn from."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor


def ngrams(corpus: list, n: int) -> list[tuple]:
    """List every run of n tokens that follow one another."""
    return [tuple(corpus[i : i + n]) for i in range(len(corpus) - n + 1)]


def ngram_probability(corpus: list, context: tuple, token: Any, alpha: float = 0.0) -> float:
    """Estimate how probable it is that `token` follows `context`."""
    runs = ngrams(corpus, len(context) + 1)
    followers = Counter(run[-1] for run in runs if run[:-1] == context)
    total = followers.total() + alpha * len(set(corpus))
    if total == 0:
        raise ValueError(f"{context} never occurs with a token behind it")
    return (followers[token] + alpha) / total


def seq_data_iter_random(
    corpus: list[int], batch_size: int, num_steps: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut a corpus into windows of num_steps tokens and hand them out in random order."""
    _check_length(corpus, num_steps)
    offset = random.randint(0, num_steps - 1)  # both ends included
    # The last window ends before the last token, which is the last one of Y.
    starts = list(range(offset, len(corpus) - num_steps, num_steps))
    random.shuffle(starts)
    for i in range(0, len(starts) - batch_size + 1, batch_size):
        batch = starts[i : i + batch_size]
        X = torch.tensor([corpus[j : j + num_steps] for j in batch])  # (batch_size, num_steps)
        Y = torch.tensor([corpus[j + 1 : j + 1 + num_steps] for j in batch])
        yield X, Y


def seq_data_iter_sequential(
    corpus: list[int], batch_size: int, num_steps: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut a corpus into batches, each of which goes on where the one before has ended."""
    _check_length(corpus, num_steps)
    offset = random.randint(0, num_steps - 1)
    num_batches = (len(corpus) - 1 - offset) // (batch_size * num_steps)
    num_tokens = num_batches * batch_size * num_steps
    Xs = torch.tensor(corpus[offset : offset + num_tokens])
    Ys = torch.tensor(corpus[offset + 1 : offset + 1 + num_tokens])
    # Each row is one long part of the corpus: (batch_size, num_batches * num_steps).
    Xs, Ys = (T.reshape(batch_size, num_batches * num_steps) for T in (Xs, Ys))
    for i in range(0, num_batches * num_steps, num_steps):
        yield Xs[:, i : i + num_steps], Ys[:, i : i + num_steps]


def _check_length(corpus: list[int], num_steps: int) -> None:
    """Refuse a corpus that holds no window together with the token behind it."""
    if len(corpus) <= num_steps:
        raise ValueError(f"a corpus of {len(corpus)} tokens is too short for {num_steps} steps")


class SeqDataLoader:
    """Batches of a corpus for as many epochs as wanted."""

    def __init__(
        self, corpus: list[int], batch_size: int, num_steps: int, use_random_iter: bool
    ) -> None:
        self.corpus, self.batch_size, self.num_steps = corpus, batch_size, num_steps
        self.data_iter = seq_data_iter_random if use_random_iter else seq_data_iter_sequential

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        return self.data_iter(self.corpus, self.batch_size, self.num_steps)


def load_data_time_machine(
    path: str | Path,
    batch_size: int,
    num_steps: int,
    use_random_iter: bool = False,
    max_tokens: int = 10000,
) -> tuple[SeqDataLoader, Any]:
    """Load the characters of a text file as batches, and give their vocabulary with them."""
    from ch31_text_preprocessing import load_corpus_time_machine

    corpus, vocab = load_corpus_time_machine(path, max_tokens)
    return SeqDataLoader(corpus, batch_size, num_steps, use_random_iter), vocab
