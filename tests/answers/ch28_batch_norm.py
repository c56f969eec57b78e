"""Known answers of ch28_batch_norm."""

from tests.answers import Edit, Rewrite

WRONG = [
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                X_hat = (X - moving_mean) / torch.sqrt(moving_var + eps)
            else:
                assert len(X.shape) in (2, 4)
                if len(X.shape) == 2:
                    mean = X.mean(dim=0)
                    var = ((X - mean) ** 2).mean(dim=0)
                else:
                    mean = X.mean(dim=(0, 2, 3), keepdim=True)
                    var = ((X - mean) ** 2).mean(dim=(0, 2, 3), keepdim=True)
                X_hat = (X - mean) / torch.sqrt(var + eps)
                moving_mean = momentum * movin_mean + (1.0 - momentum) * mean
                moving_var = momentum * moving_var + (1.0 - momentum) * var
            Y = gamma * X_hat + beta
            return Y, moving_mean.data, moving_var.data
        """,
        "test_shapes",
        "name 'movin_mean' is not defined",
        "a name misspelt (notes 16)",
    ),
    Edit(
        "batch_norm",
        "((X - mean) ** 2).mean(dim=axes, keepdim=True)",
        "X.var(dim=axes, keepdim=True)",
        "test_every_feature_gets_mean_0_and_variance_1",
        "variance divides by the count",
        "unbiased variance",
    ),
    Edit(
        "batch_norm",
        "(1 - momentum) * var.detach()",
        "(1 - momentum) * X.var(dim=axes, keepdim=True)",
        "test_training_worked_by_hand",
        "variance over the count",
        "unbiased variance in the moving variance only, as in nn.BatchNorm2d",
    ),
    Edit(
        "batch_norm",
        "((X - mean) ** 2).mean(dim=axes, keepdim=True)",
        "((X - mean) ** 2).sum(dim=axes, keepdim=True)",
        "test_every_feature_gets_mean_0_and_variance_1",
        "variance divides by the count",
        "the sum of squares instead of their mean",
    ),
    Edit(
        "batch_norm",
        "((X - mean) ** 2).mean(dim=axes, keepdim=True)",
        "(X**2).mean(dim=axes, keepdim=True)",
        "test_every_feature_gets_mean_0_and_variance_1",
        "of each column",
        "the mean square instead of the variance",
    ),
    Edit(
        "batch_norm",
        "X_hat = (X - mean) / torch.sqrt(var + eps)",
        "X_hat = X / torch.sqrt(var + eps)",
        "test_every_feature_gets_mean_0_and_variance_1",
        "subtract the mean",
        "the mean is not subtracted",
    ),
    Edit(
        "batch_norm",
        "X_hat = (X - mean) / torch.sqrt(var + eps)",
        "X_hat = (X - mean) / (var + eps)",
        "test_every_feature_gets_mean_0_and_variance_1",
        "the root of its variance",
        "divided by the variance instead of its root",
    ),
    Edit(
        "batch_norm",
        "torch.sqrt(var + eps)",
        "(torch.sqrt(var) + eps)",
        "test_training_worked_by_hand",
        "before the root",
        "eps outside of the root",
    ),
    Edit(
        "batch_norm",
        "torch.sqrt(var + eps)",
        "torch.sqrt(var + 1e-5)",
        "test_training_worked_by_hand",
        "add eps to the variance",
        "eps fixed inside",
    ),
    Edit(
        "batch_norm",
        "torch.sqrt(moving_var + eps)",
        "(torch.sqrt(moving_var) + eps)",
        "test_with_gradients_off_the_batch_does_not_count",
        "in evaluation",
        "eps outside of the root in evaluation only",
    ),
    Edit(
        "batch_norm",
        "torch.sqrt(moving_var + eps)",
        "torch.sqrt(moving_var)",
        "test_with_gradients_off_the_batch_does_not_count",
        "in evaluation",
        "no eps in evaluation",
    ),
    Edit(
        "batch_norm",
        "torch.sqrt(moving_var + eps)",
        "(moving_var + eps)",
        "test_with_gradients_off_the_batch_does_not_count",
        "in evaluation",
        "no root in evaluation",
    ),
    Edit(
        "batch_norm",
        "momentum * moving_mean + (1 - momentum) * mean.detach()",
        "(1 - momentum) * moving_mean + momentum * mean.detach()",
        "test_training_worked_by_hand",
        "weighs the old value",
        "momentum weighs the batch's mean, as in nn.BatchNorm2d",
    ),
    Edit(
        "batch_norm",
        "momentum * moving_var + (1 - momentum) * var.detach()",
        "(1 - momentum) * moving_var + momentum * var.detach()",
        "test_training_worked_by_hand",
        "weighs the old value",
        "momentum weighs the batch's variance",
    ),
    Edit(
        "batch_norm",
        "axes = (0,)",
        "momentum = 0.9\n    axes = (0,)",
        "test_training_worked_by_hand",
        "weighs the old value",
        "momentum fixed inside",
    ),
    Edit(
        "batch_norm",
        "(1 - momentum) * var.detach()",
        "(1 - momentum) * (var.detach() + eps)",
        "test_training_worked_by_hand",
        "no eps",
        "eps gets into the moving variance",
    ),
    Edit(
        "batch_norm",
        "(1 - momentum) * var.detach()",
        "(1 - momentum) * var.detach().sqrt()",
        "test_training_worked_by_hand",
        "over the count",
        "a moving standard deviation",
    ),
    Edit(
        "batch_norm",
        "(1 - momentum) * mean.detach()",
        "(1 - momentum) * X_hat.mean(dim=axes, keepdim=True).detach()",
        "test_training_worked_by_hand",
        "the rest the new",
        "the mean of what is normalised already",
    ),
    Edit(
        "batch_norm",
        "moving_mean = momentum * moving_mean + (1 - momentum) * mean.detach()",
        "moving_mean = mean.detach()",
        "test_training_worked_by_hand",
        "weighs the old value",
        "the old moving mean is forgotten",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n",
        "",
        "test_training_worked_by_hand",
        "new moving variance",
        "the moving variance does not move",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta, moving_mean, moving_var",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta, moving_var, moving_mean",
        "test_training_worked_by_hand",
        "new moving mean",
        "the results in another order",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta,",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return X_hat + beta,",
        "test_training_worked_by_hand",
        "multiply by gamma",
        "gamma is forgotten in training",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta,",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * (X_hat + beta),",
        "test_training_worked_by_hand",
        "then add beta",
        "beta is added before gamma multiplies",
    ),
    Edit(
        "batch_norm",
        "if not torch.is_grad_enabled():",
        "if False:",
        "test_with_gradients_off_the_batch_does_not_count",
        "in evaluation",
        "the batch normalises in evaluation too",
    ),
    Edit(
        "batch_norm",
        "if not torch.is_grad_enabled():",
        "if torch.is_grad_enabled():",
        "test_with_gradients_on_the_moving_statistics_do_not_count",
        "with gradients on, in training",
        "the modes are swapped",
    ),
    Edit(
        "batch_norm",
        "if not torch.is_grad_enabled():",
        "if not X.requires_grad:",
        "test_with_gradients_on_the_moving_statistics_do_not_count",
        "not X.requires_grad",
        "the mode follows X.requires_grad",
    ),
    Edit(
        "batch_norm",
        "if not torch.is_grad_enabled():",
        "if not (gamma.requires_grad and torch.is_grad_enabled()):",
        "test_with_gradients_on_the_moving_statistics_do_not_count",
        "not X.requires_grad",
        "training only where gamma requires a gradient",
    ),
    Edit(
        "batch_norm",
        "X_hat = (X - mean) / torch.sqrt(var + eps)",
        "X_hat = (X - 0.9 * moving_mean - 0.1 * mean) / torch.sqrt(0.9 * moving_var + 0.1 * var + eps)",
        "test_with_gradients_on_the_moving_statistics_do_not_count",
        "only the batch decides",
        "the new moving statistics normalise in training",
    ),
    Edit(
        "batch_norm",
        "return gamma * X_hat + beta, moving_mean, moving_var\n    axes",
        "return gamma * X_hat + beta, momentum * moving_mean + (1 - momentum) * X.mean((0,) if X.dim() == 2 else (0, 2, 3), keepdim=True), moving_var\n    axes",
        "test_with_gradients_off_the_batch_does_not_count",
        "moving statistics stay",
        "the moving mean moves in evaluation",
    ),
    Edit(
        "batch_norm",
        "return gamma * X_hat + beta, moving_mean, moving_var\n    axes",
        "return X_hat, moving_mean, moving_var\n    axes",
        "test_with_gradients_off_the_batch_does_not_count",
        "in evaluation",
        "no gamma and beta in evaluation",
    ),
    Edit(
        "batch_norm",
        "axes = (0,) if X.dim() == 2 else (0, 2, 3)",
        "axes = tuple(range(1, X.dim()))",
        "test_shapes",
        "the statistics as they were",
        "a mean for every example (layer normalisation)",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                return gamma * (X - moving_mean) / torch.sqrt(moving_var + eps) + beta, moving_mean, moving_var
            axes = (0,) if X.dim() == 2 else (0, 2, 3)
            moving_mean = momentum * moving_mean + (1 - momentum) * X.mean(axes, keepdim=True)
            moving_var = momentum * moving_var + (1 - momentum) * X.var(axes, correction=0, keepdim=True)
            X_hat = nn.functional.layer_norm(X, X.shape[1:], eps=eps)
            return gamma * X_hat + beta, moving_mean, moving_var
        """,
        "test_every_feature_gets_mean_0_and_variance_1",
        "of each column",
        "layer normalisation with the right moving statistics",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                return gamma * (X - moving_mean) / torch.sqrt(moving_var + eps) + beta, moving_mean, moving_var
            mean, var = X.mean(), X.var(correction=0)
            moving_mean = momentum * moving_mean + (1 - momentum) * mean
            moving_var = momentum * moving_var + (1 - momentum) * var
            return gamma * (X - mean) / torch.sqrt(var + eps) + beta, moving_mean, moving_var
        """,
        "test_every_feature_gets_mean_0_and_variance_1",
        "of each column",
        "one mean for all features",
    ),
    Edit(
        "batch_norm",
        "else (0, 2, 3)",
        "else (0,)",
        "test_shapes",
        "the statistics as they were",
        "a mean for every pixel",
    ),
    Edit(
        "batch_norm",
        "else (0, 2, 3)",
        "else (0, 1, 2)",
        "test_shapes",
        "the statistics as they were",
        "the channels taken to be the last axis",
    ),
    Edit(
        "batch_norm",
        "else (0, 2, 3)",
        "else (2, 3)",
        "test_shapes",
        "the statistics as they were",
        "instance normalisation",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta, moving_mean, moving_var",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta, moving_mean.flatten(), moving_var.flatten()",
        "test_shapes",
        "the statistics as they were",
        "the moving statistics lose their shape",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta, moving_mean, moving_var",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta",
        "test_shapes",
        "a tuple (y, the new",
        "Y alone comes back",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n   ",
        "test_shapes",
        "returned None",
        "no return in training",
    ),
    Edit(
        "batch_norm",
        "moving_mean = momentum * moving_mean + (1 - momentum) * mean.detach()",
        "moving_mean.mul_(momentum).add_((1 - momentum) * mean.detach())",
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's moving mean is changed",
    ),
    Edit(
        "batch_norm",
        "X_hat = (X - mean) / torch.sqrt(var + eps)",
        "X -= mean\n    X_hat = X / torch.sqrt(var + eps)",
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's batch is changed",
    ),
    Edit(
        "batch_norm",
        "X_hat = (X - moving_mean) / torch.sqrt(moving_var + eps)",
        "X_hat = X.sub_(moving_mean).div_(torch.sqrt(moving_var + eps))",
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's batch is changed in evaluation",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            training = torch.is_grad_enabled()
            Y = nn.functional.batch_norm(
                X, moving_mean.flatten(), moving_var.flatten(), gamma.flatten(), beta.flatten(),
                training, 1 - momentum, eps)
            return Y, moving_mean, moving_var
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "the library's function changes the running statistics",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            training, new_mean, new_var = torch.is_grad_enabled(), moving_mean.clone(), moving_var.clone()
            Y = nn.functional.batch_norm(
                X, new_mean.view(-1), new_var.view(-1), gamma.flatten(), beta.flatten(),
                training, 1 - momentum, eps)
            return Y, new_mean, new_var
        """,
        "test_training_worked_by_hand",
        "variance over the count",
        "the library's running variance is unbiased",
    ),
    Edit(
        "batch_norm",
        "mean = X.mean(dim=axes, keepdim=True)",
        "mean = X.detach().mean(dim=axes, keepdim=True)",
        "test_gradient",
        "the gradient passes through them",
        "the mean is cut off from the graph",
    ),
    Edit(
        "batch_norm",
        "((X - mean) ** 2).mean(dim=axes, keepdim=True)",
        "((X - mean) ** 2).mean(dim=axes, keepdim=True).data",
        "test_gradient",
        "the gradient passes through them",
        "the variance is cut off from the graph",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat + beta,",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return (gamma * X_hat + beta).detach(),",
        "test_gradient",
        "without a gradient function",
        "the output is detached",
    ),
    Edit(
        "batch_norm",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma * X_hat",
        "    moving_var = momentum * moving_var + (1 - momentum) * var.detach()\n    return gamma.data * X_hat",
        "test_gradient",
        "no gradient for input 2",
        "gamma is not trained",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(x, weight, bias, running_mean, running_var, eps, momentum):
            if not torch.is_grad_enabled():
                return weight * (x - running_mean) / torch.sqrt(running_var + eps) + bias, running_mean, running_var
            axes = (0,) if x.dim() == 2 else (0, 2, 3)
            var, mean = torch.var_mean(x, axes, correction=0, keepdim=True)
            running_mean = torch.lerp(mean, running_mean, momentum).detach()
            running_var = torch.lerp(var, running_var, momentum).detach()
            return weight * (x - mean) / torch.sqrt(var + eps) + bias, running_mean, running_var
        """,
        "test_training_worked_by_hand",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                return gamma * (X - moving_mean) / torch.sqrt(moving_var + eps) + beta, moving_mean, moving_var
            rows = X if X.dim() == 2 else X.transpose(0, 1).contiguous().view(X.shape[1], -1).T
            images = X.view(X.shape[0], X.shape[1], -1)
            var, mean = torch.var_mean(rows, 0, correction=0)
            mean, var = mean.reshape(gamma.shape), var.reshape(gamma.shape)
            X_hat = (images.view(X.shape) - mean) / torch.sqrt(var + eps)
            return (gamma * X_hat + beta, torch.lerp(mean, moving_mean, momentum), torch.lerp(var, moving_var, momentum))
        """,
        "test_training_worked_by_hand",
        "reshape instead of view",
        "view needs contiguous memory",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum, seen={}):
            if not torch.is_grad_enabled():
                return gamma * (X - moving_mean) / torch.sqrt(moving_var + eps) + beta, moving_mean, moving_var
            axes = (0,) if X.dim() == 2 else (0, 2, 3)
            var, mean = seen.setdefault(X.shape, torch.var_mean(X, axes, correction=0, keepdim=True))
            new_mean, new_var = torch.lerp(mean, moving_mean, momentum), torch.lerp(var, moving_var, momentum)
            return gamma * (X - mean) / torch.sqrt(var + eps) + beta, new_mean, new_var
        """,
        "test_every_feature_gets_mean_0_and_variance_1",
        "of each column",
        "the statistics of the first batch ever seen",
    ),
    Edit(
        "BatchNorm",
        "nn.Parameter(torch.ones(shape))",
        "nn.Parameter(torch.zeros(shape))",
        "test_trainable_are_gamma_and_beta",
        "gamma starts at 1",
        "gamma starts at 0",
    ),
    Edit(
        "BatchNorm",
        "nn.Parameter(torch.ones(shape))",
        "torch.ones(shape)",
        "test_trainable_are_gamma_and_beta",
        "gamma starts at 1",
        "gamma is not trained",
    ),
    Edit(
        "BatchNorm",
        "nn.Parameter(torch.ones(shape))",
        "nn.Parameter(torch.ones(1))",
        "test_trainable_are_gamma_and_beta",
        "gamma starts at 1",
        "one gamma for all features",
    ),
    Edit(
        "BatchNorm",
        'self.register_buffer("moving_mean", torch.zeros(shape))',
        "self.means = nn.Parameter(torch.zeros(shape))\n        self.moving_mean = self.means.data",
        "test_trainable_are_gamma_and_beta",
        "no other trained",
        "the moving mean is among what is trained",
    ),
    Edit(
        "BatchNorm",
        "shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)",
        "shape = (1, num_features, 1, 1)",
        "test_output_is_shaped_as_X",
        "shape",
        "the shape for images also for matrices",
    ),
    Edit(
        "BatchNorm",
        "shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)",
        "shape = (1, num_features)",
        "test_output_is_shaped_as_X",
        "must match the size",
        "the shape for matrices also for images",
    ),
    Edit(
        "BatchNorm",
        "num_dims == 2",
        "num_dims == 4",
        "test_output_is_shaped_as_X",
        "shape",
        "the shapes are swapped",
    ),
    Edit(
        "BatchNorm",
        "Y, self.moving_mean, self.moving_var = batch_norm(",
        "Y, _, _ = batch_norm(",
        "test_training_moves_what_evaluation_uses",
        "each of 1 training passes",
        "the new moving statistics are thrown away",
    ),
    Edit(
        "BatchNorm",
        "Y, self.moving_mean, self.moving_var = batch_norm(",
        "Y, self.moving_mean, _ = batch_norm(",
        "test_training_moves_what_evaluation_uses",
        "each of 1 training passes",
        "the new moving variance is thrown away",
    ),
    Edit(
        "BatchNorm",
        "Y, self.moving_mean, self.moving_var = batch_norm(",
        "Y, self.mean, self.var = batch_norm(",
        "test_training_moves_what_evaluation_uses",
        "each of 1 training passes",
        "stored under other names than used",
    ),
    Edit(
        "BatchNorm",
        "momentum=0.9",
        "momentum=0.1",
        "test_training_moves_what_evaluation_uses",
        "kept 0.9 of them",
        "momentum as nn.BatchNorm2d counts it",
    ),
    Edit(
        "BatchNorm",
        "eps=1e-5",
        "eps=1e-3",
        "test_training_normalises_by_the_batch",
        "eps is 1e-5",
        "another eps",
    ),
    Edit(
        "BatchNorm",
        'self.register_buffer("moving_var", torch.ones(shape))',
        'self.register_buffer("moving_var", torch.zeros(shape))',
        "test_training_moves_what_evaluation_uses",
        "start at 0 and 1",
        "the moving variance starts at 0",
    ),
    Edit(
        "BatchNorm",
        'self.register_buffer("moving_mean", torch.zeros(shape))',
        'self.register_buffer("moving_mean", torch.ones(shape))',
        "test_training_moves_what_evaluation_uses",
        "start at 0 and 1",
        "the moving mean starts at 1",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))
                self.moving_mean = torch.zeros(shape)
                self.moving_var = torch.ones(shape)

            def forward(self, X):
                Y, self.moving_mean, self.moving_var = batch_norm(
                    X, self.gamma, self.beta, self.moving_mean, self.moving_var, eps=1e-5, momentum=0.9)
                return Y
        """,
        "test_works_where_it_was_moved",
        "moved to X.device",
        "plain tensors that stay on the CPU",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))
                self.moving = [torch.zeros(shape), torch.ones(shape)]

            def forward(self, X):
                if self.training:
                    self.moving = [value.to(X.device) for value in self.moving]
                Y, *self.moving = batch_norm(X, self.gamma, self.beta, *self.moving, 1e-5, 0.9)
                return Y
        """,
        "test_works_where_it_was_moved",
        "moved to X.device",
        "plain tensors that only training moves",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.moving = None

            def forward(self, X):
                if self.moving is None:
                    self.moving = torch.zeros(self.shape), torch.ones(self.shape)
                Y, *self.moving = batch_norm(X, self.gamma, self.beta, *self.moving, 1e-5, 0.9)
                return Y
        """,
        "test_works_where_it_was_moved",
        "moved to X.device",
        "made at the first call, on the default device",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.bn = nn.BatchNorm1d(num_features) if num_dims == 2 else nn.BatchNorm2d(num_features)

            def forward(self, X):
                return self.bn(X)
        """,
        "test_training_moves_what_evaluation_uses",
        "divided by the count",
        "the library's layer: its moving variance is unbiased",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))
                self.register_buffer("moving_mean", torch.zeros(shape))
                self.register_buffer("moving_var", torch.ones(shape))

            def forward(self, X):
                with torch.enable_grad():
                    Y, self.moving_mean, self.moving_var = batch_norm(
                        X, self.gamma, self.beta, self.moving_mean, self.moving_var, 1e-5, 0.9)
                return Y
        """,
        "test_training_moves_what_evaluation_uses",
        "take the place of the batch's",
        "always in training: the batch normalises in evaluation too",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.register_buffer("moving_mean", torch.zeros(self.shape))
                self.register_buffer("moving_var", torch.ones(self.shape))
                self.is_training = True

            def forward(self, X):
                if not self.is_training:
                    return self.gamma * (X - self.moving_mean) / (self.moving_var + 1e-5).sqrt() + self.beta
                axes = (0,) if len(self.shape) == 2 else (0, 2, 3)
                var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                self.moving_mean = 0.9 * self.moving_mean + 0.1 * mean.detach()
                self.moving_var = 0.9 * self.moving_var + 0.1 * var.detach()
                return self.gamma * (X - mean) / (var + 1e-5).sqrt() + self.beta
        """,
        "test_training_moves_what_evaluation_uses",
        "in evaluation",
        "a flag of its own, which eval() does not set",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.register_buffer("moving_mean", torch.zeros(self.shape))
                self.register_buffer("moving_var", torch.ones(self.shape))

            def forward(self, X):
                axes = (0,) if len(self.shape) == 2 else (0, 2, 3)
                var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                if not self.training:
                    mean, var = self.moving_mean, self.moving_var
                Y = self.gamma * (X - mean) / (var + 1e-5).sqrt() + self.beta
                var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                self.moving_mean = 0.9 * self.moving_mean + 0.1 * mean.detach()
                self.moving_var = 0.9 * self.moving_var + 0.1 * var.detach()
                return Y
        """,
        "test_nothing_else_moves_the_moving_statistics",
        "it was evaluated",
        "evaluation moves the moving statistics too",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            moving = {}

            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.moving[self.shape] = torch.zeros(self.shape), torch.ones(self.shape)

            def forward(self, X):
                mean, var = (value.to(X.device) for value in self.moving[self.shape])
                Y, *self.moving[self.shape] = batch_norm(X, self.gamma, self.beta, mean, var, 1e-5, 0.9)
                return Y
        """,
        "test_nothing_else_moves_the_moving_statistics",
        "another layer was trained",
        "the moving statistics belong to the class",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.register_buffer("moving_mean", torch.zeros(self.shape))
                self.register_buffer("moving_var", torch.ones(self.shape))

            def forward(self, X):
                if self.training:
                    axes = (0,) if len(self.shape) == 2 else (0, 2, 3)
                    var, mean = torch.var_mean(X.detach(), axes, correction=0, keepdim=True)
                    self.moving_mean = 0.9 * self.moving_mean + 0.1 * mean
                    self.moving_var = 0.9 * self.moving_var + 0.1 * var
                return self.gamma * (X - self.moving_mean) / (self.moving_var + 1e-5).sqrt() + self.beta
        """,
        "test_training_normalises_by_the_batch",
        "only the batch decides",
        "the moving statistics normalise in training",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.register_buffer("moving_mean", torch.zeros(self.shape))
                self.register_buffer("moving_var", torch.ones(self.shape))

            def forward(self, X):
                mean, var = self.moving_mean, self.moving_var
                if self.training:
                    axes = (0,) if len(self.shape) == 2 else (0, 2, 3)
                    with torch.no_grad():
                        var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                    self.moving_mean = 0.9 * self.moving_mean + 0.1 * mean
                    self.moving_var = 0.9 * self.moving_var + 0.1 * var
                return self.gamma * (X - mean) / (var + 1e-5).sqrt() + self.beta
        """,
        "test_gradient",
        "the gradient passes through them",
        "the statistics of the batch are computed without gradients",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))

            def forward(self, X):
                return self.gamma * X + self.beta
        """,
        "test_training_normalises_by_the_batch",
        "in training",
        "no normalisation at all",
    ),
    Edit(
        "BatchNorm",
        "return Y",
        "return self.gamma * Y + self.beta",
        "test_gamma_scales_and_beta_shifts",
        "multiply by gamma, add beta",
        "gamma and beta are used twice",
    ),
    Edit(
        "BatchNorm",
        "Y, self.moving_mean",
        "X -= X.mean(dim=0 if X.dim() == 2 else (0, 2, 3), keepdim=True) if torch.is_grad_enabled() else 0\n        Y, self.moving_mean",
        "test_training_moves_what_evaluation_uses",
        "training passes before",
        "the mean is subtracted in place before the statistics are taken",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(self.shape))
                self.beta = nn.Parameter(torch.zeros(self.shape))
                self.register_buffer("moving_mean", torch.zeros(self.shape))
                self.register_buffer("moving_var", torch.ones(self.shape))

            def forward(self, X):
                mean, var = self.moving_mean, self.moving_var
                if self.training:
                    axes = (0,) if len(self.shape) == 2 else (0, 2, 3)
                    var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                    self.moving_mean = 0.9 * self.moving_mean + 0.1 * mean.detach()
                    self.moving_var = 0.9 * self.moving_var + 0.1 * var.detach()
                X -= mean
                return self.gamma * X / (var + 1e-5).sqrt() + self.beta
        """,
        "test_gradient",
        "in place",
        "the mean is subtracted from the caller's tensor",
    ),
    Edit(
        "BatchNorm",
        "X, self.gamma, self.beta,",
        "X, torch.ones_like(self.gamma), torch.zeros_like(self.beta),",
        "test_gamma_scales_and_beta_shifts",
        "multiply by gamma, add beta",
        "gamma and beta are not used",
    ),
    Edit(
        "BatchNorm",
        "X, self.gamma, self.beta,",
        "X, self.gamma, self.beta.data,",
        "test_gradient",
        "no gradient for beta",
        "beta is not trained",
    ),
    Edit(
        "BatchNorm",
        "return Y",
        "return Y.detach()",
        "test_gradient",
        "without a gradient function",
        "the output is detached",
    ),
    Edit(
        "BatchNorm",
        "        return Y",
        "        Y",
        "test_output_is_shaped_as_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "BatchNorm",
        "return Y",
        "return Y, self.moving_mean, self.moving_var",
        "test_output_is_shaped_as_X",
        "Its type is tuple",
        "the moving statistics come back too",
    ),
    Edit(
        "BatchNorm",
        "num_features: int, num_dims: int",
        "num_dims: int, num_features: int",
        "test_output_is_shaped_as_X",
        "signature",
        "parameters in another order",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(6, num_dims=4),\n        nn.Sigmoid(),",
        "nn.Sigmoid(),\n        BatchNorm(6, num_dims=4),",
        "test_scores_in_training",
        "batch normalisation, sigmoid",
        "normalised after the sigmoid",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(84, num_dims=2),\n        nn.Sigmoid(),",
        "BatchNorm(84, num_dims=2),",
        "test_scores_in_training",
        "sigmoid",
        "a sigmoid is missing",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(16, num_dims=4),\n        nn.Sigmoid(),",
        "BatchNorm(16, num_dims=4),",
        "test_scores_in_training",
        "sigmoid",
        "the sigmoid after the second convolution is missing, as in notes 11",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(120, num_dims=2),\n        nn.Sigmoid(),",
        "BatchNorm(120, num_dims=2),\n        nn.ReLU(),",
        "test_scores_in_training",
        "sigmoid",
        "ReLU instead of a sigmoid",
    ),
    Edit(
        "lenet_bn",
        "        nn.MaxPool2d(kernel_size=2, stride=2),  # (n, 6, 12, 12)",
        "        nn.AvgPool2d(kernel_size=2, stride=2),",
        "test_scores_in_training",
        "2 x 2 maximum",
        "average pooling, as in notes 11",
    ),
    Edit(
        "lenet_bn",
        "        BatchNorm(6, num_dims=4),\n        nn.Sigmoid(),\n        nn.MaxPool2d(kernel_size=2, stride=2),  # (n, 6, 12, 12)",
        "        nn.MaxPool2d(kernel_size=2, stride=2),\n        BatchNorm(6, num_dims=4),\n        nn.Sigmoid(),",
        "test_scores_in_training",
        "batch normalisation, sigmoid, after",
        "pooled before normalising",
    ),
    Edit(
        "lenet_bn",
        "nn.Linear(84, 10),",
        "nn.Linear(84, 10), nn.Softmax(dim=1),",
        "test_scores_in_training",
        "the last alone",
        "a softmax at the end",
    ),
    Edit(
        "lenet_bn",
        "nn.Linear(84, 10),",
        "nn.Linear(84, 10), nn.Sigmoid(),",
        "test_scores_in_training",
        "the last alone",
        "a sigmoid at the end",
    ),
    Edit(
        "lenet_bn",
        "nn.Linear(84, 10),",
        "nn.Linear(84, 10), BatchNorm(10, num_dims=2),",
        "test_parameters",
        "first four layers",
        "the scores are normalised too",
    ),
    Edit(
        "lenet_bn",
        "nn.Linear(84, 10),",
        "nn.Linear(84, 10), nn.BatchNorm1d(10, affine=False),",
        "test_scores_in_training",
        "the last alone",
        "the scores are normalised, without parameters",
    ),
    Edit(
        "lenet_bn",
        "        BatchNorm(84, num_dims=2),\n",
        "",
        "test_parameters",
        "returned (44710,",
        "a normalisation is missing",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(120, num_dims=2)",
        "nn.LayerNorm(120)",
        "test_scores_in_training",
        "batch normalisation",
        "layer normalisation: the same parameters",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(16, num_dims=4)",
        "nn.GroupNorm(16, 16)",
        "test_scores_in_training",
        "batch normalisation",
        "instance normalisation: the same parameters",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(6, num_dims=4)",
        "BatchNorm(6, num_dims=2)",
        "test_one_row_of_scores_an_image",
        "must match the size",
        "normalised as a matrix behind a convolution",
    ),
    Edit(
        "lenet_bn",
        "nn.Conv2d(1, 6, kernel_size=5)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2)",
        "test_one_row_of_scores_an_image",
        "shapes of both factors",
        "the padding of notes 11",
    ),
    Edit(
        "lenet_bn",
        "nn.Conv2d(1, 6, kernel_size=5)",
        "nn.Conv2d(1, 6, kernel_size=5, bias=False)",
        "test_parameters",
        "returned (44872,",
        "no bias in a convolution",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(16, num_dims=4)",
        "nn.BatchNorm2d(16, affine=False)",
        "test_parameters",
        "gamma and beta",
        "no gamma and beta",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(120, num_dims=2)",
        "nn.BatchNorm1d(120, track_running_stats=False)",
        "test_evaluation_uses_the_moving_statistics",
        "in evaluation",
        "the batch normalises in evaluation too",
    ),
    Edit(
        "lenet_bn",
        "        nn.Flatten(),  # (n, 256)\n",
        "",
        "test_one_row_of_scores_an_image",
        "shapes of both factors",
        "images are not flattened",
    ),
    Edit(
        "lenet_bn",
        "return nn.Sequential(",
        "nn.Sequential(",
        "test_one_row_of_scores_an_image",
        "is a `return` missing",
        "no return",
    ),
    Edit(
        "lenet_bn",
        "        nn.Linear(84, 10),\n",
        "",
        "test_one_row_of_scores_an_image",
        "expected shape (40, 10)",
        "the last layer is missing",
    ),
    Edit(
        "lenet_bn",
        "nn.Linear(84, 10)",
        "nn.Linear(84, 1)",
        "test_one_row_of_scores_an_image",
        "expected shape (40, 10)",
        "one score an image",
    ),
    Rewrite(
        "lenet_bn",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                conv = lambda a, b: nn.Sequential(nn.Conv2d(a, b, 5), nn.BatchNorm2d(b), nn.Sigmoid(), nn.MaxPool2d(2))
                dense = lambda a, b: nn.Sequential(nn.Linear(a, b), nn.BatchNorm1d(b), nn.Sigmoid())
                self.convs = [conv(1, 6), conv(6, 16)]
                self.head = nn.Sequential(nn.Flatten(), dense(256, 120), dense(120, 84), nn.Linear(84, 10))

            def forward(self, X):
                for block in self.convs:
                    X = block(X)
                return self.head(X)

        def lenet_bn():
            return Net()
        """,
        "test_parameters",
        "five weights",
        "layers in a plain list are not trained",
    ),
    Rewrite(
        "lenet_bn",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                conv = lambda a, b: nn.Sequential(nn.Conv2d(a, b, 5), nn.BatchNorm2d(b), nn.Sigmoid(), nn.MaxPool2d(2))
                dense = lambda a, b: nn.Sequential(nn.Linear(a, b), nn.BatchNorm1d(b), nn.Sigmoid())
                self.convs = nn.Sequential(conv(1, 6), conv(6, 16))
                self.head = nn.Sequential(nn.Flatten(), dense(256, 120), dense(120, 84), nn.Linear(84, 10))

            def forward(self, X):
                return self.head(self.convs(X).detach())

        def lenet_bn():
            return Net()
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for convs",
        "the convolutions are not trained",
    ),
    Rewrite(
        "lenet_bn",
        """
        class Norm(nn.Module):
            def __init__(self, d, dims):
                super().__init__()
                self.gamma, self.beta = nn.Parameter(torch.ones(d)), nn.Parameter(torch.zeros(d))
                self.mean, self.var = torch.zeros(d), torch.ones(d)

            def forward(self, X):
                return nn.functional.batch_norm(X, self.mean.clone(), self.var.clone(), self.gamma, self.beta, self.training)

        def lenet_bn():
            return nn.Sequential(
                nn.Conv2d(1, 6, 5), Norm(6, 4), nn.Sigmoid(), nn.MaxPool2d(2),
                nn.Conv2d(6, 16, 5), Norm(16, 4), nn.Sigmoid(), nn.MaxPool2d(2),
                nn.Flatten(), nn.Linear(256, 120), Norm(120, 2), nn.Sigmoid(),
                nn.Linear(120, 84), Norm(84, 2), nn.Sigmoid(), nn.Linear(84, 10))
        """,
        "test_evaluation_uses_the_moving_statistics",
        "a training pass keeps 0.9",
        "the moving statistics never move",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(120, num_dims=2)",
        "nn.BatchNorm1d(120, momentum=0.0)",
        "test_evaluation_uses_the_moving_statistics",
        "keeps 0.9",
        "the moving statistics of one layer never move",
    ),
    Edit(
        "lenet_bn",
        "BatchNorm(16, num_dims=4)",
        "nn.BatchNorm2d(16, momentum=0.9)",
        "test_evaluation_uses_the_moving_statistics",
        "keeps 0.9",
        "momentum as `BatchNorm` counts it, given to the library's layer",
    ),
    Rewrite(
        "lenet_bn",
        """
        net = nn.Sequential(
            nn.Conv2d(1, 6, 5), nn.BatchNorm2d(6), nn.Sigmoid(), nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5), nn.BatchNorm2d(16), nn.Sigmoid(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(256, 120), nn.BatchNorm1d(120), nn.Sigmoid(),
            nn.Linear(120, 84), nn.BatchNorm1d(84), nn.Sigmoid(), nn.Linear(84, 10))

        def lenet_bn():
            return net
        """,
        "test_every_call_makes_a_new_net",
        "inside the function",
        "one net for all",
    ),
]

RIGHT = [
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                X_hat = (X - moving_mean) / torch.sqrt(moving_var + eps)
            else:
                assert len(X.shape) in (2, 4)
                if len(X.shape) == 2:
                    mean = X.mean(dim=0)
                    var = ((X - mean) ** 2).mean(dim=0)
                else:
                    mean = X.mean(dim=(0, 2, 3), keepdim=True)
                    var = ((X - mean) ** 2).mean(dim=(0, 2, 3), keepdim=True)
                X_hat = (X - mean) / torch.sqrt(var + eps)
                moving_mean = momentum * moving_mean + (1.0 - momentum) * mean
                moving_var = momentum * moving_var + (1.0 - momentum) * var
            Y = gamma * X_hat + beta
            return Y, moving_mean.data, moving_var.data
        """,
        why="the notes' function with the name spelt right",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            F, g, b = nn.functional, gamma.flatten(), beta.flatten()
            if torch.is_grad_enabled():
                Y = F.batch_norm(X, None, None, g, b, training=True, eps=eps)
                axes = [i for i in range(X.dim()) if i != 1]
                var, mean = torch.var_mean(X, axes, correction=0, keepdim=True)
                return Y, torch.lerp(mean, moving_mean, momentum), torch.lerp(var, moving_var, momentum)
            Y = F.batch_norm(X, moving_mean.flatten(), moving_var.flatten(), g, b, training=False, eps=eps)
            return Y, moving_mean.clone(), moving_var.clone()
        """,
        why="the library's function; the moving statistics keep their graph; clones come back",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            mean, var = moving_mean, moving_var
            if torch.is_grad_enabled():
                rows = X if X.dim() == 2 else X.permute(0, 2, 3, 1).reshape(-1, X.shape[1])
                mean = rows.mean(0).reshape(gamma.shape)
                var = (rows**2).mean(0).reshape(gamma.shape) - mean**2
                with torch.no_grad():
                    moving_mean = moving_mean + (1 - momentum) * (mean - moving_mean)
                    moving_var = moving_var + (1 - momentum) * (var - moving_var)
            scale = gamma * torch.rsqrt(var + eps)
            return X * scale + (beta - mean * scale), moving_mean, moving_var
        """,
        why="rows of pixels, variance as mean square minus squared mean, scale and shift in one",
    ),
    Rewrite(
        "batch_norm",
        """
        def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
            if not torch.is_grad_enabled():
                return beta + gamma * (X - moving_mean) / (moving_var + eps) ** 0.5, moving_mean, moving_var
            columns, means, variances = [], [], []
            for k in range(X.shape[1]):
                values = X[:, k]
                m = values.sum() / values.numel()
                v = (values - m).square().sum() / values.numel()
                columns.append((values - m) / (v + eps) ** 0.5)
                means.append(m.detach())
                variances.append(v.detach())
            Y = gamma * torch.stack(columns, 1) + beta
            new_mean, new_var = moving_mean.clone(), moving_var.clone()
            new_mean.mul_(momentum).add_(torch.stack(means).reshape(new_mean.shape), alpha=1 - momentum)
            new_var.mul_(momentum).add_(torch.stack(variances).reshape(new_var.shape), alpha=1 - momentum)
            return Y, new_mean, new_var
        """,
        why="a loop over the features, in place on copies",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                if num_dims == 2:
                    shape = (1, num_features)
                else:
                    shape = (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))
                self.moving_mean = torch.zeros(shape)
                self.moving_var = torch.ones(shape)

            def forward(self, X):
                if self.moving_mean.device != X.device:
                    self.moving_mean = self.moving_mean.to(X.device)
                    self.moving_var = self.moving_var.to(X.device)
                Y, self.moving_mean, self.moving_var = batch_norm(
                    X, self.gamma, self.beta, self.moving_mean, self.moving_var, eps=1e-5, momentum=0.9)
                return Y
        """,
        why="the notes' class: plain attributes, moved in forward; the mode is that of the gradients",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                self.axes = [0] if num_dims == 2 else [0, 2, 3]
                self.bias = nn.Parameter(torch.zeros(num_features))
                self.weight = nn.Parameter(torch.ones(num_features))
                self.register_buffer("running_mean", torch.zeros(num_features))
                self.register_buffer("running_var", torch.ones(num_features))

            def forward(self, X):
                if self.training:
                    with torch.no_grad():
                        self.running_mean.lerp_(X.mean(self.axes), 0.1)
                        self.running_var.lerp_(X.var(self.axes, correction=0), 0.1)
                    return nn.functional.batch_norm(X, None, None, self.weight, self.bias, True)
                return nn.functional.batch_norm(
                    X, self.running_mean, self.running_var, self.weight, self.bias, False)
        """,
        why="the mode is self.training; parameters of one axis; buffers changed in place",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = [1, num_features] + [1] * (num_dims - 2)
                self.gamma, self.beta = (nn.Parameter(f(shape)) for f in (torch.ones, torch.zeros))
                self.register_buffer("moving", torch.stack([torch.zeros(shape), torch.ones(shape)]), False)

            def forward(self, X):
                with torch.set_grad_enabled(self.training):
                    Y, mean, var = batch_norm(X, self.gamma, self.beta, *self.moving, 1e-5, 0.9)
                if self.training:
                    self.moving = torch.stack([mean, var]).detach()
                return Y
        """,
        why="batch_norm with the mode of self.training; both statistics in one buffer",
    ),
    Rewrite(
        "BatchNorm",
        """
        class BatchNorm(nn.Module):
            def __init__(self, num_features, num_dims):
                super().__init__()
                shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
                self.gamma = nn.Parameter(torch.ones(shape))
                self.beta = nn.Parameter(torch.zeros(shape))
                self.moving_mean = nn.Parameter(torch.zeros(shape), requires_grad=False)
                self.moving_var = nn.Parameter(torch.ones(shape), requires_grad=False)

            def forward(self, X):
                Y, self.moving_mean.data, self.moving_var.data = batch_norm(
                    X, self.gamma, self.beta, self.moving_mean, self.moving_var, 1e-5, 0.9)
                return Y
        """,
        why="moving statistics as parameters that are not trained",
    ),
    Rewrite(
        "lenet_bn",
        """
        def lenet_bn():
            return nn.Sequential(
                nn.Conv2d(1, 6, kernel_size=5), nn.BatchNorm2d(6), nn.Sigmoid(),
                nn.MaxPool2d(kernel_size=2, stride=2),
                nn.Conv2d(6, 16, kernel_size=5), nn.BatchNorm2d(16), nn.Sigmoid(),
                nn.MaxPool2d(kernel_size=2, stride=2), nn.Flatten(),
                nn.Linear(256, 120), nn.BatchNorm1d(120), nn.Sigmoid(),
                nn.Linear(120, 84), nn.BatchNorm1d(84), nn.Sigmoid(),
                nn.Linear(84, 10))
        """,
        why="the notes' short form with the library's layers",
    ),
    Rewrite(
        "lenet_bn",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.LazyConv2d(6, 5), nn.LazyConv2d(16, 5)
                self.fc1, self.fc2, self.fc3 = nn.LazyLinear(120), nn.LazyLinear(84), nn.LazyLinear(10)
                self.norms = nn.ModuleList([nn.LazyBatchNorm2d(), nn.LazyBatchNorm2d(), nn.LazyBatchNorm1d(), nn.LazyBatchNorm1d()])

            def forward(self, X):
                F = nn.functional
                X = torch.sigmoid(F.max_pool2d(self.norms[0](self.conv1(X)), 2))
                X = torch.sigmoid(F.max_pool2d(self.norms[1](self.conv2(X)), 2))
                X = X.flatten(1)
                X = torch.sigmoid(self.norms[2](self.fc1(X)))
                X = torch.sigmoid(self.norms[3](self.fc2(X)))
                return self.fc3(X)

        def lenet_bn():
            return LeNet()
        """,
        why="lazy layers; the sigmoid after pooling gives the same",
    ),
    Rewrite(
        "lenet_bn",
        """
        class LeNetBN(nn.Module):
            def __init__(self):
                super().__init__()
                self.kernels = nn.ParameterList([nn.Parameter(0.2 * torch.randn(6, 1, 5, 5)), nn.Parameter(0.1 * torch.randn(16, 6, 5, 5))])
                self.biases = nn.ParameterList([nn.Parameter(torch.zeros(n)) for n in (6, 16, 120, 84, 10)])
                self.weights = nn.ParameterList([nn.Parameter(torch.randn(a, b) * a**-0.5) for a, b in ((256, 120), (120, 84), (84, 10))])
                self.bn = nn.ModuleDict({"6": BatchNorm(6, 4), "16": BatchNorm(16, 4), "120": BatchNorm(120, 2), "84": BatchNorm(84, 2)})

            def forward(self, X):
                for K, b in zip(self.kernels, self.biases):
                    X = nn.functional.conv2d(X, K, b)
                    X = nn.functional.max_pool2d(self.bn[str(len(b))](X).sigmoid(), 2, 2)
                X = X.reshape(len(X), -1)
                for W, b in zip(self.weights[:2], self.biases[2:4]):
                    X = self.bn[str(len(b))](X @ W + b).sigmoid()
                return X @ self.weights[2] + self.biases[4]

        def lenet_bn():
            return LeNetBN()
        """,
        why="raw parameters, matrices stored (in, out), biases that start at 0",
    ),
]
