"""DuckDB and Spark count the same, row for row, as far as the release; what one of them reads otherwise shows."""

import datetime as dt
import shutil

import pytest

from dashboard.publish import cells, lock, released
from dashboard.publish.draft import Facts
from tests.register.rows import DAY
from tests.spark import registers
from tests.spark.registers import kept

REGISTERS: dict[str, tuple[registers.Made, dt.date]] = {
    "nasty": (registers.nasty, DAY(2024, 12, 31)),
    "large": (registers.large, DAY(2025, 12, 31)),
}
# Ways in which an engine could misread one table: who is counted, when they began, which years, what is grouped.
TWINS = {
    "by_sex": ("sum(began) AS people", "count(*) AS people"),
    "by_agency": ("max(started) AS began", "min(started) AS began"),
    "by_span": ("BETWEEN p.first_year AND", "BETWEEN p.first_year + 1 AND"),
    "by_region": ("(scope, region, volunteer)", "(scope, region)"),
}


@pytest.mark.parametrize("name", REGISTERS)
def test_both_engines_release_the_same(name, cluster, tmp_path):
    made, as_of = REGISTERS[name]
    with kept(tmp_path / "store", made) as register:
        expected = register.by_duckdb(as_of)
        first = publish(register, as_of, tmp_path / "duckdb")
        assert register.by_spark(cluster.address, as_of) == expected
        second = publish(register, as_of, tmp_path / "spark")
        assert list(register.beside.iterdir()) == []
    assert len(expected) > 60
    assert (second["content"], second["sha256"]) == (first["content"], first["sha256"])


def publish(register, as_of, folder):
    with lock.hold(folder) as held:
        draft = released.draft(held, register.connection, set(), Facts(as_of))
        return released.write(held, register.connection, draft)


def test_what_spark_would_read_otherwise_shows_in_that_table(cluster, tmp_path, monkeypatch):
    made, as_of = REGISTERS["nasty"]
    with kept(tmp_path / "store", made) as register:
        _, *expected = register.by_duckdb(as_of)
        monkeypatch.setattr(cells, "QUERIES", changed(tmp_path / "queries"))
        _, *found = register.by_spark(cluster.address, as_of)
    assert {row[0] for row in set(found) ^ set(expected)} == set(TWINS)


def changed(folder):
    """The statements with a twin in place of some."""
    shutil.copytree(cells.QUERIES, folder)
    for name, (right, wrong) in TWINS.items():
        path = folder / "tables" / f"{name}.sql"
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong), encoding="utf-8")
    return folder
