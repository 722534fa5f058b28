"""The exported page in Firefox: another engine, the same page."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.conftest import far_end
from tests.browser.firefox import Firefox
from tests.browser.steps import becomes
from tests.tools.firefox import find_firefox
from workbook.run import Workbook
from workbook.story import Readings, text_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("firefox")]

DRAWN = "() => [...document.querySelectorAll('.canvas path.js-line')].map((line) => line.getAttribute('d'))"
SCENES = "() => [...document.querySelectorAll('[data-scene]')].map((e) => e.dataset.scene)"
TITLES = "() => [...document.querySelectorAll('.scene h4')].map((e) => e.innerText)"
CODE = "() => document.querySelector('#code').innerText"
LIVE = "() => document.querySelector('#live').innerText"
YEARLY = "(names, years) => names.map((_, k) => years.map((y) => workbookPage.run.yearly(k, y)))"
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
IS_CODE = "(code) => document.querySelector('#code').innerText === code"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    program = find_firefox()
    if program is None:
        pytest.skip("no Firefox: run `make firefox`, or set WORKBOOK_FIREFOX")
    with Firefox(program) as running:
        yield running


@pytest.fixture
def page(firefox: Firefox, saved: Path) -> Firefox:
    firefox.asked.clear()
    firefox.complaints.clear()
    firefox.open(saved.as_uri())
    return firefox


def choose_world(page: Firefox, workbook: Workbook, position: int) -> str:
    """Take a world by keyboard; its name."""
    page.press("#world", "Home", *["ArrowDown"] * position)
    name = list(workbook.scenario.worlds)[position]
    page.wait_for(IS_CODE, workbook.run(name).code)
    return name


def test_a_page_that_asks_and_fails_is_noticed(firefox: Firefox, tmp_path: Path) -> None:
    """Without this the silence of the next tests would prove nothing."""
    path = tmp_path / "loud.html"
    script = "console.error('loud'); setTimeout(() => { throw new Error('broken'); });"
    path.write_text(
        f"<!DOCTYPE html><html data-alive data-bands><img src=http://beispiel.invalid/a.png><script>{script}</script>",
        encoding="utf-8",
    )
    firefox.asked.clear()
    firefox.complaints.clear()
    firefox.open(path.as_uri())
    # What happened is told with the answer to the next question.
    becomes(lambda: firefox.evaluate("() => 1") and "beispiel.invalid" in " ".join(firefox.asked), wanted=True)
    for words in ("loud", "broken"):
        becomes(lambda words=words: firefox.evaluate("() => 1") and words in " ".join(firefox.complaints), wanted=True)


def test_it_asks_nobody_and_complains_of_nothing(page: Firefox, workbook: Workbook) -> None:
    choose_world(page, workbook, 1)
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for("() => document.querySelectorAll('.shares li').length > 0")
    page.click("#languages button[data-lang=en]")
    page.evaluate(TWO_FRAMES)
    assert page.asked == []
    assert page.complaints == []


def test_a_lever_moved_by_keyboard_moves_everything(page: Firefox, workbook: Workbook) -> None:
    before = page.evaluate(DRAWN), page.evaluate(LIVE), page.screenshot()
    assert before[0]
    name, lever = next(iter(workbook.scenario.levers.items()))
    page.press(f"#lever-{name}", far_end(workbook, name))
    moved = {name: lever.high if far_end(workbook, name) == "End" else lever.low}
    run = workbook.run(levers=moved)
    page.wait_for(IS_CODE, run.code)
    page.wait_for("(before) => document.querySelector('#live').innerText !== before", before[1])
    page.evaluate(TWO_FRAMES)
    assert page.evaluate(DRAWN) != before[0]
    assert page.evaluate(SCENES) == [told.key for told in run.told]
    picture = page.screenshot()
    assert picture.startswith(b"\x89PNG")
    assert picture != before[2]
    assert len(picture) > 50_000, "a page of text and charts is no small picture"


@pytest.mark.parametrize("position", [1, 2, 4])
def test_numbers_and_story_are_pythons(page: Firefox, workbook: Workbook, position: int) -> None:
    run = workbook.run(choose_world(page, workbook, position))
    years = list(workbook.scenario.time.years)
    found = page.evaluate(YEARLY, list(workbook.scenario.indicators), years)
    bands = page.evaluate("() => workbookPage.bands.map(({low, better}) => ({low: [...low], better}))")
    for name, values, band in zip(workbook.scenario.indicators, found, bands, strict=True):
        assert values == pytest.approx([run.trajectories.yearly(name, y) for y in years], rel=1e-9), name
        assert band["low"] == pytest.approx(list(run.bands[name].low), rel=1e-9), name
        assert band["better"] == run.bands[name].better
    assert page.evaluate(SCENES) == [told.key for told in run.told]
    story = run.story("de", moves=False)
    assert page.evaluate(TITLES) == [passage.title for passage in story.passages]
    for told, passage in zip(run.told, story.passages, strict=True):
        readings = Readings(workbook.scenario, run.setting, run.trajectories.yearly, told.chapter.year)
        words = text_of(workbook.scenario.passages["de"][told.key], readings, "de").replace("*", "").split()
        shown = page.evaluate("(key) => document.querySelector(`[data-scene='${key}']`).innerText", told.key)
        assert passage.care or " ".join(words[-12:]) in " ".join(shown.split()), told.key


def test_the_language_changes_and_the_future_stays(page: Firefox, workbook: Workbook) -> None:
    name = choose_world(page, workbook, 3)
    scenes = page.evaluate(SCENES)
    page.click("#languages button[data-lang=en]")
    page.wait_for("() => document.documentElement.lang === 'en'")
    assert page.evaluate("() => document.title") == workbook.scenario.title["en"]
    assert page.evaluate(SCENES) == scenes
    assert page.evaluate(CODE) == workbook.run(name).code
    assert page.evaluate(TITLES) == [passage.title for passage in workbook.run(name).story("en", moves=False).passages]
    assert page.evaluate("() => document.activeElement.lang") == "en"


def test_a_link_brings_its_future(page: Firefox, workbook: Workbook, saved: Path) -> None:
    name, lever = list(workbook.scenario.levers.items())[1]
    wanted = workbook.run("dystopie", levers={name: lever.high})
    page.open(f"{saved.as_uri()}#{wanted.code}")
    assert page.evaluate(CODE) == wanted.code
    assert page.evaluate(SCENES) == [told.key for told in wanted.told]


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_scrolls_sideways(page: Firefox, saved: Path, width: int) -> None:
    page.open(saved.as_uri(), width=width, height=740)
    assert page.evaluate("() => innerWidth") == width
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


ATTEMPTS = """async (address, wanted) => {
  const refused = [];
  document.addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective));
  const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
  add('img', {src: `${address}/img`});
  add('script', {textContent: 'globalThis.ran = true;'});
  add('iframe', {src: `${address}/iframe`});
  try { await fetch(`${address}/fetch`); } catch { /* as it should be */ }
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  for (let n = 0; n < 600 && new Set(refused).size < wanted; n++) await wait(50);
  await wait(500);
  return [[...new Set(refused)].sort(), globalThis.ran ?? false];
}"""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths it was asked for."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    thread = Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}", asked
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def online(page: Firefox) -> Iterator[Firefox]:
    page.set_offline(offline=False)
    yield page
    page.set_offline()


def test_the_policy_holds_with_the_network_on(online: Firefox, server: tuple[str, list[str]], tmp_path: Path) -> None:
    """What a hostile text would try, tried: the server hears of none of it, and of all of it without the policy."""
    address, heard = server
    assert online.evaluate(ATTEMPTS, address, 4) == [["connect-src", "frame-src", "img-src", "script-src-elem"], False]
    assert heard == []
    path = tmp_path / "unprotected.html"
    path.write_text("<!DOCTYPE html><html data-alive data-bands>", encoding="utf-8")
    online.open(path.as_uri())
    assert online.evaluate(ATTEMPTS, address, 0) == [[], True]
    becomes(lambda: sorted(heard), ["/fetch", "/iframe", "/img"])


def test_a_first_visit_is_guided_and_the_guide_can_be_skipped(firefox: Firefox, saved: Path) -> None:
    firefox.open(saved.as_uri(), before="localStorage.clear()")
    seen = "() => document.querySelector('#guide').checkVisibility()"
    assert firefox.evaluate(seen)
    firefox.press("#guide-skip", "Enter")
    firefox.wait_for(f"() => !({seen})()")
    firefox.open(saved.as_uri(), before="")
    assert not firefox.evaluate(seen)
