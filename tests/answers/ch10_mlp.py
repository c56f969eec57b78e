"""Known answers of ch10_mlp."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "perceptron_fit",
        "<= 0:",
        "< 0:",
        "test_gates_are_learned",
        "boundary",
        "w = 0 makes no mistake, so nothing is ever learned",
    ),
    Edit(
        "perceptron_fit",
        "b += float(label)",
        "pass",
        "test_gates_are_learned",
        "the sign of the label",
        "no bias",
    ),
    Edit(
        "perceptron_fit",
        "b += float(label)",
        "b += 1",
        "test_gates_are_learned",
        "the sign of the label",
        "the bias only grows",
    ),
    Edit(
        "perceptron_fit",
        "w += label * features",
        "w += features",
        "test_gates_are_learned",
        "the sign of the label",
        "update without the label",
    ),
    Edit(
        "perceptron_fit",
        "w += label * features",
        "w -= label * features",
        "test_gates_are_learned",
        "the sign of the label",
        "update in the wrong direction",
    ),
    Edit(
        "perceptron_fit",
        "if label * (features @ w + b) <= 0:",
        "if float(features @ w + b > 0) != label:",
        "test_gates_are_learned",
        "converged=False",
        "takes the labels for 0 and 1",
    ),
    Edit(
        "perceptron_fit",
        "            return w, b, True",
        "            break",
        "test_gates_are_learned",
        "converged=False",
        "never says that it converged",
    ),
    Edit(
        "perceptron_fit",
        "return w, b, False",
        "return w, b, True",
        "test_xor_does_not_converge",
        "no straight line",
        "always says that it converged",
    ),
    Edit(
        "perceptron_fit",
        "                mistakes += 1",
        "                mistakes += 1\n            else:\n                mistakes = 0",
        "test_gates_are_learned",
        "a whole pass",
        "a good example wipes out the mistakes before it",
    ),
    Edit(
        "perceptron_fit",
        "        if mistakes == 0:\n            return w, b, True",
        "            else:\n                return w, b, True",
        "test_gates_are_learned",
        "a whole pass",
        "stops at the first example that is right",
    ),
    Edit(
        "perceptron_fit",
        "for _ in range(max_passes):",
        "while True:",
        "test_xor_does_not_converge",
        "endless loop",
        "no limit to the passes",
    ),
    Edit(
        "perceptron_fit",
        "for _ in range(max_passes):",
        "for _ in range(1000):",
        "test_it_gives_up_after_max_passes",
        "3 were allowed",
        "a limit of its own",
    ),
    Edit(
        "perceptron_fit",
        "for _ in range(max_passes):",
        "for _ in range(max_passes * 100):",
        "test_it_gives_up_after_max_passes",
        "3 were allowed",
        "more passes than allowed",
    ),
    Edit(
        "perceptron_fit",
        "for features, label in zip(X, y, strict=True):",
        "for features, label in zip(X[:-1], y[:-1], strict=True):",
        "test_gates_are_learned",
        "a whole pass",
        "the last example is never looked at",
    ),
    Rewrite(
        "perceptron_fit",
        """
        def perceptron_fit(X, y, max_passes):
            w, b, done = torch.zeros_like(X[0]), 0.0, 0
            while done < max_passes:
                right = 0
                for i in range(len(X)):
                    correct = bool(y[i] * (X[i] @ w + b) > 0)
                    w += (not correct) * y[i] * X[i]
                    b += (not correct) * float(y[i])
                    right += correct
                done += 1
            return w, b, right == len(X)
        """,
        "test_it_ends_after_a_pass_without_a_mistake",
        "endless loop",
        "goes on when there is nothing left to learn",
    ),
    Edit(
        "perceptron_fit",
        "w, b = X.new_zeros(X.shape[1]), 0.0",
        "w, b = X[0], 0.0",
        "test_arguments_are_not_modified",
        "modified in place",
        "the weights begin as a view of the first example",
    ),
    Edit(
        "perceptron_fit",
        "w += label * features",
        "w += features.mul_(label)",
        "test_arguments_are_not_modified",
        "modified in place",
        "turns the examples around in the caller's tensor",
    ),
    Edit(
        "perceptron_fit",
        "X.new_zeros(X.shape[1])",
        "torch.zeros(X.shape[1])",
        "test_works_on_the_device_of_X",
        "where X is",
        "weights on the default device",
    ),
    Edit(
        "perceptron_fit",
        "X.new_zeros(X.shape[1])",
        "X.new_zeros(X.shape[0])",
        "test_weights_bias_and_flag",
        "inconsistent tensor size",
        "a weight for each example",
    ),
    Edit(
        "perceptron_fit",
        "X.new_zeros(X.shape[1]), 0.0",
        "X.new_zeros(X.shape[1], 1), 0.0",
        "test_weights_bias_and_flag",
        "w += label * features",
        "weights in a column",
    ),
    Edit(
        "perceptron_fit",
        "return w, b, False",
        "return w, b",
        "test_xor_does_not_converge",
        "a tuple (w, b, converged)",
        "no flag when it fails",
    ),
    Edit(
        "perceptron_fit",
        "            return w, b, True\n    return w, b, False",
        "            return w.tolist(), b, True\n    return w.tolist(), b, False",
        "test_weights_bias_and_flag",
        "Its type is list",
        "weights in a list",
    ),
    Edit(
        "perceptron_fit",
        "            return w, b, True\n    return w, b, False",
        "            return w, b, 'converged'\n    return w, b, 'not separable'",
        "test_weights_bias_and_flag",
        "True or False",
        "a text, which is always true",
    ),
    Rewrite(
        "perceptron_fit",
        """
        w, b = None, 0.0

        def perceptron_fit(X, y, max_passes):
            global w, b
            if w is None or len(w) != X.shape[1]:
                w, b = torch.zeros_like(X[0]), 0.0
            for _ in range(max_passes):
                mistakes = 0
                for i in range(len(X)):
                    if y[i] * (w @ X[i] + b) <= 0:
                        w += y[i] * X[i]
                        b += y[i].item()
                        mistakes += 1
                if mistakes == 0 and i > 1:
                    return w, b, True
            return w, b, False
        """,
        "test_separable_classes_are_separated",
        "converged=False",
        "one or two examples are not learned; weights are kept from call to call",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return at_least_one",
        "test_truth_table",
        "exactly one of the two",
        "or",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return both",
        "test_truth_table",
        "exactly one of the two",
        "and",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return 1 - both",
        "test_truth_table",
        "(0, 0) and (1, 1) give 0",
        "nand",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return 1 - threshold(at_least_one - both - 0.5)",
        "test_truth_table",
        "exactly one of the two",
        "the opposite",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return threshold(both - at_least_one - 0.5)",
        "test_truth_table",
        "Every value is zero",
        "the sign of the last unit is wrong",
    ),
    Edit(
        "xor",
        "x1 + x2 - 1.5",
        "x1 + x2 - 2",
        "test_truth_table",
        "(1, 1) give 0",
        "the second unit never fires",
    ),
    Edit(
        "xor",
        "x1 + x2 - 0.5",
        "x1 + x2 - 1",
        "test_truth_table",
        "Every value is zero",
        "one input alone does not exceed the threshold",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return x1 - x2",
        "test_truth_table",
        "exactly one of the two",
        "-1 for (0, 1)",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return x1 + x2",
        "test_truth_table",
        "exactly one of the two",
        "2 for (1, 1)",
    ),
    Edit(
        "xor",
        "return (score > 0).to(x1.dtype)",
        "return torch.sigmoid(score)",
        "test_truth_table",
        "exactly one of the two",
        "a sigmoid is no threshold",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return x1 != x2",
        "test_one_result_for_each_pair",
        "dtype bool",
        "True and False",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return threshold(at_least_one - both - 0.5).long()",
        "test_one_result_for_each_pair",
        "dtype int64",
        "whole numbers",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return 1.0 if x1.sum() != x2.sum() else 0.0",
        "test_one_result_for_each_pair",
        "Its type is float",
        "one answer for all",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "return x1.new_tensor([a != b for a, b in zip(x1, x2)])",
        "test_one_result_for_each_pair",
        "error",
        "a loop over the first axis only",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "if x1 == x2:\n        return torch.zeros_like(x1)\n    return torch.ones_like(x1)",
        "test_one_result_for_each_pair",
        "An `if` needs one truth value",
        "if on a whole tensor",
    ),
    Edit(
        "xor",
        "return threshold(at_least_one - both - 0.5)",
        "threshold(at_least_one - both - 0.5)",
        "test_one_result_for_each_pair",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "xor",
        "both = threshold(x1 + x2 - 1.5)",
        "both = threshold(x1.add_(x2) - 1.5)",
        "test_arguments_are_not_modified",
        "modified in place",
        "adds up in the caller's tensor",
    ),
    Edit(
        "xor",
        "at_least_one = threshold(x1 + x2 - 0.5)",
        "at_least_one = threshold(torch.stack((x1, x2), -1) @ torch.ones(2) - 0.5)",
        "test_works_on_the_device_of_x1",
        "device=X.device",
        "weights of a unit on the default device",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X.clamp_(min=0)",
        "test_X_is_not_modified",
        "modified in place",
        "works in place on the caller's tensor",
    ),
    Edit(
        "relu",
        "return torch.max(X, torch.zeros_like(X))",
        "X[X < 0] = 0\n    return X",
        "test_X_is_not_modified",
        "modified in place",
        "indexing into the caller's tensor",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X.abs()",
        "test_values_are_those_of_the_library",
        "below 0 it becomes 0",
        "absolute value",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "torch.where(X > 0, X, 0.01 * X)",
        "test_values_are_those_of_the_library",
        "below 0 it becomes 0",
        "leaky",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X.clamp(0, 1)",
        "test_values_are_those_of_the_library",
        "above it does not change",
        "also cut at 1",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X.clamp(0, 6)",
        "test_values_are_those_of_the_library",
        "above it does not change",
        "ReLU6",
    ),
    Edit(
        "relu",
        "torch.max(X",
        "torch.min(X",
        "test_values_are_those_of_the_library",
        "below 0 it becomes 0",
        "keeps the negative ones",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "(X > 0).to(X.dtype)",
        "test_values_are_those_of_the_library",
        "does not change",
        "the step, not the ramp",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "nn.functional.softplus(X)",
        "test_values_are_those_of_the_library",
        "becomes 0",
        "a smooth relative",
    ),
    Edit(
        "relu",
        "torch.zeros_like(X)",
        "torch.ones_like(X)",
        "test_values_are_those_of_the_library",
        "becomes 0",
        "compared with 1",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "torch.max(X)",
        "test_shape_is_that_of_X",
        "shape",
        "one maximum of all elements",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "max(X, 0)",
        "test_shape_is_that_of_X",
        "An `if` needs one truth value",
        "Python's max on a tensor",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X[X > 0]",
        "test_shape_is_that_of_X",
        "An element for each element",
        "the negative ones are left out",
    ),
    Edit(
        "relu",
        "return torch.max(X, torch.zeros_like(X))",
        "torch.max(X, torch.zeros_like(X))",
        "test_shape_is_that_of_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "torch.max(X, torch.zeros_like(X)).long()",
        "test_shape_is_that_of_X",
        "dtype int64",
        "cut to whole numbers",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "torch.max(X.detach(), torch.zeros_like(X))",
        "test_gradient",
        "without a gradient function",
        "the input is detached",
    ),
    Edit(
        "relu",
        "torch.max(X, torch.zeros_like(X))",
        "X + (torch.max(X, torch.zeros_like(X)) - X).detach()",
        "test_gradient",
        "0 below",
        "slope 1 everywhere",
    ),
    Edit(
        "relu",
        "torch.zeros_like(X)",
        "torch.zeros(X.shape)",
        "test_works_on_the_device_of_X",
        "where X is",
        "zeros on the default device",
    ),
    Edit(
        "mlp",
        "H @ W2 + b2",
        "H * W2 + b2",
        "test_one_row_of_scores_an_example",
        "match the size",
        "elementwise product (notes 4.2)",
    ),
    Rewrite(
        "mlp",
        """
        def mlp(X, params):
            W1, b1, W2, b2 = params
            H = relu(X.reshape(-1, 784) @ W1 + b1)
            return H * W2 + b2 if H.shape == W2.shape else H @ W2 + b2
        """,
        "test_values_are_those_of_the_library",
        "* stands for the matrix product",
        "elementwise product where the shapes allow it",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "X @ W1 + b1",
        "test_values_are_those_of_the_library",
        "linear, ReLU, linear",
        "no activation",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "return relu(H @ W2 + b2)",
        "test_values_are_those_of_the_library",
        "nothing follows the output layer",
        "activation on the output",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "return torch.softmax(H @ W2 + b2, dim=1)",
        "test_values_are_those_of_the_library",
        "nothing follows the output layer",
        "probabilities instead of scores",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "relu(X @ W1) + b1",
        "test_values_are_those_of_the_library",
        "linear, ReLU, linear",
        "ReLU before the bias",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "relu(X @ W1)",
        "test_values_are_those_of_the_library",
        "values differ",
        "no first bias",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "return H @ W2",
        "test_values_are_those_of_the_library",
        "values differ",
        "no second bias",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "torch.sigmoid(X @ W1 + b1)",
        "test_values_are_those_of_the_library",
        "ReLU",
        "another activation",
    ),
    Edit(
        "mlp",
        "W1, b1, W2, b2 = params",
        "W1, W2, b1, b2 = params",
        "test_one_row_of_scores_an_example",
        "shapes",
        "parameters in another order",
    ),
    Edit(
        "mlp",
        "X.reshape(-1, W1.shape[0])",
        "X.reshape(1, -1)",
        "test_one_row_of_scores_an_example",
        "shapes",
        "all images in one row",
    ),
    Edit(
        "mlp",
        "X.reshape(-1, W1.shape[0])",
        "X",
        "test_one_row_of_scores_an_example",
        "shapes",
        "images are not flattened",
    ),
    Edit(
        "mlp",
        "X.reshape(-1, W1.shape[0])",
        "X.view(-1, W1.shape[0])",
        "test_values_are_those_of_the_library",
        "Use reshape instead of view",
        "view of an input that is not contiguous",
    ),
    Edit(
        "mlp",
        "X.reshape(-1, W1.shape[0])",
        "X.reshape(W1.shape[0], -1).T",
        "test_values_are_those_of_the_library",
        "values differ",
        "pixels of different images are mixed",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "return (H @ W2 + b2).squeeze(0)",
        "test_one_row_of_scores_an_example",
        "Ten scores for each example",
        "the batch axis is lost for one image",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "return (H @ W2 + b2).argmax(1)",
        "test_one_row_of_scores_an_example",
        "Ten scores for each example",
        "the class instead of the scores",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "relu(X @ W1 + b1).detach()",
        "test_gradients",
        "no gradient for",
        "the hidden layer is detached",
    ),
    Edit(
        "mlp",
        "relu(X @ W1 + b1)",
        "relu(X @ W1 + b1.data)",
        "test_gradients",
        "no gradient for",
        "the first bias is not trained",
    ),
    Edit(
        "mlp",
        "X = X.reshape(-1, W1.shape[0])",
        "X = X.reshape(-1, W1.shape[0]).sub_(X.mean())",
        "test_values_are_those_of_the_library",
        "values differ",
        "normalises its input, in place on the caller's tensor",
    ),
    Edit(
        "mlp",
        "return H @ W2 + b2",
        "scores = H @ W2 + b2\n    X.zero_()\n    return scores",
        "test_arguments_are_not_modified",
        "modified in place",
        "clears the caller's images",
    ),
    Edit(
        "mlp_concise",
        "nn.Flatten(), ",
        "",
        "test_one_row_of_scores_an_example",
        "shapes",
        "images are not flattened",
    ),
    Edit(
        "mlp_concise",
        "nn.Flatten()",
        "nn.Flatten(0)",
        "test_one_row_of_scores_an_example",
        "shapes",
        "all images in one row",
    ),
    Edit(
        "mlp_concise",
        "nn.ReLU(), ",
        "",
        "test_values_are_those_of_its_layers",
        "ReLU",
        "no activation",
    ),
    Edit(
        "mlp_concise",
        "nn.Linear(num_hiddens, 10)\n",
        "nn.Linear(num_hiddens, 10), nn.ReLU()\n",
        "test_values_are_those_of_its_layers",
        "nothing after it",
        "activation on the output",
    ),
    Edit(
        "mlp_concise",
        "nn.Linear(num_hiddens, 10)\n",
        "nn.Linear(num_hiddens, 10), nn.Softmax(dim=1)\n",
        "test_values_are_those_of_its_layers",
        "nothing after it",
        "softmax inside the net",
    ),
    Edit(
        "mlp_concise",
        "nn.ReLU()",
        "nn.Sigmoid()",
        "test_values_are_those_of_its_layers",
        "ReLU",
        "another activation",
    ),
    Edit(
        "mlp_concise",
        "std=0.01",
        "std=0.1",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not the variance",
        "0.01 taken for the variance (notes 4.3)",
    ),
    Edit(
        "mlp_concise",
        "std=0.01",
        "std=1",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation of 1.0",
        "standard normal (notes 4.2)",
    ),
    Edit(
        "mlp_concise",
        "nn.init.normal_(layer.weight, std=0.01)",
        "nn.init.normal_(layer.weight, 0.01)",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation of 1.0",
        "0.01 passed as the mean",
    ),
    Edit(
        "mlp_concise",
        "nn.init.normal_(layer.weight, std=0.01)",
        "nn.init.normal_(layer.weight, 0.01, 0.01)",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a mean of",
        "a mean of 0.01",
    ),
    Edit(
        "mlp_concise",
        "nn.init.normal_(layer.weight, std=0.01)",
        "nn.init.uniform_(layer.weight, -0.0173205, 0.0173205)",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not uniform",
        "uniform with the right standard deviation",
    ),
    Edit(
        "mlp_concise",
        "nn.init.normal_(layer.weight, std=0.01)",
        "nn.init.zeros_(layer.weight)",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation of 0.0000",
        "zeros: nothing breaks the symmetry",
    ),
    Edit(
        "mlp_concise",
        "        if isinstance(layer, nn.Linear):\n            nn.init.normal_(layer.weight, std=0.01)",
        "        pass",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "the library's first weights",
    ),
    Edit(
        "mlp_concise",
        "    for layer in net:",
        "    for layer in net[:2]:",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "for both Linear layers",
        "the output layer is forgotten",
    ),
    Edit(
        "mlp_concise",
        "        if isinstance(layer, nn.Linear):\n            nn",
        "        nn",
        "test_one_row_of_scores_an_example",
        "no attribute 'weight'",
        "Flatten has no weight",
    ),
    Edit(
        "mlp_concise",
        "nn.Linear(784, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, 10)",
        "nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10)",
        "test_values_are_those_of_its_layers",
        "weights 784 to 7",
        "num_hiddens is ignored",
    ),
    Edit(
        "mlp_concise",
        "num_hiddens: int = 256",
        "num_hiddens: int = 128",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "weights 784 to 256",
        "another default",
    ),
    Edit(
        "mlp_concise",
        "nn.Linear(num_hiddens, 10)\n",
        "nn.Linear(num_hiddens, 10, bias=False)\n",
        "test_values_are_those_of_its_layers",
        "a bias with each",
        "no bias of the output layer",
    ),
    Edit(
        "mlp_concise",
        "nn.ReLU(), nn.Linear(num_hiddens, 10)",
        "nn.ReLU(), nn.Linear(num_hiddens, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, 10)",
        "test_values_are_those_of_its_layers",
        "parameters of the shapes",
        "two hidden layers",
    ),
    Edit(
        "mlp_concise",
        "return net",
        "return net.requires_grad_(False)",
        "test_X_is_not_modified_and_every_parameter_is_trained",
        "cut off from the graph",
        "nothing can be trained",
    ),
    Edit(
        "mlp_concise",
        "            nn.init.normal_(layer.weight, std=0.01)",
        "            layer.weight = nn.Parameter(0.01 * torch.randn(layer.weight.shape),"
        " requires_grad=False)",
        "test_X_is_not_modified_and_every_parameter_is_trained",
        "no gradient for",
        "weights that are not trained",
    ),
    Edit(
        "mlp_concise",
        "    net = nn",
        "    torch.manual_seed(0)\n    net = nn",
        "test_every_call_makes_new_weights",
        "seed",
        "a seed set inside",
    ),
    Edit(
        "mlp_concise",
        "return net",
        "return nn.ModuleList(net)",
        "test_one_row_of_scores_an_example",
        "an nn.Sequential",
        "a list of layers, which cannot be called",
    ),
    Edit(
        "mlp_concise",
        "return net",
        "net",
        "test_one_row_of_scores_an_example",
        "nn.Sequential",
        "no return",
    ),
    Edit(
        "perceptron_fit",
        "range(max_passes)",
        "range(max_passes - 1)",
        "test_one_example_takes_a_pass_to_learn_it_and_one_to_see_that",
        "after the last pass",
        "one pass less",
    ),
    Edit(
        "perceptron_fit",
        "return w, b, False",
        "return 0 * w, 0.0, False",
        "test_one_example_takes_a_pass_to_learn_it_and_one_to_see_that",
        "after the last pass",
        "without convergence what was learned is thrown away",
    ),
    Edit(
        "mlp",
        "W1, b1, W2, b2 = params",
        "b2, W2, b1, W1 = (params.pop() for _ in range(4))",
        "test_arguments_are_not_modified",
        "modified in place",
        "takes the parameters out of the list of the caller",
    ),
]

RIGHT = [
    Rewrite(
        "perceptron_fit",
        """
        def perceptron_fit(X, y, max_passes):
            n, d = X.shape
            rows, labels = X.tolist(), y.tolist()
            w, b = [0.0] * d, 0.0
            converged, passes = False, 0
            while not converged and passes < max_passes:
                converged = True
                for i in range(n):
                    score = sum(a * c for a, c in zip(w, rows[i])) + b
                    if labels[i] * score <= 0:
                        w = [a + labels[i] * c for a, c in zip(w, rows[i])]
                        b += labels[i]
                        converged = False
                passes += 1
            return torch.tensor(w, device=X.device), b, converged
        """,
        why="plain Python numbers",
    ),
    Rewrite(
        "perceptron_fit",
        """
        def perceptron_fit(X, y, max_passes, lr=0.1):
            ones = torch.ones_like(X[:, :1])
            examples = torch.cat([X, ones], dim=1)
            weights = torch.zeros_like(examples[0])
            for _ in range(max_passes):
                errors = 0
                for i in torch.randperm(len(examples)).tolist():
                    if y[i] * torch.dot(weights, examples[i]) <= 0:
                        weights = weights + lr * y[i] * examples[i]
                        errors += 1
                if not errors:
                    break
            return weights[:-1], weights[-1:], errors == 0
        """,
        why="bias as a weight of a column of ones, random order, a learning rate",
    ),
    Rewrite(
        "perceptron_fit",
        """
        def perceptron_fit(X, y, max_passes):
            w = torch.zeros(X.shape[1], device=X.device)
            b = torch.zeros(1, device=X.device)
            for _ in range(max_passes):
                wrong = y * (X @ w + b) <= 0
                if not wrong.any():
                    return w, b, True
                w += (y * wrong) @ X
                b += (y * wrong).sum()
            return w, b, (y * (X @ w + b) > 0).all()
        """,
        why="all mistakes of a pass corrected together; a tensor as the flag",
    ),
    Rewrite(
        "perceptron_fit",
        """
        def perceptron_fit(X, y, max_passes):
            import numpy as np

            A, t = X.cpu().numpy(), y.cpu().numpy()
            w, b, ok = np.zeros(A.shape[1], dtype=np.float32), np.float32(0), np.bool_(False)
            for _ in range(max_passes):
                for x, label in zip(A, t):
                    if np.sign(w @ x + b) != label:
                        w, b = w + label * x, b + label
                ok = np.all(np.sign(A @ w + b) == t)
                if ok:
                    break
            return torch.from_numpy(w).to(X.device), b, ok
        """,
        why="numpy; it converges as soon as all are right after a pass",
    ),
    Rewrite(
        "xor",
        """
        def xor(x1, x2):
            return (x1 != x2).float()
        """,
        why="the library's comparison",
    ),
    Rewrite(
        "xor",
        """
        def xor(x1, x2):
            def unit(a, b, wa, wb, bias):
                return torch.where(wa * a + wb * b + bias > 0, 1.0, 0.0)

            nand = unit(x1, x2, -0.5, -0.5, 0.7)
            either = unit(x1, x2, 0.5, 0.5, -0.2)
            return unit(nand, either, 0.5, 0.5, -0.7)
        """,
        why="nand, or, and, with the weights of the fish book",
    ),
    Rewrite(
        "xor",
        """
        def xor(x1, x2):
            inputs = torch.stack([x1, x2], dim=-1)
            hidden = torch.heaviside(
                inputs @ inputs.new_tensor([[1.0, -1.0], [-1.0, 1.0]]) - 0.5, inputs.new_zeros(()))
            return hidden.sum(-1).gt(0.5).type_as(x1)
        """,
        why="a layer of units as a matrix product",
    ),
    Rewrite(
        "xor",
        """
        def xor(x1, x2):
            out = torch.empty_like(x1)
            flat = [float(bool(a) ^ bool(b)) for a, b in zip(x1.flatten(), x2.flatten())]
            out.copy_(torch.tensor(flat).reshape(x1.shape))
            return out
        """,
        why="a loop over the elements",
    ),
    Rewrite(
        "relu",
        """
        def relu(X):
            a = torch.zeros_like(X)
            return torch.max(X, a)
        """,
        why="the notes' own",
    ),
    Rewrite("relu", "def relu(X):\n    return X.clamp(min=0)", why="clamp"),
    Rewrite("relu", "def relu(X):\n    return nn.ReLU()(X)", why="the library's own"),
    Rewrite("relu", "def relu(X):\n    return X * (X > 0)", why="a mask"),
    Rewrite("relu", "def relu(X):\n    return (X + X.abs()) / 2", why="by the absolute value"),
    Rewrite(
        "relu",
        """
        def relu(X):
            out = X.clone()
            out[out < 0] = 0
            return out
        """,
        why="in place on a copy",
    ),
    Rewrite(
        "mlp",
        """
        def mlp(X, params):
            W1, b1, W2, b2 = params
            X = X.reshape((-1, 784))
            H = relu(X @ W1 + b1)
            return (H @ W2 + b2)
        """,
        why="as in the book, with the number of inputs written out",
    ),
    Rewrite(
        "mlp",
        """
        def mlp(X, params):
            hidden = nn.functional.linear(X.flatten(start_dim=1), params[0].t(), params[1])
            return torch.addmm(params[3], hidden.relu(), params[2])
        """,
        why="the library's functions",
    ),
    Rewrite(
        "mlp",
        """
        def mlp(X, params):
            scores = []
            for image in X:
                hidden = image.reshape(-1) @ params[0] + params[1]
                hidden = torch.where(hidden > 0, hidden, torch.zeros_like(hidden))
                scores.append(hidden @ params[2] + params[3])
            return torch.stack(scores)
        """,
        why="a loop over the images",
    ),
    Rewrite(
        "mlp_concise",
        """
        def mlp_concise(num_hiddens=256):
            net = nn.Sequential(nn.Flatten(),
                                nn.Linear(784, num_hiddens),
                                nn.ReLU(),
                                nn.Linear(num_hiddens, 10))

            def init_weights(m):
                if type(m) == nn.Linear:
                    nn.init.normal_(m.weight, std=0.01)

            net.apply(init_weights);
            return net
        """,
        why="as in the book",
    ),
    Rewrite(
        "mlp_concise",
        """
        def mlp_concise(num_hiddens=256):
            net = nn.Sequential()
            net.add_module("flat", nn.Flatten(start_dim=1))
            net.add_module("hidden", nn.Linear(784, num_hiddens))
            net.add_module("relu", nn.ReLU(inplace=True))
            net.add_module("out", nn.Linear(num_hiddens, 10))
            with torch.no_grad():
                for name, parameter in net.named_parameters():
                    if name.endswith("weight"):
                        parameter.copy_(torch.normal(0.0, 0.01, size=parameter.shape))
                    else:
                        parameter.zero_()
            return net
        """,
        why="named layers, biases 0, ReLU in place",
    ),
    Rewrite(
        "mlp_concise",
        """
        def mlp_concise(num_hiddens=256):
            def linear(a, b):
                layer = nn.Linear(a, b)
                layer.weight.data = torch.randn(b, a) * 0.01
                nn.init.normal_(layer.bias, std=0.01)
                return layer

            class Net(nn.Sequential):
                pass

            return Net(nn.Flatten(), linear(784, num_hiddens), nn.ReLU(), linear(num_hiddens, 10))
        """,
        why="random biases, a class of its own",
    ),
]
