"""A file that comes back: ours and true, ours and revised since, altered, not ours, or not to be told."""

from __future__ import annotations

import asyncio
import re
import resource
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from dashboard import catalog, data
from dashboard.i18n import Language
from dashboard.press import png, revision, xmp
from dashboard.press.order import Order
from dashboard.press.proof import Proof, read, seal
from dashboard.press.verify import Verdict, verify
from tests.press.studio import AT_HOME, CODE, FORMS, SITE, cannot_draw, draw, drawn, order, picture, proof, today

ELSEWHERE = "placements_by_country"


def told(content: bytes, code: str = CODE, draw=draw, site: str = SITE, lang: str = "en") -> Verdict:
    return asyncio.run(verify(Language(lang), content, site, code, draw))


def ours(form: str, figure: str = AT_HOME, **asked: str) -> bytes:
    return picture(order(figure, form, **asked))


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, browser: None) -> str:
    return str(request.param)


@pytest.mark.parametrize("asked", [{}, {"lang": "ru"}])
def test_a_file_that_comes_back_as_it_left_is_current(form: str, asked: dict[str, str]) -> None:
    verdict = told(ours(form, **asked))
    assert (verdict.kind, verdict.changes, verdict.remark) == ("current", (), "")
    assert verdict.proof == proof(order(AT_HOME, form, **asked))


@pytest.mark.parametrize("year", ["2024", "2021"])
def test_a_file_of_a_choice_is_compared_with_that_choice(year: str, browser: None) -> None:
    assert told(ours("svg", ELSEWHERE, year=year)).kind == "current"


def test_every_byte_of_a_file_counts(form: str) -> None:
    """Two hundred places spread over the file, each with one bit turned, and the file cut off at each."""
    content = ours(form)

    async def same(_: Order) -> bytes:
        return content

    for at in range(0, len(content), len(content) // 200):
        spoilt = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert told(spoilt, draw=same).kind not in ("current", "revised"), at
        assert told(content[:at], draw=same).kind not in ("current", "revised"), at
    assert told(content + b"\n", draw=same).kind == "altered"


def digit_in_svg(content: bytes) -> bytes:
    """275 000 drawn as 276 000."""
    head, end, body = content.partition(b"</metadata>")
    changed = re.sub("(>[^<]*)275(.000)", r"\g<1>276\2", body.decode(), count=1).encode()
    assert changed != body
    return head + end + changed


def pixel_in_png(content: bytes) -> bytes:
    """One point a shade darker, all chunks but the picture as they were."""
    with Image.open(BytesIO(content)) as image:
        pixels = image.load()
        assert pixels
        red, green, blue, *alpha = pixels[600, 300]
        pixels[600, 300] = (red ^ 1, green, blue, *alpha)
        return packed_anew(image, content)


def packed_anew(image: Image.Image, content: bytes, **options: object) -> bytes:
    """The points of one picture among the texts of another file."""
    fresh = BytesIO()
    image.save(fresh, "PNG", **options)
    kept = [chunk for chunk in png.chunks(content) if chunk[0] not in png.PLAIN]
    header, *rest = [chunk for chunk in png.chunks(fresh.getvalue()) if chunk[0] in png.PLAIN]
    return png.joined([header, *kept, *rest])


def digit_in_pdf(content: bytes) -> bytes:
    """The first letter that the page draws becomes the second, and the page is packed as it was."""
    with pikepdf.open(BytesIO(content)) as pdf:
        stream = pdf.pages[0].Contents
        text = stream.read_bytes()
        first, second, *_ = dict.fromkeys(re.findall(rb"<([0-9A-F]{4})", text))
        stream.write(text.replace(b"<" + first, b"<" + second, 1))
        changed = BytesIO()
        pdf.save(changed, deterministic_id=True, compress_streams=True, fix_metadata_version=False)
    return changed.getvalue()


ALTER = {"svg": digit_in_svg, "png": pixel_in_png, "pdf": digit_in_pdf}


def test_one_changed_number_is_altered(form: str) -> None:
    changed = ALTER[form](ours(form))
    assert read(changed) == read(ours(form))
    assert told(changed).kind == "altered"


@pytest.mark.parametrize("said", ["rows", "release", "licence", "alt", "title"])
def test_one_changed_number_is_altered_also_when_the_proof_was_made_to_fit(
    form: str, said: str, after_revision: str
) -> None:
    """The forger takes our own code to seal the changed picture, and the hash of other rows, or another release."""
    at = order(AT_HOME, form, after_revision)
    fitting = vars(proof(at)) | {said: today() if said == "release" else "f" * 64}
    forged = seal(form, ALTER[form](picture(at)), Proof(**fitting))
    assert told(forged).kind == "altered"


@pytest.mark.parametrize("said", ["rows", "licence", "alt", "title"])
def test_a_whole_picture_with_other_words_inside_is_altered(form: str, said: str) -> None:
    at = order(AT_HOME, form)
    forged = seal(form, drawn(at), Proof(**vars(proof(at)) | {said: "other"}))
    assert told(forged).kind == "altered"


def test_a_picture_under_the_address_of_another_is_altered(form: str) -> None:
    raw = drawn(order(AT_HOME, form))
    assert told(seal(form, raw, proof(order(ELSEWHERE, form)))).kind == "altered"


@pytest.mark.parametrize("options", [{"compress_level": 1}, {"compress_level": 9, "optimize": True}])
def test_a_png_packed_anew_without_loss_is_current_and_that_is_said(options: dict, browser: None) -> None:
    content = ours("png")
    with Image.open(BytesIO(content)) as image:
        anew = packed_anew(image, content, **options)
    assert anew != content
    assert (told(anew).kind, told(anew).remark) == (
        "current",
        "It was compressed anew on its way here; every point and every word inside is the same.",
    )


def test_the_same_points_packed_in_seven_passes_are_as_many(browser: None) -> None:
    """Counted by hand: of 3 × 3 grey points the passes hold 1, 0, 0, 1, 2, 2 and 3, each row behind one byte."""
    rows = [b"\0" + bytes(length) for length in (1, 1, 2, 1, 1, 3)]
    header = struct.pack(">IIBBBBB", 3, 3, 8, 0, 0, 0, 1)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b"")]
    assert png._is_full(parts)
    assert not png._is_full([parts[0], (b"IDAT", zlib.compress(b"".join(rows)[:-1])), parts[2]])


def with_chunk(content: bytes, kind: bytes, body: bytes) -> bytes:
    header, *rest = png.chunks(content)
    return png.joined([header, (kind, body), *rest])


def with_packed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Its packed points changed: `change` takes the points unpacked and gives back what is to be in the file."""
    header, *rest = png.chunks(content)
    points = zlib.decompress(b"".join(body for kind, body in rest if kind == b"IDAT"))
    others = [chunk for chunk in rest if chunk[0] not in (b"IDAT", b"IEND")]
    return png.joined([header, *others, (b"IDAT", change(points)), (b"IEND", b"")])


TRICKS = {
    "bytes hidden behind the last point": lambda png_: with_packed(png_, lambda points: zlib.compress(points + b"x")),
    "bytes hidden behind what is packed": lambda png_: with_packed(png_, lambda points: zlib.compress(points) + b"x"),
    "a second picture that moves over it": lambda png_: with_chunk(png_, b"acTL", struct.pack(">II", 2, 0)),
    "a second header": lambda png_: with_chunk(png_, b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 6, 0, 0, 0)),
    "other colours": lambda png_: with_chunk(png_, b"gAMA", struct.pack(">I", 1)),
    "a turn on its side": lambda png_: with_chunk(
        png_, b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
    ),
    "another title": lambda png_: with_chunk(png_, *png.text("Title", b"Other")),
    "something behind its end": lambda png_: png_ + b"PK\x03\x04",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_the_same_points_are_not_the_same_picture_with(trick: str, browser: None) -> None:
    assert told(TRICKS[trick](ours("png"))).kind == "altered"


def test_a_picture_from_before_a_revision_tells_the_old_and_the_new_number(form: str, after_revision: str) -> None:
    verdict = told(picture(order(AT_HOME, form, after_revision)))
    assert verdict.kind == "revised" and verdict.proof and verdict.proof.release == after_revision
    what = "Volunteers in Kazakhstan, by official statements · Altyalash.kz · Russian · December 2024 · on a date"
    assert verdict.changes == ((what, "about 275,000", "about 276,000"),)


def test_old_and_new_are_told_in_the_language_of_the_reader(after_revision: str) -> None:
    content = picture(order(AT_HOME, "svg", after_revision))
    for lang, about in (("ru", "около"), ("kk", "шамамен")):
        (change,) = told(content, lang=lang).changes
        assert (change.old, change.new) == (f"{about} 275\u00a0000", f"{about} 276\u00a0000")


def test_a_picture_of_after_the_revision_is_current(form: str, after_revision: str) -> None:
    assert told(ours(form)).kind == "current"
    assert b"276" in picture(order(AT_HOME, "svg"))


def test_a_picture_of_before_whose_numbers_stand_is_current_and_that_is_said(form: str, after_revision: str) -> None:
    verdict = told(picture(order(ELSEWHERE, form, after_revision)))
    assert (verdict.kind, verdict.changes) == ("current", ())
    assert verdict.remark == "It is of an earlier release; the numbers in this figure are the same today."


def test_an_old_picture_with_a_changed_number_is_altered_not_revised(form: str, after_revision: str) -> None:
    assert told(ALTER[form](picture(order(AT_HOME, form, after_revision)))).kind == "altered"


@pytest.mark.parametrize("name", catalog.CHARTS)
@pytest.mark.parametrize("year", [{"year": "2024"}, {}])
def test_only_the_figures_that_show_a_revised_number_are_revised(
    name: str, year: dict[str, str], after_revision: str
) -> None:
    found = revision.changes(Language("en"), order(name, "svg", after_revision, **year))
    assert [change[1:] for change in found] == [("about 275,000", "about 276,000")] * (name == AT_HOME)


def test_a_number_that_came_or_went_or_has_another_status_is_told_too() -> None:
    df = data.query(AT_HOME)
    first, other = df.iloc[[0]], df[(df["value"] == 50_000) & (df["qualifier"] == "about")]
    assert [change[1:] for change in revision.differences(Language("en"), first, other)] == [
        ("over 50,000", "not shown"),
        ("not shown", "about 50,000"),
    ]
    assert [change[1:] for change in revision.differences(Language("en"), first, first.assign(status="E"))] == [
        ("over 50,000 (Stated)", "over 50,000 (Derived)")
    ]
    assert revision.differences(Language("en"), df, df.iloc[::-1]) == []


def archive() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as kit:
        kit.writestr("figure.svg", "<svg/>")
    return packed.getvalue()


STRANGERS = {
    "nothing": b"",
    "text": b"7 volunteers",
    "a zip": archive(),
    "an empty SVG": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a PNG of nobody's": png.joined([(b"IHDR", b"\0" * 13), (b"IEND", b"")]),
    "a PNG cut off": png.MARK,
    "a PDF of nobody's": b"%PDF-1.7\n%%EOF",
    "a page of HTML": b"<!DOCTYPE html><html><body><svg></svg></body></html>",
    "a proof in plain text": xmp.packet(Proof(f"{SITE}/figures/{AT_HOME}.svg", "r", "r", "l", "a", CODE, "t")),
}


@pytest.mark.parametrize("what", STRANGERS)
def test_what_names_no_figure_of_ours_is_not_ours(what: str) -> None:
    verdict = told(STRANGERS[what], draw=cannot_draw)
    assert (verdict.kind, verdict.proof) == ("not_ours", None)
    assert verdict.reason


@pytest.mark.parametrize(
    "named",
    [
        f"https://evil.example/figures/{AT_HOME}.FORM?lang=kk",
        f"https://volunteers.example.evil.example/figures/{AT_HOME}.FORM?lang=kk",
        f"https://volunteers.example@evil.example/figures/{AT_HOME}.FORM?lang=kk",
        f"http://volunteers.example/figures/{AT_HOME}.FORM?lang=kk",
        f"//volunteers.example/figures/{AT_HOME}.FORM",
        f"{SITE}/figures/no_such_figure.FORM?lang=kk",
        f"{SITE}/figures/../../etc/passwd.FORM",
        f"{SITE}/other/{AT_HOME}.FORM",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://[",
        f"{SITE}/figures/{AT_HOME}.FORM?lang=kk&year=1999",
        f"{SITE}/figures/{AT_HOME}.FORM?lang=kk&lang=ru",
        f"{SITE}/figures/{AT_HOME}.FORM?lang=kk&evil=1",
        "",
    ],
)
def test_the_address_of_another_site_or_of_no_figure_is_not_ours(form: str, named: str) -> None:
    raw, said = drawn(order(AT_HOME, form)), vars(proof(order(AT_HOME, form)))
    forged = seal(form, raw, Proof(**said | {"address": named.replace("FORM", form)}))
    assert told(forged, draw=cannot_draw).kind == "not_ours"


def test_what_cannot_be_compared_is_not_judged(form: str) -> None:
    content = ours(form)
    assert told(content, code="2").kind == "unknown"
    assert told(content, draw=cannot_draw).kind == "unknown"
    assert told(ALTER[form](content), draw=cannot_draw).kind == "unknown"
    said = vars(proof(order(AT_HOME, form)))
    for release in ("2024-01-01-00000000", "../../source", ""):
        forged = seal(form, drawn(order(AT_HOME, form)), Proof(**said | {"release": release}))
        assert told(forged).kind == "unknown"
    reasons = {told(content, code="2").reason, told(content, draw=cannot_draw).reason, told(forged).reason}
    assert len(reasons) == 3


def test_what_was_revised_is_told_also_where_the_picture_cannot_be_drawn(after_revision: str) -> None:
    verdict = told(picture(order(AT_HOME, "svg", after_revision)), draw=cannot_draw)
    assert verdict.kind == "unknown"
    assert [change.new for change in verdict.changes] == ["about 276,000"]


def test_a_map_of_borders_that_were_replaced_is_not_judged(
    after_revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does anybody draw it: it would come out with other borders."""
    asked: list[str] = []

    async def our_map(wanted: Order) -> bytes:
        asked.append(wanted.address)
        return content

    at = order("placements_map", "svg").address
    said = Proof(at, after_revision, "r", "l", "a", CODE, "t")
    content = seal("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", said)
    assert told(content, draw=our_map).kind == "current" and asked == [at]
    now = data.release()
    other = now | {"sha256": now["sha256"] | {"borders.parquet": "0" * 64}}
    plain = data.release
    with monkeypatch.context() as patch:
        patch.setattr(data, "release", lambda name=None: other if name is None else plain(name))
        assert told(content, draw=our_map).kind == "unknown" and asked == [at]


def bomb(form: str) -> bytes:
    """A file with our proof that would unpack to gigabytes."""
    packet = xmp.packet(proof(order(AT_HOME, form)))
    zeros = zlib.compress(b"\0" * 50_000_000, 9)
    for _ in range(2):
        zeros = zlib.compress(zeros * 30, 9)
    if form == "png":
        size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
        deep = png.text("Title", zeros)[1].replace(b"Title\0\0", b"Title\0\1")
        return png.joined(
            [(b"IHDR", size), png.text("XML:com.adobe.xmp", packet), (b"iTXt", deep), (b"IDAT", zeros), (b"IEND", b"")]
        )
    if form == "svg":
        laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
        head = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        body = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x"/><text>&a20;&f;</text><metadata>'
        return head.encode() + body.encode() + packet + b"</metadata></svg>"
    thrice = b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    stream = b"<< /Type /ObjStm /N 1 /First 4 %s /Length %d >> stream\n%s\nendstream" % (thrice, len(zeros), zeros)
    return b"%%PDF-1.5\n1 0 obj\n%s\nendobj\n%s\ntrailer << /Root 1 0 R >>\n%%%%EOF" % (stream, packet)


def test_a_bomb_does_not_go_off(form: str) -> None:
    """Nothing in it is unpacked, opened or asked for; it is not our picture, and that is all."""
    content = bomb(form)
    held, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    for code in (CODE, "2"):
        assert told(content, code).kind in ("altered", "unknown", "not_ours")
    assert time.perf_counter() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 100_000, "kilobytes"


def test_the_largest_file_is_looked_through_in_a_second(form: str) -> None:
    content = ours(form)
    large = content + b"\0" * (20 * 1024 * 1024 - len(content))
    start = time.perf_counter()
    assert told(large).kind == "altered"
    assert time.perf_counter() - start < 3
