"""Shared parts of a model: ``include: [core]`` adds the folder ``_core`` beside the scenario to it.

A module holds model.yaml and, if wanted, checks.yaml, sources.yaml and data. What it brings stands
before what the scenario adds. A scenario takes nothing away; it may only put a lever or a quantity
of its own in the place of a constant that the module leaves open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from workbook.errors import Place, nearest
from workbook.folder.draft import Draft, read_data, read_records
from workbook.folder.files import SHARED
from workbook.folder.search import installed_folder
from workbook.folder.shapes import Fields, Items, Leaf

MARK = "_"
"""Before a module's name in the name of its folder, which keeps it off the list of scenarios."""

_GROUPS = ("constants", "inputs", "stocks", "variables", "loops")


def include(draft: Draft) -> None:
    """Add every module that the scenario names; report what does not fit."""
    listed = list(draft.files["scenario"].listed("include"))
    if not listed:
        _require_model(draft)
        return
    own = _names_of(draft)
    content = hashlib.sha256(draft.digest.encode("ascii"))
    added = [module for leaf in listed if (module := _read(leaf, draft, content)) is not None]
    draft.digest = content.hexdigest()
    for module in added:
        model = module.files["model"]
        draft.ports |= {name: model.under("constants").under(name) for name in _open(model)}
        draft.files["model"] = _merged_model(draft, module, own)
        for name in ("checks", "sources"):
            draft.files[name] = _merged(draft, module.files[name], draft.files[name])
        for name, series in module.series.items():
            if name in draft.series:
                draft.report("include-twice", draft.series[name].place, name=name, first=str(series.place))
        draft.series = module.series | draft.series
        draft.broken |= module.broken


def _require_model(draft: Draft) -> None:
    """Without a module a scenario has stocks and variables of its own."""
    model = draft.files["model"]
    for key in ("stocks", "variables"):
        if "model" not in draft.broken and key not in model.keys_at:
            draft.report("shape-missing", model.place, key=key, within="model.yaml")


def _read(leaf: Leaf[str], draft: Draft, content: hashlib._Hash) -> Draft | None:
    """A module as it was read, its files named with its folder in front."""
    folder = MARK + leaf.value
    roots = [draft.folder.resolve().parent, installed_folder()]
    root = next((root for root in roots if (root / folder / "model.yaml").is_file()), None)
    if root is None:
        known = sorted({name for root in roots for name in _modules(root)})
        draft.report("include-unknown", leaf.place, name=leaf.value, nearest=nearest(leaf.value, known), allowed=known)
        draft.broken.add("model")
        return None
    module = Draft(root, report=draft.report)
    for name in SHARED:
        file = f"{folder}/{name}.yaml"
        if name == "model" or (root / file).is_file():
            read_records(module, name, file, content)
        else:
            module.files[name] = Fields(Place(file))
    read_data(module, f"{folder}/data", content)
    return module


def _modules(root: Path) -> Iterator[str]:
    try:
        yield from (p.name.removeprefix(MARK) for p in root.glob(f"{MARK}*") if (p / "model.yaml").is_file())
    except OSError:
        return


def _names_of(draft: Draft) -> dict[str, Place]:
    """What a scenario may put in the place of an open constant."""
    model = draft.files["model"]
    groups = [draft.files["levers"], *(model.under(group) for group in _GROUPS if group != "loops")]
    return {name: place for group in groups for name, place in group.keys_at.items()}


def _open(model: Fields) -> list[str]:
    return [name for name, constant in model.under("constants").items() if constant.value("open", False)]


def _merged_model(draft: Draft, module: Draft, own: dict[str, Place]) -> Fields:
    theirs, ours = module.files["model"], draft.files["model"]
    replaced = set(_open(theirs)) & own.keys()
    result = Fields(ours.place, {}, dict(ours.keys_at))
    for group in _GROUPS:
        base = theirs.under(group)
        if group == "constants":
            kept = {name: value for name, value in base.items() if name not in replaced}
            base = Fields(base.place, kept, {name: at for name, at in base.keys_at.items() if name not in replaced})
        merged = _merged(draft, base, ours.under(group))
        if merged.keys_at or group in ours:
            result.values_by_key[group] = merged
    units = (*theirs.listed("units"), *ours.listed("units"))
    result.values_by_key["units"] = Items(units, ours.place)
    return result


def _merged(draft: Draft, base: Fields, own: Fields) -> Fields:
    """First what the module has, then what the scenario adds; nothing has two meanings."""
    for name in own.keys_at.keys() & base.keys_at.keys():
        draft.report("include-twice", own.keys_at[name], name=name, first=str(base.keys_at[name]))
    return Fields(own.place, {**base.values_by_key, **own.values_by_key}, {**base.keys_at, **own.keys_at})
