"""A Chromium of this machine: where it is, or what to install when there is none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from workbook.errors import WorkbookError

VARIABLE = "WORKBOOK_CHROMIUM"

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser", "brave", "vivaldi",
)  # fmt: skip
_PLACES = {
    "darwin": (
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Brave Browser.app/Contents/MacOS/Brave Browser",
        "Vivaldi.app/Contents/MacOS/Vivaldi",
    ),
    "win32": (
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
        "BraveSoftware/Brave-Browser/Application/brave.exe",
        "Vivaldi/Application/vivaldi.exe",
    ),
    "linux": (
        "snap/bin/chromium",
        "opt/google/chrome/chrome",
        "opt/microsoft/msedge/msedge",
        "var/lib/flatpak/exports/bin/org.chromium.Chromium",
        "var/lib/flatpak/exports/bin/com.google.Chrome",
    ),
}


class BrowserError(WorkbookError):
    """No browser to print with, or one that failed."""


def find_browser() -> str | None:
    """The path of a Chromium, Chrome, Edge or the like; None when there is none.

    ``WORKBOOK_CHROMIUM`` names one; when there is nothing at its place, no other is taken instead.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given if Path(given).is_file() else None
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((str(place) for place in _places(sys.platform) if place.is_file()), None)


def _places(system: str) -> Iterator[Path]:
    """Where installers put browsers that are in no PATH."""
    if system == "darwin":
        roots = [Path("/Applications"), Path.home() / "Applications"]
    elif system == "win32":
        named = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        roots = [Path(root) for root in named if root]
    else:
        roots = [Path("/")]
    for place in _PLACES.get(system, _PLACES["linux"]):
        yield from (root / place for root in roots)


def browser_path() -> str:
    """As :func:`find_browser`; its absence is told with what to install.

    Raises
    ------
    BrowserError
        When there is none.
    """
    found = find_browser()
    if found is not None:
        return found
    given = os.environ.get(VARIABLE)
    if given:
        raise BrowserError("browser-place", variable=VARIABLE, place=given)
    system = {"darwin": "mac", "win32": "windows"}.get(sys.platform, "linux")
    raise BrowserError(f"browser-missing-{system}", variable=VARIABLE)
