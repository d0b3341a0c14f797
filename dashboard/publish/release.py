"""A folder of source files in, a folder of Parquet files and release.json out: all of it or nothing."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pandas as pd

from dashboard import data
from dashboard.publish import borders, checks, problems
from dashboard.publish.checks import Codes
from dashboard.publish.problems import Problem

TABLES = {"claims": "claim", "sources": "source", "countries": "country", "regions": "region"}


class Refused(Exception):
    """The source files may not be published; `problems` says why."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(f"{len(found)} problems")
        self.problems = sorted(found, key=lambda problem: (problem.file, problem.row or 0, problem.column or ""))


def publish(source: Path, target: Path, codes: Codes) -> dict[str, Any]:
    """Check `source`, write the release to `target` and give back release.json; Refused changes nothing on disk."""
    connection, found = checks.database(source, codes)
    shapes = _shapes(source, found)
    if found or shapes is None:  # rows that could not be read would be missed by every check
        raise Refused(found)
    checks.append(connection, "shapes", pd.DataFrame(shapes[["country", "scale"]]))
    checks.append(connection, "labels", borders.label_points(shapes))
    checks.type_tables(connection)
    if found := checks.bad_rows(connection):
        raise Refused(found)
    return _replace(target, connection, borders.borders(shapes))


def _shapes(source: Path, found: list[Problem]) -> gpd.GeoDataFrame | None:
    try:
        return borders.shapes(source)
    except borders.Unreadable as error:
        sentence = problems.NOT_A_TOPOLOGY if error.path.exists() else problems.MISSING_FILE
        found.append(Problem(error.path.name, None, None, None, sentence))
        return None


def _replace(target: Path, connection: duckdb.DuckDBPyConnection, land: gpd.GeoDataFrame) -> dict[str, Any]:
    """Write beside the target, then move file by file, release.json last: a reader sees by its hashes if all fit.

    The release before goes into the archive first, so that no moment is without it.
    """
    beside = target.parent / f".{target.name}.next"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        release = _write(beside, connection, land)
        target.mkdir(exist_ok=True)
        _keep(target, beside, release["release"])
        for name in (*release["sha256"], "release.json"):
            (beside / name).replace(target / name)
    finally:
        shutil.rmtree(beside)
    return release


def _keep(target: Path, beside: Path, following: str) -> None:
    """Copy what is small of the release before, so that a picture of it can still be told from a forged one."""
    try:
        name = str(data.whole(target)["release"])
    except data.BrokenData:  # a first release has none before it; one that was cut off has kept it already
        return
    kept = target / data.ARCHIVE / name
    if name == following or not data.RELEASE.fullmatch(name) or _is_whole(kept):
        return
    (copy := beside / data.ARCHIVE).mkdir()
    for file in (*data.FILES, "release.json"):
        shutil.copyfile(target / file, copy / file)
    data.whole(copy)
    shutil.rmtree(kept, ignore_errors=True)
    kept.parent.mkdir(exist_ok=True)
    copy.replace(kept)


def _is_whole(folder: Path) -> bool:
    try:
        data.whole(folder)
    except data.BrokenData:
        return False
    return True


def _write(folder: Path, connection: duckdb.DuckDBPyConnection, land: gpd.GeoDataFrame) -> dict[str, Any]:
    for table, key in TABLES.items():
        columns = [column for column in connection.table(table).columns if column != "row"]
        rows = connection.table(table).select(*columns).order(key)
        rows.write_parquet(str(folder / f"{table}.parquet"), compression="zstd", row_group_size=100_000)
    land.to_parquet(folder / "borders.parquet", compression="zstd", compression_level=19, row_group_size=100_000)
    release = _release(folder, connection, len(land))
    text = json.dumps(release, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / "release.json").write_text(text, encoding="utf-8", newline="\n")
    return release


def _release(folder: Path, connection: duckdb.DuckDBPyConnection, shapes: int) -> dict[str, Any]:
    as_of, changes = connection.sql(checks.statement(checks.TABLES / "release.sql")).fetchall()[0]
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.parquet"))}
    whole = hashlib.sha256("".join(hashes.values()).encode()).hexdigest()
    rows = {table: len(connection.table(table)) for table in TABLES} | {"borders": shapes}
    return {"release": f"{as_of}-{whole[:8]}", "as_of": as_of, "changes": changes, "rows": rows, "sha256": hashes}
