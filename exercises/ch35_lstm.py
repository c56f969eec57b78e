"""Long short-term memory: a net with a memory cell that three gates guard.

Source: notes 25 (Long short-term memory).
"""

import torch
from torch import Tensor

State = tuple[Tensor, ...]
Device = torch.device | str


def get_lstm_params(vocab_size: int, num_hiddens: int, device: Device) -> list[Tensor]:
    """Draw the parameters of an LSTM that reads and predicts characters.

    Returns:
        List of fourteen float32 tensors on `device`, new ones at every call: W_xi, W_hi, b_i of the
        input gate, W_xf, W_hf, b_f of the forget gate, W_xo, W_ho, b_o of the output gate, W_xc,
        W_hc, b_c of the candidate, W_hq, b_q of the output. The shapes are (vocab_size,
        num_hiddens) for a W_x, (num_hiddens, num_hiddens) for W_hi, W_hf, W_ho, W_hc,
        (num_hiddens,) for b_i, b_f, b_o, b_c, (num_hiddens, vocab_size) for W_hq and (vocab_size,)
        for b_q. The weights come from a normal distribution with mean 0 and standard deviation
        0.01, the biases are 0. backward() leaves a gradient in each of them.

    >>> [tuple(p.shape) for p in get_lstm_params(28, 256, "cpu")][9:]
    [(28, 256), (256, 256), (256,), (256, 28), (28,)]
    """
    raise NotImplementedError("TODO get_lstm_params")


def init_lstm_state(batch_size: int, num_hiddens: int, device: Device) -> State:
    """Give the first state: a tuple of the hidden state H and the memory cell C.

    Both are zeros (batch_size, num_hiddens), float32, on `device`.

    >>> init_lstm_state(1, 3, "cpu")
    (tensor([[0., 0., 0.]]), tensor([[0., 0., 0.]]))
    """
    raise NotImplementedError("TODO init_lstm_state")


def lstm(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a long short-term memory run over all time steps.

    With X the input of a step, H the old hidden state, C the old memory cell and * for elementwise
    products:

    - the input gate I, the forget gate F and the output gate O are the sigmoid of X times W_x, plus
      H times W_h, plus b, each with its own weights; the candidate is tanh of the same with W_xc,
      W_hc and b_c;
    - the new memory cell is F * C + I * candidate, which may become large;
    - the new hidden state is O * tanh(new memory cell);
    - the output of the step is the new hidden state times W_hq, plus b_q.

    Args:
        inputs: t steps for b sequences, shape (t, b, v), float32; t is 1 or more. Not modified.
        state: tuple (H, C) before the first step, (b, h) each. Not modified.
        params: the fourteen tensors, in the order of get_lstm_params, for v characters and h
            hidden units. Not modified.

    Returns:
        Tuple (outputs, new state), differentiable in inputs, state and params: outputs (t * b, v),
        the b rows of the first step first; the tuple (H, C) after the last step.

    >>> one, zero = torch.ones(1, 1), torch.zeros(1, 1)
    >>> params = [zero, zero, zero[0]] * 3 + [one, one, zero[0], one, zero[0]]
    >>> lstm(one[None], (one, one), params)
    (tensor([[0.3770]]), (tensor([[0.3770]]), tensor([[0.9820]])))
    """
    raise NotImplementedError("TODO lstm")
