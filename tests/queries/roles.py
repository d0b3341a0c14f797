"""Rows of a chart and the claims behind them in; out comes which of them a title may quote, worked out once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from tests.queries.allowed import lies_in
from tests.queries.derived import WHO, is_part
from tests.queries.stated import Claims, ids
from tests.queries.tables import Claim, Row

Picks = Callable[[list[Row], Claims], list[Row]]
Holds = Callable[[Row, Claims], bool]


class Quoted(NamedTuple):
    """The role, how its rows are picked, out of which rows, and whether measure by measure."""

    role: str
    pick: Picks
    of: Holds
    each: bool = True


def newest(rows: list[Row], _: Claims) -> list[Row]:
    dated = [row for row in rows if row["period_to"]]
    return [row for row in dated if ends(row) == max(map(ends, dated))]


def of_the_last_month(rows: list[Row], _: Claims) -> list[Row]:
    """Those that end in the last month; of these the ones that began last."""
    dated = [row for row in rows if row["period_to"]]
    return [row for row in dated if ends_in(row) == max(map(ends_in, dated))]


def last_or_missing(rows: list[Row], claims: Claims) -> list[Row]:
    return of_the_last_month(rows, claims) or [row for row in rows if row["status"] == "O"]


def before(rows: list[Row], claims: Claims) -> list[Row]:
    last = newest(rows, claims)
    return newest([row for row in rows if row not in last], claims)


def first(rows: list[Row], _: Claims) -> list[Row]:
    dated = [row for row in rows if row["period_to"]]
    return [row for row in dated if starts(row) == min(map(starts, dated))]


def largest(rows: list[Row], claims: Claims) -> list[Row]:
    """Those with the largest number, and what their sources set against it."""
    most = [row for row in rows if row["value"] == max(each["value"] for each in rows)]
    return [row for row in rows if row in most or any(rival(row, other, claims) for other in most)]


def largest_of_newest(rows: list[Row], claims: Claims) -> list[Row]:
    return largest(newest(rows, claims), claims)


def ends(row: Row) -> tuple[date, date]:
    return row["period_to"], row["period_from"] or date.min


def ends_in(row: Row) -> tuple[int, int, date]:
    return row["period_to"].year, row["period_to"].month, row["period_from"] or date.min


def starts(row: Row) -> tuple[date, date]:
    return row["period_from"] or date.max, row["period_to"]


def of(row: Row, claims: Claims) -> Claim:
    return claims[ids(row)[0]]


def rival(row: Row, other: Row, claims: Claims) -> bool:
    """Whether two rows are sides of one dispute."""
    dispute = of(row, claims)["dispute"]
    return dispute is not None and dispute == of(other, claims)["dispute"]


def measured(*codes: str) -> Holds:
    return lambda row, _: row["measure"] in codes


def everyone(*codes: str) -> Holds:
    return lambda row, claims: row["measure"] in codes and not any(of(row, claims)[column] for column in WHO)


def any_row(row: Row, _: Claims) -> bool:
    return bool(ids(row))


def of_a_period(row: Row, claims: Claims) -> bool:
    """A flow of all people from Kazakhstan, or what is left of one."""
    claim = of(row, claims)
    at_home = row["measure"] == "national_un_volunteers" and claim["hosts"] == ["KAZ"]
    every = not any(claim[column] for column in WHO) and not is_part(claim, list(claims.values()))
    alone = every and not claim["agencies"] and (not claim["hosts"] or at_home)
    return row["kind"] == "flow" and (row["status"] == "E" or alone)


def from_home(row: Row, _: Claims) -> bool:
    return bool(row["origin"] == "KAZ")


def un_volunteers_of_a_year(row: Row, _: Claims) -> bool:
    return row["measure"] == "un_volunteers" and bool(row["comparable"])


def of_a_region(row: Row, _: Claims) -> bool:
    """Not what they sum to, nor the number of the world."""
    return row["world_region"] not in ("_S", "_T")


def everywhere(row: Row, _: Claims) -> bool:
    return row["world_region"] is None


def sent_over_a_period(row: Row, _: Claims) -> bool:
    return row["kind"] == "flow" and row["corroborates"] is None


def total_of(home: bool) -> Holds:
    """UN Volunteers of all origins in one country: in Kazakhstan, or elsewhere."""

    def holds(row: Row, _: Claims) -> bool:
        total = row["measure"] == "un_volunteers_in_host" and row["origin"] is None
        return bool(total and (row["hosts"] == ["KAZ"]) is home)

    return holds


def comparable(row: Row, _: Claims) -> bool:
    return bool(row["comparable"])


def over_time(of_whom: Holds) -> tuple[Quoted, ...]:
    return Quoted("newest", newest, of_whom), Quoted("first", first, of_whom)


SENT = measured("placements")
HELPERS = measured("event_volunteers")
NAMED = (Quoted("newest", newest, any_row),)
# In each chart that has any, those with precedence first.
ROLES: dict[str, tuple[Quoted, ...]] = {
    "bilateral_volunteers": (Quoted("home", of_the_last_month, any_row),),
    "bilateral_volunteers_worldwide": (Quoted("largest", largest, comparable),),
    "government_contributions": (Quoted("largest", largest, any_row),),
    "organisations_at_home_by_year": over_time(everyone("organisations_at_home")),
    "peers_government_funded": (
        Quoted("home", newest, from_home),
        Quoted("largest", largest, un_volunteers_of_a_year),
    ),
    "placements_background": (Quoted("newest", of_the_last_month, everywhere, each=False),),
    "placements_by_agency": NAMED,
    "placements_by_country": NAMED,
    "placements_by_year": (Quoted("newest", newest, SENT), Quoted("before", before, SENT)),
    "placements_claims": (Quoted("newest", of_the_last_month, sent_over_a_period),),
    "placements_selection": (Quoted("newest", newest, measured("candidates", "placements")),),
    "emergency_service_volunteers": (Quoted("newest", of_the_last_month, any_row, each=False),),
    "programmes_at_home": (Quoted("newest", of_the_last_month, any_row, each=False),),
    "volunteer_awards_and_grants": (Quoted("newest", of_the_last_month, any_row, each=False),),
    "qazvolunteer_platform": (Quoted("newest", of_the_last_month, any_row),),
    "un_volunteers_by_origin": (Quoted("newest", of_the_last_month, measured("un_volunteers")),),
    "un_volunteers_by_agency": (Quoted("newest", of_the_last_month, any_row),),
    "un_volunteers_by_age_and_sex": (Quoted("newest", of_the_last_month, everywhere, each=False),),
    "un_volunteers_by_origin_and_kind": (Quoted("newest", of_the_last_month, measured("placements")),),
    "un_volunteers_from_global_south": (Quoted("newest", of_the_last_month, everywhere, each=False),),
    "un_volunteers_by_region": (Quoted("largest", largest_of_newest, of_a_region),),
    "un_volunteers_from_kazakhstan": (Quoted("newest", newest, of_a_period),),
    "un_volunteers_growth_by_region": (Quoted("largest", largest_of_newest, any_row),),
    "un_volunteers_in_host_countries": (
        Quoted("newest", of_the_last_month, total_of(home=False)),
        Quoted("home", last_or_missing, total_of(home=True)),
    ),
    "un_volunteers_makeup": (Quoted("newest", of_the_last_month, everywhere, each=False),),
    "un_volunteers_profile_by_year": over_time(any_row),
    "un_volunteers_worldwide_by_year": over_time(lambda row, _: row["measure"] == "un_volunteers" and bool(ids(row))),
    "volunteering_surveys": (Quoted("largest", largest, any_row, each=False),),
    "volunteering_worldwide": (Quoted("newest", of_the_last_month, any_row),),
    "volunteers_at_events": (Quoted("largest", largest, HELPERS),),
    "volunteers_at_home_by_year": (
        *over_time(everyone("volunteers_at_home")),
        Quoted("newest", newest, everyone("surveyed_volunteers")),
    ),
    "volunteers_in_emergencies": (Quoted("newest", newest, HELPERS), Quoted("largest", largest, HELPERS)),
}


def by_measure(rows: list[Row]) -> list[list[Row]]:
    codes = {row.get("measure") for row in rows}
    return [[row for row in rows if row.get("measure") == code] for code in codes]


def expected(name: str, rows: Sequence[Row], claims: Claims, year: int | None) -> list[str | None]:
    """The role of each row of the answer to a chart's query."""
    roles: list[str | None] = [None] * len(rows)
    if name == "placements_map":
        marks = [row for row in rows if row["mark"] == "statement" and row["period_to"]]
        of_year = [row for row in marks if lies_in(of(row, claims), year)]
        picked = newest(of_year or marks, claims)
        return ["newest" if row in picked else None for row in rows]
    for quoted in ROLES.get(name, ()):
        asked = [row for row in rows if quoted.of(row, claims)]
        for alike in by_measure(asked) if quoted.each else [asked]:
            picked = quoted.pick(alike, claims)
            roles = [role or (quoted.role if row in picked else None) for row, role in zip(rows, roles, strict=True)]
    return roles
