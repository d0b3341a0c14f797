"""A process that publishes and dies at a given moment; in, out: what stood after each of many such deaths, as JSON.

    python -m tests.register.dying FOLDER SEED POINTS [too_soon]

The second release of a register is published POINTS times over the first, each time in a process of its own that kills
itself at another line of the code that writes. `too_soon` is the broken twin: it shows a release before it is whole.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import duckdb

from dashboard.publish import cells, lock, released, releases, store, whole
from dashboard.publish.draft import Facts
from tests.register import rows

REGISTERS = {"old": rows.FOUR[:3], "new": rows.FOUR}
WITHHELD = {"old": {"abroad/by_host/2024/THA/people"}, "new": {"abroad/by_host/2024/KEN/people"}}
WRITING = ("store", "released", "releases", "whole", "lock", "shutil")


def publish(folder: Path, name: str) -> None:
    """Keep and release a register, counted before."""
    with store.connect(folder / "store") as connection, lock.hold(folder / "releases") as held:
        for table in ("assignments", "cells"):
            connection.execute(f"CREATE TABLE {table} AS FROM '{folder.parent / name / table}.parquet'")
        with store.opened(folder / "store") as private, store.written(private, connection) as register:
            store.keep(private, register)
        released.publish(held, connection, WITHHELD[name], Facts(rows.AS_OF))


def prepare(folder: Path) -> None:
    """Both registers as files, the first one published; a folder with the second on top to compare with."""
    for name, register in REGISTERS.items():
        (folder / name).mkdir()
        with duckdb.connect() as connection:
            rows.table(connection, register)
            cells.count(connection, rows.AS_OF)
            for table in ("assignments", "cells"):
                connection.table(table).write_parquet(str(folder / name / f"{table}.parquet"))
    (folder / "first" / "store").mkdir(parents=True, mode=0o700)
    publish(folder / "first", "old")
    shutil.copytree(folder / "first", folder / "second", symlinks=True)
    publish(folder / "second", "new")


def state(folder: Path) -> tuple[dict[str, bytes], int]:
    """Bytes of the release that is shown, and the rows in the store."""
    shown = releases.current(folder / "releases")
    assert shown is not None
    with duckdb.connect() as connection:
        kept = len(store.assignments(connection, folder / "store"))
    return {path.name: path.read_bytes() for path in shown.iterdir()}, kept


def verdict(folder: Path, old: Path, new: Path) -> str:
    """Which release stands, and whether publishing once more then gives the new one without leaving anything over."""
    try:
        found = state(folder)
        standing = {name: state(path) for name, path in (("old", old), ("new", new))}
        names = [name for name, (release, _) in standing.items() if release == found[0]]
        if not names or found[1] not in (len(REGISTERS["old"]), len(REGISTERS["new"])):
            return "broken: neither the old nor the new"
        publish(folder, "new")
        left = {path.name for path in (folder / "releases").iterdir()}
        whole_again = state(folder) == standing["new"] and left == {path.name for path in (new / "releases").iterdir()}
        return names[0] if whole_again else "broken: not the new one after another try"
    except Exception as error:  # noqa: BLE001 - whatever a reader or the next publication meets is a finding
        return f"broken: {type(error).__name__}"


def too_soon(written: Path, name: str) -> Path:
    """The broken twin of whole.settle."""
    settled = written.parent / name
    settled.mkdir()
    whole.point(settled)
    for path in written.iterdir():
        shutil.move(path, settled / path.name)
    return settled


def in_a_process(work: Callable[[], None]) -> int:
    """Its exit code, below zero for a signal."""
    if (child := os.fork()) == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - a fork may not run on in its parent's code
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying(folder: Path, point: int | None, seen: list[str]) -> None:
    """Publish; at line number `point` of what writes, die. `seen` gets the module of each such line."""

    def trace(frame: FrameType, event: str, _: object) -> Callable | None:
        module = Path(frame.f_code.co_filename).stem
        if module not in WRITING or frame.f_code.co_name.startswith("<"):
            return None
        if event == "line":
            seen.append(module)
            if len(seen) == point:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    publish(folder, "new")
    sys.settrace(None)


def chosen(folder: Path, seed: int, points: int) -> list[int]:
    """As many lines by lot, half of them where folders and links are moved, and the last line of all."""
    listing = folder.with_name("lines")

    def run() -> None:
        seen: list[str] = []
        dying(folder, None, seen)
        listing.write_text(" ".join(seen), encoding="utf-8")

    assert in_a_process(run) == 0
    lines = dict(enumerate(listing.read_text(encoding="utf-8").split(), start=1))
    lots = random.Random(seed)
    moving = lots.sample([number for number, module in lines.items() if module == "whole"], points // 2)
    return sorted({*moving, *lots.sample(sorted(lines.keys() - moving), points - len(moving)), max(lines)})


def death(folder: Path, point: int) -> str:
    """What stands after a process that died there."""
    copy = Path(shutil.copytree(folder / "first", folder / f"point-{point}", symlinks=True))
    if (code := in_a_process(lambda: dying(copy, point, []))) != -signal.SIGKILL:
        return f"broken: it was not killed, {code}"
    said = folder / "verdict"

    def judge() -> None:
        said.write_text(verdict(copy, folder / "first", folder / "second"), encoding="utf-8")

    assert in_a_process(judge) == 0
    return said.read_text(encoding="utf-8")


def main(folder: Path, seed: int, points: int, twin: bool) -> None:
    assert in_a_process(lambda: prepare(folder)) == 0
    if twin:
        whole.settle = too_soon
    counted = Path(shutil.copytree(folder / "first", folder / "counted", symlinks=True))
    print(json.dumps(Counter(death(folder, point) for point in chosen(counted, seed, points))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["too_soon"])
