"""A net on another device: it tells, without a GPU, where a function makes its tensors."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import torch
from torch import Tensor, nn

from tests.calls import Call
from tests.checks import assert_value
from tests.recurrent import State


class Halt(Exception):
    """Ends a call that has told enough."""


class Elsewhere:
    """A net and a loss for the device "meta": they note where they are called for.

    `last`, "net" or "loss", ends the call, for nothing can be computed there.
    """

    def __init__(self, last: str) -> None:
        self.last, self.params, self.seen = last, [nn.Parameter(torch.zeros(1))], {}

    def begin_state(self, *, batch_size: int, device: torch.device | str) -> tuple[Tensor]:
        self.seen.setdefault("state", torch.device(device).type)
        return (torch.zeros(batch_size, 2, device="meta"),)

    def __call__(self, X: Tensor, state: State) -> tuple[Tensor, State]:
        self.seen.setdefault("X", X.device.type)
        if self.last == "net":
            raise Halt
        return torch.zeros(X.numel(), 6, device="meta"), state

    def loss(self, outputs: Tensor, labels: Tensor) -> None:
        self.seen.setdefault("labels", labels.device.type)
        raise Halt

    def visit(self, function: Callable, *args: object) -> None:
        """Call the function until it comes to the last place."""
        with suppress(Halt):
            function(*args)

    def check(self, text: str, hint: str, *names: str) -> None:
        """These were for the device "meta", as the call has asked."""
        __tracebackhide__ = True
        got = Call(text.replace("device", "device='meta'"), self.seen).part(self.seen, "devices")
        assert_value(got, dict.fromkeys(names, "meta"), f"{hint} Here meta stands for any GPU.")
