"""Language: which one a reader gets, and how it writes numbers, dates, periods and names."""

import csv
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES, Language, choose, formats

KK, RU, EN = Language("kk"), Language("ru"), Language("en")
DAY, LATER = date(2022, 8, 19), date(2023, 6, 30)
JANUARY, BEFORE = date(2023, 1, 1), date(2023, 6, 5)
# No line breaks at it: a number and what belongs to it stay together.
HELD = "\N{NO-BREAK SPACE}"
QUALIFIERS = ("exact", "at_least", "over", "almost", "about")


@pytest.mark.parametrize(
    ("lang", "accepted", "chosen"),
    [
        ("kk", "en", "kk"),
        ("ru", None, "ru"),
        ("xx", "en-GB,en;q=0.9", "en"),
        ("RU", "en", "en"),
        ("", "ru", "ru"),
        (None, None, "kk"),
        (None, "", "kk"),
        (None, "de-DE,de;q=0.9", "kk"),
        (None, "*", "kk"),
        (None, "en;q=0.1, ru;q=0.9", "ru"),
        (None, "de, en;q=0.3, kk;q=0.4", "kk"),
        (None, "ru-KZ", "ru"),
        (None, "RU", "ru"),
        (None, "en, ru", "en"),
        (None, "ru;q=0, en;q=0.1", "en"),
        (None, "kk;q=0, ru;q=0", "kk"),
        (None, "rus, english", "kk"),
        (None, "ru ; q=0.2 , en ; q=0.4", "en"),
        (None, "ru;Q=0.1, en;q=0.5", "en"),
    ],
)
def test_the_address_decides_and_then_the_browser(lang: str | None, accepted: str | None, chosen: str) -> None:
    assert choose(lang, accepted) == chosen


@pytest.mark.parametrize("junk", [",;,;q=,", "q=1", "kk;q=nan", "kk;q=", ";;;", "\x00", "kk;q=1e999;", "=" * 5000])
def test_junk_in_what_the_browser_accepts_hides_no_language(junk: str) -> None:
    assert choose(None, f"en;q=0.5, {junk}, ru;q=0.9") in {"ru", "kk"}


@given(st.none() | st.text(), st.none() | st.text() | st.text("kruen-;q=0.159, *"))
def test_every_reader_gets_one_of_the_three(lang: str | None, accepted: str | None) -> None:
    assert choose(lang, accepted) in LANGUAGES


@pytest.mark.parametrize(
    ("value", "kk", "ru", "en"),
    [
        (0, "0", "0", "0"),
        (7, "7", "7", "7"),
        (3500.0, "3 500", "3 500", "3,500"),
        (12840, "12 840", "12 840", "12,840"),
        (170_000_000, "170 000 000", "170 000 000", "170,000,000"),
        (34.5, "34,5", "34,5", "34.5"),
        (0.25, "0,25", "0,25", "0.25"),
        (-46, "−46", "−46", "−46"),
    ],
)
def test_numbers_are_written_as_cldr_says(value: float, kk: str, ru: str, en: str) -> None:
    written = [t.number(value) for t in (KK, RU, EN)]
    assert written == [kk.replace(" ", "\N{NO-BREAK SPACE}"), ru.replace(" ", "\N{NO-BREAK SPACE}"), en]


def test_shares_are_written_as_cldr_says() -> None:
    assert [t.percent(56.5) for t in (KK, RU, EN)] == ["56,5%", "56,5\N{NO-BREAK SPACE}%", "56.5%"]


@pytest.mark.parametrize(
    ("precision", "kk", "ru", "en"),
    [
        ("day", "2022 ж. 19 тамыз", "19 августа 2022 г.", "19 August 2022"),
        ("month", "2022 ж. тамыз", "август 2022 г.", "August 2022"),
        ("year", "2022", "2022", "2022"),
    ],
)
def test_a_date_is_as_precise_as_its_source(precision: str, kk: str, ru: str, en: str) -> None:
    assert [t.date(DAY, precision).replace(HELD, " ") for t in (KK, RU, EN)] == [kk, ru, en]


@pytest.mark.parametrize(("text", "words"), [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-01", "1 June 2024")])
def test_a_date_of_a_source_is_as_precise_as_known(text: str, words: str) -> None:
    assert EN.iso_date(text) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "kk", "ru", "en"),
    [
        (date(2020, 1, 1), date(2023, 12, 31), "year", "2020–2023", "2020–2023", "2020–2023"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024", "2024", "2024"),
        (DAY, DAY, "day", "2022 ж. 19 тамыз", "19 августа 2022 г.", "19 August 2022"),
        (
            DAY,
            LATER,
            "month",
            "2022 ж. тамыз – 2023 ж. маусым",
            "август 2022 г. – июнь 2023 г.",
            "August 2022 – June 2023",
        ),
        (JANUARY, LATER, "month", "2023 ж. қаңтар–маусым", "январь–июнь 2023 г.", "January–June 2023"),
        (BEFORE, LATER, "day", "2023 ж. 5–30 маусым", "5–30 июня 2023 г.", "5–30 June 2023"),
        (None, LATER, "year", "2023 жылға дейін", "до 2023 года", "up to 2023"),
        (None, LATER, "month", "2023 ж. маусым айына дейін", "до июня 2023 г.", "up to June 2023"),
        (None, LATER, "day", "2023 ж. 30 маусым күніне дейін", "до 30 июня 2023 г.", "up to 30 June 2023"),
        (DAY, None, "year", "2022 жылдан бастап", "с 2022 года", "since 2022"),
        (DAY, None, "month", "2022 ж. тамыз айынан бастап", "с августа 2022 г.", "since August 2022"),
        (DAY, None, "day", "2022 ж. 19 тамыз күнінен бастап", "с 19 августа 2022 г.", "since 19 August 2022"),
        (None, None, "", "күні аталмаған", "дата не названа", "date not stated"),
    ],
)
def test_a_period_and_its_open_ends_are_said_in_words(
    first: date | None, last: date | None, precision: str, kk: str, ru: str, en: str
) -> None:
    said = [t.period(first, last, precision, precision) for t in (KK, RU, EN)]
    assert [each.replace(HELD, " ") for each in said] == [kk, ru, en]


@pytest.mark.parametrize(
    ("first", "last", "precisions", "kk", "ru", "en"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "year year", "2024 жылы", "в 2024 году", "in 2024"),
        (date(2020, 1, 1), LATER, "year year", "2020–2023 жылдары", "в 2020–2023 годах", "in 2020–2023"),
        (DAY, DAY, "day day", "2022 ж. 19 тамызда", "19 августа 2022 г.", "on 19 August 2022"),
        (BEFORE, LATER, "day day", "2023 ж. 5–30 маусымда", "5–30 июня 2023 г.", "on 5–30 June 2023"),
        (
            *(JANUARY, LATER, "day day"),
            *(
                "2023 ж. 1 қаңтардан 30 маусымға дейін",
                "с 1 января по 30 июня 2023 г.",
                "from 1 January to 30 June 2023",
            ),
        ),
        (
            *(DAY, LATER, "day day", "2022 ж. 19 тамыздан 2023 ж. 30 маусымға дейін"),
            *("с 19 августа 2022 г. по 30 июня 2023 г.", "from 19 August 2022 to 30 June 2023"),
        ),
        (DAY, DAY, "month month", "2022 ж. тамызда", "в августе 2022 г.", "in August 2022"),
        (
            *(JANUARY, LATER, "month month"),
            *("2023 ж. қаңтардан маусымға дейін", "с января по июнь 2023 г.", "from January to June 2023"),
        ),
        (
            *(DAY, LATER, "month month", "2022 ж. тамыздан 2023 ж. маусымға дейін"),
            *("с августа 2022 г. по июнь 2023 г.", "from August 2022 to June 2023"),
        ),
        (
            *(date(2020, 1, 1), DAY, "month month", "2020 ж. қаңтардан 2022 ж. тамызға дейін"),
            *("с января 2020 г. по август 2022 г.", "from January 2020 to August 2022"),
        ),
        (
            *(date(2019, 1, 1), LATER, "year day", "2019 жылдан 2023 ж. 30 маусымға дейін"),
            *("с 2019 года по 30 июня 2023 г.", "from 2019 to 30 June 2023"),
        ),
        (
            *(date(2019, 1, 1), LATER, "day day", "2019 жылдан 2023 ж. 30 маусымға дейін"),
            *("с 2019 года по 30 июня 2023 г.", "from 2019 to 30 June 2023"),
        ),
        (
            *(DAY, LATER, "month year", "2022 ж. тамыздан 2023 жылға дейін"),
            *("с августа 2022 г. по 2023 год", "from August 2022 to 2023"),
        ),
        (
            *(JANUARY, LATER, "year day", "2023 жылы 30 маусымға дейін"),
            *("в 2023 году до 30 июня", "in 2023 up to 30 June"),
        ),
        (
            *(BEFORE, LATER, "month day", "2023 ж. маусымнан 30 маусымға дейін"),
            *("с июня по 30 июня 2023 г.", "from June to 30 June 2023"),
        ),
        (None, LATER, "- year", "2023 жылға дейін", "до 2023 года", "up to 2023"),
        (None, LATER, "- month", "2023 ж. маусымға дейін", "до июня 2023 г.", "up to June 2023"),
        (None, LATER, "- day", "2023 ж. 30 маусымға дейін", "до 30 июня 2023 г.", "up to 30 June 2023"),
        (DAY, None, "year -", "2022 жылдан бастап", "с 2022 года", "since 2022"),
        (DAY, None, "month -", "2022 ж. тамыздан бастап", "с августа 2022 г.", "since August 2022"),
        (DAY, None, "day -", "2022 ж. 19 тамыздан бастап", "с 19 августа 2022 г.", "since 19 August 2022"),
        (None, None, "- -", "", "", ""),
    ],
)
def test_a_period_is_a_part_of_a_sentence(
    first: date | None, last: date | None, precisions: str, kk: str, ru: str, en: str
) -> None:
    said = [t.when(first, last, *precisions.split()) for t in (KK, RU, EN)]
    assert [each.replace(HELD, " ") for each in said] == [kk, ru, en]


@pytest.mark.parametrize(
    ("month", "at", "since", "until", "ru_at", "ru_since", "ru_to"),
    [
        (1, "қаңтарда", "қаңтардан", "қаңтарға", "январе", "января", "январь"),
        (2, "ақпанда", "ақпаннан", "ақпанға", "феврале", "февраля", "февраль"),
        (3, "наурызда", "наурыздан", "наурызға", "марте", "марта", "март"),
        (4, "сәуірде", "сәуірден", "сәуірге", "апреле", "апреля", "апрель"),
        (5, "мамырда", "мамырдан", "мамырға", "мае", "мая", "май"),
        (6, "маусымда", "маусымнан", "маусымға", "июне", "июня", "июнь"),
        (7, "шілдеде", "шілдеден", "шілдеге", "июле", "июля", "июль"),
        (8, "тамызда", "тамыздан", "тамызға", "августе", "августа", "август"),
        (9, "қыркүйекте", "қыркүйектен", "қыркүйекке", "сентябре", "сентября", "сентябрь"),
        (10, "қазанда", "қазаннан", "қазанға", "октябре", "октября", "октябрь"),
        (11, "қарашада", "қарашадан", "қарашаға", "ноябре", "ноября", "ноябрь"),
        (12, "желтоқсанда", "желтоқсаннан", "желтоқсанға", "декабре", "декабря", "декабрь"),
    ],
)
def test_every_month_takes_the_case_of_its_place(
    month: int, at: str, since: str, until: str, ru_at: str, ru_since: str, ru_to: str
) -> None:
    day, first = date(2021, month, 9), date(2019, 7, 1)
    said = {
        (t.code, case): t.when(*ends, *(["month"] * 2)).replace(HELD, " ")
        for t in (KK, RU)
        for case, ends in {"at": (day, day), "since": (day, None), "until": (None, day), "to": (first, day)}.items()
    }
    assert said["kk", "at"] == f"2021 ж. {at}"
    assert said["kk", "since"] == f"2021 ж. {since} бастап"
    assert said["kk", "until"] == f"2021 ж. {until} дейін"
    assert said["kk", "to"] == f"2019 ж. шілдеден 2021 ж. {until} дейін"
    assert said["ru", "at"] == f"в {ru_at} 2021 г."
    assert (said["ru", "since"], said["ru", "until"]) == (f"с {ru_since} 2021 г.", f"до {ru_since} 2021 г.")
    assert said["ru", "to"] == f"с июля 2019 г. по {ru_to} 2021 г."


@pytest.mark.parametrize(
    ("first", "last", "precisions", "kk", "ru", "en"),
    [
        (DAY, DAY, "day day", "2022 ж. 19 тамызда", "на 19 августа 2022 г.", "on 19 August 2022"),
        (DAY, DAY, "month month", "2022 ж. тамызда", "на август 2022 г.", "as of August 2022"),
        (DAY, DAY, "year year", "2022 жылғы жағдай", "на 2022 год", "as of 2022"),
        (DAY, LATER, "year year", "2022–2023 жылдары", "в 2022–2023 годах", "in 2022–2023"),
        (None, LATER, "- year", "2023 жылға дейін", "до 2023 года", "up to 2023"),
        (None, None, "- -", "", "", ""),
    ],
)
def test_a_state_of_things_is_of_a_date(
    first: date | None, last: date | None, precisions: str, kk: str, ru: str, en: str
) -> None:
    said = [t.as_of(first, last, *precisions.split()) for t in (KK, RU, EN)]
    assert [each.replace(HELD, " ") for each in said] == [kk, ru, en]


@given(st.dates(), st.dates(), *[st.sampled_from(["year", "month", "day"])] * 2)
def test_a_period_in_a_sentence_always_names_its_years(first: date, last: date, start: str, end: str) -> None:
    days = min(first, last), max(first, last)
    for t in (KK, RU, EN):
        said = t.when(*days, start, end)
        assert {str(day.year) for day in days} <= set(re.findall(r"\d+", said))
        assert "{" not in said and "~" not in said


@pytest.mark.parametrize("t", [KK, RU])
def test_no_line_parts_a_year_and_what_belongs_to_it(t: Language) -> None:
    said = [t.date(DAY), t.date(DAY, "month"), *(t.when(DAY, DAY, each, each) for each in ("day", "month", "year"))]
    assert [each for each in said if re.search(r"\d (?:ж|г)\.|\d (?:жылы|году)", each)] == []


def test_each_end_of_a_period_has_a_precision_of_its_own() -> None:
    assert EN.period(date(2019, 1, 1), date(2024, 7, 1), "year", "day") == "2019 – 1 July 2024"


@pytest.mark.parametrize(
    ("value", "over", "almost"),
    [
        (0, "ден", "ге"),
        (1, "ден", "ге"),
        (2, "ден", "ге"),
        (3, "тен", "ке"),
        (4, "тен", "ке"),
        (5, "тен", "ке"),
        (6, "дан", "ға"),
        (7, "ден", "ге"),
        (8, "ден", "ге"),
        (9, "дан", "ға"),
        (10, "нан", "ға"),
        (20, "дан", "ға"),
        (30, "дан", "ға"),
        (40, "тан", "қа"),
        (50, "ден", "ге"),
        (60, "тан", "қа"),
        (70, "тен", "ке"),
        (80, "нен", "ге"),
        (90, "нан", "ға"),
        (15, "тен", "ке"),
        (100, "ден", "ге"),
        (110, "нан", "ға"),
        (140, "тан", "қа"),
        (680, "нен", "ге"),
        (700, "ден", "ге"),
        (800, "ден", "ге"),
        (1_000, "нан", "ға"),
        (1_001, "ден", "ге"),
        (1_120, "дан", "ға"),
        (2_000, "нан", "ға"),
        (2_800, "ден", "ге"),
        (3_500, "ден", "ге"),
        (4_500, "ден", "ге"),
        (7_000, "нан", "ға"),
        (13_000, "нан", "ға"),
        (15_000, "нан", "ға"),
        (62_000, "нан", "ға"),
        (300_000, "нан", "ға"),
        (1_000_000, "нан", "ға"),
        (1_000_000_000, "тан", "қа"),
        (6.5, "тен", "ке"),
    ],
)
def test_the_last_spoken_word_decides_the_kazakh_ending(value: float, over: str, almost: str) -> None:
    said = {10**6: "1\N{NO-BREAK SPACE}млн", 10**9: "1\N{NO-BREAK SPACE}млрд"}.get(int(value), KK.number(value))
    assert KK.qualified(value, "over") == f"{said}\N{NON-BREAKING HYPHEN}{over} астам"
    assert KK.qualified(value, "almost") == f"{said}\N{NON-BREAKING HYPHEN}{almost} жуық"


@pytest.mark.parametrize(
    ("value", "kk", "ru", "en"),
    [
        (999_999, "999 999", "999 999", "999,999"),
        (1_380_000, "1,38 млн", "1,38 млн", "1.38 million"),
        (1_385_000, "1 385 000", "1 385 000", "1,385,000"),
        (170_000_000, "170 млн", "170 млн", "170 million"),
        (2_100_000_000, "2,1 млрд", "2,1 млрд", "2.1 billion"),
        (2_100_500_000, "2 100 500 000", "2 100 500 000", "2,100,500,000"),
    ],
)
def test_a_large_number_is_in_words_if_no_digit_is_lost(value: float, kk: str, ru: str, en: str) -> None:
    assert [t.qualified(value, "exact").replace(HELD, " ") for t in (KK, RU, EN)] == [kk, ru, en]


def test_a_large_number_in_kazakh_ends_as_its_last_word_does() -> None:
    assert KK.qualified(1_500_000_000, "over").replace(HELD, " ") == "1,5 млрд\N{NON-BREAKING HYPHEN}тан астам"
    assert KK.qualified(1_380_000, "almost").replace(HELD, " ") == "1,38 млн\N{NON-BREAKING HYPHEN}ға жуық"


def test_a_share_in_kazakh_ends_as_the_word_per_cent_does() -> None:
    assert KK.qualified(50, "over", "percent") == "50%\N{NON-BREAKING HYPHEN}дан астам"
    assert KK.qualified(50, "almost", "percent") == "50%\N{NON-BREAKING HYPHEN}ға жуық"


@pytest.mark.parametrize(
    ("qualifier", "kk", "ru", "en"),
    [
        ("exact", "240 000", "240 000", "240,000"),
        ("at_least", "кемінде 240 000", "не менее 240 000", "at least 240,000"),
        ("over", "240 000-нан астам", "более 240 000", "over 240,000"),
        ("almost", "240 000-ға жуық", "почти 240 000", "almost 240,000"),
        ("about", "шамамен 240 000", "около 240 000", "about 240,000"),
    ],
)
def test_a_qualifier_stays_on_its_number(qualifier: str, kk: str, ru: str, en: str) -> None:
    said = [t.qualified(240_000, qualifier).replace(HELD, " ") for t in (KK, RU, EN)]
    assert [each.replace("\N{NON-BREAKING HYPHEN}", "-") for each in said] == [kk, ru, en]


def in_words(t: Language, said: str) -> float:
    """The value of a number of millions or billions."""
    found = re.search(rf"(−?[\d.,]+){HELD}(million|billion|млн|млрд)", said)
    assert found
    digits = found[1].replace("−", "-").replace(",", "." if t is not EN else "")
    return round(float(digits) * {"million": 10**6, "млн": 10**6}.get(found[2], 10**9))


@given(
    st.sampled_from([KK, RU, EN]),
    st.integers(-(10**9), 10**10) | st.floats(-1e6, 1e6).map(lambda value: round(value, 2)),
    st.sampled_from(QUALIFIERS),
    st.sampled_from(["persons", "percent", "KZT"]),
)
def test_a_qualified_number_always_holds_the_number(t: Language, value: float, qualifier: str, unit: str) -> None:
    said = t.qualified(value, qualifier, unit)
    assert t.number(value) in said or in_words(t, said) == value
    assert (said == t.qualified(value, "exact", unit)) == (qualifier == "exact")


@pytest.fixture
def russian_plural(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of translations with one word in its plural forms, for as long as the test runs."""
    (tmp_path / "ru").mkdir()
    forms = ("{n} волонтер", "{n} волонтера", "{n} волонтеров")
    entry = "".join(f'msgstr[{index}] "{form}"\n' for index, form in enumerate(forms))
    header = (formats.FOLDER / "ru" / "ui.po").read_text(encoding="utf-8").partition("\n\n")[0]
    words = f'{header}\n\nmsgid "{{n}} volunteer"\nmsgid_plural "{{n}} volunteers"\n{entry}'
    (tmp_path / "ru" / "ui.po").write_text(words, encoding="utf-8")
    formats.translations.cache_clear()
    monkeypatch.setattr(formats, "FOLDER", tmp_path)
    yield
    formats.translations.cache_clear()


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "1 волонтер"),
        (2, "2 волонтера"),
        (5, "5 волонтеров"),
        (0, "0 волонтеров"),
        (11, "11 волонтеров"),
        (12, "12 волонтеров"),
        (21, "21 волонтер"),
        (104, "104 волонтера"),
        (1.5, "1,5 волонтера"),
    ],
)
@pytest.mark.usefixtures("russian_plural")
def test_russian_has_three_plural_forms(n: float, words: str) -> None:
    assert RU.plural("{n} volunteer", "{n} volunteers", n) == words


@pytest.mark.parametrize(("n", "words"), [(1, "1 volunteer"), (2, "2 volunteers"), (0, "0 volunteers")])
def test_english_has_two_plural_forms(n: int, words: str) -> None:
    assert EN.plural("{n} volunteer", "{n} volunteers", n) == words


@pytest.mark.parametrize(
    ("code", "kk", "ru", "en"),
    [
        ("KAZ", "Қазақстан", "Казахстан", "Kazakhstan"),
        ("KEN", "Кения", "Кения", "Kenya"),
        ("JOR", "Иордания", "Иордания", "Jordan"),
        ("THA", "Таиланд", "Таиланд", "Thailand"),
        ("TUR", "Түркия", "Турция", "Türkiye"),
        ("KGZ", "Қырғызстан", "Кыргызстан", "Kyrgyzstan"),
        ("KZ-75", "Алматы қаласы", "город Алматы", "Almaty city"),
        ("KZ-19", "Алматы облысы", "Алматинская область", "Almaty Region"),
        ("KZ-62", "Ұлытау облысы", "область Ұлытау", "Ulytau Region"),
    ],
)
def test_places_have_their_own_names_in_each_language(code: str, kk: str, ru: str, en: str) -> None:
    assert [t.place(code) for t in (KK, RU, EN)] == [kk, ru, en]


@pytest.mark.parametrize("t", [KK, RU, EN])
def test_the_two_congos_have_different_names(t: Language) -> None:
    assert t.place("COG") != t.place("COD")


@pytest.mark.parametrize("t", [KK, RU, EN])
def test_no_two_places_share_a_name_and_none_is_a_code(t: Language) -> None:
    with (formats.FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: t.place(row["code"]) for row in csv.DictReader(file)}
    assert len(set(names.values())) == len(names)
    assert not {code for code, name in names.items() if name == code}


def test_words_are_joined_as_a_sentence_joins_them() -> None:
    assert EN.join(["Kenya", "Thailand", "Türkiye"]) == "Kenya, Thailand and Türkiye"
    assert [t.join(["a", "b"]) for t in (KK, RU, EN)] == ["a және b", "a и b", "a and b"]
    assert EN.join(["Kenya"]) == "Kenya"
    assert EN.join([]) == ""


def test_of_several_numbers_one_is_right() -> None:
    assert [t.either(["8", "9"]) for t in (KK, RU, EN)] == ["8 не 9", "8 или 9", "8 or 9"]
    assert [t.either(["8", "9", "11"]) for t in (KK, RU, EN)] == ["8, 9 не 11", "8, 9 или 11", "8, 9 or 11"]
    assert (EN.either(["8"]), EN.either([])) == ("8", "")


def test_in_english_running_text_numbers_up_to_nine_are_words() -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    assert [EN.spelled(n) for n in range(1, 10)] == words
    assert [EN.spelled(n) for n in (0, 10, 2.5, 7.0, 1_000)] == ["0", "10", "2.5", "seven", "1,000"]
    assert [t.spelled(7) for t in (KK, RU)] == ["7", "7"]


def said(t: Language) -> tuple[str, ...]:
    return (t("sources differ"), t.qualified(300_000, "over"), t.date(DAY), t.place("TUR"), t.percent(34.5))


def test_readers_in_three_languages_served_in_turns_do_not_leak_into_each_other() -> None:
    alone = {t.code: said(t) for t in (KK, RU, EN)}
    assert len(set(alone.values())) == 3
    turns = [code for _, code in product(range(100), LANGUAGES)]
    with ThreadPoolExecutor(8) as readers:
        together = list(readers.map(lambda code: said(Language(code)), turns))
    assert together == [alone[code] for code in turns]
