"""A notebook that nobody prepared for us, and that means no good."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell


def png(width: int = 8, height: int = 8) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PNG = base64.b64encode(png()).decode()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>globalThis.hacked = 1</script><rect width="40" height="20" onload="globalThis.hacked=1"/></svg>'
TABLE = """<div><style scoped>.dataframe tbody tr th {background: url(https://evil.example/x.png)}</style>
<table border="1" class="dataframe"><thead><tr style="text-align: right;"><th></th><th>Stadt</th><th>n</th></tr></thead>
<tbody><tr><th>0</th><td>Köln</td><td>12.5</td></tr><tr><th>1</th><td>&lt;b&gt;</td><td>-3</td></tr></tbody></table></div>"""

PAYLOADS = (
    "<script>globalThis.hacked = 1</script>",
    "<img src=x onerror='globalThis.hacked=1'>",
    "<svg onload='globalThis.hacked=1'></svg>",
    "<svg><script>globalThis.hacked=1</script></svg>",
    "<a href='javascript:globalThis.hacked=1'>klick</a>",
    "<a href='JaVaScRiPt&#58;globalThis.hacked=1'>klick</a>",
    "<a href='data:text/html,<script>1</script>'>klick</a>",
    "<iframe src='https://evil.example/frame'></iframe>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<iframe><script>globalThis.hacked=1</script></iframe>",
    "<object data='https://evil.example/o'></object><embed src='https://evil.example/e'>",
    "<form action='https://evil.example'><input name=a><button>senden</button></form>",
    "<link rel=stylesheet href='https://evil.example/a.css'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<style>@import url(https://evil.example/a.css); body {display: none}</style>",
    "<p style='background: url(https://evil.example/b.png); position: fixed'>Stil</p>",
    "<video src='https://evil.example/v.mp4' autoplay></video><audio src=https://evil.example/a.mp3></audio>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=globalThis.hacked=1></style></mglyph></math>",
    "<noscript><p title='</noscript><img src=x onerror=globalThis.hacked=1>'></noscript>",
    "<template><script>globalThis.hacked=1</script></template>",
    "<textarea></textarea><img src=x onerror=globalThis.hacked=1>",
    "</main></body></html><script>globalThis.hacked=1</script>",
    "<div id='nb-main' class='wb' data-explorer='b0'>verkleidet</div>",
    "<img name=getElementById id=nb-switch src=x>",
    "<a title='\ue0000\ue001' href='https://example.org'>\ue0000\ue001 &#xe000;0&#xe001;</a>",
    "<img srcset='https://evil.example/1.png 1x' src='https://evil.example/1.png' alt='Fern'>",
    "<p onclick=globalThis.hacked=1 tabindex=0>Klick</p>",
    "<xss style='animation: x' onanimationstart=globalThis.hacked=1>",
    "<h1>Noch ein Titel <script>globalThis.hacked=1</script></h1>",
    "<table><caption>Tab</caption><tr><td><table><tr><td>innen</table></table>",
    "<!-- <script>globalThis.hacked=1</script> --><p>nach</p>",
    "<![CDATA[<script>globalThis.hacked=1</script>]]>",
    "${globalThis.hacked=1} {{7*7}} {% raw %} $title <%= 1 %>",
)


def foreign() -> Any:
    """The notebook."""
    texts = [
        "Ein Text **vor** jeder Überschrift, mit $e^{i\\pi} + 1 = 0$ und Preisen: $5 und $10.",
        "# Fremdes Heft\n\n### Zu tief\n\nText der nicht und der die das ist.\n\n$$\\sum_{i=1}^n i = \\frac{n(n+1)}{2}$$\n\n$\\kaputt{x}$",
        "# Zweiter Titel\n\n## Unterteil\n\n- [x] getan\n- [ ] offen\n\nFußnote[^1].\n\n[^1]: Unten.",
        "## Unterteil\n\n> [!WARNING]\n> Vorsicht, **bitte**.\n\n:::{note} Eigener Titel\nInhalt mit $x^2$.\n:::\n\n"
        '<div class="alert alert-block alert-danger"><b>Gefahr</b> im Verzug</div>',
        "![](https://evil.example/fern.png) ![Nah](attachment:nah.png) ![weg](../../../etc/passwd) "
        "[![](https://evil.example/badge.svg)](https://example.org/ziel) [leer]() [](https://example.org/stumm)",
        "|a|b|\n|-|-:|\n|1|"
        + "langeswort" * 40
        + "|\n\n[intern](#Unterteil) [roh](javascript:alert(1)) [nb](anderes.ipynb) http://example.org",
        "```python\nprint('x')\n```\n\n```{tip}\nEin Tipp.\n```\n\n```unbekannt\n<script>globalThis.hacked=1</script>\n```",
        "\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}",
        *PAYLOADS,
    ]
    cells = [new_markdown_cell(text) for text in texts]
    cells[4].attachments = {"nah.png": {"image/png": PNG}}
    cells += [new_code_cell(f"zelle_{k} = 1", outputs=[output]) for k, output in enumerate(outputs())]
    cells.append(new_raw_cell("<script>globalThis.hacked=1</script><p>roh</p>", metadata={"raw_mimetype": "text/html"}))
    cells.append(new_code_cell("x" * 5000))
    notebook = new_notebook(cells=cells)
    notebook.metadata.widgets = {"application/vnd.jupyter.widget-state+json": {"state": {
        "figur": {"model_name": "FigureModel", "state": {"_widget_data": [{"type": "bar", "x": ["a", "b"], "y": [3, 4]}], "_widget_layout": {"title": {"text": "Balken <b>fett</b>"}}}},
        "leer": {"model_name": "FigureModel", "state": {"_widget_data": [], "_widget_layout": {}}},
    }}}  # fmt: skip
    return nbformat.from_dict(notebook)


def outputs() -> list[Any]:
    """Outputs of every kind, and of kinds that nobody has heard of."""

    def shown(**data: Any) -> Any:
        return new_output("display_data", {mime.replace("__", "/").replace("_", "."): d for mime, d in data.items()})

    def bundle(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> Any:
        return new_output("display_data", data, metadata=metadata or {})

    widget = "application/vnd.jupyter.widget-view+json"
    plotly = "application/vnd.plotly.v1+json"
    line = {"type": "scatter", "name": "Fälle", "x": [2020, 2021, 2022], "y": [1234.5, 2000.25, 1500]}
    packed = {
        "type": "scattergl",
        "y": {"dtype": "f8", "bdata": base64.b64encode(struct.pack("<3d", 1, 2, 3.5)).decode()},
    }
    return [
        new_output(
            "stream",
            name="stdout",
            text="\x1b[31mrot\x1b[0m \x1b[38;5;208mbunt\x1b[0m <script>globalThis.hacked=1</script>\n" + "lang" * 900,
        ),
        new_output("stream", name="stderr", text="Warnung: veraltet\r100%\n"),
        new_output(
            "error",
            ename="ValueError",
            evalue="<img src=x onerror=globalThis.hacked=1>",
            traceback=["\x1b[0;31mValueError\x1b[0m", "Zeile <b>1</b>"],
        ),
        *(bundle({"text/html": payload, "text/plain": "<Objekt>"}) for payload in PAYLOADS),
        bundle({"text/html": TABLE, "text/plain": "Tabelle"}),
        bundle(
            {
                "text/html": "<script src='https://cdn.example/require.js'></script><div id='plot'></div><script>require(['x'])</script>",
                "text/plain": "Bokeh",
            }
        ),
        bundle({"image/png": PNG, "text/plain": "<Figure size 640x480 with 1 Axes>"}),
        bundle({"image/png": PNG}, {"image/png": {"alt": "Ein graues Quadrat", "width": 40}}),
        bundle({"image/svg+xml": SVG}),
        bundle({"image/png": "a2VpbiBCaWxk"}),
        bundle({"text/latex": "$\\displaystyle \\frac{1}{2}$"}),
        bundle({"text/markdown": "#### Aus Code\n\n<script>globalThis.hacked=1</script> **fett**"}),
        bundle(
            {
                "application/javascript": "globalThis.hacked = 1",
                "text/plain": "<IPython.core.display.Javascript object>",
            }
        ),
        bundle(
            {
                "application/json": {"a": ["<script>globalThis.hacked=1</script>"]},
                "text/plain": "<IPython.core.display.JSON object>",
            }
        ),
        bundle(
            {
                "application/vnd.vegalite.v5+json": {"data": {"url": "https://evil.example/d.json"}},
                "text/plain": "alt.Chart(...)",
            }
        ),
        bundle({widget: {"model_id": "fremd"}, "text/plain": "IntSlider(value=5)"}),
        bundle({widget: {"model_id": "figur"}, "text/plain": "FigureWidget()"}),
        bundle({widget: {"model_id": "leer"}, "text/plain": "FigureWidget()"}),
        bundle({widget: "unsinn"}),
        bundle(
            {
                plotly: {
                    "data": [line, packed],
                    "layout": {
                        "title": {"text": "Fälle <script>globalThis.hacked=1</script>"},
                        "images": [{"source": "https://evil.example/i.png"}],
                        "annotations": [{"text": "<a href='javascript:globalThis.hacked=1'>x</a>"}],
                    },
                }
            }
        ),
        bundle({plotly: {"data": [{"type": "choropleth", "locations": ["DEU"], "z": [1]}], "layout": {}}}),
        bundle({plotly: {"data": [{"type": "pie", "labels": ["a", "b"], "values": [1, 2]}]}}),
        bundle({plotly: {"data": []}}),
        bundle({plotly: "kein JSON"}),
        bundle(
            {
                "application/vnd.workbook.explorer+json": {"scenario": "gibt-es-nicht", "lang": "de"},
                "text/plain": "Explorer",
            }
        ),
        shown(),
    ]
