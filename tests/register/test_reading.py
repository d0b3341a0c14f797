"""A good file is read as it is meant, in every spelling that a ministry may use, and its ids are kept by no name."""

import contextlib
import datetime as dt
import hmac

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES
from dashboard.publish.register import headers, vocabulary
from dashboard.publish.register.problems import Refused
from dashboard.publish.register.reading import QUERIES, read
from tests.register.bad_files import workbook
from tests.register.ministry import (
    COLUMNS,
    GOOD,
    SECRET,
    TODAY,
    changed,
    places,
    problems_of,
    read_it,
    rows_of,
    text,
    write,
)

# Minutes, all together.
pytestmark = pytest.mark.register

TYPED = ("host", "agency", "programme", "category", "start_date", "end_date", "sex", "age_group", "region", "minutes")


def test_rows_become_codes_days_and_minutes(tmp_path):
    reading = read_it(write(tmp_path / "register.csv"))
    assert (reading.read, reading.accepted, reading.refused) == (3, 3, 0)
    march, august = dt.date(2024, 3, 1), dt.date(2024, 8, 31)
    september, january = dt.date(2024, 9, 1), dt.date(2023, 1, 15)
    assert rows_of(reading, *TYPED, "year") == [
        ("KEN", "UNDP", "full_funding", "youth", march, august, "F", "Y25T34", "KZ-71", 7200, 2024),
        ("THA", "UNDP", "full_funding", "youth", september, None, "F", "Y25T34", "KZ-71", None, 2024),
        ("KAZ", "UNV", "national", "national", january, january, None, None, None, 450, 2023),
    ]


def test_ids_are_kept_as_keyed_digests_only(tmp_path):
    reading = read_it(write(tmp_path / "register.csv"))
    assert rows_of(reading, "volunteer") == [(digest(SECRET, key),) for key in ("V1", "V1", "V2")]
    assert reading.connection.table("assignments").columns == ["volunteer", *TYPED, "year"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(secret=st.binary(min_size=1, max_size=100), key=st.text("Vkң-7", min_size=1, max_size=150))
def test_the_digest_is_that_of_the_standard_library(secret, key, tmp_path):
    reading = read_it(write(tmp_path / "register.csv", changed({(4, "volunteer_key"): key})), secret=secret)
    assert rows_of(reading, "volunteer")[2] == (digest(secret, key),)


def test_nothing_but_the_assignments_and_the_problems_stays(tmp_path):
    for changes in ({}, {(2, "sex"): "x"}, {(2, "hours"): "a@example.org"}):
        connection = duckdb.connect()
        with contextlib.suppress(Refused):
            read(workbook(tmp_path / "register.xlsx", changed(changes)), connection, TODAY, SECRET)
        (tables,) = connection.sql("SELECT list(table_name ORDER BY table_name) FROM duckdb_tables()").fetchall()
        assert tables[0] == (["problems"] if changes else ["assignments", "problems"])


def test_the_secret_does_not_stay_in_the_database(tmp_path):
    reading = read_it(write(tmp_path / "register.csv"))
    assert reading.connection.execute("SELECT getvariable('inner_key'), getvariable('outer_key')").fetchall() == [
        (None, None)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headers_are_read_in_three_languages_and_any_order(lang, tmp_path):
    named = {column: headers.columns_of_register()[column][lang].upper() for column in COLUMNS}
    rows = [{named[column]: cell for column, cell in row.items()} for row in GOOD]
    path = tmp_path / "register.csv"
    path.write_text(text(rows, columns=sorted(named.values())), encoding="utf-8")
    assert rows_of(read_it(path), *TYPED) == rows_of(read_it(write(tmp_path / "plain.csv")), *TYPED)


@pytest.mark.parametrize(
    ("column", "words", "typed", "code"),
    [
        ("host_country", ["ken", "Kenya", "Кения", " кения "], "host", "KEN"),
        ("host_country", ["Түркия", "Турция", "Türkiye"], "host", "TUR"),
        ("agency", ["ПРООН", "undp", "БҰҰДБ"], "agency", "UNDP"),
        ("category", ["молодежь", "жастар", "UN Youth Volunteer"], "category", "youth"),
        ("programme", ["толық қаржыландыру бағдарламасы"], "programme", "full_funding"),
        ("start_date", ["01.03.2024", "2024-03-01 00:00:00"], "start_date", dt.date(2024, 3, 1)),
        ("sex", ["женский", "әйел", "female", "Ж"], "sex", "F"),
        ("home_region", ["KZ-AST", "Астана қаласы", "город Астана", "Astana city"], "region", "KZ-71"),
        ("home_region", ["KZ-VOS", "Шығыс Қазақстан облысы"], "region", "KZ-63"),
        ("birth_year", ["1999.0", "1990"], "age_group", "Y25T34"),
        ("hours", ["120,5", "120.5"], "minutes", 7230),
    ],
)
def test_words_become_codes(column, words, typed, code, tmp_path):
    for word in words:
        reading = read_it(write(tmp_path / "register.csv", changed({(2, column): word})))
        assert (word, rows_of(reading, typed)[0]) == (word, (code,))


@pytest.mark.parametrize(
    ("born", "group"),
    [("2010", "Y_LT15"), ("2009", "Y15T24"), ("2000", "Y15T24"), ("1999", "Y25T34"), ("1980", "Y35T44")]
    + [("1979", "Y_GE45")],
)
def test_age_is_that_of_the_year_in_which_the_assignment_starts(born, group, tmp_path):
    reading = read_it(write(tmp_path / "register.csv", changed({(2, "birth_year"): born})))
    assert rows_of(reading, "age_group")[0] == (group,)


def test_the_age_group_may_stand_in_place_of_the_year_of_birth(tmp_path):
    columns = ["age_group" if column == "birth_year" else column for column in COLUMNS]
    rows = [{("age_group" if key == "birth_year" else key): cell for key, cell in row.items()} for row in GOOD]
    path = tmp_path / "register.csv"
    path.write_text(text([row | {"age_group": "15–24"} for row in rows], columns=columns), encoding="utf-8")
    assert rows_of(read_it(path), "age_group") == [("Y15T24",)] * 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_spreadsheets_call_csv_is_read(delimiter, encoding, end, tmp_path):
    path = tmp_path / "register.csv"
    path.write_bytes(text(GOOD, delimiter).replace("\n", end).encode(encoding))
    assert read_it(path).accepted == 3


BLANKS = st.text(" \t\r\n\N{NO-BREAK SPACE}", max_size=2)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    around=st.dictionaries(
        st.tuples(st.integers(2, 4), st.sampled_from(COLUMNS)), st.tuples(BLANKS, BLANKS), min_size=1, max_size=4
    ),
    empty=st.lists(BLANKS, min_size=len(COLUMNS), max_size=len(COLUMNS)),
)
def test_blanks_around_a_text_are_no_part_of_it(around, empty, tmp_path):
    """Nor are blanks alone a row."""
    rows = changed({(row, column): GOOD[row - 2][column].join(blanks) for (row, column), blanks in around.items()})
    pq.write_table(pa.Table.from_pylist([*rows, dict(zip(COLUMNS, empty, strict=True))]), tmp_path / "blanks.parquet")
    reading = read_it(tmp_path / "blanks.parquet")
    assert reading.read == 3
    assert rows_of(reading, "volunteer", *TYPED) == rows_of(read_it(write(tmp_path / "plain.csv")), "volunteer", *TYPED)


def test_an_id_is_doubled_by_its_text_and_not_by_the_number_that_stands_for_it():
    connection = duckdb.connect()
    connection.execute((QUERIES / "reading" / "macros.sql").read_text(encoding="utf-8"))
    connection.execute("CREATE TABLE typed AS FROM (VALUES ('A1'), ('A2'), ('A3'), ('A2')) AS ids (assignment_id)")
    connection.execute("CREATE TABLE twice AS SELECT numbered(assignment_id) AS number FROM typed")
    doubled = connection.sql((QUERIES / "reading" / "doubled.sql").read_text(encoding="utf-8"))
    assert doubled.fetchall() == [("A2",)]


def test_rows_without_a_cell_are_passed_over(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text(text(GOOD) + "," * (len(COLUMNS) - 1) + "\n", encoding="utf-8")
    assert read_it(path).read == 3


def test_a_name_that_two_codes_share_means_neither():
    shared = vocabulary.names().duplicated(["list", "name"])
    assert not shared.any()


def test_at_home_a_person_may_help_in_two_places_on_one_day(tmp_path):
    at_home = {(2, "host_country"): "KAZ", (3, "host_country"): "KAZ", (3, "start_date"): "2024-08-31"}
    assert read_it(write(tmp_path / "register.csv", changed(at_home))).accepted == 3


@pytest.mark.parametrize("home", [2, 3])
def test_nobody_is_abroad_and_elsewhere_on_one_day(home, tmp_path):
    both = changed({(home, "host_country"): "KAZ", (3, "start_date"): "2024-08-31"})
    found = problems_of(write(tmp_path / "register.csv", both))
    assert places(found) == [(2, "start_date"), (3, "start_date")]


def digest(secret: bytes, key: str) -> bytes:
    return hmac.digest(secret, key.encode(), "sha256")
