"""Known answers of ch07_linear_regression."""

from tests.answers import Edit, Rewrite

LAP = "test_a_lap_is_the_wall_time_since_the_start"
SUMS = "test_times_sum_avg_and_cumsum"
BEGIN = "test_it_begins_without_laps_and_shares_none"
NORMAL = "test_X_is_standard_normal"
LABELS = "test_labels_are_Xw_plus_b"
NOISE = "test_each_label_has_noise_of_its_own"
SIZES = "test_sizes_of_the_batches"
PAIRS = "test_features_and_labels_stay_together"
ONCE = "test_every_row_comes_once"
ORDER = "test_every_order_can_occur"
VALUES = "test_values_are_those_of_the_library"
KEEPS = "test_arguments_are_not_modified"
MOVES = "test_every_parameter_moves"
OLD = "test_the_next_backward_finds_no_old_gradient"
FIRST = "test_first_step"
LATER = "test_later_steps"
EACH = "test_each_batch_is_a_step"
ROWS = "test_every_row_is_learned_from"
FINDS = "test_it_finds_the_true_parameters"

CLOCK = "self.times.append(time.perf_counter() - self.begin)"
TIMER = """
class Timer:
    def __init__(self):
        self.times = []
        self.start()

    def start(self):
        self.tik = {clock}

    def stop(self):
        self.times.append({clock} - self.tik)
        return self.times[-1]

    def avg(self):
        return sum(self.times) / len(self.times)

    def sum(self):
        return sum(self.times)

    def cumsum(self):
        return np.array(self.times).cumsum().tolist()
"""

WRONG = [
    Rewrite("Timer", TIMER.replace("{clock}", "time.process_time()"), LAP, "wall time", "CPU time"),
    Rewrite("Timer", TIMER.replace("{clock}", "int(time.time())"), LAP, "seconds", "whole seconds"),
    Rewrite("Timer", TIMER.replace("{clock}", "time.monotonic_ns()"), LAP, "seconds", "ns"),
    Rewrite("Timer", TIMER.replace("{clock}", "(1000 * time.time())"), LAP, "seconds", "ms"),
    Edit("Timer", CLOCK, "self.times.append(time.perf_counter())", LAP, "seconds", "absolute time"),
    Edit(
        "Timer",
        "() - self.begin)",
        "() - self.begin)\n        self.begin = time.perf_counter()",
        LAP,
        "stop() does not",
        "stop starts the clock anew",
    ),
    Edit(
        "Timer",
        CLOCK,
        CLOCK.replace("self.begin)", "self.begin - sum(self.times))"),
        LAP,
        "since the last start()",
        "earlier laps are subtracted",
    ),
    Edit(
        "Timer",
        "        self.start()\n",
        "        self.begin = 0\n",
        LAP,
        "a new Timer starts",
        "making one does not start it",
    ),
    Edit(
        "Timer",
        "        self.begin = time.perf_counter()  # unlike",
        "        if not self.times:\n            self.begin = time.perf_counter()  # unlike",
        LAP,
        "since the last start()",
        "start works only once",
    ),
    Edit(
        "Timer",
        CLOCK,
        "self.times.append(self.begin - time.perf_counter())",
        LAP,
        "returned -0",
        "start minus now",
    ),
    Edit("Timer", "return self.times[-1]", "pass", LAP, "NoneType", "stop returns nothing"),
    Edit(
        "Timer", "return self.times[-1]", "return self.times", LAP, "list", "stop returns the list"
    ),
    Edit(
        "Timer",
        "return self.times[-1]",
        "return self.sum()",
        LAP,
        "wall time since",
        "stop returns the total",
    ),
    Edit(
        "Timer",
        CLOCK,
        "self.times = [time.perf_counter() - self.begin]",
        SUMS,
        "which laps count",
        "only the last lap is kept",
    ),
    Edit(
        "Timer",
        "        self.begin = time",
        "        self.times = []\n        self.begin = time",
        SUMS,
        "which laps count",
        "start forgets the laps",
    ),
    Edit(
        "Timer",
        CLOCK,
        CLOCK.replace("append(", "insert(0, ") + "\n        return self.times[0]",
        SUMS,
        "axis 0 runs backwards",
        "newest lap first",
    ),
    Edit(
        "Timer",
        "    def __init__(self) -> None:\n        self.times: list[float] = []",
        "    times = []\n\n    def __init__(self) -> None:",
        BEGIN,
        "of its own",
        "one list for all timers",
    ),
    Edit(
        "Timer",
        "self.times: list[float] = []",
        "self.times = [0.0]",
        BEGIN,
        "empty",
        "begins with a lap",
    ),
    Edit(
        "Timer",
        "return self.sum() / len(self.times)",
        "return self.sum() / (len(self.times) - 1)",
        SUMS,
        "avg()",
        "divides by n - 1",
    ),
    Edit(
        "Timer",
        "return self.sum() / len(self.times)",
        "return self.times[-1]",
        SUMS,
        "avg()",
        "the last lap as the mean",
    ),
    Edit(
        "Timer",
        "return sum(self.times)",
        "return np.cumsum(self.times).tolist()",
        SUMS,
        "sum()",
        "sum is a list",
    ),
    Edit(
        "Timer",
        "np.cumsum(self.times).tolist()",
        "np.cumsum(self.times)",
        SUMS,
        "a list",
        "cumsum is an array",
    ),
    Edit(
        "Timer",
        "np.cumsum(self.times).tolist()",
        "self.sum()",
        SUMS,
        "a list",
        "cumsum is a number",
    ),
    Edit(
        "Timer",
        "np.cumsum(self.times).tolist()",
        "(np.cumsum(self.times) / np.arange(1, len(self.times) + 1)).tolist()",
        SUMS,
        "cumsum()",
        "running means",
    ),
    Edit(
        "Timer",
        "np.cumsum(self.times).tolist()",
        "[0.0] + np.cumsum(self.times).tolist()",
        SUMS,
        "shape (4,)",
        "begins with 0",
    ),
    # synthetic_data
    Edit(
        "synthetic_data",
        "    y += torch.normal(0, 0.01, y.shape)\n",
        "",
        NOISE,
        "add a draw",
        "no noise",
    ),
    Edit("synthetic_data", "0.01, y", "0.1, y", NOISE, "not the variance", "variance 0.01"),
    Edit("synthetic_data", "0.01, y", "0.0001, y", NOISE, "standard deviation", "the square of it"),
    Edit(
        "synthetic_data",
        "torch.normal(0, 0.01, y.shape)",
        "0.01 * torch.randn(1)",
        NOISE,
        "to each label",
        "one noise for all",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 0.01, y.shape)",
        "0.01 * torch.rand(y.shape)",
        NOISE,
        "mean",
        "uniform noise, not even centred",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 0.01, y.shape)",
        "0.01 * 3**0.5 * (2 * torch.rand(y.shape) - 1)",
        NOISE,
        "normal",
        "uniform noise",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 0.01, y.shape)",
        "torch.normal(0, 0.01, y.shape).abs()",
        NOISE,
        "mean",
        "noise of one sign",
    ),
    Edit("synthetic_data", "torch.normal(0, 1,", "torch.rand(", NORMAL, "normal", "uniform X"),
    Edit(
        "synthetic_data",
        "torch.normal(0, 1, (num_examples, len(w)))",
        "12**0.5 * (torch.rand(num_examples, len(w)) - 0.5)",
        NORMAL,
        "torch.randn",
        "uniform X with mean 0 and variance 1",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 1, (num_examples, len(w)))",
        "torch.normal(0, 1, (num_examples, 1)).repeat(1, len(w))",
        NORMAL,
        "on its own",
        "one draw a row",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 1, (num_examples, len(w)))",
        "torch.normal(0, 1, (1, len(w))).repeat(num_examples, 1)",
        NORMAL,
        "on its own",
        "one draw a column",
    ),
    Edit(
        "synthetic_data",
        "torch.normal(0, 1,",
        "torch.normal(0, 0.01,",
        NORMAL,
        "N(0, 1)",
        "X as small as the noise",
    ),
    Edit("synthetic_data", " + b  # (n, 1)", "  # (n, 1)", LABELS, "x w + b", "no bias"),
    Edit(
        "synthetic_data",
        "X @ w.reshape(-1, 1) + b",
        "X @ w.reshape(-1, 1).flip(0) + b",
        LABELS,
        "x w + b",
        "weights in reverse",
    ),
    Edit("synthetic_data", "return X, y", "return X + 1, y", NORMAL, "N(0, 1)", "X is shifted"),
    Edit(
        "synthetic_data",
        "w.reshape(-1, 1) + b  # (n, 1)",
        "w + b",
        "test_shapes",
        "whatever the shape of w",
        "labels of one axis (post 003)",
    ),
    Edit(
        "synthetic_data",
        "    y += torch.normal(0, 0.01, y.shape)",
        "    y = y + torch.normal(0, 0.01, (num_examples,))",
        "test_shapes",
        "shape (5, 5)",
        "(n, 1) + (n,) is (n, n)",
    ),
    Edit(
        "synthetic_data",
        "return X, y",
        "return y, X",
        "test_shapes",
        "a column for each weight",
        "labels first",
    ),
    Edit(
        "synthetic_data",
        "return X, y",
        "print(y)",
        "test_shapes",
        "did you forget `return`",
        "no return (notes 3.2.1)",
    ),
    Edit(
        "synthetic_data",
        "(num_examples, len(w))",
        "(len(w), num_examples)",
        "test_shapes",
        "cannot be multiplied",
        "axes swapped",
    ),
    Edit(
        "synthetic_data",
        "    X = torch",
        "    torch.manual_seed(0)\n    X = torch",
        "test_each_call_draws_anew",
        "set no seed",
        "a seed set inside",
    ),
    Edit(
        "synthetic_data",
        "    return X, y",
        "    w *= 2\n    return X, y",
        "test_w_is_not_modified",
        "modified in place",
        "changes w",
    ),
    Edit(
        "synthetic_data",
        "return X, y",
        "return X.numpy(), y.numpy()",
        "test_shapes",
        "Its type is ndarray",
        "numpy arrays",
    ),
    Edit(
        "synthetic_data",
        "return X, y",
        "return X.double(), y.double()",
        "test_shapes",
        "dtype float64",
        "float64",
    ),
    # data_iter
    Edit("data_iter", "    random.shuffle(indices)\n", "", ORDER, "shuffle all rows", "no shuffle"),
    Edit(
        "data_iter",
        "len(indices), batch_size",
        "len(indices) - batch_size + 1, batch_size",
        SIZES,
        "with the rest",
        "the short batch is dropped",
    ),
    Edit(
        "data_iter",
        "len(indices), batch_size",
        "len(indices) - 1, batch_size",
        SIZES,
        "with the rest",
        "a last batch of one row is lost",
    ),
    Edit(
        "data_iter",
        "range(len(features))",
        "range(len(features) - 1)",
        SIZES,
        "the rest",
        "the last row is lost",
    ),
    Edit(
        "data_iter",
        "    random.shuffle(indices)\n",
        "    indices = [random.randrange(len(indices)) for _ in indices]\n",
        ONCE,
        "each once",
        "drawn with replacement",
    ),
    Edit(
        "data_iter",
        "    random.shuffle(indices)\n",
        "    features = features[torch.randperm(len(features))]\n    labels = labels[torch.randperm(len(labels))]\n",
        PAIRS,
        "same indices",
        "features and labels shuffled on their own",
    ),
    Edit(
        "data_iter",
        "labels[rows]",
        "labels[start : start + batch_size]",
        PAIRS,
        "same indices",
        "labels in the old order",
    ),
    Edit(
        "data_iter",
        "    random.shuffle(indices)\n",
        "    starts = list(range(0, len(indices), batch_size))\n    random.shuffle(starts)\n"
        "    indices = [i for s in starts for i in range(s, min(s + batch_size, len(indices)))]\n",
        ORDER,
        "before you cut",
        "only the batches are shuffled",
    ),
    Edit(
        "data_iter",
        "        rows = torch.tensor(indices[start : start + batch_size])  # a slice stops at the end",
        "        rows = torch.tensor(sorted(indices)[start : start + batch_size])\n"
        "        rows = rows[torch.randperm(len(rows))]",
        ORDER,
        "before you cut",
        "shuffled within a batch only",
    ),
    Edit(
        "data_iter",
        "random.shuffle(indices)",
        "random.Random(0).shuffle(indices)",
        ORDER,
        "no seed",
        "the same order in every pass",
    ),
    Edit(
        "data_iter",
        "    random.shuffle(indices)\n",
        "    k = random.randrange(len(indices))\n    indices = indices[k:] + indices[:k]\n",
        ORDER,
        "shuffle all rows",
        "only another start",
    ),
    Rewrite(
        "data_iter",
        """
        ORDERS = {}

        def data_iter(batch_size, features, labels):
           n = len(features)
           if n not in ORDERS:
               ORDERS[n] = torch.randperm(n)
           for rows in ORDERS[n].split(batch_size):
               yield features[rows], labels[rows]
        """,
        ORDER,
        "anew each time",
        "the order is kept between calls",
    ),
    Rewrite(
        "data_iter",
        """
        QUEUE = []

        def data_iter(batch_size, features, labels):
           if not QUEUE:
               QUEUE.extend(torch.randperm(len(features)).split(batch_size))
           while QUEUE:
               rows = QUEUE.pop()
               yield features[rows], labels[rows]
        """,
        SIZES,
        "shapes of the batches",
        "the short batch comes first",
    ),
    Rewrite(
        "data_iter",
        """
        QUEUE = []

        def data_iter(batch_size, features, labels):
           if not QUEUE:
               QUEUE.extend(torch.randperm(len(features)).split(batch_size))
           while QUEUE:
               rows = QUEUE.pop(0)
               yield features[rows], labels[rows]
        """,
        ONCE,
        "each once",
        "goes on where the last pass was left",
    ),
    Edit(
        "data_iter",
        "        yield features",
        "        return features",
        SIZES,
        "`return` would give",
        "return instead of yield",
    ),
    Rewrite(
        "data_iter",
        """
        def data_iter(batch_size, features, labels):
           rows = torch.randperm(len(features))[:batch_size]
           return features[rows], labels[rows]
        """,
        SIZES,
        "one batch after the other",
        "gives the first batch alone",
    ),
    Edit(
        "data_iter",
        "yield features[rows], labels[rows]",
        "yield features[rows]",
        SIZES,
        "pairs of tensors",
        "no labels",
    ),
    Edit(
        "data_iter",
        "labels[rows]",
        "labels[rows].reshape(-1, 1)",
        SIZES,
        "shapes of the batches",
        "labels always with two axes",
    ),
    Edit(
        "data_iter",
        "labels[rows]",
        "labels[rows].flatten()",
        SIZES,
        "shapes of the batches",
        "labels always with one axis",
    ),
    Edit(
        "data_iter",
        "features[rows]",
        "features[rows, :1]",
        SIZES,
        "shapes of the batches",
        "only the first column",
    ),
    Edit(
        "data_iter",
        "    random.shuffle(indices)\n",
        "    mix = torch.randperm(len(features))\n    features[:], labels[:] = features[mix], labels[mix]\n",
        ONCE,
        "must not be modified",
        "shuffles the caller's data",
    ),
    Edit(
        "data_iter",
        "    for start in range(0, len(indices), batch_size):",
        "    for start in [*range(0, len(indices) - batch_size + 1, batch_size), len(indices) - batch_size]:",
        SIZES,
        "batch_size rows each",
        "the last batch is filled up with rows again",
    ),
    Edit(
        "data_iter",
        "    for start in range(0, len(indices), batch_size):",
        "    while True:\n        start = random.randrange(0, len(indices), batch_size)",
        SIZES,
        "shapes of the batches",
        "goes on without end",
    ),
    # linreg
    Edit("linreg", "X @ w + b", "X @ w", VALUES, "plus b", "no bias"),
    Edit("linreg", "X @ w + b", "X * w.T + b", VALUES, "matrix product", "product by elements"),
    Edit("linreg", "X @ w + b", "w @ X + b", KEEPS, "cannot be multiplied", "factors swapped"),
    Edit(
        "linreg", "X @ w + b", "(X + b) @ w", VALUES, "plus b in every row", "b inside the product"
    ),
    Edit("linreg", "X @ w + b", "(X @ w + b).flatten()", VALUES, "shape", "one axis"),
    Edit("linreg", "X @ w + b", "X @ w - b", VALUES, "plus b", "sign of b"),
    Edit("linreg", "return X @ w + b", "X @ w + b", VALUES, "did you forget `return`", "no return"),
    Edit(
        "linreg", "X @ w + b", "X @ w.data + b", "test_gradients", "cuts the gradient", "w cut off"
    ),
    Edit(
        "linreg",
        "return X @ w + b",
        "b += 0.5\n    return X @ w + b - 0.5",
        KEEPS,
        "in place",
        "changes b in place",
    ),
    Edit(
        "linreg",
        "return X @ w + b",
        "b.data += 1\n    return X @ w + b - 1",
        KEEPS,
        "modified in place",
        "changes b behind autograd's back",
    ),
    Edit(
        "linreg",
        "return X @ w + b",
        "return torch.tensor((X @ w + b).tolist())",
        "test_gradients",
        "cuts the gradient",
        "a new tensor from numbers",
    ),
    Rewrite(
        "linreg",
        "def linreg(x, weight, bias):\n    return x @ weight + bias",
        VALUES,
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "linreg",
        "def linreg(X, w, b):\n    return sum(X[:, i] * w[i] for i in range(len(w))) + b",
        VALUES,
        "shape",
        "sum over columns of one axis",
    ),
    # squared_loss
    Edit(
        "squared_loss",
        "y.reshape(y_hat.shape)",
        "y",
        VALUES,
        "broadcast",
        "(n, 1) - (n,) is (n, n) (post 003)",
    ),
    Edit("squared_loss", " / 2  #", "  #", VALUES, "exactly 2 times", "not halved"),
    Edit("squared_loss", "** 2 / 2", "** 2 / 4", VALUES, "exactly 0.5 times", "halved twice"),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).mean()",
        VALUES,
        "row by row",
        "mean",
    ),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).sum()",
        VALUES,
        "row by row",
        "sum",
    ),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "(y_hat - y.reshape(y_hat.shape)).abs() / 2",
        VALUES,
        "square",
        "absolute error",
    ),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "nn.functional.mse_loss(y_hat, y.reshape(y_hat.shape))",
        VALUES,
        "row by row",
        "the library's mean",
    ),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2",
        "(y_hat**2 - y.reshape(y_hat.shape) ** 2)",
        VALUES,
        "square of y_hat - y",
        "difference of squares",
    ),
    Edit(
        "squared_loss",
        "y_hat - y.reshape(y_hat.shape)",
        "y_hat.flatten() - y.flatten()",
        VALUES,
        "shape",
        "one axis",
    ),
    Edit(
        "squared_loss",
        "y_hat - y.reshape(y_hat.shape)",
        "y_hat.squeeze() - y.squeeze()",
        VALUES,
        "shape",
        "axes of size 1 squeezed away",
    ),
    Edit(
        "squared_loss",
        "    return",
        "    y_hat = y_hat.detach()\n    return",
        "test_gradients",
        "gradient",
        "prediction detached",
    ),
    Edit(
        "squared_loss",
        "    return",
        "    y = y.detach()\n    return",
        "test_gradients",
        "no gradient for input 2",
        "labels detached",
    ),
    Edit(
        "squared_loss",
        "return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "y_hat.data -= y.reshape(y_hat.shape)\n    return y_hat**2 / 2",
        KEEPS,
        "modified in place",
        "subtracts in place",
    ),
    Edit("squared_loss", "** 2 / 2", "** 2 // 2", VALUES, "half the square", "integer division"),
    Edit(
        "squared_loss",
        "(y_hat - y.reshape(y_hat.shape)) ** 2 / 2",
        "(y_hat - y.reshape(-1)[: len(y)].reshape(y_hat.shape).flip(0)) ** 2 / 2",
        VALUES,
        "row by row",
        "labels in reverse",
    ),
    # sgd
    Edit(
        "sgd",
        "param -= lr * param.grad / batch_size",
        "grad = param.grad\n            param = param - lr * grad / batch_size",
        MOVES,
        "NoneType",
        "rebinds the name",
    ),
    Edit(
        "sgd", "            param.grad.zero_()\n", "", OLD, "backward() adds", "gradients are kept"
    ),
    Edit("sgd", "param -=", "param +=", MOVES, "down the gradient", "uphill"),
    Edit("sgd", " / batch_size", "", MOVES, "lr / batch_size", "not divided (post 003)"),
    Edit("sgd", " / batch_size", " * batch_size", MOVES, "lr / batch_size", "multiplied"),
    Edit("sgd", "lr * param.grad", "param.grad", MOVES, "lr / batch_size", "no learning rate"),
    Edit(
        "sgd",
        "for param in params:",
        "for param in params[:1]:",
        MOVES,
        "params[1]",
        "the first only",
    ),
    Edit("sgd", "with torch.no_grad():", "if True:", MOVES, "torch.no_grad()", "autograd is on"),
    Edit(
        "sgd",
        "    with torch.no_grad():",
        "    torch.set_grad_enabled(False)\n    if True:",
        OLD,
        "torch.no_grad()",
        "autograd stays off",
    ),
    Edit(
        "sgd",
        "            param.grad.zero_()\n",
        "            param.grad.zero_()\n            param.requires_grad_(False)\n",
        OLD,
        "stays on",
        "parameters no longer want gradients",
    ),
    Edit(
        "sgd",
        "lr * param.grad / batch_size",
        "lr * param.grad.sign() / batch_size",
        MOVES,
        "times it",
        "only the sign of the gradient",
    ),
    Edit(
        "sgd",
        "            param.grad.zero_()\n",
        "    param.grad.zero_()\n",
        OLD,
        "backward() adds",
        "zeroes the last gradient only",
    ),
    Edit(
        "sgd",
        "            param -= lr * param.grad / batch_size\n            param.grad.zero_()",
        "            param.grad.zero_()\n            param -= lr * param.grad / batch_size",
        MOVES,
        "times it",
        "zeroes before the step",
    ),
    Rewrite(
        "sgd",
        """
        def sgd(params, lr, batch_size):
           for i, param in enumerate(params):
               params[i] = (param - lr * param.grad / batch_size).detach().requires_grad_()
        """,
        MOVES,
        "not in place",
        "puts new tensors into the list",
    ),
    Rewrite(
        "sgd",
        "def sgd(parameters, lr, batch_size):\n    with torch.no_grad():\n        for p in parameters:\n"
        "            p -= lr * p.grad / batch_size\n            p.grad.zero_()",
        OLD,
        "signature",
        "renamed",
    ),
    # train_linreg
    Edit(
        "train_linreg",
        "losses.sum().backward()",
        "losses.mean().backward()",
        FIRST,
        "once",
        "divided twice",
    ),
    Edit(
        "train_linreg",
        "sgd([w, b], lr, len(X))",
        "sgd([w, b], lr, 1)",
        FIRST,
        "divide by its size",
        "not divided",
    ),
    Edit(
        "train_linreg",
        "sgd([w, b], lr, len(X))",
        "sgd([w], lr, len(X))",
        FIRST,
        "b",
        "b is not trained",
    ),
    Edit(
        "train_linreg",
        "sgd([w, b], lr, len(X))",
        "sgd([b], lr, len(X))",
        FIRST,
        "w",
        "w is not trained",
    ),
    Edit(
        "train_linreg",
        "sgd([w, b], lr, len(X))",
        "with torch.no_grad():\n                w -= lr * w.grad / len(X)\n                b -= lr * b.grad / len(X)",
        LATER,
        "zero it between steps",
        "gradients add up",
    ),
    Edit(
        "train_linreg",
        "squared_loss(linreg(X, w, b), y)",
        "2 * squared_loss(linreg(X, w, b), y)",
        FIRST,
        "gradient of the mean",
        "not halved",
    ),
    Edit(
        "train_linreg",
        "for X, y in data_iter(batch_size, features, labels)",
        "for X, y in [(features, labels)]",
        EACH,
        "one for each batch",
        "full batches",
    ),
    Edit(
        "train_linreg",
        "for X, y in data_iter(batch_size, features, labels)",
        "for X, y in [next(data_iter(batch_size, features, labels))]",
        EACH,
        "one for each batch",
        "one batch an epoch",
    ),
    Edit(
        "train_linreg",
        "            losses = squared",
        "            if len(X) < min(batch_size, len(features)):\n"
        "                continue\n            losses = squared",
        EACH,
        "also for a short one",
        "skips the short batch",
    ),
    Edit(
        "train_linreg",
        "            losses = squared",
        "            X, y = features[: len(X)], labels[: len(X)]\n            losses = squared",
        ROWS,
        "every row",
        "the same rows again and again",
    ),
    Edit(
        "train_linreg",
        "for _ in range(num_epochs)",
        "for _ in range(1)",
        LATER,
        "step",
        "one epoch only",
    ),
    Edit(
        "train_linreg",
        "for _ in range(num_epochs)",
        "for _ in range(num_epochs + 1)",
        FIRST,
        "lr times",
        "one epoch too many",
    ),
    Edit(
        "train_linreg",
        "return w.detach(), b.detach()",
        "return b.detach(), w.detach()",
        FIRST,
        "w is a column",
        "b first",
    ),
    Edit(
        "train_linreg",
        "return w.detach(), b.detach()",
        "return w.detach().flatten(), b.detach()",
        FIRST,
        "w is a column",
        "w with one axis",
    ),
    Edit(
        "train_linreg",
        "return w.detach(), b.detach()",
        "return w.detach(), float(b)",
        FIRST,
        "Its type is float",
        "b is a number",
    ),
    Edit(
        "train_linreg",
        "return w.detach(), b.detach()",
        "print(w, b)",
        FIRST,
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "train_linreg",
        "return w.detach(), b.detach()",
        "return w.detach()",
        FIRST,
        "a tuple (w, b)",
        "w alone",
    ),
    Edit(
        "train_linreg",
        "    for _ in range(num_epochs):",
        "    features -= features.mean(0)\n    for _ in range(num_epochs):",
        KEEPS,
        "modified in place",
        "centres the caller's features",
    ),
    Edit(
        "train_linreg",
        "    for _ in range(num_epochs):",
        "    features = features / features.std()\n    for _ in range(num_epochs):",
        FIRST,
        "gradient",
        "standardises the features",
    ),
    Edit(
        "train_linreg",
        "linreg(X, w, b)",
        "X @ w",
        FIRST,
        "raised TypeError",
        "no bias in the prediction",
    ),
    Edit(
        "train_linreg",
        "losses = squared_loss(linreg(X, w, b), y)",
        "losses = (linreg(X, w, b) - y.reshape(-1)) ** 2 / 2",
        FIRST,
        "once",
        "(n, 1) - (n,) in the loss",
    ),
    Edit(
        "train_linreg",
        "sgd([w, b], lr, len(X))",
        "sgd([w, b], lr * 0.9, len(X))",
        FIRST,
        "lr times",
        "a learning rate of its own",
    ),
    Rewrite(
        "train_linreg",
        """
        W0 = {}

        def train_linreg(features, labels, lr, num_epochs, batch_size):
           d = features.shape[1]
           if d not in W0:
               W0[d] = torch.zeros(d, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
           w, b = W0[d]
           for _ in range(num_epochs):
               for X, y in data_iter(batch_size, features, labels):
                   squared_loss(linreg(X, w, b), y).sum().backward()
                   sgd([w, b], lr, len(X))
           return w.detach().clone(), b.detach().clone()
        """,
        FIRST,
        "make w and b inside",
        "goes on from the call before",
    ),
    Rewrite(
        "train_linreg",
        """
        def train_linreg(features, labels, lr, num_epochs, batch_size):
           ones = torch.ones(len(features), 1)
           solved = torch.linalg.lstsq(torch.cat([features, ones], 1), labels).solution
           return solved[:-1], solved[-1]
        """,
        FIRST,
        "gradient",
        "solves the equations instead of training",
    ),
    # load_array
    Edit(
        "load_array",
        "shuffle=is_train",
        "shuffle=True",
        "test_without_is_train_the_order_stays",
        "only data for training",
        "always shuffled",
    ),
    Edit("load_array", "shuffle=is_train", "shuffle=False", ORDER, "shuffle", "never shuffled"),
    Edit("load_array", "shuffle=is_train", "shuffle=not is_train", ORDER, "shuffle", "inverted"),
    Edit(
        "load_array",
        "shuffle=is_train",
        "shuffle=is_train, drop_last=True",
        SIZES,
        "the rest",
        "the short batch is dropped",
    ),
    Edit("load_array", "*data_arrays", "data_arrays", SIZES, "tuple", "no star"),
    Edit(
        "load_array",
        "*data_arrays",
        "data_arrays[0], data_arrays[1]",
        "test_any_number_of_tensors",
        "a tuple (X, y, z)",
        "two arrays only",
    ),
    Edit(
        "load_array",
        "data.DataLoader(dataset, batch_size, shuffle=is_train)",
        "data.DataLoader(dataset, shuffle=is_train)",
        SIZES,
        "batch_size rows",
        "batch size not passed",
    ),
    Edit(
        "load_array",
        "return data.DataLoader(dataset, batch_size, shuffle=is_train)",
        "return dataset",
        SIZES,
        "DataLoader",
        "the data set",
    ),
    Edit(
        "load_array",
        "return data.DataLoader(dataset, batch_size, shuffle=is_train)",
        "return iter(data.DataLoader(dataset, batch_size, shuffle=is_train))",
        SIZES,
        "DataLoader",
        "an iterator, which ends after one pass",
    ),
    Edit(
        "load_array",
        "    return",
        "    mix = torch.randperm(len(dataset)) if is_train else torch.arange(len(dataset))\n"
        "    dataset = data.Subset(dataset, mix.tolist())\n    is_train = False\n    return",
        "test_each_pass_of_one_loader_is_shuffled_anew",
        "let the DataLoader",
        "shuffled once",
    ),
    Edit(
        "load_array",
        "shuffle=is_train",
        "shuffle=is_train, generator=torch.Generator().manual_seed(0)",
        ORDER,
        "no seed",
        "a seed of its own",
    ),
    Edit(
        "load_array",
        "    return",
        "    torch.manual_seed(0)\n    return",
        ORDER,
        "no seed",
        "a seed set inside",
    ),
    Edit(
        "load_array",
        "TensorDataset(*data_arrays)",
        "TensorDataset(*[a[torch.randperm(len(a))] for a in data_arrays])",
        PAIRS,
        "same indices",
        "arrays shuffled on their own",
    ),
    Rewrite(
        "load_array",
        "def load_array(data_arrays, batch_size, is_train=False):\n"
        "    dataset = data.TensorDataset(*data_arrays)\n"
        "    return data.DataLoader(dataset, batch_size, shuffle=is_train)",
        ORDER,
        "shuffle",
        "another default",
    ),
    Rewrite(
        "load_array",
        "def load_array(arrays, batch_size, shuffle=True):\n"
        "    dataset = data.TensorDataset(*arrays)\n"
        "    return data.DataLoader(dataset, batch_size, shuffle=shuffle)",
        "test_without_is_train_the_order_stays",
        "signature",
        "parameters renamed",
    ),
    # train_linreg_concise
    Edit(
        "train_linreg_concise",
        "            optimizer.zero_grad()\n",
        "",
        LATER,
        "zero it between steps",
        "gradients add up",
    ),
    Edit(
        "train_linreg_concise",
        "            optimizer.zero_grad()\n            error.backward()\n",
        "            error.backward()\n            optimizer.zero_grad()\n",
        FIRST,
        "lr times the gradient",
        "zeroed between backward and step: nothing is learned",
    ),
    Edit(
        "train_linreg_concise",
        "            optimizer.step()\n",
        "",
        FIRST,
        "lr times the gradient",
        "no step",
    ),
    Edit(
        "train_linreg_concise",
        "            error.backward()\n",
        "",
        FIRST,
        "lr times the gradient",
        "no backward",
    ),
    Edit(
        "train_linreg_concise",
        "loss(net(X), y)",
        "loss(net(X), y.reshape(-1))",
        FIRST,
        "mean over the batch",
        "(n, 1) against (n,) in the loss",
    ),
    Edit(
        "train_linreg_concise",
        "nn.MSELoss()",
        'nn.MSELoss(reduction="sum")',
        FIRST,
        "divide by its size",
        "summed loss",
    ),
    Edit("train_linreg_concise", "/ 2\n", "/ 2 / len(X)\n", FIRST, "once", "divided twice"),
    Edit(
        "train_linreg_concise", "nn.MSELoss()", "nn.L1Loss()", FIRST, "gradient", "absolute error"
    ),
    Edit(
        "train_linreg_concise", "net.parameters()", "[net.weight]", FIRST, "b", "bias not trained"
    ),
    Edit(
        "train_linreg_concise",
        "nn.Linear(features.shape[1], 1)",
        "nn.Linear(features.shape[1], 1, bias=False)",
        FIRST,
        "raised",
        "no bias",
    ),
    Edit(
        "train_linreg_concise",
        ".reshape(-1, 1)  # (1, d) -> (d, 1)",
        "",
        FIRST,
        "w is a column",
        "weight as nn.Linear keeps it, (1, d)",
    ),
    Edit(
        "train_linreg_concise",
        "torch.optim.SGD(net.parameters(), lr=lr)",
        "torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)",
        LATER,
        "own gradient only",
        "momentum",
    ),
    Edit(
        "train_linreg_concise",
        "torch.optim.SGD(net.parameters(), lr=lr)",
        'torch.optim.SGD([{"params": net.weight, "lr": 2 * lr}, {"params": net.bias}], lr=lr)',
        FIRST,
        "b",
        "twice the lr for the weight alone",
    ),
    Edit(
        "train_linreg_concise",
        "torch.optim.SGD(",
        "torch.optim.Adam(",
        FIRST,
        "lr times the gradient",
        "Adam",
    ),
    Edit(
        "train_linreg_concise",
        "torch.optim.SGD(net.parameters(), lr=lr)",
        "torch.optim.SGD(net.parameters(), lr=0.03)",
        FIRST,
        "lr times",
        "a fixed learning rate",
    ),
    Edit(
        "train_linreg_concise",
        "torch.optim.SGD(net.parameters(), lr=lr)",
        "torch.optim.SGD(net.parameters(), lr=lr, weight_decay=0.1)",
        LATER,
        "own gradient only",
        "weight decay",
    ),
    Edit(
        "train_linreg_concise",
        "load_array((features, labels), batch_size)",
        "[(features, labels)]",
        EACH,
        "one for each batch",
        "full batches",
    ),
    Edit(
        "train_linreg_concise",
        "load_array((features, labels), batch_size)",
        "data.DataLoader(data.TensorDataset(features, labels), batch_size, drop_last=len(features) > batch_size)",
        EACH,
        "also for a short one",
        "the short batch is dropped",
    ),
    Edit(
        "train_linreg_concise",
        "load_array((features, labels), batch_size)",
        "[next(iter(load_array((features, labels), batch_size))) for _ in range(0, len(features), batch_size)]",
        ROWS,
        "every row",
        "the first batch of new loaders",
    ),
    Edit(
        "train_linreg_concise",
        "    return w, net.bias.detach()",
        "    return net",
        FIRST,
        "a tuple (w, b)",
        "returns the net",
    ),
    Edit(
        "train_linreg_concise",
        "return w, net.bias.detach()",
        "return w, net.bias.item()",
        FIRST,
        "Its type is float",
        "bias as a number",
    ),
    Rewrite(
        "Timer",
        """
        class Timer:
            def __init__(self):
                self.times = []
                self.start()

            def start(self):
                self.begin = time.time()

            def stop(self):
                self.times.append(time.time() - self.begin)
                return self.times[-1]

            def avg(self):
                return self.sum() / len(self.times)

            def sum(self):
                return self.cumsum()[-1]

            def cumsum(self):
                return np.cumsum(self.times).tolist()
        """,
        "test_times_sum_avg_and_cumsum",
        "list index out of range",
        "no sum without a lap",
    ),
    Edit(
        "sgd",
        "param -= lr * param.grad / batch_size",
        "param -= lr * (param.grad // batch_size)",
        "test_every_parameter_moves",
        "Down the gradient",
        "divided without the rest",
    ),
    Edit(
        "train_linreg",
        "b = torch.zeros(1, device=device, requires_grad=True)",
        "b = torch.full((1,), 50.0, device=device, requires_grad=True)",
        "test_start_is_small",
        "between -1 and 1",
        "starts far away",
    ),
    Rewrite(
        "train_linreg_concise",
        """
        def train_linreg_concise(features, labels, lr, num_epochs, batch_size):
            return train_linreg(features, labels, lr, num_epochs, batch_size)
        """,
        "test_the_library_does_the_work",
        "never called",
        "by hand again",
    ),
    Rewrite(
        "train_linreg_concise",
        """
        def train_linreg_concise(features, labels, lr, num_epochs, batch_size):
            net = nn.Linear(features.shape[1], 1).to(features.device)
            loss = nn.MSELoss()
            for _ in range(num_epochs):
                for X, y in load_array((features, labels), batch_size):
                    net.zero_grad()
                    loss(net(X), y).backward()
                    with torch.no_grad():
                        for param in net.parameters():
                            param -= lr * param.grad
            return net.weight.detach().reshape(-1, 1), net.bias.detach()
        """,
        "test_the_library_does_the_work",
        "torch.optim.SGD steps",
        "steps by hand",
    ),
]

BOOK_LOOP = """
def train_linreg(features, labels, lr, num_epochs, batch_size):
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    net = linreg
    loss = squared_loss
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
           l = loss(net(X, w, b), y)
           l.sum().backward()
           sgd([w, b], lr, batch_size)
        with torch.no_grad():
           train_l = loss(net(features, w, b), labels)
           print(f"epoch {epoch + 1}, loss {float(train_l.mean()):f}")
    return w, b
"""
BOOK_CONCISE = """
def train_linreg_concise(features, labels, lr, num_epochs, batch_size):
    data_iter = load_array((features, labels), batch_size)
    net = nn.Sequential(nn.Linear(features.shape[1], 1))
    net[0].weight.data.normal_(0, 0.01)
    net[0].bias.data.fill_(0)
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    for epoch in range(num_epochs):
        for X, y in data_iter:
           l = loss(net(X), y)
           trainer.zero_grad()
           l.backward()
           trainer.step()
        l = loss(net(features), labels)
        print(f"epoch {epoch + 1}, loss {l:f}")
    w = net[0].weight.data
    b = net[0].bias.data
    return w.reshape(-1, 1), b
"""

RIGHT = [
    Rewrite("Timer", TIMER.replace("{clock}", "time.time()"), why="the notes' own"),
    Rewrite("Timer", TIMER.replace("{clock}", "time.monotonic()"), why="another clock"),
    Rewrite(
        "Timer",
        """
        from datetime import datetime

        class Timer:
           def __init__(self):
               self.times = []
               self.total = 0.0
               self.tik = datetime.now()

           def start(self):
               self.tik = datetime.now()
               return self.tik

           def stop(self):
               lap = (datetime.now() - self.tik).total_seconds()
               self.times += [lap]
               self.total += lap
               return lap

           def avg(self):
               return np.mean(self.times)

           def sum(self):
               return self.total

           def cumsum(self):
               return [sum(self.times[: i + 1]) for i in range(len(self.times))]
        """,
        why="datetime, a running total, start returns something",
    ),
    Rewrite(
        "Timer",
        """
        class Timer:
           def __init__(self):
               self.times, self._t = [], time.perf_counter_ns()

           def start(self):
               self._t = time.perf_counter_ns()

           def stop(self):
               self.times.append((time.perf_counter_ns() - self._t) / 1e9)
               return self.times[-1]

           def avg(self):
               return torch.tensor(self.times).mean().item()

           def sum(self):
               return float(np.sum(self.times))

           def cumsum(self):
               total, found = 0, []
               for lap in self.times:
                   total += lap
                   found.append(total)
               return found
        """,
        why="nanoseconds, float32 mean",
    ),
    Rewrite(
        "synthetic_data",
        """
        def synthetic_data(w, b, num_examples):
           X = torch.normal(0, 1, (num_examples, len(w)))
           y = torch.matmul(X, w) + b
           y += torch.normal(0, 0.01, y.shape)
           return X, y.reshape((-1, 1))
        """,
        why="the notes' own",
    ),
    Rewrite(
        "synthetic_data",
        """
        def synthetic_data(w, b, num_examples):
           w = w.flatten()
           X = torch.randn(num_examples, w.numel())
           y = (X * w).sum(dim=1) + b
           return X, (y + 0.01 * torch.randn_like(y)).unsqueeze(1)
        """,
        why="sum over columns, randn",
    ),
    Rewrite(
        "synthetic_data",
        """
        def synthetic_data(w, b, num_examples):
           X = np.random.randn(num_examples, len(w)).astype(np.float32)
           y = X @ w.numpy().reshape(-1, 1) + b + np.random.normal(scale=0.01, size=(num_examples, 1))
           return torch.from_numpy(X), torch.tensor(y, dtype=torch.float32)
        """,
        why="numpy inside",
    ),
    Rewrite(
        "data_iter",
        """
        def data_iter(batch_size, features, labels):
           num_examples = len(features)
           indices = list(range(num_examples))
           random.shuffle(indices)
           for i in range(0, num_examples, batch_size):
               batch_indices = torch.tensor(indices[i : min(i + batch_size, num_examples)])
               yield features[batch_indices], labels[batch_indices]
        """,
        why="the notes' own",
    ),
    Rewrite(
        "data_iter",
        """
        def data_iter(batch_size, features, labels):
           for rows in torch.randperm(len(features)).split(batch_size):
               yield [features[rows], labels[rows]]
        """,
        why="randperm and split, lists as pairs",
    ),
    Rewrite(
        "data_iter",
        """
        def data_iter(batch_size, features, labels):
           dataset = data.TensorDataset(features, labels)
           yield from data.DataLoader(dataset, batch_size, shuffle=True)
        """,
        why="the library's loader",
    ),
    Rewrite(
        "data_iter",
        """
        def data_iter(batch_size, features, labels):
           order = np.random.permutation(len(features))
           features, labels = features[order], labels[order]
           batches = range(0, len(order), batch_size)
           return ((features[i : i + batch_size], labels[i : i + batch_size]) for i in batches)
        """,
        why="shuffled copies, a generator expression",
    ),
    Rewrite(
        "linreg", "def linreg(X, w, b):\n    return torch.matmul(X, w) + b", why="the notes' own"
    ),
    Rewrite(
        "linreg",
        "def linreg(X, w, b):\n    return nn.functional.linear(X, w.t(), b)",
        why="library",
    ),
    Rewrite(
        "linreg",
        "def linreg(X, w, b):\n    return torch.stack([(row * w[:, 0]).sum() + b for row in X])",
        why="row by row",
    ),
    Rewrite(
        "squared_loss",
        "def squared_loss(y_hat, y):\n    return 0.5 * (y_hat - y.reshape(y_hat.shape)) ** 2",
        why="the notes' own, mended",
    ),
    Rewrite(
        "squared_loss",
        "def squared_loss(y_hat, y):\n    y = y.view(-1, 1)\n"
        "    return nn.functional.mse_loss(y_hat, y, reduction='none') / 2",
        why="library",
    ),
    Rewrite(
        "squared_loss",
        "def squared_loss(y_hat, y):\n    d = y_hat.flatten() - y.flatten()\n"
        "    return (d * d / 2).unsqueeze(-1)",
        why="flattened and back",
    ),
    Rewrite(
        "sgd",
        "def sgd(params, lr, batch_size):\n    for p in params:\n"
        "        p.data = p.data - lr * p.grad / batch_size\n        p.grad = None",
        why="data, grad None",
    ),
    Rewrite(
        "sgd",
        "@torch.no_grad()\ndef sgd(params, lr, batch_size):\n    for p in params:\n"
        "        p.sub_(p.grad, alpha=lr / batch_size)\n        p.grad.data.zero_()",
        why="decorator, sub_",
    ),
    Rewrite(
        "sgd",
        "def sgd(params, lr, batch_size):\n    optimizer = torch.optim.SGD(params, lr=lr / batch_size)\n"
        "    optimizer.step()\n    optimizer.zero_grad()",
        why="the library's optimizer",
    ),
    Rewrite(
        "train_linreg",
        BOOK_LOOP,
        why="the book's loop: divides by batch_size, parameters with graph",
    ),
    Rewrite(
        "train_linreg",
        """
        def train_linreg(features, labels, lr, num_epochs, batch_size):
           w = torch.zeros(features.shape[1], 1)
           b = torch.zeros(1)
           for _ in range(num_epochs):
               for rows in torch.randperm(len(features)).split(batch_size):
                   X, y = features[rows], labels[rows]
                   error = X @ w + b - y
                   w -= lr * X.T @ error / len(rows)
                   b -= lr * error.mean()
           return [w, b]
        """,
        why="gradient by hand, from zero, a list",
    ),
    Rewrite(
        "train_linreg",
        """
        def train_linreg(features, labels, lr, num_epochs, batch_size):
           w = nn.Parameter(torch.rand(features.shape[1], 1))
           b = nn.Parameter(torch.rand(1))
           for _ in range(num_epochs):
               for X, y in data_iter(batch_size, features, labels):
                   l = squared_loss(linreg(X, w, b), y).mean()
                   l.backward()
                   sgd([w, b], lr, 1)
           return w, b
        """,
        why="mean loss and division by 1 (post 003), a uniform start",
    ),
    Rewrite(
        "load_array",
        "def load_array(data_arrays, batch_size, is_train=True):\n"
        "    return data.DataLoader(data.TensorDataset(*data_arrays), batch_size=batch_size, shuffle=is_train)",
        why="the book's own",
    ),
    Rewrite(
        "load_array",
        "def load_array(data_arrays, batch_size, is_train=True):\n"
        "    rows = list(zip(*data_arrays))\n    return data.DataLoader(rows, batch_size, is_train)",
        why="a list of rows as the data set",
    ),
    Rewrite(
        "load_array",
        """
        def load_array(data_arrays, batch_size, is_train=True):
           dataset = data.TensorDataset(*data_arrays)
           sampler = data.RandomSampler(dataset) if is_train else data.SequentialSampler(dataset)
           return data.DataLoader(dataset, batch_sampler=data.BatchSampler(sampler, batch_size, False))
        """,
        why="samplers",
    ),
    Rewrite("train_linreg_concise", BOOK_CONCISE, why="the notes' own loop, MSE not halved"),
    Rewrite(
        "train_linreg_concise",
        """
        def train_linreg_concise(features, labels, lr, num_epochs, batch_size):
           net = nn.Linear(features.shape[1], 1)
           optimizer = torch.optim.SGD(net.parameters(), lr)
           for _ in range(num_epochs):
               for X, y in load_array((features, labels), batch_size):
                   (0.5 * nn.MSELoss(reduction="none")(net(X), y)).mean().backward()
                   optimizer.step()
                   optimizer.zero_grad()
           return net.weight.T, net.bias
        """,
        why="halved, zeroed after the step, parameters with graph",
    ),
    Rewrite(
        "train_linreg_concise",
        """
        def train_linreg_concise(features, labels, lr, num_epochs, batch_size):
           net = nn.LazyLinear(1)
           loss, steps = nn.MSELoss(), 0
           net(features[:1])
           optimizer = torch.optim.SGD(net.parameters(), lr)
           while steps < num_epochs:
               steps += 1
               for X, y in data_iter(batch_size, features, labels):
                   net.zero_grad()
                   loss(net(X).squeeze(-1), y.squeeze(-1)).backward()
                   optimizer.step()
           state = net.state_dict()
           return state["weight"].view(-1, 1), state["bias"]
        """,
        why="lazy layer, squeezed loss, state_dict",
    ),
]
