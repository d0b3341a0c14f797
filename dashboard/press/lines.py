"""Lines of words and their place in; a blank picture, rules and words as Plotly's plain data out."""

from __future__ import annotations

from typing import Any

from dashboard.figures import style
from dashboard.figures.style import Viewport

# Pixels: letters, from line to line, around a row, from column to column.
LETTERS, LEADING, PAD, GUTTER = 13, 17, 6, 32
# Of what is less important.
QUIET = 0.78


def blank(height: float, viewport: Viewport, shown: int, rows: int, tight: bool = False) -> dict[str, Any]:
    layout = style.blank(int(height), width=viewport.width, annotations=[], shapes=[])
    layout |= {
        "meta": {"shown": shown, "rows": rows, "tight": tight},
        "margin": dict.fromkeys(("l", "r", "t", "b"), 0),
    }
    layout["yaxis"] |= {"range": [layout["height"], 0]}
    return layout


def bold(lines: list[str]) -> list[str]:
    return [f"<b>{line}</b>" for line in lines if line]


def italic(lines: list[str]) -> list[str]:
    return [f"<i>{line}</i>" for line in lines if line]


def rule(layout: dict[str, Any], x: float, y: float, width: float) -> dict[str, Any]:
    ends = {f"x{end}": (x + end * width) / layout["width"] for end in (0, 1)}
    rule = {"type": "line", "xref": "paper", "line": {"width": 1, "color": style.FAINT}}
    return rule | ends | dict.fromkeys(("y0", "y1"), y)


def note(layout: dict[str, Any], lines: list[str], x: float, y: float, ids: str, **look: Any) -> None:
    place = {"x": x / layout["width"], "borderpad": 0, "font": {"size": LETTERS}}
    layout["annotations"] += [style.note("<br>".join(lines), y, ids) | place | look] if any(lines) else []
