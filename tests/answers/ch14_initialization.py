"""Known answers of ch14_initialization."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "xavier_bound",
        "3 * variance",
        "variance",
        "test_bound_of_the_uniform_distribution",
        "a**2 / 3",
        "the standard deviation as the bound (audit 4.8)",
    ),
    Edit(
        "xavier_bound",
        "math.sqrt(3 * variance)",
        "3 * variance",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "no root (audit 4.8)",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "1 / fan_in",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "the inputs only (audit 4.8)",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "1 / fan_out",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "the outputs only",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "1 / (fan_in + fan_out)",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "the sum instead of the mean",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "(fan_in + fan_out) / 2",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "upside down",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "1 / math.sqrt(fan_in * fan_out)",
        "test_bound_of_the_uniform_distribution",
        "that of Xavier",
        "the geometric mean",
    ),
    Edit(
        "xavier_bound",
        "2 / (fan_in + fan_out)",
        "2 // (fan_in + fan_out)",
        "test_bound_of_the_uniform_distribution",
        "returned 0",
        "division of whole numbers",
    ),
    Edit(
        "xavier_bound",
        "3 * variance",
        "12 * variance",
        "test_bound_of_the_uniform_distribution",
        "(-a, a)",
        "the whole width instead of half of it",
    ),
    Edit(
        "xavier_bound",
        "return math.sqrt(3 * variance)",
        "return -math.sqrt(3 * variance), math.sqrt(3 * variance)",
        "test_bound_of_the_uniform_distribution",
        "Its type is tuple",
        "both limits",
    ),
    Edit(
        "xavier_bound",
        "return math",
        "math",
        "test_bound_of_the_uniform_distribution",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "xavier_bound",
        """
        def xavier_bound(n_in, n_out):
            return math.sqrt(6 / (n_in + n_out))
        """,
        "test_bound_of_the_uniform_distribution",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "xavier_bound",
        """
        def xavier_bound(fan_in, fan_out):
            return round(math.sqrt(6 / (fan_in + fan_out)), 2)
        """,
        "test_arguments_by_position",
        "that of Xavier",
        "rounded to two digits",
    ),
    Edit(
        "xavier_std",
        "math.sqrt(2 / (fan_in + fan_out))",
        "2 / (fan_in + fan_out)",
        "test_variance_fits_the_mean_of_the_fans",
        "return its root",
        "the variance (audit 4.8)",
    ),
    Edit(
        "xavier_std",
        "2 / (fan_in + fan_out)",
        "6 / (fan_in + fan_out)",
        "test_variance_fits_the_mean_of_the_fans",
        "is 1",
        "the bound instead of the standard deviation",
    ),
    Edit(
        "xavier_std",
        "2 / (fan_in + fan_out)",
        "1 / fan_in",
        "test_variance_fits_the_mean_of_the_fans",
        "(fan_in + fan_out) / 2",
        "the inputs only (audit 4.8)",
    ),
    Edit(
        "xavier_std",
        "2 / (fan_in + fan_out)",
        "2 / fan_in",
        "test_variance_fits_the_mean_of_the_fans",
        "(fan_in + fan_out) / 2",
        "as He for ReLU",
    ),
    Edit(
        "xavier_std",
        "2 / (fan_in + fan_out)",
        "1 / (fan_in + fan_out)",
        "test_variance_fits_the_mean_of_the_fans",
        "(fan_in + fan_out) / 2",
        "the sum instead of the mean",
    ),
    Edit(
        "xavier_std",
        "2 / (fan_in + fan_out)",
        "2 / fan_in + fan_out",
        "test_variance_fits_the_mean_of_the_fans",
        "(fan_in + fan_out) / 2",
        "no parentheses",
    ),
    Edit(
        "xavier_std",
        "return math",
        "math",
        "test_variance_fits_the_mean_of_the_fans",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "xavier_std",
        "return math.sqrt(2 / (fan_in + fan_out))",
        "return str(math.sqrt(2 / (fan_in + fan_out)))",
        "test_variance_fits_the_mean_of_the_fans",
        "Its type is str",
        "a text",
    ),
    Rewrite(
        "xavier_std",
        """
        def xavier_std(fan_in, fan_out):
            return round(math.sqrt(2 / (fan_in + fan_out)), 2)
        """,
        "test_arguments_by_position",
        "return its root",
        "rounded to two digits",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1)",
        "torch.rand(shape)",
        "test_both_signs_are_equally_likely",
        "from 0 on",
        "from 0 to the bound (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1)",
        "(torch.rand(shape) - 0.5)",
        "test_weights_are_uniform_up_to_the_bound",
        "up to the bound",
        "half the bound",
    ),
    Edit(
        "xavier_uniform",
        "2 * torch.rand(shape) - 1",
        "torch.randn(shape)",
        "test_no_weight_is_beyond_the_bound",
        "at most",
        "normal instead of uniform (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1) * bound",
        "torch.randn(shape) * xavier_std(fan_in, fan_out)",
        "test_no_weight_is_beyond_the_bound",
        "at most",
        "normal, with the right standard deviation (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1) * bound",
        "(torch.randn(shape) * xavier_std(fan_in, fan_out)).clamp(-bound, bound)",
        "test_weights_are_uniform_up_to_the_bound",
        "uniform up to the bound",
        "normal, cut off at the bound",
    ),
    Edit(
        "xavier_uniform",
        "bound = xavier_bound(fan_in, fan_out)",
        "bound = xavier_std(fan_in, fan_out)",
        "test_weights_are_uniform_up_to_the_bound",
        "up to the bound",
        "the standard deviation as the bound (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "bound = xavier_bound(fan_in, fan_out)",
        "bound = math.sqrt(3 / fan_in)",
        "test_no_weight_is_beyond_the_bound",
        "at most",
        "the inputs only; too large where they are fewer (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "bound = xavier_bound(fan_in, fan_out)",
        "bound = math.sqrt(3 / max(fan_in, fan_out))",
        "test_weights_are_uniform_up_to_the_bound",
        "both numbers",
        "the larger of both only",
    ),
    Edit(
        "xavier_uniform",
        "bound = xavier_bound(fan_in, fan_out)",
        "bound = 6 / (fan_in + fan_out)",
        "test_weights_are_uniform_up_to_the_bound",
        "up to the bound",
        "no root (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1) * bound",
        "(2 * torch.rand(fan_out, fan_in) - 1) * bound",
        "test_shape_is_inputs_times_outputs",
        "(inputs, outputs)",
        "transposed (audit 4.8)",
    ),
    Edit(
        "xavier_uniform",
        "torch.rand(shape)",
        "torch.rand(fan_in * fan_out)",
        "test_shape_is_inputs_times_outputs",
        "shape",
        "flat",
    ),
    Edit(
        "xavier_uniform",
        "torch.rand(shape)",
        "torch.rand(fan_out).expand(shape)",
        "test_each_weight_is_a_draw_of_its_own",
        "independent weights",
        "every row is the same",
    ),
    Edit(
        "xavier_uniform",
        "torch.rand(shape)",
        "torch.rand(fan_in, 1).expand(shape)",
        "test_each_weight_is_a_draw_of_its_own",
        "independent weights",
        "every column is the same",
    ),
    Edit(
        "xavier_uniform",
        "torch.rand(shape)",
        "torch.rand(())",
        "test_shape_is_inputs_times_outputs",
        "shape",
        "one number",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1)",
        "torch.randint(-500, 501, shape) / 500",
        "test_each_weight_is_a_draw_of_its_own",
        "a new number for each weight",
        "a grid of a thousand numbers",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1)",
        "(2 * torch.randint(0, 2, shape) - 1)",
        "test_each_weight_is_a_draw_of_its_own",
        "a new number for each weight",
        "a sign times the bound",
    ),
    Edit(
        "xavier_uniform",
        "    return (2",
        "    torch.manual_seed(0)\n    return (2",
        "test_new_weights_in_every_call",
        "seed",
        "a seed set inside",
    ),
    Edit(
        "xavier_uniform",
        "return (2",
        "(2",
        "test_shape_is_inputs_times_outputs",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "xavier_uniform",
        "torch.rand(shape)",
        "torch.rand(shape).double()",
        "test_shape_is_inputs_times_outputs",
        "dtype float64",
        "float64",
    ),
    Edit(
        "xavier_uniform",
        "(2 * torch.rand(shape) - 1) * bound",
        "torch.linspace(-bound, bound, fan_in * fan_out).reshape(shape)",
        "test_each_weight_is_a_draw_of_its_own",
        "independent weights",
        "evenly spaced numbers",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "H.var().item()",
        "test_scale_explodes_or_vanishes_with_depth",
        "the standard deviation",
        "the variance",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "H.std(0)",
        "test_zeros_stay_zeros",
        "ALL values",
        "one for each output",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "H.norm().item()",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "the norm",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "H.abs().mean().item()",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "the mean absolute value",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "H.mean().item()",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "the mean",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "X.std().item()",
        "test_scale_explodes_or_vanishes_with_depth",
        "multiplies the standard deviation",
        "the input's",
    ),
    Edit(
        "activation_scale",
        "H.std().item()",
        "W.std().item()",
        "test_zeros_stay_zeros",
        "without a bias",
        "the weights'",
    ),
    Edit(
        "activation_scale",
        "range(depth)",
        "range(depth + 1)",
        "test_scale_explodes_or_vanishes_with_depth",
        "multiplies the standard deviation",
        "one layer too many",
    ),
    Edit(
        "activation_scale",
        "range(depth)",
        "range(depth - 1)",
        "test_scale_explodes_or_vanishes_with_depth",
        "multiplies the standard deviation",
        "one layer too few",
    ),
    Edit(
        "activation_scale",
        "H = H @ W",
        "H = X @ W",
        "test_scale_explodes_or_vanishes_with_depth",
        "multiplies the standard deviation",
        "every layer starts at X again",
    ),
    Edit(
        "activation_scale",
        "H = H @ W",
        "H = torch.relu(H @ W)",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "ReLU",
    ),
    Edit(
        "activation_scale",
        "H = H @ W",
        "H = torch.tanh(H @ W)",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "tanh",
    ),
    Edit(
        "activation_scale",
        "H = H @ W",
        "H = torch.sigmoid(H @ W)",
        "test_zeros_stay_zeros",
        "activation function",
        "sigmoid",
    ),
    Edit(
        "activation_scale",
        "H = H @ W",
        "H = H @ W + torch.randn(width) * std",
        "test_zeros_stay_zeros",
        "without a bias",
        "a random bias",
    ),
    Edit(
        "activation_scale",
        "* std",
        "* std**2",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "the variance as the standard deviation",
    ),
    Edit(
        "activation_scale",
        "* std",
        "* std**0.5",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "std taken for a variance",
    ),
    Edit(
        "activation_scale",
        "* std",
        "* std / math.sqrt(width)",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "scaled by the width once more",
    ),
    Edit(
        "activation_scale",
        "torch.randn(width, width, device=X.device) * std",
        "torch.rand(width, width, device=X.device) * std",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "weights from 0 to std",
    ),
    Edit(
        "activation_scale",
        "torch.randn(width, width, device=X.device) * std",
        "(2 * torch.rand(width, width, device=X.device) - 1) * std",
        "test_scale_is_kept_by_a_std_of_one_over_sqrt_width",
        "multiplies the standard deviation",
        "uniform up to std",
    ),
    Edit(
        "activation_scale",
        "    for _ in range(depth):\n        W = torch.randn(width, width, device=X.device) * std\n",
        "    W = torch.randn(width, width, device=X.device) * std\n    for _ in range(depth):\n",
        "test_every_layer_has_weights_of_its_own",
        "for every layer",
        "the same weights in every layer",
    ),
    Edit(
        "activation_scale",
        "    H = X\n",
        "    torch.manual_seed(0)\n    H = X\n",
        "test_every_layer_has_weights_of_its_own",
        "set no seed",
        "a seed set inside",
    ),
    Edit(
        "activation_scale",
        "    H = X\n",
        "    H = torch.randn_like(X)\n",
        "test_zeros_stay_zeros",
        "output of zeros is zero",
        "an input of its own",
    ),
    Edit(
        "activation_scale",
        "    H = X\n",
        "    X /= X.abs().max() + 1\n    H = X\n",
        "test_X_is_not_modified",
        "modified in place",
        "X is scaled in place",
    ),
    Edit(
        "activation_scale",
        "    H = X\n",
        "    H = (X - X.mean()) / (X.std() + 1e-6)\n",
        "test_layers_are_linear",
        "multiplies the standard deviation",
        "X is standardised first",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            return (std * math.sqrt(width)) ** depth
        """,
        "test_zeros_stay_zeros",
        "output of zeros is zero",
        "the rule without X",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            return X.std().item() * (std * math.sqrt(width)) ** depth
        """,
        "test_every_layer_has_weights_of_its_own",
        "anew in every call",
        "the rule instead of layers",
    ),
    Edit(
        "activation_scale",
        "return H.std().item()",
        "H.std().item()",
        "test_zeros_stay_zeros",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            H = X
            for _ in range(depth):
                H = H @ (torch.randn(width, width) * std)
                H = H / H.std().clamp(min=1e-9)
            return H.std().item()
        """,
        "test_scale_explodes_or_vanishes_with_depth",
        "multiplies the standard deviation",
        "every layer is normalised",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            H = X
            for _ in range(depth):
                H = H @ (torch.randn(width, width) * std) * math.sqrt(400 / width)
            return H.std().item()
        """,
        "test_width_counts",
        "sqrt(width)",
        "made for one width",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.25 * depth",
        "test_product_of_the_steepest_slopes",
        "times itself",
        "a sum instead of a product",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.5**depth",
        "test_product_of_the_steepest_slopes",
        "s * (1 - s)",
        "the sigmoid at 0 instead of its derivative",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.25",
        "test_product_of_the_steepest_slopes",
        "once for each layer",
        "one layer, whatever depth is",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.25 ** (depth - 1)",
        "test_product_of_the_steepest_slopes",
        "once for each layer",
        "one layer too few",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.25 ** (depth + 1)",
        "test_product_of_the_steepest_slopes",
        "once for each layer",
        "one layer too many",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "0.25 / depth",
        "test_product_of_the_steepest_slopes",
        "once for each layer",
        "divided",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "4**depth",
        "test_product_of_the_steepest_slopes",
        "at its highest",
        "upside down",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "1 // 4**depth",
        "test_product_of_the_steepest_slopes",
        "returned 0",
        "division of whole numbers",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "round(0.25**depth, 4)",
        "test_product_of_the_steepest_slopes",
        "at its highest",
        "rounded",
    ),
    Edit(
        "sigmoid_gradient_product",
        "return 0.25**depth",
        "0.25**depth",
        "test_product_of_the_steepest_slopes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "sigmoid_gradient_product",
        "0.25**depth",
        "[0.25] * depth",
        "test_product_of_the_steepest_slopes",
        "Its type is list",
        "the slopes themselves",
    ),
    Rewrite(
        "sigmoid_gradient_product",
        """
        def sigmoid_gradient_product(depth):
            x = torch.zeros((), dtype=torch.float64, requires_grad=True)
            y = x
            for _ in range(depth):
                y = torch.sigmoid(y)
            y.backward()
            return x.grad.item()
        """,
        "test_product_of_the_steepest_slopes",
        "at its highest",
        "sigmoids one after the other, not each at its steepest",
    ),
    Rewrite(
        "sigmoid_gradient_product",
        """
        def sigmoid_gradient_product(depth):
            product = 0.25
            for _ in range(depth - 1):
                product *= 0.25
            return product
        """,
        "test_without_layers_the_product_is_one",
        "empty product",
        "wrong without layers",
    ),
    Edit(
        "activation_scale",
        "H.std()",
        "H.square().mean().sqrt()",
        "test_it_is_the_standard_deviation_of_all_values_together",
        "however far they are from 0",
        "the root of the mean square: the mean is not subtracted",
    ),
    Edit(
        "activation_scale",
        "H.std()",
        "H.std(0, unbiased=False).mean()",
        "test_it_is_the_standard_deviation_of_all_values_together",
        "not column by column",
        "the mean of the standard deviations of the columns",
    ),
]

RIGHT = [
    Rewrite(
        "xavier_bound",
        """
        def xavier_bound(fan_in, fan_out):
            return math.sqrt(6 / (fan_in + fan_out))
        """,
        why="in one step",
    ),
    Rewrite(
        "xavier_bound",
        """
        def xavier_bound(fan_in, fan_out):
            return torch.sqrt(torch.tensor(6.0 / (fan_in + fan_out)))
        """,
        why="a tensor of one number",
    ),
    Rewrite(
        "xavier_bound",
        """
        def xavier_bound(fan_in, fan_out):
            return 3**0.5 * xavier_std(fan_in, fan_out)
        """,
        why="from the standard deviation",
    ),
    Rewrite(
        "xavier_std",
        """
        def xavier_std(fan_in, fan_out):
            mean = (fan_in + fan_out) / 2
            return (1 / mean) ** 0.5
        """,
        why="by the mean of the fans",
    ),
    Rewrite(
        "xavier_std",
        """
        def xavier_std(fan_in, fan_out):
            return torch.tensor([2.0 / (fan_in + fan_out)]).sqrt().item()
        """,
        why="in float32",
    ),
    Rewrite(
        "xavier_std",
        """
        def xavier_std(fan_in, fan_out):
            return xavier_bound(fan_in, fan_out) / math.sqrt(3)
        """,
        why="from the bound",
    ),
    Rewrite(
        "xavier_uniform",
        """
        def xavier_uniform(shape):
            return torch.nn.init.xavier_uniform_(torch.empty(shape))
        """,
        why="the library's own",
    ),
    Rewrite(
        "xavier_uniform",
        """
        def xavier_uniform(shape):
            a = xavier_bound(*shape)
            W = torch.zeros(shape, requires_grad=True)
            with torch.no_grad():
                W.uniform_(-a, a)
            return W
        """,
        why="in place, requiring a gradient",
    ),
    Rewrite(
        "xavier_uniform",
        """
        def xavier_uniform(shape):
            a = (6 / (shape[0] + shape[1])) ** 0.5
            return torch.nn.Parameter(torch.rand(*shape) * 2 * a - a)
        """,
        why="a parameter",
    ),
    Rewrite(
        "xavier_uniform",
        """
        import numpy as np

        def xavier_uniform(shape):
            a = xavier_bound(*shape)
            return torch.from_numpy(np.random.uniform(-a, a, shape)).float()
        """,
        why="numpy",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            for _ in range(depth):
                layer = torch.nn.Linear(width, width, bias=False, device=X.device)
                torch.nn.init.normal_(layer.weight, std=std)
                X = layer(X)
            return X.std()
        """,
        why="nn.Linear; a tensor with its graph",
    ),
    Rewrite(
        "activation_scale",
        """
        @torch.no_grad()
        def activation_scale(depth, width, std, X):
            a = math.sqrt(3) * std
            H = X.clone()
            for _ in range(depth):
                H = torch.matmul(H, torch.empty(width, width).uniform_(-a, a).to(H.device))
            return float(H.std(unbiased=False))
        """,
        why="uniform weights of that standard deviation; divided by n",
    ),
    Rewrite(
        "activation_scale",
        """
        def activation_scale(depth, width, std, X):
            layers = []
            for _ in range(depth):
                layer = torch.nn.Linear(width, width)
                layer.weight.data.normal_(0, std)
                layer.bias.data.zero_()
                layers.append(layer)
            net = torch.nn.Sequential(*layers).to(X.device)
            with torch.no_grad():
                return net(X).numpy().std()
        """,
        why="a Sequential; numpy's standard deviation",
    ),
    Rewrite(
        "sigmoid_gradient_product",
        """
        def sigmoid_gradient_product(depth):
            return math.pow(1 / 4, depth)
        """,
        why="math.pow",
    ),
    Rewrite(
        "sigmoid_gradient_product",
        """
        def sigmoid_gradient_product(depth):
            product = torch.tensor(1.0)
            for _ in range(depth):
                s = torch.sigmoid(torch.tensor(0.0))
                product = product * s * (1 - s)
            return product
        """,
        why="a loop over tensors",
    ),
    Rewrite(
        "sigmoid_gradient_product",
        """
        def sigmoid_gradient_product(depth):
            return 1 / 4**depth
        """,
        why="whole numbers until the end",
    ),
]
