"""What is written on a figure is stated by the rows that it names; what pointing at a mark says is all of its row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dashboard import data
from dashboard.catalog import FORMULAS, MEASURES, STATUSES, WORDS
from dashboard.figures import style
from dashboard.figures.tile_map import TILES
from dashboard.i18n import Language
from tests.figures import breaking
from tests.figures.cases import CASES, FORMS, Case, drawn, listed, of, pictures
from tests.figures.expected import dated, numbers, period, speakers, stated, together, words
from tests.figures.pictures import Picture, digits, plain

FORMS_WITH_MARKS = ("timeline", "comparison", "ranges", "matrix", "tiles")
WRITTEN = of(*FORMS_WITH_MARKS)
RELEASE = re.compile(r"(?:synthetic-)?\d{4}-\d\d-\d\d-[0-9a-f]{8}")
# Letters of a line that a phone shows whole.
WIDEST = 34


def unstated(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Numbers on a figure that the rows named beside them do not state."""
    faults, stated_by = [], {}
    for note in picture.notes:
        text, traced = together(note["text"]), note.get("name", "")
        if traced not in stated_by:
            mine = [row for row in rows if traced and set(style.ids(row).split()) <= set(traced.split())]
            stated_by[traced] = sorted(set(allowed(mine, t)), key=len, reverse=True)
        for phrase in stated_by[traced] if digits(text) else ():
            # A heading begins with a capital.
            text = re.sub(rf"(?<![\d.,]){re.escape(phrase)}(?!\d|[.,]\d)", " ", text, flags=re.IGNORECASE)
        faults += [f"{found} in “{plain(note['text'])}”" for found in digits(text)]
    return faults


def allowed(rows: list[Any], t: Language) -> Iterable[str]:
    """All that rows state with digits: numbers with their qualifier, periods, the names of what they are of."""
    for row in rows:
        yield from numbers(t, row)
        yield from words(t, row)
        yield period(t, row)
        yield t(MEASURES[row.measure].title) if hasattr(row, "measure") else ""
        if hasattr(row, "total"):
            yield t.qualified(row.total, row.qualifier)
        if row.value is not None:
            yield t.number(row.value)  # one side of several that have a word for all: 8 or 9


@WRITTEN
def test_no_number_is_written_that_the_rows_named_beside_it_do_not_state(chart: str) -> None:
    for at, picture, rows_, t in pictures(chart, ("page", "wide")):
        assert unstated(picture, rows_, t) == [], at


@WRITTEN
def test_a_number_of_another_row_and_one_without_an_origin_are_found(chart: str) -> None:
    figure, rows_, t = drawn(Case.first(chart)), listed(Case.first(chart)), Language("en")
    assert unstated(Picture(figure), rows_, t) == []
    for at, note in breaking.some(enumerate(figure["layout"]["annotations"]), 16):
        assert unstated(Picture(breaking.rewritten(figure, at, note["text"] + " 5,679")), rows_, t)
        unnamed = breaking.copied(figure)
        unnamed["layout"]["annotations"][at]["name"] = ""
        assert not digits(note["text"]) or unstated(Picture(unnamed), rows_, t)


def test_every_id_is_one_of_a_claim_a_formula_or_the_release() -> None:
    known = {*data.query("claims")["claim"], *FORMULAS}
    found = {each for case in CASES for row in listed(case) for each in style.ids(row).split()}
    assert [each for each in found - known if not RELEASE.fullmatch(each)] == []


# ---------------------------------------------------------------- what pointing at a mark says


def silent(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Marks that do not say the number with its qualifier, the period, who said it and when, and what it is of."""
    said = [(mark.ids, mark.hover) for mark in picture.marks]
    faults, fits = [], dict.fromkeys(said, False)
    for row in rows:
        wanted, number = telling(row, t), numbers(t, row)[0]
        mine = [
            (lacking(text, wanted, number, stated(row)), (ids, text)) for ids, text in said if ids == style.ids(row)
        ]
        best, _ = min(mine, key=lambda each: len(each[0]), default=(["a mark"], ""))
        faults += [f"{style.ids(row)} lacks {each}" for each in best]
        fits |= {mark: True for lacks, mark in mine if not lacks}
    faults += [f"of no row: {text}" for (_, text), fit in fits.items() if not fit]
    lines = [plain(line) for _, text in said for line in text.split("<br>")]
    return faults + [f"too long: {line}" for line in lines if len(line) > WIDEST]


def lacking(text: str, wanted: list[str], number: str, stated_: list[str]) -> list[str]:
    """What a mark does not say of a row; its number stands alone in the first line."""
    first, told = text.split("<br>")[0], together(text)
    lost = [each for each in wanted if each not in told]
    return lost + [f"number: {first}"] * (number not in first or digits(first) != stated_)


def telling(row: Any, t: Language) -> list[str]:
    measure = getattr(row, "measure", None)
    said = [period(t, row), *speakers(t, row), *words(t, row)]
    said += [t(MEASURES[measure].title)] if measure else []
    said += [t(WORDS["kinds"][row.kind])] if row.kind and row.value is not None else []
    said += [t("sources differ")] if getattr(row, "dispute", None) else []
    said += [t(STATUSES["E"].title)] if row.status == "E" else []
    said += [t(publisher) for publisher in getattr(row, "repeated_by", None) or []]
    return [each for each in said if each]


@WRITTEN
def test_pointing_at_a_mark_says_all_of_its_row(chart: str) -> None:
    for at, picture, rows_, t in pictures(chart, ("page", "square")):
        assert silent(picture, pointed(chart, rows_), t) == [], at


def pointed(chart: str, rows: list[Any]) -> list[Any]:
    """Rows with a mark: on a time axis those that have a date and are no fall, on a map those with a place on it."""
    if chart in FORMS["timeline"]:
        return list(filter(dated, rows))
    return [row for row in rows if chart not in FORMS["tiles"] or row.region in TILES]


@WRITTEN
def test_a_mark_that_says_less_or_more_is_found(chart: str) -> None:
    figure, rows_, t = drawn(Case.first(chart)), pointed(chart, listed(Case.first(chart))), Language("en")
    assert silent(Picture(figure), rows_, t) == []
    for trace, at in breaking.some(breaking.told(figure), 12):
        said = figure["data"][trace]["hovertext"]
        lines = said[at].split("<br>")
        for broken in (["…" * 35, *lines], lines[1:], ["<b>5,678</b>", *lines[1:]]):
            changed = breaking.copied(figure)
            changed["data"][trace]["hovertext"] = [*said[:at], "<br>".join(broken), *said[at + 1 :]]
            # One of the two ends of a range may be silent: the other says it.
            assert silent(Picture(changed), rows_, t) or chart in FORMS["ranges"]
