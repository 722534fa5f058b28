"""What notebooks show and only NumPy can compute, worked out here: the map of each story, its links, its units."""

from __future__ import annotations

import json
from dataclasses import astuple
from pathlib import Path

from workbook.beforehand import FOLDER
from workbook.branches import branches_of
from workbook.causal import causes_of
from workbook.folder import load
from workbook.folder.draft import read_folder
from workbook.folder.modules import include
from workbook.folder.unit_cache import key_of
from workbook.model import Scenario


def files_of(folder: Path) -> dict[str, bytes]:
    """The files for one scenario folder, by their path in the package.

    Raises
    ------
    ScenarioError
        When the folder has a problem.
    """
    scenario = load(folder)
    draft = read_folder(folder)
    include(draft)
    text = json.dumps(parts_of(scenario), separators=(",", ":"))
    return {
        f"{FOLDER}/{scenario.fingerprint}.json": text.encode(),
        f"{FOLDER}/units/{key_of(draft.digest)}": b"",
    }


def parts_of(scenario: Scenario) -> dict[str, object]:
    """The parts that :func:`workbook.beforehand.worked_out` is asked for."""
    branches, causes = branches_of(scenario), causes_of(scenario)
    return {
        "branches": [branches.plays, branches.scenes, branches.ways],
        "links": [astuple(link) for link in causes.links.values()],
        "circles": causes.counted,
    }
