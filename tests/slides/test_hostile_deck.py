"""Decks made of attacks: of a scenario, and of a notebook with attacks wherever a notebook holds words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from nbformat import from_dict

from tests.browser.conftest import opened_in
from tests.browser.steps import becomes, rest
from tests.export.hostile import ATTACKS, HOSTILE, HUGE, hostile
from tests.notebook.foreign import PAYLOADS, SVG
from tests.slides.conftest import Show
from tests.slides.notebooks import cell, code, data, figure, notebook, stream, text
from workbook.folder import load
from workbook.notebook.document import document_of
from workbook.notebook.page import page_html
from workbook.run import Workbook
from workbook.slides.exporter import deck_from
from workbook.slides.scenario import deck_of
from workbook.slides.shell import deck_html

EVERY = (*ATTACKS, *PAYLOADS)
EXPLORER = "application/vnd.workbook.explorer+json"
PLOTLY = "application/vnd.plotly.v1+json"
KINDS = ("slide", "subslide", "fragment", "-", HOSTILE, "__proto__")


def attacking(**about: Any) -> Any:
    """Attacks as headings, texts, notes, code, outputs of every kind, tags and metadata."""
    cells = []
    for number, attack in enumerate(EVERY):
        kind = KINDS[number % len(KINDS)]
        cells += [
            text(f"# {attack}\n\n## {attack}", kind, tags=(attack, f"minutes-{attack}", "minutes-1e9")),
            text(attack, "notes"),
            code(attack, data(html=attack, plain=attack), stream(attack), slide="fragment" if number % 2 else ""),
        ]
    odd = figure(1, 2, 3)
    odd["data"][PLOTLY]["data"][0] |= {
        "name": HOSTILE,
        "text": list(EVERY),
        "hovertemplate": HOSTILE,
        "x": list(EVERY[:3]),
    }
    odd["data"][PLOTLY]["layout"] |= {
        "title": {"text": HOSTILE},
        "annotations": [{"text": attack} for attack in EVERY],
        "images": [{"source": "https://example.org/i.png"}, {"source": "javascript:globalThis.pwned=1"}],
    }
    broken = {"output_type": "error", "ename": HOSTILE, "evalue": HOSTILE, "traceback": [HOSTILE, HUGE]}
    asked = {
        "scenario": HOSTILE,
        "lang": "__proto__",
        "code": HOSTILE,
        "levers": ["constructor", 5],
        "path": "../../../etc",
    }
    cells += [
        code("odd", odd, broken, data(**{"image/svg+xml": SVG, "text/markdown": HOSTILE, "text/latex": HOSTILE})),
        code(
            "explorer",
            data(**{EXPLORER: asked, "plain": HOSTILE}),
            data(**{EXPLORER: HOSTILE}),
            data(**{HOSTILE: HOSTILE}),
        ),
        cell("raw", HOSTILE, "slide"),
        cell(HOSTILE, HOSTILE, "slide"),
        text(HUGE, "slide"),
        text("# " + "wort " * 5000, "slide"),
    ]
    for number, given in enumerate(cells):
        given["metadata"] |= {
            "caption": HOSTILE,
            "alt": HOSTILE,
            "__proto__": {"pwned": 1},
            "workbook": {"alt": HOSTILE},
        }
        given["id"] = f"c{number}"
    return from_dict(notebook(*cells, **about))


ABOUT = {
    "title": HOSTILE,
    "authors": [{"name": HOSTILE}],
    "__proto__": {"pwned": 1},
    "kernelspec": {"name": HOSTILE, "display_name": HOSTILE, "language": HOSTILE},
    "language_info": {"name": HOSTILE, "pygments_lexer": HOSTILE},
    "workbook": {"lang": HOSTILE, "minutes": HOSTILE, "address": "javascript:globalThis.pwned=1", "title": HOSTILE},
}
ODD = (
    {"workbook": [HOSTILE], "kernelspec": HOSTILE, "language_info": 3, "widgets": 3, "title": {"a": 1}},
    {"workbook": {"lang": ["de"], "minutes": float("nan"), "address": 5}, "title": None, "authors": HOSTILE},
    {"workbook": {"lang": "en", "minutes": -1, "address": f"https://example.org/{HOSTILE}"}, "kernelspec": None},
    {
        "workbook": {"lang": None, "minutes": True, "address": "data:text/html,<script>1</script>"},
        "widgets": {HOSTILE: {}},
    },
)


@pytest.fixture(scope="module")
def decks(klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile-decks")
    attacked = Workbook(hostile(load(klein)))
    written = {
        "scenario": deck_of(attacked, "de", f"https://example.org/{HOSTILE}"),
        "notebook": deck_html(
            deck_from(document_of(attacking(**ABOUT), name=HOSTILE, kind="slide"), address="https://example.org/")
        ),
        "page": page_html(document_of(attacking(**ABOUT), name=HOSTILE)),
    }
    for name, words in written.items():
        (place / f"{name}.html").write_text(words, encoding="utf-8")
    return place


# With and without the policy: cleaning alone must be enough.
@pytest.fixture(params=[True, False], ids=["unguarded", "guarded"])
def opened(request: pytest.FixtureRequest, browser: Any, decks: Path) -> Iterator[Callable[[str], Show]]:
    with ExitStack() as stack:

        def show(name: str) -> Show:
            opening = contextmanager(opened_in)(browser, (decks / f"{name}.html").as_uri(), bypass_csp=request.param)
            found = stack.enter_context(opening)
            return Show(found.page, found.address, found.asked, found.complaints)

        yield show


def nothing_happened(shown: Show) -> None:
    page = shown.page
    assert page.evaluate("() => globalThis.pwned ?? globalThis.hacked ?? ({}).pwned ?? null") is None
    foreign = (
        "iframe, object, embed, base, video, audio, noscript, meta[http-equiv=refresh], img:not([src^='data:image/'])"
    )
    assert page.locator(f"{foreign}, link[rel=stylesheet], form:not([id$=code-form]), math mglyph").count() == 0
    schemes = page.eval_on_selector_all(
        "a[href]", "all => all.map((a) => new URL(a.href.baseVal ?? a.href, location).protocol)"
    )
    assert set(schemes) <= {"file:", "https:", "http:", "mailto:"}
    attributes = page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
          .filter((a) => a.name.startsWith('on') || a.name === 'srcdoc'
            || a.name === 'style' && /expression|url\\(\\W*(http|\\/)/.test(a.value))
          .map((a) => `${a.name}=${a.value}`)"""
    )
    assert attributes == []
    asked = [url for url in shown.asked if not url.startswith(("about:", "data:", "blob:"))]
    assert {url.split("#")[0] for url in asked} == {shown.address}
    assert shown.complaints == []
    assert page.url.split("#")[0] == shown.address


def all_slides(page: Any) -> int:
    """Every slide is shown once; how many there were."""
    return int(
        page.evaluate(
            """() => {
              const slides = Reveal.getSlides();
              for (const slide of slides) {
                const {h, v} = Reveal.getIndices(slide);
                Reveal.slide(h, v, 99);
              }
              return slides.length;
            }"""
        )
    )


@pytest.mark.browser
@pytest.mark.parametrize("name", ["scenario", "notebook"])
def test_a_deck_of_attacks_is_a_deck(opened: Callable[[str], Show], name: str) -> None:
    shown = opened(name)
    page = shown.start()
    assert all_slides(page) > (len(EVERY) // 4 if name == "notebook" else 5)
    nothing_happened(shown)
    page.keyboard.press("n")
    page.keyboard.press("c")
    page.keyboard.press("Escape")
    rest(page, 200)
    page.keyboard.press("Escape")
    nothing_happened(shown)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    nothing_happened(shown)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.evaluate("Reveal.slide(0, 0)")
    before = shown.place
    page.evaluate("document.getElementById('deck-next').click()")
    becomes(lambda: shown.place != before, wanted=True)


@pytest.mark.browser
def test_a_page_of_the_same_notebook(opened: Callable[[str], Show]) -> None:
    shown = opened("page")
    page = shown.page
    page.goto(shown.address)
    page.evaluate("Promise.all((globalThis.workbookPlots?.all() ?? []).map(workbookPlots.draw))")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    rest(page, 200)
    nothing_happened(shown)


@pytest.mark.parametrize("about", ODD, ids=["lists", "kinds", "address", "nothing"])
def test_metadata_of_any_kind_makes_a_deck(about: dict[str, Any]) -> None:
    given = from_dict(notebook(text("# Titel", "slide"), text("Wort"), **about))
    written = deck_html(deck_from(document_of(given, kind="slide")))
    assert ">Titel</h2>" in written
    assert "<script>alert" not in written
    assert "<script>1" not in written


@pytest.mark.parametrize(
    "about",
    [
        {"tags": "qr"},
        {"tags": 5},
        {"tags": {"a": 1}},
        {"slideshow": [1]},
        {"slideshow": {"slide_type": {}}},
        {"tags": [None, 5, []]},
    ],
)
def test_cells_may_say_anything_about_themselves(about: dict[str, Any]) -> None:
    given = text("# Titel")
    given["metadata"] = about
    assert ">Titel</h2>" in deck_html(deck_from(document_of(from_dict(notebook(given)), kind="slide")))


@pytest.mark.parametrize("made", [page_html, lambda document: deck_html(deck_from(document))], ids=["page", "deck"])
def test_halves_of_a_sign_are_left_out(made: Callable[[Any], str]) -> None:
    """Every JSON can name them, no file can hold them."""
    output = data(html="<p>\ud800</p>", plain="\ud800")
    given = notebook(text("# Titel \ud800", "slide"), text("Wort \udfff"), code("x = '\ud800'", output), title="\udfff")
    assert "Titel" in made(document_of(from_dict(given))).encode().decode()
