"""Turn an exception that ended a hidden test into an outcome and a text for the learner."""

from __future__ import annotations

import linecache
import re
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.checks import CheckFailed
from tests.grader.catalogue import ROOT
from tests.grader.kata import OUTCOMES, KataError, shown, unreadable
from tests.grader.text import parameters, read

# What torch and numpy say, and what it usually means. First match wins.
ADVICE = (
    ("view size is not compatible", "Use reshape instead of view: the input is not contiguous."),
    (
        "leaf Variable that requires grad .* in-place",
        "Do not change a parameter or an input in place; update parameters under torch.no_grad().",
    ),
    ("modified by an inplace operation", "A tensor that backward() needs was changed in place."),
    (
        "backward through the graph a second time",
        "The graph of an earlier step is still attached: detach what is carried over.",
    ),
    (
        "does not require grad",
        "It is cut off from the graph: .data, .detach(), .item() or torch.no_grad() on the way.",
    ),
    (
        "grad can be implicitly created only for scalar",
        "backward() starts from one number: take the sum or the mean of the losses first.",
    ),
    (
        "'NoneType' object has no attribute '(zero_|data)'",
        "There is no gradient yet, or `w = w - ...` made a new tensor, which gets none; "
        "or a layer has no bias.",
    ),
    (r"Can't call numpy\(\) on Tensor that requires", "Stay in torch: numpy cuts the gradient."),
    (
        "shapes cannot be multiplied|size mismatch",
        "Print the shapes of both factors: one may need a transpose or a reshape.",
    ),
    (
        "must match the size of tensor|could not be broadcast",
        "Print both shapes: one may need keepdim=True or an extra axis.",
    ),
    (r"expected input.* to have \d+ channels", "in_channels are the channels of what goes in."),
    (
        "set_data.*incompatible tensor type",
        "The new values lie on another device: draw them on that of the old ones, or copy_ them.",
    ),
    (
        "on the same device|is not on the expected device",
        "A tensor made inside is on another device: create it with device=X.device.",
    ),
    (
        "Boolean value of Tensor with more than one value|truth value of an array",
        "An `if` needs one truth value: use .any(), .all() or torch.where.",
    ),
    (
        "Sizes of tensors must match except in dimension",
        "torch.cat needs the same sizes along every other axis: print the shapes.",
    ),
    ("expected .*(type|dtype)|same dtype", "The dtypes differ: create tensors with dtype=X.dtype."),
    (
        "'NoneType' object is not callable",
        "A function is called that is None: an argument that may be None needs an `if`.",
    ),
    ("'NoneType' object", "Something is None: is a `return` missing?"),
    (
        r"No module named 'ch\d\d_",
        "The file of that earlier chapter must stand beside this one; `make reset` brings it back.",
    ),
    (
        r"cannot import name .* from 'ch\d\d_",
        "Names in that earlier chapter must stay as they were; `make reset` brings a stub back.",
    ),
)
SOLUTIONS = ROOT / "solutions"  # their signatures are those of the stubs
SIGNATURE = re.compile(r"[\w.<>]+\(\) (got an unexpected|got multiple|missing|takes) ")


@dataclass
class Feedback:
    """Outcome of a test that did not pass.

    outcome: failed, error, timeout, crashed, blocked or todo.
    needs: the stub that is still to do, for todo and blocked.
    where: file:line of the learner's code.
    of_loading: it can come from loading the chapter file, before any test has called anything.
    """

    outcome: str
    message: str
    where: str = ""
    needs: str = ""
    of_loading: bool = False

    def text(self) -> str:
        return f"{self.message}\n{self.where}" if self.where else self.message


def explain(error: BaseException, file: Path, stub: str) -> Feedback:
    """Feedback for `error`, raised while `stub` was tested, which stands in `file`."""
    found = _explain(error, file.parent, stub)
    if found.outcome in ("failed", "error") and not found.of_loading:
        found.message += _other_parameters(file, stub)
    return found


def _other_parameters(file: Path, stub: str) -> str:
    """A sentence on parameters that have other names or another order than in the stub."""
    try:
        mine, theirs = (parameters(read(p), stub) for p in (file, SOLUTIONS / file.name))
    except (SyntaxError, ValueError):
        return ""
    if not mine or not theirs or mine[: len(theirs)] == theirs:
        return ""
    mine, theirs = (", ".join(name for name in names if name != "self") for names in (mine, theirs))
    return f"\nThe parameters are ({mine}); in the stub they are ({theirs}), in this order."


def _explain(error: BaseException, folder: Path, stub: str) -> Feedback:
    needs = _to_do(error)
    if needs and needs.partition(".")[0] == stub:
        return Feedback("todo", f"{needs} is still to do.", "", needs, True)
    if needs:
        return Feedback("blocked", f"It needs {needs}, which is still to do.", "", needs, True)
    where, code = _place(error.__traceback__, folder)
    kind, text = type(error).__name__, _text(error)
    if isinstance(error, KataError):
        return Feedback("error", text, error.where, of_loading=True)
    if isinstance(error, CheckFailed):
        return Feedback("failed", text)
    if isinstance(error, OUTCOMES):
        if text.startswith("Timeout"):
            told = f"It did not come to an end: is there an endless loop? {_limit(text)}{code}"
            return Feedback("timeout", told, where, of_loading=True)
        return Feedback("error", f"The code ends its own test ({kind}).{code}", where)
    if isinstance(error, MemoryError) or re.search("can't allocate memory|bad_alloc", text):
        return Feedback("crashed", f"Out of memory.{code}", where, of_loading=True)
    if isinstance(error, SystemExit):
        return Feedback("error", f"The code calls sys.exit().{code}", where)
    if isinstance(error, SyntaxError) and folder in Path(error.filename or "").parents:
        return Feedback("error", *unreadable(error, Path(error.filename)))  # another chapter's
    if isinstance(error, RecursionError):
        told = f"It calls itself without end: what stops the recursion?{code}"
        return Feedback("error", told, where)
    advice = next((told for pattern, told in ADVICE if re.search(pattern, text)), "")
    if where:
        said = f"{_called(error)}Your code raised {kind}: {text}{code}"
    elif isinstance(error, TypeError) and SIGNATURE.match(text):
        said = f"The call does not fit the signature: {text}"
        advice = "Names, order and defaults of the parameters must stay as in the stub."
    else:
        said = f"{_called(error)}What came back could not be used, {kind}: {text}"
    return Feedback("error", f"{said}\n{advice}" if advice else said, where)


def _to_do(error: BaseException | None) -> str:
    """The stub that raised, also when the learner's code caught and re-raised it."""
    seen = 0
    while error is not None and seen < 20:
        if isinstance(error, NotImplementedError) and _text(error).startswith("TODO "):
            return _text(error).removeprefix("TODO ").strip()
        error, seen = error.__cause__ or error.__context__, seen + 1
    return ""


def numbered(error: BaseException) -> BaseException:
    """The error, in whose traceback each entry has a line: a jump of Python 3.11 may have none."""
    entries, tb = [], error.__traceback__
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    if not all(entry.tb_lineno for entry in entries):
        for entry in reversed(entries):
            line = entry.tb_lineno or entry.tb_frame.f_code.co_firstlineno
            tb = TracebackType(tb, entry.tb_frame, entry.tb_lasti, line)
        error.__traceback__ = tb
    return error


def _place(tb: TracebackType | None, folder: Path) -> tuple[str, str]:
    """file:line of the deepest frame that is the learner's; its source, on a line of its own."""
    where = code = ""
    steps = 0
    while tb is not None and steps < 2000:
        path = Path(tb.tb_frame.f_code.co_filename)
        if folder in path.parents:
            where = f"{shown(path)}:{tb.tb_lineno}"
            line = linecache.getline(str(path), tb.tb_lineno).strip()
            code = f"\n    {line}" if line else ""
        tb, steps = tb.tb_next, steps + 1
    return where, code


def _text(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception:
        text = "(its message cannot be shown)"
    return text if len(text) <= 1500 else f"{text[:1500]}..."


def _called(error: BaseException) -> str:
    """The call that ended in the error, on a line of its own, when it is known."""
    text = getattr(error, "called", "")
    return f"{text}\n" if type(text) is str and text else ""


def _limit(text: str) -> str:
    found = re.search(r">\s*([\d.]+)", text)
    return f"Stopped after {float(found[1]):g} s." if found else ""
