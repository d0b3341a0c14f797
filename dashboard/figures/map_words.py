"""The places and bundles of the still map and its pictures in; what is written on it, and where, out."""

from __future__ import annotations

from typing import Any, NamedTuple

from dashboard.figures import labels, style
from dashboard.figures.bundles import HOME, HOST, Bundle, Place, Point, foremost
from dashboard.figures.phrases import period, together
from dashboard.figures.sights import APART, Label, Sight, Spot
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Pixels from the words to the edge of their box; of its frame; from a number to its trunk.
PAD, FRAME, OFF = 4, 1.5, 8
LEADING = 1.3
# A longer name goes on in the next line.
LONGEST = 120
PAPER = "#FFFFFF"


class Words(NamedTuple):
    """The lines of a label, the point that they are about, how far from it they stay, the ids of their numbers."""

    lines: list[str]
    point: Point
    gap: float
    ids: str
    number: bool
    frame: str = style.BLUE


def written(
    t: Language, named: list[Place], joined: list[Bundle], viewport: Viewport, sight: Sight
) -> list[tuple[Words, Spot | None]]:
    """All that is written on the map, and where."""
    full = foremost(joined)
    words = [_number(t, bundle, viewport) for bundle in full]
    words += [_number(t, bundle, viewport, style.PALE_BLUE) for bundle in joined if bundle not in full]
    words += [_name(t, place, viewport) for place in named]
    return list(zip(words, labels.place([label(each, viewport) for each in words], sight), strict=True))


def _name(t: Language, place: Place, viewport: Viewport) -> Words:
    name = t.place(place.code)
    # No word is cut, however long it is.
    widest = viewport.widest(name.split(" "), bold=place.home)
    lines = viewport.lines(name, max(widest, LONGEST), bold=place.home)
    gap = (HOME if place.home else HOST) / 2 + APART
    return Words([f"<b>{line}</b>" for line in lines] if place.home else lines, place.point, gap, place.ids, False)


def _number(t: Language, bundle: Bundle, viewport: Viewport, frame: str = style.BLUE) -> Words:
    """A line for each statement on the same hosts; a number is said once where the next is the same."""
    width, bold = viewport.width - 4 * PAD, frame == style.BLUE
    numbers = [(row.value, row.qualifier) for row in bundle.rows]
    told = [
        period(t, row) if number == before else together(t, row)
        for row, number, before in zip(bundle.rows, numbers, [None, *numbers], strict=False)
    ]
    said = [line for each in told for line in viewport.lines(each, width, bold=bold)]
    ids = " ".join(dict.fromkeys(each for row in bundle.rows for each in style.ids(row).split()))
    return Words([f"<b>{line}</b>" for line in said] if bold else said, bundle.point, OFF, ids, True, frame)


def label(words: Words, viewport: Viewport) -> Label:
    """The size of the box of some words."""
    bold = words.lines[0].startswith("<b>")
    plain = [line.removeprefix("<b>").removesuffix("</b>") for line in words.lines]
    around = 2 * (PAD + FRAME * words.number)
    width = max(viewport.measure(line, style.SIZE, bold) for line in plain) + around
    height = len(plain) * style.SIZE * LEADING + around
    return Label(words.point, words.gap, width, height, words.number)


def annotation(words: Words, spot: Spot) -> dict[str, Any]:
    """Words in a box; where they are far from their point a line leads to it."""
    x, y = words.point
    note = {"x": round(x), "y": round(y), "text": "<br>".join(words.lines), "name": words.ids, "align": "left"}
    note |= {"xanchor": "center", "yanchor": "middle", "bgcolor": PAPER, "borderpad": PAD}
    if words.number:
        note |= {"bordercolor": words.frame, "borderwidth": FRAME}
    if not spot.tied:
        return note | {"showarrow": False, "xshift": spot.x, "yshift": -spot.y}
    tie = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": style.GREY}
    return note | tie | {"ax": spot.x, "ay": spot.y}
