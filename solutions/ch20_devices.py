"""Devices: use a GPU where there is one, and move batches of any form to it."""

from typing import Any

import torch
from torch import Tensor


def try_gpu(i: int = 0) -> torch.device:
    """The GPU number i, or the CPU when there is no such GPU."""
    if i < torch.cuda.device_count():
        return torch.device(f"cuda:{i}")
    return torch.device("cpu")


def try_all_gpus() -> list[torch.device]:
    """All GPUs of this machine, or the CPU alone when there is none."""
    gpus = [torch.device(f"cuda:{i}") for i in range(torch.cuda.device_count())]
    return gpus or [torch.device("cpu")]


def to_device(batch: Any, device: torch.device | str) -> Any:
    """Move every tensor of a batch to a device, in whatever form the batch comes."""
    if isinstance(batch, Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        return {key: to_device(value, device) for key, value in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(value, device) for value in batch)
    return batch


def same_device(*tensors: Tensor) -> bool:
    """Whether all tensors lie on one device, so that one operation can take them together."""
    return all(tensor.device == tensors[0].device for tensor in tensors)
