"""What Binder and repo2docker are told."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.specifiers import SpecifierSet


def test_the_python_is_one_of_ours_and_the_package_brings_the_rest(root: Path) -> None:
    named, version = (root / ".binder/runtime.txt").read_text(encoding="utf-8").strip().split("-")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert named == "python"
    assert version in SpecifierSet(project["requires-python"])
    lines = (root / ".binder/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["--editable ."]
