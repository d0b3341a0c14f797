"""Dated rows and a viewport in; a panel for each measure in its place out, those of one unit on one scale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.style import Viewport
from dashboard.figures.ticks import tick_width
from dashboard.i18n import Language

# Letters of titles, and pixels of a line of them.
TITLE, LEADING = 12, 16
# Pixels: above the highest mark, for its number; below an axis, for the years; from one panel to one beside it.
HEADROOM, YEARS, APART = 34, 24, 28
# The same where years are so narrow that the last of one panel and the first of the next would touch.
FARTHER = 46
# Pixels that the name of the last year may need beyond the plot, and the share that a panel beside the first takes.
RIGHT, BESIDE = 12, 0.3
# Pixels that two panels of many need to stand side by side, and of the lowest.
PAIRS, LOWEST = 420, 8
# On a page the marks of the highest panel are so high: of one band, of two, of more; and piles.
HIGH, PILED = (170, 110, 64), 96
# Pixels of the band below zero for years without a number.
GAP = 5
# Days.
YEAR = 366


@dataclass(frozen=True)
class Panel:
    """The rows of one measure, and where they stand.

    `left` and `right` are shares of a plot `width` pixels wide, `first` and `last` the days there; `top` and `height`
    are pixels, `scale` the pixels of one unit. `years` are named on its
    axis; words may go as far as `edge`, in pixels.
    """

    rows: list[Any]
    index: int
    left: float
    right: float
    width: float
    years: range
    first: date
    last: date
    edge: float
    title: list[str] = field(default_factory=list)
    top: float = 0
    height: float = 0
    scale: float = 1

    @property
    def names(self) -> dict[str, str]:
        tail = str(self.index) if self.index > 1 else ""
        return {"xaxis": f"x{tail}", "yaxis": f"y{tail}"}

    @property
    def low(self) -> float:
        """The value at the lower edge."""
        return -GAP / self.scale

    @property
    def reach(self) -> float:
        """The value at the upper edge."""
        return (self.height - GAP) / self.scale

    @property
    def unit(self) -> str:
        return MEASURES[self.rows[0].measure].unit

    @property
    def known(self) -> list[Any]:
        return [row for row in self.rows if row.value is not None]

    @property
    def most(self) -> float:
        return max((row.value for row in self.known), default=1) or 1

    @property
    def full(self) -> bool:
        """Whether it is a series of numbers over periods of at most a year, which are full columns."""
        disputed = any(getattr(row, "dispute", None) for row in self.known)
        return not disputed and all(row.kind == "flow" and not over_years(row) for row in self.known)

    def x(self, day: date) -> float:
        """Pixels from the left edge of the plot."""
        share = (day - self.first).days / (self.last - self.first).days
        return (self.left + (self.right - self.left) * share) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top of the plot."""
        return self.top + self.height - GAP - value * self.scale


@dataclass(frozen=True)
class Band:
    """Panels side by side, under titles so many pixels high."""

    panels: list[Panel]
    head: float


def over_years(row: Any) -> bool:
    """Whether a number is a total over more than a year, which is never a filled block."""
    return row.period_from is None or row.period_to is None or (row.period_to - row.period_from).days + 1 > YEAR


def bands(rows: list[Any], t: Language, viewport: Viewport, *, beside: bool, piles: bool, below: float) -> list[Band]:
    """The panels in their places: of those of one unit each has the same pixels for the same number.

    Many stand in pairs where there is width for that. `below` are the pixels for words under the axis.
    """
    groups = [list(members) for _, members in groupby(rows, lambda row: row.measure)]
    ticks = 0 if piles else tick_width(rows, t, viewport)
    width = viewport.width - ticks - 2 * style.EDGE - RIGHT
    beside = beside and all(_titles_fit(each, groups, width, viewport) for each in viewport.each(t))
    made, index = [], 1
    for members in _abreast(groups, beside, viewport):
        pair = len(members) > 1 and not beside
        shares = _even(ticks, width) if pair else _by_years(members, width, t, viewport)
        panels = _side_by_side(members, shares, None if beside else rows, index, width)
        panels = [replace(panel, title=_title(t, panel, viewport)) for panel in panels]
        titles = max(len(_title(each, panel, viewport)) for panel in panels for each in viewport.each(t))
        made.append(Band(panels, titles * LEADING + 4 if len(groups) > 1 else 0))
        index += len(panels)
    return _stacked(made, viewport, PILED if piles else HIGH[min(len(made), len(HIGH)) - 1], below)


def _titles_fit(t: Language, groups: list[list[Any]], width: float, viewport: Viewport) -> bool:
    """Whether the longest words of titles side by side do not meet."""
    titles = (t(MEASURES[group[0].measure].title).split(" ") for group in groups)
    return sum(viewport.widest(words, TITLE, bold=True) + GAP for words in titles) <= width


def _abreast(groups: list[list[Any]], beside: bool, viewport: Viewport) -> list[list[list[Any]]]:
    """Which panels stand side by side."""
    if beside:
        return [groups]
    across = 2 if not viewport.page and len(groups) > 2 and viewport.width >= PAIRS else 1
    return [groups[at : at + across] for at in range(0, len(groups), across)]


def _even(ticks: float, width: float) -> list[tuple[float, float]]:
    """Two halves; the second has ticks of its own."""
    gap = (APART + ticks) / width
    return [(0, (1 - gap) / 2), ((1 + gap) / 2, 1)]


def _by_years(groups: list[list[Any]], width: float, t: Language, viewport: Viewport) -> list[tuple[float, float]]:
    """From which to which share of the width: by their years, but none is narrower than a word of its title."""
    years = [last.year - first.year for first, last in map(_span, groups)]
    gap = (APART if width / sum(years) >= APART else FARTHER) / width
    even = (1 - gap * (len(groups) - 1)) / sum(years)
    words = [viewport.widest(_words(each, groups), TITLE, bold=True) + 2 for each in viewport.each(t)]
    others = [max(min(max(words) / width, BESIDE), count * even) for count in years[1:]]
    shares = [1 - sum(others) - gap * len(others), *others]
    starts = [sum(shares[:at]) + gap * at for at in range(len(shares))]
    return [(start, start + share) for start, share in zip(starts, shares, strict=True)]


def _side_by_side(
    groups: list[list[Any]], shares: list[tuple[float, float]], around: list[Any] | None, index: int, width: float
) -> list[Panel]:
    """A year is as wide in one as in the other."""
    spans = [_span(around or group) for group in groups]
    placed = zip(shares, spans, strict=True)
    wide = min((right - left) / (last.year - first.year) for (left, right), (first, last) in placed)
    panels = []
    for at, (group, (left, right), (first, end)) in enumerate(zip(groups, shares, spans, strict=True)):
        last, years = first + timedelta(days=round((right - left) / wide * 365.25)), range(first.year, end.year)
        edge = shares[at + 1][0] * width - 2 if at + 1 < len(shares) else width
        panels.append(Panel(group, index + at, left, right, width, years, first, last, edge))
    return panels


def _span(rows: list[Any]) -> tuple[date, date]:
    """From the first day of the first year that is touched to the first after the last."""
    days = [day for row in rows for day in (row.period_from, row.period_to) if day]
    return date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)


def _words(t: Language, groups: list[list[Any]]) -> list[str]:
    """The words of all titles but the first: a panel beside another is as wide as the longest."""
    return [word for group in groups[1:] for word in t(MEASURES[group[0].measure].title).split(" ")]


def _title(t: Language, panel: Panel, viewport: Viewport) -> list[str]:
    """No word is cut, however long it is."""
    title = t(MEASURES[panel.rows[0].measure].title)
    word = viewport.widest(title.split(" "), TITLE, bold=True)
    return viewport.lines(title, max((panel.right - panel.left) * panel.width, word), TITLE, bold=True)


def _stacked(made: list[Band], viewport: Viewport, page: int, below: float) -> list[Band]:
    """The largest panel of each unit has the same height; the others of that unit are as high as their numbers ask."""
    most: dict[str, float] = {}
    for panel in (panel for band in made for panel in band.panels):
        most[panel.unit] = max(most.get(panel.unit, 0), panel.most)
    shares = [max(panel.most / most[panel.unit] for panel in band.panels) for band in made]
    fixed = sum(band.head + HEADROOM + GAP for band in made) + YEARS * (len(made) - 1)
    spare = viewport.height - 2 * style.EDGE - fixed - YEARS - below
    high = page if viewport.page else max(spare / sum(shares), LOWEST)
    top, stacked = 0.0, []
    for band, share in zip(made, shares, strict=True):
        top, height = top + band.head, share * high + HEADROOM + GAP
        panels = [replace(panel, top=top, height=height, scale=high / most[panel.unit]) for panel in band.panels]
        stacked.append(replace(band, panels=panels))
        top += height + YEARS
    return stacked
