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

from dashboard.publish.disclosure.demands import Demand, answers, grouped
from dashboard.publish.disclosure.reach import NEAR, Bound, Part, parts
from dashboard.publish.disclosure.system import Real, System, Whole


class Cut(NamedTuple):
    """sum of weight x withheld >= withheld[cell]: true of every safe choice and not of the one that was tried."""

    cell: int
    weights: Real


class Proof:
    """The tables found so far. One in which only withheld cells have moved proves something of any choice of them."""

    def __init__(self, system: System, asked: list[list[Demand]]) -> None:
        self.system = system
        self.asked = asked
        self._tables = np.zeros((1, len(system.names)), dtype=np.int64)
        self._far = {1: self._tables[0], -1: self._tables[0]}

    def cuts(self, withheld: Real, cells: Whole) -> list[Cut]:
        """What is wrong with a choice, as far as these of its cells go; nothing if they are safe."""
        kept = self._tables[(self._tables[:, withheld < 1 / 2] == 0).all(axis=1)]
        self._far = {1: kept.max(axis=0), -1: -kept.min(axis=0)}
        open_ = [demand for cell in cells.tolist() for demand in self.asked[cell] if not self._met(demand)]
        found = []
        for part, inside in grouped(parts(self.system, withheld), open_):
            for demand, bounds in answers(part, inside):
                if cut := self._priced(demand, bounds) or self._tabled(demand, bounds, part):
                    found.append(cut)
        return found

    def early_cuts(self, withheld: Real, cells: Whole) -> list[Cut]:
        """The same for shares of cells: cuts that bring the cheapest choice nearer before any whole one is tried."""
        asked = [demand for cell in cells.tolist() for demand in self.asked[cell]]
        groups = grouped(parts(self.system, withheld), asked)
        priced = (self._priced(*answer) for part, inside in groups for answer in answers(part, inside))
        return [cut for cut in priced if cut and cut.weights @ withheld < withheld[cut.cell] - 1e-3]

    def _met(self, demand: Demand) -> bool:
        return sum(int(self._far[sign][demand.cell]) for sign in demand.signs) >= demand.amount

    def _tabled(self, demand: Demand, bounds: list[Bound], part: Part) -> Cut | None:
        """Keep the tables that meet a demand; where whole numbers do not, a cut."""
        for task, bound in zip(demand.tasks(), bounds, strict=True):
            if not self._met(demand) and (moves := part.whole(task, bound).moves) is not None:
                self._keep(moves)
        return None if self._met(demand) else self._whole(demand, part)

    def _keep(self, moves: Whole) -> None:
        self._tables = np.vstack([self._tables, moves])
        self._far = {sign: np.maximum(far, sign * moves) for sign, far in self._far.items()}

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
