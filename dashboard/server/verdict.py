"""A verdict on a file in; what a reader or a program is told of it out."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlencode

from dashboard.i18n import Language
from dashboard.markup import traced
from dashboard.press.order import FORMS, Order
from dashboard.press.verify import Verdict

ACCEPTED = ",".join((*FORMS.values(), *(f".{form}" for form in FORMS)))


def body(t: Language, verdict: Verdict | None = None, problem: str = "") -> str:
    """What stands between the head and the foot of the page: the answer, if there is one, and the form."""
    told = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    return f"""<h1>{escape(t("Check a picture"))}</h1>
{told}{_answer(t, verdict) if verdict else ""}
<form method="post" action="/verify?lang={t.code}" enctype="multipart/form-data">
<p><label for="file">{escape(t("A file of this site: SVG, PNG or PDF, up to 20 MB"))}</label></p>
<p><input id="file" name="file" type="file" accept="{ACCEPTED}" required>
<button>{escape(t("Check"))}</button></p></form>
<p>{escape(how(t))}</p>"""


def how(t: Language) -> str:
    return t("The file is compared with what this site draws from the same release, byte by byte. It is not kept.")


def told(t: Language, verdict: Verdict, origin: str) -> dict[str, Any]:
    """The same for a program."""
    said: dict[str, Any] = {
        "verdict": verdict.kind,
        "title": title(t, verdict.kind),
        "reason": verdict.reason,
        "remark": verdict.remark,
        "changes": [change._asdict() for change in verdict.changes],
    }
    if verdict.wanted and verdict.proof:
        named = {"release": verdict.proof.release, "named": verdict.proof.address}
        said |= named | {"figure": origin + address(t, verdict.wanted)}
    return said


def title(t: Language, kind: str) -> str:
    return {
        "current": t("Ours, and up to date"),
        "revised": t("Ours, but numbers were revised since"),
        "altered": t("Altered: this is not the picture that this site made"),
        "not_ours": t("Not a picture of this site"),
        "unknown": t("It cannot be told whether the picture is as this site made it"),
    }[kind]


def address(t: Language, wanted: Order) -> str:
    """Where the figure stands today, in the reader's language."""
    return f"/figures/{wanted.name}.html?{urlencode({'lang': t.code} | dict(wanted.choices))}"


def _answer(t: Language, verdict: Verdict) -> str:
    said = "".join(f"<p>{escape(text)}</p>" for text in (verdict.reason, verdict.remark) if text)
    return f'<section role="status"><h2>{escape(title(t, verdict.kind))}</h2>{said}{_facts(t, verdict)}</section>'


def _facts(t: Language, verdict: Verdict) -> str:
    """The numbers that were revised, the release of the file, and the figure of today."""
    if verdict.wanted is None or verdict.proof is None:
        return ""
    link = f'<a href="{escape(address(t, verdict.wanted))}">{escape(t("The figure as it is today"))}</a>'
    release = f"{escape(t('Data release'))}: {traced(verdict.proof.release[:40], verdict.wanted.name)}"
    return f"{_changes(t, verdict, verdict.wanted)}<p>{release}. {link}</p>"


def _changes(t: Language, verdict: Verdict, wanted: Order) -> str:
    if not verdict.changes:
        return ""
    caption = t("What has changed since release {release}", release=wanted.release)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (t("What is counted"), t("Then"), t("Today")))
    rows = "".join(
        f'<tr><th scope="row">{escape(what)}</th><td>{traced(old, wanted.name)}</td>'
        f"<td>{traced(new, wanted.name)}</td></tr>"
        for what, old, new in verdict.changes
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
