"""A picture in; each row as it is drawn there out: its mark, its length, its name and the number written beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dashboard.figures import style
from tests.figures.expected import together
from tests.figures.pictures import Mark, Picture, one, plain


class Drawn(NamedTuple):
    """One row of a comparison or of ranges, in reading order."""

    ids: str
    ends: list[float]
    name: str
    heading: str
    number: str
    mark: Mark
    gold: bool = False
    beside: bool = False


def in_rows(picture: Picture) -> list[Drawn]:
    """Marks with the words that stand at their height in their column; "" where there are none, or several."""
    found, heading = [], ""
    columns = sorted({_column(picture, note) for note in picture.notes})
    # Names of rows side by side stand once, and trace to none of them.
    shared = [note for note in picture.notes if note.get("xref") == "paper" and note["xanchor"] == "right"]
    shared = [note for note in shared if not note["name"]]
    for column in columns:
        notes = [note for note in picture.notes if _column(picture, note) == column]
        named = [note for note in notes if note.get("xref") == "paper"]
        heads = [note for note in named if note.get("xshift", 0) <= 0 and note["xanchor"] == "left" and _bold(note)]
        marks = _marks(picture, column)
        for y in sorted({note["y"] for note in notes} | set(marks)):
            heading = next((plain(note["text"]) for note in heads if note["y"] == y), heading)
            names = [note for note in shared or named if note["y"] == y and note not in heads]
            numbers = [note for note in notes if note["y"] == y and note.get("xref") != "paper"]
            for at_this in marks.get(y, []):
                traced = numbers if shared else (*names, *numbers)
                ids = {note["name"] for note in traced} | {mark.ids for mark in at_this}
                ends = [mark.x for mark in at_this]
                said = [together(only(notes_)) for notes_ in (names, numbers)]
                gold = any(ends) and is_gold(picture.traces[at_this[0].trace], at_this[0].at)
                found.append(
                    Drawn(" | ".join(sorted(ids)), ends, said[0], heading, said[1], at_this[0], gold, bool(shared))
                )
            if not marks.get(y) and numbers:
                found.append(Drawn("no mark", [], only(names), heading, only(numbers), Mark(0, 0, "", "", 0, y)))
    return found


def people(picture: Picture, row: Drawn) -> dict[str, int]:
    """By colour, how many people the fields of a range show, in the order in which they stand from zero on."""
    axis, found = picture.traces[row.mark.trace]["xaxis"], dict[str, int]()
    for each in sorted(picture.layout["shapes"], key=lambda shape: shape["x0"]):
        if each["xref"] == axis and each["y0"] < row.mark.y < each["y1"]:
            found[each["fillcolor"]] = found.get(each["fillcolor"], 0) + round(each["x1"] - each["x0"])
    return found


def is_gold(trace: dict[str, Any], at: int) -> bool:
    """Whether a mark has the colour of sources that differ."""
    return one(trace["marker"]["color"], at) in (style.GOLD, style.PALE_GOLD)


def _column(picture: Picture, note: dict[str, Any]) -> float:
    return _start(picture, note["xref"]) if note.get("xref", "x") != "paper" else round(note["x"], 6)


def _start(picture: Picture, axis: str) -> float:
    return round(picture.axis(axis).get("domain", (0, 1))[0], 6)


def _marks(picture: Picture, column: float) -> dict[float, list[list[Mark]]]:
    """By height: a bar is a mark, and so are both ends of a range."""
    found: dict[float, list[list[Mark]]] = {}
    for index, trace in enumerate(picture.traces):
        members = [mark for mark in picture.marks if mark.trace == index]
        if _start(picture, trace.get("xaxis", "x")) != column or not members:
            continue
        for group in [members] if trace["type"] == "scatter" else [[mark] for mark in members]:
            found.setdefault(group[0].y, []).append(group)
    return found


def _bold(note: dict[str, Any]) -> bool:
    return bool(note["text"].startswith("<b>"))


def only(notes: Iterable[dict[str, Any]]) -> str:
    said = [note["text"] for note in notes]
    return plain(said[0]) if len(said) == 1 else ""


class Pile(NamedTuple):
    """The dots of a period: of all sources, and of some; pixels from their middle, to the right and up."""

    ids: str
    x: str
    axis: str
    full: list[tuple[float, float]]
    hollow: list[tuple[float, float]]
    sizes: list[float]


def piles(picture: Picture) -> list[Pile]:
    """Dots that hang on one point."""
    found: dict[tuple[str, str, str], Pile] = {}
    for index, trace in enumerate(picture.traces):
        points = [mark for mark in picture.points if mark.trace == index]
        if not points or not isinstance(trace.get("marker", {}).get("standoff"), list):
            continue
        across = trace.get("xaxis", "x")
        of = (points[0].ids, points[0].x, across)
        pile = found.setdefault(of, Pile(*of, [], [], []))
        edge = one(trace["marker"]["line"]["width"], 0)
        for point in points:
            x, y = picture.place(point)
            foot = picture.pixel(across, point.x), picture.pixel(trace["yaxis"], point.y)
            (pile.hollow if edge else pile.full).append((x - foot[0], foot[1] - y))
            pile.sizes.append(one(trace["marker"]["size"], point.at) + edge)
    return list(found.values())
