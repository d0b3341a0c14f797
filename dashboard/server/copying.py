"""Buttons that copy: a script that takes the text named by one to the clipboard and says so."""

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
