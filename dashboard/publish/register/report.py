"""What came of a run in, what the operator reads of it out: sentences, and a CSV file of all problems."""

import codecs
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.i18n import Language
from dashboard.publish.register import problems
from dashboard.publish.register.order import Outcome
from dashboard.publish.register.problems import line
from dashboard.publish.register.reading import QUERIES, Reading

ON_SCREEN = 200
UNDO = "make rollback"


def rows(reading: Reading, path: Path, t: Language) -> None:
    """How many rows are sound; of those that are not the first problems here, and all of them in the file `path`."""
    counts = {"read": reading.read, "accepted": reading.accepted, "refused": reading.refused}
    print(t(problems.ROWS, **{name: t.number(count) for name, count in counts.items()}), flush=True)
    if reading.refused:
        print(*(line(problem, t) for problem in reading.problems(ON_SCREEN)), sep="\n", file=sys.stderr)
        write_all(reading, path, t)
        count = t.number(len(reading.connection.table("problems")))
        print(t(problems.ALL_PROBLEMS, count=count, file=path.name), file=sys.stderr)
        print(t(problems.NOTHING_CHANGED))


def release(outcome: Outcome, t: Language) -> None:
    """What everybody reads now, what of it is new, and the way back."""
    shown = outcome.release
    counts = {name: t.number(shown[name]) for name in ("rows", "withheld")}
    if shown["before"] or not outcome.is_new:
        print(t("{rows} cells are released, {withheld} of them withheld.", **counts))
    if not outcome.is_new:
        print(t("Release {release} shows these numbers already, so no new one was made.", release=shown["release"]))
        return
    print(*shown["changes"][t.code], sep="\n")
    print(t("Release {release} is shown now.", release=shown["release"]))
    print(t("To undo this: {command}", command=UNDO))
    if not (shown["synthetic"] or shown["policy"]["signed_by"]):
        print(t("Nobody has signed the rules of protection: signed_by in {file} is empty.", file="disclosure.toml"))


def listing(shown: list[dict[str, Any]], t: Language) -> None:
    """One line per release, the newest first."""
    for each in shown:
        values = {name: t.number(each[name]) for name in ("rows", "withheld")} | {"release": each["release"]}
        values["day"] = t.iso_date(each["as_of"])
        if each["current"]:
            print(t("{release}, shown now: data of {day}, {rows} cells, {withheld} of them withheld", **values))
        else:
            print(t("{release}: data of {day}, {rows} cells, {withheld} of them withheld", **values))
    if not shown:
        print(t("There is no release."))


def rollback(before: str | None, now: dict[str, Any] | None, t: Language) -> None:
    """Which release is shown now, if any, and how to show the one that was."""
    if now:
        print(t("Release {release} is shown now.", release=now["release"]))
    else:
        print(t("No release is shown any more."))
    if before and not (now and now["release"] == before):
        print(t("To undo this: {command}", command=f"{UNDO} RELEASE={before}"))


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
