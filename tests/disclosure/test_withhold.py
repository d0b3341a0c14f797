"""Which cells are withheld so that no small one can be worked out: counted by hand, and tried against all choices."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.attack import attack
from dashboard.publish.disclosure.breaches import breaches
from dashboard.publish.disclosure.cells import Cell, Relation, adds_up, at_most, overlaps, stated
from dashboard.publish.disclosure.policy import Exempt, Policy
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.withhold import withhold
from tests.disclosure import brute
from tests.disclosure.registers import register
from tests.disclosure.test_attack import counts

ZEROS_WITHHELD = Policy(least=0, zeros_published=False)


def test_nothing_small_is_nothing_withheld():
    assert withhold(counts(a=3, b=5, whole=8), adds_up("whole", "ab"), Policy()) == set()


def test_where_nothing_was_counted_nothing_is_withheld():
    assert withhold([], [], Policy()) == withhold(counts(a=0), [], Policy()) == set()


def test_beside_a_small_part_the_part_that_loses_least_is_withheld():
    cells = [Cell("a", 1, 1), Cell("b", 40, 40, loss=3), Cell("c", 5, 5, loss=2), Cell("whole", 46, 46, loss=9)]
    assert withhold(cells, adds_up("whole", "abc"), Policy()) == {"a", "c"}


def test_a_part_too_small_to_hide_behind_is_not_enough():
    # 1 + 2 are 3 in any case, and 1 can be no more than 2: a third cell has to go.
    cells = [Cell("a", 1, 1), Cell("b", 2, 2), Cell("c", 30, 30), Cell("whole", 33, 33, loss=9)]
    assert withhold(cells, adds_up("whole", "abc"), Policy()) == {"a", "b", "c"}


def test_in_a_table_four_corners_go():
    # Small: a. The square a, b, d, e costs 3 more; every other square holds one of the cells of loss 5.
    rows = {"abc": (1, 9, 9), "def": (9, 9, 9), "ghi": (9, 9, 9)}
    losses = dict.fromkeys("cfghi", 5)
    cells = [Cell(n, v, v, losses.get(n, 1)) for names, row in rows.items() for n, v in zip(names, row, strict=True)]
    sums = {"abc": 19, "def": 27, "ghi": 27, "adg": 19, "beh": 27, "cfi": 27}
    cells += [Cell(f"sum {names}", value, value, 9) for names, value in sums.items()]
    relations = [relation for names in sums for relation in adds_up(f"sum {names}", names)]
    assert withhold(cells, relations, Policy()) == set("abde")


def test_two_people_with_many_days_are_hidden_in_people_assignments_and_days():
    # In a 2 people with 700 days and in b 20 with 7000; one was in both. Each total stays public.
    values = {"people": (2, 20, 21), "assignments": (2, 20, 22), "days": (700, 7000, 7700)}
    places = {"a": (2, 1), "b": (20, 1), "whole": (21, 5)}
    cells = [
        Cell(f"{measure} {place}", value, people, loss)
        for measure, row in values.items()
        for value, (place, (people, loss)) in zip(row, places.items(), strict=True)
    ]
    relations = [
        *overlaps("people whole", ["people a", "people b"]),
        *adds_up("assignments whole", ["assignments a", "assignments b"]),
        *adds_up("days whole", ["days a", "days b"]),
        *(at_most(f"people {place}", f"assignments {place}") for place in places),
        *(at_most(f"assignments {place}", f"days {place}") for place in places),
    ]
    gone = withhold(cells, relations, Policy())
    # Were the people of b shown, they would have 20 assignments or more, and a of the 22 no more than 2.
    assert attack(cells, relations, gone - {"people b"}, Policy())["people a"] == (1, 2)
    assert gone == {f"{measure} {place}" for measure in values for place in "ab"}
    assert attack(cells, relations, gone, Policy())["people a"] == (1, 21)


def test_assignments_go_too_where_they_would_tell_the_people():
    cells = [Cell("people a", 1, 1), Cell("people b", 5, 5), Cell("people", 6, 6, 9)]
    relations = adds_up("people", ["people a", "people b"])
    assert withhold(cells, relations, Policy()) == {"people a", "people b"}
    # Four of the other five were sent once and one twice: published, these six tell nothing of a (1 to 5) or b.
    cells.append(Cell("assignments b", 6, 5))
    relations.append(at_most("people b", "assignments b"))
    assert withhold(cells, relations, Policy()) == {"people a", "people b"}
    # But where everybody is known to be sent once, the assignments of b are its people, and these tell those of a.
    cells[-1] = Cell("assignments b", 5, 5)
    relations.append(at_most("assignments b", "people b"))
    assert withhold(cells, relations, Policy()) == {"people a", "people b", "assignments b"}


def test_published_zeros_tell_that_two_countries_make_two_at_least():
    cells = counts(a=1, b=1, c=0, whole=2)
    assert withhold(cells, adds_up("whole", "abc"), Policy()) == {"a", "b", "whole"}
    assert attack(cells, adds_up("whole", "abc"), {"a", "b", "whole"}, Policy())["whole"] == (2, None)


def test_where_zeros_are_small_they_go_and_hide_each_other():
    cells = [*counts(a=1, b=0, c=0), Cell("d", 30, 30, 2), Cell("whole", 31, 31, 9)]
    assert withhold(cells, adds_up("whole", "abcd"), ZEROS_WITHHELD) == set("abcd")


def test_what_only_whole_numbers_give_away_is_hidden_too():
    # 5a + 5b + c = 31, and c is at most the bound of 4. Real numbers would let c be anything from 1 to 4; in whole ones
    # only 1 is left, until the bound goes as well: then b may be 1 or 2, and c 11 or 6.
    cells = [Cell("a", 3, 3, 2), Cell("b", 3, 3), Cell("c", 1, 1), Cell("bound", 4, 4, 5)]
    relations = [Relation({"a": 5, "b": 5, "c": 1}, 31, 31), at_most("c", "bound")]
    assert attack(cells, relations, set("abc"), Policy())["c"] == (1, 1)
    assert withhold(cells, relations, Policy()) == {"b", "c", "bound"}
    assert attack(cells, relations, {"b", "c", "bound"}, Policy())["c"] == (1, 11)


def test_what_was_withheld_before_stays_withheld():
    cells = [Cell("a", 7, 7, public=False), Cell("b", 9, 9), Cell("whole", 16, 16, 9)]
    assert withhold(cells, adds_up("whole", "ab"), Policy()) == {"a", "b"}


def test_an_exception_stays_public_and_others_go_instead():
    cells = [Cell("a", 1, 1), Cell("b", 6, 6), Cell("whole", 7, 7)]
    kept = Policy(exceptions=(Exempt("whole", "SEVEN"),))
    assert withhold(cells, adds_up("whole", "ab"), kept) == {"a", "b"}


@pytest.mark.parametrize(
    ("cells", "relations", "exceptions", "sentence", "named"),
    [
        (counts(a=1, b=6, whole=7), adds_up("whole", "ab"), ["b", "whole"], problems.UNSAFE, ("a",)),
        (counts(a=1, b=1, whole=2), [*adds_up("whole", "ab"), stated("ab", 2, 2)], [], problems.UNSAFE, ("a", "b")),
        (counts(a=1, b=6), [], ["c"], problems.NO_CELL, ("c",)),
        ([Cell("a", 1, 1, public=True)], [], [], problems.KNOWN, ("a",)),
    ],
)
def test_where_nothing_is_safe_the_release_is_refused(cells, relations, exceptions, sentence, named):
    with pytest.raises(Refused) as refused:
        withhold(cells, relations, Policy(exceptions=tuple(Exempt(cell, "SEVEN") for cell in exceptions)))
    assert refused.value.sentence == sentence
    assert set(named) <= set(refused.value.cells)


@pytest.mark.parametrize("seconds", [0, 0.2])
def test_who_has_no_time_for_the_cheapest_gets_a_safe_choice_and_is_told(seconds, caplog):
    caplog.set_level("INFO")
    cells, relations, policy, *_ = register(27)
    gone = withhold(cells, relations, policy, seconds=seconds)
    assert breaches(cells, relations, gone, policy) == {}
    assert "withheld: a loss of" in caplog.text


small = st.integers(0, 4)
losses = st.lists(st.integers(1, 3), min_size=9, max_size=9)


def agrees(cells, relations, policy):
    """The solver's loss is that of the best of all choices, and its choice keeps the policy."""
    best = brute.least_loss(cells, relations, policy)
    try:
        gone = withhold(cells, relations, policy)
    except Refused:
        assert best is None
        return
    assert best == sum(cell.loss for cell in cells if cell.name in gone)
    assert brute.kept(cells, brute.tables(cells, relations), gone, policy)


@settings(max_examples=30, deadline=None)
@given(small, small, small, losses, st.sampled_from([Policy(), ZEROS_WITHHELD]))
def test_no_other_choice_of_parts_and_total_loses_less(a, b, c, loss, policy):
    cells = [Cell(name, v, v, lost) for name, v, lost in zip("abct", (a, b, c, a + b + c), loss, strict=False)]
    if a + b + c + policy.width <= brute.CAP:
        agrees(cells, adds_up("t", "abc"), policy)


@settings(max_examples=30, deadline=None)
@given(small, small, small, small, losses, st.sampled_from([Policy(), ZEROS_WITHHELD]))
def test_no_other_choice_loses_less_where_one_person_may_be_in_two_cells(a, b, twice, more, loss, policy):
    whole = a + b - min(a, b, twice)
    values = {"a": a, "b": b, "whole": whole, "rows": whole + (more if whole else 0)}
    cells = [Cell(n, v, min(v, whole), lost) for (n, v), lost in zip(values.items(), loss, strict=False)]
    if whole + more + policy.width <= brute.CAP:
        agrees(cells, [*overlaps("whole", "ab"), at_most("whole", "rows")], policy)


@settings(max_examples=20, deadline=None)
@given(st.tuples(*[st.integers(0, 3)] * 4), losses, st.sampled_from([Policy(), ZEROS_WITHHELD]))
def test_no_other_choice_loses_less_in_a_table(inner, loss, policy):
    a, b, c, d = inner
    values = {"a": a, "b": b, "ab": a + b, "c": c, "d": d, "cd": c + d, "ac": a + c, "bd": b + d}
    cells = [Cell(n, v, v, lost) for (n, v), lost in zip(values.items(), loss, strict=False)]
    if max(values.values()) + policy.width <= brute.CAP:
        agrees(cells, [relation for total in ("ab", "cd", "ac", "bd") for relation in adds_up(total, total)], policy)
