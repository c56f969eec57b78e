"""Known answers of ch22_pooling."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "pool2d",
        "raise ValueError(f\"mode must be 'max' or 'avg', not {mode!r}\")",
        "pass",
        "test_another_mode_raises",
        "two modes only",
        "an unknown mode is taken for the mean",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode='max'):
            p_h, p_w = pool_size
            Y = torch.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    if mode == 'max':
                        Y[i, j] = X[i:i + p_h, j:j + p_w].max()
                    elif mode == 'avg':
                        Y[i, j] = X[i:i + p_h, j:j + p_w].mean()
            return Y
        """,
        "test_another_mode_raises",
        "valueerror is raised",
        "another mode gives zeros without a word (notes 10)",
    ),
    Edit(
        "pool2d",
        'if mode not in ("max", "avg")',
        'if mode not in ("max avg")',
        "test_another_mode_raises",
        "valueerror is raised",
        "a part of a mode's name passes for a mode",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            reduce = {"max": torch.amax, "avg": torch.mean}[mode]
            return reduce(X.unfold(0, pool_size[0], 1).unfold(1, pool_size[1], 1), (2, 3))
        """,
        "test_another_mode_raises",
        "raised KeyError",
        "another error than the one promised",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            return getattr(X.unfold(0, pool_size[0], 1).unfold(1, pool_size[1], 1).flatten(2), "mean" if mode == "avg" else mode)(2)
        """,
        "test_one_value_a_place_of_the_window",
        "expected a torch.Tensor",
        "X.max(2) gives values and indices",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            return X.unfold(0, pool_size[0], 1).unfold(1, pool_size[1], 1).flatten(2).max(2)[1 if mode == "max" else 0].float()
        """,
        "test_maximum_of_every_window",
        "largest value",
        "indices of the maxima instead of the maxima",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            return pool(X[None, None], pool_size)[0, 0]
        """,
        "test_one_value_a_place_of_the_window",
        "moves by one step",
        "the library's default stride is the window",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            return pool(X[None], pool_size, stride=1)
        """,
        "test_one_value_a_place_of_the_window",
        "expected shape (4, 5)",
        "an axis too many comes back",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode='max'):
            p_h, p_w = pool_size
            Y = torch.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    window = X[i:i + p_h, j:j + p_w]
                    Y[i, j] = window.max() if mode == 'max' else window.mean()
            return Y

        pool2d = nn.MaxPool2d(3)
        """,
        "test_one_value_a_place_of_the_window",
        "signature",
        "the name is bound anew to a module (notes 10)",
    ),
    Edit(
        "pool2d",
        "p_h, p_w = pool_size",
        "p_w, p_h = pool_size",
        "test_one_value_a_place_of_the_window",
        "size is (height, width)",
        "height and width swapped",
    ),
    Edit(
        "pool2d",
        "X[i : i + p_h, j : j + p_w]",
        "X[i : i + p_w, j : j + p_h]",
        "test_window_is_height_by_width",
        "pool_size[0] rows",
        "height and width swapped in the window only",
    ),
    Edit(
        "pool2d",
        "X.shape[0] - p_h + 1, X.shape[1] - p_w + 1",
        "X.shape[0] - p_h, X.shape[1] - p_w",
        "test_one_value_a_place_of_the_window",
        "expected shape (4, 5)",
        "last row and column lost",
    ),
    Edit(
        "pool2d",
        "for i in range(Y.shape[0])",
        "for i in range(Y.shape[0] - 1)",
        "test_maximum_of_every_window",
        "[0., 0.]",
        "last row is not filled",
    ),
    Edit(
        "pool2d",
        "Y[i, j] = window.max()",
        "Y[i, j] = max(Y[i, j], window.max())",
        "test_maximum_of_negative_values",
        "not with 0",
        "the maximum starts at the zeros of the result",
    ),
    Edit(
        "pool2d",
        "window.max()",
        "window.abs().max()",
        "test_maximum_of_negative_values",
        "without sign",
        "the largest absolute value",
    ),
    Edit(
        "pool2d",
        "window.mean()",
        "window.sum()",
        "test_mean_of_every_window",
        "exactly 4 times",
        "the sum instead of the mean",
    ),
    Edit(
        "pool2d",
        "window.mean()",
        "window.sum() // (p_h * p_w)",
        "test_window_is_height_by_width",
        "values differ",
        "whole-number division",
    ),
    Edit(
        "pool2d",
        "window.mean()",
        "window.median()",
        "test_mean_of_every_window",
        "the mean of the whole window",
        "the median instead of the mean",
    ),
    Edit(
        "pool2d",
        "window.mean()",
        "window.sum() / (p_h * p_h)",
        "test_window_is_height_by_width",
        "times the expected one",
        "divides by the square of the height",
    ),
    Edit(
        "pool2d",
        "window.mean()",
        "(window.max() + window.min()) / 2",
        "test_window_is_height_by_width",
        "all of them",
        "the middle between the extremes: right on the notes' example",
    ),
    Edit(
        "pool2d",
        'mode: str = "max"',
        'mode: str = "avg"',
        "test_maximum_of_every_window",
        "without a mode",
        "the mean is the default",
    ),
    Edit(
        "pool2d",
        'window.max() if mode == "max" else window.mean()',
        'window.mean() if mode == "max" else window.max()',
        "test_maximum_of_every_window",
        "largest value",
        "the modes are swapped",
    ),
    Edit(
        "pool2d",
        "window.max()",
        "window.min()",
        "test_maximum_of_every_window",
        "largest value",
        "the minimum",
    ),
    Edit(
        "pool2d",
        "window.max()",
        "window[0].max()",
        "test_maximum_of_every_window",
        "whole window",
        "the first row of the window only",
    ),
    Edit(
        "pool2d",
        "window.max()",
        "window[-1, -1]",
        "test_maximum_of_negative_values",
        "with each other",
        "the last value of the window: right on the notes' rising example",
    ),
    Edit(
        "pool2d",
        "device=X.device)",
        "device=X.device, dtype=torch.int64)",
        "test_one_value_a_place_of_the_window",
        "dtype int64",
        "a result of whole numbers",
    ),
    Edit(
        "pool2d",
        "return Y",
        "return Y.tolist()",
        "test_one_value_a_place_of_the_window",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "pool2d",
        "    return Y",
        "    Y",
        "test_one_value_a_place_of_the_window",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "pool2d",
        '            Y[i, j] = window.max() if mode == "max" else window.mean()\n    return Y',
        '            Y[i, j] = window.max() if mode == "max" else window.mean()\n        return Y',
        "test_maximum_of_every_window",
        "[0., 0.]",
        "returns after the first row",
    ),
    Edit(
        "pool2d",
        "window.max() if",
        "window.max().item() if",
        "test_gradient",
        "cuts the gradient",
        "item() on the way",
    ),
    Edit(
        "pool2d",
        "window = X[",
        "window = X.data[",
        "test_gradient",
        "cuts the gradient",
        ".data on the way",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, size, kind="max"):
            windows = X.unfold(0, size[0], 1).unfold(1, size[1], 1)
            return windows.amax((2, 3)) if kind == "max" else windows.mean((2, 3))
        """,
        "test_mean_of_every_window",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            p_h, p_w = pool_size
            h, w = X.shape
            if mode == "avg":
                return nn.functional.avg_pool2d(X[None], pool_size, stride=1)[0]
            for _ in range(p_h - 1):
                X[:-1] = torch.maximum(X[:-1], X[1:])
            for _ in range(p_w - 1):
                X[:, :-1] = torch.maximum(X[:, :-1], X[:, 1:])
            return X[: h - p_h + 1, : w - p_w + 1]
        """,
        "test_X_is_not_modified",
        "modified in place",
        "a running maximum in the caller's tensor",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            (h, w), (p_h, p_w) = X.shape, pool_size
            windows = torch.as_strided(X, (h - p_h + 1, w - p_w + 1, p_h, p_w), (w, 1, w, 1))
            return windows.amax((2, 3)) if mode == "max" else windows.mean((2, 3))
        """,
        "test_X_need_not_be_contiguous",
        "order in memory",
        "takes the rows to lie one after the other in memory",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max", results={}):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            p_h, p_w = pool_size
            shape = (X.shape[0] - p_h + 1, X.shape[1] - p_w + 1)
            Y = results.setdefault(shape, torch.zeros(shape)).detach()
            for i in range(shape[0]):
                for j in range(shape[1]):
                    window = X[i : i + p_h, j : j + p_w]
                    Y[i, j] = window.max() if mode == "max" else window.mean()
            return Y
        """,
        "test_second_call_starts_anew",
        "two calls share",
        "the result of the call before is overwritten",
    ),
    Edit(
        "pool2d_multi",
        "raise ValueError(f\"mode must be 'max' or 'avg', not {mode!r}\")",
        "pass",
        "test_another_mode_raises",
        "two modes only",
        "an unknown mode is taken for the mean",
    ),
    Edit(
        "pool2d_multi",
        'if mode not in ("max", "avg")',
        'if mode != "max" and not mode.startswith("a")',
        "test_another_mode_raises",
        "valueerror is raised",
        "a part of a mode's name passes for a mode",
    ),
    Edit(
        "pool2d_multi",
        "stride = pool_size",
        "stride = 1",
        "test_one_value_a_window",
        "side by side",
        "the default stride is 1, as in pool2d",
    ),
    Edit(
        "pool2d_multi",
        'float("-inf") if mode == "max" else 0.0',
        "0.0",
        "test_padding_never_wins_a_maximum",
        "zeros or other padding",
        "padded with zeros in both modes",
    ),
    Edit(
        "pool2d_multi",
        'float("-inf")',
        "-100.0",
        "test_padding_never_wins_a_maximum",
        "padding must not be the maximum",
        "padded with a number that is not small enough",
    ),
    Edit(
        "pool2d_multi",
        'float("-inf") if mode == "max" else 0.0',
        'float("-inf")',
        "test_padding_counts_as_zeros_in_a_mean",
        "padding is zeros here",
        "padded with -inf in both modes",
    ),
    Edit(
        "pool2d_multi",
        'float("-inf") if mode == "max" else 0.0',
        'float("nan") if mode == "max" else 0.0',
        "test_padding_and_stride_as_in_the_notes",
        "NaN",
        "NaN wins every maximum",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode == "max":
                return nn.functional.max_pool2d(X, pool_size, stride, padding)
            if mode == "avg":
                return nn.functional.avg_pool2d(X, pool_size, stride, padding, count_include_pad=False)
            raise ValueError(mode)
        """,
        "test_padding_counts_as_zeros_in_a_mean",
        "exactly 4 times",
        "padding does not count in the mean",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            return pool(X, pool_size, stride, padding, ceil_mode=True)
        """,
        "test_one_value_a_window",
        "reach beyond is left out",
        "ceil_mode",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            return pool(X, pool_size, padding or 1, stride or 0)
        """,
        "test_one_value_a_window",
        "side by side",
        "the library's order is stride, padding",
    ),
    Edit(
        "pool2d_multi",
        "    padding: int | tuple[int, int] = 0,\n    stride: int | tuple[int, int] | None = None,\n",
        "    stride: int | tuple[int, int] | None = None,\n    padding: int | tuple[int, int] = 0,\n",
        "test_padding_and_stride_as_in_the_library",
        "padding, stride, mode",
        "parameters in the library's order",
    ),
    Edit(
        "pool2d_multi",
        "(pad_w, pad_w, pad_h, pad_h)",
        "(pad_h, pad_h, pad_w, pad_w)",
        "test_one_value_a_window",
        "pairs are (rows, columns)",
        "padding of rows and columns swapped",
    ),
    Edit(
        "pool2d_multi",
        "s_h, s_w =",
        "s_w, s_h =",
        "test_one_value_a_window",
        "pairs are (rows, columns)",
        "stride of rows and columns swapped",
    ),
    Edit(
        "pool2d_multi",
        "top, left = i * s_h, j * s_w",
        "top, left = i * s_w, j * s_w",
        "test_padding_and_stride_as_in_the_library",
        "pairs are (rows, columns)",
        "one stride for both axes when the windows are cut",
    ),
    Edit(
        "pool2d_multi",
        "p_h, p_w = pool_size",
        "p_w, p_h = pool_size",
        "test_one_value_a_window",
        "(rows, columns)",
        "height and width of the window swapped",
    ),
    Edit(
        "pool2d_multi",
        "(pad_w, pad_w, pad_h, pad_h)",
        "(pad_w, 0, pad_h, 0)",
        "test_one_value_a_window",
        "both sides",
        "padding on one side only",
    ),
    Edit(
        "pool2d_multi",
        "(pad_w, pad_w, pad_h, pad_h)",
        "(0, 2 * pad_w, 0, 2 * pad_h)",
        "test_padding_and_stride_as_in_the_notes",
        "on all sides",
        "all padding at the end: the right shape",
    ),
    Edit(
        "pool2d_multi",
        "(pad_w, pad_w, pad_h, pad_h)",
        "(pad_w // 2, pad_w - pad_w // 2, pad_h // 2, pad_h - pad_h // 2)",
        "test_one_value_a_window",
        "both sides",
        "padding is the total, shared by both sides",
    ),
    Edit(
        "pool2d_multi",
        "(padding, padding) if isinstance(padding, int) else padding",
        "padding, padding",
        "test_one_value_a_window",
        "your code raised",
        "a pair of paddings is not understood",
    ),
    Edit(
        "pool2d_multi",
        "(stride, stride) if isinstance(stride, int) else stride",
        "stride",
        "test_one_value_a_window",
        "cannot unpack",
        "a single stride is not understood",
    ),
    Edit(
        "pool2d_multi",
        "// s_h + 1",
        "// s_h",
        "test_one_value_a_window",
        "expected shape (1, 4, 1, 1)",
        "last row lost",
    ),
    Edit(
        "pool2d_multi",
        "window.amax(dim=(2, 3))",
        "window.amax(dim=(1, 2, 3), keepdim=True)[..., 0, 0]",
        "test_padding_and_stride_as_in_the_notes",
        "second channel",
        "maximum over the channels too",
    ),
    Edit(
        "pool2d_multi",
        "window.mean(dim=(2, 3))",
        "window.mean(dim=(1, 2, 3), keepdim=True)[..., 0, 0]",
        "test_each_channel_of_each_image_on_its_own",
        "another channel",
        "mean over the channels too",
    ),
    Edit(
        "pool2d_multi",
        "window.amax(dim=(2, 3))",
        "window.max()",
        "test_padding_and_stride_as_in_the_notes",
        "second channel",
        "one maximum for the whole batch",
    ),
    Edit(
        "pool2d_multi",
        "window.amax(dim=(2, 3))",
        "window.amax(dim=(0, 2, 3))",
        "test_each_channel_of_each_image_on_its_own",
        "channel or image",
        "maximum over the images too",
    ),
    Edit(
        "pool2d_multi",
        "window.mean(dim=(2, 3))",
        "window.sum(dim=(2, 3))",
        "test_each_channel_of_each_image_on_its_own",
        "exactly 4 times the",
        "the sum instead of the mean",
    ),
    Edit(
        "pool2d_multi",
        "window.amax(dim=(2, 3))",
        "window[:, :, 0].amax(dim=2)",
        "test_without_options_it_is_the_maximum_side_by_side",
        "shape (1, 1, 4, 4)",
        "the first row of the window only",
    ),
    Edit(
        "pool2d_multi",
        'mode: str = "max"',
        'mode: str = "avg"',
        "test_without_options_it_is_the_maximum_side_by_side",
        "without a mode",
        "the mean is the default",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            p_h, p_w = padding if isinstance(padding, tuple) else (padding, padding)
            stride = pool_size if stride is None else stride
            s_h, s_w = stride if isinstance(stride, tuple) else (stride, stride)
            filling = -1e30 if mode == "max" else 0
            X = nn.functional.pad(X, (p_w, p_w, p_h, p_h), value=filling)
            return torch.stack([torch.stack([pool2d(x, pool_size)[::s_h, ::s_w] for x in image]) for image in X])
        """,
        "test_each_channel_of_each_image_on_its_own",
        "values differ",
        "the mode is not handed on to pool2d",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            (p_h, p_w), (n, c) = pool_size, X.shape[:2]
            pad = padding if isinstance(padding, tuple) else (padding, padding)
            step = stride or pool_size
            columns = nn.functional.unfold(X, pool_size, padding=pad, stride=step)
            windows = columns.reshape(n, c, p_h * p_w, -1)
            s = step if isinstance(step, tuple) else (step, step)
            rows = (X.shape[2] + 2 * pad[0] - p_h) // s[0] + 1
            return (windows.amax(2) if mode == "max" else windows.mean(2)).reshape(n, c, rows, -1)
        """,
        "test_padding_never_wins_a_maximum",
        "zeros",
        "unfold pads with zeros",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            n, c, h, w = X.shape
            Y = pool(X.view(n * c, 1, h, w), pool_size, stride, padding)
            return Y.view(n, c, *Y.shape[2:])
        """,
        "test_X_need_not_be_contiguous",
        "reshape instead of view",
        "view needs contiguous memory",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode == "max":
                X -= 1e4  # below the zeros of the padding
                return nn.functional.max_pool2d(X, pool_size, stride, padding) + 1e4
            if mode == "avg":
                return nn.functional.avg_pool2d(X, pool_size, stride, padding)
            raise ValueError(mode)
        """,
        "test_X_is_not_modified",
        "modified in place",
        "shifts the values in place below the padding",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max", results={}):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            Y = pool(X, pool_size, stride, padding)
            return results.setdefault(Y.shape, torch.empty_like(Y.detach())).copy_(Y.detach())
        """,
        "test_second_call_starts_anew",
        "two calls share",
        "the result of the call before is overwritten",
    ),
    Edit(
        "pool2d_multi",
        "window = X[",
        "window = X.detach()[",
        "test_gradient",
        "cuts the gradient",
        "the input is detached",
    ),
    Edit(
        "pool2d_multi",
        "    return Y",
        "    Y",
        "test_one_value_a_window",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "pool2d_multi",
        "return Y",
        "return Y.squeeze()",
        "test_one_value_a_window",
        "expected shape (1, 4, 1, 1)",
        "axes of one value are dropped",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, kernel_size, padding=0, stride=None, mode="max"):
            pool = nn.functional.max_pool2d if mode == "max" else nn.functional.avg_pool2d
            return pool(X, kernel_size, stride, padding)
        """,
        "test_padding_and_stride_as_in_the_notes",
        "signature",
        "a parameter renamed",
    ),
]

RIGHT = [
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode='max'):
            p_h, p_w = pool_size
            Y = torch.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
            for i in range(Y.shape[0]):
                for j in range(Y.shape[1]):
                    if mode == 'max':
                        Y[i, j] = X[i:i + p_h, j:j + p_w].max()
                    elif mode == 'avg':
                        Y[i, j] = X[i:i + p_h, j:j + p_w].mean()
                    else:
                        raise ValueError('unknown mode')
            return Y
        """,
        why="the book's double loop, with an error in its midst",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            pools = {"max": nn.MaxPool2d, "avg": nn.AvgPool2d}
            if mode not in pools:
                raise ValueError(f"unknown mode {mode}")
            return pools[mode](pool_size, stride=1)(X.unsqueeze(0).unsqueeze(0)).squeeze(0).squeeze(0)
        """,
        why="the library's modules",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            windows = X.unfold(0, pool_size[0], 1).unfold(1, pool_size[1], 1)  # (h', w', ph, pw)
            if mode == "max":
                return windows.amax(dim=(-2, -1))
            if mode == "avg":
                return windows.mean(dim=(-2, -1))
            raise ValueError(mode)
        """,
        why="unfold, vectorised",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode != "max" and mode != "avg":
                raise ValueError(mode)
            (h, w), (a, b) = X.shape, pool_size
            shifted = [X[i : h - a + 1 + i, j : w - b + 1 + j] for i in range(a) for j in range(b)]
            if mode == "avg":
                return sum(shifted) / (a * b)
            Y = shifted[0]
            for Z in shifted[1:]:
                Y = torch.max(Y, Z)
            return Y
        """,
        why="a loop over the window instead of the image",
    ),
    Rewrite(
        "pool2d",
        """
        def pool2d(X, pool_size, mode="max"):
            if mode not in {"max", "avg"}:
                raise ValueError(mode)
            if mode == "avg":
                K = torch.full((1, 1, *pool_size), 1 / (pool_size[0] * pool_size[1]), device=X.device)
                return nn.functional.conv2d(X[None, None], K)[0, 0]
            out = X.clone()
            for _ in range(pool_size[0] - 1):
                out = torch.maximum(out[:-1], out[1:])
            for _ in range(pool_size[1] - 1):
                out = torch.maximum(out[:, :-1], out[:, 1:])
            return out
        """,
        why="the mean as a convolution, the maximum by halves",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode == "max":
                return nn.functional.max_pool2d(X, pool_size, stride=stride, padding=padding)
            elif mode == "avg":
                return nn.functional.avg_pool2d(X, pool_size, stride=stride, padding=padding)
            else:
                raise ValueError(f"unknown mode: {mode}")
        """,
        why="the library's functions",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            stride = pool_size if stride is None else stride
            (ph, pw), (sh, sw) = [(v, v) if type(v) is int else v for v in (padding, stride)]
            n, c, h, w = X.shape
            big = torch.full((n, c, h + 2 * ph, w + 2 * pw), -1e9 if mode == "max" else 0.0)
            big[:, :, ph : ph + h, pw : pw + w] = X
            return torch.stack([
                torch.stack([pool2d(channel, pool_size, mode)[::sh, ::sw] for channel in image])
                for image in big
            ])
        """,
        why="pool2d for every channel, every stride-th result of it; a large negative number as padding",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            pair = lambda v: tuple(v) if isinstance(v, (tuple, list)) else (v, v)
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            p, s = pair(padding), pair(stride if stride is not None else pool_size)
            value = X.min().item() - 1 if mode == "max" else 0.0
            X = nn.functional.pad(X, (p[1], p[1], p[0], p[0]), "constant", value)
            windows = X.unfold(2, pool_size[0], s[0]).unfold(3, pool_size[1], s[1])
            return windows.flatten(4).max(dim=4).values if mode == "max" else windows.mean((4, 5))
        """,
        why="padded with something below the smallest value; unfold",
    ),
    Rewrite(
        "pool2d_multi",
        """
        def pool2d_multi(X, pool_size, padding=0, stride=None, mode="max"):
            if mode not in ("max", "avg"):
                raise ValueError(mode)
            if isinstance(padding, int):
                padding = (padding, padding)
            if stride is None:
                stride = pool_size
            elif isinstance(stride, int):
                stride = (stride, stride)
            n, c, h, w = X.shape
            out_h = (h + 2 * padding[0] - pool_size[0] + stride[0]) // stride[0]
            out_w = (w + 2 * padding[1] - pool_size[1] + stride[1]) // stride[1]
            Y = torch.zeros((n, c, out_h, out_w))
            for b in range(n):
                for k in range(c):
                    for i in range(out_h):
                        for j in range(out_w):
                            top, left = i * stride[0] - padding[0], j * stride[1] - padding[1]
                            window = X[b, k, max(top, 0):top + pool_size[0], max(left, 0):left + pool_size[1]]
                            if mode == "max":
                                Y[b, k, i, j] = window.max()
                            else:
                                Y[b, k, i, j] = window.sum() / (pool_size[0] * pool_size[1])
            return Y
        """,
        why="four loops, no padded copy at all: the window is cut at the border",
    ),
]
