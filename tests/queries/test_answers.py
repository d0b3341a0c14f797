"""One answer to each query, counted by hand in data/source/claims.csv: those sent abroad, the tiles and the lists."""

import re
from pathlib import Path

from tests.queries.tables import NAMES

NINE, EIGHT = "KZ-FF-2020-2023-RU", "KZ-FF-2020-2023-EN"
STOCK_2022, UP_TO_2023, UP_TO_2024 = "KZ-FF-STOCK-2022-08", "KZ-FF-CUM-2023-06", "KZ-FF-CUM-2024-07"
FIRST_FOUR, NEXT_THREE = ["JOR", "KEN", "THA", "TUR"], ["KEN", "THA", "TUR"]
LONGER_THAN_A_YEAR = [(7, FIRST_FOUR, "K"), (7, FIRST_FOUR, "K"), (9, [], "K"), (8, [], "K")]


def test_every_query_has_an_answer_counted_by_hand():
    files = Path(__file__).parent.glob("test_answers*.py")
    answered = {name for file in files for name in re.findall(r'answer\(\s*"(\w+)"', file.read_text("utf-8"))}
    assert set(NAMES) == answered


def test_placements_by_year(answer):
    assert answer("placements_by_year", "measure value qualifier period_from period_to dispute") == [
        ("placements", 9, "exact", "2020-01-01", "2023-12-31", "KZ-FF-2020-2023"),
        ("placements", 8, "exact", "2020-01-01", "2023-12-31", "KZ-FF-2020-2023"),
        ("placements", 7, "exact", "2024-01-01", "2024-12-31", None),
        ("secretariat_volunteers", 2, "exact", "2025-01-01", "2025-12-31", None),
    ]


def test_placements_by_country(answer):
    columns = "host value low high total places status"
    assert answer("placements_by_country", columns, year=2024, lang="en") == [
        ("KEN", None, 1, 5, 7, 3, "E"),
        ("THA", None, 1, 5, 7, 3, "E"),
        ("TUR", None, 1, 5, 7, 3, "E"),
    ]
    assert answer("placements_by_country", columns, year=2022, lang="kk") == [
        (host, None, 1, 4, 7, 4, "E") for host in FIRST_FOUR
    ]
    assert answer("placements_by_country", columns, year=2021, lang="ru") == [
        (host, None, None, None, 7, 4, "K") for _ in (UP_TO_2024, UP_TO_2023) for host in FIRST_FOUR
    ]
    assert answer("placements_by_country", columns, year=2025, lang="en") == []
    assert answer("placements_by_country", "host", lang="en") == NEXT_THREE + 3 * FIRST_FOUR


def test_placements_by_agency(answer):
    assert answer("placements_by_agency", "agency value low high total places claims", year=2024) == [
        (agency, None, 1, 3, 7, 5, ["KZ-FF-2024-SELECT"]) for agency in ("ESCAP", "IOM", "UNDP", "UNFPA", "UNWOMEN")
    ]
    assert answer("placements_by_agency", "agency", year=2022) == []


def test_placements_map(answer):
    def marks(mark: str, columns: str, **choice: int) -> list[object]:
        return [row for kind, *row in answer("placements_map", f"mark {columns}", **choice) if kind == mark]

    stated, named = "value hosts status", "host value status"
    home = [["KAZ", None, "M"]]
    assert marks("statement", stated, year=2024) == [[7, NEXT_THREE, "W"], [7, FIRST_FOUR, "K"]]
    assert marks("host", named, year=2024) == [[host, None, "K"] for host in NEXT_THREE]
    assert marks("statement", stated, year=2022) == [[7, FIRST_FOUR, "W"], *map(list, LONGER_THAN_A_YEAR)]
    assert marks("host", named, year=2022) == [[host, None, "K"] for host in FIRST_FOUR]
    assert marks("statement", stated, year=2021) == [*map(list, LONGER_THAN_A_YEAR)]
    assert marks("host", named, year=2021) == []
    assert marks("statement", stated, year=2025) == marks("host", named, year=2025) == []
    assert all(marks("home", named, year=year) == home for year in range(2019, 2027))
    assert marks("home", named) == home


def test_placements_claims(answer):
    assert answer("placements_claims", "value kind claims") == [
        (7, "flow", ["KZ-FF-2024", "KZ-FF-2024-EN", "KZ-FF-2024-SELECT"]),
        (7, "flow", ["KZ-FF-2024-EN"]),
        (7, "flow", ["KZ-FF-2024-SELECT"]),
        (7, "cumulative", [UP_TO_2024]),
        (9, "flow", [NINE]),
        (8, "flow", [EIGHT]),
        (7, "cumulative", [UP_TO_2023]),
        (7, "stock", [STOCK_2022]),
    ]


def test_placements_selection(answer):
    assert answer("placements_selection", "measure value status inputs") == [
        ("candidates", 266, "A", None),
        ("placements", 7, "A", None),
        ("selected_share_pct", 2.6, "E", [7, 266]),
    ]


def test_placements_background(answer):
    assert answer("placements_background", "measure value qualifier") == [
        ("secretariat_volunteers", 2, "exact"),
        ("secretariat_volunteers", 1, "at_least"),
        ("placements_invited_later", 6, "exact"),
        ("resolution_cosponsors", 54, "exact"),
        ("placements_planned", 7, "exact"),
        ("agreement_year", 2019, "exact"),
    ]


def test_headlines(answer):
    columns = "headline measure values qualifiers low high period_from period_to said_by"
    assert answer("headlines", columns) == [
        ("placements", "placements", [7], ["exact"], 7, 7, "2024-01-01", "2024-12-31", "minister"),
        ("placements", "candidates", [266], ["exact"], 266, 266, "2024-01-01", "2024-12-31", "ministry"),
        ("placements_before", "placements", [9, 8], ["exact"] * 2, 8, 9, "2020-01-01", "2023-12-31", "minister"),
        ("un_volunteers", "un_volunteers", [73], ["exact"], 73, 73, "2022-01-01", "2022-12-31", "foreign_ministry"),
        *(
            (
                "volunteers_at_home",
                "volunteers_at_home",
                [300000],
                ["over"],
                None,
                None,
                "2026-01-01",
                "2026-01-31",
                "network",
            ),
            (
                "surveyed_volunteers",
                "surveyed_volunteers",
                [62000],
                ["over"],
                None,
                None,
                "2024-01-01",
                "2024-12-31",
                "statistics_bureau",
            ),
        ),
    ]
    assert answer("headlines", "statements")[2] == [NINE, EIGHT]


def test_data_claims(answer):
    rows = answer("data_claims", "claim measure value hosts status confidentiality")
    assert rows[2] == ("CHN-FF-2019", "placements", 7, ["LAO", "MMR", "THA", "TUR", "USA"], "A", "F")
    assert len(rows) == 227
    assert {row[4:] for row in rows} == {("A", "F")}


def test_claims(answer):
    assert len(answer("claims", "claim")) == 227
    assert len(answer("claims", "claim", measure="placements")) == 13
    assert len(answer("claims", "claim", disagreement="yes")) == 31
    assert answer("claims", "claim value", chosen="UNV-2013;KZ-FF-2024") == [("KZ-FF-2024", 7), ("UNV-2013", 6351)]


def test_disputes(answer):
    groups = answer("disputes", "disagreement")
    assert {group: groups.count(group) for group in groups} == {
        "KZ-EXPO-2017": 2,
        "KZ-FF-2020-2023": 5,
        "KZ-ORG-2019-2020": 5,
        "KZ-REG-KST": 2,
        "KZ-VOL-2020": 2,
        "KZ-VOL-2021": 2,
        "KZ-VOL-2024": 2,
        "PC-KAZ-2011": 2,
        "UNV-REGIONS-2023": 6,
        "UNV-SOUTH-2023": 3,
    }
    assert answer("disputes", "value qualifier")[:4] == [(4500, "exact"), (7000, "over"), (9, "exact"), (8, "exact")]


def test_sources(answer):
    assert len(answer("sources", "source")) == 103
    assert answer("sources", "source official published_on language read")[0] == ("7152-ND", False, None, "ru", "part")
