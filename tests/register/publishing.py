"""Registers that can be published, and the real command run on them. Nobody in them is real."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.publish import releases
from dashboard.publish.__main__ import main
from dashboard.publish.store import PROJECT
from tests.register import ministry
from tests.register.ministry import GOOD

AS_OF = "2024-12-31"
# People who each served from March to August 2024: so many, in which country, with which agency.
OLD = ((12, "KEN", "UNDP"), (12, "THA", "UNICEF"), (2, "JOR", "UNDP"), (8, "KAZ", "UNV"))
NEW = ((13, "KEN", "UNDP"), *OLD[1:])


def crowd(groups: Sequence[tuple[int, str, str]] = OLD) -> list[dict[str, str]]:
    """One row a person; every other one is a woman."""
    places = [(host, agency) for people, host, agency in groups for _ in range(people)]
    return [
        GOOD[0]
        | {"assignment_id": f"A{n}", "volunteer_key": f"V{n}", "host_country": host, "agency": agency}
        | {"sex": "FM"[n % 2], "programme": "national" if host == "KAZ" else "full_funding"}
        for n, (host, agency) in enumerate(places)
    ]


def register(folder: Path, groups: Sequence[tuple[int, str, str]] = OLD) -> Path:
    """The file of such a register."""
    return ministry.write(folder / "register.csv", crowd(groups))


def arguments(folder: Path, file: Path, *options: str) -> list[str]:
    """Of the command: the releases in a folder of the test, all else as it is."""
    return ["register", str(file), "--releases", str(folder / "releases"), "--as-of", AS_OF, *options]


def publish(folder: Path, file: Path, *options: str) -> int:
    """The exit code of the command, in this process; REGISTER_DIR is a folder of the test."""
    before = os.environ.get("REGISTER_DIR")
    os.environ["REGISTER_DIR"] = str(folder / "private")
    try:
        return main(arguments(folder, file, *options))
    finally:
        del os.environ["REGISTER_DIR"]
        if before is not None:
            os.environ["REGISTER_DIR"] = before


def started(folder: Path, file: Path, *options: str, **how) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    environment = os.environ | {"REGISTER_DIR": str(folder / "private"), "TMPDIR": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard.publish", *arguments(folder, file, *options)],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def shown(folder: Path) -> str | None:
    """Name of the release that is shown."""
    found = releases.current(folder / "releases")
    return found.name if found else None
