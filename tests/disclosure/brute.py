"""Small cells, relations and a policy in; the same answers as the solver's out, by trying all that there is.

Nothing of the solver is used: every table of whole numbers up to a cap is written down, every choice tried.
"""

from itertools import chain, combinations

import numpy as np

# No cell can be told from a larger one beyond this.
CAP = 9


def tables(cells, relations):
    """One row for each way to fill all the cells so that the relations hold, no cell above CAP."""
    rows, filled = np.zeros((1, 0), dtype=int), []
    for cell in cells:
        rows = np.hstack([np.repeat(rows, CAP + 1, axis=0), np.tile(np.arange(CAP + 1), len(rows))[:, None]])
        filled.append(cell.name)
        for relation in relations:
            if cell.name in relation.weights and relation.weights.keys() <= set(filled):
                rows = rows[_holds(relation, rows, filled)]
    return rows


def _holds(relation, rows, filled):
    weights = np.array([relation.weights.get(name, 0) for name in filled])
    whole = rows @ weights
    low = -np.inf if relation.low is None else relation.low
    high = np.inf if relation.high is None else relation.high
    return (low <= whole) & (whole <= high)


def ranges(cells, every, withheld, floor):
    """For each withheld cell the least and the most in any table that agrees with all that is published."""
    agree = np.ones(len(every), dtype=bool)
    for column, cell in enumerate(cells):
        if cell.name in withheld:
            agree &= every[:, column] >= min(floor, cell.value)
        else:
            agree &= every[:, column] == cell.value
    left = every[agree]
    return {
        cell.name: (int(left[:, column].min()), int(left[:, column].max()))
        for column, cell in enumerate(cells)
        if cell.name in withheld
    }


def kept(cells, every, withheld, policy):
    """Whether a choice keeps the policy, by its own words and not by those of the solver."""
    found = ranges(cells, every, withheld, policy.floor)
    lowest = ranges(
        cells, every, {cell.name for cell in cells if cell.value or not policy.zeros_published}, policy.floor
    )
    for cell in cells:
        if cell.name in found:
            least, most = found[cell.name]
            if most - least < policy.most - policy.least:
                return False
            if policy.sensitive(cell) and (
                most < policy.most or least > max(policy.least, lowest.get(cell.name, (0,))[0])
            ):
                return False
    return True


def least_loss(cells, relations, policy):
    """The loss of the cheapest choice that keeps the policy; None if none does."""
    every = tables(cells, relations)
    exempt = {exempt.cell for exempt in policy.exceptions}
    must = {cell.name for cell in cells if cell.public is False or policy.sensitive(cell)} - exempt
    free = [c for c in cells if not (c.name in must | exempt or c.public or policy.always_public(c))]
    losses = {cell.name: cell.loss for cell in cells}
    choices = (must | {cell.name for cell in chosen} for chosen in _subsets(free))
    safe = (sum(losses[name] for name in choice) for choice in choices if kept(cells, every, choice, policy))
    return min(safe, default=None)


def _subsets(free):
    return chain.from_iterable(combinations(free, size) for size in range(len(free) + 1))
