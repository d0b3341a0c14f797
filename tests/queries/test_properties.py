"""Whatever was published, no answer says more: random claims against every query."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard import data
from dashboard.catalog import MEASURES
from tests.queries import allowed, derived, strategies
from tests.queries.stated import check_rows
from tests.queries.tables import NAMES, YEARS, Claim, Row, Tables

SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
steady = settings(derandomize=True, database=None, deadline=None, suppress_health_check=SLOW)
NAMED = {name: set(re.findall(r"'(\w+)'", data.sql(name))) & MEASURES.keys() for name in NAMES}
FAMILIES = {
    "volunteers sent abroad": (180, strategies.ABROAD),
    "UN Volunteers": (180, strategies.UN),
    "all that is counted": (180, strategies.EVERYTHING),
}


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


def answers(tables: Tables, claims: Sequence[Claim]) -> list[tuple[str, int | None, list[Row]]]:
    """Name, year and rows of every query that names a measure of these claims, or names none."""
    tables.hold(claims)
    measures = {claim["measure"] for claim in claims}
    concerned = [name for name in NAMES if not NAMED[name] or NAMED[name] & measures]
    years = {name: YEARS if "year" in tables.parameters[name] else (None,) for name in concerned}
    return [(name, year, tables.rows(name, year=year, lang="en")) for name in concerned for year in years[name]]


def by_id(claims: Sequence[Claim]) -> dict[str, Claim]:
    return {claim["claim"]: claim for claim in claims}


@pytest.mark.parametrize("family", FAMILIES)
def test_no_answer_has_a_number_for_a_year_or_place_that_no_claim_states(tables, family):
    examples, measures = FAMILIES[family]

    @settings(steady, max_examples=examples)
    @given(claims=strategies.claim_sets(measures))
    def holds(claims: list[Claim]) -> None:
        for name, year, rows in answers(tables, claims):
            check_rows(named(rows, name, year), by_id(claims))

    holds()
