"""Known answers of ch23_lenet."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(1, -1, 28, 28)",
        "test_n_images_of_28_by_28",
        "One channel",
        "the batch becomes channels",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 28, 28, 1)",
        "test_n_images_of_28_by_28",
        "expected shape (3, 1, 28, 28)",
        "channels last",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 28, 28)",
        "test_n_images_of_28_by_28",
        "One channel",
        "no axis for the channel",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(28, 28)",
        "test_n_images_of_28_by_28",
        "invalid for input of size",
        "a single image only",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(1, 1, 28, 28)",
        "test_n_images_of_28_by_28",
        "invalid for input of size",
        "a single image only, with all axes",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28)[:1]",
        "test_n_images_of_28_by_28",
        "for each of n examples",
        "only the first image",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.unsqueeze(1)",
        "test_n_images_of_28_by_28",
        "expected shape (3, 1, 28, 28)",
        "only adds an axis",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(256, 1, 28, 28)",
        "test_n_images_of_28_by_28",
        "invalid for input of size",
        "the batch size of the notes, fixed",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 14, 56)",
        "test_n_images_of_28_by_28",
        "28 x 28",
        "another size",
    ),
    Edit(
        "Reshape",
        "        return X.reshape(-1, 1, 28, 28)",
        "        X.reshape(-1, 1, 28, 28)",
        "test_n_images_of_28_by_28",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28).tolist()",
        "test_n_images_of_28_by_28",
        "Its type is list",
        "a list",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28).squeeze()",
        "test_n_images_of_28_by_28",
        "One channel",
        "axes of size 1 are lost again",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28).transpose(2, 3)",
        "test_values_keep_their_order",
        "row by row",
        "height and width exchanged",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(784, -1).T.reshape(-1, 1, 28, 28)",
        "test_values_keep_their_order",
        "stay together",
        "values of different examples get mixed",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(28, 28, -1).permute(2, 0, 1).unsqueeze(1)",
        "test_values_keep_their_order",
        "stay together",
        "n taken for the last axis",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28) / 255",
        "test_values_keep_their_order",
        "times the expected one",
        "the values are scaled",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "torch.zeros(len(X), 1, 28, 28)",
        "test_values_keep_their_order",
        "Every value is zero",
        "only the shape",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.resize_(len(X), 1, 28, 28)",
        "test_X_is_not_modified",
        "modified in place",
        "changes the shape of X itself",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.sub_(X.mean()).reshape(-1, 1, 28, 28)",
        "test_X_is_not_modified",
        "modified in place",
        "centred, in place",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.detach().reshape(-1, 1, 28, 28)",
        "test_it_stands_in_a_net_and_lets_the_gradient_through",
        "without a gradient function",
        "the gradient is cut",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "torch.tensor(X.tolist(), dtype=X.dtype).reshape(-1, 1, 28, 28)",
        "test_it_stands_in_a_net_and_lets_the_gradient_through",
        "without a gradient function",
        "a new tensor made of numbers",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(nn.Module):
            def __init__(self):
                super().__init__()
                self.scale = nn.Parameter(torch.ones(1))

            def forward(self, X):
                return self.scale * X.reshape(-1, 1, 28, 28)
        """,
        "test_it_stands_in_a_net_and_lets_the_gradient_through",
        "number of its parameters",
        "a parameter of its own",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape:
            def __call__(self, X):
                return X.reshape(-1, 1, 28, 28)
        """,
        "test_it_stands_in_a_net_and_lets_the_gradient_through",
        "is not a Module subclass",
        "no nn.Module",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.n = None

            def forward(self, X):
                self.n = self.n or len(X)
                return X.reshape(self.n, 1, 28, 28)
        """,
        "test_values_keep_their_order",
        "invalid for input of size",
        "remembers the size of the first batch",
    ),
    Edit(
        "Reshape",
        "X.reshape(-1, 1, 28, 28)",
        "X.reshape(-1, 1, 28, 28).float()",
        "test_values_keep_their_order",
        "dtype float32",
        "makes float32 of any X",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            return torch.nn.Sequential(
                Reshape(),
                nn.Conv2d(1, 6, kernel_size=5, padding=2),
                nn.Sigmoid(),
                nn.AvgPool2d(kernel_size=2, stride=2),
                nn.Conv2d(6, 16, kernel_size=5),
                nn.AvgPool2d(kernel_size=2, stride=2),
                nn.Flatten(),
                nn.Linear(16 * 5 * 5, 120),
                nn.Sigmoid(),
                nn.Linear(120, 84),
                nn.Sigmoid(),
                nn.Linear(84, 10),
            )
        """,
        "test_layers_stand_in_order",
        "without the sigmoid",
        "no sigmoid after the second convolution (notes 11)",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),\n        nn.AvgPool2d(kernel_size=2, stride=2),",
        "test_layers_stand_in_order",
        "without the sigmoid",
        "no sigmoid after the first convolution",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),\n        nn.ReLU(),\n        nn.AvgPool2d(kernel_size=2, stride=2),",
        "test_layers_stand_in_order",
        "with ReLU in place of sigmoid",
        "ReLU after the first convolution",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),\n        nn.Tanh(),\n        nn.AvgPool2d(kernel_size=2, stride=2),",
        "test_layers_stand_in_order",
        "Before this layer: sigmoid",
        "tanh after the first convolution",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),\n        nn.Sigmoid(),\n        nn.MaxPool2d(kernel_size=2, stride=2),",
        "test_layers_stand_in_order",
        "with max pooling",
        "maximum pooling",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(6, 16, kernel_size=5),  # (n, 16, 10, 10)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 16, 5, 5)",
        "nn.Conv2d(6, 16, kernel_size=5),\n        nn.Sigmoid(),\n        nn.MaxPool2d(kernel_size=2, stride=2),",
        "test_layers_stand_in_order",
        "with max pooling",
        "maximum pooling at the second place",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),\n        nn.AvgPool2d(kernel_size=2, stride=2),\n        nn.Sigmoid(),",
        "test_layers_stand_in_order",
        "sigmoid, 2x2 average pooling",
        "sigmoid after the pooling",
    ),
    Edit(
        "lenet",
        "nn.Conv2d(1, 6, kernel_size=5, padding=2),  # (n, 6, 28, 28)\n        nn.Sigmoid(),\n        nn.AvgPool2d(kernel_size=2, stride=2),  # (n, 6, 14, 14)",
        "nn.Conv2d(1, 6, kernel_size=5, stride=2, padding=2),\n        nn.Sigmoid(),",
        "test_every_layer_has_its_shape",
        "6 x 28 x 28",
        "stride 2 in place of the pooling",
    ),
    Edit(
        "lenet",
        "kernel_size=5, padding=2",
        "kernel_size=5",
        "test_every_layer_has_its_shape",
        "6 x 24 x 24",
        "no padding: 24 x 24 (notes 11: 28 + 4 = 32)",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            return nn.Sequential(
                nn.Conv2d(1, 6, kernel_size=5), nn.Sigmoid(), nn.AvgPool2d(2, 2),
                nn.Conv2d(6, 16, kernel_size=5), nn.Sigmoid(), nn.AvgPool2d(2, 2),
                nn.Flatten(), nn.Linear(16 * 4 * 4, 120), nn.Sigmoid(),
                nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))
        """,
        "test_every_layer_has_its_shape",
        "6 x 24 x 24",
        "no padding, 16 * 4 * 4 values",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            return nn.Sequential(
                nn.Conv2d(1, 6, kernel_size=5), nn.Sigmoid(), nn.AvgPool2d(2, 2),
                nn.Conv2d(6, 16, kernel_size=5), nn.Sigmoid(), nn.AdaptiveAvgPool2d(5),
                nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(),
                nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))
        """,
        "test_every_layer_has_its_shape",
        "6 x 24 x 24",
        "no padding, hidden by adaptive pooling",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            return nn.Sequential(
                nn.Conv2d(1, 6, kernel_size=5, padding=2, padding_mode="replicate"), nn.Sigmoid(), nn.AvgPool2d(2, 2),
                nn.Conv2d(6, 16, kernel_size=5), nn.Sigmoid(), nn.AvgPool2d(2, 2),
                nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(),
                nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))
        """,
        "test_layers_stand_in_order",
        "padding 2",
        "the border is repeated, not zero",
    ),
    Edit(
        "lenet",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.Sigmoid(),",
        "nn.Linear(16 * 5 * 5, 120),",
        "test_layers_stand_in_order",
        "without the sigmoid",
        "no sigmoid after the first linear layer",
    ),
    Edit(
        "lenet",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.Sigmoid(),",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.ReLU(),",
        "test_layers_stand_in_order",
        "with ReLU in place of sigmoid",
        "ReLU after the first linear layer",
    ),
    Edit(
        "lenet",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.Sigmoid(),",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.Sigmoid(),\n        nn.Dropout(0.5),",
        "test_layers_stand_in_order",
        "Before this layer: sigmoid",
        "dropout, which LeNet has not",
    ),
    Edit(
        "lenet",
        "nn.Linear(16 * 5 * 5, 120),\n        nn.Sigmoid(),",
        "nn.Linear(16 * 5 * 5, 120, bias=False),\n        nn.Sigmoid(),",
        "test_every_layer_has_its_shape",
        "without a bias",
        "a layer without a bias",
    ),
    Edit(
        "lenet",
        "        nn.Linear(84, 10),\n",
        "        nn.Linear(84, 10),\n        nn.Softmax(dim=1),\n",
        "test_layers_stand_in_order",
        "nothing after the last layer",
        "softmax at the end",
    ),
    Edit(
        "lenet",
        "        nn.Linear(84, 10),\n",
        "        nn.Linear(84, 10),\n        nn.LogSoftmax(dim=1),\n",
        "test_layers_stand_in_order",
        "nothing after the last layer",
        "log softmax at the end",
    ),
    Edit(
        "lenet",
        "        nn.Linear(84, 10),\n",
        "        nn.Linear(84, 10),\n        nn.Sigmoid(),\n",
        "test_layers_stand_in_order",
        "nothing after the last layer",
        "sigmoid at the end",
    ),
    Edit(
        "lenet",
        "nn.Linear(84, 10)",
        "nn.Linear(84, 1)",
        "test_every_layer_has_its_shape",
        "gives 10 by weights (10, 84)",
        "one score an image",
    ),
    Edit(
        "lenet",
        "        nn.Sigmoid(),\n        nn.Linear(84, 10),\n",
        "",
        "test_every_image_gets_ten_scores",
        "shape (1, 84)",
        "the last layer is missing",
    ),
    Edit(
        "lenet",
        "nn.Linear(120, 84),\n        nn.Sigmoid(),\n        nn.Linear(84, 10),",
        "nn.Linear(120, 84),\n        nn.Sigmoid(),\n        nn.Linear(84, 84),\n        nn.Sigmoid(),\n        nn.Linear(84, 10),",
        "test_there_are_61_706_parameters",
        "Five weights and five biases",
        "a layer too many",
    ),
    Edit(
        "lenet",
        "        nn.Flatten(),  # (n, 400)\n",
        "",
        "test_every_layer_has_its_shape",
        "flatten",
        "not flattened",
    ),
    Edit(
        "lenet",
        "        nn.Flatten(),  # (n, 400)\n",
        "        nn.Flatten(0),\n",
        "test_every_layer_has_its_shape",
        "nn.Flatten() keeps the batch",
        "the batch is flattened, too",
    ),
    Edit(
        "lenet",
        "    return nn.Sequential(",
        "    nn.Sequential(",
        "test_every_layer_has_its_shape",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "lenet",
        """
        net = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Sigmoid(), nn.AvgPool2d(2),
            nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))

        def lenet():
            return net
        """,
        "test_a_new_net_at_every_call",
        "at every call",
        "one net for all",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.convs = [nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)]
                self.head = nn.Sequential(
                    nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))

            def forward(self, X):
                for conv in self.convs:
                    X = nn.functional.avg_pool2d(torch.sigmoid(conv(X)), 2)
                return self.head(X.flatten(1))

        def lenet():
            return LeNet()
        """,
        "test_there_are_61_706_parameters",
        "Five weights and five biases",
        "layers in a plain list are not trained",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1).detach()
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X)

        def lenet():
            return LeNet()
        """,
        "test_gradient_reaches_every_parameter",
        "no gradient for conv1",
        "the convolutions are not trained",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X -= X.mean()
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1)
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X)

        def lenet():
            return LeNet()
        """,
        "test_X_is_not_modified",
        "modified in place",
        "centres the images in place",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X = (X - X.mean()) / X.std()
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1)
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X)

        def lenet():
            return LeNet()
        """,
        "test_layers_stand_in_order",
        "nothing",
        "normalises the images first",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1)
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X) + 0.1 * torch.rand(len(X), 10)

        def lenet():
            return LeNet()
        """,
        "test_layers_stand_in_order",
        "nothing after the last layer",
        "noise in the scores",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1)
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X) * (1 if self.training else 0.5)

        def lenet():
            return LeNet()
        """,
        "test_layers_stand_in_order",
        "exactly 0.5 times",
        "another scale in evaluation",
    ),
    Edit(
        "lenet",
        "        Reshape(),\n",
        "        nn.LayerNorm([28, 28], elementwise_affine=False),\n",
        "test_layers_stand_in_order",
        "nothing",
        "normalises each image",
    ),
    Edit(
        "lenet",
        "        nn.Conv2d(6, 16, kernel_size=5),  # (n, 16, 10, 10)\n",
        "        nn.Conv2d(6, 16, kernel_size=5),\n        nn.BatchNorm2d(16, affine=False),\n",
        "test_layers_stand_in_order",
        "Before this layer: sigmoid",
        "batch normalisation, which is that of notes 16",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def accuracy(y_hat, y):
            if len(y_hat.shape) > 1 and y_hat.shape[1] > 1:
                y_hat = y_hat.argmax(axis=1)
            return float((y_hat.type(y.dtype) == y).sum())

        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if isinstance(net, torch.nn.Module):
                net.eval()
                if not device:
                    device = next(iter(net.parameters())).device
            hits, n = 0.0, 0
            for X, y in data_iter:
                if isinstance(X, list):
                    X = [x.to(device) for x in X]
                else:
                    X = X.to(device)
                y = y.to(device)
                hits, n = hits + accuracy(net(X), y), n + y.numel()
            return hits / n
        """,
        "test_net_works_without_gradients",
        "With gradients on, the moving statistics",
        "gradients stay on (notes 11)",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return hits",
        "test_every_example_counts_the_same",
        "by all examples",
        "the number of hits",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return 1 - hits / n",
        "test_every_example_counts_the_same",
        "hits",
        "the share of errors",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return hits // n",
        "test_every_example_counts_the_same",
        "0.5555556",
        "cut to a whole number",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return 100 * hits / n",
        "test_every_example_counts_the_same",
        "0.5555556",
        "per cent",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return hits, n",
        "test_every_example_counts_the_same",
        "Its type is tuple",
        "hits and number apart",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    print(hits / n)",
        "test_every_example_counts_the_same",
        "did you forget `return`",
        "printed, not returned",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "            return hits / n",
        "test_every_example_counts_the_same",
        "0.75",
        "returns after the first batch",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            n += len(y)",
        "            n = len(y)",
        "test_every_example_counts_the_same",
        "by all examples",
        "the size of the last batch only",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            n += len(y)",
        "            n += 1",
        "test_every_example_counts_the_same",
        "by all examples",
        "divided by the number of batches",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n            n += len(y)",
        "            hits += float((net(X).argmax(dim=1) == y).float().mean())\n            n += 1",
        "test_every_example_counts_the_same",
        "overrates a short one",
        "the mean of the batches' accuracies",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "argmax(dim=1)",
        "argmax(dim=0)",
        "test_every_example_counts_the_same",
        "size of tensor",
        "the highest of each column",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "argmax(dim=1)",
        "max(dim=1).values",
        "test_every_example_counts_the_same",
        "all hits",
        "scores compared with labels",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "argmax(dim=1)",
        "argmin(dim=1)",
        "test_every_example_counts_the_same",
        "hits",
        "the lowest score",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "    net.eval()\n    sum(1 for _ in data_iter)\n",
        "test_every_example_counts_the_same",
        "division by zero",
        "counts the batches first, and uses them up",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    return hits / n",
        "    return hits / (len(data_iter) * n)",
        "test_every_example_counts_the_same",
        "hits",
        "divided once more",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "X, y = _moved(X, device), y.to(device)",
        "X, y = X.to(device), y.to(device)",
        "test_X_may_be_a_list",
        "'list' object has no attribute 'to'",
        "X taken for a tensor",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n",
        "            hits += int((net(*X).argmax(dim=1) == y).sum()) if isinstance(X, list) else int((net(X).argmax(dim=1) == y).sum())\n",
        "test_X_may_be_a_list",
        "positional argument",
        "the list is taken apart",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X = X[0] if isinstance(X, list) else X\n            X, y = _moved(X, device), y.to(device)\n",
        "test_X_may_be_a_list",
        "gets the whole list",
        "only the first tensor of the list",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X = torch.cat(X) if isinstance(X, list) else X\n            X, y = _moved(X, device), y.to(device)\n",
        "test_X_may_be_a_list",
        "size of tensor",
        "the list is joined",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            n += len(y)",
        "            n += len(X)",
        "test_X_may_be_a_list",
        "y tells how many",
        "the length of the list for the number of examples",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "",
        "test_net_works_in_evaluation_mode",
        "In training mode",
        "the mode is left as it is",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "    net.eval\n",
        "test_net_works_in_evaluation_mode",
        "In training mode",
        "eval is named, not called",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "    net.train()\n",
        "test_net_works_in_evaluation_mode",
        "In training mode",
        "training mode",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n            net.train()\n",
        "test_net_works_in_evaluation_mode",
        "In training mode",
        "evaluation mode for the first batch only",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    with torch.no_grad():",
        "    if True:",
        "test_net_works_without_gradients",
        "With gradients on",
        "no torch.no_grad()",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if device is None:
                device = next(net.parameters()).device
            net.eval()
            hits = n = 0
            for X, y in data_iter:
                y_hat = net(_moved(X, device)).detach()
                with torch.no_grad():
                    hits += int((y_hat.argmax(dim=1) == y.to(device)).sum())
                    n += len(y)
            return hits / n
        """,
        "test_net_works_without_gradients",
        "With gradients on",
        "without gradients only after the net",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if device is None:
                device = next(net.parameters()).device
            net.eval()
            torch.set_grad_enabled(False)
            hits = n = 0
            for X, y in data_iter:
                hits += int((net(_moved(X, device)).argmax(dim=1) == y.to(device)).sum())
                n += len(y)
            return hits / n
        """,
        "test_net_works_without_gradients",
        "on or off as before",
        "gradients stay off",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if device is None:
                device = next(net.parameters()).device
            net.eval()
            hits = n = 0
            for X, y in data_iter:
                for x in X if isinstance(X, list) else [X]:
                    x.requires_grad_(False)
                hits += int((net(_moved(X, device)).argmax(dim=1) == y.to(device)).sum())
                n += len(y)
            return hits / n
        """,
        "test_net_works_without_gradients",
        "With gradients on",
        "requires_grad of X for the gradients of the net",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n",
        "            hits += int((net(X).argmax(dim=1) == y).sum())\n            for parameter in net.parameters():\n                parameter.mul_(0.9)\n",
        "test_net_and_batches_are_not_modified",
        "Nothing is trained",
        "changes the weights",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X, y = _moved(X, device), y.to(device)\n            X = X if isinstance(X, list) else X.div_(X.abs().max())\n",
        "test_net_and_batches_are_not_modified",
        "modified in place",
        "scales X in place",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X = _moved(X, device)\n",
        "test_batches_are_moved_to_the_net",
        "and y",
        "only X is moved",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            y = y.to(device)\n",
        "test_batches_are_moved_to_the_net",
        "Move to the device",
        "only y is moved",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X, y = (X, y) if isinstance(X, list) else (X.to(device), y.to(device))\n",
        "test_batches_are_moved_to_the_net",
        "each tensor in the list X",
        "a list is not moved",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            _moved(X, device), y.to(device)\n",
        "test_batches_are_moved_to_the_net",
        "Move to the device",
        "moved, but the result is not kept",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "next(net.parameters()).device",
        'torch.device("cuda" if torch.cuda.is_available() else "cpu")',
        "test_batches_are_moved_to_the_net",
        "device not given",
        "the best device in place of that of the net",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    if device is None:\n        device = next(net.parameters()).device\n",
        '    device = torch.device("cpu")\n',
        "test_batches_are_moved_to_the_net",
        "Move to the device",
        "always the CPU",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            net.eval()
            hits = n = 0
            with torch.no_grad():
                for X, y in data_iter:
                    if device is None:
                        device = y.device
                    hits += int((net(_moved(X, device)).argmax(dim=1) == y.to(device)).sum())
                    n += len(y)
            return hits / n
        """,
        "test_batches_are_moved_to_the_net",
        "device not given",
        "the device of the first batch",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if device:
                device = next(net.parameters()).device
            net.eval()
            hits = n = 0
            with torch.no_grad():
                for X, y in data_iter:
                    if device:
                        X, y = _moved(X, device), y.to(device)
                    hits += int((net(X).argmax(dim=1) == y).sum())
                    n += len(y)
            return hits / n
        """,
        "test_batches_are_moved_to_the_net",
        "device not given",
        "nothing is moved without a device",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            def init_weights(m):
                if type(m) == nn.Linear or type(m) == nn.Conv2d:
                    nn.init.xavier_uniform_(m.weight)
            net.apply(init_weights)
            print("training on", device)
            net.to(device)
            optimizer = torch.optim.SGD(net.parameters(), lr=lr)
            loss = nn.CrossEntropyLoss()
            history, num_batches = [], len(train_iter)
            for epoch in range(num_epochs):
                metric = [0.0, 0.0, 0]
                net.train()
                for i, (X, y) in enumerate(train_iter):
                    optimizer.zero_grad()
                    X = [x.to(device) for x in X] if isinstance(X, list) else X.to(device)
                    y = y.to(device)
                    y_hat = net(X)
                    l = loss(y_hat, y)
                    l.backward()
                    optimizer.step()
                    with torch.no_grad():
                        metric[0] += float(l * y.shape[0])
                        metric[1] += float((y_hat.argmax(dim=1) == y).sum())
                        metric[2] += y.shape[0]
                    train_l = metric[0] / metric[2]
                    train_acc = metric[1] / metric[2]
                    if (i + 1) % (num_batches // 5) == 0 or i == num_batches - 1:
                        print(epoch + (i + 1) / num_batches, train_l, train_acc)
                test_acc = evaluate_accuracy_gpu(net, test_iter)
                history.append((train_l, train_acc, test_acc))
            print(f"loss {train_l:.3f}, train acc {train_acc:.3f}, test acc {test_acc:.3f}")
            return history
        """,
        "test_weights_start_as_xavier_draws_them",
        "by zero",
        "fewer than 5 batches divide by zero (notes 11)",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "",
        "test_weights_start_as_xavier_draws_them",
        "Xavier's uniform draw",
        "no Xavier",
    ),
    Edit(
        "train_ch6",
        "net.apply(_init_weights)",
        "_init_weights(net)",
        "test_weights_start_as_xavier_draws_them",
        "however deep",
        "the net itself, not its layers",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    for layer in net.children():\n        _init_weights(layer)\n",
        "test_weights_start_as_xavier_draws_them",
        "however deep",
        "only the layers at the top",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, nn.Linear):\n            nn.init.xavier_uniform_(module.weight)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "nn.Conv2d",
        "linear layers only",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, nn.Conv2d):\n            nn.init.xavier_uniform_(module.weight)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "nn.Linear(96, 40)",
        "convolutions only",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if type(module) == nn.Linear and type(module) == nn.Conv2d:\n            nn.init.xavier_uniform_(module.weight)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "Xavier's uniform draw",
        "`and` where `or` is meant",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.xavier_normal_(module.weight)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "Xavier's uniform draw",
        "normally distributed",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.kaiming_uniform_(module.weight)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "at most 0.1925",
        "Kaiming's bound",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            module.reset_parameters()\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "fan_in 18 and fan_out 144",
        "the library's usual start",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.normal_(module.weight, std=0.01)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "weights beyond",
        "normal numbers with standard deviation 0.01",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            bound = (6 / sum(module.weight.shape[:2])) ** 0.5\n            nn.init.uniform_(module.weight, -bound, bound)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "fan_in 18 and fan_out 144",
        "channels for fan_in and fan_out: the kernel's size is left out",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.xavier_uniform_(module.weight)\n            module.weight.data.abs_()\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "weights above 0",
        "positive weights only",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    def init(module):\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.xavier_uniform_(module.weight, gain=0.5)\n    net.apply(init)\n",
        "test_weights_start_as_xavier_draws_them",
        "weights beyond",
        "half of the bound",
    ),
    Edit(
        "train_ch6",
        "    for _ in range(num_epochs):\n",
        "    for _ in range(num_epochs):\n        net.apply(_init_weights)\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "after one more epoch",
        "new weights in every epoch",
    ),
    Edit(
        "train_ch6",
        "            optimizer.zero_grad()\n",
        "",
        "test_every_batch_makes_one_step",
        "are earlier ones cleared",
        "gradients are never cleared",
    ),
    Edit(
        "train_ch6",
        "            optimizer.zero_grad()\n            y_hat = net(X)\n            mean = loss(y_hat, y)\n            mean.backward()\n",
        "            y_hat = net(X)\n            mean = loss(y_hat, y)\n            mean.backward()\n            optimizer.zero_grad()\n",
        "test_every_batch_makes_one_step",
        "makes one step",
        "cleared between backward and step",
    ),
    Edit(
        "train_ch6",
        "        net.train()  # the evaluation of the last epoch has changed the mode\n        total, hits, n = 0.0, 0, 0\n        for X, y in train_iter:\n            X, y = _moved(X, device), y.to(device)\n            optimizer.zero_grad()\n",
        "        net.train()\n        total, hits, n = 0.0, 0, 0\n        optimizer.zero_grad()\n        for X, y in train_iter:\n            X, y = _moved(X, device), y.to(device)\n",
        "test_every_batch_makes_one_step",
        "are earlier ones cleared",
        "cleared once an epoch",
    ),
    Edit(
        "train_ch6",
        "            optimizer.step()\n",
        "",
        "test_every_batch_makes_one_step",
        "makes one step",
        "no step",
    ),
    Edit(
        "train_ch6",
        "            n += len(y)\n",
        "            n += len(y)\n        optimizer.step()\n",
        "test_every_batch_makes_one_step",
        "makes one step",
        "a step more at the end of the epoch",
    ),
    Edit(
        "train_ch6",
        "lr=lr",
        "lr=lr, momentum=0.9",
        "test_every_batch_makes_one_step",
        "plain SGD",
        "momentum",
    ),
    Edit(
        "train_ch6",
        "lr=lr",
        "lr=lr, weight_decay=0.1",
        "test_every_batch_makes_one_step",
        "plain SGD",
        "weight decay",
    ),
    Edit(
        "train_ch6",
        "lr=lr",
        "lr=0.9",
        "test_every_batch_makes_one_step",
        "plain SGD",
        "the learning rate of the notes, fixed",
    ),
    Edit(
        "train_ch6",
        "lr=lr",
        "lr=lr, maximize=True",
        "test_every_batch_makes_one_step",
        "makes one step",
        "upwards",
    ),
    Edit(
        "train_ch6",
        "torch.optim.SGD(",
        "torch.optim.Adam(",
        "test_every_batch_makes_one_step",
        "plain SGD",
        "Adam",
    ),
    Edit(
        "train_ch6",
        "nn.CrossEntropyLoss()",
        'nn.CrossEntropyLoss(reduction="sum")',
        "test_every_batch_makes_one_step",
        "its own mean",
        "the sum of the losses",
    ),
    Edit(
        "train_ch6",
        "loss(y_hat, y)",
        "loss(y_hat.softmax(dim=1), y)",
        "test_every_batch_makes_one_step",
        "plain SGD",
        "softmax before the cross-entropy that has its own",
    ),
    Edit(
        "train_ch6",
        "mean = loss(y_hat, y)",
        "mean = loss(y_hat.detach().requires_grad_(), y)",
        "test_every_batch_makes_one_step",
        "makes one step",
        "the graph is cut",
    ),
    Edit(
        "train_ch6",
        "for X, y in train_iter:",
        "for X, y in list(train_iter)[:-1]:",
        "test_every_batch_makes_one_step",
        "3 batches",
        "the last, short batch is dropped",
    ),
    Edit(
        "train_ch6",
        "for X, y in train_iter:",
        "for X, y in test_iter:",
        "test_every_batch_makes_one_step",
        "makes one step",
        "trains on the test data",
    ),
    Edit(
        "train_ch6",
        "total += mean.item() * len(y)",
        "total += mean.item()",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "how much does each count",
        "the mean of a batch counts as one example",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(total, hits / n, test_accuracy)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "train loss",
        "the sum of the losses",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(total / n, hits, test_accuracy)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "train accuracy",
        "the number of hits",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(hits / n, total / n, test_accuracy)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "train loss",
        "the first two are exchanged",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(total / n, test_accuracy, hits / n)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "train accuracy",
        "the last two are exchanged",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(mean.item(), hits / n, test_accuracy)",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "before its step",
        "the loss of the last batch alone",
    ),
    Edit(
        "train_ch6",
        "            total += mean.item() * len(y)\n",
        "            y_hat = net(X)\n            mean = loss(y_hat, y)\n            total += mean.item() * len(y)\n",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "before its step",
        "measured after the step",
    ),
    Edit(
        "train_ch6",
        "        history.append((total / n, hits / n, test_accuracy))",
        "        history.append((total / n, evaluate_accuracy_gpu(net, train_iter, device), test_accuracy))",
        "test_loss_and_accuracy_are_those_of_all_examples_before_the_steps",
        "train accuracy",
        "the train accuracy after the epoch",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "[total / n, hits / n, test_accuracy]",
        "test_every_batch_makes_one_step",
        "a list of tuples",
        "lists instead of tuples",
    ),
    Edit(
        "train_ch6",
        "(total / n, hits / n, test_accuracy)",
        "(total / n, hits / n)",
        "test_every_batch_makes_one_step",
        "3 numbers",
        "no test accuracy",
    ),
    Edit(
        "train_ch6",
        "    return history",
        "    return history[-1]",
        "test_every_batch_makes_one_step",
        "a list of tuples",
        "the last epoch alone",
    ),
    Edit(
        "train_ch6",
        "    return history",
        "    print(history)",
        "test_every_batch_makes_one_step",
        "returned None",
        "nothing comes back, as in the notes",
    ),
    Edit(
        "train_ch6",
        "    return history",
        "    return tuple(zip(*history))",
        "test_every_batch_makes_one_step",
        "one for each epoch",
        "a tuple for each number",
    ),
    Edit(
        "train_ch6",
        "range(num_epochs)",
        "range(num_epochs + 1)",
        "test_every_batch_makes_one_step",
        "one for each epoch",
        "an epoch too many",
    ),
    Edit(
        "train_ch6",
        "range(num_epochs)",
        "range(10)",
        "test_every_batch_makes_one_step",
        "one for each epoch",
        "always ten epochs",
    ),
    Edit(
        "train_ch6",
        "    for _ in range(num_epochs):\n        net.train()  # the evaluation of the last epoch has changed the mode\n        total, hits, n = 0.0, 0, 0\n",
        "    total, hits, n = 0.0, 0, 0\n    for _ in range(num_epochs):\n        net.train()\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "its sums begin at 0",
        "the sums go on from epoch to epoch",
    ),
    Edit(
        "train_ch6",
        "evaluate_accuracy_gpu(net, test_iter, device)",
        "evaluate_accuracy_gpu(net, train_iter, device)",
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy",
        "evaluates on the training data",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            net.apply(_init_weights)
            net.to(device)
            loss, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=lr)
            history = []
            for _ in range(num_epochs):
                test_accuracy = evaluate_accuracy_gpu(net, test_iter, device)
                net.train()
                total, hits, n = 0.0, 0, 0
                for X, y in train_iter:
                    X, y = _moved(X, device), y.to(device)
                    optimizer.zero_grad()
                    y_hat = net(X)
                    mean = loss(y_hat, y)
                    mean.backward()
                    optimizer.step()
                    total += mean.item() * len(y)
                    hits += int((y_hat.argmax(dim=1) == y).sum())
                    n += len(y)
                history.append((total / n, hits / n, test_accuracy))
            return history
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy after it",
        "evaluates before training",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            net.apply(_init_weights)
            net.to(device)
            loss, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=lr)
            history, batches = [], list(train_iter)
            for _ in range(num_epochs):
                net.train()
                total, hits, n = 0.0, 0, 0
                for X, y in batches:
                    X, y = _moved(X, device), y.to(device)
                    optimizer.zero_grad()
                    y_hat = net(X)
                    mean = loss(y_hat, y)
                    mean.backward()
                    optimizer.step()
                    total += mean.item() * len(y)
                    hits += int((y_hat.argmax(dim=1) == y).sum())
                    n += len(y)
                history.append((total / n, hits / n, evaluate_accuracy_gpu(net, test_iter, device)))
            return history
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "runs through train_iter anew",
        "the batches of the first pass for all epochs",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            net.apply(_init_weights)
            net.to(device)
            loss, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=lr)
            history = []
            for _ in range(num_epochs):
                net.train()
                total, hits, n = 0.0, 0, 0
                for X, y in train_iter:
                    X, y = _moved(X, device), y.to(device)
                    optimizer.zero_grad()
                    y_hat = net(X)
                    mean = loss(y_hat, y)
                    mean.backward()
                    optimizer.step()
                    total += mean.item() * len(y)
                    hits += int((y_hat.argmax(dim=1) == y).sum())
                    n += len(y)
                history.append((total / n, hits / n))
            test_accuracy = evaluate_accuracy_gpu(net, test_iter, device)
            return [(*row, test_accuracy) for row in history]
        """,
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy after it",
        "evaluates only once, at the end",
    ),
    Edit(
        "train_ch6",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X, y = X.to(device), y.to(device)\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "'list' object has no attribute 'to'",
        "X taken for a tensor (notes 11)",
    ),
    Edit(
        "train_ch6",
        "            n += len(y)\n",
        "            n += len(X)\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "y tells how many",
        "the length of the list for the number of examples",
    ),
    Edit(
        "train_ch6",
        "        net.train()  # the evaluation of the last epoch has changed the mode\n",
        "",
        "test_modes_alternate",
        "Evaluation changes the mode",
        "never in training mode",
    ),
    Edit(
        "train_ch6",
        "    history = []\n    for _ in range(num_epochs):\n        net.train()  # the evaluation of the last epoch has changed the mode\n",
        "    history = []\n    net.train()\n    for _ in range(num_epochs):\n",
        "test_modes_alternate",
        "Evaluation changes the mode",
        "training mode only before the first epoch",
    ),
    Edit(
        "train_ch6",
        "        net.train()  # the evaluation of the last epoch has changed the mode\n",
        "        net.eval()\n",
        "test_modes_alternate",
        "training",
        "trains in evaluation mode",
    ),
    Edit(
        "train_ch6",
        "        test_accuracy = evaluate_accuracy_gpu(net, test_iter, device)\n",
        "        right = [(net(_moved(X, device)).argmax(dim=1) == y.to(device)) for X, y in test_iter]\n        test_accuracy = float(torch.cat(right).float().mean())\n",
        "test_modes_alternate",
        "evaluation",
        "evaluates in training mode",
    ),
    Edit(
        "train_ch6",
        "    net.to(device)\n",
        "",
        "test_net_and_batches_are_moved_to_the_device",
        "the net",
        "the net is not moved",
    ),
    Edit(
        "train_ch6",
        "            X, y = _moved(X, device), y.to(device)\n",
        "",
        "test_net_and_batches_are_moved_to_the_device",
        "of every batch X",
        "the batches are not moved",
    ),
    Edit(
        "train_ch6",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X = _moved(X, device)\n",
        "test_net_and_batches_are_moved_to_the_device",
        "and y",
        "only X is moved",
    ),
    Edit(
        "train_ch6",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            _moved(X, device), y.to(device)\n",
        "test_net_and_batches_are_moved_to_the_device",
        "of every batch X",
        "moved, but the result is not kept",
    ),
    Edit(
        "train_ch6",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X, y = (X, y) if isinstance(X, list) else (X.to(device), y.to(device))\n",
        "test_net_and_batches_are_moved_to_the_device",
        "each tensor in the list X",
        "a list is not moved",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            net.apply(_init_weights)
            net.to(device)
            optimizer = torch.optim.SGD(net.parameters(), lr=lr)
            scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.01)
            history = []
            for _ in range(num_epochs):
                net.train()
                total, hits, n = 0.0, 0, 0
                for X, y in train_iter:
                    X, y = _moved(X, device), y.to(device)
                    optimizer.zero_grad()
                    y_hat = net(X)
                    mean = nn.functional.cross_entropy(y_hat, y)
                    mean.backward()
                    optimizer.step()
                    scheduler.step()
                    total += mean.item() * len(y)
                    hits += int((y_hat.argmax(dim=1) == y).sum())
                    n += len(y)
                history.append((total / n, hits / n, evaluate_accuracy_gpu(net, test_iter, device)))
            return history
        """,
        "test_it_learns_garments",
        "train_ch6 with a small net on garments",
        "a learning rate that soon shrinks to nothing",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    with torch.no_grad():\n        for X, y in data_iter:\n            X, y = _moved(X, device), y.to(device)\n            hits += int((net(X).argmax(dim=1) == y).sum())\n            n += len(y)\n",
        "    torch.set_grad_enabled(False)\n    for X, y in data_iter:\n        X, y = _moved(X, device), y.to(device)\n        hits += int((net(X).argmax(dim=1) == y).sum())\n        n += len(y)\n    torch.set_grad_enabled(True)\n",
        "test_net_works_without_gradients",
        "on or off as before",
        "turns gradients on afterwards, whatever they were before",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "    net.eval().requires_grad_(False)\n",
        "test_net_and_batches_are_not_modified",
        "requires_grad",
        "freezes the parameters for good",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    for child in net.children():\n        _init_weights(child)\n        for module in child.children():\n            _init_weights(module)\n",
        "test_weights_start_as_xavier_draws_them",
        "however deep",
        "only two levels deep",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    net.apply(_init_weights)\n    for module in net.modules():\n        if isinstance(module, (nn.Linear, nn.Conv2d)):\n            nn.init.zeros_(module.bias)\n",
        "test_weights_start_as_xavier_draws_them",
        "NoneType",
        "cannot stand a layer without a bias",
    ),
    Edit(
        "train_ch6",
        "    net.to(device)\n",
        "    import copy\n\n    net = copy.deepcopy(net).to(device)\n",
        "test_every_batch_makes_one_step",
        "not a copy",
        "trains a copy of the net",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            if isinstance(X, list):\n                X[:] = _moved(X, device)\n            X, y = _moved(X, device), y.to(device)\n",
        "test_batches_are_moved_to_the_net",
        "Make a new list",
        "puts the moved tensors into the list of the batch",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "            X, y = _moved(X, device), y.to(device)\n",
        "            X, y = _moved(X, device), y.to(device)\n            X = tuple(X) if isinstance(X, list) else X\n",
        "test_X_may_be_a_list",
        "the net was given a tuple",
        "a tuple in place of the list",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    torch.manual_seed(0)\n    net.apply(_init_weights)\n",
        "test_weights_start_as_xavier_draws_them",
        "Set no seed",
        "sets a seed: the same weights at every call",
    ),
    Edit(
        "train_ch6",
        "    history = []\n",
        "    history, test_iter = [], list(test_iter)\n",
        "test_each_epoch_goes_on_from_the_one_before",
        "test accuracy after it",
        "runs through test_iter only once",
    ),
    Edit(
        "train_ch6",
        "        history.append((total / n, hits / n, test_accuracy))\n",
        "        history.append((total / n, hits / n, test_accuracy))\n        if hits == n:\n            break\n",
        "test_every_epoch_counts_also_when_all_is_right",
        "not when the accuracy is 1",
        "stops when every training example is right",
    ),
    Edit(
        "train_ch6",
        "    return history",
        "    net.cpu()\n    return history",
        "test_net_and_batches_are_moved_to_the_device",
        "parameters on cpu afterwards",
        "moves the net back to the CPU",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "        device = next(net.parameters()).device\n",
        "        device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n        net.to(device)\n",
        "test_batches_are_moved_to_the_net",
        "parameters on cpu afterwards",
        "moves the net to a device of its own choice",
    ),
    Edit(
        "train_ch6",
        "    net.apply(_init_weights)\n",
        "    net.apply(_init_weights)\n    for parameter in net.parameters():\n        if parameter.dim() == 1:\n            nn.init.zeros_(parameter)\n",
        "test_weights_start_as_xavier_draws_them",
        "nn.BatchNorm1d(40)",
        "zeros for all vectors, biases and the scale of a normalisation alike",
    ),
    Edit(
        "train_ch6",
        "        net.train()  #",
        "        net.training = True  #",
        "test_modes_alternate",
        "mixed",
        "only the net itself goes back to training mode, its layers do not",
    ),
    Edit(
        "evaluate_accuracy_gpu",
        "    net.eval()\n",
        "    net.training = False\n",
        "test_net_works_in_evaluation_mode",
        "mixed",
        "only the net itself is in evaluation mode, its layers are not",
    ),
]

RIGHT = [
    Rewrite(
        "Reshape",
        """
        class Reshape(torch.nn.Module):
            def forward(self, x):
                return x.view(-1, 1, 28, 28)
        """,
        why="as in the notes",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.Sequential(nn.Flatten(), nn.Unflatten(1, (1, 28, 28)))

            def forward(self, X):
                return self.layers(X)
        """,
        why="the library's layers",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(nn.Module):
            def forward(self, X):
                out = torch.empty(len(X), 1, 28, 28, dtype=X.dtype, device=X.device)
                out[:, 0] = X.flatten(1).reshape(len(X), 28, 28)
                return out
        """,
        why="a copy, filled",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(nn.Module):
            def forward(self, X: Tensor) -> Tensor:
                n = X.size(0)
                if n == 0:
                    return X.reshape(0, 1, 28, 28)
                return torch.stack([torch.reshape(x, (28, 28))[None] for x in X], dim=0)
        """,
        why="a loop over the examples",
    ),
    Rewrite(
        "Reshape",
        """
        class Reshape(nn.Module):
            def __init__(self, shape=(-1, 1, 28, 28)):
                super().__init__()
                self.shape = shape

            def forward(self, X):
                return torch.reshape(X.contiguous(), self.shape).clone()
        """,
        why="the shape as an attribute",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            return nn.Sequential(
                nn.Conv2d(1, 6, kernel_size=5, padding=2), nn.Sigmoid(),
                nn.AvgPool2d(kernel_size=2, stride=2),
                nn.Conv2d(6, 16, kernel_size=5), nn.Sigmoid(),
                nn.AvgPool2d(kernel_size=2, stride=2),
                nn.Flatten(),
                nn.Linear(16 * 5 * 5, 120), nn.Sigmoid(),
                nn.Linear(120, 84), nn.Sigmoid(),
                nn.Linear(84, 10))
        """,
        why="as in the book, without Reshape",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
                self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

            def forward(self, X):
                F = nn.functional
                X = F.avg_pool2d(torch.sigmoid(self.conv1(X)), 2)
                X = F.avg_pool2d(torch.sigmoid(self.conv2(X)), 2)
                X = X.flatten(1)
                X = torch.sigmoid(self.fc1(X))
                X = torch.sigmoid(self.fc2(X))
                return self.fc3(X)

        def lenet():
            return LeNet()
        """,
        why="a module of its own",
    ),
    Rewrite(
        "lenet",
        """
        def init_cnn(module):
            if type(module) == nn.Linear or type(module) == nn.Conv2d:
                nn.init.xavier_uniform_(module.weight)

        class LeNet(nn.Module):
            def __init__(self, lr=0.1, num_classes=10):
                super().__init__()
                self.net = nn.Sequential(
                    nn.LazyConv2d(6, kernel_size=5, padding=2), nn.Sigmoid(),
                    nn.AvgPool2d(kernel_size=2, stride=2),
                    nn.LazyConv2d(16, kernel_size=5), nn.Sigmoid(),
                    nn.AvgPool2d(kernel_size=2, stride=2),
                    nn.Flatten(),
                    nn.LazyLinear(120), nn.Sigmoid(),
                    nn.LazyLinear(84), nn.Sigmoid(),
                    nn.LazyLinear(num_classes))

            def forward(self, X):
                return self.net(X)

        def lenet():
            return LeNet()
        """,
        why="lazy layers, as in the newer book",
    ),
    Rewrite(
        "lenet",
        """
        class LeNet(nn.Module):
            def __init__(self):
                super().__init__()
                self.K1 = nn.Parameter(0.2 * torch.randn(6, 1, 5, 5))
                self.K2 = nn.Parameter(0.1 * torch.randn(16, 6, 5, 5))
                self.biases = nn.ParameterList([nn.Parameter(torch.zeros(n)) for n in (6, 16, 120, 84, 10)])
                self.weights = nn.ParameterList([nn.Parameter(0.1 * torch.randn(a, b)) for a, b in ((400, 120), (120, 84), (84, 10))])

            def forward(self, X):
                for K, b, p in ((self.K1, self.biases[0], 2), (self.K2, self.biases[1], 0)):
                    X = nn.functional.conv2d(X, K, padding=p) + b.reshape(1, -1, 1, 1)
                    X = 1 / (1 + torch.exp(-X))
                    X = (X[:, :, ::2, ::2] + X[:, :, 1::2, ::2] + X[:, :, ::2, 1::2] + X[:, :, 1::2, 1::2]) / 4
                X = X.reshape(len(X), -1)
                X = (X @ self.weights[0] + self.biases[2]).sigmoid()
                X = (X @ self.weights[1] + self.biases[3]).sigmoid()
                return X @ self.weights[2] + self.biases[4]

        def lenet():
            return LeNet()
        """,
        why="raw parameters, matrices stored (in, out), pooling by slices",
    ),
    Rewrite(
        "lenet",
        """
        def block(a, b, padding):
            return nn.Sequential(nn.Conv2d(a, b, 5, 1, padding), nn.Sigmoid(), nn.AdaptiveAvgPool2d(14 if padding else 5))

        def lenet():
            return nn.Sequential(
                nn.Sequential(block(1, 6, 2), block(6, 16, 0)),
                nn.Sequential(nn.Conv2d(16, 120, 5), nn.Sigmoid(), nn.Conv2d(120, 84, 1), nn.Sigmoid(), nn.Conv2d(84, 10, 1), nn.Flatten()))
        """,
        why="nested; adaptive pooling; convolutions in place of the linear layers",
    ),
    Rewrite(
        "lenet",
        """
        def lenet():
            layers = [nn.ZeroPad2d(2)]
            for a, b in ((1, 6), (6, 16)):
                layers += [nn.Conv2d(a, b, (5, 5)), nn.Sigmoid(), nn.AvgPool2d((2, 2))]
            layers.append(nn.Flatten(start_dim=1))
            sizes = [400, 120, 84, 10]
            for a, b in zip(sizes, sizes[1:]):
                layers += [nn.Linear(a, b), nn.Sigmoid()]
            net = nn.Sequential(*layers[:-1])
            for m in net.modules():
                if isinstance(m, (nn.Linear, nn.Conv2d)):
                    nn.init.xavier_uniform_(m.weight)
                    nn.init.zeros_(m.bias)
            return net
        """,
        why="built in loops, padding as a layer, Xavier weights at once",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        class Accumulator:
            def __init__(self, n):
                self.data = [0.0] * n

            def add(self, *args):
                self.data = [a + float(b) for a, b in zip(self.data, args)]

            def __getitem__(self, idx):
                return self.data[idx]

        def accuracy(y_hat, y):
            if len(y_hat.shape) > 1 and y_hat.shape[1] > 1:
                y_hat = y_hat.argmax(axis=1)
            cmp = y_hat.type(y.dtype) == y
            return float(cmp.type(y.dtype).sum())

        def evaluate_accuracy_gpu(net, data_iter, device=None):
            if isinstance(net, nn.Module):
                net.eval()
                if not device:
                    device = next(iter(net.parameters())).device
            metric = Accumulator(2)
            with torch.no_grad():
                for X, y in data_iter:
                    if isinstance(X, list):
                        X = [x.to(device) for x in X]
                    else:
                        X = X.to(device)
                    y = y.to(device)
                    metric.add(accuracy(net(X), y), y.numel())
            return metric[0] / metric[1]
        """,
        why="as in the book",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        @torch.no_grad()
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            training = net.training
            net.train(False)
            device = device or next(iter(net.parameters())).device
            right = []
            for X, y in data_iter:
                X = [x.to(device=device) for x in X] if isinstance(X, (list, tuple)) else X.to(device=device)
                right.append(net(X).argmax(-1).cpu() == y.cpu())
            net.train(training)
            return torch.cat(right).double().mean().item()
        """,
        why="a decorator; predictions come back to the CPU; the mode comes back",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            net.eval()
            place = list(net.parameters())[0].device if device is None else torch.device(device)
            with torch.inference_mode():
                score = torch.zeros(2, device=place)
                for features, labels in data_iter:
                    if isinstance(features, list):
                        for i, part in enumerate(features := list(features)):
                            features[i] = part.to(place, non_blocking=True)
                    else:
                        features = features.to(place, non_blocking=True)
                    out = net(features)
                    labels = labels.to(out.device)
                    _, guesses = torch.max(out, 1)
                    score += torch.stack([(guesses == labels).sum(), torch.tensor(len(labels), device=place)])
                return score[0] / score[1]
        """,
        why="inference mode; sums in a tensor on the device; a tensor of one number comes back",
    ),
    Rewrite(
        "evaluate_accuracy_gpu",
        """
        def evaluate_accuracy_gpu(net, data_iter, device=None):
            was = torch.is_grad_enabled()
            torch.set_grad_enabled(False)
            try:
                net.eval()
                if device is None:
                    for parameter in net.parameters():
                        device = parameter.device
                        break
                hits = count = 0
                for X, y in data_iter:
                    X = list(map(lambda x: x.to(device), X)) if type(X) is list else X.to(device)
                    for guess, label in zip(net(X).argmax(dim=1).tolist(), y.tolist()):
                        hits += guess == label
                        count += 1
            finally:
                torch.set_grad_enabled(was)
            return hits / count
        """,
        why="one example after the other",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            def init_weights(m):
                if type(m) == nn.Linear or type(m) == nn.Conv2d:
                    nn.init.xavier_uniform_(m.weight)
            net.apply(init_weights)
            print("training on", device)
            net.to(device)
            optimizer = torch.optim.SGD(net.parameters(), lr=lr)
            loss = nn.CrossEntropyLoss()
            history, num_batches = [], len(train_iter)
            for epoch in range(num_epochs):
                metric = [0.0, 0.0, 0]
                net.train()
                for i, (X, y) in enumerate(train_iter):
                    optimizer.zero_grad()
                    X = [x.to(device) for x in X] if isinstance(X, list) else X.to(device)
                    y = y.to(device)
                    y_hat = net(X)
                    l = loss(y_hat, y)
                    l.backward()
                    optimizer.step()
                    with torch.no_grad():
                        metric[0] += float(l * y.shape[0])
                        metric[1] += float((y_hat.argmax(dim=1) == y).sum())
                        metric[2] += y.shape[0]
                    train_l = metric[0] / metric[2]
                    train_acc = metric[1] / metric[2]
                    if (i + 1) % (max(num_batches // 5, 1)) == 0 or i == num_batches - 1:
                        print(epoch + (i + 1) / num_batches, train_l, train_acc)
                test_acc = evaluate_accuracy_gpu(net, test_iter)
                history.append((train_l, train_acc, test_acc))
            print(f"loss {train_l:.3f}, train acc {train_acc:.3f}, test acc {test_acc:.3f}")
            return history
        """,
        why="as in the book, with lists and few batches",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            for module in net.modules():
                if isinstance(module, (nn.Linear, nn.Conv2d)):
                    out, *rest = module.weight.shape
                    area = module.weight[0, 0].numel()
                    bound = torch.tensor(6 / ((out + rest[0]) * area)).sqrt().item()
                    with torch.no_grad():
                        module.weight.uniform_(-bound, bound)
                        if module.bias is not None:
                            module.bias.zero_()
            net = net.to(device)
            history = []
            for epoch in range(1, num_epochs + 1):
                net.train()
                losses, right = [], []
                for X, y in train_iter:
                    X = [part.to(device) for part in X] if isinstance(X, list) else X.to(device)
                    y = y.to(device)
                    scores = net(X)
                    each = nn.functional.cross_entropy(scores, y, reduction="none")
                    each.mean().backward()
                    with torch.no_grad():
                        for p in net.parameters():
                            if p.grad is not None:
                                p -= lr * p.grad
                                p.grad = None
                    losses.append(each.detach())
                    right.append(scores.argmax(1) == y)
                history.append((
                    torch.cat(losses).mean().item(),
                    torch.cat(right).float().mean().item(),
                    evaluate_accuracy_gpu(net, test_iter, device)))
            return history
        """,
        why="steps by hand, Xavier by hand, biases zero, gradients cleared afterwards",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_epoch(net, batches, optimizer, device):
            net.train()
            sums = torch.zeros(3, device=device)
            for X, y in batches:
                X = [x.to(device) for x in X] if isinstance(X, list) else X.to(device)
                y = y.to(device)
                log_p = torch.log_softmax(net(X), dim=1)
                loss = -log_p[range(len(y)), y].mean()
                loss.backward()
                optimizer.step()
                optimizer.zero_grad()
                with torch.no_grad():
                    sums += torch.stack([loss * len(y), (log_p.argmax(1) == y).sum(), torch.tensor(len(y), device=device)])
            return (sums[0] / sums[2]).item(), (sums[1] / sums[2]).item()

        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            optimizer = torch.optim.SGD(net.parameters(), lr)
            net.apply(lambda m: nn.init.xavier_uniform_(m.weight) if isinstance(m, (nn.Conv2d, nn.Linear)) else None)
            net.to(device)
            return [(*train_epoch(net, train_iter, optimizer, device), evaluate_accuracy_gpu(net, test_iter)) for _ in range(num_epochs)]
        """,
        why="the optimizer first; an epoch as a function of its own; log_softmax",
    ),
    Rewrite(
        "train_ch6",
        """
        def train_ch6(net, train_iter, test_iter, num_epochs, lr, device):
            def init_weights(m):
                if type(m) in [nn.Linear, nn.Conv2d]:
                    m.weight = nn.Parameter(nn.init.xavier_uniform_(torch.empty_like(m.weight)))
            net.to(device=device)
            net.apply(init_weights)
            trainer = torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=lr, momentum=0.0)
            history = []
            while len(history) < num_epochs:
                net.train(True)
                n_right = n_all = loss_sum = 0
                for batch in train_iter:
                    X, y = batch
                    if isinstance(X, list):
                        X = list(x.to(device) for x in X)
                    else:
                        X = X.to(device)
                    y = y.to(device)
                    net.zero_grad()
                    out = net(X)
                    l = nn.CrossEntropyLoss(reduction="sum")(out, y)
                    (l / len(y)).backward()
                    trainer.step()
                    loss_sum += l.detach()
                    n_right += (out.argmax(dim=1) == y).sum()
                    n_all += y.numel()
                history += [(loss_sum / n_all, n_right / n_all, torch.tensor(evaluate_accuracy_gpu(net, test_iter, device)))]
            return history
        """,
        why="new weight parameters; sums as tensors; tensors of one number come back",
    ),
    Edit(
        "train_ch6",
        "        history.append((total / n, hits / n, test_accuracy))\n",
        '        from collections import namedtuple\n\n        Epoch = namedtuple("Epoch", "train_loss train_accuracy test_accuracy")\n        history.append(Epoch(total / n, hits / n, test_accuracy))\n',
        why="named tuples",
    ),
]
