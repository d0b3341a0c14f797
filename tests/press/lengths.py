"""A picture in a browser, its figure and its rows in; how many pixels each number is long, and what is wrong, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Page

from dashboard.catalog import MEASURES
from dashboard.figures import style

# What Plotly drew in each subplot: its zero line, and for each trace the boxes of its marks and the width of its line;
# and the box of each shape. Pixels of the page, without the edges of marks and what hatches them.
DRAWN = """() => {
    const box = (path) => {
        const inner = path.getBBox(), at = path.getScreenCTM();
        return {left: at.e + at.a * inner.x, width: at.a * inner.width,
                top: at.f + at.d * inner.y, height: at.d * inner.height};
    };
    const marks = (traces, kind) => [...traces].map((trace) => ({
        marks: [...trace.querySelectorAll(kind)].map(box),
        line: Math.max(0, ...[...trace.querySelectorAll('path.js-line')].map(
            (line) => parseFloat(getComputedStyle(line).strokeWidth))),
    }));
    const shapes = [...document.querySelectorAll('.shapelayer path[data-index]')];
    const fields = Object.fromEntries(shapes.map((path) => [path.dataset.index, box(path)]));
    return Object.assign({fields}, ...[...document.querySelectorAll('g.subplot')].map((plot) => ({[plot.classList[1]]: {
        zero: [...plot.querySelectorAll('.zerolinelayer > path[class^=y]')].map((line) => box(line).top)[0],
        bar: marks(plot.querySelectorAll('.barlayer > .trace'), '.point > path:first-child'),
        scatter: marks(plot.querySelectorAll('.scatterlayer > .trace'), '.points > path'),
    }})));
}"""
# The number may be so much longer in one place than in another, and is measured to so many pixels.
AT_MOST, EXACT = 1.02, 0.15


class Length(NamedTuple):
    """So many pixels for a number of a unit, in the picture of which figure drew it as what."""

    unit: str
    number: float
    pixels: float
    ids: str


def lengths(page: Page, svg: str, figure: dict[str, Any], rows: list[Any]) -> list[Length]:
    """Of every bar, column, point above zero, range, pile and arc."""
    page.set_content(f"<!DOCTYPE html><body style='margin:0'>{svg}")
    plots = page.evaluate(DRAWN)
    known: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        known[style.ids(row)].append(row)
    queues: dict[tuple[str, str], Iterator[Any]] = {}
    found = []
    for trace in (trace for trace in figure["data"] if trace["x"]):
        where, kind = f"{trace.get('xaxis', 'x')}{trace.get('yaxis', 'y')}", trace["type"]
        drawn = next(queues.setdefault((where, kind), iter(plots[where][kind])))
        found += list(_of(trace, drawn, plots[where]["zero"], known))
    return [*found, *_fields(figure, plots["fields"]), *_arcs(figure, plots["xy"]["scatter"], rows)]


def _of(trace: dict[str, Any], drawn: Any, zero: float | None, known: dict[str, list[Any]]) -> Iterator[Length]:
    """A mark that only helps to draw another, and a field of a matrix, have no length."""
    marker, marks = trace.get("marker", {}), drawn["marks"]
    if isinstance(marker.get("standoff"), list):
        yield from _pile(trace, marks)
    if trace.get("hoverinfo") != "text" or marker.get("opacity") == 0 or "base" in trace:
        return
    for ids, mark in zip(trace["customdata"], marks, strict=True):
        row = known[ids].pop(0)
        if row.value and getattr(row, "comparable", True):
            yield Length(_unit(row), abs(row.value), _long(trace, mark, zero), ids)


def _long(trace: dict[str, Any], mark: dict[str, float], zero: float | None) -> float:
    if trace["type"] == "bar":
        return mark["width" if trace.get("orientation") == "h" else "height"]
    assert zero is not None
    return zero - mark["top"] - mark["height"] / 2


def _pile(trace: dict[str, Any], marks: list[dict[str, float]]) -> Iterator[Length]:
    """Every dot is one person, and as large as any other; a hollow one has an edge instead of what it lacks."""
    edge = trace["marker"]["line"]["width"]
    for ids, mark in zip(trace["customdata"], marks, strict=True):
        yield Length("dot", 1, mark["width"] + edge, ids)


def _fields(figure: dict[str, Any], drawn: dict[str, Any]) -> Iterator[Length]:
    """A field of a range is as wide as the people that it stands for."""
    for n, shape in enumerate(figure["layout"].get("shapes", [])):
        if shape.get("fillcolor") in (style.BLUE, style.PALE_BLUE) and shape["yref"] == "y":
            yield Length("field", round(shape["x1"] - shape["x0"]), drawn[str(n)]["width"], "")


def _arcs(figure: dict[str, Any], drawn: Any, rows: list[Any]) -> Iterator[Length]:
    """Lines as wide as the number of their host, unless that is so small that they could not be seen."""
    hosts = [row for row in rows if getattr(row, "mark", "") == "host" and row.lon is not None]
    if not any(row.value for row in hosts):
        return
    arcs = [n for n, trace in enumerate(figure["data"]) if trace["mode"] == "lines" and "fill" not in trace]
    known = [(row, drawn[n]["line"]) for row, n in zip(hosts, arcs, strict=True) if row.value]
    thinnest = min(width for _, width in known)
    yield from (Length("arc", row.value, width, style.ids(row)) for row, width in known if width > thinnest * 1.01)


def _unit(row: Any) -> str:
    return MEASURES[row.measure].unit if hasattr(row, "measure") else "persons"


def unequal(found: list[Length]) -> list[str]:
    """Units of which a number is longer in one place than in another."""
    said = []
    for unit in {each.unit for each in found}:
        alike = [each for each in found if each.unit == unit]
        longest = max(alike, key=lambda each: (each.pixels - EXACT) / each.number)
        shortest = min(alike, key=lambda each: (each.pixels + EXACT) / each.number)
        times = (longest.pixels - EXACT) / longest.number / ((shortest.pixels + EXACT) / shortest.number)
        if times > AT_MOST:
            said.append(f"{unit}: {times:.2f} times, {longest} and {shortest}")
    return said


def not_drawn(figure: dict[str, Any], rows: list[Any]) -> list[str]:
    """Rows without a mark of their own. Only what has no place among the marks may stand there in words alone: what has
    no date, or is below zero, on a time axis, and a statement on a map.
    """
    drawn: Counter[str] = Counter()
    for trace in figure["data"]:
        if trace.get("hoverinfo") != "skip" and "customdata" in trace:
            # Both ends of a range are one row.
            one_row = trace.get("mode") == "lines+markers"
            drawn.update(list(dict.fromkeys(trace["customdata"])) if one_row else trace["customdata"])
    layout = figure["layout"]
    written = {each for note in layout["annotations"] for each in (note.get("name") or "").split()}
    timed = any(axis.get("type") == "date" for name, axis in layout.items() if name.startswith("xaxis"))
    due = [row for row in rows if getattr(row, "lon", 0) is not None]
    apart = {style.ids(row) for row in due if getattr(row, "mark", "") == "statement" or (timed and _placeless(row))}
    missing = (Counter(style.ids(row) for row in due) - drawn).elements()
    return [ids for ids in missing if not (ids in apart and set(ids.split()) <= written)]


def _placeless(row: Any) -> bool:
    return not (row.period_from or row.period_to) or (row.value is not None and row.value < 0)
