"""A process that publishes and dies at a given moment; in, out: what stood after each of many such deaths, as JSON.

    python -m tests.register.dying FOLDER SEED POINTS [twin]

The command publishes a second register POINTS times over the first, each time in a process of its own that kills itself
at another line of the code that writes. The verdicts have to tell on two broken twins: `too_soon` shows a release that
is not whole yet, `forgetful` one of which the store does not hold yet what it was made of.
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
from contextlib import redirect_stdout
from pathlib import Path
from types import FrameType

import duckdb

from dashboard.publish import protection, released, releases, store, whole
from dashboard.publish.draft import Draft
from dashboard.publish.lock import Held
from tests.register import publishing

REGISTERS = {"old": publishing.OLD, "new": publishing.NEW}
WRITING = ("publication", "store", "released", "releases", "whole", "lock", "protection", "shutil")


def publish(folder: Path, name: str) -> None:
    """By the command; both files lie beside the folder."""
    with redirect_stdout(sys.stderr):
        assert publishing.publish(folder, folder.parent / name / "register.csv") == 0


def prepare(folder: Path) -> None:
    """Both registers as files, the first one published; a folder with the second on top to compare with."""
    for name, groups in REGISTERS.items():
        (folder / name).mkdir()
        publishing.register(folder / name, groups)
    (folder / "first").mkdir()
    publish(folder / "first", "old")
    shutil.copytree(folder / "first", folder / "second", symlinks=True)
    publish(folder / "second", "new")


def state(folder: Path) -> tuple[dict[str, bytes], int]:
    """Bytes of the release that is shown, and the rows in the store."""
    shown = releases.current(folder / "releases")
    assert shown is not None
    with duckdb.connect() as connection:
        kept = len(store.assignments(connection, folder / "private"))
    return {path.name: path.read_bytes() for path in shown.iterdir()}, kept


def left(folder: Path) -> set[str]:
    """Names of all there is but for the random part of the one under which a register is kept."""
    return {
        f"{name}/{path.name.partition('-')[0] if path.name.startswith('register-') else path.name}"
        for name in ("releases", "private")
        for path in (folder / name).iterdir()
    }


def verdict(folder: Path, old: Path, new: Path) -> str:
    """Which release stands, and whether publishing once more then gives the new one without leaving anything over."""
    try:
        found = state(folder)
        standing = {name: state(path) for name, path in (("old", old), ("new", new))}
        names = [name for name, (release, _) in standing.items() if release == found[0]]
        if not names or found[1] not in {kept for _, kept in standing.values()}:
            return "broken: neither the old nor the new"
        protection.earlier(folder / "private", releases.listed(folder / "releases"))
        publish(folder, "new")
        whole_again = state(folder) == standing["new"] and left(folder) == left(new)
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


def forgetful() -> None:
    """The broken twin of the order of steps: what a release was made of is kept when the release is shown already."""
    late: list[Callable[[], None]] = []
    keep, show = protection.keep_knowledge, released.show
    protection.keep_knowledge = lambda *made: late.append(lambda: keep(*made))

    def show_first(held: Held, made: Draft) -> None:
        show(held, made)
        late.pop()()

    released.show = show_first


def break_it(twin: str) -> None:
    if twin == "too_soon":
        whole.settle = too_soon
    elif twin == "forgetful":
        forgetful()


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


def dying(folder: Path, twin: str, point: int | None, seen: list[str]) -> None:
    """Publish; at line number `point` of what writes, die. `seen` gets the module of each such line."""

    def trace(frame: FrameType, event: str, _: object) -> Callable | None:
        path = Path(frame.f_code.co_filename)
        module = path.parent.name if path.parent.name == "protection" else path.stem
        if module not in WRITING or frame.f_code.co_name.startswith("<"):
            return None
        if event == "line":
            seen.append(module)
            if len(seen) == point:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    break_it(twin)
    sys.settrace(trace)
    publish(folder, "new")
    sys.settrace(None)


def chosen(folder: Path, seed: int, points: int, twin: str) -> list[int]:
    """As many lines by lot, half of them where folders and links are moved, and the last line of all.

    The other half is shared by the modules alike, or nearly all would fall to the longest.
    """
    listing = folder.with_name("lines")

    def run() -> None:
        seen: list[str] = []
        dying(folder, twin, None, seen)
        listing.write_text(" ".join(seen), encoding="utf-8")

    assert in_a_process(run) == 0
    lines = dict(enumerate(listing.read_text(encoding="utf-8").split(), start=1))
    lots = random.Random(seed)
    found = {max(lines)}
    while len(found) <= points:
        module = "whole" if len(found) % 2 else lots.choice(WRITING)
        found.add(lots.choice([number for number, name in lines.items() if name == module]))
    return sorted(found)


def death(folder: Path, twin: str, point: int) -> str:
    """What stands after a process that died there."""
    copy = Path(shutil.copytree(folder / "first", folder / f"point-{point}", symlinks=True))
    if (code := in_a_process(lambda: dying(copy, twin, point, []))) != -signal.SIGKILL:
        return f"broken: it was not killed, {code}"
    said = folder / "verdict"

    def judge() -> None:
        said.write_text(verdict(copy, folder / "first", folder / "second"), encoding="utf-8")

    assert in_a_process(judge) == 0
    shutil.rmtree(copy)
    return said.read_text(encoding="utf-8")


def main(folder: Path, seed: int, points: int, twin: str) -> None:
    assert in_a_process(lambda: prepare(folder)) == 0
    counted = Path(shutil.copytree(folder / "first", folder / "counted", symlinks=True))
    print(json.dumps(Counter(death(folder, twin, point) for point in chosen(counted, seed, points, twin))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), "".join(sys.argv[4:]))
