"""What somebody who knows all the rest can infer of a withheld cell, counted by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publish.disclosure.attack import attack
from dashboard.publish.disclosure.cells import Cell, Relation, adds_up, at_most, overlaps, stated
from dashboard.publish.disclosure.policy import Policy
from tests.disclosure import brute

ZEROS_WITHHELD = Policy(least=0, zeros_published=False)


def counts(**values):
    """Cells whose value is the number of people behind them."""
    return [Cell(name, value, value) for name, value in values.items()]


def table() -> tuple[list[Cell], list[Relation]]:
    """Two by two with all its totals: a + b = ab, c + d = cd, a + c = ac, b + d = bd, and the whole of 24."""
    cells = counts(a=1, b=5, c=7, d=11, ab=6, cd=18, ac=8, bd=16, whole=24)
    sums = {"ab": "ab", "cd": "cd", "ac": "ac", "bd": "bd"}
    relations = [relation for total, members in sums.items() for relation in adds_up(total, members)]
    return cells, relations + adds_up("whole", ["ab", "cd"]) + adds_up("whole", ["ac", "bd"])


def test_one_withheld_part_is_its_total_less_the_others():
    assert attack(counts(a=1, b=5, whole=6), adds_up("whole", "ab"), {"a"}, Policy()) == {"a": (1, 1)}


def test_two_withheld_parts_share_what_is_left():
    found = attack(counts(a=1, b=5, whole=6), adds_up("whole", "ab"), {"a", "b"}, Policy())
    assert found == {"a": (1, 5), "b": (1, 5)}


def test_where_zeros_are_withheld_too_a_part_may_be_nothing():
    found = attack(counts(a=1, b=5, whole=6), adds_up("whole", "ab"), {"a", "b"}, ZEROS_WITHHELD)
    assert found == {"a": (0, 6), "b": (0, 6)}


def test_without_its_total_a_part_has_no_end():
    found = attack(counts(a=1, b=5, whole=6), adds_up("whole", "ab"), {"a", "whole"}, Policy())
    assert found == {"a": (1, None), "whole": (6, None)}


def test_a_cell_that_nothing_ties_down_has_no_end():
    assert attack(counts(a=2), [], {"a"}, Policy()) == {"a": (1, None)}


def test_nothing_withheld_is_nothing_to_infer():
    assert attack(*table(), set(), Policy()) == {}


def test_in_a_table_the_smallest_of_the_four_stops_them_all():
    # From a = 1, b = 5, c = 7, d = 11: a and d rise by at most 4, until b is 1; nothing falls, as a is 1 already.
    found = attack(*table(), set("abcd"), Policy())
    assert found == {"a": (1, 5), "b": (1, 5), "c": (3, 7), "d": (11, 15)}


def test_three_of_four_in_a_table_hide_nothing():
    assert attack(*table(), set("abc"), Policy()) == {"a": (1, 1), "b": (5, 5), "c": (7, 7)}


def test_people_are_at_most_their_sum_and_at_least_the_largest():
    # Four in one country, three in another, five in all: two were in both.
    cells, relations = counts(kenya=4, jordan=3, all=5), overlaps("all", ["kenya", "jordan"])
    assert attack(cells, relations, {"all"}, Policy()) == {"all": (4, 7)}
    assert attack(cells, relations, {"jordan"}, Policy()) == {"jordan": (1, 5)}
    assert attack(cells, relations, {"kenya", "jordan"}, Policy()) == {"kenya": (1, 5), "jordan": (1, 5)}


def test_people_are_no_more_than_their_assignments():
    cells = [Cell("people", 2, 2), Cell("assignments", 3, 2)]
    assert attack(cells, [at_most("people", "assignments")], {"people"}, Policy()) == {"people": (1, 3)}
    assert attack(cells, [at_most("people", "assignments")], {"assignments"}, Policy()) == {"assignments": (2, None)}


def test_a_claim_tells_what_the_table_does_not():
    cells, relations = counts(a=2, b=5, c=4, whole=11), adds_up("whole", "abc")
    assert attack(cells, relations, set("abc"), Policy())["c"] == (1, 9)
    assert attack(cells, [*relations, stated("ab", 7, 7)], set("abc"), Policy()) == {
        "a": (1, 6),
        "b": (1, 6),
        "c": (4, 4),
    }
    assert attack(cells, [*relations, stated("ab", 7, None)], set("abc"), Policy())["c"] == (1, 4)


def test_people_come_whole_so_real_numbers_would_leave_a_range_too_wide():
    # 2a + 2b + c = 9 and c <= 2: in real numbers c may be anything from 1 to 2, in whole ones it is 1.
    cells = counts(a=2, b=2, c=1)
    relations = [Relation({"a": 2, "b": 2, "c": 1}, 9, 9), Relation({"c": 1}, None, 2)]
    assert attack(cells, relations, set("abc"), Policy()) == {"a": (1, 3), "b": (1, 3), "c": (1, 1)}


def test_tens_of_billions_are_told_apart_to_the_last_day():
    cells = [Cell("a", 10**10 + 1, 9), Cell("b", 2, 1), Cell("whole", 10**10 + 3, 10)]
    found = attack(cells, adds_up("whole", "ab"), {"a", "b"}, Policy())
    assert found == {"a": (1, 10**10 + 2), "b": (1, 10**10 + 2)}


@settings(max_examples=40, deadline=None)
@given(
    st.tuples(*[st.integers(0, 4)] * 4), st.sets(st.sampled_from("abcd")), st.sampled_from([Policy(), ZEROS_WITHHELD])
)
def test_the_attacker_infers_what_trying_all_tables_does(inner, withheld, policy):
    a, b, c, d = inner
    cells = counts(a=a, b=b, ab=a + b, c=c, d=d, cd=c + d, ac=a + c, bd=b + max(0, d - 1))
    relations = [relation for total in ("ab", "cd", "ac") for relation in adds_up(total, total)]
    if d <= cells[-1].value:
        relations += overlaps("bd", "bd")
    found = attack(cells, relations, withheld, policy)
    assert found == brute.ranges(cells, brute.tables(cells, relations), withheld, policy.floor)


@pytest.mark.parametrize(
    ("cells", "relations", "said"),
    [
        (counts(a=1) * 2, [], "there twice"),
        (counts(a=-1), [], "cannot be"),
        ([Cell("a", 3, 0)], [], "cannot be"),
        (counts(a=1), adds_up("whole", "a"), "whole is in a relation"),
        (counts(a=1, b=1, whole=3), adds_up("whole", "ab"), "not true of the cells"),
        (counts(a=1, b=1, whole=3), overlaps("whole", "ab"), "not true of the cells"),
    ],
)
def test_cells_that_do_not_fit_together_are_no_cells(cells, relations, said):
    with pytest.raises(ValueError, match=said):
        attack(cells, relations, set(), Policy())
