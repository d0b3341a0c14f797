"""A number to be quoted in; its words in the reader's language out: how many, of what, when and where."""

from __future__ import annotations

from typing import Any

from dashboard.catalog import MEASURES, word
from dashboard.figures import phrases
from dashboard.figures.quotes import ABOUT, Quote, Sides
from dashboard.i18n import Language

# Columns of places, which a number of several places shares.
SHARED = ("host", "hosts", "agency", "agencies")
# In English running text numbers up to nine of these are words.
COUNTS = ("persons", "assignments", "organisations", "countries", "states", "events", "applications", "offices")


def number(t: Language, sides: Sides) -> str:
    """Every side with its qualifier: 8 or 9; over 100,000 or over 200,000; or the word for one that is withheld."""
    return t.either(list(dict.fromkeys(_number(t, side) for side in sides)))


def _number(t: Language, side: Quote) -> str:
    if side.value is not None:
        return phrases.measured_as(t, side.value, side.row.qualifier, side.measure or "placements")
    return t("withheld to protect people") if side.row.status == "Q" else phrases.number(t, side.row)


def spelled(t: Language, sides: Sides) -> str:
    """The same in running text: at least seven; 57 per cent."""
    return t.either(list(dict.fromkeys(_spelled(t, side) for side in sides)))


def _spelled(t: Language, side: Quote) -> str:
    said = _number(t, side)
    if side.value is not None and side.unit in COUNTS:
        return said.replace(t.number(side.value), t.spelled(side.value))
    return said.replace("%", "\N{NO-BREAK SPACE}per cent") if t.code == "en" else said


def counted(t: Language, sides: Sides) -> str:
    """With what is counted: 7 volunteers; nothing where that is neither people nor organisations."""
    side, said = sides[-1], number(t, sides)
    if side.value is None:
        return ""
    if side.unit == "persons":
        return t.plural("{number} volunteer", "{number} volunteers", agreeing(t, side), number=said)
    if side.unit == "organisations":
        return t.plural("{number} organization", "{number} organizations", agreeing(t, side), number=said)
    return ""


def agreeing(t: Language, side: Quote) -> float:
    """The number that a word agrees with: in Russian a qualifier asks for the genitive, which two and five have too."""
    value = side.value or 0
    if t.code != "ru" or side.row.qualifier in ("exact", "almost"):
        return value
    return 2 if value % 10 == 1 and value % 100 != 11 else 5


def when(t: Language, sides: Sides) -> str:
    """In 2024; nothing if no date was stated."""
    row = sides[0].row
    return t.when(row.period_from, row.period_to, row.from_precision, row.to_precision) if row.kind else ""


def dated(t: Language, sides: Sides) -> str:
    """35 in 1971; in 2024 withheld to protect people."""
    said, day = number(t, sides), when(t, sides)
    if not day:
        return said
    hidden = sides[0].value is None and sides[0].row.status == "Q"
    return t("{when} {number}", when=day, number=said) if hidden else t("{number} {when}", number=said, when=day)


def together(t: Language, sides: Sides) -> str:
    """When; of a number over several years that it is not one of each."""
    row, said = sides[0].row, when(t, sides)
    days = (row.period_from, row.period_to)
    several = row.kind != "stock" and all(days) and days[0].year < days[1].year
    return t("{when} together", when=said) if several else said


def label(t: Language, sides: Sides) -> str:
    """What tells it apart from other numbers of its measure: EXPO-2017, Astana, Almaty city."""
    row, shared = sides[0].row, t.join(places(t, sides))
    columns = [name for name in ABOUT if getattr(row, name, None) and not (sides[0].places and name in SHARED)]
    return ", ".join(filter(None, [*(named(t, name, getattr(row, name)) for name in columns), shared]))


def about(t: Language, sides: Sides, column: str) -> str:
    """One word of the label."""
    code = getattr(sides[0].row, column, None)
    return named(t, column, code) if code else ""


def places(t: Language, sides: Sides) -> list[str]:
    """The places that share it, unless sources differ on them."""
    if len({side.places for side in sides}) > 1:
        return []
    column = "agency" if hasattr(sides[0].row, "agency") else "host"
    return [named(t, column, code) for code in sides[0].places]


def range_of_each(t: Language, sides: Sides) -> str:
    """What each of its places can have, where that is the same for all."""
    found = {phrases.number(t, row) for side in sides for row in side.rows if getattr(row, "low", None) is not None}
    return found.pop() if len(found) == 1 and len(sides) == 1 else ""


def measure(t: Language, sides: Sides) -> str:
    return t(MEASURES[sides[0].measure].title) if sides[0].measure else ""


def named(t: Language, column: str, code: Any) -> str:
    if isinstance(code, list):
        return t.join([named(t, column, each) for each in code])
    return phrases.short(t, column, code) if column in ("agency", "agencies") else word(t, column, code)
