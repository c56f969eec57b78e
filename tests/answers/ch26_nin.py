"""Known answers of ch26_nin."""

from tests.answers import Edit, Rewrite

LAST = "nn.Conv2d(out_channels, out_channels, kernel_size=1),\n        nn.ReLU(),\n    )"
MIDDLE = "padding=padding),\n        nn.ReLU(),\n        nn.Conv2d(out_channels, out_channels, kernel_size=1),"

WRONG = [
    Edit(
        "nin_block",
        "stride=strides, padding=padding",
        "padding, strides",
        "test_size_is_that_of_the_first_convolution",
        "strides and padding swapped",
        "padding and strides swapped",
    ),
    Edit(
        "nin_block",
        "stride=strides, padding=padding",
        "strides=strides, padding=padding",
        "test_size_is_that_of_the_first_convolution",
        "unexpected keyword argument 'strides'",
        "the keyword of Conv2d is stride (notes 14)",
    ),
    Edit(
        "nin_block",
        "stride=strides, padding=padding",
        "padding=padding",
        "test_size_is_that_of_the_first_convolution",
        "when strides is not used",
        "strides are ignored",
    ),
    Edit(
        "nin_block",
        "stride=strides, padding=padding",
        "stride=strides",
        "test_size_is_that_of_the_first_convolution",
        "when padding is not used",
        "padding is ignored",
    ),
    Edit(
        "nin_block",
        "stride=strides, padding=padding",
        "stride=strides, padding=kernel_size // 2",
        "test_size_is_that_of_the_first_convolution",
        "half of kernel_size as padding",
        "padding by the kernel size, whatever is asked for",
    ),
    Edit(
        "nin_block",
        LAST,
        "nn.Conv2d(out_channels, out_channels, kernel_size=1, stride=strides),\n        nn.ReLU(),\n    )",
        "test_size_is_that_of_the_first_convolution",
        "strides acts in a 1x1 convolution, too",
        "strides in a 1x1 convolution too",
    ),
    Edit(
        "nin_block",
        LAST,
        "nn.Conv2d(out_channels, out_channels, kernel_size=1, padding=padding),\n        nn.ReLU(),\n    )",
        "test_size_is_that_of_the_first_convolution",
        "padding acts in a 1x1 convolution, too",
        "padding in a 1x1 convolution too",
    ),
    Edit(
        "nin_block",
        LAST,
        "nn.Conv2d(out_channels, out_channels, kernel_size=3),\n        nn.ReLU(),\n    )",
        "test_size_is_that_of_the_first_convolution",
        "3x3 kernel in place of a 1x1",
        "3x3 in place of 1x1, no padding",
    ),
    Edit(
        "nin_block",
        LAST,
        "nn.Conv2d(out_channels, out_channels, kernel_size=3, padding=1),\n        nn.ReLU(),\n    )",
        "test_three_convolutions_with_biases",
        "(4, 4, 3, 3)",
        "3x3 in place of 1x1",
    ),
    Edit(
        "nin_block",
        LAST,
        ")",
        "test_three_convolutions_with_biases",
        "two different 1x1",
        "one 1x1 convolution only",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.removesuffix(")") + "    " + LAST,
        "test_three_convolutions_with_biases",
        "two different 1x1",
        "three 1x1 convolutions",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("kernel_size=1", "kernel_size=1, bias=False"),
        "test_three_convolutions_with_biases",
        "a weight and a bias in one 5x5",
        "a convolution without a bias",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("nn.ReLU()", "nn.PReLU()"),
        "test_three_convolutions_with_biases",
        "and no others",
        "PReLU has a parameter of its own",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("nn.ReLU()", "nn.BatchNorm2d(out_channels), nn.ReLU()"),
        "test_three_convolutions_with_biases",
        "and no others",
        "a normalisation",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("        nn.ReLU(),\n", ""),
        "test_last_layer_is_followed_by_relu",
        "ReLU, and nothing else, follows the third",
        "no last ReLU",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("nn.ReLU()", "nn.ReLU(), nn.Dropout(0.5)"),
        "test_last_layer_is_followed_by_relu",
        "nothing is dropped",
        "dropout in the block",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("nn.ReLU()", "nn.Softmax(dim=1)"),
        "test_last_layer_is_followed_by_relu",
        "ReLU, and nothing else, follows",
        "softmax in place of the last ReLU",
    ),
    Edit(
        "nin_block",
        MIDDLE,
        MIDDLE.replace("        nn.ReLU(),\n", ""),
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU after the first convolution",
    ),
    Edit(
        "nin_block",
        MIDDLE,
        MIDDLE.replace("nn.ReLU()", "nn.Sigmoid()"),
        "test_layers_stand_in_order",
        "sigmoid in place of ReLU",
        "sigmoid after the first convolution",
    ),
    Edit(
        "nin_block",
        "    return nn.Sequential(",
        "    nn.Sequential(",
        "test_size_is_that_of_the_first_convolution",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            mix = nn.Conv2d(out_channels, out_channels, kernel_size=1)
            return nn.Sequential(
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding), nn.ReLU(),
                mix, nn.ReLU(), mix, nn.ReLU())
        """,
        "test_three_convolutions_with_biases",
        "two different 1x1",
        "the same 1x1 convolution twice",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, padding, strides):
            return nn.Sequential(
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU())
        """,
        "test_layers_stand_in_order",
        "in this order",
        "the parameters stand in another order",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return [
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU()]
        """,
        "test_size_is_that_of_the_first_convolution",
        "an nn.Module",
        "a list of layers, not a module",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return nn.Sequential(
                nn.ReLU(inplace=True),
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding),
                nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, kernel_size=1),
                nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, kernel_size=1),
            )
        """,
        "test_X_is_not_modified",
        "modified in place",
        "ReLU before each convolution, in place on X",
    ),
    Rewrite(
        "nin_block",
        """
        class Block(nn.Module):
            def __init__(self, a, b, size, strides, padding):
                super().__init__()
                self.first = nn.Conv2d(a, b, size, strides, padding)
                self.second, self.third = nn.Conv2d(b, b, 1), nn.Conv2d(b, b, 1)

            def forward(self, X):
                X = nn.functional.relu(self.first(X))
                X = nn.functional.relu(self.second(X))
                return nn.functional.relu(self.second(X))

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return Block(in_channels, out_channels, kernel_size, strides, padding)
        """,
        "test_gradient_reaches_every_parameter",
        "is every layer called",
        "the second convolution is used twice, the third never",
    ),
    Rewrite(
        "nin_block",
        """
        class Block(nn.Sequential):
            def forward(self, X):
                return super().forward(X.detach())

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return Block(
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, 1), nn.ReLU())
        """,
        "test_gradient_in_X_is_that_of_the_layers",
        "cuts the gradient",
        "X is detached",
    ),
    Rewrite(
        "nin_block",
        """
        CACHE = {}

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            key = in_channels, out_channels, kernel_size, strides, padding
            if key not in CACHE:
                CACHE[key] = nn.Sequential(
                    nn.Conv2d(*key), nn.ReLU(),
                    nn.Conv2d(out_channels, out_channels, 1), nn.ReLU(),
                    nn.Conv2d(out_channels, out_channels, 1), nn.ReLU())
            return CACHE[key]
        """,
        "test_a_new_block_at_every_call",
        "inside the function",
        "the same block for the same arguments",
    ),
    Edit(
        "nin_block",
        "nn.Conv2d(in_channels, out_channels, kernel_size, stride=strides, padding=padding)",
        "nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding, padding_mode='reflect')"
        " if padding < kernel_size // 2 + 1 and padding"
        " else nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding)",
        "test_layers_stand_in_order",
        "padding 1",
        "padded with the image, not with zeros",
    ),
    Edit(
        "nin_block",
        "stride=strides, padding=padding)",
        "stride=strides, padding=padding),\n        nn.Tanh(),\n        nn.Softmax(dim=1)",
        "test_layers_stand_in_order",
        "before this layer: ReLU",
        "tanh and softmax behind the first convolution",
    ),
    Edit(
        "nin_block",
        MIDDLE,
        MIDDLE.replace("nn.ReLU()", "nn.ReLU6()"),
        "test_layers_stand_in_order",
        "before this layer: ReLU",
        "ReLU6 cuts large values, too",
    ),
    Edit(
        "nin_block",
        LAST,
        LAST.replace("nn.ReLU()", "nn.LeakyReLU(0.01)"),
        "test_last_layer_is_followed_by_relu",
        "ReLU, and nothing else, follows",
        "a leaky ReLU",
    ),
    Edit(
        "nin",
        "nin_block(1, 96,",
        "nin_block(3, 96,",
        "test_every_layer_has_its_shape",
        "channels",
        "three input channels",
    ),
    Edit(
        "nin",
        "        nn.Flatten(),\n",
        "",
        "test_every_image_gets_ten_scores",
        "nn.Flatten",
        "not flattened",
    ),
    Edit(
        "nin",
        "        nn.AdaptiveAvgPool2d((1, 1)),  # (n, 10, 1, 1)\n",
        "",
        "test_every_image_gets_ten_scores",
        "ten averages an image",
        "no average over the positions",
    ),
    Edit(
        "nin",
        "nn.AdaptiveAvgPool2d((1, 1)),  # (n, 10, 1, 1)\n        nn.Flatten(),",
        "nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(0),",
        "test_every_image_gets_ten_scores",
        "also of one image",
        "the batch is flattened too",
    ),
    Edit(
        "nin",
        "nn.AdaptiveAvgPool2d((1, 1))",
        "nn.AdaptiveMaxPool2d((1, 1))",
        "test_scores_are_the_averages_of_the_channels",
        "the average of a channel",
        "global max pooling",
    ),
    Edit(
        "nin",
        "nn.AdaptiveAvgPool2d((1, 1)),  # (n, 10, 1, 1)\n        nn.Flatten(),",
        "nn.Flatten(),\n        nn.Linear(250, 10),",
        "test_every_layer_has_its_shape",
        "13 layers",
        "a linear head",
    ),
    Edit(
        "nin",
        "nin_block(384, 10, kernel_size=3, strides=1, padding=1),  # one channel a class",
        "nin_block(384, 384, kernel_size=3, strides=1, padding=1),\n        nn.Conv2d(384, 10, 1),",
        "test_every_layer_has_its_shape",
        "layer 10",
        "a wide last block",
    ),
    Edit(
        "nin",
        "        nn.Flatten(),\n",
        "        nn.Flatten(),\n        nn.Softmax(dim=1),\n",
        "test_scores_are_the_averages_of_the_channels",
        "nothing else",
        "softmax at the end",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(kernel_size=3, stride=2),\n        nn.LocalResponseNorm(5),",
        "test_layers_stand_in_order",
        "before this layer: ReLU, 3x3 max pooling",
        "local response normalisation, as in AlexNet's paper",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(3),",
        "test_every_layer_has_its_shape",
        "256 x 18 x 18",
        "the stride of pooling is its window by default",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True),",
        "test_every_layer_has_its_shape",
        "256 x 27 x 27",
        "pooling with ceil_mode",
    ),
    Edit(
        "nin",
        "nin_block(96, 256, kernel_size=5, strides=1, padding=2)",
        "nin_block(96, 256, kernel_size=5, strides=2, padding=2)",
        "test_every_layer_has_its_shape",
        "256 x 13 x 13",
        "strides in the second block",
    ),
    Edit(
        "nin",
        "        nn.Dropout(0.5),\n        nin_block(384, 10, kernel_size=3, strides=1, padding=1),",
        "        nin_block(384, 10, kernel_size=3, strides=1, padding=1),\n        nn.Dropout(0.5),",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "100.0%",
        "dropout behind the last block",
    ),
    Edit(
        "nin",
        "kernel_size=11, strides=4, padding=0",
        "kernel_size=11, strides=4, padding=2",
        "test_every_layer_has_its_shape",
        "96 x 55 x 55",
        "padding in the first block",
    ),
    Edit(
        "nin",
        "kernel_size=11, strides=4, padding=0",
        "kernel_size=11, strides=4, padding=1",
        "test_layers_stand_in_order",
        "with padding 1",
        "padding 1, as in AlexNet, which gives the same size",
    ),
    Edit(
        "nin",
        "kernel_size=11, strides=4, padding=0",
        "kernel_size=7, strides=4, padding=0",
        "test_every_layer_has_its_shape",
        "(96, 1, 7, 7)",
        "a smaller first kernel",
    ),
    Edit(
        "nin",
        "kernel_size=5, strides=1, padding=2",
        "kernel_size=5, strides=1, padding=1",
        "test_every_layer_has_its_shape",
        "256 x 24 x 24",
        "padding 1 in the second block",
    ),
    Edit(
        "nin",
        "nin_block(96, 256, kernel_size=5, strides=1, padding=2),\n        nn.MaxPool2d(kernel_size=3, stride=2)",
        "nin_block(96, 256, kernel_size=5, strides=1, padding=2),\n        nn.AvgPool2d(kernel_size=3, stride=2)",
        "test_layers_stand_in_order",
        "average pooling",
        "average pooling",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(kernel_size=2, stride=2),",
        "test_every_layer_has_its_shape",
        "256 x 27 x 27",
        "2x2 pooling",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 384, 5, 5)",
        "nn.MaxPool2d(kernel_size=4, stride=2),",
        "test_layers_stand_in_order",
        "3x3 max pooling",
        "4x4 pooling, which gives the same size",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 384, 5, 5)\n        nn.Dropout(0.5),",
        "nn.Dropout(0.5),",
        "test_every_layer_has_its_shape",
        "10 x 12 x 12",
        "no third pooling",
    ),
    Edit(
        "nin",
        "        nn.Dropout(0.5),\n",
        "",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "probability 0.5",
        "no dropout",
    ),
    Edit(
        "nin",
        "nn.Dropout(0.5)",
        "nn.Dropout(0.2)",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "probability 0.5",
        "another probability",
    ),
    Edit(
        "nin",
        "nn.Dropout(0.5)",
        "nn.Dropout2d(0.5)",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "Dropout2d",
        "whole channels are dropped",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 384, 5, 5)\n        nn.Dropout(0.5)",
        "nn.Dropout(0.5),\n        nn.MaxPool2d(kernel_size=3, stride=2)",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "not dropped",
        "dropout before the pooling",
    ),
    Edit(
        "nin",
        "        nn.Flatten(),\n",
        "        nn.Flatten(),\n        nn.Dropout(0.5),\n",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "at the end",
        "dropout of the scores",
    ),
    Edit(
        "nin",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 12, 12)",
        "nn.MaxPool2d(kernel_size=3, stride=2),\n        nn.Dropout(0.5),",
        "test_dropout_acts_on_the_input_of_the_last_block",
        "layer 7",
        "dropout in two places",
    ),
    Rewrite(
        "nin",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.body = nn.Sequential(
                    nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
                    nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
                    nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2))
                self.last = nin_block(384, 10, 3, 1, 1)

            def forward(self, X):
                return self.last(nn.functional.dropout(self.body(X), 0.5)).mean((2, 3))

        def nin():
            return Net()
        """,
        "test_eval_mode_gives_the_same_again",
        "must stop in eval mode",
        "dropout also in eval mode",
    ),
    Rewrite(
        "nin",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = [
                    nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
                    nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
                    nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Dropout(0.5),
                    nin_block(384, 10, 3, 1, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten()]

            def forward(self, X):
                for layer in self.layers:
                    X = layer(X)
                return X

        def nin():
            return Net()
        """,
        "test_there_are_1_992_166_parameters",
        "plain list",
        "the layers lie in a list, where no optimizer finds them",
    ),
    Rewrite(
        "nin",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.body = nn.Sequential(
                    nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
                    nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
                    nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Dropout(0.5),
                    nin_block(384, 10, 3, 1, 1), nn.AdaptiveAvgPool2d(1))

            def forward(self, X):
                return self.body(X).squeeze()

        def nin():
            return Net()
        """,
        "test_every_image_gets_ten_scores",
        "also of one image",
        "squeeze takes the axis of a single image, too",
    ),
    Rewrite(
        "nin",
        """
        class Net(nn.Sequential):
            def forward(self, X):
                X -= X.mean()
                return super().forward(X)

        def nin():
            return Net(
                nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
                nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
                nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Dropout(0.5),
                nin_block(384, 10, 3, 1, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        """,
        "test_X_is_not_modified",
        "modified in place",
        "the images are centred in place",
    ),
    Rewrite(
        "nin",
        """
        NET = nn.Sequential(
            nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
            nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
            nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Dropout(0.5),
            nin_block(384, 10, 3, 1, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())

        def nin():
            return NET
        """,
        "test_a_new_net_at_every_call",
        "inside the function",
        "one net for all calls",
    ),
    Rewrite(
        "nin",
        """
        def nin():
            net = nn.Sequential(
                nin_block(1, 96, 11, 4, 0), nn.MaxPool2d(3, 2),
                nin_block(96, 256, 5, 1, 2), nn.MaxPool2d(3, 2),
                nin_block(256, 384, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Dropout(0.5),
                nin_block(384, 10, 3, 1, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())
            net[0].requires_grad_(False)
            return net
        """,
        "test_gradient_reaches_every_parameter",
        "frozen",
        "the first block is frozen",
    ),
]

RIGHT = [
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return nn.Sequential(
                nn.Conv2d(in_channels, out_channels, kernel_size, strides, padding),
                nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, kernel_size=1), nn.ReLU(),
                nn.Conv2d(out_channels, out_channels, kernel_size=1), nn.ReLU())
        """,
        why="the book's code",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return nn.Sequential(
                nn.LazyConv2d(out_channels, kernel_size, strides, padding), nn.ReLU(inplace=True),
                nn.LazyConv2d(out_channels, kernel_size=1), nn.ReLU(inplace=True),
                nn.LazyConv2d(out_channels, kernel_size=1), nn.ReLU(inplace=True))
        """,
        why="lazy layers, ReLU in place",
    ),
    Rewrite(
        "nin_block",
        """
        class Block(nn.Module):
            def __init__(self, a, b, size, strides, padding):
                super().__init__()
                self.pad = nn.ZeroPad2d(padding)
                self.mixers = nn.ModuleList(nn.Conv2d(b, b, (1, 1), bias=True) for _ in range(2))
                self.first = nn.Conv2d(a, b, size, strides)
                for layer in (self.first, *self.mixers):
                    nn.init.kaiming_normal_(layer.weight)
                    nn.init.zeros_(layer.bias)

            def forward(self, X):
                X = self.first(self.pad(X)).clamp(min=0)
                for layer in self.mixers:
                    X = torch.maximum(layer(X), torch.zeros_like(X))
                return X

        import torch

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return Block(in_channels, out_channels, kernel_size, strides, padding)
        """,
        why="zeros put around by a layer of its own, ReLU by clamp and maximum",
    ),
    Rewrite(
        "nin_block",
        """
        from collections import OrderedDict

        import torch

        class Cut(nn.Module):
            def forward(self, X):
                return X * (X > 0)

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            def layer(a, *sizes):
                return nn.Sequential(nn.Conv2d(a, out_channels, *sizes), Cut())

            layers = OrderedDict(
                wide=layer(in_channels, kernel_size, strides, padding),
                first=layer(out_channels, 1), second=layer(out_channels, 1))
            return nn.Sequential(layers).to(memory_format=torch.channels_last)
        """,
        why="Sequentials in a Sequential, ReLU by a mask, memory laid out channels last",
    ),
    Rewrite(
        "nin_block",
        """
        class NinBlock(nn.Module):
            def __init__(self, **sizes):
                super().__init__()
                c = sizes["out_channels"]
                self.relu = nn.ReLU()
                self.convs = nn.ModuleDict({
                    "third": nn.Conv2d(c, c, 1), "second": nn.Conv2d(c, c, 1),
                    "first": nn.Conv2d(**sizes, device="cpu", dtype=torch.float32)})

            def forward(self, X):
                for name in ("first", "second", "third"):
                    layer = self.convs[name]
                    X = self.relu(torch.conv2d(
                        input=X, weight=layer.weight, bias=layer.bias,
                        stride=layer.stride, padding=layer.padding))
                return X

        import torch

        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            return NinBlock(in_channels=in_channels, out_channels=out_channels,
                            kernel_size=kernel_size, stride=strides, padding=padding)
        """,
        why="the function in place of the layer's call, all by keyword",
    ),
    Rewrite(
        "nin_block",
        """
        def nin_block(in_channels, out_channels, kernel_size, strides, padding):
            layers, channels = [], in_channels
            for size, step, pad in ((kernel_size, strides, padding), (1, 1, 0), (1, 1, "same")):
                layers += [nn.Conv2d(channels, out_channels, size, step, pad), nn.ReLU6()]
                layers[-1] = nn.LeakyReLU(0.0)
                channels = out_channels
            return nn.Sequential(*layers)
        """,
        why="a loop, a leaky ReLU that does not leak",
    ),
    Rewrite(
        "nin",
        """
        def nin():
            return nn.Sequential(
                nin_block(1, 96, kernel_size=11, strides=4, padding=0), nn.MaxPool2d(3, stride=2),
                nin_block(96, 256, kernel_size=5, strides=1, padding=2), nn.MaxPool2d(3, stride=2),
                nin_block(256, 384, kernel_size=3, strides=1, padding=1), nn.MaxPool2d(3, stride=2),
                nn.Dropout(0.5),
                nin_block(384, 10, kernel_size=3, strides=1, padding=1),
                nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten())
        """,
        why="the book's code",
    ),
    Rewrite(
        "nin",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.last = nin_block(384, 10, 3, 1, 1)
                self.third = nin_block(256, 384, 3, 1, 1)
                self.second = nin_block(96, 256, 5, 1, 2)
                self.first = nin_block(1, 96, 11, 4, 0)

            def forward(self, X):
                for block in (self.first, self.second, self.third):
                    X = nn.functional.max_pool2d(block(X), 3, 2)
                X = self.last(nn.functional.dropout(X, training=self.training))
                return X.flatten(2).mean(-1)

        def nin():
            return Net()
        """,
        why="a class, blocks made in another order, functions in place of layers",
    ),
    Rewrite(
        "nin",
        """
        class NiN(nn.Module):
            def __init__(self):
                super().__init__()
                self.features = nn.Sequential()
                channels = 1
                for i, (c, *rest) in enumerate(((96, 11, 4, 0), (256, 5, 1, 2), (384, 3, 1, 1))):
                    self.features.add_module(f"block{i}", nin_block(channels, c, *rest))
                    self.features.add_module(f"pool{i}", nn.MaxPool2d(3, 2))
                    channels = c
                self.classes = nin_block(channels, 10, 3, 1, 1)
                self.apply(self.init)

            @staticmethod
            def init(layer):
                if isinstance(layer, nn.Conv2d):
                    nn.init.xavier_uniform_(layer.weight)

            def forward(self, X):
                X = self.features(X)
                if self.training:
                    X = X * (torch.rand_like(X) < 0.5) * 2
                return nn.functional.adaptive_avg_pool2d(self.classes(X), 1)[..., 0, 0]

        import torch

        def nin():
            return NiN().to(memory_format=torch.channels_last)
        """,
        why="a mask of its own, weights of its own, memory laid out channels last",
    ),
    Rewrite(
        "nin",
        """
        def nin():
            def block(channels, size, strides, padding):
                return [
                    nn.LazyConv2d(channels, size, strides, padding), nn.ReLU(),
                    nn.LazyConv2d(channels, 1), nn.ReLU(), nn.LazyConv2d(channels, 1), nn.ReLU()]

            pool = nn.MaxPool2d((3, 3), (2, 2))
            return nn.Sequential(
                *block(96, 11, 4, 0), pool, *block(256, 5, 1, 2), pool, *block(384, 3, 1, 1), pool,
                nn.Dropout(0.5, inplace=True), *block(10, 3, 1, "same"),
                nn.AvgPool2d(5), nn.Flatten(start_dim=1))
        """,
        why="lazy layers, flat, one pooling layer used three times, the average over 5 x 5",
    ),
]
