"""Buttons that copy: how they look, and a script that takes the text named by one to the clipboard and says so."""

# Here and not in the sheet of the app, which is sent anew with every page: few readers unfold a card.
STYLE = """<style>
      .copy { display: grid; gap: 0.6rem; margin: 0.5rem 0; }
      .copy p { margin: 0; }
      .copy > div, .copy details > div {
        display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.15rem 0.75rem;
      }
      .copy details > div { margin-top: 0.6rem; }
      .copy button {
        align-self: start; min-height: 2rem; padding: 0.25rem 0.6rem; border: 1px solid currentColor;
        border-radius: 0.5rem; background: none; color: inherit; font: inherit; font-size: 0.9rem; text-align: left;
        cursor: pointer;
      }
      .copy button:hover { text-decoration: underline; }
      .copy button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
      .copy [role="status"] { grid-area: 2 / 1; font-size: 0.85rem; font-weight: 600; min-height: 1.3em; }
      .copy [id] { grid-area: 1 / 2 / 3; font-size: 0.88rem; white-space: pre-wrap; overflow-wrap: anywhere; }
      .copy code[id] { font-size: 0.8rem; }
      .files { margin: 0.15rem 0; }
      .files a { display: inline-block; padding: 0.2rem 0.5rem 0.2rem 0; }
      @media (max-width: 640px) {
        .copy > div, .copy details > div { grid-template-columns: minmax(0, 1fr); }
        .copy [id] { grid-area: auto; }
        .copy [role="status"] { grid-area: auto; min-height: 0; }
      }
    </style>"""

# Without HTTPS, or where the reader forbids it, a browser has no clipboard for scripts: then the text is selected and
# copied as by hand, or left selected. What is said again in the same words must be new, or nobody hears it.
SCRIPT = """<script>
      {
        let saying;
        addEventListener("click", async (event) => {
          const button = event.target.closest?.("button[data-copy]");
          if (!button) return;
          clearTimeout(saying);
          for (const region of document.querySelectorAll("[data-copied] [role=status]")) region.textContent = "";
          const text = document.getElementById(button.dataset.copy);
          const words = button.closest("[data-copied]").dataset;
          let said = words.copied;
          try {
            await navigator.clipboard.writeText(text.textContent);
          } catch {
            getSelection().selectAllChildren(text);
            if (!document.execCommand("copy")) said = words.selected;
          }
          saying = setTimeout(() => { button.nextElementSibling.textContent = said; }, 100);
        });
      }
    </script>"""
