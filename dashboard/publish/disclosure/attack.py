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
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import Part, parts
from dashboard.publish.disclosure.system import System

Range = tuple[int, int | None]


def attack(
    cells: Iterable[Cell], relations: Iterable[Relation], withheld: Collection[str], policy: Policy
) -> dict[str, Range]:
    """For each withheld cell the least and the most that it can be for those who know all the rest; None: no end."""
    system = System(list(cells), list(relations), policy.floor)
    room = np.array([float(name in withheld) for name in system.names])
    free = parts(system, room)
    return {name: _range(system, free[system.index[name]], name) for name in sorted(withheld)}


def _range(system: System, part: Part, name: str) -> Range:
    cell = system.index[name]
    value = int(system.values[cell])
    down, up = (part.reach(cell, sign, math.inf).far for sign in (-1, 1))
    return value - int(down), None if up == math.inf else value + int(up)
