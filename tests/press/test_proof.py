"""The proof stands in every picture, for people and for programs, and the same picture has the same bytes."""

from __future__ import annotations

import re
import time
from io import BytesIO

import pikepdf
import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import sync_playwright

from dashboard.press import xmp
from dashboard.press.proof import Proof, digest, form_of, read, seal
from tests.browser import chromium
from tests.press import studio
from tests.press.studio import AT_HOME, CHARTS, FORMS, SITE, drawn, order, picture, proof

SVG = "{http://www.w3.org/2000/svg}"
HARD = Proof(
    address=f"{SITE}/figures/{AT_HOME}.svg?lang=kk&size=wide&year=2024",
    release="2026-01-30-d9432c6e",
    rows="0" * 64,
    licence="CC BY 4.0 <b>&amp;</b> \"'",
    alt='аәбвгғ «Түркия» ]]> <?xpacket end="r"?> – 2,6 % & <!DOCTYPE x>',
    code="1",
    title="Ерікті & волонтёр <2024>",
)


@pytest.fixture(scope="module", params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_is_put_into_a_picture_can_be_read_from_it(form: str, browser: None) -> None:
    at = order(AT_HOME, form)
    assert read(seal(form, drawn(at), HARD)) == HARD
    assert read(picture(at)) == proof(at)
    assert form_of(picture(at)) == form


def test_a_picture_without_a_proof_has_none(form: str, browser: None) -> None:
    assert read(drawn(order(AT_HOME, form))) is None


@pytest.mark.matrix
def test_two_browsers_give_the_same_bytes(browser: None) -> None:
    """Every chart as SVG; PNG and PDF of one that has bars and one that has points."""
    asked = [order(name, "svg") for name in CHARTS]
    asked += [order(name, form) for name in (AT_HOME, "placements_by_country") for form in ("png", "pdf")]

    def all_files() -> list[bytes]:
        return [seal(at.form, drawn(at), proof(at)) for at in asked]

    first = all_files()
    studio.stop()
    studio.start()
    assert [at for at, one, other in zip(asked, first, all_files(), strict=True) if one != other] == []


def test_the_browser_alone_would_not_give_the_same_bytes(browser: None) -> None:
    """Else the test above could not fail."""
    for form in ("svg", "pdf"):
        first = drawn(order(AT_HOME, form))
        time.sleep(1.1)
        assert drawn(order(AT_HOME, form)) != first


def test_another_address_or_release_gives_other_bytes(form: str, browser: None) -> None:
    raw, said = drawn(order(AT_HOME, form)), proof(order(AT_HOME, form))
    others = [said, Proof(**vars(said) | {"release": "2025-01-01-00000000"}), Proof(**vars(said) | {"rows": "f" * 64})]
    assert len({seal(form, raw, each) for each in others}) == 3


CHANCE = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<defs id="defs-300000"><clipPath id="clip300000xy"/><linearGradient id="g300000-a"/></defs>'
    '<g class="trace bars trace3a3b3c" style="clip-path: url(\'#clip300000xy\'); fill: #300000">'
    '<use xlink:href="#g300000-a"/><path fill="url(#g300000-a)"/><text id="mine">300000 defs-300000</text></g></svg>'
)


def test_only_names_given_by_chance_are_changed() -> None:
    """300000 is as good a name as any, and a number, and a colour."""
    sealed = seal("svg", CHANCE.encode(), HARD).decode()
    body = sealed.partition("</metadata>")[2]
    assert '<text id="mine">300000 defs-300000</text>' in body and "fill: #300000" in body
    assert body.count("300000") == 3
    assert "trace3a3b3c" not in body and 'class="trace bars"' in body
    assert_whole(etree.fromstring(sealed.encode()))


def test_in_which_order_attributes_were_written_tells_nothing() -> None:
    """Plotly gives the drawing its style before its viewBox, or now and then behind it."""
    rest = "><defs id='defs-300000'/><path d='M0,0' fill='none'/></svg>"
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="9"'
    one = f"{start} style='' viewBox='0 0 9 9'{rest}"
    other = f"{start} viewBox='0 0 9 9' style=''{rest}".replace("d='M0,0' fill='none'", "fill='none' d='M0,0'")
    assert seal("svg", one.encode(), HARD) == seal("svg", other.encode(), HARD)
    assert seal("svg", one.encode(), HARD) != seal("svg", one.replace("9 9", "9 8").encode(), HARD)


def test_every_name_that_a_drawing_refers_to_is_there(browser: None) -> None:
    for name in CHARTS:
        root = etree.fromstring(picture(order(name, "svg")))
        assert_whole(root)
        assert root.xpath("//@id"), name


def assert_whole(root) -> None:
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    values = " ".join(root.xpath("//@*"))
    named = re.findall(r"url\([\"']?#([^\"')]+)", values) + [at[1:] for at in root.xpath("//@*[local-name()='href']")]
    assert set(named) <= set(ids)
    assert set(root.get("aria-labelledby").split()) <= set(ids)


def test_an_svg_says_aloud_what_it_is(browser: None) -> None:
    said = proof(order(AT_HOME, "svg"))
    root = etree.fromstring(picture(order(AT_HOME, "svg")))
    assert (root.get("role"), root.get("lang")) == ("img", "kk")
    assert [child.tag for child in root][:3] == [f"{SVG}title", f"{SVG}desc", f"{SVG}metadata"]
    assert [root[0].text, root[1].text] == [said.title, said.alt]
    assert root.get("aria-labelledby").split() == [root[0].get("id"), root[1].get("id")]


def test_the_proof_changes_nothing_that_can_be_seen(browser: None) -> None:
    at, path = order(AT_HOME, "svg"), chromium()
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as screen:
        page = screen.new_page(viewport={"width": 1200, "height": 675})
        shots = []
        for svg in (drawn(at), picture(at)):
            page.set_content(svg.decode())
            shots.append(page.screenshot())
    assert shots[0] == shots[1]


def test_a_png_tells_every_program_what_it_is(browser: None) -> None:
    said = proof(order(AT_HOME, "png"))
    sealed = picture(order(AT_HOME, "png"))
    with Image.open(BytesIO(sealed)) as image, Image.open(BytesIO(drawn(order(AT_HOME, "png")))) as raw:
        assert image.tobytes() == raw.tobytes()
        texts = image.text  # type: ignore[attr-defined]
    assert {key: str(text) for key, text in texts.items() if key != "XML:com.adobe.xmp"} == {
        "Title": said.title,
        "Description": said.alt,
        "Copyright": said.licence,
        "Source": said.address,
    }
    assert (texts["Title"].lang, read(texts["XML:com.adobe.xmp"].encode())) == ("kk", said)


def test_a_pdf_tells_every_program_what_it_is(browser: None) -> None:
    said = proof(order(AT_HOME, "pdf"))
    with pikepdf.open(BytesIO(picture(order(AT_HOME, "pdf")))) as pdf:
        assert {str(key): str(text) for key, text in pdf.docinfo.items()} == {
            "/Title": said.title,
            "/Subject": said.alt,
            "/Creator": "Volunteers of Kazakhstan",
            "/Producer": "Volunteers of Kazakhstan",
        }
        assert str(pdf.Root.Lang) == "kk" and pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            assert (meta["dc:title"], meta["dc:source"]) == (said.title, said.address)
            assert meta[f"{{{xmp.OURS}}}release"] == said.release
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        assert [str(each.Alt) for each in figures] == [said.alt]


def test_the_hash_of_rows_tells_values_columns_and_order_apart(browser: None) -> None:
    import pandas as pd

    df = pd.DataFrame({"value": [7, 9], "hosts": [["KEN"], []]}, dtype=object)
    others = [
        df,
        df.iloc[::-1],
        df.rename(columns={"value": "total"}),
        df.assign(value=[7, 8]),
        df.assign(hosts=[["KEN", "THA"], []]),
        df.iloc[:1],
    ]
    assert len({digest(each) for each in others}) == len(others)
    assert digest(df.copy()) == digest(df)


HEAD = "<svg xmlns='http://www.w3.org/2000/svg'>"
PACKET = xmp.packet(HARD).decode()
BROKEN = {
    "nothing": b"",
    "an end without a beginning": xmp.END,
    "a beginning without an end": PACKET.encode()[: len(PACKET) // 2],
    "no XML": PACKET.replace("</dc:title>", "").encode(),
    "an entity": PACKET.replace("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x:xmpmeta', 1)
    .replace("<proof:code>1", "<proof:code>&e;")
    .encode(),
    "no release": re.sub("<proof:release>.*</proof:release>", "", PACKET).encode(),
    "words of others": PACKET.replace(xmp.OURS, "urn:other#").encode(),
    "another alphabet": PACKET.encode("utf-16"),
    "bytes that are no text": PACKET.encode().replace(b"CC BY", b"\xff\xfe"),
    "too deep": PACKET.replace("<dc:source>", "<a>" * 5000).encode(),
    "too long": PACKET.replace("CC BY", "x" * xmp.LONGEST).encode(),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_proof_is_none(what: str) -> None:
    assert read(BROKEN[what]) is None
    assert read(HEAD.encode() + BROKEN[what] + b"</svg>") is None


def test_proofs_of_other_programs_may_stand_before_ours() -> None:
    other = PACKET.replace(xmp.OURS, "urn:other#").encode()
    assert read(other * 3 + PACKET.encode()) == HARD


def test_twenty_megabytes_of_beginnings_take_no_time() -> None:
    start = time.perf_counter()
    assert read(xmp.BEGIN * (20 * 1024 * 1024 // len(xmp.BEGIN))) is None
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\n%PDF-1.4", "pdf"),
        (b"<svg/>"[:4] + b" />", "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg:svg xmlns:svg="">', "svg"),
        (b"<!DOCTYPE html><html><svg ></svg>", None),
        (b"", None),
        (b"PK\x03\x04", None),
        (b"GIF89a", None),
        (b"<" * 5000, None),
        (b"<!" * 5000, None),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(content: bytes, form: str | None) -> None:
    assert form_of(content) == form
