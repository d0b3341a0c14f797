"""A folder in, the sole right to change it out; it ends with the `with`, or with the process however that ends."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.i18n import Language

LOCK = ".lock"


class Busy(Exception):
    """Another process is publishing."""

    def sentence(self, t: Language) -> str:
        return t("Another publication is under way. Nothing was changed. Try again when it is done.")


@dataclass(frozen=True)
class Held:
    """Proof that the lock of a folder is held; what changes the folder asks for it."""

    folder: Path


@contextmanager
def hold(folder: Path, waiting: Callable[[], None] | None = None) -> Iterator[Held]:
    """Busy if another process holds the lock; with `waiting`, call that once and wait instead."""
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(file, waiting)
        yield Held(folder)
    finally:
        os.close(file)


def _take(file: int, waiting: Callable[[], None] | None) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting is None:
            raise Busy from None
        waiting()
        fcntl.flock(file, fcntl.LOCK_EX)


def waits(t: Language) -> str:
    """What to say to those who wait."""
    return t("Another publication is under way. Waiting until it is done.")
