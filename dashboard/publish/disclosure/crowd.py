"""Tasks for many cells in, tables in which many of them are done at once into the store of tables.

What one program does for a cell, one program does for a hundred of them, as long as they do not stand in each other's
way: first all that have to rise, then all that have to fall, then some of each. The rest is for `ways`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from dashboard.publish.disclosure.reach import NEAR, Part, Task
from dashboard.publish.disclosure.system import Real, Whole
from dashboard.publish.disclosure.tables import Chosen, Tables

# A round has to do so much of what is left, or it was the last of its kind.
WORTHWHILE = 1 / 10
FEW = 10
# What a move costs that does nothing by itself.
LITTLE = 1e-3


def crowd(free: Mapping[int, Part], tasks: Iterable[Task], tables: Tables, chosen: Chosen) -> dict[int, Whole]:
    """How far the cells go afterwards in tables in which nothing moves but those chosen."""
    far = tables.far(chosen)
    groups: dict[int, tuple[Part, list[Task]]] = {}
    for task in tasks:
        part = free[task.cell]
        groups.setdefault(id(part), (part, []))[1].append(task)
    for part, inside in groups.values():
        far = _of_part(part, inside, tables, far, chosen[part.columns])
    return far


def _of_part(part: Part, tasks: list[Task], tables: Tables, far: dict[int, Whole], chosen: Chosen) -> dict[int, Whole]:
    stops = {sign: np.zeros(len(part.columns)) for sign in (1, -1)}
    for task in tasks:
        stops[task.sign][np.searchsorted(part.columns, task.cell)] = task.stop
    chance, idle, kind = np.random.default_rng(0), 0, 0
    while idle < 3:
        open_ = {sign: stop > far[sign][part.columns] for sign, stop in stops.items()}
        left = sum(int(each.sum()) for each in open_.values())
        if left < FEW:
            break
        first = [np.ones(len(part.columns)), np.zeros(len(part.columns)), chance.random(len(part.columns))][kind % 3]
        rise = open_[1] & ((first >= 1 / 2) | ~open_[-1])
        moves = _moves(part, chosen, np.where(rise, stops[1], 0), np.where(open_[-1] & ~rise, stops[-1], 0))
        for table in tables.add(moves) if moves is not None else ():
            far = {sign: np.maximum(reach, sign * table) for sign, reach in far.items()}
        done = left - sum(int((stop > far[sign][part.columns]).sum()) for sign, stop in stops.items())
        idle, kind = 0 if done > left * WORTHWHILE else idle + 1, kind + 1
    return far


def _moves(part: Part, chosen: Chosen, rise: Real, fall: Real) -> Whole | None:
    """A table in which as many as possible of these go as far up and down as they are asked to."""
    down = part.system.down[part.columns].astype(np.float64)
    gain = np.vstack([np.where(rise > 0, 1 / np.maximum(rise, 1), 0), np.where(fall > 0, 1 / np.maximum(fall, 1), 0)])
    # Back and forth is no move: it costs more than it brings.
    paid = LITTLE * (gain == 0) - gain + (1 + LITTLE) * gain[::-1]
    most = np.vstack([np.where(rise > 0, rise, np.inf), np.where(fall > 0, fall, down)]) * 1.0
    most[:, ~chosen], least = 0, np.zeros_like(most)
    found = part.program.cheapest(paid, least, most)
    if found is None or (moves := part.rounded(found)) is not None:
        return moves if found is not None else None
    found = part.program.cheapest(paid, least, np.where(np.abs(found) > NEAR, most, 0), whole=True)
    return None if found is None else part.rounded(found)
