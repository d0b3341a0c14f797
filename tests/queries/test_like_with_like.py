"""Claims made by hand that are nearly alike: each time the answer must not take one for the other."""

from __future__ import annotations

import pytest

from dashboard import data
from tests.queries.tables import Row, Tables, claim

UN = {"measure": "un_volunteers", "origin": None}
REGIONS = [claim(claim=region, world_region=region, value=2.0, **UN) for region in ("AP", "ARAB", "ECIS", "LAC", "SSA")]
CANDIDATES = claim(claim="CANDIDATES", measure="candidates", value=266.0)
# Their rows must say whom they count, or leave out those who count only some.
WITH_PEOPLE = [name for name in sorted(data.QUERIES.glob("*.sql")) if "'placements'" in name.read_text("utf-8")]


def derived(rows: list[Row]) -> list[float]:
    return [row["value"] for row in rows if row["status"] == "E"]


def test_a_number_for_one_host_is_no_second_opinion_on_all_hosts(tables: Tables):
    tables.hold([claim(hosts=["KEN", "THA", "TUR"]), claim(claim="B", value=3.0, hosts=["KEN"])])
    assert all((row["low"], row["high"]) != (3, 7) for row in tables.rows("headlines"))
    assert all(set(row["statements"]) != {"A", "B"} for row in tables.rows("headlines"))


def test_a_number_for_one_agency_is_no_second_opinion_on_all_agencies(tables: Tables):
    tables.hold([claim(hosts=["KEN", "THA"]), claim(claim="B", value=3.0, hosts=["KEN", "THA"], agencies=["UNDP"])])
    assert [row["values"] for row in tables.rows("headlines")] == [[7]]


def test_a_statement_outside_a_dispute_on_the_same_thing_is_not_left_out(tables: Tables):
    tables.hold([claim(dispute="D"), claim(claim="B", value=8.0, dispute="D"), claim(claim="C", value=9.0)])
    assert [row["values"] for row in tables.rows("headlines")] == [[7, 8, 9]]


def test_a_number_for_women_does_not_make_that_for_all_a_part_of_it(tables: Tables):
    tables.hold([claim(hosts=["KEN", "THA", "TUR"]), claim(claim="WOMEN", value=3.0, sex="F")])
    assert [row["value"] for row in tables.rows("placements_by_year")] == [7]
    assert [row["values"] for row in tables.rows("headlines")] == [[7]]


def test_a_dispute_is_one_headline_though_one_source_gives_the_months(tables: Tables):
    months = {"from_precision": "month", "to_precision": "month"}
    tables.hold([claim(dispute="D"), claim(claim="B", value=8.0, dispute="D", **months)])
    (tile,) = tables.rows("headlines")
    assert (tile["low"], tile["high"]) == (7, 8)


def test_the_candidates_on_a_headline_are_all_candidates(tables: Tables):
    tables.hold([claim(), CANDIDATES, claim(claim="WOMEN", measure="candidates", value=150.0, sex="F")])
    assert [row["values"] for row in tables.rows("headlines")] == [[7], [266]]


def test_women_among_those_sent_are_no_share_of_all_candidates(tables: Tables):
    tables.hold([claim(sex="F"), CANDIDATES])
    assert derived(tables.rows("placements_selection")) == []


@pytest.mark.parametrize("only", [{"agencies": ["UNDP"]}, {"region": "KZ-71"}])
def test_those_at_home_with_one_agency_are_not_all_those_at_home(tables: Tables, only):
    every = claim(measure="un_volunteers", value=73.0)
    tables.hold([every, claim(claim="B", measure="national_un_volunteers", value=5.0, hosts=["KAZ"]) | only])
    assert derived(tables.rows("un_volunteers_from_kazakhstan")) == []


def test_those_in_one_host_country_are_not_all_un_volunteers(tables: Tables):
    in_kenya = claim(measure="un_volunteers", value=60.0, hosts=["KEN"])
    tables.hold([in_kenya, claim(claim="B", measure="national_un_volunteers", value=56.0, hosts=["KAZ"])])
    assert derived(tables.rows("un_volunteers_from_kazakhstan")) == []


def test_some_regions_are_not_all_regions(tables: Tables):
    tables.hold([*REGIONS[:2], claim(claim="T", value=11.0, **UN)])
    assert derived(tables.rows("un_volunteers_by_region")) == []


def test_a_repetition_of_the_total_does_not_take_away_the_sum_of_the_regions(tables: Tables):
    total = claim(claim="T", value=11.0, source="EN", said_in=None, **UN)
    again = total | {"claim": "U", "corroborates": "T", "source": "EN-OFFICIAL"}
    tables.hold([*REGIONS, total, again])
    assert derived(tables.rows("un_volunteers_by_region")) == [10]


def test_a_statement_of_a_dispute_and_of_a_tension_is_shown_in_both(tables: Tables):
    tables.hold(
        [
            claim(dispute="D", tension="T"),
            claim(claim="B", value=8.0, dispute="D"),
            claim(claim="C", kind="stock", tension="T"),
        ]
    )
    shown = {(row["disagreement"], row["claims"][0]) for row in tables.rows("disputes")}
    assert shown == {("D", "A"), ("D", "B"), ("T", "A"), ("T", "C")}


@pytest.mark.parametrize("path", WITH_PEOPLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("only", [{"sex": "F"}, {"world_region": "AP"}], ids=["women", "Asia"])
@pytest.mark.parametrize("origin", ["KAZ", "SWE"])
def test_a_number_for_some_is_not_drawn_as_one_for_all(tables: Tables, path, only, origin):
    (column,) = only
    tables.hold([claim(origin=origin, hosts=["KEN", "THA"], agencies=["UNDP"], **only)])
    for row in tables.rows(path.stem, lang="en"):
        if "A" in row["claims"]:
            assert row.get(column) == only[column], f"the row does not say that it counts only {only}"
