"""A figure, a language and the reader's choices in; all that a card shows of them at once out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from dashboard import data
from dashboard.catalog import EVERY_CHART, WORDS, Chart
from dashboard.figures import answering, findings, subtitles, titles
from dashboard.figures.findings import Finding
from dashboard.figures.html_map import html_map
from dashboard.figures.records import records
from dashboard.figures.register_map import NARROW, WIDE, register_map
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.figures.table import Table
from dashboard.i18n import Language
from dashboard.world import world

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.figures.style import Viewport

Figure = Callable[..., Any]
Choices = tuple[tuple[str, Any], ...]
# The maps without WebGL, by the name of their chart, and how large they are on a page: one for every screen, or two,
# of which the style sheet shows the one that fits.
STILL = {"placements_map": placements_map_still, "register_map": register_map}
ROOMS = {"placements_map": {"": PAGE}, "register_map": {"wide": WIDE, "narrow": NARROW}}


@dataclass(frozen=True)
class View:
    """All that is shown of one figure: its words, its rows, and the figure itself, made when asked for.

    `name` is what the figure is called in lists, `title` also whom it counts and when: so it is cited. `finding` is
    what its rows say, as a sentence with {places}; `heading` the same in plain words.
    """

    figure: Figure
    chart: Chart
    t: Language
    choices: Choices
    df: pd.DataFrame
    finding: Finding
    release: str | None = None

    @cached_property
    def mark(self) -> str:
        """That people are invented, which is said before all else: on pages, in pictures and in files."""
        said = WORDS["register"]["synthetic"]
        return f"{self.t(said)}. " if data.release(self.release).get("synthetic") else ""

    @cached_property
    def name(self) -> str:
        return self.mark + self.t(self.chart.title)

    @cached_property
    def heading(self) -> str:
        sentence, words, _ = self.finding
        return self.mark + sentence.format(**words)

    @cached_property
    def subject(self) -> str:
        """Who is counted, when, in which unit, and the key of the marks that the figure has."""
        return subtitles.subject(self.t, self.chart, self.df, self.choices, self.drawn_marks)

    @cached_property
    def title(self) -> str:
        return f"{self.name}: {subtitles.whom(self.t, self.chart, self.df, self.choices)}"

    @cached_property
    def alt(self) -> str:
        return findings.alt(self.t, f"{self.heading}. {self.title}", self.t(self.chart.caveat), self.df)

    @property
    def is_map(self) -> bool:
        return self.chart.code in STILL

    @property
    def is_table(self) -> bool:
        return not self.is_map and isinstance(self.drawn, Table)

    @cached_property
    def drawn(self) -> Any:
        return self.figure(self.df, self.t)

    @property
    def drawn_marks(self) -> Any:
        """The figure, if it is one of marks: neither map nor table."""
        return None if self.is_map or self.is_table else self.drawn

    @cached_property
    def live(self) -> Any:
        """The figure as one whose marks can be chosen."""
        return answering.answering(self.drawn)

    @cached_property
    def belonging(self) -> list[list[int]]:
        """The number of its row, for each point of each trace."""
        return answering.belonging(self.drawn, self.t, self.rows)

    @cached_property
    def rows(self) -> list[Any]:
        return records(self.df)

    @cached_property
    def still(self) -> str:
        """The map as HTML, without WebGL and without Plotly, for a page of any width."""
        draw, rooms = STILL[self.chart.code], ROOMS[self.chart.code].items()
        maps = ((draw(self.df, self.t, world(), room, apart=True), kind) for kind, room in rooms)
        return "".join(html_map(figure, self.alt, kind) for figure, kind in maps)

    def still_in(self, viewport: Viewport, scale: str = "110m") -> Any:
        """The map in one room, for a file that holds its land: 110m for small pictures, 50m for print."""
        return STILL[self.chart.code](self.df, self.t, world(scale), viewport)


def view(figure: Figure, t: Language, choices: Choices, release: str | None = None) -> View:
    """Of today's release, or of another one that is kept. data.NotKept if there is none.

    A pure function of the release and its arguments, the language among them: fifty readers share one.
    """
    return _view(figure, t, choices, data.pinned(figure.__name__) if release is None else release)


@lru_cache(maxsize=512)
def _view(figure: Figure, t: Language, choices: Choices, release: str | None) -> View:
    chart = EVERY_CHART[figure.__name__]
    df = rows(chart.code, t, choices, release)
    return View(figure, chart, t, choices, df, titles.title(t, chart, df, choices), release)


def rows(name: str, t: Language, choices: Choices, release: str | None = None) -> pd.DataFrame:
    """The rows of a chart: only the parameters that its query has are asked for, so that caches are shared."""
    values = dict(choices) | {"lang": t.code}
    asked = {key: value for key, value in values.items() if key in data.parameters(name)}
    return data.query(name, release=release, **asked)
