"""Rows of a chart and the claims behind them in; AssertionError out where a row is said by another than its claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.queries.derived import SOURCE
from tests.queries.stated import Claims, ids
from tests.queries.tables import Claim, Row

SPEAKER = ("said_by", "publisher", "said_in", "language", "published_on", "repeated_by")
NOBODY: tuple[Any, ...] = (None, None, None, None, None, [])


def check_spoken(answer: str, rows: Sequence[Row], claims: Claims) -> None:
    """Whoever said a number is named with it, what nobody said has no speaker, and each row says how many there are."""
    for row in rows:
        if "repeated_by" in row:
            assert tuple(row[column] for column in SPEAKER) == speaker(row, claims), f"{answer}: said by others: {row}"
        if "published" in row:
            assert row["published"] == published(rows), f"{answer}: not so many: {row}"


def speaker(row: Row, claims: Claims) -> tuple[Any, ...]:
    """What the claims and the sources say of the statement that a row is about; a derived row is about none."""
    derived = row.get("formula") not in (None, "bounds")
    if not ids(row) or derived or row.get("mark", "statement") != "statement":
        return NOBODY
    claim = claims[ids(row)[0]]
    source = SOURCE[claim["source"]]
    again = sorted(code for code, other in claims.items() if other["corroborates"] == claim["claim"])
    said = (claim["said_by"], paper(claim), claim["said_in"], source["language"], source["published_on"])
    return (*said, [paper(claims[code]) for code in again])


def paper(claim: Claim) -> str:
    return f"Paper {claim['source']}"


def published(rows: Sequence[Row]) -> int:
    """How many statements there are, or regions that have one where the rows are theirs."""
    if "region" in rows[0]:
        return len({row["region"] for row in rows if row["region"]})
    return len([row for row in rows if ids(row)])
