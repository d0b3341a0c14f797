"""What releases tell together, though each of them tells nothing alone: counted by hand."""

import pytest

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.attack import attack
from dashboard.publish.disclosure.cells import Cell, adds_up, stated
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.problems import Refused
from dashboard.publish.disclosure.withhold import withhold
from tests.disclosure.test_attack import counts

SUM = adds_up("whole", "abc")


def released(withheld, **values):
    return Release("spring", tuple(counts(**values)), tuple(SUM), frozenset(withheld))


def test_a_partner_that_was_shown_before_hides_nothing():
    spring = released({"a", "b"}, a=2, b=8, c=9, whole=19)
    autumn = counts(a=2, b=8, c=9, whole=19)
    assert attack(autumn, SUM, {"a", "b"}, Policy(), [spring]) == {"a": (1, 9), "b": (1, 9)}
    assert attack(autumn, SUM, {"a", "c"}, Policy(), [spring]) == {"a": (2, 2), "c": (9, 9)}


def test_the_partner_of_before_is_taken_again():
    cells = [Cell("a", 2, 2), Cell("b", 8, 8, loss=5), Cell("c", 9, 9), Cell("whole", 19, 19, loss=9)]
    assert withhold(cells, SUM, Policy()) == {"a", "c"}
    assert withhold(cells, SUM, Policy(), [released({"a", "b"}, a=2, b=8, c=9, whole=19)]) == {"a", "b"}


def test_a_changed_cell_is_another_one_and_the_old_one_stays_protected():
    # In spring a was 2 of 19, beside a withheld b of 8. Were b shown in autumn, unchanged, spring's a would be known.
    spring = released({"a", "b"}, a=2, b=8, c=9, whole=19)
    autumn = [*counts(a=5, b=8, c=9), Cell("whole", 22, 22, loss=9)]
    found = attack(autumn, SUM, set(), Policy(), [spring])
    assert found == {"a in spring": (2, 2)}
    assert withhold(autumn, SUM, Policy(), [spring]) == {"a", "b"}
    # Whoever knows that b has not changed knows that a has grown by 3: it is 4 to 12 where it was 1 to 9.
    found = attack(autumn, SUM, {"a", "b"}, Policy(), [spring])
    assert found == {"a": (4, 12), "b": (1, 9), "a in spring": (1, 9)}


def test_the_growth_of_a_total_alone_tells_nothing_where_its_parts_are_withheld():
    spring = released({"a", "b"}, a=1, b=8, c=9, whole=18)
    autumn = counts(a=2, b=9, c=9, whole=20)
    found = attack(autumn, SUM, {"a", "b"}, Policy(), [spring])
    assert found == {"a": (1, 10), "b": (1, 10), "a in spring": (1, 8), "b in spring": (1, 8)}


def test_what_was_shown_small_cannot_be_taken_back():
    spring = released(set(), a=2, b=8, c=9, whole=19)
    with pytest.raises(Refused) as refused:
        withhold(counts(a=2, b=8, c=9, whole=19), SUM, Policy(), [spring])
    assert (refused.value.sentence, refused.value.cells) == (problems.KNOWN, ("a",))


def test_a_claim_of_a_group_keeps_more_of_the_group_back():
    # With the claim that a and b are nine together, c is known from the total; b would have to go without it too.
    cells = [Cell("a", 1, 1), Cell("b", 8, 8, loss=3), Cell("c", 5, 5), Cell("whole", 14, 14, loss=9)]
    assert withhold(cells, SUM, Policy()) == {"a", "c"}
    assert withhold(cells, [*SUM, stated("ab", 9, 9)], Policy()) == {"a", "b"}


def test_a_claim_that_the_register_does_not_bear_out_tells_nothing_of_it():
    values = {"a": 1, "b": 8}
    assert stated("ab", 9, 9).holds(values) and stated("ab", 8, None).holds(values)
    assert not stated("ab", 7, 7).holds(values) and not stated("ab", None, 8).holds(values)
