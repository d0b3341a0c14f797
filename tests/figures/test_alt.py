"""What is said of a figure to those who do not see it: every number, every dispute, and the caveat."""

from __future__ import annotations

import pytest

from dashboard.catalog import EVERY_CHART
from dashboard.figures import findings
from dashboard.i18n import LANGUAGES, Language
from tests.figures.cases import cases, listed, rows
from tests.figures.expected import stated
from tests.figures.pictures import digits


@pytest.mark.parametrize("chart", sorted(EVERY_CHART))
def test_the_text_alternative_says_every_number_the_dispute_and_the_caveat(chart: str) -> None:
    for case in cases(chart):
        for code in LANGUAGES:
            t = Language(code)
            said = findings.alt(t, "TITLE", "CAVEAT", rows(case, code))
            shown = [row for row in listed(case, code) if getattr(row, "mark", "statement") == "statement"]
            assert said.startswith("TITLE. ") and said.endswith(" CAVEAT")
            assert {end for row in shown for end in stated(row)} <= set(digits(said))
            assert (t("sources differ") in said) == any(getattr(row, "dispute", None) for row in shown)
