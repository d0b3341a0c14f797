"""Rows of a query and the claims behind them in; AssertionError out where a row says what no claim says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.queries.tables import Claim, Row

Claims = Mapping[str, Claim]

PERIOD = ("period_from", "period_to")
SAME = ("measure", "qualifier", "kind", *PERIOD, "from_precision", "to_precision")
DIMENSIONS = ("origin", "hosts", "agencies", "region", "event", "sex")
NUMBERS = ("value", "low", "high", "total")


def check_rows(answer: str, rows: Sequence[Row], claims: Claims) -> None:
    """Every rule that needs nothing but the rows of one answer and the claims; `answer` names it."""
    try:
        for row in rows:
            check_number(row, claims)
            check_ends(row, claims)
            check_sources(row, claims)
        check_once(rows, claims)
    except AssertionError as error:
        error.add_note(answer)
        raise


def check_number(row: Row, claims: Claims) -> None:
    """A number that is not derived is one that a claim gives for just this place, period and kind."""
    if row.get("value") is not None and row["status"] != "E":
        assert any(agrees(row, claims[code]) and claims[code]["value"] == row["value"] for code in ids(row)), (
            f"no claim says {row['value']} for this: {row}"
        )
    if row.get("total") is not None:
        assert any(
            agrees(row, claims[code], named=False) and claims[code]["value"] == row["total"] for code in ids(row)
        ), f"no claim says {row['total']} in all: {row}"
    if row.get("value") is not None and row["status"] == "E":
        assert row.get("formula") and row.get("inputs"), f"derived, but from what? {row}"
    if not ids(row):
        assert all(row.get(number) is None for number in NUMBERS), f"a number without a claim: {row}"
        assert row.get("status", "O") in ("O", "M"), f"nothing is stated here: {row}"


def ids(row: Row) -> list[str]:
    return list(row.get("claims", []))


def agrees(row: Row, claim: Claim, named: bool = True) -> bool:
    """Whether a claim is about what the row is about, as far as its columns tell."""
    alike = all(row[column] == claim[column] for column in (*SAME, *DIMENSIONS) if column in row)
    if "world_region" in row:
        alike &= claim["world_region"] == (None if row["world_region"] == "_T" else row["world_region"])
    if named and row.get("host") is not None:
        alike &= claim["hosts"] == [row["host"]]
    if named and row.get("agency") is not None:
        alike &= claim["agencies"] == [row["agency"]]
    return alike


def check_ends(row: Row, claims: Claims) -> None:
    """The least and the most stand on a derived range, on a place with a number of its own, or on a headline."""
    low, high = row.get("low"), row.get("high")
    if (low is None and high is None) or "values" in row:
        return
    if row["status"] == "E":
        assert row["formula"] == "bounds" and row["value"] is None and row["places"] > 1, f"a range of what? {row}"
    else:
        assert row["places"] == 1 and low == high == row["value"] and row["qualifier"] == "exact", f"a range: {row}"


def check_sources(row: Row, claims: Claims) -> None:
    """A row names the sources of its claims, all of them and no other."""
    if "sources" in row:
        assert row["sources"] == sorted({claims[code]["source"] for code in ids(row)}), f"sources of others: {row}"


def check_once(rows: Sequence[Row], claims: Claims) -> None:
    """No claim is drawn twice, and one that repeats another only where the row says so or lists disagreements."""
    numbers = [row for row in rows if row.get("value") is not None and row["status"] != "E"]
    drawn = Counter((ids(row)[0], row.get("disagreement")) for row in numbers)
    again = [code for code, times in drawn.items() if times > 1]
    assert not again, f"drawn twice: {again}"
    for row in numbers:
        if not {"corroborates", "disagreement", "places"} & row.keys():
            assert claims[ids(row)[0]]["corroborates"] is None, f"a repetition is counted again: {row}"
