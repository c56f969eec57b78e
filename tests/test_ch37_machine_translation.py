"""Hidden tests of ch37_machine_translation."""

from pathlib import Path
from typing import Any

import torch
from pytest import mark
from torch import Tensor

from data.text import pairs
from tests.calls import Call, call
from tests.checks import (
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_value,
    several,
)


class TestPreprocessNmt:
    def check(self, kata: Any, text: str, expected: str, hint: str) -> None:
        __tracebackhide__ = True
        assert_value(call(kata.preprocess_nmt, text), expected, hint)

    @mark.shapes
    @mark.parametrize("text", ["va", ""])
    def test_a_text_comes_back(self, kata, text):
        assert_value(call(kata.preprocess_nmt, text=text), text, "There is nothing to change.")

    def test_small_letters(self, kata):
        self.check(kata, "GO Élan ÇA Œuf", "go élan ça œuf", "Every letter is a small one.")

    def test_everything_else_stays(self, kata):
        odd = '"oh" -a_b- [c] {d} <e> /f\\ g@h #1 $2 &*+=|~^`\r\nthin\u2009wide\u3000，。！？'
        for text in ("it's\t l'œuf:\n\n«half-past» 3;  4½ … (50 %) ß ’\t\n", odd):
            self.check(kata, text, text, "Tabs, line ends, runs of blanks and other signs stay.")

    @mark.parametrize("space", ["\u202f", "\u00a0"])
    def test_no_break_spaces_become_blanks(self, kata, space):
        hint = "U+202F and U+00A0 both become a blank, wherever they stand and however many."
        self.check(kata, f"ça{space}va; «{space}{space}oui{space}»", "ça va; «  oui »", hint)

    @mark.parametrize("sign", [",", ".", "!", "?"])
    def test_a_blank_stands_before_a_mark(self, kata, sign):
        hint = f"A blank before {sign} where there is none, and nothing behind it."
        self.check(kata, f"va{sign}\tok{sign} oui", f"va {sign}\tok {sign} oui", hint)

    @mark.parametrize("space", [" ", "  ", "\u202f", "\u00a0", " \u202f"])
    def test_no_second_blank_where_there_is_one(self, kata, space):
        hint = "There is a blank already, once the no-break spaces are blanks: add none, drop none."
        self.check(kata, f"va{space}! go", "va" + " " * len(space) + "! go", hint)

    @mark.parametrize("text", ["!", "? no", ",a"])
    def test_nothing_is_put_before_the_first_character(self, kata, text):
        self.check(kata, text, text, "The text does not begin with a blank of yours.")

    def test_every_mark_counts(self, kata):
        hint = "Each mark looks at the one character before it, be it a digit or a mark."
        self.check(kata, "...no?! a,b 3.14\tgo !!", ". . .no ? ! a ,b 3 .14\tgo ! !", hint)


LINES = "go .\tva !\nhi .\tsalut !\nrun !\tcours !\nhe ran .\til a couru .\n"
SOURCE = [["go", "."], ["hi", "."], ["run", "!"], ["he", "ran", "."]]
TARGET = [["va", "!"], ["salut", "!"], ["cours", "!"], ["il", "a", "couru", "."]]
ODD = "a list\nof pairs\tdes\tpaires\n\ngo .\tva !\nno tab\nhi .\tsalut !\n"


class TestTokenizeNmt:
    @mark.shapes
    def test_two_lists_of_lists(self, kata):
        hint = "(source, target), each with a list of tokens for every line that is a pair."
        assert_value(call(kata.tokenize_nmt, "go .\tva !"), ([["go", "."]], [["va", "!"]]), hint)

    @mark.parametrize("n", [1, 2, 3, 4, 9, None])
    def test_num_examples_is_the_number_of_lines(self, kata, n):
        got = call(kata.tokenize_nmt, text=LINES, num_examples=n)
        hint = "num_examples is the number of lines that are read, from the first; None means all."
        assert_value(got, (SOURCE[:n], TARGET[:n]), hint)

    @mark.parametrize(("text", "n"), [(ODD, 2), ("", 0), ("go .", 0)])
    def test_lines_without_exactly_one_tab_give_no_pair(self, kata, text, n):
        hint = "A line needs exactly one tab to be a pair; others, empty ones too, are skipped."
        assert_value(call(kata.tokenize_nmt, text), (SOURCE[:n], TARGET[:n]), hint)

    @mark.parametrize(("n", "left"), [(2, 0), (3, 0), (4, 1), (5, 1), (6, 2)])
    def test_lines_that_are_skipped_count(self, kata, n, left):
        hint = "num_examples counts lines of the text, also those that give no pair."
        assert_value(call(kata.tokenize_nmt, ODD, n), (SOURCE[:left], TARGET[:left]), hint)

    def test_tokens_are_the_pieces_between_single_blanks(self, kata):
        text = " go  .\t va\n\toui \nhi\t"
        hint = "Split at each blank: between two blanks, and in an empty sentence, stands ''."
        right = [["", "go", "", "."], [""], ["hi"]], [["", "va"], ["oui", ""], [""]]
        assert_value(call(kata.tokenize_nmt, text), right, hint)

    def test_all_lines_are_read_by_default(self, kata):
        got = call(kata.tokenize_nmt, LINES * 250)
        assert_value(got.part([*map(len, got.value)], "pairs"), [1000] * 2, "All lines are pairs.")


class TestTruncatePad:
    @mark.shapes
    def test_a_list_of_num_steps_elements(self, kata):
        got = call(kata.truncate_pad, line=[47, 4], num_steps=10, padding_token=1)
        assert_value(got, [47, 4, 1, 1, 1, 1, 1, 1, 1, 1], "Fill up behind the line.")

    @mark.parametrize("n", [1, 2, 3, 4, 6])
    def test_padded_or_cut_behind(self, kata, n):
        hint = "The first elements of the line, then padding if there are too few."
        lines = {"go on .": "go on . ? ? ?", "": "? ? ? ? ? ?"}
        for line, right in lines.items():
            assert_value(call(kata.truncate_pad, line.split(), n, "?"), right.split()[:n], hint)
        assert_value(call(kata.truncate_pad, [0, 3], n, 0), [0, 3, 0, 0, 0, 0][:n], hint)

    @mark.parametrize("num_steps", [2, 3, 6])
    def test_the_line_is_not_modified(self, kata, num_steps):
        assert_keeps_arguments(kata.truncate_pad, [7, 5, 8], num_steps, 0)


class Words(dict):
    """Indices by token or by list of tokens, as a Vocab gives them; unknown tokens are 0."""

    def __getitem__(self, tokens: str | list) -> int | list:
        return [self[t] for t in tokens] if isinstance(tokens, list) else self.get(tokens, 0)


USUAL = Words({"<unk>": 0, "<pad>": 1, "<bos>": 2, "<eos>": 3, "go": 4, "run": 5, ".": 6})
OTHER = Words({"<unk>": 0, "go": 1, "<eos>": 2, ".": 3, "run": 4, "<pad>": 5})


def whole(got: Call, n: int, hint: str = "One length for each row.") -> Call:
    """Lengths (n,) of any integer dtype, as int64."""
    __tracebackhide__ = True
    assert_shape(got, (n,), hint, dtype=None)
    kept = got.value.dtype in (torch.int64, torch.int32, torch.int16, torch.uint8, torch.int8)
    assert_that(kept, got, f"dtype {got.value.dtype}", "an integer dtype", "A length is a count.")
    return Call(got.text, got.value.long())


def valid_sums(batch: tuple, device: str) -> Tensor:
    """The indices of each row up to its valid length, summed on a device."""
    array, valid_len = (part.to(device) for part in batch)
    return (array * (torch.arange(array.shape[1], device=device) < valid_len[:, None])).sum(1)


class TestBuildArrayNmt:
    def check(self, got: Call, rows: list, lengths: list, hint: str) -> None:
        __tracebackhide__ = True
        array, valid_len = several(got, "array", "valid_len")
        assert_tensor(array, torch.tensor(rows), hint)
        told = "The number of places in a row that are not `<pad>`: tokens, `<unk>`, `<eos>`."
        assert_tensor(whole(valid_len, len(lengths)), torch.tensor(lengths), told)

    @mark.shapes
    @mark.parametrize("n", [1, 3])
    def test_shapes_and_integers(self, kata, n):
        got = call(kata.build_array_nmt, lines=[["go", "."]] * n, vocab=USUAL, num_steps=5)
        array, valid_len = several(got, "array", "valid_len")
        assert_shape(array, (n, 5), "One row a sentence, num_steps long.", dtype=torch.int64)
        whole(valid_len, n)

    def test_eos_is_appended_before_the_padding(self, kata):
        hint = "The tokens, then `<eos>`, which is 3 here, then `<pad>`, which is 1."
        got = call(kata.build_array_nmt, [["go", "."], [], ["run", "go", "."]], USUAL, 5)
        self.check(got, [[4, 6, 3, 1, 1], [3, 1, 1, 1, 1], [5, 4, 6, 3, 1]], [3, 1, 4], hint)

    @mark.parametrize("n", [4, 3, 1])
    def test_a_long_sentence_is_cut_and_loses_eos(self, kata, n):
        hint = "`<eos>` (3) is appended first; then the row is cut, `<eos>` too if it is too far."
        got = call(kata.build_array_nmt, [["go"] * 3, ["run", "go", ".", "go", "."]], USUAL, n)
        self.check(got, [[4, 4, 4, 3][:n], [5, 4, 6, 4][:n]], [n, n], hint)

    def test_unknown_tokens_count(self, kata):
        got = call(kata.build_array_nmt, [["so", "go", "now"], ["so"]], USUAL, 5)
        self.check(got, [[0, 4, 0, 3, 1], [0, 3, 1, 1, 1]], [4, 2], "`<unk>` (0) is no padding.")

    def test_indices_are_those_of_vocab(self, kata):
        got = call(kata.build_array_nmt, [["go", "."], ["so", "run", "go", "go"]], OTHER, 4)
        self.check(got, [[1, 3, 2, 5], [0, 4, 1, 1]], [3, 4], "In this vocab `<pad>` is 5: ask it.")

    def test_lines_are_not_modified(self, kata):
        assert_keeps_arguments(kata.build_array_nmt, [["go", "."], [], ["go"] * 9], USUAL, 4)

    @mark.cuda
    def test_arrays_can_be_used_on_the_gpu(self, kata):
        got = call(kata.build_array_nmt, [["go", "."], ["so", "run"]], USUAL, 4)
        assert_tensor(got.part(valid_sums(got.value, "cuda"), "sums"), torch.tensor([13, 8]).cuda())


# Twice or more: go . run on ! in English, va ! . in French.
TEXT = "Go.\tVa\u202f!\nGo on.\tVa, va.\nRun on!\tCours\u202f!\nRun.\tVa.\nOwls!\tDes hiboux!\n"
ROWS = (  # of 4 steps: the sentence, its valid length, its translation, its valid length
    ("go . <eos> <pad>", 3, "va ! <eos> <pad>", 3),
    ("go on . <eos>", 4, "va <unk> va .", 4),
    ("run on ! <eos>", 4, "<unk> ! <eos> <pad>", 3),
    ("run . <eos> <pad>", 3, "va . <eos> <pad>", 3),
    ("<unk> ! <eos> <pad>", 3, "<unk> <unk> ! <eos>", 4),
)
LOADED = ("data_iter", "src_vocab", "tgt_vocab")
PARTS = ("X", "X_valid_len", "Y", "Y_valid_len")


def numbered(n: int) -> tuple[str, list[tuple[str, str]]]:
    """A text of n pairs that are all different, and its pairs as rows of three steps."""
    rows = [(f"a{i // 25} a{i % 25}", f"b{i % 25} b{i // 25}") for i in range(n)]
    text = "".join("\t".join(row).upper() + "\n" for row in rows)
    return text, [(f"{source} <eos>", f"{target} <eos>") for source, target in rows]


def load(kata: Any, folder: Path, text: str, *args: int, **options: int) -> Call:
    """Call load_data_nmt with the path of a file that holds this text."""
    (path := folder / "pairs.txt").write_bytes(text.encode())
    got = call(kata.load_data_nmt, str(path) if options else path, *args, **options)
    holds = repr(text) if len(text) < 200 else f"{len(text.splitlines())} lines"
    return Call(f"{got.text}; the file holds {holds}", got.value)


def one_pass(got: Call, num_steps: int) -> list[tuple]:
    """The pairs of one pass, in tokens, like those of ROWS; every batch is checked."""
    __tracebackhide__ = True
    data_iter, *vocabs = (part.value for part in several(got, *LOADED))
    found, order = [], "In this order: X, its valid lengths, Y, its valid lengths."
    for batch in data_iter:
        parts, rows = several(got.part(tuple(batch), "a batch"), *PARTS), []
        for array, lengths, vocab in zip(parts[::2], parts[1::2], vocabs, strict=True):
            n, v = len(array.value), len(vocab)
            assert_shape(array, (n, num_steps), order, dtype=torch.int64)
            assert_that(int(array.value.max()) < v, array, "", f"indices of its language (< {v})")
            words = [" ".join(vocab.to_tokens(row)) for row in array.value.tolist()]
            rows += [words, whole(lengths, n, order).value.tolist()]
        found += zip(*rows, strict=True)
    return found


class TestLoadDataNmt:
    def check_tokens(self, got: Call, *words: str) -> None:
        __tracebackhide__ = True
        hint = "Tokens of the lines in use, of one language, seen twice or more; the reserved ones."
        for part, own in zip(several(got, *LOADED)[1:], words, strict=True):
            tokens = sorted(part.value.to_tokens(i) for i in range(len(part.value)))
            expected = sorted(["<unk>", "<pad>", "<bos>", "<eos>", *own.split()])
            assert_value(part.part(tokens, "its tokens, sorted"), expected, hint)

    def test_each_language_has_its_vocabulary(self, kata, tmp_path):
        self.check_tokens(load(kata, tmp_path, TEXT, 2, 4), "go . on run !", "va ! .")

    @mark.shapes
    @mark.parametrize(("batch_size", "sizes"), [(2, [2, 2, 1]), (5, [5]), (9, [5])])
    def test_batches_of_four_tensors(self, kata, tmp_path, batch_size, sizes):
        got = load(kata, tmp_path, TEXT, batch_size=batch_size, num_steps=6)
        one_pass(got, 6)
        found = got.part([len(batch[0]) for batch in got.value[0]], "the sizes of the batches")
        assert_value(found, sizes, "Each pass has all pairs; the last batch has what is left.")
        assert_value(got.part(len(got.value[0]), "len(data_iter)"), len(sizes), "Of batches.")

    def test_every_sentence_with_its_translation(self, kata, tmp_path):
        got = load(kata, tmp_path, TEXT, 2, 4)
        hint = "Rows and valid lengths as build_array_nmt makes them with these vocabularies."
        assert_value(got.part(sorted(one_pass(got, 4)), "pairs, sorted"), sorted(ROWS), hint)

    @mark.parametrize("odd", ["", "a list\na\tb\tc\n"])
    def test_num_examples_lines_are_used(self, kata, tmp_path, odd):
        for n, words in ((1, ("", "")), (2, ("go .", "va")), (3, ("go . on", "va !"))):
            got = load(kata, tmp_path, odd + TEXT, 3, 4, num_examples=n + odd.count("\n"))
            assert_value(got.part(len(one_pass(got, 4)), "pairs"), n, "num_examples counts lines.")
            self.check_tokens(got, *words)

    def test_600_lines_by_default_and_pairs_stay_together(self, kata, tmp_path):
        text, expected = numbered(650)
        got = load(kata, tmp_path, text, 64, 3)
        found = [row[::2] for row in one_pass(got, 3)]
        told = f"{len(found)} pairs, {len({*found} - {*expected})} of them in no line"
        hint = "600 lines by default. Shuffle sentences and translations in the same order."
        once = sorted(found) == sorted(expected[:600])
        assert_that(once, got, told, "each pair of the first 600 lines once", hint)

    def test_every_pass_has_another_random_order(self, kata, tmp_path):
        text, expected = numbered(60)  # two orders agree in 1 of 60! cases
        got = load(kata, tmp_path, text, 7, 3)
        first, second = ([row[::2] for row in one_pass(got, 3)] for _ in range(2))
        assert_that(first != expected, got, "the order of the file", "shuffled training data")
        assert_that(first != second, got, "the same order twice", "a new order at each pass")

    def test_the_file_is_read_at_every_call(self, kata, tmp_path):
        for word in ("go", "run"):
            self.check_tokens(load(kata, tmp_path, f"{word} {word}\tva\n", 1, 3), word, "")

    def test_the_pairs_of_the_project(self, kata):
        lines = pairs().read_text(encoding="utf-8").lower().split("\n")[:600]
        lines = [line.split("\t") for line in lines if line.count("\t") == 1]
        known = {tuple("".join(part.split()) for part in line) for line in lines}
        got = call(kata.load_data_nmt, pairs(), 64, 10)
        rows = [row[::2] for row in one_pass(got, 10)]
        assert_value(got.part(len(rows), "pairs"), len(lines), "Every line is a pair.")
        for row in rows:  # those that are whole, of known words
            if all("<eos>" in words and "<unk>" not in words for words in row):
                pair = tuple("".join(words.partition("<eos>")[0].split()) for words in row)
                assert_that(pair in known, got, f"the pair {row}", "pairs of the file only")

    @mark.cuda
    def test_batches_can_be_used_on_the_gpu(self, kata, tmp_path):
        for batch in load(kata, tmp_path, TEXT, 2, 4).value[0]:
            for part in (batch[:2], batch[2:]):
                got = Call("a batch summed on the GPU", valid_sums(part, "cuda"))
                assert_tensor(got, valid_sums(part, "cpu").cuda())
