"""What a picture must say of itself in, a packet of XMP to stand in the file out; and the proof in a file back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
# A name of ours that leads nowhere, since a copy of this project may stand at any address.
OURS = "urn:x-volunteers-of-kazakhstan:proof#"
# The end of a packet that nobody may write into; programs look for both marks in files of every kind.
BEGIN, END = b"<?xpacket begin=", b'<?xpacket end="r"?>'
# The longest proof of ours is a twentieth of this; a file may hold packets of other programs before it.
LONGEST, MOST = 262_144, 16


@dataclass(frozen=True)
class Proof:
    """Where a picture comes from: its address, its release, the hash of its rows, the version of what drew it."""

    address: str
    release: str
    rows: str
    licence: str
    alt: str
    code: str
    title: str

    @property
    def lang(self) -> str:
        """The language of the picture; undetermined if the address names none."""
        return dict(parse_qsl(self.address.partition("?")[2])).get("lang", "und")


def packet(proof: Proof) -> bytes:
    """The proof as RDF in the words of Dublin Core and IPTC, which picture agencies read, and in our own."""
    said = {field.name: escape(getattr(proof, field.name)) for field in fields(proof)}
    return PACKET.format(**said, lang=escape(proof.lang)).encode()


def _either(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{{{text}}}</rdf:li></rdf:Alt>'


PACKET = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">
<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:Iptc4xmpCore="{IPTC}" xmlns:proof="{OURS}">
<dc:title>{_either("title")}</dc:title>
<dc:description>{_either("alt")}</dc:description>
<Iptc4xmpCore:AltTextAccessibility>{_either("alt")}</Iptc4xmpCore:AltTextAccessibility>
<dc:rights>{_either("licence")}</dc:rights>
<dc:language><rdf:Bag><rdf:li>{{lang}}</rdf:li></rdf:Bag></dc:language>
<dc:source>{{address}}</dc:source>
<proof:release>{{release}}</proof:release>
<proof:rows>{{rows}}</proof:rows>
<proof:code>{{code}}</proof:code>
</rdf:Description></rdf:RDF></x:xmpmeta>
{END.decode()}"""
PLACES = {
    "title": f"{{{DC}}}title",
    "alt": f"{{{DC}}}description",
    "licence": f"{{{DC}}}rights",
    "address": f"{{{DC}}}source",
    "release": f"{{{OURS}}}release",
    "rows": f"{{{OURS}}}rows",
    "code": f"{{{OURS}}}code",
}


def read(content: bytes) -> Proof | None:
    """The first proof of ours in a file of any kind, which is neither parsed nor unpacked for it."""
    return next((proof for each in _packets(content) if (proof := _proof(each))), None)


def _packets(content: bytes) -> Iterator[bytes]:
    end = 0
    for _ in range(MOST):
        if (begin := content.find(BEGIN, end)) < 0:
            return
        end = content.find(END, begin, begin + LONGEST)
        if end < 0:
            end = begin + len(BEGIN)
            continue
        end += len(END)
        yield content[begin:end]


def _proof(packet: bytes) -> Proof | None:
    """None for packets of others, and for whatever declares entities: ours declare nothing."""
    if b"<!" in packet or OURS.encode() not in packet:
        return None
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(packet, parser)
    except etree.XMLSyntaxError:
        return None
    found = {name: root.find(f".//{place}") for name, place in PLACES.items()}
    if any(element is None for element in found.values()):
        return None
    return Proof(**{name: "".join(element.itertext()) for name, element in found.items()})
