"""A picture of an earlier release in; the numbers in it that are others today, in words, out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard import data, offered
from dashboard.catalog import STATUSES
from dashboard.figures import phrases
from dashboard.figures.records import records
from dashboard.i18n import Language
from dashboard.press.order import Order
from dashboard.press.proof import digest
from dashboard.view import Choices, rows

if TYPE_CHECKING:
    import pandas as pd

Stated = dict[str, list[tuple[str, str]]]


class Change(NamedTuple):
    """What a number is about, the number then, the number today; a word stands where there is none."""

    what: str
    old: str
    new: str


def changes(t: Language, wanted: Order) -> list[Change]:
    """What the figure of the order says otherwise today. Raises data.NotKept and data.BrokenData."""
    return differences(
        t, rows(wanted.name, t, _choices(wanted), wanted.release), rows(wanted.name, t, _choices(wanted))
    )


def rows_of(t: Language, wanted: Order) -> str:
    """The digest of the rows that the figure of the order has. Raises as `changes`."""
    return digested(wanted.name, rows(wanted.name, t, _choices(wanted), wanted.release))


def digested(name: str, df: pd.DataFrame) -> str:
    """The digest of the rows of a figure; of the register's map with the borders, which its release does not name."""
    borders = str(data.release()["sha256"]["borders.parquet"]) if name == "register_map" else ""
    return digest(df, borders)


def _choices(wanted: Order) -> Choices:
    return tuple((part, offered.value(code)) for part, code in wanted.choices)


def differences(t: Language, earlier: pd.DataFrame, later: pd.DataFrame) -> list[Change]:
    """The same for rows of any two releases."""
    then, now = _stated(t, earlier), _stated(t, later)
    return [
        _change(t, what, then[what], now[what]) for what in {**then, **now} if sorted(then[what]) != sorted(now[what])
    ]


def _stated(t: Language, df: pd.DataFrame) -> Stated:
    """What is said, in the words of the table under a figure -> the numbers and their statuses."""
    said: Stated = defaultdict(list)
    columns = [name for name in phrases.columns(df) if name not in ("value", "status")]
    # Only the map of the register has a number at each country.
    mark = "host" if "measure" in df else "statement"
    for row in records(df):
        if getattr(row, "mark", mark) == mark:
            what = " · ".join(filter(None, (phrases.cell(t, row, name) for name in columns)))
            said[what].append((phrases.number(t, row), t(STATUSES[row.status].title)))
    return said


def _change(t: Language, what: str, then: list[Any], now: list[Any]) -> Change:
    """The numbers; with their statuses where these alone have changed."""
    with_status = sorted(number for number, _ in then) == sorted(number for number, _ in now)
    old, new = (
        "; ".join(f"{number} ({status})" if with_status else number for number, status in said) or t("not shown")
        for said in (then, now)
    )
    return Change(what, old, new)
