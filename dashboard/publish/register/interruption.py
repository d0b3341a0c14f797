"""Signals in: a run that is stopped from outside ends as one that failed, except in the instant of its last step."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

ASKED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl+C, a closed terminal and a machine that shuts down are all a KeyboardInterrupt."""
    asked = []

    def stop(number: int, _: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    before = {each: signal.signal(each, stop) for each in ASKED}
    try:
        yield
    except Exception as error:
        if asked:  # DuckDB and what works in threads have errors of their own for it
            raise KeyboardInterrupt from error
        raise
    finally:
        _restore(before)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Whoever asks within is too late: the work is done as good as at once."""
    before = {each: signal.signal(each, signal.SIG_IGN) for each in ASKED}
    try:
        yield
    finally:
        _restore(before)


def _restore(handlers: dict[signal.Signals, Any]) -> None:
    for each, handler in handlers.items():
        signal.signal(each, handler)
