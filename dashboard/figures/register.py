"""Rows of the register's released tables in, figures out."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.comparison import comparison
from dashboard.figures.matrix import matrix
from dashboard.figures.records import records
from dashboard.figures.style import PAGE, Viewport
from dashboard.figures.table import Table, table
from dashboard.figures.tile_map import tile_map
from dashboard.figures.timeline import timeline
from dashboard.i18n import Language


def register_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A column for each year."""
    return timeline(records(df), t, viewport)


def register_by_host(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A bar for each host country, the longest first."""
    return comparison(records(df), t, viewport, ("host",))


def register_by_agency(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A bar for each UN entity, the longest first."""
    return comparison(records(df), t, viewport, ("agency",))


def register_by_programme(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A bar for each programme."""
    return comparison(records(df), t, viewport, ("programme",))


def register_by_category(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A bar for each of the United Nations' categories."""
    return comparison(records(df), t, viewport, ("category",))


def register_by_sex(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Numbers on one scale, and their shares on one from 0 to 100 per cent."""
    return comparison(records(df), t, viewport, ("sex",), ("measure",))


def register_by_age_group(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Numbers on one scale, and their shares on one from 0 to 100 per cent; the youngest first."""
    return comparison(records(df), t, viewport, ("age_group",), ("measure",))


def register_by_region(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A bar for each home region, the longest first."""
    return comparison(records(df), t, viewport, ("region",))


def register_tile_map(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A tile for each home region, where it lies, the darker, the larger its number."""
    return tile_map(records(df), t, viewport)


def register_by_host_and_agency(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A field for each host country and UN entity, the darker, the larger its number."""
    return matrix(df, t, "host", "agency", viewport)


def register_and_claims(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """For each measure and period the statements, whether they agree with the register, and its own count."""
    return table(records(df), t, ("compared", "period"), ("said_by", "said_in", "comparison"))
