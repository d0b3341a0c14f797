"""Random registers: no small cell of any of them can be worked out, and a release that forgets why is caught."""

import pytest

from dashboard.publish.disclosure.breaches import breaches
from dashboard.publish.disclosure.withhold import withhold
from tests.disclosure.registers import later, register

FEW, ALL = range(6), range(6, 106)


def only_the_small(cells, policy):
    """The broken twin: what a careless publisher would withhold."""
    return frozenset(cell.name for cell in cells if policy.sensitive(cell))


def holds_out(seed):
    """One register, released twice."""
    first = register(seed)
    gone = safe(first, [])
    second, spring = later(seed, first, gone)
    safe(second, [spring])


def safe(made, earlier):
    cells, relations, policy, *_ = made
    gone = withhold(cells, relations, policy, earlier)
    assert breaches(cells, relations, gone, policy, earlier) == {}
    small = only_the_small(cells, policy)
    assert small <= gone
    # The cheapest safe choice is more than the small cells just where these alone are not safe.
    assert bool(breaches(cells, relations, small, policy, earlier)) == (gone != small)
    return gone


@pytest.mark.parametrize("seed", FEW)
def test_a_random_register_holds_out_against_the_attacker(seed):
    holds_out(seed)


@pytest.mark.register
@pytest.mark.parametrize("seed", ALL)
def test_every_random_register_holds_out_against_the_attacker(seed):
    holds_out(seed)
