"""Rows that follow one another in; what they have in common, and its words as their heading, out."""

from __future__ import annotations

from typing import Any

from dashboard.catalog import word
from dashboard.figures.phrases import period
from dashboard.i18n import Language


def shared(row: Any, groups: tuple[str, ...]) -> tuple[str, ...]:
    """What rows under one heading have in common."""
    return tuple(
        f"{row.kind} {row.period_from} {row.period_to}" if each == "period" else str(getattr(row, each, None) or "")
        for each in groups
    )


def heading(t: Language, row: Any, groups: tuple[str, ...]) -> str:
    """The words of what rows have in common: period · event · measure."""
    words = (period(t, row) if each == "period" else _word(t, each, getattr(row, each, None)) for each in groups)
    said = " · ".join(filter(None, words))
    return said[:1].upper() + said[1:]


def _word(t: Language, column: str, code: str | list[str] | None) -> str:
    if not code:
        return ""
    return t.join([word(t, column, each) for each in code]) if isinstance(code, list) else word(t, column, code)
