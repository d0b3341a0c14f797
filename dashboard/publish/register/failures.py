"""What can go wrong without being a fault of the program in; a sentence with what to do and an exit code out."""

import errno
import os
import re
import sys
from collections.abc import Callable

import duckdb

from dashboard.i18n import Language
from dashboard.publish import lock, releases, store
from dashboard.publish.cells import LaterThanTheData
from dashboard.publish.disclosure import problems as disclosure
from dashboard.publish.protection import Unprotected
from dashboard.publish.register import problems
from dashboard.publish.register.interruption import stoppable
from dashboard.publish.spark.unable import Unable

DONE, UNDONE, REFUSED, BUSY, STOPPED = 0, 1, 2, 3, 130
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# What is not the register's fault, but of the place and the moment.
HERE = (KeyboardInterrupt, store.Unsafe, Unprotected, OSError, duckdb.IOException, duckdb.OutOfMemoryException)


class Unsound(Exception):
    """Rows are not sound, and each was told of."""


def answered(work: Callable[[], None], t: Language) -> int:
    """The exit code of `work`: 0 done, 1 not possible here, 2 refused, 3 another is at it, 130 stopped."""
    try:
        with stoppable():
            work()
    except Unsound:
        return REFUSED
    except lock.Busy as busy:
        return _say(BUSY, busy.sentence(t))
    except problems.Refused as refused:
        return _say(REFUSED, t(problems.NOT_READ), *(problems.line(problem, t) for problem in refused.problems))
    except Unable as unable:
        return _say(REFUSED, unable.sentence(t))
    except disclosure.Refused as refused:
        return _say(REFUSED, disclosure.line(refused, t), t(problems.NOTHING_CHANGED))
    except (releases.Refused, LaterThanTheData) as refused:
        return _say(REFUSED, refused.sentence(t), t(problems.NOTHING_CHANGED))
    except HERE as error:
        code = STOPPED if isinstance(error, KeyboardInterrupt) else UNDONE
        return _say(code, _sentence(error, t), t(problems.NOTHING_CHANGED))
    return DONE


def _say(code: int, *sentences: str) -> int:
    print(*sentences, sep="\n", file=sys.stderr)
    return code


def _sentence(error: BaseException, t: Language) -> str:
    if isinstance(error, KeyboardInterrupt):
        return t("The work was stopped.")
    if isinstance(error, store.Unsafe):
        return error.sentence(t)
    if isinstance(error, Unprotected):
        return t("The last look found withheld numbers that can be worked out. Report this fault of the program.")
    if isinstance(error, duckdb.OutOfMemoryException):
        return t("Memory is short, and the disk of REGISTER_DIR has no room for the rest. Make room and try again.")
    if _is(error, FULL):
        return t("A disk is full. Make room on it and try again.")
    if _is(error, FORBIDDEN):
        return t("You have no right to read or write {path}. Get it, or choose another place.", path=_path(error))
    return t("{path} cannot be read or written.", path=_path(error))


def _path(error: BaseException) -> str:
    """DuckDB puts it in quotation marks."""
    quoted = re.search(r'"(.+?)"', str(error))
    return str(getattr(error, "filename", None) or (quoted[1] if quoted else "-"))


def _is(error: BaseException, numbers: set[int]) -> bool:
    """DuckDB hands on in words only what the system told it by number."""
    if isinstance(error, OSError):
        return error.errno in numbers
    return any(os.strerror(number) in str(error) for number in numbers)
