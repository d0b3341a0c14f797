"""Rows on UN Volunteers in, figures out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.comparison import comparison
from dashboard.figures.records import records
from dashboard.figures.style import PAGE, Viewport
from dashboard.figures.table import Table, table
from dashboard.figures.timeline import timeline
from dashboard.i18n import Language


def un_volunteers_from_kazakhstan(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """All, women, national and other UN Volunteers on one scale, by the period or the day that they were counted in."""
    return comparison(records(df), t, viewport, ("measure", "sex"), ("period",))


def peers_government_funded(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Kazakhstan among other countries: all UN Volunteers, and those whom their government paid for."""
    return comparison(records(df), t, viewport, ("origin",), ("compared",), across=True)


def un_volunteers_worldwide_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A column a year, a grey band where no number is published; numbers of unclear scope stand beside."""
    return timeline(records(df), t, viewport, beside=True)


def un_volunteers_by_region(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Regions, their sum, and the published total on one scale."""
    return comparison(records(df), t, viewport, ("world_region",))


def un_volunteers_growth_by_region(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Change on the year before, in per cent."""
    return comparison(records(df), t, viewport, ("world_region",))


def un_volunteers_profile_by_year(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """A panel for each measure on one time axis; those of one unit have one scale."""
    return timeline(records(df), t, viewport)


def un_volunteers_in_host_countries(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """By host country: years and kinds differ."""
    return table(records(df), t, ("measure",), ("hosts", "origin", "agencies"))


def un_volunteers_from_global_south(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",), ("world_region",))


def un_volunteers_by_age_and_sex(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",), ("world_region",))


def un_volunteers_makeup(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Every measure under its own heading."""
    return table(records(df), t, ("measure",), ("world_region",))


def un_volunteers_by_agency(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """UN entities and years on one scale."""
    return comparison(records(df), t, viewport, ("world_region",), ("agencies",))


def un_volunteers_by_origin(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Other countries on one scale, by period; without a bar what is over more than a year, or of a day."""
    return comparison(records(df), t, viewport, ("origin", "hosts", "world_region", "sex"), ("period",))


def un_volunteers_by_origin_and_kind(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """By kind, on one scale; without a bar what is over more than a year, or of a day."""
    return comparison(records(df), t, viewport, ("origin", "world_region", "sex"), ("measure",))


def government_contributions(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """Payments by country and year, on one scale."""
    return comparison(records(df), t, viewport, (), ("origin",))


def bilateral_volunteers(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """By the state that sends them: programmes and periods differ."""
    return table(records(df), t, ("origin",))


def bilateral_volunteers_worldwide(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> go.Figure:
    """States on one scale; without a bar what is a total, or of one country."""
    return comparison(records(df), t, viewport, ("origin", "hosts"))


def volunteering_worldwide(df: pd.DataFrame, t: Language, viewport: Viewport = PAGE) -> Table:
    """Modelled estimates, each in its own unit."""
    return table(records(df), t, ("measure",))
