"""Rows without a common scale in; a table of words and numbers under headings out, for pages as for files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dashboard.catalog import COLUMNS
from dashboard.figures import marks, style
from dashboard.figures.headings import heading, shared
from dashboard.figures.phrases import label, number
from dashboard.i18n import Language

# Where they come from and where they serve.
COUNTRIES = ("origin", "hosts")


@dataclass(frozen=True)
class Cells:
    """One statement in the reader's words: what it is about, its number, when, what to know of it, who said it, what it
    traces to.
    """

    about: str
    number: str
    period: str
    remark: str
    said_by: str
    publisher: str
    ids: str
    row: Any


@dataclass(frozen=True)
class Section:
    """Statements under one heading."""

    heading: str
    rows: list[Cells]

    @property
    def headed(self) -> bool:
        """Whether the heading stands above its rows: one of a single row, or of one that is about nothing else, begins
        that row.
        """
        return bool(self.heading and self.rows[0].about and len(self.rows) > 1)

    def named(self, cells: Cells) -> tuple[str, str]:
        """The heading, if it begins the row, and what else tells the row from others."""
        return "" if cells.about and self.headed else self.heading, cells.about

    def remark(self, cells: Cells) -> str:
        """What to know of a number; of statements on one thing, which no heading tells apart, who published it too."""
        publisher = "" if self.heading else cells.publisher
        return " · ".join(filter(None, (cells.remark, publisher)))


@dataclass(frozen=True)
class Table:
    """Statements that nothing may draw to one scale, in the order of the rows."""

    sections: list[Section]

    @property
    def rows(self) -> list[Cells]:
        return [row for section in self.sections for row in section.rows]


def table(
    rows: list[Any],
    t: Language,
    groups: tuple[str, ...],
    columns: tuple[str, ...] = (),
    unsaid: str = "",
) -> Table:
    """`groups` make the headings, `columns` say what a row is about beyond its heading, `unsaid` what if they do not.

    Rows: measure, value, qualifier, kind, status, the period, claims; dispute, corroborates, and who said it where that
    is known.
    """
    made = []
    for _, members in groupby(rows, lambda row: shared(row, groups)):
        section = list(members)
        made.append(
            Section(
                heading(t, section[0], groups),
                [_cells(t, row, columns, unsaid) for row in section],
            )
        )
    return Table(made)


def _cells(t: Language, row: Any, columns: tuple[str, ...], unsaid: str) -> Cells:
    remarks = {"dispute": t("sources differ"), "corroborates": t("repeats another statement")}
    return Cells(
        about=_capital(_about(t, row, columns) or unsaid),
        number=number(t, row),
        period=when(t, row),
        remark=" · ".join(said for column, said in remarks.items() if getattr(row, column, None)),
        said_by=marks.said_by(t, row),
        publisher=t(row.publisher) if getattr(row, "publisher", None) else "",
        ids=style.ids(row),
        row=row,
    )


def when(t: Language, row: Any) -> str:
    """The period in words that tell a number on a date from one over a period and from a total up to a date."""
    ends = (row.period_from, row.period_to, row.from_precision, row.to_precision)
    period, years = t.period(*ends) if row.kind else "", ends[2:] == ("year", "year")
    if row.kind == "cumulative":
        return t("in total {when}", when=t.when(*ends) or period)
    return (t.as_of(*ends) if row.kind == "stock" else t.when(*ends) if years else "") or period


def _about(t: Language, row: Any, columns: tuple[str, ...]) -> str:
    """What a row is about. Of two countries the second says what it is: Kazakhstan · origin: China."""
    first, *others = label(t, row, columns[:1], dated=False, differ=False), *columns[1:]
    named = (
        f"{t(COLUMNS[each]).lower()}: {said}" if first and each in COUNTRIES and said else said
        for each in others
        for said in [label(t, row, (each,), dated=False, differ=False)]
    )
    return " · ".join(filter(None, (first, *named)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
