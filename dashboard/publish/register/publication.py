"""A file of assignments in, a release that everybody reads out: all of it, or release and store stay as they were.

What is private is changed before what is public, and both in the last instant, when nothing can be refused any more.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import duckdb

from dashboard.publish import cells, changes, lock, protection, released, releases, secret, store, whole
from dashboard.publish.disclosure import policy
from dashboard.publish.disclosure.earlier import Release
from dashboard.publish.draft import Draft, Facts
from dashboard.publish.lock import Held
from dashboard.publish.protection import memory
from dashboard.publish.register.interruption import uninterrupted
from dashboard.publish.register.order import Order, Outcome
from dashboard.publish.register.reading import Reading, read
from dashboard.publish.register.steps import Steps, draw_bar, hushed
from dashboard.publish.releases import ROWS, SYNTHETIC

POLICY = cells.PROJECT / "data" / "source" / "disclosure.toml"
STEPS = 4
# What a release tells of its policy: what readers have to know to read it, and who answers for it. Of zeros its rows
# tell by themselves, and where nothing else protects people some are withheld too.
SAID = ("threshold", "least", "most", "signed_by")


def publish(order: Order, steps: Steps, tell: Callable[[Reading], None]) -> Outcome:
    """`tell` gets what was read before anything is made of it, and raises if it is not to go on."""
    store.refuse_public(order.store, order.releases)
    waits = (lambda: steps.say(lock.waits(steps.t))) if order.wait else None
    with ExitStack() as stack:
        shown = stack.enter_context(lock.hold(order.releases, waits))
        private = stack.enter_context(store.opened(order.store, waits))
        _forget_unseen(order)
        stack.callback(_forget_unseen, order)
        rules, earlier = _rules(order, shown)
        connection = stack.enter_context(store.connect(order.store))
        reading = _read(order, connection, steps)
        tell(reading)
        register = stack.enter_context(store.written(private, connection))
        steps.begin(steps.t("counting"))
        _count(order, connection, register)
        draft = _draft(order, shown, connection, steps, rules, earlier)
        release = released.write(shown, connection, draft)
        with uninterrupted():
            store.keep(private, register)
            released.show(shown, draft)
    return Outcome(release, draft.is_new, reading.read)


def _read(order: Order, connection: duckdb.DuckDBPyConnection, steps: Steps) -> Reading:
    draw_bar(connection)
    steps.begin(steps.t("reading and checking the rows"))
    return read(order.file, connection, order.today, secret.key(order.store))


def _draft(
    order: Order,
    shown: Held,
    connection: duckdb.DuckDBPyConnection,
    steps: Steps,
    rules: policy.Policy,
    earlier: list[Release],
) -> Draft:
    """What is to be released; of a new one the store then holds what it is made of."""
    facts = Facts(order.as_of, said(rules), order.synthetic)
    if (draft := _as_shown(shown, connection, facts, earlier)) is not None:
        return draft
    steps.begin(steps.t("choosing what to withhold, and trying to work it out"))
    with hushed():
        withheld = protection.protect(connection, rules, earlier, cells.CLAIMS)
    steps.begin(steps.t("writing the release"))
    draft = released.draft(shown, connection, withheld, facts)
    if released.announce(shown, draft):
        protection.keep_knowledge(order.store, draft.name, connection, withheld)
    return draft


def _as_shown(shown: Held, connection: duckdb.DuckDBPyConnection, facts: Facts, earlier: list[Release]) -> Draft | None:
    """The release that is shown, if this register would give the same and hides the same: it is not solved again."""
    if (before := released.before(shown.folder, facts)) is None:
        return None
    now = dict(connection.sql("SELECT cell, value FROM cells").fetchall())
    hidden = changes.withheld(shown.folder / before["release"] / ROWS)
    if not hidden <= now.keys() or (draft := released.draft(shown, connection, hidden, facts)).is_new:
        return None
    was = {cell.name: cell.value for made in earlier if made.name == before["release"] for cell in made.cells}
    same = facts.synthetic or all(was.get(name) == now[name] for name in hidden)
    return draft if same else None


def said(rules: policy.Policy) -> dict[str, Any]:
    """What a release tells of the rules that it keeps."""
    return {name: getattr(rules, name) for name in SAID}


def _forget_unseen(order: Order) -> None:
    """Whatever a run leaves of a release that nobody was shown goes, at its end or at the beginning of the next."""
    if (unseen := whole.announced(order.releases)) is not None:
        shutil.rmtree(order.store / memory.FOLDER / unseen, ignore_errors=True)
    whole.recover(order.releases)


def _rules(order: Order, shown: Held) -> tuple[policy.Policy, list[Release]]:
    """The policy, and what earlier releases were made of; what stands in the way of any release is told at once.

    In a synthetic register nobody is to be protected from those who compare two of them.
    """
    rules = policy.read(POLICY, _claims())
    released.before(shown.folder, Facts(order.as_of, synthetic=order.synthetic))
    if order.synthetic:
        return rules, []
    known = [each for each in releases.listed(order.releases) if not each[SYNTHETIC]]
    return rules, protection.earlier(order.store, known)


def _claims() -> set[str]:
    """Ids of the published statements, which an exception has to cite."""
    with duckdb.connect() as connection:
        return {claim for (claim,) in connection.read_parquet(str(cells.CLAIMS)).select("claim").fetchall()}


def _count(order: Order, connection: duckdb.DuckDBPyConnection, register: Path) -> None:
    engine = order.engine
    if engine is None:
        cells.count(connection, order.as_of)
    else:
        kept, beside = register / store.ASSIGNMENTS, order.store / store.SPILL
        cells.count(connection, order.as_of, lambda counting: engine(counting, kept, beside))
