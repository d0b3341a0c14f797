"""A file or a folder in, the files of the register out, each with the name that problems call it by."""

from pathlib import Path

from dashboard.publish.problems import MISSING_FILE, NO_ROWS
from dashboard.publish.register import problems
from dashboard.publish.register.problems import Problem, Refused

KINDS = (".csv", ".xlsx", ".parquet")


def listed(path: Path) -> list[tuple[str, Path]]:
    """Name and path, in the order of names; Refused if one of them is not to be read."""
    files = _within(path) if path.is_dir() else [(path.name, path)]
    found = [
        Problem(name, None, None, None, None, sentence)
        for name, file in files
        if (sentence := _fault(file, path)) is not None
    ]
    if not files:
        found.append(Problem(path.name, None, None, None, None, problems.NO_FILES))
    if found:
        raise Refused(found)
    return files


def _within(folder: Path) -> list[tuple[str, Path]]:
    """Without what systems and programs leave beside files: hidden ones, and the locks of open workbooks."""
    files = sorted(file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir())
    named = [(file.relative_to(folder), file) for file in files]
    return [
        (name.as_posix(), file) for name, file in named if not any(part.startswith((".", "~$")) for part in name.parts)
    ]


def _fault(file: Path, path: Path) -> str | None:
    if path.is_dir() and not file.resolve().is_relative_to(path.resolve()):
        return problems.OUT_OF_THE_FOLDER
    if not file.exists():
        return MISSING_FILE
    if file.suffix.lower() not in KINDS or not file.is_file():
        return problems.NOT_A_TABLE
    return NO_ROWS if file.stat().st_size == 0 else None
