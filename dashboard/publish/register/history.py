"""The folder of releases in, a list of them or the one before out: `releases` and `rollback` of dashboard.publish."""

import argparse
from pathlib import Path

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import lock, releases, whole
from dashboard.publish.register import failures, report


def show(arguments: list[str]) -> int:
    """Every release that was ever shown, the newest first."""
    chosen = _parser("releases", "List the public releases of the register.").parse_args(arguments)
    t = Language(chosen.lang)
    return failures.answered(lambda: report.listing(releases.listed(chosen.releases), t), t)


def undo(arguments: list[str]) -> int:
    """Show an earlier release, or a later one again."""
    parser = _parser("rollback", "Show the release before the one that is shown, or the one named.")
    parser.add_argument("release", nargs="?", help="name of a release, as the list of releases gives it")
    chosen = parser.parse_args(arguments)
    t = Language(chosen.lang)

    def work() -> None:
        with lock.hold(chosen.releases) as held:
            before = whole.current(held.folder)
            report.rollback(before.name if before else None, releases.rollback(held, chosen.release), t)

    return failures.answered(work, t)


def _parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m dashboard.publish {name}", description=description)
    parser.add_argument("--releases", type=Path, default=releases.RELEASES, help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of what is said")
    return parser
