"""Printing: a tagged PDF of a living page, and a sentence whenever there cannot be one."""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from workbook import browser
from workbook.browser import BrowserError
from workbook.export.devtools import ADDRESS, opened
from workbook.export.pdf import pdf_of, write_pdf
from workbook.saving import WriteError

LIVING = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Größe & Maß</title>
<style>#far { margin-top: 3000px } @media print { #far { margin-top: 0 } }</style></head><body>
<h1>Eins</h1><p id="late">leer</p><p id="frames">leer</p><h2>Zwei</h2><p id="far">leer</p><p id="printed">leer</p>
<p id="query">leer</p>
<script>
const say = (id, text) => { document.getElementById(id).textContent = text; };
document.documentElement.dataset.alive = "yes";
say("query", `Frage ${location.search || "keine"} als ${location.protocol}`);
const later = () => { say("late", "später da"); document.documentElement.dataset.bands = "yes"; };
let frames = 0;
(function next() {
  frames += 1;
  say("frames", `Bild ${frames}`);
  if (frames < 30) requestAnimationFrame(next);
  else setTimeout(later, 700);
})();
const far = document.getElementById("far");
new IntersectionObserver(([entry]) => { if (entry.isIntersecting) say("far", "gesehen"); }).observe(far);
addEventListener("beforeprint", () => say("printed", "für das Papier"));
</script></body></html>"""

PLAIN = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><h1>H</h1>{body}</body></html>'


def reader_of(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


def words_of(reader: PdfReader) -> str:
    return normalize("NFKC", " ".join(page.extract_text() for page in reader.pages))  # ligatures are letters


def flat(outline: list) -> list:
    return [leaf for entry in outline for leaf in (flat(entry) if isinstance(entry, list) else [entry])]


def tags_of(reader: PdfReader) -> list[str]:
    """The names of all elements in the structure tree."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        item = waiting.pop().get_object()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            found += [item["/S"]] if "/S" in item else []
            waiting += [item["/K"]] if "/K" in item else []
    return found


@pytest.fixture(scope="module")
def living(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    path = tmp_path_factory.mktemp("pdf") / "lebendig.pdf"
    write_pdf(LIVING, path, query="?print-pdf")
    assert [p.name for p in path.parent.iterdir()] == ["lebendig.pdf"]
    return PdfReader(path)


# --- what is printed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["später da", "Bild 30", "gesehen", "für das Papier", "Frage ?print-pdf als file:"],
    ids=lambda w: w.split()[0],
)
def test_a_page_is_printed_when_it_has_become_alive(living: PdfReader, words: str) -> None:
    assert words in words_of(living)


def test_it_is_tagged_and_knows_its_language_and_title(living: PdfReader) -> None:
    root = living.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert living.metadata is not None
    assert living.metadata.title == "Größe & Maß"


def test_headings_are_bookmarks(living: PdfReader) -> None:
    first, below = living.outline
    assert first.title == "Eins"
    assert [entry.title for entry in below] == ["Zwei"]


def test_the_page_of_a_scenario(chromium: str, large) -> None:
    from workbook.export import page_html

    reader = reader_of(pdf_of(page_html(large)))
    text = " ".join(words_of(reader).split())
    scenario = large.scenario
    assert reader.metadata is not None
    assert reader.metadata.title == scenario.title["de"]
    told = large.run().story("de", moves=False)
    for passage in told.passages:
        assert passage.title in text
    assert "://" not in text.replace("https://creativecommons.org", ""), "no link to where it was printed"
    assert "von 100 Zukünften" in text, "the bands were computed before it was printed"
    assert 2 <= len(reader.pages) <= 4
    titles = [entry.title for entry in flat(reader.outline)]
    assert set(titles) >= {scenario.title["de"], *(passage.title for passage in told.passages)}
    assert len(tags_of(reader)) > 200, "a person who hears it meets headings, paragraphs, tables and figures"
    assert {"/P", "/Figure", "/Table", "/TH"} <= set(tags_of(reader))


def test_slides_are_pages(chromium: str, small) -> None:
    from workbook.slides import deck_of

    reader = reader_of(pdf_of(deck_of(small, "de"), query="?print-pdf"))
    assert len(reader.pages) > len(small.scenario.decisions) + 3
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(960, 540)}
    assert small.scenario.title["de"] in reader.pages[0].extract_text()
    assert all(page.extract_text().strip() for page in reader.pages), "none is empty"
    assert reader.outline


@pytest.mark.parametrize("style", ["", "@page{size:A4}"])
def test_across_when_asked_for(chromium: str, style: str) -> None:
    page = PLAIN.format(body=f"<style>{style}</style>")
    for landscape in (False, True):
        box = reader_of(pdf_of(page, landscape=landscape)).pages[0].mediabox
        long, short = (box.width, box.height) if landscape else (box.height, box.width)
        assert (round(long), round(short)) == (842, pytest.approx(595, abs=1))


def test_the_size_that_a_document_asks_for(chromium: str) -> None:
    box = reader_of(pdf_of(PLAIN.format(body="<style>@page{size:1280px 720px}</style>"))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (960, 540)


# --- nothing leaves ------------------------------------------------------------------------------

GREEDY = """<img src="https://example.org/a.png"><script src="https://example.org/b.js"></script>
<link rel="stylesheet" href="https://192.0.2.1/c.css"><iframe src="file:///etc/hostname"></iframe>
<script>fetch("https://example.org/d"); new Image().src = "https://example.org/e";
document.documentElement.dataset.alive = document.documentElement.dataset.bands = "";</script>"""


def test_whatever_a_document_asks_for_is_refused(chromium: str) -> None:
    with opened(PLAIN.format(body=GREEDY)) as page:
        page.open()
        page.wait_for('document.readyState === "complete"')
        refused = set(page.refused)
    assert {"https://example.org/a.png", "https://example.org/b.js", "https://192.0.2.1/c.css"} <= refused
    assert {"https://example.org/d", "https://example.org/e"} <= refused
    assert ADDRESS not in refused
    assert "H" in words_of(reader_of(pdf_of(PLAIN.format(body=GREEDY))))


def test_a_document_that_runs_away_is_held(chromium: str) -> None:
    away = '<meta http-equiv="refresh" content="0;url=https://example.org/"><script>alert("halt")</script><p>da</p>'
    assert "da" in words_of(reader_of(pdf_of(PLAIN.format(body=away))))


def test_our_own_page_asks_for_nothing(chromium: str, small) -> None:
    from workbook.export import page_html

    with opened(page_html(small)) as page:
        page.open()
        page.wait_for('"bands" in (document.documentElement?.dataset ?? {})')
        assert page.refused == []


# --- no browser, or a bad one --------------------------------------------------------------------


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which nothing is installed."""
    monkeypatch.delenv("WORKBOOK_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "_PLACES", dict.fromkeys(("darwin", "win32", "linux"), ("none",)))
    return tmp_path


@pytest.mark.parametrize(
    ("system", "german", "english"),
    [
        ("linux", "sudo apt install chromium", "sudo apt install chromium"),
        ("darwin", "in den Ordner Programme", "into the folder Applications"),
        ("win32", "Microsoft Edge oder Google Chrome", "Microsoft Edge or Google Chrome"),
    ],
)
def test_without_a_browser_it_says_what_to_install(
    bare: Path, monkeypatch: pytest.MonkeyPatch, system: str, german: str, english: str
) -> None:
    monkeypatch.setattr(browser.sys, "platform", system)
    with pytest.raises(BrowserError) as caught:
        write_pdf(LIVING, bare / "a.pdf")
    assert german in caught.value.text("de")
    assert english in caught.value.text("en")
    assert list(bare.iterdir()) == []


def test_a_variable_that_leads_nowhere_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_CHROMIUM", str(bare / "weg"))
    with pytest.raises(BrowserError, match="dort ist kein Browser"):
        browser.browser_path()


def test_browsers_are_found_where_installers_put_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    windows, mac = list(browser._places("win32")), list(browser._places("darwin"))
    assert tmp_path / "PROGRAMFILES(X86)/Microsoft/Edge/Application/msedge.exe" in windows
    assert tmp_path / "LOCALAPPDATA/Google/Chrome/Application/chrome.exe" in windows
    assert Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") in mac
    assert tmp_path / "Applications/Brave Browser.app/Contents/MacOS/Brave Browser" in mac
    assert Path("/snap/bin/chromium") in list(browser._places("linux"))


def test_what_is_in_the_path_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = bare / "kept" / "none"
    place.parent.mkdir()
    place.touch()
    monkeypatch.setattr(browser, "_places", lambda _system: iter([place]))
    assert browser.find_browser() == str(place)
    _program(bare / "brave-browser", "exit 0")
    assert browser.find_browser() == str(bare / "brave-browser")


def _program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


needs_sh = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for a browser are shell scripts")


@needs_sh
def test_a_browser_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_CHROMIUM", str(_program(tmp_path / "b", "echo 'No usable sandbox!' >&2; exit 3")))
    with pytest.raises(BrowserError) as caught:
        write_pdf(LIVING, tmp_path / "a.pdf")
    assert "ist ausgefallen (No usable sandbox!)" in caught.value.text("de")
    assert "has failed (No usable sandbox!)" in caught.value.text("en")
    assert not (tmp_path / "a.pdf").exists()


@needs_sh
def test_a_file_that_is_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").write_text("no program", encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_CHROMIUM", str(tmp_path / "b"))
    with pytest.raises(BrowserError, match="ist ausgefallen"):
        pdf_of(LIVING)


@needs_sh
def test_a_silent_browser_is_given_up_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = f"sleep 300 & echo $! > '{tmp_path}/child'; echo $$ > '{tmp_path}/self'; wait"
    monkeypatch.setenv("WORKBOOK_CHROMIUM", str(_program(tmp_path / "b", script)))
    # It must have started before it is given up, which takes a busy machine its time.
    for seconds in (1, 5, 25):
        with pytest.raises(BrowserError, match="nicht rechtzeitig fertig"), opened(LIVING, seconds=seconds):
            pass
        if (tmp_path / "self").is_file():
            break
    for name in ("child", "self"):
        assert _gone(int((tmp_path / name).read_text(encoding="utf-8")))


def _gone(process: int) -> bool:
    for _ in range(300):
        try:
            os.kill(process, 0)
            # Where nobody collects orphans they stay in the list as dead.
            stat_ = Path(f"/proc/{process}/stat")
            if stat_.is_file() and stat_.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.1)
    return False


def test_a_script_of_ours_that_fails_is_told(chromium: str) -> None:
    with opened(LIVING) as page:
        page.open()
        with pytest.raises(BrowserError, match="no-such-name"):
            page.evaluate("Promise.reject(new Error('no-such-name'))")
        assert page.evaluate("Promise.resolve(1 + 1)") == 2


@pytest.mark.parametrize("method", ["Page.crash", "Browser.crash"])
def test_a_browser_that_crashes_at_work(chromium: str, method: str) -> None:
    with opened(LIVING) as page:
        page.open()
        with pytest.raises(BrowserError, match="ist ausgefallen"):
            page.call(method)


def test_a_page_that_never_comes_to_an_end(chromium: str) -> None:
    endless = PLAIN.format(body="<script>document.documentElement.dataset.alive = 'yes'</script>")
    with pytest.raises(BrowserError, match="nicht rechtzeitig fertig"), opened(endless, seconds=4) as page:
        page.open()
        page.wait_for('"bands" in (document.documentElement?.dataset ?? {})')


@pytest.mark.skipif(sys.platform != "linux", reason="reads the list of processes of Linux")
def test_no_process_and_no_folder_is_left(chromium: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A short path: Chromium opens a socket in it, whose name may have a hundred letters at most.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr("tempfile.tempdir", None)
        pdf_of(PLAIN.format(body=""))
        assert list(Path(folder).iterdir()) == []
    assert not [line for line in _commands() if folder.encode() in line]


def _commands() -> Iterator[bytes]:
    """How each process was called; one that ends meanwhile has nothing to say."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            yield path.read_bytes()


def test_a_folder_that_is_missing_is_told(chromium: str, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="Den Ordner gibt es nicht"):
        write_pdf(PLAIN.format(body=""), tmp_path / "weg" / "a.pdf")
