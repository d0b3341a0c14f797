"""Citations: written by the rules of each form, in the reader's language, and read back as they were meant."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from dashboard import exports
from dashboard.exports import CITATION_FORMS, Cited, citations
from dashboard.i18n import LANGUAGES, Language

RELEASE = "2026-01-30-d9432c6e"
TITLES = {
    "kk": "Шетелге жіберілген волонтерлер: Қазақстан, мемлекеттік қаржыландыру · 2020–2025",
    "ru": "Волонтеры, направленные за рубеж: Казахстан, государственное финансирование · 2020–2025",
    "en": "Volunteers sent abroad: Kazakhstan, government funding · 2020–2025",
}
SITES = {"kk": "Қазақстан волонтерлері", "ru": "Волонтеры Казахстана", "en": "Volunteers of Kazakhstan"}
HOSTILE = (
    'He said "seven": “nine”, «eight» and ‘none’',
    "{a} brace {without its partner",
    "} closed before it was opened {",
    "100 % of A & B_C #1 for $5 ~ ^ \\ ` \\end{document} \\%",
    "9 -- 8 --- 7, ''quoted'', <<and>> ``so``, ,,too,, ?`why",
    "Two lines\nTY  - JOUR\r\nER  - \r\nand a\ttab",
    "@misc{another, title = {One}}",
    "; first, second; third",
    "Қабылдаушы елдерде жұмыс істейтін БҰҰ волонтерлері мен мемлекет қаржыландырған еріктілер туралы " * 12,
    "ӘәҒғҚқҢңӨөҰұҮүҺһІі – “Түркия” · 2,6\N{NO-BREAK SPACE}%",
    "Ends with a full stop.",
    "",
)
# What TeX calls the letters that it would take for commands.
NAMES = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
}
TOKEN = re.compile(r"\\(?P<name>[a-z]+)\{\}|\\(?P<sign>[&%$#_])|(?P<nothing>\{\})|(?P<letter>[^\\{}&%$#_~^`])")


def cited(code: str, **changes: Any) -> Cited:
    address = f"https://example.org/figures/placements_by_year.html?lang={code}&year=2024"
    whole = Cited(
        t=Language(code),
        name="placements_by_year",
        title=TITLES[code],
        address=address,
        release=RELEASE,
        as_of="2026-01-30",
        accessed=date(2026, 11, 4),
    )
    return replace(whole, **changes)


def one_line(text: str) -> str:
    return " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text).split())


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the only entry."""
    library = parse_string(text)
    assert library.failed_blocks == [] and len(library.blocks) == 1
    (entry,) = library.entries
    return entry.entry_type, entry.key, {field.key: field.value for field in entry.fields}


def read_tex(text: str) -> str:
    """What TeX would print; nothing that it would take for a command or join to another letter may be left."""
    assert not re.search(r"--|''|<<|>>|,,", text)
    tokens = list(TOKEN.finditer(text))
    assert "".join(token[0] for token in tokens) == text
    return "".join(
        NAMES[token["name"]] if token["name"] else token["sign"] or token["letter"] or "" for token in tokens
    )


def read_title(text: str) -> str:
    """The title of a BibTeX entry, without the braces that keep its capitals."""
    title = read_bibtex(text)[2]["title"]
    assert title[0] == "{" and title[-1] == "}"
    return read_tex(title[1:-1])


def read_ris(text: str) -> dict[str, Any]:
    (record,) = rispy.loads(text, newline="\r\n")
    return dict(record)


def test_a_citation_comes_in_five_forms() -> None:
    assert exports.citations(cited("en")).keys() == CITATION_FORMS.keys() == {"apa", "gost", "bib", "ris", "csl"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Volunteers of Kazakhstan. (2026). Volunteers sent abroad: Kazakhstan, government funding · 2020–2025 "
            "(Version 2026-01-30-d9432c6e) [Data set]. Retrieved November 4, 2026, from "
            "https://example.org/figures/placements_by_year.html?lang=en&year=2024",
        ),
        (
            "ru",
            "Волонтеры Казахстана. (2026). Волонтеры, направленные за рубеж: Казахстан, государственное "
            "финансирование · 2020–2025 (Версия 2026-01-30-d9432c6e) [Набор данных]. Дата обращения: "
            "4\N{NO-BREAK SPACE}ноября 2026\N{NO-BREAK SPACE}г., "
            "https://example.org/figures/placements_by_year.html?lang=ru&year=2024",
        ),
        (
            "kk",
            "Қазақстан волонтерлері. (2026). Шетелге жіберілген волонтерлер: Қазақстан, мемлекеттік қаржыландыру "
            "· 2020–2025 (2026-01-30-d9432c6e нұсқасы) [Деректер жиыны]. Қаралған күні: "
            "2026\N{NO-BREAK SPACE}ж. 4\N{NO-BREAK SPACE}қараша, "
            "https://example.org/figures/placements_by_year.html?lang=kk&year=2024",
        ),
    ],
)
def test_apa_names_author_year_title_version_and_the_day_of_retrieval(code: str, text: str) -> None:
    assert citations(cited(code))["apa"] == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Volunteers sent abroad: Kazakhstan, government funding · 2020–2025. – Text : electronic // Volunteers "
            "of Kazakhstan : [website]. – Version 2026-01-30-d9432c6e. – 2026. – URL: "
            "https://example.org/figures/placements_by_year.html?lang=en&year=2024 (accessed 04.11.2026).",
        ),
        (
            "ru",
            "Волонтеры, направленные за рубеж: Казахстан, государственное финансирование · 2020–2025. – Текст : "
            "электронный // Волонтеры Казахстана : [сайт]. – Версия 2026-01-30-d9432c6e. – 2026. – URL: "
            "https://example.org/figures/placements_by_year.html?lang=ru&year=2024 (дата обращения: 04.11.2026).",
        ),
        (
            "kk",
            "Шетелге жіберілген волонтерлер: Қазақстан, мемлекеттік қаржыландыру · 2020–2025. – Мәтін : "
            "электрондық // Қазақстан волонтерлері : [сайт]. – 2026-01-30-d9432c6e нұсқасы. – 2026. – URL: "
            "https://example.org/figures/placements_by_year.html?lang=kk&year=2024 (қаралған күні: 04.11.2026).",
        ),
    ],
)
def test_gost_describes_a_part_of_a_site_with_its_address_and_the_day_it_was_seen(code: str, text: str) -> None:
    assert citations(cited(code))["gost"] == text


@pytest.mark.parametrize("end", [".", "…"])
def test_gost_sets_no_second_full_stop(end: str) -> None:
    assert citations(cited("en", title=f"Sent{end}"))["gost"].startswith(f"Sent{end} – Text : electronic // ")


@pytest.mark.parametrize(("code", "hyphenation"), [("en", "english"), ("ru", "russian"), ("kk", "kazakh")])
def test_bibtex_is_an_entry_with_one_author_and_a_title_kept_as_it_is(code: str, hyphenation: str) -> None:
    assert citations(cited(code))["bib"] == (
        f"@misc{{placements_by_year-2026-01-30-d9432c6e-{code},\n"
        f"  author = {{{{{SITES[code]}}}}},\n"
        f"  title = {{{{{TITLES[code]}}}}},\n"
        "  year = {2026},\n"
        "  version = {2026-01-30-d9432c6e},\n"
        f"  url = {{https://example.org/figures/placements_by_year.html?lang={code}&year=2024}},\n"
        "  urldate = {2026-11-04},\n"
        f"  langid = {{{hyphenation}}}\n"
        "}\n"
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_ris_is_a_data_set_line_by_line(code: str) -> None:
    lines = (
        "TY  - DATA",
        f"ID  - placements_by_year-2026-01-30-d9432c6e-{code}",
        f"AU  - {SITES[code]},",
        f"TI  - {TITLES[code]}",
        "PY  - 2026",
        "DA  - 2026/01/30/",
        "ET  - 2026-01-30-d9432c6e",
        f"PB  - {SITES[code]}",
        f"UR  - https://example.org/figures/placements_by_year.html?lang={code}&year=2024",
        "Y2  - 2026/11/04/",
        f"LA  - {code}",
        "ER  - ",
    )
    assert citations(cited(code))["ris"] == "".join(f"{line}\r\n" for line in lines)


@pytest.mark.parametrize("code", LANGUAGES)
def test_csl_is_a_list_of_one_data_set(code: str) -> None:
    assert json.loads(citations(cited(code))["csl"]) == [
        {
            "id": f"placements_by_year-2026-01-30-d9432c6e-{code}",
            "type": "dataset",
            "author": [{"literal": SITES[code]}],
            "title": TITLES[code],
            "version": "2026-01-30-d9432c6e",
            "publisher": SITES[code],
            "issued": {"date-parts": [[2026, 1, 30]]},
            "accessed": {"date-parts": [[2026, 11, 4]]},
            "URL": f"https://example.org/figures/placements_by_year.html?lang={code}&year=2024",
            "language": code,
        }
    ]


@pytest.mark.parametrize(
    ("as_of", "parts", "slashed"),
    [("2026", [2026], "2026///"), ("2026-01", [2026, 1], "2026/01//"), ("2026-01-30", [2026, 1, 30], "2026/01/30/")],
)
def test_a_release_may_be_dated_to_the_month_or_the_year(as_of: str, parts: list[int], slashed: str) -> None:
    said = citations(cited("en", as_of=as_of))
    assert json.loads(said["csl"])[0]["issued"] == {"date-parts": [parts]}
    assert (read_ris(said["ris"])["year"], read_ris(said["ris"])["date"]) == ("2026", slashed)
    assert read_bibtex(said["bib"])[2]["year"] == "2026"
    assert ". (2026). " in said["apa"] and ". – 2026. – " in said["gost"]


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_title_breaks_a_form(code: str, title: str) -> None:
    read_back(cited(code, title=title))


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_title_is_read_back_from_bibtex_ris_and_csl(title: str) -> None:
    read_back(cited("kk", title=title))


def read_back(asked: Cited) -> None:
    said, title = citations(asked), one_line(asked.title)
    kind, key, fields = read_bibtex(said["bib"])
    assert (kind, key, read_title(said["bib"])) == ("misc", asked.key, title)
    assert (fields["author"], fields["url"]) == (f"{{{asked.site}}}", asked.address)
    record = read_ris(said["ris"])
    assert (record["type_of_reference"], record["title"], record["urls"]) == ("DATA", title, [asked.address])
    assert len(said["ris"].split("\r\n")) == 13 and all(
        re.match(r"[A-Z][A-Z0-9]  - ", line) for line in said["ris"].split("\r\n")[:-1]
    )
    assert json.loads(said["csl"])[0]["title"] == title
    assert "\n" not in said["apa"] + said["gost"]
    assert title in said["apa"] and title in said["gost"]


def test_braces_balance_even_for_a_program_that_counts_those_behind_a_backslash() -> None:
    for title in HOSTILE:
        depth, depths = 0, []
        for letter in citations(cited("en", title=title))["bib"]:
            depth += {"{": 1, "}": -1}.get(letter, 0)
            depths.append(depth)
        assert min(depths) == 0 == depth
        assert depths.index(0, 6) == len(depths) - 2


def test_an_address_keeps_its_meaning_and_cannot_end_its_field() -> None:
    plain = "https://example.org/f.html?lang=en&year=2024#a_b~c%20d"
    said = citations(cited("en", address=plain))
    assert read_bibtex(said["bib"])[2]["url"] == json.loads(said["csl"])[0]["URL"] == plain
    hostile = citations(cited("en", address="https://example.org/?a={b}\\c d;e\r\nER  - "))
    safe = "https://example.org/?a=%7Bb%7D%5Cc%20d%3Be%0D%0AER%20%20-%20"
    assert read_bibtex(hostile["bib"])[2]["url"] == json.loads(hostile["csl"])[0]["URL"] == safe
    assert read_ris(hostile["ris"])["urls"] == [safe]


def test_a_key_tells_figure_release_and_language_apart_and_nothing_else() -> None:
    key = cited("en").key
    assert cited("en", title="Another", accessed=date(2027, 1, 1)).key == key
    others = {cited("ru").key, cited("en", name="placements_map").key, cited("en", release="2027").key}
    assert len(others | {key}) == 4
    assert re.fullmatch(r"[A-Za-z0-9_-]+", cited("en", name='a b,{c}%"\\é').key)


def test_the_same_figure_on_the_same_day_gives_the_same_texts() -> None:
    for code in LANGUAGES:
        assert citations(cited(code)) == citations(cited(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_a_day_of_access_every_form_is_whole_and_names_none(code: str) -> None:
    asked = cited(code, accessed=None)
    said = citations(asked)
    assert said["apa"].endswith(f"]. {asked.address}")
    assert said["gost"].endswith(f"– URL: {asked.address}.")
    assert "urldate" not in read_bibtex(said["bib"])[2] and "Y2  -" not in said["ris"]
    assert "accessed" not in json.loads(said["csl"])[0]
    assert read_ris(said["ris"])["urls"] == [asked.address]
    assert "2026-11-04" not in "".join(said.values()) and "None" not in "".join(said.values())
