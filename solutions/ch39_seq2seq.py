"""Sequence to sequence: translate with two recurrent networks, and score what comes out."""

import collections
import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Seq2SeqEncoder(nn.Module):
    """Encoder of a sentence: an embedding, then a GRU of num_layers layers."""

    def __init__(
        self,
        vocab_size: int,
        embed_size: int,
        num_hiddens: int,
        num_layers: int,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)

    def forward(self, X: Tensor, *args: Any) -> tuple[Tensor, Tensor]:
        embedded = self.embedding(X).permute(1, 0, 2)  # (t, b, e)
        return self.rnn(embedded)


class Seq2SeqDecoder(nn.Module):
    """Decoder: an embedding, a GRU that sees the context at every step, and a linear layer."""

    def __init__(
        self,
        vocab_size: int,
        embed_size: int,
        num_hiddens: int,
        num_layers: int,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.rnn = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers, dropout=dropout)
        self.dense = nn.Linear(num_hiddens, vocab_size)

    def init_state(self, enc_outputs: tuple[Tensor, Tensor], *args: Any) -> Any:
        state = enc_outputs[1]
        return state, state[-1]  # the hidden state, which moves, and the context, which stays

    def forward(self, X: Tensor, state: Any) -> tuple[Tensor, Any]:
        hidden, context = state
        embedded = self.embedding(X).permute(1, 0, 2)  # (t, b, e)
        contexts = context.expand(len(embedded), -1, -1)  # (t, b, h)
        output, hidden = self.rnn(torch.cat((embedded, contexts), dim=2), hidden)
        return self.dense(output).permute(1, 0, 2), (hidden, context)  # (b, t, v)


def sequence_mask(X: Tensor, valid_len: Tensor, value: float = 0) -> Tensor:
    """Overwrite the padding of every sequence with `value`."""
    steps = torch.arange(X.shape[1], device=X.device)
    padding = steps >= valid_len[:, None]  # (b, t)
    padding = padding.reshape(padding.shape + (1,) * (X.dim() - 2))  # (b, t, 1, ...)
    return X.masked_fill(padding, value)


class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
    """Softmax cross-entropy of sequences, in which padding counts as 0."""

    def forward(self, pred: Tensor, label: Tensor, valid_len: Tensor) -> Tensor:
        # cross_entropy wants the classes on axis 1.
        losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")  # (b, t)
        return sequence_mask(losses, valid_len).mean(dim=1)  # (b,)


def _init_weights(module: nn.Module) -> None:
    """Draw the weights of a linear layer or a GRU anew."""
    if isinstance(module, (nn.Linear, nn.GRU)):
        for name, parameter in module.named_parameters():
            if "weight" in name:
                nn.init.xavier_uniform_(parameter)


def train_seq2seq(
    net: nn.Module,
    data_iter: Iterable[tuple[Tensor, Tensor, Tensor, Tensor]],
    lr: float,
    num_epochs: int,
    tgt_vocab: Any,
    device: torch.device,
) -> list[float]:
    """Train a net to translate, with the right token shown to it at every step."""
    net.apply(_init_weights)
    net.to(device)
    net.train()
    loss, optimizer = MaskedSoftmaxCELoss(), torch.optim.Adam(net.parameters(), lr=lr)
    history = []
    for _ in range(num_epochs):
        total, num_tokens = 0.0, 0
        for batch in data_iter:
            X, X_valid_len, Y, Y_valid_len = (part.to(device) for part in batch)
            bos = torch.full((len(Y), 1), tgt_vocab["<bos>"], device=device)
            dec_input = torch.cat((bos, Y[:, :-1]), dim=1)  # (b, t)
            Y_hat, _ = net(X, dec_input, X_valid_len)
            losses = loss(Y_hat, Y, Y_valid_len)
            optimizer.zero_grad()
            losses.sum().backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            optimizer.step()
            total += losses.sum().item() * Y.shape[1]  # each loss is a mean over the steps
            num_tokens += int(Y_valid_len.sum())
        history.append(total / num_tokens)
    return history


def predict_seq2seq(
    net: nn.Module,
    src_sentence: str,
    src_vocab: Any,
    tgt_vocab: Any,
    num_steps: int,
    device: torch.device,
) -> str:
    """Translate one sentence, at each step with the token of the highest score."""
    net.eval()
    tokens = [src_vocab[token] for token in (*src_sentence.lower().split(), "<eos>")]
    valid_len = torch.tensor([min(len(tokens), num_steps)], device=device)
    padding = [src_vocab["<pad>"]] * num_steps
    X = torch.tensor([(tokens + padding)[:num_steps]], device=device)  # (1, num_steps)
    translation: list[int] = []
    with torch.no_grad():
        state = net.decoder.init_state(net.encoder(X, valid_len), valid_len)
        token = tgt_vocab["<bos>"]
        for _ in range(num_steps):
            scores, state = net.decoder(torch.tensor([[token]], device=device), state)
            token = int(scores[0, -1].argmax())
            if token == tgt_vocab["<eos>"]:
                break
            translation.append(token)
    return " ".join(tgt_vocab.to_tokens(translation))


def bleu(pred_seq: str, label_seq: str, k: int) -> float:
    """Score a predicted sequence against the right one with n-grams of 1 to k tokens."""
    pred, label = pred_seq.split(), label_seq.split()
    if len(pred) < k:
        return 0.0  # no n-gram of k tokens, so one factor is 0
    score = math.exp(min(0, 1 - len(label) / len(pred)))
    for n in range(1, k + 1):
        ours, right = (
            collections.Counter(tuple(seq[i : i + n]) for i in range(len(seq) - n + 1))
            for seq in (pred, label)
        )
        matches = (ours & right).total()  # & takes the smaller count: no match is used twice
        score *= (matches / ours.total()) ** (1 / 2**n)
    return score
