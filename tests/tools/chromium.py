"""Find a Chromium for the browser tests, or install Debian's when none is there.

Playwright's own browser is not used: it is a download from outside the package registries.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from workbook.browser import find_browser as find_chromium

__all__ = ["find_chromium", "install_chromium"]

_ADVICE = (
    "Für die Browser-Tests fehlt Chromium oder Chrome. Bitte installieren, oder den Pfad in der Variablen\n"
    "WORKBOOK_CHROMIUM angeben.\n"
    "The browser tests need Chromium or Chrome. Please install one, or give its path in the variable\n"
    "WORKBOOK_CHROMIUM."
)


def install_chromium() -> bool:
    """Install Debian's package; False where there is no apt or no right to use it."""
    if shutil.which("apt-get") is None:
        return False
    root = os.geteuid() == 0
    if not root and shutil.which("sudo") is None:
        return False
    prefix = [] if root else ["sudo"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run([*prefix, "apt-get", *command], env=environment, check=False).returncode:
            return False
    return True


def main() -> int:
    if find_chromium() or (install_chromium() and find_chromium()):
        return 0
    sys.stderr.write(_ADVICE + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
