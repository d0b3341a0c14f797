"""Rows that may be compared in; bars from zero out, those of one unit on one scale."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import MEASURES, STATUSES, WORDS
from dashboard.figures import marks, style
from dashboard.figures.columns import APART, BAR
from dashboard.figures.groups import Group, Words
from dashboard.figures.headings import heading, shared
from dashboard.figures.phrases import label, number, period
from dashboard.figures.row_layout import Place, RowLayout
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Units that are no counts.
SCALED = ("percent", "KZT", "USD", "years", "year")


def comparison(
    rows: list[Any],
    t: Language,
    viewport: Viewport,
    columns: tuple[str, ...],
    groups: tuple[str, ...] = (),
    across: bool = False,
) -> go.Figure:
    """A bar for each row, in the order of the rows; a heading for each of `groups`, `across` if side by side.

    `columns` name a row; its period does too where rows of a picture differ in it. Rows: measure, value, qualifier,
    kind, status, the period, claims; accent (bars of others are grey then), comparable (else no bar), role, dispute.
    """
    named = all(label(t, row, columns, dated=False, differ=False) for row in rows)
    grouped = groupby(rows, lambda row: shared(row, groups))
    made = [_group(list(members), groups, rows if named else []) for _, members in grouped]
    # Where a period is all that tells a row from others, it names it.
    dated = {id(row) for group in made if _periods(group.rows) > 1 or not named for row in group.rows}

    def laid_out(behind: bool) -> tuple[RowLayout, Words]:
        """A period stands behind its number, or in the name: always where that were empty."""

        def when(t: Language, row: Any) -> str:
            possible = behind and row.kind and id(row) in dated
            return period(t, row) if possible and label(t, row, columns, dated=False, differ=False) else ""

        def name(t: Language, row: Any) -> str:
            return label(t, row, columns, id(row) in dated and not when(t, row), differ=_drawn(row))

        def number(t: Language, row: Any) -> str:
            return f"{said(t, row)} {when(t, row)}" if _drawn(row) else ""

        def aside(t: Language, row: Any) -> str:
            return "" if _drawn(row) else " · ".join(filter(None, (said(t, row), when(t, row))))

        return RowLayout(made, t, viewport, name, number, aside, across), when

    placed, when = laid_out(behind=True)
    if placed.columned.above:
        # There is no room for both beside the names.
        placed, when = laid_out(behind=False)
    layout, traces = placed.layout(), []
    for index, (unit, column) in enumerate(dict.fromkeys((_unit(each.row), each.column) for each in placed.places)):
        members = [each for each in placed.places if (_unit(each.row), each.column) == (unit, column)]
        tail = str(index + 1) if index else ""
        everyone = [row for row in rows if _unit(row) == unit]
        layout[f"xaxis{tail}"] = _scale(everyone) | {"domain": placed.domain(column), "anchor": "y"}
        traces += _bars(members, t, f"x{tail}", placed.bar)
        layout["annotations"] += [_number(t, each, f"x{tail}", placed, when(t, each.row)) for each in members]
        layout["shapes"] += _zero(members, f"x{tail}")
    return style.figure(traces, layout)


def said(t: Language, row: Any) -> str:
    """The number; of a row that may not be compared, that and what it counts."""
    if _comparable(row) or row.value is None:
        # A number that we derived bears the sign of that.
        return f"{number(t, row)} {STATUSES['E'].symbol}" if row.status == "E" else number(t, row)
    counted = f"{number(t, row)} {t(WORDS['units'][MEASURES[row.measure].unit])}"
    text = t("not comparable: {counted}", counted=counted)
    # A bar would be gold.
    return f"{text} · {t('sources differ')}" if getattr(row, "dispute", None) else text


def _comparable(row: Any) -> bool:
    return getattr(row, "comparable", True)


def _periods(rows: list[Any]) -> int:
    return len({(row.period_from, row.period_to) for row in rows})


def _group(rows: list[Any], groups: tuple[str, ...], everyone: list[Any]) -> Group:
    """A period that all rows of a group share stands in its heading, if it has one, and one that `everyone` shares in
    the subtitle.
    """
    own = groups and "period" not in groups and _periods(rows) == 1 < _periods(everyone)
    words = (*groups, "period") if own else groups
    return Group(rows, lambda t: heading(t, rows[0], words), " ".join(dict.fromkeys(style.ids(row) for row in rows)))


def _unit(row: Any) -> str:
    """All that is counted has one scale, or an eye took unequal numbers for equal; shares and money have theirs."""
    measure = MEASURES[row.measure]
    # Of a change a hundred per cent is no whole.
    return "change" if measure.signed else measure.unit if measure.unit in SCALED else "count"


def _drawn(row: Any) -> bool:
    return row.value is not None and _comparable(row)


def _scale(rows: list[Any]) -> dict[str, Any]:
    """From zero, or the deepest fall, to the largest number; shares always to the whole."""
    values = [row.value for row in rows if _drawn(row)]
    top = 100 if _unit(rows[0]) == "percent" else max(values, default=1)
    return {"visible": False, "fixedrange": True, "range": [min(0, *values, 0), max(top, 0) or 1]}


def _bars(places: list[Place], t: Language, axis: str, width: float) -> list[dict[str, Any]]:
    rows = [each.row for each in places]
    drawn = [row.value if _drawn(row) else 0 for row in rows]
    look = marks.bar(rows)
    look["line"]["width"] = [1.5 if _drawn(row) else 0 for row in rows]
    if any(getattr(row, "accent", None) for row in rows):
        look["color"] = [fill if row.accent else style.SILVER for row, fill in zip(rows, look["color"], strict=True)]
        look["line"]["width"] = 0
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": drawn,
        "y": [each.middle for each in places],
        "width": width,
        "xaxis": axis,
        "marker": look,
        "cliponaxis": False,
        **marks.told(t, rows),
    }
    beyond = [each for each in places if _drawn(each.row)]
    ends, middles = [each.row.value for each in beyond], [each.middle for each in beyond]
    heads = marks.carets([each.row for each in beyond], ends, middles, {"xaxis": axis})
    for head in heads:
        head["marker"]["angle"] = [angle + 90 for angle in head["marker"]["angle"]]
    return [bars, *heads]


def _number(t: Language, place: Place, axis: str, placed: RowLayout, when: str) -> dict[str, Any]:
    """Behind the end of the bar, and behind the head of a number beyond which the true one lies."""
    row, drawn = place.row, _drawn(place.row)
    text = (
        " ".join(filter(None, (f"<b>{said(t, row)}</b>", when)))
        if drawn
        else f"<i>{'<br>'.join(placed.columned.aside(t, row))}</i>"
    )
    shift = APART / 2 + (marks.CARET_OFF + 2 if drawn and row.qualifier in marks.ABOVE else 0)
    end = {"x": max(row.value, 0) if drawn else 0, "xref": axis, "xanchor": "left", "xshift": shift}
    return style.note(text, place.middle, style.ids(row)) | end | {"yanchor": "middle", "borderpad": 0}


def _zero(places: list[Place], axis: str) -> list[dict[str, Any]]:
    """The line from which bars begin, under one heading each."""
    line = {"type": "line", "xref": axis, "yref": "y", "x0": 0, "x1": 0, "line": {"width": 1.5, "color": style.GREY}}
    groups = (list(members) for _, members in groupby(places, lambda each: each.ids))
    return [
        line | {"y0": group[0].middle - BAR * 0.8, "y1": group[-1].middle + BAR * 0.8, "layer": "below"}
        for group in groups
    ]
