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
from dashboard.publish.disclosure.system import Real, System

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
    gone = hidden(listed, withheld)
    found = ranges(system, np.where(gone, 1.0, 0.0), np.flatnonzero(gone).tolist())
    known_already = {cell.name: (cell.value, cell.value) for cell in listed if cell.public and cell.name in withheld}
    return known_already | {system.names[place]: each for place, each in found.items()}


def hidden(cells: list[Cell], withheld: Collection[str]) -> list[bool]:
    """Which of the cells the world does not know."""
    return [(cell.name in withheld or cell.public is False) and cell.public is not True for cell in cells]


def ranges(system: System, room: Real, places: Iterable[int]) -> dict[int, Range]:
    """Of these cells among those that have room to move: two programs each, and no end is proven too."""
    free = parts(system, room)
    inside: dict[int, tuple[Part, list[int]]] = {}
    for place in places:
        inside.setdefault(id(free[place]), (free[place], []))[1].append(place)
    found = {}
    for part, members in inside.values():
        reaches = iter(part.reaches([Task(place, sign, math.inf) for place in members for sign in (-1, 1)]))
        for place in members:
            value, down, up = int(system.values[place]), next(reaches).far, next(reaches).far
            found[place] = value - int(down), None if up == math.inf else value + int(up)
    return found
