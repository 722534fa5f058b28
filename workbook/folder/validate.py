"""All rules that need more than one part of a folder, in the order in which a person would mend them."""

from __future__ import annotations

from workbook.folder.choices import check_choices
from workbook.folder.cycles import check_cycles
from workbook.folder.draft import Draft
from workbook.folder.names import scope_of
from workbook.folder.quantities import check_quantities
from workbook.folder.story_rules import check_languages, check_story

MAX_STEPS = 5_000
"""Steps of one run; more would make a slider sluggish."""


def validate(draft: Draft) -> None:
    """Report everything that does not fit together, except units."""
    _frame(draft)
    check_languages(draft)
    scope = scope_of(draft)
    check_quantities(draft, scope)
    check_cycles(draft.files["model"], draft.report)
    check_choices(draft, scope)
    check_story(draft, scope)


def _frame(draft: Draft) -> None:
    scenario, time, report = draft.files["scenario"], draft.time, draft.report
    start, now, end = (time.value(name) for name in ("start", "now", "end"))
    if None not in (start, now, end):
        if not start < now < end - 1:
            report("time-order", time.place, start=start, now=now, end=end)
        count = (end - start) * time.value("step", 1)
        if count > MAX_STEPS:
            report("time-long", time.place, start=start, end=end, count=count, limit=MAX_STEPS)
    stand, check_by = scenario.get("stand"), scenario.get("check_by")
    if stand is not None and check_by is not None and check_by.value <= stand.value:
        report("date-order", check_by.place, stand=stand.value, check_by=check_by.value)
    name, folder = scenario.get("id"), draft.folder.resolve().name
    if name is not None and name.value != folder:
        report.warn("folder-id", name.place, id=name.value, folder=folder)
