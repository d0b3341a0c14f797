"""Rows on volunteers sent abroad in, Plotly figures out."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.ranges import ranges
from dashboard.figures.records import records
from dashboard.figures.rows import Lines, statement_rows
from dashboard.figures.style import SCREEN, Room
from dashboard.figures.timeline import timeline
from dashboard.i18n import Language


def placements_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Bars as wide as their period, as high as their number; a panel for each measure."""
    return timeline(records(df), t, room)


def placements_by_country(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """For each statement and host country the least and the most that it allows."""
    return ranges(df, t, "host", room)


def placements_by_agency(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """For each statement and UN entity the least and the most that it allows."""
    return ranges(df, t, "agency", room)


def placements_claims(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Every statement as a line over its period, with its number, kind, speaker and language."""
    columns = ("kind", "said_by", "language", "corroborates")
    return statement_rows(df, t, Lines(columns=columns, time=True, bars=False), room)


def placements_selection(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Candidates and places on one scale; their ratio as a number on a scale of its own."""
    return statement_rows(df, t, Lines(columns=("measure",), groups=("formula",)), room)


def placements_background(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A list without bars: every line is a measure of its own."""
    return statement_rows(df, t, Lines(columns=("world_region",), groups=("measure",), bars=False), room)
