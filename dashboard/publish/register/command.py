"""A register in, what is wrong with it in words out: `python -m dashboard.publish register FILE --dry-run`."""

import argparse
import codecs
import datetime as dt
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish.register import problems, template
from dashboard.publish.register.problems import Refused, line
from dashboard.publish.register.reading import QUERIES, Reading, read

ON_SCREEN = 200
MEMORY = "3GB"


def main(arguments: list[str]) -> int:
    """Exit code 0 if every row is sound, 2 if not."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.publish register", description=__doc__)
    parser.add_argument("file", type=Path, help="CSV, XLSX or Parquet file, or a folder of them")
    parser.add_argument("--dry-run", action="store_true", required=True, help="read and check, change nothing")
    parser.add_argument("--problems", type=Path, help="CSV file for all problems; else beside the register")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of what is said")
    chosen = parser.parse_args(arguments)
    t = Language(chosen.lang)
    with tempfile.TemporaryDirectory() as spill:
        connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": spill})
        connection.execute("SET enable_progress_bar = $shown", {"shown": sys.stdout.isatty()})
        with connection:
            return _try(chosen.file, connection, chosen.problems or chosen.file.with_suffix(".problems.csv"), t)


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


def _try(path: Path, connection: duckdb.DuckDBPyConnection, report: Path, t: Language) -> int:
    """The ids of a dry run are digests with a key of this run: nothing of them stays."""
    try:
        reading = read(path, connection, dt.datetime.now().astimezone().date(), secrets.token_bytes(32))
    except Refused as refused:
        print(t(problems.NOT_READ), *(line(problem, t) for problem in refused.problems), sep="\n", file=sys.stderr)
        return 2
    counts = {"read": reading.read, "accepted": reading.accepted, "refused": reading.refused}
    print(t(problems.ROWS, **{name: t.number(count) for name, count in counts.items()}))
    print(t(problems.NOTHING_CHANGED))
    return _tell(reading, report, t) if reading.refused else 0


def _tell(reading: Reading, report: Path, t: Language) -> int:
    print(*(line(problem, t) for problem in reading.problems(ON_SCREEN)), sep="\n", file=sys.stderr)
    write_all(reading, report, t)
    count = t.number(len(reading.connection.table("problems")))
    print(t(problems.ALL_PROBLEMS, count=count, file=report.name), file=sys.stderr)
    return 2


def write_all(reading: Reading, path: Path, t: Language) -> None:
    """All problems as CSV, with the mark of UTF-8, without which Excel takes it for another encoding."""
    used = reading.connection.table("problems").select("sentence").distinct().fetchall()
    words = pd.DataFrame(
        [(sentence, t(sentence)) for (sentence,) in used], columns=["sentence", "words"], dtype="string"
    )
    reading.connection.from_df(words).create("sentences")
    rows = reading.connection.sql((QUERIES / "reading" / "report.sql").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        rows.write_csv(f"{folder}/problems.csv", header=True)
        with path.open("wb") as whole, Path(folder, "problems.csv").open("rb") as written:
            whole.write(codecs.BOM_UTF8)
            shutil.copyfileobj(written, whole)
