"""Rows of placements_map in, a pydeck map out: Kazakhstan, the hosts named, one bundle for a number they share."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

import pandas as pd
import pydeck as pdk

from dashboard.figures import style
from dashboard.figures.bundles import HOME, HOST, Bundle, Place, Point, bundles, places
from dashboard.figures.phrases import together
from dashboard.figures.records import records
from dashboard.i18n import Language

BLUE = style.rgb(style.DEEP)
LAND = [122, 140, 148, 70]
BORDER = [122, 140, 148, 150]
WHITE = [255, 255, 255]
INK = [18, 48, 58]
# The browser keeps the borders: only this address travels with a change of year.
BORDERS = "/land/110m-latest.json"
VIEW = {"longitude": 66, "latitude": 26, "zoom": 1.45}
LINE = 16
# Pixels: widths of lines, and from a trunk to its label.
TRUNK, BRANCH, ASIDE = 6, 2, 14
# Units of 2 km in a degree.
DEGREE = 55.7

Position = list[float]


def placements_map(df: pd.DataFrame, t: Language) -> pdk.Deck:
    """Bundles from Kazakhstan to each of a statement's hosts; hosts and Kazakhstan by name.

    df needs mark (statement, host, home), host, hosts, value, qualifier, the period, lon and lat.
    """
    rows = records(df)
    named = places(rows, _place)
    joined = bundles(rows, named)
    lines = [{"path": _degrees(bundle.trunk), "width": TRUNK} for bundle in joined]
    lines += [{"path": _degrees(line), "width": BRANCH} for bundle in joined for line in bundle.branches]
    layers = [
        _layer("GeoJsonLayer", "land", BORDERS, get_fill_color=LAND, get_line_color=BORDER, line_width_min_pixels=0.6),
        _layer("PathLayer", "bundles", lines, get_path="path", get_color=BLUE, get_width="width", width_units="pixels"),
        _layer("ScatterplotLayer", "places", _points(named), **_POINT),
        _layer("TextLayer", "names", _names(t, named), **_text(WHITE + [235], INK)),
        _layer("TextLayer", "numbers", _numbers(t, joined), **_text(BLUE, WHITE)),
    ]
    deck = copy(_blank())
    deck.layers = layers
    return deck


@cache
def _blank() -> pdk.Deck:
    """Made once: each new Deck looks five times for Jupyter, which takes longer than all the rest of the map."""
    still = pdk.View("MapView", controller=False)
    return pdk.Deck(
        views=[still], initial_view_state=pdk.ViewState(**VIEW, min_zoom=0.6, max_zoom=6), map_provider=None
    )


_POINT = {"get_position": "position", "get_fill_color": "color", "get_radius": "radius", "radius_units": "pixels"}


def _text(background: list[int], color: list[int]) -> dict[str, Any]:
    """Labels on boxes: readable over land, on the light page and on the dark one."""
    return {
        "get_position": "position",
        "get_text": "text",
        "get_pixel_offset": "offset",
        "get_alignment_baseline": "baseline",
        "get_text_anchor": "anchor",
        "get_size": 13,
        "get_color": color,
        "background": True,
        "get_background_color": background,
        "background_padding": [6, 3, 6, 3],
        "font_family": "Inter, sans-serif",
        "character_set": "auto",
        "line_height": 1.25,
    }


def _layer(kind: str, name: str, data: Any, **options: Any) -> pdk.Layer:
    """A bare string would be read as an expression over the data, so constants are marked as text."""
    constants = ("width_units", "radius_units", "font_family", "character_set")
    marked = {key: pdk.types.String(value) if key in constants else value for key, value in options.items()}
    return pdk.Layer(kind, data, id=name, **marked)


def _place(lon: float, lat: float) -> Point:
    """As on the flat map: units of 2 km, counted on the equator, to the south."""
    return lon * DEGREE, -lat * DEGREE


def _degrees(line: list[Point]) -> list[Position]:
    return [[round(x / DEGREE, 2), round(-y / DEGREE, 2)] for x, y in line]


def _points(named: list[Place]) -> list[dict[str, Any]]:
    marks = [(place, (HOME if place.home else HOST) / 2) for place in named]
    return [{"position": _degrees([place.point])[0], "color": BLUE, "radius": radius} for place, radius in marks]


def _names(t: Language, named: list[Place]) -> list[dict[str, Any]]:
    """Above the points: numbers stand beside the trunks, below Kazakhstan."""
    return [
        {
            "position": _degrees([place.point])[0],
            "text": t.place(place.code),
            "offset": [0, -20],
            "baseline": "center",
            "anchor": "middle",
        }
        for place in named
    ]


def _numbers(t: Language, joined: list[Bundle]) -> list[dict[str, Any]]:
    """One label a bundle, beside its trunk: of several the westernmost to the left, and the others to the right, one
    below another.
    """
    west = min((bundle.point for bundle in joined), default=None) if len(joined) > 1 else None
    labels, drop = [], 0
    for bundle in joined:
        left = bundle.point == west
        labels.append(
            {
                "position": _degrees([bundle.point])[0],
                "text": "\n".join(together(t, row) for row in bundle.rows),
                "offset": [-ASIDE if left else ASIDE, 0 if left else drop],
                "baseline": "top",
                "anchor": "end" if left else "start",
            }
        )
        drop += 0 if left else LINE * len(bundle.rows) + ASIDE
    return labels
