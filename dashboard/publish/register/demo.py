"""Nothing in, a release of an invented register out, which says so wherever it is shown: `make demo`.

It goes the way of a real one, from a file on, in folders of its own that are gone afterwards.
"""

import argparse
import datetime as dt
import tempfile
from pathlib import Path

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import releases, store, synthetic
from dashboard.publish.register import failures, report
from dashboard.publish.register.order import Order
from dashboard.publish.register.publication import STEPS, publish
from dashboard.publish.register.steps import Steps

AS_OF = dt.date(2025, 12, 31)


def main(arguments: list[str]) -> int:
    """The exit codes of failures.answered."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.publish demo", description=__doc__)
    parser.add_argument("--releases", type=Path, default=releases.RELEASES, help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=int, default=synthetic.ROWS, help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of what is said")
    chosen = parser.parse_args(arguments)
    t = Language(chosen.lang)

    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "synthetic.csv"
            synthetic.write(file, chosen.rows)
            private = store.folder({store.VARIABLE: str(Path(folder) / "store")})
            order = Order(file, private, chosen.releases, AS_OF, AS_OF, synthetic=True)
            report.release(publish(order, Steps(t, STEPS), lambda reading: report.rows(reading, file, t)), t)

    return failures.answered(work, t)
