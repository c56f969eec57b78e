"""Beam search: find a likely sequence without looking at all of them.

Source: notes 31 (Beam search).
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor

Step = Callable[[tuple[int, ...]], Tensor]


def greedy_search(
    step: Step, bos: int, eos: int, max_len: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Build a sequence from the token that is most probable at every step.

    The sequence is complete when it ends with eos or has max_len tokens.

    Args:
        step: the model. It takes a prefix, a tuple of ints that begins with bos, and gives the
            log-probabilities of the next token: a floating point tensor of shape (v,) whose entry
            i is that of token i. A token that cannot come next has -inf; there is always one that
            can. step answers for every such tuple, also for one that holds eos.
        bos: the token before the first one, not eos. It need not be one of the v tokens; if it is,
            step gives it -inf.
        eos: one of the v tokens; it ends a sequence.
        max_len: the largest number of tokens, at least 1.
        alpha: the power of the length in the score, at least 0.

    Returns:
        (tokens, score). tokens: tuple (a list will do) of ints, the tokens after bos, with eos if
        it was reached. score: float, the sum of the log-probabilities of these tokens divided by
        length^alpha, where length is their number (eos counts, bos does not). If several tokens
        are most probable, any of them may be taken.

    >>> model = torch.tensor([[0.5, 0.1, 0.4], [0.1, 0.1, 0.8], [0.2, 0.2, 0.6], [0.3, 0.6, 0.1]])
    >>> tokens, score = greedy_search(lambda prefix: model[prefix[-1]].log(), 3, 2, max_len=5)
    >>> tokens, round(score, 4)  # log(0.6 * 0.8) / 2^0.75
    ((1, 2), -0.4364)
    """
    raise NotImplementedError("TODO greedy_search")


def exhaustive_search(
    step: Step, bos: int, eos: int, max_len: int, vocab_size: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Find the sequence with the best score of all.

    All are the sequences that end with their first eos after at most max_len tokens, and those of
    max_len tokens without eos.

    Args:
        step, bos, eos, max_len, alpha: as in greedy_search.
        vocab_size: v, the number of tokens: they are 0, 1, ..., v - 1.

    Returns:
        (tokens, score) as in greedy_search, of the sequence whose score is largest; any of those if
        there are several.

    >>> model = torch.tensor([[0.4, 0.3, 0.3], [0.05, 0.05, 0.9], [0.2, 0.2, 0.6], [0.5, 0.3, 0.2]])
    >>> tokens, score = exhaustive_search(lambda prefix: model[prefix[-1]].log(), 3, 2, 2, 3)
    >>> tokens, round(score, 4)  # 0.3 * 0.9 = 0.27; the greedy tokens (0, 0) have 0.5 * 0.4 = 0.2
    ((1, 2), -0.7785)
    """
    raise NotImplementedError("TODO exhaustive_search")


def beam_search(
    step: Step, bos: int, eos: int, max_len: int, beam_size: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Find a sequence with a good score, with several prefixes kept at every length.

    At each length, from one token to max_len, all prefixes kept so far are extended by every token,
    and of these extensions the beam_size best are chosen: those with the largest sums of
    log-probabilities. A chosen one that ends with eos is finished. It is set aside: it is never
    extended and takes no place at later lengths. The others are the prefixes kept, and if none is
    left, the search is over. So a beam of size 1 is a greedy search.

    Two variants count as right, too: that the next best unfinished extensions fill the places of
    finished ones; that also finished ones which are not among the best are set aside.

    Args:
        step, bos, eos, max_len, alpha: as in greedy_search.
        beam_size: at least 1; may exceed the number of extensions, then all of them are chosen.

    Returns:
        (tokens, score) as in greedy_search, of the sequence whose score is largest among those set
        aside and those of max_len tokens that are kept at the end; any of those if there are
        several. Only this last comparison uses alpha.

    >>> model = torch.tensor([[0.4, 0.3, 0.3], [0.05, 0.05, 0.9], [0.2, 0.2, 0.6], [0.5, 0.3, 0.2]])
    >>> tokens, score = beam_search(lambda prefix: model[prefix[-1]].log(), 3, 2, 2, beam_size=2)
    >>> tokens, round(score, 4)
    ((1, 2), -0.7785)
    """
    raise NotImplementedError("TODO beam_search")
