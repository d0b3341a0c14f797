"""A register with one person whose traces are known; what the real command leaves of it, and what it says, out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import openpyxl

from dashboard.publish.store import PROJECT
from tests.register import canary, ministry, publishing
from tests.register.ministry import COLUMNS

PERSON = {"volunteer_key": canary.KEY, "assignment_id": canary.ID}


def rows(changed: dict[str, str] | None = None) -> list[dict[str, str]]:
    first, *others = publishing.crowd()
    return [first | PERSON | (changed or {}), *others]


def write(path: Path, register: list[dict[str, str]]) -> Path:
    if path.suffix == ".csv":
        return ministry.write(path, register)
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (COLUMNS, *([each[name] for name in COLUMNS] for each in register)):
            book.active.append(row)
        book.save(path)
    else:
        ministry.write(path.with_suffix(".csv"), register)
        with duckdb.connect() as connection:
            connection.read_csv(str(path.with_suffix(".csv")), all_varchar=True).write_parquet(str(path))
        path.with_suffix(".csv").unlink()
    return path


def run(folder: Path, file: Path, module: str = "dashboard.publish") -> dict[str, str]:
    """What the command says; all that it leaves lies in `folder`, temporary files too."""
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"REGISTER_DIR": str(folder / "private"), "TMPDIR": str(folder / "tmp")}
    command = [sys.executable, "-m", module, *publishing.arguments(folder, file)]
    command += ["--problems", str(folder / "problems.csv")]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    return {"stdout": done.stdout, "stderr": done.stderr, "code": str(done.returncode)}


def keyed(left: Path) -> dict[str, bytes]:
    """What only the store may know: the digest of each volunteer, and the key that it was made with."""
    with duckdb.connect() as connection:
        kept = connection.read_parquet(f"{left}/private/register-*/assignments/*/*.parquet")
        digests = {bytes(digest) for (digest,) in kept.select("volunteer").fetchall()}
    raw = {f"digest {number}": digest for number, digest in enumerate(sorted(digests))}
    raw["secret"] = (left / "private" / "secret.key").read_bytes()
    return raw | {f"{name} in hex": held.hex().encode() for name, held in raw.items()}
