"""A number of seconds in; whether they are over, out."""

import time


class Late(Exception):
    """The time is up: the best that was found has to do."""


class Clock:
    """Runs from the moment it is made."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        return self._end - time.monotonic()

    def check(self) -> None:
        """Late when the time is up."""
        if self.left < 0:
            raise Late
