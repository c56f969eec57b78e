"""Recurrent neural networks: a character model from scratch and with nn.RNN."""

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

State = Tensor | tuple[Tensor, ...]
Device = torch.device | str
Data = Iterable[tuple[Tensor, Tensor]]  # batches (X, Y)


def get_params(vocab_size: int, num_hiddens: int, device: Device) -> list[Tensor]:
    """Draw the parameters of a recurrent net that reads and predicts characters."""

    def normal(*shape: int) -> Tensor:
        return 0.01 * torch.randn(shape, device=device)

    W_xh, W_hh = normal(vocab_size, num_hiddens), normal(num_hiddens, num_hiddens)
    b_h = torch.zeros(num_hiddens, device=device)
    W_hq = normal(num_hiddens, vocab_size)
    b_q = torch.zeros(vocab_size, device=device)
    params = [W_xh, W_hh, b_h, W_hq, b_q]
    for param in params:
        param.requires_grad_()  # last of all: 0.01 * (a parameter) would be no leaf
    return params


def init_rnn_state(batch_size: int, num_hiddens: int, device: Device) -> tuple[Tensor]:
    """Give the hidden state before the first step: a tuple of one tensor."""
    return (torch.zeros((batch_size, num_hiddens), device=device),)


def rnn(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a recurrent net run over all time steps."""
    W_xh, W_hh, b_h, W_hq, b_q = params
    (H,) = state
    outputs = []
    for X in inputs:  # (b, v), one time step
        H = torch.tanh(X @ W_xh + H @ W_hh + b_h)  # (b, h)
        outputs.append(H @ W_hq + b_q)
    return torch.cat(outputs, dim=0), (H,)  # (t * b, v)


class RNNModelScratch:
    """A character model made of three functions: its parameters, its first state, its steps."""

    def __init__(
        self,
        vocab_size: int,
        num_hiddens: int,
        device: Device,
        get_params: Callable,
        init_state: Callable,
        forward_fn: Callable,
    ) -> None:
        self.vocab_size, self.num_hiddens = vocab_size, num_hiddens
        self.params = get_params(vocab_size, num_hiddens, device)
        self.init_state, self.forward_fn = init_state, forward_fn

    def __call__(self, X: Tensor, state: State) -> tuple[Tensor, State]:
        inputs = F.one_hot(X.T, self.vocab_size).float()  # (t, b, v)
        return self.forward_fn(inputs, state, self.params)

    def begin_state(self, batch_size: int, device: Device) -> State:
        return self.init_state(batch_size, self.num_hiddens, device)


def predict_ch8(prefix: str, num_preds: int, net: Any, vocab: Any, device: Device) -> str:
    """Go on with a text, always with the likeliest character."""
    state = net.begin_state(batch_size=1, device=device)
    indices = [vocab[char] for char in prefix]
    for i in range(len(prefix) + num_preds - 1):
        scores, state = net(torch.tensor([[indices[i]]], device=device), state)
        if i >= len(prefix) - 1:  # what follows the prefix is the net's to say
            indices.append(int(scores.argmax(dim=1)))
    return "".join(vocab.to_tokens(index) for index in indices)


def grad_clipping(net: nn.Module | Any, theta: float) -> None:
    """Shorten the gradient of a net to length theta if it is longer."""
    params = net.parameters() if isinstance(net, nn.Module) else net.params
    grads = [p.grad for p in params if p.grad is not None]
    norm = math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))
    if norm > theta:
        for grad in grads:
            grad *= theta / norm  # in place: these are the gradients of the net


def perplexity(mean_loss: float | Tensor) -> float | Tensor:
    """Turn the mean cross entropy of a language model into its perplexity."""
    return math.exp(mean_loss)


def train_epoch_ch8(
    net: Any, train_iter: Data, loss: Callable, updater: Any, device: Device, use_random_iter: bool
) -> float:
    """Train for one pass over the data: each batch makes one step."""
    state, total, count = None, 0.0, 0
    for X, Y in train_iter:
        if state is None or use_random_iter:
            state = net.begin_state(batch_size=X.shape[0], device=device)
        elif isinstance(state, Tensor):
            state = state.detach()  # the values go on, the graph ends
        else:
            state = tuple(part.detach() for part in state)
        outputs, state = net(X.to(device), state)
        y = Y.T.reshape(-1).to(device)  # (t * b,), in the order of the outputs
        mean = loss(outputs, y)
        if isinstance(updater, torch.optim.Optimizer):
            updater.zero_grad()
        mean.backward()
        grad_clipping(net, 1)
        if isinstance(updater, torch.optim.Optimizer):
            updater.step()
        else:
            updater(batch_size=1)  # the loss is a mean already
        total, count = total + mean.item() * y.numel(), count + y.numel()
    return perplexity(total / count)


def train_ch8(
    net: Any,
    train_iter: Data,
    vocab: Any,
    lr: float,
    num_epochs: int,
    device: Device,
    use_random_iter: bool = False,
) -> list[float]:
    """Train for num_epochs passes with train_epoch_ch8, cross entropy and plain SGD."""
    params = net.parameters() if isinstance(net, nn.Module) else net.params
    updater = torch.optim.SGD(params, lr=lr)
    loss = nn.CrossEntropyLoss()
    return [
        train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter)
        for _ in range(num_epochs)
    ]


class RNNModel(nn.Module):
    """A character model around a recurrent layer of the library."""

    def __init__(self, rnn_layer: nn.RNNBase, vocab_size: int) -> None:
        super().__init__()
        self.rnn, self.vocab_size = rnn_layer, vocab_size
        self.num_directions = 2 if rnn_layer.bidirectional else 1
        self.linear = nn.Linear(self.num_directions * rnn_layer.hidden_size, vocab_size)

    def forward(self, inputs: Tensor, state: State) -> tuple[Tensor, State]:
        X = F.one_hot(inputs.T, self.vocab_size).float()  # (t, b, v)
        Y, state = self.rnn(X, state)
        return self.linear(Y.flatten(0, 1)), state  # (t * b, v)

    def begin_state(self, device: Device, batch_size: int = 1) -> State:
        layers = self.num_directions * self.rnn.num_layers
        shape = (layers, batch_size, self.rnn.hidden_size)
        H, C = torch.zeros(shape, device=device), torch.zeros(shape, device=device)
        return (H, C) if isinstance(self.rnn, nn.LSTM) else H
