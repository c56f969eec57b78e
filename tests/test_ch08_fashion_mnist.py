"""Hidden tests of ch08_fashion_mnist."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from pytest import fixture, mark
from torch import Tensor
from torch.utils.data import DataLoader

from data import garments
from tests.calls import Call, call
from tests.checks import (
    assert_keeps_arguments,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_value,
    several,
)

garments.folder()  # drawn before any submission runs, which may not write there
NAMES = ["t-shirt", "trouser", "pullover", "dress", "coat"]
NAMES += ["sandal", "shirt", "sneaker", "bag", "ankle boot"]


class TestGetFashionMnistLabels:
    @mark.parametrize("kind", [list, tuple, torch.tensor])
    def test_name_of_every_class(self, kata, kind):
        got = call(kata.get_fashion_mnist_labels, kind([*range(10)]))
        assert_value(got, NAMES, "Label i is the i-th name of the docstring, counted from 0.")

    def test_names_come_in_the_order_of_the_labels(self, kata):
        labels = [9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 6, 4]  # most of them are in the notes
        got = call(kata.get_fashion_mnist_labels, labels=torch.tensor(labels))
        hint = "One name a label, in their order, also where labels repeat."
        assert_value(got, [NAMES[i] for i in labels], hint)

    def test_one_label_and_none(self, kata):
        assert_value(call(kata.get_fashion_mnist_labels, torch.tensor([8])), ["bag"])
        assert_value(call(kata.get_fashion_mnist_labels, []), [])

    def test_labels_are_not_modified(self, kata):
        assert_keeps_arguments(kata.get_fashion_mnist_labels, [3, 1, 1])


TRAIN, TEST = 23, 11


class Files(NamedTuple):
    """A small data set on disk, and what is in it by part: images from 0 to 1, labels."""

    root: Path
    images: dict[str, Tensor]
    labels: dict[str, Tensor]


@fixture(scope="module")
def files(tmp_path_factory) -> Files:
    rng = np.random.default_rng(8)
    files = Files(tmp_path_factory.mktemp("images"), {}, {})
    raw = files.root / "FashionMNIST" / "raw"
    raw.mkdir(parents=True)
    for part, n, classes in (("train", TRAIN, range(5)), ("t10k", TEST, range(5, 10))):
        # Four quarters of one brightness each: they outlast any way of scaling.
        images = rng.integers(0, 256, (n, 2, 2)).repeat(14, 1).repeat(14, 2)
        labels = np.resize(classes, n)
        (raw / f"{part}-images-idx3-ubyte").write_bytes(garments.idx(images))
        (raw / f"{part}-labels-idx1-ubyte").write_bytes(garments.idx(labels))
        files.images[part] = torch.tensor(images[:, None], dtype=torch.float32) / 255
        files.labels[part] = torch.tensor(labels, dtype=torch.int64)
    return files


def loaders(kata, files: Files, *args: Any, **kwargs: Any) -> dict[str, Call]:
    """What the call gave: the training loader and the test loader."""
    got = call(kata.load_data_fashion_mnist, *args, root=files.root, **kwargs)
    both = several(got, "training loader", "test loader")
    for part in both:
        assert_that(isinstance(part.value, DataLoader), part, "", "a DataLoader")
    return dict(zip(("train", "t10k"), both, strict=True))


def one_pass(got: Call) -> list[Call]:
    """[images, labels] of one pass over a loader, all batches together."""
    batches = [*got.value]
    ok = all(isinstance(batch, (list, tuple)) and len(batch) == 2 for batch in batches)
    tensors = ok and all(isinstance(part, Tensor) for batch in batches for part in batch)
    told = f"a batch {batches[0]!r:.200}" if batches else "no batch"
    assert_that(bool(batches and tensors), got, told, "batches (images, labels) of tensors")
    names = ("the images of a pass", "the labels of a pass")
    stacked = (torch.cat(part) for part in zip(*batches, strict=True))
    return [got.part(part, name) for part, name in zip(stacked, names, strict=True)]


def matches(images: Tensor, held: Tensor) -> Tensor:
    """For each image its number in the data set, or -1."""
    same = (images[:, None] - held[None]).abs().amax((2, 3, 4)) < 1e-6
    return torch.where(same.any(1), same.int().argmax(1), -1)


class TestLoadDataFashionMnist:
    BOTH = mark.parametrize("part", ["train", "t10k"], ids=["train_iter", "test_iter"])

    @mark.shapes
    @BOTH
    def test_batches_have_the_shape_of_the_docstring(self, kata, files, part):
        got = loaders(kata, files, batch_size=4)[part]
        for i, (X, y) in enumerate([*got.value][:2]):
            assert_shape(got.part(X, f"images of batch {i}"), (4, 1, 28, 28), dtype=torch.float32)
            assert_shape(got.part(y, f"labels of batch {i}"), (4,), dtype=torch.int64)

    @mark.shapes
    @BOTH
    def test_the_last_batch_may_be_short(self, kata, files, part):
        got = loaders(kata, files, 4)[part]
        n = TRAIN if part == "train" else TEST
        sizes = got.part([len(X) for X, _ in got.value], "the sizes of the batches")
        expected = [4] * (n // 4) + [n % 4]
        assert_value(sizes, expected, f"There are {n} images; none may be left out.")

    @mark.shapes
    @BOTH
    @mark.parametrize("resize", [14, 40])
    def test_resize_sets_height_and_width(self, kata, files, part, resize):
        got = loaders(kata, files, 4, resize)[part]
        X = got.part(next(iter(got.value))[0], "images of the first batch")
        assert_shape(X, (4, 1, resize, resize), "Scale the images of both sets.")

    @mark.shapes
    @BOTH
    def test_num_workers_goes_to_both_loaders(self, kata, files, part):
        for given in ({}, {"num_workers": 0}, {"num_workers": 2}):
            got, number = loaders(kata, files, 4, **given)[part], given.get("num_workers", 0)
            assert_value(got.part(got.value.num_workers, "its num_workers"), number)

    @BOTH
    def test_pixels_lie_between_0_and_1(self, kata, files, part):
        X, _ = one_pass(loaders(kata, files, 5)[part])
        low, high = float(X.value.min()), float(X.value.max())
        told = f"values from {low:.4g} to {high:.4g}"
        hint = "The files hold 0 to 255; transforms.ToTensor divides by 255. Nothing else is done."
        ok = 0 <= low < 0.1 and 0.9 < high <= 1
        assert_that(ok, X, told, "values from 0 to 1 that use nearly all of that range", hint)

    @BOTH
    def test_each_loader_has_its_own_set(self, kata, files, part):
        X, _ = one_pass(loaders(kata, files, 5)[part])
        others = files.images["t10k" if part == "train" else "train"]
        strange = int((matches(X.value, others) >= 0).sum())
        told = f"{strange} images of the other set"
        hint = "train=True for the first loader, train=False for the second."
        assert_that(strange == 0, X, told, "images of its own set only", hint)

    @BOTH
    def test_every_image_comes_once_with_its_label(self, kata, files, part):
        X, y = one_pass(loaders(kata, files, 5)[part])
        at = matches(X.value, files.images[part])
        wrong = [i for i in range(len(files.images[part])) if int((at == i).sum()) != 1]
        told = f"not once: images number {wrong}"
        assert_that(not wrong, X, told, "every image of the file once, pixels / 255")
        assert_tensor(y, files.labels[part][at], "The label of each image must come with it.")

    def test_test_images_come_in_the_order_of_the_file(self, kata, files):
        got = loaders(kata, files, 5)["t10k"]
        for when in ("first", "second"):
            X, _ = one_pass(got)
            order = got.part(
                matches(X.value, files.images["t10k"]).tolist(), f"order of the {when} pass"
            )
            assert_value(order, [*range(TEST)], "Only the training set is shuffled.")

    def test_training_images_are_shuffled_anew_at_each_pass(self, kata, files):
        got = loaders(kata, files, 5)["train"]
        orders = [[*range(TRAIN)]]  # 1 / 23! is the odds that a shuffle gives one of these
        for when in ("first", "second"):
            order = matches(one_pass(got)[0].value, files.images["train"]).tolist()
            told = "the order of the file" if order == orders[0] else "the order of the pass before"
            assert_that(order not in orders, got, f"in the {when} pass {told}", "a random order")
            orders.append(order)

    def test_resize_scales_the_whole_image(self, kata, files):
        X, _ = one_pass(loaders(kata, files, 20, resize=40)["t10k"])
        assert_shape(X, (TEST, 1, 40, 40))
        corners = X.part(X.value[:, :, 2::35, 2::35], "near the four corners, the images")
        hint = "transforms.Resize, not a crop and not a frame; then from 0 to 1."
        # The quarters are of one brightness: no way of scaling changes their outer parts, but for
        # rounding to 1 / 255 before ToTensor.
        assert_tensor(corners, files.images["t10k"][:, :, ::27, ::27], hint, rtol=0, atol=0.003)

    def test_root_has_a_default(self, kata):
        got = call(kata.load_data_fashion_mnist, 256)
        expected = [len(garments.load(train)[1]) for train in (True, False)]
        sizes = got.part([len(loader.dataset) for loader in got.value], "numbers of images")
        assert_value(sizes, expected, "The default of `root` must stay as it was.")


class TestImageGrid:
    @mark.shapes
    @mark.parametrize(("n", "rows", "cols"), [(6, 2, 3), (5, 2, 3), (1, 1, 1), (3, 1, 4)])
    def test_shape(self, kata, n, rows, cols):
        got = call(kata.image_grid, torch.ones(n, 4, 5), rows, cols)
        assert_shape(got, (rows * 4, cols * 5), "Height num_rows * h, width num_cols * w.")

    @mark.shapes
    @mark.parametrize("dtype", [torch.uint8, torch.float32])
    def test_dtype_is_that_of_imgs(self, kata, dtype):
        assert_shape(
            call(kata.image_grid, torch.ones(2, 3, 4).to(dtype), 1, 2), (3, 8), dtype=dtype
        )

    def test_worked_by_hand(self, kata):
        # Images 1 2 / 3 4, 5 6 / 7 8, ... of 2 x 2 pixels, three a row
        right = [[1, 2, 5, 6, 9, 10], [3, 4, 7, 8, 11, 12]]
        right += [[13, 14, 17, 18, 21, 22], [15, 16, 19, 20, 23, 24]]
        imgs = torch.arange(1.0, 25).reshape(6, 2, 2)
        got = call(kata.image_grid, imgs=imgs, num_rows=2, num_cols=3)
        assert_tensor(got, torch.tensor(right, dtype=torch.float32), "Fill the grid row by row.")

    @mark.parametrize(("rows", "cols"), [(3, 2), (2, 4), (7, 1), (1, 9)])
    def test_image_i_stands_in_row_i_div_cols_and_column_i_mod_cols(self, kata, rng, rows, cols):
        imgs = torch.randn(min(6, rows * cols), 3, 5, generator=rng)
        got = call(kata.image_grid, imgs.clone(), rows, cols)
        assert_shape(got, (rows * 3, cols * 5))
        for i in range(rows * cols):
            row, col = divmod(i, cols)
            cell = got.value[3 * row : 3 * row + 3, 5 * col : 5 * col + 5]
            right = imgs[i] if i < len(imgs) else torch.zeros(3, 5)
            told = f"image {i}" if i < len(imgs) else "0, there are no more images"
            assert_tensor(got.part(cell, f"row {row}, column {col} of the grid"), right, told)

    def test_imgs_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.image_grid, torch.randn(5, 3, 4, generator=rng), 2, 3)

    def test_imgs_may_be_a_view(self, kata, rng):
        imgs = torch.randn(4, 5, 2, generator=rng).permute(2, 1, 0)  # (2, 5, 4)
        got = call(kata.image_grid, imgs, 1, 2)
        assert_tensor(got, torch.cat([imgs[0], imgs[1]], 1))

    @mark.cuda
    def test_cuda(self, kata, rng):
        imgs = torch.randn(2, 3, 4, generator=rng).cuda()
        assert_tensor(call(kata.image_grid, imgs, 1, 2), torch.cat([imgs[0], imgs[1]], 1))
