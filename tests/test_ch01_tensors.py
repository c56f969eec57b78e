"""Hidden tests of ch01_tensors."""

from typing import Any

import numpy as np
import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests.arrays import FromNumpy
from tests.calls import Call, call, describe
from tests.checks import (
    assert_gradients,
    assert_keeps_arguments,
    assert_raises,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
    several,
)
from tests.inputs import distinct, strided


class TestOneHot:
    @mark.shapes
    @mark.parametrize(("n", "num_classes"), [(6, 4), (4, 7), (1, 5), (5, 1)])
    def test_one_row_a_label_and_one_column_a_class(self, kata, n, num_classes):
        got = call(kata.one_hot, labels=torch.zeros(n, dtype=torch.int64), num_classes=num_classes)
        hint = "float32; one row a label, num_classes columns, also when some classes do not occur."
        assert_shape(got, (n, num_classes), hint, device="cpu")

    def test_labels_are_not_modified(self, kata):
        assert_keeps_arguments(kata.one_hot, torch.tensor([3, 0, 1, 3, 2]), 6)

    # The second case is that of the notes: two of 28 letters.
    @mark.parametrize(("labels", "c"), [([1, 0, 3, 3, 0], 4), ([0, 2], 28), ([2], 3), ([0], 1)])
    def test_the_one_stands_in_the_column_of_the_label(self, kata, device, labels, c):
        labels = torch.tensor(labels, device=device)
        hint = "Row i holds one 1, in column labels[i]. Which axis do the labels count along?"
        assert_tensor(call(kata.one_hot, strided(labels), c), F.one_hot(labels, c).float(), hint)

    @mark.parametrize("labels", [[4], [1, 2, 3, 4, 0], [-1], [0, -4, 2], [3, -1]])
    def test_label_out_of_range_raises(self, kata, labels):
        hint = "Is every label at least 0 and below num_classes? An index below 0 counts backwards."
        assert_raises(ValueError, kata.one_hot, torch.tensor(labels), 4, hint=hint)

    def test_calls_do_not_disturb_each_other(self, kata):
        labels = torch.tensor([2, 0, 3]), torch.tensor([1, 3, 2])
        first, second = (call(kata.one_hot, one, 4) for one in labels)
        assert_tensor(second, F.one_hot(labels[1], 4).float(), "What is kept of the call before?")
        assert_tensor(first, F.one_hot(labels[0], 4).float(), "A later call changed this result.")


def gathered(X: Tensor, index: Tensor) -> Tensor:
    """One value a row, by the library."""
    return X.gather(1, index[:, None])[:, 0]


class TestPickPerRow:
    PAIRS = "Value i is X[i, index[i]]: each row is paired with its own index."

    @mark.shapes
    @mark.parametrize("shape", [(4, 7), (6, 3), (1, 5), (5, 1)])
    def test_one_value_a_row(self, kata, rng, shape):
        X, index = distinct(rng, *shape), torch.randint(shape[1], shape[:1], generator=rng)
        got = call(kata.pick_per_row, X=X, index=index)
        assert_shape(got, shape[:1], f"One value for each row. {self.PAIRS}", device="cpu")

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.pick_per_row, distinct(rng, 3, 5), torch.tensor([4, 0, 4]))

    def test_case_of_the_notes(self, kata):
        y_hat, y = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), torch.tensor([0, 2])
        assert_tensor(call(kata.pick_per_row, y_hat, y), torch.tensor([0.1, 0.5]), self.PAIRS)

    @mark.parametrize("shape", [(7, 4), (3, 6), (1, 5), (5, 1)])
    def test_values_are_those_of_gather(self, kata, rng, device, shape):
        X, index = distinct(rng, *shape), torch.randint(shape[1], shape[:1], generator=rng)
        X, index = strided(X.to(device)), index.to(device)
        assert_tensor(call(kata.pick_per_row, X, index), gathered(X, index), self.PAIRS)

    def test_gradient(self, kata, rng):
        index = torch.tensor([3, 0, 3, 1, 2, 2])

        def pick_per_row(X: Tensor) -> Tensor:
            return kata.pick_per_row(X, index)

        assert_gradients(pick_per_row, lambda X: gathered(X, index), distinct(rng, 6, 4))


class TestToChannelsFirst:
    SHAPES = ((2, 5, 4, 3), (3, 1, 6, 2), (1, 7, 2, 1))

    def moved(self, kata: Any, images: Tensor) -> Call:
        (n, h, w, c), got = images.shape, call(kata.to_channels_first, images=images)
        hint = "The channels move to axis 1; height stays before width."
        assert_shape(got, (n, c, h, w), hint, device=images.device)
        return got

    @mark.shapes
    def test_channels_stand_before_height_and_width(self, kata, rng):
        for shape in self.SHAPES:
            self.moved(kata, distinct(rng, *shape))

    def test_images_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.to_channels_first, distinct(rng, 2, 4, 3, 2))

    @mark.parametrize("shape", SHAPES)
    def test_every_channel_keeps_its_picture(self, kata, rng, device, shape):
        images = distinct(rng, *shape).to(device)
        sideways = images.transpose(1, 2).contiguous().transpose(1, 2)  # view cannot join h and w
        hint = "Axes must change places. reshape only cuts the same row of numbers anew."
        for given in (strided(images), sideways):
            got = self.moved(kata, given)
            for c in range(shape[3]):
                assert_tensor(got.part(got.value[:, c], f"channel {c}"), images[..., c], hint)

    @mark.parametrize("shape", SHAPES)
    def test_result_is_contiguous(self, kata, rng, shape):
        got = self.moved(kata, distinct(rng, *shape))
        hint = "To swap axes moves nothing in memory: what puts the values in the order of axes?"
        returned = f"a tensor that is not contiguous, strides {got.value.stride()}"
        assert_that(got.value.is_contiguous(), got, returned, "a contiguous tensor", hint)


class TestTensorSharing(FromNumpy):
    shares = True
    hint = "The tensor has memory of its own. Which conversions copy, which take what is there?"

    def convert(self, kata: Any, array: np.ndarray) -> Call:
        return call(kata.tensor_sharing, array=array)


class TestTensorCopy(FromNumpy):
    shares = False
    hint = "The tensor lives in the memory of the array. Which conversions copy in every case?"

    def convert(self, kata: Any, array: np.ndarray) -> Call:
        return call(kata.tensor_copy, array=array)


class TestSeededNormal:
    def draw(self, kata: Any, seed: int, shape: tuple) -> Call:
        got = call(kata.seeded_normal, seed, shape)
        assert_shape(got, shape, device="cpu")
        return got

    @mark.shapes
    @mark.parametrize("shape", [(3, 5), (4,), (1, 1), (2, 3, 4, 5), (2, 0)])
    def test_shape_and_dtype(self, kata, shape):
        assert_shape(call(kata.seeded_normal, seed=1, shape=shape), shape)

    @mark.parametrize("seed", [0, 42])
    def test_same_seed_gives_the_same_values(self, kata, seed):
        values = self.draw(kata, seed, (3, 5)).value.clone()
        self.draw(kata, seed + 1, (4, 2))
        torch.rand(7)
        hint = "Other draws in between must not matter: the values depend on the seed alone."
        assert_tensor(self.draw(kata, seed, (3, 5)), values, hint)

    def test_other_seeds_give_other_values(self, kata):
        got = [self.draw(kata, seed, (3, 5)) for seed in range(20)]
        values = [one.value.tolist() for one in got]
        alike = [seed for seed in range(20) if values.count(values[seed]) > 1]
        returned, hint = f"the same values with the seeds {alike}", "Is the seed really used?"
        assert_that(not alike, got[-1], returned, "other values with another seed", hint)

    def test_global_random_state_is_left_as_it_was(self, kata):
        torch.rand(5)  # the state is in the middle of a stream, not where a seed puts it
        before = torch.get_rng_state()
        got = self.draw(kata, 3, (4, 6))
        hint = "Draw from a random state of your own, or put the global one back where it was."
        same = torch.equal(torch.get_rng_state(), before)
        assert_that(same, got, "and torch's global random state changed", "it stays", hint)

    def test_values_are_drawn_one_by_one(self, kata):
        got = self.draw(kata, 5, (60, 50))
        for values, name in ((got.value, "rows"), (got.value.T, "columns")):
            other = len(torch.unique(values, dim=0))
            returned = f"{other} different {name}"
            assert_that(other == len(values), got, returned, "a draw for every element")

    @mark.parametrize("seed", [0, 7, 123456])
    def test_values_are_standard_normal(self, kata, seed):
        got = self.draw(kata, seed, (200, 500))
        # A normal variable is below 0 with probability 0.5, within 1 with 0.6827, 2 with 0.9545.
        for low, high, p in ((-100, 0, 0.5), (-1, 1, 0.68269), (-2, 2, 0.9545)):
            hits = int(((got.value > low) & (got.value < high)).sum())
            hint = "Is it the normal distribution with mean 0 and standard deviation 1?"
            assert_share(got, hits, 100_000, p, f"values between {low} and {high}", hint)

    def test_draws_are_not_shifted_or_scaled_afterwards(self, kata):
        got = [self.draw(kata, seed, (2, 3)) for seed in range(20)]
        for of, what in ((torch.mean, "mean"), (torch.std, "standard deviation")):
            found = [float(of(one.value)) for one in got]
            # 20 of independent draws lie in an interval of 0.01 with odds below 1 in 10^30.
            expected = "one that varies: 0 and 1 are those of the distribution, not of the numbers"
            returned = f"a {what} of the 6 numbers of {found[0]:.3g} with each of 20 seeds"
            assert_that(max(found) - min(found) > 0.01, got[-1], returned, expected)


class TestReplaceWhere:
    # Shapes of X, and of the value: () is a number, None a tensor of no axes.
    PAIRS = (
        ((3, 4), ()), ((6,), ()), ((1, 1), ()), ((2, 3, 4), ()), ((2, 0), ()), ((3, 4), None),
        ((3, 4), (4,)), ((3, 4), (3, 1)), ((3, 4), (3, 4)), ((2, 3, 4), (3, 1)),
    )  # fmt: skip

    def case(self, rng: Any, shape: tuple, of_value: tuple | None, device: str = "cpu") -> tuple:
        X = distinct(rng, *shape).to(device)
        condition = (torch.arange(X.numel(), device=device) % 3 == 1).reshape(shape)
        value = distinct(rng, *(of_value or ())).to(device) + 0.5
        return strided(X), strided(condition), 0.5 if of_value == () else value

    @mark.shapes
    @mark.parametrize(("shape", "of_value"), PAIRS)
    def test_shape_is_that_of_X(self, kata, rng, shape, of_value):
        X, condition, value = self.case(rng, shape, of_value)
        got = call(kata.replace_where, X=X, condition=condition, value=value)
        assert_shape(got, shape, "All elements come back, replaced or not.", device="cpu")

    def test_arguments_are_not_modified(self, kata, rng):
        for of_value in ((), (4,), (3, 4)):
            assert_keeps_arguments(kata.replace_where, *self.case(rng, (3, 4), of_value))

    @mark.parametrize(("shape", "of_value"), PAIRS)
    def test_only_what_is_marked_is_replaced(self, kata, rng, device, shape, of_value):
        X, condition, value = self.case(rng, shape, of_value, device)
        got = call(kata.replace_where, X, condition, value)
        assert_shape(got, shape, device=device)
        kept = got.part(got.value[~condition], "where the condition is False")
        assert_tensor(kept, X[~condition], "Where the condition is False, X stays.")
        replaced = got.part(got.value[condition], "where the condition is True")
        expected = torch.as_tensor(value, device=device).expand(shape)[condition]
        assert_tensor(replaced, expected, "A tensor is broadcast to X, and the places must fit.")

    def test_nan_and_inf(self, kata):
        X = torch.tensor([[1, torch.nan, -3], [torch.inf, torch.nan, 6]])
        hint = "0 times NaN or inf is NaN: choose between two values instead of adding products."
        for value in (0.0, -torch.inf):
            expected = torch.tensor([[1, value, -3], [torch.inf, value, 6]])
            assert_tensor(call(kata.replace_where, X, X.isnan(), value), expected, hint)


class TestStackAndCat:
    SIZES = ((4, 2, 3), (3, 1, 2), (2, 5, 1), (1, 2, 3))  # k, a, b

    def parts(self, kata: Any, tensors: list[Tensor]) -> list[Call]:
        told = f"{len(tensors)} tensors of shape {tuple(tensors[0].shape)}"
        got = call(kata.stack_and_cat, tensors=tensors)
        return several(Call(f"{got.text}, {told}", got.value), "stacked", "joined")

    @mark.shapes
    @mark.parametrize(("k", "a", "b"), SIZES)
    def test_shapes(self, kata, rng, k, a, b):
        stacked, joined = self.parts(kata, list(distinct(rng, k, a, b)))
        assert_shape(stacked, (k, a, b), "A new axis counts the tensors; it comes first.")
        assert_shape(joined, (k * a, b), "Joined along the rows, there are k times as many rows.")

    def test_list_and_tensors_are_not_modified(self, kata, rng):
        tensors = list(distinct(rng, 3, 2, 4))
        copies = [T.clone() for T in tensors]
        stacked, _ = self.parts(kata, tensors)
        same = len(tensors) == 3 and all(map(torch.equal, tensors, copies))
        returned = f"and the list is now {describe(tensors)}"
        assert_that(same, stacked, returned, f"it stays {describe(copies)}", "Work on a copy.")

    @mark.parametrize(("k", "a", "b"), SIZES)
    def test_values_are_those_of_the_tensors(self, kata, rng, device, k, a, b):
        tensors = [strided(T.to(device)) for T in distinct(rng, k, a, b)]
        stacked, joined = self.parts(kata, tensors)
        assert_tensor(stacked, torch.stack(tensors), "Entry i along the new axis is tensor i.")
        assert_tensor(joined, torch.cat(tensors), "All rows of the first, then of the second, ...")
