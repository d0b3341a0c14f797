"""Panels in their places in; the axes that go with them out: one for time, one for values."""

from __future__ import annotations

from math import ceil
from typing import Any

from dashboard.figures import style
from dashboard.figures.panel_layout import RIGHT, TITLE, YEARS
from dashboard.figures.panels import Band, Panel
from dashboard.figures.style import Viewport
from dashboard.figures.ticks import LETTERS, tick, tick_width, ticks
from dashboard.i18n import Language

# Pixels that a year needs to be named, and to have lines beside it.
NAMED, LINED = 40, 14
# Pixels below the upper edge of a panel without a line for a value.
TOP = 14
FAINT = {"gridcolor": style.FAINT}


def axes(placed: list[Band], t: Language, viewport: Viewport, values: bool, below: float) -> dict[str, Any]:
    """The layout of the figure: years below the last band, values at the left of the first panel of each."""
    high, rows = _height(placed), [row for band in placed for panel in band.panels for row in panel.rows]
    left = tick_width(rows, t, viewport) if values else 0
    margin = {
        "l": left + style.EDGE,
        "r": style.EDGE + RIGHT,
        "t": style.EDGE,
        "b": YEARS + below + style.EDGE,
        "pad": 0,
    }
    layout = style.blank(int(high + margin["t"] + margin["b"]), margin=margin, shapes=[])
    if not viewport.page:
        layout |= {"width": viewport.width, "height": viewport.height}
        margin["b"] = viewport.height - high - margin["t"]
    for band in placed:
        for panel in band.panels:
            x, y = (name.replace(name[0], f"{name[0]}axis") for name in panel.names.values())
            layout[x] = _time(panel, values) | {"anchor": panel.names["yaxis"]}
            named = panel is band.panels[0] or panel.unit != band.panels[0].unit
            layout[y] = _values(panel, high, t, values and named) | {"anchor": panel.names["xaxis"]}
    return layout


def _time(panel: Panel, lined: bool) -> dict[str, Any]:
    pixels = (panel.right - panel.left) * panel.width * 365.25 / (panel.last - panel.first).days
    shown = panel.years[:: -ceil(NAMED / pixels)][::-1]
    return {
        "type": "date",
        "range": [panel.first.isoformat(), panel.last.isoformat()],
        "domain": [panel.left, panel.right],
        "tickvals": [f"{year}-07-02" for year in shown],
        "ticktext": [str(year) for year in shown],
        "tickangle": 0,
        "tickfont": {"size": LETTERS},
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        # A year lies between two lines, its name in the middle.
        "minor": {"tick0": panel.first.isoformat(), "dtick": "M12", "showgrid": lined and pixels > LINED} | FAINT,
    }


def _values(panel: Panel, high: float, t: Language, named: bool) -> dict[str, Any]:
    unit, places = panel.unit, ticks(panel.reach - TOP / panel.scale, panel.scale)
    return {
        "range": [panel.low, panel.reach],
        "domain": [max(1 - (panel.top + panel.height) / high, 0), 1 - panel.top / high],
        "tickvals": places if named else [],
        "ticktext": [tick(t, place, unit) for place in places] if named else [],
        "tickfont": {"size": LETTERS},
        "gridcolor": style.FAINT,
        "fixedrange": True,
        "showgrid": named,
        "zeroline": True,
        "zerolinecolor": style.GREY,
        "zerolinewidth": 1.5,
        "ticks": "",
    }


def _height(placed: list[Band]) -> float:
    last = placed[-1].panels[0]
    return last.top + last.height


def heading(panel: Panel) -> list[dict[str, Any]]:
    """The title of a panel above it, where there are several; one that is wider ends where its panel does."""
    text = "<br>".join(f"<b>{line}</b>" for line in panel.title if line)
    place = {"xref": f"{panel.names['xaxis']} domain", "yref": f"{panel.names['yaxis']} domain", "y": 1}
    look = {"yanchor": "bottom", "font": {"size": TITLE}, "borderpad": 0, "yshift": 2}
    if panel.titled > (panel.right - panel.left) * panel.width + 1:
        look |= {"x": 1, "xanchor": "right", "align": "right"}
    return [style.note(text, 1) | place | look] if text and panel.top > 0 else []
