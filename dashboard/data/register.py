"""The folder of the register's public releases in; which of them is shown, and its facts, out. Often there is none."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

FOLDER = Path(os.environ.get("REGISTER_RELEASES", Path(__file__).parents[2] / "data" / "releases"))
CURRENT, ROWS, ABOUT = "current", "register.parquet", "release.json"
NAME = re.compile(r"(?:synthetic-)?\d{4}-\d\d-\d\d-[0-9a-f]{8}")
# What its pages say of a release.
SAID = {"as_of", "changes", "policy", "rows", "synthetic", "withheld"}
# What the queries and the charts of the register are called.
PREFIX = "register_"
# The columns of its rows; without a release the table is there too, with none.
COLUMNS = (
    '"table" VARCHAR, scope VARCHAR, year INTEGER, dimension VARCHAR, code VARCHAR, measure VARCHAR, '
    "value DOUBLE, status VARCHAR, conf_status VARCHAR, release VARCHAR"
)
# Whose the rows are: an entry among the sources. The texts are keys of the translations.
SOURCE = "INSERT INTO sources VALUES ('REGISTER', $title, 'description', $publisher, true, $as_of, '/register', '', '')"
TITLE, PUBLISHER = "Register of volunteers", "Ministry of Culture and Information"
SYNTHETIC_TITLE, INVENTED = "Synthetic register of volunteers", "Synthetic data: no real person is in it"
LOG = logging.getLogger(__name__)


class NotWhole(Exception):
    """The folder holds no release, or not the one that was released."""


def is_of(name: str) -> bool:
    """Whether a query or a chart is one of the register."""
    return name.startswith(PREFIX)


def current() -> str | None:
    """Name of the release that is shown at this moment: the link is read anew each time, which takes microseconds."""
    try:
        name = (FOLDER / CURRENT).readlink().name
    except OSError:
        return None
    if about(name) is None:
        _say(f"{FOLDER / CURRENT} leads to {name}")
        return None
    return name


def about(name: str) -> dict[str, Any] | None:
    """release.json of a release; None if there is none of that name, or if it is not whole, which the log then says."""
    try:
        return _whole(FOLDER / name) if NAME.fullmatch(name) and (FOLDER / name).is_dir() else None
    except NotWhole as error:
        _say(f"{FOLDER / name}: {error}")
        return None


@lru_cache(maxsize=64)
def _whole(folder: Path) -> dict[str, Any]:
    """A release never changes, so a whole one stays whole; one that is not is looked at again."""
    try:
        said = dict(json.loads((folder / ABOUT).read_text(encoding="utf-8")))
        digest = hashlib.sha256((folder / ROWS).read_bytes()).hexdigest()
        if (said["release"], said["sha256"][ROWS]) != (folder.name, digest):
            raise NotWhole("these are not the rows that were released")
        if missing := SAID - said.keys():
            raise NotWhole(f"{ABOUT} lacks {', '.join(sorted(missing))}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotWhole(f"it cannot be read ({error})") from error
    return said


@cache
def _say(text: str) -> None:
    """Once, however many pages ask."""
    LOG.error("A release of the register is not shown. %s", text)


def add(connection: duckdb.DuckDBPyConnection, name: str | None) -> None:
    """Table `register` with the rows of a release, or with none; among the sources, whose they are."""
    connection.execute(f"CREATE TABLE register ({COLUMNS})")
    if name is None or (said := about(name)) is None:
        return
    connection.execute("INSERT INTO register BY NAME FROM read_parquet(?)", [str(FOLDER / name / ROWS)])
    title, publisher = (SYNTHETIC_TITLE, INVENTED) if said["synthetic"] else (TITLE, PUBLISHER)
    connection.execute(SOURCE, {"title": title, "publisher": publisher, "as_of": said["as_of"]})
