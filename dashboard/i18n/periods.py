"""A language code and a period in; the period as a part of a sentence out: in 2024, в 2020–2023 годах, 2024 жылы."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from dashboard.i18n import formats

# Cases of the months that CLDR does not know: it has the nominative, and the genitive of Russian.
LOCATIVE_RU: tuple[str, ...] = ("январе", "феврале", "марте", "апреле", "мае", "июне")
LOCATIVE_RU += ("июле", "августе", "сентябре", "октябре", "ноябре", "декабре")
ENDINGS_KK = {
    "at": ("да", "да", "да", "де", "да", "да", "де", "да", "те", "да", "да", "да"),
    "from": ("дан", "нан", "дан", "ден", "дан", "нан", "ден", "дан", "тен", "нан", "дан", "нан"),
    "to": ("ға", "ға", "ға", "ге", "ға", "ға", "ге", "ға", "ке", "ға", "ға", "ға"),
}
# One day, month or year as a part of a sentence, by what it is there: the time of something, its beginning, its end;
# of a state of things.
# {m} is the month in the case that it takes there. ~ is a space at which no line breaks.
BARE = {"year": "{y}", "month": "{m} {y}", "day": "{d} {m} {y}"}
PART_RU = {"month": "{m} {y}~г.", "day": "{d}~{m} {y}~г."}
PART_KK = {"month": "{y}~ж. {m}", "day": "{y}~ж. {d}~{m}"}
POINTS = {
    "en": {
        "at": {"year": "in {y}", "month": "in {m} {y}", "day": "on {d} {m} {y}"},
        "from": BARE,
        "to": BARE,
        "until": BARE,
        "of": {"year": "as of {y}", "month": "as of {m} {y}", "day": "on {d} {m} {y}"},
    },
    "ru": {
        "at": {"year": "в~{y}~году", "month": "в~{m} {y}~г.", "day": "{d}~{m} {y}~г."},
        "from": PART_RU | {"year": "{y}~года"},
        "to": PART_RU | {"year": "{y}~год"},
        "until": PART_RU | {"year": "{y}~года"},
        "of": {"year": "на~{y}~год", "month": "на~{m} {y}~г.", "day": "на~{d}~{m} {y}~г."},
    },
    "kk": {
        "at": PART_KK | {"year": "{y}~жылы"},
        "from": PART_KK | {"year": "{y}~жылдан"},
        "to": PART_KK | {"year": "{y}~жылға"},
        "until": PART_KK | {"year": "{y}~жылға"},
        "of": PART_KK | {"year": "{y}~жылғы жағдай"},
    },
}
# The same without its year, where the other end of the period has it.
YEARLESS = {"month": "{m}", "day": "{d}~{m}"}
PERIODS = {
    "en": {
        "years": "in {a}–{b}",
        "days": "on {a}–{b} {m} {y}",
        "within": "in {y} up to {end}",
        "between": "from {start} to {end}",
        "until": "up to {end}",
        "since": "since {start}",
    },
    "ru": {
        "years": "в~{a}–{b}~годах",
        "days": "{a}–{b}~{m} {y}~г.",
        "within": "в~{y}~году до {end}",
        "between": "с~{start} по {end}",
        "until": "до {end}",
        "since": "с~{start}",
    },
    "kk": {
        "years": "{a}–{b}~жылдары",
        "days": "{y}~ж. {a}–{b}~{m}",
        "within": "{y}~жылы {end} дейін",
        "between": "{start} {end} дейін",
        "until": "{end} дейін",
        "since": "{start} бастап",
    },
}
# When two days are one, as precise as they are known.
SAME: dict[str, Callable[[dt.date], dt.date]] = {
    "year": lambda day: day.replace(month=1, day=1),
    "month": lambda day: day.replace(day=1),
    "day": lambda day: day,
}
# In Kazakh the year stands before the month, so it is the end of a period that need not name it again.
YEAR_FIRST = ("kk",)


@lru_cache(maxsize=4096)
def when(code: str, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
    """The period as an adverbial; nothing if it is not known."""
    if first is None or last is None:
        return _open(code, first, last, first_precision, last_precision).replace("~", "\N{NO-BREAK SPACE}")
    return _closed(code, first, last, first_precision, last_precision).replace("~", "\N{NO-BREAK SPACE}")


def as_of(code: str, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
    """The same of a state of things: on 19 August 2022, as of March 2010."""
    one = first and last and first_precision == last_precision and SAME[last_precision](first)
    if not last or one != SAME[last_precision](last):
        return when(code, first, last, first_precision, last_precision)
    return _point(code, last, last_precision, "of").replace("~", "\N{NO-BREAK SPACE}")


def _open(code: str, first: dt.date | None, last: dt.date | None, first_precision: str, last_precision: str) -> str:
    if last is not None:
        return PERIODS[code]["until"].format(end=_point(code, last, last_precision, "until"))
    if first is not None:
        return PERIODS[code]["since"].format(start=_point(code, first, first_precision, "from"))
    return ""


def _closed(code: str, first: dt.date, last: dt.date, first_precision: str, last_precision: str) -> str:
    said, precisions = PERIODS[code], (first_precision, last_precision)
    if precisions == ("year", "year") and first.year != last.year:
        return said["years"].format(a=first.year, b=last.year)
    if precisions[0] == precisions[1] and SAME[last_precision](first) == SAME[last_precision](last):
        return _point(code, first, last_precision, "at")
    if first.year != last.year or last_precision == "year":
        begun = "year" if first_precision == "day" and (first.month, first.day) == (1, 1) else first_precision
        start, end = _point(code, first, begun, "from"), _point(code, last, last_precision, "to")
        return said["between"].format(start=start, end=end)
    if first_precision == "year":
        end = YEARLESS[last_precision].format(d=last.day, m=_month(code, last, last_precision, "until"))
        return said["within"].format(y=first.year, end=end)
    if precisions == ("day", "day") and first.month == last.month:
        return said["days"].format(a=first.day, b=last.day, m=_month(code, last, "day", "at"), y=last.year)
    return said["between"].format(**_ends(code, first, last, first_precision, last_precision))


def _ends(code: str, first: dt.date, last: dt.date, first_precision: str, last_precision: str) -> dict[str, str]:
    """Both ends of a period within one year, which is said once."""
    ends = {"start": (first, first_precision, "from"), "end": (last, last_precision, "to")}
    named = "start" if code in YEAR_FIRST else "end"
    return {
        name: _point(code, day, precision, case)
        if name == named
        else YEARLESS[precision].format(d=day.day, m=_month(code, day, precision, case))
        for name, (day, precision, case) in ends.items()
    }


def _point(code: str, day: dt.date, precision: str, case: str) -> str:
    return POINTS[code][case][precision].format(y=day.year, m=_month(code, day, precision, case), d=day.day)


def _month(code: str, day: dt.date, precision: str, case: str) -> str:
    """The name of the month in the case that it takes: с января, по январь, в январе, 1 января."""
    if code == "kk":
        return formats.month(code, day) + ENDINGS_KK[{"until": "to", "of": "at"}.get(case, case)][day.month - 1]
    if code == "ru" and precision == "month" and case == "at":
        return LOCATIVE_RU[day.month - 1]
    return formats.month(code, day, after_day=precision == "day" or case not in ("to", "of"))
