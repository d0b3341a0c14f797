"""A row in; how its mark looks, what pointing at it says, and the key of the marks of a picture out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from dashboard.catalog import MEASURES, STATUSES, WORDS
from dashboard.figures import style
from dashboard.figures.phrases import DIMENSIONS, cell, number, period
from dashboard.i18n import Language

# Letters of a line that a phone shows whole: Plotly does not wrap what pointing at a mark says.
HOVER = 30
# Beyond a number with these qualifiers the true one lies above it, or below it.
ABOVE, BELOW = ("over", "at_least"), ("almost",)
# Dimensions that other lines of what a mark says hold already.
SAID = ("compared", "measure", "said_by", "said_in", "language")
CARET, CARET_OFF = 7, 9


def colour(row: Any) -> str:
    return style.GOLD if getattr(row, "dispute", None) else style.BLUE


def fill(row: Any) -> str:
    """Exact numbers are full, numbers with a qualifier are pale."""
    if row.status == "E" or row.qualifier == "exact":
        return colour(row)
    return style.PALE_GOLD if getattr(row, "dispute", None) else style.PALE_BLUE


def bar(rows: list[Any]) -> dict[str, Any]:
    """Fill, edge and hatching of bars: derived ones are hatched."""
    return {
        "color": [fill(row) for row in rows],
        # A zero is a line without a length.
        "line": {"color": [colour(row) for row in rows], "width": [0 if row.value is None else 1.5 for row in rows]},
        "pattern": {"shape": ["/" if row.status == "E" else "" for row in rows], "fillmode": "replace", "size": 7},
    }


def dash(row: Any) -> str:
    """Of a line at a number: dotted where it is derived, dashed where it is not exact."""
    return "dot" if row.status == "E" else "solid" if row.qualifier == "exact" else "5px,3px"


def told(t: Language, rows: list[Any]) -> dict[str, Any]:
    """What pointing at each mark says, and the ids that its number traces to."""
    said = [detail(t, row) for row in rows]
    return {"hoverinfo": "text", "hovertext": said, "customdata": [style.ids(row) for row in rows]}


def untold(ids: list[str]) -> dict[str, Any]:
    """Of marks that only help to draw others."""
    return {"hoverinfo": "skip", "customdata": ids}


def carets(rows: list[Any], x: list[Any], y: list[float], axes: dict[str, str]) -> list[dict[str, Any]]:
    """A small head above a number that is over or at least so much, below one that is almost: the true one is there."""
    beyond = [(row, *at) for row, *at in zip(rows, x, y, strict=True) if row.qualifier in (*ABOVE, *BELOW)]
    if not beyond:
        return []
    # A mark stands off against the way that it is turned.
    turned = [180 if row.qualifier in ABOVE else 0 for row, _, _ in beyond]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [at for _, at, _ in beyond],
            "y": [at for _, _, at in beyond],
            "cliponaxis": False,
            "marker": {
                "symbol": "triangle-down",
                "angle": turned,
                "standoff": CARET_OFF,
                "size": CARET,
                "opacity": 1,
                "color": [colour(row) for row, _, _ in beyond],
            },
            **untold([style.ids(row) for row, _, _ in beyond]),
            **axes,
        }
    ]


def detail(t: Language, row: Any) -> str:
    """Value with qualifier, period, who said it and when, what is counted, what it disagrees with, who repeats it."""
    measure = getattr(row, "measure", None)
    lines = [
        " · ".join(filter(None, (period(t, row) if row.kind else "", cell(t, row, "kind")))),
        said_by(t, row),
        t(MEASURES[measure].title) if measure else "",
        " · ".join(filter(None, (cell(t, row, name) for name in DIMENSIONS if name not in SAID))),
        t("sources differ") if getattr(row, "dispute", None) else "",
        t("does not fit with others") if getattr(row, "tension", None) else "",
        t(STATUSES["E"].title) if row.status == "E" else "",
        t("also said by {publishers}", publishers=t.join([t(each) for each in also]))
        if (also := getattr(row, "repeated_by", None))
        else "",
    ]
    wrapped = (line for text in filter(None, lines) for line in textwrap.wrap(text, HOVER, break_on_hyphens=False))
    return "<br>".join((f"<b>{number(t, row)}</b>", *wrapped))


def said_by(t: Language, row: Any) -> str:
    """Who said a number, where and when it was published, in which language; "" where that is not said of a row."""
    published, language = (getattr(row, name, None) for name in ("published_on", "language"))
    publisher = getattr(row, "publisher", None)
    parts = [cell(t, row, "said_by") if getattr(row, "said_by", None) else "", t(publisher) if publisher else ""]
    parts += [t.iso_date(published) if published else "", t(WORDS["languages"][language]) if language else ""]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def key(t: Language, rows: Iterable[Any]) -> list[str]:
    """What the marks of these rows mean, only of those that are there."""
    rows = list(rows)
    drawn = [row for row in rows if row.value is not None and getattr(row, "comparable", True)]
    qualifiers = {row.qualifier for row in drawn}
    said = {
        t("pale: not exact"): bool(qualifiers - {"exact"}),
        t("arrow: the true number lies beyond"): bool(qualifiers & {*ABOVE, *BELOW}),
        t("gold: sources differ"): any(getattr(row, "dispute", None) for row in drawn),
        t("hatched: calculated by us"): any(row.status == "E" for row in drawn),
        t("solid: certain"): (ranges := any(getattr(row, "low", None) is not None for row in rows)),
        t("faint: possible"): ranges,
        f"{STATUSES['Q'].symbol}: {t('withheld to protect people')}": any(row.status == "Q" for row in rows),
    }
    return [words for words, there in said.items() if there]
