"""Hidden tests of ch20_devices."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from pytest import MonkeyPatch, fixture, mark
from torch import Tensor

from tests.calls import Call, call, describe
from tests.checks import assert_tensor, assert_that, assert_value

CPU = torch.device("cpu")


def gpu(i: int) -> torch.device:
    return torch.device(f"cuda:{i}")


@fixture
def gpus(monkeypatch: MonkeyPatch) -> Callable[[int], None]:
    """Let the machine seem to have n GPUs; nothing can be computed on them."""

    def have(n: int) -> None:
        monkeypatch.setattr(torch.cuda, "device_count", lambda: n)
        monkeypatch.setattr(torch.cuda, "is_available", lambda: n > 0)

    return have


def on_machine(n: int, got: Call) -> Call:
    return Call(f"{got.text} on a machine with {n} GPU{'s' * (n != 1)}", got.value)


class TestTryGpu:
    @mark.shapes
    def test_a_torch_device_comes_back(self, kata, gpus):
        for n, expected in ((0, CPU), (3, gpu(0))):
            gpus(n)
            got = on_machine(n, call(kata.try_gpu))
            hint = "Did you forget `return`?" if got.value is None else "Make a torch.device."
            assert_that(isinstance(got.value, torch.device), got, "", repr(expected), hint)

    @mark.parametrize(("n", "i"), [(1, 0), (3, 0), (3, 1), (3, 2)])
    def test_gpu_i_where_there_is_one(self, kata, gpus, n, i):
        gpus(n)
        hint = (
            f"The numbers begin with 0: {n} GPUs are 0 to {n - 1}. Name the one that is asked for."
        )
        assert_value(on_machine(n, call(kata.try_gpu, i)), gpu(i), hint)
        assert_value(on_machine(n, call(kata.try_gpu, i=i)), gpu(i), hint)

    @mark.parametrize(("n", "i"), [(0, 0), (0, 1), (1, 1), (3, 3), (3, 10)])
    def test_cpu_where_there_is_none(self, kata, gpus, n, i):
        gpus(n)
        hint = f"Numbers begin with 0: there is no GPU {i} among {n}, the CPU takes its place."
        hint += " Count them at every call."
        assert_value(on_machine(n, call(kata.try_gpu, i)), CPU, hint)

    def test_default_is_the_first_gpu(self, kata, gpus):
        for n, expected in ((0, CPU), (1, gpu(0)), (3, gpu(0))):  # it is counted at every call
            gpus(n)
            hint = "Without an argument it is GPU 0; count the GPUs anew at every call."
            assert_value(on_machine(n, call(kata.try_gpu)), expected, hint)

    @mark.cuda
    def test_cuda(self, kata):
        got = call(kata.try_gpu)
        assert_value(got, gpu(0))
        assert_value(got.part(torch.ones(2, 3, device=got.value).device, "a tensor there"), gpu(0))
        last = torch.cuda.device_count() - 1
        assert_value(call(kata.try_gpu, last), gpu(last))
        assert_value(call(kata.try_gpu, last + 1), CPU)


class TestTryAllGpus:
    @mark.shapes
    @mark.parametrize("n", [0, 3])
    def test_a_list_comes_back(self, kata, gpus, n):
        gpus(n)
        got = on_machine(n, call(kata.try_all_gpus))
        hint = "Did you forget `return`?" if got.value is None else ""
        assert_that(isinstance(got.value, list), got, "", "a list of devices", hint)

    @mark.parametrize("n", [1, 3])
    def test_all_gpus_in_the_order_of_their_numbers(self, kata, gpus, n):
        gpus(n)
        hint = "Every GPU once, from number 0 on, and nothing else; each is a torch.device."
        assert_value(on_machine(n, call(kata.try_all_gpus)), [gpu(i) for i in range(n)], hint)

    def test_the_cpu_alone_where_there_is_no_gpu(self, kata, gpus):
        for n, expected in ((3, [gpu(0), gpu(1), gpu(2)]), (0, [CPU])):
            gpus(n)
            hint = "Without a GPU it is a list of one device, the CPU: count anew at every call."
            assert_value(on_machine(n, call(kata.try_all_gpus)), expected, hint)

    @mark.cuda
    def test_cuda(self, kata):
        n = torch.cuda.device_count()
        got = call(kata.try_all_gpus)
        assert_value(got, [gpu(i) for i in range(n)])
        places = [torch.ones(2, device=device).device for device in got.value]
        assert_value(got.part(places, "where tensors made there lie"), got.value)


MOVED = "Every tensor is to be moved; X.to(device) returns the moved one."


def assert_moved(got: Call, batch: Any, device: str, hint: str = MOVED) -> None:
    """What came back has the form of `batch`, its tensors are on `device`, the rest is the same."""
    __tracebackhide__ = True
    value = got.value
    if isinstance(batch, Tensor):
        expected = batch.to(device)
        same = (value.dtype, value.shape) if isinstance(value, Tensor) else describe(value)
        right = (batch.dtype, batch.shape)
        assert_that(same == right, got, f"{same}", f"a tensor: {right}", "Only its place changes.")
        place = value.device
        assert_that(place == expected.device, got, f"on {place}", f"on {expected.device}", hint)
        if device != "meta":  # tensors there have no values
            assert_tensor(got, expected)
    elif isinstance(batch, (list, tuple, dict)):
        slip = "Did you forget `return`?" if value is None else "Every container keeps its type."
        form = f"a {type(batch).__name__}"
        assert_that(type(value) is type(batch), got, "", form, slip)
        if isinstance(batch, dict):
            keys = f"the keys {list(value)}"
            assert_that(list(value) == list(batch), got, keys, f"the keys {list(batch)}")
        count = f"{form} of {len(value)}"
        assert_that(len(value) == len(batch), got, count, f"{form} of {len(batch)}", "All of it.")
        for key in batch if isinstance(batch, dict) else range(len(batch)):
            assert_moved(got.part(value[key], f"at {key!r}"), batch[key], device, hint)
    else:
        slip = "What is no tensor, list, tuple or dict stays as it is."
        same = type(value) is type(batch) and np.array_equal(value, batch)
        assert_that(same, got, "", f"a {type(batch).__name__} as before, {describe(batch)}", slip)


def batches() -> dict[str, Any]:
    """Batches in all forms."""
    X, y = torch.tensor([[1.5, -2.0, 0.5]]), torch.tensor([3, -1])
    leaves = {"name": "cat", "size": 7, "rate": 0.5, "no": None, "flag": True, "": np.ones(2)}
    return {
        "tensor": X,
        "pair": (X, y),
        "list": [X, y, torch.tensor(True)],
        "dict": {"y": y, "X": X, 3: X.T},
        "nested": {"images": [X, (y, {"deep": [X.double()]})], "labels": (y,)},
        "leaves": [leaves, X, ("a", "bc"), None],
        "empty": ([], (), {}, torch.ones(0, 2)),
    }


class TestToDevice:
    @mark.shapes
    @mark.parametrize("kind", batches())
    def test_form_and_values_stay(self, kata, kind):
        batch = batches()[kind]
        assert_moved(call(kata.to_device, batch, torch.device("cpu")), batch, "cpu")

    @mark.parametrize("kind", batches())
    def test_every_tensor_is_moved(self, kata, kind):
        batch = batches()[kind]
        # "meta" stands for a GPU here: a device without memory, whose tensors have no values.
        assert_moved(call(kata.to_device, batch=batch, device="meta"), batch, "meta")
        assert_moved(call(kata.to_device, batch, torch.device("meta")), batch, "meta")

    @mark.parametrize("kind", ["pair", "list", "dict", "nested"])
    def test_the_batch_is_not_modified(self, kata, kind):
        batch, before = batches()[kind], batches()[kind]
        got = call(kata.to_device, batch, "meta")
        told = Call(f"{got.text}: the batch that was handed in", batch)
        assert_moved(told, before, "cpu", "It was changed; make new lists and dicts.")

    def test_a_single_leaf_comes_back(self, kata):
        for leaf in ("cat", 7, None):
            assert_moved(call(kata.to_device, leaf, "meta"), leaf, "meta")

    @mark.cuda
    @mark.parametrize("kind", batches())
    def test_cuda(self, kata, kind):
        batch = batches()[kind]
        there = call(kata.to_device, batch, "cuda:0")
        assert_moved(there, batch, "cuda:0")
        assert_moved(call(kata.to_device, there.value, "cpu"), batch, "cpu")


def elsewhere(i: int) -> Tensor:
    """A tensor that says it lies on GPU i, as far as tensors can without one."""

    class OnGpu(Tensor):
        device = property(lambda self: gpu(i))
        is_cuda = property(lambda self: True)
        is_cpu = property(lambda self: False)

        def get_device(self) -> int:
            return i

    return torch.ones(2).as_subclass(OnGpu)


def on_devices(function: Callable, *tensors: Tensor) -> Call:
    """Call the function, and tell where the tensors lie."""
    places = ", ".join(str(tensor.device) for tensor in tensors)
    return Call(f"same_device of tensors on {places}", function(*tensors))


class TestSameDevice:
    @mark.shapes
    def test_a_bool_comes_back(self, kata):
        for tensors in ([torch.ones(2)], [torch.ones(2), torch.ones(2).to("meta")]):
            got = on_devices(kata.same_device, *tensors)
            hint = "Did you forget `return`?" if got.value is None else "Answer the question."
            assert_that(type(got.value) is bool, got, "", "True or False", hint)

    def test_true_where_all_are_together(self, kata):
        X = torch.ones(2, 3)
        hint = "Compare devices with ==, and only devices: shapes and dtypes do not matter."
        for tensors in ([X], [X, torch.arange(4)], [X, X.T, torch.tensor(True), X.double()]):
            assert_value(call(kata.same_device, *tensors), True, hint)
        there = [X.to("meta"), torch.arange(4).to("meta")]
        assert_value(on_devices(kata.same_device, *there), True, hint)

    @mark.parametrize("other", range(4))
    def test_false_where_one_lies_elsewhere(self, kata, other):
        tensors = [elsewhere(0) if i == other else torch.full((2,), float(i)) for i in range(4)]
        got = on_devices(kata.same_device, *tensors)
        assert_value(got, False, "All of them have to be compared.")

    def test_two_gpus_are_two_devices(self, kata):
        for one, two in ((0, 1), (1, 0), (1, 1)):
            got = on_devices(kata.same_device, elsewhere(one), elsewhere(two))
            assert_value(got, one == two, "The number of the device counts, not only its type.")

    @mark.cuda
    def test_cuda(self, kata):
        X, Y = torch.ones(2, 3).cuda(), torch.ones(2, 3)
        assert_value(call(kata.same_device, X, X + 1), True)
        assert_value(call(kata.same_device, X, Y), False)
        assert_value(call(kata.same_device, X, Y.cuda(), Y), False)
