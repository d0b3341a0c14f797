"""The tables of a counted register in, the names of the cells that its release withholds out: proven, or refused.

The attacker is given the register's own structure, the calendar, the published statements and every earlier release.
The page adds nothing to that. Each of its filters only chooses among released cells, so what it shows is a subset of
the release; its shares are quotients of two released cells of one year, which whoever has both can work out; and
volunteer-years are rounded, while the attacker is given the exact days of all that is not withheld.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import duckdb

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.breaches import breaches
from dashboard.publish.disclosure.clock import Clock
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.withhold import SECONDS, withhold
from dashboard.publish.protection import knowledge
from dashboard.publish.protection.memory import Forgotten, earlier, keep

__all__ = ["Forgotten", "Unprotected", "earlier", "keep_knowledge", "protect"]
LOG = logging.getLogger(__name__)


class Unprotected(Exception):
    """The attacker worked cells out that were thought to be safe: a fault of the program, and nothing is released."""


def protect(
    connection: duckdb.DuckDBPyConnection,
    policy: Policy,
    earlier: Iterable[Release],
    claims: Path,
    seconds: float = SECONDS,
) -> frozenset[str]:
    """The names of the cells to withhold, from the tables `cells`, `parts`, `years` and `spans` of a connection.

    claims: Parquet of the published statements. Refused where the policy cannot be kept at any loss. Where it cannot
    be kept only because of zeros that it publishes, some of these are withheld as well; where statements alone already
    tell too much of a cell, the cell is withheld all the same. The log names the cells in both cases. After so many
    seconds the best safe choice so far is taken, and the log says how much less might be lost.
    """
    cells, known, clock = knowledge.cells(connection), list(earlier), Clock(seconds)
    for rules, told in _attempts(policy):
        relations = knowledge.relations(connection, claims, rules.zeros_published)
        try:
            gone = withhold(cells, relations, rules, known, clock.left, told)
        except Refused as refused:
            if refused.sentence != problems.UNSAFE or told:
                raise
            LOG.info("%d cells: %s", len(refused.cells), refused.sentence)
            continue
        if found := breaches(cells, relations, gone, rules, known, told):
            raise Unprotected(f"{len(found)} cells, among them {min(found)}")
        return gone
    raise Refused(problems.UNSAFE)


def _attempts(policy: Policy) -> list[tuple[Policy, bool]]:
    """The policy; the same where zeros may be withheld for the sake of others; and what statements tell is forgiven."""
    if not policy.zeros_published:
        return [(policy, False), (policy, True)]
    hiding = replace(policy, zeros_published=False, zeros_small=False)
    return [(policy, False), (hiding, False), (hiding, True)]


def keep_knowledge(store: Path, release: str, connection: duckdb.DuckDBPyConnection, withheld: Iterable[str]) -> None:
    """Keep in the private store what was counted for a release and withheld of it; before the release is public.

    From the tables of `protect`, with the view `claims` that it made.
    """
    cells, relations = knowledge.cells(connection), knowledge.believed(connection)
    keep(store, Release(release, tuple(cells), tuple(relations), frozenset(withheld)))
