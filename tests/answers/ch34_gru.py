"""Known answers of ch34_gru."""

from tests.answers import Edit, Rewrite

# Right answers in other words, from which wrong ones are made, too.
GET_GRU_PARAMS = """
def get_gru_params(vocab_size, num_hiddens, device):
    num_inputs = num_outputs = vocab_size
    def normal(shape):
        return torch.randn(size=shape, device=device)*0.01
    def three():
        return (normal((num_inputs, num_hiddens)),
                normal((num_hiddens, num_hiddens)),
                torch.zeros(num_hiddens, device=device))
    W_xz, W_hz, b_z = three()
    W_xr, W_hr, b_r = three()
    W_xh, W_hh, b_h = three()
    W_hq = normal((num_hiddens, num_outputs))
    b_q = torch.zeros(num_outputs, device=device)
    params = [W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q]
    for param in params:
        param.requires_grad_(True)
    return params
"""
INIT_GRU_STATE = """
def init_gru_state(batch_size, num_hiddens, device):
    return (torch.zeros((batch_size, num_hiddens), device=device),)
"""

WRONG = [
    Edit(
        "get_gru_params",
        "    W_xz, W_hz, b_z = three()\n    W_xr, W_hr, b_r = three()\n    W_xh, W_hh, b_h = three()\n",
        "    shared = three()\n    W_xz, W_hz, b_z = shared\n    W_xr, W_hr, b_r = shared\n    W_xh, W_hh, b_h = shared\n",
        "test_no_two_weights_are_the_same",
        "Draw each weight on its own",
        "the gates share one set of tensors",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    W_xr, W_hr, b_r = three()\n",
        "    W_xr, W_hr, b_r = W_xz, W_hz, torch.zeros(num_hiddens, device=device)\n",
        "test_no_two_weights_are_the_same",
        "Draw each weight on its own",
        "two gates share their weights",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    W_hq = normal((num_hiddens, num_outputs))\n",
        "    W_hq = normal((num_outputs, num_hiddens))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_hq is (vocab, hidden)",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return (normal((num_inputs, num_hiddens)),\n",
        "        return (normal((num_hiddens, num_inputs)),\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_x are transposed",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)*0.1\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "0.1 in place of 0.01: the variance is 0.01 (notes 24)",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "the weights are not scaled",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return (torch.rand(size=shape, device=device) - 0.5)*0.02*3**0.5\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not uniform",
        "uniform with the right deviation",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.rand(size=shape, device=device)*0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "uniform from 0 to 0.01",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)*0.01 + 0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a mean of",
        "the mean is not 0",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "                torch.zeros(num_hiddens, device=device))\n",
        "                normal((num_hiddens,)))\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "random biases",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.ones(num_outputs, device=device)\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "b_q is 1",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    for param in params:\n        param.requires_grad_(True)\n",
        "",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "no gradients are asked for",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device, requires_grad=True)*0.01\n",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "gradients are asked for before the scaling: no leaf",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    return params\n",
        "    params\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "no return",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    return params\n",
        "    return {str(i): p for i, p in enumerate(params)}\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "a dict",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    params = [W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q]\n",
        "    params = [W_xz, W_hz, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "b_z is missing",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    params = [W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q]\n",
        "    params = [W_hq, b_q, W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h]\n",
        "test_shapes_and_order_are_right",
        "In this order",
        "the output's parameters come first",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    params = [W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q]\n",
        "    params = [W_xz, W_xr, W_xh, W_hz, W_hr, W_hh, b_z, b_r, b_h, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "In this order",
        "sorted by kind, not by gate",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "def get_gru_params(vocab_size, num_hiddens, device):\n",
        "def get_gru_params(vocab_size, num_hiddens, device):\n    torch.manual_seed(0)\n",
        "test_no_two_weights_are_the_same",
        "set no seed inside",
        "a seed inside: the same weights at every call",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "                torch.zeros(num_hiddens, device=device))\n",
        "                torch.zeros((1, num_hiddens), device=device))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "biases as rows",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.zeros(num_hiddens, device=device)\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "b_q has the size of the state",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.normal(0, 0.01, shape, device=device, dtype=torch.float64)\n",
        "test_shapes_and_order_are_right",
        "dtype float64",
        "float64",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "def get_gru_params(vocab_size, num_hiddens, device):\n",
        "def get_gru_params(num_hiddens, vocab_size, device):\n",
        "test_shapes_and_order_are_right",
        "num_hiddens",
        "the parameters are exchanged",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape)*0.01\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "the weights are made on the default device",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "get_gru_params",
        "    num_inputs = num_outputs = vocab_size\n",
        "    num_inputs = num_outputs = vocab_size\n    device = 'cuda' if torch.cuda.is_available() else 'cpu'\n",
        "test_each_is_made_on_the_device_of_the_call",
        "no tensor made on `device`",
        "chooses a device of its own",
        of=GET_GRU_PARAMS,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return torch.zeros((batch_size, num_hiddens), device=device)\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "a bare tensor, no tuple",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return [torch.zeros((batch_size, num_hiddens), device=device)]\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "a list",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.ones((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "every value is off by the same",
        "ones",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.randn((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "random values",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((num_hiddens, batch_size), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (5, 2)",
        "sizes exchanged",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((1, batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (1, 2, 5)",
        "an axis for layers, as nn.RNN has",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((1, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "one row for all sequences",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens), dtype=torch.int64, device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "dtype int64",
        "whole numbers",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "too many tensors",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    state = (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "no return",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "def init_gru_state(batch_size, num_hiddens, device):\n    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "def init_gru_state(batch_size, hiddens, device):\n    return (torch.zeros((batch_size, hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "num_hiddens",
        "the parameter is renamed",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "init_gru_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens)),)\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "made on the default device",
        of=INIT_GRU_STATE,
    ),
    Edit(
        "gru",
        "candidate = torch.tanh(X @ W_xh + (R * H) @ W_hh + b_h)",
        "candidate = torch.tanh(X @ W_xh + R * (H @ W_hh) + b_h)",
        "test_steps_from_any_state_are_right",
        "before the product",
        "the reset gate after the matrix product, as nn.GRU (notes 24)",
    ),
    Edit(
        "gru",
        "candidate = torch.tanh(X @ W_xh + (R * H) @ W_hh + b_h)",
        "candidate = torch.tanh(X @ W_xh + R * (H @ W_hh + b_h))",
        "test_reset_gate_at_zero_forgets_the_state",
        "knows nothing of the old state",
        "the reset gate also on the bias",
    ),
    Edit(
        "gru",
        "(R * H) @ W_hh",
        "H @ W_hh",
        "test_reset_gate_at_zero_forgets_the_state",
        "knows nothing of the old state",
        "no reset gate",
    ),
    Edit(
        "gru",
        "(R * H) @ W_hh",
        "(R @ H.T @ H) @ W_hh",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "a matrix product for the gate",
    ),
    Edit(
        "gru",
        "(R * H) @ W_hh",
        "(Z * H) @ W_hh",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "the update gate in both places",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = (1 - Z) * H + Z * candidate",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1, the old state stays",
        "Z the wrong way round",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = Z * H + candidate",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1, the old state stays",
        "the candidate is not weighed",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = R * H + (1 - R) * candidate",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1, the old state stays",
        "the reset gate mixes",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = H + (1 - Z) * candidate",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "the old state is never let go",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = Z * state[0] + (1 - Z) * candidate",
        "test_with_an_open_reset_gate_it_is_nn_gru",
        "1 - Z the candidate",
        "mixes with the first state at every step",
    ),
    Edit(
        "gru",
        "H = Z * H + (1 - Z) * candidate",
        "H = Z @ H.T @ H + (1 - Z) * candidate",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1, the old state stays",
        "a matrix product to mix",
    ),
    Edit(
        "gru",
        "W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params",
        "W_xr, W_hr, b_r, W_xz, W_hz, b_z, W_xh, W_hh, b_h, W_hq, b_q = params",
        "test_update_gate_at_one_keeps_the_state",
        "params has z first",
        "Z and R exchanged",
    ),
    Edit(
        "gru",
        "W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params",
        "W_xh, W_hh, b_h, W_xr, W_hr, b_r, W_xz, W_hz, b_z, W_hq, b_q = params",
        "test_update_gate_at_one_keeps_the_state",
        "params has z first",
        "candidate and Z exchanged",
    ),
    Edit(
        "gru",
        "candidate = torch.tanh(",
        "candidate = torch.sigmoid(",
        "test_update_gate_at_zero_takes_the_candidate",
        "with tanh",
        "a sigmoid for the candidate",
    ),
    Edit(
        "gru",
        "candidate = torch.tanh(",
        "candidate = torch.relu(",
        "test_update_gate_at_zero_takes_the_candidate",
        "with tanh",
        "relu for the candidate",
    ),
    Edit(
        "gru",
        "candidate = torch.tanh(",
        "candidate = (",
        "test_update_gate_at_zero_takes_the_candidate",
        "with tanh",
        "no activation",
    ),
    Edit(
        "gru",
        "Z = torch.sigmoid(",
        "Z = torch.tanh(",
        "test_update_gate_at_zero_takes_the_candidate",
        "With Z at 0",
        "tanh for the update gate",
    ),
    Edit(
        "gru",
        "R = torch.sigmoid(",
        "R = torch.tanh(",
        "test_reset_gate_at_zero_forgets_the_state",
        "knows nothing of the old state",
        "tanh for the reset gate",
    ),
    Edit(
        "gru",
        "H @ W_hz + b_z",
        "b_z",
        "test_with_an_open_reset_gate_it_is_nn_gru",
        "1 - Z the candidate",
        "the update gate does not see the state",
    ),
    Edit(
        "gru",
        "H @ W_hr + b_r",
        "H @ W_hz + b_r",
        "test_steps_from_any_state_are_right",
        "each step has its own gates",
        "W_hz in the reset gate",
    ),
    Edit(
        "gru",
        "X @ W_xr + H @ W_hr + b_r",
        "X @ W_xr + b_r",
        "test_steps_from_any_state_are_right",
        "each step has its own gates",
        "the reset gate does not see the state",
    ),
    Edit(
        "gru",
        " + b_h)",
        ")",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "b_h is forgotten",
    ),
    Edit(
        "gru",
        "X @ W_xz + H @ W_hz + b_z",
        "X @ W_xz + H @ W_hz",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1",
        "b_z is forgotten",
    ),
    Edit(
        "gru",
        "H @ W_hq + b_q",
        "H @ W_hq",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1",
        "b_q is forgotten",
    ),
    Edit(
        "gru",
        "H @ W_hz",
        "H @ W_hz.T",
        "test_with_an_open_reset_gate_it_is_nn_gru",
        "1 - Z the candidate",
        "W_hz is transposed",
    ),
    Edit(
        "gru",
        "(R * H) @ W_hh",
        "(R * H) @ W_hh.T",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "W_hh is transposed",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.stack(outputs), (H,)",
        "test_update_gate_at_one_keeps_the_state",
        "shape (1, 3, 4)",
        "outputs (t, b, v)",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.stack(outputs, 1).flatten(0, 1), (H,)",
        "test_update_gate_at_one_keeps_the_state",
        "another order",
        "sequence by sequence",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=1), (H,)",
        "test_update_gate_at_one_keeps_the_state",
        "shape (3, 16)",
        "outputs side by side",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "outputs, (H,)",
        "test_update_gate_at_one_keeps_the_state",
        "Its type is list",
        "a list of outputs",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "outputs[-1], (H,)",
        "test_update_gate_at_one_keeps_the_state",
        "shape (12, 4)",
        "the last output only",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), H",
        "test_update_gate_at_one_keeps_the_state",
        "Return a tuple",
        "the state is no tuple",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), [H]",
        "test_update_gate_at_one_keeps_the_state",
        "Return a tuple",
        "the state is a list",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0)",
        "test_update_gate_at_one_keeps_the_state",
        "a tuple (outputs, new state)",
        "the state is not returned",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), state",
        "test_update_gate_at_zero_takes_the_candidate",
        "The state after the last step",
        "the first state is returned",
    ),
    Edit(
        "gru",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), (H.detach(),)",
        "test_gradients",
        "inputs, state and params",
        "the new state is detached",
    ),
    Edit(
        "gru",
        "    (H,) = state\n",
        "    (H,) = state\n    H = H.detach()\n",
        "test_gradients",
        "inputs, state and params",
        "the given state is detached",
    ),
    Edit(
        "gru",
        "    (H,) = state\n",
        "    H = torch.zeros_like(state[0])\n",
        "test_update_gate_at_one_keeps_the_state",
        "Where Z is 1",
        "begins with zeros, not with the state",
    ),
    Edit(
        "gru",
        "for X in inputs:",
        "for X in inputs[1:]:",
        "test_update_gate_at_one_keeps_the_state",
        "expected a non-empty list",
        "the first step is left out",
    ),
    Edit(
        "gru",
        "for X in inputs:",
        "for X in inputs.transpose(0, 1):",
        "test_update_gate_at_one_keeps_the_state",
        "shape (9, 4)",
        "loops over the sequences",
    ),
    Edit(
        "gru",
        "for X in inputs:",
        "for X in inputs.flip(0):",
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "reads backwards",
    ),
    Rewrite(
        "gru",
        """
        MEMORY = {}

        def gru(inputs, state, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H = MEMORY.get(state[0].shape, state[0])
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H) @ W_hh) + b_h)
                H = Z * H + (1 - Z) * H_tilda
                outputs.append(H @ W_hq + b_q)
            MEMORY[H.shape] = H
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_update_gate_at_one_keeps_the_state",
        "the old state stays",
        "the state is kept between calls",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H, = state
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H) @ W_hh) + b_h)
                Y = H @ W_hq + b_q
                H = Z * H + (1 - Z) * H_tilda
                outputs.append(Y)
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "the output is made of the old state",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H0, = state
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H0 @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H0 @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H0) @ W_hh) + b_h)
                H = Z * H0 + (1 - Z) * H_tilda
                outputs.append(H @ W_hq + b_q)
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_update_gate_at_zero_takes_the_candidate",
        "plain recurrent net",
        "every step begins with the first state",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H, = state
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H) @ W_hh) + b_h)
                H *= Z
                H += (1 - Z) * H_tilda
                outputs.append(H @ W_hq + b_q)
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "the given state is changed in place",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            weights = [p.detach() for p in params]
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = weights
            H, = state
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H) @ W_hh) + b_h)
                H = Z * H + (1 - Z) * H_tilda
                outputs.append(H @ W_hq + b_q)
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_gradients",
        "inputs, state and params",
        "the parameters are detached",
    ),
    Rewrite(
        "gru",
        """
        def gru(X, H, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H, = H
            outputs = []
            for x in X:
                Z = torch.sigmoid((x @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((x @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((x @ W_xh) + ((R * H) @ W_hh) + b_h)
                H = Z * H + (1 - Z) * H_tilda
                outputs.append(H @ W_hq + b_q)
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_steps_from_any_state_are_right",
        "signature",
        "the parameters are renamed",
    ),
]

RIGHT = [
    Rewrite(
        "get_gru_params",
        GET_GRU_PARAMS,
        why="the book's code",
    ),
    Rewrite(
        "get_gru_params",
        """
        def get_gru_params(vocab_size, num_hiddens, device):
            sizes = [(vocab_size, num_hiddens), (num_hiddens, num_hiddens), (num_hiddens,)] * 3
            sizes += [(num_hiddens, vocab_size), (vocab_size,)]
            from torch.nn import Parameter
            return [
                Parameter(torch.empty(size, device=device).normal_(std=0.01) if len(size) > 1
                          else torch.zeros(size, device=device))
                for size in sizes
            ]
        """,
        why="nn.Parameter from a list of shapes",
    ),
    Rewrite(
        "get_gru_params",
        """
        def get_gru_params(vocab_size, num_hiddens, device):
            gates = torch.randn(3, vocab_size + num_hiddens, num_hiddens) / 100
            params = []
            for gate in gates:
                params += [gate[:vocab_size].clone(), gate[vocab_size:].clone(), gate.new_zeros(num_hiddens)]
            params.append(torch.normal(0.0, 0.01, (num_hiddens, vocab_size)))
            params.append(torch.zeros(vocab_size))
            return [p.to(device).detach().requires_grad_(True) for p in params]
        """,
        why="all gates drawn at once, then cut apart",
    ),
    Rewrite(
        "init_gru_state",
        """
        from collections import namedtuple

        Hidden = namedtuple("Hidden", "H")

        def init_gru_state(batch_size, num_hiddens, device):
            return Hidden(torch.zeros(batch_size, num_hiddens).to(device))
        """,
        why="a named tuple is a tuple",
    ),
    Rewrite(
        "init_gru_state",
        INIT_GRU_STATE,
        why="the book's code",
    ),
    Rewrite(
        "init_gru_state",
        """
        def init_gru_state(batch_size, num_hiddens, device):
            return tuple(torch.full((batch_size, num_hiddens), 0.0).to(device) for _ in range(1))
        """,
        why="made on the CPU and moved",
    ),
    Rewrite(
        "init_gru_state",
        """
        def init_gru_state(batch_size, num_hiddens, device):
            return tuple([torch.empty(batch_size, num_hiddens, device=device).fill_(0)])
        """,
        why="tuple() of something",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            W_xz, W_hz, b_z, W_xr, W_hr, b_r, W_xh, W_hh, b_h, W_hq, b_q = params
            H, = state
            outputs = []
            for X in inputs:
                Z = torch.sigmoid((X @ W_xz) + (H @ W_hz) + b_z)
                R = torch.sigmoid((X @ W_xr) + (H @ W_hr) + b_r)
                H_tilda = torch.tanh((X @ W_xh) + ((R * H) @ W_hh) + b_h)
                H = Z * H + (1 - Z) * H_tilda
                Y = H @ W_hq + b_q
                outputs.append(Y)
            return torch.cat(outputs, dim=0), (H,)
        """,
        why="the book's code",
    ),
    Rewrite(
        "gru",
        """
        def gru(inputs, state, params):
            parts = [params[i:i + 3] for i in (0, 3, 6)]
            (W_xz, W_hz, b_z), (W_xr, W_hr, b_r), (W_xh, W_hh, b_h) = parts
            h = state[0].shape[1]
            W_x, W_h = torch.cat([W_xz, W_xr], 1), torch.cat([W_hz, W_hr], 1)
            b, before = torch.cat([b_z, b_r]), inputs @ W_xh + b_h
            H, states = state[0], []
            for t, X in enumerate(inputs):
                gates = torch.sigmoid(X @ W_x + H @ W_h + b)
                Z, R = gates.split(h, dim=1)
                candidate = torch.tanh(before[t] + torch.mm(R.mul(H), W_hh))
                H = candidate + Z * (H - candidate)
                states.append(H)
            Y = torch.stack(states) @ params[9] + params[10]
            return Y.reshape(-1, Y.shape[-1]), (H,)
        """,
        why="both gates at once, all outputs at the end",
    ),
    Rewrite(
        "gru",
        """
        from torch.nn import functional as F

        def gru(inputs, state, params):
            T = [p.t() for p in params]
            H = state[0]
            outputs = torch.empty(0, T[10].shape[0]).to(inputs)
            for t in range(inputs.shape[0]):
                x = inputs[t]
                z = (F.linear(x, T[0]) + F.linear(H, T[1], T[2])).sigmoid()
                r = 1 / (1 + torch.exp(-(F.linear(x, T[3]) + F.linear(H, T[4], T[5]))))
                n = torch.tanh(F.linear(x, T[6], T[8]) + F.linear(r * H, T[7]))
                H = torch.lerp(n, H, z)
                outputs = torch.cat((outputs, F.linear(H, T[9], T[10])))
            return outputs, (H,)
        """,
        why="F.linear, the sigmoid by exp, torch.lerp",
    ),
]
