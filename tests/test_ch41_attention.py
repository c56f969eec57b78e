"""Hidden tests of ch41_attention."""

from functools import partial

import torch
from pytest import mark
from torch import Tensor
from torch.nn import functional as F

from tests import attention as at
from tests.calls import Call, call
from tests.checks import (
    assert_device_of_input,
    assert_gradients,
    assert_keeps_arguments,
    assert_same_gradients,
    assert_shape,
    assert_tensor,
    assert_that,
    assert_trained,
)
from tests.inputs import strided

some_sizes = mark.parametrize(("n", "m"), [(5, 3), (3, 7), (4, 1), (1, 2)])
every_kind_of_lengths = mark.parametrize("kind", ["None", "(b,)", "(b, q)"])


class TestAveragePooling:
    MEAN = "The mean of y_train, once for every entry of x."

    @mark.shapes
    @some_sizes
    def test_one_number_a_place(self, kata, rng, n, m):
        x = torch.randn(m, generator=rng)
        assert_shape(call(kata.average_pooling, *at.curve(rng, n), x), (m,), self.MEAN)

    def test_mean_of_the_outputs(self, kata, device):
        x, y, x_new = torch.tensor([[1.0, 2, 3, 9], [4, -9, 1, 14], [5, 0, 7, 8]]).to(device)
        got = call(kata.average_pooling, x_train=x, y_train=strided(y), x=x_new[:3])
        assert_tensor(got, torch.full((3,), 2.5).to(device), self.MEAN)

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.average_pooling, *at.curve(rng, 6), torch.zeros(3))

    def test_gradient_in_y_train(self, kata, rng):
        x, y = at.curve(rng, 5)
        got = call(kata.average_pooling, x, y.requires_grad_(), x[:3])
        assert_same_gradients(got, F.avg_pool1d(y[None], 5)[0].repeat(3), {"y_train": y})


class TestNadarayaWatson:
    KERNEL = "The weights are exp(-d^2 / 2), divided by their sum over the training examples."

    @mark.shapes
    @some_sizes
    def test_predictions_and_weights_come_back(self, kata, rng, n, m):
        got = at.pair(call(kata.nadaraya_watson, *at.curve(rng, n), torch.randn(m, generator=rng)))
        assert_shape(got[0], (m,), "One number for every entry of x.")
        assert_shape(got[1], (m, n), "Row i: the weights of all n examples in prediction i.")

    def test_weights_of_a_prediction_sum_to_one(self, kata, rng):
        got = at.pair(call(kata.nadaraya_watson, *at.curve(rng, 5), torch.arange(3.0)))[1]
        hint = "Divide the weights of one prediction by their sum: along the training examples."
        assert_tensor(got.part(got.value.detach().sum(1), "sums of rows"), torch.ones(3), hint)

    def test_two_examples_worked_by_hand(self, kata):
        x, y = torch.tensor([0.0, 2.0]), torch.tensor([5.0, 7.0])
        got = call(kata.nadaraya_watson, x_train=x, y_train=y, x=torch.tensor([1.0, 0.0, 2.5]))
        # Before the division: equal weights; 1 and exp(-2); exp(-3.125) and exp(-0.125).
        first = 1 / (1 + torch.tensor([0.0, -2.0, 3.0]).exp())
        assert_tensor(at.pair(got)[1], torch.stack([first, 1 - first], 1), self.KERNEL)
        assert_tensor(at.pair(got)[0], 7 - 2 * first, "They are 5 and 7, averaged by weights.")

    def test_weights_fall_with_the_squared_distance(self, kata, rng, device):
        order, x_new = torch.randperm(6, generator=rng), torch.linspace(-1, 6, 4)
        x, y = (one[order] for one in at.curve(rng, 6))  # not sorted
        right = at.kernel_weights(x_new, x.repeat(4, 1))
        got = call(kata.nadaraya_watson, *(strided(one).to(device) for one in (x, y, x_new)))
        assert_tensor(at.pair(got)[1], right.to(device), self.KERNEL)
        assert_tensor(at.pair(got)[0], (right @ y).to(device), "Sums of weights times outputs.")

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.nadaraya_watson, *at.curve(rng, 6), torch.tensor([1.0, 2.0]))

    def test_gradients_in_all_inputs(self, kata, rng):
        x, y, x_new = (
            one.requires_grad_() for one in (*at.curve(rng, 5), 3 * torch.rand(3, generator=rng))
        )
        given = {"x_train": x, "y_train": y, "x": x_new}
        right = at.kernel_weights(x_new, x.repeat(3, 1)) @ y
        got = at.pair(call(kata.nadaraya_watson, **given))[0]
        assert_same_gradients(got, right, given)
        del given["y_train"]  # the weights do not depend on it
        right = at.kernel_weights(x_new, x.repeat(3, 1))
        got = at.pair(call(kata.nadaraya_watson, y_train=y, **given))[1]
        assert_same_gradients(got, right, given)


class TestNWKernelRegression:
    KERNEL = "The weights are exp(-((q - k) w)^2 / 2), divided by their sum over the keys of q."

    @mark.shapes
    @some_sizes
    def test_one_number_a_query_and_weights_of_all_keys(self, kata, rng, n, m):
        net = call(kata.NWKernelRegression).value
        at.set_width(net, 1.0)
        got = call(net, *at.rows(rng, m, n))
        assert_shape(got, (m,), "One number for each query.")
        assert_shape(at.kept(got, net), (m, n), "One weight for each key of each query.")

    def test_average_pooling_is_the_flat_limit(self, kata, rng):
        net, (queries, keys, values) = kata.NWKernelRegression(), at.rows(rng, 4, 3)
        at.set_width(net, 1e-6)
        hint = "With w near 0 all keys weigh the same: it gives the mean of the values."
        assert_tensor(call(net, queries, keys, values), values.mean(1), hint)

    @mark.parametrize("w", [1.0, 2.0, -0.5])
    def test_weights_and_predictions(self, kata, rng, w, device):
        net = kata.NWKernelRegression()
        at.set_width(net, w)
        for m, n in ((3, 5), (3, 5), (2, 4)):
            queries, keys, values = at.rows(rng, m, n)
            right = at.kernel_weights(queries, keys, w)
            given = [one.to(device) for one in (queries, strided(keys), strided(values))]
            got = call(net.to(device), *given)
            hint = f"w is {w}. {self.KERNEL} They are those of the last call."
            assert_tensor(at.kept(got, net), right.to(device), hint)
            hint = "Row i of the weights belongs to row i of the values."
            assert_tensor(got, (right * values).sum(1).to(device), hint)

    def test_arguments_are_not_modified(self, kata, rng):
        assert_keeps_arguments(kata.NWKernelRegression(), *at.rows(rng, 3, 5))

    def test_works_on_the_device_of_the_queries(self, kata, rng):
        assert_device_of_input(kata.NWKernelRegression(), *at.rows(rng, 3, 5))

    def test_gradients_in_w_and_in_the_inputs(self, kata, rng):
        net, args = kata.NWKernelRegression(), [one.requires_grad_() for one in at.rows(rng, 3, 5)]
        w = at.set_width(net, 0.7)
        same = torch.full_like(w, 0.7).requires_grad_()
        given = dict(zip(("queries", "keys", "values"), args, strict=True))
        got, right = call(net, **given), (at.kernel_weights(*args[:2], same) * args[2]).sum(1)
        assert_same_gradients(got, right, {"w": w, **given}, {"w": same, **given})

    def test_w_does_not_begin_at_zero(self, kata, rng):
        net = kata.NWKernelRegression()
        net(*at.rows(rng, 4, 5)).square().sum().backward()
        hint = "At w = 0 the gradient is 0: begin elsewhere."
        assert_trained(net.named_parameters(), "NWKernelRegression()(...)...backward()", hint)

    @mark.convergence
    def test_a_learned_kernel_fits_better(self, kata, rng, run):
        net = kata.NWKernelRegression()
        losses = at.fit_kernel(net, at.set_width(net, 1.0), rng)
        # 100 seeds: right answers end at 0.06 to 0.3; where w does not learn it stays at 1.
        text = "squared error on the training points over that with w = 1"
        run.below(losses[-1] / losses[0], 0.6, text, "Does the gradient reach w?", losses)


VALID = "Only the first valid_lens entries of the last axis take part in the softmax."


class TestMaskedSoftmax:
    @mark.shapes
    @mark.parametrize("shape", [(2, 1, 4), (3, 2, 4), (1, 1, 1), (2, 3, 1)])
    @mark.parametrize("axes", [0, 1, 2])
    def test_shape_is_that_of_X(self, kata, rng, shape, axes):
        lens = torch.ones(shape[:axes], dtype=torch.long) if axes else None
        got = call(kata.masked_softmax, torch.randn(shape, generator=rng), lens)
        hint = "A length of valid_lens (b,) holds for all rows of X[i], one of (b, q) for one row."
        assert_shape(got, shape, hint)

    def test_equal_entries_share_the_weight(self, kata):
        two, four = [0.5, 0.5, 0, 0], [0.25, 0.25, 0.25, 0.25]
        got = call(kata.masked_softmax, X=torch.zeros(2, 2, 4), valid_lens=torch.tensor([2, 4]))
        assert_tensor(got, torch.tensor([[two, two], [four, four]]), VALID)
        got = call(kata.masked_softmax, torch.zeros(2, 2, 4), torch.tensor([[4, 2], [2, 4]]))
        hint = "valid_lens of shape (b, q) has one length for each row X[i, j]."
        assert_tensor(got, torch.tensor([[four, two], [two, four]]), hint)

    @every_kind_of_lengths
    def test_valid_entries_are_the_softmax_among_themselves(self, kata, rng, kind, device):
        X, lens = 2 * torch.randn(3, 2, 4, generator=rng) - 3, at.lengths(kind)
        right = at.softmax_of_valid(X, lens).to(device)
        lens, X = None if lens is None else lens.to(device), strided(X).to(device)
        hint = VALID if kind != "None" else "None: all entries of the last axis take part."
        assert_tensor(call(kata.masked_softmax, X, lens), right, hint)

    def test_as_many_batch_elements_as_rows_as_entries(self, kata, rng):
        X = torch.randn(3, 3, 3, generator=rng)
        for lens in (torch.tensor([1, 3, 2]), torch.tensor([[1, 2, 3], [3, 1, 1], [2, 3, 1]])):
            right = at.softmax_of_valid(X, lens)
            got = call(kata.masked_softmax, X.clone(), lens.int())
            assert_tensor(got, right, f"{VALID} Are axes mixed up?")

    def test_masked_entries_make_no_difference(self, kata, rng):
        X, lens = torch.randn(3, 2, 4, generator=rng), at.lengths("(b,)")
        right = at.softmax_of_valid(X, lens)
        X[0, :, 2:], X[2, :, 1:] = 5, -5
        assert_tensor(call(kata.masked_softmax, X, lens), right, f"{VALID} Mask X before it.")

    @mark.parametrize("lens", [torch.tensor([0, 3]), torch.tensor([[4, 0, 2], [1, 0, 4]])])
    def test_a_length_of_zero_does_not_give_nan(self, kata, rng, lens):
        X = torch.randn(2, 3, 4, generator=rng)
        got = call(kata.masked_softmax, X.clone(), lens.clone())
        assert_shape(got, (2, 3, 4))
        assert_that(bool(got.value.isfinite().all()), got, "", "no NaN", at.NAN)
        used = lens.reshape(2, -1).expand(2, 3) > 0
        right = at.softmax_of_valid(X, lens.clamp(min=1))[used]
        assert_tensor(got.part(got.value[used], "rows of other lengths"), right, VALID)

    @mark.parametrize("lens", [torch.tensor([2, 0, 4]), torch.tensor([[0, 4], [3, 2], [4, 0]])])
    def test_valid_lens_is_not_modified(self, kata, lens):
        def masked_softmax(valid_lens: Tensor) -> Tensor:
            return kata.masked_softmax(torch.zeros(3, 2, 4), valid_lens)

        assert_keeps_arguments(masked_softmax, lens.clone())

    @every_kind_of_lengths
    def test_gradient_in_X(self, kata, rng, kind):
        lens = at.lengths(kind)

        def masked_softmax(X: Tensor) -> Tensor:
            return kata.masked_softmax(X * 1, lens)  # X * 1 is no leaf

        X = torch.randn(3, 2, 4, generator=rng)
        assert_gradients(masked_softmax, lambda X: at.softmax_of_valid(X, lens), X)

    @mark.parametrize("kind", ["(b,)", "(b, q)"])
    def test_works_on_the_device_of_X(self, kata, kind):
        hint = "Make the mask where X is: torch.arange(..., device=X.device)."
        X = torch.zeros(3, 2, 4)
        assert_device_of_input(kata.masked_softmax, X, at.lengths(kind), hint=hint, result=False)


class TestAdditiveAttention:
    SCORE = "The score is w_v . tanh(W_q q + W_k k)."

    @mark.shapes
    def test_one_row_of_values_a_query(self, kata, rng):
        net = call(kata.AdditiveAttention, key_size=2, query_size=20, num_hiddens=8, dropout=0.1)
        at.assert_sizes(net.value, 20, 2, rng)

    @mark.shapes
    def test_three_weight_matrices(self, kata, rng):
        at.set_parameters(kata.AdditiveAttention(3, 5, 7, 0.5), rng)

    @mark.shapes
    def test_parameters_begin_at_random(self, kata, rng):
        one, other = (kata.AdditiveAttention(4, 4, 7, 0.0) for _ in range(2))
        for net in (one, other):
            net(*at.inputs(rng, 2, 1, 3, 4, 4, 1), None)  # lazy layers get their parameters
        for (name, p), q in zip(one.named_parameters(), other.parameters(), strict=True):
            told = Call(f"AdditiveAttention(4, 4, 7, 0): {name}", p)
            ok = p.unique().numel() > 1 and not torch.equal(p, q)
            hint = "Hidden units that begin alike stay alike; zeros have no gradient."
            assert_that(ok, told, "", "random numbers, others for each new net", hint)

    @every_kind_of_lengths
    @mark.parametrize(("dropout", "training"), [(0.0, True), (0.5, False)])
    @mark.parametrize("q", [2, 4])
    def test_weights_and_output(self, kata, rng, device, kind, dropout, training, q):
        net, args = kata.AdditiveAttention(3, 5, 7, dropout), at.inputs(rng, 3, q, 4, 5, 3, 6)
        lens = at.lengths(kind, q)
        right = at.additive_weights(at.set_parameters(net, rng), *args[:2], lens)
        hint = f"Dropout is {dropout}, training mode {training}. {self.SCORE}"
        at.assert_attention(net.train(training), args, lens, right, hint, device)

    def test_dropout_acts_on_the_weights(self, kata, rng):
        net, args = kata.AdditiveAttention(3, 5, 7, 0.3), at.inputs(rng, 4, 50, 60, 5, 3, 1)[:2]
        right = at.additive_weights(at.set_parameters(net, rng), *args, None)
        at.assert_dropout(net, args, right, 0.3)

    def test_a_length_of_zero_does_not_give_nan(self, kata, rng):
        at.assert_no_nan(kata.AdditiveAttention(3, 5, 7, 0), at.inputs(rng, 3, 2, 4, 5, 3, 6))

    def test_arguments_are_not_modified(self, kata, rng):
        args = *at.inputs(rng, 3, 2, 4, 5, 3, 6), torch.tensor([2, 0, 4])
        assert_keeps_arguments(kata.AdditiveAttention(3, 5, 7, 0.0), *args)

    def test_works_on_the_device_of_the_queries(self, kata, rng):
        net, args = kata.AdditiveAttention(3, 5, 7, 0.5), at.inputs(rng, 3, 2, 4, 5, 3, 6)
        assert_device_of_input(net, *args, at.lengths("(b,)"))

    def test_gradients_in_the_inputs(self, kata, rng):
        net = kata.AdditiveAttention(3, 5, 7, 0.0)
        weights = partial(at.additive_weights, at.set_parameters(net, rng))
        args = at.inputs(rng, 3, 2, 4, 5, 3, 6)
        at.assert_gradients_of(net, args, at.lengths("(b, q)"), weights)

    def test_gradient_reaches_every_parameter(self, kata, rng):
        net = kata.AdditiveAttention(3, 5, 7, 0.1)
        net(*at.inputs(rng, 3, 2, 4, 5, 3, 6), at.lengths("(b,)")).square().sum().backward()
        assert_trained(net.named_parameters(), "AdditiveAttention(3, 5, 7, 0.1)(...)...backward()")

    @mark.convergence
    def test_it_learns_to_find_a_key(self, kata, rng, run):
        losses = at.fit_search(kata.AdditiveAttention(6, 8, 24, 0.0), rng)
        # 100 seeds: right answers end below 0.003, the nearest wrong one that it refuses at 0.075.
        run.below(sum(losses[-20:]) / 20, 0.05, "AdditiveAttention(6, 8, 24, 0)", at.LEARN, losses)


class TestDotProductAttention:
    SCORE = "The score is the dot product of query and key, divided by sqrt(d)."

    @mark.shapes
    def test_one_row_of_values_a_query(self, kata, rng):
        at.assert_sizes(call(kata.DotProductAttention, dropout=0.5).value, 5, 5, rng)

    @mark.shapes
    def test_there_are_no_parameters(self, kata):
        got = call(kata.DotProductAttention, 0.1)
        shapes = [tuple(parameter.shape) for parameter in got.value.parameters()]
        assert_that(not shapes, got, f"parameters of the shapes {shapes}", "none", self.SCORE)

    @every_kind_of_lengths
    @mark.parametrize(("dropout", "training"), [(0.0, True), (0.5, False)])
    @mark.parametrize(("q", "d"), [(2, 5), (4, 4), (2, 1)])
    def test_weights_and_output(self, kata, rng, device, kind, dropout, training, q, d):
        net, lens = kata.DotProductAttention(dropout), at.lengths(kind, q)
        hint = f"Dropout is {dropout}, training mode {training}. {self.SCORE}"
        for d_of_this_call in (d, d + 3):
            args = at.inputs(rng, 3, q, 4, d_of_this_call, d_of_this_call, 6)
            right = at.dot_weights(*args[:2], lens)
            at.assert_attention(net.train(training), args, lens, right, hint, device)

    def test_dropout_acts_on_the_weights(self, kata, rng):
        args = at.inputs(rng, 4, 50, 60, 5, 5, 1)[:2]
        at.assert_dropout(kata.DotProductAttention(0.3), args, at.dot_weights(*args, None), 0.3)

    def test_a_length_of_zero_does_not_give_nan(self, kata, rng):
        at.assert_no_nan(kata.DotProductAttention(0), at.inputs(rng, 3, 2, 4, 5, 5, 6))

    def test_arguments_are_not_modified(self, kata, rng):
        args = *at.inputs(rng, 3, 2, 4, 5, 5, 6), torch.tensor([2, 0, 4])
        assert_keeps_arguments(kata.DotProductAttention(0.0), *args)

    def test_works_on_the_device_of_the_queries(self, kata, rng):
        args = *at.inputs(rng, 3, 2, 4, 5, 5, 6), at.lengths("(b,)")
        assert_device_of_input(kata.DotProductAttention(0.5), *args)

    def test_gradients_in_the_inputs(self, kata, rng):
        net, args = kata.DotProductAttention(0.0), at.inputs(rng, 3, 2, 4, 5, 5, 6)
        at.assert_gradients_of(net, args, at.lengths("(b, q)"), at.dot_weights)
