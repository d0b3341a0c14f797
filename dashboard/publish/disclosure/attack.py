"""Counts, what ties them together and which are withheld in; the least and the most that each may be, out.

And whether that keeps a policy: this is the last look at a release, and owes nothing to how its cells were chosen.

This is the attacker of the literature on cell suppression (Fischetti and Salazar, Models and Algorithms for Optimizing
Cell Suppression in Tabular Data with Linear Constraints, Journal of the American Statistical Association 95, 2000):
two integer programs a cell, over all tables that agree with everything published. A range that real numbers would leave
open may be narrower for somebody who knows that people come whole, so it is the whole numbers that are asked.
"""

import math
from collections.abc import Collection, Iterable

import numpy as np

from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.demands import unpublished
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
    hidden = [cell.name in withheld or cell.public is False for cell in listed]
    room = np.array([float(gone and cell.public is not True) for cell, gone in zip(listed, hidden, strict=True)])
    found = _ranges(system, room)
    known_already = {cell.name: (cell.value, cell.value) for cell, gone in zip(listed, hidden, strict=True) if gone}
    return known_already | found


def _ranges(system: System, room: Real) -> dict[str, Range]:
    """Of all cells that have room to move."""
    cells: dict[int, tuple[Part, list[int]]] = {}
    for cell, part in parts(system, room).items():
        cells.setdefault(id(part), (part, []))[1].append(cell)
    found = {}
    for part, inside in cells.values():
        reaches = iter(part.reaches([Task(cell, sign, math.inf) for cell in inside for sign in (-1, 1)]))
        for cell in inside:
            value, down, up = int(system.values[cell]), next(reaches).far, next(reaches).far
            found[system.names[cell]] = (value - int(down), None if up == math.inf else value + int(up))
    return found


def breaches(
    cells: Iterable[Cell],
    relations: Iterable[Relation],
    withheld: Collection[str],
    policy: Policy,
    earlier: Iterable[Release] = (),
) -> dict[str, Range]:
    """The cells of which anybody can infer more than the policy allows, with what they can infer.

    A small cell may seem larger than `least` only where published zeros alone tell as much.
    """
    listed, known = together(cells, relations, earlier)
    found = attack(listed, known, withheld, policy)
    exempt = {exempt.cell for exempt in policy.exceptions}
    small = {cell.name for cell in listed if policy.sensitive(cell)} - exempt
    lowest = _lowest(listed, known, {name for name in small & found.keys() if found[name][0] > policy.least}, policy)
    shown = {cell.name: (cell.value, cell.value) for cell in listed if cell.name in small - found.keys()}
    return shown | {
        name: (least, most)
        for name, (least, most) in found.items()
        if (most is not None and most - least < policy.width)
        or (name in small and ((most is not None and most < policy.most) or least > lowest.get(name, least)))
    }


def _lowest(cells: list[Cell], relations: list[Relation], names: Collection[str], policy: Policy) -> dict[str, int]:
    """The least that these cells could be if all were withheld but the zeros."""
    if not names:
        return {}
    system = System(cells, relations, policy.floor)
    return {name: least for name, (least, _) in _ranges(system, unpublished(system, policy)).items() if name in names}
