"""A safe choice in; the cheapest, or the best until the time is up, out, and what any safe choice loses at least."""

from __future__ import annotations

import math

import numpy as np

from dashboard.publish.disclosure.clock import Late
from dashboard.publish.disclosure.master import Master
from dashboard.publish.disclosure.proof import Proof
from dashboard.publish.disclosure.repair import Repair
from dashboard.publish.disclosure.system import Whole
from dashboard.publish.disclosure.tables import Chosen

# So many cells are asked at once before the shares are chosen anew.
SOME = 25
# After so many turns the best choice is taken, though a cheaper one has not been ruled out.
TURNS = 40


def cheapest(master: Master, proof: Proof, repair: Repair, best: Chosen) -> tuple[Chosen, float]:
    """The cheapest choice and its loss; or, when the time is up, the best so far and a bound of the loss of any."""
    must = np.flatnonzero(master.least)
    master.beat(best)
    try:
        _prepare(master, proof, must)
        for _ in range(TURNS):
            chosen = master.choice()
            if chosen is None:
                break
            cuts = proof.cuts(chosen.astype(float), np.flatnonzero(chosen))
            master.add(cuts)
            better, stuck = repair.safe(chosen, ~master.most, float(master.loss @ best) - 1)
            if stuck is None:
                best = better
                master.beat(best)
    except Late:
        pass
    return best, min(master.bound, float(master.loss @ best))


def _prepare(master: Master, proof: Proof, must: Whole) -> None:
    """Cuts from shares of cells, until nobody brings one more: solving shares is quick."""
    idle, turns = 0, math.ceil(len(must) / SOME)
    for turn in range(turns * TURNS):
        shares = master.shares()
        if shares is None or idle == turns:
            return
        cuts = proof.early_cuts(shares, must[turn % turns :: turns])
        master.add(cuts)
        idle = 0 if cuts else idle + 1
