"""This machine in; a table out: how fast the dashboard answers beside pages that do next to nothing.

`make bench` takes about ten minutes, `python -m tests.bench --quick` about four.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import press
from tests.bench.answers import Beside, fifty_readers, largest_answer, memory, one_reader
from tests.bench.first_open import beside, first_opens, start
from tests.bench.served import CHART, HI, OURS, served
from tests.e2e.reader import launched


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured."""

    cycles: int
    windows: int
    seconds: float
    answers: int
    visits: int
    starts: int
    pictures: int


FULL = Effort(cycles=20, windows=8, seconds=3, answers=5000, visits=7, starts=3, pictures=40)
QUICK = Effort(cycles=5, windows=3, seconds=3, answers=1000, visits=3, starts=1, pictures=12)


def row(what: str, limit: str, measured: str, kept: bool) -> None:
    """One line of the table, as soon as it is known."""
    print(f"| {what} | {limit} | {measured} | {'kept' if kept else 'missed'} |", flush=True)


def milliseconds(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:,.1f} ms"


def answers(effort: Effort) -> None:
    """A change of year: one reader, fifty readers, bytes."""
    with served(OURS) as ours, served(HI) as hi:
        for whole, what in ((False, "Change of year on `/abroad`"), (True, "The same, the whole page run again")):
            one = asyncio.run(one_reader(ours, hi, whole, effort.cycles))
            times = f"{one.ratio:.1f} × ({milliseconds(one.ours)}; {milliseconds(one.bare)})"
            row(f"{what}, one reader", 'at most 8 × "hi"', times, one.ratio <= 8)
            many, busy = asyncio.run(fifty_readers(ours, hi, whole, effort.windows, effort.seconds))
            row(f"{what}, 50 readers", 'at least 1/8 of the answers of "hi"', rates(many, busy), many.ratio >= 1 / 8)
            most = asyncio.run(largest_answer(ours, whole))
            sizes = f"{most.wire / 1000:.1f} kB ({most.unpacked / 1000:.1f} kB unpacked)"
            row(f"{what}, largest answer", "at most 30 kB", sizes, most.wire <= 30_000)


def rates(many: Beside, busy: Beside) -> str:
    """How many answers, and what one costs the server: the second is less moved by what else the machine does."""
    answers = f"{median(many.ours):.0f} a second; {median(many.bare):.0f} a second"
    return f"1/{1 / many.ratio:.1f} ({answers}); {milliseconds(busy.ours)} of a core; {milliseconds(busy.bare)}"


def growth(effort: Effort) -> None:
    """Memory of a fresh server."""
    with served(OURS) as ours:
        first, *later = asyncio.run(memory(ours, effort.answers, warm_up=effort.answers // 10))
    grown = max(later) / first - 1
    held = f"{grown:+.1%} ({first:.0f} MB; {', '.join(f'{each:.0f}' for each in later)})"
    row(f"Memory over {effort.answers:,} answers", "at most 10 % more", held, grown <= 0.1)


def opening(effort: Effort) -> None:
    """What a reader who comes for the first time waits for."""
    with launched() as browser:
        with served(OURS) as ours, served(CHART) as bare:
            visits, plain = first_opens(browser, ours, bare, effort.visits)
        size = median(one.files + one.socket for one in visits) / 1e6
        row("First open of `/`, empty cache", "at most 3.5 MB", f"{size:.2f} MB", size <= 3.5)
        first = beside(visits, plain)
        times = f"{first.ratio:.2f} × ({milliseconds(first.ours)}; {milliseconds(first.bare)})"
        row("First chart or map drawn there", "at most 1.15 × a page with one chart", times, first.ratio <= 1.15)
        seconds = median(start(browser) for _ in range(effort.starts))
        row("Start of the server to its first full page", "at most 10 s", f"{seconds:.1f} s", seconds <= 10)


def pictures(effort: Effort) -> None:
    """Pictures and light pages, new and kept."""
    for form in ("svg", "png", "pdf"):
        new = press.warm(form, effort.pictures)
        times = f"{new.ratio:.2f} × ({milliseconds(new.ours)}; {milliseconds(new.bare)})"
        row(f"A new picture, {form.upper()}", "at most 1.5 × the bare drawing call", times, new.ratio <= 1.5)
    with served(OURS) as ours:
        kept = press.cached(ours, press.PICTURE, effort.pictures)
        times = f"{kept.ratio:.2f} × ({milliseconds(kept.ours)}; {milliseconds(kept.bare)})"
        row("A kept picture, one reader", "at most 3 × a bare route", times, kept.ratio <= 3)
        many, slow = press.crowd(ours, press.TWIN, effort.windows, effort.seconds)
        answers = f"1/{1 / many.ratio:.1f} ({median(many.ours):,.0f} a second; {median(many.bare):,.0f} a second)"
        row(
            "A kept light page, 8 connections",
            "at least 1/2 of the answers of a bare route",
            answers,
            many.ratio >= 1 / 2,
        )
        times = f"{slow.ratio:.1f} × ({milliseconds(slow.ours)}; {milliseconds(slow.bare)})"
        row("The same, slowest hundredth", "at most 3 × a bare route", times, slow.ratio <= 3)


def main() -> None:
    if not Path("/proc/self/stat").exists():
        sys.exit("Memory is read from /proc: run this on Linux.")
    effort = QUICK if "--quick" in sys.argv[1:] else FULL
    load = os.getloadavg()[0]
    print("| What | Limit | Measured (ours; bare) | |\n|---|---|---|---|", flush=True)
    answers(effort)
    growth(effort)
    opening(effort)
    pictures(effort)
    print(f"\n{os.cpu_count()} cores; load {load:.1f} before, {os.getloadavg()[0]:.1f} after.")


if __name__ == "__main__":
    main()
