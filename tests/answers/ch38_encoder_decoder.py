"""Known answers of ch38_encoder_decoder."""

from tests.answers import Edit, Rewrite

BODY = "raise NotImplementedError"
FORWARD = "def forward(self, X: Tensor, state: Any) -> Any:\n        raise NotImplementedError"
INIT_STATE = (
    "def init_state(self, enc_outputs: Any, *args: Any) -> Any:\n        raise NotImplementedError"
)
OUTPUTS = "enc_outputs = self.encoder(enc_X, *args)"
STATE = "dec_state = self.decoder.init_state(enc_outputs, *args)"
RESULT = "return self.decoder(dec_X, dec_state)"


def after(definition: str, body: str) -> str:
    """A method with another body."""
    return definition.replace("raise NotImplementedError", body)


WRONG = [
    Edit(
        "Encoder",
        BODY,
        "pass",
        "test_forward_is_not_implemented",
        "raised nothing",
        "gives None without a word",
    ),
    Edit(
        "Encoder",
        BODY,
        "return NotImplementedError",
        "test_forward_is_not_implemented",
        "raised nothing",
        "returns the error instead of raising it",
    ),
    Edit(
        "Encoder",
        BODY,
        "return NotImplemented",
        "test_forward_is_not_implemented",
        "raised nothing",
        "returns another thing of a similar name",
    ),
    Edit(
        "Encoder",
        BODY,
        "raise NotImplemented",
        "test_forward_is_not_implemented",
        "raised TypeError",
        "raises what is no error",
    ),
    Edit(
        "Encoder",
        BODY,
        'raise ValueError("not implemented")',
        "test_forward_is_not_implemented",
        "raised ValueError",
        "another error",
    ),
    Edit(
        "Encoder",
        BODY,
        'raise Exception("write forward")',
        "test_forward_is_not_implemented",
        "raised Exception",
        "an error of no kind",
    ),
    Edit(
        "Encoder",
        BODY,
        'print("not implemented")',
        "test_forward_is_not_implemented",
        "raised nothing",
        "prints",
    ),
    Edit(
        "Encoder",
        BODY,
        "return X",
        "test_forward_is_not_implemented",
        "raised nothing",
        "gives back the input",
    ),
    Edit(
        "Encoder",
        BODY,
        "if X is None:\n            raise NotImplementedError",
        "test_forward_is_not_implemented",
        "on every call",
        "raises only without an input",
    ),
    Edit(
        "Encoder",
        ", *args: Any",
        "",
        "test_forward_takes_any_further_arguments",
        "positional argument",
        "takes no further arguments",
    ),
    Edit(
        "Encoder",
        ", *args: Any",
        ", valid_lens: Any = None",
        "test_forward_takes_any_further_arguments",
        "positional argument",
        "takes one further argument",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def __init__(self):
                raise NotImplementedError

            def forward(self, X, *args):
                raise NotImplementedError
        """,
        "test_encoders_can_be_derived_from_it",
        "NotImplementedError",
        "cannot even be made",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def __init__(self, **kwargs):
                pass

            def forward(self, X, *args):
                raise NotImplementedError
        """,
        "test_encoders_can_be_derived_from_it",
        "Module.__init__() call",
        "nn.Module is not initialised",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder:
            def forward(self, X, *args):
                raise NotImplementedError

            def __call__(self, X, *args):
                return self.forward(X, *args)
        """,
        "test_encoders_can_be_derived_from_it",
        "an nn.Module",
        "no module",
    ),
    Rewrite(
        "Encoder",
        """
        import abc

        class Encoder(nn.Module, abc.ABC):
            @abc.abstractmethod
            def forward(self, X, *args):
                raise NotImplementedError
        """,
        "test_encoders_can_be_derived_from_it",
        "abstract",
        "an abstract class of Python, which cannot be made",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def forward(self, X, *args):
                raise NotImplementedError

            def __call__(self, X, *args):
                return self.forward(X)
        """,
        "test_encoders_can_be_derived_from_it",
        "leave it to nn.Module",
        "drops the further arguments of derived classes",
    ),
    Edit(
        "Decoder",
        INIT_STATE,
        after(INIT_STATE, "pass"),
        "test_init_state_is_not_implemented",
        "raised nothing",
        "init_state gives None without a word",
    ),
    Edit(
        "Decoder",
        INIT_STATE,
        after(INIT_STATE, "return enc_outputs"),
        "test_init_state_is_not_implemented",
        "raised nothing",
        "init_state hands the outputs on",
    ),
    Edit(
        "Decoder",
        INIT_STATE,
        after(INIT_STATE, "return NotImplementedError"),
        "test_init_state_is_not_implemented",
        "raised nothing",
        "init_state returns the error",
    ),
    Edit(
        "Decoder",
        INIT_STATE,
        after(INIT_STATE, "raise AttributeError"),
        "test_init_state_is_not_implemented",
        "raised AttributeError",
        "init_state raises another error",
    ),
    Edit(
        "Decoder",
        ", *args: Any",
        "",
        "test_init_state_takes_any_further_arguments",
        "positional argument",
        "init_state takes no further arguments",
    ),
    Edit(
        "Decoder",
        FORWARD,
        after(FORWARD, "pass"),
        "test_forward_is_not_implemented",
        "raised nothing",
        "forward gives None without a word",
    ),
    Edit(
        "Decoder",
        FORWARD,
        after(FORWARD, "return X, state"),
        "test_forward_is_not_implemented",
        "raised nothing",
        "forward hands its arguments back",
    ),
    Edit(
        "Decoder",
        FORWARD,
        after(FORWARD, "raise RuntimeError"),
        "test_forward_is_not_implemented",
        "raised RuntimeError",
        "forward raises the class of error above the right one",
    ),
    Edit(
        "Decoder",
        "X: Tensor, state: Any",
        "X: Tensor",
        "test_forward_is_not_implemented",
        "positional argument",
        "forward takes no state",
    ),
    Edit(
        "Decoder",
        "X: Tensor, state: Any",
        "state: Any, X: Tensor, more: Any",
        "test_forward_is_not_implemented",
        "raised TypeError",
        "forward asks for more",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def forward(self, X, state):
                raise NotImplementedError
        """,
        "test_init_state_is_not_implemented",
        "init_state",
        "no init_state",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def __init__(self):
                super().__init__()
                self.state = self.init_state(None)

            def init_state(self, enc_outputs, *args):
                raise NotImplementedError

            def forward(self, X, state):
                raise NotImplementedError
        """,
        "test_decoders_can_be_derived_from_it",
        "NotImplementedError",
        "asks for the state when it is made",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def __init__(self, encoder):
                super().__init__()
                self.encoder = encoder

            def init_state(self, enc_outputs, *args):
                raise NotImplementedError

            def forward(self, X, state):
                raise NotImplementedError
        """,
        "test_decoders_can_be_derived_from_it",
        "missing 1 required positional argument",
        "cannot be made without arguments",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def __init__(self):
                super().__init__()
                self.layer = nn.Linear(2, 2)
                self.extra = nn.Linear(2, 2)

            def init_state(self, enc_outputs, *args):
                raise NotImplementedError

            def forward(self, X, state):
                raise NotImplementedError
        """,
        "test_decoders_can_be_derived_from_it",
        "number of its parameters",
        "brings layers of its own",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X)",
        "test_each_part_gets_what_it_needs",
        "further arguments",
        "the encoder does not get the further arguments",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, args)",
        "test_each_part_gets_what_it_needs",
        "one by one",
        "the further arguments as one tuple",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, *args[:1])",
        "test_each_part_gets_what_it_needs",
        "further arguments",
        "only the first further argument",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, *[a for a in args if a is not None])",
        "test_each_part_gets_what_it_needs",
        "further arguments",
        "drops a None",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(dec_X, *args)",
        "test_each_part_gets_what_it_needs",
        "the encoder reads enc_X",
        "the encoder reads the decoder's input",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, *args)[0]",
        "test_each_part_gets_what_it_needs",
        "all that the encoder gave",
        "only the first of the encoder's outputs",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, *args)\n"
        "        enc_outputs = self.encoder(enc_X, *args)",
        "test_each_part_gets_what_it_needs",
        "the calls of the parts",
        "calls the encoder twice",
    ),
    Edit(
        "EncoderDecoder",
        OUTPUTS,
        "enc_outputs = self.encoder(enc_X, dec_X, *args)",
        "test_each_part_gets_what_it_needs",
        "the encoder reads enc_X",
        "the encoder gets both inputs",
    ),
    Edit(
        "EncoderDecoder",
        STATE,
        "dec_state = self.decoder.init_state(enc_outputs)",
        "test_each_part_gets_what_it_needs",
        "further arguments",
        "init_state does not get the further arguments",
    ),
    Edit(
        "EncoderDecoder",
        STATE,
        "dec_state = enc_outputs",
        "test_each_part_gets_what_it_needs",
        "with that state",
        "init_state is not called",
    ),
    Edit(
        "EncoderDecoder",
        STATE,
        "dec_state = self.decoder.init_state(*enc_outputs, *args)",
        "test_each_part_gets_what_it_needs",
        "all that the encoder gave",
        "the outputs are taken apart",
    ),
    Edit(
        "EncoderDecoder",
        STATE,
        "dec_state = self.decoder.init_state(enc_X, *args)",
        "test_each_part_gets_what_it_needs",
        "all that the encoder gave",
        "the state of the input instead of the outputs",
    ),
    Edit(
        "EncoderDecoder",
        STATE,
        "dec_state = self.decoder.init_state(enc_outputs[-1], *args)",
        "test_each_part_gets_what_it_needs",
        "all that the encoder gave",
        "only the encoder's state",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_X, enc_outputs)",
        "test_each_part_gets_what_it_needs",
        "with that state",
        "the decoder gets the outputs instead of the state",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_X, dec_state, *args)",
        "test_each_part_gets_what_it_needs",
        "to the first two",
        "the decoder gets the further arguments too",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_state, dec_X)",
        "test_each_part_gets_what_it_needs",
        "decoder(dec_X, dec_state)",
        "swapped arguments",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(enc_X, dec_state)",
        "test_each_part_gets_what_it_needs",
        "the decoder reads dec_X",
        "the decoder reads the encoder's input",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_X, dec_state[0])",
        "test_each_part_gets_what_it_needs",
        "with that state",
        "only the first thing of the state",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "self.decoder(dec_X, dec_state)",
        "test_what_the_decoder_gives_comes_back_as_it_is",
        "is `return` missing",
        "no return",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_X, dec_state)[0]",
        "test_what_the_decoder_gives_comes_back_as_it_is",
        "the very thing",
        "the first thing the decoder gives (a later edition of the book)",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return self.decoder(dec_X, dec_state), dec_state",
        "test_what_the_decoder_gives_comes_back_as_it_is",
        "the very thing",
        "the state comes back too",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "return enc_outputs, self.decoder(dec_X, dec_state)",
        "test_what_the_decoder_gives_comes_back_as_it_is",
        "the very thing",
        "the outputs of the encoder come back too",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "result = self.decoder(dec_X, dec_state)\n"
        "        return result.softmax(-1) if isinstance(result, Tensor) else result",
        "test_what_the_decoder_gives_comes_back_as_it_is",
        "the very thing",
        "softmax over a tensor",
    ),
    Edit(
        "EncoderDecoder",
        RESULT,
        "result = self.decoder(dec_X, dec_state)\n        return result or dec_state",
        "test_each_part_gets_what_it_needs",
        "more than one value",
        "asks a tensor for its truth",
    ),
    Edit(
        "EncoderDecoder",
        "self.encoder = encoder\n",
        "self.enc = encoder\n        self.encoder = lambda *x: encoder(*x)\n",
        "test_the_parts_are_its_attributes",
        "the given part",
        "encoder is something else",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.parts = nn.ModuleList([encoder, decoder])

            def forward(self, enc_X, dec_X, *args):
                encoder, decoder = self.parts
                return decoder(dec_X, decoder.init_state(encoder(enc_X, *args), *args))
        """,
        "test_the_parts_are_its_attributes",
        "self.encoder = encoder",
        "no attributes of these names",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        import copy

        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = copy.deepcopy(encoder), copy.deepcopy(decoder)

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_the_parts_are_its_attributes",
        "the given parts themselves",
        "copies",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = decoder, encoder

            def forward(self, enc_X, dec_X, *args):
                state = self.encoder.init_state(self.decoder(enc_X, *args), *args)
                return self.encoder(dec_X, state)
        """,
        "test_the_parts_are_its_attributes",
        "the given part",
        "the names are swapped",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.parts = [encoder, decoder]
                self.__dict__["encoder"], self.__dict__["decoder"] = encoder, decoder

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_its_parameters_are_those_of_the_parts",
        "net.parameters() without it",
        "the parts are not registered",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder = encoder
                self.__dict__["decoder"] = decoder

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_its_parameters_are_those_of_the_parts",
        "the weight of the decoder",
        "the decoder is not registered",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder
                self.bridge = nn.Linear(4, 4)

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_its_parameters_are_those_of_the_parts",
        "two parameters",
        "a layer of its own",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                self.encoder, self.decoder = encoder, decoder

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_the_parts_are_its_attributes",
        "Module.__init__() call",
        "nn.Module is not initialised",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder
                self.state = None

            def forward(self, enc_X, dec_X, *args):
                if self.state is None:
                    self.state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, self.state)
        """,
        "test_values",
        "expected",
        "keeps the state of the first call",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder.eval(), decoder.eval()

            def forward(self, enc_X, dec_X, *args):
                with torch.no_grad():
                    state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)

        import torch
        """,
        "test_gradients_reach_both_parts",
        "the encoder's weight",
        "the encoder runs without gradients",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder
                for parameter in decoder.parameters():
                    parameter.requires_grad_(False)

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_gradients_reach_both_parts",
        "does not require grad",
        "the decoder is frozen",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder

            def train(self, mode=True):
                self.training = mode
                return self

            def forward(self, enc_X, dec_X, *args):
                state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
                return self.decoder(dec_X, state)
        """,
        "test_to_and_eval_reach_both_parts",
        "training of (encoder, decoder)",
        "eval() does not reach the parts",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder

            def forward(self, enc_X, dec_X, *args):
                enc_outputs = self.encoder(enc_X, *args)
                state = self.decoder.init_state(enc_outputs, *args)
                result = self.decoder(dec_X, state)
                dec_X.zero_()
                return result
        """,
        "test_inputs_are_not_modified",
        "modified in place",
        "clears the decoder's input",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            told = False

            def forward(self, X, *args):
                if not self.told:
                    self.told = True
                    raise NotImplementedError("write forward in the derived class")
                return X
        """,
        "test_forward_is_not_implemented",
        "on every call",
        "raises at the first call only",
    ),
    Edit(
        "EncoderDecoder",
        "        enc_outputs = ",
        "        self.train()\n        enc_outputs = ",
        "test_to_and_eval_reach_both_parts",
        "then a call of net",
        "every call switches to training",
    ),
    Edit(
        "EncoderDecoder",
        "        self.decoder = decoder\n",
        "        self.decoder = decoder\n        for p in self.parameters():\n            nn.init.xavier_uniform_(p)\n",
        "test_the_parts_are_its_attributes",
        "with their weights",
        "draws the weights of the parts anew",
    ),
    Edit(
        "EncoderDecoder",
        "self.decoder.init_state(enc_outputs, *args)",
        "self.decoder.init_state(tuple(enc_outputs), *args)",
        "test_each_part_gets_what_it_needs",
        "all that the encoder gave",
        "makes a tuple of what the encoder gave",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            parts = {}

            def __init__(self, encoder, decoder):
                super().__init__()
                self.encoder, self.decoder = encoder, decoder
                self.parts.update(encoder=encoder, decoder=decoder)

            def forward(self, enc_X, dec_X, *args):
                decoder = self.parts["decoder"]
                state = decoder.init_state(self.parts["encoder"](enc_X, *args), *args)
                return decoder(dec_X, state)
        """,
        "test_values",
        "encoder reads enc_X",
        "all nets use the parts of the last one",
    ),
]

RIGHT = [
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def __init__(self, **kwargs):
                super(Encoder, self).__init__(**kwargs)

            def forward(self, X, *args):
                raise NotImplementedError
        """,
        why="the notes and the book",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def __init__(self):
                super().__init__()

            def forward(self, X: Tensor, *args: Any, **kwargs: Any) -> Any:
                raise NotImplementedError(f"{type(self).__name__} has no forward of its own")
        """,
        why="a message of its own",
    ),
    Rewrite(
        "Encoder",
        """
        class NotWritten(NotImplementedError):
            pass

        class Encoder(nn.Module):
            def forward(self, X, *args):
                error = NotWritten("TODO: write forward in the derived class")
                raise error
        """,
        why="a class of error derived from the right one",
    ),
    Rewrite(
        "Encoder",
        """
        class Encoder(nn.Module):
            def __init__(self):
                super().__init__()
        """,
        why="nn.Module itself raises the error where forward is missing",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def __init__(self):
                super().__init__()

            def init_state(self, enc_all_outputs, *args):
                raise NotImplementedError

            def forward(self, X, state):
                raise NotImplementedError
        """,
        why="the book's later edition",
    ),
    Rewrite(
        "Decoder",
        """
        class Decoder(nn.Module):
            def __init__(self, **kwargs):
                super(Decoder, self).__init__(**kwargs)

            def init_state(self, enc_outputs, *args):
                raise NotImplementedError

            def forward(self, X, state):
                raise NotImplementedError
        """,
        why="the notes and the book",
    ),
    Rewrite(
        "Decoder",
        """
        import abc

        class Decoder(nn.Module):
            def _missing(self, name):
                raise NotImplementedError(name)

            @abc.abstractmethod
            def init_state(self, enc_outputs, *args, **kwargs):
                return self._missing("init_state")

            @abc.abstractmethod
            def forward(self, X, state, *args):
                return self._missing("forward")
        """,
        why="raised in a helper",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder, **kwargs):
                super(EncoderDecoder, self).__init__(**kwargs)
                self.encoder = encoder
                self.decoder = decoder

            def forward(self, enc_X, dec_X, *args):
                enc_outputs = self.encoder(enc_X, *args)
                dec_state = self.decoder.init_state(enc_outputs, *args)
                return self.decoder(dec_X, dec_state)
        """,
        why="the notes and the book",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                nn.Module.__init__(self)
                self.add_module("encoder", encoder)
                self.add_module("decoder", decoder)

            def forward(self, enc_X, dec_X, *args):
                return self.decoder(
                    dec_X, self.decoder.init_state(self.encoder(enc_X, *args), *args))
        """,
        why="add_module, one expression",
    ),
    Rewrite(
        "EncoderDecoder",
        """
        class EncoderDecoder(nn.Module):
            def __init__(self, encoder, decoder):
                super().__init__()
                self.parts = nn.ModuleDict({"encoder": encoder, "decoder": decoder})

            @property
            def encoder(self):
                return self.parts["encoder"]

            @property
            def decoder(self):
                return self.parts["decoder"]

            def forward(self, enc_X, dec_X, *args):
                memory = self.encoder.forward(enc_X, *args)
                state = self.decoder.init_state(memory, *args)
                return self.decoder.forward(dec_X, state)
        """,
        why="a ModuleDict with properties, forward called by name",
    ),
]
