"""Where each constant comes from, for the page's list: labels, notes, units, grades, sources; and who contests one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbook.folder.files import FIRST_YEAR, LAST_YEAR
from workbook.model import Constant, Scenario
from workbook.variant import Variant
from workbook.wording import unit_text

CORE = "_"
"""How the file of a constant begins that the scenarios share."""


def numbers_of(scenario: Scenario) -> dict[str, Any]:
    """The constants in the order of the folder, and the observed series that drive the model; no values."""
    constants = scenario.constants.values()
    units = list(dict.fromkeys(c.unit for c in constants))

    def each(words: Callable[[str], list[str]]) -> dict[str, list[str]]:
        return {lang: words(lang) for lang in scenario.languages}

    return {
        "labels": each(lambda lang: [c.label[lang] for c in constants]),
        "notes": each(lambda lang: [c.note[lang] if c.note else "" for c in constants]),
        "units": each(lambda lang: [unit_text(unit, lang) for unit in units]),
        "one": each(lambda lang: [unit_text(unit, lang, one=True) for unit in units]),
        "dates": [k for k, c in enumerate(constants) if is_date(c)],
        "unit": [units.index(c.unit) for c in constants],
        "grade": [c.grade for c in constants],
        "source": [c.source for c in constants],
        "shared": [int(c.place.file.startswith(CORE)) for c in constants],
        "inputs": [
            {
                "label": {lang: i.label[lang] for lang in scenario.languages},
                "sources": list(dict.fromkeys(o.source for o in scenario.series[i.series].observations)),
                "years": [scenario.series[i.series].observations[end].year for end in (0, -1)],
            }
            for i in scenario.inputs.values()
        ],
    }


def is_date(constant: Constant) -> bool:
    """Whether a constant is a year of the calendar: nobody writes 2.025 years."""
    return constant.unit in ("year", "years") and constant.value in range(FIRST_YEAR, LAST_YEAR + 1)


def contested_of(scenario: Scenario, contested: Variant | None) -> dict[str, Any] | None:
    """The objections whose values a scenario already has; None for one as its authors wrote it."""
    if contested is None:
        return None
    return {
        "name": contested.name,
        "objections": [
            {
                "constant": o.constant, "value": o.value, "instead": o.instead, "reason": o.reason, "person": o.person,
                "label": {lang: scenario.constants[o.constant].label[lang] for lang in scenario.languages},
                "unit": {lang: unit_text(scenario.constants[o.constant].unit, lang) for lang in scenario.languages},
            }
            for o in contested.objections
        ],
    }  # fmt: skip
