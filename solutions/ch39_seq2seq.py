"""Sequence to sequence: translate with two recurrent networks, and score what comes out."""

import collections
import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def sequence_mask(X: Tensor, valid_len: Tensor, value: float = 0) -> Tensor:
    """Overwrite the padding of every sequence with `value`."""
    steps = torch.arange(X.shape[1], device=X.device)
    padding = steps >= valid_len[:, None]  # (b, t)
    padding = padding.reshape(padding.shape + (1,) * (X.dim() - 2))  # (b, t, 1, ...)
    return X.masked_fill(padding, value)


class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
    """Softmax cross-entropy of sequences, in which padding counts as 0."""

    def forward(self, pred: Tensor, label: Tensor, valid_len: Tensor) -> Tensor:
        # cross_entropy wants the classes on axis 1.
        losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")  # (b, t)
        return sequence_mask(losses, valid_len).mean(dim=1)  # (b,)


def bleu(pred_seq: str, label_seq: str, k: int) -> float:
    """Score a predicted sequence against the right one with n-grams of 1 to k tokens."""
    pred, label = pred_seq.split(), label_seq.split()
    if len(pred) < k:
        return 0.0  # no n-gram of k tokens, so one factor is 0
    score = math.exp(min(0, 1 - len(label) / len(pred)))
    for n in range(1, k + 1):
        ours, right = (
            collections.Counter(tuple(seq[i : i + n]) for i in range(len(seq) - n + 1))
            for seq in (pred, label)
        )
        matches = (ours & right).total()  # & takes the smaller count: no match is used twice
        score *= (matches / ours.total()) ** (1 / 2**n)
    return score
