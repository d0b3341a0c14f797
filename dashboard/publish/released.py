"""The cells of a register and the names of those to withhold in, a public release out: all of it or nothing."""

import json
from collections.abc import Set
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import changes, releases, whole
from dashboard.publish.draft import Draft, Facts
from dashboard.publish.lock import Held
from dashboard.publish.releases import ABOUT, ROWS, SYNTHETIC, Refused

QUERY = Path(__file__).parents[2] / "queries" / "register" / "release.sql"
STATUS = 7
# A connection for large registers does not promise to keep the order in which rows were put into a table.
ORDER = '"table", scope, year NULLS FIRST, code NULLS FIRST, measure'


def publish(held: Held, connection: duckdb.DuckDBPyConnection, withheld: Set[str], facts: Facts) -> dict[str, Any]:
    """Release the table `cells` and give back release.json; the same cells as those shown make no new release.

    register.parquet: table, scope, year, dimension, code, measure, value (null where withheld), status, conf_status,
    release.
    """
    made = draft(held, connection, withheld, facts)
    announce(held, made)
    written = write(held, connection, made)
    show(held, made)
    return written


def draft(held: Held, connection: duckdb.DuckDBPyConnection, withheld: Set[str], facts: Facts) -> Draft:
    """Table `released`, and what is to be said of it; nothing is written yet."""
    whole.recover(held.folder)
    return Draft(facts, _rows(connection, withheld), before(held.folder, facts))


def announce(held: Held, made: Draft) -> bool:
    """Whether this is a release that nobody has seen yet; should the process die, others know by this link."""
    if not made.is_new or releases.about(held.folder / made.name):
        return False
    whole.announce(held.folder, made.name)
    return True


def write(held: Held, connection: duckdb.DuckDBPyConnection, made: Draft) -> dict[str, Any]:
    """release.json of the draft, once it is announced; then it is on the disk, and not shown."""
    if made.before and not made.is_new:
        return made.before
    return releases.about(held.folder / made.name) or _write(held.folder, connection, made)


def show(held: Held, made: Draft) -> None:
    """In one step, and the last one: from now on everybody reads what was written."""
    if made.is_new:
        whole.point(held.folder / made.name)


def before(folder: Path, facts: Facts) -> dict[str, Any] | None:
    """What is shown now; a real release does not follow a synthetic one, it begins anew."""
    shown = releases.current(folder)
    said = releases.about(shown) if shown else None
    if said and facts.synthetic and not said[SYNTHETIC]:
        raise Refused("over_real")
    return said if said and said[SYNTHETIC] == facts.synthetic else None


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


def _write(folder: Path, connection: duckdb.DuckDBPyConnection, draft: Draft) -> dict[str, Any]:
    with whole.beside(folder) as beside:
        rows = connection.table("released").project(f"*, '{draft.name}' AS release").order(ORDER)
        rows.write_parquet(str(beside / ROWS), compression="zstd")
        said = _describe(draft, releases.sha256(beside / ROWS), _number(folder, draft.facts))
        said["changes"] = _changes(folder, beside, draft)
        text = json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (beside / ABOUT).write_text(text, encoding="utf-8", newline="\n")
        for path in (beside, beside / ROWS, beside / ABOUT):
            path.chmod(0o755 if path.is_dir() else 0o644)  # for everybody, whatever else the operator keeps private
        whole.settle(beside, draft.name)
    return said


def _number(folder: Path, facts: Facts) -> int:
    """One more than the last, be that shown or undone."""
    return 1 + max(
        (said["number"] for said in releases.listed(folder) if said[SYNTHETIC] == facts.synthetic), default=0
    )


def _describe(draft: Draft, digest: str, number: int) -> dict[str, Any]:
    before = draft.before
    return {
        "release": draft.name,
        "before": before["release"] if before else None,
        "number": number,
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
