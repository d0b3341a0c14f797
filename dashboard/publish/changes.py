"""The rows of two releases in, what differs between them in sentences out, from nothing but what both publish."""

from pathlib import Path
from typing import NamedTuple

import duckdb

from dashboard.i18n import Language

QUERIES = Path(__file__).parents[2] / "queries" / "register"
WITHHELD = "Q"


class Change(NamedTuple):
    """One total of a year (null: all), or how many cells of another table differ."""

    table: str
    year: int | None
    measure: str | None
    was: int | None
    was_status: str | None
    now: int | None
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
    """Released rows by the names of their cells: cell, table, year, measure, value (null: withheld), status.

    Whoever works out what a release gives away has to know these of every release before it.
    """
    connection.read_parquet(str(file)).create_view("release", replace=True)
    return connection.sql((QUERIES / "published.sql").read_text(encoding="utf-8"))


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
    now = _value(change.now, change.now_status, t)
    was = _value(change.was, change.was_status, t)
    if change.year is None:
        template = {
            "people": t("Volunteers in all years: {now}, before: {was}."),
            "assignments": t("Assignments in all years: {now}, before: {was}."),
            "volunteer_days": t("Volunteer-days in all years: {now}, before: {was}."),
        }[str(change.measure)]
        return template.format(now=now, was=was)
    template = {
        "people": t("Volunteers in {year}: {now}, before: {was}."),
        "assignments": t("Assignments in {year}: {now}, before: {was}."),
        "volunteer_days": t("Volunteer-days in {year}: {now}, before: {was}."),
    }[str(change.measure)]
    return template.format(now=now, was=was, year=change.year)


def _of_table(change: Change, t: Language) -> str:
    table = {
        "by_host": t("By host country"),
        "by_agency": t("By agency"),
        "by_programme": t("By programme"),
        "by_category": t("By category"),
        "by_sex": t("By sex"),
        "by_age_group": t("By age group"),
        "by_region": t("By home region"),
        "by_host_and_agency": t("By host country and agency"),
    }[change.table]
    return t.plural("{table}: {n} cell differs.", "{table}: {n} cells differ.", change.cells, table=table)


def _value(value: int | None, status: str | None, t: Language) -> str:
    if status is None:
        return t("none")
    return t("withheld") if status == WITHHELD or value is None else t.number(value)
