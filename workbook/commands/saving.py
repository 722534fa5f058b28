"""As :mod:`workbook.saving`."""

from workbook.saving import written

__all__ = ["written"]
