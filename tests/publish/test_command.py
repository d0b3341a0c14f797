"""`make data`: what it says, and that the files in data/ are those that it makes."""

import json
import shutil
from pathlib import Path

import pytest

from dashboard.publish.__main__ import main
from tests.publish.source import PROJECT, bytes_of, changed, hashed, write


def test_the_command_says_what_it_wrote(tmp_path, capsys):
    """And the Parquet files of the project are those that its CSV files give."""
    assert main(["--target", str(tmp_path / "data")]) == 0
    committed = {path.name: path.read_bytes() for path in (PROJECT / "data").iterdir() if path.is_file()}
    assert {name: hashed(text) for name, text in bytes_of(tmp_path / "data").items()} == {
        name: hashed(text) for name, text in committed.items()
    }, "data/source/ has changed since: run `make data`."
    release = json.loads(committed["release.json"])
    assert f"claims.parquet: {release['rows']['claims']} rows" in capsys.readouterr().out


def test_the_command_refuses_and_says_why(source, tmp_path, capsys):
    write(source, changed({("claims", 2, "measure"): "happiness"}))
    assert main(["--source", str(source), "--target", str(tmp_path / "none")]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert "claims.csv, row 2, column measure, 'happiness': No such measure." in error
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", "claims.csv, 9-жол, value бағаны, '1,000': Сан дұрыс жазылмаған. "),
        ("ru", "claims.csv, строка 9, столбец value, '1,000': Число записано неверно. "),
        ("en", "claims.csv, row 9, column value, '1,000': This is not a plain number. "),
    ],
)
def test_the_command_speaks_the_language_of_its_reader(lang, said, source, tmp_path, capsys):
    write(source, changed({("claims", 9, "value"): "1,000"}))
    assert main(["--source", str(source), "--target", str(tmp_path / "none"), "--lang", lang]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)


def test_without_the_english_eight_the_nine_may_not_stay_in_dispute(tmp_path, capsys):
    source = Path(shutil.copytree(PROJECT / "data" / "source", tmp_path / "source"))
    claims = (source / "claims.csv").read_text(encoding="utf-8")
    without = "".join(row for row in claims.splitlines(keepends=True) if not row.startswith("KZ-FF-2020-2023-EN,"))
    (source / "claims.csv").write_text(without, encoding="utf-8")
    assert main(["--source", str(source), "--target", str(tmp_path / "data")]) == 2
    assert "column dispute, 'KZ-FF-2020-2023'" in capsys.readouterr().err
    settled = without.replace(",KZ-FF-2020-2023,KZ-FF-2020-2023,", ",,KZ-FF-2020-2023,")
    (source / "claims.csv").write_text(settled, encoding="utf-8")
    assert main(["--source", str(source), "--target", str(tmp_path / "data")]) == 0
