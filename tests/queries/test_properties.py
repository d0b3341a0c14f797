"""Whatever was published, no answer says more."""

from __future__ import annotations

import pytest

from dashboard import data
from tests.queries import derived, properties, strategies
from tests.queries.tables import NAMES, claim, fetch, insert
from tests.turns import turns

FAMILIES = {
    "volunteers sent abroad": (60, strategies.claim_sets(strategies.ABROAD)),
    "UN Volunteers": (60, strategies.claim_sets(strategies.UN)),
    "UN Volunteers worldwide": (60, strategies.of_the_world()),
    "all that is counted": (80, strategies.claim_sets(strategies.EVERYTHING)),
}
QUOTED = {
    "volunteers sent abroad": strategies.claim_sets(strategies.ABROAD),
    "UN Volunteers": strategies.claim_sets(strategies.UN, numbered=strategies.TILED),
    "Kazakhstan among others": strategies.claim_sets(strategies.PEERS, numbered=strategies.OF_TWO),
    "UN Volunteers worldwide": strategies.of_the_world(),
    "regions of the world": strategies.regions_of_the_world(),
    "volunteers at home": strategies.claim_sets(strategies.AT_HOME),
    "volunteers at events and locally": strategies.claim_sets((*strategies.EVENTS, *strategies.LOCAL)),
    "all that is counted": strategies.claim_sets(strategies.EVERYTHING),
}
ONE_YEAR = strategies.PERIODS[:3]


@pytest.mark.parametrize("family", turns(FAMILIES, 3))
def test_no_answer_has_a_number_for_a_year_or_place_that_no_claim_states(tables, family):
    examples, claim_sets = FAMILIES[family]
    properties.every_number_is_stated(tables, claim_sets, examples)


@pytest.mark.parametrize("column", ["hosts", "agencies"])
def test_bounds_are_those_found_by_trying_all_ways_to_divide_a_total(tables, column):
    properties.bounds_are_those_of_all_splits(tables, column, 60)


def test_a_share_is_that_of_exact_numbers_on_the_same_people_and_period(tables):
    pairs = strategies.claim_sets(["placements", "candidates"], ONE_YEAR, strategies.TILED)
    properties.calculated_from_like_numbers(tables, "placements_selection", derived.shares, pairs)


def test_a_remainder_is_that_of_exact_numbers_on_all_un_volunteers_of_one_period(tables):
    pairs = strategies.claim_sets(["un_volunteers", "national_un_volunteers"], ONE_YEAR, strategies.TILED)
    properties.calculated_from_like_numbers(tables, "un_volunteers_from_kazakhstan", derived.others, pairs)


def test_regions_are_added_up_only_where_each_has_one_exact_number(tables):
    regions = strategies.regions_of_the_world()
    properties.calculated_from_like_numbers(tables, "un_volunteers_by_region", derived.sums, regions)


@pytest.mark.parametrize("family", turns(QUOTED, 3))
def test_a_title_may_quote_the_newest_the_first_the_largest_and_every_side_of_a_dispute(tables, family):
    properties.titles_quote_the_right_rows(tables, QUOTED[family], 30)


@pytest.mark.parametrize("family", turns(QUOTED, 3))
def test_every_number_names_whoever_said_it_and_those_who_said_it_again(tables, family):
    properties.speakers_are_those_of_claims(tables, QUOTED[family], 20)


def test_missing_years_are_gaps_and_no_stated_year_is_one(tables):
    properties.missing_years_are_gaps(tables)


def test_a_headline_tells_all_that_was_stated_on_one_thing(tables):
    properties.headlines_tell_all(tables)


def test_every_disagreement_is_shown_with_all_its_members(tables):
    properties.disagreements_are_whole(tables)


def test_the_small_tables_answer_as_the_published_ones_would(tables, spoilt):
    """What is tried here on planned queries holds for the dashboard's own way to ask."""
    named = {"hosts": ["KEN", "TUR"], "agencies": ["UNDP"]}
    again = claim(claim="C", corroborates="A", source="EN", **named)
    candidates = claim(claim="D", measure="candidates", value=266.0)
    everyone = claim(claim="E", measure="un_volunteers", origin=None)
    tables.hold([claim(dispute="D"), claim(claim="B", value=8.0, dispute="D"), again, candidates, everyone])
    for table in data.TABLES:
        spoilt.execute(f"DELETE FROM {table}")
        insert(spoilt, table, fetch(tables.connection.execute(f"FROM {table}")))
    for name in NAMES:
        for year in (None, 2024):
            theirs = data.run(spoilt, name, {"year": year, "lang": "kk"}).to_dict("records")
            assert theirs == tables.rows(name, year=year, lang="kk")
