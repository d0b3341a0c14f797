"""The map of the register: an arc to each host as wide as its number, which stands beside the host's name."""

from __future__ import annotations

from math import hypot
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.figures import land, style
from dashboard.figures.register_map import NARROW, WIDE, register_map
from dashboard.figures.style import Viewport
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import letters
from dashboard.world import world
from tests.figures import breaking
from tests.figures.cases import CASES, Case, drawn, listed, plain, rows
from tests.figures.expected import numbers
from tests.figures.on_maps import hidden, lines

FILES = [Viewport(*size, letters.width, tuple(LANGUAGES)) for size in ((540, 960), (1000, 560), (920, 380))]
MAPS = pytest.mark.parametrize("case", [case for case in CASES if case.chart == "register_map"], ids=str)
# Points of the map are rounded to its units.
HAIR = 1.5
THINNEST = 1.2


def misdrawn(figure: dict[str, Any], rows: list[Any], t: Language) -> list[str]:
    """Hosts without one arc from Kazakhstan, one point and one label of their own, and whatever is too much."""
    placed = {row.host: world().place(row.lon, row.lat) for row in rows if row.lon is not None}
    arcs = [trace for trace in figure["data"] if trace["mode"] == "lines" and "fill" not in trace]
    hosts = [row for row in rows if row.mark == "host"]
    faults = [f"{len(arcs)} arcs for {len(hosts)} hosts"] * (len(arcs) != len(hosts))
    for row in hosts:
        mine = [arc for arc in arcs if near(end(arc, -1), placed[row.host]) and near(end(arc, 0), placed["KAZ"])]
        faults += [f"{len(mine)} arcs to {row.host}"] * (len(mine) != 1)
        dotted = [("dash" in arc["line"], arc["line"]["color"]) for arc in mine]
        if dotted != [(row.status == "Q", style.GREY if row.status == "Q" else style.BLUE)]:
            faults.append(f"the arc of another: {row.host}")
    for row in rows:
        points, labels = (found(figure, what, placed[row.host]) for what in ("points", "labels"))
        ids = style.ids(row)
        said = "" if row.mark == "home" else f" · {'×' if row.status == 'Q' else numbers(t, row)[0]}"
        if points != [(ids, "#FFFFFF" if row.status == "Q" else style.BLUE)]:
            faults.append(f"not its point: {row.host} {points}")
        if labels != [(ids, f"{t.place(row.host)}{said}")]:
            faults.append(f"not its label: {row.host} {labels}")
    return faults + miswidened(arcs, hosts, placed) + extra(figure, len(rows))


def miswidened(arcs: list[dict[str, Any]], hosts: list[Any], placed: dict[str, Any]) -> list[str]:
    """Arcs that are not as wide as their numbers: as many times as wide as as many times the number."""
    known = [row for row in hosts if row.value]
    top = max((row.value for row in known), default=0)
    widths = {row.host: arc["line"]["width"] for row in hosts for arc in arcs if near(end(arc, -1), placed[row.host])}
    widest = max((widths.get(row.host, 0) for row in known), default=0)
    return [
        f"{widths.get(row.host)} wide for {row.value}"
        for row in known
        if widths.get(row.host) != pytest.approx(max(widest * row.value / top, THINNEST), rel=0.01)
    ] + ["too thin to see"] * bool(known and widest < 5)


def extra(figure: dict[str, Any], number: int) -> list[str]:
    points = sum(len(trace["x"]) for trace in figure["data"] if trace["mode"] == "markers")
    written = len(figure["layout"]["annotations"])
    return [f"{points} points, {written} labels"] * ((points, written) != (number, number))


def end(arc: dict[str, Any], at: int) -> tuple[float, float]:
    return arc["x"][at], arc["y"][at]


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) <= HAIR


def found(figure: dict[str, Any], what: str, place: tuple[float, float]) -> list[tuple[str, str]]:
    """Ids and fill of the points, or ids and words of the labels, of one place."""
    if what == "labels":
        notes = figure["layout"]["annotations"]
        return [(note["name"], " ".join(lines(note["text"]))) for note in notes if near((note["x"], note["y"]), place)]
    traces = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    points = [each for trace in traces for each in zip(trace["customdata"], trace["x"], trace["y"], strict=True)]
    fills = [trace["marker"]["color"] for trace in traces for _ in trace["x"]]
    return [(ids, fill) for (ids, x, y), fill in zip(points, fills, strict=True) if near((x, y), place)]


@MAPS
def test_each_host_has_its_arc_its_point_and_its_number(case: Case) -> None:
    for code in LANGUAGES:
        for viewport in FILES:
            figure = drawn(case, code, viewport)
            assert misdrawn(figure, listed(case, code), Language(code)) == []
            assert hidden(figure, (viewport.width, viewport.height)) == []


@MAPS
def test_a_page_of_any_width_has_the_same(case: Case) -> None:
    import json

    for code in LANGUAGES:
        for viewport in (WIDE, NARROW):
            df = rows(case, code)
            figure = json.loads(plain(register_map(df, Language(code), world(), viewport, apart=True)))
            go.Figure(figure)
            lost = figure["layout"]["meta"]["rows"] - figure["layout"]["meta"]["shown"]
            assert misdrawn(figure, listed(case, code), Language(code)) == [] or lost
            assert hidden(figure, (viewport.width, viewport.height)) == []
            assert figure["layout"]["images"][0]["source"] == land.address(world())


def test_another_width_another_number_and_a_lost_arc_are_found() -> None:
    case = Case("register_map")
    figure, rows_, t = drawn(case, "en", FILES[1]), listed(case), Language("en")
    assert misdrawn(figure, rows_, t) == []
    arcs = [at for at, trace in enumerate(figure["data"]) if trace["mode"] == "lines" and "fill" not in trace]
    for at in arcs:
        lost, doubled, wider = (breaking.copied(figure) for _ in range(3))
        del lost["data"][at]
        doubled["data"].append(doubled["data"][at])
        wider["data"][at]["line"]["width"] += 1
        wider["data"][at]["line"].pop("dash", None)
        assert misdrawn(lost, rows_, t) and misdrawn(doubled, rows_, t) and misdrawn(wider, rows_, t)
    swapped = breaking.copied(figure)
    first, second = (swapped["data"][at]["line"] for at in arcs[:2])
    first["width"], second["width"] = second["width"], first["width"]
    assert misdrawn(swapped, rows_, t)
    for at, note in enumerate(figure["layout"]["annotations"]):
        assert misdrawn(breaking.rewritten(figure, at, f"{note['text']}5"), rows_, t)
        assert misdrawn(breaking.less_a_note(figure, at), rows_, t)
    points = [at for at, trace in enumerate(figure["data"]) if trace["mode"] == "markers"]
    assert all(misdrawn(breaking.without(figure, at, 0), rows_, t) for at in points)


def test_without_rows_there_is_no_mark() -> None:
    for nothing in (rows(Case("register_map")).iloc[:0], pd.DataFrame()):
        figure = register_map(nothing, Language("ru"), world(), WIDE, apart=True).to_plotly_json()
        assert figure["layout"]["annotations"] == []
        assert [trace for trace in figure["data"] if trace["x"]] == []
