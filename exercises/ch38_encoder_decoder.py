"""Encoder and decoder: two parts of a net, and the net that joins them.

Source: notes 29 (The encoder-decoder architecture).
"""

from typing import Any

import torch
from torch import Tensor, nn


class Encoder(nn.Module):
    """Base class of encoders, which read the input sequence.

    Encoder encodes nothing itself: an encoder derives from it, may have layers, and writes its own
    `forward`. `Encoder()`, which takes no arguments, can be made, but its `forward` raises
    NotImplementedError, on every call: so it tells who derives from it what is still missing.

    That error is what you are asked to write, and only its message tells it from a stub: raise it
    without a message, or with one of your own that does not begin with TODO.

    >>> class Mean(Encoder):
    ...     def forward(self, X, *args):
    ...         return X.mean(1)
    >>> Mean()(torch.ones(2, 3))
    tensor([1., 1.])
    >>> Encoder()(torch.ones(2, 3))
    Traceback (most recent call last):
    NotImplementedError
    """

    def forward(self, X: Tensor, *args: Any) -> Any:
        """Encode X; further arguments, such as valid lengths, may follow. Not implemented here."""
        raise NotImplementedError("TODO Encoder.forward")


class Decoder(nn.Module):
    """Base class of decoders, which write the output sequence.

    A decoder derives from it, may have layers, and writes its own `init_state` and `forward`.
    `Decoder()`, which takes no arguments, can be made, but each of its two methods raises
    NotImplementedError, on every call. (See Encoder for the message.)

    >>> class Constant(Decoder):
    ...     def init_state(self, enc_outputs, *args):
    ...         return enc_outputs
    ...     def forward(self, X, state):
    ...         return X + state
    >>> decoder = Constant()
    >>> decoder(torch.ones(3), decoder.init_state(2))
    tensor([3., 3., 3.])
    >>> Decoder().init_state(2)
    Traceback (most recent call last):
    NotImplementedError
    """

    def init_state(self, enc_outputs: Any, *args: Any) -> Any:
        """Make the first state of what the encoder gave. Not implemented here."""
        raise NotImplementedError("TODO Decoder.init_state")

    def forward(self, X: Tensor, state: Any) -> Any:
        """Decode X, beginning with this state. Not implemented here."""
        raise NotImplementedError("TODO Decoder.forward")


class EncoderDecoder(nn.Module):
    """Net of an encoder and a decoder, whose state comes from what the encoder gave.

    The two parts themselves are used, not copies, and can be read as the attributes `encoder` and
    `decoder`. The net has no other parameters than theirs. `parameters()`, `state_dict()`,
    `.to(...)`, `.train()` and `.eval()` reach both parts. Nothing is kept from one call to the
    next.

    Args:
        encoder: module with forward(X, *args).
        decoder: module with init_state(enc_outputs, *args) and forward(X, state).

    >>> class Last(nn.Module):
    ...     def forward(self, X, *args):
    ...         return X[:, -1:]
    >>> class Add(nn.Module):
    ...     def init_state(self, enc_outputs, *args):
    ...         return 10 * enc_outputs
    ...     def forward(self, X, state):
    ...         return X + state
    >>> net = EncoderDecoder(Last(), Add())
    >>> net(torch.tensor([[1, 2, 3]]), torch.tensor([[4, 5]]))
    tensor([[34, 35]])
    """

    def __init__(self, encoder: nn.Module, decoder: nn.Module) -> None:
        super().__init__()
        raise NotImplementedError("TODO EncoderDecoder.__init__")

    def forward(self, enc_X: Tensor, dec_X: Tensor, *args: Any) -> Any:
        """Encode enc_X, make the decoder's state of it, and decode dec_X with that state.

        Args:
            enc_X: input of the encoder. Not modified.
            dec_X: input of the decoder. Not modified.
            args: given to the encoder and to init_state, behind their first argument; the
                decoder's forward does not get them.

        Returns:
            What the decoder gives, all of it as it is, differentiable in the parameters of both
            parts. Each part is called once; whatever the encoder gives (a tensor, a tuple, ...)
            goes to init_state as it is, and the state likewise to the decoder.
        """
        raise NotImplementedError("TODO EncoderDecoder.forward")
