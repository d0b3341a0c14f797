"""One answer to each query, counted by hand in data/source/claims.csv: UN Volunteers and other countries."""

import pytest


def test_un_volunteers_from_kazakhstan(answer):
    assert answer("un_volunteers_from_kazakhstan", "measure sex value period_to status inputs") == [
        ("un_volunteers", None, 73, "2022-12-31", "A", None),
        ("national_un_volunteers", None, 56, "2022-12-31", "A", None),
        ("other_un_volunteers", None, 17, "2022-12-31", "E", [73, 56]),
        ("un_volunteers", None, 71, "2022-08-19", "A", None),
        ("un_volunteers", "F", 42, "2022-08-19", "A", None),
        ("un_volunteers", None, 22, None, "A", None),
    ]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_peers_government_funded(answer, lang):
    """Sweden's 48 are assignments; China's seven and Kazakhstan's nine or eight, of several years, stand elsewhere."""
    assert answer("peers_government_funded", "measure origin value period_to accent comparable", lang=lang) == [
        ("un_volunteers", "CHN", 134, "2023-11-30", False, True),
        ("un_volunteers", "KAZ", 73, "2022-12-31", True, True),
        ("un_volunteers", "SWE", 71, "2023-12-31", False, True),
        ("un_volunteers", "FIN", 50, "2023-12-31", False, True),
        ("un_volunteers", "IRL", 36, "2023-12-31", False, True),
        ("un_volunteers", "CZE", 19, "2023-12-31", False, True),
        ("placements", "FIN", 40, "2023-12-31", False, True),
        *in_the_alphabet(lang),
        ("placements", "CZE", 14, "2023-12-31", False, True),
        ("placements", "KAZ", 7, "2024-12-31", True, True),
        ("funded_assignments", "SWE", 48, "2023-12-31", False, False),
    ]


def in_the_alphabet(lang: str) -> list[tuple[object, ...]]:
    """Both have 24: Ирландия stands before Китай, Ireland after China, Қытай after Ирландия."""
    china, ireland = (
        ("placements", "CHN", 24, "2021-08-31", False, True),
        ("placements", "IRL", 24, "2023-12-31", False, True),
    )
    return [china, ireland] if lang == "en" else [ireland, china]


def test_un_volunteers_worldwide_by_year(answer):
    rows = answer("un_volunteers_worldwide_by_year", "measure value qualifier period_from period_to status")
    gaps = [(first[:4], last[:4]) for *_, first, last, status in rows if status == "O"]
    assert gaps == [("1972", "1972"), ("1974", "2002"), ("2004", "2012"), ("2018", "2018")]
    assert [(first[:4], value, qualifier) for _, value, qualifier, first, _, status in rows if status == "A"] == [
        ("1971", 35, "exact"),
        ("1973", 93, "exact"),
        ("2003", 5635, "exact"),
        ("2013", 6351, "exact"),
        ("2014", 6325, "exact"),
        ("2015", 6796, "exact"),
        ("2016", 7000, "almost"),
        ("2017", 6600, "about"),
        ("2019", 8282, "exact"),
        ("2020", 9459, "exact"),
        ("2021", 10921, "exact"),
        ("2022", 12000, "about"),
        ("2023", 12840, "exact"),
        ("2024", 15000, "almost"),
        ("2025", 17000, "over"),
    ]
    assert [measure for measure, *_ in rows] == ["un_volunteers"] * 18 + ["un_volunteers_mobilised"]


def test_un_volunteers_by_region(answer):
    assert answer("un_volunteers_by_region", "world_region value status inputs") == [
        ("SSA", 5299, "A", None),
        ("LAC", 2762, "A", None),
        ("AP", 1931, "A", None),
        ("ARAB", 1649, "A", None),
        ("ECIS", 1224, "A", None),
        ("_S", 12865, "E", [12865, 12840]),
        ("_T", 12840, "A", None),
    ]


def test_un_volunteers_growth_by_region(answer):
    growth = [("LAC", 36), ("ARAB", 18), ("AP", 16), ("AFR", 9), ("ECIS", 9)]
    assert answer("un_volunteers_growth_by_region", "world_region value") == growth


def test_un_volunteers_profile_by_year(answer):
    assert answer("un_volunteers_profile_by_year", "measure period_from value qualifier") == [
        ("youth_volunteers", "2021-01-01", 1348, "exact"),
        ("youth_volunteers", "2023-01-01", 2012, "exact"),
        ("online_volunteers", "2013-01-01", 11328, "exact"),
        ("online_volunteers", "2016-01-01", 13000, "almost"),
        ("online_volunteers", "2016-01-01", 12000, "about"),
        ("online_volunteers", "2019-01-01", 13186, "exact"),
        ("women_share_pct", "2019-01-01", 51, "exact"),
        ("women_share_pct", "2023-01-01", 57, "exact"),
        ("countries_of_assignment", "2014-01-01", 121, "exact"),
        ("countries_of_assignment", "2015-01-01", 122, "exact"),
        ("countries_of_assignment", "2019-01-01", 153, "exact"),
        ("countries_of_assignment", "2020-01-01", 158, "exact"),
        ("countries_of_assignment", "2021-01-01", 160, "exact"),
        ("countries_of_assignment", "2024-01-01", 169, "exact"),
    ]


def test_un_volunteers_in_host_countries(answer):
    assert answer("un_volunteers_in_host_countries", "hosts origin value qualifier status", lang="en") == [
        (["KAZ"], "CHN", 1, "at_least", "A"),
        (["KAZ"], "ITA", 1, "at_least", "A"),
        (["KAZ"], None, None, None, "O"),
        (["JOR"], None, 83, "exact", "A"),
        (["KEN"], None, 400, "over", "A"),
        (["KEN"], None, 180, "exact", "A"),
        (["TJK"], None, 4, "exact", "A"),
        (["THA"], None, 15, "over", "A"),
        (["TJK"], None, 40, "over", "A"),
    ]


def test_un_volunteers_makeup(answer):
    rows = answer("un_volunteers_makeup", "measure value qualifier world_region")
    assert len(rows) == 6
    assert [row for row in rows if row[0] == "un_volunteers"] == [
        ("un_volunteers", 1000, "over", "ARAB"),
        ("un_volunteers", 6700, "over", None),
    ]


def test_un_volunteers_by_agency(answer):
    assert answer("un_volunteers_by_agency", "agencies period_to value qualifier") == [
        (["UNDP"], "2021-12-31", 3172, "exact"),
        (["UNDP"], "2020-12-31", 3121, "exact"),
        (["UNDP"], "2018-12-31", 2000, "almost"),
    ]


def test_un_volunteers_from_global_south(answer):
    assert answer("un_volunteers_from_global_south", "measure period_to value qualifier") == [
        ("un_volunteers_from_south", "2023-12-31", 11339, "exact"),
        ("national_un_volunteers_from_south", "2023-12-31", 8027, "exact"),
        ("south_south_un_volunteers", "2023-12-31", 3350, "exact"),
        ("south_share_pct", "2021-12-31", 66, "exact"),
        ("south_share_pct", "2019-12-31", 67, "exact"),
    ]


def test_un_volunteers_by_age_and_sex(answer):
    assert answer("un_volunteers_by_age_and_sex", "measure world_region value qualifier") == [
        ("average_age", None, 35, "exact"),
        ("average_age", None, 34, "exact"),
        ("un_volunteers_aged_60_plus", None, 167, "exact"),
        ("women_share_pct", "AFR", 49.8, "exact"),
        ("un_volunteers_with_disabilities", None, 31, "exact"),
        ("youth_share_pct", None, 11, "about"),
        ("un_volunteers_under_29", None, 1190, "exact"),
    ]


def test_un_volunteers_by_origin(answer):
    """The newest first; 65 from the Republic of Korea served on a day."""
    assert answer("un_volunteers_by_origin", "origin period_to value comparable", lang="en") == [
        ("SWE", "2023-12-31", 71, True),
        ("FIN", "2023-12-31", 50, True),
        ("IRL", "2023-12-31", 36, True),
        ("CZE", "2023-12-31", 19, True),
        ("CHN", "2023-11-30", 134, True),
        ("KOR", "2017-03-31", 65, False),
        ("DEU", "2014-12-31", 60, True),
        ("ITA", "2011-12-31", 164, True),
        ("FRA", "2011-12-31", 119, True),
        ("BEL", "2011-12-31", 98, True),
        ("ESP", "2011-12-31", 93, True),
        ("JPN", "2011-12-31", 88, True),
        ("CAN", "2011-12-31", 78, True),
        ("DEU", "2011-12-31", 49, True),
    ]


def test_un_volunteers_by_origin_and_kind(answer):
    """Seven from China are of two years, those from Tajikistan a total since 1993."""
    found = answer("un_volunteers_by_origin_and_kind", "measure origin value qualifier comparable", lang="en")
    assert found == [
        ("placements", "FIN", 40, "exact", True),
        ("placements", "CHN", 24, "exact", True),
        ("placements", "IRL", 24, "exact", True),
        ("placements", "CZE", 14, "exact", True),
        ("placements", "CHN", 7, "exact", False),
        ("national_un_volunteers", "CHN", 85, "exact", True),
        ("international_un_volunteers", "CHN", 49, "exact", True),
        ("international_un_volunteers", "TJK", 70, "over", False),
        ("funded_assignments", "FRA", 50, "almost", True),
        ("funded_assignments", "SWE", 48, "exact", True),
    ]


def test_government_contributions(answer):
    assert answer("government_contributions", "origin period_from value qualifier") == [
        ("DEU", "2016-01-01", 4400000, "about"),
        ("KOR", "2017-01-01", 3150000, "exact"),
        ("KOR", "2014-01-01", 1540000, "exact"),
        ("KOR", "2013-01-01", 1380000, "exact"),
    ]


def test_bilateral_volunteers(answer):
    assert answer("bilateral_volunteers", "origin value qualifier kind", lang="en") == [
        ("USA", 1120, "over", "cumulative"),
        ("USA", 117, "exact", "stock"),
        ("USA", 121, "exact", "stock"),
        ("USA", 700, "about", "cumulative"),
        ("USA", 50, "exact", "flow"),
    ]


def test_bilateral_volunteers_worldwide(answer):
    found = answer("bilateral_volunteers_worldwide", "origin hosts value qualifier kind comparable", lang="en")
    assert found == [
        ("USA", [], 8079, "exact", "stock", True),
        ("JPN", [], 3147, "exact", "stock", True),
        ("KOR", [], 1538, "exact", "stock", True),
        ("DEU", [], 970, "exact", "stock", True),
        ("JPN", ["KEN"], 1600, "over", "cumulative", False),
        ("KOR", ["UZB"], 412, "about", "cumulative", False),
        ("KOR", [], 10009, "exact", "cumulative", False),
    ]


def test_volunteering_worldwide(answer):
    assert answer("volunteering_worldwide", "value qualifier") == [(2_100_000_000, "about"), (34.5, "exact")]
