"""Personal data stops the reading, by the name of a column and by what stands in a cell, and is never repeated.

The numbers here are of nobody: the seventh digit of each IIN says that its holder was born in the nineteenth century.
"""

import datetime as dt

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish.register import headers
from dashboard.publish.register.problems import PERSONAL_CELLS, PERSONAL_HEADER, Refused, line
from dashboard.publish.register.reading import QUERIES
from tests.register.bad_files import parquet, workbook
from tests.register.ministry import COLUMNS, changed, problems_of, read_it, write

# Minutes, all together.
pytestmark = pytest.mark.register

CANARY = "850101100121"


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect(config={"threads": "1"})
    made.execute((QUERIES / "reading" / "macros.sql").read_text(encoding="utf-8"))
    return made


def is_personal(connection: duckdb.DuckDBPyConnection, text: str) -> bool:
    ((found,),) = connection.execute("SELECT is_personal($text)", {"text": text}).fetchall()
    return bool(found)


def last_digit(digits: str) -> int:
    """As the rules of the number have it: two rows of weights, the second if the first leaves ten."""
    for first in (1, 3):
        weights = [(place + first - 1) % 11 + 1 for place in range(11)]
        if (rest := sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11) < 10:
            return rest
    return 10


@settings(deadline=None)
@given(
    born=st.dates(dt.date(1800, 1, 1), dt.date(1899, 12, 31)),
    rest=st.integers(0, 9999),
    sex=st.sampled_from("12"),
    check=st.integers(0, 9),
)
def test_an_iin_is_one_by_its_date_and_its_last_digit(born, rest, sex, check, connection):
    digits = f"{born:%y%m%d}{sex}{rest:04}"
    right = last_digit(digits)
    assert is_personal(connection, f"{digits}{check}") == (check == right)
    assert is_personal(connection, f"ЖСН: {digits}{check}.") == (check == right)
    if right < 10 and digits[0] == "0" and digits[1] != "0":
        assert is_personal(connection, f"{digits}{right}".lstrip("0"))


@pytest.mark.parametrize(
    "text",
    ["a.b@example.org", "Пошта: имя@пример.қаз", "+77010000000", "87010000000", "8 (701) 000-00-00", "+7 701 000 00 00"]
    + ["tel. +44 20 7946 0000", CANARY, f"{CANARY}.0", f"key {CANARY}", "7 701 000 0000"],
)
def test_what_leads_to_a_person_is_found(text, connection):
    assert is_personal(connection, text)


@pytest.mark.parametrize(
    "text",
    ["V-000000001", "123456789012345", "550e8400-e29b-41d4-a716-446655440000", "2024-03-01", "850101-A-100121", "a @ b"]
    + ["0e8400e2-9b41-41d4-a716-850101100121", "45352", "850101100120", "KZ-71", "1999.0", "8-800", "f" * 64, "1" * 64],
)
def test_a_key_that_says_nothing_of_a_person_is_left_alone(text, connection):
    assert not is_personal(connection, text)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("make", [write, workbook, parquet])
def test_it_is_found_in_any_column_of_any_format_and_never_said(column, make, tmp_path):
    name = {write: "register.csv", workbook: "register.xlsx", parquet: "register.parquet"}[make]
    path = make(tmp_path / name, changed({(3, column): f"x {CANARY}"}))
    found = problems_of(path)
    assert [(problem.column, problem.sentence) for problem in found] == [(column, PERSONAL_CELLS)]
    assert CANARY not in "".join(line(problem, Language(lang)) for problem in found for lang in LANGUAGES)


def test_the_refusal_itself_says_nothing_of_it(tmp_path):
    path = write(tmp_path / "register.csv", changed({(2, "volunteer_key"): CANARY}))
    with pytest.raises(Refused) as refused:
        read_it(path)
    assert CANARY not in repr(refused.value) + str(refused.value.problems)


@pytest.mark.parametrize("row", headers.rows("personal.csv"), ids=lambda row: row["word"])
def test_every_word_for_personal_data_stops_a_column(row):
    for heading in (row["word"], row["word"].upper(), f"{row['word']} 2".replace(" ", "_")):
        (first, *_) = headers.read("register.csv", None, [heading]).problems
        assert (first.column, first.sentence) == (heading, PERSONAL_HEADER)


def test_no_column_of_the_register_is_called_by_such_a_word():
    assert [row["header"] for row in headers.rows("headers.csv") if headers.is_personal(row["header"])] == []
