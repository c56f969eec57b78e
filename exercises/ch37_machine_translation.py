"""Machine translation: from lines of sentence pairs to batches of token indices.

Source: notes 28 (Machine translation and the data set).
"""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset


def preprocess_nmt(text: str) -> str:
    """Make a text ready to be split into tokens at its blanks.

    Each no-break space (U+00A0) and each narrow no-break space (U+202F) becomes a blank, and
    capitals become small letters. Then a mark, one of , . ! ? stands apart from what comes before
    it: where the character before a mark is not a blank, one blank is put between them. That holds
    for every mark, also for repeated marks and inside numbers. (Right behind a tab or a line end
    this blank may be there or not.) Nothing is put before the first character of the text.
    Everything else stays as it is: tabs, line ends, other signs, several blanks in a row.

    Args:
        text: any text, also an empty one.

    Returns:
        The new text.

    >>> preprocess_nmt("Go.\\tVa\\u202f!")
    'go .\\tva !'
    """
    raise NotImplementedError("TODO preprocess_nmt")


def tokenize_nmt(
    text: str, num_examples: int | None = None
) -> tuple[list[list[str]], list[list[str]]]:
    """Split lines of sentence pairs into the tokens of each sentence.

    A line holds a sentence, a tab and its translation; "\\n" ends a line. A line that does not
    have exactly one tab gives no pair, but counts as one of the first lines. Tokens are the pieces
    between single blanks: two blanks in a row have an empty token between them, and an empty
    sentence is one empty token.

    Args:
        text: what preprocess_nmt gives.
        num_examples: how many lines, from the first one, to read at most, 1 or more; None for all.

    Returns:
        Tuple (source, target) of lists, with one list of tokens for each pair: source[i] is the
        sentence before the tab, target[i] the translation behind it.

    >>> tokenize_nmt("go .\\tva !\\nhi .\\tsalut !\\nrun !\\tcours !", num_examples=2)
    ([['go', '.'], ['hi', '.']], [['va', '!'], ['salut', '!']])
    """
    raise NotImplementedError("TODO tokenize_nmt")


def truncate_pad(line: list, num_steps: int, padding_token: Any) -> list:
    """Cut a line off behind num_steps elements, or fill it up behind its last one.

    Args:
        line: list of tokens or indices, of any length. Not modified.
        num_steps: the length of the result, 1 or more.
        padding_token: what fills a line that is too short.

    Returns:
        List of num_steps elements: the line, cut or filled up.

    >>> truncate_pad([47, 4], 10, 1), truncate_pad([47, 4, 9], 2, 1)
    ([47, 4, 1, 1, 1, 1, 1, 1, 1, 1], [47, 4])
    """
    raise NotImplementedError("TODO truncate_pad")


def build_array_nmt(lines: list[list[str]], vocab: Any, num_steps: int) -> tuple[Tensor, Tensor]:
    """Turn sentences into rows of indices, all of one length.

    `<eos>` is appended to each sentence; then the row is cut to num_steps or filled up with
    `<pad>`. (A sentence of num_steps tokens or more so loses its `<eos>`.)

    Args:
        lines: n lists of tokens, n at least 1; no token is `<pad>`. A list may be empty. Not
            modified.
        vocab: a Vocab of chapter 31, or what can be indexed as one: by a token, or by a list of
            tokens. It knows `<eos>` and `<pad>`, which may have any indices; unknown tokens have
            the index of `<unk>`.
        num_steps: the length of a row, 1 or more.

    Returns:
        Tuple (array, valid_len) of tensors: array of shape (n, num_steps), int64, the indices;
        valid_len of shape (n,), whole numbers of an integer dtype, how many of each row are no
        padding. `<unk>` and `<eos>` are no padding.

    >>> from ch31_text_preprocessing import Vocab
    >>> vocab = Vocab(["go", "go", ".", "."], reserved_tokens=["<pad>", "<bos>", "<eos>"])
    >>> array, valid_len = build_array_nmt([["go", "."], ["so", "go", "now", "."]], vocab, 4)
    >>> vocab.to_tokens(array[0].tolist()), vocab.to_tokens(array[1].tolist())
    (['go', '.', '<eos>', '<pad>'], ['<unk>', 'go', '<unk>', '.'])
    >>> array.dtype, valid_len.tolist()
    (torch.int64, [3, 4])
    """
    raise NotImplementedError("TODO build_array_nmt")


def load_data_nmt(
    path: str | Path, batch_size: int, num_steps: int, num_examples: int = 600
) -> tuple[DataLoader, Any, Any]:
    """Load sentence pairs as batches to train on, and the vocabularies of both languages.

    It needs Vocab of your own chapter 31, imported below. The text is preprocessed and split into
    tokens as by the functions above.

    Args:
        path: a text file in UTF-8, each line a sentence, a tab and its translation.
        batch_size: pairs in a batch; only the last batch of a pass may have fewer.
        num_steps: tokens in a row of X and of Y.
        num_examples: how many lines of the file to use at most.

    Returns:
        Tuple (data_iter, src_vocab, tgt_vocab).
        data_iter: a DataLoader, or what can be looped over again and again and has a len(), the
            number of batches. A pass gives every pair once, in another random order at each pass.
            A batch is (X, X_valid_len, Y, Y_valid_len): the arrays and the valid lengths of b
            sentences and of their translations, as build_array_nmt gives them.
        src_vocab, tgt_vocab: a Vocab of the sentences and one of the translations, made of the
            lines that are used: of the tokens that stand there at least twice, with `<pad>`,
            `<bos>` and `<eos>` as reserved tokens.

    >>> text = "Go.\\tVa\\u202f!\\nGo now.\\tVa maintenant.\\nHi.\\tSalut\\u202f!\\n"
    >>> size = Path("pairs.txt").write_text(text, encoding="utf-8")
    >>> train_iter, src_vocab, tgt_vocab = load_data_nmt("pairs.txt", batch_size=2, num_steps=8)
    >>> [tuple(part.shape) for part in next(iter(train_iter))]
    [(2, 8), (2,), (2, 8), (2,)]
    >>> len(train_iter), len(src_vocab), len(tgt_vocab)
    (2, 6, 6)
    """
    from ch31_text_preprocessing import Vocab

    raise NotImplementedError("TODO load_data_nmt")
