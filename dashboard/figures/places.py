"""Numbers to be quoted in; the {places} that a pattern of a title may have, and what stands in each, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from dashboard.catalog import REGISTER_CHARTS, Chart
from dashboard.figures import wording
from dashboard.figures.quotes import Sides, quoted
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd

Say = Callable[[Language, list[Sides]], str]


class Place(NamedTuple):
    """What stands in a {place} of a pattern, and the numbers that it speaks of. It is empty where they say nothing."""

    say: Say
    about: list[Sides]


def places(chart: Chart, df: pd.DataFrame) -> dict[str, Place]:
    """By name: those of every role and measure (newest_when, newest_placements_when), then those of the whole chart."""
    told = quoted(df)
    newest = [sides for role, about in told.items() if role.startswith("newest") for sides in about]
    return {
        **{f"{role}_{name}".removesuffix("_"): Place(ASPECTS[name], told[role]) for role in told for name in ASPECTS},
        **{f"{role}_what": Place(_what(chart, df, role), about) for role, about in told.items()},
        "when": Place(_same(wording.when), newest),
        "what": Place(lambda t, _: t(chart.title), []),
        **_table(df),
    }


def _what(chart: Chart, df: pd.DataFrame, role: str) -> Say:
    """What is counted: the name of the chart, or the measure where it has several or the reader chose it."""
    several = "measure" in df and df["measure"].nunique() > 1 and role != "largest"
    measure = chart.code in REGISTER_CHARTS or several
    return lambda t, about: wording.measure(t, about[0]) if measure else t(chart.title)


def _table(df: pd.DataFrame) -> dict[str, Place]:
    """How many statements a table holds, or regions that publish one, and over which years."""
    if "published" not in df or df.empty:
        return {}
    n = int(df["published"].iloc[0])
    years = sorted({day.year for column in ("period_from", "period_to") for day in df[column] if day})
    span = "–".join(str(year) for year in dict.fromkeys([*years[:1], *years[-1:]]))
    return {
        "statements": Place(lambda t, _: t.plural("{n} statement", "{n} statements", n), []),
        "regions_publish": Place(lambda t, _: t.plural("{n} region publishes", "{n} regions publish", n), []),
        "span": Place(lambda _, __: span, []),
    }


def _same(say: Callable[[Language, Sides], str]) -> Say:
    """The word that holds for all of the numbers; nothing where it differs."""

    def word(t: Language, about: list[Sides]) -> str:
        words = {say(t, sides) for sides in about}
        return words.pop() if len(words) == 1 else ""

    return word


def _alone(say: Callable[[Language, Sides], str]) -> Say:
    """A word of the only number."""
    return lambda t, about: say(t, about[0]) if len(about) == 1 else ""


def _tied(say: Callable[[Language, Sides], str]) -> Say:
    """The words of several equal numbers: Kenya and Jordan."""
    number, when = _same(wording.number), _same(wording.when)

    def words(t: Language, about: list[Sides]) -> str:
        equal = len(about) > 1 and number(t, about) and (when(t, about) or not wording.when(t, about[0]))
        return t.join([say(t, sides) for sides in about]) if equal else ""

    return words


def item(t: Language, sides: Sides) -> str:
    """35 in 1971; 3,450 in 2025 (Floods, North Kazakhstan Region)."""
    said, label = wording.dated(t, sides), wording.label(t, sides)
    return f"{said} ({label})" if label else said


def _with(t: Language, sides: Sides) -> str:
    label, number, when = wording.label(t, sides), wording.number(t, sides), wording.when(t, sides)
    if not label or not when:
        return ""
    return t("{label} with {number} {when}", label=label, number=number, when=when)


def _each(t: Language, about: list[Sides]) -> str:
    """Of several numbers of one period each with its name: Czechia 19 and Finland 50."""
    named = [t("{label} {number}", label=wording.label(t, each), number=wording.number(t, each)) for each in about]
    return t.join(named) if _same(wording.when)(t, about) and all(wording.label(t, each) for each in about) else ""


def _list(say: Callable[[Language, Sides], str]) -> Say:
    def words(t: Language, about: list[Sides]) -> str:
        said = [say(t, sides) for sides in about]
        return t.join(said) if all(said) else ""

    return words


def _shared(t: Language, sides: Sides) -> str:
    named = wording.places(t, sides)
    return t.join(named) if len(named) > 1 else ""


def _place(t: Language, sides: Sides) -> str:
    named = wording.places(t, sides)
    return named[0] if len(named) == 1 else ""


def _several(t: Language, sides: Sides) -> str:
    """Instead of many names."""
    if len(wording.places(t, sides)) < 2:
        return ""
    return t("the UN entities named") if hasattr(sides[0].row, "agency") else t("the countries named")


def _nowhere(t: Language, sides: Sides) -> str:
    unknown = hasattr(sides[0].row, "hosts") and not any(side.places for side in sides)
    return t("host countries not published") if unknown else ""


ASPECTS: dict[str, Say] = {
    "": _same(wording.number),
    "when": _same(wording.when),
    "together": _same(wording.together),
    "counted": _same(wording.counted),
    "said": _list(item),
    "lead": lambda t, about: item(t, about[0]),
    "label": _alone(wording.label),
    "labels": _tied(wording.label),
    "each_label": _each,
    "list": _list(_with),
    "measure": _alone(wording.measure),
    "measures": _tied(wording.measure),
    "origin": _alone(lambda t, sides: wording.about(t, sides, "origin")),
    "host": _alone(lambda t, sides: wording.about(t, sides, "host")),
    "agency": _alone(lambda t, sides: wording.about(t, sides, "agency")),
    "places": _alone(_shared),
    "place": _alone(_place),
    "several": _alone(_several),
    "nowhere": _alone(_nowhere),
    "each": _alone(wording.range_of_each),
}
