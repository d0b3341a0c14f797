"""A figure in every language in; the paragraphs that must stand beside it in a picture out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard import data, markup
from dashboard.catalog import STATUSES
from dashboard.figures import findings
from dashboard.i18n import Language
from dashboard.press import charts
from dashboard.view import View

# Letters: of the title, of the subtitle, and the smallest of all.
TITLE, SUBTITLE, SMALL = 19, 13, 12
LEADING = 1.3
# Pixels between two paragraphs.
BETWEEN = 4
# A picture narrower than this has less room at its edges and a smaller title.
NARROW = 400
# Publishers that are named in a picture.
NAMED = 4


@dataclass(frozen=True)
class Block:
    """A paragraph of the frame in every language. It is as high as the longest of them, so the chart never moves."""

    texts: dict[str, str]
    size: float = SMALL
    bold: bool = False

    def lines(self, lang: str, width: float) -> list[str]:
        text = self.texts[lang]
        return charts.ROOM.lines(text, width, self.size, self.bold) if text else []

    def height(self, width: float) -> float:
        longest = max(len(self.lines(lang, width)) for lang in self.texts)
        return longest * self.size * LEADING + (BETWEEN if longest else 0)


def head(views: dict[str, View], width: float) -> list[Block]:
    """What is counted; of whom and when."""
    title = TITLE if width >= NARROW else TITLE - 3
    return [
        _block(views, lambda view: view.heading, title, bold=True),
        _block(views, lambda view: view.subject, SUBTITLE),
    ]


def foot(views: dict[str, View], address: str) -> list[Block]:
    """Formulas, note, disclaimer of a map, sources, and licence, date, release and address."""
    return [
        _block(views, _derived),
        _block(views, lambda view: view.t(view.chart.caveat)),
        _block(views, lambda view: findings.disclaimer_in_picture(view.t, view.df) if charts.is_map(view) else ""),
        _block(views, _sources),
        _block(views, _imprint),
        _block(views, lambda view: _short(address, view.t)),
    ]


def left_out(views: dict[str, View], chart: dict[str, Any]) -> Block | None:
    """How many rows the picture had no room for; None if it holds all."""
    meta = chart["layout"].get("meta") or {}
    shown, rows = meta.get("shown", 0), meta.get("rows", 0)
    if shown == rows:
        return None
    return _block(
        views,
        lambda view: view.t(
            "Shown here: {shown} of {rows} lines; all of them stand at the address below.",
            shown=view.t.number(shown),
            rows=view.t.number(rows),
        ),
        bold=True,
    )


def _block(views: dict[str, View], text: Callable[[View], str], size: float = SMALL, bold: bool = False) -> Block:
    return Block({lang: text(view) for lang, view in views.items()}, size, bold)


def _derived(view: View) -> str:
    """What was calculated, and the sign of what was; how a range follows from a total the note after it says."""
    said = findings.explanations(view.t, view.df)
    if not said:
        return ""
    plain = (text.format(**values) for text, values, trace in said if not trace.endswith("bounds"))
    return " ".join((f"{STATUSES['E'].symbol} {view.t(STATUSES['E'].title)}.", *plain))


def _sources(view: View) -> str:
    """The publishers, in the order of the rows; of many the first, and how many more there are."""
    rows = markup.source_rows(markup.all_sources(view.df), view.release)
    publishers = list(dict.fromkeys(view.t(row["publisher"]) for row in rows))
    if not publishers:
        return ""
    named, more = "; ".join(publishers[:NAMED]), len(publishers) - NAMED
    if more > 1:
        return view.t.plural(
            "Source: {publishers}; and {n} more, at the address below.",
            "Source: {publishers}; and {n} more, at the address below.",
            more,
            publishers=named,
        )
    return view.t("Source: {publishers}.", publishers="; ".join(publishers))


def _imprint(view: View) -> str:
    release = data.release(view.release)
    return view.t(
        "Data as of {date}, release {release}. Licence: CC BY 4.0; the numbers belong to their publishers.",
        date=view.t.iso_date(release["as_of"]),
        release=release["release"],
    )


def _short(address: str, t: Language) -> str:
    """The address of the figure as words around it name it: without https://, and in their language."""
    plain = address.partition("://")[2] or address
    return re.sub(r"\blang=\w+", f"lang={t.code}", plain)
