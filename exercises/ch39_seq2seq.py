"""Sequence to sequence: translate with two recurrent networks, and score what comes out.

Source: notes 30 (Sequence to sequence learning).
"""

import collections
import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def sequence_mask(X: Tensor, valid_len: Tensor, value: float = 0) -> Tensor:
    """Overwrite the padding of every sequence with `value`.

    Of sequence i the first valid_len[i] steps are valid; the steps behind them are padding.

    Args:
        X: shape (b, t, ...), steps along axis 1. It may be changed or not: callers that still
            need it hand in a copy.
        valid_len: shape (b,), integers from 0 to t. Not modified.
        value: a number that the dtype of X can hold.

    Returns:
        Tensor with the shape, dtype and device of X: X in the valid steps, `value` in every
        element of the padding. Differentiable in X.

    >>> sequence_mask(torch.tensor([[1, 2, 3], [4, 5, 6]]), torch.tensor([1, 2]))
    tensor([[1, 0, 0],
            [4, 5, 0]])
    """
    raise NotImplementedError("TODO sequence_mask")


class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
    """Softmax cross-entropy of sequences, in which padding counts as 0.

    The loss of a sequence is the mean over all t steps, the padding included: a sequence with
    half of its steps valid has half of the loss that the same steps would have without padding.

    >>> loss = MaskedSoftmaxCELoss()
    >>> label = torch.ones((3, 4), dtype=torch.long)
    >>> loss(torch.ones(3, 4, 10), label, torch.tensor([4, 2, 0]))
    tensor([2.3026, 1.1513, 0.0000])
    """

    def forward(self, pred: Tensor, label: Tensor, valid_len: Tensor) -> Tensor:
        """Give the loss of every sequence.

        Args:
            pred: shape (b, t, v), the scores of v tokens at every step, before softmax. Not
                modified.
            label: shape (b, t), int64, the right tokens. Not modified.
            valid_len: shape (b,), integers from 0 to t. Not modified.

        Returns:
            float32 tensor of shape (b,) on the device of pred, differentiable in pred. What
            stands in the padding of pred and label makes no difference.
        """
        raise NotImplementedError("TODO MaskedSoftmaxCELoss.forward")


def bleu(pred_seq: str, label_seq: str, k: int) -> float:
    """Score a predicted sequence against the right one with n-grams of 1 to k tokens.

    BLEU = exp(min(0, 1 - len_label / len_pred)) * p_1^(1/2) * p_2^(1/4) * ... * p_k^(1/2^k)

    The lengths are numbers of tokens. p_n is the share of the n-grams (n tokens in a row) of the
    prediction that are found in the label, where one n-gram of the label serves for one of the
    prediction only. Where the prediction has no n-gram of n tokens, p_n is 0.

    Args:
        pred_seq: the predicted tokens with single spaces between them; may be empty.
        label_seq: the right tokens, at least one, with single spaces between them.
        k: length of the longest n-grams, at least 1.

    Returns:
        float from 0 to 1; 0.0 for an empty prediction.

    >>> round(bleu("A B B C D", "A B C D E F", k=2), 6)  # p_1 = 4/5, p_2 = 3/4
    0.681477
    """
    raise NotImplementedError("TODO bleu")
