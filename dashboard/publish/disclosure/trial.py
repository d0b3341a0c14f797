"""What has to be withheld and what may be in; a safe choice out, quickly, and then one that loses less.

Each answer is safe by tables that are kept. That there is no answer is proven by exact programs.
"""

from __future__ import annotations

import numpy as np

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.clock import Late
from dashboard.publish.disclosure.crowd import crowd
from dashboard.publish.disclosure.demands import Demand, met
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.reach import Part, Task, parts
from dashboard.publish.disclosure.repair import Repair
from dashboard.publish.disclosure.tables import Chosen


def quick(repair: Repair, must: Chosen, may: Chosen, start: Chosen) -> Chosen:
    """A safe choice that withholds at least those of the start; Refused, with the cells that nothing hides, where not
    even all together are safe. Late when the time is up."""
    chosen, never = start, ~may
    crowd(repair.free, [_first(demand) for demand in repair.asked_of(start)], repair.tables, start)
    while True:
        chosen, stuck = repair.safe(chosen, never)
        if stuck is None:
            return chosen
        free = parts(repair.tables.system, (~never).astype(float))
        if (moved := _moved(repair, stuck, free)) is not None:
            chosen = chosen | moved
        elif must[stuck.cell]:
            raise Refused(problems.UNSAFE, *_helpless(repair, must, free))
        else:  # what cannot be hidden cannot hide others
            never[stuck.cell] = True
            chosen = (start & ~never) | must


def _moved(repair: Repair, demand: Demand, free: dict[int, Part]) -> Chosen | None:
    """What moves in the tables in which a cell goes furthest, if that meets its demand."""
    found = free[demand.cell].reaches(demand.tasks())
    if sum(reach.far for reach in found) < demand.amount:
        return None
    moves = [reach.moves for reach in found if reach.moves is not None]
    for each in moves:
        repair.tables.add(each)
    return np.asarray(np.any(moves, axis=0))


def _helpless(repair: Repair, must: Chosen, free: dict[int, Part]) -> list[str]:
    """The names of all cells of which a demand cannot be met."""
    far = repair.tables.far(np.isin(np.arange(len(must)), list(free)))
    asked = [demand for demand in repair.asked_of(must) if not met(demand, far)]
    failed = {demand.cell: None for demand in asked if _moved(repair, demand, free) is None}
    return [repair.tables.system.names[cell] for cell in failed]


def _first(demand: Demand) -> Task:
    return Task(demand.cell, demand.signs[0], demand.amount)


def trimmed(repair: Repair, chosen: Chosen, must: Chosen, may: Chosen) -> Chosen:
    """Less, for as long as the time lasts: each cell is tried without, others that lose less instead of it."""
    tried: set[int] = set()
    try:
        while left := [cell for cell in np.flatnonzero(chosen & ~must).tolist() if cell not in tried]:
            cell = max(left, key=lambda place: (repair.loss[place], -place))
            tried.add(cell)
            rest, never = chosen.copy(), ~may
            rest[cell], never[cell] = False, True
            less, stuck = repair.safe(rest, never, float(repair.loss @ chosen) - 1)
            chosen = chosen if stuck else less
    except Late:
        pass
    return chosen
