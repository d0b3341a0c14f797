"""A panel of small counts in; a pile of dots for each period out, a dot a person: equal ink for equal people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from math import atan2, ceil, degrees, hypot
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures import marks, style
from dashboard.figures.panels import Panel
from dashboard.figures.phrases import number, period
from dashboard.figures.style import Viewport
from dashboard.figures.value_labels import day
from dashboard.i18n import Language

Parts = list[dict[str, Any]]

# As many people as can be seen one by one.
MOST = 30
# Pixels of the largest dot, and how far the middles of two are apart in parts of a dot.
LARGEST, STEP = 30, 1.22
# A single file of dots reads as a column: it must be so much larger to be chosen.
LONE = 0.7
DAY = timedelta(days=1)
# Pixels of the narrowest pile with its number.
NARROWEST = 24
# Pixels above a pile for its number, letters of the number, and the room of a pile from the axis up.
LETTERS, BELOW = 13, 6


def fits_piles(rows: list[Any], viewport: Viewport) -> bool:
    """Whether all numbers are small counts of people over periods, of which the shortest has room for a pile."""
    known = [row for row in rows if row.value is not None]
    people = all(MEASURES[row.measure].unit == "persons" and row.kind == "flow" for row in known)
    dated = all(row.period_from and row.period_to and 0 <= row.value <= MOST for row in known)
    if not (known and people and dated):
        return False
    days = (max(row.period_to for row in known) - min(row.period_from for row in known)).days + 1
    shortest = min((row.period_to - row.period_from).days + 1 for row in known)
    return bool(viewport.width * shortest / days >= NARROWEST)


@dataclass(frozen=True)
class Dots:
    """How many dots stand beside one another in every pile of a picture, and their size in pixels."""

    across: int
    size: float


def dots(panels: list[Panel]) -> Dots:
    """As large as the narrowest period and the largest number let them be; better two beside one another than one."""
    rows = [(panel, row) for panel in panels for row in panel.known]
    wide = min(panel.x(row.period_to + DAY) - panel.x(row.period_from) for panel, row in rows)
    most, high = max(max(row.value for _, row in rows), 1), panels[0].height - 3 * LETTERS * 1.4 - BELOW
    sizes = [Dots(n, min(wide / n, high / ceil(most / n), LARGEST * STEP) / STEP) for n in range(1, 6)]
    return max(sizes, key=lambda each: each.size * (LONE if each.across == 1 else 1))


def piles(
    panel: Panel, look: Dots, t: Language, viewport: Viewport
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Dots and numbers. Statements that differ share their dots; those that only some of them count are hollow."""
    periods = [list(members) for _, members in groupby(panel.known, lambda row: (row.period_from, row.period_to))]
    across, size = look.across, look.size
    traces, words = [], []
    for rows in periods:
        most, least = max(row.value for row in rows), min(row.value for row in rows)
        offsets = [_offset(dot, min(across, int(most)), size) for dot in range(int(most))]
        traces += [
            _pile(panel, rows, offsets[: int(least)], size, False),
            _pile(panel, rows, offsets[int(least) :], size, True),
            _touched(panel, rows, size, t),
        ]
        words.append(_said(panel, rows, t, ceil(most / across) * size * STEP + BELOW + 4, viewport))
    return [trace for trace in traces if trace["x"]], words


def _offset(dot: int, across: int, size: float) -> tuple[float, float]:
    """Pixels from the middle of the period at the axis, to the right and up; the lowest row is full."""
    row, column = divmod(dot, across)
    return (column - (across - 1) / 2) * size * STEP, (row + 0.5) * size * STEP + BELOW


def _middle(rows: list[Any]) -> str:
    return day(rows[0]).isoformat()


def _pile(panel: Panel, rows: list[Any], offsets: list[tuple[float, float]], size: float, some: bool) -> dict[str, Any]:
    """A browser may stretch the axis and never the pile: every dot hangs on one point, so many pixels away from it."""
    ids = " ".join(style.ids(row) for row in rows)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_middle(rows)] * len(offsets),
        "y": [0] * len(offsets),
        "cliponaxis": False,
        "marker": {
            "size": size - (2 if some else 0),
            "opacity": 1,
            # A mark stands off against the way that it is turned.
            "angle": [round(degrees(atan2(-x, -y)), 2) for x, y in offsets],
            "standoff": [round(hypot(x, y), 2) for x, y in offsets],
            "color": style.CLEAR if some else marks.fill(rows[0]) if len(rows) == 1 else style.BLUE,
            "line": {"width": 2 if some else 0, "color": style.GOLD},
        },
        **marks.untold([ids] * len(offsets)),
        **panel.names,
    }


def _touched(panel: Panel, rows: list[Any], size: float, t: Language) -> dict[str, Any]:
    """What the pointer meets: a ground that nobody sees, behind the pile, for each of its statements."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_middle(rows)] * len(rows),
        "y": [row.value / 2 for row in rows],
        "marker": {"size": 3 * size, "opacity": 0},
        **marks.told(t, rows),
        **panel.names,
    }


def _said(panel: Panel, rows: list[Any], t: Language, up: float, viewport: Viewport) -> dict[str, Any]:
    """The number over its pile; of several years, that it is for all of them together."""
    said = t.either([number(t, row) for row in sorted(rows, key=lambda row: row.value)])
    several = rows[0].period_from.year < rows[0].period_to.year
    lines = [t("{number} together", number=said), period(t, rows[0])] if several else [said]
    ids = " ".join(style.ids(row) for row in rows)
    place = {"x": _middle(rows), "xref": panel.names["xaxis"], "yref": panel.names["yaxis"]}
    x, half = panel.x(day(rows[0])), viewport.widest(lines, LETTERS, bold=True) / 2
    # Where it would leave the plot it is pushed back.
    shift = max(half - x, 0) - max(x + half - panel.edge, 0)
    look = {"xanchor": "center", "align": "center", "yanchor": "bottom", "xshift": shift, "yshift": up, "borderpad": 0}
    return (
        style.note("<br>".join(f"<b>{line}</b>" for line in lines), 0, ids) | place | look | {"font": {"size": LETTERS}}
    )
