"""A file of a ministry becomes a release by way of the store, and nobody in it can be found on the way."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest

from dashboard.publish import cells, lock, released, releases, secret, store, synthetic
from dashboard.publish.draft import Facts
from dashboard.publish.register import reading

AS_OF = dt.date(2025, 12, 31)
ROWS = 500


@pytest.fixture(scope="module", params=["csv", "parquet"])
def folder(request, tmp_path_factory):
    """The file, the store and the release of an invented register."""
    made = tmp_path_factory.mktemp(request.param)
    synthetic.write(made / f"register.{request.param}", ROWS)
    private = store.folder({"REGISTER_DIR": str(made / "private")})
    with store.connect(private) as connection:
        read = reading.read(made / f"register.{request.param}", connection, AS_OF, secret.key(private))
        assert (read.read, read.refused) == (ROWS, 0)
        with store.opened(private) as held, store.written(held, connection) as register:
            store.keep(held, register)
    with store.connect(private) as connection, lock.hold(made / "releases") as held:
        store.assignments(connection, private)
        cells.count(connection, AS_OF)
        released.publish(held, connection, frozenset(), Facts(AS_OF, synthetic=True))
    return made


def test_its_cells_are_those_of_the_same_rows_counted_at_once(folder):
    with duckdb.connect() as connection, store.connect(folder / "private") as private:
        synthetic.assignments(connection, ROWS)
        store.assignments(private, folder / "private")
        at_once, kept = (cells.count(each, AS_OF).order("cell").fetchall() for each in (connection, private))
    assert kept == at_once and len(kept) > 1000
    assert len(releases.listed(folder / "releases")) == 1


def test_no_key_of_a_volunteer_is_in_any_file_of_store_or_release(folder):
    inside = [path for name in ("private", "releases") for path in (folder / name).rglob("*") if path.is_file()]
    assert len(inside) > 5
    for path in inside:
        assert synthetic.MARK.encode() not in path.read_bytes()


def test_the_same_people_have_other_names_in_another_store(folder, tmp_path):
    other = store.folder({"REGISTER_DIR": str(tmp_path / "other")})
    file = next(folder.glob("register.*"))
    found = []
    for private in (folder / "private", other):
        with store.connect(private) as connection:
            reading.read(file, connection, AS_OF, secret.key(private))
            found.append({name for (name,) in connection.sql("SELECT volunteer FROM assignments").fetchall()})
    assert len(found[0]) == len(found[1]) == 350 and not found[0] & found[1]
