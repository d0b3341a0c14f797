"""A part of a system and a task in, a table in which a cell moves that far and what else moves costs little out.

Most are found by one small linear program: whole numbers nearly always come out of it by themselves. Where they do not,
shares are rounded up some times, and whole numbers searched for among the few cells that have moved on the way.
"""

from __future__ import annotations

import math

import numpy as np

from dashboard.publish.disclosure.reach import NEAR, Part, Task
from dashboard.publish.disclosure.system import Real, Whole
from dashboard.publish.disclosure.tables import Chosen

# Prices for moving by one may differ by so much between cells that can move far and cells that cannot.
STEEPEST = 1000
# How often shares are rounded up.
DIVES = 8


def way(part: Part, task: Task, price: Real) -> Whole | None:
    """The whole table in which the cell moves by `stop` or more at about the least price; None if none is found.

    price: what moving each cell costs, math.inf where it may not move. None is no proof that there is no table.
    """
    paid, least, most = _offer(part, task, price[part.columns])
    if (least > most).any():
        return None
    found, moved = part.program.cheapest(paid, least, most), np.zeros(len(part.columns), dtype=bool)
    if found is None:
        return None
    lifted = least
    for _ in range(DIVES):
        if (moves := _arrived(part, task, found)) is not None:
            return moves
        moved |= np.abs(found) > NEAR
        both = np.vstack([found, -found])
        lifted = np.where((np.abs(both - np.rint(both)) > NEAR) & (both > 0), np.ceil(both), lifted)
        if (found := part.program.cheapest(paid, lifted, most)) is None:
            break
    return _branched(part, task, (np.where(paid < 1, 0, paid), least, most), moved)


def _branched(part: Part, task: Task, offer: tuple[Real, Real, Real], moved: Chosen) -> Whole | None:
    """By branching: first among the cells that moved, then with those that are in a relation with them, then all."""
    paid, least, most = offer
    for few in (moved, part.beside(moved), np.ones_like(moved)):
        found = part.program.cheapest(paid, least, np.where(few, most, 0), whole=True)
        if found is not None and (moves := _arrived(part, task, found)) is not None:
            return moves
    return None


def _offer(part: Part, task: Task, price: Real) -> tuple[Real, Real, Real]:
    """Prices, least and most of moves up and moves down, by cells.

    What moves little by little is paid little by little: a price is spread over as far as the cell will have to move.
    """
    down, free = part.system.down[part.columns].astype(np.float64), np.isfinite(price)
    each, side, own = np.where(free, price, 0), int(task.sign < 0), int(np.searchsorted(part.columns, task.cell))
    paid = np.vstack([each, each * np.minimum(task.stop / np.clip(down, 1, task.stop), STEEPEST)])
    least, most = np.zeros_like(paid), np.vstack([np.where(free, math.inf, 0), np.where(free, down, 0)])
    paid[:, own] = 0
    least[side, own], most[side, own], most[1 - side, own] = task.stop, down[own] if side else math.inf, 0
    return paid, least, most


def _arrived(part: Part, task: Task, found: Real) -> Whole | None:
    moves = part.rounded(found)
    return moves if moves is not None and task.sign * moves[task.cell] >= task.stop else None
