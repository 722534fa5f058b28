"""Ensembles: many runs over levers, constants and choices, streamed to one Parquet file.

The package is not called ``ensemble``: as a submodule it would take the place of the function
``workbook.ensemble``.
"""

from __future__ import annotations

from workbook.ensembles.running import ensemble
from workbook.ensembles.table import EnsembleTable

__all__ = ["EnsembleTable", "ensemble"]
