"""Deep and bidirectional recurrent networks: several layers, and two directions of time.

Source: notes 26-27 (Deep and bidirectional recurrent networks).
"""

from collections.abc import Callable

import torch
from torch import Tensor

Params = tuple[Tensor, Tensor, Tensor]


def deep_rnn_forward(
    inputs: Tensor, states: list[Tensor], params: list[Params]
) -> tuple[Tensor, list[Tensor]]:
    """Let a recurrent network of one or more layers run over all time steps.

    At every step, a layer with the old hidden state H computes its new one as the tanh of its input
    times W_xh, plus H times W_hh, plus b_h. The input of the first layer is that of the network;
    the input of every other layer is the new hidden state of the layer below at the same step.

    Args:
        inputs: t steps for b sequences, shape (t, b, d), float32; t is 1 or more. Not modified.
        states: for each layer the hidden state (b, h) before the first step. Neither the list nor
            its tensors are modified.
        params: for each layer W_xh, W_hh and b_h of the shapes (d, h) in the first and (h, h) in
            the other layers, (h, h), and (h,). Not modified.

    Returns:
        Tuple (outputs, states), differentiable in inputs, states and params and on the device of
        inputs: the hidden states of the last layer at every step, shape (t, b, h); a list (a tuple
        will do) of the hidden state (b, h) of every layer after the last step. nn.RNN with the same
        weights, transposed, gives the same numbers.

    >>> one, layer = torch.ones(1, 1), (torch.ones(1, 1), torch.ones(1, 1), torch.zeros(1))
    >>> deep_rnn_forward(one[None], [0 * one, 0 * one], [layer, layer])  # tanh(1), tanh(tanh(1))
    (tensor([[[0.6420]]]), [tensor([[0.7616]]), tensor([[0.6420]])])
    """
    raise NotImplementedError("TODO deep_rnn_forward")


def bidirectional_forward(
    inputs: Tensor, state_f: Tensor, state_b: Tensor, params_f: Params, params_b: Params
) -> tuple[Tensor, tuple[Tensor, Tensor]]:
    """Let two layers run over all time steps, one forward and one backward in time.

    Both compute their hidden states as the first layer of deep_rnn_forward does. The forward one
    reads the first step first; the backward one reads the last step first.

    Args:
        inputs: t steps for b sequences, shape (t, b, d), float32; t is 1 or more. Not modified.
        state_f: the hidden state (b, h) of the forward layer before it reads. Not modified.
        state_b: the same for the backward layer. Not modified.
        params_f: W_xh (d, h), W_hh (h, h) and b_h (h,) of the forward layer. Not modified.
        params_b: the same for the backward layer. Not modified.

    Returns:
        Tuple (outputs, (final state forward, final state backward)), differentiable in inputs,
        states and params and on the device of inputs. The outputs (t, b, 2 h) hold for each step
        the hidden state of the forward layer after it has read this step, and behind it that of
        the backward layer after it has read this same step. The final states (b, h) are those after
        all t steps. nn.RNN(d, h, bidirectional=True) with the same weights, transposed, gives the
        same numbers.

    >>> X, H = torch.tensor([[[1.0]], [[0.0]]]), torch.zeros(1, 1)  # steps 1 and 0
    >>> params = torch.ones(1, 1), torch.zeros(1, 1), torch.zeros(1)
    >>> bidirectional_forward(X, H, H, params, params)[0][:, 0]
    tensor([[0.7616, 0.7616],
            [0.0000, 0.0000]])
    """
    raise NotImplementedError("TODO bidirectional_forward")


def visible_steps(model: Callable[[Tensor], Tensor], t: int, length: int) -> list[int]:
    """Find the time steps of the input that the output of step t depends on.

    A language model has to predict step t + 1 at step t. If its output depends on later steps, it
    has seen what it should predict, and it can generate nothing.

    Args:
        model: it takes inputs of shape (length, 1, 1), float32: one sequence of one number a step;
            and gives outputs of shape (length, 1, h), differentiable in the inputs.
        t: the step of the output, from 0 to length - 1.
        length: number of time steps.

    Returns:
        List of ints in ascending order: the steps s such that, for inputs drawn at random, the sum
        of outputs[t] has a gradient in inputs[s] that is not 0.

    >>> visible_steps(lambda X: X.cumsum(0), 2, 5)
    [0, 1, 2]
    """
    raise NotImplementedError("TODO visible_steps")
