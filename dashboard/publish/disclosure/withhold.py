"""Counts, what ties them together and a policy in; the names of the counts that must not be published, out.

The cell suppression problem as Fischetti and Salazar solve it (2001): the cheapest choice under the cuts known so far,
then new cuts from whatever in that choice can still be worked out, until nothing can. What comes out is safe because
there are tables to prove it, and the cheapest because no cut shuts out a safe choice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

import numpy as np

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.demands import demands
from dashboard.publish.disclosure.earlier import Release, together
from dashboard.publish.disclosure.master import Master
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.proof import Proof
from dashboard.publish.disclosure.reach import NEAR
from dashboard.publish.disclosure.system import Real, System, Whole

# Rounds of early cuts that may bring nothing.
PATIENCE = 3
# After so many safe choices the best of them is taken, though a cheaper one has not been ruled out.
TURNS = 40
LOG = logging.getLogger(__name__)


def withhold(
    cells: Iterable[Cell], relations: Iterable[Relation], policy: Policy, earlier: Iterable[Release] = ()
) -> frozenset[str]:
    """The cells to withhold; Refused where the policy cannot be kept at any loss.

    No other safe choice loses less, except where the log says by how much one might: finding it took too long.
    """
    now = list(cells)
    listed, known = together(now, relations, earlier)
    system = System(listed, known, policy.floor)
    least, most = _bounds(listed, policy)
    if not least.any():
        return frozenset()
    proof = Proof(system, demands(system, listed, policy))
    if never := proof.early_cuts(most, np.flatnonzero(least)):
        raise Refused(problems.UNSAFE, *dict.fromkeys(system.names[cut.cell] for cut in never))
    master = Master(np.array([float(cell.loss) for cell in listed]), system.down + 1, least, most)
    _prepare(master, proof, np.flatnonzero(least))
    chosen = _cheapest(master, proof)
    return frozenset(system.names[cell] for cell in np.flatnonzero(chosen)) & {cell.name for cell in now}


def _cheapest(master: Master, proof: Proof) -> Real:
    """Cuts until the cheapest choice is safe, or as dear as a safe one that was met on the way."""
    best: Real | None = None
    turn = 0
    while True:
        turn += 1
        chosen = master.choice()
        if best is not None and master.cost(chosen) > master.cost(best) - NEAR:
            return best
        if best is not None and turn > TURNS:
            LOG.warning("withheld: a loss of %d, where %d may do", master.cost(best), master.cost(chosen))
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


def _bounds(cells: list[Cell], policy: Policy) -> tuple[Real, Real]:
    """Which cells have to be withheld, and which may be."""
    exempt = {exempt.cell for exempt in policy.exceptions}
    if missing := exempt - {cell.name for cell in cells}:
        raise Refused(problems.NO_CELL, *sorted(missing))
    small = [cell for cell in cells if policy.sensitive(cell) and cell.name not in exempt]
    if known := [cell.name for cell in small if cell.public]:
        raise Refused(problems.KNOWN, *known)
    gone = {cell.name for cell in cells if cell.public is False} - exempt | {cell.name for cell in small}
    shown = exempt | {cell.name for cell in cells if cell.public or policy.always_public(cell)}
    least = np.array([float(cell.name in gone) for cell in cells])
    most = np.array([float(cell.name in gone or cell.name not in shown) for cell in cells])
    return least, most
