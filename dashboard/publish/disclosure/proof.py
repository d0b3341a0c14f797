"""A system, a policy and a choice of withheld cells in; tables that prove the choice safe, or why it is not, out.

A cell is safe when there are tables that agree with everything published and in which it is as small and as large as
the policy asks. Each such table is kept and checked in whole numbers: together they are the proof. Where there is none,
the prices of the relations tell which other cells would have to be withheld for one to be: the capacity cuts of
Fischetti and Salazar (Solving the Cell Suppression Problem on Tabular Data with Linear Constraints, Management Science
47, 2001). A choice that only the whole numbers give away is cut off with all that withholds no more.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from dashboard.publish.disclosure.clock import Clock
from dashboard.publish.disclosure.demands import Demand, answers, grouped, met
from dashboard.publish.disclosure.reach import NEAR, Bound, Part, parts
from dashboard.publish.disclosure.system import Real, System, Whole
from dashboard.publish.disclosure.tables import Tables


class Cut(NamedTuple):
    """sum of weight x withheld >= withheld[cell]: true of every safe choice and not of the one that was tried."""

    cell: int
    weights: Real


class Proof:
    """What is asked of each cell and the tables found so far; Late is raised when the time is up."""

    def __init__(self, system: System, asked: list[list[Demand]], tables: Tables, clock: Clock) -> None:
        self.system, self.asked, self.tables, self.clock = system, asked, tables, clock

    def cuts(self, withheld: Real, cells: Whole) -> list[Cut]:
        """What is wrong with a choice, as far as these of its cells go; nothing if they are safe."""
        far = self.tables.far(withheld > 1 / 2)
        open_ = [demand for cell in cells.tolist() for demand in self.asked[cell] if not met(demand, far)]
        found = []
        for part, inside in grouped(parts(self.system, withheld), open_):
            for demand, bounds in answers(part, inside, self.clock):
                if cut := self._priced(demand, bounds) or self._tabled(demand, bounds, part, far):
                    found.append(cut)
        return found

    def early_cuts(self, withheld: Real, cells: Whole) -> list[Cut]:
        """The same for shares of cells: cuts that bring the cheapest choice nearer before any whole one is tried."""
        asked = [demand for cell in cells.tolist() for demand in self.asked[cell]]
        groups = grouped(parts(self.system, withheld), asked)
        priced = (self._priced(*answer) for part, inside in groups for answer in answers(part, inside, self.clock))
        return [cut for cut in priced if cut and cut.weights @ withheld < withheld[cut.cell] - 1e-3]

    def _tabled(self, demand: Demand, bounds: list[Bound], part: Part, far: dict[int, Whole]) -> Cut | None:
        """Keep the tables that meet a demand; where whole numbers do not, a cut."""
        for task, bound in zip(demand.tasks(), bounds, strict=True):
            if not met(demand, far) and (moves := part.whole(task, bound).moves) is not None:
                for table in self.tables.add(moves):
                    far.update({sign: np.maximum(reach, sign * table) for sign, reach in far.items()})
        return None if met(demand, far) else self._whole(demand, part)

    def _priced(self, demand: Demand, bounds: list[Bound]) -> Cut | None:
        """By the prices no table moves the cell far enough unless enough is withheld of what stops it."""
        if sum(bound.far for bound in bounds) > demand.amount - NEAR:
            return None
        weights, left = np.zeros(len(self.system.names)), float(demand.amount)
        for sign, bound in zip(demand.signs, bounds, strict=True):
            prices = np.where(np.abs(bound.prices) > NEAR, bound.prices, 0)
            stops = -self.system.matrix.T @ prices
            stops[demand.cell] += sign
            pull = np.where(stops > NEAR, math.inf, np.where(stops < -NEAR, -stops * self.system.down, 0))
            left -= self._slack(prices) + pull[demand.cell]
            weights += pull
        if left < NEAR:
            return None
        weights[demand.cell] = 0
        return Cut(demand.cell, np.minimum(weights / left, 1))

    def _slack(self, prices: Real) -> float:
        used = prices != 0
        sides = np.where(prices > 0, self.system.high, self.system.low)
        return float(prices[used] @ sides[used])

    def _whole(self, demand: Demand, part: Part) -> Cut:
        """Something has to be withheld that is not; what would not help, even together, is left out."""
        room, weights = part.room.copy(), np.zeros(len(self.system.names))
        untried = [np.flatnonzero(room < 1 / 2)]
        while untried:
            self.clock.check()
            some = untried.pop()
            room[some] = 1
            wider = parts(self.system, room)[demand.cell]
            if sum(reach.far for reach in wider.reaches(demand.tasks())) >= demand.amount:
                room[some] = 0
                if len(some) == 1:
                    weights[some] = 1
                else:
                    untried += np.array_split(some, 2)
        return Cut(demand.cell, weights)
