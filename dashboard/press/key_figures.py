"""A table of a few rows in; each as a key figure, its number as large as all have room, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dashboard.figures import style
from dashboard.figures.style import EDGE, Viewport
from dashboard.figures.table import Table
from dashboard.i18n import Language
from dashboard.press.lines import GUTTER, LEADING, LETTERS, PAD, QUIET, blank, bold, italic, note, rule

# Letters of the numbers, the largest first, and from line to line of them.
SIZES, APART = (48, 42, 36, 31, 27, 23, 20), 1.2
# The narrowest column, columns at most if they can be filled, lines of a name at most, how much farther apart than they
# are high figures may stand, and pixels above the first of them at most.
NARROWEST, MOST, NAMED, SPREAD, TOP = 150, 3, 4, 1.6, 24


def key_figures(tables: dict[str, Table], t: Language, viewport: Viewport) -> dict[str, Any] | None:
    """The largest numbers that have room, in as many columns as are filled evenly: name, number, period."""
    inner, high = viewport.width - 2 * EDGE, viewport.height - 2 * EDGE
    rows = len(tables[t.code].rows)
    across = [n for n in range(rows, 0, -1) if n == 1 or (inner + GUTTER) / n - GUTTER >= NARROWEST]
    for letters in SIZES:
        for n in sorted(across, key=lambda n: (rows % n > 0, n > MOST, -n)):
            width, deep = (inner + GUTTER) / n - GUTTER, -(-rows // n)
            blocks = {code: list(_blocks(table, width, letters, viewport)) for code, table in tables.items()}
            heights = [_block_height(each, letters) for made in blocks.values() for each in made]
            if all(each.held for made in blocks.values() for each in made) and max(heights) * deep <= high:
                step = min(high / deep, max(heights) * SPREAD)
                layout = blank(viewport.height, viewport, rows, rows)
                for index, block in enumerate(blocks[t.code]):
                    x, y = EDGE + index % n * (width + GUTTER), min((high - deep * step) / 2, TOP) + index // n * step
                    _write_block(layout, block, x, EDGE + y, width, letters)
                return {"data": [], "layout": layout}
    return None


class Block(NamedTuple):
    """The lines of a key figure, and whether they have room."""

    said: list[str]
    number: list[str]
    when: list[str]
    ids: str
    held: bool


def _blocks(table: Table, width: float, letters: float, viewport: Viewport) -> Iterator[Block]:
    for section in table.sections:
        for row in section.rows:
            name = " · ".join(filter(None, (section.heading, row.about)))
            said = viewport.lines(name or row.period, width, LETTERS, bold=True)
            when = viewport.lines(row.period if name else "", width, LETTERS)
            when = [*filter(None, when), *italic(viewport.lines(row.remark, width, LETTERS))]
            number = viewport.lines(row.number, width, letters, bold=True)
            # Beside its qualifier, if that is possible at all.
            whole = len(number) == 1 or (letters == SIZES[-1] and " ".join(number) == row.number)
            yield Block(bold(said), bold(number), when, row.ids, whole and len(said) <= NAMED)


def _block_height(block: Block, letters: float) -> float:
    return (len(block.said) + len(block.when)) * LEADING + len(block.number) * letters * APART + 3 * PAD


def _write_block(layout: dict[str, Any], block: Block, x: float, y: float, width: float, letters: float) -> None:
    """A rule, the name, the number in blue, and the period."""
    layout["shapes"] += [rule(layout, x, y, width)]
    note(layout, block.said, x, y + PAD, block.ids)
    below = y + PAD + len(block.said) * LEADING
    figure = {"size": letters, "color": style.BLUE}
    note(layout, block.number, x, below, block.ids, font=figure)
    note(layout, block.when, x, below + len(block.number) * letters * APART, block.ids, opacity=QUIET)
