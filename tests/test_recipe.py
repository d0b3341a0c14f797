"""Adding a chart takes four steps, all under one name; the missing one is named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recipe import NO_CHARTS, folder, missing_steps, section

PROJECT = Path(__file__).parents[1]
# A chart of the statements and one of the register, with its page and the module that draws it.
CHARTS = {"placements_background": ("abroad", "placements"), "register_by_region": ("register", "register")}
CHART, OF_THE_REGISTER = CHARTS


def test_every_chart_took_all_four_steps():
    missing = missing_steps(PROJECT)
    assert not missing, "missing:\n" + "\n".join(missing)


def test_queries_without_a_chart_are_named_with_a_reason():
    assert all((PROJECT / folder(name) / f"{name}.sql").exists() for name in NO_CHARTS)


def test_the_names_of_queries_tell_charts_of_the_register_from_others():
    assert [
        path.stem for path in (PROJECT / "queries" / "register" / "charts").iterdir() if not section(path.stem)
    ] == []
    assert [path.stem for path in (PROJECT / "queries").glob("*.sql") if section(path.stem)] == []


def test_the_readme_tells_the_four_steps():
    readme = (PROJECT / "README.md").read_text("utf-8")
    recipe = re.findall(r"^(\d)\. .*(queries/|dashboard/figures/|dashboard/catalog\.toml|pages/)", readme, re.MULTILINE)
    assert recipe == [("1", "queries/"), ("2", "dashboard/figures/"), ("3", "dashboard/catalog.toml"), ("4", "pages/")]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what the recipe speaks of."""
    for part in ("queries", "pages", "dashboard/figures"):
        shutil.copytree(PROJECT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "dashboard" / "catalog.toml", tmp_path / "dashboard" / "catalog.toml")
    return tmp_path


def edit(path: Path, pattern: str, instead: str = "") -> None:
    text, times = re.subn(pattern, instead, path.read_text("utf-8"), flags=re.MULTILINE)
    assert times, f"{path.name} does not say {pattern}"
    path.write_text(text, "utf-8")


def forget_query(project: Path, chart: str) -> None:
    (project / folder(chart) / f"{chart}.sql").unlink()


def forget_function(project: Path, chart: str) -> None:
    edit(project / "dashboard" / "figures" / f"{CHARTS[chart][1]}.py", rf"def {chart}\(", f"def _{chart}(")


def forget_export(project: Path, chart: str) -> None:
    edit(project / "dashboard" / "figures" / "__init__.py", rf"^    {chart},\n")


def forget_entry(project: Path, chart: str) -> None:
    edit(project / "dashboard" / "catalog.toml", rf"^\[{section(chart)}charts\.{chart}\]", "[charts_once.x]")


def forget_page_of_catalog(project: Path, chart: str) -> None:
    edit(project / "dashboard" / "catalog.toml", rf', "{chart}"')


def forget_card(project: Path, chart: str) -> None:
    edit(project / "pages" / f"{CHARTS[chart][0]}.py", rf"card\(figures\.{chart}[,)].*", "pass")


FORGOTTEN: dict[str, Callable[[Path, str], None]] = {
    "step 1, {folder}/{chart}.sql": forget_query,
    "step 2, def {chart}(df, t) in dashboard/figures/": forget_function,
    "step 2, {chart} in dashboard/figures/__init__.py": forget_export,
    "step 3, [{section}charts.{chart}] in dashboard/catalog.toml": forget_entry,
    "step 3, {chart} under a page in dashboard/catalog.toml": forget_page_of_catalog,
    "step 4, card(figures.{chart}) in a file of pages/": forget_card,
}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("step", FORGOTTEN)
def test_the_missing_step_is_named(copy, step, chart):
    FORGOTTEN[step](copy, chart)
    named = step.format(chart=chart, folder=folder(chart), section=section(chart))
    assert missing_steps(copy) == [f"{chart}: {named}"]


@pytest.mark.parametrize(("here", "there"), [("queries", "queries/register/charts"), ("register_charts", "charts")])
def test_a_chart_of_the_register_among_the_others_is_found(copy, here, there):
    """Else it would be offered where no release is."""
    chart = OF_THE_REGISTER
    if here == "queries":
        (copy / there / f"{chart}.sql").rename(copy / here / f"{chart}.sql")
        said = f"step 1, {there}/{chart}.sql"
    else:
        edit(copy / "dashboard" / "catalog.toml", rf"^\[{here}\.{chart}\]", f"[{there}.{chart}]")
        said = f"step 3, [{here}.{chart}] in dashboard/catalog.toml"
    assert missing_steps(copy) == [f"{chart}: {said}"]


def test_a_new_query_alone_lacks_the_other_three_steps(copy):
    (copy / "queries" / "new_chart.sql").write_text("-- One row per new thing.\nSELECT 1", "utf-8")
    assert [said.partition(",")[0] for said in missing_steps(copy)] == [
        *["new_chart: step 2"] * 2,
        *["new_chart: step 3"] * 2,
        "new_chart: step 4",
    ]


def test_a_chart_on_a_page_that_the_catalog_does_not_name_is_found(copy):
    edit(copy / "pages" / "at_home.py", r"^st\.header", f"card(figures.{CHART})\nst.header")
    said = f"{CHART}: step 3, {CHART} under [pages.at_home] in dashboard/catalog.toml"
    assert missing_steps(copy) == [said]


def test_a_page_without_a_chart_that_the_catalog_gives_it_is_found(copy):
    edit(copy / "pages" / "overview.py", r"^card\(figures\.placements_by_year\)\n")
    assert missing_steps(copy) == ["placements_by_year: step 4, card(figures.placements_by_year) in pages/overview.py"]
