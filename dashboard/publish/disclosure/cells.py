"""Counts and what ties them together in, a set of cells that is known to fit together out.

Nothing here knows what is counted: a cell is a whole number with a name, a relation a sum of cells between two bounds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A count of a table. The same cell in several tables, such as a shared total, is one cell with one name.

    `people` says how many stand behind the value: two people may have served 730 days, and it is they who are
    protected. `loss` is what readers lose with the cell. `public` is None where publishing is still to be decided,
    True where all the world knows the value, False where it has to stay withheld.
    """

    name: str
    value: int
    people: int
    loss: int = 1
    public: bool | None = None


@dataclass(frozen=True)
class Relation:
    """low <= sum of weight x cell <= high, as everybody knows it; None where there is no such bound."""

    weights: Mapping[str, int]
    low: int | None
    high: int | None

    def holds(self, values: Mapping[str, int]) -> bool:
        """Whether it is true of these values. A claim that is not tells nobody anything of them."""
        whole = sum(weight * values[name] for name, weight in self.weights.items())
        return (self.low is None or self.low <= whole) and (self.high is None or whole <= self.high)


def adds_up(total: str, members: Iterable[str]) -> list[Relation]:
    """The members are parts of the total, nothing is in two of them, and nothing is left out."""
    return [Relation({total: -1, **dict.fromkeys(members, 1)}, 0, 0)]


def overlaps(total: str, members: Iterable[str]) -> list[Relation]:
    """The same where one person may be in several members: max(members) <= total <= sum(members)."""
    listed = list(members)
    return [Relation({total: -1, **dict.fromkeys(listed, 1)}, 0, None), *(at_most(name, total) for name in listed)]


def at_most(smaller: str, larger: str) -> Relation:
    """As people and their assignments: the first is never more than the second."""
    return Relation({larger: 1, smaller: -1}, 0, None)


def stated(members: Iterable[str], low: int | None, high: int | None) -> Relation:
    """What a published claim says of the sum of some cells: at least `low`, at most `high`, or both for the number."""
    return Relation(dict.fromkeys(members, 1), low, high)


def check(cells: Iterable[Cell], relations: Iterable[Relation]) -> None:
    """ValueError unless every cell is there once and every relation is true: of false ones nothing can be inferred."""
    values: dict[str, int] = {}
    for cell in cells:
        if cell.name in values:
            raise ValueError(f"{cell.name} is there twice")
        if cell.value < 0 or cell.people < 0 or cell.loss < 1 or (cell.value > 0) != (cell.people > 0):
            raise ValueError(f"{cell} cannot be")
        values[cell.name] = cell.value
    for relation in relations:
        if missing := relation.weights.keys() - values:
            raise ValueError(f"{min(missing)} is in a relation and not among the cells")
        if not relation.holds(values):
            raise ValueError(f"not true of the cells: {relation}")
