"""A scenario whose texts try to become markup or script, past every check of the folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle
from typing import TypeVar

from workbook.model import Figure, Guide, Passage, Scenario
from workbook.text import Text

ATTACKS = (
    # script, and what ends the element it stands in
    "</script><script>globalThis.pwned = 1</script>",
    "<scr<script>ipt>globalThis.pwned = 1</scr</script>ipt>",
    "<SCRIPT/x>globalThis.pwned = 1</SCRIPT\t>",
    "</textarea></noscript></template></select></svg><img src=x onerror=globalThis.pwned=1>",
    # event handlers
    "<img src=x onerror='globalThis.pwned = 2'>",
    "<img/src=x/onerror=globalThis.pwned=2//",
    '"><svg onload=globalThis.pwned=3>',
    "<details open ontoggle=globalThis.pwned=3><summary>x</summary></details>",
    "<input autofocus onfocus=globalThis.pwned=3>",
    "<xss style='animation: x' onanimationstart=globalThis.pwned=3>",
    "' onmouseover='globalThis.pwned=3' x='",
    # links
    "[Klick](javascript:globalThis.pwned=4)",
    "[Klick](JaVaScRiPt:globalThis.pwned=4)",
    "[Klick](java&#x09;script&colon;globalThis.pwned=4)",
    "[Klick](\x01javascript:globalThis.pwned=4)",
    "[Klick](vbscript:pwned) [Klick](data:text/html,<script>opener.pwned=4</script>)",
    "<javascript:globalThis.pwned=4>",
    "<a href=' &#106;avascript:globalThis.pwned=4'>Klick</a>",
    "![Bild](https://example.org/pixel.png)",
    '[Bild]: https://example.org/pixel.png "onerror=globalThis.pwned=4"',
    # templates, strings and formats
    "{{ 7 * 7 }} ${globalThis.pwned=5} $title $$scripts ${scripts}",
    "{% raw %} <%= globalThis.pwned=5 %> #{7*7} {0} {lang} {0.__class__}",
    "%s %n %(title)s %{x} %{fullData.name} $& $1 $` $'",
    "`+(globalThis.pwned=6)+`",
    "'; globalThis.pwned = 8; //",
    '"}],"x":{"y":1}}; globalThis.pwned = 8; //',
    "\\'; globalThis.pwned = 8; \\\\",
    "\\u003cscript\\u003e &lt;b&gt; &amp; <b>fett</b>",
    # what fetches
    "<iframe src='https://example.org/'></iframe><iframe srcdoc='<script>parent.pwned=9</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'><link rel=stylesheet href=//example.org/a.css>",
    "<object data='data:text/html,<script>parent.pwned=9</script>'></object><embed src='//example.org/'>",
    "<style>@import url(https://example.org/a.css); body {background: url(//example.org/b.png)}</style>",
    "<p style='background:url(https://example.org/c.png);width:expression(globalThis.pwned=9)'>",
    "; background: url(https://example.org/d.png); }",
    "<video src=//example.org/v autoplay></video><audio src=//example.org/a></audio><img srcset='//example.org/s 1x'>",
    "<form action=//example.org/><button formaction=javascript:globalThis.pwned=9 autofocus>x</button></form>",
    # markup that becomes another one when it is read twice
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=globalThis.pwned=10&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=globalThis.pwned=10>'>",
    "<noscript><p title='</noscript><img src=x onerror=globalThis.pwned=10>'>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=globalThis.pwned=10>#x'/><set onbegin=globalThis.pwned=10>",
    "<form id=title><input name=attributes></form><a id=workbookPage></a><img name=getElementById>",
    # signs that are not seen, or seen as others
    "\u2028globalThis.pwned=7\u2029\u0000\ufeff\U0001f600",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u200d\u2060 \u00ad \ufffe \ufdd0",
    "\uff1cscript\uff1eglobalThis.pwned=7\uff1c/script\uff1e jаvаscript: \u212a \u0130 e\u0301\u0489" + "\u0300" * 40,
    "\ue0000\ue001 \ue0001\ue001 \x1b[31m \x7f \x85 \r\n\t",
    # names that objects have of their own
    "__proto__ constructor toString hasOwnProperty prototype __defineGetter__",
    # what swallows all that follows, and so comes last
    "</title></style><style>*{display:none}</style><base href='https://example.org/'>",
    "]]><![CDATA[",
    "<!-- <script>",
)
HOSTILE = " ".join(ATTACKS)
HUGE = "Wort" * 25_000
"""No break, so long that one who copies it often notices."""
LINKS = (
    "javascript:globalThis.pwned=9",
    " javascript:globalThis.pwned=9",
    "JAVASCRIPT:globalThis.pwned=9",
    "java\tscript:globalThis.pwned=9",
    "data:text/html,<script>opener.pwned=9</script>",
    "https://example.org/' onclick='globalThis.pwned=9",
    'https://example.org/"><script>globalThis.pwned=9</script>',
    "//example.org/",
)
CARE = ("__proto__", "constructor", "toString", HOSTILE)

Kind = TypeVar("Kind")


def bad(extra: str = "") -> Text:
    return Text.of(de=HOSTILE + extra, en=HOSTILE + extra, de_einfach=HOSTILE + extra)


def each(things: Mapping[str, Kind], **changes: object) -> dict[str, Kind]:
    return {name: replace(thing, **changes) for name, thing in things.items()}  # type: ignore[type-var]


def hostile(scenario: Scenario, languages: tuple[str, ...] = ()) -> Scenario:
    """Every text of a scenario replaced by attacks, in its or other languages; its numbers and names stay."""
    languages = languages or scenario.languages

    def passage(known: Passage) -> Passage:
        figures = tuple(part for part in known.parts if isinstance(part, Figure))
        return replace(known, title=HOSTILE, parts=("\n\n".join(ATTACKS), *figures, HOSTILE))

    decisions = {
        name: replace(d, label=bad(), text=bad(), question=bad(), options=each(d.options, label=bad(), text=bad()))
        for name, d in scenario.decisions.items()
    }
    chapters = tuple(
        replace(c, title=bad(), scenes=tuple(replace(s, price=bad(), crack=bad(), care=CARE) for s in c.scenes))
        for c in scenario.chapters
    )
    lever, indicator = next(iter(scenario.levers.values())), next(iter(scenario.indicators))
    to = lever.high if lever.default != lever.high else lever.low
    links = cycle(LINKS)
    return replace(
        scenario,
        title=bad(),
        summary=bad(HUGE),
        authors=(HOSTILE, *ATTACKS),
        licence=HOSTILE,
        stand=HOSTILE,
        check_by=HOSTILE,
        languages=languages,
        voices=dict.fromkeys(scenario.voices, bad()),
        units=(HOSTILE,),
        sources={
            name: replace(
                source, title=HOSTILE, publisher=HOSTILE, published=HOSTILE, accessed=HOSTILE, url=next(links)
            )
            for name, source in scenario.sources.items()
        },
        series=each(scenario.series, label=bad(), note=bad(), unit=HOSTILE),
        levers=each(scenario.levers, label=bad(), help=bad(), group=bad(), unit=HOSTILE),
        constants=each(scenario.constants, label=bad(), note=bad(), unit=HOSTILE, source=HOSTILE),
        inputs=each(scenario.inputs, label=bad(), unit=HOSTILE),
        stocks=each(scenario.stocks, label=bad(), unit=HOSTILE),
        variables=each(scenario.variables, label=bad(), unit=HOSTILE, text=HOSTILE),
        indicators=each(scenario.indicators, label=bad(), help=bad(), unit=HOSTILE, text=HOSTILE),
        decisions=decisions,
        worlds=each(scenario.worlds, label=bad(), summary=bad()),
        chapters=chapters,
        passages={
            lang: {key: passage(each_) for key, each_ in scenario.passages[scenario.languages[0]].items()}
            for lang in languages
        },
        guide=Guide(bad(), bad(), lever.name, to, indicator),
    )
