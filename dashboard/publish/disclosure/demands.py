"""Cells and a policy in, how far each cell has to be able to move if it is withheld out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dashboard.publish.disclosure.cells import Cell
from dashboard.publish.disclosure.clock import Clock
from dashboard.publish.disclosure.crowd import crowd
from dashboard.publish.disclosure.policy import Policy
from dashboard.publish.disclosure.reach import Bound, Part, Task, parts
from dashboard.publish.disclosure.system import Real, System, Whole
from dashboard.publish.disclosure.tables import Tables
from dashboard.publish.disclosure.ways import way


class Demand(NamedTuple):
    """A withheld cell has to be able to move by this amount: up (1), down (-1), or in both directions together."""

    cell: int
    signs: tuple[int, ...]
    amount: int

    def tasks(self) -> list[Task]:
        return [Task(self.cell, sign, self.amount) for sign in self.signs]


def demands(system: System, cells: list[Cell], policy: Policy, tables: Tables, told: bool) -> list[list[Demand]]:
    """What the policy asks for each cell should it be withheld; tables in which it is met with all withheld are kept.

    Published zeros tell where there is somebody: the total of two such countries is 2 or more, whatever is withheld.
    No cell is asked to look smaller than that; its range then has to be as wide further up. What statements tell
    together with them is forgiven only if `told`: then no cell is asked to look larger than they let it either.
    """
    asked = [[Demand(place, (1, -1), policy.width)] for place in range(len(cells))]
    small = {place: cell.value for place, cell in enumerate(cells) if policy.sensitive(cell)}
    wanted = {place: max(value - policy.least, 0) for place, value in small.items()}
    down = furthest(system, policy, [Task(place, -1, far) for place, far in wanted.items()], tables)
    rise = {place: max(policy.most, value - down[place] + policy.width) - value for place, value in small.items()}
    up = furthest(system, policy, [Task(place, 1, far) for place, far in rise.items()], tables) if told else rise
    for place in small:
        both = Demand(place, (1,), up[place]), Demand(place, (-1,), down[place])
        asked[place] = [demand for demand in both if demand.amount > 0]
    return asked


def unpublished(system: System, policy: Policy) -> Real:
    """As if all were withheld, but for the zeros where these are published."""
    return np.where((system.values > 0) | (not policy.zeros_published), 1.0, 0.0)


def furthest(system: System, policy: Policy, tasks: list[Task], tables: Tables) -> dict[int, int]:
    """How far each of these cells can move, but no further than told, when all is withheld that can be."""
    room, found = unpublished(system, policy), {}
    free = parts(system, room)
    far = crowd(free, [task for task in tasks if task.stop > 0], tables, room > 0)
    for task in sorted(tasks, key=lambda task: -task.stop):
        if far[task.sign][task.cell] < task.stop:
            moves = way(free[task.cell], task, np.zeros(len(room)))
            if moves is None:
                moves = free[task.cell].reaches([task])[0].moves
            for table in tables.add(moves) if moves is not None else ():
                far = {sign: np.maximum(reach, sign * table) for sign, reach in far.items()}
        found[task.cell] = int(min(task.stop, far[task.sign][task.cell]))
    return found


def grouped(free: dict[int, Part], asked: list[Demand]) -> list[tuple[Part, list[Demand]]]:
    groups: dict[int, tuple[Part, list[Demand]]] = {}
    for demand in asked:
        part = free[demand.cell]
        groups.setdefault(id(part), (part, []))[1].append(demand)
    return list(groups.values())


def answers(part: Part, asked: list[Demand], clock: Clock) -> Iterator[tuple[Demand, list[Bound]]]:
    """How far each demand goes in real numbers, some at a time; Late when the time is up."""
    far = part.bounds([task for demand in asked for task in demand.tasks()], clock)
    return ((demand, [next(far) for _ in demand.signs]) for demand in asked)


def met(demand: Demand, far: dict[int, Whole]) -> bool:
    """By tables in which the cells go so far up (1) and down (-1)."""
    return sum(int(far[sign][demand.cell]) for sign in demand.signs) >= demand.amount
