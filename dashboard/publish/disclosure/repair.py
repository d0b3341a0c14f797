"""A choice of withheld cells that is not safe in, one that is and withholds little more out: quickly, not at best.

Cell after cell is hidden by the cheapest table that hides it, where cells that are withheld already cost next to
nothing: the heuristic of Kelly, Golden and Assad (Cell Suppression: Disclosure Protection for Sensitive Tabular Data,
Networks 22, 1992), which solves one small program a cell. All tables are kept, as they are the proof.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from dashboard.publish.disclosure.clock import Clock
from dashboard.publish.disclosure.demands import Demand, met
from dashboard.publish.disclosure.reach import Part, Task
from dashboard.publish.disclosure.system import Real, Whole
from dashboard.publish.disclosure.tables import Chosen, Tables
from dashboard.publish.disclosure.ways import way

# What a cell costs that is withheld anyway: enough that no table moves it without need.
NEXT_TO_NOTHING = 1e-3


class Repair(NamedTuple):
    """The parts of a system in which all may move that can be withheld, what is asked of each cell, and the losses."""

    free: dict[int, Part]
    asked: list[list[Demand]]
    loss: Real
    tables: Tables
    clock: Clock

    def safe(self, chosen: Chosen, never: Chosen, most: float = np.inf) -> tuple[Chosen, Demand | None]:
        """At least these withheld, and none of `never`; and a demand that cannot be met so, if there is one.

        It gives up with a demand too where more than `most` would be lost. Late when the time is up.
        """
        chosen, far = chosen.copy(), self.tables.far(chosen)
        waiting = self.asked_of(chosen)
        while waiting:
            demand = waiting.pop(0)
            if met(demand, far):
                continue
            self.clock.check()
            moves = self._way(demand, chosen, never, far)
            if moves is None or self.loss @ (chosen | (moves != 0)) > most:
                return chosen, demand
            for table in self.tables.add(moves):
                far = {sign: np.maximum(reach, sign * table) for sign, reach in far.items()}
            more = (moves != 0) & ~chosen
            chosen |= more
            waiting += self.asked_of(more)
        return chosen, None

    def asked_of(self, chosen: Chosen) -> list[Demand]:
        """The largest first: what hides these hides many small ones."""
        asked = (demand for cell in np.flatnonzero(chosen).tolist() for demand in self.asked[cell])
        return sorted(asked, key=lambda demand: -demand.amount)

    def _way(self, demand: Demand, chosen: Chosen, never: Chosen, far: dict[int, Whole]) -> Whole | None:
        """The table by which a demand is met at least cost."""
        price = np.where(never, np.inf, np.where(chosen, NEXT_TO_NOTHING, self.loss))
        found = []
        for sign in demand.signs:
            left = demand.amount - sum(int(far[other][demand.cell]) for other in demand.signs if other != sign)
            if (moves := way(self.free[demand.cell], Task(demand.cell, sign, left), price)) is not None:
                found.append(moves)
        return min(found, key=lambda moves: float(self.loss @ ((moves != 0) & ~chosen)), default=None)
