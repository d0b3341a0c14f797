"""Rows with a role in; the numbers that a title or a sentence may quote, each with all of its sides, out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.catalog import MEASURES
from dashboard.figures.records import records

if TYPE_CHECKING:
    import pandas as pd

# What tells two numbers of one measure apart, in the order in which it is said.
ABOUT = (
    *("origin", "event", "region", "world_region", "host", "hosts", "agency", "agencies", "programme", "category"),
    *("sex", "age_group"),
)


class Quote(NamedTuple):
    """A number to be quoted, and its row; several rows where each is on one of the places that share it."""

    rows: tuple[Any, ...]
    value: float | None
    # Hosts or UN entities that share it, as codes.
    places: tuple[str, ...] = ()

    @property
    def row(self) -> Any:
        return self.rows[0]

    @property
    def measure(self) -> str:
        return str(getattr(self.row, "measure", ""))

    @property
    def unit(self) -> str:
        return MEASURES[self.measure].unit if self.measure else "persons"

    @property
    def about(self) -> tuple[str, ...]:
        """What it is a number of, and when."""
        named = (str(getattr(self.row, name, None)) for name in ABOUT) if len(self.rows) == 1 else self.places
        return (*named, str(self.row.kind), str(self.row.period_from), str(self.row.period_to))


# A number as sources have it: one quote, or several of which one is right.
Sides = tuple[Quote, ...]


def quoted(df: pd.DataFrame) -> dict[str, list[Sides]]:
    """By role, and by role and measure: newest, newest_placements.

    A role alone is the measure that the rows name first; the largest are those of all measures.
    """
    found: dict[tuple[str, str], list[Quote]] = {}
    for quote in _quotes(df):
        found.setdefault((quote.row.role, quote.measure), []).append(quote)
    told = {f"{role}_{measure}": _sides(quotes) for (role, measure), quotes in found.items()}
    lead = next((measure for role, measure in found if role == "newest"), None)
    for role in {role for role, _ in found}:
        of_role = [measure for each, measure in found if each == role]
        if role == "largest":
            told[role] = list(chain.from_iterable(told[f"{role}_{measure}"] for measure in of_role))
        elif lead in of_role or role == "home":
            told[role] = told[f"{role}_{lead if lead in of_role else of_role[0]}"]
    return told


def _quotes(df: pd.DataFrame) -> Iterable[Quote]:
    shared: dict[tuple[str, ...], list[Any]] = {}
    for row in records(df) if "role" in df else ():
        # A number that others do not fit is no yardstick for a later one.
        if row.role and not (row.role == "first" and getattr(row, "tension", None)):
            shared.setdefault(tuple(row.claims) if hasattr(row, "total") else (str(len(shared)),), []).append(row)
    for rows in shared.values():
        first = rows[0]
        if hasattr(first, "total"):
            places = [getattr(row, "host", None) or row.agency for row in rows]
            yield Quote(tuple(rows), first.total, tuple(places))
        else:
            yield Quote(tuple(rows), first.value, tuple(getattr(first, "hosts", None) or ()))


def _sides(quotes: list[Quote]) -> list[Sides]:
    """Those that contradict each other together, the smaller number first, as one counts."""
    told: dict[tuple[str, ...], list[Quote]] = {}
    for quote in quotes:
        dispute = getattr(quote.row, "dispute", None)
        told.setdefault((dispute,) if dispute else quote.about, []).append(quote)
    return [tuple(sorted(sides, key=lambda side: side.value or 0)) for sides in told.values()]


def ids(sides: Iterable[Quote]) -> list[str]:
    """The claims behind a number, and its formulas."""
    rows = [row for side in sides for row in side.rows]
    formulas = [row.formula for row in rows if getattr(row, "formula", None)]
    return list(dict.fromkeys([*(claim for row in rows for claim in row.claims), *formulas]))
