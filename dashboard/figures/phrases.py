"""Rows of a query in, the reader's words for them out: numbers with qualifiers, periods, findings, formulas."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.catalog import CODE_LISTS, MEASURES, PLACES, STATUSES, word
from dashboard.i18n import Language

CURRENCIES = ("KZT", "USD")


def number(t: Language, row: Any) -> str:
    """The number of a row as it must be read: qualifier, unit, range, or the word for its absence."""
    value, low, high = row.value, getattr(row, "low", None), getattr(row, "high", None)
    if value is not None:
        return measured(t, value, row.qualifier, MEASURES[row.measure].unit if hasattr(row, "measure") else "persons")
    if low is not None and high is not None:
        return t("{low} to {high}", low=t.number(low), high=t.number(high))
    if low is not None:
        return t("{low} or more", low=t.number(low))
    return t(STATUSES[row.status].title).lower()


def measured(t: Language, value: float, qualifier: str, unit: str) -> str:
    """A value with its qualifier and, where it is not a count, its unit."""
    if unit == "year":
        return str(int(value))
    text = t.qualified(value, qualifier, unit)
    return f"{text}\N{NO-BREAK SPACE}{unit}" if unit in CURRENCIES else text


def period(t: Language, row: Any) -> str:
    return t.period(row.period_from, row.period_to, row.from_precision, row.to_precision)


def names(t: Language, column: str, codes: list[str]) -> str:
    """Several codes as one phrase: Kenya, Thailand and Türkiye."""
    return t.list([word(t, column, code) for code in codes])


def label(t: Language, row: Any, columns: tuple[str, ...]) -> str:
    """What a row is about: the words of the columns given, its period, and whether its sources differ."""
    parts = [said for column in columns if (said := cell(t, row, column))]
    if getattr(row, "period_from", None) or getattr(row, "period_to", None) or row.claims:
        parts.append(period(t, row))
    if getattr(row, "dispute", None):
        parts.append(t("sources differ"))
    return " · ".join(parts)


def cell(t: Language, row: Any, column: str) -> str:
    """One cell of the table that stands under every figure."""
    if column == "period":
        return period(t, row) if row.claims or row.period_from or row.period_to else ""
    if column == "value":
        return number(t, row)
    code = getattr(row, column, None)
    if column == "said_by" and code is None and hasattr(row, "publisher"):
        return t(row.publisher)
    if column == "corroborates" and code is not None:
        return t("repeats another statement")
    if code is None or (isinstance(code, list) and not code):
        return ""
    if column == "status":
        return f"{STATUSES[code].symbol} {t(STATUSES[code].title)}"
    if isinstance(code, list):
        return names(t, column, code)
    if column in ("measure", "formula") or column in CODE_LISTS or column in PLACES:
        return word(t, column, code)
    if column == "published_on":
        return t.iso_date(code)
    return str(code)


def note(t: Language, row: Any) -> str:
    return t(row.note) if row.note else ""


def columns(df: pd.DataFrame) -> list[str]:
    """The columns of a table that a reader needs: those with codes, then period, number, kind, status."""
    wanted = ("measure", "origin", "host", "hosts", "agency", "agencies", "region", "world_region", "event", "sex")
    dimensions = [name for name in (*wanted, "said_by", "language") if name in df and df[name].map(bool).any()]
    return [*dimensions, "period", "value", *(["kind"] if "kind" in df else []), "status"]


def explanations(t: Language, df: pd.DataFrame) -> list[tuple[str, dict[str, str], str]]:
    """For every formula used: a sentence with {places}, the words for them, and the ids that they trace to."""
    found: dict[str, tuple[str, dict[str, str], str]] = {}
    for row in df.itertuples() if "formula" in df else ():
        if row.formula:
            sentence, values = _explanation(t, row)
            trace = " ".join([*row.claims, row.formula])
            found.setdefault(trace, (sentence, values, trace))
    return list(found.values())


def _explanation(t: Language, row: Any) -> tuple[str, dict[str, str]]:
    if row.formula == "bounds":
        total = measured(t, row.total, row.qualifier, "persons")
        values = {"total": total, "places": t.number(row.places), "period": period(t, row), "least": t.number(row.low)}
        if row.high is None:
            return t(
                "{period}: {least} or more in each, because {places} places are named and the total is {total}."
            ), values
        return t(
            "{period}: from {least} to {most} in each, because {places} places are named, each has at least {least}, "
            "and the total is {total}."
        ), values | {"most": t.number(row.high)}
    first, second = (t.number(value) for value in row.inputs)
    values = {"first": first, "second": second, "result": number(t, row)}
    return {
        "selected_share": t("Calculated by us from published numbers: {first} ÷ {second} = {result}."),
        "others": t("Calculated by us from published numbers: {first} − {second} = {result}."),
        "sum_of_regions": t("The regions add up to {first}; the published total is {second}."),
    }[row.formula], values


def alt(t: Language, title: str, caveat: str, df: pd.DataFrame) -> str:
    """Text alternative: what is shown, every number drawn with its period, disagreements, and the caveat."""
    names_ = [name for name in columns(df) if name not in ("period", "value", "kind", "status")]
    said = [f"{label(t, row, tuple(names_))}: {number(t, row)}" for row in df.itertuples()]
    body = "; ".join(said) if said else t("No figure was published for this choice.")
    return f"{title}. {body}. {caveat}"


def map_remarks(t: Language, df: pd.DataFrame) -> list[tuple[str, dict[str, str], str]]:
    """For every number behind the map: what it covers, as (sentence with {places}, words for them, ids)."""
    return [_map_remark(t, row) for row in df.itertuples() if row.mark == "statement"]


def _map_remark(t: Language, row: Any) -> tuple[str, dict[str, str], str]:
    value = measured(t, row.value, row.qualifier, "persons")
    values = {"number": value, "period": period(t, row), "hosts": names(t, "hosts", row.hosts)}
    if not row.hosts:
        text = t("{period}: {number}; host countries not published.")
    elif len(row.hosts) == 1:
        text = t("{period}: {number} in {hosts}.")
    else:
        text = t("{period}: {number} together in {hosts}; the split by country was not published.")
    if row.status == "K":
        text += " " + t("This period is longer than the year chosen; the year alone was not published.")
    return text, values, " ".join(row.claims)


def disclaimer(t: Language) -> str:
    """What the United Nations asks to stand beside its borders, and the credit for them."""
    return " ".join(
        (
            t(
                "The boundaries and names shown and the designations used on this map do not imply official endorsement "
                "or acceptance by the United Nations."
            ),
            t(
                "Final boundary between the Republic of Sudan and the Republic of South Sudan has not yet been "
                "determined."
            ),
            t("The final status of Jammu and Kashmir has not yet been agreed upon by the parties."),
            t(
                "A dispute exists between the Governments of Argentina and the United Kingdom of Great Britain and "
                "Northern Ireland concerning sovereignty over the Falkland Islands (Malvinas)."
            ),
            t("This page is not a publication of the United Nations."),
            t("Borders: UN Geodata, United Nations."),
        )
    )
