"""Words, numbers, dates and names in Kazakh, Russian and English: a code goes in, what the reader reads comes out."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
DEFAULT = "kk"
FOLDER = Path(__file__).parent / "locale"
DOMAINS = ("ui", "catalog", "data")

# The last spoken word of a number decides its Kazakh case ending (қырық -> 40-тан, 40-қа).
_ABLATIVE = {
    **dict(zip((1, 2, 3, 4, 5, 6, 7, 8, 9), ("ден", "ден", "тен", "тен", "тен", "дан", "ден", "ден", "дан"))),
    **dict(zip((10, 20, 30, 40, 50, 60, 70, 80, 90), ("нан", "дан", "дан", "тан", "ден", "тан", "тен", "нен", "нан"))),
    0: "ден",
    100: "ден",
    1000: "нан",
    1_000_000: "нан",
    1_000_000_000: "тан",
}
_DATIVE = {
    **dict(zip((1, 2, 3, 4, 5, 6, 7, 8, 9), ("ге", "ге", "ке", "ке", "ке", "ға", "ге", "ге", "ға"))),
    **dict(zip((10, 20, 30, 40, 50, 60, 70, 80, 90), ("ға", "ға", "ға", "қа", "ге", "қа", "ке", "ге", "ға"))),
    0: "ге",
    100: "ге",
    1000: "ға",
    1_000_000: "ға",
    1_000_000_000: "қа",
}


def choose(lang: str | None, accept_language: str | None) -> str:
    """The language of an address; else the first of the three that the browser accepts; else Kazakh."""
    if lang in LANGUAGES:
        return lang
    wanted = [part.partition(";") for part in (accept_language or "").split(",")]
    ranked = sorted(wanted, key=lambda part: -_quality(part[2]))
    for code, _, weight in ranked:
        if (short := code.strip().lower().partition("-")[0]) in LANGUAGES and _quality(weight) > 0:
            return short
    return DEFAULT


def _quality(weight: str) -> float:
    try:
        return float(weight.strip().removeprefix("q="))
    except ValueError:
        return 1.0


@dataclass(frozen=True)
class Language:
    """One reader's language. `t("...")` translates; the methods write numbers, dates and names by CLDR."""

    code: str

    def __call__(self, message: str, **values: Any) -> str:
        text = _translations(self.code).gettext(message) if message else ""
        return text.format(**values) if values else text

    def plural(self, one: str, other: str, n: float, **values: Any) -> str:
        """The form of `other` that `n` takes in this language, with {n} and the values filled in."""
        whole = int(n) if n == int(n) else 2
        text = _translations(self.code).ngettext(one, other, whole)
        return text.format(**({"n": self.number(n)} | values))

    def number(self, value: float) -> str:
        """12840.0 -> 12,840 (en), 12 840 (kk, ru); 34.5 -> 34.5 or 34,5."""
        return _decimal(self.code, value)

    def percent(self, value: float) -> str:
        """34.5 -> 34.5% (kk, en), 34,5 % (ru)."""
        return self.number(value) + ("\N{NO-BREAK SPACE}%" if self.code == "ru" else "%")

    def qualified(self, value: float, qualifier: str, unit: str = "persons") -> str:
        """A number that keeps its qualifier: over 300,000; 300 000-нан астам; более 300 000."""
        number = self.percent(value) if unit == "percent" else self.number(value)
        if self.code == "kk" and qualifier in ("over", "almost"):
            return number + _kazakh_ending(value, qualifier)
        template = {
            "at_least": self("at least {number}"),
            "over": self("over {number}"),
            "almost": self("almost {number}"),
            "about": self("about {number}"),
        }.get(qualifier, "{number}")
        return template.format(number=number)

    def date(self, day: date, precision: str = "day") -> str:
        """A day, month or year, as precise as the source: 19 August 2022, August 2022, 2022."""
        return _date(self.code, day, precision)

    def iso_date(self, text: str) -> str:
        """2024, 2024-06 or 2024-06-01 in words."""
        parts = [int(part) for part in text.split("-")]
        return self.date(date(*(parts + [1, 1])[:3]), ("year", "month", "day")[len(parts) - 1])

    def period(self, first: date | None, last: date | None, first_precision: str, last_precision: str) -> str:
        """A period as the source gives it; open ends and missing dates are said in words."""
        if first is None or last is None:
            return self._open_period(first, last, first_precision, last_precision)
        start, end = self.date(first, first_precision), self.date(last, last_precision)
        if start == end:
            return start
        dash = "–" if first_precision == last_precision == "year" else " – "
        return f"{start}{dash}{end}"

    def _open_period(self, first: date | None, last: date | None, first_precision: str, last_precision: str) -> str:
        if last is not None:
            text = {"year": self("up to {year}"), "month": self("up to {month}"), "day": self("up to {day}")}
            return text[last_precision].format(**{last_precision: _date(self.code, last, last_precision, True)})
        if first is not None:
            text = {"year": self("since {year}"), "month": self("since {month}"), "day": self("since {day}")}
            return text[first_precision].format(**{first_precision: _date(self.code, first, first_precision, True)})
        return self("date not stated")

    def place(self, code: str) -> str:
        """Name of a country (ISO 3166-1 alpha-3) or region of Kazakhstan (ISO 3166-2)."""
        return _place(self.code, code)

    def list(self, items: list[str]) -> str:
        """Words joined as a sentence joins them: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        last = {"kk": " және ", "ru": " и ", "en": " and "}[self.code]
        return ", ".join(items[:-1]) + last + items[-1]


def _kazakh_ending(value: float, qualifier: str) -> str:
    endings, word = (_ABLATIVE, "астам") if qualifier == "over" else (_DATIVE, "жуық")
    whole = int(value)
    step = next((10**power for power in (9, 6, 3, 2) if whole and whole % 10**power == 0), None)
    last = step or whole % 10 or whole % 100
    return f"-{endings[last]} {word}"


# Pure functions of a language and a value: the same for every reader, and Babel parses its patterns on each call.
_DATE_PATTERNS = {
    "year": {"kk": "y", "ru": "y", "en": "y"},
    "month": {"kk": "y 'ж'. LLLL", "ru": "LLLL y", "en": "LLLL y"},
    "day": {"kk": "y 'ж'. d MMMM", "ru": "d MMMM y", "en": "d MMMM y"},
}


@lru_cache(maxsize=4096)
def _decimal(code: str, value: float) -> str:
    return str(format_decimal(value, format="#,##0.##", locale=code)).replace("-", "\N{MINUS SIGN}")


@lru_cache(maxsize=4096)
def _date(code: str, day: date, precision: str, within_sentence: bool = False) -> str:
    """Within a sentence Russian months are in the genitive: до июня 2023."""
    pattern = _DATE_PATTERNS[precision][code]
    return str(format_date(day, format=pattern.replace("LLLL", "MMMM") if within_sentence else pattern, locale=code))


@lru_cache(maxsize=4096)
def _place(code: str, place: str) -> str:
    names = _places().get(place, {})
    return names.get(code) or Locale(code).territories.get(names.get("alpha_2", ""), place)


@cache
def _translations(code: str) -> Translations:
    merged = Translations()
    for domain in DOMAINS:
        path = FOLDER / code / f"{domain}.po"
        if path.exists():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=code))
            compiled.seek(0)
            merged.merge(Translations(compiled, domain="messages"))
    return merged


@cache
def _places() -> dict[str, dict[str, str]]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
