"""The test of the tests: a query that said more than the claims do would be noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, settings

from dashboard import data
from tests.queries import properties, strategies
from tests.queries.tables import VIEWS, Tables
from tests.turns import turns

# A mutant only has to be noticed; the smallest set of claims that does it is of no interest.
noticing = settings(properties.steady, phases=[Phase.generate])


def numbers(tables: Tables) -> None:
    properties.every_number_is_stated(tables, strategies.claim_sets(["placements"]), 100, noticing)


def world(tables: Tables) -> None:
    properties.every_number_is_stated(tables, strategies.of_the_world(), 100, noticing)


def bounds(tables: Tables) -> None:
    properties.bounds_are_those_of_all_splits(tables, "hosts", 60, noticing)


def gaps(tables: Tables) -> None:
    properties.missing_years_are_gaps(tables, noticing)


def headlines(tables: Tables) -> None:
    properties.headlines_tell_all(tables, noticing)


def speakers(tables: Tables) -> None:
    properties.speakers_are_those_of_claims(tables, strategies.claim_sets(strategies.ABROAD), 60, noticing)


def selection(tables: Tables) -> None:
    pairs = strategies.claim_sets(["placements", "candidates"], strategies.PERIODS[:3], strategies.TILED)
    properties.speakers_are_those_of_claims(tables, pairs, 60, noticing)


def titles(*measures: str, numbered: strategies.Drawn = strategies.ANY) -> Callable[[Tables], None]:
    claim_sets = strategies.claim_sets(measures, numbered=numbered)
    return lambda tables: properties.titles_quote_the_right_rows(tables, claim_sets, 150, noticing)


sent = titles("placements", "secretariat_volunteers", numbered=strategies.TILED)
at_home = titles("volunteers_at_home")
organisations = titles("organisations_at_home")
peers = titles("un_volunteers", "funded_assignments", numbered=strategies.OF_TWO)
events = titles("event_volunteers")


# What is wrong -> the file, the property that notices it, what the file says, and what the mutant says instead.
Mutants = dict[str, tuple[str, Callable[[Tables], None], str, str]]
QUERIES: Mutants = {
    "a total divided among its hosts": (
        "placements_by_country",
        numbers,
        "CASE WHEN n.of_year THEN n.value END AS value",
        "n.total / n.places AS value",
    ),
    "a total divided among the hosts on the map": (
        "placements_map",
        numbers,
        "flatten(list(c.claims ORDER BY c.claim)) AS claims,\n    NULL AS value",
        "flatten(list(c.claims ORDER BY c.claim)) AS claims,\n    avg(c.value / len(c.hosts)) AS value",
    ),
    "a total of several years moved into its last": (
        "placements_by_year",
        numbers,
        "    period_from,\n",
        "    date_trunc('year', period_to)::DATE AS period_from,\n",
    ),
    "all periods added up": ("placements_by_year", numbers, "    value,\n", "    sum(value) OVER () AS value,\n"),
    "a repetition counted again": ("placements_by_year", numbers, "AND corroborates IS NULL", ""),
    "a number without its qualifier": (
        "placements_by_year",
        numbers,
        "    qualifier,\n",
        "    'exact' AS qualifier,\n",
    ),
    "the bounds of several years for one": (
        "placements_by_country",
        bounds,
        "CASE WHEN n.of_year THEN n.high END AS high",
        "n.high",
    ),
    "a mean for a gap": (
        "un_volunteers_worldwide_by_year",
        world,
        "[] AS claims,\n    measure,\n    NULL AS value",
        "[] AS claims,\n    measure,\n    (SELECT avg(value) FROM stated) AS value",
    ),
    "no gap at all": ("un_volunteers_worldwide_by_year", gaps, "WHERE gap_from <= gap_to", "WHERE FALSE"),
    "the oldest for the newest": (
        "placements_by_year",
        sent,
        "measure ORDER BY period_to DESC, period_from DESC",
        "measure ORDER BY period_to, period_from",
    ),
    "one of the newest alone": (
        "volunteers_at_home_by_year",
        at_home,
        "rank() OVER backwards",
        "row_number() OVER backwards",
    ),
    "the newest of another measure": (
        "placements_by_year",
        sent,
        "PARTITION BY measure ORDER BY period_to",
        "ORDER BY period_to",
    ),
    "an undated number as the newest": (
        "organisations_at_home_by_year",
        organisations,
        "NOT everyone OR period_to IS NULL",
        "NOT everyone",
    ),
    "the newest number for the first": (
        "organisations_at_home_by_year",
        organisations,
        "forwards = 1 THEN 'first'",
        "forwards > 1 THEN 'first'",
    ),
    "one side of a dispute as the largest": (
        "volunteers_at_events",
        events,
        "ORDER BY most DESC",
        "ORDER BY value DESC",
    ),
    "another country for Kazakhstan": ("peers_government_funded", peers, "WHEN n.origin = 'KAZ' AND", "WHEN"),
    "another count of statements": (
        "placements_claims",
        speakers,
        "count(*) OVER () AS published",
        "count(DISTINCT value) OVER () AS published",
    ),
    "a speaker for what is calculated": (
        "placements_selection",
        selection,
        "NULL AS publisher",
        "'A paper' AS publisher",
    ),
}
IN_VIEWS: Mutants = {
    "a bound too low": ("bounds", bounds, "s.value - p.places + 1", "s.value - p.places"),
    "a bound for a number that is not exact": ("bounds", bounds, "s.qualifier IN ('at_least', 'over')", "TRUE"),
    "a mean for a disagreement": ("cells", headlines, "min(value)", "avg(value)"),
    "a range of numbers with qualifiers": ("cells", headlines, "bool_and(qualifier = 'exact')", "TRUE"),
    "the smallest of a dispute for the largest": ("statements", events, "max(c.value)", "min(c.value)"),
    "a publisher that repeats itself": ("statements", speakers, "list(s.publisher ORDER", "list('A paper' ORDER"),
    "another order of statements": ("statements", headlines, "s.official DESC,", ""),
}


@pytest.mark.parametrize("mutant", turns(QUERIES, 2))
def test_a_query_is_noticed_that_gives(mutant):
    name, rule, said, instead = QUERIES[mutant]
    with Tables() as tables:
        tables.plan(name, changed(data.sql(name), said, instead))
        with pytest.raises(AssertionError):
            rule(tables)


@pytest.mark.parametrize("mutant", IN_VIEWS)
def test_a_view_is_noticed_that_gives(mutant):
    name, rule, said, instead = IN_VIEWS[mutant]
    with Tables(VIEWS | {name: changed(VIEWS[name], said, instead)}) as tables, pytest.raises(AssertionError):
        rule(tables)


def changed(text: str, said: str, instead: str) -> str:
    if said not in text:
        pytest.fail("the file does not say this any more: give the mutant other words")
    return text.replace(said, instead)
