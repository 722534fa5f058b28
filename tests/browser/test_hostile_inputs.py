"""What a stranger may hand to the page: files, links, codes, and what a browser kept."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import KNOWS_ITS_WAY, Opened, opened_in
from tests.browser.steps import rest
from tests.browser.test_hostile_page import QUIET, nothing_happened, still_plays
from tests.export.hostile import ATTACKS, HOSTILE, HUGE
from workbook.errors import RunCodeError
from workbook.export import export_html
from workbook.folder import load
from workbook.run import Workbook
from workbook.runcode import decode

pytestmark = pytest.mark.browser

LONGEST_NAME, LONGEST_NOTE, MOST_KEPT = 60, 20_000, 3
ALONE = "\ud800 \udfff"
"""Halves of a sign, which no file can hold as text but every JSON can name."""
DEEP = "[" * 50_000 + "]" * 50_000
VALUES = (
    HOSTILE, HUGE, ALONE, "", "__proto__", "constructor", None, True, -1, 0.5, 1e300, 2**53,
    [], [[]], {}, {"__proto__": {"pwned": 1}}, {"constructor": {"prototype": {"pwned": 1}}}, ["a"] * 500,
    {"length": 3}, {"toString": 1, "valueOf": 1}, [{"a": [{"a": [{"a": HOSTILE}]}]}],
)  # fmt: skip
TEXTS = (
    "", " ", "null", "NaN", "[]", "{}", '"workbook-run"', "0", "{", "\ufeff{}", "\x00", HOSTILE, HUGE, DEEP,
    '{"a":' * 9000, '{"format":"workbook-run","version":1,"version":9}',
    '{"__proto__":{"format":"workbook-run","version":1}}',
    '{"format":"workbook-run","version":1e999}', '{"format":["workbook-run"],"version":1}', "x" * 3_000_000,
)  # fmt: skip

# Each file is chosen as a person would choose it; the page answers each with a sentence.
OPEN = """async (texts) => {
  const field = document.getElementById("file"), notice = document.getElementById("notice");
  const said = [];
  for (const text of texts) {
    notice.textContent = "";
    const given = new DataTransfer();
    given.items.add(new File([text], "lauf.json", {type: "application/json"}));
    field.files = given.files;
    field.dispatchEvent(new Event("change"));
    for (let n = 0; n < 6000 && !notice.textContent; n++) await new Promise((done) => setTimeout(done, 5));
    said.push(notice.textContent);
  }
  return said;
}"""


@pytest.fixture(scope="module")
def small(klein: Path) -> Workbook:
    return Workbook(load(klein))


@pytest.fixture(scope="module")
def address(small: Workbook, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("inputs") / "seite.html"
    export_html(small, path)
    return path.as_uri()


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Opened]:
    yield from opened_in(browser, address, bypass_csp=True)


@pytest.fixture(scope="module")
def good(browser: Any, address: str, small: Workbook) -> dict[str, Any]:
    """A play as the page itself keeps it: a run, three kept, a note in each chapter, guesses."""
    for opened in opened_in(browser, address):
        page = opened.open()
        for lever in range(MOST_KEPT):
            still_plays(page, lever)
            page.click("#keep")
        for note in page.locator(".note").all():
            note.evaluate("(e) => { e.open = true; }")
            note.locator("textarea").fill("Ein Gedanke.")
        rest(page)
        kept: dict[str, Any] = json.loads(page.evaluate("localStorage.getItem('workbook/klein')"))
        indicator = next(iter(small.scenario.indicators))
        guess = {"indicator": indicator, "guess": "higher", "came": "same", "code": kept["run"]["code"]}
        return kept | {"guesses": [guess, guess]}
    raise AssertionError


def places(plain: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a file, from the outermost in."""
    if path:
        yield path
    inside = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))


def with_value(plain: Any, path: tuple[Any, ...], value: Any) -> str:
    changed = copy.deepcopy(plain)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(changed)


def test_a_good_file_is_opened(opened: Opened, good: dict[str, Any]) -> None:
    """What follows would prove nothing if every file were refused."""
    page = opened.open()
    assert page.evaluate(OPEN, [json.dumps(good)]) == ["Die Datei ist geöffnet."]
    assert page.text_content("#code") == good["run"]["code"]
    assert len(good["kept"]) == MOST_KEPT
    assert set(good["notes"]) == {"tuer", "tisch", "ending"}


def test_files_with_a_hostile_value_in_any_place(opened: Opened, good: dict[str, Any]) -> None:
    page = opened.open()
    found = list(places(good))
    assert len(found) > 60
    texts = [
        with_value(good, path, VALUES[(number + step) % len(VALUES)])
        for number, path in enumerate(found)
        for step in (0, 10)
    ]
    for start in range(0, len(texts), 60):
        said = page.evaluate(OPEN, texts[start : start + 60])
        assert all(said)
        nothing_happened(opened)
    assert page.evaluate(OPEN, [json.dumps(good)]) == ["Die Datei ist geöffnet."]
    still_plays(page)


def test_files_that_are_none(opened: Opened) -> None:
    page = opened.open()
    code = page.text_content("#code")
    said = page.evaluate(OPEN, list(TEXTS))
    refusals = {
        "Diese Datei ist beschädigt oder keine Laufdatei.",
        "Das ist keine Datei von dieser Seite.",
        "Die Datei stammt von einer neueren Fassung dieser Seite.",
        "Die Datei ist beschädigt; in ihr steht kein Lauf.",
    }
    assert set(said) == refusals
    assert page.text_content("#code") == code
    nothing_happened(opened)
    still_plays(page)


def test_names_of_kept_runs_and_notes_are_shown_as_they_are(opened: Opened, good: dict[str, Any]) -> None:
    page = opened.open()
    names = [*(attack[:LONGEST_NAME] for attack in ATTACKS), ALONE, HUGE[:LONGEST_NAME]]
    names += names[: -len(names) % MOST_KEPT]
    for start in range(0, len(names), MOST_KEPT):
        mine = names[start : start + MOST_KEPT]
        file = copy.deepcopy(good)
        for kept, name in zip(file["kept"], mine, strict=True):
            kept["name"] = name
        attack = ATTACKS[start % len(ATTACKS)]
        for number, note in enumerate(file["notes"].values()):
            note |= {"text": HUGE[:LONGEST_NOTE] if number else attack, "code": attack, "changed": f"9999-{start:04}"}
        assert page.evaluate(OPEN, [json.dumps(file)]) == ["Die Datei ist geöffnet."]
        page.evaluate("document.getElementById('compare').click()")
        fields = page.locator("#dialog .kept input").evaluate_all("all => all.map((e) => e.getAttribute('value'))")
        assert [words.encode("utf-16", "replace") for words in fields] == [
            words.encode("utf-16", "replace") for words in mine
        ]
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        page.evaluate("workbookPage.print()")
        page.evaluate(QUIET)
        nothing_happened(opened)
        if "\r" not in attack:
            assert page.locator("#note-tuer").input_value() == attack
        again = page.locator(".note[data-chapter=tuer] .origin button")
        again.evaluate("(e) => e.click()")
        assert page.text_content("#code-fault")
        page.evaluate("document.getElementById('dialog-close').click()")
    still_plays(page)
    nothing_happened(opened)


def codes(workbook: Workbook) -> list[str]:
    """Attacks, and a true code damaged in ways that look harmless."""
    true = workbook.run().code
    damaged = [
        true[:-1],
        true + true,
        true.replace("-", "--"),
        true.lower(),
        f" {true} ",
        true.replace("0", "O"),
        true[::-1],
    ]
    turned = ["".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in true), true.replace("1", "\u0131")]
    return [
        *ATTACKS,
        *(attack[: len(true)] for attack in ATTACKS),
        *damaged,
        *turned,
        HUGE,
        ALONE,
        "",
        "-" * 9,
        "\u202e" + true,
    ]


def test_the_field_for_codes(opened: Opened, small: Workbook) -> None:
    """A code is taken or refused as Python takes or refuses it, and refused with a sentence."""
    page = opened.open()
    enter = """(code) => {
      const field = document.getElementById("code-in");
      field.maxLength = 1000000;
      field.value = code;
      document.getElementById("code-form").requestSubmit();
      return document.getElementById("code-fault").textContent;
    }"""
    refused = 0
    for code in codes(small):
        said = page.evaluate(enter, code)
        assert bool(said) == (not taken(small, code)), code
        refused += bool(said)
    assert refused > 80
    nothing_happened(opened)
    still_plays(page)


def taken(workbook: Workbook, code: str) -> bool:
    try:
        decode(workbook.scenario, code)
    except RunCodeError:
        return False
    return True


def test_links(opened: Opened, small: Workbook) -> None:
    page = opened.open()
    for code in [*codes(small), "code", "title", "%", "%00", "%C0%80", "%ED%A0%80", "javascript:globalThis.pwned=1"]:
        page.evaluate(
            "async (code) => { location.hash = code; await new Promise((done) => setTimeout(done, 8)); }", code
        )
    page.evaluate(QUIET)
    nothing_happened(opened)
    still_plays(page)


@pytest.mark.parametrize(
    "fragment",
    [
        "<img src=x onerror=globalThis.pwned=1>",
        "%3Cscript%3EglobalThis.pwned=1%3C/script%3E",
        "javascript:globalThis.pwned=1",
        "__proto__",
        "%E2%80%AE%00%ED%A0%80%",
        HUGE,
    ],
    ids=["img", "script", "javascript", "proto", "escapes", "huge"],
)
def test_a_page_opened_by_a_hostile_link(opened: Opened, fragment: str) -> None:
    page = opened.open(f"#{fragment}")
    assert page.text_content("#code-fault")
    assert page.text_content("#notice") == page.text_content("#code-fault")
    nothing_happened(opened)
    still_plays(page)


def kept_values(good: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Name -> what the browser kept of the play, and of habits."""
    habits = json.dumps({"guided": True, "noGuess": True})
    hostile = copy.deepcopy(good)
    hostile["language"] = HOSTILE
    for kept in hostile["kept"]:
        kept["name"] = HOSTILE
    for note in hostile["notes"].values():
        note |= {"text": HOSTILE, "code": HOSTILE}
    hostile["run"]["levers"]["__proto__"] = hostile["notes"]["__proto__"] = {"pwned": 1, "text": HOSTILE}
    play = json.dumps(hostile)
    return {
        "markup": (HOSTILE, habits),
        "half": (play[: len(play) // 2], habits),
        "deep": (DEEP, habits),
        "huge": ("x" * 2_500_000, habits),
        "hostile": (play, habits),
        "null": ("null", "null"),
        "number": ("5", "5"),
        "list": ("[1]", "[]"),
        "words": ('"x"', f'"{HUGE}"'),
        "markup-habits": (play, HOSTILE),
        "odd-habits": (
            play,
            json.dumps({"guided": {"a": 1}, "noGuess": [1], "language-klein-de": ["en"], "__proto__": {"pwned": 1}}),
        ),
        "language": ("{}", json.dumps({"guided": 1, "noGuess": 1, "language-klein-de": "constructor"})),
    }


@pytest.mark.parametrize("name", list(kept_values({"kept": [], "notes": {}, "run": {"levers": {}}})))
def test_what_a_browser_kept(browser: Any, address: str, good: dict[str, Any], name: str) -> None:
    play, habits = kept_values(good)[name]
    keep = f"""try {{
      localStorage.clear();
      localStorage.setItem("workbook/klein", {json.dumps(play)});
      localStorage.setItem("workbook/habits", {json.dumps(habits)});
    }} catch (error) {{ /* no storage, nothing kept */ }}"""
    for opened in opened_in(browser, address, before=keep, bypass_csp=True):
        page = opened.open()
        page.evaluate("document.querySelector('#guide-skip')?.click()")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        page.evaluate("document.getElementById('compare').click()")
        nothing_happened(opened)
        page.evaluate("document.getElementById('dialog-close').click()")
        if '"noGuess": true' in habits:
            still_plays(page)
        nothing_happened(opened)


def test_what_another_window_wrote(opened: Opened, good: dict[str, Any]) -> None:
    page = opened.open()
    tell = "(newValue) => dispatchEvent(new StorageEvent('storage', {key: 'workbook/klein', newValue}))"
    for text in [*TEXTS, *(text for text, _ in kept_values(good).values())]:
        page.evaluate(tell, text)
    nothing_happened(opened)
    assert page.locator("#note-tuer").input_value()[:100] == HOSTILE[:100]
    still_plays(page)


def test_what_is_written_is_read_again(browser: Any, address: str, good: dict[str, Any]) -> None:
    """Hostile words survive being kept: nothing is lost, nothing runs the second time either."""
    for opened in opened_in(
        browser, address, before=KNOWS_ITS_WAY.replace("localStorage.clear();", ""), bypass_csp=True
    ):
        page = opened.open()
        file = copy.deepcopy(good)
        file["notes"]["tuer"] = {"text": HOSTILE, "code": "", "changed": "9999"}
        assert page.evaluate(OPEN, [json.dumps(file)]) == ["Die Datei ist geöffnet."]
        rest(page)
        page = opened.open()
        note = page.locator("#note-tuer").input_value()
        assert note == HOSTILE.replace("\r\n", "\n")
        nothing_happened(opened)
