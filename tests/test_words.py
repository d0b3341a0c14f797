"""The translations: whole, of what is said today, with the same numbers and places, in their own letters and words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from dashboard.i18n.formats import DOMAINS, FOLDER
from dashboard.locale.update import catalog_of, messages

PROJECT = Path(__file__).parents[1]
TRANSLATED = ("kk", "ru")
BOTH = [(code, domain) for code in TRANSLATED for domain in DOMAINS]
# Publishers whose names are written in Latin letters in every language.
LATIN_NAMES = {
    "7152.kz",
    "Altyalash.kz",
    "BAQ.KZ",
    "China Youth Online (xibu.youth.cn)",
    "El.kz",
    "Kazakh TV (kazakh-tv.kz)",
    "Kazpravda.kz",
    "Khabar.kz",
    "Peace Corps Wiki",
    "Qazvolunteer.kz",
    "Silk Way TV (silkwaytv.kz)",
    "The Astana Times",
    "The Jordan Times",
    "The Korea Herald",
    "Ult.kz",
    "UzDaily",
    "Vecher.kz",
    "Vласть (vlast.kz)",
    "Zakon.kz",
    "Zee News",
    "informburo.kz",
    "obvk.kz",
    "otyrar.kz",
    "prosud.kz",
}
# A newspaper that mixes the alphabets in its own name.
MIXED_NAMES = {"Vласть"}
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
PLACE = re.compile(r"\{\w+\}")
# 6,300 and 6 300 and 12.5 and 12,5: groups of three, or digits with one mark between them.
NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")


def entries(code: str, domain: str) -> list[Message]:
    """Every entry of a file, without its header."""
    return [entry for entry in catalog_of(code, domain) if entry.id]


def pairs(code: str, domain: str) -> Iterator[tuple[str, str]]:
    """English and translation of every entry, each form of a plural for itself."""
    for entry in entries(code, domain):
        originals = entry.id if isinstance(entry.id, tuple | list) else [entry.id]
        strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string]
        yield from ((originals[min(index, len(originals) - 1)], text or "") for index, text in enumerate(strings))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def numbers(text: str) -> list[str]:
    return sorted(re.sub(r"\D", "", number) for number in NUMBER.findall(text))


def marked(path: Path) -> Iterator[str | tuple[str, ...]]:
    """The texts that a module marks as t("...") and t.plural("...", "...", n), read off its syntax tree."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            texts = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if name in ("t", "self") and texts:
                yield texts[0]
            if name == "plural" and len(texts) > 1:
                yield tuple(texts[:2])


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_no_text_is_untranslated_or_in_doubt(code: str, domain: str) -> None:
    unsure = {entry.id for entry in entries(code, domain) if entry.fuzzy}
    empty = {original for original, text in pairs(code, domain) if not text.strip()}
    assert (unsure, empty) == (set(), set())


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_the_files_hold_the_texts_of_today_and_no_others(code: str, domain: str) -> None:
    known = {entry.id for entry in entries(code, domain)}
    wanted = messages(domain)
    assert {"missing": wanted - known, "unused": known - wanted} == {"missing": set(), "unused": set()}
    assert not catalog_of(code, domain).obsolete


def test_every_text_in_the_code_is_found() -> None:
    folders = (PROJECT / "dashboard").rglob("*.py"), (PROJECT / "pages").glob("*.py")
    written = {text for paths in (*folders, [PROJECT / "app.py"]) for path in paths for text in marked(path)}
    assert messages("ui") == written


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_a_translation_has_the_places_of_its_original(code: str, domain: str) -> None:
    assert [text for original, text in pairs(code, domain) if places(original) != places(text)] == []


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_a_translation_has_the_numbers_of_its_original(code: str, domain: str) -> None:
    unlike = {original: text for original, text in pairs(code, domain) if numbers(original) != numbers(text)}
    assert unlike == {}


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_nothing_is_left_in_english(code: str, domain: str) -> None:
    left = {text for original, text in pairs(code, domain) if original == text and LATIN.search(PLACE.sub("", text))}
    assert left - LATIN_NAMES == set()


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_no_word_mixes_latin_and_cyrillic_letters(code: str, domain: str) -> None:
    words = {word for _, text in pairs(code, domain) for word in re.findall(r"\w+", text)}
    assert {word for word in words if LATIN.search(word) and CYRILLIC.search(word)} <= MIXED_NAMES


@pytest.mark.parametrize("domain", DOMAINS)
def test_russian_is_written_without_yo(domain: str) -> None:
    assert [text for _, text in pairs("ru", domain) if re.search("[ёЁ]", text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_kazakh_is_written_with_its_own_letters(domain: str) -> None:
    """Of texts of some length, one without ә, ғ, қ, ң, ө, ұ, ү, һ or і is not Kazakh."""
    long = [text for _, text in pairs("kk", domain) if len(text) > 40 and CYRILLIC.search(text)]
    assert [text for text in long if not re.search("[әғқңөұүһі]", text.lower())] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_un_volunteers_are_dobrovoltsy_in_russian(domain: str) -> None:
    wrong = re.compile(r"волонт[её]р\w*\s+(?:\w+\s+)?ООН", re.IGNORECASE)
    assert [text for _, text in pairs("ru", domain) if wrong.search(text)] == []


@pytest.mark.parametrize(
    ("code", "english", "word"),
    [
        ("ru", r"\bUN (?:Youth )?Volunteers?\b", r"добровол\w+"),
        ("kk", r"\bUN (?:Youth )?Volunteers?\b", r"БҰҰ(?:-ның)?"),
        ("ru", r"\bNational Volunteer Network\b", r"Национальн\w+ волонтерск\w+ сет\w+"),
        ("kk", r"\bNational Volunteer Network\b", r"Ұлттық волонтерлік желі\w*"),
        ("ru", r"\bBureau of National Statistics\b", r"Бюро национальной статистики"),
        ("kk", r"\bBureau of National Statistics\b", r"Ұлттық статистика бюросы\w*"),
        ("ru", r"\bOnline Volunteers?\b", r"онлайн-волонтер\w*"),
        ("kk", r"\bOnline Volunteers?\b", r"онлайн-волонтер\w*"),
    ],
)
def test_names_are_those_of_the_glossary(code: str, english: str, word: str) -> None:
    said = [pair for domain in ("ui", "catalog") for pair in pairs(code, domain) if re.search(english, pair[0])]
    assert said
    assert [text for _, text in said if not re.search(word, text, re.IGNORECASE)] == []


def test_only_languages_of_the_site_have_files() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/*.po")} == set(TRANSLATED)
