"""Text and ids in, HTML out: every number carries the ids of the claims or the formula that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from dashboard import data
from dashboard.catalog import COLUMNS, SITE, WORDS
from dashboard.figures import phrases, style
from dashboard.figures.records import records
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd


def traced(text: str, ids: str) -> str:
    """A text with numbers, and the ids of claims or formulas behind them."""
    return f'<span data-trace="{escape(ids)}">{escape(text)}</span>'


def sentence(text: str, values: Mapping[str, str], ids: str) -> str:
    """A translated sentence whose {places} are filled with traced numbers."""
    return escape(text, quote=False).format(**{name: traced(value, ids) for name, value in values.items()})


def letter(t: Language, page: str) -> str:
    """A letter about an error that already says which page and which release it is about."""
    subject = quote(t("Error in the figures on Kazakhstan's volunteers"))
    body = quote(f"{t('Page')}: {page}\n{t('Data release')}: {data.release()['release']}\n\n")
    return f"mailto:{SITE['contact']}?subject={subject}&body={body}"


def marks(t: Language) -> str:
    """How to read the marks of a chart."""
    full = t(
        "A full bar is an exact number; a pale bar has a qualifier, such as “over” or “about”; "
        "a hatched bar is derived."
    )
    return f"{full} {t('Gold marks numbers on which sources differ; on the timeline they are framed in gold.')}"


def day(t: Language, iso: str) -> str:
    """A date in words; the machine-readable one stands in the attribute."""
    return f'<time datetime="{escape(iso)}">{escape(t.iso_date(iso))}</time>' if iso else escape(t("date not shown"))


def table(t: Language, title: str, df: pd.DataFrame, release: str | None = None) -> str:
    """The numbers of a figure as a table with caption and scopes."""
    columns = phrases.columns(df)
    head = "".join(f'<th scope="col">{escape(t(COLUMNS[name]))}</th>' for name in [*columns, "sources"])
    rows = "".join(_row(t, row, columns, release) for row in records(df))
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table>'
        f"<caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(t: Language, row: object, columns: list[str], release: str | None) -> str:
    trace = style.ids(row)
    first, *rest = (traced(phrases.cell(t, row, name), trace) for name in columns)
    cells = "".join(f"<td>{cell}</td>" for cell in rest)
    links = ", ".join(_short_source(t, source, release) for source in getattr(row, "sources", []))
    return f'<tr><th scope="row">{first}</th>{cells}<td>{links}</td></tr>'


def source_rows(ids: Iterable[str], release: str | None = None) -> list[dict[str, str]]:
    """Entries of the source list, of today or of an earlier release, in the order asked for."""
    return [_sources(release)[source] for source in ids]


@lru_cache(maxsize=8)
def _sources(release: str | None = None) -> dict[str, dict[str, str]]:
    return {str(row["source"]): row for row in data.query("sources", release=release).to_dict("records")}


def _short_source(t: Language, source: str, release: str | None) -> str:
    row = _sources(release)[source]
    link = f'<a href="{escape(row["address"])}" rel="noreferrer" data-source="{escape(source)}">'
    return f"{link}{publisher(t, row)}</a>"


def publisher(t: Language, row: Mapping[str, str]) -> str:
    """A publisher's name, which a browser's translator must leave alone."""
    return f'<span translate="no">{escape(t(row["publisher"]))}</span>'


def title(t: Language, row: Mapping[str, str]) -> str:
    """A title in the language of its source; a description of an untitled page in the reader's."""
    if row["title_kind"] == "description":
        return f"<cite>[{escape(t(row['title']))}]</cite>"
    return f'<cite lang="{escape(row["language"])}" translate="no">{escape(row["title"])}</cite>'


def sources(t: Language, ids: Iterable[str], release: str | None = None) -> str:
    """Title, publisher, date, language and how much was read, each with a link."""
    items = "".join(_source(t, row) for row in source_rows(ids, release))
    return f'<ul class="sources">{items}</ul>' if items else ""


def _source(t: Language, row: Mapping[str, str]) -> str:
    link = f'<a href="{escape(row["address"])}" rel="noreferrer">{title(t, row)}</a>'
    # The register is no text that somebody read.
    read = (WORDS["languages"][row["language"]], WORDS["reads"][row["read"]]) if row["read"] else ()
    how = f" ({'; '.join(escape(t(word)) for word in read)})" if read else ""
    return (
        f"<li data-source='{escape(row['source'])}'>{link}. "
        f"<span data-trace='{escape(row['source'])}'>{publisher(t, row)}</span>, {day(t, row['published_on'] or '')}"
        f"{how}</li>"
    )


def all_sources(df: pd.DataFrame) -> list[str]:
    """Every source of the rows drawn, each once, in the order of the rows."""
    return list(dict.fromkeys(source for row in df["sources"] for source in row))
