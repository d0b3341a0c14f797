"""A figure in; the same figure, of whose marks one can be chosen, out, and which row each of its marks belongs to."""

from __future__ import annotations

from collections import deque
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import marks, style
from dashboard.figures.style import CLEAR
from dashboard.i18n import Language

# By this the style sheet knows the mark that is chosen, and draws a ring around it: plotly has no word for one.
CHOSEN = 0.99
# Kinds of plotly's traces of which points can be chosen.
POINTS = ("scatter", "bar")


def answering(drawn: go.Figure) -> go.Figure:
    """Whatever is chosen, all other marks stay as they are."""
    plain = drawn.to_dict()
    for trace in plain["data"]:
        if trace["type"] in POINTS:
            own = trace.get("marker", {}).get("opacity", 1)
            # What only the pointer meets stays unseen: its ring is not.
            look = {"opacity": CHOSEN} | ({} if own else {"color": CLEAR})
            trace |= {"selected": {"marker": look}, "unselected": {"marker": {"opacity": own}}}
    return style.figure(plain["data"], plain["layout"])


def with_chosen(live: go.Figure, belonging: list[list[int]], row: int) -> go.Figure:
    """The figure on which the mark of a row is chosen, if it has one."""
    plain = live.to_dict()
    for trace, rows in zip(plain["data"], belonging, strict=True):
        trace["selectedpoints"] = [at for at, each in enumerate(rows) if each == row]
    return style.figure(plain["data"], plain["layout"])


def belonging(drawn: go.Figure, t: Language, rows: list[Any]) -> list[list[int]]:
    """For each trace, and each of its points: the number of its row; nothing for traces that only help to draw."""
    waiting: dict[tuple[str, str], deque[int]] = {}
    for number, row in enumerate(rows):
        waiting.setdefault((style.ids(row), marks.detail(t, row)), deque()).append(number)
    return [_rows_of(trace, waiting) if trace.hovertext else [] for trace in drawn.data]


def _rows_of(trace: Any, waiting: dict[tuple[str, str], deque[int]]) -> list[int]:
    """Marks of rows that say the same stand in the order of the rows; the ends of one line belong to one."""
    line, found = trace.type == "scatter" and "lines" in trace.mode, []
    for said, points in groupby(zip(trace.customdata, trace.hovertext, strict=True)):
        many = len(list(points))
        found += [waiting[said].popleft()] * many if line else [waiting[said].popleft() for _ in range(many)]
    return found
