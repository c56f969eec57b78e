"""Known answers of ch04_calculus."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "(f(x + h) - f(x - h)) / (2 * h)",
        "test_result_is_a_number",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "return [(f(x + h) - f(x - h)) / (2 * h)]",
        "test_result_is_a_number",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "diff",
        "(f(x + h) - f(x - h)) / (2 * h)",
        "str((f(x + h) - f(x - h)) / (2 * h))",
        "test_result_is_a_number",
        "Its type is str",
        "a text comes back",
    ),
    Rewrite(
        "diff",
        """
        def diff(func, at):
            h = 1e-4
            return (func(at + h) - func(at - h)) / (2 * h)
        """,
        "test_slope_of_a_line",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "diff", "/ (2 * h)", "/ h", "test_slope_of_a_line", "distance", "divides by h (audit 2.4.6)"
    ),
    Edit("diff", "/ (2 * h)", "/ 2 * h", "test_slope_of_a_line", "distance", "precedence: times h"),
    Edit(
        "diff",
        "f(x + h) - f(x - h)",
        "f(x - h) - f(x + h)",
        "test_slope_of_a_line",
        "comes first",
        "sign flipped",
    ),
    Edit(
        "diff",
        "(f(x + h) - f(x - h)) / (2 * h)",
        "(f(x + h) + f(x - h)) / (2 * h)",
        "test_slope_of_a_line",
        "distance",
        "adds instead of subtracting",
    ),
    Edit(
        "diff",
        "(f(x + h) - f(x - h)) / (2 * h)",
        "int((f(x + h) - f(x - h)) / (2 * h))",
        "test_slope_of_a_line",
        "distance",
        "cut to a whole number",
    ),
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "return (f(x + h) - f(x)) / h",
        "test_right_to_six_digits",
        "x - h",
        "forward difference",
    ),
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "return (f(x) - f(x - h)) / h",
        "test_right_to_six_digits",
        "x - h",
        "backward difference",
    ),
    Edit(
        "diff",
        "(f(x + h) - f(x - h)) / (2 * h)",
        "(f(x + 2 * h) - f(x - h)) / (3 * h)",
        "test_right_to_six_digits",
        "x - h",
        "points that do not lie evenly around x",
    ),
    Edit("diff", "h = 1e-4", "h = 0.1", "test_right_to_six_digits", "neither large", "h too large"),
    Edit(
        "diff", "h = 1e-4", "h = 0.01", "test_right_to_six_digits", "neither large", "h too large"
    ),
    Edit("diff", "h = 1e-4", "h = 1e-15", "test_slope_of_a_line", "rounding", "cancellation"),
    Edit("diff", "h = 1e-4", "h = 1e-11", "test_slope_of_a_line", "rounding", "cancellation"),
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "return round((f(x + h) - f(x - h)) / (2 * h), 4)",
        "test_right_to_six_digits",
        "neither large",
        "rounded to four digits",
    ),
    Edit(
        "diff",
        "return (f(x + h) - f(x - h)) / (2 * h)",
        "h = 1e-8\n    return (f(x + h) - f(x)) / h",
        "test_zero_where_both_sides_are_alike",
        "x - h",
        "forward difference with the best h",
    ),
    Edit(
        "diff",
        "h = 1e-4",
        "h = 1e-4 * x",
        "test_slope_of_a_line",
        "ZeroDivisionError",
        "a relative step, none at 0",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(f, x):
            return lambda t: diff(f, x) * (t - x) + f(x)
        """,
        "test_two_numbers_come_back",
        "(k, b)",
        "the line as a function",
    ),
    Edit(
        "tangent_line",
        "return k, b",
        "print(k, b)",
        "test_two_numbers_come_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "tangent_line",
        "return k, b",
        "return k * x + b",
        "test_two_numbers_come_back",
        "k, b",
        "returns the value of the line",
    ),
    Edit(
        "tangent_line",
        "return k, b",
        "return f'{k:.2f}', f'{b:.2f}'",
        "test_two_numbers_come_back",
        "Its type is str",
        "texts come back",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(x, y):
            f = y
            k = diff(f, x)
            return k, f(x) - k * x
        """,
        "test_two_numbers_come_back",
        "unsupported operand",
        "the notes' order of the parameters, qx(x, y)",
    ),
    Rewrite(
        "tangent_line",
        """
        def f1(x):
            return x**3 - 1 / x


        def tangent_line(f, x):
            k = diff(f1, x)
            y = f1(x)
            return k, y - k * x
        """,
        "test_slope_is_that_of_f",
        "handed in",
        "always the notes' f1 (notes 2.4.6, D020)",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(g, x):
            k = diff(f, x)
            y = g(x)
            return k, y - k * x
        """,
        "test_two_numbers_come_back",
        "name 'f' is not defined",
        "f is not the parameter (notes 2.4.6, D019)",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(f, x):
            k = diff(f, x)
            y = x**3 - 1 / x if x else 2.0
            return k, y - k * x
        """,
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "slope of f, point of f1",
    ),
    Edit(
        "tangent_line",
        "return k, b",
        "return b, k",
        "test_slope_is_that_of_f",
        "comes first",
        "intercept first",
    ),
    Edit(
        "tangent_line",
        "k = diff(f, x)",
        "k = f(x) / x if x else -4.0",
        "test_slope_is_that_of_f",
        "from both sides",
        "slope of the line through the origin",
    ),
    Edit(
        "tangent_line",
        "k = diff(f, x)",
        "k = (f(x + 1e-4) - f(x)) / 1e-4",
        "test_slope_is_that_of_f",
        "from both sides",
        "slope by a forward difference",
    ),
    Edit(
        "tangent_line",
        "f(x) - k * x",
        "f(x) + k * x",
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "sign of the slope",
    ),
    Edit(
        "tangent_line",
        "f(x) - k * x",
        "f(x)",
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "b is the value of f",
    ),
    Edit(
        "tangent_line",
        "f(x) - k * x",
        "f(x) - k",
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "x forgotten, right at x = 1",
    ),
    Edit(
        "tangent_line",
        "f(x) - k * x",
        "k * x - f(x)",
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "sign flipped",
    ),
    Edit(
        "tangent_line",
        "f(x) - k * x",
        "f(0.5) - k * 0.5",
        "test_line_passes_through_the_point_on_the_curve",
        "must be f(x)",
        "through another point of the curve",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "pass",
        "test_float64_array_of_the_shape_of_x",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return gradient.tolist()",
        "test_float64_array_of_the_shape_of_x",
        "a float64 array",
        "a list comes back",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return gradient.sum()",
        "test_float64_array_of_the_shape_of_x",
        "One slope for each",
        "the sum of the slopes",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return gradient.ravel()",
        "test_float64_array_of_the_shape_of_x",
        "shape (6,)",
        "flattened",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return np.squeeze(gradient)",
        "test_float64_array_of_the_shape_of_x",
        "shape ()",
        "axes of size 1 lost",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return gradient.T",
        "test_float64_array_of_the_shape_of_x",
        "shape (3, 2)",
        "transposed",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            grad = np.zeros_like(x)
            for idx in range(x.size):
                tmp_val = x[idx]
                x[idx] = tmp_val + h
                fxh1 = f(x)
                x[idx] = tmp_val - h
                fxh2 = f(x)
                grad[idx] = (fxh1 - fxh2) / (2 * h)
                x[idx] = tmp_val
            return grad
        """,
        "test_float64_array_of_the_shape_of_x",
        "zeros_like",
        "the notes' version: integer array of slopes, [15000, 42957] (2.4.6, D021)",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            grad = np.zeros_like(x)
            it = np.nditer(x, flags=["multi_index"])
            while not it.finished:
                idx = it.multi_index
                tmp_val = x[idx]
                x[idx] = tmp_val + h
                fxh1 = f(x)
                x[idx] = tmp_val - h
                fxh2 = f(x)
                grad[idx] = (fxh1 - fxh2) / (2 * h)
                x[idx] = tmp_val
                it.iternext()
            return grad
        """,
        "test_float64_array_of_the_shape_of_x",
        "takes over the dtype",
        "any shape, but integers stay integers",
    ),
    Edit(
        "numerical_gradient",
        "gradient = np.zeros(x.shape)",
        "gradient = np.zeros_like(x)",
        "test_float64_array_of_the_shape_of_x",
        "zeros_like",
        "moves a float copy, stores integers",
    ),
    Edit(
        "numerical_gradient",
        "np.zeros(x.shape)",
        "np.zeros(x.shape, dtype=np.float32)",
        "test_float64_array_of_the_shape_of_x",
        "float32",
        "always float32",
    ),
    Edit(
        "numerical_gradient",
        "point = x.astype(np.float64)",
        "point = x",
        "test_integers_can_move_by_a_small_step",
        "cut to a whole number",
        "the steps are cut in an integer array, floats are moved in place and put back",
    ),
    Edit(
        "numerical_gradient",
        "point = x.astype(np.float64)",
        "point = x.copy()",
        "test_integers_can_move_by_a_small_step",
        "float copy",
        "a copy, but of integers",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = x.astype(float)
            grad = np.zeros(x.shape)
            for idx in range(x.size):
                tmp_val = x[idx]
                x[idx] = tmp_val + h
                fxh1 = f(x)
                x[idx] = tmp_val - h
                fxh2 = f(x)
                grad[idx] = (fxh1 - fxh2) / (2 * h)
                x[idx] = tmp_val
            return grad
        """,
        "test_float64_array_of_the_shape_of_x",
        "IndexError",
        "one index: vectors only (2.4.6, D023)",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = x.astype(float)
            grad = np.zeros(x.shape)
            for row in range(len(x)):
                up, down = x.copy(), x.copy()
                up[row] += h
                down[row] -= h
                grad[row] = (f(up) - f(down)) / (2 * h)
            return grad
        """,
        "test_slopes_are_right_to_five_digits",
        "moved together",
        "moves a whole row",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            flat = x.astype(float).ravel()
            grad = np.zeros(flat.shape)
            for i in range(flat.size):
                value = flat[i]
                flat[i] = value + h
                above = f(flat)
                flat[i] = value - h
                below = f(flat)
                grad[i] = (above - below) / (2 * h)
                flat[i] = value
            return grad.reshape(x.shape)
        """,
        "test_f_gets_arrays_of_the_shape_of_x",
        "in its shape",
        "f gets the flattened array",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            grad = np.zeros(x.shape)
            for index in np.ndindex(x.shape):
                value = float(x[index])
                grad[index] = (f(np.array([value + h])) - f(np.array([value - h]))) / (2 * h)
            return grad
        """,
        "test_f_gets_arrays_of_the_shape_of_x",
        "the whole of x",
        "f gets one element at a time",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            if x.ndim > 1:
                return np.stack([numerical_gradient(f, row) for row in x])
            h = 1e-4
            grad = np.zeros(x.shape)
            for i in range(x.size):
                step = np.zeros(x.shape)
                step[i] = h
                grad[i] = (f(x + step) - f(x - step)) / (2 * h)
            return grad
        """,
        "test_f_gets_arrays_of_the_shape_of_x",
        "shape (3,)",
        "f gets a row at a time",
    ),
    Edit(
        "numerical_gradient",
        "above = f(point)",
        "above = f(point.tolist()) if False else f(point.astype(object))",
        "test_x_is_unchanged",
        "sin method",
        "f gets an array of objects",
    ),
    Edit(
        "numerical_gradient",
        "        point[index] = value  # the next element is moved alone\n",
        "",
        "test_every_element_moves_alone",
        "put it back",
        "an element is not put back",
    ),
    Edit(
        "numerical_gradient",
        "        point[index] = value  # the next element is moved alone\n",
        "        point[index] += 2 * h\n",
        "test_every_element_moves_alone",
        "put it back",
        "an element is put back to the wrong place",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = x.astype(np.float64)
            return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))
        """,
        "test_slopes_are_right_to_five_digits",
        "moved together",
        "moves all elements at once",
    ),
    Edit(
        "numerical_gradient",
        "(above - below) / (2 * h)",
        "(above - below) / h",
        "test_slopes_are_right_to_five_digits",
        "exactly 2 times",
        "divides by h",
    ),
    Edit(
        "numerical_gradient",
        "(above - below) / (2 * h)",
        "(below - above) / (2 * h)",
        "test_slopes_are_right_to_five_digits",
        "sign is flipped",
        "sign flipped",
    ),
    Edit(
        "numerical_gradient",
        "point[index] = value - h",
        "point[index] = value",
        "test_slopes_are_right_to_five_digits",
        "lie 2h apart",
        "below is f(x), still divided by 2h",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = x.astype(np.float64)
            grad = np.zeros(x.shape)
            for index in np.ndindex(x.shape):
                moved = x.copy()
                moved[index] += h
                grad[index] = (f(moved) - f(x)) / h
            return grad
        """,
        "test_slopes_are_right_to_five_digits",
        "x - h",
        "forward difference",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-8
            x = x.astype(np.float64)
            grad = np.zeros(x.shape)
            for index in np.ndindex(x.shape):
                moved = x.copy()
                moved[index] += h
                grad[index] = (f(moved) - f(x)) / h
            return grad
        """,
        "test_zero_where_both_sides_are_alike",
        "x - h",
        "forward difference with the best h",
    ),
    Edit(
        "numerical_gradient",
        "h = 1e-4",
        "h = 0.01",
        "test_slopes_are_right_to_five_digits",
        "neither large",
        "h too large",
    ),
    Edit(
        "numerical_gradient",
        "h = 1e-4",
        "h = 1e-12",
        "test_slopes_are_right_to_five_digits",
        "values differ",
        "cancellation",
    ),
    Edit(
        "numerical_gradient",
        "return gradient",
        "return gradient.round(4)",
        "test_slopes_are_right_to_five_digits",
        "values differ",
        "rounded",
    ),
    Edit(
        "numerical_gradient",
        "np.ndindex(x.shape):",
        "list(np.ndindex(x.shape))[:-1]:",
        "test_slopes_are_right_to_five_digits",
        "The worst is at [5]",
        "last element left out",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = x.astype(np.float64)
            flat = x.reshape(-1)
            grad = np.zeros(x.size)
            for i in range(x.size):
                value = flat[i]
                flat[i] = value + h
                above = f(x)
                flat[i] = value - h
                below = f(x)
                grad[i] = (above - below) / (2 * h)
                flat[i] = value
            return grad.reshape(x.shape)
        """,
        "test_x_may_be_a_view",
        "copy it",
        "moves a copy where reshape cannot give a view",
    ),
    Edit(
        "numerical_gradient",
        "        point[index] = value  # the next element is moved alone\n",
        "        point[index] = value\n        x[index] = value + 1e-12\n",
        "test_x_is_unchanged",
        "modified in place",
        "x is put back inexactly",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            if x.dtype.kind != "f":
                x = x.astype(np.float64)
            grad = np.zeros(x.shape)
            for index in np.ndindex(x.shape):
                x[index] += h
                above = f(x)
                x[index] -= 2 * h
                below = f(x)
                x[index] += h
                grad[index] = (above - below) / (2 * h)
            return grad
        """,
        "test_x_is_unchanged",
        "modified in place",
        "+h, -2h, +h on the caller's array does not come back to the last bit (2.4.6, D022)",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            grad = np.zeros(x.shape)
            for index in np.ndindex(x.shape):
                up, down = x.astype(float), x.astype(float)
                up[index] += h
                down[index] -= h
                grad[index] = (f(up) - f(down)) / (2 * h)
            x[...] = 0
            return grad
        """,
        "test_x_is_unchanged",
        "modified in place",
        "x is overwritten at the end",
    ),
    Rewrite(
        "diff",
        """
        def diff(f, x):
            h = 1e-10
            return (f(x + h) - f(x - h)) / (2 * h)
        """,
        "test_right_to_six_digits",
        "nor tiny",
        "a step so small that rounding errors show",
    ),
    Rewrite(
        "numerical_gradient",
        """
        GRADIENTS = {}


        def numerical_gradient(f, x):
            h, x = 1e-5, x.astype(float)
            grad = GRADIENTS.setdefault(x.shape, np.zeros(x.shape))
            for i in np.ndindex(x.shape):
                kept = x[i]
                x[i] = kept + h
                above = f(x)
                x[i] = kept - h
                grad[i] = (above - f(x)) / (2 * h)
                x[i] = kept
            return grad
        """,
        "test_calls_do_not_disturb_each_other",
        "later call changed",
        "one array for the results of all calls",
    ),
]

RIGHT = [
    Rewrite(
        "diff",
        """
        def diff(f, x):
            h = 1e-4
            t = (f(x + h) - f(x - h)) / (2 * h)
            return t
        """,
        why="the notes' own",
    ),
    Rewrite(
        "diff",
        """
        def diff(f, x):
            eps = np.finfo(float).eps ** (1 / 3) * max(1.0, abs(x))
            above, below = x + eps, x - eps
            return (f(above) - f(below)) / (above - below)
        """,
        why="step from the machine precision",
    ),
    Rewrite(
        "diff",
        """
        def diff(f, x, h=1e-3):
            return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
        """,
        why="five points",
    ),
    Edit("diff", "h = 1e-4", "h = 1e-3", why="larger step"),
    Edit("diff", "h = 1e-4", "h = 1e-6", why="smaller step"),
    Edit("diff", "h = 1e-4", "h = 1e-7", why="small step"),
    Rewrite(
        "diff",
        """
        def diff(f, x):
            def central(h):
                return (f(x + h / 2) - f(x - h / 2)) / h

            return np.float64((4 * central(1e-3) - central(2e-3)) / 3)
        """,
        why="Richardson extrapolation, a numpy float",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(f, x):
            h = 1e-5
            slope = (f(x + h) - f(x - h)) / (2 * h)
            intercept = slope * (0 - x) + f(x)
            return (slope, intercept)
        """,
        why="without diff",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(f, x):
            k = diff(f, x)
            b = (f(x + 1e-5) + f(x - 1e-5)) / 2 - k * x
            return np.float64(k), np.float64(b)
        """,
        why="numpy floats",
    ),
    Rewrite(
        "tangent_line",
        """
        def tangent_line(f, x):
            h = 1e-4
            k, b = np.linalg.solve([[x + h, 1.0], [x - h, 1.0]], [f(x + h), f(x - h)])
            return [k, b]
        """,
        why="the line through two points close by, as a list",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-5
            grad = np.zeros_like(x, dtype=np.float64)
            for index, _ in np.ndenumerate(x):
                up, down = x.astype(float), x.astype(float)
                up[index] += h
                down[index] -= h
                grad[index] = (f(up) - f(down)) / (2 * h)
            return grad
        """,
        why="new arrays for every element",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            x = np.array(x, dtype=float)
            grad = np.empty(x.shape)
            it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
            while not it.finished:
                idx = it.multi_index
                tmp_val = x[idx]
                x[idx] = float(tmp_val) + h
                fxh1 = f(x)
                x[idx] = tmp_val - h
                fxh2 = f(x)
                grad[idx] = (fxh1 - fxh2) / (2 * h)
                x[idx] = tmp_val
                it.iternext()
            return grad
        """,
        why="nditer, as in many books",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-6
            steps = np.eye(x.size).reshape(x.size, *x.shape) * h
            slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
            return np.array(slopes, dtype=np.float64).reshape(x.shape)
        """,
        why="unit steps, no assignment to x at all",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-4
            if x.dtype.kind != "f":
                return numerical_gradient(f, x.astype(np.float64))
            grad = np.zeros(x.shape)
            for index in np.ndindex(*x.shape):
                old = x[index]
                x[index] = old + h
                above = f(x)
                x[index] = old - h
                below = f(x)
                x[index] = old
                grad[index] = (above - below) / (2 * h)
            return grad
        """,
        why="in place on a float x and put back",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            point = x.astype(np.float64, copy=True)
            grad = np.zeros(x.shape)
            for i in range(x.size):
                def along(value, i=i):
                    moved = point.copy()
                    moved.flat[i] = value
                    return f(moved)

                grad.flat[i] = diff(along, float(point.flat[i]))
            return grad
        """,
        why="by diff, with flat",
    ),
    Rewrite(
        "numerical_gradient",
        """
        def numerical_gradient(f, x):
            h = 1e-3
            z = np.ascontiguousarray(x, dtype=np.float64).copy()
            flat = z.reshape(-1)
            grad = np.zeros(z.shape)
            out = grad.reshape(-1)
            for i in range(flat.size):
                flat[i] += h
                above = f(z)
                flat[i] -= 2 * h
                below = f(z)
                flat[i] += h
                out[i] = (above - below) / (2 * h)
            return grad
        """,
        why="flat views of contiguous copies, a larger step, put back almost exactly",
    ),
]
