"""For tests of figures: the releases of the register that their cases show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.figures.cases import FOLDERS

if TYPE_CHECKING:
    from tests.register.shown import Releases


@pytest.fixture(autouse=True, scope="session")
def shown(releases: Releases) -> None:
    FOLDERS.update(hand=releases.hand, synthetic=releases.synthetic)
