"""Files and output of a publication in, the places where a planted person can be found again out.

Bytes alone would not do: Parquet is compressed, so every cell of it and its statistics are read as well.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import duckdb
from PIL import Image
from pypdf import PdfReader

from dashboard.publish.__main__ import main

KEY, ID = "canary-volunteer-7f3e91", "canary-assignment-c04d2a"


def traces() -> dict[str, bytes]:
    """What would give the person away: both ids, and the digests of them that anybody could make without the key."""
    found = {"key": KEY.encode(), "id": ID.encode()}
    for name, text in (("key", KEY), ("id", ID)):
        for digest in ("md5", "sha1", "sha256"):
            made = hashlib.new(digest, text.encode())
            found |= {f"{digest} of {name}": made.hexdigest().encode(), f"raw {digest} of {name}": made.digest()}
    return found


def found(folder: Path, texts: dict[str, str], sought: dict[str, bytes]) -> list[str]:
    """Each place and what of the person is there: names and bytes of files, cells and statistics, and some texts."""
    places = [*_files(folder), *((name, text.encode()) for name, text in texts.items())]
    return sorted({f"{place}: {name}" for place, held in places for name, text in sought.items() if text in held})


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        yield f"name of {name}", name.encode()
        if path.is_symlink() or not path.is_file():
            continue
        yield from inside(name, path.read_bytes())
        if path.suffix == ".parquet":
            yield f"cells of {name}", _rows(f"FROM read_parquet('{path}', hive_partitioning = false)")
            yield f"statistics of {name}", _rows(f"FROM parquet_metadata('{path}')")
            yield f"words of {name}", _rows(f"FROM parquet_kv_metadata('{path}')")


def inside(name: str, held: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and what lies packed in it: files of a ZIP (a workbook is one), words of a PDF, notes of a PNG."""
    yield name, held
    if held.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(held)) as packed:
            for each in packed.namelist():
                yield from inside(f"{name}/{each}", packed.read(each))
    elif held.startswith(b"%PDF"):
        read = PdfReader(BytesIO(held))
        said = [*(page.extract_text() for page in read.pages), str(read.metadata), str(read.xmp_metadata)]
        yield f"words of {name}", "".join(said).encode()
        for each, files in read.attachments.items():
            yield from ((f"{name}/{each}", file) for file in files)
    elif held.startswith(b"\x89PNG"):
        with Image.open(BytesIO(held)) as picture:
            picture.load()
            yield f"words of {name}", str(picture.info).encode()


def _rows(query: str) -> bytes:
    with duckdb.connect() as connection:
        rows = connection.sql(query).fetchall()
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)


def leaking(arguments: list[str]) -> int:
    """The broken twin: the command, but what is said of a release names the first volunteer of the file."""
    from dashboard.publish import changes

    with duckdb.connect() as connection:
        name = connection.sql(f"SELECT volunteer_key FROM '{arguments[1]}'").fetchall()[0][0]
    changes.first = lambda *_: [f"The first is {name}."]
    return main(arguments)


if __name__ == "__main__":
    sys.exit(leaking(sys.argv[1:]))
