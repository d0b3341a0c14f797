"""Rows on volunteering in Kazakhstan in, Plotly figures out."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.rows import Lines, statement_rows
from dashboard.figures.style import SCREEN, Room
from dashboard.i18n import Language


def volunteers_at_home_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Official statements and survey results, a scale for each measure and kind, on one time axis."""
    return statement_rows(df, t, Lines(columns=("said_by",), groups=("measure", "kind"), time=True), room)


def organisations_at_home_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Official statements on a time axis."""
    return statement_rows(df, t, Lines(columns=("said_by",), time=True), room)


def volunteering_surveys(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Each question with its own scale of 0 to 100 per cent."""
    return statement_rows(df, t, Lines(columns=("said_by",), groups=("measure",)), room)


def qazvolunteer_platform(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """The counters of the platform, a scale for each."""
    return statement_rows(df, t, Lines(groups=("measure",)), room)


def volunteers_at_events(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Each event with a scale for each of its measures."""
    return statement_rows(df, t, Lines(columns=("region",), groups=("event", "measure", "kind")), room)


def volunteers_by_region(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list in the reader's alphabet, without bars: local counts have nothing in common to draw to scale."""
    return statement_rows(df, t, Lines(columns=("measure",), groups=("region",), bars=False), room)


def organisations_by_region(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list in the reader's alphabet, without bars."""
    return statement_rows(df, t, Lines(columns=("measure",), groups=("region",), bars=False), room)


def programmes_at_home(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list without bars: every line is a measure of its own."""
    return statement_rows(df, t, Lines(groups=("measure",), bars=False), room)
