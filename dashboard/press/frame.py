"""A view and a size in; one Plotly figure out that holds the chart and all that must stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dashboard.figures import style
from dashboard.press import charts, paint
from dashboard.press.paragraphs import LEADING, Paragraph, feet, head
from dashboard.press.sizes import Size
from dashboard.view import View

# Pixels of layout: the edge of a picture, of one narrower than that, the band on top, what keeps words and chart apart.
EDGE, NARROW_EDGE, NARROW, BAND, GAP = 16, 12, 700, 5, 5
# The part of a picture's height that a map has at least.
MAP = 0.5


@dataclass(frozen=True)
class Sheet:
    """A picture in pixels of layout: the words above and below its chart, and the edges of the room for that."""

    inner: float
    height: float
    edge: float
    above: list[Paragraph]
    below: list[Paragraph]

    @property
    def top(self) -> float:
        return self.edge + BAND + sum(each.height(self.inner) for each in self.above) + GAP

    @property
    def bottom(self) -> float:
        return self.height - self.edge - sum(each.height(self.inner) for each in self.below) - GAP

    @property
    def share(self) -> float:
        """Of the height, that is left for the chart."""
        return (self.bottom - self.top) / self.height


def framed(shown: View, size: Size, theme: str, transparent: bool, address: str) -> dict[str, Any]:
    """The picture in pixels of the file: title, subtitle, chart, note, source, date, release, licence, address."""
    sheet, borders = laid_out(shown, size, address), "50m" if size.paper else "110m"
    room = replace(charts.VIEWPORT, width=sheet.inner, height=sheet.bottom - sheet.top)
    chart = charts.drawn(shown, room, borders)
    layout, (ink, ground) = chart["layout"], paint.INKS[theme]
    # The margins that the chart has of its own stay inside.
    sides = {"l": sheet.edge, "r": sheet.edge, "t": sheet.top, "b": sheet.height - sheet.top - layout["height"]}
    layout["margin"] = {side: pixels + layout["margin"][side] for side, pixels in sides.items()} | {"pad": 0}
    layout |= {"width": sheet.inner + 2 * sheet.edge, "height": sheet.height}
    layout |= {"paper_bgcolor": style.CLEAR if transparent else ground, "font": layout["font"] | {"color": ink}}
    layout["shapes"] = [*layout.get("shapes", []), *_bands(layout)]
    # Words on a map stand on paper, which is as dark as the picture.
    for note in layout.get("annotations", []):
        note |= {"bgcolor": ground} if "bgcolor" in note else {}
    layout["annotations"] = [*layout.get("annotations", []), *_words(layout["margin"], sheet, shown.t.code)]
    chart = paint.enlarged(chart, size.scale)
    chart["layout"] |= {"width": size.width, "height": size.height}
    return paint.grey(chart) if theme == "grey" else chart


def laid_out(shown: View, size: Size, address: str) -> Sheet:
    """With words as large as leaves the chart its share of the picture."""
    views, width, height = charts.in_each_language(shown), size.width / size.scale, size.height / size.scale
    edge = EDGE if width >= NARROW else NARROW_EDGE
    inner = width - 2 * edge
    below = feet(views, address)
    sheets = [Sheet(inner, height, edge, head(views, inner), words) for words in below]
    return next((sheet for sheet in sheets if sheet.share >= part(shown, size)), sheets[-1])


def part(shown: View, size: Size) -> float:
    """Of the height, that the chart must have; what the United Nations asks to stand beside a map needs room."""
    return min(size.drawing, MAP) if shown.is_map else size.drawing


def _bands(layout: dict[str, Any]) -> list[dict[str, Any]]:
    """Blue and gold along the upper edge of the picture, whose places Plotly wants as shares of the plot area."""
    margin = layout["margin"]
    look = {"type": "rect", "xref": "paper", "yref": "paper", "layer": "above", "line": {"width": 0}}
    across, down = (layout[side] - margin[a] - margin[b] for side, a, b in (("width", "l", "r"), ("height", "t", "b")))
    x = [(layout["width"] * share - margin["l"]) / across for share in (0, 0.8, 1)]
    look |= {"y0": 1 + margin["t"] / down, "y1": 1 + (margin["t"] - BAND) / down}
    parts = zip(x, x[1:], (style.BLUE, style.GOLD), strict=False)
    return [look | {"x0": start, "x1": end, "fillcolor": colour} for start, end, colour in parts]


def _words(margin: dict[str, float], sheet: Sheet, lang: str) -> Iterator[dict[str, Any]]:
    """Paragraphs under one another, above the chart and below it; each line is so many pixels off the plot area."""
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top", "borderpad": 0}
    for paragraphs, top in ((sheet.above, sheet.edge + BAND), (sheet.below, sheet.bottom + GAP)):
        for each in paragraphs:
            # Plotly would set the lines of one annotation wider apart.
            size = each.size(lang, sheet.inner)
            for n, line in enumerate(each.lines(lang, sheet.inner)):
                down = margin["t"] - top - n * size * LEADING
                look = {"showarrow": False, "xshift": sheet.edge - margin["l"], "yshift": down}
                yield place | look | {"text": f"<b>{line}</b>" if each.bold else line, "font": {"size": size}}
            # What is higher in another language leaves its room between the words and the chart.
            top += each.height(sheet.inner, lang)
