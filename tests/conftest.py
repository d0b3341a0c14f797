"""For all tests: small releases of the register, and none that happens to lie on this machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.register.shown import Releases

# Read when the data is first asked for. What somebody has published on this machine is no part of any test.
os.environ["REGISTER_RELEASES"] = str(Path(gettempdir()) / f"no-releases-{os.getpid()}")

# How long an example takes is no property of what it shows: a busy machine fails nobody.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Releases of the register in folders that no test changes."""
    from tests.register import shown

    return shown.releases(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let the releases of a folder be those of the project."""
    from dashboard import data

    return lambda folder: monkeypatch.setattr(data.register, "FOLDER", folder)


@pytest.fixture
def registered(releases: Releases, show: Callable[[Path], None]) -> Path:
    """The release that was counted by hand is shown."""
    show(releases.hand)
    return releases.hand


@pytest.fixture(params=["hand", "synthetic"])
def every_register(request: pytest.FixtureRequest, releases: Releases, show: Callable[[Path], None]) -> None:
    """One release is shown after the other."""
    show(getattr(releases, request.param))
