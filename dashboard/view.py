"""A figure, a language and the reader's choices in; all that a card shows of them at once out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from dashboard import data, markup
from dashboard.catalog import EVERY_CHART, WORDS, Chart
from dashboard.figures import findings
from dashboard.figures.html_map import html_map
from dashboard.figures.register_map import NARROW, WIDE, register_map
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.i18n import Language
from dashboard.world import world

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.figures.style import Room

Figure = Callable[..., Any]
Choices = tuple[tuple[str, Any], ...]
# The maps without WebGL, by the name of their chart, and how large they are on a page: one for every screen, or two,
# of which the style sheet shows the one that fits.
STILL = {"placements_map": placements_map_still, "register_map": register_map}
ROOMS = {"placements_map": {"": PAGE}, "register_map": {"wide": WIDE, "narrow": NARROW}}


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

    @property
    def is_map(self) -> bool:
        return self.chart.code in STILL

    @cached_property
    def drawn(self) -> Any:
        return self.figure(self.df, self.t)

    @cached_property
    def still(self) -> str:
        """The map as HTML, without WebGL and without Plotly, for a page of any width."""
        draw, rooms = STILL[self.chart.code], ROOMS[self.chart.code].items()
        maps = ((draw(self.df, self.t, world(), room, apart=True), kind) for kind, room in rooms)
        return "".join(html_map(figure, self.alt, kind) for figure, kind in maps)

    def still_in(self, room: Room, scale: str = "110m") -> Any:
        """The map in one room, for a file that holds its land: 110m for small pictures, 50m for print."""
        return STILL[self.chart.code](self.df, self.t, world(scale), room)


def view(figure: Figure, t: Language, choices: Choices, release: str | None = None) -> View:
    """Of today's release, or of another one that is kept. data.NotKept if there is none.

    A pure function of the release and its arguments, the language among them: fifty readers share one.
    """
    return _view(figure, t, choices, data.pinned(figure.__name__) if release is None else release)


@lru_cache(maxsize=512)
def _view(figure: Figure, t: Language, choices: Choices, release: str | None) -> View:
    chart = EVERY_CHART[figure.__name__]
    df = rows(chart.code, t, choices, release)
    heading, subject = _marked(t, chart, release), f"{t(chart.subject)} · {_when(t, df, dict(choices))}"
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
        notes=(_map_notes(t, df) if chart.code in STILL else "") + _notes(t, chart, df),
        listed=markup.sources(t, markup.all_sources(df), release),
        release=release,
    )


def _marked(t: Language, chart: Chart, release: str | None) -> str:
    """What is counted; that people are invented is said before all else, on pages, in pictures and in files."""
    if data.release(release).get("synthetic"):
        said = WORDS["register"]["synthetic"]
        return f"{t(said)}. {t(chart.title)}"
    return t(chart.title)


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
