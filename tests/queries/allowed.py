"""Claims in; out comes what each named place can have, found by trying all ways to divide the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import Any

from tests.queries.tables import Claim, Row

# Totals tried for "at least" and "over": enough to see that the most still grows.
MOST = 20


def splits(total: int, places: int) -> Iterator[tuple[int, ...]]:
    """Every way to give `places` places at least one each, `total` in all."""
    for cuts in combinations(range(1, total), places - 1):
        yield tuple(after - before for before, after in pairwise((0, *cuts, total)))


@cache
def ends(total: int, places: int, qualifier: str) -> tuple[float | None, float | None]:
    """The least and the most for one place; None where the total sets no end."""
    if qualifier in ("about", "almost") or (places == 1 and qualifier != "exact"):
        return None, None
    least = {"exact": total, "at_least": total, "over": total + 1}[qualifier]
    totals = [least] if qualifier == "exact" else range(least, MOST)
    found = [part for each in totals for split in splits(each, places) for part in split]
    if not found:
        return None, None
    return min(found), max(found) if qualifier == "exact" else None


def expected(claims: Sequence[Claim], column: str, year: int | None) -> list[tuple[Any, ...]]:
    """What placements_by_country (column hosts) or placements_by_agency (agencies) has to say of a year."""
    sent = [claim for claim in naming(claims, column) if claim["measure"] == "placements" and claim["origin"] == "KAZ"]
    of_year = [claim for claim in sent if lies_in(claim, year)]
    around = [claim for claim in sent if reaches(claim, year)]
    rows = []
    for claim in of_year or around:
        behind = sorted({claim["claim"], *(other["claim"] for other in claims if repeats(other, claim))})
        places = len(claim[column])
        least, most = ends(int(claim["value"]), places, claim["qualifier"]) if of_year else (None, None)
        value = claim["value"] if of_year and places == 1 else None
        rows += [(place, behind, places, claim["value"], value, least, most) for place in claim[column]]
    return sorted(rows, key=repr)


def found(rows: Sequence[Row], place: str) -> list[tuple[Any, ...]]:
    """The same out of the answer of a query."""
    columns = ("places", "total", "value", "low", "high")
    return sorted(((row[place], sorted(row["claims"]), *(row[name] for name in columns)) for row in rows), key=repr)


def naming(claims: Sequence[Claim], column: str) -> list[Claim]:
    """Claims that name places; a repetition only for a claim that names none, and only one of them."""
    chosen = []
    for claim in claims:
        if claim["corroborates"] is None:
            again = sorted((other for other in claims if repeats(other, claim)), key=lambda other: other["claim"])
            chosen += [each for each in (claim, *again) if each[column]][:1]
    return chosen


def repeats(other: Claim, claim: Claim) -> bool:
    return bool(other["corroborates"] == claim["claim"])


def lies_in(claim: Claim, year: int | None) -> bool:
    """Whether the whole period is of the year; None asks for every claim."""
    ends_of = (claim["period_from"], claim["period_to"])
    return year is None or all(day is not None and day.year == year for day in ends_of)


def reaches(claim: Claim, year: int | None) -> bool:
    """Whether the period reaches over the year; a claim without any date is of no year."""
    first, last = claim["period_from"], claim["period_to"]
    if year is None or (first is None and last is None):
        return False
    return (first is None or first.year <= year) and (last is None or last.year >= year)
