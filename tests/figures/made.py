"""Changes in; rows that nobody published out, as the queries give them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

USUAL: dict[str, Any] = {
    "measure": "volunteers_at_home",
    "value": None,
    "qualifier": "exact",
    "kind": "flow",
    "from_precision": "year",
    "to_precision": "year",
    "dispute": None,
    "tension": None,
    "said_by": "minister",
    "publisher": "Qazinform",
    "said_in": "ru",
    "language": "ru",
    "published_on": "2025-05-12",
    "repeated_by": [],
    "sources": ["MADE"],
    "status": "A",
    "role": None,
    "formula": None,
    "inputs": [],
}
# Of who said it, a dispute, a repetition: a chart may lack each.
OPTIONAL = ("dispute", "tension", "said_by", "publisher", "said_in", "language", "published_on", "repeated_by")


def row(number: int = 0, **changes: Any) -> dict[str, Any]:
    """One row; `year` is short for its first and last day, `until` for another last year."""
    first = changes.pop("year", 2024)
    last = changes.pop("until", first)
    ends = (date(first, 1, 1), date(last, 12, 31)) if first else (None, None)
    period: dict[str, Any] = dict(zip(("period_from", "period_to"), ends, strict=True))
    return USUAL | {"claims": [f"MADE-{number}"]} | period | changes


def made(*changes: dict[str, Any]) -> pd.DataFrame:
    """Rows, each with a claim of its own."""
    return pd.DataFrame([row(number, **each) for number, each in enumerate(changes)], dtype=object)
