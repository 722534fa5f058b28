"""Sections of the docs that are written by commands, each between its own two marks; the rest of the file stays."""

from __future__ import annotations

from pathlib import Path


def marks(command: str) -> tuple[str, str]:
    """What stands before and after the section of a command."""
    return f"<!-- begin: {command} -->", f"<!-- end: {command} -->"


def section(text: str, command: str) -> str:
    """The section of a command with its marks, or nothing."""
    begin, end = marks(command)
    _, found, rest = text.partition(begin)
    inside, closed, _ = rest.partition(end)
    return found + inside + closed if found and closed else ""


def placed(text: str, content: str, command: str) -> str:
    """The text with the section's content exchanged, or with the section at its end."""
    begin, end = marks(command)
    fresh = f"{begin}\n{content.strip()}\n{end}"
    old = section(text, command)
    if not old and (begin in text or end in text):
        raise ValueError(f"a mark of {command} stands alone")
    return text.replace(old, fresh, 1) if old else f"{text.rstrip()}\n\n{fresh}\n"


def write_section(path: Path, content: str, command: str) -> None:
    """Put a section into a file; a file that is not there yet begins with a heading."""
    old = path.read_text(encoding="utf-8") if path.is_file() else "# Performance\n"
    path.write_text(placed(old, content, command), encoding="utf-8")
