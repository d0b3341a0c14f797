"""Statements through time in; a panel for each measure on one time axis out, a mark for each kind of statement."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import style
from dashboard.figures.axes import axes, heading
from dashboard.figures.panel_layout import bands
from dashboard.figures.panels import Panel
from dashboard.figures.phrases import label, number
from dashboard.figures.piles import dots, fits_piles, piles
from dashboard.figures.style import Viewport
from dashboard.figures.time_marks import gaps, time_marks
from dashboard.figures.value_labels import gap_words, value_labels, withheld
from dashboard.i18n import Language


def timeline(
    rows: list[Any], t: Language, viewport: Viewport, columns: tuple[str, ...] = (), *, beside: bool = False
) -> go.Figure:
    """A flow within a year is a column as wide as its period, a flow over more a bracket at its value, a stock a dot on
    its day, a cumulative number a head at its end that points back. Few people are piles: a dot a person.

    Panels stand under one another, or `beside` one another where they share a unit; those of one unit have one scale.
    `columns` say what a number is of, where the title does not.
    Rows: measure, value, qualifier, kind, status, period_from, period_to, precisions, claims; role, dispute.
    """
    dated, lines = [row for row in rows if _placed(row)], _lines(rows, t, viewport, columns)
    if not dated:
        top = {"y": 1, "yshift": 0}
        listed = [note | top for note in _listed(rows, lines, 0)]
        return style.figure([], style.blank(style.LINE * len(lines) + 10, annotations=listed))
    people = fits_piles(dated, viewport)
    # In every language the chart stands in the same place.
    below = style.LINE * max(len(_lines(rows, each, viewport, columns)) for each in viewport.each(t)) + 6 * bool(lines)
    placed = bands(dated, t, viewport, beside=beside, piles=people, below=below)
    layout = axes(placed, t, viewport, not people, below)
    layout["annotations"] = _listed(rows, lines, layout["margin"]["l"])
    panels = [panel for band in placed for panel in band.panels]
    look, traces = dots(panels) if people else None, []
    for panel in panels:
        layout["annotations"] += heading(panel)
        if look:
            drawn, words = piles(panel, look, t, viewport)
        else:
            drawn, words = time_marks(panel, t), value_labels(panel, t, viewport, columns)
        traces += [*gaps(panel, t), *drawn]
        layout["annotations"] += [*words, *withheld(panel), *gap_words(panel, t, viewport)]
        layout["shapes"] += _brackets(panel) if people else []
    return style.figure(traces, layout)


def _placed(row: Any) -> bool:
    """Whether a number has a place in time, and above zero."""
    return bool(row.period_from or row.period_to) and (row.value is None or row.value >= 0)


def _lines(rows: list[Any], t: Language, viewport: Viewport, columns: tuple[str, ...]) -> list[str]:
    """What cannot be placed in time, and a fall, is listed under the axis, never drawn on it."""
    listed = (row for row in rows if not _placed(row))
    said = (f"{label(t, row, columns or ('measure',))}: {number(t, row)}" for row in listed)
    return [line for text in said for line in viewport.lines(text, viewport.width - 2 * style.EDGE)]


def _listed(rows: list[Any], lines: list[str], left: float) -> list[dict[str, Any]]:
    ids = " ".join(style.ids(row) for row in rows if not _placed(row))
    below = {"yref": "paper", "y": 0, "yanchor": "top", "xshift": style.EDGE - left, "yshift": -(style.LINE + 6)}
    return [style.note("<br>".join(lines), 0, ids) | below | {"borderpad": 0}] if lines else []


def _brackets(panel: Panel) -> list[dict[str, Any]]:
    """A light container as wide as each period, so that nobody looks for single years in it."""
    periods = dict.fromkeys((row.period_from, row.period_to) for row in panel.rows)
    return [
        {
            "type": "rect",
            "x0": first.isoformat(),
            "x1": (last + timedelta(days=1)).isoformat(),
            "y0": 0,
            "y1": 1,
            "xref": panel.names["xaxis"],
            "yref": f"{panel.names['yaxis']} domain",
            "fillcolor": style.VEIL,
            "line": {"width": 1, "color": style.PALE_BLUE},
            "layer": "below",
        }
        for first, last in periods
    ]
