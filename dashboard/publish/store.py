"""The table `assignments` in, the private store out: Parquet by year in a folder that only its owner can open."""

import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dashboard.i18n import Language
from dashboard.publish import lock, whole
from dashboard.publish.lock import Held

PROJECT = Path(__file__).parents[2]
VARIABLE = "REGISTER_DIR"
SPILL, ASSIGNMENTS = "spill", "assignments"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Unsafe(Exception):
    """The folder may not hold a register; `reason` is one of those below."""

    def __init__(self, reason: str, path: str | Path = "") -> None:
        super().__init__(f"{reason} {path}")
        self.reason, self.path = reason, str(path)

    def sentence(self, t: Language) -> str:
        """What is wrong and what to do, for the operator."""
        return {
            "unset": t("REGISTER_DIR is not set. Set it to a folder outside the project that only you can open."),
            "relative": t("REGISTER_DIR is not a whole path. Write it from the root of the disk on."),
            "inside": t("REGISTER_DIR lies in the project or around it. Choose a folder outside the project."),
            "public": t("REGISTER_DIR and the folder of the releases lie in one another. Choose another folder."),
            "no_folder": t("{path} is not a folder. Choose another one in REGISTER_DIR.", path=self.path),
            "others": t("Others can open {path}. Take their rights away: chmod go-rwx.", path=self.path),
            "owner": t("{path} belongs to somebody else. Choose a folder of your own.", path=self.path),
            "secret": t("{path} is not a whole secret key. Put it back from your copy.", path=self.path),
            "empty": t("The private store holds no register yet. Publish one first."),
        }[self.reason]


def folder(environment: Mapping[str, str] = os.environ, project: Path = PROJECT) -> Path:
    """The folder that REGISTER_DIR names, made with mode 700 if it is not there; Unsafe if others could look in."""
    if not (name := environment.get(VARIABLE, "")):
        raise Unsafe("unset")
    if not Path(name).is_absolute():
        raise Unsafe("relative")
    path = Path(name).resolve()
    if _lies_in(path, project) or _lies_in(project.resolve(), path):
        raise Unsafe("inside")
    if not path.exists():
        path.mkdir(mode=0o700, parents=True)
        path.chmod(0o700)
    if not path.is_dir():
        raise Unsafe("no_folder", path)
    refuse_others(path)
    return path


def refuse_public(store: Path, releases: Path) -> None:
    """Unsafe if one of the two folders lies in the other."""
    if _lies_in(store, releases) or _lies_in(releases.resolve(), store):
        raise Unsafe("public")


def refuse_others(path: Path) -> None:
    """Unsafe unless it is one's own and nobody else has any right to it."""
    found = path.stat()
    if found.st_uid != os.geteuid():
        raise Unsafe("owner", path)
    if found.st_mode & OTHERS:
        raise Unsafe("others", path)


@contextmanager
def opened(store: Path, waiting: Callable[[], None] | None = None) -> Iterator[Held]:
    """The sole right to change the store, without what a killed process left there: rows spilled, rows half written.

    Whoever holds the releases too takes these first, so that no two wait for each other.
    """
    with lock.hold(store, waiting) as held:
        shutil.rmtree(store / SPILL, ignore_errors=True)
        whole.recover(store)
        yield held


def connect(store: Path, memory: str = "3GB") -> duckdb.DuckDBPyConnection:
    """A connection for private rows: what does not fit into memory is spilled into the store, never beside the code."""
    spill = store / SPILL
    spill.mkdir(mode=0o700, exist_ok=True)
    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory,
            "temp_directory": str(spill),
            "preserve_insertion_order": "false",
            "partitioned_write_flush_threshold": "50000",  # ten times as many rows wait in memory by default
        },
    )


@contextmanager
def written(held: Held, connection: duckdb.DuckDBPyConnection) -> Iterator[Path]:
    """The table `assignments` as Parquet by year, in a folder that is gone afterwards unless it was kept.

    From here on `assignments` is a view of these files.
    """
    with whole.beside(held.folder) as beside:
        rows = connection.table("assignments")
        rows.write_parquet(str(beside / ASSIGNMENTS), compression="zstd", partition_by=["year"])
        for path in (beside, *beside.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)
        connection.execute("DROP TABLE assignments")
        _view(connection, beside)
        yield beside


def keep(held: Held, register: Path) -> Path:
    """Keep what was written instead of what was kept; a process killed on the way leaves the one before."""
    kept = whole.settle(register, f"register-{secrets.token_hex(8)}")
    whole.point(kept)
    for old in held.folder.glob("register-*/"):
        if old != kept:
            shutil.rmtree(old)
    return kept


def assignments(connection: duckdb.DuckDBPyConnection, store: Path) -> duckdb.DuckDBPyRelation:
    """View `assignments` of what is kept."""
    if (kept := whole.current(store)) is None:
        raise Unsafe("empty")
    return _view(connection, kept)


def _view(connection: duckdb.DuckDBPyConnection, register: Path) -> duckdb.DuckDBPyRelation:
    files = str(register / ASSIGNMENTS / "*" / "*.parquet").replace("'", "''")
    connection.execute(
        f"CREATE OR REPLACE VIEW assignments AS FROM read_parquet('{files}', hive_types = {{'year': INTEGER}})"
    )
    return connection.table("assignments")


def _lies_in(path: Path, around: Path) -> bool:
    """By the folders themselves: some disks do not tell capitals from small letters."""
    return any(each.exists() and each.samefile(around) for each in (path, *path.parents)) if around.exists() else False
