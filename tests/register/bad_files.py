"""For each way in which a register can be bad a function that writes one into a folder, and gives back its path.

What has to be said of it stands in bad_files.csv, in three languages.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from tests.register.ministry import COLUMNS, GOOD, changed, text, write

Bad = Callable[[Path], Path]

# What stands in a cell of row 2 or 3 of a CSV file that is good but for it.
CELLS: dict[str, dict[tuple[int, str], str]] = {
    "id missing": {(3, "assignment_id"): ""},
    "volunteer key missing": {(3, "volunteer_key"): " "},
    "id twice": {(3, "assignment_id"): "A1"},
    "end before start": {(2, "end_date"): "2024-02-29"},
    "date in words": {(2, "start_date"): "1 марта 2024"},
    "date that can be read two ways": {(2, "start_date"): "03/01/2024"},
    "date as a serial number": {(2, "start_date"): "45352"},
    "date that no calendar has": {(2, "end_date"): "31.02.2024"},
    "start in the future": {(3, "start_date"): "2026-01-01"},
    "end in the future": {(3, "end_date"): "2026-01-01"},
    "start before 1970": {(4, "start_date"): "0023-01-15"},
    "start missing": {(2, "start_date"): ""},
    "unknown country": {(2, "host_country"): "Атлантида"},
    "unknown region": {(2, "home_region"): "KZ-99"},
    "unknown agency": {(2, "agency"): "WXYZ"},
    "unknown programme": {(2, "programme"): "secret"},
    "unknown category": {(2, "category"): "hero"},
    "unknown sex": {(2, "sex"): "1"},
    "year of birth in words": {(2, "birth_year"): "99 г."},
    "year of birth that cannot be": {(2, "birth_year"): "2023"},
    "hours in words": {(2, "hours"): "много"},
    "formula": {(2, "hours"): "=SUM(B2:B9)"},
    "overlapping": {(3, "start_date"): "2024-08-31"},
    "IIN as the key": {(2, "volunteer_key"): "850101100121"},
    "IIN without its zeros": {(2, "volunteer_key"): "10203100012"},
    "IIN among words": {(2, "sex"): "F, 850101100304"},
    "e-mail": {(2, "assignment_id"): "a.b@example.org"},
    "phone": {(3, "home_region"): "+7 (701) 000-00-00"},
}


def of_cells(changes: dict[tuple[int, str], str]) -> Bad:
    return lambda folder: write(folder / "register.csv", changed(changes))


def of_bytes(name: str, content: bytes) -> Bad:
    def bad(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return bad


def of_header(old: str, new: str) -> Bad:
    return of_bytes("register.csv", text(GOOD).replace(old, new, 1).encode())


def more_columns(*names: str) -> Bad:
    rows: list[dict[str, str]] = [row | dict.fromkeys(names, "x") for row in GOOD]
    return of_bytes("register.csv", text(rows, columns=[*COLUMNS, *names]).encode())


def workbook(
    path: Path, rows: list[dict[str, str]] = GOOD, change: Callable[[Any], object] = lambda sheet: None
) -> Path:
    """The rows as a sheet, which then may be changed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for row in [COLUMNS, *(list(row.values()) for row in rows)]:
        sheet.append([cell or None for cell in row])
    change(sheet)
    book.save(path)
    return path


def of_sheet(change: Callable[[Any], object]) -> Bad:
    return lambda folder: workbook(folder / "register.xlsx", change=change)


def put(cell: str, value: object) -> Bad:
    return of_sheet(lambda sheet: sheet.__setitem__(cell, value))


def cut_workbook(folder: Path) -> Path:
    path = workbook(folder / "register.xlsx")
    path.write_bytes(path.read_bytes()[:-2000])
    return path


def zip_bomb(folder: Path) -> Path:
    path = workbook(folder / "register.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w") as bomb:
        for _ in range(64):
            bomb.write(bytes(1 << 20))
    return path


def parquet(path: Path, rows: list[dict[str, str]] = GOOD) -> Path:
    """With days and numbers as such, where all of a column are."""
    csv = write(path.with_suffix(".csv"), rows)
    with duckdb.connect() as connection:
        read = connection.read_csv(str(csv), dtype={"sex": "VARCHAR"})  # F alone would be taken for false
        read.write_parquet(str(path))
    csv.unlink()
    return path


def cut_parquet(folder: Path) -> Path:
    path = parquet(folder / "register.parquet")
    path.write_bytes(path.read_bytes()[:-20])
    return path


def damaged_parquet(folder: Path) -> Path:
    """Its end, which is read first, is whole."""
    path = parquet(folder / "register.parquet")
    content = path.read_bytes()
    path.write_bytes(content[:4] + b"\xff" * 200 + content[204:])
    return path


def age_group_in_words(folder: Path) -> Path:
    path = folder / "register.csv"
    path.write_text(text(changed({(2, "birth_year"): "young"})).replace("birth_year", "age_group"), encoding="utf-8")
    return path


def link_out(folder: Path) -> Path:
    (folder / "inside").mkdir()
    (folder / "inside" / "link.csv").symlink_to(write(folder / "outside.csv"))
    return folder / "inside"


def nothing_within(folder: Path) -> Path:
    (folder / "inside").mkdir()
    return folder / "inside"


FILES: dict[str, Bad] = {
    "unknown age group": age_group_in_words,
    "delimiter": of_bytes("register.csv", text(GOOD, "|").encode()),
    "Windows-1251": of_bytes("register.csv", text(changed({(2, "host_country"): "Кения"})).encode("cp1251")),
    "UTF-16": of_bytes("register.csv", text(GOOD).encode("utf-16")),
    "empty file": of_bytes("register.csv", b""),
    "header alone": of_bytes("register.csv", text([]).encode()),
    "200 columns": more_columns(*(f"column {n}" for n in range(188))),
    "column missing": of_header("host_country", "volunteers"),
    "column twice": of_header("programme", "agency"),
    "two ages": more_columns("age_group"),
    "names by header": more_columns("Аты-жөні"),
    "IIN by header": more_columns("ИИН"),
    "passport by header": more_columns("passport_no"),
    "phone by header": more_columns("Ұялы телефон"),
    "e-mail by header": more_columns("E-mail"),
    "address by header": more_columns("Домашний адрес"),
    "cell too few": of_bytes("register.csv", text(GOOD).replace(",120", "", 1).encode()),
    "cell too many": of_bytes("register.csv", text(GOOD).replace(",120", ",120,more", 1).encode()),
    "quotation mark left open": of_bytes("register.csv", (text(GOOD) + '"A4,').encode()),
    "cut in the middle": of_bytes("register.csv", text(GOOD).encode()[:-40]),
    "broken letter far below": of_bytes("register.csv", text(GOOD * 1000).encode() + b"\xcf\xee\n"),
    "no table": of_bytes("register.docx", b"PK"),
    "no file": lambda folder: folder / "register.csv",
    "empty folder": nothing_within,
    "link out of the folder": link_out,
    "no workbook": of_bytes("register.xlsx", text(GOOD).encode()),
    "cut workbook": cut_workbook,
    "zip bomb": zip_bomb,
    "merged header": of_sheet(lambda sheet: sheet.merge_cells("C1:D1")),
    "empty workbook": of_sheet(lambda sheet: sheet.delete_rows(1, 9)),
    "header alone in a sheet": of_sheet(lambda sheet: sheet.delete_rows(2, 9)),
    "cell beyond the header": put("Q3", "x"),
    "formula in a sheet": put("E2", "=1+1"),
    "serial number in a sheet": put("F2", 45352),
    "date as text in a sheet": put("F2", "март 2024"),
    "cut Parquet": cut_parquet,
    "damaged Parquet": damaged_parquet,
}
EVERY: dict[str, Bad] = {kind: of_cells(changes) for kind, changes in CELLS.items()} | FILES
