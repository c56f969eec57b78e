"""Known answers of ch29_resnet."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "Residual",
        "Y = F.relu(self.bn1(self.conv1(X)))",
        "Y = F.relu(self.bn1(self.conv2(X)))",
        "test_gradient_reaches_every_parameter",
        "no gradient for conv1.weight",
        "conv2 used twice, conv1 never (notes 17)",
    ),
    Edit(
        "Residual",
        "self.bn2(self.conv2(Y))",
        "self.bn1(self.conv2(Y))",
        "test_gradient_reaches_every_parameter",
        "no gradient for bn2.weight",
        "bn1 used twice",
    ),
    Edit(
        "Residual",
        "self.bn2(self.conv2(Y))",
        "self.conv2(Y)",
        "test_gradient_reaches_every_parameter",
        "no gradient for bn2.weight",
        "no second normalisation",
    ),
    Edit(
        "Residual",
        "self.bn1(self.conv1(X))",
        "self.conv1(X)",
        "test_gradient_reaches_every_parameter",
        "no gradient for bn1.weight",
        "no first normalisation",
    ),
    Edit(
        "Residual",
        "X if self.conv3 is None else self.conv3(X)",
        "X",
        "test_gradient_reaches_every_parameter",
        "no gradient for conv3.weight",
        "the skip is not projected",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(skip)",
        "test_gradient_reaches_every_parameter",
        "forward must use conv1",
        "the branch is computed and forgotten",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y + skip).detach()",
        "test_gradient_reaches_every_parameter",
        "cut off from the graph",
        "the output is detached",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y)",
        "test_gradient_reaches_every_parameter",
        "the X that is added",
        "no skip",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y if self.conv3 is None else Y + skip)",
        "test_without_the_branch_relu_of_X_is_left",
        "X must be added",
        "a skip only where there is a conv3",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y) + skip",
        "test_without_the_branch_relu_of_X_is_left",
        "ReLU must act last",
        "ReLU before the addition",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return Y + skip",
        "test_without_the_branch_relu_of_X_is_left",
        "ReLU must act last",
        "no ReLU after the addition",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y * skip)",
        "test_without_the_branch_relu_of_X_is_left",
        "X must be added",
        "multiplied instead of added",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y - skip)",
        "test_without_the_branch_relu_of_X_is_left",
        "X must be added",
        "subtracted instead of added",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu((Y + skip) / 2)",
        "test_without_the_branch_relu_of_X_is_left",
        "exactly 0.5 times",
        "the mean of branch and skip",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y + F.relu(Y))",
        "test_gradient_reaches_every_parameter",
        "the X that is added",
        "the branch added to itself",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return F.relu(Y + skip.detach())",
        "test_gradient_reaches_every_parameter",
        "no gradient for conv3.weight",
        "the skip is detached",
    ),
    Edit(
        "Residual",
        "skip = X if",
        "skip = X.detach() if",
        "test_gradient_in_X_is_that_of_the_layers_in_order",
        "cuts the gradient",
        "X is detached on the skip",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "skip += Y\n        return F.relu(skip)",
        "test_gradient_reaches_every_parameter",
        "input in place",
        "the branch is added to X in place",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "F.relu(Y + skip)",
        "test_output_keeps_the_shape_of_X",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "Residual",
        "return F.relu(Y + skip)",
        "return torch.cat([Y, skip], 1)",
        "test_output_keeps_the_shape_of_X",
        "torch",
        "concatenated instead of added, and torch is not imported",
    ),
    Edit(
        "Residual",
        "Y + skip)",
        "Y + skip), skip",
        "test_output_keeps_the_shape_of_X",
        "Its type is tuple",
        "returns a pair",
    ),
    Edit(
        "Residual",
        "F.relu(self.bn1(self.conv1(X)))",
        "self.bn1(self.conv1(X))",
        "test_output_is_that_of_the_layers_in_order",
        "bn1, ReLU",
        "no ReLU between the convolutions",
    ),
    Edit(
        "Residual",
        "F.relu(self.bn1(self.conv1(X)))",
        "self.bn1(F.relu(self.conv1(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "bn1, ReLU",
        "ReLU before the normalisation",
    ),
    Edit(
        "Residual",
        "F.relu(self.bn1(self.conv1(X)))",
        "torch.sigmoid(self.bn1(self.conv1(X)))".replace("torch.", "F."),
        "test_output_is_that_of_the_layers_in_order",
        "bn1, ReLU",
        "sigmoid in place of ReLU",
    ),
    Edit(
        "Residual",
        "self.bn2(self.conv2(Y))",
        "F.dropout(self.bn2(self.conv2(Y)), 0.1, self.training)",
        "test_output_is_that_of_the_layers_in_order",
        "train(True)",
        "dropout in the branch",
    ),
    Edit(
        "Residual",
        "Y = F.relu(self.bn1",
        "self.bn1.eval()\n        Y = F.relu(self.bn1",
        "test_output_is_that_of_the_layers_in_order",
        "train(True)",
        "one normalisation never in training mode",
    ),
    Edit(
        "Residual",
        "Y = F.relu(self.bn1",
        "self.train()\n        Y = F.relu(self.bn1",
        "test_output_is_that_of_the_layers_in_order",
        "train(False)",
        "always in training mode",
    ),
    Edit(
        "Residual",
        "self.bn2 = nn.BatchNorm2d(num_channels)",
        "self.bn2 = nn.BatchNorm2d(num_channels, track_running_stats=False)",
        "test_layers_are_those_of_the_docstring",
        "running_mean': None",
        "a normalisation without moving statistics",
    ),
    Edit(
        "Residual",
        "self.bn2 = nn.BatchNorm2d(num_channels)",
        "self.bn2 = nn.GroupNorm(1, num_channels)",
        "test_layers_are_those_of_the_docstring",
        "BatchNorm2d",
        "group normalisation",
    ),
    Edit(
        "Residual",
        "self.bn2 = nn.BatchNorm2d(num_channels)",
        "self.bn2 = nn.BatchNorm2d(num_channels, momentum=0.9)",
        "test_output_is_that_of_the_layers_in_order",
        "bn2.running_mean",
        "momentum as other libraries count it",
    ),
    Edit(
        "Residual",
        "self.bn2 = nn.BatchNorm2d(num_channels)",
        "self.bn2 = nn.BatchNorm2d(num_channels, eps=1e-3)",
        "test_output_is_that_of_the_layers_in_order",
        "bn2",
        "another eps",
    ),
    Edit(
        "Residual",
        "Y = F.relu(self.bn1(self.conv1(X)))",
        "Y = F.relu(self.bn1(self.conv1(X)))\n        Y = F.relu(self.bn1(self.conv1(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "bn1.running_var",
        "bn1 sees every batch twice",
    ),
    Edit(
        "Residual",
        "self.bn2 = nn.BatchNorm2d(num_channels)",
        "self.bn2 = self.bn1",
        "test_layers_are_those_of_the_docstring",
        "a weight and a bias in each of",
        "both names for one normalisation",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1, stride=strides)",
        "test_strides_shrink_and_1x1_widens",
        "size of tensor",
        "both convolutions have the strides",
    ),
    Edit(
        "Residual",
        "kernel_size=1, stride=strides",
        "kernel_size=1",
        "test_strides_shrink_and_1x1_widens",
        "size of tensor",
        "the skip has no strides",
    ),
    Edit(
        "Residual",
        "stride=strides\n",
        "stride=1\n",
        "test_strides_shrink_and_1x1_widens",
        "size of tensor",
        "the branch has no strides",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.conv1 = nn.Conv2d(input_channels, num_channels, 3, padding=1)
                self.conv2 = nn.Conv2d(num_channels, num_channels, 3, padding=1)
                self.conv3 = nn.Conv2d(input_channels, num_channels, 1) if use_1x1conv else None
                self.bn1, self.bn2 = nn.BatchNorm2d(num_channels), nn.BatchNorm2d(num_channels)

            def forward(self, X):
                Y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(X)))))
                return F.relu(Y + (self.conv3(X) if self.conv3 else X))
        """,
        "test_strides_shrink_and_1x1_widens",
        "shape (4, 6, 6, 6)",
        "strides are ignored",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.conv1 = nn.Conv2d(input_channels, num_channels, 3, padding=1)
                self.conv2 = nn.Conv2d(num_channels, num_channels, 3, padding=1, stride=strides)
                self.conv3 = (
                    nn.Conv2d(input_channels, num_channels, 1, stride=strides) if use_1x1conv else None
                )
                self.bn1, self.bn2 = nn.BatchNorm2d(num_channels), nn.BatchNorm2d(num_channels)

            def forward(self, X):
                Y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(X)))))
                return F.relu(Y + (self.conv3(X) if self.conv3 else X))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "the strides are in conv1",
        "conv2 has the strides",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.conv1 = nn.Conv2d(input_channels, num_channels, 3, padding=1, stride=strides)
                self.conv2 = nn.Conv2d(num_channels, num_channels, 3, padding=1)
                self.conv3 = None
                if use_1x1conv:
                    self.conv3 = nn.Sequential(
                        nn.Conv2d(input_channels, num_channels, 1, stride=strides),
                        nn.BatchNorm2d(num_channels),
                    )
                self.bn1, self.bn2 = nn.BatchNorm2d(num_channels), nn.BatchNorm2d(num_channels)

            def forward(self, X):
                Y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(X)))))
                return F.relu(Y + (self.conv3(X) if self.conv3 else X))
        """,
        "test_layers_are_those_of_the_docstring",
        "'conv3.weight': None",
        "a normalised projection in place of conv3",
    ),
    Edit(
        "Residual",
        "self.bn1 = nn.BatchNorm2d(num_channels)",
        "self.bn1 = nn.BatchNorm2d(num_channels)\n        self.bn3 = nn.BatchNorm2d(num_channels)",
        "test_gradient_reaches_every_parameter",
        "no gradient for bn3.weight",
        "a third normalisation that is never used",
    ),
    Edit(
        "Residual",
        "if use_1x1conv:",
        "if True:",
        "test_conv3_is_None_without_1x1",
        "conv3 is None",
        "always a conv3",
    ),
    Edit(
        "Residual",
        "if use_1x1conv:",
        "if input_channels != num_channels:",
        "test_layers_are_those_of_the_docstring",
        "'conv3.weight': None",
        "use_1x1conv is ignored",
    ),
    Edit(
        "Residual",
        "kernel_size=1, stride=strides)",
        "kernel_size=3, padding=1, stride=strides)",
        "test_layers_are_those_of_the_docstring",
        "'conv3.weight': (4, 4, 3, 3)",
        "the projection is a 3x3 convolution",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1, bias=False)",
        "test_layers_are_those_of_the_docstring",
        "with a bias",
        "a convolution without a bias",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=5, padding=2)",
        "test_layers_are_those_of_the_docstring",
        "'conv2.weight': (3, 3, 3, 3)",
        "a 5x5 convolution",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3)",
        "test_output_keeps_the_shape_of_X",
        "must match the size",
        "no padding in conv2",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=2, dilation=2)",
        "test_output_is_that_of_the_layers_in_order",
        "conv2",
        "a dilated convolution",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, 3, padding=1, padding_mode='reflect')",
        "test_output_keeps_the_shape_of_X",
        "padding",
        "reflected borders, which an image of 1 x 1 does not have",
    ),
    Edit(
        "Residual",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)",
        "self.conv2 = nn.Conv2d(num_channels, num_channels, 3, padding=1, padding_mode='replicate')",
        "test_output_is_that_of_the_layers_in_order",
        "conv2",
        "borders are repeated instead of zero",
    ),
    Edit(
        "Residual",
        "use_1x1conv: bool = False, strides: int = 1",
        "strides: int = 1, use_1x1conv: bool = False",
        "test_gradient_reaches_every_parameter",
        "in the stub they are (input_channels, num_channels",
        "parameters in another order",
    ),
    Edit(
        "resnet_block",
        "if i == 0 and not first_block:",
        "if not first_block:",
        "test_only_the_first_block_of_a_later_stage_halves",
        "first block alone",
        "every block halves",
    ),
    Edit(
        "resnet_block",
        "if i == 0 and not first_block:",
        "if i == 0:",
        "test_only_the_first_block_of_a_later_stage_halves",
        "none where first_block is True",
        "first_block is ignored",
    ),
    Edit(
        "resnet_block",
        "if i == 0 and not first_block:",
        "if i == 0 and first_block:",
        "test_only_the_first_block_of_a_later_stage_halves",
        "Stride 2 is for the first block alone",
        "first_block means the opposite",
    ),
    Edit(
        "resnet_block",
        "if i == 0 and not first_block:",
        "if i == num_residuals - 1 and not first_block:",
        "test_only_the_first_block_of_a_later_stage_halves",
        "Stride 2 is for the first block alone",
        "the last block halves",
    ),
    Edit(
        "resnet_block",
        "strides=2",
        "strides=1",
        "test_only_the_first_block_of_a_later_stage_halves",
        "shape (2, 4, 10, 6)",
        "no stride",
    ),
    Edit(
        "resnet_block",
        "range(num_residuals)",
        "range(num_residuals - 1)",
        "test_list_of_num_residuals_blocks",
        "0 blocks",
        "one block short",
    ),
    Edit(
        "resnet_block",
        "range(num_residuals)",
        "range(2)",
        "test_list_of_num_residuals_blocks",
        "2 blocks",
        "always two blocks",
    ),
    Edit(
        "resnet_block",
        "return blocks",
        "return nn.Sequential(*blocks)",
        "test_list_of_num_residuals_blocks",
        "a Sequential",
        "returns a Sequential",
    ),
    Edit(
        "resnet_block",
        "return blocks",
        "return (block for block in blocks)",
        "test_list_of_num_residuals_blocks",
        "a generator",
        "returns a generator",
    ),
    Edit(
        "resnet_block",
        "    return blocks",
        "",
        "test_list_of_num_residuals_blocks",
        "a NoneType",
        "no return",
    ),
    Edit(
        "resnet_block",
        "blocks.append(Residual(num_channels, num_channels))",
        "blocks.append(Residual(num_channels, num_channels, use_1x1conv=True))",
        "test_only_a_halving_block_has_a_1x1_convolution",
        "[1, 1, 1]",
        "a 1x1 convolution in every block",
    ),
    Edit(
        "resnet_block",
        "blocks.append(Residual(num_channels, num_channels))",
        "blocks.append(Residual(num_channels, num_channels, i == 0))",
        "test_only_a_halving_block_has_a_1x1_convolution",
        "[1, 0, 0]",
        "a 1x1 convolution in the first block of the first stage",
    ),
    Edit(
        "resnet_block",
        "blocks.append(Residual(num_channels, num_channels))",
        "blocks.append(Residual(input_channels, num_channels))",
        "test_only_the_first_block_of_a_later_stage_halves",
        "channels",
        "later blocks expect the channels of the input",
    ),
    Edit(
        "resnet_block",
        "Residual(input_channels, num_channels, use_1x1conv",
        "Residual(num_channels, num_channels, use_1x1conv",
        "test_only_the_first_block_of_a_later_stage_halves",
        "channels",
        "the first block expects the channels of the output",
    ),
    Edit(
        "resnet_block",
        "Residual(input_channels, num_channels, use_1x1conv=True, strides=2)",
        "Residual(input_channels, num_channels, strides=2)",
        "test_only_the_first_block_of_a_later_stage_halves",
        "size of tensor",
        "the halving block has no 1x1 convolution",
    ),
    Rewrite(
        "resnet_block",
        """
        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            first = Residual(input_channels, num_channels, not first_block, 1 if first_block else 2)
            return [first] + [Residual(num_channels, num_channels)] * (num_residuals - 1)
        """,
        "test_all_blocks_are_new",
        "one set of weights",
        "the same block several times",
    ),
    Rewrite(
        "resnet_block",
        """
        BLOCKS = []

        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            for i in range(num_residuals):
                if i == 0 and not first_block:
                    BLOCKS.append(Residual(input_channels, num_channels, True, 2))
                else:
                    BLOCKS.append(Residual(num_channels, num_channels))
            return BLOCKS
        """,
        "test_list_of_num_residuals_blocks",
        "4 blocks",
        "the list is kept between calls",
    ),
    Rewrite(
        "resnet_block",
        """
        import functools

        @functools.cache
        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            blocks = [Residual(input_channels, num_channels, not first_block, 2 - first_block)]
            while len(blocks) < num_residuals:
                blocks.append(Residual(num_channels, num_channels))
            return blocks
        """,
        "test_all_blocks_are_new",
        "3 different blocks",
        "the blocks are kept between calls",
    ),
    Rewrite(
        "resnet_block",
        """
        class Plain(Residual):
            def forward(self, X):
                return F.relu(self.bn2(self.conv2(F.relu(self.bn1(self.conv1(X))))))

        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            return [
                Plain(input_channels, num_channels, True, 2)
                if i == 0 and not first_block
                else Plain(num_channels, num_channels)
                for i in range(num_residuals)
            ]
        """,
        "test_a_narrow_net_learns",
        "add X",
        "blocks without a skip",
    ),
    Rewrite(
        "resnet_block",
        """
        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            blocks = []
            for i in range(num_residuals):
                stride = 2 if i == 0 and not first_block else 1
                blocks.append(nn.Sequential(
                    nn.Conv2d(input_channels if i == 0 else num_channels, num_channels, 3, stride, 1),
                    nn.BatchNorm2d(num_channels), nn.ReLU(),
                    nn.Conv2d(num_channels, num_channels, 3, 1, 1),
                    nn.BatchNorm2d(num_channels), nn.ReLU(),
                ))
            return blocks
        """,
        "test_list_of_num_residuals_blocks",
        "of the class Residual",
        "plain convolutions, no residual blocks",
    ),
    Edit(
        "resnet18",
        "        nn.MaxPool2d(kernel_size=3, stride=2, padding=1),\n",
        "",
        "test_every_stage_has_its_convolutions",
        "height and width halved",
        "no pooling in the stem",
    ),
    Edit(
        "resnet18",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1)",
        "nn.AvgPool2d(kernel_size=3, stride=2, padding=1)",
        "test_stem_skips_and_head_are_right",
        "the stem",
        "average pooling in the stem",
    ),
    Edit(
        "resnet18",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1)",
        "nn.MaxPool2d(kernel_size=2, stride=2)",
        "test_stem_skips_and_head_are_right",
        "the stem",
        "a pooling window of 2 x 2",
    ),
    Edit(
        "resnet18",
        "kernel_size=3, stride=2, padding=1",
        "kernel_size=3, stride=2",
        "test_every_stage_has_its_convolutions",
        "64 x 55 x 15",
        "no padding in the pooling",
    ),
    Edit(
        "resnet18",
        "        nn.ReLU(),\n",
        "",
        "test_stem_skips_and_head_are_right",
        "the stem",
        "no ReLU in the stem",
    ),
    Edit(
        "resnet18",
        "        nn.BatchNorm2d(64),\n        nn.ReLU(),\n",
        "        nn.ReLU(),\n        nn.BatchNorm2d(64),\n",
        "test_stem_skips_and_head_are_right",
        "the stem",
        "normalisation behind ReLU",
    ),
    Edit(
        "resnet18",
        "        nn.BatchNorm2d(64),\n",
        "",
        "test_there_are_11_178_378_parameters",
        "-128",
        "no normalisation in the stem",
    ),
    Edit(
        "resnet18",
        "stride=2, padding=3",
        "stride=2, padding=3, bias=False",
        "test_there_are_11_178_378_parameters",
        "-64",
        "the stem has no bias",
    ),
    Edit(
        "resnet18",
        "kernel_size=7, stride=2, padding=3",
        "kernel_size=3, stride=2, padding=1",
        "test_there_are_11_178_378_parameters",
        "-2,560",
        "a 3x3 stem",
    ),
    Edit(
        "resnet18",
        "kernel_size=7, stride=2, padding=3",
        "kernel_size=7, padding=3",
        "test_every_stage_has_its_convolutions",
        "64 x 224 x 64",
        "no stride in the stem",
    ),
    Edit(
        "resnet18",
        "resnet_block(64, 64, 2, first_block=True)",
        "resnet_block(64, 64, 2)",
        "test_every_stage_has_its_convolutions",
        "halved",
        "the first stage halves too",
    ),
    Edit(
        "resnet18",
        "resnet_block(128, 256, 2)",
        "resnet_block(128, 256, 3)",
        "test_every_stage_has_its_convolutions",
        "7 times 256",
        "a stage of three blocks",
    ),
    Edit(
        "resnet18",
        "        nn.Sequential(*resnet_block(256, 512, 2)),\n        nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(),\n        nn.Linear(512, num_classes)",
        "        nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(),\n        nn.Linear(256, num_classes)",
        "test_every_stage_has_its_convolutions",
        "Count the blocks",
        "the last stage is missing",
    ),
    Edit(
        "resnet18",
        "        nn.AdaptiveAvgPool2d((1, 1)),\n",
        "",
        "test_every_image_gets_one_score_a_class",
        "shapes of both factors",
        "no global average pooling",
    ),
    Edit(
        "resnet18",
        "nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(),\n        nn.Linear(512, num_classes)",
        "nn.Flatten(),\n        nn.LazyLinear(num_classes)",
        "test_every_image_gets_one_score_a_class",
        "shapes of both factors",
        "a linear layer for one size of image only",
    ),
    Edit(
        "resnet18",
        "nn.AdaptiveAvgPool2d((1, 1))",
        "nn.AdaptiveMaxPool2d((1, 1))",
        "test_stem_skips_and_head_are_right",
        "the average of a channel",
        "global max pooling",
    ),
    Edit(
        "resnet18",
        "nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(),\n        nn.Linear(512, num_classes)",
        "nn.AdaptiveAvgPool2d((2, 2)),\n        nn.Flatten(),\n        nn.Linear(2048, num_classes)",
        "test_there_are_11_178_378_parameters",
        "+15,360",
        "four averages a channel",
    ),
    Edit(
        "resnet18",
        "nn.Linear(512, num_classes),",
        "nn.Linear(512, num_classes),\n        nn.Softmax(dim=1),",
        "test_stem_skips_and_head_are_right",
        "a linear layer",
        "softmax at the end",
    ),
    Edit(
        "resnet18",
        "nn.Linear(512, num_classes),",
        "nn.Linear(512, num_classes),\n        nn.ReLU(),",
        "test_stem_skips_and_head_are_right",
        "a linear layer",
        "ReLU at the end",
    ),
    Edit(
        "resnet18",
        "nn.Flatten(),",
        "nn.Flatten(),\n        nn.Dropout(0.5),",
        "test_stem_skips_and_head_are_right",
        "a linear layer",
        "dropout before the linear layer",
    ),
    Edit(
        "resnet18",
        "nn.Conv2d(in_channels, 64,",
        "nn.Conv2d(1, 64,",
        "test_in_channels_and_num_classes_are_used",
        "channels",
        "in_channels is ignored",
    ),
    Edit(
        "resnet18",
        "nn.Linear(512, num_classes)",
        "nn.Linear(512, 10)",
        "test_in_channels_and_num_classes_are_used",
        "shape (2, 10)",
        "num_classes is ignored",
    ),
    Edit(
        "resnet18",
        "in_channels: int = 1",
        "in_channels: int = 3",
        "test_every_image_gets_one_score_a_class",
        "channels",
        "another default",
    ),
    Edit(
        "resnet18",
        "        nn.Flatten(),\n",
        "",
        "test_every_image_gets_one_score_a_class",
        "shapes of both factors",
        "not flattened",
    ),
    Edit(
        "resnet18",
        "nn.AdaptiveAvgPool2d((1, 1)),",
        "nn.AdaptiveAvgPool2d(1).requires_grad_(False),\n        nn.BatchNorm2d(512, affine=False),",
        "test_stem_skips_and_head_are_right",
        "the average",
        "a normalisation without parameters before the linear layer",
    ),
    Rewrite(
        "resnet18",
        """
        def resnet18(in_channels=1, num_classes=10):
            net = nn.Sequential(
                nn.Conv2d(in_channels, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(),
                nn.MaxPool2d(3, 2, 1),
                *resnet_block(64, 64, 2, True), *resnet_block(64, 128, 2),
                *resnet_block(128, 256, 2), *resnet_block(256, 512, 2),
                nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, num_classes),
            )
            for parameter in net[0].parameters():
                parameter.requires_grad = False
            return net
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for 0.weight",
        "the stem is frozen",
    ),
    Rewrite(
        "resnet18",
        """
        class Net(nn.Module):
            def __init__(self, in_channels, num_classes):
                super().__init__()
                self.stem = nn.Sequential(
                    nn.Conv2d(in_channels, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(),
                    nn.MaxPool2d(3, 2, 1))
                self.stages = [
                    nn.Sequential(*resnet_block(64, 64, 2, True)),
                    nn.Sequential(*resnet_block(64, 128, 2)),
                    nn.Sequential(*resnet_block(128, 256, 2)),
                    nn.Sequential(*resnet_block(256, 512, 2))]
                self.head = nn.Linear(512, num_classes)

            def forward(self, X):
                X = self.stem(X)
                for stage in self.stages:
                    X = stage(X)
                return self.head(X.mean((2, 3)))

        def resnet18(in_channels=1, num_classes=10):
            return Net(in_channels, num_classes)
        """,
        "test_there_are_11_178_378_parameters",
        "8,458 parameters",
        "the stages lie in a list, where no optimizer finds them",
    ),
    Rewrite(
        "resnet18",
        """
        from functools import cache

        @cache
        def resnet18(in_channels=1, num_classes=10):
            net = nn.Sequential(nn.Conv2d(in_channels, 64, 7, 2, 3), nn.BatchNorm2d(64))
            net.extend([nn.ReLU(), nn.MaxPool2d(3, 2, 1), *resnet_block(64, 64, 2, True)])
            for channels in (64, 128, 256):
                net.extend(resnet_block(channels, 2 * channels, 2))
            return net.extend([nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, num_classes)])
        """,
        "test_a_new_net_at_every_call",
        "inside the function",
        "one net for all calls",
    ),
    Edit(
        "resnet18",
        "nn.BatchNorm2d(64)",
        "nn.BatchNorm2d(64, track_running_stats=False)",
        "test_in_evaluation_the_other_images_do_not_count",
        "moving statistics",
        "the stem is normalised by the batch also in evaluation",
    ),
    Edit(
        "resnet_block",
        "first_block: bool = False",
        "first_block: bool = True",
        "test_only_the_first_block_of_a_later_stage_halves",
        "first block alone",
        "first_block is True by default",
    ),
]

RIGHT = [
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.conv1 = nn.Conv2d(input_channels, num_channels, kernel_size=3, padding=1, stride=strides)
                self.conv2 = nn.Conv2d(num_channels, num_channels, kernel_size=3, padding=1)
                if use_1x1conv:
                    self.conv3 = nn.Conv2d(input_channels, num_channels, kernel_size=1, stride=strides)
                else:
                    self.conv3 = None
                self.bn1 = nn.BatchNorm2d(num_channels)
                self.bn2 = nn.BatchNorm2d(num_channels)
                self.relu = nn.ReLU(inplace=True)

            def forward(self, X):
                Y = self.relu(self.bn1(self.conv1(X)))
                Y = self.bn2(self.conv2(Y))
                if self.conv3:
                    X = self.conv3(X)
                Y += X
                return self.relu(Y)
        """,
        why="the book's code, ReLU in place",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.conv1 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1, stride=strides)
                self.conv2 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1)
                self.conv3 = nn.LazyConv2d(num_channels, kernel_size=1, stride=strides) if use_1x1conv else None
                self.bn1 = nn.LazyBatchNorm2d()
                self.bn2 = nn.LazyBatchNorm2d()

            def forward(self, X):
                Y = F.relu(self.bn1(self.conv1(X)))
                Y = self.bn2(self.conv2(Y))
                if self.conv3:
                    X = self.conv3(X)
                Y += X
                return F.relu(Y)
        """,
        why="lazy layers, as in later editions of the book",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                c, s = num_channels, (strides, strides)
                self.conv3 = nn.Conv2d(input_channels, c, (1, 1), s) if use_1x1conv else None
                self.bn2 = nn.BatchNorm2d(c)
                nn.init.zeros_(self.bn2.weight)
                self.bn1 = nn.BatchNorm2d(c)
                self.conv2 = nn.Conv2d(c, c, (3, 3), padding="same")
                self.conv1 = nn.Conv2d(input_channels, c, (3, 3), s, (1, 1))
                self.branch = nn.Sequential(self.conv1, self.bn1, nn.ReLU(), self.conv2, self.bn2)

            def forward(self, X):
                skip = self.conv3(X) if self.conv3 is not None else X
                return (skip + self.branch(X)).clamp(min=0)
        """,
        why="the layers also in a Sequential, made in another order, bn2 begins with zeros",
    ),
    Rewrite(
        "Residual",
        """
        class Residual(nn.Module):
            def __init__(self, input_channels, num_channels, use_1x1conv=False, strides=1):
                super().__init__()
                self.shortcut = nn.Identity()
                self.conv1 = self.make(input_channels, num_channels, 3, strides)
                self.conv2 = self.make(num_channels, num_channels, 3)
                self.conv3 = self.make(input_channels, num_channels, 1, strides) if use_1x1conv else None
                self.bn1, self.bn2 = (nn.BatchNorm2d(num_channels) for _ in range(2))
                for conv in (self.conv1, self.conv2):
                    nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")

            @staticmethod
            def make(a, b, size, stride=1):
                return nn.Conv2d(a, b, size, stride=stride, padding=size // 2)

            def forward(self, X):
                if self.training and X.shape[0] == 0:
                    return X
                out = self.conv1(X).contiguous()
                out = nn.functional.relu_(self.bn1(out))
                out = self.bn2(self.conv2(out))
                out = out + (self.shortcut(X) if self.conv3 is None else self.conv3(X))
                return (out > 0) * out
        """,
        why="a helper, another initialisation, ReLU by a mask",
    ),
    Rewrite(
        "resnet_block",
        """
        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            blk = []
            for i in range(num_residuals):
                if i == 0 and not first_block:
                    blk.append(Residual(input_channels, num_channels, use_1x1conv=True, strides=2))
                else:
                    blk.append(Residual(num_channels, num_channels))
            return blk
        """,
        why="the book's code",
    ),
    Rewrite(
        "resnet_block",
        """
        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            first = (
                Residual(input_channels, num_channels)
                if first_block
                else Residual(input_channels, num_channels, True, 2)
            )
            return [first, *(Residual(num_channels, num_channels) for _ in range(1, num_residuals))]
        """,
        why="the first one apart, input_channels also in the first stage",
    ),
    Rewrite(
        "resnet_block",
        """
        class Named(Residual):
            pass

        def resnet_block(input_channels, num_channels, num_residuals, first_block=False):
            if num_residuals == 0:
                return []
            blocks = resnet_block(input_channels, num_channels, num_residuals - 1, first_block)
            halves = not blocks and not first_block
            a = num_channels if blocks else input_channels
            return blocks + [Named(a, num_channels, use_1x1conv=halves, strides=1 + halves)]
        """,
        why="recursive, a subclass of Residual, strides by a bool",
    ),
    Rewrite(
        "resnet18",
        """
        def resnet18(in_channels=1, num_classes=10):
            b1 = nn.Sequential(nn.Conv2d(in_channels, 64, kernel_size=7, stride=2, padding=3),
                               nn.BatchNorm2d(64), nn.ReLU(),
                               nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
            b2 = nn.Sequential(*resnet_block(64, 64, 2, first_block=True))
            b3 = nn.Sequential(*resnet_block(64, 128, 2))
            b4 = nn.Sequential(*resnet_block(128, 256, 2))
            b5 = nn.Sequential(*resnet_block(256, 512, 2))
            return nn.Sequential(b1, b2, b3, b4, b5, nn.AdaptiveAvgPool2d((1, 1)),
                                 nn.Flatten(), nn.Linear(512, num_classes))
        """,
        why="the book's code",
    ),
    Rewrite(
        "resnet18",
        """
        class Net(nn.Module):
            def __init__(self, in_channels, num_classes):
                super().__init__()
                self.fc = nn.Linear(512, num_classes)
                self.conv = nn.Conv2d(in_channels, 64, (7, 7), (2, 2), (3, 3))
                self.bn = nn.BatchNorm2d(64)
                self.stages = nn.ModuleList()
                for a, b in ((64, 64), (64, 128), (128, 256), (256, 512)):
                    self.stages.extend(resnet_block(a, b, 2, a == b))

            def forward(self, X):
                X = F.max_pool2d(self.bn(self.conv(X)), 3, 2, 1).relu()
                for block in self.stages:
                    X = block(X)
                return self.fc(X.flatten(2).mean(-1))

        def resnet18(in_channels=1, num_classes=10):
            return Net(in_channels, num_classes)
        """,
        why="a class of its own, pooling before ReLU, the mean in place of a pooling layer",
    ),
    Rewrite(
        "resnet18",
        """
        import torch

        def resnet18(in_channels=1, num_classes=10):
            stages = [resnet_block(a, b, 2, first_block=a == b)
                      for a, b in ((64, 64), (64, 128), (128, 256), (256, 512))]
            net = nn.Sequential(
                nn.ZeroPad2d(3), nn.Conv2d(in_channels, 64, 7, stride=2),
                nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1),
                *(block for stage in stages for block in stage),
                nn.AdaptiveAvgPool2d(1), nn.Conv2d(512, num_classes, 1), nn.Flatten())
            return net.to(memory_format=torch.channels_last)
        """,
        why="zeros put around by a layer, the linear layer as a 1x1 convolution, channels last",
    ),
    Rewrite(
        "resnet18",
        """
        class Own(nn.Module):
            def __init__(self, a, b, halve):
                super().__init__()
                s = 2 if halve else 1
                self.f = nn.Sequential(
                    nn.LazyConv2d(b, 3, s, 1), nn.LazyBatchNorm2d(), nn.ReLU(),
                    nn.LazyConv2d(b, 3, 1, 1), nn.LazyBatchNorm2d())
                self.skip = nn.LazyConv2d(b, 1, s) if halve else nn.Identity()

            def forward(self, X):
                return F.relu(self.f(X) + self.skip(X))

        def resnet18(in_channels=1, num_classes=10):
            layers = [nn.LazyConv2d(64, 7, 2, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
            for i, c in enumerate((64, 64, 128, 128, 256, 256, 512, 512)):
                layers.append(Own(None, c, i in (2, 4, 6)))
            return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LazyLinear(num_classes))
        """,
        why="blocks of its own, lazy layers, one flat Sequential",
    ),
]
