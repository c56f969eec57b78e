"""Known answers of ch18_custom_layers."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean(dim=-1, keepdim=True) if X.dim() else X - X",
        "test_matrix_by_hand",
        "without an axis",
        "the mean of each row",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean(dim=0) if X.dim() else X - X",
        "test_matrix_by_hand",
        "without an axis",
        "the mean of each column",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return (X - X.mean()) / (X.std(correction=0) + 1e-5)",
        "test_case_of_the_notes",
        "Every value is exactly",
        "standardised",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.median()",
        "test_matrix_by_hand",
        "One mean",
        "the median",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - (X.max() + X.min()) / 2",
        "test_matrix_by_hand",
        "One mean",
        "the middle of the range",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X + X.mean()",
        "test_case_of_the_notes",
        "off by the same +6",
        "the sign is wrong",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X.mean() - X",
        "test_case_of_the_notes",
        "sign is flipped",
        "mean minus X",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.sum()",
        "test_case_of_the_notes",
        "off by the same",
        "the sum",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.sum() / len(X) if X.dim() else X - X",
        "test_matrix_by_hand",
        "off by the same",
        "the sum over the number of rows",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X / X.mean()",
        "test_case_of_the_notes",
        "One mean",
        "divided by the mean",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.abs().mean()",
        "test_the_mean_of_all_elements_is_subtracted",
        "off by the same",
        "the mean of absolute values",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.norm() / X.numel()",
        "test_case_of_the_notes",
        "off by the same",
        "the norm",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.sum() / (X.numel() - 1) if X.numel() > 1 else X - X",
        "test_case_of_the_notes",
        "off by the same",
        "divided by n - 1",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X.mean()",
        "test_output_is_shaped_as_X",
        "shape ()",
        "the mean itself",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "X - X.mean()",
        "test_output_is_shaped_as_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return (X - X.mean()).tolist()",
        "test_output_is_shaped_as_X",
        "Its type is",
        "returns a list",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return (X - X.mean()).detach().numpy()",
        "test_output_is_shaped_as_X",
        "Its type is ndarray",
        "a numpy array",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "X -= X.mean()\n        return X",
        "test_X_is_not_modified",
        "modified in place",
        "works in place on X",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X.sub_(X.mean())",
        "test_X_is_not_modified",
        "modified in place",
        "sub_ works in place",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean().detach()",
        "test_gradient",
        "The mean depends on X",
        "the mean is detached",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean().item()",
        "test_gradient",
        "The mean depends on X",
        "the mean as a number",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X.detach() - X.mean()",
        "test_gradient",
        "The mean depends on X",
        "X is detached",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X.data - X.data.mean()",
        "test_gradient",
        "without a gradient function",
        "cut by .data",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - torch.full(X.shape, float(X.mean()))",
        "test_gradient",
        "The mean depends on X",
        "a new tensor made from a number",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean() * torch.ones(X.shape)",
        "test_works_on_the_device_of_X",
        "device",
        "ones on the default device",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return (X - X.mean()).to(torch.int64)",
        "test_output_is_shaped_as_X",
        "dtype int64",
        "cut to whole numbers",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return (X - X.mean()).flatten()",
        "test_output_is_shaped_as_X",
        "shape",
        "flattened",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean() if self.training else X",
        "test_nothing_is_kept_between_calls",
        "In evaluation, too",
        "does nothing in evaluation",
    ),
    Edit(
        "CenteredLayer",
        "return X - X.mean()",
        "return X - X.mean() if X.dim() < 3 else X - X.mean(dim=(0, 2, 3), keepdim=True)",
        "test_the_mean_of_all_elements_is_subtracted",
        "One mean",
        "images by channel",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self):
                super().__init__()
                self.mean = None

            def forward(self, X):
                if self.mean is None:
                    self.mean = X.mean()
                return X - self.mean
        """,
        "test_there_are_no_parameters",
        "Nothing is kept",
        "the first mean is kept",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self):
                super().__init__()
                self.register_buffer("mean", torch.tensor(0.0))

            def forward(self, X):
                if self.training:
                    self.mean = X.mean()
                return X - self.mean
        """,
        "test_there_are_no_parameters",
        "Nothing is kept",
        "a moving mean for evaluation",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self):
                super().__init__()
                self.mean = nn.Parameter(torch.zeros(()))

            def forward(self, X):
                return X - X.mean() - self.mean
        """,
        "test_there_are_no_parameters",
        "Nothing is trained here",
        "a trained mean",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self, dim):
                super().__init__()
                self.dim = dim

            def forward(self, X):
                return X - X.mean(self.dim, keepdim=True)
        """,
        "test_output_is_shaped_as_X",
        "signature",
        "takes an axis",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                mean = 0.0
                for row in X.reshape(-1)[:-1]:
                    mean = mean + row
                return X - mean / X.numel()
        """,
        "test_case_of_the_notes",
        "off by the same",
        "the last element is lost",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(torch.matmul(X, self.weight.data) + self.bias.data)",
        "test_gradients",
        ".data cuts it",
        "the parameters' .data (notes 5)",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias.data)",
        "test_gradients",
        "no gradient for bias",
        "only the bias is cut",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight.detach() + self.bias)",
        "test_gradients",
        "no gradient for weight",
        "only the weight is cut",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X.detach() @ self.weight + self.bias)",
        "test_gradients",
        "no gradient for X",
        "the input is cut",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return X @ self.weight + self.bias",
        "test_case_by_hand",
        "bias before ReLU",
        "no ReLU",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight) + self.bias",
        "test_case_by_hand",
        "bias before ReLU",
        "the bias after ReLU",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight)",
        "test_case_by_hand",
        "bias before ReLU",
        "no bias",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight - self.bias)",
        "test_case_by_hand",
        "bias",
        "the sign of the bias",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return torch.sigmoid(X @ self.weight + self.bias)",
        "test_case_by_hand",
        "relu",
        "sigmoid",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.leaky_relu(X @ self.weight + self.bias)",
        "test_case_by_hand",
        "relu",
        "leaky ReLU",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return (X @ self.weight + self.bias).abs()",
        "test_case_by_hand",
        "relu",
        "absolute values",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu((X @ self.weight + self.bias).round())",
        "test_case_by_hand",
        "relu(X @ weight + bias)",
        "rounded",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight / self.weight.shape[0]**0.5 + self.bias)",
        "test_case_by_hand",
        "relu",
        "scaled down",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ (self.weight.T if self.weight.shape[0] == self.weight.shape[1] else self.weight) + self.bias)",
        "test_output_is_relu_of_the_linear_map",
        "no transpose",
        "transposed where it is square",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "F.relu(X @ self.weight + self.bias)",
        "test_output_has_units_columns",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias).tolist()",
        "test_output_has_units_columns",
        "Its type is list",
        "returns a list",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias).T",
        "test_output_has_units_columns",
        "shape (3, 4)",
        "transposed",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias).squeeze()",
        "test_output_has_units_columns",
        "shape (3,)",
        "squeezed",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias).mean(0, keepdim=True)",
        "test_output_has_units_columns",
        "shape (1, 3)",
        "the mean over the batch",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "X *= 1.5\n        return F.relu(X @ self.weight / 1.5 + self.bias)",
        "test_X_is_not_modified",
        "modified in place",
        "scales X in place",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return F.relu(X @ self.weight + self.bias * torch.ones(len(X), 1))",
        "test_works_on_the_device_of_X",
        "device",
        "ones on the default device",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "with torch.no_grad():\n            return F.relu(X @ self.weight + self.bias)",
        "test_gradients",
        "without a gradient function",
        "no graph",
    ),
    Edit(
        "MyLinear",
        "return F.relu(X @ self.weight + self.bias)",
        "return torch.max(X @ self.weight + self.bias, torch.zeros(len(X), len(self.bias)))",
        "test_works_on_the_device_of_X",
        "device",
        "zeros on the default device",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.randn(units, in_units))",
        "test_weight_and_bias_are_the_parameters",
        "weight is (in_units, units)",
        "the weight stored transposed",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = torch.randn(in_units, units)",
        "test_weight_and_bias_are_the_parameters",
        "nn.Parameter",
        "the weight is a plain tensor",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = torch.randn(in_units, units, requires_grad=True)",
        "test_weight_and_bias_are_the_parameters",
        "a plain tensor stays",
        "a tensor with a gradient is no parameter",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        'self.register_buffer("weight", torch.randn(in_units, units))',
        "test_weight_and_bias_are_the_parameters",
        "trainable nn.Parameter",
        "the weight is a buffer",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.randn(in_units, units), requires_grad=False)",
        "test_weight_and_bias_are_the_parameters",
        "trainable nn.Parameter",
        "the weight is frozen",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.zeros(in_units, units))",
        "test_first_values_are_random",
        "Draw them",
        "zeros at first",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.ones(in_units, units))",
        "test_first_values_are_random",
        "Draw them",
        "ones at first",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "torch.manual_seed(0)\n        self.weight = nn.Parameter(torch.randn(in_units, units))",
        "test_first_values_are_random",
        "set no seed",
        "a seed set inside",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.randn(1, units).repeat(in_units, 1))",
        "test_first_values_are_random",
        "rows or columns alike",
        "rows alike",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.randn(5, 3))",
        "test_weight_and_bias_are_the_parameters",
        "weight is (in_units, units)",
        "the sizes of the notes",
    ),
    Edit(
        "MyLinear",
        "self.weight = nn.Parameter(torch.randn(in_units, units))",
        "self.weight = nn.Parameter(torch.randn(in_units, units, dtype=torch.float64))",
        "test_weight_and_bias_are_the_parameters",
        "dtype float64",
        "float64",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.bias = torch.randn(units)",
        "test_weight_and_bias_are_the_parameters",
        "bias is a trainable nn.Parameter",
        "the bias is a plain tensor",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.bias = nn.Parameter(torch.randn(in_units))",
        "test_weight_and_bias_are_the_parameters",
        "bias (units,)",
        "the bias has in_units values",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.bias = nn.Parameter(torch.randn(1, units))",
        "test_weight_and_bias_are_the_parameters",
        "bias (units,)",
        "the bias is a matrix",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.bias = nn.Parameter(torch.randn(1))",
        "test_weight_and_bias_are_the_parameters",
        "bias (units,)",
        "one bias for all",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.bias = nn.Parameter(torch.randn(units))\n        self.scale = nn.Parameter(torch.ones(units))",
        "test_weight_and_bias_are_the_parameters",
        "scale",
        "a parameter too many",
    ),
    Edit(
        "MyLinear",
        "self.bias = nn.Parameter(torch.randn(units))",
        "self.b = nn.Parameter(torch.randn(units))\n        self.bias = self.b.data",
        "test_weight_and_bias_are_the_parameters",
        "trainable nn.Parameter",
        "the parameter has another name",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.W = nn.Parameter(torch.randn(in_units, units))
                self.b = nn.Parameter(torch.randn(units))

            def forward(self, X):
                return F.relu(X @ self.W + self.b)
        """,
        "test_weight_and_bias_are_the_parameters",
        "no weight",
        "other names",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Linear):
            def __init__(self, in_units, units):
                super().__init__(in_units, units)

            def forward(self, X):
                return F.relu(super().forward(X))
        """,
        "test_weight_and_bias_are_the_parameters",
        "weight is (in_units, units)",
        "nn.Linear stores the transpose",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, units, in_units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.randn(units))

            def forward(self, X):
                return F.relu(X @ self.weight + self.bias)
        """,
        "test_output_has_units_columns",
        "The parameters are",
        "arguments in another order",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            cache = {}

            def __init__(self, in_units, units):
                super().__init__()
                self.key = in_units, units
                MyLinear.cache[self.key] = self
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.randn(units))

            def forward(self, X):
                last = MyLinear.cache[self.key]
                return F.relu(X @ last.weight + last.bias)
        """,
        "test_output_is_relu_of_the_linear_map",
        "belong to self",
        "layers of one size use the parameters of the last",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.randn(units))

            def forward(self, X):
                rows = [F.relu(x @ self.weight + self.bias) for x in X[:-1]]
                return torch.stack(rows + [torch.zeros_like(self.bias)])
        """,
        "test_case_by_hand",
        "relu(X @ weight + bias)",
        "the last row is lost",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self):
                super().__init__()
                self.register_buffer("mean", torch.zeros(()))

            def forward(self, X):
                self.mean = X.mean().detach()
                return X - X.mean()
        """,
        "test_there_are_no_parameters",
        "Nothing is kept",
        "the last mean in a buffer",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                self.mean = X.mean()
                return X - self.mean
        """,
        "test_there_are_no_parameters",
        "Nothing is kept",
        "the last mean stays in the layer, and with it the graph of the last batch",
    ),
    Edit(
        "MyLinear",
        "X @ self.weight",
        "X.to(self.device) @ self.weight",
        "test_works_where_it_is_moved",
        "that the module and X were moved to",
        "inputs go to the device where the layer was made",
        of="""
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.zeros(units))
                self.device = self.weight.device

            def forward(self, X):
                return torch.relu(X @ self.weight + self.bias)
        """,
    ),
]

RIGHT = [
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)

            def forward(self, X):
                return X - X.mean()
        """,
        why="d2l book",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def __init__(self):
                super().__init__()

            def forward(self, x):
                total = x.sum()
                count = x.numel()
                return x.sub(total / count)
        """,
        why="sum over count, another name",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                out = X.clone()
                out -= torch.mean(X)
                return out
        """,
        why="in place on a copy",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                total = 0
                for value in X.reshape(-1):
                    total = total + value
                return X - (total / X.numel()).expand(X.shape)
        """,
        why="a loop over the elements",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                axes = tuple(range(X.dim()))
                return torch.add(X, X.mean(axes, keepdim=True), alpha=-1)
        """,
        why="mean over all axes by name",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.randn(units,))

            def forward(self, X):
                linear = torch.matmul(X, self.weight) + self.bias
                return F.relu(linear)
        """,
        why="the notes and the d2l book without .data",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.bias = nn.Parameter(torch.zeros(units))
                self.weight = nn.Parameter(torch.empty(in_units, units))
                nn.init.xavier_uniform_(self.weight)

            def forward(self, x):
                return F.linear(x, self.weight.t(), self.bias).clamp(min=0)
        """,
        why="Xavier, a bias of zeros, F.linear and clamp",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                linear = nn.Linear(in_units, units)
                self.weight = nn.Parameter(linear.weight.detach().T)
                self.register_parameter("bias", nn.Parameter(linear.bias.detach()))

            def forward(self, X):
                H = torch.addmm(self.bias, X, self.weight)
                return torch.where(H > 0, H, torch.zeros_like(H))
        """,
        why="first values of nn.Linear, a weight that is not contiguous, where",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units) * 0.01)
                self.bias = nn.Parameter(torch.randn(units) * 0.01)
                self.activation = nn.ReLU(inplace=True)

            def forward(self, X):
                columns = [(X * column).sum(1) for column in self.weight.unbind(1)]
                return self.activation(torch.stack(columns, 1) + self.bias)
        """,
        why="column by column, small first values, ReLU in place on the sum",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight, self.bias = map(nn.Parameter, (torch.rand(in_units, units), torch.rand(units)))

            def forward(self, X):
                rows = [torch.relu(x @ self.weight + self.bias) for x in X]
                return torch.stack(rows)
        """,
        why="row by row",
    ),
    Rewrite(
        "MyLinear",
        """
        class MyLinear(nn.Module):
            def __init__(self, in_units, units):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(in_units, units))
                self.bias = nn.Parameter(torch.zeros(units))

            def forward(self, X):
                rows = []
                for x in X:
                    row = []
                    for j in range(self.weight.shape[1]):
                        row.append(torch.relu((x * self.weight[:, j]).sum() + self.bias[j]))
                    rows.append(torch.stack(row))
                return torch.stack(rows)
        """,
        why="loops over rows and columns",
    ),
    Rewrite(
        "CenteredLayer",
        """
        class CenteredLayer(nn.Module):
            def forward(self, X):
                ones = torch.ones(X.numel(), dtype=X.dtype, device=X.device)
                values = X.reshape(-1)
                return (values - ones * (ones @ values) / X.numel()).reshape(X.shape)
        """,
        why="a projection: the part along the ones is taken away",
    ),
]
