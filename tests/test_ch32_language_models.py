"""Hidden tests of ch32_language_models."""

from collections import Counter
from itertools import islice

import torch
from pytest import mark
from torch import Tensor

from data.text import story
from tests import corpora
from tests.calls import Call, call
from tests.checks import (
    assert_keeps_arguments,
    assert_number,
    assert_raises,
    assert_shape,
    assert_that,
    assert_value,
)
from tests.corpora import all_batches, goes_on, places, read, tokens, write_words

CORPUS = list("abbabcabd")  # only d, bd, ... have nothing behind them somewhere


class TestNgrams:
    HINT = "A tuple of n tokens for every place where n tokens are left: the runs overlap."

    @mark.shapes
    def test_a_list_of_tuples_also_for_n_1(self, kata):
        for n, expected in ((1, [("the",), ("time",)]), (2, [("the", "time")])):
            assert_value(call(kata.ngrams, ["the", "time"], n), expected, self.HINT)

    @mark.parametrize("n", [1, 2, 3, 8, 9])
    def test_runs_in_the_order_of_the_corpus(self, kata, n):
        runs = {1: "a b b a b c a b d", 2: "ab bb ba ab bc ca ab bd"}
        runs |= {3: "abb bba bab abc bca cab abd", 8: "abbabcab bbabcabd", 9: "abbabcabd"}
        got = call(kata.ngrams, corpus=list(CORPUS), n=n)
        assert_value(got, [tuple(run) for run in runs[n].split()], self.HINT)
        hint = f"{self.HINT} Tokens may be numbers."
        assert_value(call(kata.ngrams, [7, -1, 0], 2), [(7, -1), (-1, 0)], hint)

    def test_nothing_where_the_corpus_is_too_short(self, kata):
        for corpus, n in (([], 1), (["a"], 2), (["a", "b", "c"], 4), (["a", "b"], 5)):
            assert_value(call(kata.ngrams, corpus, n), [], "No run of n tokens: an empty list.")

    def test_corpus_is_not_modified(self, kata):
        assert_keeps_arguments(kata.ngrams, list(CORPUS), 3)


class TestNgramProbability:
    FOLLOW = "How often does the token stand right behind the context, among all that stand there?"
    SMOOTH = "Alpha more for each distinct token: in the count, and in the sum of all counts."
    UNSEEN = [("c", "c"), ("e",), ("c", "a", "a"), tuple("bbabbabbabb")]

    def test_share_among_the_followers(self, kata):
        # Behind a: b, b, b. Behind b: b, a, c, d. Behind c: a. Behind ab: b, c, d.
        cases = [("b", "a", 1 / 4), ("a", "b", 1.0), ("a", "c", 0.0), ("c", "a", 1.0)]
        cases += [("ab", "c", 1 / 3), ("ba", "b", 1.0), ("abb", "a", 1.0)]
        for context, token, expected in cases:
            got = call(kata.ngram_probability, list(CORPUS), tuple(context), token)
            assert_number(got, expected, self.FOLLOW)

    def test_the_empty_context_stands_before_every_token(self, kata):
        for token, expected in (("a", 3 / 9), ("b", 4 / 9), ("c", 1 / 9), ("e", 0.0)):
            got = call(kata.ngram_probability, corpus=list(CORPUS), context=(), token=token)
            assert_number(got, expected, "The share of the token in the whole corpus.")

    def test_runs_may_overlap_and_tokens_are_compared_whole(self, kata):
        got = call(kata.ngram_probability, [0, 0, 0, 0, 2], (0, 0), 0)
        assert_number(got, 2 / 3, "0, 0 stands in 0, 0, 0, 0, 2 with something behind it 3 times.")
        for context, token in ((("a",), "bc"), (("ab", "c"), "d")):
            got = call(kata.ngram_probability, ["ab", "c", "d", "a", "bc", "e"], context, token)
            assert_number(got, 1.0, "Glued together, ab c and a bc would be the same.")

    def test_smoothing_adds_alpha_for_every_distinct_token(self, kata):
        cases = [("a", "c", 1.0, 1 / 7), ("a", "b", 0.5, 3.5 / 5), ("b", "a", 2, 3 / 12)]
        cases += [("", "c", 1.0, 2 / 13), ("ab", "b", 0.25, 1.25 / 4)]
        for context, token, alpha, expected in cases:
            got = call(kata.ngram_probability, list(CORPUS), tuple(context), token, alpha=alpha)
            assert_number(got, expected, self.SMOOTH)

    def test_probabilities_of_all_tokens_sum_to_1(self, kata):
        for context, alpha in (("b", 0.0), ("b", 0.5), ("", 0.0), ("", 2.0), ("ab", 1.0)):
            p, args = kata.ngram_probability, (tuple(context), "a", alpha)
            total = sum(float(p(list(CORPUS), args[0], token, alpha)) for token in "abcd")
            got = call(p, list(CORPUS), *args).part(total, "with those of b, c and d, the sum")
            assert_number(got, 1.0, "One of them follows wherever the context stands.")

    @mark.parametrize("context", UNSEEN)
    def test_an_unseen_context_raises_without_smoothing(self, kata, context):
        hint = "No token ever stands behind this context: 0 / 0 is no probability."
        assert_raises(ValueError, kata.ngram_probability, list(CORPUS), context, "a", hint=hint)

    @mark.parametrize("context", UNSEEN)
    def test_with_smoothing_all_followers_of_an_unseen_context_are_equal(self, kata, context):
        got = call(kata.ngram_probability, list(CORPUS), context, "b", 0.5)
        assert_number(got, 1 / 4, "Nothing is counted: alpha for each of the four tokens.")

    def test_corpus_is_not_modified(self, kata):
        assert_keeps_arguments(kata.ngram_probability, list(CORPUS), ("a",), "b", 1.0)


CASES = [(35, 2, 5), (12, 1, 4), (36, 2, 5), (31, 3, 1), (100, 4, 7)]
every_case = mark.parametrize(("n", "batch_size", "num_steps"), CASES)


class Iterators:
    """What both iterators promise: stub() of a class below names its stub."""

    def run(self, kata, n: int, batch_size: int, num_steps: int) -> tuple[Call, Tensor, Tensor]:
        got = call(self.stub(kata), tokens(n), batch_size=batch_size, num_steps=num_steps)
        got = Call(f"{got.text}, a corpus of {n} tokens", got.value)
        ok, expected = hasattr(got.value, "__next__"), "a generator of tuples (X, Y)"
        assert_that(ok, got, "", expected, "Hand out each pair with yield.")
        return places(got, n, batch_size, num_steps)

    @mark.shapes
    @every_case
    def test_batches_are_full(self, kata, n, batch_size, num_steps):
        for _ in range(20):
            got, X, _ = self.run(kata, n, batch_size, num_steps)
            assert_that(len(X) > 0, got, "no batches", "batches (X, Y)")

    @every_case
    def test_rows_of_X_are_windows_of_the_corpus(self, kata, n, batch_size, num_steps):
        corpora.assert_windows(*self.run(kata, n, batch_size, num_steps)[:2])

    @every_case
    def test_Y_is_X_shifted_by_one(self, kata, n, batch_size, num_steps):
        for _ in range(60 if n < 20 else 5):  # 60 calls miss one of 4 offsets with odds of 10^-7
            corpora.assert_shifted(*self.run(kata, n, batch_size, num_steps))

    @every_case
    def test_windows_do_not_overlap(self, kata, n, batch_size, num_steps):
        for _ in range(5):
            got, X, _ = self.run(kata, n, batch_size, num_steps)
            most = max(Counter(X.flatten().tolist()).values(), default=0)
            hint = "One window begins where another has ended: num_steps further on."
            assert_that(most == 1, got, f"a token {most} times in X", "each token once", hint)

    @mark.parametrize(("batch_size", "num_steps"), [(2, 3), (1, 4), (3, 2), (4, 1)])
    def test_every_full_batch_is_handed_out(self, kata, batch_size, num_steps):
        size = batch_size * num_steps
        for n in 4 * list(range(size + num_steps, 3 * size + num_steps)):
            got, X, _ = self.run(kata, n, batch_size, num_steps)
            offset = int(X.min()) % num_steps if len(X) else 0
            hint = "From the offset on, 0 to num_steps - 1: the last token of all serves in Y."
            assert_value(got.part(len(X), "their number"), (n - 1 - offset) // size, hint)

    @mark.parametrize("num_steps", [1, 4])
    def test_num_steps_may_be_one_less_than_the_corpus_has_tokens(self, kata, num_steps):
        runs = [self.run(kata, num_steps + 1, 1, num_steps) for _ in range(200)]
        counts = {len(X) for _, X, _ in runs}  # 200 calls miss one of two with odds of 10^-25
        returned, expected = f"numbers of batches: {counts}", "1 at offset 0, and 0 at another"
        hint = "Draw the offset anew at every call, 0 among them."
        assert_that(counts in ({1}, {0, 1}), runs[0][0], returned, expected, hint)

    @mark.parametrize(("n", "num_steps"), [(5, 5), (3, 7), (1, 1), (1, 9)])
    def test_a_corpus_without_a_window_raises(self, kata, n, num_steps):
        hint = f"A corpus of {n} holds no window of {num_steps} and the token behind it: say so."
        for _ in range(5):
            args = (self.stub(kata), tokens(n), 1, num_steps)
            assert_raises(ValueError, all_batches, *args, hint=hint)

    def test_nothing_where_no_batch_is_full(self, kata):
        for n in (9, 20):
            got, X, _ = self.run(kata, n, 4, 5)
            assert_value(got.part(len(X), "their number"), 0, "4 windows do not fit in, but one.")

    def test_corpus_is_not_modified(self, kata):
        assert_keeps_arguments(all_batches, self.stub(kata), tokens(35), 2, 5)


class TestSeqDataIterRandom(Iterators):
    def stub(self, kata):
        return kata.seq_data_iter_random

    def test_windows_are_cut_one_behind_the_other(self, kata):
        got, X, _ = self.run(kata, 99, 3, 5)
        starts = sorted(X[:, :, 0].flatten().tolist())
        ok, returned = len({s % 5 for s in starts}) == 1, f"windows from the places {starts}"
        assert_that(ok, got, returned, "places that are multiples of 5 apart")

    def test_windows_come_in_random_order(self, kata):
        orders = set()
        for _ in range(200):  # 35 tokens: 6 windows at every offset, 720 orders
            got, X, _ = self.run(kata, 35, 2, 5)
            orders.add(tuple((X[:, :, 0] // 5).flatten().tolist()))
        returned, expected = f"{len(orders)} orders of 6 windows in 200 calls", "about 175 orders"
        hint = "Shuffle the windows, not the batches, and anew at every call."
        # 20,000 runs: right answers give 158 or more; sorted within each batch there are 90.
        assert_that(len(orders) > 120, got, returned, expected, hint)

    def test_the_offset_is_uniform_from_0_to_num_steps_minus_1(self, kata):
        corpora.assert_offsets(self.stub(kata), lambda place: place % 5)


class TestSeqDataIterSequential(Iterators):
    def stub(self, kata):
        return kata.seq_data_iter_sequential

    @every_case
    def test_each_row_goes_on_in_the_next_batch(self, kata, n, batch_size, num_steps):
        for _ in range(5):
            got, X, _ = self.run(kata, n, batch_size, num_steps)
            returned = f"first rows of X with tokens from the places {X[:2, 0].tolist()}, ..."
            hint = "First cut the corpus into batch_size long rows, then each row into windows."
            assert_that(goes_on(X), got, returned, "the next batch where this one ended", hint)

    def test_the_offset_is_uniform_from_0_to_num_steps_minus_1(self, kata):
        corpora.assert_offsets(self.stub(kata), lambda place: place)


both_kinds = mark.parametrize("use_random_iter", [False, True])


class TestSeqDataLoader:
    def loader(self, kata, use_random_iter: bool) -> Call:
        return call(kata.SeqDataLoader, tokens(35), 2, 5, use_random_iter)

    @mark.shapes
    @both_kinds
    def test_batches_of_X_and_Y(self, kata, use_random_iter):
        for _ in range(60):  # an offset that is one of 5 is missed with odds of 10^-6
            got, X, Y = places(self.loader(kata, use_random_iter), 35, 2, 5)
            assert_value(got.part(len(X), "their number"), 3, "35 tokens, 2 windows of 5 a batch.")
        corpora.assert_windows(got, X)
        corpora.assert_shifted(got, X, Y)

    @both_kinds
    def test_every_epoch_has_all_batches(self, kata, use_random_iter):
        got = self.loader(kata, use_random_iter)
        lengths = [len(list(islice(got.value, 50))) for _ in range(4)]
        hint = "A generator runs once: __iter__ makes a new one for every epoch."
        assert_value(got.part(lengths, "batches in four epochs"), [3, 3, 3, 3], hint)

    @both_kinds
    def test_use_random_iter_chooses_the_order(self, kata, use_random_iter):
        options = {"batch_size": 3, "num_steps": 4, "use_random_iter": use_random_iter}
        got = call(kata.SeqDataLoader, corpus=tokens(61), **options)
        self.loader(kata, not use_random_iter)
        last = int(places(got, 61, 3, 4)[1].max())  # 35 tokens is what the other loader has
        hint = "Keep what it is made with in self, not in the class."
        assert_that(last > 34, got, f"tokens up to place {last} of 60", "its own corpus", hint)
        on = sum(goes_on(places(got, 61, 3, 4)[1]) for _ in range(20))  # by chance: 1 in 1000
        returned = f"rows that go on in the next batch in {on} of 20 epochs"
        hint = "True for random order, False for sequential; every loader for itself."
        expected = "in none or few of them" if use_random_iter else "in all of them"
        assert_that(on < 10 if use_random_iter else on == 20, got, returned, expected, hint)

    @both_kinds
    def test_every_epoch_has_an_offset_of_its_own(self, kata, use_random_iter):
        got = self.loader(kata, use_random_iter)
        firsts = [int(next(iter(got.value))[0][0, 0]) for _ in range(200)]
        told = got.part(sorted({tokens(35).index(t) % 5 for t in firsts}), "offsets in 200 epochs")
        assert_value(told, [0, 1, 2, 3, 4], "Cut the corpus anew in every epoch.")

    def test_corpus_is_not_modified(self, kata):
        assert_keeps_arguments(all_batches, kata.SeqDataLoader, tokens(35), 2, 5, False)


class TestLoadDataTimeMachine:
    def load(self, kata, tmp_path, *args: int, n: int = 3, **options: int) -> Call:
        """Call it with a text of n lines, 399 n characters when it is cleaned."""
        path = write_words(tmp_path / "book.txt", n)
        got = call(kata.load_data_time_machine, path, *args, **options)
        ok = isinstance(got.value, tuple) and isinstance(got.value[0], kata.SeqDataLoader)
        assert_that(ok and len(got.value) == 2, got, "", "a tuple (SeqDataLoader, Vocab)")
        return got

    @mark.shapes
    def test_a_loader_and_a_vocabulary(self, kata, tmp_path):
        got = self.load(kata, tmp_path, 4, 9)
        for T in next(iter(got.value[0])):
            assert_shape(got.part(T, "X or Y"), (4, 9), "batch_size, num_steps", dtype=torch.int64)

    def test_batches_are_of_the_cleaned_text(self, kata, tmp_path):
        for part in (0, 1):
            read(self.load(kata, tmp_path, batch_size=2, num_steps=20), 3, part)

    def test_the_vocabulary_is_of_the_whole_text(self, kata, tmp_path):
        got = self.load(kata, tmp_path, 2, 8, max_tokens=40)
        hint = "max_tokens cuts the corpus; the Vocab has all 26 letters, the blank and <unk>."
        assert_value(got.part(len(got.value[1]), "len(vocab)"), 28, hint)

    @mark.parametrize("max_tokens", [100, 777, -1, 5000])
    def test_max_tokens_is_how_many_characters_are_used(self, kata, tmp_path, max_tokens):
        got = self.load(kata, tmp_path, batch_size=1, num_steps=9, max_tokens=max_tokens)
        characters = max_tokens if 0 < max_tokens < 1197 else 1197
        hint = "The first max_tokens characters; -1 means all, also the last one."
        corpora.assert_uses(got, 3, 9, characters, hint)
        for rows, batches in ((characters - 1, 1), (characters, 0)):  # the last one is for Y
            got = self.load(kata, tmp_path, rows, 1, max_tokens=max_tokens)
            told = got.part(len([*got.value[0]]), f"batches of {rows} windows")
            assert_value(told, batches, hint)

    def test_10000_characters_by_default(self, kata, tmp_path):
        got = self.load(kata, tmp_path, 1, 20, n=30)
        corpora.assert_uses(got, 30, 20, 10000, "max_tokens is 10000 by default.")

    @mark.parametrize("options", [{}, {"use_random_iter": False}, {"use_random_iter": True}])
    def test_use_random_iter_is_handed_on(self, kata, tmp_path, options):
        got = self.load(kata, tmp_path, 2, 20, **options)
        starts, told = read(got, 3), ("windows in random order", "rows that go on")
        on = torch.equal(starts[1:], starts[:-1] + 20)  # 29 batches: not by chance
        wanted = not options.get("use_random_iter", False)
        assert_that(on == wanted, got, told[on], told[wanted], "It is False by default.")

    def test_a_whole_book(self, kata):
        corpora.assert_of_book(call(kata.load_data_time_machine, story(), 8, 35), story())
