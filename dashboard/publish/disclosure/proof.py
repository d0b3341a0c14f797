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

from dashboard.publish.disclosure.cells import Cell
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import NEAR, Bound, Part, Task, parts
from dashboard.publish.disclosure.system import Real, System, Whole


class Demand(NamedTuple):
    """A withheld cell has to be able to move by this amount: up (1), down (-1), or in both directions together."""

    cell: int
    signs: tuple[int, ...]
    amount: int

    def tasks(self) -> list[Task]:
        return [Task(self.cell, sign, self.amount) for sign in self.signs]


class Cut(NamedTuple):
    """sum of weight x withheld >= withheld[cell]: true of every safe choice and not of the one that was tried."""

    cell: int
    weights: Real


def demands(system: System, cells: list[Cell], policy: Policy) -> list[list[Demand]]:
    """What the policy asks for each cell should it be withheld.

    Published zeros tell where there is somebody: the total of two such countries is 2 or more, whatever is withheld.
    No cell is asked to look smaller than that; its range then has to be as wide further up.
    """
    asked = [[Demand(place, (1, -1), policy.width)] for place in range(len(cells))]
    small = [place for place, cell in enumerate(cells) if policy.sensitive(cell)]
    lower = [Demand(place, (-1,), cells[place].value - policy.least) for place in small]
    down = dict.fromkeys(small, 0) | _possible(system, [demand for demand in lower if demand.amount > 0])
    for place in small:
        value = cells[place].value
        down[place] = min(down[place], max(value - policy.least, 0))
        up = max(policy.most, value - down[place] + policy.width) - value
        both = Demand(place, (1,), up), Demand(place, (-1,), down[place])
        asked[place] = [demand for demand in both if demand.amount > 0]
    return asked


def _possible(system: System, lower: list[Demand]) -> dict[int, int]:
    """How far down the cells can move when all that is not zero is withheld, at most as far as asked."""
    groups = _grouped(parts(system, (system.values > 0).astype(np.float64)), lower)
    answers = ((part, *answer) for part, inside in groups for answer in _bounds(part, inside))
    return {demand.cell: int(part.whole(demand.tasks()[0], bounds[0]).far) for part, demand, bounds in answers}


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
        for part, inside in _grouped(parts(self.system, withheld), open_):
            for demand, bounds in _bounds(part, inside):
                if cut := self._priced(demand, bounds) or self._tabled(demand, bounds, part):
                    found.append(cut)
        return found

    def early_cuts(self, withheld: Real, cells: Whole) -> list[Cut]:
        """The same for shares of cells: cuts that bring the cheapest choice nearer before any whole one is tried."""
        asked = [demand for cell in cells.tolist() for demand in self.asked[cell]]
        groups = _grouped(parts(self.system, withheld), asked)
        priced = (self._priced(*answer) for part, inside in groups for answer in _bounds(part, inside))
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
            if sum(wider.reach(*task).far for task in demand.tasks()) >= demand.amount:
                room[some] = 0
                if len(some) == 1:
                    weights[some] = 1
                else:
                    untried += np.array_split(some, 2)
        return Cut(demand.cell, weights)


def _grouped(free: dict[int, Part], asked: list[Demand]) -> list[tuple[Part, list[Demand]]]:
    groups: dict[int, tuple[Part, list[Demand]]] = {}
    for demand in asked:
        part = free[demand.cell]
        groups.setdefault(id(part), (part, []))[1].append(demand)
    return list(groups.values())


def _bounds(part: Part, asked: list[Demand]) -> list[tuple[Demand, list[Bound]]]:
    answers = iter(part.bounds([task for demand in asked for task in demand.tasks()]))
    return [(demand, [next(answers) for _ in demand.signs]) for demand in asked]
