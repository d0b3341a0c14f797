"""Titles: what the rows say, in few words, with every number as a row states it; on real rows and on made-up ones."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from string import Formatter
from typing import Any

import pandas as pd
import pytest

from dashboard import data
from dashboard.catalog import CHARTS, EVERY_CHART, FORMULAS, MEASURES, PARAMETERS, REGISTER_CHARTS, Chart
from dashboard.figures import phrases, titles
from dashboard.figures.findings import Finding
from dashboard.figures.places import ASPECTS
from dashboard.i18n import Language, formats
from tests.turns import turns

EN, RU, KK = Language("en"), Language("ru"), Language("kk")
Choices = tuple[tuple[str, Any], ...]
# 12,840 and 12 840 and 34,5 and −46: with the signs that belong to a number.
NUMBER = re.compile(r"−?\d[\d.,\N{NO-BREAK SPACE}]*")
DIGITS = {word: str(int(n)) for n, word in formats.SPELLED.items()}


def choices(chart: Chart, years: tuple[int | None, ...]) -> Iterator[Choices]:
    """What a reader may choose of a chart; None is the default."""
    known = [years if name == "year" else (None, *PARAMETERS[name][1:]) for name in chart.parameters]
    return (tuple(zip(chart.parameters, chosen, strict=True)) for chosen in product(*known))


EVERY_YEAR = (None, *(int(year) for year in PARAMETERS["year"]))
CASES = [(name, chosen) for name, chart in CHARTS.items() for chosen in choices(chart, EVERY_YEAR)]


def rows(name: str, chosen: Choices, t: Language = EN) -> pd.DataFrame:
    known = dict(chosen) | {"lang": t.code}
    return data.query(name, **{key: known.get(key) for key in data.parameters(name)})


def filled(finding: Finding) -> str:
    text, words, _ = finding
    return text.format(**words)


def read(finding: Finding) -> str:
    """Filled, in words that have ordinary spaces and hyphens."""
    return filled(finding).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")


def numbers(text: str) -> list[str]:
    return [found.strip(".,\N{NO-BREAK SPACE}") for found in NUMBER.findall(text)]


def in_digits(finding: Finding) -> str:
    """Filled, a number that is a word in digits: seven -> 7."""
    text, words, _ = finding
    said = re.sub(r"\b[a-z]+\b", lambda word: DIGITS.get(word[0], word[0]), words.get("number", ""))
    return text.format(**words | {"number": said})


def stated(t: Language, chart: Chart, df: pd.DataFrame, chosen: Choices) -> set[str]:
    """What rows with a role state, or all where none has one: numbers, periods, labels; how many statements there are.

    And what stands in the words of the chart and of its measures: EXPO-2017.
    """
    named = [row for row in df.itertuples() if row.role] or list(df.itertuples())
    said = [str(value) for _, value in chosen if value]
    for row in named:
        said += [total(t, row), phrases.number(t, row)]
        said += [t.when(row.period_from, row.period_to, row.from_precision, row.to_precision) if row.kind else ""]
        said += [phrases.cell(t, row, name) for name in phrases.DIMENSIONS if hasattr(row, name)]
    if "published" in df:
        said += [t.number(n) for n in df["published"].head(1)]
        said += [str(day.year) for name in ("period_from", "period_to") for day in df[name] if day]
    said += [t(MEASURES[code].title) + t(MEASURES[code].counted) for code in set(df.get("measure", []))]
    return {found for text in (*said, t(chart.title)) for found in numbers(text)}


def total(t: Language, row: Any) -> str:
    """Of several places together, where the row is of one of them."""
    return phrases.measured(t, row.total, row.qualifier, "persons") if hasattr(row, "total") else ""


def untraced(t: Language, chart: Chart, df: pd.DataFrame, chosen: Choices = ()) -> list[str]:
    """Numbers of its title and its sentences that no row states."""
    allowed = stated(t, chart, df, chosen)
    said = titles.title(t, chart, df, chosen), *titles.sentences(t, chart, df, chosen)
    return [each for finding in said for each in numbers(in_digits(finding)) if each not in allowed]


def assert_sound(t: Language, chart: Chart, df: pd.DataFrame, chosen: Choices, known: set[str]) -> None:
    title, *sentences = titles.title(t, chart, df, chosen), *titles.sentences(t, chart, df, chosen)
    for finding in (title, *sentences):
        said = read(finding)
        assert said.strip() and not re.search(r"[{}]|  |\(\)|\.\.|None|nan", said), said
        assert said[0] == said[0].upper(), said
        assert finding[2] and set(finding[2].split()) <= known
        assert set(finding[1]) == {name for _, name, _, _ in Formatter().parse(finding[0]) if name}
    assert sentences and all(read(each).endswith(".") for each in sentences)
    assert read(title).count(":") <= 1, read(title)
    assert t.code != "en" or len(read(title).split()) <= titles.MOST_WORDS, read(title)
    assert untraced(t, chart, df, chosen) == []


@pytest.mark.parametrize(("name", "chosen"), CASES, ids=str)
def test_every_title_and_sentence_is_whole_short_and_stated_by_its_rows(name: str, chosen: Choices) -> None:
    known = {*data.query("claims")["claim"], *FORMULAS, *CHARTS}
    for t in (KK, RU, EN):
        assert_sound(t, CHARTS[name], rows(name, chosen, t), chosen, known)


@pytest.mark.usefixtures("every_register")
@pytest.mark.parametrize("name", turns(REGISTER_CHARTS, 2))
def test_so_is_every_one_of_the_register(name: str) -> None:
    known = {*data.query("claims")["claim"], *FORMULAS, *EVERY_CHART, str(data.register.current())}
    for t in (KK, RU, EN):
        for chosen in choices(REGISTER_CHARTS[name], (None, 2021, 2024)):
            assert_sound(t, REGISTER_CHARTS[name], rows(name, chosen, t), chosen, known)


@pytest.mark.parametrize("name", ["placements_by_year", "placements_map", "un_volunteers_by_region"])
def test_a_planted_number_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chart, df = CHARTS[name], rows(name, ())
    assert untraced(EN, chart, df) == []
    quoted = df["role"].notna()
    planted = df.assign(role=None).assign(role=df["role"].where(~quoted, "newest"))
    planted.loc[quoted, "value"] = 41.0
    monkeypatch.setitem(globals(), "stated", lambda t, chart, _, chosen, real=stated: real(t, chart, df, chosen))
    assert set(untraced(EN, chart, planted)) == {"41"}


# ---------------------------------------------------------------- made-up rows

YEAR = ("year", "year")


def row(value: float | None = 7, role: str | None = "newest", first: int = 2024, last: int = 0, **more: Any) -> Any:
    """A statement over whole years, or as `more` says."""
    return {
        "claims": [f"C-{value}"],
        "measure": "un_volunteers",
        "value": None if value is None else float(value),
        "qualifier": "exact",
        "kind": "flow",
        "period_from": date(first, 1, 1),
        "period_to": date(last or first, 12, 31),
        "from_precision": "year",
        "to_precision": "year",
        "dispute": None,
        "tension": None,
        "sources": ["S"],
        "status": "A" if value is not None else "Q",
        "role": role,
    } | more


def frame(*made: Any) -> pd.DataFrame:
    return pd.DataFrame(list(made), dtype=object)


def said(name: str, *made: Any, chosen: Choices = ()) -> list[str]:
    """The title in English, Russian and Kazakh."""
    df = frame(*made) if made else rows(name, ()).head(0)
    for t in (EN, RU, KK):
        assert untraced(t, EVERY_CHART[name], df, chosen) == []
    english = read(titles.title(EN, EVERY_CHART[name], df, chosen))
    assert len(english.split()) <= titles.MOST_WORDS
    return [english, *(read(titles.title(t, EVERY_CHART[name], df, chosen)) for t in (RU, KK))]


def printed(name: str, *made: Any) -> list[str]:
    return [read(each) for each in titles.sentences(EN, EVERY_CHART[name], frame(*made), ())]


def sent(value: float, role: str = "newest", first: int = 2024, last: int = 0, **more: Any) -> Any:
    return row(value, role, first, last, measure="placements", **more)


def placed(value: float, hosts: list[str], **more: Any) -> Any:
    """A statement on a map, which has no measure."""
    made = row(value, mark="statement", hosts=hosts, **more)
    del made["measure"]
    return made


def test_without_rows_it_says_that_nothing_was_published() -> None:
    assert said("placements_map") == ["Nothing was published", "Ничего не опубликовано", "Ештеңе жарияланбаған"]
    assert said("placements_map", chosen=(("year", 2025),)) == [
        "Nothing was published for 2025",
        "За 2025 год ничего не опубликовано",
        "2025 жыл бойынша ештеңе жарияланбаған",
    ]
    assert said("placements_map", chosen=(("year", None),))[0] == "Nothing was published"
    assert read(titles.sentences(EN, CHARTS["placements_map"], rows("placements_map", ()).head(0), ())[0]) == (
        "Nothing was published."
    )


def test_rows_of_an_old_release_that_have_no_role_go_by_the_name_of_the_chart() -> None:
    df = frame(row()).drop(columns="role")
    for t in (EN, RU, KK):
        assert filled(titles.title(t, CHARTS["un_volunteers_worldwide_by_year"], df, ())) == t(
            "UN Volunteers worldwide"
        )


def test_one_row() -> None:
    assert said("placements_by_year", sent(7)) == [
        "Kazakhstan sent 7 volunteers abroad in 2024",
        "Из Казахстана за рубеж: 7 волонтеров в 2024 году",
        "Қазақстан шетелге 2024 жылы 7 волонтер жіберді",
    ]
    assert said("un_volunteers_worldwide_by_year", row(9_000, qualifier="almost")) == [
        "UN Volunteers worldwide: almost 9,000 in 2024",
        "Добровольцы ООН в мире: в 2024 году – почти 9 000",
        "Әлемдегі БҰҰ волонтерлері: 2024 жылы 9 000-ға жуық",
    ]


def test_one_person_is_no_several() -> None:
    assert said("placements_by_year", sent(1)) == [
        "Kazakhstan sent 1 volunteer abroad in 2024",
        "Из Казахстана за рубеж: 1 волонтер в 2024 году",
        "Қазақстан шетелге 2024 жылы 1 волонтер жіберді",
    ]
    assert said("placements_by_year", sent(22))[1] == "Из Казахстана за рубеж: 22 волонтера в 2024 году"
    assert said("placements_by_year", sent(21, qualifier="over"))[1] == (
        "Из Казахстана за рубеж: более 21 волонтера в 2024 году"
    )
    assert printed("placements_by_year", sent(1)) == ["In 2024, one volunteer was sent abroad."]
    assert printed("placements_by_year", sent(5, qualifier="at_least")) == [
        "In 2024, at least five volunteers were sent abroad."
    ]


def test_the_newest_period_stands_before_the_one_before_it_and_several_years_are_no_year_each() -> None:
    before = [sent(value, "before", 2020, 2023, dispute="D") for value in (9, 8)]
    assert said("placements_by_year", *before, sent(7)) == [
        "Kazakhstan sent 7 volunteers abroad in 2024, 8 or 9 in 2020–2023 together",
        "Из Казахстана за рубеж: 7 волонтеров в 2024 году, в 2020–2023 годах вместе 8 или 9",
        "Қазақстан шетелге 2024 жылы 7 волонтер, 2020–2023 жылдары барлығы 8 не 9 волонтер жіберді",
    ]
    assert printed("placements_by_year", *before, sent(7)) == [
        "In 2024, seven volunteers were sent abroad.",
        "In 2020–2023, eight or nine volunteers were sent abroad; sources differ.",
    ]
    assert said("placements_by_year", sent(3, "before", 2023), sent(7))[0] == (
        "Kazakhstan sent 7 volunteers abroad in 2024, 3 in 2023"
    )


def test_of_a_dispute_every_side_is_said_with_its_qualifier() -> None:
    two = [row(value, qualifier="over", dispute="D") for value in (200_000, 100_000)]
    assert said("un_volunteers_worldwide_by_year", *two) == [
        "UN Volunteers worldwide: over 100,000 or over 200,000 in 2024",
        "Добровольцы ООН в мире: в 2024 году – более 100 000 или более 200 000",
        "Әлемдегі БҰҰ волонтерлері: 2024 жылы 100 000-нан астам не 200 000-нан астам",
    ]
    three = [sent(value, dispute="D") for value in (11, 8, 9)]
    assert said("placements_by_year", *three)[0] == "Kazakhstan sent 8, 9 or 11 volunteers abroad in 2024"
    assert printed("placements_by_year", *three) == [
        "In 2024, eight, nine or 11 volunteers were sent abroad; sources differ."
    ]


def test_the_first_is_said_beside_the_newest_unless_others_do_not_fit_it() -> None:
    name, newest = "un_volunteers_worldwide_by_year", row(15_000)
    assert said(name, row(35, "first", 1971), newest) == [
        "UN Volunteers worldwide: 35 in 1971, 15,000 in 2024",
        "Добровольцы ООН в мире: в 1971 году – 35, в 2024 году – 15 000",
        "Әлемдегі БҰҰ волонтерлері: 1971 жылы 35, 2024 жылы 15 000",
    ]
    assert said(name, row(35, "first", 1971, tension="T"), newest)[0] == "UN Volunteers worldwide: 15,000 in 2024"


def test_forty_years_are_a_first_and_a_newest_one() -> None:
    between = [row(100 + year, None, year) for year in range(1986, 2024)]
    assert said("un_volunteers_worldwide_by_year", row(9, "first", 1985), *between, row(50)) == [
        "UN Volunteers worldwide: 9 in 1985, 50 in 2024",
        "Добровольцы ООН в мире: в 1985 году – 9, в 2024 году – 50",
        "Әлемдегі БҰҰ волонтерлері: 1985 жылы 9, 2024 жылы 50",
    ]
    table = [row(3, None, year, published=40) for year in range(1985, 2025)]
    assert said("un_volunteers_makeup", *table)[0] == "40 statements on the composition of UN Volunteers, 1985–2024"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("placements_claims", "Kazakhstan sent 7 volunteers abroad in 2024"),
        ("placements_background", "Volunteers sent to UN regional secretariats: 2 in 2025"),
        (
            "programmes_at_home",
            "Volunteers in three national projects: about 100,000 on 30 January 2026",
        ),
        (
            "qazvolunteer_platform",
            "Registered on Qazvolunteer.kz: over 60,000 volunteers in January 2024, "
            "3,572 organizations on 5 December 2023",
        ),
        ("volunteer_awards_and_grants", "Candidates for the Volunteer of the Year award: 174 in 2025"),
        ("emergency_service_volunteers", "Volunteers with the emergencies ministry: over 47,000 in January 2024"),
        ("un_volunteers_from_global_south", "UN Volunteers from the Global South: 11,339 in 2023"),
        ("un_volunteers_by_age_and_sex", "Average age of UN Volunteers: 35 in 2023"),
        ("un_volunteers_makeup", "National UN Volunteers: 59% of all in 2021"),
        ("un_volunteers_by_origin", "UN Volunteers in 2023: Sweden 71, Finland 50, Ireland 36 and Czechia 19"),
        (
            "un_volunteers_by_origin_and_kind",
            "Sent abroad by their government in 2023: Finland 40, Ireland 24 and Czechia 14",
        ),
        (
            "un_volunteers_in_host_countries",
            "UN Volunteers in one country: Kenya over 400 in December 2021",
        ),
        (
            "government_contributions",
            "Government contributions to UNV: largest from Germany, about 4.4 million US dollars in 2016",
        ),
        (
            "bilateral_volunteers",
            "United States of America: over 1,120 volunteers in Kazakhstan in 1993–2011 together",
        ),
        (
            "volunteering_worldwide",
            "About 2.1 billion people worldwide volunteer in a month, 34.5% of those of working age",
        ),
        ("volunteers_by_region", "11 regions publish a local count of volunteers, 2019–2026"),
    ],
)
def test_a_table_says_its_newest_number_and_none_of_regions(name: str, title: str) -> None:
    assert read(titles.title(EN, CHARTS[name], rows(name, ()), ())) == title


def test_what_sources_differ_on_or_several_share_is_said_of_tables_too() -> None:
    peace = [row(value, "home", measure="bilateral_volunteers", origin="USA", dispute="D") for value in (121, 117)]
    assert said("bilateral_volunteers", *peace) == [
        "United States of America: 117 or 121 volunteers in Kazakhstan in 2024",
        "Соединенные Штаты Америки: в 2024 году – 117 или 121 волонтер в Казахстане",
        "Америка Құрама Штаттары: 2024 жылы Қазақстанда 117 не 121 волонтер",
    ]
    paid = [row(9, "largest", measure="contributions_usd", origin=origin) for origin in ("DEU", "ESP")]
    assert said("government_contributions", *paid)[0] == (
        "Government contributions to UNV: largest from Germany and Spain, 9 US dollars each in 2024"
    )
    two = [row(5, origin="CZE"), row(6, first=2023, origin="FIN")]
    assert said("un_volunteers_by_origin", *(each | {"published": 2} for each in two))[0] == (
        "2 statements on UN Volunteers from other countries, 2023–2024"
    )


def test_a_number_of_several_hosts_is_theirs_together() -> None:
    assert said("placements_map", placed(7, ["KEN", "THA", "TUR"])) == [
        "7 volunteers together in Kenya, Thailand and Türkiye in 2024",
        "Кения, Таиланд и Турция: вместе 7 волонтеров в 2024 году",
        "Кения, Таиланд және Түркия: 2024 жылы барлығы 7 волонтер",
    ]
    assert printed("placements_map", placed(7, ["KEN", "THA", "TUR"])) == [
        "In 2024, seven volunteers were sent to Kenya, Thailand and Türkiye; how they divide was not published."
    ]
    assert said("placements_map", placed(5, ["KEN"])) == [
        "5 volunteers in Kenya in 2024",
        "Кения: 5 волонтеров в 2024 году",
        "Кения: 2024 жылы 5 волонтер",
    ]
    assert printed("placements_map", placed(5, ["KEN"])) == ["In 2024, five volunteers were sent to Kenya."]
    assert said("placements_map", placed(9, []))[0] == "9 volunteers in 2024; host countries not published"


def test_twelve_hosts_are_not_named() -> None:
    twelve = ["KEN", "THA", "TUR", "JOR", "LAO", "MMR", "UZB", "TJK", "CHN", "DEU", "FIN", "IRL"]
    assert said("placements_map", placed(30, twelve)) == [
        "30 volunteers together in the countries named in 2024",
        "Названные страны: вместе 30 волонтеров в 2024 году",
        "Аталған елдер: 2024 жылы барлығы 30 волонтер",
    ]
    (printed_whole,) = printed("placements_map", placed(30, twelve))
    assert printed_whole.count(",") == 11 and "Ireland" in printed_whole


def test_two_numbers_of_two_countries_are_two() -> None:
    assert said("placements_map", placed(5, ["KEN"]), placed(3, ["THA"]))[0] == (
        "Map of volunteers sent abroad: 5 in 2024 (Kenya) and 3 in 2024 (Thailand)"
    )
    assert printed("placements_map", placed(5, ["KEN"]), placed(3, ["THA", "TUR"])) == [
        "In 2024, five volunteers were sent to Kenya.",
        "In 2024, three volunteers were sent to Thailand and Türkiye; how they divide was not published.",
    ]


def test_sources_that_differ_on_the_hosts_name_none() -> None:
    sides = placed(8, ["KEN", "THA"], dispute="D"), placed(9, [], dispute="D")
    assert said("placements_map", *sides)[0] == "Map of volunteers sent abroad: 8 or 9 in 2024"


def bound(host: str, total: float, low: float | None = 1, high: float | None = 5, **more: Any) -> Any:
    made = row(None, status="E", formula="bounds", host=host, total=total, low=low, high=high, places=3)
    del made["measure"], made["dispute"]
    return made | {"claims": ["C"]} | more


def test_ranges_are_said_with_the_total_that_allows_them() -> None:
    three = [bound(host, 7) for host in ("KEN", "THA", "TUR")]
    assert said("placements_by_country", *three) == [
        "Kenya, Thailand and Türkiye: 7 volunteers together in 2024, 1 to 5 in each",
        "Кения, Таиланд и Турция: в 2024 году всего 7 волонтеров, в каждой стране от 1 до 5",
        "Кения, Таиланд және Түркия: 2024 жылы барлығы 7 волонтер, әр елде 1–5",
    ]
    open_ended = [bound(host, 7, high=None, qualifier="over") for host in ("KEN", "THA")]
    assert said("placements_by_country", *open_ended)[0] == (
        "Kenya and Thailand: over 7 volunteers together in 2024, 1 or more in each"
    )
    without = [bound(host, 7, low=None, high=None, status="K", formula=None) for host in ("KEN", "THA")]
    assert said("placements_by_country", *without)[0] == "7 volunteers together in Kenya and Thailand in 2024"
    assert said("placements_by_country", bound("KEN", 7, low=None, high=None, value=7.0, status="A"))[0] == (
        "7 volunteers in Kenya in 2024"
    )


def ranked(value: float | None, region: str, year: int = 2024, **more: Any) -> Any:
    return row(value, "largest", year, world_region=region, **more)


def test_the_largest_is_named() -> None:
    assert said("un_volunteers_by_region", ranked(50, "AFR")) == [
        "UN Volunteers: most in Africa, 50 in 2024",
        "Добровольцы ООН: больше всего – Африка, в 2024 году 50",
        "БҰҰ волонтерлері: ең көбі – Африка, 2024 жылы 50",
    ]


def test_of_a_tie_all_are_named() -> None:
    assert said("un_volunteers_by_region", ranked(50, "AFR"), ranked(50, "ARAB")) == [
        "UN Volunteers: most in Africa and Arab States, 50 each in 2024",
        "Добровольцы ООН: больше всего – Африка и Арабские государства, в 2024 году по 50",
        "БҰҰ волонтерлері: ең көбі – Африка және Араб мемлекеттері, 2024 жылы әрқайсысы 50",
    ]
    earlier = {"period_from": date(2023, 1, 1), "period_to": date(2023, 12, 31)}
    two = counted(50, "largest"), counted(50, "largest", "THA", **earlier)
    assert said("register_by_host", *two)[0] == (
        "Volunteers abroad: largest are Kenya with 50 in 2024 and Thailand with 50 in 2023"
    )
    three = [*two, counted(50, "largest", "TUR", period_from=date(2022, 1, 1))]
    assert said("register_by_host", *three)[0] == "Volunteers abroad: largest number is 50"


def test_of_many_equal_numbers_the_number_is_said() -> None:
    regions = ["AFR", "SSA", "LAC", "AP", "ARAB", "ECIS"]
    assert said("un_volunteers_by_region", *(ranked(50, region) for region in regions))[0] == (
        "UN Volunteers by region of the world: largest number is 50 in 2024"
    )


def test_kazakhstan_stands_beside_the_largest() -> None:
    home, china = row(73, "home", 2022, origin="KAZ"), row(134, "largest", 2023, origin="CHN")
    assert said("peers_government_funded", china, home) == [
        "UN Volunteers: Kazakhstan 73 in 2022; the largest, China, 134 in 2023",
        "Добровольцы ООН: Казахстан – в 2022 году 73; больше всего – Китай, в 2023 году 134",
        "БҰҰ волонтерлері: Қазақстан – 2022 жылы 73; ең көбі – Қытай, 2023 жылы 134",
    ]
    assert said("peers_government_funded", home)[0] == (
        "UN Volunteers of Kazakhstan and other countries: 73 in 2022 (Kazakhstan)"
    )


def counted(value: float | None, role: str | None = None, host: str = "KEN", **more: Any) -> Any:
    return row(value, role, measure="register_people_abroad", host=host, **{"claims": ["R"]} | more)


def test_what_is_withheld_and_what_is_zero_are_said() -> None:
    assert said("register_by_host", counted(None), counted(0, host="THA")) == [
        "Volunteers abroad: in 2024 withheld to protect people",
        "Волонтеры за рубежом: в 2024 году – не публикуется, чтобы защитить людей",
        "Шетелдегі волонтерлер: 2024 жылы адамдарды қорғау үшін жарияланбайды",
    ]
    assert said("register_by_host", counted(0), counted(0, host="THA"))[0] == "Volunteers abroad: 0 in 2024"
    year = [counted(3, "first", period_from=date(2020, 1, 1), period_to=date(2020, 12, 31)), counted(None, "newest")]
    without_host = [{key: cell for key, cell in each.items() if key != "host"} for each in year]
    assert said("register_by_year", *without_host)[0] == (
        "Volunteers abroad: 3 in 2020, in 2024 withheld to protect people"
    )
    assert printed("register_by_year", *without_host) == [
        "In 2024, the number of Kazakhstan's volunteers abroad, by the register, was withheld to protect people.",
        "In 2020, the number of Kazakhstan's volunteers abroad, by the register, was three.",
    ]


def test_what_has_no_date_is_said_without_one() -> None:
    undated: dict[str, Any] = {"period_from": None, "period_to": None, "from_precision": None, "to_precision": None}
    assert said("un_volunteers_by_region", ranked(50, "AFR", **undated))[0] == (
        "UN Volunteers by region of the world: largest is Africa with 50"
    )
    assert printed("un_volunteers_by_region", ranked(50, "AFR", **undated)) == [
        "The number of UN Volunteers (Africa) was 50."
    ]


def test_kinds_are_told_apart_in_sentences() -> None:
    day: dict[str, Any] = {
        "from_precision": "day",
        "to_precision": "day",
        "period_from": date(2022, 8, 19),
        "period_to": date(2022, 8, 19),
    }
    assert printed("placements_map", placed(7, ["KEN"], kind="stock", **day)) == [
        "On 19 August 2022, seven volunteers were serving in Kenya."
    ]
    so_far: dict[str, Any] = {
        "period_from": None,
        "from_precision": None,
        "to_precision": "month",
        "period_to": date(2023, 6, 30),
    }
    assert printed("placements_map", placed(7, ["KEN", "THA"], kind="cumulative", **so_far)) == [
        "Up to June 2023, seven volunteers in all had been sent to Kenya and Thailand; "
        "how they divide was not published."
    ]
    assert printed("un_volunteers_worldwide_by_year", row(7, kind="cumulative", **so_far)) == [
        "Up to June 2023, the number of UN Volunteers (worldwide) was seven in total."
    ]


def test_a_share_in_a_sentence_is_per_cent_and_what_we_calculated_says_so() -> None:
    share = row(2.6, measure="women_share_pct", status="E", formula="share", qualifier="about")
    assert printed("un_volunteers_profile_by_year", share) == [
        "In 2024, the share of women among UN Volunteers (worldwide) was about 2.6 per cent; calculated by us."
    ]


@pytest.mark.parametrize("chart", EVERY_CHART.values(), ids=list(EVERY_CHART))
def test_every_place_of_a_pattern_can_have_something_to_say(chart: Chart) -> None:
    roles = ("newest", "before", "first", "largest", "home")
    named = {role if not measure else f"{role}_{measure}" for role in roles for measure in ("", *MEASURES)}
    known = {f"{each}_{aspect}".removesuffix("_") for each in named for aspect in (*ASPECTS, "what")}
    known |= {"what", "when", "statements", "regions_publish", "span"}
    for finding in chart.findings:
        assert {name for _, name, _, _ in Formatter().parse(finding) if name} <= known
        assert not numbers(finding)
