"""Checkpoints: keep tensors and weights in files, and keep the best weights of a training run."""

import copy
import math
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

Tensors = Tensor | list[Tensor] | dict[str, Tensor]


def save_tensors(obj: Tensors, path: str | Path) -> None:
    """Write a tensor, or a list or dict of tensors, to a file in the format of `torch.save`."""
    path = Path(path)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")  # on the same disk: it can be renamed
    try:
        torch.save(obj, draft)
        os.replace(draft, path)  # one step of the file system: path is the old file or the new one
    finally:
        draft.unlink(missing_ok=True)  # it is still there only when something failed


def load_tensors(path: str | Path) -> Tensors:
    """Read a file of `save_tensors` or `torch.save`, and run no code that it may hold."""
    try:
        # On the CPU: the GPU of the writer may be missing here.
        return torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise
    except Exception as error:  # torch raises many kinds, some of which say little
        raise ValueError(f"{path} cannot be read as a file of tensors: {error}") from error


def save_params(net: nn.Module, path: str | Path) -> None:
    """Write the state_dict of `net` (parameters and buffers by name) to a file."""
    save_tensors(net.state_dict(), path)


def load_params(net: nn.Module, path: str | Path) -> None:
    """Fill `net` with the state_dict that a file holds, name by name: all of it, or nothing."""
    saved, state = load_tensors(path), net.state_dict()
    # load_state_dict checks too, but it has copied what fits by the time it raises.
    if not isinstance(saved, dict) or saved.keys() != state.keys():
        raise ValueError(f"{path} does not hold the names of this net: {list(state)}")
    for name, tensor in saved.items():
        shape = getattr(tensor, "shape", None)
        if shape != state[name].shape:
            raise ValueError(f"{path}: {name} has shape {shape}, not {state[name].shape}")
    net.load_state_dict(saved)


def fit(
    model: nn.Module,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    valid_loader: Iterable[tuple[Tensor, Tensor]],
    config: dict[str, Any],
    on_epoch: Callable[[int, float, float], object] | None = None,
) -> dict[str, list[float]]:
    """Train until the validation loss stops falling, and keep the weights that were best."""
    device = next(model.parameters()).device
    loss = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
    history: dict[str, list[float]] = {"train_loss": [], "valid_loss": []}
    best_loss, best_state, waited = math.inf, None, 0

    for epoch in range(1, config["n_epochs"] + 1):
        model.train()
        total = count = 0
        for x, y in train_loader:
            x, y = x.to(device), y.to(device)
            batch_loss = loss(model(x), y)
            optimizer.zero_grad()
            batch_loss.backward()
            optimizer.step()
            total += batch_loss.item() * len(x)
            count += len(x)
        history["train_loss"].append(total / count)

        model.eval()
        total = count = 0
        with torch.no_grad():
            for x, y in valid_loader:
                x, y = x.to(device), y.to(device)
                total += loss(model(x), y).item() * len(x)
                count += len(x)
        history["valid_loss"].append(total / count)

        if history["valid_loss"][-1] < best_loss:
            best_loss, waited = history["valid_loss"][-1], 0
            # A copy: the state_dict holds the tensors themselves, in which training goes on.
            best_state = copy.deepcopy(model.state_dict())
            save_params(model, config["save_path"])
        else:
            waited += 1
        if on_epoch is not None:
            on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])
        if waited >= config["early_stop"]:
            break

    if best_state is not None:
        model.load_state_dict(best_state)
    return history


def predict(model: nn.Module, loader: Iterable[Tensor], device: torch.device | str) -> Tensor:
    """The outputs of a model for all batches of a loader, in evaluation mode."""
    was_training = model.training
    model.eval()
    with torch.no_grad():
        outputs = [model(X.to(device)).cpu() for X in loader]
    model.train(was_training)
    return torch.cat(outputs)
