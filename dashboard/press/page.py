"""The typeface in; the page in which the browser draws out: Plotly, Kaleido's script, and that typeface."""

from kaleido import PageGenerator

from dashboard.press import letters

# A picture inside a page knows no fonts but its own. PNG and PDF are drawn from such a picture, so the typeface goes
# into every SVG that Plotly writes.
SCRIPT = """<script>
const faces = document.getElementById("faces").textContent;
const plain = XMLSerializer.prototype.serializeToString;
XMLSerializer.prototype.serializeToString = function (node) {
  return plain.call(this, node).replace(/^<svg[^>]*>/, (start) => `${start}<style>${faces}</style>`);
};
const loaded = Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 16px Inter`, "Aa Яя Ққ")));
const draw = kaleido_scopes.plotly;
kaleido_scopes.plotly = (...given) => loaded.then(() => draw(...given));
</script>"""


class Page(PageGenerator):  # type: ignore[misc]  # it ships without types
    """Kaleido's own page, which takes Plotly from the package installed here, and nothing from elsewhere."""

    def __init__(self) -> None:
        super().__init__(mathjax=False)

    def generate_index(self) -> str:
        """The page, as Kaleido asks for it."""
        page = str(super().generate_index())
        added = f'<meta charset="utf-8"><style id="faces">{letters.faces()}</style>{SCRIPT}'
        return page.replace("</head>", f"{added}</head>", 1)
