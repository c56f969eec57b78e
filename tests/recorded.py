"""Nets that remember what they are called with, and what training must make of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import assert_tensor
from tests.recurrent import Data, State


class CellNet:
    """A net of the library's cells that is no module. It remembers what it is called with.

    Its state is a tuple of one tensor, of the kind "pair" a tuple of two, of the kind "whole" one
    tensor (1, b, h). A first state is not zero, so that one made elsewhere is found out.
    """

    def __init__(self, kind: str, params: list[Tensor]) -> None:
        self.kind, self.params = kind, [nn.Parameter(param.clone()) for param in params]
        self.begun: list[tuple] = []  # (batch_size, device) of every call of begin_state
        self.seen: list[tuple] = []  # (X, state, is it detached?) of every call

    def __call__(self, X: Tensor, state: State) -> tuple[Tensor, State]:
        parts = [state] if isinstance(state, Tensor) else list(state)
        detached = not any(part.requires_grad for part in parts)
        self.seen.append((X.clone(), [part.detach().clone() for part in parts], detached))
        return self.unroll(self.params, X, state)

    def begin_state(self, *, batch_size: int, device: torch.device | str) -> State:
        self.begun.append((batch_size, torch.device(device)))
        return self.first(batch_size, device)

    def first(self, b: int, device: torch.device | str = "cpu") -> State:
        shape = (b, self.params[1].shape[1])
        shape = (1, *shape) if self.kind == "whole" else shape
        H = torch.full(shape, 0.25, device=device)
        return H if self.kind == "whole" else (H, -H)[: 1 + (self.kind == "pair")]

    def to(self, device: torch.device | str) -> CellNet:
        self.params = [nn.Parameter(param.detach().to(device)) for param in self.params]
        return self

    def states(self, data: Data, anew: bool) -> Iterator[tuple[list[Tensor], list[Tensor], bool]]:
        """The states that it was called with, those that are right, and whether it was detached."""
        begin = self.first(len(data[0][0]))
        for (X, _), (_, parts, detached) in zip(data, self.seen, strict=True):
            right = [begin] if self.kind == "whole" else begin
            yield parts, [part.detach() for part in right], detached
            begin = begin if anew else self.unroll(self.params, X, begin)[1]

    def assert_params(self, got: Call, expected: list[Tensor], hint: str) -> None:
        """The parameters, after training."""
        __tracebackhide__ = True
        for i, (param, right) in enumerate(zip(self.params, expected, strict=True)):
            told = got.part(param, f"parameter {i} of net afterwards")
            # 40 seeds: right answers, also with the library's clipping, are up to 4e-6 off.
            assert_tensor(told, right.detach().to(param.device), hint, atol=5e-5)

    def unroll(self, params: list[Tensor], X: Tensor, state: State) -> tuple[Tensor, State]:
        """Scores (t * b, v) and the new state, for any parameters."""
        *weights, W, b = params
        state = state if isinstance(state, Tensor) else tuple(state)
        H, outputs = state[0], []
        for x in torch.eye(len(b), device=X.device)[X.T]:
            if self.kind == "pair":
                H, C = state = torch.lstm_cell(x, state, *weights)
            else:
                H = torch.rnn_tanh_cell(x, H, *weights)
            outputs.append(F.linear(H, W, b))
        new = {"pair": state, "whole": H[None] + 0}  # a view could not be detached in place
        return torch.cat(outputs), new.get(self.kind, (H,))


class CellModule(nn.Module):
    """The same net as a module."""

    def __init__(self, net: CellNet) -> None:
        super().__init__()
        self.net, self.weights = net, nn.ParameterList(net.params)

    def forward(self, X: Tensor, state: State) -> tuple[Tensor, State]:
        return self.net(X, state)

    def begin_state(self, *, batch_size: int, device: torch.device | str) -> State:
        return self.net.begin_state(batch_size=batch_size, device=device)


def cell_net(rng: torch.Generator, kind: str, v: int, h: int, std: float = 0.7) -> CellNet:
    rows = 4 * h if kind == "pair" else h
    shapes = [(rows, v), (rows, h), (rows,), (rows,), (v, h), (v,)]
    return CellNet(kind, [std * torch.randn(shape, generator=rng) for shape in shapes])


def descend(net: CellNet, data: Data, lr: float, anew: bool) -> tuple[float, list[Tensor]]:
    """What an epoch of clipped SGD must do to a copy of net: the perplexity, the parameters.

    `anew`: every batch begins with a first state.
    """
    params, state, losses = net.params, None, []
    for X, Y in data:
        leaves = [param.detach().clone().requires_grad_() for param in params]
        if anew or state is None:
            state = net.first(len(X))
        scores, state = net.unroll(leaves, X, state)
        loss = F.cross_entropy(scores.reshape(*Y.T.shape, -1).permute(1, 2, 0), Y)
        grads = torch.autograd.grad(loss, leaves)
        step = lr / max(1.0, float(torch.cat([grad.flatten() for grad in grads]).norm()))
        params = [(p - step * g).detach() for p, g in zip(leaves, grads, strict=True)]
        losses += [float(loss.detach())] * Y.numel()
        state = state.detach() if net.kind == "whole" else tuple(part.detach() for part in state)
    return math.exp(sum(losses) / len(losses)), params


def as_kind(net: CellNet) -> nn.Module | CellNet:
    return net if net.kind == "tuple" else CellModule(net)


class Descent(torch.optim.Optimizer):
    """Plain SGD; making the library's own costs 0.5 s of imports. At rate 0 it leaves all as is."""

    def __init__(self, net: CellNet, lr: float) -> None:
        self.param_groups = [{"params": net.params, "lr": lr}]
        self.net, self.lr = net, lr

    def zero_grad(self, set_to_none: bool = True) -> None:
        for param in self.net.params:
            param.grad = None

    def step(self, closure: None = None) -> None:
        for param in self.net.params:
            if self.lr and param.grad is not None:
                param.detach().sub_(self.lr * param.grad)

    def __repr__(self) -> str:
        return "optimizer"


def descent(net: CellNet, lr: float) -> Callable[[int], None]:
    """The function kind of updater."""

    def updater(batch_size: int) -> None:
        optimizer = Descent(net, lr / batch_size)
        optimizer.step()
        optimizer.zero_grad()

    return updater


def one_epoch(
    train: Callable,
    net: CellNet,
    how: str,
    data: Data,
    anew: bool,
    lr: float,
    device: str = "cpu",
    named: bool = False,
) -> tuple[Call, tuple[float, list[Tensor]]]:
    """The call of a train_epoch_ch8 on the net, moved to the device; what `descend` makes of it."""
    expected, net = descend(net, data, lr, anew), as_kind(net.to(device))
    own = net if isinstance(net, CellNet) else net.net
    updater = Descent(own, lr) if how == "optimizer" else descent(own, lr)
    args = {"net": net, "train_iter": data, "loss": nn.CrossEntropyLoss(), "updater": updater}
    args |= {"device": torch.device(device), "use_random_iter": anew}
    return call(train, **args) if named else call(train, *args.values()), expected


def several_epochs(
    net: CellNet, data: Data, lr: float, anew: bool, epochs: int
) -> tuple[list[float], list[Tensor]]:
    """What that many epochs must do to a copy of net: the perplexities, the parameters."""
    copy, numbers = CellNet(net.kind, net.params), []
    for _ in range(epochs):
        number, copy.params = descend(copy, data, lr, anew)
        numbers.append(number)
    return numbers, copy.params


class Parts:
    """Three functions for RNNModelScratch that remember what they are called with."""

    def __init__(self) -> None:
        self.asked, self.begun, self.inputs, self.states, self.params = [], [], [], [], []
        self.made = [torch.arange(3.0), torch.arange(8.0).reshape(2, 4)]

    def get_params(self, vocab_size: int, num_hiddens: int, device: torch.device) -> list[Tensor]:
        self.asked.append((vocab_size, num_hiddens, torch.device(device)))
        return self.made

    def init_state(self, batch_size: int, num_hiddens: int, device: torch.device) -> str:
        self.begun.append((batch_size, num_hiddens, torch.device(device)))
        return f"state {len(self.begun)}"

    def forward_fn(self, inputs: Tensor, state: object, params: list) -> tuple[str, str]:
        self.inputs, self.states = [*self.inputs, inputs], [*self.states, state]
        self.params = [p.clone() if isinstance(p, Tensor) else p for p in params]
        return "outputs", "new state"

    def net(self, model: Callable, v: int, h: int = 3, device: str = "cpu") -> object:
        functions = self.get_params, self.init_state, self.forward_fn
        return call(model, v, h, torch.device(device), *functions).value


class Doubler:
    """A net whose state becomes 2 * state + index; the state mod 26 is the likeliest next one."""

    def __init__(self) -> None:
        self.begun, self.inputs, self.before, self.after = [], [], [], [0]

    def begin_state(self, *, batch_size: int, device: torch.device | str) -> tuple[Tensor]:
        self.begun.append((batch_size, torch.device(device)))
        return (torch.zeros(1),)

    def __call__(self, X: Tensor, state: tuple[Tensor]) -> tuple[Tensor, tuple[Tensor]]:
        sums = [int(state[0])]
        for index in X.flatten().tolist():
            sums.append(2 * sums[-1] + int(index))
        self.inputs.append(X.clone())
        self.before.append(sums[0])
        self.after.append(sums[-1])
        scores = F.one_hot(torch.tensor(sums[1:], dtype=torch.long) % 26, 26) / 2 - 3
        return scores, (torch.tensor([float(sums[-1])]),)


class Scratch:
    """A net that is no module: it has a list of parameters."""

    def __init__(self, params: list[Tensor]) -> None:
        self.params = params


def counted(shape: tuple[int, ...]) -> Tensor:
    return torch.arange(math.prod(shape)).reshape(shape) + 7.0


def net_of(kind: str, *grads: Tensor | None) -> tuple[nn.Module | Scratch, list[Tensor]]:
    """A net, and its parameters, which have these gradients."""
    params = [nn.Parameter(counted((2, 3) if g is None else g.shape)) for g in grads]
    for parameter, grad in zip(params, grads, strict=True):
        parameter.grad = None if grad is None else grad.clone()
    parts = [nn.ParameterList([parameter]) for parameter in params]
    return Scratch(params) if kind == "params" else nn.Sequential(*parts), params
