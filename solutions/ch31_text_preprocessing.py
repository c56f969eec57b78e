"""Text preprocessing: from a text file to lines, tokens and the numbers of a vocabulary."""

import collections
import re
from pathlib import Path


def read_time_machine(path: str | Path) -> list[str]:
    """Read a text file into cleaned lines."""
    with open(path, encoding="utf-8") as file:
        # Strip last: a sign at the end of a line has just become a space.
        return [re.sub("[^A-Za-z]+", " ", line).strip().lower() for line in file]


def tokenize(lines: list[str], token: str = "word") -> list[list[str]]:
    """Split every line into tokens."""
    if token == "word":
        return [line.split() for line in lines]
    if token == "char":
        return [list(line) for line in lines]
    raise ValueError(f"token must be 'word' or 'char', not {token!r}")


def count_corpus(tokens: list) -> collections.Counter:
    """Count how often every token occurs."""
    if tokens and isinstance(tokens[0], list):  # a tuple would be a token
        tokens = [token for line in tokens for token in line]
    return collections.Counter(tokens)


class Vocab:
    """Vocabulary: an index for every token, and the token of every index."""

    def __init__(
        self,
        tokens: list | None = None,
        min_freq: int = 0,
        reserved_tokens: list[str] | None = None,
    ) -> None:
        self.unk = 0
        self.token_freqs = count_corpus(tokens or []).most_common()
        self.idx_to_token = ["<unk>", *(reserved_tokens or [])]
        special = set(self.idx_to_token)  # these may occur in the corpus too
        for token, freq in self.token_freqs:
            if freq >= min_freq and token not in special:
                self.idx_to_token.append(token)
        self.token_to_idx = {token: idx for idx, token in enumerate(self.idx_to_token)}

    def __len__(self) -> int:
        return len(self.idx_to_token)

    def __getitem__(self, tokens: str | list) -> int | list:
        if isinstance(tokens, list):
            return [self[token] for token in tokens]
        return self.token_to_idx.get(tokens, self.unk)

    def to_tokens(self, indices: int | list[int]) -> str | list[str]:
        if isinstance(indices, list):
            return [self.idx_to_token[idx] for idx in indices]
        return self.idx_to_token[indices]


def load_corpus_time_machine(path: str | Path, max_tokens: int = -1) -> tuple[list[int], Vocab]:
    """Turn a text file into character indices, and give the vocabulary with them."""
    lines = tokenize(read_time_machine(path), "char")
    vocab = Vocab(lines)  # of the whole text, before anything is cut
    corpus = [vocab[char] for line in lines for char in line]
    if max_tokens > 0:
        corpus = corpus[:max_tokens]
    return corpus, vocab
