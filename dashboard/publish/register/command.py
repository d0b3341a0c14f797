"""A register in, a public release of protected tables out: `python -m dashboard.publish register FILE`."""

import argparse
import datetime as dt
import secrets
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import releases, spark, store
from dashboard.publish.register import failures, problems, report, template
from dashboard.publish.register.failures import Unsound
from dashboard.publish.register.order import Order
from dashboard.publish.register.publication import STEPS, publish
from dashboard.publish.register.reading import Reading, read
from dashboard.publish.register.steps import Steps, draw_bar

MEMORY = "3GB"


def main(arguments: list[str]) -> int:
    """The exit codes of failures.answered."""
    chosen = _parser().parse_args(arguments)
    t, today = Language(chosen.lang), dt.datetime.now().astimezone().date()
    path = chosen.problems or chosen.file.with_suffix(".problems.csv")

    def tell(reading: Reading) -> None:
        report.rows(reading, path, t)
        if reading.refused:
            raise Unsound

    if chosen.as_of and chosen.as_of > today:
        print(t("The day of the data lies in the future. Set --as-of to today, or to a day before."), file=sys.stderr)
        return failures.REFUSED

    def work() -> None:
        if chosen.dry_run:
            _try(chosen.file, today, tell)
            print(t(problems.NOTHING_CHANGED))
        else:
            engine = spark.engine(chosen.master) if chosen.engine == "spark" else None
            day, wait = chosen.as_of or today, chosen.wait
            order = Order(chosen.file, store.folder(), chosen.releases, day, today, wait=wait, engine=engine)
            report.release(publish(order, Steps(t, STEPS), tell), t)

    return failures.answered(work, t)


def _try(file: Path, today: dt.date, tell: Callable[[Reading], None]) -> None:
    """The ids of a dry run are digests with a key of this run: nothing of them stays."""
    with tempfile.TemporaryDirectory() as spill:
        connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": spill})
        with connection:
            draw_bar(connection)
            tell(read(file, connection, today, secrets.token_bytes(32)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.publish register", description=__doc__)
    parser.add_argument("file", type=Path, help="CSV, XLSX or Parquet file, or a folder of them")
    parser.add_argument("--dry-run", action="store_true", help="read and check, change nothing")
    parser.add_argument("--as-of", type=dt.date.fromisoformat, help="day of the data, as 2025-12-31; else today")
    parser.add_argument("--problems", type=Path, help="CSV file for all problems; else beside the register")
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help="what counts: see --master")
    parser.add_argument("--master", help="where Spark counts, as spark://host:7077; its workers reach REGISTER_DIR")
    parser.add_argument("--wait", action="store_true", help="wait while another publication is under way")
    parser.add_argument("--releases", type=Path, default=releases.RELEASES, help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of what is said")
    return parser


def write_template(arguments: list[str]) -> int:
    """A file that is there is left alone: it may have been filled in."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.publish template", description=template.__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=Path("register.xlsx"), help="the workbook to make")
    path = parser.parse_args(arguments).file
    if path.exists():
        parser.error(f"{path} is there already: move it away, or name another file")
    template.write(path)
    print(path)
    return 0
