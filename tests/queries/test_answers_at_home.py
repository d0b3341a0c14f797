"""One answer to each query, counted by hand in data/source/claims.csv: volunteering in Kazakhstan."""

import pytest


def test_volunteers_at_home_by_year(answer):
    rows = answer("volunteers_at_home_by_year", "kind period_from value qualifier")
    assert rows == [
        ("stock", "2019-01-01", 50000, "over"),
        ("stock", "2020-01-01", 50000, "over"),
        ("flow", "2020-01-01", 100000, "over"),
        ("flow", "2020-01-01", 200000, "over"),
        ("stock", "2020-02-12", 50000, "about"),
        ("flow", "2021-01-01", 160000, "exact"),
        ("stock", "2021-03-01", 180000, "over"),
        ("stock", "2022-12-01", 200000, "about"),
        ("stock", "2023-06-01", 200000, "about"),
        ("stock", "2024-12-01", 275000, "about"),
        ("stock", "2025-12-01", 300000, "about"),
        ("stock", "2026-01-01", 300000, "over"),
        ("flow", "2024-01-01", 62000, "over"),
        ("flow", "2024-01-01", -46, "exact"),
    ]
    measures = answer("volunteers_at_home_by_year", "measure")
    assert measures == ["volunteers_at_home"] * 12 + ["surveyed_volunteers", "surveyed_volunteers_change_pct"]


def test_organisations_at_home_by_year(answer):
    assert answer("organisations_at_home_by_year", "period_from value qualifier") == [
        ("2019-01-01", 50, "over"),
        ("2019-11-15", 287, "exact"),
        ("2020-01-01", 200, "over"),
        ("2020-01-01", 224, "exact"),
        ("2020-02-12", 200, "about"),
        ("2021-03-01", 600, "over"),
        ("2022-12-01", 700, "almost"),
        ("2023-06-01", 680, "exact"),
        ("2024-12-01", 755, "exact"),
        ("2025-12-01", 800, "over"),
        ("2026-01-30", 800, "over"),
    ]


# By hand: қ stands before л (Ақтөбе, Алматы), ғ before м (Шығыс, Шымкент), г, as in город, after В and before З.
ALPHABETS = {
    "kk": "10 15 75 19 71 27 35 39 55 59 79",
    "ru": "15 19 75 71 79 27 35 39 10 55 59",
    "en": "10 15 75 19 71 35 39 59 55 79 27",
}


@pytest.mark.parametrize("lang", ALPHABETS)
def test_volunteers_by_region(answer, lang):
    rows = answer("volunteers_by_region", "region measure value qualifier", lang=lang)
    assert list(dict.fromkeys(region for region, *_ in rows)) == [f"KZ-{code}" for code in ALPHABETS[lang].split()]
    assert len(rows) == 14 and {measure for _, measure, *_ in rows} == {"local_volunteers"}
    assert [(value, qualifier) for region, _, value, qualifier in rows if region == "KZ-15"] == [
        (1000, "about"),
        (2000, "over"),
    ]


def test_organisations_by_region(answer):
    assert answer("organisations_by_region", "region measure value qualifier", lang="en") == [
        ("KZ-75", "local_organisations", 30, "exact"),
        ("KZ-71", "local_organisations", 50, "about"),
        ("KZ-23", "local_organisations", 50, "over"),
        ("KZ-35", "local_organisations", 89, "exact"),
        ("KZ-39", "local_organisations", 114, "exact"),
        ("KZ-59", "local_organisations", 50, "over"),
        ("KZ-55", "local_organisations", 22, "exact"),
        ("KZ-75", "local_events", 600, "over"),
        ("KZ-27", "local_events", 18000, "over"),
        ("KZ-63", "local_participants", 1547, "exact"),
        ("KZ-15", "local_women_share_pct", 62, "exact"),
    ]


def test_volunteers_at_events(answer):
    """The event with the most volunteers first."""
    assert answer("volunteers_at_events", "measure event region value qualifier") == [
        ("event_volunteers", "expo_2017", None, 7000, "over"),
        ("event_volunteers", "expo_2017", None, 4500, "exact"),
        ("foreign_event_volunteers", "expo_2017", None, 120, "exact"),
        ("event_volunteers", "universiade_2017", "KZ-75", 2800, "exact"),
        ("event_volunteers", "universiade_2017", None, 100, "exact"),
        ("event_applications", "universiade_2017", None, 15000, "over"),
        ("foreign_event_volunteers", "universiade_2017", None, 100, "exact"),
        ("event_volunteers", "nomad_games_2024", None, 1300, "exact"),
        ("event_applications", "nomad_games_2024", None, 4500, "over"),
        ("event_participants", "volunteer_forum_2023", None, 400, "about"),
        ("foreign_event_volunteers", "volunteer_forum_2023", None, 140, "exact"),
    ]


def test_volunteers_in_emergencies(answer):
    """The emergency with the largest number first, and in it that."""
    assert answer("volunteers_in_emergencies", "event period_from region value qualifier kind") == [
        ("pandemic", "2020-01-01", None, 500000, "over", "flow"),
        ("pandemic", "2020-03-01", None, 40000, "about", "flow"),
        ("floods", None, None, 50000, "about", "flow"),
        ("floods", "2024-04-16", None, 35000, "over", "stock"),
        ("floods", "2024-04-05", None, 20000, "about", "stock"),
        ("floods", "2024-04-16", "KZ-15", 8600, "over", "stock"),
        ("floods", "2024-04-16", "KZ-27", 7000, "over", "stock"),
        ("floods", "2025-01-01", "KZ-59", 3450, "exact", "flow"),
        ("floods", "2024-04-01", "KZ-47", 1032, "exact", "flow"),
    ]


def test_volunteering_surveys(answer):
    assert answer("volunteering_surveys", "measure value") == [
        ("aware_pct", 89),
        ("trust_pct", 71.8),
        ("know_well_pct", 29.8),
        ("distrust_pct", 24.5),
        ("fully_ready_pct", 11.9),
    ]


def test_qazvolunteer_platform(answer):
    assert answer("qazvolunteer_platform", "measure value qualifier") == [
        ("platform_volunteers", 60000, "over"),
        ("platform_volunteers", 60092, "exact"),
        ("platform_organisations", 3572, "exact"),
        ("platform_applications", 2800, "over"),
    ]


def test_programmes_at_home(answer):
    assert answer("programmes_at_home", "measure value qualifier") == [
        ("project_volunteers", 100000, "about"),
        ("front_offices", 20, "exact"),
        ("silver_volunteers", 6000, "exact"),
        ("trainers", 133, "exact"),
        ("volunteer_actions", 130000, "over"),
        ("volunteer_actions", 27000, "over"),
        ("school_graduates", 188, "exact"),
    ]


def test_volunteer_awards_and_grants(answer):
    assert answer("volunteer_awards_and_grants", "measure value qualifier") == [
        ("award_candidates", 174, "exact"),
        ("award_laureates", 297, "exact"),
        ("award_laureates", 247, "exact"),
        ("award_voters", 50000, "over"),
        ("small_grant_size_kzt", 300000, "exact"),
        ("small_grants", 240, "exact"),
        ("projects_budget_kzt", 170000000, "exact"),
    ]


def test_emergency_service_volunteers(answer):
    assert answer("emergency_service_volunteers", "measure value qualifier") == [
        ("emergency_volunteers", 47000, "over"),
        ("emergency_organisations", 136, "exact"),
        ("emergency_trained", 3500, "over"),
    ]
