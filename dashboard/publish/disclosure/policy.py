"""data/source/disclosure.toml in, the rules that a release of counts has to keep out."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.publish.disclosure.cells import Cell

# Keys of translations, as those of dashboard.publish.problems are.
UNREADABLE = "This is not TOML with the rules of a release. Put the file back and change one rule at a time."
WIDTH = "A withheld cell has to look as if it could reach the threshold. Set most to the threshold or more."
LEAST = "A withheld cell that could only be more than 1 tells too much. Set least to 1, or to 0 if zeros are withheld."
NO_CLAIM = "The exception cites a claim that is not published. Cite one, or take the exception out."
NO_CELL = "The exception names a cell that is in no table. Set its name right, or take the exception out."
KNOWN = "The cell is below the threshold and known already. Withholding cannot undo that; make it an exception."
UNSAFE = "The cell can be worked out from what has to stay public. Take an exception out or publish fewer tables."


class Refused(Exception):
    """No release can keep the policy: `sentence` (a key of the translations) says why, `cells` of which cells."""

    def __init__(self, sentence: str, *cells: str) -> None:
        super().__init__(f"{', '.join(cells)}: {sentence}" if cells else sentence)
        self.sentence = sentence
        self.cells = cells


@dataclass(frozen=True)
class Exempt:
    """A cell that stays public whatever its size, because the claim has published it."""

    cell: str
    claim: str


@dataclass(frozen=True)
class Policy:
    """A cell with fewer people than `threshold` is withheld, and must look as if it could be `least` or `most`.

    Any other cell that is withheld for its sake must leave open a range just as wide. With `zeros_published` a zero
    is never withheld, so that everybody knows of a withheld cell that it is 1 or more.
    """

    threshold: int = 3
    least: int = 1
    most: int = 3
    zeros_published: bool = True
    signed_by: str = ""
    exceptions: tuple[Exempt, ...] = ()

    def __post_init__(self) -> None:
        if self.threshold < 1 or self.most < self.threshold:
            raise Refused(WIDTH)
        if not self.floor <= self.least <= 1:
            raise Refused(LEAST)

    @property
    def floor(self) -> int:
        """What everybody knows a withheld cell to be at least."""
        return int(self.zeros_published)

    @property
    def width(self) -> int:
        return self.most - self.least

    def sensitive(self, cell: Cell) -> bool:
        return cell.people < self.threshold and not self.always_public(cell)

    def always_public(self, cell: Cell) -> bool:
        return self.zeros_published and cell.value == 0


def read(path: Path, claims: Collection[str]) -> Policy:
    """The policy of a file; Refused where it breaks its own rules or an exception cites none of the `claims`."""
    try:
        policy = _policy(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as error:  # broken TOML and broken UTF-8 are ValueErrors
        raise Refused(UNREADABLE) from error
    for exempt in policy.exceptions:
        if exempt.claim not in claims:
            raise Refused(NO_CLAIM, exempt.cell)
    return policy


def _policy(read: dict[str, Any]) -> Policy:
    exceptions = tuple(Exempt(**row) for row in read.pop("exceptions", []))
    for name, value in read.items():
        if type(value) is not type(getattr(Policy, name, None)):
            raise TypeError(name)
    return Policy(**read, exceptions=exceptions)
