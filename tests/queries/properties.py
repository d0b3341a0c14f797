"""Tables in; each function asks them about many random sets of claims, and raises where an answer breaks a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from dashboard import data
from dashboard.catalog import MEASURES
from tests.queries import allowed, derived, roles, strategies
from tests.queries.spoken import check_spoken
from tests.queries.stated import Claims, check_rows, ids
from tests.queries.tables import NAMES, YEARS, Claim, Row, Tables, by_id

# The same examples in every run.
steady = settings(
    derandomize=True,
    database=None,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
NAMED = {name: set(re.findall(r"'(\w+)'", data.sql(name))) & MEASURES.keys() for name in NAMES}

ClaimSets = SearchStrategy[list[Claim]]


def try_all(examples: int, claim_sets: ClaimSets, check: Callable[[list[Claim]], None], run: settings = steady) -> None:
    """Check that many sets of claims."""

    @settings(run, max_examples=examples)
    @given(claims=claim_sets)
    def holds(claims: list[Claim]) -> None:
        check(claims)

    holds()


def answers(tables: Tables, claims: Sequence[Claim]) -> Iterator[tuple[str, int | None, list[Row]]]:
    """Name, year and rows of every query that names a measure of these claims, or names none."""
    tables.hold(claims)
    measures = {claim["measure"] for claim in claims}
    for name in NAMES:
        if not NAMED[name] or NAMED[name] & measures:
            for year in YEARS if "year" in tables.parameters[name] else (None,):
                yield name, year, tables.rows(name, year=year, lang="en")


def every_number_is_stated(tables: Tables, claim_sets: ClaimSets, examples: int, run: settings = steady) -> None:
    def check(claims: list[Claim]) -> None:
        for name, year, rows in answers(tables, claims):
            check_rows(f"{name}, year {year}", rows, by_id(claims))

    try_all(examples, claim_sets, check, run)


def bounds_are_those_of_all_splits(tables: Tables, column: str, examples: int, run: settings = steady) -> None:
    name, place = {
        "hosts": ("placements_by_country", "host"),
        "agencies": ("placements_by_agency", "agency"),
    }[column]

    def check(claims: list[Claim]) -> None:
        tables.hold(claims)
        for year in YEARS:
            rows = tables.rows(name, year=year, lang="en")
            assert allowed.found(rows, place) == allowed.expected(claims, column, year), f"year {year}"

    try_all(examples, strategies.claim_sets(["placements"], numbered=strategies.SENT), check, run)


def calculated_from_like_numbers(
    tables: Tables, name: str, calculated: Callable[[Sequence[Claim]], derived.Derived], claim_sets: ClaimSets
) -> None:
    def check(claims: list[Claim]) -> None:
        tables.hold(claims)
        assert derived.derived_rows(tables.rows(name)) == calculated(claims)

    try_all(60, claim_sets, check)


def missing_years_are_gaps(tables: Tables, run: settings = steady) -> None:
    def check(claims: list[Claim]) -> None:
        tables.hold(claims)
        rows = tables.rows("un_volunteers_worldwide_by_year")
        missing = [(row["measure"], row["period_from"], row["period_to"]) for row in rows if row["status"] == "O"]
        assert missing == derived.gaps(claims)

    try_all(80, strategies.of_the_world(), check, run)


def headlines_tell_all(tables: Tables, run: settings = steady) -> None:
    def check(claims: list[Claim]) -> None:
        tables.hold(claims)
        for row in tables.rows("headlines"):
            derived.check_headline(row, by_id(claims))

    try_all(100, strategies.claim_sets(strategies.HEADLINES, strategies.MEETING, strategies.TILED), check, run)


def disagreements_are_whole(tables: Tables) -> None:
    def check(claims: list[Claim]) -> None:
        tables.hold(claims)
        shown = {(row["disagreement"], row["claims"][0]) for row in tables.rows("disputes")}
        for claim in claims:
            assert all((claim[code], claim["claim"]) in shown for code in ("dispute", "tension") if claim[code])

    try_all(60, strategies.claim_sets(strategies.ABROAD), check)


def titles_quote_the_right_rows(tables: Tables, claim_sets: ClaimSets, examples: int, run: settings = steady) -> None:
    def check(claims: list[Claim]) -> None:
        for name, year, rows in answers(tables, claims):
            if rows and "role" in rows[0]:
                told = [row["role"] for row in rows]
                assert told == roles.expected(name, rows, by_id(claims), year), f"{name}, year {year}: {rows}"
                sides_of_a_dispute_are_quoted_together(rows, by_id(claims))

    try_all(examples, claim_sets, check, run)


def sides_of_a_dispute_are_quoted_together(rows: Sequence[Row], claims: Claims) -> None:
    said = [row for row in rows if row.get("publisher")]
    disputed = [row for row in said if claims[ids(row)[0]]["dispute"]]
    for row, other in combinations(disputed, 2):
        assert not roles.rival(row, other, claims) or row["role"] == other["role"], f"one side alone: {row}, {other}"


def speakers_are_those_of_claims(tables: Tables, claim_sets: ClaimSets, examples: int, run: settings = steady) -> None:
    def check(claims: list[Claim]) -> None:
        for name, year, rows in answers(tables, claims):
            check_spoken(f"{name}, year {year}", rows, by_id(claims))

    try_all(examples, claim_sets, check, run)
