"""Known answers of ch16_modules."""

from tests.answers import Edit, Rewrite

# Right answers in other words, from which wrong ones are made, too.
MLP = """
class MLP(nn.Module):
    def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))

    def forward(self, X):
        return self.net(X)
"""
MY_SEQUENTIAL = """
class MySequential(nn.Module):
    def __init__(self, *blocks):
        super().__init__()
        for idx, module in enumerate(blocks):
            self._modules[str(idx)] = module

    def forward(self, X):
        # OrderedDict guarantees that members will be traversed in the order they were added
        for block in self._modules.values():
            X = block(X)
        return X
"""
MY_SEQUENTIAL_2 = """
class MySequential(nn.Module):
    def __init__(self, *blocks):
        super().__init__()
        self.blocks = nn.ModuleList(blocks)

    def forward(self, X):
        import functools
        return functools.reduce(lambda H, block: block(H), self.blocks, X)
"""
MY_SEQUENTIAL_3 = """
class MySequential(nn.Module):
    def __init__(self, *blocks):
        super().__init__()
        self.net = nn.Sequential(*blocks)

    def forward(self, X):
        return self.net(X)
"""

WRONG = [
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(self.hidden(X))",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU, linear",
        "no activation",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "F.relu(self.out(F.relu(self.hidden(X))))",
        "test_output_is_that_of_the_layers_in_order",
        "no activation at the end",
        "ReLU on the output too",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "F.relu(self.out(self.hidden(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "no activation at the end",
        "ReLU only at the end",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(torch.sigmoid(self.hidden(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "sigmoid instead of ReLU",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.gelu(self.hidden(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "gelu instead of ReLU",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.dropout(F.relu(self.hidden(X))))",
        "test_nothing_is_drawn_anew_between_calls",
        "second call",
        "dropout that never ends",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "F.softmax(self.out(F.relu(self.hidden(X))), 1)",
        "test_output_is_that_of_the_layers_in_order",
        "no activation at the end",
        "softmax on the output",
    ),
    Edit(
        "MLP",
        "return self.out(F.relu(self.hidden(X)))",
        "self.out(F.relu(self.hidden(X)))",
        "test_shape_of_the_output",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "MLP",
        "return self.out(F.relu(self.hidden(X)))",
        "return self.out(F.relu(self.hidden(X))).tolist()",
        "test_shape_of_the_output",
        "Its type is list",
        "returns a list",
    ),
    Edit(
        "MLP",
        "return self.out(F.relu(self.hidden(X)))",
        "return F.relu(self.hidden(X))",
        "test_shape_of_the_output",
        "shape (6, 7)",
        "returns the hidden layer",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.relu(self.hidden(X))).sum(0)",
        "test_shape_of_the_output",
        "shape (3,)",
        "summed over the examples",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.relu_(self.hidden(X.sub_(X.mean()))))",
        "test_X_is_not_modified",
        "modified in place",
        "centres the input in place",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.relu(self.hidden(X)).data)",
        "test_gradients",
        "no gradient",
        "the hidden layer is cut off by .data",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(F.relu(self.hidden(X.detach())))",
        "test_gradients",
        "no gradient for X",
        "the input is detached",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(torch.max(self.hidden(X), torch.zeros(len(X), self.hidden.out_features)))",
        "test_works_on_the_device_of_X",
        "device",
        "zeros on the default device",
    ),
    Edit(
        "MLP",
        "self.out(F.relu(self.hidden(X)))",
        "self.out(torch.tensor(F.relu(self.hidden(X)).tolist()))",
        "test_gradients",
        "no gradient",
        "a new tensor made from numbers",
    ),
    Edit(
        "MLP",
        "num_hiddens: int = 256, num_outputs: int = 10",
        "num_hiddens: int = 128, num_outputs: int = 10",
        "test_default_sizes",
        "256 hidden",
        "another default",
    ),
    Edit(
        "MLP",
        "nn.Linear(num_hiddens, num_outputs)",
        "nn.Linear(num_hiddens, num_outputs, bias=False)",
        "test_parameters_are_those_of_the_linear_layers",
        "A weight and a bias",
        "a layer without a bias",
    ),
    Edit(
        "MLP",
        "nn.Linear(num_inputs, num_hiddens)",
        "nn.Linear(20, 256)",
        "test_parameters_are_those_of_the_linear_layers",
        "shapes cannot be multiplied",
        "sizes of the notes instead of the arguments",
    ),
    Edit(
        "MLP",
        "self.hidden = nn.Linear(num_inputs, num_hiddens)",
        "self.hidden = [nn.Linear(num_inputs, num_hiddens)][0].forward",
        "test_parameters_are_those_of_the_linear_layers",
        "registers",
        "a layer hidden from the module",
    ),
    Edit(
        "MLP",
        "self.out = nn.Linear(num_hiddens, num_outputs)",
        "self.mid = nn.Linear(num_hiddens, num_hiddens)\n        self.out = nn.Linear(num_hiddens, num_outputs)",
        "test_parameters_are_those_of_the_linear_layers",
        "sizes of its trained parameters",
        "a layer too many, and not used",
    ),
    Edit(
        "MLP",
        "        self.net = nn.Sequential(\n            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        self.layers = [nn.Linear(num_inputs, num_hiddens), nn.Linear(num_hiddens, num_outputs)]\n\n    def forward(self, X):\n        return self.layers[1](F.relu(self.layers[0](X)))\n",
        "test_parameters_are_those_of_the_linear_layers",
        "a list does not",
        "layers in a Python list",
        of=MLP,
    ),
    Edit(
        "MLP",
        "        self.net = nn.Sequential(\n            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        self.sizes = num_inputs, num_hiddens, num_outputs\n\n    def forward(self, X):\n        self.hidden = nn.Linear(*self.sizes[:2])\n        self.out = nn.Linear(*self.sizes[1:])\n        return self.out(F.relu(self.hidden(X)))\n",
        "test_parameters_are_those_of_the_linear_layers",
        "before the first call",
        "layers made in forward: new weights at each call",
        of=MLP,
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            layers = {}

            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                sizes = (num_inputs, num_hiddens, num_outputs)
                if sizes not in self.layers:
                    self.layers[sizes] = nn.Linear(*sizes[:2]), nn.Linear(*sizes[1:])
                self.hidden, self.out = self.layers[sizes]

            def forward(self, X):
                return self.out(F.relu(self.hidden(X)))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "A second net",
        "all nets share their layers",
    ),
    Edit(
        "MLP",
        "    def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):\n        super().__init__()\n        self.net = nn.Sequential(\n            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))\n\n    def forward(self, X):\n        return self.net(X)\n",
        "    def __init__(self, num_outputs=10, num_hiddens=256, num_inputs=20):\n        super().__init__()\n        self.hidden = nn.Linear(num_inputs, num_hiddens)\n        self.out = nn.Linear(num_hiddens, num_outputs)\n\n    def forward(self, X):\n        return self.out(F.relu(self.hidden(X)).clone().detach_())\n",
        "test_parameters_are_those_of_the_linear_layers",
        "in this order",
        "arguments in another order, gradient cut",
        of=MLP,
    ),
    Edit(
        "MLP",
        "    def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):\n        super().__init__()\n        self.net = nn.Sequential(\n            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))\n\n    def forward(self, X):\n        return self.net(X)\n",
        "    def __init__(self, inputs=20, hiddens=256, outputs=10):\n        super().__init__()\n        self.hidden = nn.Linear(inputs, hiddens)\n        self.out = nn.Linear(hiddens, outputs)\n\n    def forward(self, X):\n        return self.out(F.relu(self.hidden(X)))\n",
        "test_first_weights_are_small",
        "does not fit the signature",
        "parameters renamed",
        of=MLP,
    ),
    Edit(
        "MLP",
        "        self.net = nn.Sequential(\n            nn.Linear(num_inputs, num_hiddens), nn.ReLU(), nn.Linear(num_hiddens, num_outputs))\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        self.W1 = torch.randn(num_inputs, num_hiddens, requires_grad=True)\n        self.b1 = torch.zeros(num_hiddens, requires_grad=True)\n        self.out = nn.Linear(num_hiddens, num_outputs)\n\n    def forward(self, X):\n        return self.out(F.relu(X @ self.W1 + self.b1))\n",
        "test_parameters_are_those_of_the_linear_layers",
        "sizes of its trained parameters",
        "plain tensors are no parameters",
        of=MLP,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for block in blocks:\n            self._modules[block] = block\n\n    def forward(self, X):\n",
        "test_parameters_are_those_of_the_blocks",
        "net.parameters() raised TypeError",
        "the block itself is the key (notes 5)",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n        for block in self._modules.values():\n",
        "        self.blocks = blocks\n\n    def forward(self, X):\n        for block in self.blocks:\n",
        "test_parameters_are_those_of_the_blocks",
        "a list does not",
        "blocks in a tuple are not registered",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        self.net = nn.Sequential(*blocks)\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        self.blocks = list(blocks)\n\n    def forward(self, X):\n        for block in self.blocks:\n            X = block(X)\n        return X\n\n    def parameters(self, recurse=True):\n        return (p for block in self.blocks for p in block.parameters())\n",
        "test_a_repeated_block_acts_in_each_of_its_places",
        "each parameter once",
        "a list, and parameters() written by hand",
        of=MY_SEQUENTIAL_3,
    ),
    Edit(
        "MySequential",
        "        self.net = nn.Sequential(*blocks)\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        self.blocks = list(blocks)\n\n    def forward(self, X):\n        for block in self.blocks:\n            X = block(X)\n        return X\n\n    def parameters(self, recurse=True):\n        return iter({id(p): p for block in self.blocks for p in block.parameters()}.values())\n",
        "test_state_dict_carries_over",
        "The state of all blocks",
        "a list, and only parameters() mended",
        of=MY_SEQUENTIAL_3,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n        for block in self._modules.values():\n",
        "        self.blocks = list(blocks)\n        self.weights = nn.ParameterList(p for block in blocks for p in block.parameters())\n\n    def forward(self, X):\n        for block in self.blocks:\n",
        "test_to_reaches_parameters_and_buffers",
        "running_var of BatchNorm1d",
        "only the parameters are registered",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        import copy\n        for i, block in enumerate(blocks):\n            self.add_module(str(i), copy.deepcopy(block))\n\n    def forward(self, X):\n",
        "test_parameters_are_those_of_the_blocks",
        "Do not copy the blocks",
        "copies of the blocks",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for block in blocks:\n            self.add_module(type(block).__name__, block)\n\n    def forward(self, X):\n",
        "test_parameters_are_those_of_the_blocks",
        "name of its own",
        "named by its kind: the second Linear replaces the first",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for block in blocks:\n            self.add_module(repr(block).replace('.', ''), block)\n\n    def forward(self, X):\n",
        "test_blocks_act_in_order",
        "Each block gets",
        "named by its repr: equal layers replace each other",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for block in blocks:\n            self._modules[str(id(block))] = block\n\n    def forward(self, X):\n",
        "test_a_repeated_block_acts_in_each_of_its_places",
        "keeps only one of them",
        "named by id: a repeated block acts once",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for block in blocks:\n            self.block = block\n\n    def forward(self, X):\n",
        "test_parameters_are_those_of_the_blocks",
        "name of its own",
        "one name for all",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n",
        "        for i, block in enumerate(blocks):\n            self.add_module(str(i % 10), block)\n\n    def forward(self, X):\n",
        "test_blocks_act_in_order",
        "Each block gets",
        "names repeat after ten blocks",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        self.net = nn.Sequential(*blocks)\n\n    def forward(self, X):\n        return self.net(X)\n",
        "        for i, block in enumerate(blocks):\n            self.add_module(str(i), block)\n\n    def forward(self, X):\n        for name in sorted(self._modules):\n            X = self._modules[name](X)\n        return X\n",
        "test_blocks_act_in_order",
        "Each block gets",
        "names sorted as text: 10 comes before 2",
        of=MY_SEQUENTIAL_3,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        done = set()\n        for block in self.blocks:\n            if block not in done:\n                X = block(X)\n            done.add(block)\n        return X\n",
        "test_a_repeated_block_acts_in_each_of_its_places",
        "two places",
        "a block acts only once",
        of=MY_SEQUENTIAL_2,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        for block in self.blocks.children():\n            X = block(X)\n        return X\n",
        "test_a_repeated_block_acts_in_each_of_its_places",
        "two places",
        "children() gives a repeated block once",
        of=MY_SEQUENTIAL_2,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n        for block in self._modules.values():\n",
        "        import copy\n        kept = []\n        for block in blocks:\n            kept.append(copy.deepcopy(block) if block in kept else block)\n        self.blocks = nn.ModuleList(kept)\n\n    def forward(self, X):\n        for block in self.blocks:\n",
        "test_a_repeated_block_acts_in_each_of_its_places",
        "no copies",
        "a repeated block is copied",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        for block in self.blocks:\n            if isinstance(block, MySequential):\n                continue\n            X = block(X)\n        return X\n",
        "test_blocks_may_be_nets_of_the_same_class",
        "Each block gets",
        "inner nets are left out",
        of=MY_SEQUENTIAL_2,
    ),
    Edit(
        "MySequential",
        "        for idx, module in enumerate(blocks):\n            self._modules[str(idx)] = module\n\n    def forward(self, X):\n        # OrderedDict guarantees that members will be traversed in the order they were added\n        for block in self._modules.values():\n",
        "        flat = []\n        for block in blocks:\n            flat += block.blocks[:1] if isinstance(block, MySequential) else [block]\n        self.blocks = nn.ModuleList(flat)\n\n    def forward(self, X):\n        for block in self.blocks:\n",
        "test_blocks_may_be_nets_of_the_same_class",
        "shapes",
        "of an inner net only the first block",
        of=MY_SEQUENTIAL,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        outputs = [block(X) for block in self.blocks]\n        return outputs[-1] if outputs else X\n",
        "test_blocks_act_in_order",
        "Each block gets",
        "every block gets X itself",
        of=MY_SEQUENTIAL_2,
    ),
    Rewrite(
        "MySequential",
        """
        class MySequential(nn.Module):
            blocks = []

            def __init__(self, *blocks):
                super().__init__()
                self.blocks.clear()
                self.blocks.extend(blocks)
                self.registered = nn.ModuleList(blocks)

            def forward(self, X):
                for block in self.blocks:
                    X = block(X)
                return X
        """,
        "test_blocks_act_in_order",
        "keep blocks in self",
        "a list of the class, that all nets share",
    ),
    Edit(
        "MySequential",
        "for block in self._modules.values():",
        "for block in reversed(self._modules.values()):",
        "test_blocks_act_in_order",
        "Each block gets",
        "last block first",
    ),
    Edit(
        "MySequential",
        "            X = block(X)\n        return X",
        "            X = block(X)\n            return X",
        "test_blocks_act_in_order",
        "did you forget `return`",
        "return inside the loop",
    ),
    Edit(
        "MySequential",
        "for block in self._modules.values():",
        "for block in list(self._modules.values())[:-1]:",
        "test_blocks_act_in_order",
        "Each block gets",
        "the last block is left out",
    ),
    Edit(
        "MySequential",
        "            X = block(X)\n        return X",
        "            X = block(X)",
        "test_blocks_act_in_order",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "MySequential",
        "X = block(X)",
        "X = block(X.detach())",
        "test_gradients",
        "no gradient",
        "every block is cut off from the one before",
    ),
    Edit(
        "MySequential",
        "X = block(X)",
        "X = block(X.data)",
        "test_gradients",
        "no gradient",
        "cut by .data",
    ),
    Edit(
        "MySequential",
        "self.add_module(str(i), block)",
        "self.add_module(str(i), block.eval()) if isinstance(block, nn.Dropout) else self.add_module(str(i), block.requires_grad_(False))",
        "test_gradients",
        "does not require grad",
        "the blocks are frozen",
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        for block in self.blocks:\n            X = block(X)\n        return X\n\n    def to(self, *args, **kwargs):\n        return self\n\n    def eval(self):\n        return self\n",
        "test_to_reaches_parameters_and_buffers",
        "dtype float32",
        "to() does nothing",
        of=MY_SEQUENTIAL_2,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        "        for block in self.blocks:\n            X = block(X)\n        return X\n\n    def train(self, mode=True):\n        self.training = mode\n        return self\n",
        "test_eval_and_repr_reach_the_blocks",
        "dropout.training",
        "eval() does not reach the blocks",
        of=MY_SEQUENTIAL_2,
    ),
    Edit(
        "MySequential",
        "        import functools\n        return functools.reduce(lambda H, block: block(H), self.blocks, X)\n",
        '        for block in self.blocks:\n            X = block(X)\n        return X\n\n    def __repr__(self):\n        return f"MySequential of {len(self.blocks)} blocks"\n',
        "test_eval_and_repr_reach_the_blocks",
        "a repr that shows the blocks",
        "a repr that hides the blocks",
        of=MY_SEQUENTIAL_2,
    ),
    Rewrite(
        "MySequential",
        """
        class MySequential(nn.Module):
            def __init__(self, blocks):
                super().__init__()
                self.blocks = nn.ModuleList(blocks)

            def forward(self, X):
                for block in self.blocks:
                    X = block(X)
                return X
        """,
        "test_parameters_are_those_of_the_blocks",
        "signature",
        "takes one list",
    ),
    Edit(
        "MySequential",
        "        return self.net(X)\n",
        "        with torch.no_grad():\n            return self.net(X)\n",
        "test_gradients",
        "without a gradient function",
        "no graph",
        of=MY_SEQUENTIAL_3,
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "if H.abs().sum() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "a loop",
        "halved only once",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.sum() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "Absolute values",
        "the sum without absolute values",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.sum().abs() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "Absolute values",
        "absolute value of the sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.abs().sum() >= 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "1 is not above 1",
        "halved at 1, too",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.abs().max() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "a loop",
        "the largest value instead of the sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.norm() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "Absolute values",
        "the norm instead of the sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "while H.abs().sum() > 1:",
        "while H.abs().mean() > 1:",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "becomes 1.5",
        "the mean instead of the sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "            H = H / 2\n",
        "            H = H / 2\n        H = H / 2\n",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "not above 1: all stays",
        "halved once too often",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = H / 2",
        "H = H / H.abs().sum()",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "becomes 1.5",
        "divided by the sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = H / 2",
        "H = torch.trunc(H / 2)",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "becomes 1.5",
        "whole numbers",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return H",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "shape ()",
        "no sum",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return H.mean()",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "all stays",
        "mean",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return H.abs().sum()",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "all stays",
        "sum of absolute values",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return H.sum().item()",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "Its type is float",
        "a Python number",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return H.sum(1)",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "shape ()",
        "a sum for each row",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "H.sum()",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.randn(20, 20)",
        "test_rand_weight_is_uniform",
        "torch.rand draws",
        "normal",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.ones(20, 20) * 0.5",
        "test_rand_weight_is_uniform",
        "torch.rand draws",
        "all alike",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.rand(1, 20).repeat(20, 1)",
        "test_rand_weight_is_uniform",
        "distinct values",
        "rows alike",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.rand(20, 20) * 2 - 1",
        "test_rand_weight_is_uniform",
        "[0, 1)",
        "from [-1, 1)",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.rand(20, 20) / 20",
        "test_rand_weight_is_uniform",
        "values below 0.5",
        "scaled down",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.rand(20)",
        "test_parameters_are_those_of_the_linear_layers",
        "shape",
        "a vector",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.randint(0, 2, (20, 20)).float()",
        "test_rand_weight_is_uniform",
        "values in [0, 1)",
        "whole numbers",
    ),
    Edit(
        "FixedHiddenMLP",
        'self.register_buffer("rand_weight", torch.rand(20, 20))',
        "self.rand_weight = nn.Parameter(torch.rand(20, 20))",
        "test_parameters_are_those_of_the_linear_layers",
        "not a parameter",
        "the constant is trained",
    ),
    Edit(
        "FixedHiddenMLP",
        'self.register_buffer("rand_weight", torch.rand(20, 20))',
        "self.rand = torch.rand(20, 20)",
        "test_parameters_are_those_of_the_linear_layers",
        "no attribute 'rand_weight'",
        "kept under another name",
    ),
    Edit(
        "FixedHiddenMLP",
        "H @ self.rand_weight",
        "H @ torch.rand(20, 20)",
        "test_nothing_is_drawn_anew_between_calls",
        "Make layers and constants once",
        "drawn anew in every call",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = self.linear(X)",
        "self.rand_weight = torch.rand(20, 20)\n        H = self.linear(X)",
        "test_nothing_is_drawn_anew_between_calls",
        "Make layers and constants once",
        "the constant is replaced in every call",
    ),
    Edit(
        "FixedHiddenMLP",
        "@ self.rand_weight + 1)",
        "@ self.rand_weight)",
        "test_output_is_that_of_the_layers_in_order",
        "plus 1",
        "no 1",
    ),
    Edit(
        "FixedHiddenMLP",
        "F.relu(H @ self.rand_weight + 1)",
        "F.relu(H @ self.rand_weight) + 1",
        "test_output_is_that_of_the_layers_in_order",
        "plus 1, ReLU",
        "1 after ReLU",
    ),
    Edit(
        "FixedHiddenMLP",
        "F.relu(H @ self.rand_weight + 1)",
        "H @ self.rand_weight + 1",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "no ReLU",
    ),
    Edit(
        "FixedHiddenMLP",
        "H @ self.rand_weight",
        "H @ self.rand_weight.T",
        "test_output_is_that_of_the_layers_in_order",
        "times rand_weight",
        "the constant transposed",
    ),
    Edit(
        "FixedHiddenMLP",
        "H @ self.rand_weight",
        "H * self.rand_weight[:len(H)]",
        "test_output_is_that_of_the_layers_in_order",
        "times rand_weight",
        "elementwise product",
    ),
    Edit(
        "FixedHiddenMLP",
        "        H = self.linear(H)  # (n, 20)\n",
        "",
        "test_halved_while_absolute_values_sum_to_more_than_1",
        "weight 0, bias",
        "the layer only acts once",
    ),
    Edit(
        "FixedHiddenMLP",
        "        H = self.linear(X)\n",
        "        H = X\n",
        "test_output_is_that_of_the_layers_in_order",
        "linear; times",
        "the layer does not act at first",
    ),
    Edit(
        "FixedHiddenMLP",
        "self.linear = nn.Linear(20, 20)",
        "self.linear = nn.Linear(20, 20, bias=False)",
        "test_parameters_are_those_of_the_linear_layers",
        "One linear layer",
        "no bias",
    ),
    Rewrite(
        "FixedHiddenMLP",
        """
        class FixedHiddenMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.linear1, self.linear2 = nn.Linear(20, 20), nn.Linear(20, 20)
                self.register_buffer("rand_weight", torch.rand(20, 20))

            def forward(self, X):
                H = self.linear2(F.relu(self.linear1(X) @ self.rand_weight + 1))
                while H.abs().sum() > 1:
                    H = H / 2
                return H.sum()
        """,
        "test_parameters_are_those_of_the_linear_layers",
        "acts twice",
        "two layers instead of one",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = H / 2",
        "H.data /= 2",
        "test_gradients",
        "times the expected one",
        "halved behind autograd's back",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = self.linear(X)",
        "X[:] = self.linear(X.clone())\n        H = X",
        "test_X_is_not_modified",
        "modified in place",
        "writes into X",
    ),
    Edit(
        "FixedHiddenMLP",
        "H = F.relu(H @ self.rand_weight + 1)",
        "H = F.relu(H.detach() @ self.rand_weight + 1)",
        "test_gradients",
        "no gradient for X",
        "the first use is cut off",
    ),
    Edit(
        "FixedHiddenMLP",
        "H @ self.rand_weight + 1",
        "H @ self.rand_weight + torch.ones(len(H), 20)",
        "test_works_on_the_device_of_X",
        "device",
        "ones on the default device",
    ),
    Edit(
        "FixedHiddenMLP",
        "return H.sum()",
        "return torch.tensor(H.sum().item())",
        "test_gradients",
        "without a gradient function",
        "a new tensor",
    ),
    Edit(
        "NestMLP",
        "nn.Linear(20, 64), nn.ReLU(),",
        "nn.Linear(20, 64),",
        "test_output_is_that_of_the_layers_in_order",
        "to 64, ReLU",
        "no ReLU after the first layer",
    ),
    Edit(
        "NestMLP",
        "nn.Linear(64, 32), nn.ReLU())",
        "nn.Linear(64, 32))",
        "test_output_is_that_of_the_layers_in_order",
        "to 32, ReLU",
        "no ReLU after the second layer",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "F.relu(self.linear(self.net(X)))",
        "test_output_is_that_of_the_layers_in_order",
        "no activation at the end",
        "ReLU at the end",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "self.net(X)",
        "test_shape_of_the_output",
        "shape (6, 32)",
        "the last layer is forgotten",
    ),
    Edit(
        "NestMLP",
        "return self.linear(self.net(X))",
        "self.linear(self.net(X))",
        "test_shape_of_the_output",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "NestMLP",
        "nn.Linear(32, 16)",
        "nn.Linear(32, 20)",
        "test_parameters_are_those_of_the_linear_layers",
        "in each linear layer",
        "a wrong size",
    ),
    Edit(
        "NestMLP",
        "nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU())",
        "nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU())",
        "test_parameters_are_those_of_the_linear_layers",
        "sizes of its trained parameters",
        "a wrong hidden size",
    ),
    Edit(
        "NestMLP",
        "nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU())",
        "[nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU()]\n        self.net = nn.Sequential(*self.net).forward",
        "test_parameters_are_those_of_the_linear_layers",
        "registers",
        "the inner net is hidden from the module",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "self.linear(self.net(X).detach())",
        "test_gradients",
        "no gradient",
        "the inner net is cut off",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "self.linear(self.net(X.div_(2) if X.requires_grad is False else X / 2))",
        "test_X_is_not_modified",
        "modified in place",
        "the input is scaled in place",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "nn.Linear(32, 16)(self.net(X)) + 0 * self.linear(self.net(X))",
        "test_nothing_is_drawn_anew_between_calls",
        "once, in __init__",
        "a layer made in forward",
    ),
    Edit(
        "NestMLP",
        "self.linear(self.net(X))",
        "self.linear(torch.maximum(self.net(X), torch.zeros(32)))",
        "test_works_on_the_device_of_X",
        "device",
        "zeros on the default device",
    ),
    Edit(
        "NestMLP",
        "nn.ReLU(), nn.Linear(64, 32)",
        "nn.Tanh(), nn.Linear(64, 32)",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "tanh",
    ),
    Edit(
        "MLP",
        "        self.out = nn.Linear(num_hiddens, num_outputs)\n",
        "        self.out = nn.Linear(num_hiddens, num_outputs)\n        nn.init.constant_(self.hidden.weight, 0.01)\n        nn.init.zeros_(self.hidden.bias)\n",
        "test_first_weights_are_random",
        "alike",
        "the hidden units begin alike",
    ),
    Edit(
        "MLP",
        "super().__init__()",
        "super().__init__()\n        torch.manual_seed(0)",
        "test_first_weights_are_random",
        "set no seed",
        "a seed for all nets",
    ),
    Edit(
        "NestMLP",
        "        self.linear = nn.Linear(32, 16)\n",
        "        self.linear = nn.Linear(32, 16)\n        for p in self.parameters():\n            nn.init.constant_(p, 0.01)\n",
        "test_first_weights_are_random",
        "alike",
        "all values begin alike",
    ),
    Edit(
        "MySequential",
        "        for i, block in enumerate(blocks):\n            self.add_module(str(i), block)  # a name for every place, also of a repeated block\n\n    def forward(self, X: Tensor) -> Tensor:\n        for block in self._modules.values():",
        "        self.order = blocks\n        for block in blocks:\n            self.add_module(str(id(block)), block)\n\n    def forward(self, X: Tensor) -> Tensor:\n        for block in self.order:",
        "test_state_dict_carries_over",
        "made from its number",
        "names that differ from net to net",
    ),
    Edit(
        "MLP",
        "        self.out = nn.Linear(num_hiddens, num_outputs)\n",
        "        self.out = nn.Linear(num_hiddens, num_outputs)\n"
        "        for parameter in self.parameters():\n"
        "            nn.init.normal_(parameter)\n",
        "test_first_weights_are_small",
        "below 0.7",
        "first values of standard deviation 1",
    ),
    Edit(
        "MLP",
        "num_hiddens: int = 256, num_outputs: int = 10",
        "num_outputs: int = 10, num_hiddens: int = 256",
        "test_parameters_are_those_of_the_linear_layers",
        "sizes of its trained parameters",
        "arguments in another order, right where they are named",
    ),
    Edit(
        "MySequential",
        "    def forward(self, X: Tensor) -> Tensor:\n",
        "    def forward(self, X: Tensor) -> Tensor:\n        X = X.flatten(1)\n",
        "test_blocks_act_in_order",
        "shape (2, 20)",
        "flattens its input: right for matrices only",
    ),
    Edit(
        "MySequential",
        "    def forward(self, X: Tensor) -> Tensor:\n",
        "    def forward(self, X: Tensor) -> Tensor:\n        self.eval()\n",
        "test_eval_and_repr_reach_the_blocks",
        "Calls leave the mode alone",
        "evaluation mode, whatever was asked for",
    ),
    Edit(
        "FixedHiddenMLP",
        "torch.rand(20, 20)",
        "torch.rand(20, 20, generator=torch.Generator().manual_seed(0))",
        "test_rand_weight_is_uniform",
        "the same values in two nets",
        "the same constant in every net",
    ),
    Rewrite(
        "NestMLP",
        """
        class NestMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.net = None

            def forward(self, X):
                if self.net is None:
                    self.net = nn.Sequential(
                        nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(),
                        nn.Linear(32, 16))
                return self.net(X)
        """,
        "test_parameters_are_those_of_the_linear_layers",
        "before the first call",
        "layers made at the first call: an optimizer made before finds none",
    ),
    Edit(
        "NestMLP",
        "self.linear = nn.Linear(32, 16)",
        "self.linear = nn.Linear(32, 16)\n        nn.init.normal_(self.linear.weight)",
        "test_first_weights_are_small",
        "below 0.7",
        "first values of standard deviation 1",
    ),
]

RIGHT = [
    Rewrite(
        "MLP",
        MLP,
        why="the library's Sequential inside",
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                self.output = nn.Linear(num_hiddens, num_outputs)
                self.hidden = nn.Linear(num_inputs, num_hiddens)
                self.act = nn.ReLU(inplace=True)

            def forward(self, x):
                h = self.act(self.hidden(x))
                y = self.output(h)
                return y
        """,
        why="other names and order (notes, files), ReLU in place on the hidden values",
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                self.W1 = nn.Parameter(torch.randn(num_inputs, num_hiddens) * 0.2)
                self.b1 = nn.Parameter(torch.zeros(1, num_hiddens))
                self.W2 = nn.Parameter(torch.randn(num_hiddens, num_outputs) * 0.2)
                self.b2 = nn.Parameter(torch.zeros(num_outputs))

            def forward(self, X):
                H = X @ self.W1 + self.b1
                return torch.where(H > 0, H, torch.zeros_like(H)) @ self.W2 + self.b2
        """,
        why="raw parameters stored (in, out)",
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                self.layers = nn.ModuleDict(
                    {"hidden": nn.LazyLinear(num_hiddens), "out": nn.LazyLinear(num_outputs)})

            def forward(self, X):
                return self.layers["out"](self.layers["hidden"](X).clamp(min=0))
        """,
        why="lazy layers in a ModuleDict, clamp",
    ),
    Rewrite(
        "MySequential",
        MY_SEQUENTIAL,
        why="d2l book",
    ),
    Rewrite(
        "MySequential",
        MY_SEQUENTIAL_2,
        why="ModuleList and reduce",
    ),
    Rewrite(
        "MySequential",
        """
        class MySequential(nn.Module):
            def __init__(self, *blocks):
                super().__init__()
                self.names = []
                for block in blocks:
                    self.names.append(f'part {len(self.names)}')
                    setattr(self, self.names[-1], block)

            def forward(self, X):
                for name in self.names:
                    X = getattr(self, name)(X)
                return X
        """,
        why="setattr and names with a space",
    ),
    Rewrite(
        "MySequential",
        """
        class MySequential(nn.Sequential):
            pass  # the library's own class under another name
        """,
        why="a subclass of nn.Sequential",
    ),
    Rewrite(
        "MySequential",
        """
        class MySequential(nn.Module):
            def __init__(self, *blocks):
                super().__init__()
                self.order = list(blocks)
                for i, block in enumerate(dict.fromkeys(blocks)):
                    self.add_module(f'block{i}', block)

            def forward(self, X):
                for block in self.order:
                    X = block(X)
                return X
        """,
        why="a list keeps the order, each block registered once",
    ),
    Rewrite(
        "MySequential",
        MY_SEQUENTIAL_3,
        why="an nn.Sequential inside",
    ),
    Rewrite(
        "FixedHiddenMLP",
        """
        class FixedHiddenMLP(nn.Module):
            def __init__(self):
                super().__init__()
                # Random weight parameters that will not compute gradients and therefore keep constant
                self.rand_weight = torch.rand((20, 20))
                self.linear = nn.Linear(20, 20)

            def forward(self, X):
                X = self.linear(X)
                X = F.relu(torch.mm(X, self.rand_weight) + 1)
                X = self.linear(X)
                while X.abs().sum() > 1:
                    X /= 2
                return X.sum()
        """,
        why="d2l book and notes: a plain attribute, right where nothing moves; halved in place",
    ),
    Rewrite(
        "FixedHiddenMLP",
        """
        class FixedHiddenMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.rand_weight = nn.Parameter(torch.rand(20, 20), requires_grad=False)
                self.weight = nn.Parameter(torch.randn(20, 20) * 0.1)
                self.bias = nn.Parameter(torch.zeros(1, 20))

            def linear(self, X):
                return X @ self.weight + self.bias

            def forward(self, X):
                H = self.linear((self.linear(X) @ self.rand_weight + 1).clamp(min=0))
                total = H.abs().sum().item()
                factor = 1.0
                while total * factor > 1:
                    factor /= 2
                return (H * factor).sum()
        """,
        why="a frozen parameter, raw weights, one factor for all halvings",
    ),
    Rewrite(
        "FixedHiddenMLP",
        """
        class FixedHiddenMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.rand_weight = torch.rand(20, 20)
                self.linear = nn.LazyLinear(20)

            def forward(self, X):
                H = self.linear(torch.relu(self.linear(X) @ self.rand_weight.to(X.device) + 1.0))
                while torch.norm(H, 1) > 1:
                    H = torch.div(H, 2)
                return torch.sum(H)
        """,
        why="a plain attribute that is moved in forward, a lazy layer, the 1-norm",
    ),
    Rewrite(
        "NestMLP",
        """
        class NestMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.net = MySequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU())
                self.linear = nn.Linear(32, 16)

            def forward(self, X):
                return self.linear(self.net(X))
        """,
        why="MySequential inside",
    ),
    Rewrite(
        "NestMLP",
        """
        class NestMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.inner = MLP(20, 64, 32)
                self.last = nn.Linear(32, 16)

            def forward(self, X):
                return self.last(self.inner(X).relu())
        """,
        why="MLP inside",
    ),
    Rewrite(
        "NestMLP",
        """
        class NestMLP(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.ModuleList([nn.LazyLinear(64), nn.LazyLinear(32), nn.LazyLinear(16)])

            def forward(self, X):
                for layer in self.layers[:-1]:
                    X = layer(X).relu_()
                return self.layers[-1](X)
        """,
        why="lazy layers in a ModuleList, ReLU in place",
    ),
    Rewrite(
        "NestMLP",
        """
        class NestMLP(nn.Module):
            def __init__(self):
                super().__init__()
                sizes = (20, 64, 32, 16)
                self.weights = nn.ParameterList(torch.randn(a, b) / a**0.5 for a, b in zip(sizes, sizes[1:]))
                self.biases = nn.ParameterList(torch.zeros(1, b) for b in sizes[1:])

            def forward(self, X):
                for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
                    X = torch.einsum("ni,io->no", F.relu(X) if i else X, weight) + bias
                return X
        """,
        why="raw parameters stored (in, out), einsum",
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                self.layers = nn.ModuleList()
                for a, b in ((num_inputs, num_hiddens), (num_hiddens, num_outputs)):
                    layer = nn.Linear(a, b)
                    nn.init.normal_(layer.weight, std=0.01)
                    nn.init.zeros_(layer.bias)
                    self.layers.append(layer)

            def forward(self, X):
                rows = [self.layers[1](torch.relu(self.layers[0](x))) for x in X]
                return torch.stack(rows)
        """,
        why="its own first values, zero biases, row by row",
    ),
    Rewrite(
        "MLP",
        """
        class MLP(nn.Module):
            def __init__(self, num_inputs=20, num_hiddens=256, num_outputs=10):
                super().__init__()
                self.hidden = nn.Linear(num_inputs, num_hiddens)
                self.out = nn.Linear(num_hiddens, num_outputs)
                nn.init.kaiming_normal_(self.hidden.weight)
                nn.init.kaiming_normal_(self.out.weight, mode="fan_out")

            def forward(self, X):
                return self.out(torch.maximum(self.hidden(X), torch.zeros(())))
        """,
        why="large first values, ReLU as a maximum: a number on the CPU may meet any device",
    ),
]
