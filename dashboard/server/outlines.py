"""An SVG as Plotly writes it in; the same with a shorter spelling of filled outlines, such as those of land, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
RING = re.compile(r"M[^M]+")
POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
# Steps to a pixel: finer ones cannot be seen, even where a page stretches the chart a little.
STEPS = 2

Point = tuple[int, int]


def shorten(root: Any) -> None:
    """Draw the edge of each filled area with the area: Plotly writes every outline twice."""
    for fills in list(root.iter(f"{SVG}g")):
        if fills.get("class") != "fills":
            continue
        areas, edges = list(fills.iter(f"{SVG}path")), _edges(fills.getparent())
        if areas and edges:
            for area in areas:
                area.set("d", outline(area.get("d")))
                area.set("style", ";".join((area.get("style"), *_stroke(edges[0]))))
            for edge in edges:
                edge.getparent().remove(edge)


def _edges(trace: Any) -> list[Any]:
    return [path for path in trace.iter(f"{SVG}path") if "js-line" in path.get("class", "")]


def _stroke(edge: Any) -> Iterator[str]:
    return (said for said in edge.get("style").split(";") if said.strip().startswith("stroke"))


def outline(path: str) -> str:
    """Straight lines from point to point, as steps of half a pixel; a ring too small to be seen goes."""
    rings = (_ring([_rounded(*point) for point in POINT.findall(ring)]) for ring in RING.findall(path))
    return "".join(rings)


def _rounded(x: str, y: str) -> Point:
    return round(float(x) * STEPS), round(float(y) * STEPS)


def _ring(points: list[Point]) -> str:
    kept = [point for point, after in pairwise([*points, points[0]]) if point != after]
    if len(kept) < 3:
        return ""
    steps = " ".join(f"{_short(b[0] - a[0])},{_short(b[1] - a[1])}" for a, b in pairwise(kept))
    return f"M{_short(kept[0][0])},{_short(kept[0][1])}l{steps}z".replace(" -", "-").replace(",-", "-")


def _short(steps: int) -> str:
    return re.sub(r"^(-?)0\.", r"\1.", f"{steps / STEPS:g}")
