"""A row in; what a figure must say of it, and where it belongs, worked out without the figures, out."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dashboard.catalog import MEASURES, STATUSES, WORDS, word
from dashboard.i18n import Language

# Columns with codes that tell rows apart: each is said on the label, in the heading, or is the same for all rows.
DIMENSIONS = (
    *("origin", "host", "hosts", "agency", "agencies", "programme", "category", "region", "world_region", "event"),
    *("sex", "age_group"),
)


def unit(row: Any) -> str:
    """What is counted in one unit has one scale; of changes one of its own, since of these 100 is no whole."""
    measure = getattr(row, "measure", None)
    if measure is None:
        return "persons"
    return "change" if measure.endswith(("growth_pct", "change_pct")) else MEASURES[measure].unit


def numbers(t: Language, row: Any) -> list[str]:
    """What the number of a row says: all of it, with the qualifier; or why there is none."""
    if row.value is not None:
        of = MEASURES[row.measure].unit if hasattr(row, "measure") else "persons"
        return [str(int(row.value)) if of == "year" else t.qualified(row.value, row.qualifier, of)]
    bounds = [end for end in (getattr(row, "low", None), getattr(row, "high", None)) if end is not None]
    return [t.number(end) for end in bounds] or [absence(t, row.status)]


def absence(t: Language, status: str) -> str:
    return f"× {t('withheld')}" if status == "Q" else t(STATUSES[status].title).lower()


def stated(row: Any) -> list[str]:
    """The digits of the numbers of a row: 12840, 345 of 34.5, 21 of 2.1 billion."""
    ends = [row.value] if row.value is not None else [getattr(row, "low", None), getattr(row, "high", None)]
    return [f"{abs(_in_words(end)):.2f}".rstrip("0").replace(".", "") for end in ends if end is not None]


def _in_words(value: float) -> float:
    """How many millions or billions it is, unless a digit would be lost."""
    power = 10**9 if value >= 10**9 else 10**6 if value >= 10**6 else 1
    return value / power if round(value / power, 2) * power == value else value


def words(t: Language, row: Any) -> list[str]:
    """What a row is of, in words."""
    found = []
    for column in DIMENSIONS:
        codes = getattr(row, column, None)
        found += [word(t, column, code) for code in (codes if isinstance(codes, list) else [codes] if codes else [])]
    return found


def says(label: str, t: Language, measure: str) -> bool:
    """Whether a label names a measure, in full or in short."""
    named = MEASURES[measure]
    return any(t(title) in label for title in (named.title, named.short) if title)


def period(t: Language, row: Any) -> str:
    return t.period(row.period_from, row.period_to, row.from_precision, row.to_precision) if row.kind else ""


def speakers(t: Language, row: Any) -> list[str]:
    """Who said it, when and in which language it was published, as far as the row tells."""
    code, publisher, published, language = (
        getattr(row, name, None) for name in ("said_by", "publisher", "published_on", "language")
    )
    said = [word(t, "said_by", code)] if code else [t(publisher)] if publisher else []
    said += [t.iso_date(published)] if published else []
    return said + ([t(WORDS["languages"][language])] if language else [])


def dated(row: Any) -> bool:
    return bool(row.period_from or row.period_to) and (row.value is None or row.value >= 0)


def middle(row: Any) -> date:
    """The day at which a number stands: in the middle of its period, a cumulative one at its end."""
    first, last = row.period_from or row.period_to, row.period_to or row.period_from
    return last if row.kind == "cumulative" else first + (last - first) / 2


def days(row: Any) -> int:
    """The length of a period; of an open one, that it is long."""
    return (row.period_to - row.period_from).days + 1 if row.period_from and row.period_to else 10_000


def together(text: str) -> str:
    """As one line, with single spaces, but for those at which no line breaks."""
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


def letters(name: str) -> str:
    """The letters by which all know a UN entity: those in brackets at its end."""
    found = re.search(r"\(([^()]+)\)$|«([^»]+)»", name)
    return (found[1] or found[2]) if found else name
