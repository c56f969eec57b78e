"""Tests of the encoder and the decoder of sequence to sequence learning."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import torch
from pytest import mark
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.parameter import is_lazy

from tests.calls import Call, call
from tests.checks import (
    CUT,
    assert_device_of_input,
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    gradients,
    several,
)
from tests.convergence import Adam
from tests.sentences import (
    Pupil,
    encoded,
    gru_shapes,
    mirrored,
    parts,
    share_right,
    shifted,
    shuffled,
    unroll,
)


class Reader:
    """What encoder and decoder promise."""

    def net(self, kata, layers: int, dropout: float | None = 0) -> nn.Module:
        sizes = {"embed_size": 3, "num_hiddens": 5, "num_layers": layers}
        sizes |= {} if dropout is None else {"dropout": dropout}
        return self.begun(call(self.stub(kata), vocab_size=7, **sizes).value, layers, 5)

    def begun(self, net: nn.Module, layers: int, h: int) -> nn.Module:
        """The net; lazy layers get their parameters from a first call."""
        if any(map(is_lazy, net.parameters())):
            self.run(net, torch.zeros((1, 1), dtype=torch.long), 2 * (torch.zeros(layers, 1, h),))
        return net

    def reader(self, kata) -> Callable:
        """A new net of two layers, as a function of tensors."""
        net = self.net(kata, 2)

        def read(X: Tensor, output: Tensor, state: Tensor) -> None:
            self.run(net, X, (output, state))

        return read

    def X(self, rng, b: int = 2, t: int = 4) -> Tensor:
        return torch.randint(7, (t, b), generator=rng).T  # not contiguous

    @mark.shapes
    @mark.parametrize("layers", [1, 3])
    def test_parameters_are_those_of_the_layers(self, kata, layers):
        parts(self.net(kata, layers), self.outer, self.gru(layers), self.PARTS)

    @mark.shapes
    def test_shapes_are_those_of_the_notes(self, kata, rng):
        self.shapes(kata, rng)

    def test_arguments_are_not_modified(self, kata, rng):
        read, start = self.reader(kata), encoded(rng, 2, 2, 6, 5)
        assert_keeps_arguments(read, self.X(rng), *start)

    @mark.parametrize("layers", [1, 3])
    def test_values_are_those_of_the_library(self, kata, rng, device, layers):
        loose = {"rtol": 1e-3, "atol": 1e-3} if device == "cuda" else {}  # TF32: 10 bits
        for b, t in ((2, 4), (3, 1), (1, 5)):
            net, X, start = self.net(kata, layers), self.X(rng, b, t), encoded(rng, layers, b, 6, 5)
            right = self.expected(net, X, start)
            net, X = net.to(device), X.to(device)
            got = self.run(net, X, tuple(part.to(device) for part in start))
            for part, value, hint in zip(got, right, self.WAY, strict=False):
                assert_tensor(part, value.to(device), hint, **loose)

    def test_dropout_acts_between_layers_in_training_only(self, kata, rng):
        X = self.X(rng)
        drops = "Hand dropout over to nn.GRU, which knows the mode; nothing else is dropped."
        anew = "Each call begins anew, and nothing is dropped: dropout is 0 unless it is given."
        cases = (2, 0, True), (2, None, True), (2, 0.5, False), (1, 0.5, True), (2, 0.5, True)
        for layers, dropout, training in cases:
            with warnings.catch_warnings():  # nn.GRU warns where it has a single layer
                warnings.simplefilter("ignore")
                net = self.net(kata, layers, dropout).train(training)
            start = encoded(rng, layers, 2, 6, 5)
            (one, *_), (two, *_) = (self.run(net, X, start) for _ in range(2))
            told = f"num_layers={layers}, dropout={dropout}, training={training}, a second call"
            told, hint = Call(f"{one.text}, {told}", two.value), drops if dropout else anew
            if dropout and training and layers > 1:
                same, wanted = torch.equal(one.value, two.value), "different values"
                assert_that(not same, told, "the same values", wanted, hint)
            else:
                assert_tensor(told, self.expected(net, X, start)[0], hint)

    def test_works_on_the_device_of_X(self, kata, rng):
        read, start = self.reader(kata), encoded(rng, 2, 2, 6, 5)
        hint, name = "Make new tensors where X is: torch.zeros(..., device=X.device).", "forward"
        assert_device_of_input(read, self.X(rng), *start, hint=hint, name=name, result=False)

    def test_gradients_reach_every_parameter(self, kata, rng):
        net, X, start = self.net(kata, 2), self.X(rng, 3, 6), encoded(rng, 2, 3, 6, 5)
        for i in range(len(self.WAY)):
            gradients(self.run(net, X, start)[i], dict(net.named_parameters()))


class EncoderTests(Reader):
    """What Seq2SeqEncoder promises. A subclass has `stub`."""

    outer = [(7, 3)]
    PARTS = "An embedding and a GRU, as nn.Embedding and nn.GRU have them."
    WAY = (
        "Time first: the GRU reads (t, b, e), so swap the axes; reshape would mix sentences up. "
        "It begins with zeros and reads all t steps, from the first to the last, whatever args "
        "say; its output comes back as it is.",
        "The state of every layer after the last step.",
    )

    def gru(self, layers: int) -> list[tuple]:
        return gru_shapes(3, 5, layers)

    def run(self, net: nn.Module, X: Tensor, start: tuple) -> list[Call]:
        valid_len = torch.ones_like(X[:, 0])  # it is not used
        got = call(net, X, valid_len, name="Seq2SeqEncoder(...)")
        return several(got, "output", "state")

    def expected(self, net: nn.Module, X: Tensor, start: tuple) -> tuple[Tensor, Tensor]:
        found = parts(net, self.outer, self.gru(len(start[1])), self.PARTS)
        E = F.embedding(X, found[7, 3]).transpose(0, 1)
        return unroll(E, torch.zeros_like(start[1]), found["gru"])

    def shapes(self, kata, rng) -> None:
        encoder = call(self.stub(kata), 10, 8, 16, 2).value
        X = torch.zeros((4, 7), dtype=torch.long)
        got = call(encoder, X, name="Seq2SeqEncoder(10, 8, 16, 2)")
        output, state = several(got, "output", "state")
        assert_shape(output, (7, 4, 16), "Time first: (t, b, h).")
        assert_shape(state, (2, 4, 16), "The state of every layer: (num_layers, b, h).")


class DecoderTests(Reader):
    """What Seq2SeqDecoder promises. A subclass has `stub`."""

    outer = [(7, 3), (7, 5), (7,)]
    PARTS = "An embedding, a GRU of embed_size + num_hiddens inputs, a linear layer with a bias."
    WAY = (
        "The GRU begins with the encoder's state, layer by layer. At each step it reads the "
        "embedding, then the context: the encoder's last layer at the end. The linear layer gives "
        "the scores. Swap axes: do not reshape.",
    )

    def gru(self, layers: int) -> list[tuple]:
        return gru_shapes(3 + 5, 5, layers)

    def scores(self, net: nn.Module, X: Tensor, state: object) -> tuple[Call, object]:
        got = call(net, X, state, name="Seq2SeqDecoder(...)")
        scores, new = several(got, "scores", "new state")
        return scores, new.value

    def run(self, net: nn.Module, X: Tensor, start: tuple) -> list[Call]:
        return [self.scores(net, X, net.init_state(start, torch.tensor([1])))[0]]

    def expected(self, net: nn.Module, X: Tensor, start: tuple) -> tuple[Tensor]:
        found = parts(net, self.outer, self.gru(len(start[1])), self.PARTS)
        E, context = F.embedding(X, found[7, 3]).transpose(0, 1), start[1][-1:]
        inputs = torch.cat((E, context.expand(len(E), -1, -1)), 2)
        output, _ = unroll(inputs, start[1], found["gru"])
        return (F.linear(output, found[7, 5], found[7,]).transpose(0, 1),)

    def shapes(self, kata, rng) -> None:
        decoder = call(self.stub(kata), 10, 8, 16, 2).value
        state = decoder.init_state(encoded(rng, 2, 4, 3, 16))
        got, _ = self.scores(decoder, torch.zeros((4, 7), dtype=torch.long), state)
        assert_shape(got, (4, 7, 10), "Batch first: (b, t, vocab_size).")

    def test_in_pieces_as_at_once(self, kata, rng):
        net, X = self.net(kata, 2), self.X(rng, 3, 5)
        state = net.init_state(encoded(rng, 2, 3, 6, 5))
        for _ in range(2):  # the first state can be used again
            whole, _ = self.scores(net, X, state)
            new, pieces = state, []
            for piece in X.split([1, 1, 2, 1], 1):
                self.run(net, X, encoded(rng, 2, 3, 6, 5))  # another sentence in between
                got, new = self.scores(net, piece, new)
                pieces.append(got.value)
            told = got.part(torch.cat(pieces, 1), "of all pieces, in a row")
            hint = (
                "The new state holds what the GRU gave, and the context, which stays that of the "
            )
            hint += "encoder: carry it along."
            assert_tensor(told, whole.value, hint)

    def test_gradient_in_the_outputs_of_the_encoder(self, kata, rng):
        net, X = self.net(kata, 2), self.X(rng)
        output, state = encoded(rng, 2, 2, 6, 5)
        state.requires_grad_()
        start = torch.cat((output[:-1], state[-1:])), state  # the context stands in both
        right = gradients(Call("", self.expected(net, X, start)[0]), {"state": state})
        for pieces in (1, 2):
            new, scores = net.init_state(start, torch.tensor([1])), []
            for piece in X.chunk(pieces, 1):
                got, new = self.scores(net, piece, new)
                scores.append(got.value)
            got = got.part(torch.cat(scores, 1), f"decoded in {pieces} piece(s)")
            found = gradients(got, {"the state of the encoder": state})
            assert_tensor(got.part(*found, "gradient in the state of the encoder"), *right, CUT)

    @mark.convergence
    def test_it_learns_to_read_backwards(self, kata, rng, run):
        X, Y = mirrored(rng)
        pupil, decoder = Pupil(9, 48), self.begun(self.stub(kata)(9, 8, 48, 1), 1, 48)
        adam = Adam([*pupil.encoder.parameters(), *decoder.parameters()], 0.03)
        for _ in range(70):
            for X_part, _, Y_part, _ in shuffled(X, Y, 24):
                H = pupil.read(X_part)
                scores, _ = decoder(shifted(Y_part), decoder.init_state((H, H)))
                loss = F.cross_entropy(scores.transpose(1, 2), Y_part)
                adam.step(torch.autograd.grad(loss, adam.weights))

        def start(X: Tensor) -> object:
            return decoder.init_state(2 * (pupil.read(X),))

        share = share_right(start, decoder, X, Y)
        hint = "Trained on whole sentences, it must decode token by token: carry the context along."
        # 100 seeds: right answers read all words; 20 seeds: those of the notes at most 48 %.
        run.above(share, 0.9, "share of words that are read backwards", hint)
