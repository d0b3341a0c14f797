"""Counts, what ties them together and a policy in; the names of the counts that must not be published, out.

The cell suppression problem as Fischetti and Salazar solve it (2001): the cheapest choice under the cuts known so far,
then new cuts from whatever in that choice can still be worked out, until nothing can. What comes out is safe because
there are tables to prove it, and the cheapest because no cut shuts out a safe choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from dashboard.publish.disclosure import policy as rules
from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.policy import Policy, Refused
from dashboard.publish.disclosure.proof import Cut, Proof, demands
from dashboard.publish.disclosure.reach import NEAR
from dashboard.publish.disclosure.system import Real, System, Whole

# Rounds of early cuts that may bring nothing.
PATIENCE = 3


def withhold(cells: Iterable[Cell], relations: Iterable[Relation], policy: Policy) -> frozenset[str]:
    """The cells to withhold, with the least loss in all; Refused where the policy cannot be kept at any loss."""
    listed, known = list(cells), list(relations)
    system = System(listed, known, policy.floor)
    least, most = _bounds(listed, policy)
    must = np.flatnonzero(least)
    proof = Proof(system, demands(system, listed, policy))
    if never := proof.cuts(most, must):
        raise Refused(rules.UNSAFE, *dict.fromkeys(system.names[cut.cell] for cut in never))
    master = Master(np.array([float(cell.loss) for cell in listed]), least, most)
    _prepare(master, proof, must)
    chosen = _cheapest(master, proof)
    return frozenset(system.names[cell] for cell in np.flatnonzero(chosen))


def _cheapest(master: Master, proof: Proof) -> Real:
    """Cuts until the cheapest choice is safe, or as dear as a safe one that was met on the way."""
    best: Real | None = None
    while True:
        chosen = master.choice()
        if best is not None and master.cost(chosen) > master.cost(best) - NEAR:
            return best
        safe = _widened(master, proof, chosen)
        if safe is not None and (best is None or master.cost(safe) < master.cost(best)):
            best = safe


def _widened(master: Master, proof: Proof, chosen: Real) -> Real | None:
    """A choice and as much more as makes it safe. What is wrong with each of the steps is worth a cut."""
    while cuts := proof.cuts(chosen, np.flatnonzero(chosen)):
        master.add(cuts)
        try:
            chosen = master.choice(chosen)
        except Refused:
            return None
    return chosen


def _prepare(master: Master, proof: Proof, must: Whole) -> None:
    """Cuts from shares of cells, for as long as they make the cheapest choice dearer: solving shares is quick."""
    lost, idle = 0.0, 0
    while idle < PATIENCE and (cuts := proof.early_cuts(shares := master.shares(), must)):
        master.add(cuts)
        idle = 0 if master.cost(shares) > lost + NEAR else idle + 1
        lost = max(lost, master.cost(shares))


class Master:
    """The choice that loses least under the cuts so far: x is 1 where a cell is withheld."""

    def __init__(self, loss: Real, least: Real, most: Real) -> None:
        self.loss = loss
        self.least, self.most = least, most
        self._cuts: list[Any] = [sparse.csr_array((0, len(loss)))]

    def add(self, cuts: list[Cut]) -> None:
        rows = np.array([cut.weights for cut in cuts])
        rows[np.arange(len(cuts)), [cut.cell for cut in cuts]] -= 1
        self._cuts.append(sparse.csr_array(rows))

    def cost(self, chosen: Real) -> float:
        return float(self.loss @ chosen)

    def shares(self) -> Real:
        """As if a part of a cell could be withheld."""
        return np.clip(self._solved(0, self.least), 0, 1)

    def choice(self, least: Real | None = None) -> Real:
        """The cheapest of all, or of those that withhold at least these."""
        return np.rint(self._solved(1, self.least if least is None else least))

    def _solved(self, whole: int, least: Real) -> Real:
        rows = sparse.vstack(self._cuts)
        held = [LinearConstraint(rows, 0, np.inf)] if rows.shape[0] else []
        integrality = np.full(len(self.loss), whole)
        box = Bounds(least, self.most)
        found = milp(self.loss, integrality=integrality, bounds=box, constraints=held, options={"mip_rel_gap": 0})
        if found.status == 2:
            raise Refused(rules.UNSAFE)
        if found.x is None:
            raise ArithmeticError(found.message)
        return np.asarray(found.x)


def _bounds(cells: list[Cell], policy: Policy) -> tuple[Real, Real]:
    """Which cells have to be withheld, and which may be."""
    exempt = {exempt.cell for exempt in policy.exceptions}
    if missing := exempt - {cell.name for cell in cells}:
        raise Refused(rules.NO_CELL, *sorted(missing))
    small = [cell for cell in cells if policy.sensitive(cell) and cell.name not in exempt]
    if known := [cell.name for cell in small if cell.public]:
        raise Refused(rules.KNOWN, *known)
    gone = {cell.name for cell in cells if cell.public is False} - exempt | {cell.name for cell in small}
    shown = exempt | {cell.name for cell in cells if cell.public or policy.always_public(cell)}
    least = np.array([float(cell.name in gone) for cell in cells])
    most = np.array([float(cell.name in gone or cell.name not in shown) for cell in cells])
    return least, most
