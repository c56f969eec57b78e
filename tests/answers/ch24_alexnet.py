"""Known answers of ch24_alexnet."""

from tests.answers import Edit, Rewrite

FIRST = "nn.Conv2d(1, 96, kernel_size=11, stride=4, padding=1),  # (n, 96, 54, 54)"
SECOND = "nn.Conv2d(96, 256, kernel_size=5, padding=2),\n        nn.ReLU()"
FOURTH = "nn.Conv2d(384, 384, kernel_size=3, padding=1)"
FIFTH = "nn.Conv2d(384, 256, kernel_size=3, padding=1)"
FLATTEN = "nn.Flatten(),  # (n, 6400)\n        nn.Linear(6400, 4096),\n        nn.ReLU(),\n"
WIDE = "nn.Linear(4096, 4096),\n        nn.ReLU(),\n        nn.Dropout(p=0.5)"
LAST = "nn.Linear(4096, 10),"
ONE_MASK = """
def alexnet():
    import torch

    class Drop(nn.Module):
        masks = {}

        def forward(self, X):
            mask = torch.rand(X.shape[1]) < 0.5
            return 2 * mask * X if self.training else X

    pool = nn.MaxPool2d(3, 2)
    return nn.Sequential(
        nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), pool, nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), pool,
        nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
        nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), pool, nn.Flatten(),
        nn.Linear(6400, 4096), nn.ReLU(), Drop(), nn.Linear(4096, 4096), nn.ReLU(), Drop(),
        nn.Linear(4096, 10))
"""

WRONG = [
    Edit(
        "alexnet",
        "kernel_size=5, padding=2),",
        "kernel_size=5, padding=2)",
        "test_every_layer_has_its_shape",
        "forgot a comma",
        "a comma is missing behind a convolution (notes 12)",
    ),
    Edit(
        "alexnet",
        WIDE + ",",
        WIDE,
        "test_every_layer_has_its_shape",
        "forgot a comma",
        "a comma is missing behind dropout (notes 12)",
    ),
    Edit(
        "alexnet",
        FIFTH,
        FIFTH.replace("kernel_size", "kernle_size"),
        "test_every_layer_has_its_shape",
        "kernle_size",
        "a keyword is misspelt (notes 12)",
    ),
    Edit(
        "alexnet",
        FIRST,
        "nn.Conv2d(3, 96, kernel_size=11, stride=4, padding=1),",
        "test_every_layer_has_its_shape",
        "in_channels are the channels",
        "three input channels",
    ),
    Edit(
        "alexnet",
        FIRST,
        "nn.Conv2d(1, 96, kernel_size=11, stride=4, padding=2),",
        "test_every_layer_has_its_shape",
        "96 x 55 x 55",
        "padding 2, as in the paper; the sizes behind it differ until the last pooling",
    ),
    Edit(
        "alexnet",
        FIRST,
        "nn.Conv2d(1, 96, kernel_size=11, padding=1),",
        "test_every_layer_has_its_shape",
        "gives 96 x 216 x 216",
        "no stride in the first convolution",
    ),
    Edit(
        "alexnet",
        FIRST,
        "nn.Conv2d(1, 96, kernel_size=11, stride=4),",
        "test_layers_stand_in_order",
        "with padding 0",
        "no padding, which gives the same size",
    ),
    Edit(
        "alexnet",
        FIRST,
        "nn.Conv2d(1, 64, kernel_size=11, stride=4, padding=1), nn.Conv2d(64, 96, 1),",
        "test_every_layer_has_its_shape",
        "layer 1",
        "an extra 1x1 convolution",
    ),
    Edit(
        "alexnet",
        "kernel_size=5, padding=2",
        "kernel_size=5",
        "test_every_layer_has_its_shape",
        "gives 256 x 22 x 22",
        "no padding in the second convolution",
    ),
    Edit(
        "alexnet",
        "kernel_size=5, padding=2",
        "kernel_size=3, padding=1",
        "test_every_layer_has_its_shape",
        "(256, 96, 3, 3)",
        "3x3 in place of 5x5",
    ),
    Edit(
        "alexnet",
        SECOND,
        SECOND.replace("padding=2", "padding=2, bias=False"),
        "test_every_layer_has_its_shape",
        "without a bias",
        "a convolution without a bias",
    ),
    Edit(
        "alexnet",
        SECOND,
        SECOND.replace("padding=2", "padding=2, groups=2"),
        "test_every_layer_has_its_shape",
        "(256, 48, 5, 5)",
        "two groups, as in the paper",
    ),
    Edit(
        "alexnet",
        SECOND,
        SECOND.replace("nn.ReLU()", "nn.Sigmoid()"),
        "test_layers_stand_in_order",
        "with sigmoid in place of ReLU",
        "sigmoid, as in LeNet",
    ),
    Edit(
        "alexnet",
        SECOND,
        SECOND.replace(",\n        nn.ReLU()", ""),
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU behind the second convolution",
    ),
    Edit(
        "alexnet",
        SECOND,
        SECOND.replace("nn.ReLU()", "nn.ReLU(),\n        nn.LocalResponseNorm(5)"),
        "test_layers_stand_in_order",
        "before this layer: ReLU, 3x3 max pooling",
        "the normalisation of the paper",
    ),
    Edit(
        "alexnet",
        FOURTH + ",\n        nn.ReLU(),",
        FOURTH + ",",
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU behind the fourth convolution",
    ),
    Edit(
        "alexnet",
        "        " + FOURTH + ",\n        nn.ReLU(),\n",
        "",
        "test_every_layer_has_its_shape",
        "layer 4",
        "four convolutions only",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.AvgPool2d(kernel_size=3, stride=2),",
        "test_layers_stand_in_order",
        "with average pooling",
        "average pooling",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(kernel_size=2, stride=2),",
        "test_every_layer_has_its_shape",
        "from 96 x 27 x 27",
        "2x2 pooling; 27 and 13 and 6 positions",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 5, 5)",
        "nn.MaxPool2d(kernel_size=4, stride=2),",
        "test_layers_stand_in_order",
        "3x3 max pooling",
        "4x4 pooling, which gives the same size",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 5, 5)",
        "",
        "test_every_layer_has_its_shape",
        "do not fit its input, 36864",
        "no third pooling",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 5, 5)",
        "nn.AdaptiveAvgPool2d((5, 5)),",
        "test_layers_stand_in_order",
        "3x3 max pooling",
        "adaptive average pooling in place of the third pooling",
    ),
    Edit(
        "alexnet",
        FLATTEN,
        FLATTEN.replace("6400", "9216"),
        "test_every_layer_has_its_shape",
        "(4096, 9216) do not fit its input, 6400",
        "6 x 6 positions expected, as in the paper",
    ),
    Edit(
        "alexnet",
        FLATTEN,
        FLATTEN.replace("nn.Flatten(),", ""),
        "test_every_layer_has_its_shape",
        "channels x height x width, flattened",
        "not flattened",
    ),
    Edit(
        "alexnet",
        FLATTEN,
        FLATTEN.replace("nn.Flatten()", "nn.Flatten(0)"),
        "test_every_layer_has_its_shape",
        "keeps the batch",
        "the batch is flattened too",
    ),
    Edit(
        "alexnet",
        WIDE,
        "nn.Dropout(p=0.0)",
        "test_every_layer_has_its_shape",
        "layer 7",
        "one hidden linear layer only",
    ),
    Edit(
        "alexnet",
        WIDE,
        WIDE.replace("        nn.ReLU(),\n", ""),
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU behind the second linear layer",
    ),
    Edit(
        "alexnet",
        WIDE,
        WIDE.replace("p=0.5", "p=0.0"),
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "dropout with probability 0.5",
        "one dropout only",
    ),
    Edit(
        "alexnet",
        WIDE,
        WIDE.replace("p=0.5", "p=0.2"),
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "dropout with probability 0.5",
        "another probability",
    ),
    Edit(
        "alexnet",
        "nn.Flatten(),  # (n, 6400)",
        "nn.Flatten(),\n        nn.Dropout(0.5),",
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "what comes out of layer 6",
        "dropout before the first linear layer, too",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Dropout(0.5),",
        "test_scores_are_what_the_last_layer_gives",
        "after the last linear layer",
        "dropout of the scores",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Softmax(dim=1),",
        "test_scores_are_what_the_last_layer_gives",
        "after the last linear layer",
        "softmax at the end",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 10),\n        nn.ReLU(),",
        "test_scores_are_what_the_last_layer_gives",
        "after the last linear layer",
        "ReLU at the end",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 1000),",
        "test_every_layer_has_its_shape",
        "gives 1000",
        "a thousand classes, as in the paper",
    ),
    Edit(
        "alexnet",
        "    return nn.Sequential(",
        "    nn.Sequential(",
        "test_every_layer_has_its_shape",
        "forget `return`",
        "no return",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.convolutions = [
                    nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                    nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten()]
                self.head = nn.Sequential(
                    nn.Linear(6400, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(),
                    nn.Dropout(), nn.Linear(4096, 10))

            def forward(self, X):
                for layer in self.convolutions:
                    X = layer(X)
                return self.head(X)

        def alexnet():
            return Net()
        """,
        "test_there_are_46_764_746_parameters",
        "-3,723,968",
        "the convolutions lie in a list, where no optimizer finds them",
    ),
    Rewrite(
        "alexnet",
        """
        from torch.nn import functional as F

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.body = nn.Sequential(
                    nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                    nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten())
                self.lin1, self.lin2 = nn.Linear(6400, 4096), nn.Linear(4096, 4096)
                self.lin3 = nn.Linear(4096, 10)

            def forward(self, X):
                X = F.dropout(F.relu(self.lin1(self.body(X))), 0.5)
                return self.lin3(F.dropout(F.relu(self.lin2(X)), 0.5))

        def alexnet():
            return Net()
        """,
        "test_eval_mode_gives_the_same_again",
        "must stop in eval mode",
        "F.dropout is on by default, whatever the mode",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Sequential):
            def forward(self, X):
                X -= X.mean()
                X /= X.std()
                return super().forward(X)

        def alexnet():
            return Net(
                nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten(),
                nn.Linear(6400, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(),
                nn.Dropout(), nn.Linear(4096, 10))
        """,
        "test_X_is_not_modified",
        "modified in place",
        "the images are standardised in place",
    ),
    Rewrite(
        "alexnet",
        """
        import functools

        @functools.cache
        def alexnet():
            return nn.Sequential(
                nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten(),
                nn.Linear(6400, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(),
                nn.Dropout(), nn.Linear(4096, 10))
        """,
        "test_a_new_net_at_every_call",
        "at every call",
        "one net for all calls",
    ),
    Rewrite(
        "alexnet",
        """
        def alexnet():
            net = nn.Sequential(
                nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten(),
                nn.Linear(6400, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(),
                nn.Dropout(), nn.Linear(4096, 10))
            for layer in net[:13]:
                layer.requires_grad_(False)
            return net
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for 0.weight",
        "the convolutions are frozen",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 96, 26, 26)",
        "nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True),",
        "test_every_layer_has_its_shape",
        "from 96 x 27 x 27",
        "pooling that rounds up",
    ),
    Edit(
        "alexnet",
        "nn.MaxPool2d(kernel_size=3, stride=2),  # (n, 256, 5, 5)",
        "nn.MaxPool2d(kernel_size=3, stride=2), nn.AdaptiveAvgPool2d((6, 6)),",
        "test_every_layer_has_its_shape",
        "do not fit its input, 9216",
        "adaptive pooling to 6 x 6, as in torchvision",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 10),\n        nn.Flatten(0),",
        "test_every_image_gets_ten_scores",
        "shape (10,)",
        "the scores of all images in one row",
    ),
    Edit(
        "alexnet",
        LAST,
        "nn.Linear(4096, 10),\n        nn.LogSoftmax(dim=1),",
        "test_scores_are_what_the_last_layer_gives",
        "after the last linear layer",
        "the logarithm of softmax at the end",
    ),
    Edit(
        "alexnet",
        FOURTH + ",\n        nn.ReLU(),",
        FOURTH + ",\n        nn.ReLU(),\n        nn.BatchNorm2d(384),",
        "test_there_are_46_764_746_parameters",
        "+768",
        "a normalisation with parameters of its own",
    ),
    Edit(
        "alexnet",
        "nn.Flatten(),  # (n, 6400)",
        "nn.Dropout2d(0.5), nn.Flatten(),",
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "what comes out of layer 6",
        "channels are dropped behind the convolutions, too",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.body = nn.Sequential(
                    nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                    nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2))
                self.lin1, self.lin2 = nn.Linear(6400, 4096), nn.Linear(4096, 4096)
                self.lin3 = nn.Linear(4096, 10)

            def forward(self, X):
                X = nn.Dropout(0.5)(self.lin1(self.body(X).flatten(1)).relu())
                return self.lin3(nn.Dropout(0.5)(self.lin2(X).relu()))

        def alexnet():
            return Net()
        """,
        "test_eval_mode_gives_the_same_again",
        "must stop in eval mode",
        "dropout layers made in forward, which never hear of eval mode",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.features = nn.Sequential(
                    nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                    nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2))
                self.classifier = nn.Sequential(
                    nn.Dropout(), nn.Linear(6400, 4096), nn.ReLU(),
                    nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 10))

            def forward(self, X):
                return self.classifier(self.features(X).flatten(1))

        def alexnet():
            return Net()
        """,
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "what comes out of layer 6",
        "dropout before the first two linear layers, as in torchvision",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.features = nn.Sequential(
                    nn.Conv2d(1, 96, 11, 4, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(96, 256, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 384, 3, 1, 1), nn.ReLU(),
                    nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2))
                self.classifier = nn.Sequential(
                    nn.Linear(6400, 4096), nn.ReLU(), nn.Dropout(),
                    nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 10))

            def forward(self, X):
                return self.classifier(self.features(X).detach().flatten(1))

        def alexnet():
            return Net()
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for features.0.weight",
        "detached between the convolutions and the linear layers",
    ),
    Rewrite(
        "alexnet",
        """
        class Net(nn.Sequential):
            pass

        def alexnet():
            return Net
        """,
        "test_every_layer_has_its_shape",
        "expected an nn.Module",
        "the class, not a net",
    ),
    Rewrite(
        "alexnet",
        ONE_MASK,
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "drawn on its own",
        "one mask of dropout for all images",
    ),
    Edit(
        "alexnet",
        "torch.rand(X.shape[1]) < 0.5",
        "self.masks.setdefault(X.shape, torch.rand(X.shape) < 0.5)",
        "test_dropout_acts_on_the_inputs_of_the_last_two_layers",
        "draws anew at each call",
        "the mask of the first batch for all batches",
        ONE_MASK,
    ),
]

RIGHT = [
    Rewrite(
        "alexnet",
        """
        def alexnet():
            return nn.Sequential(
                nn.Conv2d(1, 96, kernel_size=11, stride=4, padding=1), nn.ReLU(),
                nn.MaxPool2d(kernel_size=3, stride=2),
                nn.Conv2d(96, 256, kernel_size=5, padding=2), nn.ReLU(),
                nn.MaxPool2d(kernel_size=3, stride=2),
                nn.Conv2d(256, 384, kernel_size=3, padding=1), nn.ReLU(),
                nn.Conv2d(384, 384, kernel_size=3, padding=1), nn.ReLU(),
                nn.Conv2d(384, 256, kernel_size=3, padding=1), nn.ReLU(),
                nn.MaxPool2d(kernel_size=3, stride=2),
                nn.Flatten(),
                nn.Linear(6400, 4096), nn.ReLU(),
                nn.Dropout(p=0.5),
                nn.Linear(4096, 4096), nn.ReLU(),
                nn.Dropout(p=0.5),
                nn.Linear(4096, 10))
        """,
        why="the book's code",
    ),
    Rewrite(
        "alexnet",
        """
        from torch.nn import functional as F

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.lin3 = nn.Linear(4096, 10)
                self.lin2, self.lin1 = nn.Linear(4096, 4096), nn.Linear(6400, 4096)
                self.convs = nn.ModuleList([
                    nn.Conv2d(1, 96, (11, 11), (4, 4), (1, 1)), nn.Conv2d(96, 256, 5, padding="same"),
                    nn.Conv2d(256, 384, 3, 1, 1), nn.Conv2d(384, 384, 3, 1, 1),
                    nn.Conv2d(384, 256, 3)])
                self.apply(self.start)

            @staticmethod
            def start(layer):
                if isinstance(layer, (nn.Conv2d, nn.Linear)):
                    nn.init.xavier_uniform_(layer.weight)

            def forward(self, X):
                for i, conv in enumerate(self.convs):
                    X = conv(F.pad(X, (1, 1, 1, 1)) if i == 4 else X)
                    X = F.max_pool2d(X, 3, 2).relu() if i in (0, 1, 4) else X.relu()
                X = F.dropout(self.lin1(X.reshape(len(X), -1)), training=self.training).relu()
                return self.lin3(F.dropout(F.relu(self.lin2(X)), 0.5, self.training))

        def alexnet():
            return Net()
        """,
        why="functions in forward, pooling and dropout before ReLU, zeros put around by F.pad",
    ),
    Rewrite(
        "alexnet",
        """
        def alexnet():
            relu, pool = nn.ReLU(inplace=True), nn.MaxPool2d(3, 2)
            features = nn.Sequential(
                nn.LazyConv2d(96, kernel_size=11, stride=4, padding=1), relu, pool,
                nn.LazyConv2d(256, kernel_size=5, padding=2), relu, pool,
                nn.LazyConv2d(384, kernel_size=3, padding=1), relu,
                nn.LazyConv2d(384, kernel_size=3, padding=1), relu,
                nn.LazyConv2d(256, kernel_size=3, padding=1), relu, pool, nn.Flatten())
            classifier = nn.Sequential(
                nn.LazyLinear(4096), relu, nn.Dropout(0.5, inplace=True),
                nn.LazyLinear(4096), relu, nn.Dropout(0.5, inplace=True), nn.LazyLinear(10))
            return nn.Sequential(features, classifier)
        """,
        why="lazy layers, ReLU and dropout in place, one ReLU and one pooling layer for all",
    ),
    Rewrite(
        "alexnet",
        """
        def alexnet():
            layers = []
            for a, b, size, stride, padding, pooled in (
                (1, 96, 11, 4, 1, True), (96, 256, 5, 1, 2, True), (256, 384, 3, 1, 1, False),
                (384, 384, 3, 1, 1, False), (384, 256, 3, 1, 1, True),
            ):
                layers += [nn.Conv2d(a, b, size, stride, padding), nn.ReLU()]
                layers += [nn.MaxPool2d(3, 2)] if pooled else []
            layers += [nn.Conv2d(256, 4096, 5), nn.ReLU(), nn.Dropout()]
            layers += [nn.Conv2d(4096, 4096, 1), nn.ReLU(), nn.Dropout()]
            return nn.Sequential(*layers, nn.Conv2d(4096, 10, 1), nn.Flatten())
        """,
        why="a loop; linear layers written as convolutions over all positions",
    ),
    Rewrite(
        "alexnet",
        """
        class AlexNet(nn.Module):
            def __init__(self, num_classes=10):
                super().__init__()
                self.features = nn.Sequential(
                    nn.Conv2d(1, 96, kernel_size=11, stride=4, padding=1),
                    nn.ReLU(inplace=True),
                    nn.MaxPool2d(kernel_size=3, stride=2),
                    nn.Conv2d(96, 256, kernel_size=5, padding=2),
                    nn.ReLU(inplace=True),
                    nn.MaxPool2d(kernel_size=3, stride=2),
                    nn.Conv2d(256, 384, kernel_size=3, padding=1),
                    nn.ReLU(inplace=True),
                    nn.Conv2d(384, 384, kernel_size=3, padding=1),
                    nn.ReLU(inplace=True),
                    nn.Conv2d(384, 256, kernel_size=3, padding=1),
                    nn.ReLU(inplace=True),
                    nn.MaxPool2d(kernel_size=3, stride=2),
                )
                self.avgpool = nn.AdaptiveAvgPool2d((5, 5))
                self.classifier = nn.Sequential(
                    nn.LazyLinear(4096), nn.ReLU(inplace=True), nn.Dropout(p=0.5),
                    nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Dropout(p=0.5),
                    nn.Linear(4096, num_classes))

            def forward(self, x):
                x = self.avgpool(self.features(x))
                return self.classifier(x.view(x.size(0), 256 * 5 * 5))

        def alexnet():
            return AlexNet()
        """,
        why="as torchvision writes it: adaptive pooling that changes nothing, view, a lazy layer",
    ),
    Rewrite(
        "alexnet",
        """
        import torch
        from torch.nn import functional as F

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                shapes = [(96, 1, 11, 11), (256, 96, 5, 5), (384, 256, 3, 3), (384, 384, 3, 3),
                          (256, 384, 3, 3), (4096, 6400), (4096, 4096), (10, 4096)]
                self.weights = nn.ParameterList([torch.empty(shape) for shape in shapes])
                self.biases = nn.ParameterList([torch.zeros(shape[0]) for shape in shapes])
                for weight in self.weights:
                    nn.init.kaiming_normal_(weight)

            def conv(self, X, i, **how):
                return torch.relu_(F.conv2d(X, weight=self.weights[i], bias=self.biases[i], **how))

            def dense(self, X, i):
                return F.linear(X, self.weights[i], self.biases[i])

            def forward(self, X):
                X = X.to(memory_format=torch.channels_last)
                X = F.max_pool2d(self.conv(X, 0, stride=4, padding=1), 3, stride=2)
                X = F.max_pool2d(self.conv(X, 1, padding=2), 3, stride=2)
                X = self.conv(self.conv(self.conv(X, 2, padding=1), 3, padding=1), 4, padding=1)
                X = torch.flatten(F.max_pool2d(X, 3, stride=2), start_dim=1)
                for i in (5, 6):
                    X = F.dropout(F.relu(self.dense(X, i)), training=self.training)
                return self.dense(X, 7)

        def alexnet():
            return Net()
        """,
        why="parameters held in lists, functions only, channels last in memory",
    ),
    Rewrite(
        "alexnet",
        """
        def init_cnn(module):
            if type(module) == nn.Linear or type(module) == nn.Conv2d:
                nn.init.xavier_uniform_(module.weight)

        class AlexNet(nn.Module):
            def __init__(self, lr=0.1, num_classes=10):
                super().__init__()
                self.net = nn.Sequential(
                    nn.LazyConv2d(96, kernel_size=11, stride=4, padding=1),
                    nn.ReLU(), nn.MaxPool2d(kernel_size=3, stride=2),
                    nn.LazyConv2d(256, kernel_size=5, padding=2), nn.ReLU(),
                    nn.MaxPool2d(kernel_size=3, stride=2),
                    nn.LazyConv2d(384, kernel_size=3, padding=1), nn.ReLU(),
                    nn.LazyConv2d(384, kernel_size=3, padding=1), nn.ReLU(),
                    nn.LazyConv2d(256, kernel_size=3, padding=1), nn.ReLU(),
                    nn.MaxPool2d(kernel_size=3, stride=2), nn.Flatten(),
                    nn.LazyLinear(4096), nn.ReLU(), nn.Dropout(p=0.5),
                    nn.LazyLinear(4096), nn.ReLU(), nn.Dropout(p=0.5),
                    nn.LazyLinear(num_classes))
                self.net.apply(init_cnn)

            def forward(self, X):
                return self.net(X)

        def alexnet():
            return AlexNet()
        """,
        why="the book's class",
    ),
]
