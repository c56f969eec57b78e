"""Batch normalisation: keep the scale of every feature steady while a deep net learns."""

import torch
from torch import Tensor, nn


def batch_norm(
    X: Tensor,
    gamma: Tensor,
    beta: Tensor,
    moving_mean: Tensor,
    moving_var: Tensor,
    eps: float,
    momentum: float,
) -> tuple[Tensor, Tensor, Tensor]:
    """Normalise every feature of a batch, then scale it by gamma and shift it by beta."""
    if not torch.is_grad_enabled():  # evaluation
        X_hat = (X - moving_mean) / torch.sqrt(moving_var + eps)
        return gamma * X_hat + beta, moving_mean, moving_var
    axes = (0,) if X.dim() == 2 else (0, 2, 3)  # every axis but that of the features
    mean = X.mean(dim=axes, keepdim=True)  # (1, d) or (1, c, 1, 1)
    var = ((X - mean) ** 2).mean(dim=axes, keepdim=True)
    X_hat = (X - mean) / torch.sqrt(var + eps)
    # Detached: the graph of this batch must not live on in the moving statistics.
    moving_mean = momentum * moving_mean + (1 - momentum) * mean.detach()
    moving_var = momentum * moving_var + (1 - momentum) * var.detach()
    return gamma * X_hat + beta, moving_mean, moving_var


class BatchNorm(nn.Module):
    """Batch normalisation as a layer, with eps 1e-5 and momentum 0.9."""

    def __init__(self, num_features: int, num_dims: int) -> None:
        super().__init__()
        shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
        self.gamma = nn.Parameter(torch.ones(shape))
        self.beta = nn.Parameter(torch.zeros(shape))
        # Buffers follow .to(device) and are saved with the parameters, but are not trained.
        self.register_buffer("moving_mean", torch.zeros(shape))
        self.register_buffer("moving_var", torch.ones(shape))

    def forward(self, X: Tensor) -> Tensor:
        Y, self.moving_mean, self.moving_var = batch_norm(
            X, self.gamma, self.beta, self.moving_mean, self.moving_var, eps=1e-5, momentum=0.9
        )
        return Y


def lenet_bn() -> nn.Module:
    """The LeNet of the notes with batch normalisation after each hidden layer."""
    return nn.Sequential(
        nn.Conv2d(1, 6, kernel_size=5),  # (n, 6, 24, 24)
        BatchNorm(6, num_dims=4),
        nn.Sigmoid(),
        nn.MaxPool2d(kernel_size=2, stride=2),  # (n, 6, 12, 12)
        nn.Conv2d(6, 16, kernel_size=5),  # (n, 16, 8, 8)
        BatchNorm(16, num_dims=4),
        nn.Sigmoid(),
        nn.MaxPool2d(kernel_size=2, stride=2),  # (n, 16, 4, 4)
        nn.Flatten(),  # (n, 256)
        nn.Linear(16 * 4 * 4, 120),
        BatchNorm(120, num_dims=2),
        nn.Sigmoid(),
        nn.Linear(120, 84),
        BatchNorm(84, num_dims=2),
        nn.Sigmoid(),
        nn.Linear(84, 10),
    )
