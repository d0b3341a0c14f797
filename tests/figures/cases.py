"""A chart, a choice and a language in; its rows, and the chart as it travels to the browser, out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard import data, figures
from dashboard.catalog import CHARTS, EVERY_CHART, REGISTER_CHARTS
from dashboard.figures.records import records
from dashboard.figures.style import PAGE, Viewport
from dashboard.figures.table import Table
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import letters
from dashboard.world import world
from tests.figures.pictures import Picture

# The form of each chart; a chart without one fails.
FORMS = {
    "timeline": (
        *("placements_by_year", "volunteers_at_home_by_year", "organisations_at_home_by_year", "register_by_year"),
        *("un_volunteers_worldwide_by_year", "un_volunteers_profile_by_year"),
    ),
    "comparison": (
        *("peers_government_funded", "un_volunteers_by_region", "un_volunteers_growth_by_region"),
        *("un_volunteers_from_kazakhstan", "volunteering_surveys", "placements_selection", "volunteers_at_events"),
        *("volunteers_in_emergencies", "government_contributions", "un_volunteers_by_origin"),
        *("un_volunteers_by_origin_and_kind", "un_volunteers_by_agency", "bilateral_volunteers_worldwide"),
        *("register_by_host", "register_by_agency", "register_by_programme", "register_by_category"),
        *("register_by_sex", "register_by_age_group", "register_by_region"),
    ),
    "ranges": ("placements_by_country", "placements_by_agency"),
    "matrix": ("register_by_host_and_agency",),
    "tiles": ("register_tile_map",),
    "map": ("placements_map", "register_map"),
    "table": (
        *("placements_claims", "placements_background", "programmes_at_home", "qazvolunteer_platform"),
        *("volunteers_by_region", "organisations_by_region", "un_volunteers_makeup", "un_volunteers_by_age_and_sex"),
        *("un_volunteers_from_global_south", "volunteer_awards_and_grants", "emergency_service_volunteers"),
        *("un_volunteers_in_host_countries", "bilateral_volunteers", "volunteering_worldwide", "register_and_claims"),
    ),
}
PRESS = tuple(LANGUAGES)
# What a wide picture leaves for its chart, the same with a chart that is drawn larger, a square, a column of a paper.
VIEWPORTS = {
    "page": PAGE,
    **{
        name: Viewport(*size, measure=letters.width, languages=PRESS)
        for name, size in {"wide": (920, 380), "grown": (541, 224), "square": (512, 330), "column": (261, 500)}.items()
    },
}
YEARS = (None, 2024, 2021, 2025)
HAND, INVENTED = "hand", "synthetic"
# Of these a year without anybody and another count are shown too.
MORE = ("register_by_year", "register_by_sex", "register_by_region", "register_tile_map", "register_map")
# The folders of the releases, filled when the first test asks.
FOLDERS: dict[str, Path] = {}


class Case(NamedTuple):
    """A chart with what a reader chose; of the register by which release."""

    chart: str
    choices: tuple[tuple[str, Any], ...] = ()
    register: str = HAND

    def __str__(self) -> str:
        return "-".join(
            [self.chart, *(str(value) for _, value in self.choices if value), *([self.register] * self.invented)]
        )

    @classmethod
    def first(cls, chart: str) -> Case:
        """As the chart opens."""
        return cases(chart)[0]

    @property
    def invented(self) -> bool:
        return self.register == INVENTED


def _case(chart: str, register: str = HAND, **choices: Any) -> Case:
    asked = data.parameters(chart)
    return Case(chart, tuple((name, value) for name, value in choices.items() if name in asked), register)


def _cases() -> Iterable[Case]:
    """Each chart as it opens, and with a few choices: a year with withheld numbers, one with zeros, another count."""
    for chart in CHARTS:
        yield from (_case(chart, year=year) for year in YEARS)
    for chart in REGISTER_CHARTS:
        yield from (_case(chart), _case(chart, year=2024), _case(chart, INVENTED, year=2024))
        if chart in MORE:
            yield from (_case(chart, year=2021), _case(chart, scope="home", count="volunteer_years"))


CASES = list(dict.fromkeys(_cases()))


def of(*forms: str) -> Any:
    """The charts of some forms, one after the other, for a test."""
    return pytest.mark.parametrize("chart", [chart for form in forms for chart in FORMS[form]])


def cases(chart: str) -> list[Case]:
    return [case for case in CASES if case.chart == chart]


def pictures(chart: str, sizes: Iterable[str] = VIEWPORTS) -> Iterable[tuple[str, Picture, list[Any], Language]]:
    """All cases of a chart in every language and size; which it is, to be said where something is wrong with it."""
    for case in cases(chart):
        for code in LANGUAGES:
            for size in sizes:
                picture = Picture(drawn(case, code, VIEWPORTS[size]), VIEWPORTS[size])
                yield f"{case} {code} {size}", picture, listed(case, code), Language(code)


@cache
def rows(case: Case, code: str = "en") -> pd.DataFrame:
    asked = data.parameters(case.chart)
    values: dict[str, Any] = dict.fromkeys(asked) | dict(case.choices) | ({"lang": code} if "lang" in asked else {})
    with pytest.MonkeyPatch.context() as patch:
        if case.chart in REGISTER_CHARTS:
            patch.setattr(data.register, "FOLDER", FOLDERS[case.register])
        return data.query(case.chart, **values)


def listed(case: Case, code: str = "en") -> list[Any]:
    return records(rows(case, code))


@cache
def _drawn(case: Case, code: str, viewport: Viewport) -> str:
    return plain(draw(case.chart, rows(case, code), code, viewport))


def drawn(case: Case, code: str = "en", viewport: Viewport = PAGE) -> dict[str, Any]:
    """Traces and layout; nobody else has these, so a test may break them."""
    return dict(json.loads(_drawn(case, code, viewport)))


def draw(chart: str, df: pd.DataFrame, code: str = "en", viewport: Viewport = PAGE) -> Any:
    t = Language(code)
    if chart in FORMS["map"]:
        from dashboard.figures.register_map import register_map
        from dashboard.figures.still_map import placements_map_still

        function = {"register_map": register_map, "placements_map": placements_map_still}[chart]
        return function(df, t, world(), viewport)
    return getattr(figures, chart)(df, t, viewport)


def plain(figure: Any) -> str:
    """The figure as text."""
    return json.dumps(figure.to_dict(), cls=PlotlyJSONEncoder)


@cache
def table(case: Case, code: str = "en") -> Table:
    made = draw(case.chart, rows(case, code), code)
    assert isinstance(made, Table)
    return made


def without_form() -> set[str]:
    """Charts without a form, and forms without a chart."""
    return set(EVERY_CHART) ^ {chart for charts in FORMS.values() for chart in charts}
