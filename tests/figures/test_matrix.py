"""The matrix: each field stands at its row and column with the number of both, and shades follow the numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dashboard.catalog import word
from dashboard.figures import style
from dashboard.i18n import Language
from tests.figures import breaking
from tests.figures.cases import VIEWPORTS, Case, cases, drawn, listed, of, pictures
from tests.figures.expected import numbers, stated, together
from tests.figures.pictures import Picture, digits
from tests.figures.shades import misshaded

MATRIX = of("matrix")


def misdrawn(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Fields that are not those of a host and an entity, or whose number is another's."""
    fields = places(picture)
    downs = {row.host: height(picture, word(t, "host", row.host)) for row in rows}
    acrosses = {row.agency: column(picture, word(t, "agency", row.agency)) for row in rows}
    said = [(note, middle(picture, note)) for note in picture.notes if note["name"]]
    faults = [] if len(fields) == len(rows) else [f"{len(fields)} fields for {len(rows)} rows"]
    for index, row in enumerate(rows):
        place = acrosses[row.agency], downs[row.host]
        here = [n for n, at in enumerate(fields) if near(at, place)]
        notes = [note for note, at in said if near(at, place)]
        if here != [index]:
            faults.append(f"not its field: {row.host} {row.agency}")
        elif wrong(notes, row, t) or (not notes and (row.status == "Q" or written(picture))):
            faults.append(f"not the number of {row.host} {row.agency}: {row.value}")
    return faults


def wrong(notes: list[dict[str, Any]], row: Any, t: Language) -> bool:
    """Whether what stands in a field is not its number, or not traced to it."""
    text = " ".join(together(note["text"]) for note in notes)
    right = text == "×" if row.status == "Q" else (digits(text), text) == (stated(row), numbers(t, row)[0])
    return bool(notes) and not (right and notes[0]["name"] == style.ids(row))


def written(picture: Picture) -> bool:
    """Whether numbers stand in the fields: all of them, or none where one does not fit."""
    return any(digits(note["text"]) for note in picture.notes if note["name"])


def places(picture: Picture) -> list[tuple[float, float]]:
    """The middle of each field in pixels."""
    boxes = [picture.bar(trace, at) for trace in picture.traces for at in range(len(trace["x"]))]
    return [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in boxes]


def middle(picture: Picture, note: dict[str, Any]) -> tuple[float, float]:
    box = picture.box(note)
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < 3 and abs(one[1] - other[1]) < 3


def height(picture: Picture, name: str) -> float:
    """Where the name of a row stands; -1 where there is not one alone."""
    found = [middle(picture, note)[1] for note in picture.notes if not note["name"] and is_row(note, name)]
    return found[0] if len(found) == 1 else -1


def is_row(note: dict[str, Any], name: str) -> bool:
    return note["xanchor"] == "left" and re.sub(r"\s", "", together(note["text"])) == re.sub(r"\s", "", name)


def column(picture: Picture, name: str) -> float:
    heads = [note for note in picture.notes if "textangle" in note and together(note["text"]) in name]
    found = [middle(picture, note)[0] for note in heads]
    return found[0] if len(found) == 1 else -1


@MATRIX
def test_each_field_stands_at_its_row_and_column_with_its_number(chart: str) -> None:
    for _, picture, rows, t in pictures(chart):
        assert misdrawn(picture, rows, t) == []
        assert misshaded(picture, rows) == []
        assert len(picture.notes) >= len({row.host for row in rows} | {row.agency for row in rows})


@pytest.mark.parametrize("case", cases("register_by_host_and_agency"), ids=str)
def test_a_field_that_is_dropped_doubled_moved_or_of_another_shade_is_found(case: Case) -> None:
    figure, rows, t = drawn(case, "en", VIEWPORTS["wide"]), listed(case), Language("en")
    for trace, at in breaking.some(breaking.told(figure)):
        broken = [breaking.without(figure, trace, at), breaking.doubled(figure, trace, at)]
        broken.append(breaking.moved(figure, trace, at, "base", figure["data"][trace]["base"][at] + 1))
        assert [misdrawn(Picture(each, VIEWPORTS["wide"]), rows, t) for each in broken].count([]) == 0
        shaded = breaking.copied(figure)
        colours = shaded["data"][trace]["marker"]["color"]
        colours[at] = "rgba(0,137,168,0.7)" if colours[at] != "rgba(0,137,168,0.62)" else "rgba(0,137,168,0.55)"
        assert misshaded(Picture(shaded, VIEWPORTS["wide"]), rows)


@pytest.mark.parametrize("case", cases("register_by_host_and_agency"), ids=str)
def test_another_number_and_names_that_change_places_are_found(case: Case) -> None:
    figure, rows, t = drawn(case, "en", VIEWPORTS["wide"]), listed(case), Language("en")
    notes = figure["layout"]["annotations"]
    for at, note in breaking.some(enumerate(notes), 9):
        if note["name"]:
            assert misdrawn(Picture(breaking.rewritten(figure, at, "5,678"), VIEWPORTS["wide"]), rows, t)
        else:
            assert misdrawn(Picture(breaking.less_a_note(figure, at), VIEWPORTS["wide"]), rows, t)
    names = [at for at, note in enumerate(notes) if not note["name"] and "textangle" not in note][:2]
    first, second = (notes[at]["text"] for at in names)
    broken = breaking.rewritten(breaking.rewritten(figure, names[0], second), names[1], first)
    assert misdrawn(Picture(broken, VIEWPORTS["wide"]), rows, t)
