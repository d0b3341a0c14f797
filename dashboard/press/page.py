"""The typeface in; the page in which the browser draws out: Plotly, Kaleido's script, and that typeface."""

from kaleido import PageGenerator

from dashboard.press import letters

# A picture inside a page knows no fonts but its own. PNG and PDF are drawn from such a picture, so the typeface goes
# into every SVG that Plotly writes. A browser prints a pattern as points, which are megabytes for a few hatched
# cells: its lines are drawn instead, across the box of each mark, where the pattern would have had them.
SCRIPT = r"""<script>
function hatch(mark, pattern) {
  const { x, y, width, height } = mark.getBBox();
  const step = pattern.width.baseVal.value;
  const lines = pattern.querySelector("path").cloneNode();
  let path = "";
  for (let sum = Math.ceil((x + y) / step) * step; sum < x + y + width + height; sum += step) {
    const left = Math.max(x, sum - y - height), right = Math.min(x + width, sum - y);
    const ends = [left, sum - left, right, sum - right].map((value) => value.toFixed(2));
    path += `M${ends[0]},${ends[1]}L${ends[2]},${ends[3]}`;
  }
  lines.setAttribute("d", path);
  mark.after(lines);
  mark.style.fill = "none";
}
function hatchAll(svg) {
  const patterns = new Map([...svg.querySelectorAll("pattern")].map((pattern) => [pattern.id, pattern]));
  for (const mark of patterns.size ? svg.querySelectorAll(".pattern_filled") : []) {
    const pattern = patterns.get(/#([\w-]+?)(?:TOBESTRIPPED)?"/.exec(mark.style.fill)?.[1]);
    if (pattern) hatch(mark, pattern);
  }
  for (const pattern of patterns.values()) pattern.remove();
}
const faces = document.getElementById("faces").textContent;
const plain = XMLSerializer.prototype.serializeToString;
XMLSerializer.prototype.serializeToString = function (node) {
  hatchAll(node);
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
