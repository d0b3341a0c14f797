"""Rows of a map in; where on the land its places lie, and the lines that join them, out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise
from math import atan2, cos, dist, pi, sin
from typing import Any, NamedTuple

from dashboard.figures import style

Point = tuple[float, float]

# Diameters of the points, in pixels: of Kazakhstan, of a host.
HOME, HOST = 16, 12
# A trunk ends near Kazakhstan's border: units, or this share of the way to a host that is far.
TRUNK, FAR = 450, 0.16
# The angle between two trunks; how far along a trunk its label stands.
FAN, LABEL = pi / 5, 0.8
# Points of a curve; how far a branch follows its trunk before it turns to its host, and how far an arc leaves the
# straight line, as shares of the way.
PARTS, BEND, RISE = 16, 0.22, 0.14


class Place(NamedTuple):
    """Kazakhstan or a host: its code, its point, and the claims that name it."""

    code: str
    point: Point
    ids: str
    home: bool


class Bundle(NamedTuple):
    """Statements on the same hosts: where their one label belongs, the trunk, and a branch to each host.

    A single host has a trunk that goes all the way.
    """

    rows: list[Any]
    point: Point
    trunk: list[Point]
    branches: list[list[Point]]


def places(rows: list[Any], place: Callable[[float, float], Point]) -> list[Place]:
    """Kazakhstan first, on which the hosts hang; `place` turns degrees into units east and south."""
    found = [
        Place(row.host, place(row.lon, row.lat), style.ids(row), row.mark == "home")
        for row in rows
        if row.mark != "statement" and row.lon is not None
    ]
    return [place for home in (True, False) for place in found if place.home is home]


def bundles(rows: list[Any], named: list[Place]) -> list[Bundle]:
    """One for each list of hosts: statements on the same share it. No branch has a number."""
    points = {place.code: place.point for place in named}
    drawn = [row for row in rows if row.mark == "statement" and row.lon is not None]
    groups = [list(members) for _, members in groupby(drawn, lambda row: row.hosts)]
    ends = [[points[host] for host in group[0].hosts if host in points] for group in groups]
    start = next((place.point for place in named if place.home), None)
    if start is None:
        return []
    return [_bundle(*each, start) for each in zip(groups, ends, _fanned(start, ends), strict=True)]


def foremost(joined: list[Bundle]) -> list[Bundle]:
    """Those with the newest statement, or all: the others are drawn light."""
    return [bundle for bundle in joined if any(row.role == "newest" for row in bundle.rows)] or joined


def _fanned(start: Point, ends: list[list[Point]]) -> list[float]:
    """The direction of the middle of each group of hosts, turned until no two trunks are close."""
    middles = [[sum(way) / len(hosts) for way in zip(*hosts, strict=True)] for hosts in ends]
    angles = [atan2(y - start[1], x - start[0]) for x, y in middles]
    order, turned = sorted(range(len(angles)), key=angles.__getitem__), angles.copy()
    for one, other in pairwise(order):
        turned[other] = max(angles[other], turned[one] + FAN)
    too_far = (sum(turned) - sum(angles)) / max(len(angles), 1)
    return [angle - too_far for angle in turned]


def _bundle(rows: list[Any], hosts: list[Point], angle: float, start: Point) -> Bundle:
    if len(rows[0].hosts) == 1:
        way = arc(start, hosts[0])
        return Bundle(rows, way[PARTS // 2], way, [])
    farthest = max(dist(start, host) for host in hosts)
    fork = _ahead(start, angle, min(max(TRUNK, FAR * farthest), farthest / 2))
    branches = [curve(fork, _ahead(fork, angle, BEND * dist(fork, host)), host) for host in hosts]
    return Bundle(rows, _along(start, fork, LABEL), curve(start, fork, fork), branches)


def _ahead(start: Point, angle: float, length: float) -> Point:
    return start[0] + cos(angle) * length, start[1] + sin(angle) * length


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def arc(start: Point, end: Point) -> list[Point]:
    """Bent to the north, as great circles are in these latitudes."""
    x, y = _along(start, end, 0.5)
    return curve(start, (x, y - 2 * RISE * dist(start, end)), end)


def curve(start: Point, towards: Point, end: Point) -> list[Point]:
    """From start to end, first in the direction of the point between."""
    steps = [n / PARTS for n in range(PARTS + 1)]
    return [_along(_along(start, towards, step), _along(towards, end, step), step) for step in steps]
