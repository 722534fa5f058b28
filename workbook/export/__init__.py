"""A scenario as one file that needs nothing else."""

from workbook.export.html import export_html, page_html

__all__ = ["export_html", "page_html"]
