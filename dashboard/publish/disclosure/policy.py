"""data/source/disclosure.toml in, the rules that a release of counts has to keep out."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.cells import Cell
from dashboard.publish.disclosure.problems import Refused


@dataclass(frozen=True)
class Exempt:
    """A cell that stays public whatever its size, because the claim has published it."""

    cell: str
    claim: str


@dataclass(frozen=True)
class Policy:
    """A cell with fewer people than `threshold` is withheld, and must look as if it could be `least` or `most`.

    Any other cell that is withheld for its sake must leave open a range just as wide. With `zeros_published` a zero
    is never withheld, so that everybody knows of a withheld cell that it is 1 or more. Without, zeros are withheld like
    other small cells; or, if they are not `zeros_small`, only for the sake of others.
    """

    threshold: int = 3
    least: int = 1
    most: int = 3
    zeros_published: bool = True
    zeros_small: bool = True
    signed_by: str = ""
    exceptions: tuple[Exempt, ...] = ()

    def __post_init__(self) -> None:
        if self.threshold < 1 or self.most < self.threshold:
            raise Refused(problems.WIDTH)
        if not self.floor <= self.least <= 1:
            raise Refused(problems.LEAST)

    @property
    def floor(self) -> int:
        """What everybody knows a withheld cell to be at least."""
        return int(self.zeros_published)

    @property
    def width(self) -> int:
        return self.most - self.least

    def sensitive(self, cell: Cell) -> bool:
        small = cell.people < self.threshold and not self.always_public(cell)
        return small and (cell.value > 0 or self.zeros_small)

    def always_public(self, cell: Cell) -> bool:
        """Whether it is a zero that is published, or was when zeros still were: nobody is in it."""
        return cell.value == 0 and (self.zeros_published or cell.public is True)


def read(path: Path, claims: Collection[str]) -> Policy:
    """The policy of a file; Refused where it breaks its own rules or an exception cites none of the `claims`."""
    try:
        policy = _policy(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as error:  # broken TOML and broken UTF-8 are ValueErrors
        raise Refused(problems.UNREADABLE) from error
    for exempt in policy.exceptions:
        if exempt.claim not in claims:
            raise Refused(problems.NO_CLAIM, exempt.cell)
    return policy


def _policy(read: dict[str, Any]) -> Policy:
    exceptions = tuple(Exempt(**row) for row in read.pop("exceptions", []))
    for name, value in read.items():
        if type(value) is not type(getattr(Policy, name, None)):
            raise TypeError(name)
    return Policy(**read, exceptions=exceptions)
