"""The still map as a figure for pages in; the same marks as HTML out, which shows before Plotly's code has come."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    import plotly.graph_objects as go


class Sheet(NamedTuple):
    """What part of the map a page shows in its middle, and how many pixels a unit takes. Wider pages show more."""

    middle: float
    north: float
    scale: float
    width: float
    height: float

    def across(self, x: float) -> float:
        """Pixels from the middle of the page to the right."""
        return round((x - self.middle) * self.scale, 1)

    def down(self, y: float) -> float:
        """Pixels from the upper edge."""
        return round((y - self.north) * self.scale, 1)


def html_map(figure: go.Figure, alt: str) -> str:
    """The land and the lines as pictures, the words as text with the ids of their numbers."""
    drawn = figure.to_plotly_json()
    layout = drawn["layout"]
    (west, east), (south, north) = (layout[axis]["range"] for axis in ("xaxis", "yaxis"))
    scale = layout["height"] / (south - north)
    sheet = Sheet((west + east) / 2, north, scale, (east - west) * scale, layout["height"])
    words = "".join(_words(note, sheet) for note in layout["annotations"])
    return (
        f"<div class='map' role='img' aria-label='{escape(alt)}' style='height:{sheet.height}px'>"
        f"{''.join(_land(each, sheet) for each in layout['images'])}{_lines(drawn, sheet)}{words}</div>"
    )


def _at(left: float, top: float) -> str:
    return f"left:calc(50% + {left:g}px);top:{top:g}px"


def _land(image: dict[str, Any], sheet: Sheet) -> str:
    """Its address, as large as the window needs it; the page cuts what lies outside."""
    place = _at(sheet.across(image["x"]), sheet.down(image["y"]))
    size = f"width:{image['sizex'] * sheet.scale:.1f}px;height:{image['sizey'] * sheet.scale:.1f}px"
    return f"<img alt='' src='{image['source']}' style='{place};{size}'>"


def _lines(drawn: dict[str, Any], sheet: Sheet) -> str:
    """Lines, points, and what ties a label to its point, as one small picture."""
    marks = "".join(_mark(trace, sheet) for trace in drawn["data"])
    ties = "".join(_tie(note, sheet) for note in drawn["layout"]["annotations"] if note["showarrow"])
    left = -sheet.width / 2
    size = f"width='{sheet.width:.1f}' height='{sheet.height}' viewBox='{left:.1f} 0 {sheet.width:.1f} {sheet.height}'"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{marks}{ties}</svg>"
    return f'<img alt="" src="data:image/svg+xml,{quote(svg)}" style="{_at(round(left, 1), 0)}">'


def _mark(trace: dict[str, Any], sheet: Sheet) -> str:
    points = list(zip(trace["x"], trace["y"], strict=True))
    if trace["mode"] == "markers":
        sized = zip(points, trace["marker"]["size"], strict=True)
        return "".join(_point(*point, size, trace["marker"], sheet) for point, size in sized)
    steps = "".join("M" + "L".join(f"{sheet.across(x)},{sheet.down(y)}" for x, y in line) for line in _parts(points))
    colour, width = (trace["line"][key] for key in ("color", "width"))
    return f"<path d='{steps}' fill='none' stroke='{colour}' stroke-width='{width}'/>"


def _parts(points: list[tuple[Any, Any]]) -> Iterator[list[tuple[float, float]]]:
    """The lines between the gaps."""
    yield from (list(line) for gap, line in groupby(points, lambda point: point[0] is None) if not gap)


def _point(x: float, y: float, size: float, marker: dict[str, Any], sheet: Sheet) -> str:
    edge = f"stroke='{marker['line']['color']}' stroke-width='{marker['line']['width']}'"
    return f"<circle cx='{sheet.across(x)}' cy='{sheet.down(y)}' r='{size / 2:g}' fill='{marker['color']}' {edge}/>"


def _tie(note: dict[str, Any], sheet: Sheet) -> str:
    x, y = sheet.across(note["x"]), sheet.down(note["y"])
    end = f"x2='{x + note['ax']:g}' y2='{y + note['ay']:g}'"
    return f"<line x1='{x}' y1='{y}' {end} stroke='{note['arrowcolor']}' stroke-width='{note['arrowwidth']}'/>"


def _words(note: dict[str, Any], sheet: Sheet) -> str:
    """A label in the middle of its box; a number has a frame."""
    right, down = (note["ax"], note["ay"]) if note["showarrow"] else (note["xshift"], -note["yshift"])
    place = _at(sheet.across(note["x"]) + right, sheet.down(note["y"]) + down)
    kind = " class='number'" if "bordercolor" in note else ""
    return f"<span{kind} data-trace='{escape(note['name'])}' style='{place}'>{_text(note['text'])}</span>"


def _text(text: str) -> str:
    """Plotly's marks of bold and of new lines are HTML's; all else is text."""
    lines = (escape(line).replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b>") for line in text.split("<br>"))
    return "<br>".join(lines)
