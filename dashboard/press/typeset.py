"""A table in every language and a viewport in; the table as it is printed out, as Plotly's plain data."""

from __future__ import annotations

from typing import Any

from dashboard.figures.style import BLUE, EDGE, Viewport
from dashboard.figures.table import Table
from dashboard.i18n import Language
from dashboard.press import table_rows
from dashboard.press.key_figures import key_figures
from dashboard.press.lines import GUTTER, LEADING, LETTERS, PAD, QUIET, blank, bold, note, rule
from dashboard.press.table_rows import Place

# Numbers, as in key figures.
FIGURES = {"size": LETTERS, "color": BLUE}
# Pixels of the narrowest column, and columns at most.
COLUMN, MOST = 280, 3
# So few rows are key figures, if each says what it counts; very few ask for that room.
FEW, VERY_FEW = 9, 3


def typeset(tables: dict[str, Table], t: Language, viewport: Viewport) -> dict[str, Any]:
    """A few rows as key figures, if all fit in every language; else rows under headings."""
    rows, headed = len(tables[t.code].rows), all(section.heading for section in tables[t.code].sections)
    if 0 < rows <= FEW and headed and viewport.height and (made := key_figures(tables, t, viewport)):
        return made
    listed = _listed(tables, t, viewport)
    listed["layout"]["meta"]["tight"] |= rows <= VERY_FEW
    return listed


def _listed(tables: dict[str, Table], t: Language, viewport: Viewport) -> dict[str, Any]:
    """As many rows as find room in every language; if not all do, a last line says how many. `meta` tells the same."""
    inner = viewport.width - 2 * EDGE
    high = viewport.height - 2 * EDGE if viewport.height else float("inf")
    most = max(1, min(int((inner + GUTTER) // (COLUMN + GUTTER)), MOST))
    tried = [table_rows.in_columns(tables, n, inner, viewport) for n in range(1, most + 1)]
    columns = max(tried, key=lambda each: (table_rows.held(each, high) - table_rows.torn(each), -each.n))
    n, width, rows = columns
    mine, said = rows[t.code], ""
    limit = high = high if viewport.height else table_rows.height(mine)
    if (shown := table_rows.held(columns, limit)) < len(mine):
        limit -= LEADING * (2 if n == 1 else 1) + PAD
        shown = table_rows.held(columns, limit)
        said = t(
            "Shown here: {shown} of {rows} lines; all of them stand at the address below.", shown=shown, rows=len(mine)
        )
    layout = blank(high + 2 * EDGE, viewport, shown, len(mine), tight=n > 2 or table_rows.torn(columns) > 0)
    content, when = table_rows.content(tables[t.code], width, viewport), table_rows.period(mine, viewport)
    for place in table_rows.even(mine[:shown], n, limit):
        _write(layout, place, EDGE + place.column * (width + GUTTER), content, when)
    note(layout, bold(viewport.lines(said, inner, LETTERS, bold=True)), EDGE, EDGE + high, "", yanchor="bottom")
    return {"data": [], "layout": layout}


def _write(layout: dict[str, Any], place: Place, x: float, width: float, when: float) -> None:
    """Heading, words, number before the period, and a rule above a row that has one before."""
    row, y = place.row, EDGE + place.y
    note(layout, row.head if place.headed else [], x, y, row.ids)
    below = y + (row.above if place.headed else 0)
    note(layout, row.said, x, below, row.ids)
    note(layout, row.number, x + width - when - 2 * PAD, below, row.ids, xanchor="right", align="right", font=FIGURES)
    note(layout, row.when, x + width - when, below, row.ids, opacity=QUIET)
    layout["shapes"] += [rule(layout, x, below - PAD / 2, width)] if place.y or place.headed else []
