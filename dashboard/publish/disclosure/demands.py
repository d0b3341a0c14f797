"""Cells and a policy in, how far each cell has to be able to move if it is withheld out."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from dashboard.publish.disclosure.cells import Cell
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import NEAR, Bound, Part, Task, parts
from dashboard.publish.disclosure.system import Real, System


class Demand(NamedTuple):
    """A withheld cell has to be able to move by this amount: up (1), down (-1), or in both directions together."""

    cell: int
    signs: tuple[int, ...]
    amount: int

    def tasks(self) -> list[Task]:
        return [Task(self.cell, sign, self.amount) for sign in self.signs]


def demands(system: System, cells: list[Cell], policy: Policy) -> list[list[Demand]]:
    """What the policy asks for each cell should it be withheld.

    Published zeros tell where there is somebody: the total of two such countries is 2 or more, whatever is withheld.
    No cell is asked to look smaller than that; its range then has to be as wide further up.
    """
    asked = [[Demand(place, (1, -1), policy.width)] for place in range(len(cells))]
    small = [place for place, cell in enumerate(cells) if policy.sensitive(cell)]
    lower = [Demand(place, (-1,), cells[place].value - policy.least) for place in small]
    down = dict.fromkeys(small, 0) | _possible(system, policy, [demand for demand in lower if demand.amount > 0])
    for place in small:
        value = cells[place].value
        down[place] = min(down[place], max(value - policy.least, 0))
        up = max(policy.most, value - down[place] + policy.width) - value
        both = Demand(place, (1,), up), Demand(place, (-1,), down[place])
        asked[place] = [demand for demand in both if demand.amount > 0]
    return asked


def unpublished(system: System, policy: Policy) -> Real:
    """As if all were withheld, but for the zeros where these are published."""
    return np.where((system.values > 0) | (not policy.zeros_published), 1.0, 0.0)


def _possible(system: System, policy: Policy, lower: list[Demand]) -> dict[int, int]:
    """How far down the cells can move when all is withheld that can be."""
    lowest = np.zeros(len(system.names), dtype=np.int64)
    for part, inside in grouped(parts(system, unpublished(system, policy)), lower):
        for demand, (bound,) in answers(part, inside):
            # One table often takes many cells down at once.
            if -lowest[demand.cell] < math.floor(bound.far + NEAR):
                moves = part.whole(demand.tasks()[0], bound).moves
                lowest = lowest if moves is None else np.minimum(lowest, moves)
    return {demand.cell: int(-lowest[demand.cell]) for demand in lower}


def grouped(free: dict[int, Part], asked: list[Demand]) -> list[tuple[Part, list[Demand]]]:
    groups: dict[int, tuple[Part, list[Demand]]] = {}
    for demand in asked:
        part = free[demand.cell]
        groups.setdefault(id(part), (part, []))[1].append(demand)
    return list(groups.values())


def answers(part: Part, asked: list[Demand]) -> list[tuple[Demand, list[Bound]]]:
    far = iter(part.bounds([task for demand in asked for task in demand.tasks()]))
    return [(demand, [next(far) for _ in demand.signs]) for demand in asked]
