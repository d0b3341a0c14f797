"""Rows of register_map, the land and a viewport in; a Plotly figure out: an arc to each host, as wide as its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import STATUSES
from dashboard.figures import labels, land, style
from dashboard.figures.bundles import HOME, HOST, Place, Point, arc, places
from dashboard.figures.map_window import window
from dashboard.figures.map_words import Words, annotation, label
from dashboard.figures.phrases import number
from dashboard.figures.records import records
from dashboard.figures.sights import APART, Sight, Spot
from dashboard.figures.still_map import layout, seen
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

if TYPE_CHECKING:
    from dashboard.world import World

# On a wide page, and on a narrow one.
WIDE, NARROW = Viewport(720, 430), Viewport(330, 380)
# Pixels: of the widest arc, of the thinnest, and of one to a withheld number.
WIDEST, THINNEST, WITHHELD = 9, 1.2, 1.6
# The share of labels that may stand far from their point; with more, smaller letters are better.
CROWDED = 0.3


def register_map(df: pd.DataFrame, t: Language, world: World, viewport: Viewport, *, apart: bool = False) -> go.Figure:
    """The land is inside the figure, or apart: a picture that a browser fetches.

    df needs mark (host, home), host, value, status, lon and lat. A withheld number has a dotted arc and an empty point.
    """
    rows = [row for row in records(df) if row.lon is not None]
    named = places(rows, world.place)
    arcs = _arcs(rows, named)
    shown = window(named, [], world, viewport)
    sight = seen(shown, viewport)
    sight.draw([(place.point, HOME if place.home else HOST) for place in named], [p for _, arc in arcs for p in arc])
    in_each = {code: _written(Language(code), rows, named, viewport, sight) for code in viewport.languages}
    mine = in_each.get(t.code) or _written(t, rows, named, viewport, sight)
    lost = max((sum(spot is None for _, spot in words) for words in in_each.values()), default=0)
    drawn = layout(shown, viewport) | {
        "annotations": [annotation(words, spot) for words, spot in mine if spot],
        "images": [land.image(world)] if apart else [],
        "meta": {"shown": len(rows) - lost, "rows": len(rows), "tight": lost > 0 or _tied(mine) > CROWDED},
    }
    return style.figure([*([] if apart else land.traces(world, shown)), *_marks(rows, named, arcs, world)], drawn)


def _tied(written: list[tuple[Words, Spot | None]]) -> float:
    """The share of labels that stand so far off that only a line ties them to their point."""
    return sum(spot is not None and spot.tied for _, spot in written) / max(len(written), 1)


def _arcs(rows: list[Any], named: list[Place]) -> list[tuple[Any, list[Point]]]:
    """From Kazakhstan to each host; the small ones on top of the large."""
    start = next((place.point for place in named if place.home), None)
    ends = {place.code: place.point for place in named if not place.home}
    return [(row, arc(start, ends[row.host])) for row in rows if start and row.mark == "host"]


def _written(
    t: Language, rows: list[Any], named: list[Place], viewport: Viewport, sight: Sight
) -> list[tuple[Words, Spot | None]]:
    """The name of each place with its number; the larger the number, the earlier its label may choose."""
    points = {place.code: place for place in named}
    words = [_words(t, row, points[row.host]) for row in sorted(rows, key=lambda row: row.mark == "host")]
    return list(zip(words, labels.place([label(each, viewport) for each in words], sight), strict=True))


def _words(t: Language, row: Any, place: Place) -> Words:
    said = STATUSES["Q"].symbol if row.status == "Q" else number(t, row)
    text = t.place(row.host) if place.home else f"{t.place(row.host)} · {said}"
    gap = (HOME if place.home else HOST) / 2 + APART
    return Words([f"<b>{text}</b>"], place.point, gap, place.ids, not place.home)


def _marks(
    rows: list[Any], named: list[Place], arcs: list[tuple[Any, list[Point]]], world: World
) -> list[dict[str, Any]]:
    top = max((row.value for row in rows if row.value), default=1)
    withheld = {row.host for row in rows if row.status == "Q"}
    shown = [place for place in named if place.code not in withheld]
    hidden = [place for place in named if place.code in withheld]
    return [
        land.hosts(world, [place.code for place in named if not place.home]),
        *(_line(row, arc, top) for row, arc in arcs),
        _points(list(reversed(shown)), style.BLUE, "#FFFFFF"),
        *([_points(hidden, "#FFFFFF", style.GREY)] if hidden else []),
    ]


def _line(row: Any, arc: list[Point], top: float) -> dict[str, Any]:
    known = {"width": max(WIDEST * row.value / top, THINNEST), "color": style.BLUE} if row.value else None
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x) for x, _ in arc],
        "y": [round(y) for _, y in arc],
        "line": known or {"width": WITHHELD, "color": style.GREY, "dash": "dot"},
    }


def _points(shown: list[Place], fill: str, edge: str) -> dict[str, Any]:
    """A point holds the ids of what its number traces to."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(place.point[0]) for place in shown],
        "y": [round(place.point[1]) for place in shown],
        "marker": {
            "size": [HOME if place.home else HOST for place in shown],
            "color": fill,
            "opacity": 1,
            "line": {"color": edge, "width": 1.5},
        },
        "customdata": [place.ids for place in shown],
    }
