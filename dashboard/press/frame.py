"""A view and a size in; one Plotly figure out that holds the chart and all that must stand beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dashboard.figures import style
from dashboard.press import charts, paint
from dashboard.press.paragraphs import NARROW, Block, foot, head, left_out
from dashboard.press.sizes import Size
from dashboard.view import View

# Pixels of layout: the edge of the picture, the band on top of it, and what keeps words and chart apart.
EDGE, BAND, GAP = 20, 5, 12
# The edge and what keeps words and chart apart where the chart has not enough room otherwise.
CRAMPED = (10, 4)


@dataclass(frozen=True)
class Sheet:
    """A chart and the words above and below it, in pixels of layout: `top` and `bottom` are the edges of the chart."""

    chart: dict[str, Any]
    above: list[Block]
    below: list[Block]
    edge: float
    gap: float
    top: float
    bottom: float


def framed(shown: View, size: Size, theme: str, transparent: bool, address: str) -> dict[str, Any]:
    """The picture in pixels of the file: title, subtitle, chart, note, source, licence, date, release, address."""
    width, height = size.width / size.scale, size.height / size.scale
    roomy = (EDGE if width >= NARROW else EDGE * 0.7, GAP)
    sheet = _laid_out(shown, size, address, *roomy)
    if sheet.chart["layout"].get("meta", {}).get("tight"):
        sheet = _laid_out(shown, size, address, *CRAMPED)
    chart, lang, inner = sheet.chart, shown.t.code, width - 2 * sheet.edge
    _surround(chart, width, height, (sheet.edge, sheet.top, sheet.bottom), theme, transparent)
    words = _stacked(sheet.above, lang, inner, sheet.edge + BAND)
    words += _stacked(sheet.below, lang, inner, sheet.bottom + sheet.gap)
    _write(chart["layout"], words, sheet.edge)
    paint.enlarge(chart, size.scale)
    _in_pixels_of(size, chart["layout"])
    return paint.grey(chart) if theme == "grey" else chart


def _laid_out(shown: View, size: Size, address: str, edge: float, gap: float) -> Sheet:
    """The words at the upper and the lower edge of the picture, the chart in what they leave."""
    inner, height = size.width / size.scale - 2 * edge, size.height / size.scale
    views, borders = charts.in_each_language(shown), "50m" if size.paper else "110m"
    above, below = head(views, inner), foot(views, address)
    top = edge + BAND + sum(block.height(inner) for block in above) + gap
    bottom = height - edge - sum(block.height(inner) for block in below) - gap
    chart = charts.fitted(shown, replace(charts.ROOM, width=inner, height=bottom - top), borders)
    if said := left_out(views, chart):
        # That something is left out must be said, which leaves the chart a little less room.
        below = [said, *below]
        bottom -= said.height(inner)
        chart = charts.fitted(shown, replace(charts.ROOM, width=inner, height=bottom - top), borders)
        below[0] = left_out(views, chart) or said
    return Sheet(chart, above, below, edge, gap, top, bottom)


def _surround(
    chart: dict[str, Any],
    width: float,
    height: float,
    places: tuple[float, float, float],
    theme: str,
    transparent: bool,
) -> None:
    """Put the chart between the words: the margins that it has of its own stay inside."""
    edge, top, bottom = places
    ink, paper = paint.INKS[theme]
    layout, own = chart["layout"], chart["layout"]["margin"]
    layout["margin"] = {
        "l": edge + own["l"],
        "r": edge + own["r"],
        "t": top + own["t"],
        "b": height - bottom + own["b"],
        "pad": 0,
    }
    layout |= {"width": width, "height": height, "paper_bgcolor": style.CLEAR if transparent else paper}
    layout["font"] = layout["font"] | {"color": ink}
    layout.setdefault("shapes", []).extend(_bands(layout, width))


def _bands(layout: dict[str, Any], width: float) -> list[dict[str, Any]]:
    """Blue and gold along the upper edge of the picture."""
    y = [_across(layout, 0), _across(layout, BAND)]
    split, left, right = width * 0.8, _along(layout, 0), _along(layout, width)
    middle = _along(layout, split)
    return [
        {
            "type": "rect",
            "xref": "paper",
            "yref": "paper",
            "x0": start,
            "x1": end,
            "y0": y[0],
            "y1": y[1],
            "fillcolor": colour,
            "line": {"width": 0},
            "layer": "above",
        }
        for start, end, colour in ((left, middle, style.BLUE), (middle, right, style.GOLD))
    ]


def _along(layout: dict[str, Any], x: float) -> float:
    """Pixels from the left edge of the picture as a share of the plot area, as Plotly wants them."""
    margin = layout["margin"]
    return float((x - margin["l"]) / (layout["width"] - margin["l"] - margin["r"]))


def _across(layout: dict[str, Any], y: float) -> float:
    """Pixels from the upper edge of the picture as a share of the plot area, counted from below."""
    margin = layout["margin"]
    return float(1 - (y - margin["t"]) / (layout["height"] - margin["t"] - margin["b"]))


def _stacked(blocks: list[Block], lang: str, width: float, y: float) -> list[tuple[float, Block, str]]:
    """Blocks under one another: (upper edge, block, text with its line ends)."""
    words = []
    for block in blocks:
        if lines := block.lines(lang, width):
            words.append((y, block, "<br>".join(f"<b>{line}</b>" if block.bold else line for line in lines)))
        y += block.height(width)
    return words


def _write(layout: dict[str, Any], words: list[tuple[float, Block, str]], left: float) -> None:
    layout.setdefault("annotations", []).extend(
        {
            "text": text,
            "x": _along(layout, left),
            "y": _across(layout, y),
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": block.size},
        }
        for y, block, text in words
    )


def _in_pixels_of(size: Size, layout: dict[str, Any]) -> None:
    layout |= {"width": size.width, "height": size.height}
    layout["margin"] = {side: pixels * size.scale for side, pixels in layout["margin"].items()}
