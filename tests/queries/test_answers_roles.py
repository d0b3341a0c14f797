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
    "bilateral_volunteers": {"home": ["PC-KAZ-CUM"]},
    "bilateral_volunteers_worldwide": {"largest": ["USA-CORPS-2010"]},
    "government_contributions": {"largest": ["DEU-USD-2016"]},
    "organisations_at_home_by_year": {"newest": ["KZ-ORG-2026-01"], "first": ["KZ-ORG-2019"]},
    "peers_government_funded": {"home": [ALL, SENT], "largest": ["CHN-UNV-ALL-2023"]},
    # Two were sent in 2025 in all, at least one of them to one region.
    "placements_background": {"newest": ["KZ-IVY-2025-SECRETARIATS"]},
    "placements_by_agency": {"newest": [SELECTED] * 5},
    "placements_by_country": {"newest": [SENT] * 3},
    "placements_by_year": {"newest": [SENT], "before": [NINE, EIGHT]},
    "placements_claims": {"newest": [SENT]},
    "placements_map": {"newest": [SENT]},
    "placements_selection": {"newest": ["KZ-FF-2024-APPLICANTS", SENT]},
    # Both end in January 2026; the other is of all days since January 2024.
    "programmes_at_home": {"newest": ["KZ-PROJECTS-2026-01"]},
    "volunteer_awards_and_grants": {"newest": ["KZ-AWARD-2025-CAND"]},
    "emergency_service_volunteers": {"newest": ["KZ-EMERG-VOL-2024", "KZ-EMERG-ORG-2024"]},
    "qazvolunteer_platform": {"newest": ["KZ-QV-2024-01", "KZ-QV-ORG-2023-12", "KZ-QV-APPL-2025"]},
    "un_volunteers_by_origin": {
        "newest": ["SWE-UNV-ALL-2023", "FIN-UNV-ALL-2023", "IRL-UNV-ALL-2023", "CZE-UNV-ALL-2023"]
    },
    "un_volunteers_by_origin_and_kind": {"newest": ["FIN-FF-2023", "IRL-FF-2023", "CZE-FF-2023"]},
    "un_volunteers_by_region": {"largest": ["UNV-2023-REG-SSA"]},
    # The others are what is left of all less those at home.
    "un_volunteers_from_kazakhstan": {"newest": [ALL, AT_HOME, ALL]},
    "un_volunteers_growth_by_region": {"largest": ["UNV-2021-GROWTH-LAC"]},
    # Nobody published how many serve in Kazakhstan.
    "un_volunteers_in_host_countries": {"newest": ["UNV-KEN-2021"], "home": [None]},
    # Women in Africa are those of one region.
    "un_volunteers_by_age_and_sex": {"newest": ["UNV-AGE-2023", "UNV-AGE60-2023"]},
    "un_volunteers_from_global_south": {"newest": ["UNV-SOUTH-2023", "UNV-NATSOUTH-2023", "UNV-INTSOUTH-2023"]},
    "un_volunteers_by_agency": {"newest": ["UNV-AT-UNDP-2021"]},
    "un_volunteers_makeup": {"newest": ["UNV-NATSHARE-2021"]},
    "un_volunteers_profile_by_year": {
        "newest": ["UNV-YOUTH-2023", "UNV-ONLINE-2019", "UNV-WOMEN-2023", "UNV-COUNTRIES-2024"],
        "first": ["UNV-YOUTH-2021", "UNV-ONLINE-2013", "UNV-WOMEN-2019", "UNV-COUNTRIES-2014"],
    },
    "un_volunteers_worldwide_by_year": {"newest": ["UNV-2024-APPROX"], "first": ["UNV-1971"]},
    "volunteering_surveys": {"largest": ["KZ-AWARE-2025"]},
    "volunteering_worldwide": {"newest": ["WORLD-SWVR2026", "WORLD-SWVR2026-RATE"]},
    "volunteers_at_events": {"largest": ["KZ-EXPO-2017-MTS", "KZ-EXPO-2017"]},
    "volunteers_at_home_by_year": {"newest": ["KZ-VOL-2026-01", "KZ-BNS-2024"], "first": ["KZ-VOL-2019"]},
    "volunteers_in_emergencies": {"newest": ["KZ-FLOOD-SKO-2025"], "largest": ["KZ-COVID-2021-03"]},
}
PUBLISHED = {
    "bilateral_volunteers": 5,
    "bilateral_volunteers_worldwide": 7,
    # Ten regions have eleven statements, eleven have fourteen; Kazakhstan as host has none.
    "organisations_by_region": 10,
    "placements_background": 6,
    "placements_claims": 8,
    "programmes_at_home": 7,
    "volunteer_awards_and_grants": 7,
    "emergency_service_volunteers": 3,
    "qazvolunteer_platform": 4,
    "un_volunteers_by_origin": 14,
    "un_volunteers_by_origin_and_kind": 10,
    "un_volunteers_in_host_countries": 8,
    "un_volunteers_by_age_and_sex": 7,
    "un_volunteers_from_global_south": 5,
    "un_volunteers_by_agency": 3,
    "un_volunteers_makeup": 6,
    "volunteering_worldwide": 2,
    "volunteers_by_region": 11,
}


def roles(answer: Answer, name: str, **choice: Any) -> dict[str, list[str | None]]:
    """The first statement behind each row that has a role; none behind one that nobody published."""
    told: dict[str, list[str | None]] = {}
    for role, claims in answer(name, "role claims", **choice):
        if role:
            told.setdefault(role, []).append(claims[0] if claims else None)
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
