"""A project folder in; out come the steps of the README's recipe that its charts lack."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# What the charts of the register are called; their queries lie in a folder of their own, and their entries in sections.
REGISTER = "register_"
# Queries that no function draws, and why.
NO_CHARTS = {
    "headlines": "the tiles of the overview are text",
    "claims": "the searchable list of statements",
    "disputes": "the disagreements, side by side in words",
    "sources": "what every number leads to",
    "data_claims": "the statements for programs, under /data/",
    "register_years": "the years that a reader may choose on the page of the register",
}


def missing_steps(project: Path) -> list[str]:
    """One sentence for each step that a chart lacks: its name, the step, the file to change."""
    catalog = tomllib.loads((project / "dashboard" / "catalog.toml").read_text("utf-8"))
    steps = [
        (asked(project), lambda name: f"step 1, {folder(name)}/{name}.sql"),
        (drawn(project), lambda name: f"step 2, def {name}(df, t) in dashboard/figures/"),
        (exported(project), lambda name: f"step 2, {name} in dashboard/figures/__init__.py"),
        (entered(catalog), lambda name: f"step 3, [{section(name)}charts.{name}] in dashboard/catalog.toml"),
        (set(listed(catalog)), lambda name: f"step 3, {name} under a page in dashboard/catalog.toml"),
        (set(placed(project)), lambda name: f"step 4, card(figures.{name}) in a file of pages/"),
    ]
    names = sorted(set().union(*(found for found, _ in steps)))
    missing = [f"{name}: {step(name)}" for name in names for found, step in steps if name not in found]
    return missing or elsewhere(listed(catalog), placed(project))


def section(name: str) -> str:
    """What the sections of the catalog begin with that hold a chart of this name, and its page."""
    return REGISTER if name.startswith(REGISTER) else ""


def folder(name: str) -> str:
    return "queries/register/charts" if name.startswith(REGISTER) else "queries"


def asked(project: Path) -> set[str]:
    """Queries that lie in the folder for those of their name."""
    files = (project / "queries").rglob("*.sql")
    return {path.stem for path in files if path.parent == project / folder(path.stem)} - NO_CHARTS.keys()


def entered(catalog: dict[str, Any]) -> set[str]:
    """Charts with an entry in the section that is for charts of their name."""
    return {name for kind in ("", REGISTER) for name in catalog[f"{kind}charts"] if section(name) == kind}


def drawn(project: Path) -> set[str]:
    """Public functions (df, t), (df, t, viewport) or (df, t, world, viewport) of the modules of figures draw charts."""
    modules = (ast.parse(path.read_text("utf-8")) for path in (project / "dashboard" / "figures").glob("*.py"))
    functions = (node for module in modules for node in module.body if isinstance(node, ast.FunctionDef))
    return {function.name for function in functions if is_chart(function)}


def is_chart(function: ast.FunctionDef) -> bool:
    """A map that is `_still` is the same chart as the one that moves."""
    takes = [argument.arg for argument in function.args.args]
    draws = takes in (["df", "t"], ["df", "t", "viewport"], ["df", "t", "world", "viewport"])
    return draws and not function.name.startswith("_") and not function.name.endswith("_still")


def exported(project: Path) -> set[str]:
    module = ast.parse((project / "dashboard" / "figures" / "__init__.py").read_text("utf-8"))
    imports = (node for node in module.body if isinstance(node, ast.ImportFrom))
    return {name.asname or name.name for node in imports for name in node.names}


def listed(catalog: dict[str, Any]) -> dict[str, set[str]]:
    """Chart -> the pages that the catalog gives it."""
    pages = (catalog["pages"] | catalog[f"{REGISTER}pages"]).items()
    charts = {name for _, page in pages for name in page["charts"]}
    return {name: {code for code, page in pages if name in page["charts"]} for name in charts}


def placed(project: Path) -> dict[str, set[str]]:
    """Chart -> the pages that show it."""
    found: dict[str, set[str]] = {}
    for path in (project / "pages").glob("*.py"):
        for name in cards(ast.parse(path.read_text("utf-8"))):
            found.setdefault(name, set()).add(path.stem)
    return found


def cards(page: ast.Module) -> Iterator[str]:
    """The x of every card(figures.x, ...)."""
    for node in ast.walk(page):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "card":
            figure = node.args[0]
            if (
                isinstance(figure, ast.Attribute)
                and isinstance(figure.value, ast.Name)
                and figure.value.id == "figures"
            ):
                yield figure.attr


def elsewhere(catalog: dict[str, set[str]], pages: dict[str, set[str]]) -> list[str]:
    """A chart that has all its steps, but on other pages than the catalog says."""
    unlisted = [
        f"{name}: step 3, {name} under [{section(name)}pages.{page}] in dashboard/catalog.toml"
        for name in sorted(pages)
        for page in sorted(pages[name] - catalog[name])
    ]
    unplaced = [
        f"{name}: step 4, card(figures.{name}) in pages/{page}.py"
        for name in sorted(catalog)
        for page in sorted(catalog[name] - pages[name])
    ]
    return unlisted + unplaced
