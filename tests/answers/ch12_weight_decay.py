"""Known answers of ch12_weight_decay."""

from tests.answers import Edit, Rewrite

ONE = "test_one_number_of_no_axes"
HALF = "test_half_the_sum_of_squares"
ANY = "test_any_shape"
SHAPES = "test_shapes_of_w_and_b"
FIRST = "test_first_step"
LATER = "test_later_steps"
PENALTY = "test_penalty_on_w_and_not_on_b"
BATCH = "test_penalty_counts_in_every_batch"
EACH = "test_each_batch_is_a_step"
DEFAULTS = "test_defaults"
ROWS = "test_every_row_is_learned_from"
BEST = "test_it_ends_at_the_best_parameters"
LOSSES = "test_losses_are_mean_squared_errors"
KEEPS = "test_arguments_are_not_modified"
SQUARES = "(w**2).sum() / 2"
ERROR = "(error**2).mean() / 2"
GROUPS = '[decayed, {"params": [net.bias]}], lr=lr)'
RETURN = "return w, b, float(train_loss), float(test_loss)"

WRONG = [
    Edit("l2_penalty", SQUARES, "(w**2).sum()", HALF, "halve", "not halved"),
    Edit("l2_penalty", SQUARES, "w.norm()", HALF, "no root", "the norm"),
    Edit("l2_penalty", SQUARES, "w.norm() / 2", HALF, "no root", "half the norm"),
    Edit("l2_penalty", SQUARES, "(w**2).mean() / 2", HALF, "no mean", "the mean"),
    Edit("l2_penalty", SQUARES, "w.abs().sum()", HALF, "no absolute value", "L1"),
    Edit("l2_penalty", SQUARES, "w.sum() ** 2 / 2", HALF, "square, sum", "squares the sum"),
    Edit("l2_penalty", SQUARES, "w**2 / 2", ONE, "one number", "no sum"),
    Edit("l2_penalty", SQUARES, "(w**2).sum(0) / 2", ONE, "one number", "sum over rows only"),
    Edit("l2_penalty", SQUARES, "(w**2).sum() // 2", HALF, "halve", "integer division"),
    Edit(
        "l2_penalty", SQUARES, "(w[0] ** 2).sum() / 2", ONE, "raised IndexError", "first row only"
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "(w.T @ w).sum() / 2",
        ONE,
        "raised",
        "a matrix product, right for a column only",
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "float((w**2).sum()) / 2",
        ONE,
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "torch.tensor(float((w**2).sum()) / 2)",
        "test_gradient_is_w_itself",
        "gradient",
        "a new tensor: no gradient",
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "(w.detach() ** 2).sum() / 2",
        "test_gradient_is_w_itself",
        "gradient",
        "detached",
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "(w * w.detach()).sum() / 2",
        "test_gradient_is_w_itself",
        "0.5 times",
        "half of it detached",
    ),
    Edit(
        "l2_penalty",
        SQUARES,
        "w.data.pow_(2).sum() / 2",
        "test_w_is_not_modified",
        "modified in place",
        "squares in place",
    ),
    Edit("l2_penalty", "return " + SQUARES, SQUARES, ONE, "did you forget `return`", "no return"),
    Edit("l2_penalty", SQUARES, "((w**2).sum() / 2).reshape(1)", ONE, "shape (1,)", "one axis"),
    Edit("l2_penalty", SQUARES, "((w**2).sum() / 2).double()", ONE, "float64", "float64"),
    Edit(
        "l2_penalty",
        SQUARES,
        "sum(x**2 for x in w) / 2",
        ONE,
        "one number",
        "a loop over the first axis",
    ),
    # train_weight_decay
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * l2_penalty(w) / len(rows)",
        PENALTY,
        "not divided",
        "penalty added to the sum, then divided (notes 4.5)",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ 2 * lambd * l2_penalty(w)",
        PENALTY,
        "lr * lambda * w",
        "penalty not halved",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * l2_penalty(w) / 2",
        PENALTY,
        "lr * lambda * w",
        "penalty halved twice",
    ),
    Edit("train_weight_decay", "+ lambd * l2_penalty(w)", "", PENALTY, "pulls w", "no penalty"),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "- lambd * l2_penalty(w)",
        PENALTY,
        "pulls w",
        "sign of the penalty",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * w.abs().sum()",
        PENALTY,
        "lr * lambda * w",
        "L1",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * w.norm()",
        PENALTY,
        "lr * lambda * w",
        "the norm",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * (l2_penalty(w) + l2_penalty(b))",
        PENALTY,
        "b must not be decayed",
        "bias decayed",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ lambd * l2_penalty(w.detach())",
        PENALTY,
        "pulls w",
        "penalty without gradient",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ min(lambd, 0.7) * l2_penalty(w)",
        PENALTY,
        "lr * lambda * w",
        "lambda capped",
    ),
    Edit(
        "train_weight_decay",
        "+ lambd * l2_penalty(w)",
        "+ 3 * l2_penalty(w)",
        LATER,
        "own gradient",
        "lambda fixed",
    ),
    Edit(
        "train_weight_decay",
        ERROR,
        "(error**2).mean()",
        FIRST,
        "gradient of the mean",
        "error not halved",
    ),
    Edit(
        "train_weight_decay", ERROR, "(error**2).sum() / 2", FIRST, "divide by its size", "summed"
    ),
    Edit(
        "train_weight_decay",
        ERROR,
        "(error**2).mean() / 2 / len(rows)",
        FIRST,
        "once",
        "divided twice",
    ),
    Edit(
        "train_weight_decay",
        ERROR,
        "(error**2).mean().sqrt()",
        FIRST,
        "gradient of the mean",
        "root",
    ),
    Edit(
        "train_weight_decay",
        "- labels[rows]",
        "- labels[rows].reshape(-1)",
        FIRST,
        "mean over the batch",
        "(n, 1) - (n,) is (n, n)",
    ),
    Edit(
        "train_weight_decay",
        "                    param.grad.zero_()\n",
        "",
        LATER,
        "zero it",
        "gradients add up",
    ),
    Edit(
        "train_weight_decay",
        "for param in (w, b):",
        "for param in (w,):",
        FIRST,
        "b is trained",
        "b not trained",
    ),
    Edit(
        "train_weight_decay",
        "param -= lr * param.grad",
        "param -= lr * param.grad / batch_size",
        FIRST,
        "once",
        "mean, and divided by the batch size",
    ),
    Edit(
        "train_weight_decay",
        "param -= lr * param.grad",
        "param -= 0.003 * param.grad",
        FIRST,
        "lr times",
        "learning rate ignored",
    ),
    Edit(
        "train_weight_decay",
        "param -= lr * param.grad",
        "param += lr * param.grad",
        FIRST,
        "lr times",
        "uphill",
    ),
    Edit(
        "train_weight_decay",
        "param -= lr * param.grad\n",
        "param -= lr * (param.grad + lambd * param)\n",
        PENALTY,
        "lr * lambda * w",
        "penalty in the loss and in the step",
    ),
    Edit(
        "train_weight_decay",
        "torch.randperm(len(features)).split(batch_size)",
        "[torch.arange(len(features))]",
        BATCH,
        "once a batch",
        "full batches",
    ),
    Edit(
        "train_weight_decay",
        "            error = features",
        "            if len(rows) < batch_size:\n"
        "                continue\n            error = features",
        EACH,
        "also for a short one",
        "short batches skipped",
    ),
    Edit(
        "train_weight_decay",
        "            error = features",
        "            rows = torch.arange(len(rows))\n            error = features",
        ROWS,
        "every row",
        "the first rows again and again",
    ),
    Edit(
        "train_weight_decay",
        "range(num_epochs)",
        "range(100)",
        FIRST,
        "lr times",
        "always 100 epochs",
    ),
    Edit(
        "train_weight_decay",
        "num_epochs: int = 100",
        "num_epochs: int = 10",
        DEFAULTS,
        "100 epochs",
        "10 epochs",
    ),
    Edit(
        "train_weight_decay",
        "lr: float = 0.003",
        "lr: float = 0.03",
        DEFAULTS,
        "lr 0.003",
        "another lr",
    ),
    Edit(
        "train_weight_decay",
        "batch_size: int = 5",
        "batch_size: int = 10",
        DEFAULTS,
        "batches of 5",
        "another batch size",
    ),
    Edit(
        "train_weight_decay",
        "    for _ in range(num_epochs):",
        "    features, labels = torch.cat([features, test_features]), torch.cat([labels, test_labels])\n"
        "    for _ in range(num_epochs):",
        FIRST,
        "gradient",
        "trains on the test rows",
    ),
    Edit(
        "train_weight_decay",
        "= train_data, test_data",
        "= test_data, train_data",
        FIRST,
        "gradient",
        "data swapped",
    ),
    Edit(
        "train_weight_decay",
        "train_loss = ((features @ w + b - labels) ** 2).mean()",
        "train_loss = ((features @ w + b - labels) ** 2).mean() / 2",
        LOSSES,
        "not halved",
        "halved loss",
    ),
    Edit(
        "train_weight_decay",
        "test_loss = ((test_features @ w + b - test_labels) ** 2).mean()",
        "test_loss = ((test_features @ w + b - test_labels) ** 2).mean() + lambd * l2_penalty(w)",
        LOSSES,
        "without the penalty",
        "penalty in the test loss",
    ),
    Edit(
        "train_weight_decay",
        "train_loss = ((features @ w + b - labels) ** 2).mean()",
        "train_loss = loss",
        LOSSES,
        "over all rows",
        "loss of the last batch",
    ),
    Edit(
        "train_weight_decay",
        "test_loss = ((test_features @ w + b - test_labels) ** 2).mean()",
        "test_loss = ((test_features @ w - test_labels) ** 2).mean()",
        LOSSES,
        "mean squared error",
        "bias left out of the test loss",
    ),
    Edit(
        "train_weight_decay",
        RETURN,
        "return w, b, float(test_loss), float(train_loss)",
        LOSSES,
        "mean squared error",
        "losses swapped",
    ),
    Edit(
        "train_weight_decay",
        RETURN,
        "return w, b",
        SHAPES,
        "(w, b, train loss, test loss)",
        "no losses",
    ),
    Edit(
        "train_weight_decay",
        RETURN,
        "print(torch.norm(w).item())",
        SHAPES,
        "(w, b, train loss, test loss)",
        "prints the norm (notes 4.5)",
    ),
    Edit(
        "train_weight_decay",
        RETURN,
        "return w.flatten(), b, float(train_loss), float(test_loss)",
        SHAPES,
        "w is a column",
        "one axis",
    ),
    Edit(
        "train_weight_decay",
        RETURN,
        "return w, b, [float(train_loss)], [float(test_loss)]",
        LOSSES,
        "Its type is list",
        "lists of losses",
    ),
    Edit(
        "train_weight_decay",
        "    for _ in range(num_epochs):",
        "    features /= 2\n    for _ in range(num_epochs):",
        KEEPS,
        "modified in place",
        "halves the caller's features",
    ),
    Edit(
        "train_weight_decay",
        "    w = torch.normal",
        "    labels = labels - labels.mean()\n    w = torch.normal",
        FIRST,
        "b is trained",
        "labels centred: b stays 0",
    ),
    Rewrite(
        "train_weight_decay",
        """
        START = {}

        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            (X, y), (Z, z) = train_data, test_data
            d = X.shape[1]
            if d not in START:
                START[d] = torch.zeros(d, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
            w, b = START[d]
            for _ in range(num_epochs):
                for rows in torch.randperm(len(X)).split(batch_size):
                    error = X[rows] @ w + b - y[rows]
                    ((error**2).mean() / 2 + lambd * l2_penalty(w)).backward()
                    with torch.no_grad():
                        for p in (w, b):
                            p -= lr * p.grad
                            p.grad = None
            w, b = w.detach().clone(), b.detach().clone()
            return w, b, float(((X @ w + b - y) ** 2).mean()), float(((Z @ w + b - z) ** 2).mean())
        """,
        FIRST,
        "leave nothing",
        "goes on from the call before",
    ),
    Rewrite(
        "train_weight_decay",
        """
        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            (X, y), (Z, z) = train_data, test_data
            w = torch.normal(0, 1, (X.shape[1], 1), requires_grad=True)
            b = torch.zeros(1, requires_grad=True)
            for _ in range(num_epochs):
                for rows in torch.randperm(len(X)).split(batch_size):
                    l = (X[rows] @ w + b - y[rows]) ** 2 / 2
                    (l.sum() + lambd * l2_penalty(w)).backward()
                    with torch.no_grad():
                        for p in (w, b):
                            p -= lr * p.grad / len(rows)
                            p.grad.zero_()
            w, b = w.detach(), b.detach()
            return w, b, ((X @ w + b - y) ** 2).mean(), ((Z @ w + b - z) ** 2).mean()
        """,
        PENALTY,
        "the whole penalty once a batch",
        "penalty added once to the sum, then divided by the batch size",
    ),
    Rewrite(
        "train_weight_decay",
        """
        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            (X, y), (Z, z) = train_data, test_data
            w = torch.normal(0, 1, (X.shape[1], 1), requires_grad=True)
            b = torch.zeros(1, requires_grad=True)
            for _ in range(num_epochs):
                for i, rows in enumerate(torch.randperm(len(X)).split(batch_size)):
                    l = ((X[rows] @ w + b - y[rows]) ** 2).mean() / 2
                    if i == 0:
                        l = l + lambd * l2_penalty(w)
                    l.backward()
                    with torch.no_grad():
                        for p in (w, b):
                            p -= lr * p.grad
                            p.grad.zero_()
            w, b = w.detach(), b.detach()
            return w, b, ((X @ w + b - y) ** 2).mean(), ((Z @ w + b - z) ** 2).mean()
        """,
        BATCH,
        "once a batch",
        "penalty once an epoch",
    ),
    Rewrite(
        "train_weight_decay",
        """
        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            (X, y), (Z, z) = train_data, test_data
            ones = torch.ones(len(X), 1)
            A = torch.cat([X, ones], 1)
            P = lambd * len(X) * torch.eye(A.shape[1])
            P[-1, -1] = 0
            w, b = torch.linalg.lstsq(A.T @ A + P, A.T @ y).solution.split([X.shape[1], 1])
            b = b[0]
            return w, b, ((X @ w + b - y) ** 2).mean(), ((Z @ w + b - z) ** 2).mean()
        """,
        FIRST,
        "lr times the gradient",
        "solves the equations",
    ),
    # train_weight_decay_concise
    Edit(
        "train_weight_decay_concise",
        GROUPS,
        "net.parameters(), lr=lr, weight_decay=wd)",
        PENALTY,
        "b must not be decayed",
        "everything is decayed",
    ),
    Edit(
        "train_weight_decay_concise",
        '"weight_decay": wd}',
        '"weight_decay": wd * lr}',
        PENALTY,
        "pulls w",
        "wd times lr",
    ),
    Edit(
        "train_weight_decay_concise",
        '"weight_decay": wd}',
        '"weight_decay": wd / 2}',
        PENALTY,
        "lr * lambda * w",
        "wd halved",
    ),
    Edit(
        "train_weight_decay_concise",
        '"weight_decay": wd}',
        '"weight_decay": 2 * wd}',
        PENALTY,
        "lr * lambda * w",
        "wd doubled",
    ),
    Edit(
        "train_weight_decay_concise", ', "weight_decay": wd}', "}", PENALTY, "pulls w", "no decay"
    ),
    Edit(
        "train_weight_decay_concise",
        GROUPS,
        '[decayed, {"params": [net.bias]}], lr=lr, weight_decay=wd)',
        PENALTY,
        "b must not be decayed",
        "the default decay reaches the bias",
    ),
    Edit(
        "train_weight_decay_concise",
        '{"params": [net.weight], "weight_decay": wd}',
        '{"params": [net.weight], "weight_decay": wd, "lr": 0.01}',
        FIRST,
        "lr times",
        "another lr in the group",
    ),
    Edit(
        "train_weight_decay_concise",
        '{"params": [net.weight], "weight_decay": wd}',
        '{"params": [net.bias], "weight_decay": wd}',
        SHAPES,
        "raised ValueError",
        "the bias in both groups",
    ),
    Rewrite(
        "train_weight_decay_concise",
        """
        def train_weight_decay_concise(train_data, test_data, wd, num_epochs=100, lr=0.003, batch_size=5):
            (X, y), (Z, z) = train_data, test_data
            net, loss = nn.Linear(X.shape[1], 1), nn.MSELoss()
            groups = [{"params": [net.weight]}, {"params": [net.bias], "weight_decay": wd}]
            optimizer = torch.optim.SGD(groups, lr=lr)
            for _ in range(num_epochs):
                for rows in torch.randperm(len(X)).split(batch_size):
                    optimizer.zero_grad()
                    loss(net(X[rows]), y[rows]).backward()
                    optimizer.step()
            w, b = net.weight.detach().T, net.bias.detach()
            return w, b, float(loss(X @ w + b, y)), float(loss(Z @ w + b, z))
        """,
        PENALTY,
        "pulls w",
        "the bias is decayed instead of the weight",
    ),
    Edit(
        "train_weight_decay_concise",
        "loss(net(X), y) / 2",
        "loss(net(X), y) / 2 + wd * l2_penalty(net.weight)",
        PENALTY,
        "lr * lambda * w",
        "penalty in the loss and in the optimizer",
    ),
    Edit(
        "train_weight_decay_concise",
        "loss(net(X), y) / 2",
        "loss(net(X), y) / 4",
        FIRST,
        "gradient of the mean",
        "quartered",
    ),
    Edit(
        "train_weight_decay_concise",
        "loss(net(X), y) / 2",
        "nn.MSELoss(reduction='sum')(net(X), y) / 2",
        FIRST,
        "divide by its size",
        "summed",
    ),
    Edit(
        "train_weight_decay_concise",
        "loss(net(X), y) / 2",
        "loss(net(X), y.reshape(-1)) / 2",
        FIRST,
        "mean over the batch",
        "labels of one axis",
    ),
    Edit(
        "train_weight_decay_concise",
        "            optimizer.zero_grad()\n",
        "",
        LATER,
        "zero it",
        "gradients add up",
    ),
    Edit(
        "train_weight_decay_concise",
        "            error.backward()\n",
        "",
        FIRST,
        "lr times",
        "no backward",
    ),
    Edit(
        "train_weight_decay_concise",
        "            optimizer.step()\n",
        "",
        FIRST,
        "lr times",
        "no step",
    ),
    Edit(
        "train_weight_decay_concise",
        "            optimizer.zero_grad()\n            error.backward()\n",
        "            error.backward()\n            optimizer.zero_grad()\n",
        FIRST,
        "lr times",
        "zeroed between backward and step",
    ),
    Edit(
        "train_weight_decay_concise",
        '[decayed, {"params": [net.bias]}]',
        "[decayed]",
        FIRST,
        "b is trained",
        "bias not trained",
    ),
    Edit(
        "train_weight_decay_concise",
        "torch.optim.SGD(",
        "torch.optim.Adam(",
        FIRST,
        "lr times",
        "Adam",
    ),
    Edit(
        "train_weight_decay_concise",
        '{"params": [net.weight], "weight_decay": wd}',
        '{"params": [net.weight], "weight_decay": wd, "lr": 2 * lr}',
        FIRST,
        "lr times the gradient",
        "twice the lr for the weight alone",
    ),
    Edit(
        "train_weight_decay_concise",
        "torch.optim.SGD(",
        "torch.optim.AdamW(",
        FIRST,
        "lr times",
        "AdamW",
    ),
    Edit(
        "train_weight_decay_concise",
        "lr=lr)",
        "lr=lr, momentum=0.9)",
        LATER,
        "own gradient only",
        "momentum",
    ),
    Edit(
        "train_weight_decay_concise",
        "batch_size, shuffle=True)",
        "batch_size, shuffle=True, drop_last=True)",
        EACH,
        "also for a short one",
        "short batch dropped",
    ),
    Edit(
        "train_weight_decay_concise",
        "batch_size, shuffle=True)",
        "len(features), shuffle=True)",
        BATCH,
        "once a batch",
        "full batches",
    ),
    Edit(
        "train_weight_decay_concise",
        "for X, y in train_iter:",
        "for _ in range(-(-len(features) // batch_size)):\n            X, y = next(iter(train_iter))",
        ROWS,
        "every row",
        "the first batch of a new pass each time",
    ),
    Edit(
        "train_weight_decay_concise",
        "range(num_epochs)",
        "range(num_epochs - 1)",
        FIRST,
        "lr times",
        "one epoch too few",
    ),
    Edit(
        "train_weight_decay_concise",
        "num_epochs: int = 100",
        "num_epochs: int = 3",
        DEFAULTS,
        "100 epochs",
        "3 epochs",
    ),
    Edit(
        "train_weight_decay_concise",
        "train_loss = float(loss(net(features), labels))",
        "train_loss = float(error)",
        LOSSES,
        "over all rows",
        "loss of the last batch",
    ),
    Edit(
        "train_weight_decay_concise",
        "test_loss = float(loss(net(test_features), test_labels))",
        "test_loss = float(loss(net(test_features), test_labels) / 2)",
        LOSSES,
        "not halved",
        "halved test loss",
    ),
    Edit(
        "train_weight_decay_concise",
        "test_loss = float(loss(net(test_features), test_labels))",
        "batches = zip(test_features.split(5), test_labels.split(5))\n"
        "        means = [float(loss(net(X), y)) for X, y in batches]\n"
        "        test_loss = sum(means) / len(means)",
        LOSSES,
        "over all rows",
        "mean of batch means",
    ),
    Edit(
        "train_weight_decay_concise",
        "loss(net(test_features), test_labels)",
        "loss(net(features), labels)",
        LOSSES,
        "mean squared error",
        "train loss twice",
    ),
    Edit(
        "train_weight_decay_concise",
        ".reshape(-1, 1)  # (1, d) -> (d, 1)",
        "",
        SHAPES,
        "w is a column",
        "weight as nn.Linear keeps it, (1, d)",
    ),
    Edit(
        "train_weight_decay_concise",
        "    return w, net.bias.detach(), train_loss, test_loss",
        "    return net",
        SHAPES,
        "(w, b, train loss, test loss)",
        "the net",
    ),
    Edit(
        "train_weight_decay_concise",
        "net.bias.detach(), train",
        "net.bias.detach()[0], train",
        SHAPES,
        "shape ()",
        "bias of no axes",
    ),
    Edit(
        "train_weight_decay_concise",
        "    loss = nn.MSELoss()",
        "    features /= features.abs().max()\n    loss = nn.MSELoss()",
        KEEPS,
        "modified in place",
        "scales the caller's features",
    ),
    Edit(
        "train_weight_decay_concise",
        '"weight_decay": wd}',
        '"weight_decay": min(wd, 1)}',
        BATCH,
        "once a batch",
        "decay capped",
    ),
    Edit(
        "train_weight_decay_concise",
        '"weight_decay": wd}',
        '"weight_decay": wd if lr > 0.01 else 0}',
        "test_the_penalty_lowers_the_test_loss",
        "far lower",
        "no decay at a small learning rate",
    ),
]

BOOK = """
def synthetic_linreg(X, w, b):
    return torch.matmul(X, w) + b

def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2

def load_array(data_arrays, batch_size, is_train=True):
    return data.DataLoader(data.TensorDataset(*data_arrays), batch_size, shuffle=is_train)

def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()

def evaluate_loss(net, data_iter, loss):
    total, count = 0.0, 0
    for X, y in data_iter:
        l = loss(net(X), y)
        total, count = total + float(l.sum()), count + l.numel()
    return total / count

def init_params(num_inputs):
    w = torch.normal(0, 1, size=(num_inputs, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    return [w, b]
"""

RIGHT = [
    Rewrite(
        "l2_penalty", "def l2_penalty(w):\n    return torch.sum(w.pow(2)) / 2", why="the notes' own"
    ),
    Rewrite(
        "l2_penalty",
        "def l2_penalty(w):\n    return 0.5 * torch.dot(w.reshape(-1), w.reshape(-1))",
        why="dot",
    ),
    Rewrite(
        "l2_penalty",
        "def l2_penalty(w):\n    return nn.functional.mse_loss(w, torch.zeros_like(w), reduction='sum') / 2",
        why="library",
    ),
    Rewrite(
        "l2_penalty",
        "def l2_penalty(w):\n    return torch.einsum('i,i->', w.flatten(), w.flatten()).div(2)",
        why="einsum",
    ),
    Rewrite(
        "train_weight_decay",
        BOOK
        + """
def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
    train_iter = load_array(train_data, batch_size)
    test_iter = load_array(test_data, batch_size, is_train=False)
    w, b = init_params(train_data[0].shape[1])
    net, loss = lambda X: synthetic_linreg(X, w, b), squared_loss
    for epoch in range(num_epochs):
        for X, y in train_iter:
            l = loss(net(X), y) + lambd * l2_penalty(w)
            l.sum().backward()
            sgd([w, b], lr, batch_size)
    print("w", torch.norm(w).item())
    return w, b, 2 * evaluate_loss(net, train_iter, loss), 2 * evaluate_loss(net, test_iter, loss)
""",
        why="the notes' and the book's form: the penalty in every row, sum over batch_size",
    ),
    Rewrite(
        "train_weight_decay",
        """
        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            X, y = train_data
            w, b = torch.zeros(X.shape[1], 1), torch.zeros(1)
            for _ in range(num_epochs):
                order = torch.randperm(len(X))
                for i in range(0, len(X), batch_size):
                    A, e = X[order[i : i + batch_size]], y[order[i : i + batch_size]]
                    e = A @ w + b - e
                    w, b = w * (1 - lr * lambd) - lr * A.T @ e / len(e), b - lr * e.mean()
            mse = nn.MSELoss()
            return w, b, mse(X @ w + b, y), mse(test_data[0] @ w + b, test_data[1])
        """,
        why="gradient by hand, weights shrunk first, from zero, losses as tensors",
    ),
    Rewrite(
        "train_weight_decay",
        """
        import numpy as np

        def train_weight_decay(train_data, test_data, lambd, num_epochs=100, lr=0.003, batch_size=5):
            X, y = train_data
            w = nn.Parameter(torch.randn(X.shape[1], 1))
            b = nn.Parameter(torch.randn(1))
            rows = np.arange(len(X))
            for _ in range(num_epochs):
                np.random.shuffle(rows)
                for i in range(0, len(rows), batch_size):
                    pick = torch.from_numpy(rows[i : i + batch_size])
                    loss = 0.5 * nn.functional.mse_loss(X[pick] @ w + b, y[pick]) + lambd * l2_penalty(w)
                    grads = torch.autograd.grad(loss, [w, b])
                    for p, g in zip([w, b], grads):
                        p.data -= lr * g
            with torch.no_grad():
                losses = [((A @ w + b - t) ** 2).mean().item() for A, t in (train_data, test_data)]
            return [w, b, *losses]
        """,
        why="autograd.grad, parameters, a random bias, a list of four",
    ),
    Rewrite(
        "train_weight_decay_concise",
        """
        def train_weight_decay_concise(train_data, test_data, wd, num_epochs=100, lr=0.003, batch_size=5):
            train_iter = data.DataLoader(data.TensorDataset(*train_data), batch_size, shuffle=True)
            net = nn.Sequential(nn.Linear(train_data[0].shape[1], 1))
            for param in net.parameters():
                param.data.normal_()
            loss = nn.MSELoss()
            trainer = torch.optim.SGD([
                {"params": net[0].weight, "weight_decay": wd},
                {"params": net[0].bias},
            ], lr=lr)
            for epoch in range(num_epochs):
                for X, y in train_iter:
                    trainer.zero_grad()
                    l = loss(net(X), y)
                    l.backward()
                    trainer.step()
            print("w", torch.norm(net[0].weight).item())
            w, b = net[0].weight.data.reshape(-1, 1), net[0].bias.data
            return w, b, loss(net(train_data[0]), train_data[1]).item(), loss(net(test_data[0]), test_data[1]).item()
        """,
        why="the notes' own loop, MSE not halved",
    ),
    Rewrite(
        "train_weight_decay_concise",
        """
        def train_weight_decay_concise(train_data, test_data, wd, num_epochs=100, lr=0.003, batch_size=5):
            X, y = train_data
            net = nn.Linear(X.shape[1], 1)
            nn.init.zeros_(net.weight)
            nn.init.zeros_(net.bias)
            loss = nn.MSELoss(reduction="none")
            biases = [p for n, p in net.named_parameters() if n.endswith("bias")]
            groups = [{"params": [net.weight]}, {"params": biases, "weight_decay": 0.0}]
            trainer = torch.optim.SGD(groups, lr=lr, weight_decay=wd)
            for _ in range(num_epochs):
                for rows in torch.randperm(len(X)).split(batch_size):
                    (loss(net(X[rows]), y[rows]) / 2).mean().backward()
                    trainer.step()
                    trainer.zero_grad()
            losses = [loss(net(A), t).mean() for A, t in (train_data, test_data)]
            return net.weight.T, net.bias, *losses
        """,
        why="halved, default decay with the bias exempt, losses with graph",
    ),
    Rewrite(
        "train_weight_decay_concise",
        """
        def train_weight_decay_concise(train_data, test_data, wd, num_epochs=100, lr=0.003, batch_size=5):
            X, y = train_data
            net, loss = nn.Linear(X.shape[1], 1), nn.MSELoss()
            weight = torch.optim.SGD([net.weight], lr=lr, weight_decay=wd)
            bias = torch.optim.SGD([net.bias], lr=lr)
            for _ in range(num_epochs):
                for rows in torch.randperm(len(X)).split(batch_size):
                    net.zero_grad()
                    loss(net(X[rows]), y[rows]).backward()
                    weight.step()
                    bias.step()
            net.requires_grad_(False)
            return net.weight.view(-1, 1), net.bias, float(loss(net(X), y)), float(loss(net(test_data[0]), test_data[1]))
        """,
        why="two optimizers",
    ),
]
