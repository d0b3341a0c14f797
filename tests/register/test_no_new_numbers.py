"""Whatever was released, the page shows released cells and shares of two of them, and never what is withheld."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import data
from dashboard.catalog import PARAMETERS
from dashboard.figures.records import records
from dashboard.i18n import Language
from dashboard.publish import cells as counting
from dashboard.publish import released
from tests.figures import cases, test_comparison, test_matrix, test_tile_map, test_timeline
from tests.figures.pictures import Picture
from tests.register import held, rows
from tests.register.held import Cell, answer, choices

AS_OF = rows.AS_OF
# Query -> the table whose cells it shows, and the columns that hold their codes.
TABLES = {
    "register_by_year": ("by_year", ()),
    "register_by_host": ("by_host", ("host",)),
    "register_map": ("by_host", ("host",)),
    "register_by_agency": ("by_agency", ("agency",)),
    "register_by_programme": ("by_programme", ("programme",)),
    "register_by_category": ("by_category", ("category",)),
    "register_by_sex": ("by_sex", ("sex",)),
    "register_by_age_group": ("by_age_group", ("age_group",)),
    "register_by_region": ("by_region", ("region",)),
    "register_tile_map": ("by_region", ("region",)),
    "register_by_host_and_agency": ("by_host_and_agency", ("host", "agency")),
}
Released = dict[tuple[str, str, int | None, str | None, str], float | None]


def count(register: list[rows.Row], seed: int) -> list[Cell]:
    """The cells of a register as they are released, of which chance has withheld a third."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        rows.table(connection, register)
        counting.count(connection, AS_OF)
        names = [name for (name,) in connection.sql("SELECT cell FROM cells ORDER BY cell").fetchall()]
        chosen = random.Random(seed).sample(names, len(names) // 3)
        made = released._rows(connection, set(chosen)) if names else []
    return [Cell(table, scope, year, code, measure, value) for table, scope, year, _, code, measure, value, *_ in made]


def of(cells: list[Cell]) -> Released:
    return {(each.table, each.scope, each.year, each.code, each.measure): each.value for each in cells}


def faults(name: str, choice: dict[str, Any], shown: list[dict[str, Any]], known: Released) -> list[str]:
    """Rows that no released cell stands behind, rows of another scope than was asked for, and cells that are lost."""
    table, columns = TABLES[name]
    count_, scope = choice.get("count") or "people", choice.get("scope") or "abroad"
    found, seen = [], []
    for row in shown:
        if row.get("mark") == "home":
            continue
        year = row["period_from"].year if name == "register_by_year" else choice.get("year")
        code = ".".join(row[column] for column in columns) or None
        cell = known.get((table, scope, year, code, count_), -1.0)
        if row["measure"] == f"register_share_pct_{scope}":
            cell = share(cell, known.get(("by_year", scope, year, None, count_)))
        elif row["measure"] != f"register_{count_}_{scope}":
            found.append(f"{row['measure']} is of another scope or count")
        else:
            seen.append(code or year)
        found += [f"{code or year}: {fault}" for fault in differences(row, cell)]
    due = [
        code or year
        for (other, where, year, code, what), value in known.items()
        if (other, where, what) == (table, scope, count_)
        and (year is not None if name == "register_by_year" else year == choice.get("year"))
        and (name != "register_map" or value != 0)
    ]
    found += [f"{row['role']} is {row['value']}: another role" for row in misquoted(name, shown)]
    return found + [f"shown {seen} instead of {due}"] * (sorted(seen, key=str) != sorted(due, key=str))


def misquoted(name: str, shown: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows with a role that the released numbers do not give them, or without one that they do."""
    stated = [row for row in shown if "share" not in row["measure"] and "_U" not in row.values()]
    largest = max((row["value"] for row in stated if row["value"]), default=None)
    for row in shown:
        role = "largest" if row in stated and row["value"] and row["value"] == largest else None
        if name == "register_by_year":
            role = {id(shown[0]): "first", id(shown[-1]): "newest"}.get(id(row), role)
        if row["role"] != ("newest" if len(shown) == 1 and name == "register_by_year" else role):
            yield row


def differences(row: dict[str, Any], cell: float | None) -> Iterator[str]:
    if row["value"] != cell:
        yield f"{row['value']} instead of {cell}"
    if (row["status"] == "Q") != (cell is None):
        yield f"has the status {row['status']}"
    if cell is None and row.get("inputs"):
        yield f"withheld, and yet it is of {row['inputs']}"


def share(part: float | None, total: float | None) -> float | None:
    """In per cent to one decimal, a half upwards; none where one of the two is withheld."""
    return None if part is None or not total else int(100 * part / total * 10 + 0.5) / 10


def everywhere(connection: Any, known: Released) -> list[str]:
    years = [None, *sorted({year for _, _, year, _, _ in known if year})]
    return [
        f"{name} {choice}: {fault}"
        for name in TABLES
        for choice in choices(name, years)
        for fault in faults(name, choice, answer(connection, name, **choice), known)
    ]


@settings(deadline=None, max_examples=4, derandomize=True)
@given(rows.registers(), st.integers(0, 1_000_000))
def test_nothing_is_shown_but_released_cells_and_shares_of_two_of_one_scope(register, seed):
    prove(register, seed)


@pytest.mark.register
@pytest.mark.parametrize("part", range(4))
def test_nor_of_a_hundred_registers(part):
    """In parts, which the machine's cores share."""

    @settings(deadline=None, max_examples=25)
    @given(rows.registers(), st.integers(0, 1_000_000))
    def holds(register, number):
        prove(register, number)

    holds()


def prove(register, seed):
    cells = count(register, seed)
    with held.held(cells, AS_OF.isoformat()) as connection:
        assert everywhere(connection, of(cells)) == []


def test_every_query_of_the_page_is_proven_here_or_beside_the_statements():
    assert {*TABLES, "register_and_claims", "register_years"} == set(held.QUERIES)


@pytest.fixture(scope="module")
def cells() -> list[Cell]:
    return count([*rows.FOUR, *rows.HOME], 1)


@pytest.mark.parametrize(
    ("name", "was", "instead", "fault"),
    [
        ("register_by_sex", "100 * value", "101 * value", "instead of"),
        pytest.param(
            "register_by_sex",
            "coalesce($scope, 'abroad')",
            "coalesce($scope, 'home')",
            "another scope",
            marks=pytest.mark.matrix,
        ),
        ("register_by_host", "    r.value,", "    coalesce(r.value, 2) AS value,", "instead of None"),
        pytest.param(
            "register_by_agency", "    r.value,", "    r.value + 1 AS value,", "instead of", marks=pytest.mark.matrix
        ),
        (
            "register_by_age_group",
            "CASE WHEN value IS NULL THEN [] ELSE [value, total] END",
            "[1, total]",
            "withheld, and",
        ),
        pytest.param("register_by_category", "r.value > 0 AND ", "", "largest is None", marks=pytest.mark.matrix),
        pytest.param(
            "register_by_programme",
            "ORDER BY r.value DESC NULLS LAST) = 1",
            "ORDER BY r.code) = 1",
            "another role",
            marks=pytest.mark.matrix,
        ),
        ("register_map", "(r.value > 0 OR r.status = 'Q')", "r.value > 0", "shown"),
        (
            "register_by_region",
            "r.scope = coalesce($scope, 'abroad')",
            "($scope IS NULL OR r.scope = $scope)",
            "another scope",
        ),
    ],
)
def test_a_query_that_shows_more_is_found(cells, name, was, instead, fault, monkeypatch):
    text, plain = data.sql(name), data.sql
    assert was in text
    monkeypatch.setattr(data, "sql", lambda asked: text.replace(was, instead) if asked == name else plain(asked))
    with held.held(cells, AS_OF.isoformat()) as connection:
        found = everywhere(connection, of(cells))
    assert found and all(each.startswith(name) for each in found)
    assert any(fault in each for each in found)


# How a chart is read back, by its form: what is wrong in it of rows.
READ = {
    "timeline": test_timeline.faults,
    "comparison": test_comparison.misdrawn,
    "matrix": test_matrix.misdrawn,
    "tiles": test_tile_map.misplaced,
}


@pytest.mark.parametrize("name", [name for name in TABLES if name != "register_map"])
def test_a_withheld_number_has_no_length_and_no_digit(cells, name):
    """Of all choices: a figure has the lengths and numbers of its rows, and of one that is withheld its sign alone."""
    read = next(READ[form] for form, names in cases.FORMS.items() if name in names)
    withheld = 0
    with held.held(cells, AS_OF.isoformat()) as connection:
        for choice in choices(name, (None, 2023, 2024)):
            df = pd.DataFrame(answer(connection, name, **choice), dtype=object)
            picture = Picture(json.loads(cases.plain(cases.draw(name, df))))
            assert read(picture, records(df), Language("en")) == []
            withheld += sum(row.status == "Q" for row in records(df))
    assert withheld > 3


def test_the_counts_and_scopes_are_those_of_the_release(cells):
    assert {each.measure for each in cells} == set(PARAMETERS["count"])
    assert {each.scope for each in cells} == set(PARAMETERS["scope"])
