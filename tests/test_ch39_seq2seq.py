"""Hidden tests of ch39_seq2seq."""

import math

import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_number,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_value,
)
from tests.readers import DecoderTests, EncoderTests
from tests.sentences import Scripted, assert_new_on_device, words
from tests.teaching import TrainTests

MASK = "Make the mask where the input is: torch.arange(..., device=X.device)."


class TestSeq2SeqEncoder(EncoderTests):
    def stub(self, kata):
        return kata.Seq2SeqEncoder


class TestSeq2SeqDecoder(DecoderTests):
    def stub(self, kata):
        return kata.Seq2SeqDecoder


class TestSequenceMask:
    @mark.shapes
    @mark.parametrize("shape", [(2, 3), (1, 1), (3, 1), (3, 4, 2), (2, 3, 4, 5)])
    def test_shape_and_dtype_are_those_of_X(self, kata, rng, shape):
        X, valid_len = torch.randn(shape, generator=rng), torch.ones(shape[0], dtype=torch.long)
        assert_shape(call(kata.sequence_mask, X, valid_len), shape, device="cpu")

    def test_padding_is_zero_by_default(self, kata):
        X, valid_len = torch.tensor([[1, 2, 3], [4, 5, 6]]), torch.tensor([1, 2])
        expected = torch.tensor([[1, 0, 0], [4, 5, 0]])
        hint = "Row i keeps its first valid_len[i] steps; 0 follows, if no value is given."
        assert_tensor(call(kata.sequence_mask, X, valid_len), expected, hint)

    @mark.parametrize("dtype", [torch.int64, torch.int32])
    def test_padding_becomes_value(self, kata, dtype):
        X, valid_len = torch.arange(8.0).reshape(4, 2), torch.tensor([1, 2, 0, 1], dtype=dtype)
        got = call(kata.sequence_mask, X=X, valid_len=valid_len, value=-1e6)
        expected = torch.tensor([[0, -1e6], [2, 3], [-1e6, -1e6], [6, -1e6]])
        hint = "All of the padding becomes `value`, and nothing else does."
        assert_tensor(got, expected, hint)

    @mark.parametrize("shape", [(2, 3), (2, 2, 2), (2, 3, 4), (2, 3, 2, 3)])
    def test_every_element_of_a_padded_step_is_masked(self, kata, rng, shape):
        X = torch.randn(shape[::-1], generator=rng).permute(*range(len(shape))[::-1])
        expected = X.clone()
        expected[0, 1:] = 0.5
        got = call(kata.sequence_mask, X.clone(), torch.tensor([1, shape[1]]), 0.5)
        hint = "Steps lie along axis 1; the mask holds for all elements of a step."
        assert_tensor(got, expected, hint)

    def test_valid_len_is_not_modified(self, kata):
        def sequence_mask(valid_len: Tensor) -> Tensor:
            return kata.sequence_mask(torch.ones(3, 4), valid_len)

        assert_keeps_arguments(sequence_mask, torch.tensor([2, 0, 4]))

    def test_gradient_passes_through_the_valid_steps(self, kata, rng):
        def sequence_mask(X: Tensor) -> Tensor:
            return kata.sequence_mask(X * 1, torch.tensor([1, 3]), 5.0)  # X * 1 is no leaf

        kept = torch.tensor([[1.0, 0, 0], [1, 1, 1]])[:, :, None]
        X = torch.randn(2, 3, 4, generator=rng)
        assert_gradients(sequence_mask, lambda X: X * kept, X)

    def test_works_on_the_device_of_X(self, kata):
        X, valid_len = torch.ones(3, 4), torch.tensor([1, 4, 0])
        assert_device_of_input(kata.sequence_mask, X, valid_len, hint=MASK, result=False)

    @mark.cuda
    def test_cuda(self, kata):
        X = torch.arange(6.0).reshape(2, 3, 1)
        got = call(kata.sequence_mask, X.cuda(), torch.tensor([2, 1]).cuda(), -1)
        assert_tensor(got, torch.tensor([[0.0, 1, -1], [3, -1, -1]])[:, :, None].cuda())


def masked(pred: Tensor, label: Tensor, valid_len: list[int]) -> Tensor:
    """The losses of the valid steps of every sequence, over all steps."""
    losses = F.cross_entropy(pred.transpose(1, 2), label, reduction="none")
    t = label.shape[1]
    return torch.stack([losses[i, :n].sum() / t for i, n in enumerate(valid_len)])


def sequences(rng: torch.Generator, b: int, t: int, v: int) -> tuple[Tensor, Tensor]:
    """Scores (b, t, v) and labels (b, t), among which each of the first tokens occurs."""
    label = torch.randperm(b * t, generator=rng).reshape(b, t) % v
    return torch.randn(b, t, v, generator=rng), label


class TestMaskedSoftmaxCELoss:
    MEAN = "The mean is over all t steps, where a step of the padding counts as 0."

    @mark.shapes
    @mark.parametrize("shape", [(3, 4, 10), (1, 1, 2), (2, 5, 3)])
    def test_one_loss_a_sequence(self, kata, rng, shape):
        pred, label = sequences(rng, *shape)
        got = call(kata.MaskedSoftmaxCELoss(), pred, label, torch.ones(shape[0], dtype=torch.long))
        assert_shape(got, (shape[0],), "One number for each sequence of the batch.", device="cpu")

    @mark.parametrize("shape", [(3, 4, 10), (2, 5, 5), (4, 4, 4)])
    def test_without_padding_it_is_the_mean_cross_entropy(self, kata, rng, shape):
        pred, label = sequences(rng, *shape)
        b, t, _ = shape
        got = call(kata.MaskedSoftmaxCELoss(), pred, label, torch.tensor([t] * b))
        hint = "Cross-entropy of the scores of every step, with the classes moved to axis 1; "
        hint += "where t = v, nothing raises if steps and classes are mixed up."
        assert_tensor(got, masked(pred, label, [t] * b), hint)

    def test_padding_makes_no_difference(self, kata, rng):
        pred, label = sequences(rng, 3, 4, 6)
        expected = masked(pred, label, [2, 4, 1])
        for i, n in ((0, 2), (2, 1)):
            pred[i, n:], label[i, n:] = 3 * torch.randn(4 - n, 6, generator=rng), 5 - label[i, n:]
        got = call(kata.MaskedSoftmaxCELoss(), pred, label, torch.tensor([2, 4, 1]))
        hint = f"Only losses of valid steps count, whatever stands in the padding. {self.MEAN}"
        assert_tensor(got, expected, hint)

    def test_padding_counts_as_zero_in_the_mean(self, kata):
        pred, label = torch.ones(3, 4, 10), torch.ones((3, 4), dtype=torch.long)
        got = call(kata.MaskedSoftmaxCELoss(), pred, label, torch.tensor([4, 2, 0]))
        # Ten equal scores cost log 10 a step: 4 of 4 steps, 2 of 4, none.
        assert_tensor(got, math.log(10) * torch.tensor([1, 0.5, 0]), self.MEAN)

    def test_a_second_call_with_other_sizes(self, kata, rng):
        loss = kata.MaskedSoftmaxCELoss()
        for b, t, v, valid_len in ((3, 4, 5, [2, 4, 0]), (2, 6, 3, [6, 5]), (3, 4, 5, [1, 1, 3])):
            pred, label = sequences(rng, b, t, v)
            lengths = torch.tensor(valid_len, dtype=torch.int32)
            got = call(loss, pred=pred, label=label, valid_len=lengths)
            assert_tensor(got, masked(pred, label, valid_len), "Nothing is kept from call to call.")

    def test_arguments_are_not_modified(self, kata, rng):
        pred, label = sequences(rng, 3, 4, 5)
        assert_keeps_arguments(kata.MaskedSoftmaxCELoss(), pred, label, torch.tensor([2, 0, 4]))

    def test_gradient_in_pred(self, kata, rng):
        pred, label = sequences(rng, 3, 4, 5)

        def loss(pred: Tensor) -> Tensor:
            return kata.MaskedSoftmaxCELoss()(pred, label.clone(), torch.tensor([2, 4, 0]))

        assert_gradients(loss, lambda pred: masked(pred, label, [2, 4, 0]), pred)

    def test_works_on_the_device_of_pred(self, kata, rng):
        args = (*sequences(rng, 3, 4, 5), torch.tensor([2, 4, 0]))
        assert_device_of_input(kata.MaskedSoftmaxCELoss(), *args, hint=MASK, result=False)

    @mark.cuda
    def test_cuda(self, kata, rng):
        pred, label = sequences(rng, 3, 4, 5)
        valid_len = torch.tensor([2, 4, 0]).cuda()
        got = call(kata.MaskedSoftmaxCELoss(), pred.cuda(), label.cuda(), valid_len)
        assert_tensor(got, masked(pred, label, [2, 4, 0]).cuda())


class TestTrainSeq2seq(TrainTests):
    def stub(self, kata):
        return kata.train_seq2seq


class TestPredictSeq2seq:
    VOCAB = words("<pad> <bos> <eos> oh yes no maybe never <unk>")
    SOURCE = words("a b <pad> <eos> c d <bos> <unk>")

    def arguments(self, net, sentence="a c b", num_steps=6, device="cpu") -> dict:
        names = {"net": net, "src_sentence": sentence, "src_vocab": self.SOURCE}
        device = torch.device(device)
        return names | {"tgt_vocab": self.VOCAB, "num_steps": num_steps, "device": device}

    def predict(self, kata, net, *args, **kwargs) -> Call:
        return call(kata.predict_seq2seq, *self.arguments(net, *args, **kwargs).values())

    @mark.shapes
    def test_tokens_with_blanks_between_them(self, kata):
        hint = (
            "Feed the token given before, first <bos>, with the new state; take the highest score "
        )
        hint += (
            "of the last step. Join the tokens of tgt_vocab with blanks up to its <eos>, no <bos>."
        )
        assert_value(self.predict(kata, Scripted([3, 4, 5, 3], 9)), "oh yes no oh", hint)
        got = call(kata.predict_seq2seq, **self.arguments(Scripted([6], 9)))
        assert_value(got, "maybe", hint)

    @mark.parametrize(
        ("answer", "num_steps", "expected"),
        [
            ([4], 6, "yes"),
            ([], 6, ""),
            ([3, 3, 3, 3], 3, "oh oh oh"),
            ([6, 7], 2, "maybe never"),
            ([3, 4, 5, 6, 7], 6, "oh yes no maybe never"),  # longer than the source
            ([3, 0, 4], 6, "oh <pad> yes"),
        ],
    )
    def test_ends_before_eos_or_after_num_steps(self, kata, answer, num_steps, expected):
        got = self.predict(kata, Scripted(answer, 9), num_steps=num_steps)
        hint = "Only <eos> ends it, and is no part of it; there are num_steps tokens at most."
        assert_value(got, expected, hint)

    @mark.parametrize(
        ("sentence", "num_steps", "X"),
        [
            ("a c b", 6, [0, 4, 1, 3, 2, 2]),
            ("A C", 3, [0, 4, 3]),
            ("d", 2, [5, 3]),
            ("a b c d a", 3, [0, 1, 4]),
            ("a other", 4, [0, 7, 3, 2]),
            ("b , d .", 5, [1, 7, 5, 7, 3]),
        ],
    )
    def test_what_the_encoder_reads(self, kata, sentence, num_steps, X):
        net = Scripted([3], 9)
        got = self.predict(kata, net, sentence, num_steps)
        read, args, *_ = net.encoder.seen
        hint = "What stands between blanks, in small letters, as indices of src_vocab, "
        hint += (
            "then <eos>, then <pad>: num_steps in all, a batch of one. <eos> may be cut off, too."
        )
        assert_tensor(got.part(read, "X that the encoder got"), torch.tensor([X]), hint)
        n = len(sentence.split()) + 1
        given = {"net.encoder": args, "net.decoder.init_state": net.decoder.begun[0][1]}
        for name, rest in given.items() if n <= num_steps else ():
            told = got.part(rest, f"what {name} got as its second argument")
            ok = len(rest) == 1 and isinstance(rest[0], Tensor) and rest[0].tolist() == [n]
            assert_that(ok, told, "", f"tensor([{n}])", "valid_len counts the tokens with <eos>.")

    def test_in_evaluation_mode_and_without_gradients(self, kata):
        net = Scripted([3, 4], 9).train()
        got = self.predict(kata, net)
        for training, on in (net.encoder.seen[2:], *net.decoder.modes):
            assert_value(got.part(training, "training"), False, "net.eval() comes first.")
            assert_value(got.part(on, "gradients are on"), False, "Work under torch.no_grad().")
        on = got.part(torch.is_grad_enabled(), "afterwards gradients are on")
        assert_value(on, True, "Use `with torch.no_grad():`, which ends.")

    def test_the_first_state_is_made_of_what_the_encoder_gave(self, kata):
        net = Scripted([3, 4, 5], 9)
        got = self.predict(kata, net)
        found = {args[0] for args in net.decoder.begun}
        hint = "net.decoder.init_state gets all that net.encoder gave."
        assert_value(got.part(found, "what init_state got"), {"outputs"}, hint)

    def test_new_tensors_are_made_on_the_device(self, kata):
        net = Scripted([3, 4], 9)

        def predict_seq2seq() -> None:
            self.predict(kata, net)

        hint = "torch.tensor(..., device=device), for the tokens of both languages."
        assert_new_on_device(predict_seq2seq, hint)

    @mark.cuda
    def test_cuda(self, kata):
        net = Scripted([3, 4, 5], 9).cuda()
        assert_value(self.predict(kata, net, device="cuda"), "oh yes no")
        place = Call("X that the encoder got is on cuda", net.encoder.seen[0].is_cuda)
        assert_value(place, True, "Make X on `device`.")


class TestBleu:
    @mark.shapes
    def test_a_perfect_prediction_scores_the_float_1(self, kata):
        got = call(kata.bleu, pred_seq="go on", label_seq="go on", k=1)
        assert_number(got, 1.0, "All n-grams are found, and no token is missing.")
        assert_that(isinstance(got.value, float), got, f"a {type(got.value).__name__}", "a float")

    @mark.parametrize(
        ("pred", "label", "k", "expected", "hint"),
        [
            ("a b x y", "a b c d", 1, 0.5**0.5, "p_1 = 2/4, and its exponent is 1/2."),
            ("a b c x", "a b c d", 2, 0.75**0.5 * (2 / 3) ** 0.25, "p_1 = 3/4, p_2 = 2/3 (pairs)."),
            ("the the the", "the cat sat", 1, 3**-0.5, "p_1 = 1/3: one in the label serves once."),
            ("a a a b", "a c a d", 1, 0.5**0.5, "p_1 = 2/4: two in the label serve twice."),
            ("a a b b", "b a b a", 1, 1.0, "p_1 = 4/4: all are found, wherever they stand."),
            ("he go away", "here go on", 1, 3**-0.5, "p_1 = 1/3: a part of a token is not it."),
            ("a b a b", "a b c d", 2, 0.5**0.5 * 3**-0.25, "p_2 = 1/3: one pair serves once."),
            ("Go on", "go on", 1, 0.5**0.5, "p_1 = 1/2: capital letters make other tokens."),
        ],
    )
    def test_shares_of_n_grams_found(self, kata, pred, label, k, expected, hint):
        assert_number(call(kata.bleu, pred, label, k), expected, hint)

    def test_a_prediction_that_is_too_long_has_no_factor_for_it(self, kata):
        got = call(kata.bleu, "then is it tomorrow", "is it", 1)
        hint = "p_1 = 2/4, a share of the prediction; that it is long gives no factor."
        assert_number(got, 0.5**0.5, hint)

    def test_a_prediction_that_is_too_short_is_punished(self, kata):
        got = call(kata.bleu, "is it", "is it tomorrow then", 1)
        hint = "All that is predicted is right, but 2 tokens stand for 4: exp(1 - 4/2)."
        assert_number(got, math.exp(-1), hint)

    @mark.parametrize(
        "case",
        [("a b", "c d", 1), ("c b a", "a b c", 2), ("a b c", "a b", 3), ("a b cd", "a bc d", 2)],
    )
    def test_no_common_n_gram_gives_zero(self, kata, case):
        hint = "The last p_n is 0, and a product with a factor 0 is 0. N-grams are the same where "
        hint += "all their tokens are: the pairs (b, cd) and (bc, d) differ."
        assert_number(call(kata.bleu, *case), 0.0, hint)

    @mark.parametrize("case", [("a", "a", 2), ("a b", "a b c", 3), ("a b", "a b", 7), ("", "a", 1)])
    def test_n_grams_longer_than_the_prediction_give_zero(self, kata, case):
        hint = "The prediction has no n-gram of k tokens: p_k counts as 0, and the score is 0."
        assert_number(call(kata.bleu, *case), 0.0, hint)

    @mark.parametrize(("k", "p"), [(1, 1), (2, 0.75**0.25), (3, 0.75**0.25 * 3**-0.125), (4, 0)])
    def test_the_example_of_the_notes(self, kata, k, p):
        hint = "exp(1 - 6/5) for the length; p_1 = 4/5, p_2 = 3/4, p_3 = 1/3, p_4 = 0."
        got = call(kata.bleu, "A B B C D", "A B C D E F", k)
        assert_number(got, math.exp(-1 / 5) * 0.8**0.5 * p, hint)
