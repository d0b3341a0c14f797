"""A folder that is being written in; out, in one step, the folder that everybody reads: all of it or nothing.

Files and names are flushed to the disk before the step, so that a machine that loses its power keeps the promise too.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CURRENT = "current"
NEXT = ".next"


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """An empty folder to write in, gone afterwards unless it was moved; what a killed process left there goes first."""
    path = folder / NEXT
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def settle(written: Path, name: str) -> Path:
    """Give what was written its name; nobody reads it before `point`."""
    for path in (*written.rglob("*"), written):
        _flush(path)
    settled = written.parent / name
    shutil.rmtree(settled, ignore_errors=True)
    written.rename(settled)
    _flush(settled.parent)
    return settled


def point(settled: Path) -> None:
    """Make `current` name this folder: a link is replaced whole, so that a reader finds the one before or this one."""
    link = settled.parent / f".{CURRENT}.next"
    link.unlink(missing_ok=True)
    link.symlink_to(settled.name, target_is_directory=True)
    link.replace(settled.parent / CURRENT)
    _flush(settled.parent)


def current(folder: Path) -> Path | None:
    """The folder that `current` names, by its own name: a reader who keeps to it never sees two."""
    link = folder / CURRENT
    return folder / link.readlink().name if link.is_symlink() else None


def _flush(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
