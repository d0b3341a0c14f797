"""Rows with periods in; bars as wide as their period and as high as their number out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from math import ceil
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.phrases import number
from dashboard.figures.style import Room
from dashboard.i18n import Language

TITLE = 12
# Bars lower than this, with the years below them, tell nothing.
LEAST = 130
# Where panels share less width than this, the second needs half of it for the words of its title.
NARROW = 300
# Pixels that a year takes below the bars.
YEAR = 40


def timeline(rows: list[Any], t: Language, room: Room) -> go.Figure:
    """A panel for each measure, on one scale of height; numbers of one period side by side over their bars."""
    panels = [list(members) for _, members in groupby(rows, lambda row: row.measure)]
    shares = [0.0, *([0.5 if 0 < room.width < NARROW else 0.6, 1.0] if len(panels) == 2 else [1.0])]
    domains = [[left + (0.06 if left else 0), right] for left, right in pairwise(shares)][: len(panels)]
    titles = [_title(t, panel, room, right - left) for panel, (left, right) in zip(panels, domains, strict=True)]
    layout = style.blank(int(room.height) or 350, margin={"l": 8, "r": 8, "t": 100, "b": 28, "pad": 0})
    if room.width:
        layout |= {"width": room.width, "height": room.height or 350}
        layout["margin"]["t"] = above = _title_room(panels, room, domains)
        tight = layout["height"] - above < LEAST or _breaks_words(panels, room, domains)
        layout["meta"] = {"shown": len(rows), "rows": len(rows), "tight": tight}
    year = min(
        ((right - left) / len(_span(panel)) for panel, (left, right) in zip(panels, domains, strict=True)), default=1.0
    )
    # Two measures, two axes; one scale, or two people would stand as high as nine.
    top = max((row.value for row in rows), default=1)
    traces: list[dict[str, Any]] = []
    for index, (panel, domain, title) in enumerate(zip(panels, domains, titles, strict=True), start=1):
        tail = "" if index == 1 else str(index)
        for _, members in groupby(panel, lambda row: (row.period_from, row.period_to)):
            traces += _period_bars(list(members), tail, t)
        layout[f"xaxis{tail}"] = _years(panel, domain, year, room) | {"anchor": f"y{tail}"}
        layout[f"yaxis{tail}"] = {"visible": False, "fixedrange": True, "range": [0, top * 1.35], "anchor": f"x{tail}"}
        layout.setdefault("annotations", []).append(_panel_title(title, f"x{tail}"))
    return style.figure(traces, layout)


def _title(t: Language, rows: list[Any], room: Room, share: float) -> list[str]:
    """What a panel counts, in lines; and that sources differ, where they do."""

    def lines(text: str, letters: int) -> list[str]:
        return room.lines(text, room.width * share - 8, TITLE) if room.width else style.wrap(text, letters)

    counted = lines(t(MEASURES[rows[0].measure].title), 24 if share > 0.5 else 15)
    if not any(row.dispute for row in rows):
        return counted
    first, *rest = lines(t("sources differ"), 22)
    return [*counted, f"<span style='color:{style.GOLD}'>■</span> {first}", *rest]


def _breaks_words(panels: list[list[Any]], room: Room, domains: list[list[float]]) -> bool:
    """Whether a title has a word that is wider than its panel, in any language: smaller letters are better."""
    assert room.measure is not None
    return any(
        room.measure(word, TITLE, False) > room.width * (right - left) - 8
        for code in room.languages
        for rows, (left, right) in zip(panels, domains, strict=True)
        for word in Language(code)(MEASURES[rows[0].measure].title).split(" ")
    )


def _title_room(panels: list[list[Any]], room: Room, domains: list[list[float]]) -> float:
    """The height of the titles in the language whose titles are the longest."""
    lengths = (
        len(_title(Language(code), rows, room, right - left))
        for code in room.languages
        for rows, (left, right) in zip(panels, domains, strict=True)
    )
    return max(lengths, default=0) * TITLE * 1.35 + 6


def _period_bars(rows: list[Any], tail: str, t: Language) -> list[dict[str, Any]]:
    """The bars of one period; where there are several their numbers stand side by side, or one would cover another.

    The highest is above its bar and the others are inside theirs, so that no edge of a bar runs through a number.
    """
    bars = [_period_bar(row, tail, t) for row in rows]
    if len(rows) == 1:
        return bars
    numbers, highest = [], max(row.value for row in rows)
    for index, (row, bar) in enumerate(zip(rows, bars, strict=True), start=1):
        bar["textposition"] = "none"
        x = row.period_from + (row.period_to - row.period_from) * index / (len(rows) + 1)
        shared = {name: bar[name] for name in ("y", "xaxis", "yaxis", "text", "customdata", "cliponaxis")}
        side = "top center" if row.value == highest else "bottom center"
        where = {"x": [x.isoformat()], "textposition": side}
        # A mark that is not seen keeps the number off the line.
        numbers.append(
            shared | where | {"type": "scatter", "mode": "markers+text", "marker": {"size": 6, "opacity": 0}}
        )
    return bars + numbers


def _period_bar(row: Any, tail: str, t: Language) -> dict[str, Any]:
    """The first statement in the written order is the full bar; a disagreeing one is an outline at its own height."""
    days = (row.period_to - row.period_from).days + 1
    middle = row.period_from + (row.period_to - row.period_from) / 2
    return {
        "type": "bar",
        "x": [middle.isoformat()],
        "y": [row.value],
        "width": [days * 86_400_000 * 0.985],
        "xaxis": f"x{tail}",
        "yaxis": f"y{tail}",
        "marker": {
            "color": style.FAINT if row.dispute else style.BLUE,
            "line": {"color": style.GOLD if row.dispute else style.BLUE, "width": 2},
        },
        "text": [f"<b>{number(t, row)}</b>"],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [style.ids(row)],
    }


def _span(rows: list[Any]) -> range:
    """The years from the first that is touched to the last."""
    return range(min(row.period_from.year for row in rows), max(row.period_to.year for row in rows) + 1)


def _years(rows: list[Any], domain: list[float], year: float, room: Room) -> dict[str, Any]:
    """An axis on which a year takes that share of the width: the same in each panel, however many years it has.

    Where a year is too narrow for its four digits, every second or third is named.
    """
    years = _span(rows)
    named = years[:: ceil(YEAR / (year * room.width))] if room.width else years
    first = date(years[0], 1, 1)
    days = (date(years[-1] + 1, 1, 1) - first).days / len(years) * (domain[1] - domain[0]) / year
    return {
        "type": "date",
        "range": [first.isoformat(), (datetime.combine(first, time()) + timedelta(days=days)).isoformat()],
        "tickvals": [f"{each}-07-01" for each in named],
        "ticktext": [str(each) for each in named],
        "tickangle": 0,
        "domain": domain,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }


def _panel_title(lines: list[str], axis: str) -> dict[str, Any]:
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
