"""One section of the docs that is written by a command, between two marks; the rest of the file stays."""

from __future__ import annotations

BEGIN = "<!-- begin: make compare -->"
END = "<!-- end: make compare -->"


def section(text: str) -> str:
    """The section with its marks, or nothing."""
    _, begin, rest = text.partition(BEGIN)
    inside, end, _ = rest.partition(END)
    return begin + inside + end if begin and end else ""


def placed(text: str, content: str) -> str:
    """The text with the section's content exchanged, or with the section at its end."""
    fresh = f"{BEGIN}\n{content.strip()}\n{END}"
    old = section(text)
    return text.replace(old, fresh) if old else f"{text.rstrip()}\n\n{fresh}\n"


def kept(old: str, new: str) -> str:
    """A text written anew, with the section of the old one at its end."""
    return f"{new.rstrip()}\n\n{section(old)}\n" if section(old) else new
