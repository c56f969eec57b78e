"""Attention: average values with weights that say how well their keys answer a query."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def average_pooling(x_train: Tensor, y_train: Tensor, x: Tensor) -> Tensor:
    """Predict the mean of y_train, whatever is asked."""
    return y_train.mean().repeat(len(x))


def nadaraya_watson(x_train: Tensor, y_train: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
    """Predict weighted means of y_train, in which near training inputs weigh most."""
    distances = x[:, None] - x_train[None, :]  # (m, n)
    weights = F.softmax(-(distances**2) / 2, dim=1)  # exp and the division by the sum in one
    return weights @ y_train, weights


class NWKernelRegression(nn.Module):
    """Kernel regression whose kernel has a learned width."""

    def __init__(self) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.tensor(1.0))

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        distances = (queries[:, None] - keys) * self.w  # (m, n)
        self.attention_weights = F.softmax(-(distances**2) / 2, dim=1)
        return (self.attention_weights * values).sum(dim=1)


def masked_softmax(X: Tensor, valid_lens: Tensor | None) -> Tensor:
    """Softmax over the last axis in which only the first entries take part."""
    if valid_lens is None:
        return F.softmax(X, dim=-1)
    if valid_lens.dim() == 1:
        valid_lens = valid_lens[:, None]  # one length for all rows of a batch element
    position = torch.arange(X.shape[-1], device=X.device)
    mask = position >= valid_lens[:, :, None]  # (b, q, k) or (b, 1, k)
    return F.softmax(X.masked_fill(mask, -1e6), dim=-1)  # not -inf: NaN where all are masked


class AdditiveAttention(nn.Module):
    """Attention whose scores come from a small perceptron."""

    def __init__(self, key_size: int, query_size: int, num_hiddens: int, dropout: float) -> None:
        super().__init__()
        self.W_k = nn.Linear(key_size, num_hiddens, bias=False)
        self.W_q = nn.Linear(query_size, num_hiddens, bias=False)
        self.w_v = nn.Linear(num_hiddens, 1, bias=False)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None
    ) -> Tensor:
        hidden = self.W_q(queries)[:, :, None] + self.W_k(keys)[:, None]  # (b, q, k, num_hiddens)
        scores = self.w_v(torch.tanh(hidden)).squeeze(-1)  # (b, q, k)
        self.attention_weights = masked_softmax(scores, valid_lens)
        return torch.bmm(self.dropout(self.attention_weights), values)


class DotProductAttention(nn.Module):
    """Attention whose score of a key for a query is their dot product, divided by sqrt(d)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None
    ) -> Tensor:
        scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(queries.shape[-1])
        self.attention_weights = masked_softmax(scores, valid_lens)
        return torch.bmm(self.dropout(self.attention_weights), values)
