"""What a layout of rows is asked for: groups under their headings, the words of a row, and where all of it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.figures.style import Viewport
from dashboard.i18n import Language

Words = Callable[[Language, Any], str]


@dataclass(frozen=True)
class Group:
    """Rows under one heading, "" for none; `ids` are what its numbers trace to."""

    rows: list[Any]
    heading: Callable[[Language], str]
    ids: str


@dataclass(frozen=True)
class Rows:
    """Groups of rows, the reader's words for a row, for its number and for what stands in place of a mark, and where
    all of it is seen. Those of groups `across` stand side by side, if there is room: rows of one name at one height.
    """

    groups: list[Group]
    t: Language
    viewport: Viewport
    name: Words
    number: Words
    aside: Words
    across: bool = False
