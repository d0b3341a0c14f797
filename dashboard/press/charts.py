"""A view and a room in; its chart as large as it can be in there out, as Plotly's plain data."""

from __future__ import annotations

import inspect
import json
from bisect import bisect_left
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from plotly.utils import PlotlyJSONEncoder

from dashboard import figures
from dashboard.figures import style
from dashboard.figures.style import Room
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import letters, paint
from dashboard.view import Choices, Figure, View, view

# How much a chart with few rows may grow, the most first.
GROWTH = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0)
ROOM = Room(measure=letters.width, languages=tuple(LANGUAGES))
# Stands for the colour of the words on the page around a chart until it is there; no mark has it.
INK = "#010203"


def figure_of(name: str) -> Figure:
    """The function that draws a chart."""
    function: Figure = getattr(figures, name)
    return function


def in_each_language(shown: View) -> dict[str, View]:
    """The same view in every language: words of all must fit where the words of one stand."""
    return {code: view(shown.figure, Language(code), shown.choices, shown.release) for code in LANGUAGES}


def fitted(shown: View, room: Room, borders: str) -> dict[str, Any]:
    """The chart at the largest scale at which all its rows fit; at the smallest where they do not."""
    chart: dict[str, Any] = json.loads(_fitted(shown.figure, shown.t, shown.choices, shown.release, room, borders))
    return chart


@lru_cache(maxsize=512)
def _fitted(figure: Figure, t: Language, choices: Choices, release: str | None, room: Room, borders: str) -> str:
    """As text, which nobody can change: three formats and as many themes are drawn from the same chart."""
    shown = view(figure, t, choices, release)

    @cache
    def grown(growth: float) -> dict[str, Any]:
        return drawn(shown, replace(room, width=room.width / growth, height=room.height / growth), borders)

    def fits(growth: float) -> bool:
        meta = grown(growth)["layout"].get("meta") or {"shown": 0, "rows": 0}
        return meta["shown"] == meta["rows"] and not meta.get("tight")

    # What fits at one scale fits at a smaller one.
    growth = GROWTH[0] if fits(GROWTH[0]) else GROWTH[bisect_left(GROWTH, True, lo=1, hi=len(GROWTH) - 1, key=fits)]
    chart = grown(growth)
    _explicit(chart["layout"])
    paint.enlarge(chart, growth)
    chart["layout"]["margin"] = {side: pixels * growth for side, pixels in chart["layout"]["margin"].items()}
    return json.dumps(chart)


def on_page(shown: View, width: float, map_height: float) -> dict[str, Any]:
    """The chart alone, as high as its rows make it: for a page that says all the rest in words of its own."""
    chart = drawn(shown, replace(ROOM, width=width, height=map_height if is_map(shown) else 0), "110m")
    layout = chart["layout"]
    layout |= {"width": width, "height": round(layout["height"]), "paper_bgcolor": style.CLEAR}
    layout["font"] = layout["font"] | {"color": INK}
    return chart


def drawn(shown: View, room: Room, borders: str) -> dict[str, Any]:
    """The chart in a room, a map with its borders inside; one whose function takes no room keeps that of the screen."""
    if is_map(shown):
        made = shown.still_in(room, scale=borders)
    elif takes_room(shown.figure):
        made = shown.figure(shown.df, shown.t, room)
    else:
        made = shown.drawn
    plain: dict[str, Any] = json.loads(json.dumps(made.to_dict(), cls=PlotlyJSONEncoder))
    return plain


def is_map(shown: View) -> bool:
    """Whether the figure is a map, which a file cannot hold as the screen shows it."""
    return shown.is_map


@cache
def takes_room(figure: Figure) -> bool:
    return "room" in inspect.signature(figure).parameters


def _explicit(layout: dict[str, Any]) -> None:
    """Give every text a size of its own, so that it can grow without the words around the chart."""
    layout.setdefault("font", {}).setdefault("size", style.SIZE)
    for note in layout.get("annotations", []):
        note["font"] = {"size": style.SIZE} | note.get("font", {})
