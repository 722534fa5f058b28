"""The settings of the site: which language, which kernel, what is loaded first, and nothing from other hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
LOCALES = {"de": "de_DE", "en": "en"}

EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
"""Parts of JupyterLab that the notebooks need; what else is installed here stays out."""


def lite_settings(packages: Sequence[str], lang: str) -> dict[str, Any]:
    """``jupyter-lite.json``: where Python is, and what it loads before the first cell."""
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": list(packages)},
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Soziale Arbeit 2030" if lang == "de" else "Social work 2030",
            "litePluginSettings": {KERNEL: kernel},
            "disabledExtensions": ["@jupyterlab/apputils-extension:announcements"],
        },
    }


def overrides(lang: str) -> dict[str, Any]:
    """``overrides.json``: defaults of the surface, below what a person sets."""
    return {
        "@jupyterlab/translation-extension:plugin": {"locale": LOCALES[lang]},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    }
