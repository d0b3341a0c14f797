"""The folder of public releases in, the one that is shown and the list of all of them out; and the way back.

data/releases/<release>/ holds register.parquet and release.json; the link `current` names the one that is shown.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from dashboard.data import register
from dashboard.i18n import Language
from dashboard.publish import whole
from dashboard.publish.lock import Held

RELEASES = register.FOLDER
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
            "none_shown": t("No release is shown, so there is none to undo."),
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
    """release.json of every release that was ever shown and is whole, and whether it is `current`, the newest first.

    Also of those that were undone, as they were public once; not of one that nobody has seen yet.
    """
    unseen = whole.announced(folder)
    shown = whole.current(folder)
    paths = [path for path in folder.glob("*/") if not path.is_symlink() and (path.name != unseen or path == shown)]
    found = [(path, about(path)) for path in paths]
    told = [said | {"current": path == shown} for path, said in found if said]
    return sorted(told, key=lambda said: (said["number"], said["release"]), reverse=True)


def rollback(held: Held, name: str | None = None) -> dict[str, Any] | None:
    """Show the release before the one shown, or the one named; None: there was none before, so none is shown now.

    Nothing is deleted, so that this can be undone too.
    """
    shown = current(held.folder) if name is None else None
    said = about(shown) if shown else None
    if name is None and said is None:
        raise Refused("none_shown")
    if (wanted := name or (said["before"] if said else None)) is None:
        whole.withdraw(held.folder)
        return None
    known = {each["release"]: each for each in listed(held.folder)}
    if wanted not in known:
        raise Refused("not_whole", wanted)
    if known[wanted][SYNTHETIC] and any(each["current"] and not each[SYNTHETIC] for each in known.values()):
        raise Refused("over_real")
    whole.point(held.folder / wanted)
    return known[wanted] | {"current": True}
