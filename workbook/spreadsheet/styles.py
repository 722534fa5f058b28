"""How cells look: a handful of named styles, so that thousands of cells cost little."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_FONT = "Calibri"
_DARK, _PALE, _GREY, _LINE = "1F4E5F", "E8F1F2", "EEEEEE", "9AA5A8"

TEXT, NUMBER, NAME, FIXED, HEAD, STRONG, TITLE, LINK = (
    f"workbook {kind}" for kind in ("text", "number", "id", "fixed", "head", "strong", "title", "link")
)


def add_styles(book: Workbook) -> None:
    """Make the styles known to a workbook.

    Texts are formatted as text, so that 1/12 and 2026-11-24 stay what they are and -a is no formula.
    """
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    plain = Font(name=_FONT, size=11)
    wrapped = Alignment(wrap_text=True, vertical="top")
    line = Border(bottom=Side(style="hair", color=_LINE))
    left = Alignment(wrap_text=True, vertical="top", horizontal="left")
    none = PatternFill()
    made = (
        (TEXT, plain, wrapped, none, "@"),
        (NUMBER, plain, wrapped, none, "General"),
        (NAME, plain, wrapped, PatternFill("solid", fgColor=_PALE), "@"),
        (FIXED, plain, left, PatternFill("solid", fgColor=_GREY), "General"),
        (HEAD, Font(name=_FONT, bold=True, color="FFFFFF"), Alignment(wrap_text=True, vertical="center"),
         PatternFill("solid", fgColor=_DARK), "@"),
        (STRONG, Font(name=_FONT, bold=True), wrapped, none, "@"),
        (TITLE, Font(name=_FONT, bold=True, size=14), wrapped, none, "@"),
        (LINK, Font(name=_FONT, underline="single", color="0B5394"), wrapped, none, "@"),
    )  # fmt: skip
    for name, font, alignment, fill, number_format in made:
        style = NamedStyle(name)
        style.font, style.alignment, style.fill, style.number_format = font, alignment, fill, number_format
        style.border = line if name in (TEXT, NUMBER, NAME, FIXED) else Border()
        book.add_named_style(style)
