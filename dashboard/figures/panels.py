"""Rows of several measures and a room in; panels side by side with their titles and their years out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby, pairwise
from math import ceil
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.style import Room
from dashboard.i18n import Language

TITLE = 12
# Where panels share less width than this, the second needs half of it for the words of its title.
NARROW = 300
# Shares of the width: where the first of two panels ends, and what keeps them apart.
FIRST, FIRST_NARROW, APART = 0.6, 0.5, 0.06
# Pixels that a year takes below the bars, and that a title leaves free at its end.
YEAR, FREE = 40, 8


@dataclass(frozen=True)
class Panel:
    """The rows of one measure, and where the panel begins and ends as shares of the width of the room."""

    rows: list[Any]
    left: float
    right: float
    room: Room

    @property
    def share(self) -> float:
        return self.right - self.left

    @cached_property
    def years(self) -> range:
        """From the first that is touched to the last."""
        return range(min(row.period_from.year for row in self.rows), max(row.period_to.year for row in self.rows) + 1)

    @property
    def width(self) -> float:
        """Pixels for the words of the title, where the room has a size."""
        return self.room.width * self.share - FREE

    def title(self, t: Language) -> list[str]:
        """What is counted, in lines; and that sources differ, where they do."""

        def lines(text: str, letters: int) -> list[str]:
            return self.room.lines(text, self.width, TITLE) if self.room.width else style.wrap(text, letters)

        counted = lines(t(MEASURES[self.rows[0].measure].title), 24 if self.share > 0.5 else 15)
        if not any(row.dispute for row in self.rows):
            return counted
        first, *rest = lines(t("sources differ"), 22)
        return [*counted, f"<span style='color:{style.GOLD}'>■</span> {first}", *rest]

    def breaks_words(self) -> bool:
        """Whether the title has a word that is wider than the panel, in any language: smaller letters are better."""
        assert self.room.measure is not None
        titles = (Language(code)(MEASURES[self.rows[0].measure].title) for code in self.room.languages)
        return any(self.room.measure(word, TITLE, False) > self.width for title in titles for word in title.split(" "))

    def axis(self, year: float) -> dict[str, Any]:
        """An axis on which a year takes that share of the width, however many years the panel has.

        Where a year is too narrow for its four digits, every second or third is named.
        """
        named = self.years[:: ceil(YEAR / (year * self.room.width))] if self.room.width else self.years
        first = date(self.years[0], 1, 1)
        days = (date(self.years[-1] + 1, 1, 1) - first).days / len(self.years) * self.share / year
        return {
            "type": "date",
            "range": [first.isoformat(), (datetime.combine(first, time()) + timedelta(days=days)).isoformat()],
            "tickvals": [f"{each}-07-01" for each in named],
            "ticktext": [str(each) for each in named],
            "tickangle": 0,
            "domain": [self.left, self.right],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        }


def panels(rows: list[Any], room: Room) -> list[Panel]:
    """One for each measure, in the order of the rows."""
    groups = [list(members) for _, members in groupby(rows, lambda row: row.measure)]
    first = FIRST_NARROW if 0 < room.width < NARROW else FIRST
    edges = [0.0, *([first, 1.0] if len(groups) == 2 else [1.0])]
    places = [(left + (APART if left else 0), right) for left, right in pairwise(edges)][: len(groups)]
    # There is no place for a third: better an error than a measure that is not drawn.
    return [Panel(group, left, right, room) for group, (left, right) in zip(groups, places, strict=True)]


def widest_year(side_by_side: list[Panel]) -> float:
    """The share of the width that a year can take in each of them."""
    return min((panel.share / len(panel.years) for panel in side_by_side), default=1.0)


def height_of_titles(side_by_side: list[Panel], room: Room) -> float:
    """In the language whose titles are the longest."""
    lengths = (len(panel.title(Language(code))) for code in room.languages for panel in side_by_side)
    return max(lengths, default=0) * TITLE * 1.35 + 6


def heading(lines: list[str], axis: str) -> dict[str, Any]:
    """The title above its panel."""
    return {
        "text": "<br>".join(lines),
        "font": {"size": TITLE},
        "xref": f"{axis} domain",
        "x": 0,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
    }
