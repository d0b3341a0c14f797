"""Pictures of the register that come back: true, revised since, altered, or of what is kept no longer."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import duckdb
import pikepdf
import pytest

from dashboard import data, press, view
from dashboard.i18n import Language
from dashboard.press import revision
from dashboard.press.order import Order, order_at
from dashboard.press.proof import Proof, digest, read, seal
from dashboard.press.verify import Verdict, verify
from dashboard.server.verify import drawn
from tests.browser import chromium
from tests.press.conftest import forget
from tests.press.studio import FORMS, SITE
from tests.press.test_verify import digit_in_pdf, pixel_in_png
from tests.register.shown import Releases

pytestmark = pytest.mark.matrix

BY_HOST, MAP, BESIDE = "register_by_host", "register_map", "register_and_claims"
OF_2024 = (("year", "2024"),)


@pytest.fixture(scope="module", autouse=True)
def chrome() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "CHROME", str(chromium()))
        yield


def order(name: str, release: str | None = None, form: str = "svg", **choices: str) -> Order:
    return Order(name, form, "en", choices=tuple(choices.items()), site=SITE, release=release or data.pinned(name))


def redrawn(wanted: Order) -> bytes:
    return asyncio.run(press.redrawn(wanted))


def told(content: bytes) -> Verdict:
    return asyncio.run(verify(Language("en"), content, SITE, press.code(), drawn))


@pytest.fixture
def before(releases: Releases, show: Callable[[Path], None]) -> str:
    """One more was sent to Kenya since; gives the name of the release before."""
    show(releases.revised)
    return (releases.hand / "current").readlink().name


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [BY_HOST, MAP, "register_by_host_and_agency"])
def test_a_picture_of_the_register_goes_round(name: str, form: str) -> None:
    wanted = order(name, form=form)
    verdict = told(redrawn(wanted))
    assert (verdict.kind, verdict.remark, verdict.wanted) == ("current", "", wanted)
    assert verdict.proof and verdict.proof.release == data.register.current()


@pytest.mark.parametrize(("name", "what"), [(BY_HOST, "Volunteers abroad · Kenya · 2024 · over a period"), (MAP, None)])
def test_a_picture_whose_numbers_were_revised_says_which(name: str, what: str | None, before: str) -> None:
    content = redrawn(order(name, before, year="2024"))
    verdict = told(content)
    (change,) = verdict.changes
    assert (verdict.kind, change.old, change.new) == ("revised", "5", "6")
    assert change.what == what or (what is None and "Kenya" in change.what)
    assert verdict.proof and verdict.proof.release == before
    assert told(redrawn(order(name, year="2024"))).kind == "current"


def test_a_picture_of_before_whose_numbers_stand_is_current_and_that_is_said(before: str) -> None:
    verdict = told(redrawn(order("register_by_year", before, scope="home")))
    assert (verdict.kind, verdict.changes) == ("current", ())
    assert verdict.remark == "It is of an earlier release; the numbers in this figure are the same today."


def another_digit(content: bytes) -> bytes:
    head, end, body = content.partition(b"</metadata>")
    changed = re.sub(rb">[56](\W*<)", rb">7\1", body, count=1)
    assert changed != body
    return head + end + changed


def letter_in_pdf(content: bytes) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.pages[0].contents_coalesce()
        joined = BytesIO()
        pdf.save(joined, deterministic_id=True, compress_streams=True, fix_metadata_version=False)
    return digit_in_pdf(joined.getvalue())


ALTER = {"svg": another_digit, "png": pixel_in_png, "pdf": letter_in_pdf}


@pytest.mark.parametrize("form", FORMS)
def test_one_changed_number_is_altered_be_it_of_today_or_of_before(form: str, before: str) -> None:
    for release in (before, None):
        assert told(ALTER[form](redrawn(order(BY_HOST, release, form, year="2024")))).kind == "altered"


def test_who_draws_the_number_of_today_as_one_of_before_is_found(before: str) -> None:
    """The forger has both pictures, and seals the new one with the proof of the old."""
    old, new = redrawn(order(BY_HOST, before, year="2024")), redrawn(order(BY_HOST, year="2024"))
    said = read(old)
    assert said and told(resealed(new, said)).kind == "altered"


def resealed(content: bytes, said: Proof) -> bytes:
    start, _, rest = content.partition(b"<title id")
    return seal("svg", start + rest.partition(b"</metadata>")[2], said)


@pytest.mark.parametrize("name", [BY_HOST, MAP, "register_by_year", BESIDE])
def test_a_picture_of_a_release_that_is_kept_no_longer_is_neither_true_nor_false(
    name: str, releases: Releases, show: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(releases.revised, tmp_path / "releases", symlinks=True))
    before = (releases.hand / "current").readlink().name
    show(folder)
    content = redrawn(order(name, before))
    (folder / before).rename(tmp_path / "gone")
    for kept in (data.register._whole, data._registered, data._query, view._view):
        kept.cache_clear()
    verdict = told(content)
    assert verdict.kind == "unknown"
    assert verdict.reason == "This site keeps no data of the release that the file names."


@pytest.mark.usefixtures("registered")
def test_a_picture_of_what_was_undone_is_neither_true_nor_false(
    releases: Releases, show: Callable[[Path], None], tmp_path: Path
) -> None:
    """It is kept, but nothing is shown today with which it could be compared."""
    folder = Path(shutil.copytree(releases.hand, tmp_path / "releases", symlinks=True))
    show(folder)
    content = redrawn(order(BY_HOST))
    (folder / "current").unlink()
    assert told(content).kind == "unknown"


@pytest.fixture
def other_statements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, registered: Path) -> Iterator[Callable[[], None]]:
    """Call it, and 57 national UN Volunteers were stated of 2022 instead of 56."""
    folder = Path(shutil.copytree(data.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("releases", "archive")))
    claims = folder / "claims.parquet"
    with duckdb.connect() as connection:
        changed = "* REPLACE (if(claim = 'KZ-UNV-NATIONAL-2022', 57, value) AS value)"
        connection.execute(f"CREATE TABLE claims AS SELECT {changed} FROM '{claims}'")
        claims.unlink()
        connection.table("claims").write_parquet(str(claims))

    about = data.release() | {"release": "2026-01-31-00000000"}
    (folder / "release.json").write_text(json.dumps(about), encoding="utf-8")

    def change() -> None:
        monkeypatch.setattr(data, "DATA", folder)
        monkeypatch.setattr(data, "_connection", lambda: data.connect(folder))
        forget()

    yield change
    monkeypatch.undo()
    forget()


def test_statements_that_were_revised_beside_the_register_make_no_forger_of_anybody(
    other_statements: Callable[[], None],
) -> None:
    wanted = order(BESIDE)
    content = redrawn(wanted)
    assert told(content).kind == "current"
    other_statements()
    assert 57 in set(press.shown(wanted).df["value"])
    verdict = told(content)
    assert (verdict.kind, verdict.changes) == ("unknown", ())
    assert "other numbers" in verdict.reason
    assert told(redrawn(wanted)).kind == "current"


def test_a_map_of_borders_that_were_replaced_is_not_called_altered(
    registered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, plain = redrawn(order(MAP)), data.release
    now = data.release()
    other = now | {"sha256": now["sha256"] | {"borders.parquet": "0" * 64}}
    monkeypatch.setattr(data, "release", lambda name=None: other if name is None else plain(name))
    assert told(content).kind == "unknown"


def test_what_was_kept_beside_earlier_statements_is_drawn_anew(
    other_statements: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "STORE", press.Store(tmp_path / "pictures"))
    wanted = order(BESIDE)
    first = asyncio.run(press.picture(wanted))
    assert asyncio.run(press.picture(wanted)) == first
    other_statements()
    said = read(asyncio.run(press.picture(wanted)))
    assert said and said.rows == digest(press.shown(wanted).df) and said != read(first)


@pytest.mark.usefixtures("registered")
def test_a_picture_of_statements_never_comes_from_a_release_of_the_register() -> None:
    """Its date and its "synthetic" are of other numbers; the site hands out no such picture."""
    mixed = Order("placements_by_year", "svg", "en", site=SITE, release=data.register.current())
    verdict = told(redrawn(mixed))
    assert verdict.kind == "not_ours"
    assert order_at(mixed.address).release is None


@pytest.mark.parametrize("name", ["register_by_sex", "register_by_age_group", "register_by_agency", BY_HOST, MAP])
def test_only_what_shows_a_revised_number_is_revised(name: str, before: str) -> None:
    """One more young man, with UNDP in Kenya, in 2024: nothing of 2023, and nothing at home."""
    t = Language("en")
    assert revision.changes(t, order(name, before, year="2024"))
    assert revision.changes(t, order(name, before, year="2023")) == []
    if name not in (BY_HOST, MAP):
        assert revision.changes(t, order(name, before, year="2024", scope="home")) == []
