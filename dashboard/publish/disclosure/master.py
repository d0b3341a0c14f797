"""Cuts in, the choice of cells that loses least and is not cut off out."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from dashboard.publish.disclosure.clock import Clock, Late
from dashboard.publish.disclosure.proof import Cut
from dashboard.publish.disclosure.reach import NEAR
from dashboard.publish.disclosure.system import Real, Whole
from dashboard.publish.disclosure.tables import Chosen

# How much of a unit of loss may be decided by other things than loss.
PREFERENCE = 1 / 2


class Master:
    """The choice that loses least under the cuts so far: x is 1 where a cell is withheld.

    Of choices that lose the same the one with larger cells is taken, since behind these more can hide. All such
    preferences together weigh less than half a unit of loss, so that a gap of less than the other half is none.
    Losses are whole numbers; `bound` is what any safe choice loses at least.
    """

    def __init__(self, loss: Real, size: Whole, least: Chosen, most: Chosen, clock: Clock) -> None:
        self.loss, self.least, self.most, self.clock = loss, least, most, clock
        self._wish = loss - np.log1p(size) / np.log1p(size).sum() * PREFERENCE
        self._cuts: list[Any] = []
        self._lost, self.bound = math.inf, float(loss @ least)

    def add(self, cuts: list[Cut]) -> None:
        if cuts:
            rows = np.array([cut.weights for cut in cuts])
            rows[np.arange(len(cuts)), [cut.cell for cut in cuts]] -= 1
            self._cuts.append(sparse.csr_array(rows))

    def beat(self, chosen: Chosen) -> None:
        """From now on look only for what loses less than this."""
        self._lost = float(self.loss @ chosen) - 1

    def shares(self) -> Real | None:
        """As if a part of a cell could be withheld; None where nothing loses less than what is to be beaten."""
        found = self._solved(0)
        return None if found is None else np.clip(found, 0, 1)

    def choice(self) -> Chosen | None:
        """The cheapest; None where nothing loses less than what is to be beaten."""
        found = self._solved(1)
        return None if found is None else found > 1 / 2

    def _solved(self, whole: int) -> Real | None:
        held = [LinearConstraint(sparse.vstack(self._cuts), 0, np.inf)] if self._cuts else []
        if self._lost < math.inf:
            held.append(LinearConstraint(sparse.csr_array(self.loss[None]), -np.inf, self._lost))
        box = Bounds(self.least.astype(float), self.most.astype(float))
        gap = (1 - PREFERENCE) * 0.9 / self.loss.sum()
        for presolve in (True, False):  # presolving has been seen to lose answers
            self.clock.check()
            options = {"mip_rel_gap": gap, "presolve": presolve, "time_limit": max(self.clock.left, NEAR)}
            found = milp(
                self._wish, integrality=np.full(len(box.lb), whole), bounds=box, constraints=held, options=options
            )
            if found.status == 0:
                self.bound = max(self.bound, math.ceil(self._wish @ found.x - NEAR))
                return np.asarray(found.x)
            if found.status == 1:
                raise Late
        if found.status == 2:
            self.bound = self._lost + 1
            return None
        raise ArithmeticError(found.message)
