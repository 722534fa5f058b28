"""What a command writes into the docs is its own section, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench.compare import __main__ as compare
from tests.bench.measure import Figure
from tests.bench.section import marks, placed, section, write_section

COMMANDS = ("make bench", "make compare")


def test_the_rest_of_the_text_stays() -> None:
    begin, end = marks("make compare")
    first = placed("# Title\n\n| a |\n", "one", "make compare")
    assert first == f"# Title\n\n| a |\n\n{begin}\none\n{end}\n"
    second = placed(first + "\n## After\n", "two\n", "make compare")
    assert second == f"# Title\n\n| a |\n\n{begin}\ntwo\n{end}\n\n## After\n"
    assert section(second, "make compare") == f"{begin}\ntwo\n{end}"
    assert section(second, "make bench") == ""


@pytest.mark.parametrize(("command", "other"), [COMMANDS, COMMANDS[::-1]])
def test_each_replaces_its_own_section_only(tmp_path: Path, command: str, other: str) -> None:
    path = tmp_path / "performance.md"
    write_section(path, "by the other", other)
    path.write_text(path.read_text(encoding="utf-8") + "\nBy hand.\n", encoding="utf-8")
    write_section(path, "first", command)
    write_section(path, "second", command)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Performance\n")
    assert "By hand." in text
    assert "first" not in text
    assert section(text, other).splitlines()[1:-1] == ["by the other"]
    assert section(text, command).splitlines()[1:-1] == ["second"]


@pytest.mark.parametrize("lonely", marks("make bench"))
def test_a_mark_that_stands_alone_is_refused(tmp_path: Path, lonely: str) -> None:
    path = tmp_path / "performance.md"
    path.write_text(f"# Performance\n{lonely}\nrest\n", encoding="utf-8")
    with pytest.raises(ValueError, match="make bench"):
        write_section(path, "new", "make bench")
    assert path.read_text(encoding="utf-8") == f"# Performance\n{lonely}\nrest\n"


def test_both_commands_write_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the commands do it, with figures that nobody measured."""
    path = tmp_path / "performance.md"
    for module in (bench.engine, bench.ensemble, bench.documents, bench.surface):
        monkeypatch.setattr(module, "figures", lambda: iter([Figure("a thing", 1.0, "ms")]))
    monkeypatch.setattr(sys, "argv", ["make bench", "--write", str(path)])
    for tool in ("a tool 0.9", "a tool 1.0"):
        compare.write(path, ["| a tool |"], tool)
        bench.main()
    text = path.read_text(encoding="utf-8")
    assert "| a thing | 1 ms |" in section(text, "make bench")
    assert "a tool 1.0" in section(text, "make compare")
    assert "a tool 0.9" not in text
    assert text.count("# Performance") == 1


def test_the_docs_have_both_sections(root: Path) -> None:
    text = (root / "docs/performance.md").read_text(encoding="utf-8")
    assert "make bench" in section(text, "make bench")
    assert "make compare" in section(text, "make compare")
