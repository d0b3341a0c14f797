"""Rows by home region in; one equal tile a region out, roughly where it lies: the darker, the larger its number."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import STATUSES, word
from dashboard.figures import marks, style
from dashboard.figures.matrix import CENTRED, FIELD, fields
from dashboard.figures.phrases import number
from dashboard.figures.style import LINE, Viewport
from dashboard.i18n import Language

# The twenty regions since 2022 by the end of their code in ISO 3166-2:KZ, from north to south and from west to east.
# Own work, set by hand after where the regions lie: towns stand beside or below the region around them.
NORTH_TO_SOUTH = """
     .  39  59  55   .   .
    27  15  11  71  10  63
    23  62  35   .  33   .
    47  43  61  31  19   .
     .   .  79   .  75   .
"""
GRID = [line.split() for line in NORTH_TO_SOUTH.split("\n") if line.strip()]
TILES = {f"KZ-{end}": (x, y) for y, line in enumerate(GRID) for x, end in enumerate(line) if end != "."}
DOWN, ACROSS = len(GRID), len(GRID[0])
# Pixels: letters, a line of them, a tile that holds two lines of a name above its number, and one that has more room.
LETTERS, LEADING, LEAST, ROOMY = 12, 15, 52, 72
NAME_LINES = 2


def tile_map(rows: list[Any], t: Language, viewport: Viewport) -> go.Figure:
    """A tile has the name of its region, as far as it finds room, and its number; one without a row is empty.

    What is of no known region is listed below. Rows: region, value, qualifier, kind, status, the period, claims.
    """
    placed, others = [[row for row in rows if (row.region in TILES) == known] for known in (True, False)]
    inner = viewport.width - 2 * style.EDGE
    below = max(len(_listed(each, others, viewport, inner)) for each in viewport.each(t)) * LINE
    room = (viewport.height - below - 2 * style.EDGE) / DOWN
    high = LEAST if viewport.page else max(min(room, max(inner / ACROSS, ROOMY)), LEAST)
    height = viewport.height or 2 * style.EDGE + high * DOWN + below
    margin = {"l": style.EDGE, "r": style.EDGE, "t": style.EDGE, "b": height - style.EDGE - high * DOWN, "pad": 0}
    layout = style.blank(int(height), margin=margin, annotations=[])
    layout |= {"height": height} if viewport.page else {"height": height, "width": viewport.width}
    layout["xaxis"] |= {"range": [0, ACROSS]}
    layout["yaxis"] |= {"range": [DOWN * high, 0]}
    if not rows:
        return style.figure([], layout)
    wide = inner / ACROSS * FIELD - 4
    layout["annotations"] += [_name(lines, *TILES[code], high) for code, lines in names(t, viewport, wide).items()]
    fit = viewport.widest((_said(t, row) for row in placed), LETTERS, bold=True) <= wide
    layout["annotations"] += [_number(t, row, high) for row in placed if fit or row.status == "Q"]
    for n, (text, ids) in enumerate(_listed(t, others, viewport, inner)):
        layout["annotations"].append(_line(text, ids, high * DOWN + n * LINE))
    return style.figure([_empty(placed, high), *_filled(t, placed, high)], layout)


def names(t: Language, viewport: Viewport, wide: float) -> dict[str, list[str]]:
    """Lines of the name on each tile, without what most names have in common; a word too long has its first letters."""
    parts = {code: re.findall(r"[^ -]+-?", t.place(code)) for code in TILES}
    shared = {part for part, n in Counter(part for name in parts.values() for part in name).items() if n > DOWN}
    return {code: _lines([part for part in name if part not in shared], viewport, wide) for code, name in parts.items()}


def _lines(parts: list[str], viewport: Viewport, wide: float) -> list[str]:
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{part}" if lines else part
        if lines and viewport.measure(longer, LETTERS, False) <= wide:
            lines[-1] = longer
        else:
            lines.append(part)
    return [_cut(line, viewport, wide) for line in lines[:NAME_LINES]]


def _cut(text: str, viewport: Viewport, wide: float) -> str:
    if viewport.measure(text, LETTERS, False) <= wide:
        return text
    cuts = (f"{text[:n]}." for n in range(len(text) - 1, 0, -1))
    return next((cut for cut in cuts if viewport.measure(cut, LETTERS, False) <= wide), text[:1])


def _middle(x: int) -> float:
    return (x + FIELD / 2) / ACROSS


def _name(lines: list[str], x: int, y: int, high: float) -> dict[str, Any]:
    """Above its number, both about the middle of the tile."""
    place = {"x": _middle(x), "font": {"size": LETTERS}}
    return style.note("<br>".join(lines), (y + 0.5) * high - LEADING / 2) | CENTRED | place


def _number(t: Language, row: Any, high: float) -> dict[str, Any]:
    x, y = TILES[row.region]
    down = (y + 0.5) * high + LEADING
    return (
        style.note(f"<b>{_said(t, row)}</b>", down, style.ids(row))
        | CENTRED
        | {
            "x": _middle(x),
            "font": {"size": LETTERS},
        }
    )


def _said(t: Language, row: Any) -> str:
    return STATUSES["Q"].symbol if row.status == "Q" else number(t, row)


def _listed(t: Language, rows: list[Any], viewport: Viewport, wide: float) -> list[tuple[str, str]]:
    """Lines of what is of no region on the map, each with its ids."""
    said = ((f"{word(t, 'region', row.region)}: {number(t, row)}", style.ids(row)) for row in rows)
    return [(line, ids) for text, ids in said for line in viewport.lines(text, wide)]


def _line(text: str, ids: str, down: float) -> dict[str, Any]:
    return style.note(text, down, ids) | {"borderpad": 0, "yshift": -2}


def _filled(t: Language, rows: list[Any], high: float) -> list[dict[str, Any]]:
    places = [(x, (y + 0.5) * high) for x, y in (TILES[row.region] for row in rows)]
    return [fields(rows, places, high) | marks.told(t, rows)] if rows else []


def _empty(rows: list[Any], high: float) -> dict[str, Any]:
    """The edge of every region that has no row."""
    free = [place for code, place in TILES.items() if code not in {row.region for row in rows}]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [x for x, _ in free],
        "x": [FIELD] * len(free),
        "y": [(y + 0.5) * high for _, y in free],
        "width": high * FIELD,
        "marker": {"color": style.CLEAR, "line": {"width": 1, "color": style.FAINT}},
        **marks.untold([""] * len(free)),
    }
