"""A model that is a table of probabilities, and the check of what a search found in it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from tests.calls import Call, call
from tests.checks import assert_number, assert_that, fail

# All sequences of at most three tokens a, b and e (eos), written out.
ALL = ["e", "ae", "be", "aae", "abe", "bae", "bbe"]
ALL += ["aaa", "aab", "aba", "abb", "baa", "bab", "bba", "bbb"]
INTS = (int, np.integer)
BEHIND_EOS = (0.98, 0.01, 0.01)  # goes on as if nothing had ended


class Model:
    """Probabilities of the next token by the tokens so far; what is not listed is uniform.

    `vocabulary` has one letter a token: e is eos, ^ is bos, which never comes next. Without a ^
    bos is no token.
    """

    def __init__(self, rows: dict[str, tuple], vocabulary: str = "abe", device: str = "cpu"):
        self.rows, self.vocabulary, self.device = rows, vocabulary, device
        self.bos, self.eos = vocabulary.find("^") % 10, vocabulary.index("e")  # 9 without a ^
        self.letters = sorted(set(vocabulary) - {"^"} - {"e"}) + ["e"]

    def __call__(self, prefix: tuple[int, ...]) -> Tensor:
        """The step function: log-probabilities of the next token."""
        asked = Call(f"step({prefix!r})", prefix)
        hint = "Hand step everything so far, bos included, as a tuple of ints."
        ok = type(prefix) is tuple and all(isinstance(i, INTS) for i in prefix)
        assert_that(ok, asked, "the call above", "a tuple of ints as prefix", hint)
        ok = prefix[:1] == (self.bos,)
        assert_that(ok, asked, "the call above", f"a prefix that begins with bos, {self.bos}", hint)
        return self.after(self.spell(prefix[1:])).to(self.device)

    def after(self, text: str) -> Tensor:
        """Log-probabilities of the next token after these letters."""
        other = BEHIND_EOS if "e" in text else (1 / len(self.letters),) * len(self.letters)
        row = dict(zip(self.letters, self.rows.get(text, other), strict=False))
        return torch.tensor([row.get(letter, 0.0) for letter in self.vocabulary]).log()

    def spell(self, tokens: tuple[int, ...] | list[int]) -> str:
        return "".join(self.vocabulary[token] for token in tokens)

    def ids(self, text: str) -> tuple[int, ...]:
        return tuple(map(self.vocabulary.index, text))

    def logs(self, text: str) -> list[float]:
        """The log-probability of each token of a sequence."""
        return [float(self.after(text[:i])[self.ids(text)[i]]) for i in range(len(text))]

    def score(self, text: str, alpha: float = 0.75) -> float:
        return sum(self.logs(text)) / len(text) ** alpha

    def told(self) -> str:
        """The table in words."""
        rows = [
            f"  after {self.ids(text) or 'bos'}: "
            + ", ".join(f"{self.ids(x)[0]} with {p:.3g}" for x, p in zip(self.letters, row))  # noqa: B905
            for text, row in self.rows.items()
        ]
        return "\n".join(
            ["The probabilities, uniform where nothing is said and nothing has ended:", *rows]
        )


def random_model(rng: torch.Generator, vocabulary: str = "abe") -> Model:
    rows = torch.softmax(1.5 * torch.randn(7, 3, generator=rng), 1).tolist()
    return Model(dict(zip(["", "a", "b", "aa", "ab", "ba", "bb"], rows, strict=True)), vocabulary)


def search(
    function: Callable, model: Model, max_len: int, *size: int, alpha: float | None = None
) -> Call:
    """Call a search and check that it gives a sequence that is complete, with its right score."""
    given = () if alpha is None else (alpha,)
    got = call(
        function, model, model.bos, model.eos, max_len, *size, *given, name=function.__name__
    )
    return checked(got, model, max_len, 0.75 if alpha is None else alpha)


def checked(got: Call, model: Model, max_len: int, alpha: float = 0.75) -> Call:
    """The sequence found, in letters, once it is complete and its score is right."""
    __tracebackhide__ = True
    value = got.value
    pair = type(value) is tuple and len(value) == 2 and type(value[0]) in (tuple, list)
    ok = pair and all(isinstance(i, INTS) for i in value[0])
    forgot = "Nothing came back: did you forget `return`?" if value is None else ""
    assert_that(ok, got, "", "a tuple (tokens, score), tokens a tuple of ints", forgot)
    tokens, score = tuple(value[0]), value[1]
    assert_that(
        model.bos not in tokens, got, "", "tokens without bos", "Leave bos out: tokens[1:]."
    )
    ok = all(0 <= token < len(model.vocabulary) for token in tokens)
    assert_that(ok, got, "", f"tokens from 0 to {len(model.vocabulary) - 1}", model.told())
    ended = [i for i, token in enumerate(tokens, 1) if token == model.eos]
    hint = "The first eos is the last token of a sequence: nothing follows it."
    assert_that(ended in ([], [len(tokens)]), got, "", f"eos, {model.eos}, only at the end", hint)
    ok = len(tokens) == max_len or (ended and len(tokens) < max_len)
    expected = f"tokens that end with eos, {model.eos}, or {max_len} tokens"
    hint = "A sequence shorter than max_len is complete only with eos, which is part of it."
    assert_that(bool(ok), got, "", expected, f"{hint} None is longer than max_len.")
    right = model.score(model.spell(tokens), alpha)
    part = got.part(score, "the score")
    # Right answers in float32 are 4e-7 off, the nearest wrong score (bos counted) more than 0.02.
    assert_number(part, right, usual_mistake(score, tokens, model, alpha), rel=1e-5, abs=1e-5)
    return got.part(model.spell(tokens), "the tokens, in letters")


def usual_mistake(score: object, tokens: tuple[int, ...], model: Model, alpha: float) -> str:
    """What a wrong score says about how it was computed."""
    if not isinstance(score, (int, float, Tensor)):
        return ""
    logs, n, p = model.logs(model.spell(tokens)), len(tokens), math.exp
    total = sum(logs)
    usual = (
        (total, "This is the sum, not divided by length^alpha."),
        (total / (n + 1) ** alpha, "bos is not counted in the length."),
        (total / max(n - 1, 1) ** alpha, "eos is counted in the length."),
        (logs[-1] / n**alpha, "Every token counts in the sum, not only the last one."),
        (total - logs[-1], "Every token counts in the sum, also the last one."),
        ((total - logs[-1]) / n**alpha, "Every token counts in the sum, also the last one."),
        (total / n, f"The power of the length is alpha, {alpha}, not 1."),
        (total / n**0.75, f"The power of the length is alpha, {alpha}, not always 0.75."),
        (total / (n * alpha or 1), "length^alpha is a power, not a product."),
        (p(total), "This is a product of probabilities: the score is made of their logarithms."),
        (p(total) / n**alpha, "These are probabilities: the score is made of their logarithms."),
        (-total / n**alpha, "The sign is flipped: the sum of the log-probabilities is negative."),
    )
    told = [text for value, text in usual if math.isclose(float(score), value, rel_tol=1e-4)]
    formula = f"It is the sum of log-probabilities, {total:.6g}, divided by {n}^{alpha}."
    return f"{told[0] if told else ''} {formula}".strip()


def assert_found(found: Call, text: str, model: Model, hint: str) -> None:
    """The search found this sequence."""
    __tracebackhide__ = True
    returned, expected = (f"the tokens {model.ids(x)}" for x in (found.value, text))
    found = Call(found.text.partition(": ")[0], found.value)
    assert_that(found.value == text, found, returned, expected, f"{hint}\n{model.told()}")


def assert_best(found: Call, model: Model, hint: str, alpha: float = 0.75) -> None:
    """No sequence of at most three tokens has a better score; of equal ones any is right."""
    __tracebackhide__ = True
    mine, best = model.score(found.value, alpha), max(ALL, key=lambda t: model.score(t, alpha))
    right = model.score(best, alpha)
    if mine < right - 1e-5:  # float32 sums are 1e-6 off
        found = Call(found.text.partition(": ")[0], found.value)
        returned = f"the tokens {model.ids(found.value)}, score {mine:.6g}"
        expected = f"the tokens {model.ids(best)}, score {right:.6g}"
        fail(found, returned, expected, f"{hint}\n{model.told()}")
