"""Known answers of ch09_softmax_regression."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y).abs()",
        "test_shape_is_that_of_y_hat",
        "n * n errors",
        "(n, 1) minus (n,) is (n, n)",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "y_hat - y.reshape(y_hat.shape)",
        "test_values_are_those_of_the_library",
        "without its sign",
        "no absolute value",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)) ** 2",
        "test_values_are_those_of_the_library",
        "no square",
        "squared",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)).abs() / 2",
        "test_values_are_those_of_the_library",
        "0.5 times",
        "half the absolute error",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)).abs().mean()",
        "test_shape_is_that_of_y_hat",
        "shape ()",
        "the mean",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)).abs().sum()",
        "test_shape_is_that_of_y_hat",
        "shape ()",
        "the sum",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat.reshape(-1) - y.reshape(-1)).abs()",
        "test_shape_is_that_of_y_hat",
        "shape (4, 1)",
        "comes back flat",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat.abs() - y.reshape(y_hat.shape).abs()).abs()",
        "test_values_are_those_of_the_library",
        "the size of each error",
        "sizes subtracted, not values",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.flip(0).reshape(y_hat.shape)).abs()",
        "test_values_are_those_of_the_library",
        "meets its own y",
        "the order of y is reversed",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "y_hat.sub_(y.reshape(y_hat.shape)).abs()",
        "test_arguments_are_not_modified",
        "modified in place",
        "works in place on the caller's tensor",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat.detach() - y.reshape(y_hat.shape)).abs()",
        "test_gradients",
        "no gradient for input 1",
        "y_hat is detached",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.detach().reshape(y_hat.shape)).abs()",
        "test_gradients",
        "no gradient for input 2",
        "y is detached",
    ),
    Edit(
        "l1_loss",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)).abs().tolist()",
        "test_shape_is_that_of_y_hat",
        "Its type is list",
        "returns a list",
    ),
    Edit(
        "l1_loss",
        "return (y_hat - y.reshape(y_hat.shape)).abs()",
        "(y_hat - y.reshape(y_hat.shape)).abs()",
        "test_shape_is_that_of_y_hat",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2, delta * (error - delta / 2))",
        "test_values_are_those_of_the_library",
        "half the square",
        "no half",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2, delta * error)",
        "test_values_are_those_of_the_library",
        "values differ",
        "a jump at delta",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2, error - delta / 2)",
        "test_delta_is_where_the_line_begins",
        "the slope of the square",
        "the slope of the line is not delta",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2, delta * (error - 1 / 2))",
        "test_delta_is_where_the_line_begins",
        "goes on with the value",
        "1 instead of delta",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= 1, error**2 / 2, error - 1 / 2)",
        "test_delta_is_where_the_line_begins",
        "delta",
        "delta is ignored",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2 / delta, error - delta / 2)",
        "test_delta_is_where_the_line_begins",
        "the slope of the square",
        "smooth L1: Huber's loss divided by delta",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "delta**2 * (torch.sqrt(1 + (error / delta) ** 2) - 1)",
        "test_values_are_those_of_the_library",
        "half the square",
        "the smooth relative of Huber's loss",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error > delta, error**2 / 2, delta * (error - delta / 2))",
        "test_values_are_those_of_the_library",
        "half the square",
        "the branches are exchanged",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2, delta * (error + delta / 2))",
        "test_values_are_those_of_the_library",
        "values differ",
        "plus for minus: a jump",
    ),
    Edit(
        "huber_loss",
        "error = l1_loss(y_hat, y)",
        "error = y_hat - y.reshape(y_hat.shape)",
        "test_values_are_those_of_the_library",
        "half the square",
        "large negative errors count as small",
    ),
    Edit(
        "huber_loss",
        "error = l1_loss(y_hat, y)",
        "error = (y_hat - y).abs()",
        "test_shape_is_that_of_y_hat",
        "n * n errors",
        "(n, 1) minus (n,) is (n, n)",
    ),
    Edit(
        "huber_loss",
        "return torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "return (torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))).mean()",
        "test_shape_is_that_of_y_hat",
        "shape ()",
        "the mean",
    ),
    Edit(
        "huber_loss",
        "    return torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "    if error <= delta:\n        return error**2 / 2\n    return delta * (error - delta / 2)",
        "test_shape_is_that_of_y_hat",
        "An `if` needs one truth value",
        "if on a whole tensor",
    ),
    Edit(
        "huber_loss",
        "delta: float = 1.0",
        "delta: float = 0.5",
        "test_values_are_those_of_the_library",
        "which is 1",
        "another default",
    ),
    Edit(
        "huber_loss",
        "error = l1_loss(y_hat, y)",
        "error = y.reshape(y_hat.shape).sub_(y_hat).abs_()",
        "test_arguments_are_not_modified",
        "modified in place",
        "works in place on the caller's y",
    ),
    Edit(
        "huber_loss",
        "error = l1_loss(y_hat, y)",
        "error = l1_loss(y_hat, y).detach()",
        "test_gradients",
        "without a gradient function",
        "the error is detached",
    ),
    Edit(
        "huber_loss",
        "torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))",
        "torch.where(error <= delta, error**2 / 2, (delta * (error - delta / 2)).detach())",
        "test_gradients",
        "slope",
        "the straight part has no slope",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp / X_exp.sum(dim=0, keepdim=True)",
        "test_values_are_those_of_the_library",
        "its own row",
        "columns sum to 1",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp / X_exp.sum()",
        "test_values_are_those_of_the_library",
        "its own row",
        "all of the matrix sums to 1",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp / X_exp.sum(dim=1)",
        "test_shape_is_that_of_X",
        "keepdim",
        "no keepdim: raises, or divides columns of square matrices",
    ),
    Rewrite(
        "softmax",
        """
        def softmax(X):
            X_exp = torch.exp(X)
            total = X_exp.sum(1)
            return X_exp / (total if len(X) == X.shape[1] else total[:, None])
        """,
        "test_values_are_those_of_the_library",
        "its own row",
        "no keepdim: silently wrong on square matrices",
    ),
    Edit(
        "softmax",
        "X_exp = torch.exp(X)",
        "X_exp = X",
        "test_values_are_those_of_the_library",
        "exp of each score",
        "no exp",
    ),
    Edit(
        "softmax",
        "X_exp = torch.exp(X)",
        "X_exp = 2**X",
        "test_values_are_those_of_the_library",
        "exp of each score",
        "powers of 2",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp",
        "test_values_are_those_of_the_library",
        "divided by the sum",
        "not divided",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "torch.log(X_exp / X_exp.sum(dim=1, keepdim=True))",
        "test_values_are_those_of_the_library",
        "exp of each score",
        "log softmax",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "torch.sigmoid(X)",
        "test_values_are_those_of_the_library",
        "divided by the sum",
        "sigmoid of each score",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp / X_exp.max(dim=1, keepdim=True).values",
        "test_values_are_those_of_the_library",
        "sum over its own row",
        "divided by the largest",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "(X_exp == X_exp.max(dim=1, keepdim=True).values).float()",
        "test_values_are_those_of_the_library",
        "exp of each score",
        "hard decision",
    ),
    Edit(
        "softmax",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "(X_exp / X_exp.sum(dim=1, keepdim=True)).squeeze()",
        "test_shape_is_that_of_X",
        "shape (1, 3)",
        "axes of size 1 are lost",
    ),
    Edit(
        "softmax",
        "    X = X - X.max(dim=1, keepdim=True).values  # changes no result, and exp cannot overflow\n    X_exp = torch.exp(X)",
        "    X_exp = X.exp_()",
        "test_X_is_not_modified",
        "modified in place",
        "in place on the caller's tensor",
    ),
    Edit(
        "softmax",
        "torch.exp(X)",
        "torch.exp(X.detach())",
        "test_gradient",
        "without a gradient function",
        "the scores are detached",
    ),
    Edit(
        "softmax",
        "X_exp.sum(dim=1, keepdim=True)",
        "X_exp.sum(dim=1, keepdim=True).detach()",
        "test_gradient",
        "cuts the gradient",
        "the sum is taken for a constant",
    ),
    Edit(
        "softmax",
        "return X_exp / X_exp.sum(dim=1, keepdim=True)",
        "X_exp / X_exp.sum(dim=1, keepdim=True)",
        "test_shape_is_that_of_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "softmax",
        "    X = X - X.max(dim=1, keepdim=True).values  # changes no result, and exp cannot overflow\n",
        "    X = torch.tensor(X.tolist())\n",
        "test_gradient",
        "without a gradient function",
        "a new tensor made of numbers",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "X @ W + b",
        "test_images_become_rows_of_probabilities",
        "equally likely",
        "scores, no probabilities",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "softmax(X @ W)",
        "test_values_are_those_of_the_library",
        "plus b",
        "no bias",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "softmax(X @ W) + b",
        "test_values_are_those_of_the_library",
        "then softmax",
        "the bias after softmax",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "torch.softmax(X @ W + b, dim=0)",
        "test_images_become_rows_of_probabilities",
        "equally likely",
        "softmax over the batch",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "torch.log_softmax(X @ W + b, dim=1)",
        "test_images_become_rows_of_probabilities",
        "equally likely",
        "log probabilities",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "softmax(softmax(X @ W + b))",
        "test_values_are_those_of_the_library",
        "values differ",
        "softmax twice",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "softmax(torch.relu(X @ W + b))",
        "test_values_are_those_of_the_library",
        "values differ",
        "an activation before softmax",
    ),
    Edit(
        "softmax_net",
        "softmax(X @ W + b)",
        "softmax(X @ W.T + b)",
        "test_images_become_rows_of_probabilities",
        "shapes",
        "W is transposed",
    ),
    Rewrite(
        "softmax_net",
        """
        def softmax_net(X, W, b):
            X = X.flatten(1)
            return softmax((X @ W.T if W.shape[0] == W.shape[1] else X @ W) + b)
        """,
        "test_values_are_those_of_the_library",
        "times W",
        "W is transposed where it is square",
    ),
    Edit(
        "softmax_net",
        "X.reshape(-1, W.shape[0])",
        "X",
        "test_images_become_rows_of_probabilities",
        "shapes",
        "images are not flattened",
    ),
    Edit(
        "softmax_net",
        "X.reshape(-1, W.shape[0])",
        "X.reshape(1, -1)",
        "test_images_become_rows_of_probabilities",
        "shapes",
        "all images in one row",
    ),
    Edit(
        "softmax_net",
        "X.reshape(-1, W.shape[0])",
        "X.reshape(-1, 784)",
        "test_values_are_those_of_the_library",
        "784",
        "the number of pixels is fixed",
    ),
    Edit(
        "softmax_net",
        "X.reshape(-1, W.shape[0])",
        "X.view(-1, W.shape[0])",
        "test_values_are_those_of_the_library",
        "Use reshape instead of view",
        "view of an input that is not contiguous",
    ),
    Edit(
        "softmax_net",
        "X.reshape(-1, W.shape[0])",
        "X.reshape(W.shape[0], -1).T",
        "test_values_are_those_of_the_library",
        "as a row of X",
        "pixels of different images are mixed",
    ),
    Edit(
        "softmax_net",
        "X @ W + b",
        "X @ W + b.add_(0.5)",
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's bias changes",
    ),
    Edit(
        "softmax_net",
        "X @ W + b",
        "X @ W.data + b",
        "test_gradients",
        "no gradient for input 2",
        "the weights cannot be trained",
    ),
    Edit(
        "softmax_net",
        "X @ W + b",
        "X @ W + b.detach()",
        "test_gradients",
        "no gradient for input 3",
        "the bias cannot be trained",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "torch.log(y_hat[rows, y])",
        "test_values_are_those_of_the_library",
        "The sign is flipped",
        "no minus",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[rows, y]).mean()",
        "test_one_loss_an_example",
        "no mean",
        "the mean, as in the book's other variants",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[rows, y]).sum() / len(y) + torch.zeros(len(y))",
        "test_values_are_those_of_the_library",
        "its class y[i]",
        "the mean for everyone",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[rows, y]).sum()",
        "test_one_loss_an_example",
        "no sum",
        "the sum",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[:, y])",
        "test_one_loss_an_example",
        "One loss for each example",
        "every row with every label",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[:, y][0])",
        "test_values_are_those_of_the_library",
        "its class y[i]",
        "only the first row",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log2(y_hat[rows, y])",
        "test_values_are_those_of_the_library",
        "natural logarithm",
        "logarithm to base 2",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log10(y_hat[rows, y])",
        "test_values_are_those_of_the_library",
        "natural logarithm",
        "logarithm to base 10",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat.max(dim=1).values)",
        "test_values_are_those_of_the_library",
        "the probability of its class",
        "the predicted class instead of the true one",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(softmax(y_hat)[rows, y])",
        "test_values_are_those_of_the_library",
        "probability of its class",
        "softmax taken again",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "nn.functional.cross_entropy(y_hat, y, reduction='none')",
        "test_values_are_those_of_the_library",
        "probability of its class",
        "a function for scores gets probabilities",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "nn.functional.nll_loss(y_hat, y, reduction='none')",
        "test_values_are_those_of_the_library",
        "natural logarithm",
        "a function for logarithms gets probabilities",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "1 - y_hat[rows, y]",
        "test_values_are_those_of_the_library",
        "natural logarithm",
        "no logarithm",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-(y_hat * torch.log(y_hat)).sum(dim=1)",
        "test_values_are_those_of_the_library",
        "its class y[i]",
        "the entropy of each row",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[rows, y])[:, None]",
        "test_one_loss_an_example",
        "shape (2,)",
        "comes back as a column",
    ),
    Edit(
        "cross_entropy",
        "return -torch.log(y_hat[rows, y])",
        "picked = y_hat[rows, y]\n    y_hat.log_()\n    return -torch.log(picked)",
        "test_arguments_are_not_modified",
        "modified in place",
        "logarithms in the caller's tensor",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat.detach()[rows, y])",
        "test_gradient_in_y_hat",
        "without a gradient function",
        "the probabilities are detached",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "torch.tensor([-float(y_hat[i, y[i]].log()) for i in range(len(y))])",
        "test_gradient_in_y_hat",
        "without a gradient function",
        "a new tensor made of numbers",
    ),
    Edit(
        "cross_entropy",
        "-torch.log(y_hat[rows, y])",
        "-torch.log(y_hat[rows, y] + 1e-3)",
        "test_values_are_those_of_the_library",
        "values differ",
        "far too large an epsilon",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "float((y_hat == y).float().mean())",
        "test_example_of_the_notes",
        "no share",
        "a share",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "(y_hat == y).sum()",
        "test_example_of_the_notes",
        "a Python float",
        "a tensor",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "int((y_hat == y).sum())",
        "test_example_of_the_notes",
        "a Python float",
        "an int",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "float((y_hat == y).all())",
        "test_example_of_the_notes",
        "no share",
        "all of them or none",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "float((y_hat != y).sum())",
        "test_right_rows_are_counted",
        "whose highest score",
        "counts the errors",
    ),
    Edit(
        "accuracy",
        "argmax(dim=1)",
        "argmin(dim=1)",
        "test_right_rows_are_counted",
        "highest score",
        "the lowest score",
    ),
    Edit(
        "accuracy",
        "argmax(dim=1)",
        "argmax(dim=0)",
        "test_example_of_the_notes",
        "match the size",
        "the best row of each class",
    ),
    Edit(
        "accuracy",
        "argmax(dim=1)",
        "argmax()",
        "test_right_rows_are_counted",
        "highest score",
        "one maximum of the whole matrix",
    ),
    Edit(
        "accuracy",
        "argmax(dim=1)",
        "argmax(dim=1, keepdim=True)",
        "test_example_of_the_notes",
        "no share",
        "(n, 1) against (n,) compares all with all",
    ),
    Edit(
        "accuracy",
        "if y_hat.dim() > 1:",
        "if len(y_hat) > 1:",
        "test_a_batch_of_one",
        "single row",
        "counts rows instead of axes",
    ),
    Edit(
        "accuracy",
        "    if y_hat.dim() > 1:",
        "    y_hat = y_hat.squeeze()\n    if y_hat.dim() > 1:",
        "test_a_batch_of_one",
        "single row",
        "squeeze loses the row",
    ),
    Edit(
        "accuracy",
        "    if y_hat.dim() > 1:\n        y_hat",
        "    y_hat",
        "test_predicted_labels_are_compared_as_they_are",
        "out of range",
        "labels are searched for a maximum",
    ),
    Edit(
        "accuracy",
        "if y_hat.dim() > 1:\n        y_hat = y_hat.argmax(dim=1)",
        "y_hat = y_hat.argmax(dim=-1)",
        "test_predicted_labels_are_compared_as_they_are",
        "holds classes",
        "labels are searched for a maximum, silently",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "float((y_hat == y).to(torch.uint8).sum(dtype=torch.uint8))",
        "test_right_rows_are_counted",
        "count the rows",
        "300 hits in 8 bits",
    ),
    Rewrite(
        "accuracy",
        """
        def accuracy(y_hat, y):
            if y_hat.dim() > 1:
                return float((y_hat[torch.arange(len(y)), y] > 0.5).sum())
            return float((y_hat == y).sum())
        """,
        "test_example_of_the_notes",
        "predicted for both rows",
        "a threshold instead of the highest score",
    ),
    Rewrite(
        "accuracy",
        """
        def accuracy(y_hat, y):
            if y_hat.dim() > 1:
                best = torch.zeros(len(y))
                guess = torch.zeros(len(y), dtype=torch.long)
                for j in range(y_hat.shape[1]):
                    better = y_hat[:, j] > best
                    best, guess = torch.where(better, y_hat[:, j], best), torch.where(better, j, guess)
                y_hat = guess
            return float((y_hat == y).sum())
        """,
        "test_right_rows_are_counted",
        "highest score",
        "the search begins at 0, and scores may be negative",
    ),
    Edit(
        "accuracy",
        "    if y_hat.dim() > 1:",
        "    if y_hat.dim() > 1 and y_hat.shape[1] > 2:",
        "test_right_rows_are_counted",
        "match the size",
        "two classes are left out",
    ),
    Edit(
        "accuracy",
        "float((y_hat == y).sum())",
        "float((y_hat[:-1] == y[:-1]).sum())",
        "test_example_of_the_notes",
        "predicted for both rows",
        "the last example is left out",
    ),
    Edit(
        "accuracy",
        "y_hat = y_hat.argmax(dim=1)",
        "y_hat[y_hat < y_hat.max(dim=1, keepdim=True).values] = -9\n        y_hat = y_hat.argmax(dim=1)",
        "test_arguments_are_not_modified",
        "modified in place",
        "overwrites the caller's scores",
    ),
    Edit(
        "accuracy",
        "return float((y_hat == y).sum())",
        "float((y_hat == y).sum())",
        "test_example_of_the_notes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "Accumulator",
        "[a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "[float(b) for b in args]",
        "test_each_sum_takes_its_own_number",
        "added",
        "overwrites",
    ),
    Edit(
        "Accumulator",
        "[a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "[a + float(args[0]) for a in self.data]",
        "test_each_sum_takes_its_own_number",
        "each to its own sum",
        "the first number for all",
    ),
    Edit(
        "Accumulator",
        "[a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "[a + float(b) for a, b in zip(self.data, args[::-1], strict=True)]",
        "test_each_sum_takes_its_own_number",
        "each to its own sum",
        "in reversed order",
    ),
    Edit(
        "Accumulator",
        "[a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "[a + int(b) for a, b in zip(self.data, args, strict=True)]",
        "test_each_sum_takes_its_own_number",
        "2.75",
        "cut to whole numbers",
    ),
    Edit(
        "Accumulator",
        "[a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "[a + b for a, b in zip(self.data, args, strict=True)]",
        "test_sums_are_floats",
        "would keep its graph",
        "keeps tensors",
    ),
    Edit(
        "Accumulator",
        "        self.data = [a + float(b) for a, b in zip(self.data, args, strict=True)]",
        "        for i, b in enumerate(args[:-1]):\n            self.data[i] += float(b)",
        "test_each_sum_takes_its_own_number",
        "each to its own sum",
        "the last number is lost",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * len(self.data)",
        "        self.data = []",
        "test_reset_begins_again",
        "list index out of range",
        "no sums are left after reset",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * len(self.data)",
        "        pass",
        "test_reset_begins_again",
        "0 again",
        "reset does nothing",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * len(self.data)",
        "        self.data = [0.0]",
        "test_reset_begins_again",
        "list index out of range",
        "one sum is left after reset",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * n",
        "        self.data = [0] * n",
        "test_n_sums_begin_at_zero",
        "Floats",
        "whole numbers at the start",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * n",
        "        self.data = [1.0] * n",
        "test_n_sums_begin_at_zero",
        "[0.0",
        "begins at 1",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * n",
        "        self.data = [0.0] * 2",
        "test_n_sums_begin_at_zero",
        "list index out of range",
        "always two sums",
    ),
    Edit(
        "Accumulator",
        "        return self.data[idx]",
        "        return self.data",
        "test_n_sums_begin_at_zero",
        "Floats",
        "all sums for one index",
    ),
    Edit(
        "Accumulator",
        "        return self.data[idx]",
        "        self.data[idx]",
        "test_n_sums_begin_at_zero",
        "None",
        "no return",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            data = {}

            def __init__(self, n):
                self.n = n
                for i in range(n):
                    self.data.setdefault(i, 0.0)

            def add(self, *args):
                for i, b in enumerate(args):
                    self.data[i] += float(b)

            def reset(self):
                for i in range(self.n):
                    self.data[i] = 0.0

            def __getitem__(self, idx):
                return self.data[idx]
        """,
        "test_two_of_them_share_nothing",
        "belong to self",
        "the sums are those of the class",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = torch.zeros(n)

            def add(self, *args):
                self.data += torch.tensor([float(b) for b in args])

            def reset(self):
                self.data.zero_()

            def __getitem__(self, idx):
                return self.data[idx].item()
        """,
        "test_sums_are_floats",
        "rounds above 2 ** 24",
        "float32 sums",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = torch.zeros(n)

            def add(self, *args):
                self.data = self.data + torch.tensor([float(b) for b in args])

            def reset(self):
                self.data = torch.zeros_like(self.data)

            def __getitem__(self, idx):
                return self.data[idx]
        """,
        "test_n_sums_begin_at_zero",
        "tensor(0.)",
        "tensors come back",
    ),
    Rewrite(
        "evaluate_accuracy",
        """
        def evaluate_accuracy(net, data_iter):
            if isinstance(net, nn.Module):
                net.eval()
            shares = [accuracy(net(X), y) / len(y) for X, y in data_iter]
            return sum(shares) / len(shares)
        """,
        "test_every_example_counts_the_same",
        "overrates a short one",
        "the mean of the batches' accuracies",
    ),
    Rewrite(
        "evaluate_accuracy",
        """
        def evaluate_accuracy(net, data_iter):
            if isinstance(net, nn.Module):
                net.eval()
            hits = num = 0
            for X, y in data_iter:
                hits += accuracy(net(X), y)
                num += 1
                size = len(y) if num == 1 else size
            return hits / (num * size)
        """,
        "test_every_example_counts_the_same",
        "All hits by all examples",
        "every batch counts as full",
    ),
    Edit(
        "evaluate_accuracy",
        "metric[0] / metric[1]",
        "metric[0]",
        "test_every_example_counts_the_same",
        "by all examples",
        "the number of hits",
    ),
    Edit(
        "evaluate_accuracy",
        "metric[0] / metric[1]",
        "1 - metric[0] / metric[1]",
        "test_every_example_counts_the_same",
        "hits",
        "the share of errors",
    ),
    Edit(
        "evaluate_accuracy",
        "metric[0] / metric[1]",
        "metric[0] // metric[1]",
        "test_every_example_counts_the_same",
        "0.5555556",
        "cut to a whole number",
    ),
    Edit(
        "evaluate_accuracy",
        "metric[0] / metric[1]",
        "metric[0] / len(data_iter)",
        "test_every_example_counts_the_same",
        "by all examples",
        "divided by the number of batches",
    ),
    Edit(
        "evaluate_accuracy",
        "metric.add(accuracy(net(X), y), len(y))",
        "metric.add(accuracy(net(X), y) / len(y), 1)",
        "test_every_example_counts_the_same",
        "overrates a short one",
        "batches count the same",
    ),
    Edit(
        "evaluate_accuracy",
        "    return metric[0] / metric[1]",
        "            return metric[0] / metric[1]",
        "test_every_example_counts_the_same",
        "0.75",
        "returns after the first batch",
    ),
    Edit(
        "evaluate_accuracy",
        "metric = Accumulator(2)",
        "sum(1 for _ in data_iter)\n    metric = Accumulator(2)",
        "test_every_example_counts_the_same",
        "division by zero",
        "counts the batches first, and uses them up",
    ),
    Edit(
        "evaluate_accuracy",
        "    if isinstance(net, nn.Module):\n        net.eval()",
        "    net.eval()",
        "test_every_example_counts_the_same",
        "no attribute 'eval'",
        "functions have no modes",
    ),
    Edit(
        "evaluate_accuracy",
        "        net.eval()",
        "        net.eval",
        "test_dropout_is_off",
        "training mode",
        "eval is named, not called",
    ),
    Edit(
        "evaluate_accuracy",
        "        net.eval()",
        "        pass",
        "test_dropout_is_off",
        "use evaluation mode",
        "no evaluation mode (notes 3.6: optional)",
    ),
    Edit(
        "evaluate_accuracy",
        "        net.eval()",
        "        net.train()",
        "test_dropout_is_off",
        "use evaluation mode",
        "training mode",
    ),
    Edit(
        "evaluate_accuracy",
        "        for X, y in data_iter:",
        "        for X, y in data_iter:\n            if isinstance(net, nn.Module) and metric[1]:\n                net.train()",
        "test_dropout_is_off",
        "use evaluation mode",
        "evaluation mode for the first batch only",
    ),
    Edit(
        "evaluate_accuracy",
        "metric.add(accuracy(net(X), y), len(y))",
        "metric.add(accuracy(net(X), y), len(y))\n            if isinstance(net, nn.Module):\n                for parameter in net.parameters():\n                    parameter.zero_()",
        "test_a_module_works_in_evaluation_mode_and_keeps_its_weights",
        "Nothing is trained",
        "changes the weights",
    ),
    Edit(
        "evaluate_accuracy",
        "    return metric[0] / metric[1]",
        "    metric[0] / metric[1]",
        "test_every_example_counts_the_same",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater.zero_grad()\n",
        "",
        "test_every_batch_makes_one_step",
        "are earlier ones cleared",
        "gradients are never cleared",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater.zero_grad()\n            losses.mean().backward()\n",
        "            losses.mean().backward()\n            updater.zero_grad()\n",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "cleared before the step",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater.step()\n",
        "",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "no step",
    ),
    Edit(
        "train_epoch_ch3",
        "losses.mean().backward()",
        "losses.backward()",
        "test_every_batch_makes_one_step",
        "scalar outputs",
        "a loss for each example has no backward (notes 3.6)",
    ),
    Edit(
        "train_epoch_ch3",
        "losses.mean().backward()",
        "losses.sum().backward()",
        "test_every_batch_makes_one_step",
        "gradients of their mean",
        "the gradients of the sum for an optimizer",
    ),
    Edit(
        "train_epoch_ch3",
        "losses.sum().backward()",
        "losses.mean().backward()",
        "test_every_batch_makes_one_step",
        "The function wants the gradients of the sum of the losses, and their number",
        "divided by the batch size twice",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater(len(y))  # divides by the number of examples",
        "            updater(1)",
        "test_every_batch_makes_one_step",
        "The function wants the gradients of the sum of the losses, and their number",
        "the batch size is not handed over",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater(len(y))  # divides by the number of examples",
        "            updater(4)",
        "test_every_batch_makes_one_step",
        "The function wants the gradients of the sum of the losses, and their number",
        "the size of the first batch for all",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater(len(y))  # divides by the number of examples",
        "            updater()",
        "test_every_batch_makes_one_step",
        "missing 1 required",
        "the function is called without the size",
    ),
    Edit(
        "train_epoch_ch3",
        "            updater(len(y))  # divides by the number of examples",
        "            updater(X.shape[1])",
        "test_every_batch_makes_one_step",
        "The function wants the gradients of the sum of the losses, and their number",
        "the width of X for the batch size",
    ),
    Edit(
        "train_epoch_ch3",
        "isinstance(updater, torch.optim.Optimizer)",
        "hasattr(updater, 'defaults')",
        "test_every_batch_makes_one_step",
        "not callable",
        "recognises an optimizer by a detail",
    ),
    Edit(
        "train_epoch_ch3",
        "isinstance(updater, torch.optim.Optimizer)",
        "isinstance(updater, torch.optim.SGD)",
        "test_every_batch_makes_one_step",
        "not callable",
        "takes SGD for the only optimizer",
    ),
    Edit(
        "train_epoch_ch3",
        "        if isinstance(updater, torch.optim.Optimizer):",
        "        if isinstance(net, nn.Module):",
        "test_every_batch_makes_one_step",
        "updater",
        "decides by the net",
    ),
    Edit(
        "train_epoch_ch3",
        "losses.detach().mean() * len(y)",
        "losses.detach().mean()",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "how much does each count",
        "the mean of a batch counts as one example",
    ),
    Edit(
        "train_epoch_ch3",
        "return metric[0] / metric[2], metric[1] / metric[2]",
        "return metric[0], metric[1] / metric[2]",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "mean loss",
        "the sum of the losses",
    ),
    Edit(
        "train_epoch_ch3",
        "return metric[0] / metric[2], metric[1] / metric[2]",
        "return metric[0] / metric[2], metric[1]",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "accuracy",
        "the number of hits",
    ),
    Edit(
        "train_epoch_ch3",
        "return metric[0] / metric[2], metric[1] / metric[2]",
        "return metric[1] / metric[2], metric[0] / metric[2]",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "mean loss",
        "the two are exchanged",
    ),
    Edit(
        "train_epoch_ch3",
        "return metric[0] / metric[2], metric[1] / metric[2]",
        "return metric[0] / metric[2]",
        "test_every_batch_makes_one_step",
        "a tuple (mean loss, accuracy)",
        "the loss alone",
    ),
    Edit(
        "train_epoch_ch3",
        "        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))",
        "        y_hat = net(X)\n        losses = loss(y_hat, y)\n        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "before its step",
        "measured after the step",
    ),
    Edit(
        "train_epoch_ch3",
        "        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))",
        "        metric.reset()\n        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "4, 4 and 2 examples",
        "only the last batch is reported",
    ),
    Edit(
        "train_epoch_ch3",
        "        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), len(y))",
        "        metric.add(losses.detach().mean() * len(y), accuracy(y_hat, y), 4)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "how much does each count",
        "every batch counts as full",
    ),
    Rewrite(
        "train_epoch_ch3",
        """
        def train_epoch_ch3(net, train_iter, loss, updater):
            if isinstance(net, nn.Module):
                net.train()
            means, shares = [], []
            for X, y in train_iter:
                y_hat = net(X)
                l = loss(y_hat, y)
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.mean().backward()
                    updater.step()
                else:
                    l.sum().backward()
                    updater(X.shape[0])
                means.append(l.mean().item())
                shares.append(accuracy(y_hat, y) / len(y))
            return sum(means) / len(means), sum(shares) / len(shares)
        """,
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "how much does each count",
        "means of the batches' means",
    ),
    Edit(
        "train_epoch_ch3",
        "        net.train()",
        "        pass",
        "test_a_module_works_in_training_mode",
        "training",
        "stays in evaluation mode",
    ),
    Edit(
        "train_epoch_ch3",
        "        net.train()",
        "        net.eval()",
        "test_a_module_works_in_training_mode",
        "training",
        "trains in evaluation mode",
    ),
    Edit(
        "train_epoch_ch3",
        "    for X, y in train_iter:",
        "    for X, y in list(train_iter)[:-1]:",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "the last, short batch is dropped",
    ),
    Edit(
        "train_epoch_ch3",
        "    for X, y in train_iter:",
        "    for X, y in list(train_iter) * 2:",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "two passes",
    ),
    Edit(
        "train_epoch_ch3",
        "        y_hat = net(X)\n",
        "        y_hat = net(X)\n        y_hat = y_hat.detach().requires_grad_()\n",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "the graph is cut: nothing is trained",
    ),
    Edit(
        "train_epoch_ch3",
        "            losses.sum().backward()\n            updater(len(y))  # divides by the number of examples\n",
        "            updater(len(y))\n            losses.sum().backward()\n",
        "test_every_batch_makes_one_step",
        "gradients",
        "the update before backward",
    ),
    Rewrite(
        "train_epoch_ch3",
        """
        def train_epoch_ch3(net, train_iter, loss, updater):
            if isinstance(net, nn.Module):
                net.train()
            metric, sizes = Accumulator(3), []
            for X, y in train_iter:
                y_hat = net(X)
                l = loss(y_hat, y)
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.mean().backward()
                    updater.step()
                else:
                    (l.sum() / len(y)).backward()
                    updater(1)
                metric.add(l.detach().mean() * len(y), accuracy(y_hat, y), len(y))
            return metric[0] / metric[2], metric[1] / metric[2]
        """,
        "test_the_function_gets_the_size_of_each_batch",
        "what updater was called with",
        "the same step, but not as agreed with the function",
    ),
    Edit(
        "train_ch3",
        "        train_loss, train_accuracy = train_epoch_ch3(net, train_iter, loss, updater)\n        history.append((train_loss, train_accuracy, evaluate_accuracy(net, test_iter)))\n",
        "        test = evaluate_accuracy(net, test_iter)\n        history.append((*train_epoch_ch3(net, train_iter, loss, updater), test))\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy after it",
        "evaluates before training",
    ),
    Edit(
        "train_ch3",
        "evaluate_accuracy(net, test_iter)",
        "evaluate_accuracy(net, train_iter)",
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy",
        "evaluates on the training data",
    ),
    Edit(
        "train_ch3",
        "(train_loss, train_accuracy, evaluate_accuracy(net, test_iter))",
        "(train_loss, evaluate_accuracy(net, test_iter), train_accuracy)",
        "test_each_epoch_goes_on_from_the_one_before",
        "train loss, train accuracy, test accuracy",
        "columns exchanged",
    ),
    Edit(
        "train_ch3",
        "(train_loss, train_accuracy, evaluate_accuracy(net, test_iter))",
        "[train_loss, train_accuracy, evaluate_accuracy(net, test_iter)]",
        "test_each_epoch_goes_on_from_the_one_before",
        "tuples",
        "lists instead of tuples",
    ),
    Edit(
        "train_ch3",
        "    return history",
        "    return history[-1]",
        "test_each_epoch_goes_on_from_the_one_before",
        "one for each epoch",
        "the last epoch alone",
    ),
    Edit(
        "train_ch3",
        "    return history",
        "    assert train_loss < 0.5, train_loss\n    return history",
        "test_each_epoch_goes_on_from_the_one_before",
        "AssertionError",
        "asserts a good result (notes 3.6)",
    ),
    Edit(
        "train_ch3",
        "    return history",
        "    print(history)",
        "test_each_epoch_goes_on_from_the_one_before",
        "returned None",
        "nothing comes back",
    ),
    Edit(
        "train_ch3",
        "range(num_epochs)",
        "range(num_epochs - 1)",
        "test_each_epoch_goes_on_from_the_one_before",
        "one for each epoch",
        "an epoch too few",
    ),
    Edit(
        "train_ch3",
        "range(num_epochs)",
        "range(num_epochs + 1)",
        "test_each_epoch_goes_on_from_the_one_before",
        "one for each epoch",
        "an epoch too many",
    ),
    Edit(
        "train_ch3",
        "range(num_epochs)",
        "range(10)",
        "test_each_epoch_goes_on_from_the_one_before",
        "one for each epoch",
        "always ten epochs",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            train_loss, train_accuracy = train_epoch_ch3(net, train_iter, loss, updater)
            return [(train_loss, train_accuracy, evaluate_accuracy(net, test_iter))] * num_epochs
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "after one more epoch",
        "one epoch, reported again and again",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            history = []
            for _ in range(num_epochs):
                history.append(train_epoch_ch3(net, train_iter, loss, updater))
            test_accuracy = evaluate_accuracy(net, test_iter)
            return [(*row, test_accuracy) for row in history]
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy after it",
        "evaluates only once, at the end",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            history = [train_epoch_ch3(net, train_iter, loss, updater) for _ in range(num_epochs)]
            losses, shares = zip(*history)
            return list(losses), list(shares), evaluate_accuracy(net, test_iter)
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "one for each epoch",
        "a list for each number",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            train_iter = iter(train_iter)
            history = []
            for _ in range(num_epochs):
                row = train_epoch_ch3(net, train_iter, loss, updater)
                history.append((*row, evaluate_accuracy(net, test_iter)))
            return history
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "division by zero",
        "the data is used up after an epoch",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            history = []
            for _ in range(num_epochs):
                row = train_epoch_ch3(net, train_iter, loss, updater)
                hits = sum(accuracy(net(X), y) for X, y in test_iter)
                history.append((*row, hits / sum(len(y) for _, y in test_iter)))
            return history
        """,
        "test_modes_alternate",
        "evaluation",
        "evaluates in training mode",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            history = []
            for epoch in range(num_epochs):
                row = train_epoch_ch3(net, train_iter, loss, updater)
                if type(updater).__name__ == "SGD":
                    for group in updater.param_groups:
                        group["lr"] *= 0.05
                history.append((*row, evaluate_accuracy(net, test_iter)))
            return history
        """,
        "test_it_learns_garments",
        "train_ch3 with a linear layer on garments",
        "the learning rate of SGD shrinks far too fast",
    ),
    Edit(
        "predict_ch3",
        "(TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)])",
        "(TEXT_LABELS[int(guess)], TEXT_LABELS[int(true)])",
        "test_six_images_by_default",
        "The name of y first",
        "prediction first",
    ),
    Edit(
        "predict_ch3",
        "(TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)])",
        "(int(true), int(guess))",
        "test_six_images_by_default",
        "The name of y",
        "labels instead of names",
    ),
    Edit(
        "predict_ch3",
        "(TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)])",
        "TEXT_LABELS[int(true)] + '\\n' + TEXT_LABELS[int(guess)]",
        "test_six_images_by_default",
        "The name of y first",
        "titles for a plot, as in the notes",
    ),
    Edit(
        "predict_ch3",
        "(TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)])",
        "[TEXT_LABELS[int(true)], TEXT_LABELS[int(guess)]]",
        "test_six_images_by_default",
        "('dress'",
        "lists instead of tuples",
    ),
    Edit(
        "predict_ch3",
        "argmax(dim=1)",
        "argmin(dim=1)",
        "test_six_images_by_default",
        "highest score",
        "the lowest score",
    ),
    Edit(
        "predict_ch3",
        "argmax(dim=1)",
        "argmax(dim=0)",
        "test_six_images_by_default",
        "of the same row",
        "the best image of each class",
    ),
    Edit(
        "predict_ch3",
        "net(X).argmax(dim=1)",
        "y",
        "test_six_images_by_default",
        "the highest score",
        "compares the labels with themselves",
    ),
    Edit(
        "predict_ch3",
        "TEXT_LABELS[int(guess)]",
        "TEXT_LABELS[int(guess) - 1]",
        "test_six_images_by_default",
        "highest score",
        "names shifted by one",
    ),
    Edit(
        "predict_ch3",
        "n: int = 6",
        "n: int = 8",
        "test_six_images_by_default",
        "The name of y first",
        "another default",
    ),
    Edit(
        "predict_ch3",
        "zip(y[:n], predicted[:n], strict=True)",
        "zip(y, predicted, strict=True)",
        "test_six_images_by_default",
        "The name of y first",
        "the whole batch",
    ),
    Edit(
        "predict_ch3",
        "zip(y[:n], predicted[:n], strict=True)",
        "zip(y[:6], predicted[:6], strict=True)",
        "test_the_first_n_images_of_the_first_batch",
        "returned",
        "always six",
    ),
    Edit(
        "predict_ch3",
        "zip(y[:n], predicted[:n], strict=True)",
        "zip(y[-n:], predicted[-n:], strict=True)",
        "test_six_images_by_default",
        "The name of y first",
        "the last images",
    ),
    Edit(
        "predict_ch3",
        "X, y = next(iter(test_iter))",
        "for X, y in test_iter:\n        pass",
        "test_the_first_n_images_of_the_first_batch",
        "of the same row",
        "the last batch",
    ),
    Edit(
        "predict_ch3",
        "X, y = next(iter(test_iter))",
        "X, y = test_iter[0]",
        "test_the_first_n_images_of_the_first_batch",
        "not subscriptable",
        "the batches are taken for a list",
    ),
    Edit(
        "predict_ch3",
        "    predicted =",
        "    X = X[:n].reshape((n, 1, 2, 5))\n    predicted =",
        "test_a_batch_with_fewer_images",
        "invalid for input",
        "n images are taken for granted (notes 3.6)",
    ),
    Rewrite(
        "predict_ch3",
        """
        def predict_ch3(net, test_iter, n=6):
            X, y = next(iter(test_iter))
            predicted = net(X).argmax(dim=1)
            return [(TEXT_LABELS[y[i]], TEXT_LABELS[predicted[i]]) for i in range(n)]
        """,
        "test_a_batch_with_fewer_images",
        "out of bounds",
        "n images are taken for granted",
    ),
    Rewrite(
        "predict_ch3",
        """
        def predict_ch3(net, test_iter, n=6):
            pairs = []
            for X, y in test_iter:
                for true, guess in zip(y, net(X).argmax(dim=1)):
                    pairs.append((TEXT_LABELS[true], TEXT_LABELS[guess]))
            return pairs[:n]
        """,
        "test_a_batch_with_fewer_images",
        "Only the first batch",
        "goes on to further batches",
    ),
    Edit(
        "predict_ch3",
        "net(X)",
        "net(X.flatten())",
        "test_six_images_by_default",
        "Dimension out of range",
        "all images in one row",
    ),
    Edit(
        "predict_ch3",
        "    return [",
        "    [",
        "test_six_images_by_default",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "softmax_regression",
        "nn.Flatten(), ",
        "",
        "test_scores_are_those_of_its_layer",
        "out of range",
        "images are not flattened",
    ),
    Edit(
        "softmax_regression",
        "nn.Linear(784, 10))",
        "nn.Linear(784, 10), nn.Softmax(dim=1))",
        "test_scores_are_those_of_its_layer",
        "has its softmax",
        "softmax before a loss that takes scores",
    ),
    Edit(
        "softmax_regression",
        "nn.Linear(784, 10))",
        "nn.Linear(784, 10), nn.ReLU())",
        "test_scores_are_those_of_its_layer",
        "nothing after it",
        "an activation at the end",
    ),
    Edit(
        "softmax_regression",
        "nn.Linear(784, 10))",
        "nn.Linear(784, 10), nn.LogSoftmax(dim=1))",
        "test_scores_are_those_of_its_layer",
        "nothing after it",
        "logarithms of probabilities",
    ),
    Edit(
        "softmax_regression",
        "nn.Flatten()",
        "nn.Flatten(0)",
        "test_scores_are_those_of_its_layer",
        "shapes",
        "all images in one row",
    ),
    Edit(
        "softmax_regression",
        "nn.Linear(784, 10)",
        "nn.Linear(784, 10, bias=False)",
        "test_scores_are_those_of_its_layer",
        "shapes of its parameters",
        "no bias",
    ),
    Edit(
        "softmax_regression",
        "nn.Linear(784, 10)",
        "nn.Linear(784, 256), nn.Linear(256, 10)",
        "test_scores_are_those_of_its_layer",
        "shapes of its parameters",
        "two layers",
    ),
    Edit(
        "softmax_regression",
        "std=0.01",
        "std=0.1",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not the variance",
        "0.01 taken for the variance (notes 3.7)",
    ),
    Edit(
        "softmax_regression",
        "std=0.01",
        "mean=0.01",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a standard deviation of",
        "0.01 as the mean",
    ),
    Edit(
        "softmax_regression",
        "std=0.01",
        "mean=0.01, std=0.01",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a mean of 0.0",
        "a mean of 0.01",
    ),
    Edit(
        "softmax_regression",
        "    nn.init.normal_(net[1].weight, std=0.01)\n",
        "",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "the library's first weights",
    ),
    Edit(
        "softmax_regression",
        "    nn.init.normal_(net[1].weight, std=0.01)\n",
        "    nn.init.uniform_(net[1].weight, -0.0173205, 0.0173205)\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not uniform",
        "uniform with the right standard deviation",
    ),
    Edit(
        "softmax_regression",
        "nn.init.normal_(net[1].weight, std=0.01)",
        "nn.init.zeros_(net[1].weight)",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation of 0.0000",
        "zeros",
    ),
    Edit(
        "softmax_regression",
        "    net = nn",
        "    torch.manual_seed(0)\n    net = nn",
        "test_every_call_makes_new_weights",
        "seed",
        "a seed set inside",
    ),
    Edit(
        "softmax_regression",
        "    return net",
        "    return net.requires_grad_(False)",
        "test_X_is_not_modified_and_every_parameter_is_trained",
        "cut off from the graph",
        "nothing can be trained",
    ),
    Edit(
        "softmax_regression",
        "    return net",
        "    net[1].weight.requires_grad_(False)\n    return net",
        "test_X_is_not_modified_and_every_parameter_is_trained",
        "no gradient for",
        "the weights cannot be trained",
    ),
    Edit(
        "softmax_regression",
        "    return net",
        "    return nn.ModuleList(net)",
        "test_scores_are_those_of_its_layer",
        "nn.Sequential",
        "a list of layers",
    ),
    Edit(
        "softmax_regression",
        "    return net",
        "    return net[1]",
        "test_scores_are_those_of_its_layer",
        "nn.Sequential",
        "the layer without Flatten",
    ),
    Edit(
        "softmax_regression",
        "    return net",
        "    net",
        "test_scores_are_those_of_its_layer",
        "None",
        "no return",
    ),
    Edit(
        "cross_entropy",
        "torch.log(y_hat",
        "torch.log(y_hat.clamp(min=1e-3)",
        "test_a_small_probability_costs_much",
        "no lower limit",
        "small probabilities are raised to 0.001",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            data = []

            def __init__(self, n):
                self.data[:] = [0.0] * n

            def add(self, *args):
                for i, b in enumerate(args):
                    self.data[i] += float(b)

            def reset(self):
                self.data[:] = [0.0] * len(self.data)

            def __getitem__(self, idx):
                return self.data[idx]
        """,
        "test_two_of_them_share_nothing",
        "begins anew",
        "the class holds the sums: a new one sets those of all to 0",
    ),
    Edit(
        "Accumulator",
        "        self.data = [0.0] * len(self.data)",
        "        self.data = [0.0] * 2",
        "test_reset_begins_again",
        "list index out of range",
        "two sums after reset, whatever n is",
    ),
    Edit(
        "evaluate_accuracy",
        "    with torch.no_grad():\n        for X, y in data_iter:\n            metric",
        "    torch.set_grad_enabled(False)\n    for X, y in data_iter:\n        metric",
        "test_a_module_works_in_evaluation_mode_and_keeps_its_weights",
        "as a block, which ends",
        "gradients stay off for all that follows",
    ),
    Edit(
        "train_ch3",
        "evaluate_accuracy(net, test_iter)))",
        "evaluate_accuracy(net, test_iter)))\n        if history[-1][2] == 1:\n            break",
        "test_modes_alternate",
        "from the start",
        "stops when all test examples are right",
    ),
]

RIGHT = [
    Rewrite(
        "l1_loss",
        """
        def l1_loss(y_hat, y):
            return torch.abs(y.reshape(y_hat.shape) - y_hat)
        """,
        why="torch.abs, the other way round",
    ),
    Rewrite(
        "l1_loss",
        """
        def l1_loss(y_hat, y):
            return nn.L1Loss(reduction="none")(y_hat, y.view_as(y_hat))
        """,
        why="the library's loss",
    ),
    Rewrite(
        "l1_loss",
        """
        def l1_loss(y_hat, y):
            r = y_hat - y.reshape(-1, 1)
            return torch.where(r > 0, r, -r)
        """,
        why="two branches",
    ),
    Rewrite(
        "huber_loss",
        """
        def huber_loss(y_hat, y, delta=1.0):
            return nn.functional.huber_loss(y_hat, y.reshape(y_hat.shape), reduction="none", delta=delta)
        """,
        why="the library's loss",
    ),
    Rewrite(
        "huber_loss",
        """
        def huber_loss(y_hat, y, delta=1.0):
            r = y_hat - y.reshape(y_hat.shape)
            clipped = r.clamp(-delta, delta)
            return clipped * (r - clipped / 2)
        """,
        why="by clipping",
    ),
    Rewrite(
        "huber_loss",
        """
        def huber_loss(y_hat, y, delta=1.0):
            losses = []
            for a, b in zip(y_hat.reshape(-1), y.reshape(-1)):
                r = abs(a - b)
                losses.append(0.5 * r**2 if r < delta else delta * r - 0.5 * delta**2)
            return torch.stack(losses).reshape(y_hat.shape)
        """,
        why="a loop",
    ),
    Rewrite(
        "softmax",
        """
        def softmax(X):
            X_exp = torch.exp(X)
            partition = X_exp.sum(1, keepdim=True)
            return X_exp / partition
        """,
        why="as in the notes: large scores are not asked for",
    ),
    Rewrite(
        "softmax", "def softmax(X):\n    return nn.Softmax(dim=-1)(X)", why="the library's own"
    ),
    Rewrite(
        "softmax",
        """
        def softmax(X):
            rows = []
            for row in X:
                e = row.exp()
                rows.append(e / e.sum())
            return torch.stack(rows)
        """,
        why="row by row",
    ),
    Rewrite(
        "softmax",
        "def softmax(X):\n    return (X - X.logsumexp(1, keepdim=True)).exp()",
        why="by the logarithm of the sum",
    ),
    Rewrite(
        "softmax_net",
        """
        def softmax_net(X, W, b):
            return softmax(torch.matmul(X.reshape((-1, W.shape[0])), W) + b)
        """,
        why="as in the notes",
    ),
    Rewrite(
        "softmax_net",
        """
        def softmax_net(X, W, b):
            return torch.softmax(nn.functional.linear(X.flatten(start_dim=1), W.t(), b), 1)
        """,
        why="the library's functions",
    ),
    Rewrite(
        "softmax_net",
        """
        def softmax_net(X, W, b):
            rows = [image.reshape(-1) @ W + b for image in X]
            return softmax(torch.stack(rows))
        """,
        why="image by image",
    ),
    Rewrite(
        "cross_entropy",
        """
        def cross_entropy(y_hat, y):
            return -torch.log(y_hat[range(len(y_hat)), y])
        """,
        why="as in the notes",
    ),
    Rewrite(
        "cross_entropy",
        """
        def cross_entropy(y_hat, y):
            return -torch.log(y_hat.gather(1, y.reshape(-1, 1)).squeeze(1))
        """,
        why="gather",
    ),
    Rewrite(
        "cross_entropy",
        """
        def cross_entropy(y_hat, y):
            t = nn.functional.one_hot(y, y_hat.shape[1])
            return -torch.sum(t * torch.log(y_hat + 1e-7), dim=1)
        """,
        why="one-hot labels and a small epsilon, as in the fish book",
    ),
    Rewrite(
        "cross_entropy",
        """
        def cross_entropy(y_hat, y):
            return torch.stack([-p[c].clamp(min=1e-8).log() for p, c in zip(y_hat, y)])
        """,
        why="a loop, clamped",
    ),
    Rewrite(
        "accuracy",
        """
        def accuracy(y_hat, y):
            if len(y_hat.shape) > 1 and y_hat.shape[1] > 1:
                y_hat = y_hat.argmax(axis=1)
            cmp = y_hat.type(y.dtype) == y
            return float(cmp.type(y.dtype).sum())
        """,
        why="as in the notes",
    ),
    Rewrite(
        "accuracy",
        """
        def accuracy(y_hat, y):
            if y_hat.ndim == 2:
                y_hat = torch.max(y_hat, 1)[1]
            hits = 0
            for guess, true in zip(y_hat, y):
                if guess == true:
                    hits += 1.0
            return float(hits)
        """,
        why="a loop",
    ),
    Rewrite(
        "accuracy",
        """
        def accuracy(y_hat, y):
            labels = y_hat.topk(1, dim=1).indices[:, 0] if y_hat.dim() > 1 else y_hat
            return torch.eq(labels, y).double().sum().item()
        """,
        why="topk, item",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = [0.0] * n

            def add(self, *args):
                self.data = [a + float(b) for a, b in zip(self.data, args)]

            def reset(self):
                self.data = [0.0] * len(self.data)

            def __getitem__(self, idx):
                return self.data[idx]
        """,
        why="as in the notes: a wrong number of arguments is not asked for",
    ),
    Rewrite(
        "Accumulator",
        """
        class Accumulator:
            def __init__(self, n):
                self.n = n
                self.reset()

            def add(self, *args):
                if len(args) != self.n:
                    raise ValueError(f"{len(args)} numbers for {self.n} sums")
                for i, value in enumerate(args):
                    self.sums[i] += value.item() if isinstance(value, Tensor) else value

            def reset(self):
                self.sums = dict.fromkeys(range(self.n), 0.0)

            def __getitem__(self, i):
                return self.sums[i]
        """,
        why="a dict; other names",
    ),
    Rewrite(
        "Accumulator",
        """
        import numpy as np

        class Accumulator:
            def __init__(self, n):
                self.data = np.zeros(n)

            def add(self, *args):
                self.data += np.array([float(a) for a in args])

            def reset(self):
                self.data[:] = 0

            def __getitem__(self, idx):
                return float(self.data[idx])
        """,
        why="numpy",
    ),
    Rewrite(
        "evaluate_accuracy",
        """
        def evaluate_accuracy(net, data_iter):
            if isinstance(net, torch.nn.Module):
                net.eval()
            metric = Accumulator(2)
            for X, y in data_iter:
                metric.add(accuracy(net(X), y), y.numel())
            return metric[0] / metric[1]
        """,
        why="as in the notes, with gradients on",
    ),
    Rewrite(
        "evaluate_accuracy",
        """
        def evaluate_accuracy(net, data_iter):
            was_training = getattr(net, "training", False)
            if isinstance(net, nn.Module):
                net.eval()
            hits = []
            with torch.inference_mode():
                for X, y in data_iter:
                    hits.append(net(X).argmax(1).eq(y))
            if was_training:
                net.train()
            return torch.cat(hits).double().mean().item()
        """,
        why="all hits in one tensor; the mode comes back",
    ),
    Rewrite(
        "evaluate_accuracy",
        """
        @torch.no_grad()
        def evaluate_accuracy(net, data_iter):
            try:
                net.eval()
            except AttributeError:
                pass
            right, total = 0, 0
            for X, y in data_iter:
                right += (net(X).argmax(dim=-1) == y).sum()
                total += y.size(0)
            return right / total
        """,
        why="a tensor of one number comes back",
    ),
    Rewrite(
        "train_epoch_ch3",
        """
        def train_epoch_ch3(net, train_iter, loss, updater):
            if isinstance(net, torch.nn.Module):
                net.train()
            metric = Accumulator(3)
            for X, y in train_iter:
                y_hat = net(X)
                l = loss(y_hat, y)
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.mean().backward()
                    updater.step()
                else:
                    l.sum().backward()
                    updater(X.shape[0])
                metric.add(float(l.mean()) * len(y), accuracy(y_hat, y), y.numel())
            return metric[0] / metric[2], metric[1] / metric[2]
        """,
        why="as in the book",
    ),
    Rewrite(
        "train_epoch_ch3",
        """
        def train_epoch_ch3(net, train_iter, loss, updater):
            if isinstance(net, nn.Module):
                net.train()
            total, hits, n = 0.0, 0, 0
            for X, y in train_iter:
                scores = net(X)
                cost = loss(scores, y)
                hits += (scores.argmax(1) == y).sum().item()
                n += len(y)
                if isinstance(updater, torch.optim.Optimizer):
                    if cost.dim():
                        cost = cost.mean()
                    total += cost.item() * len(y)
                    cost.backward()
                    updater.step()
                    updater.zero_grad()
                else:
                    total += cost.sum().item()
                    torch.autograd.backward(cost.sum())
                    updater(len(y))
            return total / n, hits / n
        """,
        why="gradients are cleared after the step",
    ),
    Rewrite(
        "train_epoch_ch3",
        """
        def train_epoch_ch3(net, train_iter, loss, updater):
            getattr(net, "train", lambda: None)()
            losses, right = [], []
            for X, y in train_iter:
                y_hat = net(X)
                l = loss(y_hat, y)
                per_example = l if l.dim() > 0 else l.expand(len(y))
                losses.append(per_example.detach())
                right.append(y_hat.detach().argmax(dim=1) == y)
                if callable(updater):
                    l.sum().backward()
                    updater(y.shape[0])
                else:
                    updater.zero_grad(set_to_none=False) if False else updater.zero_grad()
                    l.backward(torch.ones_like(l) / l.numel())
                    updater.step()
            return torch.cat(losses).mean(), torch.cat(right).float().mean()
        """,
        why="backward with weights; tensors of one number come back",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            results = []
            for epoch in range(num_epochs):
                train_metrics = train_epoch_ch3(net, train_iter, loss, updater)
                test_acc = evaluate_accuracy(net, test_iter)
                results.append(train_metrics + (test_acc,))
            return results
        """,
        why="as in the book, without the plot",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            if num_epochs == 0:
                return []
            first = (*train_epoch_ch3(net, train_iter, loss, updater), evaluate_accuracy(net, test_iter))
            return [first, *train_ch3(net, train_iter, test_iter, loss, num_epochs - 1, updater)]
        """,
        why="by recursion",
    ),
    Rewrite(
        "train_ch3",
        """
        def train_ch3(net, train_iter, test_iter, loss, num_epochs, updater):
            history, epoch = [], 0
            while epoch < num_epochs:
                l, a = train_epoch_ch3(net, train_iter, loss, updater)
                t = evaluate_accuracy(net, test_iter)
                print(f"epoch {epoch + 1}, loss {l:.3f}, train acc {a:.3f}, test acc {t:.3f}")
                history += [(torch.tensor(l), torch.tensor(a), torch.tensor(t))]
                epoch += 1
            return history
        """,
        why="prints; tensors of one number",
    ),
    Rewrite(
        "predict_ch3",
        """
        def predict_ch3(net, test_iter, n=6):
            for X, y in test_iter:
                break
            trues = [TEXT_LABELS[int(i)] for i in y]
            preds = [TEXT_LABELS[int(i)] for i in net(X).argmax(axis=1)]
            return [(true, pred) for true, pred in zip(trues, preds)][0:n]
        """,
        why="as in the notes",
    ),
    Rewrite(
        "predict_ch3",
        """
        def predict_ch3(net, test_iter, n=6):
            names = ("t-shirt", "trouser", "pullover", "dress", "coat",
                     "sandal", "shirt", "sneaker", "bag", "ankle boot")
            X, y = next(iter(test_iter))
            if isinstance(net, nn.Module):
                net.eval()
            with torch.no_grad():
                guesses = net(X[:n]).max(1).indices.tolist()
            return list(zip([names[i] for i in y.tolist()], [names[i] for i in guesses]))
        """,
        why="names of its own; only n images are computed",
    ),
    Rewrite(
        "softmax_regression",
        """
        def softmax_regression():
            net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))

            def init_weights(m):
                if type(m) == nn.Linear:
                    nn.init.normal_(m.weight, std=0.01)

            net.apply(init_weights);
            return net
        """,
        why="as in the book",
    ),
    Rewrite(
        "softmax_regression",
        """
        def softmax_regression():
            linear = nn.Linear(28 * 28, 10)
            linear.weight.data.normal_(0, 0.01)
            linear.bias.data.fill_(0)
            net = nn.Sequential()
            net.add_module("flatten", nn.Flatten(start_dim=1, end_dim=-1))
            net.add_module("linear", linear)
            return net
        """,
        why="named layers, bias 0",
    ),
]
