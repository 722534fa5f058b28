"""Opening and running notebooks in a real JupyterLab."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import TimeoutError  # noqa: A004 - the one that Playwright raises

IDLE = "#jp-main-statusbar >> text=/Python 3 .ipykernel. \\| (Leerlauf|Idle)/"
LAST = ".jp-Notebook .jp-Cell.jp-mod-active:not([data-windowed-list-index='0'])"
"""Running all cells leads to the last one."""


IMPATIENT = """AbortSignal.timeout = () => {
  const control = new AbortController();
  setTimeout(() => control.abort());
  return control.signal;
}"""
"""A browser in which anywidget gives up each widget at once, as it does after two seconds on a slow machine."""


def shown(browser: Any, address: str, notebook: str, script: str = "") -> Any:
    """A notebook opened, its kernel idle; ``page.asked`` holds every address that was asked for."""
    page = browser.new_page(viewport={"width": 1500, "height": 1000})
    page.add_init_script(script)
    page.set_default_timeout(60_000)
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    # A workspace of its own: a notebook opened before would come back as a tab, and be run in place of this one.
    space = re.sub(r"\W", "-", notebook)
    page.goto(re.sub(r"/lab/tree/[^?]*", f"/lab/workspaces/{space}/tree/{notebook}", address))
    page.wait_for_selector(IDLE)
    return page


def to_top(page: Any) -> None:
    """Show the first cells; what is far out of sight is not drawn."""
    page.locator(".jp-WindowedPanel-outer").evaluate("outer => { outer.scrollTop = 0; }")


def run_all(page: Any) -> None:
    """Run every cell, and wait until the kernel has begun and then rested for two seconds."""
    for _ in range(3):  # a kernel that is idle may yet be connecting; then nothing is run
        page.locator("#jp-MainMenu .lm-MenuBar-item").nth(3).click()
        page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
        try:
            page.wait_for_selector(IDLE, state="detached", timeout=15_000)
            page.wait_for_selector(LAST, timeout=1_000)
        except TimeoutError:
            continue
        break
    rested = 0
    while rested < 4:  # idle between two cells is not the end
        page.wait_for_selector(IDLE)
        page.wait_for_timeout(500)
        rested = rested + 1 if page.locator(IDLE).count() else 0
