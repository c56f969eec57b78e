"""Hidden tests of ch35_lstm."""

import torch
from torch import Tensor

from tests.cells import OFF, ON, CellTests, Gated, ParamsTests, StateTests
from tests.recurrent import by_lstm, by_rnn


class TestGetLstmParams(ParamsTests):
    names = "W_xi W_hi b_i W_xf W_hf b_f W_xo W_ho b_o W_xc W_hc b_c W_hq b_q"

    def stub(self, kata):
        return kata.get_lstm_params


class TestInitLstmState(StateTests):
    count = 2

    def stub(self, kata):
        return kata.init_lstm_state


class Gates(Gated):
    """Gates that are open or shut leave simpler nets."""

    def test_forget_gate_at_one_keeps_the_memory(self, kata, rng):
        def kept(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            H = state[1].tanh()
            return (H @ params[-2] + params[-1]).repeat(len(inputs), 1), (H, state[1])

        hint = (
            "F at 1, I at 0, O at 1: C stays, tanh(C) is H; the output is H times W_hq, plus b_q. "
        )
        hint += "params begins with i, then f, o, c, q."
        self.gated(kata, rng, kept, hint, i=OFF, f=ON, o=ON)

    def test_input_gate_at_one_takes_the_candidate(self, kata, rng):
        def renewed(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            outputs, (H, C) = [], state
            for X in inputs:
                C = by_rnn(X[None], (H,), params[9:])[1][0]
                H = C.tanh()
                outputs.append(H @ params[-2] + params[-1])
            return torch.cat(outputs), (H, C)

        hint = "F at 0, I at 1, O at 1: C is the candidate, made with tanh; nothing of C is left."
        self.gated(kata, rng, renewed, hint, i=ON, f=OFF, o=ON)

    def test_memory_may_become_large(self, kata, rng):
        def counted(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            C = [state[1] + step for step in range(1, len(inputs) + 1)]
            return torch.cat([c.tanh() @ params[-2] + params[-1] for c in C]), (C[-1].tanh(), C[-1])

        hint = "F, I and O at 1, the candidate 1: C grows by 1 at each step, and H is tanh(C)."
        self.gated(kata, rng, counted, hint, i=ON, f=ON, o=ON, c=ON)

    def test_output_gate_at_zero_shows_nothing(self, kata, rng):
        def hidden(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            return params[-1].repeat(len(inputs) * 3, 1), (0 * state[0], state[1])

        hint = "O at 0: H is 0, and the output of a step is b_q, whatever C is."
        self.gated(kata, rng, hidden, hint, i=OFF, f=ON, o=OFF)


class TestLstm(CellTests, Gates):
    biases = {"i": 2, "f": 5, "o": 8, "c": 11}
    gates, count, oracle, rate = 4, 2, staticmethod(by_lstm), (4.0, 35)
    ONE = "From zeros: O * tanh(I * candidate) is H. The output is made of H, not of C."
    STEPS = "A gate is the sigmoid of X W_x + H W_h + b, and nothing more. "
    STEPS += "Each step has its own gates, and takes H and C of the step before."

    def stub(self, kata):
        return kata.lstm
