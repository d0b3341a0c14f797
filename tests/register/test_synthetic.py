"""The invented register: always the same, plausible, and not to be taken for a real one."""

from __future__ import annotations

import datetime as dt
import hashlib

import duckdb
import pytest

from dashboard.catalog import WORDS
from dashboard.i18n.formats import place_codes
from dashboard.publish import cells, synthetic
from tests.register import rows


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as made:
        synthetic.make(made)
        yield made


def one(connection: duckdb.DuckDBPyConnection, query: str):
    return connection.sql(query).fetchall()[0]


def test_it_has_the_columns_of_a_ministrys_file(connection):
    assert connection.table("synthetic").columns == [
        *("assignment_id", "volunteer_key", "host_country", "agency", "programme", "category"),
        *("start_date", "end_date", "sex", "birth_year", "home_region", "hours"),
    ]


def test_the_same_seed_gives_the_same_bytes_and_another_others(tmp_path):
    for name, seed in (("one.csv", 1), ("same.csv", 1), ("other.csv", 2)):
        synthetic.write(tmp_path / name, 200, seed)
    texts = [(tmp_path / name).read_bytes() for name in ("one.csv", "same.csv", "other.csv")]
    assert texts[0] == texts[1] != texts[2]
    assert hashlib.sha256(texts[0]).hexdigest()[:16] == "f3cbabec2538ada9"
    assert len(texts[0].splitlines()) == 201


def test_a_longer_register_begins_with_the_shorter_one(connection):
    with duckdb.connect() as other:
        first = synthetic.make(other, 50).fetchall()
    assert connection.sql("FROM synthetic LIMIT 50").fetchall() == first
    assert len(connection.table("synthetic")) == 20_000


@pytest.mark.parametrize("name", ["register.csv", "register.parquet"])
def test_every_row_of_a_file_says_synthetic(name, tmp_path):
    synthetic.write(tmp_path / name, 100)
    with duckdb.connect() as reader:
        reader.execute(f"CREATE TABLE read AS FROM '{tmp_path / name}'")
        marked = "starts_with(assignment_id, 'SYNTHETIC') AND starts_with(volunteer_key, 'SYNTHETIC')"
        assert one(reader, f"SELECT count(*), count(*) FILTER ({marked}) FROM read") == (100, 100)


def test_ids_are_unique_and_nobody_serves_twice_at_a_time(connection):
    assert one(connection, "SELECT count(DISTINCT assignment_id), count(DISTINCT volunteer_key) FROM synthetic") == (
        20_000,
        14_000,
    )
    overlaps = connection.sql("""
        SELECT a.assignment_id FROM synthetic AS a JOIN synthetic AS b
        ON a.volunteer_key = b.volunteer_key AND a.assignment_id < b.assignment_id
        AND a.start_date <= coalesce(b.end_date, '9999') AND b.start_date <= coalesce(a.end_date, '9999')
    """)
    assert len(overlaps) == 0


def test_a_person_stays_of_one_sex_birth_year_and_region(connection):
    changed = connection.sql("""
        SELECT volunteer_key FROM synthetic GROUP BY volunteer_key
        HAVING count(DISTINCT coalesce(sex, '-') || coalesce(birth_year, 0) || home_region) > 1
    """)
    assert len(changed) == 0


def test_dates_lie_in_order_before_2026_and_open_ends_in_the_last_year(connection):
    query = (
        "SELECT min(start_date), max(start_date), max(end_date), count(*) FILTER (end_date < start_date) FROM synthetic"
    )
    first, last, end, backwards = one(connection, query)
    assert "2019-01-01" <= first <= "2019-01-31" and "2025-06-01" <= last <= end <= "2025-12-31" and backwards == 0
    opened = one(connection, "SELECT count(*), min(start_date) FROM synthetic WHERE end_date IS NULL")
    assert opened[0] > 0 and opened[1] >= "2025"


def test_codes_are_those_of_the_catalogue(connection):
    def used(column: str) -> set[str]:
        return {code for (code,) in connection.sql(f"SELECT DISTINCT {column} FROM synthetic").fetchall()}

    assert used("host_country") <= set(place_codes()) and len(used("host_country")) == 15
    assert used("home_region") == {code for code in place_codes() if code.startswith("KZ-")}
    assert used("agency") <= set(WORDS["agencies"])
    assert used("sex") == {"F", "M", None}
    assert used("category") == {"youth", "specialist", "expert", "online", "community", "national"}


def test_it_has_both_small_cells_and_large_ones():
    with duckdb.connect() as connection:
        synthetic.assignments(connection)
        cells.count(connection, dt.date(2025, 12, 31))
        small, large = one(
            connection, "SELECT count(*) FILTER (behind BETWEEN 1 AND 2), count(*) FILTER (behind > 100) FROM cells"
        )
    assert 50 < small < 200 and large > 500


def test_enough_of_it_is_abroad_for_a_map_and_less_than_at_home(connection):
    abroad = "count(*) FILTER (host_country <> 'KAZ')"
    rows, hosts = one(connection, f"SELECT {abroad}, count(DISTINCT host_country) - 1 FROM synthetic")
    assert (rows // 1000, hosts) == (7, 14)


def test_kept_as_a_register_it_has_the_columns_and_types_of_one():
    with duckdb.connect() as connection:
        made = synthetic.assignments(connection, 30)
        types = ", ".join(f"{name} {kind}" for name, kind in zip(made.columns, made.types, strict=True))
        assert (len(made), types) == (30, rows.TYPES)
        assert one(connection, "SELECT count(*) FROM assignments WHERE year <> year(start_date)") == (0,)
