"""A view in; the HTML that stands around its figure out, on cards as on pages without scripts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard import markup
from dashboard.figures import findings
from dashboard.figures.findings import Finding

if TYPE_CHECKING:
    from dashboard.view import View


def heading(shown: View) -> str:
    """What the figure says, with what its numbers trace to."""
    return markup.traced(shown.heading, shown.finding[2])


def subject(shown: View) -> str:
    """Whom it counts, when, in which unit, and the key of its marks."""
    return f"<p class='subject'>{markup.traced(shown.subject, shown.chart.code)}</p>"


def notes(shown: View) -> str:
    """What stands behind a map, and what to be careful about."""
    said = shown.t(shown.chart.caveat)
    caveat = f"<p class='caveat'>{markup.traced(said, shown.chart.code)}</p>" if said else ""
    return (_map_notes(shown) if shown.is_map else "") + caveat


def _map_notes(shown: View) -> str:
    """Each statement behind the map in words, then the disclaimer and the credit of the borders."""
    t, empty = shown.t, shown.t("No figure was published for this choice.")
    nothing: Finding = ("{empty}", {"empty": empty}, shown.chart.code)
    told = findings.map_remarks(t, shown.df) or [nothing]
    items = "".join(f"<li>{markup.sentence(*remark)}</li>" for remark in told)
    return f"<ul class='remarks'>{items}</ul><p class='small'>{escape(findings.disclaimer(t))}</p>"


def reasons(shown: View) -> str:
    """How numbers were calculated."""
    said = findings.explanations(shown.t, shown.df)
    return "".join(f"<p class='formula'>◇ {markup.sentence(*each)}</p>" for each in said)


def source(shown: View) -> str:
    """The sources in short."""
    said = markup.in_short(shown.t, shown.rows, shown.release)
    return markup.traced(said, shown.chart.code) if said else ""


def sources(shown: View) -> str:
    """All of them."""
    return markup.sources(shown.t, markup.all_sources(shown.df), shown.release)
