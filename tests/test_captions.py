"""Words that go with a figure: sentences that a paper can print, everyone who published a number, and nothing more."""

import json
import re
import shutil
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dashboard import captions, data, exports, figures
from dashboard.captions import caption, first_sentence, sentence
from dashboard.catalog import EVERY_CHART, WORDS
from dashboard.figures import findings, titles
from dashboard.figures.findings import Finding
from dashboard.i18n import LANGUAGES, Language
from dashboard.view import View, view
from tests.register.shown import Releases

MAP, REGISTER_MAP = "placements_map", "register_map"
# Every chart, and those that know years also for one with a number and one without.
CASES = [
    (name, year)
    for name, chart in EVERY_CHART.items()
    for year in ((None, 2021, 2024) if "year" in chart.parameters else (None,))
]
RELEASE = data.release()["release"]

pytestmark = pytest.mark.usefixtures("registered")


def shown(name: str, code: str, year: int | None = None) -> View:
    return view(getattr(figures, name), Language(code), (("year", year),) if year else ())


def in_each_language(name: str, year: int | None) -> list[View]:
    return [shown(name, code, year) for code in LANGUAGES]


def read(text: str) -> str:
    """With ordinary spaces and hyphens."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")


def digits(*texts: str) -> Counter[str]:
    return Counter(number for text in texts for number in re.findall(r"\d+", text))


def release(asked: View) -> str:
    return str(data.release(asked.release)["release"])


def told(asked: View) -> list[Finding]:
    return titles.sentences(asked.t, asked.chart, asked.df, asked.choices)


def quoted(asked: View) -> list[str]:
    """Sources of the rows whose claims the sentences quote; of all if they speak of all."""
    ids = {each for _, _, trace in told(asked) for each in trace.split()}
    rows = [row for row in asked.df.itertuples() if ids.intersection(row.claims)] or list(asked.df.itertuples())
    return list(dict.fromkeys(source for row in rows for source in row.sources))


def publications(asked: View, sources: list[str], dated: bool = True) -> list[str]:
    """Who published them and when, each once."""
    t, known = asked.t, data.query("sources", release=asked.release).set_index("source").to_dict("index")
    listed = [known[source] for source in sources]
    dates = [t.iso_date(each["published_on"]) if dated and each["published_on"] else "" for each in listed]
    said = zip((t(each["publisher"]) for each in listed), dates, strict=True)
    return list(dict.fromkeys(", ".join(filter(None, pair)) for pair in said))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "In 2024, seven volunteers were sent abroad. In 2020–2023, eight or nine volunteers were sent abroad; "
            "sources differ. Sources: Ult.kz, 13 May 2025; Qazinform, 13 May 2025; El.kz, 1 July 2024. "
            f"Volunteers of Kazakhstan, data release: {RELEASE}.",
        ),
        (
            "ru",
            "В 2024 году за рубеж направлено 7 волонтеров. В 2020–2023 годах за рубеж направлено 8 или 9 волонтеров; "
            "источники расходятся. Источники: Ult.kz, 13 мая 2025 г.; Казинформ, 13 мая 2025 г.; El.kz, "
            f"1 июля 2024 г. Волонтеры Казахстана, выпуск данных: {RELEASE}.",
        ),
        (
            "kk",
            "2024 жылы шетелге 7 волонтер жіберілді. 2020–2023 жылдары шетелге 8 не 9 волонтер жіберілді; "
            "дереккөздердегі сандар әртүрлі. Дереккөздер: Ult.kz, 2025 ж. 13 мамыр; Қазинформ, 2025 ж. 13 мамыр; "
            f"El.kz, 2024 ж. 1 шілде. Қазақстан волонтерлері, деректер шығарылымы: {RELEASE}.",
        ),
    ],
)
def test_the_volunteers_sent_abroad_are_told_in_sentences_that_a_paper_can_print(code: str, text: str) -> None:
    assert read(sentence(shown("placements_by_year", code))) == text


def test_several_hosts_are_named_with_what_is_not_known_of_them() -> None:
    told = "In 2024, seven volunteers were sent to Kenya, Thailand and Türkiye; how they divide was not published."
    assert sentence(shown(MAP, "en", 2024)).startswith(f"{told} Sources: ")


def test_what_is_calculated_says_how() -> None:
    assert (
        "In 2024, seven volunteers were sent abroad. Calculated by us from published numbers: 7 ÷ 266 = 2.6%. Sources: "
    ) in sentence(shown("placements_selection", "en"))
    assert "2024: from 1 to 5 in each, because 3 " in sentence(shown("placements_by_country", "en", 2024))
    assert "; calculated by us." in sentence(shown("un_volunteers_from_kazakhstan", "en"))


def test_a_formula_of_what_is_not_quoted_is_left_out() -> None:
    """In all years the newest statement is quoted; each of the others has bounds of its own."""
    said = sentence(shown("placements_by_country", "en"))
    assert len(findings.explanations(Language("en"), shown("placements_by_country", "en").df)) > 1
    assert said.count(" in each, because ") == 1
    assert "on each line" not in sentence(shown("register_by_sex", "en"))


@pytest.mark.parametrize(("name", "year"), CASES)
def test_no_number_is_there_but_those_of_its_sentences_formulas_and_sources(name: str, year: int | None) -> None:
    for asked in in_each_language(name, year):
        said = told(asked)
        ids = {each for _, _, trace in said for each in trace.split()}
        reasons = [each for each in findings.explanations(asked.t, asked.df) if ids.intersection(each[2].split()[:-1])]
        wanted = digits(release(asked), *publications(asked, quoted(asked)))
        least = wanted + digits(*(text.format(**words) for text, words, _ in said))
        most = least + digits(*(text.format(**words) for text, words, _ in reasons))
        found = digits(sentence(asked))
        assert least <= found <= most


@pytest.mark.parametrize(("name", "year"), CASES)
def test_everyone_who_published_a_number_that_is_quoted_is_named_with_the_day(name: str, year: int | None) -> None:
    for asked in in_each_language(name, year):
        t, wanted = asked.t, publications(asked, quoted(asked))
        heading = t("Sources") if len(wanted) > 1 else t("Source")
        named = findings.ended(f" {heading}: {'; '.join(wanted)}") if wanted else ""
        end = f" {t('Volunteers of Kazakhstan')}, {t('Data release').lower()}: {release(asked)}."
        assert sentence(asked).endswith(named + end)
        assert wanted or not any(asked.df["claims"])


def test_an_earlier_release_goes_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = tmp_path / data.ARCHIVE / "2025-05-13-0123abcd"
    earlier.mkdir(parents=True)
    for name in data.FILES:
        shutil.copyfile(data.DATA / name, earlier / name)
    (earlier / "release.json").write_text(json.dumps(data.release() | {"release": earlier.name}), encoding="utf-8")
    monkeypatch.setattr(data, "DATA", tmp_path)
    asked = view(figures.placements_selection, Language("en"), (), earlier.name)
    assert sentence(asked).endswith(" Volunteers of Kazakhstan, data release: 2025-05-13-0123abcd.")


def test_invented_people_are_called_so_before_all_else(releases: Releases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.register, "FOLDER", releases.synthetic)
    asked = shown("register_by_host", "en")
    mark = f"{WORDS['register']['synthetic']}. "
    assert sentence(asked).startswith(f"{mark}In ") and caption(asked).startswith(mark)
    assert first_sentence(asked).startswith(mark)


def test_the_largest_number_of_the_register_is_told() -> None:
    """Of the eight of 2024 five were in Kenya."""
    asked = shown("register_by_host", "en", 2024)
    assert sentence(asked) == (
        "In 2024, the number of Kazakhstan's volunteers abroad, by the register (Kenya), was five. Source: Ministry of "
        f"Culture and Information, 31 December 2024. Volunteers of Kazakhstan, data release: {asked.release}."
    )


@pytest.mark.parametrize("name", [MAP, "placements_by_country"])
def test_a_choice_without_a_number_says_that_none_was_published(name: str) -> None:
    for asked in in_each_language(name, 2026):
        said = asked.t("Nothing was published for {year}", year=2026)
        assert first_sentence(asked) == f"{said}."
        assert sentence(asked).startswith(f"{said}. {asked.t('Volunteers of Kazakhstan')}, ")


@pytest.mark.parametrize(("name", "year"), CASES)
def test_a_sentence_is_plain_text_and_begins_with_the_first(name: str, year: int | None) -> None:
    for asked in in_each_language(name, year):
        said = sentence(asked)
        assert not re.search(r"[<>{}\n]|&\w+;|\s\s|\(\)|; ;|\.\.| · ", said)
        assert said.startswith(first_sentence(asked)) and first_sentence(asked).endswith(".")
        assert said[0] == said[0].upper()
        assert EVERY_CHART[name].caveat and asked.t(EVERY_CHART[name].caveat) not in said


@pytest.mark.parametrize(("name", "year"), CASES)
def test_a_caption_is_what_the_picture_says_what_it_is_sources_and_licence(name: str, year: int | None) -> None:
    for asked in in_each_language(name, year):
        t = asked.t
        names = publications(asked, [source for row in asked.df["sources"] for source in row], dated=False)
        heading = t("Sources") if len(names) > 1 else t("Source")
        named = [f"{heading}: {'; '.join(names)}"] if names else []
        first, *others = caption(asked).split("\n")
        assert first == findings.ended(asked.heading)
        assert others == [asked.title, *named, exports.licence(t)]


@pytest.mark.parametrize(("name", "year"), CASES)
def test_a_text_alternative_begins_with_what_the_picture_says_and_ends_with_the_caveat(
    name: str, year: int | None
) -> None:
    for asked in in_each_language(name, year):
        assert asked.alt.startswith(findings.ended(asked.heading))
        assert asked.alt.endswith(asked.t(asked.chart.caveat))
        assert ".." not in asked.alt


def test_a_figure_is_cited_with_its_choices_under_the_release_that_it_shows() -> None:
    asked = view(figures.placements_map, Language("ru"), (("year", 2024),))
    known = captions.cited(asked, "https://example.org/f", date(2026, 11, 4))
    assert (known.name, known.title, known.address) == ("placements_map-2024", asked.title, "https://example.org/f")
    assert (known.release, known.as_of) == (data.release()["release"], data.release()["as_of"])
    every_year = view(figures.placements_map, Language("ru"), (("year", None),))
    assert captions.cited(every_year, "https://example.org/f").name == MAP
    assert captions.today() in {datetime.now(UTC).date(), (datetime.now(UTC) + timedelta(days=1)).date()}
