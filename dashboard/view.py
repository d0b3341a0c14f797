"""A figure, a language and the reader's choices in; all that a card shows of them at once out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from dashboard import data, markup
from dashboard.catalog import CHARTS, Chart
from dashboard.figures import findings
from dashboard.figures.html_map import html_map
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.i18n import Language
from dashboard.world import world

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.figures.style import Room

Figure = Callable[["pd.DataFrame", Language], Any]
Choices = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class View:
    """All that is shown of one figure: its words, its rows, the figure itself, and HTML to stand around it.

    `heading` says what is counted, `subject` of whom and when, `title` both in one line. `head` stands above the
    figure, `notes` below it, and then `listed`, its sources. It is drawn when asked for.
    """

    figure: Figure
    chart: Chart
    t: Language
    choices: Choices
    df: pd.DataFrame
    heading: str
    subject: str
    alt: str
    head: str
    notes: str
    listed: str
    release: str | None = None

    @property
    def title(self) -> str:
        return f"{self.heading}: {self.subject}"

    @cached_property
    def drawn(self) -> Any:
        return self.figure(self.df, self.t)

    @cached_property
    def still(self) -> str:
        """The map as HTML, without WebGL and without Plotly, for a page of any width."""
        return html_map(placements_map_still(self.df, self.t, world(), PAGE, apart=True), self.alt)

    def still_in(self, room: Room, scale: str = "110m") -> Any:
        """The map in one room, for a file that holds its land: 110m for small pictures, 50m for print."""
        return placements_map_still(self.df, self.t, world(scale), room)


@lru_cache(maxsize=512)
def view(figure: Figure, t: Language, choices: Choices, release: str | None = None) -> View:
    """A pure function of the release and its arguments, the language among them: fifty readers share one.

    Of today's release, or of an earlier one that the archive keeps.
    """
    chart = CHARTS[figure.__name__]
    df = rows(chart.code, t, choices, release)
    heading, subject = t(chart.title), f"{t(chart.subject)} · {_when(t, df, dict(choices))}"
    return View(
        figure=figure,
        chart=chart,
        t=t,
        choices=choices,
        df=df,
        heading=heading,
        subject=subject,
        alt=findings.alt(t, f"{heading}: {subject}", t(chart.caveat), df),
        head=_head(chart, heading, subject),
        notes=(_map_notes(t, df) if chart.code.endswith("_map") else "") + _notes(t, chart, df),
        listed=markup.sources(t, markup.all_sources(df), release),
        release=release,
    )


def _head(chart: Chart, heading: str, subject: str) -> str:
    return f"<h2>{markup.traced(heading, chart.code)}</h2><p class='subject'>{markup.traced(subject, chart.code)}</p>"


def rows(name: str, t: Language, choices: Choices, release: str | None = None) -> pd.DataFrame:
    """The rows of a chart: only the parameters that its query has are asked for, so that caches are shared."""
    values = dict(choices) | {"lang": t.code}
    asked = {key: value for key, value in values.items() if key in data.parameters(name)}
    return data.query(name, release=release, **asked)


def _when(t: Language, df: pd.DataFrame, choices: dict[str, Any]) -> str:
    if choices.get("year"):
        return str(choices["year"])
    years = [day.year for column in ("period_from", "period_to") for day in df[column] if day]
    if not years:
        return t("no dated figure")
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _map_notes(t: Language, df: pd.DataFrame) -> str:
    """Each statement behind the map in words, then the disclaimer and the credit of the borders."""
    items = "".join(f"<li>{markup.sentence(*remark)}</li>" for remark in findings.map_remarks(t, df))
    if not items:
        items = f"<li>{escape(t('No figure was published for this choice.'))}</li>"
    return f"<ul class='remarks'>{items}</ul><p class='small'>{escape(findings.disclaimer(t))}</p>"


def _notes(t: Language, chart: Chart, df: pd.DataFrame) -> str:
    """The formulas used and the caveat."""
    said = "".join(f"<p class='formula'>◇ {markup.sentence(*each)}</p>" for each in findings.explanations(t, df))
    return f"{said}<p class='caveat'>{markup.traced(t(chart.caveat), chart.code)}</p>"
