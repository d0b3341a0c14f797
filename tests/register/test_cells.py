"""The tables of a register, counted by hand, counted naively, and in words that every engine reads alike."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from itertools import combinations, pairwise

import duckdb
import pytest
from hypothesis import given, settings

from dashboard.publish import cells
from tests.register import rows
from tests.register.rows import AS_OF, DAY, FOUR, HOME, Row

# people, assignments, volunteer-days, people behind the days
BY_HAND: dict[str, dict[tuple[int | None, str | None], tuple[int, ...]]] = {
    "by_year": {
        (2023, None): (1, 1, 2, 1),
        (2024, None): (3, 3, 75, 3),
        (None, None): (3, 4, 77, 3),
    },
    "by_host": {
        (2023, "KEN"): (1, 1, 2, 1),
        (2024, "KEN"): (2, 2, 68, 2),
        (None, "KEN"): (2, 3, 70, 2),
        (2023, "THA"): (0, 0, 0, 0),
        (2024, "THA"): (1, 1, 7, 1),
        (None, "THA"): (1, 1, 7, 1),
    },
    "by_agency": {
        (2023, "ILO"): (1, 1, 2, 1),
        (2024, "ILO"): (0, 0, 2, 1),
        (None, "ILO"): (1, 1, 4, 1),
        (2023, "UNDP"): (0, 0, 0, 0),
        (2024, "UNDP"): (1, 1, 5, 1),
        (None, "UNDP"): (1, 1, 5, 1),
        (2023, "UNICEF"): (0, 0, 0, 0),
        (2024, "UNICEF"): (2, 2, 68, 2),
        (None, "UNICEF"): (2, 2, 68, 2),
    },
    "by_programme": {
        (2023, "funded"): (1, 1, 2, 1),
        (2024, "funded"): (1, 1, 63, 2),
        (None, "funded"): (2, 2, 65, 2),
        (2023, "unv"): (0, 0, 0, 0),
        (2024, "unv"): (2, 2, 12, 2),
        (None, "unv"): (2, 2, 12, 2),
    },
    "by_category": {
        (2023, "youth"): (1, 1, 2, 1),
        (2024, "youth"): (2, 2, 68, 2),
        (None, "youth"): (2, 3, 70, 2),
        (2023, "expert"): (0, 0, 0, 0),
        (2024, "expert"): (1, 1, 7, 1),
        (None, "expert"): (1, 1, 7, 1),
    },
    "by_sex": {
        (2023, "F"): (1, 1, 2, 1),
        (2024, "F"): (1, 1, 7, 1),
        (None, "F"): (1, 2, 9, 1),
        (2023, "M"): (0, 0, 0, 0),
        (2024, "M"): (1, 1, 7, 1),
        (None, "M"): (1, 1, 7, 1),
        (2023, "_U"): (0, 0, 0, 0),
        (2024, "_U"): (1, 1, 61, 1),
        (None, "_U"): (1, 1, 61, 1),
    },
    "by_age_group": {
        (2023, "Y15T24"): (1, 1, 2, 1),
        (2024, "Y15T24"): (0, 0, 2, 1),
        (None, "Y15T24"): (1, 1, 4, 1),
        (2023, "Y25T34"): (0, 0, 0, 0),
        (2024, "Y25T34"): (2, 2, 12, 2),
        (None, "Y25T34"): (2, 2, 12, 2),
        (2023, "_U"): (0, 0, 0, 0),
        (2024, "_U"): (1, 1, 61, 1),
        (None, "_U"): (1, 1, 61, 1),
    },
    "by_region": {
        (2023, "KZ-75"): (1, 1, 2, 1),
        (2024, "KZ-75"): (1, 1, 7, 1),
        (None, "KZ-75"): (1, 2, 9, 1),
        (2023, "KZ-71"): (0, 0, 0, 0),
        (2024, "KZ-71"): (1, 1, 7, 1),
        (None, "KZ-71"): (1, 1, 7, 1),
        (2023, "_U"): (0, 0, 0, 0),
        (2024, "_U"): (1, 1, 61, 1),
        (None, "_U"): (1, 1, 61, 1),
    },
    "by_host_and_agency": {
        (None, "KEN.ILO"): (1, 1, 4, 1),
        (None, "KEN.UNDP"): (1, 1, 5, 1),
        (None, "KEN.UNICEF"): (1, 1, 61, 1),
        (None, "THA.ILO"): (0, 0, 0, 0),
        (None, "THA.UNDP"): (0, 0, 0, 0),
        (None, "THA.UNICEF"): (1, 1, 7, 1),
    },
    # No statement counts over years that this register holds.
    "by_span": {},
}
Years = dict[int | None, tuple[int, ...]]
AT_HOME_V1: Years = {2023: (0, 0, 0, 0), 2024: (1, 1, 3, 1), None: (1, 1, 3, 1)}
AT_HOME_V4: Years = {2023: (1, 1, 1, 1), 2024: (0, 0, 1, 1), None: (1, 1, 2, 1)}
AT_HOME_BOTH: Years = {2023: (1, 1, 1, 1), 2024: (1, 1, 4, 2), None: (2, 2, 5, 2)}
# Code -> year -> the same four.
AT_HOME_BY_HAND: dict[str, dict[str | None, Years]] = {
    "by_year": {None: AT_HOME_BOTH},
    "by_host": {},
    "by_agency": {"UNV": AT_HOME_BOTH},
    "by_programme": {"national": AT_HOME_BOTH},
    "by_category": {"national": AT_HOME_V1, "community": AT_HOME_V4},
    "by_sex": {"F": AT_HOME_V1, "M": AT_HOME_V4},
    "by_age_group": {"Y15T24": AT_HOME_V1, "_U": AT_HOME_V4},
    "by_region": {"KZ-75": AT_HOME_V1, "KZ-71": AT_HOME_V4},
    "by_host_and_agency": {},
    "by_span": {},
}
# What DuckDB and Spark would not do alike, or not exactly.
UNLIKE = re.compile(
    r"/|%|\d\.\d|\[|\b(?:avg|mean|float|real|double|decimal|numeric|round|date_trunc|interval|list\w*|array\w*|unnest"
    r"|string_agg|first|last|any_value|mode|median|quantile\w*|approx\w*|random|hash|order\s+by|limit|qualify)\b"
    r"|date_diff\(\s*'(?!day')|\*\s*$|SELECT\s+\*",
    re.IGNORECASE | re.MULTILINE,
)


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect(config={"threads": "1"}) as made:
        yield made


def counted(connection: duckdb.DuckDBPyConnection, register, as_of: dt.date = AS_OF) -> rows.Counted:
    """(scope, table, year, code) -> people, assignments, volunteer-days, and the people behind the last."""
    rows.table(connection, register)
    cells.count(connection, as_of)
    found: dict[tuple, dict[str, int]] = {}
    for *key, measure, value, behind in connection.sql(
        'SELECT scope, "table", year, code, measure, value, behind FROM cells'
    ).fetchall():
        cell = found.setdefault(tuple(key), {})
        cell[measure], cell[f"behind {measure}"] = value, behind
    assert all(cell["people"] == cell["behind people"] == cell["behind assignments"] for cell in found.values())
    names = ("people", "assignments", "volunteer_days", "behind volunteer_days")
    return {key: tuple(cell[name] for name in names) for key, cell in found.items()}


@pytest.mark.parametrize("name", cells.TABLES)
def test_each_table_holds_what_was_counted_by_hand(name, connection):
    found = counted(connection, FOUR + HOME)
    assert of(found, "abroad", name) == BY_HAND[name]
    assert of(found, "home", name) == {
        (year, code): cell for code, years in AT_HOME_BY_HAND[name].items() for year, cell in years.items()
    }


def of(found: rows.Counted, scope: str, name: str) -> dict:
    """The cells of a table of a scope."""
    return {(year, code): cell for (where, table, year, code), cell in found.items() if (where, table) == (scope, name)}


def test_what_is_at_home_changes_nothing_abroad_and_the_other_way_round(connection):
    both, abroad, home = (counted(connection, register) for register in (FOUR + HOME, FOUR, HOME))
    assert both == abroad | home and {scope for scope, *_ in abroad} == {"abroad"} and len(home) == 33


def test_the_tables_are_the_fixed_list():
    assert cells.TABLES == tuple(sorted(BY_HAND)) == tuple(sorted([*rows.CODES, "by_span"]))


# Of the years over which a published statement counts, 2020 to 2023: one person in two of them, another in the last,
# who is still away in 2024; before, after, at home and with other funding nobody is counted.
IN_THE_SPAN = (
    Row("v1", "KEN", "ILO", "full_funding", "youth", DAY(2020, 12, 30), DAY(2020, 12, 31)),
    Row("v1", "THA", "ILO", "full_funding", "youth", DAY(2022, 1, 1), DAY(2022, 1, 10)),
    Row("v2", "KEN", "UNDP", "full_funding", "youth", DAY(2023, 12, 31), DAY(2024, 1, 2)),
    Row("v3", "KEN", "UNDP", "full_funding", "youth", DAY(2019, 5, 1), DAY(2019, 5, 2)),
    Row("v4", "KEN", "UNDP", "full_funding", "youth", DAY(2024, 1, 5), DAY(2024, 1, 6)),
    Row("v5", "KEN", "UNDP", "un_volunteers", "youth", DAY(2021, 5, 1), DAY(2021, 5, 2)),
    Row("v6", "KAZ", "UNV", "full_funding", "youth", DAY(2021, 5, 1), DAY(2021, 5, 2)),
)
SPAN = "2020-2023.full_funding"


def test_over_the_years_of_a_statement_each_volunteer_is_counted_once(connection):
    found = counted(connection, IN_THE_SPAN)
    assert of(found, "abroad", "by_span") == {(None, SPAN): (2, 3, 13, 2)}
    assert_parts_make_totals(connection)
    assert totals(connection, "abroad/by_programme/2022/full_funding/people") == [
        ("abroad/by_programme/_T/full_funding/people", "year"),
        (f"abroad/by_span/_T/{SPAN}/people", "span"),
        ("abroad/by_year/2022/_T/people", "code"),
    ]


def test_a_span_counts_only_where_the_register_holds_all_of_it(connection):
    """It has to begin by 2020, and the data has to reach the last day of 2023."""
    spans = {
        (first, as_of): bool(of(counted(connection, IN_THE_SPAN[first:3], as_of), "abroad", "by_span"))
        for first in (0, 1)
        for as_of in (DAY(2023, 12, 31), AS_OF)
    }
    assert spans == {(0, DAY(2023, 12, 31)): True, (0, AS_OF): True, (1, DAY(2023, 12, 31)): False, (1, AS_OF): False}
    assert not of(counted(connection, IN_THE_SPAN[:2], DAY(2023, 12, 30)), "abroad", "by_span")


@pytest.mark.register
def test_whatever_the_register_the_tables_hold_what_a_naive_count_finds(connection):
    @settings(max_examples=60, deadline=None)
    @given(register=rows.registers())
    def holds(register):
        found = counted(connection, register)
        assert {key: cell for key, cell in found.items() if any(cell)} == rows.naive(register, AS_OF)
        assert_parts_make_totals(connection)

    holds()


def assert_parts_make_totals(connection) -> None:
    """Sums where they should be; people between the largest part and the sum; people, assignments, days in order."""
    wrong = connection.sql("""
        SELECT p.total, t.value, sum(c.value), max(c.value)
        FROM parts AS p JOIN cells AS c USING (cell) JOIN cells AS t ON p.total = t.cell
        GROUP BY p.total, p.added_over, c."table", t.value, t.measure
        HAVING CASE t.measure WHEN 'people' THEN t.value NOT BETWEEN max(c.value) AND sum(c.value)
                              ELSE t.value <> sum(c.value) END
    """).fetchall()
    assert wrong == []
    order = ("people", "assignments", "volunteer_days")
    for smaller, larger in pairwise(order):
        more = connection.sql(f"""
            SELECT s.cell FROM cells AS s JOIN cells AS l ON l.cell = replace(s.cell, '/{smaller}', '/{larger}')
            WHERE s.measure = '{smaller}' AND s.value > l.value
        """)
        assert len(more) == 0


def test_every_cell_has_one_name_and_knows_its_totals(connection):
    counted(connection, FOUR + HOME)
    names = [name for (name,) in connection.sql("SELECT cell FROM cells").fetchall()]
    assert len(set(names)) == len(names) == 3 * (sum(map(len, BY_HAND.values())) + 33)
    assert totals(connection, "abroad/by_host/2024/KEN/people") == [
        ("abroad/by_host/_T/KEN/people", "year"),
        ("abroad/by_year/2024/_T/people", "code"),
    ]
    assert totals(connection, "abroad/by_host_and_agency/_T/THA.ILO/people") == [
        ("abroad/by_agency/_T/ILO/people", "host"),
        ("abroad/by_host/_T/THA/people", "agency"),
    ]
    assert totals(connection, "home/by_sex/2024/F/people") == [
        ("home/by_sex/_T/F/people", "year"),
        ("home/by_year/2024/_T/people", "code"),
    ]
    outermost = connection.sql("SELECT count(*) FROM cells WHERE cell NOT IN (SELECT cell FROM parts)").fetchall()
    assert outermost == [(6,)]


def totals(connection, cell: str) -> list[tuple[str, str]]:
    return connection.sql(f"SELECT total, added_over FROM parts WHERE cell = '{cell}' ORDER BY total").fetchall()


def test_no_total_is_of_both_scopes(connection):
    counted(connection, FOUR + HOME)
    mixed = connection.sql("""
        SELECT p.total FROM parts AS p JOIN cells AS c USING (cell) JOIN cells AS t ON p.total = t.cell
        WHERE c.scope <> t.scope
    """)
    assert len(mixed) == 0


def test_a_person_in_two_years_and_two_agencies_is_one_person(connection):
    found = counted(connection, FOUR[:2])
    assert [found["abroad", "by_year", year, None][0] for year in (2023, 2024, None)] == [1, 1, 1]
    assert [found["abroad", "by_agency", None, code][0] for code in ("ILO", "UNDP")] == [1, 1]
    assert found["abroad", "by_host", None, "KEN"][:2] == (1, 2)


def test_the_day_of_the_data_ends_what_is_open_and_what_lies_ahead(connection):
    days = {
        as_of: counted(connection, FOUR[3:], dt.date.fromisoformat(as_of))["abroad", "by_year", None, None][2]
        for as_of in ("2024-01-05", "2024-02-29", "2024-12-31", "2025-01-01", "2026-06-30")
    }
    assert days == {"2024-01-05": 1, "2024-02-29": 56, "2024-12-31": 362, "2025-01-01": 363, "2026-06-30": 363}


def test_years_without_a_start_are_there_as_zeros(connection):
    found = counted(connection, FOUR[:1], dt.date(2026, 1, 1))
    assert [found["abroad", "by_host", year, "KEN"] for year in (2023, 2024, 2025, 2026)] == [
        (1, 1, 2, 1),
        (0, 0, 2, 1),
        (0, 0, 0, 0),
        (0, 0, 0, 0),
    ]


def test_a_start_after_the_day_of_the_data_is_refused(connection):
    rows.table(connection, FOUR)
    with pytest.raises(cells.LaterThanTheData, match="2024-03-01, after the day of the data, 2024-02-29"):
        cells.count(connection, dt.date(2024, 2, 29))


def test_a_register_without_rows_has_no_cells(connection):
    assert counted(connection, ()) == {}


@pytest.mark.parametrize("name", cells.SHARED)
def test_what_engines_would_not_do_alike_is_not_asked_of_them(name):
    assert UNLIKE.findall(_code(name)) == []


@pytest.mark.parametrize("name", cells.SHARED)
def test_what_is_counted_is_whole_numbers_days_and_codes(name, connection):
    rows.table(connection, FOUR)
    cells.count(connection, AS_OF)
    types = {str(kind) for kind in connection.sql(_code(name)).types}
    assert types <= {"VARCHAR", "BLOB", "INTEGER", "BIGINT", "HUGEINT"}


@pytest.mark.parametrize(
    "wrong",
    [
        "SELECT sum(days) / 365 FROM service",
        "SELECT avg(days) FROM service",
        "SELECT sum(days) * 0.5 FROM service",
        "SELECT sum(days)::DOUBLE FROM service",
        "SELECT date_diff('year', start_date, end_date) FROM assignments",
        "SELECT date_diff( 'month', start_date, end_date) FROM assignments",
        "SELECT list(host ORDER BY host) FROM service",
        "SELECT string_agg(host, ',') FROM service",
        "SELECT host FROM service ORDER BY host",
        "SELECT first(host) FROM service",
        "SELECT [1, 2][1]",
        "SELECT approx_count_distinct(volunteer) FROM service",
        "SELECT * FROM service",
    ],
)
def test_such_words_are_found(wrong):
    assert UNLIKE.search(wrong)


def test_no_two_tables_share_a_file(connection):
    counted(connection, FOUR + IN_THE_SPAN)
    named = Counter(connection.sql('SELECT DISTINCT "table", dimension FROM cells').fetchall())
    assert {table for table, _ in named} == set(cells.TABLES) and len(named) == len(cells.TABLES)
    texts = {name: _code(f"tables/{name}") for name in cells.TABLES}
    assert all(texts[one] != texts[other] for one, other in combinations(texts, 2))


def _code(name: str) -> str:
    """A statement without its comments."""
    text = (cells.QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
