"""A good source becomes a release, byte by byte the same; a killed process leaves no release that passes for whole."""

import json
import os
import signal
import subprocess
import sys
import time

import duckdb
import pytest

from dashboard import data
from dashboard.publish.checks import SHEETS
from dashboard.publish.release import publish
from tests.publish.source import (
    CODES,
    GOOD,
    PROJECT,
    archived,
    bytes_of,
    changed,
    column,
    digest,
    header,
    leftovers,
    write,
)


def test_a_good_source_is_published(target):
    release = json.loads((target / "release.json").read_text(encoding="utf-8"))
    assert release["rows"] == {"claims": 8, "sources": 2, "countries": 5, "regions": 2, "borders": 8}
    assert (release["as_of"], release["changes"]) == ("2025-05-13", "Nine and eight.")
    assert release["release"].startswith("2025-05-13-") and len(release["release"]) == len("2025-05-13-") + 8
    assert release["sha256"] == {path.name: digest(path) for path in sorted(target.glob("*.parquet"))}


def test_cells_become_numbers_dates_and_lists(target):
    with duckdb.connect() as connection:
        claims = connection.read_parquet(str(target / "claims.parquet"))
        types = dict(zip(claims.columns, map(str, claims.types), strict=True))
        hosts = connection.sql("SELECT hosts FROM claims WHERE claim IN ('SEVEN', 'NINE') ORDER BY claim").fetchall()
    odd = {"value": "DOUBLE", "period_from": "DATE", "period_to": "DATE", "hosts": "VARCHAR[]", "agencies": "VARCHAR[]"}
    assert types == {name: odd.get(name, "VARCHAR") for name in header("claims")}
    assert hosts == [([],), (["KEN", "THA"],)]
    assert column(target, "claims", "note", "claim IN ('NOBODY', 'NINE')") == [None, 'said "none", so far']
    assert column(target, "sources", "official") == [True, False]


def test_a_country_has_its_names_and_its_label(target):
    with duckdb.connect() as connection:
        columns = connection.read_parquet(str(target / "countries.parquet")).columns
    assert columns == ["country", "alpha_2", "name_kk", "name_ru", "name_en", "lon", "lat"]
    assert column(target, "countries", "alpha_2") == ["KZ", "KE", "MM", "TH", None]
    assert column(target, "countries", "name_kk") == ["Қазақстан", "Кения", "Мьянма", "Таиланд", "Джамму және Кашмир"]
    assert column(target, "countries", "lon") == [62, 38, None, 102, 77]


def test_a_region_has_its_names(target):
    assert column(target, "regions", "[region, name_kk, name_ru, name_en]") == [
        ["KZ-71", "Астана қаласы", "город Астана", "Astana city"],
        ["KZ-75", "Алматы қаласы", "город Алматы", "Almaty city"],
    ]


def test_publishing_twice_gives_the_same_bytes(source, target):
    before = bytes_of(target)
    publish(source, target, CODES)
    assert bytes_of(target) == before


@pytest.mark.parametrize("how", ["byte order mark", "line ends of Windows", "rows in another order"])
def test_the_same_rows_give_the_same_bytes(how, source, target):
    before = bytes_of(target)
    for name in SHEETS:
        path = source / f"{name}.csv"
        head, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if how == "byte order mark":
            path.write_text(head + "".join(rows), encoding="utf-8-sig")
        elif how == "line ends of Windows":
            path.write_text(head + "".join(rows), encoding="utf-8", newline="\r\n")
        elif name != "releases":
            path.write_text(head + "".join(reversed(rows)), encoding="utf-8")
    publish(source, target, CODES)
    assert bytes_of(target) == before


DYING = """
import os, signal, sys
from pathlib import Path
from dashboard.publish import release
from tests.publish.source import CODES
move, moved = Path.replace, []
def dying(*names):
    if len(moved) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    moved.append(move(*names))
Path.replace = dying
release.publish(Path(sys.argv[1]), Path(sys.argv[2]), CODES)
"""


@pytest.mark.parametrize("moved", [0, 1, 2, 6])
def test_a_killed_process_leaves_a_whole_release_or_one_that_the_loader_refuses(moved, source, target):
    """The first move is that of the release before into the archive, the last that of release.json."""
    before, archive = bytes_of(target), archived(target)
    write(source, changed({("claims", 9, "value"): "1", ("sources", 2, "title"): "Другое", ("shapes", 4, None): None}))
    killed = run("-c", DYING, str(source), str(target), str(moved))
    assert killed.wait() == -signal.SIGKILL
    if moved < 2:
        assert bytes_of(target) == before | (archive if moved else {})
        data.check(target)
    else:
        with pytest.raises(data.BrokenData, match=r"make data"):
            data.check(target)
    publish(source, target, CODES)
    fresh = source.parent / "fresh"
    publish(source, fresh, CODES)
    assert bytes_of(target) == bytes_of(fresh) | archive | {"neighbour.txt": b"mine"}
    assert leftovers(target) == []


def test_a_process_killed_while_it_writes_leaves_the_old_release(tmp_path):
    target = tmp_path / "data"
    publish(write(tmp_path / "small", GOOD), target, CODES)
    before = bytes_of(target)
    publishing = run("-m", "dashboard.publish", "--target", str(target))
    beside = tmp_path / ".data.next"
    while not list(beside.glob("*.parquet")) and publishing.poll() is None:
        time.sleep(0.001)
    publishing.send_signal(signal.SIGKILL)
    assert publishing.wait() == -signal.SIGKILL
    assert bytes_of(target) == before


def run(*arguments: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, *arguments], cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)})
