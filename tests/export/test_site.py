"""The static site: opened from files without network, every link followed, nothing asked for."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.browser.steps import PATIENCE, becomes, focused
from tests.export.hostile import hostile
from tests.export.page_parts import parts_of
from workbook import cli
from workbook.assets import asset
from workbook.commands.site_notebooks import notebook_leaves
from workbook.export.assets import digest
from workbook.export.shelf import MEMORY
from workbook.export.site import INDEX, NAMES, Leaf, index_html, leaves_of, write_site
from workbook.run import Workbook
from workbook.text import Text, format_number

PLAIN = (
    '<!DOCTYPE html><html lang="de"><head><title>{0}</title><link rel="icon" href="data:,"></head><h1>{0}</h1></html>'
)
ODD = Leaf("slides/einführung & mehr.html", "slides", "de", "Einführung <Folien>", lambda: PLAIN.format("Folien"))


def write_notebook(path: Path, *cells: tuple[str, str]) -> None:
    made = {"markdown": new_markdown_cell, "code": new_code_cell}
    path.parent.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=[made[kind](text) for kind, text in cells]), path)


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of notebooks that lead to each other."""
    folder = tmp_path_factory.mktemp("notebooks")
    write_notebook(
        folder / "de/00-anfang.ipynb",
        ("markdown", "# Am *Anfang*\n[Vortrag](20-vortrag-klein.ipynb), [English](../en/00-start.ipynb)"),
        ("code", "print(6 * 7000 + 1)"),
    )
    write_notebook(
        folder / "de/20-vortrag-klein.ipynb",
        ("markdown", "# Vortrag\n[zurück](00-anfang.ipynb)"),
        ("code", "print('Sprache ' + __import__('os').environ['WORKBOOK_LANG'])"),
    )
    write_notebook(folder / "en/00-start.ipynb", ("markdown", "Nothing but [text](../de/00-anfang.ipynb)."))
    return folder


@pytest.fixture(scope="module")
def extras(notebooks: Path) -> list[Leaf]:
    return [ODD, *notebook_leaves(notebooks, (), nullcontext)]


@pytest.fixture(scope="module")
def books(small: Workbook, large: Workbook) -> list[Workbook]:
    return [small, large]


@pytest.fixture(scope="module")
def site(
    books: list[Workbook], extras: list[Leaf], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, int]]:
    folder = tmp_path_factory.mktemp("site") / "seite"
    done: list[Leaf] = []
    sizes = write_site(folder, books, extras, done.append)
    assert [leaf.path for leaf in done] == [*(leaf.path for book in books for leaf in leaves_of(book)), *paths(extras)]
    return folder, sizes


def paths(leaves: Any) -> list[str]:
    return [leaf.path for leaf in leaves]


# --- what is written -----------------------------------------------------------------------------


def test_every_scenario_in_each_of_its_languages(site, books: list[Workbook], extras: list[Leaf]) -> None:
    folder, sizes = site
    expected = {f"scenarios/{b.scenario.id}.{lang}.html" for b in books for lang in b.scenario.languages}
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert files == {*expected, *INDEX.values(), *paths(extras), MEMORY}
    assert sizes == {name: (folder / name).stat().st_size for name in files - {MEMORY}}
    assert list(sizes)[:2] == ["index.html", "en.html"]


def test_language_and_title_stand_in_the_page_without_script(site, books: list[Workbook]) -> None:
    folder, _ = site
    for book in books:
        for leaf in leaves_of(book):
            page = (folder / leaf.path).read_text(encoding="utf-8")
            assert f'<html lang="{leaf.lang[:2]}"' in page
            assert f"<title>{leaf.title}</title>" in page
            assert leaf.title == book.scenario.title[leaf.lang]


@pytest.mark.parametrize("lang", INDEX)
def test_the_index_tells_what_each_scenario_is(site, books: list[Workbook], extras: list[Leaf], lang: str) -> None:
    folder, sizes = site
    found = parts_of((folder / INDEX[lang]).read_text(encoding="utf-8"))
    for book in books:
        s = book.scenario
        for told in (s.title[lang], s.summary[lang], s.licence, *(x.label[lang] for x in s.levers.values())):
            assert told in found.text
        errors = [each.error for each in book.hindcast.values()]
        mean = format_number(sum(errors) / len(errors), lang, 1)
        assert ({"de": f"im Mittel {mean} %", "en": f"{mean}% on average"}[lang]) in found.text
    for name, size in sizes.items():
        assert name in found.text
        assert format_number(max(1, size / 1000), lang) in found.text
    assert format_number(sum(sizes.values()) / 1000, lang) in found.text
    for leaf in extras:
        assert leaf.title in found.text
    assert ("Hebel wirken" in found.text) == (lang == "de")


def test_a_scenario_without_a_past_says_so(small: Workbook) -> None:
    indicators = {name: replace(each, history="") for name, each in small.scenario.indicators.items()}
    book = Workbook(replace(small.scenario, indicators=indicators))
    sizes = dict.fromkeys([*paths(leaves_of(book)), *INDEX.values()], 1)
    assert "keine beobachteten Reihen" in index_html("de", [book], leaves_of(book), sizes)


def test_what_there_is_not_is_not_named(small: Workbook) -> None:
    sizes = dict.fromkeys([*paths(leaves_of(small)), *INDEX.values()], 1)
    found = parts_of(index_html("de", [small], leaves_of(small), sizes))
    assert "Folien" not in found.text
    assert "Notebooks" not in found.text


@pytest.mark.parametrize("lang", INDEX)
def test_the_policy_allows_our_style_and_nothing_else(site, lang: str) -> None:
    found = parts_of((site[0] / INDEX[lang]).read_text(encoding="utf-8"))
    assert found.scripts == []
    assert found.styles == [asset("site.css")]
    assert f"style-src {digest(asset('site.css'))};" in found.policy
    assert found.policy.startswith("default-src 'none'")
    assert "unsafe" not in found.policy
    assert "url(" not in asset("site.css")
    for tag, attributes in found.elements:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert "://" not in value, (tag, name, value)
            assert name != "style", tag


def test_hostile_texts_add_no_element(small: Workbook) -> None:
    sizes = dict.fromkeys([*paths(leaves_of(small)), *INDEX.values()], 1)
    attacked = Workbook(hostile(small.scenario))
    peaceful, found = (parts_of(index_html("de", [b], leaves_of(b), sizes)) for b in (small, attacked))
    assert found.tags == peaceful.tags
    assert [set(a) for _, a in found.elements] == [set(a) for _, a in peaceful.elements]


def test_both_languages_have_the_same_words() -> None:
    german, english = (json.loads(asset("site.json"))[lang] for lang in INDEX)
    assert german.keys() == english.keys()
    for key, text in german.items():
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", english[key]), key
    same = {key for key, text in german.items() if text == english[key]}
    assert same == {"notebooks", "size"}


def test_the_same_site_each_time(small: Workbook, tmp_path: Path) -> None:
    first, second = (write_site(tmp_path / name, [Workbook(small.scenario)], (), str) for name in ("a", "b"))
    assert first == second
    for name in (*first, MEMORY):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_page_that_cannot_be_made_leaves_the_old_site(small: Workbook, tmp_path: Path) -> None:
    write_site(tmp_path / "a", [small], (), str)
    before = (tmp_path / "a/index.html").read_bytes()
    broken = Leaf("slides/a.html", "slides", "de", "A", lambda: str(1 // 0))
    with pytest.raises(ZeroDivisionError):
        write_site(tmp_path / "a", [replaced_title(small)], [broken], str)
    assert (tmp_path / "a/index.html").read_bytes() == before


def replaced_title(book: Workbook) -> Workbook:
    return Workbook(replace(book.scenario, title=Text.of(de="Neu", en="New")))


# --- notebooks and decks -------------------------------------------------------------------------


def test_notebooks_are_run_and_lead_to_each_other(site) -> None:
    first = parts_of((site[0] / "notebooks/00-anfang.de.html").read_text(encoding="utf-8"))
    assert "42001" in first.text
    links = {attributes.get("href") for tag, attributes in first.elements if tag == "a"}
    assert {"../slides/20-vortrag-klein.de.html", "00-start.en.html"} <= links
    talk = (site[0] / "slides/20-vortrag-klein.de.html").read_text(encoding="utf-8")
    assert "Sprache de" in talk
    assert 'href="../notebooks/00-anfang.de.html"' in talk


def test_what_notebooks_are_called_and_what_they_are(extras: list[Leaf]) -> None:
    assert [(leaf.kind, leaf.lang, leaf.title) for leaf in extras[1:]] == [
        ("notebooks", "de", "Am Anfang"),
        ("slides", "de", "Vortrag"),
        ("notebooks", "en", "00-start"),
    ]


def test_for_one_scenario_only_what_is_about_it(notebooks: Path) -> None:
    assert paths(notebook_leaves(notebooks, {"klein"}, nullcontext)) == ["slides/20-vortrag-klein.de.html"]
    assert notebook_leaves(notebooks, {"ein"}, nullcontext) == []


# --- in a browser --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def elsewhere(site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as copied to a stick: under a name with a space and an umlaut; the old place is gone."""
    folder = tmp_path_factory.mktemp("stick") / "Mein Seminar ä"
    shutil.copytree(site[0], folder)
    return folder


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    """A page without network that notes what it asks for and complains about."""
    context = browser.new_context(offline=True, locale="de-DE", reduced_motion="reduce", bypass_csp=False)
    opened = context.new_page()
    opened.set_default_timeout(1000 * PATIENCE)
    opened.asked, opened.complaints = [], []
    # No guide and no question before the first result.
    known = json.dumps({"guided": True, "noGuess": True})
    opened.add_init_script(f"try {{ localStorage.setItem('workbook/habits', '{known}'); }} catch (error) {{}}")
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("console", lambda m: opened.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    yield opened
    context.close()


@pytest.mark.browser
def test_every_link_leads_to_a_page_that_asks_for_nothing(tab: Any, elsewhere: Path) -> None:
    waiting, seen = [(elsewhere / "index.html").as_uri()], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        tab.goto(address)
        assert tab.locator("h1").first.inner_text()
        if "/scenarios/" in address:
            tab.wait_for_selector("html[data-alive][data-bands]")
        else:
            links = tab.eval_on_selector_all("a[href], link[rel=alternate]", "all => all.map((a) => a.href)")
            waiting += [link.partition("#")[0] for link in links]
    reached = {Path(url2pathname(urlsplit(address).path)).relative_to(elsewhere).as_posix() for address in seen}
    assert reached == {p.relative_to(elsewhere).as_posix() for p in elsewhere.rglob("*.html")}
    assert {unquote(address) for address in tab.asked if not address.startswith("data:")} == {
        unquote(address) for address in seen
    }
    assert tab.complaints == []


@pytest.mark.browser
def test_a_link_opens_its_language(tab: Any, site, large: Workbook) -> None:
    """Also when the scenario was opened in another before: browsers keep one memory for all files."""
    for leaf in leaves_of(large):
        tab.goto((site[0] / leaf.path).as_uri())
        tab.wait_for_selector("html[data-alive]")
        assert tab.locator("#languages [aria-pressed=true]").get_attribute("title") == NAMES[leaf.lang]
        slider = tab.locator(f"#lever-{next(iter(large.scenario.levers))}")
        slider.press("Home")
        slider.press("ArrowRight")
        # What was played is kept a moment after the hand rests, and on leaving; only the first can be waited for.
        tab.wait_for_function(
            "lang => Object.values(localStorage).some((kept) => JSON.parse(kept).language === lang)", arg=leaf.lang
        )


@pytest.mark.browser
@pytest.mark.parametrize("lang", INDEX)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_index_is_accessible(browser: Any, axe: str, site, lang: str, scheme: Any, width: int) -> None:
    context = browser.new_context(offline=True, bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site[0] / INDEX[lang]).as_uri())
    for details in page.locator("summary").all():
        details.click()
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    context.close()
    assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.browser
@pytest.mark.parametrize("lang", INDEX)
def test_it_fits_a_narrow_screen_and_large_letters(tab: Any, site, lang: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    tab.goto((site[0] / INDEX[lang]).as_uri())
    for size in ("100%", "200%"):
        tab.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = tab.eval_on_selector_all("a, summary", "all => all.map((e) => e.getBoundingClientRect().height)")
    assert min(sizes) >= 24


@pytest.mark.browser
def test_by_keyboard_from_the_index_into_a_page(tab: Any, site, small: Workbook) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto((site[0] / "index.html").as_uri())
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    becomes(lambda: focused(tab), "main")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("html[data-alive]")
    assert tab.title() == small.scenario.title["de"]


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root)

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.answer([str(word) for word in words])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


KLEIN = "tests/scenarios/klein"


def test_the_command_writes_and_shows_the_sizes(say, tmp_path: Path) -> None:
    code, out, err = say("site", KLEIN, KLEIN, "--only-scenarios", "-o", tmp_path / "s")
    assert (code, err) == (0, "")
    assert "scenarios/klein.de.html" in out
    assert out.count("klein.de.html") == 1
    assert re.search(r"Zusammen +\d\.\d{3}", out)
    assert f"Zum Öffnen: {tmp_path / 's' / 'index.html'}" in out
    code, out, _ = say("site", KLEIN, "--only-scenarios", "-o", tmp_path / "s", "--lang", "en")
    assert code == 0
    assert re.search(r"Together +\d,\d{3}", out)
    assert '<html lang="de">' in (tmp_path / "s/index.html").read_text(encoding="utf-8")


def test_the_command_needs_a_folder(say) -> None:
    assert say("site", KLEIN) == (2, "", "Es fehlt: -o DIR.\n")


def test_the_command_leaves_a_folder_of_somebody_else(say, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").touch()
    code, out, err = say("site", KLEIN, "--only-scenarios", "-o", tmp_path)
    assert (code, out) == (1, "")
    assert "brief.txt" in err
    assert [p.name for p in tmp_path.iterdir()] == ["brief.txt"]


def test_a_scenario_with_problems_is_told_and_nothing_written(say, klein: Path, tmp_path: Path) -> None:
    bad = shutil.copytree(klein, tmp_path / "klein")
    (bad / "levers.yaml").write_text("a: [", encoding="utf-8")
    code, out, err = say("site", KLEIN, bad, "-o", tmp_path / "s")
    assert (code, out) == (1, "")
    assert "levers.yaml:" in err
    assert not (tmp_path / "s").exists()


def test_a_cell_that_fails_is_told_and_nothing_written(say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_notebook(tmp_path / "de/01-klein.ipynb", ("markdown", "# Teilen"), ("code", "1 / 0"))
    monkeypatch.setattr("workbook.lab.shipped_notebooks", lambda: tmp_path)
    code, out, err = say("site", KLEIN, "-o", tmp_path / "s")
    assert (code, out) == (1, "")
    assert "Zelle 2 unter »Teilen« ist gescheitert" in err
    assert "Traceback" not in err
    assert not (tmp_path / "s").exists()


def test_what_the_system_refuses_is_a_sentence(say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, err = say("site", KLEIN, "--only-scenarios", "-o", tmp_path / "s")
    assert code == 1
    assert "Der Datenträger ist voll." in err
    assert list(tmp_path.iterdir()) == []
