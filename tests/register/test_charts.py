"""The queries behind the page of the register: what their texts say, and their answers, counted by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from dashboard import catalog, data
from tests.queries.test_every_query import code, header
from tests.register import held
from tests.register.held import QUERIES, answer, choices

YEARS = (None, *range(2020, 2025), 2019)
every_query = pytest.mark.parametrize("name", QUERIES)


@pytest.fixture(scope="module")
def connection(releases: Any) -> Iterator[duckdb.DuckDBPyConnection]:
    """The release that was counted by hand beside the published statements."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data.register, "FOLDER", releases.hand)
        with data.connect(data.DATA, data.register.current()) as connection:
            yield connection


@pytest.fixture(scope="module")
def nothing() -> Iterator[duckdb.DuckDBPyConnection]:
    """The published statements, and no release of the register."""
    with held.held([]) as connection:
        yield connection


def cells(connection: Any, name: str, columns: str, **choice: Any) -> list[Any]:
    """The cells of some columns, row by row."""
    rows = [tuple(row[column] for column in columns.split()) for row in answer(connection, name, **choice)]
    return rows if " " in columns else [cell for (cell,) in rows]


# ---------------------------------------------------------------- what their texts say


@every_query
def test_a_query_says_first_what_a_row_is_and_names_its_parameters(name):
    assert data.sql(name).startswith("-- One row per ")
    assert {parameter for parameter in data.parameters(name) - {"lang"} if f"${parameter}" not in header(name)} == set()
    assert all(len(line) <= 120 for line in data.sql(name).splitlines())


@every_query
def test_a_query_is_one_statement_that_names_its_columns_and_parameters(name):
    (statement,) = duckdb.extract_statements(data.sql(name))
    assert statement.type == duckdb.StatementType.SELECT
    assert not re.search(r"(select\s+(distinct\s+)?|,\s*|\.)\*", code(name), re.IGNORECASE), "SELECT * says nothing"
    assert not re.search(r"\?|\$\d|\{", code(name)), "parameters are named: $year"


@every_query
def test_a_query_adds_nothing_up(name):
    """Nor does it ask for anything but released cells and statements."""
    assert not re.search(r"\b(sum|avg|mean|median|stddev)\s*\(|\s[+*-]\s", re.sub(r"100 \*", "", code(name)))
    assert not re.search(r"\b(assignments|cells|counts|withheld|read_\w+)\b(?!')", code(name))


@every_query
def test_columns_are_words_of_the_catalog(connection, name):
    columns = set(data.run(connection, name, {}).columns)
    assert columns <= catalog.COLUMNS.keys() | {"year"}
    assert name == "register_years" or {"sources", "status", "claims", "measure"} <= columns


@every_query
@pytest.mark.parametrize("beside", ["connection", "nothing"])
def test_every_row_names_its_measure_its_status_and_whose_it_is(request, name, beside):
    if name == "register_years":
        return
    for choice in choices(name, YEARS):
        for row in answer(request.getfixturevalue(beside), name, **choice):
            assert row["measure"] in catalog.MEASURES and row["status"] in ("A", "E", "Q", "O", "M")
            assert (row.get("formula") or "share") in catalog.FORMULAS
            assert (row["value"] is None) == (row["status"] in ("Q", "O", "M"))
            assert bool(row["sources"]) == bool(row["claims"])
            if row["measure"].startswith("register_") and row["claims"]:
                assert row["sources"] == ["REGISTER"] and len(row["claims"]) == 1


@every_query
def test_without_a_release_there_is_no_number_of_the_register(nothing, name):
    for choice in choices(name, YEARS):
        rows = answer(nothing, name, **choice)
        of_register = [row for row in rows if row.get("measure", "register_").startswith("register_")]
        assert [row for row in of_register if row["value"] is not None or row["claims"]] == []
        assert [row["mark"] for row in rows if "mark" in row] == ["home"] * (name == "register_map")
        assert name in ("register_map", "register_and_claims") or rows == []


@every_query
def test_the_last_column_of_the_order_decides_between_rows(name):
    """Each row has a twin in the order of the table; the answer is the same whichever comes first."""
    found = []
    for seed in ("one", "two", "three"):
        with held.held([]) as connection:
            connection.execute(data.register.SOURCE, {"title": "R", "publisher": "M", "as_of": "2024-12-31"})
            connection.execute(f"INSERT INTO register FROM (VALUES {ROWS}) ORDER BY md5(concat('{seed}', col4, col5))")
            found.append([answer(connection, name, **choice) for choice in choices(name, (None, 2024))])
    assert found[0] == found[1] == found[2]


def rows_of(table: str, codes: list[str], dimension: str) -> list[str]:
    return [
        f"('{table}', '{scope}', {year}, '{dimension}', '{each}', '{measure}', 4.0, 'A', 'F', '{held.RELEASE}')"
        for scope in ("abroad", "home")
        for year in ("NULL::INTEGER", "2024")
        for each in codes
        for measure in ("people", "assignments")
    ]


PLACES = ["KEN", "THA", "JOR", "TUR", "KGZ"]
ROWS = ", ".join(
    [
        *rows_of("by_host", PLACES, "host"),
        *rows_of("by_agency", ["UNDP", "UNICEF", "WHO"], "agency"),
        *rows_of("by_region", ["KZ-71", "KZ-75", "_U"], "region"),
        *rows_of("by_sex", ["F", "M", "_U"], "sex"),
        *rows_of("by_category", ["youth", "expert"], "category"),
        *rows_of("by_programme", ["full_funding", "national"], "programme"),
        *rows_of("by_age_group", ["Y15T24", "Y25T34", "_U"], "age_group"),
        *rows_of(
            "by_host_and_agency", [f"{host}.{agency}" for host in PLACES for agency in ("WHO", "UNDP")], "host.agency"
        ),
        *(row.replace("'year', 'x'", "NULL, NULL") for row in rows_of("by_year", ["x"], "year")),
    ]
)


# ---------------------------------------------------------------- answers, counted by hand in tests/register/shown.py


def test_by_year(connection):
    assert cells(connection, "register_by_year", "value status period_from") == [
        (value, "A", date(year, 1, 1)) for year, value in ((2020, 3), (2021, 0), (2022, 3), (2023, 3), (2024, 8))
    ]
    assert cells(connection, "register_by_year", "value", scope="home") == [0, 0, 6, 0, 3]
    # Each assignment is of 184 days: 552, 0, 552, 552 and 1,472 of them are so many times 365.25.
    years = cells(connection, "register_by_year", "value", count="volunteer_years")
    assert years == [1.51, 0, 1.51, 1.51, 4.03]


def test_by_host(connection):
    """In Kenya one of the eight was there twice; in 2024 nobody was in Jordan, two in Thailand and one in Türkiye."""
    columns = "host value status"
    every = [("KEN", 8, "A"), ("THA", 4, "A"), ("JOR", 3, "A"), ("TUR", None, "Q")]
    assert cells(connection, "register_by_host", columns, lang="en") == every
    assert cells(connection, "register_by_host", "value", lang="en", count="assignments") == [9, 4, 3, None]
    of_2024 = [("KEN", 5, "A"), ("JOR", 0, "A"), ("THA", None, "Q"), ("TUR", None, "Q")]
    assert cells(connection, "register_by_host", columns, year=2024, lang="en") == of_2024
    assert cells(connection, "register_by_host", "host value", year=2021, lang="ru") == [
        ("JOR", 0),
        ("KEN", 0),
        ("THA", 0),
        ("TUR", 0),
    ]


def test_by_agency(connection):
    assert cells(connection, "register_by_agency", "agency value") == [("UNDP", 12), ("UNICEF", 5)]
    assert cells(connection, "register_by_agency", "agency value", year=2024) == [("UNDP", 5), ("UNICEF", 3)]
    assert cells(connection, "register_by_agency", "agency value", year=2022) == [("UNDP", None), ("UNICEF", None)]
    assert cells(connection, "register_by_agency", "agency value", scope="home") == [("UNV", 7)]


def test_by_programme(connection):
    columns = "programme value status"
    every = [("full_funding", 16, "A"), ("un_volunteers", None, "Q")]
    assert cells(connection, "register_by_programme", columns) == every
    assert cells(connection, "register_by_programme", columns, year=2024) == [("full_funding", 7, "A"), every[1]]
    assert cells(connection, "register_by_programme", columns, scope="home", year=2022) == [("national", 6, "A")]


def test_by_category(connection):
    every = [("youth", 9), ("expert", 4), ("specialist", 4)]
    assert cells(connection, "register_by_category", "category value") == every
    of_2024 = [("youth", 5), ("expert", None), ("specialist", None)]
    assert cells(connection, "register_by_category", "category value", year=2024) == of_2024


def test_by_sex(connection):
    """A share is of those of the same period: 7 of 8, and 10 and 5 of 16. One of 2024 is a man: too few."""
    columns = "sex value status formula inputs"
    assert cells(connection, "register_by_sex", columns, year=2024) == [
        ("F", 7, "A", None, []),
        ("M", None, "Q", None, []),
        ("_U", 0, "A", None, []),
        ("F", 87.5, "E", "share", [7, 8]),
        ("M", None, "Q", None, []),
        ("_U", 0, "E", "share", [0, 8]),
    ]
    every = [("F", 10), ("M", 5), ("_U", None), ("F", 62.5), ("M", 31.3), ("_U", None)]
    assert cells(connection, "register_by_sex", "sex value") == every
    # Nobody was sent in 2021, and of nobody there is no share.
    assert cells(connection, "register_by_sex", "sex value", year=2021) == [("F", 0), ("M", 0), ("_U", 0)]


def test_by_age_group(connection):
    every = [("Y15T24", 9), ("Y25T34", 5), ("Y_GE45", 3), ("Y15T24", 56.3), ("Y25T34", 31.3), ("Y_GE45", 18.8)]
    assert cells(connection, "register_by_age_group", "age_group value") == every
    of_2024 = [("Y15T24", 5), ("Y25T34", 3), ("Y_GE45", 0), ("Y15T24", 62.5), ("Y25T34", 37.5), ("Y_GE45", 0)]
    assert cells(connection, "register_by_age_group", "age_group value", year=2024) == of_2024


def test_by_region(connection):
    assert cells(connection, "register_by_region", "region value") == [("KZ-75", 9), ("KZ-71", 5), ("_U", 3)]
    # Of two withheld numbers Алматы comes before Астана.
    of_2022 = [("KZ-75", None), ("KZ-71", None), ("_U", 0)]
    assert cells(connection, "register_by_region", "region value", year=2022, lang="kk") == of_2022


def test_tile_map(connection):
    """The rows of the bars, in their order."""
    assert cells(connection, "register_tile_map", "region value") == [("KZ-75", 9), ("KZ-71", 5), ("_U", 3)]
    of_2022 = [("KZ-75", None, "Q"), ("KZ-71", None, "Q"), ("_U", 0, "A")]
    assert cells(connection, "register_tile_map", "region value status", year=2022, lang="kk") == of_2022


def test_by_host_and_agency(connection):
    assert cells(connection, "register_by_host_and_agency", "host agency value status") == [
        ("KEN", "UNDP", 8, "A"),
        ("KEN", "UNICEF", None, "Q"),
        ("THA", "UNDP", 0, "A"),
        ("THA", "UNICEF", 4, "A"),
        ("JOR", "UNDP", 3, "A"),
        ("JOR", "UNICEF", 0, "A"),
        ("TUR", "UNDP", None, "Q"),
        ("TUR", "UNICEF", 0, "A"),
    ]


def test_map(connection):
    assert cells(connection, "register_map", "mark host value status", year=2024) == [
        ("host", "KEN", 5, "A"),
        ("host", "THA", None, "Q"),
        ("host", "TUR", None, "Q"),
        ("home", "KAZ", None, "M"),
    ]
    assert cells(connection, "register_map", "host", year=2021) == ["KAZ"]
    assert all(row["lon"] and row["lat"] for row in answer(connection, "register_map"))


def test_years(connection):
    assert cells(connection, "register_years", "year") == [2020, 2021, 2022, 2023, 2024]


def test_and_claims(connection):
    """Nine and eight both stand beside the register's nine, which settles nothing for the reader."""
    columns = "said_by value comparison status"
    minister, ministry = ("minister", 7, "open", "A"), ("ministry", 7, "open", "A")
    uncounted = ("register", None, "uncounted", "O")
    assert cells(connection, "register_and_claims", columns) == [
        ("minister", 7, "agree", "A"),
        ("register", 7, None, "A"),
        ("minister", 9, "agree", "A"),
        ("minister", 8, "differ", "A"),
        ("register", 9, None, "A"),
        *(ministry, uncounted, ministry, uncounted, minister, uncounted),
        ("network", 160_000, "differ", "A"),
        ("register", 0, None, "A"),
        ("president", 100_000, "differ", "A"),
        ("network", 200_000, "differ", "A"),
        ("register", 0, None, "A"),
        ("foreign_ministry", 56, "differ", "A"),
        ("register", 6, None, "A"),
    ]


@pytest.mark.parametrize(
    ("name", "quoted", "choice"),
    [
        ("register_by_year", [("first", 3), ("newest", 8)], {}),
        ("register_by_year", [("first", 0), ("largest", 6), ("newest", 3)], {"scope": "home"}),
        ("register_by_host", [("largest", 8)], {"lang": "en"}),
        ("register_by_host", [], {"year": 2021}),
        ("register_by_agency", [("largest", 12)], {}),
        ("register_by_agency", [], {"year": 2022}),
        ("register_by_programme", [("largest", 16)], {}),
        ("register_by_category", [("largest", 9)], {}),
        ("register_by_sex", [("largest", 10)], {}),
        ("register_by_sex", [("largest", 7)], {"year": 2024}),
        ("register_by_age_group", [("largest", 9)], {}),
        ("register_by_region", [("largest", 9)], {}),
        ("register_by_region", [], {"year": 2022}),
        ("register_tile_map", [("largest", 9)], {}),
        ("register_by_host_and_agency", [("largest", 8)], {}),
        ("register_map", [("largest", 5)], {"year": 2024}),
        ("register_and_claims", [], {}),
    ],
)
def test_a_title_may_quote(connection, name, quoted, choice):
    """A number that is withheld, zero, or of those of whom nothing is stated is not the largest."""
    assert [row for row in cells(connection, name, "role value", **choice) if row[0]] == quoted


def test_two_that_are_equally_large_are_both_the_largest():
    alike = [held.people(value, code=code) for code, value in (("full_funding", 4.0), ("other", 4.0), ("unv", 3.0))]
    with held.held(alike) as connection:
        assert cells(connection, "register_by_programme", "role", year=2024) == ["largest", "largest", None]


def test_those_of_whom_no_region_is_stated_are_not_the_largest_region():
    regions = [held.people(value, code=code, table="by_region") for code, value in (("_U", 9.0), ("KZ-71", 4.0))]
    with held.held(regions) as connection:
        assert cells(connection, "register_by_region", "region role", year=2024) == [("KZ-71", "largest"), ("_U", None)]


def test_how_many_statements_stand_beside_the_register(connection, nothing):
    """Without a release those on volunteers sent abroad: 2024, 2020-2023 twice, and three up to a day or on it."""
    assert set(cells(connection, "register_and_claims", "published")) == {10}
    assert set(cells(nothing, "register_and_claims", "published")) == {6}


def test_every_query_has_an_answer_counted_by_hand():
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert {name.removeprefix("register_") for name in QUERIES} <= tested
