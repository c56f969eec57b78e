"""Hidden tests of ch40_beam_search."""

from pytest import mark

from tests.calls import call
from tests.checks import assert_that
from tests.searches import Model, assert_best, assert_found, checked, random_model, search

# The first token a is the most probable one, but what follows b makes up for it:
# 0.5 * 0.4 = 0.2 is less than 0.3 * 0.9 = 0.27.
GREEDY_FAILS = {"": (0.5, 0.3, 0.2), "a": (0.4, 0.3, 0.3), "b": (0.06, 0.04, 0.9)}
# The notes: a beam as wide as the vocabulary is not exhaustive. eos never comes. After two tokens
# the best are aa 0.315 and ab 0.285; the best of all, baa, begins with the third, ba 0.22.
BEAM_FAILS = {
    "": (0.6, 0.4),
    "a": (0.525, 0.475),
    "b": (0.55, 0.45),
    "aa": (0.51, 0.49),
    "ab": (0.52, 0.48),
    "ba": (0.9, 0.1),
    "bb": (0.5, 0.5),
}
# eos first is likely (0.4), but a, b, e has 0.35 * 0.45 * 0.98 = 0.154 and is longer.
EARLY_EOS = {
    "": (0.35, 0.25, 0.4),
    "a": (0.5, 0.45, 0.05),
    "b": (0.34, 0.33, 0.33),
    "ab": (0.01, 0.01, 0.98),
}
# eos is chosen at the first length (0.4) and behind a (0.35 * 0.43 = 0.15); a, a, e is best.
LATE_EOS = {"": (0.35, 0.25, 0.4), "a": (0.55, 0.02, 0.43), "aa": (0.01, 0.01, 0.98)}
EOS_FIRST = {"": (0.3, 0.1, 0.6)}
# b, b, b is the least probable of all prefixes (0.10), but eos is certain behind it.
HIDDEN = {text: (0.53, 0.47) for text in ("", "a", "b", "aa", "ab", "ba", "bb")} | {
    "bbb": (0, 0, 1)
}
NO_EOS = {"": (0.3, 0.7), "b": (0.6, 0.4), "ba": (0.2, 0.8), "bab": (0.9, 0.1)}
EOS = "eos ends a sequence, also as its first token."


class TestGreedySearch:
    @mark.shapes
    def test_tokens_and_score_come_back(self, kata):
        search(kata.greedy_search, Model(NO_EOS), 3)

    @mark.parametrize("vocabulary", ["abe", "eba", "^abe", "be^a"])
    def test_the_most_probable_token_is_taken_at_every_step(self, kata, vocabulary):
        model = Model(NO_EOS, vocabulary)
        found = search(kata.greedy_search, model, 4)
        assert_found(
            found, "baba", model, "Each step goes by what step gives for the whole prefix."
        )

    def test_it_does_not_look_ahead(self, kata):
        model = Model(GREEDY_FAILS)
        found = search(kata.greedy_search, model, 2)
        assert_found(found, "aa", model, "The most probable first token stays, whatever follows.")

    def test_it_stops_behind_eos(self, kata):
        # The example of d2l: a, b, c, eos with 0.5 * 0.4 * 0.4 * 0.6 = 0.048.
        rows = {"": (0.5, 0.2, 0.2, 0.1), "a": (0.1, 0.4, 0.3, 0.2), "ab": (0.2, 0.2, 0.4, 0.2)}
        model = Model({**rows, "abc": (0.0, 0.2, 0.2, 0.6)}, "abce")
        for max_len in (4, 6, 9):
            assert_found(search(kata.greedy_search, model, max_len), "abce", model, EOS)

    def test_eos_can_come_first(self, kata):
        model = Model(EOS_FIRST)
        assert_found(search(kata.greedy_search, model, 5), "e", model, EOS)

    @mark.parametrize("max_len", [1, 2, 3])
    def test_it_stops_after_max_len_tokens(self, kata, max_len):
        model = Model(NO_EOS)
        found = search(kata.greedy_search, model, max_len)
        assert_found(found, "bab"[:max_len], model, f"max_len is {max_len}.")

    @mark.parametrize("alpha", [0, 1, 0.5, 2.0])
    def test_alpha_is_the_power_of_the_length(self, kata, alpha):
        model = Model(NO_EOS)
        step, bos, eos = model, model.bos, model.eos
        got = call(kata.greedy_search, step=step, bos=bos, eos=eos, max_len=4, alpha=alpha)
        assert_found(checked(got, model, 4, alpha), "baba", model, "alpha changes the score only.")

    def test_of_equal_tokens_any_is_right(self, kata):
        model = Model({"": (0.4, 0.4, 0.2), "a": (0.2, 0.4, 0.4), "b": (0.4, 0.2, 0.4)})
        found = search(kata.greedy_search, model, 2)
        ok = found.value in ("ab", "ae", "ba", "be")
        expected = "a token of probability 0.4 at both steps"
        assert_that(ok, found, found.value, expected, model.told())

    def test_a_second_search_begins_anew(self, kata, rng):
        for rows, right in ((NO_EOS, "bab"), (EOS_FIRST, "e"), (NO_EOS, "bab")):
            found = search(kata.greedy_search, Model(rows), 3)
            assert_found(found, right, Model(rows), "Nothing is kept from the search before.")

    @mark.cuda
    def test_cuda(self, kata):
        model = Model(NO_EOS, device="cuda")
        assert_found(search(kata.greedy_search, model, 4), "baba", model, "As on the CPU.")


class TestExhaustiveSearch:
    @mark.shapes
    def test_tokens_and_score_come_back(self, kata):
        search(kata.exhaustive_search, Model(NO_EOS), 3, 3)

    def test_it_finds_what_greedy_search_misses(self, kata):
        model = Model(GREEDY_FAILS)
        hint = "0.3 * 0.9 = 0.27 is more than 0.5 * 0.4 = 0.2."
        assert_found(search(kata.exhaustive_search, model, 2, 3), "be", model, hint)

    def test_sequences_without_eos_count(self, kata):
        model = Model({**BEAM_FAILS, "baa": (1, 0)})
        hint = "eos never comes; what has max_len tokens is complete."
        assert_found(search(kata.exhaustive_search, model, 3, 3), "baa", model, hint)

    def test_no_prefix_is_dropped(self, kata):
        model = Model(HIDDEN)
        hint = "The best sequence begins with the least probable tokens; its end makes up for it."
        assert_found(search(kata.exhaustive_search, model, 4, 3), "bbbe", model, hint)

    def test_nothing_follows_eos(self, kata):
        model = Model(EOS_FIRST)
        found = search(kata.exhaustive_search, model, 4, 3)
        assert_found(found, "e", model, EOS)

    @mark.parametrize("vocabulary", ["abe", "eba", "^abe", "be^a"])
    @mark.parametrize("alpha", [None, 0, 1, 2.5])
    def test_no_sequence_has_a_better_score(self, kata, rng, vocabulary, alpha):
        for _ in range(5):
            model = random_model(rng, vocabulary)
            found = search(kata.exhaustive_search, model, 3, len(vocabulary), alpha=alpha)
            hint = "All sequences are compared by score: their sums, divided by length^alpha."
            assert_best(found, model, hint, 0.75 if alpha is None else alpha)

    @mark.parametrize(("alpha", "right"), [(0, "e"), (1, "abe")])
    def test_alpha_decides_between_short_and_long(self, kata, alpha, right):
        # Sums: e log(0.4) = -0.92, a, b, e log(0.154) = -1.87, which is -0.62 a token.
        model = Model(EARLY_EOS)
        args = {"bos": model.bos, "eos": model.eos, "max_len": 3, "vocab_size": 3, "alpha": alpha}
        found = checked(call(kata.exhaustive_search, step=model, **args), model, 3, alpha)
        assert_found(
            found, right, model, "With alpha 0 short ones win, with alpha 1 the mean counts."
        )

    @mark.parametrize("alpha", [0, 1])
    def test_of_equal_scores_any_is_right(self, kata, alpha):
        model = Model({})  # with alpha 0 one token is best, with alpha 1 all sequences are equal
        found = search(kata.exhaustive_search, model, 3, 3, alpha=alpha)
        assert_best(found, model, "All tokens are equally likely.", alpha)

    def test_one_token_is_the_most_probable_one(self, kata):
        for rows, right in ((NO_EOS, "b"), (EOS_FIRST, "e"), (GREEDY_FAILS, "a")):
            found = search(kata.exhaustive_search, Model(rows), 1, 3)
            assert_found(found, right, Model(rows), "max_len is 1.")

    @mark.cuda
    def test_cuda(self, kata, rng):
        model = random_model(rng)
        model.device = "cuda"
        assert_best(search(kata.exhaustive_search, model, 3, 3), model, "As on the CPU.")


class TestBeamSearch:
    @mark.shapes
    def test_tokens_and_score_come_back(self, kata):
        search(kata.beam_search, Model(NO_EOS), 3, 2)

    @mark.parametrize("beam_size", [2, 3])
    def test_it_finds_what_greedy_search_misses(self, kata, beam_size):
        model = Model(GREEDY_FAILS)
        hint = (
            "The second best first token, 0.3, is kept too, and 0.3 * 0.9 is more than 0.5 * 0.4. "
        )
        hint += "At the end, what has max_len tokens is compared with those that ended."
        assert_found(search(kata.beam_search, model, 2, beam_size), "be", model, hint)

    @mark.parametrize("max_len", [1, 2, 3, 4])
    @mark.parametrize("vocabulary", ["abe", "^eba"])
    def test_a_beam_of_one_is_greedy(self, kata, vocabulary, max_len):
        model = Model(NO_EOS, vocabulary)
        found = search(kata.beam_search, model, max_len, 1)
        assert_found(found, "baba"[:max_len], model, "One prefix is kept: the most probable one.")
        model = Model(GREEDY_FAILS, vocabulary)
        found = search(kata.beam_search, model, min(max_len, 2), 1)
        right = "aa"[: min(max_len, 2)]
        assert_found(found, right, model, "One prefix is kept: the most probable one.")

    def test_two_prefixes_can_have_the_same_parent(self, kata):
        model = Model(BEAM_FAILS)
        hint = "After two tokens, 0.6 * 0.525 and 0.6 * 0.475 are the two largest products: the "
        hint += "beam holds them, and the sequence that would be best of all is lost."
        assert_found(search(kata.beam_search, model, 3, 2), "aaa", model, hint)

    def test_a_finished_one_takes_no_place_later(self, kata):
        model = Model(EARLY_EOS)
        hint = "eos is chosen at the first length and set aside; at the second length the two best "
        hint += "extensions are 0.35 * 0.5 and 0.35 * 0.45, and the second one ends best."
        assert_found(search(kata.beam_search, model, 3, 2), "abe", model, hint)

    def test_it_goes_on_when_two_are_finished(self, kata):
        model = Model(LATE_EOS)
        hint = "The search ends after max_len tokens, or when no prefix is left."
        assert_found(search(kata.beam_search, model, 3, 2), "aae", model, hint)

    def test_finished_ones_are_compared_at_the_end(self, kata):
        model = Model(EARLY_EOS)
        hint = "eos was finished at the first length; with alpha 0 its sum is the largest."
        assert_found(search(kata.beam_search, model, 3, 2, alpha=0), "e", model, hint)

    def test_unfinished_ones_are_compared_at_the_end(self, kata):
        model = Model({"": (0.7, 0.1, 0.2), "a": (0.9, 0.02, 0.08), "aa": (0.96, 0.02, 0.02)})
        hint = "What has max_len tokens is complete without eos."
        for beam_size in (2, 3, 4):
            assert_found(search(kata.beam_search, model, 3, beam_size), "aaa", model, hint)

    def test_a_wider_beam_loses_less(self, kata):
        model = Model(BEAM_FAILS)
        hint = "Among the three best after two tokens is 0.4 * 0.55, and that one ends best."
        assert_found(search(kata.beam_search, model, 3, 3), "baa", model, hint)

    def test_eos_can_come_first(self, kata):
        model = Model(EOS_FIRST)
        for beam_size in (1, 2, 3):
            assert_found(search(kata.beam_search, model, 3, beam_size), "e", model, EOS)

    @mark.parametrize("vocabulary", ["abe", "eba", "^abe", "be^a"])
    @mark.parametrize("alpha", [None, 0, 1, 2.5])
    def test_a_beam_that_holds_everything_is_exhaustive(self, kata, rng, vocabulary, alpha):
        for beam_size in (12, 15, 40, 100):  # 12: each of 4 prefixes has 3 extensions
            model = random_model(rng, vocabulary)
            found = search(kata.beam_search, model, 3, beam_size, alpha=alpha)
            hint = "No prefix is lost, and the end compares by score: sums divided by length^alpha."
            assert_best(found, model, hint, 0.75 if alpha is None else alpha)

    @mark.parametrize(("alpha", "right"), [(0, "e"), (1, "abe")])
    def test_alpha_decides_between_short_and_long(self, kata, alpha, right):
        model = Model(EARLY_EOS)
        args = {"bos": model.bos, "eos": model.eos, "max_len": 3, "beam_size": 3, "alpha": alpha}
        found = checked(call(kata.beam_search, step=model, **args), model, 3, alpha)
        assert_found(
            found, right, model, "With alpha 0 short ones win, with alpha 1 the mean counts."
        )

    @mark.parametrize("alpha", [0, 1])
    def test_of_equal_scores_any_is_right(self, kata, alpha):
        model = Model({})
        found = search(kata.beam_search, model, 3, 20, alpha=alpha)
        assert_best(found, model, "All tokens are equally likely.", alpha)

    @mark.cuda
    def test_cuda(self, kata):
        model = Model(EARLY_EOS, device="cuda")
        assert_found(search(kata.beam_search, model, 3, 2), "abe", model, "As on the CPU.")
