"""Known answers of ch27_googlenet."""

from tests.answers import Edit, Rewrite

P1 = "p1 = F.relu(self.p1_1(x))"
P2 = "p2 = F.relu(self.p2_2(F.relu(self.p2_1(x))))"
P3 = "p3 = F.relu(self.p3_2(F.relu(self.p3_1(x))))"
P4 = "p4 = F.relu(self.p4_2(self.p4_1(x)))"
CAT = "return torch.cat((p1, p2, p3, p4), dim=1)"
POOL3 = "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),  # (n, 480, 6, 6)"
HEAD = "nn.AdaptiveAvgPool2d((1, 1)),\n        nn.Flatten(),  # (n, 1024)"

WRONG = [
    Edit(
        "Inception",
        P1,
        "p1 = F.relu(self.p1_1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "must be Tensor, not Conv2d",
        "the layer is handed to relu, not called on x (notes 15)",
    ),
    Edit(
        "Inception",
        P2,
        "p2 = F.relu(self.p2_2(F.relu(self.p2_1)))",
        "test_channels_of_all_paths_and_the_size_of_x",
        "must be Tensor, not Conv2d",
        "p2_1 is not called (notes 15)",
    ),
    Edit(
        "Inception",
        P3,
        "p3 = F.relu(self.p3_2(F.relu(self.p3_1)))",
        "test_channels_of_all_paths_and_the_size_of_x",
        "must be Tensor, not Conv2d",
        "p3_1 is not called (notes 15)",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = F.relu(self.p4_2(self.p4_1))",
        "test_channels_of_all_paths_and_the_size_of_x",
        "MaxPool2d",
        "p4_1 is not called (notes 15)",
    ),
    Edit(
        "Inception",
        CAT,
        "return torch.cat((p1, p2, p3, p4), dim=0)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "Sizes of tensors must match",
        "stacked along the batch",
    ),
    Edit(
        "Inception",
        CAT,
        "return torch.cat((p1, p2, p3), dim=1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "2 + 5 + 7 + 8 channels",
        "path 4 is left out",
    ),
    Edit(
        "Inception",
        "kernel_size=3, padding=1)\n        self.p3_1",
        "kernel_size=3)\n        self.p3_1",
        "test_channels_of_all_paths_and_the_size_of_x",
        "Sizes of tensors must match",
        "the 3x3 convolution shrinks the image",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)
                self.p2_1 = nn.Conv2d(in_channels, c2[1], kernel_size=1)
                self.p2_2 = nn.Conv2d(c2[1], c2[0], kernel_size=3, padding=1)
                self.p3_1 = nn.Conv2d(in_channels, c3[1], kernel_size=1)
                self.p3_2 = nn.Conv2d(c3[1], c3[0], kernel_size=5, padding=2)
                self.p4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
                self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)

            def forward(self, x):
                p1 = F.relu(self.p1_1(x))
                p2 = F.relu(self.p2_2(F.relu(self.p2_1(x))))
                p3 = F.relu(self.p3_2(F.relu(self.p3_1(x))))
                p4 = F.relu(self.p4_2(self.p4_1(x)))
                return torch.cat((p1, p2, p3, p4), dim=1)
        """,
        "test_channels_of_all_paths_and_the_size_of_x",
        "2 + 5 + 7 + 8 channels",
        "the channels of a pair are swapped",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)
                self.p2_1 = nn.Conv2d(in_channels, c2[0], kernel_size=1)
                self.p2_2 = nn.Conv2d(c2[0], c2[1], kernel_size=3, padding=1)
                self.p3_1 = nn.Conv2d(in_channels, c3[0], kernel_size=1)
                self.p3_2 = nn.Conv2d(c3[0], c3[1], kernel_size=5, padding=2)
                self.p4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
                self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)
                self.act = nn.Sigmoid()

            def forward(self, x):
                p1 = self.act(self.p1_1(x))
                p2 = self.act(self.p2_2(self.act(self.p2_1(x))))
                p3 = self.act(self.p3_2(self.act(self.p3_1(x))))
                p4 = self.act(self.p4_2(self.p4_1(x)))
                return torch.cat((p1, p2, p3, p4), dim=1)
        """,
        "test_path_is_that_of_its_layers",
        "with sigmoid",
        "sigmoid everywhere",
    ),
    Edit(
        "Inception",
        CAT,
        "return p1, p2, p3, p4",
        "test_channels_of_all_paths_and_the_size_of_x",
        "Its type is tuple",
        "not stacked",
    ),
    Edit(
        "Inception",
        CAT,
        "torch.cat((p1, p2, p3, p4), dim=1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "Inception",
        "kernel_size=5, padding=2",
        "kernel_size=5, padding=1",
        "test_channels_of_all_paths_and_the_size_of_x",
        "Sizes of tensors must match",
        "the 5x5 convolution shrinks the image",
    ),
    Edit(
        "Inception",
        "nn.MaxPool2d(kernel_size=3, stride=1, padding=1)",
        "nn.MaxPool2d(kernel_size=3, padding=1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "Sizes of tensors must match",
        "the stride of pooling is its window by default",
    ),
    Edit(
        "Inception",
        "nn.Conv2d(in_channels, c4, kernel_size=1)",
        "nn.Conv2d(c3[1], c4, kernel_size=1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "channels",
        "path 4 expects the output of path 3",
    ),
    Edit(
        "Inception",
        "self.p2_2 = nn.Conv2d(c2[0], c2[1], kernel_size=3, padding=1)",
        "self.p2_2 = nn.Conv2d(in_channels, c2[1], kernel_size=3, padding=1)",
        "test_channels_of_all_paths_and_the_size_of_x",
        "channels",
        "the second convolution of path 2 expects x",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)
                self.p2_1 = nn.Conv2d(in_channels, c2[1], kernel_size=1)
                self.p2_2 = nn.Conv2d(c2[1], c2[1], kernel_size=3, padding=1)
                self.p3_1 = nn.Conv2d(in_channels, c3[1], kernel_size=1)
                self.p3_2 = nn.Conv2d(c3[1], c3[1], kernel_size=5, padding=2)
                self.p4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
                self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)

            def forward(self, x):
                p1 = F.relu(self.p1_1(x))
                p2 = F.relu(self.p2_2(F.relu(self.p2_1(x))))
                p3 = F.relu(self.p3_2(F.relu(self.p3_1(x))))
                p4 = F.relu(self.p4_2(self.p4_1(x)))
                return torch.cat((p1, p2, p3, p4), dim=1)
        """,
        "test_six_convolutions_with_biases",
        "c2[0] and c3[0]",
        "c2[0] and c3[0] are not used",
    ),
    Edit(
        "Inception",
        "nn.Conv2d(c3[0], c3[1], kernel_size=5, padding=2)",
        "nn.Conv2d(c3[0], c3[1], kernel_size=3, padding=1)",
        "test_six_convolutions_with_biases",
        "six convolutions with a weight and a bias",
        "3x3 in place of 5x5",
    ),
    Edit(
        "Inception",
        "self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)",
        "self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1, bias=False)",
        "test_six_convolutions_with_biases",
        "a weight and a bias",
        "a convolution without a bias",
    ),
    Edit(
        "Inception",
        "        self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)",
        "        self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)\n"
        "        self.bn = nn.BatchNorm2d(c1)",
        "test_six_convolutions_with_biases",
        "and nothing else",
        "a normalisation that nothing uses",
    ),
    Edit(
        "Inception",
        "self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)",
        "self.path1 = [nn.Conv2d(in_channels, c1, kernel_size=1)]\n"
        "        self.p1_1 = self.path1[0].forward",
        "test_six_convolutions_with_biases",
        "a plain list",
        "a layer hidden in a list",
    ),
    Edit(
        "Inception",
        P1,
        "x = F.relu_(x)\n        " + P1,
        "test_x_is_not_modified",
        "modified in place",
        "ReLU in place on x",
    ),
    Edit(
        "Inception",
        CAT,
        "return torch.cat((p1, p3, p2, p4), dim=1)",
        "test_paths_are_stacked_in_order",
        "the paths in the order 1, 3, 2, 4",
        "paths 2 and 3 swapped",
    ),
    Edit(
        "Inception",
        CAT,
        "return torch.cat((p4, p3, p2, p1), dim=1)",
        "test_paths_are_stacked_in_order",
        "the paths in the order 4, 3, 2, 1",
        "the last path first",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = F.relu(self.p4_2(x))",
        "test_path_is_that_of_its_layers",
        "without the pooling",
        "no pooling in path 4",
    ),
    Edit(
        "Inception",
        "nn.MaxPool2d(kernel_size=3, stride=1, padding=1)",
        "nn.AvgPool2d(kernel_size=3, stride=1, padding=1)",
        "test_path_is_that_of_its_layers",
        "with average pooling",
        "average pooling in path 4",
    ),
    Edit(
        "Inception",
        "nn.MaxPool2d(kernel_size=3, stride=1, padding=1)",
        "nn.MaxPool2d(kernel_size=5, stride=1, padding=2)",
        "test_path_is_that_of_its_layers",
        "path 4",
        "5x5 pooling",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = self.p4_1(F.relu(self.p4_2(x)))",
        "test_path_is_that_of_its_layers",
        "in path 4 the pooling comes first",
        "pooling behind the convolution",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = F.relu(self.p4_2(self.p4_1(x)))\n"
        "        p1, p2, p3, p4 = (p.clamp(max=1) for p in (p1, p2, p3, p4))",
        "test_path_is_that_of_its_layers",
        "a ReLU follows each convolution",
        "the outputs are clipped on both sides",
    ),
    Edit(
        "Inception",
        P2,
        "p2 = F.relu(self.p2_2(F.relu6(self.p2_1(x))))",
        "test_path_is_that_of_its_layers",
        "a ReLU follows each convolution",
        "ReLU6 cuts large values, too",
    ),
    Edit(
        "Inception",
        P2,
        "p2 = F.relu(self.p2_2(self.p2_1(x)))",
        "test_path_is_that_of_its_layers",
        "without the ReLU between its convolutions",
        "no ReLU inside path 2",
    ),
    Edit(
        "Inception",
        P3,
        "p3 = F.relu(self.p3_2(self.p3_1(x)))",
        "test_path_is_that_of_its_layers",
        "without the ReLU between its convolutions",
        "no ReLU inside path 3",
    ),
    Edit(
        "Inception",
        P1,
        "p1 = self.p1_1(x)",
        "test_path_is_that_of_its_layers",
        "without the ReLU at its end",
        "no ReLU in path 1",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = self.p4_2(F.relu(self.p4_1(x)))",
        "test_path_is_that_of_its_layers",
        "a ReLU follows each convolution",
        "ReLU behind the pooling instead of the convolution",
    ),
    Edit(
        "Inception",
        P2,
        "p2 = self.p2_2(self.p2_1(x))",
        "test_path_is_that_of_its_layers",
        "without any ReLU",
        "no ReLU in path 2",
    ),
    Edit(
        "Inception",
        P3,
        "p3 = torch.sigmoid(self.p3_2(F.relu(self.p3_1(x))))",
        "test_path_is_that_of_its_layers",
        "with sigmoid at its end",
        "sigmoid at the end of path 3",
    ),
    Edit(
        "Inception",
        CAT,
        "return F.dropout(torch.cat((p1, p2, p3, p4), dim=1), 0.4, self.training)",
        "test_path_is_that_of_its_layers",
        "no dropout",
        "dropout in training mode",
    ),
    Edit(
        "Inception",
        CAT,
        "return torch.cat((p1, p2, p3.detach(), p4), dim=1)",
        "test_gradient_reaches_every_parameter",
        "detached",
        "path 3 is detached",
    ),
    Edit(
        "Inception",
        P4,
        "p4 = F.relu(self.p4_2(self.p4_1(x.detach())))",
        "test_gradient_in_x_is_that_of_the_paths",
        "cuts the gradient",
        "x is detached on path 4",
    ),
    Edit(
        "Inception",
        CAT,
        "return 0.001 * torch.cat((p1, p2, p3, p4), dim=1)",
        "test_path_is_that_of_its_layers",
        "exactly 0.001 times",
        "too little passes for a net to learn",
    ),
    Edit(
        "googlenet",
        "padding=3),\n        nn.ReLU(),",
        "padding=3),\n        nn.ReLU6(),",
        "test_layers_stand_in_order",
        "ReLU",
        "ReLU6 in the stem, which cuts large values, too",
    ),
    Edit(
        "googlenet",
        "nn.Conv2d(1, 64, kernel_size=7",
        "nn.Conv2d(3, 64, kernel_size=7",
        "test_every_image_gets_ten_scores",
        "to have 3 channels",
        "three input channels (notes 15)",
    ),
    Edit(
        "googlenet",
        POOL3,
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=2),",
        "test_every_image_gets_ten_scores",
        "pad should be at most half",
        "padding 2 of a 3x3 window (notes 15)",
    ),
    Edit(
        "googlenet",
        "nn.Linear(1024, 10)",
        "nn.Linear(832, 10)",
        "test_every_image_gets_ten_scores",
        "shapes of both factors",
        "the linear layer expects the input of the last stage",
    ),
    Edit(
        "googlenet",
        "Inception(480, 192",
        "Inception(256, 192",
        "test_every_image_gets_ten_scores",
        "channels",
        "a wrong sum of channels",
    ),
    Edit(
        "googlenet",
        HEAD,
        "nn.AdaptiveAvgPool2d((1, 1)),",
        "test_every_image_gets_ten_scores",
        "shapes of both factors",
        "not flattened",
    ),
    Edit(
        "googlenet",
        HEAD,
        "nn.Flatten(),",
        "test_every_image_gets_ten_scores",
        "shapes of both factors",
        "no average of the channels",
    ),
    Edit(
        "googlenet",
        "nn.Sequential(b1, b2, b3, b4, b5, nn.Linear(1024, 10))",
        "nn.Sequential(b1, b2, b3, b4, b5)",
        "test_every_image_gets_ten_scores",
        "(1, 1024)",
        "no linear layer",
    ),
    Edit(
        "googlenet",
        HEAD,
        "nn.Flatten(),\n        nn.Linear(9216, 1024),",
        "test_every_stage_has_its_layers",
        "behind the blocks",
        "a linear layer in place of the average",
    ),
    Edit(
        "googlenet",
        "nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3)",
        "nn.Conv2d(1, 64, kernel_size=7, padding=3)",
        "test_every_stage_has_its_layers",
        "64 x 96 x 96",
        "no stride in the first convolution",
    ),
    Edit(
        "googlenet",
        "nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3)",
        "nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=2)",
        "test_every_stage_has_its_layers",
        "64 x 47 x 47",
        "padding 2 in the first convolution",
    ),
    Edit(
        "googlenet",
        "nn.Conv2d(64, 64, kernel_size=1)",
        "nn.Conv2d(64, 64, kernel_size=1, bias=False)",
        "test_every_stage_has_its_layers",
        "without a bias",
        "a convolution without a bias",
    ),
    Edit(
        "googlenet",
        "        nn.Conv2d(64, 64, kernel_size=1),\n        nn.ReLU(),\n",
        "",
        "test_every_stage_has_its_layers",
        "convolution or linear layer 2",
        "no 1x1 convolution in stage 2",
    ),
    Edit(
        "googlenet",
        POOL3,
        "",
        "test_every_stage_has_its_layers",
        "Inception block 3",
        "no pooling behind stage 3",
    ),
    Edit(
        "googlenet",
        "Inception(512, 160, (112, 224), (24, 64), 64)",
        "Inception(512, 160, (128, 224), (24, 64), 64)",
        "test_every_stage_has_its_layers",
        "Inception block 4",
        "c2[0] of a block is wrong",
    ),
    Edit(
        "googlenet",
        "        Inception(512, 128, (128, 256), (24, 64), 64),\n",
        "",
        "test_every_stage_has_its_layers",
        "Inception block 5",
        "a block is missing",
    ),
    Edit(
        "googlenet",
        "Inception(528, 256, (160, 320), (32, 128), 128),\n        nn.MaxPool2d(kernel_size=3, stride=2, padding=1)",
        "Inception(528, 256, (160, 320), (32, 128), 128),\n        nn.MaxPool2d(kernel_size=2, stride=2)",
        "test_layers_stand_in_order",
        "with 2x2 pooling",
        "2x2 pooling, which gives the same size",
    ),
    Edit(
        "googlenet",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),  # (n, 192, 12, 12)",
        "nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True),",
        "test_layers_stand_in_order",
        "with ceil_mode in place of padding",
        "pooling as in other GoogLeNets, which gives the same size",
    ),
    Edit(
        "googlenet",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),  # (n, 64, 24, 24)",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),\n        nn.LocalResponseNorm(5),",
        "test_layers_stand_in_order",
        "before this layer: ReLU, 3x3 max pooling",
        "the local response normalisation of the paper",
    ),
    Edit(
        "googlenet",
        POOL3,
        "nn.AvgPool2d(kernel_size=3, stride=2, padding=1),",
        "test_layers_stand_in_order",
        "with average pooling",
        "average pooling behind stage 3",
    ),
    Edit(
        "googlenet",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),  # (n, 64, 24, 24)",
        "nn.AvgPool2d(kernel_size=3, stride=2, padding=1),",
        "test_layers_stand_in_order",
        "with average pooling",
        "average pooling in the first stage",
    ),
    Edit(
        "googlenet",
        "nn.ReLU(),\n        nn.MaxPool2d(kernel_size=3, stride=2, padding=1),  # (n, 64, 24, 24)",
        "nn.MaxPool2d(kernel_size=3, stride=2, padding=1),",
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU in the first stage",
    ),
    Edit(
        "googlenet",
        "nn.Conv2d(64, 64, kernel_size=1),\n        nn.ReLU(),",
        "nn.Conv2d(64, 64, kernel_size=1),",
        "test_layers_stand_in_order",
        "without the ReLU",
        "no ReLU behind the 1x1 convolution",
    ),
    Edit(
        "googlenet",
        "nn.AdaptiveAvgPool2d((1, 1))",
        "nn.AdaptiveMaxPool2d((1, 1))",
        "test_layers_stand_in_order",
        "last come the average of each channel",
        "global max pooling",
    ),
    Edit(
        "googlenet",
        "nn.Linear(1024, 10))",
        "nn.Linear(1024, 10), nn.Softmax(dim=1))",
        "test_layers_stand_in_order",
        "last come the average of each channel",
        "softmax at the end",
    ),
    Edit(
        "googlenet",
        HEAD,
        HEAD.replace("nn.Flatten(),", "nn.Flatten(),\n        nn.Dropout(0.4),"),
        "test_nothing_is_random",
        "no dropout",
        "the dropout of the paper",
    ),
    Edit(
        "googlenet",
        HEAD,
        HEAD.replace("nn.Flatten(),", "nn.Flatten(),\n        nn.BatchNorm1d(1024, affine=False),"),
        "test_nothing_is_random",
        "no normalisation",
        "a normalisation without parameters",
    ),
    Rewrite(
        "googlenet",
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.stem = nn.Sequential(
                    nn.Conv2d(1, 64, 7, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
                    nn.Conv2d(64, 64, 1), nn.ReLU(),
                    nn.Conv2d(64, 192, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2, 1))
                self.blocks = [
                    Inception(192, 64, (96, 128), (16, 32), 32),
                    Inception(256, 128, (128, 192), (32, 96), 64), nn.MaxPool2d(3, 2, 1),
                    Inception(480, 192, (96, 208), (16, 48), 64),
                    Inception(512, 160, (112, 224), (24, 64), 64),
                    Inception(512, 128, (128, 256), (24, 64), 64),
                    Inception(512, 112, (144, 288), (32, 64), 64),
                    Inception(528, 256, (160, 320), (32, 128), 128), nn.MaxPool2d(3, 2, 1),
                    Inception(832, 256, (160, 320), (32, 128), 128),
                    Inception(832, 384, (192, 384), (48, 128), 128)]
                self.head = nn.Linear(1024, 10)

            def forward(self, X):
                X = self.stem(X)
                for block in self.blocks:
                    X = block(X)
                return self.head(X.mean((2, 3)))

        def googlenet():
            return Net()
        """,
        "test_there_are_5_977_530_parameters",
        "plain list",
        "the blocks lie in a list, where no optimizer finds them",
    ),
    Rewrite(
        "googlenet",
        """
        NET = []

        def googlenet():
            if not NET:
                NET.append(nn.Sequential(
                    nn.Conv2d(1, 64, 7, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
                    nn.Conv2d(64, 64, 1), nn.ReLU(),
                    nn.Conv2d(64, 192, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
                    Inception(192, 64, (96, 128), (16, 32), 32),
                    Inception(256, 128, (128, 192), (32, 96), 64), nn.MaxPool2d(3, 2, 1),
                    Inception(480, 192, (96, 208), (16, 48), 64),
                    Inception(512, 160, (112, 224), (24, 64), 64),
                    Inception(512, 128, (128, 256), (24, 64), 64),
                    Inception(512, 112, (144, 288), (32, 64), 64),
                    Inception(528, 256, (160, 320), (32, 128), 128), nn.MaxPool2d(3, 2, 1),
                    Inception(832, 256, (160, 320), (32, 128), 128),
                    Inception(832, 384, (192, 384), (48, 128), 128),
                    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1024, 10)))
            return NET[0]
        """,
        "test_a_new_net_at_every_call",
        "inside the function",
        "one net for all calls",
    ),
    Edit(
        "googlenet",
        "    return nn.Sequential(b1",
        "    b2.requires_grad_(False)\n    return nn.Sequential(b1",
        "test_gradient_reaches_every_parameter",
        "frozen",
        "the second stage is frozen",
    ),
    Edit(
        "googlenet",
        "    return nn.Sequential(b1",
        "    b1.register_forward_pre_hook(lambda module, args: args[0].sub_(args[0].mean()))\n"
        "    return nn.Sequential(b1",
        "test_X_is_not_modified",
        "modified in place",
        "the images are centred in place",
    ),
]

RIGHT = [
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4, **kwargs):
                super(Inception, self).__init__(**kwargs)
                self.p1_1 = nn.Conv2d(in_channels, c1, kernel_size=1)
                self.p2_1 = nn.Conv2d(in_channels, c2[0], kernel_size=1)
                self.p2_2 = nn.Conv2d(c2[0], c2[1], kernel_size=3, padding=1)
                self.p3_1 = nn.Conv2d(in_channels, c3[0], kernel_size=1)
                self.p3_2 = nn.Conv2d(c3[0], c3[1], kernel_size=5, padding=2)
                self.p4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
                self.p4_2 = nn.Conv2d(in_channels, c4, kernel_size=1)

            def forward(self, x):
                p1 = F.relu(self.p1_1(x))
                p2 = F.relu(self.p2_2(F.relu(self.p2_1(x))))
                p3 = F.relu(self.p3_2(F.relu(self.p3_1(x))))
                p4 = F.relu(self.p4_2(self.p4_1(x)))
                return torch.cat((p1, p2, p3, p4), dim=1)
        """,
        why="the book's code, with its **kwargs",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                self.b1_1 = nn.LazyConv2d(c1, kernel_size=1)
                self.b2_1 = nn.LazyConv2d(c2[0], kernel_size=1)
                self.b2_2 = nn.LazyConv2d(c2[1], kernel_size=3, padding=1)
                self.b3_1 = nn.LazyConv2d(c3[0], kernel_size=1)
                self.b3_2 = nn.LazyConv2d(c3[1], kernel_size=5, padding=2)
                self.b4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
                self.b4_2 = nn.LazyConv2d(c4, kernel_size=1)

            def forward(self, x):
                b1 = F.relu(self.b1_1(x))
                b2 = F.relu(self.b2_2(F.relu(self.b2_1(x))))
                b3 = F.relu(self.b3_2(F.relu(self.b3_1(x))))
                b4 = F.relu(self.b4_2(self.b4_1(x)))
                return torch.cat((b1, b2, b3, b4), dim=1)
        """,
        why="lazy layers, as in later editions of the book",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                a = in_channels
                self.paths = nn.ModuleList([
                    nn.Sequential(
                        nn.MaxPool2d(3, 1, 1), nn.Conv2d(a, c4, 1), nn.ReLU(inplace=True)),
                    nn.Sequential(
                        nn.Conv2d(a, c3[0], 1), nn.ReLU(inplace=True),
                        nn.Conv2d(*c3, 5, padding="same"), nn.ReLU(inplace=True)),
                    nn.Sequential(
                        nn.Conv2d(a, c2[0], 1), nn.ReLU(inplace=True),
                        nn.ZeroPad2d(1), nn.Conv2d(*c2, 3), nn.ReLU(inplace=True)),
                    nn.Sequential(nn.Conv2d(a, c1, 1), nn.ReLU(inplace=True)),
                ])

            def forward(self, x):
                return torch.cat([path(x) for path in self.paths][::-1], 1)
        """,
        why="Sequentials in the opposite order, zeros put around by a layer",
    ),
    Rewrite(
        "Inception",
        """
        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                self.wide = nn.Conv2d(c3[0], c3[1], (5, 5), padding=(2, 2))
                self.middle = nn.Conv2d(c2[0], c2[1], (3, 3), padding=(1, 1))
                self.ones = nn.ModuleDict({
                    str(i): nn.Conv2d(in_channels, c, (1, 1))
                    for i, c in enumerate((c1, c2[0], c3[0], c4), 1)})

            def forward(self, x):
                p1, p2, p3 = (self.ones[str(i)](x) for i in (1, 2, 3))
                pooled = F.pad(x, (1, 1, 1, 1), value=float("-inf"))
                pooled = F.max_pool2d(pooled, 3, stride=1)
                parts = p1, self.middle(p2.clamp(min=0)), self.wide(p3.clamp(min=0))
                parts += (self.ones["4"](pooled),)
                return torch.cat(parts, 1).clamp(min=0)
        """,
        why="one ReLU for all paths at the end, padding by -inf",
    ),
    Rewrite(
        "Inception",
        """
        class BasicConv2d(nn.Module):
            def __init__(self, a, b, **sizes):
                super().__init__()
                self.conv = nn.Conv2d(a, b, **sizes)

            def forward(self, x):
                return F.relu(self.conv(x), inplace=True)

        class Inception(nn.Module):
            def __init__(self, in_channels, c1, c2, c3, c4):
                super().__init__()
                a = in_channels
                self.branch1 = BasicConv2d(a, c1, kernel_size=1)
                self.branch2 = nn.Sequential(
                    BasicConv2d(a, c2[0], kernel_size=1),
                    BasicConv2d(*c2, kernel_size=3, padding=1))
                self.branch3 = nn.Sequential(
                    BasicConv2d(a, c3[0], kernel_size=1),
                    BasicConv2d(*c3, kernel_size=5, padding=2))
                self.branch4 = nn.Sequential(
                    nn.MaxPool2d(kernel_size=3, stride=1, padding=1, ceil_mode=True),
                    BasicConv2d(a, c4, kernel_size=1))

            def forward(self, x):
                found = [f(x) for f in (self.branch4, self.branch1, self.branch3, self.branch2)]
                found = [found[i] for i in (1, 3, 2, 0)]
                out, at = x.new_zeros(len(x), sum(p.shape[1] for p in found), *x.shape[2:]), 0
                for part in found:
                    out[:, at : at + part.shape[1]] = part
                    at += part.shape[1]
                return out

        """,
        why="branches as in torchvision, in another order, written into a new tensor",
    ),
    Rewrite(
        "googlenet",
        """
        def googlenet():
            b1 = nn.Sequential(nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3),
                               nn.ReLU(),
                               nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
            b2 = nn.Sequential(nn.Conv2d(64, 64, kernel_size=1),
                               nn.ReLU(),
                               nn.Conv2d(64, 192, kernel_size=3, padding=1),
                               nn.ReLU(),
                               nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
            b3 = nn.Sequential(Inception(192, 64, (96, 128), (16, 32), 32),
                               Inception(256, 128, (128, 192), (32, 96), 64),
                               nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
            b4 = nn.Sequential(Inception(480, 192, (96, 208), (16, 48), 64),
                               Inception(512, 160, (112, 224), (24, 64), 64),
                               Inception(512, 128, (128, 256), (24, 64), 64),
                               Inception(512, 112, (144, 288), (32, 64), 64),
                               Inception(528, 256, (160, 320), (32, 128), 128),
                               nn.MaxPool2d(kernel_size=3, stride=2, padding=1))
            b5 = nn.Sequential(Inception(832, 256, (160, 320), (32, 128), 128),
                               Inception(832, 384, (192, 384), (48, 128), 128),
                               nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten())
            return nn.Sequential(b1, b2, b3, b4, b5, nn.Linear(1024, 10))
        """,
        why="the book's code",
    ),
    Rewrite(
        "googlenet",
        """
        class Net(nn.Module):
            STAGES = (
                ((64, (96, 128), (16, 32), 32), (128, (128, 192), (32, 96), 64)),
                ((192, (96, 208), (16, 48), 64), (160, (112, 224), (24, 64), 64),
                 (128, (128, 256), (24, 64), 64), (112, (144, 288), (32, 64), 64),
                 (256, (160, 320), (32, 128), 128)),
                ((256, (160, 320), (32, 128), 128), (384, (192, 384), (48, 128), 128)),
            )

            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(1024, 10)
                self.stages, channels = nn.ModuleList(), 192
                for stage in self.STAGES:
                    blocks = []
                    for c1, c2, c3, c4 in stage:
                        blocks.append(Inception(channels, c1, c2, c3, c4))
                        channels = c1 + c2[1] + c3[1] + c4
                    self.stages.append(nn.Sequential(*blocks))
                self.conv3 = nn.Conv2d(64, 192, 3, padding="same")
                self.conv2 = nn.Conv2d(64, 64, 1)
                self.conv1 = nn.Conv2d(1, 64, 7, 2, 3)

            def forward(self, X):
                def pool(X):
                    return F.max_pool2d(X, 3, 2, 1)

                X = pool(self.conv1(X)).relu()
                X = pool(self.conv3(self.conv2(X).relu()).relu())
                for i, stage in enumerate(self.stages):
                    X = stage(X if i == 0 else pool(X))
                return self.fc(F.avg_pool2d(X, 3).flatten(1))

        def googlenet():
            return Net()
        """,
        why="a class, channels counted, pooling before ReLU, the average over 3 x 3",
    ),
    Rewrite(
        "googlenet",
        """
        def googlenet():
            def stem():
                yield from (nn.Conv2d(1, 64, 7, 2, 3), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1))
                yield from (nn.Conv2d(64, 64, 1), nn.ReLU(inplace=True))
                yield from (nn.ZeroPad2d(1), nn.Conv2d(64, 192, 3), nn.ReLU(inplace=True))
                yield nn.MaxPool2d(3, 2, 1)

            sizes = [
                (64, 96, 128, 16, 32, 32), (128, 128, 192, 32, 96, 64), None,
                (192, 96, 208, 16, 48, 64), (160, 112, 224, 24, 64, 64),
                (128, 128, 256, 24, 64, 64), (112, 144, 288, 32, 64, 64),
                (256, 160, 320, 32, 128, 128), None,
                (256, 160, 320, 32, 128, 128), (384, 192, 384, 48, 128, 128)]
            layers, a = list(stem()), 192
            for size in sizes:
                if size is None:
                    layers.append(nn.MaxPool2d(3, 2, 1))
                    continue
                c1, *pairs, c4 = size
                layers.append(Inception(a, c1, tuple(pairs[:2]), tuple(pairs[2:]), c4))
                a = c1 + pairs[1] + pairs[3] + c4
            layers += [nn.AvgPool2d(3), nn.Conv2d(a, 10, 1), nn.Flatten()]
            return nn.Sequential(*layers).to(memory_format=torch.channels_last)
        """,
        why="zeros put around by a layer, the linear layer as a 1x1 convolution, channels last",
    ),
    Rewrite(
        "googlenet",
        """
        class Own(nn.Module):
            def __init__(self, c1, c2, c3, c4):
                super().__init__()
                self.paths = nn.ModuleList([
                    nn.Sequential(nn.LazyConv2d(c3[0], 1), nn.ReLU(),
                                  nn.LazyConv2d(c3[1], 5, padding=2), nn.ReLU()),
                    nn.Sequential(nn.LazyConv2d(c2[0], 1), nn.ReLU(),
                                  nn.LazyConv2d(c2[1], 3, padding=1), nn.ReLU()),
                    nn.Sequential(nn.MaxPool2d(3, 1, 1), nn.LazyConv2d(c4, 1), nn.ReLU()),
                    nn.Sequential(nn.LazyConv2d(c1, 1), nn.ReLU())])

            def forward(self, X):
                p3, p2, p4, p1 = (path(X) for path in self.paths)
                return torch.cat((p1, p2, p3, p4), dim=-3)

        def googlenet():
            pool = nn.MaxPool2d(3, stride=2, padding=1)
            return nn.Sequential(
                nn.LazyConv2d(64, 7, 2, 3), nn.ReLU(), pool,
                nn.LazyConv2d(64, 1), nn.ReLU(), nn.LazyConv2d(192, 3, padding=1), nn.ReLU(), pool,
                Own(64, (96, 128), (16, 32), 32), Own(128, (128, 192), (32, 96), 64), pool,
                Own(192, (96, 208), (16, 48), 64), Own(160, (112, 224), (24, 64), 64),
                Own(128, (128, 256), (24, 64), 64), Own(112, (144, 288), (32, 64), 64),
                Own(256, (160, 320), (32, 128), 128), pool,
                Own(256, (160, 320), (32, 128), 128), Own(384, (192, 384), (48, 128), 128),
                nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LazyLinear(10))
        """,
        why="blocks of its own whose paths run in another order, lazy layers, one pooling layer",
    ),
]
