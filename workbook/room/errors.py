"""What goes wrong with a room: too few codes, a file that holds no runs, a memory that does not fit."""

from __future__ import annotations

from workbook.errors import WorkbookError


class RoomError(WorkbookError):
    """A room that cannot be shown, or a file of one that cannot be read."""
