"""Streamlit's index.html in; the page that we send in its place, with gaps for what differs, and its policy out."""

import base64
import hashlib
import re
from pathlib import Path

from dashboard.server import copying, hurry, links, offer, pointing, words

# Once with the page, not with every answer.
SHEET = Path(__file__).parents[1] / "static" / "style.css"

# Without the first two the browser guesses from the address, and asks under each deep link for a
# server of its own. Without the others it loads a font of Streamlit's before it hears of ours.
START = """<script>
      window.__streamlit = {
        BACKEND_BASE_URL: location.origin,
        MAIN_PAGE_BASE_URL: location.origin,
        LIGHT_THEME: { bodyFont: "system-ui" },
        DARK_THEME: { bodyFont: "system-ui" },
      }
    </script>"""

# Pattern, what comes in its place, how often (0: wherever it stands).
CHANGES = (
    (r'<html lang="en">', '<html lang="{lang}">', 1),
    (r"<title>.*?</title>", "{head}\n    {ahead}\n    " + START, 1),
    (r"<noscript>.*?</noscript>", "<noscript>{without_scripts}</noscript>\n    {offer}", 1),
    # A font that our theme does not use.
    (r'<link\s+rel="preload"[^>]*as="font"[^>]*>', "", 1),
    # An interface that is switched off.
    (r'<!--[^>]*agent API.*?-->\s*<link rel="service-desc"[^>]*>', "", 1),
    # Two levels down, relative addresses lead nowhere.
    (r'"\./', '"/', 0),
)
GAPS = re.compile(r"\{(lang|head|ahead|without_scripts|offer)\}")


def template(html: str) -> str:
    for old, new, times in CHANGES:
        html = re.sub(old, new, html, count=times, flags=re.DOTALL)
    added = (words.script(), links.SCRIPT, copying.SCRIPT, pointing.SCRIPT, offer.STYLE, offer.SCRIPT, hurry.SCRIPT)
    html = html.replace("</head>", "\n    ".join(added) + "\n  </head>", 1)
    # Behind all that Streamlit writes into the head: of two rules of one weight the later counts.
    return html.replace("</body>", f"  <style>\n{SHEET.read_text(encoding='utf-8')}</style>\n  </body>", 1)


def filled(page: str, **gaps: str) -> str:
    """The page with every gap filled at once, so that nothing put into one is taken for another."""
    return GAPS.sub(lambda gap: gaps[gap[1]], page)


def policy(page: str) -> str:
    """Forbid the browser to ask any other host, and to run any script in the page but those that we sent."""
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return "; ".join(
        (
            "default-src 'self'",
            # Tables and maps compile WebAssembly.
            "script-src 'self' 'wasm-unsafe-eval' " + " ".join(f"'sha256-{digest}'" for digest in hashes),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
        )
    )
