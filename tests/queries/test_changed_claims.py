"""Other claims, published by the command: the tile follows the data, and no code changes."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import data
from tests.queries.tables import Row, fetch

RUSSIAN, ENGLISH, GROUP = "KZ-FF-2020-2023-RU", "KZ-FF-2020-2023-EN", "KZ-FF-2020-2023"

Sheet = list[dict[str, str]]
Change = Callable[[Sheet], Sheet]


@pytest.fixture
def publish(tmp_path: Path) -> Callable[[Change], subprocess.CompletedProcess[str]]:
    """Change claims.csv in a copy of data/source/ and publish it to tmp_path / "data"."""
    source = Path(shutil.copytree(data.DATA / "source", tmp_path / "source"))

    def published(change: Change) -> subprocess.CompletedProcess[str]:
        with (source / "claims.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with (source / "claims.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(change(rows))
        command = [
            sys.executable,
            "-m",
            "dashboard.publish",
            "--source",
            str(source),
            "--target",
            str(tmp_path / "data"),
        ]
        return subprocess.run(command, cwd=data.PROJECT, capture_output=True, text=True, check=False)

    return published


def without(rows: Sheet, claim: str) -> Sheet:
    return [row for row in rows if row["claim"] != claim]


def edited(rows: Sheet, *claims: str, **cells: str) -> Sheet:
    return [row | cells if row["claim"] in claims else row for row in rows]


def tile(folder: Path) -> Row:
    """The headline on the years before the newest."""
    with data.connect(folder) as connection:
        (row,) = [
            row for row in fetch(connection.execute(data.sql("headlines"))) if row["headline"] == "placements_before"
        ]
    return row


def test_the_nine_is_not_left_alone_in_its_dispute(publish, tmp_path):
    refused = publish(lambda rows: without(rows, ENGLISH))
    assert refused.returncode == 2
    assert f"column dispute, '{GROUP}'" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_the_nine_alone_is_nine(publish, tmp_path):
    assert publish(lambda rows: edited(without(rows, ENGLISH), RUSSIAN, dispute="")).returncode == 0
    row = tile(tmp_path / "data")
    assert (row["values"], row["low"], row["high"]) == ([9], 9, 9)


def test_a_third_value_widens_the_range(publish, tmp_path):
    def with_ten(rows: Sheet) -> Sheet:
        (eight,) = [row for row in rows if row["claim"] == ENGLISH]
        return [*rows, eight | {"claim": "KZ-FF-2020-2023-TEN", "value": "10"}]

    assert publish(with_ten).returncode == 0
    row = tile(tmp_path / "data")
    assert (row["low"], row["high"]) == (8, 10)
    assert row["statements"] == [RUSSIAN, ENGLISH, "KZ-FF-2020-2023-TEN"]


def test_numbers_with_a_qualifier_stand_side_by_side_and_make_no_range(publish, tmp_path):
    assert publish(lambda rows: edited(rows, RUSSIAN, ENGLISH, qualifier="over")).returncode == 0
    row = tile(tmp_path / "data")
    assert (row["low"], row["high"]) == (None, None)
    assert (row["values"], row["qualifiers"]) == ([9, 8], ["over", "over"])


def test_one_number_with_a_qualifier_is_enough_to_make_no_range(publish, tmp_path):
    assert publish(lambda rows: edited(rows, ENGLISH, qualifier="about")).returncode == 0
    row = tile(tmp_path / "data")
    assert (row["low"], row["high"], row["qualifiers"]) == (None, None, ["exact", "about"])
