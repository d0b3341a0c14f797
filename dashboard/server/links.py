"""A script for what Streamlit leaves undone: links that keep choices, the language in the address, paper."""

# A change of year redraws the cards and the address, not the header: its links still lead to the year before.
# Streamlit's own links carry their address elsewhere than in href, so a stale one is followed here.
SCRIPT = """<script>
      (() => {
        // A copied address names its language; a wrong one stays, so that the page can say so.
        const address = new URL(location.href);
        if (!address.searchParams.has("lang")) {
          address.searchParams.set("lang", document.documentElement.lang);
          history.replaceState(history.state, "", address);
        }
        // Paper is narrower than the screen: charts shrink as pictures do, and nobody can unfold a list on it.
        addEventListener("beforeprint", () => {
          for (const chart of document.querySelectorAll(".main-svg:not([viewBox])")) {
            chart.setAttribute("viewBox", `0 0 ${chart.clientWidth} ${chart.clientHeight}`);
          }
          document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
        });
        const kept = {
          ".languages a": ["year", "scope", "count", "measure", "search", "only", "figure", "statement"],
          ".st-key-navigation a": ["year"],
        };
        const refresh = (event) => {
          for (const [links, names] of Object.entries(kept)) {
            const link = event.target.closest?.(links);
            if (!link) continue;
            const here = new URL(location.href).searchParams;
            // Streamlit's link to the start has no path, so it would lead back to the page that it stands on.
            const given = link.getAttribute("href");
            const there = new URL(given.startsWith("?") ? `/${given}` : given, location.href);
            const before = there.href;
            for (const name of names) {
              if (here.has(name)) there.searchParams.set(name, here.get(name));
              else there.searchParams.delete(name);
            }
            link.href = there.href;
            if (there.href !== before) link.dataset.stale = "yes";
          }
        };
        addEventListener("pointerdown", refresh, true);
        addEventListener("focusin", refresh, true);
        addEventListener("click", (event) => {
          refresh(event);
          const link = event.target.closest?.("a[data-stale]");
          if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          location.assign(link.href);
        }, true);
      })();
    </script>"""
