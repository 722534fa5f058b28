"""A deck as plain data: slides in columns, with notes and minutes. No input, no output."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; ``html`` and ``notes`` are HTML that is already safe."""

    html: str
    title: str
    notes: str = ""
    minutes: float = 0
    """Planned; 0 when nobody said."""
    kind: str = ""
    """How it is laid out: "" | "title" | "live" (an explorer fills it) | "qr" | "story"."""
    code_only: bool = False
    """Nothing but code stands on it, so the code is shown."""


@dataclass(frozen=True, slots=True)
class Deck:
    """All that the file of a deck is made from."""

    lang: str
    title: str
    columns: tuple[tuple[Slide, ...], ...]
    minutes: float = 0
    """Planned for all slides together; 0 when nobody said."""
    libraries: tuple[str, ...] = field(default=(), repr=False)
    """Scripts that the content needs, safe inside ``<script>``."""
    markup: str = field(default="", repr=False)
    style: str = field(default="", repr=False)
    show_code: bool = False

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in the order in which they are shown."""
        return tuple(slide for column in self.columns for slide in column)
