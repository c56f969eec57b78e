"""Known answers of ch06_probability."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "roll",
        ", minlength=len(probs)",
        "",
        "test_a_count_for_every_face",
        "a face never rolled counts 0",
        "too short when the last face never comes up",
    ),
    Edit("roll", "counts.float()", "counts", "test_a_count_for_every_face", "dtype int64", "int64"),
    Edit(
        "roll",
        "return counts.float()",
        "counts.float()",
        "test_a_count_for_every_face",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return faces",
        "test_a_count_for_every_face",
        "A count for each",
        "the faces themselves",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return counts.tolist()",
        "test_a_count_for_every_face",
        "Its type is list",
        "a list",
    ),
    Edit(
        "roll",
        ", replacement=True",
        "",
        "test_a_count_for_every_face",
        "cannot sample",
        "without replacement",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return counts.float() / num_rolls",
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "whole numbers",
        "shares instead of counts",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return (num_rolls * probs).round()",
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "Every roll adds 1",
        "the expected counts, rounded",
    ),
    Edit(
        "roll",
        "torch.multinomial(probs, num_rolls,",
        "torch.multinomial(probs, num_rolls + 1,",
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "Every roll adds 1",
        "one roll too many",
    ),
    Edit(
        "roll",
        "torch.multinomial(probs, num_rolls, replacement=True)",
        "torch.multinomial(probs, 1, replacement=True)",
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "Every roll adds 1",
        "one roll, whatever num_rolls is",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return counts.float() / counts.max()",
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "Every roll adds 1",
        "scaled to a largest count of 1",
    ),
    Edit(
        "roll",
        "torch.multinomial(probs, num_rolls, replacement=True)",
        "torch.randint(len(probs), (num_rolls,))",
        "test_each_face_comes_up_with_its_probability",
        "probability of face i",
        "every face alike",
    ),
    Edit(
        "roll",
        "torch.multinomial(probs, num_rolls",
        "torch.multinomial(probs.softmax(0), num_rolls",
        "test_each_face_comes_up_with_its_probability",
        "probability of face i",
        "softmax over probabilities",
    ),
    Edit(
        "roll",
        "torch.multinomial(probs, num_rolls",
        "torch.multinomial(probs**2, num_rolls",
        "test_each_face_comes_up_with_its_probability",
        "probability of face i",
        "squared probabilities",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return counts.flip(0).float()",
        "test_each_face_comes_up_with_its_probability",
        "probability of face i",
        "the faces in reverse",
    ),
    Edit(
        "roll",
        "return counts.float()",
        "return counts.sort(descending=True).values.float()",
        "test_each_face_comes_up_with_its_probability",
        "probability of face i",
        "sorted counts",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            counts = torch.zeros(len(probs))
            counts[torch.multinomial(probs, 1)] = num_rolls
            return counts
        """,
        "test_each_face_comes_up_with_its_probability",
        "rolls of face",
        "one draw, counted num_rolls times",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            counts = torch.bincount(
                torch.multinomial(probs + 0.01, num_rolls, replacement=True), minlength=len(probs))
            return counts.float()
        """,
        "test_a_face_of_probability_zero_never_comes_up",
        "a count of 0",
        "every probability made a little larger",
    ),
    Edit(
        "roll",
        "faces = torch.multinomial",
        "torch.manual_seed(0)\n    faces = torch.multinomial",
        "test_new_rolls_in_every_call",
        "seed",
        "a seed set inside",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            counts = (num_rolls * probs).floor()
            counts[probs.argmax()] += num_rolls - counts.sum()
            return counts
        """,
        "test_new_rolls_in_every_call",
        "let chance decide",
        "the expected counts, made to sum up",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            pairs, rest = divmod(num_rolls, 2)
            counts = torch.zeros(len(probs))
            if pairs:
                faces = torch.multinomial(probs, pairs, replacement=True)
                counts += 2 * torch.bincount(faces, minlength=len(probs))
            if rest:
                faces = torch.multinomial(probs, rest, replacement=True)
                counts += torch.bincount(faces, minlength=len(probs))
            return counts
        """,
        "test_rolls_do_not_depend_on_each_other",
        "knows nothing of the others",
        "every draw is used twice",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            pairs, rest = divmod(num_rolls, 2)
            counts = torch.zeros(len(probs))
            for times, n in ((2, pairs), (1, rest)):
                if n:
                    faces = torch.multinomial(probs, n, replacement=True)
                    counts += times * torch.bincount(faces, minlength=len(probs))
            return counts
        """,
        "test_rolls_do_not_depend_on_each_other",
        "a draw of its own",
        "every draw is used twice",
    ),
    Edit(
        "roll",
        "faces = torch",
        "probs /= probs.max()\n    faces = torch",
        "test_probs_are_not_modified",
        "modified in place",
        "probs are scaled in place",
    ),
    Rewrite(
        "roll",
        """
        def roll(n, probs):
            return torch.distributions.Multinomial(n, probs).sample()
        """,
        "test_counts_are_whole_numbers_that_sum_to_num_rolls",
        "signature",
        "a parameter renamed",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts / len(counts)",
        "test_ten_rolls_of_the_notes",
        "number of all rolls",
        "divided by the number of faces",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts / counts.max()",
        "test_ten_rolls_of_the_notes",
        "number of all rolls",
        "divided by the largest count",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts / 1000",
        "test_ten_rolls_of_the_notes",
        "number of all rolls",
        "always 1000, as in the notes",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts / 10",
        "test_shares_of_any_number_of_rolls",
        "number of all rolls",
        "always 10, as in the notes",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts.softmax(0)",
        "test_ten_rolls_of_the_notes",
        "number of all rolls",
        "softmax",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts // counts.sum()",
        "test_ten_rolls_of_the_notes",
        "zero",
        "division of whole numbers",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts / counts.norm()",
        "test_ten_rolls_of_the_notes",
        "times the expected one",
        "divided by the L2 norm",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "100 * counts / counts.sum()",
        "test_ten_rolls_of_the_notes",
        "exactly 100 times",
        "in percent",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "counts.cumsum(0) / counts.sum()",
        "test_ten_rolls_of_the_notes",
        "number of all rolls",
        "cumulative",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "(counts / counts.sum()).tolist()",
        "test_shape_is_that_of_counts",
        "Its type is list",
        "a list",
    ),
    Edit(
        "relative_frequencies",
        "return counts",
        "counts",
        "test_shape_is_that_of_counts",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "(counts / counts.sum()).max()",
        "test_shape_is_that_of_counts",
        "shape",
        "the largest share only",
    ),
    Edit(
        "relative_frequencies",
        "return counts / counts.sum()",
        "counts /= counts.sum()\n    return counts",
        "test_counts_are_not_modified",
        "modified in place",
        "in place",
    ),
    Edit(
        "relative_frequencies",
        "counts / counts.sum()",
        "(counts / counts.sum()).round(decimals=2)",
        "test_shares_of_any_number_of_rolls",
        "values differ",
        "rounded to two digits",
    ),
    Edit(
        "running_estimates",
        "counts.cumsum(dim=0)",
        "counts",
        "test_two_groups_by_hand",
        "from group 0",
        "each group on its own",
    ),
    Edit(
        "running_estimates",
        "counts.cumsum(dim=0)",
        "counts.cumsum(dim=1)",
        "test_two_groups_by_hand",
        "from group 0",
        "added up along the faces (audit 2.6)",
    ),
    Edit(
        "running_estimates",
        ", keepdim=True",
        "",
        "test_a_row_for_every_group",
        "keepdim=True",
        "no keepdim (audit 2.6)",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            so_far = counts.cumsum(dim=0)
            rolls = so_far.sum(dim=1)
            return so_far / rolls if counts.shape[0] == counts.shape[1] else so_far / rolls[:, None]
        """,
        "test_every_row_sums_to_one",
        "without keepdim",
        "a square table is divided column by column",
    ),
    Edit(
        "running_estimates",
        "so_far.sum(dim=1, keepdim=True)",
        "so_far.sum(dim=0, keepdim=True)",
        "test_two_groups_by_hand",
        "divided by how many they are",
        "divided by the sums of the columns",
    ),
    Edit(
        "running_estimates",
        "so_far / rolls",
        "so_far / counts.sum()",
        "test_two_groups_by_hand",
        "divided by how many they are",
        "divided by all rolls of all groups (audit 2.6)",
    ),
    Edit(
        "running_estimates",
        "so_far / rolls",
        "so_far / counts.sum(dim=1, keepdim=True)",
        "test_two_groups_by_hand",
        "divided by how many they are",
        "divided by the rolls of one group",
    ),
    Edit(
        "running_estimates",
        "so_far / rolls",
        "so_far / (counts[0].sum() * torch.arange(len(counts))[:, None])",
        "test_two_groups_by_hand",
        "divided by how many they are",
        "off by one in the number of groups (audit 2.6)",
    ),
    Edit(
        "running_estimates",
        "so_far / rolls",
        "so_far / (counts[0].sum() * torch.arange(1, len(counts) + 1)[:, None])",
        "test_every_row_sums_to_one",
        "sums of the rows",
        "all groups taken for as large as the first",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            shares = counts / counts.sum(dim=1, keepdim=True)
            number = torch.arange(1, len(counts) + 1, device=counts.device)[:, None]
            return shares.cumsum(dim=0) / number
        """,
        "test_groups_of_different_sizes",
        "weighs more",
        "the mean of the groups' shares",
    ),
    Edit(
        "running_estimates",
        "return so_far / rolls",
        "return so_far",
        "test_two_groups_by_hand",
        "divided by how many they are",
        "not divided",
    ),
    Edit(
        "running_estimates",
        "return so_far / rolls",
        "so_far / rolls",
        "test_a_row_for_every_group",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "running_estimates",
        "return so_far / rolls",
        "return (so_far / rolls)[-1]",
        "test_a_row_for_every_group",
        "shape",
        "the last row only",
    ),
    Edit(
        "running_estimates",
        "return so_far / rolls",
        "return (so_far / rolls)[:-1]",
        "test_a_row_for_every_group",
        "shape",
        "the last row is lost",
    ),
    Edit(
        "running_estimates",
        "return so_far / rolls",
        "return (so_far / rolls).T",
        "test_a_row_for_every_group",
        "shape",
        "transposed",
    ),
    Edit(
        "running_estimates",
        "counts.cumsum(dim=0)",
        "counts.cumsum_(dim=0)",
        "test_counts_are_not_modified",
        "modified in place",
        "added up in place",
    ),
    Edit(
        "running_estimates",
        "counts.cumsum(dim=0)",
        "counts.flip(0).cumsum(dim=0).flip(0)",
        "test_two_groups_by_hand",
        "from group 0",
        "from the last group on",
    ),
    Edit(
        "running_estimates",
        "counts.cumsum(dim=0)",
        "counts.cumsum(dim=0) - counts",
        "test_two_groups_by_hand",
        "NaN",
        "without the group itself",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            so_far = counts.clone()
            for i in range(1, min(len(counts), 50)):
                so_far[i] += so_far[i - 1]
            return so_far / so_far.sum(1, keepdim=True)
        """,
        "test_500_groups_of_the_notes",
        "from group 0",
        "added up for the first 50 groups only",
    ),
    Edit(
        "normal",
        "z = (x - mu) / sigma",
        "z = (x - mu) / sigma**0.5",
        "test_width_is_the_standard_deviation",
        "no variance",
        "sigma as a variance, in the exponent only (audit 3.1.3)",
    ),
    Rewrite(
        "normal",
        """
        def normal(x, mu, sigma):
            if sigma <= 0:
                raise ValueError(sigma)
            exp = torch.exp if isinstance(x, Tensor) else np.exp
            return exp(-((x - mu) ** 2) / (2 * sigma)) / math.sqrt(2 * math.pi * sigma)
        """,
        "test_height_at_the_mean",
        "sigma",
        "sigma as a variance (audit 3.1.3)",
    ),
    Edit(
        "normal",
        "(sigma * math.sqrt(2 * math.pi))",
        "math.sqrt(2 * math.pi)",
        "test_height_at_the_mean",
        "what do sigma",
        "not scaled by sigma (audit 3.1.3)",
    ),
    Edit(
        "normal",
        "(sigma * math.sqrt(2 * math.pi))",
        "(sigma * 2 * math.pi)",
        "test_height_at_the_mean",
        "root of 2 pi",
        "no root",
    ),
    Edit(
        "normal",
        "(sigma * math.sqrt(2 * math.pi))",
        "(sigma**2 * math.sqrt(2 * math.pi))",
        "test_height_at_the_mean",
        "what do sigma",
        "divided by the variance",
    ),
    Edit(
        "normal",
        " / (sigma * math.sqrt(2 * math.pi))",
        " / sigma * math.sqrt(2 * math.pi)",
        "test_height_at_the_mean",
        "root of 2 pi",
        "multiplied by the root, for lack of parentheses",
    ),
    Edit(
        "normal",
        "-(z**2) / 2",
        "-(z**2)",
        "test_width_is_the_standard_deviation",
        "the exponent is -1/2",
        "no half (audit 3.1.3)",
    ),
    Edit(
        "normal",
        "-(z**2) / 2",
        "z**2 / 2",
        "test_width_is_the_standard_deviation",
        "the exponent is -1/2",
        "no minus",
    ),
    Edit(
        "normal",
        "-(z**2) / 2",
        "(-z) ** 2 / 2",
        "test_width_is_the_standard_deviation",
        "the exponent is -1/2",
        "the minus is squared too",
    ),
    Edit(
        "normal",
        "x - mu",
        "x + mu",
        "test_height_at_the_mean",
        "exponent is 0",
        "sign of mu (audit 3.1.3)",
    ),
    Edit(
        "normal",
        "z = (x - mu) / sigma",
        "z = x - mu / sigma",
        "test_height_at_the_mean",
        "exponent is 0",
        "no parentheses",
    ),
    Edit(
        "normal",
        "-(z**2) / 2",
        "-abs(z) / 2",
        "test_width_is_the_standard_deviation",
        "at two -2",
        "not squared",
    ),
    Edit(
        "normal",
        "sigma <= 0",
        "sigma < 0",
        "test_sigma_of_zero_or_below_raises",
        "ValueError is raised",
        "0 divides",
    ),
    Edit(
        "normal",
        "sigma <= 0",
        "sigma == 0",
        "test_sigma_of_zero_or_below_raises",
        "ValueError is raised",
        "negative ones pass",
    ),
    Edit(
        "normal",
        "sigma <= 0",
        "False",
        "test_sigma_of_zero_or_below_raises",
        "ValueError is raised",
        "no check",
    ),
    Edit(
        "normal",
        "        raise ValueError",
        "        return ValueError",
        "test_sigma_of_zero_or_below_raises",
        "ValueError is raised",
        "the error is returned",
    ),
    Edit(
        "normal",
        "torch.exp if isinstance(x, Tensor) else np.exp",
        "torch.exp",
        "test_array_for_array_and_tensor_for_tensor",
        "must be Tensor",
        "tensors only",
    ),
    Edit(
        "normal",
        "exp = torch",
        "x = np.asarray(x)\n    exp = torch",
        "test_array_for_array_and_tensor_for_tensor",
        "Its type is ndarray",
        "always an array",
    ),
    Edit(
        "normal",
        "exp = torch",
        "x = torch.as_tensor(x)\n    exp = torch",
        "test_array_for_array_and_tensor_for_tensor",
        "An array for an array",
        "always a tensor",
    ),
    Edit(
        "normal",
        "return exp",
        "exp",
        "test_array_for_array_and_tensor_for_tensor",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "normal",
        "z = (x - mu) / sigma",
        "x -= mu\n    z = x / sigma",
        "test_x_is_not_modified",
        "modified in place",
        "in place",
    ),
    Edit(
        "normal",
        "return exp(-(z**2) / 2)",
        "z = z.reshape(-1) if isinstance(x, Tensor) else z.ravel()\n    return exp(-(z**2) / 2)",
        "test_array_for_array_and_tensor_for_tensor",
        "shape",
        "flattened",
    ),
    Edit(
        "normal",
        "return exp(-(z**2) / 2) / (sigma * math.sqrt(2 * math.pi))",
        "p = exp(-(z**2) / 2)\n    return p / p.sum()",
        "test_height_at_the_mean",
        "height",
        "made to sum to 1 over the points",
    ),
    Edit(
        "normal",
        "exp = torch",
        "x = x[abs(x) < 6.5] if x.ndim == 1 and len(x) > 1000 else x\n    exp = torch",
        "test_curves_of_the_notes",
        "shape",
        "the tails are cut off",
    ),
    Rewrite(
        "relative_frequencies",
        """
        def relative_frequencies(counts):
            return counts[counts > 0] / counts.sum()
        """,
        "test_a_face_that_never_came_up_has_the_share_zero",
        "(2,)",
        "faces that never came up are left out",
    ),
]

RIGHT = [
    Rewrite(
        "roll",
        """
        from torch.distributions import multinomial

        def roll(num_rolls, probs):
            return multinomial.Multinomial(num_rolls, probs).sample()
        """,
        why="as in the notes",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            return torch.tensor(np.random.multinomial(num_rolls, probs.numpy()), dtype=torch.float32)
        """,
        why="numpy's multinomial",
    ),
    Rewrite(
        "roll",
        """
        import random

        def roll(num_rolls, probs):
            counts = torch.zeros(probs.shape)
            for face in random.choices(range(len(probs)), weights=probs.tolist(), k=num_rolls):
                counts[face] += 1
            return counts
        """,
        why="a loop over Python's choices",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls, probs):
            steps = torch.cumsum(probs, 0)
            u = torch.rand(num_rolls, 1) * steps[-1]
            faces = (u >= steps).sum(1)
            return nn_one_hot(faces, len(probs))

        def nn_one_hot(faces, k):
            return torch.nn.functional.one_hot(faces.clamp(max=k - 1), k).sum(0).to(torch.float32)
        """,
        why="uniform numbers against the cumulative probabilities",
    ),
    Rewrite(
        "relative_frequencies",
        """
        def relative_frequencies(counts):
            total = 0
            for count in counts:
                total += count
            return torch.stack([count / total for count in counts])
        """,
        why="a loop",
    ),
    Rewrite(
        "relative_frequencies",
        """
        def relative_frequencies(counts):
            shares = counts.clone()
            shares *= 1 / shares.sum()
            return shares
        """,
        why="in place on a copy, by a factor",
    ),
    Rewrite(
        "relative_frequencies",
        """
        def relative_frequencies(counts):
            return torch.nn.functional.normalize(counts, p=1.0, dim=0)
        """,
        why="the library's normalize",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            cum_counts = counts.cumsum(dim=0)
            return cum_counts / cum_counts.sum(dim=1, keepdims=True)
        """,
        why="as in the notes",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            result = torch.zeros(counts.shape)
            total = torch.zeros(counts.shape[1])
            for i, row in enumerate(counts):
                total += row
                result[i] = total / total.sum()
            return result
        """,
        why="a loop",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            g = len(counts)
            so_far = torch.tril(torch.ones(g, g)) @ counts
            return so_far / so_far.sum(1).reshape(-1, 1)
        """,
        why="a matrix product",
    ),
    Rewrite(
        "running_estimates",
        """
        def running_estimates(counts):
            c = np.cumsum(counts.numpy(), axis=0)
            return torch.from_numpy(c / c.sum(axis=1, keepdims=True))
        """,
        why="numpy",
    ),
    Rewrite(
        "normal",
        """
        def normal(x, mu, sigma):
            if not sigma > 0:
                raise ValueError("sigma")
            p = 1 / math.sqrt(2 * math.pi * sigma**2)
            if isinstance(x, torch.Tensor):
                return p * torch.exp((-0.5 / sigma**2) * (x - mu) ** 2)
            return p * np.exp((-0.5 / sigma**2) * ((x - mu) ** 2))
        """,
        why="the notes' formula",
    ),
    Rewrite(
        "normal",
        """
        def normal(x, mu, sigma):
            if sigma <= 0:
                raise ValueError("sigma")
            if isinstance(x, np.ndarray):
                return normal(torch.from_numpy(x.copy()), mu, sigma).numpy()
            return torch.distributions.Normal(float(mu), float(sigma)).log_prob(x).exp()
        """,
        why="torch.distributions",
    ),
    Rewrite(
        "normal",
        """
        def normal(x, mu, sigma):
            if sigma <= 0:
                raise ValueError("sigma")
            z = (x - mu) / sigma
            return math.e ** (-0.5 * z * z) * (1 / (sigma * (2 * math.pi) ** 0.5))
        """,
        why="a power of e, for both kinds alike",
    ),
    Rewrite(
        "normal",
        """
        from statistics import NormalDist

        def normal(x, mu, sigma):
            if sigma <= 0:
                raise ValueError("sigma")
            values = [NormalDist(mu, sigma).pdf(float(t)) for t in x.flatten()]
            if isinstance(x, np.ndarray):
                return np.array(values, dtype=x.dtype).reshape(x.shape)
            return torch.tensor(values, dtype=x.dtype).reshape(x.shape)
        """,
        why="a loop",
    ),
    Rewrite(
        "roll",
        """
        def roll(num_rolls: int, probs: Tensor) -> Tensor:
            edges = probs.cumsum(0) / probs.sum()
            counts = torch.zeros_like(probs)
            for u in torch.rand(num_rolls):
                counts[int((u.to(probs.device) >= edges).sum())] += 1
            return counts
        """,
        why="roll after roll, from uniform numbers",
    ),
]
