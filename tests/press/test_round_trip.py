"""The site's own pictures, out of its own browser, sent back to it: every form, three kinds of figure."""

from __future__ import annotations

import asyncio
import re

import pytest

from dashboard import press
from dashboard.i18n import Language
from dashboard.press.order import Order
from dashboard.press.proof import digest, read, seal
from dashboard.press.verify import Verdict, verify
from dashboard.server.verify import drawn
from tests.press.studio import AT_HOME, FORMS, SITE

pytestmark = pytest.mark.matrix

ORDERS = [
    *(Order(AT_HOME, form, "kk", site=SITE) for form in FORMS),
    *(Order("placements_by_country", form, "ru", "column2", "grey", site=SITE) for form in FORMS),
    *(Order("placements_by_agency", form, "en", "card", "dark", True, (("year", "2024"),), SITE) for form in FORMS),
]


def told(content: bytes) -> Verdict:
    return asyncio.run(verify(Language("en"), content, SITE, press.code(), drawn))


@pytest.mark.parametrize("wanted", ORDERS, ids=lambda wanted: f"{wanted.name}.{wanted.form}")
def test_a_picture_goes_round(wanted: Order) -> None:
    content = asyncio.run(press.redrawn(wanted))
    verdict = told(content)
    assert (verdict.kind, verdict.remark, verdict.wanted) == ("current", "", wanted)
    assert verdict.proof and verdict.proof.rows == digest(press.shown(wanted).df)


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_of_before_a_revision_is_told_from_one_that_was_changed(form: str, after_revision: str) -> None:
    """The forger draws the number of today, and seals it as a picture of the release before."""
    before, now = (Order(AT_HOME, form, "kk", site=SITE, release=release) for release in (after_revision, None))
    old, new = (asyncio.run(press.redrawn(each)) for each in (before, now))
    assert [told(old).kind, told(new).kind] == ["revised", "current"]
    assert [change[1:] for change in told(old).changes] == [("about 275,000", "about 276,000")]
    said = read(old)
    assert said
    forged = seal(form, re.sub(rb"<title id.*?</metadata>", b"", new, flags=re.DOTALL), said)
    assert read(forged) == said and told(forged).kind == "altered"
