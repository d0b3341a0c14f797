"""The tile map: a region has one tile, its number and its shade; what is of no region on it is listed below."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import pytest

from dashboard.catalog import word
from dashboard.figures import style
from dashboard.figures.records import records
from dashboard.figures.tile_map import TILES
from dashboard.i18n import LANGUAGES, Language
from dashboard.i18n.formats import place_codes
from tests.figures import breaking, test_labels, test_words
from tests.figures.cases import VIEWPORTS, Case, cases, draw, drawn, listed, of, pictures, plain, rows
from tests.figures.expected import numbers, together
from tests.figures.made import row
from tests.figures.pictures import Picture
from tests.figures.pictures import plain as words_of
from tests.figures.shades import misshaded

CHART = "register_tile_map"
# Pairs of neighbours: the first lies north of the second, and west of it.
NORTH = ("59-11", "11-35", "35-61", "61-79", "27-23", "23-47", "39-15", "55-10", "10-33", "33-19", "19-75", "62-43")
WEST = ("27-15", "15-11", "39-59", "59-55", "11-71", "10-63", "23-62", "62-35", "43-61", "61-31", "31-19", "47-43")


def misplaced(picture: Picture, rows_: list[Any], t: Language) -> list[str]:
    """Regions without one tile and one number of their own, or in another place, and rows that are not listed below."""
    marks = [(picture.bar(picture.traces[each.trace], each.at), each) for each in picture.points]
    faults = ["unlike tiles"] * (len({(round(b.right - b.left), round(b.bottom - b.top)) for b, _ in marks}) != 1)
    faults += [f"{len(marks)} tiles"] * (len(marks) != len(TILES))
    wide, high = (marks[0][0].right - marks[0][0].left) / 0.94, (marks[0][0].bottom - marks[0][0].top) / 0.94
    by_code = {row_.region: row_ for row_ in rows_}
    for code, (x, y) in TILES.items():
        at, mine = (picture.plot.left + (x + 0.47) * wide, picture.plot.top + (y + 0.5) * high), by_code.get(code)
        here = [mark for tile, mark in marks if tile.left < at[0] < tile.right and tile.top < at[1] < tile.bottom]
        said = [note for note in picture.notes if note["name"] and inside(middle(picture, note), at, wide, high)]
        text = [(note["name"], words_of(note["text"])) for note in said]
        if len(here) != 1 or (t.place(code) in together(here[0].hover)) != bool(mine):
            faults.append(f"not its tile: {code}")
        if text != ([(style.ids(mine), "×" if mine.status == "Q" else numbers(t, mine)[0])] if mine else []):
            faults.append(f"{code}: {text}")
    return faults + unlisted(picture, [row_ for row_ in rows_ if row_.region not in TILES], t)


def unlisted(picture: Picture, others: list[Any], t: Language) -> list[str]:
    below = " ".join(together(note["text"]) for note in picture.notes if note["xanchor"] == "left")
    said = [f"{word(t, 'region', row_.region)}: {numbers(t, row_)[0]}" for row_ in others]
    return [f"lost: {each}" for each in said if below.count(each) != 1]


def middle(picture: Picture, note: dict[str, Any]) -> tuple[float, float]:
    found = picture.box(note)
    return (found.left + found.right) / 2, (found.top + found.bottom) / 2


def inside(point: tuple[float, float], at: tuple[float, float], wide: float, high: float) -> bool:
    return abs(point[0] - at[0]) < wide / 2 and abs(point[1] - at[1]) < high / 2


def on_tiles(rows_: list[Any]) -> list[Any]:
    return [row_ for row_ in rows_ if row_.region in TILES]


@of("tiles")
def test_each_region_has_its_tile_its_number_and_its_shade(chart: str) -> None:
    for at, picture, rows_, t in pictures(chart):
        assert misplaced(picture, rows_, t) == [], at
        assert misshaded(picture, on_tiles(rows_)) == [], at


@pytest.mark.parametrize("case", cases(CHART), ids=str)
def test_a_tile_that_is_lost_doubled_moved_or_has_another_number_is_found(case: Case) -> None:
    figure, rows_, t = drawn(case), listed(case), Language("en")
    for trace, at in breaking.some(breaking.told(figure)):
        broken = [breaking.without(figure, trace, at), breaking.doubled(figure, trace, at)]
        broken.append(breaking.moved(figure, trace, at, "base", figure["data"][trace]["base"][at] + 1))
        assert [misplaced(Picture(each), rows_, t) for each in broken].count([]) == 0
        shaded = breaking.copied(figure)
        shaded["data"][trace]["marker"]["color"][at] = "rgba(0,137,168,0.7)"
        assert misshaded(Picture(shaded), on_tiles(rows_))
    for at, note in enumerate(figure["layout"]["annotations"]):
        if note["name"]:
            assert misplaced(Picture(breaking.rewritten(figure, at, "5,678")), rows_, t)
            assert misplaced(Picture(breaking.less_a_note(figure, at)), rows_, t)


def test_every_region_has_a_tile_roughly_where_it_lies() -> None:
    assert set(TILES) == {code for code in place_codes() if code.startswith("KZ-")}
    assert len(set(TILES.values())) == 20
    for axis, pairs in ((1, NORTH), (0, WEST)):
        ends = ([TILES[f"KZ-{end}"][axis] for end in pair.split("-")] for pair in pairs)
        assert [pair for pair, (one, other) in zip(pairs, ends, strict=True) if one >= other] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_short_name_is_the_beginning_of_the_name_and_of_no_other(code: str) -> None:
    for size in VIEWPORTS:
        figure = drawn(Case(CHART), code, VIEWPORTS[size])
        names = [note["text"].split("<br>") for note in figure["layout"]["annotations"] if not note["name"]]
        assert len(names) == len({tuple(lines) for lines in names}) == 20
        wholes = [Language(code).place(region) for region in TILES]
        for lines, whole in zip(names, wholes, strict=True):
            assert all(re.search(rf"(^|[ -]){re.escape(line.removesuffix('.'))}", whole) for line in lines)


def test_what_is_of_no_region_on_the_map_is_listed_whatever_its_code() -> None:
    regions = {"KZ-75": 9, "_U": 3, "KZ-99": 2, "XX": None, "KZ-71": 0}
    made = [
        row(n, measure="register_people_abroad", region=code, value=value, status="Q" if value is None else "A")
        for n, (code, value) in enumerate(regions.items())
    ]
    df = pd.DataFrame(made, dtype=object)
    for code in LANGUAGES:
        for viewport in VIEWPORTS.values():
            picture = Picture(json.loads(plain(draw(CHART, df, code, viewport))), viewport)
            assert misplaced(picture, records(df), Language(code)) == []
            assert test_words.unstated(picture, records(df), Language(code)) == []
            assert [fault for fault in test_labels.hidden(picture) if viewport.height != 224] == []


def test_numbers_that_find_no_room_give_way_and_the_sign_of_a_withheld_one_stays() -> None:
    made = [
        row(n, measure="register_people_abroad", region=code, value=value, status="Q" if value is None else "A")
        for n, (code, value) in enumerate({"KZ-75": 1_234_567, "KZ-71": None, "KZ-10": 8}.items())
    ]
    picture = Picture(json.loads(plain(draw(CHART, pd.DataFrame(made, dtype=object)))))
    assert [words_of(note["text"]) for note in picture.notes if note["name"]] == ["×"]
    assert test_labels.hidden(picture) == []


def test_the_rows_are_those_of_the_bars() -> None:
    bars = rows(Case("register_by_region"))
    assert rows(Case(CHART)).to_dict("records") == bars.to_dict("records")
