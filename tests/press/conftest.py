"""A browser for all tests of this folder, and data of two releases."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import data, markup, view
from dashboard.publish import vocabulary
from dashboard.publish.release import publish
from tests.browser import MISSING, chromium
from tests.press import studio
from tests.register.shown import Releases


@pytest.fixture(scope="session")
def browser() -> Iterator[None]:
    studio.start()
    yield
    studio.stop()


@pytest.fixture(scope="module")
def chrome() -> Iterator[None]:
    """The press looks for a browser where browsers are; the tests may have fetched one of their own."""
    path = chromium()
    assert path is not None, MISSING
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "CHROME", path)
        yield


@pytest.fixture(scope="module")
def register(releases: Releases) -> Iterator[None]:
    """A release of the register with many hosts, entities and regions is shown."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data.register, "FOLDER", releases.synthetic)
        yield


@pytest.fixture(scope="session")
def revised_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """data/ after a release in which about 275,000 volunteers of 2024 became about 276,000."""
    folder = tmp_path_factory.mktemp("revised")
    target = Path(shutil.copytree(data.PROJECT / "data", folder / "data"))
    claims = (target / "source" / "claims.csv").read_text(encoding="utf-8")
    changed = claims.replace("KZ-VOL-2024,volunteers_at_home,275000,", "KZ-VOL-2024,volunteers_at_home,276000,")
    assert changed != claims
    (target / "source" / "claims.csv").write_text(changed, encoding="utf-8")
    publish(target / "source", target, vocabulary.codes())
    return target


@pytest.fixture
def after_revision(revised_data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the project stand in the release after; gives the name of the one before."""
    before = studio.today()
    with monkeypatch.context() as patch:
        patch.setattr(data, "DATA", revised_data)
        patch.setattr(data, "_connection", lambda: data.connect(revised_data))
        forget()
        assert data.archived() == [before]
        yield before
    forget()


def forget() -> None:
    for kept in (data._query, data._release, data._archive, data._registered, view._view, markup._sources):
        kept.cache_clear()
