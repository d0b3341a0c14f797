"""Rows of the register's released tables in, Plotly figures out."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.matrix import matrix
from dashboard.figures.rows import Lines, statement_rows
from dashboard.figures.style import SCREEN, Room
from dashboard.i18n import Language


def register_by_year(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each year."""
    return statement_rows(df, t, Lines(groups=("measure",)), room)


def register_by_host(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each host country, the longest first."""
    return _bars(df, t, "host", room)


def register_by_agency(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each UN entity, the longest first."""
    return _bars(df, t, "agency", room)


def register_by_programme(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each programme."""
    return _bars(df, t, "programme", room)


def register_by_category(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each of the United Nations' categories."""
    return _bars(df, t, "category", room)


def register_by_sex(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Numbers on one scale, and their shares on one from 0 to 100 per cent."""
    return _bars(df, t, "sex", room)


def register_by_age_group(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """Numbers on one scale, and their shares on one from 0 to 100 per cent; the youngest first."""
    return _bars(df, t, "age_group", room)


def register_by_region(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A bar for each home region, the longest first."""
    return _bars(df, t, "region", room)


def register_by_host_and_agency(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """A field for each host country and UN entity, the darker, the larger its number."""
    return matrix(df, t, "host", "agency", room)


def register_and_claims(df: pd.DataFrame, t: Language, room: Room = SCREEN) -> go.Figure:
    """For each measure and period the statements, whether they agree with the register, and its own count."""
    lines = Lines(("said_by", "said_in", "comparison"), groups=("compared", "period"), bars=False, dated=False)
    return statement_rows(df, t, lines, room)


def _bars(df: pd.DataFrame, t: Language, column: str, room: Room) -> go.Figure:
    """The title says the period of all lines."""
    return statement_rows(df, t, Lines((column,), groups=("measure",), dated=False), room)
