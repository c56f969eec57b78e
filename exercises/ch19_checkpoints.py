"""Checkpoints: keep tensors and weights in files, and keep the best weights of a training run.

Source: notes 5 (Reading and writing files), post 002 (the example trainer).
"""

import copy
import io
import math
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

Tensors = Tensor | list[Tensor] | dict[str, Tensor]


def save_tensors(obj: Tensors, path: str | Path) -> None:
    """Write a tensor, or a list or dict of tensors, to a file in the format of `torch.save`.

    The file is written atomically: at every moment `path` holds the whole old file or the whole
    new one, also when the program is killed or fails while it saves. (What it leaves behind under
    another name does not matter, and does not disturb the next save.)

    Args:
        obj: tensors of any shape and dtype. Not modified.
        path: the file, in a folder that exists; an old file is replaced. The folder may lie on
            another disk than the folder for temporary files of the system.

    Raises:
        Exception: it could not be saved; the old file is as it was. Any class of error will do.

    >>> x, y = torch.arange(4), torch.zeros(4)
    >>> save_tensors({"x": x, "y": y}, "mydict")
    >>> torch.load("mydict", weights_only=True)
    {'x': tensor([0, 1, 2, 3]), 'y': tensor([0., 0., 0., 0.])}
    """
    raise NotImplementedError("TODO save_tensors")


def load_tensors(path: str | Path) -> Tensors:
    """Read a file of `save_tensors` or `torch.save`, and run no code that it may hold.

    Such a file is a pickle, and a pickle can name any function for its reader to call.

    Args:
        path: the file.

    Returns:
        What was saved: a tensor, or a list or dict of tensors, of the same shapes, dtypes, values.

    Raises:
        Exception: the file is not there, is cut short, was not written by `torch.save`, or holds
            a whole module or code to run, which is not run. Any class of error will do; best is
            one that names the file.

    >>> torch.save([torch.arange(4), torch.zeros(4)], "x-files")
    >>> load_tensors("x-files")
    [tensor([0, 1, 2, 3]), tensor([0., 0., 0., 0.])]
    """
    raise NotImplementedError("TODO load_tensors")


def save_params(net: nn.Module, path: str | Path) -> None:
    """Write the state_dict of `net` (all that it saves, by name) to a file.

    Format and manner are those of `save_tensors`: atomically, in the format of `torch.save`.

    Args:
        net: any module. Not modified.
        path: the file, as in `save_tensors`.

    >>> save_params(nn.Linear(2, 3), "mlp.params")
    >>> list(torch.load("mlp.params", weights_only=True))
    ['weight', 'bias']
    """
    raise NotImplementedError("TODO save_params")


def load_params(net: nn.Module, path: str | Path) -> None:
    """Fill `net` with the state_dict that a file holds, name by name: all of it, or nothing.

    Args:
        net: any module. Its parameters and buffers take over the values; they stay the objects
            that an optimizer may hold already, on their device, and can be trained afterwards.
        path: a file of `save_params` or of `torch.save(net.state_dict(), path)`.

    Raises:
        Exception: as `load_tensors`, and when a name of the net is missing in the file, the file
            has one more, or a shape differs. Then nothing in net has changed. Any class will do.

    >>> net, clone = nn.Linear(2, 3), nn.Linear(2, 3)
    >>> torch.save(net.state_dict(), "mlp.params")
    >>> load_params(clone, "mlp.params")
    >>> torch.equal(clone.weight, net.weight)
    True
    """
    raise NotImplementedError("TODO load_params")


def fit(
    model: nn.Module,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    valid_loader: Iterable[tuple[Tensor, Tensor]],
    config: dict[str, Any],
    on_epoch: Callable[[int, float, float], object] | None = None,
) -> dict[str, list[float]]:
    """Train until the validation loss stops falling, and keep the weights that were best.

    The loss is the mean squared error, the optimizer SGD with momentum 0.9. An epoch is one pass
    over train_loader in training mode, a step for each batch, then one over valid_loader in
    evaluation mode. An epoch is better when its validation loss is below all earlier ones (NaN is
    never better). At once its state_dict is written to save_path, atomically as in `save_params`.
    Training stops after early_stop epochs in a row that are not better, or after n_epochs in all.

    Args:
        model: `model(x)` has the shape of y. At the end it holds the parameters and buffers that
            it had after the best epoch; if none was better, those of the last. It can be trained
            further.
        train_loader, valid_loader: pairs (x, y) of batches, n examples each; they are moved to
            the device of the model. The last batch may be smaller.
        config: n_epochs, learning_rate, early_stop, save_path, and others that do not matter
            here. Not modified.
        on_epoch: called as on_epoch(epoch, train loss, valid loss) at the end of every epoch,
            the first being epoch 1, after the best weights were saved. None: nothing is called.

    Returns:
        Dict with the lists "train_loss" and "valid_loss", a Python float for every epoch: the
        mean squared error over all examples of the loader, so that a smaller batch counts less.
        A batch of train_loader is measured before its step, valid_loader after all of them.

    >>> batches = [(torch.tensor([[1.0]]), torch.tensor([[2.0]]))]
    >>> config = {"n_epochs": 3, "learning_rate": 0.0, "early_stop": 2, "save_path": "best.params"}
    >>> model = nn.Linear(1, 1)
    >>> history = fit(model, batches, batches, config)
    >>> {name: len(losses) for name, losses in history.items()}
    {'train_loss': 3, 'valid_loss': 3}
    """
    raise NotImplementedError("TODO fit")


def predict(model: nn.Module, loader: Iterable[Tensor], device: torch.device | str) -> Tensor:
    """The outputs of a model for all batches of a loader, in evaluation mode.

    Args:
        model: lies on `device` already. Afterwards its mode, training or evaluation, is as before,
            and it can be trained.
        loader: batches X, not pairs; each is moved to `device`. The last may be smaller.
        device: where to compute.

    Returns:
        One tensor on the CPU without gradient: the outputs one after the other along axis 0.

    >>> predict(nn.Identity(), [torch.tensor([1.0, 2.0]), torch.tensor([3.0])], "cpu")
    tensor([1., 2., 3.])
    """
    raise NotImplementedError("TODO predict")
