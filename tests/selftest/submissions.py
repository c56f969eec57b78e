"""Submissions that break, hang, cheat, or only look odd, and the verdict each must get.

`python -m tests.selftest.submissions FILE` runs them all and writes the reports to FILE.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.grader.catalogue import ROOT, chapters
from tests.grader.pool import Limits
from tests.grader.score import report
from tests.grader.session import Session, collect

STEM = "ch13_dropout"
SOLUTION = (ROOT / "solutions" / f"{STEM}.py").read_text(encoding="utf-8")
SIGNATURE = "def dropout_layer(X: Tensor, dropout: float) -> Tensor:\n"
BEFORE, _, REST = SOLUTION.partition(SIGNATURE)
AFTER = REST[REST.index("class DropoutMLP") :]


@dataclass(frozen=True)
class Submission:
    """A chapter file (and others beside it), with the verdicts of its two stubs."""

    text: str | bytes
    first: str  # verdict of dropout_layer, whose code is changed
    second: str  # verdict of DropoutMLP, which calls it
    says: str = ""
    beside: tuple[tuple[str, str], ...] = ()


def body(code: str) -> str:
    """The solution with another body of dropout_layer."""
    indented = "".join(f"    {line}\n" for line in code.splitlines())
    return f"{BEFORE}{SIGNATURE}{indented}\n\n{AFTER}"


def top(code: str) -> str:
    """The solution with code that runs when the file is loaded."""
    return f"{BEFORE}{code}\n\n\n{SIGNATURE}{REST}"


def wrong(code: str) -> str:
    """Code that runs at load, before a dropout_layer that drops nothing."""
    return f"{BEFORE}{code}\n\n\n{SIGNATURE}    return X\n\n\n{AFTER}"


ENDLESS = "while True:\n    pass"
STUBBORN = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
EATER = "kept = []\nwhile True:\n    kept.append(bytearray(10_000_000))"
ALWAYS_EQUAL = """class Anything:
    def __eq__(self, other): return True
    def __bool__(self): return True
    def __getattr__(self, name): return self
    def __call__(self, *args, **kwargs): return self
return Anything()"""
SUBCLASS = """class Yes(torch.Tensor):
    @classmethod
    def __torch_function__(cls, *args, **kwargs): return torch.tensor(True)
return X.as_subclass(Yes)"""
FROM_CALL = """import _pytest.runner as runner
old = runner.CallInfo.from_call
runner.CallInfo.from_call = staticmethod(lambda func, when, reraise=None: old(lambda: None, when))"""
EVERY_TEST = """import sys
graded = sys.modules["tests.test_ch13_dropout"].TestDropoutLayer
for name in dir(graded):
    if name.startswith("test"):
        setattr(graded, name, lambda self, *args, **kwargs: None)"""
SOLVED = "from importlib import util\nspec = util.spec_from_file_location('s', {!r})\nmodule = "
SOLVED += "util.module_from_spec(spec)\nspec.loader.exec_module(module)"
DAEMON = """import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)"""
PIPES = """import os
for number in range(3, 64):
    try:
        os.write(number, b'{"event": "end"}\\n' * 10)
    except OSError:
        pass
return X"""
# Python 3.11 gives the jump at the end of such a loop no line.
UNNUMBERED = """for i in iter(int, 1):
    try:
        if X is None:
            dropout = 1
    except ValueError:
        pass"""
ODD = """import collections, dataclasses, logging, traceback, warnings
print("hello")
logging.warning("hello")
warnings.warn("hello")
Pair = collections.namedtuple("Pair", "a b")
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
if __name__ == "__main__":
    raise SystemExit("not reached")"""
PATCH = "import sys\nsys.modules['tests.checks'].{} = {}"
PLANTED = "raise SystemExit('planted')"

SUBMISSIONS = {
    "solution": Submission(SOLUTION, "passed", "passed"),
    "todo": Submission(body('raise NotImplementedError("TODO dropout_layer")'), "todo", "blocked", "dropout_layer"),
    "syntax_error": Submission(SOLUTION.replace("return mask", "return mask]"), "error", "error", "unmatched ']'"),
    "indentation": Submission(SOLUTION.replace("    mask =", "  mask ="), "error", "error", "IndentationError"),
    "not_utf8": Submission(b"x = '\xd6\xd0'\n" + SOLUTION.encode(), "error", "error", "UTF-8"),
    "missing_name": Submission(SOLUTION.replace("def dropout_layer", "def dropout_layr"), "error", "error", "was it renamed"),
    "renamed_parameter": Submission(
        SOLUTION.replace(SIGNATURE + REST[: REST.index("class")], "def dropout_layer(x, p):\n    return nn.functional.dropout(x, p)\n\n\n"),
        "error", "passed", "signature"),
    "import_error": Submission("import tensorflow\n" + SOLUTION, "error", "error", "need only torch"),
    "exception": Submission(body("return X.view(-1, 7).t().view(3)"), "error", "error", "Your code raised"),
    "none": Submission(body("X * 2"), "failed", "error", "did you forget `return`"),
    "recursion": Submission(body("return dropout_layer(X, dropout)"), "error", "error", "calls itself"),
    "endless": Submission(body(ENDLESS), "timeout", "timeout", "endless loop"),
    "endless_unnumbered": Submission(body(UNNUMBERED), "timeout", "timeout", "endless loop"),
    "stubborn": Submission(body(STUBBORN), "timeout", "timeout", "endless loop"),
    "deaf": Submission(top("import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)").replace("    mask =", "    while True: pass\n    mask ="), "timeout", "timeout", "endless loop"),
    "endless_at_load": Submission(top(ENDLESS), "timeout", "timeout", "endless loop"),
    "memory": Submission(body(EATER), "crashed", "crashed", "out of memory"),
    "memory_at_once": Submission(body("return torch.zeros(10**12)"), "crashed", "crashed", "out of memory"),
    "memory_at_load": Submission(top(EATER), "crashed", "crashed", "out of memory"),
    "sys_exit": Submission(body("import sys\nsys.exit(0)"), "error", "error", "sys.exit()"),
    "sys_exit_at_load": Submission(top("import sys\nsys.exit(0)"), "error", "error", "sys.exit()"),
    "os_exit": Submission(body("import os\nos._exit(0)"), "crashed", "crashed", "os._exit()"),
    "os_exit_at_load": Submission(top("import os\nos._exit(0)"), "crashed", "crashed", "while the file was being loaded"),
    "skip": Submission(body("import pytest\npytest.skip('no')"), "error", "error", "ends its own test"),
    "skip_at_load": Submission(top("import pytest\npytest.skip('no', allow_module_level=True)"), "error", "error", "ends the test run"),
    "unittest_skip": Submission(body("import unittest\nraise unittest.SkipTest('no')"), "error", "error", "ends its own test"),
    "xfail": Submission(body("import pytest\npytest.xfail('no')"), "error", "error", "ends its own test"),
    "pytest_exit": Submission(body("import pytest\npytest.exit('no', returncode=0)"), "error", "error", "ends a test run"),
    "keyboard_interrupt": Submission(body("raise KeyboardInterrupt"), "error", "error", "ends a test run"),
    "segfault": Submission(body("import ctypes\nctypes.string_at(0)"), "crashed", "crashed", "segmentation fault"),
    "segfault_at_load": Submission(top("import ctypes\nctypes.string_at(0)"), "crashed", "crashed", "segmentation fault"),
    "abort": Submission(body("import os\nos.abort()"), "crashed", "crashed", "abort"),
    "prints": Submission(SOLUTION.replace("    mask =", "    print('x' * 10_000_000)\n    mask ="), "passed", "passed", "drop the print calls"),
    "always_equal": Submission(body(ALWAYS_EQUAL), "failed", "error", "Its type is Anything"),
    "tensor_subclass": Submission(body(SUBCLASS), "failed", "error", "subclass of Tensor"),
    "bad_repr": Submission(body("class Bad:\n    def __repr__(self): raise ValueError\nreturn Bad()"), "failed", "error", "whose repr raises"),
    "bad_str": Submission(body("class Bad(Exception):\n    def __str__(self): raise ValueError\nraise Bad"), "error", "error", "cannot be shown"),
    "patched_pytest": Submission(wrong(FROM_CALL), "error", "error", "CallInfo.from_call"),
    "patched_tests": Submission(wrong(EVERY_TEST), "error", "error", "test tools"),
    "patched_check": Submission(wrong(PATCH.format("assert_tensor", "lambda *args, **kwargs: None")), "error", "error", "tests.checks.assert_tensor"),
    "patched_code": Submission(wrong(PATCH.format("assert_tensor.__code__", "(lambda *a, **k: None).__code__")), "error", "error", "may not do this"),
    "patched_tolerance": Submission(wrong(PATCH.format("TOLERANCES", "{torch.float32: (9e9, 9e9), torch.float64: (9e9, 9e9)}")), "error", "error", "TOLERANCES"),
    "shadowed_builtin": Submission(wrong(PATCH.format("bool", "lambda value: True")), "error", "error", "tests.checks.bool"),
    "patched_torch": Submission(wrong("torch.isclose = lambda a, b, **k: torch.ones_like(a, dtype=torch.bool)"), "error", "error", "torch.isclose"),
    "patched_method": Submission(wrong("torch.Tensor.all = lambda self: torch.tensor(True)"), "error", "error", "torch.Tensor.all"),
    "patched_layer": Submission(top("nn.Linear.forward = lambda self, X: X"), "error", "error", "Linear.forward"),
    "imports_solution": Submission(wrong("from solutions.ch13_dropout import dropout_layer as right"), "error", "error", "may not do this"),
    "loads_solution": Submission(wrong(SOLVED.format(str(ROOT / "solutions" / f"{STEM}.py"))), "error", "error", "may not do this"),
    "reads_tests": Submission(wrong(f"open({str(ROOT / 'tests' / 'checks.py')!r})"), "error", "error", "may not do this"),
    "frames": Submission(body("import sys\nsys._getframe(1)\nreturn X"), "error", "error", "may not do this"),
    "inspect": Submission(body("import inspect\ninspect.stack()\nreturn X"), "error", "error", "may not do this"),
    "traceback": Submission(body("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    e.__traceback__.tb_frame\nreturn X"), "error", "error", "may not do this"),
    "garbage": Submission(body("import gc\ngc.get_objects()\nreturn X"), "error", "error", "may not do this"),
    "trace": Submission(wrong("import sys\nsys.settrace(print)"), "error", "error", "may not do this"),
    "kills_parent": Submission(body("import os\nos.kill(os.getppid(), 9)\nreturn X"), "error", "error", "may not do this"),
    "kills_all": Submission(body("import os\nos.kill(-1, 9)\nreturn X"), "error", "error", "may not do this"),
    "starts_program": Submission(body("import subprocess\nsubprocess.run(['true'])\nreturn X"), "error", "error", "may not do this"),
    "lifts_limit": Submission(wrong("import resource\nresource.setrlimit(resource.RLIMIT_DATA, (-1, -1))"), "error", "error", "Loading the file fails"),
    "atexit": Submission(wrong("import atexit, os\natexit.register(os._exit, 0)"), "failed", "failed"),
    "thread": Submission(wrong("import os, threading\nthreading.Timer(0.01, os._exit, (0,)).start()"), "crashed", "crashed"),
    "forges_events": Submission(body(PIPES), "failed", "failed"),
    "closes_pipes": Submission(body("import os\nos.closerange(3, 64)\nreturn X"), "crashed", "crashed"),
    "daemon": Submission(top(DAEMON), "passed", "passed"),
    "odd_but_honest": Submission(top(ODD), "passed", "passed"),
    "helper_file": Submission(top("from my_helper import ONE\nassert ONE == 1"), "passed", "passed", beside=(("my_helper.py", "ONE = 1"),)),
    "planted": Submission(wrong(""), "failed", "failed", beside=(
        ("torch.py", PLANTED), ("pytest.py", PLANTED), ("json.py", PLANTED), ("conftest.py", PLANTED),
        ("pytest.ini", "[pytest]\naddopts = --collect-only"), ("tests/__init__.py", PLANTED))),
}  # fmt: skip


def main(out: Path) -> int:
    """Run every submission with short limits and write its report."""
    chapter = next(chapter for chapter in chapters() if chapter.stem == STEM)

    def then(session: Session) -> int:
        reports = {}
        manifest = session.manifest(chapter.stubs)
        limits = Limits(jobs=2, memory=1 << 28, timeout=2.0)
        with tempfile.TemporaryDirectory() as folder:
            for name, submission in SUBMISSIONS.items():
                impl = Path(folder, name)
                write(impl, submission)
                results = session.run(chapter.stubs, impl, 0, limits)
                told = report(session, manifest, results, impl=name, seed=0, seconds=0.0)
                reports[name] = {stub["stub"]: stub for stub in told["stubs"]}
        out.write_text(json.dumps({"pid": os.getpid(), "reports": reports}))
        return 0

    return collect([chapter.test_path], then, timeout=2.0)


def write(impl: Path, submission: Submission) -> None:
    """Put a submission into a folder."""
    impl.mkdir()
    text = submission.text
    data = text if isinstance(text, bytes) else text.encode()
    (impl / f"{STEM}.py").write_bytes(data)
    for name, text in submission.beside:
        (impl / name).parent.mkdir(exist_ok=True)
        (impl / name).write_text(text)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
