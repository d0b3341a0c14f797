"""Code, catalog and data in; every text that needs translating out, as entries of the .po files: `make words`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from dashboard import catalog
from dashboard.i18n import DOMAINS, FOLDER, LANGUAGES

PROJECT = FOLDER.parent.parent
SOURCE = PROJECT / "data" / "source"
# t("...") and self("...") mark one text, t.plural("...", "...", n) two forms.
KEYWORDS = {"t": None, "self": None, "plural": (1, 2)}

Message = str | tuple[str, ...]


def messages(domain: str) -> set[Message]:
    """The English texts of one domain: ui (code), catalog (catalog.toml) or data (notes, names, descriptions)."""
    found = {"ui": _code, "catalog": catalog.texts, "data": _data}[domain]()
    return {message for message in found if message}


def _code() -> Iterator[Message]:
    for path in (PROJECT / "app.py", *(PROJECT / "dashboard").rglob("*.py"), *(PROJECT / "pages").glob("*.py")):
        for _, message, _, _ in extract_from_file("python", str(path), keywords=KEYWORDS):
            yield message


def _data() -> Iterator[Message]:
    yield from (row["note"] for row in _rows(SOURCE / "claims.csv"))
    yield from (row["change"] for row in _rows(SOURCE / "releases.csv"))
    for row in _rows(SOURCE / "sources.csv"):
        yield row["publisher"]
        if row["title_kind"] == "description":
            yield row["title"]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def catalog_of(language: str, domain: str) -> Catalog:
    path = FOLDER / language / f"{domain}.po"
    return read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)


def update(language: str, domain: str) -> Catalog:
    """Keep what is still used, add what is new and empty, drop the rest."""
    old, new = catalog_of(language, domain), Catalog(locale=language, header_comment=f"# {domain}: {language}", fuzzy=False)
    for message in sorted(messages(domain), key=str):
        key = message if isinstance(message, str) else message[0]
        known = old.get(key)
        new.add(message, string=known.string if known and known.id == message else "")
    return new


def main() -> None:
    for language in LANGUAGES:
        for domain in DOMAINS:
            if language != "en":
                path = FOLDER / language / f"{domain}.po"
                path.parent.mkdir(exist_ok=True)
                text = BytesIO()
                write_po(text, update(language, domain), width=120, omit_header=False, sort_output=True)
                # Babel's header has dates and an author that say nothing and differ on each run.
                noise = (b"-Date:", b"EMAIL@ADDRESS", b"Project-Id", b"Language-Team", b"Generated-By")
                kept = [line for line in text.getvalue().splitlines() if not any(word in line for word in noise)]
                path.write_bytes(b"\n".join(kept) + b"\n")


if __name__ == "__main__":
    main()
