"""Long short-term memory: a net with a memory cell that three gates guard."""

import torch
from torch import Tensor

State = tuple[Tensor, ...]
Device = torch.device | str


def get_lstm_params(vocab_size: int, num_hiddens: int, device: Device) -> list[Tensor]:
    """Draw the parameters of an LSTM that reads and predicts characters."""

    def normal(*shape: int) -> Tensor:
        return 0.01 * torch.randn(shape, device=device)

    params = []
    for _ in range(4):  # input gate, forget gate, output gate, candidate
        params += [normal(vocab_size, num_hiddens), normal(num_hiddens, num_hiddens)]
        params += [torch.zeros(num_hiddens, device=device)]
    params += [normal(num_hiddens, vocab_size), torch.zeros(vocab_size, device=device)]
    for param in params:
        param.requires_grad_()  # last of all: 0.01 * (a parameter) would be no leaf
    return params


def init_lstm_state(batch_size: int, num_hiddens: int, device: Device) -> State:
    """Give the first state: a tuple of the hidden state H and the memory cell C."""
    shape = (batch_size, num_hiddens)
    return torch.zeros(shape, device=device), torch.zeros(shape, device=device)


def lstm(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a long short-term memory run over all time steps."""
    W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q = params
    H, C = state
    outputs = []
    for X in inputs:  # (b, v), one time step
        input_gate = torch.sigmoid(X @ W_xi + H @ W_hi + b_i)  # (b, h)
        forget_gate = torch.sigmoid(X @ W_xf + H @ W_hf + b_f)
        output_gate = torch.sigmoid(X @ W_xo + H @ W_ho + b_o)
        candidate = torch.tanh(X @ W_xc + H @ W_hc + b_c)
        C = forget_gate * C + input_gate * candidate
        H = output_gate * torch.tanh(C)
        outputs.append(H @ W_hq + b_q)
    return torch.cat(outputs, dim=0), (H, C)  # (t * b, v)
