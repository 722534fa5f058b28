"""Find a Firefox for the tests of the second engine, or install Debian's where that needs no password.

The page must work in Firefox; a machine without one runs all other tests and skips these.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("firefox-esr", "firefox")
_PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
)
_ADVICE = (
    "Ohne Firefox werden die Tests der zweiten Browser-Engine übersprungen. Dafür bitte Firefox 153 oder neuer\n"
    "installieren (Debian: apt install firefox-esr) oder den Pfad in der Variablen WORKBOOK_FIREFOX angeben.\n"
    "Without Firefox the tests of the second browser engine are skipped. To run them, please install Firefox 153 or\n"
    "newer (Debian: apt install firefox-esr), or give its path in the variable WORKBOOK_FIREFOX."
)


def find_firefox() -> str | None:
    """The path of a Firefox, or None."""
    given = os.environ.get("WORKBOOK_FIREFOX")
    if given:
        return given if Path(given).is_file() else None
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def install_firefox() -> bool:
    """Install Debian's package; False where there is no apt, no such package or no right to use it."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "firefox-esr"]):
        if subprocess.run(["apt-get", *command], env=environment, check=False).returncode:
            return False
    return True


def main() -> int:
    """Never a failure: the tests themselves say that they were skipped."""
    if not find_firefox() and not (install_firefox() and find_firefox()):
        sys.stderr.write(_ADVICE + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
