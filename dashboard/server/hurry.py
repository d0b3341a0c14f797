"""The folder of Streamlit's files in; links and a script by which a page with charts has Plotly ready sooner out."""

from pathlib import Path

# What such a page needs, which Streamlit asks for one after the other, and only once its script has run.
AHEAD = (
    "PlotlyChart",
    *("Html", "purify.es", "PageLink", "withFullScreenWrapper", "printWidthCap", "resolveDefaultExport"),
    *("Button", "ButtonGroup", "WidgetLabel", "WidgetLabelHelpIconInline", "styled-components", "useBasicWidgetState"),
)


def ahead(static: Path) -> str:
    """Links by which the browser fetches and reads those files while it still starts the app."""
    found = (path for name in AHEAD for path in sorted((static / "js").glob(f"{name}.*.js")))
    return "".join(f'<link rel="modulepreload" href="/static/js/{path.name}">' for path in found)


# To run Plotly's code takes half a second. It runs while the server works out the page: as soon as the app has sent
# its first question, since before that it would hold the question up.
SCRIPT = """<script>
      (() => {
        const plotly = document.querySelector('link[rel="modulepreload"][href*="/PlotlyChart."]');
        if (!plotly || !window.WebSocket) return;
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (...message) {
          WebSocket.prototype.send = send;
          send.apply(this, message);
          // One that cannot be fetched now is asked for again by the app, which says so.
          setTimeout(() => import(plotly.href).catch(() => {}));
        };
      })();
    </script>"""
