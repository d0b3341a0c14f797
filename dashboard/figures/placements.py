"""Rows on volunteers sent abroad in, Plotly figures out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.phrases import number
from dashboard.figures.ranges import ranges
from dashboard.figures.records import records
from dashboard.figures.rows import statement_rows
from dashboard.i18n import Language


def placements_by_year(df: pd.DataFrame, t: Language) -> go.Figure:
    """Bars as wide as their period, as high as their number; a panel for each measure."""
    traces: list[dict[str, Any]] = []
    layout = style.blank(350, margin={"l": 8, "r": 8, "t": 100, "b": 28, "pad": 0})
    panels = [list(rows) for _, rows in groupby(records(df), lambda row: row.measure)]
    # Two measures, two axes; one scale, or two people would stand as high as nine.
    top = max((row.value for row in records(df)), default=1)
    shares = [0.0, *([0.6, 1.0] if len(panels) == 2 else [1.0])]
    for index, rows in enumerate(panels, start=1):
        tail = "" if index == 1 else str(index)
        traces += [_period_bar(row, tail, t) for row in rows]
        layout[f"xaxis{tail}"] = _years(
            rows, [shares[index - 1] + (0.06 if index > 1 else 0), shares[index]], f"y{tail}"
        )
        layout[f"yaxis{tail}"] = {"visible": False, "fixedrange": True, "range": [0, top * 1.35], "anchor": f"x{tail}"}
        layout.setdefault("annotations", []).append(_panel_title(t, rows, f"x{tail}", index))
    return style.figure(traces, layout)


def _period_bar(row: Any, tail: str, t: Language) -> dict[str, Any]:
    """The first statement in the written order is the full bar; a disagreeing one is an outline at its own height."""
    days = (row.period_to - row.period_from).days + 1
    middle = row.period_from + (row.period_to - row.period_from) / 2
    return {
        "type": "bar",
        "x": [middle.isoformat()],
        "y": [row.value],
        "width": [days * 86_400_000 * 0.985],
        "xaxis": f"x{tail}",
        "yaxis": f"y{tail}",
        "marker": {
            "color": style.FAINT if row.dispute else style.BLUE,
            "line": {"color": style.GOLD if row.dispute else style.BLUE, "width": 2},
        },
        "text": [f"<b>{number(t, row)}</b>"],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [style.ids(row)],
    }


def _years(rows: list[Any], domain: list[float], anchor: str) -> dict[str, Any]:
    first, last = min(row.period_from.year for row in rows), max(row.period_to.year for row in rows)
    years = list(range(first, last + 1))
    return {
        "type": "date",
        "range": [f"{first}-01-01", f"{last + 1}-01-01"],
        "tickvals": [f"{year}-07-01" for year in years],
        "ticktext": [str(year) for year in years],
        "domain": domain,
        "anchor": anchor,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }


def _panel_title(t: Language, rows: list[Any], axis: str, index: int) -> dict[str, Any]:
    lines = style.wrap(t(MEASURES[rows[0].measure].title), 24 if index == 1 else 15)
    if any(row.dispute for row in rows):
        first, *rest = style.wrap(t("sources differ"), 22)
        lines += [f"<span style='color:{style.GOLD}'>■</span> {first}", *rest]
    return {
        "text": "<br>".join(lines),
        "font": {"size": 12},
        "xref": f"{axis} domain",
        "x": 0,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
    }


def placements_by_country(df: pd.DataFrame, t: Language) -> go.Figure:
    """For each statement and host country the least and the most that it allows."""
    return ranges(df, t, "host")


def placements_by_agency(df: pd.DataFrame, t: Language) -> go.Figure:
    """For each statement and UN entity the least and the most that it allows."""
    return ranges(df, t, "agency")


def placements_claims(df: pd.DataFrame, t: Language) -> go.Figure:
    """Every statement as a line over its period, with its number, kind, speaker and language."""
    return statement_rows(df, t, columns=("kind", "said_by", "language", "corroborates"), time=True, bars=False)


def placements_selection(df: pd.DataFrame, t: Language) -> go.Figure:
    """Candidates and places on one scale; their ratio as a number on a scale of its own."""
    return statement_rows(df, t, columns=("measure",), groups=("formula",))


def placements_background(df: pd.DataFrame, t: Language) -> go.Figure:
    """A list without bars: every line is a measure of its own."""
    return statement_rows(df, t, columns=("world_region",), groups=("measure",), bars=False)
