"""Groups of rows and a viewport in; where each row, its name, its mark and its number stand out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dashboard.figures import style
from dashboard.figures.columns import APART, BAR, HEAD, PAD, Columns
from dashboard.figures.groups import Rows

# A column is not narrower than this, and keeps so many pixels from the next.
COLUMN, GUTTER = 290, 24
# Pixels between rows at most, and where there is little room.
WIDEST, TIGHT = 36, 3


@dataclass(frozen=True)
class Place:
    """A row in its column: pixels from the top to the middle of its mark, and to the heading above it if it has one."""

    row: Any
    column: int
    middle: float
    names: list[str]
    heading: list[str]
    head: float
    ids: str


class RowLayout(Rows):
    """Rows on one page or in one picture: every row is there, in the fewest columns that hold them."""

    @cached_property
    def columns(self) -> int:
        """One on a page; in a picture as many as it takes, as far as there is width; each with a heading if any has."""
        inner, headed = self.viewport.width - 2 * style.EDGE, len(self.groups) > 1
        most = 1 if self.viewport.page else max(int((inner + GUTTER) // (COLUMN + GUTTER)), 1)
        most = min(most, len(self.groups)) if headed else most
        if self.across and headed and not self.viewport.page and not self._columned(len(self.groups)).above:
            return len(self.groups)
        return next((n for n in range(1, most) if self._columned(n, TIGHT).needed <= self.space), most)

    @cached_property
    def columned(self) -> Columns:
        """Where there is room rows stand wider apart, where there is little closer together."""
        placed = self._columned(self.columns)
        if self.viewport.page:
            return placed
        even = replace(placed.evenly, pad=TIGHT)
        placed = even if even.needed <= self.space else placed
        pad = placed.pad + (self.space - placed.needed) / placed.most
        return replace(placed, pad=min(max(pad, 0), WIDEST))

    def _columned(self, n: int, pad: float = PAD) -> Columns:
        inner = self.viewport.width - 2 * style.EDGE
        placed = Columns(self, n, (inner - GUTTER * (n - 1)) / n, pad)
        # Names that stand once leave their room in the other columns to the marks.
        return replace(placed, width=placed.width + placed.beside * (n - 1) / n) if placed.crossed else placed

    @property
    def space(self) -> float:
        return self.viewport.height - 2 * style.EDGE

    @cached_property
    def shrunk(self) -> float:
        """Less than 1 where even the words of the rows are higher than the picture."""
        return 1.0 if self.viewport.page else min(self.space / max(self.columned.needed, 1), 1)

    @property
    def bar(self) -> float:
        """Pixels of a bar: thicker where rows stand apart, thinner where they touch."""
        return BAR if self.columned.above else BAR * min(max(0.7 + self.columned.pad / 30, 0.75), 1.5)

    @cached_property
    def height(self) -> float:
        return self.viewport.height or 2 * style.EDGE + self.columned.needed

    @cached_property
    def places(self) -> list[Place]:
        """Rows from the top of each column, as far apart as there is room for."""
        return [
            Place(
                row,
                column,
                style.EDGE + (y + head + mark) * self.shrunk,
                self.viewport.lines(self.name(self.t, row), self.columned.names),
                self.columned.heading(self.t, group) if head else [],
                style.EDGE + (y + HEAD / 2) * self.shrunk,
                group.ids,
            )
            for group, row, column, y, head, mark, _ in self.columned.stacked
        ]

    def layout(self) -> dict[str, Any]:
        """Names and headings in their places; axes of the marks are the caller's: `domain` says where they lie."""
        placed = self.columned
        margin = {"l": style.EDGE + placed.left, "r": style.EDGE + placed.right, "t": 0, "b": 0, "pad": 0}
        layout = style.blank(int(self.height), margin=margin, shapes=[], annotations=[])
        if not self.viewport.page:
            layout |= {"width": self.viewport.width, "height": self.viewport.height}
        layout["yaxis"] |= {"range": [layout["height"], 0], "domain": [0, 1]}
        # Words that do not fit ask for a smaller scale.
        layout["meta"] = {"tight": self.shrunk < 0.99}
        named = {place.middle: place for place in reversed(self.places)} if placed.crossed else {}
        for place in self.places:
            layout["annotations"] += self._written(place, named.get(place.middle, place) is place)
        return layout

    def domain(self, column: int) -> list[float]:
        """Where marks of a column lie, as shares of what the margins leave."""
        placed = self.columned
        whole = self.viewport.width - 2 * style.EDGE - placed.left - placed.right
        start = column * (placed.step + GUTTER) / whole
        return [start, min(start + placed.marks / whole, 1)] if self.columns > 1 else [0, 1]

    def _written(self, place: Place, named: bool) -> list[dict[str, Any]]:
        """The name before its mark or above it, a heading at the left edge of the column."""
        at, crossed = self.domain(place.column)[0], self.columned.crossed
        # A name of rows side by side is of all of them.
        ids = "" if crossed else style.ids(place.row)
        name = style.note("<br>".join(place.names), place.middle, ids) | {"x": 0 if crossed else at, "borderpad": 0}
        if self.columned.above:
            mark = max(BAR, len(self.columned.aside(self.t, place.row)) * style.LINE)
            name |= {"yanchor": "bottom", "yshift": mark / 2 + 2}
        else:
            name |= {"xanchor": "right", "align": "right", "yanchor": "middle", "xshift": -APART}
        text = "<br>".join(f"<b>{line}</b>" for line in place.heading)
        head = style.note(text, place.head, place.ids) | {"x": at, "borderpad": 0}
        head["xshift"] = 0 if crossed else -self.columned.left
        return [*([name] if named else []), *([head] if text else [])]
