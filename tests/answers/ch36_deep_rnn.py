"""Known answers of ch36_deep_rnn."""

from tests.answers import Edit, Rewrite

WRONG = [
    Edit(
        "deep_rnn_forward",
        "        for X in outputs:",
        "        first = H\n        for X in outputs:\n            H = first",
        "test_it_agrees_with_the_library",
        "H W_hh",
        "every step begins with the first state",
    ),
    Edit(
        "deep_rnn_forward",
        "H @ W_hh",
        "H @ W_hh.T",
        "test_it_agrees_with_the_library",
        "H W_hh",
        "W_hh transposed",
    ),
    Edit(
        "deep_rnn_forward",
        "torch.tanh(",
        "torch.relu(",
        "test_one_step_worked_by_hand",
        "tanh of",
        "relu",
    ),
    Edit(
        "deep_rnn_forward",
        "torch.tanh(",
        "torch.sigmoid(",
        "test_one_step_worked_by_hand",
        "tanh of",
        "sigmoid",
    ),
    Edit(
        "deep_rnn_forward",
        " + b_h)",
        ")",
        "test_one_step_worked_by_hand",
        "b_h",
        "no bias",
    ),
    Edit(
        "deep_rnn_forward",
        " + H @ W_hh",
        "",
        "test_one_step_worked_by_hand",
        "H W_hh",
        "no recurrence",
    ),
    Edit(
        "deep_rnn_forward",
        "            H = torch.tanh(X @ W_xh + H @ W_hh + b_h)\n            steps.append(H)",
        "            steps.append(H)\n            H = torch.tanh(X @ W_xh + H @ W_hh + b_h)",
        "test_one_step_worked_by_hand",
        ": outputs",
        "the old hidden state is the output",
    ),
    Edit(
        "deep_rnn_forward",
        "final_states.append(H)",
        "final_states.append(steps[0])",
        "test_it_agrees_with_the_library",
        "after all steps have been read",
        "the states after the first step",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs, states",
        "test_one_step_worked_by_hand",
        "after all steps have been read",
        "the first states come back",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs, H",
        "test_one_output_a_step_and_one_state_a_layer",
        "a state of its own",
        "only the state of the last layer",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs, torch.stack(final_states)",
        "test_one_output_a_step_and_one_state_a_layer",
        "not one",
        "the states in one tensor, as nn.RNN gives them",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs",
        "test_one_output_a_step_and_one_state_a_layer",
        "(outputs, final states)",
        "no states",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "outputs, final_states",
        "test_one_output_a_step_and_one_state_a_layer",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs.flatten(0, 1), final_states",
        "test_one_output_a_step_and_one_state_a_layer",
        "shape",
        "(t * b, h), as rnn of chapter 33",
    ),
    Edit(
        "deep_rnn_forward",
        "return outputs, final_states",
        "return outputs[-1], final_states",
        "test_one_output_a_step_and_one_state_a_layer",
        "step by step",
        "the last output only",
    ),
    Edit(
        "deep_rnn_forward",
        "torch.stack(steps)",
        "torch.stack(steps, 1)",
        "test_one_output_a_step_and_one_state_a_layer",
        "shape",
        "batch before time",
    ),
    Edit(
        "deep_rnn_forward",
        "for X in outputs:",
        "for X in outputs.flip(0):",
        "test_it_agrees_with_the_library",
        ": outputs",
        "time runs backwards",
    ),
    Edit(
        "deep_rnn_forward",
        "for X in outputs:",
        "for X in outputs[:-1]:",
        "test_one_output_a_step_and_one_state_a_layer",
        "shape",
        "the last step is left out",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            outputs = []
            for X in inputs:
                for i, (W_xh, W_hh, b_h) in enumerate(params):
                    states[i] = X = torch.tanh(X @ W_xh + states[i] @ W_hh + b_h)
                outputs.append(X)
            return torch.stack(outputs), states
        """,
        "test_arguments_are_not_modified",
        "new values and lists",
        "writes into the caller's list",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            states, outputs = list(states), []
            for X in inputs:
                old = list(states)
                for i, (W_xh, W_hh, b_h) in enumerate(params):
                    below = X if i == 0 else old[i - 1]
                    states[i] = torch.tanh(below @ W_xh + old[i] @ W_hh + b_h)
                outputs.append(states[-1])
            return torch.stack(outputs), states
        """,
        "test_it_agrees_with_the_library",
        "reads H at the same step",
        "a layer reads the state of the layer below one step too late",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            states, outputs = list(states), []
            for X in inputs:
                for i, (W_xh, W_hh, b_h) in enumerate(params):
                    W_xh, W_hh, b_h = params[0] if W_xh.shape == params[0][0].shape else params[i]
                    states[i] = X = torch.tanh(X @ W_xh + states[i] @ W_hh + b_h)
                outputs.append(X)
            return torch.stack(outputs), states
        """,
        "test_it_agrees_with_the_library",
        ": outputs",
        "layers of the same shape share the weights of the first",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            finals = []
            for H, (W_xh, W_hh, b_h) in zip(states, params):
                outputs = []
                for X in inputs:
                    if X.shape[-1] != W_xh.shape[0]:
                        X = finals[-1]
                    H = torch.tanh(X @ W_xh + H @ W_hh + b_h)
                    outputs.append(H)
                finals.append(H)
            return torch.stack(outputs), finals
        """,
        "test_it_agrees_with_the_library",
        "reads H at the same step",
        "the layers above read the last state, or the inputs",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            H, outputs = states[0], inputs
            finals = []
            for W_xh, W_hh, b_h in params:
                steps = []
                for X in outputs:
                    H = torch.tanh(X @ W_xh + H @ W_hh + b_h)
                    steps.append(H)
                outputs = torch.stack(steps)
                finals.append(H)
            return outputs, finals
        """,
        "test_it_agrees_with_the_library",
        "H W_hh",
        "a layer begins with the last state of the layer below",
    ),
    Edit(
        "deep_rnn_forward",
        "            steps.append(H)",
        "            H = H.detach()\n            steps.append(H)",
        "test_gradients_in_inputs_states_and_params",
        "detach",
        "detached at every step",
    ),
    Edit(
        "deep_rnn_forward",
        "H @ W_hh",
        "H.detach() @ W_hh",
        "test_gradients_in_inputs_states_and_params",
        "cuts the gradient",
        "the state is detached",
    ),
    Edit(
        "bidirectional_forward",
        "backward.flip(0)",
        "backward",
        "test_halves_worked_by_hand",
        "both halves of a step have read this step",
        "the backward outputs are not turned back",
    ),
    Edit(
        "bidirectional_forward",
        "inputs.flip(0)",
        "inputs",
        "test_halves_worked_by_hand",
        "both halves of a step have read this step",
        "the backward layer reads forward",
    ),
    Edit(
        "bidirectional_forward",
        "    backward, (final_b,) = deep_rnn_forward(inputs.flip(0), [state_b], [params_b])\n    return torch.cat([forward, backward.flip(0)], dim=2)",
        "    backward, (final_b,) = deep_rnn_forward(inputs, [state_b], [params_b])\n    return torch.cat([forward, backward], dim=2)",
        "test_halves_worked_by_hand",
        "both halves of a step have read this step",
        "both layers read forward",
    ),
    Edit(
        "bidirectional_forward",
        "inputs.flip(0)",
        "inputs.flip(1)",
        "test_halves_worked_by_hand",
        "both halves",
        "the batch is turned round",
    ),
    Edit(
        "bidirectional_forward",
        "[forward, backward.flip(0)]",
        "[backward.flip(0), forward]",
        "test_halves_worked_by_hand",
        "forward half comes first",
        "halves swapped",
    ),
    Edit(
        "bidirectional_forward",
        "torch.cat([forward, backward.flip(0)], dim=2)",
        "forward + backward.flip(0)",
        "test_two_halves_a_step_and_two_states",
        "side by side",
        "halves added",
    ),
    Edit(
        "bidirectional_forward",
        "dim=2",
        "dim=0",
        "test_two_halves_a_step_and_two_states",
        "side by side",
        "one behind the other in time",
    ),
    Edit(
        "bidirectional_forward",
        "dim=2",
        "dim=1",
        "test_two_halves_a_step_and_two_states",
        "side by side",
        "as if it were more sequences",
    ),
    Edit(
        "bidirectional_forward",
        "torch.cat([forward, backward.flip(0)], dim=2)",
        "torch.stack([forward, backward.flip(0)], dim=3).flatten(2)",
        "test_it_agrees_with_the_library",
        "forward half comes first",
        "the halves interleaved",
    ),
    Edit(
        "bidirectional_forward",
        "(final_f, final_b)",
        "(forward[-1], backward.flip(0)[-1])",
        "test_halves_worked_by_hand",
        "after all steps have been read",
        "y[-1] for both directions: the backward layer has read one step there",
    ),
    Edit(
        "bidirectional_forward",
        "(final_f, final_b)",
        "(final_b, final_f)",
        "test_halves_worked_by_hand",
        "after all steps have been read",
        "final states swapped",
    ),
    Edit(
        "bidirectional_forward",
        "(final_f, final_b)",
        "torch.cat([final_f, final_b], 1)",
        "test_two_halves_a_step_and_two_states",
        "not one",
        "final states in one tensor",
    ),
    Edit(
        "bidirectional_forward",
        "(final_f, final_b)",
        "(state_f, state_b)",
        "test_halves_worked_by_hand",
        "after all steps have been read",
        "the first states come back",
    ),
    Edit(
        "bidirectional_forward",
        "[params_b]",
        "[params_f]",
        "test_halves_worked_by_hand",
        ": outputs",
        "both directions share the weights",
    ),
    Edit(
        "bidirectional_forward",
        "[state_b]",
        "[state_f]",
        "test_it_agrees_with_the_library",
        ": outputs",
        "both directions begin with the same state",
    ),
    Edit(
        "bidirectional_forward",
        "[state_b]",
        "[final_f]",
        "test_it_agrees_with_the_library",
        ": outputs",
        "the backward layer goes on where the forward one ended",
    ),
    Edit(
        "bidirectional_forward",
        "(inputs.flip(0), [state_b]",
        "(forward.flip(0) if forward.shape == inputs.shape else inputs.flip(0), [state_b]",
        "test_halves_worked_by_hand",
        ": outputs",
        "the backward layer reads the forward one",
    ),
    Edit(
        "bidirectional_forward",
        "backward.flip(0)]",
        "torch.cat([backward.flip(0)[1:], state_b[None]])]",
        "test_halves_worked_by_hand",
        "have read this step",
        "the backward half of a step has read only what comes behind it",
    ),
    Edit(
        "bidirectional_forward",
        "return torch.cat([forward, backward.flip(0)], dim=2), (final_f, final_b)",
        "return torch.cat([forward, backward.flip(0)], dim=2)",
        "test_two_halves_a_step_and_two_states",
        "(outputs, final states)",
        "no states",
    ),
    Edit(
        "bidirectional_forward",
        "return torch.cat([forward, backward.flip(0)], dim=2), (final_f, final_b)",
        "return torch.cat([forward, backward.flip(0)], dim=2), final_f, final_b",
        "test_two_halves_a_step_and_two_states",
        "(outputs, final states)",
        "three things come back",
    ),
    Edit(
        "bidirectional_forward",
        "    return torch",
        "    state_f.copy_(final_f.detach())\n    return torch",
        "test_arguments_are_not_modified",
        "modified in place",
        "the state is overwritten",
    ),
    Edit(
        "bidirectional_forward",
        "backward.flip(0)]",
        "backward.flip(0).detach()]",
        "test_each_half_sees_one_side_of_time",
        "both halves of a step",
        "the backward half is detached",
    ),
    Edit(
        "bidirectional_forward",
        "(final_f, final_b)",
        "(final_f, final_b.detach())",
        "test_gradients_in_inputs_states_and_params",
        "cuts the gradient",
        "a final state is detached",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "list(range(t + 1))",
        "test_a_list_of_ints_comes_back",
        "twice the input of step 1",
        "what a recurrent net would see, whatever the model is",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s for s in range(length) if not gradient[s].any()]",
        "test_a_list_of_ints_comes_back",
        "twice the input",
        "the steps it does not depend on",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s for s in range(length) if gradient[s] > 0]",
        "test_steps_are_told_one_by_one",
        "three times the next",
        "only gradients above 0",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s for s in range(t + 1) if gradient[s].any()]",
        "test_a_bidirectional_net_sees_the_future",
        "later ones",
        "never looks at later steps",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s for s in range(length - 1) if gradient[s].any()]",
        "test_a_recurrent_net_sees_the_past",
        "those before it",
        "the last step is left out",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s + 1 for s in range(length) if gradient[s].any()]",
        "test_a_list_of_ints_comes_back",
        "step 1",
        "counts from 1",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "gradient.flatten().nonzero().flatten()",
        "test_a_list_of_ints_comes_back",
        "Its type is Tensor",
        "a tensor",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[bool(gradient[s].any()) for s in range(length)]",
        "test_a_list_of_ints_comes_back",
        "a list of ints",
        "a list of truth values",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "sum(bool(gradient[s].any()) for s in range(length))",
        "test_a_list_of_ints_comes_back",
        "Its type is int",
        "their number",
    ),
    Edit(
        "visible_steps",
        "return [",
        "[",
        "test_a_list_of_ints_comes_back",
        "did you forget `return`",
        "no return",
    ),
    Edit(
        "visible_steps",
        "[s for s in range(length) if gradient[s].any()]",
        "[s for s in range(length) if gradient[s].any()][::-1]",
        "test_a_recurrent_net_sees_the_past",
        "those before it",
        "descending",
    ),
    Edit(
        "visible_steps",
        "model(inputs)[t].sum()",
        "model(inputs).sum()",
        "test_a_list_of_ints_comes_back",
        "step 1",
        "the outputs of all steps",
    ),
    Edit(
        "visible_steps",
        "model(inputs)[t].sum()",
        "model(inputs)[: t + 1].sum()",
        "test_a_list_of_ints_comes_back",
        "step 1",
        "the outputs up to step t",
    ),
    Edit(
        "visible_steps",
        "model(inputs)[t].sum()",
        "model(inputs)[-1].sum()",
        "test_a_list_of_ints_comes_back",
        "step 1",
        "the last output",
    ),
    Edit(
        "visible_steps",
        "model(inputs)[t].sum()",
        "model(inputs)[t, :, 0].sum()",
        "test_a_bidirectional_net_sees_the_future",
        "later ones",
        "only the first number of the output",
    ),
    Edit(
        "visible_steps",
        "torch.randn(length, 1, 1, requires_grad=True)",
        "torch.zeros(length, 1, 1, requires_grad=True)",
        "test_steps_are_told_one_by_one",
        "two numbers",
        "inputs of 0, where products have no gradient",
    ),
    Edit(
        "visible_steps",
        "model(inputs)[t]",
        "model(inputs[: t + 1])[t]",
        "test_a_bidirectional_net_sees_the_future",
        "later ones",
        "the model is not given the later steps",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            finals = []
            while params:
                H, (W_xh, W_hh, b_h), steps = states[len(finals)], params.pop(0), []
                for X in inputs:
                    H = torch.tanh(X @ W_xh + H @ W_hh + b_h)
                    steps.append(H)
                inputs = torch.stack(steps)
                finals.append(H)
            return inputs, finals
        """,
        "test_arguments_are_not_modified",
        "modified in place",
        "takes the layers out of the list of params",
    ),
    Edit(
        "visible_steps",
        "if gradient[s].any()",
        "if gradient[s].abs() > 1e-6",
        "test_steps_are_told_one_by_one",
        "if it is not 0",
        "small gradients do not count",
    ),
]

RIGHT = [
    Rewrite(
        "deep_rnn_forward",
        """
        def deep_rnn_forward(inputs, states, params):
            states = list(states)
            outputs = []
            for X in inputs:
                for i, (W_xh, W_hh, b_h) in enumerate(params):
                    X = torch.tanh(torch.mm(X, W_xh) + torch.mm(states[i], W_hh) + b_h)
                    states[i] = X
                outputs.append(X)
            return torch.stack(outputs, dim=0), states
        """,
        why="step by step through all layers",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        from torch import nn

        def deep_rnn_forward(inputs, states, params):
            weights = []
            for W_xh, W_hh, b_h in params:
                weights += [W_xh.T, W_hh.T, b_h, torch.zeros_like(b_h)]
            args = (True, len(params), 0.0, True, False, False)
            out, h = torch._VF.rnn_tanh(inputs, torch.stack(list(states)), weights, *args)
            return out, tuple(h)
        """,
        why="the library's own kernel; the states in a tuple",
    ),
    Rewrite(
        "deep_rnn_forward",
        """
        def rnn_layer(inputs, H, W_xh, W_hh, b_h):
            t, b, _ = inputs.shape
            out = torch.empty(t, b, W_hh.shape[0], device=inputs.device)
            for i in range(t):
                H = (torch.cat((inputs[i], H), 1) @ torch.cat((W_xh, W_hh)) + b_h).tanh()
                out[i] = H
            return out, H

        def deep_rnn_forward(inputs, states, params):
            new_states = []
            for state, p in zip(states, params):
                inputs, state = rnn_layer(inputs, state, *p)
                new_states.append(state)
            return inputs, new_states
        """,
        why="layer by layer into a tensor made before; weights joined",
    ),
    Rewrite(
        "bidirectional_forward",
        """
        def bidirectional_forward(inputs, state_f, state_b, params_f, params_b):
            t = inputs.shape[0]
            f, b = [None] * t, [None] * t
            for i in range(t):
                state_f = torch.tanh(inputs[i] @ params_f[0] + state_f @ params_f[1] + params_f[2])
                f[i] = state_f
            for i in reversed(range(t)):
                state_b = torch.tanh(inputs[i] @ params_b[0] + state_b @ params_b[1] + params_b[2])
                b[i] = state_b
            return torch.stack([torch.cat(pair, -1) for pair in zip(f, b)]), (f[-1], b[0])
        """,
        why="two loops; the final states out of the outputs",
    ),
    Rewrite(
        "bidirectional_forward",
        """
        def rnn(inputs, H, params):
            W_xh, W_hh, b_h = params
            outputs = []
            for X in inputs:
                H = torch.tanh(X @ W_xh + H @ W_hh + b_h)
                outputs.append(H)
            return outputs, H

        def bidirectional_forward(inputs, state_f, state_b, params_f, params_b):
            f_outputs, f_H = rnn(inputs, state_f, params_f)
            b_outputs, b_H = rnn(list(reversed(list(inputs))), state_b, params_b)
            outputs = [torch.cat((f, b), -1) for f, b in zip(f_outputs, reversed(b_outputs))]
            return torch.stack(outputs), (f_H, b_H)
        """,
        why="as d2l",
    ),
    Rewrite(
        "bidirectional_forward",
        """
        def bidirectional_forward(inputs, state_f, state_b, params_f, params_b):
            both = [[a.T, b.T, c, c * 0] for a, b, c in (params_f, params_b)]
            out, h = torch.rnn_tanh(inputs, torch.stack([state_f, state_b]), both[0] + both[1],
                                    True, 1, 0.0, True, True, False)
            return out, [h[0], h[1]]
        """,
        why="the library's own kernel; a list of states",
    ),
    Rewrite(
        "visible_steps",
        """
        def visible_steps(model, t, length):
            X = torch.rand((length, 1, 1))
            X.requires_grad_(True)
            Y = model(X)
            Y[t].sum().backward()
            visible = []
            for i in range(length):
                if X.grad[i].abs().sum().item() != 0:
                    visible.append(i)
            return visible
        """,
        why="backward and a loop",
    ),
    Rewrite(
        "visible_steps",
        """
        def visible_steps(model, t, length):
            x = torch.ones(length, 1, 1) * 0.5
            J = torch.autograd.functional.jacobian(lambda x: model(x)[t].flatten(), x)
            return torch.nonzero(J.abs().sum(0).flatten() > 1e-9).flatten().tolist()
        """,
        why="the whole Jacobian at a fixed place",
    ),
    Rewrite(
        "visible_steps",
        """
        def visible_steps(model, t, length):
            steps = [torch.randn(1, 1, requires_grad=True) for _ in range(length)]
            out = (model(torch.stack(steps))[t] ** 2).sum()
            grads = torch.autograd.grad(out, steps, allow_unused=True)
            return [i for i, g in enumerate(grads) if g is not None and g.abs().max() > 0]
        """,
        why="one leaf a step, the sum of squares",
    ),
]
