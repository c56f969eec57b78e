"""What the chapters on recurrent nets share: oracles of the cells, a vocabulary, a short text."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call
from tests.checks import assert_device_of_input, assert_tensor, several

State = Tensor | tuple[Tensor, ...]
Data = list[tuple[Tensor, Tensor]]
TEXT = "the time traveller had told the tale and then "  # 13 characters; the next depends on many


def cell_params(rng: torch.Generator, gates: int, v: int, h: int, std: float = 0.7) -> list[Tensor]:
    """`gates` times W_x (v, h), W_h (h, h), b (h,); then W_hq (h, v), b_q (v,)."""
    shapes = [(v, h), (h, h), (h,)] * gates + [(h, v), (v,)]
    return [std * torch.randn(shape, generator=rng) for shape in shapes]


def combine(params: list[Tensor], order: list[int]) -> list[Tensor]:
    """The weights of the gates, in the library's order and layout."""
    W_x, W_h, b = (torch.cat([params[3 * g + i].t() for g in order]) for i in range(3))
    return [W_x, W_h, b, torch.zeros_like(b)]


def by_rnn(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """What nn.RNN makes of the same weights: outputs (t * b, v), new state."""
    weights = combine(params, [0])
    Y, H = torch.rnn_tanh(inputs, state[0][None], weights, True, 1, 0.0, True, False, False)
    return F.linear(Y.flatten(0, 1), params[-2].t(), params[-1]), (H[0],)


def by_lstm(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """What nn.LSTM makes of the same weights, which it keeps in the order i, f, c, o."""
    weights, start = combine(params, [0, 1, 3, 2]), [part[None] for part in state]
    Y, H, C = torch.lstm(inputs, start, weights, True, 1, 0.0, True, False, False)
    return F.linear(Y.flatten(0, 1), params[-2].t(), params[-1]), (H[0], C[0])


def by_gru(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """The notes' GRU, step by step: nn.GRU would reset after the matrix product."""
    (H,), outputs = state, []
    gates = [[part.t() for part in params[3 * g : 3 * g + 3]] for g in range(3)]
    for X in inputs:
        Z, R = (torch.sigmoid(F.linear(X, W_x) + F.linear(H, W_h, b)) for W_x, W_h, b in gates[:2])
        H = torch.lerp(torch.rnn_tanh_cell(X, R * H, *gates[2], torch.zeros_like(H[0])), H, Z)
        outputs.append(F.linear(H, params[-2].t(), params[-1]))
    return torch.cat(outputs), (H,)


class Letters:
    """A vocabulary of characters, or of a list of words; `unknown` is the index of all others."""

    def __init__(self, letters: str | list[str], unknown: int = 0) -> None:
        self.idx_to_token, self.unknown = list(letters), unknown
        self.token_to_idx = {letter: i for i, letter in enumerate(letters)}

    def __len__(self) -> int:
        return len(self.idx_to_token)

    def __getitem__(self, tokens: str | list | tuple) -> int | list:
        if isinstance(tokens, (list, tuple)):
            return [self[token] for token in tokens]
        return self.token_to_idx.get(tokens, self.unknown)

    def to_tokens(self, indices: int | list | tuple) -> str | list:
        if isinstance(indices, (list, tuple)):
            return [self.to_tokens(index) for index in indices]
        return self.idx_to_token[int(indices)]

    def __repr__(self) -> str:
        return "vocab"


def reading(text: str, batch_size: int, num_steps: int) -> tuple[Data, Letters]:
    """Batches (X, Y) of a text, each row of which goes on in the next batch; its vocabulary."""
    vocab = Letters("".join(sorted(set(text))))
    indices = torch.tensor(vocab[list(text)])
    n = (len(text) - 1) // batch_size * batch_size
    rows = (part.reshape(batch_size, -1) for part in (indices[:n], indices[1 : n + 1]))
    return list(zip(*(part.split(num_steps, 1) for part in rows), strict=True)), vocab


def learn(net: Callable, begin: State, params: list[Tensor], lr: float, epochs: int) -> list[float]:
    """Read TEXT again and again with clipped SGD; the perplexity of every epoch.

    net(X, state) gives the scores of the indices X (2, t) and the new state.
    """
    data, curve = reading(5 * TEXT, 2, 23)[0], []
    for _ in range(epochs):
        state, losses = begin, []
        for X, Y in data:
            scores, state = net(X, state)
            loss = F.cross_entropy(scores.reshape(*Y.T.shape, -1).permute(1, 2, 0), Y)
            grads = torch.autograd.grad(loss, params)
            norm = float(torch.cat([grad.flatten() for grad in grads]).norm())
            with torch.no_grad():
                for param, grad in zip(params, grads, strict=True):
                    param -= lr / max(1.0, norm) * grad
            whole = isinstance(state, Tensor)
            state = state.detach() if whole else tuple(part.detach() for part in state)
            losses.append(float(loss.detach()))
        curve.append(math.exp(min(sum(losses) / len(losses), 99)))
    return curve


def one_hot(X: Tensor, v: int) -> Tensor:
    """Indices (b, t) as one-hot vectors (t, b, v)."""
    return torch.eye(v)[X.T]


def indices(rng: torch.Generator, *shapes: tuple[int, int]) -> Data:
    """Batches (X, Y) of 6 characters, not contiguous; Y has nothing to do with X."""
    both = [torch.randint(0, 6, (2, *shape[::-1]), generator=rng) for shape in shapes]
    return [(pair[0].T, pair[1].T) for pair in both]


class Layered:
    """A recurrent layer of the library for 7 characters, with 4 hidden units."""

    def __init__(self, layer: type[nn.RNNBase], layers: int, both: bool) -> None:
        self.rnn_layer = layer(7, 4, num_layers=layers, bidirectional=both)
        self.pair, self.rows = layer is nn.LSTM, (1 + both) * layers

    def parts(self, got: Call) -> list[Call]:
        """The tensors of a state: two for nn.LSTM."""
        if not self.pair:
            return [got]
        return several(got, "H", "C", hint="nn.LSTM has two: H and C.")

    def expected(
        self, rng: torch.Generator, linear: nn.Linear, b: int, t: int, device: str
    ) -> tuple[Tensor, State, Tensor, list[Tensor]]:
        """X (b, t), a state, and what the layer makes of them: scores, parts of the new state."""
        X = torch.randint(0, 7, (t, b), generator=rng).T
        states = torch.randn(2, self.rows, b, 4, generator=rng).unbind()
        Y, final = self.rnn_layer(one_hot(X, 7), states if self.pair else states[0])
        scores = F.linear(Y.flatten(0, 1), linear.weight, linear.bias).to(device)
        states = tuple(state.to(device) for state in states)
        final = [part.to(device) for part in (final if self.pair else [final])]
        return X.to(device), states if self.pair else states[0], scores, final

    def check(self, got: Call, scores: Tensor, final: list[Tensor]) -> None:
        """What the model gives: scores, and the new state in the form of the layer."""
        __tracebackhide__ = True
        mine, new = several(got, "scores", "new state")
        hint = "What rnn_layer makes of one-hot vectors (t, b, v), through the nn.Linear."
        assert_tensor(mine, scores, hint)
        for part, right in zip(self.parts(new), final, strict=True):
            assert_tensor(part, right, "The new state that rnn_layer gives.")

    def check_device(self, net: nn.Module) -> None:
        """The first state is where `device` says, not on the default device."""
        __tracebackhide__ = True
        for i in (0, -1):  # of LSTM's two; else the same part of a tensor
            hint, args = "Make it on `device`, the argument.", (torch.device("cpu"),)
            assert_device_of_input(
                lambda device, i=i: net.begin_state(device)[i], *args, hint=hint, name="begin_state"
            )
