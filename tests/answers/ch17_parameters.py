"""Known answers of ch17_parameters."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(value.shape) for name, value in net.state_dict().items()}",
        "test_all_parameters_and_no_buffers",
        "state_dict() holds buffers",
        "state_dict holds buffers, too",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(p.shape) for name, p in net.named_parameters(remove_duplicate=False)}",
        "test_a_shared_parameter_stands_once",
        "named_parameters() once",
        "a shared parameter twice",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return [(name, parameter.shape) for name, parameter in net.named_parameters()]",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "the list of pairs of the notes",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: list(parameter.shape) for name, parameter in net.named_parameters()}",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "shapes as lists",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: parameter for name, parameter in net.named_parameters()}",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "the parameters themselves",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: str(parameter.shape) for name, parameter in net.named_parameters()}",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "shapes as text",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "{name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "no return",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "print({n: tuple(p.shape) for n, p in net.named_parameters()})",
        "test_net_of_the_notes",
        "a dict from names to tuples",
        "prints, as the notes do",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(p.shape)[::-1] for name, p in net.named_parameters()}",
        "test_net_of_the_notes",
        "(8, 4)",
        "shapes backwards",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: (p.numel(),) for name, p in net.named_parameters()}",
        "test_net_of_the_notes",
        "(8, 4)",
        "sizes instead of shapes",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {i: tuple(p.shape) for i, p in enumerate(net.parameters())}",
        "test_net_of_the_notes",
        "as net.named_parameters() gives them",
        "numbers instead of names",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(p.shape) for name, p in net.named_parameters() if p.requires_grad}",
        "test_all_parameters_and_no_buffers",
        "a frozen parameter is one",
        "frozen parameters are left out",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(p.shape) for name, p in net.named_parameters() if p.dim()}",
        "test_all_parameters_and_no_buffers",
        "shift",
        "parameters without axes are left out",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(p.shape) for name, p in net.named_parameters() if 'weight' in name or 'bias' in name}",
        "test_all_parameters_and_no_buffers",
        "a net may own some",
        "only weights and biases",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {f'{name}.{key}': tuple(p.shape) for name, layer in net.named_children() for key, p in layer.named_parameters()}",
        "test_all_parameters_and_no_buffers",
        "a net may own some",
        "own parameters of the net are left out",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {f'{name}.{key}': tuple(p.shape) for name, layer in net.named_children() for key, p in layer.named_parameters(recurse=False)}",
        "test_net_of_the_notes",
        "begins with the names around it",
        "only one level deep",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name.split('.')[-1]: tuple(p.shape) for name, p in net.named_parameters()}",
        "test_net_of_the_notes",
        "0.weight",
        "names without the path",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {name: tuple(m.weight.shape) for name, m in net.named_modules() if hasattr(m, 'weight')}",
        "test_net_of_the_notes",
        "0.weight",
        "one entry a layer",
    ),
    Edit(
        "parameter_shapes",
        "return {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}",
        "return {'0.weight': (8, 4), '0.bias': (8,), '2.weight': (1, 8), '2.bias': (1,)}",
        "test_net_of_the_notes",
        "begins with the names around it",
        "the net of the notes by heart",
    ),
    Edit(
        "parameter_shapes",
        "(net: nn.Module)",
        "(model: nn.Module, net=None)",
        "test_net_of_the_notes",
        "The parameters are",
        "parameter renamed",
    ),
    Edit(
        "init_normal",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "",
        "test_bias_becomes_zero",
        "It becomes 0",
        "the bias stays as it was",
    ),
    Edit(
        "init_normal",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        nn.init.zeros_(m.bias)\n",
        "test_a_layer_without_a_bias_is_initialised_too",
        "layer.bias is None",
        "a layer without a bias breaks it (notes 5)",
    ),
    Edit(
        "init_normal",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            nn.init.ones_(m.bias)\n",
        "test_bias_becomes_zero",
        "It becomes 0",
        "bias 1",
    ),
    Edit(
        "init_normal",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias = nn.Parameter(torch.zeros_like(m.bias))\n",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new bias parameter",
    ),
    Edit(
        "init_normal",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias.requires_grad_(False).zero_()\n",
        "test_the_layer_keeps_its_parameters",
        "trainable ones",
        "the bias is frozen",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "m.weight = nn.Parameter(torch.randn_like(m.weight) * 0.01)",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new weight parameter",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "m.weight.data = (torch.randn_like(m.weight) * 0.01).data.T",
        "test_the_layer_keeps_its_parameters",
        "shape",
        "the weight is stored transposed",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight.clone(), mean=0, std=0.01)",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "works on a copy",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear) and m.bias is not None:",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "layers without a bias are left out",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        'if hasattr(m, "weight"):',
        "test_other_modules_stay",
        "'Embedding' object",
        "every module with a weight",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Conv2d)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "convolutions, too",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Bilinear)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "bilinear layers, too",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if len(list(m.children())) == 0 and list(m.parameters()):\n        nn.init.zeros_(list(m.parameters())[-1])\n    if isinstance(m, nn.Linear):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "the last parameter of every module becomes 0",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if type(m) is nn.Linear and m.in_features == 4:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "only the layer of the notes",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear):\n        torch.manual_seed(0)",
        "test_every_value_is_drawn_on_its_own",
        "Do not set a seed inside",
        "a seed set inside",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight[0], mean=0, std=0.01)\n        m.weight.data[:] = m.weight.data[0].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all rows alike",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight, mean=0, std=0.01)\n        m.weight.data[:] = m.weight.data[:, :1].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all columns alike",
    ),
    Edit(
        "init_normal",
        "if isinstance(m, nn.Linear):",
        "if not isinstance(m, nn.Linear):\n        return\n    for m in [nn.Linear(m.in_features, m.out_features, bias=m.bias is not None)]:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "initialises a new layer instead",
    ),
    Edit(
        "init_constant",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "",
        "test_bias_becomes_zero",
        "It becomes 0",
        "the bias stays as it was",
    ),
    Edit(
        "init_constant",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        nn.init.zeros_(m.bias)\n",
        "test_a_layer_without_a_bias_is_initialised_too",
        "layer.bias is None",
        "a layer without a bias breaks it (notes 5)",
    ),
    Edit(
        "init_constant",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            nn.init.ones_(m.bias)\n",
        "test_bias_becomes_zero",
        "It becomes 0",
        "bias 1",
    ),
    Edit(
        "init_constant",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias = nn.Parameter(torch.zeros_like(m.bias))\n",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new bias parameter",
    ),
    Edit(
        "init_constant",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias.requires_grad_(False).zero_()\n",
        "test_the_layer_keeps_its_parameters",
        "trainable ones",
        "the bias is frozen",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "m.weight = nn.Parameter(torch.full_like(m.weight, value))",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new weight parameter",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "m.weight.data = (torch.full_like(m.weight, value)).data.T",
        "test_the_layer_keeps_its_parameters",
        "shape",
        "the weight is stored transposed",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.constant_(m.weight.clone(), value)",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "works on a copy",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear) and m.bias is not None:",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "layers without a bias are left out",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        'if hasattr(m, "weight"):',
        "test_other_modules_stay",
        "'Embedding' object",
        "every module with a weight",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Conv2d)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "convolutions, too",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Bilinear)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "bilinear layers, too",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        "if len(list(m.children())) == 0 and list(m.parameters()):\n        nn.init.zeros_(list(m.parameters())[-1])\n    if isinstance(m, nn.Linear):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "the last parameter of every module becomes 0",
    ),
    Edit(
        "init_constant",
        "if isinstance(m, nn.Linear):",
        "if type(m) is nn.Linear and m.in_features == 4:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "only the layer of the notes",
    ),
    Edit(
        "init_xavier",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "",
        "test_bias_becomes_zero",
        "It becomes 0",
        "the bias stays as it was (notes 5)",
    ),
    Edit(
        "init_xavier",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        nn.init.zeros_(m.bias)\n",
        "test_a_layer_without_a_bias_is_initialised_too",
        "layer.bias is None",
        "a layer without a bias breaks it",
    ),
    Edit(
        "init_xavier",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            nn.init.ones_(m.bias)\n",
        "test_bias_becomes_zero",
        "It becomes 0",
        "bias 1",
    ),
    Edit(
        "init_xavier",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias = nn.Parameter(torch.zeros_like(m.bias))\n",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new bias parameter",
    ),
    Edit(
        "init_xavier",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias.requires_grad_(False).zero_()\n",
        "test_the_layer_keeps_its_parameters",
        "trainable ones",
        "the bias is frozen",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "m.weight = nn.Parameter((torch.rand_like(m.weight) * 2 - 1) * (6 / sum(m.weight.shape)) ** 0.5)",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new weight parameter",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "m.weight.data = ((torch.rand_like(m.weight) * 2 - 1) * (6 / sum(m.weight.shape)) ** 0.5).data.T",
        "test_the_layer_keeps_its_parameters",
        "shape",
        "the weight is stored transposed",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.xavier_uniform_(m.weight.clone())",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "works on a copy",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear) and m.bias is not None:",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "layers without a bias are left out",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        'if hasattr(m, "weight"):',
        "test_other_modules_stay",
        "Fan in",
        "every module with a weight",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Conv2d)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "convolutions, too",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Bilinear)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "bilinear layers, too",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if len(list(m.children())) == 0 and list(m.parameters()):\n        nn.init.zeros_(list(m.parameters())[-1])\n    if isinstance(m, nn.Linear):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "the last parameter of every module becomes 0",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if type(m) is nn.Linear and m.in_features == 4:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "only the layer of the notes",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear):\n        torch.manual_seed(0)",
        "test_every_value_is_drawn_on_its_own",
        "Do not set a seed inside",
        "a seed set inside",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.xavier_uniform_(m.weight)\n        m.weight.data[:] = m.weight.data[0].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all rows alike",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.xavier_uniform_(m.weight)\n        m.weight.data[:] = m.weight.data[:, :1].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all columns alike",
    ),
    Edit(
        "init_xavier",
        "if isinstance(m, nn.Linear):",
        "if not isinstance(m, nn.Linear):\n        return\n    for m in [nn.Linear(m.in_features, m.out_features, bias=m.bias is not None)]:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "initialises a new layer instead",
    ),
    Edit(
        "init_sparse_uniform",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "",
        "test_bias_becomes_zero",
        "It becomes 0",
        "the bias stays as it was (notes 5)",
    ),
    Edit(
        "init_sparse_uniform",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        nn.init.zeros_(m.bias)\n",
        "test_a_layer_without_a_bias_is_initialised_too",
        "layer.bias is None",
        "a layer without a bias breaks it",
    ),
    Edit(
        "init_sparse_uniform",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            nn.init.ones_(m.bias)\n",
        "test_bias_becomes_zero",
        "It becomes 0",
        "bias 1",
    ),
    Edit(
        "init_sparse_uniform",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias = nn.Parameter(torch.zeros_like(m.bias))\n",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new bias parameter",
    ),
    Edit(
        "init_sparse_uniform",
        "        if m.bias is not None:\n            nn.init.zeros_(m.bias)\n",
        "        if m.bias is not None:\n            m.bias.requires_grad_(False).zero_()\n",
        "test_the_layer_keeps_its_parameters",
        "trainable ones",
        "the bias is frozen",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear) and m.bias is not None:",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "layers without a bias are left out",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        'if hasattr(m, "weight"):',
        "test_other_modules_stay",
        "'Embedding' object",
        "every module with a weight",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Conv2d)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "convolutions, too",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, (nn.Linear, nn.Bilinear)):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "bilinear layers, too",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if len(list(m.children())) == 0 and list(m.parameters()):\n        nn.init.zeros_(list(m.parameters())[-1])\n    if isinstance(m, nn.Linear):",
        "test_other_modules_stay",
        "only if it is an nn.Linear",
        "the last parameter of every module becomes 0",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if type(m) is nn.Linear and m.in_features == 4:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "only the layer of the notes",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if isinstance(m, nn.Linear):\n        torch.manual_seed(0)",
        "test_every_value_is_drawn_on_its_own",
        "Do not set a seed inside",
        "a seed set inside",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "nn.init.uniform_(m.weight[0], -10, 10)\n        m.weight.data[:] = m.weight.data[0].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all rows alike",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "nn.init.uniform_(m.weight, -10, 10)\n        m.weight.data[:] = m.weight.data[:, :1].clone()",
        "test_every_value_is_drawn_on_its_own",
        "values that come again",
        "all columns alike",
    ),
    Edit(
        "init_sparse_uniform",
        "if isinstance(m, nn.Linear):",
        "if not isinstance(m, nn.Linear):\n        return\n    for m in [nn.Linear(m.in_features, m.out_features, bias=m.bias is not None)]:",
        "test_bias_becomes_zero",
        "It becomes 0",
        "initialises a new layer instead",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight, mean=0, std=0.1)",
        "test_values_have_the_distribution",
        "not the variance",
        "variance 0.01",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight)",
        "test_values_have_the_distribution",
        "standard deviation",
        "standard normal",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight, 0.01, 0.01)",
        "test_values_have_the_distribution",
        "mean 0",
        "mean 0.01",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight, 0.01)",
        "test_values_have_the_distribution",
        "mean 0",
        "0.01 taken as the mean",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.uniform_(m.weight, -0.01, 0.01)",
        "test_values_have_the_distribution",
        "not a limit",
        "uniform up to 0.01",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.uniform_(m.weight, -0.01 * 3**0.5, 0.01 * 3**0.5)",
        "test_values_have_the_distribution",
        "Is the draw normal",
        "uniform with the right deviation",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.trunc_normal_(m.weight, 0, 0.01, -0.015, 0.015)",
        "test_values_have_the_distribution",
        "standard deviation",
        "cut off at 1.5 deviations",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.normal_(m.weight, 0, 0.01)\n        m.weight.data.abs_()",
        "test_values_have_the_distribution",
        "mean 0",
        "only positive values",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "nn.init.xavier_normal_(m.weight)",
        "test_values_have_the_distribution",
        "standard deviation",
        "Xavier's normal",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.ones_(m.weight)",
        "test_weight_is_the_value",
        "It becomes `value`",
        "value is not used",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.constant_(m.weight, 42)",
        "test_weight_is_the_value",
        "Without a value given it is 1",
        "42, whatever the value (notes 5)",
    ),
    Edit(
        "init_constant",
        "value: float = 1",
        "value: float = 0",
        "test_weight_is_the_value",
        "Without a value given it is 1",
        "another default",
    ),
    Edit(
        "init_constant",
        "nn.init.zeros_(m.bias)",
        "nn.init.constant_(m.bias, value)",
        "test_bias_becomes_zero",
        "It becomes 0",
        "the bias gets the value, too",
    ),
    Edit(
        "init_constant",
        "nn.init.zeros_(m.bias)",
        "nn.init.constant_(m.bias, value - 1)",
        "test_weight_is_the_value",
        "0, not the value",
        "the bias is 0 for value 1 only",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.constant_(m.weight, int(value))",
        "test_weight_is_the_value",
        "-2 instead of -2.5",
        "the value is cut to a whole number",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.constant_(m.weight, value or 1)",
        "test_weight_is_the_value",
        "It becomes `value`",
        "0 counts as no value",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "nn.init.constant_(m.weight, abs(value))",
        "test_weight_is_the_value",
        "It becomes `value`",
        "negative values turned",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "m.weight.data.fill_diagonal_(value)",
        "test_weight_is_the_value",
        "Without a value",
        "only the diagonal",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "m.weight.data += value",
        "test_weight_is_the_value",
        "Without a value",
        "added to the old weight",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m, number=1):
            if isinstance(m, nn.Linear):
                nn.init.constant_(m.weight, number)
                if m.bias is not None:
                    nn.init.zeros_(m.bias)
        """,
        "test_weight_is_the_value",
        "signature",
        "parameter renamed",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.xavier_normal_(m.weight)",
        "test_values_have_the_distribution",
        "root of 6",
        "the normal one",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.kaiming_uniform_(m.weight)",
        "test_values_have_the_distribution",
        "root of 6",
        "Kaiming's",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.uniform_(m.weight, -1 / m.in_features**0.5, 1 / m.in_features**0.5)",
        "test_values_have_the_distribution",
        "root of 6",
        "the default of nn.Linear",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.xavier_uniform_(m.weight, gain=nn.init.calculate_gain('relu'))",
        "test_values_have_the_distribution",
        "root of 6",
        "a gain for ReLU",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.uniform_(m.weight, 0, (6 / sum(m.weight.shape)) ** 0.5)",
        "test_values_have_the_distribution",
        "below 0",
        "only positive values",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.uniform_(m.weight, -(2 / sum(m.weight.shape)) ** 0.5, (2 / sum(m.weight.shape)) ** 0.5)",
        "test_values_have_the_distribution",
        "root of 6",
        "the standard deviation as limit",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.uniform_(m.weight, -6 / sum(m.weight.shape), 6 / sum(m.weight.shape))",
        "test_values_have_the_distribution",
        "root of 6",
        "no root",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "nn.init.uniform_(m.weight, -(3 / sum(m.weight.shape)) ** 0.5, (3 / sum(m.weight.shape)) ** 0.5)",
        "test_values_have_the_distribution",
        "root of 6",
        "the mean of fans forgotten",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "a = (6 / sum(m.weight.shape)) ** 0.5\n        m.weight.data.normal_(0, a / 3**0.5).clamp_(-a, a)",
        "test_values_have_the_distribution",
        "absolute values in the lower",
        "a clamped normal distribution",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "pass",
        "test_a_layer_without_a_bias_is_initialised_too",
        "the old weight",
        "the weight is not drawn",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight *= m.weight.abs() < 5",
        "test_values_have_the_distribution",
        "5 or more",
        "keeps the small ones",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight *= m.weight >= 5",
        "test_values_have_the_distribution",
        "zeros",
        "drops the negative ones, too",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.clamp_(min=-5, max=5)",
        "test_values_have_the_distribution",
        "zeros",
        "clamped to 5",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "pass",
        "test_values_have_the_distribution",
        "zeros",
        "nothing becomes 0",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.mul_(m.weight.abs() >= 5).sign_()",
        "test_values_have_the_distribution",
        "absolute values from",
        "only signs are left",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.mul_(m.weight.abs() >= 5).trunc_()",
        "test_values_have_the_distribution",
        "absolute values",
        "cut to whole numbers",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.copy_(m.weight.abs() >= 5)",
        "test_values_have_the_distribution",
        "absolute values from",
        "the mask instead of the values",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.abs_().mul_(m.weight >= 5)",
        "test_values_have_the_distribution",
        "below 0",
        "only positive values",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight *= torch.rand_like(m.weight) >= 0.5",
        "test_values_have_the_distribution",
        "absolute values from",
        "half of the values at random",
    ),
    Edit(
        "init_sparse_uniform",
        "m.weight *= m.weight.abs() >= 5",
        "m.weight.abs() >= 5",
        "test_values_have_the_distribution",
        "zeros",
        "the mask is not used",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "nn.init.uniform_(m.weight, 0, 10)",
        "test_values_have_the_distribution",
        "below 0",
        "from 0 to 10",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "nn.init.normal_(m.weight, 0, 7.4)",
        "test_values_have_the_distribution",
        "absolute values",
        "normal",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "nn.init.uniform_(m.weight, -1, 1)",
        "test_values_have_the_distribution",
        "zeros",
        "from -1 to 1",
    ),
    Edit(
        "init_sparse_uniform",
        "nn.init.uniform_(m.weight, -10, 10)",
        "m.weight = nn.Parameter(torch.rand_like(m.weight) * 20 - 10)",
        "test_the_layer_keeps_its_parameters",
        "an optimizer may hold",
        "a new weight parameter",
    ),
    Edit(
        "init_sparse_uniform",
        "        with torch.no_grad():  # a change in place that is no part of any graph\n            m.weight *=",
        "        if True:\n            m.weight *=",
        "test_the_layer_keeps_its_parameters",
        "in place",
        "changed in place outside of no_grad",
    ),
    Edit(
        "init_sparse_uniform",
        "        with torch.no_grad():  # a change in place that is no part of any graph\n            m.weight *= m.weight.abs() >= 5\n",
        "        m.weight = m.weight * (m.weight.abs() >= 5)\n",
        "test_the_layer_keeps_its_parameters",
        "cannot assign",
        "the product is no parameter",
    ),
    Edit(
        "nested_net",
        'block2.add_module(f"block {i}", block1())  # a new block each time',
        'block2.add_module(f"block {i}", block2[0] if i else block1())',
        "test_blocks_have_the_names_of_the_notes",
        "one object has one name",
        "one block in four places",
    ),
    Edit(
        "nested_net",
        "range(4)",
        "range(3)",
        "test_blocks_have_the_names_of_the_notes",
        "block 3",
        "three blocks",
    ),
    Edit(
        "nested_net",
        "range(4)",
        "range(1, 5)",
        "test_blocks_have_the_names_of_the_notes",
        "block 0",
        "numbered from 1",
    ),
    Edit(
        "nested_net",
        'f"block {i}"',
        'f"block{i}"',
        "test_blocks_have_the_names_of_the_notes",
        "block 0",
        "names without a space",
    ),
    Edit(
        "nested_net",
        'f"block {i}"',
        "str(i)",
        "test_blocks_have_the_names_of_the_notes",
        "block 0",
        "plain numbers",
    ),
    Edit(
        "nested_net",
        'f"block {i}"',
        '"block"',
        "test_blocks_have_the_names_of_the_notes",
        "block 0",
        "one name for all: only the last is left",
    ),
    Edit(
        "nested_net",
        'f"block {i}"',
        'f"block {3 - i}"',
        "test_output_is_that_of_the_layers_in_order",
        "Blocks 0 to 3",
        "numbered backwards",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4))",
        "test_output_is_that_of_the_layers_in_order",
        "linear, ReLU, linear, ReLU",
        "no ReLU at the end of a block",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "return nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 4), nn.ReLU())",
        "test_output_is_that_of_the_layers_in_order",
        "linear, ReLU, linear, ReLU",
        "no ReLU inside a block",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "return nn.Sequential(nn.Linear(4, 8, bias=False), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "test_parameters",
        "with a bias",
        "a layer without a bias",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "return nn.Sequential(nn.Linear(4, 8), nn.Sigmoid(), nn.Linear(8, 4), nn.ReLU())",
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "sigmoid",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())",
        "test_parameters",
        "Two linear layers",
        "a layer too many",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "return block2",
        "test_output_has_one_column",
        "shape (2, 4)",
        "no last layer",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "return nn.Sequential(block2, nn.Linear(4, 1), nn.ReLU())",
        "test_output_is_that_of_the_layers_in_order",
        "the last linear layer alone",
        "ReLU at the end",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "return nn.Sequential(nn.Linear(4, 1), block2)",
        "test_output_has_one_column",
        "Print the shapes",
        "the last layer first",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "nn.Sequential(block2, nn.Linear(4, 1))",
        "test_blocks_have_the_names_of_the_notes",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "return nn.Sequential(block2, nn.Flatten(0), nn.Linear(4, 1))",
        "test_output_has_one_column",
        "Print the shapes",
        "the batch is flattened",
    ),
    Edit(
        "nested_net",
        "return nn.Sequential(block2, nn.Linear(4, 1))",
        "return nn.Sequential(block2, nn.Linear(4, 2))",
        "test_output_has_one_column",
        "shape (2, 2)",
        "two outputs",
    ),
    Rewrite(
        "nested_net",
        """
        _net = nn.Sequential()
        for _i in range(4):
            _net.add_module(f"block {_i}", nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU()))
        _net = nn.Sequential(_net, nn.Linear(4, 1))


        def nested_net():
            return _net
        """,
        "test_every_call_makes_a_new_net",
        "new ones at every call",
        "one net for all calls",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    for i in range(4):
                        self.add_module(f"block {i}", nn.Sequential(
                            nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU()))
                    self.last = nn.Linear(4, 1)

                def forward(self, X):
                    for i in range(4):
                        X = getattr(self, f"block {i}")(X).detach()
                    return self.last(X)

            return Net()
        """,
        "test_gradients",
        "no gradient for",
        "the blocks are detached",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            blocks = [nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU()) for _ in range(4)]
            return nn.Sequential(nn.Sequential(*blocks), nn.Linear(4, 1))
        """,
        "test_blocks_have_the_names_of_the_notes",
        "block 0",
        "no names",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            pass
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "one object in two places",
        "two layers",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            import copy
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), copy.deepcopy(shared), nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "equal copies are not tied",
        "a copy of the layer",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared, twin = nn.Linear(8, 8), nn.Linear(8, 8)
            twin.load_state_dict(shared.state_dict())
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), twin, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "equal copies are not tied",
        "equal values",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared, twin = nn.Linear(8, 8), nn.Linear(8, 8)
            twin.weight = shared.weight
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), twin, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "one object in two places",
        "only the weight is shared",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared, twin = nn.Linear(8, 8), nn.Linear(8, 8)
            twin.weight.data = shared.weight.data
            twin.bias.data = shared.bias.data
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), twin, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "one object in two places",
        "two parameters over one storage",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "the same shared",
        "used only once",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "the same shared",
        "used three times",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "shared, ReLU, the same shared",
        "no ReLU between the two",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "Linear, ReLU, shared",
        "no ReLU after the first layer",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "ReLU, and the last",
        "no ReLU before the last layer",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1), nn.ReLU())
        """,
        "test_output_is_that_of_the_layers_in_order",
        "last linear layer alone",
        "ReLU at the end",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8, bias=False)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_parameters",
        "nn.Linear(8, 8)",
        "no bias",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 2))
        """,
        "test_output_has_one_column",
        "shape (2, 2)",
        "two outputs",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.Linear(8, 8)
            return nn.Sequential(nn.Linear(4, 8), nn.Tanh(), shared, nn.Tanh(), shared, nn.Tanh(), nn.Linear(8, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "ReLU",
        "tanh",
    ),
    Edit(
        "tied_net",
        "    return nn.Sequential(\n",
        "    nn.Sequential(\n",
        "test_output_has_one_column",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "tied_net",
        """
        _shared = nn.Linear(8, 8)


        def tied_net():
            return nn.Sequential(
                nn.Linear(4, 8), nn.ReLU(), _shared, nn.ReLU(), _shared, nn.ReLU(), nn.Linear(8, 1))
        """,
        "test_every_call_makes_a_new_net",
        "new ones at every call",
        "all nets share one layer",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.first, self.shared, self.last = nn.Linear(4, 8), nn.Linear(8, 8), nn.Linear(8, 1)

                def forward(self, X):
                    H = self.shared(self.first(X).relu()).relu()
                    weight, bias = self.shared.weight.detach(), self.shared.bias.detach()
                    return self.last((H @ weight.T + bias).relu())

            return Net()
        """,
        "test_gradients",
        "Both places of the shared layer add",
        "the second place adds nothing to the gradient",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.first, self.shared, self.last = nn.Linear(4, 8), nn.Linear(8, 8), nn.Linear(8, 1)
                    self.shared.weight.register_hook(lambda grad: grad / 2)

                def forward(self, X):
                    H = self.shared(self.first(X).relu()).relu()
                    return self.last(self.shared(H).relu())

            return Net()
        """,
        "test_gradients",
        "times the expected one",
        "the mean of both places instead of the sum",
    ),
    Edit(
        "init_normal",
        "nn.init.normal_(m.weight, mean=0, std=0.01)",
        "m.weight.data = torch.randn(m.weight.shape) * 0.01",
        "test_the_layer_keeps_its_parameters",
        "incompatible tensor type",
        "new data, on the CPU",
    ),
    Rewrite(
        "init_normal",
        """
        def init_normal(m: nn.Module) -> None:
            for layer in m.modules():
                if isinstance(layer, nn.Linear):
                    nn.init.normal_(layer.weight, mean=0, std=0.01)
                    if layer.bias is not None:
                        nn.init.zeros_(layer.bias)
        """,
        "test_other_modules_stay",
        "for what is inside",
        "goes through the inner modules itself",
    ),
    Edit(
        "init_constant",
        "nn.init.constant_(m.weight, value)",
        "m.weight.data = torch.full(m.weight.shape, float(value))",
        "test_the_layer_keeps_its_parameters",
        "incompatible tensor type",
        "new data, on the CPU",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m: nn.Module, value: float = 1) -> None:
            for layer in m.modules():
                if isinstance(layer, nn.Linear):
                    nn.init.constant_(layer.weight, value)
                    if layer.bias is not None:
                        nn.init.zeros_(layer.bias)
        """,
        "test_other_modules_stay",
        "for what is inside",
        "goes through the inner modules itself",
    ),
    Edit(
        "init_xavier",
        "nn.init.xavier_uniform_(m.weight)",
        "m.weight.data = nn.init.xavier_uniform_(torch.empty(m.weight.shape))",
        "test_the_layer_keeps_its_parameters",
        "incompatible tensor type",
        "new data, on the CPU",
    ),
    Rewrite(
        "init_xavier",
        """
        def init_xavier(m: nn.Module) -> None:
            for layer in m.modules():
                if isinstance(layer, nn.Linear):
                    nn.init.xavier_uniform_(layer.weight)
                    if layer.bias is not None:
                        nn.init.zeros_(layer.bias)
        """,
        "test_other_modules_stay",
        "for what is inside",
        "goes through the inner modules itself",
    ),
    Rewrite(
        "init_sparse_uniform",
        """
        def init_sparse_uniform(m: nn.Module) -> None:
            for layer in m.modules():
                if isinstance(layer, nn.Linear):
                    nn.init.uniform_(layer.weight, -10, 10)
                    with torch.no_grad():
                        layer.weight *= layer.weight.abs() >= 5
                    if layer.bias is not None:
                        nn.init.zeros_(layer.bias)
        """,
        "test_other_modules_stay",
        "for what is inside",
        "goes through the inner modules itself",
    ),
    Rewrite(
        "parameter_shapes",
        """
        def parameter_shapes(net):
            shapes = {}
            for name, parameter in net.named_parameters():
                parameter.requires_grad = False
                shapes[name] = tuple(parameter.shape)
            return shapes
        """,
        "test_net_of_the_notes",
        "in another mode or frozen",
        "the net is frozen on the way",
    ),
    Rewrite(
        "parameter_shapes",
        """
        def parameter_shapes(net):
            seen, shapes = [], {}
            for name, parameter in net.named_parameters():
                if not any(parameter.equal(other) for other in seen):
                    seen.append(parameter)
                    shapes[name] = tuple(parameter.shape)
            return shapes
        """,
        "test_a_shared_parameter_stands_once",
        "Equal values are not one parameter",
        "shared parameters found by their values",
    ),
    Rewrite(
        "init_normal",
        """
        def init_normal(m):
            m.eval()
            if isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, std=0.01)
                if m.bias is not None:
                    nn.init.zeros_(m.bias)
        """,
        "test_other_modules_stay",
        "modules in another mode",
        "every module is put into evaluation mode",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m, *, value=1):
            if isinstance(m, nn.Linear):
                nn.init.constant_(m.weight, value)
                if m.bias is not None:
                    nn.init.zeros_(m.bias)
        """,
        "test_weight_is_the_value",
        "does not fit the signature",
        "the value by name only",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            torch.manual_seed(0)
            net = nn.Sequential()
            for i in range(4):
                block = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())
                net.add_module(f"block {i}", block)
            net.append(nn.Linear(4, 1))
            return net
        """,
        "test_every_call_makes_a_new_net",
        "the same first values",
        "a seed in the function",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            net = nn.Sequential()
            for i in range(4):
                net.add_module(f"block {i}", nn.Linear(4, 8))
                net.append(nn.Sequential(nn.ReLU(), nn.Linear(8, 4), nn.ReLU()))
            return net.append(nn.Linear(4, 1))
        """,
        "test_output_is_that_of_the_layers_in_order",
        "hold two layers each",
        "the names on the first layers of the blocks",
    ),
    Edit(
        "tied_net",
        "nn.Linear(8, 8)",
        "nn.Linear(8, 8).requires_grad_(False)",
        "test_parameters",
        "trained parameters",
        "the shared layer is frozen",
    ),
]

RIGHT = [
    Rewrite(
        "parameter_shapes",
        """
        def parameter_shapes(net):
            shapes = {}
            for name, param in net.named_parameters():
                shapes[name] = param.shape
            return shapes
        """,
        why="a loop; torch.Size is a tuple",
    ),
    Rewrite(
        "parameter_shapes",
        """
        def parameter_shapes(net):
            from collections import OrderedDict
            known = {id(p) for p in net.parameters()}
            shapes = OrderedDict()
            for name, value in net.state_dict(keep_vars=True).items():
                if id(value) in known:
                    known.discard(id(value))
                    shapes[name] = tuple(value.size())
            return shapes
        """,
        why="state_dict without buffers and repetitions, an OrderedDict",
    ),
    Rewrite(
        "parameter_shapes",
        """
        def parameter_shapes(net):
            seen, shapes = set(), {}
            for prefix, module in net.named_modules():
                for name, p in module._parameters.items():
                    if p is not None and p not in seen:
                        seen.add(p)
                        shapes[f"{prefix}.{name}".lstrip(".")] = (*p.shape,)
            return shapes
        """,
        why="module by module",
    ),
    Rewrite(
        "init_normal",
        """
        def init_normal(m):
            if type(m) == nn.Linear:
                nn.init.normal_(m.weight, mean=0, std=0.01)
                if m.bias is not None:
                    m.bias.data.fill_(0)
        """,
        why="type(m) == nn.Linear, as in the notes and the d2l book",
    ),
    Rewrite(
        "init_normal",
        """
        def init_normal(m):
            if not isinstance(m, torch.nn.Linear):
                return m
            with torch.no_grad():
                values = torch.randn_like(m.weight) * 0.01
                m.weight.copy_(values)
                if m.bias is not None:
                    m.bias.mul_(0)
            return m
        """,
        why="values copied into the weight; gives back the module",
    ),
    Rewrite(
        "init_normal",
        """
        def init_normal(m):
            if m.__class__.__name__ != "Linear":
                return
            m.weight.data = (torch.randn_like(m.weight) * 0.01).data
            for name, p in m.named_parameters():
                if name == "bias":
                    p.data = torch.zeros(p.shape, device=p.device)
        """,
        why="new data in the old parameters",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m, value=1):
            if type(m) == nn.Linear:
                nn.init.constant_(m.weight, value)
                if m.bias is not None:
                    m.bias.data.fill_(0)
        """,
        why="type(m) == nn.Linear, as in the notes and the d2l book",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m, value=1):
            if not isinstance(m, torch.nn.Linear):
                return m
            with torch.no_grad():
                values = torch.full_like(m.weight, value)
                m.weight.copy_(values)
                if m.bias is not None:
                    m.bias.mul_(0)
            return m
        """,
        why="values copied into the weight; gives back the module",
    ),
    Rewrite(
        "init_constant",
        """
        def init_constant(m, value=1):
            if m.__class__.__name__ != "Linear":
                return
            m.weight.data = (torch.full_like(m.weight, value)).data
            for name, p in m.named_parameters():
                if name == "bias":
                    p.data = torch.zeros(p.shape, device=p.device)
        """,
        why="new data in the old parameters",
    ),
    Rewrite(
        "init_xavier",
        """
        def init_xavier(m):
            if type(m) == nn.Linear:
                nn.init.xavier_uniform_(m.weight)
                if m.bias is not None:
                    m.bias.data.fill_(0)
        """,
        why="type(m) == nn.Linear, as in the notes and the d2l book",
    ),
    Rewrite(
        "init_xavier",
        """
        def init_xavier(m):
            if not isinstance(m, torch.nn.Linear):
                return m
            with torch.no_grad():
                values = (torch.rand_like(m.weight) * 2 - 1) * (6 / sum(m.weight.shape)) ** 0.5
                m.weight.copy_(values)
                if m.bias is not None:
                    m.bias.mul_(0)
            return m
        """,
        why="values copied into the weight; gives back the module",
    ),
    Rewrite(
        "init_xavier",
        """
        def init_xavier(m):
            if m.__class__.__name__ != "Linear":
                return
            m.weight.data = ((torch.rand_like(m.weight) * 2 - 1) * (6 / sum(m.weight.shape)) ** 0.5).data
            for name, p in m.named_parameters():
                if name == "bias":
                    p.data = torch.zeros(p.shape, device=p.device)
        """,
        why="new data in the old parameters",
    ),
    Rewrite(
        "init_sparse_uniform",
        """
        def init_sparse_uniform(m):
            if type(m) == nn.Linear:
                nn.init.uniform_(m.weight, -10, 10)
                m.weight.data *= m.weight.data.abs() >= 5
                if m.bias is not None:
                    m.bias.data.fill_(0)
        """,
        why="type(m) == nn.Linear, as in the notes and the d2l book",
    ),
    Rewrite(
        "init_sparse_uniform",
        """
        def init_sparse_uniform(m):
            if not isinstance(m, torch.nn.Linear):
                return m
            with torch.no_grad():
                values = torch.rand_like(m.weight) * 20 - 10
                values[values.abs() < 5] = 0
                m.weight.copy_(values)
                if m.bias is not None:
                    m.bias.mul_(0)
            return m
        """,
        why="values copied into the weight; gives back the module",
    ),
    Rewrite(
        "init_sparse_uniform",
        """
        def init_sparse_uniform(m):
            if m.__class__.__name__ != "Linear":
                return
            m.weight.data = (torch.rand_like(m.weight) * 20 - 10).data
            m.weight.data = torch.where(m.weight.data.abs() < 5, 0.0, m.weight.data)
            for name, p in m.named_parameters():
                if name == "bias":
                    p.data = torch.zeros(p.shape, device=p.device)
        """,
        why="new data in the old parameters",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            from collections import OrderedDict

            def block():
                return nn.Sequential(nn.Linear(4, 8), nn.ReLU(inplace=True), nn.Linear(8, 4), nn.ReLU())

            inner = OrderedDict((f"block {i}", block()) for i in range(4))
            return nn.Sequential(nn.Sequential(inner), nn.Linear(4, 1))
        """,
        why="an OrderedDict",
    ),
    Rewrite(
        "nested_net",
        """
        def nested_net():
            class Block(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.down, self.up = nn.Linear(8, 4), nn.Linear(4, 8)

                def forward(self, X):
                    return self.down(self.up(X).relu()).relu()

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.out = nn.Linear(4, 1)
                    self.blocks = nn.ModuleDict({f"block {i}": Block() for i in range(4)})

                def forward(self, X):
                    for block in self.blocks.values():
                        X = block(X)
                    return self.out(X)

            return Net()
        """,
        why="classes of its own, a ModuleDict, layers in another order",
    ),
    Rewrite(
        "nested_net",
        """
        def block1():
            return nn.Sequential(nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(4), nn.ReLU())


        def nested_net():
            net = nn.Sequential()
            for i in range(4):
                setattr(net, f"block {i}", block1())
            net.append(nn.LazyLinear(1))
            return net
        """,
        why="one flat Sequential, lazy layers",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.shared = nn.Linear(8, 8)
                    self.last, self.first = nn.Linear(8, 1), nn.Linear(4, 8)

                def forward(self, X):
                    H = self.first(X).relu()
                    for _ in range(2):
                        H = self.shared(H).relu()
                    return self.last(H)

            return Net()
        """,
        why="a class with a loop",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared, twin = nn.Linear(8, 8), nn.Linear(8, 8)
            twin.weight, twin.bias = shared.weight, shared.bias
            return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), twin, nn.ReLU(), nn.Linear(8, 1))
        """,
        why="two layers that hold the same parameter objects",
    ),
    Rewrite(
        "tied_net",
        """
        def tied_net():
            shared = nn.LazyLinear(8)
            return nn.Sequential(nn.LazyLinear(8), nn.ReLU(), *[shared, nn.ReLU()] * 2, nn.LazyLinear(1))
        """,
        why="lazy layers; the ReLU is shared, too",
    ),
]
