"""Colours, type and blank layout: the one look of every figure, on screen and in files."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.widths import text_width
from dashboard.i18n import Language

# Flag blue and gold, darkened to 3:1 on white and on the dark page; apart in greyscale and for colour-blind readers.
BLUE = "#0089A8"
GOLD = "#B98700"
GREY = "#7A8C94"
# Of bars that are there to compare with.
SILVER = "rgba(122,140,148,0.6)"
# Blue that white words can stand on.
DEEP = "#006E89"
PALE_BLUE = "rgba(0,137,168,0.45)"
PALE_GOLD = "rgba(185,135,0,0.45)"
FAINT = "rgba(122,140,148,0.28)"
CLEAR = "rgba(0,0,0,0)"
# The ground of what belongs together.
VEIL = "rgba(0,137,168,0.1)"
FONT = "Inter, sans-serif"
SIZE = 13
LINE = 18
# What pointing at a mark shows; the style sheet gives it the colours of the page, which may be dark.
HOVER = {"align": "left", "bgcolor": "#FFFFFF", "bordercolor": GREY, "font": {"family": FONT, "size": SIZE}}
# Pixels around a figure.
EDGE = 4
# Letters that fit on a phone of 390 px at this size.
LETTERS = 44


@dataclass(frozen=True)
class Viewport:
    """Where a figure is seen, in pixels.

    Without a height it is a page: the figure is as high as its rows ask, and a browser may stretch it to any greater
    width. `measure(text, size, bold)` is the width of a text. `languages` are those that must share one geometry, so
    that a chart can be swapped for the same in another language.
    """

    # What a phone of 320 pixels leaves inside a card.
    width: float = 272
    height: float = 0
    measure: Callable[[str, float, bool], float] = text_width
    languages: tuple[str, ...] = ()

    @property
    def page(self) -> bool:
        return not self.height

    def each(self, t: Language) -> list[Language]:
        """The languages whose words must fit: those that share the geometry, else the reader's alone."""
        return [Language(code) for code in self.languages] or [t]

    def lines(self, text: str, width: float, size: float = SIZE, bold: bool = False) -> list[str]:
        """The text in lines that are no wider than that; a word that is longer, as an address, goes on in the next."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, size, bold) <= width:
                lines[-1] = longer
                continue
            while self.measure(word, size, bold) > width and len(word) > 1:
                part = next(
                    n for n in range(len(word) - 1, 0, -1) if n == 1 or self.measure(word[:n], size, bold) <= width
                )
                lines.append(word[:part])
                word = word[part:]
            lines.append(word)
        return lines

    def widest(self, texts: Iterable[str], size: float = SIZE, bold: bool = False) -> float:
        return max((self.measure(text, size, bold) for text in texts), default=0.0)


PAGE = Viewport()


def wrap(text: str, letters: int = LETTERS) -> list[str]:
    """Lines of a label; a number and its unit are held together by no-break spaces."""
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False) or [""]


def rgb(colour: str) -> list[int]:
    """#0089A8 -> [0, 137, 168], as maps want it."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def ids(row: Any) -> str:
    """What a drawn number can be traced to: the claims that state it, and the formula that derives it."""
    formula = [row.formula] if getattr(row, "formula", None) else []
    return " ".join([*row.claims, *formula])


def blank(height: int, **layout: Any) -> dict[str, Any]:
    """Layout without axes, grid or legend: labels stand at the marks."""
    return {
        "height": max(height, 10),
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4, "pad": 0},
        "font": {"family": FONT, "size": SIZE},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": HOVER,
        "dragmode": False,
        "bargap": 0,
        "barmode": "overlay",
        "xaxis": {"visible": False, "fixedrange": True},
        "yaxis": {"visible": False, "fixedrange": True},
        # Without one of its own a figure carries plotly's default template, which is larger than the figure.
        "template": {"layout": {}},
    } | layout


def note(text: str, y: float, name: str = "") -> dict[str, Any]:
    """Words at the left edge, their upper edge at y; `name` holds the ids of the numbers in them."""
    place = {"x": 0, "y": y, "xref": "paper", "yref": "y", "xanchor": "left", "yanchor": "top", "align": "left"}
    return place | {"text": text, "showarrow": False, "name": name}


def figure(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    """Unvalidated: checking each property takes longer than all the rest; the tests check every figure."""
    return go.Figure({"data": traces, "layout": layout}, _validate=False)
