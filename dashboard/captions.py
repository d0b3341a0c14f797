"""A view in; out come words that go with its figure: sentences for a text, lines under a picture, what to cite."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import groupby
from typing import Any

from dashboard import data, exports, markup
from dashboard.catalog import COLUMNS, STATUSES, word
from dashboard.figures import findings, phrases
from dashboard.figures.findings import Finding
from dashboard.figures.records import records
from dashboard.i18n import Language
from dashboard.view import View

# Said elsewhere: the measure before its numbers, the status only of a derived one.
APART = ("measure", "value", "kind", "status")
# “China” alone does not say whether they came from there or went there.
NAMED = ("origin", "host", "hosts", "language")
# The whole country has had one time since March 2024.
KAZAKHSTAN = timezone(timedelta(hours=5))


def sentence(view: View) -> str:
    """All numbers of a figure for a press text, each with qualifier, period and dispute; formulas, sources, release."""
    t = view.t
    said = [_remark(each) for each in findings.map_remarks(t, view.df)] if "mark" in view.df else _numbers(t, view)
    if not said:
        said = [t("No figure was published for this choice.")]
    said += [_remark(each) for each in findings.explanations(t, view.df)]
    title = view.title.replace(" · ", ", ")
    released = f"{t('Volunteers of Kazakhstan')}, {t('Data release').lower()}: {data.release(view.release)['release']}"
    return " ".join([f"{title}.", *said, *(f"{line}." for line in (_sources(view, dated=True), released) if line)])


def caption(view: View) -> str:
    """Title, sources and licence, each on a line of its own."""
    return "\n".join(filter(None, (view.title, _sources(view, dated=False), exports.licence(view.t))))


def cited(view: View, address: str, accessed: date | None = None) -> exports.Cited:
    """The figure as its view shows it, to be cited under this address."""
    release = data.release(view.release)
    chosen = [str(value) for _, value in view.choices if value is not None]
    name = "-".join([view.chart.code, *chosen])
    return exports.Cited(view.t, name, view.title, address, release["release"], release["as_of"], accessed)


def today() -> date:
    """The day on which a reader sees a figure."""
    return datetime.now(KAZAKHSTAN).date()


def _remark(finding: Finding) -> str:
    text, values, _ = finding
    return _begun(text.format(**values).replace(" · ", "; "))


def _begun(text: str) -> str:
    """With the capital of a new sentence."""
    return text[:1].upper() + text[1:]


def _numbers(t: Language, view: View) -> list[str]:
    """A sentence for each measure: its name, then number after number with what each is about."""
    columns = [name for name in phrases.columns(view.df) if name not in APART]
    said = []
    for measure, rows in groupby(records(view.df), key=lambda row: getattr(row, "measure", None)):
        numbers = "; ".join(_number(t, row, columns) for row in rows)
        said.append(f"{word(t, 'measure', measure)}: {numbers}." if measure else f"{_begun(numbers)}.")
    return said


def _number(t: Language, row: Any, columns: list[str]) -> str:
    """over 100,000 (the President; 2020; sources differ): what must go along with a number when it is quoted."""
    about = [_about(t, row, name) for name in columns]
    if row.status == "E":
        about.append(t(STATUSES["E"].title).lower())
    if getattr(row, "dispute", None):
        about.append(t("sources differ"))
    known = "; ".join(filter(None, about))
    return f"{phrases.number(t, row)} ({known})" if known else phrases.number(t, row)


def _about(t: Language, row: Any, column: str) -> str:
    said = phrases.cell(t, row, column)
    return f"{t(COLUMNS[column]).lower()}: {said}" if said and column in NAMED else said


def _sources(view: View, dated: bool) -> str:
    """Publishers in the order of the rows, with the date of what they published where it is known."""
    t = view.t
    listed = markup.source_rows(markup.all_sources(view.df), view.release)
    dates = [t.iso_date(row["published_on"]) if dated and row["published_on"] else "" for row in listed]
    said = dict.fromkeys(
        ", ".join(filter(None, (t(row["publisher"]), day))) for row, day in zip(listed, dates, strict=True)
    )
    return f"{t('Sources') if len(said) > 1 else t('Source')}: {'; '.join(said)}" if said else ""
