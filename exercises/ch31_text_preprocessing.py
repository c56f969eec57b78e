"""Text preprocessing: from a text file to lines, tokens and the numbers of a vocabulary.

Source: notes 20 (Text preprocessing).
"""

import collections
import re
from pathlib import Path


def read_time_machine(path: str | Path) -> list[str]:
    """Read a text file into cleaned lines.

    Only the letters a-z and A-Z count as letters. Every run of other characters (digits, signs,
    underscores, accented letters, blanks) becomes one space; then the line has no blanks at its
    ends and no capitals.

    Args:
        path: a text file in UTF-8.

    Returns:
        One string for each line of the file, also for lines without a letter, which become "".
        A newline at the end of the file begins no further line.

    >>> text = "The Time Machine, by H. G. Wells [1898]\\n\\n"
    >>> size = Path("example.txt").write_text(text)
    >>> read_time_machine("example.txt")
    ['the time machine by h g wells', '']
    """
    raise NotImplementedError("TODO read_time_machine")


def tokenize(lines: list[str], token: str = "word") -> list[list[str]]:
    """Split every line into tokens.

    Args:
        lines: strings. Not modified.
        token: "word" for the pieces between blanks, however many blanks there are;
            "char" for the single characters, blanks included.

    Returns:
        One list of tokens for each line; that of an empty line is [].

    Raises:
        ValueError: token is anything else.

    >>> tokenize(["the time machine by h g wells"])
    [['the', 'time', 'machine', 'by', 'h', 'g', 'wells']]
    """
    raise NotImplementedError("TODO tokenize")


def count_corpus(tokens: list) -> collections.Counter:
    """Count how often every token occurs.

    Args:
        tokens: a list of tokens, or a list of lists of tokens. A token is a string or a tuple of
            strings (a pair of neighbours, for example). Not modified.

    Returns:
        Counter of the tokens of all lines together.

    >>> line = "twinkled and his usually pale face was flushed and animated the"
    >>> count_corpus([line.split(), ["the", "grey", "eyes", "shone", "and"]])["and"]
    3
    """
    raise NotImplementedError("TODO count_corpus")


class Vocab:
    """Vocabulary: an index for every token, and the token of every index.

    Index 0 is `<unk>`, which stands for all unknown tokens. Then come the reserved tokens in the
    given order, then the tokens of the corpus from the most to the least frequent; equally
    frequent ones stand in any order. No token stands twice, even if the corpus holds `<unk>` or a
    reserved token. One vocabulary shares nothing with another.

    To be read as attributes:
        idx_to_token: idx_to_token[i] is the token of index i.
        token_to_idx: token_to_idx[token] is the index of a token of the vocabulary.
        token_freqs: list of tuples (token, count in the corpus), from high to low counts, also of
            tokens that are rarer than min_freq.
        unk: the index of `<unk>`, 0.

    Args:
        tokens: the corpus, as in count_corpus; None is an empty one. Not modified.
        min_freq: tokens of the corpus that occur less often get no index.
        reserved_tokens: list of different tokens without `<unk>`, which get an index however rare
            they are; None is an empty list. Not modified.

    >>> line = "twinkled and his usually pale face was flushed and animated the"
    >>> vocab = Vocab(line.split(), reserved_tokens=["<pad>"])
    >>> len(vocab), vocab["and"], vocab[["<pad>", "and", "machine"]], vocab.to_tokens(2)
    (12, 2, [1, 2, 0], 'and')
    """

    def __init__(
        self,
        tokens: list | None = None,
        min_freq: int = 0,
        reserved_tokens: list[str] | None = None,
    ) -> None:
        raise NotImplementedError("TODO Vocab.__init__")

    def __len__(self) -> int:
        """Count the tokens that have an index, `<unk>` included."""
        raise NotImplementedError("TODO Vocab.__len__")

    def __getitem__(self, tokens: str | list) -> int | list:
        """Give the index of a token, or the list of indices of a list; lists may hold lists.

        An unknown token has the index of `<unk>`, and stays unknown.
        """
        raise NotImplementedError("TODO Vocab.__getitem__")

    def to_tokens(self, indices: int | list[int]) -> str | list[str]:
        """Give the token of an index, or the list of tokens of a list of indices."""
        raise NotImplementedError("TODO Vocab.to_tokens")


def load_corpus_time_machine(path: str | Path, max_tokens: int = -1) -> tuple[list[int], Vocab]:
    """Turn a text file into character indices, and give the vocabulary with them.

    The lines are cleaned as by read_time_machine and stand one behind the other, with nothing in
    between.

    Args:
        path: a text file in UTF-8.
        max_tokens: how many characters of the corpus to return at most, 1 or more; -1 for all.

    Returns:
        Tuple (corpus, vocab): the list of the indices of the characters in the order of the text,
        and the Vocab of all characters of the file, also when the corpus is cut short.

    >>> size = Path("example.txt").write_text("A tea!\\nTeatime.")
    >>> corpus, vocab = load_corpus_time_machine("example.txt", max_tokens=5)
    >>> vocab.to_tokens(corpus), len(vocab)
    (['a', ' ', 't', 'e', 'a'], 7)
    """
    raise NotImplementedError("TODO load_corpus_time_machine")
