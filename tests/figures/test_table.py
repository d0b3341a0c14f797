"""Tables: each statement is a row in its order, under its heading, with its own number, period and speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from dashboard.figures import style
from dashboard.figures.table import Section, Table
from dashboard.i18n import LANGUAGES, Language
from tests.figures.cases import Case, cases, listed, of, table
from tests.figures.expected import numbers, period, says, speakers, stated, words
from tests.figures.pictures import digits

TABLES = of("table")


def misprinted(made: Table, rows: list[Any], t: Language) -> list[str]:
    """Statements that are no row of their own, and rows whose words are those of another statement."""
    cells = made.rows
    if len(cells) != len(rows):
        return [f"{len(cells)} rows for {len(rows)} statements"]
    headings = [section.heading for section in made.sections for _ in section.rows]
    faults = [] if len(set(headings)) == len(made.sections) else ["a heading twice"]
    for cell, heading, row in zip(cells, headings, rows, strict=True):
        label = f"{heading} · {cell.about}"
        wrong = [each for each in wanted(row, t) if each not in label and letters(each) not in label]
        several = len({each.measure for each in rows}) > 1 and not hasattr(row, "compared")
        wrong += ["measure"] * (several and not says(label, t, row.measure))
        wrong += ["ids"] * (cell.ids != style.ids(row)) + ["row"] * (cell.row != row)
        wrong += ["number"] * (numbers(t, row)[0] not in cell.number or digits(cell.number) != stated(row))
        wrong += ["period"] * (cell.period != period(t, row))
        wrong += [each for each in speakers(t, row) if each not in cell.said_by]
        faults += [f"{style.ids(row)} {row.value}: {each}" for each in wrong]
    return faults


def letters(name: str) -> str:
    """The letters by which all know a UN entity: those in brackets at its end."""
    found = re.search(r"\(([^()]+)\)$|«([^»]+)»", name)
    return (found[1] or found[2]) if found else name


def wanted(row: Any, t: Language) -> list[str]:
    """Whose number it is, and that sources differ."""
    return words(t, row) + [t("sources differ")] * bool(getattr(row, "dispute", None))


@TABLES
def test_each_statement_is_a_row_under_its_heading(chart: str) -> None:
    for case in cases(chart):
        for code in LANGUAGES:
            assert misprinted(table(case, code), listed(case, code), Language(code)) == [], (case, code)


@TABLES
def test_a_row_that_is_dropped_doubled_moved_or_changed_is_found(chart: str) -> None:
    made, rows, t = table(Case.first(chart)), listed(Case.first(chart)), Language("en")
    for broken in (*less_or_more(made), *changed(made)):
        assert misprinted(broken, rows, t)


def less_or_more(made: Table) -> list[Table]:
    """A row less, a row twice, two rows in the other order, a section less."""
    first, *others = made.sections
    rows = first.rows
    found = [
        Table([Section(first.heading, rows[1:]), *others]),
        Table([Section(first.heading, [*rows, rows[0]]), *others]),
    ]
    if others:
        found += [Table(others), Table([*others, first]), Table([first, first, *others])]
    return found + ([Table([Section(first.heading, rows[::-1]), *others])] if len(rows) > 1 else [])


def changed(made: Table) -> list[Table]:
    """Another number, another period, another claim, nobody who said it."""
    first, *others = made.sections
    cell, *rest = first.rows
    changes: list[dict[str, str]] = [{"number": "5,678"}, {"period": "1812"}, {"ids": "OTHER"}]
    changes += [{"said_by": ""}] * bool(cell.said_by)
    return [Table([Section(first.heading, [replace(cell, **change), *rest]), *others]) for change in changes]


@pytest.mark.parametrize("chart", ["un_volunteers_makeup", "volunteers_by_region", "government_contributions"])
def test_headings_that_change_places_are_found(chart: str) -> None:
    made = table(Case(chart))
    first, second, *others = made.sections
    swapped = Table([replace(first, heading=second.heading), replace(second, heading=first.heading), *others])
    assert misprinted(swapped, listed(Case(chart)), Language("en"))
