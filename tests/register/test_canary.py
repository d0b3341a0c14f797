"""A person who is planted in a register can be found in nothing that the command leaves behind or says."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import openpyxl
import pytest

from dashboard.publish.store import PROJECT
from tests.register import canary, ministry, publishing
from tests.register.ministry import COLUMNS

PERSON = {"volunteer_key": canary.KEY, "assignment_id": canary.ID}


def rows(changed: dict[str, str] | None = None) -> list[dict[str, str]]:
    first, *others = publishing.crowd()
    return [first | PERSON | (changed or {}), *others]


def write(path: Path, register: list[dict[str, str]]) -> Path:
    if path.suffix == ".csv":
        return ministry.write(path, register)
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (COLUMNS, *([each[name] for name in COLUMNS] for each in register)):
            book.active.append(row)
        book.save(path)
    else:
        ministry.write(path.with_suffix(".csv"), register)
        with duckdb.connect() as connection:
            connection.read_csv(str(path.with_suffix(".csv")), all_varchar=True).write_parquet(str(path))
        path.with_suffix(".csv").unlink()
    return path


def run(folder: Path, file: Path, module: str = "dashboard.publish") -> dict[str, str]:
    """What the command says; all that it leaves lies in `folder`, temporary files too."""
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"REGISTER_DIR": str(folder / "private"), "TMPDIR": str(folder / "tmp")}
    command = [sys.executable, "-m", module, *publishing.arguments(folder, file)]
    command += ["--problems", str(folder / "problems.csv")]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    return {"stdout": done.stdout, "stderr": done.stderr, "code": str(done.returncode)}


@pytest.mark.register
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_a_planted_person_is_in_no_byte_that_a_publication_leaves_or_says(kind, tmp_path):
    file = write(tmp_path / f"register.{kind}", rows())
    said = run(tmp_path / "left", file)
    assert said["code"] == "0", said["stderr"]
    assert len(list((tmp_path / "left").rglob("*.parquet"))) >= 2
    assert canary.found(tmp_path / "left", said, canary.traces()) == []
    assert_the_store_alone_knows_digests(tmp_path / "left", said)


def assert_the_store_alone_knows_digests(left: Path, said: dict[str, str]) -> None:
    """Neither the keyed digests nor the secret key are anywhere but in the store."""
    with duckdb.connect() as connection:
        kept = connection.read_parquet(f"{left}/private/register-*/assignments/*/*.parquet")
        digests = [bytes(digest) for (digest,) in kept.select("volunteer").fetchall()]
    assert len(set(digests)) == len(publishing.crowd())
    secret = (left / "private" / "secret.key").read_bytes()
    raw = {f"digest {number}": digest for number, digest in enumerate(digests)} | {"secret": secret}
    sought = raw | {f"{name} in hex": text.hex().encode() for name, text in raw.items()}
    places = canary.found(left, said, sought)
    assert places and all("private/" in place for place in places)


@pytest.mark.register
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_nor_is_it_in_what_a_refusal_leaves_or_says(kind, tmp_path):
    """Its own row is among the bad ones, and so is another."""
    register = rows({"sex": "x"})
    register[-1] = register[-1] | {"home_region": "nowhere"}
    said = run(tmp_path / "left", write(tmp_path / f"register.{kind}", register))
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
    said = run(tmp_path / "left", write(tmp_path / "register.csv", rows()), "tests.register.canary")
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
