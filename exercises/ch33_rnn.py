"""Recurrent neural networks: a character model from scratch and with nn.RNN.

Source: notes 22, 23 (Recurrent neural networks).
"""

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
    """Draw the parameters of a recurrent net that reads and predicts characters.

    Returns:
        List of five float32 tensors on `device`, new ones at every call: W_xh (vocab_size,
        num_hiddens), W_hh (num_hiddens, num_hiddens), b_h (num_hiddens,), W_hq (num_hiddens,
        vocab_size), b_q (vocab_size,). The weights come from a normal distribution with mean 0 and
        standard deviation 0.01, the biases are 0. backward() leaves a gradient in each of them.

    >>> [tuple(p.shape) for p in get_params(28, 512, "cpu")]
    [(28, 512), (512, 512), (512,), (512, 28), (28,)]
    """
    raise NotImplementedError("TODO get_params")


def init_rnn_state(batch_size: int, num_hiddens: int, device: Device) -> tuple[Tensor]:
    """Give the first state: a tuple of one tensor of zeros (batch_size, num_hiddens) on `device`.

    >>> init_rnn_state(1, 3, "cpu")
    (tensor([[0., 0., 0.]]),)
    """
    raise NotImplementedError("TODO init_rnn_state")


def rnn(inputs: Tensor, state: State, params: list[Tensor]) -> tuple[Tensor, State]:
    """Let a recurrent net run over all time steps.

    The new hidden state of a step is tanh of (its input times W_xh, plus the old hidden state times
    W_hh, plus b_h). The output of the step is the new hidden state times W_hq, plus b_q.

    Args:
        inputs: t steps for b sequences, shape (t, b, v), float32; t is 1 or more. Not modified.
        state: tuple of the hidden state (b, h) before the first step. Not modified.
        params: W_xh (v, h), W_hh (h, h), b_h (h,), W_hq (h, v), b_q (v,). Not modified.

    Returns:
        Tuple (outputs, new state), differentiable in inputs, state and params: outputs (t * b, v),
        the b rows of the first step first; a tuple of the hidden state (b, h) after the last step.

    >>> one = torch.ones(1, 1)
    >>> rnn(one[None], (one,), [one, one, one[0], one, one[0]])
    (tensor([[1.9951]]), (tensor([[0.9951]]),))
    """
    raise NotImplementedError("TODO rnn")


class RNNModelScratch:
    """A character model made of three functions: its parameters, its first state, its steps.

    Args:
        get_params: called once, as get_params(vocab_size, num_hiddens, device). What it gives is
            kept in the attribute `params`, and the model works with these tensors.
        init_state: gives the first state, called as init_state(batch_size, num_hiddens, device).
        forward_fn: runs over the steps, such as `rnn`, called as forward_fn(inputs, state, params).

    >>> net = RNNModelScratch(28, 512, "cpu", get_params, init_rnn_state, rnn)
    >>> Y, new_state = net(torch.arange(10).reshape(2, 5), net.begin_state(2, "cpu"))
    >>> Y.shape, len(new_state), new_state[0].shape
    (torch.Size([10, 28]), 1, torch.Size([2, 512]))
    """

    def __init__(
        self,
        vocab_size: int,
        num_hiddens: int,
        device: Device,
        get_params: Callable,
        init_state: Callable,
        forward_fn: Callable,
    ) -> None:
        raise NotImplementedError("TODO RNNModelScratch.__init__")

    def __call__(self, X: Tensor, state: State) -> tuple[Tensor, State]:
        """Return what forward_fn makes of X, indices (b, t), int64, not modified, and of the state.

        Its inputs are one-hot vectors (t, b, vocab_size), float32, on the device of X.
        """
        raise NotImplementedError("TODO RNNModelScratch.__call__")

    def begin_state(self, batch_size: int, device: Device) -> State:
        """Return what init_state gives for a batch of this size on this device."""
        raise NotImplementedError("TODO RNNModelScratch.begin_state")


def predict_ch8(prefix: str, num_preds: int, net: Any, vocab: Any, device: Device) -> str:
    """Go on with a text, always with the likeliest character.

    The state begins as net.begin_state(batch_size=1, device=device) and goes from each call of net
    to the next. Net is fed the prefix, each character once, then the characters it predicts itself.

    Args:
        prefix, num_preds: a text of 1 character or more; how many to add, 0 or more.
        net: called as net(X, state) with X of shape (1, t), int64, on `device`; gives the scores
            (t, v) of the characters that follow, and the new state.
        vocab: as in chapter 31: vocab[character] is an index, vocab.to_tokens(index) the way back.

    Returns one string: the prefix and num_preds more characters.

    >>> class Swap:
    ...     begin_state = lambda self, batch_size, device: ()
    ...     __call__ = lambda self, X, state: (F.one_hot(1 - X[0], 2), state)
    >>> class Vocab(dict):
    ...     to_tokens = lambda self, index: "ab"[index]
    >>> predict_ch8("ab", 4, Swap(), Vocab(a=0, b=1), "cpu")
    'ababab'
    """
    raise NotImplementedError("TODO predict_ch8")


def grad_clipping(net: nn.Module | Any, theta: float) -> None:
    """Shorten the gradient of a net to length theta if it is longer.

    The length is the L2 norm of all gradients of the net together, as if they stood in one long
    vector. All of them shrink by the same factor, so the direction stays. A gradient that is not
    longer than theta is left as it is. The gradients change in place: afterwards the `.grad` of
    every parameter holds its clipped gradient. The parameters themselves do not change.

    Args:
        net: a module, or any other object with a list `net.params` of its parameters. Parameters
            without a gradient (`.grad` is None: frozen, or not used) are ignored and stay without.
        theta: the largest length, above 0.

    >>> net = nn.Linear(2, 1, bias=False)
    >>> net.weight.grad = torch.tensor([[3.0, 4.0]])
    >>> grad_clipping(net, 1)
    >>> net.weight.grad
    tensor([[0.6000, 0.8000]])
    """
    raise NotImplementedError("TODO grad_clipping")


def perplexity(mean_loss: float | Tensor) -> float | Tensor:
    """Turn the mean cross entropy of a language model into its perplexity.

    Perplexity is the number of equally likely tokens among which one would be as unsure as the
    model is: 1 for a perfect model, the size of the vocabulary for one that knows nothing.

    Args:
        mean_loss: mean cross entropy a token, in natural logarithms; a float or a 0-d tensor.

    Returns:
        A float or a 0-d tensor.

    >>> perplexity(0.0)
    1.0
    """
    raise NotImplementedError("TODO perplexity")


def train_epoch_ch8(
    net: Any, train_iter: Data, loss: Callable, updater: Any, device: Device, use_random_iter: bool
) -> float:
    """Train for one pass over the data: each batch makes one step, on its own gradients alone.

    They are clipped together at length 1. With use_random_iter every batch begins with the state
    net.begin_state(batch_size=b, device=device). Otherwise only the first one does; another goes on
    with the state in which the one before ended, but no gradient flows back there.

    Args:
        net: a module, or an object with a list `net.params`. net(X, state) gives the outputs
            (t * b, v), time step by time step, and the new state: a tuple of tensors; or one
            tensor, if net is a module.
        train_iter: batches of indices (b, t), int64, to move to `device`: Y[i, j] follows X[i, j].
        loss: maps outputs (n, v) and labels (n,) to their mean loss, as nn.CrossEntropyLoss().
        updater: a torch optimizer; or a function for all that follows the clipping: called as
            updater(batch_size), it divides the gradients by batch_size (1, as the loss is a mean
            already), changes the parameters and clears the gradients.

    Returns:
        The perplexity of all characters of the pass, a number; each batch as before its step.

    >>> net = RNNModelScratch(3, 4, "cpu", get_params, init_rnn_state, rnn)
    >>> X, sgd = torch.tensor([[0, 1, 2, 0]]), torch.optim.SGD(net.params, lr=1)
    >>> round(train_epoch_ch8(net, [(X, X)], nn.CrossEntropyLoss(), sgd, "cpu", False), 2)
    3.0
    """
    raise NotImplementedError("TODO train_epoch_ch8")


def train_ch8(
    net: Any,
    train_iter: Data,
    vocab: Any,
    lr: float,
    num_epochs: int,
    device: Device,
    use_random_iter: bool = False,
) -> list[float]:
    """Train for num_epochs passes with train_epoch_ch8; return the list of their perplexities.

    The loss is cross entropy, the updater SGD on the parameters of a module, on `net.params` of
    another object: each changes by -lr times its clipped gradient. Every epoch begins anew.

    Args:
        net, train_iter, device, use_random_iter: as for train_epoch_ch8.
        vocab: as for predict_ch8, with any character, in case you print predictions.

    >>> history = train_ch8(net, train_iter, vocab, 1, 500, "cpu")  # doctest: +SKIP
    """
    raise NotImplementedError("TODO train_ch8")


class RNNModel(nn.Module):
    """A character model: a recurrent layer of the library, then one nn.Linear for the scores.

    Args:
        rnn_layer: nn.RNN, nn.GRU or nn.LSTM with vocab_size inputs, one or two directions, any
            number of layers, time as the first axis. The nn.Linear takes its outputs.
        vocab_size: characters in the vocabulary, v.

    >>> net = RNNModel(nn.RNN(28, 256), vocab_size=28)
    >>> Y, state = net(torch.zeros(32, 35, dtype=torch.long), net.begin_state("cpu", batch_size=32))
    >>> Y.shape, state.shape
    (torch.Size([1120, 28]), torch.Size([1, 32, 256]))
    """

    def __init__(self, rnn_layer: nn.RNNBase, vocab_size: int) -> None:
        super().__init__()
        raise NotImplementedError("TODO RNNModel.__init__")

    def forward(self, inputs: Tensor, state: State) -> tuple[Tensor, State]:
        """Map indices (b, t), int64, not modified, and a state to (scores (t * b, v), new state).

        The scores stand time step by time step, and are differentiable in the parameters.
        """
        raise NotImplementedError("TODO RNNModel.forward")

    def begin_state(self, device: Device, batch_size: int = 1) -> State:
        """Give rnn_layer's state of zeros on `device`: one tensor, for nn.LSTM a tuple of two."""
        raise NotImplementedError("TODO RNNModel.begin_state")
