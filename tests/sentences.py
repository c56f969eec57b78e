"""Nets, batches and oracles for the hidden tests on sequence to sequence learning.

The oracles are functions of the library (torch.gru), fed with the parameters of a net.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch
from torch import Generator, Tensor, nn
from torch.nn import functional as F

from tests.calls import Call
from tests.checks import assert_device_of_input, assert_that
from tests.convergence import Adam
from tests.recurrent import Letters

PAD, BOS, EOS = 0, 1, 2
Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def gru_shapes(inputs: int, h: int, layers: int) -> list[tuple[int, ...]]:
    """Shapes of the weights and biases of a GRU, in their order."""
    sizes = [inputs] + [h] * (layers - 1)
    return [s for n in sizes for s in ((3 * h, n), (3 * h, h), (3 * h,), (3 * h,))]


def parts(net: nn.Module, outer: list[tuple], gru: list[tuple], hint: str) -> dict[tuple, Tensor]:
    """Parameters by shape, those of the GRU in a list; there are these and no others."""
    __tracebackhide__ = True
    found = [(tuple(p.shape), p) for p in net.parameters()]
    turned = [shape[::-1] for shape in outer[1:]]  # a linear layer may hold its matrix transposed
    found = [(s[::-1], p.t()) if s in turned and p.dim() == 2 else (s, p) for s, p in found]
    got = Call(f"{type(net).__name__}: shapes of its parameters", sorted(s for s, _ in found))
    expected = sorted(outer + gru)
    assert_that(got.value == expected, got, str(got.value), str(expected), hint)
    named = {shape: p for shape, p in found if shape in outer}
    return named | {"gru": [p for shape, p in found if shape in gru]}


def unroll(inputs: Tensor, H: Tensor, weights: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Output (t, b, h) and state (layers, b, h) of a GRU of the library."""
    return torch.gru(inputs, H, weights, True, len(H), 0.0, False, False, False)


def encoded(rng: Generator, layers: int, b: int, t: int, h: int) -> tuple[Tensor, Tensor]:
    """Something that an encoder may have given: output (t, b, h), state (layers, b, h)."""
    output, state = (torch.randn(n, b, h, generator=rng).tanh() for n in (t, layers))
    output[-1] = state[-1]
    return output, state


def words(text: str) -> Letters:
    """A vocabulary of whole words; the last one stands for all that are unknown."""
    tokens = text.split()
    return Letters(tokens, unknown=len(tokens) - 1)


class Pupil(nn.Module):
    """A small net to be trained, which remembers what it is called with.

    If it is `fixed`, its first call begins with other weights, always the same: Adam divides each
    gradient by its size, so that rounding would show where one happens to be nearly 0.
    """

    def __init__(self, v: int = 7, h: int = 5, fixed: bool = False) -> None:
        super().__init__()
        self.encoder = nn.ModuleList([nn.Embedding(v, 3), nn.GRU(3, h)])
        self.decoder = nn.ModuleDict({"embedding": nn.Embedding(v, 3), "rnn": nn.GRU(3 + h, h)})
        self.dense, self.fixed, self.seen = nn.Linear(h, v), fixed, []

    def forward(self, X: Tensor, dec_X: Tensor, *args: Any) -> tuple[Tensor, None]:
        if self.fixed and not self.seen:
            self.begin()
        self.seen.append((X.clone(), dec_X.clone(), args, self.training))
        return self.decode(self.read(X), dec_X)[0], None

    def begin(self) -> None:
        with torch.no_grad():
            for k, p in enumerate(self.parameters()):
                p.copy_(torch.arange(1.0, p.numel() + 1).mul(2.82 + k).sin().view_as(p))

    def read(self, X: Tensor) -> Tensor:
        """The state of the encoder (1, b, h)."""
        embedding, rnn = self.encoder
        return rnn(embedding(X.T))[1]

    def decode(self, context: Tensor, dec_X: Tensor, H: Tensor | None = None) -> tuple:
        """Scores (b, t, v), the new state of the decoder."""
        E = self.decoder["embedding"](dec_X.T)
        inputs = torch.cat((E, context.expand(len(E), -1, -1)), 2)
        output, H = self.decoder["rnn"](inputs, context if H is None else H)
        return self.dense(output).transpose(0, 1), H


def shifted(Y: Tensor, bos: int = BOS) -> Tensor:
    """What the decoder reads where it is to give Y."""
    return F.pad(Y[:, :-1], (1, 0), value=bos)


def batches(*lengths: list[int], t: int = 4) -> list[Batch]:
    """A batch for each list of valid lengths of Y: X (b, 3), X_valid_len, Y (b, t), Y_valid_len."""
    found = []
    for valid in map(torch.tensor, lengths):
        X, Y = (3 + torch.arange(n * len(valid)).square().reshape(n, -1).T % 11 % 4 for n in (3, t))
        Y = Y.masked_fill(torch.arange(t) >= valid[:, None], PAD)  # as load_data_nmt has it
        found.append((X, torch.full((len(valid),), 3), Y, valid))
    return found


def descend(
    data: Iterable[Batch], lr: float, slip: str = ""
) -> tuple[Pupil, list[tuple[float, int]]]:
    """A fixed pupil, float64, after Adam has seen the batches.

    And of each batch the sum of the losses of its valid tokens and their number. `slip` names a
    usual mistake to be made.
    """
    net, sums, g = Pupil(fixed=True).double(), [], None
    net.begin()
    weights = list(net.parameters())
    adam = Adam(weights, lr)
    for X, _, Y, valid in data:
        scores = net.decode(net.read(X), Y if slip == "no shift" else shifted(Y))[0]
        losses = F.cross_entropy(scores.transpose(1, 2), Y, reduction="none")
        kept = losses if slip == "padding" else losses * (torch.arange(Y.shape[1]) < valid[:, None])
        new = torch.autograd.grad(kept.mean(1).sum(), weights)
        g = [a + b for a, b in zip(new, g, strict=True)] if g and slip == "no zero_grad" else new
        norm = float(torch.cat([part.flatten() for part in g]).norm())
        g = g if slip == "no clipping" else [part / max(1.0, norm) for part in g]
        adam.step(g)
        sums.append((float(kept.detach().sum()), int(valid.sum())))
    return net, sums


class Scripted(nn.Module):
    """A net that translates anything into `answer`, as long as it is fed what it gave itself.

    The right token has the highest score by so little that drawing tokens hardly ever finds it.
    """

    class Encoder(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.register_buffer("here", torch.zeros(1, dtype=torch.long))

        def forward(self, X: Tensor, *args: Any) -> str:
            self.seen = X + self.here, args, self.training, torch.is_grad_enabled()
            return "outputs"

    class Decoder(nn.Module):
        def __init__(self, answer: list[int], v: int) -> None:
            super().__init__()
            self.answer, self.v, self.modes, self.begun = answer, v, [], []
            self.register_buffer("here", torch.zeros(1, dtype=torch.long))

        def init_state(self, outputs: object, *args: Any) -> tuple:
            self.begun.append((outputs, args))
            return ()

        def forward(self, X: Tensor, state: tuple) -> tuple[Tensor, tuple]:
            self.modes.append((self.training, torch.is_grad_enabled()))
            scores = torch.full((*X.shape, self.v), -2.25, device=self.here.device)
            for i, token in enumerate((X + self.here)[0].tolist()):
                state = (*state, token)
                fed = list(state) == [BOS, *self.answer][: len(state)]
                following = (*self.answer, EOS)[len(state) - 1 :]
                scores[:, i, following[0] if fed and following else self.v - 1] = -2.0
            return scores, state

    def __init__(self, answer: list[int], v: int) -> None:
        super().__init__()
        self.encoder, self.decoder = self.Encoder(), self.Decoder(answer, v)

    def forward(self, X: Tensor, dec_X: Tensor, *args: Any) -> tuple[Tensor, tuple]:
        state = self.decoder.init_state(self.encoder(X, *args), *args)
        return self.decoder(dec_X, state)


def mirrored(rng: Generator, n: int = 48) -> tuple[Tensor, Tensor]:
    """n pairs of a word of 3 or 4 of 6 letters and the same word read backwards, with <eos>."""
    words = torch.randint(3, 9, (n, 4), generator=rng)
    X, Y = torch.full((n, 5), PAD), torch.full((n, 5), PAD)
    for i, word in enumerate(words.tolist()):
        word = word[: 3 + i % 2]
        X[i, : len(word) + 1] = torch.tensor([*word, EOS])
        Y[i, : len(word) + 1] = torch.tensor([*word[::-1], EOS])
    return X, Y


def share_right(start: Callable, decode: Callable, X: Tensor, Y: Tensor) -> float:
    """The share of the rows of Y that greedy decoding, token by token, gives up to <eos>.

    start(X) gives a state, decode(tokens, state) the scores (n, 1, v) and the new state.
    """
    with torch.no_grad():
        state, tokens, found = start(X), torch.full((len(X), 1), BOS), []
        for _ in range(Y.shape[1]):
            scores, state = decode(tokens, state)
            tokens = scores[:, -1:].argmax(2)
            found.append(tokens)
    right = (torch.cat(found, 1) == Y) | (Y == PAD)
    return float(right.all(1).float().mean())


def shuffled(X: Tensor, Y: Tensor, size: int) -> Iterator[Batch]:
    """Batches of a mirrored set, in a new order at each call."""
    for rows in torch.randperm(len(X)).split(size):
        yield X[rows], (X[rows] != PAD).sum(1), Y[rows], (Y[rows] != PAD).sum(1)


def assert_new_on_device(function: Callable, hint: str) -> None:
    """Tensors made in the call meet those on the device that it was given, and no default device.

    Those that are kept apart, such as sums of losses, may be anywhere.
    """
    __tracebackhide__ = True

    def checked() -> None:
        try:
            function()
        except RuntimeError as error:
            if "on meta tensors" not in str(error):  # a sum is read, which has no value here
                raise

    name = f"while another device is the default one, {function.__name__}"
    assert_device_of_input(checked, hint=hint, name=name, result=False)
