"""The bytes of a PNG in; its chunks, the same picture with texts in it, and whether two show the same out."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO

from PIL import Image

MARK = b"\x89PNG\r\n\x1a\n"
TEXTS = (b"tEXt", b"zTXt", b"iTXt")
# All that a program needs that packs a picture anew. What is not here may move, colour or turn a picture.
PLAIN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
# A picture of ours has a few dozen.
MOST = 10_000
# Numbers for a point, by the type of colour.
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Every first point of a picture, or the seven passes of an interlaced one: first column and row, steps to the next.
WHOLE = ((0, 0, 1, 1),)
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))

Chunk = tuple[bytes, bytes]


def chunks(content: bytes) -> Iterator[Chunk]:
    """Kind and data of each chunk; ValueError where the file is broken off or is no PNG."""
    if not content.startswith(MARK):
        raise ValueError("no PNG")
    at = len(MARK)
    for _ in range(MOST):
        if len(content) < at + 12:
            raise ValueError("broken off")
        (length,) = struct.unpack_from(">I", content, at)
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if content[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(kind + data)):
            raise ValueError("broken")
        yield kind, data
        at += 12 + length
        if kind == b"IEND":
            if at != len(content):
                raise ValueError("something follows")
            return
    raise ValueError("too many chunks")


def joined(parts: Iterable[Chunk]) -> bytes:
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return MARK + b"".join(packed)


def text(keyword: str, said: bytes, lang: str = "") -> Chunk:
    """A text in UTF-8, uncompressed so that every program finds it."""
    return b"iTXt", keyword.encode("latin-1") + b"\0\0\0" + lang.encode("ascii") + b"\0\0" + said


def with_texts(content: bytes, texts: list[Chunk]) -> bytes:
    """The same picture with these texts, and no others and no time, behind its header."""
    header, *rest = chunks(content)
    return joined([header, *texts, *(chunk for chunk in rest if chunk[0] not in (*TEXTS, b"tIME"))])


def same(theirs: bytes, ours: bytes) -> bool:
    """Whether `theirs` is `ours` packed anew: every point and every text is the same, and nothing came to it.

    Only a file whose header names the size of ours is unpacked, so a small file cannot become a large picture.
    """
    try:
        here, there = list(chunks(ours)), list(chunks(theirs))
    except ValueError:
        return False
    if _around(here) != _around(there) or _size(here) != _size(there):
        return False
    try:
        return _is_full(there) and _points(theirs) == _points(ours)
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        struct.error,
        zlib.error,
        Image.DecompressionBombError,
    ):
        return False


def _around(parts: list[Chunk]) -> Counter[Chunk]:
    return Counter(chunk for chunk in parts if chunk[0] not in PLAIN)


def _size(parts: list[Chunk]) -> list[bytes]:
    """Width and height; of every header, since a second one would overrule the first."""
    return [data[:8] for kind, data in parts if kind == b"IHDR"]


def _is_full(parts: list[Chunk]) -> bool:
    """Whether the packed points are as many as the header says, and nothing is hidden behind them."""
    header = next(data for kind, data in parts if kind == b"IHDR")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    length = 0
    for left, top, across, down in PASSES if interlaced else WHOLE:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        length += rows * (1 + -(-columns * depth * CHANNELS[colour] // 8)) if columns > 0 else 0
    unpacking = zlib.decompressobj()
    points = unpacking.decompress(b"".join(data for kind, data in parts if kind == b"IDAT"), length + 1)
    return unpacking.eof and not unpacking.unused_data and len(points) == length


def _points(content: bytes) -> bytes:
    with Image.open(BytesIO(content), formats=["PNG"]) as picture:
        return picture.convert("RGBA").tobytes()
