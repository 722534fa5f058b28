"""Open what a tool made as a person would, move its levers, and measure."""

from __future__ import annotations

import contextlib
import functools
import http.server
import statistics
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.compare import model

PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
MOVES = 50
PARTS = ("levers", "chart", "sentence")


@dataclass(frozen=True)
class Hand:
    """How the levers of a tool are found and moved."""

    levers: str = "[role=slider], input[type=range]"
    charts: str = ".js-plotly-plot"
    texts: str | None = None
    mouse: bool = False
    ready: str = "html"
    """What is there when a page has done all that it does at its start."""
    before: str = ""
    """What a page is told before it opens, such as that the introduction was seen."""


@dataclass
class Measured:
    """What was seen; times in milliseconds."""

    shown: list[bool]
    works: bool = False
    still: list[str] = field(default_factory=list)
    """What did not change with a lever."""
    asked: dict[str, int] = field(default_factory=dict)
    opened: float | None = None
    moves: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    """Whether the model's numbers were drawn after one lever was moved, and after a second one."""

    @property
    def median(self) -> float:
        return statistics.median(self.moves)

    @property
    def p95(self) -> float:
        return sorted(self.moves)[int(0.95 * len(self.moves))]


Numbers = Callable[[Any, dict[str, float]], bool]


def measure(browser: Any, address: str, hand: Hand, numbers: Numbers, patience: float) -> Measured:
    """Five times open to the first life, then move the levers of the last one."""
    opened = []
    for _ in range(5):
        with _page(browser, address, hand) as (page, asked):
            if not _wait_for_life(page, patience, hand.ready):
                return Measured(page.evaluate("() => probe.alive()"), asked=asked)
            opened.append(page.evaluate("() => probe.first"))
            if len(opened) == 5:
                seen = Measured([True] * 3, asked=asked, opened=statistics.median(opened))
                _move(page, hand, seen, numbers)
                return seen
    raise AssertionError


@contextlib.contextmanager
def _page(browser: Any, address: str, hand: Hand) -> Iterator[tuple[Any, dict[str, int]]]:
    local = address.startswith("http://127.0.0.1")
    context = browser.new_context(offline=not local, locale="de-DE", viewport={"width": 1280, "height": 1000})
    asked: dict[str, int] = {}

    def count(request: Any) -> None:
        outside = request.url.startswith(("http", "ws")) and not request.url.startswith("http://127.0.0.1")
        # Beside an opened file further files may be asked for; a browser refuses scripts from there.
        if outside or (request.url.startswith("file:") and request.url.partition("#")[0] != address):
            kind = f"{request.resource_type}{'' if outside else ' beside it'}"
            asked[kind] = asked.get(kind, 0) + 1

    context.on("request", count)
    if local:
        context.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    own = {"levers": hand.levers, "charts": hand.charts, "texts": hand.texts}
    context.add_init_script(f"const OWN = {own!r};".replace("None", "null") + PROBE + hand.before)
    page = context.new_page()
    page.goto(address, wait_until="commit")
    yield page, asked
    context.close()


def _wait_for_life(page: Any, patience: float, ready: str) -> bool:
    from playwright.sync_api import TimeoutError as TooLateError

    try:
        page.wait_for_function("() => globalThis.probe?.first", timeout=1000 * patience)
    except TooLateError:
        return False
    page.wait_for_selector(ready, state="attached")
    page.wait_for_timeout(1500)
    return True


def _move(page: Any, hand: Hand, seen: Measured, numbers: Numbers) -> None:
    names = list(model.LEVERS)
    at = {name: lever[4] for name, lever in model.LEVERS.items()}
    # Two levers first, while all others stand at their defaults.
    for name in names:
        at[name] += model.LEVERS[name][3]
        seen.works = _step(page, hand, name, at[name], seen, up=True)
        if not seen.works:
            return
        page.wait_for_timeout(600)
        if len(seen.right) < 2:
            seen.right.append(numbers(page, at))
    seen.moves.clear()
    for n in range(MOVES):
        name, up = names[n % 4], n // 4 % 2 == 0
        # Beside the defaults: there, a tool that moves one lever at a time draws the same for each of them.
        at[name] += model.LEVERS[name][3] * (1 if up else -1)
        _step(page, hand, name, at[name], seen, up=up)
        page.wait_for_timeout(250)
    seen.works = bool(seen.moves)


def _step(page: Any, hand: Hand, name: str, value: float, seen: Measured, *, up: bool) -> bool:
    """One step of one lever by keyboard, or by mouse where a tool's levers know no keyboard."""
    lever = list(model.LEVERS).index(name)
    if hand.mouse:
        _, low, high, _, _ = model.LEVERS[name]
        box = page.evaluate("(i) => probe.levers()[i].getBoundingClientRect().toJSON()", lever)
        page.evaluate("() => probe.expect(5000)")
        # The rail has half a grip of room at both ends.
        across = box["x"] + 8 + (value - low) / (high - low) * (box["width"] - 16)
        page.mouse.click(across, box["y"] + box["height"] / 2)
    else:
        page.evaluate("(i) => probe.levers()[i].focus()", lever)
        page.evaluate("() => probe.expect(5000)")
        page.keyboard.press("ArrowRight" if up else "ArrowLeft")
    page.wait_for_function("() => probe.moved")
    moved = page.evaluate("() => probe.moved")
    seen.still = [part for part, changed in zip(PARTS[1:], moved["changed"], strict=True) if not changed]
    if not seen.still:
        seen.moves.append(moved["ms"])
    return not seen.still


def plotly_numbers(page: Any, levers: dict[str, float]) -> bool:
    """Whether the four lines drawn are the model's."""
    drawn = page.evaluate("() => probe.numbers()")
    wanted = list(model.lines(**levers).values())
    return len(drawn) == len(wanted) and all(
        abs(a - b) <= 1e-9 * max(1, abs(b))
        for x, y in zip(drawn, wanted, strict=True)
        for a, b in zip(x, y, strict=True)
    )


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a port of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
