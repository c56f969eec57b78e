"""Known answers of ch39_seq2seq."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "Seq2SeqEncoder",
        ".permute(1, 0, 2)",
        ".reshape(X.shape[1], X.shape[0], -1)",
        "test_values_are_those_of_the_library",
        "reshape would mix sentences up",
        "reshape in place of permute",
    ),
    Edit(
        "Seq2SeqEncoder",
        ".permute(1, 0, 2)",
        "",
        "test_shapes_are_those_of_the_notes",
        "time first: (t, b, h)",
        "no permute: the batch is taken for time",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "return self.rnn(embedded)[::-1]",
        "test_shapes_are_those_of_the_notes",
        "time first: (t, b, h)",
        "(state, output)",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output.permute(1, 0, 2), state",
        "test_shapes_are_those_of_the_notes",
        "time first: (t, b, h)",
        "batch first",
    ),
    Edit(
        "Seq2SeqEncoder",
        "dropout=dropout",
        "dropout=dropout, batch_first=True",
        "test_shapes_are_those_of_the_notes",
        "the state of every layer",
        "permute and batch_first",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, state[-1]",
        "test_shapes_are_those_of_the_notes",
        "the state of every layer",
        "the state of the last layer only",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, state.permute(1, 0, 2)",
        "test_shapes_are_those_of_the_notes",
        "the state of every layer",
        "the state is batch first",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "return self.rnn(embedded)[0]",
        "test_shapes_are_those_of_the_notes",
        "a tuple (output, state)",
        "the output only",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "self.rnn(embedded)",
        "test_shapes_are_those_of_the_notes",
        "a tuple (output, state)",
        "no return",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, state[-1:].expand_as(state)",
        "test_values_are_those_of_the_library",
        "every layer after the last step",
        "the last layer's state for all layers",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, state.flip(0)",
        "test_values_are_those_of_the_library",
        "every layer after the last step",
        "layers upside down",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, output.mean(dim=0).expand_as(state)",
        "test_values_are_those_of_the_library",
        "every layer after the last step",
        "the mean of the outputs as the state",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "return self.rnn(embedded.flip(0))",
        "test_values_are_those_of_the_library",
        "from the first to the last",
        "reads backwards",
    ),
    Edit(
        "Seq2SeqEncoder",
        "num_layers, dropout",
        "dropout",
        "test_parameters_are_those_of_the_layers",
        "an embedding and a GRU",
        "one layer",
    ),
    Edit(
        "Seq2SeqEncoder",
        "nn.GRU(",
        "nn.RNN(",
        "test_parameters_are_those_of_the_layers",
        "an embedding and a GRU",
        "a plain RNN",
    ),
    Edit(
        "Seq2SeqEncoder",
        "nn.GRU(",
        "nn.LSTM(",
        "test_parameters_are_those_of_the_layers",
        "an embedding and a GRU",
        "an LSTM",
    ),
    Edit(
        "Seq2SeqEncoder",
        "dropout=dropout",
        "dropout=dropout, bidirectional=True",
        "test_parameters_are_those_of_the_layers",
        "an embedding and a GRU",
        "in both directions",
    ),
    Edit(
        "Seq2SeqEncoder",
        "nn.Embedding(vocab_size, embed_size)",
        "nn.Embedding(embed_size, vocab_size)",
        "test_parameters_are_those_of_the_layers",
        "An embedding and a GRU",
        "sizes of the embedding swapped",
    ),
    Edit(
        "Seq2SeqEncoder",
        "nn.Embedding(vocab_size, embed_size)",
        "nn.Embedding(vocab_size, embed_size).requires_grad_(False)",
        "test_gradients_reach_every_parameter",
        "cut off from the graph",
        "a frozen embedding",
    ),
    Edit(
        "Seq2SeqEncoder",
        "self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)",
        "self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)\n        self.dense = nn.Linear(num_hiddens, vocab_size)",
        "test_parameters_are_those_of_the_layers",
        "an embedding and a GRU",
        "a linear layer of no use",
    ),
    Edit(
        "Seq2SeqEncoder",
        ", dropout=dropout)",
        ")",
        "test_dropout_acts_between_layers_in_training_only",
        "hand dropout over",
        "dropout is forgotten",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.dropout = nn.Dropout(dropout)
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)

            def forward(self, X, *args):
                return self.rnn(self.dropout(self.embedding(X)).permute(1, 0, 2))
        """,
        "test_dropout_acts_between_layers_in_training_only",
        "nothing else is dropped",
        "the embedding is dropped too",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding, self.dropout = nn.Embedding(vocab_size, embed_size), dropout
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers)

            def forward(self, X, *args):
                return self.rnn(F.dropout(self.embedding(X).permute(1, 0, 2), self.dropout))
        """,
        "test_dropout_acts_between_layers_in_training_only",
        "knows the mode",
        "F.dropout, which drops in evaluation mode too",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)
                self.state = None

            def forward(self, X, *args):
                if self.state is not None and self.state.shape[1] != len(X):
                    self.state = None
                output, self.state = self.rnn(self.embedding(X).permute(1, 0, 2), self.state)
                return output, self.state
        """,
        "test_dropout_acts_between_layers_in_training_only",
        "a second call",
        "goes on from the state of the last call",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)

            def forward(self, X, valid_len=None):
                embedded = self.embedding(X).permute(1, 0, 2)
                if valid_len is None:
                    return self.rnn(embedded)
                packed = nn.utils.rnn.pack_padded_sequence(
                    embedded, valid_len.cpu(), enforce_sorted=False)
                output, state = self.rnn(packed)
                return nn.utils.rnn.pad_packed_sequence(output, total_length=X.shape[1])[0], state
        """,
        "test_values_are_those_of_the_library",
        "whatever args say",
        "the valid lengths are used, which the docstring rules out",
    ),
    Edit(
        "Seq2SeqEncoder",
        "embedded = self.embedding(X).permute(1, 0, 2)",
        "embedded = self.embedding(X.t_())",
        "test_arguments_are_not_modified",
        "modified in place",
        "X is transposed in place",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "output, state = self.rnn(embedded)\n        return output, state.detach()",
        "test_gradients_reach_every_parameter",
        "cuts the gradient",
        "the state is detached: the encoder learns nothing",
    ),
    Edit(
        "Seq2SeqEncoder",
        "return self.rnn(embedded)",
        "return self.rnn(embedded.detach())",
        "test_gradients_reach_every_parameter",
        "no gradient",
        "the embedding is cut off",
    ),
    Edit(
        "Seq2SeqEncoder",
        "embedded = self",
        "X = X.clamp(max=5)\n        embedded = self",
        "test_values_are_those_of_the_library",
        "reads all t steps",
        "the last token is lost",
    ),
    Edit(
        "Seq2SeqEncoder",
        "dropout: float = 0,",
        "dropout: float = 0.1,",
        "test_dropout_acts_between_layers_in_training_only",
        "dropout is 0 unless it is given",
        "another default",
    ),
    Edit(
        "Seq2SeqEncoder",
        "self.rnn(embedded)",
        "self.rnn(embedded, torch.zeros(self.rnn.num_layers, len(X), self.rnn.hidden_size))",
        "test_works_on_the_device_of_X",
        "device=X.device",
        "the first state is made on the default device",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(
                    embed_size + num_hiddens, num_hiddens, num_layers, dropout=dropout)
                self.dense = nn.Linear(num_hiddens, vocab_size)

            def init_state(self, enc_outputs, *args):
                return enc_outputs[1]

            def forward(self, X, state):
                X = self.embedding(X).permute(1, 0, 2)
                context = state[-1].repeat(X.shape[0], 1, 1)
                X_and_context = torch.cat((X, context), 2)
                output, state = self.rnn(X_and_context, state)
                output = self.dense(output).permute(1, 0, 2)
                return output, state
        """,
        "test_in_pieces_as_at_once",
        "stays that of the encoder",
        "as in the notes: the context is taken from the running state",
    ),
    Edit(
        "Seq2SeqDecoder",
        "(hidden, context)  # (b, t, v)",
        "(hidden, hidden[-1])",
        "test_in_pieces_as_at_once",
        "carry it along",
        "the context is updated",
    ),
    Edit(
        "Seq2SeqDecoder",
        "(hidden, context)  # (b, t, v)",
        "state",
        "test_in_pieces_as_at_once",
        "what the GRU gave",
        "the old state comes back",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "state[0]  #",
        "test_values_are_those_of_the_library",
        "the encoder's last layer",
        "the context of the first layer",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "torch.zeros_like(state[-1])  #",
        "test_values_are_those_of_the_library",
        "the encoder's last layer",
        "no context",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "enc_outputs[0].mean(0)  #",
        "test_values_are_those_of_the_library",
        "the encoder's last layer",
        "the mean of the outputs",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "state.mean(0)  #",
        "test_values_are_those_of_the_library",
        "the encoder's last layer",
        "the mean of the layers",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "enc_outputs[0][0]  #",
        "test_values_are_those_of_the_library",
        "the encoder's last layer at the end",
        "the output of the first step",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state[-1]  #",
        "state[-1].detach()  #",
        "test_gradient_in_the_outputs_of_the_encoder",
        "cuts the gradient",
        "the context is detached",
    ),
    Edit(
        "Seq2SeqDecoder",
        "return state, state[-1]",
        "return state.detach(), state[-1]",
        "test_gradient_in_the_outputs_of_the_encoder",
        "cuts the gradient",
        "the hidden state is detached",
    ),
    Edit(
        "Seq2SeqDecoder",
        "return state, state[-1]",
        "return torch.zeros_like(state), state[-1]",
        "test_values_are_those_of_the_library",
        "begins with the encoder's state",
        "begins with zeros",
    ),
    Edit(
        "Seq2SeqDecoder",
        "return state, state[-1]",
        "return state[-1:].repeat(len(state), 1, 1), state[-1]",
        "test_values_are_those_of_the_library",
        "layer by layer",
        "the last layer's state for all layers",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state = enc_outputs[1]",
        "state = enc_outputs[0]",
        "test_shapes_are_those_of_the_notes",
        "expected hidden size",
        "output and state mixed up",
    ),
    Edit(
        "Seq2SeqDecoder",
        "self.dense(output).permute(1, 0, 2), (hidden, context)  # (b, t, v)",
        "self.dense(output), (hidden, context)",
        "test_shapes_are_those_of_the_notes",
        "batch first",
        "time first",
    ),
    Edit(
        "Seq2SeqDecoder",
        "self.dense(output).permute(1, 0, 2)",
        "self.dense(output).reshape(*X.shape, -1)",
        "test_values_are_those_of_the_library",
        "Swap axes",
        "reshape mixes the scores of sentences up",
    ),
    Edit(
        "Seq2SeqDecoder",
        "self.embedding(X).permute(1, 0, 2)",
        "self.embedding(X).reshape(X.shape[1], X.shape[0], -1)",
        "test_values_are_those_of_the_library",
        "Swap axes",
        "reshape mixes the tokens of sentences up",
    ),
    Edit(
        "Seq2SeqDecoder",
        "(embedded, contexts)",
        "(contexts, embedded)",
        "test_values_are_those_of_the_library",
        "the embedding, then",
        "context in front of the embedding",
    ),
    Edit(
        "Seq2SeqDecoder",
        "self.dense(output).permute(1, 0, 2)",
        "self.dense(output).permute(1, 0, 2).softmax(2)",
        "test_values_are_those_of_the_library",
        "linear layer gives",
        "softmax of the scores",
    ),
    Edit(
        "Seq2SeqDecoder",
        "nn.Linear(num_hiddens, vocab_size)",
        "nn.Linear(num_hiddens, vocab_size, bias=False)",
        "test_parameters_are_those_of_the_layers",
        "with a bias",
        "no bias",
    ),
    Edit(
        "Seq2SeqDecoder",
        "num_layers, dropout=",
        "dropout=",
        "test_parameters_are_those_of_the_layers",
        "a GRU of",
        "one layer",
    ),
    Edit(
        "Seq2SeqDecoder",
        ", dropout=dropout)",
        ")",
        "test_dropout_acts_between_layers_in_training_only",
        "hand dropout over",
        "dropout is forgotten",
    ),
    Edit(
        "Seq2SeqDecoder",
        "embedded = self.embedding(X).permute(1, 0, 2)",
        "embedded = F.dropout(self.embedding(X), self.rnn.dropout, self.training).permute(1, 0, 2)",
        "test_dropout_acts_between_layers_in_training_only",
        "nothing else is dropped",
        "the embedding is dropped too",
    ),
    Edit(
        "Seq2SeqDecoder",
        "self.dense(output).permute",
        "self.dense(F.dropout(output, self.rnn.dropout, self.training)).permute",
        "test_dropout_acts_between_layers_in_training_only",
        "nothing else is dropped",
        "the output is dropped too",
    ),
    Edit(
        "Seq2SeqDecoder",
        ", (hidden, context)  # (b, t, v)",
        "",
        "test_shapes_are_those_of_the_notes",
        "a tuple (scores, new state)",
        "the scores only",
    ),
    Edit(
        "Seq2SeqDecoder",
        "contexts = context.expand(len(embedded), -1, -1)  # (t, b, h)",
        "contexts = context.repeat(len(embedded), 1).reshape(len(context), len(embedded), -1).permute(1, 0, 2)",
        "test_values_are_those_of_the_library",
        "then the context",
        "contexts of other sentences",
    ),
    Edit(
        "Seq2SeqDecoder",
        "contexts = context.expand(len(embedded), -1, -1)  # (t, b, h)",
        "contexts = torch.zeros(*embedded.shape[:2], context.shape[1])\n        contexts[0] = context",
        "test_values_are_those_of_the_library",
        "at each step",
        "the context at the first step only",
    ),
    Edit(
        "Seq2SeqDecoder",
        "output, hidden = self.rnn(torch.cat((embedded, contexts), dim=2), hidden)",
        "output, new = self.rnn(torch.cat((embedded, contexts), dim=2), hidden.clone())\n        hidden.data.copy_(new)",
        "test_arguments_are_not_modified",
        "modified in place",
        "the state is overwritten",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(
                    embed_size + num_hiddens, num_hiddens, num_layers, dropout=dropout)
                self.dense = nn.Linear(num_hiddens, vocab_size)

            def init_state(self, enc_outputs, *args):
                self.context = enc_outputs[1][-1]
                return enc_outputs[1]

            def forward(self, X, state):
                X = self.embedding(X).permute(1, 0, 2)
                context = self.context.repeat(X.shape[0], 1, 1)
                output, state = self.rnn(torch.cat((X, context), 2), state)
                return self.dense(output).permute(1, 0, 2), state
        """,
        "test_in_pieces_as_at_once",
        "carry it along",
        "the net holds the context, not the state: another sentence replaces it",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)
                self.dense = nn.Linear(num_hiddens, vocab_size)

            def init_state(self, enc_outputs, *args):
                return enc_outputs[1]

            def forward(self, X, state):
                output, state = self.rnn(self.embedding(X).permute(1, 0, 2), state)
                return self.dense(output).permute(1, 0, 2), state
        """,
        "test_parameters_are_those_of_the_layers",
        "embed_size + num_hiddens",
        "a decoder without a context",
    ),
    Edit(
        "Seq2SeqDecoder",
        "state = enc_outputs[1]",
        "state = enc_outputs[1].flip(0)",
        "test_values_are_those_of_the_library",
        "layer by layer",
        "layers upside down",
    ),
    Edit(
        "Seq2SeqDecoder",
        "embedded = self.embedding(X)",
        "embedded = self.embedding(X).detach()",
        "test_gradients_reach_every_parameter",
        "no gradient",
        "the embedding is cut off",
    ),
    Edit(
        "Seq2SeqDecoder",
        "(hidden, context)  # (b, t, v)",
        "(hidden.detach(), context)",
        "test_gradient_in_the_outputs_of_the_encoder",
        "decoded in 2 piece(s)",
        "the state that comes back is detached",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps > valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "one step too many is kept",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps + 1 >= valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "one step too few is kept",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps < valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "the valid steps are overwritten",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps.flip(0) >= valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "the last steps are kept",
    ),
    Edit(
        "sequence_mask",
        "valid_len[:, None]",
        "valid_len[:1, None].expand(len(X), 1)",
        "test_padding_is_zero_by_default",
        "row i",
        "the length of the first sequence for all",
    ),
    Edit(
        "sequence_mask",
        "valid_len[:, None]",
        "valid_len",
        "test_shape_and_dtype_are_those_of_X",
        "must match",
        "lengths as a row against a row of steps",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding",
        "test_padding_becomes_value",
        "becomes `value`",
        "multiplies: value is ignored",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding + value",
        "test_padding_becomes_value",
        "nothing else does",
        "value is added everywhere",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X + padding * value",
        "test_padding_is_zero_by_default",
        "0 follows",
        "value is added to the padding",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding + (X * ~padding == 0) * value",
        "test_padding_becomes_value",
        "nothing else does",
        "zeros in valid steps are overwritten too",
    ),
    Edit(
        "sequence_mask",
        "value: float = 0",
        "value: float = -1e6",
        "test_padding_is_zero_by_default",
        "if no value is given",
        "another default",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "X.masked_fill_(padding, value)",
        "test_shape_and_dtype_are_those_of_X",
        "return",
        "works in place and returns nothing",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return ~padding",
        "test_shape_and_dtype_are_those_of_X",
        "dtype",
        "the mask instead of X",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.float().masked_fill(padding, value)",
        "test_padding_is_zero_by_default",
        "dtype int64",
        "whole numbers become float32",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.masked_fill(padding, int(value))",
        "test_every_element_of_a_padded_step_is_masked",
        "0.5",
        "value is cut to a whole number",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X[~padding.expand_as(X)]",
        "test_shape_and_dtype_are_those_of_X",
        "shape",
        "only the valid elements come back",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X[:, : int(valid_len.max())].masked_fill(padding[:, : int(valid_len.max())], value)",
        "test_shape_and_dtype_are_those_of_X",
        "shape",
        "cut to the longest sequence",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return torch.tensor(X.masked_fill(padding, value).tolist(), dtype=X.dtype)",
        "test_gradient_passes_through_the_valid_steps",
        "without a gradient",
        "a new tensor without a graph",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.detach().masked_fill(padding, value)",
        "test_gradient_passes_through_the_valid_steps",
        "without a gradient",
        "X is detached",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.masked_fill(padding, value).tolist()",
        "test_shape_and_dtype_are_those_of_X",
        "Its type is list",
        "a list",
    ),
    Edit(
        "sequence_mask",
        "    padding = padding.reshape(padding.shape + (1,) * (X.dim() - 2))  # (b, t, 1, ...)\n",
        "",
        "test_shape_and_dtype_are_those_of_X",
        "axis",
        "matrices only",
    ),
    Edit(
        "sequence_mask",
        "padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "padding.reshape(len(padding), *(1,) * (X.dim() - 2), X.shape[1])",
        "test_shape_and_dtype_are_those_of_X",
        "size",
        "the mask lies along the last axis",
    ),
    Edit(
        "sequence_mask",
        "padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "padding if X.shape[1:] == X.shape[:-1] else padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "test_every_element_of_a_padded_step_is_masked",
        "steps lie along axis 1",
        "where the sizes allow it, the mask lies along the last axes",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "X[..., 0] = X[..., 0].masked_fill(padding.reshape(X[..., 0].shape), value) if X.dim() == 3 else X[..., 0]\n    return X if X.dim() == 3 else X.masked_fill(padding, value)",
        "test_every_element_of_a_padded_step_is_masked",
        "all elements of a step",
        "only the first element of a padded step",
    ),
    Edit(
        "sequence_mask",
        "torch.arange(X.shape[1], device=X.device)",
        "torch.arange(X.shape[1])",
        "test_works_on_the_device_of_X",
        "device=X.device",
        "step numbers on the default device",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.zeros(X.shape, dtype=X.dtype)
            for i, n in enumerate(valid_len):
                mask[i, :n] = 1
            return X * mask + value * (1 - mask)
        """,
        "test_works_on_the_device_of_X",
        "where the input is",
        "a mask of numbers made on the CPU",
    ),
    Edit(
        "sequence_mask",
        "padding = steps >= valid_len[:, None]",
        "valid_len -= 1\n    padding = steps > valid_len[:, None]",
        "test_valid_len_is_not_modified",
        "modified in place",
        "the caller's lengths are lowered",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            for i, n in enumerate(valid_len):
                X[i][-(X.shape[1] - n):] = value
            return X
        """,
        "test_padding_becomes_value",
        "nothing else does",
        "a slice from -0 takes everything where nothing is padding",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.arange(X.size(0), device=X.device)[:, None] < valid_len[None, :]
            X[~mask] = value
            return X
        """,
        "test_shape_and_dtype_are_those_of_X",
        "mask",
        "steps along axis 0",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(inputs, lengths, value=0):
            mask = torch.arange(inputs.size(1), device=inputs.device)[None, :] < lengths[:, None]
            inputs[~mask] = value
            return inputs
        """,
        "test_padding_becomes_value",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).sum(dim=1) / valid_len",
        "test_padding_makes_no_difference",
        "over all t steps",
        "divides by the valid steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).sum(dim=1)",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "times the expected",
        "the sum over the steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean()",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the mean over everything",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean(dim=0)",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the mean over the batch",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len)",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the losses of the steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean(dim=1, keepdim=True)",
        "test_one_loss_a_sequence",
        "shape (3, 1)",
        "a column",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len)",
        "return losses",
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "no mask",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len)",
        "sequence_mask(losses, valid_len)\n        return losses",
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "the masked losses are not used",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "pred",
        "test_one_loss_a_sequence",
        "expected target size",
        "no permute",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "(pred if pred.shape[1] == pred.shape[2] else pred.permute(0, 2, 1))",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "steps and classes are mixed up",
        "no permute where it is silent, t = v",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "pred.reshape(pred.shape[0], pred.shape[2], pred.shape[1])",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "classes moved to axis 1",
        "reshape mixes up steps and classes",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                pred = sequence_mask(pred.clone(), valid_len)
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return losses.mean(dim=1)
        """,
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "the scores are masked, which costs log v a step",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                label = sequence_mask(label.clone(), valid_len)
                losses = F.cross_entropy(
                    pred.permute(0, 2, 1), label, ignore_index=0, reduction="none")
                return losses.mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "cross-entropy of the scores",
        "token 0 is taken for padding",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                for i, n in enumerate(valid_len):
                    label[i, n:] = -100
                self.reduction = "none"
                return super().forward(pred.permute(0, 2, 1), label).mean(dim=1)
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's labels are overwritten",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = sequence_mask(torch.ones_like(label), valid_len)
                unweighted_loss = super().forward(pred.permute(0, 2, 1), label)
                return (unweighted_loss * weights).mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "of every step",
        "one mean over the batch, weighted by the mask: reduction is not 'none'",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = sequence_mask(torch.ones_like(label), valid_len)
                self.reduction = "none"
                pred = pred.softmax(dim=-1)
                return (super().forward(pred.permute(0, 2, 1), label) * weights).mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "cross-entropy of the scores",
        "softmax twice",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                if not hasattr(self, "weights"):
                    self.weights = sequence_mask(torch.ones(label.shape), valid_len)
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return (losses * self.weights[: len(losses), : losses.shape[1]]).mean(dim=1)
        """,
        "test_a_second_call_with_other_sizes",
        "must match",
        "the mask of the first call is kept",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = torch.arange(label.shape[1])[None, :] < valid_len[:, None]
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return (losses * weights).mean(dim=1)
        """,
        "test_works_on_the_device_of_pred",
        "where the input is",
        "the mask is made on the default device",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses.detach(), valid_len).mean(dim=1)",
        "test_gradient_in_pred",
        "without a gradient",
        "the losses are detached",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len).mean(dim=1)",
        "return torch.tensor([float(row.detach()) for row in sequence_mask(losses, valid_len).mean(dim=1)])",
        "test_gradient_in_pred",
        "without a gradient",
        "new numbers without a graph",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(",
        "sequence_mask(",
        "test_one_loss_a_sequence",
        "return",
        "no return",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len)",
        "sequence_mask(losses, valid_len - 1)",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "of every step",
        "the last valid step is masked",
    ),
    Rewrite(
        "train_seq2seq",
        """
        def train_seq2seq(net, data_iter, lr, num_epochs, tgt_vocab, device):
            def xavier_init_weights(m):
                if type(m) == nn.Linear:
                    nn.init.xavier_uniform_(m.weight)
                if type(m) == nn.GRU:
                    for param in m._flat_weights_names:
                        if "weight" in param:
                            nn.init.xavier_uniform_(m._parameters[param])

            net.apply(xavier_init_weights)
            net.to(device)
            optimizer = torch.optim.Adam(net.parameters(), lr=lr)
            loss = MaskedSoftmaxCELoss()
            net.train()
            history = []
            for epoch in range(num_epochs):
                metric = [0.0, 0.0]
                for batch in data_iter:
                    X, X_valid_len, Y, Y_valid_len = [x.to(device) for x in batch]
                    bos = torch.tensor(
                        [tgt_vocab['<bos>']] * Y.shape[0], device=device).reshape(-1, 1)
                    dec_input = torch.cat([bos, Y[:, :-1]], 1)
                    Y_hat, _ = net(X, dec_input, X_valid_len)
                    l = loss(Y_hat, Y, Y_valid_len)
                    l.sum().backward()
                    nn.utils.clip_grad_norm_(net.parameters(), 1)
                    num_tokens = Y_valid_len.sum()
                    optimizer.step()
                    with torch.no_grad():
                        metric[0] += float(l.sum())
                        metric[1] += float(num_tokens)
                history.append(metric[0] / metric[1])
            return history
        """,
        "test_loss_is_the_mean_of_the_valid_tokens",
        "a mean over 4 steps",
        "as in the notes: divided by the steps and by the tokens, gradients not zeroed",
    ),
    Edit(
        "train_seq2seq",
        "            optimizer.zero_grad()\n",
        "",
        "test_parameters_after_some_steps",
        "gradients of earlier batches",
        "no zero_grad, as in the notes",
    ),
    Edit(
        "train_seq2seq",
        "            optimizer.zero_grad()\n            losses.sum().backward()\n",
        "            losses.sum().backward()\n            optimizer.zero_grad()\n",
        "test_parameters_after_some_steps",
        "gradients of its own sum",
        "gradients are zeroed before they are used",
    ),
    Edit(
        "train_seq2seq",
        "        for batch in data_iter:\n",
        "        optimizer.zero_grad()\n        for batch in data_iter:\n            optimizer.zero_grad = lambda: None\n",
        "test_parameters_after_some_steps",
        "gradients of earlier batches",
        "gradients are zeroed once an epoch",
    ),
    Edit(
        "train_seq2seq",
        "torch.cat((bos, Y[:, :-1]), dim=1)",
        "Y",
        "test_what_the_net_is_called_with",
        "without its last step",
        "no shift: the decoder sees the answer",
    ),
    Edit(
        "train_seq2seq",
        "torch.cat((bos, Y[:, :-1]), dim=1)",
        "torch.cat((bos, Y[:, 1:]), dim=1)",
        "test_what_the_net_is_called_with",
        "without its last step",
        "the first token is lost, not the last",
    ),
    Edit(
        "train_seq2seq",
        "torch.cat((bos, Y[:, :-1]), dim=1)",
        "torch.cat((Y[:, 1:], bos), dim=1)",
        "test_what_the_net_is_called_with",
        "<bos>",
        "shifted the other way",
    ),
    Edit(
        "train_seq2seq",
        "torch.cat((bos, Y[:, :-1]), dim=1)",
        "torch.cat((bos, Y), dim=1)",
        "test_a_number_for_every_epoch",
        "Expected target size",
        "one step too many",
    ),
    Edit(
        "train_seq2seq",
        "torch.cat((bos, Y[:, :-1]), dim=1)",
        "Y.roll(1, dims=1)",
        "test_what_the_net_is_called_with",
        "<bos>",
        "rolled, without <bos>",
    ),
    Edit(
        "train_seq2seq",
        'tgt_vocab["<bos>"], device',
        "1, device",
        "test_what_the_net_is_called_with",
        "<bos>",
        "the index of <bos> is guessed",
    ),
    Edit(
        "train_seq2seq",
        'tgt_vocab["<bos>"], device',
        "2, device",
        "test_what_the_net_is_called_with",
        "<bos>",
        "the index that <bos> has in the notes",
    ),
    Edit(
        "train_seq2seq",
        "dec_input = torch.cat((bos, Y[:, :-1]), dim=1)  # (b, t)",
        "Y = Y if device.type != 'cpu' else batch[2]\n            label = Y.clone()\n            Y[:, 1:], Y[:, 0] = label[:, :-1], bos[0, 0]\n            dec_input, Y = Y, label",
        "test_data_is_not_modified",
        "work on copies",
        "Y is shifted in place",
    ),
    Edit(
        "train_seq2seq",
        "net(X, dec_input, X_valid_len)",
        "net(X, dec_input)",
        "test_what_the_net_is_called_with",
        "three for net",
        "X_valid_len is not handed on",
    ),
    Edit(
        "train_seq2seq",
        "net(X, dec_input, X_valid_len)",
        "net(X, dec_input, Y_valid_len)",
        "test_what_the_net_is_called_with",
        "X_valid_len",
        "the other lengths",
    ),
    Edit(
        "train_seq2seq",
        "net(X, dec_input, X_valid_len)",
        "net(dec_input, X, X_valid_len)",
        "test_a_number_for_every_epoch",
        "Expected target size",
        "source and target swapped",
    ),
    Edit(
        "train_seq2seq",
        "    net.train()\n",
        "",
        "test_what_the_net_is_called_with",
        "net.train()",
        "the mode is left as it was",
    ),
    Edit(
        "train_seq2seq",
        "net.train()",
        "net.eval()",
        "test_what_the_net_is_called_with",
        "net.train()",
        "evaluation mode",
    ),
    Edit(
        "train_seq2seq",
        "        for batch in data_iter:\n",
        "        for batch in list(data_iter)[:1]:\n",
        "test_what_the_net_is_called_with",
        "one for each batch",
        "the first batch only",
    ),
    Edit(
        "train_seq2seq",
        "    net.apply(_init_weights)\n",
        "",
        "test_weights_are_drawn_by_xavier",
        "Xavier",
        "no Xavier",
    ),
    Edit(
        "train_seq2seq",
        "net.apply(_init_weights)",
        "net.apply(lambda m: nn.init.xavier_uniform_(m.weight) if type(m) is nn.Linear else None)",
        "test_weights_are_drawn_by_xavier",
        "nn.GRU",
        "Xavier for nn.Linear only",
    ),
    Edit(
        "train_seq2seq",
        "net.apply(_init_weights)",
        "net.apply(lambda m: nn.init.xavier_normal_(m.weight) if type(m) is nn.Linear else _init_weights(m))",
        "test_weights_are_drawn_by_xavier",
        "uniform",
        "xavier_normal_",
    ),
    Edit(
        "train_seq2seq",
        "net.apply(_init_weights)",
        "[_init_weights(m) for m in net.children()]",
        "test_weights_are_drawn_by_xavier",
        "however deep",
        "direct children only",
    ),
    Edit(
        "train_seq2seq",
        "net.apply(_init_weights)",
        "_init_weights(net)",
        "test_weights_are_drawn_by_xavier",
        "however deep",
        "the net itself is neither of them",
    ),
    Edit(
        "train_seq2seq",
        "net.apply(_init_weights)",
        "[nn.init.uniform_(p, -0.1, 0.1) for p in net.parameters()]",
        "test_weights_are_drawn_by_xavier",
        "Xavier",
        "the same bound for all",
    ),
    Edit(
        "train_seq2seq",
        "    for _ in range(num_epochs):\n",
        "    for _ in range(num_epochs):\n        net.apply(_init_weights)\n",
        "test_every_epoch_goes_on_where_the_last_one_ended",
        "drawn once",
        "weights are drawn anew in every epoch",
    ),
    Edit(
        "train_seq2seq",
        "    for _ in range(num_epochs):\n",
        "    for _ in range(num_epochs):\n        optimizer = torch.optim.Adam(net.parameters(), lr=lr)\n",
        "test_every_epoch_goes_on_where_the_last_one_ended",
        "One Adam",
        "a new Adam in every epoch",
    ),
    Edit(
        "train_seq2seq",
        "            optimizer.zero_grad()\n",
        "            optimizer = torch.optim.Adam(net.parameters(), lr=lr)\n            optimizer.zero_grad()\n",
        "test_parameters_after_some_steps",
        "One Adam",
        "a new Adam for every batch",
    ),
    Edit(
        "train_seq2seq",
        "    for _ in range(num_epochs):\n",
        "    for _ in range(num_epochs):\n        total, num_tokens = (sum(map(sum, history)), 0) if False else (0.0, 0)\n        optimizer.param_groups[0]['lr'] = lr / (len(history) + 1)\n",
        "test_every_epoch_goes_on_where_the_last_one_ended",
        "with this lr",
        "the rate shrinks",
    ),
    Edit(
        "train_seq2seq",
        "            nn.utils.clip_grad_norm_(net.parameters(), 1)\n",
        "",
        "test_parameters_after_some_steps",
        "not clipped to a norm of 1",
        "no clipping",
    ),
    Edit(
        "train_seq2seq",
        "            losses.sum().backward()\n            nn.utils.clip_grad_norm_(net.parameters(), 1)\n",
        "            nn.utils.clip_grad_norm_(net.parameters(), 1)\n            losses.sum().backward()\n",
        "test_parameters_after_some_steps",
        "after backward()",
        "clipped before backward",
    ),
    Edit(
        "train_seq2seq",
        "            nn.utils.clip_grad_norm_(net.parameters(), 1)\n            optimizer.step()\n",
        "            optimizer.step()\n            nn.utils.clip_grad_norm_(net.parameters(), 1)\n",
        "test_parameters_after_some_steps",
        "after backward()",
        "clipped after the step",
    ),
    Edit(
        "train_seq2seq",
        "clip_grad_norm_(net.parameters(), 1)",
        "clip_grad_norm_(net.parameters(), 5)",
        "test_parameters_after_some_steps",
        "not clipped to a norm of 1",
        "clipped to 5",
    ),
    Edit(
        "train_seq2seq",
        "clip_grad_norm_(net.parameters(), 1)",
        "clip_grad_value_(net.parameters(), 1)",
        "test_parameters_after_some_steps",
        "not clipped to a norm of 1",
        "each value is clipped",
    ),
    Edit(
        "train_seq2seq",
        "nn.utils.clip_grad_norm_(net.parameters(), 1)",
        "[nn.utils.clip_grad_norm_([p], 1) for p in net.parameters()]",
        "test_parameters_after_some_steps",
        "clipped together",
        "each parameter is clipped alone",
    ),
    Edit(
        "train_seq2seq",
        "nn.utils.clip_grad_norm_(net.parameters(), 1)",
        "norm = torch.sqrt(sum((p.grad**2).sum() for p in net.parameters()))\n            for p in net.parameters():\n                p.grad /= norm",
        "test_parameters_after_some_steps",
        "clipped together at 1",
        "short gradients are made longer",
    ),
    Edit(
        "train_seq2seq",
        "nn.utils.clip_grad_norm_(net.parameters(), 1)",
        "norm = sum((p.grad**2).sum() for p in net.parameters())\n            for p in net.parameters():\n                p.grad *= min(1.0, 1.0 / norm)",
        "test_parameters_after_some_steps",
        "clipped together at 1",
        "the square of the norm",
    ),
    Edit(
        "train_seq2seq",
        "optim.Adam(",
        "optim.SGD(",
        "test_parameters_after_some_steps",
        "Adam",
        "SGD",
    ),
    Edit(
        "train_seq2seq",
        "optim.Adam(",
        "optim.RMSprop(",
        "test_parameters_after_some_steps",
        "Adam",
        "RMSprop",
    ),
    Edit(
        "train_seq2seq",
        "optim.Adam(",
        "optim.AdamW(",
        "test_parameters_after_some_steps",
        "Adam",
        "AdamW, which decays the weights",
    ),
    Edit(
        "train_seq2seq",
        "lr=lr)",
        "lr=0.01)",
        "test_parameters_after_some_steps",
        "with this lr",
        "lr is ignored",
    ),
    Edit(
        "train_seq2seq",
        "losses.sum().backward()",
        "losses.mean().backward()",
        "test_parameters_after_some_steps",
        "sum of losses",
        "the mean of the batch",
    ),
    Edit(
        "train_seq2seq",
        "losses.sum().backward()",
        "(losses.sum() * Y.shape[1] / Y_valid_len.sum()).backward()",
        "test_parameters_after_some_steps",
        "sum of losses",
        "the loss of a token",
    ),
    Edit(
        "train_seq2seq",
        "            optimizer.step()\n",
        "",
        "test_parameters_after_some_steps",
        "makes a step for each batch",
        "no step",
    ),
    Edit(
        "train_seq2seq",
        "losses = loss(Y_hat, Y, Y_valid_len)",
        "losses = F.cross_entropy(Y_hat.permute(0, 2, 1), Y, reduction='none').mean(1)",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "valid tokens",
        "no mask",
    ),
    Edit(
        "train_seq2seq",
        "losses = loss(Y_hat, Y, Y_valid_len)",
        "losses = loss(Y_hat, Y, X_valid_len)",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "valid tokens",
        "masked by the lengths of the source",
    ),
    Edit(
        "train_seq2seq",
        "losses.sum().backward()",
        "F.cross_entropy(Y_hat.permute(0, 2, 1), Y, reduction='none').mean(1).sum().backward()",
        "test_parameters_after_some_steps",
        "the masked loss",
        "the mask is used for the returned loss only",
    ),
    Edit(
        "train_seq2seq",
        " * Y.shape[1]  # each",
        "  # each",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "a mean over 4 steps",
        "divided by the steps and by the tokens",
    ),
    Edit(
        "train_seq2seq",
        "num_tokens += int(Y_valid_len.sum())",
        "num_tokens += Y.numel()",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "not of all tokens",
        "the padding counts",
    ),
    Edit(
        "train_seq2seq",
        "num_tokens += int(Y_valid_len.sum())",
        "num_tokens += len(Y)",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "valid tokens",
        "the loss of a sentence",
    ),
    Edit(
        "train_seq2seq",
        "num_tokens += int(Y_valid_len.sum())",
        "num_tokens += int(X_valid_len.sum())",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "valid tokens",
        "the tokens of the source",
    ),
    Edit(
        "train_seq2seq",
        "            total += losses.sum().item() * Y.shape[1]  # each loss is a mean over the steps\n            num_tokens += int(Y_valid_len.sum())\n        history.append(total / num_tokens)\n",
        "            total += losses.sum().item() * Y.shape[1] / int(Y_valid_len.sum())\n            num_tokens += 1\n        history.append(total / num_tokens)\n",
        "test_every_epoch_goes_on_where_the_last_one_ended",
        "count the same",
        "the mean of the means of the batches",
    ),
    Edit(
        "train_seq2seq",
        "history.append(total / num_tokens)",
        "history.append(total)",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "divide by the number of valid tokens",
        "the sum",
    ),
    Edit(
        "train_seq2seq",
        "            total += losses.sum()",
        "            losses = loss(net.decode(net.read(X), dec_input)[0], Y, Y_valid_len)\n            total += losses.sum()",
        "test_loss_is_the_mean_of_the_valid_tokens",
        "before the step",
        "losses after the step",
    ),
    Edit(
        "train_seq2seq",
        "        total, num_tokens = 0.0, 0\n",
        "        total, num_tokens = (total, num_tokens) if history else (0.0, 0)\n",
        "test_every_epoch_goes_on_where_the_last_one_ended",
        "sums of its own",
        "sums go on from epoch to epoch",
    ),
    Edit(
        "train_seq2seq",
        "        history.append(total / num_tokens)",
        "    history.append(total / num_tokens)",
        "test_a_number_for_every_epoch",
        "one number for each epoch",
        "the last epoch only",
    ),
    Edit(
        "train_seq2seq",
        "            num_tokens += int(Y_valid_len.sum())\n        history",
        "            num_tokens += int(Y_valid_len.sum())\n            history",
        "test_a_number_for_every_epoch",
        "one number for each epoch",
        "a number for every batch",
    ),
    Edit(
        "train_seq2seq",
        "    return history",
        "    print(history)",
        "test_a_number_for_every_epoch",
        "return",
        "no return",
    ),
    Edit(
        "train_seq2seq",
        "    return history",
        "    return tuple(history)",
        "test_a_number_for_every_epoch",
        "a list",
        "a tuple",
    ),
    Edit(
        "train_seq2seq",
        "    return history",
        "    return torch.tensor(history)",
        "test_a_number_for_every_epoch",
        "a list",
        "a tensor",
    ),
    Edit(
        "train_seq2seq",
        "    return history",
        "    return history[-1]",
        "test_a_number_for_every_epoch",
        "a list",
        "the last number",
    ),
    Edit(
        "train_seq2seq",
        "    net.to(device)\n",
        "",
        "test_net_and_batches_are_moved_to_the_device",
        "move the net",
        "the net is not moved",
    ),
    Edit(
        "train_seq2seq",
        "(part.to(device) for part in batch)",
        "batch",
        "test_net_and_batches_are_moved_to_the_device",
        "move the net and all four parts",
        "the batches are not moved",
    ),
    Edit(
        "train_seq2seq",
        "X, X_valid_len, Y, Y_valid_len = (part.to(device) for part in batch)",
        "X, X_valid_len, Y, Y_valid_len = batch\n            X, Y = X.to(device), Y.to(device)",
        "test_net_and_batches_are_moved_to_the_device",
        "all four parts",
        "the lengths are not moved",
    ),
    Edit(
        "train_seq2seq",
        '["<bos>"], device=device)',
        '["<bos>"])',
        "test_new_tensors_are_made_on_the_device",
        "make new tensors there",
        "<bos> is made on the default device",
    ),
    Edit(
        "train_seq2seq",
        "        history.append(total / num_tokens)\n",
        "        history.append(total / num_tokens)\n        if history[-1] < 0.02:\n            break\n",
        "test_a_trained_net_reads_backwards",
        "no early end",
        "stops when the loss is small",
    ),
    Edit(
        "train_seq2seq",
        "        history.append(total / num_tokens)\n",
        "        history.append(total / num_tokens)\n        net.eval()\n",
        "test_what_the_net_is_called_with",
        "net.train() comes first",
        "only the first epoch is in training mode",
    ),
    Edit(
        "train_seq2seq",
        "    net.apply(_init_weights)\n",
        "    for w in net.parameters():\n        if w.dim() == 2:\n            nn.init.xavier_uniform_(w)\n",
        "test_weights_are_drawn_by_xavier",
        "Only those of nn.Linear and nn.GRU",
        "embeddings are drawn anew, too",
    ),
    Edit(
        "train_seq2seq",
        "    net.apply(_init_weights)\n",
        "    for module in net.modules():\n        if isinstance(module, nn.Linear):\n            nn.init.xavier_uniform_(module.weight)\n        if isinstance(module, nn.GRU):\n            nn.init.xavier_uniform_(module.weight_ih_l0)\n            nn.init.xavier_uniform_(module.weight_hh_l0)\n",
        "test_weights_are_drawn_by_xavier",
        "weight_ih_l1",
        "only the first layer of a GRU",
    ),
    Rewrite(
        "predict_seq2seq",
        """
        def predict_seq2seq(net, src_sentence, src_vocab, tgt_vocab, num_steps, device):
            net.eval()
            src_tokens = src_vocab[src_sentence.lower().split(' ')] + [src_vocab['<eos>']]
            enc_valid_len = torch.tensor([len(src_tokens)], device=device)
            src_tokens = (src_tokens + [src_vocab['<pad>']] * num_steps)[:num_steps]
            enc_X = torch.unsqueeze(
                torch.tensor(src_tokens, dtype=torch.long, device=device), dim=0)
            enc_outputs = net.encoder(enc_X, enc_valid_len)
            dec_state = net.decoder.init_state(enc_outputs, enc_valid_len)
            dec_X = torch.unsqueeze(
                torch.tensor([tgt_vocab['<bos>']], dtype=torch.long, device=device), dim=0)
            output_seq, attention_weight_seq = [], []
            for _ in range(num_steps):
                Y, dec_state = net.decoder(dec_X, dec_state)
                dec_X = Y.argmax(dim=2)
                pred = dec_X.squeeze(dim=0).type(torch.int32).item()
                if pred == tgt_vocab['<eos>']:
                    break
                output_seq.append(pred)
            return ' '.join(tgt_vocab.to_tokens(output_seq)), attention_weight_seq
        """,
        "test_tokens_with_blanks_between_them",
        "Its type is tuple",
        "as in the book: also gives the attention weights",
    ),
    Edit(
        "predict_seq2seq",
        '            if token == tgt_vocab["<eos>"]:\n                break\n',
        "",
        "test_tokens_with_blanks_between_them",
        "oh yes no oh",
        "never stops",
    ),
    Edit(
        "predict_seq2seq",
        '            if token == tgt_vocab["<eos>"]:\n                break\n            translation.append(token)\n',
        '            translation.append(token)\n            if token == tgt_vocab["<eos>"]:\n                break\n',
        "test_tokens_with_blanks_between_them",
        "<eos>",
        "<eos> becomes a part of it",
    ),
    Edit(
        "predict_seq2seq",
        'token == tgt_vocab["<eos>"]',
        'token == src_vocab["<eos>"]',
        "test_tokens_with_blanks_between_them",
        "up to its <eos>",
        "<eos> of the source",
    ),
    Edit(
        "predict_seq2seq",
        "                break\n",
        "                continue\n",
        "test_tokens_with_blanks_between_them",
        "up to its <eos>",
        "goes on behind <eos>",
    ),
    Edit(
        "predict_seq2seq",
        'token = tgt_vocab["<bos>"]',
        'token = src_vocab["<bos>"]',
        "test_tokens_with_blanks_between_them",
        "first <bos>",
        "<bos> of the source",
    ),
    Edit(
        "predict_seq2seq",
        'token = tgt_vocab["<bos>"]',
        'token = tgt_vocab["<eos>"]',
        "test_tokens_with_blanks_between_them",
        "first <bos>",
        "begins with <eos>",
    ),
    Edit(
        "predict_seq2seq",
        "torch.tensor([[token]], device=device)",
        "torch.tensor([[tgt_vocab['<bos>']]], device=device)",
        "test_tokens_with_blanks_between_them",
        "the token given before",
        "<bos> at every step",
    ),
    Edit(
        "predict_seq2seq",
        "scores, state = net",
        "scores, _ = net",
        "test_tokens_with_blanks_between_them",
        "with the new state",
        "the state is not kept",
    ),
    Edit(
        "predict_seq2seq",
        "scores[0, -1].argmax()",
        "scores[0, -1].argmin()",
        "test_tokens_with_blanks_between_them",
        "the highest score",
        "the lowest score",
    ),
    Edit(
        "predict_seq2seq",
        "int(scores[0, -1].argmax())",
        "int(scores.argmax(dim=1)[0, 0])",
        "test_tokens_with_blanks_between_them",
        "of the last step",
        "argmax over the steps",
    ),
    Edit(
        "predict_seq2seq",
        "int(scores[0, -1].argmax())",
        "int(scores.argmax(dim=0)[0, 0])",
        "test_tokens_with_blanks_between_them",
        "of the last step",
        "argmax over the batch",
    ),
    Edit(
        "predict_seq2seq",
        "int(scores[0, -1].argmax())",
        "int((scores[0, -1] / 50).softmax(0).multinomial(1))",
        "test_tokens_with_blanks_between_them",
        "the highest score",
        "a random token",
    ),
    Edit(
        "predict_seq2seq",
        '" ".join(tgt_vocab.to_tokens(translation))',
        "tgt_vocab.to_tokens(translation)",
        "test_tokens_with_blanks_between_them",
        "Its type is list",
        "a list",
    ),
    Edit(
        "predict_seq2seq",
        '" ".join(tgt_vocab.to_tokens(translation))',
        "translation",
        "test_tokens_with_blanks_between_them",
        "Its type is list",
        "indices",
    ),
    Edit(
        "predict_seq2seq",
        '" ".join(tgt_vocab.to_tokens(translation))',
        '"".join(tgt_vocab.to_tokens(translation))',
        "test_tokens_with_blanks_between_them",
        "with blanks",
        "no blanks",
    ),
    Edit(
        "predict_seq2seq",
        '" ".join(tgt_vocab.to_tokens(translation))',
        '" ".join(src_vocab.to_tokens(translation))',
        "test_tokens_with_blanks_between_them",
        "tokens of tgt_vocab",
        "words of the source",
    ),
    Edit(
        "predict_seq2seq",
        '    return " "',
        '    " "',
        "test_tokens_with_blanks_between_them",
        "return",
        "no return",
    ),
    Edit(
        "predict_seq2seq",
        '" ".join(tgt_vocab.to_tokens(translation))',
        '" ".join(["<bos>", *tgt_vocab.to_tokens(translation)])',
        "test_tokens_with_blanks_between_them",
        "no <bos>",
        "<bos> in front",
    ),
    Edit(
        "predict_seq2seq",
        "for _ in range(num_steps)",
        "for _ in range(num_steps + 1)",
        "test_ends_before_eos_or_after_num_steps",
        "num_steps tokens at most",
        "a token too many",
    ),
    Edit(
        "predict_seq2seq",
        "for _ in range(num_steps)",
        "for _ in range(num_steps - 1)",
        "test_ends_before_eos_or_after_num_steps",
        "num_steps tokens at most",
        "a token too few",
    ),
    Edit(
        "predict_seq2seq",
        "for _ in range(num_steps)",
        "for _ in range(len(tokens))",
        "test_ends_before_eos_or_after_num_steps",
        "num_steps tokens at most",
        "as many tokens as the source has",
    ),
    Edit(
        "predict_seq2seq",
        "for _ in range(num_steps)",
        "for _ in range(100)",
        "test_ends_before_eos_or_after_num_steps",
        "num_steps tokens at most",
        "a limit of its own",
    ),
    Edit(
        "predict_seq2seq",
        '(*src_sentence.lower().split(), "<eos>")',
        "src_sentence.lower().split()",
        "test_what_the_encoder_reads",
        "then <eos>",
        "no <eos> in the source",
    ),
    Edit(
        "predict_seq2seq",
        '(*src_sentence.lower().split(), "<eos>")',
        '("<bos>", *src_sentence.lower().split(), "<eos>")',
        "test_what_the_encoder_reads",
        "then <eos>",
        "<bos> in the source",
    ),
    Edit(
        "predict_seq2seq",
        "src_sentence.lower()",
        "src_sentence",
        "test_what_the_encoder_reads",
        "small letters",
        "capital letters stay",
    ),
    Edit(
        "predict_seq2seq",
        "src_sentence.lower().split()",
        "src_sentence.lower()",
        "test_what_the_encoder_reads",
        "between blanks",
        "characters",
    ),
    Edit(
        "predict_seq2seq",
        "[src_vocab[token] for",
        "[tgt_vocab[token] for",
        "test_what_the_encoder_reads",
        "indices of src_vocab",
        "the other vocabulary",
    ),
    Edit(
        "predict_seq2seq",
        'src_vocab["<pad>"]',
        'tgt_vocab["<pad>"]',
        "test_what_the_encoder_reads",
        "<pad>",
        "padding of the target",
    ),
    Edit(
        "predict_seq2seq",
        'src_vocab["<pad>"]',
        "0",
        "test_what_the_encoder_reads",
        "<pad>",
        "zeros for padding",
    ),
    Edit(
        "predict_seq2seq",
        "(tokens + padding)[:num_steps]",
        "tokens[:num_steps]",
        "test_what_the_encoder_reads",
        "then <eos>, then <pad>",
        "no padding",
    ),
    Edit(
        "predict_seq2seq",
        "(tokens + padding)[:num_steps]",
        "(tokens + padding)[: max(len(tokens), num_steps)]",
        "test_what_the_encoder_reads",
        "num_steps in all",
        "nothing is cut",
    ),
    Edit(
        "predict_seq2seq",
        "(tokens + padding)[:num_steps]",
        "(padding + tokens)[-num_steps:]",
        "test_what_the_encoder_reads",
        "then <eos>, then <pad>",
        "padding in front",
    ),
    Edit(
        "predict_seq2seq",
        "(tokens + padding)[:num_steps]",
        "((tokens[:-1] + padding)[: num_steps - 1] + tokens[-1:])",
        "test_what_the_encoder_reads",
        "then <eos>, then <pad>",
        "<eos> behind the padding",
    ),
    Edit(
        "predict_seq2seq",
        "(tokens + padding)[:num_steps]",
        "(tokens[:-1][: num_steps - 1] + tokens[-1:] + padding)[:num_steps]",
        "test_what_the_encoder_reads",
        "cut off, too",
        "<eos> is kept where the sentence is cut",
    ),
    Edit(
        "predict_seq2seq",
        "torch.tensor([(tokens + padding)[:num_steps]], device=device)",
        "torch.tensor((tokens + padding)[:num_steps], device=device)",
        "test_what_the_encoder_reads",
        "a batch of one",
        "no batch axis",
    ),
    Edit(
        "predict_seq2seq",
        "torch.tensor([(tokens + padding)[:num_steps]], device=device)",
        "torch.tensor([(tokens + padding)[:num_steps]], device=device).T",
        "test_what_the_encoder_reads",
        "a batch of one",
        "a batch of many words",
    ),
    Edit(
        "predict_seq2seq",
        "net.encoder(X, valid_len)",
        "net.encoder(X)",
        "test_what_the_encoder_reads",
        "valid_len",
        "the encoder gets no valid_len",
    ),
    Edit(
        "predict_seq2seq",
        "init_state(net.encoder(X, valid_len), valid_len)",
        "init_state(net.encoder(X, valid_len))",
        "test_what_the_encoder_reads",
        "valid_len",
        "init_state gets no valid_len",
    ),
    Edit(
        "predict_seq2seq",
        "min(len(tokens), num_steps)",
        "num_steps",
        "test_what_the_encoder_reads",
        "counts the tokens with <eos>",
        "the padding counts",
    ),
    Edit(
        "predict_seq2seq",
        "min(len(tokens), num_steps)",
        "min(len(tokens) - 1, num_steps)",
        "test_what_the_encoder_reads",
        "counts the tokens with <eos>",
        "<eos> does not count",
    ),
    Edit(
        "predict_seq2seq",
        "torch.tensor([min(len(tokens), num_steps)], device=device)",
        "min(len(tokens), num_steps)",
        "test_what_the_encoder_reads",
        "valid_len",
        "valid_len is a number",
    ),
    Edit(
        "predict_seq2seq",
        "    net.eval()\n",
        "",
        "test_in_evaluation_mode_and_without_gradients",
        "net.eval()",
        "the net works in training mode",
    ),
    Edit(
        "predict_seq2seq",
        "    net.eval()\n",
        "    net.decoder.eval()\n",
        "test_in_evaluation_mode_and_without_gradients",
        "net.eval()",
        "the decoder only",
    ),
    Edit(
        "predict_seq2seq",
        "        for _ in range(num_steps):\n",
        "        net.train()\n        for _ in range(num_steps):\n",
        "test_in_evaluation_mode_and_without_gradients",
        "net.eval()",
        "back to training mode too early",
    ),
    Edit(
        "predict_seq2seq",
        "with torch.no_grad():",
        "with torch.enable_grad():",
        "test_in_evaluation_mode_and_without_gradients",
        "torch.no_grad()",
        "with gradients",
    ),
    Edit(
        "predict_seq2seq",
        "with torch.no_grad():",
        "torch.set_grad_enabled(False)\n    if True:",
        "test_in_evaluation_mode_and_without_gradients",
        "which ends",
        "gradients stay off",
    ),
    Edit(
        "predict_seq2seq",
        "        state = net.decoder.init_state(net.encoder(X, valid_len), valid_len)\n",
        "        state = net.decoder.init_state(net.encoder(X, valid_len)[0], valid_len)\n",
        "test_the_first_state_is_made_of_what_the_encoder_gave",
        "all that net.encoder gave",
        "a part of what the encoder gave",
    ),
    Edit(
        "predict_seq2seq",
        "[:num_steps]], device=device)",
        "[:num_steps]])",
        "test_new_tensors_are_made_on_the_device",
        "device=device",
        "X is made on the default device",
    ),
    Edit(
        "predict_seq2seq",
        "[[token]], device=device)",
        "[[token]])",
        "test_new_tensors_are_made_on_the_device",
        "device=device",
        "tokens are made on the default device",
    ),
    Edit(
        "predict_seq2seq",
        "int(scores[0, -1].argmax())",
        "int(torch.multinomial(scores[0, -1].softmax(0), 1))",
        "test_tokens_with_blanks_between_them",
        "the highest score",
        "the tokens are drawn",
    ),
    Edit(
        "predict_seq2seq",
        "for _ in range(num_steps):",
        "for _ in range(int(valid_len)):",
        "test_ends_before_eos_or_after_num_steps",
        "num_steps tokens at most",
        "as many tokens as the source has",
    ),
    Edit(
        "predict_seq2seq",
        'if token == tgt_vocab["<eos>"]:',
        'if token in (tgt_vocab["<eos>"], tgt_vocab["<pad>"]):',
        "test_ends_before_eos_or_after_num_steps",
        "Only <eos> ends it",
        "<pad> ends it, too",
    ),
    Edit(
        "predict_seq2seq",
        "translation.append(token)",
        'translation += [token] if tgt_vocab.to_tokens([token])[0][0] != "<" else []',
        "test_ends_before_eos_or_after_num_steps",
        "oh <pad> yes",
        "special tokens are left out",
    ),
    Edit(
        "predict_seq2seq",
        '(*src_sentence.lower().split(), "<eos>")',
        '(*"".join(c for c in src_sentence.lower() if c.isalnum() or c == " ").split(), "<eos>")',
        "test_what_the_encoder_reads",
        "What stands between blanks",
        "punctuation is thrown away",
    ),
    Edit(
        "bleu",
        "math.exp(min(0, 1 - len(label) / len(pred)))",
        "1.0",
        "test_a_prediction_that_is_too_short_is_punished",
        "2 tokens stand for 4",
        "no factor for the length",
    ),
    Edit(
        "bleu",
        "len(label) / len(pred)))",
        "len(pred) / len(label)))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "the ratio is upside down",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "1 - len(label) / len(pred)",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "long predictions are rewarded",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "max(0, 1 - len(label) / len(pred))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "max instead of min",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "-abs(1 - len(label) / len(pred))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "long predictions are punished too",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "min(0, 1 - len(label_seq) / len(pred_seq))",
        "test_a_prediction_that_is_too_short_is_punished",
        "2 tokens stand for 4",
        "lengths in characters",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "sum(ours[gram] for gram in ours if gram in right)",
        "test_shares_of_n_grams_found",
        "serves once",
        "counts are not clipped",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "len(ours & right)",
        "test_shares_of_n_grams_found",
        "serve twice",
        "distinct n-grams are counted",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "(ours | right).total()",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "the larger count",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "sum(a == b for a, b in zip(pred, label, strict=False))",
        "test_shares_of_n_grams_found",
        "p_2 = 2/3 (pairs)",
        "compares place by place",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / max(right.total(), 1)",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "a share of the prediction",
        "recall: the share of the label",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / len(pred)",
        "test_shares_of_n_grams_found",
        "p_2 = 2/3 (pairs)",
        "divides by the tokens, not by the n-grams",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / len(ours)",
        "test_shares_of_n_grams_found",
        "p_1 = 1/3",
        "divides by the distinct n-grams",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches // ours.total()",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "whole-number division",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / k",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "equal weights",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / 2 ** (n - 1)",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "exponents 1, 1/2, 1/4",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / (2 * n) if n < 3 else 1 / 6",
        "test_the_example_of_the_notes",
        "p_3 = 1/3",
        "exponents 1/2, 1/4, 1/6",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "2**n",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "powers instead of roots",
    ),
    Edit(
        "bleu",
        " ** (1 / 2**n)",
        "",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "no exponents",
    ),
    Edit(
        "bleu",
        "score *= ",
        "score += ",
        "test_a_perfect_prediction_scores_the_float_1",
        "all n-grams are found",
        "a sum instead of a product",
    ),
    Edit(
        "bleu",
        "range(1, k + 1)",
        "range(1, k)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "the longest n-grams are left out",
    ),
    Edit(
        "bleu",
        "range(1, k + 1)",
        "range(k, k + 1)",
        "test_shares_of_n_grams_found",
        "p_1 = 3/4",
        "the longest n-grams only",
    ),
    Edit(
        "bleu",
        "    if len(pred) < k:\n        return 0.0  # no n-gram of k tokens, so one factor is 0\n",
        "    if not pred:\n        return 0.0\n",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "ZeroDivisionError",
        "no n-gram of k tokens: 0 / 0",
    ),
    Edit(
        "bleu",
        "    if len(pred) < k:\n        return 0.0  # no n-gram of k tokens, so one factor is 0\n",
        "    if not pred:\n        return 0.0\n    k = min(k, len(pred))\n",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "p_k counts as 0",
        "longer n-grams are left out (a later edition of the book)",
    ),
    Edit(
        "bleu",
        "if len(pred) < k:",
        "if 0 < len(pred) < k:",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "division by zero",
        "the empty prediction is forgotten",
    ),
    Edit(
        "bleu",
        "return 0.0  # no n-gram of k tokens, so one factor is 0",
        "return float(pred == label)",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "p_k counts as 0",
        "1 for a short prediction that is right",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "score *= math.exp(math.log(matches / ours.total()) / 2**n)",
        "test_no_common_n_gram_gives_zero",
        "ValueError",
        "the logarithm of 0",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "if matches:\n            score *= (matches / ours.total()) ** (1 / 2**n)",
        "test_no_common_n_gram_gives_zero",
        "a product with a factor 0",
        "factors of 0 are left out",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "score *= ((matches + 1) / (ours.total() + 1)) ** (1 / 2**n)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "smoothed counts",
    ),
    Edit(
        "bleu",
        "pred_seq.split(), label_seq.split()",
        "list(pred_seq), list(label_seq)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "characters instead of tokens",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            pred = pred_seq.split()
            if len(pred) < k:
                return 0.0
            score = math.exp(min(0, 1 - len(label_seq.split()) / len(pred)))
            for n in range(1, k + 1):
                grams = collections.Counter(
                    " ".join(pred[i : i + n]) for i in range(len(pred) - n + 1))
                matches = sum(min(c, label_seq.count(gram)) for gram, c in grams.items())
                score *= (matches / (len(pred) - n + 1)) ** 0.5**n
            return score
        """,
        "test_shares_of_n_grams_found",
        "a part of a token is not it",
        "looks for pieces of text",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return torch.tensor(score)",
        "test_a_perfect_prediction_scores_the_float_1",
        "a Tensor",
        "a tensor",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return f'{score:.3f}'",
        "test_a_perfect_prediction_scores_the_float_1",
        "Its type is str",
        "a text",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return round(score, 3)",
        "test_shares_of_n_grams_found",
        "0.707",
        "rounded",
    ),
    Edit(
        "bleu",
        "    return score",
        "    print(score)",
        "test_a_perfect_prediction_scores_the_float_1",
        "return",
        "no return",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return 100 * score",
        "test_a_perfect_prediction_scores_the_float_1",
        "100",
        "per cent",
    ),
    Edit(
        "bleu",
        "tuple(seq[i : i + n])",
        '"".join(seq[i : i + n])',
        "test_no_common_n_gram_gives_zero",
        "(b, cd) and (bc, d) differ",
        "tokens joined without a blank between them",
    ),
    Edit(
        "bleu",
        "pred_seq.split(), label_seq.split()",
        "pred_seq.lower().split(), label_seq.lower().split()",
        "test_shares_of_n_grams_found",
        "capital letters make other tokens",
        "capital letters are made small",
    ),
]

RIGHT = [
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Encoder(nn.Module):
            def __init__(self, **kwargs):
                super(Encoder, self).__init__(**kwargs)

            def forward(self, X, *args):
                raise NotImplementedError

        class Seq2SeqEncoder(Encoder):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers,
                         dropout=0, **kwargs):
                super(Seq2SeqEncoder, self).__init__(**kwargs)
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)

            def forward(self, X, *args):
                X = self.embedding(X)
                X = X.permute(1, 0, 2)
                output, state = self.rnn(X)
                return output, state
        """,
        why="as in the notes and the book, on a base class",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0.0):
                super().__init__()
                self.embed = nn.Embedding(vocab_size, embed_size, padding_idx=0)
                drop = dropout if num_layers > 1 else 0
                self.gru = nn.GRU(
                    embed_size, num_hiddens, num_layers, batch_first=True, dropout=drop)
                for name, p in self.gru.named_parameters():
                    if "weight" in name:
                        nn.init.xavier_uniform_(p)

            def forward(self, X, *args):
                out, h = self.gru(self.embed(X))
                return out.transpose(0, 1), h
        """,
        why="batch_first inside, weights drawn by Xavier, a row of zeros for padding",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.W = nn.Parameter(torch.randn(vocab_size, embed_size))
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)
                self.shape = num_layers, num_hiddens

            def forward(self, X, *args):
                layers, h = self.shape
                zeros = torch.zeros(layers, X.shape[0], h, device=X.device)
                return self.rnn(self.W[X.t()], zeros)
        """,
        why="an embedding that is a matrix, and zeros handed over",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                sizes = [embed_size] + [num_hiddens] * (num_layers - 1)
                self.layers = nn.ModuleList([nn.GRU(n, num_hiddens) for n in sizes])
                self.dropout = nn.Dropout(dropout)

            def forward(self, X, *args):
                out, states = torch.einsum("bte->tbe", self.embedding(X)), []
                for i, layer in enumerate(self.layers):
                    out, state = layer(self.dropout(out) if i else out)
                    states.append(state)
                return out, torch.cat(states)
        """,
        why="one GRU for every layer, dropout between them",
    ),
    Rewrite(
        "Seq2SeqEncoder",
        """
        class Seq2SeqEncoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.rnn = nn.GRU(embed_size, num_hiddens, num_layers, dropout=dropout)
                self.embedding = nn.Embedding(vocab_size, embed_size)

            def forward(self, X, *args):
                state, outputs = None, []
                embs = self.embedding(X)
                if self.training:
                    return self.rnn(embs.swapaxes(0, 1))
                for t in range(X.size(1)):
                    output, state = self.rnn(embs[:, t].unsqueeze(0), state)
                    outputs.append(output)
                return torch.cat(outputs), state
        """,
        why="step by step in evaluation mode; the GRU is made first",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0, **kwargs):
                super(Seq2SeqDecoder, self).__init__(**kwargs)
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers,
                                  dropout=dropout)
                self.dense = nn.Linear(num_hiddens, vocab_size)

            def init_state(self, enc_outputs, *args):
                return (enc_outputs[1], enc_outputs[1][-1])

            def forward(self, X, state):
                X = self.embedding(X).permute(1, 0, 2)
                context = state[-1].repeat(X.shape[0], 1, 1)
                encode = state[1]
                state = state[0]
                X_and_context = torch.cat((X, context), 2)
                output, state = self.rnn(X_and_context, state)
                output = self.dense(output).permute(1, 0, 2)
                return output, (state, encode)
        """,
        why="the notes' code as readers mend it",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers,
                                  dropout=dropout)
                self.dense = nn.LazyLinear(vocab_size)

            def init_state(self, enc_all_outputs, *args):
                return enc_all_outputs

            def forward(self, X, state):
                embs = self.embedding(X.t().type(torch.int64))
                enc_output, hidden_state = state
                context = enc_output[-1]
                context = context.repeat(embs.shape[0], 1, 1)
                embs_and_context = torch.cat((embs, context), -1)
                outputs, hidden_state = self.rnn(embs_and_context, hidden_state)
                outputs = self.dense(outputs).swapaxes(0, 1)
                return outputs, [enc_output, hidden_state]
        """,
        why="as in a later edition of the book: the context is the last output",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.out = nn.Linear(num_hiddens, vocab_size)
                self.emb = nn.Embedding(vocab_size, embed_size)
                self.gru = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers,
                                  batch_first=True, dropout=dropout)

            def init_state(self, enc_outputs, *args):
                _, hidden = enc_outputs
                return {"hidden": hidden, "context": hidden[-1].unsqueeze(1)}

            def forward(self, X, state):
                context = state["context"].expand(-1, X.shape[1], -1)
                Y, hidden = self.gru(torch.cat([self.emb(X), context], -1), state["hidden"])
                return self.out(Y), {"hidden": hidden, "context": state["context"]}
        """,
        why="batch_first, the state is a dict",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Embedding(vocab_size, embed_size)
                self.rnn = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers,
                                  dropout=dropout)
                self.dense = nn.Linear(num_hiddens, vocab_size)

            def init_state(self, enc_outputs, enc_valid_lens=None, *args):
                return torch.cat((enc_outputs[1], enc_outputs[1][-1:]))

            def forward(self, X, state):
                hidden, context = state[:-1], state[-1:]
                outputs = []
                if self.training:
                    x = self.embedding(X).permute(1, 0, 2)
                    x = torch.cat((x, context.repeat(len(x), 1, 1)), 2)
                    output, hidden = self.rnn(x, hidden.contiguous())
                else:
                    for t in range(X.shape[1]):
                        x = torch.cat((self.embedding(X[:, t]), context[0]), 1)
                        output, hidden = self.rnn(x[None], hidden.contiguous())
                        outputs.append(output)
                    output = torch.cat(outputs)
                return self.dense(output.transpose(0, 1)), torch.cat((hidden, context))
        """,
        why="the state is one tensor, with the context as one more layer; step by step",
    ),
    Rewrite(
        "Seq2SeqDecoder",
        """
        class Seq2SeqDecoder(nn.Module):
            class State:
                def __init__(self, hidden, context):
                    self.hidden, self.context = hidden, context

            def __init__(self, vocab_size, embed_size, num_hiddens, num_layers, dropout=0):
                super().__init__()
                self.embedding = nn.Sequential(nn.Embedding(vocab_size, embed_size))
                self.rnn = nn.GRU(embed_size + num_hiddens, num_hiddens, num_layers,
                                  dropout=dropout)
                self.W = nn.Parameter(torch.randn(num_hiddens, vocab_size) * 0.01)
                self.b = nn.Parameter(torch.zeros(vocab_size))

            def init_state(self, enc_outputs, *args):
                return self.State(enc_outputs[1], enc_outputs[1][-1].clone())

            def forward(self, X, state):
                e = self.embedding(X.T)
                c = torch.stack([state.context] * len(e))
                y, h = self.rnn(torch.cat((e, c), dim=2), state.hidden)
                scores = torch.einsum("tbh,hv->btv", y, self.W) + self.b
                return scores, self.State(h, state.context)
        """,
        why="a class for the state; the linear layer is a matrix (h, v) and a vector",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            maxlen = X.size(1)
            mask = torch.arange((maxlen), dtype=torch.float32,
                                device=X.device)[None, :] < valid_len[:, None]
            X[~mask] = value
            return X
        """,
        why="as in the notes and the book, in place",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            out = X.clone()
            for i, n in enumerate(valid_len.tolist()):
                out[i, n:] = value
            return out
        """,
        why="a loop over a copy",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.arange(X.shape[1]).to(X.device) < valid_len.unsqueeze(1)
            while mask.dim() < X.dim():
                mask = mask.unsqueeze(-1)
            return torch.where(mask, X, torch.tensor(value, dtype=X.dtype))
        """,
        why="torch.where with a tensor of one number, which may stay on the CPU",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            keep = (X.new_ones(X.shape[:2]).cumsum(1) <= valid_len[:, None]).type(X.dtype)
            keep = keep[(...,) + (None,) * (X.ndim - 2)]
            return X * keep + value * (1 - keep)
        """,
        why="multiplies with a mask of numbers",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            rows = []
            for i in range(X.shape[0]):
                n = int(valid_len[i])
                rows.append(torch.cat([X[i, :n], torch.full_like(X[i, n:], value)]))
            return torch.stack(rows)
        """,
        why="rows put together",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            Y = torch.full(X.shape, value, dtype=X.dtype)
            for i in range(len(X)):
                Y[i, : valid_len[i]] = X[i, : valid_len[i]]
            return Y
        """,
        why="fills a new tensor, made on the CPU",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = torch.ones_like(label)
                weights = sequence_mask(weights, valid_len)
                self.reduction = 'none'
                unweighted_loss = super().forward(pred.permute(0, 2, 1), label)
                weighted_loss = (unweighted_loss * weights).mean(dim=1)
                return weighted_loss
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.Module):
            def __init__(self):
                super().__init__()
                self.ce = nn.CrossEntropyLoss(reduction="none")

            def forward(self, pred, label, valid_len):
                b, t, v = pred.shape
                losses = self.ce(pred.reshape(b * t, v), label.reshape(b * t)).view(b, t)
                mask = torch.arange(t, device=pred.device).expand(b, t) < valid_len.unsqueeze(-1)
                return torch.where(mask, losses, 0.0).sum(1) / t
        """,
        why="a module of its own, flattened",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def __init__(self, *args, **kwargs):
                super().__init__(*args, reduction="none", ignore_index=-1, **kwargs)

            def forward(self, pred, label, valid_len):
                label = sequence_mask(label.clone(), valid_len, -1)
                return super().forward(pred.transpose(1, 2), label).mean(1)
        """,
        why="padding labels are ignored",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "label, reduction",
        "sequence_mask(label, valid_len, -100), reduction",
        why="a label that cross_entropy ignores; the mask behind it changes nothing more",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.Module):
            def forward(self, pred, label, valid_len):
                logp = -pred.log_softmax(-1).gather(2, label[:, :, None])[:, :, 0]
                out = torch.zeros(len(label))
                for i in range(len(label)):
                    out[i] = logp[i, : int(valid_len[i])].sum() / label.shape[1]
                return out
        """,
        why="log_softmax and a loop that fills a tensor on the CPU",
    ),
    Rewrite(
        "train_seq2seq",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = [0.0] * n

            def add(self, *args):
                self.data = [a + float(b) for a, b in zip(self.data, args)]

            def __getitem__(self, idx):
                return self.data[idx]

        def grad_clipping(net, theta):
            params = [p for p in net.parameters() if p.requires_grad]
            norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
            if norm > theta:
                for param in params:
                    param.grad[:] *= theta / norm

        def train_seq2seq(net, data_iter, lr, num_epochs, tgt_vocab, device):
            def xavier_init_weights(m):
                if type(m) == nn.Linear:
                    nn.init.xavier_uniform_(m.weight)
                if type(m) == nn.GRU:
                    for param in m._flat_weights_names:
                        if "weight" in param:
                            nn.init.xavier_uniform_(m._parameters[param])

            net.apply(xavier_init_weights)
            net.to(device)
            optimizer = torch.optim.Adam(net.parameters(), lr=lr)
            loss = MaskedSoftmaxCELoss()
            net.train()
            losses = []
            for epoch in range(num_epochs):
                metric = Accumulator(2)
                for batch in data_iter:
                    optimizer.zero_grad()
                    X, X_valid_len, Y, Y_valid_len = [x.to(device) for x in batch]
                    bos = torch.tensor([tgt_vocab['<bos>']] * Y.shape[0],
                                       device=device).reshape(-1, 1)
                    dec_input = torch.cat([bos, Y[:, :-1]], 1)
                    Y_hat, _ = net(X, dec_input, X_valid_len)
                    l = loss(Y_hat, Y, Y_valid_len)
                    l.sum().backward()
                    grad_clipping(net, 1)
                    num_tokens = Y_valid_len.sum()
                    optimizer.step()
                    with torch.no_grad():
                        metric.add(l.sum() * Y.shape[1], num_tokens)
                losses.append(metric[0] / metric[1])
            return losses
        """,
        why="as in the book, with the mean of a token returned",
    ),
    Rewrite(
        "train_seq2seq",
        """
        def train_seq2seq(net, data_iter, lr, num_epochs, tgt_vocab, device):
            optimizer = torch.optim.Adam(net.parameters(), lr, foreach=False)
            for layer in net.modules():
                if isinstance(layer, nn.GRU):
                    [nn.init.xavier_uniform_(w) for pair in layer.all_weights for w in pair[:2]]
                elif isinstance(layer, nn.Linear):
                    nn.init.xavier_uniform_(layer.weight)
                    nn.init.zeros_(layer.bias)
            net = net.train().to(device)
            means = []
            while len(means) < num_epochs:
                sums = torch.zeros(2)
                for X, X_valid_len, Y, Y_valid_len in data_iter:
                    X, X_valid_len = X.to(device), X_valid_len.to(device)
                    Y, Y_valid_len = Y.to(device), Y_valid_len.to(device)
                    dec_input = torch.empty_like(Y)
                    dec_input[:, 0] = tgt_vocab["<bos>"]
                    dec_input[:, 1:] = Y[:, :-1]
                    scores = net(X, dec_input, X_valid_len)[0]
                    mask = torch.arange(Y.shape[1], device=device) < Y_valid_len.unsqueeze(1)
                    loss = F.cross_entropy(scores[mask], Y[mask], reduction="sum")
                    net.zero_grad()
                    (loss / Y.shape[1]).backward()
                    torch.nn.utils.clip_grad_norm_(list(net.parameters()), max_norm=1.0)
                    optimizer.step()
                    sums += torch.tensor([loss.item(), mask.sum().item()])
                means.append(float(sums[0] / sums[1]))
            return means
        """,
        why="valid steps only, by a mask of its own; the optimizer is made first; biases are 0",
    ),
    Rewrite(
        "train_seq2seq",
        """
        def train_seq2seq(net, data_iter, lr, num_epochs, tgt_vocab, device):
            @torch.no_grad()
            def init(m):
                if type(m) in (nn.Linear, nn.GRU):
                    for name, p in m.named_parameters(recurse=False):
                        if p.dim() == 2:
                            bound = math.sqrt(6 / (p.shape[0] + p.shape[1]))
                            p.uniform_(-bound, bound)

            net.apply(init).to(device).train()
            loss_fn, history = MaskedSoftmaxCELoss(), []
            trainer = torch.optim.Adam(
                [{"params": p} for p in net.parameters()], lr=lr, betas=(0.9, 0.999))
            for _ in range(num_epochs):
                total, count = 0, 0
                for batch in data_iter:
                    X, X_len, Y, Y_len = map(lambda part: part.to(device), batch)
                    dec_input = F.pad(Y, (1, -1), value=tgt_vocab["<bos>"])
                    Y_hat, *_ = net(X, dec_input, X_len)
                    loss = loss_fn(Y_hat, Y, Y_len).sum()
                    trainer.zero_grad(set_to_none=False)
                    loss.backward()
                    grads = [p.grad for p in net.parameters() if p.grad is not None]
                    norm = torch.cat([g.flatten() for g in grads]).norm()
                    scale = torch.clamp(1 / (norm + 1e-6), max=1.0)
                    for g in grads:
                        g.mul_(scale)
                    trainer.step()
                    total = total + loss.detach() * Y.size(1)
                    count = count + Y_len.sum()
                history.append((total / count).cpu())
            return history
        """,
        why="numbers are tensors of one value; Xavier and clipping written out",
    ),
    Rewrite(
        "train_seq2seq",
        """
        def train_seq2seq(net, data_iter, lr, num_epochs, tgt_vocab, device):
            def init(m):
                if isinstance(m, nn.Linear) or isinstance(m, nn.GRU):
                    for p in m.parameters():
                        if p.ndim > 1:
                            nn.init.xavier_uniform_(p)
            net.apply(init)
            net.to(device)
            optimizer = torch.optim.Adam(net.parameters(), lr=lr)
            criterion = nn.CrossEntropyLoss(reduction="none")
            history = []
            for epoch in range(num_epochs):
                net.train()
                loss_sum, n = 0.0, 0
                for X, X_valid_len, Y, Y_valid_len in data_iter:
                    X, X_valid_len = X.to(device), X_valid_len.to(device)
                    Y, Y_valid_len = Y.to(device), Y_valid_len.to(device)
                    b, t = Y.shape
                    rows = [[tgt_vocab["<bos>"]] + row[:-1] for row in Y.tolist()]
                    dec_input = torch.tensor(rows).to(device)
                    Y_hat, state = net(X, dec_input, X_valid_len)
                    l = criterion(Y_hat.reshape(b * t, -1), Y.reshape(-1)).reshape(b, t)
                    keep = (torch.arange(t).to(device)[None] < Y_valid_len[:, None]).float()
                    l = l * keep
                    optimizer.zero_grad()
                    l.mean(1).sum().backward()
                    nn.utils.clip_grad_norm_(net.parameters(), 1)
                    optimizer.step()
                    loss_sum += l.sum().item()
                    n += Y_valid_len.sum().item()
                history += [loss_sum / n]
            return history
        """,
        why="decoder inputs from lists, moved afterwards; a mask of numbers",
    ),
    Rewrite(
        "predict_seq2seq",
        """
        def truncate_pad(line, num_steps, padding_token):
            if len(line) > num_steps:
                return line[:num_steps]
            return line + [padding_token] * (num_steps - len(line))

        @torch.no_grad()
        def predict_seq2seq(net, src_sentence, src_vocab, tgt_vocab, num_steps, device):
            net.eval()
            src_tokens = src_vocab[src_sentence.lower().split(' ')] + [src_vocab['<eos>']]
            enc_valid_len = torch.tensor([len(src_tokens)], device=device)
            src_tokens = truncate_pad(src_tokens, num_steps, src_vocab['<pad>'])
            enc_X = torch.unsqueeze(
                torch.tensor(src_tokens, dtype=torch.long, device=device), dim=0)
            enc_outputs = net.encoder(enc_X, enc_valid_len)
            dec_state = net.decoder.init_state(enc_outputs, enc_valid_len)
            dec_X = torch.unsqueeze(
                torch.tensor([tgt_vocab['<bos>']], dtype=torch.long, device=device), dim=0)
            output_seq = []
            for _ in range(num_steps):
                Y, dec_state = net.decoder(dec_X, dec_state)
                dec_X = Y.argmax(dim=2)
                pred = dec_X.squeeze(dim=0).type(torch.int32).item()
                if pred == tgt_vocab['<eos>']:
                    break
                output_seq.append(pred)
            return ' '.join(tgt_vocab.to_tokens(output_seq))
        """,
        why="as in the book, without gradients and the attention weights",
    ),
    Rewrite(
        "predict_seq2seq",
        """
        def predict_seq2seq(net, src_sentence, src_vocab, tgt_vocab, num_steps, device):
            net = net.to(device)
            net.eval()
            ids = [src_vocab[t] for t in src_sentence.lower().split()] + [src_vocab["<eos>"]]
            n = len(ids)
            ids = ids[:num_steps] + [src_vocab["<pad>"]] * (num_steps - n)
            X = torch.tensor(ids).reshape(1, -1).to(device)
            lengths = torch.tensor([n]).to(device)
            prefix = [tgt_vocab["<bos>"]]
            with torch.inference_mode():
                while len(prefix) <= num_steps:
                    scores, _ = net(X, torch.tensor([prefix]).to(device), lengths)
                    best = scores[:, -1].softmax(-1).topk(1).indices.item()
                    if best == tgt_vocab["<eos>"]:
                        break
                    prefix.append(best)
            net.train()
            return " ".join(tgt_vocab.to_tokens(prefix[1:]))
        """,
        why="the whole net with a growing prefix; moves the net; back to training mode",
    ),
    Rewrite(
        "predict_seq2seq",
        """
        def predict_seq2seq(net, src_sentence, src_vocab, tgt_vocab, num_steps, device):
            was_training = net.training
            net.train(False)
            words = (src_sentence.lower() + " <eos>").split(" ")
            X = torch.full((1, num_steps), src_vocab["<pad>"], device=device)
            for i, word in enumerate(words[:num_steps]):
                X[0, i] = src_vocab[word]
            valid_len = torch.tensor([len(words)], device=device).clamp(max=num_steps)
            found = []
            with torch.no_grad():
                outputs = net.encoder(X, valid_len)
                for step in range(num_steps):
                    dec_X = torch.tensor([[tgt_vocab["<bos>"], *found]], device=device)
                    state = net.decoder.init_state(outputs, valid_len)
                    Y, _ = net.decoder(dec_X, state)
                    found.append(int(Y[0].argmax(1)[-1]))
                    if found[-1] == tgt_vocab["<eos>"]:
                        found.pop()
                        break
            net.train(was_training)
            return " ".join(tgt_vocab.to_tokens(i) for i in found)
        """,
        why="a new first state for every prefix; fills a tensor; tokens one by one",
    ),
    Rewrite(
        "predict_seq2seq",
        """
        def predict_seq2seq(net, src_sentence, src_vocab, tgt_vocab, num_steps, device):
            net.eval()
            grad = torch.is_grad_enabled()
            torch.set_grad_enabled(False)
            try:
                tokens = src_vocab[src_sentence.lower().split()] + [src_vocab["<eos>"]]
                tokens = tokens[:num_steps]
                lens = torch.tensor([len(tokens)]).to(device)
                while len(tokens) < num_steps:
                    tokens.append(src_vocab["<pad>"])
                state = net.decoder.init_state(
                    net.encoder(torch.tensor(tokens).unsqueeze(0).to(device), lens), lens)
                x, out = torch.tensor([[tgt_vocab["<bos>"]]]).to(device), []
                for _ in range(num_steps):
                    y, state = net.decoder(x, state)
                    _, x = y.max(dim=-1)
                    out.extend(tgt_vocab.to_tokens(x[0].tolist()))
                    if out[-1] == "<eos>":
                        out = out[:-1]
                        break
            finally:
                torch.set_grad_enabled(grad)
            return " ".join(out)
        """,
        why="looks for the word <eos>; gradients off and on again",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            pred_tokens, label_tokens = pred_seq.split(' '), label_seq.split(' ')
            len_pred, len_label = len(pred_tokens), len(label_tokens)
            if pred_seq == '' or len_pred < k:
                return 0.0
            score = math.exp(min(0, 1 - len_label / len_pred))
            for n in range(1, k + 1):
                num_matches, label_subs = 0, collections.defaultdict(int)
                for i in range(len_label - n + 1):
                    label_subs[' '.join(label_tokens[i: i + n])] += 1
                for i in range(len_pred - n + 1):
                    if label_subs[' '.join(pred_tokens[i: i + n])] > 0:
                        num_matches += 1
                        label_subs[' '.join(pred_tokens[i: i + n])] -= 1
                score *= math.pow(num_matches / (len_pred - n + 1), math.pow(0.5, n))
            return score
        """,
        why="as in the book, with the short predictions looked after",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            p, q = pred_seq.split(), label_seq.split()
            if not p:
                return 0
            log_score = min(0.0, 1 - len(q) / len(p))
            for n in range(1, k + 1):
                have = [tuple(p[i:i + n]) for i in range(len(p) - n + 1)]
                want = [tuple(q[i:i + n]) for i in range(len(q) - n + 1)]
                hits = 0
                for gram in have:
                    if gram in want:
                        want.remove(gram)
                        hits += 1
                if hits == 0:
                    return 0
                log_score += math.log(hits / len(have)) / 2**n
            return math.exp(log_score)
        """,
        why="sum of logarithms; the int 0 for nothing right",
    ),
    Rewrite(
        "bleu",
        """
        import numpy as np

        def bleu(pred_seq, label_seq, k):
            grams = lambda s, n: collections.Counter(zip(*[s.split()[i:] for i in range(n)]))
            p = np.zeros(k)
            for n in range(1, k + 1):
                a, b = grams(pred_seq, n), grams(label_seq, n)
                total = sum(a.values())
                p[n - 1] = sum(min(c, b[g]) for g, c in a.items()) / total if total else 0
            len_pred, len_label = len(pred_seq.split()), len(label_seq.split())
            short = np.exp(min(0, 1 - len_label / len_pred)) if len_pred else 0.0
            return short * np.prod(p ** (0.5 ** np.arange(1, k + 1)))
        """,
        why="numpy, whose float64 is a float",
    ),
]
