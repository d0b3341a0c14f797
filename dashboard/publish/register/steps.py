"""Which step of a long work begins in, one line for whoever waits out."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from dashboard.i18n import Language


class Steps:
    """Numbered lines on stderr; on a terminal DuckDB draws a bar beneath those that take long."""

    def __init__(self, t: Language, count: int) -> None:
        self.t, self.count, self.done = t, count, 0

    def begin(self, what: str) -> None:
        """`what` is a phrase in the language of the reader."""
        self.done += 1
        self.say(self.t("Step {n} of {count}: {what}", n=self.done, count=self.count, what=what))

    def say(self, sentence: str) -> None:
        print(sentence, file=sys.stderr, flush=True)


@contextmanager
def hushed() -> Iterator[None]:
    """Nothing reaches stdout: the solver prints lines there, past Python, that tell nobody anything."""
    sys.stdout.flush()
    stdout, nothing = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    try:
        yield
    finally:
        ctypes.CDLL(None).fflush(None)  # what it has printed and the system still holds
        os.dup2(stdout, 1)
        os.close(stdout)
        os.close(nothing)


def draw_bar(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET enable_progress_bar = $shown", {"shown": sys.stdout.isatty()})
