"""What was worked out beforehand, for a Python without NumPy: the map and the links of the scenarios that ship.

:mod:`workbook.lite` puts the files beside this one into the package that a browser loads; elsewhere there are none.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbook.errors import UsageError
from workbook.model import Scenario

FOLDER = "worked_out"


def worked_out(scenario: Scenario, part: str) -> Any:
    """A part of what is known of a scenario with these numbers and scenes.

    Raises
    ------
    UsageError
        For a scenario that did not ship, and where nothing was worked out.
    """
    path = Path(__file__).with_name(FOLDER) / f"{scenario.fingerprint}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))[part]
    except (OSError, ValueError, KeyError):
        raise UsageError("usage-needs-numpy") from None
