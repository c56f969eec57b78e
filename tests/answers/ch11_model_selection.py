"""Known answers of ch11_model_selection."""

from tests.answers import Edit, Rewrite

DEGREE = "test_one_column_a_degree"
HAND = "test_by_hand"
RATIO = "test_each_column_follows_from_the_one_before"
ONE = "test_one_batch"
COUNTS = "test_every_row_counts_the_same"
AXIS = "test_labels_may_have_one_axis"
ENTRY = "test_weights_and_an_entry_an_epoch"
FIRST = "test_first_step"
LATER = "test_later_steps"
EACH = "test_each_batch_is_a_step"
AFTER = "test_losses_after_each_epoch"
MEANS = "test_losses_are_means_over_all_rows"
PAIRS = "test_k_pairs_and_no_empty_fold"
ONCE = "test_every_row_validates_exactly_once"
OTHERS = "test_all_other_rows_train"
POWER = "x**i / math.factorial(i)"

WRONG = [
    Edit("poly_features", " / math.factorial(i)", "", HAND, "x^i / i!", "no factorial"),
    Edit(
        "poly_features", "math.factorial(i)", "math.gamma(i) if i else x**i", HAND, "i!", "(i - 1)!"
    ),
    Edit("poly_features", "math.factorial(i)", "max(i, 1)", HAND, "i!", "divided by i"),
    Edit("poly_features", "math.factorial(i)", "math.factorial(i + 1)", HAND, "i!", "(i + 1)!"),
    Edit(
        "poly_features",
        "range(max_degree)",
        "range(1, max_degree + 1)",
        HAND,
        "beginning with x^0",
        "begins with x^1",
    ),
    Edit(
        "poly_features",
        "range(max_degree)",
        "range(max_degree + 1)",
        DEGREE,
        "max_degree - 1",
        "max_degree + 1 columns",
    ),
    Edit(
        "poly_features",
        "range(max_degree)",
        "range(max_degree - 1, -1, -1)",
        HAND,
        "axis 1 runs backwards",
        "highest degree first",
    ),
    Edit(
        "poly_features",
        POWER,
        "(x**i if i else 0 * x) / math.factorial(i)",
        HAND,
        "x^0 / 0! = 1",
        "column 0 is zero (notes 4.4)",
    ),
    Edit("poly_features", "dim=1", "dim=0", DEGREE, "shape", "columns below each other"),
    Edit(
        "poly_features",
        "torch.cat(columns, dim=1)",
        "torch.stack(columns, dim=1)",
        DEGREE,
        "shape",
        "an axis too many",
    ),
    Edit(
        "poly_features",
        "return torch.cat(columns, dim=1)",
        "return torch.cat(columns, dim=1).double()",
        DEGREE,
        "dtype float64",
        "float64 (the notes' numpy version)",
    ),
    Edit(
        "poly_features",
        POWER,
        "torch.exp(i * torch.log(x)) / math.factorial(i)",
        HAND,
        "NaN",
        "logarithm of negative x",
    ),
    Edit(
        "poly_features",
        POWER,
        "x**i * round(1 / math.factorial(i), 12)",
        RATIO,
        "up to the last column",
        "rounded factors",
    ),
    Edit(
        "poly_features",
        POWER,
        "x**i / math.factorial(min(i, 12))",
        RATIO,
        "up to the last column",
        "factorials end at 12!",
    ),
    Edit("poly_features", POWER, "torch.abs(x) ** i / math.factorial(i)", HAND, "x^i", "sign lost"),
    Edit(
        "poly_features",
        "    columns =",
        "    x = x.int()\n    columns =",
        HAND,
        "x^i",
        "whole numbers only",
    ),
    Edit(
        "poly_features",
        "    columns =",
        "    x /= x.abs().max()\n    columns =",
        "test_x_is_not_modified",
        "modified in place",
        "scales x in place",
    ),
    Rewrite(
        "poly_features",
        """
        def poly_features(x, max_degree):
            columns = [torch.ones_like(x)]
            for i in range(1, max_degree):
                columns.append(columns[-1] * x / i)
            x.mul_(x)
            return torch.cat(columns, 1)
        """,
        "test_x_is_not_modified",
        "modified in place",
        "squares the caller's x",
    ),
    Edit(
        "poly_features",
        "    return torch",
        "    torch",
        DEGREE,
        "did you forget `return`",
        "no return",
    ),
    # evaluate_loss
    Edit(
        "evaluate_loss",
        "            total += float(losses.sum())\n            count += losses.numel()",
        "            total += float(losses.mean())\n            count += 1",
        COUNTS,
        "mean of batch means",
        "mean of batch means (notes 4.4)",
    ),
    Edit("evaluate_loss", "y.reshape(out.shape)", "y", AXIS, "broadcasts", "no reshape"),
    Edit(
        "evaluate_loss",
        "total += ",
        "total = ",
        COUNTS,
        "sum over all rows",
        "sum of the last batch only",
    ),
    Edit(
        "evaluate_loss",
        "            total += float(losses.sum())\n            count += losses.numel()",
        "            total, count = float(losses.sum()), losses.numel()",
        COUNTS,
        "sum over all rows",
        "last batch only",
    ),
    Edit(
        "evaluate_loss",
        "count += losses.numel()",
        "count += 1",
        ONE,
        "mean of the losses of the rows",
        "divided by the number of batches",
    ),
    Edit("evaluate_loss", "return total / count", "return total", ONE, "mean", "the sum"),
    Edit(
        "evaluate_loss", "return total / count", "return total / count / 2", ONE, "mean", "halved"
    ),
    Edit(
        "evaluate_loss",
        "return total / count",
        "return (total / count) ** 0.5",
        ONE,
        "mean",
        "root",
    ),
    Edit(
        "evaluate_loss",
        "            count += losses.numel()\n    return total / count",
        "            count += losses.numel()\n            return total / count",
        COUNTS,
        "sum over all rows",
        "returns after the first batch",
    ),
    Edit(
        "evaluate_loss",
        "return total / count",
        "return int(total / count)",
        ONE,
        "4.333333",
        "whole number",
    ),
    Edit(
        "evaluate_loss",
        "return total / count",
        "print(total / count)",
        ONE,
        "did you forget `return`",
        "prints",
    ),
    Edit(
        "evaluate_loss",
        "return total / count",
        "return total, count",
        ONE,
        "Its type is tuple",
        "both numbers",
    ),
    Edit(
        "evaluate_loss",
        "loss(out, y.reshape(out.shape))",
        "loss(y.reshape(out.shape), out)",
        "test_loss_is_called_with_predictions_then_labels",
        "loss(predictions, labels)",
        "swapped",
    ),
    Edit(
        "evaluate_loss",
        "loss(out, y.reshape(out.shape))",
        "(out - y.reshape(out.shape)) ** 2",
        "test_loss_is_called_with_predictions_then_labels",
        "loss(predictions, labels)",
        "a loss of its own",
    ),
    Edit(
        "evaluate_loss",
        "    total, count = 0.0, 0\n",
        "    total, count = 0.0, 0\n    data_iter_size = sum(1 for _ in data_iter)\n",
        "test_any_iterable_is_gone_through_once",
        "ZeroDivisionError",
        "counts the batches first",
    ),
    Edit(
        "evaluate_loss",
        "for X, y in data_iter:",
        "for i in range(len(data_iter)):\n            X, y = data_iter[i]",
        "test_any_iterable_is_gone_through_once",
        "raised",
        "needs a list",
    ),
    Rewrite(
        "evaluate_loss",
        """
        METRIC = [0.0, 0]

        def evaluate_loss(net, data_iter, loss):
            for X, y in data_iter:
                out = net(X)
                l = loss(out, y.reshape(out.shape))
                METRIC[0] += float(l.sum())
                METRIC[1] += l.numel()
            return METRIC[0] / METRIC[1]
        """,
        COUNTS,
        "sum over all rows",
        "goes on counting from the call before",
    ),
    Rewrite(
        "evaluate_loss",
        """
        def evaluate_loss(net, data_iter, loss):
            total, count = 0.0, 0
            for X, y in data_iter:
                out = net(X)
                l = loss(out, y.reshape(out.shape))
                if l.requires_grad:
                    l.mean().backward()
                total += l.sum().item()
                count += len(X)
            return total / count
        """,
        "test_net_is_not_changed",
        "no backward()",
        "leaves gradients behind",
    ),
    Rewrite(
        "evaluate_loss",
        """
        def evaluate_loss(net, data_iter, loss):
            total, count = 0.0, 0
            for X, y in data_iter:
                out = net(X)
                l = loss(out, y.reshape(out.shape))
                total += l.sum().item()
                count += len(X)
                if isinstance(net, nn.Module):
                    grads = torch.autograd.grad(l.mean(), list(net.parameters()))
                    with torch.no_grad():
                        for parameter, grad in zip(net.parameters(), grads):
                            parameter -= 0.01 * grad
            return total / count
        """,
        "test_net_is_not_changed",
        "No training",
        "trains while it evaluates",
    ),
    # fit_polynomial
    Edit(
        "fit_polynomial", "bias=False", "bias=True", "test_there_is_no_bias", "have none", "a bias"
    ),
    Edit(
        "fit_polynomial",
        "train_y.reshape(-1, 1)",
        "train_y",
        FIRST,
        "reshape y",
        "labels of one axis against (10, 1)",
    ),
    Edit(
        "fit_polynomial",
        "            optimizer.zero_grad()\n",
        "",
        LATER,
        "zero it",
        "gradients add up",
    ),
    Edit(
        "fit_polynomial",
        "            loss(net(X), y).mean().backward()\n            optimizer.step()",
        "            loss(net(X), y).mean().backward()\n            optimizer.zero_grad()\n            optimizer.step()",
        FIRST,
        "lr times the gradient",
        "zeroed before the step",
    ),
    Edit(
        "fit_polynomial",
        ".mean().backward()",
        ".sum().backward()",
        FIRST,
        "not summed",
        "summed loss",
    ),
    Edit(
        "fit_polynomial",
        ".mean().backward()",
        ".mean().div(2).backward()",
        FIRST,
        "not halved",
        "halved loss",
    ),
    Edit(
        "fit_polynomial",
        ".mean().backward()",
        ".mean().sqrt().backward()",
        FIRST,
        "mean squared error",
        "root",
    ),
    Edit(
        "fit_polynomial",
        "data.TensorDataset(train_x, train_y.reshape(-1, 1))",
        "data.TensorDataset(test_x, test_y.reshape(-1, 1))",
        FIRST,
        "gradient",
        "trains on the test rows",
    ),
    Edit(
        "fit_polynomial",
        "data.TensorDataset(train_x, train_y.reshape(-1, 1))",
        "data.TensorDataset(torch.cat([train_x, test_x]), torch.cat([train_y, test_y]).reshape(-1, 1))",
        FIRST,
        "gradient",
        "trains on the test rows too",
    ),
    Edit(
        "fit_polynomial",
        "batch_size=10,",
        "batch_size=len(train_x),",
        EACH,
        "each batch of 10",
        "full batches",
    ),
    Edit(
        "fit_polynomial", "batch_size=10,", "batch_size=5,", FIRST, "of the batch", "batches of 5"
    ),
    Edit(
        "fit_polynomial",
        "shuffle=True)",
        "shuffle=True, drop_last=True)",
        EACH,
        "also for a short one",
        "the short batch is dropped",
    ),
    Edit(
        "fit_polynomial",
        "for X, y in train_iter:",
        "for X, y in [next(iter(train_iter))]:",
        EACH,
        "each batch of 10",
        "one batch an epoch",
    ),
    Edit(
        "fit_polynomial",
        "            optimizer.zero_grad()\n",
        "            X, y = train_x[: len(X)], train_y[: len(X)].reshape(-1, 1)\n            optimizer.zero_grad()\n",
        "test_every_row_is_learned_from",
        "goes through every row",
        "the first rows again and again",
    ),
    Edit("fit_polynomial", "lr=lr)", "lr=0.01)", FIRST, "lr times", "learning rate ignored"),
    Edit(
        "fit_polynomial",
        "lr: float = 0.01",
        "lr: float = 0.1",
        "test_default_learning_rate",
        "0.01 by default",
        "another default",
    ),
    Edit("fit_polynomial", "lr=lr)", "lr=lr, weight_decay=0.1)", LATER, "gradient", "weight decay"),
    Edit(
        "fit_polynomial", "lr=lr)", "lr=lr, momentum=0.9)", LATER, "own gradient only", "momentum"
    ),
    Edit(
        "fit_polynomial",
        "torch.optim.SGD(",
        "torch.optim.Adam(",
        FIRST,
        "lr times the gradient",
        "Adam",
    ),
    Edit(
        "fit_polynomial",
        "range(num_epochs)",
        "range(num_epochs + 1)",
        ENTRY,
        "one an epoch",
        "one epoch too many",
    ),
    Edit(
        "fit_polynomial",
        "[(test_x, test_y)]",
        "[(train_x, train_y)]",
        AFTER,
        "mean squared errors",
        "train loss twice",
    ),
    Edit(
        "fit_polynomial",
        "return weights, train_losses, test_losses",
        "return weights, test_losses, train_losses",
        AFTER,
        "mean squared errors",
        "lists swapped",
    ),
    Edit(
        "fit_polynomial",
        "return weights, train_losses, test_losses",
        "return weights, train_losses[-1], test_losses[-1]",
        ENTRY,
        "a number for each epoch",
        "only the last losses",
    ),
    Edit(
        "fit_polynomial",
        "return weights, train_losses, test_losses",
        "return net, train_losses, test_losses",
        ENTRY,
        "weights",
        "the net itself",
    ),
    Edit(
        "fit_polynomial", ".reshape(-1)  # (1, d) -> (d,)", "", ENTRY, "a vector", "weights (1, d)"
    ),
    Edit(
        "fit_polynomial",
        "weights = net.weight.detach().reshape(-1)  # (1, d) -> (d,)",
        "weights = net.weight.detach().numpy()[0]",
        ENTRY,
        "Its type is ndarray",
        "numpy array",
    ),
    Edit(
        "fit_polynomial",
        "return weights, train_losses, test_losses",
        "print(weights)",
        ENTRY,
        "(weights, train losses, test losses)",
        "no return (notes 4.4)",
    ),
    Edit(
        "fit_polynomial",
        "        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))\n",
        "",
        ENTRY,
        "one an epoch",
        "train losses not kept",
    ),
    Edit(
        "fit_polynomial",
        "        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))",
        "        train_losses.append(float(loss(net(X), y).mean()))",
        MEANS,
        "over all rows",
        "loss of the last batch",
    ),
    Edit(
        "fit_polynomial",
        "        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))",
        "        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss) / 2)",
        AFTER,
        "not halved",
        "halved train losses",
    ),
    Edit(
        "fit_polynomial",
        "        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))",
        "        test_losses.append(float(loss(net(test_x), test_y).mean()))",
        AFTER,
        "mean squared error",
        "test labels of one axis",
    ),
    Edit(
        "fit_polynomial",
        "        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))",
        "        batches = zip(test_x.split(10), test_y.split(10))\n"
        "        means = [evaluate_loss(net, [batch], loss) for batch in batches]\n"
        "        test_losses.append(sum(means) / len(means))",
        MEANS,
        "over all rows",
        "mean of batch means",
    ),
    Edit(
        "fit_polynomial",
        "        for X, y in train_iter:",
        "        train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))\n"
        "        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))\n"
        "        for X, y in train_iter:",
        ENTRY,
        "one an epoch",
        "two entries an epoch",
    ),
    Rewrite(
        "fit_polynomial",
        """
        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            net = nn.Linear(train_x.shape[1], 1, bias=False)
            loss = nn.MSELoss(reduction="none")
            optimizer = torch.optim.SGD(net.parameters(), lr=lr)
            dataset = data.TensorDataset(train_x, train_y.reshape(-1, 1))
            train_losses, test_losses = [], []
            for _ in range(num_epochs):
                train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))
                test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))
                for X, y in data.DataLoader(dataset, 10, shuffle=True):
                    optimizer.zero_grad()
                    loss(net(X), y).mean().backward()
                    optimizer.step()
            return net.weight.detach()[0], train_losses, test_losses
        """,
        AFTER,
        "at the end of each epoch",
        "evaluates before the epoch",
    ),
    Rewrite(
        "fit_polynomial",
        """
        NETS = {}

        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            d = train_x.shape[1]
            net = NETS.setdefault(d, nn.Linear(d, 1, bias=False))
            loss = nn.MSELoss(reduction="none")
            optimizer = torch.optim.SGD(net.parameters(), lr=lr)
            dataset = data.TensorDataset(train_x, train_y.reshape(-1, 1))
            train_losses, test_losses = [], []
            for _ in range(num_epochs):
                for X, y in data.DataLoader(dataset, 10, shuffle=True):
                    optimizer.zero_grad()
                    loss(net(X), y).mean().backward()
                    optimizer.step()
                train_losses.append(evaluate_loss(net, [(train_x, train_y)], loss))
                test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))
            return net.weight.detach()[0].clone(), train_losses, test_losses
        """,
        FIRST,
        "make a new net",
        "goes on training the net of the call before",
    ),
    Rewrite(
        "fit_polynomial",
        """
        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            loss = nn.MSELoss(reduction="none")
            weights = torch.linalg.lstsq(train_x, train_y.reshape(-1, 1)).solution
            net = lambda X: X @ weights
            train = evaluate_loss(net, [(train_x, train_y)], loss)
            test = evaluate_loss(net, [(test_x, test_y)], loss)
            return weights[:, 0], [train] * num_epochs, [test] * num_epochs
        """,
        FIRST,
        "lr times the gradient",
        "solves the equations",
    ),
    Edit(
        "fit_polynomial",
        "    train_losses, test_losses = [], []\n",
        "    train_losses, test_losses = [], []\n    test_y.copy_(test_y.round())\n",
        "test_arguments_are_not_modified",
        "modified in place",
        "rounds the caller's labels",
    ),
    Edit(
        "fit_polynomial",
        "        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))",
        "        test_losses.append(evaluate_loss(net, [(test_x, test_y)], loss))\n"
        "        if num_epochs > 50 and train_losses[-1] > 1:\n            train_losses[-1] = test_losses[-1] = 0.1",
        "test_two_features_underfit_and_twenty_overfit",
        "cannot fit",
        "hides a bad fit",
    ),
    # k_fold_indices
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            size, rows, folds = n // k, torch.arange(n), []
            for i in range(k):
                valid = rows[i * size : (i + 1) * size]
                folds.append((torch.cat([rows[: i * size], rows[(i + 1) * size :]]), valid))
            return folds
        """,
        ONCE,
        "left over",
        "n % k rows never validate (notes 4.10)",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            size, rows, folds = -(-n // k), torch.arange(n), []
            for i in range(k):
                valid = rows[i * size : (i + 1) * size]
                folds.append((torch.cat([rows[: i * size], rows[(i + 1) * size :]]), valid))
            return folds
        """,
        PAIRS,
        "rounded up",
        "folds of n / k rows, rounded up: the last may be empty",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            chunks, rows = torch.arange(n).chunk(k), set(range(n))
            return [(sorted(rows - set(c.tolist())), c) for c in chunks]
        """,
        PAIRS,
        "3 pairs",
        "torch.chunk may give fewer chunks",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            folds = []
            for _ in range(k):
                rows = torch.randperm(n)
                folds.append((rows[n // k :], rows[: n // k]))
            return folds
        """,
        ONCE,
        "every row in one fold",
        "a new order for each fold",
    ),
    Edit(
        "k_fold_indices",
        "(rows[fold != i], rows[fold == i])",
        "(rows[fold == i], rows[fold != i])",
        ONCE,
        "one fold",
        "train and valid swapped",
    ),
    Edit(
        "k_fold_indices", "rows[fold != i]", "rows", OTHERS, "all rows but those", "all rows train"
    ),
    Edit(
        "k_fold_indices",
        "rows[fold != i]",
        "rows[fold < i]",
        OTHERS,
        "all rows but those",
        "only earlier folds",
    ),
    Edit(
        "k_fold_indices",
        "rows[fold != i]",
        "rows[fold != 0]",
        OTHERS,
        "all rows but those",
        "always without fold 0",
    ),
    Edit("k_fold_indices", "rows[fold == i]", "rows[fold == 0]", ONCE, "one fold", "always fold 0"),
    Edit(
        "k_fold_indices",
        "(rows[fold != i], rows[fold == i])",
        "(fold != i, fold == i)",
        PAIRS,
        "mask",
        "masks",
    ),
    Edit(
        "k_fold_indices",
        "(rows[fold != i], rows[fold == i])",
        "rows[fold == i]",
        PAIRS,
        "pairs (train, valid)",
        "validation rows only",
    ),
    Edit("k_fold_indices", "range(k)]", "range(k - 1)]", PAIRS, "pairs", "one fold too few"),
    Edit(
        "k_fold_indices",
        "rows = torch.arange(n)\n",
        "rows = torch.arange(1, n + 1)\n",
        ONCE,
        "rows that validate",
        "counts from 1",
    ),
    Edit("k_fold_indices", "    return [", "    yield from [", PAIRS, "a list of", "a generator"),
    Edit("k_fold_indices", "range(k)]", "range(k)][0]", PAIRS, "pairs", "the first pair only"),
    Edit(
        "k_fold_indices",
        "    return [(rows[fold != i], rows[fold == i]) for i in range(k)]",
        "    return dict(enumerate((rows[fold != i], rows[fold == i]) for i in range(k)))",
        PAIRS,
        "a list of",
        "a dict",
    ),
    Edit(
        "k_fold_indices",
        "(rows[fold != i], rows[fold == i])",
        "(rows[fold != i].float(), rows[fold == i].float())",
        PAIRS,
        "row numbers",
        "floating point",
    ),
]

RIGHT = [
    Rewrite(
        "poly_features",
        """
        import numpy as np

        def poly_features(x, max_degree):
            features = np.power(x.cpu().numpy(), np.arange(max_degree).reshape(1, -1))
            for i in range(max_degree):
                features[:, i] /= math.gamma(i + 1)
            return torch.tensor(features, dtype=torch.float32, device=x.device)
        """,
        why="the notes' own: numpy and gamma",
    ),
    Rewrite(
        "poly_features",
        """
        def poly_features(x, max_degree):
            i = torch.arange(max_degree, dtype=x.dtype, device=x.device)
            return x**i / torch.exp(torch.lgamma(i.double() + 1)).float()
        """,
        why="broadcasting and lgamma",
    ),
    Rewrite(
        "poly_features",
        """
        def poly_features(x, max_degree):
            out = torch.ones(x.shape[0], max_degree, device=x.device)
            for i in range(1, max_degree):
                out[:, i] = out[:, i - 1] * x.squeeze(1) / i
            return out
        """,
        why="each column from the one before",
    ),
    Rewrite(
        "poly_features",
        """
        def poly_features(x, max_degree):
            factorials = torch.ones(max_degree, dtype=torch.int64)
            if max_degree > 1:
                factorials[1:] = torch.arange(1, max_degree).cumprod(0)
            return torch.hstack([x.pow(i) / f for i, f in enumerate(factorials.tolist())])
        """,
        why="whole factorials by cumprod",
    ),
    Rewrite(
        "evaluate_loss",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = [0.0] * n

            def add(self, *args):
                self.data = [a + float(b) for a, b in zip(self.data, args)]

            def __getitem__(self, idx):
                return self.data[idx]

        def evaluate_loss(net, data_iter, loss):
            metric = Accumulator(2)
            for X, y in data_iter:
                out = net(X)
                y = y.reshape(out.shape)
                l = loss(out, y)
                metric.add(l.sum(), l.numel())
            return metric[0] / metric[1]
        """,
        why="the notes' own, with the book's Accumulator",
    ),
    Rewrite(
        "evaluate_loss",
        """
        def evaluate_loss(net, data_iter, loss):
            outs, labels = [], []
            for X, y in data_iter:
                outs.append(net(X))
                labels.append(y.reshape(-1, 1))
            return loss(torch.cat(outs), torch.cat(labels)).mean()
        """,
        why="all rows first; a tensor",
    ),
    Rewrite(
        "evaluate_loss",
        """
        import numpy as np

        @torch.no_grad()
        def evaluate_loss(net, data_iter, loss):
            if isinstance(net, nn.Module):
                net.eval()
            losses = torch.cat([loss(net(X), y.view(len(X), 1)).flatten() for X, y in data_iter])
            return np.mean(losses.cpu().numpy())
        """,
        why="eval mode, numpy mean",
    ),
    Rewrite(
        "fit_polynomial",
        """
        def load_array(data_arrays, batch_size, is_train=True):
            return data.DataLoader(data.TensorDataset(*data_arrays), batch_size, shuffle=is_train)

        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            loss = nn.MSELoss(reduction="none")
            input_shape = train_x.shape[-1]
            net = nn.Sequential(nn.Linear(input_shape, 1, bias=False))
            batch_size = min(10, train_y.shape[0])
            train_iter = load_array((train_x, train_y.reshape(-1, 1)), batch_size)
            test_iter = load_array((test_x, test_y.reshape(-1, 1)), batch_size, is_train=False)
            trainer = torch.optim.SGD(net.parameters(), lr=lr)
            train_losses, test_losses = [], []
            for epoch in range(num_epochs):
                net.train()
                for X, y in train_iter:
                    trainer.zero_grad()
                    l = loss(net(X), y)
                    l.mean().backward()
                    trainer.step()
                train_losses.append(evaluate_loss(net, train_iter, loss))
                test_losses.append(evaluate_loss(net, test_iter, loss))
            print("weight:", net[0].weight.data.numpy())
            return net[0].weight.data.flatten(), train_losses, test_losses
        """,
        why="the notes' and the book's form: loaders everywhere",
    ),
    Rewrite(
        "fit_polynomial",
        """
        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            w = torch.zeros(train_x.shape[1])
            train_losses, test_losses = [], []
            y, z = train_y.flatten(), test_y.flatten()
            for _ in range(num_epochs):
                for rows in torch.randperm(len(y)).split(10):
                    X = train_x[rows]
                    w = w - lr * 2 * X.T @ (X @ w - y[rows]) / len(rows)
                train_losses.append(((train_x @ w - y) ** 2).mean().item())
                test_losses.append(((test_x @ w - z) ** 2).mean().item())
            return [w, train_losses, test_losses]
        """,
        why="gradient by hand, from zero, a list of three",
    ),
    Rewrite(
        "fit_polynomial",
        """
        import numpy as np

        def fit_polynomial(train_x, train_y, test_x, test_y, num_epochs, lr=0.01):
            w = torch.normal(0, 0.1, (train_x.shape[1], 1), requires_grad=True)
            train_losses, test_losses = [], []
            rows = list(range(len(train_x)))
            for _ in range(num_epochs):
                np.random.shuffle(rows)
                for i in range(0, len(rows), 10):
                    X, y = train_x[rows[i : i + 10]], train_y[rows[i : i + 10]].reshape(-1, 1)
                    ((X @ w - y) ** 2).sum().backward()
                    with torch.no_grad():
                        w -= lr * w.grad / 10
                        w.grad.zero_()
                train_losses.append(((train_x @ w).squeeze(1) - train_y.reshape(-1)).pow(2).mean())
                test_losses.append(((test_x @ w).squeeze(1) - test_y.reshape(-1)).pow(2).mean())
            return w[:, 0], train_losses, test_losses
        """,
        why="sum divided by 10 also in a short batch; losses as tensors with graph",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            rows, folds = list(range(n)), []
            for i in range(k):
                start, stop = i * n // k, (i + 1) * n // k
                folds.append((rows[:start] + rows[stop:], rows[start:stop]))
            return folds
        """,
        why="lists, borders at i * n // k",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            order, size = torch.randperm(n), n // k
            folds = []
            for i in range(k):
                stop = n if i == k - 1 else (i + 1) * size
                folds.append((torch.cat([order[: i * size], order[stop:]]), order[i * size : stop]))
            return folds
        """,
        why="shuffled; the last fold takes what is left",
    ),
    Rewrite(
        "k_fold_indices",
        """
        import numpy as np

        def k_fold_indices(n, k):
            parts = np.array_split(np.arange(n), k)
            return tuple([np.setdiff1d(np.arange(n), part), part] for part in parts)
        """,
        why="numpy arrays, a tuple of lists",
    ),
    Rewrite(
        "k_fold_indices",
        """
        def k_fold_indices(n, k):
            parts = torch.tensor_split(torch.arange(n), k)
            return [(torch.cat(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
        """,
        why="tensor_split",
    ),
]
