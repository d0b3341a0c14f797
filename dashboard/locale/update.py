"""Code, catalog and data in; every text that needs translating out, as entries of the .po files: `make words`."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from dashboard import catalog
from dashboard.i18n import LANGUAGES
from dashboard.i18n.formats import DOMAINS, FOLDER

PROJECT = FOLDER.parent.parent
SOURCE = PROJECT / "data" / "source"

Message = str | tuple[str, ...]


def messages(domain: str) -> set[Message]:
    """The English texts of a domain: ui (code), catalog (its file), data (notes, names), publish (refused rows)."""
    found = {"ui": _code, "catalog": catalog.texts, "data": _data, "publish": _problems}[domain]()
    return {message for message in found if message}


def _code() -> Iterator[Message]:
    """Read from the syntax tree: Babel's own reader does not look into f-strings before Python 3.12."""
    for path in (PROJECT / "app.py", *(PROJECT / "dashboard").rglob("*.py"), *(PROJECT / "pages").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (message := _marked(node)):
                yield message


def _marked(call: ast.Call) -> Message | None:
    """t("...") and self("...") mark one text, t.plural("...", "...", n) two forms."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    wanted = {"t": 1, "self": 1, "plural": 2}.get(name, 0)
    texts = tuple(
        each.value for each in call.args[:wanted] if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )
    if not texts or len(texts) < wanted:
        return None
    return texts if wanted == 2 else texts[0]


def _data() -> Iterator[Message]:
    yield from (row["note"] for row in _rows(SOURCE / "claims.csv"))
    yield from (row["change"] for row in _rows(SOURCE / "releases.csv"))
    for row in _rows(SOURCE / "sources.csv"):
        yield row["publisher"]
        if row["title_kind"] == "description":
            yield row["title"]


def _problems() -> Iterator[Message]:
    """Read from the files, as nobody may import dashboard.publish: the texts of problems.py and of the checks."""
    for path in (PROJECT / "dashboard" / "publish").rglob("problems.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            value = node.value if isinstance(node, ast.Assign) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value
    for path in (PROJECT / "queries").rglob("checks/*.sql"):
        for sentence in re.findall(r"'(.*)' AS problem", path.read_text(encoding="utf-8")):
            yield sentence.replace("''", "'")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def catalog_of(language: str, domain: str) -> Catalog:
    path = FOLDER / language / f"{domain}.po"
    return read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)


def update(language: str, domain: str) -> Catalog:
    """Keep what is still used, add what is new and empty, drop the rest."""
    old, new = (
        catalog_of(language, domain),
        Catalog(locale=language, header_comment=f"# {domain}: {language}", fuzzy=False),
    )
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
