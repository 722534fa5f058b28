"""What all tests share: a fixed language, the small scenario, and a browser that sees no network."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.tools.chromium import find_chromium
from workbook.messages import set_language

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "tests/node_modules/axe-core/axe.min.js"
SLOW = float(os.environ.get("WORKBOOK_SLOW", "1"))
"""``WORKBOOK_SLOW=6`` tries the pages as on a machine six times slower: no test may be too impatient for it."""

# Two shared cores make single examples slow now and then; that is no failure.
settings.register_profile("workbook", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("workbook")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what drives a browser or JupyterLab try once more: a busy machine may starve it. The report says so.

    With ``WORKBOOK_SLOW`` nothing is tried again: there, impatience is what is looked for.
    """
    for item in items:
        if SLOW == 1 and {"chromium", "firefox", "address"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch, _cache: Path) -> Iterator[None]:
    """Messages are German unless a test says otherwise, and nobody's own cache is read or filled."""
    monkeypatch.setenv("WORKBOOK_LANG", "de")
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache))
    monkeypatch.delenv("NO_COLOR", raising=False)
    set_language(None)
    yield
    set_language(None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def klein() -> Path:
    """The folder of the small scenario that can be counted by hand."""
    return ROOT / "tests/scenarios/klein"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; its absence is a skip here and a failure where CI runs."""
    path = find_chromium()
    if path is None:
        reason = "no Chromium: run `make test`, or set WORKBOOK_CHROMIUM"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    """One Chromium for all pages of a test process."""
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        # Without a sandbox: in a container one is root, and Chromium refuses to sandbox root.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *quiet])
        if SLOW > 1:
            _slow_down(opened)
        yield opened
        opened.close()


def _slow_down(browser: Any) -> None:
    """Let every page compute as on a machine ``SLOW`` times slower."""
    new_context = browser.new_context

    def slow_context(**options: Any) -> Any:
        context = new_context(**options)
        context.on("page", slow_page)
        return context

    def slow_page(page: Any) -> None:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})

    browser.new_context = slow_context


@pytest.fixture
def page(browser) -> Iterator[object]:
    """A page without network. ``page.asked`` holds every address it asked for, the opened file first."""
    context = browser.new_context(offline=True, locale="de-DE", reduced_motion="reduce")
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, to be handed to ``page.evaluate``."""
    if not AXE.is_file():
        reason = "axe-core is missing: run `make test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The address of a JupyterLab in ``tmp_path / "seminar"`` that knows nothing of this machine's own settings."""
    for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"):
        monkeypatch.setenv(f"JUPYTER_{name}", str(tmp_path / name))
    for name in ("SETTINGS", "WORKSPACES"):
        monkeypatch.setenv(f"JUPYTERLAB_{name}_DIR", str(tmp_path / name))
    log, seminar = tmp_path / "log", tmp_path / "seminar"
    seminar.mkdir()
    with log.open("w", encoding="utf-8") as file:
        server = subprocess.Popen(
            [sys.executable, "-m", "workbook", "lab", "--no-open"], cwd=seminar, stdout=file, stderr=file
        )
    try:
        yield _address(server, log)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=120)


def _address(server: subprocess.Popen, log: Path) -> str:
    for _ in range(1200):
        found = re.search(r"http://127\S+token=\w+", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        assert server.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
