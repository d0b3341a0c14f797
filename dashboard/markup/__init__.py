"""Text and ids in, HTML out: every number carries the ids of the claims or the formula that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import quote

from dashboard import data
from dashboard.catalog import SITE, WORDS, word
from dashboard.i18n import Language

# The roles of rows that a title quotes, the one that it speaks of before the others.
QUOTED = ("newest", "home", "largest", "first", "before")


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
    return " ".join(
        (
            t("A full mark is an exact number; a pale one has a qualifier, such as “over” or “about”."),
            t("An arrow points to where the true number lies. A hatched mark is calculated by us."),
            t("Gold marks numbers on which sources differ; every one of them is drawn."),
        )
    )


def day(t: Language, iso: str) -> str:
    """A date in words; the machine-readable one stands in the attribute."""
    return f'<time datetime="{escape(iso)}">{escape(t.iso_date(iso))}</time>' if iso else escape(t("date not shown"))


def source_rows(ids: Iterable[str], release: str | None = None) -> list[dict[str, str]]:
    """Entries of the source list, of today or of an earlier release, in the order asked for."""
    return [_sources(release)[source] for source in ids]


@lru_cache(maxsize=8)
def _sources(release: str | None = None) -> dict[str, dict[str, str]]:
    return {str(row["source"]): row for row in data.query("sources", release=release).to_dict("records")}


def short(t: Language, ids: Iterable[str], release: str | None = None, dated: bool = False) -> str:
    """The publishers, each with a link to its text, and with its day where that is asked for."""
    return ", ".join(_short(t, row, dated) for row in source_rows(ids, release))


def _short(t: Language, row: Mapping[str, str], dated: bool) -> str:
    link = f'<a href="{escape(row["address"])}" rel="noreferrer" data-source="{escape(row["source"])}">'
    when = f" ({day(t, row['published_on'])})" if dated and row["published_on"] else ""
    return f"{link}{publisher(t, row)}</a>{when}"


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


def in_short(t: Language, rows: Iterable[Any], release: str | None = None) -> str:
    """Who said the number of the title, and when; how many sources there are in all."""
    known = [row for row in rows if len(row.sources)]
    n = len({source for row in known for source in row.sources})
    lead = next((row for role in QUOTED for row in known if getattr(row, "role", None) == role), None)
    if n == 1:
        return f"{t('Source')}: {_who(t, lead or known[0], release)}"
    said = t.number(n)
    if lead:
        said = f"{_who(t, lead, release)} · {t.plural('{n} source in all', '{n} sources in all', n)}"
    return f"{t('Sources')}: {said}" if n else ""


def _who(t: Language, row: Any, release: str | None) -> str:
    """The office, or else the publisher, and the day; of the register whose it is."""
    first = source_rows(row.sources, release)[0]
    said, published = getattr(row, "said_by", None), getattr(row, "published_on", None) or first["published_on"]
    who = word(t, "said_by", said) if said else t(getattr(row, "publisher", None) or first["publisher"])
    return ", ".join(filter(None, (who, t.iso_date(published) if published else "")))


def all_sources(df: Any) -> list[str]:
    """Every source of the rows drawn, each once, in the order of the rows."""
    return list(dict.fromkeys(source for row in df["sources"] for source in row))
