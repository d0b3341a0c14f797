"""Rows as they are to be released and what comes before them in, the name and the digest of the release out."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.publish.releases import SYNTHETIC


@dataclass(frozen=True)
class Facts:
    """What a release says of itself: the day of its data, the policy it keeps, and whether its people are invented."""

    as_of: dt.date
    policy: Mapping[str, Any] = field(default_factory=dict)
    synthetic: bool = False


@dataclass(frozen=True)
class Draft:
    """Rows as they are to be released, what they say of themselves, and release.json of the one that they follow."""

    facts: Facts
    rows: list[tuple[Any, ...]]
    before: dict[str, Any] | None

    @property
    def content(self) -> str:
        """A digest of what everybody may see, and of nothing else."""
        said = [self.facts.as_of.isoformat(), dict(self.facts.policy), self.facts.synthetic, self.rows]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    @property
    def is_new(self) -> bool:
        """Whether it differs from what is shown."""
        return self.before is None or self.before["content"] != self.content

    @property
    def name(self) -> str:
        """The day, and a digest of the rows and of what came before: the same after the same has the same name."""
        chain = f"{self.before['release'] if self.before else ''} {self.content}"
        plain = f"{self.facts.as_of.isoformat()}-{hashlib.sha256(chain.encode()).hexdigest()[:8]}"
        return f"{SYNTHETIC}-{plain}" if self.facts.synthetic else plain
