"""A panel in; the numbers that stand on it out, each beside its mark and none on another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from dashboard.catalog import STATUSES
from dashboard.figures import style
from dashboard.figures.panels import Panel
from dashboard.figures.phrases import label, number
from dashboard.figures.sights import Box, Label, Sight, Spot
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Pixels: letters, how far a number stays from its mark, and how large a mark is.
LETTERS, OFF, MARK = 12, 10, 12
LEADING = 1.25
# Pixels of a line that says what a number is of, and of the word between two that contradict each other, for which a
# picture must be wider than this.
ABOUT, OR, NARROW = 110, 30, 400
# A number that must stand there may be so much farther away.
FARTHER = (0, 8, 16, 26, 38, 52, 68)
# How far a number may be pushed along its mark, in parts of its width: one that need not stand there less far.
PUSHED = (0, 1 / 4, -1 / 4, 1 / 2, -1 / 2)
# Which numbers a picture shows first; those after the last of these only where there is room.
RANKS = {"newest": 0, "home": 0, "before": 1, "largest": 1, "first": 2}
LAST = 3
# Periods over more than this are wide.
LONG = timedelta(days=60)


def value_labels(panel: Panel, t: Language, viewport: Viewport, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """On a page the newest, the first, the largest and every side of a dispute; in a file all others too that find room
    and say another number.

    `columns` say below the number what it is of. What finds no room is in the table and in what pointing at its mark
    says.
    """
    sight = _sight(panel, panel.known)
    words: list[dict[str, Any]] = []
    said: set[str] = set()
    for sides in sorted(panel.sides, key=lambda sides: _rank(panel, sides[0])):
        must = _rank(panel, sides[0]) < LAST
        numbers = {number(t, row) for row in sides}
        if must or not (viewport.page or numbers <= said):
            box = _label(panel, sides, t, viewport, columns)
            wide = _period(sides[0])[0] < _period(sides[0])[1] - LONG or panel.full
            # Below a line lies the light ground of its number.
            below = wide and not panel.full and len(sides) == 1 and sides[0].kind == "flow"
            if spot := _spot(box, sight, must, wide, below):
                sight.put(box, spot)
                said |= numbers
                words.append(_note(panel, sides, _said(t, sides, viewport, columns), spot))
    return words


def withheld(panel: Panel) -> list[dict[str, Any]]:
    """The sign of each number that is not shown, so that nobody takes it for none."""
    hidden = [row for row in panel.rows if row.status == "Q"]
    place = {"xref": panel.names["xaxis"], "yref": panel.names["yaxis"], "xanchor": "center", "yanchor": "bottom"}
    look = {"borderpad": 0, "font": {"size": LETTERS}}
    sign = STATUSES["Q"].symbol
    return [style.note(sign, 0, style.ids(row)) | place | look | {"x": day(row).isoformat()} for row in hidden]


def gap_words(panel: Panel, t: Language, viewport: Viewport) -> list[dict[str, Any]]:
    """What a grey band means, over one that has room for it."""
    said, found = t("no number published"), []
    for row in panel.rows:
        if row.status == "O" and panel.x(row.period_to) - panel.x(row.period_from) > viewport.measure(
            said, LETTERS, False
        ):
            place = {"x": day(row).isoformat(), "xref": panel.names["xaxis"], "yref": panel.names["yaxis"]}
            look = {"xanchor": "center", "yanchor": "bottom", "borderpad": 0, "font": {"size": LETTERS}}
            found.append(style.note(said, 0, style.ids(row)) | place | look)
    return found


def _rank(panel: Panel, row: Any) -> int:
    """The sides of a dispute stand on a picture as the newest number does; the largest of a panel always does."""
    if getattr(row, "dispute", None):
        return 0
    largest = row.value == panel.most and not any(_role(other) for other in panel.known if other.value == panel.most)
    # A zero has a number or nothing.
    return RANKS.get(_role(row) or ("largest" if largest else "first" if row.value == 0 else ""), LAST)


def _role(row: Any) -> str:
    return getattr(row, "role", None) or ""


def _sight(panel: Panel, rows: list[Any]) -> Sight:
    """What stands on the panel already: marks, and columns where they are full."""
    high = panel.top + panel.height
    sight = Sight(panel.edge, high, (panel.edge / 2, high / 2), 1)
    sight.draw([(_point(panel, row), MARK) for row in rows], [])
    sight.dots += [_body(panel, row) for row in rows] + _ranges(panel)
    sight.dots.append(Box(0, 0, panel.width, panel.top - 4))
    return sight


def _spot(label: Label, sight: Sight, must: bool, wide: bool, below: bool) -> Spot | None:
    """Above its mark, or below, else beside it, beside one of a wide period never: a browser may make that wider.

    Farther away where it must stand there.
    """
    for farther in FARTHER if must else FARTHER[:1]:
        up, across = label.height / 2 + label.gap + farther, label.width / 2 + label.gap + farther
        pushed = [label.width * part for part in (PUSHED if must else PUSHED[:3])]
        sides = [(x, y) for y in ((up, -up) if below else (-up, up)) for x in pushed] + (
            [] if wide else [(across, 0), (-across, 0)]
        )
        x, y = (np.rint([side[way] for side in sides]) for way in (0, 1))
        free = np.flatnonzero(sight.free(label, x, y))
        if len(free):
            return Spot(int(x[free[0]]), int(y[free[0]]), farther, 0)
    return _spot(label, sight, False, False, below) if must and wide else None


def _point(panel: Panel, row: Any) -> tuple[float, float]:
    return panel.x(day(row)), panel.y(row.value)


def day(row: Any) -> date:
    """The day at which a number stands: in the middle of its period, a cumulative one at its end."""
    first, last = _period(row)
    return last if row.kind == "cumulative" else first + (last - first) / 2


def _body(panel: Panel, row: Any) -> Box:
    """What a full column covers, or the line over the period of a number."""
    first, last = _period(row)
    bottom = panel.y(0) if panel.full else panel.y(row.value) + 1
    return Box(panel.x(first), panel.y(row.value), panel.x(last), bottom)


def _ranges(panel: Panel) -> list[Box]:
    """What sources that differ span."""
    spans = ((panel.x(day(sides[0])), sides) for sides in panel.sides if len(sides) > 1)
    return [Box(x - 4, panel.y(sides[0].value), x + 4, panel.y(sides[-1].value)) for x, sides in spans]


def _period(row: Any) -> tuple[date, date]:
    return row.period_from or row.period_to, row.period_to or row.period_from


def _said(t: Language, sides: list[Any], viewport: Viewport, columns: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The number in lines, and in lines what it is of."""
    numbers = list(dict.fromkeys(number(t, row) for row in reversed(sides)))
    wide = viewport.widest(numbers, LETTERS, bold=True) + (OR if viewport.width > NARROW else 0)
    about = label(t, sides[0], columns, dated=False, differ=False)
    return viewport.lines(t.either(numbers), wide, LETTERS, bold=True), _lines(about, viewport)


def _lines(about: str, viewport: Viewport) -> list[str]:
    return viewport.lines(about, ABOUT, LETTERS) if about else []


def _label(panel: Panel, sides: list[Any], t: Language, viewport: Viewport, columns: tuple[str, ...]) -> Label:
    row = sides[0]
    said = [
        [*numbers, *about] for numbers, about in (_said(each, sides, viewport, columns) for each in viewport.each(t))
    ]
    across = viewport.widest((line for lines in said for line in lines), LETTERS, bold=True)
    gap = OFF + (6 if row.qualifier in ("over", "at_least") else 0)
    return Label(_point(panel, row), gap, across + 2, max(map(len, said)) * LETTERS * LEADING)


def _note(panel: Panel, sides: list[Any], said: tuple[list[str], list[str]], spot: Spot) -> dict[str, Any]:
    row, (numbers, about) = sides[0], said
    bold = "<b>{}</b>" if _rank(panel, row) < LAST else "{}"
    text = "<br>".join([*(bold.format(line) for line in numbers), *about])
    place = {"x": day(row).isoformat(), "xref": panel.names["xaxis"], "yref": panel.names["yaxis"]}
    look = {"xanchor": "center", "yanchor": "middle", "borderpad": 0, "font": {"size": LETTERS}}
    if spot.tied:
        tie = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": style.GREY, "standoff": MARK / 2}
        look |= tie | {"ax": spot.x, "ay": spot.y}
    else:
        look |= {"xshift": spot.x, "yshift": -spot.y}
    ids = " ".join(style.ids(each) for each in sides)
    return style.note(text, row.value, ids) | place | look
