"""A folder in; small releases of the register in it out, as the page shows them. Nobody in them is real."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from dashboard.publish import cells, lock, released, synthetic
from dashboard.publish.draft import Facts
from tests.register import rows
from tests.register.rows import DAY, Row

POLICY = {"threshold": 3, "least": 1, "most": 3, "signed_by": ""}
AS_OF = DAY(2024, 12, 31)
# Nothing on this day, but three quarters of the last year are over.
IN_THE_YEAR = DAY(2024, 9, 30)
YOUNG, SKILLED, OLD = ("Y15T24", "KZ-75"), ("Y25T34", "KZ-71"), ("Y_GE45", None)
FUNDED, UNV, NATIONAL = "full_funding", "un_volunteers", "national"


def person(name: str, year: int, place: str, terms: str, traits: Sequence[str | None]) -> Row:
    """An assignment from March to August, which is 184 days."""
    host, agency = place.split()
    programme, category = terms.split()
    return Row(name, host, agency, programme, category, DAY(year, 3, 1), DAY(year, 8, 31), *traits)


def people(names: str, year: int, place: str, terms: str, sexes: str, traits: tuple[str | None, ...]) -> list[Row]:
    """One assignment for each name; `sexes` has a letter for each, a dash where nothing is stated."""
    letters = [None if letter == "-" else letter for letter in sexes]
    return [person(name, year, place, terms, (sex, *traits)) for name, sex in zip(names.split(), letters, strict=True)]


# Nine with full funding in 2020-2023, seven in 2024, as published; ten people are women, one person went twice.
ABROAD = [
    *people("p1 p2 p3", 2020, "KEN UNDP", f"{FUNDED} youth", "FFM", YOUNG),
    *people("p4 p5", 2022, "THA UNICEF", f"{FUNDED} specialist", "FM", SKILLED),
    *people("p6", 2022, "KEN UNDP", f"{FUNDED} youth", "M", YOUNG),
    *people("p7 p8 p9", 2023, "JOR UNDP", f"{FUNDED} expert", "F-M", OLD),
    *people("p10 p11 p12 p13", 2024, "KEN UNDP", f"{FUNDED} youth", "FFFM", YOUNG),
    *people("p14 p15", 2024, "THA UNICEF", f"{FUNDED} specialist", "FF", SKILLED),
    *people("p16", 2024, "TUR UNDP", f"{FUNDED} youth", "F", YOUNG),
    *people("p1", 2024, "KEN UNICEF", f"{UNV} expert", "F", SKILLED),
]
# Six in 2022, three in 2024, of whom two were there before: seven people.
AT_HOME = [
    *people("h1 h2 h3 h4 h5 h6", 2022, "KAZ UNV", f"{NATIONAL} national", "FFFMMM", SKILLED),
    *people("h1 h2 h7", 2024, "KAZ UNV", f"{NATIONAL} national", "FFM", SKILLED),
]
HAND = [*ABROAD, *AT_HOME]
# One more in Kenya in 2024.
MORE = [*HAND, *people("p17", 2024, "KEN UNDP", f"{FUNDED} youth", "M", YOUNG)]
# Numbers with one or two people behind them. It protects little, but which they are can be counted by hand.
SMALL = "SELECT cell FROM cells WHERE behind IN (1, 2)"
INVENTED, SEED = 2_000, 7
INVENTED_AS_OF = DAY(2025, 12, 31)


class Releases(NamedTuple):
    """Folders of releases: by hand, the same after a revision, by hand within a year, invented, and without any."""

    hand: Path
    revised: Path
    partial: Path
    synthetic: Path
    none: Path


def publish(folder: Path, register: Sequence[Row] = HAND, as_of: dt.date = AS_OF) -> dict[str, Any]:
    """release.json of a register whose numbers with one or two people behind them are withheld; it is shown now."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        rows.table(connection, register)
        return _release(folder, connection, Facts(as_of, POLICY))


def invent(folder: Path, number: int = INVENTED) -> dict[str, Any]:
    """The same of an invented register."""
    with duckdb.connect(config={"threads": "1"}) as connection:
        synthetic.assignments(connection, number, SEED)
        return _release(folder, connection, Facts(INVENTED_AS_OF, POLICY, synthetic=True))


def _release(folder: Path, connection: duckdb.DuckDBPyConnection, facts: Facts) -> dict[str, Any]:
    cells.count(connection, facts.as_of)
    withheld = {cell for (cell,) in connection.sql(SMALL).fetchall()}
    with lock.hold(folder) as held:
        return released.publish(held, connection, withheld, facts)


def releases(folder: Path) -> Releases:
    """All of them, each in a folder of its own."""
    made = Releases(*(folder / name for name in Releases._fields))
    for each in (made.hand, made.revised):
        publish(each)
    publish(made.revised, MORE)
    publish(made.partial, as_of=IN_THE_YEAR)
    invent(made.synthetic)
    return made
