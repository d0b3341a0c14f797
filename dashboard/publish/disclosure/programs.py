"""Relations and bounds of moves in, the best moves under them in real or in whole numbers out, by HiGHS."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from dashboard.publish.disclosure.system import Real

# How much more than least whole moves may cost: to look for better ones takes longer than it is worth.
ABOUT = 1 / 4
# Seconds.
PATIENCE = 5


class Program:
    """low <= matrix x moves <= high. Not to move at all is always among the answers."""

    def __init__(self, matrix: Any, low: Real, high: Real) -> None:
        self.whole_matrix, self.low, self.high = matrix, low, high
        fixed = (low == 0) & (high == 0)
        above, below = ~fixed & np.isfinite(high), ~fixed & np.isfinite(low)
        self._kinds = [np.flatnonzero(kind) for kind in (above, below, fixed)]
        real = matrix.astype(np.float64)
        self._upper = sparse.vstack([real[above], -real[below]], format="csc")
        self._most = np.concatenate([high[above], -low[below]])
        self._equal = real[fixed].tocsc()

    def real(self, aims: Real, boxes: Real) -> tuple[Real, Real]:
        """For each aim (a row) the moves that go furthest along it, and the price of each relation there.

        aims: tasks x cells; boxes: tasks x cells x (least, most). All tasks are solved as one.
        """
        tasks = sparse.eye_array(len(aims), format="csc")
        upper, equal = sparse.kron(tasks, self._upper), sparse.kron(tasks, self._equal)
        found = _solved(aims.ravel(), upper, np.tile(self._most, len(aims)), equal, boxes.reshape(-1, 2))
        above, below, fixed = self._kinds
        prices = np.zeros((len(aims), len(self.low)))
        marginals = -found.ineqlin.marginals.reshape(len(aims), -1)
        prices[:, above] += marginals[:, : len(above)]
        prices[:, below] -= marginals[:, len(above) :]
        prices[:, fixed] = -found.eqlin.marginals.reshape(len(aims), -1)
        return found.x.reshape(len(aims), -1), prices

    def endless(self) -> NDArray[np.bool_]:
        """Which cells can rise for ever: those that some way up leads through, all relations' bounds moved to zero.

        Ways add up to ways, so one of them leads through all these cells: that with the most cells above zero. Asked
        apart and with an end, since HiGHS at times takes an unbounded program for one without an answer.
        """
        cells = self.whole_matrix.shape[1]
        same = sparse.eye_array(cells)
        upper = sparse.block_array([[self._upper, None], [-same, same]], format="csc")
        equal = sparse.hstack([self._equal, sparse.csc_array((self._equal.shape[0], cells))], format="csc")
        aim = np.repeat([0.0, 1.0], cells)
        box = np.column_stack([np.zeros(2 * cells), np.repeat([np.inf, 1.0], cells)])
        found = _solved(aim, upper, np.zeros(upper.shape[0]), equal, box)
        return np.asarray(found.x[cells:] > 1 / 2)

    def cheapest(self, price: Real, least: Real, most: Real, whole: bool = False) -> Real | None:
        """The moves that cost least; None if there are none, or if whole ones are not found in a few seconds.

        price, least, most: two rows, for moves up and for moves down, by cells; `whole` is 1 where only whole moves
        count. Nothing costs less than standing still, so that is where the simplex method starts, and it ends soon: few
        cells move, and nearly always by whole numbers.
        """
        cells = self.whole_matrix.shape[1]
        held = LinearConstraint(self._both_ways, self.low, self.high)
        box = Bounds(least.ravel(), most.ravel())
        for presolve in (whole, not whole):  # presolving a quick program takes longer, but bad numbers need it
            options = {"presolve": presolve, "time_limit": PATIENCE, "mip_rel_gap": ABOUT}
            found = milp(price.ravel(), integrality=int(whole), bounds=box, constraints=held, options=options)
            if found.x is not None:
                return np.asarray(found.x[:cells] - found.x[cells:])
            if found.status in (1, 2):
                return None
        return None

    @cached_property
    def _both_ways(self) -> Any:
        return sparse.hstack([self.whole_matrix, -self.whole_matrix], format="csc")

    def whole(self, aim: Real, least: Real, most: Real) -> Real | None:
        """The moves in whole numbers that go furthest along the aim; None if there are none."""
        held = LinearConstraint(self.whole_matrix, self.low, self.high)
        for presolve in (True, False):  # presolving has been seen to lose answers
            options = {"mip_rel_gap": 0, "presolve": presolve}
            found = milp(-aim, integrality=1, bounds=(least, most), constraints=held, options=options)
            if found.x is not None:
                return np.asarray(found.x)
        if found.status == 2:
            return None
        raise ArithmeticError(found.message)


def _solved(aim: Real, upper: Any, bounds: Real, equal: Any, box: Real) -> Any:
    for presolve in (True, False):
        options = {"presolve": presolve}
        found = linprog(-aim, upper, bounds, equal, np.zeros(equal.shape[0]), box, method="highs", options=options)
        if found.status == 0:
            return found
    raise ArithmeticError(found.message)
