"""places.csv: every place once, each under a name of its own in each language."""

import csv
import re

import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.i18n.formats import FOLDER, place_codes
from dashboard.publish import vocabulary

AREAS = {"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"}  # undetermined: they belong to no country
FORM = re.compile("[A-Z]{3}|KZ-[0-9]{2}")
# The letters of the language, and the signs that CLDR and the United Nations write names with.
WRITTEN_WITH = {"kk": "[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі ().,’–—-]+", "ru": "[А-Яа-яҰі ().,'-]+", "en": "[A-Za-zÀ-ÿ ().,'-]+"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_place_stands_once(rows):
    codes = [row["code"] for row in rows]
    assert sorted(set(codes)) == sorted(codes)
    assert place_codes() == {row["code"]: row["alpha_2"] for row in rows}


def test_every_code_has_its_form(rows):
    assert [row["code"] for row in rows if not FORM.fullmatch(row["code"])] == []
    assert [row["code"] for row in rows if row["alpha_2"] and not re.fullmatch("[A-Z]{2}", row["alpha_2"])] == []


def test_countries_and_they_alone_have_an_alpha_2_code(rows):
    without = {row["code"] for row in rows if not row["alpha_2"]}
    assert without == AREAS | set(vocabulary.codes()["regions"])
    with_code = [row["alpha_2"] for row in rows if row["alpha_2"]]
    assert sorted(set(with_code)) == sorted(with_code)


def test_every_place_is_a_country_or_one_of_twenty_regions():
    listed = vocabulary.codes()
    assert sorted([*listed["countries"], *listed["regions"]]) == sorted(place_codes())
    assert len(listed["regions"]) == 20


def test_russian_and_english_names_are_those_of_the_file(rows):
    assert [row["code"] for row in rows if not (row["ru"] and row["en"])] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_has_a_name_of_its_own(lang):
    names = {code: Language(lang).place(code) for code in place_codes()}
    assert {code: name for code, name in names.items() if not re.fullmatch(WRITTEN_WITH[lang], name)} == {}
    assert {code: name for code, name in names.items() if list(names.values()).count(name) > 1} == {}
    assert {code: name for code, name in names.items() if name in (code, place_codes()[code])} == {}


def test_the_two_congos_differ_in_kazakh():
    names = [Language("kk").place(code) for code in ("COD", "COG")]
    assert names == ["Конго Демократиялық Республикасы", "Конго Республикасы"]
