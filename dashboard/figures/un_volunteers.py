"""Rows on UN Volunteers in, Plotly figures out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.rows import Lines, statement_rows
from dashboard.figures.style import SCREEN, Room
from dashboard.i18n import Language


def un_volunteers_from_kazakhstan(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """All, women, national and other UN Volunteers, a scale for each kind."""
    return statement_rows(df, t, Lines(columns=("measure", "sex"), groups=("kind",)), room)


def peers_government_funded(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Small multiples: a panel and a scale for each measure, a bar for each country."""
    return statement_rows(df, t, Lines(columns=("origin",), groups=("measure",)), room)


def un_volunteers_worldwide_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Statements in the order of time, with a row for each gap."""
    return statement_rows(df, t, Lines(groups=("measure",), time=True), room)


def un_volunteers_in_host_countries(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list by host country without bars: years and kinds differ."""
    return statement_rows(df, t, Lines(columns=("hosts", "origin", "agencies"), groups=("measure",), bars=False), room)


def un_volunteers_by_region(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Regions, their sum, and the published total on one scale."""
    return statement_rows(df, t, Lines(columns=("world_region", "formula")), room)


def un_volunteers_growth_by_region(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Change on the year before, in per cent."""
    return statement_rows(df, t, Lines(columns=("world_region",)), room)


def un_volunteers_profile_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Small multiples: a panel and a scale for each measure, on one time axis."""
    return statement_rows(df, t, Lines(groups=("measure",), time=True), room)


def un_volunteers_makeup(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list without bars: every line is a measure of its own."""
    return statement_rows(df, t, Lines(columns=("agencies", "world_region"), groups=("measure",), bars=False), room)


def un_volunteers_by_origin(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list by measure without bars: years and kinds differ."""
    return statement_rows(df, t, Lines(columns=("origin", "hosts"), groups=("measure",), bars=False), room)


def government_contributions(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Payments by country and year."""
    return statement_rows(df, t, Lines(groups=("origin",), bars=False), room)


def bilateral_volunteers(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list by kind without bars: programmes and periods differ."""
    return statement_rows(df, t, Lines(columns=("origin",), groups=("hosts", "kind"), bars=False), room)


def volunteering_worldwide(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Modelled estimates, each with its own unit."""
    return statement_rows(df, t, Lines(groups=("measure",), bars=False), room)
