"""Hidden tests of ch31_text_preprocessing."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytest import mark

from tests.calls import Call, call
from tests.checks import assert_keeps_arguments, assert_raises, assert_that, assert_value


def on_file(function: Callable, folder: Path, text: str, **options: Any) -> Call:
    """Call the function with the path of a file that holds this text."""
    path = folder / "book.txt"
    path.write_bytes(text.encode())  # bytes: the line ends stay as they are
    told = ", ".join(["path", *(f"{key}={value}" for key, value in options.items())])
    held = text if len(text) < 100 else text[:50] + "..."
    told = f"{function.__name__}({told}), the file holds {held!r}"
    return Call(told, function(path=path, **options) if options else function(path))


class TestReadTimeMachine:
    @mark.shapes
    @mark.parametrize("end", ["\n", ""])
    def test_one_string_a_line(self, kata, tmp_path, end):
        got = on_file(kata.read_time_machine, tmp_path, "the lamp\non a wall" + end)
        hint = "One string a line, without the line end; a newline at the very end begins no line."
        assert_value(got, ["the lamp", "on a wall"], hint)

    def test_lower_case(self, kata, tmp_path):
        hint = "Small letters only."
        assert_value(on_file(kata.read_time_machine, tmp_path, "The OWL\n"), ["the owl"], hint)

    @mark.parametrize(
        ("line", "cleaned", "hint"),
        [
            ("the owl's lamp-post", "the owl s lamp post", "A non-letter leaves a space behind."),
            ("wait -- then, go", "wait then go", "A whole run of other characters is one space."),
            ("wait,   then\tgo", "wait then go", "Blanks belong to the run that is one space."),
            ("in 1903 owls 4u", "in owls u", "Digits are no letters."),
            ("a snake_case b", "a snake case b", r"The underscore is no letter, though \w has it."),
            ("the café’s naïve", "the caf s na ve", r"Only a-z and A-Z, unlike \w and isalpha."),
        ],
    )
    def test_a_run_of_non_letters_is_one_space(self, kata, tmp_path, line, cleaned, hint):
        assert_value(on_file(kata.read_time_machine, tmp_path, line + "\n"), [cleaned], hint)

    @mark.parametrize("line", ["   the owl   ", "(the owl!)", "7 - the owl."])
    def test_no_space_at_the_ends(self, kata, tmp_path, line):
        hint = "Take the spaces off after the replacement, which makes new ones."
        assert_value(on_file(kata.read_time_machine, tmp_path, line + "\n"), ["the owl"], hint)

    def test_lines_without_a_letter_are_kept_empty(self, kata, tmp_path):
        got = on_file(kata.read_time_machine, tmp_path, "\nthe lamp\n\n  \n* 12 *\non a wall\n\n")
        hint = "Every line of the file counts: those without a letter become empty strings."
        assert_value(got, ["", "the lamp", "", "", "", "on a wall", ""], hint)

    def test_the_path_may_be_a_str_and_the_file_is_read_anew(self, kata, tmp_path):
        path = tmp_path / "other.txt"
        for text in ("one", "two"):
            path.write_text(text + "\n", encoding="utf-8")
            told = f"read_time_machine(path='other.txt'), the file now holds {text!r}"
            got = Call(told, kata.read_time_machine(path=str(path)))
            assert_value(got, [text], "Read the file that path names, at every call.")


class TestTokenize:
    LINES = ("The owl sat", "on  a wall ", "", " it's half-past 3")

    @mark.shapes
    def test_one_list_of_words_a_line(self, kata):
        got = call(kata.tokenize, ["the owl", "sat"])
        assert_value(got, [["the", "owl"], ["sat"]], "A list of lists, words by default.")

    def test_words_are_the_pieces_between_blanks(self, kata):
        expected = [["The", "owl", "sat"], ["on", "a", "wall"], [], ["it's", "half-past", "3"]]
        got = call(kata.tokenize, list(self.LINES), "word")
        assert_value(got, expected, "No empty words, letters as they are, [] for an empty line.")

    def test_characters_include_blanks(self, kata):
        expected = [[" ", "O", "n", " ", "a", " "], [], ["i", "t"]]
        got = call(kata.tokenize, lines=[" On a ", "", "it"], token="char")
        assert_value(got, expected, "Every character is a token, a blank too.")

    def test_no_lines_give_no_lists(self, kata):
        for kind in ("word", "char"):
            assert_value(call(kata.tokenize, [], kind), [])

    @mark.parametrize("kind", ["sentence", "Word", "chars", ""])
    def test_another_kind_of_token_raises(self, kata, kind):
        hint = "Raise a ValueError; after print() the caller goes on with None."
        assert_raises(ValueError, kata.tokenize, ["the owl", "sat"], kind, hint=hint)

    def test_lines_are_not_modified(self, kata):
        for kind in ("word", "char"):
            assert_keeps_arguments(kata.tokenize, list(self.LINES), kind)


class TestCountCorpus:
    @mark.shapes
    def test_a_counter_comes_back(self, kata):
        assert_value(call(kata.count_corpus, tokens=[["owl"]]), Counter(owl=1))

    def test_a_list_of_lists(self, kata):
        lines = [["the", "owl", "the"], [], ["owl", "the"], ["wall"]]
        hint = "All tokens of all lines, as often as they stand there."
        assert_value(call(kata.count_corpus, lines), Counter(the=3, owl=2, wall=1), hint)

    def test_a_list_of_tokens(self, kata):
        hint = "The elements are the tokens here: a string is not to be taken apart."
        got = call(kata.count_corpus, ["sat", "owl", " ", "Owl", "owl"])
        assert_value(got, Counter({"owl": 2, "sat": 1, "Owl": 1, " ": 1}), hint)

    @mark.parametrize("nested", [False, True])
    def test_a_tuple_is_one_token(self, kata, nested):
        pairs = [("the", "owl"), ("owl", "the"), ("the", "owl")]
        hint = "Only lists are lines; a tuple is counted as a whole."
        got = call(kata.count_corpus, [pairs] if nested else pairs)
        assert_value(got, Counter({("the", "owl"): 2, ("owl", "the"): 1}), hint)

    def test_a_first_line_that_is_empty(self, kata):
        hint = "The first line may be empty: it has no first word to look at."
        assert_value(call(kata.count_corpus, [[], ["owl"]]), Counter(owl=1), hint)

    def test_nothing_to_count(self, kata):
        for tokens in ([], [[]], [[], []]):
            assert_value(call(kata.count_corpus, tokens), Counter(), "An empty Counter.")

    def test_tokens_are_not_modified_and_calls_are_independent(self, kata):
        for tokens in ([["the", "owl"], ["the"]], ["the", "owl"]):
            assert_keeps_arguments(kata.count_corpus, tokens)
        got = call(kata.count_corpus, ["owl"])
        assert_value(got, Counter(owl=1), "A new Counter at every call.")


OWLS = ("on", "owl", "sat", "owl", "sat", "owl")  # owl 3, sat 2, on 1
TABLE = ("<unk>", "owl", "sat", "on")


def by_index(got: Call) -> Call:
    """The tokens of a vocabulary in the order of their indices."""
    vocab = got.value
    return got.part([vocab.idx_to_token[i] for i in range(len(vocab))], "idx_to_token, one by one")


class TestVocab:
    def test_vocabularies_share_nothing(self, kata):
        sizes = [len(kata.Vocab(["owl"])) for _ in range(3)]
        got = call(kata.Vocab, ["wall"])
        hint = "A default such as [] and an attribute of the class are made once, for all objects."
        same = len(set(sizes)) == 1
        assert_that(same, got, f"three Vocab(['owl']) have the len() {sizes}", "equal ones", hint)
        apart = "owl" not in got.value.token_to_idx
        assert_that(apart, got, "it knows 'owl' from another Vocab", "its own tokens only", hint)

    def test_arguments_are_not_modified(self, kata):
        assert_keeps_arguments(kata.Vocab, list(OWLS), 0, ["<pad>", "<bos>"])
        assert_keeps_arguments(kata.Vocab, [["the", "owl"], ["the"]])

    @mark.shapes
    @mark.parametrize("args", [(), ([],), ([[], []],)])
    def test_an_empty_corpus_leaves_unk_alone(self, kata, args):
        got = call(kata.Vocab, *args)
        assert_value(got.part(len(got.value), "its len()"), 1, "`<unk>` has an index and counts.")

    @mark.shapes
    def test_len_counts_every_token_with_an_index(self, kata):
        got = call(kata.Vocab, list(OWLS), 2, ["<pad>"])
        hint = "`<unk>`, the reserved tokens, and the tokens that are frequent enough."
        assert_value(got.part(len(got.value), "its len()"), 4, hint)

    def test_unk_is_an_attribute_and_0(self, kata):
        got = call(kata.Vocab, list(OWLS))
        assert_value(got.part(got.value.unk, "vocab.unk"), 0, "Without parentheses: the number 0.")

    def test_unk_comes_first_then_the_most_frequent_tokens(self, kata):
        hint = "`<unk>` has index 0; behind it, the higher the count, the lower the index."
        assert_value(by_index(call(kata.Vocab, list(OWLS))), list(TABLE), hint)

    def test_reserved_tokens_come_right_behind_unk(self, kata):
        reserved = ["<pad>", "<bos>", "<eos>", "<sep>", "<cls>", "<num>"]  # a set mixes them up
        got, expected = call(kata.Vocab, list(OWLS), 0, reserved), ["<unk>", *reserved, *TABLE[1:]]
        assert_value(by_index(got), expected, "They stand in the given order, before the corpus.")

    def test_no_token_stands_twice(self, kata):
        corpus = ["owl", "<pad>", "<pad>", "<unk>", "<unk>", "<unk>"]
        got = call(kata.Vocab, corpus, reserved_tokens=["<pad>"])
        hint = "`<unk>` and the reserved tokens have their places, also if the corpus holds them."
        assert_value(by_index(got), ["<unk>", "<pad>", "owl"], hint)

    @mark.parametrize(("min_freq", "kept"), [(1, 3), (2, 2), (3, 1), (4, 0)])
    def test_rarer_tokens_than_min_freq_are_left_out(self, kata, min_freq, kept):
        got = call(kata.Vocab, tokens=list(OWLS), min_freq=min_freq)
        hint = f"Here owl stands 3 times, sat 2, on 1, and {min_freq} times is enough."
        assert_value(by_index(got), list(TABLE[: kept + 1]), hint)

    def test_reserved_tokens_may_be_rare(self, kata):
        got = call(kata.Vocab, list(OWLS), 3, ["<pad>", "on"])
        assert_value(by_index(got), ["<unk>", "<pad>", "on", "owl"], "min_freq is not for them.")

    def test_equally_frequent_tokens_stand_side_by_side(self, kata):
        got = by_index(call(kata.Vocab, ["e", "b", "a", "c", "a", "c", "b"]))
        told = got.part([*got.value[:1], *sorted(got.value[1:4]), *got.value[4:]], "ties sorted")
        assert_value(told, ["<unk>", "a", "b", "c", "e"], "Tokens with one count all have a place.")

    @mark.parametrize("lines", [[["on", "owl", "sat"], [], ["owl", "sat", "owl"]], [[], [*OWLS]]])
    def test_a_list_of_lines_is_one_corpus(self, kata, lines):
        hint = "Count the tokens of all lines together."
        assert_value(by_index(call(kata.Vocab, lines)), list(TABLE), hint)

    def test_tuples_are_tokens(self, kata):
        pairs = [("owl", "sat"), ("the", "owl"), ("the", "owl")]
        got = call(kata.Vocab, pairs)
        assert_value(by_index(got), ["<unk>", ("the", "owl"), ("owl", "sat")], "One token each.")

    def test_token_to_idx_is_the_inverse_of_idx_to_token(self, kata):
        got = call(kata.Vocab, list(OWLS), reserved_tokens=["<pad>"])
        tokens = ["<unk>", "<pad>", *TABLE[1:]]
        found = [got.value.token_to_idx[token] for token in tokens]
        assert_value(got.part(found, f"token_to_idx of {tokens}"), [0, 1, 2, 3, 4])

    def test_token_freqs_are_pairs_from_high_to_low(self, kata):
        got = call(kata.Vocab, list(OWLS), 2)
        expected = [("owl", 3), ("sat", 2), ("on", 1)]
        hint = "A list of tuples (token, count), also of the tokens that min_freq leaves out."
        assert_value(got.part(got.value.token_freqs, "vocab.token_freqs"), expected, hint)

    @mark.parametrize("token", ["wall", "Owl", "", "<unk>"])
    def test_an_unknown_token_has_the_index_of_unk(self, kata, token):
        got = call(kata.Vocab, list(OWLS))
        assert_value(got.part(got.value[token], f"vocab[{token!r}]"), 0, "The index of `<unk>`: 0.")

    @mark.parametrize(
        ("tokens", "indices"),
        [
            ("sat", 2),
            (["sat", "owl"], [2, 1]),
            ([[["on"]]], [[[3]]]),
            ([], []),
            ([["on", "wall"], [], ["owl"]], [[3, 0], [], [1]]),
        ],
    )
    def test_indexing_by_a_token_a_list_or_lists(self, kata, tokens, indices):
        got = call(kata.Vocab, list(OWLS))
        hint = "A list gives a list, element by element; so do the lists in a list."
        assert_value(got.part(got.value[tokens], f"vocab[{tokens!r}]"), indices, hint)

    def test_looking_up_adds_nothing(self, kata):
        got = call(kata.Vocab, list(OWLS))
        before, _, after = len(got.value), got.value[["wall", "Owl"]], len(got.value)
        told = got.part((before, after), "len() before and after vocab[['wall', 'Owl']]")
        assert_value(told, (4, 4), "An unknown token stays unknown.")

    @mark.parametrize(
        ("indices", "tokens"),
        [(2, "sat"), (0, "<unk>"), ([3, 0, 1], ["on", "<unk>", "owl"]), ([1], ["owl"]), ([], [])],
    )
    def test_to_tokens_of_an_index_or_a_list(self, kata, indices, tokens):
        got = call(kata.Vocab, list(OWLS))
        told = got.part(got.value.to_tokens(indices), f"vocab.to_tokens({indices!r})")
        assert_value(told, tokens, "One index gives one token, a list gives a list of any length.")


STORY = "Owls!\n\n  An owl's wall -- \nwow, 12 owls\n"
CLEANED = "owls" + "an owl s wall" + "wow owls"


class TestLoadCorpusTimeMachine:
    @mark.shapes
    def test_a_tuple_of_a_list_and_a_vocabulary(self, kata, tmp_path):
        got = on_file(kata.load_corpus_time_machine, tmp_path, "an owl\n")
        pair = type(got.value) is tuple and len(got.value) == 2 and type(got.value[0]) is list
        expected = "a tuple: the list of indices, the Vocab"
        assert_that(pair, got, "", expected, "return corpus, vocab")
        kinds = {type(index).__name__ for index in got.value[0]}
        hint = "One flat list: the index of every character, one after the other."
        assert_that(kinds == {"int"}, got, f"a corpus of {kinds}", "a corpus of ints", hint)

    def test_indices_of_the_characters(self, kata, tmp_path):
        # a 5, b 3, blank 2, c 1: no ties.
        got = on_file(kata.load_corpus_time_machine, tmp_path, "Aa b a,\n\nba?\nbac\n")
        told = by_index(got.part(got.value[1], "the Vocab"))
        hint = "The Vocab counts all characters of the cleaned lines, with nothing in between."
        assert_value(told, ["<unk>", "a", "b", " ", "c"], hint)
        expected = [1, 1, 3, 2, 3, 1, 2, 1, 2, 1, 4]
        hint = "All characters of the cleaned lines, one line behind the other, nothing in between."
        assert_value(got.part(got.value[0], "the corpus"), expected, hint)

    @mark.parametrize(("max_tokens", "left"), [(-1, 25), (1, 1), (7, 7), (25, 25), (99, 25)])
    def test_the_corpus_is_cut_after_max_tokens_characters(self, kata, tmp_path, max_tokens, left):
        got = on_file(kata.load_corpus_time_machine, tmp_path, STORY, max_tokens=max_tokens)
        corpus, vocab = got.value
        told = got.part([vocab.idx_to_token[index] for index in corpus], "tokens of the corpus")
        hint = "max_tokens counts characters of the corpus; -1 means all of them."
        assert_value(told, list(CLEANED[:left]), hint)

    def test_the_vocabulary_is_of_the_whole_text(self, kata, tmp_path):
        got = on_file(kata.load_corpus_time_machine, tmp_path, STORY, max_tokens=3)
        vocab = by_index(got.part(got.value[1], "the Vocab"))
        hint = "Make the Vocab of all characters first, cut the corpus afterwards."
        told = got.part(sorted(vocab.value), "tokens of the Vocab, sorted")
        assert_value(told, sorted({"<unk>", *CLEANED}), hint)
        assert_value(got.part(vocab.value[:2], "its first tokens"), ["<unk>", "w"], hint)

    def test_all_of_it_by_default(self, kata, tmp_path):
        got = on_file(kata.load_corpus_time_machine, tmp_path, 500 * STORY)
        told = got.part(len(got.value[0]), "len() of the corpus")
        assert_value(told, 500 * len(CLEANED), "max_tokens is -1 by default: all of it.")
