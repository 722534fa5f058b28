"""Many run codes -> one board of the room: where it agrees, where it lies apart, and how it ends."""

from __future__ import annotations

from workbook.room.room import Room, collect

__all__ = ["Room", "collect"]
