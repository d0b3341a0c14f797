"""Numbers to be quoted in; whole sentences about them, as a paper can print them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.catalog import MEASURES, Chart
from dashboard.figures import wording
from dashboard.figures.findings import Finding
from dashboard.figures.quotes import Quote, Sides, ids, quoted
from dashboard.figures.records import records
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd

# In the order in which they are told.
ROLES = ("newest", "before", "first", "home", "largest")
# Of one role and measure, as of many equal numbers.
MOST = 3


def numbers(df: pd.DataFrame) -> list[Sides]:
    """Those with a role, the newest first; of a chart that gives no role all, if they are few."""
    told = quoted(df)
    of_role = [
        sides for role in ROLES for name, about in told.items() if name.startswith(f"{role}_") for sides in about[:MOST]
    ]
    few = [row for row in records(df) if row.value is not None] if len(df) <= MOST else []
    return of_role or [(Quote((row,), row.value),) for row in few]


def sentence(t: Language, chart: Chart, sides: Sides) -> Finding:
    """When how many; what others say, and what is not known."""
    placed = chart.code.startswith("placements_") and sides[0].measure in ("", "placements")
    text, words = _sent(t, sides) if placed else _counted(t, chart, sides)
    told = "; ".join([text, *_reserves(t, sides)])
    return begun((f"{told}.", words, " ".join(ids(sides)) or chart.code))


def nothing(t: Language, choices: dict[str, Any], trace: str) -> Finding:
    if year := choices.get("year"):
        return t("Nothing was published for {year}"), {"year": str(year)}, trace
    return t("Nothing was published"), {}, trace


def begun(finding: Finding) -> Finding:
    """With the capital of a new sentence, also where a word for a place begins it."""
    text, words, trace = finding
    first = text[1:].partition("}")[0] if text.startswith("{") else ""
    if first:
        return text, words | {first: _capital(words[first])}, trace
    return _capital(text), words, trace


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _counted(t: Language, chart: Chart, sides: Sides) -> tuple[str, dict[str, str]]:
    """In 2024, the number of UN Volunteers (worldwide) was almost 15,000."""
    side, when = sides[0], wording.when(t, sides)
    about = ", ".join(filter(None, (t(chart.whose), wording.label(t, sides))))
    counted = {"counted": _labelled(t(MEASURES[side.measure].counted), about)}
    words = counted | {"number": wording.spelled(t, sides)}
    if side.unit == "year" or not when:
        return t("{counted} was {number}"), words
    if side.value is None:
        return t("{when}, {counted} was withheld to protect people"), counted | {"when": when}
    if side.row.kind == "cumulative":
        return t("{when}, {counted} was {number} in total"), words | {"when": when}
    return t("{when}, {counted} was {number}"), words | {"when": when}


def _labelled(counted: str, label: str) -> str:
    """The number of volunteers trained by the ministry (Almaty city), with the comma that a clause may end with."""
    comma = "," if counted.endswith(",") else ""
    return f"{counted.removesuffix(',')} ({label}){comma}" if label else counted


def _sent(t: Language, sides: Sides) -> tuple[str, dict[str, str]]:
    """In 2024, seven volunteers were sent to Kenya, Thailand and Türkiye."""
    words = {"when": wording.when(t, sides), "number": wording.spelled(t, sides)}
    kind, n = sides[0].row.kind, wording.agreeing(t, sides[-1])
    if places := t.join(wording.places(t, sides)):
        return _sent_to(t, kind, n), words | {"places": places}
    return _sent_abroad(t, kind, n), words


# The places are filled in later, with the ids of the claims.
LATER = {name: f"{{{name}}}" for name in ("when", "number", "places")}


def _sent_to(t: Language, kind: str, n: float) -> str:
    return {
        "flow": t.plural(
            "{when}, {number} volunteer was sent to {places}",
            "{when}, {number} volunteers were sent to {places}",
            n,
            **LATER,
        ),
        "stock": t.plural(
            "{when}, {number} volunteer was serving in {places}",
            "{when}, {number} volunteers were serving in {places}",
            n,
            **LATER,
        ),
        "cumulative": t.plural(
            "{when}, {number} volunteer in all had been sent to {places}",
            "{when}, {number} volunteers in all had been sent to {places}",
            n,
            **LATER,
        ),
    }[kind]


def _sent_abroad(t: Language, kind: str, n: float) -> str:
    return {
        "flow": t.plural(
            "{when}, {number} volunteer was sent abroad", "{when}, {number} volunteers were sent abroad", n, **LATER
        ),
        "stock": t.plural(
            "{when}, {number} volunteer was serving abroad",
            "{when}, {number} volunteers were serving abroad",
            n,
            **LATER,
        ),
        "cumulative": t.plural(
            "{when}, {number} volunteer in all had been sent abroad",
            "{when}, {number} volunteers in all had been sent abroad",
            n,
            **LATER,
        ),
    }[kind]


def _reserves(t: Language, sides: Sides) -> list[str]:
    """What belongs to a number wherever it is quoted."""
    said = []
    if len(wording.places(t, sides)) > 1:
        said.append(t("how they divide was not published"))
    if getattr(sides[0].row, "dispute", None):
        said.append(t("sources differ"))
    if sides[0].row.status == "E" and not hasattr(sides[0].row, "total"):
        said.append(t("calculated by us"))
    return said
