"""Known answers of ch33_rnn."""

from tests.answers import Edit, Rewrite

WRONG = [
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            if isinstance(net, nn.Module):
                params = [p for p in net.parameters() if p.requires_grad]
            else:
                params = net.params
            norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
            if norm > theta:
                for param in params:
                    param.grad[:] *= theta / norm
        """,
        "test_parameters_without_a_gradient_are_ignored",
        "NoneType",
        "the notes' code, which needs every parameter to have a gradient (notes 23)",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            for p in params:
                if p.grad is not None:
                    norm = p.grad.norm()
                    if norm > theta:
                        p.grad *= theta / norm
        """,
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "every parameter is clipped on its own",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad.clamp_(-theta, theta)",
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "clipped value by value",
    ),
    Edit(
        "grad_clipping",
        "if norm > theta:",
        "if True:",
        "test_gradients_not_longer_than_theta_stay",
        "not more than theta",
        "always scaled to theta",
    ),
    Edit(
        "grad_clipping",
        "if norm > theta:",
        "if norm < theta:",
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "the comparison is the wrong way round",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(torch.sum(grad**2)) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "no square root",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(torch.sum(grad**2)) ** 0.5 for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the sum of the norms",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(grad.abs().sum()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the L1 norm",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "max(float(grad.abs().max()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the largest value",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "max(float(grad.norm()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the largest of the norms",
    ),
    Edit(
        "grad_clipping",
        "torch.sum(grad**2)",
        "torch.mean(grad**2)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "means in place of sums",
    ),
    Edit(
        "grad_clipping",
        "torch.sum(grad**2)",
        "torch.sum(grad) ** 2",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the square of the sum",
    ),
    Edit(
        "grad_clipping",
        "        for grad in grads:\n            grad *= theta / norm",
        "        for grad in grads:\n            grad = grad * theta / norm",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "only a local name gets the clipped gradient",
    ),
    Edit(
        "grad_clipping",
        "        for grad in grads:\n            grad *= theta / norm  # in place: these are the gradients of the net",
        "        return [grad * theta / norm for grad in grads]",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "returns clipped gradients and leaves the net's",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta / norm\n            norm = math.sqrt(sum(float(torch.sum(g**2)) for g in grads))",
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "the norm is taken anew after each parameter",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= norm / theta",
        "test_gradients_shrink_together_to_length_theta",
        "times the expected",
        "the factor upside down",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta",
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "not divided by the norm",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad /= norm",
        "test_length_is_the_root_of_the_sum_of_squares",
        "is to be 2.5",
        "always of length 1",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta // norm",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "whole-number division",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad -= theta / norm",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "subtracted",
    ),
    Edit(
        "grad_clipping",
        "p.grad for p in params if p.grad is not None",
        "p.grad.clone() for p in params if p.grad is not None",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "works on copies",
    ),
    Edit(
        "grad_clipping",
        "p.grad for p in params if p.grad is not None",
        "p.data for p in params if p.grad is not None",
        "test_gradients_shrink_together_to_length_theta",
        "Only gradients may change",
        "shrinks the parameters",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = [p for p in net.parameters() if p.grad is not None]
            norm = torch.sqrt(sum(torch.sum(p.grad ** 2) for p in params))
            if norm > theta:
                for p in params:
                    p.grad *= theta / norm
        """,
        "test_gradients_shrink_together_to_length_theta",
        "no attribute 'parameters'",
        "works for modules only",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = [p for p in net.params if p.grad is not None]
            norm = torch.sqrt(sum(torch.sum(p.grad ** 2) for p in params))
            if norm > theta:
                for p in params:
                    p.grad *= theta / norm
        """,
        "test_gradients_shrink_together_to_length_theta",
        "no attribute 'params'",
        "does not work for modules",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params if p.grad is not None))
            if norm > theta:
                for p in params:
                    if p.grad is not None:
                        p.grad.mul_(theta / norm)
        """,
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "net.parameters() is used up after the first loop",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net._parameters.values() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            norm = math.sqrt(sum(float((grad ** 2).sum()) for grad in grads))
            if norm > theta:
                for grad in grads:
                    grad *= theta / norm
        """,
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "parameters of the parts of a module are forgotten",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = list(net.parameters() if isinstance(net, nn.Module) else net.params)
            for p in params:
                if p.grad is None:
                    p.grad = torch.ones_like(p)
            norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))
            if norm > theta:
                for p in params:
                    p.grad *= theta / norm
        """,
        "test_parameters_without_a_gradient_are_ignored",
        "None stays None",
        "gives every parameter a gradient",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = list(net.parameters() if isinstance(net, nn.Module) else net.params)
            if any(p.grad is None for p in params):
                return
            norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))
            if norm > theta:
                for p in params:
                    p.grad *= theta / norm
        """,
        "test_parameters_without_a_gradient_are_ignored",
        "exactly 5 times",
        "does nothing as soon as one gradient is missing",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = list(net.parameters() if isinstance(net, nn.Module) else net.params)
            params = [p for p in params if p.requires_grad]
            norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))
            if norm > theta:
                for p in params:
                    p.grad *= theta / norm
        """,
        "test_parameters_without_a_gradient_are_ignored",
        "NoneType",
        "only frozen parameters are left out",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            norm = torch.cat([grad.view(-1) for grad in grads]).norm()
            if norm > theta:
                for grad in grads:
                    grad *= theta / norm
        """,
        "test_length_is_the_root_of_the_sum_of_squares",
        "reshape instead of view",
        "view on a gradient that is not contiguous",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            norm = math.sqrt(sum(float(grad.pow_(2).sum()) for grad in grads))
            if norm > theta:
                for grad in grads:
                    grad *= theta / norm
        """,
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the squares are made in place",
    ),
    Rewrite(
        "grad_clipping",
        """
        NORMS = []

        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            if not NORMS:
                NORMS.append(math.sqrt(sum(float((grad ** 2).sum()) for grad in grads)))
            if NORMS[0] > theta:
                for grad in grads:
                    grad *= theta / NORMS[0]
        """,
        "test_length_is_the_root_of_the_sum_of_squares",
        "the length was 10",
        "the norm is kept between calls",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            norm = math.sqrt(sum(float((grad ** 2).sum()) for grad in grads))
            for grad in grads:
                grad *= min(1, theta / norm)
        """,
        "test_gradients_not_longer_than_theta_stay",
        "ZeroDivisionError",
        "divides by a norm of zero",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "no exponential",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "2**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "base 2",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "10**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "base 10",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.exp(-mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "28 equally likely",
        "the probability, not its inverse",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.expm1(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "28 equally likely",
        "one too small",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "round(math.exp(mean_loss))",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "a whole number",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "2.718**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "e to three places",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.log(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "the logarithm",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "torch.exp(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "must be Tensor, not float",
        "takes tensors only",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.exp(mean_loss.item())",
        "test_perplexity_of_a_float_is_right",
        "'item'",
        "takes tensors only",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "f'{math.exp(mean_loss):.1f}'",
        "test_perplexity_of_a_float_is_right",
        "Its type is str",
        "a text",
    ),
    Edit(
        "perplexity",
        "    return math.exp(mean_loss)",
        "    math.exp(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            return math.exp(mean_loss) if isinstance(mean_loss, float) else int(mean_loss.exp())
        """,
        "test_perplexity_of_a_tensor_is_right",
        "natural logarithms",
        "cuts the result of a tensor to a whole number",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(loss):
            return math.exp(loss)
        """,
        "test_perplexity_of_a_tensor_is_right",
        "signature",
        "the parameter is renamed",
    ),
]

RIGHT = [
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            if isinstance(net, nn.Module):
                params = [p for p in net.parameters() if p.requires_grad and p.grad is not None]
            else:
                params = [p for p in net.params if p.grad is not None]
            norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
            if norm > theta:
                for param in params:
                    param.grad[:] *= theta / norm
        """,
        why="the book's code with missing gradients left out",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            return nn.utils.clip_grad_norm_(params, theta)
        """,
        why="the library's function, which returns the norm and is 1e-7 off",
    ),
    Rewrite(
        "grad_clipping",
        """
        @torch.no_grad()
        def grad_clipping(net, theta):
            params = list(net.params if hasattr(net, "params") else net.parameters())
            flat = [p.grad.reshape(-1) for p in params if p.grad is not None]
            length = torch.linalg.vector_norm(torch.cat(flat))
            factor = torch.clamp(theta / length, max=1.0)
            for p in params:
                if p.grad is not None:
                    p.grad = torch.where(length > theta, p.grad * factor, p.grad)
            return net
        """,
        why="one long vector, new gradient tensors, no branch, returns the net",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            try:
                params = net.params
            except AttributeError:
                params = [p for m in net.modules() for p in m.parameters(recurse=False)]
            squares, found = 0.0, []
            for p in params:
                if p.grad is None:
                    continue
                found.append(p)
                for value in p.grad.flatten().tolist():
                    squares += value * value
            if squares <= theta * theta:
                return
            for p in found:
                p.grad.data = p.grad.data.div(squares ** 0.5).mul(theta)
        """,
        why="a loop over all values, .data of the gradients",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            return torch.exp(torch.as_tensor(mean_loss))
        """,
        why="always a tensor",
    ),
    Rewrite(
        "perplexity",
        """
        import numpy as np

        def perplexity(mean_loss):
            return np.exp(float(mean_loss))
        """,
        why="a number of numpy",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            if isinstance(mean_loss, Tensor):
                return mean_loss.exp()
            return math.e ** mean_loss
        """,
        why="a tensor for a tensor, a float for a float",
    ),
]
