"""Every file of queries/: what its text says, and that it holds on full, empty and shuffled tables."""

from __future__ import annotations

import re
from typing import Any

import duckdb
import pytest

from dashboard import catalog, data
from tests.queries.stated import check_rows
from tests.queries.tables import NAMES, YEARS, Row, by_id, published

LANGUAGES = ("kk", "ru", "en")
# These list statements and sources themselves; they are no charts.
LISTS = ("claims", "data_claims", "disputes", "sources")
NOT_RANKED = [code for code, chart in catalog.CHARTS.items() if "ranked" in chart.caveat]

every_query = pytest.mark.parametrize("name", NAMES)


def choices(name: str) -> list[dict[str, Any]]:
    """Every year and language that a query can be asked for."""
    wanted = data.parameters(name)
    years = YEARS if "year" in wanted else (None,)
    languages = LANGUAGES if "lang" in wanted else (None,)
    return [{"year": year, "lang": lang} for year in years for lang in languages]


def rows(connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> list[Row]:
    return [
        {str(key): cell for key, cell in row.items()} for row in data.run(connection, name, values).to_dict("records")
    ]


def header(name: str) -> str:
    """The comment that a file begins with, as one line."""
    lines = data.sql(name).splitlines()
    end = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    return " ".join(line.removeprefix("--").strip() for line in lines[:end])


def code(name: str) -> str:
    """A query without comments and texts."""
    return re.sub(r"--.*|'[^']*'", "", data.sql(name))


@every_query
def test_a_query_says_first_what_a_row_is_and_names_its_parameters(name):
    assert data.sql(name).startswith("-- One row per "), "the first line says what a row is: -- One row per ..."
    unnamed = {parameter for parameter in data.parameters(name) if f"${parameter}" not in header(name)}
    assert not unnamed, f"the comment at the head of queries/{name}.sql does not name ${', $'.join(unnamed)}"


@every_query
def test_a_query_is_one_statement_that_names_its_columns_and_parameters(name):
    (statement,) = duckdb.extract_statements(data.sql(name))
    assert statement.type == duckdb.StatementType.SELECT
    assert not re.search(r"(select\s+(distinct\s+)?|,\s*|\.)\*", code(name), re.IGNORECASE), "SELECT * says nothing"
    assert not re.search(r"\?|\$\d|\{", code(name)), "parameters are named: $year"


@every_query
def test_columns_are_words_of_the_catalog(release, name):
    columns = set(data.run(release, name, {}).columns)
    assert columns <= catalog.COLUMNS.keys(), f"no words for {sorted(columns - catalog.COLUMNS.keys())}"
    assert name == "sources" or {"sources", "status"} <= columns


@every_query
def test_every_row_of_what_is_published_keeps_the_rules(release, name):
    claims, known = by_id(published(release)), {row["source"] for row in rows(release, "sources")}
    for choice in choices(name):
        answer = rows(release, name, **choice)
        check_rows(f"{name}, {choice}", answer, claims)
        for row in answer:
            check_codes(row)
            named = {row["source"]} if name == "sources" else set(row["sources"])
            assert named <= known
            assert named or (row["status"] in ("O", "M") and not row["claims"])


def check_codes(row: Row) -> None:
    assert row.get("status", "O") in catalog.STATUSES
    assert row.get("measure", "placements") in catalog.MEASURES
    assert (row.get("formula") or "bounds") in catalog.FORMULAS


@every_query
@pytest.mark.parametrize("emptied", [("claims",), data.TABLES], ids=["no claims", "nothing"])
def test_empty_tables_give_no_numbers(spoilt, name, emptied):
    for table in emptied:
        spoilt.execute(f"DELETE FROM {table}")
    for choice in choices(name):
        check_rows(f"{name}, {choice}", rows(spoilt, name, **choice), {})


def test_the_same_rows_in_another_order_give_the_same_answers(spoilt):
    """Each claim has twins with other ids, precisions and sources, so that everything but the last column ties."""
    twin = (
        "* REPLACE (claim || '-Z' AS claim, 'day' AS from_precision, 'day' AS to_precision, 'EL-2024-07-01' AS source)"
    )
    spoilt.execute(f"INSERT INTO claims SELECT {twin} FROM claims WHERE corroborates IS NULL")
    spoilt.execute(
        "INSERT INTO claims SELECT * REPLACE (claim || '-A' AS claim) FROM claims WHERE corroborates IS NULL"
    )
    first = {name: rows(spoilt, name, year=2024, lang="kk") for name in NAMES}
    for seed in ("one", "two", "three", "four"):
        for table in data.TABLES:
            spoilt.execute(f"CREATE TEMP TABLE kept AS FROM {table} ORDER BY md5(concat('{seed}', {table}))")
            spoilt.execute(f"DELETE FROM {table}")
            spoilt.execute(f"INSERT INTO {table} FROM kept")
            spoilt.execute("DROP TABLE kept")
        unstable = [name for name in NAMES if rows(spoilt, name, year=2024, lang="kk") != first[name]]
        assert not unstable, f"the order or the content of {unstable} hangs on the order of the tables"


def test_every_statement_is_in_a_chart(release):
    drawn = {
        claim
        for name in catalog.CHARTS
        for choice in choices(name)
        for row in rows(release, name, **choice)
        for claim in row["claims"]
    }
    assert drawn == by_id(published(release)).keys()


@pytest.mark.parametrize("name", NOT_RANKED)
def test_a_list_that_says_it_is_not_ranked_is_not_in_the_order_of_its_numbers(spoilt, name):
    before = [row["claims"] for row in rows(spoilt, name, lang="en")]
    spoilt.execute("UPDATE claims SET value = 1000000 - value")
    assert [row["claims"] for row in rows(spoilt, name, lang="en")] == before


@pytest.mark.parametrize("name", catalog.CHARTS)
def test_a_chart_lets_the_reader_choose_what_its_query_asks_for(name):
    assert set(catalog.CHARTS[name].parameters) == data.parameters(name) - {"lang"}


@pytest.mark.parametrize("name", sorted(set(NAMES) - {*LISTS, "headlines"}))
def test_a_chart_says_who_said_each_number_and_which_a_title_may_quote(release, name):
    said = {"said_by", "publisher", "said_in", "language", "published_on", "repeated_by", "role"}
    assert said <= set(data.run(release, name, {}).columns)


def test_only_lists_and_headlines_are_no_charts():
    assert set(NAMES) - catalog.CHARTS.keys() == {*LISTS, "headlines"}
