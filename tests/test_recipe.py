"""Adding a chart takes four steps, all under one name; the missing one is named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recipe import NO_CHARTS, missing_steps

PROJECT = Path(__file__).parents[1]
CHART = "placements_background"
PAGE = "abroad"


def test_every_chart_took_all_four_steps():
    missing = missing_steps(PROJECT)
    assert not missing, "missing:\n" + "\n".join(missing)


def test_queries_without_a_chart_are_named_with_a_reason():
    assert all((PROJECT / "queries" / f"{name}.sql").exists() for name in NO_CHARTS)


def test_the_readme_tells_the_four_steps():
    readme = (PROJECT / "README.md").read_text("utf-8")
    recipe = re.findall(r"^(\d)\. .*(queries/|dashboard/figures/|dashboard/catalog\.toml|pages/)", readme, re.MULTILINE)
    assert recipe == [("1", "queries/"), ("2", "dashboard/figures/"), ("3", "dashboard/catalog.toml"), ("4", "pages/")]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what the recipe speaks of."""
    for folder in ("queries", "pages", "dashboard/figures"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "dashboard" / "catalog.toml", tmp_path / "dashboard" / "catalog.toml")
    return tmp_path


def edit(path: Path, pattern: str, instead: str = "") -> None:
    text, times = re.subn(pattern, instead, path.read_text("utf-8"), flags=re.MULTILINE)
    assert times, f"{path.name} does not say {pattern}"
    path.write_text(text, "utf-8")


def forget_query(project: Path) -> None:
    (project / "queries" / f"{CHART}.sql").unlink()


def forget_function(project: Path) -> None:
    edit(project / "dashboard" / "figures" / "placements.py", rf"def {CHART}\(", f"def _{CHART}(")


def forget_export(project: Path) -> None:
    edit(project / "dashboard" / "figures" / "__init__.py", rf"^    {CHART},\n")


def forget_entry(project: Path) -> None:
    edit(project / "dashboard" / "catalog.toml", rf"^\[charts\.{CHART}\]", "[charts_once.x]")


def forget_page_of_catalog(project: Path) -> None:
    edit(project / "dashboard" / "catalog.toml", rf', "{CHART}"')


def forget_card(project: Path) -> None:
    edit(project / "pages" / f"{PAGE}.py", rf"card\(figures\.{CHART}\)", "pass")


FORGOTTEN: dict[str, Callable[[Path], None]] = {
    f"step 1, queries/{CHART}.sql": forget_query,
    f"step 2, def {CHART}(df, t) in dashboard/figures/": forget_function,
    f"step 2, {CHART} in dashboard/figures/__init__.py": forget_export,
    f"step 3, [charts.{CHART}] in dashboard/catalog.toml": forget_entry,
    f"step 3, {CHART} under a page in dashboard/catalog.toml": forget_page_of_catalog,
    f"step 4, card(figures.{CHART}) in a file of pages/": forget_card,
}


@pytest.mark.parametrize("step", FORGOTTEN)
def test_the_missing_step_is_named(copy, step):
    FORGOTTEN[step](copy)
    assert missing_steps(copy) == [f"{CHART}: {step}"]


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
