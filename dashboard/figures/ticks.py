"""Numbers of one unit in; the ticks of their axis and the words beside them out."""

from __future__ import annotations

from math import floor, log10
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Letters; about so many ticks, and so many pixels at least from one to the next.
LETTERS, ABOUT, APART = 12, 4, 26


def ticks(most: float, scale: float = 0) -> list[float]:
    """Round numbers from zero up to the largest number; not too close where a unit has `scale` pixels."""
    if not most:
        return [0]
    rough = max(most / ABOUT, APART / scale if scale else 0)
    power = 10 ** floor(log10(rough))
    # Nobody counts in halves.
    steps = (max(factor * power, 1) for factor in (1, 2, 2.5, 5, 10) if factor != 2.5 or power > 1)
    step = next(each for each in steps if each >= rough * 0.999)
    return [step * n for n in range(floor(most / step + 1e-9) + 1)]


def tick(t: Language, value: float, unit: str) -> str:
    return t.percent(value) if unit == "percent" else t.number(value)


def tick_width(rows: list[Any], t: Language, viewport: Viewport) -> float:
    """Pixels that the ticks of these rows take at the left."""
    most: dict[str, float] = {}
    for row in rows:
        unit = MEASURES[row.measure].unit
        most[unit] = max(most.get(unit, 0), row.value or 0)
    said = (tick(each, at, unit) for each in viewport.each(t) for unit, top in most.items() for at in ticks(top))
    return viewport.widest(said, LETTERS) + 8
