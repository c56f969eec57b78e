"""Encoder and decoder: two parts of a net, and the net that joins them."""

from typing import Any

from torch import Tensor, nn


class Encoder(nn.Module):
    """Base class of encoders, which read the input sequence."""

    def forward(self, X: Tensor, *args: Any) -> Any:
        raise NotImplementedError


class Decoder(nn.Module):
    """Base class of decoders, which write the output sequence."""

    def init_state(self, enc_outputs: Any, *args: Any) -> Any:
        raise NotImplementedError

    def forward(self, X: Tensor, state: Any) -> Any:
        raise NotImplementedError


class EncoderDecoder(nn.Module):
    """Net of an encoder and a decoder, whose state comes from what the encoder gave."""

    def __init__(self, encoder: nn.Module, decoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def forward(self, enc_X: Tensor, dec_X: Tensor, *args: Any) -> Any:
        enc_outputs = self.encoder(enc_X, *args)
        dec_state = self.decoder.init_state(enc_outputs, *args)
        return self.decoder(dec_X, dec_state)
