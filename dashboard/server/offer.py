"""A page, a language and choices in; the way to its light pages out, for readers whom the app does not reach."""

from html import escape

from dashboard.catalog import Page
from dashboard.i18n import LANGUAGES, Language
from dashboard.server.address import Choices, link

# All three at once: without scripts there is no switch.
NO_SCRIPT = {
    "kk": "Бұл бетті көру үшін браузерде JavaScript қосулы болуы керек.",
    "ru": "Чтобы увидеть эту страницу, включите в браузере JavaScript.",
    "en": "To see this page, switch on JavaScript in the browser.",
}

# The colours of both themes, from .streamlit/config.toml: Streamlit's own arrive with what is missing here.
# On top of its notice that the connection failed, which would cover the way out.
STYLE = """<style>
      #offer:not(:empty) {
        position: fixed; inset: 35% 1rem auto; z-index: 2147483647; box-sizing: border-box;
        max-width: 36rem; margin: 0 auto; padding: 1rem 1.25rem; border: 2px solid #00728A; border-radius: 0.5rem;
        color: #041A22; background: #F3F8FA; font: 1rem/1.5 system-ui, sans-serif;
      }
      #offer p { margin: 0; }
      #offer a { display: inline-block; padding: 0.25rem 0; color: #00728A; font-weight: 600; }
      #offer a:focus-visible { outline: 3px solid #00728A; outline-offset: 2px; }
      @media (prefers-color-scheme: dark) {
        #offer:not(:empty) { color: #E8F1F4; background: #132933; border-color: #4CC9DE; }
        #offer a { color: #4CC9DE; }
        #offer a:focus-visible { outline-color: #4CC9DE; }
      }
    </style>"""

# A proxy can let the socket open and then pass nothing on, so only what arrives through it counts.
# The sentence is put into a region that was there before: only then do screen readers say it.
SCRIPT = """<script>
      (() => {
        const Socket = window.WebSocket;
        let reached = false;
        const region = () => document.getElementById("offer");
        const offer = () => {
          if (!reached) region().replaceChildren(document.getElementById("offered").content.cloneNode(true));
        };
        const reach = () => {
          reached = true;
          region()?.replaceChildren();
        };
        if (!Socket) return addEventListener("DOMContentLoaded", offer);
        window.WebSocket = class extends Socket {
          constructor(...given) {
            super(...given);
            if (!reached) this.addEventListener("message", reach, { once: true });
          }
        };
        setTimeout(offer, 4000);
      })();
    </script>"""


def offer(page: Page, lang: str, choices: Choices) -> str:
    """An empty region that screen readers listen to, and what the script puts into it after a while."""
    t = Language(lang)
    said = t("This page needs a lasting connection to the server, and there is none so far.")
    return (
        '<div id="offer" role="status"></div>\n    '
        f'<template id="offered"><p>{escape(said)} {_way(page, lang, choices)}</p></template>'
    )


def without_scripts(page: Page, choices: Choices) -> str:
    """A sentence and the way to the light pages, in each language."""
    return "".join(f'<p lang="{lang}">{escape(NO_SCRIPT[lang])} {_way(page, lang, choices)}</p>' for lang in LANGUAGES)


def _way(page: Page, lang: str, choices: Choices) -> str:
    t = Language(lang)
    to = link("/figures", choices, lang=lang, page=page.code)
    return f'<a href="{escape(to)}">{escape(t("See the figures of this page in a light version"))}</a>'
