"""The address in; the statement that is open in a chart out, and the ways to open another or none."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.controls.address import KEPT, address, choice, choices, here_path, language, show


def opened_statement(figure: str) -> str | None:
    """What the address calls it; an address without a chart opens it in every chart that holds it."""
    return choice("statement") if choice("figure") in (None, figure) else None


def open_statement(figure: str, code: str | None) -> None:
    """Put it into the address; None closes the one that is open there."""
    if code is None and choice("figure") not in (None, figure):
        return
    show("figure", figure if code else None)
    show("statement", code)


def ways_to_statements(figure: str) -> Callable[[str], str]:
    """By what the address calls a statement: the same view with it open."""
    t, path, kept = language(), here_path(), choices(*KEPT)
    return lambda code: address(t, path, **(kept | {"figure": figure, "statement": code}))
