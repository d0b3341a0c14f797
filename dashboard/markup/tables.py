"""Rows in, HTML tables out: the numbers of a chart row by row, or what nothing may draw to scale, under headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import markup
from dashboard.catalog import COLUMNS
from dashboard.figures import phrases, style
from dashboard.figures.records import records
from dashboard.figures.table import Cells, Section, Table
from dashboard.i18n import Language

NUMBER = ' class="number"'


@dataclass(frozen=True)
class Place:
    """Where a table stands: language, name of its chart, release, and where the statement of a row is shown, if
    elsewhere, by the key of the row.
    """

    t: Language
    name: str
    release: str | None = None
    to: Callable[[str], str] | None = None


def keys(rows: Iterable[Any]) -> list[str]:
    """What an address calls each row: the statement behind it; of rows that share one the later ones count on.

    A row without a statement, as one that says that nothing was published, has no name.
    """
    met: Counter[str] = Counter()
    named = []
    for row in rows:
        claim = row.claims[0] if len(row.claims) else ""
        met[claim] += 1
        named.append(claim if met[claim] == 1 or not claim else f"{claim}.{met[claim]}")
    return named


def flat(at: Place, title: str, df: Any) -> str:
    """The numbers of a figure, a row each; its first words lead to its statement."""
    columns, rows = phrases.columns(df), records(df)
    lines = "".join(_line(at, row, key, columns) for row, key in zip(rows, keys(rows), strict=True))
    head = [at.t(COLUMNS[name]) for name in (*columns, "sources")]
    return _table(title, head, f"<tbody>{lines}</tbody>")


def _line(at: Place, row: Any, key: str, columns: list[str]) -> str:
    said, trace = [phrases.cell(at.t, row, column) for column in columns], style.ids(row)
    first = next((place for place, words in enumerate(said) if words), None)
    cells = [markup.traced(words, trace) for words in said]
    if first is not None:
        cells[first] = _led(at, key, cells[first])
    head, *others = cells
    links = markup.short(at.t, getattr(row, "sources", []), at.release)
    return _row(at, key, f'<th scope="row">{head}</th>' + "".join(f"<td>{each}</td>" for each in (*others, links)))


def grouped(at: Place, title: str, drawn: Table) -> str:
    """Statements under their headings; where one stands alone, beside it."""
    named = iter(keys(cells.row for cells in drawn.rows))
    head = [at.t("What it is about"), *(at.t(COLUMNS[name]) for name in ("value", "period", "said_by"))]
    body = ""
    for section in drawn.sections:
        heading = _heading(section, len(head)) if section.headed else ""
        rows = (_statement(at, section, cells, next(named)) for cells in section.rows)
        body += f"<tbody>{heading}{''.join(rows)}</tbody>"
    return _table(title, head, body, 1)


def _heading(section: Section, columns: int) -> str:
    trace = " ".join(sorted({cells.ids for cells in section.rows}))
    return f'<tr><th scope="rowgroup" colspan="{columns}">{markup.traced(section.heading, trace)}</th></tr>'


def _statement(at: Place, section: Section, cells: Cells, key: str) -> str:
    """The header of the row is what tells it from others; a remark stands below."""
    first = markup.traced(" · ".join(filter(None, section.named(cells))), cells.ids)
    remark = f"<br><em>{markup.traced(cells.remark, cells.ids)}</em>" if cells.remark else ""
    number = f"<td{NUMBER}><strong>{markup.traced(cells.number, cells.ids)}</strong></td>"
    when = markup.traced(cells.period, cells.ids)
    said = f'<th scope="row">{_led(at, key, first)}{remark}</th>{number}<td>{when}</td>'
    return _row(at, key, f"{said}<td>{_who(at, cells)}</td>")


def _who(at: Place, cells: Cells) -> str:
    """The office of whoever said it, and where it can be read."""
    said = phrases.cell(at.t, cells.row, "said_by") if getattr(cells.row, "said_by", None) else ""
    read = markup.short(at.t, cells.row.sources, at.release, dated=True)
    return f"{markup.traced(said, cells.ids)}: {read}" if said else read


def _led(at: Place, key: str, words: str) -> str:
    if not key or not at.to:
        return words
    return f'<a href="{escape(at.to(key))}" data-statement="{escape(key)}">{words}</a>'


def _row(at: Place, key: str, cells: str) -> str:
    named = f' id="{escape(f"{at.name}-{key}")}"' if key else ""
    return f"<tr{named}>{cells}</tr>"


def _table(title: str, head: list[str], body: str, number: int | None = None) -> str:
    """`number` is the place of the numbers in a grouped table; they stand at the right of their column."""
    said = "".join(
        f'<th scope="col"{NUMBER if place == number else ""}>{escape(name)}</th>' for place, name in enumerate(head)
    )
    kind = "scroll" if number is None else "scroll grouped"
    return (
        f'<div class="{kind}" tabindex="0" role="region" aria-label="{escape(title)}"><table>'
        f"<caption>{escape(title)}</caption><thead><tr>{said}</tr></thead>{body}</table></div>"
    )
