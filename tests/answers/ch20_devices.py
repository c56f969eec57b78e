"""Known answers of ch20_devices."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "try_gpu",
        "i < torch.cuda.device_count()",
        "i <= torch.cuda.device_count()",
        "test_cpu_where_there_is_none",
        "no GPU",
        "one GPU too many (>= i)",
    ),
    Edit(
        "try_gpu",
        "i < torch.cuda.device_count()",
        "i + 1 < torch.cuda.device_count()",
        "test_gpu_i_where_there_is_one",
        "begin with 0",
        "the last GPU is never used",
    ),
    Edit(
        "try_gpu",
        "i < torch.cuda.device_count()",
        "torch.cuda.is_available()",
        "test_cpu_where_there_is_none",
        "takes its place",
        "asks only whether there is a GPU at all",
    ),
    Edit(
        "try_gpu",
        'f"cuda:{i}"',
        '"cuda:0"',
        "test_gpu_i_where_there_is_one",
        "Name the one",
        "always the first GPU",
    ),
    Edit(
        "try_gpu",
        'f"cuda:{i}"',
        'f"cuda:{i + 1}"',
        "test_gpu_i_where_there_is_one",
        "begin with 0",
        "numbers from 1 on",
    ),
    Edit(
        "try_gpu",
        'torch.device(f"cuda:{i}")',
        'torch.device("cuda")',
        "test_gpu_i_where_there_is_one",
        "Name the one",
        "a device without a number",
    ),
    Edit(
        "try_gpu",
        'torch.device(f"cuda:{i}")',
        'f"cuda:{i}"',
        "test_a_torch_device_comes_back",
        "make a torch.device",
        "a string",
    ),
    Edit(
        "try_gpu",
        'torch.device("cpu")',
        '"cpu"',
        "test_a_torch_device_comes_back",
        "make a torch.device",
        "a string for the CPU",
    ),
    Edit(
        "try_gpu",
        'torch.device(f"cuda:{i}")',
        "torch.cuda.device(i)",
        "test_a_torch_device_comes_back",
        "make a torch.device",
        "torch.cuda.device is a context manager (notes 6)",
    ),
    Edit(
        "try_gpu",
        '    return torch.device("cpu")',
        '    torch.device("cpu")',
        "test_a_torch_device_comes_back",
        "did you forget `return`",
        "nothing comes back without a GPU",
    ),
    Edit(
        "try_gpu",
        '    return torch.device("cpu")',
        '    raise ValueError(f"there is no GPU {i}")',
        "test_a_torch_device_comes_back",
        "ValueError",
        "an error instead of the CPU",
    ),
    Edit(
        "try_gpu",
        '    return torch.device("cpu")',
        '    return try_gpu(0) if torch.cuda.device_count() else torch.device("cpu")',
        "test_cpu_where_there_is_none",
        "takes its place",
        "another GPU instead of the CPU",
    ),
    Rewrite(
        "try_gpu",
        """
        COUNT = torch.cuda.device_count()

        def try_gpu(i=0):
            return torch.device("cuda", i) if i < COUNT else torch.device("cpu")
        """,
        "test_gpu_i_where_there_is_one",
        "expected device(type='cuda'",
        "counts once, when the file is loaded",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i=None):
            if i is None:
                i = torch.cuda.device_count() - 1
            return torch.device("cuda", i) if 0 <= i < torch.cuda.device_count() else torch.device("cpu")
        """,
        "test_default_is_the_first_gpu",
        "without an argument",
        "the last GPU by default",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i):
            return torch.device("cuda", i) if i < torch.cuda.device_count() else torch.device("cpu")
        """,
        "test_a_torch_device_comes_back",
        "signature",
        "no default",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(num=0):
            return torch.device("cuda", num) if num < torch.cuda.device_count() else torch.device("cpu")
        """,
        "test_gpu_i_where_there_is_one",
        "signature",
        "parameter renamed",
    ),
    Rewrite(
        "try_gpu",
        """
        import functools

        @functools.cache
        def try_gpu(i=0):
            return torch.device("cuda", i) if i < torch.cuda.device_count() else torch.device("cpu")
        """,
        "test_cpu_where_there_is_none",
        "at every call",
        "remembers its answers",
    ),
    Edit(
        "try_all_gpus",
        'gpus or [torch.device("cpu")]',
        "gpus",
        "test_the_cpu_alone_where_there_is_no_gpu",
        "list of one device",
        "an empty list without a GPU",
    ),
    Edit(
        "try_all_gpus",
        'gpus or [torch.device("cpu")]',
        'gpus + [torch.device("cpu")]',
        "test_all_gpus_in_the_order_of_their_numbers",
        "nothing else",
        "the CPU is always there",
    ),
    Edit(
        "try_all_gpus",
        'gpus or [torch.device("cpu")]',
        'gpus or torch.device("cpu")',
        "test_a_list_comes_back",
        "a list of devices",
        "a bare device",
    ),
    Edit(
        "try_all_gpus",
        'gpus or [torch.device("cpu")]',
        "gpus or ['cpu']",
        "test_the_cpu_alone_where_there_is_no_gpu",
        "list of one device",
        "a string for the CPU",
    ),
    Edit(
        "try_all_gpus",
        'torch.device(f"cuda:{i}")',
        'f"cuda:{i}"',
        "test_all_gpus_in_the_order_of_their_numbers",
        "torch.device",
        "strings",
    ),
    Edit(
        "try_all_gpus",
        'f"cuda:{i}"',
        'f"cuda:{i + 1}"',
        "test_all_gpus_in_the_order_of_their_numbers",
        "from number 0",
        "numbers from 1 on",
    ),
    Edit(
        "try_all_gpus",
        'f"cuda:{i}"',
        '"cuda:0"',
        "test_all_gpus_in_the_order_of_their_numbers",
        "every GPU once",
        "the first GPU again and again",
    ),
    Edit(
        "try_all_gpus",
        'f"cuda:{i}"',
        '"cuda"',
        "test_all_gpus_in_the_order_of_their_numbers",
        "number 0",
        "no numbers",
    ),
    Edit(
        "try_all_gpus",
        "range(torch.cuda.device_count())",
        "range(1, torch.cuda.device_count())",
        "test_all_gpus_in_the_order_of_their_numbers",
        "number 0",
        "the first one is left out",
    ),
    Edit(
        "try_all_gpus",
        "range(torch.cuda.device_count())",
        "range(torch.cuda.device_count() - 1)",
        "test_all_gpus_in_the_order_of_their_numbers",
        "every GPU",
        "the last one is left out",
    ),
    Edit(
        "try_all_gpus",
        "range(torch.cuda.device_count())",
        "range(int(torch.cuda.is_available()))",
        "test_all_gpus_in_the_order_of_their_numbers",
        "every GPU",
        "one at most",
    ),
    Edit(
        "try_all_gpus",
        "range(torch.cuda.device_count())",
        "reversed(range(torch.cuda.device_count()))",
        "test_all_gpus_in_the_order_of_their_numbers",
        "from number 0",
        "the order is turned round",
    ),
    Edit(
        "try_all_gpus",
        'return gpus or [torch.device("cpu")]',
        'return tuple(gpus) or (torch.device("cpu"),)',
        "test_a_list_comes_back",
        "a list of devices",
        "a tuple",
    ),
    Edit(
        "try_all_gpus",
        "return gpus or",
        "gpus or",
        "test_a_list_comes_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "try_all_gpus",
        "torch.cuda.device_count()",
        "8",
        "test_all_gpus_in_the_order_of_their_numbers",
        "nothing else",
        "a number written down",
    ),
    Edit(
        "try_all_gpus",
        "range(torch.cuda.device_count())",
        "range(max(torch.cuda.device_count(), 1))",
        "test_the_cpu_alone_where_there_is_no_gpu",
        "the CPU",
        "cuda:0 even where there is none",
    ),
    Rewrite(
        "try_all_gpus",
        """
        def try_all_gpus(devices=[]):
            for i in range(torch.cuda.device_count()):
                devices.append(torch.device(f"cuda:{i}"))
            return devices or [torch.device("cpu")]
        """,
        "test_all_gpus_in_the_order_of_their_numbers",
        "every GPU once",
        "a default list that grows from call to call",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            return batch.to(device)
        """,
        "test_form_and_values_stay",
        "has no attribute 'to'",
        "a tensor only",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            if isinstance(batch, (list, tuple)):
                return [to_device(value, device) for value in batch]
            if isinstance(batch, dict):
                return {key: to_device(value, device) for key, value in batch.items()}
            return batch.to(device) if isinstance(batch, Tensor) else batch
        """,
        "test_form_and_values_stay",
        "keeps its type",
        "a tuple becomes a list",
    ),
    Edit(
        "to_device",
        "        return type(batch)(to_device(value, device) for value in batch)",
        "        return tuple(to_device(value, device) for value in batch)",
        "test_form_and_values_stay",
        "keeps its type",
        "a list becomes a tuple",
    ),
    Edit(
        "to_device",
        "        return type(batch)(to_device(value, device) for value in batch)",
        "        return (to_device(value, device) for value in batch)",
        "test_form_and_values_stay",
        "keeps its type",
        "a generator",
    ),
    Edit(
        "to_device",
        "type(batch)(to_device(value, device) for value in batch)",
        "type(batch)(value.to(device) if isinstance(value, Tensor) else value for value in batch)",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "lists within lists are left alone",
    ),
    Edit(
        "to_device",
        "to_device(value, device) for key",
        "(value.to(device) if isinstance(value, Tensor) else value) for key",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "what lies deeper in a dict is left alone",
    ),
    Edit(
        "to_device",
        "    if isinstance(batch, dict):\n        return {key: to_device(value, device) for key, value in batch.items()}\n",
        "",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "dicts are left alone",
    ),
    Edit(
        "to_device",
        "(list, tuple)",
        "list",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "tuples are left alone",
    ),
    Edit(
        "to_device",
        "(list, tuple)",
        "tuple",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "lists are left alone",
    ),
    Edit(
        "to_device",
        "{key: to_device(value, device) for key, value in batch.items()}",
        "[to_device(value, device) for value in batch.values()]",
        "test_form_and_values_stay",
        "keeps its type",
        "a dict becomes a list",
    ),
    Edit(
        "to_device",
        "{key: to_device(value, device) for key, value in batch.items()}",
        "{key: to_device(batch[key], device) for key in sorted(batch, key=str)}",
        "test_form_and_values_stay",
        "the keys",
        "keys in another order",
    ),
    Edit(
        "to_device",
        "{key: to_device(value, device) for key, value in batch.items()}",
        "{str(key): to_device(value, device) for key, value in batch.items()}",
        "test_form_and_values_stay",
        "the keys",
        "keys become strings",
    ),
    Edit(
        "to_device",
        "{key: to_device(value, device) for key, value in batch.items()}",
        "{key: to_device(value, device) for key, value in batch.items() if isinstance(value, (Tensor, list, tuple, dict))}",
        "test_form_and_values_stay",
        "the keys",
        "leaves are dropped",
    ),
    Edit(
        "to_device",
        "{key: to_device(value, device) for key, value in batch.items()}",
        "batch\n    if False:\n        pass",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "a dict comes back as it is",
    ),
    Edit(
        "to_device",
        "        return {key: to_device(value, device) for key, value in batch.items()}",
        "        for key in batch:\n            batch[key] = to_device(batch[key], device)\n        return batch",
        "test_the_batch_is_not_modified",
        "handed in",
        "the caller's dict is changed",
    ),
    Edit(
        "to_device",
        "        return type(batch)(to_device(value, device) for value in batch)",
        "        if isinstance(batch, list):\n            batch[:] = [to_device(value, device) for value in batch]\n            return batch\n        return tuple(to_device(value, device) for value in batch)",
        "test_the_batch_is_not_modified",
        "handed in",
        "the caller's list is changed",
    ),
    Edit(
        "to_device",
        "        return batch.to(device)",
        "        batch.to(device)\n        return batch",
        "test_every_tensor_is_moved",
        "returns the moved one",
        "the moved tensor is thrown away",
    ),
    Edit(
        "to_device",
        "batch.to(device)",
        "batch.to(try_gpu())",
        "test_every_tensor_is_moved",
        "every tensor is to be moved",
        "the device that is wanted is not looked at",
    ),
    Edit(
        "to_device",
        "batch.to(device)",
        "batch.to(device, torch.float32)",
        "test_form_and_values_stay",
        "only its place",
        "everything becomes float32",
    ),
    Edit(
        "to_device",
        "batch.to(device)",
        "batch.flatten().to(device)",
        "test_form_and_values_stay",
        "only its place",
        "everything becomes flat",
    ),
    Edit(
        "to_device",
        "    return batch\n",
        "    return torch.tensor(batch, device=device) if isinstance(batch, (int, float)) else batch\n",
        "test_form_and_values_stay",
        "stays as it is",
        "numbers become tensors",
    ),
    Edit(
        "to_device",
        "    return batch\n",
        "    return torch.as_tensor(batch, device=device) if hasattr(batch, 'dtype') else batch\n",
        "test_form_and_values_stay",
        "stays as it is",
        "arrays become tensors",
    ),
    Edit(
        "to_device",
        "    return batch\n",
        "    return None\n",
        "test_form_and_values_stay",
        "stays as it is",
        "leaves become None",
    ),
    Edit(
        "to_device",
        "    return batch\n",
        "    raise TypeError(type(batch))\n",
        "test_form_and_values_stay",
        "TypeError",
        "refuses what is no tensor",
    ),
    Edit(
        "to_device",
        "    return batch\n",
        "    return str(batch) if batch is not None else batch\n",
        "test_form_and_values_stay",
        "stays as it is",
        "leaves become strings",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            if isinstance(batch, Tensor):
                return batch.to(device)
            if isinstance(batch, dict):
                return {key: to_device(value, device) for key, value in batch.items()}
            if hasattr(batch, "__iter__") and not isinstance(batch, str):
                return type(batch)(to_device(value, device) for value in batch)
            return batch
        """,
        "test_form_and_values_stay",
        "TypeError",
        "takes everything apart that can be gone through",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            if isinstance(batch, Tensor):
                return batch.to(device)
            if isinstance(batch, dict):
                return {key: to_device(value, device) for key, value in batch.items()}
            try:
                return type(batch)(to_device(value, device) for value in batch)
            except TypeError:
                return batch
        """,
        "test_form_and_values_stay",
        "stays as it is",
        "strings are taken apart",
    ),
    Edit(
        "to_device",
        "    if isinstance(batch, Tensor):",
        "    if not isinstance(batch, (Tensor, list, tuple, dict)):\n        return [batch]\n    if isinstance(batch, Tensor):",
        "test_form_and_values_stay",
        "stays as it is",
        "leaves are wrapped in lists",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            def move(value):
                if isinstance(value, Tensor):
                    return value.to(device)
                if isinstance(value, (list, tuple, dict)):
                    return to_device(value, device)
                return value

            if isinstance(batch, dict):
                return {key: move(value) for key, value in batch.items()}
            if isinstance(batch, (list, tuple)):
                return type(batch)(map(move, batch))
            return batch.to(device)
        """,
        "test_a_single_leaf_comes_back",
        "has no attribute 'to'",
        "a batch that is a leaf itself",
    ),
    Edit(
        "to_device",
        "    if isinstance(batch, Tensor):",
        "    if isinstance(batch, Tensor) and batch.is_floating_point():",
        "test_every_tensor_is_moved",
        "every tensor",
        "labels stay where they are",
    ),
    Edit(
        "to_device",
        "        return {key: to_device(value, device) for key, value in batch.items()}",
        "        batch |= {key: to_device(value, device) for key, value in batch.items()}\n        return batch",
        "test_the_batch_is_not_modified",
        "it was changed",
        "the caller's dict is updated",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return tensors[0].device == tensors[min(1, len(tensors) - 1)].device",
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "only the first two",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return tensors[0].device == tensors[-1].device",
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "only the first and the last",
    ),
    Edit(
        "same_device",
        "for tensor in tensors)",
        "for tensor in tensors[:-1])",
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "the last is left out",
    ),
    Edit(
        "same_device",
        "all(",
        "any(",
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "one that agrees is enough",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "tensor.device is tensors[0].device",
        "test_true_where_all_are_together",
        "with ==",
        "compared with `is`",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "tensor.device.type == tensors[0].device.type",
        "test_two_gpus_are_two_devices",
        "number of the device",
        "compares the types of the devices only",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "tensor.is_cuda == tensors[0].is_cuda",
        "test_two_gpus_are_two_devices",
        "number of the device",
        "GPU or not",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "tensor.device != tensors[0].device",
        "test_true_where_all_are_together",
        "True",
        "turned round",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "(tensor.device, tensor.dtype) == (tensors[0].device, tensors[0].dtype)",
        "test_true_where_all_are_together",
        "only devices",
        "dtypes are compared too",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "(tensor.device, tensor.shape) == (tensors[0].device, tensors[0].shape)",
        "test_true_where_all_are_together",
        "only devices",
        "shapes are compared too",
    ),
    Edit(
        "same_device",
        "tensor.device == tensors[0].device",
        "tensor.device == try_gpu()",
        "test_true_where_all_are_together",
        "True",
        "compares with the device that is there",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return True",
        "test_false_where_one_lies_elsewhere",
        "False",
        "always True",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return {tensor.device for tensor in tensors}",
        "test_a_bool_comes_back",
        "True or False",
        "the set of devices",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return len({tensor.device for tensor in tensors})",
        "test_a_bool_comes_back",
        "True or False",
        "the number of devices",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return tensors[0].device if len({tensor.device for tensor in tensors}) == 1 else None",
        "test_a_bool_comes_back",
        "True or False",
        "the device itself",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "all(tensor.device == tensors[0].device for tensor in tensors)",
        "test_a_bool_comes_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "same_device",
        "*tensors: Tensor",
        "tensors",
        "test_a_bool_comes_back",
        "same_device",
        "takes a list",
    ),
    Edit(
        "same_device",
        "return all(tensor.device == tensors[0].device for tensor in tensors)",
        "return str(len({tensor.device for tensor in tensors}) == 1)",
        "test_a_bool_comes_back",
        "True or False",
        "a string",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            try:
                sum(tensor.sum() for tensor in tensors)
            except RuntimeError:
                return False
            return True
        """,
        "test_false_where_one_lies_elsewhere",
        "False",
        "adds them up to see: numbers on the CPU may meet those of any device",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            assert len({tensor.device for tensor in tensors}) == 1
            return True
        """,
        "test_a_bool_comes_back",
        "AssertionError",
        "an error instead of False",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            for tensor in tensors:
                return tensor.device == tensors[0].device
        """,
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "returns within the loop",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            for before, after in zip(tensors, tensors[1:]):
                if before.device == after.device:
                    return True
            return len(tensors) == 1
        """,
        "test_false_where_one_lies_elsewhere",
        "all of them",
        "one pair that agrees is enough",
    ),
]

RIGHT = [
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i=0):
            if torch.cuda.device_count() >= i + 1:
                return torch.device(f"cuda:{i}")
            return torch.device("cpu")
        """,
        why="the notes' version",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i=0):
            return torch.device("cuda", i) if i in range(torch.cuda.device_count()) else torch.device("cpu")
        """,
        why="membership in a range",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i=0):
            names = ["cuda:%d" % k for k in range(torch.cuda.device_count())] if torch.cuda.is_available() else []
            return torch.device(names[i] if i < len(names) else "cpu")
        """,
        why="a list of names, is_available asked as well",
    ),
    Rewrite(
        "try_gpu",
        """
        def try_gpu(i=0):
            found = [torch.device("cuda", number) for number in range(torch.cuda.device_count())]
            return (found[i:i + 1] or [torch.device(type="cpu")])[0]
        """,
        why="a slice that may be empty",
    ),
    Rewrite(
        "try_all_gpus",
        """
        def try_all_gpus():
            devices = [torch.device(f"cuda:{i}") for i in range(torch.cuda.device_count())]
            return devices if devices else [torch.device("cpu")]
        """,
        why="the notes' version",
    ),
    Rewrite(
        "try_all_gpus",
        """
        def try_all_gpus():
            return [try_gpu(i) for i in range(max(1, torch.cuda.device_count()))]
        """,
        why="through try_gpu",
    ),
    Rewrite(
        "try_all_gpus",
        """
        def try_all_gpus():
            if not torch.cuda.is_available():
                return [torch.device("cpu")]
            found = []
            while len(found) < torch.cuda.device_count():
                found.append(torch.device("cuda", len(found)))
            return found
        """,
        why="a loop",
    ),
    Rewrite(
        "try_all_gpus",
        """
        def try_all_gpus():
            found = []
            while try_gpu(len(found)).type == "cuda":
                found.append(try_gpu(len(found)))
            return list(found) if len(found) > 0 else [torch.device("cpu")]
        """,
        why="asks try_gpu until it says no",
    ),
    Rewrite(
        "to_device",
        """
        from torch.utils import _pytree

        def to_device(batch, device):
            return _pytree.tree_map(lambda x: x.to(device) if isinstance(x, Tensor) else x, batch)
        """,
        why="the library's tree_map",
    ),
    Rewrite(
        "to_device",
        """
        from collections.abc import Mapping

        def to_device(batch, device):
            if torch.is_tensor(batch):
                return batch.to(device=device, non_blocking=True)
            if isinstance(batch, Mapping):
                return type(batch)((k, to_device(v, device)) for k, v in batch.items())
            if type(batch) in (list, tuple):
                return type(batch)([to_device(v, device) for v in batch])
            return batch
        """,
        why="a Mapping, the exact types",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            if isinstance(batch, list):
                out = list(batch)
                for i, value in enumerate(out):
                    out[i] = to_device(value, device)
            elif isinstance(batch, tuple):
                out = tuple(to_device(list(batch), device))
            elif isinstance(batch, dict):
                out = batch.copy()
                for key in out:
                    out[key] = to_device(out[key], device)
            else:
                out = batch.to(device, copy=True) if isinstance(batch, Tensor) else batch
            return out
        """,
        why="in place on copies, always a copy of a tensor",
    ),
    Rewrite(
        "to_device",
        """
        def to_device(batch, device):
            if hasattr(batch, "to"):
                return batch.to(device)
            elif isinstance(batch, dict):
                return dict(zip(batch.keys(), to_device(list(batch.values()), device)))
            elif isinstance(batch, (list, tuple)):
                return batch.__class__(map(lambda part: to_device(part, device), batch))
            else:
                return batch
        """,
        why="whatever has a method `to` is moved",
    ),
    Rewrite(
        "to_device",
        """
        import copy

        def to_device(batch, device):
            batch = copy.deepcopy(batch)
            if isinstance(batch, Tensor):
                return batch.to(device)
            if isinstance(batch, (list, dict)):
                for key in range(len(batch)) if isinstance(batch, list) else list(batch):
                    batch[key] = to_device(batch[key], device)
            elif isinstance(batch, tuple):
                return tuple(to_device(list(batch), device))
            return batch
        """,
        why="in place on a deep copy, leaves copied, too",
    ),
    Rewrite(
        "to_device",
        """
        import functools

        def to_device(batch, device):
            @functools.singledispatch
            def move(value):
                return value

            move.register(Tensor, lambda value: value.to(device))
            move.register(dict, lambda value: {key: move(part) for key, part in value.items()})
            move.register(list, lambda value: [move(part) for part in value])
            move.register(tuple, lambda value: (*map(move, value),))
            return move(batch)
        """,
        why="a function for every type",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            return len({tensor.device for tensor in tensors}) <= 1
        """,
        why="a set of devices",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            for before, after in zip(tensors, tensors[1:]):
                if before.device != after.device:
                    return False
            return True
        """,
        why="neighbours",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            first, *rest = tensors
            places = [(t.device.type, t.device.index) for t in rest]
            return places.count((first.device.type, first.device.index)) == len(rest)
        """,
        why="type and number, counted",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(*tensors):
            return len({tensor.get_device() for tensor in tensors}) == 1
        """,
        why="numbers of GPUs; that of the CPU is -1",
    ),
    Rewrite(
        "same_device",
        """
        import itertools

        def same_device(*tensors):
            return not any(a.device != b.device for a, b in itertools.combinations(tensors, 2))
        """,
        why="every pair",
    ),
    Rewrite(
        "same_device",
        """
        def same_device(first, *rest):
            where = str(first.device)
            for tensor in rest:
                if str(tensor.device) != where:
                    return False
            return True
        """,
        why="names of devices; the first one apart",
    ),
]
