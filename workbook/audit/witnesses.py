"""``witnesses.yaml``: one run code for each scene, ending and option, which, run again, reaches it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.audit.evidence import Evidence
from workbook.errors import Place, RunCodeError
from workbook.folder.draft import WITNESSES
from workbook.folder.reading import read_file
from workbook.folder.yaml_tree import Mapping as YamlMapping
from workbook.folder.yaml_tree import Scalar, read_yaml
from workbook.model import Scenario
from workbook.runcode import decode
from workbook.setting import Setting

_HEAD = "# Written by `workbook check {id} --witnesses`: run codes that lead to each scene, ending and option."


@dataclass(frozen=True, slots=True)
class Stored:
    """The codes of the file by target, and where each stands; nothing when there is no file."""

    codes: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    there: bool = False


def targets(scenario: Scenario) -> tuple[str, ...]:
    """What needs a witness: ``chapter.scene`` for scenes and endings, ``decision.option`` for options."""
    scenes = [f"{chapter.name}.{scene.name}" for chapter in scenario.chapters for scene in chapter.scenes]
    return (*scenes, *option_targets(scenario))


def option_targets(scenario: Scenario) -> dict[str, tuple[str, str]]:
    """The targets that are options, with their decision; marked, for a chapter may have the same name."""
    return {
        f"decision.{decision.name}.{option}": (decision.name, option)
        for decision in scenario.decisions.values()
        for option in decision.options
    }


def read_witnesses(scenario: Scenario) -> Stored:
    """The stored codes; a file that is damaged counts as one without them."""
    if not (scenario.folder / WITNESSES).is_file():
        return Stored()
    _, text, _ = read_file(scenario.folder, WITNESSES)
    tree = read_yaml(text, WITNESSES)[0] if text is not None else None
    entries = tree.entries if isinstance(tree, YamlMapping) else ()
    pairs = [(key, value) for key, value in entries if isinstance(value, Scalar)]
    return Stored({k.text: v.text for k, v in pairs}, {k.text: v.place for k, v in pairs}, there=True)


def witnesses_text(scenario: Scenario, codes: Mapping[str, str]) -> str:
    """The content of the file, in the order of the story."""
    lines = [f"{target}: {codes[target]}" for target in targets(scenario) if target in codes]
    return "\n".join([_HEAD.format(id=scenario.id), *lines, ""])


def stored_setting(scenario: Scenario, code: str) -> Setting | None:
    """The setting of a stored code; none when it is damaged or of another version."""
    try:
        return decode(scenario, code)
    except RunCodeError:
        return None


def reaches(evidence: Evidence, setting: Setting, target: str) -> bool:
    """Whether a run, made again, reaches a scene, ending or option."""
    option = option_targets(evidence.scenario).get(target)
    told = evidence.told(setting)
    return target in told if option is None else bool(told) and option in setting.choices
