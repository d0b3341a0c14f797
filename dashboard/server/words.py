"""The words that Streamlit itself says, in English only; a script that says them in the language of the page."""

import json

from dashboard.i18n import LANGUAGES, Language


def built_in(t: Language) -> dict[str, str]:
    """Streamlit's own words in the reader's language."""
    return {
        "Skip to main content": t("Skip to main content"),
        "Fullscreen": t("Fullscreen"),
        "Close fullscreen": t("Close fullscreen"),
        "Open": t("Open"),
        "Clear value": t("Clear value"),
        "Choose an option": t("Choose an option"),
        "No results": t("No results"),
        "Press Enter to apply": t("Press Enter to apply"),
        "Connection error": t("Connection error"),
    }


# A label may go on after Streamlit's words ("Fullscreen: name of the map").
SCRIPT = """<script>
      addEventListener("DOMContentLoaded", () => {
        const words = %s[document.documentElement.lang];
        if (!words) return;
        const said = (text) => {
          const known = Object.keys(words).find((word) => text === word || text.startsWith(word + ":"));
          return known && words[known] + text.slice(known.length);
        };
        const spoken = ["aria-label", "title", "placeholder"];
        const put = (node) => {
          if (node.nodeType === Node.TEXT_NODE) {
            const text = said(node.data);
            if (text) node.data = text;
          } else if (node.nodeType === Node.ELEMENT_NODE) {
            for (const name of spoken) {
              const text = node.hasAttribute(name) && said(node.getAttribute(name));
              if (text) node.setAttribute(name, text);
            }
            node.childNodes.forEach(put);
          }
        };
        new MutationObserver((changes) => changes.forEach((change) => {
          put(change.target);
        })).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: spoken });
      });
    </script>"""


def script() -> str:
    """One script for all languages, so that its hash in the security policy is the same on every page."""
    words = {code: built_in(Language(code)) for code in LANGUAGES if code != "en"}
    return SCRIPT % json.dumps(words, ensure_ascii=False)
