"""Counts, what ties them together, which are withheld and a policy in; the cells that are not protected enough, out.

This is the last look at a release, and owes nothing to how its cells were chosen. What it takes for safe it has seen:
two tables that agree with everything published and are as far apart as the policy asks, checked in whole numbers. Only
where it finds none at once it asks for the exact range.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from dashboard.publish.disclosure.attack import Range, hidden, ranges
from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.crowd import crowd
from dashboard.publish.disclosure.demands import unpublished
from dashboard.publish.disclosure.earlier import Release, together
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import Task, parts
from dashboard.publish.disclosure.system import System
from dashboard.publish.disclosure.tables import Chosen, Tables
from dashboard.publish.disclosure.ways import way


def breaches(
    cells: Iterable[Cell],
    relations: Iterable[Relation],
    withheld: Collection[str],
    policy: Policy,
    earlier: Iterable[Release] = (),
    told: bool = False,
) -> dict[str, Range]:
    """The cells of which anybody can infer more than the policy allows, with what they can infer.

    A small cell may seem larger than `least` only where published zeros alone tell as much; if `told`, a cell may have
    any range that is as wide as zeros and relations leave it where everything else is withheld.
    """
    listed, known = together(cells, relations, earlier)
    exempt = {exempt.cell for exempt in policy.exceptions}
    small = [policy.sensitive(cell) and cell.name not in exempt for cell in listed]
    gone = np.array(hidden(listed, withheld))
    shown = {cell.name: (cell.value, cell.value) for cell, s, g in zip(listed, small, gone, strict=True) if s and not g}
    known_already = {c.name: (c.value, c.value) for c in listed if c.public and c.name in withheld and policy.width}
    system = System(listed, known, policy.floor)
    doubtful = _doubtful(system, policy, gone, small)
    found = ranges(system, gone.astype(float), doubtful)
    narrow = {place: each for place, each in found.items() if not _kept(policy, each, small[place])}
    widest = ranges(system, unpublished(system, policy), narrow)
    unsafe = {
        system.names[place]: each
        for place, each in narrow.items()
        if not ((told and each == widest[place]) or (small[place] and _raised(policy, each, widest[place])))
    }
    return shown | known_already | unsafe


def _kept(policy: Policy, found: Range, small: bool) -> bool:
    least, most = found
    wide = most is None or most - least >= policy.width
    return wide and (not small or (least <= policy.least and (most is None or most >= policy.most)))


def _raised(policy: Policy, found: Range, widest: Range) -> bool:
    """Whether a range is as the policy says but that it begins where zeros alone let it begin."""
    least, most = found
    return least <= widest[0] and (most is None or (most >= policy.most and most - least >= policy.width))


def _doubtful(system: System, policy: Policy, gone: Chosen, small: list[bool]) -> list[int]:
    """The withheld cells for which two such tables are not found at once."""
    tables, price = Tables(system), np.where(gone, 0, np.inf)
    places = sorted(np.flatnonzero(gone).tolist(), key=lambda place: -system.values[place])
    asked = {place: _tasks(system, policy, place, small[place]) for place in places}
    free, doubtful = parts(system, gone.astype(float)), []
    far = crowd(free, [task for tasks in asked.values() for task in tasks], tables, gone)
    for place, tasks in asked.items():
        for task in tasks:
            if far[task.sign][place] < task.stop and (moves := way(free[place], task, price)) is not None:
                for table in tables.add(moves):
                    far = {sign: np.maximum(reach, sign * table) for sign, reach in far.items()}
        value = int(system.values[place])
        if not _kept(policy, (value - int(far[-1][place]), value + int(far[1][place])), small[place]):
            doubtful.append(place)
    return doubtful


def _tasks(system: System, policy: Policy, place: int, small: bool) -> list[Task]:
    value = int(system.values[place])
    if not small:
        return [Task(place, 1, policy.width)]
    down = max(value - policy.least, 0)
    tasks = Task(place, -1, down), Task(place, 1, max(policy.most, value - down + policy.width) - value)
    return [task for task in tasks if task.stop > 0]
