"""Backcasting: a wish for the last year -> clearly different ways there, or what comes nearest."""

from __future__ import annotations

from workbook.backcasting.plan import Path, Plan, backcast

__all__ = ["Path", "Plan", "backcast"]
