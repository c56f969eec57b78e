"""Known answers of ch13_dropout."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "dropout_layer",
        "torch.rand_like(X)",
        "torch.randn_like(X)",
        "test_share_of_survivors",
        "uniform",
        "mask drawn from a normal distribution (notes 4.6)",
    ),
    Edit(
        "dropout_layer",
        " / (1 - dropout)",
        "",
        "test_survivors_are_scaled_by_one_over_keep",
        "times the expected one",
        "survivors are not scaled",
    ),
    Edit(
        "dropout_layer",
        "/ (1 - dropout)",
        "/ dropout",
        "test_survivors_are_scaled_by_one_over_keep",
        "times the expected",
        "scaled by 1 / p",
    ),
    Edit(
        "dropout_layer",
        "/ (1 - dropout)",
        "* (1 - dropout)",
        "test_survivors_are_scaled_by_one_over_keep",
        "the mean stays",
        "multiplied by keep",
    ),
    Edit(
        "dropout_layer",
        ">= dropout",
        "< dropout",
        "test_share_of_survivors",
        "probability of dropping",
        "keeps with probability p",
    ),
    Edit(
        "dropout_layer",
        "torch.rand_like(X)",
        "torch.rand(len(X), *[1] * (X.dim() - 1))",
        "test_elements_are_dropped_one_by_one",
        "rows dropped",
        "one draw a row",
    ),
    Edit(
        "dropout_layer",
        "torch.rand_like(X)",
        "torch.rand(X.shape[-1])",
        "test_elements_are_dropped_one_by_one",
        "columns dropped",
        "one draw a column",
    ),
    Edit(
        "dropout_layer",
        "mask = torch.rand_like(X) >= dropout",
        "mask = torch.randperm(X.numel()).reshape(X.shape) >= round(dropout * X.numel())",
        "test_elements_are_dropped_one_by_one",
        "number of survivors",
        "a fixed number of elements is dropped",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "return X.mul_(mask).div_(1 - dropout)",
        "test_X_is_not_modified",
        "modified in place",
        "works in place on the caller's tensor",
    ),
    Edit(
        "dropout_layer",
        "if not 0 <= dropout <= 1:",
        "if False:",
        "test_probability_out_of_range_raises",
        "is raised",
        "no check of the probability",
    ),
    Edit(
        "dropout_layer",
        "if not 0 <= dropout <= 1:",
        "if dropout > 1:",
        "test_probability_out_of_range_raises",
        "is raised",
        "negative probabilities pass",
    ),
    Edit(
        "dropout_layer",
        "torch.rand_like(X)",
        "torch.rand(X.shape)",
        "test_works_on_the_device_of_X",
        "rand_like",
        "mask made on the default device (notes 4.6)",
    ),
    Edit(
        "dropout_layer",
        "if dropout == 1:",
        "if False:",
        "test_one_drops_everything",
        "NaN",
        "divides zero by zero at p = 1",
    ),
    Edit(
        "dropout_layer",
        "mask = torch",
        "torch.manual_seed(0)\n    mask = torch",
        "test_fresh_mask_on_every_call",
        "seed",
        "the same mask on every call",
    ),
    Edit(
        "dropout_layer",
        "mask * X",
        "mask * X.detach()",
        "test_gradient_passes_through_the_survivors",
        "cuts the gradient",
        "the input is detached",
    ),
    Edit(
        "dropout_layer",
        "mask * X",
        "mask * torch.ones_like(X)",
        "test_survivors_are_scaled_by_one_over_keep",
        "the mean stays",
        "returns the scaled mask instead of the values",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "return (mask * X / (1 - dropout)).float()",
        "test_shape_and_dtype_are_those_of_X",
        "dtype float64",
        "always float32",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "mask * X / (1 - dropout)",
        "test_shape_and_dtype_are_those_of_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "return (mask * X / (1 - dropout)).tolist()",
        "test_shape_and_dtype_are_those_of_X",
        "Its type is list",
        "returns a list",
    ),
    Rewrite(
        "dropout_layer",
        """
        def dropout_layer(x, p):
            return nn.functional.dropout(x, p)
        """,
        "test_fresh_mask_on_every_call",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "return X[mask] / (1 - dropout)",
        "test_shape_and_dtype_are_those_of_X",
        "shape",
        "only the survivors come back",
    ),
    Edit(
        "dropout_layer",
        "mask * X / (1 - dropout)",
        "mask * X / (1 - dropout) ** 2",
        "test_survivors_are_scaled_by_one_over_keep",
        "times the expected one",
        "scaled twice",
    ),
    Edit(
        "dropout_layer",
        "return mask * X / (1 - dropout)",
        "return (mask * X).clamp(max=1e-3)",
        "test_survivors_are_scaled_by_one_over_keep",
        "survivors",
        "too little passes for a network to learn",
    ),
    Edit(
        "DropoutMLP",
        "        if self.training:\n            H2",
        "        if True:\n            H2",
        "test_nothing_is_dropped_in_eval_mode_or_with_probability_zero",
        "self.training",
        "second dropout also in eval mode",
    ),
    Edit(
        "DropoutMLP",
        "dropout_layer(H1, self.dropout1)",
        "nn.functional.dropout(H1, self.dropout2)",
        "test_dropout1_acts_on_the_first_hidden_layer",
        "dropout1",
        "dropout2 used twice",
    ),
    Edit(
        "DropoutMLP",
        "self.dropout1, self.dropout2 = dropout1, dropout2",
        "self.dropout1, self.dropout2 = dropout2, dropout1",
        "test_dropout1_acts_on_the_first_hidden_layer",
        "dropout1",
        "probabilities swapped",
    ),
    Edit(
        "DropoutMLP",
        "H2 = dropout_layer(H2, self.dropout2)",
        "pass",
        "test_dropout2_acts_on_the_second_hidden_layer",
        "last bias",
        "no second dropout",
    ),
    Edit(
        "DropoutMLP",
        "return self.lin3(H2)",
        "return dropout_layer(self.lin3(H2), self.dropout2 if self.training else 0.0)",
        "test_dropout2_acts_on_the_second_hidden_layer",
        "last layer",
        "dropout on the output too",
    ),
    Edit(
        "DropoutMLP",
        "return self.lin3(H2)",
        "return self.relu(self.lin3(H2))",
        "test_nothing_is_dropped_in_eval_mode_or_with_probability_zero",
        "ReLU",
        "activation after the last layer",
    ),
    Edit(
        "DropoutMLP",
        "self.relu(self.lin2(H1))",
        "self.lin2(H1)",
        "test_nothing_is_dropped_in_eval_mode_or_with_probability_zero",
        "ReLU",
        "no second activation",
    ),
    Edit(
        "DropoutMLP",
        "X.reshape(-1, self.num_inputs)",
        "X",
        "test_output_is_one_row_an_example",
        "shape",
        "images are not flattened",
    ),
    Edit(
        "DropoutMLP",
        "self.lin2 = nn.Linear(num_hiddens1, num_hiddens2)",
        "self.lin2 = nn.Linear(num_hiddens1, num_hiddens2, bias=False)",
        "test_three_layers_of_weights_and_biases",
        "bias",
        "a layer without a bias",
    ),
    Edit(
        "DropoutMLP",
        "self.lin2 = nn.Linear(num_hiddens1, num_hiddens2)",
        "self.layers = [nn.Linear(num_hiddens1, num_hiddens2)]\n        self.lin2 = self.layers[0].forward",
        "test_three_layers_of_weights_and_biases",
        "bias",
        "a layer hidden in a list is not trained",
    ),
    Rewrite(
        "DropoutMLP",
        """
        class DropoutMLP(nn.Module):
            def __init__(self, num_inputs, num_outputs, num_hiddens1, num_hiddens2, dropout1, dropout2):
                super().__init__()
                self.num_inputs = num_inputs
                self.dropout1, self.dropout2 = dropout1, dropout2
                self.is_training = True
                self.lin1 = nn.Linear(num_inputs, num_hiddens1)
                self.lin2 = nn.Linear(num_hiddens1, num_hiddens2)
                self.lin3 = nn.Linear(num_hiddens2, num_outputs)

            def forward(self, X):
                H1 = torch.relu(self.lin1(X.reshape(-1, self.num_inputs)))
                if self.is_training:
                    H1 = dropout_layer(H1, self.dropout1)
                H2 = torch.relu(self.lin2(H1))
                if self.is_training:
                    H2 = dropout_layer(H2, self.dropout2)
                return self.lin3(H2)
        """,
        "test_nothing_is_dropped_in_eval_mode_or_with_probability_zero",
        "self.training",
        "a flag of its own, which eval() does not set",
    ),
    Edit(
        "DropoutMLP",
        "dropout_layer(H2, self.dropout2)",
        "H2 * (torch.rand_like(H2) >= self.dropout2)",
        "test_survivors_are_scaled",
        "divided",
        "survivors of the second layer are not scaled",
    ),
    Edit(
        "DropoutMLP",
        "dropout_layer(H2, self.dropout2)",
        "H2 * (torch.rand(H2.shape) >= self.dropout2) / max(1 - self.dropout2, 1e-9)",
        "test_works_on_the_device_of_X",
        "where X is",
        "mask made on the default device",
    ),
    Edit(
        "DropoutMLP",
        "return self.lin3(H2)",
        "return self.lin3(H2).detach().requires_grad_()",
        "test_gradient_reaches_every_parameter",
        "no gradient",
        "nothing is trained",
    ),
    Edit(
        "DropoutMLP",
        "H1 = self.relu(",
        "torch.manual_seed(0)\n        H1 = self.relu(",
        "test_training_mode_drops_other_units_in_every_call",
        "the same output twice",
        "a seed set in forward",
    ),
    Edit(
        "dropout_layer",
        "torch.zeros_like(X)",
        "torch.zeros(X.shape)",
        "test_shape_and_dtype_are_those_of_X",
        "dtype float64",
        "with dropout 1 always float32, and on the default device",
    ),
    Edit(
        "dropout_layer",
        "torch.zeros_like(X)",
        "torch.zeros(X.shape, dtype=X.dtype)",
        "test_works_on_the_device_of_X",
        "stays on the default device",
        "with dropout 1 on the default device",
    ),
    Edit(
        "DropoutMLP",
        "            H1 = dropout_layer(H1, self.dropout1)",
        '            if not hasattr(self, "mask"):\n'
        "                self.mask = dropout_layer(torch.ones_like(H1), self.dropout1)\n"
        "            H1 = H1 * self.mask",
        "test_training_mode_drops_other_units_in_every_call",
        "a new mask in every call",
        "one mask for all calls",
    ),
    Edit(
        "DropoutMLP",
        "H1 = self.relu(self.lin1(X.reshape(-1, self.num_inputs)))",
        "H1 = self.relu(self.lin1(X.sub_(X.mean()).reshape(-1, self.num_inputs)))",
        "test_X_is_not_modified",
        "modified in place",
        "centres X in place",
    ),
]

RIGHT = [
    Rewrite(
        "dropout_layer",
        """
        def dropout_layer(X, dropout):
            assert 0 <= dropout <= 1
            if dropout == 0:
                return X
            if dropout == 1:
                return torch.zeros_like(X)
            keep = 1.0 - dropout
            return torch.where(torch.bernoulli(torch.full_like(X, keep)) == 1, X / keep, 0.0)
        """,
        why="torch.where and bernoulli; X itself comes back for 0",
    ),
    Rewrite(
        "dropout_layer",
        """
        def dropout_layer(X, dropout):
            assert dropout >= 0 and dropout <= 1, "not a probability"
            if dropout == 1:
                return X * 0
            mask = (torch.rand(X.shape).to(X.device) > dropout).to(X.dtype)
            return mask * X / (1.0 - dropout)
        """,
        why="mask made on the CPU and moved to X",
    ),
    Rewrite(
        "dropout_layer",
        """
        def dropout_layer(X, dropout):
            if dropout < 0 or dropout > 1:
                raise ValueError(dropout)
            return nn.functional.dropout(X, dropout, training=True)
        """,
        why="the library's own function",
    ),
    Rewrite(
        "dropout_layer",
        """
        def dropout_layer(X, dropout):
            assert 0 <= dropout <= 1
            out = X.clone()
            out[torch.rand(X.shape, device=X.device) < dropout] = 0
            return out / (1 - dropout) if dropout < 1 else out
        """,
        why="in place on a copy",
    ),
    Rewrite(
        "DropoutMLP",
        """
        class DropoutMLP(nn.Module):
            def __init__(self, num_inputs, num_outputs, num_hiddens1, num_hiddens2, dropout1, dropout2):
                super().__init__()
                self.net = nn.Sequential(
                    nn.Flatten(),
                    nn.Linear(num_inputs, num_hiddens1), nn.ReLU(), nn.Dropout(dropout1),
                    nn.Linear(num_hiddens1, num_hiddens2), nn.ReLU(), nn.Dropout(dropout2),
                    nn.Linear(num_hiddens2, num_outputs),
                )

            def forward(self, X):
                return self.net(X)
        """,
        why="the library's layers in a Sequential",
    ),
    Rewrite(
        "DropoutMLP",
        """
        class DropoutMLP(nn.Module):
            def __init__(self, num_inputs, num_outputs, num_hiddens1, num_hiddens2, dropout1, dropout2):
                super().__init__()
                sizes = [num_inputs, num_hiddens1, num_hiddens2, num_outputs]
                self.weights = nn.ParameterList(
                    nn.Parameter(torch.randn(a, b) * (2 / a) ** 0.5) for a, b in zip(sizes, sizes[1:]))
                self.biases = nn.ParameterList(nn.Parameter(torch.zeros(b)) for b in sizes[1:])
                self.rates = [dropout1, dropout2]

            def forward(self, X):
                X = X.flatten(1)
                for i in range(2):
                    X = X @ self.weights[i] + self.biases[i]
                    if self.training:  # before or after ReLU is the same
                        X = dropout_layer(X, self.rates[i])
                    X = X.relu()
                return X @ self.weights[2] + self.biases[2]
        """,
        why="raw parameters stored (in, out), dropout before ReLU",
    ),
]
