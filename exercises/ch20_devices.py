"""Devices: use a GPU where there is one, and move batches of any form to it.

Source: notes 6 (Using GPUs).
"""

from typing import Any

import torch
from torch import Tensor


def try_gpu(i: int = 0) -> torch.device:
    """The GPU number i, or the CPU when there is no such GPU.

    Code that asks this function runs on every machine.

    Args:
        i: number of the GPU, from 0 on.

    Returns:
        The device cuda:i if `torch.cuda.device_count()` now counts more than i devices, else the
        device cpu.

    >>> try_gpu(10)
    device(type='cpu')
    """
    raise NotImplementedError("TODO try_gpu")


def try_all_gpus() -> list[torch.device]:
    """All GPUs of this machine, or the CPU alone when there is none.

    Returns:
        List of the devices cuda:0, cuda:1, ... that `torch.cuda.device_count()` counts now; if it
        counts none, a list of the device cpu.

    >>> len(try_all_gpus()) > 0
    True
    """
    raise NotImplementedError("TODO try_all_gpus")


def to_device(batch: Any, device: torch.device | str) -> Any:
    """Move every tensor of a batch to a device, in whatever form the batch comes.

    Args:
        batch: a tensor, or a list, tuple or dict of such batches, nested to any depth, also empty.
            Anything else in it (numbers, strings, None, ...) stays as it is. Not modified.
        device: where the tensors are wanted.

    Returns:
        The batch in the same form: lists, tuples and dicts at the same places, the same keys in
        the same order, tensors of the same dtypes and values, now on `device`. (A tensor that is
        there already may be itself or a copy.)

    >>> to_device({"image": torch.ones(2, 3), "name": "cat"}, "cpu")
    {'image': tensor([[1., 1., 1.],
            [1., 1., 1.]]), 'name': 'cat'}
    """
    raise NotImplementedError("TODO to_device")


def same_device(*tensors: Tensor) -> bool:
    """Whether all tensors lie on one device, so that one operation can take them together.

    Two GPUs are two devices.

    Args:
        tensors: one or more tensors, as separate arguments.

    Returns:
        True or False.

    >>> same_device(torch.ones(2, 3), torch.zeros(1), torch.arange(4))
    True
    """
    raise NotImplementedError("TODO same_device")
