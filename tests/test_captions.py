"""Words that go with a figure: every number with what belongs to it, everyone who published one, and nothing more."""

import json
import re
import shutil
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard import captions, data, exports, figures
from dashboard.captions import caption, sentence
from dashboard.catalog import EVERY_CHART, MEASURES, REGISTER_CHARTS, STATUSES
from dashboard.figures import findings, phrases
from dashboard.i18n import LANGUAGES, Language
from dashboard.view import View, view

MAP, REGISTER_MAP = "placements_map", "register_map"
YEARS, REGISTER_YEARS = (None, 2022, 2024, 2021), (None, 2024, 2021)
CASES = [
    (name, code, year)
    for name, chart in EVERY_CHART.items()
    for code in LANGUAGES
    for year in ((REGISTER_YEARS if name in REGISTER_CHARTS else YEARS) if "year" in chart.parameters else (None,))
]
NAMED = ("measure", "value", "kind", "status", "period")

pytestmark = pytest.mark.usefixtures("registered")


def shown(name: str, code: str, year: int | None = None) -> View:
    return view(getattr(figures, name), Language(code), (("year", year),) if year else ())


def digits(*texts: str) -> Counter[str]:
    return Counter(number for text in texts for number in re.findall(r"\d+", text))


def stated(asked: View) -> list[Any]:
    """The rows that hold a statement or a number of the register, or stand for one that is missing."""
    mark = "host" if asked.chart.code == REGISTER_MAP else "statement"
    return [row for row in asked.df.itertuples() if getattr(row, "mark", mark) == mark]


def release(asked: View) -> str:
    return str(data.release(asked.release)["release"])


def number(t: Language, row: Any) -> str:
    """As the language writes it, with its qualifier."""
    if row.value is not None:
        unit = MEASURES[row.measure].unit if hasattr(row, "measure") else "persons"
        return str(int(row.value)) if unit == "year" else t.qualified(row.value, row.qualifier, unit)
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    if low is None:
        return f"× {t('withheld')}" if row.status == "Q" else t(STATUSES[row.status].title).lower()
    if high is None:
        return t("{low} or more", low=t.number(low))
    return t("{low} to {high}", low=t.number(low), high=t.number(high))


def period(t: Language, row: Any) -> str:
    return t.period(row.period_from, row.period_to, row.from_precision, row.to_precision) if row.kind else ""


def publications(asked: View, dated: bool = True) -> list[str]:
    """Who published the numbers and when, each once."""
    t, known = asked.t, data.query("sources", release=asked.release).set_index("source").to_dict("index")
    listed = [known[source] for row in asked.df["sources"] for source in row]
    dates = [t.iso_date(each["published_on"]) if dated and each["published_on"] else "" for each in listed]
    said = zip((t(each["publisher"]) for each in listed), dates, strict=True)
    return list(dict.fromkeys(", ".join(filter(None, pair)) for pair in said))


RELEASE = data.release()["release"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Volunteers sent abroad, over the periods that were published: Kazakhstan, government funding, 2020–2025. "
            "Volunteers sent abroad with government funding: 9 (2020–2023; sources differ); 8 (2020–2023; sources "
            "differ); 7 (2024). Volunteers sent to UN regional secretariats: 2 (2025). Sources: Ult.kz, 13 May 2025; "
            "Qazinform, 13 May 2025; El.kz, 1 July 2024; BAQ.KZ (citing the Ministry of Culture and Information), "
            f"17 December 2025. Volunteers of Kazakhstan, data release: {RELEASE}.",
        ),
        (
            "ru",
            "Волонтеры, направленные за рубеж, по опубликованным периодам: Казахстан, государственное финансирование, "
            "2020–2025. Волонтеры, направленные за рубеж за счет государственного финансирования: 9 (2020–2023; "
            "источники расходятся); 8 (2020–2023; источники расходятся); 7 (2024). Волонтеры, направленные в "
            "региональные секретариаты ООН: 2 (2025). Источники: Ult.kz, 13 мая 2025; Казинформ, 13 мая 2025; El.kz, "
            "1 июля 2024; BAQ.KZ (со ссылкой на Министерство культуры и информации), 17 декабря 2025. Волонтеры "
            f"Казахстана, выпуск данных: {RELEASE}.",
        ),
        (
            "kk",
            "Шетелге жіберілген волонтерлер, жарияланған кезеңдер бойынша: Қазақстан, мемлекеттік қаржыландыру, "
            "2020–2025. Мемлекет қаржыландырған, шетелге жіберілген волонтерлер: 9 (2020–2023; дереккөздердегі сандар "
            "әртүрлі); 8 (2020–2023; дереккөздердегі сандар әртүрлі); 7 (2024). БҰҰ-ның өңірлік хатшылықтарына "
            "жіберілген волонтерлер: 2 (2025). Дереккөздер: Ult.kz, 2025 ж. 13 мамыр; Қазинформ, 2025 ж. 13 мамыр; "
            "El.kz, 2024 ж. 1 шілде; BAQ.KZ (Мәдениет және ақпарат министрлігіне сілтеме жасап), 2025 ж. "
            f"17 желтоқсан. Қазақстан волонтерлері, деректер шығарылымы: {RELEASE}.",
        ),
    ],
)
def test_the_volunteers_sent_abroad_are_told_in_a_few_sentences(code: str, text: str) -> None:
    assert sentence(shown("placements_by_year", code)) == text


def test_a_derived_number_says_so_and_how() -> None:
    assert (
        "Volunteers sent abroad with government funding: 7 (2024). Share of candidates selected: 2.6% (2024; derived). "
        "Calculated by us from published numbers: 7 ÷ 266 = 2.6%. Sources: "
    ) in sentence(shown("placements_selection", "en"))


def test_a_range_names_its_country_and_its_reason() -> None:
    assert (
        ", 2024. 1 to 5 (host country: Kenya; 2024; derived); 1 to 5 (host country: Thailand; 2024; derived); 1 to 5 "
        "(host country: Türkiye; 2024; derived). 2024: from 1 to 5 in each, because 3 places are named, each has at "
        "least 1, and the total is 7. Sources: "
    ) in sentence(shown("placements_by_country", "en", 2024))


def test_the_map_is_told_in_whole_sentences() -> None:
    assert (
        ", 2024. 2024: 7 together in Kenya, Thailand and Türkiye; the split by country was not published. "
        "2019 – 1 July 2024: 7 together in Jordan, Kenya, Thailand and Türkiye; the split by country was not "
        "published. This period is longer than the year chosen; the year alone was not published. Sources: "
    ) in sentence(shown(MAP, "en", 2024))


def test_the_map_says_where_sources_differ() -> None:
    assert ". 2020–2023: 9; host countries not published; sources differ. " in sentence(shown(MAP, "en", 2021))


def test_a_sentence_begins_with_a_capital() -> None:
    assert ", 2021. Up to June 2023: 7 together in " in sentence(shown(MAP, "en", 2021))
    ranges = sentence(shown("placements_by_agency", "ru", 2024))
    assert ", 2024. От 1 до 3 (" in ranges and "; рассчитано нами). Июль 2024: в каждом из названных мест " in ranges


def test_origin_and_host_are_told_apart() -> None:
    assert "85 (origin: China; host countries: China; January 2023 – November 2023)" in sentence(
        shown("un_volunteers_by_origin", "en")
    )


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_every_number_stands_in_its_order_with_qualifier_and_period(name: str, code: str, year: int | None) -> None:
    asked, t = shown(name, code, year), Language(code)
    said, place = sentence(asked).lower(), 0
    for row in stated(asked):
        when, much = period(t, row).lower(), number(t, row).lower()
        first, second = (when, much) if name == MAP else (much, when)
        if name == REGISTER_MAP:  # the title says of when the numbers are
            first, second = t.place(row.host).lower(), much
        place = said.index(first, place)
        assert second in said[place:]
        place = said.index(second, place + len(first))


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_no_number_is_there_but_those_of_the_rows(name: str, code: str, year: int | None) -> None:
    asked, t = shown(name, code, year), Language(code)
    wanted = digits(asked.title, release(asked), *publications(asked))
    for text, values, _ in findings.explanations(t, asked.df):
        wanted += digits(text.format(**values))
    about = () if "mark" in asked.df else [column for column in phrases.columns(asked.df) if column not in NAMED]
    measure = ""
    for row in stated(asked):
        when = "" if name == REGISTER_MAP else period(t, row)
        wanted += digits(number(t, row), when, *(phrases.cell(t, row, column) for column in about))
        if "mark" not in asked.df and getattr(row, "measure", "") != measure:
            measure = row.measure
            wanted += digits(t(MEASURES[measure].title))
    assert digits(sentence(asked)) == wanted


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_every_disputed_and_every_derived_number_says_so(name: str, code: str, year: int | None) -> None:
    asked, t = shown(name, code, year), Language(code)
    said, rows = sentence(asked), stated(asked)
    assert said.count(t("sources differ")) == sum(bool(getattr(row, "dispute", None)) for row in rows)
    derived = t(STATUSES["E"].title).lower()
    assert said.count(f"; {derived})") == sum(row.status == "E" for row in rows)


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_everyone_who_published_a_number_is_named_with_the_day(name: str, code: str, year: int | None) -> None:
    asked, t = shown(name, code, year), Language(code)
    wanted = publications(asked)
    heading = t("Sources") if len(wanted) > 1 else t("Source")
    end = f" {t('Volunteers of Kazakhstan')}, {t('Data release').lower()}: {release(asked)}."
    named = f" {heading}: {'; '.join(wanted)}." if wanted else ""
    assert sentence(asked).endswith(named + end)
    assert set(wanted) or not any(asked.df["claims"])


def test_an_earlier_release_goes_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = tmp_path / data.ARCHIVE / "2025-05-13-0123abcd"
    earlier.mkdir(parents=True)
    for name in data.FILES:
        shutil.copyfile(data.DATA / name, earlier / name)
    (earlier / "release.json").write_text(json.dumps(data.release() | {"release": earlier.name}), encoding="utf-8")
    monkeypatch.setattr(data, "DATA", tmp_path)
    asked = view(figures.placements_selection, Language("en"), (), earlier.name)
    assert sentence(asked).endswith(" Volunteers of Kazakhstan, data release: 2025-05-13-0123abcd.")


def test_withheld_numbers_and_zeros_of_the_register_are_told_as_such() -> None:
    """Of the eight of 2024 five were in Kenya, none in Jordan; two and one are too few to be told."""
    asked = shown("register_by_host", "en", 2024)
    assert sentence(asked) == (
        "Volunteers by host country: Kazakhstan's volunteers abroad, by the register, 2024. Volunteers abroad: 5 (host "
        "country: Kenya; 2024); 0 (host country: Jordan; 2024); × withheld (host country: Thailand; 2024); × withheld "
        "(host country: Türkiye; 2024). Source: Ministry of Culture and Information, 31 December 2024. Volunteers of "
        f"Kazakhstan, data release: {asked.release}."
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", [MAP, "placements_by_country"])
def test_a_choice_without_a_number_says_that_none_was_published(name: str, code: str) -> None:
    asked, t = shown(name, code, 2026), Language(code)
    assert stated(asked) == []
    assert t("No figure was published for this choice.") in sentence(asked)


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_a_sentence_is_plain_text(name: str, code: str, year: int | None) -> None:
    said = sentence(shown(name, code, year))
    assert not re.search(r"[<>{}\n]|&\w+;|\s\s|\(\)|; ;|\.\.", said)
    assert EVERY_CHART[name].caveat and Language(code)(EVERY_CHART[name].caveat) not in said


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_a_caption_is_title_sources_and_licence(name: str, code: str, year: int | None) -> None:
    asked, t = shown(name, code, year), Language(code)
    names = publications(asked, dated=False)
    heading = t("Sources") if len(names) > 1 else t("Source")
    named = [f"{heading}: {'; '.join(names)}"] if names else []
    assert caption(asked).split("\n") == [asked.title, *named, exports.licence(t)]


def test_a_figure_is_cited_with_its_choices_under_the_release_that_it_shows() -> None:
    asked = view(figures.placements_map, Language("ru"), (("year", 2024),))
    known = captions.cited(asked, "https://example.org/f", date(2026, 11, 4))
    assert (known.name, known.title, known.address) == ("placements_map-2024", asked.title, "https://example.org/f")
    assert (known.release, known.as_of) == (data.release()["release"], data.release()["as_of"])
    every_year = view(figures.placements_map, Language("ru"), (("year", None),))
    assert captions.cited(every_year, "https://example.org/f").name == MAP
    assert captions.today() in {datetime.now(UTC).date(), (datetime.now(UTC) + timedelta(days=1)).date()}
