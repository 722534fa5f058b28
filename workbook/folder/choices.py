"""Rules for what people choose and what is promised: decisions, worlds, checks, the first three minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbook.errors import nearest
from workbook.folder.draft import Draft
from workbook.folder.names import Scope
from workbook.folder.quantities import check_setting, inner
from workbook.folder.shapes import Fields, Leaf

BASELINE = "weiter-so"
"""Id of the first world of each scenario, in which nothing is moved."""


def check_choices(draft: Draft, scope: Scope) -> None:
    """Report every broken rule of decisions.yaml, worlds.yaml and checks.yaml."""
    for _, decision in inner(draft.files["decisions"]):
        _decision(decision, draft)
    _worlds(draft, scope)
    for _, check in inner(draft.files["checks"]):
        _check(check, draft, scope)
    _guide(draft.files["scenario"].under("guide"), draft)


def _guide(guide: Fields, draft: Draft) -> None:
    lever, to, indicator, levers = guide.get("lever"), guide.get("to"), guide.get("indicator"), draft.files["levers"]
    if lever is not None and lever.value not in levers.keys_at and "levers" not in draft.broken:
        near = nearest(lever.value, levers.keys_at)
        draft.report("lever-unknown", lever.place, name=lever.value, nearest=near, allowed=list(levers.keys_at))
    if lever is not None and to is not None and lever.value in levers:
        check_setting(lever.value, to, levers.under(lever.value), draft.report)
    known = draft.files["indicators"].keys_at
    if indicator is not None and indicator.value not in known and "indicators" not in draft.broken:
        near = nearest(indicator.value, known)
        draft.report("indicator-unknown", indicator.place, name=indicator.value, nearest=near, allowed=list(known))


def _decision(decision: Fields, draft: Draft) -> None:
    year, default, report = decision.get("year"), decision.get("default"), draft.report
    options = list(decision.under("options").keys_at)
    if default is not None and options and default.value not in options:
        near = nearest(default.value, options)
        report("decision-default", default.place, name=default.value, nearest=near, allowed=options)
    horizon = draft.horizon
    if year is not None and horizon is not None:
        _, now, end = horizon
        if not now < year.value < end:
            report("decision-year", year.place, year=year.value, low=now + 1, high=end - 1)
        else:
            years = [c.value("year") for c in draft.chapters if "year" in c]
            if years and max(years) < year.value and "story" not in draft.broken:
                report("decision-unasked", year.place, year=year.value, last=max(years))
    for _, option in inner(decision, "options"):
        _option(option, draft)


def _option(option: Fields, draft: Draft) -> None:
    change, put, levers = option.under("change"), option.under("set"), draft.files["levers"]
    for name in put.keys_at:
        if name in change.keys_at:
            draft.report("option-twice", put.where(name), name=name)
    for group in (change, put):
        check_levers(group, draft)
    for name, leaf in put.items():
        if name in levers:
            check_setting(name, leaf, levers.under(name), draft.report)
    for name, leaf in change.items():
        span = levers.under(name).value("range") if name in levers else None
        if span is not None and abs(leaf.value) > span[1] - span[0]:
            values = {"name": name, "value": leaf.value, "low": span[0], "high": span[1]}
            draft.report("option-change", leaf.place, **values)


def check_levers(names: Fields, draft: Draft) -> None:
    """Report levers that do not exist."""
    levers = draft.files["levers"]
    if "levers" in draft.broken:
        return
    for name, place in names.keys_at.items():
        if name not in levers.keys_at:
            near = nearest(name, levers.keys_at)
            draft.report("lever-unknown", place, name=name, nearest=near, allowed=list(levers.keys_at))


def _worlds(draft: Draft, scope: Scope) -> None:
    worlds = draft.files["worlds"]
    for name, world in inner(worlds):
        settings = world.under("levers")
        _settings(settings, draft)
        _options(world.under("choices"), scope)
        if name == next(iter(worlds.keys_at)) and not _is_baseline(name, world, draft):
            draft.report("world-baseline", worlds.where(name))


def _is_baseline(name: str, world: Fields, draft: Draft) -> bool:
    levers, decisions = draft.files["levers"], draft.files["decisions"]
    settings, choices = world.under("levers"), world.under("choices")
    return (
        name == BASELINE
        and all(_same(levers, key, "default", leaf) for key, leaf in settings.items())
        and all(_same(decisions, key, "default", leaf) for key, leaf in choices.items())
    )


def _same(group: Fields, key: str, field: str, leaf: Leaf[object]) -> bool:
    """Whether a choice is the default; what is unknown is reported elsewhere."""
    return key not in group or group.under(key).value(field, leaf.value) == leaf.value


def _settings(settings: Fields, draft: Draft) -> None:
    check_levers(settings, draft)
    levers = draft.files["levers"]
    for key, leaf in settings.items():
        if key in levers:
            check_setting(key, leaf, levers.under(key), draft.report)


def _options(choices: Fields, scope: Scope) -> None:
    for decision, leaf in choices.items():
        scope.option(decision, leaf.value, choices.where(decision), leaf.place)


def _check(check: Fields, draft: Draft, scope: Scope) -> None:
    report = draft.report
    ordering = "value" in check.keys_at or "rising" in check.keys_at
    both = "value" in check.keys_at and "rising" in check.keys_at
    if ordering == ("holds" in check.keys_at) or ordering != both:
        report("check-form", check.place)
    if ordering:
        for key in ("worlds", "extreme"):
            if key in check.keys_at:
                report("check-extra", check.where(key), key=key)
    scope.check(check.get("holds"), "story")
    scope.check(check.get("value"), "story")
    _known_worlds((*check.listed("worlds"), *check.listed("rising")), draft)
    low, high = scope.horizon
    for leaf in check.listed("years"):
        if not low <= leaf.value <= high:
            report("year-outside", leaf.place, year=leaf.value, low=low, high=high)
    _settings(check.under("levers"), draft)
    _options(check.under("choices"), scope)
    _constants(check.under("constants"), draft)


def _known_worlds(leaves: Iterable[Leaf[str]], draft: Draft) -> None:
    worlds: Mapping[str, object] = draft.files["worlds"].keys_at
    for leaf in leaves:
        if leaf.value not in worlds and "worlds" not in draft.broken:
            near = nearest(leaf.value, worlds)
            draft.report("world-unknown", leaf.place, name=leaf.value, nearest=near, allowed=list(worlds))


def _constants(values: Fields, draft: Draft) -> None:
    constants = draft.files["model"].under("constants")
    for name, place in values.keys_at.items():
        if name not in constants.keys_at and "model" not in draft.broken:
            near = nearest(name, constants.keys_at)
            draft.report("constant-unknown", place, name=name, nearest=near)
