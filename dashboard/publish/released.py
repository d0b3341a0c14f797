"""The cells of a register and the names of those to withhold in, a public release out: all of it or nothing."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import changes, releases, whole
from dashboard.publish.lock import Held
from dashboard.publish.releases import ABOUT, ROWS, SYNTHETIC, Refused

QUERY = Path(__file__).parents[2] / "queries" / "register" / "release.sql"
STATUS = 7
# A connection for large registers does not promise to keep the order in which rows were put into a table.
ORDER = '"table", scope, year NULLS FIRST, code NULLS FIRST, measure'


@dataclass(frozen=True)
class Facts:
    """What a release says of itself: the day of its data, the policy it keeps, and whether its people are invented."""

    as_of: dt.date
    policy: Mapping[str, Any] = field(default_factory=dict)
    synthetic: bool = False


@dataclass(frozen=True)
class Draft:
    """Rows as they are to be released, what they say of themselves, and release.json of the one that they follow."""

    facts: Facts
    rows: list[tuple[Any, ...]]
    before: dict[str, Any] | None

    @property
    def content(self) -> str:
        """A digest of what everybody may see, and of nothing else."""
        said = [self.facts.as_of.isoformat(), dict(self.facts.policy), self.facts.synthetic, self.rows]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    @property
    def name(self) -> str:
        """The day, and a digest of the rows and of what came before: the same after the same has the same name."""
        chain = f"{self.before['release'] if self.before else ''} {self.content}"
        plain = f"{self.facts.as_of.isoformat()}-{hashlib.sha256(chain.encode()).hexdigest()[:8]}"
        return f"{SYNTHETIC}-{plain}" if self.facts.synthetic else plain


def publish(held: Held, connection: duckdb.DuckDBPyConnection, withheld: Set[str], facts: Facts) -> dict[str, Any]:
    """Release the table `cells` and give back release.json; the same cells as those shown make no new release.

    register.parquet: table, scope, year, dimension, code, measure, value (null where withheld), status, conf_status,
    release.
    """
    draft = Draft(facts, _rows(connection, withheld), _before(held.folder, facts))
    if draft.before and draft.before["content"] == draft.content:
        return draft.before
    if (known := releases.about(held.folder / draft.name)) is None:
        known = _write(held.folder, connection, draft)
    whole.point(held.folder / draft.name)
    return known


def _rows(connection: duckdb.DuckDBPyConnection, withheld: Set[str]) -> list[tuple[Any, ...]]:
    """Table `released`; every name must be that of a cell, or something would be published that should not be."""
    names = {name for (name,) in connection.sql("SELECT cell FROM cells").fetchall()}
    if not names:
        raise Refused("no_cells")
    if unknown := withheld - names:
        raise ValueError(f"no cell is named {min(unknown)}")
    connection.execute("CREATE OR REPLACE TABLE withheld (cell VARCHAR)")
    if withheld:
        connection.append("withheld", pd.DataFrame({"cell": sorted(withheld)}, dtype=object))
    connection.execute(f"CREATE OR REPLACE TABLE released AS {QUERY.read_text(encoding='utf-8')}")
    return connection.table("released").order(ORDER).fetchall()


def _before(folder: Path, facts: Facts) -> dict[str, Any] | None:
    """What is shown now; a real release does not follow a synthetic one, it begins anew."""
    shown = releases.current(folder)
    said = releases.about(shown) if shown else None
    if said and facts.synthetic and not said[SYNTHETIC]:
        raise Refused("over_real")
    return said if said and said[SYNTHETIC] == facts.synthetic else None


def _write(folder: Path, connection: duckdb.DuckDBPyConnection, draft: Draft) -> dict[str, Any]:
    with whole.beside(folder) as beside:
        rows = connection.table("released").project(f"*, '{draft.name}' AS release").order(ORDER)
        rows.write_parquet(str(beside / ROWS), compression="zstd")
        said = _describe(draft, releases.sha256(beside / ROWS)) | {"changes": _changes(folder, beside, draft)}
        text = json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (beside / ABOUT).write_text(text, encoding="utf-8", newline="\n")
        whole.settle(beside, draft.name)
    return said


def _describe(draft: Draft, digest: str) -> dict[str, Any]:
    before = draft.before
    return {
        "release": draft.name,
        "before": before["release"] if before else None,
        "number": before["number"] + 1 if before else 1,
        "as_of": draft.facts.as_of.isoformat(),
        "policy": dict(draft.facts.policy),
        SYNTHETIC: draft.facts.synthetic,
        "rows": len(draft.rows),
        "withheld": sum(row[STATUS] == changes.WITHHELD for row in draft.rows),
        "content": draft.content,
        "sha256": {ROWS: digest},
    }


def _changes(folder: Path, beside: Path, draft: Draft) -> dict[str, list[str]]:
    """Language -> what changed against the release before, in sentences."""
    if draft.before is None:
        withheld = sum(row[STATUS] == changes.WITHHELD for row in draft.rows)
        return {lang: changes.first(len(draft.rows), withheld, Language(lang)) for lang in LANGUAGES}
    found = changes.between(folder / draft.before["release"] / ROWS, beside / ROWS)
    return {lang: changes.sentences(found, Language(lang)) for lang in LANGUAGES}
