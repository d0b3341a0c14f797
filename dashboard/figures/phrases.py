"""Rows of a query in, the reader's words for them out: numbers with qualifiers, periods, findings, formulas."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from dashboard.catalog import MEASURES, STATUSES, word
from dashboard.i18n import Language

# Columns of codes that tell the rows of a table apart, in their order there.
DIMENSIONS = (
    *("compared", "measure", "origin", "host", "hosts", "agency", "agencies", "programme", "category", "region"),
    *("world_region", "event", "sex", "age_group", "said_by", "said_in", "language", "comparison"),
)


SHORT = re.compile(r"\(([^()]+)\)$|«([^»]+)»")


def number(t: Language, row: Any) -> str:
    """The number of a row as it must be read: qualifier, unit, range, or the word for its absence."""
    value, low, high = row.value, getattr(row, "low", None), getattr(row, "high", None)
    if value is not None:
        return measured_as(t, value, row.qualifier, getattr(row, "measure", "placements"))
    if low is not None and high is not None:
        return t("{low} to {high}", low=t.number(low), high=t.number(high))
    if low is not None:
        return t("{low} or more", low=t.number(low))
    return missing(t, row.status)


def missing(t: Language, status: str) -> str:
    """The word where there is no number; one that is withheld has its sign, so that nobody takes it for a zero."""
    return f"{STATUSES['Q'].symbol} {t('withheld')}" if status == "Q" else t(STATUSES[status].title).lower()


def measured_as(t: Language, value: float, qualifier: str, measure: str) -> str:
    """A value of a measure; of a change a rise bears a plus."""
    text = measured(t, value, qualifier, MEASURES[measure].unit)
    return f"+{text}" if MEASURES[measure].signed and value > 0 else text


def measured(t: Language, value: float, qualifier: str, unit: str) -> str:
    """A value with its qualifier and, where it is not a count, its unit."""
    if unit == "year":
        return str(int(value))
    text = t.qualified(value, qualifier, unit)
    return {"KZT": t("{number} tenge"), "USD": t("{number} US dollars")}.get(unit, "{number}").format(number=text)


def period(t: Language, row: Any) -> str:
    return t.period(row.period_from, row.period_to, row.from_precision, row.to_precision)


def together(t: Language, row: Any) -> str:
    """A number on a map with its period; one of several hosts is theirs together."""
    value = measured(t, row.value, row.qualifier, "persons")
    if len(row.hosts) > 1:
        return t("{number} together · {period}", number=value, period=period(t, row))
    return f"{value} · {period(t, row)}"


def names(t: Language, column: str, codes: list[str]) -> str:
    """Several codes as one phrase: Kenya, Thailand and Türkiye."""
    return t.join([word(t, column, code) for code in codes])


def label(t: Language, row: Any, columns: tuple[str, ...], dated: bool = True, differ: bool = True) -> str:
    """What a row is about: the words of the columns given; where asked its period, and whether its sources differ."""
    parts = [said for column in columns if (said := _about(t, row, column))]
    if row.kind and dated:
        parts.append(period(t, row))
    if differ and getattr(row, "dispute", None):
        parts.append(t("sources differ"))
    return " · ".join(parts)


def _about(t: Language, row: Any, column: str) -> str:
    """Several UN entities by the letters that all know them by, a measure in short: their names would fill lines."""
    code = getattr(row, column, None)
    if column == "agencies" and code:
        return t.join([short(t, column, each) for each in code])
    if column == "measure" and code:
        return t(MEASURES[code].short or MEASURES[code].title)
    return cell(t, row, column)


def short(t: Language, column: str, code: str) -> str:
    """What stands in brackets or in quotation marks: UNDP for “United Nations Development Programme (UNDP)”."""
    said = word(t, column, code)
    found = SHORT.search(said)
    return (found[1] or found[2]) if found else said


def cell(t: Language, row: Any, column: str) -> str:
    """One cell of the table that stands under every figure."""
    code = getattr(row, column, None)
    if column == "period":
        return period(t, row) if row.kind else ""
    if column == "value":
        return number(t, row)
    if column == "said_by" and code is None and hasattr(row, "publisher"):
        return t(row.publisher)
    return _words(t, column, code) if code else ""


def _words(t: Language, column: str, code: str | list[str]) -> str:
    if isinstance(code, list):
        return names(t, column, code)
    if column == "status":
        return f"{STATUSES[code].symbol} {t(STATUSES[code].title)}"
    if column == "corroborates":
        return t("repeats another statement")
    return t.iso_date(code) if column == "published_on" else word(t, column, code)


def note(t: Language, row: Any) -> str:
    return t(row.note) if row.note else ""


def columns(df: pd.DataFrame) -> list[str]:
    """The columns of a table that a reader needs: those with codes, then period, number, kind, status."""
    dimensions = [name for name in DIMENSIONS if name in df and df[name].map(bool).any()]
    return [*dimensions, "period", "value", *(["kind"] if "kind" in df else []), "status"]
