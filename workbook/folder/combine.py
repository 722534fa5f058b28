"""Several scenarios -> one: ``ki-for-good+haushalt-unter-druck``.

In: drafts that are whole, modules included. What several of them have must be the same; what only
one has is added. All move the shared core through its ports: where more than one has put a variable
of its own, factors (neutral 1) are multiplied and terms (neutral 0) are added. Worlds of the same
name are put together, the stories are told year by year, and each scenario's endings close it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from workbook.errors import UsageError
from workbook.expr.nodes import Arithmetic, ArithmeticOp
from workbook.folder.draft import ENDING, Draft
from workbook.folder.modules import MARK
from workbook.folder.shapes import Fields, Items, Leaf
from workbook.text import Text

SIGN = "+"
"""Between the ids of scenarios that are told together."""

_JOINED: dict[float, tuple[ArithmeticOp, str]] = {1: ("*", " * "), 0: ("+", " + ")}
"""How the variables behind a port go together, by its neutral value."""

_FOR_READERS = frozenset({"label", "help", "text", "note", "group", "question"})


def combine(drafts: Sequence[Draft]) -> Draft:
    """One draft of several.

    Raises
    ------
    UsageError
        When the horizons differ or no language is shared.
    """
    first = drafts[0]
    result = Draft(first.folder, ports=first.ports)
    for draft in drafts:
        result.report.problems += draft.report.problems
        result.broken |= draft.broken
        result.series |= draft.series
        result.ports |= draft.ports
    result.digest = hashlib.sha256("".join(draft.digest for draft in drafts).encode("ascii")).hexdigest()
    result.files["scenario"] = _frame(drafts)
    for name in ("levers", "indicators", "decisions", "sources", "facts"):
        result.files[name] = _union(result, [draft.files[name] for draft in drafts])
    # What a scenario promises of its worlds it promises of itself alone; the promises of the core stay.
    result.files["checks"] = _union(result, [_shared(draft.files["checks"]) for draft in drafts])
    result.files["model"] = _model(result, drafts)
    result.files["worlds"] = _worlds(drafts)
    _story(result, drafts)
    return result


def _frame(drafts: Sequence[Draft]) -> Fields:
    frames = [draft.files["scenario"] for draft in drafts]
    first, ids = frames[0], [frame.value("id") for frame in frames]
    if any(_bare(frame.under("time")) != _bare(first.under("time")) for frame in frames):
        raise UsageError("combine-time", names=ids)
    languages = [lang for lang in drafts[0].languages if all(lang in draft.languages for draft in drafts)]
    if not languages:
        raise UsageError("combine-languages", names=ids)
    values = dict(first.values_by_key)
    values["id"] = Leaf(SIGN.join(ids), first.where("id"))
    values["languages"] = Items(tuple(Leaf(lang, first.where("languages")) for lang in languages), first.place)
    values["title"] = Leaf(_joined([frame.value("title") for frame in frames], " + "), first.where("title"))
    values["summary"] = Leaf(_joined([frame.value("summary") for frame in frames], " "), first.where("summary"))
    values["check_by"] = min((frame["check_by"] for frame in frames), key=lambda leaf: leaf.value)
    values["voices"] = _first_of([frame.under("voices") for frame in frames])
    for key in ("authors", "units"):
        leaves = {leaf.value: leaf for frame in frames for leaf in frame.listed(key)}
        values[key] = Items(tuple(leaves.values()), first.where(key))
    return Fields(first.place, values, first.keys_at)


def _joined(texts: Sequence[Text], joint: str) -> Text:
    return Text(tuple((lang, joint.join(text[lang] for text in texts)) for lang in texts[0]))


def _first_of(groups: Sequence[Fields]) -> Fields:
    """All names; of several with one name the first."""
    merged = Fields(groups[0].place)
    for group in groups:
        for name, value in group.items():
            merged.values_by_key.setdefault(name, value)
            merged.keys_at.setdefault(name, group.where(name))
    return merged


def _union(result: Draft, groups: Sequence[Fields]) -> Fields:
    """All names; what several groups have must be the same, apart from words for readers."""
    merged = _first_of(groups)
    for group in groups:
        for name, value in group.items():
            if _bare(merged[name]) != _bare(value):
                result.report("combine-differs", group.where(name), name=name, first=str(merged.where(name)))
    return merged


def _bare(value: Any) -> Any:
    """What was read, without places and without words for readers."""
    if isinstance(value, Fields):
        return [(key, _bare(inner)) for key, inner in value.items() if key not in _FOR_READERS]
    if isinstance(value, Items):
        return [_bare(item) for item in value]
    return value.value if isinstance(value, Leaf) else value


def _shared(checks: Fields) -> Fields:
    kept = {name: check for name, check in checks.items() if checks.where(name).file.startswith(MARK)}
    return Fields(checks.place, kept, {name: checks.where(name) for name in kept})


def _model(result: Draft, drafts: Sequence[Draft]) -> Fields:
    models = [draft.files["model"] for draft in drafts]
    taken = {name for draft in drafts for name in result.ports if name not in draft.files["model"].under("constants")}
    several = [name for name in result.ports if sum(name in model.under("variables") for model in models) > 1]
    merged: dict[str, Any] = {}
    for group in ("constants", "inputs", "stocks", "variables", "loops"):
        hidden = taken if group == "constants" else several
        merged[group] = _union(result, [_without(model.under(group), hidden) for model in models])
    variables = merged["variables"]
    for name in several:
        parts = [model.under("variables").under(name) for model in models if name in model.under("variables")]
        neutral = result.ports[name].value("value")
        if neutral not in _JOINED:
            result.report("combine-differs", parts[1].place, name=name, first=str(parts[0].place))
            continue
        variables.values_by_key[name] = reduce(lambda a, b: _together(a, b, *_JOINED[neutral]), parts)
        variables.keys_at[name] = parts[0].place
    merged["units"] = Items(tuple(leaf for model in models for leaf in model.listed("units")), models[0].place)
    return Fields(models[0].place, merged, {key: models[0].where(key) for key in merged})


def _together(a: Fields, b: Fields, op: ArithmeticOp, sign: str) -> Fields:
    left, right = a["equals"], b["equals"]
    equals = replace(left, value=Arithmetic(op, left.value, right.value), text=f"({left.text}){sign}({right.text})")
    return Fields(a.place, {**a.values_by_key, "equals": equals}, a.keys_at)


def _without(group: Fields, names: Collection[str]) -> Fields:
    kept = {name: value for name, value in group.items() if name not in names}
    return Fields(group.place, kept, {name: group.where(name) for name in kept})


def _worlds(drafts: Sequence[Draft]) -> Fields:
    """The worlds that all scenarios name, each with what all of them say of it."""
    groups = [draft.files["worlds"] for draft in drafts]
    merged = Fields(groups[0].place)
    for name, first in groups[0].items():
        if not all(name in group for group in groups):
            continue
        worlds = [group.under(name) for group in groups]
        values = dict(first.values_by_key)
        for key in ("levers", "choices"):
            values[key] = _first_of([world.under(key) for world in worlds])
        summaries = list({str(world.value("summary")): world.value("summary") for world in worlds}.values())
        values["summary"] = Leaf(_joined(summaries, " "), first.where("summary"))
        merged.values_by_key[name] = Fields(first.place, values, first.keys_at)
        merged.keys_at[name] = groups[0].where(name)
    return merged


def _story(result: Draft, drafts: Sequence[Draft]) -> None:
    """Chapters by year, then the endings of each scenario; a name that is taken gets the scenario's id behind it."""
    chapters: list[Fields] = []
    closing: list[Fields] = []
    names: set[str] = {ENDING}
    headings: set[tuple[int, Text]] = set()
    last = drafts[-1]
    result.texts = {leaf.value: {} for leaf in result.files["scenario"].listed("languages")}
    for draft in drafts:
        story, own = draft.files["story"], draft.files["scenario"].value("id")
        told = [(chapter, chapter.value("id")) for chapter in draft.chapters]
        if draft is not last:
            told.append((_endings(draft), ENDING))
        for chapter, old in told:
            name = old if old not in names else f"{old}-{own}"
            names.add(name)
            title = chapter["title"]
            # Two chapters of one heading could not be told apart.
            if (heading := (chapter.value("year"), title.value)) in headings:
                title = replace(title, value=_joined([title.value, draft.files["scenario"].value("title")], " · "))
            headings.add(heading)
            renamed = {**chapter.values_by_key, "id": Leaf(name, chapter.where("id")), "title": title}
            (closing if old == ENDING else chapters).append(Fields(chapter.place, renamed, chapter.keys_at))
            for lang, texts in result.texts.items():
                texts[name] = draft.texts[lang][old]
    for lang, texts in result.texts.items():
        texts[ENDING] = last.texts[lang][ENDING]
    chapters.sort(key=lambda chapter: chapter.value("year"))
    story = last.files["story"]
    values = {"chapters": Items((*chapters, *closing), story.place), "endings": story.listed("endings")}
    result.files["story"] = Fields(story.place, values, story.keys_at)


def _endings(draft: Draft) -> Fields:
    """The endings of a scenario that is not the last, as a chapter of the last year."""
    endings, horizon = draft.files["story"].listed("endings"), draft.horizon
    year = horizon[2] - 1 if horizon else 0
    title = _joined([draft.files["scenario"].value("title"), Text.of(de="Ende", en="Ending")], ": ")
    values = {"id": Leaf(ENDING, endings.place), "year": Leaf(year, endings.place), "title": Leaf(title, endings.place)}
    return Fields(endings.place, {**values, "scenes": endings}, dict.fromkeys([*values, "scenes"], endings.place))
