"""Known answers of ch21_convolution."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "corr2d",
        "X[i : i + kh, j : j + kw] * K",
        "X[i : i + kh, j : j + kw] * K.flip(0, 1)",
        "test_values_are_those_of_the_library",
        "flipped",
        "a convolution in the mathematical sense",
    ),
    Edit(
        "corr2d",
        "X.shape[0] - kh + 1, X.shape[1] - kw + 1",
        "X.shape[0] - kw + 1, X.shape[1] - kh + 1",
        "test_shape_is_that_of_the_library",
        "must match the size",
        "height and width of the kernel swapped, invisible with square kernels",
    ),
    Edit(
        "corr2d",
        "X.shape[0] - kh + 1, X.shape[1] - kw + 1",
        "X.shape[0] - kh, X.shape[1] - kw",
        "test_shape_is_that_of_the_library",
        "count the places",
        "one row and one column short",
    ),
    Edit(
        "corr2d",
        "X.shape[0] - kh + 1, X.shape[1] - kw + 1",
        "X.shape[0], X.shape[1]",
        "test_shape_is_that_of_the_library",
        "must match the size",
        "a result as large as the image",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            kh, kw = K.shape
            padded = nn.functional.pad(X, (kw // 2, (kw - 1) // 2, kh // 2, (kh - 1) // 2))
            return nn.functional.conv2d(padded[None, None], K[None, None])[0, 0]
        """,
        "test_shape_is_that_of_the_library",
        "count the places",
        "padded so that the output is as large as X",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y[:, :-1]",
        "test_shape_is_that_of_the_library",
        "count the places",
        "the last column is lost",
    ),
    Edit(
        "corr2d",
        "range(Y.shape[0])",
        "range(Y.shape[0] - 1)",
        "test_values_are_those_of_the_library",
        "element by element",
        "the last row stays zero",
    ),
    Edit(
        "corr2d",
        ".sum()",
        ".mean()",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "mean instead of sum",
    ),
    Edit(
        "corr2d",
        "X[i : i + kh, j : j + kw] * K).sum()",
        "X[i : i + kh, j : j + kw] @ K.T).sum()",
        "test_values_are_those_of_the_library",
        "element by element",
        "a matrix product of window and kernel",
    ),
    Edit(
        "corr2d",
        "(X[i : i + kh, j : j + kw] * K).sum()",
        "X[i, j] * K.sum()",
        "test_values_are_those_of_the_library",
        "window of X",
        "the window is a single pixel",
    ),
    Edit(
        "corr2d",
        "X[i : i + kh, j : j + kw]",
        "X[i : i + kh, j : j + kw].abs()",
        "test_values_are_those_of_the_library",
        "window of X",
        "signs are lost",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return torch.relu(Y)",
        "test_values_are_those_of_the_library",
        "sum of K times the window",
        "an activation nobody asked for",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.trunc()",
        "test_values_are_those_of_the_library",
        "cut to whole numbers",
        "truncated to whole numbers",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.long()",
        "test_shape_is_that_of_the_library",
        "dtype int64",
        "a result of integers",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.double()",
        "test_shape_is_that_of_the_library",
        "dtype float64",
        "always float64",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.T",
        "test_shape_is_that_of_the_library",
        "rows with its height",
        "transposed",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y[None, None]",
        "test_shape_is_that_of_the_library",
        "shape (1, 1, 5, 8)",
        "axes of batch and channel left over",
    ),
    Edit(
        "corr2d",
        "    return Y",
        "    Y",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.tolist()",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y.detach().numpy()",
        "test_shape_is_that_of_the_library",
        "Its type is ndarray",
        "a numpy array comes back",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(image, kernel):
            return nn.functional.conv2d(image[None, None], kernel[None, None])[0, 0]
        """,
        "test_shape_is_that_of_the_library",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "corr2d",
        "K).sum()",
        "K).sum().item()",
        "test_gradients",
        "cuts the gradient",
        "numbers instead of tensors",
    ),
    Edit(
        "corr2d",
        "kh, kw = K.shape",
        "kh, kw = K.shape\n    X = X.detach()",
        "test_gradients",
        "no gradient for x",
        "the image is detached",
    ),
    Edit(
        "corr2d",
        "X[i : i + kh, j : j + kw] * K",
        "X.data[i : i + kh, j : j + kw] * K",
        "test_gradients",
        "no gradient for x",
        ".data on the image",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            kh, kw = K.shape
            rows = X.view(-1).unfold(0, X.shape[1], X.shape[1])
            return (rows.unfold(0, kh, 1).unfold(1, kw, 1) * K).sum((2, 3))
        """,
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K, kept={}):
            kh, kw = K.shape
            shape = X.shape[0] - kh + 1, X.shape[1] - kw + 1
            Y = kept.setdefault(shape, torch.zeros(shape)).detach()
            for i in range(shape[0]):
                for j in range(shape[1]):
                    Y[i, j] = (X[i : i + kh, j : j + kw] * K).sum()
            return Y
        """,
        "test_calls_do_not_disturb_each_other",
        "what is shared",
        "all results of one shape are the same memory",
    ),
    Edit(
        "corr2d",
        "    return Y",
        "    Y += corr2d.__dict__.get(tuple(Y.shape), 0)\n    corr2d.__dict__[tuple(Y.shape)] = Y.detach()\n    return Y",
        "test_values_are_those_of_the_library",
        "worst",
        "the result of an earlier call is added",
    ),
    Edit(
        "corr2d",
        "    return Y",
        "    X -= X.mean()\n    return Y",
        "test_arguments_are_not_modified",
        "and x is now",
        "X is changed in place",
    ),
    Edit(
        "corr2d",
        "kh, kw = K.shape",
        "kh, kw = K.shape\n    K.div_(K.abs().sum())",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "K is normalized, in place too",
    ),
    Edit(
        "corr2d",
        "return Y",
        "return Y / Y.abs().max()",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "result scaled to 1",
    ),
    Edit(
        "Conv2D",
        "nn.Parameter(torch.rand(kernel_size))",
        "torch.rand(kernel_size)",
        "test_shape_is_that_of_the_library",
        "nn.Parameter",
        "the kernel is a plain tensor",
    ),
    Edit(
        "Conv2D",
        "nn.Parameter(torch.zeros(1))",
        "torch.zeros(1, requires_grad=True)",
        "test_shape_is_that_of_the_library",
        "bias is a Tensor",
        "the bias is a plain tensor",
    ),
    Edit(
        "Conv2D",
        "torch.zeros(1))",
        "torch.zeros(1), requires_grad=False)",
        "test_shape_is_that_of_the_library",
        "requires a gradient",
        "the bias cannot be trained",
    ),
    Edit(
        "Conv2D",
        "torch.zeros(1)",
        "torch.zeros(kernel_size)",
        "test_shape_is_that_of_the_library",
        "bias is an nn.Parameter of shape (1,)",
        "a bias for each value of the kernel",
    ),
    Edit(
        "Conv2D",
        "torch.rand(kernel_size)",
        "torch.rand(1, 1, *kernel_size)",
        "test_shape_is_that_of_the_library",
        "weight is an nn.Parameter of shape (4, 1)",
        "axes for channels",
    ),
    Edit(
        "Conv2D",
        "torch.rand(kernel_size)",
        "torch.rand(kernel_size[::-1])",
        "test_shape_is_that_of_the_library",
        "weight is an nn.Parameter of shape (4, 1)",
        "height and width swapped",
    ),
    Edit(
        "Conv2D",
        "torch.rand(kernel_size)",
        "torch.rand(kernel_size[0], kernel_size[0])",
        "test_shape_is_that_of_the_library",
        "shape (4, 1)",
        "always square",
    ),
    Edit(
        "Conv2D",
        "torch.rand(kernel_size)",
        "torch.rand(2)",
        "test_shape_is_that_of_the_library",
        "shape (4, 1)",
        "the pair taken for a length",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight)",
        "test_values_are_those_of_the_library",
        "plus self.bias",
        "no bias",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight) - self.bias",
        "test_values_are_those_of_the_library",
        "plus self.bias",
        "bias subtracted",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X + self.bias, self.weight)",
        "test_values_are_those_of_the_library",
        "plus self.bias",
        "bias added to the image",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight) * self.bias",
        "test_values_are_those_of_the_library",
        "plus self.bias",
        "bias multiplied",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight.flip(0, 1)) + self.bias",
        "test_values_are_those_of_the_library",
        "flipped",
        "kernel flipped",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return torch.relu(corr2d(X, self.weight) + self.bias)",
        "test_values_are_those_of_the_library",
        "self.weight",
        "with an activation",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, torch.rand(self.weight.shape)) + self.bias",
        "test_values_are_those_of_the_library",
        "self.weight",
        "a new kernel in every call",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight.data) + self.bias",
        "test_gradients",
        "no gradient for weight",
        "kernel read through .data",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X, self.weight) + self.bias.item()",
        "test_gradients",
        "no gradient for bias",
        "bias read through item()",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "return corr2d(X.detach(), self.weight) + self.bias",
        "test_gradients",
        "no gradient for x",
        "the image is detached",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "corr2d(X, self.weight) + self.bias",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "Y = corr2d(X, self.weight) + self.bias\n        X.zero_()\n        return Y",
        "test_arguments_are_not_modified",
        "and x is now",
        "clears the image",
    ),
    Edit(
        "Conv2D",
        "return corr2d(X, self.weight) + self.bias",
        "X = X.view(-1).view(X.shape[0], -1)\n        return corr2d(X, self.weight) + self.bias",
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "Conv2D",
        "        super().__init__()\n",
        "",
        "test_shape_is_that_of_the_library",
        "module.__init__",
        "super().__init__() is missing",
    ),
    Rewrite(
        "Conv2D",
        """
        KERNELS = {}


        class Conv2D(nn.Module):
            def __init__(self, kernel_size):
                super().__init__()
                self.weight = KERNELS.setdefault(kernel_size, nn.Parameter(torch.rand(kernel_size)))
                self.bias = nn.Parameter(torch.zeros(1))

            def forward(self, X):
                return corr2d(X, self.weight) + self.bias
        """,
        "test_layers_have_their_own_parameters",
        "another layer",
        "all layers of one size share a kernel",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            weight = bias = None

            def __init__(self, kernel_size):
                super().__init__()
                Conv2D.weight = nn.Parameter(torch.rand(kernel_size))
                Conv2D.bias = nn.Parameter(torch.zeros(1))

            def forward(self, X):
                return corr2d(X, self.weight) + self.bias
        """,
        "test_shape_is_that_of_the_library",
        "nn.Parameter",
        "parameters belong to the class, so parameters() does not find them",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            def __init__(self, kernel_size):
                super().__init__()
                self.weight = nn.Parameter(torch.rand(kernel_size))
                self.bias = nn.Parameter(torch.zeros(1))
                self.kernel = self.weight.detach().clone()

            def forward(self, X):
                return corr2d(X, self.kernel) + self.bias
        """,
        "test_values_are_those_of_the_library",
        "self.weight",
        "computes with a copy of the first kernel",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            kept = {}

            def __init__(self, kernel_size):
                super().__init__()
                self.weight = nn.Parameter(torch.rand(kernel_size))
                self.bias = nn.Parameter(torch.zeros(1))

            def forward(self, X):
                shape = tuple(self.weight.shape)
                if shape not in self.kept:
                    self.kept[shape] = corr2d(X, self.weight) + self.bias
                return self.kept[shape]
        """,
        "test_values_are_those_of_the_library",
        "self.weight",
        "the first result of each size is kept",
    ),
    Edit(
        "learn_kernel",
        "        conv2d.zero_grad()\n",
        "",
        "test_every_step_halves_the_error",
        "old gradients dropped",
        "gradients are never cleared",
    ),
    Edit(
        "learn_kernel",
        "conv2d.weight -= ",
        "conv2d.weight += ",
        "test_first_step_is_lr_times_the_gradient",
        "sign is flipped",
        "uphill",
    ),
    Edit(
        "learn_kernel",
        ".sum()",
        ".mean()",
        "test_first_step_is_lr_times_the_gradient",
        "times the expected one",
        "mean instead of sum of the squared errors",
    ),
    Edit(
        "learn_kernel",
        "lr * conv2d",
        "3e-2 * conv2d",
        "test_first_step_is_lr_times_the_gradient",
        "exactly 30 times",
        "the lr of the notes, whatever lr is",
    ),
    Edit(
        "learn_kernel",
        "range(num_steps)",
        "range(10)",
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "the 10 steps of the notes",
    ),
    Edit(
        "learn_kernel",
        "range(num_steps)",
        "range(num_steps - 1)",
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "one step too few",
    ),
    Edit(
        "learn_kernel",
        "range(num_steps)",
        "range(num_steps + 1)",
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "one step too many",
    ),
    Edit(
        "learn_kernel",
        "bias=False, ",
        "",
        "test_there_is_no_bias",
        "bias",
        "a bias that adds to the output, not trained",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            conv2d = nn.Conv2d(1, 1, kernel_size)
            for _ in range(num_steps):
                conv2d.zero_grad()
                ((conv2d(X[None, None]) - Y) ** 2).sum().backward()
                for parameter in conv2d.parameters():
                    parameter.data -= lr * parameter.grad
            return conv2d.weight.data[0, 0]
        """,
        "test_there_is_no_bias",
        "bias",
        "a bias is learned too",
    ),
    Edit(
        "learn_kernel",
        "((conv2d(X) - Y) ** 2)",
        "((conv2d(X) - Y) ** 2 / 2)",
        "test_first_step_is_lr_times_the_gradient",
        "exactly 0.5 times",
        "half of the squared error",
    ),
    Edit(
        "learn_kernel",
        "((conv2d(X) - Y) ** 2)",
        "(conv2d(X) - Y).abs()",
        "test_first_step_is_lr_times_the_gradient",
        "squared error",
        "absolute error",
    ),
    Edit(
        "learn_kernel",
        "((conv2d(X) - Y) ** 2)",
        "((conv2d(X) + Y) ** 2)",
        "test_first_step_is_lr_times_the_gradient",
        "sign is flipped",
        "the sign of Y",
    ),
    Edit(
        "learn_kernel",
        "conv2d.weight -= lr * conv2d.weight.grad",
        "weight = conv2d.weight - lr * conv2d.weight.grad",
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "the new kernel gets another name and is lost",
    ),
    Edit(
        "learn_kernel",
        "lr * conv2d.weight.grad",
        "lr * conv2d.weight.grad.sign()",
        "test_first_step_is_lr_times_the_gradient",
        "gradient",
        "only the sign of the gradient",
    ),
    Edit(
        "learn_kernel",
        "for _ in range(num_steps):",
        "for step in range(num_steps):\n        lr = lr if step == 0 else lr / 2",
        "test_every_step_halves_the_error",
        "halves the error",
        "the learning rate shrinks",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            W, velocity = torch.zeros(kernel_size, requires_grad=True), 0
            for _ in range(num_steps):
                loss = ((corr2d(X, W) - Y) ** 2).sum()
                velocity = 0.9 * velocity + torch.autograd.grad(loss, W)[0]
                W = (W - lr * velocity).detach().requires_grad_()
            return W.detach()
        """,
        "test_every_step_halves_the_error",
        "old gradients dropped",
        "with momentum",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            W = torch.zeros(kernel_size)
            for _ in range(num_steps):
                for i in range(Y.shape[0]):
                    for j in range(Y.shape[1]):
                        window = X[i : i + kernel_size[0], j : j + kernel_size[1]]
                        W -= lr * 2 * ((window * W).sum() - Y[i, j]) * window
            return W
        """,
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "a step for each pixel of Y",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1).flatten(2).flatten(0, 1)
            return torch.linalg.lstsq(windows, Y.reshape(-1, 1)).solution.reshape(kernel_size)
        """,
        "test_first_step_is_lr_times_the_gradient",
        "one step",
        "solved exactly, without descent",
    ),
    Rewrite(
        "learn_kernel",
        """
        KERNELS = {}


        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            conv2d = KERNELS.setdefault(kernel_size, nn.Conv2d(1, 1, kernel_size, bias=False))
            for _ in range(num_steps):
                conv2d.zero_grad()
                ((conv2d(X[None, None]) - Y) ** 2).sum().backward()
                conv2d.weight.data -= lr * conv2d.weight.grad
            return conv2d.weight.detach().clone()[0, 0]
        """,
        "test_every_step_halves_the_error",
        "halves the error",
        "the next call goes on where the last one ended",
    ),
    Edit(
        "learn_kernel",
        "return conv2d.weight.detach().reshape(kernel_size)",
        "return conv2d.weight.detach()",
        "test_result_is_a_kernel",
        "without axes",
        "axes of the channels left over",
    ),
    Edit(
        "learn_kernel",
        "return conv2d.weight.detach().reshape(kernel_size)",
        "return conv2d",
        "test_result_is_a_kernel",
        "torch.Tensor of shape",
        "the layer comes back",
    ),
    Edit(
        "learn_kernel",
        "return conv2d.weight.detach().reshape(kernel_size)",
        "return conv2d.weight.detach().reshape(kernel_size), float(loss)",
        "test_result_is_a_kernel",
        "tuple",
        "kernel and loss",
    ),
    Edit(
        "learn_kernel",
        "return conv2d.weight.detach().reshape(kernel_size)",
        "return conv2d.weight.detach().reshape(kernel_size[::-1])",
        "test_result_is_a_kernel",
        "shape (2, 1)",
        "height and width swapped",
    ),
    Edit(
        "learn_kernel",
        "return conv2d.weight.detach().reshape(kernel_size)",
        "return conv2d.weight.detach().reshape(kernel_size).flip(0, 1)",
        "test_first_step_is_lr_times_the_gradient",
        "another order",
        "the kernel comes back flipped",
    ),
    Edit(
        "learn_kernel",
        "    return conv2d.weight.detach().reshape(kernel_size)",
        "    conv2d.weight.detach().reshape(kernel_size)",
        "test_result_is_a_kernel",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "learn_kernel",
        "    return conv2d.weight.detach().reshape(kernel_size)",
        "    Y -= conv2d(X).detach()\n    return conv2d.weight.detach().reshape(kernel_size)",
        "test_arguments_are_not_modified",
        "in place",
        "the error is written into Y",
    ),
    Edit(
        "learn_kernel",
        "X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)",
        "X, Y = X.view(1, 1, -1).view(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)",
        "test_result_is_a_kernel",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "learn_kernel",
        "(X) - Y)",
        "(X) - Y.mean())",
        "test_first_step_is_lr_times_the_gradient",
        "squared error",
        "one target for all pixels",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y.squeeze()",
        "test_shape_is_that_of_the_library",
        "squeeze()",
        "maps of one row lose it",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y[0]",
        "test_shape_is_that_of_the_library",
        "shape (1, 8, 8)",
        "the channel axis stays",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y",
        "test_shape_is_that_of_the_library",
        "shape (1, 1, 8, 8)",
        "both axes stay",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y[0, 0, 0]",
        "test_shape_is_that_of_the_library",
        "only these two extra axes",
        "one axis too many is taken",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y.reshape(X.shape)",
        "test_shape_is_that_of_the_library",
        "is invalid for input of size",
        "the shape of the input",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y.reshape(-1, Y.shape[2])",
        "test_shape_is_that_of_the_library",
        "only these two extra axes",
        "rows and columns swapped in the shape",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y[0, 0].T",
        "test_shape_is_that_of_the_library",
        "only these two extra axes",
        "transposed",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "Y.reshape(Y.shape[2:])",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y.reshape(Y.shape[2:]).tolist()",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "comp_conv2d",
        "X.reshape(1, 1, *X.shape)",
        "X.reshape(1, *X.shape)",
        "test_shape_is_that_of_the_library",
        "is invalid for input of size",
        "only one axis is added",
    ),
    Edit(
        "comp_conv2d",
        "X.reshape(1, 1, *X.shape)",
        "X",
        "test_shape_is_that_of_the_library",
        "expected 3D (unbatched) or 4D",
        "no axis is added",
    ),
    Edit(
        "comp_conv2d",
        "X.reshape(1, 1, *X.shape)",
        "X.T.reshape(1, 1, *X.shape)",
        "test_values_are_those_of_the_library",
        "worst",
        "the image is transposed",
    ),
    Edit(
        "comp_conv2d",
        "X.reshape(1, 1, *X.shape)",
        "X.reshape(1, 1, *X.shape[::-1])",
        "test_shape_is_that_of_the_library",
        "only these two extra axes",
        "height and width swapped",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "Y = nn.functional.conv2d(X[None, None], conv2d.weight)",
        "test_shape_is_that_of_the_library",
        "only these two extra axes",
        "only the kernel of the layer",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "Y = nn.functional.conv2d(X[None, None], conv2d.weight, None, conv2d.stride, conv2d.padding, conv2d.dilation)",
        "test_values_are_those_of_the_library",
        "it has its own weight, bias",
        "without the bias of the layer",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "Y = nn.functional.conv2d(X[None, None], conv2d.weight, conv2d.bias, conv2d.stride, conv2d.padding)",
        "test_shape_is_that_of_the_library",
        "dilation",
        "without the dilation of the layer",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "Y = nn.functional.conv2d(X[None, None], conv2d.weight, conv2d.bias, conv2d.stride, conv2d.padding, conv2d.dilation)",
        "test_gradients",
        "let the layer compute",
        "without the kind of padding of the layer",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return Y.reshape(Y.shape[2:]).detach()",
        "test_gradients",
        "without a gradient function",
        "detached",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "Y = conv2d(X.detach().reshape(1, 1, *X.shape))",
        "test_gradients",
        "no gradient for x",
        "the image is detached",
    ),
    Edit(
        "comp_conv2d",
        "    Y = conv2d(X.reshape(1, 1, *X.shape))",
        "    with torch.no_grad():\n        Y = conv2d(X.reshape(1, 1, *X.shape))",
        "test_gradients",
        "without a gradient function",
        "under no_grad",
    ),
    Edit(
        "comp_conv2d",
        "X.reshape(1, 1, *X.shape)",
        "X.unsqueeze_(0).unsqueeze_(0)",
        "test_arguments_are_not_modified",
        "and x is now",
        "the caller's X gets the axes too",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "shape = X.shape\n    Y = conv2d(X.view(-1).view(1, 1, *shape))",
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "comp_conv2d",
        "return Y.reshape(Y.shape[2:])",
        "return comp_conv2d.__dict__.setdefault(Y.shape, Y.reshape(Y.shape[2:]))",
        "test_values_are_those_of_the_library",
        "worst",
        "the first result of each shape is kept",
    ),
    Edit(
        "comp_conv2d",
        "Y = conv2d(X.reshape(1, 1, *X.shape))",
        "conv2d.reset_parameters()\n    Y = conv2d(X.reshape(1, 1, *X.shape))",
        "test_values_are_those_of_the_library",
        "worst",
        "the layer gets new weights",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + p - k) // s + 1",
        "test_padding_is_per_side",
        "each of the two sides",
        "padding taken as the sum of both sides, as in the book",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) / s + 1",
        "test_result_is_an_int",
        "Its type is float",
        "a float",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) // s",
        "test_result_is_an_int",
        "first one counts too",
        "the first place is forgotten",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "-(-(n + 2 * p - k) // s) + 1",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "rounded up",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "round((n + 2 * p - k) / s) + 1",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "rounded to the nearest",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p) // s - k + 1",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "stride before kernel",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "n // s + 2 * p - k + 1",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "only the image is divided",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "n + 2 * p - k + 1",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "stride ignored",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n - k) // s + 1",
        "test_padding_is_per_side",
        "each of the two sides",
        "padding ignored",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k + 1) // s",
        "test_a_last_step_that_does_not_fit_is_dropped",
        "whole steps",
        "stride divides the number of places",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k - 1) // s + 1",
        "test_result_is_an_int",
        "220",
        "one pixel short",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k + 1) // s + 1",
        "test_result_is_an_int",
        "221",
        "one pixel too many",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p + k) // s + 1",
        "test_result_is_an_int",
        "230",
        "the kernel added",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n - 2 * p - k) // s + 1",
        "test_padding_is_per_side",
        "each of the two sides",
        "padding subtracted",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "n",
        "test_result_is_an_int",
        "first one counts too",
        "as large as the input",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "-(-(n + 2 * p) // s)",
        "test_result_is_an_int",
        "224",
        "kernel ignored, as with padding same",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "max((n + 2 * p - k) // s, 1) + 1",
        "test_padding_is_per_side",
        "expected 1",
        "never below 2",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) // s + (1 if n > 1 else 0)",
        "test_padding_is_per_side",
        "expected 1",
        "a single pixel counts as none",
    ),
    Edit(
        "conv_output_shape",
        "return (n + 2 * p - k) // s + 1",
        "return torch.tensor((n + 2 * p - k) // s + 1)",
        "test_result_is_an_int",
        "tensor(220)",
        "a tensor",
    ),
    Edit(
        "conv_output_shape",
        "return (n + 2 * p - k) // s + 1",
        "return ((n + 2 * p - k) // s + 1,)",
        "test_result_is_an_int",
        "Its type is tuple",
        "a tuple",
    ),
    Edit(
        "conv_output_shape",
        "return (n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) // s + 1",
        "test_result_is_an_int",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "conv_output_shape",
        "n: int, k: int, p: int, s: int",
        "n: int, kernel: int, p: int, s: int",
        "test_result_is_an_int",
        "signature",
        "parameter renamed",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) // s + 1 if n > 1 or p == 0 else 2",
        "test_padding_is_per_side",
        "expected 1",
        "wrong for one pixel",
    ),
    Edit(
        "conv_output_shape",
        "(n + 2 * p - k) // s + 1",
        "(n + 2 * p - k) // s + 1 if s < 4 or k > 1 or n != 9 else 2",
        "test_all_small_sizes",
        "one step counts",
        "wrong in a corner that only the grid visits",
    ),
    Edit(
        "conv_as_matrix",
        "weights[i : i + kh, j : j + kw] = K",
        "weights[i : i + kh, j : j + kw] = K.flip(0, 1)",
        "test_values_are_those_of_the_library",
        "flipped",
        "kernel flipped",
    ),
    Edit(
        "conv_as_matrix",
        "weights[i : i + kh, j : j + kw] = K",
        "weights[i : i + kh, j : j + kw] = K.sum()",
        "test_values_are_those_of_the_library",
        "holds the weights",
        "one weight for the whole window",
    ),
    Edit(
        "conv_as_matrix",
        "weights[i : i + kh, j : j + kw] = K",
        "weights[:kh, :kw] = K",
        "test_values_are_those_of_the_library",
        "weights of one output",
        "the same row for every output",
    ),
    Edit(
        "conv_as_matrix",
        "weights[i : i + kh, j : j + kw] = K",
        "weights[i, j] = K[0, 0]",
        "test_values_are_those_of_the_library",
        "weights of one output",
        "only the corner of the kernel",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return torch.stack(rows, 1)",
        "test_shape_is_that_of_the_library",
        "a row holds the weights of one output",
        "transposed",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return torch.stack(rows[:-1])",
        "test_shape_is_that_of_the_library",
        "a row holds",
        "the last output is lost",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return torch.stack(rows).flip(0)",
        "test_values_are_those_of_the_library",
        "stand in another order",
        "outputs from last to first",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return torch.stack(rows).double()",
        "test_shape_is_that_of_the_library",
        "dtype float64",
        "always float64",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return torch.stack(rows).reshape(h - kh + 1, w - kw + 1, h, w)",
        "test_shape_is_that_of_the_library",
        "a row holds",
        "four axes",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "torch.stack(rows)",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "return rows",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list of rows",
    ),
    Edit(
        "conv_as_matrix",
        "    for i in range(h - kh + 1):\n        for j in range(w - kw + 1):",
        "    for j in range(w - kw + 1):\n        for i in range(h - kh + 1):",
        "test_values_are_those_of_the_library",
        "weights of one output",
        "outputs visited column by column",
    ),
    Edit(
        "conv_as_matrix",
        "weights.flatten()",
        "weights.T.flatten()",
        "test_values_are_those_of_the_library",
        "weights of one output",
        "pixels column by column",
    ),
    Edit(
        "conv_as_matrix",
        "(h, w), (kh, kw) = in_shape, K.shape",
        "(w, h), (kh, kw) = in_shape, K.shape",
        "test_shape_is_that_of_the_library",
        "a row holds",
        "in_shape read as (width, height)",
    ),
    Edit(
        "conv_as_matrix",
        "weights[i : i + kh, j : j + kw] = K",
        "weights[i : i + kh, j : j + kw] = K.detach()",
        "test_gradients",
        "no gradient for K",
        "detached",
    ),
    Edit(
        "conv_as_matrix",
        "(h, w), (kh, kw)",
        "K = torch.tensor(K.tolist())\n    (h, w), (kh, kw)",
        "test_gradients",
        "no gradient for K",
        "a new tensor made from the numbers",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            oh, ow = h - kh + 1, w - kw + 1
            M = torch.zeros(oh * ow, h * w)
            for i in range(oh):
                for j in range(ow):
                    for a in range(kh):
                        for b in range(kw):
                            M[i * ow + j, (i + a) * w + j + b] = K[a, b].item()
            return M
        """,
        "test_gradients",
        "no gradient for K",
        "filled with numbers",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            oh, ow = h - kh + 1, w - kw + 1
            M = torch.zeros(oh * ow, h * w)
            for i in range(oh):
                for j in range(ow):
                    for a in range(kh):
                        for b in range(kw):
                            M[i * ow + j, (i + a) * ow + j + b] = K[a, b]
            return M
        """,
        "test_values_are_those_of_the_library",
        "row by row of X",
        "the width of the output instead of that of the image",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            first = torch.zeros(h, w)
            first[:kh, :kw] = K
            count = (h - kh + 1) * (w - kw + 1)
            return torch.stack([first.flatten().roll(i) for i in range(count)])
        """,
        "test_values_are_those_of_the_library",
        "row by row of X",
        "each row one pixel on, past the end of a line too",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            rows = torch.zeros((h - kh + 1) * (w - kw + 1), h * w)
            for r in range(len(rows)):
                i, j = divmod(r, w - kw + 1)
                for a in range(kh):
                    rows[r, (i + a) * w + j : (i + a) * w + j + kw] = K.view(-1)[a * kw : (a + 1) * kw]
            return rows
        """,
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape, made={}):
            key = (tuple(K.shape), tuple(in_shape))
            if key not in made:
                (h, w), (kh, kw) = in_shape, K.shape
                rows = []
                for i in range(h - kh + 1):
                    for j in range(w - kw + 1):
                        weights = torch.zeros(h, w)
                        weights[i : i + kh, j : j + kw] = K
                        rows.append(weights.flatten())
                made[key] = torch.stack(rows)
            return made[key]
        """,
        "test_values_are_those_of_the_library",
        "weights of one output",
        "the first matrix of each size is kept",
    ),
    Edit(
        "conv_as_matrix",
        "return torch.stack(rows)",
        "K.zero_()\n    return torch.stack(rows)",
        "test_arguments_are_not_modified",
        "and k is now",
        "K is cleared",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, shape):
            basis = torch.eye(shape[0] * shape[1]).reshape(-1, 1, *shape)
            return nn.functional.conv2d(basis, K[None, None]).flatten(1).T
        """,
        "test_shape_is_that_of_the_library",
        "signature",
        "parameter renamed",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(ph, ph, pw, pw)",
        "test_shape_is_that_of_the_library",
        "height (rows) first",
        "padding swapped",
    ),
    Edit(
        "corr2d_padded",
        "[::sh, ::sw]",
        "[::sw, ::sh]",
        "test_shape_is_that_of_the_library",
        "height (rows) first",
        "stride swapped",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(pw, 0, ph, 0)",
        "test_shape_is_that_of_the_library",
        "also below",
        "zeros only above and left",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(0, pw, 0, ph)",
        "test_shape_is_that_of_the_library",
        "also below",
        "zeros only below and right",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(pw // 2, pw - pw // 2, ph // 2, ph - ph // 2)",
        "test_shape_is_that_of_the_library",
        "also below",
        "padding taken as the sum of both sides",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(2 * pw, 2 * pw, 2 * ph, 2 * ph)",
        "test_shape_is_that_of_the_library",
        "also below",
        "twice the padding",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph)",
        "(pw, 2 * pw - pw, 2 * ph, 0)",
        "test_values_are_those_of_the_library",
        "also below",
        "all rows of zeros above",
    ),
    Edit(
        "corr2d_padded",
        "(pw, pw, ph, ph))",
        "(pw, pw, ph, ph), value=1.0)",
        "test_values_are_those_of_the_library",
        "rows of zeros",
        "padded with ones",
    ),
    Edit(
        "corr2d_padded",
        "X = nn.functional.pad(X, (pw, pw, ph, ph))",
        'X = nn.functional.pad(X[None], (pw, pw, ph, ph), mode="replicate")[0]',
        "test_values_are_those_of_the_library",
        "rows of zeros",
        "the border is repeated",
    ),
    Edit(
        "corr2d_padded",
        "return corr2d(X, K)[::sh, ::sw]",
        "return corr2d(X[::sh, ::sw], K)",
        "test_shape_is_that_of_the_library",
        "top left",
        "the image is thinned before the kernel",
    ),
    Edit(
        "corr2d_padded",
        "[::sh, ::sw]",
        "[sh - 1 :: sh, sw - 1 :: sw]",
        "test_shape_is_that_of_the_library",
        "top left",
        "the first place is skipped",
    ),
    Edit(
        "corr2d_padded",
        "[::sh, ::sw]",
        "",
        "test_shape_is_that_of_the_library",
        "a step that leaves x",
        "stride ignored",
    ),
    Edit(
        "corr2d_padded",
        "X = nn.functional.pad(X, (pw, pw, ph, ph))",
        "pass",
        "test_shape_is_that_of_the_library",
        "also below",
        "padding ignored",
    ),
    Edit(
        "corr2d_padded",
        "corr2d(X, K)",
        "corr2d(X, K.flip(0, 1))",
        "test_values_are_those_of_the_library",
        "flipped",
        "kernel flipped",
    ),
    Edit(
        "corr2d_padded",
        "padding: tuple[int, int] = (0, 0)",
        "padding: tuple[int, int] = (1, 1)",
        "test_shape_is_that_of_the_library",
        "by default",
        "padding 1 by default",
    ),
    Edit(
        "corr2d_padded",
        "stride: tuple[int, int] = (1, 1)",
        "stride: tuple[int, int] = (2, 2)",
        "test_shape_is_that_of_the_library",
        "by default",
        "stride 2 by default",
    ),
    Edit(
        "corr2d_padded",
        "    padding: tuple[int, int] = (0, 0),\n    stride: tuple[int, int] = (1, 1),",
        "    stride: tuple[int, int] = (1, 1),\n    padding: tuple[int, int] = (0, 0),",
        "test_arguments_by_position",
        "padding and stride",
        "stride before padding in the signature",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            padded = torch.zeros(X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1])
            padded[padding[0] : -padding[0] or None, padding[1] : -padding[1] or None] = X
            Y = corr2d(padded, K)
            out = torch.zeros(Y.shape[0] // stride[0], Y.shape[1] // stride[1])
            for i in range(out.shape[0]):
                for j in range(out.shape[1]):
                    out[i, j] = Y[i * stride[0], j * stride[1]]
            return out
        """,
        "test_shape_is_that_of_the_library",
        "top left",
        "places divided by stride, rounded down: the last place is lost",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            padded = torch.zeros(X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1])
            padded[padding[0] : -padding[0], padding[1] : -padding[1]] = X
            return corr2d(padded, K)[:: stride[0], :: stride[1]]
        """,
        "test_shape_is_that_of_the_library",
        "expanded size",
        "a slice that ends at -0 is empty",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
            rows = -(-(X.shape[0] - K.shape[0]) // stride[0]) + 1
            columns = -(-(X.shape[1] - K.shape[1]) // stride[1]) + 1
            X = nn.functional.pad(X, (0, columns * stride[1], 0, rows * stride[0]))
            return corr2d(X, K)[: rows * stride[0] : stride[0], : columns * stride[1] : stride[1]]
        """,
        "test_shape_is_that_of_the_library",
        "a step that leaves x is dropped",
        "one more output where the steps do not end at the border",
    ),
    Edit(
        "corr2d_padded",
        "return corr2d(X, K)[::sh, ::sw]",
        "return corr2d(X[: X.shape[0] // sh * sh, : X.shape[1] // sw * sw], K)[::sh, ::sw]",
        "test_shape_is_that_of_the_library",
        "negative dimension",
        "the image is cut to whole strides",
    ),
    Edit(
        "corr2d_padded",
        "return corr2d(X, K)[::sh, ::sw]",
        "return corr2d(X, K).detach()[::sh, ::sw]",
        "test_gradients",
        "without a gradient function",
        "detached",
    ),
    Edit(
        "corr2d_padded",
        "nn.functional.pad(X, ",
        "nn.functional.pad(X.data, ",
        "test_gradients",
        "no gradient for x",
        "the image is detached",
    ),
    Edit(
        "corr2d_padded",
        "nn.functional.pad(X, ",
        "nn.functional.pad(X.view(-1).view(X.shape[0], -1), ",
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "corr2d_padded",
        "return corr2d(X, K)[::sh, ::sw]",
        "return corr2d_padded.__dict__.setdefault((X.shape, K.shape, stride), corr2d(X, K)[::sh, ::sw])",
        "test_values_are_those_of_the_library",
        "worst",
        "the first result of each size is kept",
    ),
    Edit(
        "corr2d_padded",
        "    return corr2d(X, K)[::sh, ::sw]",
        "    K.mul_(2)\n    return corr2d(X, K)[::sh, ::sw] / 2",
        "test_arguments_are_not_modified",
        "and k is now",
        "K is changed in place",
    ),
    Edit(
        "corr2d_padded",
        "    return corr2d(X, K)[::sh, ::sw]",
        "    corr2d(X, K)[::sh, ::sw]",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "corr2d_padded",
        "return corr2d(X, K)[::sh, ::sw]",
        "return corr2d(X, K)[::sh, ::sw].T",
        "test_shape_is_that_of_the_library",
        "by default",
        "transposed",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True)) / len(X)",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "mean over the channels",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return torch.stack([corr2d(x, k) for x, k in zip(X, K, strict=True)])",
        "test_shape_is_that_of_the_library",
        "the maps of the channels are added",
        "one map a channel",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return torch.cat([corr2d(x, k) for x, k in zip(X, K, strict=True)])",
        "test_shape_is_that_of_the_library",
        "the maps of the channels are added",
        "maps one below the other",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, K[0]) for x in X)",
        "test_values_are_those_of_the_library",
        "channel i of K",
        "the first kernel for all channels",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return corr2d(X[0], K[0])",
        "test_values_are_those_of_the_library",
        "channel i of X",
        "only the first channel",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return corr2d(X.sum(0), K.sum(0))",
        "test_values_are_those_of_the_library",
        "channel i of X meets",
        "channels added before the correlation",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return corr2d(X.mean(0), K.mean(0))",
        "test_values_are_those_of_the_library",
        "channel i of X meets",
        "channels averaged before the correlation",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) for x in X for k in K)",
        "test_values_are_those_of_the_library",
        "channel i of X meets",
        "every channel with every kernel",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) for x, k in zip(X, K.flip(0), strict=True))",
        "test_values_are_those_of_the_library",
        "channel i of K",
        "kernels in backward order",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) for x, k in zip(X, K[:-1]))",
        "test_shape_is_that_of_the_library",
        "Its type is int",
        "the last channel is lost",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum((corr2d(x, k) for x, k in zip(X[1:], K[1:])), 0 * corr2d(X[0], K[0]))",
        "test_values_are_those_of_the_library",
        "the maps of the channels are added",
        "the first channel is lost",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).prod(0)",
        "test_values_are_those_of_the_library",
        "are added",
        "product over the channels",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return torch.stack([corr2d(x, k) for x, k in zip(X, K)]).amax(0)",
        "test_values_are_those_of_the_library",
        "are added",
        "maximum over the channels",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k.flip(0, 1)) for x, k in zip(X, K))",
        "test_values_are_those_of_the_library",
        "flipped",
        "kernels flipped",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) for x, k in zip(X, K))[None]",
        "test_shape_is_that_of_the_library",
        "the maps of the channels are added",
        "an axis for the channel left over",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k).sum() for x, k in zip(X, K))",
        "test_shape_is_that_of_the_library",
        "the maps of the channels are added",
        "a single number",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "sum(corr2d(x, k) for x, k in zip(X, K))",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return [corr2d(x, k) for x, k in zip(X, K)]",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list of maps",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k.detach()) for x, k in zip(X, K))",
        "test_gradients",
        "no gradient for K",
        "kernels detached",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "return sum(corr2d(x, k) if i else corr2d(x, k).detach() for i, (x, k) in enumerate(zip(X, K)))",
        "test_gradients",
        "cut",
        "the map of the first channel is detached",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "X = X.view(len(X), -1).view(X.shape)\n    return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "corr2d_multi_in",
        "return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))",
        "Y = sum(corr2d(x, k) for x, k in zip(X, K))\n    X[0] = 0\n    return Y",
        "test_arguments_are_not_modified",
        "and x is now",
        "X is changed in place",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        KEPT = {}


        def corr2d_multi_in(X, K):
            Y = KEPT.setdefault((X.shape, K.shape), 0) + sum(corr2d(x, k) for x, k in zip(X, K))
            KEPT[X.shape, K.shape] = Y.detach()
            return Y
        """,
        "test_values_are_those_of_the_library",
        "worst",
        "results of earlier calls are added",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X, K):
            h, w = K.shape[1:]
            Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
            for x, k in zip(X, K):
                Y += corr2d(x, k)
            return Y
        """,
        "test_shape_is_that_of_the_library",
        "broadcast shape",
        "the channel axis taken for the height",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.cat([corr2d_multi_in(X, k) for k in K])",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "cat joins the maps along the height",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K], -1)",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "output channel as the last axis",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, K[:, 0]) for k in K]) if len(K) == len(X) else torch.stack([corr2d_multi_in(X, k) for k in K])",
        "test_values_are_those_of_the_library",
        "all channels of X",
        "kernels taken along the wrong axis where sizes allow it",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, K[0]) for k in K])",
        "test_values_are_those_of_the_library",
        "kernels K[i]",
        "the first kernel for every output",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K.flip(0)])",
        "test_values_are_those_of_the_library",
        "axis 0 runs backwards",
        "outputs in backward order",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, K[:, i]) for i in range(len(X))])",
        "test_shape_is_that_of_the_library",
        "zip",
        "loops over the input channels",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return sum(corr2d_multi_in(X, k) for k in K)",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "outputs are added up",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K[:-1]] or [corr2d_multi_in(X, K[0])])",
        "test_shape_is_that_of_the_library",
        "output channel i",
        "the last output is lost",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d(X[0], k[0]) for k in K])",
        "test_values_are_those_of_the_library",
        "all channels of X",
        "only the first input channel",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d(x, k) for x, k in zip(X, K[:, 0])])",
        "test_shape_is_that_of_the_library",
        "all channels of X",
        "a map for each input channel",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) / len(X) for k in K])",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "mean over input channels",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) / len(K) for k in K])",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "divided by the number of outputs",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k.flip(1, 2)) for k in K])",
        "test_values_are_those_of_the_library",
        "flipped",
        "kernels flipped",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K]).mT",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "height and width swapped",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return [corr2d_multi_in(X, k) for k in K]",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list of maps",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])[None]",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "an axis for the batch left over",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X, k) for k in K]).squeeze()",
        "test_shape_is_that_of_the_library",
        "they are stacked",
        "an axis of size 1 is lost",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "torch.stack([corr2d_multi_in(X, k) for k in K])",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.tensor([corr2d_multi_in(X, k).tolist() for k in K])",
        "test_gradients",
        "without a gradient function",
        "a new tensor made from numbers",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X.detach(), k) for k in K])",
        "test_gradients",
        "no gradient for X",
        "the image is detached",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "return torch.stack([corr2d_multi_in(X.view(len(X), -1).view(X.shape), k) for k in K])",
        "test_arguments_need_not_be_contiguous",
        "not contiguous",
        "view instead of reshape",
    ),
    Edit(
        "corr2d_multi_in_out",
        "return torch.stack([corr2d_multi_in(X, k) for k in K])",
        "K += 0.5\n    return torch.stack([corr2d_multi_in(X, k - 0.5) for k in K])",
        "test_arguments_are_not_modified",
        "and k is now",
        "K is changed in place",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        LAST = {}


        def corr2d_multi_in_out(X, K):
            if K.shape not in LAST:
                LAST[K.shape] = K.clone()
            return torch.stack([corr2d_multi_in(X, k) for k in LAST[K.shape]])
        """,
        "test_values_are_those_of_the_library",
        "kernels K[i]",
        "the first kernels of each size are kept",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K):
            out = torch.zeros(K.shape[0], X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1)
            for i in range(1, K.shape[0]):
                out[i] = corr2d_multi_in(X, K[i])
            return out
        """,
        "test_values_are_those_of_the_library",
        "output channel i",
        "the first output stays zero",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K, kept={}):
            shape = K.shape[0], X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1
            out = kept.setdefault(shape, torch.zeros(shape)).detach()
            for i in range(shape[0]):
                out[i] = corr2d_multi_in(X, K[i])
            return out
        """,
        "test_calls_do_not_disturb_each_other",
        "what is shared",
        "all results of one shape are the same memory",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "pixels = X.reshape(c_in, h * w)",
        "pixels = X.reshape(h * w, c_in).T",
        "test_values_are_those_of_the_library",
        "its own place",
        "reshaped where axes have to move: pixels and channels are mixed up",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "pixels = X.reshape(c_in, h * w)",
        "pixels = X.permute(1, 2, 0).reshape(c_in, h * w)",
        "test_values_are_those_of_the_library",
        "its own place",
        "channels moved to the end, then read as rows",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "pixels = X.reshape(c_in, h * w)",
        "pixels = X.transpose(1, 2).reshape(c_in, h * w)",
        "test_values_are_those_of_the_library",
        "its own place",
        "pixels column by column",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "K.reshape(c_out, c_in)",
        "K.reshape(c_in, c_out).T",
        "test_values_are_those_of_the_library",
        "weighted by K[i]",
        "K is read as (input, output)",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "K.reshape(c_out, c_in)",
        "K.reshape(c_out, c_in).flip(1)",
        "test_values_are_those_of_the_library",
        "weighted by K[i]",
        "channels in backward order",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "K.reshape(c_out, c_in)",
        "K.reshape(c_out, c_in).flip(0)",
        "test_values_are_those_of_the_library",
        "axis 0 runs backwards",
        "outputs in backward order",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "K.reshape(c_out, c_in)",
        "K.squeeze()",
        "test_shape_is_that_of_the_library",
        "shapes cannot be multiplied",
        "squeeze() takes the axis of a single channel too",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "@ pixels)",
        "@ pixels / c_in)",
        "test_values_are_those_of_the_library",
        "times the expected one",
        "mean over the channels",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        ".reshape(c_out, h, w)",
        ".reshape(c_out, w, h)",
        "test_shape_is_that_of_the_library",
        "its own place",
        "height and width swapped",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        ".reshape(c_out, h, w)",
        "",
        "test_shape_is_that_of_the_library",
        "its own place",
        "pixels not split into rows",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        ".reshape(c_out, h, w)",
        ".reshape(h, w, c_out)",
        "test_shape_is_that_of_the_library",
        "its own place",
        "channels last, by reshape",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        ".reshape(c_out, h, w)",
        ".T.reshape(c_out, h, w)",
        "test_values_are_those_of_the_library",
        "its own place",
        "transposed before the reshape",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (pixels.T @ K.reshape(c_out, c_in).T).reshape(c_out, h, w)",
        "test_values_are_those_of_the_library",
        "its own place",
        "a row for each pixel, reshaped as if for each channel",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return K.reshape(c_out, c_in).sum(1)[:, None, None] * X.sum(0)",
        "test_values_are_those_of_the_library",
        "weighted by K[i]",
        "channels added before the weights",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return K.reshape(c_out, c_in)[:, :1, None] * X[:1]",
        "test_values_are_those_of_the_library",
        "mixes the channels",
        "only the first channel",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (X * K.reshape(c_out, c_in, 1, 1)).amax(1)",
        "test_values_are_those_of_the_library",
        "mixes the channels",
        "maximum over the channels",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (X * K.reshape(c_out, c_in, 1, 1)).sum(0)",
        "test_shape_is_that_of_the_library",
        "mixes the channels",
        "summed over the outputs",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return X * K.reshape(c_out, c_in, 1, 1)",
        "test_shape_is_that_of_the_library",
        "mixes the channels",
        "products not added up",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return torch.relu(K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "test_values_are_those_of_the_library",
        "mixes the channels",
        "with an activation",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (K.reshape(c_out, c_in).softmax(1) @ pixels).reshape(c_out, h, w)",
        "test_values_are_those_of_the_library",
        "weighted by K[i]",
        "weights through a softmax",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "(K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(1, c_out, h, w)",
        "test_shape_is_that_of_the_library",
        "its own place",
        "an axis for the batch left over",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return (K.reshape(c_out, c_in) @ pixels.detach()).reshape(c_out, h, w)",
        "test_gradients",
        "no gradient for X",
        "the image is detached",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "K.reshape(c_out, c_in)",
        "K.data.reshape(c_out, c_in)",
        "test_gradients",
        "no gradient for K",
        "K through .data",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "X.reshape(c_in, h * w)",
        "X.view(c_in, h * w)",
        "test_arguments_need_not_be_contiguous",
        "use reshape instead of view",
        "view instead of reshape",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "    return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "    Y = (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)\n    X.zero_()\n    return Y",
        "test_arguments_are_not_modified",
        "and x is now",
        "X is cleared",
    ),
    Edit(
        "corr2d_multi_in_out_1x1",
        "return (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w)",
        "return corr2d_multi_in_out_1x1.__dict__.setdefault((K.shape, h), (K.reshape(c_out, c_in) @ pixels).reshape(c_out, h, w))",
        "test_values_are_those_of_the_library",
        "its own place",
        "the first result of each size is kept",
    ),
    Edit(
        "Conv2D",
        "corr2d(X, self.weight)",
        "corr2d(X, self.weight).squeeze()",
        "test_shape_is_that_of_the_library",
        "shape (1, 3)",
        "axes of size 1 are lost",
    ),
]

RIGHT = [
    Rewrite(
        "corr2d",
        """
        def corr2d(X,K):
            # d2l book, nothing about devices
            h,w = K.shape
            Y = torch.zeros((X.shape[0] - h + 1,X.shape[1] - w + 1))
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    Y[i,j] = (X[i:i+h,j:j+w] * K).sum()
            return Y
        """,
        why="the loop of the book, result made on the CPU",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            return nn.functional.conv2d(X[None, None], K[None, None]).squeeze(0).squeeze(0)
        """,
        why="the library's own function",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
            return torch.einsum("ijab,ab->ij", windows, K)
        """,
        why="all windows at once",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            out_h, out_w = (n - k + 1 for n, k in zip(X.shape, K.shape))
            total = 0
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    total = total + K[a, b] * X[a : a + out_h, b : b + out_w]
            return total
        """,
        why="a loop over the kernel instead of the output",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            kh, kw = K.shape
            rows = []
            for i in range(X.size(0) - kh + 1):
                rows.append(torch.stack([torch.sum(X[i : i + kh, j : j + kw].mul(K)) for j in range(X.size(1) - kw + 1)]))
            return torch.stack(rows)
        """,
        why="stacked from lists",
    ),
    Rewrite(
        "corr2d",
        """
        def corr2d(X, K):
            Y = torch.empty(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1, device=X.device)
            for i, j in torch.cartesian_prod(*(torch.arange(n) for n in Y.shape)).reshape(-1, 2).tolist():
                Y[i, j] = torch.tensordot(X[i : i + K.shape[0], j : j + K.shape[1]], K)
            return Y
        """,
        why="one loop over pairs, filled from empty",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            def __init__(self,kernel_size):
                super().__init__()
                self.weight = nn.Parameter(torch.randn(kernel_size) * 0.1)
                self.bias = nn.Parameter(torch.tensor(0.5))

            def forward(self,x):
                return nn.functional.conv2d(x[None, None], self.weight[None, None])[0, 0].add(self.bias)
        """,
        why="bias without axes, the library's function",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            def __init__(self, kernel_size):
                super().__init__()
                kh, kw = kernel_size
                self.register_parameter("bias", nn.Parameter(torch.zeros(1)))
                self.register_parameter("weight", nn.Parameter(torch.zeros(kh, kw)))
                nn.init.normal_(self.weight)
                self.activation = nn.Identity()

            def forward(self, X):
                Y = corr2d(X, self.weight)
                Y = Y + self.bias.expand(Y.shape)
                return self.activation(Y)
        """,
        why="registered by name, bias first, a module more",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            def __init__(self, kernel_size):
                super().__init__()
                self.weight = nn.Parameter(torch.empty(*kernel_size).uniform_(-1, 1))
                self.bias = nn.Parameter(torch.rand(1))

            def forward(self, X):
                windows = X.unfold(0, self.weight.size(0), 1).unfold(1, self.weight.size(1), 1)
                out = (windows * self.weight).sum(dim=(-2, -1))
                out += self.bias
                return out
        """,
        why="without corr2d, in place on a new tensor",
    ),
    Rewrite(
        "Conv2D",
        """
        class Conv2D(nn.Module):
            def __init__(self, kernel_size):
                super().__init__()
                layer = nn.Conv2d(1, 1, kernel_size)
                self.weight = nn.Parameter(layer.weight.detach()[0, 0])
                self.bias = layer.bias

            def forward(self, X):
                return nn.functional.conv2d(X.unsqueeze(0), self.weight[None, None], self.bias).squeeze(0)
        """,
        why="parameters of a library layer",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            # as in the notes, .data and prints left out
            conv2d = nn.Conv2d(1,1,kernel_size=kernel_size,bias=False)
            X = X.reshape((1,1) + X.shape)
            Y = Y.reshape((1,1) + Y.shape)
            for i in range(num_steps):
                Y_hat = conv2d(X)
                l = (Y_hat - Y)**2
                conv2d.zero_grad()
                l.sum().backward()
                conv2d.weight.data[:] -= lr * conv2d.weight.grad
            return conv2d.weight.data.reshape(kernel_size)
        """,
        why="the loop of the notes",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            W = torch.zeros(kernel_size, requires_grad=True, device=X.device)
            for _ in range(num_steps):
                loss = (corr2d(X, W) - Y).pow(2).sum()
                (grad,) = torch.autograd.grad(loss, W)
                W = (W - lr * grad).detach().requires_grad_()
            return W
        """,
        why="starts from zeros, a new leaf each step, the result still requires a gradient",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            W = torch.ones(kernel_size, device=X.device)
            for _ in range(num_steps):
                residual = nn.functional.conv2d(X[None, None], W[None, None])[0, 0] - Y
                W = W - lr * 2 * nn.functional.conv2d(X[None, None], residual[None, None])[0, 0]
            return W
        """,
        why="the gradient by hand, starts from ones",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            net = Conv2D(kernel_size).to(X.device)
            nn.init.zeros_(net.bias)
            optimizer = torch.optim.SGD([net.weight], lr=lr)
            for _ in range(num_steps):
                optimizer.zero_grad()
                nn.functional.mse_loss(net(X), Y, reduction="sum").backward()
                optimizer.step()
            return net.weight.detach()
        """,
        why="the layer of this chapter with a bias that stays 0, an optimizer",
    ),
    Rewrite(
        "learn_kernel",
        """
        def learn_kernel(X, Y, kernel_size, lr, num_steps):
            K = nn.Parameter(torch.empty(kernel_size, device=X.device))
            nn.init.uniform_(K, -3, 3)
            steps = 0
            while steps < num_steps:
                windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
                loss = torch.sum(((windows * K).sum((2, 3)) - Y) ** 2)
                loss.backward()
                with torch.no_grad():
                    K.sub_(K.grad, alpha=lr)
                    K.grad = None
                steps += 1
            return K
        """,
        why="a Parameter comes back, gradients cleared afterwards",
    ),
    Rewrite(
        "comp_conv2d",
        """
        def comp_conv2d(conv2d,X):
            X = X.reshape((1,1) + X.shape)
            Y = conv2d(X)
            return Y.reshape(Y.shape[2:])
        """,
        why="the notes' version",
    ),
    Rewrite(
        "comp_conv2d",
        """
        def comp_conv2d(conv2d, X):
            return conv2d(X[None, None])[0, 0]
        """,
        why="by indexing",
    ),
    Rewrite(
        "comp_conv2d",
        """
        def comp_conv2d(conv2d, X):
            return conv2d(X.unsqueeze(0)).squeeze(0)
        """,
        why="one axis only: nn.Conv2d takes single images too",
    ),
    Rewrite(
        "comp_conv2d",
        """
        def comp_conv2d(conv2d, X):
            assert X.dim() == 2 and conv2d.in_channels == conv2d.out_channels == 1
            batch = torch.stack([X]).unsqueeze(dim=1)
            maps = conv2d.forward(batch)
            return maps.flatten(0, 2).view(maps.size(2), maps.size(3))
        """,
        why="stacked, forward() called by name",
    ),
    Rewrite(
        "conv_output_shape",
        """
        import math


        def conv_output_shape(n, k, p, s):
            return math.floor((n + 2 * p - k) / s) + 1
        """,
        why="math.floor",
    ),
    Rewrite(
        "conv_output_shape",
        """
        def conv_output_shape(n, k, p, s):
            return (n - k + 2 * p + s) // s
        """,
        why="the form of the book, with padding per side",
    ),
    Rewrite(
        "conv_output_shape",
        """
        def conv_output_shape(n, k, p, s):
            count, start = 0, -p
            while start + k <= n + p:
                count, start = count + 1, start + s
            return count
        """,
        why="counted in a loop",
    ),
    Rewrite(
        "conv_output_shape",
        """
        def conv_output_shape(n, k, p, s):
            layer = nn.Conv1d(1, 1, k, padding=p, stride=s)
            return layer(torch.zeros(1, 1, n)).shape[-1]
        """,
        why="asks the library",
    ),
    Rewrite(
        "conv_output_shape",
        """
        def conv_output_shape(n, k, p, s):
            return len(range(0, n + 2 * p - k + 1, s))
        """,
        why="the length of a range",
    ),
    Rewrite(
        "conv_output_shape",
        """
        def conv_output_shape(n, k, p, s):
            return int((n + 2 * p - k) / s + 1)
        """,
        why="int() of a float",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            h, w = in_shape
            basis = torch.eye(h * w, device=K.device).reshape(h * w, 1, h, w)
            return nn.functional.conv2d(basis, K[None, None]).flatten(1).t()
        """,
        why="the images of all unit images",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            oh, ow = h - kh + 1, w - kw + 1
            M = torch.zeros((oh * ow, h * w))
            for i in range(oh):
                for j in range(ow):
                    for a in range(kh):
                        for b in range(kw):
                            M[i * ow + j][(i + a) * w + (j + b)] = K[a][b]
            return M
        """,
        why="four loops, a matrix on the CPU",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            M = 0
            for a in range(kh):
                down = torch.eye(h, device=K.device)[a : a + h - kh + 1]
                for b in range(kw):
                    right = torch.eye(w, device=K.device)[b : b + w - kw + 1]
                    M = M + K[a, b] * torch.kron(down, right)
            return M
        """,
        why="a sum of shifts as Kronecker products",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            pixels = torch.arange(in_shape[0] * in_shape[1], device=K.device).reshape(in_shape)
            columns = pixels.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1).reshape(-1, K.numel())
            M = K.new_zeros(len(columns), pixels.numel())
            return M.scatter(1, columns, K.reshape(1, -1).expand(len(columns), -1))
        """,
        why="scattered to the numbers of the pixels",
    ),
    Rewrite(
        "conv_as_matrix",
        """
        def conv_as_matrix(K, in_shape):
            (h, w), (kh, kw) = in_shape, K.shape
            rows = []
            for i in range(h - kh + 1):
                for j in range(w - kw + 1):
                    rows.append(nn.functional.pad(K, (j, w - kw - j, i, h - kh - i)).reshape(1, -1))
            return torch.cat(rows, 0)
        """,
        why="the kernel padded to the size of the image",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            Y = nn.functional.conv2d(X[None, None], K[None, None], padding=padding, stride=stride)
            return Y[0, 0]
        """,
        why="the library's own function",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            h, w = K.shape
            P = torch.zeros((X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1]))
            P[padding[0]:padding[0] + X.shape[0], padding[1]:padding[1] + X.shape[1]] = X
            Y = torch.zeros(((P.shape[0] - h) // stride[0] + 1, (P.shape[1] - w) // stride[1] + 1))
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    a, b = i * stride[0], j * stride[1]
                    Y[i, j] = (P[a:a+h, b:b+w] * K.cpu()).sum()
            return Y
        """,
        why="loops in the book's style, all on the CPU",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            X = torch.nn.ZeroPad2d((padding[1], padding[1], padding[0], padding[0]))(X[None])[0]
            windows = X.unfold(0, K.shape[0], stride[0]).unfold(1, K.shape[1], stride[1])
            return (windows * K).sum(dim=(2, 3))
        """,
        why="windows by unfold",
    ),
    Rewrite(
        "corr2d_padded",
        """
        def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
            rows = X.new_zeros(padding[0], X.shape[1])
            X = torch.cat((rows, X, rows))
            columns = X.new_zeros(X.shape[0], padding[1])
            X = torch.cat((columns, X, columns), dim=1)
            keep = [torch.arange(0, n - k + 1, s) for n, k, s in zip(X.shape, K.shape, stride)]
            return corr2d(X, K)[keep[0]][:, keep[1]]
        """,
        why="borders put on by cat, outputs picked by index",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X,K):
            return sum(corr2d(x,k) for x,k in zip(X,K))
        """,
        why="the notes' version",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X, K):
            return nn.functional.conv2d(X.unsqueeze(0), K.unsqueeze(0))[0][0]
        """,
        why="the library's own function",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X, K):
            result = corr2d(X[0], K[0])
            for c in range(1, X.shape[0]):
                result += corr2d(X[c], K[c])
            return result
        """,
        why="added in place on the first map",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X, K):
            c, h, w = K.shape
            Y = torch.zeros(X.shape[1] - h + 1, X.shape[2] - w + 1)
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    Y[i, j] = (X[:, i:i+h, j:j+w] * K).sum()
            return Y
        """,
        why="windows with all channels at once",
    ),
    Rewrite(
        "corr2d_multi_in",
        """
        def corr2d_multi_in(X, K):
            assert X.shape[0] == K.shape[0]
            return torch.sum(torch.stack([corr2d(X[i], K[i]) for i in range(len(K))], dim=-1), dim=-1)
        """,
        why="stacked on the last axis, then summed",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X,K):
            return torch.stack([corr2d_multi_in(X,k) for k in K],0)
        """,
        why="the notes' version",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K):
            return nn.functional.conv2d(X.unsqueeze(0), K).squeeze(0)
        """,
        why="the library's own function",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K):
            c_o, c_i, h, w = K.shape
            Y = torch.zeros((c_o, X.shape[1] - h + 1, X.shape[2] - w + 1))
            for o in range(c_o):
                for i in range(Y.shape[1]):
                    for j in range(Y.shape[2]):
                        Y[o, i, j] = torch.sum(X[:, i:i+h, j:j+w] * K[o])
            return Y
        """,
        why="three loops into zeros on the CPU",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K):
            windows = X.unfold(1, K.size(2), 1).unfold(2, K.size(3), 1)
            return torch.einsum("cijab,ocab->oij", windows, K)
        """,
        why="einsum over windows",
    ),
    Rewrite(
        "corr2d_multi_in_out",
        """
        def corr2d_multi_in_out(X, K):
            maps = [corr2d_multi_in(X, K[i]).unsqueeze(0) for i in range(K.shape[0])]
            return torch.cat(maps, dim=0)
        """,
        why="cat of maps with a new axis",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X,K):
            c_i,h,w = X.shape
            c_o = K.shape[0]
            X = X.reshape((c_i,h * w))
            K = K.reshape((c_o,c_i))
            Y = torch.matmul(K,X)
            return Y.reshape((c_o,h,w))
        """,
        why="the notes' version without its prints",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X, K):
            return torch.einsum("oi,ihw->ohw", K[:, :, 0, 0], X)
        """,
        why="einsum",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X, K):
            return corr2d_multi_in_out(X, K)
        """,
        why="a 1x1 kernel is a kernel",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X, K):
            return (K * X).sum(dim=1)
        """,
        why="broadcast and sum: (c_out, c_in, 1, 1) times (c_in, h, w)",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X, K):
            mixed = nn.functional.linear(X.movedim(0, -1), K.flatten(1))
            return mixed.permute(2, 0, 1)
        """,
        why="a dense layer on channels moved to the end; the result is not contiguous",
    ),
    Rewrite(
        "corr2d_multi_in_out_1x1",
        """
        def corr2d_multi_in_out_1x1(X, K):
            Y = torch.zeros((K.shape[0], X.shape[1], X.shape[2]))
            for o in range(K.shape[0]):
                for c in range(X.shape[0]):
                    Y[o] += (K[o, c, 0, 0] * X[c]).cpu()
            return Y
        """,
        why="added up channel by channel in zeros on the CPU",
    ),
]
