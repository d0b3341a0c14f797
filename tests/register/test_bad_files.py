"""Each way in which a register can be bad is told: where, why and what to do, in three languages."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish.problems import NOT_CSV
from dashboard.publish.register import problems
from dashboard.publish.register.problems import line
from dashboard.publish.register.reading import QUERIES
from tests.publish.source import bytes_of
from tests.register.bad_files import CELLS, EVERY, of_bytes, parquet, workbook
from tests.register.ministry import COLUMNS, GOOD, changed, problems_of, read_it, rows_of, text, write

# Minutes, all together.
pytestmark = pytest.mark.register

SAID = Path(__file__).with_name("bad_files.csv")
ANY_CELL = [
    "", " ", "x", "KEN", "Кения", "UNDP", "youth", "full_funding", "F", "KZ-71", "1999", "45352", "2024-03-01",
    "31.02.2024", "01.01.2030", "=A1", "7,5", "850101100121",
]  # fmt: skip


def said() -> dict[str, list[dict[str, str]]]:
    lines = defaultdict(list)
    with SAID.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row.pop("kind")].append(row)
    return lines


@pytest.mark.parametrize("kind", EVERY)
def test_what_is_bad_is_told_in_three_languages(kind, tmp_path):
    found = problems_of(EVERY[kind](tmp_path))
    assert [{lang: line(problem, Language(lang)) for lang in LANGUAGES} for problem in found] == said()[kind]


def test_the_table_of_messages_holds_every_sentence_and_nothing_else():
    whole = " ".join(row["en"] for rows in said().values() for row in rows)
    texts = {
        text for name, text in vars(problems).items() if isinstance(text, str) and name.isupper() and name[0] != "_"
    }
    texts -= {problems.ROWS, problems.NOT_READ, problems.ALL_PROBLEMS, problems.NOTHING_CHANGED}  # the command's
    checks = {path.read_text(encoding="utf-8").partition("' AS problem")[0] for path in QUERIES.glob("checks/*.sql")}
    sentences = texts | {check.rpartition("    '")[2] for check in checks}
    assert [sentence for sentence in sorted(sentences) if sentence not in whole] == []
    assert set(said()) == set(EVERY)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    cells=st.dictionaries(
        st.tuples(st.integers(2, 4), st.sampled_from(COLUMNS)), st.sampled_from(ANY_CELL), min_size=1, max_size=6
    )
)
def test_no_row_is_refused_without_a_reason_and_none_with_a_reason_accepted(cells, tmp_path):
    """What is sound is said once, in typed.sql, and again by the checks: the two have to agree."""
    path = write(tmp_path / "register.csv", changed(cells))
    found = problems_of(path)
    if not any(problem.sentence == problems.PERSONAL_CELLS for problem in found):
        reading = read_it(path)
        assert reading.refused == len({problem.row for problem in found})
        assert bool(found) == (reading.accepted < reading.read)


def test_rows_are_numbered_as_a_spreadsheet_does_past_empty_ones(tmp_path):
    path = tmp_path / "register.csv"
    header, *rows = text(changed({(2, "hours"): "x", (3, "sex"): "x", (4, "sex"): "x"})).splitlines()
    rows[0] = rows[0].replace("V1", '"V\n\n1"')
    path.write_text("\n".join([header, "", rows[0], "," * 11, "", "", rows[1], rows[2], "", ""]), encoding="utf-8")
    assert [problem.row for problem in problems_of(path)] == [3, 7, 8]


def test_columns_are_called_what_the_file_calls_them(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text(text(changed({(2, "sex"): "x"})).replace("sex", "Жынысы", 1), encoding="utf-8")
    assert [problem.column for problem in problems_of(path)] == ["Жынысы"]


def test_a_folder_is_one_register(tmp_path):
    write(tmp_path / "2023.csv", GOOD[2:])
    write(tmp_path / "2024.csv", GOOD[:1])
    (tmp_path / "more").mkdir()
    workbook(tmp_path / "more" / "rest.xlsx", GOOD[1:2])
    assert read_it(tmp_path).accepted == 3
    write(tmp_path / "again.csv", GOOD[2:])
    again = problems_of(tmp_path)
    assert [(problem.file, problem.row, problem.column) for problem in again] == [("again.csv", 2, "assignment_id")]


def test_what_programs_leave_beside_files_is_no_file(tmp_path):
    write(tmp_path / "register.csv")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    (tmp_path / "~$register.xlsx").write_bytes(b"\0")
    assert read_it(tmp_path).accepted == 3


@pytest.mark.parametrize("make", [parquet, workbook])
def test_the_three_formats_say_the_same(make, tmp_path):
    columns = ("volunteer", "host", "start_date", "end_date", "age_group", "minutes")
    path = make(tmp_path / ("register.parquet" if make is parquet else "register.xlsx"))
    assert rows_of(read_it(path), *columns) == rows_of(read_it(write(tmp_path / "register.csv")), *columns)


def test_a_name_with_signs_of_a_pattern_is_one_file(tmp_path):
    write(tmp_path / "register[1]*.csv")
    write(tmp_path / "register1.csv", changed({(2, "sex"): "x"}))
    assert read_it(tmp_path / "register[1]*.csv").accepted == 3


def test_a_column_of_a_thousand_mistakes_is_told_a_thousand_times(tmp_path):
    rows = [GOOD[2] | {"assignment_id": f"B{n}", "sex": "x"} for n in range(1500)]
    reading = read_it(write(tmp_path / "register.csv", rows))
    assert (reading.read, reading.accepted, reading.refused) == (1500, 0, 1500)
    assert len(reading.problems(200)) == 200
    assert len(reading.connection.table("problems")) == 1500


def test_reading_leaves_the_files_as_they_are(tmp_path):
    for kind in ("overlapping", "formula"):
        write(tmp_path / f"{kind}.csv", changed(CELLS[kind]))
    before = bytes_of(tmp_path)
    problems_of(tmp_path)
    assert bytes_of(tmp_path) == before


def test_a_quotation_mark_out_of_place_is_no_csv(tmp_path):
    path = of_bytes("register.csv", text(GOOD).replace("V2", '"V"2').encode())(tmp_path)
    assert [(problem.row, problem.sentence) for problem in problems_of(path)] == [(4, NOT_CSV)]
