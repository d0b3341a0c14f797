"""A small source that may be published, and what the tests do with folders of it."""

import csv
import hashlib
import io
import json
from pathlib import Path

import duckdb
import pytest

from dashboard.publish.checks import SHEETS
from dashboard.publish.release import Refused, publish

PROJECT = Path(__file__).parents[2]

CODES = {
    "measures": ["placements", "volunteers_at_home", "growth_pct"],
    "counted_by_place": ["placements", "volunteers_at_home"],
    "changes": ["growth_pct"],
    "agencies": ["UNDP", "IOM"],
    "events": ["floods"],
    "languages": ["kk", "ru", "en"],
    "countries": ["KAZ", "KEN", "MMR", "THA", "XJK"],
    "regions": ["KZ-71", "KZ-75"],
    "sexes": ["F", "M"],
    "speakers": ["minister"],
    "world_regions": ["AFR", "AP"],
}
SMALL = ("claims.parquet", "sources.parquet", "countries.parquet", "regions.parquet", "release.json")
FOUR_YEARS = {"period_from": "2020-01-01", "period_to": "2023-12-31", "from_precision": "year", "to_precision": "year"}
ONE_DAY = {"period_from": "2022-08-19", "period_to": "2022-08-19", "from_precision": "day", "to_precision": "day"}
UP_TO_JUNE = {"period_to": "2023-06-30", "to_precision": "month"}
SENT = {"measure": "placements", "qualifier": "exact", "kind": "flow", "origin": "KAZ", "source": "WIRE"}
AT_HOME = {"measure": "volunteers_at_home", "kind": "stock", "origin": "KAZ", "hosts": "KAZ", "source": "PAPER"}

# The first claim is row 2 of its file, as in a spreadsheet; so are the first shape and the rest.
GOOD: dict[str, list[dict]] = {
    "claims": [
        {"claim": "NINE", "value": "9", "dispute": "D", "tension": "T", "said_by": "minister", "said_in": "ru"}
        | SENT
        | FOUR_YEARS,
        {"claim": "EIGHT", "value": "8", "dispute": "D"} | SENT | FOUR_YEARS,
        {"claim": "SEVEN", "value": "7", "hosts": "KEN;THA", "agencies": "UNDP;IOM"} | SENT | ONE_DAY,
        {"claim": "SEVEN-AGAIN", "value": "7", "corroborates": "SEVEN"} | SENT | ONE_DAY,
        {"claim": "SEVEN-IN-ALL", "value": "7", "tension": "T"} | SENT | {"kind": "cumulative"} | UP_TO_JUNE,
        {"claim": "GROWTH", "value": "-4.5", "qualifier": "about", "measure": "growth_pct", "world_region": "AFR"}
        | {"kind": "flow", "source": "PAPER"},
        {"claim": "WOMEN", "value": "50", "qualifier": "over", "region": "KZ-71", "event": "floods", "sex": "F"}
        | AT_HOME,
        {"claim": "NOBODY", "value": "0", "qualifier": "exact", "note": 'said "none", so far'}
        | AT_HOME
        | {"hosts": ""},
    ],
    "sources": [
        {"source": "WIRE", "title": "Девять, восемь", "title_kind": "original", "publisher": "A wire", "language": "ru"}
        | {"official": "false", "published_on": "2025-05-13", "address": "https://example.org/1", "read": "part"},
        {"source": "PAPER", "title": "Report", "title_kind": "description", "publisher": "A ministry", "language": "en"}
        | {"official": "true", "published_on": "2024-06", "address": "https://example.org/2", "read": "whole"},
    ],
    "releases": [{"as_of": "2024-06", "change": "The first."}, {"as_of": "2025-05-13", "change": "Nine and eight."}],
    "shapes": [
        {"id": "KAZ", "west": 60, "south": 45},
        {"id": "KEN", "west": 36, "south": 0},
        {"id": "THA", "west": 100, "south": 15},
        {"id": "XJK", "west": 75, "south": 34},
    ],
}


def write(folder: Path, rows_of: dict) -> Path:
    folder.mkdir(exist_ok=True)
    for name in SHEETS:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, header(name), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows_of[name])
        (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    for scale in ("110m", "50m"):
        (folder / f"world_{scale}_un.topo.json").write_text(json.dumps(topology(rows_of["shapes"])), encoding="utf-8")
    return folder


def topology(squares: list[dict]) -> dict:
    """A square of four degrees for each country, with its label in the middle."""
    corners = [(square["west"], square["south"]) for square in squares]
    shapes = [
        {"type": "Polygon", "id": square["id"], "properties": {"ct": [x + 2, y + 2]}, "arcs": [[place]]}
        for place, (square, (x, y)) in enumerate(zip(squares, corners, strict=True))
    ]
    arcs = [[[x, y], [x, y + 4], [x + 4, y + 4], [x + 4, y], [x, y]] for x, y in corners]
    return {
        "type": "Topology",
        "objects": {"countries": {"type": "GeometryCollection", "geometries": shapes}},
        "arcs": arcs,
    }


def header(name: str) -> list[str]:
    with (PROJECT / "data" / "source" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def changed(changes: dict) -> dict:
    rows = {name: [dict(row) for row in members] for name, members in GOOD.items()}
    for (name, number, key), text in changes.items():
        if key is None:
            rows[name].pop(number - 2)
        else:
            rows[name][number - 2][key] = text
    return rows


def column(folder: Path, table: str, name: str, where: str = "true") -> list:
    with duckdb.connect() as connection:
        rows = connection.read_parquet(str(folder / f"{table}.parquet"))
        return [value for (value,) in rows.filter(where).select(name).fetchall()]


def leftovers(target: Path) -> list[Path]:
    return list(target.parent.glob(".*"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder and in those within it, by the path from there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def archived(folder: Path) -> dict[str, bytes]:
    """Where and what the archive has to hold of the release that now lies in the folder."""
    name = json.loads((folder / "release.json").read_text(encoding="utf-8"))["release"]
    return {f"archive/{name}/{file}": (folder / file).read_bytes() for file in SMALL}


def hashed(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def digest(path: Path) -> str:
    return hashed(path.read_bytes())


def refused(source: Path, target: Path) -> list:
    """The problems; the target is as it was, and nothing lies beside it."""
    before = bytes_of(target)
    with pytest.raises(Refused) as refusal:
        publish(source, target, CODES)
    assert bytes_of(target) == before
    assert leftovers(target) == []
    return refusal.value.problems


def refused_claims(source: Path, target: Path, key: str) -> list[str]:
    with (source / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [rows[problem.row - 2]["claim"] for problem in refused(source, target) if problem.column == key]
