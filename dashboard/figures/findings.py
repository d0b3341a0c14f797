"""Rows of a figure in; whole sentences about them out: formulas, text alternatives, what stands behind the map."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.figures.phrases import columns, label, measured, names, number, period
from dashboard.figures.records import records
from dashboard.i18n import Language

# Degrees: between Africa and the Americas.
WEST = -20
# Columns that a text alternative has in another form, or leaves to the table.
SAID_ELSEWHERE = ("period", "value", "kind", "status", "said_in", "language")
# A translated sentence with {places}, the words for them, and the ids of the claims or the formula behind them.
Finding = tuple[str, dict[str, str], str]


def explanations(t: Language, df: pd.DataFrame) -> list[Finding]:
    """For every formula used: a sentence with {places}, the words for them, and the ids that they trace to."""
    found: dict[str, Finding] = {}
    for row in records(df) if "formula" in df else ():
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
        "share": t("Calculated by us, on each line as on this one: {first} ÷ {second} = {result}."),
        "selected_share": t("Calculated by us from published numbers: {first} ÷ {second} = {result}."),
        "others": t("Calculated by us from published numbers: {first} − {second} = {result}."),
        "sum_of_regions": t("The regions add up to {first}; the published total is {second}."),
    }[row.formula], values


def ended(text: str) -> str:
    """As a sentence; one that ends with an abbreviation has its full stop."""
    return text if text.endswith((".", "…")) else f"{text}."


def alt(t: Language, title: str, caveat: str, df: pd.DataFrame) -> str:
    """Text alternative: what the picture says, every number with its period, disagreements, and the caveat."""
    names_ = [name for name in columns(df) if name not in SAID_ELSEWHERE]
    if "mark" in df:
        said = [text.format(**values).rstrip(".") for text, values, _ in map_remarks(t, df)]
    else:
        said = [f"{label(t, row, tuple(names_))}: {number(t, row)}" for row in records(df)]
    body = "; ".join(said) if said else t("No figure was published for this choice.").rstrip(".")
    return " ".join(filter(None, (ended(title).replace("..", "."), ended(body), caveat)))


def map_remarks(t: Language, df: pd.DataFrame) -> list[Finding]:
    """For every number behind the map: what it covers, as (sentence with {places}, words for them, ids)."""
    said = {"host": _host_remark} if "measure" in df else {"statement": _map_remark}
    return [said[row.mark](t, row) for row in records(df) if row.mark in said]


def _host_remark(t: Language, row: Any) -> Finding:
    """A number of one country, or that it is withheld."""
    values = {"number": number(t, row), "host": names(t, "hosts", [row.host])}
    return "{host}: {number}.", values, " ".join(row.claims)


def _map_remark(t: Language, row: Any) -> Finding:
    value = measured(t, row.value, row.qualifier, "persons")
    values = {"number": value, "period": period(t, row), "hosts": names(t, "hosts", row.hosts)}
    if not row.hosts:
        text = t("{period}: {number}; host countries not published.")
    elif len(row.hosts) == 1:
        text = t("{period}: {number} in {hosts}.")
    else:
        text = t("{period}: {number} together in {hosts}; the split by country was not published.")
    if row.dispute:
        text = f"{text.removesuffix('.')} · {t('sources differ')}."
    if row.status == "K":
        text += " " + t("This period is longer than the year chosen; the year alone was not published.")
    return text, values, " ".join(row.claims)


def disclaimer(t: Language) -> str:
    """What the United Nations asks to stand beside its borders of all the world, and the credit for them."""
    return " ".join(
        (
            _borders(t),
            t(
                "A dispute exists between the Governments of Argentina and the United Kingdom of Great Britain and "
                "Northern Ireland concerning sovereignty over the Falkland Islands (Malvinas)."
            ),
            t("This page is not a publication of the United Nations."),
            _credit(t),
        )
    )


def disclaimer_in_picture(t: Language, df: pd.DataFrame) -> str:
    """The same for a picture, which shows a part of the world: the Falkland Islands only with a place in the west."""
    in_the_west = any(row.lon is not None and row.lon < WEST for row in records(df))
    return disclaimer(t) if in_the_west else f"{_borders(t)} {_credit(t)}"


def _borders(t: Language) -> str:
    return " ".join(
        (
            t(
                "The boundaries and names shown and the designations used on this map do not imply official "
                "endorsement or acceptance by the United Nations."
            ),
            t(
                "Final boundary between the Republic of Sudan and the Republic of South Sudan has not yet been "
                "determined."
            ),
            t("The final status of Jammu and Kashmir has not yet been agreed upon by the parties."),
        )
    )


def _credit(t: Language) -> str:
    return t("Borders: UN Geodata, United Nations.")
