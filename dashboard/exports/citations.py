"""A figure as a release shows it and a day in; out comes how to cite it: APA, GOST R 7.0.100, BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from dashboard.i18n import Language

FORMS = {
    "apa": "text/plain",
    "gost": "text/plain",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}
# As babel, TeX's own, calls the languages.
HYPHENATION = {"kk": "kazakh", "ru": "russian", "en": "english"}
# A brace counts for BibTeX even behind a backslash, so one without its partner needs a name.
TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}"}
    | {letter: f"\\{letter}" for letter in "&%$#_"}
)


@dataclass(frozen=True)
class Cited:
    """What is cited: one figure with the reader's choices, as a release shows it on the day `accessed`.

    `name` tells it from every other figure and choice (placements_map-2024); `address` is absolute; `as_of` is the
    date of the release as precise as it is known (2026, 2026-01 or 2026-01-30). Without a day the forms are without
    it: a file that is kept cannot know when it is read.
    """

    t: Language
    name: str
    title: str
    address: str
    release: str
    as_of: str
    accessed: date | None = None

    @property
    def site(self) -> str:
        return self.t("Volunteers of Kazakhstan")

    @property
    def year(self) -> str:
        return self.as_of[:4]

    @property
    def day(self) -> str:
        return self.accessed.isoformat() if self.accessed else ""

    @property
    def version(self) -> str:
        return self.t("Version {release}", release=self.release)

    @property
    def key(self) -> str:
        """The same for the same figure, release and language; letters that every program takes in a key."""
        return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{self.name}-{self.release}-{self.t.code}")


def citations(cited: Cited) -> dict[str, str]:
    """The text for each of FORMS; the same figure on the same day gives the same texts."""
    line = replace(cited, title=_line(cited.title), address=_address(cited.address))
    return {"apa": _apa(line), "gost": _gost(line), "bib": _bibtex(line), "ris": _ris(line), "csl": _csl(line)}


def _line(text: str) -> str:
    """One line, since a new one begins a new field in RIS."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()


def _address(address: str) -> str:
    """As RFC 3986 writes it, so without spaces and braces; a semicolon would part two addresses in RIS."""
    return quote(address, safe="%/:?#[]@!$&'()*+,=~")


def _apa(cited: Cited) -> str:
    """7th edition, data set: the author is the site, which is therefore not named again as publisher."""
    t, day = cited.t, cited.accessed
    seen = cited.address
    if day:
        said = f"{day:%B} {day.day}, {day.year}" if t.code == "en" else t.date(day)
        seen = t("Retrieved {day}, from {address}", day=said, address=cited.address)
    return f"{cited.site}. ({cited.year}). {cited.title} ({cited.version}) [{t('Data set')}]. {seen}"


def _gost(cited: Cited) -> str:
    """R 7.0.100-2018, part of a site: “Текст : электронный” has taken the place of “[Электронный ресурс]”."""
    t = cited.t
    title = cited.title if cited.title.endswith((".", "…")) else f"{cited.title}."
    host = f"{cited.site} : [{t('website')}]. – {cited.version}. – {cited.year}"
    seen = f" ({t('accessed {day}', day=f'{cited.accessed:%d.%m.%Y}')})" if cited.accessed else ""
    return f"{title} – {t('Text : electronic')} // {host}. – URL: {cited.address}{seen}."


def _bibtex(cited: Cited) -> str:
    """Two braces hold a name together and keep capitals; an address is read letter by letter, so nothing is escaped."""
    fields = {
        "author": f"{{{_tex(cited.site)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "year": cited.year,
        "version": _tex(cited.release),
        "url": cited.address,
        "urldate": cited.day,
        "langid": HYPHENATION[cited.t.code],
    }
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@misc{{{cited.key},\n{lines}\n}}\n"


def _tex(text: str) -> str:
    """Letters that TeX reads as commands by their names; pairs that it would join to one letter (--, <<) kept apart."""
    return re.sub(r"([-'<>,])(?=\1)", r"\1{}", text.translate(TEX))


def _ris(cited: Cited) -> str:
    """Each line is a tag, two spaces, a hyphen, a space and the text; of a date all slashes are written.

    The comma after the author ends a family name, or “of Kazakhstan” would be taken for one.
    """
    fields = [
        ("TY", "DATA"),
        ("ID", cited.key),
        ("AU", f"{cited.site},"),
        ("TI", cited.title),
        ("PY", cited.year),
        ("DA", _slashed(cited.as_of)),
        ("ET", cited.release),
        ("PB", cited.site),
        ("UR", cited.address),
        *([("Y2", _slashed(cited.day))] if cited.day else []),
        ("LA", cited.t.code),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {text}\r\n" for tag, text in fields)


def _slashed(iso: str) -> str:
    """2026-01-30 -> 2026/01/30/; 2026 -> 2026///."""
    return "/".join([*iso.split("-"), "", "", ""][:4])


def _csl(cited: Cited) -> str:
    item = {
        "id": cited.key,
        "type": "dataset",
        "author": [{"literal": cited.site}],
        "title": cited.title,
        "version": cited.release,
        "publisher": cited.site,
        "issued": _parts(cited.as_of),
        **({"accessed": _parts(cited.day)} if cited.day else {}),
        "URL": cited.address,
        "language": cited.t.code,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _parts(iso: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in iso.split("-")]]}
