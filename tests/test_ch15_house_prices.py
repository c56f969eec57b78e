"""Hidden tests of ch15_house_prices."""

import copy
from collections.abc import Iterator
from math import log, sqrt

import torch
from pandas import Series
from pytest import fixture, mark
from torch import nn

from data import house
from tests import downloads, houses
from tests.calls import call
from tests.checks import assert_keeps_arguments, assert_number, assert_tensor, assert_that, listed
from tests.downloads import BODY, NAME, SHA1
from tests.frames import call_with_frames
from tests.houses import assert_features, powers, worked


@fixture
def server() -> Iterator[downloads.Server]:
    with downloads.local_server() as server:
        yield server


class TestDownload:
    @mark.shapes
    def test_file_is_fetched_and_its_path_returned(self, kata, server, tmp_path):
        folder = tmp_path / "data" / "cache"
        got = call(kata.download, server.start(), str(folder), SHA1)
        downloads.assert_file(got, folder / NAME, "Copy all bytes of the body, as they are.")

    def test_a_right_file_in_the_cache_is_used(self, kata, server, tmp_path):
        (tmp_path / NAME).write_bytes(BODY)
        got = call(kata.download, url=server.start(), cache_dir=tmp_path, sha1_hash=SHA1)
        hint = "The file is there and its SHA-1 is right: the server need not be asked."
        assert_that(server.asked == 0, got, f"{server.asked} request(s)", "no request", hint)
        downloads.assert_file(got, tmp_path / NAME, "The file in the cache stays as it is.")

    @mark.parametrize("size", [0, len(BODY) - 1, len(BODY) + 1])
    def test_a_wrong_file_in_the_cache_is_replaced(self, kata, server, tmp_path, size):
        (tmp_path / NAME).write_bytes((BODY + b"!")[:size])
        got = call(kata.download, server.start(), tmp_path, SHA1)
        hint = "There was a file already: the SHA-1 of all its contents tells whether it is right."
        downloads.assert_file(got, tmp_path / NAME, hint)

    @mark.parametrize("bad", downloads.BAD)
    def test_a_bad_transfer_raises_and_leaves_no_file(self, kata, server, tmp_path, bad):
        downloads.assert_no_file(kata.download, server, tmp_path, bad)

    @mark.parametrize("bad", ["wrong hash", "truncated"])
    def test_after_a_value_error_no_older_file_stays(self, kata, server, tmp_path, bad):
        (tmp_path / NAME).write_bytes(b"old")
        downloads.assert_no_file(kata.download, server, tmp_path, bad)

    def test_a_later_call_works(self, kata, server, tmp_path):
        downloads.assert_works_later(kata.download, server, tmp_path)

    def test_no_unfinished_file_stands_under_the_name(self, kata, server, tmp_path):
        downloads.assert_moved_there(kata.download, server, tmp_path)

    def test_two_processes_at_once(self, kata, server, tmp_path):
        got = downloads.call_in_two_processes(kata.download, server, tmp_path)
        hint = "Each needs a place of its own for what arrives: a temporary file with its own name."
        ok, ends = got.value == ["the file"] * 2, " and ".join(got.value)
        assert_that(ok, got, ends, "the file in both", hint)


KINDS = mark.parametrize("kind", [".zip", ".tar", ".tar.gz"])


class TestExtract:
    @mark.shapes
    @KINDS
    @mark.parametrize("name", ["fra.txt", "fra-eng/a/_about.txt"])
    def test_members_stand_beside_the_archive(self, kata, tmp_path, kind, name):
        archive = downloads.pack(tmp_path / f"a{kind}", {"README": b"", name: BODY[:256]})
        got = call(kata.extract, str(archive))
        downloads.assert_path(got, tmp_path, "The folder in which the archive stands.")
        downloads.assert_member(got, tmp_path / name, BODY[:256])

    @KINDS
    @mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "../data-2/evil.txt"])
    def test_a_name_that_climbs_out_raises(self, kata, tmp_path, kind, name):
        archive, members = tmp_path / "data" / f"a{kind}", {"good": b"", name: b"evil"}
        hint = f"A member is called {name}: where does that lead, seen from the folder?"
        downloads.assert_inside(kata.extract, archive, members, True, hint)

    @KINDS
    def test_an_absolute_name_does_not_get_outside(self, kata, tmp_path, kind):
        archive, members = tmp_path / "data" / f"a{kind}", {f"{tmp_path}/evil.txt": b"evil"}
        hint = "A member has an absolute name, and a folder joined with that is the name alone."
        downloads.assert_inside(kata.extract, archive, members, False, hint)

    @mark.parametrize("target", ["..", "{}"])
    def test_a_way_out_through_a_link_raises(self, kata, tmp_path, target):
        members = {"link": target.format(tmp_path), "link/evil.txt": b"evil"}
        hint = "The member `link` is a symbolic link that leads out, and link/evil.txt follows it."
        downloads.assert_inside(kata.extract, tmp_path / "data" / "a.tar", members, True, hint)


class TestPreprocess:
    @mark.shapes
    def test_shapes_and_dtypes(self, kata):
        train, test = house.tables()  # those of the project, or the real ones
        houses.assert_house_tensors(call(kata.preprocess, train=train, test=test), train, test)

    def test_labels_are_the_prices(self, kata):
        labels = listed(call_with_frames(kata.preprocess, *worked()[:2]), *houses.FEATURES)[2]
        assert_tensor(labels, torch.tensor(houses.PRICES).reshape(4, 1), "SalePrice, as it is.")

    def test_numbers_are_standardised_over_train_and_test(self, kata):
        hint = "Minus the mean, over the standard deviation of pandas, of the rows of both tables."
        assert_features(kata.preprocess, *worked("Rooms"), hint)

    def test_a_missing_number_is_zero_after_that(self, kata):
        hint = "Mean and standard deviation are those of the values present; then gaps become 0."
        assert_features(kata.preprocess, *worked("Rooms", "Area"), hint)

    def test_a_column_of_equal_numbers_is_zero(self, kata):
        hint = "The standard deviation of Sold is 0, and 0 / 0 is NaN: all of it becomes 0."
        assert_features(kata.preprocess, *worked("Rooms", "Sold"), hint)

    @mark.parametrize("dtype", [None, object])
    def test_text_becomes_a_column_a_category(self, kata, dtype):
        hint = "1 where the category is, else 0: no scaling; categories of both tables together."
        assert_features(kata.preprocess, *worked("Zone", "Rooms", "Lot", dtype=dtype), hint)

    def test_row_labels_do_not_matter(self, kata):
        train, test, expected = worked()
        train, test = train.set_axis([7, 0, 7, 2]), test.set_axis([0, 1, 2])
        hint = "Row labels repeat: take rows by their position."
        assert_features(kata.preprocess, train, test, expected, hint)

    def test_tables_are_not_modified(self, kata):
        assert_keeps_arguments(kata.preprocess, *worked()[:2])


class TestLogRmse:
    @mark.shapes
    def test_a_python_float(self, kata):
        got = call(kata.log_rmse, net=nn.Identity(), features=powers(1, 2), labels=powers(2, 5))
        assert_that(
            isinstance(got.value, float), got, "", "a Python float", "Return what .item() gives."
        )

    def test_value(self, kata, device):
        net = nn.Linear(2, 1, bias=False, device=device)
        nn.init.constant_(net.weight, 0.5)  # predictions e, e^3, e^2, e^5
        X = powers(1, 3, 2, 5) * torch.tensor([0.5, 1.5])
        got = call(kata.log_rmse, net, X.to(device), powers(2, 1, 2, 5).to(device))
        hint = "Logarithms first, then differences (-1, 2, 0, 0), squares, their mean, its root."
        assert_number(got, sqrt(5 / 4), hint, rel=1e-5)

    def test_a_prediction_below_one_counts_as_one(self, kata):
        X = torch.tensor([[-5.0], [0.5], [0.0], [1.0]])
        got = call(kata.log_rmse, nn.Identity(), X, powers(1, 1, -2, 0))  # a label may be below 1
        hint = "A price below 1 has a logarithm below 0, or none: clamp predictions, not labels."
        assert_number(got, sqrt((1 + 1 + 4) / 4), hint, rel=1e-5)

    @mark.parametrize("on", [True, False])
    def test_gradients_are_left_alone(self, kata, on):
        net, X = nn.Linear(3, 1), torch.ones(2, 3)
        net.weight.grad = torch.ones(1, 3)
        with torch.set_grad_enabled(on):
            got = call(kata.log_rmse, net, X, powers(1, 2))
            ok = net(X).requires_grad == on and net.bias.grad is None
        kept = net.weight.grad is not None and bool((net.weight.grad == 1).all())
        hint = "Only judge: no backward(), and torch.no_grad() as a block, which ends."
        changed = "gradients changed, or turned on or off"
        assert_that(ok and kept, got, changed, "the net as before", hint)


class TestGetKFoldData:
    NAMES = ("X_train", "y_train", "X_valid", "y_valid")
    SPLITS = mark.parametrize(("n", "k"), [(12, 3), (14, 4), (5, 5), (7, 2)])

    @mark.shapes
    @SPLITS
    def test_validation_is_fold_i(self, kata, device, n, k):
        X, y = (T.to(device) for T in houses.rows(n))
        for i in range(k):
            given = X.clone(), y.clone()
            got = listed(call(kata.get_k_fold_data, k, i, *given), *self.NAMES)
            fold = slice(i * (n // k), (i + 1) * (n // k))
            hint = "Fold i is n // k rows from i * (n // k) on; the rows left over never validate."
            assert_tensor(got[2], X[fold], hint)
            assert_tensor(got[3], y[fold], hint)

    @SPLITS
    def test_training_is_all_the_other_folds(self, kata, n, k):
        X, y = houses.rows(n)
        for i in range(k):
            got = listed(call(kata.get_k_fold_data, k=k, i=i, X=X, y=y), *self.NAMES)[0]
            houses.assert_training_rows(got, n, k, i)

    def test_rows_stay_together(self, kata):
        X, y = houses.rows(9)
        X_train, y_train = listed(call(kata.get_k_fold_data, 3, 1, X, y), *self.NAMES)[:2]
        order = X_train.value[:, 0].long()
        assert_tensor(X_train, X[order], "Rows are kept whole.")
        assert_tensor(y_train, y[order], "y_train has the order of X_train.")

    def test_arguments_are_not_modified(self, kata):
        assert_keeps_arguments(kata.get_k_fold_data, 3, 1, *houses.rows(6))


class TestTrainHouse:
    @mark.shapes
    @mark.parametrize("X_test", [None, "of three rows"])
    def test_a_float_an_epoch_and_none_without_test_labels(self, kata, X_test):
        data = {"train_features": torch.ones(5, 2), "train_labels": torch.full((5, 1), 9.0)}
        data |= {"test_features": X_test and torch.ones(3, 2), "test_labels": None}
        settings = {"num_epochs": 3, "learning_rate": 0.1, "weight_decay": 0.0, "batch_size": 2}
        got = call(kata.train_house, net=nn.Linear(2, 1), **data, **settings)
        train, test = listed(got, "train", "test")
        ok = isinstance(train.value, list) and [isinstance(x, float) for x in train.value]
        assert_that(ok == [True] * 3, train, "", "a list of 3 floats", "One after each epoch.")
        assert_that(test.value == [], test, "", "[]", "There are no test labels.")

    def test_an_epoch_takes_every_row_once_in_random_order(self, kata):
        net, X, seen = nn.Linear(1, 1), torch.arange(20.0).reshape(20, 1), []
        net.register_forward_hook(lambda _, X, __: seen.append(X[0].flatten().int().tolist()))
        got = call(kata.train_house, net, X, X + 1, None, None, 2, 0.1, 0.0, 8)
        houses.assert_epochs(got, seen, n=20, epochs=2, batch_size=8)

    @mark.parametrize(("epochs", "decay"), houses.STEPS)
    def test_steps_are_those_of_adam(self, kata, rng, device, epochs, decay):
        X, net = torch.randn(6, 3, generator=rng).to(device), nn.Linear(3, 1, device=device)
        y, before = 9 + X[:, 1:2] - X[:, :1], copy.deepcopy(net)
        got = call(kata.train_house, net, X, y, None, None, epochs, 0.5, decay, 6)
        right = houses.adam(before, X, y, epochs, 0.5, decay)
        for name, expected in right.named_parameters():
            told = got.part(net.get_parameter(name), f"the {name} after {epochs} epochs")
            assert_tensor(told, expected, houses.STEPS[epochs, decay])

    def test_log_rmse_after_each_epoch(self, kata):
        net = nn.Linear(1, 1)  # only the bias learns, as the feature is 0: from 100 to 150 first
        net.load_state_dict({"weight": torch.ones(1, 1), "bias": torch.tensor([100.0])})
        data = (torch.full((n, 1), x) for n, x in ((4, 0.0), (4, 200.0), (3, 50.0), (3, 900.0)))
        got = call(kata.train_house, net, *data, 2, 50.0, 0.0, 4)
        ends = (log(200 / 150), log(900 / 200))
        hint = "Judge the net, as it is after the epoch, on all rows of train and on those of test."
        for part, expected in zip(listed(got, "train", "test"), ends, strict=True):
            ok = isinstance(part.value, list) and len(part.value) == 2
            assert_that(ok, part, "", "a list of 2 numbers, one after each epoch", hint)
            assert_number(part.part(part.value[0], "[0]"), expected, hint, rel=1e-4)

    @mark.convergence
    def test_a_linear_net_learns(self, kata, rng, run):
        X = torch.randn(100, 4, generator=rng)
        y = 20 + X @ torch.tensor([[1.0], [-2], [3], [0]])
        train, _ = kata.train_house(nn.Linear(4, 1), X, y, None, None, 20, 0.5, 0.0, 20)
        # 20 seeds: right answers end below 0.01, one that aims at the mean of a batch at 0.18.
        hint = "Is the net trained on each batch, with the labels of its rows?"
        run.below(train[-1], 0.05, "train_house on a linear task", hint, train)


class TestKFold:
    """X is 0, so only the bias learns: far below the labels, each step of Adam adds lr to it."""

    def test_means_over_the_folds_after_the_last_epoch(self, kata):
        y = powers(*[13.0] * 4, *[14.0] * 4, *[17.0] * 4)
        got = call(kata.k_fold, 3, torch.zeros(12, 2), y, 10, 100.0, 0, 8)  # 10 steps a fold
        houses.assert_means(got)

    def test_the_last_epoch_counts_even_if_the_first_was_better(self, kata):
        houses.assert_last_epoch(kata.k_fold)

    def test_settings_are_those_of_train_house(self, kata):
        settings = {"num_epochs": 5, "learning_rate": 100.0, "weight_decay": 0, "batch_size": 3}
        X, y = torch.zeros(12, 2), powers(*[14.0] * 12)
        got = call(kata.k_fold, k=3, X_train=X, y_train=y, **settings)
        hint = "In every fold 8 rows are for training: 3 batches an epoch, 15 steps of 100 in all."
        for part in listed(got, "train", "valid"):
            assert_number(part, 14 - log(1500), hint, rel=1e-3)

    def test_weight_decay_holds_the_weights_down(self, kata):
        X, y = torch.zeros(12, 2), powers(*[14.0] * 12)
        valid = listed(call(kata.k_fold, 3, X, y, 10, 100.0, 1.2e4, 8), "train", "valid")[1]
        ok = 14 - log(500) < valid.value  # without decay the bias ends at 1000, not near 200
        assert_that(ok, valid, "", "a worse score than without", "Hand weight_decay on.")

    @mark.convergence
    def test_numbers_of_a_house_tell_its_price(self, kata, run):
        X, y = houses.numbers(300)
        score = kata.k_fold(3, X, y, 25, 5000.0, 0.0, 50)[1]
        # 20 seeds: right answers end below 0.24; the mean price has 0.35, the limit is 0.28.
        limit, hint = 0.8 * float(y.log().std()), "That is no better than the mean price."
        run.below(score, limit, "k_fold on the numbers of 300 houses", hint)


class TestSubmission:
    @mark.parametrize("m", [1, 4])
    def test_price_of_every_house_in_order(self, kata, m):
        net = nn.Linear(2, 1)
        net.load_state_dict({"weight": torch.ones(1, 2), "bias": torch.tensor([0.5])})
        X = torch.tensor([[8.0, 1], [2, 0], [4, 0], [-3, 0]])[:m]
        ids = house.tables()[1]["Id"].iloc[[1, 0, 3, 2][:m]].set_axis([5, 6, 0, 2][:m])
        got = call(kata.submission, net=net, test_features=X, test_ids=ids.copy())
        hint = "Row by row, the price to its Id; the row labels of test_ids have no meaning."
        houses.assert_submission(got, ids.tolist(), [9.5, 2.5, 4.5, -2.5][:m], hint)

    def test_ids_are_not_modified(self, kata):
        ids = Series([20, 7, 31], index=[4, 4, 0], name="Id")
        assert_keeps_arguments(kata.submission, nn.Linear(2, 1), torch.ones(3, 2), ids)
