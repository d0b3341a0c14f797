"""The release as a Data Package: described by the rules of the standard, and read back as it was released."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import data
from dashboard.exports import fields, package
from dashboard.exports.text import _safe
from dashboard.i18n import LANGUAGES, Language

every_language = pytest.mark.parametrize("code", LANGUAGES)
every_table = pytest.mark.parametrize("table", data.TABLES)

# What a cell says, by the type that the standard gives it; lists are joined by semicolons.
VALUES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}
NAME = re.compile(r"[a-z0-9._-]+")
# The profile of version 2.0 gives these to a path: no way up, no absolute one.
PATH = re.compile(r"(?=[^./~])(?!.*/\.\./)[^\\]*|https?://.*")


@cache
def files(code: str = "en") -> dict[str, bytes]:
    return package.files(Language(code))


def descriptor(code: str = "en") -> dict[str, Any]:
    return dict(json.loads(files(code)[package.DESCRIPTOR]))


def resource(name: str, code: str = "en") -> dict[str, Any]:
    return next(each for each in descriptor(code)["resources"] if each["name"] == name)


def lines(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))


def read(body: bytes, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a CSV as its schema tells a program to read them."""
    header, *rows = lines(body)
    assert header == [field["name"] for field in schema["fields"]]
    return [
        {field["name"]: value(cell, field) for cell, field in zip(row, schema["fields"], strict=True)} for row in rows
    ]


def value(cell: str, field: dict[str, Any]) -> Any:
    return VALUES[field["type"]](cell) if cell else None


def released(table: str) -> list[dict[str, Any]]:
    """The rows of the Parquet file, a list as a CSV can hold it."""
    rows = pq.read_table(data.DATA / f"{table}.parquet").to_pylist()
    return [
        {name: (";".join(cell) or None) if isinstance(cell, list) else cell for name, cell in row.items()}
        for row in rows
    ]


@every_table
def test_a_csv_reads_back_as_the_released_rows(table: str) -> None:
    rows = read(files()[f"{table}.csv"], resource(table)["schema"])
    kept = [{name: cell for name, cell in row.items() if name not in ("OBS_STATUS", "CONF_STATUS")} for row in rows]
    assert kept == released(table)
    assert len(rows) == data.release()["rows"][table]


def test_every_number_is_marked_as_published_and_free() -> None:
    rows = read(files()["claims.csv"], resource("claims")["schema"])
    assert {(row["OBS_STATUS"], row["CONF_STATUS"]) for row in rows} == {("A", "F")}
    assert len(rows) == 227


def test_the_statuses_are_those_that_the_query_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = data.query("data_claims")
    withheld = asked.assign(status="Q", confidentiality="C")
    monkeypatch.setattr(data, "query", lambda name: withheld if name == "data_claims" else None)
    header, *rows = lines(package.released()["claims.csv"])
    places = header.index("OBS_STATUS"), header.index("CONF_STATUS")
    assert {tuple(row[place] for place in places) for row in rows} == {("Q", "C")}


def test_a_group_figure_stands_in_one_row_for_all_its_countries() -> None:
    rows = {row["claim"]: row for row in read(files()["claims.csv"], resource("claims")["schema"])}
    row = rows["KZ-FF-STOCK-2022-08"]
    assert (row["value"], row["hosts"], row["qualifier"]) == (7, "JOR;KEN;THA;TUR", "exact")
    assert (row["period_from"], row["period_to"], row["to_precision"]) == (date(2022, 8, 19), date(2022, 8, 19), "day")


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1) | st.sampled_from(
    ['=1+1;"=2"', "-1", "@x", "a\r\nb", "\t", "'", '"', ",", ";", "\N{ZERO WIDTH NO-BREAK SPACE}", "ӘҒҚҢӨҰҮҺІ"]
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.dates()
rows = st.lists(st.tuples(*(st.none() | each for each in (texts, numbers, st.booleans(), days))))
CELLS = {"fields": [{"name": name, "type": name} for name in ("string", "number", "boolean", "date")]}


@given(rows)
def test_whatever_a_release_holds_reads_back(rows: list[Sequence[Any]]) -> None:
    body = package.as_table([field["name"] for field in CELLS["fields"]], rows)
    assert [tuple(row.values()) for row in read(body, CELLS)] == rows


def test_a_text_for_programs_is_not_disarmed() -> None:
    assert lines(package.as_table(["note"], [["=1+1"]])) == [["note"], ["=1+1"]]


def test_a_csv_is_clean() -> None:
    for table in data.TABLES:
        body = files()[f"{table}.csv"]
        assert not body.startswith(b"\xef\xbb\xbf") and not body.startswith(b"#")
        assert body.count(b"\r\n") == body.count(b"\n") == data.release()["rows"][table] + 1


def test_no_released_text_is_run_by_a_spreadsheet() -> None:
    """Files for programs keep every text, so no text of a release may be dangerous to begin with."""
    found = [cell for table in data.TABLES for row in released(table) for cell in row.values() if _safe(cell) != cell]
    assert found == []


def test_what_was_released_is_handed_on_byte_by_byte() -> None:
    for name in (*(f"{table}.parquet" for table in (*data.TABLES, "borders")), "release.json"):
        assert files("kk")[name] == (data.DATA / name).read_bytes()


def test_only_the_description_differs_between_languages() -> None:
    one, other = files("kk"), files("ru")
    assert [name for name in one if one[name] != other[name]] == [package.DESCRIPTOR]
    assert descriptor("kk")["title"] == "Қазақстан волонтерлері"
    assert descriptor("ru")["title"] == "Волонтеры Казахстана"


@every_language
def test_the_package_says_what_the_standard_asks(code: str) -> None:
    made = descriptor(code)
    assert made["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert NAME.fullmatch(made["name"])
    assert made["id"] == made["version"] == data.release()["release"]
    assert made["title"] and made["description"].count("\n\n") > 3
    assert [entry["name"] for entry in made["licenses"]] == ["CC-BY-4.0"]
    assert len(made["sources"]) == data.release()["rows"]["sources"]
    for entry in [*made["sources"], *made["licenses"], *(each for part in made["resources"] for each in terms(part))]:
        assert entry["title"] and PATH.fullmatch(entry.get("path", "https://"))


def terms(part: dict[str, Any]) -> list[dict[str, str]]:
    return [*part.get("sources", []), *part.get("licenses", [])]


def test_no_person_is_named_as_a_contributor() -> None:
    assert all(set(contributor) == {"title", "roles"} for contributor in descriptor()["contributors"])


@every_language
def test_every_file_is_described_as_it_is(code: str) -> None:
    described = {part["path"]: part for part in descriptor(code)["resources"]}
    assert [*described] == [name for name in files(code) if name != package.DESCRIPTOR]
    assert len({part["name"] for part in described.values()}) == len(described)
    for path, part in described.items():
        body = files(code)[path]
        assert NAME.fullmatch(part["name"]) and PATH.fullmatch(path) and part["title"]
        assert (part["bytes"], part["hash"]) == (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}")
        assert path.endswith(f".{part['format']}") and "/" in part["mediatype"]
        assert (part.get("encoding"), part.get("type")) == {
            "csv": ("utf-8", "table"),
            "json": ("utf-8", None),
            "parquet": (None, None),
        }[part["format"]]


def test_the_hashes_are_those_of_the_release() -> None:
    described = {part["path"]: part["hash"] for part in descriptor()["resources"]}
    assert {name: described[name] for name in data.release()["sha256"]} == {
        name: f"sha256:{digest}" for name, digest in data.release()["sha256"].items()
    }


@every_language
@every_table
def test_a_schema_keeps_the_rules_of_the_standard(table: str, code: str) -> None:
    schema = resource(table, code)["schema"]
    assert schema["$schema"] == "https://datapackage.org/profiles/2.0/tableschema.json"
    assert len({field["name"] for field in schema["fields"]}) == len(schema["fields"])
    for entry in [schema, *schema["fields"]]:
        (empty,) = entry.get("missingValues", [{"value": "", "label": "-"}])
        assert empty["value"] == "" and empty["label"]
    for field in schema["fields"]:
        assert field["type"] in VALUES and field["title"] and field.get("description", "-")
        categories = field.get("categories", [])
        codes = [category["value"] for category in categories]
        assert field["type"] == "string" or not categories
        assert len(set(codes)) == len({category["label"] for category in categories}) == len(categories)
        assert set(field.get("constraints", {})) <= {"required", "enum", "pattern"}
        assert not codes or field["constraints"]["enum"] == codes


@every_table
def test_the_rows_keep_what_their_schema_promises(table: str) -> None:
    schema = resource(table)["schema"]
    rows = read(files()[f"{table}.csv"], schema)
    limits = {field["name"]: field.get("constraints", {}) for field in schema["fields"]}
    (key,) = schema["primaryKey"]
    assert len({row[key] for row in rows}) == len(rows) and None not in {row[key] for row in rows}
    for name, limit in limits.items():
        cells = [row[name] for row in rows]
        assert None not in cells or not limit.get("required")
        said = {cell for cell in cells if cell is not None}
        assert said <= set(limit.get("enum", said))
        assert all(re.fullmatch(limit.get("pattern", ".*"), cell) for cell in said if isinstance(cell, str))


@pytest.mark.parametrize("column", fields.REFERENCES)
def test_what_a_statement_refers_to_is_in_the_package(column: str) -> None:
    (found,) = [key for key in resource("claims")["schema"]["foreignKeys"] if key["fields"] == [column]]
    other, (key,) = found["reference"].get("resource", "claims"), found["reference"]["fields"]
    known = {row[key] for row in read(files()[f"{other}.csv"], resource(other)["schema"])}
    named = {row[column] for row in read(files()["claims.csv"], resource("claims")["schema"])} - {None}
    assert named and named <= known


@every_language
def test_an_empty_cell_says_which_status_it_has(code: str) -> None:
    t = Language(code)
    empty = {
        field["name"]: field["missingValues"][0]["label"]
        for field in resource("claims", code)["schema"]["fields"]
        if "missingValues" in field
    }
    assert empty["hosts"] == empty["agencies"] == f"O: {t('Not published')}"
    assert empty["period_from"] == empty["to_precision"] == t("Open or not stated")
    assert resource("claims", code)["schema"]["missingValues"] == [{"value": "", "label": f"M: {t('Not applicable')}"}]


@every_language
def test_a_program_learns_the_unit_of_every_measure(code: str) -> None:
    t = Language(code)
    field = next(field for field in resource("claims", code)["schema"]["fields"] if field["name"] == "measure")
    line = next(line for line in field["description"].splitlines() if line.startswith("contributions_usd: "))
    assert line.endswith(f"{t('Unit')}: {t('US dollars (USD)')}.")
    assert len(field["description"].splitlines()) == len(field["categories"])


def test_the_borders_carry_the_disclaimer_and_their_own_terms() -> None:
    borders = resource("borders-parquet")
    assert "do not imply official endorsement" in borders["description"]
    assert "not for commercial use" in borders["licenses"][0]["title"]


def test_the_same_release_gives_the_same_bytes() -> None:
    assert package.files(Language("kk")) == package.files(Language("kk"))
