"""Attention: average values with weights that say how well their keys answer a query.

Source: notes 32 (Attention).
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def average_pooling(x_train: Tensor, y_train: Tensor, x: Tensor) -> Tensor:
    """Predict the mean of y_train, whatever is asked.

    Args:
        x_train: shape (n,), float32, the training inputs; they make no difference.
        y_train: shape (n,), float32, the training outputs.
        x: shape (m,), float32, where to predict.

    Returns:
        float32 tensor of shape (m,) on the device of y_train, the same number m times;
        differentiable in y_train.

    >>> average_pooling(torch.tensor([0.0, 1.0]), torch.tensor([2.0, 4.0]), torch.zeros(3))
    tensor([3., 3., 3.])
    """
    raise NotImplementedError("TODO average_pooling")


def nadaraya_watson(x_train: Tensor, y_train: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
    """Predict weighted means of y_train, in which near training inputs weigh most.

    Training example i has the weight exp(-d^2 / 2), where d is the distance of x_train[i] from the
    place where to predict; then the weights of one prediction are divided by their sum.

    Args:
        x_train, y_train: shape (n,), float32. Not modified.
        x: shape (m,), float32, where to predict. Not modified.

    Returns:
        (predictions, weights), float32 tensors of the shapes (m,) and (m, n) on the device of x,
        differentiable in all inputs. Each row of the weights sums to 1.

    >>> nadaraya_watson(torch.tensor([0.0, 2.0]), torch.tensor([5.0, 7.0]), torch.tensor([1.0]))
    (tensor([6.]), tensor([[0.5000, 0.5000]]))
    """
    raise NotImplementedError("TODO nadaraya_watson")


class NWKernelRegression(nn.Module):
    """Kernel regression whose kernel has a learned width.

    The weight of a key k for the query q is exp(-((q - k) w)^2 / 2), divided by the sum of these
    weights over the keys of the query. The only parameter is w, one number (of shape () or (1,)).
    It may begin anywhere but at 0, where it has no gradient.

    >>> net = NWKernelRegression()
    >>> keys, values = torch.tensor([[0.0, 2.0]]), torch.tensor([[5.0, 7.0]])
    >>> net(torch.ones(1), keys, values).detach()
    tensor([6.])
    >>> net.attention_weights.shape
    torch.Size([1, 2])
    """

    def __init__(self) -> None:
        super().__init__()
        raise NotImplementedError("TODO NWKernelRegression.__init__")

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Give the weighted mean of the values of every query.

        Args:
            queries: shape (m,), float32. Not modified.
            keys, values: shape (m, n), float32, row i for query i. Not modified.

        Returns:
            float32 tensor of shape (m,), differentiable in w and in the inputs. The weights,
            shape (m, n), are kept as self.attention_weights until the next call.
        """
        raise NotImplementedError("TODO NWKernelRegression.forward")


def masked_softmax(X: Tensor, valid_lens: Tensor | None) -> Tensor:
    """Softmax over the last axis in which only the first entries take part.

    Args:
        X: shape (b, q, k), float32. It may be changed or not: callers that still need it hand in a
            copy.
        valid_lens: how many entries of the last axis are valid, integers from 0 to k: shape (b,),
            one for all rows of X[i]; shape (b, q), one for every row X[i, j]; None, all are. Not
            modified.

    Returns:
        float32 tensor of shape (b, q, k) on the device of X, differentiable in X. Entries behind
        the valid ones are 0; the others are the softmax of the valid ones. In a row of length 0
        they may be any numbers, but not NaN.

    >>> masked_softmax(torch.ones(2, 1, 4), torch.tensor([2, 4]))
    tensor([[[0.5000, 0.5000, 0.0000, 0.0000]],
    <BLANKLINE>
            [[0.2500, 0.2500, 0.2500, 0.2500]]])
    """
    raise NotImplementedError("TODO masked_softmax")


class AdditiveAttention(nn.Module):
    """Attention whose scores come from a small perceptron.

    The score of a key k for a query q is w_v . tanh(W_q q + W_k k). The parameters are the
    matrices W_q (query_size to num_hiddens) and W_k (key_size to num_hiddens) and the num_hiddens
    numbers w_v, all begin at random. There are no biases.

    Args:
        key_size, query_size: numbers of values of a key and of a query.
        num_hiddens: size of the hidden layer.
        dropout: probability of dropping a weight, in [0, 1).

    >>> attention = AdditiveAttention(key_size=2, query_size=20, num_hiddens=8, dropout=0.1)
    >>> queries, keys, values = torch.ones(2, 1, 20), torch.ones(2, 10, 2), torch.ones(2, 10, 4)
    >>> attention(queries, keys, values, torch.tensor([2, 6])).shape
    torch.Size([2, 1, 4])
    """

    def __init__(self, key_size: int, query_size: int, num_hiddens: int, dropout: float) -> None:
        super().__init__()
        raise NotImplementedError("TODO AdditiveAttention.__init__")

    def forward(
        self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None
    ) -> Tensor:
        """Give the weighted mean of the values for every query.

        The weights are the softmax of the scores over the valid keys (see masked_softmax). In
        training mode, dropout acts on the weights (survivors are divided by 1 - dropout) before
        they meet the values; after `.eval()` it is off.

        Args:
            queries: shape (b, q, dq), float32. Not modified, nor are the others.
            keys: shape (b, k, dk), float32.
            values: shape (b, k, dv), float32.
            valid_lens: how many of the k pairs of keys and values are valid, shape (b,) or (b, q),
                or None.

        Returns:
            float32 tensor of shape (b, q, dv), differentiable in the parameters and the floating
            inputs. The weights before dropout, shape (b, q, k), are kept as
            self.attention_weights until the next call.
        """
        raise NotImplementedError("TODO AdditiveAttention.forward")


class DotProductAttention(nn.Module):
    """Attention whose score of a key for a query is their dot product, divided by sqrt(d).

    d is the number of values of a query, which is that of a key. There are no parameters.

    Args:
        dropout: probability of dropping a weight, in [0, 1).

    >>> attention = DotProductAttention(dropout=0.5).eval()
    >>> keys, values = torch.ones(1, 4, 2), torch.arange(8.0).reshape(1, 4, 2)
    >>> attention(torch.ones(1, 1, 2), keys, values, torch.tensor([3]))  # the mean of three rows
    tensor([[[2., 3.]]])
    """

    def __init__(self, dropout: float) -> None:
        super().__init__()
        raise NotImplementedError("TODO DotProductAttention.__init__")

    def forward(
        self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None
    ) -> Tensor:
        """Give the weighted mean of the values for every query, as in AdditiveAttention.forward.

        Args:
            queries: shape (b, q, d), float32. Not modified, nor are the others.
            keys: shape (b, k, d), float32.
            values: shape (b, k, dv), float32.
            valid_lens: shape (b,) or (b, q), or None.

        Returns:
            float32 tensor of shape (b, q, dv); self.attention_weights (b, q, k) as there.
        """
        raise NotImplementedError("TODO DotProductAttention.forward")
