"""Tables: each statement is a row in its order, under its heading, with its own number, period and speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.figures import style
from dashboard.figures.table import Section, Table
from dashboard.i18n import LANGUAGES, Language
from tests.figures.cases import Case, cases, listed, of, table
from tests.figures.expected import letters, numbers, says, speakers, stated, words
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
        wrong = [
            each for each in words(t, row) if not any(form in label for form in (each, letters(each), capital(each)))
        ]
        several = len({each.measure for each in rows}) > 1 and not hasattr(row, "compared")
        wrong += ["measure"] * (several and not says(label, t, row.measure))
        wrong += ["ids"] * (cell.ids != style.ids(row)) + ["row"] * (cell.row != row)
        wrong += ["number"] * (numbers(t, row)[0] not in cell.number or digits(cell.number) != stated(row))
        wrong += ["period"] * (cell.period != when(row, t)) + ["remark"] * (cell.remark != remark(row, t))
        wrong += [each for each in speakers(t, row) if each not in cell.said_by]
        faults += [f"{style.ids(row)} {row.value}: {each}" for each in wrong]
    return faults


def capital(name: str) -> str:
    """As it begins a heading or a row."""
    return name[:1].upper() + name[1:]


IN_TOTAL = {"en": "in total ", "ru": "всего ", "kk": "барлығы "}


def when(row: Any, t: Language) -> str:
    """In words, of which a total up to a date has one more; what is true on a date only never reads as a period."""
    ends = (row.period_from, row.period_to, row.from_precision, row.to_precision)
    if not row.kind or not (row.period_from or row.period_to):
        return t("date not stated") if row.kind else ""
    if row.kind == "flow":
        return t.when(*ends) if {row.from_precision, row.to_precision} == {"year"} else t.period(*ends)
    return t.as_of(*ends) if row.kind == "stock" else IN_TOTAL[t.code] + t.when(*ends)


def remark(row: Any, t: Language) -> str:
    said = [t("sources differ")] * bool(getattr(row, "dispute", None))
    return " · ".join(said + [t("repeats another statement")] * bool(getattr(row, "corroborates", None)))


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
    """Another number, another period, another remark, another claim, nobody who said it."""
    first, *others = made.sections
    cell, *rest = first.rows
    changes: list[dict[str, str]] = [{"number": "5,678"}, {"period": "1812"}, {"remark": "?"}, {"ids": "OTHER"}]
    changes += [{"said_by": ""}] * bool(cell.said_by)
    return [Table([Section(first.heading, [replace(cell, **change), *rest]), *others]) for change in changes]


@pytest.mark.parametrize("chart", ["un_volunteers_makeup", "volunteers_by_region", "organisations_by_region"])
def test_headings_that_change_places_are_found(chart: str) -> None:
    made = table(Case(chart))
    first, second, *others = made.sections
    swapped = Table([replace(first, heading=second.heading), replace(second, heading=first.heading), *others])
    assert misprinted(swapped, listed(Case(chart)), Language("en"))


@TABLES
def test_every_row_has_a_name_of_its_own_and_no_number_stands_beside_a_blank(chart: str) -> None:
    for case in cases(chart):
        for code in LANGUAGES:
            for section in table(case, code).sections:
                named = [section.named(row) for row in section.rows]
                assert all(any(words) for words in named), (case, code)
                # Without a heading above it none may stand at the top of a column with half of its name.
                assert section.headed or {heading for heading, _ in named} == {section.heading}, (case, code)


def test_a_heading_stands_above_rows_that_are_about_something_else_and_begins_the_others() -> None:
    first, *others = table(Case("qazvolunteer_platform")).sections
    assert [first.named(row) for row in first.rows] == [("Volunteers registered on Qazvolunteer.kz", "")] * 2
    assert not any(section.headed for section in (first, *others))
    first, *_ = table(Case("organisations_by_region")).sections
    assert first.headed and first.named(first.rows[0]) == ("", "Almaty city")
    first, *_ = table(Case("placements_background")).sections
    assert not first.headed
    assert [first.named(row) for row in first.rows] == [
        ("Volunteers sent to UN regional secretariats", ""),
        ("Volunteers sent to UN regional secretariats", "Europe and the CIS"),
    ]


def test_each_kind_of_number_is_recognised_by_its_period() -> None:
    (section,) = table(Case("placements_claims")).sections
    assert section.heading == ""
    assert [(row.about, row.number, row.period, row.remark) for row in section.rows] == [
        ("Kenya, Thailand and Türkiye", "7", "in 2024", ""),
        ("Kenya, Thailand and Türkiye", "7", "in 2024", "repeats another statement"),
        (
            "Kenya, Thailand and Türkiye · ESCAP, IOM, UNDP, UNFPA and UN Women",
            *("7", "July 2024", "repeats another statement"),
        ),
        ("Jordan, Kenya, Thailand and Türkiye", "7", "in total from 2019 to 1 July 2024", ""),
        ("Host countries not published", "9", "in 2020–2023", "sources differ"),
        ("Host countries not published", "8", "in 2020–2023", "sources differ"),
        ("Jordan, Kenya, Thailand and Türkiye", "7", "in total up to June 2023", ""),
        ("Jordan, Kenya, Thailand and Türkiye", "7", "on 19 August 2022", ""),
    ]
