"""`make data`: data/source/ in, data/*.parquet and data/release.json out; exit code 2 and one line a problem if not."""

import argparse
import importlib
import signal
import sys
from pathlib import Path

from dashboard.i18n import LANGUAGES, Language

DATA = Path(__file__).parents[2] / "data"
# The commands on registers: module and function, imported when it is called, which takes a second.
COMMANDS = {
    "register": ("command", "main"),
    "template": ("command", "write_template"),
    "demo": ("demo", "main"),
    "releases": ("history", "show"),
    "rollback": ("history", "undo"),
}


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] in COMMANDS:
        module, function = COMMANDS[given[0]]
        return int(getattr(importlib.import_module(f"dashboard.publish.register.{module}"), function)(given[1:]))
    return _data(given)


def _data(given: list[str]) -> int:
    from dashboard.publish import vocabulary
    from dashboard.publish.problems import line
    from dashboard.publish.release import Refused, publish

    parser = argparse.ArgumentParser(prog="python -m dashboard.publish", description=__doc__)
    parser.add_argument("--source", type=Path, default=DATA / "source", help="folder of the CSV and TopoJSON files")
    parser.add_argument("--target", type=Path, default=DATA, help="folder that gets the release")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of the problems")
    chosen = parser.parse_args(given)
    try:
        release = publish(chosen.source, chosen.target, vocabulary.codes())
    except Refused as refused:
        print(*(line(problem, Language(chosen.lang)) for problem in refused.problems), sep="\n", file=sys.stderr)
        return 2
    for table, rows in release["rows"].items():
        print(f"{table}.parquet: {rows} rows")
    print(f"release {release['release']}")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # as long as nothing is begun, Ctrl+C ends it without many words
    sys.exit(main())
