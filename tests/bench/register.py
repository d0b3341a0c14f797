"""Sizes of a register in; a table out: how long its publication takes and how much memory, beside a bare DuckDB.

`make bench-register` takes twenty minutes; ROWS="10000 1000000" some minutes. Each part runs in a process of its own,
so that the most memory that it ever had is its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

PROJECT = Path(__file__).parents[2]
ROWS = (10_000, 1_000_000, 10_000_000, 50_000_000)
AS_OF = "2025-12-31"
# Of the command; the first is reading, of which also what comes before it counts.
STEPS = ("reading and checking", "counting", "protecting", "releasing")
LIMIT, MOST_MEGABYTES, PAGE_LIMIT = 2.5, 4096, 1.1
# What the page asks for at once, and how often each is asked.
PAGE_TURNS = 200


class Run(NamedTuple):
    """Seconds from the start to each line that the process said of a step and to its end; megabytes at its largest."""

    lines: list[float]
    seconds: float
    megabytes: float


def run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """A process to its end; what it says goes on to the screen if it fails."""
    start, lines, said = time.monotonic(), [], []
    process = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=PROJECT, env=environment, stderr=subprocess.PIPE, text=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        said.append(line)
        if line.startswith("Step "):
            lines.append(time.monotonic() - start)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("".join(said))
    return Run(lines, time.monotonic() - start, usage.ru_maxrss / 1024)


def published(file: Path, folder: Path) -> Run:
    """The whole command, as an operator gives it: from the file to the release that is shown."""
    environment = os.environ | {"REGISTER_DIR": str(folder / "private")}
    command = ["dashboard.publish", "register", str(file), "--as-of", AS_OF, "--releases", str(folder / "releases")]
    return run(command, environment)


def steps(whole: Run) -> list[float]:
    """Seconds of each of STEPS."""
    ends = [*whole.lines[1:], whole.seconds]
    return [end - start for start, end in zip([0.0, *ends[:-1]], ends, strict=True)]


@contextmanager
def register(rows: int) -> Iterator[Path]:
    """A folder with register.csv of so many invented rows, gone afterwards.

    Made by another process: Linux counts the memory of the one that starts a process as if it were of the new one.
    """
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        run(["tests.bench.bare.invented", f"{folder}/register.csv", str(rows)])
        yield Path(folder)


def page(releases: Path) -> float:
    """Milliseconds in which the queries of the page are answered, all once, in a server that has this release."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.bare.page", str(PAGE_TURNS)],
        cwd=PROJECT,
        env=os.environ | {"REGISTER_RELEASES": str(releases)},
        capture_output=True,
        text=True,
        check=True,
    )
    return median(map(float, said.stdout.split()))


def line(rows: int) -> float:
    """Measure one size, say it, and give back how long the page takes for its release."""
    with register(rows) as folder:
        file = folder / "register.csv"
        floor = run(["tests.bench.bare.duckdb_floor", str(file), str(folder / "floor"), AS_OF])
        ours = published(file, folder)
        took = steps(ours)
        ratio = ours.seconds / floor.seconds
        without = (ours.seconds - took[2]) / floor.seconds
        cells = [
            f"{rows:,}",
            f"{file.stat().st_size / 1e6:,.0f} MB",
            f"{floor.seconds:,.1f} s, {floor.megabytes:,.0f} MB",
            f"{ours.seconds:,.1f} s, {ours.megabytes:,.0f} MB",
            f"{ratio:.2f} ×",
            f"{without:.2f} ×",
            ", ".join(f"{each:,.1f}" for each in took),
            "kept" if ratio <= LIMIT and ours.megabytes <= MOST_MEGABYTES else "missed",
        ]
        print(f"| {' | '.join(cells)} |", flush=True)
        return page(folder / "releases")


def main(sizes: list[int]) -> None:
    print(f"| Rows | File | Bare DuckDB | Publication | Ratio | Without protecting | {', '.join(STEPS)} (s) | |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    pages = {rows: line(rows) for rows in sizes}
    first, last = pages[sizes[0]], pages[sizes[-1]]
    kept = "kept" if last <= first * PAGE_LIMIT else "missed"
    print(f"\nThe queries of the page: {last:.1f} ms at {sizes[-1]:,} rows, {first:.1f} ms at {sizes[0]:,}: {kept}.")


if __name__ == "__main__":
    main([int(rows) for rows in sys.argv[1:]] or list(ROWS))
