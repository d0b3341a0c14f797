"""Rows without a common scale in; a table of words and numbers under headings out, for pages as for files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dashboard.catalog import COLUMNS
from dashboard.figures import marks, style
from dashboard.figures.comparison import heading, shared
from dashboard.figures.phrases import label, number, period
from dashboard.i18n import Language

# Where they come from and where they serve.
COUNTRIES = ("origin", "hosts")


@dataclass(frozen=True)
class Cells:
    """One statement in the reader's words: what it is about, its number, its period, who said it, what it traces to."""

    about: str
    number: str
    period: str
    said_by: str
    ids: str
    row: Any


@dataclass(frozen=True)
class Section:
    """Statements under one heading."""

    heading: str
    rows: list[Cells]


@dataclass(frozen=True)
class Table:
    """Statements that nothing may draw to one scale, in the order of the rows."""

    sections: list[Section]

    @property
    def rows(self) -> list[Cells]:
        return [row for section in self.sections for row in section.rows]


def table(rows: list[Any], t: Language, groups: tuple[str, ...], columns: tuple[str, ...] = ()) -> Table:
    """`groups` make the headings, `columns` say what a row is about beyond its heading.

    Rows: measure, value, qualifier, kind, status, the period, claims; dispute, and who said it where that is known.
    """
    made = []
    for _, members in groupby(rows, lambda row: shared(row, groups)):
        section = list(members)
        made.append(Section(heading(t, section[0], groups), [_cells(t, row, columns) for row in section]))
    return Table(made)


def _cells(t: Language, row: Any, columns: tuple[str, ...]) -> Cells:
    return Cells(
        about=_about(t, row, columns),
        number=number(t, row),
        period=period(t, row) if row.kind else "",
        said_by=marks.said_by(t, row),
        ids=style.ids(row),
        row=row,
    )


def _about(t: Language, row: Any, columns: tuple[str, ...]) -> str:
    """What a row is about. Of two countries the second says what it is: Kazakhstan · origin: China."""
    first, *others = label(t, row, columns[:1], dated=False, differ=False), *columns[1:]
    named = (
        f"{t(COLUMNS[each]).lower()}: {said}" if first and each in COUNTRIES and said else said
        for each in others
        for said in [label(t, row, (each,), dated=False, differ=False)]
    )
    differs = t("sources differ") if getattr(row, "dispute", None) else ""
    return " · ".join(filter(None, (first, *named, differs)))
