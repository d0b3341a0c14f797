"""A chart, its rows and its drawing in; whom the picture counts, when, in which unit, and the key of its marks out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dashboard.catalog import MEASURES, WORDS, Chart
from dashboard.figures import marks
from dashboard.figures.records import records
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd


def subject(t: Language, chart: Chart, df: pd.DataFrame, choices: Iterable[tuple[str, Any]], drawn: Any) -> str:
    """One line below the title. `drawn` is the figure; None for a map and a table, which need no key."""
    said = whom(t, chart, df, choices)
    if drawn is not None and _piled(drawn):
        return " · ".join((said, *_key_of_piles(t, df)))
    return " · ".join(filter(None, (said, _unit(t, df), *(marks.key(t, records(df)) if drawn is not None else ()))))


def whom(t: Language, chart: Chart, df: pd.DataFrame, choices: Iterable[tuple[str, Any]]) -> str:
    """Volunteers from Kazakhstan sent abroad with government funding · 2020–2024."""
    return f"{t(chart.subject)} · {_when(t, df, dict(choices))}"


def _when(t: Language, df: pd.DataFrame, choices: dict[str, Any]) -> str:
    if choices.get("year"):
        return str(choices["year"])
    years = [day.year for column in ("period_from", "period_to") for day in df[column] if day]
    if not years:
        return t("no dated figure")
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _unit(t: Language, df: pd.DataFrame) -> str:
    """What is counted, if all rows count the same; a year says itself what it is."""
    units = {MEASURES[measure].unit for measure in df.get("measure", ["placements"])}
    return t(WORDS["units"][units.pop()]) if len(units) == 1 and "year" not in units else ""


def _piled(drawn: Any) -> bool:
    """Whether marks are dots that stand off from one point, a dot a person."""
    dots = [trace.marker.standoff for trace in drawn.data if trace.type == "scatter"]
    return any(isinstance(each, list | tuple) for each in dots)


def _key_of_piles(t: Language, df: pd.DataFrame) -> list[str]:
    differ = any(getattr(row, "dispute", None) for row in records(df))
    return [t("each dot is one person"), *([t("hollow: counted by some sources only")] if differ else [])]
