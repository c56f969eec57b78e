"""Hidden tests of ch06_probability."""

from statistics import NormalDist

import numpy as np
import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests.calls import Call, call
from tests.checks import (
    assert_array,
    assert_keeps_arguments,
    assert_number,
    assert_raises,
    assert_shape,
    assert_share,
    assert_tensor,
    assert_that,
)


def fair(k: int) -> Tensor:
    return torch.ones([k]) / k


def dice(rng: torch.Generator, *shape: int) -> Tensor:
    """Counts that are whole numbers from 1 to 9."""
    return torch.randint(1, 10, shape, generator=rng).float()


class TestRoll:
    @mark.shapes
    @mark.parametrize("k", [6, 3, 1])
    def test_a_count_for_every_face(self, kata, k):
        for num_rolls in (1, 10, 1000):
            got = call(kata.roll, num_rolls, fair(k))
            hint = "A count for each of the k faces, as float32; a face never rolled counts 0."
            assert_shape(got, (k,), hint, device="cpu")

    @mark.parametrize("num_rolls", [1, 7, 1000])
    def test_counts_are_whole_numbers_that_sum_to_num_rolls(self, kata, num_rolls):
        got = call(kata.roll, num_rolls=num_rolls, probs=torch.tensor([0.5, 0.25, 0.25]))
        assert_shape(got, (3,))
        whole = bool(((got.value >= 0) & (got.value == got.value.round())).all())
        ok = whole and float(got.value.sum()) == num_rolls
        hint = "Every roll adds 1 to the count of one face."
        assert_that(ok, got, "", f"whole numbers that sum to {num_rolls}", hint)

    @mark.parametrize("probs", [(0.5, 0.125, 0.25, 0.125), (0.1, 0.2, 0.3, 0.4), (1 / 6,) * 6])
    def test_each_face_comes_up_with_its_probability(self, kata, probs):
        got = call(kata.roll, 20_000, torch.tensor(probs))
        assert_shape(got, (len(probs),))
        for face, (count, p) in enumerate(zip(got.value.tolist(), probs, strict=True)):
            hint = "probs[i] is the probability of face i."
            assert_share(got, int(count), 20_000, p, f"rolls of face {face}", hint)

    def test_a_face_of_probability_zero_never_comes_up(self, kata):
        for probs in ([0.0, 0.5, 0.5], [0.5, 0.5, 0.0], [0.0, 1.0, 0.0]):
            got = call(kata.roll, 1000, torch.tensor(probs))
            assert_shape(got, (3,))
            never = bool((got.value[torch.tensor(probs) == 0] == 0).all())
            assert_that(never, got, "", f"a count of 0 for every 0 in {probs}")

    def test_new_rolls_in_every_call(self, kata):
        first, second = (call(kata.roll, 10_000, fair(6)) for _ in range(2))
        assert_shape(first, (6,))
        differ = not torch.equal(first.value, second.value)  # odds that they agree: 4 in 10^11
        hint = "Do not set a seed inside, and let chance decide."
        assert_that(differ, second, "the same counts as in the call before", "new rolls", hint)

    def test_rolls_do_not_depend_on_each_other(self, kata):
        heads = [float(kata.roll(100, torch.tensor([0.5, 0.5]))[0]) for _ in range(500)]
        told = Call("500 times roll(100, torch.tensor([0.5, 0.5])): variance of the heads", None)
        # 100 / 4 = 25; an estimate from 500 calls has a sigma of 25 sqrt(2 / 499) = 1.58; 6: 9.5.
        variance = float(torch.tensor(heads).var())
        ok = abs(variance - 25) < 9.5
        hint = "Each roll is a draw of its own, which knows nothing of the others."
        assert_that(ok, told, f"{variance:.3g}", "100 * 0.5 * 0.5 = 25, give or take 9.5", hint)

    def test_probs_are_not_modified(self, kata):
        probs = torch.tensor([[0.5, 0.0], [0.25, 0.0], [0.25, 1.0]])[:, 0]
        assert_keeps_arguments(kata.roll, 10, probs)

    @mark.cuda
    def test_cuda(self, kata):
        probs = torch.tensor([0.5, 0.125, 0.25, 0.125])
        got = call(kata.roll, 20_000, probs.cuda())
        assert_shape(got, (4,), device="cuda")
        for count, p in zip(got.value.tolist(), probs.tolist(), strict=True):
            assert_share(got, int(count), 20_000, p, f"rolls of the face of probability {p}")


class TestRelativeFrequencies:
    HINT = "Divide by the number of all rolls, which is the sum of the counts."

    @mark.shapes
    @mark.parametrize("k", [6, 3, 1])
    def test_shape_is_that_of_counts(self, kata, rng, k):
        assert_shape(call(kata.relative_frequencies, counts=dice(rng, k)), (k,))

    def test_counts_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.relative_frequencies, dice(rng, 4))

    def test_ten_rolls_of_the_notes(self, kata):
        counts = torch.tensor([2.0, 1.0, 3.0, 1.0, 1.0, 2.0])
        expected = torch.tensor([0.2, 0.1, 0.3, 0.1, 0.1, 0.2])
        assert_tensor(call(kata.relative_frequencies, counts), expected, self.HINT)

    @mark.parametrize("k", [1, 2, 5])
    def test_shares_of_any_number_of_rolls(self, kata, rng, k):
        for counts in (dice(rng, k), 100 * dice(rng, k), dice(rng, k, 3)[:, 1]):
            expected = F.normalize(counts, p=1, dim=0)  # by the sum of absolute values
            assert_tensor(call(kata.relative_frequencies, counts.clone()), expected, self.HINT)

    def test_a_face_that_never_came_up_has_the_share_zero(self, kata):
        counts, shares = torch.tensor([0.0, 3.0, 0.0, 1.0]), torch.tensor([0.0, 0.75, 0.0, 0.25])
        assert_tensor(call(kata.relative_frequencies, counts), shares, "Every face has a share.")

    @mark.cuda
    def test_cuda(self, kata, rng):
        counts = dice(rng, 5).cuda()
        expected = F.normalize(counts, p=1, dim=0)
        assert_tensor(call(kata.relative_frequencies, counts), expected, self.HINT)


class TestRunningEstimates:
    HINT = "Row i: all rolls from group 0 to group i, divided by how many they are."

    def right(self, counts: Tensor) -> Tensor:
        rows = [counts[: i + 1].sum(0) for i in range(len(counts))]
        return torch.stack([F.normalize(row, p=1, dim=0) for row in rows])

    @mark.shapes
    @mark.parametrize("shape", [(4, 6), (1, 3), (5, 1), (3, 3), (500, 6)])
    def test_a_row_for_every_group(self, kata, rng, shape):
        got = call(kata.running_estimates, dice(rng, *shape))
        assert_shape(got, shape)

    def test_counts_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.running_estimates, dice(rng, 4, 3))

    def test_two_groups_by_hand(self, kata):
        # Rolls so far: 4 and 8.
        counts = torch.tensor([[1.0, 2.0, 1.0], [0.0, 1.0, 3.0]])
        expected = torch.tensor([[0.25, 0.5, 0.25], [0.125, 0.375, 0.5]])
        assert_tensor(call(kata.running_estimates, counts=counts), expected, self.HINT)

    def test_every_row_sums_to_one(self, kata, rng):
        for shape in ((4, 6), (3, 3), (6, 2)):
            got = call(kata.running_estimates, dice(rng, *shape))
            assert_shape(got, shape)
            hint = "Divide each row by its own sum: a sum without keepdim meets the wrong axis."
            sums = got.part(got.value.sum(1), "sums of the rows")
            assert_tensor(sums, torch.ones(shape[0]), hint)

    def test_groups_of_different_sizes(self, kata, rng):
        # Rolls so far: 2 and 8.
        counts = torch.tensor([[1.0, 1.0, 0.0], [5.0, 0.0, 1.0]])
        expected = torch.tensor([[0.5, 0.5, 0.0], [0.75, 0.125, 0.125]])
        hint = f"{self.HINT} A large group weighs more than a small one."
        assert_tensor(call(kata.running_estimates, counts), expected, hint)
        for counts in (dice(rng, 3, 3), dice(rng, 7, 4), dice(rng, 1, 5), dice(rng, 4, 6).T):
            assert_tensor(call(kata.running_estimates, counts.clone()), self.right(counts), hint)

    def test_500_groups_of_the_notes(self, kata, rng):
        faces = torch.randint(0, 6, (500, 10), generator=rng)
        counts = F.one_hot(faces, 6).sum(1).float()  # ten fair rolls a group
        got = call(kata.running_estimates, counts)
        assert_tensor(got, self.right(counts), self.HINT)

    @mark.cuda
    def test_cuda(self, kata, rng):
        counts = dice(rng, 7, 4).cuda()
        assert_tensor(call(kata.running_estimates, counts), self.right(counts), self.HINT)


def densities(x: np.ndarray, mu: float, sigma: float) -> np.ndarray:
    return np.vectorize(NormalDist(mu, sigma).pdf, otypes=[float])(x)


class TestNormal:
    HINT = "exp(-z**2 / 2) with z = (x - mu) / sigma, scaled so that the area is 1."
    CURVES = ((0, 1), (0, 2), (3, 1), (-1.5, 0.5))  # mu and sigma, the first three of the notes

    @mark.shapes
    @mark.parametrize("shape", [(5,), (2, 3), (1,), (0,)])
    def test_array_for_array_and_tensor_for_tensor(self, kata, rng, shape):
        x = torch.randn(shape, generator=rng)
        assert_shape(call(kata.normal, x, 0, 1), shape, "A tensor for a tensor.", device="cpu")
        got = call(kata.normal, x.double().numpy(), 0, 1)
        plain = type(got.value) is np.ndarray and got.value.dtype == np.float64
        ok = plain and got.value.shape == shape
        expected = f"a float64 numpy array of shape {shape}"
        assert_that(ok, got, "", expected, "An array for an array.")

    def test_x_is_not_modified(self, kata, rng):
        x = torch.randn(4, 3, generator=rng)  # views of it are not contiguous
        for view in (x.T, x.double().numpy()[:, ::2]):
            assert_keeps_arguments(kata.normal, view, 1, 2)

    @mark.parametrize("sigma", [1, 2, 0.5])
    def test_height_at_the_mean(self, kata, sigma):
        # 1 / sqrt(2 pi) = 0.39894228, and half as high for twice the width.
        got = call(kata.normal, x=np.array([3.0]), mu=3, sigma=sigma)
        hint = "At mu the exponent is 0. What do sigma and the root of 2 pi do to the height?"
        assert_number(got.part(got.value[0], "the value"), 0.3989422804014327 / sigma, hint)

    @mark.parametrize(("mu", "sigma"), CURVES)
    def test_width_is_the_standard_deviation(self, kata, mu, sigma):
        x = np.array([mu + sigma, mu - sigma, mu + 2.0 * sigma])
        # exp(-1/2) and exp(-2) of the height.
        expected = np.array([0.24197072451914337, 0.24197072451914337, 0.05399096651318806]) / sigma
        hint = "At one sigma from mu the exponent is -1/2, at two -2. sigma is no variance."
        assert_array(call(kata.normal, x, mu, sigma), expected, hint)

    @mark.parametrize(("mu", "sigma"), CURVES)
    def test_curves_of_the_notes(self, kata, mu, sigma):
        x = np.arange(-7, 7, 0.01)
        assert_array(call(kata.normal, x, mu, sigma), densities(x, mu, sigma), self.HINT)
        x = torch.tensor(x).float().reshape(7, 200).T  # not contiguous
        expected = torch.tensor(densities(x.double().numpy(), mu, sigma), dtype=torch.float32)
        assert_tensor(call(kata.normal, x, mu, sigma), expected, self.HINT)

    @mark.parametrize(("mu", "sigma"), CURVES)
    def test_area_is_one(self, kata, mu, sigma):
        x = np.arange(-30, 30, 0.01)
        got = call(kata.normal, x, mu, sigma)
        assert_array(got, densities(x, mu, sigma), self.HINT)
        assert_number(got.part(0.01 * got.value.sum(), "the area"), 1.0, self.HINT)

    @mark.parametrize("sigma", [0, -1, 0.0, -0.5])
    def test_sigma_of_zero_or_below_raises(self, kata, sigma):
        for x in (np.array([0.0, 1.0]), torch.tensor([0.0, 1.0])):
            hint = "Without a width there is no density; say so before anything is divided."
            assert_raises(ValueError, kata.normal, x, 0, sigma, hint=hint)

    @mark.cuda
    def test_cuda(self, kata):
        x = torch.linspace(-3, 3, 25)
        expected = torch.tensor(densities(x.double().numpy(), 1, 2), dtype=torch.float32)
        assert_tensor(call(kata.normal, x.cuda(), 1, 2), expected.cuda(), self.HINT)
