"""Machine translation: from lines of sentence pairs to batches of token indices."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset


def preprocess_nmt(text: str) -> str:
    """Make a text ready to be split into tokens at its blanks."""
    text = text.replace("\u202f", " ").replace("\u00a0", " ").lower()
    out = []
    for i, char in enumerate(text):
        if i > 0 and char in ",.!?" and text[i - 1] != " ":
            out.append(" ")
        out.append(char)
    return "".join(out)


def tokenize_nmt(
    text: str, num_examples: int | None = None
) -> tuple[list[list[str]], list[list[str]]]:
    """Split lines of sentence pairs into the tokens of each sentence."""
    source, target = [], []
    for line in text.split("\n")[:num_examples]:  # [:None] takes all lines
        parts = line.split("\t")
        if len(parts) == 2:
            source.append(parts[0].split(" "))
            target.append(parts[1].split(" "))
    return source, target


def truncate_pad(line: list, num_steps: int, padding_token: Any) -> list:
    """Cut a line off behind num_steps elements, or fill it up behind its last one."""
    if len(line) > num_steps:
        return line[:num_steps]
    return line + [padding_token] * (num_steps - len(line))


def build_array_nmt(lines: list[list[str]], vocab: Any, num_steps: int) -> tuple[Tensor, Tensor]:
    """Turn sentences into rows of indices, all of one length."""
    rows = [vocab[[*line, "<eos>"]] for line in lines]
    array = torch.tensor([truncate_pad(row, num_steps, vocab["<pad>"]) for row in rows])
    valid_len = (array != vocab["<pad>"]).sum(1)  # (n, num_steps) -> (n,)
    return array, valid_len


def load_data_nmt(
    path: str | Path, batch_size: int, num_steps: int, num_examples: int = 600
) -> tuple[DataLoader, Any, Any]:
    """Load sentence pairs as batches to train on, and the vocabularies of both languages."""
    from ch31_text_preprocessing import Vocab

    text = preprocess_nmt(Path(path).read_text(encoding="utf-8"))
    arrays, vocabs = [], []
    for lines in tokenize_nmt(text, num_examples):
        vocab = Vocab(lines, min_freq=2, reserved_tokens=["<pad>", "<bos>", "<eos>"])
        arrays += build_array_nmt(lines, vocab, num_steps)
        vocabs.append(vocab)
    # Rows of one index stay together, so a sentence keeps its translation.
    data_iter = DataLoader(TensorDataset(*arrays), batch_size, shuffle=True)
    return data_iter, *vocabs
