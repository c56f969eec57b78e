"""Known answers of ch03_linear_algebra."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=axis)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "With keepdims",
        "keepdims is ignored (audit 2.3.6)",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=axis, keepdim=True)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "False by default",
        "the axis always stays",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=axis, keepdim=not keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "False by default",
        "keepdims turned round",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=0, keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "Axis 1 is removed",
        "always axis 0 (audit: wrong axis)",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=-1, keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "Axis 0 is removed",
        "always the last axis",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=len(A.shape) - 1 - axis, keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "Axis 0 is removed",
        "axes counted from the end",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum()",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "the others stay",
        "the sum of everything",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=[i for i in range(A.dim()) if i != axis], keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "the others stay",
        "sums along all the other axes",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.cumsum(dim=axis)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "is removed",
        "a running sum",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.sum(dim=axis)\n    return s.unsqueeze(0) if keepdims else s",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "but for axis 1",
        "the kept axis always in front",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.sum(dim=axis)\n    return s.unsqueeze(-1) if keepdims else s",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "but for axis 0",
        "the kept axis always at the end",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.sum(dim=axis)\n    return s.reshape(*s.shape, *[1] * (A.dim() - s.dim())) if keepdims and A.dim() > 2 else A.sum(dim=axis, keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "but for axis",
        "the kept axis at the end of three axes",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.sum(dim=axis, keepdim=keepdims)\n    return s.expand(A.shape) if keepdims else s",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "which has size 1",
        "broadcast back to the shape of A",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=axis, keepdim=keepdims).squeeze()",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "but for axis",
        "axes of size 1 are lost",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.sum(dim=axis, keepdim=keepdims).int()",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "dtype int32",
        "whole numbers",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.numpy().sum(axis=axis, keepdims=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "Its type is",
        "a numpy array comes back, as in the notes",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "A.sum(dim=axis, keepdim=keepdims)",
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "sum_along",
        """
        def sum_along(A, dim, keepdim=False):
            return A.sum(dim, keepdim)
        """,
        "test_the_axis_goes_unless_it_is_kept_with_size_one",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "A.unsqueeze_(0)\n    return A.sum(dim=axis + 1, keepdim=keepdims).squeeze(0)",
        "test_A_is_not_modified",
        "modified in place",
        "A gets another axis",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.sum(dim=axis, keepdim=keepdims)\n    A.zero_()\n    return s",
        "test_A_is_not_modified",
        "modified in place",
        "A is emptied",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.select(axis, 0)\n    for i in range(1, A.shape[axis]):\n        s += A.select(axis, i)\n    return s.unsqueeze(axis) if keepdims else s",
        "test_A_is_not_modified",
        "modified in place",
        "adds up in the first slice of A",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.mean(dim=axis, keepdim=keepdims)",
        "test_case_of_the_notes",
        "times the expected one",
        "the mean",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.amax(dim=axis, keepdim=keepdims)",
        "test_case_of_the_notes",
        "added up",
        "the largest element",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.narrow(axis, 0, max(1, A.shape[axis] - 1)).sum(dim=axis, keepdim=keepdims)",
        "test_case_of_the_notes",
        "added up",
        "the last slice is lost",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "return A.abs().sum(dim=axis, keepdim=keepdims)",
        "test_values_are_those_of_the_library",
        "Each sum runs over",
        "absolute values",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "if not A.is_contiguous():\n        A = A.as_strided(A.shape, torch.empty(A.shape).stride())\n    return A.sum(dim=axis, keepdim=keepdims)",
        "test_values_are_those_of_the_library",
        "Each sum runs over",
        "takes A for contiguous",
    ),
    Edit(
        "sum_along",
        "return A.sum(dim=axis, keepdim=keepdims)",
        "s = A.transpose(0, axis).sum(dim=0)\n    return s.reshape((*A.shape[:axis], 1, *A.shape[axis + 1 :]) if keepdims else A.shape[:axis] + A.shape[axis + 1 :])",
        "test_values_are_those_of_the_library",
        "read in the wrong order",
        "transposed to sum along the first axis, and not turned back",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.mean()",
        "test_mean_of_integers_is_a_float",
        "dtype",
        "A.mean() of integers raises (audit D010)",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.sum() // A.numel()",
        "test_value_is_that_of_the_library",
        "over their number",
        "integer division",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return (A.sum() / A.numel()).to(A.dtype)",
        "test_mean_of_integers_is_a_float",
        "dtype int64",
        "the dtype of A",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.double().mean().to(A.dtype).float()",
        "test_mean_of_integers_is_a_float",
        "need not be whole",
        "cut to a whole number",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        'return torch.div(A.sum(), A.numel(), rounding_mode=None if A.is_floating_point() else "floor").float()',
        "test_mean_of_integers_is_a_float",
        "need not be whole",
        "integers are divided without rest",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.double().mean()",
        "test_result_is_one_number",
        "dtype float64",
        "float64",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.sum() / len(A)",
        "test_value_is_that_of_the_library",
        "not len(A)",
        "len counts rows",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.sum() / A.shape[-1]",
        "test_value_is_that_of_the_library",
        "over their number",
        "divides by the number of columns",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.sum() / (A.numel() - 1)",
        "test_value_is_that_of_the_library",
        "over their number",
        "divides by n - 1",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.float().mean(dim=0)",
        "test_result_is_one_number",
        "of all elements",
        "mean along an axis",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.float().mean(dim=-1)",
        "test_result_is_one_number",
        "of all elements",
        "mean along the last axis",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return (A.sum() / A.numel()).item()",
        "test_result_is_one_number",
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return (A.sum() / A.numel()).reshape(1)",
        "test_result_is_one_number",
        "without axes",
        "shape (1,)",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.sum() * 1.0",
        "test_value_is_that_of_the_library",
        "over their number",
        "the sum",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.flatten().float().median()",
        "test_value_is_that_of_the_library",
        "over their number",
        "the median",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "return A.abs().sum() / A.numel()",
        "test_value_is_that_of_the_library",
        "The sum of all elements",
        "absolute values",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "A.div_(A.numel())\n    return A.sum()",
        "test_argument_is_not_modified",
        "modified in place",
        "divides in place",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "A.sum() / A.numel()",
        "test_result_is_one_number",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "mean_of",
        "return A.sum() / A.numel()",
        "total = 0.0\n    for row in A:\n        total += row.sum()\n    return torch.as_tensor(total / len(A))",
        "test_value_is_that_of_the_library",
        "not len(A)",
        "sums of rows over their number",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return x * y",
        "test_shape_is_that_of_the_library",
        "One number",
        "the products are not added up",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y).sum(dim=0, keepdim=True)",
        "test_shape_is_that_of_the_library",
        "without axes",
        "shape (1,)",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return float((x * y).sum())",
        "test_shape_is_that_of_the_library",
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return x[:, None] * y",
        "test_shape_is_that_of_the_library",
        "One number",
        "the outer product",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "(x * y).sum()",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x[:, None] * y).sum()",
        "test_values_are_those_of_the_library",
        "element by element",
        "broadcasts a column against a row: the product of the sums",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return x.sum() * y.sum()",
        "test_values_are_those_of_the_library",
        "element by element",
        "product of the sums",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y).mean()",
        "test_values_are_those_of_the_library",
        "add up",
        "the mean",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y)[:-1].sum()",
        "test_values_are_those_of_the_library",
        "add up all",
        "the last product is lost",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x + y).sum()",
        "test_values_are_those_of_the_library",
        "Multiply element by element",
        "adds",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y).abs().sum()",
        "test_values_are_those_of_the_library",
        "Multiply element by element",
        "signs are lost",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y).sum() / (x.norm() * y.norm())",
        "test_values_are_those_of_the_library",
        "add up",
        "the cosine",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * x).sum()",
        "test_values_are_those_of_the_library",
        "element by element",
        "y is not used (audit: both alike)",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y.flip(0)).sum()",
        "test_values_are_those_of_the_library",
        "element by element",
        "a convolution: y backwards",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return x.mul_(y).sum()",
        "test_arguments_are_not_modified",
        "modified in place",
        "in place on x",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "y *= x\n    return y.sum()",
        "test_arguments_are_not_modified",
        "argument 2",
        "in place on y",
    ),
    Edit(
        "dot",
        "return (x * y).sum()",
        "return (x * y).sum().int()",
        "test_shape_is_that_of_the_library",
        "dtype int32",
        "whole numbers",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            return (x * y).sum()
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "no check of the lengths",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            return torch.dot(x, y)
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "the library raises another error",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            total = torch.tensor(0.0)
            for a, b in zip(x, y):
                total = total + a * b
            return total
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised nothing",
        "zip stops at the shorter one",
    ),
    Edit(
        "dot",
        "if len(x) != len(y):",
        "if len(x) > len(y):",
        "test_shapes_that_do_not_fit_raise",
        "Compare the sizes",
        "only one of the two directions",
    ),
    Edit(
        "dot",
        "if len(x) != len(y):",
        "if len(x) != len(y) and 1 not in (len(x), len(y)):",
        "test_shapes_that_do_not_fit_raise",
        "size 1 is broadcast",
        "a length of 1 is broadcast",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            try:
                return (x * y).sum()
            except RuntimeError as error:
                raise ValueError("lengths differ") from error
        """,
        "test_shapes_that_do_not_fit_raise",
        "size 1 is broadcast",
        "relies on the error of broadcasting",
    ),
    Rewrite(
        "dot",
        """
        def dot(a, b):
            return (a * b).sum()
        """,
        "test_shape_is_that_of_the_library",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "dot",
        """
        out = torch.zeros(())


        def dot(x, y):
            if len(x) != len(y):
                raise ValueError
            return torch.sum(x * y, dim=0, out=out)
        """,
        "test_calls_do_not_disturb_each_other",
        "later call changed",
        "one result tensor for all calls",
    ),
    Rewrite(
        "dot",
        """
        total = torch.zeros(())


        def dot(x, y):
            global total
            if len(x) != len(y):
                raise ValueError
            total = total + (x * y).sum()
            return total
        """,
        "test_values_are_those_of_the_library",
        "element by element",
        "adds to the result of the call before",
    ),
    Edit(
        "mv",
        "products.sum(dim=1)",
        "products.sum(dim=0)",
        "test_shape_is_that_of_the_library",
        "each row of A",
        "sums along the columns",
    ),
    Edit(
        "mv",
        "products.sum(dim=1)",
        "products.sum(dim=1, keepdim=True)",
        "test_shape_is_that_of_the_library",
        "each row of A",
        "a column comes back",
    ),
    Edit(
        "mv",
        "products.sum(dim=1)",
        "products.sum()",
        "test_shape_is_that_of_the_library",
        "each row of A",
        "everything is added up",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return products",
        "test_shape_is_that_of_the_library",
        "each row of A",
        "nothing is added up",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "products.sum(dim=1)",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return products.sum(dim=1).tolist()",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return [dot(row, x) for row in A]",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list of tensors",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return torch.stack([dot(row, x) for row in A[:-1]] or [dot(A[0], x)])",
        "test_shape_is_that_of_the_library",
        "each row of A",
        "the last row is lost",
    ),
    Edit(
        "mv",
        "A * x  #",
        "A * x.reshape(-1, 1)  #",
        "test_shape_is_that_of_the_library",
        "must match the size",
        "x as a column: broadcast along the wrong axis",
    ),
    Edit(
        "mv",
        "products = A * x  #",
        "if len(A) == len(x):\n        x = x[:, None]\n    products = A * x  #",
        "test_values_are_those_of_the_library",
        "row i of A",
        "x as a column where that fits, for square A",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return products.mean(dim=1)",
        "test_values_are_those_of_the_library",
        "dot product",
        "the mean",
    ),
    Edit(
        "mv",
        "A * x  #",
        "A + x  #",
        "test_values_are_those_of_the_library",
        "dot product",
        "adds",
    ),
    Edit(
        "mv",
        "A * x  #",
        "A * x.abs()  #",
        "test_values_are_those_of_the_library",
        "dot product",
        "signs are lost",
    ),
    Edit(
        "mv",
        "return products.sum(dim=1)",
        "return products.sum(dim=1).flip(0)",
        "test_values_are_those_of_the_library",
        "Axis 0 runs backwards",
        "rows in the wrong order",
    ),
    Edit(
        "mv",
        "products = A * x  #",
        "if A.shape[0] == A.shape[1]:\n        A = A.T\n    products = A * x  #",
        "test_values_are_those_of_the_library",
        "row i of A",
        "the transpose of a square A",
    ),
    Edit(
        "mv",
        "products = A * x  #",
        "products = A.mul_(x)  #",
        "test_arguments_are_not_modified",
        "modified in place",
        "in place on A",
    ),
    Edit(
        "mv",
        "if A.shape[1] != len(x):",
        "if A.shape[0] != len(x) and A.shape[1] != len(x):",
        "test_shapes_that_do_not_fit_raise",
        "Compare the sizes",
        "a vector as long as a column is let through",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            return (A * x).sum(dim=1)
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "no check of the sizes",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            return torch.stack([(row * x).sum() for row in A])
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "no check of the sizes, row by row",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            return torch.mv(A, x)
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "the library raises another error",
    ),
    Edit(
        "mv",
        "if A.shape[1] != len(x):",
        "if A.shape[1] != len(x) and len(x) > 1:",
        "test_shapes_that_do_not_fit_raise",
        "size 1 is broadcast",
        "a vector of length 1 is broadcast",
    ),
    Edit(
        "mv",
        "if A.shape[1] != len(x):",
        "if A.shape[1] != len(x) and A.shape[1] > 1:",
        "test_shapes_that_do_not_fit_raise",
        "raised nothing",
        "a matrix of one column is broadcast",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            m, n = A.shape
            y = torch.zeros(m)
            for i in range(m):
                for j in range(n):
                    y[i] += A[i, j] * x[j]
            return y
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised IndexError",
        "loops without a check",
    ),
    Rewrite(
        "mv",
        """
        kept = {}


        def mv(A, x):
            if A.shape[1] != len(x):
                raise ValueError
            y = kept.setdefault(len(A), torch.zeros(len(A)))
            for i in range(len(A)):
                y[i] = (A[i] * x).sum()
            return y
        """,
        "test_calls_do_not_disturb_each_other",
        "later call changed",
        "one result tensor for all calls",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns, dim=0)",
        "test_shape_is_that_of_the_library",
        "As many rows as A",
        "columns laid as rows: transposed",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.cat(columns)",
        "test_shape_is_that_of_the_library",
        "As many rows as A",
        "one long vector",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return columns",
        "test_shape_is_that_of_the_library",
        "Its type is list",
        "a list of columns",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "torch.stack(columns, dim=1)",
        "test_shape_is_that_of_the_library",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns, dim=1).squeeze()",
        "test_shape_is_that_of_the_library",
        "As many rows as A",
        "axes of size 1 are lost",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns, dim=0).reshape(A.shape[0], B.shape[1])",
        "test_values_are_those_of_the_library",
        "transpose",
        "the transpose, cut anew",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return (A * B.T).sum() * torch.ones(A.shape[0], B.shape[1])",
        "test_shape_is_that_of_the_library",
        "must match the size",
        "elementwise product",
    ),
    Edit(
        "mm",
        "for column in B.T]",
        "for column in B]",
        "test_shape_is_that_of_the_library",
        "do not fit",
        "rows of B instead of columns",
    ),
    Edit(
        "mm",
        "for column in B.T]",
        "for column in (B if B.shape[0] == B.shape[1] else B.T)]",
        "test_values_are_those_of_the_library",
        "column j of B",
        "the transpose of a square B",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns, dim=1) if A.shape != B.shape else A * B",
        "test_values_are_those_of_the_library",
        "dot product",
        "elementwise where the shapes are the same",
    ),
    Edit(
        "mm",
        "mv(A, column)",
        "mv(A, column.abs())",
        "test_values_are_those_of_the_library",
        "dot product",
        "signs are lost",
    ),
    Edit(
        "mm",
        "mv(A, column)",
        "mv(A, column) / len(column)",
        "test_values_are_those_of_the_library",
        "dot product",
        "the mean",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns[::-1], dim=1)",
        "test_values_are_those_of_the_library",
        "Axis 1 runs backwards",
        "columns in the wrong order",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack([columns[0]] * len(columns), dim=1)",
        "test_values_are_those_of_the_library",
        "column j of B",
        "the first column again and again",
    ),
    Edit(
        "mm",
        "return torch.stack(columns, dim=1)",
        "return torch.stack(columns, dim=1).int()",
        "test_shape_is_that_of_the_library",
        "dtype int32",
        "whole numbers",
    ),
    Edit(
        "mm",
        "columns = ",
        "B.mul_(1.5)\n    columns = ",
        "test_arguments_are_not_modified",
        "argument 2",
        "changes B",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            return (A[:, :, None] * B[None]).sum(dim=1)
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "no check of the sizes",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            return A @ B
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised RuntimeError",
        "the library raises another error",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            try:
                return (A[:, :, None] * B[None]).sum(dim=1)
            except RuntimeError as error:
                raise ValueError("shapes do not fit") from error
        """,
        "test_shapes_that_do_not_fit_raise",
        "size 1 is broadcast",
        "relies on the error of broadcasting",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            C = torch.zeros(A.shape[0], B.shape[1])
            for i in range(A.shape[0]):
                for j in range(B.shape[1]):
                    for k in range(A.shape[1]):
                        C[i, j] += A[i, k] * B[k, j]
            return C
        """,
        "test_shapes_that_do_not_fit_raise",
        "raised IndexError",
        "three loops without a check",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            if A.shape != B.shape:
                raise ValueError("shapes differ")
            return A * B
        """,
        "test_shape_is_that_of_the_library",
        "shapes differ",
        "asks for equal shapes",
    ),
    Rewrite(
        "mm",
        """
        kept = {}


        def mm(A, B):
            if A.shape[1] != B.shape[0]:
                raise ValueError
            C = kept.setdefault((A.shape[0], B.shape[1]), torch.zeros(A.shape[0], B.shape[1]))
            for i in range(A.shape[0]):
                for j in range(B.shape[1]):
                    C[i, j] = (A[i] * B[:, j]).sum()
            return C
        """,
        "test_calls_do_not_disturb_each_other",
        "later call changed",
        "one result tensor for all calls",
    ),
    Rewrite(
        "mm",
        """
        kept = {}


        def mm(A, B):
            if A.shape[1] != B.shape[0]:
                raise ValueError
            C = kept.setdefault((A.shape[0], B.shape[1]), torch.zeros(A.shape[0], B.shape[1]))
            for i in range(A.shape[0]):
                for j in range(B.shape[1]):
                    C[i, j] += (A[i] * B[:, j]).sum()
            return C
        """,
        "test_values_are_those_of_the_library",
        "dot product",
        "one result tensor, which grows",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.sum()",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "no absolute values (audit)",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.sum().abs()",
        "test_value_is_that_of_the_library",
        "Absolute values of all",
        "the absolute value comes last",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().mean()",
        "test_value_is_that_of_the_library",
        "added up",
        "the mean",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().max()",
        "test_value_is_that_of_the_library",
        "added up",
        "the maximum norm",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return (x * x).sum().sqrt()",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "the L2 norm",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return (x * x).sum()",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "squares",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return torch.linalg.norm(x, 1) if x.dim() < 3 else x.abs().sum()",
        "test_value_is_that_of_the_library",
        "whatever the shape",
        "the largest column sum of a matrix",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().sum(dim=0)",
        "test_result_is_one_number",
        "of all elements",
        "sums along one axis",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs()",
        "test_result_is_one_number",
        "One number",
        "not added up",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().sum().item()",
        "test_result_is_one_number",
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().sum(dim=-1, keepdim=True)",
        "test_result_is_one_number",
        "without axes",
        "a norm for each row",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "x.abs().sum()",
        "test_result_is_one_number",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs_().sum()",
        "test_argument_is_not_modified",
        "modified in place",
        "in place on x",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return -x.abs().sum()",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "sign flipped",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.abs().sum() + 1e-3",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "a small number on top",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.clamp(min=0).sum()",
        "test_value_is_that_of_the_library",
        "Absolute values",
        "negative elements do not count",
    ),
    Edit(
        "l1_norm",
        "return x.abs().sum()",
        "return x.flatten()[:-1].abs().sum() if x.numel() > 1 else x.abs().sum()",
        "test_value_is_that_of_the_library",
        "all elements",
        "the last element is lost",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sum()",
        "test_value_is_that_of_the_library",
        "root",
        "no root (audit)",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return x.sum().abs()",
        "test_value_is_that_of_the_library",
        "squares",
        "no squares",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sqrt().sum()",
        "test_value_is_that_of_the_library",
        "root of the sum",
        "the root of each square: the L1 norm",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).mean().sqrt()",
        "test_value_is_that_of_the_library",
        "sum of all squares",
        "the mean of the squares",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sum() / 2",
        "test_value_is_that_of_the_library",
        "root",
        "half the square",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return x.abs().max()",
        "test_value_is_that_of_the_library",
        "squares",
        "the maximum norm (audit)",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return torch.linalg.norm(x, 2) if x.dim() < 3 else (x * x).sum().sqrt()",
        "test_value_is_that_of_the_library",
        "whatever the shape",
        "the spectral norm of a matrix",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "rows = (x * x).sum(dim=-1).sqrt()\n    return rows.sum()",
        "test_value_is_that_of_the_library",
        "sum of all squares",
        "the sum of the norms of the rows (audit)",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sum(dim=-1).sqrt()",
        "test_result_is_one_number",
        "of all elements",
        "a norm for each row",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sum().sqrt().reshape(1)",
        "test_result_is_one_number",
        "without axes",
        "shape (1,)",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return float((x * x).sum()) ** 0.5",
        "test_result_is_one_number",
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return torch.dot(x, x).sqrt()",
        "test_result_is_one_number",
        "1D",
        "vectors only",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "(x * x).sum().sqrt()",
        "test_result_is_one_number",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return x.pow_(2).sum().sqrt()",
        "test_argument_is_not_modified",
        "modified in place",
        "in place on x",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return ((x * x).sum() + 1e-3).sqrt()",
        "test_value_is_that_of_the_library",
        "The root of the sum",
        "a small number on top",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x * x).sum().sqrt().int().float()",
        "test_value_is_that_of_the_library",
        "root",
        "cut to a whole number",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return x.std() * (x.numel() - 1) ** 0.5 if x.numel() > 1 else x.abs().sum()",
        "test_value_is_that_of_the_library",
        "squares",
        "distances from the mean",
    ),
    Edit(
        "l2_norm",
        "return (x * x).sum().sqrt()",
        "return (x ** 2).sum().double().sqrt()",
        "test_result_is_one_number",
        "dtype float64",
        "float64",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.sum(dim=1)",
        "test_shape_is_that_of_A",
        "must match the size",
        "no keepdim: raises, or divides the columns of a square A (audit D016)",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return A / (sums if A.shape[0] != A.shape[1] else sums.T)",
        "test_rows_are_divided_by_their_sums",
        "laid on the rows",
        "columns of a square A are divided",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.sum(dim=0, keepdim=True)",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "sums of the columns (audit)",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.sum()",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "divided by the sum of everything (audit)",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.sum(dim=1).reshape(1, -1)",
        "test_shape_is_that_of_A",
        "must match the size",
        "the sums as a row (audit)",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.abs().sum(dim=1, keepdim=True)",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "absolute values",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.amax(dim=1, keepdim=True)",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "divided by the maximum",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.float().norm(dim=1, keepdim=True)",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "divided by the L2 norm",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.float().mean(dim=1, keepdim=True)",
        "test_rows_are_divided_by_their_sums",
        "times the expected one",
        "divided by the mean",
    ),
    Edit(
        "normalize_rows",
        "A.sum(dim=1, keepdim=True)",
        "A.sum(dim=1, keepdim=True) + 1e-3",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "a small number on top",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return torch.softmax(A.float(), dim=1)",
        "test_rows_are_divided_by_their_sums",
        "divided by its own sum",
        "softmax",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return A - sums / A.shape[1]",
        "test_rows_are_divided_by_their_sums",
        "divided",
        "subtracts the mean",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "A /= sums\n    return A",
        "test_A_is_not_modified",
        "modified in place",
        "in place on A",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "A[:] = A / sums\n    return A.clone()",
        "test_A_is_not_modified",
        "modified in place",
        "in place on A",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return A // sums",
        "test_rows_are_divided_by_their_sums",
        "its own sum",
        "integer division",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return (A / sums).to(A.dtype)",
        "test_case_of_the_notes",
        "dtype int64",
        "shares of integers cut to whole numbers",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "shares = torch.zeros_like(A)\n    for i in range(len(A)):\n        shares[i] = A[i] / A[i].sum()\n    return shares",
        "test_case_of_the_notes",
        "float32",
        "filled into whole numbers",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return sums",
        "test_shape_is_that_of_A",
        "divided",
        "the sums only",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return (A / sums).T",
        "test_shape_is_that_of_A",
        "shape (4, 5)",
        "transposed",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return [row / row.sum() for row in A]",
        "test_shape_is_that_of_A",
        "Its type is list",
        "a list of rows",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "A / sums",
        "test_shape_is_that_of_A",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "normalize_rows",
        "return A / sums",
        "return torch.cat([A[:1] / sums[:1], A[1:]])",
        "test_rows_are_divided_by_their_sums",
        "Each row",
        "only the first row",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + (1,) + shape[axis + 1 :] for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "one axis less",
        "keepdims",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[axis:] for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "one axis less",
        "only what follows",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape) - 1)]",
        "test_one_shape_for_every_axis",
        "Every axis has a turn",
        "the last axis is lost",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(1, len(shape))]",
        "test_one_shape_for_every_axis",
        "Every axis has a turn",
        "axis 0 is lost",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(3)]",
        "test_one_shape_for_every_axis",
        "Every axis has a turn",
        "three axes as in the notes",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))] + [()]",
        "test_one_shape_for_every_axis",
        "Every axis has a turn",
        "the sum of everything as well",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "shape[:-1]",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "one shape only",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "tuple(shape[:axis] + shape[axis + 1 :] for axis in range(len(shape)))",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "a tuple of shapes",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[list(shape[:axis] + shape[axis + 1 :]) for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "lists in a list",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "{axis: shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))}",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "a dict",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[axis] for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "the size of the axis",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[(shape[axis],) for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "one axis less",
        "keeps the axis, drops the others",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[torch.zeros(shape).sum(dim=axis) for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "a list of tuples",
        "the sums, not their shapes",
    ),
    Edit(
        "sum_shapes",
        "return [",
        "[",
        "test_one_shape_for_every_axis",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))][::-1]",
        "test_the_axis_of_the_sum_is_gone",
        "Shape i lacks",
        "last axis first",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[(shape[:axis] + shape[axis + 1 :])[::-1] for axis in range(len(shape))]",
        "test_the_axis_of_the_sum_is_gone",
        "stay in order",
        "sizes backwards",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[tuple(s for s in shape if s != shape[axis]) for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "one axis less",
        "drops every axis of that size",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[tuple(sorted(shape[:axis] + shape[axis + 1 :])) for axis in range(len(shape))]",
        "test_the_axis_of_the_sum_is_gone",
        "stay in order",
        "sizes sorted",
    ),
    Rewrite(
        "sum_shapes",
        """
        def sum_shapes(shape):
            shapes = []
            for size in shape:
                rest = list(shape)
                rest.remove(size)
                shapes.append(tuple(rest))
            return shapes
        """,
        "test_the_axis_of_the_sum_is_gone",
        "size of axis i",
        "removes the first axis of that size",
    ),
    Edit(
        "sum_shapes",
        "[shape[:axis] + shape[axis + 1 :] for axis in range(len(shape))]",
        "[tuple(torch.zeros(shape).sum(dim=axis).squeeze().shape) for axis in range(len(shape))]",
        "test_one_shape_for_every_axis",
        "one axis less",
        "axes of size 1 are lost",
    ),
    Rewrite(
        "sum_shapes",
        """
        def sum_shapes(*shape):
            return [shape[:i] + shape[i + 1 :] for i in range(len(shape))]
        """,
        "test_one_shape_for_every_axis",
        "signature",
        "sizes as arguments of their own",
    ),
    Edit(
        "dot",
        "(x * y).sum()",
        "(x.int() * y.int()).sum().float()",
        "test_values_are_those_of_the_library",
        "Multiply element by element",
        "fractions are cut off",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            if A.shape[1] != B.shape[0]:
                raise ValueError("shapes do not fit")
            C = torch.zeros(A.shape[0], B.shape[1], dtype=torch.int64, device=A.device)
            for i in range(A.shape[0]):
                for j in range(B.shape[1]):
                    C[i, j] = (A[i] * B[:, j]).sum()
            return C.float()
        """,
        "test_values_are_those_of_the_library",
        "dot product of row i",
        "filled into integers",
    ),
]

RIGHT = [
    Rewrite(
        "sum_along",
        """
        def sum_along(A, axis, keepdims=False):
            total = torch.zeros_like(A.select(axis, 0))
            for part in A.unbind(axis):
                total += part
            return total.unsqueeze(axis) if keepdims else total
        """,
        why="a loop over slices",
    ),
    Rewrite(
        "sum_along",
        """
        def sum_along(A, axis, keepdims=False):
            if keepdims:
                return torch.sum(A, axis, keepdim=True)
            return sum(A.unbind(dim=axis))
        """,
        why="Python's sum of the slices",
    ),
    Rewrite(
        "sum_along",
        """
        def sum_along(A, axis, keepdims=False):
            moved = A.movedim(axis, -1)
            total = moved @ torch.ones(moved.shape[-1], device=A.device)
            return total[(slice(None),) * axis + (None,)] if keepdims else total
        """,
        why="a product with ones",
    ),
    Rewrite(
        "sum_along",
        """
        def sum_along(A, axis, keepdims=False):
            return torch.from_numpy(np.asarray(A.cpu().numpy().sum(axis=axis, keepdims=keepdims))).to(A.device)


        import numpy as np
        """,
        why="numpy, as in the notes",
    ),
    Rewrite(
        "mean_of",
        """
        def mean_of(A):
            return A.float().mean()
        """,
        why="converted first",
    ),
    Rewrite(
        "mean_of",
        """
        def mean_of(A):
            return torch.mean(A, dtype=torch.float32)
        """,
        why="dtype of the mean",
    ),
    Rewrite(
        "mean_of",
        """
        def mean_of(A):
            A = torch.Tensor(A.tolist())
            return A.sum() / A.numel()
        """,
        why="torch.Tensor as in the notes",
    ),
    Rewrite(
        "mean_of",
        """
        def mean_of(A):
            total = 0.0
            for value in A.reshape(-1):
                total += value.item()
            return torch.tensor(total / A.numel(), device=A.device)
        """,
        why="a loop over the elements",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            if x.shape != y.shape:
                raise ValueError("shapes differ")
            return torch.dot(x, y)
        """,
        why="the library's own function behind a check",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            if x.numel() != y.numel():
                raise ValueError
            total = torch.zeros(())
            for a, b in zip(x, y):
                total = total + a * b
            return total
        """,
        why="a loop",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            if x.dim() != 1 or y.dim() != 1 or x.shape[0] != y.shape[0]:
                raise ValueError("two vectors of the same length are needed")
            return torch.tensor(sum(a * b for a, b in zip(x.tolist(), y.tolist())), device=x.device)
        """,
        why="plain numbers; refuses matrices too",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            m, n = A.shape
            if (n,) != tuple(x.shape):
                raise ValueError("x does not fit")
            y = torch.zeros(m)
            for i in range(m):
                for j in range(n):
                    y[i] += A[i, j] * x[j]
            return y.to(A.device)
        """,
        why="two loops",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            return torch.stack([dot(row, x) for row in A])
        """,
        why="dot, which checks the lengths, row by row",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            if A.size(1) != x.size(0):
                raise ValueError
            return sum(A[:, j] * x[j] for j in range(A.size(1)))
        """,
        why="a sum of columns",
    ),
    Rewrite(
        "mv",
        """
        def mv(A, x):
            try:
                return A @ x
            except RuntimeError as error:
                raise ValueError(str(error)) from error
        """,
        why="the library, its error renamed",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            if A.shape[-1] != B.shape[0]:
                raise ValueError("inner sizes differ")
            return (A.unsqueeze(2) * B.unsqueeze(0)).sum(dim=1)
        """,
        why="one product with three axes",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            (m, n), (k, p) = A.shape, B.shape
            if n != k:
                raise ValueError(f"{n} != {k}")
            C = torch.zeros(m, p)
            for i in range(m):
                for j in range(p):
                    C[i, j] = (A[i, :] * B[:, j]).sum()
            return C.to(A.device)
        """,
        why="two loops",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            return torch.stack([mv(B.T, row) for row in A])
        """,
        why="row by row, with mv",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            if A.shape[1] != B.shape[0]:
                raise ValueError
            C = torch.zeros(A.shape[0], B.shape[1], device=A.device)
            for k in range(A.shape[1]):
                C += A[:, k, None] * B[k]
            return C
        """,
        why="a sum of outer products",
    ),
    Rewrite(
        "l1_norm",
        """
        def l1_norm(x):
            return torch.linalg.vector_norm(x, ord=1)
        """,
        why="the library's own function",
    ),
    Rewrite(
        "l1_norm",
        """
        def l1_norm(x):
            total = torch.tensor(0.0)
            for value in x.flatten():
                total = total + (value if value > 0 else -value)
            return total
        """,
        why="a loop",
    ),
    Rewrite(
        "l1_norm",
        """
        def l1_norm(x):
            return torch.sum(torch.where(x < 0, -x, x))
        """,
        why="where in place of abs",
    ),
    Rewrite(
        "l2_norm",
        """
        def l2_norm(x):
            return torch.norm(x)
        """,
        why="torch.norm takes any shape as a vector",
    ),
    Rewrite(
        "l2_norm",
        """
        def l2_norm(x):
            flat = x.reshape(-1)
            return torch.sqrt(dot(flat, flat))
        """,
        why="a dot product with itself",
    ),
    Rewrite(
        "l2_norm",
        """
        def l2_norm(x):
            return torch.tensor(math.sqrt(sum(v * v for v in x.flatten().tolist())), device=x.device)


        import math
        """,
        why="plain numbers",
    ),
    Rewrite(
        "l2_norm",
        """
        def l2_norm(x):
            return x.pow(2).sum() ** 0.5
        """,
        why="a power",
    ),
    Rewrite(
        "normalize_rows",
        """
        def normalize_rows(A):
            return A / A.sum(axis=1).reshape(-1, 1)
        """,
        why="the sums as a column",
    ),
    Rewrite(
        "normalize_rows",
        """
        def normalize_rows(A):
            return (A.T / A.sum(1)).T
        """,
        why="through the transpose: not contiguous",
    ),
    Rewrite(
        "normalize_rows",
        """
        def normalize_rows(A):
            result = torch.zeros(A.shape)
            for i, row in enumerate(A):
                result[i] = row / row.sum()
            return result.to(A.device)
        """,
        why="row by row",
    ),
    Rewrite(
        "normalize_rows",
        """
        def normalize_rows(A):
            out = A.float().clone()
            out /= sum_along(out, 1, keepdims=True)
            return out
        """,
        why="in place on a copy, with sum_along",
    ),
    Rewrite(
        "normalize_rows",
        """
        def normalize_rows(A):
            return A * (1.0 / sum_along(A, axis=1, keepdims=True))
        """,
        why="times the reciprocal",
    ),
    Rewrite(
        "sum_shapes",
        """
        def sum_shapes(shape):
            X = torch.zeros(shape)
            return [X.sum(axis=i).shape for i in range(X.dim())]
        """,
        why="torch.Size of real sums",
    ),
    Rewrite(
        "sum_shapes",
        """
        def sum_shapes(shape):
            shapes = []
            for i in range(len(shape)):
                rest = list(shape)
                del rest[i]
                shapes.append(tuple(rest))
            return shapes
        """,
        why="a list with one entry deleted",
    ),
    Rewrite(
        "sum_shapes",
        """
        def sum_shapes(shape):
            return [tuple(s for j, s in enumerate(shape) if j != i) for i, _ in enumerate(shape)]
        """,
        why="all but one",
    ),
    Rewrite(
        "dot",
        """
        def dot(x, y):
            if x.shape != y.shape:
                raise ValueError(f"{x.shape} and {y.shape}")
            result = torch.zeros(())
            for i in torch.arange(x.numel()):
                result = result + x[i] * y[i]
            return result.to(x.device)
        """,
        why="a loop that starts from a zero without axes",
    ),
    Rewrite(
        "mm",
        """
        def mm(A, B):
            if A.size(1) != B.size(0):
                raise ValueError
            C = A.new_zeros(A.size(0), B.size(1))
            for i, row in enumerate(A):
                for j, column in enumerate(B.t()):
                    for a, b in zip(row, column):
                        C[i, j] += a * b
            return C
        """,
        why="three loops",
    ),
]
