"""The still map as a figure for pages in; the same marks as HTML out, which shows before Plotly's code has come."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dashboard.figures import style
from dashboard.figures.sights import Sight

if TYPE_CHECKING:
    from collections.abc import Iterator

    import plotly.graph_objects as go

# Pixels of a dash and of the gap after it, by the name that Plotly has for them.
DASHES = {"dot": "2 4", "dash": "7 4"}


def html_map(figure: go.Figure, alt: str, kind: str = "") -> str:
    """The land and the lines as pictures, the words as text with the ids of their numbers; `kind` is a class."""
    drawn = figure.to_plotly_json()
    layout = drawn["layout"]
    (west, east), (south, north) = (layout[axis]["range"] for axis in ("xaxis", "yaxis"))
    middle, scale = ((west + east) / 2, (north + south) / 2), layout["height"] / (south - north)
    sight = Sight(layout["width"], layout["height"], middle, scale)
    words = "".join(_words(note, sight) for note in layout["annotations"])
    named = f"map {kind}".strip()
    return (
        f"<div class='{named}' role='img' aria-label='{escape(alt)}' style='height:{layout['height']}px'>"
        f"{''.join(_land(each, sight) for each in layout['images'])}{_lines(drawn, sight)}{words}</div>"
    )


def _pixel(x: float, y: float, sight: Sight) -> tuple[float, float]:
    across, down = sight.pixel((x, y))
    return round(across, 1), round(down, 1)


def _at(across: float, down: float, sight: Sight) -> str:
    """The picture stands in the middle of the page, however wide that is."""
    return f"left:calc(50% + {across - sight.width / 2:g}px);top:{down:g}px"


def _land(image: dict[str, Any], sight: Sight) -> str:
    """Its address, as large as the window needs it; the page cuts what lies outside."""
    place = _at(*_pixel(image["x"], image["y"], sight), sight)
    size = f"width:{image['sizex'] * sight.scale:.1f}px;height:{image['sizey'] * sight.scale:.1f}px"
    return f"<img alt='' src='{image['source']}' style='{place};{size}'>"


def _lines(drawn: dict[str, Any], sight: Sight) -> str:
    """Lines, points, and what ties a label to its point, as one small picture."""
    marks = "".join(_mark(trace, sight) for trace in drawn["data"])
    ties = "".join(_tie(note, sight) for note in drawn["layout"]["annotations"] if note["showarrow"])
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{sight.width}' height='{sight.height}'>{marks}{ties}</svg>"
    return f'<img alt="" src="data:image/svg+xml,{quote(svg)}" style="{_at(0, 0, sight)}">'


def _mark(trace: dict[str, Any], sight: Sight) -> str:
    points = list(zip(trace["x"], trace["y"], strict=True))
    if trace["mode"] == "markers":
        sized = zip(points, trace["marker"]["size"], strict=True)
        return "".join(_point(*_pixel(*point, sight), size, trace["marker"]) for point, size in sized)
    lines = ("L".join("{},{}".format(*_pixel(*point, sight)) for point in line) for line in _parts(points))
    colour, width = (trace["line"][key] for key in ("color", "width"))
    dots = f" stroke-dasharray='{DASHES[trace['line']['dash']]}'" if "dash" in trace["line"] else ""
    look = f"stroke='{colour}' stroke-width='{width:g}'{dots}"
    return f"<path d='{''.join(f'M{line}' for line in lines)}' fill='{trace.get('fillcolor', 'none')}' {look}/>"


def _parts(points: list[tuple[Any, Any]]) -> Iterator[list[tuple[float, float]]]:
    """The lines between the gaps."""
    yield from (list(line) for gap, line in groupby(points, lambda point: point[0] is None) if not gap)


def _point(across: float, down: float, size: float, marker: dict[str, Any]) -> str:
    edge = f"stroke='{marker['line']['color']}' stroke-width='{marker['line']['width']}'"
    return f"<circle cx='{across}' cy='{down}' r='{size / 2:g}' fill='{marker['color']}' {edge}/>"


def _tie(note: dict[str, Any], sight: Sight) -> str:
    x, y = _pixel(note["x"], note["y"], sight)
    end = f"x2='{x + note['ax']:g}' y2='{y + note['ay']:g}'"
    return f"<line x1='{x}' y1='{y}' {end} stroke='{note['arrowcolor']}' stroke-width='{note['arrowwidth']}'/>"


def _words(note: dict[str, Any], sight: Sight) -> str:
    """A label in the middle of its box; a number has a frame."""
    x, y = _pixel(note["x"], note["y"], sight)
    right, down = (note["ax"], note["ay"]) if note["showarrow"] else (note["xshift"], -note["yshift"])
    kind = " class='number'" if "bordercolor" in note else ""
    place = _at(x + right, y + down, sight)
    if note.get("bordercolor", style.BLUE) != style.BLUE:
        place += f";border-color:{note['bordercolor']}"
    return f"<span{kind} data-trace='{escape(note['name'])}' style='{place}'>{_text(note['text'])}</span>"


def _text(text: str) -> str:
    """Plotly's marks of bold and of new lines are HTML's; all else is text."""
    lines = (escape(line).replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b>") for line in text.split("<br>"))
    return "<br>".join(lines)
