"""What a person made stays theirs: in a file, in the browser, in a link; and nothing that is wrong takes it away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import READY
from tests.browser.steps import PATIENCE, becomes, code, notice, rest, scenes, settle
from workbook.export import export_html
from workbook.run import Workbook

pytestmark = pytest.mark.browser

LANGUAGES = ("de", "en", "de-einfach")
KEY = "workbook/soziale-arbeit-2030"
KNOWS = """localStorage["workbook/habits"] = JSON.stringify({guided: true, noGuess: true})"""
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
LARGEST = 2_000_000

Changed = Callable[[dict[str, Any]], object]
UNFIT: dict[str, tuple[Changed, dict[str, str]]] = {
    "torn": (
        lambda plain: json.dumps(plain)[:-40],
        {"de": "beschädigt oder keine Laufdatei", "en": "damaged or not a run file", "de-einfach": "kaputt, oder sie"},
    ),
    "foreign": (
        lambda _: {"hello": "world"},
        {"de": "keine Datei von dieser Seite", "en": "not a file of this page", "de-einfach": "nicht von dieser Seite"},
    ),
    "newer": (
        lambda plain: {**plain, "version": 2},
        {"de": "neueren Fassung", "en": "newer version", "de-einfach": "neueren Fassung"},
    ),
    "large": (
        lambda plain: {**plain, "more": "x" * LARGEST},
        {"de": "keine Datei von dieser Seite", "en": "not a file of this page", "de-einfach": "nicht von dieser Seite"},
    ),
    "elsewhere": (
        lambda plain: {**plain, "scenario": "klein"},
        {"de": "anderen Szenario", "en": "another scenario", "de-einfach": "anderen Geschichte"},
    ),
    "empty": (
        lambda plain: {**plain, "run": {"world": "nowhere"}},
        {"de": "in ihr steht kein Lauf", "en": "no run in it", "de-einfach": "steht kein Lauf darin"},
    ),
}


class Visitor:
    """Browsers one after the other: each is another person's, or the same person's another day."""

    def __init__(self, browser: Any, address: str, elsewhere: str) -> None:
        self.browser, self.address, self.elsewhere = browser, address, elsewhere
        self.contexts: list[Any] = []

    def comes(self, before: str = "", fragment: str = "", address: str = "") -> Any:
        """A page in a browser in which nothing is kept, opened by somebody who knows its way."""
        context = self.browser.new_context(offline=True, locale="de-DE", accept_downloads=True)
        if before:
            context.add_init_script(before)
        self.contexts.append(context)
        page = self.window(context, fragment, address)
        if not before:
            # Not by a script before the page: Chromium may lose what is written while a page is just beginning.
            page.evaluate(KNOWS)
            page.reload()
            page.wait_for_selector(READY)
        return page

    def window(self, context: Any, fragment: str = "", address: str = "") -> Any:
        page = context.new_page()
        page.set_default_timeout(1000 * PATIENCE)
        page.emulate_media(reduced_motion="reduce")
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto((address or self.address) + fragment)
        page.wait_for_selector(READY)
        return page

    def arrived(self, context: Any, words: str) -> None:
        """Until what a window wrote last, or that it deleted all, has reached the windows that open next."""
        other = context.new_page()
        other.goto(self.elsewhere)
        becomes(lambda: words in (kept(other) or "deleted"), wanted=True)
        other.close()

    def leaves(self) -> None:
        while self.contexts:
            self.contexts.pop().close()


@pytest.fixture
def visitor(browser: Any, saved: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "leer.html"
    elsewhere.touch()
    visitor = Visitor(browser, saved.as_uri(), elsewhere.as_uri())
    yield visitor
    visitor.leaves()


def played(page: Any) -> dict[str, Any]:
    """Two levers, a decision, a run kept, a note and a guess; what the page then holds."""
    for name in ("case_cap", "team_voice"):
        page.focus(f"#lever-{name}")
        page.keyboard.press("Home")
    page.check("#option-platform-strike")
    settle(page)
    page.click("#keep")
    page.focus("#lever-public_voice")
    page.keyboard.press("End")
    settle(page)
    page.evaluate(
        """() => workbookPage.play.guesses.push(
             {indicator: "trust", guess: "higher", came: "lower", code: document.getElementById("code").textContent})"""
    )
    page.click("[data-chapter=ganztag] summary")
    page.fill("#note-ganztag", "Wer holt ab?\nUnd wer „bleibt“? 🌱 <b>")
    return held(page)


def held(page: Any) -> dict[str, Any]:
    """All that belongs to the person."""
    play = page.evaluate(
        """() => { const {setting, kept, notes, guesses} = workbookPage.play;
             return {setting, kept: kept.map(({name, setting}) => ({name, setting})), notes, guesses}; }"""
    )
    return {"code": code(page), "scenes": scenes(page), **play}


def save(page: Any, to: Path) -> dict[str, Any]:
    page.click("#menu")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(to)
    return json.loads(to.read_text(encoding="utf-8"))


def give(page: Any, path: Path) -> None:
    """A file chosen by the person."""
    page.evaluate("document.getElementById('notice').textContent = ''")
    page.set_input_files("#file", path)
    page.locator("#notice:not(:empty)").wait_for()
    settle(page)


def kept(page: Any) -> str | None:
    """What lies in the browser."""
    return page.evaluate("(key) => localStorage.getItem(key)", KEY)


def written(page: Any) -> str | None:
    """What lies in the browser, once the page has had time to write."""
    rest(page)
    return kept(page)


def file_of(changed: object, path: Path) -> Path:
    path.write_text(changed if isinstance(changed, str) else json.dumps(changed), encoding="utf-8")
    return path


def speak(page: Any, lang: str) -> None:
    page.click(f"#languages [data-lang={lang}]")
    settle(page)


# --- a file ----------------------------------------------------------------------------------------


def test_a_file_brings_everything_to_another_browser(visitor: Visitor, workbook: Workbook, tmp_path: Path) -> None:
    page = visitor.comes()
    mine = played(page)
    plain = save(page, tmp_path / "lauf.json")
    assert "gesichert" in notice(page)
    assert plain["run"]["code"] == mine["code"]
    assert workbook.run(plain["run"]["world"], plain["run"]["levers"], plain["run"]["choices"]).code == mine["code"]
    visitor.leaves()
    other = visitor.comes()
    assert code(other) == workbook.baseline.code
    give(other, tmp_path / "lauf.json")
    assert "Die Datei ist geöffnet." in notice(other)
    assert held(other) == mine
    assert other.input_value("#note-ganztag") == mine["notes"]["ganztag"]["text"]
    other.click("#undo")
    settle(other)
    assert code(other) == workbook.baseline.code
    assert other.faults == []


def test_notes_of_both_stay_when_a_file_is_opened(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.comes()
    played(page)
    save(page, tmp_path / "lauf.json")
    visitor.leaves()
    other = visitor.comes()
    other.click("[data-chapter=dienstag] summary")
    other.fill("#note-dienstag", "meine eigene")
    give(other, tmp_path / "lauf.json")
    assert other.input_value("#note-dienstag") == "meine eigene"
    assert other.input_value("#note-ganztag").startswith("Wer holt ab?")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_does_not_fit_is_refused_and_takes_nothing(visitor: Visitor, lang: str, tmp_path: Path) -> None:
    page = visitor.comes()
    played(page)
    plain = save(page, tmp_path / "lauf.json")
    speak(page, lang)
    mine = held(page)
    for name, (change, words) in UNFIT.items():
        give(page, file_of(change(plain), tmp_path / f"{name}.json"))
        assert words[lang] in notice(page), name
        assert held(page) == mine, name
        assert page.locator("#notice.fault").count() == 1, name
    give(page, tmp_path / "lauf.json")
    assert page.locator("#notice.fault").count() == 0
    assert page.faults == []


PARTLY = {"de": "Eine Einstellung passte", "en": "One setting no longer fitted", "de-einfach": "Eine Einstellung passt"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_of_another_version_is_taken_as_far_as_it_fits(
    visitor: Visitor, workbook: Workbook, lang: str, tmp_path: Path
) -> None:
    page = visitor.comes()
    mine = played(page)
    plain = save(page, tmp_path / "lauf.json")
    plain["mark"] = (plain["mark"] + 1) % 2**15
    plain["kept"] = []
    plain["language"] = lang
    levers = plain["run"]["levers"]
    levers["renamed"] = levers.pop("team_voice")
    visitor.leaves()
    other = visitor.comes()
    give(other, file_of(plain, tmp_path / "alt.json"))
    assert PARTLY[lang] in notice(other)
    settled = {name: value for name, value in levers.items() if name != "renamed"}
    assert code(other) == workbook.run(plain["run"]["world"], settled, plain["run"]["choices"]).code
    assert code(other) != mine["code"]
    assert held(other)["notes"] == mine["notes"]


def test_a_file_speaks_its_own_language(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.comes()
    speak(page, "en")
    played(page)
    assert save(page, tmp_path / "run.json")["language"] == "en"
    visitor.leaves()
    other = visitor.comes()
    give(other, tmp_path / "run.json")
    assert other.evaluate("document.documentElement.lang") == "en"
    assert "The file is open." in notice(other)


def test_each_written_page_opens_in_its_language(visitor: Visitor, workbook: Workbook, tmp_path: Path) -> None:
    """Pages of two languages share one browser; to change one leaves the other as it was."""
    english = tmp_path / "page.html"
    export_html(workbook, english, "en")
    page = visitor.comes()
    other = visitor.window(page.context, address=english.as_uri())
    assert page.evaluate("document.documentElement.lang") == "de"
    assert other.evaluate("document.documentElement.lang") == "en"
    speak(page, "de-einfach")
    other.reload()
    other.wait_for_selector(READY)
    page.reload()
    page.wait_for_selector(READY)
    assert other.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#languages [aria-pressed=true]").get_attribute("data-lang") == "de-einfach"


# --- the browser -----------------------------------------------------------------------------------


def left_by_reload(page: Any, visitor: Visitor, mine: str) -> None:
    """As a person does it: the page itself is left for its own next life."""
    with page.expect_navigation():
        page.evaluate("setTimeout(() => location.reload())")


def left_by_link(page: Any, visitor: Visitor, mine: str) -> None:
    """Away and back: what a window writes while it closes reaches the next a moment later."""
    page.goto("about:blank")
    visitor.arrived(page.context, f'"address":"{mine}"')
    page.goto(visitor.address)


@pytest.mark.parametrize("wait", [0, 600], ids=["at once", "later"])
@pytest.mark.parametrize("leave", [left_by_reload, left_by_link])
def test_everything_is_there_again_after_reloading(
    visitor: Visitor, workbook: Workbook, leave: Callable[[Any, Visitor, str], None], wait: int
) -> None:
    page = visitor.comes()
    mine = played(page)
    page.wait_for_url(f"**#{mine['code']}")
    if wait:
        rest(page, wait)
    leave(page, visitor, mine["code"])
    page.wait_for_selector(READY)
    assert held(page) == mine
    assert "Es geht weiter, wo Sie waren." in notice(page)
    page.click("#reset")
    settle(page)
    assert code(page) == workbook.baseline.code


MOVED_AND_GONE = """() => {
  const slider = document.getElementById("lever-team_voice");
  slider.value = slider.max;
  slider.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => location.reload()));
}"""


@pytest.mark.parametrize("world", [None, "utopie"], ids=["own address", "link"])
def test_a_move_a_moment_before_reloading_stays(visitor: Visitor, workbook: Workbook, world: str | None) -> None:
    """The address still names the run before: it is older than what is kept."""
    page = visitor.comes(fragment=f"#{workbook.run(world).code}" if world else "")
    page.wait_for_url(f"**#{workbook.run(world).code}")
    with page.expect_navigation():
        page.evaluate(MOVED_AND_GONE)
    page.wait_for_selector(READY)
    highest = workbook.scenario.levers["team_voice"].high
    assert code(page) == workbook.run(world, {"team_voice": highest}).code
    assert page.faults == []


def test_the_same_link_once_more_is_that_run_again(visitor: Visitor, workbook: Workbook) -> None:
    """Only an address that stood there when something was kept is older; a link that somebody follows is not."""
    link = f"#{workbook.run('utopie').code}"
    page = visitor.comes(fragment=link)
    mine = played(page)
    page.wait_for_url(f"**#{mine['code']}")
    assert written(page)
    page.goto("about:blank")
    visitor.arrived(page.context, f'"address":"{mine["code"]}"')
    page.goto(f"{visitor.address}{link}")
    page.wait_for_selector(READY)
    assert code(page) == workbook.run("utopie").code


def test_what_was_typed_a_moment_ago_is_kept_when_the_window_closes(visitor: Visitor) -> None:
    page = visitor.comes()
    page.click("[data-chapter=ganztag] summary")
    page.fill("#note-ganztag", "gerade noch")
    page.close(run_before_unload=False)
    visitor.arrived(visitor.contexts[0], "gerade noch")
    again = visitor.window(visitor.contexts[0])
    assert again.input_value("#note-ganztag") == "gerade noch"


@pytest.mark.parametrize(
    ("storage", "told"),
    [(FORBIDDEN, "lässt nichts speichern"), (FULL, "lässt nichts speichern")],
    ids=["forbidden", "full"],
)
def test_a_browser_that_keeps_nothing_is_told_of(
    visitor: Visitor, workbook: Workbook, storage: str, told: str, tmp_path: Path
) -> None:
    page = visitor.comes(storage)
    page.click("#guide-skip")
    page.focus("#lever-team_voice")
    page.keyboard.press("End")
    settle(page)
    page.click("#guess-skip")
    page.locator("#notice", has_text=told).wait_for()
    assert code(page) == workbook.run(levers={"team_voice": 100}).code
    assert save(page, tmp_path / "lauf.json")["run"]["code"] == code(page)
    speak(page, "en")
    page.click("#menu")
    page.click("#forget")
    assert code(page) == workbook.baseline.code
    assert page.faults == []


def test_notes_of_two_windows_both_stay(visitor: Visitor) -> None:
    one = visitor.comes()
    two = visitor.window(one.context)
    for page, name, words in ((one, "ganztag", "vom ersten"), (two, "dienstag", "vom zweiten")):
        page.click(f"[data-chapter={name}] summary")
        page.fill(f"#note-{name}", words)
    both = {"ganztag": "vom ersten", "dienstag": "vom zweiten"}
    for page in (one, two):
        # The windows hear of each other a moment later.
        becomes(lambda page=page: {name: n["text"] for name, n in json.loads(kept(page))["notes"].items()}, both)
        becomes(lambda page=page: {name: page.input_value(f"#note-{name}") for name in both}, both)
    for page in (one, two):
        page.reload()
        page.wait_for_selector(READY)
        assert page.input_value("#note-ganztag") == "vom ersten"
        assert page.input_value("#note-dienstag") == "vom zweiten"


@pytest.mark.parametrize("rubbish", ["{", "null", "[]", '{"format":"workbook-run","version":1}', '"\\u0000"', "0"])
def test_rubbish_in_the_browser_is_a_fresh_beginning(visitor: Visitor, workbook: Workbook, rubbish: str) -> None:
    before = f"{KNOWS}\ntry {{ localStorage.setItem({json.dumps(KEY)}, {json.dumps(rubbish)}) }} catch (e) {{}}"
    page = visitor.comes(before)
    assert code(page) == workbook.baseline.code
    assert page.faults == []


def test_deleting_leaves_nothing(visitor: Visitor, workbook: Workbook) -> None:
    page = visitor.comes()
    played(page)
    assert written(page)
    page.click("#menu")
    page.click("#forget")
    settle(page)
    assert "Gelöscht." in notice(page)
    assert written(page) is None
    assert code(page) == workbook.baseline.code
    assert page.input_value("#note-ganztag") == ""
    assert held(page) | {"code": "", "scenes": []} == {
        "code": "", "scenes": [], "setting": held(page)["setting"], "kept": [], "notes": {}, "guesses": []
    }  # fmt: skip
    page.goto("about:blank")
    visitor.arrived(page.context, "deleted")
    page.goto(visitor.address)
    page.wait_for_selector(READY)
    assert written(page) is None
    assert code(page) == workbook.baseline.code
    assert page.is_disabled("#undo")


def test_deleting_reaches_another_window(visitor: Visitor) -> None:
    """What one window deletes, another that is still open does not write again by itself."""
    one = visitor.comes()
    played(one)
    assert written(one)
    two = visitor.window(one.context)
    one.click("#menu")
    one.click("#forget")
    settle(one)
    two.close(run_before_unload=False)
    assert written(one) is None


# --- a code, a link --------------------------------------------------------------------------------


def test_a_link_opened_elsewhere_tells_the_same(visitor: Visitor) -> None:
    page = visitor.comes()
    mine = played(page)
    page.wait_for_url(f"**#{mine['code']}")
    link = page.evaluate("location.hash")
    visitor.leaves()
    other = visitor.comes(fragment=link)
    assert (code(other), scenes(other)) == (mine["code"], mine["scenes"])
    assert held(other)["notes"] == {}


def test_a_link_does_not_take_away_what_was_kept(visitor: Visitor, workbook: Workbook) -> None:
    page = visitor.comes()
    mine = played(page)
    assert written(page)
    wanted = workbook.run("utopie")
    page.goto("about:blank")
    visitor.arrived(page.context, f'"address":"{mine["code"]}"')
    page.goto(f"{visitor.address}#{wanted.code}")
    page.wait_for_selector(READY)
    assert code(page) == wanted.code
    assert held(page)["notes"] == mine["notes"]
    page.click("#undo")
    settle(page)
    assert code(page) == mine["code"]


CODES = {
    "de": ("nicht die richtige Länge", "beschädigt"),
    "en": ("right length", "damaged"),
    "de-einfach": ("zu kurz oder zu lang", "ist ein Fehler"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_damaged_code_takes_nothing(visitor: Visitor, lang: str) -> None:
    page = visitor.comes()
    played(page)
    speak(page, lang)
    mine = held(page)
    right = mine["code"]
    swapped = right[1] + right[0] + right[2:] if right[0] != right[1] else "Z" + right[1:]
    for wrong, words in ((right[:-3], CODES[lang][0]), (swapped, CODES[lang][1])):
        page.fill("#code-in", wrong)
        page.press("#code-in", "Enter")
        settle(page)
        assert words in page.locator("#code-fault").inner_text()
        page.evaluate("(wrong) => { location.hash = wrong; }", wrong)
        page.locator("#notice", has_text=words).wait_for()
        assert held(page) == mine
    assert page.faults == []
