"""The demo: an invented register goes the way of a real one, says so, and leaves nothing private behind."""

from __future__ import annotations

import os
import subprocess
import sys

import duckdb
import pytest

from dashboard.publish.__main__ import main
from dashboard.publish.store import PROJECT
from tests.publish.source import bytes_of
from tests.register import publishing


def demo(folder) -> subprocess.CompletedProcess[str]:
    """The command as `make demo` runs it, where nobody has set REGISTER_DIR."""
    environment = {name: value for name, value in os.environ.items() if name != "REGISTER_DIR"}
    command = [sys.executable, "-m", "dashboard.publish", "demo", "--releases", str(folder / "releases")]
    return subprocess.run(
        command,
        cwd=PROJECT,
        env=environment | {"TMPDIR": str(folder / "tmp")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.register
def test_it_says_synthetic_is_made_once_and_withholds_some_of_its_cells_and_not_most(tmp_path):
    (tmp_path / "tmp").mkdir()
    first = demo(tmp_path)
    assert (first.returncode, first.stdout.splitlines()[0]) == (
        0,
        "20,000 rows were read: 20,000 are sound, 0 are not.",
    )
    before = bytes_of(tmp_path / "releases")
    again = demo(tmp_path)
    name = publishing.shown(tmp_path)
    assert again.stdout.splitlines()[-1] == f"Release {name} shows these numbers already, so no new one was made."
    assert bytes_of(tmp_path / "releases") == before
    assert name is not None and name.startswith("synthetic-2025-12-31-")
    assert list((tmp_path / "tmp").iterdir()) == []
    with duckdb.connect() as connection:
        rows = connection.read_parquet(str(tmp_path / "releases" / name / "register.parquet"))
        every, withheld = rows.aggregate("count(*), count(*) FILTER (status = 'Q')").fetchall()[0]
    assert every > 2000 and every / 50 < withheld < every / 5


def test_it_never_takes_the_place_of_a_real_release(tmp_path, capsys):
    assert publishing.publish(tmp_path, publishing.register(tmp_path)) == 0
    before = bytes_of(tmp_path / "releases")
    capsys.readouterr()
    assert main(["demo", "--releases", str(tmp_path / "releases"), "--rows", "10", "--lang", "ru"]) == 2
    out, error = capsys.readouterr()
    assert (out, error.splitlines()[0]) == ("", "Вымышленный реестр не может занять место настоящего выпуска.")
    assert bytes_of(tmp_path / "releases") == before
