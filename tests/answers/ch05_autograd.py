"""Known answers of ch05_autograd."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "gradient",
        "return x.grad",
        "x.grad",
        "test_shape_is_that_of_x",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x = x.detach().clone().requires_grad_()
            return torch.autograd.grad(f(x), x)
        """,
        "test_shape_is_that_of_x",
        "Its type is tuple",
        "the tuple of autograd.grad comes back",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return x.grad.numpy()",
        "test_shape_is_that_of_x",
        "Its type is ndarray",
        "a numpy array",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return f(x)",
        "test_shape_is_that_of_x",
        "one value for each element",
        "the value of f instead of its gradient",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return x.grad.sum()",
        "test_shape_is_that_of_x",
        "one value for each element",
        "the gradient is summed",
    ),
    Edit(
        "gradient",
        "x.detach().clone().requires_grad_()",
        "x.detach().reshape(-1).requires_grad_()",
        "test_shape_is_that_of_x",
        "shape",
        "x is flattened",
    ),
    Edit(
        "gradient",
        "x.detach().clone().requires_grad_()",
        "x.detach().clone()",
        "test_shape_is_that_of_x",
        "cut off from the graph",
        "no requires_grad_",
    ),
    Edit(
        "gradient",
        "x.detach().clone().requires_grad_()",
        "x.clone().requires_grad_()",
        "test_gradients_of_before_do_not_count",
        "is no leaf",
        "a clone of a leaf is no leaf: its .grad stays None (notes post 002)",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x.requires_grad_(True)
            f(x).backward()
            return x.grad
        """,
        "test_gradients_of_before_do_not_count",
        "pile up",
        "no zeroing: the second call adds up (notes 2.5: [1, 5, 9, 13])",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x.requires_grad_(True)
            x.grad.zero_()
            f(x).backward()
            return x.grad
        """,
        "test_shape_is_that_of_x",
        "'NoneType' object",
        "zero_ before there is a gradient (notes 2.5.3)",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x.requires_grad_(True)
            x.grad = None
            f(x).backward()
            result, x.grad = x.grad, None
            return result
        """,
        "test_x_is_as_before",
        "the caller's x was switched",
        "leaves requires_grad on",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x.requires_grad_(True)
            (result,) = torch.autograd.grad(f(x), x)
            x.requires_grad_(False)
            return result
        """,
        "test_x_is_as_before",
        "the caller's x was switched",
        "switches requires_grad off, whatever it was",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            before = x.requires_grad
            x.requires_grad_(True)
            x.grad = None
            f(x).backward()
            result, x.grad = x.grad, None
            x.requires_grad_(before)
            return result
        """,
        "test_x_is_as_before",
        "may still need it",
        "throws the caller's gradient away",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            before = x.requires_grad
            x.requires_grad_(True)
            x.grad = None
            f(x).backward()
            x.requires_grad_(before)
            return x.grad.clone()
        """,
        "test_x_is_as_before",
        "x.grad is now",
        "leaves its own gradient in x.grad",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            result = torch.zeros_like(x)
            h = 1e-3
            for i in range(x.numel()):
                step = torch.zeros(x.numel(), device=x.device)
                step[i] = h
                step = step.reshape(x.shape)
                result.view(-1)[i] = (f(x + step) - f(x - step)).detach() / (2 * h)
            return result
        """,
        "test_values",
        "Here f(x) is",
        "small differences in float32 instead of autograd",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return -x.grad",
        "test_values",
        "sign is flipped",
        "the sign of a descent",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return x.grad / x.numel()",
        "test_values",
        "times the expected one",
        "mean instead of sum",
    ),
    Edit(
        "gradient",
        "f(x).backward()",
        "for _ in range(2):\n        f(x).backward()",
        "test_values",
        "exactly 2 times",
        "two passes pile up",
    ),
    Edit(
        "gradient",
        "x = x.detach().clone().requires_grad_()",
        "x = x.div_(1).mul_(2).detach().clone().requires_grad_()",
        "test_values_of_x_stay",
        "modified in place",
        "changes x in place",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            given, x = x, x.detach().clone().requires_grad_()
            f(x).backward()
            with torch.no_grad():
                given -= 0.1 * x.grad
            return x.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "makes a step of gradient descent on the caller's x",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(func, point):
            point = point.detach().clone().requires_grad_()
            func(point).backward()
            return point.grad
        """,
        "test_shape_is_that_of_x",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "gradient",
        "return x.grad",
        "return x.grad.round().int()",
        "test_shape_is_that_of_x",
        "dtype int32",
        "cut to integers",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            y = x.detach().clone().requires_grad_()
            f(y).backward()
            x.data.zero_()
            return y.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "clears x instead of a gradient",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).mean().backward()",
        "test_values",
        "times the expected one",
        "mean instead of sum (audit 2.5.2)",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).backward()",
        "test_shape_is_that_of_x",
        "scalar outputs",
        "backward of a vector (notes 2.5.2)",
    ),
    Edit(
        "gradient_of_sum",
        "return x.grad",
        "return x.grad.sum()",
        "test_shape_is_that_of_x",
        "one value for each element",
        "the slopes are summed",
    ),
    Edit(
        "gradient_of_sum",
        "return x.grad",
        "return x",
        "test_values",
        "added, then differentiated",
        "x comes back",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).flatten()[0].backward()",
        "test_shape_is_that_of_x",
        "index 0 is out of bounds",
        "the first element only",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).sum(0).sum().backward()\n    x.grad[x.grad.shape[0] - 1 :] = 0",
        "test_shape_is_that_of_x",
        "tuple index",
        "the last row is lost; a number has no rows",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).square().sum().backward()",
        "test_values",
        "added, then differentiated",
        "sum of squares",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x).abs().sum().backward()",
        "test_values",
        "added, then differentiated",
        "sum of the absolute values",
    ),
    Edit(
        "gradient_of_sum",
        "f(x).sum().backward()",
        "f(x.sum()).backward()",
        "test_values",
        "added, then differentiated",
        "sums x instead of f(x)",
    ),
    Edit(
        "gradient_of_sum",
        "return x.grad",
        "return torch.cos(x).detach()",
        "test_values",
        "added, then differentiated",
        "the derivative of sin, whatever f is",
    ),
    Edit(
        "gradient_of_sum",
        "return x.grad",
        "return 2 * x.detach()",
        "test_values",
        "added, then differentiated",
        "the derivative of x * x, whatever f is",
    ),
    Edit(
        "gradient_of_sum",
        "return x.grad",
        "return 3 * x.detach() ** 2 - 5",
        "test_functions_of_the_notes",
        "Here f(x) is x * x",
        "the derivative of one f",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            x.requires_grad_(True)
            f(x).sum().backward()
            return x.grad
        """,
        "test_gradients_of_before_do_not_count",
        "pile up",
        "gradients of earlier calls come along",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            h = 1e-3
            return (f(x + h) - f(x - h)) / (2 * h)
        """,
        "test_values",
        "added, then differentiated",
        "a numerical difference (audit 2.5.6)",
    ),
    Edit(
        "gradient_of_sum",
        "x.detach().clone().requires_grad_()",
        "x.requires_grad_()\n    x.data.clamp_(min=0.0)\n    x.grad = None",
        "test_values_of_x_stay",
        "modified in place",
        "cuts the values of x in place",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            y = x.detach().clone().requires_grad_()
            f(y).sum().backward()
            x.data.mul_(0)
            return y.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "clears the values of x",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            y = x.detach().clone().requires_grad_()
            f(y).sum().backward()
            if not x.requires_grad:
                x.mul_(0)
            return y.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "clears the values of an x without requires_grad",
    ),
    Edit(
        "gradient_detached",
        "u = y.detach()",
        "u = y",
        "test_values",
        "exactly 3 times",
        "no detach (audit 2.5.3)",
    ),
    Edit(
        "gradient_detached",
        "z = u * x",
        "z = y * x.detach()",
        "test_values",
        "exactly 2 times",
        "x is detached instead of y (audit 2.5.3)",
    ),
    Edit(
        "gradient_detached",
        "z = u * x",
        "z = (u * x).detach()",
        "test_shape_is_that_of_x",
        "cut off from the graph",
        "the result is detached (audit 2.5.3)",
    ),
    Edit(
        "gradient_detached",
        "z = u * x",
        "z = u * x.detach()",
        "test_shape_is_that_of_x",
        "cut off from the graph",
        "both factors are detached",
    ),
    Edit(
        "gradient_detached",
        "return x.grad",
        "return x.grad == u",
        "test_shape_is_that_of_x",
        "dtype bool",
        "the comparison of the notes comes back",
    ),
    Edit(
        "gradient_detached",
        "return x.grad",
        "return z.detach()",
        "test_values",
        "Which tensor must be detached",
        "z instead of its gradient",
    ),
    Edit(
        "gradient_detached",
        "return x.grad",
        "return 2 * x.detach()",
        "test_values",
        "Which tensor must be detached",
        "the gradient of y",
    ),
    Edit(
        "gradient_detached",
        "z.sum().backward()",
        "z.sum().backward()\n    y.sum().backward()",
        "test_values",
        "Which tensor must be detached",
        "the gradient of y is added (notes: zero_ between the two)",
    ),
    Edit(
        "gradient_detached",
        "z.sum().backward()",
        "z.mean().backward()",
        "test_values",
        "times the expected one",
        "mean instead of sum",
    ),
    Edit(
        "gradient_detached",
        "z.sum().backward()",
        "z.backward()",
        "test_shape_is_that_of_x",
        "scalar outputs",
        "backward of a vector",
    ),
    Edit(
        "gradient_detached",
        "y = x * x",
        "y = x",
        "test_values",
        "the gradient of u * x is u",
        "no square",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            x.requires_grad_(True)
            x.grad.zero_()
            y = x * x
            u = y.detach()
            z = u * x
            z.sum().backward()
            return x.grad
        """,
        "test_shape_is_that_of_x",
        "'NoneType' object",
        "zero_ where there is no gradient yet (notes 2.5.3)",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            x.requires_grad_(True)
            y = x * x
            u = y.detach()
            z = u * x
            z.sum().backward()
            return x.grad
        """,
        "test_gradients_of_before_do_not_count",
        "pile up",
        "gradients of earlier calls come along",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            x = x.detach()
            x *= x
            return x
        """,
        "test_values_of_x_stay",
        "modified in place",
        "detach shares memory with x, which is squared in place",
    ),
    Edit(
        "accumulated_gradients",
        "x.grad.clone()",
        "x.grad",
        "test_values",
        "gradients of all passes add up",
        "both are the same tensor, zeroed later",
    ),
    Edit(
        "accumulated_gradients",
        "y.backward(retain_graph=True)  # adds to x.grad; the graph is needed again",
        "y.backward()",
        "test_shape_is_that_of_x",
        "a second time",
        "no retain_graph",
    ),
    Edit(
        "accumulated_gradients",
        "        x.grad.zero_()\n",
        "",
        "test_values",
        "With zeroing before each new pass",
        "never zeroed",
    ),
    Edit(
        "accumulated_gradients",
        "        x.grad.zero_()\n        y.backward(retain_graph=True)",
        "        y.backward(retain_graph=True)\n        x.grad.zero_()",
        "test_values",
        "Every value is zero",
        "zeroed after the last pass too",
    ),
    Edit(
        "accumulated_gradients",
        "    for _ in range(times):\n        x.grad.zero_()",
        "    x.grad.zero_()\n    for _ in range(times):",
        "test_values",
        "exactly 3 times",
        "zeroed only once, before all passes",
    ),
    Edit(
        "accumulated_gradients",
        "return summed, x.grad",
        "return x.grad, summed",
        "test_values",
        "the first, without zeroing",
        "swapped",
    ),
    Edit(
        "accumulated_gradients",
        "return summed, x.grad",
        "return summed",
        "test_shape_is_that_of_x",
        "a tuple of two tensors",
        "only the sum",
    ),
    Edit(
        "accumulated_gradients",
        "return summed, x.grad",
        "return torch.stack((summed, x.grad))",
        "test_shape_is_that_of_x",
        "a tuple of two tensors",
        "stacked",
    ),
    Edit(
        "accumulated_gradients",
        "return summed, x.grad",
        "print(summed, x.grad)",
        "test_shape_is_that_of_x",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "accumulated_gradients",
        "    for _ in range(times):\n        y.backward(retain_graph=True)  # adds",
        "    for _ in range(times - 1):\n        y.backward(retain_graph=True)  # adds",
        "test_values",
        "gradients of all passes add up",
        "one pass too few",
    ),
    Edit(
        "accumulated_gradients",
        "    for _ in range(times):\n        y.backward(retain_graph=True)  # adds",
        "    for _ in range(times + 1):\n        y.backward(retain_graph=True)  # adds",
        "test_values",
        "gradients of all passes add up",
        "one pass too many",
    ),
    Edit(
        "accumulated_gradients",
        "    for _ in range(times):\n        y.backward(retain_graph=True)  # adds",
        "    for _ in range(3):\n        y.backward(retain_graph=True)  # adds",
        "test_function_of_the_notes",
        "gradients of all passes add up",
        "always three passes, as in the note",
    ),
    Edit(
        "accumulated_gradients",
        "summed = x.grad.clone()",
        "summed = x.grad / times",
        "test_values",
        "gradients of all passes add up",
        "the mean of the gradients",
    ),
    Edit(
        "accumulated_gradients",
        "x = x.detach().clone().requires_grad_()",
        "x.requires_grad_(True)",
        "test_gradients_of_before_do_not_count",
        "pile up",
        "does not start from no gradient",
    ),
    Rewrite(
        "accumulated_gradients",
        """
        def accumulated_gradients(f, x, times):
            given, x = x, x.detach().clone().requires_grad_()
            with torch.no_grad():
                f(x)
            for _ in range(times):
                f(x).backward()
            summed = x.grad
            x.grad = None
            f(x).backward()
            if not given.requires_grad:
                given -= x.grad
            return summed, x.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "a step on the caller's x",
    ),
    Edit(
        "vector_jacobian",
        "gradient=v",
        "gradient=torch.ones_like(v)",
        "test_values",
        "its own weight",
        "v is ignored (audit 2.5.2)",
    ),
    Edit(
        "vector_jacobian",
        "f(x).backward(gradient=v)",
        "f(x).backward()",
        "test_shape_is_that_of_x",
        "scalar outputs",
        "no gradient argument (notes 2.5.6)",
    ),
    Edit(
        "vector_jacobian",
        "f(x).backward(gradient=v)",
        "f(x).sum().backward()",
        "test_values",
        "its own weight",
        "v is ignored",
    ),
    Edit(
        "vector_jacobian",
        "gradient=v",
        "gradient=v / v.numel()",
        "test_values",
        "times the expected one",
        "mean instead of sum",
    ),
    Edit(
        "vector_jacobian",
        "f(x).backward(gradient=v)",
        "f(x).sum().backward(gradient=v.sum())",
        "test_values",
        "its own weight",
        "the weights are added first",
    ),
    Edit(
        "vector_jacobian",
        "f(x).backward(gradient=v)",
        "f(x).mean().backward(gradient=v)",
        "test_shape_is_that_of_x",
        "shape",
        "v does not fit the mean",
    ),
    Edit(
        "vector_jacobian",
        "f(x).backward(gradient=v)",
        "f(v * x).sum().backward()",
        "test_values",
        "its own weight",
        "v goes into f",
    ),
    Edit(
        "vector_jacobian",
        "return x.grad",
        "return v * x.grad",
        "test_values",
        "its own weight",
        "weighted twice",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            x = x.detach().clone().requires_grad_()
            f(x).sum().backward()
            return v * x.grad
        """,
        "test_v_mixes_the_rows_of_the_jacobian",
        "ROWS",
        "right only for an elementwise f",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            J = torch.autograd.functional.jacobian(f, x.detach())
            if J.dim() == 2 and J.shape[1] == len(v):
                return J @ v
            return torch.tensordot(v, J, dims=v.dim())
        """,
        "test_v_mixes_the_rows_of_the_jacobian",
        "ROWS",
        "J v instead of v J",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            x.requires_grad_(True)
            f(x).backward(v)
            return x.grad
        """,
        "test_gradients_of_before_do_not_count",
        "pile up",
        "gradients of earlier calls come along",
    ),
    Edit(
        "vector_jacobian",
        "return x.grad",
        "v /= v.sum()\n    return x.grad",
        "test_values",
        "v was modified",
        "v is normalised in place",
    ),
    Edit(
        "vector_jacobian",
        "return x.grad",
        "return x.grad.sum()",
        "test_shape_is_that_of_x",
        "one value for each element",
        "summed up",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            x = x.detach().clone().requires_grad_()
            (v @ f(x)).backward()
            return x.grad
        """,
        "test_shape_is_that_of_x",
        "Print the shapes",
        "a dot product, for vectors only",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            given, x = x, x.detach().clone().requires_grad_()
            f(x).backward(v)
            if not given.requires_grad:
                given.fill_(0)
            return x.grad
        """,
        "test_values_of_x_stay",
        "modified in place",
        "clears x",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            x = x.detach().clone().requires_grad_()
            y = f(x)
            if y.shape != x.shape and y.dim() == x.dim():
                y.backward(v)
            elif y.shape == x.shape:
                (v * y).sum().backward()
            else:
                (v * y).mean().backward()
            return x.grad
        """,
        "test_f_may_have_another_number_of_axes",
        "weighs its rows",
        "a mean where the axes differ",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            if bool((v == 1).all()):
                return torch.ones_like(x)
            x = x.detach().clone().requires_grad_()
            f(x).backward(v)
            return x.grad
        """,
        "test_case_of_the_notes",
        "Ones weigh",
        "ones are taken for nothing to do",
    ),
    Edit(
        "second_derivative",
        ", create_graph=True",
        "",
        "test_shape_is_that_of_x",
        "cut off from the graph",
        "no create_graph (audit, post 002)",
    ),
    Edit(
        "second_derivative",
        "return second",
        "return first.detach()",
        "test_values",
        "slope of its slope",
        "the first derivative",
    ),
    Edit(
        "second_derivative",
        "(second,) =",
        "second =",
        "test_shape_is_that_of_x",
        "Its type is tuple",
        "the tuple comes back",
    ),
    Edit(
        "second_derivative",
        "return second",
        "return second.sum()",
        "test_shape_is_that_of_x",
        "one value for each element",
        "summed up",
    ),
    Edit(
        "second_derivative",
        "first.sum()",
        "(first**2).sum()",
        "test_values",
        "slope of its slope",
        "the derivative of the square of the slope",
    ),
    Edit(
        "second_derivative",
        "first.sum()",
        "first.mean()",
        "test_values",
        "times the expected one",
        "mean instead of sum",
    ),
    Edit(
        "second_derivative",
        "first.sum(), x",
        "first, x",
        "test_shape_is_that_of_x",
        "scalar outputs",
        "the slopes are not added",
    ),
    Edit(
        "second_derivative",
        "f(x).sum()",
        "f(x)",
        "test_shape_is_that_of_x",
        "scalar outputs",
        "the values are not added",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            x = x.detach().clone().requires_grad_()
            f(x).sum().backward(create_graph=True)
            x.grad.sum().backward()
            return x.grad
        """,
        "test_values",
        "slope of its slope",
        "the first derivative is still in x.grad",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            h = 1e-2
            x = x.detach()
            return (f(x + h) - 2 * f(x) + f(x - h)) / h**2
        """,
        "test_values",
        "slope of its slope",
        "second differences in float32",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            x = x.detach().clone().requires_grad_()
            (first,) = torch.autograd.grad(f(x).sum(), x)
            return first * first
        """,
        "test_values",
        "slope of its slope",
        "the square of the slope",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            x = x.detach().clone().requires_grad_()
            (first,) = torch.autograd.grad(f(f(x)).sum(), x)
            return first
        """,
        "test_values",
        "slope of its slope",
        "the slope of f applied twice",
    ),
    Edit(
        "second_derivative",
        "return second",
        "return 6 * x.detach()",
        "test_values",
        "slope of its slope",
        "right for x**3 only",
    ),
    Edit(
        "second_derivative",
        "return second",
        "return 6 * x.detach() + 8",
        "test_other_functions",
        "slope of the slope of torch.sin",
        "right for one f only",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            x.requires_grad_(True)
            (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
            first.sum().backward()
            return x.grad
        """,
        "test_gradients_of_before_do_not_count",
        "pile up",
        "gradients of earlier calls come along",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            given, x = x, x.detach().clone().requires_grad_()
            (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
            (second,) = torch.autograd.grad(first.sum(), x)
            if not given.requires_grad:
                given.sub_(second)
            return second
        """,
        "test_values_of_x_stay",
        "modified in place",
        "a Newton step on the caller's x",
    ),
    Edit(
        "branchy",
        "while b.norm() < 1000:",
        "if b.norm() < 1000:",
        "test_doubled_until_the_norm_is_1000",
        "doubled while",
        "doubled once",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "b.norm() <= 1000",
        "test_doubled_until_the_norm_is_1000",
        "below 1000",
        "once more at 1000",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "b.abs().max() < 1000",
        "test_doubled_until_the_norm_is_1000",
        "whole norm",
        "the largest element instead of the norm",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "b.abs().sum() < 1000",
        "test_doubled_until_the_norm_is_1000",
        "norm",
        "the sum of absolute values",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "b.square().sum() < 1000",
        "test_doubled_until_the_norm_is_1000",
        "norm",
        "norm without a root",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "b.sum() < 1000",
        "test_doubled_until_the_norm_is_1000",
        "endless loop",
        "the sum: a negative one never gets there",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "(torch.linalg.matrix_norm(b, 2) if b.dim() == 2 else b.norm()) < 1000",
        "test_doubled_until_the_norm_is_1000",
        "whole norm",
        "the spectral norm of a matrix",
    ),
    Edit(
        "branchy",
        "b.norm() < 1000",
        "a.norm() < 1000",
        "test_doubled_until_the_norm_is_1000",
        "endless loop",
        "the norm of a, which never changes",
    ),
    Edit(
        "branchy",
        "b = a * 2\n",
        "b = a\n",
        "test_doubled_until_the_norm_is_1000",
        "2a, doubled",
        "not doubled at the start: another result only where a has a norm of 1000 or more",
    ),
    Edit(
        "branchy",
        "b.sum() > 0",
        "b.sum() < 0",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "branches swapped",
    ),
    Edit(
        "branchy",
        "b.sum() > 0",
        "b.sum() >= 0",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "a sum of 0 counts as positive",
    ),
    Edit(
        "branchy",
        "b.sum() > 0",
        "(b > 0).all()",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "every element instead of the sum",
    ),
    Edit(
        "branchy",
        "b.sum() > 0",
        "b.flatten()[0] > 0",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "the first element instead of the sum",
    ),
    Edit(
        "branchy",
        "return 100 * b",
        "return b / 100",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "divided",
    ),
    Edit(
        "branchy",
        "return 100 * b",
        "return 100 + b",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "added",
    ),
    Edit(
        "branchy",
        "return 100 * b",
        "return torch.where(b > 0, b, 100 * b)",
        "test_doubled_until_the_norm_is_1000",
        "times 100, unless",
        "a branch for every element",
    ),
    Edit(
        "branchy",
        "return 100 * b",
        "100 * b",
        "test_doubled_until_the_norm_is_1000",
        "did you forget `return`",
        "no return in the second branch",
    ),
    Edit(
        "branchy",
        "        return b\n    return 100 * b",
        "        return b.sum()\n    return 100 * b.sum()",
        "test_doubled_until_the_norm_is_1000",
        "shape",
        "summed for backward",
    ),
    Edit(
        "branchy",
        "    return 100 * b",
        "    a.requires_grad_()\n    (100 * b).sum().backward()\n    return a.grad",
        "test_doubled_until_the_norm_is_1000",
        "does not require grad",
        "the gradient instead of the value (audit 2.5.6)",
    ),
    Edit(
        "branchy",
        "b = a * 2\n",
        "b = a.detach() * 2\n",
        "test_gradient_is_the_factor",
        "cuts the gradient",
        "detached",
    ),
    Edit(
        "branchy",
        "return 100 * b",
        "return torch.tensor((100 * b).tolist())",
        "test_gradient_is_the_factor",
        "cuts the gradient",
        "a new tensor made of numbers",
    ),
    Edit(
        "branchy",
        "b = a * 2\n",
        "b = a\n    b *= 2\n",
        "test_gradient_is_the_factor",
        "leaf",
        "in place on a leaf (post 002)",
    ),
    Edit(
        "branchy",
        "b = a * 2\n",
        "b = a * 2\n    a.data.mul_(0)\n",
        "test_a_is_not_modified",
        "modified in place",
        "in place through .data",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "3 * x**2",
        "test_values",
        "incoming gradient",
        "ignores the incoming gradient (audit, post 002)",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "grad_output * x**2",
        "test_values",
        "3 * x**2",
        "wrong derivative",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "grad_output * 3 * x",
        "test_values",
        "3 * x**2",
        "wrong derivative",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "(grad_output * 3 * x**2).sum().expand_as(x)",
        "test_values",
        "element by element",
        "the gradient is summed (audit, post 002)",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "grad_output.sum() * 3 * x**2",
        "test_values",
        "element by element",
        "the incoming gradients are summed",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "grad_output + 3 * x**2",
        "test_values",
        "incoming gradient",
        "added instead of multiplied",
    ),
    Edit(
        "Cube",
        "grad_output * 3 * x**2",
        "-grad_output * 3 * x**2",
        "test_values",
        "sign is flipped",
        "the sign of a descent",
    ),
    Edit(
        "Cube",
        "return grad_output * 3 * x**2  #",
        "grad_output * 3 * x**2  #",
        "test_shape_is_that_of_x",
        "gradient in x of",
        "no return in backward",
    ),
    Edit(
        "Cube",
        "return x**3",
        "x**3",
        "test_shape_is_that_of_x",
        "did you forget `return`",
        "no return in forward",
    ),
    Edit("Cube", "return x**3", "return x**2", "test_values", "x times x times x", "a square"),
    Edit("Cube", "return x**3", "return 3 * x", "test_values", "x times x times x", "three times"),
    Edit(
        "Cube",
        "return x**3",
        "return (x**3).sum()",
        "test_shape_is_that_of_x",
        "shape",
        "summed up",
    ),
    Edit(
        "Cube",
        "return x**3",
        "return (x**3).float()",
        "test_gradcheck_in_float64",
        "dtype float32",
        "always float32",
    ),
    Edit(
        "Cube",
        "return x**3",
        "return x.pow_(3)",
        "test_values_of_x_stay",
        "modified in place",
        "in place on x",
    ),
    Edit(
        "Cube",
        "return grad_output * 3 * x**2  #",
        "return grad_output * 3 * x**2, None, None, grad_output  #",
        "test_shape_is_that_of_x",
        "incorrect number of gradients",
        "one gradient too many",
    ),
    Edit(
        "Cube",
        "(x,) = ctx.saved_tensors",
        "x = ctx.saved_tensors",
        "test_shape_is_that_of_x",
        "tuple",
        "the tuple is not taken apart",
    ),
    Edit(
        "Cube",
        "ctx.save_for_backward(x)\n",
        "pass\n",
        "test_shape_is_that_of_x",
        "unpack",
        "nothing is saved",
    ),
    Edit(
        "Cube",
        "ctx.save_for_backward(x)\n        return x**3",
        "y = x**3\n        ctx.save_for_backward(y)\n        return y",
        "test_values",
        "3 * x**2",
        "the result is saved instead of x",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                Cube.x = x
                return x**3

            @staticmethod
            def backward(ctx, grad_output):
                return grad_output * 3 * Cube.x**2
        """,
        "test_calls_do_not_share_what_they_keep",
        "its own x",
        "x is kept in the class",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                y = x**3
                ctx.save_for_backward(x, y)
                return y

            @staticmethod
            def backward(ctx, grad_output):
                x, y = ctx.saved_tensors
                return grad_output * 3 * y / x
        """,
        "test_gradcheck_in_float64",
        "3 * x**2",
        "divides by x, which may be 0",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                y = x**3
                ctx.save_for_backward(y)
                return y

            @staticmethod
            def backward(ctx, grad_output):
                (y,) = ctx.saved_tensors
                return grad_output * 3 * y ** (2 / 3)
        """,
        "test_values",
        "NaN",
        "a fractional power of the result, NaN where it is negative",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def apply(x):
                return x**3

            @staticmethod
            def forward(ctx, x):
                return x**3

            @staticmethod
            def backward(ctx, grad_output):
                return grad_output
        """,
        "test_backward_is_the_one_written_here",
        "leave it alone",
        "apply is overwritten, so that backward is never used",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(x.detach().clone())
                y = x**3
                if not x.requires_grad:
                    x.zero_()
                return y

            @staticmethod
            def backward(ctx, grad_output):
                (x,) = ctx.saved_tensors
                return grad_output * 3 * x**2
        """,
        "test_values_of_x_stay",
        "modified in place",
        "clears x",
    ),
    Edit(
        "freeze_features",
        "    return head(Z)",
        "        return head(Z)",
        "test_backward_reaches_the_head_alone",
        "without a graph",
        "the head runs under no_grad too",
    ),
    Edit(
        "freeze_features",
        "head(Z)",
        "head(Z).detach()",
        "test_backward_reaches_the_head_alone",
        "without a graph",
        "the output is detached",
    ),
    Edit(
        "freeze_features",
        "head(Z)",
        "head(Z).detach().requires_grad_()",
        "test_backward_reaches_the_head_alone",
        "no gradient",
        "the output is a leaf of its own",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            return head(features(X))
        """,
        "test_backward_reaches_the_head_alone",
        "cut between features(X) and head",
        "nothing is frozen",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            return head(features(X.detach()))
        """,
        "test_backward_reaches_the_head_alone",
        "cut between features(X) and head",
        "X is detached, before the features instead of behind them",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            features.eval()
            return head(features(X))
        """,
        "test_backward_reaches_the_head_alone",
        "cut between features(X) and head",
        "eval mode is taken for no gradient",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            for parameter in features.parameters():
                parameter.requires_grad = False
            return head(features(X.detach()))
        """,
        "test_everything_handed_in_stays_as_it_was",
        "requires_grad is now False",
        "flags stay switched off",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            features.requires_grad_(False)
            Z = features(X.detach())
            features.requires_grad_(True)
            return head(Z)
        """,
        "test_everything_handed_in_stays_as_it_was",
        "requires_grad is now True",
        "all flags switched on afterwards",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            features.eval()
            with torch.no_grad():
                Z = features(X)
            return head(Z)
        """,
        "test_everything_handed_in_stays_as_it_was",
        "training is now False",
        "features stay in eval mode",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            features.zero_grad()
            return head(features(X).detach())
        """,
        "test_everything_handed_in_stays_as_it_was",
        "grad is now None",
        "gradients from before are thrown away",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            with torch.no_grad():
                Z = features(X)
            X *= 0
            return head(Z)
        """,
        "test_output_is_that_of_the_head",
        "First features, then head",
        "X is cleared",
    ),
    Edit(
        "freeze_features",
        "return head(Z)",
        "return Z",
        "test_output_is_that_of_the_head",
        "shape",
        "the features come back",
    ),
    Edit(
        "freeze_features",
        "return head(Z)",
        "head(Z)",
        "test_output_is_that_of_the_head",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            return features(head(X).detach())
        """,
        "test_output_is_that_of_the_head",
        "shapes",
        "in the wrong order",
    ),
    Edit(
        "freeze_features",
        "return head(Z)",
        "return head(Z.flatten(1))",
        "test_output_is_that_of_the_head",
        "shape",
        "flattens what comes out of the features",
    ),
    Edit(
        "fit_slope",
        "            weight.grad.zero_()\n",
        "",
        "test_every_step_has_its_own_gradient",
        "cleared after each",
        "no zeroing (audit, post 004)",
    ),
    Edit(
        "fit_slope",
        "            weight.grad.zero_()\n",
        "        weight.grad.zero_()\n",
        "test_every_step_has_its_own_gradient",
        "cleared after each",
        "zeroed once an epoch",
    ),
    Edit(
        "fit_slope",
        "            with torch.no_grad():  # a leaf may change in place only outside the graph\n                weight -= lr * weight.grad\n",
        "            weight -= lr * weight.grad\n",
        "test_first_step",
        "leaf",
        "in place on a leaf, inside the graph (audit, post 004)",
    ),
    Edit(
        "fit_slope",
        "                weight -= lr * weight.grad",
        "                weight = weight - lr * weight.grad",
        "test_first_step",
        "NoneType",
        "a new tensor that requires no gradient",
    ),
    Edit(
        "fit_slope",
        "weight -= lr",
        "weight += lr",
        "test_first_step",
        "w goes against it",
        "uphill",
    ),
    Edit(
        "fit_slope",
        "(weight * x - y) ** 2",
        "(weight * x - y) ** 2 / 2",
        "test_first_step",
        "gradient of (w * x - y)**2",
        "half the squared error",
    ),
    Edit(
        "fit_slope",
        "(weight * x - y) ** 2",
        "(weight * x - y).abs()",
        "test_first_step",
        "gradient of (w * x - y)**2",
        "the absolute error",
    ),
    Edit(
        "fit_slope",
        "weight -= lr * weight.grad",
        "weight -= weight.grad",
        "test_first_step",
        "gradient of (w * x - y)**2",
        "no learning rate",
    ),
    Edit(
        "fit_slope",
        "(weight * x - y) ** 2",
        "(weight + x - y) ** 2",
        "test_first_step",
        "gradient of (w * x - y)**2",
        "x is added",
    ),
    Edit(
        "fit_slope",
        "losses.append(loss.item())",
        "losses.append(((weight * x - y) ** 2).item())",
        "test_first_step",
        "BEFORE",
        "the error after the step",
    ),
    Edit(
        "fit_slope",
        "losses.append(loss.item())",
        "losses.append(loss)",
        "test_first_step",
        ".item()",
        "tensors with their graph (audit, post 004)",
    ),
    Edit(
        "fit_slope",
        "losses.append(loss.item())",
        "losses.append(loss.item)",
        "test_first_step",
        ".item()",
        ".item without parentheses (notes, post 004)",
    ),
    Edit(
        "fit_slope",
        "        losses.append(loss.item())",
        "            losses.append(loss.item())",
        "test_every_step_has_its_own_gradient",
        "One for each epoch",
        "one for each example",
    ),
    Edit(
        "fit_slope",
        "        losses.append(loss.item())",
        "    losses.append(loss.item())",
        "test_every_step_has_its_own_gradient",
        "One for each epoch",
        "only the last epoch",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "return weight, losses",
        "test_first_step",
        ".item()",
        "w as a tensor",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "return w, losses",
        "test_first_step",
        "goes against it",
        "the w of the start",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "return weight.item(), losses[-1]",
        "test_first_step",
        "list of floats",
        "the last loss only",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "return weight.item()",
        "test_first_step",
        "a tuple",
        "no losses",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "return losses, weight.item()",
        "test_first_step",
        "w as a float",
        "swapped",
    ),
    Edit(
        "fit_slope",
        "torch.tensor(w, requires_grad=True)",
        "torch.tensor(1.0, requires_grad=True)",
        "test_first_step",
        "handed in",
        "the start is always 1, as in the note",
    ),
    Edit(
        "fit_slope",
        "return weight.item(), losses",
        "x_data.clear()\n    return weight.item(), losses",
        "test_lists_are_not_modified",
        "modified",
        "empties the list",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                slope = 0.0
                for x, y in zip(x_data, y_data):
                    loss = (w * x - y) ** 2
                    slope += 2 * x * (w * x - y)
                w -= lr * slope
                losses.append(loss)
            return w, losses
        """,
        "test_every_step_has_its_own_gradient",
        "every step halves w",
        "one step an epoch, on the summed gradient",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                slope = sum(2 * x * (w * x - y) for x, y in zip(x_data, y_data)) / len(x_data)
                for x, y in zip(x_data, y_data):
                    loss = (w * x - y) ** 2
                w -= lr * slope
                losses.append(loss)
            return w, losses
        """,
        "test_every_step_has_its_own_gradient",
        "every step halves w",
        "one step an epoch, on the mean gradient",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                total = 0.0
                for x, y in zip(x_data, y_data):
                    error = w * x - y
                    total += error**2
                    w -= lr * 2 * x * error
                losses.append(total)
            return w, losses
        """,
        "test_every_step_has_its_own_gradient",
        "LAST example",
        "the sum over an epoch",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                first = (w * x_data[0] - y_data[0]) ** 2
                for x, y in zip(x_data, y_data):
                    w -= lr * 2 * x * (w * x - y)
                losses.append(first)
            return w, losses
        """,
        "test_every_step_has_its_own_gradient",
        "LAST example",
        "the error of the first example",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                for x, y in list(zip(x_data, y_data))[::-1]:
                    loss = (w * x - y) ** 2
                    w -= lr * 2 * x * (w * x - y)
                losses.append(loss)
            return w, losses
        """,
        "test_examples_come_one_by_one_in_their_order",
        "in the order of the lists",
        "backwards",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                for x, y in zip(x_data, y_data):
                    loss = (w * x - y) ** 2
                    w -= lr * 2 * (w * x - y)
                losses.append(loss)
            return w, losses
        """,
        "test_examples_come_one_by_one_in_their_order",
        "its own gradient",
        "a gradient without the factor x",
    ),
    Rewrite(
        "fit_slope",
        """
        import random

        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                order = list(range(len(x_data)))
                random.shuffle(order)
                for i in order:
                    loss = (w * x_data[i] - y_data[i]) ** 2
                    w -= lr * 2 * x_data[i] * (w * x_data[i] - y_data[i])
                losses.append(loss)
            return w, losses
        """,
        "test_examples_come_one_by_one_in_their_order",
        "in the order of the lists",
        "shuffled",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                for x, y in zip(x_data[:2], y_data[:2]):
                    loss = (w * x - y) ** 2
                    w -= lr * 2 * x * (w * x - y)
                losses.append(loss)
            return w, losses
        """,
        "test_every_step_has_its_own_gradient",
        "every step halves w",
        "the last example is lost",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs, b=[0.0]):
            losses = []
            for _ in range(epochs):
                for x, y in zip(x_data, y_data):
                    error = w * x + b[0] - y
                    loss = error**2
                    w -= lr * 2 * x * error
                    b[0] -= lr * 2 * error
                losses.append(loss)
            return w, losses
        """,
        "test_first_step",
        "goes against it",
        "an intercept, kept between the calls",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(min(epochs, 5)):
                for x, y in zip(x_data, y_data):
                    loss = (w * x - y) ** 2
                    w -= lr * 2 * x * (w * x - y)
                losses.append(loss)
            return w, losses
        """,
        "test_it_finds_the_slope",
        "downhill",
        "stops after five epochs",
    ),
    Edit(
        "freeze_features",
        "return head(Z)",
        "head.zero_grad()\n    return head(Z)",
        "test_everything_handed_in_stays_as_it_was",
        "head.0.bias.grad",
        "clears the gradients of the head",
    ),
    Edit(
        "fit_slope",
        "losses.append(loss.item())",
        "losses.append(loss.item())\n        if losses[-1] < 1e-9:\n            break",
        "test_an_exact_fit_stays",
        "One for each epoch",
        "stops early",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            x = x.detach().clone().requires_grad_()
            y = f(x.detach()).requires_grad_()
            y.backward()
            return x.grad
        """,
        "test_shape_is_that_of_x",
        "a .grad never filled",
        "f sees a detached x",
    ),
]

RIGHT = [
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            training, flags = features.training, [p.requires_grad for p in features.parameters()]
            features.eval().requires_grad_(False)
            Z = features(X)
            for p, flag in zip(features.parameters(), flags):
                p.requires_grad_(flag)
            features.train(training)
            return head(Z)
        """,
        why="flags off and eval mode for a while",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            t = x.detach().requires_grad_(True)
            return torch.autograd.grad(f(t), t)[0]
        """,
        why="autograd.grad on a leaf that shares the memory of x",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            grad, flag = x.grad, x.requires_grad
            x.grad = None
            x.requires_grad_(True)
            f(x).backward()
            result = x.grad
            x.grad = grad
            x.requires_grad_(flag)
            return result
        """,
        why="on x itself, everything put back",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            t = nn.Parameter(x.detach().clone())
            y = f(t)
            y.backward(torch.ones_like(y), retain_graph=True)
            return t.grad.clone()
        """,
        why="a parameter, and an explicit gradient of one",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            return torch.func.grad(f)(x.detach())
        """,
        why="torch.func",
    ),
    Rewrite(
        "gradient",
        """
        def gradient(f, x):
            return torch.autograd.functional.jacobian(f, x.detach())
        """,
        why="the Jacobian of a scalar",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            return gradient(lambda t: f(t).sum(), x)
        """,
        why="by the stub before",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            x.requires_grad_(True)
            if x.grad is not None:
                x.grad.zero_()
            y = f(x)
            y.backward(torch.ones_like(y))
            return x.grad
        """,
        why="as in the notes, on x itself, zeroed first; backward of a vector",
    ),
    Rewrite(
        "gradient_of_sum",
        """
        def gradient_of_sum(f, x):
            t = x.data.clone()
            t.requires_grad = True
            out = torch.zeros_like(t)
            flat = f(t).reshape(-1)
            for i in range(len(flat)):
                out += torch.autograd.grad(flat[i], t, retain_graph=True)[0]
            return out
        """,
        why="element by element",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            x.requires_grad_(True)
            x.grad = None
            y = x * x
            u = y.detach()
            z = u * x
            z.sum().backward()
            return x.grad
        """,
        why="the notes' code, made to run",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            t = x.detach().clone().requires_grad_()
            with torch.no_grad():
                u = t * t
            return torch.autograd.grad((u * t).sum(), t)[0]
        """,
        why="no_grad instead of detach",
    ),
    Rewrite(
        "gradient_detached",
        """
        def gradient_detached(x):
            return x.detach() ** 2
        """,
        why="by hand",
    ),
    Rewrite(
        "accumulated_gradients",
        """
        def accumulated_gradients(f, x, times):
            a = x.detach().clone().requires_grad_()
            b = x.detach().clone().requires_grad_()
            for i in range(times):
                f(a).backward()
                if i > 0:
                    b.grad.zero_()
                f(b).backward()
            return a.grad, b.grad
        """,
        why="two leaves, a new graph each time",
    ),
    Rewrite(
        "accumulated_gradients",
        """
        def accumulated_gradients(f, x, times):
            x.requires_grad_(True)
            results = []
            for zero in (False, True):
                x.grad = None
                for _ in range(times):
                    if zero:
                        x.grad = None
                    f(x).backward()
                results.append(x.grad)
            return results
        """,
        why="on x itself, grad set to None; a list",
    ),
    Rewrite(
        "accumulated_gradients",
        """
        def accumulated_gradients(f, x, times):
            (g,) = torch.autograd.grad(f(t := x.detach().clone().requires_grad_()), t)
            return g * times, g
        """,
        why="by the rule instead of by passes",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            t = x.detach().clone().requires_grad_()
            (v * f(t)).sum().backward()
            return t.grad
        """,
        why="as the gradient of a weighted sum",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            t = x.detach().clone().requires_grad_()
            (result,) = torch.autograd.grad(f(t), t, grad_outputs=v)
            return result
        """,
        why="autograd.grad",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            x.requires_grad_(True)
            x.grad = None
            y = f(x)
            y.backward(v)
            return x.grad
        """,
        why="on x itself",
    ),
    Rewrite(
        "vector_jacobian",
        """
        def vector_jacobian(f, x, v):
            J = torch.autograd.functional.jacobian(f, x.detach())
            return torch.tensordot(v, J, dims=v.dim())
        """,
        why="the whole Jacobian",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            t = x.detach().clone().requires_grad_()
            f(t).sum().backward(create_graph=True)
            first = t.grad
            t.grad = None
            first.sum().backward()
            return t.grad
        """,
        why="two backward calls",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            t = x.detach().clone().requires_grad_()
            y = f(t)
            one = torch.ones_like(y)
            g1 = torch.autograd.grad(y, t, one, create_graph=True)[0]
            return torch.autograd.grad(g1, t, one, create_graph=True)[0]
        """,
        why="explicit ones; the result keeps its graph",
    ),
    Rewrite(
        "branchy",
        """
        def branchy(a):
            b = a * 2
            while b.norm() < 1000:
                b = b * 2
            if b.sum() > 0:
                c = b
            else:
                c = 100 * b
            return c
        """,
        why="the notes' own",
    ),
    Rewrite(
        "branchy",
        """
        def branchy(a):
            b = 2 * a
            while torch.sqrt((b**2).sum()).item() < 1000:
                b *= 2
            return b * (1.0 if b.detach().sum() > 0 else 100.0)
        """,
        why="in place on b, the norm by hand",
    ),
    Rewrite(
        "branchy",
        """
        def branchy(a):
            factor = 2.0
            with torch.no_grad():
                while torch.linalg.vector_norm(factor * a) < 1000:
                    factor *= 2
                if not a.sum() > 0:
                    factor *= 100
            return factor * a
        """,
        why="first the factor, then one product",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.x = x
                return x * x * x

            @staticmethod
            def backward(ctx, grad_output):
                return 3 * ctx.x * ctx.x * grad_output
        """,
        why="x as an attribute of ctx",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(x):
                return x.pow(3)

            @staticmethod
            def setup_context(ctx, inputs, output):
                ctx.save_for_backward(*inputs)

            @staticmethod
            def backward(ctx, grad_output):
                x = ctx.saved_tensors[0]
                grad_input = grad_output.clone()
                grad_input *= 3 * x.square()
                return grad_input
        """,
        why="setup_context, as newer versions have it",
    ),
    Rewrite(
        "Cube",
        """
        class Cube(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(3 * x**2)
                return x**3

            @staticmethod
            def backward(ctx, grad_output):
                slope, = ctx.saved_tensors
                return grad_output * slope if ctx.needs_input_grad[0] else None
        """,
        why="the slope is computed in forward",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            return head(features(X).detach())
        """,
        why="detach",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            flags = [p.requires_grad for p in features.parameters()]
            for p in features.parameters():
                p.requires_grad_(False)
            Z = features(X.detach())
            for p, flag in zip(features.parameters(), flags):
                p.requires_grad_(flag)
            return head(Z)
        """,
        why="every flag put back",
    ),
    Rewrite(
        "freeze_features",
        """
        def freeze_features(features, head, X):
            return head(features(X).data.clone())
        """,
        why=".data",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            w = torch.Tensor([w])
            w.requires_grad = True
            loss_list = []
            for epoch in range(epochs):
                for x, y in zip(x_data, y_data):
                    l = (x * w - y) ** 2
                    l.backward()
                    w.data = w.data - lr * w.grad.data
                    w.grad.data.zero_()
                loss_list.append(l.item())
            return w.item(), loss_list
        """,
        why="post 004, as it is printed",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            losses = []
            for _ in range(epochs):
                for x, y in zip(x_data, y_data):
                    error = w * x - y
                    w = w - lr * 2 * error * x
                losses.append(error**2)
            return w, losses
        """,
        why="the gradient by hand, in Python's numbers",
    ),
    Rewrite(
        "fit_slope",
        """
        def fit_slope(x_data, y_data, w, lr, epochs):
            w = nn.Parameter(torch.tensor(w, dtype=torch.float64))
            optimizer = torch.optim.SGD([w], lr=lr)
            losses = [0.0] * epochs
            for i in range(epochs):
                for x, y in zip(x_data, y_data):
                    optimizer.zero_grad()
                    loss = torch.square(w * x - y)
                    loss.backward()
                    optimizer.step()
                    losses[i] = float(loss.detach())
            return float(w.detach()), losses
        """,
        why="the library's optimizer, in float64",
    ),
    Rewrite(
        "second_derivative",
        """
        def second_derivative(f, x):
            def total(flat):
                return f(flat.reshape(x.shape)).sum()

            hessian = torch.autograd.functional.hessian(total, x.detach().reshape(-1))
            return hessian.diagonal().reshape(x.shape)
        """,
        why="the diagonal of the Hessian",
    ),
    Rewrite(
        "branchy",
        """
        def branchy(a):
            def grown(b):
                return b if torch.linalg.vector_norm(b) >= 1000 else grown(2 * b)

            c = grown(2 * a)
            return torch.where(c.sum() > 0, c, 100 * c)
        """,
        why="recursion and where",
    ),
]
