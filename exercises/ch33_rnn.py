"""Recurrent neural networks: a character model from scratch and with nn.RNN.

Source: notes 22, 23 (Recurrent neural networks).
"""

import math
from typing import Any

import torch
from torch import Tensor, nn


def grad_clipping(net: nn.Module | Any, theta: float) -> None:
    """Shorten the gradient of a net to length theta if it is longer.

    The length is the L2 norm of all gradients of the net together, as if they stood in one long
    vector. All of them shrink by the same factor, so the direction stays. A gradient that is not
    longer than theta is left as it is. The gradients change in place: afterwards the `.grad` of
    every parameter holds its clipped gradient. The parameters themselves do not change.

    Args:
        net: a module, or any other object with a list `net.params` of its parameters. Parameters
            without a gradient (`.grad` is None: frozen, or not used) are ignored and stay without.
        theta: the largest length, above 0.

    >>> net = nn.Linear(2, 1, bias=False)
    >>> net.weight.grad = torch.tensor([[3.0, 4.0]])
    >>> grad_clipping(net, 1)
    >>> net.weight.grad
    tensor([[0.6000, 0.8000]])
    """
    raise NotImplementedError("TODO grad_clipping")


def perplexity(mean_loss: float | Tensor) -> float | Tensor:
    """Turn the mean cross entropy of a language model into its perplexity.

    Perplexity is the number of equally likely tokens among which one would be as unsure as the
    model is: 1 for a perfect model, the size of the vocabulary for one that knows nothing.

    Args:
        mean_loss: mean cross entropy a token, in natural logarithms; a float or a 0-d tensor.

    Returns:
        A float or a 0-d tensor.

    >>> perplexity(0.0)
    1.0
    """
    raise NotImplementedError("TODO perplexity")
