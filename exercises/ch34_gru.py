"""Gated recurrent unit: a net that learns what to keep of its state and what to forget.

Source: notes 24 (Gated recurrent units).
"""

import torch
from torch import Tensor

State = tuple[Tensor, ...]
Device = torch.device | str


def get_gru_params(vocab_size: int, num_hiddens: int, device: Device) -> list[Tensor]:
    """Draw the parameters of a GRU that reads and predicts characters.

    Returns:
        List of eleven float32 tensors on `device`, new ones at every call: W_xz, W_hz, b_z of the
        update gate, W_xr, W_hr, b_r of the reset gate, W_xh, W_hh, b_h of the candidate, W_hq, b_q
        of the output. The shapes are (vocab_size, num_hiddens) for a W_x, (num_hiddens,
        num_hiddens) for W_hz, W_hr, W_hh, (num_hiddens,) for b_z, b_r, b_h, (num_hiddens,
        vocab_size) for W_hq and (vocab_size,) for b_q. The weights come from a normal distribution
        with mean 0 and standard deviation 0.01, the biases are 0. backward() leaves a gradient in
        each of them.

    >>> [tuple(p.shape) for p in get_gru_params(28, 256, "cpu")][6:]
    [(28, 256), (256, 256), (256,), (256, 28), (28,)]
    """
    raise NotImplementedError("TODO get_gru_params")


def init_gru_state(batch_size: int, num_hiddens: int, device: Device) -> State:
    """Give the first state: a tuple of one tensor of zeros (batch_size, num_hiddens) on `device`.

    It is float32.

    >>> init_gru_state(1, 3, "cpu")
    (tensor([[0., 0., 0.]]),)
    """
    raise NotImplementedError("TODO init_gru_state")


def gru(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a gated recurrent unit run over all time steps.

    With X the input of a step, H the old hidden state and * for elementwise products:

    - the update gate Z and the reset gate R are the sigmoid of X times W_x, plus H times W_h, plus
      b, each with its own weights;
    - the candidate is tanh of X times W_xh, plus (R * H) times W_hh, plus b_h: the reset gate acts
      before the matrix product (nn.GRU has it after, and gives something else);
    - the new hidden state is Z * H + (1 - Z) * candidate: where Z is 1, the old state stays;
    - the output of the step is the new hidden state times W_hq, plus b_q.

    Args:
        inputs: t steps for b sequences, shape (t, b, v), float32; t is 1 or more. Not modified.
        state: tuple of the hidden state (b, h) before the first step. Not modified.
        params: the eleven tensors, in the order of get_gru_params, for v characters and h hidden
            units. Not modified.

    Returns:
        Tuple (outputs, new state), differentiable in inputs, state and params: outputs (t * b, v),
        the b rows of the first step first; a tuple of the hidden state (b, h) after the last step.

    >>> one, zero = torch.ones(1, 1), torch.zeros(1, 1)
    >>> params = [zero, zero, one[0], zero, zero, zero[0], one, one, zero[0], one, zero[0]]
    >>> gru(one[None], (one,), params)
    (tensor([[0.9745]]), (tensor([[0.9745]]),))
    """
    raise NotImplementedError("TODO gru")
