"""Every shared statement has a translation, made of its file; what Spark has no words for is refused."""

import shutil

import duckdb
import pytest
from sqlglot.errors import UnsupportedError

from dashboard.publish import cells
from dashboard.publish.spark import translation


@pytest.mark.parametrize("name", cells.SHARED)
def test_a_translation_is_made_of_the_file_itself(name, tmp_path, monkeypatch):
    before = translation.statement(name)
    folder = shutil.copytree(cells.QUERIES, tmp_path / "queries")
    path = folder / f"{name}.sql"
    path.write_text(path.read_text(encoding="utf-8").replace("volunteer", "somebody"), encoding="utf-8")
    monkeypatch.setattr(cells, "QUERIES", folder)
    assert translation.statement(name) == before.replace("volunteer", "somebody") != before


def test_what_spark_has_no_words_for_is_refused(tmp_path, monkeypatch):
    (tmp_path / "service.sql").write_text("SELECT arg_max(host, days, 3) FROM t")
    monkeypatch.setattr(cells, "QUERIES", tmp_path)
    with pytest.raises(UnsupportedError):
        translation.statement("service")


def test_the_short_tables_are_those_that_duckdb_makes_first():
    assert translation.short_tables() == {"years", "spans"}


def test_columns_are_told_in_the_types_of_spark():
    with duckdb.connect() as connection:
        relation = connection.sql("SELECT 'a' AS a, 1::INTEGER AS \"b c\", DATE '2024-02-29' AS d, 1::BIGINT AS e")
        assert translation.columns(relation) == "`a` STRING, `b c` INT, `d` DATE, `e` BIGINT"
