"""Which numbers a title may quote, whose they are and how many there are, counted by hand in data/source/claims.csv."""

from __future__ import annotations

from typing import Any

import pytest

from tests.queries.conftest import Answer
from tests.queries.tables import NAMES

LISTS = {"claims", "data_claims", "disputes", "headlines", "sources"}
SENT, SELECTED = "KZ-FF-2024", "KZ-FF-2024-SELECT"
NINE, EIGHT = "KZ-FF-2020-2023-RU", "KZ-FF-2020-2023-EN"
ALL, AT_HOME = "KZ-UNV-ALL-2022", "KZ-UNV-NATIONAL-2022"
# The first statement behind each row with a role; two of different measures may have one.
ROLES = {
    "organisations_at_home_by_year": {"newest": ["KZ-ORG-2026-01"], "first": ["KZ-ORG-2019"]},
    "peers_government_funded": {"home": [ALL, SENT], "largest": ["CHN-UNV-ALL-2023"]},
    "placements_by_agency": {"newest": [SELECTED] * 5},
    "placements_by_country": {"newest": [SENT] * 3},
    "placements_by_year": {"newest": [SENT], "before": [NINE, EIGHT]},
    "placements_map": {"newest": [SENT]},
    "placements_selection": {"newest": ["KZ-FF-2024-APPLICANTS", SENT]},
    "un_volunteers_by_region": {"largest": ["UNV-2023-REG-SSA"]},
    # The others are what is left of all less those at home.
    "un_volunteers_from_kazakhstan": {"newest": [ALL, AT_HOME, ALL]},
    "un_volunteers_growth_by_region": {"largest": ["UNV-2021-GROWTH-LAC"]},
    "un_volunteers_profile_by_year": {
        "newest": ["UNV-YOUTH-2023", "UNV-WOMEN-2023", "UNV-ONLINE-2019", "UNV-COUNTRIES-2024"],
        "first": ["UNV-YOUTH-2021", "UNV-WOMEN-2019", "UNV-ONLINE-2013", "UNV-COUNTRIES-2014"],
    },
    "un_volunteers_worldwide_by_year": {"newest": ["UNV-2024-APPROX"], "first": ["UNV-1971"]},
    "volunteering_surveys": {"largest": ["KZ-AWARE-2025"]},
    "volunteers_at_events": {"largest": ["KZ-EXPO-2017-MTS", "KZ-EXPO-2017"]},
    "volunteers_at_home_by_year": {"newest": ["KZ-VOL-2026-01", "KZ-BNS-2024"], "first": ["KZ-VOL-2019"]},
    "volunteers_in_emergencies": {"newest": ["KZ-FLOOD-SKO-2025"], "largest": ["KZ-COVID-2021-03"]},
}
PUBLISHED = {
    "bilateral_volunteers": 12,
    "government_contributions": 4,
    # Nine regions have ten statements, thirteen have sixteen; Kazakhstan as host has none.
    "organisations_by_region": 9,
    "placements_background": 6,
    "placements_claims": 8,
    "programmes_at_home": 17,
    "qazvolunteer_platform": 4,
    "un_volunteers_by_origin": 24,
    "un_volunteers_in_host_countries": 8,
    "un_volunteers_makeup": 21,
    "volunteering_worldwide": 2,
    "volunteers_by_region": 13,
}


def roles(answer: Answer, name: str, **choice: Any) -> dict[str, list[str]]:
    """The first statement behind each row that has a role."""
    told: dict[str, list[str]] = {}
    for role, claims in answer(name, "role claims", **choice):
        if role:
            told.setdefault(role, []).append(claims[0])
    return told


@pytest.mark.parametrize("name", sorted(set(NAMES) - LISTS))
def test_a_title_may_quote(answer, name):
    assert roles(answer, name, lang="en") == ROLES.get(name, {})


@pytest.mark.parametrize(
    ("year", "quoted"),
    [
        (2021, "KZ-FF-CUM-2024-07"),
        (2022, "KZ-FF-STOCK-2022-08"),
        (2023, "KZ-FF-CUM-2024-07"),
        (2024, SENT),
    ],
)
def test_of_a_year_what_was_said_of_it_else_the_newest_said_of_the_years_around_it(answer, year, quoted):
    assert roles(answer, "placements_map", year=year) == {"newest": [quoted]}
    assert set(roles(answer, "placements_by_country", year=year)["newest"]) == {quoted}


def test_of_a_year_of_which_nothing_was_said_nothing_is_quoted(answer):
    assert roles(answer, "placements_map", year=2025) == {}


def test_a_table_says_how_many_statements_or_regions_it_holds(answer):
    for name, number in PUBLISHED.items():
        assert set(answer(name, "published", lang="ru")) == {number}, name


def test_who_said_a_number_and_who_said_it_again(answer):
    columns = "said_by publisher said_in language published_on repeated_by"
    told = dict(zip(answer("placements_by_year", "value"), answer("placements_by_year", columns), strict=True))
    assert told == {
        9: ("minister", "Ult.kz", "ru", "ru", "2025-05-13", []),
        8: ("minister", "Qazinform", "ru", "en", "2025-05-13", []),
        7: ("minister", "Ult.kz", "ru", "ru", "2025-05-13", ["Qazinform", "El.kz"]),
        2: ("ministry", "BAQ.KZ (citing the Ministry of Culture and Information)", None, "ru", "2025-12-17", []),
    }


def test_nobody_said_what_is_derived_or_missing(answer):
    nobody: tuple[Any, ...] = (None, None, None, None, None, [])
    columns = "said_by publisher said_in language published_on repeated_by status"
    derived = [answer(name, columns) for name in ("placements_selection", "un_volunteers_from_kazakhstan")]
    missing = [answer(name, columns) for name in ("un_volunteers_worldwide_by_year", "un_volunteers_in_host_countries")]
    silent = [row[:-1] for rows in (*derived, *missing) for row in rows if row[-1] in ("E", "O")]
    assert silent == [nobody] * (1 + 1 + 4 + 1)
