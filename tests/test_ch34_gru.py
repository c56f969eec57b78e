"""Hidden tests of ch34_gru."""

import torch
from torch import Tensor

from tests.cells import OFF, ON, CellTests, Gated, ParamsTests, StateTests
from tests.recurrent import by_gru, by_rnn, combine


class TestGetGruParams(ParamsTests):
    names = "W_xz W_hz b_z W_xr W_hr b_r W_xh W_hh b_h W_hq b_q"

    def stub(self, kata):
        return kata.get_gru_params


class TestInitGruState(StateTests):
    count = 1

    def stub(self, kata):
        return kata.init_gru_state


def by_library(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
    """What nn.GRU, in whose order r, z, h the reset gate comes first, makes of the weights."""
    start, weights = state[0][None], combine(params, [1, 0, 2])
    Y, new = torch.gru(inputs, start, weights, True, 1, 0.0, True, False, False)
    return Y.flatten(0, 1) @ params[-2] + params[-1], (new[0],)


class Gates(Gated):
    """Gates that are open or shut leave simpler nets, which the library knows."""

    def test_update_gate_at_one_keeps_the_state(self, kata, rng):
        def kept(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            return (state[0] @ params[-2] + params[-1]).repeat(len(inputs), 1), state

        hint = (
            "Where Z is 1, the old state stays as it is; the output is that times W_hq, plus b_q. "
        )
        hint += "params has z first, then r, h, q."
        self.gated(kata, rng, kept, hint, z=ON)

    def test_update_gate_at_zero_takes_the_candidate(self, kata, rng):
        def plain(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            return by_rnn(inputs, state, params[6:])

        hint = "With Z at 0 and R at 1 it is a plain recurrent net, with tanh."
        self.gated(kata, rng, plain, hint, z=OFF, r=ON)

    def test_reset_gate_at_zero_forgets_the_state(self, kata, rng):
        def forgetful(inputs: Tensor, state: tuple, params: list[Tensor]) -> tuple:
            return by_rnn(inputs, state, [params[6], 0 * params[7], *params[8:]])

        hint = "Where R is 0, the candidate knows nothing of the old state."
        self.gated(kata, rng, forgetful, hint, z=OFF, r=OFF)

    def test_with_an_open_reset_gate_it_is_nn_gru(self, kata, rng):
        hint = "With R at 1: Z weighs the old state, 1 - Z the candidate."
        self.gated(kata, rng, by_library, hint, r=ON)


class TestGru(CellTests, Gates):
    biases = {"z": 2, "r": 5}
    gates, count, oracle, rate = 3, 1, staticmethod(by_gru), (4.0, 25)
    ONE = "From a state of zeros, the new one is 1 - Z of the candidate."
    STEPS = "R acts on the old state before the product with W_hh; each step has its own gates."

    def stub(self, kata):
        return kata.gru
