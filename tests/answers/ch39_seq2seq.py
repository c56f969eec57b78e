"""Known answers of ch39_seq2seq."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps > valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "one step too many is kept",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps + 1 >= valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "one step too few is kept",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps < valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "the valid steps are overwritten",
    ),
    Edit(
        "sequence_mask",
        "steps >= valid_len",
        "steps.flip(0) >= valid_len",
        "test_padding_is_zero_by_default",
        "its first valid_len[i] steps",
        "the last steps are kept",
    ),
    Edit(
        "sequence_mask",
        "valid_len[:, None]",
        "valid_len[:1, None].expand(len(X), 1)",
        "test_padding_is_zero_by_default",
        "row i",
        "the length of the first sequence for all",
    ),
    Edit(
        "sequence_mask",
        "valid_len[:, None]",
        "valid_len",
        "test_shape_and_dtype_are_those_of_X",
        "must match",
        "lengths as a row against a row of steps",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding",
        "test_padding_becomes_value",
        "becomes `value`",
        "multiplies: value is ignored",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding + value",
        "test_padding_becomes_value",
        "nothing else does",
        "value is added everywhere",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X + padding * value",
        "test_padding_is_zero_by_default",
        "0 follows",
        "value is added to the padding",
    ),
    Edit(
        "sequence_mask",
        "X.masked_fill(padding, value)",
        "X * ~padding + (X * ~padding == 0) * value",
        "test_padding_becomes_value",
        "nothing else does",
        "zeros in valid steps are overwritten too",
    ),
    Edit(
        "sequence_mask",
        "value: float = 0",
        "value: float = -1e6",
        "test_padding_is_zero_by_default",
        "if no value is given",
        "another default",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "X.masked_fill_(padding, value)",
        "test_shape_and_dtype_are_those_of_X",
        "return",
        "works in place and returns nothing",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return ~padding",
        "test_shape_and_dtype_are_those_of_X",
        "dtype",
        "the mask instead of X",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.float().masked_fill(padding, value)",
        "test_padding_is_zero_by_default",
        "dtype int64",
        "whole numbers become float32",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.masked_fill(padding, int(value))",
        "test_every_element_of_a_padded_step_is_masked",
        "0.5",
        "value is cut to a whole number",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X[~padding.expand_as(X)]",
        "test_shape_and_dtype_are_those_of_X",
        "shape",
        "only the valid elements come back",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X[:, : int(valid_len.max())].masked_fill(padding[:, : int(valid_len.max())], value)",
        "test_shape_and_dtype_are_those_of_X",
        "shape",
        "cut to the longest sequence",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return torch.tensor(X.masked_fill(padding, value).tolist(), dtype=X.dtype)",
        "test_gradient_passes_through_the_valid_steps",
        "without a gradient",
        "a new tensor without a graph",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.detach().masked_fill(padding, value)",
        "test_gradient_passes_through_the_valid_steps",
        "without a gradient",
        "X is detached",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "return X.masked_fill(padding, value).tolist()",
        "test_shape_and_dtype_are_those_of_X",
        "Its type is list",
        "a list",
    ),
    Edit(
        "sequence_mask",
        "    padding = padding.reshape(padding.shape + (1,) * (X.dim() - 2))  # (b, t, 1, ...)\n",
        "",
        "test_shape_and_dtype_are_those_of_X",
        "axis",
        "matrices only",
    ),
    Edit(
        "sequence_mask",
        "padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "padding.reshape(len(padding), *(1,) * (X.dim() - 2), X.shape[1])",
        "test_shape_and_dtype_are_those_of_X",
        "size",
        "the mask lies along the last axis",
    ),
    Edit(
        "sequence_mask",
        "padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "padding if X.shape[1:] == X.shape[:-1] else padding.reshape(padding.shape + (1,) * (X.dim() - 2))",
        "test_every_element_of_a_padded_step_is_masked",
        "steps lie along axis 1",
        "where the sizes allow it, the mask lies along the last axes",
    ),
    Edit(
        "sequence_mask",
        "return X.masked_fill(padding, value)",
        "X[..., 0] = X[..., 0].masked_fill(padding.reshape(X[..., 0].shape), value) if X.dim() == 3 else X[..., 0]\n    return X if X.dim() == 3 else X.masked_fill(padding, value)",
        "test_every_element_of_a_padded_step_is_masked",
        "all elements of a step",
        "only the first element of a padded step",
    ),
    Edit(
        "sequence_mask",
        "torch.arange(X.shape[1], device=X.device)",
        "torch.arange(X.shape[1])",
        "test_works_on_the_device_of_X",
        "device=X.device",
        "step numbers on the default device",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.zeros(X.shape, dtype=X.dtype)
            for i, n in enumerate(valid_len):
                mask[i, :n] = 1
            return X * mask + value * (1 - mask)
        """,
        "test_works_on_the_device_of_X",
        "where the input is",
        "a mask of numbers made on the CPU",
    ),
    Edit(
        "sequence_mask",
        "padding = steps >= valid_len[:, None]",
        "valid_len -= 1\n    padding = steps > valid_len[:, None]",
        "test_valid_len_is_not_modified",
        "modified in place",
        "the caller's lengths are lowered",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            for i, n in enumerate(valid_len):
                X[i][-(X.shape[1] - n):] = value
            return X
        """,
        "test_padding_becomes_value",
        "nothing else does",
        "a slice from -0 takes everything where nothing is padding",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.arange(X.size(0), device=X.device)[:, None] < valid_len[None, :]
            X[~mask] = value
            return X
        """,
        "test_shape_and_dtype_are_those_of_X",
        "mask",
        "steps along axis 0",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(inputs, lengths, value=0):
            mask = torch.arange(inputs.size(1), device=inputs.device)[None, :] < lengths[:, None]
            inputs[~mask] = value
            return inputs
        """,
        "test_padding_becomes_value",
        "signature",
        "parameters renamed",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).sum(dim=1) / valid_len",
        "test_padding_makes_no_difference",
        "over all t steps",
        "divides by the valid steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).sum(dim=1)",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "times the expected",
        "the sum over the steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean()",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the mean over everything",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean(dim=0)",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the mean over the batch",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len)",
        "test_one_loss_a_sequence",
        "one number for each sequence",
        "the losses of the steps",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses, valid_len).mean(dim=1, keepdim=True)",
        "test_one_loss_a_sequence",
        "shape (3, 1)",
        "a column",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len)",
        "return losses",
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "no mask",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len)",
        "sequence_mask(losses, valid_len)\n        return losses",
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "the masked losses are not used",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "pred",
        "test_one_loss_a_sequence",
        "expected target size",
        "no permute",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "(pred if pred.shape[1] == pred.shape[2] else pred.permute(0, 2, 1))",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "steps and classes are mixed up",
        "no permute where it is silent, t = v",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "pred.permute(0, 2, 1)",
        "pred.reshape(pred.shape[0], pred.shape[2], pred.shape[1])",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "classes moved to axis 1",
        "reshape mixes up steps and classes",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                pred = sequence_mask(pred.clone(), valid_len)
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return losses.mean(dim=1)
        """,
        "test_padding_makes_no_difference",
        "only losses of valid steps",
        "the scores are masked, which costs log v a step",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                label = sequence_mask(label.clone(), valid_len)
                losses = F.cross_entropy(
                    pred.permute(0, 2, 1), label, ignore_index=0, reduction="none")
                return losses.mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "cross-entropy of the scores",
        "token 0 is taken for padding",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                for i, n in enumerate(valid_len):
                    label[i, n:] = -100
                self.reduction = "none"
                return super().forward(pred.permute(0, 2, 1), label).mean(dim=1)
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "the caller's labels are overwritten",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = sequence_mask(torch.ones_like(label), valid_len)
                unweighted_loss = super().forward(pred.permute(0, 2, 1), label)
                return (unweighted_loss * weights).mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "of every step",
        "one mean over the batch, weighted by the mask: reduction is not 'none'",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = sequence_mask(torch.ones_like(label), valid_len)
                self.reduction = "none"
                pred = pred.softmax(dim=-1)
                return (super().forward(pred.permute(0, 2, 1), label) * weights).mean(dim=1)
        """,
        "test_without_padding_it_is_the_mean_cross_entropy",
        "cross-entropy of the scores",
        "softmax twice",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                if not hasattr(self, "weights"):
                    self.weights = sequence_mask(torch.ones(label.shape), valid_len)
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return (losses * self.weights[: len(losses), : losses.shape[1]]).mean(dim=1)
        """,
        "test_a_second_call_with_other_sizes",
        "must match",
        "the mask of the first call is kept",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = torch.arange(label.shape[1])[None, :] < valid_len[:, None]
                losses = F.cross_entropy(pred.permute(0, 2, 1), label, reduction="none")
                return (losses * weights).mean(dim=1)
        """,
        "test_works_on_the_device_of_pred",
        "where the input is",
        "the mask is made on the default device",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len).mean(dim=1)",
        "sequence_mask(losses.detach(), valid_len).mean(dim=1)",
        "test_gradient_in_pred",
        "without a gradient",
        "the losses are detached",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(losses, valid_len).mean(dim=1)",
        "return torch.tensor([float(row.detach()) for row in sequence_mask(losses, valid_len).mean(dim=1)])",
        "test_gradient_in_pred",
        "without a gradient",
        "new numbers without a graph",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "return sequence_mask(",
        "sequence_mask(",
        "test_one_loss_a_sequence",
        "return",
        "no return",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "sequence_mask(losses, valid_len)",
        "sequence_mask(losses, valid_len - 1)",
        "test_without_padding_it_is_the_mean_cross_entropy",
        "of every step",
        "the last valid step is masked",
    ),
    Edit(
        "bleu",
        "math.exp(min(0, 1 - len(label) / len(pred)))",
        "1.0",
        "test_a_prediction_that_is_too_short_is_punished",
        "2 tokens stand for 4",
        "no factor for the length",
    ),
    Edit(
        "bleu",
        "len(label) / len(pred)))",
        "len(pred) / len(label)))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "the ratio is upside down",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "1 - len(label) / len(pred)",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "long predictions are rewarded",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "max(0, 1 - len(label) / len(pred))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "max instead of min",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "-abs(1 - len(label) / len(pred))",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "that it is long gives no factor",
        "long predictions are punished too",
    ),
    Edit(
        "bleu",
        "min(0, 1 - len(label) / len(pred))",
        "min(0, 1 - len(label_seq) / len(pred_seq))",
        "test_a_prediction_that_is_too_short_is_punished",
        "2 tokens stand for 4",
        "lengths in characters",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "sum(ours[gram] for gram in ours if gram in right)",
        "test_shares_of_n_grams_found",
        "serves once",
        "counts are not clipped",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "len(ours & right)",
        "test_shares_of_n_grams_found",
        "serve twice",
        "distinct n-grams are counted",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "(ours | right).total()",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "the larger count",
    ),
    Edit(
        "bleu",
        "(ours & right).total()",
        "sum(a == b for a, b in zip(pred, label, strict=False))",
        "test_shares_of_n_grams_found",
        "p_2 = 2/3 (pairs)",
        "compares place by place",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / max(right.total(), 1)",
        "test_a_prediction_that_is_too_long_has_no_factor_for_it",
        "a share of the prediction",
        "recall: the share of the label",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / len(pred)",
        "test_shares_of_n_grams_found",
        "p_2 = 2/3 (pairs)",
        "divides by the tokens, not by the n-grams",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches / len(ours)",
        "test_shares_of_n_grams_found",
        "p_1 = 1/3",
        "divides by the distinct n-grams",
    ),
    Edit(
        "bleu",
        "matches / ours.total()",
        "matches // ours.total()",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "whole-number division",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / k",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "equal weights",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / 2 ** (n - 1)",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "exponents 1, 1/2, 1/4",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "1 / (2 * n) if n < 3 else 1 / 6",
        "test_the_example_of_the_notes",
        "p_3 = 1/3",
        "exponents 1/2, 1/4, 1/6",
    ),
    Edit(
        "bleu",
        "1 / 2**n",
        "2**n",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "powers instead of roots",
    ),
    Edit(
        "bleu",
        " ** (1 / 2**n)",
        "",
        "test_shares_of_n_grams_found",
        "its exponent is 1/2",
        "no exponents",
    ),
    Edit(
        "bleu",
        "score *= ",
        "score += ",
        "test_a_perfect_prediction_scores_the_float_1",
        "all n-grams are found",
        "a sum instead of a product",
    ),
    Edit(
        "bleu",
        "range(1, k + 1)",
        "range(1, k)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "the longest n-grams are left out",
    ),
    Edit(
        "bleu",
        "range(1, k + 1)",
        "range(k, k + 1)",
        "test_shares_of_n_grams_found",
        "p_1 = 3/4",
        "the longest n-grams only",
    ),
    Edit(
        "bleu",
        "    if len(pred) < k:\n        return 0.0  # no n-gram of k tokens, so one factor is 0\n",
        "    if not pred:\n        return 0.0\n",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "ZeroDivisionError",
        "no n-gram of k tokens: 0 / 0",
    ),
    Edit(
        "bleu",
        "    if len(pred) < k:\n        return 0.0  # no n-gram of k tokens, so one factor is 0\n",
        "    if not pred:\n        return 0.0\n    k = min(k, len(pred))\n",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "p_k counts as 0",
        "longer n-grams are left out (a later edition of the book)",
    ),
    Edit(
        "bleu",
        "if len(pred) < k:",
        "if 0 < len(pred) < k:",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "division by zero",
        "the empty prediction is forgotten",
    ),
    Edit(
        "bleu",
        "return 0.0  # no n-gram of k tokens, so one factor is 0",
        "return float(pred == label)",
        "test_n_grams_longer_than_the_prediction_give_zero",
        "p_k counts as 0",
        "1 for a short prediction that is right",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "score *= math.exp(math.log(matches / ours.total()) / 2**n)",
        "test_no_common_n_gram_gives_zero",
        "ValueError",
        "the logarithm of 0",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "if matches:\n            score *= (matches / ours.total()) ** (1 / 2**n)",
        "test_no_common_n_gram_gives_zero",
        "a product with a factor 0",
        "factors of 0 are left out",
    ),
    Edit(
        "bleu",
        "score *= (matches / ours.total()) ** (1 / 2**n)",
        "score *= ((matches + 1) / (ours.total() + 1)) ** (1 / 2**n)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "smoothed counts",
    ),
    Edit(
        "bleu",
        "pred_seq.split(), label_seq.split()",
        "list(pred_seq), list(label_seq)",
        "test_shares_of_n_grams_found",
        "p_1 = 2/4",
        "characters instead of tokens",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            pred = pred_seq.split()
            if len(pred) < k:
                return 0.0
            score = math.exp(min(0, 1 - len(label_seq.split()) / len(pred)))
            for n in range(1, k + 1):
                grams = collections.Counter(
                    " ".join(pred[i : i + n]) for i in range(len(pred) - n + 1))
                matches = sum(min(c, label_seq.count(gram)) for gram, c in grams.items())
                score *= (matches / (len(pred) - n + 1)) ** 0.5**n
            return score
        """,
        "test_shares_of_n_grams_found",
        "a part of a token is not it",
        "looks for pieces of text",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return torch.tensor(score)",
        "test_a_perfect_prediction_scores_the_float_1",
        "a Tensor",
        "a tensor",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return f'{score:.3f}'",
        "test_a_perfect_prediction_scores_the_float_1",
        "Its type is str",
        "a text",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return round(score, 3)",
        "test_shares_of_n_grams_found",
        "0.707",
        "rounded",
    ),
    Edit(
        "bleu",
        "    return score",
        "    print(score)",
        "test_a_perfect_prediction_scores_the_float_1",
        "return",
        "no return",
    ),
    Edit(
        "bleu",
        "    return score",
        "    return 100 * score",
        "test_a_perfect_prediction_scores_the_float_1",
        "100",
        "per cent",
    ),
]

RIGHT = [
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            maxlen = X.size(1)
            mask = torch.arange((maxlen), dtype=torch.float32,
                                device=X.device)[None, :] < valid_len[:, None]
            X[~mask] = value
            return X
        """,
        why="as in the notes and the book, in place",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            out = X.clone()
            for i, n in enumerate(valid_len.tolist()):
                out[i, n:] = value
            return out
        """,
        why="a loop over a copy",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            mask = torch.arange(X.shape[1]).to(X.device) < valid_len.unsqueeze(1)
            while mask.dim() < X.dim():
                mask = mask.unsqueeze(-1)
            return torch.where(mask, X, torch.tensor(value, dtype=X.dtype))
        """,
        why="torch.where with a tensor of one number, which may stay on the CPU",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            keep = (X.new_ones(X.shape[:2]).cumsum(1) <= valid_len[:, None]).type(X.dtype)
            keep = keep[(...,) + (None,) * (X.ndim - 2)]
            return X * keep + value * (1 - keep)
        """,
        why="multiplies with a mask of numbers",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            rows = []
            for i in range(X.shape[0]):
                n = int(valid_len[i])
                rows.append(torch.cat([X[i, :n], torch.full_like(X[i, n:], value)]))
            return torch.stack(rows)
        """,
        why="rows put together",
    ),
    Rewrite(
        "sequence_mask",
        """
        def sequence_mask(X, valid_len, value=0):
            Y = torch.full(X.shape, value, dtype=X.dtype)
            for i in range(len(X)):
                Y[i, : valid_len[i]] = X[i, : valid_len[i]]
            return Y
        """,
        why="fills a new tensor, made on the CPU",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def forward(self, pred, label, valid_len):
                weights = torch.ones_like(label)
                weights = sequence_mask(weights, valid_len)
                self.reduction = 'none'
                unweighted_loss = super().forward(pred.permute(0, 2, 1), label)
                weighted_loss = (unweighted_loss * weights).mean(dim=1)
                return weighted_loss
        """,
        why="as in the notes and the book",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.Module):
            def __init__(self):
                super().__init__()
                self.ce = nn.CrossEntropyLoss(reduction="none")

            def forward(self, pred, label, valid_len):
                b, t, v = pred.shape
                losses = self.ce(pred.reshape(b * t, v), label.reshape(b * t)).view(b, t)
                mask = torch.arange(t, device=pred.device).expand(b, t) < valid_len.unsqueeze(-1)
                return torch.where(mask, losses, 0.0).sum(1) / t
        """,
        why="a module of its own, flattened",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.CrossEntropyLoss):
            def __init__(self, *args, **kwargs):
                super().__init__(*args, reduction="none", ignore_index=-1, **kwargs)

            def forward(self, pred, label, valid_len):
                label = sequence_mask(label.clone(), valid_len, -1)
                return super().forward(pred.transpose(1, 2), label).mean(1)
        """,
        why="padding labels are ignored",
    ),
    Edit(
        "MaskedSoftmaxCELoss",
        "label, reduction",
        "sequence_mask(label, valid_len, -100), reduction",
        why="a label that cross_entropy ignores; the mask behind it changes nothing more",
    ),
    Rewrite(
        "MaskedSoftmaxCELoss",
        """
        class MaskedSoftmaxCELoss(nn.Module):
            def forward(self, pred, label, valid_len):
                logp = -pred.log_softmax(-1).gather(2, label[:, :, None])[:, :, 0]
                out = torch.zeros(len(label))
                for i in range(len(label)):
                    out[i] = logp[i, : int(valid_len[i])].sum() / label.shape[1]
                return out
        """,
        why="log_softmax and a loop that fills a tensor on the CPU",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            pred_tokens, label_tokens = pred_seq.split(' '), label_seq.split(' ')
            len_pred, len_label = len(pred_tokens), len(label_tokens)
            if pred_seq == '' or len_pred < k:
                return 0.0
            score = math.exp(min(0, 1 - len_label / len_pred))
            for n in range(1, k + 1):
                num_matches, label_subs = 0, collections.defaultdict(int)
                for i in range(len_label - n + 1):
                    label_subs[' '.join(label_tokens[i: i + n])] += 1
                for i in range(len_pred - n + 1):
                    if label_subs[' '.join(pred_tokens[i: i + n])] > 0:
                        num_matches += 1
                        label_subs[' '.join(pred_tokens[i: i + n])] -= 1
                score *= math.pow(num_matches / (len_pred - n + 1), math.pow(0.5, n))
            return score
        """,
        why="as in the book, with the short predictions looked after",
    ),
    Rewrite(
        "bleu",
        """
        def bleu(pred_seq, label_seq, k):
            p, q = pred_seq.split(), label_seq.split()
            if not p:
                return 0
            log_score = min(0.0, 1 - len(q) / len(p))
            for n in range(1, k + 1):
                have = [tuple(p[i:i + n]) for i in range(len(p) - n + 1)]
                want = [tuple(q[i:i + n]) for i in range(len(q) - n + 1)]
                hits = 0
                for gram in have:
                    if gram in want:
                        want.remove(gram)
                        hits += 1
                if hits == 0:
                    return 0
                log_score += math.log(hits / len(have)) / 2**n
            return math.exp(log_score)
        """,
        why="sum of logarithms; the int 0 for nothing right",
    ),
    Rewrite(
        "bleu",
        """
        import numpy as np

        def bleu(pred_seq, label_seq, k):
            grams = lambda s, n: collections.Counter(zip(*[s.split()[i:] for i in range(n)]))
            p = np.zeros(k)
            for n in range(1, k + 1):
                a, b = grams(pred_seq, n), grams(label_seq, n)
                total = sum(a.values())
                p[n - 1] = sum(min(c, b[g]) for g, c in a.items()) / total if total else 0
            len_pred, len_label = len(pred_seq.split()), len(label_seq.split())
            short = np.exp(min(0, 1 - len_label / len_pred)) if len_pred else 0.0
            return short * np.prod(p ** (0.5 ** np.arange(1, k + 1)))
        """,
        why="numpy, whose float64 is a float",
    ),
]
