"""The page in a real browser, and the explorer on the kernel's side."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import workbook as wb
from tests.bench.engine import SCENARIO
from tests.bench.measure import Figure, median_ms
from tests.tools.chromium import find_chromium

MOVES = """async () => {
  const sliders = [...document.querySelectorAll('.lever input[type=range]')];
  const frames = [], scripts = [];
  for (let n = 0; n < 60; n++) {
    const slider = sliders[n % sliders.length];
    slider.value = (Number(slider.value) + 1) % (Number(slider.max) + 1);
    const begin = performance.now();
    slider.dispatchEvent(new Event('input', {bubbles: true}));
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


def figures() -> Iterator[Figure]:
    """All figures of this file."""
    yield from page()
    yield from explorer()


def page() -> Iterator[Figure]:
    """Export, size, open, move."""
    from playwright.sync_api import sync_playwright

    from workbook.export import export_html

    book = wb.load(SCENARIO)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        yield Figure("export of the page", median_ms(lambda: export_html(book, path), 5) / 1000, "s", "at most 3 s")
        yield Figure("size of the page, two languages", path.stat().st_size / 1e6, "MB", "at most 1.8 MB")
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        alive: list[float] = []
        for _ in range(5):
            opened = browser.new_page(viewport={"width": 1280, "height": 900})
            opened.goto(path.as_uri())
            opened.wait_for_selector("html[data-bands=yes]")
            alive.append(opened.evaluate("() => globalThis.workbookPage.alive"))
            if len(alive) < 5:
                opened.close()
        yield Figure("open to alive, Chromium", statistics.median(alive), "ms", "at most 1000 ms")
        opened.evaluate(MOVES)
        frames = sorted(opened.evaluate(MOVES))
        yield Figure(
            "lever move: new numbers for 500 futures and the story, Chromium",
            statistics.median(opened.evaluate(NUMBERS)), "ms", "at most 16 ms",
        )  # fmt: skip
        yield Figure("lever move to a painted frame, Chromium", statistics.median(frames), "ms", "at most 60 ms")
        yield Figure("the same, 95 of 100", frames[int(0.95 * len(frames))], "ms")
        browser.close()


def explorer() -> Iterator[Figure]:
    """A lever moved in the notebook, without the browser's part."""
    shown = wb.explore(SCENARIO)
    positions = iter(range(1000))

    def move() -> None:
        shown.set_lever("reachability", float(next(positions) % 20))

    yield Figure("lever move in the notebook, kernel's side", median_ms(move, 30), "ms", "at most 40 ms")
