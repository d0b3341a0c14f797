"""Signals in: a run that is stopped from outside ends as one that failed, except in the instant of its last step."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ASKED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl+C, a closed terminal and a machine that shuts down are all a KeyboardInterrupt."""
    before = [signal.signal(each, _stop) for each in ASKED]
    try:
        yield
    finally:
        for each, handler in zip(ASKED, before, strict=True):
            signal.signal(each, handler)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """What is asked for within waits until the end, and is then too late."""
    before = [signal.signal(each, signal.SIG_IGN) for each in ASKED]
    try:
        yield
    finally:
        for each, handler in zip(ASKED, before, strict=True):
            signal.signal(each, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
