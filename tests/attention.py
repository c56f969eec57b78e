"""Oracles of kernel regression and attention, and checks that several kinds of them share."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_same_gradients,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    several,
)
from tests.convergence import sgd_step
from tests.inputs import strided

KEY, QUERY, HIDDEN = 3, 5, 7
WEIGHTS = "attention_weights are the softmax of the scores over the valid keys, before dropout."
LEARN = "The squared error of what it finds stays large: all three matrices must learn."
NAN = "Where all is masked with -inf, a softmax is 0 / 0. A very negative number will do."


def curve(rng: torch.Generator, n: int) -> tuple[Tensor, Tensor]:
    """n noisy points of 2 sin(x) + x^0.8 with x from 0 to 5, sorted."""
    x = (5 * torch.rand(n, generator=rng)).sort().values
    return x, 2 * torch.sin(x) + x**0.8 + 0.1 * torch.randn(n, generator=rng)


def kernel_weights(queries: Tensor, keys: Tensor, w: Tensor | float = 1.0) -> Tensor:
    """Weights (m, n) of keys (m, n) for queries (m,) by the library's attention.

    The kernel is exp(-((q - k) w)^2 / 2). For the query (q, 1) and the key (k, -k^2 / 2) the score
    is that exponent plus q^2 / 2, which a softmax takes out. The unit matrix shows the weights.
    """
    q, k = queries * w, keys * w
    q, k = torch.stack([q, torch.ones_like(q)], -1), torch.stack([k, -(k**2) / 2], -1)
    values = torch.eye(keys.shape[1]).expand(len(keys), -1, -1)
    return F.scaled_dot_product_attention(q[:, None], k, values, scale=1.0)[:, 0]


def rows(rng: torch.Generator, m: int, n: int) -> tuple[Tensor, Tensor, Tensor]:
    """Queries (m,), keys (m, n) and values (m, n)."""
    return tuple(torch.randn(shape, generator=rng) for shape in ((m,), (m, n), (m, n)))


def set_width(net: nn.Module, w: float) -> nn.Parameter:
    """Give the only parameter of a kernel regression this value."""
    __tracebackhide__ = True
    shapes = [tuple(parameter.shape) for parameter in net.parameters()]
    got, hint = Call("NWKernelRegression()", net), "w = nn.Parameter(...) of one number, no more."
    ok = shapes in ([()], [(1,)])
    assert_that(ok, got, f"parameters of the shapes {shapes}", "one, w, of shape () or (1,)", hint)
    parameter = next(net.parameters())
    with torch.no_grad():
        parameter.fill_(w)
    return parameter


def pair(got: Call) -> list[Call]:
    """Predictions and weights."""
    __tracebackhide__ = True
    return several(got, "predictions", "weights")


def kept(got: Call, net: nn.Module) -> Call:
    """The attribute attention_weights after a call."""
    __tracebackhide__ = True
    weights = getattr(net, "attention_weights", None)
    hint = "Keep them in forward: self.attention_weights = ..."
    assert_that(weights is not None, got, "no attention_weights", "weights that are kept", hint)
    return got.part(weights, "attention_weights")


def lengths(kind: str, q: int = 2) -> Tensor | None:
    """Valid lengths for three batch elements of q queries (2 or 4) and four keys."""
    if kind == "(b, q)":
        return torch.tensor([[1, 4], [3, 2], [4, 1]]).repeat(1, q // 2)
    return torch.tensor([2, 4, 1]) if kind == "(b,)" else None


def assert_attention(
    net: nn.Module, args: list[Tensor], lens: Tensor | None, right: Tensor, hint: str, device: str
) -> None:
    """The weights kept are the right ones, and the output is the values averaged with them."""
    __tracebackhide__ = True
    right = right.detach()
    moved = [strided(one).to(device) for one in args]
    given = dict(zip(("queries", "keys", "values"), moved, strict=True))
    got = call(net.to(device), **given, valid_lens=None if lens is None else lens.to(device))
    assert_tensor(kept(got, net), right.to(device), f"{hint} {WEIGHTS}")
    hint = f"The output is the weights times the values, summed over the keys. {hint}"
    assert_tensor(got, (right @ args[2]).to(device), hint)


def assert_gradients_of(
    net: nn.Module, args: list[Tensor], lens: Tensor | None, weights: Callable
) -> None:
    """The output has the right gradients in queries, keys and values."""
    __tracebackhide__ = True
    given = dict(zip(("queries", "keys", "values"), args, strict=True))
    right = weights(*[one.requires_grad_() for one in args[:2]], lens) @ args[2].requires_grad_()
    assert_same_gradients(call(net, **given, valid_lens=lens), right, given)


def assert_no_nan(net: nn.Module, args: list[Tensor]) -> None:
    """A batch element without valid keys gives finite numbers."""
    __tracebackhide__ = True
    got = call(net, *args, torch.tensor([0, 3, 1]))
    assert_that(bool(got.value.isfinite().all()), got, "", "no NaN", NAN)


def assert_sizes(net: nn.Module, dq: int, dk: int, rng: torch.Generator) -> None:
    """Output and weights have the right shapes, also when the sizes change."""
    __tracebackhide__ = True
    for b, q, k, dv in ((2, 1, 10, 4), (3, 2, 4, 1), (1, 1, 1, 3)):
        got = call(net, *inputs(rng, b, q, k, dq, dk, dv), torch.ones(b, dtype=torch.long))
        assert_shape(got, (b, q, dv), "One row of dv numbers for each query.")
        assert_shape(kept(got, net), (b, q, k), "One weight for each key of each query.")


def softmax_of_valid(X: Tensor, lens: Tensor | None) -> Tensor:
    """The softmax of the first entries of every row, filled up with 0."""
    b, q, k = X.shape
    full = torch.full((b, q), k) if lens is None else lens.reshape(b, -1).expand(b, q)
    valid = zip(X.reshape(-1, k), full.flatten().tolist(), strict=True)
    done = [F.pad(torch.softmax(row[:n], 0), (0, k - n)) for row, n in valid]
    return torch.stack(done).reshape(b, q, k)


def inputs(rng: torch.Generator, b: int, q: int, k: int, dq: int, dk: int, dv: int) -> list[Tensor]:
    """Queries (b, q, dq), keys (b, k, dk) and values (b, k, dv)."""
    return [torch.randn(shape, generator=rng) for shape in ((b, q, dq), (b, k, dk), (b, k, dv))]


def dot_weights(queries: Tensor, keys: Tensor, lens: Tensor | None) -> Tensor:
    """The weights of the library's attention: the unit matrix as values shows them."""
    b, k, _ = keys.shape
    mask = torch.ones(b, queries.shape[1], k, dtype=torch.bool)
    if lens is not None:
        mask &= torch.arange(k) < lens.reshape(b, -1, 1)
    values = torch.eye(k).repeat(b, 1, 1)
    return F.scaled_dot_product_attention(queries, keys, values, attn_mask=mask)


@torch.no_grad()
def set_random(net: nn.Module, rng: torch.Generator, scale: float = 1.0) -> None:
    """Parameters that do not depend on how the learner's begin."""
    for parameter in net.parameters():
        parameter.copy_(scale * torch.randn(parameter.shape, generator=rng))


def set_parameters(net: nn.Module, rng: torch.Generator) -> dict[str, Tensor]:
    """Random parameters for an additive attention of sizes KEY, QUERY, HIDDEN, by role.

    They are told by their shapes; a matrix may be stored transposed, w_v as a row or a column.
    """
    __tracebackhide__ = True
    net(*inputs(rng, 2, 1, 3, QUERY, KEY, 4), None)
    set_random(net, rng)
    roles = {(KEY, HIDDEN): "W_k", (QUERY, HIDDEN): "W_q", (HIDDEN,): "w_v"}
    found, shapes = {}, [tuple(parameter.shape) for parameter in net.parameters()]
    for parameter in net.parameters():
        matrix = parameter.squeeze()
        turned = matrix if matrix.shape[-1:] == (HIDDEN,) else matrix.T
        found[roles.get(tuple(turned.shape), "")] = turned
    ok = set(found) == set(roles.values()) and len(shapes) == 3
    expected = f"three: {KEY} to {HIDDEN}, {QUERY} to {HIDDEN}, {HIDDEN} to 1"
    got = Call(f"AdditiveAttention({KEY}, {QUERY}, {HIDDEN}, dropout)", net)
    hint = "W_k, W_q and w_v, without biases, each registered with the module."
    assert_that(ok, got, f"parameters of the shapes {shapes}", expected, hint)
    return found


def additive_weights(p: dict, queries: Tensor, keys: Tensor, lens: Tensor | None) -> Tensor:
    """The weights that these parameters give."""
    of_q, of_k = queries @ p["W_q"], keys @ p["W_k"]
    columns = [(torch.tanh(of_q + one) @ p["w_v"]) for one in of_k.split(1, dim=1)]
    return softmax_of_valid(torch.stack(columns, 2), lens)


def assert_dropout(net: nn.Module, args: list[Tensor], right: Tensor, p: float) -> None:
    """In training mode each weight is dropped or scaled before it meets the values."""
    __tracebackhide__ = True
    b, _, k = right.shape
    values = torch.cat([torch.eye(k), torch.ones(k, 1)], 1).repeat(b, 1, 1)
    got = call(net.train(), *args, values, None)  # the weights themselves, and their sum
    assert_shape(got, (*right.shape[:2], k + 1))
    assert_tensor(kept(got, net), right.detach(), WEIGHTS)
    dropped, total = got.value[..., :k].detach(), got.value[..., k]
    survived, hint = dropped != 0, "In training mode, dropout acts on the weights."
    drops = not bool(survived.all())
    again = call(net, *args, values, None).value[..., :k].detach() != 0
    alike = torch.equal(again, survived) or torch.equal(survived[0], survived[1])
    expected = "other weights that are dropped, in each batch element and at each call"
    assert_that(not (drops and alike), got, "the same weights dropped again", expected, hint)
    for axis in (1, 2):  # 50 weights share their lot in 4 of 10^6 tests, three times in none
        alike = int((survived.all(axis) | ~survived.any(axis)).sum())
        returned = f"{alike} times all weights of a query or a key dropped, or none"
        ok = not (drops and alike > 2)
        assert_that(ok, got, returned, "weights that are dropped one by one", hint)
    assert_share(got, int(survived.sum()), survived.numel(), 1 - p, "weights that survive", hint)
    part = got.part(dropped[survived], "the weights that survive")
    assert_tensor(part, (right.detach() / (1 - p))[survived], f"They are divided by 1 - {p}.")
    hint = "It is the sum of the weights: dropout acts on them, not on values or output."
    assert_tensor(got.part(total, "the output for values of 1"), dropped.sum(2), hint)


def fit_kernel(net: nn.Module, w: Tensor, rng: torch.Generator) -> list[float]:
    """Squared errors at 50 points, each predicted from the other 49, while w learns."""
    x, y = curve(rng, 50)
    others = ~torch.eye(50, dtype=torch.bool)  # a key of its own would give the answer away
    keys, values = (one.repeat(50, 1)[others].reshape(50, 49) for one in (x, y))
    losses = []
    for _ in range(60):
        loss = (net(x, keys, values) - y).square().mean()
        loss.backward()
        sgd_step([w], lr=1.0)
        losses.append(float(loss.detach()))
    return losses


def fit_search(net: nn.Module, rng: torch.Generator) -> list[float]:
    """Squared errors while a net of key size 6 and query size 8 learns to find a key.

    A query names one of six keys in a code of its own; wanted is the value at that key.
    """
    code, losses = torch.randn(6, 8, generator=rng).expand(16, 6, 8), []
    net(code, code[..., :6], code, None)
    set_random(net, rng, 0.3)
    for _ in range(150):
        order = torch.rand(16, 6, generator=rng).argsort(1)
        values = torch.randn(16, 6, 1, generator=rng)
        out = net(code, F.one_hot(order, 6).float(), values, None)
        loss = (out - values.gather(1, order.argsort(1)[..., None])).square().mean()
        loss.backward()
        sgd_step([*net.parameters()], lr=1.0)
        losses.append(float(loss.detach()))
    return losses
