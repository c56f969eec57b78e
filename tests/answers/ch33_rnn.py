"""Known answers of ch33_rnn."""

from tests.answers import Edit, Rewrite

# Right answers in other words, from which wrong ones are made, too.
GET_PARAMS = """
def get_params(vocab_size, num_hiddens, device):
    num_inputs = num_outputs = vocab_size

    def normal(shape):
        return torch.randn(size=shape, device=device) * 0.01

    W_xh = normal((num_inputs, num_hiddens))
    W_hh = normal((num_hiddens, num_hiddens))
    b_h = torch.zeros(num_hiddens, device=device)
    W_hq = normal((num_hiddens, num_outputs))
    b_q = torch.zeros(num_outputs, device=device)
    params = [W_xh, W_hh, b_h, W_hq, b_q]
    for param in params:
        param.requires_grad_(True)
    return params
"""
INIT_RNN_STATE = """
def init_rnn_state(batch_size, num_hiddens, device):
    return (torch.zeros((batch_size, num_hiddens), device=device),)
"""
RNN = """
def rnn(inputs, state, params):
    W_xh, W_hh, b_h, W_hq, b_q = params
    H, = state
    outputs = []
    for X in inputs:
        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)
        Y = torch.mm(H, W_hq) + b_q
        outputs.append(Y)
    return torch.cat(outputs, dim=0), (H,)
"""
RNNMODEL_SCRATCH = """
class RNNModelScratch:
    def __init__(self, vocab_size, num_hiddens, device, get_params, init_state, forward_fn):
        self.vocab_size, self.num_hiddens = vocab_size, num_hiddens
        self.params = get_params(vocab_size, num_hiddens, device)
        self.init_state, self.forward_fn = init_state, forward_fn

    def __call__(self, X, state):
        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)
        return self.forward_fn(X, state, self.params)

    def begin_state(self, batch_size, device):
        return self.init_state(batch_size, self.num_hiddens, device)
"""
PREDICT_CH8 = """
def predict_ch8(prefix, num_preds, net, vocab, device):
    state = net.begin_state(batch_size=1, device=device)
    outputs = [vocab[prefix[0]]]
    get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))
    for y in prefix[1:]:
        _, state = net(get_input(), state)
        outputs.append(vocab[y])
    for _ in range(num_preds):
        y, state = net(get_input(), state)
        outputs.append(int(y.argmax(dim=1).reshape(1)))
    return ''.join([vocab.idx_to_token[i] for i in outputs])
"""
GRAD_CLIPPING = """
def grad_clipping(net, theta):
    params = net.parameters() if isinstance(net, nn.Module) else net.params
    return nn.utils.clip_grad_norm_(params, theta)
"""
TRAIN_EPOCH_CH8 = """
def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
    state = None
    metric = [0.0, 0.0]
    for X, Y in train_iter:
        if state is None or use_random_iter:
            state = net.begin_state(batch_size=X.shape[0], device=device)
        else:
            if isinstance(net, nn.Module) and not isinstance(state, tuple):
                state.detach_()
            else:
                for s in state:
                    s.detach_()
        y = Y.T.reshape(-1)
        X, y = X.to(device), y.to(device)
        y_hat, state = net(X, state)
        l = loss(y_hat, y.long()).mean()
        if isinstance(updater, torch.optim.Optimizer):
            updater.zero_grad()
            l.backward()
            grad_clipping(net, 1)
            updater.step()
        else:
            l.backward()
            grad_clipping(net, 1)
            updater(batch_size=1)
        metric[0] += float(l.detach() * y.numel())
        metric[1] += y.numel()
    return math.exp(metric[0] / metric[1])
"""
TRAIN_CH8 = """
def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):
    def sgd(params, lr, batch_size):
        with torch.no_grad():
            for param in params:
                param -= lr * param.grad / batch_size
                param.grad.zero_()

    loss = nn.CrossEntropyLoss()
    if isinstance(net, nn.Module):
        updater = torch.optim.SGD(net.parameters(), lr)
    else:
        updater = lambda batch_size: sgd(net.params, lr, batch_size)
    predict = lambda prefix: predict_ch8(prefix, 50, net, vocab, device)
    history = []
    for epoch in range(num_epochs):
        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter)
        if (epoch + 1) % 10 == 0:
            print(predict('time traveller'))
        history.append(ppl)
    print(predict('time traveller'))
    print(predict('traveller'))
    return history
"""
RNNMODEL = """
class RNNModel(nn.Module):
    def __init__(self, rnn_layer, vocab_size, **kwargs):
        super(RNNModel, self).__init__(**kwargs)
        self.rnn = rnn_layer
        self.vocab_size = vocab_size
        self.num_hiddens = self.rnn.hidden_size
        if not self.rnn.bidirectional:
            self.num_directions = 1
            self.linear = nn.Linear(self.num_hiddens, self.vocab_size)
        else:
            self.num_directions = 2
            self.linear = nn.Linear(self.num_hiddens * 2, self.vocab_size)

    def forward(self, inputs, state):
        X = F.one_hot(inputs.T.long(), self.vocab_size)
        X = X.to(torch.float32)
        Y, state = self.rnn(X, state)
        output = self.linear(Y.reshape((-1, Y.shape[-1])))
        return output, state

    def begin_state(self, device, batch_size=1):
        if not isinstance(self.rnn, nn.LSTM):
            return torch.zeros((self.num_directions * self.rnn.num_layers,
                                batch_size, self.num_hiddens), device=device)
        else:
            return (torch.zeros((self.num_directions * self.rnn.num_layers,
                                 batch_size, self.num_hiddens), device=device),
                    torch.zeros((self.num_directions * self.rnn.num_layers,
                                 batch_size, self.num_hiddens), device=device))
"""

WRONG = [
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.randn(size=shape, device=device, requires_grad=True) * 0.01\n",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "gradients are asked for before the scaling: no leaf",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    for param in params:\n        param.requires_grad_(True)\n",
        "",
        "test_backward_leaves_a_gradient_in_each",
        "Ask for gradients last",
        "no gradients are asked for",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.randn(size=shape, device=device) * 0.1\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "0.1: the variance is 0.01, as the notes say (notes 23)",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.randn(size=shape, device=device)\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "the weights are not scaled",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return (torch.rand(size=shape, device=device) - 0.5) * 0.02 * 3 ** 0.5\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "not uniform",
        "uniform with the right deviation",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.rand(size=shape, device=device) * 0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "uniform from 0 to 0.01",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.randn(size=shape, device=device) * 0.01 + 0.01\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "a mean of",
        "the mean is not 0",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    b_h = torch.zeros(num_hiddens, device=device)\n",
        "    b_h = normal((num_hiddens,))\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "b_h is random",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.ones(num_outputs, device=device)\n",
        "test_biases_are_zero",
        "Biases begin at 0",
        "b_q is 1",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    W_hh = normal((num_hiddens, num_hiddens))\n",
        "    W_hh = normal((num_inputs, num_hiddens))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_hh has a row for each character",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    W_hh = normal((num_hiddens, num_hiddens))\n",
        "    W_hh = torch.eye(num_hiddens, device=device)\n",
        "test_weights_are_normal_with_standard_deviation_one_hundredth",
        "standard deviation",
        "W_hh is the identity",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    W_hq = normal((num_hiddens, num_outputs))\n",
        "    W_hq = normal((num_outputs, num_hiddens))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_hq is transposed",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    W_xh = normal((num_inputs, num_hiddens))\n",
        "    W_xh = normal((num_hiddens, num_inputs))\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "W_xh is transposed",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.zeros(num_hiddens, device=device)\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "b_q has the size of the state",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    b_h = torch.zeros(num_hiddens, device=device)\n",
        "    b_h = torch.zeros((1, num_hiddens), device=device)\n",
        "test_shapes_and_order_are_right",
        "belongs to one of its inputs",
        "b_h is a row",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    params = [W_xh, W_hh, b_h, W_hq, b_q]\n",
        "    params = [W_xh, b_h, W_hh, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "In this order",
        "another order",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    params = [W_xh, W_hh, b_h, W_hq, b_q]\n",
        "    params = [W_xh, W_hh, W_hq, b_q]\n",
        "test_shapes_and_order_are_right",
        "a list of 5 tensors",
        "b_h is missing",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    return params\n",
        "    return dict(enumerate(params))\n",
        "test_shapes_and_order_are_right",
        "a list of 5 tensors",
        "a dict",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    return params\n",
        "",
        "test_shapes_and_order_are_right",
        "a list of 5 tensors",
        "no return",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "def get_params(vocab_size, num_hiddens, device):\n",
        "def get_params(vocab_size, num_hiddens, device):\n    torch.manual_seed(0)\n",
        "test_no_two_weights_are_the_same",
        "set no seed inside",
        "a seed inside: the same weights at every call",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "def get_params(vocab_size, num_hiddens, device):\n",
        "def get_params(num_hiddens, vocab_size, device):\n",
        "test_shapes_and_order_are_right",
        "num_hiddens",
        "the parameters are exchanged",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "        return torch.randn(size=shape, device=device) * 0.01\n",
        "        return torch.normal(0, 0.01, shape, dtype=torch.float64, device=device)\n",
        "test_shapes_and_order_are_right",
        "dtype float64",
        "float64",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    W_hq = normal((num_hiddens, num_outputs))\n",
        "    W_hq = W_hh[:, :num_outputs].clone() if num_outputs == num_hiddens else normal((num_hiddens, num_outputs))\n",
        "test_no_two_weights_are_the_same",
        "Draw each weight on its own",
        "one weight is the copy of another",
        of=GET_PARAMS,
    ),
    Edit(
        "get_params",
        "    b_q = torch.zeros(num_outputs, device=device)\n",
        "    b_q = torch.zeros(num_outputs)\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "b_q is made on the default device",
        of=GET_PARAMS,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return torch.zeros((batch_size, num_hiddens), device=device)\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "a bare tensor, no tuple",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return [torch.zeros((batch_size, num_hiddens), device=device)]\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "a list",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.ones((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "every value is off by the same",
        "ones",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.randn((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "random values",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((num_hiddens, batch_size), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (5, 2)",
        "sizes exchanged",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((1, batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "shape (1, 2, 5)",
        "an axis for layers, as nn.RNN has",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((1, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "A row for each sequence",
        "one row for all sequences",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens), dtype=torch.int64, device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "dtype int64",
        "whole numbers",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device), torch.zeros((batch_size, num_hiddens), device=device))\n",
        "test_state_is_a_tuple_of_zeros",
        "A tuple",
        "too many tensors",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    state = (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "a tuple",
        "no return",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "def init_rnn_state(batch_size, num_hiddens, device):\n    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "def init_rnn_state(batch_size, hiddens, device):\n    return (torch.zeros((batch_size, hiddens), device=device),)\n",
        "test_state_is_a_tuple_of_zeros",
        "num_hiddens",
        "the parameter is renamed",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "init_rnn_state",
        "    return (torch.zeros((batch_size, num_hiddens), device=device),)\n",
        "    return (torch.zeros((batch_size, num_hiddens)),)\n",
        "test_each_is_made_on_the_device_of_the_call",
        "Make it on `device`",
        "made on the default device",
        of=INIT_RNN_STATE,
    ),
    Edit(
        "rnn",
        "torch.tanh(",
        "torch.relu(",
        "test_one_step_from_zeros_is_right",
        "tanh of X W_xh",
        "relu for tanh",
    ),
    Edit(
        "rnn",
        "torch.tanh(",
        "torch.sigmoid(",
        "test_one_step_from_zeros_is_right",
        "tanh of X W_xh",
        "a sigmoid for tanh",
    ),
    Edit(
        "rnn",
        "torch.tanh(",
        "(",
        "test_one_step_from_zeros_is_right",
        "tanh of X W_xh",
        "no activation",
    ),
    Edit(
        "rnn",
        "H @ W_hh",
        "H @ W_hh.T",
        "test_steps_from_any_state_are_right",
        "times W_hh",
        "W_hh is transposed",
    ),
    Edit(
        "rnn",
        " + H @ W_hh",
        "",
        "test_steps_from_any_state_are_right",
        "times W_hh",
        "no recurrence",
    ),
    Edit(
        "rnn",
        "H @ W_hh",
        "state[0] @ W_hh",
        "test_steps_from_any_state_are_right",
        "the one before",
        "every step takes the first state",
    ),
    Edit(
        "rnn",
        " + b_h",
        "",
        "test_one_step_from_zeros_is_right",
        "tanh of X W_xh",
        "b_h is forgotten",
    ),
    Edit(
        "rnn",
        "H @ W_hq + b_q",
        "H @ W_hq",
        "test_one_step_from_zeros_is_right",
        "made of this new state",
        "b_q is forgotten",
    ),
    Edit(
        "rnn",
        "H @ W_hq + b_q",
        "torch.softmax(H @ W_hq + b_q, dim=1)",
        "test_one_step_from_zeros_is_right",
        "made of this new state",
        "probabilities for scores",
    ),
    Edit(
        "rnn",
        "H @ W_hq + b_q",
        "torch.tanh(H @ W_hq + b_q)",
        "test_one_step_from_zeros_is_right",
        "made of this new state",
        "tanh also for the output",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.stack(outputs), (H,)",
        "test_one_step_from_zeros_is_right",
        "shape (1, 3, 4)",
        "outputs (t, b, v)",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.stack(outputs, 1).flatten(0, 1), (H,)",
        "test_steps_from_any_state_are_right",
        "stand step by step",
        "sequence by sequence",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=1), (H,)",
        "test_steps_from_any_state_are_right",
        "shape (2, 35)",
        "outputs side by side",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "outputs[-1], (H,)",
        "test_steps_from_any_state_are_right",
        "shape (2, 7)",
        "the last output only",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "outputs, (H,)",
        "test_one_step_from_zeros_is_right",
        "Its type is list",
        "a list of outputs",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), H",
        "test_one_step_from_zeros_is_right",
        "Return a tuple",
        "the state is no tuple",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), [H]",
        "test_one_step_from_zeros_is_right",
        "Return a tuple",
        "the state is a list",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0)",
        "test_one_step_from_zeros_is_right",
        "a tuple (outputs, new state)",
        "the state is not returned",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), state",
        "test_one_step_from_zeros_is_right",
        "The state after the last step",
        "the first state is returned",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), (H.detach(),)",
        "test_gradients",
        "inputs, state and params",
        "the new state is detached",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)",
        "torch.cat(outputs, dim=0), (outputs[-1],)",
        "test_one_step_from_zeros_is_right",
        "The state after the last step",
        "the last output for the state",
    ),
    Edit(
        "rnn",
        "torch.cat(outputs, dim=0), (H,)  # (t * b, v)",
        "torch.cat(outputs, dim=0).data, (H,)",
        "test_gradients",
        "inputs, state and params",
        "the outputs are cut off",
    ),
    Edit(
        "rnn",
        "    (H,) = state\n",
        "    H = torch.zeros_like(state[0])\n",
        "test_steps_from_any_state_are_right",
        "the one before",
        "begins with zeros, not with the state",
    ),
    Edit(
        "rnn",
        "    (H,) = state\n",
        "    H = state[0].detach()\n",
        "test_gradients",
        "inputs, state and params",
        "the given state is detached",
    ),
    Edit(
        "rnn",
        "for X in inputs:",
        "for X in inputs.flip(0):",
        "test_steps_from_any_state_are_right",
        "the one before",
        "reads backwards",
    ),
    Edit(
        "rnn",
        "for X in inputs:",
        "for X in inputs.transpose(0, 1):",
        "test_one_step_from_zeros_is_right",
        "shape",
        "loops over the sequences",
    ),
    Edit(
        "rnn",
        "for X in inputs:",
        "for X in inputs[:1]:",
        "test_steps_from_any_state_are_right",
        "shape (2, 7)",
        "one step only",
    ),
    Edit(
        "rnn",
        "        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)\n        Y = torch.mm(H, W_hq) + b_q\n",
        "        Y = torch.mm(H, W_hq) + b_q\n        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)\n",
        "test_one_step_from_zeros_is_right",
        "made of this new state",
        "the output is made of the old state",
        of=RNN,
    ),
    Rewrite(
        "rnn",
        """
        MEMORY = {}

        def rnn(inputs, state, params):
            W_xh, W_hh, b_h, W_hq, b_q = params
            H = MEMORY.get(state[0].shape, state[0])
            outputs = []
            for X in inputs:
                H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)
                Y = torch.mm(H, W_hq) + b_q
                outputs.append(Y)
            MEMORY[H.shape] = H
            return torch.cat(outputs, dim=0), (H,)
        """,
        "test_a_second_call_begins_with_its_own_state",
        "kept from an earlier call",
        "the state is kept between calls",
    ),
    Edit(
        "rnn",
        "        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)\n",
        "        H.copy_(torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h))\n",
        "test_arguments_are_not_modified",
        "modified in place",
        "the given state is changed in place",
        of=RNN,
    ),
    Edit(
        "rnn",
        "        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)\n",
        "        X *= 1.5\n        X /= 3\n        H = torch.tanh(torch.mm(2 * X, W_xh) + torch.mm(H, W_hh) + b_h)\n",
        "test_arguments_are_not_modified",
        "modified in place",
        "the inputs are changed in place",
        of=RNN,
    ),
    Edit(
        "rnn",
        "    W_xh, W_hh, b_h, W_hq, b_q = params\n",
        "    W_xh, W_hh, b_h, W_hq, b_q = [p.data for p in params]\n",
        "test_gradients",
        "inputs, state and params",
        "the parameters are cut off",
        of=RNN,
    ),
    Edit(
        "rnn",
        "def rnn(inputs, state, params):\n    W_xh, W_hh, b_h, W_hq, b_q = params\n    H, = state\n    outputs = []\n    for X in inputs:\n",
        "def rnn(X, H, params):\n    W_xh, W_hh, b_h, W_hq, b_q = params\n    H, = H\n    outputs = []\n    for X in X:\n",
        "test_steps_from_any_state_are_right",
        "signature",
        "the parameters are renamed",
        of=RNN,
    ),
    Edit(
        "RNNModelScratch",
        "        self.params = get_params(vocab_size, num_hiddens, device)\n",
        "        self.pararms = get_params(vocab_size, num_hiddens, device)\n",
        "test_params_are_those_of_get_params",
        "Keep what get_params gives in self.params",
        "the attribute is misspelt (notes 23)",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        self.params = get_params(vocab_size, num_hiddens, device)\n",
        "        self.params = get_params(num_hiddens, vocab_size, device)\n",
        "test_params_are_those_of_get_params",
        "vocab_size, num_hiddens and device",
        "sizes exchanged for get_params",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        self.params = get_params(vocab_size, num_hiddens, device)\n",
        "        self.params = get_params\n",
        "test_params_are_those_of_get_params",
        "Keep what get_params gives",
        "get_params is kept, not called",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        self.vocab_size, self.num_hiddens = vocab_size, num_hiddens\n",
        "        self.vocab_size, self.num_hiddens = vocab_size, num_hiddens\n        get_params(vocab_size, num_hiddens, device)\n",
        "test_params_are_those_of_get_params",
        "Once",
        "get_params is called twice",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        self.params = get_params(vocab_size, num_hiddens, device)\n",
        "        self.params = [p.clone() for p in get_params(vocab_size, num_hiddens, device)]\n",
        "test_state_and_params_are_handed_on",
        "The tensors of net.params",
        "works with copies",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X, self.vocab_size).type(torch.float32)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "inputs[t] holds step t",
        "X is not turned round",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.T, self.vocab_size)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "dtype int64",
        "whole numbers for vectors",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.T, self.vocab_size).double()\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "dtype float64",
        "float64",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.T).type(torch.float32)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "shape",
        "the size is guessed from X",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.reshape(X.shape[1], X.shape[0]), self.vocab_size).type(torch.float32)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "inputs[t] holds step t",
        "reshaped, not turned round",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.T, self.num_hiddens).type(torch.float32)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "smaller than num_classes",
        "vectors of the size of the state",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = X.T.float()\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "inputs[t] holds step t",
        "indices for vectors",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        X = F.one_hot(X.T.reshape(-1), self.vocab_size).float()\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "inputs[t] holds step t",
        "all steps in one matrix",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(X, state, self.params)\n",
        "        self.forward_fn(X, state, self.params)\n",
        "test_state_and_params_are_handed_on",
        "did you forget `return`",
        "no return",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(X, state, self.params)\n",
        "        return self.forward_fn(X, state, self.params)[0]\n",
        "test_state_and_params_are_handed_on",
        "Its type is str",
        "the new state is lost",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(X, state, self.params)\n",
        "        return self.forward_fn(X, self.begin_state(len(X[0]), 'cpu'), self.params)\n",
        "test_state_and_params_are_handed_on",
        "The state of this call",
        "begins anew at every call",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(X, state, self.params)\n",
        "        return self.forward_fn(X, (state,), self.params)\n",
        "test_state_and_params_are_handed_on",
        "The state of this call",
        "the state is wrapped",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(X, state, self.params)\n",
        "        return self.forward_fn(X, self.params, state)\n",
        "test_state_and_params_are_handed_on",
        "The state of this call",
        "state and params exchanged",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.init_state(batch_size, self.num_hiddens, device)\n",
        "        return self.init_state(self.num_hiddens, batch_size, device)\n",
        "test_begin_state_is_that_of_init_state",
        "batch_size, num_hiddens, device",
        "sizes exchanged for init_state",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.init_state(batch_size, self.num_hiddens, device)\n",
        "        return self.init_state(batch_size, self.vocab_size, device)\n",
        "test_begin_state_is_that_of_init_state",
        "batch_size, num_hiddens, device",
        "vocab_size for num_hiddens",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.init_state(batch_size, self.num_hiddens, device)\n",
        "        return self.init_state(batch_size, self.num_hiddens, self.params[0].device)\n",
        "test_begin_state_is_that_of_init_state",
        "batch_size, num_hiddens, device",
        "the device of the parameters for that of the call",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.init_state(batch_size, self.num_hiddens, device)\n",
        "        self.init_state(batch_size, self.num_hiddens, device)\n",
        "test_begin_state_is_that_of_init_state",
        "did you forget `return`",
        "begin_state returns nothing",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "    def begin_state(self, batch_size, device):\n",
        "    def begin_state(self, device, batch_size=1):\n",
        "test_begin_state_is_that_of_init_state",
        "begin_state",
        "device first, as RNNModel has it",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        return self.init_state(batch_size, self.num_hiddens, device)\n",
        "        self.state = getattr(self, 'state', None) or self.init_state(batch_size, self.num_hiddens, device)\n        return self.state\n",
        "test_begin_state_is_that_of_init_state",
        "calls of init_state",
        "the first state is made once for all",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "        self.init_state, self.forward_fn = init_state, forward_fn\n\n    def __call__(self, X, state):\n        X = F.one_hot(X.T, self.vocab_size).type(torch.float32)\n",
        "        RNNModelScratch.size = vocab_size\n        self.init_state, self.forward_fn = init_state, forward_fn\n\n    def __call__(self, X, state):\n        X = F.one_hot(X.T, RNNModelScratch.size).type(torch.float32)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "shape (5, 2, 9)",
        "the size belongs to the class: shared by all models",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "RNNModelScratch",
        "    def __call__(self, X, state):\n",
        "    def __call__(self, X, state):\n        X.sub_(0)\n        X[:] = X.flip(0)\n",
        "test_forward_fn_gets_one_hot_vectors_time_first",
        "modified in place",
        "X is changed in place",
        of=RNNMODEL_SCRATCH,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return ' '.join([vocab.idx_to_token[i] for i in outputs])\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "Nothing stands between",
        "joined with spaces (notes 23)",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return [vocab.idx_to_token[i] for i in outputs]\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "Nothing stands between",
        "a list of characters",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs[len(prefix):]])\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "the prefix comes first",
        "the prefix is left out",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return prefix + ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "the prefix comes first",
        "the prefix stands there twice",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return outputs\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "Nothing stands between",
        "indices for a text",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    return ''.join([vocab.idx_to_token[i] for i in outputs])\n",
        "    return None\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "Nothing stands between",
        "no text",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    for _ in range(num_preds):\n",
        "    for _ in range(num_preds - 1):\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "more characters",
        "one too few",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    for _ in range(num_preds):\n",
        "    for _ in range(num_preds + 1):\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "more characters",
        "one too many",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    for _ in range(num_preds):\n",
        "    for _ in range(num_preds - len(prefix)):\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "more characters",
        "num_preds is taken for the whole length",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        _, state = net(get_input(), state)\n",
        "        pass\n",
        "test_each_character_goes_in_once_and_in_order",
        "First the prefix",
        "the prefix does not warm the state up",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        _, state = net(get_input(), state)\n",
        "        net(get_input(), state)\n",
        "test_state_goes_from_call_to_call",
        "what the call before has given",
        "the state is not carried during the prefix",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        y, state = net(get_input(), state)\n",
        "        y, _ = net(get_input(), state)\n",
        "test_state_goes_from_call_to_call",
        "what the call before has given",
        "the state is not carried behind the prefix",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(vocab[y])\n",
        "        outputs.append(int(_.argmax(dim=1)))\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "the prefix comes first",
        "predictions overwrite the prefix",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(vocab[y])\n",
        "        outputs.append(vocab[y])\n    _, state = net(get_input(), state)\n",
        "test_each_character_goes_in_once_and_in_order",
        "First the prefix",
        "the last character of the prefix goes in twice",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(vocab[y])\n",
        "        outputs.append(vocab[y])\n    state = net.begin_state(batch_size=1, device=device)\n",
        "test_state_goes_from_call_to_call",
        "Once, at the beginning",
        "a new state behind the prefix",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(int(y.argmax(dim=1).reshape(1)))\n",
        "        outputs.append(int(y.argmin(dim=1).reshape(1)))\n",
        "test_the_likeliest_character_follows",
        "highest score",
        "the unlikeliest character",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(int(y.argmax(dim=1).reshape(1)))\n",
        "        outputs.append(int(torch.multinomial(torch.softmax(y, 1), 1)))\n",
        "test_the_likeliest_character_follows",
        "highest score",
        "drawn at random",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "        outputs.append(int(y.argmax(dim=1).reshape(1)))\n",
        "        outputs.append(int(y.abs().argmax(dim=1)))\n",
        "test_the_likeliest_character_follows",
        "highest score",
        "the largest in size",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    state = net.begin_state(batch_size=1, device=device)\n",
        "    state = net.begin_state(1, device)\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "positional",
        "begin_state is called by position, which RNNModel takes otherwise",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    state = net.begin_state(batch_size=1, device=device)\n",
        "    state = net.begin_state(batch_size=len(prefix), device=device)\n",
        "test_state_goes_from_call_to_call",
        "with batch_size 1",
        "a batch of the length of the prefix",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    state = net.begin_state(batch_size=1, device=device)\n",
        "    state = None\n",
        "test_text_is_the_prefix_and_num_preds_characters",
        "NoneType",
        "no first state",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))\n",
        "    get_input = lambda: torch.tensor([outputs[-1]], device=device)\n",
        "test_each_character_goes_in_once_and_in_order",
        "One row of indices",
        "a vector for a batch",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))\n",
        "    get_input = lambda: torch.tensor([float(outputs[-1])], device=device).reshape((1, 1))\n",
        "test_each_character_goes_in_once_and_in_order",
        "dtype float32",
        "float indices",
        of=PREDICT_CH8,
    ),
    Edit(
        "predict_ch8",
        "    get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))\n",
        "    get_input = lambda: torch.tensor([outputs[0]], device=device).reshape((1, 1))\n",
        "test_each_character_goes_in_once_and_in_order",
        "First the prefix",
        "the first character again and again",
        of=PREDICT_CH8,
    ),
    Rewrite(
        "predict_ch8",
        """
        def predict_ch8(prefix, n, net, vocab, device):
            state = net.begin_state(batch_size=1, device=device)
            outputs = [vocab[prefix[0]]]
            get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))
            for y in prefix[1:]:
                _, state = net(get_input(), state)
                outputs.append(vocab[y])
            for _ in range(n):
                y, state = net(get_input(), state)
                outputs.append(int(y.argmax(dim=1).reshape(1)))
            return ''.join([vocab.idx_to_token[i] for i in outputs])
        """,
        "test_it_goes_on_as_a_net_says_to_the_whole_text",
        "signature",
        "num_preds is renamed",
    ),
    Rewrite(
        "predict_ch8",
        """
        def predict_ch8(prefix, num_preds, net, vocab, device):
            global STATE
            state = globals().get('STATE') or net.begin_state(batch_size=1, device=device)
            outputs = [vocab[prefix[0]]]
            get_input = lambda: torch.tensor([outputs[-1]], device=device).reshape((1, 1))
            for y in prefix[1:]:
                _, state = net(get_input(), state)
                outputs.append(vocab[y])
            for _ in range(num_preds):
                y, state = net(get_input(), state)
                outputs.append(int(y.argmax(dim=1).reshape(1)))
            STATE = state
            return ''.join([vocab.idx_to_token[i] for i in outputs])
        """,
        "test_state_goes_from_call_to_call",
        "calls of begin_state",
        "the state is kept between calls",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            if isinstance(net, nn.Module):
                params = [p for p in net.parameters() if p.requires_grad]
            else:
                params = net.params
            norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
            if norm > theta:
                for param in params:
                    param.grad[:] *= theta / norm
        """,
        "test_parameters_without_a_gradient_are_ignored",
        "NoneType",
        "the notes' code, which needs every parameter to have a gradient (notes 23)",
    ),
    Edit(
        "grad_clipping",
        "    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    for p in params:\n        if p.grad is not None:\n            norm = p.grad.norm()\n            if norm > theta:\n                p.grad *= theta / norm\n",
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "every parameter is clipped on its own",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad.clamp_(-theta, theta)",
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "clipped value by value",
    ),
    Edit(
        "grad_clipping",
        "if norm > theta:",
        "if True:",
        "test_gradients_not_longer_than_theta_stay",
        "not more than theta",
        "always scaled to theta",
    ),
    Edit(
        "grad_clipping",
        "if norm > theta:",
        "if norm < theta:",
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "the comparison is the wrong way round",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(torch.sum(grad**2)) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "no square root",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(torch.sum(grad**2)) ** 0.5 for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the sum of the norms",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "sum(float(grad.abs().sum()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the L1 norm",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "max(float(grad.abs().max()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the largest value",
    ),
    Edit(
        "grad_clipping",
        "math.sqrt(sum(float(torch.sum(grad**2)) for grad in grads))",
        "max(float(grad.norm()) for grad in grads)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the largest of the norms",
    ),
    Edit(
        "grad_clipping",
        "torch.sum(grad**2)",
        "torch.mean(grad**2)",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "means in place of sums",
    ),
    Edit(
        "grad_clipping",
        "torch.sum(grad**2)",
        "torch.sum(grad) ** 2",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the square of the sum",
    ),
    Edit(
        "grad_clipping",
        "        for grad in grads:\n            grad *= theta / norm",
        "        for grad in grads:\n            grad = grad * theta / norm",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "only a local name gets the clipped gradient",
    ),
    Edit(
        "grad_clipping",
        "        for grad in grads:\n            grad *= theta / norm  # in place: these are the gradients of the net",
        "        return [grad * theta / norm for grad in grads]",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "returns clipped gradients and leaves the net's",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta / norm\n            norm = math.sqrt(sum(float(torch.sum(g**2)) for g in grads))",
        "test_gradients_shrink_together_to_length_theta",
        "one vector",
        "the norm is taken anew after each parameter",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= norm / theta",
        "test_gradients_shrink_together_to_length_theta",
        "times the expected",
        "the factor upside down",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta",
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "not divided by the norm",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad /= norm",
        "test_length_is_the_root_of_the_sum_of_squares",
        "is to be 2.5",
        "always of length 1",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad *= theta // norm",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "whole-number division",
    ),
    Edit(
        "grad_clipping",
        "grad *= theta / norm",
        "grad -= theta / norm",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "subtracted",
    ),
    Edit(
        "grad_clipping",
        "p.grad for p in params if p.grad is not None",
        "p.grad.clone() for p in params if p.grad is not None",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "works on copies",
    ),
    Edit(
        "grad_clipping",
        "p.grad for p in params if p.grad is not None",
        "p.data for p in params if p.grad is not None",
        "test_gradients_shrink_together_to_length_theta",
        "Only gradients may change",
        "shrinks the parameters",
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = [p for p in net.parameters() if p.grad is not None]\n    norm = torch.sqrt(sum(torch.sum(p.grad ** 2) for p in params))\n    if norm > theta:\n        for p in params:\n            p.grad *= theta / norm\n",
        "test_gradients_shrink_together_to_length_theta",
        "no attribute 'parameters'",
        "works for modules only",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = [p for p in net.params if p.grad is not None]\n    norm = torch.sqrt(sum(torch.sum(p.grad ** 2) for p in params))\n    if norm > theta:\n        for p in params:\n            p.grad *= theta / norm\n",
        "test_gradients_shrink_together_to_length_theta",
        "no attribute 'params'",
        "does not work for modules",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params if p.grad is not None))\n    if norm > theta:\n        for p in params:\n            if p.grad is not None:\n                p.grad.mul_(theta / norm)\n",
        "test_gradients_shrink_together_to_length_theta",
        "Change p.grad itself",
        "net.parameters() is used up after the first loop",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = net._parameters.values() if isinstance(net, nn.Module) else net.params\n    grads = [p.grad for p in params if p.grad is not None]\n    norm = math.sqrt(sum(float((grad ** 2).sum()) for grad in grads))\n    if norm > theta:\n        for grad in grads:\n            grad *= theta / norm\n",
        "test_gradients_shrink_together_to_length_theta",
        "exactly 5 times",
        "parameters of the parts of a module are forgotten",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = list(net.parameters() if isinstance(net, nn.Module) else net.params)\n    for p in params:\n        if p.grad is None:\n            p.grad = torch.ones_like(p)\n    norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))\n    if norm > theta:\n        for p in params:\n            p.grad *= theta / norm\n",
        "test_parameters_without_a_gradient_are_ignored",
        "None stays None",
        "gives every parameter a gradient",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = list(net.parameters() if isinstance(net, nn.Module) else net.params)\n    if any(p.grad is None for p in params):\n        return\n    norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))\n    if norm > theta:\n        for p in params:\n            p.grad *= theta / norm\n",
        "test_parameters_without_a_gradient_are_ignored",
        "exactly 5 times",
        "does nothing as soon as one gradient is missing",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    params = net.parameters() if isinstance(net, nn.Module) else net.params\n    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    params = list(net.parameters() if isinstance(net, nn.Module) else net.params)\n    params = [p for p in params if p.requires_grad]\n    norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in params))\n    if norm > theta:\n        for p in params:\n            p.grad *= theta / norm\n",
        "test_parameters_without_a_gradient_are_ignored",
        "NoneType",
        "only frozen parameters are left out",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    grads = [p.grad for p in params if p.grad is not None]\n    norm = torch.cat([grad.view(-1) for grad in grads]).norm()\n    if norm > theta:\n        for grad in grads:\n            grad *= theta / norm\n",
        "test_length_is_the_root_of_the_sum_of_squares",
        "reshape instead of view",
        "view on a gradient that is not contiguous",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "grad_clipping",
        "    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    grads = [p.grad for p in params if p.grad is not None]\n    norm = math.sqrt(sum(float(grad.pow_(2).sum()) for grad in grads))\n    if norm > theta:\n        for grad in grads:\n            grad *= theta / norm\n",
        "test_gradients_shrink_together_to_length_theta",
        "of length 5",
        "the squares are made in place",
        of=GRAD_CLIPPING,
    ),
    Rewrite(
        "grad_clipping",
        """
        NORMS = []

        def grad_clipping(net, theta):
            params = net.parameters() if isinstance(net, nn.Module) else net.params
            grads = [p.grad for p in params if p.grad is not None]
            if not NORMS:
                NORMS.append(math.sqrt(sum(float((grad ** 2).sum()) for grad in grads)))
            if NORMS[0] > theta:
                for grad in grads:
                    grad *= theta / NORMS[0]
        """,
        "test_length_is_the_root_of_the_sum_of_squares",
        "the length was 10",
        "the norm is kept between calls",
    ),
    Edit(
        "grad_clipping",
        "    return nn.utils.clip_grad_norm_(params, theta)\n",
        "    grads = [p.grad for p in params if p.grad is not None]\n    norm = math.sqrt(sum(float((grad ** 2).sum()) for grad in grads))\n    for grad in grads:\n        grad *= min(1, theta / norm)\n",
        "test_gradients_not_longer_than_theta_stay",
        "ZeroDivisionError",
        "divides by a norm of zero",
        of=GRAD_CLIPPING,
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "no exponential",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "2**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "base 2",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "10**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "base 10",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.exp(-mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "28 equally likely",
        "the probability, not its inverse",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.expm1(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "28 equally likely",
        "one too small",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "round(math.exp(mean_loss))",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "a whole number",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "2.718**mean_loss",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "e to three places",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.log(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "natural logarithms",
        "the logarithm",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "torch.exp(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "must be Tensor, not float",
        "takes tensors only",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "math.exp(mean_loss.item())",
        "test_perplexity_of_a_float_is_right",
        "'item'",
        "takes tensors only",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "f'{math.exp(mean_loss):.1f}'",
        "test_perplexity_of_a_float_is_right",
        "Its type is str",
        "a text",
    ),
    Edit(
        "perplexity",
        "    return math.exp(mean_loss)",
        "    math.exp(mean_loss)",
        "test_perplexity_of_a_float_is_right",
        "did you forget `return`",
        "no return",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            return math.exp(mean_loss) if isinstance(mean_loss, float) else int(mean_loss.exp())
        """,
        "test_perplexity_of_a_tensor_is_right",
        "natural logarithms",
        "cuts the result of a tensor to a whole number",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(loss):
            return math.exp(loss)
        """,
        "test_perplexity_of_a_tensor_is_right",
        "signature",
        "the parameter is renamed",
    ),
    Edit(
        "train_epoch_ch8",
        "        else:\n            if isinstance(net, nn.Module) and not isinstance(state, tuple):\n                state.detach_()\n            else:\n                for s in state:\n                    s.detach_()\n",
        "",
        "test_every_batch_begins_with_its_state",
        "graph of an earlier step is still attached",
        "the state is not detached",
        of=TRAIN_EPOCH_CH8,
    ),
    Rewrite(
        "train_epoch_ch8",
        """
        def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
            state = None
            metric = [0.0, 0.0]
            for X, Y in train_iter:
                if state is None or use_random_iter:
                    state = net.begin_state(batch_size=X.shape[0], device=device)
                y = Y.T.reshape(-1)
                X, y = X.to(device), y.to(device)
                y_hat, state = net(X, state)
                l = loss(y_hat, y.long()).mean()
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.backward(retain_graph=True)
                    grad_clipping(net, 1)
                    updater.step()
                else:
                    l.backward(retain_graph=True)
                    grad_clipping(net, 1)
                    updater(batch_size=1)
                metric[0] += float(l.detach() * y.numel())
                metric[1] += y.numel()
            return math.exp(metric[0] / metric[1])
        """,
        "test_every_batch_begins_with_its_state",
        "a detached state",
        "the graph is kept through all batches",
    ),
    Edit(
        "train_epoch_ch8",
        "        if state is None or use_random_iter:\n",
        "        if True:\n",
        "test_every_batch_begins_with_its_state",
        "otherwise it goes on",
        "every batch begins anew",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        if state is None or use_random_iter:\n",
        "        if state is None:\n",
        "test_every_batch_begins_with_its_state",
        "every batch begins anew",
        "use_random_iter is not heeded",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        if state is None or use_random_iter:\n",
        "        if state is None or not use_random_iter:\n",
        "test_every_batch_begins_with_its_state",
        "otherwise it goes on",
        "use_random_iter the wrong way round",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            state = net.begin_state(batch_size=X.shape[0], device=device)\n",
        "            state = tuple(torch.zeros_like(s) for s in net.begin_state(batch_size=X.shape[0], device=device))\n",
        "test_every_batch_begins_with_its_state",
        "begins anew",
        "its own zeros for the first state",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            state = net.begin_state(batch_size=X.shape[0], device=device)\n",
        "            state = net.begin_state(batch_size=X.shape[1], device=device)\n",
        "test_every_batch_begins_with_its_state",
        "batch size 3",
        "the number of steps for the batch size",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            state = net.begin_state(batch_size=X.shape[0], device=device)\n",
        "            state = net.begin_state(X.shape[0], device)\n",
        "test_every_batch_begins_with_its_state",
        "positional",
        "begin_state is called by position",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        y = Y.T.reshape(-1)\n",
        "        y = Y.reshape(-1)\n",
        "test_perplexity_is_that_of_all_characters",
        "the labels must",
        "labels sequence by sequence",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        y = Y.T.reshape(-1)\n",
        "        y = X.T.reshape(-1)\n",
        "test_perplexity_is_that_of_all_characters",
        "the labels must",
        "the inputs for labels",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        y = Y.T.reshape(-1)\n",
        "        y = Y.T.flip(0).reshape(-1)\n",
        "test_perplexity_is_that_of_all_characters",
        "the labels must",
        "labels backwards",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        y_hat, state = net(X, state)\n",
        "        y_hat, _ = net(X, state)\n",
        "test_every_batch_begins_with_its_state",
        "otherwise it goes on",
        "the new state is dropped",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        X, y = X.to(device), y.to(device)\n",
        "        X, y = X.to(device), y.to(device)\n        net(X, state)\n",
        "test_every_batch_begins_with_its_state",
        "One for each batch",
        "net runs twice a batch",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater.zero_grad()\n",
        "",
        "test_every_batch_makes_one_step",
        "own gradients alone",
        "an optimizer's gradients are never cleared",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater.zero_grad()\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            l.backward()\n            grad_clipping(net, 1)\n            updater.zero_grad()\n",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "cleared before the step",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater.step()\n",
        "",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "no step of the optimizer",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater(batch_size=1)\n",
        "            updater(batch_size=X.shape[0])\n",
        "test_every_batch_makes_one_step",
        "batch_size is 1 for updater",
        "the batch size for a mean loss",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater(batch_size=1)\n",
        "            updater()\n",
        "test_every_batch_begins_with_its_state",
        "missing 1 required",
        "the function is called without batch_size",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater(batch_size=1)\n",
        "            pass\n",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "the function is not called",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            l.backward()\n            grad_clipping(net, 1)\n            updater(batch_size=1)\n",
        "            updater(batch_size=1)\n            l.backward()\n            grad_clipping(net, 1)\n",
        "test_every_batch_makes_one_step",
        "needs was changed in place",
        "the update before backward",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            updater.step()\n        else:\n            l.backward()\n",
        "test_gradients_are_clipped_at_length_one",
        "Clip all gradients together",
        "no clipping",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            grad_clipping()\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping()\n",
        "test_every_batch_begins_with_its_state",
        "missing 2 required",
        "grad_clipping without arguments (notes 23)",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            grad_clipping(net, 5)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 5)\n",
        "test_gradients_are_clipped_at_length_one",
        "at 1",
        "clipped at 5",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            grad_clipping(net, 0.1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 0.1)\n",
        "test_every_batch_makes_one_step",
        "Each batch makes one step",
        "clipped at 0.1",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n",
        "            updater.step()\n            grad_clipping(net, 1)\n",
        "test_gradients_are_clipped_at_length_one",
        "Clip all gradients together",
        "clipped behind the step",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            updater.zero_grad()\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            updater.zero_grad()\n            grad_clipping(net, 1)\n            l.backward()\n",
        "test_gradients_are_clipped_at_length_one",
        "Clip all gradients together",
        "clipped before backward",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            grad_clipping(net, 1)\n            updater.step()\n        else:\n            l.backward()\n            grad_clipping(net, 1)\n",
        "            [p.grad.clamp_(-1, 1) for p in (net.parameters() if isinstance(net, nn.Module) else net.params)]\n            updater.step()\n        else:\n            l.backward()\n            [p.grad.clamp_(-1, 1) for p in (net.parameters() if isinstance(net, nn.Module) else net.params)]\n",
        "test_gradients_are_clipped_at_length_one",
        "Clip all gradients together",
        "clipped value by value",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        metric[0] += float(l.detach() * y.numel())\n",
        "        metric[0] += float(l.detach())\n",
        "test_perplexity_is_that_of_all_characters",
        "exp of the mean loss",
        "the sum of the means over the number of characters",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        metric[0] += float(l.detach() * y.numel())\n        metric[1] += y.numel()\n",
        "        metric[0] += float(l.detach())\n        metric[1] += 1\n",
        "test_perplexity_is_that_of_all_characters",
        "how much does each count",
        "the mean of the batches' means",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "        metric[0] += float(l.detach() * y.numel())\n        metric[1] += y.numel()\n    return math.exp(metric[0] / metric[1])\n",
        "        metric[0] += math.exp(float(l.detach())) * y.numel()\n        metric[1] += y.numel()\n    return metric[0] / metric[1]\n",
        "test_perplexity_is_that_of_all_characters",
        "exp comes last",
        "the mean of the batches' perplexities",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    return math.exp(metric[0] / metric[1])\n",
        "    return metric[0] / metric[1]\n",
        "test_perplexity_is_that_of_all_characters",
        "exp of the mean loss",
        "the mean loss, no perplexity (notes 23)",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    return math.exp(metric[0] / metric[1])\n",
        "    return math.exp(metric[0])\n",
        "test_perplexity_is_that_of_all_characters",
        "exp of the mean loss",
        "exp of the sum",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    return math.exp(metric[0] / metric[1])\n",
        "    return 2 ** (metric[0] / metric[1])\n",
        "test_perplexity_is_that_of_all_characters",
        "exp of the mean loss",
        "base 2",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    return math.exp(metric[0] / metric[1])\n",
        "    return math.exp(metric[0] / metric[1]), metric[1]\n",
        "test_perplexity_is_that_of_all_characters",
        "the number",
        "the number of characters with it, as the notes return a speed",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    return math.exp(metric[0] / metric[1])\n",
        "",
        "test_perplexity_is_that_of_all_characters",
        "did you forget `return`",
        "no return",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    for X, Y in train_iter:\n",
        "    for X, Y in list(train_iter)[:-1]:\n",
        "test_every_batch_begins_with_its_state",
        "One for each batch",
        "the last batch is left out",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "    for X, Y in train_iter:\n",
        "    for X, Y in list(train_iter) * 2:\n",
        "test_every_batch_begins_with_its_state",
        "One for each batch",
        "two passes",
        of=TRAIN_EPOCH_CH8,
    ),
    Rewrite(
        "train_epoch_ch8",
        """
        def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
            state = None
            metric = [0.0, 0.0]
            for X, Y in train_iter:
                if state is None or use_random_iter:
                    state = net.begin_state(batch_size=X.shape[0], device=device)
                else:
                    if isinstance(net, nn.Module) and not isinstance(state, tuple):
                        state.detach_()
                    else:
                        for s in state:
                            s.detach_()
                y = Y.T.reshape(-1)
                X, y = X.to(device), y.to(device)
                old = state
                y_hat, state = net(X, state)
                l = loss(y_hat, y.long()).mean()
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.backward()
                    grad_clipping(net, 1)
                    updater.step()
                else:
                    l.backward()
                    grad_clipping(net, 1)
                    updater(batch_size=1)
                metric[0] += float(loss(net(X, old)[0], y).detach() * y.numel())
                metric[1] += y.numel()
            return math.exp(metric[0] / metric[1])
        """,
        "test_every_batch_begins_with_its_state",
        "One for each batch",
        "measured after the step",
    ),
    Edit(
        "train_epoch_ch8",
        "        if isinstance(updater, torch.optim.Optimizer):\n",
        "        if isinstance(net, nn.Module):\n",
        "test_every_batch_begins_with_its_state",
        "zero_grad",
        "decides by the net how to update",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            if isinstance(net, nn.Module) and not isinstance(state, tuple):\n",
        "            if isinstance(net, nn.Module):\n",
        "test_every_batch_begins_with_its_state",
        "detach_",
        "takes the state of every module for a tensor",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "            if isinstance(net, nn.Module) and not isinstance(state, tuple):\n                state.detach_()\n            else:\n                for s in state:\n                    s.detach_()\n",
        "            state.detach_()\n",
        "test_every_batch_begins_with_its_state",
        "detach_",
        "takes every state for a tensor",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_epoch_ch8",
        "                for s in state:\n                    s.detach_()\n",
        "                state[0].detach_()\n",
        "test_every_batch_begins_with_its_state",
        "detach what is carried over",
        "the memory cell is not detached",
        of=TRAIN_EPOCH_CH8,
    ),
    Rewrite(
        "train_epoch_ch8",
        """
        LAST = {}

        def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
            state = LAST.get('state')
            metric = [0.0, 0.0]
            for X, Y in train_iter:
                if state is None or use_random_iter:
                    state = net.begin_state(batch_size=X.shape[0], device=device)
                else:
                    if isinstance(net, nn.Module) and not isinstance(state, tuple):
                        state.detach_()
                    else:
                        for s in state:
                            s.detach_()
                y = Y.T.reshape(-1)
                X, y = X.to(device), y.to(device)
                y_hat, state = net(X, state)
                l = loss(y_hat, y.long()).mean()
                if isinstance(updater, torch.optim.Optimizer):
                    updater.zero_grad()
                    l.backward()
                    grad_clipping(net, 1)
                    updater.step()
                else:
                    l.backward()
                    grad_clipping(net, 1)
                    updater(batch_size=1)
                metric[0] += float(l.detach() * y.numel())
                metric[1] += y.numel()
            LAST['state'] = state
            return math.exp(metric[0] / metric[1])
        """,
        "test_every_batch_begins_with_its_state",
        "hx",
        "the state is kept between epochs",
    ),
    Edit(
        "train_epoch_ch8",
        "def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):\n    state = None\n    metric = [0.0, 0.0]\n    for X, Y in train_iter:\n        if state is None or use_random_iter:\n",
        "def train_epoch_ch8(net, train_iter, loss, updater, device, use_random):\n    state = None\n    metric = [0.0, 0.0]\n    for X, Y in train_iter:\n        if state is None or use_random:\n",
        "test_a_second_epoch_begins_anew",
        "signature",
        "use_random_iter is renamed",
        of=TRAIN_EPOCH_CH8,
    ),
    Edit(
        "train_ch8",
        "    history = []\n",
        "    aniamtor = []\n",
        "test_epochs_go_on_from_one_another",
        "history",
        "the list is misspelt, as the notes' animator (notes 23)",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    return history\n",
        "    return history[-1]\n",
        "test_epochs_go_on_from_one_another",
        "a list of perplexities",
        "the last perplexity alone",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    return history\n",
        "",
        "test_epochs_go_on_from_one_another",
        "a list of perplexities",
        "no return",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    return history\n",
        "    return history[9::10]\n",
        "test_epochs_go_on_from_one_another",
        "a list of perplexities",
        "every tenth epoch",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    for epoch in range(num_epochs):\n",
        "    for epoch in range(num_epochs - 1):\n",
        "test_epochs_go_on_from_one_another",
        "a list of perplexities",
        "one epoch too few",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    for epoch in range(num_epochs):\n",
        "    for epoch in range(num_epochs + 1):\n",
        "test_epochs_go_on_from_one_another",
        "a list of perplexities",
        "one epoch too many",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = torch.optim.SGD(net.parameters(), 1.0)\n",
        "test_epochs_go_on_from_one_another",
        "rate lr",
        "lr is 1 for modules",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = lambda batch_size: sgd(net.params, lr, batch_size)\n",
        "        updater = lambda batch_size: sgd(net.params, 1.0, batch_size)\n",
        "test_epochs_go_on_from_one_another",
        "rate lr",
        "lr is 1 for other objects",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = torch.optim.Adam(net.parameters(), lr)\n",
        "test_epochs_go_on_from_one_another",
        "plain SGD",
        "Adam for SGD",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = torch.optim.SGD(net.parameters(), lr, momentum=0.9)\n",
        "test_epochs_go_on_from_one_another",
        "plain SGD",
        "momentum",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = torch.optim.SGD(net.parameters(), lr, weight_decay=0.01)\n",
        "test_epochs_go_on_from_one_another",
        "plain SGD",
        "weight decay",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = lambda batch_size: sgd(net.params, lr, batch_size)\n",
        "test_epochs_go_on_from_one_another",
        "params",
        "net.params of a module",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    if isinstance(net, nn.Module):\n        updater = torch.optim.SGD(net.parameters(), lr)\n    else:\n        updater = lambda batch_size: sgd(net.params, lr, batch_size)\n",
        "    updater = torch.optim.SGD(net.parameters(), lr)\n",
        "test_epochs_go_on_from_one_another",
        "parameters",
        "works for modules only",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = lambda batch_size: sgd(net.params, lr, batch_size)\n",
        "        updater = lambda batch_size: sgd(net.params, lr, 32)\n",
        "test_epochs_go_on_from_one_another",
        "rate lr",
        "divided by a batch size of 32",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "                param.grad.zero_()\n",
        "",
        "test_epochs_go_on_from_one_another",
        "plain SGD",
        "the updater of other objects never clears the gradients",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter)\n",
        "        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, True)\n",
        "test_epochs_go_on_from_one_another",
        "use_random_iter",
        "use_random_iter is always on",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter)\n",
        "        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, False)\n",
        "test_epochs_go_on_from_one_another",
        "use_random_iter",
        "use_random_iter is not handed on",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):\n",
        "def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=True):\n",
        "test_epochs_go_on_from_one_another",
        "off by default",
        "use_random_iter is on by default",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):\n",
        "def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter):\n",
        "test_epochs_go_on_from_one_another",
        "signature",
        "use_random_iter has no default",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    for epoch in range(num_epochs):\n",
        "    import copy\n    fresh = copy.deepcopy(net)\n    for epoch in range(num_epochs):\n        net = copy.deepcopy(fresh)\n        updater = torch.optim.SGD(net.parameters() if isinstance(net, nn.Module) else net.params, lr)\n",
        "test_epochs_go_on_from_one_another",
        "parameter 0 of net afterwards",
        "every epoch begins with a copy of the net",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        ppl = train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter)\n",
        "        ppl = train_epoch_ch8(net, list(train_iter)[:-1], loss, updater, device, use_random_iter)\n",
        "test_epochs_go_on_from_one_another",
        "perplexity",
        "the last batch is left out",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        history.append(ppl)\n",
        "        history.append(math.log(ppl))\n",
        "test_epochs_go_on_from_one_another",
        "perplexity",
        "mean losses for perplexities",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        history.append(ppl)\n",
        "        history.append(round(ppl, 1))\n",
        "test_epochs_go_on_from_one_another",
        "perplexity",
        "rounded",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        history.append(ppl)\n",
        "        history.append((epoch, ppl))\n",
        "test_epochs_go_on_from_one_another",
        "Its type is tuple",
        "pairs of epoch and perplexity",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    loss = nn.CrossEntropyLoss()\n",
        "    loss = nn.CrossEntropyLoss(reduction='sum')\n",
        "test_epochs_go_on_from_one_another",
        "perplexity",
        "the sum of the losses",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "    loss = nn.CrossEntropyLoss()\n",
        "    loss = nn.CrossEntropyLoss(label_smoothing=0.1)\n",
        "test_epochs_go_on_from_one_another",
        "perplexity",
        "smoothed labels",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        updater = torch.optim.SGD(net.parameters(), lr)\n",
        "        updater = torch.optim.SGD(list(net.parameters())[:-1], lr)\n",
        "test_epochs_go_on_from_one_another",
        "plain SGD",
        "the last parameter is not trained",
        of=TRAIN_CH8,
    ),
    Edit(
        "train_ch8",
        "        history.append(ppl)\n",
        "        history.append(ppl)\n        lr = lr * 0.9\n",
        "test_epochs_go_on_from_one_another",
        "goes on with",
        "the rate falls from epoch to epoch",
        of=TRAIN_CH8,
    ),
    Rewrite(
        "train_ch8",
        """
        def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):
            loss = nn.CrossEntropyLoss()
            params = list(net.parameters() if isinstance(net, nn.Module) else net.params)
            updater = torch.optim.SGD(params, lr)
            history, state = [], None
            for _ in range(num_epochs):
                total, n = 0.0, 0
                for X, Y in train_iter:
                    X, Y = X.to(device), Y.to(device)
                    if state is None or use_random_iter:
                        state = net.begin_state(batch_size=len(X), device=device)
                    elif isinstance(state, tuple):
                        state = tuple(s.detach() for s in state)
                    else:
                        state = state.detach()
                    y_hat, state = net(X, state)
                    l = loss(y_hat, Y.T.reshape(-1))
                    updater.zero_grad()
                    l.backward()
                    grad_clipping(net, 1)
                    updater.step()
                    total, n = total + l.item() * Y.numel(), n + Y.numel()
                history.append(math.exp(total / n))
            return history
        """,
        "test_epochs_go_on_from_one_another",
        "begins with a new state",
        "the state goes on from epoch to epoch",
    ),
    Edit(
        "RNNModel",
        "            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n",
        "            return (torch.zeros((self.num_directions * self.rnn_num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn_num_layers,\n",
        "test_begin_state_is_what_its_layer_takes",
        "rnn_num_layers",
        "the notes' misspelt attribute in the branch of LSTM (notes 23)",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            return torch.zeros((self.num_directions * self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n",
        "            return torch.zeros((self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.rnn.num_layers,\n",
        "test_begin_state_is_what_its_layer_takes",
        "each direction of each layer",
        "no state for the second direction",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            return torch.zeros((self.num_directions * self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n",
        "            return torch.zeros((self.num_directions,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions,\n",
        "test_begin_state_is_what_its_layer_takes",
        "each direction of each layer",
        "a state for one layer only",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            return torch.zeros((self.num_directions * self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n",
        "            return torch.zeros((1,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((1,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((1,\n",
        "test_begin_state_is_what_its_layer_takes",
        "each direction of each layer",
        "one layer, one direction",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        if not isinstance(self.rnn, nn.LSTM):\n",
        "        if True:\n",
        "test_begin_state_is_what_its_layer_takes",
        "nn.LSTM has two",
        "one tensor for LSTM",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        if not isinstance(self.rnn, nn.LSTM):\n",
        "        if isinstance(self.rnn, nn.RNN):\n",
        "test_begin_state_is_what_its_layer_takes",
        "torch.Tensor",
        "a pair for GRU, too",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "    def begin_state(self, device, batch_size=1):\n",
        "    def begin_state(self, batch_size=1, device=None):\n",
        "test_begin_state_is_what_its_layer_takes",
        "multiple values for argument 'batch_size'",
        "batch_size first, as RNNModelScratch has it",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "    def begin_state(self, device, batch_size=1):\n",
        "    def begin_state(self, device, batch_size):\n",
        "test_begin_state_is_what_its_layer_takes",
        "signature",
        "batch_size has no default",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "    def begin_state(self, device, batch_size=1):\n",
        "    def begin_state(self, device, batch_size=2):\n",
        "test_begin_state_is_what_its_layer_takes",
        "batch_size is 1 by default",
        "batch_size is 2 by default",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            return torch.zeros((self.num_directions * self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n",
        "            return torch.ones((self.num_directions * self.rnn.num_layers,\n                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.ones((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.ones((self.num_directions * self.rnn.num_layers,\n",
        "test_begin_state_is_what_its_layer_takes",
        "off by the same",
        "ones for zeros",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device))\n",
        "                                self.num_hiddens, batch_size), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 self.num_hiddens, batch_size), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 self.num_hiddens, batch_size), device=device))\n",
        "test_begin_state_is_what_its_layer_takes",
        "each direction of each layer",
        "sizes exchanged in the first state",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device))\n",
        "            return [torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device)]\n",
        "test_begin_state_is_what_its_layer_takes",
        "a tuple (H, C)",
        "a list for LSTM",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            self.linear = nn.Linear(self.num_hiddens * 2, self.vocab_size)\n",
        "            self.linear = nn.Linear(self.num_hiddens, self.vocab_size)\n",
        "test_it_is_its_layer_and_then_linear",
        "for the outputs of all directions",
        "one direction's size for the linear layer",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            self.linear = nn.Linear(self.num_hiddens, self.vocab_size)\n",
        "            self.linear = nn.Linear(self.vocab_size, self.num_hiddens)\n",
        "test_it_is_its_layer_and_then_linear",
        "for the outputs of all directions",
        "the linear layer is turned round",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        X = F.one_hot(inputs.T.long(), self.vocab_size)\n",
        "        X = F.one_hot(inputs.long(), self.vocab_size)\n",
        "test_it_is_its_layer_and_then_linear",
        "Expected hidden size (1, 5, 4)",
        "inputs are not turned round",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        X = X.to(torch.float32)\n",
        "",
        "test_it_is_its_layer_and_then_linear",
        "dtype (torch.int64)",
        "whole numbers for the layer",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        X = F.one_hot(inputs.T.long(), self.vocab_size)\n",
        "        X = F.one_hot(inputs.reshape(inputs.shape[1], inputs.shape[0]).long(), self.vocab_size)\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "reshaped, not turned round",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = self.linear(Y)\n",
        "test_it_is_its_layer_and_then_linear",
        "shape",
        "scores (t, b, v)",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = self.linear(Y.transpose(0, 1).reshape((-1, Y.shape[-1])))\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "scores sequence by sequence",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = self.linear(Y[-1])\n",
        "test_it_is_its_layer_and_then_linear",
        "shape",
        "scores of the last step",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = torch.softmax(self.linear(Y.reshape((-1, Y.shape[-1]))), 1)\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "probabilities for scores",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = torch.relu(self.linear(Y.reshape((-1, Y.shape[-1]))))\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "relu on the scores",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = Y.reshape((-1, Y.shape[-1]))\n",
        "test_it_is_its_layer_and_then_linear",
        "shape",
        "no linear layer at work",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        output = self.linear(Y.reshape((-1, Y.shape[-1])))\n",
        "        output = self.linear(Y.detach().reshape((-1, Y.shape[-1])))\n",
        "test_inputs_are_not_modified_and_every_parameter_is_trained",
        "cuts the gradient",
        "the layer is cut off from training",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        return output, state\n",
        "        return output\n",
        "test_it_is_its_layer_and_then_linear",
        "a tuple (scores, new state)",
        "the state is not returned",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        return output, state\n",
        "        return state, output\n",
        "test_it_is_its_layer_and_then_linear",
        "scores",
        "scores and state exchanged",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        Y, state = self.rnn(X, state)\n",
        "        Y, _ = self.rnn(X, state)\n",
        "test_it_is_its_layer_and_then_linear",
        "The new state that rnn_layer gives",
        "the old state is returned",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        Y, state = self.rnn(X, state)\n",
        "        Y, state = self.rnn(X)\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "the state is not used",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        Y, state = self.rnn(X, state)\n",
        "        Y, state = self.rnn(X, self.begin_state(X.device, X.shape[1]))\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "begins anew at every call",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        return output, state\n",
        "        return output, state[0]\n",
        "test_it_is_its_layer_and_then_linear",
        "state",
        "the first part of the state only",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        self.rnn = rnn_layer\n",
        "        self.rnn = type(rnn_layer)(rnn_layer.input_size, rnn_layer.hidden_size, rnn_layer.num_layers, bidirectional=rnn_layer.bidirectional)\n",
        "test_it_is_its_layer_and_then_linear",
        "What rnn_layer makes",
        "another layer of the same kind",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "            self.linear = nn.Linear(self.num_hiddens, self.vocab_size)\n",
        "            self.linear = [nn.Linear(self.num_hiddens, self.vocab_size)]\n",
        "test_it_is_its_layer_and_then_linear",
        "of its nn.Linear",
        "the linear layer hides in a list",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "    def forward(self, inputs, state):\n",
        "    def forward(self, X, state):\n        inputs = X\n",
        "test_it_is_its_layer_and_then_linear",
        "signature",
        "inputs is renamed",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "        Y, state = self.rnn(X, state)\n",
        "        Y, state = self.rnn(X, state)\n        state = state.squeeze(0) if isinstance(state, Tensor) else state\n",
        "test_it_is_its_layer_and_then_linear",
        "The new state",
        "the axis of the layers is taken off",
        of=RNNMODEL,
    ),
    Edit(
        "RNNModel",
        "                                batch_size, self.num_hiddens), device=device)\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens), device=device))\n",
        "                                batch_size, self.num_hiddens))\n        else:\n            return (torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens)),\n                    torch.zeros((self.num_directions * self.rnn.num_layers,\n                                 batch_size, self.num_hiddens)))\n",
        "test_begin_state_is_what_its_layer_takes",
        "Make it on `device`",
        "the first state is made on the default device",
        of=RNNMODEL,
    ),
    Rewrite(
        "RNNModelScratch",
        """
        class RNNModelScratch:
            def __init__(self, vocab_size, num_hiddens, device, get_params, init_state, forward_fn):
                self.vocab_size, self.num_hiddens, self.device = vocab_size, num_hiddens, device
                self.get_params, self.init_state, self.forward_fn = get_params, init_state, forward_fn
                self.params = get_params(vocab_size, num_hiddens, device)

            def __call__(self, X, state):
                inputs = F.one_hot(X.T, self.vocab_size).float()
                params = self.get_params(self.vocab_size, self.num_hiddens, self.device)
                return self.forward_fn(inputs, state, params)

            def begin_state(self, batch_size, device):
                return self.init_state(batch_size, self.num_hiddens, device)
        """,
        refused_by="test_state_and_params_are_handed_on",
        says="no new ones",
        why="works with new parameters at every call",
    ),
    Edit(
        "RNNModelScratch",
        "        return self.forward_fn(inputs, state, self.params)",
        "        state = getattr(self, 'state', state)\n        outputs, self.state = self.forward_fn(inputs, state, self.params)\n        return outputs, self.state",
        "test_state_and_params_are_handed_on",
        "The state of this call",
        "keeps the state of the call before",
    ),
    Edit(
        "RNNModelScratch",
        "self.params = get_params(",
        "RNNModelScratch.params = get_params(",
        "test_state_and_params_are_handed_on",
        "tensors of net.params",
        "all models share the parameters of the newest",
    ),
    Edit(
        "RNNModelScratch",
        "get_params(vocab_size, num_hiddens, device)",
        "get_params(vocab_size, num_hiddens, 'cpu')",
        "test_params_are_those_of_get_params",
        "the device of the call",
        "the device is fixed",
    ),
    Edit(
        "predict_ch8",
        "torch.tensor([[indices[i]]], device=device)",
        "torch.tensor([[indices[i]]])",
        "test_everything_is_on_the_device_of_the_call",
        "Make the indices that net is fed",
        "the indices stay on the CPU",
    ),
    Edit(
        "predict_ch8",
        "    indices = [",
        "    prefix = prefix.strip()\n    indices = [",
        "test_it_goes_on_as_a_net_says_to_the_whole_text",
        "time traveller",
        "cuts the blanks of the prefix off",
    ),
    Edit(
        "grad_clipping",
        "norm > theta",
        "norm > theta**2",
        "test_a_second_call_goes_by_the_new_gradients",
        "The length was 10",
        "compares with the square of theta",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "torch.tensor([mean_loss]).exp()",
        "test_perplexity_of_a_tensor_is_right",
        "0-d tensor",
        "a tensor of one axis",
    ),
    Edit(
        "perplexity",
        "math.exp(mean_loss)",
        "mean_loss.exp_() if isinstance(mean_loss, Tensor) else math.exp(mean_loss)",
        "test_perplexity_of_a_tensor_is_right",
        "modified in place",
        "overwrites the loss",
    ),
    Edit(
        "train_epoch_ch8",
        "loss(outputs, y)",
        "F.cross_entropy(outputs, y)",
        "test_the_loss_is_that_of_the_call",
        "loss(outputs, labels)",
        "a loss of its own",
    ),
    Edit(
        "train_epoch_ch8",
        "Y.T.reshape(-1).to(device)",
        "Y.T.reshape(-1)",
        "test_everything_is_on_the_device_of_the_call",
        "Move X and Y",
        "the labels stay on the CPU",
    ),
    Edit(
        "train_ch8",
        "loss, updater, device,",
        "loss, updater, 'cpu',",
        "test_everything_is_on_the_device_of_the_call",
        "Hand `device` on",
        "the device is fixed",
    ),
]

RIGHT = [
    Rewrite(
        "get_params",
        GET_PARAMS,
        why="the book's code",
    ),
    Rewrite(
        "get_params",
        """
        def get_params(vocab_size, num_hiddens, device):
            shapes = [(vocab_size, num_hiddens), (num_hiddens, num_hiddens), (num_hiddens,),
                      (num_hiddens, vocab_size), (vocab_size,)]
            params = []
            for shape in shapes:
                p = torch.zeros(shape, device=device, requires_grad=True)
                if len(shape) == 2:
                    nn.init.normal_(p, 0.0, 0.01)
                params.append(p)
            return params
        """,
        why="zeros first, nn.init in place",
    ),
    Rewrite(
        "get_params",
        """
        def get_params(vocab_size, num_hiddens, device):
            def weight(*shape):
                return nn.Parameter(torch.normal(mean=torch.zeros(shape), std=0.01).to(device))

            def bias(n):
                return nn.Parameter(torch.zeros(n).to(device))

            v, h = vocab_size, num_hiddens
            return [weight(v, h), weight(h, h), bias(h), weight(h, v), bias(v)]
        """,
        why="nn.Parameter, made on the CPU and moved",
    ),
    Rewrite(
        "init_rnn_state",
        INIT_RNN_STATE,
        why="the book's code",
    ),
    Rewrite(
        "init_rnn_state",
        """
        def init_rnn_state(batch_size, num_hiddens, device):
            return tuple(torch.full((batch_size, num_hiddens), 0.0).to(device) for _ in range(1))
        """,
        why="made on the CPU and moved",
    ),
    Rewrite(
        "init_rnn_state",
        """
        def init_rnn_state(batch_size, num_hiddens, device):
            return tuple([torch.empty(batch_size, num_hiddens, device=device).fill_(0)])
        """,
        why="tuple() of something",
    ),
    Rewrite(
        "rnn",
        RNN,
        why="the book's code",
    ),
    Rewrite(
        "rnn",
        """
        def rnn(inputs, state, params):
            W_xh, W_hh, b_h, W_hq, b_q = params
            t, b, v = inputs.shape
            fed = inputs.reshape(t * b, v) @ W_xh + b_h
            hidden = [state[0]]
            for step in fed.reshape(t, b, -1):
                hidden.append((step + hidden[-1] @ W_hh).tanh())
            return torch.cat(hidden[1:]) @ W_hq + b_q, tuple(hidden[-1:])
        """,
        why="the products with the inputs at once, the outputs at the end",
    ),
    Rewrite(
        "rnn",
        """
        def rnn(inputs, state, params):
            layer = torch.nn.RNNCell
            W_xh, W_hh, b_h, W_hq, b_q = params
            H = state[0]
            Y = torch.zeros(inputs.shape[0], inputs.shape[1], b_q.shape[0])
            rows = []
            for t in range(Y.shape[0]):
                both = torch.cat((inputs[t], H), dim=1)
                H = torch.tanh(F.linear(both, torch.cat((W_xh, W_hh)).T, b_h))
                rows.append(torch.addmm(b_q, H, W_hq))
            return torch.stack(rows).reshape(-1, b_q.numel()), (H,)
        """,
        why="input and state as one long vector",
    ),
    Rewrite(
        "rnn",
        """
        def rnn(inputs, state, params):
            W_xh, W_hh, b_h, W_hq, b_q = params
            Y, H = torch.rnn_tanh(
                inputs, state[0].unsqueeze(0), [W_xh.T, W_hh.T, b_h, torch.zeros_like(b_h)],
                True, 1, 0.0, True, False, False,
            )
            return (Y @ W_hq + b_q).flatten(0, 1), (H.squeeze(0),)
        """,
        why="the library's function",
    ),
    Rewrite(
        "RNNModelScratch",
        RNNMODEL_SCRATCH,
        why="the book's code",
    ),
    Rewrite(
        "RNNModelScratch",
        """
        class RNNModelScratch(object):
            def __init__(self, vocab_size, num_hiddens, device, get_params, init_state, forward_fn):
                self.eye = torch.eye(vocab_size, device=device)
                self.params = list(get_params(vocab_size, num_hiddens, device))
                self.begin_state = lambda batch_size, device: init_state(batch_size, num_hiddens, device)
                self.step = forward_fn

            def __call__(self, X, state):
                outputs, new = self.step(self.eye[X.t()], state, self.params)
                return outputs, new

            def begin_state(self, batch_size, device):
                pass
        """,
        why="rows of the identity, begin_state as a closure",
    ),
    Rewrite(
        "RNNModelScratch",
        """
        class RNNModelScratch:
            def __init__(self, vocab_size, num_hiddens, device, get_params, init_state, forward_fn):
                self.v, self.h = vocab_size, num_hiddens
                self.params = get_params(vocab_size=vocab_size, num_hiddens=num_hiddens, device=device)
                self.init, self.run = init_state, forward_fn

            def forward(self, X, state):
                hot = torch.zeros(X.shape[1], X.shape[0], self.v, device=X.device)
                hot.scatter_(2, X.t().unsqueeze(-1), 1.0)
                return self.run(inputs=hot, state=state, params=self.params)

            __call__ = forward

            def begin_state(self, batch_size, device):
                return self.init(batch_size=batch_size, num_hiddens=self.h, device=device)
        """,
        why="scatter_, functions called by keyword",
    ),
    Rewrite(
        "RNNModelScratch",
        """
        class RNNModelScratch(nn.Module):
            def __init__(self, vocab_size, num_hiddens, device, get_params, init_state, forward_fn):
                super().__init__()
                self.vocab_size, self.num_hiddens = vocab_size, num_hiddens
                self.params = get_params(vocab_size, num_hiddens, device)
                self.init_state, self.forward_fn = init_state, forward_fn

            def forward(self, X, state):
                X = torch.stack([F.one_hot(X[:, t], self.vocab_size) for t in range(X.shape[1])])
                return self.forward_fn(X.to(torch.float32), state, self.params)

            def begin_state(self, batch_size, device):
                return self.init_state(batch_size, self.num_hiddens, device)
        """,
        why="a module, step by step",
    ),
    Rewrite(
        "predict_ch8",
        PREDICT_CH8,
        why="the book's code",
    ),
    Rewrite(
        "predict_ch8",
        """
        @torch.no_grad()
        def predict_ch8(prefix, num_preds, net, vocab, device):
            state = net.begin_state(batch_size=1, device=device)
            text = prefix
            X = torch.tensor([vocab[list(prefix)]], device=device)
            for _ in range(num_preds):
                scores, state = net(X, state)
                X = scores[-1:].argmax(dim=-1, keepdim=True)
                text += vocab.to_tokens(X.item())
            return text
        """,
        why="the whole prefix in one call, under no_grad",
    ),
    Rewrite(
        "predict_ch8",
        """
        def predict_ch8(prefix, num_preds, net, vocab, device):
            state = net.begin_state(device=device, batch_size=1)
            text, scores = "", None
            while len(text) < len(prefix) + num_preds:
                if len(text) < len(prefix):
                    char = prefix[len(text)]
                else:
                    char = vocab.to_tokens(torch.max(scores, 1).indices[0].item())
                text += char
                x = torch.full((1, 1), vocab[char], dtype=torch.long, device=device)
                scores, state = net(x, state)
            return text
        """,
        why="feeds also the last character",
    ),
    Rewrite(
        "predict_ch8",
        """
        def predict_ch8(prefix, num_preds, net, vocab, device):
            indices = [vocab[c] for c in prefix]
            state = net.begin_state(batch_size=1, device=device)
            if len(indices) > 1:
                warm = torch.tensor(indices[:-1], device=device).unsqueeze(0)
                state = net(warm, state)[1]
            for _ in range(num_preds):
                y, state = net(torch.tensor(indices[-1:], device=device)[None], state)
                indices.append(int(torch.argmax(y.detach()[-1])))
            return "".join(vocab.to_tokens(indices))
        """,
        why="warms up in one call, to_tokens of a list",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            if isinstance(net, nn.Module):
                params = [p for p in net.parameters() if p.requires_grad and p.grad is not None]
            else:
                params = [p for p in net.params if p.grad is not None]
            norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
            if norm > theta:
                for param in params:
                    param.grad[:] *= theta / norm
        """,
        why="the book's code with missing gradients left out",
    ),
    Rewrite(
        "grad_clipping",
        GRAD_CLIPPING,
        why="the library's function, which returns the norm and is 1e-7 off",
    ),
    Rewrite(
        "grad_clipping",
        """
        @torch.no_grad()
        def grad_clipping(net, theta):
            params = list(net.params if hasattr(net, "params") else net.parameters())
            flat = [p.grad.reshape(-1) for p in params if p.grad is not None]
            length = torch.linalg.vector_norm(torch.cat(flat))
            factor = torch.clamp(theta / length, max=1.0)
            for p in params:
                if p.grad is not None:
                    p.grad = torch.where(length > theta, p.grad * factor, p.grad)
            return net
        """,
        why="one long vector, new gradient tensors, no branch, returns the net",
    ),
    Rewrite(
        "grad_clipping",
        """
        def grad_clipping(net, theta):
            try:
                params = net.params
            except AttributeError:
                params = [p for m in net.modules() for p in m.parameters(recurse=False)]
            squares, found = 0.0, []
            for p in params:
                if p.grad is None:
                    continue
                found.append(p)
                for value in p.grad.flatten().tolist():
                    squares += value * value
            if squares <= theta * theta:
                return
            for p in found:
                p.grad.data = p.grad.data.div(squares ** 0.5).mul(theta)
        """,
        why="a loop over all values, .data of the gradients",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            return torch.exp(torch.as_tensor(mean_loss))
        """,
        why="always a tensor",
    ),
    Rewrite(
        "perplexity",
        """
        import numpy as np

        def perplexity(mean_loss):
            return np.exp(float(mean_loss))
        """,
        why="a number of numpy",
    ),
    Rewrite(
        "perplexity",
        """
        def perplexity(mean_loss):
            if isinstance(mean_loss, Tensor):
                return mean_loss.exp()
            return math.e ** mean_loss
        """,
        why="a tensor for a tensor, a float for a float",
    ),
    Rewrite(
        "train_epoch_ch8",
        TRAIN_EPOCH_CH8,
        why="the book's code without the timer",
    ),
    Rewrite(
        "train_epoch_ch8",
        """
        def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
            is_module = isinstance(net, nn.Module)
            parameters = list(net.parameters()) if is_module else net.params
            optimizing = isinstance(updater, torch.optim.Optimizer)
            state, losses, counts = None, [], []
            for X, Y in train_iter:
                b, t = X.shape
                if use_random_iter or state is None:
                    state = net.begin_state(batch_size=b, device=device)
                state = state.detach() if torch.is_tensor(state) else tuple(s.detach() for s in state)
                for p in parameters:
                    p.grad = None
                scores, state = net(X.to(device), state)
                labels = torch.cat([Y[:, step] for step in range(t)]).to(device)
                mean = loss(scores, labels)
                mean.backward()
                nn.utils.clip_grad_norm_(parameters, 1)
                updater.step() if optimizing else updater(1)
                losses.append(mean.item() * b * t)
                counts.append(b * t)
            return perplexity(torch.tensor(sum(losses) / sum(counts)))
        """,
        why="clears by hand, clips by the library, a tensor for the perplexity",
    ),
    Rewrite(
        "train_epoch_ch8",
        """
        def train_epoch_ch8(net, train_iter, loss, updater, device, use_random_iter):
            def cut(state):
                if isinstance(state, Tensor):
                    return state.clone().detach()
                return [cut(part) for part in state]

            total, n, state = 0, 0, None
            for i, (X, Y) in enumerate(train_iter):
                X, Y = X.to(device), Y.to(device)
                fresh = i == 0 or use_random_iter
                state = net.begin_state(batch_size=len(X), device=device) if fresh else cut(state)
                y_hat, state = net(X, state)
                order = torch.arange(Y.numel(), device=Y.device).reshape(Y.shape).T.reshape(-1)
                l = loss(y_hat, Y.reshape(-1)[order])
                if isinstance(updater, torch.optim.Optimizer):
                    l.backward()
                    grad_clipping(net, theta=1.0)
                    updater.step()
                    updater.zero_grad()
                else:
                    l.backward()
                    grad_clipping(net, theta=1.0)
                    updater(batch_size=1)
                with torch.no_grad():
                    total = total + l * Y.numel()
                n += Y.numel()
            return (total / n).exp()
        """,
        why="clears behind the step, a list for the detached state",
    ),
    Rewrite(
        "train_ch8",
        TRAIN_CH8,
        why="the book's code without the plot, with its predictions",
    ),
    Rewrite(
        "train_ch8",
        """
        def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):
            params = list(net.parameters() if isinstance(net, nn.Module) else net.params)

            @torch.no_grad()
            def step(batch_size):
                for p in params:
                    if p.grad is not None:
                        p.sub_(p.grad, alpha=lr / batch_size)
                        p.grad = None

            perplexities = []
            while len(perplexities) < num_epochs:
                args = (net, train_iter, F.cross_entropy, step, device, use_random_iter)
                perplexities += [float(train_epoch_ch8(*args))]
            return perplexities
        """,
        why="a function as updater for both kinds",
    ),
    Rewrite(
        "train_ch8",
        """
        def train_ch8(net, train_iter, vocab, lr, num_epochs, device, use_random_iter=False):
            history = []
            for epoch in range(num_epochs):
                params = net.parameters() if hasattr(net, "parameters") else iter(net.params)
                sgd = torch.optim.SGD(params, lr=lr)
                history.append(
                    train_epoch_ch8(
                        net=net, train_iter=train_iter, loss=nn.CrossEntropyLoss(), updater=sgd,
                        device=device, use_random_iter=use_random_iter,
                    )
                )
            return history
        """,
        why="a new optimizer for every epoch, called by keyword",
    ),
    Rewrite(
        "RNNModel",
        RNNMODEL,
        why="the book's code",
    ),
    Rewrite(
        "RNNModel",
        """
        class RNNModel(nn.Module):
            def __init__(self, rnn_layer, vocab_size):
                super().__init__()
                self.body = rnn_layer
                self.head = nn.Sequential(nn.LazyLinear(vocab_size))
                width = rnn_layer.hidden_size * (1 + rnn_layer.bidirectional)
                self.head(torch.zeros(1, width))
                self.register_buffer("eye", torch.eye(vocab_size))

            def forward(self, inputs, state):
                outputs, state = self.body(self.eye[inputs.t()], state)
                return torch.cat([self.head(step) for step in outputs]), state

            def begin_state(self, device, batch_size=1):
                layer = self.body
                shape = [layer.num_layers, batch_size, layer.hidden_size]
                shape[0] *= 1 + int(layer.bidirectional)
                make = lambda: torch.zeros(*shape).to(device)
                return (make(), make()) if layer.mode == "LSTM" else make()
        """,
        why="a lazy linear layer in an nn.Sequential, rows of an identity",
    ),
    Rewrite(
        "RNNModel",
        """
        class RNNModel(nn.Module):
            def __init__(self, rnn_layer, vocab_size):
                super().__init__()
                self.rnn, self.v = rnn_layer, vocab_size
                directions = 2 if rnn_layer.bidirectional else 1
                self.D = directions * rnn_layer.num_layers
                self.out = nn.Linear(directions * rnn_layer.hidden_size, vocab_size)

            def forward(self, inputs, state):
                hot = F.one_hot(inputs, self.v).float().permute(1, 0, 2)
                Y, state = self.rnn(hot, state)
                t, b, h = Y.size()
                return self.out(Y).view(t * b, self.v), state

            def begin_state(self, device, batch_size=1):
                H = torch.zeros(2, self.D, batch_size, self.rnn.hidden_size, device=device)
                return tuple(H) if isinstance(self.rnn, nn.LSTM) else H[0]
        """,
        why="the linear layer on three axes, both states cut from one tensor",
    ),
    Rewrite(
        "RNNModel",
        """
        class RNNModel(nn.Module):
            def __init__(self, rnn_layer, vocab_size):
                super().__init__()
                self.rnn, self.vocab_size = rnn_layer, vocab_size
                self.linear = nn.LazyLinear(vocab_size)

            def forward(self, inputs, state):
                outputs, state = self.rnn(F.one_hot(inputs.T, self.vocab_size).float(), state)
                return self.linear(outputs).flatten(0, 1), state

            def begin_state(self, device, batch_size=1):
                rows = (1 + self.rnn.bidirectional) * self.rnn.num_layers
                H = torch.zeros(rows, batch_size, self.rnn.hidden_size, device=device)
                return (H, H.clone()) if isinstance(self.rnn, nn.LSTM) else H
        """,
        why="a lazy linear layer, as in the newer book: its sizes come with the first call",
    ),
]
