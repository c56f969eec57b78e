"""Recurrent neural networks: a character model from scratch and with nn.RNN."""

import math
from typing import Any

import torch
from torch import Tensor, nn


def grad_clipping(net: nn.Module | Any, theta: float) -> None:
    """Shorten the gradient of a net to length theta if it is longer."""
    params = net.parameters() if isinstance(net, nn.Module) else net.params
    grads = [p.grad for p in params if p.grad is not None]
    norm = math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))
    if norm > theta:
        for grad in grads:
            grad *= theta / norm  # in place: these are the gradients of the net


def perplexity(mean_loss: float | Tensor) -> float | Tensor:
    """Turn the mean cross entropy of a language model into its perplexity."""
    return math.exp(mean_loss)
