"""Files that are not what they should be: the file, the row and the column are named."""

import pytest

from dashboard.i18n import Language
from dashboard.publish import sheets
from dashboard.publish.problems import line
from tests.publish.source import changed, refused, write


def spoiled(text: str, kind: str) -> bytes:
    lines = text.splitlines(keepends=True)
    return {
        "cell too many": "".join([*lines[:3], lines[3].replace("\n", ",more\n"), *lines[4:]]).encode(),
        "cell too few": "".join([*lines[:3], lines[3].rpartition(",")[0] + "\n", *lines[4:]]).encode(),
        "column missing": text.replace("measure,", "", 1).encode(),
        "column unknown": text.replace("measure,", "indicator,", 1).encode(),
        "column twice": text.replace("measure,", "claim,", 1).encode(),
        "not UTF-8": "".join(lines[:3]).encode() + lines[3].replace("exact", "exact\u00e9").encode("latin-1"),
        "UTF-16": text.encode("utf-16"),
        "quotation mark left open": (text + '"').encode(),
        "semicolons": text.replace(",", ";").encode(),
        "empty": b"",
        "header alone": lines[0].encode(),
    }[kind]


@pytest.mark.parametrize(
    ("kind", "row", "column"),
    [
        ("cell too many", 4, "24"),
        ("cell too few", 4, "note"),
        ("column missing", 1, "measure"),
        ("column unknown", 1, "indicator"),
        ("column twice", 1, "claim"),
        ("not UTF-8", 4, "qualifier"),
        ("UTF-16", 1, None),
        ("quotation mark left open", 10, None),
        ("semicolons", 1, "claim"),
        ("empty", 1, "claim"),
        ("header alone", None, None),
    ],
)
def test_a_file_of_the_wrong_form_is_refused(kind, row, column, source, target):
    path = source / "claims.csv"
    path.write_bytes(spoiled(path.read_text(encoding="utf-8"), kind))
    assert ("claims.csv", row, column) in [problem[:3] for problem in refused(source, target)]


@pytest.mark.parametrize("file", ["claims.csv", "sources.csv", "releases.csv", "world_50m_un.topo.json"])
def test_a_missing_file_is_named(file, source, target):
    (source / file).unlink()
    assert file in [problem.file for problem in refused(source, target)]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "FeatureCollection", "features": []}'])
def test_a_broken_topology_is_named(text, source, target):
    (source / "world_110m_un.topo.json").write_text(text, encoding="utf-8")
    assert "world_110m_un.topo.json" in [problem.file for problem in refused(source, target)]


def test_every_problem_is_told_at_once(source, target):
    write(source, changed({("claims", 2, "measure"): "x", ("claims", 9, "value"): "y", ("sources", 2, "title"): ""}))
    found = {problem[:3] for problem in refused(source, target)}
    assert found >= {("claims.csv", 2, "measure"), ("claims.csv", 9, "value"), ("sources.csv", 2, "title")}


def test_a_problem_is_one_line_that_says_where_why_and_what_to_do(source, target):
    write(source, changed({("claims", 9, "value"): "1,000"}))
    assert [line(problem) for problem in refused(source, target)] == [
        "claims.csv, row 9, column value, '1,000': "
        "This is not a plain number. Write digits, and a point before decimals: 1000 or 34.5."
    ]
    assert len(line(refused(source, target)[0], Language("ru")).splitlines()) == 1


def test_blank_lines_are_counted_and_left_out(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n\n1,\n\n", encoding="utf-8")
    assert sheets.rows(tmp_path / "x.csv", ["b", "a"]) == ([(3, None, "1")], [])
