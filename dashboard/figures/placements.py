"""Rows on volunteers sent abroad in, figures out."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.comparison import comparison
from dashboard.figures.ranges import ranges
from dashboard.figures.records import records
from dashboard.figures.style import PAGE, Viewport
from dashboard.figures.table import Table, table
from dashboard.figures.timeline import timeline
from dashboard.i18n import Language


def placements_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Piles of people over the periods in which they were sent; another measure stands beside."""
    return timeline(records(df), t, viewport, beside=True)


def placements_by_country(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """For each statement and host country the least and the most that it allows."""
    return ranges(records(df), t, viewport, "host")


def placements_by_agency(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """For each statement and UN entity the least and the most that it allows."""
    return ranges(records(df), t, viewport, "agency")


def placements_selection(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Candidates and places on one scale, and the share on a scale from 0 to 100 per cent."""
    return comparison(records(df), t, viewport, ("measure",), ("formula",))


def placements_claims(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every statement with its hosts."""
    columns = ("hosts", "agencies", "world_region", "sex")
    return table(records(df), t, (), columns, unsaid=t("host countries not published"))


def placements_background(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",), ("world_region",))
