"""Deep and bidirectional recurrent networks: several layers, and two directions of time."""

from collections.abc import Callable

import torch
from torch import Tensor

Params = tuple[Tensor, Tensor, Tensor]


def deep_rnn_forward(
    inputs: Tensor, states: list[Tensor], params: list[Params]
) -> tuple[Tensor, list[Tensor]]:
    """Let a recurrent network of one or more layers run over all time steps."""
    outputs, final_states = inputs, []
    for H, (W_xh, W_hh, b_h) in zip(states, params, strict=True):
        steps = []
        for X in outputs:  # the layer below, step by step: (b, d) or (b, h)
            H = torch.tanh(X @ W_xh + H @ W_hh + b_h)
            steps.append(H)
        outputs = torch.stack(steps)  # (t, b, h)
        final_states.append(H)
    return outputs, final_states


def bidirectional_forward(
    inputs: Tensor, state_f: Tensor, state_b: Tensor, params_f: Params, params_b: Params
) -> tuple[Tensor, tuple[Tensor, Tensor]]:
    """Let two layers run over all time steps, one forward and one backward in time."""
    forward, (final_f,) = deep_rnn_forward(inputs, [state_f], [params_f])
    backward, (final_b,) = deep_rnn_forward(inputs.flip(0), [state_b], [params_b])
    return torch.cat([forward, backward.flip(0)], dim=2), (final_f, final_b)


def visible_steps(model: Callable[[Tensor], Tensor], t: int, length: int) -> list[int]:
    """Find the time steps of the input that the output of step t depends on."""
    inputs = torch.randn(length, 1, 1, requires_grad=True)
    (gradient,) = torch.autograd.grad(model(inputs)[t].sum(), inputs)
    return [s for s in range(length) if gradient[s].any()]
