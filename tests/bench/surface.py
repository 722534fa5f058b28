"""The page in a real browser, and the explorer on the kernel's side."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import workbook as wb
from tests.bench.engine import SCENARIO
from tests.bench.measure import Figure, median_ms
from tests.browser.conftest import KNOWS_ITS_WAY, READY
from tests.strategies import random_settings
from tests.tools.chromium import find_chromium

OPENINGS, WARM, MEASURED, SESSION = 7, 60, 200, 1000
CODES = 300

MOVES = """async (count) => {
  const sliders = [...document.querySelectorAll('.lever input[type=range]')];
  const frames = [];
  for (let n = 0; n < count; n++) {
    const slider = sliders[n % sliders.length];
    slider.value = (Number(slider.value) + 1) % (Number(slider.max) + 1);
    const begin = performance.now();
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    // The page's own work is asked for first; a message arrives after the frame is painted.
    await new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { frames.push(performance.now() - begin); done(); };
      channel.port2.postMessage(0);
    }));
  }
  return frames;
}"""

NUMBERS = """() => {
  const page = globalThis.workbookPage, times = [];
  for (let n = 0; n < 40; n++) {
    const setting = {...page.run.setting, levers: page.run.setting.levers.slice()};
    setting.levers[2] = n % 2 ? 4 : 12;
    const begin = performance.now();
    page.teller.scenesOf(page.model.run(setting));
    page.futures(setting);
    times.push(performance.now() - begin);
  }
  return times;
}"""

WHY = """async (players) => {
  const page = globalThis.workbookPage, box = document.querySelector('[data-chart="0"] details.contributions');
  const sliders = [...document.querySelectorAll('.lever input[type=range]')];
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const move = (slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); };
  document.querySelector('#reset').click();
  await rest(300);
  for (const slider of sliders.slice(0, players)) move(slider, Number(slider.value) ? 0 : slider.max);
  box.open = true;
  const times = [];
  for (let n = 0; n < 20; n++) {
    await rest(400);
    const slider = sliders[0], value = n % 2 ? 0 : 1;
    const shown = new Promise((done) => {
      let begun = false;
      const watch = new MutationObserver(() => {
        // The shares of the move before are still there until the new ones are being worked out.
        if (!box.querySelector('.shares')) begun = true;
        else if (begun) { watch.disconnect(); done(performance.now()); }
      });
      watch.observe(box, {childList: true, subtree: true, characterData: true});
    });
    const begin = performance.now();
    move(slider, value);
    times.push(await shown - begin);
    // Levers without effect on this number have no row.
    const rows = box.querySelectorAll('.shares li').length;
    if (rows < 1 || rows > players) throw new Error('shares of other levers');
  }
  box.open = false;
  return times;
}"""


ROOM = """async (codes) => {
  const rest = () => new Promise((done) => setTimeout(done, 100)), times = [];
  document.querySelector('#menu').click();
  document.querySelector('#room').click();
  while (!document.querySelector('#room-codes')) await rest();
  const field = document.querySelector('#room-codes'), show = document.querySelector('#room-show');
  field.value = codes.join('\\n');
  for (let n = 0; n < 7; n++) {
    const begin = performance.now();
    show.click();
    times.push(performance.now() - begin);
    if (document.querySelectorAll('#dialog table').length !== 5) throw new Error('no board');
    await rest();
  }
  document.querySelector('#dialog-close').click();
  return times;
}"""

BACKCAST = """async (wishes) => {
  document.querySelector('#menu').click();
  document.querySelector('#backwards').click();
  const box = document.querySelector('#dialog'), go = () => document.querySelector('#wish-go');
  const until = (found) => new Promise((done) => {
    if (found()) { done(); return; }
    const watch = new MutationObserver(() => { if (found()) { watch.disconnect(); done(); } });
    watch.observe(box, {childList: true, subtree: true});
  });
  await until(go);
  for (const each of box.querySelectorAll('[data-wish]')) {
    if (each.checked !== (each.dataset.wish in wishes)) each.click();
    if (!(each.dataset.wish in wishes)) continue;
    const field = each.closest('.wish').querySelector('[type=number]');
    field.value = wishes[each.dataset.wish];
    field.dispatchEvent(new Event('input'));
  }
  const times = [];
  for (let n = 0; n < 9; n++) {
    const begin = performance.now();
    go().click();
    await until(() => box.querySelector('.way-card'));
    times.push(performance.now() - begin);
  }
  box.close();
  return times;
}"""
WISHES = {"caseload": 50, "spending": 105}


def figures() -> Iterator[Figure]:
    """All figures of this file."""
    yield from page()
    yield from explorer()


def page() -> Iterator[Figure]:
    """Open, move, ask why, go on for long."""
    from playwright.sync_api import sync_playwright

    from workbook.export import export_html

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        export_html(wb.load(SCENARIO), path)
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
        # Somebody who knows the page: guide and guess would hold the numbers back.
        context.add_init_script(KNOWS_ITS_WAY)
        alive: list[float] = []
        for _ in range(OPENINGS):
            opened = context.new_page()
            opened.goto(path.as_uri())
            opened.wait_for_selector(READY)
            alive.append(opened.evaluate("() => globalThis.workbookPage.alive"))
            if len(alive) < OPENINGS:
                opened.close()
        yield Figure("open to alive, Chromium", statistics.median(alive), "ms", "at most 700 ms")
        yield from moving(opened)
        yield lecturer(opened)
        browser.close()


def moving(opened: Any) -> Iterator[Figure]:
    """What a lever costs, the band of 500 futures included."""
    opened.evaluate(MOVES, WARM)
    frames = sorted(opened.evaluate(MOVES, MEASURED))
    yield Figure(
        "lever move: new numbers for 500 futures and the story, Chromium",
        statistics.median(opened.evaluate(NUMBERS)), "ms", "at most 16 ms",
    )  # fmt: skip
    yield Figure("lever move to a painted frame, Chromium", statistics.median(frames), "ms", "at most 50 ms")
    yield Figure("the same, 95 of 100", frames[int(0.95 * len(frames))], "ms", "at most 50 ms")
    yield Figure(
        "lever move to the shares of 6 levers, Chromium",
        statistics.median(opened.evaluate(WHY, 6)), "ms", "at most 100 ms",
    )  # fmt: skip
    yield Figure(
        "page backcast: three ways to two wishes, Chromium",
        statistics.median(opened.evaluate(BACKCAST, WISHES)), "ms", "at most 500 ms",
    )  # fmt: skip
    before = held(opened)
    opened.evaluate(MOVES, SESSION)
    yield Figure(f"memory that {SESSION:,} lever moves leave behind", (held(opened) - before) / 1e6, "MB", "at most 20")


def lecturer(opened: Any) -> Figure:
    """Many run codes, pasted, to the board of the room."""
    book = wb.load(SCENARIO)
    codes = [book.run_of(setting).code for setting in random_settings(book.scenario, CODES, seed=2)]
    return Figure(
        f"{CODES} run codes to the room's board, Chromium", statistics.median(opened.evaluate(ROOM, codes)), "ms",
        "at most 1000 ms",
    )  # fmt: skip


def held(opened: Any) -> float:
    """Bytes of JavaScript after everything that nobody holds was thrown away."""
    session = opened.context.new_cdp_session(opened)
    opened.wait_for_timeout(1500)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    size = float(session.send("Runtime.getHeapUsage")["usedSize"])
    session.detach()
    return size


def explorer() -> Iterator[Figure]:
    """A lever moved in the notebook, without the browser's part."""
    shown = wb.explore(SCENARIO)
    positions = iter(range(1000))

    def move() -> None:
        shown.set_lever("reachability", float(next(positions) % 20))

    yield Figure("lever move in the notebook, kernel's side", median_ms(move, 30), "ms", "at most 40 ms")
