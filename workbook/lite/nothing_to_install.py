"""Stand-ins for the installers of the kernel: in this site all that there is is there from the start.

The kernel asks for ``micropip`` and ``piplite`` when it starts; the real ones would turn to a registry.
"""

from __future__ import annotations

from pathlib import Path

from workbook.lite.wheels import Wheel, made

_SAID = (
    "Hier lässt sich nichts nachinstallieren: Diese Seite fragt keinen anderen Rechner.\\n"
    "Nothing can be installed here: this site asks no other host."
)

_CODE = f'''"""Stands in for an installer: nothing is fetched from anywhere."""

_PIPLITE_DISABLE_PYPI = True
_PIPLITE_URLS = []


async def install(*names, **options):
    """Say that nothing can be installed."""
    print("{_SAID}")
'''

_CLI = f'''"""Answers ``%pip``."""


async def get_transformed_code(argv):
    """What is run in its place."""
    return """print({_SAID!r})"""
'''


def stand_ins(folder: Path) -> list[Wheel]:
    """Both as wheels."""
    package = {
        "piplite/__init__.py": "from .piplite import install\n",
        "piplite/piplite.py": _CODE,
        "piplite/cli.py": _CLI,
    }
    return [made("micropip", folder, {"micropip.py": _CODE}), made("piplite", folder, package)]
