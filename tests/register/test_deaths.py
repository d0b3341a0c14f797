"""Killed at any moment, a publication leaves the old or the new release whole; of two at once the second waits."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import lock
from dashboard.publish.store import PROJECT
from tests.register import dying, publishing

HOLDING = """
import sys
from pathlib import Path
from dashboard.publish import lock
with lock.hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read(1)
"""
WAITING = """
import sys
from pathlib import Path
from dashboard.publish import lock
with lock.hold(Path(sys.argv[1]), lambda: print("waits", flush=True)):
    print("held", flush=True)
"""


def deaths(folder, *arguments: str) -> dict[str, int]:
    """What stood after each of the deaths -> how often."""
    command = [sys.executable, "-m", "tests.register.dying", str(folder), *arguments]
    return json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout)


@pytest.mark.register
def test_killed_at_twenty_points_by_lot_a_publication_leaves_the_old_or_the_new_release_whole(tmp_path):
    stood = deaths(tmp_path, "2024", "20")
    assert stood.keys() == {"old", "new"} and sum(stood.values()) == 21


@pytest.mark.register
def test_the_same_deaths_tell_on_a_publication_that_shows_a_release_too_soon(tmp_path):
    stood = deaths(tmp_path, "2024", "20", "too_soon")
    assert any(verdict.startswith("broken") for verdict in stood)


@pytest.mark.register
def test_and_on_one_that_is_shown_before_the_store_holds_what_it_was_made_of(tmp_path):
    stood = deaths(tmp_path, "2024", "20", "forgetful")
    assert any(verdict.startswith("broken") for verdict in stood)


@pytest.mark.register
def test_killed_by_the_clock_from_outside_it_leaves_the_old_or_the_new_release_whole(tmp_path):
    dying.prepare(tmp_path)
    began = time.monotonic()
    copy = Path(shutil.copytree(tmp_path / "first", tmp_path / "timed", symlinks=True))
    with publishing.started(copy, tmp_path / "new" / "register.csv") as process:
        process.communicate()
    assert process.returncode == 0
    whole_run = time.monotonic() - began
    stood: Counter[str] = Counter()
    lots = random.Random(2024)
    for number in range(10):
        copy = Path(shutil.copytree(tmp_path / "first", tmp_path / f"run-{number}", symlinks=True))
        process = publishing.started(copy, tmp_path / "new" / "register.csv")
        time.sleep(lots.uniform(0, whole_run))
        process.kill()
        process.communicate()
        stood[dying.verdict(copy, tmp_path / "first", tmp_path / "second")] += 1
    assert stood.keys() <= {"old", "new"} and stood["old"] > 0


def line(started: subprocess.Popen) -> str:
    """The next line that a process says."""
    assert started.stdout is not None
    return started.stdout.readline().strip()


@contextmanager
def process(code: str, folder) -> Iterator[subprocess.Popen]:
    """A Python process that is gone afterwards."""
    started = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def test_of_two_at_once_the_second_says_so_and_changes_nothing(tmp_path):
    with process(HOLDING, tmp_path) as first:
        assert line(first) == "held"
        with pytest.raises(lock.Busy), lock.hold(tmp_path):
            pytest.fail("both held it")
    with lock.hold(tmp_path) as held:
        assert held.folder == tmp_path


def test_of_two_at_once_the_second_waits_until_the_first_is_done(tmp_path):
    with process(HOLDING, tmp_path) as first:
        assert line(first) == "held"
        with process(WAITING, tmp_path) as second:
            assert line(second) == "waits"
            time.sleep(0.2)
            assert second.poll() is None
            first.communicate("!")
            assert line(second) == "held"
            assert second.wait() == 0


def test_a_process_that_was_killed_holds_nothing(tmp_path):
    with process(HOLDING, tmp_path) as first:
        assert line(first) == "held"
        first.send_signal(signal.SIGKILL)
        first.wait()
        with lock.hold(tmp_path):
            pass


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_answers_are_sentences_in_every_language(lang):
    said = {lock.waits(Language(lang)), lock.Busy().sentence(Language(lang))}
    assert len(said) == 2 and all(text.endswith(".") for text in said)
