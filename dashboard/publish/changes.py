"""The rows of two releases in, what differs between them in sentences out, from nothing but what both publish."""

from pathlib import Path
from typing import NamedTuple

import duckdb

from dashboard.i18n import Language

QUERIES = Path(__file__).parents[2] / "queries" / "register"
WITHHELD = "Q"


class Change(NamedTuple):
    """One total of a year (null: all), or how many cells of another table differ, abroad or at home."""

    table: str
    scope: str
    year: int | None
    measure: str | None
    was: float | None
    was_status: str | None
    now: float | None
    now_status: str | None
    cells: int


def between(before: Path, after: Path) -> list[Change]:
    """What differs between two files of released rows."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        for name, file in (("before", before), ("after", after)):
            published(connection, file).create(name)
        found = connection.sql((QUERIES / "changes.sql").read_text(encoding="utf-8")).fetchall()
    return [Change(*row) for row in found]


def published(connection: duckdb.DuckDBPyConnection, file: Path) -> duckdb.DuckDBPyRelation:
    """Released rows by the names of their cells: cell, table, scope, year, measure, value (null: withheld),
    status.

    Whoever works out what a release gives away has to know these of every release before it.
    """
    connection.read_parquet(str(file)).create_view("release", replace=True)
    return connection.sql((QUERIES / "published.sql").read_text(encoding="utf-8"))


def withheld(file: Path) -> frozenset[str]:
    """Names of the cells that a file of released rows withholds."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        rows = published(connection, file).filter(f"status = '{WITHHELD}'").select("cell").fetchall()
    return frozenset(name for (name,) in rows)


def sentences(found: list[Change], t: Language) -> list[str]:
    """Each change as a reader reads it; one sentence too where nothing differs."""
    return [_of_total(change, t) if change.measure else _of_table(change, t) for change in found] or [
        t("All published numbers are those of the release before.")
    ]


def first(numbers: int, withheld: int, t: Language) -> list[str]:
    """What to say of a release that has none before it."""
    return [
        t("This is the first release."),
        t.plural("It has {n} cell.", "It has {n} cells.", numbers),
        t.plural("{n} cell is withheld to protect people.", "{n} cells are withheld to protect people.", withheld),
    ]


def _of_total(change: Change, t: Language) -> str:
    in_a_year = {
        ("abroad", "people"): t("Volunteers abroad in {year}: {now}, before: {was}."),
        ("abroad", "assignments"): t("Assignments abroad in {year}: {now}, before: {was}."),
        ("abroad", "volunteer_years"): t("Volunteer-years abroad in {year}: {now}, before: {was}."),
        ("home", "people"): t("Volunteers at home in {year}: {now}, before: {was}."),
        ("home", "assignments"): t("Assignments at home in {year}: {now}, before: {was}."),
        ("home", "volunteer_years"): t("Volunteer-years at home in {year}: {now}, before: {was}."),
    }
    over_all_years = {
        ("abroad", "people"): t("Volunteers abroad in all years: {now}, before: {was}."),
        ("abroad", "assignments"): t("Assignments abroad in all years: {now}, before: {was}."),
        ("abroad", "volunteer_years"): t("Volunteer-years abroad in all years: {now}, before: {was}."),
        ("home", "people"): t("Volunteers at home in all years: {now}, before: {was}."),
        ("home", "assignments"): t("Assignments at home in all years: {now}, before: {was}."),
        ("home", "volunteer_years"): t("Volunteer-years at home in all years: {now}, before: {was}."),
    }
    now, was = _value(change.now, change.now_status, t), _value(change.was, change.was_status, t)
    said = (over_all_years if change.year is None else in_a_year)[change.scope, str(change.measure)]
    return said.format(now=now, was=was, year=change.year)


def _of_table(change: Change, t: Language) -> str:
    table = {
        "by_host": t("By host country"),
        "by_agency": t("By UN entity"),
        "by_programme": t("By programme"),
        "by_category": t("By category"),
        "by_sex": t("By sex"),
        "by_age_group": t("By age group"),
        "by_region": t("By home region"),
        "by_host_and_agency": t("By host country and UN entity"),
        "by_span": t("Over the years of a published statement"),
    }[change.table]
    if change.scope == "home":
        return t.plural(
            "{table}, at home: {n} cell differs.", "{table}, at home: {n} cells differ.", change.cells, table=table
        )
    return t.plural(
        "{table}, abroad: {n} cell differs.", "{table}, abroad: {n} cells differ.", change.cells, table=table
    )


def _value(value: float | None, status: str | None, t: Language) -> str:
    if status is None:
        return t("none")
    return t("withheld") if status == WITHHELD or value is None else t.number(value)
