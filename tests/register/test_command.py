"""The dry run: it reads, counts, tells and changes nothing."""

import csv

import pytest

from dashboard.publish.__main__ import main
from tests.publish.source import bytes_of
from tests.register.ministry import GOOD, changed, write

TWO_BAD = {(2, "hours"): "=1+1", (3, "sex"): "x"}


def test_a_good_register_is_counted(tmp_path, capsys):
    write(tmp_path / "register.csv")
    before = bytes_of(tmp_path)
    assert main(["register", str(tmp_path / "register.csv"), "--dry-run"]) == 0
    assert capsys.readouterr().out == ("3 rows were read: 3 are sound, 0 are not.\nNothing was published or changed.\n")
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize(
    ("lang", "counted", "told"),
    [
        ("kk", "3 жол оқылды: 1 жол дұрыс, 2 жол дұрыс емес.", "register.csv, 3-жол, sex бағаны, 'x': Жыныстың мұндай"),
        ("ru", "Прочитано строк: 3; верных: 1, неверных: 2.", "register.csv, строка 3, столбец sex, 'x': Такого кода"),
        ("en", "3 rows were read: 1 are sound, 2 are not.", "register.csv, row 3, column sex, 'x': No such code"),
    ],
)
def test_bad_rows_are_told_in_the_language_of_the_reader(lang, counted, told, tmp_path, capsys):
    path = write(tmp_path / "register.csv", changed(TWO_BAD))
    assert main(["register", str(path), "--dry-run", "--lang", lang]) == 2
    out, error = capsys.readouterr()
    assert out.splitlines()[0] == counted
    assert error.splitlines()[1].startswith(told)
    assert "register.problems.csv" in error.splitlines()[2]


def test_all_problems_stand_in_a_file_that_no_spreadsheet_takes_for_formulas(tmp_path):
    path = write(tmp_path / "register.csv", changed(TWO_BAD))
    assert main(["register", str(path), "--dry-run", "--problems", str(tmp_path / "all.csv")]) == 2
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert [(row["row"], row["column"], row["value"]) for row in told] == [("2", "hours", "'=1+1"), ("3", "sex", "x")]


def test_two_hundred_problems_are_on_the_screen_and_all_in_the_file(tmp_path, capsys):
    rows = [GOOD[2] | {"assignment_id": f"B{n}", "sex": "x"} for n in range(250)]
    assert main(["register", str(write(tmp_path / "register.csv", rows)), "--dry-run"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 201
    assert len((tmp_path / "register.problems.csv").read_text(encoding="utf-8").splitlines()) == 251


def test_a_template_is_made_once_and_never_over_a_filled_one(tmp_path, capsys):
    path = tmp_path / "register.xlsx"
    assert main(["template", str(path)]) == 0
    made = path.read_bytes()
    with pytest.raises(SystemExit, match="2"):
        main(["template", str(path)])
    assert path.read_bytes() == made
    assert "is there already" in capsys.readouterr().err


def test_what_cannot_be_read_is_told_too(tmp_path, capsys):
    assert main(["register", str(tmp_path / "none.csv"), "--dry-run", "--lang", "ru"]) == 2
    assert capsys.readouterr().err.splitlines()[1] == "none.csv: Файла нет. Верните его на место."
