"""A view in; out come words that go with its figure: sentences for a text, lines under a picture, what to cite."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from dashboard import data, exports, markup
from dashboard.figures import findings, titles
from dashboard.figures.findings import Finding, ended
from dashboard.figures.records import records
from dashboard.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

# The whole country has had one time since March 2024.
KAZAKHSTAN = timezone(timedelta(hours=5))
# What is calculated on every line of a table, of which a text has none.
ON_EACH_LINE = "share"


def sentence(view: View) -> str:
    """For a text: what the picture says in sentences, how it was calculated, who published it, and the release."""
    t = view.t
    told = titles.sentences(t, view.chart, view.df, view.choices)
    ids = {each for _, _, trace in told for each in trace.split()}
    reasons = [each for each in findings.explanations(t, view.df) if _belongs(each, ids)]
    released = f"{t('Volunteers of Kazakhstan')}, {t('Data release').lower()}: {data.release(view.release)['release']}"
    said = [_plain(each) for each in (*told, *reasons)]
    sources = _sources(view, _quoted(view, ids), dated=True)
    return view.mark + " ".join([*said, *(ended(line) for line in (sources, released) if line)])


def first_sentence(view: View) -> str:
    """The one that says most, for a link."""
    return view.mark + _plain(titles.sentences(view.t, view.chart, view.df, view.choices)[0])


def caption(view: View) -> str:
    """What the picture says, what it is of, sources and licence, each on a line of its own."""
    sources = _sources(view, markup.all_sources(view.df), dated=False)
    return "\n".join(filter(None, (ended(view.heading), view.title, sources, exports.licence(view.t))))


def cited(view: View, address: str, accessed: date | None = None) -> exports.Cited:
    """The figure as its view shows it, to be cited under this address."""
    release = data.release(view.release)
    chosen = [str(value) for _, value in view.choices if value is not None]
    name = "-".join([view.chart.code, *chosen])
    return exports.Cited(view.t, name, view.title, address, release["release"], release["as_of"], accessed)


def today() -> date:
    """The day on which a reader sees a figure."""
    return datetime.now(KAZAKHSTAN).date()


def _plain(finding: Finding) -> str:
    text, values, _ = finding
    said = ended(text.format(**values).replace(" · ", "; "))
    return said[:1].upper() + said[1:]


def _belongs(reason: Finding, ids: set[str]) -> bool:
    """Whether a formula is about what the sentences quote."""
    *claims, formula = reason[2].split()
    return bool(ids.intersection(claims)) and formula != ON_EACH_LINE


def _quoted(view: View, ids: set[str]) -> list[str]:
    """Sources of what is quoted; of all rows where the sentences speak of all."""
    named = [source for row in records(view.df) if ids.intersection(row.claims) for source in row.sources]
    return list(dict.fromkeys(named)) or markup.all_sources(view.df)


def _sources(view: View, sources: Iterable[str], dated: bool) -> str:
    """Their publishers, with the date of what they published where it is known."""
    t = view.t
    listed = markup.source_rows(sources, view.release)
    dates = [t.iso_date(row["published_on"]) if dated and row["published_on"] else "" for row in listed]
    said = dict.fromkeys(
        ", ".join(filter(None, (t(row["publisher"]), day))) for row, day in zip(listed, dates, strict=True)
    )
    return f"{t('Sources') if len(said) > 1 else t('Source')}: {'; '.join(said)}" if said else ""
