"""Hidden tests of ch19_checkpoints."""

import copy
import math
from pathlib import Path

import torch
from pytest import mark
from torch import nn
from torch.utils.data import DataLoader

from tests import bad_files, disk, moved, scripted
from tests.calls import Call, call, describe
from tests.checks import assert_raises, assert_tensor, assert_that, assert_trained, assert_value
from tests.scripted import Scale, Scripted, batch, call_fit, copied, make_net, run_script

objects = mark.parametrize("obj", scripted.OBJECTS.values(), ids=scripted.OBJECTS)


class TestSaveTensors:
    @mark.shapes
    @objects
    def test_torch_load_reads_the_file(self, kata, tmp_path, obj):
        path = tmp_path / "x-file"
        for given in (path, str(path)):
            path.write_bytes(disk.OLD * 999)
            got = call(kata.save_tensors, obj=copy.deepcopy(obj), path=given)
            disk.assert_same(disk.in_file(path, got.text), obj)

    def test_tensors_are_not_modified(self, kata, tmp_path):
        x, y = torch.arange(3.0, requires_grad=True), torch.tensor([[1, -2]])
        obj = {"x": x, "y": y}
        got = call(kata.save_tensors, obj, tmp_path / "x-file")
        call(kata.save_tensors, listed := [x, y], tmp_path / "x-file")
        kept = list(obj) == ["x", "y"] and obj["x"] is x and obj["y"] is y and x.requires_grad
        same = kept and x.tolist() == [0, 1, 2] and y.tolist() == [[1, -2]] and len(listed) == 2
        assert_that(same, got, f"and obj is now {describe(obj)}", "obj as it was")

    def test_a_failed_save_raises_and_leaves_the_old_file(self, kata, tmp_path):
        disk.assert_survives_failure(kata.save_tensors, tmp_path / "x-file")

    @mark.parametrize("path", ["x-file", "models/x-file"])
    def test_the_file_is_written_atomically(self, kata, tmp_path, monkeypatch, path):
        monkeypatch.chdir(tmp_path)
        Path("models").mkdir()
        obj, text = [torch.ones(300), torch.zeros(2)], f"save_tensors(obj, {path!r})"
        disk.assert_atomic(text, lambda: kata.save_tensors(obj, path), Path(path))

    @mark.cuda
    def test_cuda(self, kata, tmp_path):
        obj, path = {"x": torch.ones(1, 2).cuda(), "y": torch.arange(3)}, tmp_path / "x-file"
        disk.assert_same(disk.in_file(path, call(kata.save_tensors, obj, path).text), obj)


class TestLoadTensors:
    @mark.shapes
    @objects
    def test_what_torch_save_wrote_comes_back(self, kata, tmp_path, obj):
        path = tmp_path / "x-file"
        torch.save(obj, path)
        disk.assert_same(call(kata.load_tensors, path), obj)
        torch.save(torch.tensor([0.5]), path)
        got = call(kata.load_tensors, path=str(path))
        disk.assert_same(got, torch.tensor([0.5]), "Read the file anew at every call.")

    @mark.parametrize("kind", bad_files.BAD)
    def test_a_bad_file_raises_and_its_code_is_not_run(self, kata, tmp_path, kind):
        bad_files.assert_refused(kind, tmp_path, kata.load_tensors)

    @mark.cuda
    def test_cuda(self, kata, tmp_path):
        obj = {"x": torch.tensor([[1.5, -2.0]]).cuda(), "y": torch.arange(3)}
        torch.save(obj, tmp_path / "x-file")
        disk.assert_same(call(kata.load_tensors, tmp_path / "x-file"), obj)


class TestSaveParams:
    @mark.shapes
    def test_file_holds_the_state_dict_and_net_is_as_it_was(self, kata, tmp_path):
        path = tmp_path / "mlp.params"
        for net in (nn.Linear(50, 70), make_net(), scripted.tuned_net()):
            before, kept = copied(net), scripted.state(net)
            got = call(kata.save_params, net=net, path=str(path))
            hint = "All of net.state_dict(): parameters and buffers, by name."
            disk.assert_same(disk.in_file(path, got.text), before, hint)
            told = got.part(net.state_dict(), "net.state_dict()")
            disk.assert_same(told, before, "net is not to be modified.")
            same = scripted.state(net) == kept
            assert_that(same, got, "and net is in another mode, frozen or moved", "net as it was")

    def test_the_file_is_written_atomically(self, kata, tmp_path):
        path, net = tmp_path / "mlp.params", make_net()
        disk.assert_atomic("save_params(net, path)", lambda: kata.save_params(net, path), path)

    def test_a_failed_save_raises_and_leaves_the_old_file(self, kata, tmp_path):
        disk.assert_survives_failure(scripted.saver(kata.save_params), tmp_path / "mlp.params")

    @mark.cuda
    def test_cuda(self, kata, tmp_path):
        net = make_net().cuda()
        got = call(kata.save_params, net, tmp_path / "mlp.params")
        disk.assert_same(disk.in_file(tmp_path / "mlp.params", got.text), copied(net))


class TestLoadParams:
    @mark.shapes
    @mark.parametrize("backwards", [False, True])
    def test_parameters_and_buffers_take_over_the_values(self, kata, tmp_path, backwards):
        clone, state = make_net(), copied(make_net())
        state = dict(reversed(state.items())) if backwards else state
        torch.save(state, tmp_path / "mlp.params")
        got = call(kata.load_params, net=clone, path=str(tmp_path / "mlp.params"))
        hint = "All that state_dict() names is filled, buffers too, by name and not by place."
        disk.assert_same(got.part(clone.state_dict(), "net.state_dict()"), state, hint)

    def test_net_can_be_trained_afterwards(self, kata, tmp_path, rng):
        net = make_net()
        named = [*net.named_parameters()]  # an optimizer may hold them already
        torch.save(net.state_dict(), tmp_path / "mlp.params")
        call(kata.load_params, net, tmp_path / "mlp.params")
        loss = net.train()(torch.randn(6, 4, generator=rng)).pow(3).sum()
        if loss.requires_grad:
            loss.backward()
        hint = "The parameters have to stay trainable, and the objects that they were."
        assert_trained(named, "load_params(net, path), net(X)...backward()", hint)

    def test_net_stays_on_its_device(self, kata, tmp_path):
        got = moved.places_after_loading(kata.load_params, tmp_path / "mlp.params")
        assert_value(got, {"meta"}, "Copy the values into the parameters, where they are.")

    @mark.parametrize("kind", scripted.UNFIT)
    def test_a_file_that_does_not_fit_raises_and_changes_nothing(self, kata, tmp_path, kind):
        net, path = make_net(), tmp_path / "mlp.params"
        before = copied(net)
        torch.save(scripted.UNFIT[kind](copied(make_net())), path)
        hint = f"The file does not fit the net: {kind}."
        assert_raises(Exception, kata.load_params, net, path, hint=hint)
        told = Call("load_params(net, path) raised an error; net afterwards", net.state_dict())
        hint += " Check all names and shapes first: load_state_dict copies what fits, then raises."
        disk.assert_same(told, before, hint)

    @mark.parametrize("kind", bad_files.BAD)
    def test_a_bad_file_raises_and_changes_nothing(self, kata, tmp_path, kind):
        before = copied(net := make_net())
        bad_files.assert_refused(kind, tmp_path, kata.load_params, net)
        told = Call(f"load_params(net, path), the file is {kind}: net", net.state_dict())
        disk.assert_same(told, before, "Nothing in net is to change.")

    @mark.cuda
    @mark.parametrize(("there", "here"), [("cpu", "cuda"), ("cuda", "cpu"), ("cuda", "cuda")])
    def test_cuda(self, kata, tmp_path, there, here):
        net, clone = make_net().to(there), make_net().to(here)
        torch.save(net.state_dict(), tmp_path / "mlp.params")
        got = call(kata.load_params, clone, tmp_path / "mlp.params")
        disk.assert_same(got.part(clone.state_dict(), "net.state_dict()"), copied(net))
        devices = {value.device.type for value in clone.state_dict().values()}
        assert_value(got.part(devices, "its devices"), {here}, "The net stays where it is.")


class TestFit:
    @mark.shapes
    def test_an_epoch_trains_on_all_batches_then_evaluates(self, kata, tmp_path):
        model, train, valid = Scale(), [batch(1), batch(2)], [batch(1), batch(3)]
        got = call_fit(kata.fit, model, train, valid, tmp_path / "best")
        hint = "model.train() before the training batches, model.eval() before the others."
        expected = ["training", "training", "evaluation", "evaluation"] * 2
        assert_value(got.part(model.modes, "the mode of the model, batch by batch"), expected, hint)
        for name in ("train_loss", "valid_loss"):
            count = got.part(len(got.value[name]), f"the number of losses in {name!r}")
            assert_value(count, 2, "One loss an epoch, not a batch.")

    def test_steps_are_those_of_sgd_with_momentum(self, kata, tmp_path):
        # The loss is w^2, its gradient g = 2w: v = 0.9 v + g and w = w - v / 4 give in turn
        # w = 1000, 500, -200 in the first epoch and w = -730, -842 in the second.
        model, train = Scripted(2, 1, w=1000.0), [batch(1, 1), batch(1, 1)]
        got = call_fit(kata.fit, model, train, [batch(1)], tmp_path / "best")
        weights = torch.tensor([float(state["w"]) for state in model.states])
        expected = torch.tensor([-200.0, -842.0])
        assert_tensor(got.part(weights, "w after each epoch"), expected, model.slip())

    def test_losses_are_means_over_all_examples(self, kata, tmp_path):
        # At w = 1 the squared errors are 1, 1, 1 and 25 in training; 1, 1 and 9 in validation.
        train, valid = [batch(1, 1, 1), batch(5)], [batch(2, 2, y=1), batch(4, y=1)]
        got = call_fit(kata.fit, Scale(), train, valid, tmp_path / "best", rate=0.0, n=1)
        hint = "Weight the loss of a batch by its number of examples: the last one is smaller."
        for name, loss in (("train_loss", 7.0), ("valid_loss", 11 / 3)):
            told = got.part(torch.tensor(got.value[name]), name)
            assert_tensor(told, torch.tensor([loss]), hint)

    def test_training_is_measured_before_a_step_and_validation_after(self, kata, tmp_path):
        # w is 1, 0.5, -0.2 (see above); training errs by w, validation by 2w.
        got = call_fit(kata.fit, Scale(), [batch(1)], [batch(2)], tmp_path / "best")
        hint = "The validation batches come after all steps of the epoch."
        for name, losses in (("train_loss", [1.0, 0.25]), ("valid_loss", [1.0, 0.16])):
            assert_tensor(got.part(torch.tensor(got.value[name]), name), torch.tensor(losses), hint)

    @mark.parametrize("case", scripted.SCRIPTS)
    def test_stops_after_early_stop_epochs_that_are_not_better(self, kata, tmp_path, case):
        script, early_stop, epochs, _ = case
        got, _ = run_script(kata.fit, tmp_path / "best", script, early_stop)
        hint = f"Stop after {early_stop} in a row that are not better; equal is not better."
        losses, expected = got.value["valid_loss"], torch.tensor(script[:epochs]).float()
        assert_value(got.part(len(losses), "the number of epochs"), epochs, hint)
        assert_tensor(got.part(torch.tensor(losses), "valid_loss"), expected, hint)

    @mark.parametrize("case", scripted.SCRIPTS)
    def test_best_weights_are_in_the_model_and_in_the_file(self, kata, tmp_path, case):
        script, early_stop, _, best = case
        got, model = run_script(kata.fit, tmp_path / "best", script, early_stop)
        told = got.part(model.state_dict(), "model.state_dict()")
        disk.assert_same(told, model.states[best], model.mistake())
        hint = "Save when the epoch is better than all before, and only then."
        disk.assert_same(disk.in_file(tmp_path / "best", got.text), model.states[best], hint)

    def test_on_epoch_is_called_after_every_epoch_and_its_save(self, kata, tmp_path):
        path, model, one = tmp_path / "best", Scripted(3, 4, 2, 5, 5), [batch(1)]
        calls = scripted.Epochs(model, path, best=[0, 0, 2, 2, 2])
        got = call_fit(kata.fit, model, one, one, path, calls.note, n=5, early_stop=2)
        losses = zip(got.value["train_loss"], got.value["valid_loss"], strict=True)
        expected = [(epoch, *pair) for epoch, pair in enumerate(losses, 1)]
        hint = "Once an epoch, also the last, with (epoch, train loss, valid loss); epochs from 1."
        assert_value(got.part([*calls], "on_epoch was called with"), expected, hint)

    def test_without_a_better_epoch_the_last_weights_stay(self, kata, tmp_path):
        torch.save(copied(Scale(9.0)), tmp_path / "best")
        got, model = run_script(kata.fit, tmp_path / "best", (math.nan,) * 4, 2)
        hint = "No epoch was better: the file that is there is that of an earlier run."
        told = got.part(model.state_dict(), "model.state_dict()")
        disk.assert_same(told, model.states[-1], hint)

    def test_the_file_is_written_atomically(self, kata, tmp_path):
        path = tmp_path / "best"
        disk.assert_atomic("fit(...)", lambda: run_script(kata.fit, path, (2, 3), 5), path)

    def test_batches_are_moved_to_the_device_of_the_model(self, kata, tmp_path):
        got = moved.places_of_batches(kata.fit, tmp_path / "best")
        hint = "The model stays where its parameters are; X.to(device) returns the moved batch."
        assert_value(got, moved.ON_META, hint)

    @mark.cuda
    def test_cuda(self, kata, tmp_path):
        model, train = Scripted(2, 1).cuda(), [batch(1, 1), batch(1, 1)]  # batches on the CPU
        got = call_fit(kata.fit, model, train, [batch(1)], tmp_path / "best")
        weights = torch.stack([state["w"] for state in model.states])
        assert_tensor(got.part(weights, "w"), torch.tensor([-0.2, -0.842]).cuda())

    @mark.convergence
    def test_it_fits_a_line(self, kata, tmp_path, rng, run):
        train, valid = scripted.line(rng)
        model, (X, y) = nn.Linear(3, 1), valid.dataset.tensors
        got = call_fit(kata.fit, model, train, valid, tmp_path / "best", n=20, rate=0.02)
        error = float((model(X) - y).detach().square().mean())
        hint = "Do model(x) and y have one shape? (n, 1) minus (n,) gives n * n errors."
        # 20 seeds: right answers end below 0.0041, those that subtract (n,) from (n, 1) above 9.
        run.below(error, 0.04, f"{got.text}: error of the model", hint, got.value["valid_loss"])


class TestPredict:
    ROWS = "The outputs of all batches, in their order; the last batch may be smaller."

    @mark.shapes
    def test_one_tensor_of_all_outputs(self, kata):
        for X in (torch.arange(10.0).reshape(5, 2) - 3, torch.ones(3, 1), torch.arange(3.0)):
            loader = DataLoader(X, batch_size=2)
            got = call(kata.predict, model=Scale(3.0), loader=loader, device="cpu")
            assert_tensor(got, 3 * X, self.ROWS)
        batches = iter([torch.arange(2), torch.arange(1)])  # one pass is all there is
        got = call(kata.predict, nn.Identity(), batches, "cpu")
        assert_tensor(got, torch.tensor([0, 1, 0]), "A batch keeps its dtype, as a model needs it.")

    @mark.parametrize("training", [True, False])
    def test_evaluates_and_restores_the_mode(self, kata, training):
        model = Scale().train(training)
        got = call(kata.predict, model, [torch.ones(2), torch.ones(1)], "cpu")
        modes = got.part(model.modes, "the mode of the model, batch by batch")
        assert_value(modes, ["evaluation"] * 2, "In training mode dropout would be at work.")
        told = got.part((model.training, model.place), "model.training and its place afterwards")
        assert_value(told, (training, "where it was"), "The mode has to be as before the call.")

    def test_result_has_no_gradient(self, kata):
        got = call(kata.predict, model := Scale(), [torch.ones(2)], "cpu")
        hint = "Under torch.no_grad() no graph is kept."
        assert_value(got.part(got.value.requires_grad, "requires_grad"), False, hint)
        later = got.part(model(torch.ones(2)).requires_grad, "the model later: requires_grad")
        assert_value(later, True, "Gradients are off for the call only: a `with` block ends.")

    def test_batches_go_to_the_device_and_outputs_to_the_cpu(self, kata):
        got = moved.places_in_predict(kata.predict)
        hint = "X.to(device) returns the moved batch, Y.cpu() the output on the CPU."
        assert_value(got, {"batches": "meta", "result": "cpu"}, hint)

    @mark.cuda
    def test_cuda(self, kata, rng):
        X = torch.randn(5, 2, generator=rng)
        got = call(kata.predict, Scale(3.0).cuda(), DataLoader(X, batch_size=2), "cuda")
        assert_tensor(got, 3 * X, "The result is on the CPU.")
