"""Dropout: zero activations at random without moving their mean.

Source: notes 4.6 (Dropout).
"""

import torch
from torch import Tensor, nn


def dropout_layer(X: Tensor, dropout: float) -> Tensor:
    """Zero each element of X with probability `dropout` and rescale the survivors.

    Every element is dropped or kept on its own. Survivors are divided by (1 - dropout), so the
    mean of the output is X.

    Args:
        X: shape (...), floating point. Not modified.
        dropout: probability of dropping, in [0, 1]; 0 keeps everything, 1 drops everything.

    Returns:
        Tensor with the shape, dtype and device of X, differentiable in X; a fresh mask on every
        call.

    Raises:
        ValueError or AssertionError: dropout is outside [0, 1].

    >>> dropout_layer(torch.ones(3), 1.0)
    tensor([0., 0., 0.])
    """
    raise NotImplementedError("TODO dropout_layer")


class DropoutMLP(nn.Module):
    """Perceptron with two hidden layers, ReLU, and dropout after each hidden activation.

    Dropout works while the module is in training mode and is off after `.eval()`. The output
    layer has neither activation nor dropout. The parameters are the weights and biases of the
    three linear layers.

    Args:
        num_inputs: values an example has.
        num_outputs: values of the output.
        num_hiddens1, num_hiddens2: units of the first and the second hidden layer.
        dropout1, dropout2: probability of dropping after the first and the second hidden layer.

    >>> net = DropoutMLP(784, 10, 256, 256, dropout1=0.2, dropout2=0.5)
    >>> net(torch.ones(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    """

    def __init__(
        self,
        num_inputs: int,
        num_outputs: int,
        num_hiddens1: int,
        num_hiddens2: int,
        dropout1: float,
        dropout2: float,
    ) -> None:
        super().__init__()
        raise NotImplementedError("TODO DropoutMLP.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X (n, ...), num_inputs values an example, to (n, num_outputs). X is not modified."""
        raise NotImplementedError("TODO DropoutMLP.forward")
