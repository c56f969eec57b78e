"""Tests of the training of sequence to sequence nets."""

from __future__ import annotations

import copy
import math

import torch
from pytest import mark
from torch import Tensor, nn

from tests.calls import Call, call
from tests.checks import (
    assert_number,
    assert_share,
    assert_tensor,
    assert_that,
    assert_value,
)
from tests.sentences import (
    BOS,
    Batch,
    Pupil,
    assert_new_on_device,
    batches,
    descend,
    mirrored,
    share_right,
    shifted,
    shuffled,
    words,
)
from tests.trainers import HERE, THERE, Passes, TwoDevices

DATA = [[4, 2, 1], [1], [2, 2, 2, 3]]  # norms of their gradients: 4.3, 0.4, 1.4
SLIPS = {
    "no shift": "The decoder saw the answer: its input is <bos>, then Y without its last step.",
    "padding": "Steps of the padding add to the gradients: use the masked loss.",
    "no zero_grad": "Gradients of earlier batches are added: set them to zero in each step.",
    "no clipping": "The gradients are not clipped to a norm of 1, after backward().",
}
STEP = (
    "Weights are drawn once. One Adam with this lr makes a step for each batch, with the gradients "
)
STEP += "of its own sum of losses, clipped together at 1."
MOVE = "Move the net and all four parts of a batch to `device`, and make new tensors there."


def assert_trained(net: Pupil, got: Call, data: list[Batch]) -> None:
    """After training with lr 0.05 net has the parameters that `descend` gives.

    After 6 steps right answers miss by up to 3e-7, AdamW by 3e-3, other wrong ones by 7e-2.
    """
    __tracebackhide__ = True
    mine = [p.detach().cpu().clone() for p in net.parameters()]

    def same(slip: str) -> bool:
        both = zip(mine, descend(data, 0.05, slip)[0].parameters(), strict=True)
        return all(torch.allclose(a, b.float(), rtol=0, atol=1e-4) for a, b in both)

    slips = {} if same("") else SLIPS
    hint = next((told for slip, told in slips.items() if same(slip)), STEP)
    others = descend(data, 0.05)[0].parameters()
    for (name, _), one, other in zip(net.named_parameters(), mine, others, strict=True):
        told = got.part(one, f"{name} afterwards")
        assert_tensor(told, other.detach().float(), hint, rtol=0, atol=1e-4)


class TrainTests:
    """What train_seq2seq promises. A subclass has `stub`."""

    def train(self, kata, net, data, num_epochs=1, device="cpu", bos=BOS) -> Call:
        text = f"train_seq2seq(..., num_epochs={num_epochs}), batches: {len(data)}"
        names = {"net": net, "data_iter": data, "lr": 0.05, "num_epochs": num_epochs}
        names |= {"tgt_vocab": {"<bos>": bos}, "device": torch.device(device)}
        got = Call(text, self.stub(kata)(**names))
        kinds = [isinstance(x, float) or getattr(x, "shape", None) == () for x in self.numbers(got)]
        assert_that(kinds == [True] * num_epochs, got, "", f"{num_epochs} number(s), one an epoch")
        return got

    def numbers(self, got: Call) -> list:
        assert_that(type(got.value) is list, got, "", "a list with a number for every epoch")
        return got.value

    @mark.shapes
    def test_a_number_for_every_epoch(self, kata):
        vocab, device = words("<pad> <bos> <eos> a b c <unk>"), torch.device("cpu")
        got = call(self.stub(kata), Pupil(), batches(*DATA[:2]), 0.01, 3, vocab, device)
        assert_value(
            got.part(len(self.numbers(got)), "its length"), 3, "One number for each epoch."
        )
        self.train(kata, Pupil(), batches(*DATA))

    def test_data_is_not_modified(self, kata):
        data = batches([4, 2, 1])
        before = copy.deepcopy(data)
        got = self.train(kata, Pupil(), data, num_epochs=2)
        for name, now, was in zip(
            ["X", "X_valid_len", "Y", "Y_valid_len"], *data, *before, strict=True
        ):
            assert_tensor(got.part(now, f"{name} afterwards"), was, "Work on copies.")

    def test_what_the_net_is_called_with(self, kata):
        net, data = Pupil().eval(), batches([4, 2, 1], [3, 4])
        got = self.train(kata, net, data, 2, bos=4)
        hint = "One for each batch, in both epochs."
        assert_value(got.part(len(net.seen), "calls of net"), 4, hint)
        for (X, n, Y, _), (mine, dec_X, args, training) in zip(2 * data, net.seen, strict=True):
            assert_tensor(got.part(mine, "X that net got"), X)
            hint = "<bos> (it is 4 here), then Y without its last step."
            assert_tensor(got.part(dec_X, "dec_input that net got"), shifted(Y, 4), hint)
            assert_that(len(args) == 1, got, f"{2 + len(args)} arguments", "three for net")
            assert_tensor(got.part(args[0], "third argument of net"), n, "It is X_valid_len.")
            assert_value(got.part(training, "net.training"), True, "net.train() comes first.")

    def test_weights_are_drawn_by_xavier(self, kata):
        class Net(Pupil):
            def forward(self, *args: Tensor) -> tuple:
                self.drawn = copy.deepcopy(self.parts.state_dict())
                self.kept = self.encoder[0].weight.detach().clone()
                unused = 0 * sum(p.sum() for p in self.parts.parameters())
                return super().forward(*args)[0] + unused, None

        net = Net()
        net.parts = nn.Sequential(nn.ModuleList([nn.GRU(80, 40, 2)]), nn.Linear(60, 90))
        before = net.encoder[0].weight.detach().clone()
        self.train(kata, net, batches([4, 2]))
        hint = "Xavier's uniform draw for every matrix of nn.Linear and nn.GRU, however deep."
        for name, W in net.drawn.items():
            if "weight" in name:
                told = Call(f"train_seq2seq: {name} {tuple(W.shape)} at first", W)
                found, bound = W.abs(), (6 / sum(W.shape)) ** 0.5
                # The odds that all of 4800 or more values miss the last 1% are below 10^-20.
                ok = 0.99 * bound < float(found.max()) <= bound * 1.000001
                largest = f"sizes up to {float(found.max()):.4g}"
                assert_that(ok, told, largest, f"sizes up to {bound:.4g}", hint)
                inner, n = int((found < bound / 2).sum()), W.numel()
                assert_share(told, inner, n, 0.5, f"sizes below {bound / 2:.4g}", hint)
                assert_share(told, int((W > 0).sum()), n, 0.5, "weights above 0", hint)
        told = Call("train_seq2seq: the weights of an nn.Embedding at first", net.kept)
        assert_tensor(told, before, "Only those of nn.Linear and nn.GRU are drawn by Xavier.")

    def test_loss_is_the_mean_of_the_valid_tokens(self, kata):
        data = batches([4, 2, 1])
        got = self.train(kata, Pupil(fixed=True), data)
        total, n = descend(data, 0.05)[1][0]
        expected, value = total / n, float(got.value[0])
        near = {  # what usual mistakes give
            expected / 4: "The loss of a sentence is a mean over 4 steps: undo that division.",
            total / 12: "Divide by the number of valid tokens, not of all tokens.",
            total: "Divide by the number of valid tokens.",
        }
        hints = [hint for x, hint in near.items() if math.isclose(value, x, rel_tol=1e-4)]
        hint = [*hints, "The sum over all valid tokens, over their number, before the step."][0]
        assert_number(got.part(value, "the loss of a batch"), expected, hint, rel=1e-4)

    @mark.parametrize("count", [1, 2, 3])
    def test_parameters_after_some_steps(self, kata, count):
        net, data = Pupil(fixed=True), batches(*DATA[:count])
        assert_trained(net, self.train(kata, net, data), data)

    def test_every_epoch_goes_on_where_the_last_one_ended(self, kata):
        net, data = Pupil(fixed=True), batches(*DATA)
        got = self.train(kata, net, data, num_epochs=2)
        assert_trained(net, got, data * 2)
        _, sums = descend(data * 2, 0.05)
        for i in range(2):
            total, n = map(sum, zip(*sums[3 * i : 3 * i + 3], strict=True))
            hint = "All tokens of all batches count the same; each epoch has sums of its own."
            assert_number(got.part(got.value[i], f"epoch {i + 1}"), total / n, hint, rel=1e-3)

    def test_net_and_batches_are_moved_to_the_device(self, kata):
        net, data = Pupil(), batches(*DATA)
        told = "train_seq2seq, all on cpu, device=meta"
        with TwoDevices(told, [data, *net.parameters()], hint=MOVE):
            self.stub(kata)(net, data, 0.01, 2, {"<bos>": BOS}, THERE)

    def test_new_tensors_are_made_on_the_device(self, kata):
        net, data = Pupil(), batches(*DATA)

        def train_seq2seq() -> None:
            self.stub(kata)(net, data, 0.01, 1, {"<bos>": BOS}, HERE)

        assert_new_on_device(train_seq2seq, MOVE)

    @mark.cuda
    def test_cuda(self, kata):
        net, data = Pupil(fixed=True), batches(*DATA)
        got = self.train(kata, net, data, device="cuda")
        for name, parameter in net.named_parameters():
            assert_that(parameter.is_cuda, got, f"{name} on the CPU", "all parameters on cuda")
        total, n = map(sum, zip(*descend(data, 0.05)[1], strict=True))
        assert_number(got.part(float(got.value[0]), "epoch 1"), total / n, rel=1e-2)  # TF32

    @mark.convergence
    def test_a_trained_net_reads_backwards(self, kata, rng, run):
        X, Y = mirrored(rng)
        net = Pupil(9, 64)
        data = Passes([list(shuffled(X, Y, 48)) for _ in range(90)])
        losses = self.stub(kata)(net, data, 0.02, 90, {"<bos>": BOS}, HERE)
        losses = self.numbers(Call("train_seq2seq, 90 epochs", losses))
        told = Call("train_seq2seq, 90 epochs: number of losses", len(losses))
        assert_value(told, 90, "There is no early end.")
        context, hint = net.read(X), SLIPS["no shift"]
        share = share_right(lambda X: None, lambda tokens, H: net.decode(context, tokens, H), X, Y)
        # 100 seeds: right answers read all words; 20 seeds: without the shift at most 2 %.
        run.above(share, 0.9, "share of words that are read backwards", hint, losses)
