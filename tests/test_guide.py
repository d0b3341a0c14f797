"""The guide for the ministry's data officer names only what is there, and says as much in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.publish.register import headers

PROJECT = Path(__file__).parents[1]
GUIDE = (PROJECT / "docs" / "register.md").read_text("utf-8")
PARTS = dict(re.findall(r"^## (Қазақша|Русский|English)\n(.*?)(?=^## )", GUIDE, re.MULTILINE | re.DOTALL))
MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")


def named(part: str) -> list[str]:
    """What stands in code, in order."""
    return re.findall(r"`([^`]+)`", PARTS[part])


@pytest.mark.parametrize("part", PARTS)
def test_the_guide_names_only_commands_that_there_are(part):
    commands = [text for text in named(part) if text.startswith("make ")]
    assert len(commands) >= 6
    for text in commands:
        target, *settings = text.removeprefix("make ").split()
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), f"no make {target}"
        for setting in settings:
            assert f"$({setting.partition('=')[0]})" in MAKEFILE or f"{setting.partition('=')[0]}," in MAKEFILE


def test_the_three_languages_name_the_same_commands_and_files():
    plain = {part: [re.sub(r"\b(kk|ru|en)\b", "xx", text) for text in named(part)] for part in PARTS}
    assert sorted(plain["Қазақша"]) == sorted(plain["Русский"]) == sorted(plain["English"])
    assert list(PARTS) == ["Қазақша", "Русский", "English"]


def test_the_columns_are_those_of_the_register_with_the_headers_that_it_reads():
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+?) \| ([^|]+?) \|", GUIDE, re.MULTILINE)
    known = headers.columns_of_register()
    assert {column for column, *_ in rows} == known.keys() - {"age_group"}
    for column, *said in rows:
        assert headers.read("f", None, said).columns == [column, column]
