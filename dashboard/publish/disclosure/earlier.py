"""The cells of a release and the releases before it in, all that the world then knows of these cells out.

What was shown once is known for ever. A cell that has not changed is one and the same in both releases, and somebody
may know that it has not; a cell that has changed is another one, and what was withheld of it then stays withheld.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dashboard.publish.disclosure.cells import Cell, Relation


@dataclass(frozen=True)
class Release:
    """What was counted for an earlier release, with the values as they were, and what was withheld of it."""

    name: str
    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    withheld: frozenset[str]


def together(
    cells: Iterable[Cell], relations: Iterable[Relation], earlier: Iterable[Release]
) -> tuple[list[Cell], list[Relation]]:
    """Cells and relations of all the releases as one system; a changed cell is `<cell> in <release>`."""
    now, known = list(cells), list(relations)
    same = {(cell.name, cell.value): cell.name for cell in now}
    changed: dict[str, Cell] = {}
    shown: dict[str, int] = {}
    for release in earlier:
        names = {}
        for cell in release.cells:
            own = names[cell.name] = same.setdefault((cell.name, cell.value), f"{cell.name} in {release.name}")
            changed[own] = replace(cell, name=own, public=False)
            if cell.name not in release.withheld:
                shown[own] = cell.value
        known += [_renamed(relation, names) for relation in release.relations]
    current = {cell.name for cell in now}
    marked = [replace(cell, public=True) if cell.name in shown else cell for cell in now]
    hidden = [cell for name, cell in changed.items() if name not in shown.keys() | current]
    told = {name: value for name, value in shown.items() if name not in current}
    return marked + hidden, _distinct(_less(relation, told) for relation in known)


def _renamed(relation: Relation, names: Mapping[str, str]) -> Relation:
    return replace(relation, weights={names[name]: weight for name, weight in relation.weights.items()})


def _less(relation: Relation, told: Mapping[str, int]) -> Relation:
    """Without the cells whose value is told: their part of the sum moves into the bounds."""
    part = sum(weight * told.get(name, 0) for name, weight in relation.weights.items())
    left = {name: weight for name, weight in relation.weights.items() if name not in told}
    low = None if relation.low is None else relation.low - part
    return Relation(left, low, None if relation.high is None else relation.high - part)


def _distinct(relations: Iterable[Relation]) -> list[Relation]:
    once = {(frozenset(relation.weights.items()), relation.low, relation.high): relation for relation in relations}
    return [relation for relation in once.values() if relation.weights]
