"""The name of a size in; its pixels, its millimetres on paper and the size of its letters out."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n import Language

DPI = 300
MM = 25.4


@dataclass(frozen=True)
class Size:
    """A picture of exact size.

    `scale` is the pixels of the file for one pixel of layout, in which letters of a chart are 12 high or more;
    `paper` is width and height in millimetres where the picture is for print; `drawing` is the part of the height that
    the chart must have.
    """

    code: str
    width: int
    height: int
    scale: float
    paper: tuple[int, int] | None = None
    drawing: float = 0.6


def printed(code: str, width: int, height: int, scale: float, drawing: float) -> Size:
    """A size in millimetres, drawn at 300 dots an inch."""
    return Size(code, round(width / MM * DPI), round(height / MM * DPI), scale, (width, height), drawing)


# On paper 12 pixels of layout are 7 points or more: 7 / 72 * 300 / 12 = 2.43.
SIZES = {
    size.code: size
    for size in (
        Size("wide", 1200, 675, 1.25),
        Size("card", 1200, 630, 1.25),
        Size("square", 1080, 1080, 2),
        Size("portrait", 1080, 1350, 2),
        Size("story", 1080, 1920, 2.3, drawing=0.5),
        printed("column1", 60, 220, 2.45, 0.5),
        printed("column2", 124, 150, 2.45, 0.5),
        printed("column3", 188, 150, 2.6, 0.5),
        printed("a4", 210, 297, 3.4, 0.6),
    )
}
DEFAULT = "wide"
THEMES = ("light", "dark", "grey")


def measures(t: Language, size: Size) -> str:
    """1200 × 675 pixels, or what it measures on paper."""
    if size.paper:
        return t("{width} × {height} mm", width=size.paper[0], height=size.paper[1])
    return t("{width} × {height} pixels", width=size.width, height=size.height)
