"""A system and the cells that may move in it in, how far one of them can and a table in which it does out.

Moves are solved in floating point and then checked in whole numbers, so that no answer rests on rounding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from dashboard.publish.disclosure.clock import Clock
from dashboard.publish.disclosure.programs import Program
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
    def program(self) -> Program:
        matrix = self.system.matrix[self.rows][:, self.columns]
        return Program(matrix, self.system.low[self.rows], self.system.high[self.rows])

    def beside(self, moved: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """These columns and those that are in a relation with one of them."""
        tied = abs(self.program.whole_matrix)
        return np.asarray(tied.T @ (tied @ moved.astype(np.int64)) > 0) | moved

    @cached_property
    def _room(self) -> Real:
        return self.room[self.columns]

    def bounds(self, tasks: list[Task], clock: Clock | None = None) -> Iterator[Bound]:
        """How far each task goes in real numbers. Small ones are solved as one: asking takes longer than answering."""
        together = max(1, TOGETHER // len(self.columns))
        for start in range(0, len(tasks), together):
            if clock:
                clock.check()
            yield from self._bounds(tasks[start : start + together])

    def _bounds(self, tasks: list[Task]) -> list[Bound]:
        aims = np.array([self._aim(task) for task in tasks])
        moves, paid = self.program.real(aims, np.array([self._narrowed(task) for task in tasks]))
        prices = np.zeros((len(tasks), len(self.system.low)))
        prices[:, self.rows] = paid
        return [Bound(float(aims[n] @ moves[n]), moves[n], prices[n]) for n in range(len(tasks))]

    def _narrowed(self, task: Task) -> Real:
        """The box of the cells, narrower for those of which only a share may move."""
        least, most = self._box(task)
        most = np.where(self._room > 1 - NEAR, most, np.minimum(most, task.stop * self._room))
        return np.column_stack([least * self._room, most])

    def reaches(self, tasks: list[Task]) -> list[Reach]:
        """The same in whole numbers: people come whole."""
        endless = (
            set(self.columns[self.program.endless()].tolist()) if any(t.stop == math.inf for t in tasks) else set()
        )
        ends = [task for task in tasks if task.sign < 0 or task.cell not in endless or task.stop < math.inf]
        found = {task: self.whole(task, bound) for task, bound in zip(ends, self.bounds(ends), strict=True)}
        return [found.get(task, Reach(math.inf)) for task in tasks]

    def whole(self, task: Task, bound: Bound) -> Reach:
        """What becomes of an answer in real numbers."""
        far = math.floor(bound.far + NEAR)
        if (moves := self.rounded(bound.moves)) is not None and task.sign * moves[task.cell] == far:
            return Reach(far, moves)
        # Most often the cells that real numbers move are enough, and few.
        near = Task(task.cell, task.sign, far)
        moved = np.abs(bound.moves) > NEAR
        least, most = (np.where(moved, side, 0) for side in self._beyond(near))
        if (found := self.program.whole(-self._aim(task), least, most)) is not None:
            return self._checked(task, found)
        return self._searched(task)

    def _searched(self, task: Task) -> Reach:
        """By branching. Whole cells at times cannot stop where they are told to: then beyond it, if not before."""
        aim = self._aim(task)
        if task.stop < math.inf and (found := self.program.whole(-aim, *self._beyond(task))) is not None:
            return self._checked(task, found)
        if (found := self.program.whole(aim, *self._box(task))) is None:
            raise ArithmeticError(f"no whole numbers for {self.system.names[task.cell]}")
        return self._checked(task, found)

    def _checked(self, task: Task, found: Real) -> Reach:
        if (moves := self.rounded(found)) is None:
            raise ArithmeticError(f"rounding moves {self.system.names[task.cell]} out of its relations")
        return Reach(task.sign * int(moves[task.cell]), moves)

    def _box(self, task: Task) -> tuple[Real, Real]:
        """The least and the most that each cell may move while nothing but `stop` holds it."""
        least, most = -self.system.down[self.columns].astype(np.float64), np.full(len(self.columns), math.inf)
        own = self.columns == task.cell
        if task.sign > 0:
            return least, np.where(own, task.stop, most)
        return np.where(own, np.maximum(least, -task.stop), least), most

    def _beyond(self, task: Task) -> tuple[Real, Real]:
        """The same where the cell has to move by `stop` or more."""
        least, most = self._box(Task(task.cell, task.sign, math.inf))
        own = self.columns == task.cell
        if task.sign > 0:
            return np.where(own, task.stop, least), most
        return least, np.where(own, -task.stop, most)

    def _aim(self, task: Task) -> Real:
        return np.where(self.columns == task.cell, float(task.sign), 0.0)

    def rounded(self, moves: Real) -> Whole | None:
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
