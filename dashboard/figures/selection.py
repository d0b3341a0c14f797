"""Groups of rows in; out come ever smaller selections of them, for a picture that has no room for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

# For each group the indexes of its rows that are chosen.
Selection = list[list[int]]


def selections(groups: list[list[Any]], newest: bool) -> Iterator[Selection]:
    """All rows, then ever fewer, without a side of a dispute whose other sides are left out.

    With `newest` the last rows of each group, else whole groups from the first. A group that is cut comes last: three
    of four countries would look like all of them.
    """
    every = [list(range(len(rows))) for rows in groups]
    fewer = _newest(every) if newest else _first(every)
    yield every
    yield from (undivided(groups, chosen) for chosen in fewer)


def _newest(every: Selection) -> Iterator[Selection]:
    for each in range(max(map(len, every), default=0) - 1, 0, -1):
        yield [rows[-each:] for rows in every]
    for kept in range(len(every) - 1, 0, -1):
        yield [rows[-1:] if at < kept else [] for at, rows in enumerate(every)]


def _first(every: Selection) -> Iterator[Selection]:
    for kept in range(len(every) - 1, 0, -1):
        yield [rows if at < kept else [] for at, rows in enumerate(every)]
    for each in range(len(every[0]) - 1 if every else 0, 0, -1):
        yield [every[0][:each], *([] for _ in every[1:])]


def undivided(groups: list[list[Any]], chosen: Selection) -> Selection:
    """Without a side of a dispute whose other sides are not chosen: alone it would look undisputed."""
    sides = Counter(_dispute(row) for rows in groups for row in rows)
    here = Counter(_dispute(rows[at]) for rows, places in zip(groups, chosen, strict=True) for at in places)
    cut = {dispute for dispute in here if dispute and here[dispute] < sides[dispute]}
    return [[at for at in places if _dispute(rows[at]) not in cut] for rows, places in zip(groups, chosen, strict=True)]


def _dispute(row: Any) -> str | None:
    dispute: str | None = getattr(row, "dispute", None)
    return dispute
