"""A chart, its rows and the reader's choices in; what the picture says, as its title and in whole sentences, out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from string import Formatter
from typing import TYPE_CHECKING, Any

from dashboard.catalog import MEASURES, REGISTER_CHARTS, Chart
from dashboard.figures import wording
from dashboard.figures.findings import Finding
from dashboard.figures.places import Place, places
from dashboard.figures.quotes import Quote, ids
from dashboard.figures.records import records
from dashboard.figures.told import begun, nothing, numbers, sentence
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MOST_WORDS", "sentences", "title"]

# In English; the limit of the Office for National Statistics of the United Kingdom.
MOST_WORDS = 15
ENGLISH = Language("en")


def title(t: Language, chart: Chart, df: pd.DataFrame, choices: Iterable[tuple[str, Any]]) -> Finding:
    """What the rows say: the first pattern that they can fill in so few words, the catalog's own before the others."""
    if "role" not in df:
        return t(chart.title), {}, chart.code
    known = places(chart, df)
    for index, pattern in enumerate(_patterns(ENGLISH, chart)):
        fields = [name for _, name, _, _ in Formatter().parse(pattern) if name]
        english = _words(ENGLISH, fields, known)
        if all(english.values()) and len(pattern.format(**english).split()) <= MOST_WORDS:
            trace = [each for name in fields for sides in known[name].about for each in ids(sides)]
            said = _patterns(t, chart)[index], _words(t, fields, known)
            return begun((*said, " ".join(dict.fromkeys(trace)) or chart.code))
    return _without(t, chart, df, dict(choices))


def sentences(t: Language, chart: Chart, df: pd.DataFrame, choices: Iterable[tuple[str, Any]]) -> list[Finding]:
    """For a text: one for every number that has a role, or for all of a few; of a long table what its title says."""
    if told := numbers(df):
        return [sentence(t, chart, sides) for sides in told]
    text, words, trace = title(t, chart, df, choices)
    return [(f"{text}.", words, trace)]


def _words(t: Language, fields: list[str], known: dict[str, Place]) -> dict[str, str]:
    return {name: known[name].say(t, known[name].about) if name in known else "" for name in fields}


def _patterns(t: Language, chart: Chart) -> list[str]:
    """Those of the catalog, then those that any chart can have, the one that says more before the one that fits."""
    return [
        *(t(finding) for finding in chart.findings),
        t("{newest_what}: {first_said}, {newest_said}"),
        t("{newest_what}: {newest_said}"),
        t("{newest_what}: {newest_lead}"),
        t("{home_what}: {home_lead}"),
        t("{largest_what}: largest is {largest_label} with {largest} {largest_when}"),
        t("{largest_what}: largest are {largest_labels} with {largest} each {largest_when}"),
        t("{largest_what}: largest are {largest_list}"),
        t("{largest_what}: largest number is {largest} {largest_when}"),
        t("{largest_what}: largest is {largest_label} with {largest}"),
        t("{largest_what}: largest number is {largest}"),
        t("{what}: {statements}, {span}"),
        t("{what}: {statements}"),
    ]


def _without(t: Language, chart: Chart, df: pd.DataFrame, choices: dict[str, Any]) -> Finding:
    """Of rows that no role is given to: those withheld, one number for all, numbers without a date, or none at all."""
    rows = [row for row in records(df) if row.value is not None or row.status == "Q"]
    of_register = chart.code in REGISTER_CHARTS and not df.empty
    what = {"what": t(MEASURES[df["measure"].iloc[0]].title if of_register else chart.title)}
    if not rows:
        # A map of the register leaves out what is zero.
        return (t("{what}: none"), what, chart.code) if of_register else nothing(t, choices, chart.code)
    hidden = [row for row in rows if row.status == "Q"]
    quotes = [(Quote((row,), row.value),) for row in hidden or rows]
    said = {wording.dated(t, sides) for sides in quotes}
    if len(said) > 1:
        return "{what}", what, chart.code
    return "{what}: {number}", what | {"number": said.pop()}, " ".join(ids(chain.from_iterable(quotes)))
