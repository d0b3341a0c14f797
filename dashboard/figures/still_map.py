"""Rows of placements_map, the land and a viewport in; the map as a Plotly figure out, where there is no WebGL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import land, style
from dashboard.figures.bundles import HOME, HOST, Bundle, Place, Point, bundles, foremost, places
from dashboard.figures.map_window import window
from dashboard.figures.map_words import annotation, written
from dashboard.figures.records import records
from dashboard.figures.sights import Sight
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

if TYPE_CHECKING:
    from dashboard.world import World

# On a page nobody knows how wide the map will be: a wider one shows more land, at the same scale.
PAGE = Viewport(330, 440)
# Widths of lines; branches are dashed.
TRUNK, BRANCH, DASH = 6, 2, "dash"


def placements_map_still(
    df: pd.DataFrame, t: Language, world: World, viewport: Viewport, *, apart: bool = False
) -> go.Figure:
    """The land is inside the figure, or apart: a picture that a browser fetches.

    df as for placements_map; `meta` says whether every label found its place in all languages of the viewport. What
    part of the map is shown depends on the places alone.
    """
    rows = records(df)
    named = places(rows, world.place)
    joined = bundles(rows, named)
    shown = window(named, joined, world, viewport)
    sight = _sight(shown, viewport, named, joined)
    in_each = {code: written(Language(code), named, joined, viewport, sight) for code in viewport.languages}
    mine = in_each.get(t.code) or written(t, named, joined, viewport, sight)
    lost = sum(spot is None for words in in_each.values() for _, spot in words)
    drawn = layout(shown, viewport) | {
        "annotations": [annotation(words, spot) for words, spot in mine if spot],
        "images": [land.image(world)] if apart else [],
        "meta": {"shown": len(rows), "rows": len(rows), "tight": lost > 0},
    }
    return style.figure([*([] if apart else land.traces(world, shown)), *_marks(named, joined, world)], drawn)


def seen(shown: land.Window, viewport: Viewport) -> Sight:
    """The window in a viewport as Plotly shows it: whole, in the middle, as large as it can be."""
    width, height = shown.east - shown.west, shown.south - shown.north
    scale = min(viewport.width / width, viewport.height / height)
    return Sight(viewport.width, viewport.height, (shown.west + width / 2, shown.north + height / 2), scale)


def _sight(shown: land.Window, viewport: Viewport, named: list[Place], joined: list[Bundle]) -> Sight:
    sight = seen(shown, viewport)
    dots = [(place.point, HOME if place.home else HOST) for place in named]
    lines = [point for bundle in joined for line in (bundle.trunk, *bundle.branches) for point in line]
    sight.draw(dots, lines)
    return sight


def _marks(named: list[Place], joined: list[Bundle], world: World) -> list[dict[str, Any]]:
    """The hosts, the lines, light where others are newer, and the points, with the ids of the claims that name them."""
    if not named:
        return []
    full = foremost(joined)
    points = [(place.point, HOME if place.home else HOST, place.ids) for place in reversed(named)]
    return [
        land.hosts(world, [place.code for place in named if not place.home]),
        *_lines([bundle for bundle in joined if bundle not in full], style.PALE_BLUE),
        *_lines(full, style.BLUE),
        {
            "type": "scatter",
            "mode": "markers",
            "x": [round(x) for (x, _), _, _ in points],
            "y": [round(y) for (_, y), _, _ in points],
            "marker": {
                "size": [size for _, size, _ in points],
                "color": style.BLUE,
                "opacity": 1,
                "line": {"color": "#FFFFFF", "width": 1.5},
            },
            "customdata": [ids for _, _, ids in points],
        },
    ]


def _lines(joined: list[Bundle], colour: str) -> list[dict[str, Any]]:
    branches = [line for bundle in joined for line in bundle.branches]
    kinds = ((branches, {"width": BRANCH, "dash": DASH}), ([bundle.trunk for bundle in joined], {"width": TRUNK}))
    return [_line(lines, {"color": colour} | look) for lines, look in kinds if lines]


def _line(lines: list[list[Point]], look: dict[str, Any]) -> dict[str, Any]:
    points = [point for line in lines for point in (*((round(x), round(y)) for x, y in line), (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "line": look,
    }


def layout(shown: land.Window, viewport: Viewport) -> dict[str, Any]:
    """Axes that count units, as long on the one as on the other."""
    none = dict.fromkeys(("l", "r", "t", "b", "pad"), 0)
    blank = style.blank(int(viewport.height), width=viewport.width, margin=none)
    blank["xaxis"] |= {"range": [round(shown.west), round(shown.east)], "scaleanchor": "y"}
    blank["yaxis"] |= {"range": [round(shown.south), round(shown.north)]}
    return blank
