"""Timelines: every row stands once on its days at its value; totals over years are brackets, small counts piles."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard.figures import style
from dashboard.figures.records import records
from dashboard.i18n import Language
from tests.figures import breaking
from tests.figures.cases import Case, draw, drawn, listed, of, pictures, plain
from tests.figures.expected import dated, days, middle, numbers, period, together, words
from tests.figures.made import made
from tests.figures.pictures import Picture, number, one
from tests.figures.readings import Pile, piles

TIMELINES = of("timeline")
YEAR = 366


def ids(rows: list[Any]) -> str:
    return " ".join(style.ids(row) for row in rows)


def misplaced(picture: Picture, rows: list[Any]) -> list[str]:
    """Rows that are not drawn once on their day at their value, and marks that are no row."""
    faults, marks = [], list(picture.marks)
    people = piles(picture)
    for row in filter(dated, rows):
        fits = [mark for mark in marks if mark.ids == style.ids(row) and near(mark.x, middle(row))]
        if not people or row.value is None:
            fits = [mark for mark in fits if (mark.y < 0 if row.value is None else mark.y == row.value)]
        if fits:
            marks.remove(fits[0])
        else:
            faults.append(f"not drawn: {style.ids(row)} {row.value}")
    return faults + [f"of no row: {mark.ids} {mark.x}" for mark in marks]


def near(x: str, day: date) -> bool:
    return abs(number(x) - day.toordinal()) <= 1


def unlisted(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """What has no place in time, or is a fall, that does not stand once in words with its period and what it is of."""
    notes = [together(note["text"]) for note in picture.notes if note.get("yref") == "paper"]
    listed_ = [row for row in rows if not dated(row)]
    faults = []
    for row in listed_:
        wanted = [*numbers(t, row), period(t, row), *words(t, row)]
        faults += [f"not listed: {each}" for each in wanted if not any(each in note for note in notes)]
        said, alike = numbers(t, row)[0], sum(numbers(t, other) == numbers(t, row) for other in listed_)
        if sum(note.count(said) for note in notes) != alike:
            faults.append(f"not listed once: {said}")
    return faults


def blocks(picture: Picture, rows: list[Any]) -> list[str]:
    """Filled bars that are not as wide as their period, or over more than a year; bands that are not below zero."""
    faults, widths = [], []
    for mark in picture.marks:
        trace = picture.traces[mark.trace]
        if trace["type"] != "bar":
            continue
        wide = one(trace["width"], mark.at) / 86_400_000
        mine = [row for row in rows if style.ids(row) == mark.ids and near(mark.x, middle(row))]
        if mark.y > 0 and wide > YEAR:
            faults.append(f"a block over years: {mark.ids}")
        if mark.y > 0:
            widths.append(wide / days(mine[0]) if mine else 0)
        low = abs(mark.y) * picture.scale(trace["yaxis"]) <= 8
        if mark.y < 0 and not (low and all(row.value is None for row in mine)):
            faults.append(f"a band that is no gap: {mark.ids}")
    return faults + (["not as wide as their periods"] if widths and not 0.8 < min(widths) <= max(widths) <= 1 else [])


def unbracketed(picture: Picture, rows: list[Any]) -> list[str]:
    """Totals over several years without a bracket from their first day to their last, with ends."""
    if piles(picture):
        return []
    faults = []
    for row in rows:
        if row.kind != "flow" or row.value is None or not dated(row) or not row.period_from or days(row) <= YEAR:
            continue
        ends = [row.period_from.isoformat(), (row.period_to + timedelta(days=1)).isoformat()]
        lines = [
            trace
            for trace in picture.traces
            if trace.get("x") == ends and set(trace["customdata"]) == {style.ids(row)} and trace["y"] == [row.value] * 2
        ]
        if len(lines) != 1 or not lines[0]["marker"]["line"]["width"] or not lines[0]["line"]["width"]:
            faults.append(f"no bracket: {style.ids(row)}")
    return faults


def joined(picture: Picture, rows: list[Any]) -> list[str]:
    """Lines from one statement to another, but for those of a dispute over one period."""
    sides: dict[str, set[Any]] = {}
    for row in rows:
        if getattr(row, "dispute", None):
            sides.setdefault(style.ids(row), set()).add((row.dispute, row.period_from, row.period_to))
    faults = []
    for trace in picture.traces:
        if "lines" in trace.get("mode", ""):
            ends = dict.fromkeys(zip(trace["customdata"], trace["y"], strict=True))
            disputes = [sides.get(each, {each}) for each, _ in ends]
            if len(ends) > 1 and (len(set.union(*disputes)) > 1 or trace["line"]["color"] != style.PALE_GOLD):
                faults.append(f"joined: {' and '.join(each for each, _ in ends)}")
    return faults


def miscounted(picture: Picture, rows: list[Any]) -> list[str]:
    """Piles with other dots than people, or whose dots leave the container of their period."""
    found, faults = {(pile.ids, pile.x): pile for pile in piles(picture)}, []
    if not found:
        return []
    periods: dict[Any, list[Any]] = {}
    for row in (row for row in rows if dated(row) and row.value is not None):
        periods.setdefault((getattr(row, "measure", ""), row.period_from, row.period_to), []).append(row)
    for (_, first, last), members in periods.items():
        most, least = (end(row.value for row in members) for end in (max, min))
        day = middle(members[0])
        pile = next((each for (of, x), each in found.items() if of == ids(members) and near(x, day)), None)
        full, hollow = (len(pile.full), len(pile.hollow)) if pile else (0, 0)
        if (full, hollow) != (least, most - least):
            faults.append(f"{full} and {hollow} dots for {least} to {most}: {ids(members)}")
        if pile and not contained(picture, pile, first, last):
            faults.append(f"outside of its container: {ids(members)}")
    return faults + (["more piles than periods"] if len(found) > len(periods) else [])


def contained(picture: Picture, pile: Pile, first: date, last: date) -> bool:
    """Whether a container as wide as the period holds every dot."""
    ends = {"x0": first.isoformat(), "x1": (last + timedelta(days=1)).isoformat(), "xref": pile.axis}
    shapes = [shape for shape in picture.layout["shapes"] if ends.items() <= shape.items() and shape["type"] == "rect"]
    left, right = (picture.pixel(pile.axis, ends[end]) for end in ("x0", "x1"))
    half, at = max(pile.sizes) / 2, picture.pixel(pile.axis, pile.x)
    dots = [at + x for x, _ in (*pile.full, *pile.hollow)]
    return len(shapes) == 1 and left - 0.5 <= min(dots) - half and max(dots) + half <= right + 0.5


def faults(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    found = misplaced(picture, rows) + unlisted(picture, rows, t) + blocks(picture, rows)
    return found + unbracketed(picture, rows) + joined(picture, rows) + miscounted(picture, rows)


@TIMELINES
def test_every_row_stands_once_on_its_days_at_its_value(chart: str) -> None:
    for at, picture, rows, t in pictures(chart):
        assert faults(picture, rows, t) == [], at


@TIMELINES
def test_a_mark_that_is_dropped_doubled_or_moved_is_found(chart: str) -> None:
    figure, rows, t = drawn(Case.first(chart)), listed(Case.first(chart)), Language("en")
    for trace, at in breaking.some(breaking.told(figure), 12):
        x, y = (figure["data"][trace][axis][at] for axis in "xy")
        broken = [breaking.without(figure, trace, at), breaking.doubled(figure, trace, at)]
        broken.append(breaking.moved(figure, trace, at, "x", f"{int(x[:4]) + 1}{x[4:]}"))
        if not piles(Picture(figure)):
            broken.append(breaking.moved(figure, trace, at, "y", y * 1.01 if y > 0 else 1.0))
        assert [faults(Picture(each), rows, t) for each in broken].count([]) == 0


@pytest.mark.parametrize("chart", ["placements_by_year", "register_by_year"])
def test_a_dot_more_or_less_is_found(chart: str) -> None:
    figure, rows = drawn(Case(chart)), listed(Case(chart))
    dots = [(index, trace) for index, trace in enumerate(figure["data"]) if trace["hoverinfo"] == "skip"]
    assert len(dots) >= 3
    for index, trace in dots:
        assert miscounted(Picture(breaking.without(figure, index, 0)), rows)
        assert miscounted(Picture(breaking.doubled(figure, index, 0)), rows)
        broken = breaking.copied(figure)
        broken["data"][index]["marker"]["standoff"] = [400] * len(trace["x"])
        broken["data"][index]["marker"]["angle"] = [90] * len(trace["x"])
        assert miscounted(Picture(broken), rows)


def test_a_wide_block_a_lost_bracket_and_a_joining_line_are_found() -> None:
    df = made({"value": 100, "year": 2017, "until": 2019}, {"value": 90, "year": 2020}, {"value": 80, "year": 2021})
    figure, rows = json.loads(plain(draw("volunteers_at_home_by_year", df))), records(df)
    assert blocks(Picture(figure), rows) + unbracketed(Picture(figure), rows) + joined(Picture(figure), rows) == []
    without, wide = breaking.copied(figure), breaking.copied(figure)
    without["data"] = [trace for trace in figure["data"] if trace.get("marker", {}).get("symbol") != "line-ns"]
    assert unbracketed(Picture(without), rows)
    bar = next(trace for trace in wide["data"] if trace["type"] == "bar")
    bar["width"] = [800 * 86_400_000] * len(bar["x"])
    assert blocks(Picture(wide), rows)
    points = next(trace for trace in figure["data"] if len(trace["x"]) > 1 and len(set(trace["customdata"])) > 1)
    line = {"type": "scatter", "mode": "lines", "line": {"width": 2, "color": style.PALE_GOLD}, "hoverinfo": "skip"}
    line |= {key: points[key] for key in ("x", "y", "customdata", "xaxis", "yaxis")}
    assert joined(Picture(figure | {"data": [*figure["data"], line]}), rows)
