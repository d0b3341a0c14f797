"""The bytes of a file that somebody has in; whether it is ours, whole, and still true out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Literal

from dashboard import data
from dashboard.catalog import CHARTS
from dashboard.i18n import Language
from dashboard.press import png
from dashboard.press.proof import Proof, form_of, read
from dashboard.press.revision import Change, changes

Kind = Literal["current", "revised", "altered", "not_ours", "unknown"]
# The address and the release of a proof -> what we draw for them; None if it cannot be drawn.
Draw = Callable[[str, str], Awaitable[bytes | None]]


@dataclass(frozen=True)
class Verdict:
    """`reason` is a sentence, `remark` another or nothing; `changes` are what a picture of then says otherwise now."""

    kind: Kind
    reason: str
    proof: Proof | None = None
    changes: tuple[Change, ...] = ()
    remark: str = ""


async def verify(t: Language, content: bytes, site: str, code: str, draw: Draw) -> Verdict:
    """Compare the file byte by byte with what this `site` draws for the address and the release that it names.

    What the file says of itself only tells what to draw: whoever changes a number can change that too. `code` is
    the version of what draws here; another version may well draw another picture of the same numbers.
    """
    proof = read(content)
    if (stranger := _stranger(t, content, proof, site)) or proof is None:
        return Verdict("not_ours", stranger)
    try:
        revised = await asyncio.to_thread(_revised, t, proof)
    except (data.NotKept, data.BrokenData):
        return Verdict("unknown", t("This site keeps no data of the release that the file names."), proof)
    if proof.code != code:
        reason = t("The file was drawn by another version of this site, so it cannot be compared byte by byte.")
        return Verdict("unknown", reason, proof, revised)
    ours = None if _has_other_borders(proof) else await draw(proof.address, proof.release)
    if ours is None:
        reason = t("The picture cannot be drawn again here, so there is nothing to compare the file with.")
        return Verdict("unknown", reason, proof, revised)
    return await _compared(t, content, ours, Verdict("current", "", proof, revised))


def _stranger(t: Language, content: bytes, proof: Proof | None, site: str) -> str:
    """Why the file is none of ours; empty if it says that it is."""
    if form_of(content) is None:
        return t("The file is neither SVG, PNG nor PDF.")
    if proof is None:
        return t(
            "The file names no figure of this site. A screenshot or a conversion loses that, an edit may remove it."
        )
    if proof.site != site or proof.figure not in CHARTS:
        return t("The file names an address that is not of this site: {address}", address=proof.address[:200])
    return ""


def _revised(t: Language, proof: Proof) -> tuple[Change, ...]:
    if proof.release == data.release()["release"]:
        return ()
    return tuple(changes(t, proof.figure, proof.asked, proof.release))


def _has_other_borders(proof: Proof) -> bool:
    """Whether the figure is a map of borders that were replaced since: the archive has no room for old ones."""
    then, now = (data.release(name)["sha256"]["borders.parquet"] for name in (proof.release, None))
    return proof.figure.endswith("_map") and then != now


async def _compared(t: Language, content: bytes, ours: bytes, same: Verdict) -> Verdict:
    """`same`, and why, if the file is ours to the last byte, or a PNG that is to the last point."""
    assert same.proof is not None
    remarks = []
    if content != ours:
        if not await asyncio.to_thread(png.same, content, ours):
            reason = t("It says that it is a figure of this site, but the figure that this site drew is another.")
            return Verdict("altered", reason, same.proof)
        remarks.append(t("It was compressed anew on its way here; every point and every word inside is the same."))
    if same.changes:
        reason = t("The file is whole, as this site drew it. Since then numbers in the figure have changed.")
        return replace(same, kind="revised", reason=reason, remark=" ".join(remarks))
    if same.proof.release != data.release()["release"]:
        remarks.append(t("It is of an earlier release; the numbers in this figure are the same today."))
    reason = t("The file is whole, as this site drew it, and its numbers are those of today.")
    return replace(same, reason=reason, remark=" ".join(remarks))
