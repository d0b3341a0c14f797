"""A picture as the browser drew it and its proof in; the file with the proof inside out, the same bytes each time."""

from __future__ import annotations

import hashlib
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from lxml import etree

from dashboard.press import names, png
from dashboard.press.xmp import Proof, packet, read

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Proof", "digest", "form_of", "read", "seal"]

MAKER = "Volunteers of Kazakhstan"
# Only what may stand before the root of an SVG; a page of HTML that shows one is no SVG.
SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?svg[\s>]")


def digest(df: pd.DataFrame, beside: str = "") -> str:
    """The hash of the rows drawn: the same rows in the same order give the same, beside the same of something else."""
    rows = [list(df.columns), *df.to_numpy(dtype=object).tolist(), *([beside] if beside else [])]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, default=str).encode()).hexdigest()


def form_of(content: bytes) -> str | None:
    """svg, png or pdf by the first bytes, whatever the file is called."""
    if content.startswith(png.MARK):
        return "png"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "svg" if SVG.match(content[:4096]) else None


def seal(form: str, content: bytes, proof: Proof) -> bytes:
    """The picture with the proof inside, and without what the browser and Plotly leave to chance and to the clock."""
    return SEALS[form](content, proof)


def _png(content: bytes, proof: Proof) -> bytes:
    said = {"Title": proof.title, "Description": proof.alt, "Copyright": proof.licence, "Source": proof.address}
    texts = [png.text(keyword, text.encode(), proof.lang) for keyword, text in said.items()]
    return png.with_texts(content, [*texts, png.text("XML:com.adobe.xmp", packet(proof))])


def _svg(content: bytes, proof: Proof) -> bytes:
    """Title and description are what a screen reader says of the picture."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True))
    key = hashlib.sha256(proof.address.encode()).hexdigest()[:6]
    names.settle(root, key)
    root.attrib.update({"role": "img", "aria-labelledby": f"title-{key} desc-{key}", "lang": proof.lang})
    start, rest = bytes(etree.tostring(root, encoding="utf-8")).split(b">", 1)
    title, alt = (etree.Element(name, id=f"{name}-{key}") for name in ("title", "desc"))
    title.text, alt.text = proof.title, proof.alt
    words = b"".join(etree.tostring(each, encoding="utf-8") for each in (title, alt))
    return start + b">" + words + b"<metadata>" + packet(proof) + b"</metadata>" + rest


def _pdf(content: bytes, proof: Proof) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        del pdf.docinfo
        pdf.docinfo.update({"/Title": proof.title, "/Subject": proof.alt, "/Creator": MAKER, "/Producer": MAKER})
        pdf.Root.Lang = proof.lang
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.Metadata = pdf.make_stream(packet(proof), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        _describe(pdf.Root.get("/StructTreeRoot"), proof)
        sealed = BytesIO()
        # What the browser has compressed stays so; the proof stays plain, so that programs find it.
        pdf.save(sealed, deterministic_id=True, compress_streams=False, fix_metadata_version=False)
    return sealed.getvalue()


def _describe(part: Any, proof: Proof) -> None:
    """Give the one figure of the document its text alternative, for those who hear it read."""
    while isinstance(part, pikepdf.Dictionary):
        if "/Lang" in part:
            part.Lang = proof.lang
        if part.get("/S") == pikepdf.Name.Figure:
            part.Alt = proof.alt
        part = part.get("/K")


SEALS = {"svg": _svg, "png": _png, "pdf": _pdf}
