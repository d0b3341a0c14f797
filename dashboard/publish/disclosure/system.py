"""Cells and relations in, the inequalities that somebody who works a cell out has to solve out.

Unknown is how far a cell is from its true value (a move): no move at all is always a solution, and numbers stay small
however large the counts.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from dashboard.publish.disclosure.cells import Cell, Relation, check

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


class System:
    """The cells in their order, and between which bounds their relations leave them to move."""

    def __init__(self, cells: list[Cell], relations: list[Relation], floor: int) -> None:
        check(cells, relations)
        self.names = [cell.name for cell in cells]
        self.index = {name: place for place, name in enumerate(self.names)}
        self.values = np.array([cell.value for cell in cells], dtype=np.int64)
        self.down = np.maximum(self.values - floor, 0)
        self.matrix = self._matrix(relations)
        reached = self.matrix @ self.values
        self.low = np.array([-math.inf if r.low is None else r.low for r in relations]) - reached
        self.high = np.array([math.inf if r.high is None else r.high for r in relations]) - reached

    def _matrix(self, relations: list[Relation]) -> Any:
        entries = [(row, self.index[name], w) for row, r in enumerate(relations) for name, w in r.weights.items()]
        rows, columns, weights = np.array(entries, dtype=np.int64).reshape(-1, 3).T
        shape = (len(relations), len(self.names))
        return sparse.csr_array((weights, (rows, columns)), shape=shape, dtype=np.int64)

    def possible(self, moves: Whole) -> bool:
        """Whether the moved table keeps every relation, in exact arithmetic."""
        reached = self.matrix @ moves
        return bool((moves >= -self.down).all() and (self.low <= reached).all() and (reached <= self.high).all())
