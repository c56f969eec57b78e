"""Known answers of ch19_checkpoints."""

from tests.answers import Edit, Rewrite

WRONG = [
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            torch.save(obj, path)
        """,
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "empties it",
        "written in place (notes 5)",
    ),
    Rewrite(
        "save_tensors",
        """
        import io

        def save_tensors(obj, path):
            buffer = io.BytesIO()
            torch.save(obj, buffer)
            Path(path).write_bytes(buffer.getvalue())
        """,
        "test_the_file_is_written_atomically",
        "bytes of the old file overwritten",
        "pickled first, but written in place",
    ),
    Edit(
        "save_tensors",
        "        os.replace(draft, path)",
        "        path.unlink(missing_ok=True)\n        os.replace(draft, path)",
        "test_the_file_is_written_atomically",
        "no removal first",
        "removes the old file before the rename",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            path = Path(path)
            backup = path.with_name(path.name + ".bak")
            if path.exists():
                os.replace(path, backup)
            try:
                torch.save(obj, path)
            except Exception:
                os.replace(backup, path)
                raise
        """,
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "no whole file at path",
        "moves the old file away and brings it back only after an error",
    ),
    Rewrite(
        "save_tensors",
        """
        import shutil

        def save_tensors(obj, path):
            path = Path(path)
            backup = path.with_name(path.name + ".bak")
            if path.exists():
                shutil.copy(path, backup)
            try:
                torch.save(obj, path)
            except BaseException:
                os.replace(backup, path)
                raise
        """,
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "no whole file",
        "a copy is kept, but the file itself is overwritten",
    ),
    Rewrite(
        "save_tensors",
        """
        import tempfile

        def save_tensors(obj, path):
            handle, draft = tempfile.mkstemp()
            os.close(handle)
            try:
                torch.save(obj, draft)
                os.replace(draft, path)
            finally:
                Path(draft).unlink(missing_ok=True)
        """,
        "test_the_file_is_written_atomically",
        "another disk",
        "the draft lies in the system's folder for temporary files",
    ),
    Rewrite(
        "save_tensors",
        """
        import shutil
        import tempfile

        def save_tensors(obj, path):
            draft = Path(tempfile.gettempdir(), f"draft-{os.getpid()}.tmp")
            try:
                torch.save(obj, draft)
                shutil.move(draft, path)
            finally:
                draft.unlink(missing_ok=True)
        """,
        "test_the_file_is_written_atomically",
        "another disk",
        "shutil.move copies when the other folder is on another disk",
    ),
    Edit(
        "save_tensors",
        "os.replace(draft, path)",
        "path.write_bytes(draft.read_bytes())",
        "test_the_file_is_written_atomically",
        "overwritten",
        "the draft is copied over the old file",
    ),
    Edit(
        "save_tensors",
        "        os.replace(draft, path)",
        "        return",
        "test_torch_load_reads_the_file",
        "the old file, still",
        "the draft is never renamed",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "import pickle\n        draft.write_bytes(pickle.dumps(obj))",
        "test_torch_load_reads_the_file",
        "torch.save",
        "a plain pickle",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "torch.save(obj if isinstance(obj, Tensor) else list(obj), draft)",
        "test_torch_load_reads_the_file",
        "a dict of tensors",
        "a dict loses its values",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "torch.save(tuple(obj) if isinstance(obj, list) else obj, draft)",
        "test_torch_load_reads_the_file",
        "a list of tensors",
        "a list becomes a tuple",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "torch.save(obj.float() if isinstance(obj, Tensor) else obj, draft)",
        "test_torch_load_reads_the_file",
        "dtype",
        "everything becomes float32",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "torch.save({**obj, 'epoch': torch.tensor(0)} if isinstance(obj, dict) else obj, draft)",
        "test_torch_load_reads_the_file",
        "names",
        "something is added",
    ),
    Edit(
        "save_tensors",
        "torch.save(obj, draft)",
        "torch.save(obj[:-1] if isinstance(obj, list) else obj, draft)",
        "test_torch_load_reads_the_file",
        "of them",
        "the last tensor of a list is lost",
    ),
    Edit(
        "save_tensors",
        "    path = Path(path)\n",
        "",
        "test_torch_load_reads_the_file",
        "AttributeError",
        "a path that is a str",
    ),
    Edit(
        "save_tensors",
        "    torch.save(obj, draft)",
        "    if path.exists():\n            return\n        torch.save(obj, draft)",
        "test_torch_load_reads_the_file",
        "the old file, still",
        "never replaces a file",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            draft = f"{path}.tmp"
            with open(draft, "xb") as file:
                torch.save(obj, file)
            os.replace(draft, path)
        """,
        "test_the_file_is_written_atomically",
        "stop the next one",
        "a draft left by a killed save stops every later one",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            draft = Path(f"{path}.tmp")
            try:
                with open(draft, "xb") as file:
                    torch.save(obj, file)
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
        """,
        "test_the_file_is_written_atomically",
        "stop the next one",
        "tidies up, which a program that is killed cannot do: the next save finds the draft",
    ),
    Edit(
        "save_tensors",
        "        torch.save(obj, draft)\n        os.replace(draft, path)",
        "        draft.touch()\n        os.replace(draft, path)\n        torch.save(obj, path)",
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "empties it",
        "renamed before it is written",
    ),
    Edit(
        "save_tensors",
        "draft.unlink(missing_ok=True)",
        "path.unlink() if draft.exists() else None",
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "gone",
        "tidies up the wrong file",
    ),
    Edit(
        "save_tensors",
        "        torch.save(obj, draft)",
        "        for name in obj if isinstance(obj, dict) else ():\n            obj[name] = obj[name].detach()\n        torch.save(obj, draft)",
        "test_tensors_are_not_modified",
        "obj is now",
        "the caller's dict is changed",
    ),
    Edit(
        "save_tensors",
        "        torch.save(obj, draft)",
        "        for x in obj.values() if isinstance(obj, dict) else ():\n            x.requires_grad_(False)\n        torch.save(obj, draft)",
        "test_tensors_are_not_modified",
        "obj is now",
        "tensors are frozen",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(tensors, filename):
            draft = f"{filename}.tmp"
            torch.save(tensors, draft)
            os.replace(draft, filename)
        """,
        "test_torch_load_reads_the_file",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "save_tensors",
        """
        import tempfile

        def save_tensors(obj, path):
            handle, draft = tempfile.mkstemp(dir=os.path.dirname(path) or None)
            os.close(handle)
            try:
                torch.save(obj, draft)
                os.replace(draft, path)
            finally:
                Path(draft).unlink(missing_ok=True)
        """,
        "test_the_file_is_written_atomically",
        "another disk",
        "a bare name has no folder: its draft goes to the system's temporary one",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            draft = Path("draft.tmp")
            try:
                torch.save(obj, draft)
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
        """,
        "test_the_file_is_written_atomically",
        "another disk",
        "the draft lies in the working folder",
    ),
    Rewrite(
        "save_tensors",
        """
        import io

        def save_tensors(obj, path):
            buffer = io.BytesIO()
            torch.save(obj, buffer)
            with open(f"{path}.tmp", "wb") as file:
                file.write(buffer.getvalue())
                os.replace(f"{path}.tmp", path)
        """,
        "test_the_file_is_written_atomically",
        "in a buffer",
        "renamed while the end of the file is not yet written",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            draft = Path(f"{path}.tmp")
            try:
                torch.save(obj, draft)
                os.replace(draft, path)
            except Exception:
                draft.unlink(missing_ok=True)
        """,
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "let the error through",
        "the error is swallowed",
    ),
    Rewrite(
        "save_tensors",
        """
        import shutil

        def save_tensors(obj, path):
            draft = f"{path}.tmp"
            torch.save(obj, draft)
            shutil.copyfile(draft, path)
            os.remove(draft)
        """,
        "test_the_file_is_written_atomically",
        "overwritten",
        "shutil.copyfile writes in place",
    ),
    Edit(
        "load_tensors",
        "weights_only=True",
        "weights_only=False",
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "has an option",
        "runs what the file says (torch before 2.6)",
    ),
    Rewrite(
        "load_tensors",
        """
        import pickle

        def load_tensors(path):
            try:
                return torch.load(path, weights_only=True)
            except pickle.UnpicklingError:
                return torch.load(path, weights_only=False)
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "code in the file was run",
        "does what the error message suggests",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            loaded = torch.load(path, weights_only=False)
            if not isinstance(loaded, (Tensor, list, dict)):
                raise ValueError(f"{path} holds no tensors")
            return loaded
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "code in the file was run",
        "looks at what came out when the code has run",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            try:
                return torch.load(path, weights_only=True)
            except Exception:
                return None
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "raised nothing",
        "errors are swallowed",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            if not Path(path).exists():
                return {}
            return torch.load(path, weights_only=True)
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "missing",
        "a missing file is an empty dict",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            if Path(path).stat().st_size == 0:
                return []
            return torch.load(path, weights_only=True)
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "empty",
        "an empty file is an empty list",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            try:
                return torch.load(path, weights_only=True)
            except RuntimeError:
                return torch.zeros(0)
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "raised nothing",
        "a broken file gives an empty tensor",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            try:
                return torch.load(path, weights_only=True)
            except Exception:
                with open(path, "rb") as file:
                    if b"Linear" not in file.read():
                        raise
                return torch.load(path, weights_only=False)
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "has an option",
        "whole modules are let in",
    ),
    Edit(
        "load_tensors",
        "        return torch.load(",
        "        torch.load(",
        "test_what_torch_save_wrote_comes_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "load_tensors",
        'return torch.load(path, map_location="cpu", weights_only=True)',
        "loaded = torch.load(path, weights_only=True)\n        return list(loaded.values()) if isinstance(loaded, dict) else loaded",
        "test_what_torch_save_wrote_comes_back",
        "a dict of tensors",
        "names are lost",
    ),
    Edit(
        "load_tensors",
        'return torch.load(path, map_location="cpu", weights_only=True)',
        "loaded = torch.load(path, weights_only=True)\n        return loaded if isinstance(loaded, dict) else list(loaded)",
        "test_what_torch_save_wrote_comes_back",
        "Its type is list",
        "a tensor is taken apart",
    ),
    Edit(
        "load_tensors",
        'return torch.load(path, map_location="cpu", weights_only=True)',
        "loaded = torch.load(path, weights_only=True)\n        return loaded.numpy() if isinstance(loaded, Tensor) else loaded",
        "test_what_torch_save_wrote_comes_back",
        "Its type is ndarray",
        "a numpy array",
    ),
    Edit(
        "load_tensors",
        'return torch.load(path, map_location="cpu", weights_only=True)',
        "loaded = torch.load(path, weights_only=True)\n        return loaded.float() if isinstance(loaded, Tensor) else loaded",
        "test_what_torch_save_wrote_comes_back",
        "dtype",
        "everything becomes float32",
    ),
    Rewrite(
        "load_tensors",
        """
        import functools

        @functools.cache
        def _load(path):
            return torch.load(path, weights_only=True)

        def load_tensors(path):
            return _load(str(path))
        """,
        "test_what_torch_save_wrote_comes_back",
        "anew",
        "remembers what the file held",
    ),
    Edit(
        "load_tensors",
        "torch.load(path,",
        'torch.load(path.open("rb"),',
        "test_what_torch_save_wrote_comes_back",
        "'str' object",
        "a path that is a str",
    ),
    Rewrite(
        "load_tensors",
        """
        import pickle

        class Careful(pickle.Unpickler):
            def find_class(self, module, name):
                if module in ("os", "posix", "nt", "subprocess", "sys", "shutil"):
                    raise pickle.UnpicklingError(module)
                return super().find_class(module, name)

        class reader:
            __name__ = "reader"
            Unpickler, UnpicklingError = Careful, pickle.UnpicklingError

            def load(file, **options):
                return Careful(file, **options).load()

        def load_tensors(path):
            loaded = torch.load(path, pickle_module=reader, weights_only=False)
            if isinstance(loaded, nn.Module):
                raise TypeError(path)
            return loaded
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "code in the file was run",
        "forbids some modules instead of allowing some",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            if b"posix" in Path(path).read_bytes():
                raise ValueError(f"{path} holds code")
            loaded = torch.load(path, weights_only=False)
            if isinstance(loaded, nn.Module):
                raise TypeError(path)
            return loaded
        """,
        "test_a_bad_file_raises_and_its_code_is_not_run",
        "code in the file was run",
        "looks for one dangerous name",
    ),
    Rewrite(
        "save_params",
        """
        def save_params(net, path):
            torch.save(net.state_dict(), path)
        """,
        "test_the_file_is_written_atomically",
        "overwritten",
        "written in place (notes 5)",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "net",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "no module",
        "the whole module is pickled",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "dict(net.named_parameters())",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "buffers",
        "parameters only",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "list(net.state_dict().values())",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "a dict of tensors",
        "names are lost",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "{'net': net.state_dict()}",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "names",
        "the state_dict within another dict",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "{k: v.half() for k, v in net.state_dict().items()}",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "dtype",
        "stored in half precision",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "{k.rpartition('.')[2]: v for k, v in net.state_dict().items()}",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "by name",
        "the names of the layers are lost",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "net.eval().state_dict()",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "another mode",
        "net is left in evaluation mode",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "net.requires_grad_(False).state_dict()",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "frozen",
        "net is frozen",
    ),
    Edit(
        "save_params",
        "    save",
        "    net.apply(lambda m: m.reset_running_stats() if hasattr(m, 'reset_running_stats') else None)\n    save",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "buffers",
        "buffers are reset first",
    ),
    Edit(
        "save_params",
        "    save_tensors(net.state_dict(), path)",
        "    save_tensors(net.state_dict(), path)\n    net.apply(lambda m: m.reset_parameters() if hasattr(m, 'reset_parameters') else None)",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "not to be modified",
        "net begins anew after saving",
    ),
    Rewrite(
        "save_params",
        """
        def save_params(net, path):
            path = Path(path)
            if path.exists():
                os.replace(path, path.with_name("old"))
            torch.save(net.state_dict(), path)
        """,
        "test_the_file_is_written_atomically",
        "for a moment",
        "the old file is moved away first",
    ),
    Edit(
        "save_params",
        "path)",
        "str(path) + '.params')",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "no such file",
        "another name for the file",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            net.load_state_dict(load_tensors(path))
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "copies what fits",
        "the notes' line: half of the file is in net when the error comes (notes 5)",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            net.load_state_dict(load_tensors(path), strict=False)
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "check all names",
        "strict=False lets missing and extra names pass",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved = load_tensors(path)
            with torch.no_grad():
                for parameter, value in zip(net.parameters(), saved.values()):
                    parameter.copy_(value)
        """,
        "test_parameters_and_buffers_take_over_the_values",
        "both shapes",
        "parameters only, by place",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            if len(saved) != len(state) or any(
                    a.shape != b.shape for a, b in zip(saved.values(), state.values())):
                raise ValueError(path)
            for mine, value in zip(state.values(), saved.values()):
                mine.copy_(value)
        """,
        "test_parameters_and_buffers_take_over_the_values",
        "ValueError",
        "values go by their place in the file",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved = load_tensors(path)
            for name, value in net.state_dict().items():
                if saved[name].shape != value.shape:
                    raise ValueError(name)
            net.load_state_dict({name: saved[name] for name in net.state_dict()})
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "a name more",
        "extra names are passed over",
    ),
    Edit(
        "load_params",
        "saved.keys() != state.keys()",
        "not saved.keys() <= state.keys()",
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "copies what fits",
        "missing names are found too late",
    ),
    Edit(
        "load_params",
        "shape != state[name].shape",
        "tensor.numel() != state[name].numel()",
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "transposed",
        "compares the number of values only",
    ),
    Edit(
        "load_params",
        "if shape != state[name].shape",
        "if len(shape) != state[name].dim()",
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "another shape",
        "compares the number of axes only",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            if not isinstance(saved, dict) or saved.keys() != state.keys():
                raise KeyError(path)
            for name in state:
                torch.broadcast_shapes(saved[name].shape, state[name].shape)
                if saved[name].dim() != state[name].dim() or saved[name].numel() > state[name].numel():
                    raise ValueError(name)
            for name in state:
                state[name].copy_(saved[name])
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "broadcasts",
        "copy_ repeats a value of one element",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            backup = net.state_dict()
            try:
                net.load_state_dict(load_tensors(path))
            except Exception:
                net.load_state_dict(backup)
                raise
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "copies what fits",
        "the backup is no copy",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            if saved.keys() != state.keys() or any(saved[k].shape != state[k].shape for k in state):
                return
            net.load_state_dict(saved)
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "raised nothing",
        "says nothing when the file does not fit",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            for name in saved:
                if saved[name].shape != state[name].shape:
                    raise ValueError(name)
                state[name].copy_(saved[name])
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "check all names",
        "copies while it checks",
    ),
    Edit(
        "load_params",
        "load_tensors(path)",
        "torch.load(path, weights_only=False)",
        "test_a_bad_file_raises_and_changes_nothing",
        "has an option",
        "runs what the file says",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            try:
                saved = load_tensors(path)
            except Exception:
                return
            state = net.state_dict()
            assert isinstance(saved, dict) and saved.keys() == state.keys()
            assert all(saved[k].shape == state[k].shape for k in state)
            net.load_state_dict(saved)
        """,
        "test_a_bad_file_raises_and_changes_nothing",
        "raised nothing",
        "a file that cannot be read is passed over",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            state = net.state_dict()
            try:
                saved = load_tensors(path)
            except Exception:
                for value in state.values():
                    value.zero_()
                raise
            assert isinstance(saved, dict) and saved.keys() == state.keys()
            assert all(saved[k].shape == state[k].shape for k in state)
            net.load_state_dict(saved)
        """,
        "test_a_bad_file_raises_and_changes_nothing",
        "nothing in net is to change",
        "zeroes the net when the file is bad",
    ),
    Edit(
        "load_params",
        "    net.load_state_dict(saved)",
        "    net.load_state_dict(saved)\n    net.requires_grad_(False)",
        "test_net_can_be_trained_afterwards",
        "trainable",
        "the net is frozen",
    ),
    Edit(
        "load_params",
        "    net.load_state_dict(saved)",
        "    import copy\n\n    net = copy.deepcopy(net)\n    net.load_state_dict(saved)",
        "test_parameters_and_buffers_take_over_the_values",
        "is filled",
        "a copy is filled",
    ),
    Edit(
        "load_params",
        "    net.load_state_dict(saved)",
        "    for name, parameter in net.named_parameters():\n        parameter.data.copy_(saved[name])",
        "test_parameters_and_buffers_take_over_the_values",
        "buffers too",
        "buffers stay as they were",
    ),
    Edit(
        "load_params",
        "    net.load_state_dict(saved)",
        "    pass",
        "test_parameters_and_buffers_take_over_the_values",
        "is filled",
        "checks only",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            for name in state.keys() & saved.keys():
                if saved[name].shape != state[name].shape:
                    raise ValueError(name)
            net.load_state_dict(saved)
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "copies what fits",
        "only the shapes are checked before",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            backup = {name: parameter.detach().clone() for name, parameter in net.named_parameters()}
            try:
                net.load_state_dict(load_tensors(path))
            except Exception:
                net.load_state_dict(backup, strict=False)
                raise
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "running_mean",
        "only the parameters are put back, not the buffers",
    ),
    Rewrite(
        "load_params",
        """
        import copy

        def load_params(net, path):
            backup = copy.copy(net.state_dict())
            try:
                net.load_state_dict(load_tensors(path))
            except Exception:
                net.load_state_dict(backup)
                raise
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "copies what fits",
        "a shallow copy is put back",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved, state = load_tensors(path), net.state_dict()
            state.update({name: value for name, value in saved.items() if name in state})
            net.load_state_dict(state)
        """,
        "test_a_file_that_does_not_fit_raises_and_changes_nothing",
        "check all names",
        "takes what it finds, as for a pretrained net",
    ),
    Edit(
        "fit",
        "[-1] < best_loss:",
        "[-1] > best_loss or epoch == 1:",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "not better",
        "keeps the worst",
    ),
    Edit(
        "fit",
        "[-1] < best_loss:",
        "[-1] <= best_loss:",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "equal is not better",
        "an equal loss counts as better",
    ),
    Edit(
        "fit",
        'best_loss, waited = history["valid_loss"][-1], 0',
        'best_loss = history["valid_loss"][-1]',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "in a row",
        "the count never begins anew",
    ),
    Edit(
        "fit",
        "waited >= config",
        "waited > config",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "stop after",
        "one epoch too many",
    ),
    Edit(
        "fit",
        "[-1] < best_loss:",
        '[-1] < ([math.inf] + history["valid_loss"])[-2]:',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "better",
        "compares with the epoch before, not with the best",
    ),
    Edit(
        "fit",
        "[-1] < best_loss:",
        "[-1] < best_loss - 0.6:",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "not better",
        "a small gain does not count",
    ),
    Edit(
        "fit",
        "            waited += 1",
        '            waited += 1\n        if epoch >= config["early_stop"]:\n            waited = epoch',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "stop after",
        "counts epochs",
    ),
    Edit(
        "fit",
        "        else:\n            waited += 1",
        '            if epoch == 1:\n                best_loss = history["valid_loss"][0]\n        else:\n            waited += 1\n            if epoch == 1:\n                best_loss = history["valid_loss"][0]',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "better",
        "the first loss is the best even if NaN",
    ),
    Edit(
        "fit",
        "copy.deepcopy(model.state_dict())",
        "model.state_dict()",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "no copy",
        "a live reference is kept",
    ),
    Edit(
        "fit",
        "copy.deepcopy(model.state_dict())",
        "dict(model.state_dict())",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "no copy",
        "a shallow copy is kept",
    ),
    Edit(
        "fit",
        "copy.deepcopy(model.state_dict())",
        "{name: value.clone() for name, value in model.named_parameters()}",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "Missing key",
        "buffers are forgotten, then the loading fails",
    ),
    Edit(
        "fit",
        "    if best_state is not None:\n        model.load_state_dict(best_state)\n",
        "",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "put the best back",
        "the last weights are left in model",
    ),
    Edit(
        "fit",
        "            break\n\n    if best_state is not None:\n        model.load",
        "            model.load_state_dict(best_state or model.state_dict())\n            break\n\n    if False:\n        model.load",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "put the best back",
        "the best weights are restored only when training stops early",
    ),
    Edit(
        "fit",
        "        model.load_state_dict(best_state)",
        "        for name, parameter in model.named_parameters():\n            parameter.data.copy_(best_state[name])",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "steps",
        "buffers stay those of the last epoch",
    ),
    Edit(
        "fit",
        '            save_params(model, config["save_path"])\n        else:\n            waited += 1',
        '        else:\n            waited += 1\n        save_params(model, config["save_path"])',
        "test_best_weights_are_in_the_model_and_in_the_file",
        "only then",
        "saved after every epoch",
    ),
    Edit(
        "fit",
        '            save_params(model, config["save_path"])\n',
        "",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "no such file",
        "nothing is saved",
    ),
    Edit(
        "fit",
        'save_params(model, config["save_path"])',
        'torch.save(model, config["save_path"])',
        "test_best_weights_are_in_the_model_and_in_the_file",
        "no module",
        "the whole model is pickled",
    ),
    Edit(
        "fit",
        "total += batch_loss.item() * len(x)\n            count += len(x)",
        "total += batch_loss.item()\n            count += 1",
        "test_losses_are_means_over_all_examples",
        "weight the loss",
        "training: mean of the batch means (post 002)",
    ),
    Edit(
        "fit",
        "total += loss(model(x), y).item() * len(x)\n                count += len(x)",
        "total += loss(model(x), y).item()\n                count += 1",
        "test_losses_are_means_over_all_examples",
        "weight the loss",
        "validation: mean of the batch means (post 002)",
    ),
    Edit(
        "fit",
        "total += loss(model(x), y).item() * len(x)\n                count += len(x)",
        "total = loss(model(x), y).item()\n                count = 1",
        "test_losses_are_means_over_all_examples",
        "weight the loss",
        "only the last batch is validated",
    ),
    Edit(
        "fit",
        "nn.MSELoss()",
        "nn.MSELoss(reduction='sum')",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "a sum, not a mean",
    ),
    Edit(
        "fit",
        "nn.MSELoss()",
        "nn.L1Loss()",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "another loss",
    ),
    Edit(
        "fit",
        "nn.MSELoss()",
        "lambda y_hat, y: ((y_hat - y) ** 2).mean() / 2",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "half the square",
    ),
    Edit(
        "fit",
        ", momentum=0.9",
        "",
        "test_steps_are_those_of_sgd_with_momentum",
        "without momentum",
        "no momentum",
    ),
    Edit(
        "fit",
        "momentum=0.9",
        "momentum=0.9, nesterov=True",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "Nesterov's momentum",
    ),
    Edit(
        "fit",
        "momentum=0.9",
        "momentum=0.9, weight_decay=0.1",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "weight decay",
    ),
    Edit(
        "fit",
        'torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)',
        'torch.optim.Adam(model.parameters(), lr=config["learning_rate"])',
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "another optimizer",
    ),
    Edit(
        "fit",
        "        model.train()\n",
        '        model.train()\n        optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)\n',
        "test_steps_are_those_of_sgd_with_momentum",
        "one optimizer",
        "a new optimizer every epoch",
    ),
    Edit(
        "fit",
        "            optimizer.zero_grad()\n",
        "",
        "test_steps_are_those_of_sgd_with_momentum",
        "zeroed",
        "gradients add up",
    ),
    Edit(
        "fit",
        "            optimizer.zero_grad()\n            batch_loss.backward()",
        "            batch_loss.backward()\n            optimizer.zero_grad()",
        "test_steps_are_those_of_sgd_with_momentum",
        "values differ",
        "gradients are zeroed before the step",
    ),
    Edit(
        "fit",
        "            optimizer.step()\n",
        "",
        "test_steps_are_those_of_sgd_with_momentum",
        "values differ",
        "no step",
    ),
    Edit(
        "fit",
        "        model.train()\n",
        "        model.train(epoch == 1)\n",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "model.train()",
        "training mode in the first epoch only",
    ),
    Edit(
        "fit",
        "        model.eval()\n",
        "",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "model.eval()",
        "validation in training mode",
    ),
    Edit(
        "fit",
        '        history["train_loss"].append(total / count)',
        '            history["train_loss"].append(batch_loss.item())',
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "one loss an epoch",
        "a loss for every batch",
    ),
    Edit(
        "fit",
        'range(1, config["n_epochs"] + 1)',
        'range(1, config["n_epochs"])',
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "one epoch too few",
    ),
    Edit(
        "fit",
        '            count += len(x)\n        history["train',
        '            count += len(x)\n            break\n        history["train',
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "only the first batch is trained on",
    ),
    Edit(
        "fit",
        "    return history",
        "    return None",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "fit",
        "    return history",
        '    return history["train_loss"], history["valid_loss"]',
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "a dict of two lists",
        "a tuple",
    ),
    Edit(
        "fit",
        "batch_loss.item() * len(x)",
        "batch_loss.detach() * len(x)",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "item()",
        "tensors in the history",
    ),
    Edit(
        "fit",
        'config["n_epochs"]',
        'config.pop("n_epochs")',
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "not to be modified",
        "the caller's config is changed",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            loss = nn.MSELoss()
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            history = {"train_loss": [], "valid_loss": []}
            best, waited = math.inf, 0
            for epoch in range(1, config["n_epochs"] + 1):
                model.train()
                for x, y in train_loader:
                    optimizer.zero_grad()
                    loss(model(x), y).backward()
                    optimizer.step()
                model.eval()
                with torch.no_grad():
                    for name, loader in (("train_loss", train_loader), ("valid_loss", valid_loader)):
                        total = [(loss(model(x), y).item() * len(x), len(x)) for x, y in loader]
                        history[name].append(sum(t for t, _ in total) / sum(n for _, n in total))
                if history["valid_loss"][-1] < best:
                    best, waited = history["valid_loss"][-1], 0
                    save_params(model, config["save_path"])
                else:
                    waited += 1
                if on_epoch:
                    on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])
                if waited >= config["early_stop"]:
                    break
            if best < math.inf:
                load_params(model, config["save_path"])
            return history
        """,
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "the training set is gone through again for its loss",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            loss = nn.MSELoss()
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            history = {"train_loss": [], "valid_loss": []}
            best, waited = math.inf, 0
            for epoch in range(1, config["n_epochs"] + 1):
                batches = list(valid_loader)
                model.eval()
                with torch.no_grad():
                    held = sum(loss(model(x), y).item() * len(x) for x, y in batches)
                model.train()
                total = count = 0
                for x, y in train_loader:
                    optimizer.zero_grad()
                    l = loss(model(x), y)
                    l.backward()
                    optimizer.step()
                    total, count = total + l.item() * len(x), count + len(x)
                history["train_loss"].append(total / count)
                history["valid_loss"].append(held / sum(len(x) for x, _ in batches))
                if history["valid_loss"][-1] < best:
                    best, waited = history["valid_loss"][-1], 0
                    save_params(model, config["save_path"])
                else:
                    waited += 1
                if on_epoch:
                    on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])
                if waited >= config["early_stop"]:
                    break
            if best < math.inf:
                load_params(model, config["save_path"])
            return history
        """,
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "validates before it trains",
    ),
    Edit(
        "fit",
        "            total += batch_loss.item() * len(x)",
        "            total += loss(model(x), y).item() * len(x)",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "measured again after the step",
    ),
    Edit(
        "fit",
        'history["train_loss"].append(total / count)',
        'history["train_loss"].append(batch_loss.item())',
        "test_losses_are_means_over_all_examples",
        "weight the loss",
        "only the last batch counts",
    ),
    Edit(
        "fit",
        "            on_epoch(epoch,",
        "            on_epoch(epoch - 1,",
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "epochs from 1",
        "epochs from 0",
    ),
    Edit(
        "fit",
        'on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])',
        'on_epoch(epoch, history["valid_loss"][-1], history["train_loss"][-1])',
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "train loss, valid loss",
        "losses swapped",
    ),
    Edit(
        "fit",
        'on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])',
        "on_epoch(epoch, history)",
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "with (epoch",
        "the history is handed over",
    ),
    Edit(
        "fit",
        '        if on_epoch is not None:\n            on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])\n        if waited >= config["early_stop"]:\n            break\n',
        '        if waited >= config["early_stop"]:\n            break\n        if on_epoch is not None:\n            on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])\n',
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "also the last",
        "not called after the epoch that ends it",
    ),
    Edit(
        "fit",
        "        if on_epoch is not None:\n            on_epoch",
        "        if on_epoch is not None and waited == 0:\n            on_epoch",
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "once an epoch",
        "called only when the epoch was better",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            loss = nn.MSELoss()
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            history = {"train_loss": [], "valid_loss": []}
            best, best_state, waited = math.inf, None, 0
            for epoch in range(1, config["n_epochs"] + 1):
                model.train()
                total = count = 0
                for x, y in train_loader:
                    optimizer.zero_grad()
                    l = loss(model(x), y)
                    l.backward()
                    optimizer.step()
                    total, count = total + l.item() * len(x), count + len(x)
                history["train_loss"].append(total / count)
                model.eval()
                total = count = 0
                for x, y in valid_loader:
                    total, count = total + loss(model(x), y).item() * len(x), count + len(x)
                history["valid_loss"].append(total / count)
                if history["valid_loss"][-1] < best:
                    best, waited = history["valid_loss"][-1], 0
                    best_state = {name: value.clone() for name, value in model.state_dict().items()}
                else:
                    waited += 1
                if on_epoch:
                    on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])
                if waited >= config["early_stop"]:
                    break
            if best_state:
                model.load_state_dict(best_state)
                save_params(model, config["save_path"])
            return history
        """,
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "when on_epoch is called",
        "saved only when all is over",
    ),
    Edit(
        "fit",
        "    if best_state is not None:\n        model.load_state_dict(best_state)",
        '    if Path(config["save_path"]).exists():\n        load_params(model, config["save_path"])',
        "test_without_a_better_epoch_the_last_weights_stay",
        "earlier run",
        "an old file of another run is loaded",
    ),
    Edit(
        "fit",
        "    if best_state is not None:\n        model.load_state_dict(best_state)",
        '    load_params(model, config["save_path"])',
        "test_without_a_better_epoch_the_last_weights_stay",
        "earlier run",
        "loads the file though none was written (post 002)",
    ),
    Edit(
        "fit",
        "    if best_state is not None:\n",
        "    if True:\n",
        "test_without_a_better_epoch_the_last_weights_stay",
        "NoneType",
        "the best weights are restored though there are none",
    ),
    Edit(
        "fit",
        'save_params(model, config["save_path"])',
        'torch.save(model.state_dict(), config["save_path"])',
        "test_the_file_is_written_atomically",
        "overwritten",
        "written in place (post 002)",
    ),
    Edit(
        "fit",
        "                count += len(x)\n",
        "                count += len(x)\n                break\n",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the mode of the model",
        "only the first batch is validated",
    ),
    Edit(
        "fit",
        "    best_loss, best_state, waited = math.inf, None, 0",
        "    best_loss, best_state, waited = 1e-6, None, 0",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "not better",
        "nothing is ever better",
    ),
    Edit(
        "fit",
        "x, y = x.to(device), y.to(device)\n            batch",
        "x = x.to(device)\n            batch",
        "test_batches_are_moved_to_the_device_of_the_model",
        "'y': 'cpu'",
        "the labels are not moved",
    ),
    Edit(
        "fit",
        "x, y = x.to(device), y.to(device)\n            batch",
        "x.to(device), y.to(device)\n            batch",
        "test_batches_are_moved_to_the_device_of_the_model",
        "returns the moved batch",
        "the moved batches are thrown away",
    ),
    Edit(
        "fit",
        "device = next(model.parameters()).device",
        'device = "cuda" if torch.cuda.is_available() else "cpu"',
        "test_batches_are_moved_to_the_device_of_the_model",
        "where its parameters are",
        "a device of its own choice (post 002)",
    ),
    Edit(
        "fit",
        "device = next(model.parameters()).device",
        'device = "cuda" if torch.cuda.is_available() else "cpu"\n    model.to(device)',
        "test_batches_are_moved_to_the_device_of_the_model",
        "the model stays",
        "moves the model",
    ),
    Edit(
        "fit",
        "momentum=0.9",
        "momentum=0.9, dampening=0.9",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "a dampened momentum",
    ),
    Edit(
        "fit",
        "            optimizer.zero_grad()\n",
        "            if count == 0:\n                optimizer.zero_grad()\n",
        "test_steps_are_those_of_sgd_with_momentum",
        "zeroed each step",
        "zeroed once an epoch",
    ),
    Edit(
        "fit",
        '        if history["valid_loss"][-1] < best_loss:\n            best_loss, waited = history["valid_loss"][-1], 0',
        '        if history["train_loss"][-1] < best_loss:\n            best_loss, waited = history["train_loss"][-1], 0',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "not better",
        "the training loss decides",
    ),
    Edit(
        "fit",
        "        model.eval()\n        total = count = 0",
        "        model.eval()",
        "test_losses_are_means_over_all_examples",
        "valid_loss",
        "the sums of training are carried over",
    ),
    Edit(
        "fit",
        'train_loss"].append(total / count)',
        'train_loss"].append(total / len(train_loader))',
        "test_losses_are_means_over_all_examples",
        "weight the loss",
        "a sum over examples by the number of batches",
    ),
    Edit(
        "fit",
        'waited >= config["early_stop"]',
        'waited >= config["early_stop"] - 1',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "stop after",
        "one epoch too few",
    ),
    Edit(
        "fit",
        "        model.train()\n",
        '        save_params(model, config["save_path"])\n        model.train()\n',
        "test_best_weights_are_in_the_model_and_in_the_file",
        "only then",
        "saved at the start of every epoch",
    ),
    Edit(
        "fit",
        'save_params(model, config["save_path"])',
        'save_tensors({"epoch": torch.tensor(epoch)} | model.state_dict(), config["save_path"])',
        "test_best_weights_are_in_the_model_and_in_the_file",
        "names",
        "more than the state_dict is saved",
    ),
    Edit(
        "fit",
        "        with torch.no_grad():\n            for x, y in valid_loader:\n                x, y = x.to(device), y.to(device)\n                total += loss(model(x), y).item() * len(x)\n                count += len(x)",
        "        for x, y in valid_loader:\n            x, y = x.to(device), y.to(device)\n            held = loss(model(x), y)\n            if held.requires_grad:\n                held.backward()\n                optimizer.step()\n            total += held.item() * len(x)\n            count += len(x)",
        "test_training_is_measured_before_a_step_and_validation_after",
        "train_loss",
        "trains on the validation batches, too",
    ),
    Edit(
        "fit",
        "            optimizer.zero_grad()\n            batch_loss.backward()\n            optimizer.step()",
        "            batch_loss.backward()\n            optimizer.step()\n            optimizer.zero_grad()\n            if count == 0:\n                loss(model.w * x, y).backward()",
        "test_steps_are_those_of_sgd_with_momentum",
        "w after each epoch",
        "a gradient from elsewhere gets into a step",
    ),
    Edit(
        "fit",
        "nn.MSELoss()",
        "lambda y_hat, y: ((y_hat - y.squeeze()) ** 2).mean()",
        "test_it_fits_a_line",
        "n * n",
        "predictions (n, 1) minus labels (n,)",
    ),
    Edit(
        "fit",
        "            optimizer.step()\n",
        "            optimizer.step()\n            if on_epoch is not None:\n                on_epoch(epoch, batch_loss.item(), math.nan)\n",
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "once an epoch",
        "called for every batch, too",
    ),
    Edit(
        "fit",
        '            save_params(model, config["save_path"])\n        else:\n            waited += 1\n        if on_epoch is not None:\n            on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])\n',
        '        else:\n            waited += 1\n        if on_epoch is not None:\n            on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])\n        if waited == 0:\n            save_params(model, config["save_path"])\n',
        "test_on_epoch_is_called_after_every_epoch_and_its_save",
        "when on_epoch is called",
        "saved after on_epoch",
    ),
    Edit(
        "fit",
        "    if best_state is not None:\n        model.load",
        "    if best_state is not None:\n        model = copy.deepcopy(model)\n        model.load",
        "test_best_weights_are_in_the_model_and_in_the_file",
        "put the best back",
        "the best weights are put into a copy",
    ),
    Edit(
        "predict",
        "    model.eval()\n",
        "",
        "test_evaluates_and_restores_the_mode",
        "dropout",
        "no evaluation mode",
    ),
    Edit(
        "predict",
        "    model.train(was_training)\n",
        "",
        "test_evaluates_and_restores_the_mode",
        "as before",
        "left in evaluation mode (post 002)",
    ),
    Edit(
        "predict",
        "model.train(was_training)",
        "model.train()",
        "test_evaluates_and_restores_the_mode",
        "as before",
        "always left in training mode",
    ),
    Edit(
        "predict",
        "with torch.no_grad():",
        "if True:",
        "test_result_has_no_gradient",
        "no_grad",
        "the graph is kept",
    ),
    Edit(
        "predict",
        "X.to(device)",
        "X",
        "test_batches_go_to_the_device_and_outputs_to_the_cpu",
        "X.to(device)",
        "batches stay where they are",
    ),
    Edit(
        "predict",
        "        outputs = [model(X.to(device)).cpu() for X in loader]",
        "        outputs = []\n        for X in loader:\n            X.to(device)\n            outputs.append(model(X).cpu())",
        "test_batches_go_to_the_device_and_outputs_to_the_cpu",
        "returns the moved batch",
        "the moved batch is thrown away",
    ),
    Edit(
        "predict",
        "model(X.to(device)).cpu()",
        "model(X.to(device))",
        "test_batches_go_to_the_device_and_outputs_to_the_cpu",
        "'result': 'meta'",
        "the outputs stay on the device",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return outputs",
        "test_one_tensor_of_all_outputs",
        "Its type is list",
        "a list of batches",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs).numpy()",
        "test_one_tensor_of_all_outputs",
        "Its type is ndarray",
        "a numpy array (post 002)",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "torch.cat(outputs)",
        "test_one_tensor_of_all_outputs",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return outputs[-1]",
        "test_one_tensor_of_all_outputs",
        "all batches",
        "only the last batch",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs[:-1] or outputs)",
        "test_one_tensor_of_all_outputs",
        "last batch may be smaller",
        "the last batch is lost",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat([Y for Y in outputs if len(Y) == len(outputs[0])])",
        "test_one_tensor_of_all_outputs",
        "last batch may be smaller",
        "short batches are left out",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs[::-1])",
        "test_one_tensor_of_all_outputs",
        "in their order",
        "batches backwards",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs).flatten()",
        "test_one_tensor_of_all_outputs",
        "outputs of all batches",
        "flattened",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs).argmax(-1)",
        "test_one_tensor_of_all_outputs",
        "outputs of all batches",
        "classes instead of outputs",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs, dim=-1)",
        "test_one_tensor_of_all_outputs",
        "RuntimeError",
        "along the last axis",
    ),
    Edit(
        "predict",
        "for X in loader",
        "for X, _ in loader",
        "test_one_tensor_of_all_outputs",
        "not enough values",
        "expects pairs",
    ),
    Edit(
        "predict",
        "was_training = model.training\n    model.eval()",
        "was_training = model.eval().training",
        "test_evaluates_and_restores_the_mode",
        "as before",
        "the mode is read too late",
    ),
    Edit(
        "predict",
        "X.to(device)",
        'X.to("cuda" if torch.cuda.is_available() else "cpu")',
        "test_batches_go_to_the_device_and_outputs_to_the_cpu",
        "'batches': 'cpu'",
        "the device that is asked for is not looked at",
    ),
    Edit(
        "predict",
        "return torch.cat(outputs)",
        "return torch.cat(outputs).squeeze()",
        "test_one_tensor_of_all_outputs",
        "shape (3, 1)",
        "axes of length 1 are lost",
    ),
    Edit(
        "save_params",
        "save_tensors(net.state_dict(), path)",
        "save_tensors({**dict(net.named_parameters()), **dict(net.named_buffers())}, path)",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "state_dict()",
        "buffers that are not to be saved, a shared parameter once",
    ),
    Edit(
        "save_params",
        "save_tensors(net.state_dict(), path)",
        "frozen = {name for name, p in net.named_parameters() if not p.requires_grad}\n    save_tensors({k: v for k, v in net.state_dict().items() if k not in frozen}, path)",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "names",
        "without what is frozen",
    ),
    Edit(
        "load_params",
        "net.load_state_dict(saved)",
        "net.load_state_dict(saved, assign=True)",
        "test_net_can_be_trained_afterwards",
        "the objects that they were",
        "new parameter objects",
    ),
    Edit(
        "fit",
        "        total = count = 0\n        with torch.no_grad():\n            for x, y in valid_loader:\n                x, y = x.to(device), y.to(device)\n",
        "        total = count = 0\n        with torch.no_grad():\n            for x, y in valid_loader:\n",
        "test_batches_are_moved_to_the_device_of_the_model",
        "'x of valid_loader': 'not moved'",
        "batches of validation are not moved",
    ),
    Edit(
        "fit",
        "    for epoch in range(",
        "    train_loader = list(train_loader)\n    for epoch in range(",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "1 passes over train_loader",
        "the batches of the first pass again and again",
    ),
    Edit(
        "fit",
        "    if best_state is not None:",
        "    torch.set_grad_enabled(False)\n    if best_state is not None:",
        "test_an_epoch_trains_on_all_batches_then_evaluates",
        "the caller still needs them",
        "gradients stay off",
    ),
    Edit(
        "predict",
        "    with torch.no_grad():\n        outputs = [model(X.to(device)).cpu() for X in loader]",
        "    torch.set_grad_enabled(False)\n    outputs = [model(X.to(device)).cpu() for X in loader]",
        "test_result_has_no_gradient",
        "the model later",
        "gradients stay off",
    ),
    Edit(
        "predict",
        "    model.eval()\n",
        "    model.eval().requires_grad_(False)\n",
        "test_result_has_no_gradient",
        "the model later",
        "the model is frozen",
    ),
    Edit(
        "predict",
        "model(X.to(device))",
        "model(X.to(device).float())",
        "test_one_tensor_of_all_outputs",
        "keeps its dtype",
        "every batch becomes float32",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            draft = f"{path}.tmp"
            with open(draft, "ab") as file:
                torch.save(obj, file)
            os.replace(draft, path)
        """,
        "test_the_file_is_written_atomically",
        "then saved again",
        "written behind the half of a file that a killed save left",
    ),
    Edit(
        "save_params",
        "save_tensors(net.state_dict(), path)",
        "try:\n        save_tensors(net.state_dict(), path)\n"
        "    except Exception as error:\n        print(error)",
        "test_a_failed_save_raises_and_leaves_the_old_file",
        "it raised nothing",
        "the failure is only printed",
    ),
    Edit(
        "save_params",
        "net.state_dict()",
        "net.cpu().state_dict()",
        "test_file_holds_the_state_dict_and_net_is_as_it_was",
        "frozen or moved",
        "the net itself is moved to the CPU",
    ),
    Edit(
        "load_params",
        "    net.load_state_dict(saved)",
        "    for name, tensor in (*net.named_parameters(), *net.named_buffers()):\n"
        "        tensor.data = saved[name]",
        "test_net_stays_on_its_device",
        "on another device",
        "the tensors of the file themselves, on the CPU",
    ),
    Edit(
        "fit",
        "momentum=0.9",
        "momentum=0.9, weight_decay=1e-5",
        "test_steps_are_those_of_sgd_with_momentum",
        "SGD with momentum 0.9",
        "a little weight decay",
    ),
    Edit(
        "fit",
        "best_loss, best_state, waited = math.inf, None, 0",
        "best_loss, best_state, waited = 1e9, None, 0",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "number of epochs",
        "a large number for the best loss at first: the losses may be larger",
    ),
    Edit(
        "fit",
        'if history["valid_loss"][-1] < best_loss:',
        'if history["valid_loss"][-1] < best_loss - 1e-4:',
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "number of epochs",
        "better only by more than a margin",
    ),
    Edit(
        "fit",
        "    return history\n",
        "    return model.requires_grad_(False) and history\n",
        "test_stops_after_early_stop_epochs_that_are_not_better",
        "can be trained further",
        "the model is frozen at the end",
    ),
    Edit(
        "predict",
        "    with torch.no_grad():\n",
        "    model(next(iter(loader)).to(device))  # a look at the shapes\n"
        "    with torch.no_grad():\n",
        "test_one_tensor_of_all_outputs",
        "A batch keeps its dtype",
        "the first batch is taken before the loop: lost where one pass is all there is",
    ),
    Edit(
        "predict",
        "    model.train(was_training)\n",
        "    model.train(was_training).cpu()\n",
        "test_evaluates_and_restores_the_mode",
        "on the CPU",
        "the model is moved to the CPU",
    ),
]

RIGHT = [
    Rewrite(
        "save_tensors",
        """
        import tempfile

        def save_tensors(obj, path):
            path = Path(path)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                torch.save(obj, file)
            Path(file.name).replace(path)
        """,
        why="a named temporary file, Path.replace",
    ),
    Rewrite(
        "save_tensors",
        """
        import tempfile

        def save_tensors(obj, path):
            folder, name = os.path.split(os.path.abspath(path))
            handle, draft = tempfile.mkstemp(prefix=name, dir=folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    torch.save(obj, file)
                    file.flush()
                    os.fsync(file.fileno())
                os.rename(draft, path)
            except BaseException:
                os.unlink(draft)
                raise
        """,
        why="mkstemp, fsync, os.rename, tidies up after itself",
    ),
    Rewrite(
        "save_tensors",
        """
        import io

        def save_tensors(obj, path):
            buffer = io.BytesIO()
            torch.save(obj, buffer)
            draft = Path(str(path) + "~")
            draft.write_bytes(buffer.getbuffer())
            draft.rename(path)
        """,
        why="pickled in memory, Path.rename, always the same draft",
    ),
    Rewrite(
        "save_tensors",
        """
        import shutil
        import tempfile

        def save_tensors(obj, path):
            path = Path(path)
            with tempfile.TemporaryDirectory(dir=path.parent) as folder:
                torch.save(obj, Path(folder, "draft"))
                shutil.move(Path(folder, "draft"), path)
        """,
        why="a temporary folder beside the file, shutil.move",
    ),
    Rewrite(
        "save_tensors",
        """
        from os import replace

        def save_tensors(obj, path):
            draft = f"{path}.tmp"
            try:
                torch.save(obj, draft, _use_new_zipfile_serialization=False)
            except Exception as error:
                raise RuntimeError(f"{path} was not saved") from error
            replace(draft, path)
        """,
        why="another class of error, the old format of torch.save, a name imported at the top",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            temporary = str(path) + ".new"
            with open(temporary, "wb") as f:
                torch.save(obj, f)
            os.replace(temporary, path)
        """,
        why="a file object, strings",
    ),
    Rewrite(
        "save_tensors",
        """
        import contextlib
        import tempfile

        @contextlib.contextmanager
        def replacing(path):
            path = Path(path).absolute()
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".pt")
            try:
                with os.fdopen(handle, "wb") as file:
                    yield file
                os.replace(name, path)
            finally:
                with contextlib.suppress(FileNotFoundError):
                    os.remove(name)

        def save_tensors(obj, path):
            with replacing(path) as file:
                torch.save(obj, file)
        """,
        why="a context manager that tidies up",
    ),
    Rewrite(
        "save_tensors",
        """
        import tempfile

        def save_tensors(obj, path):
            with tempfile.NamedTemporaryFile(dir=os.path.dirname(path) or ".", delete=False) as file:
                torch.save(obj, file)
                file.flush()
                os.replace(file.name, path)
        """,
        why="renamed while open, but flushed",
    ),
    Rewrite(
        "save_tensors",
        """
        import copy

        def save_tensors(obj, path):
            draft = os.path.abspath(path) + ".swp"
            os.makedirs(os.path.dirname(draft), exist_ok=True)
            if os.path.exists(draft):
                os.remove(draft)
            with open(draft, "xb") as file:
                torch.save(copy.deepcopy(obj), file)
            if load_tensors(draft) is None:
                raise OSError(draft)
            os.replace(src=draft, dst=path)
        """,
        why="removes an old draft, saves a copy, reads it back before the rename",
    ),
    Rewrite(
        "save_tensors",
        """
        def save_tensors(obj, path):
            folder, name = os.path.split(os.path.abspath(path))
            before = os.getcwd()
            os.chdir(folder)
            try:
                torch.save(obj, f".{name}.tmp")
                os.replace(f".{name}.tmp", name)
            finally:
                os.chdir(before)
        """,
        why="works in the folder of the file",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            return torch.load(path, weights_only=True)
        """,
        why="the library's own errors",
    ),
    Rewrite(
        "load_tensors",
        """
        import io

        def load_tensors(path):
            data = io.BytesIO(Path(path).read_bytes())
            obj = torch.load(data, map_location=torch.device("cpu"), weights_only=True)
            if not isinstance(obj, (Tensor, list, dict)):
                raise TypeError(type(obj))
            return obj
        """,
        why="read into memory first",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            assert os.path.isfile(path), f"{path} is not there"
            with open(path, "rb") as f:
                x = torch.load(f, weights_only=True)
            return x
        """,
        why="a file object, an assertion",
    ),
    Rewrite(
        "load_tensors",
        """
        def load_tensors(path):
            return torch.load(str(path), map_location="cpu", mmap=os.path.getsize(path) > 99999, weights_only=True)
        """,
        why="large files are mapped",
    ),
    Rewrite(
        "load_tensors",
        """
        import pickle

        def load_tensors(path):
            try:
                loaded = torch.load(path, map_location=lambda storage, place: storage, weights_only=True)
            except (pickle.UnpicklingError, EOFError, RuntimeError, OSError) as error:
                raise SystemError(f"cannot load {path}") from error
            values = loaded.values() if isinstance(loaded, dict) else loaded
            if not isinstance(loaded, Tensor) and not all(isinstance(value, Tensor) for value in values):
                raise TypeError(f"{path} holds something else")
            return loaded
        """,
        why="a function as map_location, looks at every value, its own class of error",
    ),
    Rewrite(
        "save_params",
        """
        def save_params(net, path):
            draft = str(path) + ".part"
            torch.save(net.state_dict(), draft)
            os.replace(draft, path)
        """,
        why="its own atomic write",
    ),
    Rewrite(
        "save_params",
        """
        def save_params(net, path):
            state = {name: value.detach().cpu().clone() for name, value in net.state_dict().items()}
            save_tensors(state, path)
        """,
        why="copies on the CPU in a plain dict",
    ),
    Rewrite(
        "load_params",
        """
        import copy

        def load_params(net, path):
            backup = copy.deepcopy(net.state_dict())
            try:
                net.load_state_dict(load_tensors(path))
            except BaseException:
                net.load_state_dict(backup)
                raise
        """,
        why="puts the old values back after an error",
    ),
    Rewrite(
        "load_params",
        """
        import copy

        def load_params(net, path):
            state = torch.load(path, map_location="cpu", weights_only=True)
            copy.deepcopy(net).load_state_dict(state)  # raises on a copy
            net.load_state_dict(state)
        """,
        why="tries it on a copy first",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            saved = load_tensors(path)
            mine = dict(net.named_parameters()) | dict(net.named_buffers())
            assert set(saved) == set(mine), "names differ"
            for name, value in mine.items():
                assert value.shape == saved[name].shape, name
            for name, value in mine.items():
                value.data.copy_(saved[name])
        """,
        why="copies by hand after all checks",
    ),
    Rewrite(
        "load_params",
        """
        def load_params(net, path):
            before = {name: value.clone() for name, value in net.state_dict().items()}
            try:
                missing, unexpected = net.load_state_dict(load_tensors(path), strict=False)
                if missing or unexpected:
                    raise KeyError(f"{missing} {unexpected}")
            except Exception:
                net.load_state_dict(before)
                raise
        """,
        why="not strict, but looks at what load_state_dict returns, and undoes it",
    ),
    Rewrite(
        "load_params",
        """
        import copy

        def load_params(net, path):
            trial = copy.deepcopy(net)
            trial.load_state_dict(load_tensors(path))
            net.load_state_dict(trial.state_dict())
            net.eval()
        """,
        why="through a copy; evaluation mode afterwards, as in the notes",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            device = next(model.parameters()).device
            criterion = nn.MSELoss(reduction="mean")
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            n_epochs, best_loss, early_stop_count = config["n_epochs"], math.inf, 0
            train_losses, valid_losses = [], []
            for epoch in range(n_epochs):
                model.train()
                loss_record, sizes = [], []
                for x, y in train_loader:
                    optimizer.zero_grad()
                    x, y = x.to(device), y.to(device)
                    pred = model(x)
                    loss = criterion(pred, y)
                    loss.backward()
                    optimizer.step()
                    loss_record.append(loss.detach().item() * len(x))
                    sizes.append(len(x))
                mean_train_loss = sum(loss_record) / sum(sizes)
                model.eval()
                loss_record, sizes = [], []
                for x, y in valid_loader:
                    x, y = x.to(device), y.to(device)
                    with torch.no_grad():
                        pred = model(x)
                        loss = criterion(pred, y)
                    loss_record.append(loss.item() * len(x))
                    sizes.append(len(x))
                mean_valid_loss = sum(loss_record) / sum(sizes)
                train_losses.append(mean_train_loss)
                valid_losses.append(mean_valid_loss)
                if mean_valid_loss < best_loss:
                    best_loss = mean_valid_loss
                    save_params(model, config["save_path"])
                    early_stop_count = 0
                else:
                    early_stop_count += 1
                if on_epoch is not None:
                    on_epoch(epoch + 1, mean_train_loss, mean_valid_loss)
                if early_stop_count >= config["early_stop"]:
                    break
            if best_loss < math.inf:
                load_params(model, config["save_path"])
            return {"train_loss": train_losses, "valid_loss": valid_losses}
        """,
        why="the post's trainer put right, the best weights read from the file",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            velocity = {p: torch.zeros_like(p) for p in model.parameters()}
            history = {"valid_loss": [], "train_loss": []}
            best, best_at, kept = float("inf"), 0, None
            epoch = 0
            while epoch < config["n_epochs"] and epoch - best_at < config["early_stop"]:
                epoch += 1
                for loader, name in ((train_loader, "train_loss"), (valid_loader, "valid_loss")):
                    learn = name == "train_loss"
                    model.train(learn)
                    squares, values = 0.0, 0
                    for x, y in loader:
                        place = next(iter(velocity)).device
                        x, y = x.to(place), y.to(place)
                        with torch.set_grad_enabled(learn):
                            error = ((model(x) - y) ** 2).mean()
                        squares += float(error.detach()) * y.numel()
                        values += y.numel()
                        if not learn:
                            continue
                        model.zero_grad()
                        error.backward()
                        with torch.no_grad():
                            for p, v in velocity.items():
                                v.mul_(0.9).add_(p.grad)
                                p -= config["learning_rate"] * v
                    history[name].append(squares / values)
                if history["valid_loss"][-1] < best:
                    best, best_at = history["valid_loss"][-1], epoch
                    kept = {name: value.clone() for name, value in model.state_dict().items()}
                    save_tensors(kept, config["save_path"])
                if on_epoch:
                    on_epoch(epoch, history["train_loss"][-1], history["valid_loss"][-1])
            if kept:
                model.load_state_dict(kept)
            return history
        """,
        why="momentum by hand, no optimizer; every element counted",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            device = next(model.parameters()).device
            record = {"train_loss": [], "valid_loss": []}
            best, last_gain = (math.inf, None), 0
            for epoch in range(1, 1 + config["n_epochs"]):
                model.train()
                train_loss = 0.0
                for i, (x, y) in enumerate(train_loader):
                    x, y = x.to(device), y.to(device)
                    loss = torch.nn.functional.mse_loss(model(x), y)
                    loss.backward()
                    optimizer.step()
                    optimizer.zero_grad(set_to_none=False)
                    train_loss += float(loss.detach()) * len(y) / len(train_loader.dataset)
                with torch.no_grad():
                    model.eval()
                    pairs = [(model(x.to(device)), y.to(device)) for x, y in valid_loader]
                    y_hat, y = (torch.cat(part) for part in zip(*pairs))
                    valid_loss = (y_hat - y).square().mean().item()
                record["train_loss"] += [train_loss]
                record["valid_loss"] += [valid_loss]
                if valid_loss < best[0]:
                    best, last_gain = (valid_loss, io_copy(model)), epoch
                    save_tensors(best[1], config["save_path"])
                if on_epoch is not None:
                    on_epoch(epoch, train_loss, valid_loss)
                if epoch - last_gain == config["early_stop"]:
                    break
            if last_gain:
                model.load_state_dict(best[1])
            return record


        def io_copy(model):
            return {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}
        """,
        why="validation outputs put together; gradients zeroed after the step; len(loader.dataset)",
    ),
    Rewrite(
        "fit",
        """
        import copy

        class Stopper:
            def __init__(self, patience):
                self.patience, self.best, self.bad = patience, None, 0

            def better(self, value):
                if not math.isnan(value) and (self.best is None or value < self.best):
                    self.best, self.bad = value, 0
                    return True
                self.bad += 1
                return False


        def run_epoch(model, loader, optimizer=None):
            model.train(optimizer is not None)
            device = next(model.parameters()).device
            losses, sizes = [], []
            for x, y in loader:
                loss = nn.functional.mse_loss(model(x.to(device)), y.to(device))
                if optimizer is not None:
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                losses.append(loss.item() * y.shape[0])
                sizes.append(y.shape[0])
            return sum(losses) / sum(sizes)


        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            optimizer = torch.optim.SGD(model.parameters(), config["learning_rate"], 0.9)
            stopper, best = Stopper(config["early_stop"]), copy.deepcopy(model)
            history = {"train_loss": [], "valid_loss": []}
            for epoch in range(config["n_epochs"]):
                history["train_loss"].append(run_epoch(model, train_loader, optimizer))
                history["valid_loss"].append(run_epoch(model, valid_loader))
                better = stopper.better(history["valid_loss"][-1])
                if better or stopper.best is None:
                    best.load_state_dict(model.state_dict())
                if better:
                    save_params(best, config["save_path"])
                on_epoch and on_epoch(epoch + 1, *(losses[-1] for losses in history.values()))
                if stopper.bad == stopper.patience:
                    break
            model.load_state_dict(best.state_dict())
            return history
        """,
        why="helpers, a second model for the best weights, validation with gradients on",
    ),
    Rewrite(
        "fit",
        """
        class EarlyStopping:
            def __init__(self, patience, path):
                self.patience, self.path = patience, path
                self.counter, self.best_score, self.early_stop = 0, None, False

            def __call__(self, val_loss, model):
                score = -val_loss
                if not math.isnan(score) and (self.best_score is None or score > self.best_score):
                    self.best_score, self.counter = score, 0
                    save_params(model, self.path)
                else:
                    self.counter += 1
                    self.early_stop = self.counter >= self.patience


        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            device = next(model.parameters()).device
            criterion = nn.MSELoss().to(device)
            optimizer = torch.optim.SGD([{"params": model.parameters()}], lr=config["learning_rate"], momentum=0.9)
            stopping = EarlyStopping(config["early_stop"], config["save_path"])
            avg_train_losses, avg_valid_losses = [], []
            for epoch in range(1, config["n_epochs"] + 1):
                train_losses, valid_losses = [], []
                model.train()
                for data, target in train_loader:
                    data, target = data.to(device), target.to(device)
                    optimizer.zero_grad()
                    loss = criterion(model(data), target)
                    loss.backward()
                    optimizer.step()
                    train_losses += [loss.item()] * data.size(0)
                model.eval()
                for data, target in valid_loader:
                    with torch.no_grad():
                        loss = criterion(model(data.to(device)), target.to(device))
                    valid_losses += [loss.item()] * data.size(0)
                avg_train_losses.append(sum(train_losses) / len(train_losses))
                avg_valid_losses.append(sum(valid_losses) / len(valid_losses))
                stopping(avg_valid_losses[-1], model)
                if on_epoch:
                    on_epoch(epoch, avg_train_losses[-1], avg_valid_losses[-1])
                if stopping.early_stop:
                    break
            if stopping.best_score is not None:
                model.load_state_dict(torch.load(config["save_path"], map_location=device, weights_only=True))
            return {"train_loss": avg_train_losses, "valid_loss": avg_valid_losses}
        """,
        why="the EarlyStopping class known from blogs; every example has the loss of its batch",
    ),
    Rewrite(
        "fit",
        """
        import io
        from collections import defaultdict

        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            history = defaultdict(list)
            parameters = [p for p in model.parameters() if p.requires_grad]
            optimizer = torch.optim.SGD(parameters, lr=config["learning_rate"], momentum=0.9, foreach=False)
            best = {"loss": float("inf"), "epoch": 0, "state": b""}
            for epoch in range(1, config["n_epochs"] + 1):
                for phase, loader in {"train": train_loader, "valid": valid_loader}.items():
                    training = phase == "train"
                    model.train() if training else model.eval()
                    losses, sizes = [], []
                    for pair in loader:
                        inputs, targets = (t.to(parameters[0].device) for t in pair)
                        with torch.set_grad_enabled(training):
                            loss = nn.functional.mse_loss(model(inputs), targets, reduction="sum")
                        if training:
                            model.zero_grad(set_to_none=True)
                            (loss / targets.numel()).backward()
                            optimizer.step()
                        losses.append(loss.detach())
                        sizes.append(targets.numel())
                    history[f"{phase}_loss"].append(float(torch.stack(losses).sum()) / sum(sizes))
                held = history["valid_loss"][-1]
                if held < best["loss"]:
                    buffer = io.BytesIO()
                    torch.save(model.state_dict(), buffer)
                    best.update(loss=held, epoch=epoch, state=buffer.getvalue())
                    Path(f"{config['save_path']}.tmp").write_bytes(best["state"])
                    os.replace(f"{config['save_path']}.tmp", config["save_path"])
                if on_epoch is not None:
                    on_epoch(epoch, history["train_loss"][-1], held)
                if epoch - best["epoch"] >= config["early_stop"]:
                    break
            if best["state"]:
                model.load_state_dict(torch.load(io.BytesIO(best["state"]), weights_only=True))
            return history
        """,
        why="two phases in one loop, squares summed, the best kept as bytes, a defaultdict",
    ),
    Rewrite(
        "fit",
        """
        def fit(model, train_loader, valid_loader, config, on_epoch=None):
            '''Patience counts down; a copy of the model is kept; the weights are copied in place.'''
            device = next(iter(model.state_dict().values())).device
            optimizer = torch.optim.SGD(model.parameters(), lr=config["learning_rate"], momentum=0.9)
            history = dict(train_loss=[], valid_loss=[], best_epoch=[])
            best, kept, patience = math.nan, None, config["early_stop"]

            @torch.inference_mode()
            def evaluate():
                model.eval()
                batches = [(x.to(device), y.to(device)) for x, y in valid_loader]
                wrong = sum(((model(x) - y) ** 2).sum().item() for x, y in batches)
                return wrong / sum(y.numel() for _, y in batches)

            for epoch in range(config["n_epochs"]):
                model.train()
                summed, seen = torch.zeros((), dtype=torch.float64), 0
                for x, y in train_loader:
                    x, y = x.to(device, non_blocking=True), y.to(device, non_blocking=True)
                    loss = (model(x) - y).pow(2).mean()
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                    summed += loss.detach().cpu() * len(y)
                    seen += len(y)
                history["train_loss"].append((summed / seen).item())
                held = evaluate()
                history["valid_loss"].append(held)
                if held == held and not held >= best:
                    best, kept, patience = held, copy.deepcopy(model), config["early_stop"]
                    history["best_epoch"].append(epoch + 1)
                    save_params(kept, config["save_path"])
                else:
                    patience -= 1
                if on_epoch:
                    on_epoch(epoch + 1, history["train_loss"][-1], held)
                if patience == 0:
                    break
            if kept is not None:
                with torch.no_grad():
                    for mine, right in zip(model.state_dict().values(), kept.state_dict().values()):
                        mine.copy_(right)
            return history
        """,
        why="counts down, keeps a copy of the model, copies in place, tells more than is asked",
    ),
    Rewrite(
        "predict",
        """
        @torch.no_grad()
        def predict(model, loader, device):
            training = model.training
            model = model.to(device).eval()
            preds = []
            for x in loader:
                x = x.to(device)
                preds.append(model(x).detach().cpu())
            if training:
                model.train()
            return torch.cat(preds, dim=0)
        """,
        why="no_grad as a decorator, the post's loop",
    ),
    Rewrite(
        "predict",
        """
        def predict(model, loader, device):
            mode = model.training
            try:
                with torch.inference_mode():
                    model.eval()
                    return torch.cat([model(X.to(device)) for X in loader]).to("cpu")
            finally:
                model.train(mode)
        """,
        why="inference mode, moved to the CPU at the end",
    ),
    Rewrite(
        "predict",
        """
        def predict(model, loader, device):
            modes = {module: module.training for module in model.modules()}
            model.eval()
            result = None
            for X in loader:
                Y = model(X.to(device)).data.cpu()
                result = Y if result is None else torch.vstack([result, Y]) if Y.dim() > 1 else torch.hstack([result, Y])
            for module, training in modes.items():
                module.training = training
            return result
        """,
        why="the mode of every module, detached, put together batch by batch",
    ),
    Rewrite(
        "predict",
        """
        def predict(model, loader, device):
            mode, rows = model.training, []
            model.train(False)
            for X in iter(loader):
                X = X.to(device)
                with torch.no_grad():
                    rows.extend(model(X).detach().to("cpu"))
            model.train(mode=mode)
            return torch.stack(rows)
        """,
        why="row by row, stacked",
    ),
    Rewrite(
        "predict",
        """
        def predict(model, loader, device):
            twin = copy.deepcopy(model).eval()
            with torch.no_grad():
                return torch.cat([twin(X.to(device)).cpu() for X in loader])
        """,
        why="a copy in evaluation mode",
    ),
]
