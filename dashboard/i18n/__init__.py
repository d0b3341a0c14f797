"""Words, numbers, dates and names in Kazakh, Russian and English: a code goes in, what the reader reads comes out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from dashboard.i18n import formats, periods

LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
DEFAULT = "kk"


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
        quality = float(weight.strip().lower().removeprefix("q="))
    except ValueError:
        return 1.0
    return quality if 0 <= quality <= 1 else 1.0


@dataclass(frozen=True)
class Language:
    """One reader's language. `t("...")` translates; the methods write numbers, dates and names by CLDR."""

    code: str

    def __call__(self, message: str, **values: Any) -> str:
        text = formats.translations(self.code).gettext(message) if message else ""
        return text.format(**values) if values else text

    def plural(self, one: str, other: str, n: float, **values: Any) -> str:
        """The form of `other` that `n` takes in this language, with {n} and the values filled in."""
        whole = int(n) if n == int(n) else 2
        text = formats.translations(self.code).ngettext(one, other, whole)
        return text.format(**({"n": self.number(n)} | values))

    def number(self, value: float) -> str:
        """12840.0 -> 12,840 (en), 12 840 (kk, ru); 34.5 -> 34.5 or 34,5."""
        return formats.number(self.code, value)

    def percent(self, value: float) -> str:
        """34.5 -> 34.5% (kk, en), 34,5 % (ru)."""
        return self.number(value) + ("\N{NO-BREAK SPACE}%" if self.code == "ru" else "%")

    def qualified(self, value: float, qualifier: str, unit: str = "persons") -> str:
        """A number that keeps its qualifier: over 300,000; 300 000-нан астам; более 300 000; about 2.1 billion."""
        number = self.percent(value) if unit == "percent" else formats.large(self.code, value)
        if self.code == "kk" and qualifier in ("over", "almost"):
            ablative, dative = ("дан", "ға") if unit == "percent" else formats.kazakh_ending(value)
            ending = f"{ablative} астам" if qualifier == "over" else f"{dative} жуық"
            return f"{number}\N{NON-BREAKING HYPHEN}{ending}"
        template = {
            "at_least": self("at least {number}"),
            "over": self("over {number}"),
            "almost": self("almost {number}"),
            "about": self("about {number}"),
        }.get(qualifier, "{number}")
        return template.format(number=number)

    def date(self, day: dt.date, precision: str = "day") -> str:
        """A day, month or year, as precise as the source: 19 August 2022, August 2022, 2022."""
        return formats.date(self.code, day, precision)

    def iso_date(self, text: str) -> str:
        """2024, 2024-06 or 2024-06-01 in words."""
        parts = [int(part) for part in text.split("-")]
        return self.date(dt.date(*(parts + [1, 1])[:3]), ("year", "month", "day")[len(parts) - 1])

    def period(self, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
        """A period as the source gives it; open ends and missing dates are said in words."""
        if first is None or last is None:
            return self._open_period(first, last, first_precision, last_precision)
        start, end = self.date(first, first_precision), self.date(last, last_precision)
        if start == end:
            return start
        within = {"month": first.year == last.year, "day": first.replace(day=1) == last.replace(day=1)}
        if first_precision == last_precision and within.get(last_precision):
            return formats.span(self.code, first, last, last_precision)
        dash = "–" if first_precision == last_precision == "year" else " – "
        return f"{start}{dash}{end}"

    def when(self, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
        """A period as a part of a sentence: in 2024, since 2019, up to June 2023; nothing if it is not known."""
        return periods.when(self.code, first, last, first_precision, last_precision)

    def as_of(self, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
        """The same of a number on a date: on 19 August 2022, as of March 2010."""
        return periods.as_of(self.code, first, last, first_precision, last_precision)

    def _open_period(
        self, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str
    ) -> str:
        if last is not None:
            text = {"year": self("up to {year}"), "month": self("up to {month}"), "day": self("up to {day}")}
            return text[last_precision].format(**{last_precision: formats.date(self.code, last, last_precision, True)})
        if first is not None:
            text = {"year": self("since {year}"), "month": self("since {month}"), "day": self("since {day}")}
            return text[first_precision].format(
                **{first_precision: formats.date(self.code, first, first_precision, True)}
            )
        return self("date not stated")

    def place(self, code: str) -> str:
        """Name of a country (ISO 3166-1 alpha-3) or region of Kazakhstan (ISO 3166-2)."""
        return formats.place(self.code, code)

    def join(self, items: list[str]) -> str:
        """Words joined as a sentence joins them: a, b and c."""
        return _joined(items, {"kk": " және ", "ru": " и ", "en": " and "}[self.code])

    def either(self, items: list[str]) -> str:
        """Numbers of which one is right: 8 or 9; 8, 9 or 11."""
        return _joined(items, {"kk": " не ", "ru": " или ", "en": " or "}[self.code])

    def spelled(self, value: float) -> str:
        """A number in running text: in English one to nine are words; 7 -> seven (en), 7 (kk, ru)."""
        words = formats.SPELLED if self.code == "en" else {}
        return words.get(value) or self.number(value)


def _joined(items: list[str], last: str) -> str:
    return ", ".join(items[:-1]) + last + items[-1] if len(items) > 1 else "".join(items)
