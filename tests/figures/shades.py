"""Fields with rows in; where their shades do not follow their numbers, out."""

from __future__ import annotations

import re
from typing import Any

from tests.figures.pictures import Picture

# Of a number near zero, and of the largest.
PALEST, DARKEST = 0.08, 0.62
BLUE = re.compile(r"rgba\(0,137,168,([0-9.]+)\)")


def misshaded(picture: Picture, rows: list[Any]) -> list[str]:
    """The larger, the darker; equal numbers alike; zero is grey, what is withheld hatched. In the order of the rows."""
    if not picture.marks:
        return []
    trace = picture.traces[picture.marks[0].trace]
    looks = list(zip(rows, trace["marker"]["color"], trace["marker"]["pattern"]["shape"], strict=True))
    faults: list[str] = []
    shades: dict[float, set[float]] = {}
    for row, colour, hatched in looks:
        blue = BLUE.fullmatch(colour)
        if bool(hatched) != (row.status == "Q") or bool(blue) != bool(row.value):
            faults.append(f"{row.status} {row.value}: {colour} {hatched}")
        if row.value and blue:
            shades.setdefault(row.value, set()).add(float(blue[1]))
    order = [shades[value] for value in sorted(shades)]
    faults += ["equal numbers, unlike shades"] * any(len(each) > 1 for each in order)
    steps = [next(iter(each)) for each in order]
    return faults + ["shades out of order"] * (steps != sorted(steps)) + unlike(shades)


def unlike(shades: dict[float, set[float]]) -> list[str]:
    """Numbers whose shades are not as far apart as they are; the largest number is as dark as words on it allow."""
    top = max(shades, default=0)
    return [
        f"{value}: {shade}"
        for value, each in shades.items()
        for shade in each
        if abs(shade - (PALEST + (DARKEST - PALEST) * value / top)) > 0.011
    ]
