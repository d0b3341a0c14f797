"""A still map as it travels to the browser in; where its points and words lie, and which hide one another, out."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from dashboard.figures import style
from dashboard.figures.map_words import FRAME, LEADING, PAD
from dashboard.press.letters import width
from tests.figures.pictures import Box


def lines(text: str) -> list[str]:
    return re.sub(r"</?b>", "", text).split("<br>")


def pixels(figure: dict[str, Any], room: tuple[float, float]) -> Any:
    """From units to pixels, as Plotly shows a window whole and in the middle of a room."""
    (west, east), (south, north) = (figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis"))
    scale = min(room[0] / (east - west), room[1] / (south - north))
    middle = (west + east) / 2, (south + north) / 2
    return lambda *point: tuple((p - m) * scale + r / 2 for p, m, r in zip(point, middle, room, strict=True))


def box(note: dict[str, Any], pixel: Any) -> Box:
    """What a label covers, measured with the typeface itself."""
    said, bold = lines(note["text"]), note["text"].startswith("<b>")
    around = 2 * (PAD + FRAME * ("bordercolor" in note))
    wide = max(width(line, style.SIZE, bold) for line in said) + around
    high = len(said) * style.SIZE * LEADING + around
    right, down = (note["ax"], note["ay"]) if note["showarrow"] else (note["xshift"], -note["yshift"])
    x, y = (place + moved for place, moved in zip(pixel(note["x"], note["y"]), (right, down), strict=True))
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def dots(figure: dict[str, Any], pixel: Any) -> list[Box]:
    points = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    marks = [each for trace in points for each in zip(trace["x"], trace["y"], trace["marker"]["size"], strict=True)]
    return [Box(*(p - size / 2 for p in pixel(x, y)), *(p + size / 2 for p in pixel(x, y))) for x, y, size in marks]


def hidden(figure: dict[str, Any], room: tuple[float, float]) -> list[str]:
    """Every label that leaves the picture, covers a point or meets another label."""
    pixel = pixels(figure, room)
    boxes = [(note["text"], box(note, pixel)) for note in figure["layout"]["annotations"]]
    outside = [text for text, b in boxes if min(b) < 0 or b.right > room[0] or b.bottom > room[1]]
    covering = [text for text, b in boxes if any(b.meets(dot, 0) for dot in dots(figure, pixel))]
    return outside + covering + [f"{one} | {two}" for (one, a), (two, b) in combinations(boxes, 2) if a.meets(b, 0)]
