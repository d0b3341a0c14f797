"""A view and a viewport in; its chart as large as it can be in there out, as Plotly's plain data."""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import Any

from plotly.utils import PlotlyJSONEncoder

from dashboard.figures import style
from dashboard.figures.style import Viewport
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import letters, paint
from dashboard.press.typeset import typeset
from dashboard.view import View, view

# How much a chart is enlarged, the most first, so that no word of it is larger than the title, or made smaller; and the
# most of what has marks, where larger words would leave more marks without a number.
SCALES, MARKS = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.93), 1.2
VIEWPORT = Viewport(measure=letters.width, languages=tuple(LANGUAGES))
# Stands for the colour of the words on the page around a chart until it is there; no mark has it.
INK = "#010203"


def in_each_language(shown: View) -> dict[str, View]:
    """The same view in every language: words of all must fit where the words of one stand."""
    return {code: view(shown.figure, Language(code), shown.choices, shown.release) for code in LANGUAGES}


def drawn(shown: View, viewport: Viewport, borders: str) -> dict[str, Any]:
    """At the largest scale at which all has room; a map has such borders inside."""

    @cache
    def at(scale: float) -> tuple[dict[str, Any], Viewport]:
        small = replace(viewport, width=viewport.width / scale, height=viewport.height / scale)
        return plain(shown, small, borders), small

    most = SCALES[0] if shown.is_table or shown.is_map else MARKS
    most = max(min(viewport.width / style.PAGE.width, most), 1)
    scales = [scale for scale in SCALES if scale <= most]
    # What finds room at one scale does at a smaller one.
    first = bisect_left(scales, True, key=lambda scale: _fits(shown, *at(scale), scale))
    scale = scales[min(first, len(scales) - 1)]
    chart: dict[str, Any] = paint.enlarged(at(scale)[0], scale)
    return chart


def _fits(shown: View, chart: dict[str, Any], viewport: Viewport, scale: float) -> bool:
    """What a chart says of its rows and words; only what a page would show in that height is enlarged."""
    meta = chart["layout"].get("meta", {})
    if meta.get("tight") or meta.get("shown") != meta.get("rows"):
        return False
    whole = scale <= 1 or shown.is_map or shown.is_table
    return whole or bool(plain(shown, replace(viewport, height=0), "")["layout"]["height"] <= viewport.height)


def plain(shown: View, viewport: Viewport, borders: str) -> dict[str, Any]:
    """The chart as its figure draws it for the viewport; a table, which a figure leaves as words, typeset."""
    if shown.is_table:
        tables = {code: each.drawn for code, each in in_each_language(shown).items()}
        return typeset(tables, shown.t, viewport)
    made = shown.still_in(viewport, borders) if shown.is_map else shown.figure(shown.df, shown.t, viewport)
    chart: dict[str, Any] = json.loads(json.dumps(made.to_dict(), cls=PlotlyJSONEncoder))
    return chart


def on_page(shown: View, width: float, map_height: float) -> dict[str, Any]:
    """The chart alone, as high as its rows make it: for a page that says all the rest in words of its own."""
    chart = plain(shown, replace(VIEWPORT, width=width, height=map_height if shown.is_map else 0), "110m")
    layout = chart["layout"]
    layout |= {"width": width, "height": round(layout["height"]), "paper_bgcolor": style.CLEAR}
    layout["font"] = layout["font"] | {"color": INK}
    return chart
