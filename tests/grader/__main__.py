"""`python -m tests.grader check [NAME ...]` and the other commands behind the Makefile.

Exit status: 0 when every selected stub passed, 1 when not, 2 when the call itself was wrong, 3 when
the grader failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback

from tests.grader import progress
from tests.grader.bench import bench
from tests.grader.catalogue import ROOT, UsageError
from tests.grader.check import check
from tests.grader.files import write_text
from tests.grader.table import Terminal

FAULT = ROOT / ".kata" / "fault.txt"
PACKAGES = ("torch", "torchvision", "numpy", "pandas", "pytest", "pytest_timeout")


def main(argv: list[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    terminal = Terminal()
    try:
        return args.run(args, terminal)
    except UsageError as error:
        terminal.wrap(str(error), 0)
        return 2
    except KeyboardInterrupt:
        terminal.say("\nStopped.")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except ModuleNotFoundError as error:
        if error.name not in PACKAGES:
            return _fault(terminal)
        terminal.wrap(f"{sys.executable} has no package {error.name}.", 0)
        terminal.wrap("`make setup` makes an environment that has all packages.", 0)
        return 2
    except Exception:
        return _fault(terminal)


def _fault(terminal: Terminal) -> int:
    """Say that the grader broke, and keep the traceback out of the learner's sight."""
    write_text(FAULT, traceback.format_exc())
    terminal.wrap("The grader itself has failed; this is not the fault of your code.", 0)
    terminal.wrap(f"Please report it, with the file {FAULT.relative_to(ROOT)}.", 0)
    return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.grader", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("check", help="grade stubs")
    one.add_argument("names", nargs="*", metavar="NAME", help="chapter number, stem, or stub")
    one.add_argument("--impl", default="exercises", metavar="DIR", help="folder of chapter files")
    one.add_argument("--seed", type=int, default=0, help="seed of every random input")
    one.add_argument("--jobs", type=_positive, default=min(os.cpu_count() or 1, 8), help="workers")
    one.add_argument("--timeout", type=float, default=10.0, help="seconds a test may take")
    one.add_argument("--memory", type=float, default=4.0, help="GB a worker may take")
    one.add_argument("--data", default="own", choices=["own", "real"], help="which data sets")
    one.add_argument("--json", metavar="FILE", help="write the report to FILE")
    one.set_defaults(run=check)
    for name, told in (
        ("answers", "run the known answers of tests/answers"),
        ("stress", "run them over many seeds"),
    ):
        one = commands.add_parser(name, help=told)
        one.add_argument("names", nargs="*", metavar="NAME")
        one.add_argument("--seed", type=int, default=0, help="seed of `answers`")
        one.add_argument("--seeds", type=_positive, default=20, help="number of seeds of `stress`")
        one.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, help="workers")
        one.add_argument("--json", metavar="FILE", help="write what `answers` found to FILE")
        one.set_defaults(run=_maintain, command=name)
    one = commands.add_parser("bench", help="speed, as ratios to import torch")
    one.set_defaults(run=lambda args, terminal: bench(terminal))
    for name, told, run in (
        ("list", "chapters, stubs and their state", progress.show_list),
        ("next", "the next stub to do", progress.show_next),
        ("hint", "one more hint", progress.show_hint),
        ("reset", "the original stub back", progress.do_reset),
    ):
        one = commands.add_parser(name, help=told)
        one.add_argument("names", nargs="*", metavar="NAME")
        one.set_defaults(run=lambda args, t, run=run: run(" ".join(args.names), t))
    return parser


def _maintain(args: argparse.Namespace, terminal: Terminal) -> int:
    from tests.grader import maintain  # imports torch

    return getattr(maintain, args.command)(args, terminal)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
