"""A panel in; the marks of its statements out: columns, brackets, dots, heads that point back, bands for gaps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from dashboard.figures import marks, style
from dashboard.figures.panels import Panel, over_years
from dashboard.figures.value_labels import day
from dashboard.i18n import Language

Traces = list[dict[str, Any]]

# Days: a period that is no longer is hidden by the dot in its middle.
SHORT = 60
# The share of its period that a column covers.
COLUMN = 0.86
# Pixels: of a dot, of a line, and of a bracket's ends.
DOT, LINE, CAP = 11, 3, 9
# What a number is drawn as, by its kind; a flow over several years has a bracket.
SYMBOLS = {"stock": "circle", "cumulative": "triangle-left"}


def time_marks(panel: Panel, t: Language) -> Traces:
    """Columns, then lines, then points, then what says that a true number lies beyond."""
    known = panel.known
    columns = [row for row in known if row.kind == "flow" and not over_years(row) and not _side(row)]
    points = [row for row in known if row not in columns]
    return [
        *([_columns(panel, columns, t)] if columns else []),
        *_spans(panel, [row for row in (points if panel.full else known) if over_years(row) or not _side(row)]),
        *_sides(panel),
        *([_points(panel, points, t)] if points else []),
        *marks.carets(known, [day(row).isoformat() for row in known], [row.value for row in known], panel.names),
    ]


def _columns(panel: Panel, rows: list[Any], t: Language) -> dict[str, Any]:
    """Full ones in a series of years; beside other kinds a line at the value over a light ground."""
    days = [(row.period_to - row.period_from).days + 1 for row in rows]
    return {
        "type": "bar",
        "x": [day(row).isoformat() for row in rows],
        "y": [row.value for row in rows],
        "width": [each * 86_400_000 * COLUMN for each in days],
        "marker": marks.bar(rows) if panel.full else {"color": style.VEIL, "line": {"width": 0}},
        **marks.told(t, rows),
        **panel.names,
    }


def _side(row: Any) -> bool:
    """Whether others contradict it: what sources span is drawn then, from dot to dot."""
    return bool(getattr(row, "dispute", None))


def gaps(panel: Panel, t: Language) -> Traces:
    """Years without a number: a grey band below the axis, lower than any mark; hatched where one is withheld."""
    rows = [row for row in panel.rows if row.value is None]
    days = [(row.period_to - row.period_from).days + 1 for row in rows]
    band = {
        "type": "bar",
        "x": [day(row).isoformat() for row in rows],
        "y": [panel.low] * len(rows),
        "width": [each * 86_400_000 for each in days],
        "marker": {
            "color": style.GREY,
            "opacity": 0.6,
            "pattern": {"shape": ["/" if row.status == "Q" else "" for row in rows], "fillmode": "replace", "size": 5},
        },
        **marks.told(t, rows),
        **panel.names,
    }
    return [band] if rows else []


def _spans(panel: Panel, rows: list[Any]) -> Traces:
    """The period that a number covers, or within which its day lies, where that is longer than a day."""
    long = [row for row in rows if row.period_from and row.period_to and (row.period_to - row.period_from).days > SHORT]
    if not long:
        return []
    shared = {"type": "scatter", "mode": "lines+markers", "cliponaxis": False, **panel.names}
    return [
        {
            "x": [row.period_from.isoformat(), (row.period_to + timedelta(days=1)).isoformat()],
            "y": [row.value] * 2,
            "line": {
                "width": LINE if row.kind == "flow" else 1.5,
                "color": marks.colour(row),
                "dash": marks.dash(row) if row.kind == "flow" else "solid",
            },
            "marker": {"symbol": "line-ns", "size": CAP, "opacity": 1, "line": _cap(row)},
            **marks.untold([style.ids(row)] * 2),
            **shared,
        }
        for row in long
    ]


def _cap(row: Any) -> dict[str, Any]:
    """A total over several years ends in a bracket."""
    return {"width": LINE if row.kind == "flow" and over_years(row) else 0, "color": marks.colour(row)}


def _sides(panel: Panel) -> Traces:
    """What sources that differ span, from the least of their numbers to the most."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [day(row).isoformat() for row in sides],
            "y": [row.value for row in sides],
            "line": {"width": 9, "color": style.PALE_GOLD},
            **marks.untold([style.ids(row) for row in sides]),
            **panel.names,
        }
        for sides in panel.sides
        if len(sides) > 1
    ]


def _symbol(row: Any) -> str:
    within = _side(row) and not over_years(row)
    return SYMBOLS.get("stock" if within and row.kind == "flow" else row.kind, "line-ew")


def _points(panel: Panel, rows: list[Any], t: Language) -> dict[str, Any]:
    """A number that is not exact is hollow."""
    symbols = ["circle-open-dot" if row.status == "E" else _symbol(row) for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day(row).isoformat() for row in rows],
        "y": [row.value for row in rows],
        "cliponaxis": False,
        "marker": {
            "symbol": symbols,
            "size": DOT,
            "opacity": 1,
            "color": [marks.fill(row) for row in rows],
            "line": {"width": 1.5, "color": [marks.colour(row) for row in rows]},
        },
        **marks.told(t, rows),
        **panel.names,
    }
