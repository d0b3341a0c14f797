"""A figure in every language in; the paragraphs that must stand beside it in a picture out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import data, markup
from dashboard.catalog import STATUSES
from dashboard.figures import findings
from dashboard.press.charts import VIEWPORT
from dashboard.view import View

# Letters of the title and of the subtitle where a picture is at least so wide.
HEADS = ((700, 22, 13), (400, 18, 12), (0, 16, 12))
# How much larger a title may be that is shorter than in other languages.
GROWN = (1.15, 1.1, 1.05, 1)
# From line to line in parts of letters, and pixels between two paragraphs.
LEADING, BETWEEN = 1.2, 3
# Letters of small print, as no others of a picture are smaller; on paper these are seven points.
SMALLEST = 12
# Letters of the publishers that small print names: fewer where it must leave the drawing more room.
SHORTER = (90, 45, 0)


@dataclass(frozen=True)
class Paragraph:
    """Words of the frame in every language, as high as the longest of them, so that the chart never moves."""

    texts: dict[str, str]
    letters: float
    bold: bool = False

    def lines(self, lang: str, width: float) -> list[str]:
        """In as few lines as can be; those of a title are about as long as one another."""
        size = self.size(lang, width)
        lines = self._wrapped(lang, width, size)
        shares = (part / 20 for part in range(10, 20)) if self.bold and len(lines) > 1 else ()
        even = (self._wrapped(lang, width * share, size) for share in shares)
        return next((each for each in even if len(each) == len(lines)), lines)

    def size(self, lang: str, width: float) -> float:
        """Of the letters: those of a title are as large as the room that its longest language takes."""
        sizes = [self.letters * grown for grown in (GROWN if self.bold else (1,))]
        room = max(len(self._wrapped(each, width, self.letters)) for each in self.texts) * self.letters
        return next(
            size for size in sizes if size <= self.letters or len(self._wrapped(lang, width, size)) * size <= room
        )

    def height(self, width: float, *languages: str) -> float:
        """In these languages, or in all."""
        longest = max(len(self.lines(lang, width)) * self.size(lang, width) for lang in languages or self.texts)
        return longest * LEADING + (BETWEEN if longest else 0)

    def _wrapped(self, lang: str, width: float, size: float) -> list[str]:
        return VIEWPORT.lines(self.texts[lang], width, size, self.bold) if self.texts[lang] else []


def head(views: dict[str, View], width: float) -> list[Paragraph]:
    """What the chart says; what it counts, of whom and when."""
    title, subtitle = next(letters for least, *letters in HEADS if width >= least)
    said = Paragraph({lang: view.heading for lang, view in views.items()}, title, True)
    return [said, Paragraph({lang: view.subject for lang, view in views.items()}, subtitle)]


def feet(views: dict[str, View], address: str) -> Iterator[list[Paragraph]]:
    """Formulas and note, the disclaimer of a map, and all of sources, date, release, licence and address: first as they
    read best, then ever shorter, at last as one paragraph.
    """
    for letters in SHORTER:
        said = {lang: list(_foot(view, address, letters)) for lang, view in views.items()}
        if letters == SHORTER[-1]:
            said = {lang: [" ".join(filter(None, texts))] for lang, texts in said.items()}
        parts = zip(*said.values(), strict=True)
        yield [Paragraph(dict(zip(said, texts, strict=True)), SMALLEST) for texts in parts]


def _foot(view: View, address: str, named: int) -> Iterator[str]:
    yield " ".join((*_derived(view), view.t(view.chart.caveat))).strip()
    yield findings.disclaimer_in_picture(view.t, view.df) if view.is_map else ""
    yield f"{_sources(view, named)} {_imprint(view, address)}".strip()


def _derived(view: View) -> Iterator[str]:
    """What was calculated, and the sign of what was; how a range follows from a total the note after it says."""
    said = findings.explanations(view.t, view.df)
    if said:
        yield f"{STATUSES['E'].symbol} {view.t(STATUSES['E'].title)}."
    yield from (text.format(**values) for text, values, trace in said if not trace.endswith("bounds"))


def _imprint(view: View, address: str) -> str:
    """The address as words around it name it: without https://, and in their language."""
    release, t = data.release(view.release), view.t
    day, short = t.iso_date(release["as_of"]).rstrip("."), address.partition("://")[2] or address
    short = re.sub(r"\blang=\w+", f"lang={t.code}", short)
    return f"{t('Data as of')}: {day}. {t('Data release')}: {release['release']}. CC BY 4.0. {short}"


def _sources(view: View, letters: int) -> str:
    """The publishers, in the order of the rows; of many the first, and how many more there are."""
    rows = markup.source_rows(markup.all_sources(view.df), view.release)
    publishers = list(dict.fromkeys(view.t(row["publisher"]) for row in rows))
    if not publishers:
        return ""
    n = next((n for n in range(1, len(publishers)) if len("; ".join(publishers[: n + 1])) > letters), len(publishers))
    named, more = "; ".join(publishers[:n]), len(publishers[n:])
    if not more:
        return view.t("Source: {publishers}.", publishers=named)
    return view.t.plural(
        "Source: {publishers}; and {n} more, at the address below.",
        "Source: {publishers}; and {n} more, at the address below.",
        more,
        publishers=named,
    )
