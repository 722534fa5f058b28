"""Both parsers of PyYAML read every scenario alike."""

from __future__ import annotations

import pytest

from workbook.folder import yaml_tree
from workbook.folder.yaml_plain import PlainLoader


def both(text, monkeypatch):
    fast = yaml_tree.read_yaml(text, "a.yaml")
    monkeypatch.setattr(yaml_tree, "_LOADER", PlainLoader)
    return fast, yaml_tree.read_yaml(text, "a.yaml")


def test_every_file_of_every_scenario(root, monkeypatch):
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(root.glob("scenarios/**/*.yaml"))}
    fast = {path: yaml_tree.read_yaml(text, path.name) for path, text in texts.items()}
    assert len(fast) > 40
    monkeypatch.setattr(yaml_tree, "_LOADER", PlainLoader)
    for path, text in texts.items():
        assert yaml_tree.read_yaml(text, path.name) == fast[path], path


@pytest.mark.parametrize("text", ["{de: Wer kommt?, en: Who?}", "a: [ja?, nein]", "a: Was? Ja.", "{a: '?', b: x?y}"])
def test_a_question_mark_is_part_of_a_text(text, monkeypatch):
    fast, plain = both(text, monkeypatch)
    assert plain == fast
    assert plain[1] == []
