"""Sequence to sequence: translate with two recurrent networks, and score what comes out.

Source: notes 30 (Sequence to sequence learning).
"""

import collections
import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Seq2SeqEncoder(nn.Module):
    """Encoder of a sentence: an embedding, then a GRU (nn.GRU) of num_layers layers.

    The tokens go through an embedding (vocab_size, embed_size), and their vectors, step by step,
    through the GRU, which has num_hiddens units a layer and begins with zeros. These two have all
    the parameters; the first values and the names are free. `dropout` is the probability with which
    nn.GRU drops what passes from layer to layer in training.

    >>> encoder = Seq2SeqEncoder(vocab_size=10, embed_size=8, num_hiddens=16, num_layers=2).eval()
    >>> output, state = encoder(torch.zeros((4, 7), dtype=torch.long))
    >>> output.shape, state.shape
    (torch.Size([7, 4, 16]), torch.Size([2, 4, 16]))
    """

    def __init__(
        self,
        vocab_size: int,
        embed_size: int,
        num_hiddens: int,
        num_layers: int,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        raise NotImplementedError("TODO Seq2SeqEncoder.__init__")

    def forward(self, X: Tensor, *args: Any) -> tuple[Tensor, Tensor]:
        """Read the sentences X, indices (b, t), int64, not modified; args are not used.

        Returns a tuple: the output of the last layer at every step, (t, b, h), and the state of
        every layer after the last step, (num_layers, b, h).
        """
        raise NotImplementedError("TODO Seq2SeqEncoder.forward")


class Seq2SeqDecoder(nn.Module):
    """Decoder: an embedding, a GRU that sees the context at every step, and a linear layer.

    The context is what the last layer of the encoder holds after its last step; it stays the same
    for the whole sentence. At every step the GRU gets the embedding of the token followed by the
    context, embed_size + num_hiddens values in this order; it begins with the state of the encoder,
    layer by layer. A linear layer with a bias makes scores of its output. Else as the encoder.

    Decoding a sentence in pieces, each with the state that the piece before gave, gives the scores
    of decoding it at once, whatever is decoded in between. (So the context cannot be the state of
    the GRU, which moves: a net trained on whole sentences meets another one when it goes by token.)

    >>> encoder = Seq2SeqEncoder(vocab_size=10, embed_size=8, num_hiddens=16, num_layers=2).eval()
    >>> decoder = Seq2SeqDecoder(vocab_size=10, embed_size=8, num_hiddens=16, num_layers=2).eval()
    >>> X = torch.zeros((4, 7), dtype=torch.long)
    >>> decoder(X, decoder.init_state(encoder(X)))[0].shape
    torch.Size([4, 7, 10])
    """

    def __init__(
        self,
        vocab_size: int,
        embed_size: int,
        num_hiddens: int,
        num_layers: int,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        raise NotImplementedError("TODO Seq2SeqDecoder.__init__")

    def init_state(self, enc_outputs: tuple[Tensor, Tensor], *args: Any) -> Any:
        """Make the first state, in a form of your own, from what the encoder gave; no args used."""
        raise NotImplementedError("TODO Seq2SeqDecoder.init_state")

    def forward(self, X: Tensor, state: Any) -> tuple[Tensor, Any]:
        """Decode the tokens X, indices (b, t), int64, from a state; neither is modified.

        Returns a tuple: scores (b, t, vocab_size), before softmax, and the state after them.
        """
        raise NotImplementedError("TODO Seq2SeqDecoder.forward")


def sequence_mask(X: Tensor, valid_len: Tensor, value: float = 0) -> Tensor:
    """Overwrite the padding of every sequence with `value`.

    Of sequence i the first valid_len[i] steps are valid; the steps behind them are padding.

    Args:
        X: shape (b, t, ...), steps along axis 1. It may be changed or not: callers that still
            need it hand in a copy.
        valid_len: shape (b,), integers from 0 to t. Not modified.
        value: a number that the dtype of X can hold.

    Returns:
        Tensor like X: X in the valid steps, `value` in all of the padding. Differentiable in X.

    >>> sequence_mask(torch.tensor([[1, 2, 3], [4, 5, 6]]), torch.tensor([1, 2]))
    tensor([[1, 0, 0],
            [4, 5, 0]])
    """
    raise NotImplementedError("TODO sequence_mask")


class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
    """Softmax cross-entropy of sequences, in which padding counts as 0.

    The loss of a sequence is the mean over all t steps, the padding included: where half of the
    steps are valid, it is half of what these steps would have without padding.

    >>> loss = MaskedSoftmaxCELoss()
    >>> label = torch.ones((3, 4), dtype=torch.long)
    >>> loss(torch.ones(3, 4, 10), label, torch.tensor([4, 2, 0]))
    tensor([2.3026, 1.1513, 0.0000])
    """

    def forward(self, pred: Tensor, label: Tensor, valid_len: Tensor) -> Tensor:
        """Give the loss of every sequence.

        Args (none of them is modified):
            pred: shape (b, t, v), the scores of v tokens at every step, before softmax.
            label: shape (b, t), int64, the right tokens.
            valid_len: shape (b,), integers from 0 to t.

        Returns:
            float32 tensor of shape (b,) on the device of pred, differentiable in pred. What
            stands in the padding of pred and label makes no difference.
        """
        raise NotImplementedError("TODO MaskedSoftmaxCELoss.forward")


def train_seq2seq(
    net: nn.Module,
    data_iter: Iterable[tuple[Tensor, Tensor, Tensor, Tensor]],
    lr: float,
    num_epochs: int,
    tgt_vocab: Any,
    device: torch.device,
) -> list[float]:
    """Train a net to translate, with the right token shown to it at every step.

    First the matrices of every nn.Linear and nn.GRU in the net, however deep, but no embedding, are
    drawn anew, uniformly with Xavier's bound. The net is moved to `device`, into training mode.

    For each batch (X, X_valid_len, Y, Y_valid_len) the input of the decoder is `<bos>`, then Y
    without its last step. Adam makes one step with the gradients of this batch alone: those of the
    sum of the losses that MaskedSoftmaxCELoss gives, clipped to a norm of 1 (all of them together).

    Args:
        net: net(X, dec_input, X_valid_len) gives a tuple of the scores (b, t, v) and a state.
        data_iter: batches of indices X (b, s) and Y (b, t), int64, with valid lengths (b,) from 1
            on; can be run through again and again, and may be on another device. Not modified.
        lr, num_epochs: learning rate of torch.optim.Adam; passes over data_iter.
        tgt_vocab: tgt_vocab["<bos>"] is the index of `<bos>`.

    Returns:
        List with a number an epoch: the mean cross-entropy of all its valid tokens of Y (padding
        would make it depend on the length of a batch), each batch as it was before its own step.

    >>> class Same(nn.Module):
    ...     def forward(self, X, dec_X, *args):
    ...         return self.scores[dec_X], None
    >>> net = Same()
    >>> net.scores = nn.Parameter(torch.zeros(3, 3))  # three tokens, all as likely
    >>> X, n = torch.tensor([[1, 2]]), torch.tensor([2])
    >>> losses = train_seq2seq(net, [(X, n, X, n)], 0.1, 50, {"<bos>": 0}, torch.device("cpu"))
    >>> round(losses[0], 4), losses[-1] < 0.1  # the first is ln 3
    (1.0986, True)
    """
    raise NotImplementedError("TODO train_seq2seq")


def predict_seq2seq(
    net: nn.Module,
    src_sentence: str,
    src_vocab: Any,
    tgt_vocab: Any,
    num_steps: int,
    device: torch.device,
) -> str:
    """Translate one sentence, at each step with the token of the highest score.

    The encoder gets the tokens of the sentence and `<eos>`, cut to num_steps or filled up with
    `<pad>`, as a batch of one. The decoder gets `<bos>` first and then what it gave itself. The net
    works in evaluation mode (which mode it is left in is free) and without gradients.

    Args:
        net: on `device`. net.encoder(X, valid_len) gives outputs, net.decoder.init_state(outputs,
            valid_len) a first state, and net.decoder(tokens, state) a tuple of scores (1, t, v) and
            the new state. valid_len, shape (1,), is the number of tokens with `<eos>`.
        src_sentence: tokens with single spaces between them; capital letters become small ones.
        src_vocab, tgt_vocab: have vocab[token] and vocab.to_tokens(list of indices).
        num_steps: steps of the source, and the most tokens of the translation.

    Returns:
        The translation: tokens with single spaces between them, without the `<eos>` that ends it.

    >>> words = "<pad> <bos> oh yes <eos>".split()
    >>> vocab = type("Vocab", (dict,), {"to_tokens": lambda _, found: [words[i] for i in found]})
    >>> net = nn.Module()
    >>> net.encoder = lambda X, *args: X
    >>> net.decoder = lambda X, state: (torch.eye(5)[X + 1], state)  # counts on
    >>> net.decoder.init_state = lambda outputs, *args: outputs
    >>> vocab = vocab(zip(words, range(5)))
    >>> predict_seq2seq(net, "yes", vocab, vocab, 4, torch.device("cpu"))
    'oh yes'
    """
    raise NotImplementedError("TODO predict_seq2seq")


def bleu(pred_seq: str, label_seq: str, k: int) -> float:
    """Score a predicted sequence against the right one with n-grams of 1 to k tokens.

    BLEU = exp(min(0, 1 - len_label / len_pred)) * p_1^(1/2) * p_2^(1/4) * ... * p_k^(1/2^k)

    The lengths are numbers of tokens. p_n is the share of the n-grams (n tokens in a row) of the
    prediction that are found in the label, where one n-gram of the label serves for one of the
    prediction only. Where the prediction has no n-gram of n tokens, p_n is 0.

    Args:
        pred_seq: the predicted tokens with single spaces between them; may be empty.
        label_seq: the right tokens, at least one, with single spaces between them.
        k: length of the longest n-grams, at least 1.

    Returns:
        float from 0 to 1; 0.0 for an empty prediction.

    >>> round(bleu("A B B C D", "A B C D E F", k=2), 6)  # p_1 = 4/5, p_2 = 3/4
    0.681477
    """
    raise NotImplementedError("TODO bleu")
