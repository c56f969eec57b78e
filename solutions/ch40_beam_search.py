"""Beam search: find a likely sequence without looking at all of them."""

import math
from collections.abc import Callable

import torch
from torch import Tensor

Step = Callable[[tuple[int, ...]], Tensor]


def greedy_search(
    step: Step, bos: int, eos: int, max_len: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Build a sequence from the token that is most probable at every step."""
    prefix, total = (bos,), 0.0
    for _ in range(max_len):
        log_probs = step(prefix)
        token = int(torch.argmax(log_probs))
        prefix, total = (*prefix, token), total + float(log_probs[token])
        if token == eos:
            break
    tokens = prefix[1:]
    return tokens, total / len(tokens) ** alpha


def exhaustive_search(
    step: Step, bos: int, eos: int, max_len: int, vocab_size: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Find the sequence with the best score of all."""
    prefixes, complete = [((bos,), 0.0)], []
    for length in range(1, max_len + 1):
        longer = []
        for prefix, total in prefixes:
            log_probs = step(prefix).tolist()
            for token in range(vocab_size):
                if log_probs[token] == -math.inf:
                    continue  # it cannot come next
                extension = (*prefix, token), total + log_probs[token]
                done = token == eos or length == max_len
                (complete if done else longer).append(extension)
        prefixes = longer
    found = [(prefix[1:], total / (len(prefix) - 1) ** alpha) for prefix, total in complete]
    return max(found, key=lambda sequence: sequence[1])


def beam_search(
    step: Step, bos: int, eos: int, max_len: int, beam_size: int, alpha: float = 0.75
) -> tuple[tuple[int, ...], float]:
    """Find a sequence with a good score, with several prefixes kept at every length."""
    beam, finished = [((bos,), 0.0)], []
    for _ in range(max_len):
        extensions = [
            ((*prefix, token), total + log_prob)
            for prefix, total in beam
            for token, log_prob in enumerate(step(prefix).tolist())
        ]
        extensions.sort(key=lambda extension: extension[1], reverse=True)
        best = extensions[:beam_size]
        finished += [one for one in best if one[0][-1] == eos]
        beam = [one for one in best if one[0][-1] != eos]
    found = [(prefix[1:], total / (len(prefix) - 1) ** alpha) for prefix, total in finished + beam]
    return max(found, key=lambda sequence: sequence[1])
