"""Known answers of ch01_tensors."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "one_hot",
        "scatter_(1, columns, 1.0)",
        "scatter_(0, columns, 1.0)",
        "test_the_one_stands_in_the_column_of_the_label",
        "which axis",
        "scatter_ along axis 0 (post 002, 165)",
    ),
    Edit(
        "one_hot",
        "labels.unsqueeze(1)",
        "labels.unsqueeze(0)",
        "test_the_one_stands_in_the_column_of_the_label",
        "Row i holds one 1",
        "an index of one row fills row 0 only",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "rows.scatter(1, columns, 1.0)\n    return rows",
        "test_the_one_stands_in_the_column_of_the_label",
        "Every value is zero",
        "scatter without underscore returns a new tensor, which is lost",
    ),
    Edit(
        "one_hot",
        "rows = torch.zeros(",
        "rows = torch.ones(",
        "test_the_one_stands_in_the_column_of_the_label",
        "Row i holds one 1",
        "ones everywhere",
    ),
    Edit(
        "one_hot",
        "scatter_(1, columns, 1.0)",
        "scatter_(1, num_classes - 1 - columns, 1.0)",
        "test_the_one_stands_in_the_column_of_the_label",
        "backwards",
        "columns counted from the right",
    ),
    Edit(
        "one_hot",
        "scatter_(1, columns, 1.0)",
        "scatter_(1, columns, columns.float())",
        "test_the_one_stands_in_the_column_of_the_label",
        "instead of 1",
        "the label itself is written, not a one",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return nn.functional.one_hot(labels, num_classes)",
        "test_one_row_a_label_and_one_column_a_class",
        "nn",
        "a name that is not imported",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return torch.nn.functional.one_hot(labels, num_classes)",
        "test_one_row_a_label_and_one_column_a_class",
        "dtype int64",
        "whole numbers come back",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return columns == torch.arange(num_classes)",
        "test_one_row_a_label_and_one_column_a_class",
        "dtype bool",
        "a comparison comes back",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return torch.nn.functional.one_hot(labels).float()",
        "test_one_row_a_label_and_one_column_a_class",
        "num_classes columns",
        "as many columns as the highest label asks for",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return rows.scatter_(1, columns, 1.0).T",
        "test_one_row_a_label_and_one_column_a_class",
        "one row a label",
        "transposed",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "rows.scatter_(1, columns, 1.0)",
        "test_one_row_a_label_and_one_column_a_class",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return rows.scatter_(1, columns, 1.0).tolist()",
        "test_one_row_a_label_and_one_column_a_class",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "one_hot",
        "return rows.scatter_(1, columns, 1.0)",
        "return rows.scatter_(1, columns, 1.0).squeeze()",
        "test_one_row_a_label_and_one_column_a_class",
        "shape (5,)",
        "axes of size 1 are lost",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(y, n):
            return torch.nn.functional.one_hot(y, n).float()
        """,
        "test_one_row_a_label_and_one_column_a_class",
        "signature",
        "parameters renamed",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            return torch.eye(num_classes)[labels]
        """,
        "test_label_out_of_range_raises",
        "raised IndexError",
        "no check: too large a label is an IndexError",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            return torch.nn.functional.one_hot(labels, num_classes).float()
        """,
        "test_label_out_of_range_raises",
        "raised RuntimeError",
        "no check of its own",
    ),
    Edit(
        "one_hot",
        "if ((labels < 0) | (labels >= num_classes)).any():",
        "if (labels >= num_classes).any():",
        "test_label_out_of_range_raises",
        "at least 0",
        "negative labels are not refused",
    ),
    Edit(
        "one_hot",
        "if ((labels < 0) | (labels >= num_classes)).any():",
        "if (labels < 0).any():",
        "test_label_out_of_range_raises",
        "below num_classes",
        "large labels are not refused",
    ),
    Edit(
        "one_hot",
        "labels >= num_classes",
        "labels > num_classes",
        "test_label_out_of_range_raises",
        "below num_classes",
        "off by one: num_classes itself is let through",
    ),
    Edit(
        "one_hot",
        "((labels < 0) | (labels >= num_classes)).any()",
        "((labels < 0) | (labels >= num_classes)).all()",
        "test_label_out_of_range_raises",
        "every label",
        "raises only when all labels are wrong",
    ),
    Edit(
        "one_hot",
        "((labels < 0) | (labels >= num_classes)).any()",
        "labels[0] < 0 or labels[0] >= num_classes",
        "test_label_out_of_range_raises",
        "every label",
        "only the first label is checked",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            return torch.eye(num_classes)[labels.clamp(0, num_classes - 1)]
        """,
        "test_label_out_of_range_raises",
        "raised nothing",
        "bad labels are moved into the range",
    ),
    Edit(
        "one_hot",
        "labels.unsqueeze(1)",
        "labels.unsqueeze_(1)",
        "test_labels_are_not_modified",
        "modified in place",
        "the caller's labels get another shape",
    ),
    Edit(
        "one_hot",
        "rows = torch.zeros(len(labels), num_classes, device=labels.device)",
        "kept = one_hot.__dict__\n    rows = kept.setdefault((len(labels), num_classes), torch.zeros(len(labels), num_classes)).zero_()",
        "test_calls_do_not_disturb_each_other",
        "later call changed",
        "one buffer for all calls",
    ),
    Edit(
        "one_hot",
        "rows = torch.zeros(len(labels), num_classes, device=labels.device)",
        "kept = one_hot.__dict__\n    rows = kept.setdefault((len(labels), num_classes), torch.zeros(len(labels), num_classes))",
        "test_calls_do_not_disturb_each_other",
        "call before",
        "one buffer, never emptied",
    ),
    Edit(
        "pick_per_row",
        "X[rows, index]",
        "X[:, index]",
        "test_one_value_a_row",
        "paired",
        "whole columns: (n, n)",
    ),
    Edit(
        "pick_per_row",
        "X[rows, index]",
        "X.gather(1, index[:, None])",
        "test_one_value_a_row",
        "shape (4, 1)",
        "the axis of size 1 stays",
    ),
    Edit(
        "pick_per_row",
        "X[rows, index]",
        "X.gather(1, index[:, None]).squeeze()",
        "test_one_value_a_row",
        "shape ()",
        "squeeze takes the batch axis too when n is 1",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[index]",
        "test_one_value_a_row",
        "is out of bounds for dimension 0",
        "rows are picked",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[index % len(X)]",
        "test_one_value_a_row",
        "One value for each row",
        "rows are picked",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X.take(index)",
        "test_case_of_the_notes",
        "its own index",
        "take counts through the flattened tensor",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[0, index]",
        "test_case_of_the_notes",
        "its own index",
        "every value from the first row",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X.flip(0)[rows, index]",
        "test_case_of_the_notes",
        "X[i, index[i]]",
        "rows in the wrong order",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index - 1]",
        "test_case_of_the_notes",
        "X[i, index[i]]",
        "counts from one",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X.max(1).values",
        "test_case_of_the_notes",
        "X[i, index[i]]",
        "the largest value of each row",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index].abs()",
        "test_values_are_those_of_gather",
        "instead of -",
        "signs are lost",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return -torch.log(X[rows, index])",
        "test_case_of_the_notes",
        "X[i, index[i]]",
        "computes the cross entropy at once",
    ),
    Edit(
        "pick_per_row",
        "X[rows, index]",
        "X.as_strided(X.shape, (X.shape[1], 1))[rows, index]",
        "test_values_are_those_of_gather",
        "X[i, index[i]]",
        "takes X for contiguous",
    ),
    Edit(
        "pick_per_row",
        "X[rows, index]",
        "X.detach()[rows, index]",
        "test_gradient",
        "cuts the gradient",
        "the input is detached",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return torch.tensor([float(X[i, j]) for i, j in enumerate(index)])",
        "test_gradient",
        "cuts the gradient",
        "a new tensor of numbers",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index.clamp(max=1)]",
        "test_case_of_the_notes",
        "X[i, index[i]]",
        "the index is cut",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index.add_(rows * 0 + 1).sub_(1)] + X.mul_(2)[rows, index] * 0",
        "test_arguments_are_not_modified",
        "modified in place",
        "X is doubled on the way",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index].tolist()",
        "test_one_value_a_row",
        "Its type is list",
        "a list comes back",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "X[rows, index]",
        "test_one_value_a_row",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "pick_per_row",
        "return X[rows, index]",
        "return X[rows, index].sum()",
        "test_one_value_a_row",
        "One value for each row",
        "summed",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.reshape(len(images), images.shape[3], *images.shape[1:3])",
        "test_every_channel_keeps_its_picture",
        "reshape only cuts",
        "reshape instead of permute (audit)",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.transpose(1, 3)",
        "test_channels_stand_before_height_and_width",
        "height stays before width",
        "transpose swaps height and width too",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.permute(0, 2, 3, 1)",
        "test_channels_stand_before_height_and_width",
        "channels move to axis 1",
        "the way back",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.permute(3, 0, 1, 2)",
        "test_channels_stand_before_height_and_width",
        "axis 1",
        "channels before the batch",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "return moved",
        "test_result_is_contiguous",
        "not contiguous",
        "a view with other strides",
    ),
    Edit(
        "to_channels_first",
        "moved.contiguous()",
        "moved.clone()",
        "test_result_is_contiguous",
        "in memory",
        "clone keeps the strides",
    ),
    Edit(
        "to_channels_first",
        "moved.contiguous()",
        "moved.contiguous(memory_format=torch.channels_last)",
        "test_result_is_contiguous",
        "not contiguous",
        "the other memory format",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.permute(0, 3, 1, 2).flip(1)",
        "test_every_channel_keeps_its_picture",
        "channel 0",
        "channels backwards (RGB to BGR)",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.permute(0, 3, 1, 2)[:1]",
        "test_channels_stand_before_height_and_width",
        "shape (1, 3, 5, 4)",
        "only the first image",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "return moved.contiguous() / 255",
        "test_every_channel_keeps_its_picture",
        "times the expected one",
        "scaled on the way",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "return moved.contiguous().int()",
        "test_channels_stand_before_height_and_width",
        "dtype int32",
        "whole numbers",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "images.set_(moved.contiguous())\n    return images",
        "test_images_are_not_modified",
        "modified in place",
        "the caller's images are turned",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "return moved.contiguous().numpy()",
        "test_channels_stand_before_height_and_width",
        "Its type is ndarray",
        "a numpy array comes back",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "moved.contiguous()",
        "test_channels_stand_before_height_and_width",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "to_channels_first",
        "return moved.contiguous()",
        "return moved.contiguous().squeeze()",
        "test_channels_stand_before_height_and_width",
        "shape (3, 2, 6)",
        "axes of size 1 are lost",
    ),
    Edit(
        "to_channels_first",
        "images.permute(0, 3, 1, 2)",
        "images.as_strided(images.shape, torch.empty(images.shape).stride()).permute(0, 3, 1, 2)",
        "test_every_channel_keeps_its_picture",
        "channel 0",
        "takes the images for contiguous",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.tensor(array)",
        "test_later_changes_show_only_if_memory_is_shared",
        "memory of its own",
        "torch.tensor always copies",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array.copy())",
        "test_later_changes_show_only_if_memory_is_shared",
        "memory of its own",
        "copies in numpy",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array).clone()",
        "test_later_changes_show_only_if_memory_is_shared",
        "array += 100",
        "copies in torch",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(np.ascontiguousarray(array))",
        "test_later_changes_show_only_if_memory_is_shared",
        "transposed",
        "views are copied",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array).contiguous()",
        "test_later_changes_show_only_if_memory_is_shared",
        "memory of its own",
        "views are copied",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array.ravel()).reshape(array.shape)",
        "test_later_changes_show_only_if_memory_is_shared",
        "transposed",
        "ravel copies views",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.frombuffer(array.base if array.base is not None else array, dtype=torch.from_numpy(array).dtype)[:array.size].reshape(array.shape)",
        "test_values_are_those_of_the_array",
        "transposed",
        "a buffer knows no strides",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.Tensor(array)",
        "test_shape_and_dtype_are_those_of_the_array",
        "dtype float32",
        "torch.Tensor turns everything into float32 (audit 2.3.6)",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array).float()",
        "test_shape_and_dtype_are_those_of_the_array",
        "here float64",
        "another dtype",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array.astype(np.float64)).to(torch.from_numpy(array).dtype)",
        "test_later_changes_show_only_if_memory_is_shared",
        "memory of its own",
        "there and back through float64",
    ),
    Edit(
        "tensor_sharing",
        "return torch.from_numpy(array)",
        "return array",
        "test_shape_and_dtype_are_those_of_the_array",
        "Its type is ndarray",
        "the array itself",
    ),
    Edit(
        "tensor_sharing",
        "return torch.from_numpy(array)",
        "torch.from_numpy(array)",
        "test_shape_and_dtype_are_those_of_the_array",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array).flatten()",
        "test_shape_and_dtype_are_those_of_the_array",
        "shape (12,)",
        "flattened",
    ),
    Edit(
        "tensor_sharing",
        "torch.from_numpy(array)",
        "torch.from_numpy(array).abs_()",
        "test_values_are_those_of_the_array",
        "instead of -6",
        "in place on the shared memory",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array)",
        "test_later_changes_show_only_if_memory_is_shared",
        "lives in the memory of the array",
        "from_numpy shares",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.as_tensor(array)",
        "test_later_changes_show_only_if_memory_is_shared",
        "lives in the memory of the array",
        "as_tensor shares",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array).detach()",
        "test_later_changes_show_only_if_memory_is_shared",
        "copy in every case",
        "detach shares",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array).contiguous()",
        "test_later_changes_show_only_if_memory_is_shared",
        "whole",
        "copies views only",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array[:])",
        "test_later_changes_show_only_if_memory_is_shared",
        "copy in every case",
        "a slice copies a list, not an array",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(np.array(array, copy=None))",
        "test_later_changes_show_only_if_memory_is_shared",
        "copy in every case",
        "numpy copies only if it must",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array).to(torch.tensor(array).dtype)",
        "test_later_changes_show_only_if_memory_is_shared",
        "lives in the memory",
        "to() of the same dtype does not copy",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.from_numpy(array.copy() if array.flags.c_contiguous else array)",
        "test_later_changes_show_only_if_memory_is_shared",
        "transposed",
        "views are shared",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.Tensor(array)",
        "test_shape_and_dtype_are_those_of_the_array",
        "dtype float32",
        "torch.Tensor turns everything into float32 (audit 2.3.6)",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.tensor(array.tolist())",
        "test_shape_and_dtype_are_those_of_the_array",
        "here float64",
        "a list of floats becomes float32",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.tensor(array, dtype=torch.float64)",
        "test_shape_and_dtype_are_those_of_the_array",
        "here float32",
        "always float64",
    ),
    Edit(
        "tensor_copy",
        "return torch.tensor(array)",
        "return array.copy()",
        "test_shape_and_dtype_are_those_of_the_array",
        "Its type is ndarray",
        "a copy, but no tensor",
    ),
    Edit(
        "tensor_copy",
        "return torch.tensor(array)",
        "torch.tensor(array)",
        "test_shape_and_dtype_are_those_of_the_array",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "tensor_copy",
        "return torch.tensor(array)",
        "tensor = torch.tensor(array)\n    array *= 0\n    return tensor",
        "test_values_are_those_of_the_array",
        "Do not change it",
        "the array is emptied",
    ),
    Edit(
        "tensor_copy",
        "torch.tensor(array)",
        "torch.tensor(array).T.reshape(array.shape)",
        "test_values_are_those_of_the_array",
        "read in the wrong order",
        "transposed",
    ),
    Edit(
        "seeded_normal",
        "return torch.randn(shape, generator=generator)",
        "torch.manual_seed(seed)\n    return torch.randn(shape)",
        "test_global_random_state_is_left_as_it_was",
        "global random state changed",
        "seeds the whole program",
    ),
    Edit(
        "seeded_normal",
        "return torch.randn(shape, generator=generator)",
        "before = torch.initial_seed()\n    torch.manual_seed(seed)\n    drawn = torch.randn(shape)\n    torch.manual_seed(before)\n    return drawn",
        "test_global_random_state_is_left_as_it_was",
        "back where it was",
        "puts the global state back to the start of its stream",
    ),
    Edit(
        "seeded_normal",
        "return torch.randn(shape, generator=generator)",
        "torch.rand(1)\n    return torch.randn(shape, generator=generator)",
        "test_global_random_state_is_left_as_it_was",
        "global random state changed",
        "one draw from the global state",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn(shape)",
        "test_same_seed_gives_the_same_values",
        "seed alone",
        "the generator is not used",
    ),
    Edit(
        "seeded_normal",
        "generator.manual_seed(seed)",
        "generator.seed()",
        "test_same_seed_gives_the_same_values",
        "seed alone",
        "a seed by chance",
    ),
    Edit(
        "seeded_normal",
        "generator.manual_seed(seed)",
        "generator.manual_seed(hash((seed, torch.initial_seed(), torch.get_rng_state().sum().item())))",
        "test_same_seed_gives_the_same_values",
        "seed alone",
        "mixed with the global state",
    ),
    Edit(
        "seeded_normal",
        "    generator.manual_seed(seed)\n",
        "    if seed:\n        generator.manual_seed(seed)\n    else:\n        generator.seed()\n",
        "test_same_seed_gives_the_same_values",
        "seeded_normal(0, (3, 5))",
        "the seed 0 counts as none",
    ),
    Edit(
        "seeded_normal",
        "    generator = torch.Generator()  # a random state of its own, beside the global one\n    generator.manual_seed(seed)\n",
        "    generator = seeded_normal.__dict__.setdefault(seed, torch.Generator().manual_seed(seed))\n",
        "test_same_seed_gives_the_same_values",
        "draws in between",
        "the generator is kept between calls",
    ),
    Edit(
        "seeded_normal",
        "generator.manual_seed(seed)",
        "generator.manual_seed(42)",
        "test_other_seeds_give_other_values",
        "same values with the seeds",
        "always the same seed",
    ),
    Edit(
        "seeded_normal",
        "    generator.manual_seed(seed)\n",
        "",
        "test_other_seeds_give_other_values",
        "seed really used",
        "a new generator starts always alike",
    ),
    Edit(
        "seeded_normal",
        "generator.manual_seed(seed)",
        "generator.manual_seed(seed % 10)",
        "test_other_seeds_give_other_values",
        "the seeds [0, 1",
        "seeds that fall together",
    ),
    Edit(
        "seeded_normal",
        "generator.manual_seed(seed)",
        "generator.manual_seed(seed or 1)",
        "test_other_seeds_give_other_values",
        "the seeds [0, 1]",
        "0 is replaced by 1",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.rand(shape, generator=generator)",
        "test_values_are_standard_normal",
        "normal distribution",
        "uniform in [0, 1)",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "(torch.rand(shape, generator=generator) - 0.5) * 12**0.5",
        "test_values_are_standard_normal",
        "normal distribution",
        "uniform with mean 0 and std 1",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.normal(0.0, 0.01, shape, generator=generator)",
        "test_values_are_standard_normal",
        "standard deviation 1",
        "the std of weights",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.normal(1.0, 1.0, shape, generator=generator)",
        "test_values_are_standard_normal",
        "mean 0",
        "mean 1",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn(shape, generator=generator).clamp(-2, 2).mul(0.99)",
        "test_values_are_standard_normal",
        "values between -2 and 2",
        "tails are cut",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn(shape[-1], generator=generator).expand(shape)",
        "test_values_are_drawn_one_by_one",
        "a draw for every element",
        "all rows alike",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn((*shape[:-1], 1), generator=generator).repeat(*[1] * (len(shape) - 1), shape[-1])",
        "test_values_are_drawn_one_by_one",
        "columns",
        "all columns alike",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn(shape, generator=generator, dtype=torch.float64)",
        "test_shape_and_dtype",
        "dtype float64",
        "float64",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.from_numpy(np.random.RandomState(seed).randn(*shape))",
        "test_shape_and_dtype",
        "dtype float64",
        "numpy draws float64",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "np.random.default_rng(seed).standard_normal(shape)",
        "test_shape_and_dtype",
        "Its type is ndarray",
        "a numpy array comes back",
    ),
    Edit(
        "seeded_normal",
        "torch.randn(shape, generator=generator)",
        "torch.randn(shape[0], generator=generator)",
        "test_shape_and_dtype",
        "shape (3,)",
        "only the first axis",
    ),
    Edit(
        "seeded_normal",
        "return torch.randn",
        "torch.randn",
        "test_shape_and_dtype",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "replace_where",
        "torch.where(condition, value, X)",
        "torch.where(condition, X, value)",
        "test_only_what_is_marked_is_replaced",
        "X stays",
        "keeps what is to be replaced",
    ),
    Edit(
        "replace_where",
        "torch.where(condition, value, X)",
        "torch.where(~condition, value, X)",
        "test_only_what_is_marked_is_replaced",
        "X stays",
        "condition negated",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "X[condition] = torch.as_tensor(value).expand(X.shape)[condition]\n    return X",
        "test_arguments_are_not_modified",
        "modified in place",
        "in place on the caller's tensor",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "out = X.detach()\n    out[condition] = torch.as_tensor(value).expand(X.shape)[condition]\n    return out",
        "test_arguments_are_not_modified",
        "modified in place",
        "detach is no copy",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return X.masked_fill(condition, value)",
        "test_shape_is_that_of_X",
        "0-dimensional",
        "masked_fill takes numbers only",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "out = X.clone()\n    out[condition] = value\n    return out",
        "test_shape_is_that_of_X",
        "shape mismatch",
        "value is not broadcast to the shape of X",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "value = torch.as_tensor(value, dtype=X.dtype).expand(X.shape)\n    return X.masked_scatter(condition, value.contiguous())",
        "test_only_what_is_marked_is_replaced",
        "places must fit",
        "values in the order of replacement, not at their places",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, torch.as_tensor(value).flatten()[0], X)",
        "test_only_what_is_marked_is_replaced",
        "broadcast",
        "only the first number of the value",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return X * ~condition + value * condition",
        "test_nan_and_inf",
        "0 times NaN",
        "arithmetic instead of a choice",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return X + condition * (value - X)",
        "test_nan_and_inf",
        "0 times NaN",
        "arithmetic instead of a choice",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.nan_to_num(torch.where(condition, value, X), neginf=-torch.inf)",
        "test_nan_and_inf",
        "instead of inf",
        "inf does not stay inf",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return X[condition]",
        "test_shape_is_that_of_X",
        "All elements come back",
        "returns what the mask selects",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return X[~condition]",
        "test_shape_is_that_of_X",
        "All elements come back",
        "drops instead of replacing",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, value, X).long()",
        "test_shape_is_that_of_X",
        "dtype int64",
        "cut to whole numbers",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, torch.as_tensor(value).int(), X)",
        "test_only_what_is_marked_is_replaced",
        "where the condition is True",
        "the value is cut to a whole number",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, value, torch.zeros_like(X))",
        "test_only_what_is_marked_is_replaced",
        "X stays",
        "the others become 0",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, X + value, X)",
        "test_only_what_is_marked_is_replaced",
        "where the condition is True",
        "adds the value",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "return torch.where(condition, value, X).numpy()",
        "test_shape_is_that_of_X",
        "Its type is ndarray",
        "a numpy array comes back",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "X = X.clone()\n    X[condition] = torch.as_tensor(value).expand(X.shape)[condition]",
        "test_shape_is_that_of_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "condition.logical_not_()\n    return torch.where(condition, X, value)",
        "test_arguments_are_not_modified",
        "argument 2",
        "the mask is turned in place",
    ),
    Edit(
        "replace_where",
        "return torch.where(condition, value, X)",
        "if isinstance(value, Tensor) and value.shape == X.shape:\n        return value.copy_(torch.where(condition, value, X))\n    return torch.where(condition, value, X)",
        "test_arguments_are_not_modified",
        "argument 3",
        "written into the value",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors, dim=1)",
        "test_shapes",
        "it comes first",
        "new axis in the middle",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors, dim=-1)",
        "test_shapes",
        "it comes first",
        "new axis at the end",
    ),
    Edit(
        "stack_and_cat",
        "torch.cat(tensors)",
        "torch.cat(tensors, dim=1)",
        "test_shapes",
        "along the rows",
        "joined along the columns",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.vstack(tensors)",
        "test_shapes",
        "new axis",
        "vstack joins (post 002, 131)",
    ),
    Edit(
        "stack_and_cat",
        "torch.cat(tensors)",
        "torch.hstack(tensors)",
        "test_shapes",
        "along the rows",
        "hstack joins along the columns (post 002, 118)",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "return joined, stacked",
        "test_shapes",
        "new axis counts",
        "results swapped",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "return stacked",
        "test_shapes",
        "a tuple (stacked, joined)",
        "only one result",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "return [stacked, joined]",
        "test_shapes",
        "a tuple (stacked, joined)",
        "a list comes back",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "stacked, joined",
        "test_shapes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "return tensors, joined",
        "test_shapes",
        "Its type is list",
        "the list itself is taken for the stack",
    ),
    Edit(
        "stack_and_cat",
        "torch.cat(tensors)",
        "torch.stack(tensors, 1).reshape(-1, tensors[0].shape[1])",
        "test_values_are_those_of_the_tensors",
        "All rows of the first",
        "rows of the tensors alternate",
    ),
    Edit(
        "stack_and_cat",
        "torch.cat(tensors)",
        "torch.cat(tensors, 1).reshape(-1, tensors[0].shape[1])",
        "test_values_are_those_of_the_tensors",
        "All rows of the first",
        "joined along the columns and cut anew",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors, -1).reshape(len(tensors), *tensors[0].shape)",
        "test_values_are_those_of_the_tensors",
        "tensor i",
        "stacked at the end and cut anew",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors[::-1])",
        "test_values_are_those_of_the_tensors",
        "backwards",
        "last tensor first",
    ),
    Edit(
        "stack_and_cat",
        "torch.cat(tensors)",
        "torch.cat(tensors[::-1])",
        "test_values_are_those_of_the_tensors",
        "then of the second",
        "last tensor first",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors[:-1])",
        "test_shapes",
        "shape (3, 2, 3)",
        "the last tensor is lost",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack([tensors[0]] * len(tensors))",
        "test_values_are_those_of_the_tensors",
        "Entry i",
        "the first tensor again and again",
    ),
    Edit(
        "stack_and_cat",
        "torch.stack(tensors)",
        "torch.stack(tensors).squeeze()",
        "test_shapes",
        "new axis",
        "axes of size 1 are lost",
    ),
    Edit(
        "stack_and_cat",
        "return stacked, joined",
        "tensors.clear()\n    return stacked, joined",
        "test_list_and_tensors_are_not_modified",
        "the list is now []",
        "the list is emptied",
    ),
    Edit(
        "stack_and_cat",
        "stacked = torch.stack(tensors)",
        "stacked = torch.stack(tensors)\n    tensors[0].zero_()",
        "test_list_and_tensors_are_not_modified",
        "Work on a copy",
        "a tensor is zeroed before it is joined",
    ),
    Rewrite(
        "stack_and_cat",
        """
        def stack_and_cat(tensors):
            stacked, joined = torch.stack(tensors), tensors[0]
            tensors.reverse()
            tensors.pop()
            while tensors:
                joined = torch.cat([joined, tensors.pop()])
            return stacked, joined
        """,
        "test_list_and_tensors_are_not_modified",
        "Work on a copy",
        "takes the caller's list apart",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            n, h, w, c = images.shape
            return images.view(n, h * w, c).transpose(1, 2).contiguous().view(n, c, h, w)
        """,
        "test_every_channel_keeps_its_picture",
        "view",
        "view cannot join height and width in every layout",
    ),
    Edit(
        "seeded_normal",
        "return torch.randn(shape, generator=generator)",
        "X = torch.randn(shape, generator=generator)\n    return (X - X.mean()) / X.std() if X.numel() > 1 else X",
        "test_draws_are_not_shifted_or_scaled_afterwards",
        "one that varies",
        "mean 0 and deviation 1 forced upon the numbers",
    ),
]

RIGHT = [
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            if labels.min() < 0 or labels.max() >= num_classes:
                raise ValueError("label out of range")
            return torch.nn.functional.one_hot(labels, num_classes).to(torch.float32)
        """,
        why="the library's own function",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            out = torch.zeros((len(labels), num_classes))
            for i, label in enumerate(labels.tolist()):
                if not 0 <= label < num_classes:
                    raise ValueError(f"label {label}")
                out[i, label] = 1
            return out.to(labels.device)
        """,
        why="a loop, checked on the way",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            columns = torch.arange(num_classes, device=labels.device)
            hot = labels.reshape(-1, 1).eq(columns)
            if not hot.any(dim=1).all():
                raise ValueError("a label fits no column")
            return hot.float()
        """,
        why="a comparison with all classes; a row without a one is an error",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels, num_classes):
            if any(int(l) not in range(num_classes) for l in labels):
                raise ValueError
            return torch.eye(num_classes, device=labels.device)[labels]
        """,
        why="rows of the identity",
    ),
    Rewrite(
        "one_hot",
        """
        class OutOfRange(ValueError):
            pass


        def one_hot(labels, num_classes):
            n = labels.numel()
            try:
                flat = torch.zeros(n * num_classes, device=labels.device)
                if bool(torch.logical_or(labels.lt(0), labels.gt(num_classes - 1)).any()):
                    raise IndexError("label")
                flat[torch.arange(n, device=labels.device) * num_classes + labels] = 1.0
            except IndexError as error:
                raise OutOfRange(str(error)) from error
            return flat.view(n, num_classes)
        """,
        why="flat index; a subclass of ValueError",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            return X[range(len(X)), index]
        """,
        why="as in the notes",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            return torch.gather(X, 1, index.unsqueeze(1)).squeeze(1)
        """,
        why="gather",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            return torch.stack([row[j] for row, j in zip(X, index)])
        """,
        why="a loop over rows",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            return (X * one_hot(index, X.shape[1])).sum(dim=1)
        """,
        why="a product with the one-hot rows",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            n, m = X.shape
            return X.reshape(-1)[torch.arange(n).to(X.device) * m + index]
        """,
        why="places in the flattened matrix",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            return X[:, index].diagonal()
        """,
        why="the diagonal of too many values",
    ),
    Rewrite(
        "pick_per_row",
        """
        def pick_per_row(X, index):
            result = torch.zeros(len(X))
            for i in range(len(X)):
                result[i] = X[i, index[i]]
            return result.to(X.device)
        """,
        why="a loop that fills a tensor",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            return torch.movedim(images, -1, 1).contiguous()
        """,
        why="movedim",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            return torch.stack([images[..., c] for c in range(images.size(-1))], dim=1)
        """,
        why="channel by channel",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            n, h, w, c = images.shape
            out = torch.zeros(n, c, h, w)
            for i in range(c):
                out[:, i, :, :] = images[:, :, :, i]
            return out.to(images.device)
        """,
        why="fills a tensor of zeros",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            n, h, w, c = images.shape
            return images.reshape(n, h * w, c).transpose(1, 2).contiguous().view(n, c, h, w)
        """,
        why="through (n, h w, c)",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            return images.transpose(2, 3).transpose(1, 2).clone(memory_format=torch.contiguous_format)
        """,
        why="two transposes and a clone that lays out anew",
    ),
    Rewrite(
        "tensor_sharing",
        """
        def tensor_sharing(array):
            return torch.as_tensor(array)
        """,
        why="as_tensor",
    ),
    Rewrite(
        "tensor_sharing",
        """
        def tensor_sharing(array):
            return torch.from_dlpack(array)
        """,
        why="from_dlpack",
    ),
    Rewrite(
        "tensor_sharing",
        """
        def tensor_sharing(array):
            t = torch.asarray(array, copy=False)
            return t.detach().view(t.shape)
        """,
        why="asarray, and a view of it",
    ),
    Rewrite(
        "tensor_copy",
        """
        def tensor_copy(array):
            return torch.from_numpy(array).clone()
        """,
        why="a clone keeps the strides of a view",
    ),
    Rewrite(
        "tensor_copy",
        """
        def tensor_copy(array):
            return torch.from_numpy(array.copy())
        """,
        why="copied in numpy",
    ),
    Rewrite(
        "tensor_copy",
        """
        def tensor_copy(array):
            shared = tensor_sharing(array)
            out = torch.empty(array.shape, dtype=shared.dtype)
            out.copy_(shared)
            return out
        """,
        why="filled from the shared one",
    ),
    Rewrite(
        "tensor_copy",
        """
        def tensor_copy(array):
            return torch.tensor(array.tolist(), dtype=torch.from_numpy(array).dtype)
        """,
        why="through a list",
    ),
    Rewrite(
        "seeded_normal",
        """
        def seeded_normal(seed, shape):
            with torch.random.fork_rng():
                torch.manual_seed(seed)
                return torch.randn(*shape)
        """,
        why="fork_rng puts the global state back",
    ),
    Rewrite(
        "seeded_normal",
        """
        def seeded_normal(seed, shape):
            state = torch.get_rng_state()
            torch.manual_seed(seed)
            x = torch.normal(0, 1, size=shape)
            torch.set_rng_state(state)
            return x
        """,
        why="state saved and put back",
    ),
    Rewrite(
        "seeded_normal",
        """
        def seeded_normal(seed, shape):
            drawn = np.random.default_rng(seed).standard_normal(shape)
            return torch.from_numpy(drawn).float()
        """,
        why="numpy's generator",
    ),
    Rewrite(
        "seeded_normal",
        """
        def seeded_normal(seed, shape):
            g = torch.Generator("cpu").manual_seed(seed)
            return torch.empty(shape).normal_(generator=g)
        """,
        why="filled in place",
    ),
    Rewrite(
        "seeded_normal",
        """
        import math
        import random


        def seeded_normal(seed, shape):
            draw = random.Random(seed)
            numbers = [draw.gauss(0, 1) for _ in range(math.prod(shape))]
            return torch.tensor(numbers, dtype=torch.float32).reshape(shape)
        """,
        why="Python's generator, one number after the other",
    ),
    Rewrite(
        "replace_where",
        """
        def replace_where(X, condition, value):
            out = X.clone()
            if isinstance(value, Tensor):
                out[condition] = value.expand_as(X)[condition]
            else:
                out[condition] = value
            return out
        """,
        why="in place on a copy",
    ),
    Rewrite(
        "replace_where",
        """
        def replace_where(X, condition, value):
            if not condition.any():
                return X
            value = torch.as_tensor(value, dtype=X.dtype, device=X.device)
            return torch.where(condition, value.broadcast_to(X.shape), X)
        """,
        why="X itself comes back when nothing is replaced",
    ),
    Rewrite(
        "replace_where",
        """
        def replace_where(X, condition, value):
            filled = torch.zeros_like(X) + value
            flat = [f if c else x for x, c, f in zip(X.flatten(), condition.flatten(), filled.flatten())]
            return torch.stack(flat).reshape(X.shape) if flat else X.clone()
        """,
        why="element by element",
    ),
    Rewrite(
        "replace_where",
        """
        def replace_where(X, condition, value):
            kept = X.masked_fill(condition, 0.0)
            new = (torch.zeros_like(X) + value).masked_fill(~condition, 0.0)
            return kept + new
        """,
        why="a sum of two masked parts",
    ),
    Rewrite(
        "stack_and_cat",
        """
        def stack_and_cat(tensors):
            return torch.cat([T[None] for T in tensors], dim=0), torch.vstack(tensors)
        """,
        why="cat for both",
    ),
    Rewrite(
        "stack_and_cat",
        """
        def stack_and_cat(tensors):
            k, (a, b) = len(tensors), tensors[0].shape
            stacked = torch.zeros(k, a, b)
            for i, T in enumerate(tensors):
                stacked[i] = T
            stacked = stacked.to(tensors[0].device)
            return stacked, stacked.reshape(k * a, b)
        """,
        why="a loop; the second is a view of the first",
    ),
    Rewrite(
        "stack_and_cat",
        """
        from collections import namedtuple

        Joined = namedtuple("Joined", "stacked joined")


        def stack_and_cat(tensors):
            rows = [row for T in tensors for row in T]
            return Joined(torch.stack(tuple(tensors), 0), torch.stack(rows))
        """,
        why="a named tuple, rows stacked",
    ),
    Rewrite(
        "one_hot",
        """
        def one_hot(labels: Tensor, num_classes: int) -> Tensor:
            table = torch.as_tensor(labels).clone()
            for label in table:
                if label < 0 or label >= num_classes:
                    raise ValueError(f"{label.item()} is no class")
            rows = [[1.0 if j == label else 0.0 for j in range(num_classes)] for label in table]
            return torch.tensor(rows, dtype=torch.float32, device=labels.device).reshape(-1, num_classes)
        """,
        why="lists of lists",
    ),
    Rewrite(
        "replace_where",
        """
        def replace_where(X, condition, value):
            return torch.where(condition, torch.as_tensor(value, dtype=X.dtype), X)
        """,
        why="a single number may stay on the CPU",
    ),
    Rewrite(
        "to_channels_first",
        """
        def to_channels_first(images):
            out = torch.einsum("nhwc->nchw", images)
            return torch.from_numpy(np.ascontiguousarray(out.cpu().numpy())).to(images.device)
        """,
        why="numpy lays it out",
    ),
]
