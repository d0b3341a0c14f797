"""A language code and a value in; numbers, dates, names and translations out. Pure, so caches are safe."""

from __future__ import annotations

import csv
import datetime as dt
import re
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

FOLDER = Path(__file__).parent.parent / "locale"
DOMAINS = ("ui", "catalog", "data", "publish")

# ~ is a space at which no line breaks.
DATES = {
    "year": {"kk": "y", "ru": "y", "en": "y"},
    "month": {"kk": "y~'ж'. MMMM", "ru": "LLLL y~'г'.", "en": "LLLL y"},
    "day": {"kk": "y~'ж'. d~MMMM", "ru": "d~MMMM y~'г'.", "en": "d MMMM y"},
}
# The last spoken word of a number decides its Kazakh case ending: 40 is қырық, so 40-тан and 40-қа.
# (ablative, dative), by the number that the word stands for.
ENDINGS = {
    0: ("ден", "ге"),
    1: ("ден", "ге"),
    2: ("ден", "ге"),
    3: ("тен", "ке"),
    4: ("тен", "ке"),
    5: ("тен", "ке"),
    6: ("дан", "ға"),
    7: ("ден", "ге"),
    8: ("ден", "ге"),
    9: ("дан", "ға"),
    10: ("нан", "ға"),
    20: ("дан", "ға"),
    30: ("дан", "ға"),
    40: ("тан", "қа"),
    50: ("ден", "ге"),
    60: ("тан", "қа"),
    70: ("тен", "ке"),
    80: ("нен", "ге"),
    90: ("нан", "ға"),
    100: ("ден", "ге"),
    1_000: ("нан", "ға"),
    1_000_000: ("нан", "ға"),
    1_000_000_000: ("тан", "қа"),
}
# What large round numbers are counted in.
POWERS = {
    10**9: {"kk": "млрд", "ru": "млрд", "en": "billion"},
    10**6: {"kk": "млн", "ru": "млн", "en": "million"},
}
# In English running text these are words.
SPELLED: dict[float, str] = dict(
    enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), start=1)
)


def kazakh_ending(value: float) -> tuple[str, str]:
    """The ablative and the dative ending of a number: 300 000 -> нан, ға; 6,5 (… оннан бес) -> тен, ке."""
    if power := _power(value):
        return ENDINGS[power]
    whole = int(f"{abs(value):.2f}".replace(".", "").rstrip("0")) if value % 1 else abs(int(value))
    round_ = next((power for power in (10**9, 10**6, 10**3, 100) if whole and whole % power == 0), None)
    return ENDINGS[round_ or whole % 10 or whole % 100]


@lru_cache(maxsize=4096)
def number(code: str, value: float) -> str:
    """12840.0 -> 12,840 (en), 12 840 (kk, ru); 34.5 -> 34.5 or 34,5."""
    return str(format_decimal(value, format="#,##0.##", locale=code)).replace("-", "\N{MINUS SIGN}")


def large(code: str, value: float) -> str:
    """2,100,000,000 -> 2.1 billion (en), 2,1 млрд (kk, ru); a number of which that would lose a digit in full."""
    power = _power(value)
    return f"{number(code, value / power)}\N{NO-BREAK SPACE}{POWERS[power][code]}" if power else number(code, value)


def _power(value: float) -> int:
    power = next((power for power in POWERS if abs(value) >= power), 0)
    return power if power and value * 100 % power == 0 else 0


@lru_cache(maxsize=4096)
def date(code: str, day: dt.date, precision: str, within_sentence: bool = False) -> str:
    """As precise as the source; within a sentence Russian months are in the genitive: до июня 2023."""
    pattern = _pattern(code, precision)
    return str(format_date(day, format=pattern.replace("LLLL", "MMMM") if within_sentence else pattern, locale=code))


@lru_cache(maxsize=4096)
def span(code: str, first: dt.date, last: dt.date, precision: str) -> str:
    """Some months of one year or days of one month, with what they share said once: January–November 2023."""
    start, field = (month(code, first), "[ML]{4}") if precision == "month" else (str(first.day), "d")
    return str(format_date(last, format=re.sub(f"({field})", rf"'{start}–'\1", _pattern(code, precision)), locale=code))


def month(code: str, day: dt.date, after_day: bool = False) -> str:
    """The name of a month, in Russian also as it stands after a day: июнь, июня."""
    return str(format_date(day, format="MMMM" if after_day or code == "kk" else "LLLL", locale=code))


def _pattern(code: str, precision: str) -> str:
    return DATES[precision][code].replace("~", "\N{NO-BREAK SPACE}")


@lru_cache(maxsize=4096)
def place(code: str, name: str) -> str:
    """Name of a country (ISO 3166-1 alpha-3) or region (ISO 3166-2): ours where it differs from CLDR, else CLDR's."""
    names = _places().get(name, {})
    return names.get(code) or Locale(code).territories.get(names.get("alpha_2", ""), name)


def place_codes() -> dict[str, str]:
    """Code of every country or area (three letters) and region (KZ-71) -> alpha-2, which areas and regions lack: ""."""
    return {code: names["alpha_2"] for code, names in _places().items()}


@cache
def _places() -> dict[str, dict[str, str]]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@cache
def translations(code: str) -> Translations:
    """The .po files of a language, compiled in memory."""
    merged = Translations()
    for domain in DOMAINS:
        path = FOLDER / code / f"{domain}.po"
        if path.exists():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=code))
            compiled.seek(0)
            loaded = Translations(compiled, domain="messages")
            merged.merge(loaded)
            # Babel merges the words but not the rule for their plural forms.
            merged.plural = loaded.plural
    return merged
