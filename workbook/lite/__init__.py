"""The notebooks as a site in which Python itself runs in the browser: JupyterLite with Pyodide, nothing from elsewhere.

::

    core         Pyodide: from a folder that is given, else from npm, kept in the user's cache
    wheels       installed distributions and this package -> wheels of pure Python
    lock         wheels -> what Pyodide is told about them
    nothing_to_install                             stand-ins for the kernel's installers
    before       what needs NumPy, worked out beforehand
    configured   the settings of the site: language, kernel, no request to other hosts
    site         all together
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbook.lite.site import write_lite

__all__ = ["write_lite"]


def __getattr__(name: str) -> Any:
    if name == "write_lite":
        from workbook.lite.site import write_lite

        return write_lite
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
