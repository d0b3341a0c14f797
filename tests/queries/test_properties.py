"""Whatever was published, no answer says more; and a query that did would be noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, settings

from dashboard import data
from tests.queries import derived, properties, strategies
from tests.queries.tables import VIEWS, Tables

FAMILIES = {
    "volunteers sent abroad": (150, strategies.ABROAD),
    "UN Volunteers": (180, strategies.UN),
    "all that is counted": (180, strategies.EVERYTHING),
}
ONE_YEAR = strategies.PERIODS[:3]
# A mutant only has to be noticed; the smallest set of claims that does it is of no interest.
noticing = settings(properties.steady, phases=[Phase.generate])


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


@pytest.mark.parametrize("family", FAMILIES)
def test_no_answer_has_a_number_for_a_year_or_place_that_no_claim_states(tables, family):
    examples, measures = FAMILIES[family]
    properties.every_number_is_stated(tables, measures, examples)


@pytest.mark.parametrize("column", ["hosts", "agencies"])
def test_bounds_are_those_found_by_trying_all_ways_to_divide_a_total(tables, column):
    properties.bounds_are_those_of_all_splits(tables, column, 60)


def test_a_share_is_that_of_exact_numbers_on_the_same_people_and_period(tables):
    pairs = strategies.claim_sets(["placements", "candidates"], ONE_YEAR, strategies.ALIKE)
    properties.calculated_from_like_numbers(tables, "placements_selection", derived.shares, pairs)


def test_a_remainder_is_that_of_exact_numbers_on_all_un_volunteers_of_one_period(tables):
    pairs = strategies.claim_sets(["un_volunteers", "national_un_volunteers"], ONE_YEAR, strategies.ALIKE)
    properties.calculated_from_like_numbers(tables, "un_volunteers_from_kazakhstan", derived.others, pairs)


def test_regions_are_added_up_only_where_each_has_one_exact_number(tables):
    regions = strategies.regions_of_the_world()
    properties.calculated_from_like_numbers(tables, "un_volunteers_by_region", derived.sums, regions)


def test_missing_years_are_gaps_and_no_stated_year_is_one(tables):
    properties.missing_years_are_gaps(tables)


def test_a_headline_tells_all_that_was_stated_on_one_thing(tables):
    properties.headlines_tell_all(tables)


def test_every_disagreement_is_shown_with_all_its_members(tables):
    properties.disagreements_are_whole(tables)


def numbers(tables: Tables) -> None:
    properties.every_number_is_stated(tables, ["placements"], 100, noticing)


def world(tables: Tables) -> None:
    properties.every_number_is_stated(tables, ["un_volunteers"], 100, noticing)


def bounds(tables: Tables) -> None:
    properties.bounds_are_those_of_all_splits(tables, "hosts", 60, noticing)


def gaps(tables: Tables) -> None:
    properties.missing_years_are_gaps(tables, noticing)


def headlines(tables: Tables) -> None:
    properties.headlines_tell_all(tables, noticing)


QUERIES = {
    "a total divided among its hosts": (
        *("placements_by_country", numbers),
        *("CASE WHEN n.of_year THEN n.value END AS value", "n.total / n.places AS value"),
    ),
    "a total divided among the hosts on the map": (
        *("placements_map", numbers),
        *("c.claims ORDER BY c.claim)) AS claims,\n    NULL AS value", "c.claims)) AS claims,\n    avg(c.value / len(c.hosts)) AS value"),
    ),
    "a total of several years moved into its last": (
        *("placements_by_year", numbers),
        *("    period_from,\n", "    date_trunc('year', period_to)::DATE AS period_from,\n"),
    ),
    "all periods added up": ("placements_by_year", numbers, "    value,\n", "    sum(value) OVER () AS value,\n"),
    "a repetition counted again": ("placements_by_year", numbers, "AND corroborates IS NULL", ""),
    "a number that lost its qualifier": ("placements_by_year", numbers, "    qualifier,\n", "    'exact' AS qualifier,\n"),
    "the bounds of several years given for one": (
        *("placements_by_country", bounds, "CASE WHEN n.of_year THEN n.high END AS high", "n.high"),
    ),
    "a gap filled with what lies around it": (
        *("un_volunteers_worldwide_by_year", world),
        *("[] AS claims,\n    measure,\n    NULL AS value", "[] AS claims,\n    measure,\n    (SELECT avg(value) FROM stated) AS value"),
    ),
    "a gap that is not shown": ("un_volunteers_worldwide_by_year", gaps, "WHERE gap_from <= gap_to", "WHERE FALSE"),
}
IN_VIEWS = {
    "a bound too low": ("bounds", bounds, "s.value - p.places + 1", "s.value - p.places"),
    "a bound for a number that is not exact": ("bounds", bounds, "s.qualifier IN ('at_least', 'over')", "TRUE"),
    "a mean in place of a disagreement": ("cells", headlines, "min(value)", "avg(value)"),
    "a range of numbers with qualifiers": ("cells", headlines, "bool_and(qualifier = 'exact')", "TRUE"),
    "another order of statements": ("statements", headlines, "s.official DESC, s.published_on DESC", "s.published_on DESC"),
}

Property = Callable[[Tables], None]


@pytest.mark.parametrize("mutant", QUERIES)
def test_a_query_is_noticed_that_gives(mutant):
    name, rule, said, instead = QUERIES[mutant]
    tables = Tables()
    tables.plan(name, changed(data.sql(name), said, instead))
    must_fail(rule, tables)


@pytest.mark.parametrize("mutant", IN_VIEWS)
def test_a_view_is_noticed_that_gives(mutant):
    name, rule, said, instead = IN_VIEWS[mutant]
    must_fail(rule, Tables(VIEWS | {name: changed(VIEWS[name], said, instead)}))


def changed(text: str, said: str, instead: str) -> str:
    assert said in text, "the query does not say this any more: give the mutant other words"
    return text.replace(said, instead)


def must_fail(rule: Property, tables: Tables) -> None:
    with pytest.raises(AssertionError):
        rule(tables)
