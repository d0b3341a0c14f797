"""The bytes of a file that somebody has in; whether it is ours, whole, and still true out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Literal

from dashboard import data
from dashboard.i18n import Language
from dashboard.press import png
from dashboard.press.order import Order, order_at
from dashboard.press.proof import Proof, form_of, read
from dashboard.press.revision import Change, changes, rows_of

Kind = Literal["current", "revised", "altered", "not_ours", "unknown"]
# A picture of a release -> what we draw of it; None if that cannot be drawn.
Draw = Callable[[Order], Awaitable[bytes | None]]


@dataclass(frozen=True)
class Verdict:
    """`reason` is a sentence, `remark` another or nothing; `changes` are what a picture of then says otherwise now.

    `wanted` is the picture that the file says it is.
    """

    kind: Kind
    reason: str
    wanted: Order | None = None
    proof: Proof | None = None
    changes: tuple[Change, ...] = ()
    remark: str = ""


async def verify(t: Language, content: bytes, site: str, code: str, draw: Draw) -> Verdict:
    """Compare the file byte by byte with what this `site` draws for the address and the release that it names.

    What the file says of itself only tells what to draw: whoever changes a number can change that too. `code` is
    the version of what draws here; another version may well draw another picture of the same numbers.
    """
    if form_of(content) is None:
        return Verdict("not_ours", t("The file is neither SVG, PNG nor PDF."))
    if (proof := read(content)) is None:
        reason = t("The file names no figure of this site. A screenshot or a conversion loses that.")
        return Verdict("not_ours", reason)
    try:
        wanted = _wanted(proof, site)
    except data.NotKept:
        return Verdict("unknown", _not_kept(t), proof=proof)
    if wanted is None:
        reason = t("The file names an address that is no figure of this site: {address}", address=proof.address[:200])
        return Verdict("not_ours", reason)
    return await _judged(t, content, (wanted, proof), code, draw)


def _not_kept(t: Language) -> str:
    return t("This site keeps no data of the release that the file names.")


def _wanted(proof: Proof, site: str) -> Order | None:
    """The picture that a proof names, if it is one of this site."""
    release = None if proof.release == data.release()["release"] else proof.release
    try:
        wanted = order_at(proof.address, release)
    except ValueError:
        return None
    mixed = data.register.about(proof.release) is not None and not data.register.is_of(wanted.name)
    return wanted if wanted.site == site and not mixed else None


async def _judged(t: Language, content: bytes, said: tuple[Order, Proof], code: str, draw: Draw) -> Verdict:
    """The verdict on a file that says of itself which picture of ours it is."""
    wanted, proof = said
    undecided = Verdict("unknown", "", wanted, proof)
    try:
        revised = await asyncio.to_thread(changes, t, wanted) if _is_earlier(wanted) else []
        others = data.register.is_of(wanted.name) and proof.rows != await asyncio.to_thread(rows_of, t, wanted)
    except (data.NotKept, data.BrokenData):
        return replace(undecided, reason=_not_kept(t))
    undecided = replace(undecided, changes=tuple(revised))
    if others:  # the statements beside the register are those of today, whichever release of it the file names
        reason = t("The file says that it shows other numbers than this site has of that release.")
        return replace(undecided, reason=reason)
    if proof.code != code:
        reason = t("The file says that another version of this site drew it, so it cannot be compared byte by byte.")
        return replace(undecided, reason=reason)
    ours = None if _has_other_borders(wanted) else await draw(wanted)
    if ours is None:
        reason = t("The picture cannot be drawn again here, so there is nothing to compare the file with.")
        return replace(undecided, reason=reason)
    return await asyncio.to_thread(_compared, t, content, ours, undecided)


def _is_earlier(wanted: Order) -> bool:
    """Whether the picture is of another release than the one that is shown now."""
    today = data.register.current() if data.register.is_of(wanted.name) else None
    return wanted.release not in (None, today)


def _has_other_borders(wanted: Order) -> bool:
    """Whether the figure is a map of borders that were replaced since: the archive has no room for old ones."""
    then, now = (data.release(name)["sha256"].get("borders.parquet") for name in (wanted.release, None))
    return wanted.name == "placements_map" and then != now


def _compared(t: Language, content: bytes, ours: bytes, undecided: Verdict) -> Verdict:
    """Ours to the last byte, or a PNG that is to the last point; else altered."""
    remarks = []
    if content != ours:
        if not png.same(content, ours):
            reason = t("It says that it is a figure of this site, but the figure that this site drew is another.")
            return replace(undecided, kind="altered", reason=reason, changes=())
        remarks.append(t("It was compressed anew on its way here; every point and every word inside is the same."))
    if undecided.changes:
        reason = t("The file is whole, as this site drew it. Since then numbers in the figure have changed.")
        return replace(undecided, kind="revised", reason=reason, remark=" ".join(remarks))
    if undecided.wanted and _is_earlier(undecided.wanted):
        remarks.append(t("It is of an earlier release; the numbers in this figure are the same today."))
    reason = t("The file is whole, as this site drew it, and its numbers are those of today.")
    return replace(undecided, kind="current", reason=reason, remark=" ".join(remarks))
