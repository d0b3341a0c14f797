"""A system and the cells that may move in it in, how far one of them can and a table in which it does out.

Moves are solved in floating point and then checked in whole numbers, so that no answer rests on rounding.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse.csgraph import connected_components

from dashboard.publish.disclosure.system import Real, System, Whole

NEAR = 1e-6
# Columns of the programs that are solved as one.
TOGETHER = 2000


class Task(NamedTuple):
    """Move this cell up (sign 1) or down (-1) as far as it goes, but no further than `stop`."""

    cell: int
    sign: int
    stop: float


class Reach(NamedTuple):
    """How far a cell can move one way (math.inf: any distance), and the whole table in which it does."""

    far: float
    moves: Whole | None = None


class Bound(NamedTuple):
    """The same without the demand of whole numbers, and what each relation contributes to stopping the cell there."""

    far: float
    moves: Real
    prices: Real


@dataclass(frozen=True)
class Part:
    """Some cells that may move, and all the relations that they are in. Room 1 is free, less is so much of it."""

    system: System
    room: Real
    columns: Whole
    rows: Whole

    @cached_property
    def _sides(self) -> tuple[Any, Real, Any, Whole, Whole, Whole]:
        """Relations as linprog wants them: <= with their bounds, = 0, and which relations the three kinds are."""
        low, high = self.system.low[self.rows], self.system.high[self.rows]
        fixed = (low == 0) & (high == 0)
        above, below = ~fixed & np.isfinite(high), ~fixed & np.isfinite(low)
        matrix = self.system.matrix[self.rows][:, self.columns].astype(np.float64)
        upper = sparse.vstack([matrix[above], -matrix[below]], format="csc")
        bounds = np.concatenate([high[above], -low[below]])
        return upper, bounds, matrix[fixed].tocsc(), self.rows[above], self.rows[below], self.rows[fixed]

    @cached_property
    def _room(self) -> Real:
        return self.room[self.columns]

    def bound(self, cell: int, sign: int, stop: float) -> Bound:
        """As far as `cell` can move up (sign 1) or down (-1), no further than `stop`, in real numbers."""
        return self.bounds([Task(cell, sign, stop)])[0]

    def bounds(self, tasks: list[Task]) -> list[Bound]:
        """One answer a task. Small tasks are solved side by side as one: asking takes longer than answering."""
        together = max(1, TOGETHER // len(self.columns))
        batches = (tasks[start : start + together] for start in range(0, len(tasks), together))
        return [bound for batch in batches for bound in self._bounds(batch)]

    def _bounds(self, tasks: list[Task]) -> list[Bound]:
        upper, bounds, equal, above, below, fixed = self._sides
        many = sparse.eye_array(len(tasks), format="csc")
        aims = np.concatenate([self._aim(task.cell, task.sign) for task in tasks])
        boxes = np.concatenate([self._narrowed(*task) for task in tasks])
        sides = sparse.kron(many, upper), np.tile(bounds, len(tasks)), sparse.kron(many, equal)
        found = _solved(aims, *sides, boxes)
        moves = found.x.reshape(len(tasks), -1)
        prices = np.zeros((len(tasks), len(self.system.low)))
        marginals = -found.ineqlin.marginals.reshape(len(tasks), -1)
        prices[:, above] += marginals[:, : len(above)]
        prices[:, below] -= marginals[:, len(above) :]
        prices[:, fixed] = -found.eqlin.marginals.reshape(len(tasks), -1)
        far = (aims.reshape(len(tasks), -1) * moves).sum(axis=1)
        return [Bound(float(far[n]), moves[n], prices[n]) for n in range(len(tasks))]

    def _narrowed(self, cell: int, sign: int, stop: float) -> Real:
        """The box of the cells, narrower for those of which only a share may move."""
        least, most = self._box(cell, sign, stop)
        most = np.where(self._room > 1 - NEAR, most, np.minimum(most, stop * self._room))
        return np.column_stack([least * self._room, most])

    def reach(self, cell: int, sign: int, stop: float) -> Reach:
        """The same in whole numbers: people come whole."""
        if stop == math.inf and sign > 0 and self._endless(cell):
            return Reach(math.inf)
        return self.whole(Task(cell, sign, stop), self.bound(cell, sign, stop))

    def whole(self, task: Task, bound: Bound) -> Reach:
        """What becomes of an answer in real numbers."""
        far = math.floor(bound.far + NEAR)
        if (moves := self._rounded(bound.moves)) is not None and task.sign * moves[task.cell] == far:
            return Reach(far, moves)
        return self._searched(task)

    def _endless(self, cell: int) -> bool:
        """Whether there is a way up from which nothing ever turns back: the same relations, all bounds moved to zero.

        Asked first and apart, since HiGHS at times takes an unbounded program for one without a solution.
        """
        upper, bounds, equal, *_ = self._sides
        most = np.where(self.columns == cell, 1.0, math.inf)
        found = _solved(self._aim(cell, 1), upper, 0 * bounds, equal, np.column_stack([np.zeros(len(most)), most]))
        return bool(-found.fun > 1 / 2)

    def _searched(self, task: Task) -> Reach:
        """By branching. Whole cells at times cannot stop where they are told to: then beyond it, if not before."""
        aim = self._aim(task.cell, task.sign)
        if task.stop < math.inf and (moves := self._solved_whole(-aim, *self._beyond(task))) is not None:
            return Reach(task.sign * int(moves[task.cell]), moves)
        if (moves := self._solved_whole(aim, *self._box(*task))) is None:
            raise ArithmeticError(f"no whole numbers for {self.system.names[task.cell]}")
        return Reach(task.sign * int(moves[task.cell]), moves)

    def _solved_whole(self, aim: Real, least: Real, most: Real) -> Whole | None:
        matrix = self.system.matrix[self.rows][:, self.columns]
        held = LinearConstraint(matrix, self.system.low[self.rows], self.system.high[self.rows])
        whole = np.ones(len(aim))
        found = milp(-aim, integrality=whole, bounds=(least, most), constraints=held, options={"mip_rel_gap": 0})
        if found.status == 2:
            return None
        if found.x is None or (moves := self._rounded(found.x)) is None:
            raise ArithmeticError(found.message)
        return moves

    def _box(self, cell: int, sign: int, stop: float) -> tuple[Real, Real]:
        """The least and the most that each cell may move while nothing but `stop` holds it."""
        own = self.columns == cell
        least = -self.system.down[self.columns].astype(np.float64)
        most = np.full(len(own), math.inf)
        if sign > 0:
            return least, np.where(own, stop, most)
        return np.where(own, np.maximum(least, -stop), least), most

    def _beyond(self, task: Task) -> tuple[Real, Real]:
        least, most = self._box(task.cell, task.sign, math.inf)
        own = self.columns == task.cell
        if task.sign > 0:
            return np.where(own, task.stop, least), most
        return least, np.where(own, -task.stop, most)

    def _aim(self, cell: int, sign: int) -> Real:
        return np.where(self.columns == cell, float(sign), 0.0)

    def _rounded(self, moves: Real) -> Whole | None:
        """Moves of all cells, rounded; None where the rounded table would break a relation."""
        rounded = np.zeros(len(self.system.names), dtype=np.int64)
        rounded[self.columns] = np.rint(moves).astype(np.int64)
        return rounded if self.system.possible(rounded) else None


def parts(system: System, room: Real) -> dict[int, Part]:
    """The cells with room to move, each with the part of the system in which its moves are felt."""
    columns = np.flatnonzero(room > NEAR)
    sub = system.matrix[:, columns]
    graph = sparse.block_array([[None, sub], [sub.T, None]])
    labels = connected_components(graph, directed=False)[1]
    rows, columns_in = labels[: sub.shape[0]], labels[sub.shape[0] :]
    found = {}
    for label in np.unique(columns_in):
        part = Part(system, room, columns[columns_in == label], np.flatnonzero(rows == label))
        found.update(dict.fromkeys(part.columns.tolist(), part))
    return found


def _solved(aim: Real, upper: Any, bounds: Real, equal: Any, box: Real) -> Any:
    """linprog's answer to: as far along `aim` as possible. Staying in place always is, so there is an answer."""
    for presolve in (True, False):
        options = {"presolve": presolve}
        found = linprog(-aim, upper, bounds, equal, np.zeros(equal.shape[0]), box, method="highs", options=options)
        if found.status == 0:
            return found
    raise ArithmeticError(found.message)
