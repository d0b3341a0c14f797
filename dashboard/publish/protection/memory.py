"""What earlier releases were made of, into the private store and out of it: all values, and what ties them together.

REGISTER_DIR/releases/<release>/ holds cells.parquet (cell, value, behind, withheld) and relations.parquet (relation,
low, high, cell, weight). What was public once is known for ever, so a public release that is not here is a refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.i18n import Language
from dashboard.publish import lock, whole
from dashboard.publish.disclosure.cells import Cell, Relation
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.releases import SYNTHETIC
from dashboard.publish.store import Unsafe

FOLDER, CELLS, RELATIONS = "releases", "cells.parquet", "relations.parquet"


class Forgotten(Unsafe):
    """The store does not hold what a public release was made of."""

    def __init__(self, release: str) -> None:
        super().__init__("forgotten", release)

    def sentence(self, t: Language) -> str:
        """Why nothing can be released, and what to do."""
        return t(
            "The release {name} is public, but the private store does not hold what it was made of, so nobody can tell "
            "what a new one would give away. Put the store back from your copy.",
            name=self.path,
        )


def keep(store: Path, release: Release) -> None:
    """Write what a release was made of, for the eyes of the owner alone."""
    with lock.hold(store / FOLDER) as held, whole.beside(held.folder) as beside:
        with duckdb.connect(config={"threads": "1"}) as connection:
            for name, rows in ((CELLS, _cells(release)), (RELATIONS, _relations(release))):
                connection.from_df(rows).write_parquet(str(beside / name), compression="zstd")
        for path in (held.folder, beside, *beside.iterdir()):
            path.chmod(0o700 if path.is_dir() else 0o600)
        whole.settle(beside, release.name)


def earlier(store: Path, public: Iterable[Mapping[str, Any]]) -> list[Release]:
    """All that was kept of real releases, public: release.json of those that the world can see; Forgotten if one lacks.

    A release that was kept and is no longer among the public ones counts as well: somebody may have a copy.
    """
    # A process that was killed while it wrote leaves a folder whose name begins with a dot.
    kept = {path.name: path for path in (store / FOLDER).glob("[!.]*/")}
    if missing := {said["release"] for said in public} - kept.keys():
        raise Forgotten(min(missing))
    return [_read(path) for name, path in sorted(kept.items()) if not name.startswith(SYNTHETIC)]


def _cells(release: Release) -> pd.DataFrame:
    rows = [(cell.name, cell.value, cell.people, cell.name in release.withheld) for cell in release.cells]
    return pd.DataFrame(rows, columns=["cell", "value", "behind", "withheld"]).astype({"cell": object})


def _relations(release: Release) -> pd.DataFrame:
    rows = [
        (number, relation.low, relation.high, cell, weight)
        for number, relation in enumerate(release.relations)
        for cell, weight in relation.weights.items()
    ]
    named = pd.DataFrame(rows, columns=["relation", "low", "high", "cell", "weight"])
    return named.astype({"low": "Int64", "high": "Int64", "cell": object})


def _read(folder: Path) -> Release:
    with duckdb.connect(config={"threads": "1"}) as connection:
        cells = connection.read_parquet(str(folder / CELLS)).order("cell").fetchall()
        rows = connection.read_parquet(str(folder / RELATIONS)).order("relation, cell").fetchall()
    known: dict[int, Relation] = {}
    for number, low, high, cell, weight in rows:
        before = known.get(number, Relation({}, low, high))
        known[number] = Relation({**before.weights, cell: weight}, low, high)
    listed = tuple(Cell(cell, value, behind) for cell, value, behind, _ in cells)
    return Release(folder.name, listed, tuple(known.values()), frozenset(row[0] for row in cells if row[3]))
