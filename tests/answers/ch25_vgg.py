"""Known answers of ch25_vgg."""

from tests.answers import Edit, Rewrite

CONV = "nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1)"
RELU = "        layers.append(nn.ReLU())\n"
POOL = "nn.MaxPool2d(kernel_size=2, stride=2)"
UPDATE = (
    "        in_channels = out_channels  # what this convolution gives is what the next one gets\n"
)
SECOND = "nn.Linear(4096, 4096),\n        nn.ReLU(),\n        nn.Dropout(0.5)"
LAST = "nn.Linear(4096, 10),"
FLATTEN = "        nn.Flatten(),\n"

WRONG = [
    Edit(
        "vgg_block",
        UPDATE,
        "",
        "test_height_and_width_are_halved",
        "channels",
        "in_channels is not updated",
    ),
    Edit(
        "vgg_block",
        "kernel_size=3, padding=1",
        "kernel_size=3",
        "test_height_and_width_are_halved",
        "padding 1 keeps the size",
        "no padding",
    ),
    Edit(
        "vgg_block",
        "kernel_size=3, padding=1",
        "kernel_size=3, stride=2, padding=1",
        "test_height_and_width_are_halved",
        "halves it",
        "stride in the convolutions",
    ),
    Edit(
        "vgg_block",
        "    layers.append(" + POOL + ")\n",
        "        layers.append(" + POOL + ")\n",
        "test_height_and_width_are_halved",
        "one pooling layer",
        "pooling after each convolution",
    ),
    Edit(
        "vgg_block",
        "    layers.append(" + POOL + ")\n",
        "",
        "test_height_and_width_are_halved",
        "halves it",
        "no pooling",
    ),
    Edit(
        "vgg_block",
        POOL,
        "nn.MaxPool2d(kernel_size=2, stride=2, ceil_mode=True)",
        "test_height_and_width_are_halved",
        "halves it",
        "rounded up",
    ),
    Edit(
        "vgg_block",
        POOL,
        "nn.MaxPool2d(kernel_size=2, stride=1)",
        "test_height_and_width_are_halved",
        "halves it",
        "pooling with stride 1",
    ),
    Edit(
        "vgg_block",
        "nn.Sequential(*layers)",
        "nn.Sequential(layers)",
        "test_height_and_width_are_halved",
        "list is not a Module",
        "the list is not taken apart",
    ),
    Edit(
        "vgg_block",
        "return nn.Sequential(*layers)",
        "return layers",
        "test_height_and_width_are_halved",
        "expected an nn.Module",
        "a list of layers",
    ),
    Edit(
        "vgg_block",
        "    return nn.Sequential(*layers)",
        "    nn.Sequential(*layers)",
        "test_height_and_width_are_halved",
        "forget `return`",
        "no return",
    ),
    Edit(
        "vgg_block",
        "for _ in range(num_convs):",
        "for _ in range(1, num_convs):",
        "test_height_and_width_are_halved",
        "(2, 3, 3, 4)",
        "one convolution too few",
    ),
    Edit(
        "vgg_block",
        "for _ in range(num_convs):",
        "for _ in range(num_convs + 1):",
        "test_num_convs_convolutions_with_biases",
        "each of the num_convs",
        "one convolution too many",
    ),
    Edit(
        "vgg_block",
        "for _ in range(num_convs):",
        "for _ in range(1):",
        "test_num_convs_convolutions_with_biases",
        "each of the num_convs",
        "num_convs is ignored",
    ),
    Edit(
        "vgg_block",
        "kernel_size=3, padding=1",
        "kernel_size=3, padding=1, bias=False",
        "test_num_convs_convolutions_with_biases",
        "a bias of its own",
        "no biases",
    ),
    Edit(
        "vgg_block",
        "kernel_size=3, padding=1",
        "kernel_size=5, padding=2",
        "test_num_convs_convolutions_with_biases",
        "parameters, +",
        "5x5 convolutions",
    ),
    Edit(
        "vgg_block",
        RELU,
        RELU + "        layers.append(nn.BatchNorm2d(out_channels))\n",
        "test_num_convs_convolutions_with_biases",
        "parameters, +",
        "a normalisation",
    ),
    Rewrite(
        "vgg_block",
        """
        def vgg_block(num_convs, in_channels, out_channels):
            first = nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1)
            other = nn.Conv2d(out_channels, out_channels, kernel_size=3, padding=1)
            layers = [first, nn.ReLU()] + [other, nn.ReLU()] * (num_convs - 1)
            return nn.Sequential(*layers, nn.MaxPool2d(2, 2))
        """,
        "test_num_convs_convolutions_with_biases",
        "of its own",
        "the same convolution several times",
    ),
    Edit(
        "vgg_block",
        RELU,
        "",
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU",
    ),
    Edit(
        "vgg_block",
        RELU + UPDATE,
        UPDATE + "    layers.append(nn.ReLU())\n",
        "test_layers_stand_in_order",
        "without the ReLU",
        "one ReLU, behind the last convolution",
    ),
    Edit(
        "vgg_block",
        "nn.ReLU()",
        "nn.Sigmoid()",
        "test_layers_stand_in_order",
        "with sigmoid in place of ReLU",
        "sigmoid",
    ),
    Edit(
        "vgg_block",
        CONV,
        CONV.replace("padding=1", "padding=1, padding_mode='replicate'"),
        "test_layers_stand_in_order",
        "padding 1",
        "padded with the border of the image",
    ),
    Edit(
        "vgg_block",
        POOL,
        "nn.AvgPool2d(kernel_size=2, stride=2)",
        "test_relu_and_max_pooling_come_last",
        "max pooling",
        "average pooling",
    ),
    Edit(
        "vgg_block",
        "layers.append(" + POOL + ")",
        "layers[-1:] = [" + POOL + "]",
        "test_relu_and_max_pooling_come_last",
        "its ReLU",
        "no ReLU behind the last convolution",
    ),
    Edit(
        "vgg_block",
        "layers.append(" + POOL + ")",
        "layers += [" + POOL + ", nn.Dropout(0.5)]",
        "test_relu_and_max_pooling_come_last",
        "nothing else",
        "dropout in the block",
    ),
    Edit(
        "vgg_block",
        "    layers = []",
        "    layers = [nn.ReLU(inplace=True)]",
        "test_X_is_not_modified",
        "modified in place",
        "ReLU in place on X",
    ),
    Rewrite(
        "vgg_block",
        """
        class Block(nn.Module):
            def __init__(self, num_convs, a, b):
                super().__init__()
                self.convs = nn.ModuleList(
                    nn.Conv2d(a if i == 0 else b, b, 3, padding=1) for i in range(num_convs))

            def forward(self, X):
                for conv in self.convs:
                    Y = nn.functional.relu(conv(X if conv is self.convs[0] else Y.detach()))
                return nn.functional.max_pool2d(Y, 2)

        def vgg_block(num_convs, in_channels, out_channels):
            return Block(num_convs, in_channels, out_channels)
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for convs.0.weight",
        "detached between the convolutions",
    ),
    Rewrite(
        "vgg_block",
        """
        class Block(nn.Sequential):
            def forward(self, X):
                return super().forward(X.data)

        def vgg_block(num_convs, in_channels, out_channels):
            layers = []
            for _ in range(num_convs):
                layers += [nn.Conv2d(in_channels, out_channels, 3, padding=1), nn.ReLU()]
                in_channels = out_channels
            return Block(*layers, nn.MaxPool2d(2))
        """,
        "test_gradient_in_X_is_that_of_the_layers",
        "cuts the gradient",
        "X is detached",
    ),
    Rewrite(
        "vgg_block",
        """
        import functools

        @functools.cache
        def vgg_block(num_convs, in_channels, out_channels):
            layers = []
            for _ in range(num_convs):
                layers += [nn.Conv2d(in_channels, out_channels, 3, padding=1), nn.ReLU()]
                in_channels = out_channels
            return nn.Sequential(*layers, nn.MaxPool2d(2))
        """,
        "test_a_new_block_at_every_call",
        "at every call",
        "the same block for the same arguments",
    ),
    Edit(
        "vgg",
        "        in_channels = out_channels\n",
        "",
        "test_every_layer_has_its_shape",
        "in_channels are the channels",
        "in_channels is not updated between blocks",
    ),
    Edit(
        "vgg",
        "in_channels = 1",
        "in_channels = 3",
        "test_every_layer_has_its_shape",
        "in_channels are the channels",
        "three input channels",
    ),
    Edit(
        "vgg",
        "in_channels * 7 * 7, 4096",
        "in_channels * 7, 4096",
        "test_every_layer_has_its_shape",
        "(4096, 14) do not fit its input, 98",
        "7 positions",
    ),
    Edit(
        "vgg",
        "in_channels * 7 * 7, 4096",
        "512 * 7 * 7, 4096",
        "test_every_layer_has_its_shape",
        "(4096, 25088) do not fit its input, 98",
        "the channels of VGG-11",
    ),
    Edit(
        "vgg",
        "in_channels * 7 * 7, 4096",
        "conv_arch[0][1] * 7 * 7, 4096",
        "test_vgg_11_has_128_806_154_parameters",
        "parameters, -",
        "the channels of the first block",
    ),
    Edit(
        "vgg",
        FLATTEN,
        "",
        "test_every_layer_has_its_shape",
        "channels x height x width, flattened",
        "not flattened",
    ),
    Edit(
        "vgg",
        FLATTEN,
        "        nn.Flatten(0),\n",
        "test_every_layer_has_its_shape",
        "keeps the batch",
        "the batch is flattened too",
    ),
    Edit(
        "vgg",
        "*blocks,  # ",
        "blocks,  # ",
        "test_every_layer_has_its_shape",
        "list is not a Module",
        "the list of blocks is not taken apart",
    ),
    Edit(
        "vgg",
        LAST,
        "nn.Linear(4096, 1000),",
        "test_every_layer_has_its_shape",
        "gives 1000",
        "a thousand classes, as in the paper",
    ),
    Edit(
        "vgg",
        "    for num_convs, out_channels in conv_arch:",
        "    conv_arch = ((1, 64), (1, 128), (2, 256), (2, 512), (2, 512))\n"
        "    for num_convs, out_channels in conv_arch:",
        "test_every_layer_has_its_shape",
        "64 x 224 x 224",
        "conv_arch is ignored",
    ),
    Edit(
        "vgg",
        "vgg_block(num_convs, in_channels, out_channels)",
        "vgg_block(1, in_channels, out_channels)",
        "test_every_layer_has_its_shape",
        "layer 3",
        "one convolution a block",
    ),
    Edit(
        "vgg",
        "nn.Linear(in_channels * 7 * 7, 4096),\n        nn.ReLU(),\n        nn.Dropout(0.5),\n        nn.Linear(4096, 4096)",
        "nn.Linear(in_channels * 7 * 7, 1024),\n        nn.ReLU(),\n        nn.Dropout(0.5),\n        nn.Linear(1024, 4096)",
        "test_every_layer_has_its_shape",
        "gives 1024",
        "a narrower linear layer",
    ),
    Edit(
        "vgg",
        SECOND,
        "nn.Dropout(0.0)",
        "test_every_layer_has_its_shape",
        "layer 9",
        "one hidden linear layer",
    ),
    Edit(
        "vgg",
        LAST,
        "nn.Linear(4096, 10, bias=False),",
        "test_every_layer_has_its_shape",
        "without a bias",
        "no bias in the last layer",
    ),
    Edit(
        "vgg",
        SECOND,
        SECOND.replace("        nn.ReLU(),\n", ""),
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU behind the second linear layer",
    ),
    Edit(
        "vgg",
        FLATTEN,
        FLATTEN + "        nn.ReLU(),\n        nn.Tanh(),\n",
        "test_layers_stand_in_order",
        "before this layer: ReLU, 2x2 max pooling",
        "tanh before the linear layers",
    ),
    Edit(
        "vgg",
        SECOND,
        SECOND.replace("nn.ReLU()", "nn.Sigmoid()"),
        "test_layers_stand_in_order",
        "with sigmoid in place of ReLU",
        "sigmoid behind the second linear layer",
    ),
    Edit(
        "vgg",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Softmax(dim=1),",
        "test_scores_are_what_the_last_layer_gives",
        "softmax",
        "softmax at the end",
    ),
    Edit(
        "vgg",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Dropout(0.5),",
        "test_scores_are_what_the_last_layer_gives",
        "after the last linear layer",
        "dropout of the scores",
    ),
    Edit(
        "vgg",
        SECOND,
        SECOND.replace("0.5", "0.0"),
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "dropout with probability 0.5",
        "one dropout only",
    ),
    Edit(
        "vgg",
        SECOND,
        SECOND.replace("0.5", "0.3"),
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "dropout with probability 0.5",
        "another probability",
    ),
    Edit(
        "vgg",
        FLATTEN,
        "        nn.Dropout(0.5),\n" + FLATTEN,
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "what comes out of layer 8",
        "dropout before the first linear layer, too",
    ),
    Edit(
        "vgg",
        "    for num_convs, out_channels in conv_arch:\n",
        "    while conv_arch:\n        num_convs, out_channels = conv_arch.pop(0)"
        " if isinstance(conv_arch, list) else (conv_arch := list(conv_arch)).pop(0)\n",
        "test_conv_arch_is_not_modified",
        "modified in place",
        "the list is used up",
    ),
    Edit(
        "vgg",
        "    return nn.Sequential(",
        "    nn.Sequential(",
        "test_every_layer_has_its_shape",
        "forget `return`",
        "no return",
    ),
    Rewrite(
        "vgg",
        """
        class Net(nn.Module):
            def __init__(self, conv_arch):
                super().__init__()
                a, self.blocks = 1, nn.ModuleList()
                for n, b in conv_arch:
                    self.blocks.append(vgg_block(n, a, b))
                    a = b
                self.lin1, self.lin2 = nn.Linear(a * 49, 4096), nn.Linear(4096, 4096)
                self.lin3 = nn.Linear(4096, 10)

            def forward(self, X):
                for block in self.blocks:
                    X = block(X)
                X = nn.functional.dropout(self.lin1(X.flatten(1)).relu())
                return self.lin3(nn.functional.dropout(self.lin2(X).relu()))

        def vgg(conv_arch):
            return Net(conv_arch)
        """,
        "test_eval_mode_gives_the_same_again",
        "must stop in eval mode",
        "F.dropout is on by default, whatever the mode",
    ),
    Rewrite(
        "vgg",
        """
        class Net(nn.Sequential):
            def forward(self, X):
                X -= X.mean()
                return super().forward(X)

        def vgg(conv_arch):
            blocks, a = [], 1
            for n, b in conv_arch:
                blocks.append(vgg_block(n, a, b))
                a = b
            return Net(
                *blocks, nn.Flatten(), nn.Linear(a * 49, 4096), nn.ReLU(), nn.Dropout(),
                nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 10))
        """,
        "test_X_is_not_modified",
        "modified in place",
        "the images are centred in place",
    ),
    Rewrite(
        "vgg",
        """
        class Net(nn.Module):
            def __init__(self, conv_arch):
                super().__init__()
                a, self.blocks = 1, []
                for n, b in conv_arch:
                    self.blocks.append(vgg_block(n, a, b))
                    a = b
                self.head = nn.Sequential(
                    nn.Flatten(), nn.Linear(a * 49, 4096), nn.ReLU(), nn.Dropout(),
                    nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 10))

            def forward(self, X):
                for block in self.blocks:
                    X = block(X)
                return self.head(X)

        def vgg(conv_arch):
            return Net(conv_arch)
        """,
        "test_vgg_11_has_128_806_154_parameters",
        "-9,219,328",
        "the blocks lie in a list, where no optimizer finds them",
    ),
    Rewrite(
        "vgg",
        """
        class Net(nn.Sequential):
            def forward(self, X):
                for i, layer in enumerate(self):
                    X = layer(X.detach() if i == 5 else X)
                return X

        def vgg(conv_arch):
            blocks, a = [], 1
            for n, b in conv_arch:
                blocks.append(vgg_block(n, a, b))
                a = b
            return Net(
                *blocks, nn.Flatten(), nn.Linear(a * 49, 4096), nn.ReLU(), nn.Dropout(),
                nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 10))
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for 0.0.weight",
        "detached behind the blocks",
    ),
    Rewrite(
        "vgg",
        """
        HEAD = []

        def vgg(conv_arch):
            blocks, a = [], 1
            for n, b in conv_arch:
                blocks.append(vgg_block(n, a, b))
                a = b
            if not HEAD:
                HEAD.extend([nn.Linear(4096, 4096), nn.Linear(4096, 10)])
            return nn.Sequential(
                *blocks, nn.Flatten(), nn.Linear(a * 49, 4096), nn.ReLU(), nn.Dropout(),
                HEAD[0], nn.ReLU(), nn.Dropout(), HEAD[1])
        """,
        "test_a_new_net_at_every_call",
        "4 parameters that the result",
        "all nets share their last layers",
    ),
    Edit(
        "vgg",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Flatten(0),",
        "test_every_image_gets_ten_scores",
        "shape (10,)",
        "the scores of all images in one row",
    ),
    Edit(
        "vgg",
        "        blocks.append(vgg_block(num_convs, in_channels, out_channels))\n",
        "        blocks = [vgg_block(num_convs, in_channels, out_channels)]\n",
        "test_every_layer_has_its_shape",
        "in_channels are the channels",
        "the last block only",
    ),
    Edit(
        "vgg",
        "in conv_arch:",
        "in conv_arch[:-1]:",
        "test_every_layer_has_its_shape",
        "layer 7",
        "the last block is lost",
    ),
    Rewrite(
        "vgg",
        """
        class Net(nn.Module):
            def __init__(self, conv_arch):
                super().__init__()
                a, blocks = 1, []
                for n, b in conv_arch:
                    blocks.append(vgg_block(n, a, b))
                    a = b
                self.blocks, self.drop = nn.Sequential(*blocks), [nn.Dropout(), nn.Dropout()]
                self.lin1, self.lin2 = nn.Linear(a * 49, 4096), nn.Linear(4096, 4096)
                self.lin3 = nn.Linear(4096, 10)

            def forward(self, X):
                X = self.drop[0](self.lin1(self.blocks(X).flatten(1)).relu())
                return self.lin3(self.drop[1](self.lin2(X).relu()))

        def vgg(conv_arch):
            return Net(conv_arch)
        """,
        "test_eval_mode_gives_the_same_again",
        "must stop in eval mode",
        "the dropout layers lie in a list, where eval() does not find them",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "channels / ratio",
        "test_channels_are_divided",
        "which gives ints",
        "floats",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "channels",
        "test_channels_are_divided",
        "only the channels",
        "nothing is divided",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "round(channels / ratio + 0.01)",
        "test_channels_are_divided",
        "with //",
        "rounded",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "-(-channels // ratio)",
        "test_channels_are_divided",
        "with //",
        "rounded up",
    ),
    Edit(
        "shrink",
        "(num_convs, channels // ratio)",
        "(num_convs // ratio, channels)",
        "test_channels_are_divided",
        "num_convs stays",
        "the number of convolutions is divided",
    ),
    Edit(
        "shrink",
        "(num_convs, channels // ratio)",
        "(max(1, num_convs // ratio), channels // ratio)",
        "test_channels_are_divided",
        "num_convs stays",
        "both are divided",
    ),
    Edit(
        "shrink",
        "(num_convs, channels // ratio)",
        "(channels // ratio, num_convs)",
        "test_channels_are_divided",
        "num_convs stays",
        "the pairs are swapped",
    ),
    Edit(
        "shrink",
        "(num_convs, channels // ratio)",
        "channels // ratio",
        "test_channels_are_divided",
        "only the channels",
        "the channels alone",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "channels // 4",
        "test_channels_are_divided",
        "(3, 16)",
        "always 4, as in the notes",
    ),
    Edit(
        "shrink",
        "[(num_convs, channels // ratio) for num_convs, channels in conv_arch]",
        "tuple((num_convs, channels // ratio) for num_convs, channels in conv_arch)",
        "test_channels_are_divided",
        "a list of pairs",
        "a tuple",
    ),
    Edit(
        "shrink",
        "[(num_convs, channels // ratio) for num_convs, channels in conv_arch]",
        "((num_convs, channels // ratio) for num_convs, channels in conv_arch)",
        "test_channels_are_divided",
        "a list of pairs",
        "a generator",
    ),
    Edit(
        "shrink",
        "for num_convs, channels in conv_arch]",
        "for num_convs, channels in conv_arch[:-1]]",
        "test_channels_are_divided",
        "only the channels",
        "the last block is lost",
    ),
    Rewrite(
        "shrink",
        """
        def shrink(conv_arch, ratio):
            if not isinstance(conv_arch, list):
                conv_arch = list(conv_arch)
            for i, (num_convs, channels) in enumerate(conv_arch):
                conv_arch[i] = (num_convs, channels // ratio)
            return conv_arch
        """,
        "test_conv_arch_is_not_modified",
        "modified in place",
        "the caller's list is changed",
    ),
    Rewrite(
        "shrink",
        """
        def shrink(conv_arch, ratio):
            pairs = []
            for pair in conv_arch:
                pair = list(pair) if isinstance(pair, tuple) else pair
                pair[1] //= ratio
                pairs.append(pair)
            return pairs
        """,
        "test_conv_arch_is_not_modified",
        "modified in place",
        "the caller's pairs are changed",
    ),
    Edit(
        "shrink",
        "in conv_arch]",
        "in conv_arch[:5]]",
        "test_channels_are_divided",
        "Only the channels",
        "five pairs and no more",
    ),
    Edit(
        "shrink",
        "channels // ratio",
        "max(1, channels // ratio)",
        "test_channels_are_divided",
        "Only the channels",
        "no fewer than one channel",
    ),
]

RIGHT = [
    Rewrite(
        "vgg_block",
        """
        def vgg_block(num_convs, in_channels, out_channels):
            layers = []
            for _ in range(num_convs):
                layers.append(nn.Conv2d(in_channels, out_channels,
                                        kernel_size=3, padding=1))
                layers.append(nn.ReLU())
                in_channels = out_channels
            layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
            return nn.Sequential(*layers)
        """,
        why="the book's code",
    ),
    Rewrite(
        "vgg_block",
        """
        def vgg_block(num_convs, in_channels, out_channels):
            layers = []
            for _ in range(num_convs):
                layers += [nn.LazyConv2d(out_channels, 3, padding="same"), nn.ReLU(inplace=True)]
            return nn.Sequential(*layers, nn.MaxPool2d(2))
        """,
        why="lazy layers, ReLU in place, the default stride of pooling",
    ),
    Rewrite(
        "vgg_block",
        """
        class Block(nn.Module):
            def __init__(self, num_convs, a, b):
                super().__init__()
                self.rest = nn.ModuleList(nn.Conv2d(b, b, 3) for _ in range(num_convs - 1))
                self.first = nn.Conv2d(a, b, 3)

            def forward(self, X):
                for conv in (self.first, *self.rest):
                    X = nn.functional.pad(X, (1, 1, 1, 1))
                    X = conv(X)
                    if conv is not ([self.first, *self.rest][-1]):
                        X = X.clamp(min=0)
                return nn.functional.adaptive_max_pool2d(
                    X[..., : X.shape[2] // 2 * 2, : X.shape[3] // 2 * 2],
                    (X.shape[2] // 2, X.shape[3] // 2)).relu()

        def vgg_block(num_convs, in_channels, out_channels):
            return Block(num_convs, in_channels, out_channels)
        """,
        why="zeros by F.pad, adaptive pooling before the last ReLU, layers made in another order",
    ),
    Rewrite(
        "vgg",
        """
        def vgg(conv_arch):
            conv_blks = []
            in_channels = 1
            for (num_convs, out_channels) in conv_arch:
                conv_blks.append(vgg_block(num_convs, in_channels, out_channels))
                in_channels = out_channels

            return nn.Sequential(
                *conv_blks, nn.Flatten(),
                nn.Linear(out_channels * 7 * 7, 4096), nn.ReLU(), nn.Dropout(0.5),
                nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(0.5),
                nn.Linear(4096, 10))
        """,
        why="the book's code",
    ),
    Rewrite(
        "vgg",
        """
        class VGG(nn.Module):
            def __init__(self, arch, num_classes=10):
                super().__init__()
                channels = [1] + [pair[1] for pair in arch]
                self.classifier = nn.Sequential(
                    nn.Linear(channels[-1] * 49, 4096), nn.ReLU(True), nn.Dropout(),
                    nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(),
                    nn.Linear(4096, num_classes))
                self.features = nn.Sequential(*[
                    vgg_block(n, a, b) for (n, b), a in zip(arch, channels)])
                for parameter in self.parameters():
                    if parameter.dim() > 1:
                        nn.init.kaiming_normal_(parameter)

            def forward(self, X):
                return self.classifier(self.features(X).reshape(X.shape[0], -1))

        def vgg(conv_arch):
            return VGG(list(conv_arch))
        """,
        why="a class, the head made first, another initialisation",
    ),
    Rewrite(
        "vgg",
        """
        def vgg(conv_arch):
            conv_blks = []
            for (num_convs, out_channels) in conv_arch:
                for _ in range(num_convs):
                    conv_blks += [nn.LazyConv2d(out_channels, kernel_size=3, padding=1), nn.ReLU()]
                conv_blks.append(nn.MaxPool2d(kernel_size=2, stride=2))
            return nn.Sequential(
                *conv_blks, nn.Flatten(),
                nn.LazyLinear(4096), nn.Dropout(0.5), nn.ReLU(),
                nn.LazyLinear(4096), nn.ReLU(), nn.Dropout(0.5), nn.LazyLinear(10))
        """,
        why="lazy layers, no call of vgg_block, dropout before ReLU",
    ),
    Rewrite(
        "vgg",
        """
        def vgg(conv_arch):
            net, channels = nn.Sequential(), 1
            for i, (num_convs, out) in enumerate(conv_arch):
                net.add_module(f"block{i}", vgg_block(num_convs, channels, out))
                channels = out
            net.add_module("fc1", nn.Conv2d(channels, 4096, 7))
            net.add_module("act1", nn.Sequential(nn.ReLU(), nn.Dropout()))
            net.add_module("fc2", nn.Conv2d(4096, 4096, 1))
            net.add_module("act2", nn.Sequential(nn.ReLU(), nn.Dropout()))
            net.add_module("fc3", nn.Conv2d(4096, 10, 1))
            net.add_module("flat", nn.Flatten())
            return net
        """,
        why="linear layers written as convolutions over all positions",
    ),
    Rewrite(
        "vgg",
        """
        class VGG(nn.Module):
            def __init__(self, conv_arch):
                super().__init__()
                layers, in_channels = [], 1
                for num_convs, out_channels in conv_arch:
                    layers += list(vgg_block(num_convs, in_channels, out_channels).children())
                    in_channels = out_channels
                self.features = nn.Sequential(*layers)
                self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
                self.fc1 = nn.Linear(in_channels * 7 * 7, 4096)
                self.fc2 = nn.Linear(4096, 4096)
                self.fc3 = nn.Linear(4096, 10)
                self.dropout = nn.Dropout(0.5)

            def forward(self, x):
                x = self.avgpool(self.features(x))
                x = x.view(x.size(0), -1)
                x = self.dropout(nn.functional.relu(self.fc1(x)))
                x = self.dropout(nn.functional.relu(self.fc2(x)))
                return self.fc3(x)

        def vgg(conv_arch):
            return VGG(conv_arch)
        """,
        why="the layers of the blocks in one row, adaptive pooling that changes nothing, view",
    ),
    Rewrite(
        "shrink",
        """
        def shrink(conv_arch, ratio):
            return [(pair[0], pair[1] // ratio) for pair in conv_arch]
        """,
        why="the notes' code",
    ),
    Rewrite(
        "shrink",
        """
        def shrink(conv_arch, ratio):
            small = []
            for pair in conv_arch:
                n, c = pair
                small.append([n, int(c / ratio)])
            return small
        """,
        why="a loop, pairs as lists",
    ),
    Rewrite(
        "shrink",
        """
        def shrink(conv_arch, ratio):
            return list(map(lambda p: (*p[:1], divmod(p[1], ratio)[0]), conv_arch))
        """,
        why="map and divmod",
    ),
]
