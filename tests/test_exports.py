"""Files: they open, say what they hold and whence, keep numbers numbers and letters letters, and run nothing."""

import csv
import io
import json
import time
import zipfile
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard import data, exports
from dashboard.catalog import COLUMNS, EVERY_CHART, MEASURES, STATUSES
from dashboard.exports import FORMS, Document
from dashboard.i18n import LANGUAGES, Language

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
DANGEROUS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "=HYPERLINK(A1)")
BREAKING = f'A title, =1+1,"=2+2", @SUM(1),\n=3+3;=4+4;{KAZAKH}'
# Every chart in one language, one after the other in each; in the others with the matrix.
CASES = [
    pytest.param(name, code, marks=[] if (i + j) % len(LANGUAGES) == 0 else pytest.mark.matrix)
    for (i, name), (j, code) in product(enumerate(EVERY_CHART), enumerate(LANGUAGES))
]

pytestmark = pytest.mark.usefixtures("registered")


@cache
def document(name: str, code: str = "en") -> Document:
    t = Language(code)
    chart, release = EVERY_CHART[name], data.pinned(name)
    values = {"lang": code, "year": 2024 if "year" in chart.parameters else None}
    asked = {key: value for key, value in values.items() if key in data.parameters(name)}
    df = data.query(name, release=release, **asked)
    address = f"https://example.org/abroad?lang={code}&year=2024"
    return Document(t, name, f"{t(chart.title)}: {t(chart.subject)}, 2024", t(chart.caveat), address, df, release)


@cache
def file(name: str, code: str, form: str) -> bytes:
    return exports.write(document(name, code), form)


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def table_of(content: bytes) -> list[list[str]]:
    """Header and rows of a CSV, without the notes above them."""
    return [line for line in lines_of(content) if not line[0].startswith("# ")]


def book_of(content: bytes) -> list[list[tuple[Any, ...]]]:
    """The values of each sheet of an XLSX, formulas as they stand there."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=False)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def words_of(content: bytes, form: str) -> str:
    """All text of a file in one string."""
    if form == "xlsx":
        return "\n".join(str(cell) for sheet in book_of(content) for row in sheet for cell in row)
    if form == "json":
        return "\n".join(note for each in json.loads(content)["notes"] for note in each.values())
    return "\n".join(",".join(line) for line in lines_of(content))


def plain(text: str) -> str:
    """With ordinary spaces: a CSV has no others in its notes."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def shown(df: pd.DataFrame) -> list[str]:
    return [name for name in df.columns if name not in exports.INTERNAL]


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_file_says_what_it_holds_whence_and_how_it_may_be_used(name: str, code: str, form: str) -> None:
    asked, t = document(name, code), Language(code)
    release, words = data.release(asked.release), words_of(file(name, code, form), form)
    known = data.query("sources", release=asked.release).set_index("source")
    wanted = [asked.title, asked.caveat, asked.address, release["release"], t.iso_date(release["as_of"])]
    wanted += [exports.licence(t), *(known.loc[each, "address"] for row in asked.df["sources"] for each in row)]
    wanted += [t(STATUSES[status].definition) for status in asked.df["status"]]
    wanted += [t(MEASURES[measure].definition) for measure in asked.df.get("measure", ())]
    assert [text for text in wanted if plain(text) not in plain(words)] == []


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_csv_holds_the_rows_in_their_order(name: str, code: str) -> None:
    df = document(name, code).rows
    header, *rows = table_of(file(name, code, "csv"))
    assert header == shown(df)
    assert len(rows) == len(df)
    for row, given in zip(rows, df[header].itertuples(index=False), strict=True):
        for cell, value in zip(row, given, strict=True):
            assert cell == written(value)


def written(value: Any) -> str:
    """How a value stands in a CSV."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(written(each) for each in value)
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_the_cells_of_a_workbook_have_types(name: str, code: str) -> None:
    df = document(name, code).rows
    (header, *rows), notes = book_of(file(name, code, "xlsx"))
    assert list(header) == [Language(code)(COLUMNS[column]) for column in shown(df)]
    assert len(rows) == len(df) and len(notes) > 5
    for row, given in zip(rows, df[shown(df)].itertuples(index=False), strict=True):
        for cell, value in zip(row, given, strict=True):
            if isinstance(value, int | float):
                assert isinstance(cell, int | float) and cell == value
            elif isinstance(value, date):
                assert cell.date() == value
            else:
                assert (cell or "") == written(value)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_json_holds_the_rows_and_names_their_columns(name: str, code: str) -> None:
    df, release = document(name, code).rows, data.release(document(name, code).release)
    content = json.loads(file(name, code, "json"), parse_constant=refuse)
    assert (content["name"], content["language"]) == (name, code)
    assert (content["release"], content["as_of"]) == (release["release"], release["as_of"])
    assert content["address"] == document(name, code).address
    assert content["columns"] == {column: Language(code)(COLUMNS[column]) for column in shown(df)}
    assert [list(row.values()) for row in content["rows"]] == [
        [value.isoformat() if isinstance(value, date) else value for value in row]
        for row in df[shown(df)].itertuples(index=False)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_whole_numbers_are_written_whole(form: str) -> None:
    content = file("placements_by_year", "en", form)
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = book.read("xl/worksheets/sheet1.xml")
    assert b">9<" in content or b",9," in content or b'"value": 9,' in content
    assert b"9.0" not in content


@pytest.mark.parametrize("form", FORMS)
def test_the_status_of_every_row_is_in_the_file(form: str) -> None:
    statuses = set()
    for name in EVERY_CHART:
        content, expected = file(name, "ru", form), list(document(name, "ru").df["status"])
        if form == "json":
            found = [row["status"] for row in json.loads(content)["rows"]]
        else:
            header, *rows = table_of(content) if form == "csv" else book_of(content)[0]
            place = list(header).index("status" if form == "csv" else Language("ru")(COLUMNS["status"]))
            found = [row[place] for row in rows]
        assert found == expected
        statuses |= set(found)
    assert {"A", "E", "K", "O", "Q", "W"} <= statuses <= set(STATUSES)


@pytest.mark.parametrize("form", FORMS)
def test_a_withheld_number_is_an_empty_cell_and_a_zero_a_zero(form: str) -> None:
    """Kenya 5, Jordan 0; Thailand and Türkiye are withheld."""
    content, wanted = file("register_by_host", "en", form), ("host", "value", "status")
    if form == "json":
        found = [[row[name] for name in wanted] for row in json.loads(content)["rows"]]
    else:
        header, *rows = table_of(content) if form == "csv" else book_of(content)[0]
        places = [list(header).index(name if form == "csv" else COLUMNS[name]) for name in wanted]
        found = [[row[place] for place in places] for row in rows]
    five, zero, nothing = {"csv": ("5", "0", ""), "xlsx": (5, 0, None), "json": (5, 0, None)}[form]
    assert found == [["KEN", five, "A"], ["JOR", zero, "A"], ["THA", nothing, "Q"], ["TUR", nothing, "Q"]]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_give_the_same_bytes(form: str) -> None:
    def all_files() -> list[bytes]:
        return [exports.write(document(name, "kk"), form) for name in ("placements_map", "volunteers_by_region")]

    first = all_files()
    if form == "xlsx":
        time.sleep(2.1)  # the archive inside keeps time in steps of two seconds
    assert all_files() == first


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("as_of", "words"), [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-30", "30 June 2024")]
)
def test_a_release_may_be_dated_to_the_month_or_the_year(
    as_of: str, words: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = data.release() | {"as_of": as_of}
    monkeypatch.setattr(data, "release", lambda name: release)
    assert words in words_of(exports.write(document("placements_by_year"), form), form)


def hostile() -> Document:
    """Texts that a spreadsheet would run, in every place of a file that takes a text."""
    df = pd.DataFrame(
        {
            "claims": [[text] for text in DANGEROUS],
            "note": DANGEROUS,
            "publisher": [BREAKING] * len(DANGEROUS),
            "value": [-46.0, -4.5, 0.0, 7.0, -1.0, 2.6, None, 1.0],
            "status": ["A"] * len(DANGEROUS),
        },
        dtype=object,
    )
    return Document(Language("kk"), "hostile", BREAKING, DANGEROUS[0], DANGEROUS[3], df)


def test_no_cell_of_a_csv_is_run_by_a_spreadsheet() -> None:
    cells = [cell for line in lines_of(exports.write(hostile(), "csv")) for cell in line]
    numbers = {"-46", "-4.5", "-1"}
    assert [cell for cell in cells if cell.startswith(exports.FORMULA) and cell not in numbers] == []
    assert numbers <= set(cells)


@pytest.mark.parametrize("separator", [",", ";"])
def test_no_note_of_a_csv_is_run_by_a_spreadsheet(separator: str) -> None:
    """Where a comma parts whole numbers from tenths, a spreadsheet splits at semicolons."""
    text = exports.write(hostile(), "csv").decode("utf-8-sig")
    notes = [line for line in text.splitlines() if line.lstrip('"').startswith("# ")]
    assert len(notes) > 5
    cells = [cell.lstrip() for line in csv.reader(notes, delimiter=separator) for cell in line]
    assert [cell for cell in cells if cell.startswith(exports.FORMULA)] == []


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    content = exports.write(hostile(), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=False)
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert [name for name in archive.namelist() if b"<f>" in archive.read(name)] == []
    values = [row[3] for row in book_of(content)[0][1:]]
    assert values == [-46, -4.5, 0, 7, -1, 2.6, None, 1]
    assert book_of(content)[0][1][1] == "=1+1"


def test_a_json_is_left_as_it_is() -> None:
    rows = json.loads(exports.write(hostile(), "json"))["rows"]
    assert [row["note"] for row in rows] == list(DANGEROUS)


@pytest.mark.parametrize("form", FORMS)
def test_every_kazakh_letter_survives(form: str) -> None:
    df = document("placements_by_year", "kk").df
    said = Document(Language("kk"), "letters", f"{KAZAKH} “Түркия” – 2,6 %", KAZAKH, "/", df)
    assert f"{KAZAKH} “Түркия” – 2,6 %" in words_of(exports.write(said, form), form)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_without_rows_still_says_what_it_is(form: str) -> None:
    asked = document("placements_by_agency")
    nothing = Document(asked.t, asked.name, asked.title, asked.caveat, asked.address, asked.df.iloc[:0])
    assert asked.title in words_of(exports.write(nothing, form), form)


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_sources_are_cited_in_the_language_of_the_reader(code: str) -> None:
    t, words = Language(code), words_of(file("placements_claims", code, "csv"), "csv")
    cited = {source for row in document("placements_claims").df["sources"] for source in row}
    publishers = set(data.query("sources").set_index("source").loc[sorted(cited), "publisher"])
    assert [publisher for publisher in publishers if t(publisher) not in words] == []


@pytest.mark.parametrize("name", ["claims", "sources"])
@pytest.mark.parametrize("form", FORMS)
def test_all_data_can_be_taken_as_one_file(name: str, form: str) -> None:
    df = data.query(name)
    content = exports.write(Document(Language("en"), name, name, "", "/download", df), form)
    count = {
        "csv": lambda: len(table_of(content)) - 1,
        "xlsx": lambda: len(book_of(content)[0]) - 1,
        "json": lambda: len(json.loads(content)["rows"]),
    }[form]()
    assert count == len(df) == data.release()["rows"][name]
