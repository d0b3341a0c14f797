"""What an operator asks for, and what came of it: what goes into a publication and what comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

# What counts: a connection with the view `assignments`, the Parquet behind it, and a private folder to write beside it.
Engine = Callable[[duckdb.DuckDBPyConnection, Path, Path], None]


@dataclass(frozen=True)
class Order:
    """What is to be published where; `today` is the day after which no row may lie, `as_of` that of the data."""

    file: Path
    store: Path
    releases: Path
    as_of: dt.date
    today: dt.date
    synthetic: bool = False
    wait: bool = False
    engine: Engine | None = None


@dataclass(frozen=True)
class Outcome:
    """release.json of what is shown now, whether it is new, and how many rows were read for it."""

    release: dict[str, Any]
    is_new: bool
    read: int
