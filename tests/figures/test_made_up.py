"""What nobody published yet is drawn by the same rules: ties, disputes of three, many years and hosts, nothing."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import figures
from dashboard.catalog import EVERY_CHART
from dashboard.figures.records import records
from dashboard.figures.table import Table
from dashboard.i18n import LANGUAGES, Language
from tests.figures import expected, test_comparison, test_labels, test_looks, test_scale, test_timeline, test_words
from tests.figures.cases import FORMS, VIEWPORTS, Case, cases, draw, drawn, of, plain, rows, without_form
from tests.figures.made import OPTIONAL, made
from tests.figures.pictures import Picture

HOSTS = ("KEN", "THA", "TUR", "JOR", "UGA", "RWA", "ETH", "NPL", "LAO", "COD", "PRK", "VCT")
KINDS = ("stock", "flow", "cumulative")


def sides(values: tuple[float, ...], **more: Any) -> list[dict[str, Any]]:
    return [{"value": value, "dispute": "D", "role": "newest"} | more for value in values]


THROUGH_TIME: dict[str, list[dict[str, Any]]] = {
    "one row": [{"value": 40, "role": "newest"}],
    "a tie": [{"value": 400, "year": 2024, "role": "newest"}, {"value": 400, "year": 2024, "role": "newest"}],
    "a dispute of three": [*sides((100, 250, 400), year=2020), {"value": 90, "year": 2019}],
    "two disputes": [
        *sides((100, 400), year=2020),
        *({"value": value, "dispute": "E", "year": 2022} for value in (150, 350)),
    ],
    "a dispute over years": [*sides((100, 400), year=2020, until=2022), {"value": 90, "year": 2023}],
    "forty years": [{"value": 1000 + 37 * (n % 7), "year": 1985 + n, "role": None} for n in range(40)],
    "gaps": [
        {"value": None if n in (2, 3) else n * 50, "status": "O" if n in (2, 3) else "A", "year": 2015 + n}
        for n in range(8)
    ],
    "withheld": [
        {"value": None if n == 2 else n * 50, "status": "Q" if n == 2 else "A", "year": 2015 + n} for n in range(6)
    ],
    "zero": [{"value": n * 200, "year": 2020 + n} for n in range(3)],
    "all zero": [{"value": 0, "year": 2020 + n} for n in range(3)],
    "all zero, not people": [{"value": 0, "year": 2020 + n, "measure": "organisations_at_home"} for n in range(3)],
    "all withheld": [{"status": "Q", "year": 2020 + n} for n in range(3)],
    "far apart": [{"value": 3_200_000, "year": 2024, "role": "newest"}, {"value": 40, "year": 2023}],
    "kinds": [{"value": 100 + n, "kind": kind, "year": 2018 + n, "until": 2019 + n} for n, kind in enumerate(KINDS)],
    "open": [{"value": 50, "kind": "cumulative", "period_from": None}, {"value": 60, "year": 2021}],
    "undated": [{"value": 50, "year": None}, {"value": 60, "year": 2021, "role": "newest"}],
    "only undated": [{"value": 50, "year": None}],
    "a fall": [{"value": -46, "measure": "surveyed_volunteers_change_pct"}, {"value": 60, "year": 2021}],
    "few people": [{"value": n, "year": 2020 + n} for n in range(4)],
    "few people, one withheld": [
        {"value": 5, "year": 2020},
        {"status": "Q", "year": 2021},
        {"status": "O", "year": 2022},
    ],
    "few people, three sources": [*sides((5, 8, 9), year=2020, until=2023), {"value": 7, "year": 2024}],
    "few people, forty years": [{"value": n % 9, "year": 1985 + n} for n in range(40)],
}


def read(chart: str, df: pd.DataFrame, code: str, size: str) -> Picture:
    drawn = json.loads(plain(draw(chart, df, code, VIEWPORTS[size])))
    go.Figure(drawn)
    return Picture(drawn, VIEWPORTS[size])


@pytest.mark.parametrize("case", THROUGH_TIME)
def test_through_time(case: str) -> None:
    df = made(*({"role": None} | each for each in THROUGH_TIME[case]))
    for code, size in (("kk", "page"), ("ru", "grown"), ("en", "wide"), ("en", "column")):
        for chart in ("volunteers_at_home_by_year", "placements_by_year"):
            picture, t = read(chart, df, code, size), Language(code)
            found = test_timeline.faults(picture, records(df), t) + test_scale.unequal(picture, records(df))
            found += test_words.unstated(picture, records(df), t) + test_labels.hidden(picture)
            dated = [row for row in records(df) if expected.dated(row)]
            assert found + test_words.silent(picture, dated, t) + test_looks.misdirected(picture, dated) == []


SIDE_BY_SIDE: dict[str, list[dict[str, Any]]] = {
    "one row": [{"value": 40, "origin": "KEN"}],
    "a tie": [{"value": 40, "origin": code} for code in HOSTS[:3]],
    "a dispute of three": [each | {"origin": "KEN"} for each in sides((100, 250, 400))],
    "twelve": [{"value": 400 - n, "origin": code} for n, code in enumerate(HOSTS)],
    "forty": [{"value": 400 - n, "origin": HOSTS[n % 12], "year": 1985 + n} for n in range(40)],
    "zero": [{"value": 9, "origin": "KEN"}, {"value": 0, "origin": "THA"}],
    "all zero": [{"value": 0, "origin": code} for code in HOSTS[:3]],
    "withheld": [{"value": 9, "origin": "KEN"}, {"status": "Q", "origin": "THA"}],
    "all withheld": [{"status": "Q", "origin": code} for code in HOSTS[:3]],
    "far apart": [{"value": 3_200_000, "origin": "KEN"}, {"value": 40, "origin": "THA"}],
    "a fall": [
        {"value": 12, "origin": "KEN", "measure": "growth_pct"},
        {"value": -46, "origin": "THA", "measure": "growth_pct"},
    ],
    "not comparable": [
        {"value": 9, "origin": "KEN", "until": 2027, "comparable": False},
        {"value": 4, "origin": "KAZ", "accent": True},
    ],
}


@pytest.mark.parametrize("case", SIDE_BY_SIDE)
def test_side_by_side(case: str) -> None:
    usual = {"role": None, "home": False, "comparable": True, "compared": "un_volunteers"}
    df = made(*(usual | each for each in SIDE_BY_SIDE[case]))
    for code, size in (("kk", "page"), ("ru", "page"), ("en", "wide"), ("en", "column")):
        picture, t = read("peers_government_funded", df, code, size), Language(code)
        found = test_comparison.misdrawn(picture, records(df), t) + test_comparison.from_zero(picture)
        found += test_scale.unequal(picture, records(df)) + test_words.silent(picture, records(df), t)
        assert found + test_looks.misdirected(picture, records(df)) == []
        assert size != "page" or test_labels.hidden(picture) == []


def test_a_fall_has_its_length_to_the_other_side_of_zero() -> None:
    df = made(
        {"value": 12, "measure": "growth_pct", "world_region": "AFR"},
        {"value": -46, "measure": "growth_pct", "world_region": "AP"},
    )
    picture = read("un_volunteers_growth_by_region", df, "en", "page")
    bars = [picture.bar(picture.traces[0], at) for at in range(2)]
    assert bars[1].right == pytest.approx(bars[0].left)
    assert (bars[1].right - bars[1].left) / (bars[0].right - bars[0].left) == pytest.approx(46 / 12)


@pytest.mark.parametrize("column", OPTIONAL)
def test_a_column_that_a_chart_may_lack_is_not_missed(column: str) -> None:
    for chart in ("volunteers_at_home_by_year", "peers_government_funded", "register_by_host", "un_volunteers_makeup"):
        df = made({"value": 40, "origin": "KEN", "host": "KEN", "compared": "un_volunteers"}).drop(columns=column)
        assert draw(chart, df) is not None


@of("timeline", "comparison", "ranges", "matrix", "tiles", "table")
def test_without_rows_there_is_a_figure_without_marks(chart: str) -> None:
    for nothing in (rows(Case.first(chart)).iloc[:0], pd.DataFrame()):
        for code in LANGUAGES:
            for size in ("page", "wide"):
                empty = draw(chart, nothing, code, VIEWPORTS[size])
                assert empty.rows == [] if isinstance(empty, Table) else len(go.Figure(empty.to_dict()).data) == 0


@of(*(form for form in FORMS if form != "table"))
def test_a_figure_is_one_that_plotly_takes(chart: str) -> None:
    for case in cases(chart):
        for size in ("page", "wide") if chart not in FORMS["map"] else ("wide",):
            go.Figure(drawn(case, "kk", VIEWPORTS[size]))


def test_every_chart_has_a_form_and_a_figure_of_its_name() -> None:
    assert without_form() == set()
    assert set(figures.__all__) == set(EVERY_CHART)
