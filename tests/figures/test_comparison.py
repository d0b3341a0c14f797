"""Comparisons and ranges: name, bar and number of a row stand at one height, in the order of the rows."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.figures import style
from dashboard.i18n import Language
from tests.figures import breaking
from tests.figures.cases import FORMS, Case, drawn, listed, of, pictures
from tests.figures.expected import letters, numbers, period, says, stated, words
from tests.figures.pictures import Picture, digits, number
from tests.figures.readings import Drawn, in_rows, people

ROWS = of("comparison", "ranges")


def misdrawn(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Rows whose bar, name or number is not theirs, or that are drawn never or twice."""
    found = in_rows(picture)
    if len(found) != len(rows):
        return [f"{len(found)} marks for {len(rows)} rows"]
    return [
        fault
        for drawn_, row in zip(in_order(found, rows, t), rows, strict=True)
        for fault in _wrong(drawn_, row, rows, t)
    ]


def in_order(found: list[Drawn], rows: list[Any], t: Language) -> list[Drawn]:
    """In the order of the rows; side by side, where the first column decides at which height a name stands, by name."""
    if not any(each.beside for each in found):
        return found
    left = list(found)
    for row in rows:
        own = (each for each in left if each.ids == style.ids(row) and all(said in each.name for said in words(t, row)))
        left.remove(next_ := next(own, left[0]))
        left.append(next_)
    return left


def _wrong(found: Drawn, row: Any, rows: list[Any], t: Language) -> list[str]:
    faults = []
    if found.ids != style.ids(row):
        faults.append(f"ids {found.ids} of {style.ids(row)}")
    if found.ends != ends(row):
        faults.append(f"{found.ends} long for {ends(row)}")
    counted = found.number.removesuffix(period(t, row) if row.kind else "")
    if any(said not in counted for said in numbers(t, row)) or digits(counted) != stated(row):
        faults.append(f"“{found.number}” for {numbers(t, row)}")
    label = f"{found.heading} {found.name}"
    if getattr(row, "dispute", None) and not (found.gold or t("sources differ") in label + found.number):
        faults.append("a dispute in silence")
    if not getattr(row, "comparable", True) and t("not comparable: {counted}", counted="") not in found.number:
        faults.append("compared in silence")
    measures = [getattr(each, "compared", getattr(each, "measure", "")) for each in rows]
    if len(set(measures)) > 1 and not says(label, t, getattr(row, "compared", row.measure)):
        faults.append(f"“{label}” lacks its measure")
    # A heading begins with a capital.
    told = f"{label} {found.number}".lower()
    lost = [each for each in wanted(row, rows, t) if not any(form.lower() in told for form in (each, letters(each)))]
    return faults + [f"“{told}” lacks {each}" for each in lost]


def wanted(row: Any, rows: list[Any], t: Language) -> list[str]:
    """What a label says: whose number it is; its period where rows differ in it; of a range the total."""
    said = words(t, row)
    if len({period(t, other) for other in rows}) > 1 or hasattr(row, "total"):
        said.append(period(t, row))
    if hasattr(row, "total"):
        said.append(t.qualified(row.total, row.qualifier))
    return said


def ends(row: Any) -> list[float]:
    """Where the mark of a row ends; of what may not be compared, at zero."""
    if hasattr(row, "low"):
        return [end for end in (row.low, row.high) if end is not None] or [0]
    return [row.value if row.value is not None and getattr(row, "comparable", True) else 0]


def from_zero(picture: Picture) -> list[str]:
    """Bars that do not begin at zero, or are not as thick as the others; scales that do not hold all marks."""
    bars = [trace for trace in picture.traces if trace["type"] == "bar"]
    thick = {trace["width"] for trace in bars}
    faults = ["a base"] * any(trace.get("base") for trace in bars) + ["unlike thickness"] * (len(thick) > 1)
    for mark in picture.marks:
        first, last = (number(end) for end in picture.axis(picture.axes_of(picture.traces[mark.trace])[0])["range"])
        if not first <= min(mark.x, 0) <= max(mark.x, 0) <= last:
            faults.append(f"beyond its scale: {mark.ids} {mark.x}")
    return faults


@ROWS
def test_name_bar_and_number_of_each_row_stand_at_one_height(chart: str) -> None:
    for at, picture, rows, t in pictures(chart):
        assert misdrawn(picture, rows, t) + from_zero(picture) == [], at


def unpeopled(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Rows whose fields show other people than those who are there at least, and those who can be."""
    faults = []
    for found, row in zip(in_order(in_rows(picture), rows, t), rows, strict=True):
        low, high = row.low or 0, row.high or row.low or 0
        every = {style.BLUE: low, style.PALE_BLUE: high - low}
        due = {colour: many for colour, many in every.items() if many and ends(row) != [0]}
        shown = people(picture, found)
        faults += [f"{shown} for {due}"] * (list(shown.items()) != list(due.items()))
    return faults


@of("ranges")
def test_a_range_shows_each_person_as_certain_or_possible(chart: str) -> None:
    for at, picture, rows, t in pictures(chart):
        assert unpeopled(picture, rows, t) == [], at
    figure, rows = drawn(Case.first(chart)), listed(Case.first(chart))
    for field in range(len(figure["layout"]["shapes"])):
        broken = breaking.copied(figure)
        shape = broken["layout"]["shapes"][field]
        shape["fillcolor"] = style.BLUE if shape["fillcolor"] != style.BLUE else style.PALE_BLUE
        assert unpeopled(Picture(broken), rows, Language("en"))


@of("comparison")
def test_a_comparison_is_sorted_by_value_within_its_headings(chart: str) -> None:
    """But for those whose order is a code's own, the whole after its parts, and what may not be compared."""
    if chart in ("register_by_age_group", "register_by_sex", "un_volunteers_from_kazakhstan"):
        return
    groups: dict[str, list[float]] = {}
    for found, row in zip(in_rows(Picture(drawn(Case.first(chart)))), listed(Case.first(chart)), strict=True):
        stated_alone = not getattr(row, "formula", None) and getattr(row, "region", "") != "_U"
        if stated_alone and row.value is not None and getattr(row, "comparable", True):
            groups.setdefault(found.heading, []).append(row.value)
    if chart == "un_volunteers_by_region":
        groups = {heading: values[:-1] for heading, values in groups.items()}
    if chart not in ("volunteers_at_events", "placements_selection"):
        assert [values for values in groups.values() if values != sorted(values, reverse=True)] == []


@ROWS
def test_a_row_that_is_dropped_doubled_or_of_another_length_is_found(chart: str) -> None:
    figure, rows, t = drawn(Case.first(chart)), listed(Case.first(chart)), Language("en")
    for trace, at in breaking.some(breaking.told(figure), 12):
        broken = [breaking.without(figure, trace, at), breaking.doubled(figure, trace, at)]
        broken.append(breaking.moved(figure, trace, at, "x", figure["data"][trace]["x"][at] + 1))
        assert [misdrawn(Picture(each), rows, t) for each in broken].count([]) == 0


@ROWS
def test_another_number_a_lost_name_and_a_lost_qualifier_are_found(chart: str) -> None:
    figure, rows, t = drawn(Case.first(chart)), listed(Case.first(chart)), Language("en")
    qualified = [numbers(t, row)[0] for row in rows if row.value and row.qualifier != "exact"]
    for at, note in breaking.some(enumerate(figure["layout"]["annotations"]), 16):
        if note["xref"] != "paper":
            bare = [note["text"].replace(each, each.split()[-1]) for each in qualified if each in note["text"]]
            broken = [breaking.rewritten(figure, at, text) for text in ("<b>5,678</b>", *bare)]
            assert [misdrawn(Picture(each), rows, t) for each in broken].count([]) == 0
        elif not note["text"].startswith("<b>"):
            assert misdrawn(Picture(breaking.less_a_note(figure, at)), rows, t)


@pytest.mark.parametrize("chart", ["placements_by_country", "peers_government_funded", "volunteers_at_events"])
def test_a_lost_heading_is_found(chart: str) -> None:
    figure, rows = drawn(Case(chart)), listed(Case(chart))
    notes = enumerate(figure["layout"]["annotations"])
    heads = [at for at, note in notes if note["xref"] == "paper" and "<b>" in note["text"]]
    assert len(heads) > 1
    assert [misdrawn(Picture(breaking.less_a_note(figure, at)), rows, Language("en")) for at in heads].count([]) == 0


@pytest.mark.parametrize("chart", ["register_by_host", "peers_government_funded", "placements_by_country"])
def test_names_that_change_places_are_found(chart: str) -> None:
    figure, rows = drawn(Case(chart)), listed(Case(chart))
    names = [at for at, note in enumerate(figure["layout"]["annotations"]) if note["xref"] == "paper"]
    names = [at for at in names if "<b>" not in figure["layout"]["annotations"][at]["text"]][:2]
    first, second = (figure["layout"]["annotations"][at]["text"] for at in names)
    broken = breaking.rewritten(breaking.rewritten(figure, names[0], second), names[1], first)
    assert misdrawn(Picture(broken), rows, Language("en"))


def test_a_bar_from_a_base_or_thicker_than_others_is_found() -> None:
    figure = drawn(Case(FORMS["comparison"][0]))
    based, thick = breaking.copied(figure), breaking.copied(figure)
    based["data"][0]["base"] = 5
    thick["data"].append(thick["data"][0] | {"width": 40})
    assert from_zero(Picture(based)) and from_zero(Picture(thick))
