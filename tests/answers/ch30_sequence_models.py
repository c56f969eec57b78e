"""Known answers of ch30_sequence_models."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "sine_series",
        "torch.arange(1, T + 1, dtype=torch.float32)",
        "torch.arange(T, dtype=torch.float32)",
        "test_time_counts_from_1_to_T",
        "1, 2, ..., T",
        "time begins at 0",
    ),
    Edit(
        "sine_series",
        "torch.arange(1, T + 1, dtype=torch.float32)",
        "torch.arange(1, T, dtype=torch.float32)\n    T -= 1",
        "test_time_counts_from_1_to_T",
        "each of the T time steps",
        "T itself is left out",
    ),
    Edit(
        "sine_series",
        "torch.arange(1, T + 1, dtype=torch.float32)",
        "torch.arange(1, T + 1)",
        "test_time_counts_from_1_to_T",
        "dtype int64",
        "whole numbers",
    ),
    Edit(
        "sine_series",
        "    return time, torch.sin(0.01 * time) + noise * torch.randn(T)",
        "    return torch.sin(0.01 * time) + noise * torch.randn(T)",
        "test_time_counts_from_1_to_T",
        "a tuple (time, x)",
        "x alone",
    ),
    Edit(
        "sine_series",
        "    return time, torch.sin(0.01 * time) + noise * torch.randn(T)",
        "    return torch.sin(0.01 * time) + noise * torch.randn(T), time",
        "test_time_counts_from_1_to_T",
        "The steps are",
        "the other way round",
    ),
    Edit(
        "sine_series",
        "torch.sin(0.01 * time)",
        "torch.sin(0.1 * time)",
        "test_without_noise_x_is_the_sine",
        "0.01 * time",
        "another frequency",
    ),
    Edit(
        "sine_series",
        "torch.sin(0.01 * time)",
        "torch.cos(0.01 * time)",
        "test_without_noise_x_is_the_sine",
        "sin(",
        "cosine",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "torch.normal(0, 0.2, (T,))",
        "test_without_noise_x_is_the_sine",
        "no noise",
        "the notes' noise for any",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise**0.5 * torch.randn(T)",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "not the variance",
        "noise is taken for the variance",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * (2 * torch.rand(T) - 1)",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "not the largest value",
        "uniform noise up to this value",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * 12**0.5 * (torch.rand(T) - 0.5)",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "not uniform",
        "uniform noise with the right deviation",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * torch.randn(T).abs() / 0.6028",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "of mean 0",
        "noise that only adds",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * torch.randn(T) * torch.sin(0.01 * time)",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "standard deviation",
        "noise that grows with the sine",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * torch.randn(T, generator=torch.Generator().manual_seed(0))",
        "test_noise_is_new_for_every_step_and_every_call",
        "new noise",
        "a seed inside",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * torch.randn(1)",
        "test_noise_has_this_standard_deviation_and_mean_0",
        "standard deviation",
        "one number for all steps",
    ),
    Edit(
        "sine_series",
        "noise * torch.randn(T)",
        "noise * torch.randn(T // 4 + 1).repeat_interleave(4)[:T]",
        "test_noise_is_new_for_every_step_and_every_call",
        "a draw for every step",
        "four steps share a number",
    ),
    Edit(
        "windows",
        "columns = [x[i : i + n] for i in range(tau)]",
        "columns = [x[i : i + n] for i in reversed(range(tau))]",
        "test_values_by_hand",
        "the oldest first",
        "the newest value first",
    ),
    Edit(
        "windows",
        "x[tau:].reshape(-1, 1)",
        "x[tau - 1 : -1].reshape(-1, 1)",
        "test_values_by_hand",
        "its label is",
        "the label is in the window",
    ),
    Edit(
        "windows",
        "x[tau:].reshape(-1, 1)",
        "x[tau:]",
        "test_a_row_for_every_value_with_tau_before_it",
        "labels are a column",
        "labels of shape (n,)",
    ),
    Edit(
        "windows",
        "x[tau:].reshape(-1, 1)",
        "x[tau:].reshape(1, -1)",
        "test_a_row_for_every_value_with_tau_before_it",
        "labels are a column",
        "labels in a row",
    ),
    Edit(
        "windows",
        "n = len(x) - tau\n",
        "n = len(x) - tau - 1\n",
        "test_a_row_for_every_value_with_tau_before_it",
        "A row for each of the",
        "a row too few",
    ),
    Edit(
        "windows",
        "    n = len(x) - tau\n",
        "    tau = 4\n    n = len(x) - tau\n",
        "test_a_row_for_every_value_with_tau_before_it",
        "A row for each",
        "tau is always 4",
    ),
    Edit(
        "windows",
        "torch.stack(columns, dim=1)",
        "torch.stack(columns, dim=0)",
        "test_a_row_for_every_value_with_tau_before_it",
        "A row for each",
        "transposed",
    ),
    Edit(
        "windows",
        "torch.stack(columns, dim=1)",
        "torch.cat(columns).reshape(n, tau)",
        "test_values_by_hand",
        "Row i holds",
        "columns poured into rows",
    ),
    Edit(
        "windows",
        "columns = [x[i : i + n] for i in range(tau)]",
        "columns = [x[:n] for i in range(tau)]",
        "test_values_by_hand",
        "Row i holds",
        "the same column every time",
    ),
    Edit(
        "windows",
        "    return features, labels",
        "    return labels, features",
        "test_a_row_for_every_value_with_tau_before_it",
        "features",
        "the other way round",
    ),
    Edit(
        "windows",
        "    return features, labels",
        "    return torch.cat([features, labels], 1)",
        "test_a_row_for_every_value_with_tau_before_it",
        "a tuple (features, labels)",
        "one matrix",
    ),
    Edit(
        "windows",
        "    return features, labels",
        "    order = torch.randperm(n)\n    return features[order], labels[order]",
        "test_values_by_hand",
        "Row i holds",
        "the order of time is lost",
    ),
    Edit(
        "windows",
        "    return features, labels",
        "    return features.flip(0), labels.flip(0)",
        "test_values_by_hand",
        "Row i holds",
        "the last row first",
    ),
    Edit(
        "windows",
        "    return features, labels",
        "    return features.long(), labels.long()",
        "test_a_row_for_every_value_with_tau_before_it",
        "dtype int64",
        "whole numbers",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            n = (len(x) - 1) // tau
            features = x[: n * tau].reshape(n, tau)
            labels = x[tau :: tau][:n].reshape(-1, 1)
            return features, labels
        """,
        "test_a_row_for_every_value_with_tau_before_it",
        "A row for each",
        "blocks that do not overlap",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            n = len(x) - tau
            features = torch.stack([x.roll(-i)[:n] for i in range(tau)], dim=1)
            labels = x.roll(tau)[:n].reshape(-1, 1)
            return features, labels
        """,
        "test_values_by_hand",
        "its label is",
        "labels rolled the wrong way",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            x -= x.mean()
            n = len(x) - tau
            return torch.stack([x[i : i + n] for i in range(tau)], dim=1), x[tau:].reshape(-1, 1)
        """,
        "test_values_by_hand",
        "Row i holds",
        "centres the series, in place",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            n = len(x) - tau
            features = torch.stack([x[i : i + n] for i in range(tau)], dim=1)
            labels = x[tau:].clone().reshape(-1, 1)
            x[:] = 0
            return features, labels
        """,
        "test_x_is_not_modified",
        "modified in place",
        "the series is overwritten",
    ),
    Edit(
        "train_series",
        "            trainer.zero_grad()\n",
        "",
        "test_every_batch_makes_one_step_of_adam",
        "are earlier ones cleared",
        "gradients are never cleared",
    ),
    Edit(
        "train_series",
        "            trainer.zero_grad()\n            batch_loss = loss(net(X), y)\n            batch_loss.backward()\n",
        "            batch_loss = loss(net(X), y)\n            batch_loss.backward()\n            trainer.zero_grad()\n",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "cleared before the step",
    ),
    Edit(
        "train_series",
        "            trainer.step()\n",
        "",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "no step",
    ),
    Edit(
        "train_series",
        "            trainer.step()\n            total += batch_loss.item() * len(y)  # a mean counts as often as it has examples\n            examples += len(y)\n",
        "            total += batch_loss.item() * len(y)\n            examples += len(y)\n        trainer.step()\n",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam for each batch",
        "one step an epoch",
    ),
    Edit(
        "train_series",
        "torch.optim.Adam(",
        "torch.optim.SGD(",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "SGD",
    ),
    Edit(
        "train_series",
        "torch.optim.Adam(",
        "torch.optim.AdamW(",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "AdamW, which decays the weights",
    ),
    Edit(
        "train_series",
        "lr=lr)",
        "lr=lr, weight_decay=0.01)",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "weight decay",
    ),
    Edit(
        "train_series",
        "net.parameters(), lr=lr)",
        "net.parameters())",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "lr is ignored",
    ),
    Edit(
        "train_series",
        "    trainer = torch.optim.Adam(net.parameters(), lr=lr)\n    means = []\n    for _ in range(epochs):\n",
        "    means = []\n    for _ in range(epochs):\n        trainer = torch.optim.Adam(net.parameters(), lr=lr)\n",
        "test_every_batch_makes_one_step_of_adam",
        "it has a memory",
        "a new optimizer for every epoch",
    ),
    Edit(
        "train_series",
        "range(epochs)",
        "range(epochs - 1)",
        "test_a_number_for_each_epoch",
        "one for each epoch",
        "an epoch too few",
    ),
    Edit(
        "train_series",
        "        means.append(total / examples)\n",
        "    means.append(total / examples)\n",
        "test_a_number_for_each_epoch",
        "one for each epoch",
        "the last epoch alone",
    ),
    Edit(
        "train_series",
        "    return means",
        "    return torch.tensor(means)",
        "test_a_number_for_each_epoch",
        "a list of",
        "a tensor",
    ),
    Edit(
        "train_series",
        "    return means",
        "    print(means)",
        "test_a_number_for_each_epoch",
        "returned None",
        "printed as in the notes",
    ),
    Edit(
        "train_series",
        "for X, y in train_iter:",
        "for X, y in list(train_iter)[:-1] or train_iter:",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam for each batch",
        "the last batch is dropped",
    ),
    Edit(
        "train_series",
        "            examples += len(y)\n",
        "            examples += len(y)\n            break\n",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam for each batch",
        "the first batch alone",
    ),
    Edit(
        "train_series",
        "        for X, y in train_iter:\n",
        "        full = len(next(iter(train_iter))[1])\n        for X, y in train_iter:\n            if len(y) < full:\n                continue\n",
        "test_every_batch_makes_one_step_of_adam",
        "may be short",
        "short batches are skipped",
    ),
    Edit(
        "train_series",
        "batch_loss = loss(net(X), y)",
        "batch_loss = loss(net(X), y.reshape(-1))",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "(b, 1) minus (b,) is (b, b)",
    ),
    Edit(
        "train_series",
        "batch_loss = loss(net(X), y)",
        "batch_loss = nn.MSELoss()(net(X), y)",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "the loss that was handed over is ignored",
    ),
    Edit(
        "train_series",
        "batch_loss = loss(net(X), y)",
        "batch_loss = loss(net(X).detach().requires_grad_(), y)",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "the graph is cut",
    ),
    Edit(
        "train_series",
        "    trainer = torch.optim.Adam(",
        "    import copy\n\n    net = copy.deepcopy(net)\n    trainer = torch.optim.Adam(",
        "test_every_batch_makes_one_step_of_adam",
        "the parameters of net",
        "a copy is trained",
    ),
    Edit(
        "train_series",
        "    trainer = torch.optim.Adam(",
        "    for p in net.parameters():\n        nn.init.zeros_(p)\n    trainer = torch.optim.Adam(",
        "test_every_batch_makes_one_step_of_adam",
        "the parameters of net",
        "begins with other parameters",
    ),
    Edit(
        "train_series",
        "net.parameters()",
        "list(net.parameters())[:1]",
        "test_every_batch_makes_one_step_of_adam",
        "the parameters of net",
        "only the first parameter is trained",
    ),
    Edit(
        "train_series",
        "net.parameters()",
        "list(net.parameters())[:2]",
        "test_all_parameters_of_any_module_move_by_lr",
        "every number",
        "only the first layer is trained",
    ),
    Edit(
        "train_series",
        "total += batch_loss.item() * len(y)  # a mean counts as often as it has examples\n            examples += len(y)",
        "total += batch_loss.item()\n            examples += 1",
        "test_losses_are_means_over_all_examples",
        "each example counts the same",
        "the mean of the batches' means (notes 19)",
    ),
    Edit(
        "train_series",
        "total += batch_loss.item() * len(y)",
        "total += batch_loss.item()",
        "test_losses_are_means_over_all_examples",
        "each example counts the same",
        "a mean divided by the size once more",
    ),
    Edit(
        "train_series",
        "total / examples",
        "total",
        "test_losses_are_means_over_all_examples",
        "each example counts the same",
        "the sum",
    ),
    Edit(
        "train_series",
        "total / examples",
        "batch_loss.item()",
        "test_losses_are_means_over_all_examples",
        "each example counts the same",
        "the loss of the last batch",
    ),
    Edit(
        "train_series",
        "    means = []\n    for _ in range(epochs):\n        total, examples = 0.0, 0\n",
        "    means = []\n    total, examples = 0.0, 0\n    for _ in range(epochs):\n",
        "test_losses_are_means_over_all_examples",
        "in every epoch anew",
        "sums go on from epoch to epoch",
    ),
    Edit(
        "train_series",
        "            total += batch_loss.item() * len(y)",
        "            total += loss(net(X), y).item() * len(y)",
        "test_losses_are_means_over_all_examples",
        "each example counts the same",
        "each batch is measured after its own step",
    ),
    Edit(
        "one_step",
        "net(features).reshape(-1)",
        "net(features)",
        "test_length",
        "One number, in a row",
        "a column",
    ),
    Edit(
        "one_step",
        "    with torch.no_grad():\n        return",
        "    if True:\n        return",
        "test_no_graph_is_kept",
        "graph",
        "keeps the graph (notes 19)",
    ),
    Edit(
        "one_step",
        "net(features)",
        "net(features.flip(1))",
        "test_values_by_hand",
        "the oldest first",
        "the newest value first",
    ),
    Edit(
        "one_step",
        "net(features)",
        "net(features[:-1])",
        "test_length",
        "every value with tau values before it",
        "one prediction too few",
    ),
    Edit(
        "one_step",
        "    features, _ = windows(x, tau)\n",
        "    features = x.unfold(0, tau, 1)\n",
        "test_length",
        "every value with tau values before it",
        "also predicts what comes after the series",
    ),
    Edit(
        "one_step",
        "    features, _ = windows(x, tau)\n",
        "    features = x.unfold(0, tau, 1)[1:]\n",
        "test_values_by_hand",
        "is predicted from",
        "the value itself is in the window",
    ),
    Edit(
        "one_step",
        "    features, _ = windows(x, tau)\n",
        "    features = windows(x, 4)[0]\n",
        "test_length",
        "cannot be multiplied",
        "tau is always 4",
    ),
    Edit(
        "one_step",
        "        return net(features).reshape(-1)",
        "        return torch.cat([x[:tau], net(features).reshape(-1)])",
        "test_length",
        "with tau values before it",
        "the known values too",
    ),
    Edit(
        "one_step",
        "        return net(features).reshape(-1)",
        "        return net(features).reshape(-1).tolist()",
        "test_length",
        "its type is list",
        "a list",
    ),
    Edit(
        "one_step",
        "        return net(features).reshape(-1)",
        "        net(features).reshape(-1)",
        "test_length",
        "returned None",
        "nothing comes back",
    ),
    Edit(
        "one_step",
        "        return net(features).reshape(-1)",
        "        x[tau:] = net(features).reshape(-1)\n        return x[tau:]",
        "test_x_is_not_modified",
        "modified in place",
        "the series is overwritten",
    ),
    Rewrite(
        "one_step",
        """
        def one_step(net, x, tau):
            preds = x.clone()
            with torch.no_grad():
                for i in range(tau, len(x)):
                    preds[i] = net(preds[i - tau : i].reshape(1, -1)).reshape(())
            return preds[tau:]
        """,
        "test_values_by_hand",
        "true",
        "goes on with its own predictions",
    ),
    Edit(
        "multi_step",
        "series[i - tau : i]",
        "x[i - tau : i]",
        "test_values_by_hand",
        "predictions among them",
        "true values, which are not known",
    ),
    Edit(
        "multi_step",
        "series[i - tau : i].reshape(1, -1)",
        "series[i - tau : i].flip(0).reshape(1, -1)",
        "test_values_by_hand",
        "made from the tau entries before it",
        "the newest value first",
    ),
    Edit(
        "multi_step",
        "    with torch.no_grad():\n        for",
        "    if True:\n        for",
        "test_no_graph_is_kept",
        "graph",
        "keeps the graph of every step (notes 19)",
    ),
    Edit(
        "multi_step",
        "range(n_known, len(x))",
        "range(n_known + 1, len(x))",
        "test_values_by_hand",
        "made from the tau entries",
        "begins one late",
    ),
    Edit(
        "multi_step",
        "    series[:n_known] = x[:n_known]\n",
        "    n_known += tau\n    series[:n_known] = x[:n_known]\n",
        "test_values_by_hand",
        "predictions among them",
        "n_known is taken for the number of training windows (notes 19)",
    ),
    Edit(
        "multi_step",
        "    series[:n_known] = x[:n_known]\n",
        "    series[:n_known] = x[:n_known]\n    n_known += 1\n",
        "test_values_by_hand",
        "tau entries before it",
        "a zero is left in between",
    ),
    Edit(
        "multi_step",
        "    series[:n_known] = x[:n_known]\n",
        "    series[:tau] = x[:tau]\n    n_known = tau\n",
        "test_values_by_hand",
        "predictions among them",
        "only tau values are copied",
    ),
    Edit(
        "multi_step",
        "    series[:n_known] = x[:n_known]\n",
        "",
        "test_values_by_hand",
        "tau entries",
        "nothing is copied",
    ),
    Edit(
        "multi_step",
        "torch.zeros_like(x)",
        "x",
        "test_x_is_not_modified",
        "modified in place",
        "predictions are written into x",
    ),
    Edit(
        "multi_step",
        "    return series",
        "    return series[n_known:]",
        "test_length",
        "the known values and the predictions",
        "the predictions alone",
    ),
    Edit(
        "multi_step",
        "    return series",
        "    return series.reshape(-1, 1)",
        "test_length",
        "As long as x",
        "a column",
    ),
    Edit(
        "multi_step",
        "            series[i] = net(window).reshape(())\n",
        "            series[i] = net(window).round().reshape(()) % 10\n",
        "test_values_by_hand",
        "tau entries",
        "other numbers than the net's",
    ),
    Rewrite(
        "multi_step",
        """
        def multi_step(net, x, n_known, tau):
            series = x.clone()
            with torch.no_grad():
                window = x[n_known - tau : n_known]
                for i in range(n_known, len(x)):
                    series[i] = net(window.reshape(1, -1)).reshape(())
            return series
        """,
        "test_values_by_hand",
        "predictions among them",
        "the window never moves",
    ),
    Edit(
        "k_step",
        "        for _ in range(k):",
        "        for _ in range(k + 1):",
        "test_values_by_hand",
        "k predictions in a row",
        "a step too far",
    ),
    Edit(
        "k_step",
        "        for _ in range(k):",
        "        for _ in range(1):",
        "test_values_by_hand",
        "k predictions in a row",
        "one step only",
    ),
    Edit(
        "k_step",
        "features = features[: len(x) - tau - k + 1]",
        "features = features[: len(x) - tau]",
        "test_length",
        "that have a value of x there",
        "predicts beyond the end of the series",
    ),
    Edit(
        "k_step",
        "features = features[: len(x) - tau - k + 1]",
        "features = features[: len(x) - tau - k]",
        "test_length",
        "that have a value of x there",
        "a window too few",
    ),
    Edit(
        "k_step",
        "features = features[: len(x) - tau - k + 1]",
        "features = features[k - 1 :]",
        "test_values_by_hand",
        "k predictions in a row",
        "the later windows instead of the earlier ones",
    ),
    Edit(
        "k_step",
        "torch.cat([features[:, 1:], predictions], dim=1)",
        "torch.cat([predictions, features[:, 1:]], dim=1)",
        "test_values_by_hand",
        "joining the window",
        "the prediction comes first",
    ),
    Edit(
        "k_step",
        "torch.cat([features[:, 1:], predictions], dim=1)",
        "torch.cat([predictions, features[:, :-1]], dim=1)",
        "test_values_by_hand",
        "its oldest value leaves",
        "the newest value leaves",
    ),
    Edit(
        "k_step",
        "torch.cat([features[:, 1:], predictions], dim=1)",
        "torch.cat([features[:, :-1], predictions], dim=1)",
        "test_values_by_hand",
        "its oldest value leaves",
        "the newest value is replaced",
    ),
    Edit(
        "k_step",
        "predictions.reshape(-1)",
        "predictions",
        "test_length",
        "shape (5, 1)",
        "a column",
    ),
    Edit(
        "k_step",
        "predictions.reshape(-1)",
        "features",
        "test_length",
        "The k-th predictions alone",
        "the whole matrix",
    ),
    Edit(
        "k_step",
        "    with torch.no_grad():\n        for",
        "    if True:\n        for",
        "test_no_graph_is_kept",
        "graph",
        "keeps the graph (notes 19)",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            features, _ = windows(x, tau)
            with torch.no_grad():
                return net(features[k - 1 :]).reshape(-1)
        """,
        "test_values_by_hand",
        "k predictions in a row",
        "predictions from true values that lie closer than k steps",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            n = len(x) - tau - k + 1
            features = torch.zeros(n, tau + k)
            for i in range(tau + k):
                features[:, i] = x[i : i + n]
            with torch.no_grad():
                for i in range(tau, tau + k):
                    features[:, i] = net(features[:, i - tau : i]).reshape(-1)
            return features[:, tau]
        """,
        "test_values_by_hand",
        "k predictions in a row",
        "the first prediction instead of the last",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            n = len(x) - tau - k + 1
            columns = list(x.unfold(0, n, 1)[: tau + k])
            with torch.no_grad():
                for i in range(tau, tau + k):
                    columns[i] = net(torch.stack(columns[:tau], 1)).reshape(-1)
            return columns[-1]
        """,
        "test_values_by_hand",
        "joining the window",
        "the window never moves",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            out = []
            with torch.no_grad():
                for i in range(len(x) - tau - k + 1):
                    window = x[i : i + tau]
                    for _ in range(k):
                        step = net(window.reshape(1, -1)).reshape(1)
                        window[:-1] = window[1:].clone()
                        window[-1] = step
                    out.append(step)
            return torch.cat(out)
        """,
        "test_values_by_hand",
        "k predictions in a row",
        "the windows are views: x is overwritten",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            with torch.no_grad():
                for _ in range(k):
                    features, _ = windows(x, tau)
                    x = net(features).reshape(-1)
            return x
        """,
        "test_length",
        "that have a value of x there",
        "all windows made of predictions from the step before",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            features = windows(x, tau)[0].clone()[: len(x) - tau - k + 1]
            with torch.no_grad():
                for _ in range(k):
                    predictions = net(features)
                    features = torch.cat([features[:, 1:], predictions], dim=1)
            x[-len(predictions) :] = predictions.reshape(-1)
            return predictions.reshape(-1)
        """,
        "test_x_is_not_modified",
        "modified in place",
        "predictions are written into x",
    ),
    Edit(
        "train_series",
        "loss(net(X), y)",
        "loss(y, net(X))",
        "test_every_batch_makes_one_step_of_adam",
        "A step of Adam",
        "labels in the place of the predictions",
    ),
    Rewrite(
        "one_step",
        """
        def one_step(net, x, tau):
            net.requires_grad_(False)
            return net(windows(x, tau)[0]).reshape(-1)
        """,
        refused_by="test_no_graph_is_kept",
        says="gradients stay off",
        why="freezes the net for good",
    ),
    Rewrite(
        "one_step",
        """
        def one_step(net, x, tau):
            torch.set_grad_enabled(False)
            return net(windows(x, tau)[0]).reshape(-1)
        """,
        refused_by="test_no_graph_is_kept",
        says="gradients stay off",
        why="turns gradients off for good",
    ),
    Edit(
        "multi_step",
        ".reshape(1, -1)",
        "",
        "test_values_for_other_nets",
        "Dimension out of range",
        "a window without the axis of the examples, which nn.Linear alone can stand",
    ),
]

RIGHT = [
    Rewrite(
        "sine_series",
        """
        def sine_series(T, noise):
            time = torch.arange(1, T + 1, dtype=torch.float32)
            x = torch.sin(0.01 * time) + torch.normal(0, noise, (T,))
            return time, x
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "sine_series",
        """
        import numpy as np

        def sine_series(T, noise):
            steps = np.arange(1, T + 1)
            x = np.sin(steps / 100) + np.random.normal(0.0, noise, size=T)
            return torch.tensor(steps, dtype=torch.float32), torch.from_numpy(x).float()
        """,
        why="numpy",
    ),
    Rewrite(
        "sine_series",
        """
        import math
        import random

        def sine_series(T, noise):
            time, x = [], []
            for t in range(1, T + 1):
                time.append(float(t))
                x.append(math.sin(0.01 * t) + random.gauss(0, noise))
            return torch.tensor(time), torch.tensor(x)
        """,
        why="a loop in plain Python",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            T = len(x)
            features = torch.zeros((T - tau, tau), device=x.device)
            for i in range(tau):
                features[:, i] = x[i:T - tau + i]
            labels = x[tau:].reshape((-1, 1))
            return features, labels
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            both = x.unfold(0, tau + 1, 1)
            return both[:, :tau], both[:, tau:]
        """,
        why="unfold: views of x",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            rows, targets = [], []
            for start in range(x.shape[0] - tau):
                rows.append(x[start : start + tau].tolist())
                targets.append([x[start + tau].item()])
            return torch.tensor(rows, device=x.device), torch.tensor(targets, device=x.device)
        """,
        why="row by row through lists",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            index = torch.arange(len(x) - tau, device=x.device)[:, None] + torch.arange(tau, device=x.device)
            return x[index], x[index[:, -1:] + 1]
        """,
        why="one matrix of indices",
    ),
    Rewrite(
        "train_series",
        """
        def evaluate_loss(net, data_iter, loss):
            total, n = 0.0, 0
            for X, y in data_iter:
                l = loss(net(X), y)
                total, n = total + l.item() * y.numel(), n + y.numel()
            return total / n

        def train_series(net, train_iter, loss, epochs, lr):
            trainer = torch.optim.Adam(net.parameters(), lr)
            losses = []
            for epoch in range(epochs):
                for X, y in train_iter:
                    trainer.zero_grad()
                    l = loss(net(X), y)
                    l.backward()
                    trainer.step()
                losses.append(evaluate_loss(net, train_iter, loss))
            return losses
        """,
        why="as in the notes: measured after each epoch",
    ),
    Rewrite(
        "train_series",
        """
        def train_series(net, train_iter, loss, epochs, lr):
            trainer = torch.optim.Adam(net.parameters(), lr)
            net.train()
            history = []
            for epoch in range(epochs):
                total, count = torch.zeros(1), 0
                for X, y in train_iter:
                    l = loss(net(X), y)
                    trainer.zero_grad()
                    l.sum().backward()
                    trainer.step()
                    total += float(l.detach()) * X.shape[0]
                    count += X.shape[0]
                history.append(total / count)
            return history
        """,
        why="l.sum() as in the book, which changes nothing; tensors of one value in the list",
    ),
    Rewrite(
        "train_series",
        """
        def train_series(net, train_iter, loss, epochs, lr):
            parameters = [p for p in net.parameters() if p.requires_grad]
            trainer = torch.optim.Adam(parameters, lr=lr, betas=(0.9, 0.999), eps=1e-8, foreach=False)
            per_epoch = []
            while len(per_epoch) < epochs:
                losses, sizes = [], []
                for X, y in train_iter:
                    value = loss(net(X), y)
                    for p, g in zip(parameters, torch.autograd.grad(value, parameters)):
                        p.grad = g
                    trainer.step()
                    losses.append(value.detach())
                    sizes.append(float(len(X)))
                weights = torch.tensor(sizes, device=losses[0].device)
                per_epoch.append(float((torch.stack(losses) * weights).sum() / weights.sum()))
            return per_epoch
        """,
        why="gradients by autograd.grad",
    ),
    Rewrite(
        "train_series",
        """
        def train_series(net, train_iter, loss, epochs, lr):
            parameters = list(net.parameters())
            m = [torch.zeros_like(p) for p in parameters]
            v = [torch.zeros_like(p) for p in parameters]
            t, history = 0, []
            for _ in range(epochs):
                total, n = 0.0, 0
                for X, y in train_iter:
                    t += 1
                    l = loss(net(X), y)
                    grads = torch.autograd.grad(l, parameters)
                    with torch.no_grad():
                        for i, g in enumerate(grads):
                            m[i] = 0.9 * m[i] + 0.1 * g
                            v[i] = 0.999 * v[i] + 0.001 * g * g
                            step = (m[i] / (1 - 0.9**t)) / ((v[i] / (1 - 0.999**t)) ** 0.5 + 1e-8)
                            parameters[i] -= lr * step
                    total, n = total + l.item() * len(y), n + len(y)
                history.append(total / n)
            return history
        """,
        why="Adam written out",
    ),
    Rewrite(
        "one_step",
        """
        def one_step(net, x, tau):
            features, labels = windows(x, tau)
            return net(features).detach().squeeze(1)
        """,
        why="detached afterwards",
    ),
    Rewrite(
        "one_step",
        """
        @torch.no_grad()
        def one_step(net, x, tau):
            preds = torch.zeros(len(x) - tau, device=x.device)
            for i in range(tau, len(x)):
                preds[i - tau] = net(x[i - tau:i].reshape((1, -1)))
            return preds
        """,
        why="one by one",
    ),
    Rewrite(
        "one_step",
        """
        def one_step(net, x, tau):
            with torch.inference_mode():
                rows = [x[i : i + tau] for i in range(len(x) - tau)]
                return net(torch.stack(rows))[:, 0].clone()
        """,
        why="inference mode, rows stacked",
    ),
    Rewrite(
        "multi_step",
        """
        def multi_step(net, x, n_known, tau):
            T = len(x)
            multistep_preds = torch.zeros(T, device=x.device)
            multistep_preds[:n_known] = x[:n_known]
            with torch.no_grad():
                for i in range(n_known, T):
                    multistep_preds[i] = net(multistep_preds[i - tau:i].reshape((1, -1)))
            return multistep_preds
        """,
        why="as in the notes and the book, without the graph",
    ),
    Rewrite(
        "multi_step",
        """
        def multi_step(net, x, n_known, tau):
            values = x[:n_known].tolist()
            while len(values) < len(x):
                window = torch.tensor([values[len(values) - tau :]], device=x.device)
                values.append(net(window).item())
            return torch.tensor(values, device=x.device)
        """,
        why="a growing list of numbers",
    ),
    Rewrite(
        "multi_step",
        """
        def multi_step(net, x, n_known, tau):
            window, parts = x[n_known - tau : n_known].unsqueeze(0), [x[:n_known]]
            for _ in range(x.numel() - n_known):
                nxt = net(window).detach()
                window = torch.cat((window, nxt), 1)[:, 1:]
                parts.append(nxt[0])
            return torch.cat(parts)
        """,
        why="a window that moves",
    ),
    Rewrite(
        "multi_step",
        """
        def multi_step(net, x, n_known, tau):
            preds = x.clone()
            for i in range(n_known, len(preds)):
                preds[i] = net(preds[i - tau:i].view(1, -1)).squeeze()
            return preds.detach()
        """,
        why="overwrites a copy; detached at the end",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            T = len(x)
            features = torch.zeros((T - tau - k + 1, tau + k), device=x.device)
            for i in range(tau):
                features[:, i] = x[i:i + T - tau - k + 1]
            with torch.no_grad():
                for i in range(tau, tau + k):
                    features[:, i] = net(features[:, i - tau:i]).reshape(-1)
            return features[:, tau + k - 1]
        """,
        why="as in the notes and the book, without the graph",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            features = []
            for i in range(tau):
                features.append(x[i : i + len(x) - tau - k + 1])
            for i in range(k):
                preds = net(torch.stack(features[i : i + tau], 1))
                features.append(preds.reshape(-1))
            return features[-1].detach()
        """,
        why="as in the newer book: a list of columns",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            out = []
            for i in range(len(x) - tau - k + 1):
                out.append(multi_step(net, x[i : i + tau + k], tau, tau)[-1])
            return torch.stack(out)
        """,
        why="multi_step from every window",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            if k == 1:
                return one_step(net, x, tau)
            with torch.no_grad():
                rows = x.unfold(0, tau, 1)[:-k].clone()
                for _ in range(k - 1):
                    step = net(rows)
                    rows = rows.roll(-1, dims=1)
                    rows[:, -1:] = step
                return net(rows).squeeze(-1)
        """,
        why="one_step for k = 1, else rolled windows",
    ),
    Rewrite(
        "windows",
        """
        def windows(x, tau):
            index = torch.arange(len(x) - tau)[:, None] + torch.arange(tau + 1)
            return x[index][:, :-1], x[index][:, -1:]
        """,
        why="an index on the CPU, which may meet x on any device",
    ),
    Rewrite(
        "k_step",
        """
        def k_step(net, x, tau, k):
            training = net.training
            net.eval()
            rows = [x[i : i + tau] for i in range(len(x) - tau - k + 1)]
            X = torch.stack(rows)
            with torch.no_grad():
                for _ in range(k):
                    X = torch.hstack([X, net(X[:, -tau:])])
            net.train(training)
            return X[:, -1]
        """,
        why="in eval mode, which is taken back; rows that grow",
    ),
]
