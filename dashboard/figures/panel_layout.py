"""Dated rows and a viewport in; a panel for each measure in its place out, those of one unit on one scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.panels import GAP, Band, Panel
from dashboard.figures.phrases import number
from dashboard.figures.style import Viewport
from dashboard.figures.ticks import tick_width
from dashboard.i18n import Language

# Letters of titles, and pixels of a line of them.
TITLE, LEADING = 12, 16
# Pixels: above the highest mark, for its number; below an axis, for the years; from one panel to one beside it.
HEADROOM, YEARS, APART = 34, 24, 28
# The same where years are so narrow that the last of one panel and the first of the next would touch.
FARTHER = 46
# Pixels that the name of the last year may need beyond the plot, and the share that the last title beside others takes.
RIGHT, TITLED = 12, 0.22
# Pixels that two panels of many need to stand side by side, and of the lowest.
PAIRS, LOWEST = 420, 8
# On a page the marks of the highest panel are so high: of one band, of two, of more; and piles.
HIGH, PILED = (170, 110, 64), 140


def bands(rows: list[Any], t: Language, viewport: Viewport, *, beside: bool, piles: bool, below: float) -> list[Band]:
    """The panels in their places: of those of one unit each has the same pixels for the same number.

    Many stand in pairs where there is width for that. `below` are the pixels for words under the axis.
    """
    groups = [list(members) for _, members in groupby(rows, lambda row: row.measure)]
    ticks = 0 if piles else tick_width(rows, t, viewport)
    width = viewport.width - ticks - 2 * style.EDGE - RIGHT
    numbers = viewport.widest((number(each, row) for each in viewport.each(t) for row in rows), TITLE, bold=True)
    row = (
        _titled(_side_by_side(groups, _by_years(groups, width, numbers), None, 1, width), t, viewport) if beside else []
    )
    beside = beside and all(_titles_fit(each, row, viewport) for each in viewport.each(t))
    made, index = [], 1
    for members in _abreast(groups, beside, viewport):
        shares = _even(ticks, width) if len(members) > 1 else [(0.0, 1.0)]
        panels = row if beside else _side_by_side(members, shares, rows, index, width)
        panels = [replace(panel, title=_title(t, panel, viewport)) for panel in panels]
        titles = max(len(_title(each, panel, viewport)) for panel in panels for each in viewport.each(t))
        made.append(Band(panels, titles * LEADING + 4 if len(groups) > 1 else 0))
        index += len(panels)
    return _stacked(made, viewport, PILED if piles else HIGH[min(len(made), len(HIGH)) - 1], below)


def _titled(panels: list[Panel], t: Language, viewport: Viewport) -> list[Panel]:
    """The last title ends at the right edge and may begin before its panel."""
    *others, before, last = panels if len(panels) > 1 else [*panels, *panels]
    words = (word for each in viewport.each(t) for word in each(MEASURES[last.rows[0].measure].title).split(" "))
    room = max(last.titled, TITLED * last.width, viewport.widest(words, TITLE, bold=True))
    before = replace(before, titled=before.titled - (room - last.titled) - GAP)
    return [*others, before, replace(last, titled=room)] if len(panels) > 1 else panels


def _titles_fit(t: Language, panels: list[Panel], viewport: Viewport) -> bool:
    """Whether no word of a title is wider than the room of that."""
    titles = ((t(MEASURES[panel.rows[0].measure].title).split(" "), panel.titled) for panel in panels)
    return all(viewport.widest(words, TITLE, bold=True) <= room for words, room in titles)


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


def _by_years(groups: list[list[Any]], width: float, numbers: float) -> list[tuple[float, float]]:
    """From which to which share of the width: by their years, but none is narrower than its numbers."""
    years = [last.year - first.year for first, last in map(_span, groups)]
    gap = (APART if width / sum(years) >= APART else FARTHER) / width
    even = (1 - gap * (len(groups) - 1)) / sum(years)
    others = [max(numbers / width, count * even) for count in years[1:]]
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
        years, over = range(first.year, end.year), (right - left) / wide - (end.year - first.year)
        first, last = (day + timedelta(days=round(way * over * 365.25 / 2)) for day, way in ((first, -1), (end, 1)))
        edge = shares[at + 1][0] * width - 2 if at + 1 < len(shares) else width
        panels.append(Panel(group, index + at, left, right, width, years, first, last, edge, (right - left) * width))
    return panels


def _span(rows: list[Any]) -> tuple[date, date]:
    """From the first day of the first year that is touched to the first after the last."""
    days = [day for row in rows for day in (row.period_from, row.period_to) if day]
    return date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)


def _title(t: Language, panel: Panel, viewport: Viewport) -> list[str]:
    """No word is cut, however long it is."""
    title = t(MEASURES[panel.rows[0].measure].title)
    word = viewport.widest(title.split(" "), TITLE, bold=True)
    return viewport.lines(title, max(panel.titled, word), TITLE, bold=True)


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
