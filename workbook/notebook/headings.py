"""Headings of one file: one of the first rank, no rank skipped, each with a name to link to."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it came and as it is shown."""

    level: int
    """As its author wrote it."""
    rank: int
    """As it stands in the file."""
    text: str
    id: str


class Headings:
    """Gives each heading its rank and its name, in the order of the file."""

    def __init__(self) -> None:
        self.found: list[Heading] = []
        self.taken: set[str] = set()
        self._deeper = 0

    @property
    def titled(self) -> bool:
        """Whether a heading of the first rank stands among them."""
        return any(heading.rank == 1 for heading in self.found)

    def add(self, level: int, text: str) -> Heading | None:
        """The next heading; None for one without words."""
        text = " ".join(text.replace("¶", "").split())
        if not text:
            return None
        if level == 1 and not self.titled:
            rank = 1
        else:
            # A notebook whose parts are all headings of the first level: they move below its title.
            self._deeper = 1 if level == 1 else self._deeper
            last = self.found[-1].rank if self.found else 1
            rank = max(2, min(level + self._deeper, last + 1, 6))
        heading = Heading(level, rank, text, self.own_id(text))
        self.found.append(heading)
        return heading

    def own_id(self, text: str) -> str:
        """A name that nothing else has: Jupyter's own, so that links of a notebook go on working."""
        name = re.sub(r"\s+", "-", text.strip())
        if name.lower().startswith(("nb-", "wb")):
            name = f"x-{name}"
        name = name or "x"
        unique, number = name, 2
        while unique in self.taken:
            unique, number = f"{name}-{number}", number + 1
        self.taken.add(unique)
        return unique
