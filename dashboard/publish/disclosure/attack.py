"""Counts, what ties them together and which are withheld in; the least and the most that each may be, out.

This is the attacker of the literature on cell suppression (Fischetti and Salazar, Models and Algorithms for Optimizing
Cell Suppression in Tabular Data with Linear Constraints, Journal of the American Statistical Association 95, 2000):
two integer programs a cell, over all tables that agree with everything published. A range that real numbers would leave
open may be narrower for somebody who knows that people come whole, so it is the whole numbers that are asked.
"""

import math
from collections.abc import Collection, Iterable

import numpy as np

from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.earlier import Release, together
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import Part, Task, parts
from dashboard.publish.disclosure.system import System

Range = tuple[int, int | None]


def attack(
    cells: Iterable[Cell],
    relations: Iterable[Relation],
    withheld: Collection[str],
    policy: Policy,
    earlier: Iterable[Release] = (),
) -> dict[str, Range]:
    """For each withheld cell the least and the most that it can be for those who know all the rest; None: no end.

    Those of earlier releases that have changed since are among them, as `<cell> in <release>`.
    """
    listed, known = together(cells, relations, earlier)
    system = System(listed, known, policy.floor)
    hidden = [cell.name in withheld or cell.public is False for cell in listed]
    room = np.array([float(gone and cell.public is not True) for cell, gone in zip(listed, hidden, strict=True)])
    free = parts(system, room)
    return {
        cell.name: _range(system, free, n) for n, (cell, gone) in enumerate(zip(listed, hidden, strict=True)) if gone
    }


def _range(system: System, free: dict[int, Part], cell: int) -> Range:
    value = int(system.values[cell])
    if cell not in free:
        return value, value
    down, up = (free[cell].reach(Task(cell, sign, math.inf)).far for sign in (-1, 1))
    return value - int(down), None if up == math.inf else value + int(up)
