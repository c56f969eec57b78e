"""What a learner has done so far: make list, next, hint and reset. Nothing here imports torch."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.grader import text
from tests.grader.catalogue import ROOT, Chapter, Stub, UsageError, chapters, select
from tests.grader.files import write_json
from tests.grader.table import Terminal

STATE = ROOT / ".kata" / "progress.json"
HINTS = ROOT / "exercises" / "hints"


def load() -> dict[str, Any]:
    """Verdicts of the last check of each stub, and the hints shown. Empty when there is no file."""
    try:
        state = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        state = {}
    return {"verdicts": {}, "hints": {}, **(state if isinstance(state, dict) else {})}


def record(report: dict[str, Any]) -> None:
    """Remember the verdicts of a check of exercises/."""
    state = load()
    for stub in report["stubs"]:
        digest = _digest(ROOT / "exercises" / f"{stub['chapter']}.py")
        state["verdicts"][stub["stub"]] = {"verdict": stub["verdict"], "file": digest}
    write_json(STATE, state)


def state_of(stub: Stub, state: dict[str, Any]) -> str:
    """to do, not checked yet, or the last verdict, with a remark when the file has changed."""
    last = state["verdicts"].get(stub.name)
    if stub.name in text.to_do(text.read(stub.path)):
        return "to do"
    if last is None or last["verdict"] == "todo":
        return "not checked yet"
    same = last["file"] == _digest(stub.path)
    return last["verdict"] if same else f"{last['verdict']}, edited since"


def show_list(names: str, terminal: Terminal) -> int:
    """Print every chapter, or those of the names, with its stubs and their state."""
    state, wanted = load(), {stub.chapter for stub in select(names)}
    for chapter in [chapter for chapter in chapters() if chapter.stem in wanted]:
        states = {stub: state_of(stub, state) for stub in chapter.stubs}
        passed = sum(said.startswith("passed") for said in states.values())
        bar = f"{terminal.bar(passed, len(states))} {passed}/{len(states)}"
        source = f" ({chapter.source})" if chapter.source else ""
        terminal.say(terminal.colour(f"{chapter.stem}  {chapter.title}{source}", "1"))
        terminal.say(f"  {bar}")
        for stub, said in states.items():
            colour = "32" if said == "passed" else "2" if said == "to do" else "33"
            terminal.say(f"  {stub.name:<34}{terminal.colour(said, colour)}")
        terminal.say()
    return 0


def following(among: Iterable[Stub]) -> Stub | None:
    """The next stub to do: the first one of these that has not passed."""
    state = load()
    return next((s for s in among if not state_of(s, state).startswith("passed")), None)


def show_next(names: str, terminal: Terminal) -> int:
    stub = following(select(names))
    if stub is None:
        which = "Each of these" if names else "Every kata"
        terminal.say(f"{which} has passed. `make check` grades them all once more.")
        return 0
    say_next(stub, terminal)
    return 0


def say_next(stub: Stub, terminal: Terminal) -> None:
    place = f"exercises/{stub.chapter}.py:{text.line_of(stub)}"
    terminal.say(f"Next: {terminal.colour(stub.name, '1')} in {place}")
    terminal.say("  Read its docstring, replace `raise NotImplementedError(...)`, then:")
    terminal.say(f"    make check E={stub.name}")
    terminal.say(f"    make hint E={stub.name}     if you are stuck")


def show_hint(names: str, terminal: Terminal) -> int:
    """Print the hints of the named stubs that have been shown, and one more."""
    chosen = select(names) if names else [s for s in [following(select(""))] if s]
    if not chosen:
        raise UsageError("Every kata has passed: there is nothing left to hint at.")
    if len({stub.chapter for stub in chosen}) > 1:
        raise UsageError("Name one stub or one chapter: make hint E=dropout_layer")
    state = load()
    if len(chosen) > 1:  # a chapter: its first stub that is not done
        open_ = [s for s in chosen if not state_of(s, state).startswith("passed")]
        chosen = (open_ or chosen)[:1]
    stub = chosen[0]
    all_hints = hints(stub.chapter).get(stub.name, [])
    if not all_hints:
        raise UsageError(f"There are no hints for {stub.name}.")
    shown = min(state["hints"].get(stub.name, 0) + 1, len(all_hints))
    state["hints"][stub.name] = shown
    write_json(STATE, state)
    for number, hint in enumerate(all_hints[:shown], 1):
        terminal.wrap(f"{number}. {hint}", 0)
    left = len(all_hints) - shown
    more = f"{left} more: call it again." if left else "That was the last one."
    terminal.say(f"({stub.name}, hint {shown} of {len(all_hints)}. {more})")
    return 0


def hints(stem: str) -> dict[str, list[str]]:
    """The hints of a chapter by stub, from the numbered lists under its `## stub` headings."""
    found: dict[str, list[str]] = {}
    for section in re.split(r"^## ", text.read(HINTS / f"{stem}.md"), flags=re.M)[1:]:
        name, _, body = section.partition("\n")
        points = re.split(r"^\d\. ", body, flags=re.M)[1:]
        found[name.strip(" `")] = [" ".join(point.split()) for point in points]
    return found


def do_reset(names: str, terminal: Terminal) -> int:
    """Put the named stubs back and say where the old text is."""
    if not names:
        raise UsageError("Name what to reset: make reset E=dropout_layer, or E=ch13_dropout")
    chosen = select(names)
    for chapter in chapters():
        stubs = [stub for stub in chosen if stub.chapter == chapter.stem]
        if stubs:
            _reset(chapter, stubs, terminal)
    return 0


def _reset(chapter: Chapter, stubs: list[Stub], terminal: Terminal) -> None:
    path = f"exercises/{chapter.stem}.py"
    kept = text.reset(stubs)
    names = ", ".join(stub.name for stub in stubs)
    if kept:
        terminal.say(f"{names}: the original is back in {path}.")
        terminal.say(f"Your text is kept in exercises/{kept[0].name}.")
    else:
        terminal.say(f"{names}: {path} already holds the original.")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha1(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
