"""Folders made to harm: each gives a message, none a traceback, none takes much work or memory.

Time is the processor's own, so that a busy machine does not fail an innocent folder.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.folder import check_folder


@pytest.fixture(autouse=True)
def quick_and_small() -> Iterator[None]:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    before = time.process_time()
    yield
    assert time.process_time() - before < 2.0
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 500_000


def found(folder: Path) -> list[tuple[str, str, int]]:
    scenario, problems = check_folder(folder)
    assert scenario is None
    for problem in problems:
        assert len(problem.line("de")) < 1_500
        assert len(problem.line("en")) < 1_500
    return [(p.code, p.place.file, p.place.line) for p in problems]


def test_a_file_of_ten_megabytes_is_not_read(folder: Path) -> None:
    (folder / "sources.yaml").write_bytes(b"a: b\n" * 2_000_000)
    assert found(folder) == [("file-size", "sources.yaml", 1)]


def test_a_file_at_the_limit(folder: Path) -> None:
    (folder / "sources.yaml").write_bytes(b"x: {title: y}\n" * 70_000)
    assert ("file-many", "sources.yaml", 101) in found(folder)


def test_a_million_bytes_of_valid_yaml(folder: Path) -> None:
    sources = (folder / "sources.yaml").read_text(encoding="utf-8")
    lines = (
        f"s{i}: {{title: a, publisher: b, published: c, url: 'https://a.bc', accessed: 2026-01-01}}\n"
        for i in range(11_000)
    )
    (folder / "sources.yaml").write_text(sources + "".join(lines), encoding="utf-8")
    assert [code for code, file, _ in found(folder) if file == "sources.yaml"] == ["yaml-nodes"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"\x00", "file-control", 1),
        (b"house2020:\n  title: a\x00b\n", "file-control", 2),
        ("title: \N{RIGHT-TO-LEFT OVERRIDE}x\n".encode(), "file-control", 1),
        ("house2020:\n  title: Ma\N{LATIN SMALL LETTER SHARP S}\n".encode("latin-1"), "file-encoding", 2),
        (b"\xff\xfe\x00\x01", "file-encoding", 1),
        (b"", "yaml-empty", 1),
        (b"---\n", "yaml-empty", 1),
        (b"[" * 100_000, "yaml-depth", 1),
        (b"{a: " * 100_000, "yaml-depth", 1),
        (b"- " * 100_000, "yaml-depth", 1),
        (b"? " * 100_000, "yaml-key", 1),
        (b"just a sentence\n", "shape-record", 1),
        (b"%YAML 9.9\n---\na: b\n", "yaml-syntax", 1),
        (b"a: !!binary x\n", "yaml-tag", 1),
        (b"a: *nothing\n", "yaml-alias", 1),
        (b"<<: {a: b}\n", "shape-slug", 1),
    ],
)
def test_strange_files(folder: Path, content: bytes, code: str, line: int) -> None:
    (folder / "sources.yaml").write_bytes(content)
    assert (code, "sources.yaml", line) in found(folder)


def test_a_link_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: 1\n", encoding="utf-8")
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to(secret)
    (folder / "data" / "more.csv").symlink_to("/etc/passwd")
    problems = found(folder)
    assert ("file-outside", "sources.yaml", 1) in problems
    assert ("file-outside", "data/more.csv", 1) in problems


def test_a_link_to_itself(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to("sources.yaml")
    assert found(folder)[0][:2] in {("file-unreadable", "sources.yaml"), ("file-missing", "sources.yaml")}


def test_a_folder_instead_of_a_file(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").mkdir()
    assert found(folder) == [("file-unreadable", "sources.yaml", 1)]


def test_a_pipe_does_not_block(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    os.mkfifo(folder / "sources.yaml")
    assert found(folder) == [("file-unreadable", "sources.yaml", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "{{ 7 * 7 }}",
        "</script><script>alert(1)</script>",
        "open('../../etc/passwd')",
        "(lambda: 1)()",
        "[].__class__",
        "memory if memory else memory",
        "a" * 100_000,
        "1+" * 900 + "1",
        "-" * 1_900 + "1",
        "1e999",
        "x\N{ZERO WIDTH SPACE}y",
        "\N{FULLWIDTH DIGIT ONE}",
    ],
)
def test_hostile_expressions(folder: Path, text: str) -> None:
    path = folder / "indicators.yaml"
    quoted = "'" + text.replace("'", "''") + "'"
    content = path.read_text(encoding="utf-8").replace("equals: memory", f"equals: {quoted}", 1)
    path.write_text(content, encoding="utf-8")
    problems = found(folder)
    assert all(file == "indicators.yaml" and line == 13 for _, file, line in problems)


@pytest.mark.parametrize(
    "text",
    [
        "<b>fett</b>",
        "<!-- leise -->",
        "<?php ?>",
        "&lt;script&gt;",
        "[a](JavaScript:alert(1))",
        "[a](\tjavascript:alert(1))",
        "[a](data:text/html,x)",
        "[a](//example.org)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![a](x.png)",
        "{__class__}",
        "{reach.__class__:.0f}",
        "{reach:.0f!r}",
        "{0}",
        "}",
        "]]",
        "[[",
        "[[__import__('os')]]",
    ],
)
def test_hostile_texts(folder: Path, text: str) -> None:
    path = folder / "story" / "de" / "tuer.md"
    content = path.read_text(encoding="utf-8").replace("Niemand klingelt mehr.", text, 1)
    path.write_text(content, encoding="utf-8")
    problems = found(folder)
    assert problems
    assert all(file == "story/de/tuer.md" and line >= 6 for _, file, line in problems)


def test_a_long_text_of_braces(folder: Path) -> None:
    path = folder / "story" / "de" / "tuer.md"
    path.write_text("## offen: Titel\n" + "{" * 19_000 + "\n## zu: Titel\n" + "[[" * 9_000 + "\n", encoding="utf-8")
    assert found(folder)


def test_many_lines_of_data(folder: Path) -> None:
    rows = "".join(f"residents,Menschen im Viertel,Residents,2015,{i},persons,house2020,\n" for i in range(12_000))
    path = folder / "data" / "house.csv"
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    assert {code for code, _, _ in found(folder)} == {"csv-year-twice", "file-many"}


def test_many_files(folder: Path) -> None:
    for number in range(300):
        (folder / "data" / f"more{number}.csv").write_text("a\n", encoding="utf-8")
    assert ("file-count", "data", 1) in found(folder)
