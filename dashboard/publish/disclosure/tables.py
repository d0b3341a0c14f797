"""Tables of whole moves in, how far each cell moves in those of them in which only some cells do out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.publish.disclosure.system import System, Whole

Chosen = NDArray[np.bool_]
# So many rows are made room for at once.
ROOM = 256


class Tables:
    """Tables that agree with all relations, checked in whole numbers: proof where only withheld cells move in them."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._rows = np.zeros((ROOM, len(system.names)), dtype=np.int64)
        self._count = 1  # that in which nothing moves

    def add(self, moves: Whole) -> list[Whole]:
        """Keep a table, and its opposite if that is one too; both are given back."""
        kept = [each for each in (moves, -moves) if self.system.possible(each)]
        if self._count + 2 > len(self._rows):
            self._rows = np.vstack([self._rows, np.zeros_like(self._rows)])
        for each in kept:
            self._rows[self._count] = each
            self._count += 1
        return kept

    def far(self, may_move: Chosen) -> dict[int, Whole]:
        """How far up (1) and down (-1) each cell goes where nothing moves but these."""
        rows = self._rows[: self._count]
        inside = rows[~rows[:, ~may_move].any(axis=1)]
        return {1: inside.max(axis=0), -1: -inside.min(axis=0)}
