"""A figure as it travels to the browser in; where its marks and words stand, in pixels from the upper left, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from math import cos, radians, sin
from typing import Any, NamedTuple

from dashboard.figures import style
from dashboard.figures.style import PAGE, Viewport

LEADING = 1.3
# Plotly's own: where an annotation has none, and from an axis to its words.
BORDERPAD, TICK = 1, 3
DAYS = {"date"}
TAG = re.compile(r"<[^>]+>")


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, slack: float = 0.5) -> bool:
        """Whether they share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > slack and min(self.bottom, other.bottom) - max(self.top, other.top) > slack

    def leaves(self, width: float, height: float, slack: float = 1) -> bool:
        return self.left < -slack or self.top < -slack or self.right > width + slack or self.bottom > height + slack


class Mark(NamedTuple):
    """A point of a trace: its ids, what pointing at it says, its values, and where it is."""

    trace: int
    at: int
    ids: str
    hover: str
    x: Any
    y: Any


@dataclass(frozen=True)
class Picture:
    figure: dict[str, Any]
    viewport: Viewport = PAGE

    @cached_property
    def traces(self) -> list[dict[str, Any]]:
        return list(self.figure["data"])

    @cached_property
    def layout(self) -> dict[str, Any]:
        return dict(self.figure["layout"])

    @cached_property
    def notes(self) -> list[dict[str, Any]]:
        """What is written; an annotation without words is none."""
        return [note for note in self.layout.get("annotations", []) if plain(note["text"])]

    @property
    def width(self) -> float:
        return float(self.layout.get("width") or self.viewport.width)

    @property
    def height(self) -> float:
        return float(self.layout["height"])

    @cached_property
    def plot(self) -> Box:
        margin = self.layout["margin"]
        return Box(margin["l"], margin["t"], self.width - margin["r"], self.height - margin["b"])

    def axis(self, name: str) -> dict[str, Any]:
        axis: dict[str, Any] = self.layout[f"{name[0]}axis{name[1:]}"]
        return axis

    def ends(self, name: str) -> tuple[float, float]:
        """Pixels of the first and the last value of the range of an axis."""
        low, high = self.axis(name).get("domain", (0, 1))
        if name[0] == "x":
            start, length = self.plot.left, self.plot.right - self.plot.left
            return start + low * length, start + high * length
        start, length = self.plot.bottom, self.plot.bottom - self.plot.top
        return start - low * length, start - high * length

    def scale(self, name: str) -> float:
        """Pixels of one unit, of a time axis of one day."""
        first, last = (number(each) for each in self.axis(name)["range"])
        start, end = self.ends(name)
        return abs((end - start) / (last - first))

    def pixel(self, name: str, value: Any) -> float:
        first, last = (number(each) for each in self.axis(name)["range"])
        start, end = self.ends(name)
        return start + (end - start) * (number(value) - first) / (last - first)

    @cached_property
    def marks(self) -> list[Mark]:
        """Those that stand for a row: whatever says something when it is pointed at."""
        return [mark for mark in self.points if self.traces[mark.trace].get("hoverinfo") == "text"]

    @cached_property
    def points(self) -> list[Mark]:
        found = []
        for index, trace in enumerate(self.traces):
            ids = trace.get("customdata") or [""] * len(trace["x"])
            said = trace.get("hovertext") or [""] * len(trace["x"])
            said = [said] * len(trace["x"]) if isinstance(said, str) else said
            each = zip(ids, said, trace["x"], trace["y"], strict=True)
            found += [Mark(index, at, *values) for at, values in enumerate(each)]
        return found

    def axes_of(self, trace: dict[str, Any]) -> tuple[str, str]:
        return trace.get("xaxis", "x"), trace.get("yaxis", "y")

    def place(self, mark: Mark) -> tuple[float, float]:
        """The middle of a marker or the end of a bar: a marker may stand off from its point, against where it turns."""
        trace = self.traces[mark.trace]
        x, y = (self.pixel(name, value) for name, value in zip(self.axes_of(trace), (mark.x, mark.y), strict=True))
        angle, off = (one(trace.get("marker", {}).get(key, 0), mark.at) for key in ("angle", "standoff"))
        return x - off * sin(radians(angle)), y + off * cos(radians(angle))

    def box(self, note: dict[str, Any]) -> Box:
        """What the words of an annotation cover."""
        size = note.get("font", {}).get("size", self.layout["font"]["size"])
        wide = max(self.viewport.measure(plain(line), size, "<b>" in line) for line in lines(note["text"]))
        high = len(lines(note["text"])) * size * LEADING
        if note.get("textangle") in (-90, 90):
            wide, high = high, wide
        pad = note.get("borderpad", BORDERPAD)
        # A line leads from its point to words that stand farther away.
        right, down = (note["ax"], note["ay"]) if note["showarrow"] else (note.get("xshift", 0), -note.get("yshift", 0))
        x, y = self._across(note) + right, self._down(note) + down
        left = {"left": x, "center": x - wide / 2 - pad, "right": x - wide - 2 * pad}[note["xanchor"]]
        top = {"top": y, "middle": y - high / 2 - pad, "bottom": y - high - 2 * pad}[note["yanchor"]]
        return Box(left, top, left + wide + 2 * pad, top + high + 2 * pad)

    def _across(self, note: dict[str, Any]) -> float:
        reference = note.get("xref", "x")
        if reference == "paper":
            return self.plot.left + note["x"] * (self.plot.right - self.plot.left)
        if reference.endswith(" domain"):
            left, right = self.ends(reference.removesuffix(" domain"))
            return left + note["x"] * (right - left)
        return self.pixel(reference, note["x"])

    def _down(self, note: dict[str, Any]) -> float:
        reference = note.get("yref", "y")
        if reference == "paper":
            return self.plot.bottom - note["y"] * (self.plot.bottom - self.plot.top)
        if reference.endswith(" domain"):
            low, high = self.ends(reference.removesuffix(" domain"))
            return low + note["y"] * (high - low)
        return self.pixel(reference, note["y"])

    def covered(self) -> Iterator[tuple[str, Box]]:
        """What marks cover, with their ids: dots, bars, brackets; not the light ground under a line."""
        for mark in self.points:
            trace = self.traces[mark.trace]
            if trace["type"] == "bar" and one(trace["marker"]["color"], mark.at) in (style.VEIL, style.CLEAR):
                continue
            if trace["type"] == "bar":
                yield mark.ids, self.bar(trace, mark.at)
            elif "markers" in trace["mode"] and seen(trace["marker"], mark.at):
                x, y = self.place(mark)
                half = one(trace["marker"]["size"], mark.at) / 2
                on_end = one(trace["marker"].get("symbol", ""), mark.at) == "line-ns"
                side = one(trace["marker"]["line"]["width"], mark.at) / 2 if on_end else half
                yield mark.ids, Box(x - side, y - half, x + side, y + half)
        for field in self.layout.get("shapes", []):
            if field.get("fillcolor") in (style.BLUE, style.PALE_BLUE) and field["yref"] == "y":
                across, down = ([self.pixel(field[f"{a}ref"], field[f"{a}{n}"]) for n in (0, 1)] for a in "xy")
                yield "", Box(across[0], min(down), across[1], max(down))

    def ticks(self) -> Iterator[tuple[str, Box]]:
        """What is written along the axes: years in the middle below their ticks, values to the left of theirs."""
        for name in (key.replace("axis", "") for key in self.layout if "axis" in key):
            axis = self.axis(name)
            for value, text in zip(axis.get("tickvals", []), axis.get("ticktext", []), strict=True):
                size, at = axis["tickfont"]["size"], self.pixel(name, value)
                wide, high = self.viewport.measure(text, size, False), size * LEADING
                foot = self.ends(axis["anchor"])[0]
                if name[0] == "x":
                    yield text, Box(at - wide / 2, foot + TICK, at + wide / 2, foot + TICK + high)
                else:
                    yield text, Box(foot - TICK - wide, at - high / 2, foot - TICK, at + high / 2)

    def bar(self, trace: dict[str, Any], at: int) -> Box:
        """From zero, or from its base, to its end; as thick as it says."""
        across, down = self.axes_of(trace)
        thick = one(trace["width"], at)
        if trace.get("orientation") == "h":
            base = one(trace.get("base", 0), at)
            ends = sorted((self.pixel(across, base), self.pixel(across, base + trace["x"][at])))
            y, half = self.pixel(down, trace["y"][at]), thick * self.scale(down) / 2
            return Box(ends[0], y - half, ends[1], y + half)
        ends = sorted((self.pixel(down, 0), self.pixel(down, trace["y"][at])))
        x, half = self.pixel(across, trace["x"][at]), thick / 86_400_000 * self.scale(across) / 2
        return Box(x - half, ends[0], x + half, ends[1])


def seen(marker: dict[str, Any], at: int) -> bool:
    """Whether a marker can be seen: a line on end is nothing but its edge."""
    stroke = one(marker.get("line", {}).get("width", 0), at)
    return bool(one(marker["opacity"], at)) and (one(marker.get("symbol", ""), at) != "line-ns" or bool(stroke))


def number(value: Any) -> float:
    """Values of an axis as numbers; of a time axis as days."""
    if isinstance(value, str):
        day = datetime.fromisoformat(value)
        return day.toordinal() + day.hour / 24
    return float(value)


def one(value: Any, at: int) -> Any:
    """The value of one point, whether each has its own or all share it."""
    return value[at] if isinstance(value, list) else value


def plain(text: str) -> str:
    return TAG.sub("", text.replace("<br>", " ")).strip()


def lines(text: str) -> list[str]:
    return text.split("<br>")


def digits(text: str) -> list[str]:
    """The numbers in a text without their separators: 12,840 and 12 840 are 12840, 34.5 and 34,5 are 345."""
    return [re.sub(r"\D", "", found) for found in re.findall(r"\d(?:[\d\u00a0.,]*\d)?", plain(text))]


__all__ = ["Box", "Mark", "Picture", "digits", "lines", "number", "one", "plain", "style"]
