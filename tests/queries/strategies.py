"""Random sets of claims, such as could be published: few measures, few periods, so that they meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from dashboard.catalog import MEASURES
from tests.queries.tables import PLAIN, Claim, on_day, over_years

MONTHS = {"from_precision": "month", "to_precision": "month"}
Drawn = dict[str, st.SearchStrategy[Any]]

PERIODS: tuple[Claim, ...] = (
    over_years(2022, 2022),
    over_years(2024, 2024),
    over_years(2020, 2023),
    over_years(2022, 2024),
    over_years(2019, 2019),
    {"period_from": date(2024, 7, 1), "period_to": date(2024, 7, 31)} | MONTHS,
    {"period_from": date(2023, 11, 1), "period_to": date(2024, 2, 29)} | MONTHS,
    over_years(2024, 2024) | MONTHS,
    on_day(2022, 8, 19),
    {"period_from": None, "period_to": date(2023, 6, 30), "from_precision": None, "to_precision": "month"},
    {"period_from": date(2021, 1, 1), "period_to": None, "from_precision": "year", "to_precision": None},
    dict.fromkeys(("period_from", "period_to", "from_precision", "to_precision")),
)
# The same year, told by years and by months.
MEETING = (over_years(2024, 2024), over_years(2024, 2024), over_years(2024, 2024) | MONTHS, over_years(2020, 2023))
LONG_AGO = [over_years(2001 + start, 2001 + start + more) for start in range(10) for more in (0, 0, 2)]
HOSTS = ("KEN", "THA", "TUR", "JOR", "KAZ")
AGENCIES = ("ESCAP", "IOM", "UNDP", "UNFPA")
SAID: tuple[Claim, ...] = (
    {"source": "RU", "said_in": "ru"},
    {"source": "RU-LATE", "said_in": None},
    {"source": "EN", "said_in": "ru"},
    {"source": "EN-OFFICIAL", "said_in": None},
    {"source": "KK-UNDATED", "said_in": "kk"},
)
# What a measure can be told apart by; others are of one origin, sex and place.
ABROAD = ("placements", "placements", "placements", "candidates", "secretariat_volunteers", "funded_assignments")
UN = ("un_volunteers", "un_volunteers", "un_volunteers", "national_un_volunteers", "international_un_volunteers")
WORLD = ("un_volunteers", "un_volunteers", "un_volunteers_mobilised")
LOCAL = tuple(code for code in MEASURES if code.startswith("local_"))
EVENTS = ("event_volunteers", "foreign_event_volunteers", "event_applications", "event_participants")
EVERYTHING = tuple(MEASURES)
AT_HOME = ("volunteers_at_home", "volunteers_at_home", "surveyed_volunteers", "organisations_at_home")
PEERS = ("un_volunteers", "un_volunteers", "placements", "placements", "funded_assignments")
HEADLINES = ("placements", "placements", "candidates", "volunteers_at_home", "un_volunteers", "surveyed_volunteers")
REGIONS = ("SSA", "LAC", "AP", "ARAB", "ECIS")

numbers = st.integers(1, 12).map(float)
qualifiers = st.sampled_from(("exact", "exact", "exact", "at_least", "over", "almost", "about"))
kinds = st.sampled_from(("flow", "flow", "flow", "stock", "cumulative"))
ANY = {"value": numbers, "qualifier": qualifiers, "kind": kinds, "origin": st.sampled_from(("KAZ", "KAZ", "SWE", None))}
# Mostly such claims as can be calculated with.
ALIKE = {
    "value": numbers,
    "qualifier": st.sampled_from(("exact",) * 7 + ("about",)),
    "kind": st.sampled_from(("flow",) * 7 + ("stock",)),
    "origin": st.sampled_from(("KAZ",) * 7 + ("SWE",)),
}
OF_TWO = ALIKE | {"origin": st.sampled_from(("KAZ", "SWE")), "hosts": st.just([]), "agencies": st.just([])}
# Mostly such as meet in one tile.
TILED = ALIKE | {"hosts": st.sampled_from(([], [], ["KEN"])), "agencies": st.sampled_from(([], [], ["UNDP"]))}
SENT = {"value": numbers, "qualifier": qualifiers, "kind": kinds, "origin": ALIKE["origin"]}
WORLDWIDE = ALIKE | {"origin": st.sampled_from((None,) * 7 + ("SWE",))}


def of_the_world() -> st.SearchStrategy[list[Claim]]:
    """UN Volunteers worldwide, over a few of a dozen years."""
    return claim_sets(WORLD, LONG_AGO, WORLDWIDE)


def lists(codes: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """None to four of the codes."""
    return st.integers(0, 2 ** len(codes) - 1).map(
        lambda bits: [code for place, code in enumerate(codes) if bits >> place & 1][:4]
    )


def of(measure: str) -> Drawn:
    """What else claims of a measure can be about."""
    who: Drawn = {}
    if measure in ("un_volunteers", "growth_pct", "women_share_pct"):
        who["world_region"] = st.sampled_from((None, None, "SSA", "AP"))
    if measure == "un_volunteers":
        who["sex"] = st.sampled_from((None, None, None, "F"))
    if measure in (*LOCAL, "event_volunteers"):
        who["region"] = st.sampled_from(("KZ-71", "KZ-23", "KZ-63"))
    if measure in EVENTS:
        who["event"] = st.sampled_from(("floods", "pandemic", "expo_2017"))
    return who


@st.composite
def statements(draw: st.DrawFn, measures: Sequence[str], periods: Sequence[Claim], numbered: Drawn) -> Claim:
    """One claim, not yet with an id of its own."""
    measure = draw(st.sampled_from(measures))
    drawn = {"hosts": lists(HOSTS[:4]), "agencies": lists(AGENCIES)} | of(measure) | numbered
    if measure == "national_un_volunteers":
        drawn["hosts"] = st.sampled_from(([], ["KAZ"]))
    if measure == "un_volunteers_in_host":
        drawn["hosts"] = lists(HOSTS)
    return (
        PLAIN
        | {"measure": measure}
        | draw(st.sampled_from(periods))
        | draw(st.sampled_from(SAID))
        | {column: draw(values) for column, values in drawn.items()}
    )


@st.composite
def echoed(draw: st.DrawFn, claims: list[Claim]) -> list[Claim]:
    """The same and one more, which repeats one of them, disputes it, or does not fit with it."""
    originals = [claim for claim in claims if claim["corroborates"] is None]
    first = draw(st.sampled_from(originals))
    other = first | draw(st.sampled_from(SAID)) | {"claim": f"{first['claim']}-{len(claims)}"}
    relation = draw(st.sampled_from(("corroborates", "dispute", "tension")))
    if relation == "corroborates":
        other |= {"corroborates": first["claim"], "dispute": None, "tension": None}
        other |= {"hosts": draw(lists(HOSTS[:4])), "agencies": draw(lists(AGENCIES))}
        return [*claims, other | draw(st.sampled_from(({}, *PERIODS)))]
    code = {relation: first[relation] or f"{relation.upper()}-{first['claim']}"}
    if relation == "dispute":
        other |= {"value": first["value"] + draw(st.integers(1, 3)), "qualifier": draw(qualifiers)} | code
    else:
        other |= {"kind": draw(kinds), "dispute": None} | draw(st.sampled_from(PERIODS)) | code
    return [*(claim | code if claim is first else claim for claim in claims), other]


@st.composite
def claim_sets(
    draw: st.DrawFn, measures: Sequence[str], periods: Sequence[Claim] = PERIODS, numbered: Drawn = ANY
) -> list[Claim]:
    """None to eight claims with ids of their own; a few of them speak of another."""
    drawn = draw(st.lists(statements(measures, periods, numbered), max_size=5))
    claims = [claim | {"claim": f"{letter}{len(drawn)}"} for letter, claim in zip("BDACE", drawn, strict=False)]
    for _ in range(draw(st.integers(0, 3)) if claims else 0):
        claims = draw(echoed(claims))
    return claims


@st.composite
def regions_of_the_world(draw: st.DrawFn) -> list[Claim]:
    """UN Volunteers in the regions of the world over one year, mostly all five, and worldwide."""
    world = PLAIN | {"measure": "un_volunteers", "origin": None}
    named = draw(st.sampled_from((REGIONS, REGIONS, REGIONS, REGIONS[:4], (*REGIONS, "AP"))))
    exact = st.sampled_from(("exact",) * 19 + ("about",))
    claims = [
        world | {"claim": f"R{place}", "world_region": region, "value": draw(numbers), "qualifier": draw(exact)}
        for place, region in enumerate(named)
    ]
    totals = draw(st.integers(0, 2))
    claims += [
        world | {"claim": f"T{place}", "value": draw(numbers)} | draw(st.sampled_from(SAID)) for place in range(totals)
    ]
    return draw(echoed(claims)) if draw(st.booleans()) else claims
