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
# A link on its way to become `current`: to a folder that was never shown, and to one that was.
FIRST, AGAIN = ".current.first", ".current.again"


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


def announce(folder: Path, name: str) -> None:
    """Say which folder is about to be shown for the first time: should it never be, `recover` knows it by this link."""
    _link(folder / FIRST, name)
    _flush(folder)


def announced(folder: Path) -> str | None:
    """Name of the folder that was announced and is not shown yet."""
    return (folder / FIRST).readlink().name if (folder / FIRST).is_symlink() else None


def recover(folder: Path) -> None:
    """Take away what a killed process had written and never shown."""
    if (name := announced(folder)) is not None:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / FIRST).unlink()
    (folder / AGAIN).unlink(missing_ok=True)
    shutil.rmtree(folder / NEXT, ignore_errors=True)


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
    link = settled.parent / FIRST
    if announced(settled.parent) != settled.name:
        link = settled.parent / AGAIN
        _link(link, settled.name)
    link.replace(settled.parent / CURRENT)
    _flush(settled.parent)


def withdraw(folder: Path) -> None:
    """Show none of the folders."""
    (folder / CURRENT).unlink(missing_ok=True)
    _flush(folder)


def current(folder: Path) -> Path | None:
    """The folder that `current` names, by its own name: a reader who keeps to it never sees two."""
    link = folder / CURRENT
    return folder / link.readlink().name if link.is_symlink() else None


def _link(link: Path, name: str) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(name, target_is_directory=True)


def _flush(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
