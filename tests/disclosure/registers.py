"""A seed in; a random register, counted as a ministry would publish it, out. Nobody in it is a real person."""

import random
from collections import defaultdict
from itertools import product
from typing import NamedTuple

from dashboard.publish.disclosure.cells import Cell, Relation, adds_up, at_most, overlaps, stated
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.disclosure.policy import Policy

SIZES = {"year": 3, "host": 4, "agency": 3, "sex": 2}
BY_YEAR = ("host", "agency", "sex")
POLICIES = (Policy(), Policy(), Policy(threshold=5, most=5), Policy(least=0, zeros_published=False))


class Register(NamedTuple):
    """What a release is made of, and what was released before it."""

    cells: list[Cell]
    relations: list[Relation]
    policy: Policy
    rows: list[dict]
    sizes: dict[str, int]


def register(seed: int) -> Register:
    """From 1 to 100 assignments, most of them to few hosts; one person may have several."""
    chance = random.Random(seed)
    sizes = {name: chance.randint(1 if name == "year" else 2, size) for name, size in SIZES.items()}
    rows = [_row(chance, sizes) for _ in range(chance.choice((1, 8, 20, 50, 100)))]
    cells, relations = counted(rows, sizes)
    return Register(cells, relations + claims(chance, cells), chance.choice(POLICIES), rows, sizes)


def _row(chance: random.Random, sizes: dict[str, int]) -> dict:
    row = {name: min(int(chance.expovariate(3 / size)), size - 1) for name, size in sizes.items()}
    person = chance.randrange(60)
    return row | {"person": person, "sex": person % 2, "days": chance.choice((1, 30, 180, 365))}


def counted(rows: list[dict], sizes: dict[str, int]) -> tuple[list[Cell], list[Relation]]:
    """All tables by year, host by agency over all years, and every total once."""
    tables = [("year", name) for name in BY_YEAR] + [("host", "agency")]
    keys = {_key(table, place) for table in tables for place in product(*([None, *range(sizes[n])] for n in table))}
    return _cells(rows, sorted(keys)), _relations(sorted(keys), sizes)


def _key(table, place) -> tuple:
    return tuple((name, code) for name, code in zip(table, place, strict=True) if code is not None)


def _name(measure: str, key: tuple) -> str:
    return " ".join([measure, *(f"{name}={code}" for name, code in key)])


def _cells(rows: list[dict], keys: list[tuple]) -> list[Cell]:
    behind: dict[tuple, list[dict]] = defaultdict(list)
    for row, key in product(rows, keys):
        if all(row[name] == code for name, code in key):
            behind[key].append(row)
    cells = []
    for key in keys:
        people = len({row["person"] for row in behind[key]})
        values = {"people": people, "assignments": len(behind[key]), "days": sum(row["days"] for row in behind[key])}
        cells += [Cell(_name(measure, key), value, people, 5 - 2 * len(key)) for measure, value in values.items()]
    return cells


def _relations(keys: list[tuple], sizes: dict[str, int]) -> list[Relation]:
    relations = []
    for key in keys:
        relations += [at_most(_name("people", key), _name("assignments", key))]
        relations += [at_most(_name("assignments", key), _name("days", key))]
        for name in sizes:
            members = [part for part in keys if set(part) - set(key) == {(name, dict(part).get(name))}]
            members = [part for part in members if len(part) == len(key) + 1]
            for measure in ("people", "assignments", "days") if members else ():
                # Nobody has two sexes, as all the world knows.
                tie = overlaps if measure == "people" and name != "sex" else adds_up
                relations += tie(_name(measure, key), [_name(measure, part) for part in members])
    return relations


def claims(chance: random.Random, cells: list[Cell]) -> list[Relation]:
    """What a newspaper may have had of two or three larger cells together."""
    large = [cell for cell in cells if cell.people > 5]
    if len(large) < 3 or chance.random() < 0.5:
        return []
    some = chance.sample(large, chance.randint(2, 3))
    whole = sum(cell.value for cell in some)
    return [stated([cell.name for cell in some], whole, chance.choice((whole, None)))]


def later(seed: int, before: Register, withheld: frozenset[str]) -> tuple[Register, Release]:
    """The same register with some assignments more, and what had been released of it."""
    chance = random.Random(f"later {seed}")
    rows = before.rows + [_row(chance, before.sizes) for _ in range(chance.randint(1, 5))]
    old = Release("spring", tuple(before.cells), tuple(before.relations), withheld)
    cells, relations = counted(rows, before.sizes)
    return Register(cells, relations, before.policy, rows, before.sizes), old
