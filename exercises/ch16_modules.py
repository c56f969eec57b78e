"""Modules: build a net from layers, blocks and code of your own.

Source: notes 5 (Deep learning computation: layers and blocks).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class MLP(nn.Module):
    """Perceptron with one hidden layer: linear, ReLU, linear.

    The parameters are the weight and the bias of each of the two linear layers. They are made
    once, in __init__. Their first values are free, as long as they are small (those of nn.Linear
    are, those of torch.randn are not), and the weights random numbers, drawn for each net. The
    names of the layers are free, too.

    Args:
        num_inputs: values an example has.
        num_hiddens: units of the hidden layer.
        num_outputs: values of the output.

    >>> net = MLP()
    >>> net(torch.rand(2, 20)).shape
    torch.Size([2, 10])
    >>> sum(parameter.numel() for parameter in net.parameters())
    7946
    """

    def __init__(self, num_inputs: int = 20, num_hiddens: int = 256, num_outputs: int = 10) -> None:
        super().__init__()
        raise NotImplementedError("TODO MLP.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X of shape (n, num_inputs) to (n, num_outputs), differentiable; X is not modified."""
        raise NotImplementedError("TODO MLP.forward")


class MySequential(nn.Module):
    """Blocks in a row, each fed with the output of the one before: your own nn.Sequential.

    The blocks themselves are used, not copies. Whatever PyTorch does with a module reaches all of
    them: `parameters()` gives the parameters of the blocks, each once; a `state_dict()` holds all
    that the blocks save, so that `load_state_dict` brings it into a net of the same blocks;
    `.to(...)` moves or converts their parameters and buffers; `.train()` and `.eval()` switch
    them; the `repr` shows them. Blocks may be nets of the same class, and one block may stand in
    several places: then it acts in each of them. The names of the blocks are free.

    Args:
        blocks: any number of modules, in the order in which they act; without any, the net gives
            back its input.

    >>> net = MySequential(nn.Linear(20, 256), nn.ReLU(), nn.Linear(256, 10))
    >>> net(torch.rand(2, 20)).shape
    torch.Size([2, 10])
    >>> len(list(net.parameters()))
    4
    """

    def __init__(self, *blocks: nn.Module) -> None:
        super().__init__()
        raise NotImplementedError("TODO MySequential.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Send X, of any shape that the first block takes, through all blocks."""
        raise NotImplementedError("TODO MySequential.forward")


class FixedHiddenMLP(nn.Module):
    """Net with a constant weight, one linear layer that acts twice, and a loop.

    One linear layer, 20 to 20 values with a bias, holds all the parameters that are trained. The
    constant `rand_weight`, shape (20, 20), is an attribute of the net: drawn once for each net,
    uniformly from [0, 1), and never trained.

    >>> FixedHiddenMLP()(torch.rand(2, 20)).shape
    torch.Size([])
    """

    def __init__(self) -> None:
        super().__init__()
        raise NotImplementedError("TODO FixedHiddenMLP.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X of shape (n, 20) to one number, a tensor of shape (); X is not modified.

        First the linear layer gives H. Then comes relu(H @ rand_weight + 1), then the same linear
        layer once more. While the sum of the absolute values of what it gives is above 1, all of
        it is halved. The result is its sum, differentiable in X and in the parameters.
        """
        raise NotImplementedError("TODO FixedHiddenMLP.forward")


class NestMLP(nn.Module):
    """Net of nested parts: three linear layers to 64, 32 and 16 values.

    ReLU acts after the first and after the second one, and nothing after the third. The
    parameters are the weights and biases of the three layers, made once, with first values as in
    `MLP`. How you nest and name the parts is free.

    >>> NestMLP()(torch.rand(2, 20)).shape
    torch.Size([2, 16])
    >>> chimera = nn.Sequential(NestMLP(), nn.Linear(16, 20), FixedHiddenMLP())
    >>> chimera(torch.rand(2, 20)).shape
    torch.Size([])
    """

    def __init__(self) -> None:
        super().__init__()
        raise NotImplementedError("TODO NestMLP.__init__")

    def forward(self, X: Tensor) -> Tensor:
        """Map X of shape (n, 20) to (n, 16), differentiable; X is not modified."""
        raise NotImplementedError("TODO NestMLP.forward")
