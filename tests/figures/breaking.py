"""A figure as it travels to the browser in; the same with one fault out, so that a check can be shown to find it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Figure = dict[str, Any]


def copied(figure: Figure) -> Figure:
    return copy.deepcopy(figure)


def told(figure: Figure) -> Iterator[tuple[int, int]]:
    """Trace and place of each mark that stands for a row."""
    for index, trace in enumerate(figure["data"]):
        if trace.get("hoverinfo") == "text":
            yield from ((index, at) for at in range(len(trace["x"])))


def without(figure: Figure, trace: int, at: int) -> Figure:
    """One point of a trace less."""
    return _picked(figure, trace, lambda each: each[:at] + each[at + 1 :])


def doubled(figure: Figure, trace: int, at: int) -> Figure:
    """One point of a trace twice."""
    return _picked(figure, trace, lambda each: each[: at + 1] + each[at:])


def moved(figure: Figure, trace: int, at: int, axis: str, value: Any) -> Figure:
    """One point of a trace elsewhere."""
    return _picked(figure, trace, lambda each: [*each[:at], value, *each[at + 1 :]], axis)


def _picked(figure: Figure, index: int, pick: Callable[[list[Any]], list[Any]], only: str = "") -> Figure:
    broken = copied(figure)
    broken["data"][index] = _each(figure["data"][index], len(figure["data"][index]["x"]), pick, only)
    return broken


def _each(value: Any, length: int, pick: Callable[[list[Any]], list[Any]], only: str = "") -> Any:
    """Every list that has an entry a point, however deep it lies."""
    if isinstance(value, dict):
        return {key: _each(each, length, pick) if not only or key == only else each for key, each in value.items()}
    return pick(value) if isinstance(value, list) and len(value) == length else value


def rewritten(figure: Figure, at: int, text: str) -> Figure:
    broken = copied(figure)
    broken["layout"]["annotations"][at]["text"] = text
    return broken


def less_a_note(figure: Figure, at: int) -> Figure:
    broken = copied(figure)
    del broken["layout"]["annotations"][at]
    return broken


def some(items: Iterable[Any], most: int = 6) -> list[Any]:
    """A few, evenly spread, the first and the last among them."""
    found = list(items)
    step = max((len(found) - 1) / (most - 1), 1)
    return [found[round(n * step)] for n in range(min(most, len(found)))]
