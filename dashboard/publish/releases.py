"""The folder of public releases in, the one that is shown and the list of all of them out; and the way back.

data/releases/<release>/ holds register.parquet and release.json; the link `current` names the one that is shown.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from dashboard.i18n import Language
from dashboard.publish import whole
from dashboard.publish.lock import Held

RELEASES = Path(__file__).parents[2] / "data" / "releases"
ROWS, ABOUT = "register.parquet", "release.json"
SYNTHETIC = "synthetic"


class Refused(Exception):
    """The release may not be made or shown; nothing was changed."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(f"{reason} {name}".strip())
        self.reason, self.name = reason, name

    def sentence(self, t: Language) -> str:
        """Why, for the operator."""
        return {
            "no_cells": t("The register has no rows, so there is nothing to release."),
            "over_real": t("A synthetic register cannot take the place of a real release."),
            "none_before": t("There is no release before this one."),
            "not_whole": t("The release {name} is not there, or not whole.", name=self.name),
        }[self.reason]


def current(folder: Path = RELEASES) -> Path | None:
    """The folder of the release that is shown, or None; Refused if it is not whole."""
    shown = whole.current(folder)
    if shown is not None and about(shown) is None:
        raise Refused("not_whole", shown.name)
    return shown


def about(release: Path) -> dict[str, Any] | None:
    """release.json of a folder; None unless its rows are there and those that were released."""
    try:
        said = dict(json.loads((release / ABOUT).read_text(encoding="utf-8")))
        fits = said["release"] == release.name and said["sha256"] == {ROWS: sha256(release / ROWS)}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return said if fits else None


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def listed(folder: Path = RELEASES) -> list[dict[str, Any]]:
    """release.json of every whole release and whether it is `current`, the newest first.

    Also those that were undone, as they were public once; and one that a process killed in its last step never showed.
    """
    shown = whole.current(folder)
    found = [(path, about(path)) for path in folder.glob("*/") if not path.is_symlink()]
    told = [said | {"current": path == shown} for path, said in found if said]
    return sorted(told, key=lambda said: (said["number"], said["release"]), reverse=True)


def rollback(held: Held, name: str | None = None) -> dict[str, Any]:
    """Show the release before the one shown, or the one named; nothing is deleted, so that this can be undone too."""
    shown = current(held.folder) if name is None else None
    said = about(shown) if shown else None
    wanted = name or (said["before"] if said else None)
    if wanted is None:
        raise Refused("none_before")
    known = {each["release"]: each for each in listed(held.folder)}
    if wanted not in known:
        raise Refused("not_whole", wanted)
    whole.point(held.folder / wanted)
    return known[wanted] | {"current": True}
