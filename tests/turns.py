"""Many cases in; some of them as usual, in turn, and the rest with the matrix, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def turns(cases: Iterable[Any], every: int) -> list[Any]:
    """Of so many cases the first runs without delay: none is lost, and a newcomer waits for fewer of them."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)), marks=() if n % every == 0 else pytest.mark.matrix
        )
        for n, case in enumerate(cases)
    ]
