"""Gated recurrent unit: a net that learns what to keep of its state and what to forget."""

import torch
from torch import Tensor

State = tuple[Tensor, ...]
Device = torch.device | str


def get_gru_params(vocab_size: int, num_hiddens: int, device: Device) -> list[Tensor]:
    """Draw the parameters of a GRU that reads and predicts characters."""

    def normal(*shape: int) -> Tensor:
        return 0.01 * torch.randn(shape, device=device)

    params = []
    for _ in range(3):  # update gate, reset gate, candidate
        params += [normal(vocab_size, num_hiddens), normal(num_hiddens, num_hiddens)]
        params += [torch.zeros(num_hiddens, device=device)]
    params += [normal(num_hiddens, vocab_size), torch.zeros(vocab_size, device=device)]
    for param in params:
        param.requires_grad_()  # last of all: 0.01 * (a parameter) would be no leaf
    return params


def init_gru_state(batch_size: int, num_hiddens: int, device: Device) -> State:
    """Give the first state: a tuple of one tensor of zeros."""
    return (torch.zeros((batch_size, num_hiddens), device=device),)


def gru(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a gated recurrent unit run over all time steps."""
    W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
    (H,) = state
    outputs = []
    for X in inputs:  # (b, v), one time step
        Z = torch.sigmoid(X @ W_xz + H @ W_hz + b_z)  # (b, h)
        R = torch.sigmoid(X @ W_xr + H @ W_hr + b_r)
        candidate = torch.tanh(X @ W_xh + (R * H) @ W_hh + b_h)
        H = Z * H + (1 - Z) * candidate
        outputs.append(H @ W_hq + b_q)
    return torch.cat(outputs, dim=0), (H,)  # (t * b, v)
