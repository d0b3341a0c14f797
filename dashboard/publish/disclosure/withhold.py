"""Counts, what ties them together and a policy in; the names of the counts that must not be published, out.

First a safe choice is made quickly, then each of its cells is tried without, then the cheapest is looked for: the best
choice under the cuts known so far, and new cuts from whatever in that choice can still be worked out, until nothing can
(Fischetti and Salazar 2001). Whenever the time is up, the best choice so far is taken. What comes out is safe because
there are tables to prove it, and the cheapest, unless the log says otherwise, because no cut shuts out a safe choice.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable

import numpy as np

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.clock import Clock, Late
from dashboard.publish.disclosure.demands import demands
from dashboard.publish.disclosure.earlier import Release, together
from dashboard.publish.disclosure.master import Master
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.proof import Proof
from dashboard.publish.disclosure.reach import Part, parts
from dashboard.publish.disclosure.repair import Repair
from dashboard.publish.disclosure.search import cheapest
from dashboard.publish.disclosure.system import System
from dashboard.publish.disclosure.tables import Chosen, Tables
from dashboard.publish.disclosure.trial import quick, trimmed

# On two cores that others use too.
SECONDS = 60.0
LOG = logging.getLogger(__name__)


def withhold(
    cells: Iterable[Cell],
    relations: Iterable[Relation],
    policy: Policy,
    earlier: Iterable[Release] = (),
    seconds: float = SECONDS,
    told: bool = False,
) -> frozenset[str]:
    """The cells to withhold; Refused where the policy cannot be kept at any loss.

    No other safe choice loses less, except where the log says by how much one might: finding it took too long. `told`
    forgives what statements and published zeros tell together, so that no release could hide it.
    """
    now, clock = list(cells), Clock(seconds)
    listed, known = together(now, relations, earlier)
    system = System(listed, known, policy.floor)
    must, may = _bounds(listed, policy)
    tables = Tables(system)
    asked = demands(system, listed, policy, tables, told)
    loss = np.array([float(cell.loss) for cell in listed])
    repair = Repair(parts(system, may.astype(float)), asked, loss, tables, clock)
    try:
        chosen = trimmed(repair, quick(repair, must, may, must), must, may)
    except Late:
        chosen = quick(repair._replace(clock=Clock(math.inf)), must, may, may)
    chosen, bound = _cheapest(repair, chosen, must, may)
    if (lost := float(loss @ chosen)) > bound:
        LOG.info("withheld: a loss of %d, where %d may do", lost, bound)
    return frozenset(system.names[cell] for cell in np.flatnonzero(chosen)) & {cell.name for cell in now}


def _cheapest(repair: Repair, chosen: Chosen, must: Chosen, may: Chosen) -> tuple[Chosen, float]:
    """Part by part, as what is withheld in one tells nothing of another: the small ones first."""
    system, size = repair.tables.system, repair.tables.system.down + 1
    there = {id(part): part for cell, part in repair.free.items() if must[cell]}
    waiting, bound = sorted(there.values(), key=lambda part: len(part.columns)), 0.0
    chosen = chosen & _inside(waiting, len(may))
    for turn, part in enumerate(waiting):
        inside = _inside([part], len(may))
        clock = Clock(max(repair.clock.left, 0) / (len(waiting) - turn))
        master = Master(repair.loss, size, must & inside, may & inside, clock)
        proof = Proof(system, repair.asked, repair.tables, clock)
        better, least = cheapest(master, proof, repair._replace(clock=clock), chosen & inside)
        chosen, bound = np.where(inside, better, chosen), bound + least
    return chosen, bound


def _inside(some: list[Part], cells: int) -> Chosen:
    inside = np.zeros(cells, dtype=bool)
    for part in some:
        inside[part.columns] = True
    return inside


def _bounds(cells: list[Cell], policy: Policy) -> tuple[Chosen, Chosen]:
    """Which cells have to be withheld, and which may be."""
    exempt = {exempt.cell for exempt in policy.exceptions}
    if missing := exempt - {cell.name for cell in cells}:
        raise Refused(problems.NO_CELL, *sorted(missing))
    small = [cell for cell in cells if policy.sensitive(cell) and cell.name not in exempt]
    if known := [cell.name for cell in small if cell.public]:
        raise Refused(problems.KNOWN, *known)
    gone = {cell.name for cell in cells if cell.public is False} - exempt | {cell.name for cell in small}
    shown = exempt | {cell.name for cell in cells if cell.public or policy.always_public(cell)}
    must = np.array([cell.name in gone for cell in cells], dtype=bool)
    may = np.array([cell.name in gone or cell.name not in shown for cell in cells], dtype=bool)
    return must, may
