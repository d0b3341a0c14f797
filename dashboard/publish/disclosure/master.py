"""Cuts in, the choice of cells that loses least and is not cut off out."""

from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.proof import Cut
from dashboard.publish.disclosure.system import Real, Whole

# How much of a unit of loss may be decided by other things than loss.
PREFERENCE = 1 / 2


class Master:
    """The choice that loses least under the cuts so far: x is 1 where a cell is withheld.

    Of choices that lose the same the one with larger cells is taken, since behind these more can hide. All such
    preferences together weigh less than half a unit of loss, so that a gap of less than the other half is none.
    """

    def __init__(self, loss: Real, size: Whole, least: Real, most: Real) -> None:
        self.loss = loss
        self._wish = loss - np.log1p(size) / np.log1p(size).sum() * PREFERENCE
        self.least, self.most = least, most
        self._cuts: list[Any] = [sparse.csr_array((0, len(loss)))]

    def add(self, cuts: list[Cut]) -> None:
        rows = np.array([cut.weights for cut in cuts])
        rows[np.arange(len(cuts)), [cut.cell for cut in cuts]] -= 1
        self._cuts.append(sparse.csr_array(rows))

    def cost(self, chosen: Real) -> float:
        return float(self.loss @ chosen)

    def shares(self) -> Real:
        """As if a part of a cell could be withheld."""
        return np.clip(self._solved(0, self.least), 0, 1)

    def choice(self, least: Real | None = None) -> Real:
        """The cheapest of all, or of those that withhold at least these."""
        return np.rint(self._solved(1, self.least if least is None else least))

    def _solved(self, whole: int, least: Real) -> Real:
        rows = sparse.vstack(self._cuts)
        held = [LinearConstraint(rows, 0, np.inf)] if rows.shape[0] else []
        integrality = np.full(len(self.loss), whole)
        box = Bounds(least, self.most)
        gap = (1 - PREFERENCE) * 0.9 / self.loss.sum()
        for presolve in (True, False):  # presolving has been seen to lose answers
            options = {"mip_rel_gap": gap, "presolve": presolve}
            found = milp(self._wish, integrality=integrality, bounds=box, constraints=held, options=options)
            if found.x is not None:
                return np.asarray(found.x)
        if found.status == 2:
            raise Refused(problems.UNSAFE)
        raise ArithmeticError(found.message)
