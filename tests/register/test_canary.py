"""A person who is planted in a register can be found in nothing that the command leaves behind or says."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from tests.register import canary, planted, publishing


@pytest.mark.register
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_a_planted_person_is_in_no_byte_that_a_publication_leaves_or_says(kind, tmp_path):
    file = planted.write(tmp_path / f"register.{kind}", planted.rows())
    said = planted.run(tmp_path / "left", file)
    assert said["code"] == "0", said["stderr"]
    assert len(list((tmp_path / "left").rglob("*.parquet"))) >= 2
    assert canary.found(tmp_path / "left", said, canary.traces()) == []
    assert_the_store_alone_knows_digests(tmp_path / "left", said)


def assert_the_store_alone_knows_digests(left: Path, said: dict[str, str]) -> None:
    """Neither the keyed digests nor the secret key are anywhere but in the store."""
    sought = planted.keyed(left)
    assert len(sought) == 2 * (len(publishing.crowd()) + 1)
    places = canary.found(left, said, sought)
    assert places and all("private/" in place for place in places)


@pytest.mark.register
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_nor_is_it_in_what_a_refusal_leaves_or_says(kind, tmp_path):
    """Its own row is among the bad ones, and so is another."""
    register = planted.rows({"sex": "x"})
    register[-1] = register[-1] | {"home_region": "nowhere"}
    said = planted.run(tmp_path / "left", planted.write(tmp_path / f"register.{kind}", register))
    assert said["code"] == "2"
    with (tmp_path / "left" / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    header = 0 if kind == "parquet" else 1
    assert [(int(row["row"]) - header, row["column"], row["value"]) for row in told] == [
        (1, "sex", "x"),
        (len(register), "home_region", "nowhere"),
    ]
    assert canary.found(tmp_path / "left", said, canary.traces()) == []


@pytest.mark.register
def test_the_same_search_tells_on_a_release_that_names_somebody(tmp_path):
    said = planted.run(
        tmp_path / "left", planted.write(tmp_path / "register.csv", planted.rows()), "tests.register.canary"
    )
    places = canary.found(tmp_path / "left", said, canary.traces())
    assert {place.rpartition("/")[2] for place in places} >= {"release.json: key", "stdout: key"}


def leak_in_a_cell(folder: Path) -> None:
    with duckdb.connect() as connection:
        connection.sql(f"SELECT 'x' AS a UNION ALL SELECT '{canary.KEY}'").write_parquet(f"{folder}/a.parquet")


def leak_as_a_digest(folder: Path) -> None:
    with duckdb.connect() as connection:
        connection.sql(f"SELECT sha256('{canary.KEY}') AS a").write_parquet(f"{folder}/a.parquet", compression="zstd")


def leak_in_words(folder: Path) -> None:
    (folder / "log.txt").write_text(f"\n{canary.ID} was read\n", encoding="utf-8")


def leak_in_a_name(folder: Path) -> None:
    (folder / canary.KEY).mkdir()


@pytest.mark.parametrize(
    ("leak", "places"),
    [
        (leak_in_a_cell, {"cells of a.parquet: key", "statistics of a.parquet: key"}),
        (leak_as_a_digest, {"cells of a.parquet: sha256 of key"}),
        (leak_in_words, {"log.txt: id"}),
        (leak_in_a_name, {f"name of {canary.KEY}: key"}),
    ],
)
def test_whatever_way_a_person_is_given_away_the_search_finds_it(leak, places, tmp_path):
    leak(tmp_path)
    assert set(canary.found(tmp_path, {}, canary.traces())) >= places
    assert canary.found(tmp_path, {"stderr": f"no such code: {canary.KEY}"}, canary.traces())[-1] == "stderr: key"
