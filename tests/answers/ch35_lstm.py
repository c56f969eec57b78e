"""Known answers of ch35_lstm."""

from tests.answers import Edit, Rewrite

# Right answers in other words, from which wrong ones are made, too.
GET_LSTM_PARAMS = """
def get_lstm_params(vocab_size, num_hiddens, device):
    num_inputs = num_outputs = vocab_size
    def normal(shape):
        return torch.randn(size=shape, device=device)*0.01
    def three():
        return (normal((num_inputs, num_hiddens)),
                normal((num_hiddens, num_hiddens)),
                torch.zeros(num_hiddens, device=device))
    W_xi, W_hi, b_i = three()
    W_xf, W_hf, b_f = three()
    W_xo, W_ho, b_o = three()
    W_xc, W_hc, b_c = three()
    W_hq = normal((num_hiddens, num_outputs))
    b_q = torch.zeros(num_outputs, device=device)
    params = [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q]
    for param in params:
        param.requires_grad_(True)
    return params
"""
INIT_LSTM_STATE = """
def init_lstm_state(batch_size, num_hiddens, device):
    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))
"""
LSTM = """
def lstm(inputs, state, params):
    [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c,
     W_hq, b_q] = params
    (H, C) = state
    outputs = []
    for X in inputs:
        I = torch.sigmoid((X @ W_xi) + (H @ W_hi) + b_i)
        F = torch.sigmoid((X @ W_xf) + (H @ W_hf) + b_f)
        O = torch.sigmoid((X @ W_xo) + (H @ W_ho) + b_o)
        C_tilda = torch.tanh((X @ W_xc) + (H @ W_hc) + b_c)
        C = F * C + I * C_tilda
        H = O * torch.tanh(C)
        Y = (H @ W_hq) + b_q
        outputs.append(Y)
    return torch.cat(outputs, dim=0), (H, C)
"""

WRONG = [
    Edit(
        "get_lstm_params",
        "    W_xi, W_hi, b_i = three()\n    W_xf, W_hf, b_f = three()\n    W_xo, W_ho, b_o = three()\n    W_xc, W_hc, b_c = three()\n",
        "    shared = three()\n    W_xi, W_hi, b_i = shared\n    W_xf, W_hf, b_f = shared\n    W_xo, W_ho, b_o = shared\n    W_xc, W_hc, b_c = shared\n",
        "test_no_two_weights_are_the_same",
        "Draw each weight on its own",
        "the gates share one set of tensors",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    W_xf, W_hf, b_f = three()\n",
        "    W_xf, W_hf, b_f = W_xi, W_hi, torch.zeros(num_hiddens, device=device)\n",
        "test_no_two_weights_are_the_same",
        "Draw each weight on its own",
        "two gates share their weights",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    W_hq = normal((num_hiddens, num_outputs))\n",
        "    W_hq = normal((num_outputs, num_hiddens))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_hq is (vocab, hidden)",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return (normal((num_inputs, num_hiddens)),\n",
        "        return (normal((num_hiddens, num_inputs)),\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_x are transposed",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)*0.1\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "0.1 in place of 0.01: the variance is 0.01 (notes 25)",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "the weights are not scaled",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return (torch.rand(size=shape, device=device) - 0.5)*0.02*3**0.5\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not uniform",
        "uniform with the right deviation",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.rand(size=shape, device=device)*0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "uniform from 0 to 0.01",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device)*0.01 + 0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a mean of",
        "the mean is not 0",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "                torch.zeros(num_hiddens, device=device))\n",
        "                normal((num_hiddens,)))\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "random biases",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.ones(num_outputs, device=device)\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "b_q is 1",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    for param in params:\n        param.requires_grad_(True)\n",
        "",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "no gradients are asked for",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape, device=device, requires_grad=True)*0.01\n",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "gradients are asked for before the scaling: no leaf",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    return params\n",
        "    params\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "no return",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    return params\n",
        "    return {str(i): p for i, p in enumerate(params)}\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "a dict",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    params = [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q]\n",
        "    params = [W_xi, W_hi, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "a list of",
        "b_i is missing",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    params = [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q]\n",
        "    params = [W_hq, b_q, W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c]\n",
        "test_shapes_and_order_are_right",
        "In this order",
        "the output's parameters come first",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    params = [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q]\n",
        "    params = [W_xi, W_xf, W_xo, W_xc, W_hi, W_hf, W_ho, W_hc, b_i, b_f, b_o, b_c, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "In this order",
        "sorted by kind, not by gate",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "def get_lstm_params(vocab_size, num_hiddens, device):\n",
        "def get_lstm_params(vocab_size, num_hiddens, device):\n    torch.manual_seed(0)\n",
        "test_no_two_weights_are_the_same",
        "set no seed inside",
        "a seed inside: the same weights at every call",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "                torch.zeros(num_hiddens, device=device))\n",
        "                torch.zeros((1, num_hiddens), device=device))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "biases as rows",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.zeros(num_hiddens, device=device)\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "b_q has the size of the state",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.normal(0, 0.01, shape, device=device, dtype=torch.float64)\n",
        "test_shapes_and_order_are_right",
        "dtype float64",
        "float64",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "def get_lstm_params(vocab_size, num_hiddens, device):\n",
        "def get_lstm_params(num_hiddens, vocab_size, device):\n",
        "test_shapes_and_order_are_right",
        "num_hiddens",
        "the parameters are exchanged",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "get_lstm_params",
        "        return torch.randn(size=shape, device=device)*0.01\n",
        "        return torch.randn(size=shape)*0.01\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "the weights are made on the default device",
        of=GET_LSTM_PARAMS,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return torch.zeros((batch_size, num_hiddens), device=device)\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "a bare tensor, no tuple",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return [torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device)]\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "a list",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.ones((batch_size, num_hiddens), device=device), torch.ones((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "every value is off by the same",
        "ones",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.randn((batch_size, num_hiddens), device=device), torch.randn((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "random values",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((num_hiddens, batch_size), device=device), torch.zeros((num_hiddens, batch_size), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (5, 2)",
        "sizes exchanged",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((1, batch_size, num_hiddens), device=device), torch.zeros((1, batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (1, 2, 5)",
        "an axis for layers, as nn.RNN has",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((1, num_hiddens), device=device), torch.zeros((1, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "one row for all sequences",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((batch_size, num_hiddens), dtype=torch.int64, device=device), torch.zeros((batch_size, num_hiddens), dtype=torch.int64, device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "dtype int64",
        "whole numbers",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "too many tensors",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    state = (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "no return",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "def init_lstm_state(batch_size, num_hiddens, device):\n    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "def init_lstm_state(batch_size, hiddens, device):\n    return (torch.zeros((batch_size, hiddens), device=device), torch.zeros((batch_size, hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "num_hiddens",
        "the parameter is renamed",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((batch_size, num_hiddens)), torch.zeros((batch_size, num_hiddens)))\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "made on the default device",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "the memory cell is missing",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "init_lstm_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros(num_hiddens, device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (5,)",
        "the memory cell has no rows",
        of=INIT_LSTM_STATE,
    ),
    Edit(
        "lstm",
        "H @ W_hf + b_f)",
        "H @ W_hf + b_f + 1)",
        "test_steps_from_any_state_are_right",
        "and nothing more",
        "a forget gate that begins open, as in other libraries",
    ),
    Edit(
        "lstm",
        "W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q = params",
        "W_xf, W_hf, b_f, W_xi, W_hi, b_i, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q = params",
        "test_forget_gate_at_one_keeps_the_memory",
        "begins with i, then f",
        "input and forget gate exchanged",
    ),
    Edit(
        "lstm",
        "W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q = params",
        "W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xc, W_hc, b_c, W_xo, W_ho, b_o, W_hq, b_q = params",
        "test_forget_gate_at_one_keeps_the_memory",
        "C",
        "the library's order i, f, c, o",
    ),
    Edit(
        "lstm",
        "W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c, W_hq, b_q = params",
        "W_xo, W_ho, b_o, W_xf, W_hf, b_f, W_xi, W_hi, b_i, W_xc, W_hc, b_c, W_hq, b_q = params",
        "test_forget_gate_at_one_keeps_the_memory",
        "begins with i",
        "input and output gate exchanged",
    ),
    Edit(
        "lstm",
        "candidate = torch.tanh(",
        "candidate = torch.sigmoid(",
        "test_input_gate_at_one_takes_the_candidate",
        "made with tanh",
        "a sigmoid for the candidate",
    ),
    Edit(
        "lstm",
        "candidate = torch.tanh(",
        "candidate = torch.relu(",
        "test_input_gate_at_one_takes_the_candidate",
        "made with tanh",
        "relu for the candidate",
    ),
    Edit(
        "lstm",
        "candidate = torch.tanh(",
        "candidate = (",
        "test_input_gate_at_one_takes_the_candidate",
        "made with tanh",
        "no activation for the candidate",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = C + input_gate * candidate",
        "test_input_gate_at_one_takes_the_candidate",
        "nothing of C is left",
        "no forget gate",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = forget_gate * C + candidate",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "no input gate",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = forget_gate * C + (1 - forget_gate) * candidate",
        "test_memory_may_become_large",
        "C grows by 1",
        "coupled gates: 1 - F for I",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = (1 - input_gate) * C + input_gate * candidate",
        "test_memory_may_become_large",
        "C grows by 1",
        "coupled gates: 1 - I for F",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = input_gate * C + forget_gate * candidate",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the two gates are exchanged in the sum",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = forget_gate * C * input_gate * candidate",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "a product for the sum",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = forget_gate * H + input_gate * candidate",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "H in the place of C",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = (forget_gate * C + input_gate * candidate).clamp(-2, 2)",
        "test_memory_may_become_large",
        "C grows by 1",
        "the memory is cut at -2 and 2 (notes 25 take it for bounded)",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = torch.tanh(forget_gate * C + input_gate * candidate)",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the memory goes through tanh",
    ),
    Edit(
        "lstm",
        "C = forget_gate * C + input_gate * candidate",
        "C = forget_gate * state[1] + input_gate * candidate",
        "test_memory_may_become_large",
        "C grows by 1",
        "the first memory at every step",
    ),
    Edit(
        "lstm",
        "H = output_gate * torch.tanh(C)",
        "H = output_gate * C",
        "test_forget_gate_at_one_keeps_the_memory",
        "tanh(C) is H",
        "no tanh for the state",
    ),
    Edit(
        "lstm",
        "H = output_gate * torch.tanh(C)",
        "H = torch.tanh(C)",
        "test_output_gate_at_zero_shows_nothing",
        "O at 0",
        "no output gate",
    ),
    Edit(
        "lstm",
        "H = output_gate * torch.tanh(C)",
        "H = output_gate * torch.sigmoid(C)",
        "test_forget_gate_at_one_keeps_the_memory",
        "tanh(C) is H",
        "a sigmoid for the state",
    ),
    Edit(
        "lstm",
        "H = output_gate * torch.tanh(C)",
        "H = torch.tanh(output_gate * C)",
        "test_one_step_from_zeros_is_right",
        "made of H",
        "tanh behind the output gate",
    ),
    Edit(
        "lstm",
        "outputs.append(H @ W_hq + b_q)",
        "outputs.append(C @ W_hq + b_q)",
        "test_forget_gate_at_one_keeps_the_memory",
        "tanh(C) is H",
        "the output is made of C",
    ),
    Edit(
        "lstm",
        "outputs.append(H @ W_hq + b_q)",
        "outputs.append(H @ W_hq)",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "b_q is forgotten",
    ),
    Edit(
        "lstm",
        "outputs.append(H @ W_hq + b_q)",
        "outputs.append(output_gate @ W_hq + b_q)",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the output gate is shown",
    ),
    Edit(
        "lstm",
        "X @ W_xo + H @ W_ho + b_o",
        "X @ W_xo + C @ W_ho + b_o",
        "test_steps_from_any_state_are_right",
        "H and C of the step before",
        "the output gate looks at C",
    ),
    Edit(
        "lstm",
        "X @ W_xi + H @ W_hi + b_i",
        "X @ W_xi + H @ W_hf + b_i",
        "test_steps_from_any_state_are_right",
        "H and C of the step before",
        "W_hf in the input gate",
    ),
    Edit(
        "lstm",
        "X @ W_xf + H @ W_hf + b_f",
        "X @ W_xf + H @ W_hf",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "b_f is forgotten",
    ),
    Edit(
        "lstm",
        "X @ W_xc + H @ W_hc + b_c",
        "X @ W_xc + H @ W_hc",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "b_c is forgotten",
    ),
    Edit(
        "lstm",
        "X @ W_xc + H @ W_hc + b_c",
        "X @ W_xc + b_c",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "the candidate does not see the state",
    ),
    Edit(
        "lstm",
        "X @ W_xc + H @ W_hc + b_c",
        "X @ W_xc + C @ W_hc + b_c",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "the candidate sees C for H",
    ),
    Edit(
        "lstm",
        "X @ W_xc + H @ W_hc + b_c",
        "X @ W_xc + H @ W_hc.T + b_c",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "W_hc is transposed",
    ),
    Edit(
        "lstm",
        "X @ W_xf + H @ W_hf + b_f",
        "X @ W_xf + H @ W_hf.T + b_f",
        "test_steps_from_any_state_are_right",
        "H and C of the step before",
        "W_hf is transposed",
    ),
    Edit(
        "lstm",
        "input_gate = torch.sigmoid(",
        "input_gate = torch.tanh(",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "tanh for the input gate",
    ),
    Edit(
        "lstm",
        "output_gate = torch.sigmoid(",
        "output_gate = torch.tanh(",
        "test_output_gate_at_zero_shows_nothing",
        "O at 0",
        "tanh for the output gate",
    ),
    Edit(
        "lstm",
        "    H, C = state\n",
        "    C, H = state\n",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the state is taken apart as (C, H)",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), (C, H)",
        "test_forget_gate_at_one_keeps_the_memory",
        "tensor 0 of the new state",
        "the new state is (C, H)",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), (H,)",
        "test_forget_gate_at_one_keeps_the_memory",
        "a tuple of 2",
        "the memory is not returned",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), [H, C]",
        "test_forget_gate_at_one_keeps_the_memory",
        "Return a tuple",
        "the state is a list",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), H, C",
        "test_forget_gate_at_one_keeps_the_memory",
        "a tuple (outputs, new state)",
        "three values are returned",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), state",
        "test_forget_gate_at_one_keeps_the_memory",
        "The state after the last step",
        "the first state is returned",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=0), (H, C.detach())",
        "test_gradients",
        "inputs, state and params",
        "the new memory is detached",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.stack(outputs), (H, C)",
        "test_forget_gate_at_one_keeps_the_memory",
        "shape (1, 3, 4)",
        "outputs (t, b, v)",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.stack(outputs, 1).flatten(0, 1), (H, C)",
        "test_forget_gate_at_one_keeps_the_memory",
        "another order",
        "sequence by sequence",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "outputs[-1], (H, C)",
        "test_forget_gate_at_one_keeps_the_memory",
        "shape (12, 4)",
        "the last output only",
    ),
    Edit(
        "lstm",
        "torch.cat(outputs, dim=0), (H, C)",
        "torch.cat(outputs, dim=1), (H, C)",
        "test_forget_gate_at_one_keeps_the_memory",
        "shape (3, 16)",
        "outputs side by side",
    ),
    Edit(
        "lstm",
        "    H, C = state\n",
        "    H, C = torch.zeros_like(state[0]), torch.zeros_like(state[1])\n",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "begins with zeros, not with the state",
    ),
    Edit(
        "lstm",
        "    H, C = state\n",
        "    H, C = (part.detach() for part in state)\n",
        "test_gradients",
        "inputs, state and params",
        "the given state is detached",
    ),
    Edit(
        "lstm",
        "for X in inputs:",
        "for X in inputs.flip(0):",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "reads backwards",
    ),
    Edit(
        "lstm",
        "for X in inputs:",
        "for X in inputs.transpose(0, 1):",
        "test_forget_gate_at_one_keeps_the_memory",
        "shape (9, 4)",
        "loops over the sequences",
    ),
    Rewrite(
        "lstm",
        """
        MEMORY = {}

        def lstm(inputs, state, params):
            [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c,
             W_hq, b_q] = params
            (H, C) = MEMORY.get(state[0].shape, state)
            outputs = []
            for X in inputs:
                I = torch.sigmoid((X @ W_xi) + (H @ W_hi) + b_i)
                F = torch.sigmoid((X @ W_xf) + (H @ W_hf) + b_f)
                O = torch.sigmoid((X @ W_xo) + (H @ W_ho) + b_o)
                C_tilda = torch.tanh((X @ W_xc) + (H @ W_hc) + b_c)
                C = F * C + I * C_tilda
                H = O * torch.tanh(C)
                Y = (H @ W_hq) + b_q
                outputs.append(Y)
            MEMORY[H.shape] = (H, C)
            return torch.cat(outputs, dim=0), (H, C)
        """,
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the state is kept between calls",
    ),
    Edit(
        "lstm",
        "        C = F * C + I * C_tilda\n",
        "        C *= F\n        C += I * C_tilda\n",
        "test_arguments_are_not_modified",
        "modified in place",
        "the given memory is changed in place",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "    outputs = []\n    for X in inputs:\n        I = torch.sigmoid((X @ W_xi) + (H @ W_hi) + b_i)\n        F = torch.sigmoid((X @ W_xf) + (H @ W_hf) + b_f)\n        O = torch.sigmoid((X @ W_xo) + (H @ W_ho) + b_o)\n        C_tilda = torch.tanh((X @ W_xc) + (H @ W_hc) + b_c)\n",
        "    outputs, H0 = [], H\n    for X in inputs:\n        I = torch.sigmoid((X @ W_xi) + (H0 @ W_hi) + b_i)\n        F = torch.sigmoid((X @ W_xf) + (H0 @ W_hf) + b_f)\n        O = torch.sigmoid((X @ W_xo) + (H0 @ W_ho) + b_o)\n        C_tilda = torch.tanh((X @ W_xc) + (H0 @ W_hc) + b_c)\n",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "the gates see the first state at every step",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "     W_hq, b_q] = params\n",
        "     W_hq, b_q] = [p.detach() for p in params]\n",
        "test_gradients",
        "inputs, state and params",
        "the parameters are detached",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "def lstm(inputs, state, params):\n    [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c,\n     W_hq, b_q] = params\n    (H, C) = state\n    outputs = []\n    for X in inputs:\n",
        "def lstm(X, state, params):\n    [W_xi, W_hi, b_i, W_xf, W_hf, b_f, W_xo, W_ho, b_o, W_xc, W_hc, b_c,\n     W_hq, b_q] = params\n    (H, C) = state\n    outputs = []\n    for X in X:\n",
        "test_steps_from_any_state_are_right",
        "signature",
        "inputs is renamed",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "    return torch.cat(outputs, dim=0), (H, C)\n",
        "",
        "test_forget_gate_at_one_keeps_the_memory",
        "a tuple (outputs, new state)",
        "no return",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "        H = O * torch.tanh(C)\n        Y = (H @ W_hq) + b_q\n",
        "        Y = (H @ W_hq) + b_q\n        H = O * torch.tanh(C)\n",
        "test_forget_gate_at_one_keeps_the_memory",
        "C stays",
        "the output is made of the old state",
        of=LSTM,
    ),
    Edit(
        "lstm",
        "        C = F * C + I * C_tilda\n        H = O * torch.tanh(C)\n",
        "        C0 = C\n        C = F * C + I * C_tilda\n        H = O * torch.tanh(C0)\n",
        "test_input_gate_at_one_takes_the_candidate",
        "C is the candidate",
        "the state is made of the old memory",
        of=LSTM,
    ),
]

RIGHT = [
    Rewrite(
        "get_lstm_params",
        GET_LSTM_PARAMS,
        why="the book's code",
    ),
    Rewrite(
        "get_lstm_params",
        """
        def get_lstm_params(vocab_size, num_hiddens, device):
            sizes = [(vocab_size, num_hiddens), (num_hiddens, num_hiddens), (num_hiddens,)] * 4
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
        "get_lstm_params",
        """
        def get_lstm_params(vocab_size, num_hiddens, device):
            gates = torch.randn(4, vocab_size + num_hiddens, num_hiddens) / 100
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
        "init_lstm_state",
        INIT_LSTM_STATE,
        why="the book's code",
    ),
    Rewrite(
        "init_lstm_state",
        """
        def init_lstm_state(batch_size, num_hiddens, device):
            return tuple(torch.full((batch_size, num_hiddens), 0.0).to(device) for _ in range(2))
        """,
        why="made on the CPU and moved",
    ),
    Rewrite(
        "init_lstm_state",
        """
        def init_lstm_state(batch_size, num_hiddens, device):
            return tuple(torch.zeros(2, batch_size, num_hiddens, device=device))
        """,
        why="tuple() of something",
    ),
    Rewrite(
        "lstm",
        LSTM,
        why="the book's code",
    ),
    Rewrite(
        "lstm",
        """
        def lstm(inputs, state, params):
            h, W_hq, b_q = state[0].shape[1], params[-2], params[-1]
            W_x, W_h, b = (torch.cat([params[3 * g + k] for g in range(4)], dim=-1) for k in range(3))
            H, C = state
            hidden = []
            for before in torch.matmul(inputs, W_x) + b:
                gates = before + torch.mm(H, W_h)
                I, F, O = gates[:, :3 * h].sigmoid().chunk(3, dim=1)
                C = torch.addcmul(F * C, I, gates[:, 3 * h:].tanh())
                H = O * C.tanh()
                hidden.append(H)
            Y = torch.cat(hidden) @ W_hq + b_q
            return Y, (H, C)
        """,
        why="all gates in one product, all outputs at the end",
    ),
    Rewrite(
        "lstm",
        """
        from torch import nn

        def lstm(inputs, state, params):
            order = (0, 1, 3, 2)
            W_ih = torch.cat([params[3 * g].t() for g in order])
            W_hh = torch.cat([params[3 * g + 1].t() for g in order])
            b = torch.cat([params[3 * g + 2] for g in order])
            H, C = state
            outputs = []
            for t in range(len(inputs)):
                H, C = torch.lstm_cell(inputs[t], (H, C), W_ih, W_hh, b, torch.zeros_like(b))
                outputs += [nn.functional.linear(H, params[12].T, params[13])]
            return torch.cat(outputs), (H, C)
        """,
        why="the library's cell with the same weights",
    ),
    Rewrite(
        "lstm",
        """
        def sigmoid(x):
            return (torch.tanh(x / 2) + 1) / 2

        def lstm(inputs, state, params):
            it = iter(params[:12])
            parts = list(zip(it, it, it))
            output = lambda H: H.mm(params[12]).add(params[13])
            (H, C), Y = state, None
            for X in inputs.unbind(0):
                i, f, o, c = (X.mm(W) + H.mm(U) + b for W, U, b in parts)
                C = sigmoid(f).mul(C).add(sigmoid(i).mul(torch.tanh(c)))
                H = sigmoid(o).mul(torch.tanh(C))
                Y = output(H) if Y is None else torch.vstack([Y, output(H)])
            return Y, tuple([H, C])
        """,
        why="a sigmoid by tanh, outputs that grow",
    ),
]
