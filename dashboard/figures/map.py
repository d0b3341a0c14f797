"""Rows of placements_map in, a pydeck map out: Kazakhstan, the hosts named, one bundle for a number they share."""

from __future__ import annotations

from copy import copy
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd
import pydeck as pdk

from dashboard.figures import style
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

Position = list[float]


def placements_map(df: pd.DataFrame, t: Language) -> pdk.Deck:
    """Bundles from Kazakhstan over the middle of a statement's hosts to each of them; hosts and Kazakhstan by name.

    df needs mark (statement, host, home), host, hosts, value, qualifier, the period, lon and lat.
    """
    hosts = {row.host: [row.lon, row.lat] for row in records(df) if row.mark == "host" and row.lon is not None}
    home = {row.host: [row.lon, row.lat] for row in records(df) if row.mark == "home" and row.lon is not None}
    drawn = [row for row in records(df) if row.mark == "statement" and row.lon is not None]
    bundles = [list(rows) for _, rows in groupby(drawn, lambda row: (row.lon, row.lat))]
    lines = [line for rows in bundles for line in _bundle(rows[0], hosts, list(home.values()))]
    layers = [
        _layer("GeoJsonLayer", "land", BORDERS, get_fill_color=LAND, get_line_color=BORDER, line_width_min_pixels=0.6),
        _layer("PathLayer", "bundles", lines, get_path="path", get_color=BLUE, get_width="width", width_units="pixels"),
        _layer("ScatterplotLayer", "places", _points(home, hosts), **_POINT),
        _layer("TextLayer", "names", _names(t, home, hosts), **_text(WHITE + [235], INK)),
        _layer("TextLayer", "numbers", _numbers(t, bundles), **_text(BLUE, WHITE)),
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


def _bundle(row: Any, hosts: dict[str, Position], homes: list[Position]) -> list[dict[str, Any]]:
    """A trunk from Kazakhstan to the middle of the hosts, and a thin branch to each: no branch has a number."""
    middle = [row.lon, row.lat]
    trunk = [{"path": [home, middle], "width": 5} for home in homes]
    return trunk + [
        {"path": [middle, hosts[host]], "width": 2} for host in row.hosts if host in hosts and len(row.hosts) > 1
    ]


def _points(home: dict[str, Position], hosts: dict[str, Position]) -> list[dict[str, Any]]:
    marks = [(place, BLUE, 10) for place in home.values()] + [(place, BLUE, 6) for place in hosts.values()]
    return [{"position": position, "color": color, "radius": radius} for position, color, radius in marks]


def _names(t: Language, home: dict[str, Position], hosts: dict[str, Position]) -> list[dict[str, Any]]:
    named = [(code, position, -20) for code, position in home.items()]
    # Numbers stand below the bundles, so names stand above their points, except south of the bundles.
    named += [(code, position, 20 if position[1] < 5 else -20) for code, position in hosts.items()]
    return [
        {"position": position, "text": t.place(code), "offset": [0, lift], "baseline": "center", "anchor": "middle"}
        for code, position, lift in named
    ]


def _numbers(t: Language, bundles: list[list[Any]]) -> list[dict[str, Any]]:
    """One label a bundle, below its middle and below the labels before it, so that two never overlap."""
    labels, lift = [], 30
    for rows in bundles:
        text = "\n".join(together(t, row) for row in rows)
        labels.append(
            {
                "position": [rows[0].lon, rows[0].lat],
                "text": text,
                "offset": [-8, lift],
                "baseline": "top",
                "anchor": "start",
            }
        )
        lift += LINE * len(rows) + 14
    return labels
