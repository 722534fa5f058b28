"""``make compare``: the small model through several tools. ``--write FILE`` puts the table into its section there."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.compare import makers, servers
from tests.bench.compare.drive import MOVES, PARTS, Hand, Measured, Numbers, measure, plotly_numbers, served
from tests.bench.compare.servers import Serving
from tests.bench.section import write_section
from tests.browser.conftest import KNOWS_ITS_WAY
from tests.tools.chromium import find_chromium

HEAD = """## Beside other tools

The same small model through each tool: four levers, four lines over 16 years, one sentence that depends on them. Our
page also computes bands of 500 futures and a story at each move. Opened in Chromium as a file, with the network off.

- *Alive*: levers, chart and sentence are there, and a lever changes both chart and sentence.
- *Open to alive*: the first frame with all three, median of 5. *Per move*: from the key or the mouse to the painted
  frame with new chart and new sentence, median and 95 of 100, of 50 moves; one without effect within 5 s is lost.
- *Together*: two levers moved one after the other draw exactly the numbers of the model.
- What is not alive as a file was opened once more from a server on the same machine, still without internet. The last
  two lines need a server with a running Python; they also show that the measurement knows a living page of each kind.

Measured by `make compare`, which installs the other tools for the time of measuring only:
{versions}.

| tool | size | asks for | alive as a file | open to alive | per move | together | alive from a local server |
|---|---|---|---|---|---|---|---|
"""

OURS = Hand(
    levers="[id^=lever-][type=range]",
    charts=".canvas",
    texts="#live",
    ready="html[data-alive][data-bands]",
    before=KNOWS_ITS_WAY,
)
WIDGETS = Hand()
PLOTLY = Hand(levers=".slider-rail-touch-rect", mouse=True)


TOGETHER = {
    (True, True): "yes",
    (True, False): "no: one lever at a time",
    (False, True): "wrong numbers",
    (False, False): "wrong numbers",
}


@dataclass(frozen=True)
class Candidate:
    name: str
    make: Callable[[Path], Path] | None = None
    hand: Hand = WIDGETS
    patience: float = 15
    serve: Serving | None = None
    """Instead of ``make``, for a tool that needs a server with a kernel."""


CANDIDATES = (
    Candidate("**this workbook**, page", makers.our_page, OURS),
    Candidate("nbconvert html, ipywidgets", makers.nbconvert_html),
    Candidate("nbconvert slides, ipywidgets", makers.nbconvert_slides),
    Candidate("Plotly `write_html`, own sliders", makers.plotly_sliders, PLOTLY),
    Candidate("marimo html", makers.marimo_html),
    Candidate("marimo html-wasm", makers.marimo_wasm, patience=30),
    Candidate("marimo html-wasm `--offline`", makers.marimo_offline, patience=30),
    Candidate("Voici", makers.voici, patience=30),
    Candidate("Quarto html", makers.quarto),
    Candidate("`marimo run`, a server with a kernel", patience=60, serve=servers.marimo),
    Candidate("Voilà, a server with a kernel", patience=60, serve=servers.voila),
)


def numbers_of(candidate: Candidate, folder: Path) -> Numbers:
    """How to read what is drawn: from Plotly, or by our run code, which stands for all numbers of a run."""
    if candidate.hand != OURS:
        return plotly_numbers

    import workbook as wb

    book = wb.load(folder.parent / "scenario/klein")

    def right(page: Any, levers: dict[str, float]) -> bool:
        run = book.run(levers=levers)
        drawn = page.evaluate("() => document.querySelector('.canvas').data[3].y")
        first = next(iter(book.scenario.indicators))
        wanted = [run.trajectories.yearly(first, year) for year in book.scenario.time.years]
        near = all(abs(a - b) <= 1e-9 * max(1, abs(b)) for a, b in zip(drawn, wanted, strict=True))
        return near and page.locator("#code").inner_text() == run.code

    return right


def row(candidate: Candidate, browser: Any, folder: Path) -> str:
    """One line of the table."""
    folder.mkdir()
    try:
        cells = from_server(candidate, browser, folder) if candidate.serve else from_file(candidate, browser, folder)
    except makers.NotHereError as problem:
        cells = [f"could not be made here: {problem}", *[""] * 6]
    return f"| {' | '.join([candidate.name, *cells])} |"


def from_file(candidate: Candidate, browser: Any, folder: Path) -> list[str]:
    """Opened as a file; what is then not alive, from a server that only hands out the files."""
    entry = candidate.make(folder)
    root = folder / "out" if (folder / "out").is_dir() else folder
    files = [path for path in root.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    numbers = numbers_of(candidate, folder)
    seen = measure(browser, entry.as_uri(), candidate.hand, numbers, candidate.patience)
    second = "–"
    if not seen.works:
        with served(root) as address:
            place = f"{address}/{entry.relative_to(root).as_posix()}"
            second = life(measure(browser, place, candidate.hand, numbers, candidate.patience))
    return [
        f"{size:.1f} MB, {len(files)} file{'s' * (len(files) > 1)}",
        asked_by(seen),
        life(seen),
        *told(seen),
        second,
    ]


def from_server(candidate: Candidate, browser: Any, folder: Path) -> list[str]:
    """Alive as long as a kernel runs on the other side."""
    with candidate.serve(folder) as address:
        seen = measure(browser, address, candidate.hand, plotly_numbers, candidate.patience)
    return ["–", asked_by(seen), "no file", *told(seen), life(seen)]


def asked_by(seen: Measured) -> str:
    """What was asked for outside, by kind."""
    return ", ".join(f"{n} {kind}" for kind, n in sorted(seen.asked.items())) or "nothing"


def told(seen: Measured) -> list[str]:
    """Times and numbers of what is alive."""
    if not seen.works:
        return ["–"] * 3
    lost = MOVES - len(seen.moves)
    moves = f"{seen.median:.0f} ms, {seen.p95:.0f} ms" + (f", {lost} lost" if lost else "")
    return [f"{seen.opened:.0f} ms", moves, TOGETHER[tuple(seen.right)]]


def life(seen: Measured) -> str:
    """Yes, or what is missing."""
    if seen.works:
        return "yes"
    missing = [part for part, there in zip(PARTS, seen.shown, strict=True) if not there]
    return f"no {', no '.join(missing)}" if missing else f"no: a lever changes no {', no '.join(seen.still)}"


def write(path: Path, lines: list[str], versions: str) -> None:
    """Put the table into its section."""
    write_section(path, HEAD.format(versions=versions) + "\n".join(lines), "make compare")


def main() -> None:
    """Make, open, move, print; write when asked."""
    parser = argparse.ArgumentParser(prog="make compare")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--only", help="part of a tool's name")
    arguments = parser.parse_args()
    from playwright.sync_api import sync_playwright

    lines = []
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        stack.callback(browser.close)
        for place, candidate in enumerate(CANDIDATES):
            if arguments.only is None or arguments.only.lower() in candidate.name.lower():
                lines.append(row(candidate, browser, folder / f"candidate-{place}"))
                sys.stdout.write(lines[-1] + "\n")
                sys.stdout.flush()
        known = ", ".join([*makers.versions(folder), f"Chromium {browser.version.partition('.')[0]}"])
    if arguments.write and arguments.only is None:
        write(arguments.write, lines, known)


if __name__ == "__main__":
    main()
