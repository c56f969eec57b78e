"""Known answers of ch41_attention."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "average_pooling",
        ".repeat(len(x))",
        "",
        "test_one_number_a_place",
        "once for every entry of x",
        "a single number",
    ),
    Edit(
        "average_pooling",
        "len(x)",
        "len(x_train)",
        "test_one_number_a_place",
        "once for every entry of x",
        "as many numbers as training examples",
    ),
    Edit(
        "average_pooling",
        "y_train.mean()",
        "x_train.mean()",
        "test_mean_of_the_outputs",
        "mean of y_train",
        "the mean of the inputs",
    ),
    Edit(
        "average_pooling",
        "y_train.mean()",
        "y_train.median()",
        "test_mean_of_the_outputs",
        "mean of y_train",
        "the median",
    ),
    Edit(
        "average_pooling",
        "y_train.mean()",
        "y_train.sum()",
        "test_mean_of_the_outputs",
        "mean of y_train",
        "the sum",
    ),
    Edit(
        "average_pooling",
        "y_train.mean().repeat(len(x))",
        "y_train.sum() / len(x) * torch.ones_like(x)",
        "test_mean_of_the_outputs",
        "mean of y_train",
        "divided by the number of places",
    ),
    Edit(
        "average_pooling",
        "y_train.mean().repeat(len(x))",
        "torch.full((len(x),), y_train.mean().item())",
        "test_gradient_in_y_train",
        "item()",
        "cut off by item()",
    ),
    Edit(
        "average_pooling",
        ".repeat(len(x))",
        ".repeat(len(x), 1)",
        "test_one_number_a_place",
        "shape",
        "a column",
    ),
    Edit(
        "average_pooling",
        "return y_train.mean().repeat(len(x))",
        "return y_train.mul_(0).add_(y_train.mean()).repeat(len(x))[: len(x)]",
        "test_mean_of_the_outputs",
        "mean of y_train",
        "zeroes the outputs first",
    ),
    Edit(
        "average_pooling",
        "return y_train.mean().repeat(len(x))",
        "mean = y_train.mean()\n    y_train -= mean\n    return mean.repeat(len(x))",
        "test_arguments_are_not_modified",
        "modified in place",
        "centres the outputs in place",
    ),
    Edit(
        "nadaraya_watson",
        " / 2, dim=1",
        ", dim=1",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "no half",
    ),
    Edit(
        "nadaraya_watson",
        "-(distances**2) / 2",
        "(distances**2) / 2",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "wrong sign",
    ),
    Edit(
        "nadaraya_watson",
        "-(distances**2) / 2",
        "-distances.abs() / 2",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "no square",
    ),
    Edit(
        "nadaraya_watson",
        "-(distances**2) / 2",
        "-((distances / 2) ** 2)",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "the half inside the square",
    ),
    Edit(
        "nadaraya_watson",
        "-(distances**2) / 2",
        "torch.exp(-(distances**2) / 2)",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "exp twice",
    ),
    Edit(
        "nadaraya_watson",
        "dim=1)",
        "dim=0)",
        "test_weights_of_a_prediction_sum_to_one",
        "along the training examples",
        "normalised over the places",
    ),
    Edit(
        "nadaraya_watson",
        "F.softmax(-(distances**2) / 2, dim=1)",
        "torch.exp(-(distances**2) / 2)",
        "test_weights_of_a_prediction_sum_to_one",
        "divide the weights",
        "not normalised",
    ),
    Edit(
        "nadaraya_watson",
        "F.softmax(-(distances**2) / 2, dim=1)",
        "torch.exp(-(distances**2) / 2) / math.sqrt(2 * math.pi) / len(x_train)",
        "test_weights_of_a_prediction_sum_to_one",
        "divide the weights",
        "the density, divided by n",
    ),
    Edit(
        "nadaraya_watson",
        "x[:, None] - x_train[None, :]",
        "x_train[:, None] - x[None, :]",
        "test_predictions_and_weights_come_back",
        "shape",
        "the table is transposed",
    ),
    Edit(
        "nadaraya_watson",
        "x[:, None] - x_train[None, :]",
        "x[:, None] - y_train[None, :]",
        "test_two_examples_worked_by_hand",
        "exp(-d^2 / 2)",
        "distances from the outputs",
    ),
    Edit(
        "nadaraya_watson",
        "return weights @ y_train, weights",
        "return weights @ y_train",
        "test_predictions_and_weights_come_back",
        "(predictions, weights)",
        "no weights",
    ),
    Edit(
        "nadaraya_watson",
        "return weights @ y_train, weights",
        "return weights, weights @ y_train",
        "test_predictions_and_weights_come_back",
        "shape",
        "the other way round",
    ),
    Edit(
        "nadaraya_watson",
        "weights @ y_train",
        "weights @ y_train[:, None]",
        "test_predictions_and_weights_come_back",
        "one number for every entry",
        "a column of predictions",
    ),
    Edit(
        "nadaraya_watson",
        "weights @ y_train",
        "(weights @ y_train) / len(x_train)",
        "test_two_examples_worked_by_hand",
        "averaged by weights",
        "a mean of what is already weighted",
    ),
    Edit(
        "nadaraya_watson",
        "weights @ y_train",
        "y_train[weights.argmax(1)]",
        "test_two_examples_worked_by_hand",
        "averaged by weights",
        "the nearest example only",
    ),
    Edit(
        "nadaraya_watson",
        "weights @ y_train, weights",
        "weights @ y_train, weights.round(decimals=2)",
        "test_weights_of_a_prediction_sum_to_one",
        "values differ",
        "rounded weights",
    ),
    Edit(
        "nadaraya_watson",
        "weights @ y_train",
        "weights.detach() @ y_train",
        "test_gradients_in_all_inputs",
        "cuts the gradient",
        "the weights are detached",
    ),
    Edit(
        "nadaraya_watson",
        "    distances = x[:, None]",
        "    y_train -= 0.5\n    distances = x[:, None]",
        "test_two_examples_worked_by_hand",
        "averaged by weights",
        "changes the outputs",
    ),
    Edit(
        "nadaraya_watson",
        "    return weights @ y_train",
        "    x_train.sort()\n    x.clamp_(min=1.5)\n    return weights @ y_train",
        "test_arguments_are_not_modified",
        "modified in place",
        "clamps the places in place",
    ),
    Edit(
        "nadaraya_watson",
        "@ y_train, weights",
        "@ y_train, weights.detach()",
        "test_gradients_in_all_inputs",
        "cuts the gradient",
        "the weights come back detached",
    ),
    Edit(
        "nadaraya_watson",
        "    distances =",
        "    x_train = x_train.sort().values\n    distances =",
        "test_weights_fall_with_the_squared_distance",
        "exp(-d^2 / 2)",
        "sorts the inputs, but not the outputs",
    ),
    Edit(
        "NWKernelRegression",
        "(queries[:, None] - keys) * self.w",
        "(queries[:, None] - keys) * self.w.abs().sqrt()",
        "test_weights_and_predictions",
        "((q - k) w)^2",
        "w is not squared",
    ),
    Edit(
        "NWKernelRegression",
        "* self.w",
        "/ self.w",
        "test_average_pooling_is_the_flat_limit",
        "w near 0",
        "w divides: a bandwidth",
    ),
    Edit(
        "NWKernelRegression",
        " / 2, dim=1",
        ", dim=1",
        "test_weights_and_predictions",
        "^2 / 2",
        "no half",
    ),
    Edit(
        "NWKernelRegression",
        "-(distances**2) / 2",
        "(distances**2) / 2",
        "test_weights_and_predictions",
        "exp(-((q - k) w)^2 / 2)",
        "wrong sign",
    ),
    Edit(
        "NWKernelRegression",
        "F.softmax(-(distances**2) / 2, dim=1)",
        "torch.exp(-(distances**2) / 2)",
        "test_average_pooling_is_the_flat_limit",
        "the mean of the values",
        "not normalised",
    ),
    Edit(
        "NWKernelRegression",
        "dim=1)\n        return",
        "dim=0)\n        return",
        "test_average_pooling_is_the_flat_limit",
        "the mean of the values",
        "normalised over the queries",
    ),
    Edit(
        "NWKernelRegression",
        "(queries[:, None] - keys) * self.w",
        "queries[:, None] - keys",
        "test_average_pooling_is_the_flat_limit",
        "w near 0",
        "w is not used",
    ),
    Edit(
        "NWKernelRegression",
        "(queries[:, None] - keys) * self.w",
        "(queries.repeat(keys.shape[1]).reshape(keys.shape) - keys) * self.w",
        "test_weights_and_predictions",
        "over the keys of q",
        "repeat instead of repeat_interleave",
    ),
    Edit(
        "NWKernelRegression",
        "self.w = nn.Parameter(torch.tensor(1.0))",
        "self.w = torch.tensor(1.0)",
        "test_one_number_a_query_and_weights_of_all_keys",
        "nn.Parameter",
        "not registered as a parameter",
    ),
    Edit(
        "NWKernelRegression",
        "torch.tensor(1.0)",
        "torch.ones(1, 1)",
        "test_one_number_a_query_and_weights_of_all_keys",
        "of one number",
        "a matrix",
    ),
    Edit(
        "NWKernelRegression",
        "torch.tensor(1.0))",
        "torch.tensor(1.0))\n        self.b = nn.Parameter(torch.tensor(0.0))",
        "test_one_number_a_query_and_weights_of_all_keys",
        "of one number, no more",
        "a bias too many",
    ),
    Edit(
        "NWKernelRegression",
        "torch.tensor(1.0)",
        "torch.tensor(0.0)",
        "test_w_does_not_begin_at_zero",
        "begin elsewhere",
        "begins at 0, where it stays",
    ),
    Edit(
        "NWKernelRegression",
        "* self.w",
        "* float(self.w)",
        "test_gradients_in_w_and_in_the_inputs",
        "cuts the gradient",
        "w is made a number",
    ),
    Edit(
        "NWKernelRegression",
        "(self.attention_weights * values)",
        "(self.attention_weights.detach() * values)",
        "test_gradients_in_w_and_in_the_inputs",
        "cuts the gradient",
        "the weights are detached",
    ),
    Edit(
        "NWKernelRegression",
        "self.attention_weights * values).sum(dim=1)",
        "self.attention_weights @ values.T).sum(dim=1)",
        "test_average_pooling_is_the_flat_limit",
        "the mean of the values",
        "all rows with all rows",
    ),
    Edit(
        "NWKernelRegression",
        ".sum(dim=1)",
        ".sum(dim=1, keepdim=True)",
        "test_one_number_a_query_and_weights_of_all_keys",
        "one number for each query",
        "a column",
    ),
    Edit(
        "NWKernelRegression",
        ".sum(dim=1)",
        ".mean(dim=1)",
        "test_average_pooling_is_the_flat_limit",
        "times the expected",
        "a mean of what is already weighted",
    ),
    Rewrite(
        "NWKernelRegression",
        """
        class NWKernelRegression(nn.Module):
            def __init__(self):
                super().__init__()
                self.w = nn.Parameter(torch.rand(1) + 0.1)

            def forward(self, queries, keys, values):
                weights = F.softmax(-((queries[:, None] - keys) * self.w) ** 2 / 2, dim=1)
                return (weights * values).sum(1)
        """,
        "test_one_number_a_query_and_weights_of_all_keys",
        "no attention_weights",
        "the weights are not kept",
    ),
    Rewrite(
        "NWKernelRegression",
        """
        class NWKernelRegression(nn.Module):
            def __init__(self):
                super().__init__()
                self.w = nn.Parameter(torch.rand(1) + 0.1)
                self.attention_weights = None

            def forward(self, queries, keys, values):
                if self.attention_weights is None or self.attention_weights.shape != keys.shape:
                    self.attention_weights = F.softmax(
                        -((queries[:, None] - keys) * self.w) ** 2 / 2, dim=1)
                return (self.attention_weights * values).sum(1)
        """,
        "test_weights_and_predictions",
        "those of the last call",
        "computes the weights only once for a shape",
    ),
    Edit(
        "NWKernelRegression",
        "        distances = ",
        "        keys -= keys.mean()\n        distances = ",
        "test_weights_and_predictions",
        "((q - k) w)^2",
        "centres the keys",
    ),
    Edit(
        "NWKernelRegression",
        "        return (self",
        "        values.clamp_(max=1.0)\n        return (self",
        "test_weights_and_predictions",
        "row i of the values",
        "clamps the values in place",
    ),
    Edit(
        "NWKernelRegression",
        "        distances =",
        "        queries = queries + torch.zeros(len(queries))\n        distances =",
        "test_works_on_the_device_of_the_queries",
        "where X is",
        "zeros on the default device",
    ),
    Edit(
        "masked_softmax",
        "-1e6",
        "0.0",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens entries",
        "masked with 0",
    ),
    Edit(
        "masked_softmax",
        "-1e6",
        "-1e-6",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens entries",
        "minus a very small number",
    ),
    Edit(
        "masked_softmax",
        "-1e6",
        "1e6",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens entries",
        "plus a million",
    ),
    Edit(
        "masked_softmax",
        "-1e6",
        "-math.inf",
        "test_a_length_of_zero_does_not_give_nan",
        "0 / 0",
        "minus infinity",
    ),
    Edit(
        "masked_softmax",
        "F.softmax(X.masked_fill(mask, -1e6), dim=-1)",
        "F.softmax(X, dim=-1).masked_fill(mask, 0.0)",
        "test_equal_entries_share_the_weight",
        "take part",
        "masked behind the softmax",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return F.softmax(X, dim=-1)
            if valid_lens.dim() == 1:
                valid_lens = valid_lens[:, None]
            mask = torch.arange(X.shape[-1], device=X.device) < valid_lens[:, :, None]
            weights = torch.exp(X) * mask
            return weights / weights.sum(-1, keepdim=True)
        """,
        "test_a_length_of_zero_does_not_give_nan",
        "0 / 0",
        "divides by a sum of nothing",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return F.softmax(X, dim=-1)
            if valid_lens.dim() == 1:
                valid_lens = valid_lens[:, None]
            mask = torch.arange(X.shape[-1], device=X.device) < valid_lens[:, :, None]
            return F.softmax(X * mask, dim=-1)
        """,
        "test_equal_entries_share_the_weight",
        "take part",
        "scores times the mask",
    ),
    Edit(
        "masked_softmax",
        "position >=",
        "position >",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens",
        "one entry too many",
    ),
    Edit(
        "masked_softmax",
        "position >=",
        "position <",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens",
        "the valid ones are masked",
    ),
    Edit(
        "masked_softmax",
        "dim=-1)  # not",
        "dim=1)  # not",
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens",
        "softmax over the queries",
    ),
    Edit(
        "masked_softmax",
        "return F.softmax(X, dim=-1)",
        "return F.softmax(X, dim=1)",
        "test_valid_entries_are_the_softmax_among_themselves",
        "take part",
        "softmax over the queries if nothing is masked",
    ),
    Edit(
        "masked_softmax",
        "return F.softmax(X, dim=-1)",
        "return X",
        "test_valid_entries_are_the_softmax_among_themselves",
        "take part",
        "no softmax if nothing is masked",
    ),
    Edit(
        "masked_softmax",
        "    if valid_lens is None:\n        return F.softmax(X, dim=-1)\n",
        "",
        "test_shape_is_that_of_X",
        "NoneType",
        "None is forgotten",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return F.softmax(X, dim=-1)
            b, q, k = X.shape
            lens = valid_lens.repeat(q) if valid_lens.dim() == 1 else valid_lens.reshape(-1)
            mask = torch.arange(k, device=X.device)[None, :] >= lens[:, None]
            return F.softmax(X.reshape(-1, k).masked_fill(mask, -1e6), dim=-1).reshape(b, q, k)
        """,
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens",
        "repeat instead of repeat_interleave",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return F.softmax(X, dim=-1)
            position = torch.arange(X.shape[-1], device=X.device)
            lens = valid_lens if valid_lens.dim() == 1 else valid_lens[:, 0]
            return F.softmax(X.masked_fill(position >= lens[:, None, None], -1e6), dim=-1)
        """,
        "test_equal_entries_share_the_weight",
        "one length for each row",
        "one length an element, also where there is one a row",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return F.softmax(X, dim=-1)
            position = torch.arange(X.shape[-1], device=X.device)
            if valid_lens.dim() == 1 and len(valid_lens) == X.shape[1]:
                valid_lens = valid_lens[None, :].expand(X.shape[:2])
            elif valid_lens.dim() == 1:
                valid_lens = valid_lens[:, None]
            return F.softmax(X.masked_fill(position >= valid_lens[..., None], -1e6), dim=-1)
        """,
        "test_equal_entries_share_the_weight",
        "Only the first valid_lens",
        "lengths of the elements taken for those of the rows",
    ),
    Edit(
        "masked_softmax",
        ", device=X.device)",
        ")",
        "test_works_on_the_device_of_X",
        "arange(..., device=X.device)",
        "mask made on the default device",
    ),
    Edit(
        "masked_softmax",
        "valid_lens = valid_lens[:, None]  # one",
        "valid_lens = valid_lens.sub_(1).add_(1).clamp_(min=2)[:, None]  # one",
        "test_valid_entries_are_the_softmax_among_themselves",
        "take part",
        "lengths of at least 2",
    ),
    Edit(
        "masked_softmax",
        "    position = ",
        "    valid_lens -= 0\n    valid_lens, given = valid_lens.clone(), valid_lens\n    given.zero_()\n    position = ",
        "test_valid_lens_is_not_modified",
        "modified in place",
        "the lengths are overwritten",
    ),
    Edit(
        "masked_softmax",
        "X.masked_fill(",
        "X.detach().masked_fill(",
        "test_gradient_in_X",
        "detach",
        "detached",
    ),
    Edit(
        "masked_softmax",
        "    position =",
        "    valid_lens.clamp_(min=1)\n    position =",
        "test_valid_lens_is_not_modified",
        "modified in place",
        "changes lengths of 0 in place",
    ),
    Edit(
        "AdditiveAttention",
        "torch.tanh(hidden)",
        "hidden",
        "test_weights_and_output",
        "tanh(W_q q + W_k k)",
        "no tanh",
    ),
    Edit(
        "AdditiveAttention",
        "torch.tanh(hidden)",
        "torch.relu(hidden)",
        "test_weights_and_output",
        "tanh(W_q q + W_k k)",
        "relu",
    ),
    Edit(
        "AdditiveAttention",
        "torch.tanh(hidden)",
        "torch.sigmoid(hidden)",
        "test_weights_and_output",
        "tanh(W_q q + W_k k)",
        "sigmoid",
    ),
    Edit(
        "AdditiveAttention",
        "[:, :, None] + self.W_k",
        "[:, :, None] * self.W_k",
        "test_weights_and_output",
        "tanh(W_q q + W_k k)",
        "product instead of sum",
    ),
    Edit(
        "AdditiveAttention",
        "self.w_v(torch.tanh(hidden)).squeeze(-1)",
        "torch.tanh(self.w_v(hidden)).squeeze(-1)",
        "test_weights_and_output",
        "w_v . tanh",
        "tanh behind w_v",
    ),
    Edit(
        "AdditiveAttention",
        "self.w_v(torch.tanh(hidden)).squeeze(-1)",
        "self.w_v(torch.tanh(hidden)).squeeze(-1) / math.sqrt(hidden.shape[-1])",
        "test_weights_and_output",
        "w_v . tanh",
        "scaled as a dot product",
    ),
    Edit(
        "AdditiveAttention",
        "self.w_v(torch.tanh(hidden)).squeeze(-1)",
        "torch.tanh(hidden).sum(-1)",
        "test_weights_and_output",
        "w_v . tanh",
        "a plain sum over the hidden units",
    ),
    Edit(
        "AdditiveAttention",
        "self.W_k = nn.Linear(key_size, num_hiddens, bias=False)",
        "self.W_k = nn.Linear(key_size, num_hiddens)",
        "test_three_weight_matrices",
        "without biases",
        "a bias",
    ),
    Edit(
        "AdditiveAttention",
        "self.W_k = nn.Linear(key_size, num_hiddens, bias=False)\n        self.W_q = nn.Linear(query_size, num_hiddens, bias=False)",
        "self.W_k = nn.Linear(query_size, num_hiddens, bias=False)\n        self.W_q = nn.Linear(key_size, num_hiddens, bias=False)",
        "test_one_row_of_values_a_query",
        "shapes of both factors",
        "key_size and query_size swapped",
    ),
    Edit(
        "AdditiveAttention",
        "self.w_v = nn.Linear(num_hiddens, 1, bias=False)",
        "self.w_v = nn.Linear(num_hiddens, 1, bias=False).requires_grad_(False)",
        "test_gradient_reaches_every_parameter",
        "no gradient for w_v",
        "w_v is frozen",
    ),
    Edit(
        "AdditiveAttention",
        "self.W_k = nn.Linear(key_size, num_hiddens, bias=False)",
        "self.layers = [nn.Linear(key_size, num_hiddens, bias=False)]\n        self.W_k = self.layers[0].forward",
        "test_three_weight_matrices",
        "registered",
        "a layer hidden in a list",
    ),
    Edit(
        "AdditiveAttention",
        "masked_softmax(scores, valid_lens)",
        "masked_softmax(scores, None)",
        "test_weights_and_output",
        "over the valid keys",
        "nothing is masked",
    ),
    Edit(
        "AdditiveAttention",
        "masked_softmax(scores, valid_lens)",
        "F.softmax(scores, dim=1)",
        "test_weights_and_output",
        "over the valid keys",
        "softmax over the queries",
    ),
    Edit(
        "AdditiveAttention",
        "masked_softmax(scores, valid_lens)",
        "F.softmax(scores.masked_fill(torch.arange(scores.shape[2]) >= valid_lens.reshape(len(scores), -1, 1), -math.inf), -1) if valid_lens is not None else F.softmax(scores, -1)",
        "test_a_length_of_zero_does_not_give_nan",
        "0 / 0",
        "minus infinity",
    ),
    Edit(
        "AdditiveAttention",
        "self.dropout(self.attention_weights)",
        "self.attention_weights",
        "test_dropout_acts_on_the_weights",
        "dropout acts on the weights",
        "no dropout",
    ),
    Edit(
        "AdditiveAttention",
        "self.dropout(self.attention_weights)",
        "F.dropout(self.attention_weights, self.dropout.p)",
        "test_weights_and_output",
        "training mode False",
        "dropout also in eval mode",
    ),
    Edit(
        "AdditiveAttention",
        "torch.bmm(self.dropout(self.attention_weights), values)",
        "self.dropout(torch.bmm(self.attention_weights, values))",
        "test_dropout_acts_on_the_weights",
        "not on values or output",
        "dropout on the output",
    ),
    Edit(
        "AdditiveAttention",
        "torch.bmm(self.dropout(self.attention_weights), values)",
        "torch.bmm(self.attention_weights, self.dropout(values))",
        "test_dropout_acts_on_the_weights",
        "dropped one by one",
        "dropout on the values",
    ),
    Edit(
        "AdditiveAttention",
        "nn.Dropout(dropout)",
        "nn.Dropout(1 - dropout if dropout else 0)",
        "test_dropout_acts_on_the_weights",
        "weights that survive",
        "keeps with the probability of dropping",
    ),
    Edit(
        "AdditiveAttention",
        "masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(self.attention_weights), values)",
        "self.dropout(masked_softmax(scores, valid_lens))\n        return torch.bmm(self.attention_weights, values)",
        "test_dropout_acts_on_the_weights",
        "before dropout",
        "the weights kept are those behind dropout",
    ),
    Edit(
        "AdditiveAttention",
        "masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(self.attention_weights), values)",
        "masked_softmax(self.dropout(scores), valid_lens)\n        return torch.bmm(self.attention_weights, values)",
        "test_dropout_acts_on_the_weights",
        "before dropout",
        "dropout on the scores",
    ),
    Edit(
        "AdditiveAttention",
        "self.attention_weights = masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(self.attention_weights), values)",
        "weights = masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(weights), values)",
        "test_one_row_of_values_a_query",
        "no attention_weights",
        "the weights are not kept",
    ),
    Edit(
        "AdditiveAttention",
        "self.attention_weights = masked_softmax(scores, valid_lens)",
        "self.attention_weights = scores\n        self.attention_weights = masked_softmax(scores, valid_lens)\n        self.attention_weights, kept = scores, self.attention_weights\n        return torch.bmm(self.dropout(kept), values)",
        "test_weights_and_output",
        "softmax of the scores",
        "the scores are kept",
    ),
    Edit(
        "AdditiveAttention",
        "torch.tanh(hidden)).squeeze(-1)",
        "torch.tanh(hidden)).squeeze()",
        "test_one_row_of_values_a_query",
        "one row of dv numbers",
        "squeeze drops every axis of size 1",
    ),
    Edit(
        "AdditiveAttention",
        "hidden = self.W_q(queries)[:, :, None] + self.W_k(keys)[:, None]",
        "hidden = (self.W_q(queries)[:, None] + self.W_k(keys)[:, :, None]).reshape(len(keys), queries.shape[1], keys.shape[1], -1)",
        "test_weights_and_output",
        "w_v . tanh",
        "keys before queries, then reshaped",
    ),
    Edit(
        "AdditiveAttention",
        "        hidden = ",
        "        values -= values.mean()\n        hidden = ",
        "test_weights_and_output",
        "weights times the values",
        "centres the values",
    ),
    Edit(
        "AdditiveAttention",
        "torch.bmm(self.dropout(self.attention_weights), values)",
        "torch.bmm(self.dropout(self.attention_weights), values.sub_(values.mean()))",
        "test_weights_and_output",
        "weights times the values",
        "centres the values in place",
    ),
    Edit(
        "AdditiveAttention",
        "        return torch.bmm(self.dropout(self.attention_weights), values)",
        "        out = torch.bmm(self.dropout(self.attention_weights), values)\n        keys += 1\n        return out",
        "test_arguments_are_not_modified",
        "modified in place",
        "spoils the keys afterwards",
    ),
    Edit(
        "AdditiveAttention",
        "self.w_v(torch.tanh(hidden))",
        "self.w_v(torch.tanh(hidden).detach())",
        "test_gradients_in_the_inputs",
        "cuts the gradient",
        "the hidden layer is detached",
    ),
    Edit(
        "AdditiveAttention",
        "        self.dropout =",
        "        nn.init.ones_(self.w_v.weight)\n        self.dropout =",
        "test_parameters_begin_at_random",
        "random numbers",
        "w_v begins with ones",
    ),
    Edit(
        "AdditiveAttention",
        "self.dropout(self.attention_weights)",
        "self.dropout(torch.ones(self.attention_weights.shape)) * self.attention_weights",
        "test_works_on_the_device_of_the_queries",
        "where X is",
        "the mask of the dropout is made on the default device",
    ),
    Edit(
        "AdditiveAttention",
        "self.dropout(self.attention_weights)",
        "self.dropout(torch.ones_like(self.attention_weights[:1])) * self.attention_weights",
        "test_dropout_acts_on_the_weights",
        "in each batch element",
        "one mask for the whole batch",
    ),
    Rewrite(
        "AdditiveAttention",
        """
        class AdditiveAttention(nn.Module):
            def __init__(self, key_size, query_size, num_hiddens, dropout):
                super().__init__()
                self.W_k = nn.Linear(key_size, num_hiddens, bias=False)
                self.W_q = nn.Linear(query_size, num_hiddens, bias=False)
                self.w_v = nn.Linear(num_hiddens, 1, bias=False)
                self.dropout, self.mask = nn.Dropout(dropout), None

            def forward(self, queries, keys, values, valid_lens):
                hidden = self.W_q(queries)[:, :, None] + self.W_k(keys)[:, None]
                scores = self.w_v(torch.tanh(hidden)).squeeze(-1)
                self.attention_weights = weights = masked_softmax(scores, valid_lens)
                if self.mask is None or self.mask.shape != weights.shape:
                    self.mask = self.dropout(torch.ones_like(weights))
                return torch.bmm(weights * self.mask if self.training else weights, values)
        """,
        "test_dropout_acts_on_the_weights",
        "at each call",
        "the mask of the first call is kept",
    ),
    Edit(
        "DotProductAttention",
        " / math.sqrt(queries.shape[-1])",
        "",
        "test_weights_and_output",
        "divided by sqrt(d)",
        "not scaled",
    ),
    Edit(
        "DotProductAttention",
        "/ math.sqrt(queries.shape[-1])",
        "/ queries.shape[-1]",
        "test_weights_and_output",
        "divided by sqrt(d)",
        "divided by d",
    ),
    Edit(
        "DotProductAttention",
        "/ math.sqrt(queries.shape[-1])",
        "* math.sqrt(queries.shape[-1])",
        "test_weights_and_output",
        "divided by sqrt(d)",
        "multiplied",
    ),
    Edit(
        "DotProductAttention",
        "/ math.sqrt(queries.shape[-1])",
        "/ math.sqrt(keys.shape[1])",
        "test_weights_and_output",
        "divided by sqrt(d)",
        "the number of keys",
    ),
    Edit(
        "DotProductAttention",
        "/ math.sqrt(queries.shape[-1])",
        "/ math.sqrt(values.shape[-1])",
        "test_weights_and_output",
        "divided by sqrt(d)",
        "the size of the values",
    ),
    Edit(
        "DotProductAttention",
        "keys.transpose(1, 2)",
        "keys.reshape(len(keys), -1, keys.shape[1])",
        "test_weights_and_output",
        "dot product",
        "reshape instead of transpose",
    ),
    Edit(
        "DotProductAttention",
        "masked_softmax(scores, valid_lens)",
        "masked_softmax(scores, None)",
        "test_weights_and_output",
        "over the valid keys",
        "nothing is masked",
    ),
    Edit(
        "DotProductAttention",
        "masked_softmax(scores, valid_lens)",
        "F.softmax(scores, dim=1)",
        "test_weights_and_output",
        "over the valid keys",
        "softmax over the queries",
    ),
    Edit(
        "DotProductAttention",
        "masked_softmax(scores, valid_lens)",
        "F.softmax(scores.masked_fill(torch.arange(scores.shape[2]) >= valid_lens.reshape(len(scores), -1, 1), -math.inf), -1) if valid_lens is not None else F.softmax(scores, -1)",
        "test_a_length_of_zero_does_not_give_nan",
        "0 / 0",
        "minus infinity",
    ),
    Edit(
        "DotProductAttention",
        "self.dropout(self.attention_weights)",
        "self.attention_weights",
        "test_dropout_acts_on_the_weights",
        "dropout acts on the weights",
        "no dropout",
    ),
    Edit(
        "DotProductAttention",
        "self.dropout(self.attention_weights)",
        "F.dropout(self.attention_weights, self.dropout.p)",
        "test_weights_and_output",
        "training mode False",
        "dropout also in eval mode",
    ),
    Edit(
        "DotProductAttention",
        "torch.bmm(self.dropout(self.attention_weights), values)",
        "self.dropout(torch.bmm(self.attention_weights, values))",
        "test_dropout_acts_on_the_weights",
        "not on values or output",
        "dropout on the output",
    ),
    Edit(
        "DotProductAttention",
        "self.dropout(self.attention_weights)",
        "self.attention_weights * (torch.rand_like(self.attention_weights) >= self.dropout.p * self.training)",
        "test_dropout_acts_on_the_weights",
        "divided by 1 - 0.3",
        "survivors are not scaled",
    ),
    Edit(
        "DotProductAttention",
        "masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(self.attention_weights), values)",
        "self.dropout(masked_softmax(scores, valid_lens))\n        return torch.bmm(self.attention_weights, values)",
        "test_dropout_acts_on_the_weights",
        "before dropout",
        "the weights kept are those behind dropout",
    ),
    Edit(
        "DotProductAttention",
        "self.dropout = nn.Dropout(dropout)",
        "self.dropout = nn.Dropout(dropout)\n        self.scale = nn.Parameter(torch.tensor(1.0))",
        "test_there_are_no_parameters",
        "none",
        "a parameter",
    ),
    Edit(
        "DotProductAttention",
        "torch.bmm(self.dropout(self.attention_weights), values)",
        "torch.bmm(self.dropout(self.attention_weights), keys)",
        "test_one_row_of_values_a_query",
        "one row of dv numbers",
        "keys instead of values",
    ),
    Edit(
        "DotProductAttention",
        "self.attention_weights = masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(self.attention_weights), values)",
        "weights = masked_softmax(scores, valid_lens)\n        return torch.bmm(self.dropout(weights), values)",
        "test_one_row_of_values_a_query",
        "no attention_weights",
        "the weights are not kept",
    ),
    Edit(
        "DotProductAttention",
        "return torch.bmm(self.dropout(self.attention_weights), values)",
        "return torch.bmm(self.dropout(self.attention_weights), values), self.attention_weights",
        "test_one_row_of_values_a_query",
        "Its type is tuple",
        "a pair",
    ),
    Edit(
        "DotProductAttention",
        "        scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(queries.shape[-1])",
        "        scores = torch.bmm(queries.div_(math.sqrt(queries.shape[-1])), keys.transpose(1, 2))",
        "test_arguments_are_not_modified",
        "modified in place",
        "scales the queries in place",
    ),
    Edit(
        "DotProductAttention",
        "torch.bmm(queries, keys",
        "torch.bmm(queries, keys.detach()",
        "test_gradients_in_the_inputs",
        "cuts the gradient",
        "the keys are detached",
    ),
    Edit(
        "DotProductAttention",
        "        self.attention_weights =",
        "        if valid_lens is not None:\n            valid_lens.clamp_(min=1)\n        self.attention_weights =",
        "test_arguments_are_not_modified",
        "modified in place",
        "changes lengths of 0 in place",
    ),
    Rewrite(
        "DotProductAttention",
        """
        class DotProductAttention(nn.Module):
            def __init__(self, dropout):
                super().__init__()
                self.dropout, self.d = nn.Dropout(dropout), None

            def forward(self, queries, keys, values, valid_lens):
                self.d = self.d or queries.shape[-1]
                scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(self.d)
                self.attention_weights = masked_softmax(scores, valid_lens)
                return torch.bmm(self.dropout(self.attention_weights), values)
        """,
        "test_weights_and_output",
        "divided by sqrt(d)",
        "the d of the first call is kept",
    ),
    Edit(
        "DotProductAttention",
        "math.sqrt(queries.shape[-1])",
        "torch.sqrt(torch.tensor([float(queries.shape[-1])]))",
        "test_works_on_the_device_of_the_queries",
        "where X is",
        "a tensor (1,) for the divisor, on the default device",
    ),
]

RIGHT = [
    Rewrite(
        "average_pooling",
        """
        def average_pooling(x_train, y_train, x):
            return torch.repeat_interleave(y_train.mean(), x.shape[0])
        """,
        why="as d2l",
    ),
    Rewrite(
        "average_pooling",
        """
        def average_pooling(x_train, y_train, x):
            return (sum(y_train) / len(y_train)).expand_as(x)
        """,
        why="a view of one number",
    ),
    Rewrite(
        "average_pooling",
        """
        def average_pooling(x_train, y_train, x):
            weights = torch.softmax(0 * (x[:, None] - x_train), dim=1)
            return weights @ y_train
        """,
        why="equal weights; x has gradients, all 0",
    ),
    Rewrite(
        "nadaraya_watson",
        """
        def nadaraya_watson(x_train, y_train, x):
            X_repeat = x.repeat_interleave(len(x_train)).reshape((-1, len(x_train)))
            attention_weights = nn.functional.softmax(-(X_repeat - x_train) ** 2 / 2, dim=1)
            y_hat = torch.matmul(attention_weights, y_train)
            return y_hat, attention_weights
        """,
        why="as d2l",
    ),
    Rewrite(
        "nadaraya_watson",
        """
        def nadaraya_watson(x_train, y_train, x):
            weights = []
            for q in x:
                row = torch.exp(-0.5 * (q - x_train) ** 2)
                weights.append(row / row.sum())
            weights = torch.stack(weights)
            return torch.stack([(row * y_train).sum() for row in weights]), weights
        """,
        why="a loop over the places",
    ),
    Rewrite(
        "nadaraya_watson",
        """
        def nadaraya_watson(x_train, y_train, x):
            kernel = torch.exp(-((x_train.unsqueeze(1) - x.unsqueeze(0)).pow(2)) / 2)  # (n, m)
            weights = (kernel / kernel.sum(0)).T
            return torch.einsum("mn,n->m", weights, y_train), weights
        """,
        why="the table turned, exp and sum",
    ),
    Rewrite(
        "NWKernelRegression",
        """
        class NWKernelRegression(nn.Module):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.w = nn.Parameter(torch.rand((1,), requires_grad=True))

            def forward(self, queries, keys, values):
                queries = queries.repeat_interleave(keys.shape[1]).reshape((-1, keys.shape[1]))
                self.attention_weights = nn.functional.softmax(
                    -((queries - keys) * self.w) ** 2 / 2, dim=1)
                return torch.bmm(self.attention_weights.unsqueeze(1),
                                 values.unsqueeze(-1)).reshape(-1)
        """,
        why="as d2l",
    ),
    Rewrite(
        "NWKernelRegression",
        """
        class NWKernelRegression(nn.Module):
            def __init__(self):
                super().__init__()
                self.scale = nn.Parameter(torch.tensor(-2.0))
                self.attention_weights = None

            def forward(self, queries, keys, values):
                kernel = torch.exp(-((keys.T - queries) ** 2) * self.scale**2 / 2)  # (n, m)
                weights = (kernel / kernel.sum(dim=0, keepdim=True)).T
                self.attention_weights = weights.detach()
                return torch.diagonal(weights @ values.T)
        """,
        why="another name, a negative start, w squared by itself, detached weights kept",
    ),
    Rewrite(
        "masked_softmax",
        """
        def sequence_mask(X, valid_len, value=0):
            maxlen = X.size(1)
            mask = torch.arange((maxlen), dtype=torch.float32,
                                device=X.device)[None, :] < valid_len[:, None]
            X[~mask] = value
            return X

        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return nn.functional.softmax(X, dim=-1)
            else:
                shape = X.shape
                if valid_lens.dim() == 1:
                    valid_lens = torch.repeat_interleave(valid_lens, shape[1])
                else:
                    valid_lens = valid_lens.reshape(-1)
                X = sequence_mask(X.reshape(-1, shape[-1]), valid_lens, value=-1e6)
                return nn.functional.softmax(X.reshape(shape), dim=-1)
        """,
        why="as d2l: in place",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is None:
                return torch.softmax(X, 2)
            lens = valid_lens.reshape(X.shape[0], -1, 1)
            mask = (torch.arange(X.shape[2], device=X.device) < lens).float()
            weights = torch.exp(X - X.max(dim=2, keepdim=True).values) * mask
            return weights / (weights.sum(dim=2, keepdim=True) + 1e-12)
        """,
        "",
        "",
        "exp times the mask; a length of 0 gives weights of 0",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            b, q, k = X.shape
            if valid_lens is None:
                valid_lens = torch.full((b,), k)
            rows = []
            for i in range(b):
                for j in range(q):
                    n = int(valid_lens[i] if valid_lens.dim() == 1 else valid_lens[i, j])
                    soft = F.softmax(X[i, j, :n], dim=0)
                    rows.append(torch.cat([soft, X[i, j, n:] * 0]))
            return torch.stack(rows).reshape(b, q, k)
        """,
        why="a loop over the rows",
    ),
    Rewrite(
        "masked_softmax",
        """
        def masked_softmax(X, valid_lens):
            if valid_lens is not None:
                while valid_lens.dim() < X.dim():
                    valid_lens = valid_lens.unsqueeze(1 if valid_lens.dim() == 1 else -1)
                idx = torch.ones_like(X).cumsum(-1)
                X = torch.where(idx <= valid_lens, X, torch.full_like(X, -float("inf")))
            return torch.nan_to_num(X.softmax(-1), nan=0.0)
        """,
        why="minus infinity, and NaN turned into 0",
    ),
    Rewrite(
        "AdditiveAttention",
        """
        class AdditiveAttention(nn.Module):
            def __init__(self, key_size, query_size, num_hiddens, dropout, **kwargs):
                super(AdditiveAttention, self).__init__(**kwargs)
                self.W_k = nn.Linear(key_size, num_hiddens, bias=False)
                self.W_q = nn.Linear(query_size, num_hiddens, bias=False)
                self.w_v = nn.Linear(num_hiddens, 1, bias=False)
                self.dropout = nn.Dropout(dropout)

            def forward(self, queries, keys, values, valid_lens):
                queries, keys = self.W_q(queries), self.W_k(keys)
                features = queries.unsqueeze(2) + keys.unsqueeze(1)
                features = torch.tanh(features)
                scores = self.w_v(features).squeeze(-1)
                self.attention_weights = masked_softmax(scores, valid_lens)
                return torch.bmm(self.dropout(self.attention_weights), values)
        """,
        why="as d2l",
    ),
    Rewrite(
        "AdditiveAttention",
        """
        class AdditiveAttention(nn.Module):
            def __init__(self, key_size, query_size, num_hiddens, dropout):
                super().__init__()
                self.v = nn.Parameter(torch.randn(num_hiddens) * 0.3)
                self.key = nn.Parameter(torch.randn(key_size, num_hiddens) * 0.3)
                self.query = nn.Parameter(torch.randn(query_size, num_hiddens) * 0.3)
                self.rate = dropout

            def forward(self, queries, keys, values, valid_lens=None):
                scores = []
                for i in range(queries.shape[1]):
                    one = queries[:, i : i + 1] @ self.query + keys @ self.key  # (b, k, h)
                    scores.append(one.tanh() @ self.v)
                weights = masked_softmax(torch.stack(scores, 1), valid_lens)
                self.attention_weights = weights.detach().clone()
                weights = F.dropout(weights, self.rate, training=self.training)
                return torch.einsum("bqk,bkv->bqv", weights, values)
        """,
        why="raw parameters stored (in, out), w_v a vector, a loop over the queries",
    ),
    Rewrite(
        "AdditiveAttention",
        """
        class AdditiveAttention(nn.Module):
            def __init__(self, key_size, query_size, num_hiddens, dropout):
                super().__init__()
                self.W_k = nn.LazyLinear(num_hiddens, bias=False)
                self.W_q = nn.LazyLinear(num_hiddens, bias=False)
                self.w_v = nn.LazyLinear(1, bias=False)
                self.dropout = nn.Dropout(dropout)

            def forward(self, queries, keys, values, valid_lens):
                b, q, k = queries.shape[0], queries.shape[1], keys.shape[1]
                one = self.W_q(queries).repeat_interleave(k, dim=1)
                other = self.W_k(keys).repeat(1, q, 1)
                scores = self.w_v(torch.tanh(one + other)).reshape(b, q, k)
                self.attention_weights = masked_softmax(scores, valid_lens)
                return self.dropout(self.attention_weights) @ values
        """,
        why="lazy layers, as in the second edition of d2l; pairs laid out by repeating",
    ),
    Rewrite(
        "DotProductAttention",
        """
        class DotProductAttention(nn.Module):
            def __init__(self, dropout, **kwargs):
                super(DotProductAttention, self).__init__(**kwargs)
                self.dropout = nn.Dropout(dropout)

            def forward(self, queries, keys, values, valid_lens=None):
                d = queries.shape[-1]
                scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(d)
                self.attention_weights = masked_softmax(scores, valid_lens)
                return torch.bmm(self.dropout(self.attention_weights), values)
        """,
        why="as d2l",
    ),
    Rewrite(
        "DotProductAttention",
        """
        class DotProductAttention(nn.Module):
            def __init__(self, dropout):
                super().__init__()
                self.p = dropout

            def forward(self, queries, keys, values, valid_lens):
                scaled = queries * keys.shape[-1] ** -0.5
                scores = (scaled[:, :, None] * keys[:, None]).sum(-1)
                self.attention_weights = masked_softmax(scores, valid_lens)
                weights = self.attention_weights
                if self.training and self.p > 0:
                    weights = weights * (torch.rand_like(weights) > self.p) / (1 - self.p)
                return weights.matmul(values)
        """,
        why="products summed, dropout written out",
    ),
    Rewrite(
        "DotProductAttention",
        """
        class DotProductAttention(nn.Module):
            def __init__(self, dropout):
                super().__init__()
                self.drop = nn.Dropout(dropout)

            def forward(self, queries, keys, values, valid_lens):
                outs, kept = [], []
                for i in range(len(queries)):
                    scores = queries[i] @ keys[i].T / keys[i].shape[1] ** 0.5
                    lens = None if valid_lens is None else valid_lens[i : i + 1]
                    w = masked_softmax(scores[None], lens)[0]
                    kept.append(w)
                    outs.append(self.drop(w) @ values[i])
                self.attention_weights = torch.stack(kept)
                return torch.stack(outs)
        """,
        why="a loop over the batch",
    ),
]
