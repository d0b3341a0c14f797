"""Rows on volunteering in Kazakhstan in, figures out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.comparison import comparison
from dashboard.figures.records import records
from dashboard.figures.style import PAGE, Viewport
from dashboard.figures.table import Table, table
from dashboard.figures.timeline import timeline
from dashboard.i18n import Language


def volunteers_at_home_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Official statements and survey results: two panels on one scale."""
    return timeline(records(df), t, viewport, beside=True)


def organisations_at_home_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Official statements on a time axis."""
    return timeline(records(df), t, viewport)


def volunteers_in_emergencies(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """The volunteers of each emergency, on one scale: many were counted within the same weeks."""
    return comparison(records(df), t, viewport, ("region",), ("event",))


def volunteers_at_events(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Volunteers, those from abroad and applications of each event, all on one scale."""
    return comparison(records(df), t, viewport, ("measure", "region"), ("event",))


def volunteering_surveys(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """The questions of each survey, on one scale of 0 to 100 per cent."""
    return comparison(records(df), t, viewport, ("measure",), ("said_by",))


def qazvolunteer_platform(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """The counters of the platform: three units, of which none can be drawn beside another."""
    return table(records(df), t, ("measure",))


def volunteers_by_region(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """In the reader's alphabet: local counts have nothing in common to draw to scale."""
    return table(records(df), t, ("region",))


def organisations_by_region(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """By measure, in the reader's alphabet."""
    return table(records(df), t, ("measure",), ("region",))


def programmes_at_home(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",))


def volunteer_awards_and_grants(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",))


def emergency_service_volunteers(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",))
