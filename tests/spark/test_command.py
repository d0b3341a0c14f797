"""The whole command with Spark: the same release as with DuckDB, and of Spark no word but what matters."""

import os
import subprocess
import sys

from dashboard.publish import releases
from dashboard.publish.__main__ import main
from tests.register.ministry import GOOD, write

ROWS = [
    row | {"assignment_id": f"{row['assignment_id']}-{n}", "volunteer_key": f"V{n}"} for row in GOOD for n in range(40)
]
# What Java itself says of Spark, always.
JAVA = "WARNING: Using incubator modules: jdk.incubator.vector"


def published(folder, path, *engine):
    """What a run says, and the bytes of the release."""
    given = ["register", str(path), "--as-of", "2025-12-31", "--releases", str(folder / "releases"), *engine]
    run = subprocess.run(
        [sys.executable, "-m", "dashboard.publish", *given],
        env=os.environ | {"REGISTER_DIR": str(folder / "private")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    shown = releases.current(folder / "releases")
    assert shown is not None
    return run, {file.name: file.read_bytes() for file in shown.iterdir()}


def test_both_engines_make_one_release_of_a_file_and_say_the_same(cluster, tmp_path):
    path = write(tmp_path / "register.csv", ROWS)
    first, expected = published(tmp_path / "duckdb", path)
    second, found = published(tmp_path / "spark", path, "--engine", "spark", "--master", cluster.address)
    assert found == expected
    assert second.stdout == first.stdout
    assert [line for line in second.stderr.splitlines() if line != JAVA] == first.stderr.splitlines()


def test_a_master_that_is_gone_is_said_before_a_row_is_read(tmp_path, capfd, monkeypatch):
    monkeypatch.setenv("REGISTER_DIR", str(tmp_path / "private"))
    given = ["register", str(tmp_path / "none.csv"), "--engine", "spark", "--master", "spark://127.0.0.1:1"]
    assert main(given) == 2
    assert capfd.readouterr().err == (
        "No Spark master answers at spark://127.0.0.1:1. Start it, or set the address right.\n"
    )
