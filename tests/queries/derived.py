"""Claims in; out comes what may be calculated from them: shares, remainders, sums, gaps, headlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.queries.stated import PERIOD, Claims
from tests.queries.tables import SOURCES, Claim, Row

WHO = ("region", "world_region", "event", "sex")
CELL = ("measure", "kind", *PERIOD, "origin", *WHO)
NOBODY: Claim = dict.fromkeys(WHO, None)
ALL_REGIONS = {"SSA", "LAC", "AP", "ARAB", "ECIS"}
SOURCE: Mapping[str, Row] = {str(source["source"]): source for source in SOURCES}

Derived = list[tuple[Any, ...]]


def chosen(claims: Iterable[Claim], **wanted: Any) -> list[Claim]:
    """Claims that repeat no other and are as wanted."""
    return [c for c in claims if c["corroborates"] is None and all(c[key] == value for key, value in wanted.items())]


def same_period(one: Claim, other: Claim) -> bool:
    return None not in (one["period_from"], one["period_to"]) and all(one[end] == other[end] for end in PERIOD)


def derived_rows(rows: Iterable[Row]) -> Derived:
    """(period, inputs, value) of the derived numbers in an answer."""
    calculated = [row for row in rows if row["status"] == "E"]
    return sorted((row["period_from"], row["period_to"], row["inputs"], row["value"]) for row in calculated)


def shares(claims: Sequence[Claim]) -> Derived:
    """Selected in per cent of the candidates: exact numbers on all people of one period."""
    wanted = NOBODY | {"origin": "KAZ", "kind": "flow", "qualifier": "exact"}
    pairs = [
        (sent["period_from"], sent["period_to"], [sent["value"], asked["value"]], share(sent["value"], asked["value"]))
        for sent in chosen(claims, measure="placements", **wanted)
        for asked in chosen(claims, measure="candidates", **wanted)
        if same_period(sent, asked) and not is_part(sent, claims) and not is_part(asked, claims)
    ]
    return sorted(pairs)


def is_part(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether another number on the same people and period covers more places, or all, and is no rival of this one."""
    alike = chosen(claims, **{column: claim[column] for column in CELL})
    wider = [c for c in alike if covers_both(c, claim) and not covers_both(claim, c)]
    return any(c["dispute"] is None or c["dispute"] != claim["dispute"] for c in wider)


def covers(claim: Claim, other: Claim, column: str) -> bool:
    """A claim that names no place is on all of them."""
    return not claim[column] or (bool(other[column]) and set(claim[column]) >= set(other[column]))


def covers_both(claim: Claim, other: Claim) -> bool:
    return covers(claim, other, "hosts") and covers(claim, other, "agencies")


def share(part: float, whole: float) -> float:
    return float((Decimal(100) * Decimal(part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def others(claims: Sequence[Claim]) -> Derived:
    """All UN Volunteers from Kazakhstan less those at home: exact numbers on all of them, of one kind and period."""
    wanted = NOBODY | {"origin": "KAZ", "qualifier": "exact", "agencies": []}
    pairs = [
        (every["period_from"], every["period_to"], [every["value"], home["value"]], every["value"] - home["value"])
        for every in chosen(claims, measure="un_volunteers", hosts=[], **wanted)
        for home in chosen(claims, measure="national_un_volunteers", kind=every["kind"], **wanted)
        if same_period(every, home) and every["value"] >= home["value"] and home["hosts"] in ([], ["KAZ"])
    ]
    return sorted(pairs)


def sums(claims: Sequence[Claim]) -> Derived:
    """All regions of the world together, where each has one exact number, beside the first total stated."""
    wanted: Claim = {"measure": "un_volunteers", "kind": "flow", "origin": None, "hosts": [], "agencies": []}
    stated = chosen(claims, **wanted, sex=None, region=None, event=None)
    found = []
    for total in stated:
        parts = [c for c in stated if c["world_region"] and same_period(c, total)]
        whole = in_order(c for c in stated if c["world_region"] is None and same_period(c, total))
        exact = all(c["qualifier"] == "exact" for c in parts)
        complete = sorted(c["world_region"] for c in parts) == sorted(ALL_REGIONS)
        if exact and complete and whole and whole[0] is total:
            added = sum(c["value"] for c in parts)
            found.append((total["period_from"], total["period_to"], [added, total["value"]], added))
    return sorted(found)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """The written order: in the language in which it was said, then official, then the later date, then the id."""
    ranks: tuple[tuple[Callable[[Claim], Any], bool], ...] = (
        (lambda c: c["claim"], False),
        (lambda c: SOURCE[c["source"]]["published_on"] or "", True),
        (lambda c: SOURCE[c["source"]]["official"], True),
        (lambda c: c["said_in"] == SOURCE[c["source"]]["language"], True),
    )
    ordered = list(claims)
    for rank, downwards in ranks:
        ordered.sort(key=rank, reverse=downwards)
    return ordered


def gaps(claims: Sequence[Claim]) -> list[tuple[str, date, date]]:
    """(measure, first day, last day) of the time between two statements on the world of which nothing was stated."""
    found = []
    wanted = {"kind": "flow", "origin": None, "world_region": None, "sex": None}
    for measure in ("un_volunteers", "un_volunteers_mobilised"):
        stated = [c for c in chosen(claims, measure=measure, **wanted) if c["period_from"] and c["period_to"]]
        until = None
        for first, last in sorted((c["period_from"], c["period_to"]) for c in stated):
            if until is not None and first > until + timedelta(1):
                found.append((measure, until + timedelta(1), first - timedelta(1)))
            until = last if until is None else max(until, last)
    return found


def check_headline(row: Row, claims: Claims) -> None:
    """A tile tells all that was stated of one thing, in the written order; a range only of exact numbers."""
    told = [claims[code] for code in row["statements"]]
    first = told[0]
    assert all(row[column] == first[column] for column in ("measure", "kind", *PERIOD)), f"unlike: {row}"
    assert first["origin"] == "KAZ" and not any(first[column] for column in WHO), f"of others: {row}"
    assert all(claim in told for claim in chosen(claims.values()) if beside(claim, first)), f"one is left out: {row}"
    assert all(beside(claim, first) for claim in told), f"one tile for different places: {row}"
    assert [c["claim"] for c in in_order(told)] == row["statements"], f"not in the written order: {row}"
    assert [(c["value"], c["qualifier"]) for c in told] == [*zip(row["values"], row["qualifiers"], strict=True)]
    exact = set(row["qualifiers"]) == {"exact"}
    assert (row["low"], row["high"]) == ((min(row["values"]), max(row["values"])) if exact else (None, None))


def beside(claim: Claim, other: Claim) -> bool:
    """Whether two statements are on one thing: in one dispute, or alike in all that they name."""
    alike = all(claim[column] == other[column] for column in CELL)
    disputed = claim["dispute"] is not None and claim["dispute"] == other["dispute"]
    return alike and (disputed or all(claim[column] == other[column] for column in ("hosts", "agencies")))
