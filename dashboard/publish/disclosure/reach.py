"""A system and the cells that may move in it in, how far one of them can and a table in which it does out.

Moves are solved in floating point and then checked in whole numbers, so that no answer rests on rounding.
"""

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
        upper, bounds, equal, above, below, fixed = self._sides
        least, most = self._box(cell, sign, stop)
        most = np.where(self._room > 1 - NEAR, most, np.minimum(most, stop * self._room))
        found = _solved(self._aim(cell, sign), upper, bounds, equal, np.column_stack([least * self._room, most]))
        prices = np.zeros(len(self.system.low))
        marginals = -found.ineqlin.marginals
        prices[above] += marginals[: len(above)]
        prices[below] -= marginals[len(above) :]
        prices[fixed] = -found.eqlin.marginals
        return Bound(-found.fun, found.x, prices)

    def reach(self, cell: int, sign: int, stop: float) -> Reach:
        """The same in whole numbers: people come whole."""
        if stop == math.inf and sign > 0 and self._endless(cell):
            return Reach(math.inf)
        bound = self.bound(cell, sign, stop)
        far = math.floor(bound.far + NEAR)
        if (moves := self._whole(bound.moves)) is not None and sign * moves[cell] == far:
            return Reach(far, moves)
        return self._searched(cell, sign, stop)

    def _endless(self, cell: int) -> bool:
        """Whether there is a way up from which nothing ever turns back: the same relations, all bounds moved to zero.

        Asked first and apart, since HiGHS at times takes an unbounded program for one without a solution.
        """
        upper, bounds, equal, *_ = self._sides
        most = np.where(self.columns == cell, 1.0, math.inf)
        found = _solved(self._aim(cell, 1), upper, 0 * bounds, equal, np.column_stack([np.zeros(len(most)), most]))
        return bool(-found.fun > 1 / 2)

    def _searched(self, cell: int, sign: int, stop: float) -> Reach:
        matrix = self.system.matrix[self.rows][:, self.columns]
        held = LinearConstraint(matrix, self.system.low[self.rows], self.system.high[self.rows])
        aim = -self._aim(cell, sign)
        found = milp(aim, integrality=np.ones(len(aim)), bounds=self._box(cell, sign, stop), constraints=held)
        if found.x is None or (moves := self._whole(found.x)) is None:
            raise ArithmeticError(found.message)
        return Reach(sign * int(moves[cell]), moves)

    def _box(self, cell: int, sign: int, stop: float) -> tuple[Real, Real]:
        """The least and the most that each cell may move while nothing but `stop` holds it."""
        own = self.columns == cell
        least = -self.system.down[self.columns].astype(np.float64)
        most = np.full(len(own), math.inf)
        if sign > 0:
            return least, np.where(own, stop, most)
        return np.where(own, np.maximum(least, -stop), least), most

    def _aim(self, cell: int, sign: int) -> Real:
        return np.where(self.columns == cell, float(sign), 0.0)

    def _whole(self, moves: Real) -> Whole | None:
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
