"""The schemas in docs/ are those of the code, and agree with what is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbook.folder.files import OPTIONAL
from workbook.folder.schema import schemas, write
from workbook.folder.yaml_tree import Mapping, Sequence, Tree, read_yaml

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "tests" / "scenarios" / "klein", *sorted(p.parent for p in ROOT.glob("scenarios/*/scenario.yaml"))]


def as_editors_see_it(tree: Tree) -> Any:
    """YAML 1.2 as in JSON: numbers and truths are typed, everything else is text."""
    if isinstance(tree, Mapping):
        return {key.text: as_editors_see_it(value) for key, value in tree.entries}
    if isinstance(tree, Sequence):
        return [as_editors_see_it(item) for item in tree.items]
    if not tree.lead and tree.text in ("true", "false"):
        return tree.text == "true"
    try:
        return tree.text if tree.lead else float(tree.text)
    except ValueError:
        return tree.text or None


def test_the_written_schemas_are_current(tmp_path: Path) -> None:
    for path in write(tmp_path):
        kept = ROOT / "docs" / "schema" / path.name
        assert kept.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), "run make docs"


@pytest.mark.parametrize("name", schemas())
def test_they_are_schemas_with_both_languages(name: str) -> None:
    schema = schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    described = [
        line for line in json.dumps(schema, indent=0, ensure_ascii=False).splitlines() if '"description"' in line
    ]
    assert described
    assert all(" / " in line for line in described)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
@pytest.mark.parametrize("name", schemas())
def test_real_scenarios_satisfy_them(folder: Path, name: str) -> None:
    path = folder / f"{name}.yaml"
    if name in OPTIONAL and not path.exists():
        pytest.skip("is not there and need not be")
    tree, problems = read_yaml(path.read_text(encoding="utf-8"), name)
    assert problems == []
    assert tree is not None
    jsonschema.Draft202012Validator(schemas()[name]).validate(as_editors_see_it(tree))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("levers", "Hebel: {}"),
        ("worlds", "weiter-so: {label: {de: a, en: b}}"),
        ("checks", "a: {label: {de: a}, hold: x > 1}"),
        ("indicators", "a: {better: more}"),
    ],
)
def test_they_refuse(name: str, text: str) -> None:
    tree, _ = read_yaml(text, name)
    assert tree is not None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schemas()[name]).validate(as_editors_see_it(tree))
