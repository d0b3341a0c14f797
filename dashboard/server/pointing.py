"""Marks and rows that lead to a statement: a script by which fingers scroll over charts and links need no new page."""

# Plotly takes each touch of a chart for a drag of its own: then the page does not scroll, and the first tap only shows.
# Streamlit reads the address anew when the reader goes back in it, so a link is followed as if that had been done.
SCRIPT = """<script>
      (() => {
        const charts = { capture: true, passive: true };
        addEventListener("touchstart", (event) => {
          if (event.target.closest?.(".stPlotlyChart")) event.stopImmediatePropagation();
        }, charts);
        // Whoever follows a link is led to what it opens, which comes a moment later.
        const arrive = (address) => {
          const asked = new URL(address).searchParams;
          const card = asked.has("figure") ? `.st-key-card_${CSS.escape(asked.get("figure"))} ` : "";
          const there = () => {
            const opened = document.querySelector(`${card}.statement`);
            if (opened?.dataset.opened !== asked.get("statement")) return false;
            opened.focus({ preventScroll: true });
            opened.scrollIntoView({ block: "nearest" });
            return true;
          };
          if (there()) return;
          const watch = new MutationObserver(() => { if (there()) watch.disconnect(); });
          watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-opened"] });
          setTimeout(() => watch.disconnect(), 20000);
        };
        addEventListener("click", (event) => {
          const link = event.target.closest?.("a[data-statement]");
          if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          history.pushState(null, "", link.href);
          dispatchEvent(new PopStateEvent("popstate"));
          arrive(link.href);
        }, true);
        addEventListener("DOMContentLoaded", () => {
          if (new URL(location.href).searchParams.has("statement")) arrive(location.href);
        });
      })();
    </script>"""
