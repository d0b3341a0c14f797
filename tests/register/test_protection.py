"""A counted register in, the names of the cells that its release withholds out: safe, and no more than that takes."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from dashboard.i18n import Language
from dashboard.publish import cells, protection, whole
from dashboard.publish.disclosure.breaches import breaches
from dashboard.publish.disclosure.cells import Relation, at_most
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.protection import Forgotten, knowledge
from tests.register import rows, shown
from tests.register.rows import DAY, Row

SECONDS = 8
POLICY = Policy()


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": "1"}) as made:
        yield made


def counted(connection: duckdb.DuckDBPyConnection, register: list[Row]) -> None:
    rows.table(connection, register)
    cells.count(connection, shown.AS_OF)


def small(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """What a careless publisher would withhold."""
    return frozenset(cell for (cell,) in connection.sql("SELECT cell FROM cells WHERE behind IN (1, 2)").fetchall())


def protect(connection: duckdb.DuckDBPyConnection, earlier: list[Release] | None = None) -> frozenset[str]:
    return protection.protect(connection, POLICY, earlier or [], cells.CLAIMS, SECONDS)


def known(connection) -> list[Relation]:
    return knowledge.relations(connection, cells.CLAIMS, POLICY.zeros_published)


def worked_out(connection, withheld: frozenset[str], earlier: list[Release] | None = None) -> dict:
    return breaches(knowledge.cells(connection), known(connection), withheld, POLICY, earlier or [])


def people(place: str, number: int, sex: str = "F", year: int = 2024, first: int = 0) -> list[Row]:
    host, agency = place.split()
    day = DAY(year, 3, 1), DAY(year, 8, 31)
    return [
        Row(f"{place} {n + first}", host, agency, "un_volunteers", "youth", *day, sex, "Y15T24", "KZ-75")
        for n in range(number)
    ]


# Of ten, nine are in Kenya and one in Thailand: whoever knows the total and Kenya knows Thailand.
TEN = [*people("KEN UNDP", 9), *people("THA UNDP", 1)]


def test_a_number_that_its_total_would_tell_takes_another_with_it(connection):
    counted(connection, TEN)
    thailand = "abroad/by_host/2024/THA/people"
    assert worked_out(connection, small(connection))[thailand] == (1, 1)
    gone = protect(connection)
    assert small(connection) < gone and thailand in gone
    assert worked_out(connection, gone) == {}
    assert {"abroad/by_host/2024/KEN/people", "abroad/by_year/2024/_T/people"} & gone


def test_the_cheapest_of_those_that_help_are_taken(connection):
    """Four in Jordan hide the one in Thailand as well as nine in Kenya would, and readers lose less."""
    counted(connection, [*TEN, *people("JOR UNDP", 4)])
    gone = protect(connection)
    assert "abroad/by_host/2024/JOR/people" in gone
    assert not {"abroad/by_host/2024/KEN/people", "abroad/by_year/2024/_T/people"} & gone


def test_where_nobody_is_few_everything_is_shown(connection):
    counted(connection, [*people("KEN UNDP", 9), *people("THA UNDP", 5)])
    assert protect(connection) == frozenset()


def test_a_register_of_one_person_shows_none_of_its_numbers(connection):
    counted(connection, people("KEN UNDP", 1))
    nonzero = {cell for (cell,) in connection.sql("SELECT cell FROM cells WHERE value > 0").fetchall()}
    assert protect(connection) >= nonzero


@pytest.mark.register
def test_what_is_counted_by_hand_holds_out_beside_the_published_statements(connection):
    counted(connection, shown.HAND)
    assert worked_out(connection, small(connection)) != {}
    assert worked_out(connection, protect(connection)) == {}


def test_the_attacker_knows_the_published_statements_that_are_true_of_the_register(connection):
    """Seven in Kenya, Thailand and Türkiye in 2024 are at least seven there; nobody can say so of another register."""
    counted(connection, shown.HAND)
    names = [f"abroad/by_host/2024/{host}/people" for host in ("KEN", "THA", "TUR")]
    assert Relation(dict.fromkeys(names, 1), 7, None) in known(connection)
    counted(connection, [row for row in shown.HAND if row.host != "THA" or row.start_date.year != 2024])
    assert not any(relation.low == 7 and set(relation.weights) <= set(names) for relation in known(connection))


def test_a_span_and_the_years_around_it_make_all_years(connection):
    """Nine in the span and seven after it, nobody in both: sixteen. With somebody in both, only bounds are known."""
    span, after, whole = (
        f"abroad/{name}/people"
        for name in (
            "by_span/_T/2020-2023.full_funding",
            "by_programme/2024/full_funding",
            "by_programme/_T/full_funding",
        )
    )
    counted(connection, shown.HAND)
    assert Relation({whole: -1, span: 1, after: 1}, 0, 0) in known(connection)
    counted(connection, [*shown.HAND, shown.person("p4", 2024, "KEN UNDP", "full_funding youth", ("F", None, None))])
    assert at_most(span, whole) in known(connection)
    assert Relation({whole: -1, span: 1, after: 1}, 0, None) in known(connection)


def release(connection: duckdb.DuckDBPyConnection, name: str, withheld: frozenset[str]) -> Release:
    return Release(name, tuple(knowledge.cells(connection)), tuple(known(connection)), withheld)


def test_a_second_release_does_not_give_the_first_away(connection):
    """One in Thailand was hidden behind Jordan. Were only Kenya withheld next time, Jordan would tell of Thailand."""
    counted(connection, [*TEN, *people("JOR UNDP", 4)])
    first = release(connection, "first", protect(connection))
    counted(connection, [*TEN, *people("JOR UNDP", 4), *people("KEN UNDP", 3, year=2023)])
    careless = frozenset(cell for cell in protect(connection) | small(connection) if "/JOR/" not in cell)
    assert worked_out(connection, careless, [first]) != {}
    gone = protect(connection, [first])
    assert worked_out(connection, gone, [first]) == {}
    assert "abroad/by_host/2024/JOR/people" in gone


def test_what_a_release_was_made_of_comes_back_from_the_store(connection, tmp_path):
    counted(connection, TEN)
    gone = protect(connection)
    protection.keep_knowledge(tmp_path, "2024-12-31-0123abcd", connection, gone)
    (kept,) = protection.earlier(tmp_path, [{"release": "2024-12-31-0123abcd"}])
    assert (kept.name, kept.withheld) == ("2024-12-31-0123abcd", gone)
    assert {(cell.name, cell.value, cell.people) for cell in kept.cells} == {
        (cell.name, cell.value, cell.people) for cell in knowledge.cells(connection)
    }
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "releases").rglob("*"))


def test_what_a_killed_process_left_half_written_is_no_release(connection, tmp_path):
    """Else nothing could be published any more."""
    counted(connection, TEN)
    protection.keep_knowledge(tmp_path, "2024-12-31-0123abcd", connection, protect(connection))
    (tmp_path / "releases" / whole.NEXT).mkdir()
    (kept,) = protection.earlier(tmp_path, [{"release": "2024-12-31-0123abcd"}])
    assert kept.name == "2024-12-31-0123abcd"


def test_a_public_release_that_the_store_has_forgotten_stands_in_the_way(tmp_path):
    with pytest.raises(Forgotten) as forgotten:
        protection.earlier(tmp_path, [{"release": "2024-12-31-0123abcd"}])
    assert "2024-12-31-0123abcd" in forgotten.value.sentence(Language("en"))
